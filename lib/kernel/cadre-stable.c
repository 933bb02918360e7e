/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-stable-private.h"

#include <string.h>

/* Deferred acceptance: Gale and Shapley, "College admissions and the stability
 * of marriage", Amer. Math. Monthly 69 (1962), one proposal at a time as McVitie
 * and Wilson do it, CACM 14 (1971). The worst that a right vertex holds moves one
 * way only through its list: Gusfield and Irving, "The Stable Marriage Problem"
 * (1989). O(m), no recursion. */

/* How many vertices are done before the caller is asked. */
#define BATCH 4096

static void
count_edges (const CadreKernelGraph *graph, guint32 *first)
{
  const guint32 n_edges = cadre_kernel_graph_n_edges (graph);

  memset (first, 0, ((gsize) graph->n_right + 1) * sizeof (guint32));
  for (guint32 e = 0; e < n_edges; e++)
    first[graph->right[e] + 1]++;
  for (guint32 j = 0; j < graph->n_right; j++)
    first[j + 1] += first[j];
}

static inline gboolean
has_bit (const guint64 *bits, guint32 at)
{
  return bits[at / 64] >> at % 64 & 1;
}

/* Where each rank of a list is there once, from 0, ranks are places, which need not be
 * kept: whether they are. @bits has room for each place, without any. */
static gboolean
are_places (const CadreKernelRightLists *self,
            const CadreKernelPreferences *preferences,
            guint64 *bits)
{
  const CadreKernelGraph *graph = preferences->graph;
  const guint32 n_edges = cadre_kernel_graph_n_edges (graph);

  for (guint32 e = 0; e < n_edges; e++)
    {
      const guint32 j = graph->right[e];
      const guint32 rank = preferences->right_rank[e];
      const guint32 at = self->first[j] + rank;

      if (rank >= self->first[j + 1] - self->first[j] || has_bit (bits, at))
        return FALSE;
      bits[at / 64] |= G_GUINT64_CONSTANT (1) << at % 64;
    }
  return TRUE;
}

/* Edges by rank, and among equals by left vertex; then by right vertex. */
static gboolean
place_by_sorting (CadreKernelRightLists *self, const CadreKernelPreferences *preferences)
{
  const CadreKernelGraph *graph = preferences->graph;
  const guint32 n_edges = cadre_kernel_graph_n_edges (graph);
  g_autofree guint32 *start = g_try_new0 (guint32, (gsize) n_edges + 1);
  g_autofree guint32 *sorted = g_try_new (guint32, MAX (n_edges, 1));

  self->place = g_try_new (guint32, MAX (n_edges, 1));
  if (start == NULL || sorted == NULL || self->place == NULL)
    return FALSE;
  for (guint32 e = 0; e < n_edges; e++)
    start[preferences->right_rank[e] + 1]++;
  for (guint32 k = 0; k < n_edges; k++)
    start[k + 1] += start[k];
  for (guint32 e = 0; e < n_edges; e++)
    sorted[start[preferences->right_rank[e]]++] = e;

  for (guint32 k = 0; k < n_edges; k++)
    self->place[sorted[k]] = self->first[graph->right[sorted[k]]]++;
  count_edges (graph, self->first);
  return TRUE;
}

static void
fill_lists (CadreKernelRightLists *self, const CadreKernelPreferences *preferences)
{
  const CadreKernelGraph *graph = preferences->graph;

  for (guint32 i = 0; i < graph->n_left; i++)
    for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
      {
        const guint32 at = cadre_kernel_right_lists_get_place (self, preferences, e);

        self->left[at] = i;
        self->edge[at] = e;
      }
}

/*< private >
 * cadre_kernel_right_lists_init:
 * @self: where to put the lists; to be cleared, whatever the answer is
 * @preferences: the preferences
 * @is_whole: whether the lists are to be filled: else there are only the places, and
 *   room for the left vertices at them
 *
 * Lists the edges of each right vertex in its order; among equals, in that of
 * the left vertices.
 *
 * Returns: %FALSE if there is not enough memory
 */
gboolean
cadre_kernel_right_lists_init (CadreKernelRightLists *self,
                               const CadreKernelPreferences *preferences,
                               gboolean is_whole)
{
  const guint32 n_edges = MAX (cadre_kernel_graph_n_edges (preferences->graph), 1);
  g_autofree guint64 *bits = g_try_new0 (guint64, n_edges / 64 + 1);

  self->first = g_try_new (guint32, (gsize) preferences->graph->n_right + 1);
  self->left = g_try_new (guint32, n_edges);
  self->edge = is_whole ? g_try_new (guint32, n_edges) : NULL;
  self->place = NULL;
  if (bits == NULL || self->first == NULL || self->left == NULL || (is_whole && self->edge == NULL))
    return FALSE;

  count_edges (preferences->graph, self->first);
  if (!are_places (self, preferences, bits) && !place_by_sorting (self, preferences))
    return FALSE;
  if (is_whole)
    fill_lists (self, preferences);
  return TRUE;
}

