/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "kernel/cadre-pages-private.h"
#include "solver-bench.h"

/* Matchings of most edges, their proof, components and parts, beside what others
 * take: bench-cardinality [VERTICES [PEER…]]. Processor time, the best of
 * three; from 100,000 vertices on, a missed target ends the run badly. */

#define TARGETS_FROM 100000
#define MOST_DEGREE 9
#define LONG_CHAIN 200000 /* scipy takes over a minute for a million */

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

/* Of each peer, in thousandths: C1, and for the chain C3; and D1, for which 0 is
 * no target and -1 not to ask. */
static const struct
{
  const char *name;
  int most;
  int most_parts;
} classes[N_CLASSES] = {
  { "planted", 600, -1 },       { "random", 600, 150 },       { "short of posts", 600, -1 },
  { "pools of 12", 600, 1500 }, { "groups of 200", 600, -1 }, { "shuffled chain", 200, -1 },
};

#define MOST_COMPONENTS 400 /* D2 */

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

  /* As a graph of the library is made. */
  self->first = cadre_pages_try_zeros_of (guint32, n + 1);
  self->right = cadre_pages_try_array_of (guint32, (gsize) n * MOST_DEGREE);
  if (self->first == NULL || self->right == NULL)
    exit (EXIT_FAILURE);
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

static void
print_result (const CadreKernelGraph *graph, Class kind, const Result *best)
{
  const int share = (int) (best->check * 1000 / best->match + 0.5);

  g_print ("%s: %u and %u vertices, %u edges, %u pairs\n", classes[kind].name, graph->n_left,
           graph->n_right, cadre_kernel_graph_n_edges (graph), best->n_pairs);
  g_print ("    %9d us, check of the proof 0.%03d of it%s\n", (int) (best->match * 1e6), share,
           share > 250 ? ", MISSED: C4 is at most 0.250" : "");
  g_print ("    %9d us for %u components, %d us for parts and %u blocks\n",
           (int) (best->components * 1e6), best->n_components, (int) (best->parts * 1e6),
           best->n_blocks);
}

static gboolean
ask_peers (const CadreKernelGraph *graph, Class kind, const Result *best, char **peers)
{
  const gboolean is_held = graph->n_left >= TARGETS_FROM;
  const SolverTarget match = { NULL, is_held ? classes[kind].most : 0 };
  const SolverTarget components = { NULL, is_held ? MOST_COMPONENTS : 0 };
  const SolverTarget parts = { NULL, is_held ? classes[kind].most_parts : 0 };
  const gboolean is_long = kind == CHAIN && graph->n_left > LONG_CHAIN;
  gboolean is_met = TRUE;
  SolverFile file;

  write_graph (&file, graph);
  is_met &= solver_print_peers (peers, is_long ? "chain" : "cardinality", &file, best->match,
                                best->n_pairs, &match);
  write_graph (&file, graph);
  is_met &= solver_print_peers (peers, "components", &file, best->components, best->n_components,
                                &components);
  if (classes[kind].most_parts < 0)
    return is_met;
  write_graph (&file, graph);
  return is_met & solver_print_peers (peers, "parts", &file, best->match + best->parts,
                                      best->n_blocks, &parts);
}

static gboolean
run_class (Class kind, guint32 n, char **peers)
{
  Result best = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, 0, 0, 0 };
  g_autofree guint32 *numbers = cadre_pages_try_array_of (guint32, (gsize) n * 4);
  g_autofree guint8 *marks = cadre_pages_try_array_of (guint8, (gsize) n * 2);
  gboolean is_met;
  Graph graph;

  if (numbers == NULL || marks == NULL)
    exit (EXIT_FAILURE);
  make_graph (&graph, kind, n);
  for (guint k = 0; k < SOLVER_ROUNDS; k++)
    run_round (&graph.graph, &best, numbers, marks);
  print_result (&graph.graph, kind, &best);
  is_met = n < TARGETS_FROM || best.check <= 0.25 * best.match;
  is_met &= ask_peers (&graph.graph, kind, &best, peers);
  g_free (graph.first);
  g_free (graph.right);
  return is_met;
}

int
main (int argc, char **argv)
{
  const guint32 n = argc > 1 ? (guint32) g_ascii_strtoull (argv[1], NULL, 10) : 1000000;
  char **peers = argv + MIN (argc, 2);
  gboolean is_met = TRUE;

  solver_print_left_out (peers);
  for (Class kind = PLANTED; kind < N_CLASSES; kind++)
    is_met &= run_class (kind, MAX (n, 12), peers);
  return is_met ? EXIT_SUCCESS : EXIT_FAILURE;
}
