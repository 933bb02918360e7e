#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Field maps: the shipped ones obey the published schema, and what the schema refuses is refused."""

import json
import unittest

import tap
from setting import ROOT, Cadre, GLib, to_bytes

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMA = json.loads((ROOT / "docs/schema/field-map-1.schema.json").read_text(encoding="utf-8"))

POST = {"kind": "post", "fields": {"id": "A"}}
COLUMN = {"name": "A"}


def a_map(**members):
    table = {"name": "t", "columns": [COLUMN], "records": [POST]}
    return {"cadre": "field-map", "version": 1, "name": "m", "tables": [table], **members}


def a_table(**members):
    return a_map(tables=[{"name": "t", "columns": [COLUMN], "records": [POST], **members}])


# The schema and the reader agree on each.
FAULTS = {
    "name": a_map(name="a/b"),
    "tables": a_map(tables=[]),
    "table name": a_table(name="Big"),
    "records": a_table(records=[]),
    "kind": a_table(records=[{"kind": "robot", "fields": {"id": "A"}}]),
    "fields": a_table(records=[{"kind": "post", "fields": {}}]),
    "number as field": a_table(records=[{"kind": "post", "fields": {"id": 1}}]),
    "condition": a_table(records=[{**POST, "when": [{"column": "A"}]}]),
    "column name": a_table(columns=[{"name": ""}]),
    "words": a_table(columns=[{"name": "A", "words": {"x": 1}}]),
    "length": a_table(columns=[{"name": "A", "max-length": 0}]),
    "required": a_table(columns=[{"name": "A", "required": "yes"}]),
    "decimal": a_map(decimal="x"),
    "operation": a_map(feed={"operations": {"fire": "x"}}),
}


def load(document):
    return Cadre.FieldMap.load_bytes(to_bytes(json.dumps(document)), None, None)


class FieldMapTest(unittest.TestCase):
    def test_shipped(self):
        names = Cadre.FieldMap.list_shipped()
        self.assertEqual(names, sorted(names))
        for name in names:
            with self.subTest(name):
                text = Cadre.FieldMap.new_shipped(name).to_text()
                document = json.loads(text)
                self.assertEqual(document["name"], name)
                data = (ROOT / f"lib/exchange/data/{name}.json").read_text(encoding="utf-8")
                self.assertEqual(document, json.loads(data))

    @unittest.skipUnless(jsonschema, "python3-jsonschema is not there")
    def test_schema(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        validator = jsonschema.Draft202012Validator(SCHEMA)
        validator.validate(a_map())
        for name in Cadre.FieldMap.list_shipped():
            validator.validate(json.loads(Cadre.FieldMap.new_shipped(name).to_text()))
        for name, document in FAULTS.items():
            with self.subTest(name):
                self.assertFalse(validator.is_valid(document))

    def test_faults(self):
        load(a_map())
        for name, document in FAULTS.items():
            with self.subTest(name), self.assertRaises(GLib.Error) as caught:
                load(document)
            self.assertTrue(
                caught.exception.matches(Cadre.exchange_error_quark(), Cadre.ExchangeError.FIELD_MAP), name
            )

    def test_unsure(self):
        drafted = load(a_table(columns=[{"name": "A", "unsure": "It may be the reference"}]))
        self.assertEqual(drafted.dup_unsure(), ["t, A: It may be the reference"])
        self.assertEqual(drafted.dup_columns("t"), ["A"])
        self.assertEqual(drafted.dup_columns("u"), [])

    def read_lines(self, name, **tables):
        """Who reports to whom by a shipped map, and on what rows nothing was made."""
        reader = Cadre.ExtractReader.new(Cadre.FieldMap.new_shipped(name))
        for table, text in tables.items():
            reader.add_bytes(table, GLib.Bytes.new(text.encode()))
        read = reader.read(None)
        lines = [
            (line.get_post(), line.get_kind().value_nick, line.get_manager())
            for line in read.get_structure().list_records(Cadre.RecordKind.LINE)
        ]
        left = [x.get_origin() for x in read.get_issues() if x.get_code() == "exchange.extract.not-described"]
        return lines, left

    def test_other_hierarchies(self):
        """A hierarchy that no map can name beforehand is none of management."""
        text = "PositionId,ParentPositionId,HierarchyTypeName\nB,A,Line\nC,A,line\nC,B,Project\nB,C,Other\n"
        lines, left = self.read_lines("dynamics-position-hierarchy", hierarchy=text)
        self.assertEqual(
            lines, [("B", "management", "A"), ("B", "dotted", "C"), ("C", "management", "A"), ("C", "dotted", "B")]
        )
        self.assertEqual(left, [])

    def test_plan_versions(self):
        """What is planned, or of another plan version, is not what is."""
        text = """PLVAR,OTYPE,OBJID,RSIGN,RELAT,ISTAT,SCLASS,SOBID
01,S,2,A,002,1,S,1
,S,3,A,002,,S,1
03,S,2,A,002,1,S,4
01,S,3,A,002,2,S,4
"""
        lines, left = self.read_lines("sap-om", relations=text)
        self.assertEqual(lines, [("2", "management", "1"), ("3", "management", "1")])
        self.assertEqual(left, ["relations: row 4", "relations: row 5"])


tap.main("exchange_field_map")
