#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""cadre-diff on documents with faults and with odd words: the same bytes, messages and exit status in C and in Python."""

import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))

import examples  # noqa: E402


def post(ref, title, manager=None, **members):
    return {"id": ref, "title": title, "unit": "a", **({"manager": manager} if manager else {}), **members}


def structure(*posts, **members):
    units = [{"id": "u", "name": "Council"}, {"id": "a", "name": "Adults", "parent": "u"}]
    return {"cadre": "structure", "version": 1, "as-of": "2024-01-01", "units": units, "posts": list(posts), **members}


HEADS = [post("1", "Chief Executive"), post("2", "Head of Parks", "1"), post("3", "Head of Leisure", "1")]
OFFICER = post("4", "Officer", "2")

DOCUMENTS = {
    "sound": structure(*HEADS, OFFICER),
    "circle": structure(HEADS[0], post("2", "Head of Parks", "3"), post("3", "Head of Leisure", "2"), OFFICER),
    "dangling": structure(*HEADS, post("4", "Officer", "nobody")),
    "two-fields": structure(*HEADS, post("4", "Officer", "nobody", grade="G5"), post("5", "Clerk", "2", grade="G1")),
    "duplicate": structure(*HEADS, OFFICER, post("4", "Another Officer", "2")),
    "duplicate-later": structure(*HEADS, OFFICER, OFFICER, **{"as-of": "2025-01-01"}),
    "circle-later": structure(HEADS[0], post("2", "Parks", "3"), post("3", "Leisure", "2"), **{"as-of": "2026-01-01"}),
    "huge": structure(*HEADS, {**OFFICER, "establishment": 999999999999999999999}),
    "minus": structure(*HEADS, {**OFFICER, "establishment": -5}),
    "declared": structure(*HEADS, {**OFFICER, "status": "new"}),
}

FAULTS = {
    "circle": "circle.json: /posts/1/manager: error: line/2/management/3: The line of management leads back to where it starts",
    "dangling": "dangling.json: /posts/3/manager: error: line/4/management/nobody: There is no record of that id",
    "two-fields": "two-fields.json: /posts/3/grade: error: post/4: There is no record of that id [structure.reference.dangling]"
    " (Add the record, or correct the id); 1 more like it\n",
    "duplicate": "duplicate.json: /posts/4/id: error: post/4: Several records of this kind share the id",
    "huge": "huge.json: /posts/3/establishment: error: The value of establishment is not a whole number",
    "minus": "minus.json: /posts/3/establishment: error: The value of establishment is not a whole number",
    "declared": "declared.json: /posts/3: warning: post/4: The post is declared new, but it is the same post as one before"
    " [diff.status.new-but-there]",
}

SAME = ["sound.json", "sound.json"]
TWINS = ["twins.json", "other-twins.json"]
ONE_HEAD = ["sound.json", "merged.json"]
CONTRADICTED = "diff.mapping."
MOVED = ["parted.json", "moved.json"]
IN_PARKS = [
    'What happens is told of a part only: "Parks", with all that is in it. All else in',
    '"Clerk", from "Leisure" to "Parks"',
]

LEFT_OUT = "listed.json: 1 of 4 posts ended before 2025-01-01, and are left out; --all-dates takes them in\n"
LISTED = "listed.json: /posts/3: warning: post/4: The post is declared deleted, but it is there after"
REKEYED = [
    "The references of City do not tell which post is which",
    "Posts that are listed after with the same reference, but not in force 1 ",
]

