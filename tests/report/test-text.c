/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Plain text in columns: how wide a text is, where it is broken, and what a
 * table does that does not fit. */

#include "report/cadre-report-private.h"
#include "report/cadre-wrap-private.h"
#include <cadre/cadre-report.h>

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  gsize columns;
  const char *lines; /* one a line */
} WrapCase;

static const WrapCase wrap_cases[] = {
  { "empty", "", 10, "" },
  { "fits", "Head of Operations", 18, "Head of Operations" },
  { "between-words", "Head of Operations", 17, "Head of\nOperations" },
  { "long-word", "Llanfairpwllgwyngyll", 8, "Llanfair\npwllgwyn\ngyll" },
  { "long-word-after-short", "of Llanfairpwllgwyngyll", 8, "of\nLlanfair\npwllgwyn\ngyll" },
  { "wide", "服务 经理", 4, "服务\n经理" },
  { "wide-word-broken", "服务经理", 5, "服务\n经理" },
  { "wide-letter-too-wide", "服务", 1, "服\n务" },
  { "marks-stay",
    "e\xCC\x81"
    "e\xCC\x81"
    "e\xCC\x81",
    2,
    "e\xCC\x81"
    "e\xCC\x81\n"
    "e\xCC\x81" },
  { "blanks-at-ends", "  a  b  ", 10, "a b" },
};

static void
test_wrap (gconstpointer data)
{
  const WrapCase *c = data;
  g_autoptr (GPtrArray) lines = cadre_text_wrap (c->text, c->columns);
  g_autofree char *joined = NULL;

  g_ptr_array_add (lines, NULL);
  joined = g_strjoinv ("\n", (char **) lines->pdata);
  g_assert_cmpstr (joined, ==, c->lines);
}

static void
test_columns (void)
{
  g_assert_cmpuint (cadre_text_columns ("abc"), ==, 3);
  g_assert_cmpuint (cadre_text_columns ("ŵ ŷ"), ==, 3);
  g_assert_cmpuint (cadre_text_columns ("服务"), ==, 4);
  g_assert_cmpuint (cadre_text_columns ("e\xCC\x81"), ==, 1);
  g_assert_cmpuint (cadre_text_longest_word ("a bcd 服务 e"), ==, 4);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *tidy;
} TidyCase;

static const TidyCase tidy_cases[] = {
  { "nothing", "Head of Service", "Head of Service" },
  { "line-breaks", "Head\nof\r\n\tService ", "Head of Service" },
  { "escape", "\x1B[31mred", "[31mred" },
  { "c1-control",
    "a\xC2\x9B"
    "31mb",
    "a 31mb" },
  { "delete",
    "a\x7F"
    "b",
    "a b" },
  { "separators",
    "a\xE2\x80\xA8"
    "b\xE2\x80\xA9"
    "c",
    "a b c" },
  { "turned-direction",
    "a\xE2\x80\xAE"
    "b",
    "a\xEF\xBF\xBD"
    "b" },
};

static void
test_tidy (gconstpointer data)
{
  const TidyCase *c = data;
  g_autofree char *tidy = cadre_text_tidy (c->text);

  g_assert_cmpstr (tidy, ==, c->tidy);
}

static CadreReport *
begin (void)
{
  CadreReport *report = cadre_report_begin (&cadre_english, "test");

  cadre_report_take_title (report, g_strdup ("T"));
  cadre_report_begin_section (report, "s", g_strdup ("S"));
  return report;
}

/* What stands after the head of the only section. */
static char *
body_of (CadreReport *report, guint width)
{
  g_autofree char *text = cadre_report_to_text (report, width);

  g_assert_true (g_str_has_prefix (text, "T\n=\n\n\n1. S\n----\n"));
  return g_strdup (text + strlen ("T\n=\n\n\n1. S\n----\n"));
}

static CadreReport *
make_table (const char *first, const char *second)
{
  CadreReport *report = begin ();

  cadre_report_begin_table (report, NULL);
  cadre_report_add_column (report, g_strdup ("Post"), CADRE_ALIGNMENT_START);
  cadre_report_add_column (report, g_strdup ("No"), CADRE_ALIGNMENT_END);
  cadre_report_add_column (report, g_strdup ("What"), CADRE_ALIGNMENT_START);
  cadre_report_add_item (report, g_strdup (first), NULL);
  cadre_report_add_item (report, g_strdup ("4"), NULL);
  cadre_report_add_item (report, g_strdup (second), NULL);
  cadre_report_add_item (report, g_strdup ("服务"), NULL);
  cadre_report_add_item (report, g_strdup ("12"), NULL);
  cadre_report_add_item (report, g_strdup ("x"), NULL);
  return report;
}

static void
check_body (CadreReport *report, guint width, const char *expected)
{
  g_autofree char *body = body_of (report, width);

  g_assert_cmpstr (body, ==, expected);
  g_assert_finalize_object (report);
}

static void
test_table_fits (void)
{
  check_body (make_table ("Head", "new"), 80,
              "\n"
              "Post  No  What\n"
              "----  --  ----\n"
              "Head   4  new\n"
              "服务  12  x\n");
}

