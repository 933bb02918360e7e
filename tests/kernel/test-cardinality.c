/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "random-graph.h"

#include <string.h>

#define MOST 8

typedef struct
{
  guint32 left[MOST];
  guint32 right[MOST];
  guint8 reached[MOST];
} Matching;

static guint32
count_edges (const CadreKernelGraph *graph, const guint32 *left)
{
  guint32 n = 0;

  for (guint32 i = 0; i < graph->n_left; i++)
    n += left[i] != CADRE_KERNEL_NONE;
  return n;
}

/* The most edges that a matching has, by all sets of right vertices that the
 * first left ones can take: best[set] is how many are used, or -1. */
static guint32
count_most (const CadreKernelGraph *graph)
{
  guint32 most = 0;
  gboolean can[1 << MOST] = { TRUE };

  for (guint32 i = 0; i < graph->n_left; i++)
    for (guint32 set = 1U << MOST; set-- > 0;)
      for (guint32 e = graph->first[i]; can[set] && e < graph->first[i + 1]; e++)
        can[set | 1U << graph->right[e]] |= (set & 1U << graph->right[e]) == 0;
  for (guint32 set = 0; set < 1U << MOST; set++)
    if (can[set])
      most = MAX (most, (guint32) __builtin_popcount (set));
  return most;
}

static void
test_random (void)
{
  g_test_summary ("Small graphs by lot against all that there is, with the proof");

  for (guint round = 0; round < 20000; round++)
    {
      RandomGraph data;
      Matching m;

      random_graph_init (&data, (guint32) g_test_rand_int_range (0, MOST + 1),
                         (guint32) g_test_rand_int_range (0, MOST + 1),
                         g_test_rand_int_range (5, 70));
      g_assert_cmpint (cadre_kernel_match (&data.graph, m.left, m.right, m.reached, NULL), ==,
                       CADRE_KERNEL_DONE);
      g_assert_true (cadre_kernel_match_check (&data.graph, m.left, m.right, m.reached));
      g_assert_cmpuint (count_edges (&data.graph, m.left), ==, count_most (&data.graph));

      /* From nothing, without the start that makes few mistakes. */
      memset (m.left, 0xff, sizeof m.left);
      memset (m.right, 0xff, sizeof m.right);
      g_assert_cmpint (cadre_kernel_match_more (&data.graph, m.left, m.right, m.reached, NULL), ==,
                       CADRE_KERNEL_DONE);
      g_assert_true (cadre_kernel_match_check (&data.graph, m.left, m.right, m.reached));
      g_assert_cmpuint (count_edges (&data.graph, m.left), ==, count_most (&data.graph));
      random_graph_clear (&data);
    }
}

static void
test_twice (void)
{
  const guint32 first[] = { 0, 2, 4, 6 };
  const guint32 right[] = { 0, 0, 0, 1, 1, 1 };
  const CadreKernelGraph graph = { 3, 2, first, right };
  Matching m;

  g_test_summary ("An edge that is there twice");

  g_assert_cmpint (cadre_kernel_match (&graph, m.left, m.right, m.reached, NULL), ==,
                   CADRE_KERNEL_DONE);
  g_assert_true (cadre_kernel_match_check (&graph, m.left, m.right, m.reached));
  g_assert_cmpuint (count_edges (&graph, m.left), ==, 2);
}

/* Left vertices 0 and 1 both lead to right vertex 0 only, 2 leads to 0 and 1. */
static const guint32 fault_first[] = { 0, 1, 2, 4 };
static const guint32 fault_right[] = { 0, 0, 0, 1 };
static const CadreKernelGraph fault_graph = { 3, 2, fault_first, fault_right };

#define N CADRE_KERNEL_NONE

static const struct
{
  const char *name;
  gboolean is_good;
  guint32 left[3];
  guint32 right[2];
  guint8 reached[3];
} faults[] = {
  { "good", TRUE, { 0, N, 1 }, { 0, 2 }, { 1, 1, 0 } },
  { "another good one", TRUE, { N, 0, 1 }, { 1, 2 }, { 1, 1, 0 } },
  { "not mutual from the left", FALSE, { 0, 0, 1 }, { 0, 2 }, { 1, 1, 0 } },
  { "not mutual from the right", FALSE, { 0, N, N }, { 0, 2 }, { 1, 1, 1 } },
  { "no edge", FALSE, { 1, 0, N }, { 1, 0 }, { 1, 1, 1 } },
  { "out of range", FALSE, { 0, N, 7 }, { 0, 2 }, { 1, 1, 0 } },
  { "one more is possible", FALSE, { 0, N, N }, { 0, N }, { 1, 1, 1 } },
  { "alone and not reached", FALSE, { 0, N, 1 }, { 0, 2 }, { 1, 0, 0 } },
  { "an edge is not covered", FALSE, { 0, N, 1 }, { 0, 2 }, { 0, 1, 0 } },
  { "too much is reached", TRUE, { 0, N, 1 }, { 0, 2 }, { 1, 1, 1 } },
};

