/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "kernel/cadre-compact-private.h"

#include <string.h>

/* The first pairs are chosen by the degrees of right vertices. Then one augmenting
 * path at a time, as long as that is little work, as it is in small components:
 * Pothen and Fan, "Computing the block triangular form of a sparse matrix", ACM
 * TOMS 16 (1990). Then many shortest ones at a time: Hopcroft and Karp, "An n^5/2
 * algorithm for maximum matchings in bipartite graphs", SIAM J. Comput. 2 (1973).
 * O(m √n), scratch of about 24 bytes a vertex, no recursion. */

/* How many vertices ahead memory is asked for. */
#define AHEAD 8
/* From as many right vertices on, they do not fit into a cache, and a graph of many
 * components is put in their order. */
#define LARGE (1U << 18)

/* No path leads on from here any more. */
#define DEAD G_MAXUINT32
/* How many searches are made before the caller is asked. */
#define BATCH 1024

/* A phase, or a search for one path. Levels grow from one to the next, so that what
 * an earlier one has left is below @base, which is 1 at least. */
typedef struct
{
  const CadreKernelGraph *graph;
  guint32 *left_partner;
  guint32 *right_partner;
  guint32 *level;   /* by left vertex: steps from one without partner, from @base; or DEAD */
  guint32 *next;    /* by left vertex: the edge to try next */
  guint32 *look;    /* by left vertex: the edge where to look next for somebody free */
  guint32 *queue;   /* left vertices by level; then those on the path */
  guint32 *visited; /* left vertices of this search */
  guint32 base;
  guint32 n_free; /* left vertices without partner that may get one */
  guint32 *free;
} Phase;

static inline void
reach (Phase *phase, guint32 i, guint32 level, guint32 *list, guint32 *n_list)
{
  phase->level[i] = level;
  phase->next[i] = phase->graph->first[i];
  list[(*n_list)++] = i;
}

/* Asks for what the vertices next in the queue will need. */
static inline void
look_ahead (const Phase *phase, guint32 at, guint32 n_queue)
{
  if (at + 2 * AHEAD < n_queue)
    __builtin_prefetch (phase->graph->right + phase->graph->first[phase->queue[at + 2 * AHEAD]]);
  if (at + AHEAD < n_queue)
    {
      const guint32 i = phase->queue[at + AHEAD];
      const guint32 end = MIN (phase->graph->first[i + 1], phase->graph->first[i] + 16);

      for (guint32 e = phase->graph->first[i]; e < end; e++)
        __builtin_prefetch (phase->right_partner + phase->graph->right[e]);
    }
}

/* Steps from the left vertices without partner, as far as to the first right
 * vertex without one: %FALSE if there is none. */
static gboolean
set_levels (Phase *phase)
{
  const CadreKernelGraph *graph = phase->graph;
  guint32 last = G_MAXUINT32;
  guint32 n_queue = 0;

  for (guint32 k = 0; k < phase->n_free; k++)
    reach (phase, phase->free[k], phase->base, phase->queue, &n_queue);

  for (guint32 at = 0; at < n_queue && phase->level[phase->queue[at]] <= last; at++)
    {
      const guint32 i = phase->queue[at];
      const guint32 level = phase->level[i];

      look_ahead (phase, at, n_queue);
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        {
          const guint32 k = phase->right_partner[graph->right[e]];

          if (k == CADRE_KERNEL_NONE)
            last = level;
          else if (phase->level[k] < phase->base)
            reach (phase, k, level + 1, phase->queue, &n_queue);
        }
    }
  return last != G_MAXUINT32;
}

/* The left vertices on the path are the last @n of the queue's room; the edge
 * that each leaves by is the one before its next. */
static void
turn_path (Phase *phase, const guint32 *path, guint32 n)
{
  for (guint32 k = 0; k < n; k++)
    {
      const guint32 i = path[k];
      const guint32 j = phase->graph->right[phase->next[i] - 1];

      phase->left_partner[i] = j;
      phase->right_partner[j] = i;
    }
}

