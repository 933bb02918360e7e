/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-stable-private.h"

#include <string.h>

/* Stable even against pairs that lose nothing by it, where that can be: Irving,
 * Manlove and Scott, "The hospitals/residents problem with ties", SWAT (2000),
 * algorithm HRT-Super-Res. O(m), no recursion. */

/* How many vertices are done before the caller is asked. */
#define BATCH 4096

typedef struct
{
  const CadreKernelPreferences *preferences;
  CadreKernelRightLists lists;
  guint32 *next;      /* by left vertex: the first edge that it has not asked by */
  guint32 *n_engaged; /* by left vertex: how many hold it */
  guint32 *n_held;    /* by right vertex */
  guint32 *end;       /* by right vertex: its list goes as far as here */
  guint8 *was_full;   /* by right vertex */
  guint8 *is_held;    /* by place in the lists */
  guint32 *waiting;   /* left vertices that nobody holds */
  guint32 n_waiting;
} Run;

/* Takes the last of the list of @j away. */
static void
drop_last (Run *run, guint32 j)
{
  const guint32 at = --run->end[j];
  const guint32 i = run->lists.left[at];

  if (!run->is_held[at])
    return;
  run->is_held[at] = FALSE;
  run->n_held[j]--;
  if (--run->n_engaged[i] == 0)
    run->waiting[run->n_waiting++] = i;
}

static inline guint32
rank_at (const Run *run, guint32 at)
{
  return run->preferences->right_rank[run->lists.edge[at]];
}

/* Too many: all that are last of the list, as liked as each other, go. */
static void
drop_tail (Run *run, guint32 j)
{
  const guint32 rank = rank_at (run, run->end[j] - 1);

  while (run->end[j] > run->lists.first[j] && rank_at (run, run->end[j] - 1) == rank)
    drop_last (run, j);
}

/* Full: all that are liked less than the worst that is held go. */
static void
drop_worse (Run *run, guint32 j)
{
  guint32 at = run->end[j];

  while (!run->is_held[at - 1])
    at--;
  while (rank_at (run, run->end[j] - 1) > rank_at (run, at - 1))
    drop_last (run, j);
}

static void
ask (Run *run, guint32 i, guint32 e)
{
  const guint32 j = run->preferences->graph->right[e];
  const guint32 n_places = cadre_kernel_stable_n_places (run->preferences, j);
  const guint32 at = cadre_kernel_right_lists_get_place (&run->lists, run->preferences, e);

  if (n_places == 0 || at >= run->end[j])
    return; /* taken off the list before */

  run->is_held[at] = TRUE;
  run->n_held[j]++;
  run->n_engaged[i]++;
  if (run->n_held[j] > n_places)
    drop_tail (run, j);
  if (run->n_held[j] == n_places)
    {
      run->was_full[j] = TRUE;
      drop_worse (run, j);
    }
}

/* Asks all that it likes best of those it has not asked. */
static void
ask_tie (Run *run, guint32 i)
{
  const CadreKernelGraph *graph = run->preferences->graph;
  const guint32 *left_rank = run->preferences->left_rank;
  const guint32 rank = left_rank[run->next[i]];

  for (; run->next[i] < graph->first[i + 1] && left_rank[run->next[i]] == rank; run->next[i]++)
    ask (run, i, run->next[i]);
}

static CadreKernelStatus
ask_all (Run *run, const CadreKernelWatch *watch)
{
  const CadreKernelGraph *graph = run->preferences->graph;
  guint32 n_asked = 0;

  for (guint32 i = graph->n_left; i-- > 0;)
    {
      run->next[i] = graph->first[i];
      run->waiting[run->n_waiting++] = i;
    }
  for (guint32 j = 0; j < graph->n_right; j++)
    run->end[j] = run->lists.first[j + 1];

  while (run->n_waiting > 0)
    {
      const guint32 i = run->waiting[--run->n_waiting];

      if (n_asked++ % BATCH == 0 && !cadre_kernel_goes_on (watch))
        return CADRE_KERNEL_STOPPED;
      while (run->n_engaged[i] == 0 && run->next[i] < graph->first[i + 1])
        {
          const guint32 n = run->n_waiting;

          ask_tie (run, i);
          /* It is listed as often as it was dropped, and goes on here. */
          while (run->n_waiting > n && run->waiting[run->n_waiting - 1] == i)
            run->n_waiting--;
        }
    }
  return CADRE_KERNEL_DONE;
}

