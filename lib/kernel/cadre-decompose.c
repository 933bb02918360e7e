/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

/* Dulmage and Mendelsohn, "Coverings of bipartite graphs", Canad. J. Math. 10
 * (1958), as Pothen and Fan compute it, "Computing the block triangular form of a
 * sparse matrix", ACM TOMS 16 (1990): what alternating paths reach from the
 * left vertices without partner, what they reach from the right ones, and of
 * the rest the strongly connected components by Tarjan, "Depth-first search and
 * linear graph algorithms", SIAM J. Comput. 1 (1972). O(n + m), no recursion. */

/* How many vertices are done before the caller is asked. */
#define BATCH 65536

/* Marks with @part what alternating paths reach from the vertices of the left side of
 * @graph that have no partner: %FALSE if that is one without partner itself, so that the
 * matching could have more edges. */
static gboolean
mark_part (const CadreKernelGraph *graph,
           const guint32 *left_partner,
           const guint32 *right_partner,
           guint8 *left_part,
           guint8 *right_part,
           guint8 part,
           guint32 *queue)
{
  guint32 n_queue = 0;

  for (guint32 i = 0; i < graph->n_left; i++)
    if (left_partner[i] == CADRE_KERNEL_NONE)
      {
        left_part[i] = part;
        queue[n_queue++] = i;
      }

  for (guint32 at = 0; at < n_queue; at++)
    for (guint32 e = graph->first[queue[at]]; e < graph->first[queue[at] + 1]; e++)
      {
        const guint32 j = graph->right[e];

        if (right_partner[j] == CADRE_KERNEL_NONE)
          return FALSE;
        if (right_part[j] == part)
          continue;
        right_part[j] = part;
        left_part[right_partner[j]] = part;
        queue[n_queue++] = right_partner[j];
      }
  return TRUE;
}

/* Left vertices as a graph of their own: an edge of @graph leads to whom its
 * right vertex is partner of. */
typedef struct
{
  const CadreKernelGraph *graph;
  const guint32 *right_partner;
  const guint8 *left_part;
  guint32 *block;  /* by left vertex: in and out */
  guint32 *order;  /* by left vertex: when it was first seen, from 1, or 0 */
  guint32 *lowest; /* by left vertex: the earliest that it leads back to */
  guint32 *next;   /* by left vertex: the edge to follow next */
  guint32 *path;
  guint32 *open; /* seen, and not in a block yet */
  guint32 n_path;
  guint32 n_open;
  guint32 n_seen;
  guint32 n_blocks;
} Search;

static void
enter (Search *search, guint32 i)
{
  search->order[i] = search->lowest[i] = ++search->n_seen;
  search->next[i] = search->graph->first[i];
  search->path[search->n_path++] = i;
  search->open[search->n_open++] = i;
}

/* All that is open from @i on is one block. */
static void
close_block (Search *search, guint32 i)
{
  guint32 k;

  do
    {
      k = search->open[--search->n_open];
      search->block[k] = search->n_blocks;
    }
  while (k != i);
  search->n_blocks++;
}

static void
leave (Search *search, guint32 i)
{
  if (search->lowest[i] == search->order[i])
    close_block (search, i);
  search->n_path--;
  if (search->n_path > 0)
    {
      const guint32 before = search->path[search->n_path - 1];

      search->lowest[before] = MIN (search->lowest[before], search->lowest[i]);
    }
}

static void
follow (Search *search, guint32 root)
{
  enter (search, root);
  while (search->n_path > 0)
    {
      const guint32 i = search->path[search->n_path - 1];
      guint32 k;

      if (search->next[i] == search->graph->first[i + 1])
        {
          leave (search, i);
          continue;
        }

      k = search->right_partner[search->graph->right[search->next[i]++]];
      if (k == i || search->left_part[k] != CADRE_KERNEL_PART_SQUARE)
        continue;
      if (search->order[k] == 0)
        enter (search, k);
      else if (search->block[k] == CADRE_KERNEL_NONE)
        search->lowest[i] = MIN (search->lowest[i], search->order[k]);
    }
}

