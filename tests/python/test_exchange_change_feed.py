#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Change feeds: an extract, a change, the feed taken on the extract, and the structure that was proposed."""

import csv
import datetime
import io
import random
import unittest

import tap
from setting import FULL, ROOT, Cadre, GLib, to_bytes

EXTRACTS = ROOT / "tests/data/extracts"
SAMPLES = {
    "dynamics-position-hierarchy": {
        table: f"dynamics-{table}.csv" for table in ("departments", "positions", "hierarchy", "workers", "assignments")
    },
    "esr-assignments": {"assignments": "esr-assignments.csv"},
    "itrent-assignments": {"assignments": "itrent-assignments.csv"},
    "sap-om": {"objects": "sap-objects.csv", "relations": "sap-relations.csv"},
}
EFFECTIVE = datetime.date(2026, 4, 1)
# What stands in rows of other things goes with them.
WIDE = ("esr-assignments", "itrent-assignments")


def load_files(name):
    return {table: to_bytes((EXTRACTS / file).read_bytes()) for table, file in SAMPLES[name].items()}


def read(field_map, files):
    reader = Cadre.ExtractReader.new(field_map)
    for table, data in files.items():
        reader.add_bytes(table, data)
    return reader.read(None)


def make_feed(field_map, before, after):
    return Cadre.ChangeFeed.new(Cadre.Diff.new(before, after, None, None), field_map, EFFECTIVE)


def rehearse(feed, files):
    return {table: feed.rehearse(table, data, None, None) for table, data in files.items()}


def tell(step):
    return f"{step.get_operation().value_nick} {step.get_subject()} {step.get_table()}:{step.get_row()}"


