/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "kernel/cadre-sparse-private.h"

#include <string.h>

/* Whether there is an answer is found out first, by a matching of most edges;
 * then come prices by bids, and for who is left, shortest paths as in Jonker and
 * Volgenant, Computing 38 (1987), with a heap of four children: Johnson (1975).
 * All is whole numbers. Scratch of about 40 bytes a vertex, no recursion. */

#define N_CHILDREN 4

/* A search from one left vertex. */
typedef struct
{
  CadreKernelSparse *problem;
  gint64 *distance; /* by right vertex, or %G_MAXINT64 */
  guint32 *before;  /* by right vertex: the edge that it is reached by */
  guint32 *from;    /* by right vertex: the left end of that edge */
  guint32 *place;   /* by right vertex: where it is in the heap, if it is */
  guint32 *heap;    /* right vertices that are reached and not done */
  guint32 *touched; /* right vertices with a distance */
  guint32 n_heap;
  guint32 n_touched;
  gint64 bound; /* the distance of @end */
  guint32 end;  /* the nearest that is nobody's */
} Search;

static void
put (Search *search, guint32 at, guint32 j)
{
  search->heap[at] = j;
  search->place[j] = at;
}

static void
move_up (Search *search, guint32 at, guint32 j)
{
  while (at > 0)
    {
      const guint32 parent = (at - 1) / N_CHILDREN;

      if (search->distance[search->heap[parent]] <= search->distance[j])
        break;
      put (search, at, search->heap[parent]);
      at = parent;
    }
  put (search, at, j);
}

static guint32
find_least_child (const Search *search, guint32 first)
{
  const guint32 end = MIN (first + N_CHILDREN, search->n_heap);
  guint32 best = first;

  for (guint32 k = first + 1; k < end; k++)
    if (search->distance[search->heap[k]] < search->distance[search->heap[best]])
      best = k;
  return best;
}

static guint32
take_least (Search *search)
{
  const guint32 least = search->heap[0];
  const guint32 j = search->heap[--search->n_heap];
  guint32 at = 0;

  while (at * N_CHILDREN + 1 < search->n_heap)
    {
      const guint32 child = find_least_child (search, at * N_CHILDREN + 1);

      if (search->distance[j] <= search->distance[search->heap[child]])
        break;
      put (search, at, search->heap[child]);
      at = child;
    }
  if (search->n_heap > 0)
    put (search, at, j);
  return least;
}

static void
relax (Search *search, guint32 i, gint64 base)
{
  const CadreKernelSparse *problem = search->problem;
  const CadreKernelGraph *graph = problem->graph;

  for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
    {
      const guint32 j = graph->right[e];
      const gint64 distance = problem->cost[e] - problem->price[j] - base;

      if (distance >= search->bound || distance >= search->distance[j])
        continue;
      search->before[j] = e;
      search->from[j] = i;
      if (search->distance[j] == G_MAXINT64)
        {
          search->touched[search->n_touched++] = j;
          search->place[j] = search->n_heap;
          search->n_heap += problem->owner[j] != CADRE_KERNEL_NONE;
        }
      search->distance[j] = distance;
      if (problem->owner[j] != CADRE_KERNEL_NONE)
        {
          move_up (search, search->place[j], j);
          continue;
        }
      search->bound = distance;
      search->end = j;
    }
}

/* Lowers the prices of what was nearer than the end; the next search begins with nothing. */
static void
settle_prices (Search *search)
{
  for (guint32 k = 0; k < search->n_touched; k++)
    {
      const guint32 j = search->touched[k];

      if (search->distance[j] < search->bound)
        search->problem->price[j] += search->distance[j] - search->bound;
      search->distance[j] = G_MAXINT64;
    }
}

