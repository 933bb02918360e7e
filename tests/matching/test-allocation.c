/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Suggested allocations: what is suggested, the proof of it, that names choose
 * nobody, and that nobody is suggested where people compete. */

#include <cadre/cadre.h>

#include <string.h>

static char *
read_case (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "matching", file, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static CadreOutcomes *
run_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreCase) source = cadre_case_load_bytes (bytes, NULL, NULL, &error);
  CadreOutcomes *outcomes = NULL;

  g_assert_no_error (error);
  outcomes = cadre_case_run (source, NULL, &error);
  g_assert_no_error (error);
  return outcomes;
}

static CadreAllocation *
suggest (CadreOutcomes *outcomes, CadreStage stage)
{
  g_autoptr (GError) error = NULL;
  CadreAllocation *allocation = cadre_outcomes_suggest_allocation (outcomes, stage, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (cadre_allocation_check (allocation, &error));
  g_assert_no_error (error);
  g_assert_cmpint (cadre_allocation_get_stage (allocation), ==, stage);
  return allocation;
}

/* "a1=vb:2 a2=tied a3+a4=- a5!3": a3 and a4 go together, a5 is left out */
static char *
describe (CadreAllocation *allocation)
{
  GString *text = g_string_new (NULL);
  guint n = cadre_allocation_get_n_candidates (allocation);

  for (guint i = 0; i < n; i++)
    {
      const char *post = cadre_allocation_get_post (allocation, i);
      g_auto (GStrv) sharers = cadre_allocation_dup_sharers (allocation, i);
      g_autofree char *others = g_strjoinv ("+", sharers);

      g_string_append_printf (text, "%s%s%s%s=%s", i > 0 ? " " : "",
                              cadre_allocation_get_assignment (allocation, i),
                              sharers[0] != NULL ? "+" : "", others,
                              cadre_allocation_is_tied (allocation, i) ? "tied"
                              : post != NULL                           ? post
                                                                       : "-");
      if (post != NULL)
        g_string_append_printf (text, ":%u", cadre_allocation_get_preference (allocation, i));
    }

  for (guint i = 0; i < cadre_allocation_get_n_left_out (allocation); i++)
    g_string_append_printf (text, " %s!%s", cadre_allocation_get_left_out (allocation, i),
                            cadre_allocation_get_obstacle (allocation, i));

  g_assert_null (
    cadre_allocation_get_left_out (allocation, cadre_allocation_get_n_left_out (allocation)));
  g_assert_null (
    cadre_allocation_get_obstacle (allocation, cadre_allocation_get_n_left_out (allocation)));
  g_assert_null (cadre_allocation_get_assignment (allocation, n));
  g_assert_null (cadre_allocation_get_post (allocation, n));
  g_assert_false (cadre_allocation_is_tied (allocation, n));
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  CadreStage stage;
  const char *wanted;
  guint n_proposals;
} cases[] = {
  { "allocation", CADRE_STAGE_WIDER_COMPETITION, "a1=vb:2 a2=va:0", 2 },
  { "allocation-tied", CADRE_STAGE_WIDER_COMPETITION, "a1=tied a2=tied", 0 },
  { "allocation-preference", CADRE_STAGE_SLOTTING_IN, "a1=new-2:1", 1 },
  { "several-posts", CADRE_STAGE_SLOTTING_IN, "a1=tied", 0 },
  { "allocation-shares", CADRE_STAGE_WIDER_COMPETITION, "a1+a2=vb:2 a3=va:0", 2 },
  { "allocation-shares-differ", CADRE_STAGE_WIDER_COMPETITION,
    "a3=va:0 a1!preferences-differ a2!preferences-differ", 1 },
  { "allocation-shares-one", CADRE_STAGE_WIDER_COMPETITION, "a3=va:0 a1!other-has-none", 1 },
  { "allocation-shares-nothing", CADRE_STAGE_WIDER_COMPETITION,
    "a3=va:0 a1!no-post-for-all a2!no-post-for-all", 1 },
  { "allocation", CADRE_STAGE_SLOTTING_IN, "", 0 },
  { "two-claimants", CADRE_STAGE_WIDER_COMPETITION, "", 0 },
  { "two-claimants", CADRE_STAGE_SLOTTING_IN, "", 0 },
};

static void
test_suggested (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *text = read_case (cases[i].name);
  g_autoptr (CadreOutcomes) outcomes = run_text (text);
  CadreAllocation *allocation = suggest (outcomes, cases[i].stage);
  g_autofree char *found = describe (allocation);

  g_assert_cmpstr (found, ==, cases[i].wanted);
  g_assert_cmpuint (cadre_allocation_count_proposals (allocation), ==, cases[i].n_proposals);
  g_assert_nonnull (strstr (cadre_allocation_get_notice (allocation), "No decision"));
  g_assert_finalize_object (allocation);
}

/* Everywhere one text for another. */
static char *
replace (const char *text, const char *old, const char *new_text)
{
  g_auto (GStrv) parts = g_strsplit (text, old, -1);

  return g_strjoinv (new_text, parts);
}

static char *
swap (const char *text, const char *a, const char *b)
{
  g_autofree char *first = replace (text, a, "\"\x01\"");
  g_autofree char *second = replace (first, b, a);

  return replace (second, "\"\x01\"", b);
}

/* Under other ids the same people get the same posts. */
static void
test_renamed (void)
{
  g_autofree char *text = read_case ("allocation");
  g_autofree char *people = swap (text, "\"a1\"", "\"a2\"");
  g_autofree char *both = swap (people, "\"va\"", "\"vb\"");
  g_autoptr (CadreOutcomes) outcomes = run_text (both);
  g_autoptr (CadreAllocation) allocation = suggest (outcomes, CADRE_STAGE_WIDER_COMPETITION);

  for (guint i = 0; i < cadre_allocation_get_n_candidates (allocation); i++)
    {
      gboolean is_second = g_str_equal (cadre_allocation_get_assignment (allocation, i), "a2");

      g_assert_cmpstr (cadre_allocation_get_post (allocation, i), ==, is_second ? "va" : "vb");
    }
}

/* The prices are a proof that anybody can go through. */
static void
test_proof (void)
{
  g_autofree char *text = read_case ("allocation");
  g_autoptr (CadreOutcomes) outcomes = run_text (text);
  g_autoptr (CadreAllocation) allocation = suggest (outcomes, CADRE_STAGE_WIDER_COMPETITION);
  CadreBipartite *graph = cadre_allocation_get_graph (allocation);
  CadreBipartiteMatching *matching = cadre_allocation_get_matching (allocation);
  g_auto (GStrv) posts = cadre_allocation_dup_posts (allocation);
  gsize n = 0;
  const double *left =
    cadre_bipartite_matching_get_prices (matching, CADRE_BIPARTITE_SIDE_LEFT, &n);
  const double *right =
    cadre_bipartite_matching_get_prices (matching, CADRE_BIPARTITE_SIDE_RIGHT, &n);
  double sum = 0;

  g_assert_cmpuint (g_strv_length (posts), ==, 2);
  g_assert_cmpuint (cadre_bipartite_get_n_edges (graph), ==, 5);
  for (guint e = 0; e < 5; e++)
    {
      guint i = 0;
      guint j = 0;
      gint64 cost = 0;

      g_assert_true (cadre_bipartite_get_edge (graph, e, &i, &j, &cost));
      g_assert_cmpfloat (left[i] + right[j], <=, (double) cost);
    }
  for (gsize j = 0; j < n; j++)
    {
      g_assert_cmpfloat (right[j], <=, 0);
      sum += right[j];
    }
  g_assert_cmpint ((gint64) (left[0] + left[1] + sum), ==,
                   (gint64) cadre_bipartite_matching_get_cost (matching));
}

static void
test_competition (void)
{
  static const CadreStage stages[] = { CADRE_STAGE_LIMITED_COMPETITION, CADRE_STAGE_NONE,
                                       CADRE_STAGE_OUTSIDE };
  static const char *const messages[] = {
    "Nobody is suggested for limited competition: a panel appoints",
    "There is nothing to be suggested for that stage",
    "There is nothing to be suggested for that stage",
  };
  g_autofree char *text = read_case ("two-claimants");
  g_autoptr (CadreOutcomes) outcomes = run_text (text);

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreAllocation) allocation =
        cadre_outcomes_suggest_allocation (outcomes, stages[i], NULL, &error);

      g_assert_null (allocation);
      g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_COMPETITION);
      g_assert_cmpstr (error->message, ==, messages[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name =
        g_strdup_printf ("/matching/allocation/%s-%d", cases[i].name, (int) cases[i].stage);

      g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_suggested);
    }
  g_test_add_func ("/matching/allocation/renamed", test_renamed);
  g_test_add_func ("/matching/allocation/proof", test_proof);
  g_test_add_func ("/matching/allocation/competition", test_competition);
  return g_test_run ();
}
