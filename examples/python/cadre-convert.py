#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A structure from one format into another.

Formats go by the ends of the names unless they are named. FROM may be a folder
of tables; TO may be one for what takes several files; without it, the one file
goes to the standard output. What is wrong with FROM, and what TO has no place
for, is told on the standard error.
"""

import argparse
import pathlib
import sys

import gi

gi.require_version("Cadre", "1")
from gi.repository import Cadre, Gio, GLib


class Misuse(Exception):
    pass


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


def unpack(result):
    """The structure of an import, whose issues are told."""
    tell(result.get_issues(), "read")
    return result.get_structure()


def to_file(path):
    return Gio.File.new_for_path(str(path))


def to_bytes(path):
    return to_file(path).load_bytes(None)[0]


def read_json(path, arguments):
    return Cadre.Structure.load(to_file(path), None, None)


def read_jsonld(path, arguments):
    return unpack(Cadre.linked_read(to_bytes(path), Cadre.LinkedFormat.JSON_LD, arguments.base, None, None))


def read_turtle(path, arguments):
    return unpack(Cadre.linked_read(to_bytes(path), Cadre.LinkedFormat.TURTLE, arguments.base, None, None))


def read_popolo(path, arguments):
    return unpack(Cadre.popolo_read(to_bytes(path), None, None))


def read_organogram(path, arguments):
    """A senior table, or a folder with senior.csv and perhaps junior.csv."""
    senior, junior = (path / "senior.csv", path / "junior.csv") if path.is_dir() else (path, None)
    junior = to_file(junior) if junior and junior.exists() else None
    reader = Cadre.OrganogramReader.new()
    reader.set_organisation(arguments.organisation)
    reader.set_employer(arguments.employer)
    date = Cadre.Date.new_parse(arguments.date) if arguments.date else None
    reader.add_files(date, to_file(senior), junior)
    return unpack(reader.read(None)[0])


def find_map(name):
    if not name:
        raise Misuse("Which field map? (--map=MAP)")
    if name in Cadre.FieldMap.list_shipped():
        return Cadre.FieldMap.new_shipped(name)
    return Cadre.FieldMap.load(to_file(name), None, None)


def read_extract(path, arguments):
    """The one table of the map, or a folder with a file for each that there is, such as positions.csv."""
    field_map = find_map(arguments.map)
    reader = Cadre.ExtractReader.new(field_map)
    for position in range(field_map.get_n_tables() if path.is_dir() else 1):
        table = field_map.get_table_name(position)
        part = path / f"{table}.csv" if path.is_dir() else path
        if part.exists() or not path.is_dir():
            reader.add_file(table, to_file(part))
    return unpack(reader.read(None))


def write_jsonld(structure, redaction, arguments):
    return Cadre.linked_write(structure, Cadre.LinkedFormat.JSON_LD, arguments.base, redaction, None)


def write_turtle(structure, redaction, arguments):
    return Cadre.linked_write(structure, Cadre.LinkedFormat.TURTLE, arguments.base, redaction, None)


def write_popolo(structure, redaction, arguments):
    return Cadre.popolo_write(structure, redaction, None)


def write_transparency(structure, redaction, arguments):
    return Cadre.Transparency.new().write(structure, redaction, None)


def write_organogram(structure, redaction, arguments):
    return Cadre.organogram_write(structure, redaction, None)


def write_spreadsheet(structure, redaction, arguments):
    return Cadre.spreadsheet_write(structure, redaction, None)


# Name, ending, how it is read, how it is written. Where several have an ending,
# the first that can do it is meant. A structure as JSON is our own format, which
# has all of it and needs no export.
FORMATS = [
    ("popolo", ".popolo.json", read_popolo, write_popolo),
    ("json", ".json", read_json, "json"),
    ("org-jsonld", ".jsonld", read_jsonld, write_jsonld),
    ("org-turtle", ".ttl", read_turtle, write_turtle),
    ("organogram", ".csv", read_organogram, None),
    ("extract", None, read_extract, None),
    ("organogram", None, None, write_organogram),
    ("lgtc", ".csv", None, write_transparency),
    ("xlsx", ".xlsx", None, write_spreadsheet),
]


def find_format(asked, path, way):
    for name, ending, *ways in FORMATS:
        fits = asked == name if asked else ending and path.endswith(ending)
        if fits and ways[way]:
            return ways[way]
    return None


def read(arguments):
    path = pathlib.Path(arguments.source)
    asked = arguments.read or (arguments.map and "extract") or (path.is_dir() and "organogram")
    reader = find_format(asked, str(path), 0)
    if not reader:
        raise Misuse("What FROM is cannot be told by its name (--read=FORMAT)")
    return reader(path, arguments)


def make_redaction(arguments):
    key = to_bytes(arguments.key_file) if arguments.key_file else None
    level = getattr(Cadre.RedactionLevel, arguments.level.upper().replace("-", "_"), None)
    if level is None:
        raise Misuse("There is no such level")
    if key and key.get_size() < 16:
        raise Misuse("The key has to have 16 bytes or more")
    redaction = Cadre.Redaction.new(level)
    redaction.set_pseudonym_key(key)
    redaction.set_subject_posts(arguments.post)
    redaction.set_subject_assignments(arguments.assignment)
    return redaction


def print_bytes(data):
    """As they are, whatever the locale."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def write_json(structure, redaction, target):
    if target:
        structure.save(redaction, to_file(target), None)
    else:
        print_bytes(structure.to_text(redaction).encode())


