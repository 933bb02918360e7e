/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

#include <string.h>

static CadreStructure *
load (const char *members)
{
  g_autofree char *text =
    g_strdup_printf ("{'cadre':'structure','version':1,'id':'s','as-of':'2026-04-01',%s}", members);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = NULL;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new_static (text, strlen (text));
  structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  return structure;
}

/* "a=b c=d" as pairs. */
static GListModel *
make_pairs (const char *text)
{
  GListStore *list = g_list_store_new (CADRE_TYPE_PAIR);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) ids = g_strsplit (words[i], "=", 2);
      g_autoptr (CadrePair) pair = cadre_pair_new (ids[0], ids[1], CADRE_LINEAGE_KIND_CONTINUING,
                                                   CADRE_PAIR_BASIS_CONFIRMED, NULL);

      g_list_store_append (list, pair);
    }

  return G_LIST_MODEL (list);
}

static const char *
nick (GType words, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (words);

  return g_enum_get_value (klass, value)->value_nick;
}

/* Each row on a line: kind, key, how many records each list has, the odd list, and of
 * each field that differs (!) or is not stated by one that others state (?) the
 * values. */
static char *
describe (CadreReconciliation *result)
{
  GString *text = g_string_new (NULL);
  guint n_sides = cadre_reconciliation_get_n_sides (result);
  g_auto (GStrv) fields = cadre_reconciliation_dup_fields (result);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (result)); i++)
    {
      g_autoptr (CadreReconciledRow) row = cadre_reconciliation_get_row (result, i);

      g_string_append_printf (text, "%s %s ",
                              nick (CADRE_TYPE_RECONCILED_KIND,
                                    cadre_reconciled_row_get_kind (row)),
                              cadre_reconciled_row_get_key (row));
      for (guint side = 0; side < n_sides; side++)
        {
          g_auto (GStrv) records = cadre_reconciled_row_dup_records (row, side);

          g_string_append_printf (text, "%u", g_strv_length (records));
        }
      if (cadre_reconciled_row_get_odd_side (row) >= 0)
        g_string_append_printf (text, " odd %d", cadre_reconciled_row_get_odd_side (row));
      for (guint k = 0; fields[k] != NULL; k++)
        if (cadre_reconciled_row_get_result (row, fields[k]) == CADRE_FIELD_RESULT_DIFFERS)
          {
            g_string_append_printf (text, " %s:", fields[k]);
            for (guint side = 0; side < n_sides; side++)
              g_string_append_printf (text, "%s%s", side > 0 ? "|" : "",
                                      cadre_reconciled_row_get_value (row, fields[k], side) != NULL
                                        ? cadre_reconciled_row_get_value (row, fields[k], side)
                                        : "-");
          }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* What has to hold of every reconciliation. */
static void
assert_adds_up (CadreReconciliation *result)
{
  CadreRecordKind kind = cadre_reconciliation_get_record_kind (result);
  g_auto (GStrv) fields = cadre_reconciliation_dup_fields (result);
  guint n_rows = 0;
  guint n_comparable = 0;

  for (guint i = 0; i <= CADRE_RECONCILED_KIND_NO_KEY; i++)
    n_rows += cadre_reconciliation_get_n_rows (result, i);
  g_assert_cmpuint (n_rows, ==, g_list_model_get_n_items (G_LIST_MODEL (result)));

  for (guint side = 0; side < cadre_reconciliation_get_n_sides (result); side++)
    {
      CadreStructure *structure = cadre_reconciliation_get_structure (result, side);
      guint n = 0;
      guint n_listed = 0;

      for (guint i = 0; i <= CADRE_RECONCILED_KIND_NO_KEY; i++)
        n += cadre_reconciliation_get_n_records (result, i, side);
      for (guint i = 0; i < n_rows; i++)
        {
          g_autoptr (CadreReconciledRow) row = cadre_reconciliation_get_row (result, i);
          g_auto (GStrv) records = cadre_reconciled_row_dup_records (row, side);

          n_listed += g_strv_length (records);
        }
      g_assert_cmpuint (n, ==, cadre_structure_get_n_records (structure, kind));
      g_assert_cmpuint (n_listed, ==, n);
    }

  for (guint i = 0; i <= CADRE_RECONCILED_KIND_MISSING; i++)
    n_comparable += cadre_reconciliation_get_n_rows (result, i);
  for (guint i = 0; fields[i] != NULL; i++)
    {
      guint n = 0;

      for (guint k = 0; k <= CADRE_FIELD_RESULT_DIFFERS; k++)
        n += cadre_reconciliation_get_n_of_field (result, fields[i], k);
      g_assert_cmpuint (n, ==, n_comparable);
    }
}

typedef struct
{
  const char *name;
  const char *lists[3]; /* the last may be NULL */
  CadreRecordKind kind;
  const char *key;
  const char *fields; /* (nullable) */
  const char *pairs;  /* (nullable) */
  const char *third_pairs;
  const char *rows;
  const char *codes;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "agreed", { "'posts':[{'id':'a','title':'X'}]", "'posts':[{'id':'a','title':'X'}]", NULL },
    CADRE_RECORD_KIND_POST, "id", NULL, NULL, NULL, "agreed a 11\n", "" },
  { "unknown-is-not-different",
    { "'posts':[{'id':'a','title':'X'}]", "'posts':[{'id':'a','grade':'G'}]", NULL },
    CADRE_RECORD_KIND_POST, "id", NULL, NULL, NULL, "agreed a 11\n", "" },
  { "differs", { "'posts':[{'id':'a','title':'X','hours':18.5,'cost-centre':'1'}]",
      "'posts':[{'id':'a','title':'Y','hours':18,'cost-centre':'01'}]", NULL },
    CADRE_RECORD_KIND_POST, "id", NULL, NULL, NULL,
    "differs a 11 title:X|Y hours:37/2|18 cost-centre:1|01\n", "" },
  { "hours-are-exact", { "'posts':[{'id':'a','hours':18.5,'standard-hours':37}]",
      "'posts':[{'id':'a','fte':0.5}]", NULL },
    CADRE_RECORD_KIND_POST, "id", "fte", NULL, NULL, "agreed a 11\n", "" },
  { "third-of-a-post", { "'posts':[{'id':'a','fte':'1/3'}]", "'posts':[{'id':'a','fte':0.33}]",
      NULL },
    CADRE_RECORD_KIND_POST, "id", "fte", NULL, NULL, "differs a 11 fte:1/3|33/100\n", "" },
  { "only-here", { "'posts':[{'id':'a'},{'id':'b'}]", "'posts':[{'id':'b'},{'id':'c'}]", NULL },
    CADRE_RECORD_KIND_POST, "id", NULL, NULL, NULL,
    "only-here a 10\nagreed b 11\nonly-here c 01\n", "" },
  { "one-against-two", { "'posts':[{'id':'a','title':'X'},{'id':'b'},{'id':'c'}]",
      "'posts':[{'id':'a','title':'X'},{'id':'b'}]", "'posts':[{'id':'a','title':'Y'}]" },
    CADRE_RECORD_KIND_POST, "id", NULL, NULL, NULL,
    "differs a 111 odd 2 title:X|X|Y\nmissing b 110 odd 2\nonly-here c 100 odd 0\n", "" },
  { "all-three-different", { "'posts':[{'id':'a','title':'X','grade':'1'}]",
      "'posts':[{'id':'a','title':'Y','grade':'1'}]", "'posts':[{'id':'a','title':'Z','grade':'2'}]" },
    CADRE_RECORD_KIND_POST, "id", "title grade", NULL, NULL,
    "differs a 111 title:X|Y|Z grade:1|1|2\n", "" },
  { "two-odd-sides", { "'posts':[{'id':'a','title':'X','grade':'1'}]",
      "'posts':[{'id':'a','title':'Y','grade':'1'}]", "'posts':[{'id':'a','title':'X','grade':'2'}]" },
    CADRE_RECORD_KIND_POST, "id", "title grade", NULL, NULL,
    "differs a 111 title:X|Y|X grade:1|1|2\n", "" },
  { "first-does-not-know", { "'posts':[{'id':'b'}]", "'posts':[{'id':'a','title':'X'}]",
      "'posts':[{'id':'a','title':'Y'}]" },
    CADRE_RECORD_KIND_POST, "id", NULL, NULL, NULL,
    "only-here b 100 odd 0\nmissing a 011 odd 0 title:-|X|Y\n", "" },
  { "one-silent-of-three", { "'posts':[{'id':'a','title':'X'}]", "'posts':[{'id':'a'}]",
      "'posts':[{'id':'a','title':'Y'}]" },
    CADRE_RECORD_KIND_POST, "id", NULL, NULL, NULL, "differs a 111 title:X|-|Y\n", "" },
  { "key-twice", { "'posts':[{'id':'a','cost-centre':'1'},{'id':'b','cost-centre':'1'}]",
      "'posts':[{'id':'c','cost-centre':'1'},{'id':'d','cost-centre':'2'}]", NULL },
    CADRE_RECORD_KIND_POST, "cost-centre", NULL, NULL, NULL,
    "ambiguous 1 21\nonly-here 2 01\n", "ambiguous-key" },
  { "key-twice-in-one-list-only",
    { "'posts':[{'id':'a','cost-centre':'1'},{'id':'b','cost-centre':'1'}]", "'posts':[]", NULL },
    CADRE_RECORD_KIND_POST, "cost-centre", NULL, NULL, NULL, "ambiguous 1 20\n", "ambiguous-key" },
  { "id-twice", { "'posts':[{'id':'a'},{'id':'a'}]", "'posts':[{'id':'a'}]", NULL },
    CADRE_RECORD_KIND_POST, "id", NULL, NULL, NULL, "ambiguous a 21\n", "ambiguous-key" },
  { "no-key", { "'posts':[{'id':'a'},{'title':'X'}]", "'posts':[{'title':'X'}]", NULL },
    CADRE_RECORD_KIND_POST, "attribute:number", NULL, NULL, NULL,
    "no-key A:/posts/1 10\nno-key A:post/a 10\nno-key B:/posts/0 01\n", "no-key" },
  { "attribute", { "'posts':[{'id':'a','attributes':{'number':'7','x':'y'}}]",
      "'posts':[{'id':'b','attributes':{'number':'7','x':'z'}}]", NULL },
    CADRE_RECORD_KIND_POST, "attribute:number", "attribute:x title", NULL, NULL,
    "differs 7 11 attribute:x:y|z\n", "" },
  { "names-of-units", { "'units':[{'id':'u','name':'Strategy'}],'posts':[{'id':'a','unit':'u'}]",
      "'units':[{'id':'7','name':'Strategy'}],'posts':[{'id':'a','unit':'7'}]",
      "'units':[{'id':'u'}],'posts':[{'id':'a','unit':'u'}]" },
    CADRE_RECORD_KIND_POST, "id", "unit", NULL, NULL, "differs a 111 unit:Strategy|Strategy|u\n",
    "" },
  { "managers-found-by-key",
    { "'posts':[{'id':'a','attributes':{'n':'1'}},{'id':'b','manager':'a','attributes':{'n':'2'}},"
      "{'id':'c','manager':'a','attributes':{'n':'3'}}]",
      "'posts':[{'id':'p','attributes':{'n':'1'}},{'id':'q','manager':'p','attributes':{'n':'2'}},"
      "{'id':'r','manager':'q','attributes':{'n':'3'}}]", NULL },
    CADRE_RECORD_KIND_POST, "attribute:n", "manager", NULL, NULL,
    "agreed 1 11\nagreed 2 11\ndiffers 3 11 manager:a|q\n", "" },
  { "assignments", { "'posts':[{'id':'p','grade':'G1'}],'persons':[{'id':'e1'},{'id':'e2'}],"
      "'assignments':[{'id':'1','person':'e1','post':'p','hours':37,'contract':'permanent'},"
      "{'id':'2','person':'e2','post':'p'}]",
      "'posts':[{'id':'p','grade':'G2'}],'persons':[{'id':'e1'}],"
      "'assignments':[{'id':'9','person':'e1','post':'p','hours':36,'contract':'permanent'}]",
      NULL },
    CADRE_RECORD_KIND_ASSIGNMENT, "person", NULL, NULL, NULL,
    "differs e1 11 grade:G1|G2 hours:37|36\nonly-here e2 10\n", "" },
  { "persons-of-posts", { "'posts':[{'id':'p'}],'persons':[{'id':'e1'},{'id':'e2'}],"
      "'assignments':[{'id':'1','person':'e2','post':'p'},{'id':'2','person':'e1','post':'p'}]",
      "'posts':[{'id':'p'}],'persons':[{'id':'e1'}],"
      "'assignments':[{'id':'1','person':'e1','post':'p'}]", NULL },
    CADRE_RECORD_KIND_POST, "id", "person", NULL, NULL, "differs p 11 person:e1, e2|e1\n", "" },
  { "pairs", { "'posts':[{'id':'a','title':'X'},{'id':'b'}]", "'posts':[{'id':'a'},{'id':'z','title':'Y'}]",
      NULL },
    CADRE_RECORD_KIND_POST, "id", NULL, "a=z", NULL,
    "differs a 11 title:X|Y\nonly-here b 10\nonly-here a 01\n", "" },
  { "pairs-with-a-third-by-key", { "'posts':[{'id':'a'}]", "'posts':[{'id':'z'}]",
      "'posts':[{'id':'a'}]" },
    CADRE_RECORD_KIND_POST, "id", NULL, "a=z", NULL, "agreed a 111\n", "" },
  { "pairs-tell-keys-apart",
    { "'posts':[{'id':'a','cost-centre':'1'},{'id':'b','cost-centre':'1'}]",
      "'posts':[{'id':'c','cost-centre':'1'},{'id':'d','cost-centre':'1'}]", NULL },
    CADRE_RECORD_KIND_POST, "cost-centre", NULL, "a=d b=c", NULL, "agreed 1 11\nagreed 1 11\n", "" },
  { "pairs-for-the-third", { "'posts':[{'id':'a'}]", "'posts':[{'id':'a'}]", "'posts':[{'id':'x'}]" },
    CADRE_RECORD_KIND_POST, "id", NULL, NULL, "a=x", "agreed a 111\n", "" },
  { "pairs-contradict", { "'posts':[{'id':'a'},{'id':'b'}]", "'posts':[{'id':'c'}]", NULL },
    CADRE_RECORD_KIND_POST, "id", NULL, "a=c b=c", NULL, "ambiguous a 21\n",
    "ambiguous-key pair-contradiction" },
  { "pairs-of-nothing", { "'posts':[{'id':'a'}]", "'posts':[{'id':'b'}]", NULL },
    CADRE_RECORD_KIND_POST, "id", NULL, "x=b a=y", NULL, "only-here a 10\nonly-here b 01\n",
    "pair-dangling" },
  { "silent-by-default", { "'posts':[{'id':'a','establishment':2},{'id':'b'}]",
      "'posts':[{'id':'a'},{'id':'b'}]", NULL },
    CADRE_RECORD_KIND_POST, "id", "establishment grouped", NULL, NULL, "agreed a 11\nagreed b 11\n",
    "" },
  { "nothing", { "'posts':[]", "'posts':[]", "'posts':[]" },
    CADRE_RECORD_KIND_POST, "id", NULL, NULL, NULL, "", "" },
  { "path-like", { "'posts':[{'id':'../../etc/passwd','title':'=1+1'}]",
      "'posts':[{'id':'../../etc/passwd','title':'@x'}]", NULL },
    CADRE_RECORD_KIND_POST, "id", NULL, NULL, NULL,
    "differs ../../etc/passwd 11 title:=1+1|@x\n", "" },
};
/* clang-format on */

