#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails on words that no file of the project may hold: paths of one machine, and work left undone."""

import re

import verdict

# Put together from pieces, so that this file obeys itself.
BANNED = {
    "a path of one machine": r"(?<![\w.:/])/(wo" + r"rk|ro" + r"ot|tmp/" + r"wt|home/\w+)/",
    "work left undone": r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b",
    "a name that only its writers know": r"(?i)\b(sub" + r"agent|issue #?" + r"2)\b",
}
CONFLICT = re.compile(r"^(<{7} |>{7} )", re.MULTILINE)


def file_faults(name, text):
    for reason, pattern in BANNED.items():
        for match in re.finditer(pattern, text):
            yield f'{name}:{verdict.line_of(text, match.start())}: "{match.group(0)}" is {reason}'
    for match in CONFLICT.finditer(text):
        yield f"{name}:{verdict.line_of(text, match.start())}: a merge left its marks"


def check(root):
    faults = []
    for name in verdict.tree_files(root):
        data = (root / name).read_bytes()
        if b"\0" not in data[:4096]:
            faults += file_faults(name, data.decode("utf-8", errors="replace"))
    return faults


RIGHT = {"README.md": "See https://example.org/wo" + "rk/x, TO" + "DOS, mkstemp (" + "X" * 6 + ").\n"}
CASES = [
    ("a path", {"a.c": "/* see /wo" + "rk/main/x */"}, "path of one machine"),
    ("a path in .ci", {".ci/run": "PATH=/ro" + "ot/.local"}, ".ci/run:1"),
    ("work left undone", {"lib/a.c": "\n/* TO" + "DO: all */"}, "lib/a.c:2"),
    ("a conflict", {"lib/a.c": "<" * 7 + " HEAD\n"}, "a merge left"),
]

if __name__ == "__main__":
    verdict.run(check, RIGHT, CASES, "no file holds a banned word")
