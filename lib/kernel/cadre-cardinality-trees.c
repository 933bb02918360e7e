/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

/* Trees of paths from all left vertices without partner at once, and those that have
 * found nobody are kept when the others grow again: Azad, Buluç and Pothen,
 * "Computing maximum cardinality matchings in parallel on bipartite graphs via
 * tree-grafting", IEEE TPDS 28 (2017), from one side only. Most of the time goes into
 * asking of each edge whether a tree was there: what says so has a bit for each right
 * vertex and stays in a cache; all else is asked for ahead. O(m) each time they
 * grow, no recursion. */

/* How many places of the queue ahead memory is asked for, three times over. */
#define AHEAD 12
/* How many places are left before the caller is asked. */
#define BATCH 65536

#define WORD 32

/* A place of the queue is a left vertex that a tree has come to: first the roots, as
 * such, and then others, as the right vertex that is their partner. */
typedef struct
{
  const CadreKernelGraph *graph;
  guint32 *left_partner;
  CadreKernelSeat *seats;
  guint32 *queue;
  guint32 *before; /* by place: the place it was come to from */
  guint32 *tree;   /* by place: the place of the root, before it was moved */
  guint32 *moved;  /* by place: where it is after those were dropped whose tree has a path */
  guint32 *end;    /* by tree: the right vertex without partner that it has found */
  guint32 *seen;   /* by right vertex, a bit: whether it is in a tree, or dead */
  guint32 *open;   /* by right vertex, a bit: whether it has no partner */
  guint32 n_queue;
  guint32 n_roots;
} Trees;

static inline gboolean
has_bit (const guint32 *bits, guint32 j)
{
  return bits[j / WORD] >> j % WORD & 1;
}

static inline void
set_bit (guint32 *bits, guint32 j)
{
  bits[j / WORD] |= 1U << j % WORD;
}

static inline void
clear_bit (guint32 *bits, guint32 j)
{
  bits[j / WORD] &= ~(1U << j % WORD);
}

static inline guint32
left_at (const Trees *trees, guint32 at)
{
  const guint32 here = trees->queue[at];

  return at < trees->n_roots ? here : trees->seats[here].partner;
}

/* Asks for what the places next in the queue will need. Inlined by force: GCC 12 takes a
 * function that only asks for memory for one without effect, and leaves its calls out. */
static inline __attribute__ ((always_inline)) void
look_ahead (const Trees *trees, guint32 at)
{
  const CadreKernelGraph *graph = trees->graph;

  if (at + 3 * AHEAD >= trees->n_queue)
    return;
  if (at >= trees->n_roots)
    __builtin_prefetch (trees->seats + trees->queue[at + 3 * AHEAD]);
  __builtin_prefetch (graph->first + left_at (trees, at + 2 * AHEAD));
  __builtin_prefetch (graph->right + graph->first[left_at (trees, at + AHEAD)]);
}

/* Turns the path that ends with the edge from the left vertex at @at to @j. */
static void
turn_branch (Trees *trees, guint32 at, guint32 j)
{
  guint32 i = left_at (trees, at);

  for (;;)
    {
      const guint32 old = trees->left_partner[i];

      trees->left_partner[i] = j;
      trees->seats[j].partner = i;
      if (old == CADRE_KERNEL_NONE)
        return;
      j = old;
      at = trees->before[at];
      i = left_at (trees, at);
    }
}

/* Grows a tree by the left vertices that are one step from the one at @at; or, where a
 * right vertex is free, turns its path. Neither it nor another tree comes there again:
 * then what is in a tree that has a path stays as it is. */
static inline void
grow (Trees *trees, guint32 at)
{
  const CadreKernelGraph *graph = trees->graph;
  const guint32 i = left_at (trees, at);
  const guint32 end = graph->first[i + 1];
  guint32 *seen = trees->seen;
  guint32 n_queue = trees->n_queue;

  for (guint32 e = graph->first[i]; e < end; e++)
    {
      const guint32 j = graph->right[e];

      if (has_bit (seen, j))
        continue;
      set_bit (seen, j);
      if (has_bit (trees->open, j))
        {
          clear_bit (trees->open, j);
          trees->end[trees->tree[at]] = j;
          turn_branch (trees, at, j);
          break;
        }
      trees->queue[n_queue] = j;
      trees->before[n_queue] = at;
      trees->tree[n_queue++] = trees->tree[at];
    }
  trees->n_queue = n_queue;
}

