#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Dates, fractions, periods, money, limits and issues from Python."""

import copy
import datetime
import fractions
import sys
import unittest

import tap
from setting import ROOT, Cadre, Gio, GLib

DAY = datetime.date(2007, 4, 12)
HALF = fractions.Fraction(1, 2)


class Override(unittest.TestCase):
    def test_it_is_the_one_of_the_tree(self):
        override = ROOT / "bindings" / "python" / "gi" / "overrides" / "Cadre.py"
        self.assertEqual(sys.modules["gi.overrides.Cadre"].__file__, str(override))


class Dates(unittest.TestCase):
    def test_a_constructor_gives_what_it_is_named_after(self):
        for date in (Cadre.Date(2007, 4, 12), Cadre.Date.new(2007, 4, 12), Cadre.Date.new_parse("2007-04-12")):
            self.assertIs(type(date), Cadre.Date)
            self.assertEqual((date.get_year(), date.get_month(), date.get_day()), (2007, 4, 12))
            self.assertEqual(date.get_precision(), Cadre.DatePrecision.DAY)

    def test_a_day_comes_out_as_a_date(self):
        self.assertIs(type(Cadre.Date(2007, 4, 0).dup_first_day()), datetime.date)
        self.assertEqual(Cadre.Date(2007, 4, 0).dup_last_day(), datetime.date(2007, 4, 30))
        self.assertEqual(Cadre.Date(2007, 4, 12).add_days(30), datetime.date(2007, 5, 12))

    def test_a_month_stays_a_month(self):
        month = Cadre.Date(2007, 4, 0).add_months(1)
        self.assertIs(type(month), Cadre.Date)
        self.assertEqual(month, Cadre.Date(2007, 5, 0))
        self.assertEqual(str(month), "2007-05")

    def test_a_date_goes_in_for_each_argument(self):
        self.assertEqual(Cadre.Date.add_months(datetime.date(2007, 1, 31), 1), datetime.date(2007, 2, 28))
        self.assertEqual(Cadre.Date.days_between(DAY, last=datetime.date(2007, 4, 14)), 2)
        self.assertEqual(Cadre.Date(2007, 4, 0).compare(datetime.date(2008, 1, 1)), -1)

    def test_all_days_of_the_calendar_there_and_back(self):
        for ordinal in [*range(1, datetime.date.max.toordinal(), 997), datetime.date.max.toordinal()]:
            day = datetime.date.fromordinal(ordinal)
            period = Cadre.Period(day, None)
            self.assertEqual(period.dup_first(), day)

    def test_a_time_of_day_is_refused(self):
        with self.assertRaises(TypeError):
            Cadre.Period(datetime.datetime(2007, 4, 12, 9, 30), None)

    def test_equal_and_hash_as_pythons_own(self):
        date = Cadre.Date(2007, 4, 12)
        self.assertTrue(date == DAY and DAY == date)
        self.assertFalse(date != DAY or DAY != date)
        self.assertEqual({date, DAY, copy.copy(date), copy.deepcopy(date)}, {DAY})
        self.assertNotEqual(Cadre.Date(2007, 4, 0), datetime.date(2007, 4, 1))
        self.assertEqual(hash(Cadre.Date(2007, 4, 0)), hash(Cadre.Date.new_parse("2007-04")))
        self.assertNotEqual(date, "2007-04-12")
        self.assertNotEqual(date, None)

    def test_order_beside_pythons_own(self):
        mixed = [Cadre.Date(2007, 5, 0), DAY, Cadre.Date(2006, 0, 0), datetime.date(2007, 6, 1)]
        self.assertEqual([str(date) for date in sorted(mixed)], ["2006", "2007-04-12", "2007-05", "2007-06-01"])
        self.assertTrue(Cadre.Date(2007, 4, 12) <= DAY <= Cadre.Date(2007, 4, 12))
        with self.assertRaises(TypeError):
            Cadre.Date(2007, 4, 12) < 3  # noqa: B015

    def test_repr(self):
        self.assertEqual(repr(Cadre.Date(2007, 4, 0)), "<Cadre.Date 2007-04>")

    def test_no_such_day(self):
        with self.assertRaises(TypeError):
            Cadre.Date(2007, 2, 29)

    def test_errors_match(self):
        for text, code in (("12/4/2007", Cadre.ValueError.INVALID), ("2007-02-29", Cadre.ValueError.RANGE)):
            with self.assertRaises(GLib.Error) as caught:
                Cadre.Date.new_parse(text)
            self.assertTrue(caught.exception.matches(Cadre.ValueError.quark(), code))
            self.assertFalse(caught.exception.matches(Cadre.DocumentError.quark(), code))


