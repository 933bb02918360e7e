#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints "N passed, N failed, N skipped" for a run of meson test, and exits with 0 only if nothing failed.

Usage: closing-line.py [--status STATUS] MESON-LOGS/testlog.json

Counts TAP lines. A test that crashes, leaks or hangs after lines that are all
"ok" fails all the same, so what meson says of the whole test counts too: a bad
result is at least one failure. STATUS is how meson test ended. (The junit file
is no source: meson 1.0 loses crashes, leaks and timeouts there.)
"""

import argparse
import collections
import json
import re
import sys

BAD = ("FAIL", "ERROR", "TIMEOUT", "INTERRUPT", "UNEXPECTEDPASS")
LINE = re.compile(r"(not ok|ok)\b[^#]*(?:#\s*(skip|todo)\b)?", re.IGNORECASE)
SKIP_ALL = re.compile(r"1\.\.0\b")


def count_lines(stdout):
    count = collections.Counter()
    for line in stdout.splitlines():
        match = LINE.match(line)
        if SKIP_ALL.match(line) or (match and match.group(2)):
            count["skipped"] += 1
        elif match:
            count["failed" if match.group(1).lower() == "not ok" else "passed"] += 1
    return count


def count_test(test):
    count = count_lines(test.get("stdout") or "")
    result = test["result"]
    if result in BAD:
        count["failed"] = max(count["failed"], 1)
    elif not count:
        # Not TAP: the program is the test.
        count["skipped" if result == "SKIP" else "passed"] += 1
    return count


def count_log(path):
    total = collections.Counter()
    try:
        with open(path, encoding="utf-8") as log:
            for line in log:
                if line.strip():
                    total += count_test(json.loads(line))
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"{path} cannot be counted: {error}", file=sys.stderr)
        total["failed"] += 1
    if not total:
        print(f"{path} has no test in it", file=sys.stderr)
        total["failed"] += 1
    return total


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--status", type=int, default=0)
    parser.add_argument("log")
    arguments = parser.parse_args()
    total = count_log(arguments.log)
    if arguments.status != 0:
        total["failed"] = max(total["failed"], 1)
    print(f"{total['passed']} passed, {total['failed']} failed, {total['skipped']} skipped")
    sys.exit(1 if total["failed"] else 0)


if __name__ == "__main__":
    main()
