#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Structures and their records from Python."""

import copy
import datetime
import fractions
import tempfile
import unittest

import tap
from setting import DATA, FULL, Cadre, Gio, GLib, load, load_text, to_bytes

HALF = fractions.Fraction(1, 2)
DAY = datetime.date(2007, 4, 12)

POSTS = """
  "id": "s", "title": {"en": "Services", "cy": "Gwasanaethau"}, "as-of": "2007-02-07",
  "posts": [
    {"id": "a", "title": {"en": "Head", "cy": "Pennaeth"}, "fte": 0.6, "valid-from": "2007-04-12", "cost": 12.34,
     "aliases": ["chief"], "attributes": {"z": "1", "a": "2"}},
    {"id": "b", "title": "Officer", "manager": "a", "valid-from": "2007-04", "establishment": 4}
  ],
  "persons": [{"id": "p", "name": "Somebody"}],
  "assignments": [{"id": "c", "person": "p", "post": "b", "hours": "37/2", "basis": "acting"}]
"""


def records(structure):
    for kind in range(Cadre.RecordKind.SUCCESSION + 1):
        yield from structure.list_records(Cadre.RecordKind(kind))


def post_ids(structure):
    return [post.get_id() for post in structure.list_records(Cadre.RecordKind.POST)]


class Structures(unittest.TestCase):
    def setUp(self):
        self.structure = load_text(POSTS)

    def test_head(self):
        self.assertEqual(self.structure.get_id(), "s")
        self.assertEqual(self.structure.get_title(None), "Services")
        self.assertEqual(self.structure.get_title("cy"), "Gwasanaethau")
        self.assertIsNone(self.structure.get_title("fr"))
        self.assertEqual(self.structure.get_as_of(), datetime.date(2007, 2, 7))
        self.assertEqual(repr(self.structure), "<Cadre.Structure s: 2 posts, 2 issues>")

    def test_rows_are_sequences(self):
        posts = self.structure.list_records(Cadre.RecordKind.POST)
        self.assertEqual([post.get_id() for post in posts], ["a", "b"])
        self.assertEqual(len(posts), 2)
        self.assertEqual(posts[-1], self.structure.find_post("b"))
        self.assertIn(self.structure.find_post("a"), list(posts))
        with self.assertRaises(IndexError):
            posts[2]

    def test_look_ups(self):
        self.assertIsInstance(self.structure.find_assignment("c"), Cadre.Assignment)
        self.assertIsInstance(self.structure.find_person("p"), Cadre.Person)
        self.assertIsNone(self.structure.find_post("nobody"))
        self.assertIsNone(self.structure.find_unit("a"))
        self.assertIsNone(self.structure.find_organisation(""))

    def test_the_structure_outlives_its_variable(self):
        posts = load_text(POSTS).list_records(Cadre.RecordKind.POST)
        self.assertEqual(posts[0].get_title("cy"), "Pennaeth")


class Records(unittest.TestCase):
    def setUp(self):
        self.structure = load_text(POSTS)
        self.post = self.structure.find_post("a")

    def test_fields(self):
        self.assertEqual(self.post.get_title(None), "Head")
        self.assertEqual(self.post.get_cost(), 1234)
        self.assertEqual(self.post.get_establishment(), 1)
        self.assertEqual(self.post.get_aliases(), ["chief"])
        self.assertEqual(self.post.dup_attribute_names(), ["a", "z"])
        self.assertIsNone(self.post.get_grade())

    def test_fractions_by_method_and_property(self):
        self.assertEqual(self.post.get_fte(), fractions.Fraction(3, 5))
        self.assertIs(type(self.post.props.fte), fractions.Fraction)
        self.post.set_fte(HALF)
        self.assertEqual(self.post.props.fte, HALF)
        self.post.props.fte = fractions.Fraction(1, 3)
        self.assertEqual(self.post.get_property("fte"), fractions.Fraction(1, 3))
        self.post.set_property("fte", HALF)
        self.assertEqual(self.post.get_fte(), HALF)
        self.post.props.fte = None
        self.assertIsNone(self.post.get_fte())
        with self.assertRaises(TypeError):
            self.post.set_fte(0.5)

    def test_dates_by_method_and_property(self):
        equivalence = Cadre.GradeEquivalence(agreed=DAY)
        self.assertEqual(equivalence.get_agreed(), DAY)
        equivalence.props.agreed = Cadre.Date(2007, 0, 0)
        self.assertEqual(equivalence.get_agreed(), Cadre.Date(2007, 0, 0))
        self.assertEqual(self.post.get_period(), Cadre.Period(DAY, None))
        self.assertEqual(self.structure.find_post("b").props.period.dup_first(), Cadre.Date(2007, 4, 0))
        self.post.set_period(Cadre.Period(None, DAY))
        self.assertEqual(self.post.get_period().dup_last(), DAY)

    def test_equal_hash_and_copy(self):
        same = self.structure.find_post("a")
        self.assertEqual(self.post, same)
        self.assertEqual(len({self.post, same, copy.copy(self.post), copy.deepcopy(self.post)}), 1)
        bag = {self.post}
        same.set_title(None, "Other")
        self.assertNotEqual(self.post, same)
        self.assertEqual(hash(self.post), hash(same))
        self.assertIn(self.post, bag)
        self.assertNotEqual(self.post, "post/a")
        self.assertNotEqual(self.post, None)
        self.assertNotEqual(self.post, self.structure.find_person("p"))

    def test_repr_names_no_person(self):
        self.assertEqual(repr(self.post), "<Cadre.Post post/a>")
        self.assertEqual(repr(self.structure.find_person("p")), "<Cadre.Person person/p>")

    def test_an_edited_copy_changes_nothing(self):
        self.post.set_title(None, "Chief")
        self.assertEqual(self.structure.find_post("a").get_title(None), "Head")

    def test_every_record_of_the_sources_equals_its_copy(self):
        for path in DATA.glob("*-before.json"):
            structure = load(path.stem)
            for record in records(structure):
                self.assertEqual(record, record.copy())
                self.assertTrue(repr(record).startswith("<Cadre."))


