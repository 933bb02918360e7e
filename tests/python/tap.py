# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the unittest cases of a test program and prints TAP, which meson reads."""

import sys
import unittest


class _Result(unittest.TestResult):
    def __init__(self, program):
        super().__init__()
        self.program = program
        self.done = 0

    def _name(self, test):
        case, _, part = test.id().partition(" ")
        words = case.split(".")[-1].removeprefix("test_").replace("_", "-")
        return f"/python/{self.program}/{words} {part}".rstrip()

    def _print(self, verdict, test, note=""):
        self.done += 1
        print(f"{verdict} {self.done} - {self._name(test)}{note}", flush=True)

    def _print_failure(self, test, error):
        self._print("not ok", test)
        for line in self._exc_info_to_string(error, test).splitlines():
            print("#", line, flush=True)


    def addSuccess(self, test):
        self._print("ok", test)

    def addError(self, test, error):
        super().addError(test, error)
        self._print_failure(test, error)

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self._print_failure(test, error)

    def addSubTest(self, test, part, error):
        super().addSubTest(test, part, error)
        if error is not None:
            self._print_failure(part, error)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._print("ok", test, f" # SKIP {reason}")


def main(program):
    """What a test program calls last."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    result = _Result(program)
    suite.run(result)
    print(f"1..{result.done}")
    sys.exit(not result.wasSuccessful() or result.done == 0)