static char *
join_codes (CadreIssueList *issues)
{
  g_auto (GStrv) codes = cadre_issue_list_dup_codes (issues);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_assert_true (g_str_has_prefix (codes[i], "exchange.reconcile."));
      memmove (codes[i], codes[i] + strlen ("exchange.reconcile."),
               strlen (codes[i]) + 1 - strlen ("exchange.reconcile."));
    }

  return g_strjoinv (" ", codes);
}

static CadreReconciler *
make_reconciler (const Case *test)
{
  CadreReconciler *reconciler = cadre_reconciler_new ();
  g_auto (GStrv) fields = test->fields != NULL ? g_strsplit (test->fields, " ", -1) : NULL;
  g_autoptr (GListModel) pairs = test->pairs != NULL ? make_pairs (test->pairs) : NULL;
  g_autoptr (GListModel) third = test->third_pairs != NULL ? make_pairs (test->third_pairs) : NULL;

  cadre_reconciler_set_record_kind (reconciler, test->kind);
  cadre_reconciler_set_key (reconciler, test->key);
  cadre_reconciler_set_fields (reconciler, (const char *const *) fields);
  cadre_reconciler_set_pairs (reconciler, pairs);
  cadre_reconciler_set_third_pairs (reconciler, third);

  return reconciler;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (CadreStructure) first = load (test->lists[0]);
  g_autoptr (CadreStructure) second = load (test->lists[1]);
  g_autoptr (CadreStructure) third = test->lists[2] != NULL ? load (test->lists[2]) : NULL;
  CadreReconciler *reconciler = make_reconciler (test);
  g_autoptr (GError) error = NULL;
  CadreReconciliation *result =
    cadre_reconciler_run (reconciler, first, second, third, NULL, &error);
  g_autofree char *rows = NULL;
  g_autofree char *codes = NULL;

  g_assert_no_error (error);
  rows = describe (result);
  g_assert_cmpstr (rows, ==, test->rows);
  codes = join_codes (cadre_reconciliation_get_issues (result));
  g_assert_cmpstr (codes, ==, test->codes);
  assert_adds_up (result);
  g_assert_true (cadre_reconciliation_is_agreed (result) ==
                   (strstr (test->rows, "agreed") == test->rows || test->rows[0] == '\0') ||
                 strchr (test->rows, '\n') != strrchr (test->rows, '\n'));

  g_assert_finalize_object (result);
  g_assert_finalize_object (reconciler);
}

