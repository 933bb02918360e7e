/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "../often.h"
#include "extracts.h"

/* Samples */

static void
test_sample (gconstpointer data)
{
  const ExtractSample *sample = data;
  g_autofree char *name = g_strconcat (sample->map, ".json", NULL);
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreImport) import = extract_read_sample (sample);
  g_autoptr (GBytes) expected = extract_load_file (name);
  g_autofree char *text = cadre_structure_to_text (cadre_import_get_structure (import), full, NULL);

  g_test_summary ("A sample of each shipped map, against a structure that was checked by hand");

  g_assert_cmpstr (text, ==, g_bytes_get_data (expected, NULL));
  g_assert_finalize_object (g_steal_pointer (&import));
}

static void
test_sample_counts (void)
{
  static const struct
  {
    const char *fates;
    const char *issues;
  } expected[] = {
    { "3 0 2 7 0", "" },
    { "5 0 1 0 0", "" },
    { "6 0 1 0 0", "manager-ambiguous at assignments: row 6, cell 18 (person/P3)" },
    { "3 0 3 12 4", "not-described at objects: row 9\n"
                    "repeated-row at relations: row 3\n"
                    "repeated-row at relations: row 8\n"
                    "not-described at relations: row 15" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (extract_samples); i++)
    {
      g_autoptr (CadreImport) import = extract_read_sample (&extract_samples[i]);
      g_autofree char *fates = extract_tell_fates (import);
      g_autofree char *issues = extract_tell_issues (cadre_import_get_issues (import));

      g_assert_cmpstr (fates, ==, expected[i].fates);
      g_assert_cmpstr (issues, ==, expected[i].issues);
    }
}

/* Rules: a map, a table, and what becomes of it */

typedef struct
{
  const char *name;
  const char *columns;
  const char *records;
  const char *csv;
  const char *structure; /* without its head */
  const char *fates;
  const char *issues;
} RuleCase;

#define POST "{\"kind\": \"post\", \"fields\": {\"id\": \"P\"}}"
#define POST_AND(fields) "{\"kind\": \"post\", \"fields\": {\"id\": \"P\", " fields "}}"
#define TWO "{\"name\": \"P\"}, {\"name\": \"X\"}"
#define LINE "{\"kind\": \"line\", \"fields\": {\"post\": \"P\", \"manager\": \"X\"}}"
#define HELD                                                                       \
  "{\"kind\": \"assignment\", \"fields\": {\"post\": \"P\", \"person\": \"X\"}}, " \
  "{\"kind\": \"person\", \"fields\": {\"id\": \"X\"}}"
#define BY_PERSON "{\"kind\": \"line\", \"fields\": {\"post\": \"P\", \"manager-person\": \"M\"}}"
#define OPEN                                                       \
  "{\"name\": \"P\"}, {\"name\": \"X\", \"open-from\": [\"-\"]}, " \
  "{\"name\": \"M\", \"open-to\": [\"-\"]}"
#define THREE "{\"name\": \"P\"}, {\"name\": \"X\"}, {\"name\": \"M\"}"

/* clang-format off */
static const RuleCase rules[] = {
  { "nothing", TWO, POST, "P,X\n", "", "0 0 0 0 0", "" },
  { "blank-rows", TWO, POST, "P,X\n,\n \t,\n\n", "", "0 0 0 0 0", "" },
  { "blanks-around", "{\"name\": \"P\"}", POST, "P\n  a b \n", "posts: {id: a b}", "1 0 0 0 0", "" },
  { "folded-header", "{\"name\": \"Position Number\"}, {\"name\": \"X\", \"also\": [\"Y\"]}", "{\"kind\": \"post\", \"fields\": {\"id\": \"Position Number\", \"title\": \"X\"}}", "position_number,y\na,b\n", "posts: {id: a, title: b}", "1 0 0 0 0", "" },
  { "unknown-column", "{\"name\": \"P\"}", POST, "P,Q,\na,b,c\n", "posts: {id: a}", "1 0 0 0 0", "unknown-column at t: row 1, cell 2\nunknown-column at t: row 1, cell 3" },
  { "known-and-unused", TWO, POST, "P,X\na,b\n", "posts: {id: a}", "1 0 0 0 0", "" },
  { "missing-column", TWO, POST_AND ("\"title\": \"X\""), "P\na\n", "posts: {id: a}", "1 0 0 0 0", "missing-column at t: row 1 (X)" },
  { "duplicate-column", TWO, POST_AND ("\"title\": \"X\""), "P,X,x\na,b,c\n", "posts: {id: a, title: b}", "1 0 0 0 0", "duplicate-column at t: row 1, cell 3" },
  { "ragged", TWO, POST_AND ("\"title\": \"X\""), "P,X\na\nb,c,d\n", "posts: {id: a}, {id: b, title: c}", "2 0 0 0 0", "ragged-row at t: row 2\nragged-row at t: row 3" },
  { "formula", TWO, POST_AND ("\"title\": \"X\""), "P,X\n=1+1,@SUM(A1)\n", "posts: {id: =1+1, title: @SUM(A1)}", "1 0 0 0 0", "" },
  { "path-like", TWO, POST_AND ("\"unit\": \"X\""), "P,X\n../../etc/passwd,C:\\\\x\n", "posts: {id: ../../etc/passwd, unit: C:\\\\\\\\x}", "1 0 0 0 0", "" },
  { "no-record", TWO, POST_AND ("\"title\": \"X\"") ", " LINE, "P,X\n,b\n", "", "0 0 0 0 1", "no-record at t: row 2" },
  { "incomplete", TWO, POST_AND ("\"title\": \"X\""), "P,X\n,b\n", "", "0 0 0 0 1", "incomplete at t: row 2" },
  { "required-cell", "{\"name\": \"P\"}, {\"name\": \"X\", \"required\": true}", POST_AND ("\"title\": \"X\""), "P,X\na,\n", "posts: {id: a}", "1 0 0 0 0", "empty-required at t: row 2, cell 2" },
  { "repeated", TWO, POST_AND ("\"title\": \"X\""), "P,X\na,b\na,b\n", "posts: {id: a, title: b}", "1 0 0 0 1", "repeated-row at t: row 3" },
  { "said-later", TWO, POST_AND ("\"title\": \"X\""), "P,X\na,\na,b\n", "posts: {id: a, title: b}", "1 0 0 1 0", "" },
  { "conflict", TWO, POST_AND ("\"title\": \"X\""), "P,X\na,b\na,c\n", "posts: {id: a, title: b}", "1 0 0 0 1", "conflict at t: row 3, cell 2 (post/a)\nrepeated-row at t: row 3" },
  { "two-in-one-post", TWO, POST ", " HELD, "P,X\na,x\na,y\n", "posts: {id: a}; persons: {id: x}, {id: y}; assignments: {id: x/a, person: x, post: a}, {id: y/a, person: y, post: a}", "1 0 1 0 0", "" },
  { "one-in-two-posts", TWO, POST ", " HELD, "P,X\na,x\nb,x\n", "posts: {id: a}, {id: b}; persons: {id: x}; assignments: {id: x/a, person: x, post: a}, {id: x/b, person: x, post: b}", "2 0 0 0 0", "" },
  { "vacancy", TWO, POST ", " HELD, "P,X\na,\n", "posts: {id: a}", "1 0 0 0 0", "" },
  { "grouped", TWO, POST_AND ("\"grouped\": \"X\""), "P,X\na,yes\nb,no\n", "posts: {id: a, grouped: true}, {id: b}", "1 1 0 0 0", "" },
  { "line", TWO, POST ", " LINE, "P,X\na,\nb,a\n", "posts: {id: a}, {id: b, manager: a}", "2 0 0 0 0", "" },
  { "same-line-twice", TWO, LINE, "P,X\nb,a\nb,a\n", "lines: {post: b, manager: a}", "0 0 0 1 1", "repeated-row at t: row 3" },
  { "manager-by-person", THREE, POST ", " HELD ", " BY_PERSON, "P,X,M\na,x,\nb,y,x\n", "posts: {id: a}, {id: b, manager: a}; persons: {id: x}, {id: y}; assignments: {id: x/a, person: x, post: a}, {id: y/b, person: y, post: b}", "2 0 0 0 0", "" },
  { "manager-ambiguous", THREE, POST ", " HELD ", " BY_PERSON, "P,X,M\na,x,\nc,x,\nb,y,x\n", "posts: {id: a}, {id: b}, {id: c}; lines: {post: b, manager-person: x}; persons: {id: x}, {id: y}; assignments: {id: x/a, person: x, post: a}, {id: x/c, person: x, post: c}, {id: y/b, person: y, post: b}", "3 0 0 0 0", "manager-ambiguous at t: row 4, cell 3 (person/x)" },
  { "manager-unknown", THREE, POST ", " HELD ", " BY_PERSON, "P,X,M\nb,y,\"q\"\"\"\n", "posts: {id: b}; lines: {post: b, manager-person: q\\\"}; persons: {id: y}; assignments: {id: y/b, person: y, post: b}", "1 0 0 0 0", "manager-unknown at t: row 2, cell 3 (person/q\")" },
  { "managers-who-share", THREE, POST ", " HELD ", " BY_PERSON, "P,X,M\na,x,\na,y,\nb,u,x\nb,v,y\n", "posts: {id: a}, {id: b, manager: a}; persons: {id: u}, {id: v}, {id: x}, {id: y}; assignments: {id: u/b, person: u, post: b}, {id: v/b, person: v, post: b}, {id: x/a, person: x, post: a}, {id: y/a, person: y, post: a}", "2 0 2 0 0", "" },
  { "post-by-person", THREE, POST ", " HELD ", {\"kind\": \"line\", \"fields\": {\"post-person\": \"X\", \"manager-person\": \"M\"}}", "P,X,M\na,x,\nb,y,x\n", "posts: {id: a}, {id: b, manager: a}; persons: {id: x}, {id: y}; assignments: {id: x/a, person: x, post: a}, {id: y/b, person: y, post: b}", "2 0 0 0 0", "" },
  { "date-forms", "{\"name\": \"P\"}, {\"name\": \"X\", \"dates\": [\"DD/MM/YYYY\", \"YYYYMMDD\"], \"open-from\": [\"01/01/1900\"]}", POST_AND ("\"valid-from\": \"X\""), "P,X\na,03/04/2024\nb,20240403\nc,01/01/1900\n", "posts: {id: a, valid-from: 2024-04-03}, {id: b, valid-from: 2024-04-03}, {id: c}", "3 0 0 0 0", "" },
  { "slices", OPEN, POST_AND ("\"valid-from\": \"X\", \"valid-to\": \"M\""), "P,X,M\na,2019-01-01,-\na,2018-01-01,2018-12-31\nb,-,2018-12-31\nb,2019-01-01,-\n", "posts: {id: a, valid-from: 2019-01-01}, {id: b, valid-to: 2018-12-31}", "2 0 0 0 2", "conflict at t: row 3, cell 2 (post/a)\nconflict at t: row 3, cell 3 (post/a)\nrepeated-row at t: row 3\nconflict at t: row 5, cell 2 (post/b)\nconflict at t: row 5, cell 3 (post/b)\nrepeated-row at t: row 5" },
  { "day-said-later", OPEN, POST_AND ("\"valid-from\": \"X\", \"valid-to\": \"M\""), "P,X,M\na,2019-01-01,\na,,2020-12-31\n", "posts: {id: a, valid-from: 2019-01-01, valid-to: 2020-12-31}", "1 0 0 1 0", "" },
  { "bad-date", TWO, POST_AND ("\"valid-from\": \"X\""), "P,X\na,03/04/2024\n", "posts: {id: a, attributes: {extract: X: 03/04/2024}}", "1 0 0 0 0", "bad-date at t: row 2, cell 2" },
  { "numbers", "{\"name\": \"P\"}, {\"name\": \"X\", \"decimal\": \",\", \"thousands\": \".\"}", POST_AND ("\"pay-min\": \"X\""), "P,X\na,1.234\nb,\"1.234,5\"\nc,\"\302\243,5\"\n", "posts: {id: a, pay-min: 1234}, {id: b, pay-min: 1234.5}, {id: c, pay-min: 0.5}", "3 0 0 0 0", "" },
  { "marks-astray", "{\"name\": \"P\"}, {\"name\": \"X\", \"thousands\": \",\"}", POST_AND ("\"hours\": \"X\""), "P,X\na,\"18,5\"\nb,\"1,4321\"\nc,\",500\"\nd,\"1.5,000\"\ne,\"1,250.5\"\n", "posts: {id: a, attributes: {extract: X: 18,5}}, {id: b, attributes: {extract: X: 1,4321}}, {id: c, attributes: {extract: X: ,500}}, {id: d, attributes: {extract: X: 1.5,000}}, {id: e, hours: 1250.5}", "5 0 0 0 0", "bad-number at t: row 2, cell 2\nbad-number at t: row 3, cell 2\nbad-number at t: row 4, cell 2\nbad-number at t: row 5, cell 2" },
  { "point-beside-comma", "{\"name\": \"P\"}, {\"name\": \"X\", \"decimal\": \",\"}", POST_AND ("\"hours\": \"X\""), "P;X\na;18,5\nb;1.250\n", "posts: {id: a, hours: 18.5}, {id: b, attributes: {extract: X: 1.250}}", "2 0 0 0 0", "bad-number at t: row 3, cell 2" },
  { "bad-number", TWO, POST_AND ("\"pay-min\": \"X\""), "P,X\na,1.234.567\nb,1.005\nc,-1\n", "posts: {id: a, attributes: {extract: X: 1.234.567}}, {id: b, attributes: {extract: X: 1.005}}, {id: c, attributes: {extract: X: -1}}", "3 0 0 0 0", "bad-number at t: row 2, cell 2\nbad-number at t: row 3, cell 2\nbad-number at t: row 4, cell 2" },
  { "percent", "{\"name\": \"P\"}, {\"name\": \"X\", \"percent\": true}", POST_AND ("\"fte\": \"X\""), "P,X\na,60\nb,37.5%\n", "posts: {id: a, fte: 0.6}, {id: b, fte: 0.375}", "2 0 0 0 0", "" },
  { "hours", TWO, POST_AND ("\"hours\": \"X\", \"standard-hours\": {\"value\": \"37\"}"), "P,X\na,18.5\n", "posts: {id: a, hours: 18.5, standard-hours: 37}", "1 0 0 0 0", "" },
  { "default", "{\"name\": \"P\"}, {\"name\": \"X\", \"default\": \"37.5\"}", POST_AND ("\"standard-hours\": \"X\""), "P,X\na,\nb,36\n", "posts: {id: a, standard-hours: 37.5}, {id: b, standard-hours: 36}", "2 0 0 0 0", "" },
  { "words", "{\"name\": \"P\"}, {\"name\": \"X\", \"words\": {\"Yes\": \"frozen\", \"Maybe\": \"\"}}", POST_AND ("\"vacancy\": \"X\""), "P,X\na,YES\nb,maybe\nc,held\n", "posts: {id: a, vacancy: frozen}, {id: b}, {id: c, vacancy: held}", "3 0 0 0 0", "" },
  { "bad-word", TWO, POST_AND ("\"vacancy\": \"X\""), "P,X\na,yes\n", "posts: {id: a, attributes: {extract: X: yes}}", "1 0 0 0 0", "bad-word at t: row 2, cell 2" },
  { "line-of-no-kind", THREE, "{\"kind\": \"line\", \"fields\": {\"post\": \"P\", \"manager\": \"X\", \"kind\": \"M\"}}", "P,X,M\nb,a,dotted\nb,c,solid\nd,a,\n", "lines: {post: b, kind: dotted, manager: a}, {post: d, manager: a}", "0 0 0 2 1", "bad-word at t: row 3, cell 3\nincomplete at t: row 3" },
  { "empty-words", "{\"name\": \"P\"}, {\"name\": \"X\", \"empty\": [\"N/A\", \"-\"]}", POST_AND ("\"title\": \"X\""), "P,X\na,N/A\nb,-\nc,--\n", "posts: {id: a}, {id: b}, {id: c, title: --}", "3 0 0 0 0", "" },
  { "attributes", THREE, POST_AND ("\"attributes.z\": \"X\", \"attributes.a\": \"M\""), "P,X,M\na,1,2\na,1,3\nb,,4\nb,5,4\n", "posts: {id: a, attributes: {a: 2, z: 1}}, {id: b, attributes: {a: 4, z: 5}}", "2 0 0 1 1", "conflict at t: row 3, cell 1 (post/a)\nrepeated-row at t: row 3" },
  { "conditions", TWO, "{\"kind\": \"post\", \"when\": [{\"column\": \"X\", \"is\": [\"S\", \"T\"]}], \"fields\": {\"id\": \"P\"}}, {\"kind\": \"unit\", \"when\": [{\"column\": \"X\", \"is-not\": [\"S\", \"T\", \"C\"]}], \"fields\": {\"id\": \"P\"}}", "P,X\na,S\nb,O\nc,C\nd,T\ne,\n", "units: {id: b}, {id: e}; posts: {id: a}, {id: d}", "2 0 0 2 1", "not-described at t: row 4" },
  { "same-id-other-kind", TWO, POST ", {\"kind\": \"unit\", \"fields\": {\"id\": \"X\"}}", "P,X\na,a\n", "units: {id: a}; posts: {id: a}", "1 0 0 0 0", "" },
};
/* clang-format on */

static CadreFieldMap *
make_map (const char *columns, const char *records)
{
  g_autofree char *text =
    g_strdup_printf ("{\"cadre\": \"field-map\", \"version\": 1, \"name\": \"m\", \"tables\": "
                     "[{\"name\": \"t\", \"columns\": [%s], \"records\": [%s]}]}",
                     columns, records);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CadreFieldMap *map = cadre_field_map_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static CadreImport *
read_table (CadreFieldMap *map, const char *csv, CadreLimits *limits, GError **error)
{
  g_autoptr (CadreExtractReader) reader = cadre_extract_reader_new (map);
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));

  cadre_extract_reader_set_limits (reader, limits);
  g_assert_true (cadre_extract_reader_add_bytes (reader, "t", bytes, NULL));
  return cadre_extract_reader_read (reader, NULL, error);
}

