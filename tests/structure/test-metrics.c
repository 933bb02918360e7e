/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

#include <string.h>

static CadreStructure *
load (const char *members)
{
  g_autofree char *text =
    g_strdup_printf ("{'cadre':'structure','version':1,'id':'s',%s}", members);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = NULL;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new_static (text, strlen (text));
  structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  return structure;
}

static CadreMetrics *
measure (CadreStructure *structure)
{
  g_autoptr (GError) error = NULL;
  CadreMetrics *metrics = cadre_metrics_new (structure, NULL, &error);

  g_assert_no_error (error);
  return metrics;
}

static void
append_total (GString *text, const char *name, CadreTotal *total)
{
  g_autofree char *words = cadre_total_to_string (total);

  g_string_append_printf (text, ", %s %s", name, words);
  if (cadre_total_get_n_unknown (total) > 0)
    g_string_append_printf (text, " (%u unknown)", cadre_total_get_n_unknown (total));
}

static char *
describe (CadreFigures *figures)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "posts %u/%u/%u", cadre_figures_get_n_posts (figures),
                          cadre_figures_get_n_deferred (figures),
                          cadre_figures_get_n_outside (figures));
  append_total (text, "positions", cadre_figures_get_positions (figures));
  append_total (text, "vacancies", cadre_figures_get_vacancies (figures));
  append_total (text, "heads", cadre_figures_get_heads (figures));
  append_total (text, "budgeted", cadre_figures_get_budgeted_fte (figures));
  append_total (text, "in post", cadre_figures_get_in_post_fte (figures));
  append_total (text, "cost", cadre_figures_get_cost (figures));

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *posts;
  const char *persons;
  const char *assignments;
  const char *others;
  const char *figures;
} Case;