void
cadre_kernel_right_lists_clear (CadreKernelRightLists *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->left, g_free);
  g_clear_pointer (&self->edge, g_free);
  g_clear_pointer (&self->place, g_free);
}

typedef struct
{
  const CadreKernelPreferences *preferences;
  CadreKernelRightLists lists;
  guint32 *left_edge;
  guint32 *next;    /* by who proposes: where in the list to go on */
  guint32 *n_held;  /* by right vertex */
  guint32 *worst;   /* by right vertex: where it may find the worst that it holds */
  guint64 *is_held; /* a bit for each place in the lists */
} Run;

/* Right vertex @j is full: finds the worst that it holds. */
static inline void
move_worst (Run *run, guint32 j)
{
  guint32 word = run->worst[j] / 64;
  guint64 held = run->is_held[word] << (63 - run->worst[j] % 64);
  guint32 at = run->worst[j];

  if (held == 0)
    {
      do
        held = run->is_held[--word];
      while (held == 0);
      at = word * 64 + 63;
    }
  run->worst[j] = at - (guint32) __builtin_clzll (held);
}

/* Left vertex @i asks by edge @e: who is without now, perhaps @i itself. */
static guint32
ask_right (Run *run, guint32 i, guint32 e)
{
  const guint32 j = run->preferences->graph->right[e];
  const guint32 n_places = cadre_kernel_stable_n_places (run->preferences, j);
  const guint32 at = cadre_kernel_right_lists_get_place (&run->lists, run->preferences, e);
  guint32 loser = CADRE_KERNEL_NONE;

  if (n_places == 0 || (run->n_held[j] == n_places && at > run->worst[j]))
    return i;
  if (run->n_held[j] == n_places)
    {
      const guint32 worst = run->worst[j];

      loser = run->lists.left[worst];
      run->is_held[worst / 64] &= ~(G_GUINT64_CONSTANT (1) << worst % 64);
      run->left_edge[loser] = CADRE_KERNEL_NONE;
    }
  else
    run->n_held[j]++;

  run->is_held[at / 64] |= G_GUINT64_CONSTANT (1) << at % 64;
  run->lists.left[at] = i;
  run->left_edge[i] = e;
  if (run->n_held[j] == n_places)
    move_worst (run, j);
  return loser;
}

static CadreKernelStatus
let_left_ask (Run *run, const CadreKernelWatch *watch)
{
  const CadreKernelGraph *graph = run->preferences->graph;

  for (guint32 j = 0; j < graph->n_right; j++)
    run->worst[j] = MAX (run->lists.first[j + 1], 1) - 1;
  for (guint32 i = 0; i < graph->n_left; i++)
    run->next[i] = graph->first[i];

  for (guint32 i = 0; i < graph->n_left; i++)
    {
      guint32 k = i;

      if (i % BATCH == 0 && !cadre_kernel_goes_on (watch))
        return CADRE_KERNEL_STOPPED;
      while (k != CADRE_KERNEL_NONE && run->next[k] < graph->first[k + 1])
        k = ask_right (run, k, run->next[k]++);
    }
  return CADRE_KERNEL_DONE;
}

/* Right vertex @j fills its places: those that lose one are added to @waiting. */
static void
fill_places (Run *run, guint32 j, guint32 *waiting, guint32 *n_waiting)
{
  const CadreKernelGraph *graph = run->preferences->graph;
  const guint32 n_places = cadre_kernel_stable_n_places (run->preferences, j);

  while (run->n_held[j] < n_places && run->next[j] < run->lists.first[j + 1])
    {
      const guint32 at = run->next[j]++;
      const guint32 i = run->lists.left[at];
      const guint32 e = run->lists.edge[at];
      const guint32 old = run->left_edge[i];

      if (old < e)
        continue;
      run->left_edge[i] = e;
      run->n_held[j]++;
      if (old == CADRE_KERNEL_NONE)
        continue;
      /* It is listed once: only who was full is not. */
      if (run->n_held[graph->right[old]]-- ==
          cadre_kernel_stable_n_places (run->preferences, graph->right[old]))
        waiting[(*n_waiting)++] = graph->right[old];
    }
}

static CadreKernelStatus
let_right_ask (Run *run, const CadreKernelWatch *watch)
{
  const CadreKernelGraph *graph = run->preferences->graph;
  guint32 *waiting = run->worst; /* not needed as such from this side */
  guint32 n_waiting = 0;
  guint32 n_done = 0;

  for (guint32 j = 0; j < graph->n_right; j++)
    run->next[j] = run->lists.first[j];
  for (guint32 j = 0; j < graph->n_right; j++)
    {
      /* Those who have not asked yet come by themselves. */
      fill_places (run, j, waiting, &n_waiting);
      while (n_waiting > 0)
        {
          const guint32 k = waiting[--n_waiting];

          if (n_done++ % BATCH == 0 && !cadre_kernel_goes_on (watch))
            return CADRE_KERNEL_STOPPED;
          fill_places (run, k, waiting, &n_waiting);
        }
    }
  return CADRE_KERNEL_DONE;
}