/* Tries to give the left vertex @i a partner, along levels. */
static gboolean
find_path (Phase *phase, guint32 i)
{
  const CadreKernelGraph *graph = phase->graph;
  guint32 *path = phase->queue; /* no longer needed as such */
  guint32 n = 0;

  path[n++] = i;
  while (n > 0)
    {
      const guint32 at = path[n - 1];
      guint32 k;

      if (phase->next[at] == graph->first[at + 1])
        {
          phase->level[at] = phase->base - 1; /* leads nowhere in this phase */
          n--;
          continue;
        }

      k = phase->right_partner[graph->right[phase->next[at]++]];
      if (k == CADRE_KERNEL_NONE)
        {
          turn_path (phase, path, n);
          return TRUE;
        }
      if (phase->level[k] == phase->level[at] + 1)
        path[n++] = k;
    }
  return FALSE;
}

/* Drops those that have got a partner. */
static void
keep_free (Phase *phase)
{
  guint32 n = 0;

  for (guint32 k = 0; k < phase->n_free; k++)
    if (phase->left_partner[phase->free[k]] == CADRE_KERNEL_NONE)
      phase->free[n++] = phase->free[k];
  phase->n_free = n;
}

/* The edge of left vertex @i to a right one without partner, among those that were
 * not looked at before: who has a partner keeps having one. */
static inline guint32
look_for_free (Phase *phase, guint32 i)
{
  while (phase->look[i] < phase->graph->first[i + 1])
    {
      const guint32 e = phase->look[i]++;

      if (phase->right_partner[phase->graph->right[e]] == CADRE_KERNEL_NONE)
        return e;
    }
  return CADRE_KERNEL_NONE;
}

/* The next left vertex to visit from @at, whose right vertices all have partners. */
static inline guint32
step (Phase *phase, guint32 at)
{
  while (phase->next[at] < phase->graph->first[at + 1])
    {
      const guint32 k = phase->right_partner[phase->graph->right[phase->next[at]++]];

      if (phase->level[k] < phase->base)
        return k;
    }
  return CADRE_KERNEL_NONE;
}

/* Tries to give the left vertex @i a partner, by a path of any length: how many were
 * visited. */
static guint32
find_any_path (Phase *phase, guint32 i)
{
  guint32 *path = phase->queue;
  guint32 n = 0, n_visited = 0;
  guint32 k = i;

  do
    {
      guint32 e;

      reach (phase, k, phase->base, phase->visited, &n_visited);
      path[n++] = k;
      e = look_for_free (phase, k);
      if (e != CADRE_KERNEL_NONE)
        {
          phase->next[k] = e + 1;
          turn_path (phase, path, n);
          return n_visited;
        }
      for (k = CADRE_KERNEL_NONE; n > 0 && k == CADRE_KERNEL_NONE; n -= k == CADRE_KERNEL_NONE)
        k = step (phase, path[n - 1]);
    }
  while (k != CADRE_KERNEL_NONE);
  return n_visited;
}

static void
kill_visited (Phase *phase, guint32 n_visited)
{
  for (guint32 k = 0; k < n_visited; k++)
    phase->level[phase->visited[k]] = DEAD;
}

/* Paths one by one, until none is left or those found have been too much work. What a
 * search that fails has visited is dead: later paths change nothing there, so that
 * all such searches together read each edge once. */
static CadreKernelStatus
find_paths (Phase *phase, const CadreKernelWatch *watch)
{
  guint32 budget = phase->graph->n_left / 8 + 1;
  guint32 n = 0, k;

  memcpy (phase->look, phase->graph->first, phase->graph->n_left * sizeof (guint32));
  for (k = 0; k < phase->n_free && budget > 0; k++)
    {
      const guint32 i = phase->free[k];
      const guint32 n_visited = find_any_path (phase, i);

      if (k % BATCH == 0 && !cadre_kernel_goes_on (watch))
        return CADRE_KERNEL_STOPPED;
      if (phase->left_partner[i] == CADRE_KERNEL_NONE)
        {
          kill_visited (phase, n_visited);
          continue;
        }
      phase->base++;
      budget -= MIN (budget, n_visited);
    }
  while (k < phase->n_free)
    phase->free[n++] = phase->free[k++];
  phase->n_free = n;
  return CADRE_KERNEL_DONE;
}