static const Case cases[] = {
  { "empty", "", "", "", "",
    "posts 0/0/0, positions 0, vacancies 0, heads 0, budgeted 0, in post 0, cost 0" },
  { "plain",
    "{'id':'A','fte':1,'cost':10},{'id':'B','manager':'A','establishment':2,'fte':'1/"
    "2','cost':20.5}",
    "{'id':'1'},{'id':'2'}",
    "{'id':'a','person':'1','post':'A','fte':1},{'id':'b','person':'2','post':'B','fte':'1/2'}", "",
    "posts 2/0/0, positions 3, vacancies 1, heads 2, budgeted 2, in post 3/2, cost 3050" },
  { "one-person-twice", "{'id':'A'},{'id':'B','manager':'A'}", "{'id':'1'},{'id':'2'}",
    "{'id':'a','person':'1','post':'A','fte':'1/2'},{'id':'b','person':'1','post':'B','fte':'1/3'}",
    "",
    "posts 2/0/0, positions 2, vacancies 0, heads 1, budgeted 0 or more (2 unknown), "
    "in post 5/6, cost 0 or more (2 unknown)" },
  { "job-share", "{'id':'A','fte':1,'cost':0}", "{'id':'1'},{'id':'2'}",
    "{'id':'a','person':'1','post':'A','fte':'1/2','job-share':'x'},"
    "{'id':'b','person':'2','post':'A','fte':'1/2','job-share':'x'}",
    "", "posts 1/0/0, positions 1, vacancies 0, heads 2, budgeted 1, in post 1, cost 0" },
  { "same-position", "{'id':'A','fte':1,'establishment':2,'cost':0}", "{'id':'1'},{'id':'2'}",
    "{'id':'a','person':'1','post':'A','position':2},{'id':'b','person':'2','post':'A','position':"
    "2}",
    "",
    "posts 1/0/0, positions 2, vacancies 1, heads 2, budgeted 2, "
    "in post 0 or more (2 unknown), cost 0" },
  { "over-establishment", "{'id':'A','budgeted-fte':'0.6','cost':1}", "{'id':'1'},{'id':'2'}",
    "{'id':'a','person':'1','post':'A','fte':1},{'id':'b','person':'2','post':'A','fte':1}", "",
    "posts 1/0/0, positions 1, vacancies 0, heads 2, budgeted 3/5, in post 2, cost 100" },
  { "grouped", "{'id':'A','grouped':true,'establishment':null,'budgeted-fte':'12.5','cost':1}",
    "{'id':'1'}", "{'id':'a','person':'1','post':'A','fte':1}", "",
    "posts 1/0/0, positions 0 or more (1 unknown), vacancies 0 or more (1 unknown), heads 1, "
    "budgeted 25/2, in post 1, cost 100" },
  { "grouped-of-unknown-size", "{'id':'A','establishment':null,'fte':1,'cost':1}", "{'id':'1'}",
    "{'id':'a','person':'1','post':'A','fte':1}", "",
    "posts 1/0/0, positions 0 or more (1 unknown), vacancies 0 or more (1 unknown), heads 1, "
    "budgeted 0 or more (1 unknown), in post 1, cost 100" },
  { "nobody-named", "{'id':'A','fte':1,'cost':1}", "", "{'id':'a','post':'A','fte':1}", "",
    "posts 1/0/0, positions 1, vacancies 0, heads 1 (1 unknown), budgeted 1, in post 1, cost 100" },
  { "nobody-said-to-be-there", "{'id':'A','fte':1,'cost':1}", "", "", "",
    "posts 1/0/0, positions 1, vacancies 0 to 1 (1 unknown), heads 0 or more (1 unknown), "
    "budgeted 1, in post 0 or more (1 unknown), cost 100" },
  { "declared-vacant", "{'id':'A','fte':1,'cost':1,'vacancy':'advertised'}", "", "", "",
    "posts 1/0/0, positions 1, vacancies 1, heads 0, budgeted 1, in post 0, cost 100" },
  { "declared-not-vacant", "{'id':'A','fte':1,'cost':1,'vacancy':'none'}", "", "", "",
    "posts 1/0/0, positions 1, vacancies 0, heads 1 or more (1 unknown), "
    "budgeted 1, in post 0 or more (1 unknown), cost 100" },
  { "declared-not-vacant-and-filled", "{'id':'A','fte':1,'cost':1,'vacancy':'none'}", "{'id':'1'}",
    "{'id':'a','person':'1','post':'A','fte':1}", "",
    "posts 1/0/0, positions 1, vacancies 0, heads 1, budgeted 1, in post 1, cost 100" },
  { "grouped-not-vacant",
    "{'id':'A','establishment':null,'budgeted-fte':3,'cost':1,'vacancy':'none'}", "", "", "",
    "posts 1/0/0, positions 0 or more (1 unknown), vacancies 0, heads 1 or more (1 unknown), "
    "budgeted 3, in post 0 or more (1 unknown), cost 100" },
  { "seconded-away", "{'id':'A','fte':1,'cost':1},{'id':'B','manager':'A','fte':1,'cost':1}",
    "{'id':'1'}",
    "{'id':'a','person':'1','post':'A','fte':1},"
    "{'id':'b','person':'1','post':'B','fte':1,'basis':'secondment','home-organisation':'O',"
    "'home-assignment':'a'}",
    ",'organisations':[{'id':'O'}]",
    "posts 2/0/0, positions 2, vacancies 1, heads 1, budgeted 2, in post 1, cost 200" },
  { "covered", "{'id':'A','fte':1,'cost':1}", "{'id':'1'},{'id':'2'}",
    "{'id':'a','person':'1','post':'A','fte':1},"
    "{'id':'b','person':'2','post':'A','fte':1,'basis':'cover','covers':'a'}",
    "", "posts 1/0/0, positions 1, vacancies 0, heads 1, budgeted 1, in post 1, cost 100" },
  { "deferred-and-outside",
    "{'id':'A','fte':1,'cost':1},{'id':'B','status':'deferred','cost':5,'manager':'A'},"
    "{'id':'C','outside':true,'cost':5},{'id':'D','unit':'V','cost':5},{'id':'E','employer':'O','"
    "cost':5}",
    "{'id':'1'}", "{'id':'a','person':'1','post':'B','fte':1}",
    ",'units':[{'id':'U','outside':true},{'id':'V','parent':'U'}],"
    "'organisations':[{'id':'O','outside':true}]",
    "posts 1/1/3, positions 1, vacancies 1, heads 0, budgeted 1, in post 0, cost 100" },
  { "not-in-force",
    "{'id':'A','fte':1,'cost':1},{'id':'B','manager':'A','valid-to':'2006','cost':9},"
    "{'id':'C','manager':'A','valid-from':null,'fte':1,'cost':1}",
    "{'id':'1'},{'id':'2'}",
    "{'id':'a','person':'1','post':'B'},{'id':'b','person':'2','post':'A','valid-to':'2006'}",
    ",'as-of':'2007-02-07'",
    "posts 2/0/0, positions 2, vacancies 2, heads 0, budgeted 2, in post 0, cost 200" },
  { "by-hours",
    "{'id':'A','employer':'O','hours':37,'cost':1,'establishment':3},"
    "{'id':'B','employer':'O','manager':'A','hours':20,'standard-hours':0,'cost':1}",
    "{'id':'1'},{'id':'2'}",
    "{'id':'a','person':'1','post':'A','hours':'18.5'},"
    "{'id':'b','person':'2','post':'A','hours':30,'paid-weeks':39}",
    ",'organisations':[{'id':'O','standard-hours':37}]",
    "posts 2/0/0, positions 4, vacancies 2, heads 2, budgeted 3 or more (1 unknown), "
    "in post 1/2 or more (1 unknown), cost 200" },
  { "silent-on-hours",
    "{'id':'A','hours':'18.5','employer':'O','cost':1},"
    "{'id':'B','fte':'0.8','manager':'A','establishment':2,'cost':1}",
    "{'id':'1'},{'id':'2'},{'id':'3'}",
    "{'id':'a','person':'1','post':'A'},{'id':'b','person':'2','post':'B','position':1},"
    "{'id':'c','person':'3','post':'B','position':2}",
    ",'organisations':[{'id':'O','standard-hours':37}]",
    "posts 2/0/0, positions 3, vacancies 0, heads 3, budgeted 21/10, in post 21/10, cost 200" },
  { "silent-on-hours-of-a-share", "{'id':'A','fte':1,'cost':1}", "{'id':'1'},{'id':'2'}",
    "{'id':'a','person':'1','post':'A','job-share':'x'},"
    "{'id':'b','person':'2','post':'A','job-share':'x','fte':'1/2'}",
    "",
    "posts 1/0/0, positions 1, vacancies 0, heads 2, budgeted 1, "
    "in post 1/2 or more (1 unknown), cost 100" },
  { "hours-said-to-be-unknown", "{'id':'A','fte':1,'cost':1,'establishment':3}",
    "{'id':'1'},{'id':'2'},{'id':'3'}",
    "{'id':'a','person':'1','post':'A','hours':null},{'id':'b','person':'2','post':'A','fte':null},"
    "{'id':'c','person':'3','post':'A'}",
    "",
    "posts 1/0/0, positions 3, vacancies 0, heads 3, budgeted 3, "
    "in post 1 or more (2 unknown), cost 100" },
  { "whole-said-to-be-unknown",
    "{'id':'A','hours':37,'employer':'O','cost':1},"
    "{'id':'B','hours':37,'standard-hours':null,'employer':'O','manager':'A','cost':1}",
    "{'id':'1'},{'id':'2'}",
    "{'id':'a','person':'1','post':'A','standard-hours':74},"
    "{'id':'b','person':'2','post':'A','hours':10,'paid-weeks':null}",
    ",'organisations':[{'id':'O','standard-hours':37}]",
    "posts 2/0/0, positions 2, vacancies 1, heads 2, budgeted 1 or more (1 unknown), "
    "in post 1/2 or more (1 unknown), cost 200" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *members =
    g_strdup_printf ("'posts':[%s],'persons':[%s],'assignments':[%s]%s", test->posts, test->persons,
                     test->assignments, test->others);
  CadreStructure *structure = load (members);
  CadreMetrics *metrics = measure (structure);
  g_autofree char *figures = describe (cadre_metrics_get_overall (metrics));

  g_assert_cmpstr (figures, ==, test->figures);
  g_assert_true (cadre_metrics_get_structure (metrics) == structure);

  g_assert_finalize_object (metrics);
  g_assert_finalize_object (structure);
}

/* Two employers, a unit within a unit, a secondee, and a post that reports to
 * itself through another. */
static const char council[] =
  "'organisations':[{'id':'C'},{'id':'N'}],"
  "'units':[{'id':'U'},{'id':'V','parent':'U'},{'id':'W','parent':'V'},{'id':'X','parent':'Y'},"
  "{'id':'Y','parent':'X'}],"
  "'posts':[{'id':'chief','employer':'C','fte':1,'cost':100},"
  "{'id':'head','employer':'C','unit':'U','manager':'chief','fte':1,'cost':70},"
  "{'id':'nurse','employer':'C','unit':'V','manager':'head','fte':1,'cost':40,'establishment':2},"
  "{'id':'visitor','employer':'N','unit':'W','manager':'nurse','fte':1,'cost':35},"
  "{'id':'clerk','unit':'W','manager':'head','fte':'1/2'},"
  "{'id':'later','unit':'Y','manager':'chief','status':'deferred','cost':1},"
  "{'id':'beyond','manager':'chief','outside':true,'cost':1},"
  "{'id':'under','manager':'beyond','fte':1,'cost':1},"
  "{'id':'o1','manager':'o2','fte':1,'cost':1},{'id':'o2','manager':'o1','fte':1,'cost':1},"
  "{'id':'o3','manager':'o2','fte':1,'cost':1}],"
  "'persons':[{'id':'1'},{'id':'2'},{'id':'3'}],"
  "'assignments':[{'id':'a','person':'1','post':'chief','fte':1},"
  "{'id':'b','person':'2','post':'visitor','fte':1},"
  "{'id':'c','person':'2','post':'nurse','fte':1,'basis':'secondment','home-organisation':'N',"
  "'home-assignment':'b'},"
  "{'id':'d','person':'3','post':'nurse','fte':'1/2'},{'id':'e','person':'3','post':'clerk',"
  "'employer':'C','fte':'1/2'}]";

static void
test_parts (void)
{
  static const struct
  {
    char part;
    const char *id;
    const char *figures;
  } parts[] = {
    { 'u', "U",
      "posts 1/0/0, positions 1, vacancies 1, heads 0, budgeted 1, in post 0, cost 7000" },
    { 's', "U",
      "posts 4/0/0, positions 5, vacancies 2, heads 2, budgeted 9/2, in post 2, "
      "cost 14500 or more (1 unknown)" },
    { 's', "X", "posts 0/1/0, positions 0, vacancies 0, heads 0, budgeted 0, in post 0, cost 0" },
    { 'e', "C",
      "posts 3/0/0, positions 4, vacancies 1, heads 2, budgeted 4, in post 2, cost 21000" },
    { 'e', "N",
      "posts 1/0/0, positions 1, vacancies 1, heads 1, budgeted 1, in post 1, cost 3500" },
    { 'b', "head",
      "posts 4/0/0, positions 5, vacancies 2, heads 2, budgeted 9/2, in post 2, "
      "cost 14500 or more (1 unknown)" },
    { 'b', "chief",
      "posts 6/1/1, positions 7, vacancies 3, heads 3, budgeted 13/2, in post 3, "
      "cost 24600 or more (1 unknown)" },
    { 'b', "o1",
      "posts 3/0/0, positions 3, vacancies 3, heads 0, budgeted 3, in post 0, cost 300" },
  };
  CadreStructure *structure = load (council);
  CadreMetrics *metrics = measure (structure);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreFigures) figures = NULL;
      g_autofree char *text = NULL;

      if (parts[i].part == 'e')
        figures = cadre_metrics_add_up_employer (metrics, parts[i].id, &error);
      else if (parts[i].part == 'b')
        figures = cadre_metrics_add_up_branch (metrics, parts[i].id, &error);
      else
        figures = cadre_metrics_add_up_unit (metrics, parts[i].id, parts[i].part == 's', &error);
      g_assert_no_error (error);
      text = describe (figures);
      g_assert_cmpstr (text, ==, parts[i].figures);
    }

  g_assert_finalize_object (metrics);
  g_assert_finalize_object (structure);
}

