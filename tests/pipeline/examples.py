#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs an example in C and in Python on documents of examples/data/: the same bytes every time.

Every way of running it has to give the bytes of the first: in Python, in other
locales, and when the rows and the members of a document stand in another order.
Some of the outputs are also compared with those that are committed in
expected/. With --update they are written there instead.

Locales are made in the build folder; one that cannot be made is skipped.
"""

import argparse
import difflib
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    jsonschema = None

LOCALES = ["C", "de_DE.UTF-8", "tr_TR.UTF-8"]
DATA = "examples/data"

STRUCTURES = [
    "integrated-2011-after",
    "integrated-2011-before",
    "island-2003-after",
    "island-2003-before",
    "stockton-2007-after",
    "stockton-2007-before",
    "vale-2008-after",
    "vale-2008-before",
]

# The runs of each example: the documents, the options, and the name of the
# committed output where there is one.
RUNS = {
    "cadre-diff": [
        (["stockton-2007-before", "stockton-2007-after"], [], "diff-stockton-2007.txt"),
        (["stockton-2007-before", "stockton-2007-after"], ["--json"], None),
        (["stockton-2007-before", "stockton-2007-before"], [], None),
        (["stockton-2007-before", "stockton-2007-after"], ["--level=headline"], "diff-stockton-2007-headline.txt"),
        (["vale-2008-before", "vale-2008-after"], ["--level=summary", "--map=similarity", "--for=union"], None),
        (["vale-2008-before", "vale-2008-after"], ["--level=field", "--map=auto", "--json"], None),
        (["vale-2008-before", "vale-2008-after"], ["--patch"], None),
        (["harbour-draft", "harbour-final", "harbour-draft"], ["--merge"], None),
        (["stockton-2007-before", "stockton-2007-after", "vale-2008-before"], ["--merge", "--choose=base"], None),
        (
            ["harbour-draft", "harbour-final"],
            ["--responses=examples/data/harbour-responses.json"],
            "diff-harbour-responses.txt",
        ),
        (["harbour-draft", "harbour-final", "harbour-union"], ["--merge", "--conflicts"], "diff-harbour-conflicts.txt"),
        (
            ["harbour-draft", "harbour-final", "harbour-union"],
            ["--merge", "--conflicts", "--replay=examples/data/harbour-resolutions.json"],
            "diff-harbour-resolved.txt",
        ),
        (
            ["harbour-draft", "harbour-final", "harbour-union"],
            ["--merge", "--replay=examples/data/harbour-resolutions.json"],
            "diff-harbour-merged.json",
        ),
        (
            ["harbour-draft", "harbour-final", "harbour-union"],
            ["--merge", "--conflicts", "--choose=theirs", "--json", "--for=consultation"],
            None,
        ),
        (
            ["harbour-hr", "harbour-draft", "harbour-final", "harbour-union"],
            ["--alternatives"],
            "diff-harbour-alternatives.txt",
        ),
        (
            ["harbour-hr", "harbour-draft", "harbour-final", "harbour-union"],
            ["--alternatives", "--json", "--for=union", "--map=similarity"],
            None,
        ),
        (["harbour-hr", "harbour-final", "harbour-later"], ["--series"], "diff-harbour-series.txt"),
        (["harbour-hr", "harbour-final", "harbour-later"], ["--series", "--json", "--for=consultation"], None),
        (["vale-2008-before", "vale-2008-after"], [], "diff-vale-2008.txt"),
        (["vale-2008-after", "vale-2008-before"], ["--json"], None),
        (["vale-2008-case"], ["--json"], None),
        (["stockton-2007-judged-case"], [], None),
        (["island-2003-before", "island-2003-after"], [], None),
        (["island-2003-before", "island-2003-after"], ["--in-force", "--for=consultation"], None),
        (["integrated-2011-before", "integrated-2011-after"], [], None),
    ],
    "cadre-match": [
        (["stockton-2007-case"], [], "match-stockton-2007.txt"),
        (["stockton-2007-case"], ["--json"], None),
        (["stockton-2007-case"], ["--level=consultation"], None),
        (["stockton-2007-judged-case"], [], "match-stockton-2007-judged.txt"),
        (["stockton-2007-judged-case"], ["--json", "--level=consultation"], None),
        (["vale-2008-case"], [], "match-vale-2008.txt"),
        (["vale-2008-case"], ["--json"], None),
        (["stockton-2007-judged-case"], ["--forecast", "--draws=200", "--seed=7"], "match-stockton-2007-forecast.txt"),
        (["stockton-2007-judged-case"], ["--forecast", "--purpose=cover while posts are filled", "--json"], None),
        (["stockton-2007-judged-case"], ["--forecast", "--level=consultation"], None),
        (["stockton-2007-judged-case"], ["--worklist"], "match-stockton-2007-worklist.txt"),
        (["vale-2008-case"], ["--worklist", "--json"], None),
        (["stockton-2007-judged-case"], ["--explain=assignment-10"], "match-stockton-2007-explain.txt"),
        (["stockton-2007-judged-case"], ["--explain=workforce-manager/1", "--json"], None),
        (["stockton-2007-judged-case"], ["--stage=slotting-in"], None),
        (["stockton-2007-staged-case"], [], "match-stockton-2007-staged.txt"),
        (["stockton-2007-staged-case"], ["--until=26", "--stage=slotting-in"], "match-stockton-2007-staged-1.txt"),
        (["stockton-2007-staged-case"], ["--until=40", "--stage=limited-competition"], "match-stockton-2007-staged-2.txt"),
        (["stockton-2007-staged-case"], ["--stage=wider-competition"], "match-stockton-2007-staged-3.txt"),
        (["stockton-2007-staged-case"], ["--stage=none"], None),
        (["stockton-2007-staged-case"], ["--replay=3"], "match-stockton-2007-staged-leaver.txt"),
        (["stockton-2007-staged-case"], ["--replay=35"], "match-stockton-2007-staged-appeal.txt"),
        (["stockton-2007-staged-case"], ["--replay=46"], None),
        (["stockton-2007-staged-case"], ["--replay=27", "--facts"], "match-stockton-2007-staged-facts.txt"),
        (["stockton-2007-staged-case"], ["--until=31", "--worklist"], None),
        (["stockton-2007-staged-case"], ["--explain=isa-manager/4"], None),
        (["stockton-2007-staged-case"], ["--json", "--level=consultation"], None),
        (["stockton-2007-judged-case"], ["--suggest=wider-competition"], None),
    ],
    "cadre-convert": [
        (["vale-2008-after"], ["--write=org-turtle"], "convert-vale-2008.ttl"),
        (["vale-2008-after"], ["--write=org-jsonld"], None),
        (["vale-2008-after"], ["--write=popolo"], "convert-vale-2008.popolo"),
        (["vale-2008-after"], ["--write=json"], None),
        (["stockton-2007-after"], ["--write=org-turtle", "--level=consultation", "--base=https://example.org/"], None),
        (["stockton-2007-after"], ["--write=lgtc"], None),
        (["stockton-2007-before"], ["--write=popolo", "--level=union"], None),
    ],
    "cadre-reconcile": [
        (["harbour-hr", "harbour-payroll", "harbour-budget"], ["--labels=HR,payroll,budget"], "reconcile-harbour.txt"),
        (["harbour-hr", "harbour-payroll", "harbour-budget"], ["--csv"], "reconcile-harbour.csv"),
        (["harbour-hr", "harbour-payroll", "harbour-budget"], ["--json"], None),
        (["harbour-hr", "harbour-payroll"], ["--records=assignments", "--key=person"], "reconcile-harbour-staff.txt"),
        (["harbour-hr", "harbour-budget"], ["--level=consultation", "--csv"], None),
        (["harbour-hr", "harbour-hr"], ["--json"], None),
        (
            ["harbour-hr", "harbour-payroll.csv"],
            ["--records=assignments", "--key=person", "--map=itrent-assignments"],
            "reconcile-harbour-table.txt",
        ),
    ],
    "cadre-solve": [
        (["solve-posts.csv"], ["cardinality"], None),
        (["solve-posts.csv"], ["cost"], "solve-cost.txt"),
        (["solve-posts.csv"], ["cost", "--json"], "solve-cost.json"),
        (["solve-posts.csv"], ["stable"], "solve-stable.txt"),
        (["solve-posts.csv"], ["rank-maximal"], None),
        (["solve-posts.csv"], ["rank-reversed", "--json"], None),
        (["solve-posts.csv"], ["parts"], None),
        (["solve-posts.csv"], ["parts", "--json"], None),
        (["solve-short.csv"], ["cardinality"], "solve-short.txt"),
        (["solve-short.csv"], ["cost"], "solve-impossible.txt"),
        (["solve-short.csv"], ["parts"], "solve-parts.txt"),
        (["solve-short.csv"], ["cardinality", "--json"], None),
    ],
    "own-policy": [
        (["stockton-2007-staged-case"], ["--own=sbc", "--partner=ntpct"], "own-policy.txt"),
        (
            ["stockton-2007-staged-case"],
            ["--own=sbc", "--partner=ntpct", "--agreed=slot.ratio"],
            "own-policy-agreed.txt",
        ),
        (["vale-2008-case"], ["--own=vale", "--partner=lhb"], None),
    ],
    "cadre-inspect": [
        *[([name], [], None) for name in STRUCTURES if name != "stockton-2007-after"],
        (["stockton-2007-after"], [], "inspect-stockton-2007-after.txt"),
        (["stockton-2007-after"], ["--json"], "inspect-stockton-2007-after.json"),
        (["vale-2008-before", "vale-2008-after"], ["--json"], None),
        (["vale-2008-after"], ["--at", "2009-02-01"], None),
        (["vale-2008-case", "stockton-2007-before"], [], None),
    ],
}


# Tables whose rows may stand in any order.
SHUFFLED_TABLES = ("solve-posts.csv", "solve-short.csv")

# What they print as JSON is for programs, but no document of the library.
NO_DOCUMENTS = ("cadre-solve",)

# What an example may exit with where it ran, and what it has to exit with where it failed.
SUCCESS = {"cadre-reconcile": (0, 1)}
FAILURE = {"cadre-reconcile": 2}


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = False

    def result(self, name, fault=None, skip=None):
        self.count += 1
        self.failed |= fault is not None
        print("not ok" if fault else "ok", self.count, "-", name, f"# SKIP {skip}" if skip else "")
        for line in (fault or "").splitlines():
            print("#", line)
        sys.stdout.flush()

    def finish(self):
        print(f"1..{self.count}")
        return self.failed


def first_difference(expected, got):
    lines = difflib.unified_diff(
        expected.decode().splitlines(), got.decode().splitlines(), "expected", "got", lineterm="", n=1
    )
    return "\n".join(line for _, line in zip(range(30), lines)) or "the ends of lines differ"


def example_name(command):
    """What a command runs: the program, or the script after the interpreter."""
    return pathlib.Path(command[1] if command[0] == sys.executable else command[0]).stem


def run(command, env):
    done = subprocess.run(command, env={**os.environ, **env}, capture_output=True)
    if done.returncode not in SUCCESS.get(example_name(command), (0,)):
        return None, f"exit status {done.returncode}\n{done.stderr.decode(errors='replace')}"
    return done.stdout, None


def compare(expected, command, env=None, tidy=lambda text: text):
    got, fault = run(command, env or {})
    if fault is None and tidy(got) != tidy(expected):
        fault = first_difference(tidy(expected), tidy(got))
    return fault


def make_locales(folder):
    """The locales that can be used, each with what has to be in the environment."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in LOCALES:
        env = {"LC_ALL": name, "LANGUAGE": name, "LOCPATH": str(folder)}
        if name == "C" or (folder / name).exists():
            yield name, env
            continue
        language = name.split(".")[0]
        try:
            subprocess.run(
                ["localedef", "-i", language, "-f", "UTF-8", str(folder / name)],
                capture_output=True,
                check=True,
            )
            yield name, env
        except (OSError, subprocess.CalledProcessError):
            yield name, None


