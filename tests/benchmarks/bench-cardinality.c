/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "solver-bench.h"

/* Matchings of most edges, their proof, components and parts, beside what scipy
 * takes: bench-cardinality [VERTICES [PEER-SCRIPT]]. Processor time, the best of
 * three; from 100,000 vertices on, a missed target ends the run badly. */

#define TARGETS_FROM 100000
#define MOST_DEGREE 9
#define CHAIN_PEERS_TO 200000 /* scipy takes over a minute for a million */

typedef enum
{
  PLANTED,
  RANDOM,
  SHORT,
  POOLS,
  GROUPS,
  CHAIN,
  N_CLASSES
} Class;

/* Of the best peer: C1, and for the chain C3. */
static const struct
{
  const char *name;
  int most; /* thousandths */
} classes[N_CLASSES] = {
  { "planted", 600 },     { "random", 600 },        { "short of posts", 600 },
  { "pools of 12", 600 }, { "groups of 200", 600 }, { "shuffled chain", 200 },
};

typedef struct
{
  CadreKernelGraph graph;
  guint32 *first;
  guint32 *right;
} Graph;

static guint32
add_edges (Class kind,
           guint32 i,
           guint32 n,
           SolverLot *lot,
           const guint32 *left,
           const guint32 *right,
           guint32 *edges)
{
  const guint32 size = kind == POOLS ? 12 : kind == GROUPS ? 200 : n;
  const guint32 begin = left[i] / size * size;
  const guint32 n_edges = kind == POOLS ? 7 : 5;

  if (kind == CHAIN)
    {
      const guint32 n_here = left[i] + 1 < n ? 2 : 1;
      const guint32 at = solver_lot (lot, n_here); /* or the first edges would be the answer */

      edges[at] = right[left[i]];
      edges[1 - at] = right[(left[i] + 1) % n];
      return n_here;
    }
  for (guint32 k = 0; k < n_edges; k++)
    edges[k] = right[begin + solver_lot (lot, MIN (size, (kind == SHORT ? n / 5 * 4 : n) - begin))];
  if (kind == PLANTED)
    edges[solver_lot (lot, n_edges)] = right[left[i]];
  return n_edges;
}

static void
make_graph (Graph *self, Class kind, guint32 n)
{
  SolverLot lot = { 88172645463325252u + kind };
  g_autofree guint32 *left = solver_shuffled (&lot, n);
  g_autofree guint32 *right = solver_shuffled (&lot, n);
  guint32 m = 0;

  self->first = g_new0 (guint32, n + 1);
  self->right = g_new (guint32, (gsize) n * MOST_DEGREE);
  for (guint32 i = 0; i < n; i++)
    {
      m += add_edges (kind, i, n, &lot, left, right, self->right + m);
      self->first[i + 1] = m;
    }
  self->graph = (CadreKernelGraph){ n, n, self->first, self->right };
}

typedef struct
{
  double match, check, parts, components;
  guint32 n_pairs, n_components, n_blocks;
} Result;

static void
run_round (const CadreKernelGraph *graph, Result *best, guint32 *numbers, guint8 *marks)
{
  const guint32 n = graph->n_left;
  guint32 *left = numbers, *right = numbers + n, *one = numbers + 2 * n, *two = numbers + 3 * n;
  double start = solver_seconds ();

  cadre_kernel_match (graph, left, right, marks, NULL);
  best->match = MIN (best->match, solver_seconds () - start);
  start = solver_seconds ();
  if (!cadre_kernel_match_check (graph, left, right, marks))
    exit (EXIT_FAILURE);
  best->check = MIN (best->check, solver_seconds () - start);
  start = solver_seconds ();
  cadre_kernel_components (graph, one, two, &best->n_components, NULL);
  best->components = MIN (best->components, solver_seconds () - start);
  start = solver_seconds ();
  cadre_kernel_decompose (graph, left, right, marks, marks + n, one, &best->n_blocks, NULL);
  best->parts = MIN (best->parts, solver_seconds () - start);

  best->n_pairs = 0;
  for (guint32 i = 0; i < n; i++)
    best->n_pairs += left[i] != CADRE_KERNEL_NONE;
}

static void
write_graph (SolverFile *file, const CadreKernelGraph *graph)
{
  const guint32 head[] = { graph->n_left, graph->n_right };

  solver_file_open (file);
  solver_file_add (file, head, sizeof head[0], 2);
  solver_file_add (file, graph->first, sizeof (guint32), graph->n_left + 1);
  solver_file_add (file, graph->right, sizeof (guint32), cadre_kernel_graph_n_edges (graph));
}

static gboolean
run_class (Class kind, guint32 n, const char *script)
{
  Result best = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, 0, 0, 0 };
  g_autofree guint32 *numbers = g_new (guint32, (gsize) n * 4);
  g_autofree guint8 *marks = g_new (guint8, (gsize) n * 2);
  gboolean is_met = TRUE;
  SolverFile file;
  Graph graph;
  int share;

  make_graph (&graph, kind, n);
  for (guint k = 0; k < SOLVER_ROUNDS; k++)
    run_round (&graph.graph, &best, numbers, marks);
  share = (int) (best.check * 1000 / best.match + 0.5);
  g_print ("%s: %u and %u vertices, %u edges, %u pairs\n", classes[kind].name, n, n, graph.first[n],
           best.n_pairs);
  g_print ("    %6d us, check of the proof 0.%03d of it%s\n", (int) (best.match * 1e6), share,
           share > 250 ? ", MISSED: C4 is at most 0.250" : "");
  g_print ("    %6d us for %u components, %d us for parts and %u blocks\n",
           (int) (best.components * 1e6), best.n_components, (int) (best.parts * 1e6),
           best.n_blocks);
  is_met = n < TARGETS_FROM || share <= 250;

  if (script != NULL && (kind != CHAIN || n <= CHAIN_PEERS_TO))
    {
      write_graph (&file, &graph.graph);
      is_met &= solver_print_peers (script, "cardinality", &file, best.match, best.n_pairs,
                                    n < TARGETS_FROM ? 0 : classes[kind].most);
      write_graph (&file, &graph.graph);
      is_met &= solver_print_peers (script, "components", &file, best.components, best.n_components,
                                    n < TARGETS_FROM ? 0 : 400);
    }
  g_free (graph.first);
  g_free (graph.right);
  return is_met;
}

int
main (int argc, char **argv)
{
  const guint32 n = argc > 1 ? (guint32) g_ascii_strtoull (argv[1], NULL, 10) : 1000000;
  gboolean is_met = TRUE;

  for (Class kind = PLANTED; kind < N_CLASSES; kind++)
    is_met &= run_class (kind, MAX (n, 12), argc > 2 ? argv[2] : NULL);
  return is_met ? EXIT_SUCCESS : EXIT_FAILURE;
}
