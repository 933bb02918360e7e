#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Lists that are put side by side, against a reading of the same documents in Python."""

import json
import random
import unittest

import tap
from setting import DATA, FULL, ROOT, Cadre, Gio, GLib, load, to_bytes

try:
    import jsonschema
except ImportError:
    jsonschema = None

KIND = Cadre.ReconciledKind
NAMES = ["harbour-hr", "harbour-payroll", "harbour-budget"]
LEVELS = ("FULL", "CONSULTATION", "UNION", "FINANCE", "COMMITTEE_PUBLIC", "COMMITTEE_EXEMPT")


def structure(posts):
    document = {"cadre": "structure", "version": 1, "id": "s", "posts": posts}
    return Cadre.Structure.load_bytes(to_bytes(json.dumps(document)), None, None)


def document_of(item, *arguments):
    writer = Cadre.Writer.new_for_text()
    item.write(*arguments, writer) if arguments else item.write(writer)
    writer.finish(None)
    return json.loads(writer.dup_text())


def schema_faults(name, document):
    schema = json.loads((ROOT / f"docs/schema/{name}-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(document)]


def expected_kinds(lists, key):
    """What becomes of each key, by looking each up in every list."""
    found = {}
    for posts in lists:
        for post in posts:
            found.setdefault(post.get(key), [0] * len(lists))
    for side, posts in enumerate(lists):
        for post in posts:
            found[post.get(key)][side] += 1
    kinds = {}
    for value, counts in found.items():
        here = sum(count > 0 for count in counts)
        if value is None:
            kinds[value] = "NO_KEY"
        elif max(counts) > 1:
            kinds[value] = "AMBIGUOUS"
        elif here == len(lists):
            titles = {post["title"] for posts in lists for post in posts if post.get(key) == value and "title" in post}
            kinds[value] = "DIFFERS" if len(titles) > 1 else "AGREED"
        else:
            kinds[value] = "ONLY_HERE" if here == 1 else "MISSING"
    return kinds


class Reconciliations(unittest.TestCase):
    def setUp(self):
        self.result = Cadre.Reconciler(labels=["HR", "payroll", "budget"]).run(*map(load, NAMES), None)

    def test_numbers_add_up(self):
        plain = [json.loads((DATA / f"{name}.json").read_text(encoding="utf-8")) for name in NAMES]
        for side, document in enumerate(plain):
            n = sum(self.result.get_n_records(kind, side) for kind in KIND.__enum_values__.values())
            self.assertEqual(n, len(document["posts"]))
        self.assertEqual(len(self.result), sum(map(self.result.get_n_rows, KIND.__enum_values__.values())))

    def test_random_lists(self):
        source = random.Random(6)
        for _ in range(200):
            lists = [
                [
                    {
                        "id": f"p{side}{i}",
                        **({"cost-centre": source.choice("abcde")} if source.random() < 0.9 else {}),
                        **({"title": source.choice("XY")} if source.random() < 0.7 else {}),
                    }
                    for i in range(source.randint(0, 5))
                ]
                for side in range(source.choice([2, 3]))
            ]
            reconciler = Cadre.Reconciler(key="cost-centre", fields=["title"])
            result = reconciler.run(*map(structure, lists), *[None] * (3 - len(lists)), None)
            kinds = expected_kinds(lists, "cost-centre")
            n_without = sum("cost-centre" not in post for posts in lists for post in posts)
            self.assertEqual(result.get_n_rows(KIND.NO_KEY), n_without)
            found = {row.get_key(): row.get_kind().value_nick for row in result if row.get_kind() != KIND.NO_KEY}
            wanted = {key: kind.lower().replace("_", "-") for key, kind in kinds.items() if key is not None}
            self.assertEqual(found, wanted, lists)

    @unittest.skipUnless(jsonschema, "python3-jsonschema is not there")
    def test_documents_obey_their_schemas(self):
        for name in LEVELS:
            redaction = Cadre.Redaction.new(getattr(Cadre.RedactionLevel, name))
            document = document_of(self.result, redaction)
            self.assertEqual(schema_faults("reconciliation", document), [], name)
            self.assertEqual([item["records"] for item in document["lists"]], [7, 7, 7])
        sign_off = Cadre.SignOff.new(self.result, "o", Cadre.SignOffRole.FINANCE, None, None)
        document = document_of(sign_off)
        self.assertEqual(schema_faults("sign-off", document), [])
        again = Cadre.SignOff.load_bytes(to_bytes(json.dumps(document)), None, None)
        self.assertTrue(again.stands(self.result))
        self.assertEqual(document_of(again), document)
        document["rows"][0]["hash"] = "x"
        self.assertNotEqual(schema_faults("sign-off", document), [])

    def test_canaries(self):
        """What a level does not show of a post is in no form in what is written."""
        canary = {"note": "canary", "attributes": {"number": "canary"}, "pay-min": 71234, "cost-centre": "canary"}
        lists = [structure([{"id": "p", "title": "T", **canary}]), structure([{"id": "q", "title": "T", **canary}])]
        reconciler = Cadre.Reconciler(key="attribute:number", fields=["title", "pay-min", "cost-centre", "note"])
        redaction = Cadre.Redaction.new(Cadre.RedactionLevel.CONSULTATION)
        result = reconciler.run(*lists, None, None)
        written = json.dumps(document_of(result, redaction))
        tables = result.write_csv(redaction, None)
        written += "".join(tables.get_bytes(i).get_data().decode() for i in range(tables.get_n_files()))
        shown = result.redact(redaction)
        written += "".join(issue.to_string() for issue in shown.get_issues())
        self.assertNotIn("canary", written)
        self.assertNotIn("71234", written)
        # Still in one row, though what they were found by is not shown.
        self.assertEqual([row.get_kind() for row in shown], [KIND.AGREED])

    def test_report_says_the_same(self):
        text = Cadre.Report.new_for_reconciliation(self.result, FULL, None).to_text(0)
        for row in self.result:
            self.assertIn(row.get_key(), text)
        with self.assertRaises(GLib.Error):
            Cadre.Report.new_for_reconciliation(self.result, FULL, "cy")


tap.main("exchange_reconcile")