def shuffled(value, dice, name=""):
    """The same document with its rows and members in another order; the log is a sequence."""
    if isinstance(value, dict):
        head = [key for key in ("cadre", "version") if key in value]
        rest = [key for key in value if key not in head]
        dice.shuffle(rest)
        return {key: shuffled(value[key], dice, key) for key in head + rest}
    if isinstance(value, list):
        rows = [shuffled(item, dice) for item in value]
        if name != "log" and all(isinstance(item, dict) for item in rows):
            dice.shuffle(rows)
        return rows
    return value


def file_of(root, name):
    """The document of that name, or the file where it has a suffix."""
    return pathlib.Path(root) / DATA / (name if "." in name else f"{name}.json")


def shuffle_files(root, names, folder, seed):
    dice = random.Random(seed)
    for name in names:
        if name in SHUFFLED_TABLES:
            head, *rows = file_of(root, name).read_text(encoding="utf-8").splitlines(keepends=True)
            dice.shuffle(rows)
            path = pathlib.Path(folder) / name
            path.write_text("".join([head, *rows]), encoding="utf-8")
            yield str(path)
            continue
        if "." in name:
            yield str(file_of(root, name))
            continue
        document = json.loads((root / DATA / f"{name}.json").read_text(encoding="utf-8"))
        text = json.dumps(shuffled(document, dice), ensure_ascii=False)
        path = pathlib.Path(folder) / f"{name}.json"
        path.write_text(text, encoding="utf-8")
        yield str(path)