static void
test_check (void)
{
  g_test_summary ("The check takes what is right and refuses each fault");

  for (guint k = 0; k < G_N_ELEMENTS (faults); k++)
    {
      g_test_message ("%s", faults[k].name);
      g_assert_cmpint (cadre_kernel_match_check (&fault_graph, faults[k].left, faults[k].right,
                                                 faults[k].reached),
                       ==, faults[k].is_good);
    }
}

static gboolean
refuse (gpointer data)
{
  return FALSE;
}

static void
test_stop (void)
{
  const CadreKernelWatch watch = { refuse, NULL };
  Matching m;
  guint8 left_part[3], right_part[2];
  guint32 block[3], other[2], n;

  g_test_summary ("Each stops where the caller says so");

  g_assert_cmpint (cadre_kernel_match (&fault_graph, m.left, m.right, m.reached, &watch), ==,
                   CADRE_KERNEL_STOPPED);
  memset (m.left, 0xff, sizeof m.left);
  memset (m.right, 0xff, sizeof m.right);
  g_assert_cmpint (cadre_kernel_match_more (&fault_graph, m.left, m.right, m.reached, &watch), ==,
                   CADRE_KERNEL_STOPPED);
  g_assert_cmpint (cadre_kernel_components (&fault_graph, block, other, &n, &watch), ==,
                   CADRE_KERNEL_STOPPED);
  g_assert_cmpint (cadre_kernel_match (&fault_graph, m.left, m.right, m.reached, NULL), ==,
                   CADRE_KERNEL_DONE);
  g_assert_cmpint (cadre_kernel_decompose (&fault_graph, m.left, m.right, left_part, right_part,
                                           block, &n, &watch),
                   ==, CADRE_KERNEL_STOPPED);
}

/* A path through 2 n vertices, numbered by lot: an augmenting path can be as
 * long as the graph. */
static void
make_chain (RandomGraph *data, guint32 n)
{
  g_autofree guint32 *left = g_new (guint32, n);
  g_autofree guint32 *right = g_new (guint32, n);
  g_autofree guint32 *place = g_new (guint32, n);

  for (guint32 i = 0; i < n; i++)
    left[i] = right[i] = i;
  for (guint32 i = n; i-- > 1;)
    {
      const guint32 a = (guint32) g_test_rand_int_range (0, (gint) i + 1);
      const guint32 b = (guint32) g_test_rand_int_range (0, (gint) i + 1);
      guint32 keep = left[i];

      left[i] = left[a];
      left[a] = keep;
      keep = right[i];
      right[i] = right[b];
      right[b] = keep;
    }
  for (guint32 i = 0; i < n; i++)
    place[left[i]] = i;

  data->first = g_new0 (guint32, n + 1);
  data->right = g_new (guint32, 2 * n);
  for (guint32 i = 0, m = 0; i < n; i++)
    {
      data->right[m++] = right[place[i]];
      if (place[i] + 1 < n)
        data->right[m++] = right[place[i] + 1];
      data->first[i + 1] = m;
    }
  data->graph = (CadreKernelGraph){ n, n, data->first, data->right };
}

static void
test_chain (void)
{
  const guint32 n = 20000;
  g_autofree guint32 *left = g_new (guint32, n);
  g_autofree guint32 *right = g_new (guint32, n);
  g_autofree guint8 *reached = g_new (guint8, n);
  RandomGraph data;

  g_test_summary ("A long chain, with the start and without");

  make_chain (&data, n);
  g_assert_cmpint (cadre_kernel_match (&data.graph, left, right, reached, NULL), ==,
                   CADRE_KERNEL_DONE);
  g_assert_true (cadre_kernel_match_check (&data.graph, left, right, reached));
  g_assert_cmpuint (count_edges (&data.graph, left), ==, n);

  memset (left, 0xff, n * sizeof (guint32));
  memset (right, 0xff, n * sizeof (guint32));
  g_assert_cmpint (cadre_kernel_match_more (&data.graph, left, right, reached, NULL), ==,
                   CADRE_KERNEL_DONE);
  g_assert_true (cadre_kernel_match_check (&data.graph, left, right, reached));
  g_assert_cmpuint (count_edges (&data.graph, left), ==, n);
  random_graph_clear (&data);
}

