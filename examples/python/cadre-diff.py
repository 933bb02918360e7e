#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What changes from one structure to another; posts belong together by their ids and by the lineages of AFTER.

With a case alone: what changes from its one structure to the other, at its
dates and with the pairs of posts that it confirms. With --patch: the same as
a document that can be applied; with --apply: the structure that it leads to.
With --merge: the structure that two proposals over one base make together;
with --conflicts a report on where they contradict each other. With
--alternatives: what each proposal makes of what there is, side by side. With
--series: what became of the posts of several dates, in their order.
"""

import argparse
import pathlib
import sys

import gi

gi.require_version("Cadre", "1")
from gi.repository import Cadre, Gio, GLib


def words(enumeration):
    """The values of an enumeration by the words for them."""
    return {value.value_nick: value for value in enumeration.__enum_values__.values()}


READERS = words(Cadre.RedactionLevel)
METHODS = words(Cadre.MappingMethod)
LEVELS = words(Cadre.DiffLevel)
CHOICES = {word: choice for word, choice in words(Cadre.MergeChoice).items() if word != "value"}


def to_file(name):
    return Gio.File.new_for_commandline_arg(name)


def write(thing, *arguments):
    writer = Cadre.Writer.new_for_text()
    thing.write(*arguments[:1], writer, *arguments[1:])
    writer.finish(None)
    return writer.dup_text()


def say(line):
    """Bytes as they are, whatever the locale."""
    sys.stderr.buffer.write(line.encode(errors="surrogateescape") + b"\n")
    sys.stderr.buffer.flush()


def field_of(issue):
    """The field in "/posts/3/grade"; None where an origin ends at a record."""
    _, slash, last = (issue.get_origin() or "").rpartition("/")
    return last if slash and not last[:1].isdigit() else None


def tell(what, issues, least):
    """Of faults that are alike, of one code and field, the first and how many more there are."""
    faults = {}
    for issue in issues:
        if issue.get_severity() >= least:
            faults.setdefault((issue.get_code(), field_of(issue)), []).append(issue)
    for alike in faults.values():
        more = f"; {len(alike) - 1} more like it" if len(alike) > 1 else ""
        say(f"{what}: {alike[0].to_string()}{more}")
    if issues.get_n_dropped():
        say(f"{what}: {issues.get_n_dropped()} more faults are only counted")


def tell_each(what, issues):
    """Each of them: what keeps a patch out has to be put right in every place."""
    for issue in issues:
        say(f"{what}: {issue.to_string()}")


def count_errors(structure):
    return structure.get_issues().get_count_by_severity(Cadre.Severity.ERROR)


def tell_new_errors(result, known):
    """Faults that were there before have been told."""
    if count_errors(result) > known:
        tell("the result", result.get_issues(), Cadre.Severity.ERROR)


def load(name, arguments):
    """A structure, with what is wrong told; of one that has a date only what is in force on it, if that is asked for."""
    structure = Cadre.Structure.load(to_file(name), None, None)
    date = structure.get_as_of() if arguments.in_force else None
    if date:
        structure = structure.at(date, None)
    tell(name, structure.get_issues(), Cadre.Severity.WARNING)
    return structure


def map_posts(before, after, after_name, arguments):
    """What is wrong with a mapping is told under the name of the file after."""
    settings = Cadre.MappingSettings(method=METHODS[arguments.map])
    mapping = Cadre.Mapping.new_by_evidence(before, after, None, settings, None)
    tell(after_name, mapping.get_issues(), Cadre.Severity.INFO)
    return mapping


def compare_structures(before, after, after_name, arguments):
    diff = Cadre.Diff.new(before, after, map_posts(before, after, after_name, arguments), None)
    tell(after_name, diff.get_issues(), Cadre.Severity.INFO)
    return diff


def compare_files(arguments):
    before, after = (load(name, arguments) for name in arguments.files)
    return compare_structures(before, after, arguments.files[1], arguments)


def compare_case(name):
    """Running a case compares its structures."""
    case = Cadre.Case.load(to_file(name), None, None)
    diff = case.run(None).get_diff()
    for side, structure in (("before", case.get_before()), ("after", case.get_after())):
        if structure:
            tell(f"{name}, {side}", structure.get_issues(), Cadre.Severity.WARNING)
    tell(name, diff.get_mapping().get_issues(), Cadre.Severity.INFO)
    tell(name, diff.get_issues(), Cadre.Severity.INFO)
    return diff


def write_report(report, arguments):
    return write(report) if arguments.json else report.to_text(0)


def make_report(diff, redaction, arguments):
    if arguments.responses:
        said = Cadre.Responses.load(to_file(arguments.responses), None, None)
        return Cadre.Report.new_for_responses(said, diff, redaction, None)
    if arguments.level is None:
        return Cadre.Report.new_for_diff(diff, redaction, None)
    view = Cadre.DiffView.new(LEVELS[arguments.level])
    view.set_units(arguments.unit)
    view.set_employers(arguments.employer)
    return Cadre.Report.new_for_diff_view(diff, view, redaction, None)


def compare(redaction, arguments):
    files = arguments.files
    diff = compare_case(files[0]) if len(files) == 1 else compare_files(arguments)
    return write_report(make_report(diff, redaction, arguments), arguments)


def apply(redaction, arguments):
    """What does not fit is told on the standard error, each with its place."""
    patch = Cadre.Patch.load(to_file(arguments.apply), None, None)
    if arguments.undo:
        patch = patch.invert()
    before = load(arguments.files[0], arguments)
    tell_each(arguments.apply, patch.check(before, None))
    after = patch.apply(before, None)
    tell_new_errors(after, count_errors(before))
    return write(after, redaction, None)


def replay(merged, name):
    """The resolutions of an earlier merge; those that are out of date are told."""
    document = to_file(name).load_bytes(None)[0]
    tell_each(name, merged.replay(Cadre.Reader.new_for_bytes(document, None), None))


def keep_resolutions(merged, name):
    writer = Cadre.Writer.new_for_text()
    merged.write_resolutions(Cadre.Redaction.new(Cadre.RedactionLevel.FULL), writer)
    writer.finish(None)
    pathlib.Path(name).write_text(writer.dup_text(), encoding="utf-8")


def merge(redaction, arguments):
    """Where the proposals contradict each other, the conflicts are told on the standard error."""
    base = load(arguments.files[0], arguments)
    diffs = [compare_structures(base, load(name, arguments), name, arguments) for name in arguments.files[1:]]
    merged = Cadre.Merge.new(*diffs, None)
    if arguments.replay:
        replay(merged, arguments.replay)
    for position, conflict in enumerate(merged):
        if conflict.get_choice() != Cadre.MergeChoice.NONE:
            continue
        if arguments.choose != "none":
            merged.resolve(position, CHOICES[arguments.choose], None)
        elif not arguments.conflicts:
            say(conflict.to_string())
    if arguments.keep:
        keep_resolutions(merged, arguments.keep)
    if arguments.conflicts:
        return write_report(Cadre.Report.new_for_merge(merged, redaction, None), arguments)
    result = merged.build(None)
    tell_new_errors(result, max(count_errors(diff.get_after()) for diff in diffs))
    return write(result, redaction, None)


def set_side_by_side(redaction, arguments):
    base, *proposals = (load(name, arguments) for name in arguments.files)
    named = zip(proposals, arguments.files[1:])
    mappings = [map_posts(base, proposal, name, arguments) for proposal, name in named]
    alternatives = Cadre.Alternatives.new(base, proposals, None, mappings, None)
    return write_report(Cadre.Report.new_for_alternatives(alternatives, redaction, None), arguments)


def follow_posts(redaction, arguments):
    structures = [load(name, arguments) for name in arguments.files]
    pairs = zip(structures, structures[1:], arguments.files[1:])
    mappings = [map_posts(*pair, arguments) for pair in pairs]
    series = Cadre.Series.new(structures, mappings, None)
    return write_report(Cadre.Report.new_for_series(series, redaction, None), arguments)


def run(arguments):
    redaction = Cadre.Redaction.new(READERS[arguments.readers])
    if arguments.merge:
        return merge(redaction, arguments)
    if arguments.alternatives:
        return set_side_by_side(redaction, arguments)
    if arguments.series:
        return follow_posts(redaction, arguments)
    if arguments.apply:
        return apply(redaction, arguments)
    if arguments.patch:
        return Cadre.Patch.new(compare_files(arguments)).to_text(redaction)
    return compare(redaction, arguments)


def how_many(arguments):
    """The least and the most files that go with what is asked for."""
    if arguments.merge:
        return 3, 3
    if arguments.alternatives:
        return 2, sys.maxsize
    if arguments.series:
        return 1, sys.maxsize
    if arguments.apply:
        return 1, 1
    return (2, 2) if arguments.patch else (1, 2)


def main():
    parser = argparse.ArgumentParser(prog="cadre-diff", description=__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE", help="BEFORE and AFTER, or a case")
    parser.add_argument("--json", action="store_true", help="write JSON for programs")
    parser.add_argument("--in-force", action="store_true", help="of each structure only what is in force on its date")
    parser.add_argument("--map", choices=METHODS, default="id", help="what posts belong together by")
    parser.add_argument("--level", choices=LEVELS, help="how much of it")
    parser.add_argument("--unit", action="append", metavar="ID", help="only this unit and those in it")
    parser.add_argument("--employer", action="append", metavar="ID", help="only this employer")
    parser.add_argument("--responses", metavar="FILE", help="you said, we did: what was said of BEFORE")
    parser.add_argument("--patch", action="store_true", help="write it as a document that can be applied")
    parser.add_argument("--apply", metavar="PATCH", help="apply a patch to BEFORE")
    parser.add_argument("--undo", action="store_true", help="turn the patch round: what is given is AFTER")
    parser.add_argument("--merge", action="store_true", help="merge two proposals: BASE OURS THEIRS")
    parser.add_argument("--conflicts", action="store_true", help="with --merge: a report on the conflicts")
    parser.add_argument("--alternatives", action="store_true", help="set proposals side by side: BASE A B...")
    parser.add_argument("--series", action="store_true", help="what became of the posts of several dates")
    parser.add_argument("--choose", choices=CHOICES, default="none", help="what to take where they contradict")
    parser.add_argument("--keep", metavar="FILE", help="write down how conflicts were resolved")
    parser.add_argument("--replay", metavar="FILE", help="resolve conflicts as they were before")
    parser.add_argument("--for", dest="readers", choices=READERS, default="full", help="who it is for")
    arguments = parser.parse_args()
    least, most = how_many(arguments)
    if not least <= len(arguments.files) <= most:
        parser.error("Which two structures or which case?")

    try:
        text = run(arguments)
    except GLib.Error as error:
        print(f"cadre-diff: {error.message}", file=sys.stderr)
        return 1
    # Bytes as they are, whatever the locale.
    sys.stdout.buffer.write(text.encode())
    return 0


sys.exit(main())
