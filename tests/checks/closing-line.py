#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails unless the closing line is right when tests crash, leak, hang and fail.

Builds and runs the small project in closing-line/ and compares the line with
what its tests are known to do.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import verdict

CLOSING_LINE = "tests/closing-line.py"
# Of each test: passed, failed, skipped.
KNOWN = {
    "well": (1, 0, 0),
    "skip": (1, 0, 1),
    "not-ok": (1, 1, 0),
    "not-ok-and-crash": (1, 1, 0),
    "crash": (1, 1, 0),
    "leak": (1, 1, 0),
    "status": (1, 1, 0),
    "hang": (1, 1, 0),
    "plain": (1, 0, 0),
    "address-sanitizer": (1, 1, 0),
}


def closing_line(root, log, *options):
    command = [sys.executable, str(root / CLOSING_LINE), *options, str(log)]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stdout.strip(), done.returncode


def expect(tap, name, got, counts):
    line = "{} passed, {} failed, {} skipped".format(*counts)
    wanted = (line, 1 if counts[1] else 0)
    tap.result(name, [] if got == wanted else [f"given {got}, not {wanted}"])


def run_project(root, folder):
    """Runs the small project and gives its log, a line to a test."""
    source = root / "tests/checks/closing-line"
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("MESON_", "LD_PRELOAD"))}
    for command in (["setup", folder, str(source)], ["compile", "-C", folder], ["test", "-C", folder]):
        done = subprocess.run(
            ["meson", *command], capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL
        )
        if done.returncode != 0 and command[0] != "test":
            print(done.stdout + done.stderr)
            sys.exit(1)
    log = pathlib.Path(folder) / "meson-logs/testlog.json"
    return log, log.read_text(encoding="utf-8").splitlines()


def main(root):
    if shutil.which("meson") is None:
        verdict.skip("meson is not on the PATH")
    tap = verdict.Tap()
    with tempfile.TemporaryDirectory() as folder:
        log, lines = run_project(root, folder)
        tests = {json.loads(line)["name"]: line for line in lines}
        for name, line in tests.items():
            one = pathlib.Path(folder) / "one.json"
            one.write_text(line + "\n", encoding="utf-8")
            expect(tap, f"a test that ends by: {name}", closing_line(root, one), KNOWN[name])
        missing = set(KNOWN) - set(tests) - {"address-sanitizer"}
        tap.result("every test was run", sorted(missing))
        total = [sum(KNOWN[name][i] for name in tests) for i in range(3)]
        expect(tap, "all of them", closing_line(root, log), total)
        one.write_text(tests["well"] + "\n", encoding="utf-8")
        expect(tap, "meson failed and no test did", closing_line(root, one, "--status=1"), (1, 1, 0))
        one.write_text("", encoding="utf-8")
        expect(tap, "a log without tests", closing_line(root, one), (0, 1, 0))
        one.write_text(tests["well"][:40], encoding="utf-8")
        expect(tap, "half a log", closing_line(root, one), (0, 1, 0))
        expect(tap, "no log", closing_line(root, one / "none"), (0, 1, 0))
    tap.finish()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
