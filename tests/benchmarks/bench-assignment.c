/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-dense-private.h"
#include "kernel/cadre-sparse-private.h"
#include "solver-bench.h"

#include <math.h>

/* Assignments of least cost beside what scipy takes: bench-assignment [ROWS
 * [PEER-SCRIPT]]. Matrices have as many rows, or 5,000 at most; graphs 50 times
 * as many left vertices. Processor time, the best of three; a target that is missed with
 * a peer ends the run badly where the processor has AVX-512. */

#define MOST_ROWS 5000
#define MOST_ALONE 200 /* without a peer, all that is asked is whether it still runs */
#define SPARSE_TIMES 50
#define SPARSE_DEGREE 5

typedef enum
{
  UNIFORM,
  SMALL,
  EUCLID,
  RANKS,
  PRODUCTS,
  N_CLASSES
} Class;

/* Thousandths of what scipy takes, for up to 1,000, 2,000 and 5,000 rows. */
static const struct
{
  const char *name;
  int most[3];
} classes[N_CLASSES] = {
  { "A1 uniform to 1,000,000", { 180, 180, 180 } },
  { "A3 uniform to 100", { 220, 280, 480 } },
  { "A4 distances", { 410, 390, 300 } },
  { "A5 ranks", { 220, 230, 320 } },
  { "A6 products of Machol and Wien", { 50, 50, 50 } },
};

static void
fill_row (Class kind,
          gint32 *row,
          guint32 i,
          guint32 n,
          SolverLot *lot,
          const guint32 *one,
          const guint32 *two)
{
  g_autofree guint32 *order = kind == RANKS ? solver_shuffled (lot, n) : NULL;

  for (guint32 j = 0; j < n; j++)
    switch (kind)
      {
      case UNIFORM:
        row[j] = 1 + (gint32) solver_lot (lot, 1000000);
        break;
      case SMALL:
        row[j] = 1 + (gint32) solver_lot (lot, 100);
        break;
      case EUCLID:
        row[j] = (gint32) hypot ((double) one[i] - two[j], (double) one[n + i] - two[n + j]);
        break;
      case RANKS:
        row[j] = 1 + (gint32) order[j];
        break;
      case PRODUCTS:
      case N_CLASSES:
      default:
        row[j] = (gint32) ((one[i] + 1) * (two[j] + 1));
      }
}

static gint32 *
make_costs (Class kind, guint32 n)
{
  SolverLot lot = { 88172645463325252u + kind };
  gint32 *cells = g_new (gint32, (gsize) n * n);
  g_autofree guint32 *one = NULL, *two = NULL;

  if (kind == EUCLID)
    {
      one = g_new (guint32, 2 * n);
      two = g_new (guint32, 2 * n);
      for (guint32 k = 0; k < 2 * n; k++)
        {
          one[k] = solver_lot (&lot, 100000);
          two[k] = solver_lot (&lot, 100000);
        }
    }
  else
    {
      one = solver_shuffled (&lot, n);
      two = solver_shuffled (&lot, n);
    }
  for (guint32 i = 0; i < n; i++)
    fill_row (kind, cells + (gsize) i * n, i, n, &lot, one, two);
  return cells;
}

/* The best of three with the loops of one kind of processor. */
static double
solve (const CadreKernelMatrix *matrix, const CadreKernelScan *scan, gint64 *sum)
{
  const guint32 n = matrix->n_rows;
  g_autofree guint32 *column = g_new (guint32, n);
  g_autofree double *prices = g_new (double, 2 * (gsize) n);
  g_autofree guint8 *violator = g_new (guint8, n);
  double best = G_MAXDOUBLE;

  for (guint k = 0; k < SOLVER_ROUNDS; k++)
    {
      const double start = solver_seconds ();

      cadre_kernel_dense_assign (matrix, scan, column, prices, prices + n, violator, NULL);
      best = MIN (best, solver_seconds () - start);
    }
  if (!cadre_kernel_dense_check (matrix, column, prices, prices + n, 0))
    exit (EXIT_FAILURE);
  *sum = 0;
  for (guint32 i = 0; i < n; i++)
    *sum += matrix->whole[(gsize) i * n + column[i]];
  return best;
}

