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
import contextlib
import datetime
import os
import re
import signal
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
KINDS = words(Cadre.ChangeKind)
# A value of one's own is none for all conflicts.
CHOICES = {word: choice for word, choice in words(Cadre.MergeChoice).items() if word != "value"}

# What can be asked for: the files that it wants, the least and the most of them.
JOBS = {
    "a comparison": ("BEFORE AFTER, or CASE", 1, 2),
    "--responses": ("BEFORE AFTER, or CASE", 1, 2),
    "--patch": ("BEFORE AFTER", 2, 2),
    "--apply": ("BEFORE", 1, 1),
    "--merge": ("BASE OURS THEIRS", 3, 3),
    "--merge --conflicts": ("BASE OURS THEIRS", 3, 3),
    "--alternatives": ("BASE A B...", 2, sys.maxsize),
    "--series": ("FILE...", 1, sys.maxsize),
}
TWO = ["a comparison", "--responses", "--patch"]
MERGES = ["--merge", "--merge --conflicts"]

# Options that go with some jobs only, and those that do not go with a case.
BOUNDS = {
    "json": ["a comparison", "--responses", "--merge --conflicts", "--alternatives", "--series"],
    "in-force": list(JOBS),
    "all-dates": ["a comparison", "--responses", "--alternatives", "--series"],
    "map": [job for job in JOBS if job != "--apply"],
    "pair": TWO,
    "not-pair": TWO,
    "merged": TWO,
    "split": TWO,
    "level": ["a comparison"],
    "unit": ["a comparison"],
    "employer": ["a comparison"],
    "kind": ["a comparison"],
    "tier": ["a comparison"],
    "undo": ["--apply"],
    "conflicts": MERGES,
    "choose": MERGES,
    "keep": MERGES,
    "replay": MERGES,
}
NOT_WITH_CASE = ["in-force", "all-dates", "map", "pair", "not-pair", "merged", "split"]

# What OLD=NEW means, by option: its forms, the kind of the pair, and what it rests on.
FORMS = {
    "pair": ("OLD=NEW, OLD= or =NEW", Cadre.LineageKind.CONTINUING, Cadre.PairBasis.CONFIRMED),
    "not-pair": ("OLD=NEW", Cadre.LineageKind.UNKNOWN, Cadre.PairBasis.REFUSED),
    "merged": ("OLD=NEW", Cadre.LineageKind.MERGE, Cadre.PairBasis.CONFIRMED),
    "split": ("OLD=NEW", Cadre.LineageKind.SPLIT, Cadre.PairBasis.CONFIRMED),
}


class Misuse(Exception):
    """A fault of the words on the command line."""


class Failure(Exception):
    """What could not be done, and with which file."""


@contextlib.contextmanager
def naming(name):
    """Faults are told under the name of the file."""
    try:
        yield
    except GLib.Error as error:
        raise Failure(f"{name}: {error.message}") from error


class Parser(argparse.ArgumentParser):
    """Says what the program in C says."""

    def error(self, message):
        missing = re.match(r"argument (--[\w-]+): expected one argument", message)
        extra = re.match(r"argument (--[\w-]+): ignored explicit argument", message)
        given = next((word for word in sys.argv[1:] if extra and word.startswith(extra[1] + "=")), "")
        if missing:
            message = f"Missing argument for {missing[1]}"
        elif extra:
            message = f"Unknown option {given}"
        raise Misuse(message)


def to_file(name):
    return Gio.File.new_for_commandline_arg(name)


def write(thing, *arguments):
    writer = Cadre.Writer.new_for_text()
    thing.write(*arguments[:1], writer, *arguments[1:])
    writer.finish(None)
    return writer.dup_text()


