#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Differences as documents, from Python."""

import json
import unittest

import tap
from setting import FULL, ROOT, Cadre, Gio, GLib, load, load_text, to_bytes

try:
    import jsonschema
except ImportError:
    jsonschema = None

ACTION = Cadre.PatchAction


def patch_between(before, after):
    return Cadre.Patch.new(Cadre.Diff.new(before, after, None, None))


def posts(*rows):
    return load_text('"posts": [' + ", ".join(rows) + "]")


def load_patch(*operations):
    document = {"cadre": "patch", "version": 1, "operations": operations}
    return Cadre.Patch.load_bytes(to_bytes(json.dumps(document)), None, None)


class Patches(unittest.TestCase):
    def setUp(self):
        self.before, self.after = load("stockton-2007-before"), load("stockton-2007-after")
        self.patch = patch_between(self.before, self.after)

    def assert_same(self, a, b):
        self.assertEqual(a.to_text(FULL), b.to_text(FULL))

    def test_there_and_back(self):
        self.assert_same(self.patch.apply(self.before, None), self.after)
        self.assert_same(self.patch.invert().apply(self.after, None), self.before)
        self.assertTrue(self.patch.invert().invert().equal(self.patch))
        self.assertTrue(self.patch.compose(self.patch.invert()).is_empty())

    def test_operations_are_a_sequence(self):
        self.assertIsInstance(self.patch, Gio.ListModel)
        first = self.patch[0]
        self.assertTrue(first.is_about_document())
        self.assertEqual((first.get_action(), first.get_field()), (ACTION.CHANGE, "id"))
        self.assertEqual((first.get_before(), first.get_after()), ('"stockton-2007-before"', '"stockton-2007-after"'))
        self.assertIsNone(first.get_key())
        self.assertIsNone(self.patch.get_operation(len(self.patch)))
        self.assertEqual(self.patch[-1].get_action(), ACTION.DELETE)

    def test_composition(self):
        a, b = posts('{"id": "x", "title": "A"}'), posts('{"id": "x", "title": "B"}', '{"id": "y"}')
        c = posts('{"id": "x", "title": "B"}', '{"id": "y", "manager": "x"}')
        both = patch_between(a, b).compose(patch_between(b, c))
        self.assert_same(both.apply(a, None), c)
        self.assertEqual([o.get_action() for o in both], [ACTION.CREATE, ACTION.CREATE, ACTION.CHANGE])

    def test_some_of_it(self):
        a = posts('{"id": "x", "manager": "y"}', '{"id": "y"}')
        b = posts('{"id": "x", "manager": "z"}', '{"id": "z"}')
        patch = patch_between(a, b)
        last = len(patch) - 1
        self.assertEqual(list(patch.list_needs(last)), [0, 1])
        self.assertEqual(list(patch.list_conflicts(last)), [])
        self.assertTrue(patch.select([last], None).equal(patch.select([1, last], a)))
        self.assertTrue(patch.select([], None).is_empty())

    def test_a_file(self):
        file, _stream = Gio.File.new_tmp("cadre-XXXXXX.json")
        try:
            self.assertTrue(self.patch.save(FULL, file, None))
            again = Cadre.Patch.load(file, None, None)
        finally:
            file.delete(None)
        self.assertTrue(again.equal(self.patch))
        self.assertEqual(again.get_identity_before(), self.patch.get_identity_before())
        self.assertRegex(again.get_identity_after(), "^sha256:[0-9a-f]{64}$")
        self.assertEqual(again.get_language(), "en")

    def test_another_base(self):
        with self.assertRaises(GLib.Error) as caught:
            self.patch.apply(self.after, None)
        self.assertTrue(caught.exception.matches(Cadre.diff_error_quark(), Cadre.DiffError.BASE))
        codes = {issue.get_code() for issue in self.patch.check(self.after, None)}
        self.assertEqual(codes, {"diff.patch.differs", "diff.patch.missing"})
        self.assertEqual(len(self.patch.check(self.before, None)), 0)

    def test_other_levels(self):
        with self.assertRaises(GLib.Error) as caught:
            self.patch.to_text(Cadre.Redaction.new(Cadre.RedactionLevel.UNION))
        self.assertTrue(caught.exception.matches(Cadre.diff_error_quark(), Cadre.DiffError.PATCH_REDACTION))

    def test_no_patch(self):
        with self.assertRaises(GLib.Error) as caught:
            load_patch({"do": "change", "record": "post", "key": "x", "field": "colour"})
        self.assertTrue(caught.exception.matches(Cadre.diff_error_quark(), Cadre.DiffError.PATCH_FORM))

    @unittest.skipIf(jsonschema is None, "jsonschema is not there")
    def test_the_schema(self):
        schema = json.loads((ROOT / "docs/schema/patch-1.schema.json").read_text(encoding="utf-8"))
        document = json.loads(self.patch.to_text(FULL))
        jsonschema.validate(document, schema)
        document["operations"][0]["do"] = "copy"
        with self.assertRaises(jsonschema.ValidationError):
            jsonschema.validate(document, schema)


tap.main("patch")
