#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Cases, policies, logs and outcomes from Python: the whole way of a real case, and the small ones."""

import datetime
import json
import tempfile
import unittest

import tap
from setting import DATA, ROOT, Cadre, Gio, GLib, data_file, load, load_text, to_bytes

try:
    import jsonschema
except ImportError:
    jsonschema = None

SEALED = json.loads((ROOT / "docs/schema/sealed-case-1.schema.json").read_text(encoding="utf-8"))
KIND = Cadre.OutcomeKind
ASSIGNMENT, POSITION = Cadre.OutcomeSubject.ASSIGNMENT, Cadre.OutcomeSubject.POSITION
DAY = datetime.date(2007, 4, 12)


def load_case(name):
    return Cadre.Case.load(data_file(name), None, None)


def run_small(name):
    """A case of tests/data/matching."""
    path = ROOT / "tests" / "data" / "matching" / f"{name}.json"
    return Cadre.Case.load(Gio.File.new_for_path(str(path)), None, None).run(None)


def make_case(before, after):
    case = Cadre.Case.new()
    case.set_before(load_text(before))
    case.set_after(load_text(after))
    case.add_policy(Cadre.Policy.new_illustrative())
    return case


ONE_HOLDER = (
    '"posts": [{"id": "a", "title": "Head"}, {"id": "b", "title": "Clerk", "manager": "a"}], '
    '"persons": [{"id": "p"}], "assignments": [{"id": "c", "person": "p", "post": "b"}]'
)


class TheRealCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.case = load_case("stockton-2007-case")
        cls.judged_case = load_case("stockton-2007-judged-case")
        cls.outcomes = cls.case.run(None)
        cls.judged = cls.judged_case.run(None)

    def test_the_case_holds_its_parts(self):
        self.assertEqual(self.case.get_id(), self.case.props.id)
        self.assertEqual(self.case.get_before().get_id(), "stockton-2007-before")
        self.assertEqual(self.case.get_after().get_id(), "stockton-2007-after")
        self.assertEqual(len(self.case.get_log()), 0)
        self.assertGreater(len(self.judged_case.get_log()), 0)
        self.assertEqual([policy.get_name() for policy in self.case.list_policies()], ["illustrative"])
        self.assertEqual(self.case.get_policy("sbc").get_name(), "illustrative")
        self.assertTrue(self.case.dup_notes())

    def test_every_assignment_and_every_position_has_one_outcome(self):
        for outcomes in (self.outcomes, self.judged):
            self.assertIsInstance(outcomes, Gio.ListModel)
            self.assertEqual(len(outcomes), outcomes.get_n_assignments() + outcomes.get_n_positions())
            # An outcome is in force for assignments of the structure before.
            before = [row.get_id() for row in outcomes.get_before().list_records(Cadre.RecordKind.ASSIGNMENT)]
            told = [outcome.get_assignment() for outcome in outcomes if outcome.get_subject() == ASSIGNMENT]
            self.assertEqual(sorted(told), sorted(before))
            counted = sum(outcomes.count(subject, kind) for subject in (ASSIGNMENT, POSITION) for kind in all_kinds())
            self.assertEqual(counted, len(outcomes))

    def test_every_outcome_has_reasons_that_have_words(self):
        codes = set(Cadre.reason_get_codes())
        for outcomes in (self.outcomes, self.judged):
            for outcome in outcomes:
                reasons = outcome.get_reasons()
                self.assertTrue(reasons)
                self.assertLessEqual(set(reasons), codes)
                self.assertTrue(all(map(outcome.has_reason, reasons)))
                self.assertFalse(outcome.has_reason("no.such-reason"))
                self.assertEqual(len(outcome.dup_sentences()), len(reasons))
                self.assertNotIn("{", " ".join(outcome.dup_sentences()))
                for fact in outcome.list_facts():
                    self.assertTrue(fact.get_name() and fact.get_text())
                    self.assertIsNotNone(outcome.get_fact(fact.get_name()))

    def test_what_is_looked_up_is_what_is_listed(self):
        for outcome in self.outcomes:
            if outcome.get_subject() == ASSIGNMENT:
                self.assertEqual(self.outcomes.find_assignment(outcome.get_assignment()), outcome)
            else:
                found = self.outcomes.find_position(outcome.get_post(), outcome.get_position())
                self.assertEqual(found, outcome)
            self.assertIn(outcome, list(self.outcomes.list_for_post(outcome.get_post() or outcome.get_post_before())))
        self.assertIsNone(self.outcomes.find_assignment("nobody"))
        self.assertIsNone(self.outcomes.find_position("nobody", 1))
        self.assertEqual(list(self.outcomes.list_for_person("nobody")), [])

    def test_two_contracts_of_one_person_end_differently(self):
        mine = self.judged.list_for_person("person-19")
        self.assertEqual([outcome.get_assignment() for outcome in mine], ["assignment-19", "assignment-28"])
        self.assertNotEqual(mine[0].get_kind(), mine[1].get_kind())
        self.assertEqual(mine[1].get_kind(), KIND.UNCHANGED)

    def test_the_log_decides_the_three_slots(self):
        slotted = [outcome for outcome in self.judged if outcome.get_kind() == KIND.SLOTTED]
        self.assertEqual(len(slotted), 3)
        self.assertEqual(self.outcomes.count(ASSIGNMENT, KIND.SLOTTED), 0)
        for outcome in slotted:
            undecided = self.outcomes.find_assignment(outcome.get_assignment())
            self.assertEqual(undecided.get_kind(), KIND.TO_BE_CHECKED)
            self.assertTrue(undecided.is_open() and undecided.get_open_questions())
            self.assertEqual(outcome.get_stage(), Cadre.Stage.SLOTTING_IN)
            self.assertEqual(outcome.get_declared(), Cadre.DeclaredOutcome.SLOTTING_IN)
            self.assertEqual(outcome.get_gap(), Cadre.OutcomeGap.AGREES)
            self.assertEqual(undecided.get_gap(), Cadre.OutcomeGap.UNVERIFIED)
            self.assertTrue(undecided.dup_gap_sentence())

    def test_two_directors_are_deferred(self):
        deferred = {outcome.get_post() for outcome in self.outcomes if outcome.get_kind() == KIND.DEFERRED}
        self.assertEqual(deferred, {"pct-director-operational-services", "pct-director-public-health"})

    def test_nobody_in_an_unchanged_post_is_at_risk(self):
        unchanged = [outcome for outcome in self.outcomes if outcome.get_kind() == KIND.UNCHANGED]
        self.assertGreater(len(unchanged), 0)
        self.assertEqual({outcome.get_rung() for outcome in unchanged}, {Cadre.Rung.NONE})

    def test_ring_fences(self):
        fences = self.judged.get_ring_fences()
        self.assertGreater(len(fences), 0)
        for fence in fences:
            self.assertEqual(self.judged.find_ring_fence(fence.get_id()), fence)
            members = fence.list_members()
            self.assertEqual(sum(map(fence.get_n_positions_of, fence.get_posts())), fence.get_n_positions())
            self.assertLessEqual(fence.get_n_open(), fence.get_n_positions())
            for member in members:
                self.assertIsNotNone(self.judged.find_assignment(member.get_assignment()))
                self.assertIsInstance(member.get_truth(), Cadre.Truth)
        self.assertIsNone(self.judged.find_ring_fence("nobody's"))

    def test_the_stamp_says_whose_policy_it_is_not(self):
        self.assertEqual(self.outcomes.dup_policy_names(), ["illustrative"])
        self.assertEqual(self.outcomes.dup_stamps(), [self.case.list_policies()[0].get_stamp()])
        self.assertIn("matching.policy.illustrative", self.outcomes.get_issues().dup_codes())

    def test_running_again_says_the_same(self):
        again = load_case("stockton-2007-case").run(None)
        self.assertEqual(list(again), list(self.outcomes))
        self.assertEqual([hash(outcome) for outcome in again], [hash(outcome) for outcome in self.outcomes])
        self.assertEqual(list(again.get_ring_fences()), list(self.outcomes.get_ring_fences()))
        self.assertNotEqual(list(self.judged), list(self.outcomes))

    def test_the_outcomes_outlive_the_case(self):
        outcomes = load_case("vale-2008-case").run(None)
        self.assertEqual(outcomes.get_case().get_before().get_id(), "vale-2008-before")
        self.assertGreater(len(outcomes.get_diff()), 0)