class Building(unittest.TestCase):
    def test_from_nothing(self):
        builder = Cadre.StructureBuilder.new()
        builder.set_id("made")
        builder.set_as_of(DAY)
        builder.add(Cadre.Post(id="x", fte=HALF))
        builder.add(Cadre.Post(id="y"))
        builder.set_manager("y", "x")
        structure = builder.build(None, None)
        self.assertEqual(structure.get_as_of(), DAY)
        self.assertEqual(structure.find_post("x").get_fte(), HALF)
        self.assertEqual(post_ids(structure), ["x", "y"])
        self.assertEqual(structure.get_n_records(Cadre.RecordKind.LINE), 1)

    def test_from_another(self):
        before = load_text(POSTS)
        builder = Cadre.StructureBuilder.new_for_structure(before)
        post = before.find_post("a")
        post.set_title(None, "Chief")
        builder.replace(post)
        builder.remove(Cadre.RecordKind.POST, "b")
        after = builder.build(None, None)
        self.assertEqual(after.find_post("a").get_title(None), "Chief")
        self.assertEqual(post_ids(after), ["a"])
        self.assertEqual(post_ids(before), ["a", "b"])

    def test_errors_match(self):
        builder = Cadre.StructureBuilder.new()
        with self.assertRaises(GLib.Error) as caught:
            builder.remove(Cadre.RecordKind.POST, "nobody")
        error = Cadre.StructureError
        self.assertTrue(caught.exception.matches(error.quark(), error.NOT_FOUND))
        self.assertTrue(caught.exception.matches(Cadre.structure_error_quark(), error.NOT_FOUND))


class Questions(unittest.TestCase):
    def setUp(self):
        self.structure = load("stockton-2007-after")

    def test_at_another_date(self):
        then = self.structure.at(datetime.date(2007, 6, 1), None)
        self.assertEqual(then.get_as_of(), datetime.date(2007, 6, 1))
        self.assertEqual(self.structure.get_as_of(), datetime.date(2007, 10, 31))

    def test_walk(self):
        seen = []
        self.assertTrue(self.structure.walk(None, lambda post, depth: seen.append((post, depth)) or True))
        self.assertEqual(sorted(post for post, _ in seen), post_ids(self.structure))
        for post, depth in seen:
            self.assertEqual(self.structure.get_depth(post), depth)

    def test_walk_that_stops(self):
        seen = []
        self.assertFalse(self.structure.walk("head-operations", lambda post, depth: seen.append(post)))
        self.assertEqual(seen, ["head-operations"])

    def test_three_answers_to_who_is_in_charge(self):
        manager = self.structure.find_manager("assignment-31", Cadre.VacantManager.STOP)
        self.assertEqual(manager.get_id(), "strategic-manager-surestart")
        self.assertEqual(self.structure.find_employer("assignment-31").get_id(), "ntpct")
        self.assertEqual(self.structure.find_professional_lead("assignment-31").get_id(), "pct-professional-lead")

    def test_totals(self):
        positions = Cadre.Metrics.new(self.structure, None).get_overall().get_positions()
        self.assertIs(type(positions.dup_least_fraction()), fractions.Fraction)
        self.assertEqual(positions.dup_least_fraction(), positions.get_least())


class Documents(unittest.TestCase):
    def test_the_same_bytes_again(self):
        for path in sorted(DATA.glob("*-after.json")):
            text = load(path.stem).to_text(FULL)
            self.assertEqual(Cadre.Structure.load_bytes(to_bytes(text), None, None).to_text(FULL), text)

    def test_saving(self):
        structure = load_text(POSTS)
        with tempfile.TemporaryDirectory() as folder:
            file = Gio.File.new_for_path(f"{folder}/s.json")
            self.assertTrue(structure.save(FULL, file, None))
            self.assertEqual(Cadre.Structure.load(file, None, None).to_text(FULL), structure.to_text(FULL))

    def test_redaction(self):
        consultation = Cadre.Redaction.new(Cadre.RedactionLevel.CONSULTATION)
        self.assertIn("Somebody", load_text(POSTS).to_text(FULL))
        self.assertNotIn("Somebody", load_text(POSTS).to_text(consultation))

    def check(self, quark, code, text, limits=None):
        with self.assertRaises(GLib.Error) as caught:
            Cadre.Structure.load_bytes(to_bytes(text), limits, None)
        self.assertTrue(caught.exception.matches(quark, code), caught.exception)

    def test_errors_match(self):
        head = '{"cadre": "structure", "version": 1, '
        limits = Cadre.Limits.new_bounded()
        limits.props.max_rows = 1
        document, structure = Cadre.DocumentError, Cadre.StructureError
        self.check(document.quark(), document.SYNTAX, head)
        self.check(document.quark(), document.KIND, '{"cadre": "policy", "version": 1}')
        self.check(document.quark(), document.VERSION, '{"cadre": "structure", "version": 99}')
        self.check(structure.quark(), structure.FORM, head + '"posts": 7}')
        self.check(structure.quark(), structure.LIMIT_ROWS, head + '"posts": [{"id": "a"}, {"id": "b"}]}', limits)


tap.main("structure")