# What is run in turn: arguments, exit status, words that have to be on the standard error,
# and on the standard output.
RUNS = [
    (["sound.json", "sound.json"], 0, []),
    *[(["sound.json", f"{name}.json"], 0, [words]) for name, words in FAULTS.items()],
    (["sound.json", "two-fields.json"], 0, ["two-fields.json: /posts/3/manager: error: line/4/management/nobody"]),
    (["--json", "--level=summary", "sound.json", "circle.json"], 0, [FAULTS["circle"]]),
    (
        ["--series", "sound.json", "duplicate-later.json", "circle-later.json"],
        0,
        ["duplicate-later.json: /posts/3/id: error: ", "circle-later.json: /posts/1/manager: error: "],
    ),
    (["--alternatives", "--json", "sound.json", "huge.json", "circle.json"], 0, [FAULTS["huge"], FAULTS["circle"]]),
    (["--merge", "sound.json", "sound.json", "dangling.json"], 0, [FAULTS["dangling"]]),
    (["--patch", "circle.json", "sound.json"], 0, [FAULTS["circle"]]),
    # Words that do not go together, and words that are none.
    (["--undo", *SAME], 2, ["--undo does not go with a comparison, only with --apply\n"]),
    (["--conflicts", *SAME], 2, ["--conflicts does not go with a comparison, only with --merge\n"]),
    (["--choose=ours", "--series", *SAME], 2, ["--choose does not go with --series, only with --merge\n"]),
    (["--keep=x", *SAME], 2, ["--keep does not go with a comparison, only with --merge\n"]),
    (["--replay=x", "--patch", *SAME], 2, ["--replay does not go with --patch, only with --merge\n"]),
    (["--patch", "--level=field", *SAME], 2, ["--level does not go with --patch, only with a comparison\n"]),
    (["--series", "--unit=a", *SAME], 2, ["--unit does not go with --series, only with a comparison\n"]),
    (["--json", "--merge", "sound.json", *SAME], 2, ["--json does not go with --merge, only with a comparison, --responses"]),
    (["--json", "--apply=x", "sound.json"], 2, ["--json does not go with --apply"]),
    (["--map=auto", "--apply=x", "sound.json"], 2, ["--map does not go with --apply"]),
    (["--map=auto", "case.json"], 2, ["--map does not go with a case\n"]),
    (["--in-force", "case.json"], 2, ["--in-force does not go with a case\n"]),
    (["--merge", "--series", *SAME], 2, ["--merge and --series do not go together\n"]),
    (["--apply=x", "--patch", *SAME], 2, ["--patch and --apply do not go together\n"]),
    (["--level=all", *SAME], 2, ['--level is headline, summary or field, and not "all"\n']),
    (["--map=title", *SAME], 2, ['--map is id, auto or similarity, and not "title"\n']),
    (["--choose=value", "--merge", "sound.json", *SAME], 2, ['--choose is none, ours, theirs or base, and not "value"\n']),
    (["--for=nobody", *SAME], 2, ["--for is full, consultation, ", 'and not "nobody"\n']),
    (["--level=", *SAME], 2, ["--level is empty\n"]),
    (["--unit=", *SAME], 2, ["--unit is empty\n"]),
    (["--apply=", "sound.json"], 2, ["--apply is empty\n"]),
    (["", "sound.json"], 2, ["The name of a file is empty\n"]),
    (["--colour", *SAME], 2, ["Unknown option --colour\n"]),
    (["--lev=field", *SAME], 2, ["Unknown option --lev=field\n"]),
    ([*SAME, "--level"], 2, ["Missing argument for --level\n"]),
    ([], 2, ["A comparison wants BEFORE AFTER, or CASE; files given: 0\n"]),
    (["sound.json", *SAME], 2, ["A comparison wants BEFORE AFTER, or CASE; files given: 3\n"]),
    (["--merge", *SAME], 2, ["--merge wants BASE OURS THEIRS; files given: 2\n"]),
    (["--patch", "sound.json"], 2, ["--patch wants BEFORE AFTER; files given: 1\n"]),
    (["--apply=x", *SAME], 2, ["--apply wants BEFORE; files given: 2\n"]),
    (["--alternatives", "sound.json"], 2, ["--alternatives wants BASE A B...; files given: 1\n"]),
    (["sound.json", "--json", "sound.json"], 0, []),
    # A part of it.
    (["--unit=p", *MOVED], 0, [], IN_PARKS),
    (["--unit=p", "--level=headline", *MOVED], 0, [], IN_PARKS[:1]),
    (["--unit=u", "--json", *MOVED], 0, []),
    (["--employer=c", *MOVED], 0, [], ['a part only: posts employed by "City".', '"Clerk"']),
    (["--tier=3", *MOVED], 0, [], ["a part only: posts on tier 3.", '"Clerk"']),
    (["--tier=1", "--tier=2", *MOVED], 0, [], ["a part only: posts on tier 1, 2.", "Nothing changes in that part."]),
    (["--kind=post-moved", "--kind=cost", *MOVED], 0, [], ['changes of the kind "Moved", "Cost".', '"Clerk"']),
    (["--kind=post-retitled", *MOVED], 0, [], ['changes of the kind "Title".', "Nothing changes in that part."]),
    (["--unit=p", "--unit=x", *MOVED], 2, ['--unit: neither structure has "x"\n']),
    (["--employer=nobody", "--level=field", *MOVED], 2, ['--employer: neither structure has "nobody"\n']),
    (["--kind=post-retitled", "--level=headline", *MOVED], 0, [], ["Nothing that is told at this level changes in that part."]),
    (["--tier=9", *MOVED], 2, ['--tier: neither structure has "9"\n']),
    (["--tier=top", *MOVED], 2, ['--tier is a number from 0 to 9999, and not "top"\n']),
    (["--tier=-1", *MOVED], 2, ['--tier is a number from 0 to 9999, and not "-1"\n']),
    (["--kind=moved", *MOVED], 2, ["--kind is record-created, ", 'and not "moved"\n']),
    (["--kind=", *MOVED], 2, ["--kind is empty\n"]),
    (["--tier=1", "--patch", *MOVED], 2, ["--tier does not go with --patch, only with a comparison\n"]),
    # Posts that ended before the date of the list that has them once more.
    (["sound.json", "listed.json"], 0, [LEFT_OUT], ["1 post would be deleted.", "3 posts would go on unchanged."]),
    (["--in-force", "sound.json", "listed.json"], 0, [], ["1 post would be deleted."]),
    (["--all-dates", "sound.json", "listed.json"], 0, [LISTED], ["counted here like any other: 0 before, 1 after."]),
    (["--series", "sound.json", "listed.json"], 0, [LEFT_OUT], ["4 0 0 1 3 25.0"]),
    (["--series", "--all-dates", "sound.json", "listed.json"], 0, [], ["2025, 1 is not in force. It is counted"]),
    (["--alternatives", "sound.json", "listed.json"], 0, [LEFT_OUT], ["1; Line manager: Head of Parks"]),
    (["listed.json", "listed.json"], 0, [LEFT_OUT], ["Nothing changes."]),
    (["sound.json", "later.json"], 0, [], ["1 post would be created."]),
    (["--patch", "sound.json", "listed.json"], 0, [LISTED]),
    (["--map=auto", "--all-dates", "before-rekeyed.json", "rekeyed.json"], 0, [], REKEYED),
    (["--all-dates", "--in-force", *SAME], 2, ["--in-force and --all-dates do not go together\n"]),
    (["--all-dates", "--patch", *SAME], 2, ["--all-dates does not go with --patch, only with a comparison, "]),
    (["--all-dates", "case.json"], 2, ["--all-dates does not go with a case\n"]),
    # Pairs of posts that a person hands in.
    (["--map=auto", *TWINS], 0, [], ["Porter (Adults) Porter (Adults) one of several title, manager [t1] [x1] posts that"]),
    (["--map=auto", "--pair=t3=x1", "--pair=t1=", *TWINS], 0, [], ["Posts that a person says are the same 1 ", "[t2] "]),
    (["--not-pair=4=4", *SAME], 0, [], ["1 post would be created.", "1 post would be deleted.", "Pairs of posts that a person says are not the same 1 "]),
    (["--not-pair=4=9", *SAME], 2, ['--not-pair: AFTER has no post "9"\n']),
    (["--not-pair=4=", *SAME], 2, ['--not-pair is OLD=NEW, and not "4="\n']),
    (["--not-pair=4=4", "case.json"], 2, ["--not-pair does not go with a case\n"]),
    (["--pair=2=3", "--pair=3=2", *SAME], 0, [CONTRADICTED], ["3 posts would change."]),
    (["--pair=4=", "--pair==4", *SAME], 0, [CONTRADICTED], ["1 post would be created.", "1 post would be deleted."]),
    (["--pair=a=b=c", "equal-sign.json", "equal-sign.json"], 0, [CONTRADICTED]),
    (["--pair=4=2", "--patch", *SAME], 0, [CONTRADICTED]),
    (["--level=summary", "--merged=2=h", "--merged=3=h", *ONE_HEAD], 0, [], ["Posts made of several - Posts merged"]),
    (["--level=summary", "--split=h=2", "--split=h=3", *ONE_HEAD[::-1]], 0, [], ["Posts that are split - Post split"]),
    (["--pair=9=2", *SAME], 2, ['--pair: BEFORE has no post "9"\n']),
    (["--pair=2=9", *SAME], 2, ['--pair: AFTER has no post "9"\n']),
    (["--split=2=9", *SAME], 2, ['--split: AFTER has no post "9"\n']),
    (["--pair=2", *SAME], 2, ['--pair is OLD=NEW, OLD= or =NEW, and not "2"\n']),
    (["--pair==", *SAME], 2, ['--pair is OLD=NEW, OLD= or =NEW, and not "="\n']),
    (["--merged=2=", *SAME], 2, ['--merged is OLD=NEW, and not "2="\n']),
    (["--pair=", *SAME], 2, ["--pair is empty\n"]),
    (["--pair=1=1", "--series", *SAME], 2, ["--pair does not go with --series, only with a comparison, --responses or --patch\n"]),
    (["--pair=1=1", "case.json"], 2, ["--pair does not go with a case\n"]),
    # Files that cannot be read or written are named.
    (["sound.json", "nowhere.json"], 1, ["cadre-diff: nowhere.json: "]),
    (["nowhere.json", "sound.json"], 1, ["cadre-diff: nowhere.json: "]),
    (["nowhere.json"], 1, ["cadre-diff: nowhere.json: "]),
    (["sound.json"], 1, ["cadre-diff: sound.json: Line 1, column 11, at /cadre: the document is not of the kind"]),
    (["sound.json", "broken.json"], 1, ["cadre-diff: broken.json: Line 1, column 2, "]),
    (["--series", "sound.json", "broken.json"], 1, ["cadre-diff: broken.json: "]),
    (["--alternatives", "broken.json", "sound.json"], 1, ["cadre-diff: broken.json: "]),
    (["--merge", "sound.json", "sound.json", "broken.json"], 1, ["cadre-diff: broken.json: "]),
    (["--responses=broken.json", *SAME], 1, ["cadre-diff: broken.json: "]),
    (["--apply=broken.json", "sound.json"], 1, ["cadre-diff: broken.json: "]),
    (["--apply=sound.json", "sound.json"], 1, ["cadre-diff: sound.json: "]),
    (["--merge", "--replay=broken.json", "sound.json", *SAME], 1, ["cadre-diff: broken.json: "]),
    (["--merge", "--replay=nowhere.json", "sound.json", *SAME], 1, ["cadre-diff: nowhere.json: "]),
    (["--merge", "--keep=nowhere/kept.json", "sound.json", *SAME], 1, ["cadre-diff: nowhere/kept.json: "]),
    (["--merge", "--keep=.", "sound.json", *SAME], 1, ["cadre-diff: .: "]),
    # Resolving one conflict brings up another.
    (["--merge", "--choose=base", "round.json", "opened.json", "wider.json"], 0, ["structure.line.cycle"]),
    (["--merge", "--keep=kept.json", "sound.json", *SAME], 0, []),
    (["--unit=\udcff", *SAME], 2, ["--unit is not UTF-8\n"]),
    (["--level=\udcff", *SAME], 2, ["--level is headline, summary or field, and not "]),
]