def write(structure, arguments):
    target = pathlib.Path(arguments.target) if arguments.target else None
    writer = find_format(arguments.write, arguments.target or "", 1)
    redaction = make_redaction(arguments)
    if not writer:
        raise Misuse("What TO is to be cannot be told by its name (--write=FORMAT)")
    if writer == "json":
        return write_json(structure, redaction, target)

    export = writer(structure, redaction, arguments)
    tell(export.get_issues(), "written")
    if target and target.is_dir():
        export.save(to_file(target), None)
    elif export.get_n_files() > 1:
        raise OSError("The format takes several files: TO has to be a folder")
    elif target:
        export.save_file(0, to_file(target), None)
    else:
        print_bytes(export.get_bytes(0).get_data())


def main():
    parser = argparse.ArgumentParser(prog="cadre-convert", description=__doc__)
    parser.add_argument("source", metavar="FROM")
    parser.add_argument("target", metavar="TO", nargs="?")
    parser.add_argument("--read", metavar="FORMAT", help="what FROM is")
    parser.add_argument("--write", metavar="FORMAT", help="what TO is to be")
    parser.add_argument("--map", help="the field map of an extract: a file, or a shipped one")
    parser.add_argument("--level", default="full", help="write it for these readers")
    parser.add_argument(
        "--post", metavar="ID", action="append",
        help="what the level is about: a manager's own post, or one before a panel",
    )
    parser.add_argument(
        "--assignment", metavar="ID", action="append",
        help="what the level is about: the reader's own assignment, or one before a panel",
    )
    parser.add_argument("--key-file", metavar="FILE", help="the key of pseudonyms")
    parser.add_argument("--base", metavar="IRI", help="what IRIs begin with")
    parser.add_argument("--date", metavar="DATE", help="the day that an organogram was published for")
    parser.add_argument("--organisation", metavar="ID", help="what goes before every ref of an organogram")
    parser.add_argument("--employer", metavar="NAME", help="whose organogram it is, whatever its rows say")
    arguments = parser.parse_intermixed_args()

    try:
        structure = read(arguments)
        tell(structure.get_issues(), "structure")
        write(structure, arguments)
    except Misuse as fault:
        print(f"cadre-convert: {fault}", file=sys.stderr)
        return 2
    except (GLib.Error, OSError) as error:
        print(f"cadre-convert: {getattr(error, 'message', error)}", file=sys.stderr)
        return 1
    return 0


sys.exit(main())
