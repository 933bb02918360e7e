/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-sparse-private.h"
#include "random-graph.h"

#include <string.h>

#define MOST 8
#define N CADRE_KERNEL_NONE
#define NO_ANSWER (G_MAXINT64 / 2)

typedef struct
{
  guint32 edge[MOST];
  gint64 left_price[MOST], right_price[MOST];
  guint8 violator[MOST];
} Answer;

static CadreKernelStatus
solve (const CadreKernelGraph *graph, const gint64 *cost, Answer *answer)
{
  return cadre_kernel_sparse_assign (graph, cost, answer->edge, answer->left_price,
                                     answer->right_price, answer->violator, NULL);
}

static gboolean
check (const CadreKernelGraph *graph, const gint64 *cost, const Answer *answer)
{
  return cadre_kernel_sparse_check (graph, cost, answer->edge, answer->left_price,
                                    answer->right_price);
}

/* By all sets of right vertices that the first left ones can take. */
static gint64
find_least (const CadreKernelGraph *graph, const gint64 *cost)
{
  gint64 sums[1 << MOST];
  gint64 next[1 << MOST];
  gint64 least = NO_ANSWER;

  for (guint32 set = 0; set < 1U << MOST; set++)
    sums[set] = set == 0 ? 0 : NO_ANSWER;
  for (guint32 i = 0; i < graph->n_left; i++)
    {
      for (guint32 set = 0; set < 1U << MOST; set++)
        next[set] = NO_ANSWER;
      for (guint32 set = 0; set < 1U << MOST; set++)
        for (guint32 e = graph->first[i]; sums[set] < NO_ANSWER && e < graph->first[i + 1]; e++)
          if ((set & 1U << graph->right[e]) == 0)
            {
              const guint32 larger = set | 1U << graph->right[e];

              next[larger] = MIN (next[larger], sums[set] + cost[e]);
            }
      memcpy (sums, next, sizeof sums);
    }
  for (guint32 set = 0; set < 1U << MOST; set++)
    least = MIN (least, sums[set]);
  return least;
}

static void
judge (const CadreKernelGraph *graph, const gint64 *cost)
{
  const gint64 least = find_least (graph, cost);
  Answer answer;
  const CadreKernelStatus status = solve (graph, cost, &answer);
  gint64 sum = 0;

  if (least == NO_ANSWER)
    {
      g_assert_cmpint (status, ==, CADRE_KERNEL_INFEASIBLE);
      g_assert_true (cadre_kernel_sparse_check_violator (graph, answer.violator));
      return;
    }

  g_assert_cmpint (status, ==, CADRE_KERNEL_DONE);
  for (guint32 i = 0; i < graph->n_left; i++)
    sum += cost[answer.edge[i]];
  g_assert_cmpint (sum, ==, least);
  g_assert_true (check (graph, cost, &answer));
}

static void
test_random (void)
{
  const gint32 ranges[] = { 3, 50, 1000000 };

  g_test_summary ("Small graphs by lot against all that there is, with the proof");

  for (guint round = 0; round < 10000; round++)
    {
      const guint32 n_right = (guint32) g_test_rand_int_range (1, MOST + 1);
      RandomGraph data;
      gint64 cost[MOST * MOST];

      random_graph_init (&data, (guint32) g_test_rand_int_range (1, (gint) n_right + 1), n_right,
                         g_test_rand_int_range (20, 101));
      for (guint k = 0; k < G_N_ELEMENTS (cost); k++)
        cost[k] = g_test_rand_int_range (-ranges[round % 3] / 3, ranges[round % 3]);
      judge (&data.graph, cost);
      random_graph_clear (&data);
    }
}

/* More edges than can be tried out: the proof has to be enough. */
static void
test_large (void)
{
  g_test_summary ("Graphs of hundreds by their proof alone");

  for (guint round = 0; round < 40; round++)
    {
      const guint32 n = 300;
      const guint32 n_right = round % 2 == 0 ? n : n + 50;
      RandomGraph data;
      g_autofree gint64 *cost = g_new (gint64, n * n_right);
      g_autofree guint32 *edge = g_new (guint32, n);
      g_autofree gint64 *prices = g_new (gint64, n + n_right);
      g_autofree guint8 *violator = g_new (guint8, n);

      random_graph_init (&data, n, n_right, 3);
      for (guint32 k = 0; k < n * n_right; k++)
        cost[k] = g_test_rand_int_range (0, round < 20 ? 1000000 : 30);
      if (cadre_kernel_sparse_assign (&data.graph, cost, edge, prices, prices + n, violator,
                                      NULL) == CADRE_KERNEL_DONE)
        g_assert_true (cadre_kernel_sparse_check (&data.graph, cost, edge, prices, prices + n));
      else
        g_assert_true (cadre_kernel_sparse_check_violator (&data.graph, violator));
      random_graph_clear (&data);
    }
}

