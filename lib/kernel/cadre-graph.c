/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-graph-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

/* How many edges ahead memory is asked for. */
#define AHEAD 16
/* How many vertices are done before the caller is asked. */
#define BATCH 65536

/*< private >
 * cadre_kernel_graph_turn:
 * @graph: a graph
 * @first: (array): where to put the first edge of each right vertex: n_right + 1 of them
 * @left: (array): where to put the left vertex of each edge, by right vertex and then by left
 * vertex
 * @edge: (nullable) (array): where to put which edge of @graph each is
 *
 * Turns a graph round.
 */
void
cadre_kernel_graph_turn (const CadreKernelGraph *graph,
                         guint32 *first,
                         guint32 *left,
                         guint32 *edge)
{
  const guint32 n_edges = cadre_kernel_graph_n_edges (graph);
  guint32 sum = 0;

  memset (first, 0, ((gsize) graph->n_right + 1) * sizeof (guint32));
  for (guint32 e = 0; e < n_edges; e++)
    first[graph->right[e]]++;
  for (guint32 j = 0; j <= graph->n_right; j++)
    {
      const guint32 n = first[j];

      first[j] = sum;
      sum += n;
    }

  for (guint32 i = 0; i < graph->n_left; i++)
    for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
      {
        const guint32 at = first[graph->right[e]]++;

        left[at] = i;
        if (edge != NULL)
          edge[at] = e;
      }

  /* Each has moved on to where the next begins. */
  memmove (first + 1, first, (gsize) graph->n_right * sizeof (guint32));
  first[0] = 0;
}

/* Halves the path on the way: Tarjan (1975). */
static inline guint32
find_root (guint32 *parent, guint32 i)
{
  while (parent[i] != i)
    {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
  return i;
}

/* The root is the lesser of the two, so that left vertices are roots of right ones. */
static inline void
join (guint32 *parent, guint32 i, guint32 j)
{
  const guint32 a = find_root (parent, i);
  const guint32 b = find_root (parent, j);

  if (a < b)
    parent[b] = a;
  else
    parent[a] = b;
}

static void
join_edges (const CadreKernelGraph *graph, guint32 *parent, guint32 i)
{
  for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
    {
      __builtin_prefetch (parent + graph->n_left + graph->right[e + AHEAD]);
      join (parent, i, graph->n_left + graph->right[e]);
    }
}

/* As join_edges() for the last vertices, where there is nothing ahead. */
static void
join_last_edges (const CadreKernelGraph *graph, guint32 *parent, guint32 i)
{
  for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
    join (parent, i, graph->n_left + graph->right[e]);
}

static guint32
number_components (guint32 *parent, guint32 n, guint32 *left, guint32 n_left, guint32 *right)
{
  guint32 n_found = 0;

  /* A root stands before all others of its component. */
  for (guint32 i = 0; i < n; i++)
    {
      const guint32 root = find_root (parent, i);
      const guint32 number = root == i       ? n_found++
                             : root < n_left ? left[root]
                                             : right[root - n_left];

      if (i < n_left)
        left[i] = number;
      else
        right[i - n_left] = number;
    }
  return n_found;
}

/*< private >
 * cadre_kernel_components:
 * @graph: a graph
 * @left_component: (array): where to put the component of each left vertex
 * @right_component: (array): where to put the component of each right vertex
 * @n_components: (out): how many there are
 * @watch: (nullable): whom to ask whether to go on
 *
 * Finds what hangs together. Components are numbered by their first left vertex,
 * and after those come right vertices without edges.
 *
 * Union–find with path halving over the edges, nearly O(n + m).
 */
CadreKernelStatus
cadre_kernel_components (const CadreKernelGraph *graph,
                         guint32 *left_component,
                         guint32 *right_component,
                         guint32 *n_components,
                         const CadreKernelWatch *watch)
{
  const gsize n = (gsize) graph->n_left + graph->n_right;
  const guint32 n_edges = cadre_kernel_graph_n_edges (graph);
  g_autofree guint32 *parent = cadre_pages_try_array_of (guint32, MAX (n, 1));

  if (parent == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  for (gsize i = 0; i < n; i++)
    parent[i] = (guint32) i;
  for (guint32 i = 0; i < graph->n_left; i++)
    {
      if (i % BATCH == 0 && !cadre_kernel_goes_on (watch))
        return CADRE_KERNEL_STOPPED;
      if (n_edges - graph->first[i + 1] >= AHEAD)
        join_edges (graph, parent, i);
      else
        join_last_edges (graph, parent, i);
    }

  *n_components =
    number_components (parent, (guint32) n, left_component, graph->n_left, right_component);
  return CADRE_KERNEL_DONE;
}

/*< private >
 * cadre_kernel_components_check:
 * @graph: a graph
 * @left_component: (array): the component of each left vertex
 * @right_component: (array): the component of each right vertex
 * @n_components: how many there are
 *
 * Checks that no edge leads from one component to another, that each has a
 * vertex, and that their numbers stand in order of their first vertices. That
 * none could be split is not checked.
 */
gboolean
cadre_kernel_components_check (const CadreKernelGraph *graph,
                               const guint32 *left_component,
                               const guint32 *right_component,
                               guint32 n_components)
{
  guint32 n_seen = 0;

  for (guint32 i = 0; i < graph->n_left; i++)
    {
      if (left_component[i] > n_seen)
        return FALSE;
      n_seen = MAX (n_seen, left_component[i] + 1);
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        if (right_component[graph->right[e]] != left_component[i])
          return FALSE;
    }

  for (guint32 j = 0; j < graph->n_right; j++)
    {
      if (right_component[j] > n_seen)
        return FALSE;
      n_seen = MAX (n_seen, right_component[j] + 1);
    }
  return n_seen == n_components;
}
