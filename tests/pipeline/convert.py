#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""cadre-convert from files to files, in C and in Python: there and back, its exit status, and what it tells."""

import argparse
import hashlib
import hmac
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))

import examples  # noqa: E402

SENIOR = """Post Unique Reference,Name,Grade,Job Title,Job/Team Function,Parent Department,Organisation,Unit,Contact Phone,\
Contact E-mail,Reports to Senior Post,Salary Cost of Reports (£),FTE,Actual Pay Floor (£),Actual Pay Ceiling (£),,\
Professional/Occupational Group,Notes,Valid?
1,A. Person,SCS2,Director,Runs it,Dept,Dept,Unit,N/A,N/A,XX,1,1,1,2,,Other,,1
2,Vacant,SCS1,Deputy,Helps,Dept,Dept,Unit,N/A,N/A,1,1,1,1,2,,Other,,1
"""
JUNIOR = """Parent Department,Organisation,Unit,Reporting Senior Post,Grade,Payscale Minimum (£),Payscale Maximum (£),\
Generic Job Title,Number of Posts in FTE,Professional/Occupational Group
Dept,Dept,Unit,2,EO,1,2,Adviser,3.5,Other
"""

# What the library may have been built without.
OPTIONAL = (["paper.json", "a.xlsx"],)

# Who is in the branch of the head of operations, and what a person of the paper is called by the key.
BRANCH = ["person-04", "person-14", "person-15", "person-19"]
KEY = b"sixteen or more of them"
PSEUDONYM = hmac.new(KEY, b"person/person-01", hashlib.sha256).hexdigest()[:16]
SELF = ["--assignment=assignment-04"]

# What is run in turn: arguments, exit status, and words that have to be on the standard error.
RUNS = [
    (["paper.json", "a.jsonld"], 0, ["written: exchange.linked.lost-record, "]),
    (["a.jsonld", "b.jsonld.json"], 0, []),
    (["b.jsonld.json", "b.jsonld"], 0, []),
    (["paper.json", "a.popolo.json"], 0, ["exchange.popolo.lost-field, "]),
    (["a.popolo.json", "b.popolo.json"], 0, ["structure: structure."]),
    (["--base=https://example.org/", "paper.json", "based.ttl"], 0, []),
    (["--level=consultation", "paper.json", "public.ttl"], 0, []),
    (["--level=consultation", "--key-file=key", "paper.json", "keyed.ttl"], 0, []),
    (["--map=esr-assignments", "extract.csv", "extract.json"], 0, []),
    (["extract.csv", "--map=esr-assignments", "behind.json"], 0, []),
    (["faulty.csv", "faulty.json"], 0, ["exchange.organogram.manager-missing, 1 times; the first at faulty.csv, row 3, cell 11: No row"]),
    (["organogram", "organogram.json"], 0, []),
    (["organogram/senior.csv", "senior.json"], 0, []),
    (["--date=2011-03-31", "--organisation=DCLG", "--employer=The Department", "organogram", "named.json"], 0, []),
    (["--date=2011-03-32", "organogram", "never.json"], 1, ["cadre-convert: "]),
    (["--write=organogram", "organogram.json", "back"], 0, []),
    (["back", "back.json"], 0, []),
    (["--write=organogram", "organogram.json"], 1, ["TO has to be a folder"]),
    (["--write=lgtc", "paper.json", "out"], 0, []),
    (["paper.json", "a.xlsx"], 0, []),
    ([], 2, []),
    (["paper.json", "a", "b"], 2, []),
    (["paper.json", "a.doc"], 2, ["What TO is to be cannot be told by its name"]),
    (["a.doc", "a.json"], 2, ["What FROM is cannot be told by its name"]),
    (["--write=xml", "paper.json"], 2, ["What TO is to be cannot be told by its name"]),
    (["--read=lgtc", "paper.json", "a.ttl"], 2, ["What FROM is cannot be told by its name"]),
    (["--read=extract", "extract.csv", "a.json"], 2, ["Which field map?"]),
    (["--level=nobody", "paper.json", "a.ttl"], 2, ["There is no such level"]),
    (["--key-file=short", "paper.json", "a.ttl"], 2, ["The key has to have 16 bytes or more"]),
    (["--key-file=nowhere", "paper.json", "a.ttl"], 1, ["nowhere"]),
    (["nowhere.json", "a.ttl"], 1, ["nowhere.json"]),
    (["--map=nowhere.json", "extract.csv", "a.json"], 1, ["nowhere.json"]),
    (["--base=x", "paper.json", "a.ttl"], 1, ["The base is not an absolute IRI"]),
    (["a.popolo.json", "nowhere/a.ttl"], 1, ["cadre-convert: "]),
    (["--read=popolo", "paper.json", "a.ttl"], 1, ["persons, organizations, memberships"]),
    (["--level=manager", "paper.json", "a.ttl"], 1, ["needs the post of the manager"]),
    (["--level=panel", "paper.json", "a.ttl"], 1, ["needs the posts and the assignments before it"]),
    (["--level=self", "paper.json", "a.ttl"], 1, ["needs one assignment of that person"]),
    (["--level=self", *SELF, "--assignment=assignment-05", "paper.json", "a.ttl"], 1, ["needs one assignment of that person"]),
    (["--level=manager", "--post=nobody", "paper.json", "a.ttl"], 1, ["cadre-convert: "]),
    (["--level=manager", "--post=head-operations", "paper.json", "manager.json"], 0, []),
    (["--level=manager", "--post=head-operations", "--post=head-strategy", "paper.json", "managers.json"], 0, []),
    (["--level=panel", "--post=head-operations", *SELF, "paper.json", "panel.json"], 0, []),
    (["--level=self", *SELF, "paper.json", "self.json"], 0, []),
    (["--level=union", "--key-file=key", "paper.json", "union.json"], 0, []),
]


