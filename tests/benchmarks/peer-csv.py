#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What others take to read the file of bench-csv: peer-csv.py FILE

A line for each peer: the seconds of processor time of the best of three rounds
and its name; or its name and that it is missing.
"""

import csv
import resource
import shutil
import sqlite3
import subprocess
import sys
import time

ROUNDS = 3


def cpu():
    """Of this process and of those that it has waited for."""
    return time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def by_csv(path):
    with open(path, encoding="utf-8", newline="") as table:
        return sum(len(row) for row in csv.reader(table))


def by_pandas(path):
    import pandas

    return pandas.read_csv(path)


def by_sqlite_module(path):
    with open(path, encoding="utf-8", newline="") as table, sqlite3.connect(":memory:") as database:
        rows = csv.reader(table)
        names = next(rows)
        database.execute(f"CREATE TABLE extract ({', '.join(f'c{i}' for i in range(len(names)))})")
        database.executemany(f"INSERT INTO extract VALUES ({', '.join('?' * len(names))})", rows)


def by_sqlite_shell(path):
    commands = f'.mode csv\n.import "{path}" extract\n'
    subprocess.run(["sqlite3", ":memory:"], input=commands, text=True, check=True, stdout=subprocess.DEVNULL)


def has_pandas():
    try:
        import pandas
    except ImportError:
        return None
    return f"pandas.read_csv, pandas {pandas.__version__}"


def has_sqlite_shell():
    return "sqlite3 .import" if shutil.which("sqlite3") else None


PEERS = [
    (by_pandas, has_pandas, "pandas.read_csv: is python3-pandas installed?"),
    (by_csv, lambda: f"csv of Python {sys.version.split()[0]}", ""),
    (by_sqlite_module, lambda: f"csv into sqlite3 {sqlite3.sqlite_version}", ""),
    (by_sqlite_shell, has_sqlite_shell, "sqlite3 .import: is sqlite3 installed?"),
]


def main(path):
    for read, find, missing in PEERS:
        name = find()
        if name is None:
            print(f"No {missing}")
            continue
        best = None
        for _ in range(ROUNDS):
            before = cpu()
            read(path)
            best = min(best or 1e9, cpu() - before)
        print(f"{best:.6f} {name}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
