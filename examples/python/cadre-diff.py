#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What changes from one structure to another; posts belong together by their ids and by the lineages of AFTER."""

import argparse
import sys

import gi

gi.require_version("Cadre", "1")
from gi.repository import Cadre, Gio, GLib


def to_text(report, as_json):
    if not as_json:
        return report.to_text(0)
    writer = Cadre.Writer.new_for_text()
    report.write(writer)
    writer.finish(None)
    return writer.dup_text()


def compare(before_name, after_name):
    before, after = (
        Cadre.Structure.load(Gio.File.new_for_commandline_arg(name), None, None)
        for name in (before_name, after_name)
    )
    diff = Cadre.Diff.new(before, after, None, None)
    redaction = Cadre.Redaction.new(Cadre.RedactionLevel.FULL)
    return Cadre.Report.new_for_diff(diff, redaction, None)


def main():
    parser = argparse.ArgumentParser(prog="cadre-diff", description=__doc__)
    parser.add_argument("before", metavar="BEFORE")
    parser.add_argument("after", metavar="AFTER")
    parser.add_argument("--json", action="store_true", help="write JSON for programs")
    arguments = parser.parse_args()

    try:
        text = to_text(compare(arguments.before, arguments.after), arguments.json)
    except GLib.Error as error:
        print(f"cadre-diff: {error.message}", file=sys.stderr)
        return 1
    # Bytes as they are, whatever the locale.
    sys.stdout.buffer.write(text.encode())
    return 0


sys.exit(main())
