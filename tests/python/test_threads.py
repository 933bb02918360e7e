#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Many threads of Python read one structure, and each its own."""

import unittest
from concurrent.futures import ThreadPoolExecutor

import tap
from setting import FULL, Cadre, load

READERS = 8


def read_all(structure):
    """Everything a reader may ask, as one value."""
    kinds = range(Cadre.RecordKind.SUCCESSION + 1)
    records = [repr(record) for kind in kinds for record in structure.list_records(Cadre.RecordKind(kind))]
    managers = [repr(structure.find_manager(f"assignment-{n:02}", Cadre.VacantManager.STOP)) for n in range(1, 34)]
    walked = []
    structure.walk(None, lambda post, depth: walked.append((post, depth)) or True)
    return records, managers, walked, structure.to_text(FULL), hash(structure.find_post("head-strategy"))


class Threads(unittest.TestCase):
    def test_one_structure_for_all(self):
        structure = load("stockton-2007-before")
        wanted = read_all(load("stockton-2007-before"))
        with ThreadPoolExecutor(READERS) as threads:
            for told in threads.map(read_all, [structure] * READERS * 4):
                self.assertEqual(told, wanted)

    def test_a_structure_for_each(self):
        names = ["stockton-2007-before", "stockton-2007-after"] * READERS
        with ThreadPoolExecutor(READERS) as threads:
            texts = list(threads.map(lambda name: load(name).to_text(FULL), names))
        self.assertEqual(len(set(texts)), 2)

    def test_the_last_reader_frees_it(self):
        def read_and_drop(holder):
            return holder.pop().get_n_records(Cadre.RecordKind.POST)

        for _ in range(20):
            structure = load("stockton-2007-before")
            holders = [[structure] for _ in range(READERS)]
            del structure
            with ThreadPoolExecutor(READERS) as threads:
                self.assertEqual(set(threads.map(read_and_drop, holders)), {28})


tap.main("threads")
