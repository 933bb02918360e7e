#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Structures as Popolo: right by its schemas, and read back as far as Popolo goes."""

import json
import unittest

import tap
from full import KINDS, SCHEMA, full_structure
from setting import DATA, FULL, ROOT, Cadre, GLib, load, load_text, to_bytes

try:
    import jsonschema
except ImportError:
    jsonschema = None

FOLDER = ROOT / "tests/data/popolo"
CLASSES = {"persons": "person", "organizations": "organization", "memberships": "membership", "posts": "post"}
PAPERS = sorted(
    path.stem for path in DATA.glob("*.json") if json.loads(path.read_text(encoding="utf-8"))["cadre"] == "structure"
)
# What is held, by kind; of these the first id of a list, and what comes from elsewhere.
HELD = {
    "persons": ("id", "name", "identifiers"),
    "organisations": ("id", "name", "aliases", "identifiers", "kind", "valid-from", "valid-to"),
    "bodies": ("id", "name", "aliases", "kind", "valid-from", "valid-to"),
    "units": ("id", "name", "aliases", "kind", "parent", "valid-from", "valid-to"),
    "posts": ("id", "title", "aliases", "unit", "valid-from", "valid-to"),
    "assignments": ("id", "person", "post", "basis", "valid-from", "valid-to"),
}


def write(structure, redaction=FULL):
    return Cadre.popolo_write(structure, redaction, None)


def text_of(export):
    return export.get_bytes(0).get_data()


def read(document, limits=None):
    text = document if isinstance(document, (bytes, str)) else json.dumps(document)
    return Cadre.popolo_read(to_bytes(text), limits, None)


def members_of(structure):
    return json.loads(structure.to_text(FULL))


def codes_of(import_):
    issues = import_.get_issues()
    return {code: issues.get_count(code) for code in issues.dup_codes()}


def origins_of(import_):
    issues = import_.get_issues()
    return [issues.get_issue(position).get_origin() for position in range(issues.get_total())]


def first_language(value, language):
    return value.get(language) if isinstance(value, dict) else value


def held_part(document):
    """What Popolo can hold of a structure: worked out from the document, and not by the library."""
    language = document.get("language", "en")
    part = {}
    for plural, fields in HELD.items():
        rows = []
        for row in document.get(plural, []):
            kept = {name: first_language(row[name], language) for name in fields if row.get(name) not in (None, "none")}
            if plural == "posts" and "unit" not in kept and row.get("employer"):
                kept["employer"] = row["employer"]
            if plural == "units" and "parent" not in kept and row.get("organisations"):
                kept["organisations"] = row["organisations"][:1]
            if plural == "bodies" and row.get("hosts"):
                kept["hosts"] = row["hosts"][:1]
            rows.append({name: value for name, value in kept.items() if value is not None})
        if rows:
            part[plural] = rows
    return part


def without_employers(document):
    """Who employs somebody depends on what is known of the post: it has a test of its own."""
    return {
        plural: [{name: value for name, value in row.items() if (plural, name) != ("assignments", "employer")} for row in rows]
        for plural, rows in document.items()
        if plural in HELD
    }