static void
test_table_wraps (void)
{
  check_body (make_table ("Head of Integrated Services", "subject to a decision"), 40,
              "\n"
              "Post               No  What\n"
              "-----------------  --  -----------------\n"
              "Head of             4  subject to a\n"
              "Integrated             decision\n"
              "Services\n"
              "\n"
              "服务               12  x\n");
}

static void
test_table_becomes_records (void)
{
  check_body (make_table ("Llanfairpwllgwyngyllgogerychwyrndrobwll", "new"), 30,
              "\n"
              "  Llanfairpwllgwyngyllgogerych\n"
              "  wyrndrobwll\n"
              "    No: 4\n"
              "    What: new\n"
              "\n"
              "  服务\n"
              "    No: 12\n"
              "    What: x\n");
}

/* An empty cell of a record is left out, and nothing is lost. */
static void
test_table_record_without_text (void)
{
  check_body (make_table ("Llanfairpwllgwyngyllgogerychwyrndrobwll", ""), 30,
              "\n"
              "  Llanfairpwllgwyngyllgogerych\n"
              "  wyrndrobwll\n"
              "    No: 4\n"
              "\n"
              "  服务\n"
              "    No: 12\n"
              "    What: x\n");
}

static void
test_tree (void)
{
  CadreReport *report = begin ();

  cadre_report_begin_tree (report, g_strdup ("Who manages whom"));
  cadre_report_add_node (report, 0, g_strdup ("Director"), NULL, "post/a");
  cadre_report_add_node (report, 1, g_strdup ("Head"), g_strdup ("new"), "post/b");
  cadre_report_add_node (report, 12, g_strdup ("Deep"), g_strdup (""), NULL);
  check_body (report, 20,
              "\n"
              "Who manages whom\n"
              "\n"
              "- Director\n"
              "  - Head [new]\n"
              "          (12) Deep\n");
}

static void
test_facts (void)
{
  CadreReport *report = begin ();

  cadre_report_begin_facts (report);
  cadre_report_add_fact (report, g_strdup ("Posts"), g_strdup ("10"), NULL);
  cadre_report_add_fact (report, g_strdup ("Positions"), g_strdup ("at least thirteen of them"),
                         NULL);
  check_body (report, 24,
              "\n"
              "Posts:     10\n"
              "Positions: at least\n"
              "           thirteen of\n"
              "           them\n");
}

/* A block without items says nothing, not even a caption. */
static void
test_empty_blocks (void)
{
  CadreReport *report = begin ();

  cadre_report_begin_list (report);
  cadre_report_begin_tree (report, g_strdup ("Nobody"));
  cadre_report_begin_table (report, g_strdup ("Nothing"));
  cadre_report_add_column (report, g_strdup ("Post"), CADRE_ALIGNMENT_START);
  check_body (report, 80, "");
}

static gboolean
lines_fit (const char *text, gsize width)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (cadre_text_columns (lines[i]) > width)
      return FALSE;

  return TRUE;
}

/* Whatever the texts and the width, no line is wider, and every letter of the
 * table is there. */
static void
test_random_tables (void)
{
  for (guint i = 0; i < 300; i++)
    {
      guint width = (guint) g_test_rand_int_range (20, 100);
      g_autoptr (GString) cell = g_string_new (NULL);
      g_autoptr (CadreReport) report = NULL;
      g_autofree char *text = NULL;
      guint letters = 0;

      for (int j = g_test_rand_int_range (0, 200); j > 0; j--)
        g_string_append (cell, g_test_rand_int_range (0, 6) == 0   ? " "
                               : g_test_rand_int_range (0, 4) == 0 ? "服"
                                                                   : "z");
      report = make_table (cell->str, cell->str);
      text = cadre_report_to_text (report, width);
      g_assert_true (lines_fit (text, width));
      for (const char *at = text; *at != '\0'; at++)
        letters += *at == 'z';
      for (const char *at = cell->str; *at != '\0'; at++)
        letters -= 2 * (*at == 'z');
      g_assert_cmpuint (letters, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrap_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/report/text/wrap/", wrap_cases[i].name, NULL);

      g_test_add_data_func (path, &wrap_cases[i], test_wrap);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tidy_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/report/text/tidy/", tidy_cases[i].name, NULL);

      g_test_add_data_func (path, &tidy_cases[i], test_tidy);
    }
  g_test_add_func ("/report/text/columns", test_columns);
  g_test_add_func ("/report/text/table/fits", test_table_fits);
  g_test_add_func ("/report/text/table/wraps", test_table_wraps);
  g_test_add_func ("/report/text/table/becomes-records", test_table_becomes_records);
  g_test_add_func ("/report/text/table/record-without-text", test_table_record_without_text);
  g_test_add_func ("/report/text/table/random", test_random_tables);
  g_test_add_func ("/report/text/tree", test_tree);
  g_test_add_func ("/report/text/facts", test_facts);
  g_test_add_func ("/report/text/empty-blocks", test_empty_blocks);

  return g_test_run ();
}