static void
turn_path (Search *search, guint32 root)
{
  CadreKernelSparse *problem = search->problem;
  guint32 j = search->end;
  guint32 i;

  do
    {
      const guint32 edge = search->before[j];
      guint32 old;

      i = search->from[j];
      old = problem->left_edge[i];
      problem->left_edge[i] = edge;
      problem->owner[j] = i;
      j = old == CADRE_KERNEL_NONE ? j : problem->graph->right[old];
    }
  while (i != root);
}

static void
find_path (Search *search, guint32 root)
{
  CadreKernelSparse *problem = search->problem;

  search->n_heap = search->n_touched = 0;
  search->bound = G_MAXINT64;
  search->end = CADRE_KERNEL_NONE;
  relax (search, root, 0);
  while (search->n_heap > 0 && search->distance[search->heap[0]] < search->bound)
    {
      const guint32 j = take_least (search);
      const guint32 i = problem->owner[j];

      relax (search, i,
             problem->cost[problem->left_edge[i]] - problem->price[j] - search->distance[j]);
    }

  settle_prices (search);
  if (search->end != CADRE_KERNEL_NONE)
    turn_path (search, root);
}

/*< private >
 * cadre_kernel_sparse_finish:
 * @self: the problem, with prices, and assigned what is of least cost at these
 *
 * Finds the shortest way to a right vertex for each who waits.
 */
