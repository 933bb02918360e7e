#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is different between two structures, from Python."""

import json
import unittest

import tap
from setting import ROOT, Cadre, Gio, GLib, load, load_text

try:
    import jsonschema
except ImportError:
    jsonschema = None

RESOLUTIONS = json.loads((ROOT / "docs/schema/resolutions-1.schema.json").read_text(encoding="utf-8"))
KIND = Cadre.ChangeKind


def posts(*rows):
    return load_text('"posts": [' + ", ".join(rows) + "]")


class Diffs(unittest.TestCase):
    def test_nothing_is_different(self):
        before = load("stockton-2007-before")
        diff = Cadre.Diff.new(before, load("stockton-2007-before"), None, None)
        self.assertTrue(diff.is_empty())
        self.assertEqual(list(diff), [])

    def test_changes_are_a_sequence(self):
        before = posts('{"id": "a", "title": "Head"}', '{"id": "b"}')
        after = posts('{"id": "a", "title": "Chief"}', '{"id": "c", "manager": "a"}')
        diff = Cadre.Diff.new(before, after, None, None)
        kinds = [change.get_kind() for change in diff]
        self.assertIsInstance(diff, Gio.ListModel)
        self.assertEqual(len(diff), len(kinds))
        for kind in (KIND.POST_RETITLED, KIND.POST_DELETED, KIND.POST_CREATED):
            self.assertEqual(kinds.count(kind), 1)
            self.assertEqual(diff.count(kind), 1)

    def test_before_and_after(self):
        diff = Cadre.Diff.new(posts('{"id": "a", "fte": 0.5}'), posts('{"id": "a", "fte": null}'), None, None)
        change = diff[0]
        self.assertEqual((change.get_id_before(), change.get_id_after(), change.get_field()), ("a", "a", "fte"))
        self.assertIsNotNone(change.get_before_text())
        self.assertIsNone(change.get_after_text())
        self.assertEqual(list(diff.list_for(Cadre.RecordKind.POST, "a"))[0].get_field(), "fte")

    def test_a_person_confirms_a_pair(self):
        before, after = posts('{"id": "old"}'), posts('{"id": "new"}')
        confirmed = Gio.ListStore.new(Cadre.Pair)
        confirmed.append(Cadre.Pair.new("old", "new", Cadre.LineageKind.CONTINUING, Cadre.PairBasis.CONFIRMED, None))
        mapping = Cadre.Mapping.new(before, after, confirmed)
        self.assertEqual(mapping.get_same_after("old"), "new")
        self.assertEqual(Cadre.Diff.new(before, after, mapping, None).count(KIND.POST_DELETED), 0)
        self.assertEqual(Cadre.Diff.new(before, after, None, None).count(KIND.POST_DELETED), 1)

    def test_the_diff_outlives_its_structures(self):
        diff = Cadre.Diff.new(posts('{"id": "a"}'), posts('{"id": "b"}'), None, None)
        self.assertEqual(diff.get_before().find_post("a").get_id(), "a")
        self.assertEqual(len(diff), 2)

    def test_errors_match(self):
        before, after = posts('{"id": "a"}'), posts('{"id": "b"}')
        other = Cadre.Mapping.new(after, before, None)
        with self.assertRaises(GLib.Error) as caught:
            Cadre.Diff.new(before, after, other, None)
        self.assertTrue(caught.exception.matches(Cadre.DiffError.quark(), Cadre.DiffError.MAPPING))


def dated(year, *rows):
    return load_text(f'"as-of": "{year}", "posts": [' + ", ".join(rows) + "]")


