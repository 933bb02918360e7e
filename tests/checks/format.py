#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails when clang-format would change a C file. Other versions than 14 lay out differently, so they are no judge."""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import verdict


def formatter():
    for name in ("clang-format-14", "clang-format"):
        path = shutil.which(name)
        if path is None:
            continue
        version = subprocess.run([path, "--version"], capture_output=True, text=True).stdout
        if " version 14." in version:
            return path
    verdict.skip("clang-format 14 is not there")


def misformatted(program, root, names):
    done = subprocess.run(
        [program, "--dry-run", "-Werror", "--style=file", *names], cwd=root, capture_output=True, text=True
    )
    lines = [line for line in done.stderr.splitlines() if "error:" in line]
    if done.returncode != 0 and not lines:
        lines = done.stderr.splitlines() or ["clang-format failed"]
    return [line + " (run clang-format -i on it)" for line in lines]


if __name__ == "__main__":
    root = pathlib.Path(sys.argv[1])
    program = formatter()
    tap = verdict.Tap()
    with tempfile.TemporaryDirectory() as folder:
        verdict.plant(folder, {".clang-format": verdict.read(root, ".clang-format"), "a.c": "int  a;\n", "b.c": "int b;\n"})
        faults = misformatted(program, folder, ["a.c", "b.c"])
    tap.result("refused: two spaces", [] if len(faults) == 1 and faults[0].startswith("a.c:1:") else faults + ["accepted"])
    names = [n for n in verdict.tree_files(root) if n.endswith((".c", ".h", ".cpp"))]
    tap.result(f"{len(names)} files are laid out by clang-format", misformatted(program, root, names))
    tap.finish()