CadreKernelStatus
cadre_kernel_sparse_finish (CadreKernelSparse *self)
{
  const gsize n = MAX (self->graph->n_right, 1);
  g_autofree gint64 *distance = g_try_new (gint64, n);
  g_autofree guint32 *before = g_try_new (guint32, n);
  g_autofree guint32 *from = g_try_new (guint32, n);
  g_autofree guint32 *place = g_try_new (guint32, n);
  g_autofree guint32 *heap = g_try_new (guint32, n);
  g_autofree guint32 *touched = g_try_new (guint32, n);
  Search search = { self, distance, before, from, place, heap, touched };

  if (distance == NULL || before == NULL || from == NULL || place == NULL || heap == NULL ||
      touched == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  for (gsize j = 0; j < n; j++)
    distance[j] = G_MAXINT64;
  for (; self->n_waiting > 0; self->n_waiting--)
    {
      if (!cadre_kernel_goes_on (self->watch))
        return CADRE_KERNEL_STOPPED;
      find_path (&search, self->waiting[self->n_waiting - 1]);
    }
  return CADRE_KERNEL_DONE;
}

/* %CADRE_KERNEL_INFEASIBLE if not every left vertex can have one, and then those
 * that have too few neighbours are in @violator. */
static CadreKernelStatus
find_violator (const CadreKernelGraph *graph, guint8 *violator, const CadreKernelWatch *watch)
{
  g_autofree guint32 *left = g_try_new (guint32, MAX (graph->n_left, 1));
  g_autofree guint32 *right = g_try_new (guint32, MAX (graph->n_right, 1));
  CadreKernelStatus status;

  if (left == NULL || right == NULL)
    return CADRE_KERNEL_NO_MEMORY;
  status = cadre_kernel_match (graph, left, right, violator, watch);
  if (status != CADRE_KERNEL_DONE)
    return status;

  for (guint32 i = 0; i < graph->n_left; i++)
    if (left[i] == CADRE_KERNEL_NONE)
      return CADRE_KERNEL_INFEASIBLE;
  return CADRE_KERNEL_DONE;
}

static CadreKernelStatus
assign (CadreKernelSparse *self)
{
  const guint32 n_left = self->graph->n_left;
  g_autofree guint32 *owner = g_try_new (guint32, MAX (self->graph->n_right, 1));
  g_autofree guint32 *waiting = g_try_new (guint32, MAX (n_left, 1));
  CadreKernelStatus status;

  if (owner == NULL || waiting == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  self->owner = owner;
  self->waiting = waiting;
  status = cadre_kernel_sparse_start (self);
  if (status == CADRE_KERNEL_DONE)
    status = cadre_kernel_sparse_finish (self);
  return status;
}

/*< private >
 * cadre_kernel_sparse_assign:
 * @graph: a graph
 * @cost: (array): the cost of each edge, at most %CADRE_KERNEL_MOST_COST either way
 * @left_edge: (array): where to put the edge of each left vertex
 * @left_price: (array): where to put the price of each left vertex
 * @right_price: (array): where to put the price of each right vertex
 * @violator: (array): by left vertex; if there is no answer, who has too few neighbours
 * @watch: (nullable): whom to ask whether to go on
 *
 * Finds an assignment of least cost.
 */
CadreKernelStatus
cadre_kernel_sparse_assign (const CadreKernelGraph *graph,
                            const gint64 *cost,
                            guint32 *left_edge,
                            gint64 *left_price,
                            gint64 *right_price,
                            guint8 *violator,
                            const CadreKernelWatch *watch)
{
  CadreKernelSparse self = { graph, cost, watch, left_edge, NULL, right_price };
  CadreKernelStatus status = find_violator (graph, violator, watch);

  if (status != CADRE_KERNEL_DONE)
    return status;
  status = assign (&self);
  if (status != CADRE_KERNEL_DONE)
    return status;

  for (guint32 i = 0; i < graph->n_left; i++)
    left_price[i] = cost[left_edge[i]] - right_price[graph->right[left_edge[i]]];
  return CADRE_KERNEL_DONE;
}

static gboolean
check_edges (const CadreKernelGraph *graph,
             const gint64 *cost,
             guint32 i,
             guint32 used,
             const gint64 *left_price,
             const gint64 *right_price)
{
  for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
    {
      const gint64 excess = cost[e] - left_price[i] - right_price[graph->right[e]];

      if (excess < 0 || (e == used && excess != 0))
        return FALSE;
    }
  return TRUE;
}

/*< private >
 * cadre_kernel_sparse_check:
 * @graph: a graph
 * @cost: (array): the cost of each edge
 * @left_edge: (array): the edge of each left vertex
 * @left_price: (array): the price of each left vertex
 * @right_price: (array): the price of each right vertex
 *
 * Checks the answer without solving anything.
 */
gboolean
cadre_kernel_sparse_check (const CadreKernelGraph *graph,
                           const gint64 *cost,
                           const guint32 *left_edge,
                           const gint64 *left_price,
                           const gint64 *right_price)
{
  g_autofree guint8 *is_used = g_try_new0 (guint8, MAX (graph->n_right, 1));

  if (is_used == NULL)
    return FALSE;
  for (guint32 i = 0; i < graph->n_left; i++)
    {
      const guint32 e = left_edge[i];

      if (e < graph->first[i] || e >= graph->first[i + 1] || is_used[graph->right[e]] ||
          !check_edges (graph, cost, i, e, left_price, right_price))
        return FALSE;
      is_used[graph->right[e]] = TRUE;
    }

  for (guint32 j = 0; graph->n_right > graph->n_left && j < graph->n_right; j++)
    if (right_price[j] > 0 || (!is_used[j] && right_price[j] != 0))
      return FALSE;
  return TRUE;
}

/*< private >
 * cadre_kernel_sparse_check_violator:
 * @graph: a graph
 * @violator: (array): some left vertices
 *
 * Checks that these have fewer neighbours than they are.
 */
gboolean
cadre_kernel_sparse_check_violator (const CadreKernelGraph *graph, const guint8 *violator)
{
  g_autofree guint8 *is_neighbour = g_try_new0 (guint8, MAX (graph->n_right, 1));
  guint32 n_left = 0, n_right = 0;

  if (is_neighbour == NULL)
    return FALSE;
  for (guint32 i = 0; i < graph->n_left; i++)
    {
      n_left += violator[i] != 0;
      for (guint32 e = graph->first[i]; violator[i] && e < graph->first[i + 1]; e++)
        {
          n_right += !is_neighbour[graph->right[e]];
          is_neighbour[graph->right[e]] = TRUE;
        }
    }
  return n_right < n_left;
}
