#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails unless the tables of docs/redaction.md say of every field at every level what the library does.

With --update it writes them.
"""

import pathlib
import re
import sys

import verdict

PAGE = "docs/redaction.md"
TABLE = "lib/structure/cadre-redaction-fields.c"
SCHEMAS = ("lib/structure/cadre-schema-places.c", "lib/structure/cadre-schema-posts.c")
HEADING = "## The tables\n"
KIND = re.compile(r"static const FieldRow (\w+)\[\] = \{\n(.*?)\n\};", re.DOTALL)
ROW = re.compile(r'\{ "([a-z-]+)", +"([^"]*)" \}')
FIELDS = re.compile(r"static const CadreField (\w+)_fields\[\] = \{\n(.*?)\n\};", re.DOTALL)
FIELD = re.compile(r'\.name = "([a-z-]+)"')
LEVELS = (
    "manager",
    "panel",
    "union",
    "consultation",
    "committee-public",
    "committee-exempt",
    "finance",
    "self",
    "transparency-code",
    "statistics",
    "around",
)
WORDS = {"y": "yes", "-": "", "p": "key", "#": "number", "1": "several", "o": "outcome"}


def schema(root):
    """The names of the fields of each kind, in their order."""
    return {
        kind.replace("_", "-"): FIELD.findall(body)
        for name in SCHEMAS
        for kind, body in FIELDS.findall(verdict.read(root, name))
    }


def table(root):
    """The cells of each field of each kind, as the library has them."""
    return {kind.replace("_", "-"): dict(ROW.findall(body)) for kind, body in KIND.findall(verdict.read(root, TABLE))}


def line_of(words):
    return "| " + " | ".join(words) + " |\n"


def page_of(kind, fields, cells):
    """The section of one kind."""
    width = max((len(row) for row in cells.values()), default=0)
    text = f"\n### {kind}\n\n" + line_of(("field",) + LEVELS[:width]) + line_of(["---"] * (width + 1))
    for field in fields:
        if field in cells:
            text += line_of([f"`{field}`"] + [WORDS[cell] for cell in cells[field]])
    hidden = ", ".join(f"`{field}`" for field in fields if field not in cells)
    return text + (f"\nOnly at `full`: {hidden}.\n" if hidden else "")


def made(root):
    cells = table(root)
    return HEADING + "".join(page_of(kind, fields, cells.get(kind, {})) for kind, fields in schema(root).items())


def table_faults(root):
    fields = schema(root)
    for kind, cells in table(root).items():
        widths = {len(row) for row in cells.values()}
        if not widths <= {len(LEVELS) - 1} and not widths <= {len(LEVELS)}:
            yield f"{TABLE}: a row of {kind} has not one letter a level"
        for field, row in cells.items():
            if field not in fields.get(kind, ()):
                yield f"{TABLE}: {kind} has no field {field}"
            for letter in set(row) - set(WORDS):
                yield f"{TABLE}: {field} of {kind} has the letter {letter}, which means nothing"
    for kind in sorted(set(fields) - set(table(root))):
        yield f"{TABLE}: {kind} has no table"


def check(root):
    faults = list(table_faults(root))
    if faults:
        return faults
    page = verdict.read(root, PAGE)
    said = page[page.find(HEADING) :].splitlines() if HEADING in page else []
    right = made(root).splitlines()
    return [f"{PAGE} does not say: {line}" for line in right if line and line not in said] + [
        f"{PAGE} says: {line}" for line in said if line and line not in right
    ] + ([f"{PAGE}: the tables are in another order"] if said != right and sorted(said) == sorted(right) else [])


def update(root):
    page = verdict.read(root, PAGE)
    (root / PAGE).write_text(page[: page.find(HEADING)] + made(root), encoding="utf-8")


TABLE_TEXT = """static const FieldRow unit_parent[] = {
  { "unit", "yyyyyyyyy-" },
  { NULL, NULL }
};
"""
SCHEMA_TEXT = 'static const CadreField unit_parent_fields[] = {\n  { .name = "unit" },\n  { .name = "note" },\n};\n'
PAGE_TEXT = (
    f"# Levels\n\n{HEADING}\n### unit-parent\n\n| field | "
    + " | ".join(LEVELS[:10])
    + " |\n"
    + "| --- " * 11
    + "|\n| `unit` "
    + "| yes " * 9
    + "|  |\n\nOnly at `full`: `note`.\n"
)
RIGHT = {TABLE: TABLE_TEXT, SCHEMAS[0]: SCHEMA_TEXT, SCHEMAS[1]: "", PAGE: PAGE_TEXT}
CASES = [
    ("another cell", {TABLE: TABLE_TEXT.replace("yy-", "y--")}, "does not say: | `unit` | yes"),
    ("a field that is shown by now", {TABLE: TABLE_TEXT.replace('"unit"', '"note"')}, "does not say: | `note`"),
    ("a field that is not there", {TABLE: TABLE_TEXT.replace('"unit"', '"name"')}, "unit-parent has no field name"),
    ("a level too few", {TABLE: TABLE_TEXT.replace("yy-", "y-")}, "has not one letter a level"),
    ("a letter of no meaning", {TABLE: TABLE_TEXT.replace("yy-", "yx-")}, "the letter x"),
    ("a kind without a table", {TABLE: ""}, "unit-parent has no table"),
    ("a new field", {SCHEMAS[0]: SCHEMA_TEXT.replace('"note"', '"zeal"')}, "does not say: Only at `full`: `zeal`."),
    ("a row of something else", {PAGE: PAGE_TEXT + "| `name` | yes |\n"}, "says: | `name` | yes |"),
    ("no tables", {PAGE: "# Levels\n"}, "does not say: ### unit-parent"),
]

if __name__ == "__main__":
    if "--update" in sys.argv:
        update(pathlib.Path(sys.argv[1]))
    else:
        verdict.run(check, RIGHT, CASES, "the page of redaction has the table of the library")
