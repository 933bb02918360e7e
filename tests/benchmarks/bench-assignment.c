/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "kernel/cadre-dense-private.h"
#include "kernel/cadre-sparse-private.h"
#include "solver-bench.h"

#include <math.h>

/* Assignments of least cost beside what others take: bench-assignment [ROWS
 * [PEER…]]. Matrices have as many rows, or 5,000 at most; graphs 50 times
 * as many left vertices. Processor time, the best of three; a target that is missed with
 * a peer ends the run badly, for matrices where the processor has AVX-512. */

#define MOST_ROWS 5000
#define MOST_ALONE 200 /* without a peer, all that is asked is whether it still runs */
#define SPARSE_TIMES 50
#define SPARSE_DEGREE 5
#define NEAR_DEGREE 9
#define LONG_PRODUCTS 2500 /* scipy takes minutes for more rows of these */
#define TARGETS_FROM 1000
#define SPARSE_TARGETS_FROM 90000

typedef enum
{
  UNIFORM,
  SMALL,
  EUCLID,
  RANKS,
  PRODUCTS,
  N_CLASSES
} Class;

/* Thousandths of what scipy takes, for up to 1,000, 2,000 and 5,000 rows; and of
 * what LEMON takes. */
static const struct
{
  const char *name;
  int most[3];
  int most_lemon;
} classes[N_CLASSES] = {
  { "A1 uniform to 1,000,000", { 180, 180, 180 }, 0 },
  { "A3 uniform to 100", { 220, 280, 480 }, 0 },
  { "A4 distances", { 410, 390, 300 }, 0 },
  { "A5 ranks", { 220, 230, 320 }, 0 },
  { "A6 products of Machol and Wien", { 50, 50, 50 }, 500 },
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

/* A7: what solving takes beside the matrix, for each cell of it, in thousandths. */
static gboolean
run_memory (const CadreKernelMatrix *matrix)
{
  const guint32 n = matrix->n_rows;
  g_autofree guint32 *column = g_new (guint32, n);
  g_autofree double *prices = g_new (double, 2 * (gsize) n);
  g_autofree guint8 *violator = g_new (guint8, n);
  const gint64 before = solver_peak_start ();
  int taken;

  cadre_kernel_dense_assign (matrix, NULL, column, prices, prices + n, violator, NULL);
  if (before < 0)
    return TRUE;
  taken = (int) ((solver_peak () - before) * 1000 / ((gint64) n * n));
  g_print ("    A7 0.%03d bytes a cell beside the matrix%s\n", MAX (taken, 0),
           taken > 1000 ? ", MISSED: at most 1" : "");
  return n < TARGETS_FROM || taken <= 1000;
}

static gboolean
run_dense (Class kind, guint32 n, char **peers)
{
  g_autofree gint32 *cells = make_costs (kind, n);
  const CadreKernelMatrix matrix = { n, n, n, cells, NULL };
  const gboolean is_held =
    strcmp (cadre_kernel_scan_get ()->name, "avx512") == 0 && n >= TARGETS_FROM;
  const int most = classes[kind].most[n <= 1000 ? 0 : n <= 2000 ? 1 : 2];
  const SolverTarget targets[] = { { "scipy", is_held ? most : 0 },
                                   { "LEMON", is_held ? classes[kind].most_lemon : 0 },
                                   { NULL, 0 } };
  double own = 0;
  gint64 sum = 0;
  gboolean is_met;
  SolverFile file;

  g_print ("%s, %u rows\n", classes[kind].name, n);
  is_met = run_memory (&matrix);
  for (guint k = 0; cadre_kernel_scan_get_nth (k) != NULL; k++)
    {
      const CadreKernelScan *scan = cadre_kernel_scan_get_nth (k);
      const double seconds = solve (&matrix, scan, &sum);

      own = k == 0 ? seconds : own;
      g_print ("    %9d us with %s\n", (int) (seconds * 1e6), scan->name);
    }
  solver_file_open (&file);
  solver_file_add (&file, &n, sizeof n, 1);
  solver_file_add (&file, cells, sizeof (gint32), (gsize) n * n);
  return solver_print_peers (peers, kind == PRODUCTS && n > LONG_PRODUCTS ? "products" : "dense",
                             &file, own, sum, targets) &&
         is_met;
}

/* A graph with costs, each left vertex with as many edges. */
typedef struct
{
  CadreKernelGraph graph;
  guint32 degree;
  guint32 *first;
  guint32 *right;
  gint64 *cost;
} Sparse;

static void
sparse_init (Sparse *self, guint32 n, guint32 degree)
{
  self->degree = degree;
  self->first = g_new (guint32, n + 1);
  self->right = g_new (guint32, (gsize) n * degree);
  self->cost = g_new (gint64, (gsize) n * degree);
  self->graph = (CadreKernelGraph){ n, n, self->first, self->right };
  for (guint32 i = 0; i <= n; i++)
    self->first[i] = i * degree;
}

static void
sparse_clear (Sparse *self)
{
  g_free (self->first);
  g_free (self->right);
  g_free (self->cost);
}

/* Edges and costs by lot, with one edge in each list that makes it possible. */
static void
fill_planted (Sparse *self, SolverLot *lot)
{
  const guint32 n = self->graph.n_left;
  g_autofree guint32 *planted = solver_shuffled (lot, n);

  for (guint32 e = 0; e < n * self->degree; e++)
    {
      self->right[e] = e % self->degree == 2 ? planted[e / self->degree] : solver_lot (lot, n);
      self->cost[e] = 1 + solver_lot (lot, 1000000);
    }
}

/* One left and one right vertex somewhere in each field of a board whose ends meet;
 * the left ones can go to the field they are in and those around it, and it costs
 * the distance. Both are numbered by lot. */
static void
fill_near (Sparse *self, SolverLot *lot, guint32 side)
{
  const guint32 n = side * side;
  g_autofree guint32 *field = solver_shuffled (lot, n);
  g_autofree guint32 *number = solver_shuffled (lot, n);
  g_autofree guint32 *at = g_new (guint32, 4 * n); /* x and y of the left ones, then the right */

  for (guint32 k = 0; k < 4 * n; k++)
    at[k] = solver_lot (lot, 1000);
  for (guint32 e = 0; e < n * NEAR_DEGREE; e++)
    {
      const guint32 i = e / NEAR_DEGREE;
      const int across = (int) (e % NEAR_DEGREE % 3) - 1, down = (int) (e % NEAR_DEGREE / 3) - 1;
      const guint32 x = (field[i] % side + side + (guint32) across) % side;
      const guint32 y = (field[i] / side + side + (guint32) down) % side;
      const guint32 j = y * side + x;

      self->right[e] = number[j];
      self->cost[e] = (gint64) hypot (1000.0 * across + at[2 * (n + j)] - at[2 * i],
                                      1000.0 * down + at[2 * (n + j) + 1] - at[2 * i + 1]);
    }
}

/* One right vertex somewhere in each field of a board, left ones anywhere by lot: there are
 * more than places here and fewer there. They can go to the fields around but one, and to
 * one place by lot, far away, that makes it possible; it costs the distance. */
static void
fill_crowded (Sparse *self, SolverLot *lot, guint32 side)
{
  const guint32 n = side * side;
  g_autofree guint32 *number = solver_shuffled (lot, n);
  g_autofree guint32 *planted = solver_shuffled (lot, n);
  g_autofree guint32 *at = g_new (guint32, 2 * n); /* x and y of the right ones, in their field */
  guint32 x = 0, y = 0;

  for (guint32 k = 0; k < 2 * n; k++)
    at[k] = solver_lot (lot, 1000);
  for (guint32 e = 0; e < n * NEAR_DEGREE; e++)
    {
      const guint32 k = e % NEAR_DEGREE;
      guint32 column, row, field;

      if (k == 0)
        {
          x = solver_lot (lot, 1000 * side);
          y = solver_lot (lot, 1000 * side);
        }
      column = (x / 1000 + side + k % 3 - 1) % side;
      row = (y / 1000 + side + k / 3 - 1) % side;
      field = k == NEAR_DEGREE - 1 ? planted[e / NEAR_DEGREE] : row * side + column;
      self->right[e] = number[field];
      self->cost[e] = (gint64) hypot (1000.0 * (field % side) + at[2 * field] - x,
                                      1000.0 * (field / side) + at[2 * field + 1] - y);
    }
}

/* The best of some rounds. */
static double
solve_sparse (const Sparse *self, guint n_rounds, gint64 *sum)
{
  const guint32 n = self->graph.n_left;
  g_autofree guint32 *edge = g_new (guint32, n);
  g_autofree gint64 *prices = g_new (gint64, 2 * (gsize) n);
  g_autofree guint8 *violator = g_new (guint8, n);
  double best = G_MAXDOUBLE;

  for (guint k = 0; k < n_rounds; k++)
    {
      const double start = solver_seconds ();

      cadre_kernel_sparse_assign (&self->graph, self->cost, edge, prices, prices + n, violator,
                                  NULL);
      best = MIN (best, solver_seconds () - start);
    }
  if (!cadre_kernel_sparse_check (&self->graph, self->cost, edge, prices, prices + n))
    exit (EXIT_FAILURE);
  *sum = 0;
  for (guint32 i = 0; i < n; i++)
    *sum += self->cost[edge[i]];
  return best;
}

static gboolean
run_sparse (const Sparse *self, const char *name, char **peers, int most_lemon, int most_scipy)
{
  const guint32 n = self->graph.n_left;
  const gboolean is_held = n >= SPARSE_TARGETS_FROM;
  const SolverTarget targets[] = { { "LEMON", is_held ? most_lemon : 0 },
                                   { "scipy", is_held ? most_scipy : 0 },
                                   { NULL, 0 } };
  gint64 sum = 0;
  const double best = solve_sparse (self, SOLVER_ROUNDS, &sum);
  SolverFile file;

  g_print ("%s, %u left vertices of %u edges\n    %9d us\n", name, n, self->degree,
           (int) (best * 1e6));
  solver_file_open (&file);
  solver_file_add (&file, &n, sizeof n, 1);
  solver_file_add (&file, &self->degree, sizeof n, 1);
  solver_file_add (&file, self->right, sizeof (guint32), (gsize) n * self->degree);
  solver_file_add (&file, self->cost, sizeof (gint64), (gsize) n * self->degree);
  return solver_print_peers (peers, most_scipy > 0 ? "sparse" : "near", &file, best, sum, targets);
}

/* B2: too much for the peers, so beside our own matching of most edges. */
static gboolean
run_large (guint32 n)
{
  SolverLot lot = { 88172645463325252u };
  g_autofree guint32 *partner = g_new (guint32, 2 * (gsize) n);
  g_autofree guint8 *reached = g_new (guint8, n);
  double match = G_MAXDOUBLE, own;
  int ratio, mib = 0;
  gint64 before, sum;
  Sparse sparse;

  sparse_init (&sparse, n, SPARSE_DEGREE);
  fill_planted (&sparse, &lot);
  for (guint k = 0; k < SOLVER_ROUNDS; k++)
    {
      const double start = solver_seconds ();

      cadre_kernel_match (&sparse.graph, partner, partner + n, reached, NULL);
      match = MIN (match, solver_seconds () - start);
    }
  before = solver_peak_start ();
  own = solve_sparse (&sparse, 1, &sum);
  if (before >= 0)
    mib = (int) ((solver_peak () - before) >> 20);
  sparse_clear (&sparse);

  ratio = (int) (own / match * 1000 + 0.5);
  g_print ("B2 %u left vertices of %d edges\n    %9d us, %d.%03d times as long as most edges%s\n",
           n, SPARSE_DEGREE, (int) (own * 1e6), ratio / 1000, ratio % 1000,
           ratio > 25000 ? ", MISSED: at most 25" : "");
  g_print ("    %d MiB beside the graph and its costs%s\n", mib,
           mib > 120 ? ", MISSED: at most 120" : "");
  return ratio <= 25000 && mib <= 120;
}

static gboolean
run_graphs (guint32 n, char **peers)
{
  const guint32 side = (guint32) sqrt (n);
  SolverLot lot = { 88172645463325252u };
  gboolean is_met;
  Sparse sparse;

  sparse_init (&sparse, n, SPARSE_DEGREE);
  fill_planted (&sparse, &lot);
  is_met = run_sparse (&sparse, "B1 by lot", peers, 100, 20);
  sparse_clear (&sparse);

  sparse_init (&sparse, side * side, NEAR_DEGREE);
  fill_near (&sparse, &lot, side);
  is_met &= run_sparse (&sparse, "Distances, as many as places everywhere", peers, 0, 0);
  sparse_clear (&sparse);

  sparse_init (&sparse, side * side, NEAR_DEGREE);
  fill_crowded (&sparse, &lot, side);
  is_met &=
    run_sparse (&sparse, "B3 distances, more than places here and fewer there", peers, 120, 0);
  sparse_clear (&sparse);

  if (n >= SPARSE_TARGETS_FROM)
    is_met &= run_large (10 * n);
  return is_met;
}

int
main (int argc, char **argv)
{
  const guint32 n = argc > 1 ? (guint32) g_ascii_strtoull (argv[1], NULL, 10) : 2000;
  char **peers = argv + MIN (argc, 2);
  const gboolean is_alone = peers[0] == NULL;
  gboolean is_met = TRUE;

  solver_print_left_out (peers);
  for (Class kind = UNIFORM; kind < N_CLASSES; kind++)
    is_met &= run_dense (kind, CLAMP (n, 2, is_alone ? MOST_ALONE : MOST_ROWS), peers);
  is_met &= run_graphs ((is_alone ? MOST_ALONE : CLAMP (n, 2, 2000)) * SPARSE_TIMES, peers);
  return is_met ? EXIT_SUCCESS : EXIT_FAILURE;
}
