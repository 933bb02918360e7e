#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What another program reads from the workbooks that the library writes."""

import datetime
import io
import json
import time
import unittest

import tap
from setting import DATA, FULL, Cadre, GLib, load, to_bytes

try:
    import openpyxl
except ImportError:
    openpyxl = None

POSTS = [
    {
        "id": "=1+1",
        "title": "@SUM(A1)",
        "hours": 18.5,
        "fte": "22/37",
        "pay-min": 1234.5,
        "establishment": 3,
        "valid-from": "2026-04-01",
        "valid-to": "2027",
        "statutory": True,
        "status": "new",
        "cost-centre": "004100",
        "aliases": ["a", "b"],
        "attributes": {"x": "1", "y": "2"},
        "unit": "../../etc",
    },
    {"id": "long", "title": "x" * 40000, "note": "\u0001 \u00e9 \U0001f600"},
]


def structure(as_of="2026-04-01", **members):
    head = {"cadre": "structure", "version": 1, "id": "s", "as-of": as_of}
    return Cadre.Structure.load_bytes(to_bytes(json.dumps({**head, **members})), None, None)


def data_of(export):
    return export.get_bytes(0).get_data()


def book_of(export):
    return openpyxl.load_workbook(io.BytesIO(data_of(export)))


def rows_of(sheet):
    names, *rows = list(sheet.iter_rows(values_only=True))
    return [{name: value for name, value in zip(names, row) if value is not None} for row in rows]


@unittest.skipUnless(Cadre.spreadsheet_is_supported(), "the library was built without libxlsxwriter")
@unittest.skipUnless(openpyxl, "python3-openpyxl is not there")
class Spreadsheets(unittest.TestCase):
    def test_cells_have_types(self):
        export = Cadre.spreadsheet_write(structure(posts=POSTS), FULL, None)
        self.assertEqual(export.get_name(0), "structure.xlsx")
        sheet = book_of(export)["posts"]
        first, second = rows_of(sheet)
        self.assertEqual(
            {name: first[name] for name in ("id", "title", "hours", "fte", "pay-min", "establishment")},
            {"id": "=1+1", "title": "@SUM(A1)", "hours": 18.5, "fte": "22/37", "pay-min": 1234.5, "establishment": 3},
        )
        self.assertEqual(first["valid-from"], datetime.datetime(2026, 4, 1))
        self.assertEqual(first["valid-to"], "2027")
        self.assertIs(first["statutory"], True)
        self.assertEqual(first["status"], "new")
        self.assertEqual(first["cost-centre"], "004100")
        self.assertEqual(first["aliases"], "a; b")
        self.assertEqual(first["attributes"], "x=1; y=2")
        self.assertEqual(first["unit"], "../../etc")
        self.assertEqual(second["title"], "x" * 32767)
        self.assertIn("\u00e9 \U0001f600", second["note"])
        # Nothing is a formula, and the heading stays where it is.
        self.assertNotIn("f", {cell.data_type for row in sheet.iter_rows() for cell in row})
        self.assertEqual(sheet.freeze_panes, "A2")
        self.assertTrue(sheet["A1"].font.bold)

    def test_what_is_left_out_is_said(self):
        text = {"en": "Head", "cy": "Pennaeth"}
        issues = Cadre.spreadsheet_write(
            structure(language="en", posts=[*POSTS, {"id": "w", "title": text, "shoe": 1}]), FULL, None
        ).get_issues()
        self.assertEqual(
            issues.dup_codes(),
            [f"exchange.spreadsheet.{name}" for name in ("lost-languages", "lost-members", "text-cut")],
        )

    def test_every_record_is_there(self):
        for name in ("stockton-2007-before", "vale-2008-after"):
            plain = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
            book = book_of(Cadre.spreadsheet_write(load(name), FULL, None))
            for sheet in ("posts", "units", "assignments", "persons"):
                self.assertEqual(
                    {row["id"] for row in rows_of(book[sheet])}, {row["id"] for row in plain[sheet]}, sheet
                )

    def test_the_same_bytes_whatever_the_clock(self):
        first = data_of(Cadre.spreadsheet_write(structure(posts=POSTS), FULL, None))
        time.sleep(2.1)
        self.assertEqual(data_of(Cadre.spreadsheet_write(structure(posts=POSTS), FULL, None)), first)
        book = openpyxl.load_workbook(io.BytesIO(first))
        self.assertEqual(book.properties.created, datetime.datetime(2026, 4, 1))
        nowhen = book_of(Cadre.spreadsheet_write(structure(None, posts=[]), FULL, None))
        self.assertEqual(nowhen.properties.created, datetime.datetime(1980, 1, 1))
        self.assertEqual(nowhen.sheetnames, ["posts"])

    def test_a_level_shows_no_more(self):
        redaction = Cadre.Redaction.new(Cadre.RedactionLevel.CONSULTATION)
        posts = [{"id": "p", "title": "T", "pay-min": 50000, "note": "canary"}]
        persons = [{"id": "canary", "name": "canary"}]
        shown = structure(posts=posts, persons=persons, assignments=[{"id": "1", "person": "canary", "post": "p"}])
        book = book_of(Cadre.spreadsheet_write(shown, redaction, None))
        self.assertEqual(book.sheetnames, ["posts"])
        self.assertEqual(rows_of(book["posts"]), [{"id": "p", "title": "T"}])

    def test_reconciliation(self):
        lists = [load(f"harbour-{name}") for name in ("hr", "payroll", "budget")]
        result = Cadre.Reconciler(labels=["HR", "payroll", "budget"]).run(*lists, None)
        book = book_of(Cadre.spreadsheet_write_reconciliation(result, FULL, None))
        self.assertEqual(book.sheetnames, ["reconciliation", "totals"])
        rows = rows_of(book["reconciliation"])
        self.assertIn(
            ("L001", "cost-centre", "004100", "4100"),
            [(row["Key"], row.get("Field"), row.get("HR"), row.get("payroll")) for row in rows],
        )
        totals = {row["Kind"]: row for row in rows_of(book["totals"])}
        self.assertEqual(totals["only-here"], {"Kind": "only-here", "Rows": 2, "HR": 0, "payroll": 1, "budget": 1})


@unittest.skipIf(Cadre.spreadsheet_is_supported(), "the library was built with libxlsxwriter")
class Unsupported(unittest.TestCase):
    def test_refused(self):
        with self.assertRaises(GLib.Error) as caught:
            Cadre.spreadsheet_write(structure(posts=[]), FULL, None)
        self.assertTrue(caught.exception.matches(Cadre.exchange_error_quark(), Cadre.ExchangeError.UNSUPPORTED))



tap.main("exchange_spreadsheet")
