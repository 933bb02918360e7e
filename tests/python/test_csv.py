#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables that Python's csv module writes are read as they were, by Cadre as by that module; and the other way round."""

import csv
import io
import random
import re
import unittest

import tap
from setting import Cadre, GLib, to_bytes

PIECES = ["a", "Zoë", "£", ",", ";", "\t", "|", '"', '""', "\n", "\r\n", "\r", " ", "’", "x" * 300, "0", "=1+1"]

FORMULA_PIECES = list("=+-@\t\r\n＝＋－＠' 1a.\"") + ["\u00a0", "\u200b", "\ufeff"]
FORMULA = re.compile("[ \u00a0\u200b\ufeff]*[=+\\-@\t\r\n＝＋－＠]")

# The module puts a CR into quotes only where rows end with one.
ENDS = [(csv.QUOTE_MINIMAL, "\r\n"), (csv.QUOTE_ALL, "\n"), (csv.QUOTE_ALL, "\r\n"), (csv.QUOTE_ALL, "\r")]


def read(data, formula_guard=False):
    reader = Cadre.CsvReader.new_for_bytes(to_bytes(data), None)
    reader.set_formula_guard(formula_guard)
    rows = []
    while True:
        _, n_cells = reader.next_row(None)
        if n_cells == 0:
            return rows, reader
        rows.append([reader.get_cell(column) for column in range(n_cells)])


def write(table, formula_guard=True):
    writer = Cadre.CsvWriter.new_for_text()
    writer.set_formula_guard(formula_guard)
    for row in table:
        for cell in row:
            writer.add_text(cell)
        writer.end_row()
    writer.finish(None)
    return writer.dup_text()


def by_module(text):
    """As the csv module reads a table, but for lines with nothing in them."""
    return [row for row in csv.reader(io.StringIO(text, newline="")) if row]


def random_cell(source):
    return "".join(source.choice(PIECES) for _ in range(source.choice([0, 1, 1, 2, 5])))


def random_formula(source):
    return "".join(source.choice(FORMULA_PIECES) for _ in range(source.randint(1, 4)))


def random_table(source):
    """Rows of random length; the first says by its commas what parts the cells."""
    rows = [["h"] * source.randint(6, 9)]
    for _ in range(source.randint(0, 20)):
        rows.append([random_cell(source) for _ in range(source.randint(1, 6))])
    return rows


class Csv(unittest.TestCase):
    def test_as_the_csv_module(self):
        source = random.Random(1)
        for _ in range(500):
            table, text = random_table(source), io.StringIO(newline="")
            quoting, end = source.choice(ENDS)
            csv.writer(text, quoting=quoting, lineterminator=end).writerows(table)
            rows, reader = read(text.getvalue())
            self.assertEqual(rows, table)
            self.assertEqual(rows, list(csv.reader(io.StringIO(text.getvalue(), newline=""))))
            self.assertEqual(reader.get_encoding(), Cadre.CsvEncoding.UTF_8)
            self.assertEqual(reader.get_delimiter(), ord(","))

    def test_csv_module_reads_what_is_written(self):
        source = random.Random(3)
        for _ in range(500):
            table = random_table(source)
            text = write(table, formula_guard=False)
            self.assertEqual(by_module(text), table)
            self.assertEqual(read(text)[0], table)

    def test_formula_guard(self):
        source = random.Random(4)
        n_guarded = 0
        for _ in range(500):
            table = [["h", "i"]] + [[random_formula(source) for _ in range(3)] for _ in range(5)]
            text = write(table)
            self.assertEqual(read(text, formula_guard=True)[0], table)
            written = [cell for row in by_module(text) for cell in row]
            for cell, raw in zip((cell for row in table for cell in row), written):
                self.assertIn(raw, (cell, "'" + cell))
                n_guarded += raw != cell
                if not re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?", raw):
                    self.assertIsNone(FORMULA.match(raw), raw)
        self.assertGreater(n_guarded, 1000)

    def test_not_finished(self):
        writer = Cadre.CsvWriter.new_for_text()
        writer.add_text("a")
        with self.assertRaises(GLib.Error) as caught:
            writer.finish(None)
        self.assertTrue(caught.exception.matches(Cadre.document_error_quark(), Cadre.DocumentError.ORDER))
        self.assertIsNone(writer.dup_text())

    def test_windows_1252(self):
        every = "".join(chr(byte) for byte in range(32, 128) if chr(byte) not in '",')
        every += bytes(range(160, 256)).decode("cp1252")
        rows, reader = read(f"header,{every}\n€,“x”\n".encode("cp1252"))
        self.assertEqual(rows, [["header", every], ["€", "“x”"]])
        self.assertEqual(reader.get_encoding(), Cadre.CsvEncoding.WINDOWS_1252)
        codes = [issue.get_code() for issue in reader.get_issues()]
        self.assertEqual(codes, ["document.csv.assumed-windows-1252"])

    def test_anything_is_read_or_refused(self):
        source = random.Random(2)
        for _ in range(3000):
            data = bytes(source.choices(b'ab,;"\n\r\t\x80\xc3\xa3\xe2\x00', k=40))
            try:
                rows, _reader = read(data)
            except GLib.Error as error:
                self.assertEqual(error.domain, "cadre_document_error", data)
                self.assertTrue(b"\x00" in data or b'"' in data, data)
            else:
                self.assertNotIn(b"\x00", data)
                self.assertLessEqual(sum(len(cell) for row in rows for cell in row), len(data))


tap.main("csv")
