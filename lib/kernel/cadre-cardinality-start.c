/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

/* A start that makes no mistake as long as there is a right vertex with one open
 * neighbour left: Karp and Sipser, "Maximum matching in sparse random graphs",
 * FOCS (1981), of one side only, so that the graph need not be turned round. O(m),
 * scratch of 12 bytes a right vertex, no recursion. */

/* How many vertices are done before the caller is asked. */
#define BATCH 65536
/* How many edges ahead memory is asked for. */
#define AHEAD 24
/* How many left vertices ahead. */
#define NEXT 4
/* What is left of this, while degrees are subtracted from it, is still no degree. */
#define TAKEN ((guint64) 3 << 30)

/* A right vertex that has no partner is its degree, of left vertices without partner,
 * and above that the sum of their numbers: where the degree is 1, that is the one. */
typedef struct
{
  const CadreKernelGraph *graph;
  guint32 *left_partner;
  guint32 *right_partner;
  guint64 *open;  /* by right vertex */
  guint32 *ready; /* right vertices of degree 1; with room for one more */
  guint32 n_ready;
} Start;

static inline guint32
get_degree (guint64 open)
{
  return (guint32) open;
}

static inline guint64
as_neighbour (guint32 i)
{
  return (guint64) i << 32 | 1;
}

static void
count_edges (Start *start)
{
  const CadreKernelGraph *graph = start->graph;
  const guint32 n_edges = cadre_kernel_graph_n_edges (graph);

  memset (start->open, 0, graph->n_right * sizeof (guint64));
  for (guint32 i = 0; i < graph->n_left; i++)
    for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
      {
        if (n_edges - e > AHEAD)
          __builtin_prefetch (start->open + graph->right[e + AHEAD], 1);
        start->open[graph->right[e]] += as_neighbour (i);
      }
}

/* Without branches, for which of them it is cannot be foreseen. */
static inline void
pair_up (Start *start, guint32 i, guint32 j)
{
  const CadreKernelGraph *graph = start->graph;
  guint32 n_ready = start->n_ready;

  start->left_partner[i] = j;
  start->right_partner[j] = i;
  start->open[j] = TAKEN;
  for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
    {
      const guint32 other = graph->right[e];
      const guint64 open = start->open[other] - as_neighbour (i);

      start->open[other] = open;
      start->ready[n_ready] = other;
      n_ready += get_degree (open) == 1;
    }
  start->n_ready = n_ready;
}

static void
pair_ready (Start *start)
{
  while (start->n_ready > 0)
    {
      const guint32 j = start->ready[--start->n_ready];

      if (get_degree (start->open[j]) == 1)
        pair_up (start, (guint32) (start->open[j] >> 32), j);
    }
}

/* The open neighbour of @i that has the fewest others. */
static inline guint32
choose_neighbour (const Start *start, guint32 i)
{
  guint64 best = TAKEN << 32;

  for (guint32 e = start->graph->first[i]; e < start->graph->first[i + 1]; e++)
    {
      const guint32 j = start->graph->right[e];
      const guint64 here = (guint64) get_degree (start->open[j]) << 32 | j;

      best = MIN (best, here);
    }
  return best < TAKEN << 31 ? (guint32) best : CADRE_KERNEL_NONE;
}

/* Left vertices that can only go to one place, and right ones that only one can take. */
static void
pair_singles (Start *start)
{
  const CadreKernelGraph *graph = start->graph;

  for (guint32 i = 0; i < graph->n_left; i++)
    if (graph->first[i + 1] - graph->first[i] == 1)
      {
        const guint32 j = choose_neighbour (start, i);

        if (j != CADRE_KERNEL_NONE)
          pair_up (start, i, j);
        pair_ready (start);
      }
  for (guint32 j = 0; j < graph->n_right; j++)
    {
      start->ready[start->n_ready] = j;
      start->n_ready += get_degree (start->open[j]) == 1;
    }
  pair_ready (start);
}

/* Asks for the right vertices that a later left vertex leads to. Inlined by force: GCC 12 takes a
 * function that only asks for memory for one without effect, and leaves its calls out. */
static inline __attribute__ ((always_inline)) void
look_ahead (const Start *start, guint32 i)
{
  const CadreKernelGraph *graph = start->graph;

  if (i >= graph->n_left || start->left_partner[i] != CADRE_KERNEL_NONE)
    return;
  for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
    __builtin_prefetch (start->open + graph->right[e], 1);
}

static CadreKernelStatus
run (Start *start, const CadreKernelWatch *watch)
{
  count_edges (start);
  pair_singles (start);
  for (guint32 i = 0; i < start->graph->n_left; i++)
    {
      guint32 j;

      if (i % BATCH == 0 && !cadre_kernel_goes_on (watch))
        return CADRE_KERNEL_STOPPED;
      look_ahead (start, i + NEXT);
      if (start->left_partner[i] != CADRE_KERNEL_NONE)
        continue;
      j = choose_neighbour (start, i);
      if (j == CADRE_KERNEL_NONE)
        continue;
      pair_up (start, i, j);
      pair_ready (start);
    }
  return CADRE_KERNEL_DONE;
}

/*< private >
 * cadre_kernel_match_start:
 * @graph: a graph
 * @left_partner: (array): the partner of each left vertex; all are %CADRE_KERNEL_NONE at first
 * @right_partner: (array): the partner of each right vertex; likewise
 * @watch: (nullable): whom to ask whether to go on
 *
 * Finds a matching that cannot be made larger by another edge alone.
 */
CadreKernelStatus
cadre_kernel_match_start (const CadreKernelGraph *graph,
                          guint32 *left_partner,
                          guint32 *right_partner,
                          const CadreKernelWatch *watch)
{
  g_autofree guint64 *open = cadre_pages_try_array_of (guint64, MAX (graph->n_right, 1));
  g_autofree guint32 *ready = cadre_pages_try_array_of (guint32, (gsize) graph->n_right + 1);
  Start start = { graph, left_partner, right_partner, open, ready, 0 };

  if (open == NULL || ready == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  return run (&start, watch);
}
