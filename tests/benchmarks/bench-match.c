/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "match-case.h"

#include <stdlib.h>
#include <time.h>

/* Running a case of many posts and assignments: bench-match [ROWS]. Times are
 * processor time of the best of three runs, without the reading of the case. */

#define N_ROUNDS 3

static double
cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static CadreCase *
make_case (guint n_rows)
{
  g_autoptr (GBytes) bytes = match_make_case (n_rows);
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (GError) error = NULL;
  CadreCase *source = cadre_case_load_bytes (bytes, limits, NULL, &error);

  if (source == NULL)
    g_printerr ("%s\n", error->message);
  return source;
}

static gboolean
run (CadreCase *source, guint n_rounds)
{
  double best = G_MAXDOUBLE;
  guint n = 0;

  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (GError) error = NULL;
      const double start = cpu_seconds ();
      g_autoptr (CadreOutcomes) outcomes = cadre_case_run (source, NULL, &error);

      if (outcomes == NULL)
        {
          g_printerr ("%s\n", error->message);
          return FALSE;
        }
      best = MIN (best, cpu_seconds () - start);
      n = cadre_outcomes_get_n_assignments (outcomes);
    }

  g_print ("%u assignments: %.2f s, %.0f ns each\n", n, best, best * 1e9 / MAX (n, 1));
  return TRUE;
}

int
main (int argc, char **argv)
{
  const guint n_rows = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000000;
  const guint n_rounds = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : N_ROUNDS;
  g_autoptr (CadreCase) source = make_case (n_rows);

  return source != NULL && run (source, n_rounds) ? EXIT_SUCCESS : EXIT_FAILURE;
}