def without_origins(text):
    """Where a row stands in its file is all that may change with the order; it ends a text, on a line of its own or not."""
    return re.sub(rb"\s+\(/[\w/-]*\)", b" ()", text)


def documents(text):
    """The documents that stand one after the other in an output."""
    decoder, start = json.JSONDecoder(), 0
    while start < len(text):
        value, start = decoder.raw_decode(text, start)
        start += len(text[start:]) - len(text[start:].lstrip())
        yield value


def ragged_tables(report):
    """No schema can say that each row has as many cells as there are columns."""
    for section in report["sections"]:
        for block in section["blocks"]:
            for row in block.get("rows", []):
                if len(row) != len(block["columns"]):
                    yield f"{section['id']}: {len(row)} cells under {len(block['columns'])} headings"


def schema_faults(root, output):
    """What an outside validator has against the documents that were printed."""
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in (root / "docs/schema").glob("*.json")]
    store = {schema["$id"]: schema for schema in schemas if "$id" in schema}
    by_kind = {schema["properties"]["cadre"]["const"]: schema for schema in schemas}
    for document in documents(output.decode()):
        schema = by_kind[document["cadre"]]
        resolver = jsonschema.RefResolver(schema.get("$id", ""), schema, store=store)
        for error in jsonschema.Draft202012Validator(schema, resolver=resolver).iter_errors(document):
            yield f"/{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        if document["cadre"] == "report":
            yield from ragged_tables(document)


