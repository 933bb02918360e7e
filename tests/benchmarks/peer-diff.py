#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What others take to find what is different

peer-diff.py BEFORE.csv AFTER.csv BEFORE.json AFTER.json [PEER[,PEER] [ROUNDS]]

A line for each peer: what it does, the least seconds of processor time and the least
by the clock of so many rounds, the most memory in KiB, how many operations it finds,
and its name. `memory` is from rows that are in memory to a list of operations; `csv`
and `json` are from files to a script in a file. Peers are asked for by what they do or
by name, and each is a process of its own.
A peer that is missing has no line. Lines that GNU diff writes are no operations.
"""

import csv
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time

ROUNDS = 3
FIELDS = ("title", "manager", "unit", "employer", "grade", "hours", "cost", "status")


def cpu():
    """Of this process and of those that it has waited for."""
    return time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def rows_of_csv(path):
    with open(path, encoding="utf-8", newline="") as table:
        reader = csv.reader(table)
        next(reader)
        return {row[0]: row for row in reader}


def rows_of_json(path):
    with open(path, encoding="utf-8") as document:
        posts = json.load(document)["posts"]
    return {post["id"]: [post["id"], *map(post.get, FIELDS)] for post in posts}


def by_dicts(before, after):
    """The usual way by hand: one walk through each side."""
    operations = []
    for key, row in after.items():
        old = before.get(key)
        if old is None:
            operations.append(("created", key, None, None, row))
        elif old != row:
            for i, name in enumerate(FIELDS, 1):
                if old[i] != row[i]:
                    operations.append(("changed", key, name, old[i], row[i]))
    operations += [("deleted", key, None, row, None) for key, row in before.items() if key not in after]
    return operations


def into_sqlite(before, after):
    database = sqlite3.connect(":memory:")
    for name, rows in (("a", before), ("b", after)):
        database.execute(f"CREATE TABLE {name} (id PRIMARY KEY, {', '.join(FIELDS)}) WITHOUT ROWID")
        database.executemany(f"INSERT INTO {name} VALUES (?{', ?' * len(FIELDS)})", rows.values())
    return database


def by_sqlite(database):
    different = " OR ".join(f"a.{name} IS NOT b.{name}" for name in FIELDS)
    operations = []
    for row in database.execute(f"SELECT a.*, b.* FROM b JOIN a USING (id) WHERE {different}"):
        old, new = row[1 : len(FIELDS) + 1], row[len(FIELDS) + 2 :]
        operations += [("changed", row[0], *x) for x in zip(FIELDS, old, new) if x[1] != x[2]]
    operations += database.execute("SELECT * FROM b WHERE id NOT IN (SELECT id FROM a)").fetchall()
    operations += database.execute("SELECT * FROM a WHERE id NOT IN (SELECT id FROM b)").fetchall()
    return operations


def frame(path):
    import pandas

    return pandas.read_csv(path, dtype=str, keep_default_na=False)


def by_pandas(before, after):
    import pandas

    both = before.merge(after, on="id", how="outer", suffixes=("_a", "_b"), indicator=True)
    common = both[both["_merge"] == "both"]
    parts = [both[both["_merge"] != "both"]]
    for name in FIELDS:
        changed = common[common[name + "_a"] != common[name + "_b"]]
        parts.append(changed[["id", name + "_a", name + "_b"]])
    return pandas.concat(parts)


def write(operations):
    with tempfile.TemporaryFile("w", encoding="utf-8") as script:
        json.dump(operations, script)


def with_dicts_in_memory(paths):
    before, after = rows_of_csv(paths[0]), rows_of_csv(paths[1])
    return lambda: len(by_dicts(before, after))


def with_sqlite_in_memory(paths):
    database = into_sqlite(rows_of_csv(paths[0]), rows_of_csv(paths[1]))
    return lambda: len(by_sqlite(database))


def with_pandas_in_memory(paths):
    before, after = frame(paths[0]), frame(paths[1])
    return lambda: len(by_pandas(before, after))


def with_diff(paths):
    def run():
        with tempfile.TemporaryFile() as script:
            done = subprocess.run(["diff", *paths[:2]], stdout=script, check=False)
        assert done.returncode == 1
        return 0

    return run


def with_pandas(paths):
    def run():
        operations = by_pandas(frame(paths[0]), frame(paths[1]))
        with tempfile.TemporaryFile("w", encoding="utf-8") as script:
            operations.to_csv(script)
        return len(operations)

    return run


def with_dicts(paths):
    def run():
        operations = by_dicts(rows_of_csv(paths[0]), rows_of_csv(paths[1]))
        write(operations)
        return len(operations)

    return run


def with_json(paths):
    def run():
        operations = by_dicts(rows_of_json(paths[2]), rows_of_json(paths[3]))
        write(operations)
        return len(operations)

    return run


PEERS = {
    "Python dicts": ("memory", with_dicts_in_memory),
    "sqlite3 joins": ("memory", with_sqlite_in_memory),
    "pandas merge": ("memory", with_pandas_in_memory),
    "GNU diff": ("csv", with_diff),
    "pandas": ("csv", with_pandas),
    "Python csv and dicts": ("csv", with_dicts),
    "Python json and dicts": ("json", with_json),
}


def run(name, paths, rounds):
    what, make = PEERS[name]
    peer = make(paths)
    best = clock = 1e9
    for _ in range(rounds):
        start, since = cpu(), time.monotonic()
        found = peer()
        best = min(best, cpu() - start)
        clock = min(clock, time.monotonic() - since)
    who = resource.RUSAGE_CHILDREN if name == "GNU diff" else resource.RUSAGE_SELF
    print(what, f"{best:.6f}", f"{clock:.6f}", resource.getrusage(who).ru_maxrss, found, name, flush=True)


def main(arguments):
    paths = arguments[:4]
    wanted = arguments[4].split(",") if len(arguments) > 4 else ("memory", "csv", "json")
    rounds = int(arguments[5]) if len(arguments) > 5 else ROUNDS
    for name in PEERS:
        if name not in wanted and PEERS[name][0] not in wanted:
            continue
        child = os.fork()
        if child == 0:
            try:
                run(name, paths, rounds)
            except (ImportError, FileNotFoundError):
                pass
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main(sys.argv[1:])