/* Spans and layers of a unit, an employer, a branch and all. */
static void
test_spans_of_parts (void)
{
  static const struct
  {
    char part;
    const char *id;
    guint n_managers;
    int most_span;
    const char *mean; /* (nullable) */
    guint n_layers;
  } parts[] = {
    { 'a', NULL, 5, 2, "8/5", 4 },   { 'u', "U", 1, 2, "2", 1 },    { 's', "U", 2, 2, "3/2", 3 },
    { 's', "X", 0, -1, NULL, 1 },    { 'e', "C", 3, 2, "5/3", 3 },  { 'e', "N", 0, -1, NULL, 1 },
    { 'b', "head", 2, 2, "3/2", 3 }, { 'b', "o1", 2, 2, "3/2", 0 },
  };
  CadreStructure *structure = load (council);
  CadreMetrics *metrics = measure (structure);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (CadreFigures) figures = NULL;
      g_autoptr (CadreFraction) mean = NULL;
      g_autofree char *mean_text = NULL;

      if (parts[i].part == 'a')
        figures = g_object_ref (cadre_metrics_get_overall (metrics));
      else if (parts[i].part == 'e')
        figures = cadre_metrics_add_up_employer (metrics, parts[i].id, NULL);
      else if (parts[i].part == 'b')
        figures = cadre_metrics_add_up_branch (metrics, parts[i].id, NULL);
      else
        figures = cadre_metrics_add_up_unit (metrics, parts[i].id, parts[i].part == 's', NULL);
      g_test_message ("%c %s", parts[i].part, parts[i].id);
      mean = cadre_figures_dup_mean_span (figures);
      mean_text = mean != NULL ? cadre_fraction_to_string (mean) : NULL;
      g_assert_cmpuint (cadre_figures_get_n_managers (figures), ==, parts[i].n_managers);
      g_assert_cmpint (cadre_figures_get_most_span (figures), ==, parts[i].most_span);
      g_assert_cmpstr (mean_text, ==, parts[i].mean);
      g_assert_cmpuint (cadre_figures_get_n_layers (figures), ==, parts[i].n_layers);
    }
  g_assert_cmpuint (cadre_metrics_get_n_managers (metrics), ==, parts[0].n_managers);
  g_assert_cmpint (cadre_metrics_get_most_span (metrics), ==, parts[0].most_span);

  g_assert_finalize_object (metrics);
  g_assert_finalize_object (structure);
}

