#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The general solvers from Python, and beside those of scipy where it is there."""

import array
import random
import unittest

import tap
from setting import Cadre, Gio, GLib

try:
    import numpy
    import scipy.optimize
    import scipy.sparse
    import scipy.sparse.csgraph
except ImportError:
    scipy = None

LEFT, RIGHT = Cadre.BipartiteSide.LEFT, Cadre.BipartiteSide.RIGHT


def column(code, numbers):
    return GLib.Bytes.new(array.array(code, numbers).tobytes())


def graph_of(n_left, n_right, edges):
    """Edges are (left, right, cost)."""
    graph = Cadre.Bipartite.new(n_left, n_right)
    lefts, rights, costs = zip(*edges) if edges else ((), (), ())
    graph.add_edges(column("I", lefts), column("I", rights), column("q", costs))
    return graph


def random_edges(lot, n_left, n_right, n):
    return [(lot.randrange(n_left), lot.randrange(n_right), lot.randrange(1000)) for _ in range(n)]


class Bipartite(unittest.TestCase):
    def test_edges_go_in_and_pairs_come_out(self):
        graph = Cadre.Bipartite.new(2, 2)
        for left, right, cost in ((0, 0, 5), (0, 1, 1), (1, 1, 2)):
            graph.add_edge(left, right, cost)
        self.assertEqual(graph.get_edge(1), (True, 0, 1, 1))
        matching = graph.assign()
        self.assertTrue(matching.check())
        self.assertEqual(matching.get_rights(), [0, 1])
        self.assertEqual(matching.get_edges(), [0, 2])
        self.assertEqual(matching.get_cost(), 7)
        prices = [matching.get_prices(side) for side in (LEFT, RIGHT)]
        self.assertEqual(sum(map(sum, prices)), 7)
        self.assertEqual(array.array("i", matching.get_rights_bytes().get_data()).tolist(), [0, 1])

    def test_columns_of_bytes_of_two_lengths_are_refused(self):
        graph = Cadre.Bipartite.new(2, 2)
        with self.assertRaisesRegex(GLib.Error, "not of the same length"):
            graph.add_edges(column("I", [0, 1]), column("I", [0]), None)

    def test_a_shortage_is_named(self):
        matching = graph_of(3, 2, [(0, 0, 1), (1, 0, 1), (2, 0, 1), (2, 1, 1)]).match()
        self.assertEqual(matching.get_n_pairs(), 2)
        self.assertEqual(matching.get_shortage(LEFT), [0, 1])
        self.assertEqual(matching.get_shortage(RIGHT), [0])

    def test_a_stable_matching_has_no_ties_to_break(self):
        graph = Cadre.Bipartite.new(2, 2)
        for edge in ((0, 0, 0, 1), (0, 1, 1, 0), (1, 0, 1, 0), (1, 1, 0, 1)):
            graph.add_ranked_edge(*edge)
        for side, rights in ((LEFT, [0, 1]), (RIGHT, [1, 0])):
            matching = graph.match_stable(side)
            self.assertEqual(matching.get_rights(), rights)
            self.assertEqual(matching.get_stability(), Cadre.BipartiteStability.STRICT)
            self.assertTrue(matching.check())

    def test_parts_and_ranks(self):
        graph = graph_of(3, 2, [(0, 0, 0), (1, 0, 0), (2, 1, 0)])
        parts = graph.decompose()
        self.assertTrue(parts.check())
        self.assertEqual(parts.get_components(LEFT), [0, 0, 1])
        self.assertEqual(parts.get_blocks(RIGHT), [-1, 0])
        for matching in (graph.match_rank_maximal(), graph.match_rank_reversed()):
            self.assertTrue(matching.check())
            self.assertEqual(matching.get_n_pairs(), 2)


def start(name, graph, cancellable=None, wait=True):
    """Runs the twin of a solver in a thread: what it gave, or its error."""
    loop, answers = GLib.MainLoop.new(None, False), []

    def ready(source, result):
        try:
            answers.append(getattr(source, f"{name}_finish")(result))
        except GLib.Error as error:
            answers.append(error)
        loop.quit()

    side = (LEFT,) if name == "match_stable" else ()
    getattr(graph, f"{name}_async")(*side, cancellable, ready)
    if wait:
        GLib.timeout_add_seconds(60, loop.quit)
        loop.run()
    return loop, answers


SOLVERS = ("match", "assign", "match_stable", "match_rank_maximal", "match_rank_reversed", "decompose")


def ranked_graph(lot, n):
    """Each left vertex can have its own right one, so that costs can be least."""
    graph = Cadre.Bipartite.new(n, n)
    for i in range(n):
        for rank, j in enumerate({i, *lot.sample(range(n), 2)}):
            graph.add_ranked_edge(i, j, rank, i * 7 % n)
    return graph


def told(answer):
    if isinstance(answer, Cadre.BipartiteParts):
        return answer.get_n_components(), answer.get_blocks(LEFT), answer.get_blocks(RIGHT)
    return answer.get_aim(), answer.get_rights(), answer.get_cost(), answer.get_stability()


