/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-ranked-private.h"
#include "random-graph.h"

#include <string.h>

#define MOST 5
#define MOST_RANKS 4
#define N CADRE_KERNEL_NONE

/* How many edges a matching has of each rank. */
typedef struct
{
  guint32 n[MOST_RANKS];
  guint32 sum;
} Profile;

static gboolean
profile_init (Profile *self,
              const CadreKernelGraph *graph,
              const guint32 *rank,
              const guint32 *edge)
{
  guint32 used = 0;

  memset (self, 0, sizeof *self);
  for (guint32 i = 0; i < graph->n_left; i++)
    if (edge[i] != N)
      {
        if ((used & 1U << graph->right[edge[i]]) != 0)
          return FALSE;
        used |= 1U << graph->right[edge[i]];
        self->n[rank[edge[i]]]++;
        self->sum++;
      }
  return TRUE;
}

static gboolean
is_better (const Profile *one, const Profile *other, gboolean is_reversed)
{
  if (is_reversed && one->sum != other->sum)
    return one->sum > other->sum;
  for (guint32 k = 0; k < MOST_RANKS; k++)
    {
      const guint32 r = is_reversed ? MOST_RANKS - 1 - k : k;

      if (one->n[r] != other->n[r])
        return is_reversed ? one->n[r] < other->n[r] : one->n[r] > other->n[r];
    }
  return FALSE;
}

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

static Profile
find_best (const CadreKernelGraph *graph, const guint32 *rank, gboolean is_reversed)
{
  guint32 edge[MOST] = { N, N, N, N, N };
  Profile best = { { 0 }, 0 };
  Profile here;

  do
    if (profile_init (&here, graph, rank, edge) && is_better (&here, &best, is_reversed))
      best = here;
  while (next_choice (graph, edge));
  return best;
}

/* The check says of each matching there is whether it is one of the best. */
static void
judge_all (const CadreKernelGraph *graph,
           const guint32 *rank,
           guint32 n_ranks,
           gboolean is_reversed,
           const gint64 *prices,
           const Profile *best)
{
  guint32 edge[MOST] = { N, N, N, N, N };
  Profile here;

  do
    {
      const gboolean is_best =
        profile_init (&here, graph, rank, edge) && memcmp (&here, best, sizeof here) == 0;
      const CadreKernelStatus status =
        is_reversed ? cadre_kernel_rank_reversed_check (graph, rank, n_ranks, edge, prices)
                    : cadre_kernel_rank_maximal_check (graph, rank, n_ranks, edge);

      g_assert_cmpint (status, ==, is_best ? CADRE_KERNEL_DONE : CADRE_KERNEL_INFEASIBLE);
    }
  while (next_choice (graph, edge));
}

static void
judge (const CadreKernelGraph *graph, const guint32 *rank, guint32 n_ranks, gboolean is_reversed)
{
  const Profile best = find_best (graph, rank, is_reversed);
  gint64 prices[2 * 2 * MOST * MOST_RANKS];
  guint32 edge[MOST];
  Profile found;

  g_assert_cmpint (is_reversed
                     ? cadre_kernel_rank_reversed (graph, rank, n_ranks, edge, prices, NULL)
                     : cadre_kernel_rank_maximal (graph, rank, n_ranks, edge, NULL),
                   ==, CADRE_KERNEL_DONE);
  g_assert_true (profile_init (&found, graph, rank, edge));
  g_assert_cmpmem (&found, sizeof found, &best, sizeof best);
  judge_all (graph, rank, n_ranks, is_reversed, prices, &best);
}

static void
test_random (gconstpointer data)
{
  const gboolean is_reversed = GPOINTER_TO_INT (data);

  g_test_summary ("Small graphs by lot, and the check of each matching that they have");

  for (guint round = 0; round < 400; round++)
    {
      const guint32 n_ranks = (guint32) g_test_rand_int_range (1, MOST_RANKS + 1);
      RandomGraph graph;
      guint32 rank[MOST * MOST];

      random_graph_init (&graph, (guint32) g_test_rand_int_range (1, MOST + 1),
                         (guint32) g_test_rand_int_range (1, MOST + 1),
                         g_test_rand_int_range (20, 80));
      for (guint k = 0; k < G_N_ELEMENTS (rank); k++)
        rank[k] = (guint32) g_test_rand_int_range (0, (gint) n_ranks);
      judge (&graph.graph, rank, n_ranks, is_reversed);
      random_graph_clear (&graph);
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
  const guint32 first[] = { 0, 1 }, right[] = { 0 }, rank[] = { 0 };
  const CadreKernelGraph graph = { 1, 1, first, right };
  guint32 edge[1];
  gint64 prices[4];

  g_test_summary ("Each stops where the caller says so");

  g_assert_cmpuint (cadre_kernel_rank_reversed_n_prices (&graph, 1), ==, G_N_ELEMENTS (prices));
  g_assert_cmpint (cadre_kernel_rank_maximal (&graph, rank, 1, edge, &watch), ==,
                   CADRE_KERNEL_STOPPED);
  g_assert_cmpint (cadre_kernel_rank_reversed (&graph, rank, 1, edge, prices, &watch), ==,
                   CADRE_KERNEL_STOPPED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/kernel/ranked/maximal", GINT_TO_POINTER (FALSE), test_random);
  g_test_add_data_func ("/kernel/ranked/reversed", GINT_TO_POINTER (TRUE), test_random);
  g_test_add_func ("/kernel/ranked/stop", test_stop);

  return g_test_run ();
}