def all_kinds():
    return [KIND(value) for value in KIND.__enum_values__]


class Equality(unittest.TestCase):
    def test_results_are_equal_by_what_they_say(self):
        for make in (
            lambda: Cadre.Declaration.new("c", "b", Cadre.DeclaredOutcome.SLOTTING_IN, None, None),
            lambda: Cadre.LogEntry.new_grading(DAY, "panel", "b", "g7", Cadre.GradeStatus.FINAL),
            lambda: Cadre.Policy.new_illustrative().list_parameters()[0],
        ):
            one, same = make(), make()
            self.assertEqual(one, same)
            self.assertEqual(hash(one), hash(same))
            self.assertEqual(len({one, same}), 1)
            self.assertFalse(one != same)
            self.assertNotEqual(one, None)
            self.assertNotEqual(one, "c")

    def test_other_results_differ(self):
        slot = Cadre.Declaration.new("c", "b", Cadre.DeclaredOutcome.SLOTTING_IN, None, None)
        for other in (
            Cadre.Declaration.new("c", "b", Cadre.DeclaredOutcome.SLOTTING_IN, "words", None),
            Cadre.Declaration.new("c", None, Cadre.DeclaredOutcome.SLOTTING_IN, None, None),
            Cadre.LogEntry.new_grading(DAY, "panel", "b", "g7", Cadre.GradeStatus.FINAL),
        ):
            self.assertNotEqual(slot, other)

    def test_a_reading_that_differs(self):
        one = run_small("reading-conflict").get_reading_differences()
        same = run_small("reading-conflict").get_reading_differences()
        self.assertGreater(len(one), 0)
        self.assertEqual(list(one), list(same))
        for difference in one:
            first, fixpoint = difference.get_first_instance(), difference.get_fixpoint()
            self.assertEqual(first.get_assignment(), difference.get_assignment())
            self.assertNotEqual(first, fixpoint)


class Names(unittest.TestCase):
    """repr() says what it is, and no name of a person."""

    def test_of_everything(self):
        case = load_case("stockton-2007-judged-case")
        outcomes = case.run(None)
        fence = outcomes.get_ring_fences()[0]
        wanted = {
            case: r"<Cadre.Case stockton-2007.*>",
            outcomes: r"<Cadre.Outcomes stockton-2007.*: \d+ assignments, \d+ positions>",
            outcomes[0]: r"<Cadre.Outcome assignment assignment-01: unchanged, .*>",
            outcomes[0].list_facts()[0]: r"<Cadre.Fact [a-z-]+>",
            outcomes.get_diff(): r"<Cadre.Diff stockton-2007-before to stockton-2007-after: \d+ changes>",
            outcomes.get_diff()[0]: r"<Cadre.Change .+>",
            fence: r"<Cadre.RingFence ring-fence/.+: \d+ for \d+>",
            fence.list_members()[0]: r"<Cadre.RingFenceMember assignment-\d+: (true|false|unknown)>",
            case.list_policies()[0]: r"<Cadre.Policy illustrative>",
            case.list_policies()[0].list_parameters()[0]: r"<Cadre.PolicyParameter [a-z.-]+: .*>",
            case.get_log(): r"<Cadre.Log \d+ entries>",
            case.get_log()[0]: r"<Cadre.LogEntry judgement \d{4}-.*>",
            case.list_declarations()[0]: r"<Cadre.Declaration assignment-\d+: [a-z-]+>",
            outcomes.get_issues(): r"<Cadre.IssueList \d+ issues>",
        }
        for item, pattern in wanted.items():
            with self.subTest(cls=type(item).__name__):
                self.assertRegex(repr(item), f"^{pattern}$")
        self.assertEqual(str(outcomes[0]), outcomes[0].to_string())

    def test_who_judged_is_not_in_the_name_of_an_entry(self):
        entry = Cadre.LogEntry.new_grading(DAY, "Jo Bloggs", "b", "g7", Cadre.GradeStatus.FINAL)
        self.assertNotIn("Bloggs", repr(entry))