static void
test_not_found (void)
{
  CadreStructure *structure = load (council);
  CadreMetrics *metrics = measure (structure);
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_metrics_add_up_unit (metrics, "nobody", TRUE, &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no unit of that id");
  g_clear_error (&error);

  g_assert_null (cadre_metrics_add_up_employer (metrics, "nobody", &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no organisation of that id");
  g_clear_error (&error);

  g_assert_null (cadre_metrics_add_up_branch (metrics, "nobody", &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no post of that id");
  g_clear_error (&error);

  g_assert_null (cadre_metrics_get_column (metrics, "width", &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "Metrics have no such column");

  g_assert_cmpint (cadre_metrics_get_layers (metrics, "nobody"), ==, -1);
  g_assert_cmpint (cadre_metrics_get_span (metrics, "nobody"), ==, -1);

  g_assert_finalize_object (metrics);
  g_assert_finalize_object (structure);
}

static void
test_spans_and_layers (void)
{
  /* In order of ids. The post outside is no layer and counts in no span. */
  static const struct
  {
    const char *post;
    int layers;
    int span;
    guint posts;
    gint64 cost;
    guint unknown;
  } expected[] = {
    { "beyond", 1, 1, 1, 100, 0 }, { "chief", 3, 2, 6, 24600, 1 },  { "clerk", 0, 0, 1, 0, 1 },
    { "head", 2, 2, 4, 14500, 1 }, { "later", 0, 0, 0, 0, 0 },      { "nurse", 1, 1, 2, 7500, 0 },
    { "o1", -1, 1, 0, 0, 0 },      { "o2", -1, 2, 0, 0, 0 },        { "o3", -1, 0, 0, 0, 0 },
    { "under", 0, 0, 1, 100, 0 },  { "visitor", 0, 0, 1, 3500, 0 },
  };
  CadreStructure *structure = load (council);
  CadreMetrics *metrics = measure (structure);
  g_autoptr (CadreColumn) posts = cadre_metrics_get_column (metrics, "branch-posts", NULL);
  g_autoptr (CadreColumn) costs = cadre_metrics_get_column (metrics, "branch-cost", NULL);
  g_autoptr (CadreColumn) unknown =
    cadre_metrics_get_column (metrics, "branch-unknown-costs", NULL);
  g_autoptr (CadreColumn) layers = cadre_metrics_get_column (metrics, "layers", NULL);
  g_autoptr (CadreColumn) spans = cadre_metrics_get_column (metrics, "span", NULL);
  g_autoptr (CadreFraction) mean = cadre_metrics_dup_mean_span (metrics);
  gsize n_counts = 0;
  g_autofree guint *counts = cadre_metrics_dup_span_counts (metrics, &n_counts);

  g_assert_cmpuint (cadre_column_get_length (posts), ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i].post);
      g_assert_cmpint (cadre_metrics_get_layers (metrics, expected[i].post), ==,
                       expected[i].layers);
      g_assert_cmpint (cadre_metrics_get_span (metrics, expected[i].post), ==, expected[i].span);
      g_assert_cmpint (((gint32 *) cadre_column_get_address (layers))[i], ==, expected[i].layers);
      g_assert_cmpint (((gint32 *) cadre_column_get_address (spans))[i], ==, expected[i].span);
      g_assert_cmpuint (((guint32 *) cadre_column_get_address (posts))[i], ==, expected[i].posts);
      g_assert_cmpint (((gint64 *) cadre_column_get_address (costs))[i], ==, expected[i].cost);
      g_assert_cmpuint (((guint32 *) cadre_column_get_address (unknown))[i], ==,
                        expected[i].unknown);
    }

  g_assert_cmpuint (cadre_metrics_get_n_managers (metrics), ==, 5);
  g_assert_cmpint (cadre_metrics_get_least_span (metrics), ==, 1);
  g_assert_cmpint (cadre_metrics_get_most_span (metrics), ==, 2);
  g_assert_cmpint (cadre_metrics_get_most_layers (metrics), ==, 3);
  g_assert_cmpint (cadre_fraction_get_numerator (mean), ==, 8);
  g_assert_cmpint (cadre_fraction_get_denominator (mean), ==, 5);
  g_assert_cmpuint (n_counts, ==, 3);
  g_assert_cmpuint (counts[0], ==, 5);
  g_assert_cmpuint (counts[1], ==, 2);
  g_assert_cmpuint (counts[2], ==, 3);

  /* Columns keep what they show. */
  g_object_unref (metrics);
  g_object_unref (structure);
  g_assert_cmpuint (((guint32 *) cadre_column_get_address (posts))[1], ==, 6);
}

static void
test_without_posts (void)
{
  CadreStructure *structure = load ("'posts':[]");
  CadreMetrics *metrics = measure (structure);
  gsize n_counts = 0;
  g_autofree guint *counts = cadre_metrics_dup_span_counts (metrics, &n_counts);

  g_assert_cmpint (cadre_metrics_get_most_layers (metrics), ==, -1);
  g_assert_cmpint (cadre_metrics_get_least_span (metrics), ==, -1);
  g_assert_cmpint (cadre_metrics_get_most_span (metrics), ==, -1);
  g_assert_null (cadre_metrics_dup_mean_span (metrics));
  g_assert_cmpuint (n_counts, ==, 1);
  g_assert_cmpuint (counts[0], ==, 0);

  g_assert_finalize_object (metrics);
  g_assert_finalize_object (structure);
}

static void
test_totals (void)
{
  CadreStructure *structure = load ("'posts':[{'id':'A','fte':'3/2'},{'id':'B','manager':'A'}]");
  CadreMetrics *metrics = measure (structure);
  CadreFigures *figures = cadre_metrics_get_overall (metrics);
  CadreTotal *budget = cadre_figures_get_budgeted_fte (figures);
  CadreTotal *positions = cadre_figures_get_positions (figures);
  g_autoptr (CadreFraction) least = cadre_total_dup_least_fraction (budget);
  g_autoptr (CadreFraction) most = cadre_total_dup_most_fraction (positions);

  g_assert_cmpint (cadre_total_get_least (budget), ==, 1);
  g_assert_cmpint (cadre_total_get_most (budget), ==, -1);
  g_assert_null (cadre_total_dup_most_fraction (budget));
  g_assert_false (cadre_total_is_known (budget));
  g_assert_cmpint (cadre_fraction_get_numerator (least), ==, 3);
  g_assert_cmpint (cadre_total_get_least (positions), ==, 2);
  g_assert_cmpint (cadre_total_get_most (positions), ==, 2);
  g_assert_true (cadre_total_is_known (positions));
  g_assert_cmpint (cadre_fraction_get_numerator (most), ==, 2);

  g_assert_finalize_object (metrics);
  g_assert_finalize_object (structure);

  structure = load ("'posts':[{'id':'A','fte':'3/2'}]");
  metrics = measure (structure);
  budget = cadre_figures_get_budgeted_fte (cadre_metrics_get_overall (metrics));
  g_assert_cmpint (cadre_total_get_most (budget), ==, 2);

  g_assert_finalize_object (metrics);
  g_assert_finalize_object (structure);
}

static void
test_errors (void)
{
  static const struct
  {
    const char *members;
    const char *message;
  } errors[] = {
    { "'posts':[{'id':'A','cost':92233720368547758.07},{'id':'B','manager':'A','cost':0.01}]",
      "With that of /posts/1 the sum of the costs is too large to be held" },
    { "'posts':[{'id':'A','fte':'9223372036854775807'},{'id':'B','manager':'A','fte':1}]",
      "With that of /posts/1 the sum of the full-time equivalents is too large to be held" },
    { "'posts':[{'id':'A','establishment':2,'fte':'9223372036854775807'}]",
      "With that of /posts/0 the sum of the full-time equivalents is too large to be held" },
    { "'posts':[{'id':'A'}],'assignments':[{'id':'a','post':'A','fte':'1/9223372036854775807'},"
      "{'id':'b','post':'A','fte':'1/9223372036854775783'}]",
      "The full-time equivalents from /assignments/0 to /assignments/1 cannot be added up "
      "exactly" },
    { "'posts':[{'id':'A','fte':'1/9223372036854775807'},{'id':'B'},"
      "{'id':'C','fte':'1/9223372036854775783'}]",
      "The full-time equivalents from /posts/0 to /posts/2 cannot be added up exactly" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      CadreStructure *structure = load (errors[i].members);
      g_autoptr (GError) error = NULL;

      g_assert_null (cadre_metrics_new (structure, NULL, &error));
      g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_RANGE);
      g_assert_cmpstr (error->message, ==, errors[i].message);
      g_assert_finalize_object (structure);
    }
}

static void
test_cancelled (void)
{
  CadreStructure *structure = load (council);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cadre_metrics_new (structure, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (error->message, ==, "Operation was cancelled");

  g_assert_finalize_object (structure);
}

/* Against a slow right answer: every post asks all above it. */
static void
test_random_trees (void)
{
  for (guint round = 0; round < 50; round++)
    {
      const int n = g_test_rand_int_range (1, 40);
      g_autoptr (GString) text = g_string_new ("'posts':[");
      int managers[40];
      int costs[40];
      CadreStructure *structure = NULL;
      CadreMetrics *metrics = NULL;
      g_autoptr (CadreColumn) column = NULL;
      const gint64 *sums = NULL;

      for (int i = 0; i < n; i++)
        {
          managers[i] = i > 0 ? g_test_rand_int_range (-1, i) : -1;
          costs[i] = g_test_rand_int_range (0, 100);
          g_string_append_printf (text, "%s{'id':'%02d','cost':%d", i > 0 ? "," : "", i, costs[i]);
          if (managers[i] >= 0)
            g_string_append_printf (text, ",'manager':'%02d'", managers[i]);
          g_string_append (text, "}");
        }
      g_string_append (text, "]");

      structure = load (text->str);
      metrics = measure (structure);
      column = cadre_metrics_get_column (metrics, "branch-cost", NULL);
      sums = (const gint64 *) cadre_column_get_address (column);
      for (int i = 0; i < n; i++)
        {
          gint64 sum = 0;

          for (int j = 0; j < n; j++)
            for (int k = j; k >= 0; k = k == i ? -1 : managers[k])
              sum += k == i ? costs[j] * 100 : 0;
          g_assert_cmpint (sums[i], ==, sum);
        }

      g_clear_object (&column);
      g_assert_finalize_object (metrics);
      g_assert_finalize_object (structure);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/structure/metrics/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/structure/metrics/parts", test_parts);
  g_test_add_func ("/structure/metrics/spans-of-parts", test_spans_of_parts);
  g_test_add_func ("/structure/metrics/not-found", test_not_found);
  g_test_add_func ("/structure/metrics/spans-and-layers", test_spans_and_layers);
  g_test_add_func ("/structure/metrics/without-posts", test_without_posts);
  g_test_add_func ("/structure/metrics/totals", test_totals);
  g_test_add_func ("/structure/metrics/errors", test_errors);
  g_test_add_func ("/structure/metrics/cancelled", test_cancelled);
  g_test_add_func ("/structure/metrics/random-trees", test_random_trees);

  return g_test_run ();
}
