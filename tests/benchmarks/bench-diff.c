/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "bench-documents.h"

#include <stdlib.h>

/* Comparing two structures of many posts by their ids: bench-diff [ROWS]. Of the
 * posts 1 % are created, 1 % deleted, 1 % get another manager and 2 % another
 * field; each has nine fields. Times are processor time of the best of three
 * rounds, for all of it: the mapping, the comparison, and the list of changes in
 * its order. Once both documents are in the same order, and once the one after
 * is in another. */

#define N_ROUNDS 3

static CadreStructure *
make_structure (guint n_rows, BenchDocument which, gboolean shuffled)
{
  g_autoptr (GBytes) document = bench_make_document (n_rows, which, shuffled);

  return bench_load (document);
}

/* Seconds of the best round; gives how many changes there are. */
static double
measure (CadreStructure *before, CadreStructure *after, guint *n_changes)
{
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const double start = bench_seconds ();
      CadreDiff *diff = cadre_diff_new (before, after, NULL, NULL, NULL);
      const double taken = bench_seconds () - start;

      if (diff == NULL)
        return 0;
      best = MIN (best, taken);
      *n_changes = g_list_model_get_n_items (G_LIST_MODEL (diff));
      g_object_unref (diff);
    }

  return best;
}

/* The first posts have the same manager at either span. */
static gboolean
is_changed (guint row, BenchFate fate)
{
  if (fate == BENCH_FATE_MOVED)
    return row > 0 && (row - 1) / 11 != (row - 1) / 7;

  return fate != BENCH_FATE_SAME;
}

static gboolean
compare (guint n_rows, gboolean shuffled)
{
  g_autoptr (CadreStructure) before = make_structure (n_rows, BENCH_DOCUMENT_BEFORE, FALSE);
  g_autoptr (CadreStructure) after = make_structure (n_rows, BENCH_DOCUMENT_AFTER, shuffled);
  guint n_changes = 0;
  guint n_expected = 0;
  double seconds = 0;

  for (guint row = 0; row < n_rows; row++)
    n_expected += is_changed (row, bench_fate (row));

  seconds = measure (before, after, &n_changes);
  g_print ("%-34s %8.1f ms %8.1f ns/post   %u changes\n",
           shuffled ? "documents in different orders" : "documents in the same order",
           seconds * 1e3, seconds * 1e9 / n_rows, n_changes);
  return n_changes == n_expected;
}

int
main (int argc, char **argv)
{
  const guint n_rows = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000000;

  g_print ("comparing %u posts with %u\n", n_rows, n_rows);
  if (!compare (n_rows, FALSE) || !compare (n_rows, TRUE))
    return EXIT_FAILURE;

  return EXIT_SUCCESS;
}