class MadeInPython(unittest.TestCase):
    def test_a_case_from_nothing(self):
        case = make_case(ONE_HOLDER, '"posts": [{"id": "a", "title": "Head"}]')
        case.set_id("mine")
        case.props.title = "A case of mine"
        case.set_decision_date(DAY)
        case.set_before_date(Cadre.Date(2007, 0, 0))
        self.assertEqual(case.get_decision_date(), DAY)
        self.assertEqual(case.props.before_date, Cadre.Date(2007, 0, 0))
        outcomes = case.run(None)
        self.assertEqual(outcomes.find_assignment("c").get_kind(), KIND.DISPLACED)
        self.assertEqual(outcomes.find_position("b", 1).get_kind(), KIND.DELETED)

    def test_an_event_in_the_log_changes_the_answer(self):
        case = make_case(ONE_HOLDER, ONE_HOLDER.replace('"id": "b", "title": "Clerk"', '"id": "b2", "title": "Clerk"')
                         .replace('"post": "b"', '"post": "b2"'))
        open_case = case.run(None).find_assignment("c")
        self.assertNotEqual(open_case.get_kind(), KIND.APPOINTED)
        log = Cadre.Log.new()
        log.append(Cadre.LogEntry.new_result(DAY, "panel", Cadre.Stage.LIMITED_COMPETITION, "b2", 1, "c", Cadre.Result.APPOINTED))
        case.set_log(log)
        decided = case.run(None).find_assignment("c")
        self.assertEqual((decided.get_kind(), decided.get_post_after()), (KIND.APPOINTED, "b2"))

    def test_a_pair_that_a_person_confirms(self):
        case = make_case('"posts": [{"id": "a"}]', '"posts": [{"id": "b"}]')
        case.add_pair(Cadre.Pair.new("a", "b", Cadre.LineageKind.CONTINUING, Cadre.PairBasis.CONFIRMED, None))
        self.assertEqual([pair.get_after() for pair in case.list_pairs()], ["b"])
        self.assertEqual(case.run(None).get_diff().get_mapping().get_same_after("a"), "b")

    def test_scope(self):
        case = make_case(ONE_HOLDER, '"posts": [{"id": "a", "title": "Head"}]')
        self.assertEqual(case.dup_scope(), [])
        case.set_scope(["a"])
        self.assertEqual(case.dup_scope(), ["a"])
        self.assertEqual(case.run(None).find_assignment("c").get_kind(), KIND.OUT_OF_SCOPE)
        case.set_scope(None)
        self.assertEqual(case.dup_scope(), [])

    def test_a_policy_of_ones_own(self):
        illustrative = Cadre.Policy.new_illustrative()
        own = Cadre.Policy.new_based_on(illustrative, "ours").with_employers(["sbc"])
        self.assertTrue(illustrative.is_illustrative())
        self.assertFalse(own.is_illustrative())
        self.assertEqual((own.get_name(), own.get_base(), own.dup_employers()), ("ours", "illustrative", ["sbc"]))
        parameter = next(p for p in own.list_parameters() if p.get_text().isdigit())
        changed = own.with_parameter(parameter.get_name(), str(int(parameter.get_text()) + 1), "4.2")
        self.assertEqual(changed.get_integer(parameter.get_name()), int(parameter.get_text()) + 1)
        self.assertEqual(changed.get_parameter(parameter.get_name()).get_clause(), "4.2")
        self.assertTrue(own.get_parameter(parameter.get_name()).is_inherited())
        self.assertFalse(changed.get_parameter(parameter.get_name()).is_inherited())
        self.assertIsNone(own.get_parameter("no such parameter"))


