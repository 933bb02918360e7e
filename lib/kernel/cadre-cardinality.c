/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "kernel/cadre-compact-private.h"

#include <string.h>

/* A start that makes no mistake as long as there is a vertex with one open
 * neighbour left: Karp and Sipser, "Maximum matching in sparse random graphs",
 * FOCS (1981). Then many shortest augmenting paths at a time: Hopcroft and Karp,
 * "An n^5/2 algorithm for maximum matchings in bipartite graphs", SIAM J.
 * Comput. 2 (1973). O(m √n), scratch of about 24 bytes a vertex and 4 an edge,
 * no recursion. */

/* How many vertices are done before the caller is asked. */
#define BATCH 65536
/* How many vertices ahead memory is asked for. */
#define AHEAD 8

/* The neighbours that have no partner yet. Where it is one, @sum is that one. */
typedef struct
{
  guint32 n;
  guint32 sum; /* exclusive or of them */
} Open;

typedef struct
{
  const CadreKernelGraph *graph;
  const CadreKernelGraph *turned;
  guint32 *left_partner;
  guint32 *right_partner;
  Open *left;     /* by left vertex */
  Open *right;    /* by right vertex */
  guint32 *ready; /* vertices with one open neighbour; right ones n_left higher */
  guint32 n_ready;
} Start;

static void
count_open (const CadreKernelGraph *graph, Open *left, Open *right)
{
  memset (right, 0, graph->n_right * sizeof (Open));
  for (guint32 i = 0; i < graph->n_left; i++)
    {
      guint32 sum = 0;

      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        {
          const guint32 j = graph->right[e];

          sum ^= j;
          right[j].n++;
          right[j].sum ^= i;
        }
      left[i] = (Open){ graph->first[i + 1] - graph->first[i], sum };
    }
}

/* Vertex @k has got a partner: its neighbours have one open neighbour less. */
static inline void
close_vertex (Start *start, const CadreKernelGraph *graph, guint32 k, Open *others, guint32 shift)
{
  for (guint32 e = graph->first[k]; e < graph->first[k + 1]; e++)
    {
      Open *other = others + graph->right[e];

      other->n--;
      other->sum ^= k;
      if (other->n == 1)
        start->ready[start->n_ready++] = graph->right[e] + shift;
    }
}

static inline void
pair_up (Start *start, guint32 i, guint32 j)
{
  start->left_partner[i] = j;
  start->right_partner[j] = i;
  close_vertex (start, start->graph, i, start->right, start->graph->n_left);
  close_vertex (start, start->turned, j, start->left, 0);
}

static void
pair_ready (Start *start)
{
  const guint32 n_left = start->graph->n_left;

  while (start->n_ready > 0)
    {
      const guint32 k = start->ready[--start->n_ready];

      if (k < n_left)
        {
          if (start->left_partner[k] == CADRE_KERNEL_NONE && start->left[k].n == 1)
            pair_up (start, k, start->left[k].sum);
        }
      else if (start->right_partner[k - n_left] == CADRE_KERNEL_NONE &&
               start->right[k - n_left].n == 1)
        pair_up (start, start->right[k - n_left].sum, k - n_left);
    }
}

/* The open neighbour that has the fewest others. */
static guint32
choose_neighbour (const Start *start, guint32 i)
{
  guint32 best = CADRE_KERNEL_NONE;
  guint32 least = G_MAXUINT32;

  for (guint32 e = start->graph->first[i]; e < start->graph->first[i + 1]; e++)
    {
      const guint32 j = start->graph->right[e];

      if (start->right_partner[j] == CADRE_KERNEL_NONE && start->right[j].n < least)
        {
          best = j;
          least = start->right[j].n;
        }
    }
  return best;
}