static CadreKernelStatus
run_side (Run *run, CadreKernelStableSide side, const CadreKernelWatch *watch)
{
  const CadreKernelGraph *graph = run->preferences->graph;
  const gsize n = MAX (MAX (graph->n_left, graph->n_right), 1);
  g_autofree guint32 *next = g_try_new (guint32, n);
  g_autofree guint32 *n_held = g_try_new0 (guint32, n);
  g_autofree guint32 *worst = g_try_new (guint32, n);
  g_autofree guint64 *is_held = g_try_new0 (guint64, cadre_kernel_graph_n_edges (graph) / 64 + 1);

  if (next == NULL || n_held == NULL || worst == NULL || is_held == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  run->next = next;
  run->n_held = n_held;
  run->worst = worst;
  run->is_held = is_held;
  return side == CADRE_KERNEL_STABLE_LEFT ? let_left_ask (run, watch) : let_right_ask (run, watch);
}

/*< private >
 * cadre_kernel_stable_match:
 * @preferences: the preferences
 * @side: for whom it is to be best
 * @left_edge: (array): where to put the edge of each left vertex, or %CADRE_KERNEL_NONE
 * @watch: (nullable): whom to ask whether to go on
 *
 * Finds a stable matching. Ties are broken in the order of the edges of a left
 * vertex, and of the left vertices to a right one: then it is stable in so far
 * as no pair gains on both sides.
 */
CadreKernelStatus
cadre_kernel_stable_match (const CadreKernelPreferences *preferences,
                           CadreKernelStableSide side,
                           guint32 *left_edge,
                           const CadreKernelWatch *watch)
{
  Run run = { preferences };
  CadreKernelStatus status = CADRE_KERNEL_NO_MEMORY;

  if (!cadre_kernel_goes_on (watch))
    return CADRE_KERNEL_STOPPED;
  memset (left_edge, 0xff, preferences->graph->n_left * sizeof (guint32));
  run.left_edge = left_edge;
  if (cadre_kernel_right_lists_init (&run.lists, preferences, side == CADRE_KERNEL_STABLE_RIGHT))
    status = run_side (&run, side, watch);
  cadre_kernel_right_lists_clear (&run.lists);
  return status;
}

/* The worst rank that each right vertex holds, and how many it holds: %FALSE if
 * that is too many, or an edge is not one of its vertex. */
static gboolean
find_worst (const CadreKernelPreferences *preferences,
            const guint32 *left_edge,
            guint32 *worst,
            guint32 *n_held)
{
  const CadreKernelGraph *graph = preferences->graph;

  for (guint32 i = 0; i < graph->n_left; i++)
    {
      const guint32 e = left_edge[i];

      if (e == CADRE_KERNEL_NONE)
        continue;
      if (e < graph->first[i] || e >= graph->first[i + 1])
        return FALSE;
      worst[graph->right[e]] = MAX (worst[graph->right[e]], preferences->right_rank[e]);
      n_held[graph->right[e]]++;
    }

  for (guint32 j = 0; j < graph->n_right; j++)
    if (n_held[j] > cadre_kernel_stable_n_places (preferences, j))
      return FALSE;
  return TRUE;
}

/*< private >
 * cadre_kernel_stable_check:
 * @preferences: the preferences
 * @left_edge: (array): the edge of each left vertex, or %CADRE_KERNEL_NONE
 * @is_super: whether who loses nothing by it changes too
 * @blocking: (out) (nullable): an edge whose ends would rather have each other
 *
 * Checks that no pair would rather have each other.
 */
gboolean
cadre_kernel_stable_check (const CadreKernelPreferences *preferences,
                           const guint32 *left_edge,
                           gboolean is_super,
                           guint32 *blocking)
{
  const CadreKernelGraph *graph = preferences->graph;
  g_autofree guint32 *worst = g_try_new0 (guint32, MAX (graph->n_right, 1));
  g_autofree guint32 *n_held = g_try_new0 (guint32, MAX (graph->n_right, 1));
  const guint32 slack = is_super ? 1 : 0;

  if (blocking != NULL)
    *blocking = CADRE_KERNEL_NONE;
  if (worst == NULL || n_held == NULL || !find_worst (preferences, left_edge, worst, n_held))
    return FALSE;

  for (guint32 i = 0; i < graph->n_left; i++)
    for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
      {
        const guint32 j = graph->right[e];

        if (e == left_edge[i])
          continue;
        if (left_edge[i] != CADRE_KERNEL_NONE &&
            preferences->left_rank[e] >= preferences->left_rank[left_edge[i]] + slack)
          break; /* the rest is liked no better */
        if (n_held[j] == cadre_kernel_stable_n_places (preferences, j) &&
            (n_held[j] == 0 || preferences->right_rank[e] >= worst[j] + slack))
          continue;
        if (blocking != NULL)
          *blocking = e;
        return FALSE;
      }
  return TRUE;
}
