#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails unless docs/matching.md lists every event, reason, parameter, fact and issue of matching, and no other."""

import re

import verdict

PAGE = "docs/matching.md"
REASONS = "lib/matching/cadre-reasons.c"
KINDS = "lib/matching/cadre-log-kinds.c"
PARAMETERS = "lib/matching/cadre-policy-values.c"
STRINGS = r'((?:"(?:\\.|[^"\\])*"\s*)+)'
CODE = re.compile(r"\[CADRE_REASON_(\w+)\] = \"([a-z.-]+)\"")
SENTENCE = re.compile(r"\[CADRE_REASON_(\w+)\] = \{ (TRUE|FALSE),\s*" + STRINGS + r"\}")
KIND = re.compile(r'\[CADRE_LOG_KIND_(?!UNKNOWN)\w+\] =\s*\{\s*"([a-z-]+)"')
PARAMETER = re.compile(
    r'\.name = "([a-z.-]+)",.*?\.initial =\s*"([^"]*)",\s*\.source =\s*((?:CABINET\s*)?(?:"[^"]*"\s*)+),\s*'
    r"\.description =\s*" + STRINGS,
    re.DOTALL,
)
CABINET = re.compile(r'#define CABINET "([^"]+)"')
FACT = re.compile(r'cadre_rows_fact\w*\s*\(\s*self(?:->writer)?,\s*"([a-z-]+)"')
QUOTED = re.compile(r'"([a-z-]+)"')
ISSUE = re.compile(r'"(matching\.[a-z0-9.-]+)"')
ROW = re.compile(r"^\| `([^`]+)` \|(.*)\|$", re.MULTILINE)
SECTION = re.compile(r"^## (.+?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def joined(strings):
    """The text of C strings that stand side by side."""
    return "".join(re.findall(r'"((?:\\.|[^"\\])*)"', strings))


def reasons(root):
    text = verdict.read(root, REASONS)
    codes = dict(CODE.findall(text))
    return {
        codes[name]: f" {'yes' if is_open == 'TRUE' else 'no'} | {joined(words)} "
        for name, is_open, words in SENTENCE.findall(text)
        if name in codes
    }


def parameters(root):
    text = verdict.read(root, PARAMETERS)
    cabinet = CABINET.search(text)
    found = {}
    for name, initial, source, description in PARAMETER.findall(text):
        words = (cabinet.group(1) if cabinet and source.startswith("CABINET") else "") + joined(source)
        found[name] = f" {initial} | {joined(description)} | {words} "
    return found


def events(root):
    return dict.fromkeys(KIND.findall(verdict.read(root, KINDS)))


def named(root, pattern):
    found = {}
    for name in verdict.tree_files(root):
        if re.match(r"lib/matching/.*\.c$", name):
            found.update({match: None for match in pattern.findall(verdict.read(root, name))})
    return found


def compare(title, rows, wanted):
    """@wanted has the rest of each row, or None where anything may stand there."""
    for code in sorted(set(wanted) - set(rows)):
        yield f"{PAGE}: {code} is not under “{title}”"
    for code in sorted(set(rows) - set(wanted)):
        yield f"{PAGE}: under “{title}” is {code}, which the library does not have"
    for code in sorted(set(rows) & set(wanted)):
        if wanted[code] is not None and rows[code] != wanted[code]:
            yield f"{PAGE}: {code} is said as:{rows[code]}and not as:{wanted[code]}"


def check(root):
    sections = dict(SECTION.findall(verdict.read(root, PAGE)))
    faults = []
    for title, wanted in (
        ("Every event", events(root)),
        ("Every parameter", parameters(root)),
        ("Every reason", reasons(root)),
        ("Every fact", named(root, FACT)),
        ("Every issue", named(root, ISSUE)),
    ):
        rows = dict(ROW.findall(sections.get(title, "")))
        # A fact may be named by a table or a variable: then it is enough that its name is there.
        if wanted and title == "Every fact":
            quoted = named(root, QUOTED)
            rows = {name: rest for name, rest in rows.items() if name in wanted or name not in quoted}
        faults += compare(title, rows, wanted)
    return faults


REASONS_TEXT = """  [CADRE_REASON_A] = "a.b",
  [CADRE_REASON_A] = { TRUE, "It is "
                             "so." },
"""
PARAMETERS_TEXT = """#define CABINET "Cabinet"
  [A] = { .name = "slot.a", .initial = "1", .source = CABINET ", Stage 1",
          .description = "How "
                         "many" },
"""
KINDS_TEXT = '  [CADRE_LOG_KIND_UNKNOWN] = { "x" },\n  [CADRE_LOG_KIND_A] = { "a-told", "an a" },\n'
ENGINE_TEXT = 'names[] = { "tier" };\ncadre_rows_fact (self, "holders", 1);\nreport ("matching.post.a");\n'
PAGE_TEXT = """# Matching

## Every event

| `a-told` | Told |

## Every parameter

| `slot.a` | 1 | How many | Cabinet, Stage 1 |

## Every reason

| `a.b` | yes | It is so. |

## Every fact

| `holders` | How many |
| `tier` | A name in a table |

## Every issue

| `matching.post.a` | A post |
"""
RIGHT = {
    KINDS: KINDS_TEXT,
    REASONS: REASONS_TEXT,
    PARAMETERS: PARAMETERS_TEXT,
    "lib/matching/engine/a.c": ENGINE_TEXT,
    PAGE: PAGE_TEXT,
}
CASES = [
    ("a reason that is not listed", {PAGE: PAGE_TEXT.replace("`a.b`", "`a.c`")}, "a.b is not under"),
    ("a reason that there is not", {PAGE: PAGE_TEXT.replace("`a.b`", "`a.c`")}, "is a.c, which the library"),
    ("an event that is not listed", {PAGE: PAGE_TEXT.replace("a-told", "b-told")}, "a-told is not under"),
    ("other words", {PAGE: PAGE_TEXT.replace("It is so", "It is not")}, "a.b is said as"),
    ("an open reason as settled", {PAGE: PAGE_TEXT.replace("| yes |", "| no |")}, "a.b is said as"),
    ("another value", {PAGE: PAGE_TEXT.replace("| 1 |", "| 2 |")}, "slot.a is said as"),
    ("another source", {PAGE: PAGE_TEXT.replace("Stage 1", "Stage 2")}, "slot.a is said as"),
    ("a fact that is not listed", {"lib/matching/b.c": 'cadre_rows_fact_copy (self, "posts", x);'}, "posts is not under"),
    ("a fact that there is not", {PAGE: PAGE_TEXT.replace("`holders`", "`owners`")}, "is owners, which the library"),
    ("an issue that is not listed", {"lib/matching/b.c": 'report ("matching.b.c");'}, "matching.b.c is not under"),
]

if __name__ == "__main__":
    verdict.run(check, RIGHT, CASES, "the page on matching is that of the library")
