#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the examples of the guides, in the order of each page."""

import doctest
import importlib
import os
import unittest

import tap
from setting import ROOT


def page_of(name):
    """The page without the fences, which would count as output."""
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    return "\n".join("" if line.startswith("```") else line for line in text.split("\n"))


class Guide(unittest.TestCase):
    maxDiff = None

    def run_page(self, text, name="docs/python.md", least=30):
        os.chdir(ROOT)
        examples = doctest.DocTestParser().get_doctest(text, {}, name, name, 0)
        told = []
        doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples, out=told.append)
        self.assertGreater(len(examples.examples), least)
        self.assertEqual("".join(told), "")

    def test_python(self):
        page = page_of("python.md")
        columns, rest = page.index("\n## Columns"), page.index("\n## Errors")
        self.run_page(page[:columns] + page[rest:])

    def test_python_with_numpy(self):
        try:
            importlib.import_module("numpy")
        except ImportError:
            self.skipTest("numpy is not there")
        self.run_page(page_of("python.md"))

    def test_diff(self):
        self.run_page(page_of("diff.md"), "docs/diff.md", 15)

    def test_organograms(self):
        self.run_page(page_of("organograms.md"), "docs/organograms.md", 25)

    def test_field_maps(self):
        self.run_page(page_of("field-maps.md"), "docs/field-maps.md", 30)


tap.main("guide")
