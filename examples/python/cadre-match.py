#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who goes where under the policies of a case, at what stage and why, and what is not yet known."""

import argparse
import sys

import gi

gi.require_version("Cadre", "1")
from gi.repository import Cadre, Gio, GLib

LEVELS = {"full": Cadre.RedactionLevel.FULL, "consultation": Cadre.RedactionLevel.CONSULTATION}


def to_text(report, as_json):
    if not as_json:
        return report.to_text(0)
    writer = Cadre.Writer.new_for_text()
    report.write(writer)
    writer.finish(None)
    return writer.dup_text()


def match(name, level):
    case = Cadre.Case.load(Gio.File.new_for_commandline_arg(name), None, None)
    outcomes = case.run(None)
    return Cadre.Report.new_for_outcomes(outcomes, Cadre.Redaction.new(level), None)


def main():
    parser = argparse.ArgumentParser(prog="cadre-match", description=__doc__)
    parser.add_argument("case", metavar="CASE")
    parser.add_argument("--json", action="store_true", help="write JSON for programs")
    parser.add_argument("--level", choices=LEVELS, default="full", help="who it is for")
    arguments = parser.parse_args()

    try:
        text = to_text(match(arguments.case, LEVELS[arguments.level]), arguments.json)
    except GLib.Error as error:
        print(f"cadre-match: {arguments.case}: {error.message}", file=sys.stderr)
        return 1
    # Bytes as they are, whatever the locale.
    sys.stdout.buffer.write(text.encode())
    return 0


sys.exit(main())