def drop(stream):
    """What is left in its buffer is not tried again at the end, where it would be another fault."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(line):
    """Bytes as they are, whatever the locale; where they cannot be written there is nobody to tell."""
    try:
        sys.stderr.buffer.write(line.encode(errors="surrogateescape") + b"\n")
        sys.stderr.buffer.flush()
    except OSError:
        drop(sys.stderr)


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


def tell_new_errors(what, result, known):
    """The errors of what was made of something, where it has more than are known."""
    if count_errors(result) > known:
        tell(what, result.get_issues(), Cadre.Severity.ERROR)


def leave_out_ended(name, whole, date):
    """Published lists have the posts that went once more."""
    taken = whole.at_or_after(date, None)
    most, left = (structure.get_n_records(Cadre.RecordKind.POST) for structure in (whole, taken))
    if left < most:
        day = date if isinstance(date, datetime.date) else date.to_string()
        say(f"{name}: {most - left} of {most} posts ended before {day}, and are left out; --all-dates takes them in")
    return taken


def load(name, arguments):
    """A structure, with what is wrong told. A patch and a merge are of documents, with all that is in them."""
    with naming(name):
        whole = structure = Cadre.Structure.load(to_file(name), None, None)
        date = structure.get_as_of()
        if date and arguments.in_force:
            structure = structure.at(date, None)
        elif date and not arguments.all_dates and not (arguments.patch or arguments.apply or arguments.merge):
            structure = leave_out_ended(name, structure, date)
    # Values that no field can hold are told by the reader alone.
    tell(name, whole.get_issues(), Cadre.Severity.WARNING)
    tell_new_errors(name, structure, count_errors(whole))
    return structure


def split_pair(before, after, text):
    """An id may have "=" in it: the two that are there."""
    places = [place.start() for place in re.finditer("=", text)]
    halves = [(text[:place], text[place + 1 :]) for place in places]
    known = [(old, new) for old, new in halves if all(are_there(before, after, old, new))]
    return (known or halves or [(None, None)])[0]


def are_there(before, after, old, new):
    """Whether each of the two is there, or none."""
    return not old or before.find_post(old), not new or after.find_post(new)


def make_pair(before, after, name, text):
    forms, kind, basis = FORMS[name]
    old, new = split_pair(before, after, text)
    if not old and not new or name != "pair" and not (old and new):
        raise Misuse(f'--{name} is {forms}, and not "{text}"')
    has_old, has_new = are_there(before, after, old, new)
    if not has_old or not has_new:
        side, post = ("BEFORE", old) if not has_old else ("AFTER", new)
        raise Misuse(f'--{name}: {side} has no post "{post}"')
    if not old:
        kind = Cadre.LineageKind.CREATED
    elif not new:
        kind = Cadre.LineageKind.UNKNOWN
    return Cadre.Pair.new(old or None, new or None, kind, basis, None)


def make_pairs(before, after, arguments):
    """The pairs of posts that are handed in."""
    pairs = Gio.ListStore.new(Cadre.Pair)
    for name in FORMS:
        for text in getattr(arguments, name.replace("-", "_")) or []:
            pairs.append(make_pair(before, after, name, text))
    return pairs


def map_posts(before, after, after_name, arguments):
    """What is wrong with a mapping is told under the name of the file after."""
    settings = Cadre.MappingSettings(method=METHODS[arguments.map or "id"])
    mapping = Cadre.Mapping.new_by_evidence(before, after, make_pairs(before, after, arguments), settings, None)
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
    with naming(name):
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


def has_employer(structure, name):
    """An employer may be named by posts only."""
    posts = structure.list_records(Cadre.RecordKind.POST)
    return structure.find_organisation(name) or any(post.get_employer() == name for post in posts)


def has_tier(structure, text):
    posts = [post.get_id() for post in structure.list_records(Cadre.RecordKind.POST)]
    return any(structure.get_tier(post, None) == int(text) for post in posts if post is not None)


def check_part(diff, arguments):
    """"Nothing changes" is no answer to a slip of the pen."""
    tests = {"unit": Cadre.Structure.find_unit, "employer": has_employer, "tier": has_tier}
    for name, has in tests.items():
        for text in getattr(arguments, name) or []:
            if not has(diff.get_before(), text) and not has(diff.get_after(), text):
                raise Misuse(f'--{name}: neither structure has "{text}"')


def make_report(diff, redaction, arguments):
    if arguments.responses:
        with naming(arguments.responses):
            said = Cadre.Responses.load(to_file(arguments.responses), None, None)
        return Cadre.Report.new_for_responses(said, diff, redaction, None)
    part = (arguments.unit, arguments.employer, arguments.kind, arguments.tier)
    if arguments.level is None and not any(part):
        return Cadre.Report.new_for_diff(diff, redaction, None)
    # Whoever asks for a part asks for what happens there: events and no tables.
    view = Cadre.DiffView.new(LEVELS[arguments.level or "summary"])
    view.set_units(arguments.unit)
    view.set_employers(arguments.employer)
    for kind in arguments.kind or []:
        view.add_kind(KINDS[kind])
    for tier in arguments.tier or []:
        view.add_tier(int(tier))
    check_part(diff, arguments)
    return Cadre.Report.new_for_diff_view(diff, view, redaction, None)


def compare(redaction, arguments):
    files = arguments.files
    diff = compare_case(files[0]) if len(files) == 1 else compare_files(arguments)
    return write_report(make_report(diff, redaction, arguments), arguments)


def apply(redaction, arguments):
    """What does not fit is told on the standard error, each with its place."""
    with naming(arguments.apply):
        patch = Cadre.Patch.load(to_file(arguments.apply), None, None)
    if arguments.undo:
        patch = patch.invert()
    before = load(arguments.files[0], arguments)
    tell_each(arguments.apply, patch.check(before, None))
    with naming(arguments.files[0]):
        after = patch.apply(before, None)
    tell_new_errors("the result", after, count_errors(before))
    return write(after, redaction, None)


def replay(merged, name):
    """The resolutions of an earlier merge; those that are out of date are told."""
    with naming(name):
        document = to_file(name).load_bytes(None)[0]
        issues = merged.replay(Cadre.Reader.new_for_bytes(document, None), None)
    tell_each(name, issues)


def keep_resolutions(merged, name):
    with naming(name):
        writer = Cadre.Writer.new_for_file(to_file(name), None)
        merged.write_resolutions(Cadre.Redaction.new(Cadre.RedactionLevel.FULL), writer)
        writer.finish(None)


def resolve(merged, arguments):
    """What is not resolved is, as --choose says, or told. A resolution may bring up another conflict."""
    position = 0
    while position < merged.get_n_items():
        conflict = merged.get_item(position)
        if conflict.get_choice() == Cadre.MergeChoice.NONE:
            if arguments.choose not in (None, "none"):
                merged.resolve(position, CHOICES[arguments.choose], None)
            elif not arguments.conflicts:
                say(conflict.to_string())
        position += 1


def merge(redaction, arguments):
    """Where the proposals contradict each other, the conflicts are told on the standard error."""
    base = load(arguments.files[0], arguments)
    diffs = [compare_structures(base, load(name, arguments), name, arguments) for name in arguments.files[1:]]
    merged = Cadre.Merge.new(*diffs, None)
    if arguments.replay:
        replay(merged, arguments.replay)
    resolve(merged, arguments)
    if arguments.keep:
        keep_resolutions(merged, arguments.keep)
    if arguments.conflicts:
        return write_report(Cadre.Report.new_for_merge(merged, redaction, None), arguments)
    result = merged.build(None)
    tell_new_errors("the result", result, max(count_errors(diff.get_after()) for diff in diffs))
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
    redaction = Cadre.Redaction.new(READERS[arguments.readers or "full"])
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


def listed(items):
    """"a, b or c\""""
    *most, last = items
    return f"{', '.join(most)} or {last}" if most else last