static void
forget_levels (Phase *phase)
{
  for (guint32 i = 0; i < phase->graph->n_left; i++)
    if (phase->level[i] != DEAD)
      phase->level[i] = 0;
  phase->base = 1;
}

static CadreKernelStatus
run_phases (Phase *phase, const CadreKernelWatch *watch)
{
  const guint32 n_left = phase->graph->n_left;

  while (set_levels (phase))
    {
      if (!cadre_kernel_goes_on (watch))
        return CADRE_KERNEL_STOPPED;
      for (guint32 k = 0; k < phase->n_free; k++)
        find_path (phase, phase->free[k]);
      keep_free (phase);

      /* A level is at most the number of left vertices above its base. */
      if (phase->base > G_MAXUINT32 - 2 * (n_left + 2))
        forget_levels (phase);
      else
        phase->base += n_left + 1;
    }
  return CADRE_KERNEL_DONE;
}

static void
list_free (Phase *phase)
{
  phase->n_free = 0;
  for (guint32 i = 0; i < phase->graph->n_left; i++)
    if (phase->left_partner[i] == CADRE_KERNEL_NONE &&
        phase->graph->first[i] < phase->graph->first[i + 1])
      phase->free[phase->n_free++] = i;
}

/* Of the left vertices, those that the last phase came to or that are dead; and
 * those without any neighbour. */
static void
mark_reached (const Phase *phase, guint8 *left_reached)
{
  for (guint32 i = 0; i < phase->graph->n_left; i++)
    left_reached[i] =
      phase->level[i] >= phase->base || phase->graph->first[i] == phase->graph->first[i + 1];
}

/*< private >
 * cadre_kernel_match_more:
 * @graph: a graph
 * @left_partner: (array): the partner of each left vertex or %CADRE_KERNEL_NONE, in and out
 * @right_partner: (array): the partner of each right vertex, in and out
 * @left_reached: (array): where to put the proof
 * @watch: (nullable): whom to ask whether to go on
 *
 * Makes a matching into one of most edges: those that have a partner keep one,
 * though perhaps another.
 */
