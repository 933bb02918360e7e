#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who may see what, from Python: each level, its subject and its key, and the data of one person."""

import hashlib
import hmac
import json
import re
import unittest

import tap
from setting import FULL, ROOT, Cadre, GLib, data_file, load, load_text, to_bytes

try:
    import jsonschema
except ImportError:
    jsonschema = None

KEY = b"0123456789abcdef"
LEVELS = {
    level: getattr(Cadre.RedactionLevel, level.upper().replace("-", "_"))
    for level in (
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
    )
}
KINDS = {
    kind: getattr(Cadre.RecordKind, kind.upper().replace("-", "_"))
    for kind in ("organisation", "body", "agreement", "unit", "grade", "post", "line", "statement", "person", "assignment", "absence")
}
STAFF = """
"grades": [{"id": "g", "pay-min": 30000}], "posts": [
  {"id": "top", "title": "Chief", "manager": "none"},
  {"id": "head", "title": "Head", "manager": "top", "grade": "g", "pay-max": 50000},
  {"id": "clerk", "title": "Clerk", "manager": "head"}, {"id": "beside", "manager": "top"}],
"persons": [{"id": "ann", "name": "Ann Smith"}, {"id": "bob", "name": "Bob"}],
"assignments": [{"id": "a1", "person": "ann", "post": "clerk", "hours": 20, "note": "private"},
  {"id": "b1", "person": "bob", "post": "beside", "note": "instead of Ann Smith"}],
"absences": [{"assignment": "a1", "kind": "family"}]
"""


def redaction(level, posts=None, assignments=None, key=None):
    made = Cadre.Redaction.new(LEVELS[level])
    made.set_subject_posts(posts)
    made.set_subject_assignments(assignments)
    made.set_pseudonym_key(key and GLib.Bytes.new(key))
    return made


def shown(structure, *args, **named):
    return json.loads(structure.to_text(redaction(*args, **named)))


def ids(document, plural):
    return {row["id"] for row in document.get(plural, ())}


def pseudonym(kind, text):
    return hmac.new(KEY, f"{kind}/{text}".encode(), hashlib.sha256).hexdigest()[:16]


class Levels(unittest.TestCase):
    def setUp(self):
        self.structure = load_text(STAFF)

    def refused(self, code, make, *args):
        with self.assertRaises(GLib.Error) as caught:
            make(*args)
        self.assertTrue(caught.exception.matches(Cadre.StructureError.quark(), code), caught.exception)
        return caught.exception.message

    def test_manager_sees_the_own_branch(self):
        document = shown(self.structure, "manager", ["head"])
        self.assertEqual(ids(document, "posts"), {"top", "head", "clerk"})
        self.assertEqual(ids(document, "persons"), {"ann"})
        self.assertNotIn("private", json.dumps(document))
        self.assertNotIn("50000", json.dumps(document))

    def test_panel_sees_what_is_before_it(self):
        document = shown(self.structure, "panel", ["beside"], ["a1"])
        self.assertEqual(ids(document, "posts"), {"beside", "clerk", "head"} | {"top"})
        self.assertEqual(document["assignments"], [{"id": "a1", "post": "clerk"}])

    def test_self_sees_the_own_contract(self):
        document = shown(self.structure, "self", None, ["a1"])
        self.assertEqual(document["assignments"][0]["note"], "private")
        self.assertEqual(document["absences"][0]["kind"], "family")
        self.assertEqual(ids(document, "posts"), {"clerk", "head", "top"})
        self.assertNotIn("Bob", json.dumps(document))

    def test_pseudonyms_are_of_the_key(self):
        document = shown(self.structure, "union", key=KEY)
        self.assertEqual(ids(document, "persons"), {pseudonym("person", "ann"), pseudonym("person", "bob")})
        self.assertIn(pseudonym("assignment", "a1"), ids(document, "assignments"))
        self.assertNotIn(KEY.decode(), json.dumps(document))
        self.assertNotIn("assignments", shown(self.structure, "union"))
        other = shown(self.structure, "union", key=KEY[::-1])
        self.assertFalse(ids(document, "persons") & ids(other, "persons"))

    def test_refusals(self):
        code = Cadre.StructureError
        for level, args in (("manager", ()), ("panel", ([], [])), ("self", (["head"],)), ("self", (None, ["a1", "b1"]))):
            self.refused(code.REDACTION, shown, self.structure, level, *args)
        self.refused(code.NOT_FOUND, shown, self.structure, "manager", ["nobody"])
        message = self.refused(code.REDACTION, lambda: shown(self.structure, "finance", key=KEY[:15]))
        self.assertNotIn(KEY[:15].decode(), message)

    def test_a_case_and_its_outcomes_are_not_for_all(self):
        case = Cadre.Case.load(data_file("stockton-2007-judged-case"), None, None)
        outcomes = case.run(None)
        told = {"union", "consultation", "committee-exempt"}
        for level in LEVELS:
            made = redaction(level, ["x"], ["y"])
            if level not in told:
                self.refused(Cadre.StructureError.REDACTION, Cadre.Report.new_for_outcomes, outcomes, made, None)
            else:
                self.assertNotIn("person-", Cadre.Report.new_for_outcomes(outcomes, made, None).to_text(0))
            if level != "consultation":
                self.refused(Cadre.StructureError.REDACTION, case.to_text, made)

    def test_reports_at_each_level(self):
        before, after = load("stockton-2007-before"), load("stockton-2007-after")
        diff = Cadre.Diff.new(before, after, None, None)
        names = {person.get_name() for person in before.list_records(Cadre.RecordKind.PERSON)} - {None}
        for level in set(LEVELS) - {"manager", "panel", "self"}:
            for make, of in ((Cadre.Report.new_for_structure, before), (Cadre.Report.new_for_diff, diff)):
                text = make(of, redaction(level, key=KEY), None).to_text(0)
                self.assertNotIn("person-", text)
                self.assertFalse([name for name in names if name in text])

    @unittest.skipIf(jsonschema is None, "there is no python3-jsonschema")
    def test_what_is_written_is_a_document(self):
        schema = json.loads((ROOT / "docs" / "schema" / "structure-1.schema.json").read_text(encoding="utf-8"))
        structure = load("stockton-2007-before")
        assignment = structure.get_record(Cadre.RecordKind.ASSIGNMENT, 0)
        for level in LEVELS:
            text = structure.to_text(redaction(level, [assignment.get_post()], [assignment.get_id()], KEY))
            jsonschema.validate(json.loads(text), schema)
            self.assertEqual(Cadre.Structure.load_bytes(to_bytes(text), None, None).to_text(FULL), text, level)
        key = GLib.Bytes.new(KEY)
        person = assignment.get_person()
        for made in (structure.export_person(person), structure.redact_person(person, None), structure.redact_person(person, key)):
            jsonschema.validate(json.loads(made.to_text(FULL)), schema)

    def test_the_table_of_top_levels_is_that_of_its_level(self):
        table = Cadre.Transparency.new()
        for name in ("stockton-2007-before", "stockton-2007-after", "vale-2008-before", "vale-2008-after"):
            whole, public = (
                table.write(load(name), made, None).get_bytes(0).get_data() for made in (FULL, redaction("transparency-code"))
            )
            self.assertEqual(public, whole, name)

    def test_the_page_says_what_the_library_does(self):
        page = (ROOT / "docs" / "redaction.md").read_text(encoding="utf-8")
        for kind, value in KINDS.items():
            section = page.split(f"\n### {kind}\n")[1].split("\n### ")[0]
            head, _, *rows = [line for line in section.splitlines() if line.startswith("|")]
            levels = [word.strip() for word in head.split("|")[2:-1]]
            for row in rows:
                field, *cells = [word.strip() for word in row.split("|")[1:-1]]
                for level, cell in zip(levels, cells):
                    if level != "around":
                        made = redaction(level, key=KEY)
                        self.assertEqual(made.shows_field(value, field.strip("`")), cell != "", f"{kind} {field} {level}")
                        self.assertEqual(made.hides_some(value, field.strip("`")), cell in ("several", "outcome"))
            for field in re.findall(r"`([a-z-]+)`", section.partition("Only at `full`:")[2]):
                self.assertFalse(any(redaction(level, key=KEY).shows_field(value, field) for level in levels if level != "around"))