class Series(unittest.TestCase):
    def test_a_post_is_followed(self):
        one = '{"id": "a", "title": "Head"}'
        series = Cadre.Series.new([dated(2010, one), dated(2011), dated(2012, one)], None, None)
        (history,) = series
        self.assertEqual([history.get_id_at(i) for i in range(3)], ["a", None, "a"])
        kinds = [Cadre.HistoryEventKind.GONE, Cadre.HistoryEventKind.RETURNED]
        self.assertEqual([event.get_kind() for event in history], kinds)
        self.assertEqual(history[1].dup_date_before().get_year(), 2011)
        self.assertEqual(history[1].dup_date_after().get_year(), 2012)

    def test_rates_are_exact(self):
        series = Cadre.Series.new([dated(2010, *('{"id": "%d"}' % i for i in range(3))), dated(2011)], [], None)
        rate = series.get_churn(0).dup_least_rate(Cadre.HistoryEventKind.GONE)
        self.assertEqual(rate, 1)
        self.assertIsNone(series.get_churn(1))

    def test_mappings_are_used(self):
        before, after = dated(2010, '{"id": "a"}'), dated(2011, '{"id": "b"}')
        confirmed = Gio.ListStore.new(Cadre.Pair)
        confirmed.append(Cadre.Pair.new("a", "b", Cadre.LineageKind.RENAMED, Cadre.PairBasis.CONFIRMED, None))
        self.assertEqual(len(Cadre.Series.new([before, after], None, None)), 2)
        mapping = Cadre.Mapping.new(before, after, confirmed)
        self.assertEqual(len(Cadre.Series.new([before, after], [mapping], None)), 1)

    def test_dates_have_to_be_in_order(self):
        with self.assertRaises(GLib.Error) as caught:
            Cadre.Series.new([dated(2011), dated(2010)], None, None)
        self.assertTrue(caught.exception.matches(Cadre.DiffError.quark(), Cadre.DiffError.SERIES))


class Alternatives(unittest.TestCase):
    def test_side_by_side(self):
        base = posts('{"id": "a", "title": "Head"}')
        changed = posts('{"id": "a", "title": "Chief"}')
        table = Cadre.Alternatives.new(base, [changed, posts()], ["ours"], None, None)
        (row,) = table
        states = [Cadre.AlternativeState.CHANGED, Cadre.AlternativeState.DELETED]
        self.assertEqual([row.get_state(i) for i in range(2)], states)
        self.assertEqual([table.get_name(i) for i in range(3)], ["ours", "B", None])
        self.assertFalse(row.is_agreed())
        self.assertEqual([change.get_field() for change in row.list_changes(0)], ["title"])

    def test_levels_without_posts_have_no_alternatives(self):
        table = Cadre.Alternatives.new(posts(), [posts()], None, None, None)
        with self.assertRaises(GLib.Error) as caught:
            table.redact(Cadre.Redaction.new(Cadre.RedactionLevel.STATISTICS))
        self.assertTrue(caught.exception.matches(Cadre.DiffError.quark(), Cadre.DiffError.REDACTION))
UNIT = '"units": [{"id": "u", "name": "%s"}], '
WORKERS = '"posts": [{"id": "a", "title": "%s", "unit": "u"}, {"id": "b", "title": "%s", "unit": "u"}]'


class Events(unittest.TestCase):
    def setUp(self):
        before = load_text(UNIT % "Youth" + WORKERS % ("Clerk", "Clerk"))
        after = load_text(UNIT % "Families" + WORKERS % ("Officer", "Officer"))
        self.diff = Cadre.Diff.new(before, after, None, None)

    def test_each_change_is_in_one_event(self):
        events = list(self.diff.list_events(Cadre.DiffView.new(Cadre.DiffLevel.SUMMARY)))
        kinds = [Cadre.ChangeEventKind.UNIT_RENAMED, Cadre.ChangeEventKind.POSTS_RETITLED]
        self.assertEqual([event.get_kind() for event in events], kinds)
        self.assertEqual([len(event) for event in events], [1, 2])
        self.assertEqual(events[1].dup_posts(), ["a", "b"])
        self.assertEqual(events[1].get_before_text(), "Clerk")

    def test_without_a_view_it_is_the_headline(self):
        self.assertEqual(len(self.diff.list_events(None)), 0)

    def test_a_view_is_a_settings_object(self):
        view = Cadre.DiffView(level=Cadre.DiffLevel.FIELD, units=["u"])
        self.assertEqual(len(self.diff.list_events(view)), 3)
        view.props.units = ["other"]
        self.assertEqual(len(self.diff.list_events(view)), 0)