CITY = [{"id": "c", "name": "City"}]
PARTS = [{"id": "u", "name": "Council"}, *({"id": name[0].lower(), "name": name, "parent": "u"} for name in ("Parks", "Leisure"))]
PARTED = [
    {**HEADS[0], "unit": "u", "employer": "c"},
    {**HEADS[1], "unit": "p", "employer": "c"},
    {**HEADS[2], "unit": "l", "employer": "c"},
]
CLERK = post("4", "Clerk", employer="c")
DOCUMENTS |= {
    "parted": structure(*PARTED, {**CLERK, "manager": "3", "unit": "l"}, units=PARTS, organisations=CITY),
    "moved": structure(*PARTED, {**CLERK, "manager": "2", "unit": "p"}, units=PARTS, organisations=CITY),
}


GONE = {"status": "deleted", "valid-to": "2024-12-31"}
TITLES = ["Head of Parks", "Gardener", "Keeper of Bees", "Librarian", "Archivist", "Head of Baths", "Diver", "Surveyor"]
STAFF = [post(str(n), title, "1" if n > 1 else None, employer="c") for n, title in enumerate(TITLES, 1)]
DOCUMENTS |= {
    "listed": structure(*HEADS, {**OFFICER, **GONE}, **{"as-of": "2025-01-01"}),
    "later": structure(*HEADS, OFFICER, post("5", "Clerk", "2", **{"valid-from": "2030-01-01"})),
    "before-rekeyed": structure(*STAFF, post("9", "Chimney Sweep", "1", employer="c"), organisations=CITY),
    "rekeyed": structure(
        *({**member, "id": f"n{member['id']}", **({"manager": "n1"} if "manager" in member else {})} for member in STAFF),
        post("9", "Chimney Sweep", "n1", employer="c", **GONE),
        organisations=CITY,
        **{"as-of": "2025-01-01"},
    ),
}