/* So many edges a left vertex, to right vertices by lot. */
static void
make_sparse (RandomGraph *data, guint32 n_left, guint32 n_right, guint32 most)
{
  data->first = g_new0 (guint32, n_left + 1);
  data->right = g_new (guint32, n_left * most);
  for (guint32 i = 0, m = 0; i < n_left; i++)
    {
      const guint32 degree = (guint32) g_test_rand_int_range (0, (gint32) most + 1);

      for (guint32 k = 0; k < degree; k++)
        data->right[m++] = (guint32) g_test_rand_int_range (0, (gint32) n_right);
      data->first[i + 1] = m;
    }
  data->graph = (CadreKernelGraph){ n_left, n_right, data->first, data->right };
}

static void
test_large (void)
{
  g_test_summary ("Large graphs by lot, with the start and without");

  for (guint round = 0; round < 24; round++)
    {
      const guint32 n_left = (guint32) g_test_rand_int_range (4000, 12000);
      const guint32 n_right = (guint32) g_test_rand_int_range (4000, 12000);
      g_autofree guint32 *left = g_new (guint32, n_left);
      g_autofree guint32 *right = g_new (guint32, n_right);
      g_autofree guint8 *reached = g_new (guint8, n_left);
      RandomGraph data;
      guint32 n_edges;

      make_sparse (&data, n_left, n_right, (guint32) g_test_rand_int_range (2, 9));
      g_assert_cmpint (cadre_kernel_match (&data.graph, left, right, reached, NULL), ==,
                       CADRE_KERNEL_DONE);
      g_assert_true (cadre_kernel_match_check (&data.graph, left, right, reached));
      n_edges = count_edges (&data.graph, left);

      memset (left, 0xff, n_left * sizeof (guint32));
      memset (right, 0xff, n_right * sizeof (guint32));
      g_assert_cmpint (cadre_kernel_match_more (&data.graph, left, right, reached, NULL), ==,
                       CADRE_KERNEL_DONE);
      g_assert_true (cadre_kernel_match_check (&data.graph, left, right, reached));
      g_assert_cmpuint (count_edges (&data.graph, left), ==, n_edges);
      random_graph_clear (&data);
    }
}

/* Many small components, or with some edges to anywhere a large one, shuffled. */
static void
make_pools (RandomGraph *data, guint32 n, guint32 size, guint32 n_strays)
{
  g_autofree guint32 *place = g_new (guint32, n);

  data->first = g_new0 (guint32, n + 1);
  data->right = g_new (guint32, 3 * (gsize) n);
  for (guint32 i = 0; i < n; i++)
    {
      const guint32 other = (guint32) g_test_rand_int_range (0, (gint32) i + 1);

      place[i] = place[other];
      place[other] = i;
    }
  for (guint32 i = 0; i < n; i++)
    {
      const guint32 begin = place[i] / size * size;
      const gint32 end = (gint32) MIN (begin + size, n);

      for (guint32 e = 3 * i; e < 3 * i + 3; e++)
        data->right[e] = (guint32) (i < n_strays ? g_test_rand_int_range (0, (gint32) n)
                                                 : g_test_rand_int_range ((gint32) begin, end));
      data->first[i + 1] = 3 * i + 3;
    }
  data->graph = (CadreKernelGraph){ n, n, data->first, data->right };
}

static gboolean
count_down (gpointer data)
{
  guint *n_times = data;

  return *n_times > 0 && (*n_times)-- > 0;
}

/* More than fit into a cache: twice the same, and stopped wherever it asks. */
static void
test_very_large (gconstpointer data)
{
  const guint32 n = 270000;
  g_autofree guint32 *numbers = g_new (guint32, 4 * (gsize) n);
  g_autofree guint8 *reached = g_new (guint8, n);
  CadreKernelStatus status = CADRE_KERNEL_STOPPED;
  RandomGraph graph;

  make_pools (&graph, n, 12, (guint32) GPOINTER_TO_UINT (data));
  g_assert_cmpint (cadre_kernel_match (&graph.graph, numbers, numbers + n, reached, NULL), ==,
                   CADRE_KERNEL_DONE);
  g_assert_true (cadre_kernel_match_check (&graph.graph, numbers, numbers + n, reached));
  for (guint k = 0; status == CADRE_KERNEL_STOPPED; k += 1 + k / 2)
    {
      guint n_times = k;
      const CadreKernelWatch watch = { count_down, &n_times };

      status = cadre_kernel_match (&graph.graph, numbers + 2 * (gsize) n, numbers + 3 * (gsize) n,
                                   reached, &watch);
    }
  g_assert_cmpint (status, ==, CADRE_KERNEL_DONE);
  g_assert_cmpmem (numbers, 2 * (gsize) n * sizeof (guint32), numbers + 2 * (gsize) n,
                   2 * (gsize) n * sizeof (guint32));
  random_graph_clear (&graph);
}

