#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails unless docs/issue-codes.md explains every code of an issue, and no other, in the words of the library."""

import re

import verdict

PAGE = "docs/issue-codes.md"
RULES = "lib/structure/validate/cadre-validate-rules.c"
CODE = re.compile(r'"((?:diff|document|exchange|structure)\.[a-z0-9-]+\.[a-z0-9-]+)"')
STRINGS = r'((?:"(?:\\.|[^"\\])*"\s*)+)'
RULE = re.compile(r'\{\s*"(structure\.[a-z.-]+)",\s*CADRE_SEVERITY_(\w+),\s*' + STRINGS + r",\s*" + STRINGS + r"\}")
SECTION = re.compile(r"^## (\S+)\n\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def joined(strings):
    """The text of C strings that stand side by side."""
    return "".join(re.findall(r'"((?:\\.|[^"\\])*)"', strings))


def codes(root):
    """Every code in the library, with the file that it is in."""
    found = {}
    for name in verdict.tree_files(root):
        if name.startswith("lib/") and name.endswith(".c"):
            for match in CODE.finditer(verdict.read(root, name)):
                found.setdefault(match.group(1), name)
    return found


def rule_faults(root, sections):
    for code, severity, message, suggestion in RULE.findall(verdict.read(root, RULES)):
        words = " ".join(sections.get(code, "").split())
        for text in (f"**{severity.capitalize()}.** {joined(message)}.", f"*Repair:* {joined(suggestion)}."):
            if code in sections and text not in words:
                yield f"{PAGE}: {code} does not say: {text}"


def check(root):
    sections = dict(SECTION.findall(verdict.read(root, PAGE)))
    found = codes(root)
    faults = [f"{found[code]}: {code} is not in {PAGE}" for code in sorted(set(found) - set(sections))]
    faults += [f"{PAGE}: no file of the library has {code}" for code in sorted(set(sections) - set(found))]
    faults += [f"{PAGE}: {code} is out of order" for code in out_of_order(list(sections))]
    return faults + list(rule_faults(root, sections))


def out_of_order(names):
    return [name for before, name in zip(names, names[1:]) if name < before]


RULES_TEXT = """  [X] = { "structure.a.b", CADRE_SEVERITY_ERROR,
          "It is "
          "wrong",
          "Mend it" },
"""
PAGE_TEXT = "# Codes\n\n## structure.a.b\n\n**Error.** It is\nwrong. Really.\n\n*Repair:* Mend it.\n"
SECOND = "\n## structure.{}.c\n\n**Error.** No.\n"
RIGHT = {RULES: RULES_TEXT, PAGE: PAGE_TEXT}
CASES = [
    ("a code without a section", {"lib/x/a.c": 'add ("structure.c.d");'}, "lib/x/a.c: structure.c.d is not in"),
    ("a section without a code", {PAGE: PAGE_TEXT + SECOND.format("c")}, "no file of the library has structure.c.c"),
    ("sections out of order", {PAGE: PAGE_TEXT + SECOND.format("0"), "lib/a.c": '"structure.0.c"'}, "structure.0.c is out of order"),
    ("a code of a comparison", {"lib/x/a.c": '{ "diff.c.d", 0 }'}, "lib/x/a.c: diff.c.d is not in"),
    ("another severity", {PAGE: PAGE_TEXT.replace("Error", "Warning")}, "does not say: **Error.** It is wrong."),
    ("another repair", {PAGE: PAGE_TEXT.replace("Mend", "Leave")}, "does not say: *Repair:* Mend it."),
]

if __name__ == "__main__":
    verdict.run(check, RIGHT, CASES, "the page of issue codes is that of the library")