class Proposal:
    """Random changes that a field map can carry."""

    def __init__(self, name, before, rng):
        self.name, self.rng, self.structure = name, rng, before
        self.builder = Cadre.StructureBuilder.new_for_structure(before)
        self.posts = {r.get_id(): r for r in before.list_records(Cadre.RecordKind.POST)}
        self.units = {r.get_id(): r for r in before.list_records(Cadre.RecordKind.UNIT)}
        self.persons = [r.get_id() for r in before.list_records(Cadre.RecordKind.PERSON)]
        self.assignments = {r.get_id(): r for r in before.list_records(Cadre.RecordKind.ASSIGNMENT)}
        self.lines = list(before.list_records(Cadre.RecordKind.LINE))
        self.reports = {
            line.get_post(): line.get_manager() for line in self.lines if line.get_kind() == Cadre.LineKind.MANAGEMENT
        }
        self.counter = 0
        self.moved = 0

    def choose(self, items):
        return self.rng.choice(sorted(items))

    def retitle(self):
        post = self.posts[self.choose(self.posts)]
        post.set_title(None, f"New title {self.rng.randrange(9)}")
        self.builder.replace(post)

    def create_post(self):
        self.counter += 1
        post = Cadre.Post(id=f"9000{self.counter}")
        post.set_title(None, "New post")
        post.set_unit(self.choose(self.units))
        self.builder.add(post)
        manager = self.choose(self.managers() or self.posts)
        self.posts[post.get_id()] = post
        self.set_manager(post.get_id(), manager)

    def managers(self):
        """Those who can be named: in a map that names persons, posts with one holder who has no other."""
        if self.name != "itrent-assignments":
            return list(self.posts)
        holders, held = {}, {}
        for assignment in self.assignments.values():
            holders.setdefault(assignment.get_post(), set()).add(assignment.get_person())
            held.setdefault(assignment.get_person(), set()).add(assignment.get_post())
        return [p for p, who in holders.items() if len(who) == 1 and len(held[next(iter(who))]) == 1]

    def point_line(self):
        if self.name == "itrent-assignments":
            return
        post, manager = self.choose(self.posts), self.choose(self.posts)
        if post != manager:
            self.set_manager(post, manager)

    def create_unit(self):
        self.counter += 1
        unit = Cadre.Unit(id=f"U{self.counter}")
        unit.set_name(None, "New unit")
        if self.name != "esr-assignments":
            unit.set_parent(self.choose(self.units))
        self.builder.add(unit)
        self.units[unit.get_id()] = unit
        post = self.posts[self.choose(self.posts)]
        if self.name not in WIDE:
            post.set_unit(unit.get_id())
            self.builder.replace(post)

    def start_assignment(self):
        person, post = self.choose(self.persons), self.choose(self.posts)
        if self.name == "itrent-assignments":
            return
        self.counter += 1
        wanted = f"{person}-9{self.counter}" if self.name == "esr-assignments" else f"{person}/{post}/2026-04-01"
        if wanted in self.assignments:
            return
        assignment = Cadre.Assignment(id=wanted)
        assignment.set_person(person)
        assignment.set_post(post)
        assignment.set_period(Cadre.Period.new(EFFECTIVE, None))
        if self.name == "esr-assignments":
            assignment.set_standard_hours(Cadre.Fraction.new_parse("37.5"))
        self.builder.add(assignment)
        self.assignments[wanted] = assignment

    def move_assignment(self):
        if self.name != "esr-assignments":
            return
        assignment = self.assignments[self.choose(self.assignments)]
        assignment.set_post(self.choose(self.posts))
        self.builder.replace(assignment)

    def place(self, key, post):
        """Takes whoever is in an assignment to another post."""
        person = self.assignments.pop(key).get_person()
        self.builder.remove(Cadre.RecordKind.ASSIGNMENT, key)
        assignment = Cadre.Assignment(id=f"{person}/{post}/2026-04-01")
        assignment.set_person(person)
        assignment.set_post(post)
        assignment.set_standard_hours(Cadre.Fraction.new_parse("37"))
        assignment.set_period(Cadre.Period.new(EFFECTIVE, None))
        self.builder.add(assignment)
        self.assignments[assignment.get_id()] = assignment
        self.moved += 1

    def move_person(self):
        """Somebody who is nobody's manager: where the line names a person, a post without one cannot be named."""
        managers = set(self.reports.values())
        bound = {a.get_person() for a in self.assignments.values() if a.get_post() in managers}
        free = [key for key, a in self.assignments.items() if a.get_person() not in bound and not key.endswith("/2026-04-01")]
        posts = [post for post in self.posts if post not in managers]
        if not free or not posts:
            return
        key, post = self.choose(free), self.choose(posts)
        person = self.assignments[key].get_person()
        if all((a.get_person(), a.get_post()) != (person, post) for a in self.assignments.values()):
            self.place(key, post)

    def swap_people(self):
        """Two who have one post each and share it with nobody; those under them get the other as a manager."""
        posts = [a.get_post() for a in self.assignments.values()]
        persons = [a.get_person() for a in self.assignments.values()]
        alone = [
            key
            for key, a in self.assignments.items()
            if posts.count(a.get_post()) == 1 and persons.count(a.get_person()) == 1 and not key.endswith("/2026-04-01")
        ]
        if len(alone) < 2:
            return
        first, second = self.rng.sample(sorted(alone), 2)
        post, other = self.assignments[first].get_post(), self.assignments[second].get_post()
        self.place(first, other)
        self.place(second, post)

    def end_assignment(self):
        if self.name == "itrent-assignments" or len(self.assignments) < 2:
            return
        key = self.choose(self.assignments)
        person = self.assignments[key].get_person()
        if self.name in WIDE and sum(a.get_person() == person for a in self.assignments.values()) < 2:
            return
        del self.assignments[key]
        self.builder.remove(Cadre.RecordKind.ASSIGNMENT, key)

    def set_manager(self, post, manager):
        self.builder.set_manager(post, manager)
        self.reports[post] = manager

    def delete_post(self):
        """One that is nobody's manager goes, with its lines and with who is in it."""
        named = {line.get_manager() for line in self.lines} | set(self.reports.values())
        free = [post for post in self.posts if post not in named]
        if not free or len(self.posts) < 3:
            return
        gone = self.choose(free)
        if any(a.get_post() == gone for a in self.assignments.values()) and self.name == "itrent-assignments":
            return
        for key in [key for key, a in self.assignments.items() if a.get_post() == gone]:
            del self.assignments[key]
            self.builder.remove(Cadre.RecordKind.ASSIGNMENT, key)
        self.builder.set_manager(gone, None)
        self.reports.pop(gone, None)
        for line in [line for line in self.lines if line.get_post() == gone]:
            self.lines.remove(line)
            if line.get_kind() != Cadre.LineKind.MANAGEMENT:
                self.builder.remove_record(line)
        del self.posts[gone]
        self.builder.remove(Cadre.RecordKind.POST, gone)

    def delete_unit(self):
        """What is in it goes elsewhere first."""
        free = set(self.units) - {u.get_parent() for u in self.units.values()}
        if self.name in WIDE or not free or len(self.units) < 2:
            return
        gone = self.choose(free)
        del self.units[gone]
        for post in self.posts.values():
            if post.get_unit() == gone:
                post.set_unit(self.choose(self.units))
                self.builder.replace(post)
        self.builder.remove(Cadre.RecordKind.UNIT, gone)

    def tidy(self):
        """Takes out what rows of posts cannot hold once no post names it."""
        kept = {
            Cadre.RecordKind.PERSON: {a.get_person() for a in self.assignments.values()},
            Cadre.RecordKind.GRADE: {p.get_grade() for p in self.posts.values()},
            Cadre.RecordKind.UNIT: {p.get_unit() for p in self.posts.values()}
            | {u.get_parent() for u in self.units.values()}
            | {unit for unit in self.units if unit.startswith("U")},
        }
        for kind, ids in kept.items():
            for record in self.structure.list_records(kind):
                if record.get_id() not in ids:
                    self.builder.remove(kind, record.get_id())
        self.persons = sorted(kept[Cadre.RecordKind.PERSON])

    def make(self):
        changes = [
            self.retitle, self.create_post, self.point_line, self.create_unit,
            self.start_assignment, self.move_assignment, self.end_assignment, self.delete_post, self.delete_unit,
        ]
        if self.name == "itrent-assignments":
            changes += [self.move_person, self.swap_people] * 2
        for _ in range(self.rng.randrange(1, 9)):
            self.rng.choice(changes)()
        if self.name in WIDE:
            self.tidy()
        return self.builder.build(None, None)