def find_job(arguments):
    """The one thing that is asked for."""
    wanted = {
        "--responses": arguments.responses,
        "--patch": arguments.patch,
        "--apply": arguments.apply,
        "--merge": arguments.merge,
        "--alternatives": arguments.alternatives,
        "--series": arguments.series,
    }
    jobs = [job for job, value in wanted.items() if value]
    if len(jobs) > 1:
        raise Misuse(f"{jobs[0]} and {jobs[1]} do not go together")
    if arguments.in_force and arguments.all_dates:
        raise Misuse("--in-force and --all-dates do not go together")
    job = jobs[0] if jobs else "a comparison"
    return "--merge --conflicts" if job == "--merge" and arguments.conflicts else job


def check_values(given, arguments):
    for name, value in given.items():
        if "" in (value if isinstance(value, list) else [value]):
            raise Misuse(f"--{name} is empty")
    if "" in arguments.files:
        raise Misuse("The name of a file is empty")
    for name in ("unit", "employer", *FORMS):
        # What Python could not read is in surrogates.
        if re.search("[\ud800-\udfff]", "".join(given.get(name, []))):
            raise Misuse(f"--{name} is not UTF-8")
    known = {"map": METHODS, "choose": CHOICES, "for": READERS, "level": LEVELS, "kind": KINDS}
    for name, values in known.items():
        for value in given.get(name, []) if name == "kind" else [given.get(name)]:
            if value is not None and value not in values:
                raise Misuse(f'--{name} is {listed(values)}, and not "{value}"')
    for tier in given.get("tier", []):
        if not re.fullmatch("[0-9]+", tier) or int(tier) > 9999:
            raise Misuse(f'--tier is a number from 0 to 9999, and not "{tier}"')