/* "posts: {id: a, title: b}, {id: c}; lines: …" */
static char *
tell_structure (CadreStructure *structure)
{
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autofree char *text = cadre_structure_to_text (structure, full, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *told = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "  \"") && g_str_has_suffix (lines[i], "["))
      g_string_append_printf (told, "%s%.*s: ", told->len > 0 ? "; " : "",
                              (int) strlen (lines[i]) - 7, lines[i] + 3);
    else if (g_str_has_prefix (lines[i], "    "))
      g_string_append_printf (told, "%s%s", g_str_has_suffix (told->str, ",") ? " " : "",
                              lines[i] + 4);

  /* What is in quotes is clear enough without them. */
  g_string_replace (told, "\\\"", "\001", 0);
  g_string_replace (told, "\"", "", 0);
  g_string_replace (told, "\001", "\\\"", 0);
  return g_string_free (told, FALSE);
}

static void
test_rule (gconstpointer data)
{
  const RuleCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreFieldMap) map = make_map (c->columns, c->records);
  g_autoptr (CadreImport) import = read_table (map, c->csv, NULL, &error);
  g_autofree char *structure = NULL;
  g_autofree char *fates = NULL;
  g_autofree char *issues = NULL;

  g_assert_no_error (error);
  structure = tell_structure (cadre_import_get_structure (import));
  fates = extract_tell_fates (import);
  issues = extract_tell_issues (cadre_import_get_issues (import));
  g_assert_cmpstr (issues, ==, c->issues);
  g_assert_cmpstr (structure, ==, c->structure);
  g_assert_cmpstr (fates, ==, c->fates);
}

