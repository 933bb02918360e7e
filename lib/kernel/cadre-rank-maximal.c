/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "kernel/cadre-ranked-private.h"

#include <string.h>

/* Irving, Kavitha, Mehlhorn, Michail and Paluch, "Rank-maximal matchings", ACM
 * Transactions on Algorithms 2 (2006): rank by rank, a matching of most edges is
 * made larger, and then the edges go that none of its kind has: those between
 * parts, and those of later ranks at vertices that all such matchings pair.
 * O(R m √n), no recursion. */

typedef struct
{
  const CadreKernelGraph *graph;
  const guint32 *rank;
  guint8 *is_gone;     /* by edge */
  guint8 *left_closed; /* by left vertex: gets no edges of later ranks */
  guint8 *right_closed;
  guint8 *left_part;
  guint8 *right_part;
  guint32 *left_partner;
  guint32 *right_partner;
  guint8 *reached;
  guint32 *first; /* of the edges of ranks up to now that are not gone */
  guint32 *right;
} Ranks;

static void
ranks_clear (Ranks *self)
{
  g_free (self->is_gone);
  g_free (self->left_closed);
  g_free (self->right_closed);
  g_free (self->left_part);
  g_free (self->right_part);
  g_free (self->left_partner);
  g_free (self->right_partner);
  g_free (self->reached);
  g_free (self->first);
  g_free (self->right);
}

static gboolean
ranks_init (Ranks *self, const CadreKernelGraph *graph, const guint32 *rank)
{
  const gsize n_left = MAX (graph->n_left, 1);
  const gsize n_right = MAX (graph->n_right, 1);
  const gsize n_edges = MAX (cadre_kernel_graph_n_edges (graph), 1);

  self->graph = graph;
  self->rank = rank;
  self->is_gone = g_try_new0 (guint8, n_edges);
  self->left_closed = g_try_new0 (guint8, n_left);
  self->right_closed = g_try_new0 (guint8, n_right);
  self->left_part = g_try_new (guint8, n_left);
  self->right_part = g_try_new (guint8, n_right);
  self->left_partner = g_try_new (guint32, n_left);
  self->right_partner = g_try_new (guint32, n_right);
  self->reached = g_try_new (guint8, n_left);
  self->first = g_try_new (guint32, n_left + 1);
  self->right = g_try_new (guint32, n_edges);
  return self->is_gone != NULL && self->left_closed != NULL && self->right_closed != NULL &&
         self->left_part != NULL && self->right_part != NULL && self->left_partner != NULL &&
         self->right_partner != NULL && self->reached != NULL && self->first != NULL &&
         self->right != NULL;
}

/* The graph of this rank and those before it. */
static CadreKernelGraph
make_graph (Ranks *self, guint32 rank)
{
  const CadreKernelGraph *graph = self->graph;
  guint32 n = 0;

  for (guint32 i = 0; i < graph->n_left; i++)
    {
      self->first[i] = n;
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        {
          if (self->rank[e] == rank)
            self->is_gone[e] = self->left_closed[i] || self->right_closed[graph->right[e]];
          if (self->rank[e] <= rank && !self->is_gone[e])
            self->right[n++] = graph->right[e];
        }
    }
  self->first[graph->n_left] = n;
  return (CadreKernelGraph){ graph->n_left, graph->n_right, self->first, self->right };
}

static void
drop_edges (Ranks *self, guint32 rank)
{
  const CadreKernelGraph *graph = self->graph;

  for (guint32 i = 0; i < graph->n_left; i++)
    {
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        if (self->rank[e] <= rank)
          self->is_gone[e] |= self->left_part[i] != self->right_part[graph->right[e]];
      self->left_closed[i] |= self->left_part[i] != CADRE_KERNEL_PART_LEFT_OVER;
    }
  for (guint32 j = 0; j < graph->n_right; j++)
    self->right_closed[j] |= self->right_part[j] != CADRE_KERNEL_PART_RIGHT_OVER;
}

/* One of the best rank, if two vertices have several edges. */
static guint32
find_edge (const Ranks *self, guint32 i, guint32 j)
{
  guint32 best = CADRE_KERNEL_NONE;

  for (guint32 e = self->graph->first[i]; e < self->graph->first[i + 1]; e++)
    if (self->graph->right[e] == j && !self->is_gone[e] &&
        (best == CADRE_KERNEL_NONE || self->rank[e] < self->rank[best]))
      best = e;
  return best;
}

