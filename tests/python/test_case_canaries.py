#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a log tells of a person comes out at the full level only, of whatever kind the event is.

The cases are those of tests/data/matching. In each, every text of every event that is not one of a closed list is a canary of its own, and so
are the ids of persons, assignments and tokens. A day of the log counts as one where the case has it nowhere else.
"""

import json
import re
import unittest

import tap
from setting import ROOT, Cadre, GLib, to_bytes

CASES = sorted((ROOT / "tests" / "data" / "matching").glob("*.json"))
EVENTS = json.loads((ROOT / "docs/schema/log-1.schema.json").read_text(encoding="utf-8"))["$defs"]
LEVELS = [value for value in Cadre.RedactionLevel.__enum_values__.values() if value != Cadre.RedactionLevel.FULL]
KEY = GLib.Bytes.new(b"0123456789abcdef")
# What an event says in free words; the words of closed lists and the ids of posts and grades are not.
FREE = {"by", "note", "source", "evidence", "where", "panel", "verified-by", "against", "how", "advised-by", "reason"}
# What leads to a person.
IDS = {"assignment", "person", "for", "freed-for", "token"}
DAYS = {"from", "to", "day", "conditional-until"}
DAY = re.compile(r"^\d{4}(-\d\d(-\d\d)?)?$")
FULL, PURPOSE = Cadre.Redaction.new(Cadre.RedactionLevel.FULL), "to see what comes out"


def redactions():
    for level in LEVELS:
        for key in (None, KEY):
            redaction = Cadre.Redaction.new(level)
            redaction.set_pseudonym_key(key)
            yield f"{level.value_nick}{' with a key' if key else ''}", redaction


def strings(value):
    if isinstance(value, dict):
        for member in value.values():
            yield from strings(member)
    elif isinstance(value, list):
        for element in value:
            yield from strings(element)
    elif isinstance(value, str):
        yield value


def rename(value, names):
    """The same with other ids of persons and assignments."""
    if isinstance(value, dict):
        return {member: rename(found, names) for member, found in value.items()}
    if isinstance(value, list):
        return [rename(element, names) for element in value]
    return names.get(value, value) if isinstance(value, str) else value


def own_ids(document):
    for side in ("before", "after"):
        for kind in ("persons", "assignments"):
            for record in document[side].get(kind, []):
                yield record["id"]
    for event in document.get("log", []):
        yield from (event[member] for member in ("assignment", "person") if event.get("event") == "joiner" and member in event)


def add_canaries(document):
    """Fills every event, and gives what may come out at the full level only."""
    taken = {text for side in ("before", "after") for kind in ("posts", "organisations", "units") for record in document[side].get(kind, []) for text in [record["id"]]}
    names = {name: f"CANARY-{name}-id" for name in own_ids(document) if name not in taken}
    document = rename(document, names)
    rest = set(strings({member: value for member, value in document.items() if member != "log"}))
    canaries = set(names.values())
    for i, event in enumerate(document.get("log", [])):
        # A kind that the library does not know may hold anything.
        allowed = EVENTS.get(f"event-{event['event']}", {"properties": FREE})["properties"]
        for member in sorted(FREE & set(allowed)):
            event[member] = f"CANARY-{i}-{event['event']}-{member}"
        if event["event"] == "decided-outside":
            event["result"] = f"CANARY-{i}-result"
        for member in sorted(IDS & set(event)):
            if not event[member].startswith("CANARY"):
                event[member] = f"CANARY-{event[member]}-{member}"
        canaries |= {text for text in strings(event) if "CANARY" in text}
        canaries |= {event[member] for member in DAYS & set(event) if DAY.match(event[member]) and event[member] not in rest}
    return document, canaries


# What is only between a person and the employer, in the words of the reports.
BETWEEN = ("absent", "fixed term", "notice is", "notice has", "an appeal", "volunteer", "is refused", "agency", "would rather")
BETWEEN += ("trial has not", "a release", "legal duty is to be", "legal duty is met", "is suitable", "under a legal duty depends")


def crowd():
    """Several hold each post, so that what comes out is told by assignment; and every kind of event happens to somebody."""
    head = {"id": "h", "title": "Head", "employer": "c", "grade": "g1"}
    crew = {"title": "Crew", "employer": "c", "manager": "h", "grade": "g1", "establishment": 24}
    side = {
        "organisations": [{"id": "c", "name": "Council"}],
        "grade-scales": [{"id": "s"}],
        "grades": [{"id": "g1", "scale": "s", "rung": 1}],
    }
    desk = {"id": "desk", "title": "Desk", "employer": "c", "manager": "h", "grade": "g1", "establishment": 4}
    persons = [{"id": f"person{i:02}", "name": f"Name {i}"} for i in range(28)]
    held = [{"id": f"job{i:02}", "person": f"person{i:02}", "post": "old" if i < 24 else "desk"} for i in range(28)]
    held[20].update({"basis": "secondment", "home-organisation": "c", "valid-from": "2019-01-01"})
    held[21].update({"contract": "fixed-term", "valid-from": "2019-01-01", "valid-to": "2020-03-31"})
    at = (f"job{i:02}" for i in range(28))
    event = lambda kind, **members: {"event": kind, "date": "2020-02-01", **members}  # noqa: E731
    log = [
        event("judgement", before="old", after="new", head="duties", verdict="different"),
        event("grading", post="new", grade="g1", status="provisional"),
        event("result", post="new", assignment=next(at), result="not-appointed", stage="limited-competition"),
        event("decided-outside", assignment=next(at)),
        event("joiner", assignment="joined", person="newcomer", post="desk", **{"from": "2020-01-15"}),
        event("leaver", assignment=next(at), day="2020-02-11"),
        event("contract-changed", assignment=next(at), to="2020-03-12"),
        event("absence-started", assignment=next(at), day="2020-01-13"),
        event("absence-started", assignment="job04", day="2020-01-14"),
        event("absence-ended", assignment="job04", day="2020-01-21"),
        event("secondment-extended", assignment="job20", to="2020-12-24"),
        event("secondment-ended", assignment="job20", day="2020-12-23"),
        event("job-description-revised", post="new", side="after"),
        event("preference", assignment=next(at), posts=["new", "desk"]),
        event("interest", assignment=next(at), post="new", stage="limited-competition"),
        event("volunteer", assignment=next(at), what="redundancy"),
        event("volunteer-accepted", assignment="job07", **{"conditional-until": "2020-05-15"}),
        event("volunteer", assignment=next(at), what="redundancy"),
        event("volunteer-refused", assignment="job08"),
        event("volunteer", assignment=next(at), what="redundancy"),
        event("volunteer-withdrawn", assignment="job09"),
        event("score", assignment=next(at), post="new", score="61.5"),
        event("offer", assignment=next(at), post="new"),
        event("acceptance", about=23),
        event("offer", assignment=next(at), post="new"),
        event("refusal", about=25),
        event("trial-started", assignment=next(at), post="desk", to="2020-05-16"),
        event("trial-ended", about=27, succeeded=False),
        event("notice-issued", assignment=next(at), **{"from": "2020-02-17", "to": "2020-06-18"}),
        event("notice-issued", assignment=next(at), **{"from": "2020-02-18", "to": "2020-06-19"}),
        event("notice-withdrawn", about=30),
        event("redeployed", assignment=next(at)),
        event("token-granted", assignment=next(at), token="t1", right="statutory-priority", to="2021-07-20"),
        event("token-granted", assignment=next(at), token="t2", right="adjustment", to="2021-07-21"),
        event("token-ended", token="t2", day="2020-02-22"),
        event("suitability", assignment="job17", post="new", verdict="same"),
        event("appeal-lodged", assignment=next(at)),
        event("appeal-lodged", assignment="job18"),
        event("appeal-decided", about=38, upheld=False),
        event("policy-amended", policy="illustrative", parameter="slot.threshold", value=70),
        event("agreement", policy="illustrative", parameter="slot.threshold"),
        event("scope-changed", **{"in": ["desk"]}),
        event("told", assignment="job19"),
        event("route", assignment="job22", route="secondment"),
        event("decision", assignment="job23", outcome="displaced"),
        event("bump-consented", assignment="job22", **{"for": "job23"}),
        event("appeal-lodged", assignment="job23"),
    ]
    before = {**side, "id": "b", "as-of": "2020-01-01", "posts": [head, {**crew, "id": "old"}, desk], "persons": persons, "assignments": held}
    after = {**side, "id": "a", "as-of": "2020-06-30", "posts": [head, {**crew, "id": "new", "establishment": 9}, desk]}
    return {
        **{"cadre": "case", "version": 1, "id": "crowd", "before": before, "after": after},
        **{"policies": [{"name": "illustrative"}], "log": log},
    }


def run(document):
    return Cadre.Case.load_bytes(to_bytes(json.dumps(document)), None, None).run(None)


def tell(make):
    """The text and the data of a report, or the error that it is."""
    try:
        report = make()
    except GLib.Error as error:
        assert error.matches(Cadre.structure_error_quark(), Cadre.StructureError.REDACTION), error
        return error.message, False
    writer = Cadre.Writer.new_for_text()
    report.write(writer)
    writer.finish(None)
    return report.to_text(10000) + "\n" + writer.dup_text(), True


def reports(outcomes, redaction):
    """Everything that is said of a case, by what it is."""
    yield "outcomes", lambda: Cadre.Report.new_for_outcomes(outcomes, redaction, "en")
    yield "worklist", lambda: Cadre.Report.new_for_worklist(Cadre.Worklist.new(outcomes, None), redaction)
    for outcome in outcomes:
        yield "one outcome", lambda outcome=outcome: Cadre.Report.new_for_outcome(outcomes, outcome, redaction)
    forecast = Cadre.Forecast.new(outcomes, None)
    yield "forecast", lambda: Cadre.Report.new_for_forecast(forecast, None, redaction, None)
    yield "forecast of people", lambda: Cadre.Report.new_for_forecast(forecast, PURPOSE, redaction, None)
    yield "structure before", lambda: Cadre.Report.new_for_structure(outcomes.get_before(), redaction, "en")
    yield "diff", lambda: Cadre.Report.new_for_diff(outcomes.get_diff(), redaction, "en")


def written(case, redaction):
    try:
        return case.to_text(redaction)
    except GLib.Error as error:
        assert error.matches(Cadre.structure_error_quark(), Cadre.StructureError.REDACTION), error
        return error.message


class Canaries(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cases = {}
        documents = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in CASES}
        for name, document in {**documents, "crowd": crowd()}.items():
            document, canaries = add_canaries(document)
            cls.cases[name] = document, canaries, run(document)

    def test_every_kind_of_event_is_there(self):
        document, _, outcomes = self.cases["crowd"]
        kinds = {event["event"] for event in document["log"]}
        self.assertEqual([issue.get_code() for issue in outcomes.get_issues() if ".log.unknown" in issue.get_code()], [])
        self.assertEqual({name[len("event-") :] for name in EVENTS if name.startswith("event-")} - kinds, set())

    def test_they_can_be_seen_at_the_full_level(self):
        seen = set()
        for document, canaries, outcomes in self.cases.values():
            text = "".join(tell(make)[0] for _, make in reports(outcomes, FULL)) + outcomes.get_case().to_text(FULL)
            seen |= {canary.split("-", 2)[-1] for canary in canaries if canary in text}
            # All of them are in the case as it is written in full.
            self.assertEqual([canary for canary in canaries if canary not in text], [])
        self.assertGreater(len(seen), 50)

    def test_nothing_comes_out_below(self):
        n_told = 0
        for title, redaction in redactions():
            for name, (_, canaries, outcomes) in self.cases.items():
                for thing, make in reports(outcomes, redaction):
                    text, is_told = tell(make)
                    n_told += is_told
                    leaks = sorted(canary for canary in canaries if canary in text)
                    self.assertEqual(leaks, [], f"{thing} of {name} at {title}: {text}")
                text = written(outcomes.get_case(), redaction)
                self.assertEqual(sorted(canary for canary in canaries if canary in text), [], f"{name} at {title}")
        self.assertGreater(n_told, 1000)

    def test_what_is_between_a_person_and_the_employer(self):
        said = set()
        for title, redaction in [("full", FULL), *redactions()]:
            for name, (_, _, outcomes) in self.cases.items():
                text, is_told = tell(lambda: Cadre.Report.new_for_outcomes(outcomes, redaction, "en"))
                # A policy speaks of everybody, and an issue of the documents.
                sections = json.loads(text[text.index("\n{") :])["sections"] if is_told else []
                sections = [section for section in sections if section["id"] not in ("policies", "issues")]
                text = "\n".join(strings(sections)).lower()
                found = [words for words in BETWEEN if words in text]
                if redaction is FULL:
                    said |= set(found)
                else:
                    self.assertEqual(found, [], f"{name} at {title}: {text}")
        self.assertEqual(set(BETWEEN) - said, set())


tap.main("case-canaries")