class ChangeFeedTest(unittest.TestCase):
    def assert_same(self, proposed, found, hint):
        changes = [change.to_string() for change in Cadre.Diff.new(proposed, found, None, None)]
        self.assertEqual(changes, [], hint)

    def test_nothing(self):
        for name in SAMPLES:
            with self.subTest(name):
                field_map, files = Cadre.FieldMap.new_shipped(name), load_files(name)
                structure = read(field_map, files).get_structure()
                feed = make_feed(field_map, structure, structure)
                self.assertEqual([tell(step) for step in feed], [])
                self.assertEqual(feed.write(FULL).get_n_files(), 0)
                for table, data in rehearse(feed, files).items():
                    rows = list(csv.reader(io.StringIO(data.get_data().decode())))
                    self.assertEqual(rows, list(csv.reader(io.StringIO(files[table].get_data().decode()))))

    def check_order(self, feed):
        """What a step names is there by then, and what has gone is not named again."""
        steps = list(feed)
        keys = [step.get_key() for step in steps]
        self.assertEqual(len(keys), len(set(keys)))
        self.assertEqual(keys, [step.get_key() for step in make_feed(feed.get_field_map(), feed.get_diff().get_before(), feed.get_diff().get_after())])
        before, after = feed.get_diff().get_before(), feed.get_diff().get_after()
        created, gone = set(), set()
        for step in steps:
            operation, subject = step.get_operation().value_nick, step.get_subject()
            if operation in ("create-unit", "create-post"):
                record = after.find_record(step.get_record_kind(), subject.split("/", 1)[1])
                unit = record.get_parent() if operation == "create-unit" else record.get_unit()
                if unit is not None and before.find_unit(unit) is None:
                    self.assertIn("unit/" + unit, created)
                created.add(subject)
            elif operation == "delimit-post":
                named = {line.get_manager() for line in before.list_records(Cadre.RecordKind.LINE)}
                gone.add(subject)
                self.assertTrue(named)
            elif operation == "delimit-unit":
                for unit in before.list_records(Cadre.RecordKind.UNIT):
                    if unit.get_parent() == subject.split("/", 1)[1] and after.find_unit(unit.get_id()) is None:
                        self.assertIn("unit/" + unit.get_id(), gone)
                gone.add(subject)
            else:
                self.assertFalse(gone, "nothing but ends comes behind an end")

    def test_worked_example(self):
        """One of everything, in the order in which it has to be done."""
        field_map, files = Cadre.FieldMap.new_shipped("dynamics-position-hierarchy"), load_files("dynamics-position-hierarchy")
        before = read(field_map, files).get_structure()
        builder = Cadre.StructureBuilder.new_for_structure(before)
        for identity, parent in (("D9", "D10"), ("D10", "D1")):
            unit = Cadre.Unit(id=identity)
            unit.set_name(None, "Repairs")
            unit.set_parent(parent)
            builder.add(unit)
        for identity, manager in (("000008", "000009"), ("000009", "000001")):
            post = Cadre.Post(id=identity)
            post.set_title(None, "Repairs manager")
            post.set_unit("D9")
            builder.add(post)
            builder.set_manager(identity, manager)
        builder.set_manager("000003", "000009")
        moved = before.find_assignment("W2/000002/2020-01-01")
        builder.remove(Cadre.RecordKind.ASSIGNMENT, moved.get_id())
        taken = Cadre.Assignment(id="W2/000009/2026-04-01")
        taken.set_person("W2")
        taken.set_post("000009")
        taken.set_period(Cadre.Period.new(EFFECTIVE, None))
        builder.add(taken)
        builder.set_manager("000002", None)
        builder.remove(Cadre.RecordKind.POST, "000002")
        after = builder.build(None, None)
        feed = make_feed(field_map, before, after)
        self.assertEqual(
            [tell(step) for step in feed],
            [
                "create-unit unit/D10 departments:2",
                "create-unit unit/D9 departments:3",
                "create-post post/000009 positions:2",
                "create-post post/000008 positions:3",
                "end-assignment assignment/W2/000002/2020-01-01 assignments:2",
                "start-assignment assignment/W2/000009/2026-04-01 assignments:3",
                "end-line line/000002/management/000001 hierarchy:2",
                "point-line line/000003/management/000009 hierarchy:3",
                "point-line line/000008/management/000009 hierarchy:4",
                "point-line line/000009/management/000001 hierarchy:5",
                "delimit-post post/000002 positions:4",
            ],
        )
        files_out = feed.write(FULL)
        names = [files_out.get_name(i) for i in range(files_out.get_n_files())]
        self.assertEqual(names, ["departments.csv", "positions.csv", "hierarchy.csv", "assignments.csv"])
        rows = list(csv.DictReader(io.StringIO(files_out.find_bytes("positions.csv").get_data().decode())))
        self.assertEqual(rows[0]["Operation"], "create-post")
        self.assertEqual(rows[0]["Change key"], list(feed)[2].get_key())
        self.assertEqual(rows[0]["Effective date"], "2026-04-01T00:00:00")
        self.assertEqual(rows[0]["DepartmentNumber"], "D9")
        self.assertEqual(rows[2]["Retirement"], "2026-03-31T00:00:00", "the last day is the one before")
        self.assert_same(after, read(field_map, rehearse(feed, files)).get_structure(), "the worked example")
        changes = [change.to_string() for change in feed.list_changes(feed.get_step(7))]
        self.assertEqual(len(changes), 1)
        self.assertIn("manager", changes[0])

    def test_check(self):
        field_map, files = Cadre.FieldMap.new_shipped("esr-assignments"), load_files("esr-assignments")
        before = read(field_map, files).get_structure()
        builder = Cadre.StructureBuilder.new_for_structure(before)
        for identity, title in (("A-1", "Nurse"), ("100009", None), ("1" * 16, "x" * 240), ("100010", "x" * 241)):
            post = Cadre.Post(id=identity)
            post.set_title(None, title)
            builder.add(post)
        feed = make_feed(field_map, before, builder.build(None, None))
        told = [(issue.get_code(), issue.get_origin(), issue.get_subject()) for issue in feed.check()]
        self.assertEqual(
            sorted(told),
            [
                ("exchange.feed.characters", "assignments: row 5, column Position Number", "post/A-1"),
                ("exchange.feed.empty-required", "assignments: row 2, column Position Title", "post/100009"),
                ("exchange.feed.too-long", "assignments: row 3, column Position Title", "post/100010"),
                ("exchange.feed.too-long", "assignments: row 4, column Position Number", "post/" + "1" * 16),
            ],
        )
        for issue in feed.check():
            self.assertTrue(issue.get_message().startswith("Your system will refuse the row: "))
            self.assertNotIn("xxx", issue.get_message())

    def test_lost(self):
        field_map, files = Cadre.FieldMap.new_shipped("esr-assignments"), load_files("esr-assignments")
        before = read(field_map, files).get_structure()
        builder = Cadre.StructureBuilder.new_for_structure(before)
        post = before.find_post("100001")
        post.set_statutory(Cadre.Truth.TRUE)
        builder.replace(post)
        feed = make_feed(field_map, before, builder.build(None, None))
        self.assertEqual(len(list(feed)), 0)
        told = [(issue.get_code(), issue.get_origin(), issue.get_subject()) for issue in feed.get_issues()]
        self.assertEqual(told, [("exchange.feed.not-carried", "statutory", "post/100001")])

    def test_unwritten(self):
        """A manager is named by who holds the post, which needs one person; who held it before does not matter."""
        field_map = Cadre.FieldMap.new_shipped("itrent-assignments")
        rows = ["Position Reference,Position Title,Personal Reference,Weekly Hours,Reporting Manager Reference"]
        rows += ["A,Head,E1,37,", "B,Shared,E2,18.5,E1", "B,Shared,E3,18.5,E1", "C,Vacant,,,E1", "D,Clerk,E4,37,E2", "F,Clerk,E5,37,E1"]
        before = read(field_map, {"assignments": to_bytes("\n".join(rows).encode())}).get_structure()
        for manager, expected in (("A", []), ("C", ["D"]), ("B", ["F"])):
            with self.subTest(manager):
                builder = Cadre.StructureBuilder.new_for_structure(before)
                builder.set_manager("F" if manager == "B" else "D", manager)
                feed = make_feed(field_map, before, builder.build(None, None))
                told = [(issue.get_code(), issue.get_origin(), issue.get_subject()) for issue in feed.get_issues()]
                self.assertEqual(
                    told,
                    [
                        (
                            "exchange.feed.unwritten",
                            "assignments: row 2, column Reporting Manager Reference",
                            f"line/{post}/management/{manager}",
                        )
                        for post in expected
                    ],
                )

    def test_errors(self):
        field_map, files = Cadre.FieldMap.new_shipped("esr-assignments"), load_files("esr-assignments")
        before = read(field_map, files).get_structure()
        builder = Cadre.StructureBuilder.new_for_structure(before)
        for identity in ("100008", "100009"):
            post = Cadre.Post(id=identity)
            post.set_title(None, "Nurse")
            builder.add(post)
            builder.set_manager(identity, "100001")
        feed = make_feed(field_map, before, builder.build(None, None))
        steps = list(feed)
        self.assertEqual([tell(s) for s in steps][2], "point-line line/100008/management/100001 assignments:4")
        table = "change_key;Row;Id;Error\n" + "".join(
            f"{key};{row};{identity};{text}\n"
            for key, row, identity, text in [
                (steps[3].get_key(), "", "", "No such supervisor"),
                ("", "4", "100008", "Locked"),
                ("", "", "100009", "Which one?"),
                ("0" * 32, "99", "100008/x", "Never heard of it"),
            ]
        )
        refusals = list(feed.read_errors(to_bytes(table), None, None))
        told = [
            (r.get_tie().value_nick, r.get_step() and tell(r.get_step()), r.get_text(), r.get_row()) for r in refusals
        ]
        self.assertEqual(
            told,
            [
                ("key", tell(steps[3]), "No such supervisor", 2),
                ("row", tell(steps[2]), "Locked", 3),
                ("none", None, "Which one?", 4),
                ("none", None, "Never heard of it", 5),
            ],
        )
        with self.assertRaises(GLib.Error) as caught:
            feed.read_errors(to_bytes("Colour\nred\n"), None, None)
        self.assertTrue(caught.exception.matches(Cadre.exchange_error_quark(), Cadre.ExchangeError.FORM))
        self.assertTrue(caught.exception.message.endswith("name them in the field map under feed, errors"))
        both = list(feed.read_errors(to_bytes("Row,Id,Error\n4,100009,No\n2,100008,Yes\n2,,No\n"), None, None))
        self.assertEqual([r.get_tie().value_nick for r in both], ["none", "row", "none"])
        self.assertEqual(tell(both[1].get_step()), tell(steps[0]))

    def test_in_full_only(self):
        field_map, files = Cadre.FieldMap.new_shipped("sap-om"), load_files("sap-om")
        structure = read(field_map, files).get_structure()
        feed = make_feed(field_map, structure, structure)
        with self.assertRaises(GLib.Error) as caught:
            feed.write(Cadre.Redaction.new(Cadre.RedactionLevel.CONSULTATION))
        self.assertTrue(caught.exception.matches(Cadre.exchange_error_quark(), Cadre.ExchangeError.REDACTION))
        self.assertEqual(caught.exception.message, "A change feed can only be written in full")
        with self.assertRaises(GLib.Error):
            feed.rehearse("no-such-table", files["objects"], None, None)

    def test_random(self):
        rng = random.Random(20260401)
        for name in SAMPLES:
            field_map, files = Cadre.FieldMap.new_shipped(name), load_files(name)
            before = read(field_map, files).get_structure()
            operations, moved = set(), 0
            for i in range(60):
                with self.subTest(name=name, i=i):
                    proposal = Proposal(name, before, rng)
                    after = proposal.make()
                    moved += proposal.moved
                    feed = make_feed(field_map, before, after)
                    operations |= {step.get_operation().value_nick for step in feed}
                    self.check_order(feed)
                    found = read(field_map, rehearse(feed, files)).get_structure()
                    self.assert_same(after, found, [tell(step) for step in feed])
            wanted = {"create-unit", "create-post", "change-post", "point-line"}
            if name != "itrent-assignments":
                wanted |= {"start-assignment", "end-assignment", "delimit-post"}
            if name not in WIDE:
                wanted |= {"delimit-unit", "end-line"}
            if name == "itrent-assignments":
                wanted |= {"start-assignment", "end-assignment"}
                self.assertGreater(moved, 60)
            self.assertLessEqual(wanted, operations, name)


tap.main("exchange_change_feed")