static CadreKernelStatus
run (Ranks *self, guint32 n_ranks, guint32 *left_edge, const CadreKernelWatch *watch)
{
  const CadreKernelGraph *graph = self->graph;

  memset (self->left_partner, 0xff, graph->n_left * sizeof (guint32));
  memset (self->right_partner, 0xff, graph->n_right * sizeof (guint32));
  for (guint32 r = 0; r < n_ranks; r++)
    {
      const CadreKernelGraph now = make_graph (self, r);
      CadreKernelStatus status =
        (r == 0 ? cadre_kernel_match : cadre_kernel_match_more) (&now, self->left_partner,
                                                                 self->right_partner, self->reached,
                                                                 watch);

      if (status == CADRE_KERNEL_DONE)
        status = cadre_kernel_decompose_parts (&now, self->left_partner, self->right_partner,
                                               self->left_part, self->right_part);
      if (status != CADRE_KERNEL_DONE)
        return status;
      drop_edges (self, r);
    }

  for (guint32 i = 0; i < graph->n_left; i++)
    left_edge[i] = self->left_partner[i] == CADRE_KERNEL_NONE
                     ? CADRE_KERNEL_NONE
                     : find_edge (self, i, self->left_partner[i]);
  return CADRE_KERNEL_DONE;
}

/*< private >
 * cadre_kernel_rank_maximal:
 * @graph: a graph
 * @rank: (array): the rank of each edge, below @n_ranks
 * @n_ranks: how many ranks there are
 * @left_edge: (array): where to put the edge of each left vertex, or %CADRE_KERNEL_NONE
 * @watch: (nullable): whom to ask whether to go on
 *
 * Finds a matching with as many edges as possible of rank 0, then of rank 1,
 * and so on.
 */
CadreKernelStatus
cadre_kernel_rank_maximal (const CadreKernelGraph *graph,
                           const guint32 *rank,
                           guint32 n_ranks,
                           guint32 *left_edge,
                           const CadreKernelWatch *watch)
{
  Ranks ranks = { NULL };
  CadreKernelStatus status = CADRE_KERNEL_NO_MEMORY;

  if (ranks_init (&ranks, graph, rank))
    status = run (&ranks, n_ranks, left_edge, watch);
  ranks_clear (&ranks);
  return status;
}

/* The edges of the matching up to a rank: %FALSE if one of them is gone, or is of
 * another vertex, or a right vertex has two. */
static gboolean
take_partners (Ranks *self, guint32 rank, const guint32 *left_edge)
{
  const CadreKernelGraph *graph = self->graph;

  memset (self->left_partner, 0xff, graph->n_left * sizeof (guint32));
  memset (self->right_partner, 0xff, graph->n_right * sizeof (guint32));
  for (guint32 i = 0; i < graph->n_left; i++)
    {
      const guint32 e = left_edge[i];

      if (e == CADRE_KERNEL_NONE)
        continue;
      if (e < graph->first[i] || e >= graph->first[i + 1])
        return FALSE;
      if (self->rank[e] > rank)
        continue;
      if (self->is_gone[e] || self->right_partner[graph->right[e]] != CADRE_KERNEL_NONE)
        return FALSE;
      self->left_partner[i] = graph->right[e];
      self->right_partner[graph->right[e]] = i;
    }
  return TRUE;
}

static CadreKernelStatus
check (Ranks *self, guint32 n_ranks, const guint32 *left_edge)
{
  for (guint32 r = 0; r < n_ranks; r++)
    {
      const CadreKernelGraph now = make_graph (self, r);
      CadreKernelStatus status;

      if (!take_partners (self, r, left_edge))
        return CADRE_KERNEL_INFEASIBLE;
      status = cadre_kernel_decompose_parts (&now, self->left_partner, self->right_partner,
                                             self->left_part, self->right_part);
      if (status != CADRE_KERNEL_DONE)
        return status;
      drop_edges (self, r);
    }
  return CADRE_KERNEL_DONE;
}

/*< private >
 * cadre_kernel_rank_maximal_check:
 * @graph: a graph
 * @rank: (array): the rank of each edge, below @n_ranks
 * @n_ranks: how many ranks there are
 * @left_edge: (array): the edge of each left vertex, or %CADRE_KERNEL_NONE
 *
 * Checks a matching without looking for one: up to each rank, it has to be one
 * of most edges among those that are left for that rank.
 *
 * Returns: %CADRE_KERNEL_INFEASIBLE if it is not rank-maximal
 */
CadreKernelStatus
cadre_kernel_rank_maximal_check (const CadreKernelGraph *graph,
                                 const guint32 *rank,
                                 guint32 n_ranks,
                                 const guint32 *left_edge)
{
  Ranks ranks = { NULL };
  CadreKernelStatus status = CADRE_KERNEL_NO_MEMORY;

  if (ranks_init (&ranks, graph, rank))
    status = check (&ranks, n_ranks, left_edge);
  ranks_clear (&ranks);
  return status;
}