/* Whether one leads to the other, by left vertex and then by right. */
static void
close_under_edges (const CadreKernelGraph *graph, gboolean (*same)[2 * MOST])
{
  const guint32 n = graph->n_left + graph->n_right;

  memset (same, 0, sizeof (gboolean[2 * MOST][2 * MOST]));
  for (guint32 i = 0; i < n; i++)
    same[i][i] = TRUE;
  for (guint32 i = 0; i < graph->n_left; i++)
    for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
      same[i][graph->n_left + graph->right[e]] = same[graph->n_left + graph->right[e]][i] = TRUE;
  for (guint32 k = 0; k < n; k++)
    for (guint32 i = 0; i < n; i++)
      for (guint32 j = 0; j < n; j++)
        same[i][j] |= same[i][k] && same[k][j];
}

static void
test_components (void)
{
  g_test_summary ("Components against the closure of the edges");

  for (guint round = 0; round < 5000; round++)
    {
      RandomGraph data;
      gboolean same[2 * MOST][2 * MOST];
      guint32 part[2 * MOST], n;

      random_graph_init (&data, (guint32) g_test_rand_int_range (0, MOST + 1),
                         (guint32) g_test_rand_int_range (0, MOST + 1),
                         g_test_rand_int_range (0, 30));
      close_under_edges (&data.graph, same);
      g_assert_cmpint (cadre_kernel_components (&data.graph, part, part + data.graph.n_left, &n,
                                                NULL),
                       ==, CADRE_KERNEL_DONE);
      g_assert_true (
        cadre_kernel_components_check (&data.graph, part, part + data.graph.n_left, n));
      for (guint32 i = 0; i < data.graph.n_left + data.graph.n_right; i++)
        for (guint32 j = 0; j < data.graph.n_left + data.graph.n_right; j++)
          g_assert_cmpint (part[i] == part[j], ==, same[i][j]);
      if (n > 1)
        {
          g_assert_false (
            cadre_kernel_components_check (&data.graph, part, part + data.graph.n_left, n - 1));
        }
      random_graph_clear (&data);
    }
}

/* Whether some matching of most edges has the edge: without its two ends, the
 * rest still has one less. */
static gboolean
is_edge_of_some (const CadreKernelGraph *graph, guint32 i, guint32 j, guint32 most)
{
  RandomGraph rest;
  guint32 n = 0, found;

  rest.first = g_new0 (guint32, graph->n_left + 1);
  rest.right = g_new0 (guint32, cadre_kernel_graph_n_edges (graph) + 1);
  for (guint32 k = 0; k < graph->n_left; k++)
    {
      for (guint32 e = graph->first[k]; k != i && e < graph->first[k + 1]; e++)
        if (graph->right[e] != j)
          rest.right[n++] = graph->right[e];
      rest.first[k + 1] = n;
    }
  rest.graph = (CadreKernelGraph){ graph->n_left, graph->n_right, rest.first, rest.right };
  found = count_most (&rest.graph);
  random_graph_clear (&rest);
  return found + 1 == most;
}

/* Whether all matchings of most edges pair the vertex: taken away, one is lost. */
static gboolean
is_left_needed (const CadreKernelGraph *graph, guint32 i, guint32 most)
{
  RandomGraph rest;
  guint32 n = 0, found;

  rest.first = g_new0 (guint32, graph->n_left + 1);
  rest.right = g_new0 (guint32, cadre_kernel_graph_n_edges (graph) + 1);
  for (guint32 k = 0; k < graph->n_left; k++)
    {
      for (guint32 e = graph->first[k]; k != i && e < graph->first[k + 1]; e++)
        rest.right[n++] = graph->right[e];
      rest.first[k + 1] = n;
    }
  rest.graph = (CadreKernelGraph){ graph->n_left, graph->n_right, rest.first, rest.right };
  found = count_most (&rest.graph);
  random_graph_clear (&rest);
  return found < most;
}

typedef struct
{
  guint8 left_part[MOST], right_part[MOST];
  guint32 block[MOST];
  guint32 n_blocks;
} Parts;