/* What two lists have by brute force: each key of each list, looked up in the other. */
static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      GString *texts[2] = { g_string_new ("'posts':["), g_string_new ("'posts':[") };
      guint n[2][6] = { { 0 }, { 0 } };
      guint n_once = 0;
      guint n_ambiguous = 0;
      guint n_alone = 0;
      guint n_without = 0;
      g_autoptr (CadreReconciler) reconciler = cadre_reconciler_new ();
      g_autoptr (CadreReconciliation) result = NULL;
      g_autoptr (CadreStructure) a = NULL;
      g_autoptr (CadreStructure) b = NULL;

      for (guint side = 0; side < 2; side++)
        {
          for (guint i = 0; i < (guint) g_test_rand_int_range (0, 7); i++)
            {
              guint key = (guint) g_test_rand_int_range (0, 6);

              n[side][key]++;
              g_string_append_printf (texts[side], "%s{'id':'%c%u'", i > 0 ? "," : "",
                                      'a' + (int) side, i);
              if (key > 0)
                g_string_append_printf (texts[side], ",'cost-centre':'%u'", key);
              g_string_append_c (texts[side], '}');
            }
          g_string_append_c (texts[side], ']');
        }
      for (guint key = 1; key < 6; key++)
        {
          n_once += n[0][key] == 1 && n[1][key] == 1;
          n_ambiguous += n[0][key] > 1 || n[1][key] > 1;
          n_alone += n[0][key] + n[1][key] == 1;
        }
      n_without = n[0][0] + n[1][0];

      a = load (texts[0]->str);
      b = load (texts[1]->str);
      cadre_reconciler_set_key (reconciler, "cost-centre");
      result = cadre_reconciler_run (reconciler, a, b, NULL, NULL, NULL);
      assert_adds_up (result);
      g_assert_cmpuint (cadre_reconciliation_get_n_rows (result, CADRE_RECONCILED_KIND_AGREED), ==,
                        n_once);
      g_assert_cmpuint (cadre_reconciliation_get_n_rows (result, CADRE_RECONCILED_KIND_AMBIGUOUS),
                        ==, n_ambiguous);
      g_assert_cmpuint (cadre_reconciliation_get_n_rows (result, CADRE_RECONCILED_KIND_ONLY_HERE),
                        ==, n_alone);
      g_assert_cmpuint (cadre_reconciliation_get_n_rows (result, CADRE_RECONCILED_KIND_NO_KEY), ==,
                        n_without);
      g_string_free (texts[0], TRUE);
      g_string_free (texts[1], TRUE);
    }
}

