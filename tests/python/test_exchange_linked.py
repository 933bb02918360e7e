#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Structures as linked data: both forms are one graph to rdflib, and hold what they say that they hold."""

import json
import unittest

import tap
from full import KINDS, SCHEMA, full_document, full_structure
from setting import DATA, FULL, Cadre, GLib, load, load_text, to_bytes

try:
    import rdflib
    from rdflib.compare import graph_diff, isomorphic, to_isomorphic
except ImportError:
    rdflib = None

FORMATS = {Cadre.LinkedFormat.JSON_LD: "json-ld", Cadre.LinkedFormat.TURTLE: "turtle"}
PAPERS = sorted(
    path.stem for path in DATA.glob("*.json") if json.loads(path.read_text(encoding="utf-8"))["cadre"] == "structure"
)
ORG = "http://www.w3.org/ns/org#"
SKOS = "http://www.w3.org/2004/02/skos/core#"

# Each is a trap for one of the two grammars, or for both.
HOSTILE_TEXTS = {
    "quotes": "{} \"double\" 'single' \"\"\"three\"\"\" '''three'''",
    "ends-in-a-quote": '{}"',
    "ends-in-a-backslash": "{}\\",
    "escapes": "{} \\n \\u0041 \\\" %41 &amp; \\",
    "ends-of-lines": "{}\nline\rline\r\nline\ttab\u0085\u2028\u2029",
    "controls": "{}" + "".join(map(chr, [*range(1, 0x20), *range(0x7F, 0xA0)])),
    "markup": "{} <b> ]]> <!-- # . ; , [ ] ( ) {{ }} @en ^^xsd:date",
    "beyond-the-plane": "{} \U0001f600 \U0010fffd \ufffd \ufffe \uffff",
    "marks": "\ufeff{} \u202e \u200b \u0301",
    "keywords": "@id {} @type",
    "looks-like-an-iri": "http://example.org/{}",
}
HOSTILE_IDS = {
    "path": "../../{}",
    "root": "/{}",
    "iri": "http://example.org/{}#x?y=z",
    "brackets": "<{}> <> \"'`^|\\",
    "percent": "%2F%00%zz{}%",
    "controls": "{}\n\r\t\x01\x7f\x80",
    "beyond-the-plane": "{}\u00e9\U0001f600\ufffe",
    "keyword": "@{}",
    "blank": "_:{}",
    "colons": "::{}::",
}
HOSTILE_LANGUAGES = ["", "!", "en_GB", "en-", "-en", "1", "en GB", "en@x", "en\n", "é", "toolongfortag", "en-\U0001f600"]
DOTS = '"posts": [{"id": "."}, {"id": ".."}, {"id": "...", "manager": ".."}]'


def write(structure, kind, redaction=FULL, base=None):
    return Cadre.linked_write(structure, kind, base, redaction, None)


def text_of(export):
    return export.get_bytes(0).get_data()


def parse(structure, kind, redaction=FULL, base=None):
    return rdflib.Graph().parse(data=text_of(write(structure, kind, redaction, base)), format=FORMATS[kind])


def issues_of(export):
    issues = export.get_issues()
    return [issues.get_issue(position) for position in range(issues.get_total())]