CadreKernelStatus
cadre_kernel_match_more (const CadreKernelGraph *graph,
                         guint32 *left_partner,
                         guint32 *right_partner,
                         guint8 *left_reached,
                         const CadreKernelWatch *watch)
{
  const gsize n = MAX (graph->n_left, 1);
  g_autofree guint32 *lists = g_try_new (guint32, 5 * n);
  g_autofree guint32 *level = g_try_new0 (guint32, n);
  Phase phase = { graph,        left_partner,  right_partner, level, lists,
                  lists + n,    lists + 2 * n, lists + 3 * n, 1,     0,
                  lists + 4 * n };
  CadreKernelStatus status;

  if (lists == NULL || level == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  list_free (&phase);
  status = find_paths (&phase, watch);
  if (status == CADRE_KERNEL_DONE)
    status = run_phases (&phase, watch);
  if (status == CADRE_KERNEL_DONE)
    mark_reached (&phase, left_reached);
  return status;
}

static CadreKernelStatus
match_whole (const CadreKernelGraph *graph,
             guint32 *left_partner,
             guint32 *right_partner,
             guint8 *left_reached,
             const CadreKernelWatch *watch)
{
  CadreKernelStatus status;

  memset (left_partner, 0xff, graph->n_left * sizeof (guint32));
  memset (right_partner, 0xff, graph->n_right * sizeof (guint32));
  status = cadre_kernel_match_start (graph, left_partner, right_partner, watch);
  if (status != CADRE_KERNEL_DONE)
    return status;

  return cadre_kernel_match_more (graph, left_partner, right_partner, left_reached, watch);
}

static CadreKernelStatus
match_compact (const CadreKernelCompact *compact,
               guint32 *left_partner,
               guint32 *right_partner,
               guint8 *left_reached,
               const CadreKernelWatch *watch)
{
  const CadreKernelGraph *graph = &compact->graph;
  g_autofree guint32 *left = g_try_new (guint32, MAX (graph->n_left, 1));
  g_autofree guint32 *right = g_try_new (guint32, MAX (graph->n_right, 1));
  g_autofree guint8 *reached = g_try_new (guint8, MAX (graph->n_left, 1));
  CadreKernelStatus status;

  if (left == NULL || right == NULL || reached == NULL)
    return CADRE_KERNEL_NO_MEMORY;
  status = match_whole (graph, left, right, reached, watch);
  if (status != CADRE_KERNEL_DONE)
    return status;

  for (guint32 k = 0; k < graph->n_left; k++)
    {
      left_partner[compact->left[k]] =
        left[k] == CADRE_KERNEL_NONE ? CADRE_KERNEL_NONE : compact->right[left[k]];
      left_reached[compact->left[k]] = reached[k];
    }
  for (guint32 k = 0; k < graph->n_right; k++)
    right_partner[compact->right[k]] =
      right[k] == CADRE_KERNEL_NONE ? CADRE_KERNEL_NONE : compact->left[right[k]];
  return CADRE_KERNEL_DONE;
}

/*< private >
 * cadre_kernel_match:
 * @graph: a graph
 * @left_partner: (array): where to put the partner of each left vertex, or %CADRE_KERNEL_NONE
 * @right_partner: (array): where to put the partner of each right vertex
 * @left_reached: (array): where to put the proof, which cadre_kernel_match_check() reads
 * @watch: (nullable): whom to ask whether to go on
 *
 * Finds a matching of most edges.
 */
CadreKernelStatus
cadre_kernel_match (const CadreKernelGraph *graph,
                    guint32 *left_partner,
                    guint32 *right_partner,
                    guint8 *left_reached,
                    const CadreKernelWatch *watch)
{
  CadreKernelCompact compact = { 0 };
  CadreKernelStatus status = CADRE_KERNEL_DONE;

  if (graph->n_right > LARGE)
    status = cadre_kernel_compact_init (&compact, graph, watch);
  if (status == CADRE_KERNEL_DONE && compact.first != NULL)
    status = match_compact (&compact, left_partner, right_partner, left_reached, watch);
  else if (status == CADRE_KERNEL_DONE)
    status = match_whole (graph, left_partner, right_partner, left_reached, watch);

  cadre_kernel_compact_clear (&compact);
  return status;
}

/* The cover touches the edges of @i, one of which is to its partner. */
static gboolean
check_left (const CadreKernelGraph *graph,
            guint32 i,
            const guint32 *left_partner,
            const guint32 *right_partner,
            const guint8 *left_reached)
{
  gboolean has_edge = left_partner[i] == CADRE_KERNEL_NONE;

  if (has_edge && !left_reached[i])
    return FALSE;
  for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
    {
      const guint32 j = graph->right[e];

      has_edge |= j == left_partner[i];
      if (left_reached[i] &&
          (right_partner[j] == CADRE_KERNEL_NONE || !left_reached[right_partner[j]]))
        return FALSE;
    }
  return has_edge;
}

/*< private >
 * cadre_kernel_match_check:
 * @graph: a graph
 * @left_partner: (array): the partner of each left vertex, or %CADRE_KERNEL_NONE
 * @right_partner: (array): the partner of each right vertex
 * @left_reached: (array): the proof
 *
 * Checks that this is a matching, and that none has more edges: a cover has
 * one vertex for each of its edges.
 */
gboolean
cadre_kernel_match_check (const CadreKernelGraph *graph,
                          const guint32 *left_partner,
                          const guint32 *right_partner,
                          const guint8 *left_reached)
{
  for (guint32 i = 0; i < graph->n_left; i++)
    if (left_partner[i] != CADRE_KERNEL_NONE &&
        (left_partner[i] >= graph->n_right || right_partner[left_partner[i]] != i))
      return FALSE;
  for (guint32 j = 0; j < graph->n_right; j++)
    if (right_partner[j] != CADRE_KERNEL_NONE &&
        (right_partner[j] >= graph->n_left || left_partner[right_partner[j]] != j))
      return FALSE;

  for (guint32 i = 0; i < graph->n_left; i++)
    if (!check_left (graph, i, left_partner, right_partner, left_reached))
      return FALSE;
  return TRUE;
}