static CadreKernelStatus
run_start (Start *start, const CadreKernelWatch *watch)
{
  const CadreKernelGraph *graph = start->graph;

  count_open (graph, start->left, start->right);
  for (guint32 i = 0; i < graph->n_left; i++)
    if (start->left[i].n == 1)
      start->ready[start->n_ready++] = i;
  for (guint32 j = 0; j < graph->n_right; j++)
    if (start->right[j].n == 1)
      start->ready[start->n_ready++] = graph->n_left + j;
  pair_ready (start);

  for (guint32 i = 0; i < graph->n_left; i++)
    {
      guint32 j;

      if (i % BATCH == 0 && !cadre_kernel_goes_on (watch))
        return CADRE_KERNEL_STOPPED;
      if (start->left_partner[i] != CADRE_KERNEL_NONE || start->left[i].n == 0)
        continue;
      j = choose_neighbour (start, i);
      if (j != CADRE_KERNEL_NONE)
        pair_up (start, i, j);
      pair_ready (start);
    }
  return CADRE_KERNEL_DONE;
}

static CadreKernelStatus
pair_greedily (const CadreKernelGraph *graph,
               guint32 *left_partner,
               guint32 *right_partner,
               const CadreKernelWatch *watch)
{
  const gsize n = (gsize) graph->n_left + graph->n_right;
  g_autofree guint32 *first = g_try_new (guint32, (gsize) graph->n_right + 1);
  g_autofree guint32 *left = g_try_new (guint32, MAX (cadre_kernel_graph_n_edges (graph), 1));
  g_autofree Open *open = g_try_new (Open, MAX (n, 1));
  g_autofree guint32 *ready = g_try_new (guint32, MAX (n, 1));
  const CadreKernelGraph turned = { graph->n_right, graph->n_left, first, left };
  Start start = {
    graph, &turned, left_partner, right_partner, open, open + graph->n_left, ready, 0
  };

  if (first == NULL || left == NULL || open == NULL || ready == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  cadre_kernel_graph_turn (graph, first, left, NULL);
  return run_start (&start, watch);
}

/* A phase of Hopcroft and Karp. Levels grow from phase to phase, so that what
 * an earlier one has left is below @base, which is 1 at least. */
typedef struct
{
  const CadreKernelGraph *graph;
  guint32 *left_partner;
  guint32 *right_partner;
  guint32 *level; /* by left vertex: steps from one without partner, from @base */
  guint32 *next;  /* by left vertex: the edge to try next */
  guint32 *queue; /* left vertices by level; then those on the path */
  guint32 base;
  guint32 n_free; /* left vertices without partner that may get one */
  guint32 *free;
} Phase;

static inline void
reach (Phase *phase, guint32 i, guint32 level, guint32 *n_queue)
{
  phase->level[i] = level;
  phase->next[i] = phase->graph->first[i];
  phase->queue[(*n_queue)++] = i;
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
    reach (phase, phase->free[k], phase->base, &n_queue);

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
            reach (phase, k, level + 1, &n_queue);
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

static CadreKernelStatus
run_phases (Phase *phase, const CadreKernelWatch *watch)
{
  const guint32 n_left = phase->graph->n_left;

  phase->base = 1;
  memset (phase->level, 0, n_left * sizeof (guint32));
  while (set_levels (phase))
    {
      if (!cadre_kernel_goes_on (watch))
        return CADRE_KERNEL_STOPPED;
      for (guint32 k = 0; k < phase->n_free; k++)
        find_path (phase, phase->free[k]);
      keep_free (phase);

      /* A level is at most the number of left vertices above its base. */
      if (phase->base > G_MAXUINT32 - 2 * (n_left + 2))
        {
          memset (phase->level, 0, n_left * sizeof (guint32));
          phase->base = 1;
        }
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

/* Of the left vertices, those that the last phase came to; and those without
 * any neighbour. */
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
  g_autofree guint32 *level = g_try_new (guint32, n);
  g_autofree guint32 *next = g_try_new (guint32, n);
  g_autofree guint32 *queue = g_try_new (guint32, n);
  g_autofree guint32 *free_list = g_try_new (guint32, n);
  Phase phase = { graph, left_partner, right_partner, level, next, queue, 1, 0, free_list };
  CadreKernelStatus status;

  if (level == NULL || next == NULL || queue == NULL || free_list == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  list_free (&phase);
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
  status = pair_greedily (graph, left_partner, right_partner, watch);
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
  CadreKernelCompact compact;
  CadreKernelStatus status = cadre_kernel_compact_init (&compact, graph, watch);

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