def prepare(root, folder):
    paper = (root / "examples/data/stockton-2007-after.json").read_bytes()
    (folder / "paper.json").write_bytes(paper)
    (folder / "extract.csv").write_bytes((root / "tests/data/extracts/esr-assignments.csv").read_bytes())
    (folder / "key").write_bytes(KEY)
    (folder / "short").write_bytes(b"few")
    (folder / "organogram").mkdir()
    (folder / "organogram/senior.csv").write_text(SENIOR, encoding="utf-8")
    (folder / "organogram/junior.csv").write_text(JUNIOR, encoding="utf-8")
    (folder / "faulty.csv").write_text(SENIOR.replace("N/A,1,1,1,1", "N/A,7,1,1,1"), encoding="utf-8")
    (folder / "out").mkdir()
    (folder / "back").mkdir()


def ids(files, name, kind):
    """Those of a structure as JSON, in its order; none where it is not there."""
    return [row["id"] for row in json.loads(files.get(name, b"{}")).get(kind, [])]


def results(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def check_runs(tap, title, command, folder):
    for arguments, status, words in RUNS:
        done = subprocess.run([*command, *arguments], cwd=folder, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
        told = done.stderr.decode()
        missing = [word for word in words if word not in told]
        expected = (0, 1) if arguments in OPTIONAL else (status,)
        fault = f"exit status {done.returncode}\n{told}" if done.returncode not in expected or missing else None
        tap.result(f"{title}: {' '.join(arguments)}", fault)


def check_files(tap, title, files):
    """What has to be in the files, as far as it can be said without reading them."""
    facts = {
        "JSON-LD there and back": files.get("a.jsonld") == files.get("b.jsonld"),
        "Popolo there and back": files.get("a.popolo.json") == files.get("b.popolo.json"),
        "options between the names": files.get("behind.json") == files.get("extract.json"),
        "the base": b"<https://example.org/post:" in files.get("based.ttl", b""),
        "no people": b"org:Membership" not in files.get("public.ttl", b"org:Membership"),
        "people under pseudonyms": b"org:Membership" in files.get("keyed.ttl", b""),
        "the junior table": b"Adviser" in files.get("organogram.json", b""),
        "no junior table": b"Adviser" not in files.get("senior.json", b"Adviser"),
        "both tables": b"Deputy" in files.get("back/senior.csv", b"") and b"Adviser" in files.get("back/junior.csv", b""),
        "organograms there and back": files.get("organogram.json", b"") == files.get("back.json"),
        "a workbook, or none": files.get("a.xlsx", b"PK").startswith(b"PK"),
        "a folder": any(name.startswith("out/") for name in files),
        "a manager's branch": ids(files, "manager.json", "persons") == BRANCH,
        "the branches of two posts": {*BRANCH, "person-05"} < set(ids(files, "managers.json", "persons")),
        "a panel's posts": ids(files, "panel.json", "posts") == ["director-cesc", "head-operations"],
        "a panel's assignments": ids(files, "panel.json", "assignments") == ["assignment-04"],
        "one's own assignment": ids(files, "self.json", "persons") == ["person-04"],
        "people by the key": PSEUDONYM in ids(files, "union.json", "persons"),
        "nothing where it failed": "a.ttl" not in files and "a" not in files,
    }
    for name, holds in facts.items():
        tap.result(f"{title}: {name}", None if holds else f"only {', '.join(files)}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("program")
    parser.add_argument("locales")
    parser.add_argument("--script")
    arguments = parser.parse_args()

    tap = examples.Tap()
    commands = {"C": [arguments.program]}
    if arguments.script:
        commands["Python"] = [sys.executable, arguments.script]
    made = {}
    for title, command in commands.items():
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            prepare(arguments.root, folder)
            check_runs(tap, title, command, folder)
            made[title] = results(folder)
            check_files(tap, title, made[title])
    if len(made) == 2:
        tap.result("both make the same files", None if made["C"] == made["Python"] else "they do not")
    return tap.finish()


sys.exit(main())