class Responses(unittest.TestCase):
    def setUp(self):
        self.before = load_text('"posts": [{"id": "a", "title": "Clerk"}]')
        self.after = load_text('"posts": [{"id": "a", "title": "Officer"}]')

    def make(self, tie):
        response = Cadre.Response.new("r", Cadre.Respondent.STAFF, None, None).with_said("Not clerk", None)
        return Cadre.Responses.new("Titles", [response.with_answer(Cadre.Answer.ACCEPTED, None, [tie])])

    def compare(self, tie):
        return self.make(tie).compare(Cadre.Diff.new(self.before, self.after, None, None))

    def test_an_answer_is_tied_to_a_change(self):
        table = self.compare(Cadre.ResponseTie.new(Cadre.RecordKind.POST, "a", "title"))
        self.assertEqual([row.to_string() for row in table], ["r (staff): Not clerk -> accepted, 1 change"])
        self.assertEqual(table[0][0].get_after_text(), "Officer")
        self.assertEqual(len(table.get_issues()), 0)

    def test_a_tie_to_no_change_is_an_issue(self):
        table = self.compare(Cadre.ResponseTie.new_to_kind(Cadre.RecordKind.POST, "a", Cadre.ChangeKind.HOURS))
        codes = [issue.get_code() for issue in table.get_issues()]
        self.assertEqual(codes, ["diff.response.no-change", "diff.response.accepted-without-change"])
        self.assertEqual(table.count(Cadre.ResponseRowKind.NOT_ASKED), 1)

    def test_what_is_written_is_read(self):
        responses = self.make(Cadre.ResponseTie.new(Cadre.RecordKind.POST, "a", "title"))
        writer = Cadre.Writer.new_for_text()
        responses.write(Cadre.Redaction.new(Cadre.RedactionLevel.CONSULTATION), writer)
        writer.finish(None)
        again = Cadre.Responses.load_bytes(GLib.Bytes.new(writer.dup_text().encode()), None, None)
        self.assertEqual(again[0].get_said(), "Not clerk")
        self.assertEqual(again[0].get_ties()[0].to_string(), "post/a title")


class Merges(unittest.TestCase):
    def merge(self, ours, theirs):
        base = posts('{"id": "a", "title": "Head"}')
        diffs = [Cadre.Diff.new(base, posts(row), None, None) for row in (ours, theirs)]
        return Cadre.Merge.new(*diffs, None)

    def test_what_only_one_side_changes_is_taken(self):
        merge = self.merge('{"id": "a", "title": "Chief"}', '{"id": "a", "title": "Head", "fte": "1/2"}')
        self.assertEqual(len(merge), 0)
        post = merge.build(None).find_post("a")
        self.assertEqual((post.get_title(None), post.get_fte()), ("Chief", 0.5))

    def test_conflicts_are_resolved_and_replayed(self):
        sides = '{"id": "a", "title": "Chief"}', '{"id": "a", "title": "Director"}'
        merge, later = self.merge(*sides), self.merge(*sides)
        self.assertEqual(merge[0].get_kind(), Cadre.MergeConflictKind.FIELD)
        with self.assertRaises(GLib.Error) as caught:
            merge.build(None)
        self.assertTrue(caught.exception.matches(Cadre.DiffError.quark(), Cadre.DiffError.CONFLICT))
        merge.resolve(0, Cadre.MergeChoice.VALUE, '"Principal"')
        writer = Cadre.Writer.new_for_text()
        merge.write_resolutions(Cadre.Redaction.new(Cadre.RedactionLevel.FULL), writer)
        writer.finish(None)
        document = writer.steal_bytes()
        if jsonschema:
            jsonschema.validate(json.loads(document.get_data()), RESOLUTIONS)
        issues = later.replay(Cadre.Reader.new_for_bytes(document, None), None)
        self.assertEqual(len(issues), 0)
        self.assertEqual(later.build(None).find_post("a").get_title(None), "Principal")


tap.main("diff")
