/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

#include <string.h>

/* A head who is there for one year, a line that changes after it, and links
 * without dates of their own. */
static const char document[] =
  "{'cadre':'structure','version':1,'id':'s','as-of':'2007-01-01',"
  "'organisations':[{'id':'O','name':'O'},{'id':'Q','name':'Q','valid-to':'2007-12-31'}],"
  "'areas':[{'id':'X','valid-to':'2007-12-31'},{'id':'Y'}],'area-parts':[{'area':'Y','part':'X'}],"
  "'units':[{'id':'U','name':{'en':'U','cy':'Uned'}},"
  "{'id':'V','name':'V','valid-to':'2007-12-31'},{'id':'W','name':{'en':'W','cy':'Wy'}}],"
  "'unit-parents':[{'unit':'V','parent':'U'},{'unit':'W','parent':'V'}],"
  "'posts':[{'id':'C','title':'C','employer':'O'},"
  "{'id':'A','title':'A','employer':'O','manager':'C'},"
  "{'id':'B','title':'B','employer':'O','valid-from':'2007-04-01','valid-to':'2008-03-31'},"
  "{'id':'D','title':'D','employer':'O','valid-from':null}],"
  "'lines':[{'post':'B','manager':'A'},"
  "{'post':'D','manager':'B','valid-to':'2007-12-31'},"
  "{'post':'D','manager':'A','valid-from':'2008-01-01'}],"
  "'functions':[{'id':'F','name':'F'}],'responsibilities':[{'post':'B','function-id':'F'}],"
  "'fundings':[{'post':'A','funder':'O','share':1,'valid-from':'2008-01-01'},"
  "{'post':'A','funder':'Q','share':1}],"
  "'statements':[{'post':'B','head':'duties','key':'k'}],"
  "'lineages':[{'post':'B','kind':'created'}],"
  "'persons':[{'id':'1'}],'assignments':[{'id':'a','person':'1','post':'B'}],"
  "'absences':[{'assignment':'a'}]}";

static CadreStructure *
load_text (const char *quoted)
{
  g_autofree char *text = g_strdelimit (g_strdup (quoted), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return structure;
}

static CadreStructure *
load (void)
{
  return load_text (document);
}

static CadreStructure *
make_at (CadreStructure *structure, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreDate) date = cadre_date_new_parse (text, &error);
  CadreStructure *at = cadre_structure_at (structure, date, NULL, &error);

  g_assert_no_error (error);
  return at;
}

/* All records but those of the kinds that are never dated. */
static char *
list_records (CadreStructure *structure)
{
  GString *text = g_string_new (NULL);

  for (guint kind = CADRE_RECORD_KIND_ORGANISATION; kind <= CADRE_RECORD_KIND_SUCCESSION; kind++)
    {
      guint n = cadre_structure_get_n_records (structure, kind);

      for (guint i = 0;
           i < n && kind != CADRE_RECORD_KIND_PERSON && kind != CADRE_RECORD_KIND_FUNCTION; i++)
        {
          g_autoptr (CadreRecord) record = cadre_structure_get_record (structure, kind, i);
          g_autofree char *name = cadre_record_to_string (record);

          g_string_append_printf (text, "%s\n", name);
        }
    }

  return g_string_free (text, FALSE);
}

static char *
list_issues (CadreStructure *structure)
{
  CadreIssueList *issues = cadre_structure_get_issues (structure);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);

      g_string_append_printf (text, "%s %s\n", cadre_issue_get_code (issue),
                              cadre_issue_get_origin (issue));
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *date;
  const char *records;
  const char *issues;
} Case;

