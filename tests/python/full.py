# SPDX-License-Identifier: LGPL-2.1-or-later
"""Documents that say something in every field, made from the schema: a new field is in them from the day it is there."""

import json
import re

from setting import ROOT, Cadre, to_bytes

SCHEMA = json.loads((ROOT / "docs/schema/structure-1.schema.json").read_text(encoding="utf-8"))
KINDS = {
    plural: value["items"]["$ref"].split("/")[-1]
    for plural, value in SCHEMA["properties"].items()
    if "$ref" in value.get("items", {})
}
# An end that a line does not have, so that each of three rows can have one.
LINE_ENDS = ("manager", "body", "unit")
SHORT = ("post", "manager")  # a line that stands in a post
VALUES = {"whole": 3, "pounds": 12345.5, "fraction": "1/3", "truth": True}


def kind_of(description):
    """The kind of record that a field leads to, as its description says."""
    found = re.search(r"(?:a row|rows) of ([\w -]+)", description)
    return KINDS["-".join(found.group(1).split())]


def id_of(kind, number, texts):
    return texts.get("id", "{}").format(f"{kind}-{number}")


def value_of(kind, name, field, number, texts):
    """A value for a field, other than its default. Texts say where they stand, so that one that leaks is known."""
    ref = field["$ref"].split("/")[-1]
    text = texts.get("text", "{}").format(f"{kind} {name}")
    if ref == "id":
        return id_of(kind, number, texts)
    if ref in ("reference", "references"):
        target = id_of(kind_of(field["description"]), 1, texts)
        return [target] if ref == "references" else target
    if ref == "text":
        return {texts.get("first", "en"): text, texts.get("second", "cy"): f"{text} (Cymraeg)"}
    if ref == "date":
        return "2006-05-04" if name.endswith("to") else "2001-02-03"
    if ref.startswith("words-"):
        words = [word for word in SCHEMA["$defs"][ref]["enum"] if word is not None]
        return words[number % len(words)] if name == "kind" else words[-1]
    if ref == "strings":
        return [f"{text} 1", f"{text} 2"]
    return {"attributes": {text: text}, "string": text}.get(ref, VALUES.get(ref))


def row_of(kind, number, texts):
    fields = SCHEMA["$defs"][kind]["properties"]
    row = {name: value_of(kind, name, field, number, texts) for name, field in fields.items() if "$ref" in field and (kind, name) != SHORT}
    if kind == "line":
        for end in LINE_ENDS:
            if end != LINE_ENDS[number % 3]:
                del row[end]
    if kind == "succession":
        target = "unit" if row["kind"] == "unit" else "organisation"
        row |= {"predecessor": id_of(target, 1, texts), "successor": id_of(target, 2, texts)}
    return row


def full_document(rows=2, **texts):
    """The members of a structure in which every record has every field. Texts may be given a pattern."""
    text = texts.get("text", "{}")
    document = {
        "cadre": "structure",
        "version": 1,
        "id": id_of("structure", 1, texts),
        "title": {texts.get("first", "en"): text.format("title"), texts.get("second", "cy"): text.format("teitl")},
        "as-of": "2003-04",
        "language": texts.get("first", "en"),
        "source": text.format("source"),
        "licence": text.format("licence"),
        "notes": [text.format("note")],
    }
    for plural, kind in KINDS.items():
        document[plural] = [row_of(kind, number, texts) for number in range(1, 10 if kind == "line" else rows + 1)]
    return document


def full_structure(**texts):
    return Cadre.Structure.load_bytes(to_bytes(json.dumps(full_document(**texts))), None, None)
