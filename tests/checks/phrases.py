#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails when a report says a phrase that has no words, or when words are never said.

A code that is put together from parts counts by its first part, up to the dot:
"section." and an id, or the words of an enumeration and its nick.
"""

import re

import verdict

TABLES = re.compile(r"lib/report/english/cadre-english-\w+\.c$")
ENTRY = re.compile(r'^\s*\{ "([^"]+)",', re.MULTILINE)
SAID = re.compile(
    r'\b(?:cadre_say|cadre_phrase(?:_n|_find)?|cadre_report_add_said_\w+) \(\s*[\w>-]+,\s*"([\w.-]+)"'
)
SECTION = re.compile(r'\bcadre_report_begin_said_section \(\w+, "([\w-]+)"')
WORD = re.compile(r'\bcadre_view_word \(\s*[\w>-]+,\s*"([\w-]+)",\s*CADRE_TYPE_(\w+)')
LITERAL = re.compile(r'"([\w.-]+)"')
ENUM_VALUE = re.compile(r"^\s+CADRE_(\w+) = \d+,", re.MULTILINE)


def nicks(root):
    """The nicks of each enumeration by its name in capitals."""
    found = {}
    for name in verdict.tree_files(root):
        if re.match(r"include/cadre/.*\.h$", name):
            text = verdict.blank(verdict.read(root, name))
            for body, enum in re.findall(r"typedef enum\s*\{(.*?)\}\s*Cadre(\w+);", text, re.DOTALL):
                capitals = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", enum).upper()
                found[capitals] = [
                    value[len(capitals) + 1 :].lower().replace("_", "-")
                    for value in ENUM_VALUE.findall(body)
                ]
    return found


def check(root):
    entries, said, prefixes, literals = set(), {}, set(), set()
    values = nicks(root)
    for name in verdict.tree_files(root):
        if not re.match(r"lib/report/.*\.c$", name):
            continue
        text = verdict.blank(verdict.read(root, name), strings=False)
        if TABLES.match(name):
            entries |= set(ENTRY.findall(text))
            continue
        said.update({code: name for code in SAID.findall(text)})
        said.update({f"section.{section}": name for section in SECTION.findall(text)})
        for prefix, enum in WORD.findall(text):
            said.update({f"{prefix}.{nick}": name for nick in values.get(enum, [])})
            prefixes.add(prefix + ".")
        literals |= set(LITERAL.findall(text))
    # A list of words that is said at all is said whole, by a name made of that of its type.
    for enum, found in values.items():
        prefix = enum.lower().replace("_", "-") + "."
        if any(code.startswith(prefix) for code in entries):
            said.update({prefix + nick: "the words" for nick in found})
    prefixes |= {literal for literal in literals if literal.endswith(".")}
    faults = [f"{name} says {code}, which has no words" for code, name in said.items() if code not in entries]
    for code in sorted(entries - set(said) - literals):
        if not any(code.startswith(prefix) for prefix in prefixes):
            faults.append(f"the words of {code} are never said")
    return sorted(faults)


TABLE = 'static const CadrePhrase phrases[] = {\n  { "a.b", { "A" } },\n  { "kind.new", { "new" } },\n  { "section.x", { "X" } },\n};\n'
HEADER = "typedef enum\n{\n  CADRE_KIND_NEW = 0,\n} CadreKind;\n"
RIGHT = {
    "lib/report/english/cadre-english-one.c": TABLE,
    "include/cadre/cadre-kind.h": HEADER,
    "lib/report/right.c": 'cadre_say (self->catalogue, "a.b");\n'
    'cadre_report_begin_said_section (report, "x");\ng_strconcat ("section.", id);\n'
    'cadre_view_word (self->catalogue, "kind", CADRE_TYPE_KIND, get (1));\n',
}

CASES = [
    ("a phrase without words", {"lib/report/w.c": 'cadre_say (report->catalogue, "a.c");\n'}, "a.c, which has no"),
    ("a number without words", {"lib/report/w.c": 'cadre_phrase_n (c, "a.d", MIN (1, n), NULL);\n'}, "a.d, which"),
    ("a section without words", {"lib/report/w.c": 'cadre_report_begin_said_section (r, "y");\n'}, "section.y"),
    ("a value without words", {"include/cadre/cadre-kind.h": HEADER.replace("}", "  CADRE_KIND_OLD = 1,\n}")}, "kind.old"),
    (
        "words never said",
        {"lib/report/english/cadre-english-one.c": TABLE.replace('{ "a.b"', '{ "a.a", { "" } },\n  { "a.b"')},
        "words of a.a are never said",
    ),
]

if __name__ == "__main__":
    verdict.run(check, RIGHT, CASES, "all that reports say has words, and all words are said")
