#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is in each structure, and in the two structures of each case.

Who employs, which tiers there are, staffing in figures, who manages whom, and
what may be wrong.
"""

import argparse
import datetime
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


def load(name):
    """The structure in a file, or the structures of the case that is in it."""
    file = Gio.File.new_for_commandline_arg(name)
    try:
        return [Cadre.Structure.load(file, None, None)]
    except GLib.Error as error:
        if not error.matches(Cadre.document_error_quark(), Cadre.DocumentError.KIND):
            raise
    case = Cadre.Case.load(file, None, None)
    return [structure for structure in (case.get_before(), case.get_after()) if structure]


def inspect(structure, date, as_json):
    if date:
        structure = structure.at(date, None)
    redaction = Cadre.Redaction.new(Cadre.RedactionLevel.FULL)
    report = Cadre.Report.new_for_structure(structure, redaction, None)
    return to_text(report, as_json)


def main():
    parser = argparse.ArgumentParser(prog="cadre-inspect", description=__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--json", action="store_true", help="write JSON for programs")
    parser.add_argument("--at", metavar="YYYY-MM-DD", type=datetime.date.fromisoformat, help="show it at another date")
    arguments = parser.parse_args()

    status = 0
    for name in arguments.files:
        try:
            text = "".join(inspect(structure, arguments.at, arguments.json) for structure in load(name))
        except GLib.Error as error:
            print(f"cadre-inspect: {name}: {error.message}", file=sys.stderr)
            status = 1
        else:
            # Bytes as they are, whatever the locale.
            sys.stdout.buffer.write(text.encode())
    return status


sys.exit(main())