@unittest.skipIf(rdflib is None, "rdflib is not there")
class Graphs(unittest.TestCase):
    def one_graph(self, structure, redaction=FULL, base=None):
        """The graph that both forms are."""
        json_ld, turtle = (parse(structure, kind, redaction, base) for kind in FORMATS)
        if not isomorphic(json_ld, turtle):
            _, first, second = graph_diff(to_isomorphic(json_ld), to_isomorphic(turtle))
            self.fail(f"only in JSON-LD:\n{first.serialize()}\nonly in Turtle:\n{second.serialize()}")
        self.assertGreater(len(turtle), 0)
        return turtle

    def test_papers(self):
        self.assertGreaterEqual(len(PAPERS), 8)
        for name in PAPERS:
            with self.subTest(name):
                self.one_graph(load(name))

    def test_every_field(self):
        graph = self.one_graph(full_structure())
        self.assertEqual(len(set(graph.subjects(None, None))) > 20, True)

    def test_facts(self):
        """Known answers, worked out by hand."""
        structure = load_text(
            '"id": "s", "as-of": "2010-01-01", "language": "cy",'
            '"organisations": [{"id": "c", "name": "Y Cyngor", "kind": "council", "valid-from": "1996-04"}],'
            '"units": [{"id": "u", "name": {"cy": "Uned", "en": "Unit"}, "organisations": ["c"]}],'
            '"posts": [{"id": "a", "title": "Pennaeth", "employer": "c", "manager": "none"},'
            '{"id": "b b", "unit": "u", "employer": "c", "manager": "a", "fte": 0.5}],'
            '"lines": [{"post": "b b", "kind": "dotted", "manager": "a"},'
            '{"post": "a", "manager": "b b", "valid-to": "2009-12-31"}],'
            '"persons": [{"id": "p", "name": "P"}],'
            '"assignments": [{"id": "x", "person": "p", "post": "b b", "basis": "acting", "valid-from": "2009-12"},'
            '{"id": "y", "person": "p", "post": "a", "valid-to": "2009"}],'
            '"successions": [{"kind": "unit", "predecessor": "old", "successor": "u", "valid-from": "2008"}]'
        )
        expected = rdflib.Graph().parse(
            format="turtle",
            data="""
            @prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix schema: <http://schema.org/> . @prefix time: <http://www.w3.org/2006/time#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix opengov: <http://www.w3.org/ns/opengov#> . @prefix term: <urn:cadre:term:> .
            <urn:cadre:structure:s> a schema:Dataset; schema:temporalCoverage "2010-01-01"^^xsd:date;
              schema:inLanguage "cy" .
            <urn:cadre:organisation:c> a org:FormalOrganization; skos:prefLabel "Y Cyngor"@cy;
              org:classification <urn:cadre:term:organisation-kind/council>;
              schema:foundingDate "1996-04"^^xsd:gYearMonth .
            <urn:cadre:unit:u> a org:OrganizationalUnit; skos:prefLabel "Uned"@cy, "Unit"@en;
              org:unitOf <urn:cadre:organisation:c> .
            <urn:cadre:post:a> a org:Post; skos:prefLabel "Pennaeth"@cy; org:postIn <urn:cadre:organisation:c> .
            <urn:cadre:post:b%20b> a org:Post; org:postIn <urn:cadre:unit:u>, <urn:cadre:organisation:c>;
              org:reportsTo <urn:cadre:post:a>; term:dotted <urn:cadre:post:a>; org:heldBy <urn:cadre:person:p> .
            <urn:cadre:person:p> a foaf:Person; foaf:name "P" .
            <urn:cadre:assignment:x> a org:Membership; org:member <urn:cadre:person:p>;
              opengov:post <urn:cadre:post:b%20b>; term:basis <urn:cadre:term:assignment-basis/acting>;
              org:organization <urn:cadre:organisation:c>;
              org:memberDuring [ a time:Interval; time:hasBeginning [ a time:Instant;
                time:inXSDgYearMonth "2009-12"^^xsd:gYearMonth ] ] .
            <urn:cadre:assignment:y> a org:Membership; org:member <urn:cadre:person:p>;
              opengov:post <urn:cadre:post:a>; org:organization <urn:cadre:organisation:c>;
              org:memberDuring [ a time:Interval; time:hasEnd [ a time:Instant; time:inXSDgYear "2009"^^xsd:gYear ] ] .
            [] a org:ChangeEvent; org:originalOrganization <urn:cadre:unit:old>;
              org:resultingOrganization <urn:cadre:unit:u>; schema:startDate "2008"^^xsd:gYear .
            """,
        )
        graph = self.one_graph(structure)
        _, first, second = graph_diff(to_isomorphic(expected), to_isomorphic(graph))
        self.assertEqual((first.serialize().strip(), second.serialize().strip()), ("", ""))

        export = write(structure, Cadre.LinkedFormat.TURTLE)
        told = {(issue.get_subject(), issue.get_code(), issue.get_message()) for issue in issues_of(export)}
        place = "The Organization Ontology has no place for"
        self.assertEqual(
            told,
            {
                ("post", "exchange.linked.lost-field", f"{place} fte of posts: 1 left out"),
                # One that has ended, and one of a post that has no manager.
                ("line", "exchange.linked.lost-record", f"{place} lines: 2 left out"),
                ("line", "exchange.linked.lost-field", f"{place} valid-to of lines: 1 left out"),
            },
        )

    def test_employer_and_host(self):
        structure = load_text(
            '"organisations": [{"id": "c"}, {"id": "n"}],'
            '"posts": [{"id": "a", "employer": "c"}], "persons": [{"id": "p"}],'
            '"assignments": [{"id": "away", "person": "p", "post": "a", "employer": "n"},'
            '{"id": "same", "person": "p", "post": "a", "employer": "c"}]'
        )
        graph = self.one_graph(structure)
        on_behalf = rdflib.URIRef("http://www.w3.org/ns/opengov#onBehalfOf")
        self.assertEqual(
            [(str(subject), str(value)) for subject, value in graph.subject_objects(on_behalf)],
            [("urn:cadre:assignment:away", "urn:cadre:organisation:n")],
        )
        self.assertEqual(
            {str(value) for value in graph.objects(None, rdflib.URIRef(f"{ORG}organization"))},
            {"urn:cadre:organisation:c"},
        )

    def test_hostile_texts(self):
        for name, text in HOSTILE_TEXTS.items():
            with self.subTest(name):
                graph = self.one_graph(full_structure(text=text))
                titles = {str(value) for value in graph.objects(None, rdflib.URIRef(f"{SKOS}prefLabel"))}
                self.assertIn(text.format("post title"), titles)

    def test_hostile_ids(self):
        for name, pattern in HOSTILE_IDS.items():
            for base in (None, "https://example.org/x?y=", "http://example.org/a/b#"):
                with self.subTest(name, base=base):
                    graph = self.one_graph(full_structure(id=pattern), base=base)
                    iris = [str(node) for node in graph.subjects(None, None) if isinstance(node, rdflib.URIRef)]
                    self.assertEqual([iri for iri in iris if not iri.startswith(base or "urn:cadre:")], [])
                    self.assertEqual(len({iri for iri in iris if ":post:" in iri or "post:" in iri}), 2)

    def test_dots(self):
        """An id that would be a step of a path stays a name."""
        graph = self.one_graph(load_text(DOTS), base="http://example.org/a/b/")
        posts = {str(post) for post in graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{ORG}Post"))}
        self.assertEqual(posts, {f"http://example.org/a/b/post:{dots}" for dots in (".", "..", "...")})

    def test_hostile_languages(self):
        for tag in HOSTILE_LANGUAGES:
            with self.subTest(repr(tag)):
                export = write(full_structure(second=tag), Cadre.LinkedFormat.TURTLE)
                graph = self.one_graph(full_structure(second=tag))
                labels = list(graph.objects(rdflib.URIRef("urn:cadre:post:post-1"), rdflib.URIRef(f"{SKOS}prefLabel")))
                self.assertEqual([(str(label), label.language) for label in labels], [("post title", "en")])
                self.assertGreater(export.get_issues().get_count("exchange.linked.lost-language"), 0)

    def test_double_ids(self):
        structure = load_text('"posts": [{"id": "a", "title": "1"}, {"id": "a", "title": "2"}, {"title": "3"}, {}]')
        graph = self.one_graph(structure)
        self.assertEqual(len(list(graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{ORG}Post")))), 3)
        issues = write(structure, Cadre.LinkedFormat.JSON_LD).get_issues()
        self.assertEqual(issues.get_count("exchange.linked.lost-record"), 1)

    def test_unsound(self):
        """Cycles, and links to what is not there."""
        structure = load_text(
            '"units": [{"id": "u", "parent": "v"}, {"id": "v", "parent": "u"}],'
            '"posts": [{"id": "a", "manager": "b"}, {"id": "b", "manager": "a", "unit": "gone"}],'
            '"lines": [{"post": "gone", "manager": "a"}], "assignments": [{"person": "gone", "post": "gone"}]'
        )
        graph = self.one_graph(structure)
        lines = {(str(a), str(b)) for a, b in graph.subject_objects(rdflib.URIRef(f"{ORG}reportsTo"))}
        name = "urn:cadre:post:{}".format
        self.assertEqual(lines, {(name("a"), name("b")), (name("b"), name("a")), (name("gone"), name("a"))})


class Writing(unittest.TestCase):
    def test_same_bytes(self):
        document = full_document()
        backwards = {name: value[::-1] if name in KINDS else value for name, value in document.items()}
        for kind in FORMATS:
            texts = {
                text_of(write(Cadre.Structure.load_bytes(to_bytes(json.dumps(members)), None, None), kind))
                for members in (document, document, backwards)
            }
            self.assertEqual(len(texts), 1)

    def test_nothing_silently_lost(self):
        """Every field is in the file, or in the issues."""
        text = "canary {} canary"
        not_canaries = [("person", "language"), ("succession", "predecessor"), ("succession", "successor")]
        for kind in FORMATS:
            export = write(full_structure(text=text), kind)
            written = text_of(export).decode()
            told = " ".join(issue.get_message() for issue in issues_of(export))
            for plural, name in KINDS.items():
                for field, spec in SCHEMA["$defs"][name]["properties"].items():
                    is_text = spec["$ref"].split("/")[-1] in ("text", "string", "strings", "attributes")
                    if is_text and (name, field) not in not_canaries:
                        kept = text.format(f"{name} {field}") in written
                        lost = f" {field} of {plural}:" in told or f"for {plural}:" in told
                        self.assertNotEqual(kept, lost, f"{name} {field}")
            self.assertNotIn("canary", told)

    def test_consultation(self):
        """What a level hides is in no file and in no issue."""
        structure = full_structure(text="canary {} canary")
        for key in (None, GLib.Bytes.new(b"sixteen or more!")):
            redaction = Cadre.Redaction.new(Cadre.RedactionLevel.CONSULTATION)
            redaction.set_pseudonym_key(key)
            for kind in FORMATS:
                export = write(structure, kind, redaction)
                written = text_of(export).decode()
                for hidden in ("person name", "post note", "assignment note", "person identifiers"):
                    self.assertNotIn(f"canary {hidden}", written)
                self.assertNotIn("person-1", written)
                self.assertIn("canary post title", written)
                self.assertEqual("foaf:Person" in written, key is not None)
                self.assertEqual("org:heldBy" in written, key is not None)
                told = " ".join(issue.to_string() for issue in issues_of(export))
                self.assertNotIn("pay", told)

    def test_bases(self):
        structure = load_text('"posts": [{"id": "a"}]')
        for base in ("https://example.org/", "urn:x:", "tag:example.org,2020:"):
            written = text_of(write(structure, Cadre.LinkedFormat.TURTLE, base=base)).decode()
            self.assertIn(f"<{base}post:a>", written)
        for base in ("", "x", "/a/b", "http://a b/", "http://x/>", 'http://x/"', "org:", "skos:a", "http://x/\n", "1a:b"):
            with self.subTest(base), self.assertRaises(GLib.Error) as caught:
                write(structure, Cadre.LinkedFormat.TURTLE, base=base)
            self.assertTrue(caught.exception.matches(Cadre.exchange_error_quark(), Cadre.ExchangeError.FORM))
            self.assertIn("absolute IRI", caught.exception.message)

    def test_files(self):
        names = [("structure.jsonld", "application/ld+json"), ("structure.ttl", "text/turtle")]
        for kind, (name, content_type) in zip(FORMATS, names):
            export = write(load("vale-2008-after"), kind)
            self.assertEqual((export.get_n_files(), export.get_name(0)), (1, name))
            self.assertEqual(export.get_content_type(0), content_type)


tap.main("exchange-linked")
