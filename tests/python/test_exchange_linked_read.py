#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Linked data into structures: what was written comes back as far as the vocabulary goes, and others are understood."""

import json
import unittest

import tap
from full import full_structure
from setting import DATA, FULL, Cadre, Gio, GLib, load, load_text, to_bytes

try:
    import rdflib
except ImportError:
    rdflib = None

JSON_LD, TURTLE = Cadre.LinkedFormat.JSON_LD, Cadre.LinkedFormat.TURTLE
FORMATS = {JSON_LD: "json-ld", TURTLE: "turtle"}
PAPERS = sorted(
    path.stem for path in DATA.glob("*.json") if json.loads(path.read_text(encoding="utf-8"))["cadre"] == "structure"
)
HEAD = ("id", "title", "as-of", "language", "source", "licence", "notes")
DATED = ("valid-from", "valid-to")
REMARKS = ("note", "source")
HELD = {
    "organisations": ("id", "name", "aliases", "identifiers", "kind", *DATED, *REMARKS),
    "bodies": ("id", "name", "aliases", "kind", "hosts", *DATED, *REMARKS),
    "sites": ("id", "name", "organisation", *REMARKS),
    "units": ("id", "name", "aliases", "kind", "parent", "organisations", "site", *DATED, *REMARKS),
    "posts": ("id", "title", "aliases", "unit", "employer", *DATED, *REMARKS),
    "lines": ("post", "kind", "manager", "body", "unit"),
    "persons": ("id", "name", "identifiers", *REMARKS),
    "assignments": ("id", "person", "post", "employer", "basis", *DATED, *REMARKS),
    "successions": ("kind", "predecessor", "successor", "rule", *DATED, *REMARKS),
}

try:
    Cadre.linked_read(to_bytes("<a> <b> <c> ."), TURTLE, None, None, None)
    HAS_TURTLE = True
except GLib.Error as error:
    HAS_TURTLE = not error.matches(Cadre.exchange_error_quark(), Cadre.ExchangeError.UNSUPPORTED)
READABLE = {kind: name for kind, name in FORMATS.items() if kind == JSON_LD or HAS_TURTLE}


def read(text, kind=JSON_LD, base=None, limits=None):
    text = text if isinstance(text, (bytes, str)) else json.dumps(text)
    return Cadre.linked_read(to_bytes(text), kind, base, limits, None)


def write(structure, kind, base=None):
    return Cadre.linked_write(structure, kind, base, FULL, None).get_bytes(0).get_data()


def members_of(structure):
    return json.loads(structure.to_text(FULL))


def codes_of(result):
    issues = result.get_issues()
    return {code: issues.get_count(code) for code in issues.dup_codes()}


def in_force(row, date):
    return not date or not (
        (row.get("valid-from") or date)[: len(date)] > date[: len(row.get("valid-from") or date)]
        or (row.get("valid-to") or date)[: len(date)] < date[: len(row.get("valid-to") or date)]
    )


def lines_of(document):
    """With those that stand in posts, and without those that end nowhere or at another time."""
    lines = [{"post": post["id"], "manager": post["manager"]} for post in document.get("posts", []) if "manager" in post]
    for line in lines + document.get("lines", []):
        ends = [line.get(end) for end in ("manager", "body", "unit")]
        if any(end not in (None, "none") for end in ends) and in_force(line, document.get("as-of")):
            yield line


def held_part(document):
    """What the vocabulary can hold of a structure: worked out from the document, and not by the library."""
    employers = {post["id"]: post.get("employer") for post in document.get("posts", [])}
    part = {name: document[name] for name in HEAD if document.get(name)}
    for plural, fields in HELD.items():
        rows = []
        for row in lines_of(document) if plural == "lines" else document.get(plural, []):
            kept = {name: row[name] for name in fields if row.get(name) not in (None, "none", [])}
            if plural == "assignments" and kept.get("employer") == employers.get(kept.get("post")):
                kept.pop("employer", None)
            rows.append(kept)
        if rows:
            part[plural] = sorted(rows, key=json.dumps)
    return part


