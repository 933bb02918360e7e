#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Match what a table of pairs says can go together, and give the proof.

The table has the columns left and right, and may have cost, left_rank,
right_rank, and places, which is how many the right one takes.
"""

import argparse
import re
import sys

import gi

gi.require_version("Cadre", "1")
from gi.repository import Cadre, Gio, GLib

LEFT, RIGHT = Cadre.BipartiteSide.LEFT, Cadre.BipartiteSide.RIGHT
SIDES = {"left": LEFT, "right": RIGHT}
NUMBERS = ("cost", "left_rank", "right_rank", "places")
JOBS = {
    "cardinality": ("As many pairs as possible", Cadre.Bipartite.match),
    "cost": ("The least cost", Cadre.Bipartite.assign),
    "stable": ("A stable matching", lambda graph: graph.match_stable(LEFT)),
    "rank-maximal": (
        "As many pairs as possible of the first rank, then of the next",
        Cadre.Bipartite.match_rank_maximal,
    ),
    "rank-reversed": (
        "As many pairs as possible, with as few as possible of the last rank, then of the one before",
        Cadre.Bipartite.match_rank_reversed,
    ),
    "parts": (None, Cadre.Bipartite.decompose),
}
STABILITIES = {
    Cadre.BipartiteStability.STRICT: "There are no ties.",
    Cadre.BipartiteStability.SUPER: "There are ties, and however they are broken it is stable.",
    Cadre.BipartiteStability.WEAK: "There are ties, which were broken in the order of names.",
}
PARTS = {
    Cadre.BipartitePart.LEFT_OVER: "left-over",
    Cadre.BipartitePart.SQUARE: "square",
    Cadre.BipartitePart.RIGHT_OVER: "right-over",
}


def rows_of(name):
    reader = Cadre.CsvReader.new_for_file(Gio.File.new_for_commandline_arg(name), None, None)
    while True:
        _, n = reader.next_row(None)
        if n == 0:
            return
        yield reader.get_line(), [reader.get_cell(column) for column in range(n)]


def read_number(row, name, line):
    if name not in row:
        return int(name == "places")
    number = int(row[name]) if re.fullmatch(r"[+-]?[0-9]+", row[name]) else None
    if number is None or not (-(10**9) if name == "cost" else 0) <= number <= 10**9:
        raise ValueError(f"Line {line}: no such {name}")
    return number


def read_pairs(name):
    """The pairs in order of names, so that the order of the table decides nothing."""
    rows = rows_of(name)
    _, heading = next(rows, (0, []))
    if not set(SIDES) <= set(heading):
        raise ValueError("There is no column left, or no column right")
    pairs = []
    for line, cells in rows:
        row = dict(zip(heading, cells))
        pair = {end: row.get(end, "") for end in SIDES}
        pairs.append({**pair, **{number: read_number(row, number, line) for number in NUMBERS}})
    return sorted(pairs, key=lambda pair: [pair[end].encode() for end in SIDES] + [pair[name] for name in NUMBERS])


class Problem:
    def __init__(self, pairs, job):
        self.pairs, self.job = pairs, job
        self.names = {side: sorted({pair[end] for pair in pairs}, key=str.encode) for end, side in SIDES.items()}
        self.graph = Cadre.Bipartite.new(len(self.names[LEFT]), len(self.names[RIGHT]))
        for pair in pairs:
            left, right = (self.names[side].index(pair[end]) for end, side in SIDES.items())
            if job in ("cardinality", "cost"):
                self.graph.add_edge(left, right, pair["cost"])
            else:
                self.graph.add_ranked_edge(left, right, pair["left_rank"], pair["right_rank"])
            self.graph.set_n_places(right, pair["places"])

    def list_names(self, side, numbers):
        return [self.names[side][number] for number in numbers or []]

    def used(self, matching):
        return [self.pairs[edge] for edge in matching.get_edges() if edge >= 0]

    def number_of(self, pair):
        """What is told of a pair: its cost or its rank."""
        if self.job == "cardinality":
            return {}
        return {"cost": pair["cost"]} if self.job == "cost" else {"rank": pair["left_rank"]}


def tell_shortage(problem, matching):
    side = matching.get_short_side()
    these, those = (problem.list_names(each, matching.get_shortage(each)) for each in (side, RIGHT if side == LEFT else LEFT))
    if these:
        yield f"Why not all: these on the {'left' if side == LEFT else 'right'} can have nobody else than"
        yield f"  these: {', '.join(these)}"
        if those:
            yield f"  those: {', '.join(those)}"


def tell_proof(problem, matching):
    for end, side in SIDES.items():
        cover = problem.list_names(side, matching.get_cover(side))
        if cover:
            yield f"Cover, {end}: {', '.join(cover)}"
    for end, side in SIDES.items():
        prices = matching.get_prices(side)
        if prices:
            priced = [f"{name} {int(price)}" for name, price in zip(problem.names[side], prices)]
            yield f"Prices, {end}: {', '.join(priced)}"


def tell_matching(problem, matching):
    title = JOBS[problem.job][0]
    if not matching.is_feasible():
        title += ": impossible"
    elif problem.job == "cost":
        title += f": {int(matching.get_cost())}"
    yield title
    yield f"{matching.get_n_pairs()} pairs"
    for pair in problem.used(matching):
        number = "".join(f" ({name} {value})" for name, value in problem.number_of(pair).items())
        yield f"  {pair['left']}: {pair['right']}{number}"
    alone = [problem.names[LEFT][i] for i, edge in enumerate(matching.get_edges()) if edge < 0]
    if alone:
        yield f"Alone: {', '.join(alone)}"
    if matching.get_stability() in STABILITIES:
        yield STABILITIES[matching.get_stability()]
    yield from tell_shortage(problem, matching)
    yield from tell_proof(problem, matching)
    yield "The proof was checked."


def find_parts(problem, found):
    """By side: for each name its component, its part and its block."""
    for end, side in SIDES.items():
        lists = zip(problem.names[side], found.get_components(side), found.get_blocks(side))
        yield end, [
            {"name": name, "component": component, "part": PARTS[found.get_part(side, k)], "block": block}
            for k, (name, component, block) in enumerate(lists)
        ]


def tell_parts(problem, found):
    yield f"{found.get_n_components()} components, {found.get_n_blocks()} blocks"
    for end, rows in find_parts(problem, found):
        for row in rows:
            block = f", block {row['block']}" if row["block"] >= 0 else ""
            yield f"  {end} {row['name']}: component {row['component']}, {row['part']}{block}"
    yield "They were checked."


def write(writer, value):
    if isinstance(value, dict):
        writer.begin_object()
        for name, item in value.items():
            writer.member(name)
            write(writer, item)
        writer.end_object()
    elif isinstance(value, list):
        writer.begin_array()
        for item in value:
            write(writer, item)
        writer.end_array()
    elif isinstance(value, int):
        writer.integer(value)
    else:
        writer.string(value)


def to_data(problem, answer):
    if problem.job == "parts":
        return {"job": problem.job, **dict(find_parts(problem, answer))}
    pairs = [
        {"left": pair["left"], "right": pair["right"], **problem.number_of(pair)} for pair in problem.used(answer)
    ]
    proof = {
        end: {
            "cover": problem.list_names(side, answer.get_cover(side)),
            "shortage": problem.list_names(side, answer.get_shortage(side)),
            "prices": [int(price) for price in answer.get_prices(side) or []],
        }
        for end, side in SIDES.items()
    }
    return {"job": problem.job, "pairs": pairs, **proof}


def solve(job, name, as_json):
    problem = Problem(read_pairs(name), job)
    answer = JOBS[job][1](problem.graph)
    answer.check()
    if as_json:
        writer = Cadre.Writer.new_for_text()
        write(writer, to_data(problem, answer))
        writer.finish(None)
        return writer.dup_text()
    tell = tell_parts if job == "parts" else tell_matching
    return "".join(f"{line}\n" for line in tell(problem, answer))


def main():
    parser = argparse.ArgumentParser(prog="cadre-solve", description=__doc__)
    parser.add_argument("job", metavar="JOB", choices=JOBS, help=", ".join(JOBS))
    parser.add_argument("pairs", metavar="PAIRS")
    parser.add_argument("--json", action="store_true", help="write JSON for programs")
    arguments = parser.parse_args()

    try:
        text = solve(arguments.job, arguments.pairs, arguments.json)
    except (GLib.Error, ValueError) as error:
        message = error.message if isinstance(error, GLib.Error) else error
        print(f"cadre-solve: {arguments.pairs}: {message}", file=sys.stderr)
        return 1
    # Bytes as they are, whatever the locale.
    sys.stdout.buffer.write(text.encode())
    return 0


sys.exit(main())
