#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reports from Python: of a structure, of what changes and of who goes where, at each level, as text and as JSON."""

import json
import unittest

import tap
from setting import FULL, Cadre, GLib, data_file, load, load_text

CONSULTATION = Cadre.Redaction.new(Cadre.RedactionLevel.CONSULTATION)


def to_json(report):
    writer = Cadre.Writer.new_for_text()
    report.write(writer)
    writer.finish(None)
    return writer.dup_text()


def walk(value):
    """Everything that a JSON value holds."""
    yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walk(part)


def texts(value):
    return [part for part in walk(value) if isinstance(part, str)]


class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.before, cls.after = load("stockton-2007-before"), load("stockton-2007-after")
        cls.diff = Cadre.Diff.new(cls.before, cls.after, None, None)
        cls.outcomes = Cadre.Case.load(data_file("stockton-2007-judged-case"), None, None).run(None)
        cls.reports = {
            (name, redaction.get_level().value_nick): make(of, redaction, None)
            for name, make, of in (
                ("structure", Cadre.Report.new_for_structure, cls.before),
                ("diff", Cadre.Report.new_for_diff, cls.diff),
                ("outcomes", Cadre.Report.new_for_outcomes, cls.outcomes),
            )
            for redaction in (FULL, CONSULTATION)
        }

    def each(self):
        for (name, level), report in self.reports.items():
            yield name, level, report

    def test_text_and_json_come_from_one_model(self):
        for _, _, report in self.each():
            document = json.loads(to_json(report))
            text = report.to_text(0)
            self.assertIn(report.get_title(), text)
            self.assertIn(report.get_title(), texts(document))
            self.assertEqual(report.get_language(), "en")
            for stamp in report.dup_stamps():
                self.assertIn(stamp, text)
                self.assertIn(stamp, texts(document))

    def test_written_twice_it_is_the_same(self):
        for _, _, report in self.each():
            self.assertEqual(report.to_text(80), report.to_text(80))
            self.assertEqual(to_json(report), to_json(report))

    def test_lines_are_no_wider_than_asked(self):
        for name, _, report in self.each():
            # Words are not broken, so that a long one may stand out.
            longest = max(len(word) for word in report.to_text(0).split())
            for line in report.to_text(72).splitlines():
                self.assertLessEqual(len(line), max(72, longest + 24), line)

    def test_it_names_itself(self):
        for _, _, report in self.each():
            self.assertEqual(repr(report), f"<Cadre.Report {report.get_title()}>")

    def test_what_the_paper_for_members_says(self):
        text = self.reports["outcomes", "consultation"].to_text(0)
        self.assertIn("not your employer's policy", text)
        for post in ("Head of Strategy", "Health Visitor"):
            self.assertIn(post, text)
        full = self.reports["outcomes", "full"].to_text(0)
        for assignment in self.before.list_records(Cadre.RecordKind.ASSIGNMENT):
            self.assertIn(assignment.get_id(), full)

    def test_no_person_in_what_is_for_consultation(self):
        persons = [person.get_id() for person in self.before.list_records(Cadre.RecordKind.PERSON)]
        self.assertGreater(len(persons), 20)
        for name, level, report in self.each():
            for written in (report.to_text(0), to_json(report)):
                named = [person for person in persons if person in written]
                if level == "consultation":
                    self.assertEqual(named, [])
                elif name == "outcomes":
                    self.assertGreater(len(named), 0)

    def test_a_name_and_a_cost_are_not_in_what_is_for_consultation(self):
        structure = load_text(
            '"posts": [{"id": "a", "title": "Head", "cost": 76543.21, "note": "hidden remark"}], '
            '"persons": [{"id": "p77", "name": "Jo Bloggs"}], "assignments": [{"id": "c", "person": "p77", "post": "a"}]'
        )
        report = Cadre.Report.new_for_structure(structure, CONSULTATION, None)
        for written in (report.to_text(0), to_json(report)):
            for hidden in ("Bloggs", "p77", "76543", "7654321", "hidden remark"):
                self.assertNotIn(hidden, written)
            self.assertIn("Head", written)

    def test_the_report_outlives_what_it_is_of(self):
        def make():
            outcomes = Cadre.Case.load(data_file("vale-2008-case"), None, None).run(None)
            return Cadre.Report.new_for_outcomes(outcomes, FULL, None)

        self.assertEqual(make().to_text(0), make().to_text(0))

    def test_a_language_that_there_is_not(self):
        for make, of in (
            (Cadre.Report.new_for_structure, self.before),
            (Cadre.Report.new_for_diff, self.diff),
            (Cadre.Report.new_for_outcomes, self.outcomes),
        ):
            with self.assertRaises(GLib.Error) as caught:
                make(of, FULL, "tlh")
            self.assertTrue(caught.exception.matches(Cadre.ReportError.quark(), Cadre.ReportError.LANGUAGE))
            self.assertEqual(make(of, FULL, "en").to_text(0), make(of, FULL, None).to_text(0))

    def test_what_is_no_redaction_is_refused(self):
        with self.assertRaises(TypeError):
            Cadre.Report.new_for_structure(self.before, None, None)
        with self.assertRaises(TypeError):
            Cadre.Report.new_for_diff(self.outcomes, FULL, None)


tap.main("report")
