#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is loaded and saved in a thread is what is loaded and saved without one."""

import inspect
import json
import pathlib
import tempfile
import threading
import unittest

import tap
from setting import DATA, FULL, Cadre, Gio, GLib, data_file, load, to_bytes


def wait(start, finish, progress=None, cancellable=None):
    """Runs a pair of functions to the end, in this thread's main context."""
    loop, answers, threads = GLib.MainLoop.new(None, False), [], []

    def tell(done, total):
        threads.append(threading.current_thread())
        if progress:
            progress(done, total)

    def ready(_source, result):
        threads.append(threading.current_thread())
        try:
            answers.append(finish(result))
        except GLib.Error as error:
            answers.append(error)
        loop.quit()

    start(cancellable, tell, (), ready)
    GLib.timeout_add_seconds(60, loop.quit)
    loop.run()
    assert set(threads) == {threading.main_thread()}, threads
    (answer,) = answers
    return answer


def wait_for_load(cls, file, **more):
    return wait(lambda *caller: cls.load_async(file, None, *caller), cls.load_finish, **more)


class Async(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name):
        return Gio.File.new_for_path(str(pathlib.Path(self.folder.name) / name))

    def test_structure(self):
        steps = []
        structure = wait_for_load(Cadre.Structure, data_file("stockton-2007-before"), progress=lambda *step: steps.append(step))
        self.assertEqual(structure.to_text(FULL), load("stockton-2007-before").to_text(FULL))
        size = (DATA / "stockton-2007-before.json").stat().st_size
        self.assertEqual(steps[-1], (size, size))

        steps.clear()
        file = self.file("saved.json")
        saved = wait(
            lambda *caller: structure.save_async(FULL, file, *caller),
            structure.save_finish,
            progress=lambda *step: steps.append(step),
        )
        self.assertIs(saved, True)
        text = pathlib.Path(file.get_path()).read_text(encoding="utf-8")
        self.assertEqual(text, structure.to_text(FULL))
        self.assertEqual(steps[-1], (len(text.encode()),) * 2)

    def test_case_log_and_policy(self):
        case = wait_for_load(Cadre.Case, data_file("stockton-2007-judged-case"))
        text = case.to_text(FULL)
        file = self.file("case.json")
        self.assertIs(wait(lambda *caller: case.save_async(FULL, file, *caller), case.save_finish), True)
        self.assertEqual(pathlib.Path(file.get_path()).read_text(encoding="utf-8"), text)

        policies = json.loads(text)["policies"]
        file = self.file("policy.json")
        document = {"cadre": "policy", "version": 1, "policies": policies}
        pathlib.Path(file.get_path()).write_text(json.dumps(document), encoding="utf-8")
        names = [policy.get_name() for policy in wait_for_load(Cadre.Policy, file)]
        self.assertEqual(names, [policy["name"] for policy in policies])

        log, file = case.get_log(), self.file("log.jsonl")
        self.assertIs(wait(lambda *caller: log.save_async(file, *caller), log.save_finish), True)
        again = wait_for_load(Cadre.Log, file)
        self.assertEqual(again.to_text(), log.to_text())

    def test_sealed_case(self):
        case = Cadre.Case.load(data_file("stockton-2007-judged-case"), None, None)
        seal, file, steps = Cadre.SealedCase.new(case.run(None)), self.file("sealed"), []
        text = seal.to_text()
        saved = wait(
            lambda *caller: seal.save_async(file, *caller), seal.save_finish, progress=lambda *step: steps.append(step)
        )
        self.assertIs(saved, True)
        self.assertEqual(pathlib.Path(file.get_path()).read_text(encoding="utf-8"), text)
        self.assertEqual(steps[-1], (len(text.encode()),) * 2)

        steps.clear()
        again = wait_for_load(Cadre.SealedCase, file, progress=lambda *step: steps.append(step))
        self.assertEqual(again.to_text(), text)
        self.assertEqual(steps[-1], (len(text.encode()),) * 2)
        self.assertEqual(len(again.verify(None, None)), 0)

        cancellable = Gio.Cancellable()
        cancellable.cancel()
        other = self.file("other")
        error = wait(lambda *caller: seal.save_async(other, *caller), seal.save_finish, cancellable=cancellable)
        self.assertTrue(error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))
        self.assertFalse(pathlib.Path(other.get_path()).exists())
        missing = wait_for_load(Cadre.SealedCase, other)
        self.assertTrue(missing.matches(Gio.io_error_quark(), Gio.IOErrorEnum.NOT_FOUND))

    def test_sign_off(self):
        reconciler = Cadre.Reconciler()
        result = reconciler.run(load("stockton-2007-before"), load("stockton-2007-after"), None, None)
        file = self.file("sign-off.json")
        writer = Cadre.Writer.new_for_file(file, None)
        Cadre.SignOff.new(result, "o", Cadre.SignOffRole.FINANCE, None, None).write(writer)
        writer.finish(None)
        again = wait_for_load(Cadre.SignOff, file)
        self.assertEqual(again.get_hash(), Cadre.SignOff.load(file, None, None).get_hash())
        missing = wait_for_load(Cadre.SignOff, self.file("missing"))
        self.assertTrue(missing.matches(Gio.io_error_quark(), Gio.IOErrorEnum.NOT_FOUND))

    def test_field_map_and_extract(self):
        for name in Cadre.FieldMap.list_shipped():
            with self.subTest(name):
                shipped, file = Cadre.FieldMap.new_shipped(name), self.file(f"{name}.json")
                self.assertIs(wait(lambda *caller: shipped.save_async(file, *caller), shipped.save_finish), True)
                again = wait_for_load(Cadre.FieldMap, file)
                self.assertEqual(again.to_text(), shipped.to_text())

        table = {"name": "posts", "columns": [{"name": "A"}], "records": [{"kind": "post", "fields": {"id": "A"}}]}
        document = {"cadre": "field-map", "version": 1, "name": "m", "tables": [table]}
        field_map = Cadre.FieldMap.load_bytes(to_bytes(json.dumps(document)), None, None)
        extract, file, steps = "A\n" + "".join(f"p{i}\n" for i in range(50000)), self.file("extract.csv"), []
        pathlib.Path(file.get_path()).write_text(extract, encoding="utf-8")

        def reader():
            made = Cadre.ExtractReader.new(field_map)
            made.add_file("posts", file)
            return made

        used = reader()
        read = wait(used.read_async, used.read_finish, progress=lambda *step: steps.append(step))
        self.assertEqual(read.get_structure().to_text(FULL), reader().read(None).get_structure().to_text(FULL))
        self.assertEqual(read.get_structure().get_n_records(Cadre.RecordKind.POST), 50000)
        self.assertEqual(steps[-1], (len(extract), len(extract)))

    def test_organogram(self):
        files = [self.file("senior.csv"), self.file("junior.csv")]
        for file, text in zip(files, ("Post Unique Reference,Name\n1,Ann\n2,Bob\n", "Parent Department,Generic Job Title\n")):
            pathlib.Path(file.get_path()).write_text(text, encoding="utf-8")
        plain = Cadre.organogram_load(files[0], None, None, None, None)
        loaded = wait(
            lambda *caller: Cadre.organogram_load_async(files[0], None, None, None, *caller), Cadre.organogram_load_finish
        )
        self.assertEqual(loaded.get_structure().to_text(FULL), plain.get_structure().to_text(FULL))

        reader = Cadre.OrganogramReader.new()
        reader.add_files(None, files[0], None)
        (imported,) = wait(reader.read_async, reader.read_finish)
        self.assertEqual(imported.get_structure().to_text(FULL), plain.get_structure().to_text(FULL))

    def test_linked_and_popolo(self):
        structure, base = load("vale-2008-after"), "https://example.org/"
        json_ld = Cadre.LinkedFormat.JSON_LD
        document = Cadre.linked_write(structure, json_ld, base, FULL, None).get_bytes(0)
        file, steps = self.file("linked.jsonld"), []
        pathlib.Path(file.get_path()).write_bytes(document.get_data())
        loaded = wait(
            lambda *caller: Cadre.linked_load_async(file, json_ld, base, None, *caller),
            Cadre.linked_load_finish,
            progress=lambda *step: steps.append(step),
        )
        for plain in (Cadre.linked_load(file, json_ld, base, None, None), Cadre.linked_read(document, json_ld, base, None, None)):
            self.assertEqual(loaded.get_structure().to_text(FULL), plain.get_structure().to_text(FULL))
        self.assertIsNotNone(loaded.get_structure().find_post(structure.list_records(Cadre.RecordKind.POST)[0].get_id()))
        self.assertEqual(steps[-1], (document.get_size(), document.get_size()))

        document, file = Cadre.popolo_write(structure, FULL, None).get_bytes(0), self.file("a.popolo.json")
        pathlib.Path(file.get_path()).write_bytes(document.get_data())
        loaded = wait(lambda *caller: Cadre.popolo_load_async(file, None, *caller), Cadre.popolo_load_finish)
        for plain in (Cadre.popolo_load(file, None, None), Cadre.popolo_read(document, None, None)):
            self.assertEqual(loaded.get_structure().to_text(FULL), plain.get_structure().to_text(FULL))

        limits = Cadre.Limits.new_bounded()
        limits.set_max_bytes(document.get_size() - 1)
        for start, finish in (
            (lambda *caller: Cadre.popolo_load_async(file, limits, *caller), Cadre.popolo_load_finish),
            (lambda *caller: Cadre.linked_load_async(file, json_ld, None, limits, *caller), Cadre.linked_load_finish),
        ):
            error = wait(start, finish)
            self.assertTrue(error.matches(Cadre.document_error_quark(), Cadre.DocumentError.LIMIT_BYTES))
            self.assertEqual(error.message, f"The document has more than {document.get_size() - 1} bytes")
        missing = wait(lambda *caller: Cadre.popolo_load_async(self.file("missing"), None, *caller), Cadre.popolo_load_finish)
        self.assertTrue(missing.matches(Gio.io_error_quark(), Gio.IOErrorEnum.NOT_FOUND))

    def test_what_is_done_later_is_not_saved(self):
        case = Cadre.Case.load(data_file("stockton-2007-judged-case"), None, None)
        before, file = case.to_text(FULL), self.file("case.json")

        def start(*caller):
            case.save_async(FULL, file, *caller)
            case.set_title("Something else")
            case.set_scope(["nobody"])

        self.assertIs(wait(start, case.save_finish), True)
        self.assertEqual(pathlib.Path(file.get_path()).read_text(encoding="utf-8"), before)
        self.assertNotEqual(case.to_text(FULL), before)

    def test_errors(self):
        error = wait_for_load(Cadre.Structure, self.file("missing.json"))
        self.assertTrue(error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.NOT_FOUND))
        error = wait_for_load(Cadre.Case, data_file("stockton-2007-before"))
        self.assertTrue(error.matches(Cadre.document_error_quark(), Cadre.DocumentError.KIND))

    def test_cancelled(self):
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        for cls in (Cadre.Structure, Cadre.Case, Cadre.SealedCase, Cadre.Policy, Cadre.Log):
            with self.subTest(cls=cls.__name__):
                error = wait_for_load(cls, data_file("stockton-2007-before"), cancellable=cancellable)
                self.assertTrue(error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))

    def test_nobody_listens(self):
        """Neither to the progress nor to the end: it is done all the same."""
        structure, file = load("stockton-2007-before"), self.file("saved.json")
        structure.save_async(FULL, file, None, None, None, None)
        context = GLib.MainContext.default()
        path = pathlib.Path(file.get_path())
        for _ in range(600):
            if path.exists():
                break
            context.iteration(False)
            GLib.usleep(100000)
        self.assertEqual(path.read_text(encoding="utf-8"), structure.to_text(FULL))

    def test_every_pair_is_a_twin(self):
        """For each function that takes a file to load or to save there is a pair, with the same arguments before."""
        pairs = 0
        for cls in [item for item in map(lambda name: getattr(Cadre, name), dir(Cadre)) if inspect.isclass(item)]:
            names = [name for name in vars(cls) if name.endswith("_async")]
            for name in names:
                plain = name[: -len("_async")]
                self.assertTrue(hasattr(cls, plain), name)
                self.assertTrue(hasattr(cls, f"{plain}_finish"), name)
                pairs += 1
        self.assertGreaterEqual(pairs, 9)


tap.main("async")
