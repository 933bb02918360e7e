#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs what stands on the pages: writes their files, runs their commands and sessions, compares what they print.

A fenced block with the name of a file (```json before.json) is that file. A
block of the kind console holds commands after "$ " and what they print, where
a line [...] stands for any lines. A block of the kind python without a name is
a session of the interpreter. Blocks of other kinds are only to be read.

What needs the bindings is skipped where they are not built.
"""

import argparse
import doctest
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEAST = {
    "README.md": 3,
    "docs/defending.md": 8,
    "docs/diff.md": 30,
    "docs/guide.md": 14,
    "docs/linked-data.md": 5,
    "docs/policy.md": 4,
    "docs/reconcile.md": 6,
    "docs/restructure.md": 10,
    "docs/solvers.md": 7,
    "docs/stages.md": 9,
}


class Page:
    def __init__(self, arguments, name, folder):
        self.arguments = arguments
        self.name = name
        self.folder = pathlib.Path(folder)
        self.session = {}
        (self.folder / "examples").symlink_to(arguments.root / "examples")

    def blocks(self):
        text = (self.arguments.root / self.name).read_text(encoding="utf-8")
        for found in FENCE.finditer(text):
            yield text.count("\n", 0, found.start()) + 1, *found.groups()

    def environment(self):
        build = self.arguments.build
        return {
            **os.environ,
            "LC_ALL": "C.UTF-8",
            "PATH": f"{build}/examples:{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}",
            "PKG_CONFIG_PATH": f"{build}/meson-uninstalled",
            "LD_LIBRARY_PATH": f"{build}/lib",
        }

    def command(self, command):
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        printed = done.stdout.decode()
        return printed if done.returncode == 0 else f"{printed}exit status {done.returncode}\n"

    def console(self, text):
        """A fault for each command that prints something else than the page says."""
        for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, expected = part.partition("\n")
            printed = self.command(command)
            if not matches(expected, printed):
                yield f"$ {command}\nprints\n{printed}\nand not\n{expected}"

    def python(self, text):
        """A fault for each statement that prints something else; None where there is no Python for it."""
        if not self.arguments.python:
            return
        previous = pathlib.Path.cwd()
        os.chdir(self.folder)
        told = []
        test = doctest.DocTestParser().get_doctest(text, self.session, self.name, self.name, 0)
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        runner.run(test, out=told.append, clear_globs=False)
        self.session.update(test.globs)
        os.chdir(previous)
        if not test.examples:
            yield "there is no >>> in it"
        yield from told

    def run(self, kind, name, text):
        if name:
            (self.folder / name).write_text(text, encoding="utf-8")
        elif kind == "console":
            yield from self.console(text)
        elif kind == "python":
            yield from self.python(text)


def matches(expected, printed):
    """Whether it is the same, but for trailing blanks and for what [...] leaves out."""
    parts = re.split(r"^\[\.\.\.\]\n", tidy(expected), flags=re.MULTILINE)
    pattern = r"(?:.*\n)*?".join(re.escape(part) for part in parts)
    return re.fullmatch(pattern, tidy(printed)) is not None


def tidy(text):
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = False

    def result(self, name, faults=(), skip=None):
        self.count += 1
        self.failed |= bool(faults)
        print("not ok" if faults else "ok", self.count, "-", name, f"# SKIP {skip}" if skip else "")
        for line in "\n".join(faults).splitlines():
            print("#", line)
        sys.stdout.flush()


def prove(tap):
    """The comparison has to be able to fail."""
    cases = [
        ("the same", "a\nb\n", "a\nb\n", True),
        ("another line", "a\nb\n", "a\nc\n", False),
        ("a line too many", "a\n", "a\nb\n", False),
        ("left out", "a\n[...]\nd\n", "a\nb\nc\nd\n", True),
        ("nothing to leave out", "a\n[...]\nd\n", "a\nd\n", True),
        ("another end", "a\n[...]\nd\n", "a\nb\ne\n", False),
    ]
    for name, expected, printed, same in cases:
        tap.result(f"compares: {name}", [] if matches(expected, printed) == same else ["it does not"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--python", action="store_true", help="the bindings are there")
    arguments = parser.parse_args()

    tap = Tap()
    prove(tap)
    for name, least in LEAST.items():
        with tempfile.TemporaryDirectory() as folder:
            page = Page(arguments, name, folder)
            n = 0
            for line, kind, file, text in page.blocks():
                n += 1
                skip = "no bindings" if kind == "python" and not file and not arguments.python else None
                tap.result(f"{name}, line {line}: {kind} {file or ''}", list(page.run(kind, file, text)), skip)
            tap.result(f"{name}: {n} blocks", [] if n >= least else [f"there should be {least}"])
    print(f"1..{tap.count}")
    return tap.failed


sys.exit(main())
