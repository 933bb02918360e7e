/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-stable-private.h"
#include "random-graph.h"

#include <string.h>

#define MOST 5
#define N CADRE_KERNEL_NONE

typedef struct
{
  RandomGraph data;
  guint32 left_rank[MOST * MOST];
  guint32 right_rank[MOST * MOST];
  guint32 n_places[MOST];
  CadreKernelPreferences preferences;
} Problem;

static void
shuffle (guint32 *items, guint32 n)
{
  for (guint32 k = n; k-- > 1;)
    {
      const guint32 other = (guint32) g_test_rand_int_range (0, (gint) k + 1);
      const guint32 keep = items[k];

      items[k] = items[other];
      items[other] = keep;
    }
}

/* Edges in the order of a left vertex are in any order of right vertices. */
static void
fill_left (Problem *problem, gboolean has_ties)
{
  const CadreKernelGraph *graph = &problem->data.graph;

  for (guint32 i = 0; i < graph->n_left; i++)
    {
      guint32 rank = 0;

      shuffle (problem->data.right + graph->first[i], graph->first[i + 1] - graph->first[i]);
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        {
          problem->left_rank[e] = rank;
          rank += !has_ties || g_test_rand_int_range (0, 2) == 0;
        }
    }
}

static void
fill_right (Problem *problem, gboolean has_ties)
{
  const CadreKernelGraph *graph = &problem->data.graph;

  for (guint32 j = 0; j < graph->n_right; j++)
    {
      guint32 order[MOST] = { 0, 1, 2, 3, 4 };
      guint32 rank = 0;

      shuffle (order, graph->n_left);
      problem->n_places[j] = (guint32) g_test_rand_int_range (0, 4);
      for (guint32 k = 0; k < graph->n_left; k++)
        for (guint32 e = graph->first[order[k]]; e < graph->first[order[k] + 1]; e++)
          if (graph->right[e] == j)
            {
              problem->right_rank[e] = rank;
              rank += !has_ties || g_test_rand_int_range (0, 2) == 0;
            }
    }
}

static void
problem_init (Problem *problem, gboolean left_ties, gboolean right_ties, gboolean has_places)
{
  random_graph_init (&problem->data, (guint32) g_test_rand_int_range (1, MOST + 1),
                     (guint32) g_test_rand_int_range (1, MOST + 1),
                     g_test_rand_int_range (30, 101));
  fill_left (problem, left_ties);
  fill_right (problem, right_ties);
  problem->preferences = (CadreKernelPreferences){
    &problem->data.graph,
    problem->left_rank,
    problem->right_rank,
    has_places ? problem->n_places : NULL,
  };
}

/* Slower than the check, and written from the definition. */
static gboolean
blocks (const CadreKernelPreferences *p,
        const guint32 *edge,
        guint32 i,
        guint32 e,
        gboolean is_super)
{
  const CadreKernelGraph *graph = p->graph;
  const guint32 j = graph->right[e];
  guint32 n_held = 0;
  gboolean has_worse = FALSE;

  if (edge[i] == e)
    return FALSE;
  if (edge[i] != N && (p->left_rank[e] > p->left_rank[edge[i]] ||
                       (!is_super && p->left_rank[e] == p->left_rank[edge[i]])))
    return FALSE;
  for (guint32 k = 0; k < graph->n_left; k++)
    if (edge[k] != N && graph->right[edge[k]] == j)
      {
        n_held++;
        has_worse |= p->right_rank[edge[k]] > p->right_rank[e] ||
                     (is_super && p->right_rank[edge[k]] == p->right_rank[e]);
      }
  return n_held < cadre_kernel_stable_n_places (p, j) || has_worse;
}

static gboolean
is_stable (const CadreKernelPreferences *p, const guint32 *edge, gboolean is_super)
{
  guint32 n_held[MOST] = { 0 };

  for (guint32 i = 0; i < p->graph->n_left; i++)
    if (edge[i] != N && ++n_held[p->graph->right[edge[i]]] >
                          cadre_kernel_stable_n_places (p, p->graph->right[edge[i]]))
      return FALSE;
  for (guint32 i = 0; i < p->graph->n_left; i++)
    for (guint32 e = p->graph->first[i]; e < p->graph->first[i + 1]; e++)
      if (blocks (p, edge, i, e, is_super))
        return FALSE;
  return TRUE;
}

/* The next of all choices of an edge or none for each left vertex. */
static gboolean
next_choice (const CadreKernelGraph *graph, guint32 *edge)
{
  for (guint32 i = 0; i < graph->n_left; i++)
    {
      if (graph->first[i] < graph->first[i + 1] &&
          (edge[i] == N || edge[i] + 1 < graph->first[i + 1]))
        {
          edge[i] = edge[i] == N ? graph->first[i] : edge[i] + 1;
          return TRUE;
        }
      edge[i] = N;
    }
  return FALSE;
}

/* How many there are; the best edge that each left vertex has in any, and the worst. */
static guint
find_all (const CadreKernelPreferences *p, gboolean is_super, guint32 *best, guint32 *worst)
{
  guint32 edge[MOST] = { N, N, N, N, N };
  guint n = 0;

  for (guint32 i = 0; i < MOST; i++)
    {
      best[i] = N;
      worst[i] = 0;
    }
  do
    {
      const gboolean found = is_stable (p, edge, is_super);

      g_assert_cmpint (cadre_kernel_stable_check (p, edge, is_super, NULL), ==, found);
      n += found;
      for (guint32 i = 0; found && i < p->graph->n_left; i++)
        {
          best[i] = MIN (best[i], edge[i]);
          worst[i] = MAX (worst[i], edge[i]);
        }
    }
  while (next_choice (p->graph, edge));
  return n;
}

