/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-ranked-private.h"
#include "kernel/cadre-sparse-private.h"

#include <string.h>

/* Step by step by least cost: first of who stays alone, then of the edges of the
 * last rank, then of the one before. After each step only the edges stay whose
 * cost is equal to the prices of their ends: all answers of least cost are made
 * of these, and all that can be made of these are of least cost. That holds where
 * everybody has a partner, so each vertex gets a copy on the other side to pair
 * with if it stays alone, and copies pair as their vertices do: Gabow and Tarjan,
 * "On minimum-cost assignments in unbalanced bipartite graphs", HP Labs (2012). */

/* What an edge is, if it is not one of the graph. */
#define ALONE (G_MAXUINT32 - 1) /* a left vertex with its copy */
#define OTHER G_MAXUINT32       /* a right vertex with its copy, or two copies */

typedef struct
{
  guint32 n;      /* vertices of a side */
  guint32 *first; /* n + 1 of them */
  guint32 *right;
  guint32 *source; /* by edge: that of the graph, or what it is */
  gint64 *cost;
  guint32 *used; /* by left vertex: the edge that it has in a matching */
} Doubled;

static void
doubled_clear (Doubled *self)
{
  g_free (self->first);
  g_free (self->right);
  g_free (self->source);
  g_free (self->cost);
  g_free (self->used);
}

static gboolean
allocate (Doubled *self, const CadreKernelGraph *graph)
{
  const gsize n_edges = 2 * (gsize) cadre_kernel_graph_n_edges (graph) + self->n;

  self->first = g_try_new (guint32, (gsize) self->n + 1);
  self->right = g_try_new (guint32, MAX (n_edges, 1));
  self->source = g_try_new (guint32, MAX (n_edges, 1));
  self->cost = g_try_new (gint64, MAX (n_edges, 1));
  self->used = g_try_new (guint32, MAX (self->n, 1));
  return self->first != NULL && self->right != NULL && self->source != NULL && self->cost != NULL &&
         self->used != NULL;
}

static void
add_edge (Doubled *self, guint32 *n, guint32 right, guint32 source)
{
  self->right[*n] = right;
  self->source[(*n)++] = source;
}

/* Left: the left vertices, and the copies of the right ones; right: the other way. */
static gboolean
doubled_init (Doubled *self, const CadreKernelGraph *graph)
{
  g_autofree guint32 *turned_first = g_try_new (guint32, (gsize) graph->n_right + 1);
  g_autofree guint32 *left = g_try_new (guint32, MAX (cadre_kernel_graph_n_edges (graph), 1));
  guint32 n = 0;

  self->n = graph->n_left + graph->n_right;
  if (turned_first == NULL || left == NULL || !allocate (self, graph))
    return FALSE;

  cadre_kernel_graph_turn (graph, turned_first, left, NULL);
  for (guint32 i = 0; i < graph->n_left; i++)
    {
      self->first[i] = n;
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        add_edge (self, &n, graph->right[e], e);
      add_edge (self, &n, graph->n_right + i, ALONE);
    }
  for (guint32 j = 0; j < graph->n_right; j++)
    {
      self->first[graph->n_left + j] = n;
      for (guint32 k = turned_first[j]; k < turned_first[j + 1]; k++)
        add_edge (self, &n, graph->n_right + left[k], OTHER);
      add_edge (self, &n, j, OTHER);
    }
  self->first[self->n] = n;
  return TRUE;
}

/* Step 0 is about who stays alone, and step s about the rank that is s from the end. */
static void
set_costs (Doubled *self, const guint32 *rank, guint32 n_ranks, guint32 step)
{
  for (guint32 e = 0; e < self->first[self->n]; e++)
    {
      const guint32 source = self->source[e];

      if (source >= ALONE)
        self->cost[e] = source == ALONE && step == 0;
      else
        self->cost[e] = step > 0 && rank[source] == n_ranks - step;
    }
}

/* Keeps the edges whose cost is equal to the prices of their ends: %FALSE if one
 * is below these. What is used stays used; it is of these, if it is of least cost. */
static gboolean
keep_tight (Doubled *self, const gint64 *prices)
{
  guint32 n = 0;
  guint32 begin = 0;

  for (guint32 i = 0; i < self->n; i++)
    {
      const guint32 end = self->first[i + 1];

      for (guint32 e = begin; e < end; e++)
        {
          const gint64 excess = self->cost[e] - prices[i] - prices[self->n + self->right[e]];

          if (excess < 0)
            return FALSE;
          if (excess > 0)
            continue;
          self->right[n] = self->right[e];
          self->source[n++] = self->source[e];
        }
      begin = end;
      self->first[i + 1] = n;
    }
  return TRUE;
}

/* The last rank has nothing left to choose. */
static guint32
count_steps (guint32 n_ranks)
{
  return MAX (n_ranks, 1);
}

/*< private >
 * cadre_kernel_rank_reversed_n_prices:
 * @graph: a graph
 * @n_ranks: how many ranks its edges have
 *
 * Returns: how many prices prove an answer
 */
gsize
cadre_kernel_rank_reversed_n_prices (const CadreKernelGraph *graph, guint32 n_ranks)
{
  return 2 * ((gsize) graph->n_left + graph->n_right) * count_steps (n_ranks);
}

