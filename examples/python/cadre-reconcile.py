#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""On what two or three lists of one establishment agree.

It exits with 0 where they agree on everything, with 1 where they do not, and
with 2 where something went wrong, as diff does.
"""

import argparse
import sys

import gi

gi.require_version("Cadre", "1")
from gi.repository import Cadre, Gio, GLib


def level_of(word):
    return getattr(Cadre.RedactionLevel, word.upper().replace("-", "_"))


def tell(issues, what):
    """How many of each there are, and where the first of them is and what it says."""
    details = [issues.get_issue(k) for k in range(issues.get_total() - issues.get_n_dropped())]
    for code in issues.dup_codes():
        for issue in details:
            if issue.get_code() == code:
                count, message = issues.get_count(code), issue.get_message()
                place = f" at {issue.get_origin()}" if issue.get_origin() else ""
                print(f"{what}: {code}, {count} times; the first{place}: {message}", file=sys.stderr)
                break


def load_table(file, name):
    if name in Cadre.FieldMap.list_shipped():
        field_map = Cadre.FieldMap.new_shipped(name)
    else:
        field_map = Cadre.FieldMap.load(Gio.File.new_for_commandline_arg(name), None, None)
    reader = Cadre.ExtractReader.new(field_map)
    reader.add_file(field_map.get_table_name(0), file)
    table = reader.read(None)
    tell(table.get_issues(), file.get_basename())
    return table.get_structure()


def load(name, arguments):
    file = Gio.File.new_for_commandline_arg(name)
    return load_table(file, arguments.map) if name.endswith(".csv") else Cadre.Structure.load(file, None, None)


def reconcile(arguments):
    lists = [load(name, arguments) for name in arguments.files]
    reconciler = Cadre.Reconciler(key=arguments.key)
    if arguments.records == "assignments":
        reconciler.props.record_kind = Cadre.RecordKind.ASSIGNMENT
    if arguments.labels:
        reconciler.set_labels(arguments.labels.split(","))
    return reconciler.run(lists[0], lists[1], lists[2] if len(lists) > 2 else None, None)


def to_bytes(result, redaction, arguments):
    if arguments.csv:
        return result.write_csv(redaction, None).get_bytes(0).get_data()
    report = Cadre.Report.new_for_reconciliation(result, redaction, None)
    if not arguments.json:
        return report.to_text(0).encode()
    writer = Cadre.Writer.new_for_text()
    report.write(writer)
    writer.finish(None)
    return writer.dup_text().encode()


def main():
    parser = argparse.ArgumentParser(prog="cadre-reconcile", description=__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE", help="two or three lists")
    parser.add_argument("--records", choices=["posts", "assignments"], default="posts", help="what to compare")
    parser.add_argument("--key", default="id", help="find records by this field, or attribute:NAME")
    parser.add_argument("--labels", help="what the lists are called: A,B,C")
    parser.add_argument("--map", help="read tables (.csv) through this field map: one of the library's, or a file")
    parser.add_argument("--level", default="full", help="write it for these readers")
    parser.add_argument("--json", action="store_true", help="write JSON for programs")
    parser.add_argument("--csv", action="store_true", help="write the rows as a table")
    arguments = parser.parse_intermixed_args()
    if not 2 <= len(arguments.files) <= 3:
        parser.error("Which two or three lists?")
    if not arguments.map and any(name.endswith(".csv") for name in arguments.files):
        parser.error("A table needs a field map: --map")

    try:
        result = reconcile(arguments)
        data = to_bytes(result, Cadre.Redaction.new(level_of(arguments.level)), arguments)
    except (AttributeError, GLib.Error) as error:
        print(f"cadre-reconcile: {getattr(error, 'message', 'There is no such level')}", file=sys.stderr)
        return 2
    # Bytes as they are, whatever the locale.
    sys.stdout.buffer.write(data)
    return 0 if result.is_agreed() else 1


sys.exit(main())
