#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reading and writing documents piece by piece from Python."""

import tempfile
import unittest

import tap
from setting import DATA, Cadre, Gio, GLib, Json, data_file, to_bytes


def tokens(reader):
    read = []
    while True:
        _, token = reader.next(None)
        text, length = reader.get_text()
        assert text is None or len(text.encode()) == length
        read.append((token, text))
        if token == Cadre.Token.END:
            return read


def copy_tokens(reader, writer):
    write = {
        Cadre.Token.BEGIN_OBJECT: lambda text: writer.begin_object(),
        Cadre.Token.END_OBJECT: lambda text: writer.end_object(),
        Cadre.Token.BEGIN_ARRAY: lambda text: writer.begin_array(),
        Cadre.Token.END_ARRAY: lambda text: writer.end_array(),
        Cadre.Token.MEMBER: writer.member,
        Cadre.Token.STRING: writer.string,
        Cadre.Token.NUMBER: writer.number,
        Cadre.Token.TRUE: lambda text: writer.boolean(True),
        Cadre.Token.FALSE: lambda text: writer.boolean(False),
        Cadre.Token.NULL: lambda text: writer.unknown(),
        Cadre.Token.END: lambda text: None,
    }
    for token, text in tokens(reader):
        write[token](text)
    assert writer.finish(None)


class Reading(unittest.TestCase):
    def test_tokens(self):
        reader = Cadre.Reader.new_for_bytes(to_bytes('{"a": [1.50, "ŵ", null]}'), None)
        token = Cadre.Token
        self.assertEqual(
            tokens(reader),
            [
                (token.BEGIN_OBJECT, None),
                (token.MEMBER, "a"),
                (token.BEGIN_ARRAY, None),
                (token.NUMBER, "1.50"),
                (token.STRING, "ŵ"),
                (token.NULL, None),
                (token.END_ARRAY, None),
                (token.END_OBJECT, None),
                (token.END, None),
            ],
        )

    def test_the_bytes_outlive_the_caller(self):
        reader = Cadre.Reader.new_for_bytes(to_bytes("[" + "1," * 10000 + "1]"), None)
        self.assertEqual(len(tokens(reader)), 10004)

    def test_sources_read_alike(self):
        name = "stockton-2007-before"
        data = (DATA / f"{name}.json").read_bytes()
        stream = Gio.MemoryInputStream.new_from_bytes(GLib.Bytes.new(data))
        node = Json.from_string(data.decode())
        wanted = tokens(Cadre.Reader.new_for_bytes(to_bytes(data), None))
        self.assertEqual(tokens(Cadre.Reader.new_for_stream(stream, None)), wanted)
        self.assertEqual(tokens(Cadre.Reader.new_for_file(data_file(name), None, None)), wanted)
        self.assertEqual(tokens(Cadre.Reader.new_for_node(node, None)), wanted)

    def test_head_and_place(self):
        reader = Cadre.Reader.new_for_bytes(to_bytes('{"cadre": "plan", "version": 3,\n "x": {"y": []}}'), None)
        self.assertIsNone(reader.get_kind())
        self.assertEqual(reader.read_head(None, 4, None), (True, 3))
        self.assertEqual(reader.get_kind(), "plan")
        reader.next(None)
        self.assertEqual((reader.get_line(), reader.get_column(), reader.get_depth()), (2, 2, 1))
        self.assertEqual(reader.dup_pointer(), "/x")
        self.assertEqual(reader.read_canonical(None), '{"y": []}')