static CadreKernelStatus
find_blocks (Search *search, const CadreKernelWatch *watch)
{
  const guint32 n_left = search->graph->n_left;
  const gsize n = MAX (n_left, 1);
  g_autofree guint32 *order = cadre_pages_try_zeros_of (guint32, n);
  g_autofree guint32 *lowest = cadre_pages_try_array_of (guint32, n);
  g_autofree guint32 *next = cadre_pages_try_array_of (guint32, n);
  g_autofree guint32 *path = cadre_pages_try_array_of (guint32, n);
  g_autofree guint32 *open = cadre_pages_try_array_of (guint32, n);

  if (order == NULL || lowest == NULL || next == NULL || path == NULL || open == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  search->order = order;
  search->lowest = lowest;
  search->next = next;
  search->path = path;
  search->open = open;
  for (guint32 i = 0; i < n_left; i++)
    {
      if (i % BATCH == 0 && !cadre_kernel_goes_on (watch))
        return CADRE_KERNEL_STOPPED;
      if (search->left_part[i] == CADRE_KERNEL_PART_SQUARE && order[i] == 0)
        follow (search, i);
    }
  return CADRE_KERNEL_DONE;
}

/*< private >
 * cadre_kernel_decompose_parts:
 * @graph: a graph
 * @left_partner: (array): a matching
 * @right_partner: (array): the same from the other side
 * @left_part: (array): where to put the part of each left vertex
 * @right_part: (array): where to put the part of each right vertex
 *
 * Finds the parts, without the blocks of the square one; the answer is
 * %CADRE_KERNEL_INFEASIBLE if the matching is not one of most edges.
 */
CadreKernelStatus
cadre_kernel_decompose_parts (const CadreKernelGraph *graph,
                              const guint32 *left_partner,
                              const guint32 *right_partner,
                              guint8 *left_part,
                              guint8 *right_part)
{
  const gsize n = MAX (MAX (graph->n_left, graph->n_right), 1);
  g_autofree guint32 *queue = cadre_pages_try_array_of (guint32, n);
  g_autofree guint32 *first = cadre_pages_try_array_of (guint32, (gsize) graph->n_right + 1);
  g_autofree guint32 *left =
    cadre_pages_try_array_of (guint32, MAX (cadre_kernel_graph_n_edges (graph), 1));
  const CadreKernelGraph turned = { graph->n_right, graph->n_left, first, left };

  if (queue == NULL || first == NULL || left == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  memset (left_part, CADRE_KERNEL_PART_SQUARE, graph->n_left);
  memset (right_part, CADRE_KERNEL_PART_SQUARE, graph->n_right);
  if (!mark_part (graph, left_partner, right_partner, left_part, right_part,
                  CADRE_KERNEL_PART_LEFT_OVER, queue))
    return CADRE_KERNEL_INFEASIBLE;

  cadre_kernel_graph_turn (graph, first, left, NULL);
  return mark_part (&turned, right_partner, left_partner, right_part, left_part,
                    CADRE_KERNEL_PART_RIGHT_OVER, queue)
           ? CADRE_KERNEL_DONE
           : CADRE_KERNEL_INFEASIBLE;
}

/*< private >
 * cadre_kernel_decompose:
 * @graph: a graph
 * @left_partner: (array): a matching of most edges
 * @right_partner: (array): the same from the other side
 * @left_part: (array): where to put the part of each left vertex
 * @right_part: (array): where to put the part of each right vertex
 * @left_block: (array): where to put the block of each left vertex of the square part,
 * %CADRE_KERNEL_NONE for others; a right vertex is in the block of its partner
 * @n_blocks: (out): how many there are
 * @watch: (nullable): whom to ask whether to go on
 *
 * Decomposes a graph. The parts and blocks are the same for every matching of
 * most edges. An edge leads from a block to the same or one with a lower number,
 * and an edge between two blocks is in no such matching.
 */
CadreKernelStatus
cadre_kernel_decompose (const CadreKernelGraph *graph,
                        const guint32 *left_partner,
                        const guint32 *right_partner,
                        guint8 *left_part,
                        guint8 *right_part,
                        guint32 *left_block,
                        guint32 *n_blocks,
                        const CadreKernelWatch *watch)
{
  Search search = { graph, right_partner, left_part, left_block };
  CadreKernelStatus status;

  *n_blocks = 0;
  status = cadre_kernel_decompose_parts (graph, left_partner, right_partner, left_part, right_part);
  if (status != CADRE_KERNEL_DONE)
    return status;

  memset (left_block, 0xff, graph->n_left * sizeof (guint32));
  status = find_blocks (&search, watch);
  *n_blocks = search.n_blocks;
  return status;
}

static gboolean
check_edge (guint32 i,
            guint32 j,
            const guint32 *right_partner,
            const guint8 *left_part,
            const guint8 *right_part,
            const guint32 *left_block)
{
  if (right_part[j] > left_part[i])
    return FALSE;
  if (left_part[i] != CADRE_KERNEL_PART_SQUARE || right_part[j] != CADRE_KERNEL_PART_SQUARE)
    return TRUE;

  return left_block[right_partner[j]] <= left_block[i];
}

static gboolean
check_sides (const CadreKernelGraph *graph,
             const guint32 *left_partner,
             const guint32 *right_partner,
             const guint8 *left_part,
             const guint8 *right_part)
{
  for (guint32 i = 0; i < graph->n_left; i++)
    if (left_partner[i] == CADRE_KERNEL_NONE ? left_part[i] != CADRE_KERNEL_PART_LEFT_OVER
                                             : left_part[i] != right_part[left_partner[i]])
      return FALSE;
  for (guint32 j = 0; j < graph->n_right; j++)
    if (right_partner[j] == CADRE_KERNEL_NONE && right_part[j] != CADRE_KERNEL_PART_RIGHT_OVER)
      return FALSE;
  return TRUE;
}

/*< private >
 * cadre_kernel_decompose_check:
 * @graph: a graph
 * @left_partner: (array): a matching
 * @right_partner: (array): the same from the other side
 * @left_part: (array): the part of each left vertex
 * @right_part: (array): the part of each right vertex
 * @left_block: (array): the block of each left vertex of the square part
 * @n_blocks: how many there are
 *
 * Checks that partners are in the same part, that who has none is where too
 * many are, and that no edge leads to a later part or block. It follows that
 * the matching has most edges, and that no edge between blocks is in any such.
 * That no block could be split is not checked.
 */
gboolean
cadre_kernel_decompose_check (const CadreKernelGraph *graph,
                              const guint32 *left_partner,
                              const guint32 *right_partner,
                              const guint8 *left_part,
                              const guint8 *right_part,
                              const guint32 *left_block,
                              guint32 n_blocks)
{
  if (!check_sides (graph, left_partner, right_partner, left_part, right_part))
    return FALSE;

  for (guint32 i = 0; i < graph->n_left; i++)
    {
      const gboolean has_block = left_part[i] == CADRE_KERNEL_PART_SQUARE;

      if (has_block ? left_block[i] >= n_blocks : left_block[i] != CADRE_KERNEL_NONE)
        return FALSE;
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        if (!check_edge (i, graph->right[e], right_partner, left_part, right_part, left_block))
          return FALSE;
    }
  return TRUE;
}