class Fractions(unittest.TestCase):
    def test_a_constructor_gives_what_it_is_named_after(self):
        for share in (Cadre.Fraction(3, 5), Cadre.Fraction.new(6, 10), Cadre.Fraction.new_parse("0.6")):
            self.assertIs(type(share), Cadre.Fraction)
            self.assertEqual((share.get_numerator(), share.get_denominator()), (3, 5))
            self.assertEqual(repr(share), "<Cadre.Fraction 3/5>")

    def test_both_ways(self):
        total = Cadre.Fraction(1, 3).add(HALF)
        self.assertIs(type(total), fractions.Fraction)
        self.assertEqual(total, fractions.Fraction(5, 6))
        self.assertEqual(Cadre.Fraction.multiply(HALF, HALF), fractions.Fraction(1, 4))
        self.assertEqual(Cadre.Fraction.subtract(HALF, other=HALF), 0)
        self.assertEqual(Cadre.Fraction.to_decimal(fractions.Fraction(2, 3), 2), "0.67")

    def test_equal_hash_and_order_as_pythons_own(self):
        self.assertEqual({Cadre.Fraction(1, 2), HALF, copy.copy(Cadre.Fraction(2, 4))}, {HALF})
        self.assertTrue(HALF == Cadre.Fraction(1, 2))
        self.assertTrue(Cadre.Fraction(1, 3) < HALF < Cadre.Fraction(2, 3))
        self.assertNotEqual(Cadre.Fraction(1, 2), "1/2")

    def test_what_64_bits_cannot_hold(self):
        with self.assertRaises(OverflowError):
            Cadre.Fraction(1, 2).add(fractions.Fraction(10**30, 7))

    def test_errors_match(self):
        with self.assertRaises(GLib.Error) as caught:
            Cadre.Fraction(1, 0)
        self.assertTrue(caught.exception.matches(Cadre.value_error_quark(), Cadre.ValueError.INVALID))


class Periods(unittest.TestCase):
    def test_bounds_are_dates(self):
        period = Cadre.Period(DAY, Cadre.Date(2008, 3, 0))
        self.assertEqual(period.dup_first(), DAY)
        self.assertEqual(period.dup_last(), Cadre.Date(2008, 3, 0))
        self.assertIsNone(Cadre.Period(None, DAY).dup_first())
        self.assertEqual(Cadre.Period.new(first=DAY, last=None).get_last_bound(), Cadre.Bound.OPEN)
        unknown = Cadre.Period.new_full(Cadre.Bound.UNKNOWN, None, Cadre.Bound.KNOWN, DAY)
        self.assertEqual((unknown.dup_first(), unknown.dup_last()), (None, DAY))

    def test_equal_hash_copy_and_repr(self):
        period = Cadre.Period(DAY, None)
        self.assertEqual({period, Cadre.Period(DAY, None), copy.copy(period), copy.deepcopy(period)}, {period})
        self.assertNotEqual(period, Cadre.Period(DAY, DAY))
        self.assertNotEqual(period, DAY)
        self.assertEqual(str(period), "2007-04-12/..")
        self.assertEqual(repr(period), "<Cadre.Period 2007-04-12/..>")

    def test_the_answer_may_be_unknown(self):
        period = Cadre.Period(Cadre.Date(2007, 4, 0), None)
        self.assertTrue(period.contains(datetime.date(2007, 5, 1)))
        self.assertFalse(period.contains(datetime.date(2007, 3, 31)))
        self.assertEqual(period.contains(DAY), Cadre.Truth.UNKNOWN)
        with self.assertRaises(ValueError):
            bool(period.contains(DAY))


class Money(unittest.TestCase):
    def test_pence(self):
        self.assertEqual(Cadre.pence_parse("1234.5"), (True, 123450))
        self.assertEqual(Cadre.pence_add(1, 2), (True, 3))
        self.assertEqual(Cadre.pence_allot(100, [1, 1, 1]), [34, 33, 33])
        self.assertEqual(Cadre.pence_allot(0, [1]), [0])

    def test_errors_match(self):
        for call in (lambda: Cadre.pence_parse("1.234"), lambda: Cadre.pence_add(2**63 - 1, 1)):
            with self.assertRaises(GLib.Error) as caught:
                call()
            self.assertTrue(caught.exception.matches(Cadre.ValueError.quark(), Cadre.ValueError.RANGE))


class Settings(unittest.TestCase):
    def test_limits(self):
        limits = Cadre.Limits.new_bounded()
        self.assertEqual(limits.props.max_bytes, 64 << 20)
        limits.set_max_rows(7)
        self.assertEqual(limits.get_max_rows(), 7)
        limits.props.max_depth = 9
        self.assertEqual(limits.get_property("max-depth"), 9)
        self.assertGreater(Cadre.Limits.new_trusted_large().props.max_bytes, limits.props.max_bytes)


class Issues(unittest.TestCase):
    def issue(self, subject="post/P1"):
        return Cadre.Issue.new("a.b", Cadre.Severity.WARNING, "Something", None, subject, None)

    def test_equal_hash_and_repr(self):
        self.assertEqual(self.issue(), self.issue())
        self.assertNotEqual(self.issue(), self.issue("post/P2"))
        self.assertNotEqual(self.issue(), "a.b")
        self.assertEqual(len({self.issue(), self.issue(), self.issue("post/P2")}), 2)
        self.assertIn("a.b", repr(self.issue()))

    def test_a_list_is_a_sequence(self):
        issues = Cadre.IssueList.new(2)
        for subject in "abc":
            issues.add(self.issue(subject))
        self.assertIsInstance(issues, Gio.ListModel)
        self.assertEqual([issue.get_subject() for issue in issues], ["a", "b"])
        self.assertEqual((len(issues), issues.get_total(), issues.get_n_dropped()), (2, 3, 1))
        self.assertEqual(issues[-1], self.issue("b"))
        self.assertIn(self.issue("a"), list(issues))
        self.assertEqual(issues.dup_codes(), ["a.b"])


tap.main("base")