static CadreKernelStatus
run (Doubled *self,
     const guint32 *rank,
     guint32 n_ranks,
     gint64 *prices,
     const CadreKernelWatch *watch)
{
  g_autofree guint8 *violator = g_try_new (guint8, MAX (self->n, 1));

  if (violator == NULL)
    return CADRE_KERNEL_NO_MEMORY;
  for (guint32 step = 0; step < count_steps (n_ranks); step++, prices += 2 * (gsize) self->n)
    {
      const CadreKernelGraph graph = { self->n, self->n, self->first, self->right };
      CadreKernelStatus status;

      set_costs (self, rank, n_ranks, step);
      status = cadre_kernel_sparse_assign (&graph, self->cost, self->used, prices, prices + self->n,
                                           violator, watch);
      if (status != CADRE_KERNEL_DONE)
        return status;

      /* The numbers of edges change with what is kept. */
      for (guint32 i = 0; i < self->n; i++)
        self->used[i] = self->source[self->used[i]];
      keep_tight (self, prices);
    }
  return CADRE_KERNEL_DONE;
}

/*< private >
 * cadre_kernel_rank_reversed:
 * @graph: a graph
 * @rank: (array): the rank of each edge, below @n_ranks
 * @n_ranks: how many ranks there are
 * @left_edge: (array): where to put the edge of each left vertex, or %CADRE_KERNEL_NONE
 * @prices: (array): where to put the proof, cadre_kernel_rank_reversed_n_prices() of them
 * @watch: (nullable): whom to ask whether to go on
 *
 * Finds a matching of most edges, with as few as possible of the last rank, then
 * of the one before, and so on.
 */
CadreKernelStatus
cadre_kernel_rank_reversed (const CadreKernelGraph *graph,
                            const guint32 *rank,
                            guint32 n_ranks,
                            guint32 *left_edge,
                            gint64 *prices,
                            const CadreKernelWatch *watch)
{
  Doubled doubled = { 0 };
  CadreKernelStatus status = CADRE_KERNEL_NO_MEMORY;

  if (doubled_init (&doubled, graph))
    status = run (&doubled, rank, n_ranks, prices, watch);
  for (guint32 i = 0; status == CADRE_KERNEL_DONE && i < graph->n_left; i++)
    left_edge[i] = doubled.used[i] >= ALONE ? CADRE_KERNEL_NONE : doubled.used[i];
  doubled_clear (&doubled);
  return status;
}

/* Whether left vertices use an edge each that is still there: their own, or the
 * one to their copy. Right vertices that nobody uses need theirs. */
static gboolean
has_edges (const Doubled *self,
           const CadreKernelGraph *graph,
           const guint32 *left_edge,
           const guint32 *right_owner)
{
  for (guint32 i = 0; i < self->n; i++)
    {
      gboolean has_edge = FALSE;

      for (guint32 e = self->first[i]; e < self->first[i + 1] && !has_edge; e++)
        if (i < graph->n_left)
          has_edge = left_edge[i] == CADRE_KERNEL_NONE ? self->source[e] == ALONE
                                                       : self->source[e] == left_edge[i];
        else
          {
            const guint32 owner = right_owner[i - graph->n_left];

            has_edge = self->right[e] ==
                       (owner == CADRE_KERNEL_NONE ? i - graph->n_left : graph->n_right + owner);
          }
      if (!has_edge)
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_owners (const CadreKernelGraph *graph, const guint32 *left_edge, guint32 *right_owner)
{
  memset (right_owner, 0xff, graph->n_right * sizeof (guint32));
  for (guint32 i = 0; i < graph->n_left; i++)
    {
      const guint32 e = left_edge[i];

      if (e == CADRE_KERNEL_NONE)
        continue;
      if (e < graph->first[i] || e >= graph->first[i + 1] ||
          right_owner[graph->right[e]] != CADRE_KERNEL_NONE)
        return FALSE;
      right_owner[graph->right[e]] = i;
    }
  return TRUE;
}

/*< private >
 * cadre_kernel_rank_reversed_check:
 * @graph: a graph
 * @rank: (array): the rank of each edge, below @n_ranks
 * @n_ranks: how many ranks there are
 * @left_edge: (array): the edge of each left vertex, or %CADRE_KERNEL_NONE
 * @prices: (array): the proof
 *
 * Checks the answer without solving anything: in each step, no cost may be
 * below the prices, and what is used has to be equal to them.
 *
 * Returns: %CADRE_KERNEL_INFEASIBLE if this is no such matching
 */
CadreKernelStatus
cadre_kernel_rank_reversed_check (const CadreKernelGraph *graph,
                                  const guint32 *rank,
                                  guint32 n_ranks,
                                  const guint32 *left_edge,
                                  const gint64 *prices)
{
  g_autofree guint32 *right_owner = g_try_new (guint32, MAX (graph->n_right, 1));
  Doubled doubled = { 0 };
  CadreKernelStatus status = CADRE_KERNEL_NO_MEMORY;

  if (right_owner != NULL && doubled_init (&doubled, graph))
    status =
      find_owners (graph, left_edge, right_owner) ? CADRE_KERNEL_DONE : CADRE_KERNEL_INFEASIBLE;
  for (guint32 step = 0; status == CADRE_KERNEL_DONE && step < count_steps (n_ranks); step++)
    {
      set_costs (&doubled, rank, n_ranks, step);
      if (!keep_tight (&doubled, prices + 2 * (gsize) doubled.n * step) ||
          !has_edges (&doubled, graph, left_edge, right_owner))
        status = CADRE_KERNEL_INFEASIBLE;
    }
  doubled_clear (&doubled);
  return status;
}