class InAThread(unittest.TestCase):
    def test_each_gives_what_it_gives_without_one(self):
        graph = ranked_graph(random.Random(5), 60)
        graph.set_n_places(3, 2)
        graph.set_tie_rank(RIGHT, 4, 1)
        for name in SOLVERS:
            with self.subTest(name):
                plain = getattr(graph, name)(*((LEFT,) if name == "match_stable" else ()))
                _, (answer,) = start(name, graph)
                self.assertEqual(told(answer), told(plain))
                self.assertTrue(answer.check())

    def test_a_matrix_is_solved_where_it_is(self):
        table = column("i", [4, 1, 2, 3])
        graph = Cadre.Bipartite.new_for_costs(table, Cadre.BipartiteCosts.INT32, 2, 2)
        _, (matching,) = start("assign", graph)
        self.assertEqual((matching.get_rights(), matching.get_cost()), ([1, 0], 3))

    def test_what_is_added_later_is_not_solved(self):
        graph = graph_of(2, 2, [(0, 0, 1), (1, 0, 1)])
        loop, answers = start("match", graph, wait=False)
        graph.add_edge(1, 1, 1)
        graph.set_n_places(0, 0)
        GLib.timeout_add_seconds(60, loop.quit)
        loop.run()
        self.assertEqual(answers[0].get_n_pairs(), 1)
        self.assertEqual((graph.get_n_edges(), graph.get_n_places(0)), (3, 0))
        self.assertEqual(graph.match().get_rights(), [-1, 1])

    def test_what_cannot_be_is_an_error_and_a_shortage_is_none(self):
        graph = graph_of(2, 2, [(0, 0, 1), (1, 0, 1)])
        _, (matching,) = start("assign", graph)
        self.assertFalse(matching.is_feasible())
        self.assertEqual(matching.get_shortage(LEFT), [0, 1])
        _, (error,) = start("assign", graph_of(1, 1, [(0, 0, 2**62)]))
        self.assertTrue(error.matches(Cadre.matching_error_quark(), Cadre.MatchingError.COST))

    def test_each_is_cancelled(self):
        graph = ranked_graph(random.Random(6), 30)
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        for name in SOLVERS:
            with self.subTest(name):
                _, (error,) = start(name, graph, cancellable)
                self.assertIsInstance(error, GLib.Error)
                self.assertTrue(error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))

    def test_a_long_one_is_cancelled_on_the_way(self):
        n = 1500
        table = column("i", [(i + 1) * (j * 7919 % n + 1) for i in range(n) for j in range(n)])
        graph = Cadre.Bipartite.new_for_costs(table, Cadre.BipartiteCosts.INT32, n, n)
        cancellable = Gio.Cancellable()
        loop, answers = start("assign", graph, cancellable, wait=False)
        GLib.timeout_add(2, lambda: cancellable.cancel())
        GLib.timeout_add_seconds(60, loop.quit)
        loop.run()
        self.assertIsInstance(answers[0], GLib.Error)
        self.assertTrue(answers[0].matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))


@unittest.skipIf(scipy is None, "scipy is not there")
class BesideScipy(unittest.TestCase):
    def test_as_many_pairs(self):
        lot = random.Random(1)
        for _ in range(60):
            n_left, n_right = lot.randrange(1, 60), lot.randrange(1, 60)
            edges = random_edges(lot, n_left, n_right, lot.randrange(1, 150))
            matching = graph_of(n_left, n_right, edges).match()
            self.assertTrue(matching.check())
            table = scipy.sparse.csr_matrix(
                ([1] * len(edges), ([e[0] for e in edges], [e[1] for e in edges])), shape=(n_left, n_right)
            )
            found = scipy.sparse.csgraph.maximum_bipartite_matching(table, perm_type="column")
            self.assertEqual(matching.get_n_pairs(), int((found >= 0).sum()))

    def test_as_little_cost_on_a_matrix(self):
        lot = numpy.random.default_rng(2)
        for shape in ((1, 1), (7, 7), (30, 50), (50, 30), (80, 80)):
            for kind, table in (
                (Cadre.BipartiteCosts.INT32, lot.integers(-500, 500, shape, dtype=numpy.int32)),
                (Cadre.BipartiteCosts.DOUBLE, lot.random(shape)),
            ):
                graph = Cadre.Bipartite.new_for_costs(GLib.Bytes.new(table.tobytes()), kind, *shape)
                matching = graph.assign()
                self.assertTrue(matching.check())
                rows, columns = scipy.optimize.linear_sum_assignment(table)
                self.assertAlmostEqual(matching.get_cost(), float(table[rows, columns].sum()), 9)

    def test_as_little_cost_along_edges(self):
        lot = random.Random(3)
        for round_number in range(40):
            n_left = lot.randrange(1, 40)
            n_right = n_left + round_number % 3 * 5
            pairs = {(i, i): lot.randrange(1, 1000) for i in range(n_left)}
            pairs.update({(i, j): cost + 1 for i, j, cost in random_edges(lot, n_left, n_right, 4 * n_left)})
            matching = graph_of(n_left, n_right, [(i, j, cost) for (i, j), cost in pairs.items()]).assign()
            self.assertTrue(matching.check())
            table = scipy.sparse.csr_matrix((list(pairs.values()), tuple(zip(*pairs))), shape=(n_left, n_right))
            rows, columns = scipy.sparse.csgraph.min_weight_full_bipartite_matching(table)
            self.assertEqual(matching.get_cost(), table[rows, columns].sum())

    def test_the_same_components(self):
        lot = random.Random(4)
        for _ in range(40):
            edges = random_edges(lot, 50, 40, lot.randrange(1, 70))
            parts = graph_of(50, 40, edges).decompose()
            self.assertTrue(parts.check())
            table = scipy.sparse.csr_matrix(
                ([1] * len(edges), ([e[0] for e in edges], [50 + e[1] for e in edges])), shape=(90, 90)
            )
            n, _ = scipy.sparse.csgraph.connected_components(table, directed=False)
            self.assertEqual(parts.get_n_components(), n)


tap.main("bipartite")
