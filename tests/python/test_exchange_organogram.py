#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Organograms from Python: dates and flags as Python has them, files, errors, and the tables that are written."""

import csv
import datetime
import io
import tempfile
import unittest

import tap
from setting import DATA, FULL, Cadre, Gio, GLib, to_bytes

DATES = (datetime.date(2010, 6, 30), datetime.date(2011, 3, 31))
HEADER = "Post Unique Reference,Name,Job Title,Organisation,Reports to Senior Post,FTE\n"


def table(date, kind):
    return Gio.File.new_for_path(str(DATA / f"dclg-{date}-{kind}.csv"))


def read(rows, date=DATES[0], **settings):
    reader = Cadre.OrganogramReader(**settings)
    reader.add_bytes(date, to_bytes(HEADER + rows), None)
    return reader.read(None)[0]


def ids(structure, kind):
    return [record.get_id() for record in structure.list_records(kind)]


class Organogram(unittest.TestCase):
    def test_series_of_files(self):
        reader = Cadre.OrganogramReader(organisation="dclg")
        for date in reversed(DATES):
            reader.add_files(date, table(date, "senior"), table(date, "junior"))
        imports = list(reader.read(None))
        self.assertEqual([item.get_structure().get_as_of() for item in imports], list(DATES))
        # The lines of the two tables, without their headers.
        self.assertEqual([item.get_n_rows() for item in imports], [110 + 472, 226 + 604])

    def test_every_ref_but_nobodys_is_a_post(self):
        for date in DATES:
            item = Cadre.organogram_load(table(date, "senior"), None, date, None, None)
            _, data, _ = table(date, "senior").load_contents(None)
            refs = {row["Post Unique Reference"] for row in csv.DictReader(io.StringIO(data.decode()))}
            posts = ids(item.get_structure(), Cadre.RecordKind.POST)
            self.assertEqual({post.split("/")[1] for post in posts} | {"0"}, refs | {"0"})

    def test_names_are_numbers_in_ids(self):
        structure = read("1,Zoë,Head,Org,XX,1\n2,Ann,Head,Org,1,1\n").get_structure()
        self.assertEqual(ids(structure, Cadre.RecordKind.PERSON), ["person/2010-06-30/1", "person/2010-06-30/2"])
        self.assertEqual(structure.find_person("person/2010-06-30/1").get_name(), "Ann")

    def test_repairs_are_flags(self):
        rows = "1,Ann,Head,Org,XX,1\n2,Bob,Head,Org,9,1\n3,Cat,Head,Org,3,1\n"
        both = Cadre.OrganogramRepair.ATTACH_ORPHANS | Cadre.OrganogramRepair.CUT_CYCLES
        self.assertEqual(len(read(rows).get_structure().list_tops()), 1)
        item = read(rows, repairs=both)
        self.assertEqual([post.get_id() for post in item.get_structure().list_tops()], ["org/1", "org/3"])
        self.assertEqual(item.get_issues().get_count("exchange.organogram.repaired-orphan"), 1)
        self.assertEqual(item.get_issues().get_count("exchange.organogram.repaired-cycle"), 1)

    def test_errors(self):
        with self.assertRaises(GLib.Error) as caught:
            reader = Cadre.OrganogramReader.new()
            reader.add_bytes(None, to_bytes("a,b\n"), None)
            reader.read(None)
        self.assertTrue(caught.exception.matches(Cadre.exchange_error_quark(), Cadre.ExchangeError.FORM))
        with self.assertRaises(GLib.Error) as caught:
            Cadre.organogram_load(Gio.File.new_for_path("/nowhere/at/all.csv"), None, None, None, None)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.NOT_FOUND))

    def test_write_and_read_again(self):
        for date in DATES:
            first = Cadre.organogram_load(table(date, "senior"), table(date, "junior"), date, None, None)
            export = Cadre.organogram_write(first.get_structure(), FULL, None)
            self.assertEqual([issue.to_string() for issue in export.get_issues()], [])
            with tempfile.TemporaryDirectory() as folder:
                saved = Gio.File.new_for_path(folder)
                export.save(saved, None)
                again = Cadre.organogram_load(saved.get_child("senior.csv"), saved.get_child("junior.csv"), date, None, None)
            for kind in (Cadre.RecordKind.POST, Cadre.RecordKind.LINE, Cadre.RecordKind.ASSIGNMENT):
                self.assertEqual(
                    list(first.get_structure().list_records(kind)), list(again.get_structure().list_records(kind))
                )

    def test_what_is_written_is_plain_csv(self):
        structure = read('1,"Ann, or Anne",=Head,Org,XX,0.50\n').get_structure()
        data = Cadre.organogram_write(structure, FULL, None).find_bytes("senior.csv").get_data().decode()
        row = next(csv.DictReader(io.StringIO(data)))
        self.assertEqual(row["Name"], "Ann, or Anne")
        self.assertEqual(row["Job Title"], "'=Head")
        self.assertEqual(row["FTE"], "0.5")

    def test_no_names_for_a_committee(self):
        structure = read("1,Ann,Head,Org,XX,1\n").get_structure()
        redaction = Cadre.Redaction.new(Cadre.RedactionLevel.COMMITTEE_PUBLIC)
        data = Cadre.organogram_write(structure, redaction, None).find_bytes("senior.csv").get_data()
        self.assertNotIn(b"Ann", data)
        self.assertIn(b"1,N/D,", data)


tap.main("organogram")
