/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "bench-documents.h"
#include "diff/patch/cadre-patch-circles-private.h"
#include "diff/patch/cadre-patch-fit-private.h"
#include "structure/cadre-tables-structure-private.h"

#include <stdlib.h>

/* Carrying out a patch of 5 % changes on many posts, and turning it round:
 * bench-patch [ROWS]. Times are processor time, the best of some rounds; the patch
 * is made once. Making it reads its values, so that applying it does not; what tells
 * both structures apart is only worked out here to compare. The
 * tables of the result are one thing, and what the target is about; sealing them,
 * which finds references and looks for faults, is what every structure goes
 * through. cadre_patch_apply() does both, and looks for circles that the patch makes.
 * What misses the target says so. */

#define N_ROUNDS 15
#define N_FULL 1000000       /* below this many posts nothing is held to the target */
#define MOST_OF_OWN_DIFF 0.5 /* applying to tables, and turning round */

typedef struct
{
  double diff;
  double patch;
  double tables;
  double seal;
  double circles;
  double invert;
  double back;
} Times;

static CadreStructure *
make_structure (guint n_rows, BenchDocument which)
{
  g_autoptr (GBytes) document = bench_make_document (n_rows, which, FALSE);

  return bench_load (document);
}

static void
keep_best (double *best, double start)
{
  const double taken = bench_seconds () - start;

  if (*best <= 0 || taken < *best)
    *best = taken;
}

static char *
identify (CadreStructure *structure)
{
  return cadre_patch_identify (structure, NULL);
}

static CadreStructure *
apply (CadrePatch *patch, CadreStructure *before, double *tables_time, double *seal_time)
{
  g_autoptr (CadreIssueList) misfits = cadre_issue_list_new (10);
  double start = bench_seconds ();
  CadreTables *tables =
    cadre_patch_apply_tables (patch, cadre_structure_get_tables (before), misfits, NULL);
  CadreStructure *result = NULL;

  if (tables == NULL)
    return NULL;

  keep_best (tables_time, start);
  start = bench_seconds ();
  result = cadre_structure_seal (tables, cadre_issue_list_new (1000), NULL, NULL);
  keep_best (seal_time, start);
  return result;
}

/* As cadre_patch_apply() does where all operations fit. */
static gboolean
look_for_circles (CadrePatch *patch, CadreStructure *before, CadreStructure *after, double *time)
{
  const double start = bench_seconds ();
  CadrePatchCircles circles;
  gboolean ok = cadre_patch_circles_init (&circles, patch, after, &before, 1, NULL);

  ok = ok && circles.circles->len == 0;
  cadre_patch_circles_clear (&circles);
  keep_best (time, start);
  return ok;
}

static gboolean
is_same (CadreStructure *structure, const char *identity)
{
  g_autofree char *own = identify (structure);

  return g_strcmp0 (own, identity) == 0;
}

static CadrePatch *
make_patch (CadreStructure *before, CadreStructure *after, Times *times)
{
  g_autoptr (CadreDiff) diff = cadre_diff_new (before, after, NULL, NULL, NULL);
  const double start = bench_seconds ();
  CadrePatch *patch = cadre_patch_new (diff, NULL);

  keep_best (&times->patch, start);
  return patch;
}

static gboolean
measure (CadrePatch *patch,
         CadreStructure *before,
         CadreStructure *after,
         Times *times,
         gboolean is_checked)
{
  double start = bench_seconds ();
  double ignored = 0;
  g_autoptr (CadreDiff) diff = cadre_diff_new (before, after, NULL, NULL, NULL);
  g_autoptr (CadrePatch) inverse = NULL;
  g_autoptr (CadreStructure) there = NULL;
  g_autoptr (CadreStructure) back = NULL;

  if (diff != NULL)
    keep_best (&times->diff, start);
  start = bench_seconds ();
  inverse = cadre_patch_invert (patch, NULL);
  keep_best (&times->invert, start);

  there = apply (patch, before, &times->tables, &times->seal);
  back = apply (inverse, after, &times->back, &ignored);
  if (there == NULL || back == NULL || !look_for_circles (patch, before, there, &times->circles))
    return FALSE;
  if (!is_checked)
    return TRUE;

  return is_same (there, cadre_patch_get_identity_after (patch)) &&
         is_same (back, cadre_patch_get_identity_before (patch));
}

static void
print_line (const char *what, double seconds, guint n_rows, const Times *times)
{
  g_print ("%-44s %8.1f ms %8.1f ns/post %6.2f of the diff\n", what, seconds * 1e3,
           seconds * 1e9 / n_rows, seconds / MAX (times->diff, 1e-9));
}

/* Whether it reaches the target. */
static gboolean
hold (const char *what, double seconds, guint n_rows, const Times *times)
{
  const gboolean is_reached = n_rows < N_FULL || seconds <= MOST_OF_OWN_DIFF * times->diff;

  print_line (what, seconds, n_rows, times);
  if (!is_reached)
    g_print ("  MISSED: must be at most %g of the diff\n", MOST_OF_OWN_DIFF);
  return is_reached;
}

int
main (int argc, char **argv)
{
  const guint n_rows = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000000;
  g_autoptr (CadreStructure) before = make_structure (n_rows, BENCH_DOCUMENT_BEFORE);
  g_autoptr (CadreStructure) after = make_structure (n_rows, BENCH_DOCUMENT_AFTER);
  Times times = { 0 };
  gboolean is_reached = TRUE;
  g_autoptr (CadrePatch) patch = make_patch (before, after, &times);

  for (guint round = 0; round < N_ROUNDS; round++)
    if (!measure (patch, before, after, &times, round == 0))
      return EXIT_FAILURE;

  g_print ("%u operations on %u posts\n", g_list_model_get_n_items (G_LIST_MODEL (patch)), n_rows);
  print_line ("diff", times.diff, n_rows, &times);
  print_line ("making the patch, without identities", times.patch, n_rows, &times);
  is_reached &= hold ("apply, to tables that are not sealed", times.tables, n_rows, &times);
  print_line ("sealing those tables", times.seal, n_rows, &times);
  print_line ("looking for circles", times.circles, n_rows, &times);
  print_line ("apply and seal", times.tables + times.seal, n_rows, &times);
  is_reached &= hold ("invert", times.invert, n_rows, &times);
  print_line ("apply the inverse, to such tables", times.back, n_rows, &times);

  return is_reached ? EXIT_SUCCESS : EXIT_FAILURE;
}
