/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A case of 20,000 posts and assignments: everything that there is to decide is in
 * it. What it takes is counted in benchmarks/growth. */

#include "../benchmarks/match-case.h"

#define N_ROWS 20000

static void
test_large (void)
{
  static const CadreOutcomeKind kinds[] = {
    CADRE_OUTCOME_KIND_UNCHANGED, CADRE_OUTCOME_KIND_TO_BE_CHECKED, CADRE_OUTCOME_KIND_RING_FENCED,
    CADRE_OUTCOME_KIND_DISPLACED, CADRE_OUTCOME_KIND_UNRESOLVED,    CADRE_OUTCOME_KIND_SLOTTED,
  };
  g_autoptr (GBytes) bytes = match_make_case (N_ROWS);
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreCase) source = cadre_case_load_bytes (bytes, limits, NULL, &error);
  g_autoptr (CadreOutcomes) outcomes = NULL;
  guint n_missing = 0;

  g_assert_no_error (error);
  outcomes = cadre_case_run (source, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (cadre_outcomes_get_n_assignments (outcomes), >, N_ROWS * 9 / 10);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n = cadre_outcomes_count (outcomes, CADRE_OUTCOME_SUBJECT_ASSIGNMENT, kinds[i]);

      g_test_message ("%d: %u", kinds[i], n);
      n_missing += n == 0;
    }
  g_assert_cmpuint (n_missing, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matching/scale/large", test_large);

  return g_test_run ();
}