class Errors(unittest.TestCase):
    def check(self, code, text, limits=None):
        reader = Cadre.Reader.new_for_bytes(to_bytes(text), limits)
        with self.assertRaises(GLib.Error) as caught:
            tokens(reader)
        self.assertTrue(caught.exception.matches(Cadre.DocumentError.quark(), code), caught.exception)
        self.assertIn("Line 1, ", caught.exception.message)

    def test_bad_json(self):
        error = Cadre.DocumentError
        for code, text in (
            (error.SYNTAX, "[1,]"),
            (error.SYNTAX, '{"a": 1'),
            (error.ENCODING, b'["\xff"]'),
            (error.DUPLICATE, '{"a": 1, "a": 2}'),
            (error.LIMIT_DEPTH, "[" * 1000),
        ):
            self.check(code, text)

    def test_limits(self):
        error = Cadre.DocumentError
        for name, value, code in (
            ("max-items", 3, error.LIMIT_ITEMS),
            ("max-depth", 1, error.LIMIT_DEPTH),
            ("max-string", 2, error.LIMIT_STRING),
            ("max-members", 1, error.LIMIT_MEMBERS),
        ):
            limits = Cadre.Limits.new_bounded()
            limits.set_property(name, value)
            self.check(code, '[{"a": "long", "b": 1}, 2, 3, 4]', limits)

    def test_kind_and_version(self):
        for text, code in (
            ('{"cadre": "case", "version": 1}', Cadre.DocumentError.KIND),
            ('{"cadre": "structure", "version": 2}', Cadre.DocumentError.VERSION),
        ):
            reader = Cadre.Reader.new_for_bytes(to_bytes(text), None)
            with self.assertRaises(GLib.Error) as caught:
                reader.read_head("structure", 1, None)
            self.assertTrue(caught.exception.matches(Cadre.document_error_quark(), code))

    def test_gio_errors_pass_through(self):
        with self.assertRaises(GLib.Error) as caught:
            Cadre.Reader.new_for_file(data_file("not-there"), None, None)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.NOT_FOUND))

    def test_cancelled(self):
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        with self.assertRaises(GLib.Error) as caught:
            Cadre.Structure.load(data_file("stockton-2007-before"), None, cancellable)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))

    def test_a_failed_reader_says_it_again(self):
        reader = Cadre.Reader.new_for_bytes(to_bytes("?"), None)
        for _ in range(3):
            with self.assertRaises(GLib.Error) as caught:
                reader.next(None)
            self.assertTrue(caught.exception.matches(Cadre.DocumentError.quark(), Cadre.DocumentError.SYNTAX))


class Writing(unittest.TestCase):
    def test_document(self):
        writer = Cadre.Writer.new_for_text()
        writer.begin_document("structure", 1)
        writer.member("id")
        writer.string_n("s".encode())
        writer.member("n")
        writer.integer(-(2**63))
        writer.member("x")
        writer.canonical('{"a":[1.50,null]}')
        writer.end_object()
        self.assertIsNone(writer.dup_text())
        self.assertTrue(writer.finish(None))
        text = writer.dup_text()
        self.assertIn('"n": -9223372036854775808', text)
        self.assertIn('"x": {\n    "a": [1.50, null]\n  }', text)
        self.assertEqual(writer.steal_bytes().get_data(), text.encode())
        self.assertIsNone(writer.steal_bytes())
        self.assertIsNone(writer.get_node())

    def test_targets_write_alike(self):
        data = to_bytes('{"a": [1, true, false, null, "x"]}')
        text = Cadre.Writer.new_for_text()
        copy_tokens(Cadre.Reader.new_for_bytes(data, None), text)
        stream = Gio.MemoryOutputStream.new_resizable()
        copy_tokens(Cadre.Reader.new_for_bytes(data, None), Cadre.Writer.new_for_stream(stream))
        stream.close(None)
        self.assertEqual(stream.steal_as_bytes().get_data(), text.dup_text().encode())
        with tempfile.TemporaryDirectory() as folder:
            file = Gio.File.new_for_path(f"{folder}/a.json")
            copy_tokens(Cadre.Reader.new_for_bytes(data, None), Cadre.Writer.new_for_file(file, None))
            self.assertEqual(file.load_contents(None)[1], text.dup_text().encode())
        node = Cadre.Writer.new_for_node()
        copy_tokens(Cadre.Reader.new_for_bytes(data, None), node)
        self.assertEqual(Json.to_string(node.get_node(), False), '{"a":[1,true,false,null,"x"]}')

    def test_the_first_error_is_kept(self):
        writer = Cadre.Writer.new_for_text()
        writer.begin_array()
        writer.member("no place for a name")
        writer.number("1e")
        with self.assertRaises(GLib.Error) as caught:
            writer.finish(None)
        self.assertTrue(caught.exception.matches(Cadre.DocumentError.quark(), Cadre.DocumentError.ORDER))


tap.main("document")
