#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Learns what the features of a mapping weigh, and prints the table of default weights.

    calibrate-mapping.py tests/data/organograms.tar.xz

Learned on pairs of dates of the government's organograms whose refs were kept, where the
refs say which post is which. The evidence never sees refs or holders, and no weight hangs
on the name of a body. The figures are for bodies that were left out of the fit: each
department is left out once, and so are all other bodies together. The likeness of two
values is worked out as the library does it; where that changes, this has to as well. It
needs numpy and scipy, takes some minutes, and gives the same table every time.
"""

import collections
import csv
import io
import math
import re
import sys
import tarfile

import numpy as np
from scipy.optimize import linear_sum_assignment, minimize

FEATURES = ["title", "grade", "unit", "profession", "fte", "pay", "functions", "staff", "manager", "reports"]
# Those of which any agreement tells as much as any other.
FLAT = {"staff", "reports"}
# The constant, then agreement and difference by feature.
N_WEIGHTS = 1 + 2 * len(FEATURES)
GRADES = {"SCS1": 1, "SCS1A": 1.5, "SCS2": 2, "SCS3": 3, "SCS4": 4}
GRADES |= {"OF-6": 1, "OF-7": 2, "OF-8": 3, "OF-9": 4}
COLUMNS = {
    "ref": "post unique", "name": "name", "title": "job title", "grade": "grade", "unit": "unit",
    "functions": "job/team", "profession": "profess", "fte": "fte", "pay": "actual pay floor",
    "staff": "salary cost", "manager": "reports to",
}  # fmt: skip
TWICE = {
    "department_for_business_innovation_and_skills": "bis",
    "department_of_education": "dfe",
    "department_of_energy_and_climate_change": "decc",
    "cabinet_office": "co",
}
UNKNOWN_WORDS = {"", "n a", "na", "n d"}
# Of the scores with the constant in them: at 0 a pair is as likely as that there is none,
# but whoever asks gets the best of the rest as well, down to one in twenty.
ACCEPT = -3.0


def words(text):
    return re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("\u2019", ""))


def number(text):
    digits = re.sub(r"[^0-9.]", "", text)
    try:
        return float(digits)
    except ValueError:
        return 0.0


class Post:
    def __init__(self, cells):
        self.ref = cells["ref"].upper()
        self.manager_ref = cells["manager"].upper()
        self.title = tuple(words(cells["title"]))
        self.grade = GRADES.get(cells["grade"].upper().replace(" ", ""), 0)
        self.unit = tuple(words(cells["unit"]))
        self.functions = tuple(words(cells["functions"]))
        self.profession = " ".join(words(cells["profession"]))
        self.fte = number(cells["fte"])
        self.pay = number(cells["pay"])
        self.staff = number(cells["staff"])

    def published(self):
        return (self.title, self.unit, self.manager_ref, self.grade, self.functions,
                self.profession, self.fte, self.pay, self.staff)  # fmt: skip


def decode(data):
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_posts(data):
    """The posts in order; the first row of a ref, and nobody who has gone."""
    rows = csv.reader(io.StringIO(re.sub("\r\n?", "\n", decode(data))))
    header = [cell.strip().lower() for cell in next(rows)]
    places = {}
    for name, start in COLUMNS.items():
        places[name] = next((i for i, cell in enumerate(header) if cell.startswith(start)), None)
    posts = {}
    for row in rows:
        cells = {
            name: row[place].strip() if place is not None and place < len(row) else ""
            for name, place in places.items()
        }
        ref = cells["ref"].upper()
        if ref not in ("", "0") and cells["name"].lower() != "eliminated" and ref not in posts:
            posts[ref] = Post(cells)
    return list(posts.values())


def masses(before, after, take):
    """The common weight of words, and that of each side; rare words weigh more."""
    texts = [set(take(post)) for post in before + after]
    counts = collections.Counter(word for text in texts for word in text)
    index = {word: i for i, word in enumerate(sorted(counts))}
    weights = np.array([math.log((len(texts) + 1) / counts[word]) for word in sorted(counts)])
    table = np.zeros((len(texts), len(index)))
    for i, text in enumerate(texts):
        table[i, [index[word] for word in text]] = 1
    a, b = table[: len(before)], table[len(before) :]
    return (a * weights) @ b.T, a @ weights, b @ weights


def text_likeness(before, after, take):
    common, a, b = masses(before, after, take)
    likeness = common / np.maximum(1e-9, np.maximum(a[:, None], b[None, :]))
    return np.maximum(likeness, same(before, after, take))


def same(before, after, take):
    codes = collections.defaultdict(lambda: len(codes))
    a = np.array([codes[take(post)] for post in before])
    b = np.array([codes[take(post)] for post in after])
    return (a[:, None] == b[None, :]).astype(float)


def both(before, after, test):
    a = np.array([bool(test(post)) for post in before])
    b = np.array([bool(test(post)) for post in after])
    return (a[:, None] & b[None, :]).astype(float)


def information(before, after, take):
    """How much it tells that both have the value, in nats: that of the commoner one."""
    n = len(before) + len(after)
    counts = collections.Counter(take(post) for post in before + after)
    a = np.array([math.log(n / counts[take(post)]) for post in before])
    b = np.array([math.log(n / counts[take(post)]) for post in after])
    return np.minimum(a[:, None], b[None, :])


def closeness(before, after, take, slope):
    a = np.array([math.log(take(post) or 1) for post in before])
    b = np.array([math.log(take(post) or 1) for post in after])
    return np.maximum(0, 1 - slope * np.abs(a[:, None] - b[None, :]))


def managers(posts):
    index = {post.ref: i for i, post in enumerate(posts)}
    found = np.array([index.get(post.manager_ref, -1) for post in posts])
    found[found == np.arange(len(posts))] = -1
    return found


def children(manager):
    table = np.zeros((len(manager), len(manager)))
    rows = np.nonzero(manager >= 0)[0]
    table[manager[rows], rows] = 1
    return table


def group_units(posts):
    codes = collections.defaultdict(lambda: len(codes))
    places = np.array([codes[post.unit] for post in posts])
    table = np.zeros((len(posts), len(codes)))
    table[np.arange(len(posts)), places] = 1
    return table, places


class Pair:
    """Two dates of a body: terms by weight, before post and after post."""

    def __init__(self, row, before, after):
        self.row, self.before, self.after = row, before, after
        self.body = TWICE.get(row["org"], row["org"])
        self.rekeyed = row["rekeyed"] == "1"
        index = {post.ref: i for i, post in enumerate(after)}
        self.truth = np.array([index.get(post.ref, -1) for post in before])
        self.managers = managers(before), managers(after)
        self.children = [children(manager) for manager in self.managers]
        self.terms = np.zeros((N_WEIGHTS, len(before), len(after)), dtype=np.float32)
        self.terms[0] = 1
        self.choice = math.log(min(len(before), len(after)))
        self.fill_fields()
        self.fill_first_managers()

    def put(self, feature, likeness, known, tells=1.0):
        place = 1 + 2 * FEATURES.index(feature)
        self.terms[place] = likeness * known * (1.0 if feature in FLAT else tells)
        self.terms[place + 1] = -(1 - likeness) * known

    def fill_fields(self):
        a, b = self.before, self.after
        self.titles = text_likeness(a, b, lambda p: p.title)
        self.put("title", self.titles, 1, information(a, b, lambda p: p.title))
        steps = np.abs(np.subtract.outer([p.grade for p in a], [p.grade for p in b]))
        self.put(
            "grade", np.where(steps == 0, 1, np.where(steps <= 1, 0.25, 0)),
            both(a, b, lambda p: p.grade), information(a, b, lambda p: p.grade),
        )  # fmt: skip
        names = text_likeness(a, b, lambda p: p.unit)
        self.units = np.where(names == 1, 1, 0.9 * names)
        self.units_known = both(a, b, lambda p: p.unit)
        self.units_tell = information(a, b, lambda p: p.unit)
        self.put("unit", self.units, self.units_known, self.units_tell)
        for name in ("profession", "fte"):
            self.put(
                name, same(a, b, lambda p, n=name: getattr(p, n)),
                both(a, b, lambda p, n=name: getattr(p, n) and getattr(p, n) not in UNKNOWN_WORDS),
                information(a, b, lambda p, n=name: getattr(p, n)),
            )  # fmt: skip
        self.put(
            "pay", closeness(a, b, lambda p: p.pay, 5), both(a, b, lambda p: p.pay),
            information(a, b, lambda p: p.pay),
        )  # fmt: skip
        self.put("staff", closeness(a, b, lambda p: p.staff, 2), both(a, b, lambda p: p.staff))
        self.put(
            "functions", text_likeness(a, b, lambda p: p.functions),
            both(a, b, lambda p: p.functions), information(a, b, lambda p: p.functions),
        )  # fmt: skip

    def fill_first_managers(self):
        """Before anything is mapped, managers are like each other as their titles are."""
        a, b = self.managers
        self.managed = ((a >= 0)[:, None] & (b >= 0)[None, :]).astype(float)
        tells = information(self.before, self.after, lambda p: p.title)
        self.put("manager", self.titles[np.ix_(a, b)], self.managed, tells[np.ix_(a, b)])

    def relate(self, mapped):
        """What the mapping found says of managers, reports and units."""
        a, b = self.managers
        gone, come = mapped.sum(1), mapped.sum(0)
        n_reports = [table.sum(1) for table in self.children]
        known = self.managed * np.maximum(gone[a][:, None], come[b][None, :])
        tells = np.log(len(a) / np.maximum(1, n_reports[0][a]))[:, None]
        self.put("manager", mapped[np.ix_(a, b)], known, tells)
        common = self.children[0] @ mapped @ self.children[1].T
        most = np.maximum(n_reports[0][:, None], n_reports[1][None, :])
        least = np.minimum(n_reports[0][:, None], n_reports[1][None, :])
        self.put("reports", common / np.maximum(1, most), (least > 0).astype(float))
        (of_a, place_a), (of_b, place_b) = group_units(self.before), group_units(self.after)
        went = (of_a.T @ mapped @ of_b)[np.ix_(place_a, place_b)] - mapped
        from_a = np.maximum((of_a @ (of_a.T @ gone))[:, None] - mapped, 1)
        from_b = np.maximum((of_b @ (of_b.T @ come))[None, :] - mapped, 1)
        share = np.clip(np.sqrt(went / from_a * went / from_b), 0, 1)
        self.put("unit", np.maximum(self.units, share), self.units_known, self.units_tell)

    def score(self, weights):
        return np.tensordot(weights, self.terms, 1) - self.choice


def assign(scores):
    gain = np.maximum(scores - ACCEPT, 0)
    rows, columns = linear_sum_assignment(-gain)
    mapped = np.zeros(scores.shape)
    mapped[rows, columns] = gain[rows, columns] > 0
    return mapped


def map_pair(pair, weights, rounds=6):
    pair.fill_fields()
    pair.fill_first_managers()
    pair.terms[1 + 2 * FEATURES.index("reports")] = 0
    mapped = assign(pair.score(weights))
    for _ in range(rounds):
        pair.relate(mapped)
        again = assign(pair.score(weights))
        if (again == mapped).all():
            break
        mapped = again
    return mapped


def loss(weights, pairs):
    """Of each post: how unlikely it makes what became of it, and what it was before.
    The score of a pair is against that of no pair, which is 0."""
    total, slope = 0.5 * (weights @ weights), weights.copy()
    for pair in pairs:
        scores = pair.score(weights.astype(np.float32)).astype(float)
        rest = np.zeros(scores.shape)
        for axis in (1, 0):
            most = np.maximum(scores.max(axis, keepdims=True), 0)
            odds = np.exp(scores - most)
            whole = odds.sum(axis, keepdims=True) + np.exp(-most)
            total += (most + np.log(whole)).sum()
            rest += odds / whole
        rows = np.nonzero(pair.truth >= 0)[0]
        total -= 2 * scores[rows, pair.truth[rows]].sum()
        rest[rows, pair.truth[rows]] -= 2
        slope += pair.terms.reshape(N_WEIGHTS, -1) @ rest.ravel().astype(np.float32)
    return total, slope


def fit(pairs):
    """First without what a mapping says, then with what that weights map."""
    bounds = [(None, None)] + [(0, None)] * (N_WEIGHTS - 1)
    weights = np.zeros(N_WEIGHTS)
    for step in range(3):
        for pair in pairs:
            if step > 0:
                pair.relate(map_pair(pair, weights))
        found = minimize(
            loss, weights, args=(pairs,), jac=True, method="L-BFGS-B", bounds=bounds,
            options={"maxiter": 60},
        )  # fmt: skip
        weights = found.x
    return weights


def told_apart(pair):
    """The posts that go on, kept one of title, unit and manager, and have no twin: from each
    other one a field tells them that they kept and that the other has at neither date."""
    rows = np.nonzero(pair.truth >= 0)[0]
    before = [pair.before[i].published() for i in rows]
    after = [pair.after[pair.truth[i]].published() for i in rows]
    found = []
    for i, row in enumerate(rows):
        kept = [k for k in range(len(before[i])) if before[i][k] == after[i][k]]
        twin = any(
            i != j and all(before[i][k] in (before[j][k], after[j][k]) for k in kept)
            for j in range(len(rows))
        )
        if not twin and any(k < 3 for k in kept):
            found.append(row)
    return found


class Figures:
    def __init__(self):
        self.counts = collections.Counter()

    def add_holders(self, pair, mapped, holders):
        before = {post.ref: i for i, post in enumerate(pair.before)}
        after = {post.ref: i for i, post in enumerate(pair.after)}
        for holder in holders:
            old, new = holder["ref_a"].upper(), holder["ref_b"].upper()
            identity = holder["same_title"] == "1" and old not in after and new not in before
            got = np.nonzero(mapped[before[old]])[0]
            hit = len(got) > 0 and got[0] == after[old if old in after else new]
            if new in before and old not in after:
                hit = not mapped[before[old], after[new]]
            for name in ["identities"] * identity + ["rekeyed"] * pair.rekeyed:
                self.counts[name] += 1
                self.counts[name + " right"] += hit
                self.counts[name + " wrong"] += not hit and len(got) > 0

    def add_stable(self, pair, mapped):
        for row in told_apart(pair):
            self.counts["stable"] += 1
            self.counts["stable right"] += mapped[row, pair.truth[row]] > 0

    def __str__(self):
        counts = self.counts
        return (
            f"identities {counts['identities right']} of {counts['identities']} right, "
            f"{counts['identities wrong']} wrong; re-keyed rows {counts['rekeyed right']} of "
            f"{counts['rekeyed']} right, {counts['rekeyed wrong']} wrong; stable "
            f"{counts['stable right']} of {counts['stable']} right"
        )


def judge(pairs, weights, holders, figures):
    for pair in pairs:
        mapped = map_pair(pair, weights)
        key = (pair.row["source"], pair.row["org"], pair.row["date_a"], pair.row["date_b"])
        figures.add_holders(pair, mapped, holders[key])
        if not pair.rekeyed and not pair.is_twice:
            figures.add_stable(pair, mapped)


def load(path):
    with tarfile.open(path) as archive:
        files = {
            member.name: archive.extractfile(member).read() for member in archive if member.isfile()
        }

    def table(name):
        return list(csv.DictReader(io.StringIO(decode(files[name])), delimiter="\t"))

    def posts(row, date):
        return read_posts(files[f"organograms/{row['source']}/{row['org']}/{row[date]}-senior.csv"])

    rows = table("organograms/pairs.tsv")
    pairs = [Pair(row, posts(row, "date_a"), posts(row, "date_b")) for row in rows]
    holders = collections.defaultdict(list)
    for row in table("organograms/holders.tsv"):
        holders[row["source"], row["org"], row["date_a"], row["date_b"]].append(row)
    return pairs, holders


def mark_twice(pairs):
    """Some pairs of dates were published by a department and on the common site."""
    own = {
        (pair.body, pair.row["date_a"], pair.row["date_b"])
        for pair in pairs
        if pair.row["source"] == "departments"
    }
    for pair in pairs:
        key = (pair.body, pair.row["date_a"], pair.row["date_b"])
        pair.is_twice = pair.row["source"] == "published" and key in own


def main():
    pairs, holders = load(sys.argv[1])
    mark_twice(pairs)
    stable = [pair for pair in pairs if not pair.rekeyed and not pair.is_twice]
    departments = sorted({p.body for p in pairs if p.row["source"] == "departments"})
    left_out = Figures()
    for fold in [*departments, "others"]:
        out = [p for p in pairs if (p.body if p.body in departments else "others") == fold]
        figures = Figures()
        weights = fit([pair for pair in stable if pair not in out])
        judge(out, weights, holders, figures)
        left_out.counts.update(figures.counts)
        print(f"without {fold}: {figures}", flush=True)
    print(f"bodies left out, together: {left_out}")
    weights = fit(stable)
    figures = Figures()
    judge(pairs, weights, holders, figures)
    print(f"fit on all: {figures}\n")
    print(f"  .accept = {round(1000 * (ACCEPT - weights[0]))},")
    for i, feature in enumerate(FEATURES):
        agreement, difference = (round(1000 * w) for w in weights[1 + 2 * i : 3 + 2 * i])
        print(f"    [CADRE_MAPPING_FEATURE_{feature.upper()}] = {{ {agreement}, {difference} }},")


if __name__ == "__main__":
    main()