class Reading(unittest.TestCase):
    maxDiff = None

    def check_round_trip(self, structure, base=None):
        expected = held_part(members_of(structure))
        for kind in READABLE:
            result = read(write(structure, kind, base), kind, base)
            self.assertEqual(codes_of(result), {})
            back = members_of(result.get_structure())
            self.assertEqual(held_part(back), expected)
            # Nothing else is there, and it is the same once more.
            self.assertLessEqual(set(back), {"cadre", "version", *HEAD, *HELD})
            self.assertEqual(write(result.get_structure(), kind, base), write(structure, kind, base))

    def test_papers(self):
        self.assertGreaterEqual(len(PAPERS), 8)
        for name in PAPERS:
            with self.subTest(name):
                self.check_round_trip(load(name))

    def test_every_field(self):
        self.check_round_trip(full_structure())
        self.check_round_trip(full_structure(first="cy", second="en-GB"), "https://example.org/x?y=")
        self.check_round_trip(full_structure(text='{}"\\\n\r\t\x01\x7f\u2028\U0001f600', id="../<{}>\n%2F\u00e9"))

    @unittest.skipIf(rdflib is None, "rdflib is not there")
    def test_as_others_write_it(self):
        """Written anew by rdflib, with other names for blank nodes and in another order."""
        structures = [load("stockton-2007-after"), full_structure(), full_structure(text='{} \\"\n\U0001f600')]
        for structure in structures:
            expected = held_part(members_of(structure))
            graph = rdflib.Graph().parse(data=write(structure, TURTLE), format="turtle")
            texts = {
                "flat": (JSON_LD, graph.serialize(format="json-ld", auto_compact=False)),
                "compact": (JSON_LD, graph.serialize(format="json-ld", auto_compact=True)),
                "vocab": (JSON_LD, graph.serialize(format="json-ld", context={"@vocab": "http://www.w3.org/ns/org#"})),
                "turtle": (TURTLE, graph.serialize(format="turtle")),
                "triples": (TURTLE, graph.serialize(format="nt")),
            }
            for name, (kind, text) in texts.items():
                if kind not in READABLE:
                    continue
                with self.subTest(name):
                    result = read(text, kind)
                    self.assertEqual(codes_of(result), {})
                    back = held_part(members_of(result.get_structure()))
                    for rows in (expected, back):
                        for row in [row for plural in HELD for row in rows.get(plural, [])] + [rows]:
                            for field in ("aliases", "identifiers", "notes", "hosts", "organisations"):
                                if isinstance((row.get(field) or [None])[0], str):
                                    row[field].sort()
                    self.assertEqual(back, expected)

    def test_counts(self):
        result = read(write(load("stockton-2007-after"), JSON_LD))
        document = members_of(load("stockton-2007-after"))
        others = ("organisations", "bodies", "sites", "units", "persons", "successions")
        fates = [result.get_n_rows_with_fate(fate) for fate in range(5)]
        self.assertEqual(
            fates,
            [len(document["posts"]), 0, len(document["assignments"]), sum(len(document.get(name, [])) for name in others) + 1, 0],
        )
        self.assertEqual(result.get_n_rows(), sum(fates))

    def test_many(self):
        """As many brackets one after the other as there are people."""
        posts = [{"id": f"p{number}"} for number in range(500)]
        held = [{"id": f"a{number}", "person": "p", "post": f"p{number}", "valid-from": "2020"} for number in range(500)]
        members = json.dumps({"posts": posts, "persons": [{"id": "p"}], "assignments": held})
        self.check_round_trip(load_text(members[1:-1]))

    def test_another_base(self):
        """Under another base the IRIs are the ids."""
        text = write(load_text('"posts": [{"id": "a", "unit": "u"}], "units": [{"id": "u"}]'), JSON_LD)
        structure = read(text, base="https://example.org/").get_structure()
        self.assertEqual(structure.find_post("urn:cadre:post:a").get_unit(), "urn:cadre:unit:u")

    def test_foreign(self):
        """With terms, aliases, nesting, inverse properties, and no types where they follow."""
        document = {
            "@context": {
                "@vocab": "http://www.w3.org/ns/org#",
                "@base": "https://example.org/",
                "@language": "en",
                "skos": "http://www.w3.org/2004/02/skos/core#",
                "label": "skos:prefLabel",
                "id": "@id",
                "type": "@type",
                "reportsTo": {"@type": "@id"},
                "names": {"@id": "label", "@container": "@language"},
                "people": {"@reverse": "http://www.w3.org/ns/org#holds"},
                "nothing": None,
            },
            "id": "council",
            "type": ["FormalOrganization", "Organization"],
            "label": "Council",
            "nothing": "left out",
            "hasPost": [
                {"id": "head", "label": {"@value": "Head"}, "heldBy": {"http://xmlns.com/foaf/0.1/name": [{"@value": "H", "@language": None}]}},
                {"id": "clerk", "names": {"en": "Clerk", "cy": ["Clerc"]}, "reportsTo": "head", "people": [{"id": "p"}]},
            ],
            "hasUnit": {"@set": [{"id": "unit", "hasPost": "x", "hasUnit": {"id": "team", "label": "Team"}}]},
            "hasSite": {"id": "hall", "type": "Site", "label": "Hall"},
            "identifier": {"@value": 12},
        }
        result = read(document)
        structure = result.get_structure()
        name = "https://example.org/{}".format
        self.assertEqual(structure.find_organisation(name("council")).get_identifiers(), ["12"])
        self.assertEqual(structure.find_post(name("head")).get_employer(), name("council"))
        self.assertEqual(structure.find_post(name("clerk")).get_title("cy"), "Clerc")
        self.assertEqual(structure.find_unit(name("team")).get_parent(), name("unit"))
        self.assertEqual(structure.find_unit(name("unit")).get_organisations(), [name("council")])
        self.assertEqual(structure.find_record(Cadre.RecordKind.SITE, name("hall")).get_organisation(), name("council"))
        lines = [(line.get_post(), line.get_manager()) for line in structure.list_records(Cadre.RecordKind.LINE)]
        self.assertEqual(lines, [(name("clerk"), name("head"))])
        people = [person.get_name() for person in structure.list_records(Cadre.RecordKind.PERSON)]
        self.assertEqual(people, ["H"])
        held = {(item.get_post(), item.get_person()) for item in structure.list_records(Cadre.RecordKind.ASSIGNMENT)}
        self.assertEqual(held, {(name("head"), "_:1"), (name("clerk"), name("p"))})
        # The name that is taken away, and a post that is no IRI.
        self.assertEqual(codes_of(result), {"exchange.linked.unknown-name": 1, "exchange.linked.no-place": 1})

    @unittest.skipUnless(HAS_TURTLE, "built without serd")
    def test_foreign_turtle(self):
        result = read(
            """
            @prefix org: <http://www.w3.org/ns/org#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix time: <http://www.w3.org/2006/time#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @base <http://example.org/> .
            <c> a org:Organization ; rdfs:label "Council"@en, "Cyngor"@cy, "Kernow"@kw ; org:hasSubOrganization <d> .
            <u> org:unitOf <c> . # a unit, though nothing says so
            [] a org:Membership ; org:member <p> ; org:organization <c> ; org:role <r> ;
              org:memberDuring [ time:hasBeginning [ time:inXSDDateTime "2008-11-17T00:00:00"^^xsd:dateTime ] ] .
            <e> a org:ChangeEvent ; org:originalOrganization <a>, <b> ; org:resultingOrganization <c> .
            <x> <http://example.org/y> "z" , <w> .
            """,
            TURTLE,
        )
        structure = result.get_structure()
        council = structure.find_organisation("http://example.org/c")
        self.assertEqual([council.get_name(language) for language in ("en", "cy", "kw")], ["Council", "Cyngor", "Kernow"])
        self.assertEqual(structure.find_unit("http://example.org/u").get_organisations(), ["http://example.org/c"])
        (held,) = structure.list_records(Cadre.RecordKind.ASSIGNMENT)
        self.assertEqual((held.get_id(), held.get_employer()), (None, "http://example.org/c"))
        self.assertEqual(held.get_period().to_string(), "2008-11-17/..")
        pairs = {(item.get_predecessor()[-1], item.get_successor()[-1]) for item in structure.list_records(Cadre.RecordKind.SUCCESSION)}
        self.assertEqual(pairs, {("a", "c"), ("b", "c")})
        # An organisation below another, a role, and what nobody knows.
        self.assertEqual(codes_of(result), {"exchange.linked.no-place": 2, "exchange.linked.unknown-node": 1})
        self.assertEqual(result.get_n_rows_with_fate(Cadre.RowFate.ISSUE), 1)

    def test_said_twice(self):
        node = {"@id": "x:a", "@type": "http://www.w3.org/ns/org#Post", "http://www.w3.org/ns/org#reportsTo": {"@id": "x:b"}}
        result = read([node, node, {"@graph": [node]}])
        self.assertEqual(result.get_structure().get_n_records(Cadre.RecordKind.LINE), 1)
        self.assertEqual(codes_of(result), {})

    def test_values_of_other_forms(self):
        org = "http://www.w3.org/ns/org#"
        label = "http://www.w3.org/2004/02/skos/core#prefLabel"
        cases = {
            "two names": ({label: ["a", "b"]}, {"exchange.linked.more-values": 1}),
            "two employers": ({f"{org}postIn": [{"@id": "x:a"}, {"@id": "x:b"}]}, {"exchange.linked.more-values": 1}),
            "a name that is an IRI": ({label: {"@id": "x:a"}}, {"exchange.linked.bad-value": 1}),
            "a place that is a text": ({f"{org}postIn": "a"}, {"exchange.linked.no-place": 1}),
            "a day that is none": ({"http://schema.org/validFrom": "May"}, {"exchange.linked.bad-value": 1}),
            "a list": ({label: {"@list": ["a"]}}, {"exchange.linked.json-ld": 1}),
            "another property": ({"http://example.org/pay": 3}, {"exchange.linked.no-place": 1}),
            "a name of no IRI": ({"pay": 3}, {"exchange.linked.unknown-name": 1}),
            "an object as a text": ({label: {"@value": {}}}, {"exchange.linked.json-ld": 1}),
            "a type that is a number": ({"@type": [1, f"{org}Post"]}, {"exchange.linked.json-ld": 1}),
            "a reverse that is a text": ({"@reverse": "x"}, {"exchange.linked.json-ld": 1}),
            "an unknown keyword": ({"@nest": {}}, {"exchange.linked.json-ld": 1}),
            "the same name in two languages": (
                {label: [{"@value": "a", "@language": "cy"}, {"@value": "b", "@language": "cy"}]},
                {"exchange.linked.more-values": 1},
            ),
        }
        for name, (members, codes) in cases.items():
            with self.subTest(name):
                result = read({"@id": "x:p", "@type": f"{org}Post", **members})
                self.assertEqual(codes_of(result), codes)
                self.assertEqual(result.get_structure().get_n_records(Cadre.RecordKind.POST), 1)
                issue = result.get_issues().get_issue(0)
                self.assertNotIn("May", issue.get_message())

    def fails(self, text, domain, code, message, **options):
        with self.assertRaises(GLib.Error) as caught:
            read(text, **options)
        self.assertTrue(caught.exception.matches(domain, code), caught.exception)
        self.assertIn(message, caught.exception.message)

    def test_remote_contexts(self):
        remote = "https://schema.org/"
        for context in (remote, [{}, remote], {"@import": remote}, [[], remote]):
            for document in ({"@context": context}, {"x:a": {"@context": context}}, [[{"@context": context}]]):
                if isinstance(document, dict) and "x:a" in document:
                    document = {"http://x/y": document["x:a"], "@id": "x:b"}
                with self.subTest(json.dumps(document)):
                    self.fails(document, Cadre.exchange_error_quark(), Cadre.ExchangeError.UNSUPPORTED, "nothing is fetched")

    def test_hostile_json(self):
        domain = Cadre.document_error_quark()
        self.fails("", domain, Cadre.DocumentError.SYNTAX, "Line 1")
        self.fails('{"@id": "a"', domain, Cadre.DocumentError.SYNTAX, "Line 1")
        self.fails('[{"@id": "\\ud800"}]', domain, Cadre.DocumentError.ENCODING, "a surrogate stands alone")
        self.fails("[" * 100000, domain, Cadre.DocumentError.LIMIT_DEPTH, "deep")
        self.fails(
            [{"@context": [{}] * 1000}], Cadre.exchange_error_quark(), Cadre.ExchangeError.FORM, "More than 256 contexts"
        )
        limits = Cadre.Limits.new_bounded()
        limits.set_max_items(10)
        self.fails([1] * 20, domain, Cadre.DocumentError.LIMIT_ITEMS, "10", limits=limits)
        limits = Cadre.Limits.new_bounded()
        limits.set_max_rows(2)
        posts = [{"@id": f"x:{number}", "@type": "http://www.w3.org/ns/org#Post"} for number in range(3)]
        domain, code = Cadre.structure_error_quark(), Cadre.StructureError.LIMIT_ROWS
        self.fails(posts, domain, code, "There are more than 2 posts", limits=limits)

    def test_odd_json(self):
        """Documents that mean nothing make an empty structure, or an issue."""
        cycle = {"a": "b:x", "b": "a:y", "c": "c", "d": "d:d"}
        bomb = {chr(97 + i): chr(98 + i) + ":" + "x" * 3000 for i in range(16)}
        documents = [
            *(1, "x", None, True, [], {}, [[]], [1], {"@id": 1}, {"@type": 1}, {"@graph": 1}, {"@value": 1}, {"@context": 1}),
            *({"@context": {"a": 1}}, {"@context": {"a": {"@id": 1}}, "a": 1}, {"@context": {"@vocab": 1}, "a": 1}),
            {"@context": cycle, "a": 1, "b": 1, "c": 1, "d": 1, "a:z": 1, "@type": ["a", "c", "d:e"]},
            {"@context": bomb, "a": 1, "a:b": 1},
            {"@context": {"@base": "::"}, "@id": "a", "@type": "http://www.w3.org/ns/org#Post"},
            {"@id": "x" * 100000, "@type": "http://www.w3.org/ns/org#Post"},
            {"@id": "_:b", "@type": "http://www.w3.org/ns/org#Post", "http://www.w3.org/ns/org#reportsTo": {"@id": "_:b"}},
            {"@id": "urn:cadre:post:%", "@type": "http://www.w3.org/ns/org#Post"},
            {"@id": "urn:cadre:post:%00", "@type": "http://www.w3.org/ns/org#Post"},
            {"@id": "urn:cadre:post:%FF", "@type": "http://www.w3.org/ns/org#Post"},
            {"@id": "urn:cadre:post:", "@type": "http://www.w3.org/ns/org#Post"},
        ]
        for document in documents:
            with self.subTest(json.dumps(document)[:80]):
                structure = read(json.dumps(document)).get_structure()
                posts = [post.get_id() for post in structure.list_records(Cadre.RecordKind.POST)]
                self.assertTrue(all(0 < len(name) <= 255 for name in posts))
                self.assertEqual(len(posts), "ns/org#Post" in json.dumps(document))

    def test_cycles(self):
        """Units that contain each other, and intervals that begin with themselves."""
        org, time = "http://www.w3.org/ns/org#", "http://www.w3.org/2006/time#"
        result = read(
            [
                {"@id": "x:u", "@type": f"{org}OrganizationalUnit", f"{org}subOrganizationOf": {"@id": "x:v"}},
                {"@id": "x:v", "@type": f"{org}OrganizationalUnit", f"{org}subOrganizationOf": {"@id": "x:u"}},
                {"@id": "x:m", "@type": f"{org}Membership", f"{org}memberDuring": {"@id": "_:i"}},
                {"@id": "_:i", "@type": f"{time}Interval", f"{time}hasBeginning": {"@id": "_:i"}},
            ]
        )
        self.assertFalse(result.get_structure().is_sound())
        self.assertEqual(codes_of(result), {"exchange.linked.bad-value": 1})

    @unittest.skipUnless(HAS_TURTLE, "built without serd")
    def test_hostile_turtle(self):
        domain, code = Cadre.exchange_error_quark(), Cadre.ExchangeError.FORM
        for text, message in {
            "<a> <b> .": "line 1",
            "\n<a> <b> <c>": "line",
            "ex:a ex:b ex:c .": "not Turtle",
            "<a> <b> 'x": "not Turtle",
            b"<a> <b> '\xff' .": "not UTF-8",
            b"<a> <b> '\x00' .": "not UTF-8",
            "{}": "not Turtle",
            "@prefix a: <x": "not Turtle",
            "<a b> <c> <d> .": "not Turtle",
        }.items():
            with self.subTest(text):
                self.fails(text, domain, code, message, kind=TURTLE)
        deep = "<a> <b> " + "[ <c> " * 100000
        self.fails(deep, Cadre.document_error_quark(), Cadre.DocumentError.LIMIT_DEPTH, "Brackets", kind=TURTLE)
        self.fails("<a> <b> " + "(" * 100000, Cadre.document_error_quark(), Cadre.DocumentError.LIMIT_DEPTH, "Brackets", kind=TURTLE)
        for empty in ("", " ", "\n", "# nothing", "# nothing\n\n", "\ufeff", "@prefix a: <x> ."):
            with self.subTest(empty):
                self.assertEqual(codes_of(read(empty, TURTLE)), {})
        # Brackets in texts, names and comments are none.
        quiet = "<a> <b> '" + "[" * 5000 + "', \"\"\"" + "[\n\"" * 500 + " \"\"\" . #" + "(" * 5000 + "\n<" + "(" * 500 + "> <b> '''[''' ."
        self.assertEqual(codes_of(read(quiet, TURTLE)), {"exchange.linked.unknown-node": 2})
        limits = Cadre.Limits.new_bounded()
        limits.set_max_items(3)
        many = " ".join(f"<a> <b> <c{number}> ." for number in range(5))
        self.fails(many, Cadre.document_error_quark(), Cadre.DocumentError.LIMIT_ITEMS, "3 triples", kind=TURTLE, limits=limits)

    def test_without_serd(self):
        if HAS_TURTLE:
            self.skipTest("built with serd")
        self.fails("", Cadre.exchange_error_quark(), Cadre.ExchangeError.UNSUPPORTED, "Turtle", kind=TURTLE)

    def test_cancelled(self):
        cancellable = Gio.Cancellable()
        cancellable.cancel()
        for kind in READABLE:
            with self.assertRaises(GLib.Error) as caught:
                Cadre.linked_read(to_bytes(write(load("vale-2008-after"), kind)), kind, None, None, cancellable)
            self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))


tap.main("exchange-linked-read")