/* There is none if somebody is held twice, or a place is free that was not once. */
static CadreKernelStatus
take_answer (const Run *run, guint32 *left_edge)
{
  const CadreKernelGraph *graph = run->preferences->graph;

  for (guint32 j = 0; j < graph->n_right; j++)
    if (run->was_full[j] && run->n_held[j] < cadre_kernel_stable_n_places (run->preferences, j))
      return CADRE_KERNEL_INFEASIBLE;
  for (guint32 i = 0; i < graph->n_left; i++)
    {
      if (run->n_engaged[i] > 1)
        return CADRE_KERNEL_INFEASIBLE;
      for (guint32 e = graph->first[i]; e < run->next[i]; e++)
        if (run->is_held[cadre_kernel_right_lists_get_place (&run->lists, run->preferences, e)])
          left_edge[i] = e;
    }
  return CADRE_KERNEL_DONE;
}

static CadreKernelStatus
run_all (Run *run, guint32 *left_edge, const CadreKernelWatch *watch)
{
  const CadreKernelGraph *graph = run->preferences->graph;
  const gsize n_left = MAX (graph->n_left, 1);
  const gsize n_right = MAX (graph->n_right, 1);
  const gsize n_edges = MAX (cadre_kernel_graph_n_edges (graph), 1);
  g_autofree guint32 *next = g_try_new (guint32, n_left);
  g_autofree guint32 *n_engaged = g_try_new0 (guint32, n_left);
  g_autofree guint32 *n_held = g_try_new0 (guint32, n_right);
  g_autofree guint32 *end = g_try_new (guint32, n_right);
  g_autofree guint8 *was_full = g_try_new0 (guint8, n_right);
  g_autofree guint8 *is_held = g_try_new0 (guint8, n_edges);
  g_autofree guint32 *waiting = g_try_new (guint32, n_left + n_edges);
  CadreKernelStatus status;

  if (next == NULL || n_engaged == NULL || n_held == NULL || end == NULL || was_full == NULL ||
      is_held == NULL || waiting == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  run->next = next;
  run->n_engaged = n_engaged;
  run->n_held = n_held;
  run->end = end;
  run->was_full = was_full;
  run->is_held = is_held;
  run->waiting = waiting;
  status = ask_all (run, watch);
  return status == CADRE_KERNEL_DONE ? take_answer (run, left_edge) : status;
}

/*< private >
 * cadre_kernel_super_stable_match:
 * @preferences: the preferences
 * @left_edge: (array): where to put the edge of each left vertex, or %CADRE_KERNEL_NONE
 * @watch: (nullable): whom to ask whether to go on
 *
 * Finds a matching that is stable however ties are broken; the answer is
 * %CADRE_KERNEL_INFEASIBLE if there is none.
 */
CadreKernelStatus
cadre_kernel_super_stable_match (const CadreKernelPreferences *preferences,
                                 guint32 *left_edge,
                                 const CadreKernelWatch *watch)
{
  Run run = { preferences };
  CadreKernelStatus status = CADRE_KERNEL_NO_MEMORY;

  memset (left_edge, 0xff, preferences->graph->n_left * sizeof (guint32));
  if (cadre_kernel_right_lists_init (&run.lists, preferences, TRUE))
    status = run_all (&run, left_edge, watch);
  cadre_kernel_right_lists_clear (&run.lists);
  return status;
}