static gboolean
run_dense (Class kind, guint32 n, const char *script)
{
  g_autofree gint32 *cells = make_costs (kind, n);
  const CadreKernelMatrix matrix = { n, n, n, cells, NULL };
  const gboolean is_held = strcmp (cadre_kernel_scan_get ()->name, "avx512") == 0 && n >= 1000;
  const int most = classes[kind].most[n <= 1000 ? 0 : n <= 2000 ? 1 : 2];
  double own = 0;
  gint64 sum = 0;
  SolverFile file;

  g_print ("%s, %u rows\n", classes[kind].name, n);
  for (guint k = 0; cadre_kernel_scan_get_nth (k) != NULL; k++)
    {
      const CadreKernelScan *scan = cadre_kernel_scan_get_nth (k);
      const double seconds = solve (&matrix, scan, &sum);

      own = k == 0 ? seconds : own;
      g_print ("    %6d us with %s\n", (int) (seconds * 1e6), scan->name);
    }
  if (script == NULL)
    return TRUE;
  solver_file_open (&file);
  solver_file_add (&file, &n, sizeof n, 1);
  solver_file_add (&file, cells, sizeof (gint32), (gsize) n * n);
  return solver_print_peers (script, "dense", &file, own, sum, is_held ? most : 0);
}

static gboolean
run_sparse (guint32 n, const char *script)
{
  SolverLot lot = { 88172645463325252u };
  g_autofree guint32 *planted = solver_shuffled (&lot, n);
  g_autofree guint32 *first = g_new0 (guint32, n + 1);
  g_autofree guint32 *right = g_new (guint32, (gsize) n * SPARSE_DEGREE);
  g_autofree gint64 *cost = g_new (gint64, (gsize) n * SPARSE_DEGREE);
  g_autofree guint32 *edge = g_new (guint32, n);
  g_autofree gint64 *prices = g_new (gint64, 2 * (gsize) n);
  g_autofree guint8 *violator = g_new (guint8, n);
  const CadreKernelGraph graph = { n, n, first, right };
  double best = G_MAXDOUBLE;
  gint64 sum = 0;
  SolverFile file;

  for (guint32 e = 0; e < n * SPARSE_DEGREE; e++)
    {
      right[e] = e % SPARSE_DEGREE == 2 ? planted[e / SPARSE_DEGREE] : solver_lot (&lot, n);
      cost[e] = 1 + solver_lot (&lot, 1000000);
      first[e / SPARSE_DEGREE + 1] = e + 1;
    }
  for (guint k = 0; k < SOLVER_ROUNDS; k++)
    {
      const double start = solver_seconds ();

      cadre_kernel_sparse_assign (&graph, cost, edge, prices, prices + n, violator, NULL);
      best = MIN (best, solver_seconds () - start);
    }
  if (!cadre_kernel_sparse_check (&graph, cost, edge, prices, prices + n))
    exit (EXIT_FAILURE);
  for (guint32 i = 0; i < n; i++)
    sum += cost[edge[i]];
  g_print ("B1 %u left vertices of %d edges\n    %6d us\n", n, SPARSE_DEGREE, (int) (best * 1e6));
  if (script == NULL)
    return TRUE;
  solver_file_open (&file);
  solver_file_add (&file, &n, sizeof n, 1);
  solver_file_add (&file, right, sizeof (guint32), n * SPARSE_DEGREE);
  solver_file_add (&file, cost, sizeof (gint64), n * SPARSE_DEGREE);
  return solver_print_peers (script, "sparse", &file, best, sum, n >= 100000 ? 20 : 0);
}

int
main (int argc, char **argv)
{
  const guint32 n = argc > 1 ? (guint32) g_ascii_strtoull (argv[1], NULL, 10) : 2000;
  const char *script = argc > 2 ? argv[2] : NULL;
  gboolean is_met = TRUE;

  for (Class kind = UNIFORM; kind < N_CLASSES; kind++)
    is_met &= run_dense (kind, CLAMP (n, 2, script != NULL ? MOST_ROWS : MOST_ALONE), script);
  is_met &= run_sparse ((script != NULL ? CLAMP (n, 2, 20000) : MOST_ALONE) * SPARSE_TIMES, script);
  return is_met ? EXIT_SUCCESS : EXIT_FAILURE;
}