class Persons(unittest.TestCase):
    def setUp(self):
        self.structure = load_text(STAFF)

    def test_export(self):
        document = json.loads(self.structure.export_person("ann").to_text(FULL))
        self.assertEqual(ids(document, "assignments"), {"a1"})
        self.assertEqual(document["persons"][0]["name"], "Ann Smith")
        self.assertNotIn("Bob", json.dumps(document))

    def test_redact(self):
        gone = self.structure.redact_person("ann", None).to_text(FULL)
        for word in ("ann", "Ann", "a1", "private", "family"):
            self.assertNotIn(f'"{word}', gone)
        self.assertNotIn("instead", gone)
        self.assertIn("Bob", gone)
        kept = self.structure.redact_person("ann", GLib.Bytes.new(KEY)).to_text(FULL)
        self.assertIn(pseudonym("assignment", "a1"), kept)
        self.assertIn('"hours": 20', kept)
        with self.assertRaises(GLib.Error):
            self.structure.redact_person("nobody", None)

    def test_log(self):
        events = '{"cadre": "log", "version": 1}\n' + json.dumps(
            {
                "event": "result",
                "stage": "limited-competition",
                "post": "clerk",
                "assignment": "a1",
                "result": "appointed",
                "note": "private",
            }
        )
        log = Cadre.Log.load_bytes(to_bytes(events + "\n"), None, None)
        self.assertEqual(len(log.export_person(self.structure, "ann")), 1)
        self.assertEqual(len(log.export_person(self.structure, "bob")), 0)
        self.assertEqual(len(log.redact_person(self.structure, "ann", None)), 0)
        kept = log.redact_person(self.structure, "ann", GLib.Bytes.new(KEY))
        self.assertEqual(kept[0].get_assignment(), pseudonym("assignment", "a1"))
        self.assertIsNone(kept[0].get_note())

    def test_ring_fence(self):
        outcomes = Cadre.Case.load(data_file("stockton-2007-judged-case"), None, None).run(None)
        fence = outcomes.get_ring_fences()[0]
        made = Cadre.Redaction.new(Cadre.RedactionLevel.PANEL)
        fence.set_subject(made)
        document = json.loads(outcomes.get_before().to_text(made))
        members = {member.get_assignment() for member in fence.list_members()}
        self.assertEqual(ids(document, "assignments"), members)
        self.assertNotIn("persons", document)


tap.main("redaction")
