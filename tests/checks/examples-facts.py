#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails when an example document has lost a fact of its paper, refers to nothing, or names a person.

This reads the documents as plain JSON. What the library makes of them is the
business of other tests.
"""

import copy
import json
import pathlib
import re
import sys

import verdict

FOLDER = "examples/data/"
STRUCTURES = [
    "integrated-2011-after", "integrated-2011-before", "island-2003-after", "island-2003-before",
    "stockton-2007-after", "stockton-2007-before", "vale-2008-after", "vale-2008-before",
]
CASES_OF = {
    "stockton-2007-case": "stockton-2007",
    "stockton-2007-judged-case": "stockton-2007",
    "stockton-2007-staged-case": "stockton-2007",
    "vale-2008-case": "vale-2008",
}

# Which member of which rows holds ids of which other rows.
REFERENCES = {
    "organisations": {"tier-scale": "tier-scales"},
    "bodies": {"hosts": "organisations"},
    "agreements": {"parties": "organisations", "payer": "organisations"},
    "sites": {"organisation": "organisations", "area": "areas"},
    "area-parts": {"area": "areas", "part": "areas"},
    "tier-scales": {"organisation": "organisations"},
    "tier-equivalences": {"scale": "tier-scales", "other-scale": "tier-scales"},
    "grade-scales": {"organisation": "organisations"},
    "grades": {"scale": "grade-scales"},
    "grade-equivalences": {"grade": "grades", "other-grade": "grades"},
    "units": {"parent": "units", "organisations": "organisations", "site": "sites", "area": "areas"},
    "unit-parents": {"unit": "units", "parent": "units"},
    "posts": {
        "unit": "units", "manager": "posts", "employer": "organisations", "partners": "organisations",
        "grade": "grades", "site": "sites", "area": "areas",
    },
    "lines": {"post": "posts", "manager": "posts", "body": "bodies", "unit": "units", "agreement": "agreements"},
    "responsibilities": {"post": "posts", "function-id": "functions", "unit": "units"},
    "fundings": {"post": "posts", "funder": "organisations", "agreement": "agreements"},
    "statements": {"post": "posts"},
    "lineages": {"post": "posts"},
    "assignments": {
        "person": "persons", "post": "posts", "employer": "organisations", "home-organisation": "organisations",
        "home-assignment": "assignments", "agreement": "agreements", "professional-lead": "posts",
        "covers": "assignments",
    },
    "absences": {"assignment": "assignments"},
}  # fmt: skip

# An address, a telephone number, or a title in front of a name.
PERSONAL = re.compile(r"\S@\S|\b0\d{9,10}\b|\b\d{5} \d{6}\b|\b(Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\b\.? [A-Z]")


class Facts:
    """Asks one document, and notes what is not so."""

    def __init__(self, name, document):
        self.name, self.document, self.faults = name, document, []

    def rows(self, plural, **wanted):
        found = self.document.get(plural, [])
        wanted = {key.replace("_", "-"): value for key, value in wanted.items()}
        return [row for row in found if all(row.get(key) == value for key, value in wanted.items())]

    def row(self, plural, row_id):
        return next(iter(self.rows(plural, id=row_id)), {})

    def same(self, what, found, wanted):
        if found != wanted:
            self.faults.append(f"{self.name}: {what}: {found!r}, and the paper has {wanted!r}")

    def values(self, plural, member, **wanted):
        return sorted(row.get(member) for row in self.rows(plural, **wanted))

    def ids(self, plural, **wanted):
        return self.values(plural, "id", **wanted)

    def managed_by(self, post):
        return self.ids("posts", manager=post)


def positions(posts):
    return sum(post.get("establishment", 1) for post in posts)


def as_list(value):
    return value if isinstance(value, list) else [value]


def dangling(name, document):
    for plural, members in REFERENCES.items():
        for number, row in enumerate(document.get(plural, [])):
            for member, target in members.items():
                known = {other["id"] for other in document.get(target, [])}
                for text in as_list(row.get(member)):
                    if text not in (None, "none") and text not in known:
                        yield f"{name}: /{plural}/{number}/{member}: {text} is not in {target}"


def repeated(name, document):
    for plural, rows in document.items():
        if isinstance(rows, list) and rows and isinstance(rows[0], dict):
            ids = [row["id"] for row in rows if "id" in row]
            for row_id in sorted({i for i in ids if ids.count(i) > 1}):
                yield f"{name}: {plural} holds {row_id} twice"


def personal(name, document):
    for person in document.get("persons", []):
        if not re.fullmatch(r"person-\d\d", person["id"]) or {"name", "identifiers"} & set(person):
            yield f"{name}: a person is not pseudonymous"
        if not person.get("note", "").startswith("Invented"):
            yield f"{name}: {person['id']} is not marked as invented"
    for match in PERSONAL.finditer(json.dumps(document, ensure_ascii=False)):
        yield f'{name}: "{match.group(0)}" looks like personal data'


def no_invention(name, document):
    if document.get("grades") or any(post.get("grade") is not None for post in document["posts"]):
        yield f"{name}: holds a grade, and no paper states one"
    if any(row.get("share") is not None for row in document.get("fundings", [])):
        yield f"{name}: holds a share, and no paper states one"
    if any(key in post for post in document["posts"] for key in ("cost", "pay-min", "pay-max")):
        yield f"{name}: holds the cost of a post, and no paper states one"


def explained(name, document):
    for member in ("id", "title", "as-of", "language", "source", "licence", "notes"):
        if member not in document or document[member] in ("", []):
            yield f"{name}: does not say its {member}"
    for post in document["posts"]:
        if not post.get("source") and not post.get("note", "").startswith("Invented"):
            yield f"{name}: {post['id']} has no source and is not marked as invented"


def general_faults(name, document):
    for rule in (dangling, repeated, personal, no_invention, explained):
        yield from rule(name, document)


SENIOR = [
    "director-cesc", "head-operations", "head-performance", "head-school-effectiveness", "head-strategy",
    "head-support-services", "pct-chief-executive", "pct-director-operational-services", "pct-director-public-health",
]  # fmt: skip
DEFERRED = ["pct-director-operational-services", "pct-director-public-health"]
HEADS = ["head-operations", "head-school-effectiveness"]
UNDER_SCHOOLS = [
    "chief-adviser", "complex-needs-manager", "school-governor-support-manager", "sports-development-manager",
    "workforce-manager",
]  # fmt: skip
UNDER_OPERATIONS = [
    "cla-through-care-manager", "emergency-duty-manager", "isa-manager", "iyss-manager",
    "operations-safeguarding-manager",
]  # fmt: skip
UNDER_AREAS = [
    "early-intervention-manager", "extended-services-manager", "iyss-preventions-manager",
    "targeted-services-manager",
]  # fmt: skip
SLOTTED = {
    "chief-adviser": "existing-chief-adviser",
    "operations-safeguarding-manager": "service-manager-fieldwork",
    "workforce-manager": "existing-workforce-manager",
}
CHART_WORDS = {
    "chief-adviser": "Slotting in of existing post holder",
    "cla-through-care-manager": "EXISTING POST",
    "complex-needs-manager": "NEW POST",
    "emergency-duty-manager": "EXISTING POST",
    "head-performance": "No change",
    "head-support-services": "No change",
    "isa-manager": "NEW POSTS",
    "iyss-manager": "NEW POST",
    "operations-safeguarding-manager": "Slotting in of existing Service Manager(Fieldwork)",
    "pct-director-operational-services": "Subject to PCT reconfiguration",
    "pct-director-public-health": "Subject to PCT reconfiguration",
    "school-governor-support-manager": "EXISTING POST",
    "sports-development-manager": "EXISTING POST",
    "workforce-manager": "Slotting in of existing post holder",
}


def stockton_both(f):
    f.same(
        "employers",
        f.ids("organisations", tier_scale="sbc-tiers") + f.ids("organisations", tier_scale="ntpct-tiers"),
        ["sbc", "ntpct"],
    )
    f.same(
        "council tier 3 is PCT tier 4",
        f.values("tier-equivalences", "other-rung", scale="sbc-tiers", rung=3, other_scale="ntpct-tiers"),
        [4],
    )
    f.same("pay schemes", f.ids("grade-scales"), ["afc", "jnc-chief-officers", "njc", "soulbury"])
    f.same(
        "bodies",
        f.ids("bodies"),
        ["cabinet", "childrens-trust-board", "cmt", "council", "ctmt", "pct-board"],
    )
    f.same("senior boxes", [i for i in SENIOR if f.row("posts", i)], SENIOR)
    f.same("names of the Head of Operations", 1 + len(f.row("posts", "head-operations").get("aliases", [])), 3)
    f.same(
        "names of the trust",
        "North Tees Teaching PCT" in f.row("organisations", "ntpct").get("aliases", []),
        True,
    )
    f.same("the joint head", f.row("posts", "head-strategy").get("partners"), ["ntpct"])
    f.same(
        "funders of the joint head",
        f.values("fundings", "funder", post="head-strategy", share=None),
        ["ntpct", "sbc"],
    )
    f.same("tier of the joint head", f.row("posts", "head-strategy").get("tier"), 2)
    f.same("second employer's line", len(f.rows("lines", post="head-strategy", kind="joint-management")), 1)
    f.same("delegation", f.values("lines", "body", kind="delegated-from"), ["council", "pct-board"])
    stockton_secondees(f)


def stockton_secondees(f):
    seconded = f.rows("assignments", basis="secondment")
    f.same("secondees", len(seconded), 2)
    for row in seconded:
        f.same(
            "home and employer of a secondee",
            (row.get("home-organisation"), row.get("employer")),
            ("ntpct", "ntpct"),
        )
        manager = f.row("posts", row["post"]).get("manager")
        f.same("line manager of a secondee", f.row("posts", manager).get("employer"), "sbc")
        f.same(
            "professional lead of a secondee",
            f.row("posts", row.get("professional-lead")).get("employer"),
            "ntpct",
        )


def stockton_before(f):
    stockton_both(f)
    f.same("date", f.document["as-of"], "2007-02-07")
    f.same(
        "posts of those to be slotted in",
        [i for i in sorted(SLOTTED.values()) if f.row("posts", i).get("tier") == 3],
        sorted(SLOTTED.values()),
    )
    f.same(
        "functions of the director",
        f.values("responsibilities", "function-id", post=DEFERRED[0]),
        ["adult-operations", "cyp-operations-pct"],
    )
    f.same(
        "line of the Strategic Manager (Surestart)",
        f.values("lines", "unit", post="strategic-manager-surestart"),
        ["cesc"],
    )
    f.same("somebody acts up", len(f.rows("assignments", basis="acting")), 1)
    stockton_two_assignments(f)


def stockton_two_assignments(f):
    held = sorted(row["post"] for row in f.rows("assignments", person="person-19"))
    f.same("posts of the person with two", held, ["edt-senior-practitioner", "youth-preventions-manager"])


def stockton_after(f):
    stockton_both(f)
    stockton_third_tier(f)
    stockton_functions(f)
    stockton_areas(f)
    f.same("the post of two that stays", bool(f.row("posts", "edt-senior-practitioner")), True)
    f.same("the post of two that goes", f.row("posts", "youth-preventions-manager"), {})
    f.same("deferred", f.ids("posts", status="deferred"), DEFERRED)
    f.same(
        "deferred by",
        {p.get("decision-elsewhere") for p in f.rows("posts", status="deferred")},
        {"PCT reconfiguration"},
    )
    for head in HEADS:
        f.same(
            f"to whom {head} is accountable",
            f.values("lines", "body", post=head, kind="accountable-to"),
            ["cabinet", "pct-board"],
        )
    f.same(
        "links to adult services",
        f.values("lines", "post", kind="dotted", unit="adult-services"),
        ["head-performance", "head-support-services"],
    )
    team = f.managed_by("isa-manager")
    found = {i: (f.row("posts", i).get("establishment"), f.row("posts", i).get("tier")) for i in team}
    f.same("posts under each area manager", found, {i: (4, 4) for i in UNDER_AREAS})


def stockton_third_tier(f):
    f.same("under School Effectiveness", f.managed_by("head-school-effectiveness"), UNDER_SCHOOLS)
    f.same("under Operations", f.managed_by("head-operations"), UNDER_OPERATIONS)
    chart = [f.row("posts", i) for i in UNDER_SCHOOLS + UNDER_OPERATIONS]
    f.same("tiers in the charts", {post.get("tier") for post in chart}, {3})
    f.same("positions in the charts", positions(chart), 13)
    f.same("existing", positions(p for p in chart if p.get("status") == "existing"), 4)
    f.same(
        "slotting in",
        sorted(p["id"] for p in chart if p.get("declared-outcome") == "slotting-in"),
        sorted(SLOTTED),
    )
    f.same("new", positions(p for p in chart if p.get("status") == "new"), 6)
    f.same("area managers", f.row("posts", "isa-manager").get("establishment"), 4)
    f.same("who came from which", {r["post"]: r["predecessor"] for r in f.rows("lineages")}, SLOTTED)
    f.same(
        "under another title",
        f.values("lineages", "post", kind="renamed"),
        ["operations-safeguarding-manager"],
    )
    f.same("the 14th", f.row("posts", "strategic-manager-surestart").get("manager"), "head-strategy")
    for post in ("head-strategy", "strategic-manager-surestart"):
        f.same(
            f"whose the additional responsibilities of {post} are",
            f.row("posts", post).get("declared-words"),
            "Head of Strategy to remain. The additional responsibilities will be the management of "
            "Strategic Manager(Surestart)",
        )
    f.same("words", {i: f.row("posts", i).get("declared-words") for i in CHART_WORDS}, CHART_WORDS)


def stockton_functions(f):
    for function in ("cyp-operations-pct", "cyp-public-health"):
        f.same(f"who has {function}", f.values("responsibilities", "post", **{"function-id": function}), HEADS)
    for director in DEFERRED:
        f.same(f"what {director} keeps", len(f.rows("responsibilities", post=director)), 1)


def stockton_areas(f):
    parts = {(r["area"], r["part"], r["partial"]) for r in f.rows("area-parts", valid_from="2007-10")}
    f.same("areas", parts, {
        ("isa-north", "northern-partnership", False), ("isa-south", "eastern-partnership", False),
        ("isa-south", "western-partnership", False), ("isa-central-north", "central-partnership", True),
        ("isa-central-south", "central-partnership", True),
    })  # fmt: skip
    f.same("areas that cannot be static", len(f.rows("areas", fixed=False)), 4)


def vale_both(f, cost):
    directorate = f.row("units", "social-services").get("attributes", {})
    f.same("cost of the affected sections", directorate.get("yearly-cost-of-affected-sections"), cost)
    f.same("commitment", directorate.get("saving-commitment", "")[:8], "£100,000")
    f.same(
        "team-level entries",
        sum(p["attributes"]["level"] == "team" for p in f.rows("posts") if "attributes" in p),
        29,
    )
    f.same("the Welsh name", f.row("organisations", "vale").get("name", {}).get("cy"), "Cyngor Bro Morgannwg")
    f.same("nation", f.row("organisations", "vale").get("nation"), "wales")


def vale_before(f):
    vale_both(f, "£972,430")
    f.same("deleted", f.ids("posts", status="deleted"), ["om-commissioning"])
    f.same("number of operational managers", f.row("posts", "om-operational").get("establishment", 1), None)
    f.same("who is to be matched", f.values("assignments", "id", post="head-strategy"), ["assignment-02"])


VALE_UNITS = {
    "om-adult-care-planning": 5, "om-adult-integrated": 3, "om-adult-provider": 3, "om-children-care-planning": 3,
    "om-children-integrated": 3, "om-children-provider": 3, "po-business-services": 2,
}  # fmt: skip


def vale_after(f):
    vale_both(f, "£867,750")
    f.same(
        "heads",
        f.managed_by("director-social-services"),
        ["head-adult-services", "head-business-management", "head-childrens-services"],
    )
    f.same("entries under each manager", {i: len(f.managed_by(i)) for i in VALE_UNITS}, VALE_UNITS)
    f.same("the deleted post", f.row("posts", "om-commissioning"), {})
    f.same(
        "deputy",
        [(r["post"], r["manager"]) for r in f.rows("lines", kind="deputy")],
        [("head-business-management", "director-social-services")],
    )
    f.same(
        "commissioning goes to",
        f.values("responsibilities", "post", **{"function-id": "commissioning"}),
        ["head-adult-services", "head-childrens-services"],
    )
    f.same(
        "leads across the directorate",
        f.values("responsibilities", "post", role="leads", unit="social-services"),
        ["head-adult-services", "head-childrens-services"],
    )
    f.same(
        "management team",
        f.values("lines", "body", post="head-childrens-services"),
        ["learning-development-management-team"],
    )
    f.same("saving", f.row("units", "social-services")["attributes"].get("yearly-saving", "")[:8], "£104,680")
    f.same("who covers", f.values("assignments", "post", basis="acting"), ["head-childrens-services"])
    vale_joint_head(f)
    vale_line_that_changes(f)


def vale_joint_head(f):
    head = f.row("posts", "head-adult-services")
    f.same("years of the joint head", (head.get("valid-from"), head.get("valid-to")), ("2008", "2009"))
    f.same("employer of the joint head", head.get("employer", ""), None)
    f.same("partners of the joint head", head.get("partners"), ["lhb", "vale"])
    f.same(
        "funders of the joint head",
        f.values("fundings", "funder", post="head-adult-services", share=None),
        ["lhb", "vale"],
    )
    f.same("agreement", f.row("agreements", "joint-head-adult-services").get("kind"), "joint-post")
    f.same("preconditions", len(f.row("agreements", "joint-head-adult-services").get("conditions", [])), 5)
    f.same("outside", f.ids("posts", outside=True), ["lhb-commissioning-director"])
    f.same("the outside board", f.row("organisations", "lhb").get("outside"), True)


def vale_line_that_changes(f):
    rows = f.rows("lines", post="po-youth-offending")
    lines = [(r.get("unit", r.get("manager")), r.get("valid-from"), r.get("valid-to")) for r in rows]
    f.same(
        "line of the Principal Officer",
        lines,
        [
            ("chief-executives-department", "2008-01-23", "2009-01-22"),
            ("om-children-integrated", "2009-01-23", None),
        ],
    )
    f.same("no undated line beside it", "manager" in f.row("posts", "po-youth-offending"), False)


def island_before(f):
    f.same("structure since", f.row("units", "childrens-services").get("valid-from"), "1997")
    f.same("the director acts", f.values("assignments", "basis", post="strategic-director"), ["acting"])


def island_after(f):
    f.same(
        "sections",
        f.ids("units", kind="section", parent="childrens-services"),
        ["family-section", "looked-after-section", "quality-section"],
    )
    f.same(
        "the tripartite post",
        f.values("fundings", "funder", post="service-manager-looked-after", share=None),
        ["education", "health", "island-council"],
    )
    f.same(
        "teams by age",
        [i for i in ("lac-0-16", "lac-16-plus") if f.row("units", i)],
        ["lac-0-16", "lac-16-plus"],
    )
    f.same("grant", [bool(r.get("grant")) for r in f.rows("fundings", post="social-work-assistants")], [True])
    f.same("pilot", f.row("units", "pilot-team").get("attributes", {}).get("term"), "three years")
    f.same(
        "secondees from",
        f.values("assignments", "home-organisation", basis="secondment"),
        ["education", "health", "island-council"],
    )
    for team in ("lac-0-16", "lac-16-plus", "pilot-team"):
        f.same(
            f"template of {team}",
            sorted(p["title"] for p in f.rows("posts", unit=team) if "template" in p.get("attributes", {})),
            ["Deputising Team Manager", "Senior Practitioner"],
        )


def integrated_before(f):
    department = f.row("units", "childrens-services").get("attributes", {})
    f.same("budget", (department.get("budget"), department.get("budget-overspend")), ("£40.8m", "£2m"))
    f.same("director since", f.values("assignments", "valid-from", post="corporate-director"), ["2010-03"])
    f.same("out of scope", f.ids("units", outside=True), ["special-needs-transport"])


FIGURES = {
    "likely-loss": "12 FTE",
    "one-off-cost": "£120K",
    "saving-premises": "£100K a year",
    "saving-staffing": "£452K a year",
    "saving-total": "£552K a year",
    "staff-affected": "over 300",
}


def integrated_after(f):
    f.same("go-live", f.document["as-of"], "2011-10-31")
    department = f.row("units", "childrens-services").get("attributes", {})
    found = {key: department.get(key, "")[: len(text)] for key, text in FIGURES.items()}
    f.same("figures", found, FIGURES)
    f.same("one front door", bool(f.row("units", "front-door")), True)
    f.same(
        "prevention replaces",
        f.values("successions", "predecessor", successor="prevention-teams"),
        ["early-years", "youth-services"],
    )


FACTS = {
    "integrated-2011-after": integrated_after, "integrated-2011-before": integrated_before,
    "island-2003-after": island_after, "island-2003-before": island_before,
    "stockton-2007-after": stockton_after, "stockton-2007-before": stockton_before,
    "vale-2008-after": vale_after, "vale-2008-before": vale_before,
}  # fmt: skip


def structure_faults(name, document):
    facts = Facts(name, document)
    FACTS[name](facts)
    return list(general_faults(name, document)) + facts.faults


def without_head(document):
    return {key: value for key, value in document.items() if key not in ("cadre", "version")}


def case_links(case):
    """Every id that a case names beside its structures, with the rows it has to be in."""
    for row in case.get("mapping", []):
        yield row["before"], case["before"]["posts"]
        yield row["after"], case["after"]["posts"]
    for row in case.get("declared", []):
        if "assignment" in row:
            yield row["assignment"], case["before"]["assignments"]
        if "post" in row:
            yield row["post"], case["after"]["posts"] + case["before"]["posts"]
    for row in case.get("log", []):
        if row["event"] == "judgement":
            yield row["before"], case["before"]["posts"]
            yield row["after"], case["after"]["posts"]
    for row in case["after"].get("lineages", []):
        yield row["predecessor"], case["before"]["posts"]


INVENTED_GRADES = ["existing-workforce-manager", "locality-services-manager", "youth-preventions-manager",
                   "youth-service-manager"]  # fmt: skip


def without_inventions(half):
    """A structure of the staged case without its grades, which are invented and say so."""
    rest = {name: value for name, value in half.items() if name != "grades"}
    rest["notes"] = [note for note in half["notes"] if "are invented for this case" not in note]
    rest["posts"] = [{**post, "grade": None} if post["id"] in INVENTED_GRADES else post for post in half["posts"]]
    return rest


def staged_faults(case):
    """What the log of the stages has to go through."""
    kinds = [row["event"] for row in case["log"]]
    for kind in ("volunteer-accepted", "leaver", "grading", "result", "appeal-decided", "trial-ended", "decision"):
        if kind not in kinds:
            yield f"stockton-2007-staged-case: no {kind} in its log"
    if [row["date"] for row in case["log"]] != sorted(row["date"] for row in case["log"]):
        yield "stockton-2007-staged-case: the log is not in the order of its dates"
    for row in (grade for half in ("before", "after") for grade in case[half]["grades"]):
        if row.get("note") != "Invented.":
            yield f"stockton-2007-staged-case: {row['id']} does not say that it is invented"


def case_faults(name, case, documents):
    for half in ("before", "after"):
        if name == "stockton-2007-staged-case":
            case = {**case, half: without_inventions(case[half])}
        if case[half] != without_head(documents[f"{CASES_OF[name]}-{half}"]):
            yield f"{name}: its {half} is not that of {CASES_OF[name]}-{half}.json"
    for row_id, rows in case_links(case):
        if row_id not in {row["id"] for row in rows}:
            yield f"{name}: names {row_id}, which is not there"
    if case["policies"] != [{"name": "illustrative"}]:
        yield f"{name}: does not name the illustrative policy"


def matched_faults(case):
    pairs = [(row["before"], row["after"]) for row in case["mapping"]]
    if pairs != [("head-strategy", "head-business-management")]:
        yield "vale-2008-case: does not match the head of strategy to the new post"


JUDGED = ["competencies", "duties", "level", "purpose", "scope"]


def judged_faults(case):
    pairs = {(row["before"], row["after"]) for row in case["log"]}
    heads = sorted((row["after"], row["head"], row["verdict"]) for row in case["log"])
    wanted = sorted((post, head, "same") for post in SLOTTED for head in JUDGED)
    if pairs != {(before, after) for after, before in SLOTTED.items()} or heads != wanted:
        yield "stockton-2007-judged-case: does not judge the three pairs alike under every head"


def load(root):
    names = STRUCTURES + list(CASES_OF)
    return {name: json.loads(verdict.read(root, f"{FOLDER}{name}.json")) for name in names}


def check(root):
    documents = load(root)
    faults = [f for name in STRUCTURES for f in structure_faults(name, documents[name])]
    for name in CASES_OF:
        faults += case_faults(name, documents[name], documents)
    faults += judged_faults(documents["stockton-2007-judged-case"])
    faults += staged_faults(documents["stockton-2007-staged-case"])
    faults += matched_faults(documents["vale-2008-case"])
    if documents["stockton-2007-case"]["log"]:
        faults.append("stockton-2007-case: its log is not empty")
    return faults


def changed(root, name, change):
    """The example with one thing altered."""
    document = copy.deepcopy(load(root)[name])
    change(document)
    return {f"{FOLDER}{name}.json": json.dumps(document, ensure_ascii=False)}


def find(document, plural, row_id):
    return next(row for row in document[plural] if row.get("id") == row_id)


def wrong_trees(root):
    after, before, vale = "stockton-2007-after", "stockton-2007-before", "vale-2008-after"
    alter = lambda name, change: changed(root, name, change)
    post = lambda row_id, **values: lambda d: find(d, "posts", row_id).update(values)
    return [
        ("three area managers", alter(after, post("isa-manager", establishment=3)), "positions in the charts"),
        ("a status lost", alter(after, post("iyss-manager", status="existing")), "new: 5"),
        ("a line that dangles", alter(after, post("isa-manager", manager="nobody")), "nobody is not in posts"),
        ("a grade made up", alter(after, post("isa-manager", grade="po-3")), "holds a grade"),
        ("a person with a name", alter(before, lambda d: d["persons"][0].update(name="A")), "not pseudonymous"),
        ("a telephone number", alter(before, lambda d: d["notes"].append("01642 000000")), "personal data"),
        ("a share made up", alter(vale, lambda d: d["fundings"][0].update(share="1/2")), "holds a share"),
        ("a case that has drifted", alter(before, lambda d: d.update(title="Other")), "its before is not that"),
        ("a judgement lost", alter("stockton-2007-judged-case", lambda d: d["log"].pop()), "does not judge"),
        ("a leaver lost", alter("stockton-2007-staged-case", lambda d: d["log"].pop(2)), "no leaver in its log"),
        ("a log out of order", alter("stockton-2007-staged-case", lambda d: d["log"].reverse()), "order of its dates"),
        ("a team lost", alter(vale, lambda d: d["posts"].remove(find(d, "posts", "tm-mh"))), "team-level entries: 28"),
    ]  # fmt: skip


if __name__ == "__main__":
    top = pathlib.Path(sys.argv[1])
    files = [f"{FOLDER}{name}.json" for name in STRUCTURES + list(CASES_OF)]
    right = {name: verdict.read(top, name) for name in files}
    verdict.run(check, right, wrong_trees(top), "the examples hold the facts of the papers")