/* Errors */

static void
test_errors (void)
{
  static const struct
  {
    const char *csv;
    CadreExchangeError code;
    const char *message;
  } cases[] = {
    { "", CADRE_EXCHANGE_ERROR_FORM, "Table t: the file is empty, and has no header" },
    { "X\na\n", CADRE_EXCHANGE_ERROR_FIELD_MAP, "Table t: the header lacks the required column P" },
  };
  g_autoptr (CadreFieldMap) map = make_map ("{\"name\": \"P\", \"required\": true}", POST);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_table (map, cases[i].csv, NULL, &error));
      g_assert_error (error, CADRE_EXCHANGE_ERROR, (int) cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_no_such_table (void)
{
  g_autoptr (CadreFieldMap) map = make_map ("{\"name\": \"P\"}", POST);
  g_autoptr (CadreExtractReader) reader = cadre_extract_reader_new (map);
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (cadre_extract_reader_add_bytes (reader, "people", bytes, &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "The field map has no table of that name");
  g_assert_finalize_object (g_steal_pointer (&reader));
}

static void
test_limits (void)
{
  g_autoptr (CadreFieldMap) map = make_map ("{\"name\": \"P\"}", POST);
  g_autoptr (CadreLimits) limits = cadre_limits_new_bounded ();
  g_autoptr (CadreImport) import = NULL;
  g_autoptr (GError) error = NULL;

  cadre_limits_set_max_rows (limits, 3);
  import = read_table (map, "P\na\nb\n", limits, &error);
  g_assert_no_error (error);
  g_assert_null (read_table (map, "P\na\nb\nc\n", limits, &error));
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_ITEMS);
}

static void
test_cancelled (void)
{
  g_autoptr (CadreFieldMap) map = make_map ("{\"name\": \"P\"}", POST);
  g_autoptr (CadreExtractReader) reader = cadre_extract_reader_new (map);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("P\na\n", 4);
  g_autoptr (GError) error = NULL;

  g_assert_true (cadre_extract_reader_add_bytes (reader, "t", bytes, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (cadre_extract_reader_read (reader, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Settings, parts and encodings */

static void
test_parts (void)
{
  g_autoptr (CadreFieldMap) map = make_map (TWO, POST_AND ("\"title\": \"X\""));
  g_autoptr (CadreExtractReader) reader = cadre_extract_reader_new (map);
  g_autoptr (CadreDate) date = cadre_date_new_parse ("2024-03-31", NULL);
  g_autoptr (CadreDate) as_of = NULL;
  g_autoptr (GBytes) first = g_bytes_new_static ("P,X\na,\n", 7);
  g_autoptr (GBytes) second = g_bytes_new_static ("X;P\n\xE9;a\n", 8);
  g_autoptr (CadreImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *issues = NULL;

  g_test_summary ("Parts of a table, each with a header and an encoding of its own");

  g_assert_true (cadre_extract_reader_add_bytes (reader, "t", first, NULL));
  g_assert_true (cadre_extract_reader_add_bytes (reader, "t", second, NULL));
  cadre_extract_reader_set_as_of (reader, date);
  import = cadre_extract_reader_read (reader, NULL, &error);
  g_assert_no_error (error);
  structure = tell_structure (cadre_import_get_structure (import));
  issues = extract_tell_issues (cadre_import_get_issues (import));
  as_of = cadre_structure_get_as_of (cadre_import_get_structure (import));
  g_assert_cmpstr (structure, ==, "posts: {id: a, title: \303\251}");
  g_assert_cmpstr (issues, ==, "document.csv.assumed-windows-1252 at t: row 2");
  g_assert_true (cadre_date_equal (as_of, date));
}

static void
test_messages (void)
{
  g_autoptr (CadreFieldMap) map =
    make_map (THREE, POST_AND ("\"title\": \"X\", \"pay-min\": \"M\""));
  g_autoptr (CadreImport) import =
    read_table (map, "P,X,M,CANARY\nCANARY-ID,CANARY,CANARY\nCANARY-ID,CANARY2,CANARY\n", NULL,
                NULL);
  CadreIssueList *issues = cadre_import_get_issues (import);

  g_test_summary ("No message, suggestion or origin holds what stands in a cell");

  g_assert_cmpuint (cadre_issue_list_get_total (issues), >, 4);
  for (guint i = 0; i < cadre_issue_list_get_total (issues); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);

      g_assert_null (strstr (cadre_issue_get_message (issue), "CANARY"));
      g_assert_null (strstr (cadre_issue_get_suggestion (issue), "CANARY"));
      g_assert_null (strstr (cadre_issue_get_origin (issue), "CANARY"));
      if (cadre_issue_get_subject (issue) != NULL)
        g_assert_cmpstr (cadre_issue_get_subject (issue), ==, "post/CANARY-ID");
    }
}

/* Hostile tables */

static void
test_many_columns (void)
{
  g_autoptr (CadreFieldMap) map = make_map (TWO, POST_AND ("\"title\": \"X\""));
  g_autoptr (CadreImport) import = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new ("P");
  g_autofree char *csv = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, ",Q");
  g_string_append (text, "\na\n");
  csv = g_string_free (text, FALSE);

  import = read_table (map, csv, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cadre_issue_list_get_count (cadre_import_get_issues (import),
                                                "exchange.extract.unknown-column"),
                    ==, 1000);
  g_assert_cmpuint (cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_POST), ==, 1);
}

static void
test_long_id (void)
{
  g_autoptr (CadreFieldMap) map = make_map ("{\"name\": \"P\"}", POST);
  g_autofree char *id = g_strnfill (256, 'x');
  g_autofree char *csv = g_strdup_printf ("P\n%s\n%s\n", id, id + 1);
  g_autoptr (CadreImport) import = read_table (map, csv, NULL, NULL);
  g_autofree char *fates = extract_tell_fates (import);
  g_autofree char *issues = extract_tell_issues (cadre_import_get_issues (import));

  g_assert_cmpstr (fates, ==, "1 0 0 0 1");
  g_assert_cmpstr (issues, ==, "bad-id at t: row 2, cell 1\nincomplete at t: row 2");
}

static void
test_random (void)
{
  static const char *const cells[] = { "",  "a", "b",    "c",  "1",        "2024-01-01",
                                       "x", "-", "\"\"", "=a", "31/12/99", "\"b,c\"" };
  g_autoptr (CadreFieldMap) map = make_map (
    THREE ", {\"name\": \"D\"}",
    POST_AND (
      "\"title\": \"D\", \"attributes.q\": \"D\"") ", " HELD ", " BY_PERSON
                                                   ", {\"kind\": \"unit\", \"when\": [{\"column\": "
                                                   "\"D\", \"is-not\": [\"x\"]}], "
                                                   "\"fields\": {\"id\": \"D\", \"valid-from\": "
                                                   "\"M\"}}");

  g_test_summary ("Whatever the rows are, the fates add up to those that are not blank");

  for (guint i = 0; i < 500; i++)
    {
      GString *text = g_string_new ("P,X,M,D\n");
      const guint n_rows = (guint) g_test_rand_int_range (0, 12);
      guint n_filled = 0;
      g_autofree char *csv = NULL;
      g_autoptr (CadreImport) import = NULL;
      g_autoptr (GError) error = NULL;

      for (guint row = 0; row < n_rows; row++)
        {
          const guint n_cells = (guint) g_test_rand_int_range (1, 6);
          gboolean is_blank = TRUE;

          for (guint j = 0; j < n_cells; j++)
            {
              const guint cell = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (cells));

              g_string_append_printf (text, "%s%s", j > 0 ? "," : "", cells[cell]);
              is_blank = is_blank && (*cells[cell] == '\0' || strcmp (cells[cell], "\"\"") == 0);
            }
          g_string_append_c (text, '\n');
          n_filled += !is_blank;
        }
      csv = g_string_free (text, FALSE);

      import = read_table (map, csv, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (cadre_import_get_n_rows (import), ==, n_filled);
      g_assert_cmpuint (cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_POST), ==,
                        cadre_structure_get_n_records (cadre_import_get_structure (import),
                                                       CADRE_RECORD_KIND_POST));
    }
}

/* A column of which nothing is said until there are many rows, and every other row says
 * nothing after that. */
static void
test_late_column (void)
{
  g_autoptr (CadreFieldMap) map =
    make_map (THREE, POST_AND ("\"title\": \"X\", \"cost\": \"M\", \"hours\": \"M\""));
  g_autoptr (CadreImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *csv = NULL;
  CadreStructure *structure = NULL;
  GString *text = g_string_new ("P,X,M\n");

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, i < 700 || i % 2 == 1 ? "p%04u,,\n" : "p%04u,t,7\n", i);
  csv = g_string_free (text, FALSE);
  import = read_table (map, csv, NULL, &error);
  g_assert_no_error (error);

  structure = cadre_import_get_structure (import);
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%04u", i);
      g_autoptr (CadrePost) post = cadre_structure_find_post (structure, id);
      const gboolean is_silent = i < 700 || i % 2 == 1;
      g_autoptr (CadreFraction) hours = NULL;

      g_assert_nonnull (post);
      hours = cadre_post_get_hours (post);
      g_assert_cmpstr (cadre_post_get_title (post, NULL), ==, is_silent ? NULL : "t");
      g_assert_cmpint (cadre_post_get_cost (post), ==, is_silent ? -1 : 700);
      g_assert_true ((hours == NULL) == is_silent);
    }
}

/* What the reader remembers of the rows before must not show: parts of one row each
 * have none before them. */
static void
test_remembered (void)
{
  g_autoptr (CadreFieldMap) map =
    make_map (THREE ", {\"name\": \"D\"}",
              POST_AND ("\"title\": \"D\", \"attributes.q\": \"M\", \"attributes.a\": "
                        "\"D\"") ", {\"kind\": \"unit\", \"fields\": {\"id\": \"X\", "
                                 "\"name\": \"D\"}}, "
                                 "{\"kind\": \"grade\", \"when\": [{\"column\": "
                                 "\"M\", \"is-not\": [\"t1\"]}], "
                                 "\"fields\": {\"id\": \"D\"}}, " HELD ", " LINE);
  g_autoptr (CadreExtractReader) whole = cadre_extract_reader_new (map);
  g_autoptr (CadreExtractReader) parts = cadre_extract_reader_new (map);
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  GString *text = g_string_new ("P,X,M,D\n");
  const guint n_rows = often (1500, 150);
  g_autoptr (GBytes) bytes = NULL;
  CadreExtractReader *readers[] = { whole, parts };
  char *told[2] = { NULL, NULL };

  for (guint i = 0; i < n_rows; i++)
    {
      const guint n_texts = i < n_rows / 2 ? 12 : 2000; /* then they hardly come again */
      g_autofree char *row =
        g_strdup_printf ("p%d,%s%d,t%d,%s%d\n", g_test_rand_int_range (0, 400),
                         g_test_rand_bit () ? " u" : "another unit of a long name: ",
                         g_test_rand_int_range (0, (int) n_texts), g_test_rand_int_range (0, 5),
                         g_test_rand_bit () ? "" : "a name of more than thirty-two bytes ",
                         g_test_rand_int_range (0, (int) n_texts));
      g_autofree char *part = g_strconcat ("P,X,M,D\n", row, NULL);
      g_autoptr (GBytes) part_bytes = g_bytes_new (part, strlen (part));

      g_string_append (text, row);
      g_assert_true (cadre_extract_reader_add_bytes (parts, "t", part_bytes, NULL));
    }
  bytes = g_string_free_to_bytes (text);
  g_assert_true (cadre_extract_reader_add_bytes (whole, "t", bytes, NULL));

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CadreImport) import = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *structure = NULL;
      g_autofree char *fates = NULL;

      cadre_extract_reader_set_limits (readers[i], limits);
      import = cadre_extract_reader_read (readers[i], NULL, &error);
      g_assert_no_error (error);
      structure = tell_structure (cadre_import_get_structure (import));
      fates = extract_tell_fates (import);
      told[i] =
        g_strdup_printf ("%s\n%u\n%s", fates,
                         cadre_issue_list_get_total (cadre_import_get_issues (import)), structure);
    }
  g_assert_cmpstr (told[0], ==, told[1]);
  g_assert_cmpuint (strlen (told[0]), >, n_rows * 60);
  g_free (told[0]);
  g_free (told[1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (extract_samples); i++)
    {
      g_autofree char *path =
        g_strconcat ("/exchange/extract/sample/", extract_samples[i].map, NULL);

      g_test_add_data_func (path, &extract_samples[i], test_sample);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/extract/rule/", rules[i].name, NULL);

      g_test_add_data_func (path, &rules[i], test_rule);
    }
  g_test_add_func ("/exchange/extract/sample-counts", test_sample_counts);
  g_test_add_func ("/exchange/extract/errors", test_errors);
  g_test_add_func ("/exchange/extract/no-such-table", test_no_such_table);
  g_test_add_func ("/exchange/extract/limits", test_limits);
  g_test_add_func ("/exchange/extract/cancelled", test_cancelled);
  g_test_add_func ("/exchange/extract/parts", test_parts);
  g_test_add_func ("/exchange/extract/messages", test_messages);
  g_test_add_func ("/exchange/extract/many-columns", test_many_columns);
  g_test_add_func ("/exchange/extract/long-id", test_long_id);
  g_test_add_func ("/exchange/extract/random", test_random);
  g_test_add_func ("/exchange/extract/late-column", test_late_column);
  g_test_add_func ("/exchange/extract/remembered", test_remembered);

  return g_test_run ();
}