def check_run(tap, arguments, names, options, golden):
    root = pathlib.Path(arguments.root)
    files = [str(file_of(root, name)) for name in names]
    title = " ".join([*names, *options])
    options = [option.replace(DATA, str(root / DATA)) for option in options]
    plain = {"LC_ALL": "C.UTF-8"}
    expected, fault = run([arguments.program, *options, *files], plain)
    tap.result(f"{title}: runs", fault)
    if fault:
        return

    is_document = example_name([arguments.program]) not in NO_DOCUMENTS
    writes_document = "--json" in options or ({"--patch", "--merge"} & set(options) and "--conflicts" not in options)
    if is_document and writes_document:
        skip = None if jsonschema else "python3-jsonschema is not there"
        fault = None if skip else "\n".join(schema_faults(root, expected)) or None
        tap.result(f"{title}: obeys its schema", fault, skip)
    if golden:
        path = root / "tests/pipeline/expected" / golden
        if arguments.update:
            path.write_bytes(expected)
        committed = path.read_bytes() if path.exists() else b""
        fault = None if committed == expected else first_difference(committed, expected)
        tap.result(f"{title}: as committed", fault)

    if arguments.script:
        command = [sys.executable, arguments.script, *options, *files]
        tap.result(f"{title}: in Python", compare(expected, command, plain))
    for name, env in make_locales(pathlib.Path(arguments.locales)):
        command = [arguments.program, *options, *files]
        tap.result(
            f"{title}: in locale {name}",
            compare(expected, command, env) if env else None,
            None if env else "the locale could not be made",
        )
    for seed in range(3):
        with tempfile.TemporaryDirectory() as folder:
            command = [arguments.program, *options, *shuffle_files(root, names, folder, seed)]
            tap.result(f"{title}: shuffled {seed}", compare(expected, command, plain, without_origins))


def check_full_disk(tap, arguments, names, options):
    """A report that could not be written is no success."""
    files = [str(file_of(arguments.root, name)) for name in names]
    if not pathlib.Path("/dev/full").exists():
        tap.result("nowhere to write", skip="there is no /dev/full")
        return
    with open("/dev/full", "wb") as full:
        done = subprocess.run([arguments.program, *options, *files], stdout=full, stderr=subprocess.PIPE)
    status = FAILURE.get(example_name([arguments.program]), 1)
    fault = None if done.returncode == status and done.stderr else f"exit status {done.returncode}, {done.stderr}"
    tap.result("nowhere to write", fault)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root")
    parser.add_argument("program")
    parser.add_argument("locales")
    parser.add_argument("--script")
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()

    tap = Tap()
    for names, options, golden in RUNS[pathlib.Path(arguments.program).name]:
        check_run(tap, arguments, names, options, golden)
    check_full_disk(tap, arguments, *RUNS[pathlib.Path(arguments.program).name][0][:2])
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