static const Case cases[] = {
  { "before-the-post", "2007-02-01",
    "organisation/O\norganisation/Q\narea/X\narea/Y\narea-part/Y/X\nunit/U\nunit/V\nunit/W\n"
    "unit-parent/V/U\nunit-parent/W/V\npost/A\npost/C\npost/D\nline/A/management/C\n"
    "line/D/management/B\nfunding/A/Q\n",
    "structure.period.unknown /posts/3\nstructure.reference.dangling /lines/1/manager\n"
    "structure.post.unreached /posts/3\nstructure.language.missing /units/1/name\n" },
  { "first-year", "2007-06-01",
    "organisation/O\norganisation/Q\narea/X\narea/Y\narea-part/Y/X\nunit/U\nunit/V\nunit/W\n"
    "unit-parent/V/U\nunit-parent/W/V\npost/A\npost/B\npost/C\npost/D\nline/A/management/C\n"
    "line/B/management/A\nline/D/management/B\nresponsibility/B/F/holds\nfunding/A/Q\n"
    "statement/B/duties/k\nlineage/B\nassignment/a\nabsence/a\n",
    "structure.period.unknown /posts/3\nstructure.language.missing /units/1/name\n" },
  { "both-for-a-while", "2008-02-01",
    "organisation/O\narea/Y\nunit/U\nunit/W\npost/A\npost/B\npost/C\npost/D\n"
    "line/A/management/C\nline/B/management/A\nline/D/management/A\nresponsibility/B/F/holds\n"
    "funding/A/O\nstatement/B/duties/k\nlineage/B\nassignment/a\nabsence/a\n",
    "structure.period.unknown /posts/3\n" },
  { "after-the-post", "2008-04-01",
    "organisation/O\narea/Y\nunit/U\nunit/W\npost/A\npost/C\npost/D\nline/A/management/C\n"
    "line/D/management/A\nfunding/A/O\n",
    "structure.period.unknown /posts/3\n" },
  { "some-day-of-a-month", "2008-03",
    "organisation/O\narea/Y\nunit/U\nunit/W\npost/A\npost/B\npost/C\npost/D\n"
    "line/A/management/C\nline/B/management/A\nline/D/management/A\nresponsibility/B/F/holds\n"
    "funding/A/O\nstatement/B/duties/k\nlineage/B\nassignment/a\nabsence/a\n",
    "structure.period.unknown /posts/3\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  CadreStructure *structure = load ();
  CadreStructure *at = make_at (structure, test->date);
  g_autofree char *records = list_records (at);
  g_autofree char *issues = list_issues (at);
  g_autoptr (CadreDate) as_of = cadre_structure_get_as_of (at);
  g_autofree char *date = cadre_date_to_string (as_of);
  g_autoptr (CadreUnit) unit = cadre_structure_find_unit (at, "W");

  g_assert_cmpstr (records, ==, test->records);
  g_assert_cmpstr (issues, ==, test->issues);
  g_assert_cmpstr (date, ==, test->date);
  g_assert_cmpstr (cadre_structure_get_id (at), ==, "s");
  g_assert_cmpstr (cadre_unit_get_name (unit, "cy"), ==, "Wy");

  /* What is made of a structure lives on without it. */
  g_assert_finalize_object (structure);
  g_assert_cmpstr (cadre_structure_get_language (at), ==, "en");
  g_assert_finalize_object (at);
}

/* Whose manager goes is not at the top, and whoever has another manager by then
 * has that one. */
static void
test_manager_goes (void)
{
  CadreStructure *structure =
    load_text ("{'cadre':'structure','version':1,'id':'s','bodies':[{'id':'K','valid-to':'2007'}],"
               "'posts':[{'id':'A','title':'A'},"
               "{'id':'B','title':'B','manager':'A','valid-to':'2007-12-31'},"
               "{'id':'C','title':'C','manager':'B'},{'id':'D','title':'D','manager':'B'}],"
               "'lines':[{'post':'D','manager':'A','valid-from':'2008-01-01'},"
               "{'post':'A','kind':'accountable-to','body':'K'},"
               "{'post':'C','kind':'dotted','manager':'B'}]}");
  CadreStructure *at = make_at (structure, "2008-06-01");
  g_autoptr (GListModel) tops = cadre_structure_list_tops (at);
  g_autofree char *records = list_records (at);

  g_assert_cmpstr (records, ==,
                   "post/A\npost/C\npost/D\nline/C/management/B\nline/D/management/A\n");
  g_assert_cmpuint (g_list_model_get_n_items (tops), ==, 1);
  g_assert_cmpint (cadre_structure_get_depth (at, "D"), ==, 1);
  g_assert_cmpint (cadre_structure_get_tier (at, "C", NULL), ==, -1);

  g_clear_object (&tops);
  g_assert_finalize_object (structure);
  g_assert_finalize_object (at);
}

/* What had ended goes, with what it held; what begins later stays, and so does what may
 * have ended. */
static void
test_at_or_after (void)
{
  CadreStructure *structure = load_text (
    "{'cadre':'structure','version':1,'as-of':'2011-03-31','posts':[{'id':'top'},"
    "{'id':'went','manager':'top','valid-to':'2011-03-30'},"
    "{'id':'below','manager':'went'},{'id':'last-day','manager':'top','valid-to':'2011-03-31'},"
    "{'id':'later','manager':'top','valid-from':'2012-01-01'},"
    "{'id':'unknown','manager':'top','valid-to':null}],"
    "'persons':[{'id':'1'}],'assignments':[{'id':'a','person':'1','post':'went'},"
    "{'id':'b','person':'1','post':'top','valid-to':'2010'}]}");
  g_autoptr (CadreDate) date = cadre_structure_get_as_of (structure);
  g_autoptr (GError) error = NULL;
  CadreStructure *taken = cadre_structure_at_or_after (structure, date, NULL, &error);
  g_autofree char *records = NULL;
  g_autofree char *issues = NULL;

  g_assert_no_error (error);
  records = list_records (taken);
  issues = list_issues (taken);
  g_assert_cmpstr (records, ==,
                   "post/below\npost/last-day\npost/later\npost/top\npost/unknown\n"
                   "line/below/management/went\nline/last-day/management/top\n"
                   "line/later/management/top\nline/unknown/management/top\n");
  g_assert_nonnull (strstr (issues, "structure.reference.dangling /posts/2/manager\n"));
  g_assert_null (strstr (issues, "structure.period.unknown"));

  g_assert_finalize_object (structure);
  g_assert_finalize_object (taken);
}

static char *
join_ended (CadreStructure *structure)
{
  g_auto (GStrv) ids = cadre_structure_dup_ended_posts (structure);

  return g_strjoinv (" ", ids);
}

/* What had ended is known of what is left, and of what is left of that; what begins later
 * has not ended. */
static void
test_ended_posts (void)
{
  g_autoptr (CadreStructure) structure =
    load_text ("{'cadre':'structure','version':1,'posts':[{'id':'b','valid-to':'2011-01-01'},"
               "{'id':'a','valid-to':'2012-01-01'},{'id':'c'},{'id':'d','valid-to':null},"
               "{'valid-to':'2010-01-01'},{'title':'x','valid-to':'2010-01-02'},"
               "{'id':'later','valid-from':'2014'}]}");
  g_autoptr (CadreDate) first = cadre_date_new (2011, 6, 1);
  g_autoptr (CadreDate) second = cadre_date_new (2013, 6, 1);
  g_autoptr (CadreStructure) once = cadre_structure_at_or_after (structure, first, NULL, NULL);
  g_autoptr (CadreStructure) twice = cadre_structure_at (once, second, NULL, NULL);
  g_autofree char *none = join_ended (structure);
  g_autofree char *one = join_ended (once);
  g_autofree char *two = join_ended (twice);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (one, ==, "b");
  g_assert_cmpstr (two, ==, "a b");
}

static void
test_at_or_after_cancelled (void)
{
  CadreStructure *structure = load ();
  g_autoptr (CadreDate) date = cadre_date_new (2007, 1, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cadre_structure_at_or_after (structure, date, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_nonnull (error->message);

  g_assert_finalize_object (structure);
}

static void
test_undated (void)
{
  g_autoptr (CadreStructureBuilder) builder = cadre_structure_builder_new ();
  g_autoptr (CadrePost) post = cadre_post_new ("A");
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = NULL;
  CadreStructure *at = NULL;

  cadre_post_set_title (post, NULL, "A");
  g_assert_true (cadre_structure_builder_add (builder, CADRE_RECORD (post), &error));
  structure = cadre_structure_builder_build (builder, NULL, NULL, &error);
  at = make_at (structure, "1999-12-31");
  g_assert_cmpuint (cadre_structure_get_n_records (at, CADRE_RECORD_KIND_POST), ==, 1);
  g_assert_cmpuint (cadre_issue_list_get_total (cadre_structure_get_issues (at)), ==, 0);

  g_assert_finalize_object (structure);
  g_assert_finalize_object (at);
}

static void
test_cancelled (void)
{
  CadreStructure *structure = load ();
  g_autoptr (CadreDate) date = cadre_date_new (2007, 1, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cadre_structure_at (structure, date, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_nonnull (error->message);

  g_assert_finalize_object (structure);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/structure/at/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/structure/at/manager-goes", test_manager_goes);
  g_test_add_func ("/structure/at/undated", test_undated);
  g_test_add_func ("/structure/at/cancelled", test_cancelled);
  g_test_add_func ("/structure/at-or-after/ended-goes", test_at_or_after);
  g_test_add_func ("/structure/at-or-after/ended-posts", test_ended_posts);
  g_test_add_func ("/structure/at-or-after/cancelled", test_at_or_after_cancelled);

  return g_test_run ();
}
