#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What others take for the problem of a solver's benchmark: peer-solvers.py KIND FILE

A line for each peer: the seconds of processor time of the best of two rounds,
what it found, and its name; or that it is missing.
"""

import array
import heapq
import sys
import time

ROUNDS = 2


def say(name, solve, measure):
    best = None
    for _ in range(ROUNDS):
        start = time.process_time()
        found = solve()
        taken = time.process_time() - start
        best = taken if best is None else min(best, taken)
        if taken > 20:
            break
    print(f"{best:.6f} {measure(found)} {name}", flush=True)


def graph(path):
    import numpy
    import scipy.sparse

    data = numpy.fromfile(path, dtype=numpy.uint32)
    n, m = int(data[0]), int(data[1])
    first, right = data[2 : 3 + n].astype(numpy.int32), data[3 + n :].astype(numpy.int32)
    return scipy.sparse.csr_matrix((numpy.ones(len(right), numpy.int8), right, first), shape=(n, m))


def cardinality(path, name):
    from scipy.sparse import csgraph

    table = graph(path)
    say(name, lambda: csgraph.maximum_bipartite_matching(table, "column"), lambda found: (found >= 0).sum())


def components(path, name):
    import scipy.sparse
    from scipy.sparse import csgraph

    table = graph(path)
    n, m = table.shape
    both = scipy.sparse.csr_matrix(
        (table.data, table.indices + n, list(table.indptr) + [table.nnz] * m), shape=(n + m, n + m)
    )
    say(name, lambda: csgraph.connected_components(both, directed=False), lambda found: found[0])


def dense(path, name):
    import numpy
    from scipy.optimize import linear_sum_assignment

    data = numpy.fromfile(path, dtype=numpy.int32)
    table = data[1:].reshape(data[0], data[0]).astype(float)
    say(name, lambda: linear_sum_assignment(table), lambda found: int(table[found].sum()))


def sparse(path, name):
    import numpy
    import scipy.sparse
    from scipy.sparse import csgraph

    with open(path, "rb") as file:
        n, degree = (int(number) for number in numpy.fromfile(file, numpy.uint32, 2))
        right = numpy.fromfile(file, numpy.uint32, degree * n).astype(numpy.int64)
        cost = numpy.fromfile(file, numpy.int64, degree * n)
    # Of two edges with the same ends, the cheaper one; scipy would add them up.
    order = numpy.lexsort((cost, right, numpy.repeat(numpy.arange(n), degree)))
    left, right, cost = numpy.repeat(numpy.arange(n), degree)[order], right[order], cost[order]
    is_new = numpy.ones(len(left), bool)
    is_new[1:] = (left[1:] != left[:-1]) | (right[1:] != right[:-1])
    table = scipy.sparse.csr_matrix((cost[is_new], (left[is_new], right[is_new])), shape=(n, n))
    say(
        name,
        lambda: csgraph.min_weight_full_bipartite_matching(table),
        lambda found: int(numpy.asarray(table[found[0], found[1]]).sum()),
    )


def propose(n, choices, ranks, n_hospitals, n_places):
    """Gale and Shapley with a heap for each hospital: the least is the worst it holds."""
    held = [[] for _ in range(n_hospitals)]
    position = [0] * n
    for resident in range(n):
        who = resident
        while who is not None and position[who] < 10:
            at = who * 10 + position[who]
            position[who] += 1
            heap, offer = held[choices[at]], (-ranks[at], who)
            if len(heap) < n_places:
                heapq.heappush(heap, offer)
                who = None
            else:
                who = heapq.heappushpop(heap, offer)[1]
    return held


def stable(path, _):
    with open(path, "rb") as file:
        n, n_hospitals = array.array("I", file.read(8))
        choices = array.array("I", file.read(40 * n)).tolist()
        ranks = array.array("I", file.read(40 * n)).tolist()
    say(
        f"heaps in Python {sys.version.split()[0]}",
        lambda: propose(n, choices, ranks, n_hospitals, 20),
        lambda held: sum((who % 1000 + 1) * (j + 1) for j, heap in enumerate(held) for _, who in heap),
    )


SOLVERS = {"cardinality": cardinality, "components": components, "dense": dense, "sparse": sparse, "stable": stable}


def main(kind, path):
    name = None
    if kind not in SOLVERS:
        return
    try:
        import scipy

        name = f"scipy {scipy.__version__}"
    except ImportError:
        if kind != "stable":
            print("No scipy: is python3-scipy installed?")
            return
    SOLVERS[kind](path, name)


if __name__ == "__main__":
    main(*sys.argv[1:])