/* Left 0 leads to right 0 and 1, left 1 to right 0. */
static const guint32 fault_first[] = { 0, 2, 3 };
static const guint32 fault_right[] = { 0, 1, 0 };

static const struct
{
  const char *name;
  gboolean is_good;
  guint32 n_right;
  guint32 edge[2];
  gint64 left_price[2], right_price[3];
} faults[] = {
  { "good", TRUE, 2, { 1, 2 }, { 5, 3 }, { -2, 0 } },
  { "good with one left over", TRUE, 3, { 1, 2 }, { 5, 3 }, { -2, 0, 0 } },
  { "left over above 0", FALSE, 3, { 1, 2 }, { 5, 3 }, { -2, 0, 1 } },
  { "left over below 0", FALSE, 3, { 1, 2 }, { 5, 3 }, { -2, 0, -1 } },
  { "used above 0", FALSE, 3, { 1, 2 }, { 4, 3 }, { -2, 1, 0 } },
  { "used above 0 where none is left over", TRUE, 2, { 1, 2 }, { 4, 2 }, { -1, 1 } },
  { "an edge of another", FALSE, 2, { 2, 2 }, { 5, 3 }, { -2, 0 } },
  { "no edge", FALSE, 2, { 1, N }, { 5, 3 }, { -2, 0 } },
  { "one used twice", FALSE, 2, { 0, 2 }, { 5, 3 }, { -2, 0 } },
  { "a price too high", FALSE, 2, { 1, 2 }, { 5, 4 }, { -2, 0 } },
  { "a price too low", FALSE, 2, { 1, 2 }, { 5, 2 }, { -2, 0 } },
  { "an edge that costs less", FALSE, 2, { 1, 2 }, { 5, 2 }, { -1, 0 } },
};

static void
test_check (void)
{
  const gint64 cost[] = { 3, 5, 1 };
  const guint8 both[] = { TRUE, TRUE }, second[] = { FALSE, TRUE };

  g_test_summary ("The check takes what is right and refuses each fault");

  for (guint k = 0; k < G_N_ELEMENTS (faults); k++)
    {
      const CadreKernelGraph graph = { 2, faults[k].n_right, fault_first, fault_right };

      g_test_message ("%s", faults[k].name);
      g_assert_cmpint (cadre_kernel_sparse_check (&graph, cost, faults[k].edge,
                                                  faults[k].left_price, faults[k].right_price),
                       ==, faults[k].is_good);
      g_assert_false (cadre_kernel_sparse_check_violator (&graph, both));
      g_assert_false (cadre_kernel_sparse_check_violator (&graph, second));
    }
}

typedef struct
{
  guint n_asked;
  guint n_allowed;
} Patience;

static gboolean
ask (gpointer data)
{
  Patience *patience = data;

  return patience->n_asked++ < patience->n_allowed;
}

static void
test_stop (void)
{
  const gint64 cost[] = { 1, 2, 1, 2, 1, 2 };
  const guint32 first[] = { 0, 2, 4, 6 };
  const guint32 right[] = { 0, 1, 0, 1, 1, 2 };
  const CadreKernelGraph graph = { 3, 4, first, right };
  Answer answer;
  guint n_stopped = 0;
  CadreKernelStatus status;

  g_test_summary ("It stops wherever it asks, and otherwise is right");

  do
    {
      Patience patience = { 0, n_stopped };
      const CadreKernelWatch watch = { ask, &patience };

      status = cadre_kernel_sparse_assign (&graph, cost, answer.edge, answer.left_price,
                                           answer.right_price, answer.violator, &watch);
      n_stopped += status == CADRE_KERNEL_STOPPED;
    }
  while (status == CADRE_KERNEL_STOPPED);

  g_assert_cmpint (status, ==, CADRE_KERNEL_DONE);
  g_assert_cmpuint (n_stopped, >, 1);
  g_assert_true (check (&graph, cost, &answer));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kernel/sparse/random", test_random);
  g_test_add_func ("/kernel/sparse/large", test_large);
  g_test_add_func ("/kernel/sparse/check", test_check);
  g_test_add_func ("/kernel/sparse/stop", test_stop);

  return g_test_run ();
}