class Logs(unittest.TestCase):
    def entries(self):
        yield Cadre.LogEntry.new_judgement(DAY, "panel", "b", "c", Cadre.JudgedHead.LEVEL, Cadre.Verdict.SAME, "minutes")
        yield Cadre.LogEntry.new_judgement_percent(DAY, "panel", "b", "c", Cadre.JudgedHead.DUTIES, 80, None)
        yield Cadre.LogEntry.new_grading(DAY, None, "b", "g7", Cadre.GradeStatus.FINAL)
        yield Cadre.LogEntry.new_result(None, None, Cadre.Stage.LIMITED_COMPETITION, "c", 2, "a1", Cadre.Result.NOT_APPOINTED)
        yield Cadre.LogEntry.new_decided_outside(Cadre.Date(2007, 5, 0), "board", "d", None, "the board", "later")

    def test_written_and_read(self):
        log = Cadre.Log.new()
        for entry in self.entries():
            log.append(entry)
        again = Cadre.Log.load_bytes(to_bytes(log.to_text()), None, None)
        self.assertEqual(list(again), list(log))
        self.assertEqual(list(again), list(self.entries()))
        self.assertEqual([entry.get_kind() for entry in again], [Cadre.LogKind(kind) for kind in (1, 1, 2, 3, 4)])
        self.assertEqual((again[0].get_date(), again[1].get_percent(), again[4].get_date()), (DAY, 80, Cadre.Date(2007, 5, 0)))

    def test_saved_and_loaded(self):
        log = load_case("stockton-2007-judged-case").get_log()
        with tempfile.TemporaryDirectory() as folder:
            file = Gio.File.new_for_path(f"{folder}/log.jsonl")
            log.save(file, None)
            self.assertEqual(list(Cadre.Log.load(file, None, None)), list(log))


class SealedCases(unittest.TestCase):
    """Each line of a seal obeys the published schema, and what is no such line does not."""

    @classmethod
    def setUpClass(cls):
        cls.outcome = SEALED["$defs"]["outcome"]

    def test_the_schema_has_the_words_of_the_library(self):
        for member, words in (("outcome", KIND), ("stage", Cadre.Stage), ("rung", Cadre.Rung)):
            with self.subTest(member):
                nicks = [value.value_nick for value in words.__enum_values__.values()]
                self.assertEqual(self.outcome["properties"][member]["enum"], nicks)

    @unittest.skipUnless(jsonschema, "python3-jsonschema is not there")
    def test_every_line_obeys(self):
        validator = jsonschema.Draft202012Validator(SEALED)
        paths = sorted((ROOT / "tests" / "data" / "matching").glob("*.json")) + [DATA / "stockton-2007-judged-case.json"]
        n = 0
        for path in paths:
            with self.subTest(path.name):
                case = Cadre.Case.load(Gio.File.new_for_path(str(path)), None, None)
                lines = Cadre.SealedCase.new(case.run(None)).to_text().split("\n")
                head = json.loads(lines[0])
                for line in lines[: head["lines"] + 1]:
                    validator.validate(json.loads(line))
                    n += 1
                self.assertEqual(json.loads("\n".join(lines[head["lines"] + 1 :]))["cadre"], "case")
        self.assertGreater(n, 1000)

    @unittest.skipUnless(jsonschema, "python3-jsonschema is not there")
    def test_what_is_refused(self):
        jsonschema.Draft202012Validator.check_schema(SEALED)
        validator = jsonschema.Draft202012Validator(SEALED)
        lines = Cadre.SealedCase.new(run_small("ring-fence")).to_text().split("\n")
        head, outcome = json.loads(lines[0]), json.loads(lines[1])
        self.assertTrue(validator.is_valid(head) and validator.is_valid(outcome))
        for title, line in (
            ("no hash", {k: v for k, v in head.items() if k != "rules"}),
            ("half a hash", {**head, "case": head["case"][:32]}),
            ("another kind", {**head, "cadre": "case"}),
            ("another version", {**head, "version": 2}),
            ("less than no lines", {**head, "lines": -1}),
            ("an unknown outcome", {**outcome, "outcome": "dismissed"}),
            ("an unknown member", {**outcome, "person": "p1"}),
            ("a position of no post", {**outcome, "position": 1}),
            ("of nobody", {k: v for k, v in outcome.items() if k != "assignment"}),
            ("a reason in words", {**outcome, "reasons": ["Because."]}),
            ("half a fact", {**outcome, "facts": [["post"]]}),
        ):
            with self.subTest(title):
                self.assertFalse(validator.is_valid(line))


