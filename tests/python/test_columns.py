#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Whole columns in numpy, without a copy."""

import gc
import tracemalloc
import unittest

import tap
from setting import DATA, Cadre, GLib, load, load_text

try:
    import numpy
except ImportError:
    numpy = None

POST = Cadre.RecordKind.POST
NO_ROW = Cadre.COLUMN_NO_ROW


def texts_of(structure, codes):
    """The texts that codes stand for, found as the C documentation says."""
    offsets = numpy.asarray(structure.get_string_offsets())
    data = numpy.asarray(structure.get_string_bytes())
    return [bytes(data[offsets[code] : offsets[code + 1] - 1]).decode() for code in codes]


@unittest.skipIf(numpy is None, "numpy is not there")
class Columns(unittest.TestCase):
    def setUp(self):
        self.structure = load("stockton-2007-before")

    def column(self, field, kind=POST):
        return self.structure.get_column(kind, field)

    def test_the_memory_is_the_same(self):
        for field in ("title", "establishment", "manager:row", "fte", "status", "cost"):
            column = self.column(field)
            array = numpy.asarray(column)
            self.assertEqual(array.__array_interface__["data"][0], column.get_address())
            self.assertEqual((array.size, len(column)), (28, 28))
            self.assertEqual(array.dtype.itemsize, column.get_element_size())
            self.assertEqual(array.dtype.str, column.get_format())
            self.assertEqual(array.tobytes(), column.get_bytes().get_data())

    def test_the_memory_is_that_of_the_structure(self):
        """Two columns of a field that some row speaks of are at one address, so neither is a copy."""
        structure = load("stockton-2007-after")
        for field in ("id", "title", "unit", "establishment", "fte", "fte:denominator", "status", "unit:row", "manager:row"):
            with self.subTest(field=field):
                one, same = structure.get_column(POST, field), structure.get_column(POST, field)
                is_made = field in ("fte", "fte:denominator")  # no post of this document speaks of it
                self.assertEqual(one.get_address() == same.get_address(), not is_made)
                self.assertEqual(numpy.shares_memory(numpy.asarray(one), numpy.asarray(same)), not is_made)

    def test_an_array_costs_no_memory(self):
        structure = load_text('"posts": [' + ", ".join(f'{{"id": "{i}", "cost": {i}}}' for i in range(20000)) + "]")
        tracemalloc.start()
        arrays = [numpy.asarray(structure.get_column(POST, "cost")) for _ in range(10)]
        size, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        self.assertEqual({array.ctypes.data for array in arrays}, {structure.get_column(POST, "cost").get_address()})
        self.assertTrue(all(not array.flags.owndata for array in arrays))
        self.assertLess(size, arrays[0].nbytes)

    def test_the_array_alone_keeps_the_structure(self):
        ended = []
        structure = load_text('"posts": [{"id": "a", "cost": 12.34}, {"id": "b", "cost": 5}]')
        structure.weak_ref(lambda: ended.append(True))
        array = numpy.asarray(structure.get_column(POST, "cost"))
        part = array[1:]
        del structure, array
        gc.collect()
        self.assertEqual((ended, part.tolist()), ([], [500]))
        del part
        gc.collect()
        self.assertEqual(ended, [True])

    def test_the_column_alone_keeps_the_structure(self):
        ended = []
        structure = load_text('"posts": [{"id": "a", "cost": 12.34}]')
        structure.weak_ref(lambda: ended.append(True))
        column = structure.get_column(POST, "cost")
        del structure
        gc.collect()
        self.assertEqual((ended, numpy.asarray(column).tolist()), ([], [1234]))
        del column
        gc.collect()
        self.assertEqual(ended, [True])

    def test_nothing_can_be_written(self):
        array = numpy.asarray(self.column("establishment"))
        self.assertFalse(array.flags.writeable)
        with self.assertRaises(ValueError):
            array[0] = 7
        with self.assertRaises(ValueError):
            array.flags.writeable = True

    def test_the_array_keeps_the_memory(self):
        array = numpy.asarray(load_text('"posts": [{"id": "a", "cost": 12.34}, {"id": "b", "cost": 5}]').get_column(POST, "cost"))
        gc.collect()
        [numpy.zeros(64) for _ in range(1000)]
        self.assertEqual(array.tolist(), [1234, 500])

    def test_no_rows_at_all(self):
        column = load_text('"posts": []').get_column(POST, "title")
        self.assertEqual(numpy.asarray(column).size, 0)

    def test_values_are_those_of_the_records(self):
        posts = self.structure.list_records(POST)
        self.assertEqual(numpy.asarray(self.column("establishment")).tolist(), [post.get_establishment() for post in posts])
        self.assertEqual(numpy.asarray(self.column("status")).tolist(), [post.get_status() for post in posts])
        self.assertEqual(texts_of(self.structure, numpy.asarray(self.column("id"))), [post.get_id() for post in posts])
        titles = texts_of(self.structure, numpy.asarray(self.column("title")))
        self.assertEqual(titles, [post.get_title(None) for post in posts])

    def test_constants_are_those_of_c(self):
        self.assertEqual((Cadre.COLUMN_NO_ROW, Cadre.COLUMN_AMBIGUOUS_ROW), (2**32 - 1, 2**32 - 2))

    def test_managers_by_row(self):
        ids = texts_of(self.structure, numpy.asarray(self.column("id")))
        managers = numpy.asarray(self.column("manager:row"))
        for row, manager in enumerate(managers):
            reports = [post.get_id() for post in self.structure.list_reports(ids[manager])] if manager != NO_ROW else []
            self.assertTrue(manager == NO_ROW or ids[row] in reports)
        self.assertGreater((managers != NO_ROW).sum(), 10)

    def test_sums_of_all_sources(self):
        for path in sorted(DATA.glob("*-before.json")) + sorted(DATA.glob("*-after.json")):
            structure = load(path.stem)
            known = numpy.asarray(structure.get_column(POST, "establishment"))
            wanted = [post.get_establishment() for post in structure.list_records(POST)]
            self.assertEqual(int(known[known >= 0].sum()), sum(number for number in wanted if number >= 0))

    def test_errors_match(self):
        with self.assertRaises(GLib.Error) as caught:
            self.column("no such field")
        self.assertTrue(caught.exception.matches(Cadre.StructureError.quark(), Cadre.StructureError.NOT_FOUND))


tap.main("columns")