static void
test_strict (void)
{
  g_test_summary ("Strict lists: the best and the worst of all stable matchings");

  for (guint round = 0; round < 1500; round++)
    {
      Problem problem;
      guint32 best[MOST], worst[MOST], edge[MOST];

      problem_init (&problem, FALSE, FALSE, round % 2 == 0);
      g_assert_cmpuint (find_all (&problem.preferences, FALSE, best, worst), >=, 1);
      g_assert_cmpint (cadre_kernel_stable_match (&problem.preferences, CADRE_KERNEL_STABLE_LEFT,
                                                  edge, NULL),
                       ==, CADRE_KERNEL_DONE);
      g_assert_cmpmem (edge, problem.data.graph.n_left * sizeof (guint32), best,
                       problem.data.graph.n_left * sizeof (guint32));
      g_assert_cmpint (cadre_kernel_stable_match (&problem.preferences, CADRE_KERNEL_STABLE_RIGHT,
                                                  edge, NULL),
                       ==, CADRE_KERNEL_DONE);
      g_assert_cmpmem (edge, problem.data.graph.n_left * sizeof (guint32), worst,
                       problem.data.graph.n_left * sizeof (guint32));
      random_graph_clear (&problem.data);
    }
}

static void
test_ties (void)
{
  guint n_super = 0, n_none = 0;

  g_test_summary ("Ties: stable against all matchings, and super-stable where any is");

  for (guint round = 0; round < 3000; round++)
    {
      Problem problem;
      guint32 best[MOST], worst[MOST], edge[MOST];
      CadreKernelStatus status;
      guint n;

      problem_init (&problem, round % 3 != 0, round % 3 != 1, round % 2 == 0);
      for (guint side = 0; side < 2; side++)
        {
          g_assert_cmpint (cadre_kernel_stable_match (&problem.preferences,
                                                      (CadreKernelStableSide) side, edge, NULL),
                           ==, CADRE_KERNEL_DONE);
          g_assert_true (is_stable (&problem.preferences, edge, FALSE));
        }

      n = find_all (&problem.preferences, TRUE, best, worst);
      status = cadre_kernel_super_stable_match (&problem.preferences, edge, NULL);
      g_assert_cmpint (status, ==, n > 0 ? CADRE_KERNEL_DONE : CADRE_KERNEL_INFEASIBLE);
      if (n > 0)
        g_assert_true (is_stable (&problem.preferences, edge, TRUE));
      n_super += n > 0;
      n_none += n == 0;
      random_graph_clear (&problem.data);
    }
  g_assert_cmpuint (n_super, >, 300);
  g_assert_cmpuint (n_none, >, 300);
}

static void
test_blocking (void)
{
  const guint32 first[] = { 0, 2, 4 };
  const guint32 right[] = { 0, 1, 0, 1 };
  const guint32 left_rank[] = { 0, 1, 0, 1 };
  const guint32 right_rank[] = { 0, 1, 1, 0 };
  const CadreKernelGraph graph = { 2, 2, first, right };
  const CadreKernelPreferences preferences = { &graph, left_rank, right_rank, NULL };
  const guint32 good[] = { 0, 3 }, swapped[] = { 1, 2 }, twice[] = { 0, 2 }, foreign[] = { 0, 1 };
  guint32 blocking;

  g_test_summary ("The pair that would rather have each other is named");

  g_assert_true (cadre_kernel_stable_check (&preferences, good, FALSE, &blocking));
  g_assert_cmpuint (blocking, ==, N);
  g_assert_false (cadre_kernel_stable_check (&preferences, swapped, FALSE, &blocking));
  g_assert_cmpuint (blocking, ==, 0);
  g_assert_false (cadre_kernel_stable_check (&preferences, twice, FALSE, &blocking));
  g_assert_false (cadre_kernel_stable_check (&preferences, foreign, FALSE, &blocking));
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
  Problem problem;
  guint32 edge[MOST];

  g_test_summary ("Each stops where the caller says so");

  problem_init (&problem, TRUE, TRUE, FALSE);
  g_assert_cmpint (cadre_kernel_stable_match (&problem.preferences, CADRE_KERNEL_STABLE_LEFT, edge,
                                              &watch),
                   ==, CADRE_KERNEL_STOPPED);
  g_assert_cmpint (cadre_kernel_stable_match (&problem.preferences, CADRE_KERNEL_STABLE_RIGHT, edge,
                                              &watch),
                   ==, CADRE_KERNEL_STOPPED);
  g_assert_cmpint (cadre_kernel_super_stable_match (&problem.preferences, edge, &watch), ==,
                   CADRE_KERNEL_STOPPED);
  random_graph_clear (&problem.data);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kernel/stable/strict", test_strict);
  g_test_add_func ("/kernel/stable/ties", test_ties);
  g_test_add_func ("/kernel/stable/blocking", test_blocking);
  g_test_add_func ("/kernel/stable/stop", test_stop);

  return g_test_run ();
}