class Popolo(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        if jsonschema:
            self.store = {
                schema["id"]: schema for schema in (json.loads(path.read_text()) for path in FOLDER.glob("*.json"))
            }

    def faults(self, document):
        for plural, name in CLASSES.items():
            schema = self.store[f"http://www.popoloproject.com/schemas/{name}.json#"]
            resolver = jsonschema.RefResolver.from_schema(schema, store=self.store)
            validator = jsonschema.Draft3Validator(schema, resolver=resolver)
            for row in document[plural]:
                yield from (f"{plural}: {error.message}" for error in validator.iter_errors(row))

    def check(self, structure):
        document = json.loads(text_of(write(structure)))
        self.assertEqual(list(document), list(CLASSES))
        self.assertEqual(list(self.faults(document)), [])
        return document

    @unittest.skipIf(jsonschema is None, "jsonschema is not there")
    def test_schemas(self):
        self.assertGreaterEqual(len(PAPERS), 8)
        for name in PAPERS:
            with self.subTest(name):
                self.check(load(name))
        self.check(full_structure())
        self.check(full_structure(text='{}"\\\n\x01</script>\U0001f600', id="../{}\n"))

    @unittest.skipIf(jsonschema is None, "jsonschema is not there")
    def test_schemas_can_fail(self):
        document = {"persons": [{"name": 1}], "organizations": [], "memberships": [{"start_date": "May"}], "posts": []}
        self.assertEqual(len(list(self.faults(document))), 2)

    def test_facts(self):
        structure = load_text(
            '"organisations": [{"id": "c", "name": "Council", "kind": "council"}, {"id": "n"}],'
            '"units": [{"id": "u", "name": "Unit", "organisations": ["c"]}, {"id": "v", "kind": "team", "parent": "u"}],'
            '"posts": [{"id": "a", "title": "Head", "aliases": ["Chief"], "unit": "v", "valid-from": "2001-02"},'
            '{"id": "b", "employer": "c", "manager": "a"}],'
            '"persons": [{"id": "p", "name": "P", "identifiers": ["1"]}],'
            '"assignments": [{"id": "x", "person": "p", "post": "b", "employer": "n", "basis": "secondment",'
            '"valid-from": "2002", "valid-to": "2003-04-05"}]'
        )
        export = write(structure)
        self.assertEqual(
            json.loads(text_of(export)),
            {
                "persons": [{"id": "p", "name": "P", "identifiers": [{"identifier": "1"}]}],
                "organizations": [
                    {"id": "organisation/c", "name": "Council", "classification": "council"},
                    {"id": "organisation/n"},
                    {"id": "unit/u", "name": "Unit", "parent_id": "organisation/c"},
                    {"id": "unit/v", "classification": "team", "parent_id": "unit/u"},
                ],
                "memberships": [
                    {
                        "id": "x",
                        "role": "secondment",
                        "person_id": "p",
                        "post_id": "b",
                        "organization_id": "organisation/c",
                        "on_behalf_of_id": "organisation/n",
                        "start_date": "2002",
                        "end_date": "2003-04-05",
                    }
                ],
                "posts": [
                    {
                        "id": "a",
                        "label": "Head",
                        "other_label": ["Chief"],
                        "organization_id": "unit/v",
                        "start_date": "2001-02",
                    },
                    {"id": "b", "organization_id": "organisation/c"},
                ],
            },
        )
        self.assertEqual((export.get_name(0), export.get_content_type(0)), ("popolo.json", "application/json"))
        issues = export.get_issues()
        told = [issues.get_issue(position).to_string() for position in range(issues.get_total())]
        self.assertEqual(
            told, ["info: line: Popolo has no place for lines: 1 left out [exchange.popolo.lost-record]"]
        )

        back = read(text_of(export)).get_structure()
        self.assertEqual(back.find_assignment("x").get_employer(), "n")
        self.assertEqual(back.find_post("b").get_employer(), "c")

    def test_round_trip(self):
        for name, structure in [(name, load(name)) for name in PAPERS] + [("every field", full_structure())]:
            with self.subTest(name):
                back = read(text_of(write(structure)))
                self.assertEqual(codes_of(back), {})
                self.assertEqual(
                    without_employers(members_of(back.get_structure())), held_part(members_of(structure))
                )
                again = text_of(write(back.get_structure()))
                self.assertEqual(read(again).get_structure().to_text(FULL), back.get_structure().to_text(FULL))

    def test_nothing_silently_lost(self):
        export = write(full_structure(text="canary {} canary"))
        written = text_of(export).decode()
        issues = export.get_issues()
        told = [issues.get_issue(position) for position in range(issues.get_total())]
        self.assertGreater(issues.get_count("exchange.popolo.lost-language"), 0)
        told = " ".join(issue.get_message() for issue in told if not issue.get_code().endswith("language"))
        for plural, name in KINDS.items():
            for field, spec in SCHEMA["$defs"][name]["properties"].items():
                if spec["$ref"].split("/")[-1] in ("text", "string", "strings") and name != "succession":
                    kept = f"canary {name} {field}" in written
                    self.assertNotEqual(kept, f" {field} of {plural}:" in told or f"for {plural}:" in told, (name, field))
        self.assertNotIn("canary", told)

    def test_consultation(self):
        structure = full_structure(text="canary {} canary")
        for key in (None, GLib.Bytes.new(b"sixteen or more!")):
            redaction = Cadre.Redaction.new(Cadre.RedactionLevel.CONSULTATION)
            redaction.set_pseudonym_key(key)
            written = text_of(write(structure, redaction)).decode()
            self.assertNotIn("canary person", written)
            self.assertNotIn("person-1", written)
            self.assertIn("canary post title", written)
            self.assertEqual(len(json.loads(written)["persons"]), 2 if key else 0)

    def test_foreign(self):
        """As others write it: nested, with what a structure has no place for."""
        document = {
            "organizations": [
                {
                    "id": "lords",
                    "name": "Lords",
                    "classification": "legislature",
                    "other_names": [{"name": "Upper House", "note": "informal"}, "The Other Place"],
                    "posts": [
                        {"id": "speaker", "label": "Speaker", "memberships": [{"person_id": "1", "start_date": "2001-01-01T10:00Z"}]},
                        {"label": "Clerk"},
                    ],
                    "children": [{"id": "c", "name": "Committee", "memberships": [{"id": "m3", "person_id": "1"}]}],
                    "memberships": [{"id": "m2", "person": {"id": "1", "name": "One"}, "role": "member"}],
                },
                {"id": "office", "parent": {"id": "lords"}},
            ],
            "persons": [{"id": "1", "name": "One", "birth_date": "1950", "image": None}],
            "areas": [],
        }
        result = read(document)
        structure = result.get_structure()
        self.assertEqual(structure.find_unit("c").get_organisations(), ["lords"])
        self.assertEqual(structure.find_unit("office").get_organisations(), ["lords"])
        self.assertEqual(structure.find_post("speaker").get_employer(), "lords")
        self.assertEqual(structure.find_organisation("lords").get_aliases(), ["Upper House", "The Other Place"])
        self.assertEqual(structure.find_post("/organizations/0/posts/1").get_title(None), "Clerk")
        self.assertEqual(structure.find_assignment("m2").get_employer(), "lords")
        self.assertEqual(structure.find_assignment("m2").get_person(), "1")
        self.assertIsNone(structure.find_assignment("m3").get_employer())
        held = [item for item in structure.list_records(Cadre.RecordKind.ASSIGNMENT) if item.get_post() == "speaker"]
        self.assertEqual([item.get_period().to_string() for item in held], ["2001-01-01/.."])
        self.assertEqual(codes_of(result), {"exchange.popolo.no-place": 7})
        fates = [result.get_n_rows_with_fate(fate) for fate in range(5)]
        self.assertEqual((fates, result.get_n_rows()), ([2, 0, 3, 4, 0], 9))

    def test_wrong_types(self):
        cases = {
            '{"persons": [1, {"id": 2, "name": [], "identifiers": {}}]}': [
                "/persons/0",
                "/persons/1/id",
                "/persons/1/name",
                "/persons/1/identifiers",
            ],
            '{"posts": {"a": 1}}': ["/posts"],
            '{"posts": [{"id": "", "start_date": "yesterday", "organization_id": true}]}': [
                "/posts/0/id",
                "/posts/0/start_date",
                "/posts/0/organization_id",
            ],
            '{"memberships": [{"person": 1, "post": {}, "organization": {"id": "x", "name": "y"}}]}': [
                "/memberships/0/post",
                "/memberships/0/person",
                "/memberships/0/organization",
            ],
            '{"organizations": [{"identifiers": [{}, {"identifier": 1}], "children": 3}]}': [
                "/organizations/0/identifiers/0",
                "/organizations/0/identifiers/1/identifier",
                "/organizations/0/children",
            ],
        }
        for text, origins in cases.items():
            with self.subTest(text):
                self.assertEqual(origins_of(read(text)), origins)

    def test_no_popolo(self):
        for text in ("{}", "[]", "1", '"persons"', '{"people": []}', "null", '{"cadre": "structure", "persons": []}'):
            with self.subTest(text), self.assertRaises(GLib.Error) as caught:
                read(text)
            self.assertTrue(caught.exception.matches(Cadre.exchange_error_quark(), Cadre.ExchangeError.FORM))
            self.assertIn("persons, organizations, memberships", caught.exception.message)
        for text in ("", "{", '{"persons": [}', "\x00", "[" * 100000):
            with self.subTest(text[:20]), self.assertRaises(GLib.Error) as caught:
                read(text)
            self.assertEqual(caught.exception.domain, "cadre_document_error")

    def test_cycles_and_doubles(self):
        organizations = [{"id": name, "parent_id": other} for name, other in ("ab", "bc", "ca", "dd", "dd")]
        result = read({"organizations": organizations})
        self.assertFalse(result.get_structure().is_sound())
        self.assertEqual(result.get_structure().get_n_records(Cadre.RecordKind.UNIT), 5)

    def test_limits(self):
        limits = Cadre.Limits.new_bounded()
        limits.set_max_rows(2)
        with self.assertRaises(GLib.Error) as caught:
            read({"persons": [{"id": str(number)} for number in range(3)]}, limits)
        self.assertTrue(caught.exception.matches(Cadre.structure_error_quark(), Cadre.StructureError.LIMIT_ROWS))
        self.assertEqual(caught.exception.message, "There are more than 2 persons")


tap.main("exchange-popolo")
