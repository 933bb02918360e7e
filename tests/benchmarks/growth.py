#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Counts the instructions of each job on twice as many posts, and twice as many again.

growth.py PROGRAM ROWS…: PROGRAM JOB ROWS does one job; what its growth_run() takes
is counted by callgrind, which no other program on the machine disturbs. From one
number of rows to the next the count may grow by at most 2.3 for each doubling:
n log n passes, n squared does not.
"""

import math
import os
import re
import shutil
import subprocess
import sys

JOBS = ["load", "write", "metrics", "diff", "at", "mapping", "merge"]
MOST_PER_DOUBLING = 2.3
# With few posts a mapping compares more of them with each other than it does with many.
FEWEST = {"mapping": 10000}


def count(program, job, rows):
    """The instructions of one job; an error of the job ends all."""
    run = subprocess.run(
        [
            "valgrind",
            "--tool=callgrind",
            "--toggle-collect=growth_run",
            "--callgrind-out-file=/dev/null",
            program,
            job,
            str(rows),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(re.search(r"Collected : (\d+)", run.stderr).group(1))


def check(number, program, job, sizes):
    """Prints the result of one job; whether it grows as it may."""
    factor = math.ceil(FEWEST.get(job, 0) / min(sizes)) or 1
    sizes = [rows * factor for rows in sizes]
    counts = [count(program, job, rows) for rows in sizes]
    growth = [
        (after / before) ** (1 / math.log2(larger / smaller))
        for before, after, smaller, larger in zip(counts, counts[1:], sizes, sizes[1:])
    ]
    passed = min(counts) > min(sizes) and max(growth) <= MOST_PER_DOUBLING
    each = ", ".join(f"{instructions / rows:.0f}" for instructions, rows in zip(counts, sizes))
    print(f"# {job} from {sizes[0]} posts: {each} instructions a post; growth {', '.join(f'{g:.2f}' for g in growth)}")
    print(f"{'ok' if passed else 'not ok'} {number} - {job} grows at most {MOST_PER_DOUBLING}", flush=True)
    return passed


def main():
    program, sizes = sys.argv[1], [int(rows) for rows in sys.argv[2:]]
    if not shutil.which("valgrind"):
        print("1..0 # SKIP valgrind is missing")
        return 0
    if not os.path.exists("/proc/self/maps"):
        print("1..0 # SKIP valgrind needs /proc")
        return 0

    print(f"1..{len(JOBS)}")
    results = [check(number, program, job, sizes) for number, job in enumerate(JOBS, 1)]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