class ASuggestedAllocation(unittest.TestCase):
    def test_places_as_many_as_can_be_and_proves_it(self):
        allocation = run_small("allocation").suggest_allocation(Cadre.Stage.WIDER_COMPETITION, None)
        people = range(allocation.get_n_candidates())
        self.assertEqual([allocation.get_assignment(i) for i in people], ["a1", "a2"])
        self.assertEqual([allocation.get_post(i) for i in people], ["vb", "va"])
        self.assertEqual([allocation.get_preference(i) for i in people], [2, 0])
        self.assertIn("No decision", allocation.get_notice())
        self.assertTrue(allocation.check())
        left = allocation.get_matching().get_prices(Cadre.BipartiteSide.LEFT)
        right = allocation.get_matching().get_prices(Cadre.BipartiteSide.RIGHT)
        self.assertEqual(sum(left) + sum(right), allocation.get_matching().get_cost())

    def test_leaves_ties_to_people(self):
        allocation = run_small("allocation-tied").suggest_allocation(Cadre.Stage.WIDER_COMPETITION, None)
        self.assertEqual([allocation.is_tied(i) for i in range(2)], [True, True])
        self.assertEqual(allocation.count_proposals(), 0)
        self.assertEqual(allocation.dup_posts(), ["va", "vb"])


class Errors(unittest.TestCase):
    def assert_error(self, code, call, *arguments):
        with self.assertRaises(GLib.Error) as caught:
            call(*arguments)
        self.assertTrue(caught.exception.matches(Cadre.MatchingError.quark(), code), caught.exception)

    def test_of_every_kind(self):
        error = Cadre.MatchingError
        policy = Cadre.Policy.new_illustrative()
        nameless = make_case('"posts": []', '"posts": []')
        without = Cadre.Case.new()
        without.set_before(nameless.get_before())
        without.set_after(nameless.get_after())
        half = Cadre.Case.new()
        half.add_policy(policy)
        half.set_before(nameless.get_before())
        self.assert_error(error.NO_POLICY, without.run, None)
        self.assert_error(error.INCOMPLETE, half.run, None)
        self.assert_error(error.PARAMETER, policy.with_parameter, "no such parameter", "1", None)
        wrong = to_bytes('{"cadre": "case", "version": 1, "before": []}')
        self.assert_error(error.FORM, Cadre.Case.load_bytes, wrong, None, None)

    def test_of_other_layers_pass_through(self):
        with self.assertRaises(GLib.Error) as caught:
            Cadre.Case.load(Gio.File.new_for_path(str(DATA / "nobody.json")), None, None)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.NOT_FOUND))
        with self.assertRaises(GLib.Error) as caught:
            Cadre.Case.load(data_file("stockton-2007-before"), None, None)
        self.assertTrue(caught.exception.matches(Cadre.DocumentError.quark(), Cadre.DocumentError.KIND))

    def test_nobody_is_suggested_for_limited_competition(self):
        wanted = Cadre.MatchingError.COMPETITION
        outcomes = run_small("two-claimants")
        self.assert_error(wanted, outcomes.suggest_allocation, Cadre.Stage.LIMITED_COMPETITION, None)

    def test_cancelled(self):
        cancelled = Gio.Cancellable()
        cancelled.cancel()
        with self.assertRaises(GLib.Error) as caught:
            load_case("vale-2008-case").run(cancelled)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))


tap.main("matching")