static void
test_errors (void)
{
  static const char *const no_field[] = { "title", "aliases", NULL };
  g_autoptr (CadreStructure) list = load ("'posts':[{'id':'a'}]");
  g_autoptr (CadreReconciler) reconciler = cadre_reconciler_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  cadre_reconciler_set_key (reconciler, "shoe-size");
  g_assert_null (cadre_reconciler_run (reconciler, list, list, NULL, NULL, &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "The key is no field that the records have");
  g_clear_error (&error);

  cadre_reconciler_set_key (reconciler, NULL);
  cadre_reconciler_set_fields (reconciler, no_field);
  g_assert_null (cadre_reconciler_run (reconciler, list, list, NULL, NULL, &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "Field 2 to compare is none that the records have, or is one too many");
  g_clear_error (&error);

  cadre_reconciler_set_fields (reconciler, NULL);
  cadre_reconciler_set_record_kind (reconciler, CADRE_RECORD_KIND_UNIT);
  g_assert_null (cadre_reconciler_run (reconciler, list, list, NULL, NULL, &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_UNSUPPORTED);
  g_assert_cmpstr (error->message, ==, "Only posts and assignments can be reconciled");
  g_clear_error (&error);

  cadre_reconciler_set_record_kind (reconciler, CADRE_RECORD_KIND_POST);
  g_cancellable_cancel (cancellable);
  g_assert_null (cadre_reconciler_run (reconciler, list, list, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A hundred thousand posts a list, and one key for half of them. */
static void
test_large (void)
{
  g_autoptr (CadreReconciler) reconciler = cadre_reconciler_new ();
  g_autoptr (CadreReconciliation) result = NULL;
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreStructure) list = NULL;
  g_autoptr (CadreExport) tables = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = NULL;
  GString *text = g_string_new ("'posts':[");

  if (g_getenv ("CADRE_TEST_SHORT") != NULL)
    {
      g_string_free (text, TRUE);
      g_test_skip ("CADRE_TEST_SHORT is set");
      return;
    }

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "%s{'id':'%u','title':'T','cost-centre':'%u'}", i > 0 ? "," : "",
                            i, i % 2 == 0 ? 0 : i);
  g_string_append_c (text, ']');
  list = load (text->str);
  g_string_free (text, TRUE);

  timer = g_timer_new ();
  cadre_reconciler_set_key (reconciler, "cost-centre");
  result = cadre_reconciler_run (reconciler, list, list, list, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cadre_reconciliation_get_n_rows (result, CADRE_RECONCILED_KIND_AGREED), ==,
                    50000);
  g_assert_cmpuint (cadre_reconciliation_get_n_rows (result, CADRE_RECONCILED_KIND_AMBIGUOUS), ==,
                    1);
  tables = cadre_reconciliation_write_csv (result, full, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("100,000 posts a list: %.2f s", g_timer_elapsed (timer, NULL));
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 30);
}

static char *
dup_file (CadreExport *tables, guint position)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (cadre_export_get_bytes (tables, position), &size);

  return g_strndup (data, size);
}

static CadreReconciliation *
reconcile_sample (void)
{
  static const char *const labels[] = { "HR", "payroll", NULL };
  g_autoptr (CadreStructure) first =
    load ("'posts':[{'id':'a','title':'=X','pay-min':100},{'id':'b','hours':37},{'id':'c'},"
          "{'title':'d'}],'persons':[{'id':'canary-1'}],"
          "'assignments':[{'id':'1','person':'canary-1','post':'a'}]");
  g_autoptr (CadreStructure) second =
    load ("'posts':[{'id':'a','title':'Y','pay-min':200},{'id':'b'},{'id':'e','hours':1}],"
          "'persons':[{'id':'canary-2'}],"
          "'assignments':[{'id':'1','person':'canary-2','post':'a'}]");
  g_autoptr (CadreReconciler) reconciler = cadre_reconciler_new ();
  g_autoptr (GError) error = NULL;
  CadreReconciliation *result = NULL;

  cadre_reconciler_set_labels (reconciler, labels);
  result = cadre_reconciler_run (reconciler, first, second, NULL, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static void
test_csv (void)
{
  CadreReconciliation *result = reconcile_sample ();
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  CadreExport *tables = cadre_reconciliation_write_csv (result, full, NULL, &error);
  g_autofree char *rows = NULL;
  g_autofree char *totals = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (cadre_export_get_name (tables, 0), ==, "reconciliation.csv");
  g_assert_cmpstr (cadre_export_get_name (tables, 1), ==, "totals.csv");
  rows = dup_file (tables, 0);
  g_assert_cmpstr (rows, ==,
                   "Kind,Key,Field,Result,HR,payroll,Odd one out,HR record,payroll record\r\n"
                   "no-key,HR:/posts/3,,,,,,/posts/3,\r\n"
                   "differs,a,title,differs,\"'=X\",Y,,post/a,post/a\r\n"
                   "differs,a,pay-min,differs,100,200,,post/a,post/a\r\n"
                   "differs,a,person,differs,canary-1,canary-2,,post/a,post/a\r\n"
                   "agreed,b,,,,,,post/b,post/b\r\n"
                   "only-here,c,,,,,,post/c,\r\n"
                   "only-here,e,,,,,,,post/e\r\n");
  totals = dup_file (tables, 1);
  g_assert_cmpstr (totals, ==,
                   "Kind,Rows,HR,payroll\r\nagreed,1,1,1\r\ndiffers,1,1,1\r\nmissing,0,0,0\r\n"
                   "only-here,2,1,1\r\nambiguous,0,0,0\r\nno-key,1,1,0\r\nwithheld,,0,0\r\n");

  g_assert_finalize_object (tables);
  g_assert_finalize_object (result);
}

/* A row does not say that something differs which is not shown. */
static void
test_redacted (void)
{
  CadreReconciliation *result = reconcile_sample ();
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_CONSULTATION);
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autoptr (GError) error = NULL;
  CadreReconciliation *shown = cadre_reconciliation_redact (result, redaction, &error);
  CadreExport *tables = cadre_reconciliation_write_csv (result, redaction, NULL, NULL);
  g_autofree char *text = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *totals = NULL;

  g_assert_no_error (error);
  rows = describe (shown);
  g_assert_cmpstr (rows, ==,
                   "differs a 11 title:=X|Y\nagreed b 11\nonly-here c 10\nonly-here e 01\n");
  totals = dup_file (tables, 1);
  g_assert_nonnull (strstr (totals, "withheld,,1,0\r\n"));

  g_assert_true (cadre_reconciliation_write (result, redaction, writer, &error));
  g_assert_true (cadre_writer_finish (writer, NULL, &error));
  text = cadre_writer_dup_text (writer);
  g_assert_null (strstr (text, "canary"));
  g_assert_null (strstr (text, "pay-min"));
  g_assert_nonnull (strstr (text, "\"title\""));

  g_assert_finalize_object (tables);
  g_assert_finalize_object (shown);
  g_assert_finalize_object (result);
}

static void
test_redaction_refused (void)
{
  g_autoptr (CadreStructure) list = load ("'assignments':[{'id':'1'}]");
  g_autoptr (CadreReconciler) reconciler = cadre_reconciler_new ();
  g_autoptr (CadreRedaction) redaction =
    cadre_redaction_new (CADRE_REDACTION_LEVEL_COMMITTEE_PUBLIC);
  g_autoptr (CadreReconciliation) result = NULL;
  g_autoptr (GError) error = NULL;

  cadre_reconciler_set_record_kind (reconciler, CADRE_RECORD_KIND_ASSIGNMENT);
  result = cadre_reconciler_run (reconciler, list, list, NULL, NULL, NULL);
  g_assert_null (cadre_reconciliation_write_csv (result, redaction, NULL, &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_REDACTION);
  g_assert_cmpstr (error->message, ==, "The level does not show the records that were reconciled");
}

static void
count_notify (G_GNUC_UNUSED GObject *object, G_GNUC_UNUSED GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_properties (void)
{
  static const char *const texts[] = { "title", NULL };
  g_autoptr (GListModel) pairs = make_pairs ("a=b");
  CadreReconciler *reconciler =
    g_object_new (CADRE_TYPE_RECONCILER, "record-kind", CADRE_RECORD_KIND_ASSIGNMENT, "key",
                  "person", "fields", texts, "labels", texts, "pairs", pairs, "third-pairs", pairs,
                  NULL);
  g_auto (GStrv) fields = NULL;
  guint n = 0;

  g_object_get (reconciler, "fields", &fields, NULL);
  g_assert_cmpstr (fields[0], ==, "title");
  g_assert_cmpstr (cadre_reconciler_get_key (reconciler), ==, "person");
  g_assert_cmpint (cadre_reconciler_get_record_kind (reconciler), ==, CADRE_RECORD_KIND_ASSIGNMENT);
  g_assert_cmpstr (cadre_reconciler_get_fields (reconciler)[0], ==, "title");
  g_assert_cmpstr (cadre_reconciler_get_labels (reconciler)[0], ==, "title");
  g_assert_true (cadre_reconciler_get_pairs (reconciler) == pairs);
  g_assert_true (cadre_reconciler_get_third_pairs (reconciler) == pairs);

  g_signal_connect (reconciler, "notify", G_CALLBACK (count_notify), &n);
  cadre_reconciler_set_key (reconciler, "person");
  cadre_reconciler_set_pairs (reconciler, pairs);
  cadre_reconciler_set_record_kind (reconciler, CADRE_RECORD_KIND_ASSIGNMENT);
  g_assert_cmpuint (n, ==, 0);
  cadre_reconciler_set_key (reconciler, NULL);
  cadre_reconciler_set_pairs (reconciler, NULL);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (cadre_reconciler_get_key (reconciler), ==, "id");

  g_assert_finalize_object (reconciler);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/reconcile/rows/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/exchange/reconcile/random", test_random);
  g_test_add_func ("/exchange/reconcile/errors", test_errors);
  g_test_add_func ("/exchange/reconcile/large", test_large);
  g_test_add_func ("/exchange/reconcile/csv", test_csv);
  g_test_add_func ("/exchange/reconcile/redacted", test_redacted);
  g_test_add_func ("/exchange/reconcile/redaction-refused", test_redaction_refused);
  g_test_add_func ("/exchange/reconcile/properties", test_properties);

  return g_test_run ();
}