/* Grows all, until each has come to a free right vertex or has no way on. */
static gboolean
grow_all (Trees *trees, const CadreKernelWatch *watch)
{
  for (guint32 at = 0; at < trees->n_queue; at++)
    {
      if (at % BATCH == 0 && !cadre_kernel_goes_on (watch))
        return FALSE;
      look_ahead (trees, at);
      if (trees->end[trees->tree[at]] == CADRE_KERNEL_NONE)
        grow (trees, at);
    }
  return TRUE;
}

/* Frees what the trees have come to that have a path, and drops them: how many. What is
 * left can grow there. */
static guint32
drop_trees (Trees *trees)
{
  const guint32 n_roots = trees->n_roots;
  guint32 n_queue = 0;

  for (guint32 at = 0; at < trees->n_queue; at++)
    {
      const guint32 tree = trees->tree[at];
      const guint32 end = trees->end[tree];

      if (at == n_roots)
        trees->n_roots = n_queue;
      if (end == CADRE_KERNEL_NONE)
        {
          trees->moved[at] = n_queue;
          trees->queue[n_queue] = trees->queue[at];
          trees->before[n_queue] = at < n_roots ? 0 : trees->moved[trees->before[at]];
          trees->tree[n_queue++] = tree;
        }
      else
        clear_bit (trees->seen, at < n_roots ? end : trees->queue[at]);
    }
  if (trees->n_queue == n_roots)
    trees->n_roots = n_queue;
  trees->n_queue = n_queue;
  return n_roots - trees->n_roots;
}

static void
plant (Trees *trees, const guint32 *free, guint32 n_free)
{
  trees->n_queue = trees->n_roots = n_free;
  memcpy (trees->queue, free, n_free * sizeof (guint32));
  memset (trees->end, 0xff, n_free * sizeof (guint32));
  for (guint32 k = 0; k < n_free; k++)
    {
      trees->before[k] = 0;
      trees->tree[k] = k;
    }
  for (guint32 j = 0; j < trees->graph->n_right; j++)
    {
      if (trees->seats[j].level == CADRE_KERNEL_DEAD)
        set_bit (trees->seen, j);
      if (trees->seats[j].partner == CADRE_KERNEL_NONE)
        set_bit (trees->open, j);
    }
}

/* What a tree has come to at last leads nowhere. */
static void
bury (Trees *trees)
{
  for (guint32 at = trees->n_roots; at < trees->n_queue; at++)
    trees->seats[trees->queue[at]].level = CADRE_KERNEL_DEAD;
}

/*< private >
 * cadre_kernel_match_trees:
 * @graph: a graph
 * @left_partner: (array): the partner of each left vertex, in and out
 * @seats: (array): the right vertices, in and out
 * @free: (array): left vertices without partner, each that may get one; in and out
 * @n_free: how many these are, in and out
 * @room: (array): room for four numbers for each left vertex
 * @most_times: how often trees may grow
 * @is_most: (out): whether there are no more paths; then those are dead that a tree has come to
 * @watch: (nullable): whom to ask whether to go on
 *
 * Pairs more of those without partner.
 */
CadreKernelStatus
cadre_kernel_match_trees (const CadreKernelGraph *graph,
                          guint32 *left_partner,
                          CadreKernelSeat *seats,
                          guint32 *free,
                          guint32 *n_free,
                          guint32 *room,
                          guint most_times,
                          gboolean *is_most,
                          const CadreKernelWatch *watch)
{
  const gsize n = graph->n_left;
  const gsize n_words = (gsize) graph->n_right / WORD + 1;
  g_autofree guint32 *bits = cadre_pages_try_zeros_of (guint32, 2 * n_words);
  g_autofree guint32 *end = cadre_pages_try_array_of (guint32, MAX (*n_free, 1));
  Trees trees = { graph,        left_partner, seats, room, room + n, room + 2 * n,
                  room + 3 * n, end,          bits,  bits, *n_free,  0 };

  *is_most = FALSE;
  if (bits == NULL || end == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  trees.open = bits + n_words;
  plant (&trees, free, *n_free);
  for (; most_times > 0 && !*is_most; most_times--)
    {
      if (!grow_all (&trees, watch))
        return CADRE_KERNEL_STOPPED;
      *is_most = drop_trees (&trees) == 0;
    }
  memcpy (free, trees.queue, trees.n_roots * sizeof (guint32));
  *n_free = trees.n_roots;
  if (*is_most)
    bury (&trees);
  return CADRE_KERNEL_DONE;
}