static void
judge_parts (const CadreKernelGraph *graph, const Matching *m, const Parts *parts)
{
  const guint32 most = count_most (graph);

  for (guint32 i = 0; i < graph->n_left; i++)
    {
      g_assert_cmpint (parts->left_part[i] != CADRE_KERNEL_PART_LEFT_OVER, ==,
                       is_left_needed (graph, i, most));
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        {
          const guint32 j = graph->right[e];
          const gboolean is_square = parts->left_part[i] == CADRE_KERNEL_PART_SQUARE &&
                                     parts->right_part[j] == CADRE_KERNEL_PART_SQUARE;

          /* In the square part, those of one block and no others. */
          if (is_square)
            g_assert_cmpint (parts->block[i] == parts->block[m->right[j]], ==,
                             is_edge_of_some (graph, i, j, most));
          else if (parts->left_part[i] != parts->right_part[j])
            g_assert_false (is_edge_of_some (graph, i, j, most));
        }
    }
}

static void
test_decompose (void)
{
  g_test_summary ("Parts and blocks against what each matching of most edges has");

  for (guint round = 0; round < 2000; round++)
    {
      RandomGraph data;
      Matching m;
      Parts parts;

      random_graph_init (&data, (guint32) g_test_rand_int_range (1, MOST + 1),
                         (guint32) g_test_rand_int_range (1, MOST + 1),
                         g_test_rand_int_range (5, 50));
      cadre_kernel_match (&data.graph, m.left, m.right, m.reached, NULL);
      g_assert_cmpint (cadre_kernel_decompose (&data.graph, m.left, m.right, parts.left_part,
                                               parts.right_part, parts.block, &parts.n_blocks,
                                               NULL),
                       ==, CADRE_KERNEL_DONE);
      g_assert_true (cadre_kernel_decompose_check (&data.graph, m.left, m.right, parts.left_part,
                                                   parts.right_part, parts.block, parts.n_blocks));
      judge_parts (&data.graph, &m, &parts);
      random_graph_clear (&data);
    }
}

/* Left 0 and 1 pair with right 0 and 1; 0 leads to right 1 as well. */
static const guint32 block_first[] = { 0, 2, 3 };
static const guint32 block_right[] = { 0, 1, 1 };
static const CadreKernelGraph block_graph = { 2, 2, block_first, block_right };

static const struct
{
  const char *name;
  gboolean is_good;
  guint8 left_part[2], right_part[2];
  guint32 block[2];
  guint32 n_blocks;
} block_faults[] = {
  { "good", TRUE, { 1, 1 }, { 1, 1 }, { 1, 0 }, 2 },
  { "the blocks the other way round", FALSE, { 1, 1 }, { 1, 1 }, { 0, 1 }, 2 },
  { "a block that there is not", FALSE, { 1, 1 }, { 1, 1 }, { 1, 0 }, 1 },
  { "a part by itself", FALSE, { 1, 1 }, { 1, 0 }, { 1, 0 }, 2 },
  { "an edge to a later part", FALSE, { 1, 2 }, { 1, 2 }, { 0, N }, 1 },
  { "a block outside the square part", FALSE, { 1, 0 }, { 1, 0 }, { 0, 0 }, 1 },
};

static void
test_decompose_check (void)
{
  const guint32 partner[] = { 0, 1 };

  g_test_summary ("The check takes what is right and refuses each fault");

  for (guint k = 0; k < G_N_ELEMENTS (block_faults); k++)
    {
      g_test_message ("%s", block_faults[k].name);
      g_assert_cmpint (cadre_kernel_decompose_check (&block_graph, partner, partner,
                                                     block_faults[k].left_part,
                                                     block_faults[k].right_part,
                                                     block_faults[k].block,
                                                     block_faults[k].n_blocks),
                       ==, block_faults[k].is_good);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kernel/cardinality/random", test_random);
  g_test_add_func ("/kernel/cardinality/edge-twice", test_twice);
  g_test_add_func ("/kernel/cardinality/check", test_check);
  g_test_add_func ("/kernel/cardinality/chain", test_chain);
  g_test_add_func ("/kernel/cardinality/large", test_large);
  g_test_add_data_func ("/kernel/cardinality/many-components", GUINT_TO_POINTER (0),
                        test_very_large);
  g_test_add_data_func ("/kernel/cardinality/one-component", GUINT_TO_POINTER (200000),
                        test_very_large);
  g_test_add_func ("/kernel/cardinality/stop", test_stop);
  g_test_add_func ("/kernel/cardinality/components", test_components);
  g_test_add_func ("/kernel/cardinality/decompose", test_decompose);
  g_test_add_func ("/kernel/cardinality/decompose-check", test_decompose_check);

  return g_test_run ();
}
