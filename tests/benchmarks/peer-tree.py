#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What numpy and pandas take for the tree of bench-structure: peer-tree.py ROWS

From the ids of posts and managers to depth, spans, layers and the cost of every
branch. Prints the seconds of processor time of the best of three rounds, first
on the line. Where pandas is missing it ends with an error.
"""

import sys
import time

import numpy
import pandas


def make(rows):
    number = numpy.arange(rows)
    ids = pandas.Series(number).map("P{:07d}".format)
    managers = ids.reindex((number - 1) // 7).reset_index(drop=True)
    managers[0] = None
    return ids, managers, (20000 + number % 977) * 100 + number % 100


def work(ids, managers, cost):
    """The usual way: an index for the ids, and one step of arrays for each level."""
    parent = pandas.Index(ids).get_indexer(managers)
    spans = numpy.bincount(parent[parent >= 0], minlength=len(parent))
    depth = numpy.full(len(parent), -1)
    level, levels = numpy.flatnonzero(parent < 0), []
    order = numpy.argsort(parent, kind="stable")
    first = numpy.searchsorted(parent[order], numpy.arange(len(parent)))
    while len(level):
        depth[level] = len(levels)
        levels.append(level)
        counts = spans[level]
        starts = numpy.repeat(first[level] - numpy.concatenate(([0], numpy.cumsum(counts)[:-1])), counts)
        level = order[starts + numpy.arange(counts.sum())]
    branch, layers = cost.copy(), numpy.zeros(len(parent), dtype=int)
    for level in reversed(levels[1:]):
        numpy.add.at(branch, parent[level], branch[level])
        numpy.maximum.at(layers, parent[level], layers[level] + 1)
    return depth, spans, layers, branch


def main(rows):
    data = make(rows)
    best = None
    for _ in range(3):
        before = time.process_time()
        depth, spans, layers, branch = work(*data)
        best = min(best or 1e9, time.process_time() - before)
    assert branch[0] == data[2].sum() and layers[0] == depth.max() and spans.sum() == rows - 1
    print(f"{best:.6f} s pandas {pandas.__version__} and numpy {numpy.__version__} on the same tree")


if __name__ == "__main__":
    main(int(sys.argv[1]))
