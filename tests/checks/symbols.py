#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails when the library exports anything but what cadre.symbols lists and the headers declare.

The list is committed so that every change of the ABI shows in review. After
adding or removing public functions: ninja -C BUILD symbols-update
"""

import pathlib
import subprocess
import sys

import declarations
import verdict

LIST = "tests/checks/cadre.symbols"
# The linker's own, which it exports where a library that is linked to does so.
OF_THE_LINKER = {"__bss_start", "_edata", "_end"}


def built_symbols(library):
    command = ["nm", "--dynamic", "--defined-only", "--format=posix", library]
    out = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return {line.split()[0] for line in out.splitlines()} - OF_THE_LINKER


def listed_symbols(root):
    return verdict.read(root, LIST).split()


def list_faults(listed, built):
    for name in sorted(built - set(listed)):
        yield f"{name} is exported and not in {LIST}: run ninja symbols-update"
    for name in sorted(set(listed) - built):
        yield f"{name} is in {LIST} and no longer exported: that breaks programs; if it is meant, run ninja symbols-update"
    for name in sorted({name for name in listed if listed.count(name) > 1}):
        yield f"{name} is listed twice: run ninja symbols-update"


def header_faults(declared, built):
    for name in sorted(built - declared):
        yield f"{name} is exported and in no public header"
    for name in sorted(declared - built):
        yield f"{name} is declared and not exported"


def update(root, library):
    names = sorted(built_symbols(library))
    (root / LIST).write_text("".join(name + "\n" for name in names))
    print(f"{len(names)} symbols")


def prove(tap):
    built = {"cadre_a", "cadre_b"}
    cases = [
        ("a new symbol", list_faults(["cadre_a"], built), "cadre_b is exported and not in"),
        ("a lost symbol", list_faults(["cadre_a", "cadre_b", "cadre_c"], built), "cadre_c is in"),
        ("a symbol twice", list_faults(["cadre_a", "cadre_b", "cadre_b"], built), "twice"),
        ("a symbol in no header", header_faults({"cadre_a"}, built), "in no public header"),
        ("a function without a body", header_faults(built | {"cadre_c"}, built), "not exported"),
    ]
    for name, faults, words in cases:
        faults = list(faults)
        good = len(faults) == 1 and words in faults[0]
        tap.result(f"refused: {name}", [] if good else [f"given: {faults}"])


def main(root, library):
    tap = verdict.Tap()
    prove(tap)
    built = built_symbols(library)
    declared = declarations.exported(declarations.headers(root))
    tap.result("the library exports what is listed", list_faults(listed_symbols(root), built))
    tap.result("the library exports what is declared", header_faults(declared, built))
    tap.finish()


if __name__ == "__main__":
    root = pathlib.Path(sys.argv[1])
    if "--update" in sys.argv:
        update(root, sys.argv[2])
    else:
        main(root, sys.argv[2])
