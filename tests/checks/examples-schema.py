#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails when an example, or what one prints, does not obey the JSON Schema of its kind, as an outside validator reads it.

The kind is the member "cadre" of a document. Its schema is the one in
docs/schema/ that asks for this kind. A file of JSON Lines says the kind on
its first line.
"""

import json
import pathlib
import sys

import verdict

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMAS = "docs/schema/"
EXAMPLES = "examples/data/"
PRINTED = "tests/pipeline/expected/"


def load_schemas(root):
    """The schemas by their addresses, and the address of each by its kind."""
    store, kinds = {}, {}
    for name in verdict.tree_files(root):
        if name.startswith(SCHEMAS) and name.endswith(".json"):
            schema = json.loads(verdict.read(root, name))
            schema.setdefault("$id", (root / name).resolve().as_uri())
            jsonschema.Draft202012Validator.check_schema(schema)
            store[schema["$id"]] = schema
            kind = schema.get("properties", {}).get("cadre", {}).get("const")
            if kind is not None:
                kinds[kind] = schema["$id"]
    return store, kinds


def no_duplicates(pairs):
    names = [name for name, _ in pairs]
    if len(names) != len(set(names)):
        raise ValueError(f"a member twice among {', '.join(names[:5])} …")
    return dict(pairs)


def documents(root, name):
    """The values in a file to be validated together: one document, or the lines of a log as one list."""
    text = (root / name).read_text(encoding="utf-8")
    if name.endswith(".jsonl"):
        return [json.loads(line, object_pairs_hook=no_duplicates) for line in text.splitlines()]
    return [json.loads(text, object_pairs_hook=no_duplicates)]


def value_faults(validator, name, index, value):
    for error in sorted(validator.iter_errors(value), key=lambda e: list(map(str, e.absolute_path))):
        place = "/".join(str(step) for step in error.absolute_path)
        yield f"{name}: {'' if index == 0 else f'line {index + 1}: '}/{place}: {error.message[:200]}"


def document_faults(root, name, store, kinds):
    try:
        values = documents(root, name)
    except ValueError as error:
        return [f"{name}: is not JSON: {error}"]
    kind = values[0].get("cadre") if values and isinstance(values[0], dict) else None
    if kind not in kinds:
        return [f"{name}: no schema in {SCHEMAS} is for the kind {kind}"]
    schema = store[kinds[kind]]
    resolver = jsonschema.RefResolver(schema["$id"], schema, store=store)
    validator = jsonschema.Draft202012Validator(
        schema, resolver=resolver, format_checker=jsonschema.FormatChecker()
    )
    return [f for i, value in enumerate(values) for f in value_faults(validator, name, i, value)]


def example_names(root):
    names = verdict.tree_files(root)
    # What cadre-solve prints is of that example alone, and no document.
    names = [n for n in names if not n.startswith(PRINTED + "solve-")]
    return [n for n in names if n.startswith((EXAMPLES, PRINTED)) and n.endswith((".json", ".jsonl"))]


def check(root):
    store, kinds = load_schemas(root)
    return [f for name in example_names(root) for f in document_faults(root, name, store, kinds)]


SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "https://example.org/case.json",
    "type": "object",
    "properties": {"cadre": {"const": "case"}, "at": {"$ref": "types.json#/$defs/day"}},
    "unevaluatedProperties": False,
}
TYPES = {"$id": "https://example.org/types.json", "$defs": {"day": {"type": "string", "pattern": "^[0-9-]+$"}}}
RIGHT = {
    SCHEMAS + "case.json": json.dumps(SCHEMA),
    SCHEMAS + "types.json": json.dumps(TYPES),
    EXAMPLES + "a.json": '{"cadre": "case", "at": "2007-01"}',
}
CASES = [
    ("a wrong value", {EXAMPLES + "a.json": '{"cadre": "case", "at": "soon"}'}, "/at"),
    ("an unknown member", {EXAMPLES + "a.json": '{"cadre": "case", "on": 1}'}, "on"),
    ("an unknown kind", {EXAMPLES + "a.json": '{"cadre": "cases"}'}, "no schema"),
    ("a member twice", {EXAMPLES + "a.json": '{"cadre": "case", "cadre": "case"}'}, "twice"),
    ("half a document", {EXAMPLES + "a.json": '{"cadre"'}, "is not JSON"),
    ("a wrong line of a log", {EXAMPLES + "a.jsonl": '{"cadre": "case"}\n{"at": 1}\n'}, "line 2"),
]

if __name__ == "__main__":
    if jsonschema is None:
        verdict.skip("python3-jsonschema is not there")
    root = pathlib.Path(sys.argv[1])
    tap = verdict.Tap()
    verdict.prove(tap, check, RIGHT, CASES)
    tap.result(f"{len(example_names(root))} examples obey their schemas", check(root))
    tap.finish()