def check_bounds(given, job, is_case):
    for name, jobs in BOUNDS.items():
        if name not in given:
            continue
        if job not in jobs:
            only = [other for other in jobs if other != "--merge --conflicts" or "--merge" not in jobs]
            raise Misuse(f"--{name} does not go with {job}, only with {listed(only)}")
        if is_case and name in NOT_WITH_CASE:
            raise Misuse(f"--{name} does not go with a case")


def check(arguments):
    named = {name.replace("_", "-"): value for name, value in vars(arguments).items() if name != "files"}
    named["for"] = named.pop("readers")
    given = {name: value for name, value in named.items() if value is not None and value is not False}
    check_values(given, arguments)
    job = find_job(arguments)
    wants, least, most = JOBS[job]
    if not least <= len(arguments.files) <= most:
        words = "A comparison" if job == "a comparison" else job
        raise Misuse(f"{words} wants {wants}; files given: {len(arguments.files)}")
    check_bounds(given, job, job in ("a comparison", "--responses") and len(arguments.files) == 1)


def make_parser():
    parser = Parser(prog="cadre-diff", description=__doc__, allow_abbrev=False)
    parser.add_argument("files", nargs="*", metavar="FILE", help="BEFORE and AFTER, or a case")
    parser.add_argument("--json", action="store_true", help="write JSON for programs")
    parser.add_argument("--in-force", action="store_true", help="of each structure only what is in force on its date")
    parser.add_argument("--all-dates", action="store_true", help="what had ended before that date too")
    parser.add_argument("--map", metavar=listed(METHODS), help="what posts belong together by")
    parser.add_argument("--pair", action="append", metavar="OLD=NEW", help="one post; OLD= goes, =NEW is new")
    parser.add_argument("--not-pair", action="append", metavar="OLD=NEW", help="two posts, neither made of the other")
    parser.add_argument("--merged", action="append", metavar="OLD=NEW", help="NEW was made of OLD and of others")
    parser.add_argument("--split", action="append", metavar="OLD=NEW", help="NEW and others were made of OLD")
    parser.add_argument("--level", metavar=listed(LEVELS), help="how much of it")
    parser.add_argument("--unit", action="append", metavar="ID", help="only this unit and those in it")
    parser.add_argument("--employer", action="append", metavar="ID", help="only this employer")
    parser.add_argument("--kind", action="append", help="only this kind of change, such as post-moved")
    parser.add_argument("--tier", action="append", metavar="NUMBER", help="only posts of this tier, as it is worked out")
    parser.add_argument("--responses", metavar="FILE", help="you said, we did: what was said of BEFORE")
    parser.add_argument("--patch", action="store_true", help="write it as a document that can be applied")
    parser.add_argument("--apply", metavar="PATCH", help="apply a patch to BEFORE")
    parser.add_argument("--undo", action="store_true", help="turn the patch round: what is given is AFTER")
    parser.add_argument("--merge", action="store_true", help="merge two proposals: BASE OURS THEIRS")
    parser.add_argument("--conflicts", action="store_true", help="with --merge: a report on the conflicts")
    parser.add_argument("--alternatives", action="store_true", help="set proposals side by side: BASE A B...")
    parser.add_argument("--series", action="store_true", help="what became of the posts of several dates")
    parser.add_argument("--choose", metavar="ours|theirs|base|none", help="what to take where they contradict")
    parser.add_argument("--keep", metavar="FILE", help="write down how conflicts were resolved")
    parser.add_argument("--replay", metavar="FILE", help="resolve conflicts as they were before")
    parser.add_argument("--for", dest="readers", metavar="LEVEL", help="who it is for, such as consultation")
    return parser


def parse():
    arguments, unknown = make_parser().parse_known_intermixed_args()
    if unknown:
        raise Misuse(f"Unknown option {unknown[0]}")
    check(arguments)
    return arguments


def print_text(text):
    """Bytes as they are, whatever the locale."""
    try:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    except OSError as error:
        say(f"cadre-diff: {error.strerror}")
        drop(sys.stdout)
        return 1
    return 0


def main():
    try:
        text = run(parse())
    except Misuse as misuse:
        say(f"cadre-diff: {misuse}")
        return 2
    except Failure as failure:
        say(f"cadre-diff: {failure}")
        return 1
    except GLib.Error as error:
        say(f"cadre-diff: {error.message}")
        return 1
    return print_text(text)


# Whoever reads no further ends the program, as in C.
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
sys.exit(main())