DOCUMENTS |= {
    "twins": structure(post("1", "Head"), *(post(f"t{n}", "Porter", "1") for n in range(1, 5))),
    "other-twins": structure(post("h", "Head"), *(post(f"x{n}", "Porter", "h") for n in range(1, 4))),
    "equal-sign": structure(HEADS[0], post("a=b", "Clerk", "1"), post("c", "Porter", "1"), post("a", "Driver", "1")),
    "merged": structure(HEADS[0], post("h", "Head of Parks and Leisure", "1"), post("4", "Officer", "h")),
    **{
        name: structure(post("1", "Head"), *(post(str(n), f"Clerk {n}", m) for n, m in enumerate(managers, 2)))
        for name, managers in {"round": "323", "opened": "123", "wider": "423"}.items()
    },
}


def prepare(folder):
    for name, document in DOCUMENTS.items():
        (folder / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")
    (folder / "broken.json").write_text("{,", encoding="utf-8")


def run(command, folder, arguments):
    return subprocess.run(
        [*command, *arguments], cwd=folder, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"}
    )


def fault_of(done, status, words, said):
    told, text = done.stderr.decode(errors="replace"), " ".join(done.stdout.decode().split())
    missing = [word for word in words if word not in told]
    silent = not words and not said and told
    if done.returncode != status or missing or silent:
        return f"exit status {done.returncode}, {told or 'nothing is told'}"
    return "\n".join(f"not said: {word}" for word in said if word not in text) or None


def is_json(text):
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def check_runs(tap, arguments, folder):
    for words, status, told, *said in RUNS:
        title = ascii(" ".join(words))[1:-1]
        done = run([arguments.program], folder, words)
        fault = fault_of(done, status, told, said[0] if said else [])
        if fault is None and "--json" in words and status == 0 and not is_json(done.stdout):
            fault = "what is printed is no JSON"
        tap.result(title, fault)
        if not arguments.script:
            continue
        again = run([sys.executable, arguments.script], folder, words)
        same = [(done.stdout, again.stdout), (done.stderr, again.stderr)]
        fault = "\n".join(f"{pair[0]}\n{pair[1]}" for pair in same if pair[0] != pair[1]) or None
        if done.returncode != again.returncode:
            fault = f"exit status {done.returncode} and {again.returncode}\n{again.stderr.decode(errors='replace')}"
        tap.result(f"{title}: in Python", fault)


def check_outputs(tap, arguments, folder):
    """A disk that is full, a reader that has gone, and nobody to tell: the same end without a traceback."""
    commands = [[arguments.program], *([[sys.executable, arguments.script]] if arguments.script else [])]
    for command in commands:
        title = examples.example_name(command) + (" in Python" if len(command) > 1 else "")
        for words in (SAME, ["--merge", "sound.json", *SAME]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([*command, *words], cwd=folder, stdout=full, stderr=subprocess.PIPE)
            expected = (1, b"cadre-diff: No space left on device\n")
            fault = None if (done.returncode, done.stderr) == expected else f"{done.returncode}, {done.stderr}"
            tap.result(f"{title}: a full disk, {' '.join(words)}", fault)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([*command, "nowhere.json"], cwd=folder, stdout=subprocess.PIPE, stderr=full)
        tap.result(f"{title}: nobody to tell", None if done.returncode == 1 else f"{done.returncode}")
        tap.result(f"{title}: nobody reads on", fault_of_pipe([*command, *SAME], folder))


def fault_of_pipe(command, folder):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command, cwd=folder, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    ended = (-signal.SIGPIPE, b"")
    return None if (done.returncode, done.stderr) == ended else f"{done.returncode}, {done.stderr}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("program")
    parser.add_argument("--script")
    arguments = parser.parse_args()

    tap = examples.Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        prepare(folder)
        check_runs(tap, arguments, folder)
        check_outputs(tap, arguments, folder)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
