/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "kernel/cadre-compact-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

/* The first pairs are chosen by the degrees of right vertices. Then one augmenting
 * path at a time, as long as that is little work, as it is in small components:
 * Pothen and Fan, "Computing the block triangular form of a sparse matrix", ACM
 * TOMS 16 (1990). Then, in large graphs, trees from all that are left at once. Then
 * many shortest paths at a time: Hopcroft and Karp, "An n^5/2 algorithm for maximum
 * matchings in bipartite graphs", SIAM J. Comput. 2 (1973).
 * O(m √n), scratch of 20 bytes a left vertex and 8 a right one, no recursion. */

/* How many vertices ahead memory is asked for. */
#define AHEAD 8
/* From as many right vertices on, they do not fit into a cache, and a graph of many
 * components is put in their order. */
#define LARGE (1U << 18)

/* From as many left vertices on, trees of paths are tried, so often at most. */
#define MANY (1U << 12)
#define MOST_TREES 8
/* How many searches are made before the caller is asked. */
#define BATCH 1024
/* Searches for one path each may visit one in so many left vertices in all. */
#define PART 16

/* A phase, or a search for one path. Levels grow from one to the next, so that what
 * an earlier one has left is below @base, which is 1 at least. */
typedef struct
{
  const CadreKernelGraph *graph;
  guint32 *left_partner;
  CadreKernelSeat *seats; /* by right vertex */
  guint32 *queue;         /* left vertices by level; then those on the path */
  guint32 *next;          /* by place on the path: the edge to try next; */
  guint32 *look;          /* by left vertex: the edge where to look next for somebody free */
  guint32 *visited;       /* right vertices of this search */
  guint32 base;
  guint32 n_free; /* left vertices without partner that may get one */
  guint32 *free;
} Phase;

/* Asks for what the vertices next in the queue will need. Inlined by force: GCC 12 takes a
 * function that only asks for memory for one without effect, and leaves its calls out. */
static inline __attribute__ ((always_inline)) void
look_ahead (const Phase *phase, guint32 at, guint32 n_queue)
{
  if (at + 2 * AHEAD < n_queue)
    __builtin_prefetch (phase->graph->right + phase->graph->first[phase->queue[at + 2 * AHEAD]]);
  if (at + AHEAD < n_queue)
    {
      const guint32 i = phase->queue[at + AHEAD];
      const guint32 end = MIN (phase->graph->first[i + 1], phase->graph->first[i] + 16);

      for (guint32 e = phase->graph->first[i]; e < end; e++)
        __builtin_prefetch (phase->seats + phase->graph->right[e], 1);
    }
}

/* Goes one step on from the left vertex @i: whether a right vertex is free. */
static inline gboolean
reach_partners (Phase *phase, guint32 i, guint32 level, guint32 *n_queue)
{
  const CadreKernelGraph *graph = phase->graph;
  gboolean is_free = FALSE;

  for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
    {
      CadreKernelSeat *seat = phase->seats + graph->right[e];

      if (seat->partner == CADRE_KERNEL_NONE)
        is_free = TRUE;
      else if (seat->level < phase->base)
        {
          seat->level = level;
          phase->queue[(*n_queue)++] = seat->partner;
        }
    }
  return is_free;
}

/* Steps from the left vertices without partner, as far as to the first right
 * vertex without one: %FALSE if there is none. */
static gboolean
set_levels (Phase *phase)
{
  guint32 level = phase->base;
  guint32 n_queue = phase->n_free;
  guint32 at = 0;
  gboolean is_free = FALSE;

  memcpy (phase->queue, phase->free, phase->n_free * sizeof (guint32));
  while (at < n_queue && !is_free)
    {
      const guint32 end = n_queue;

      for (level++; at < end; at++)
        {
          look_ahead (phase, at, n_queue);
          is_free |= reach_partners (phase, phase->queue[at], level, &n_queue);
        }
    }
  return is_free;
}

/* The edge that each on the path leaves by is the one before its next. */
static void
turn_path (Phase *phase, guint32 n)
{
  for (guint32 k = 0; k < n; k++)
    {
      const guint32 i = phase->queue[k];
      const guint32 j = phase->graph->right[phase->next[k] - 1];

      phase->left_partner[i] = j;
      phase->seats[j].partner = i;
    }
}

static inline void
push (Phase *phase, guint32 i, guint32 *n)
{
  phase->queue[*n] = i;
  phase->next[(*n)++] = phase->graph->first[i];
}

/* Tries to give the left vertex @i a partner, along levels. Nobody is come to twice in
 * a phase: who was, leads nowhere or is on a path that is found. */
static gboolean
find_path (Phase *phase, guint32 i)
{
  const CadreKernelGraph *graph = phase->graph;
  guint32 n = 0;

  push (phase, i, &n);
  while (n > 0)
    {
      const guint32 end = graph->first[phase->queue[n - 1] + 1];
      const guint32 level = phase->base + n;
      guint32 e = phase->next[n - 1];
      CadreKernelSeat *seat = NULL;

      for (; e < end; e++)
        {
          seat = phase->seats + graph->right[e];
          if (seat->partner == CADRE_KERNEL_NONE || seat->level == level)
            break;
        }
      phase->next[n - 1] = e + 1;
      if (e == end)
        n--;
      else if (seat->partner == CADRE_KERNEL_NONE)
        {
          turn_path (phase, n);
          return TRUE;
        }
      else
        {
          seat->level = phase->base - 1;
          push (phase, seat->partner, &n);
        }
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

      if (phase->seats[phase->graph->right[e]].partner == CADRE_KERNEL_NONE)
        return e;
    }
  return CADRE_KERNEL_NONE;
}

/* The next left vertex to visit from the one at @place of the path, whose right
 * vertices all have partners. */
static inline guint32
step (Phase *phase, guint32 place, guint32 *n_visited)
{
  const guint32 end = phase->graph->first[phase->queue[place] + 1];

  while (phase->next[place] < end)
    {
      const guint32 j = phase->graph->right[phase->next[place]++];

      if (phase->seats[j].level < phase->base)
        {
          phase->seats[j].level = phase->base;
          phase->visited[(*n_visited)++] = j;
          return phase->seats[j].partner;
        }
    }
  return CADRE_KERNEL_NONE;
}

/* Tries to give the left vertex @i a partner, by a path of any length, unless it has to
 * visit more than @most right vertices: how many it has visited. */
static guint32
find_any_path (Phase *phase, guint32 i, guint32 most)
{
  guint32 n = 0, n_visited = 0;
  guint32 k = i;

  do
    {
      guint32 e;

      push (phase, k, &n);
      e = look_for_free (phase, k);
      if (e != CADRE_KERNEL_NONE)
        {
          phase->next[n - 1] = e + 1;
          turn_path (phase, n);
          return n_visited;
        }
      for (k = CADRE_KERNEL_NONE; n > 0 && k == CADRE_KERNEL_NONE; n -= k == CADRE_KERNEL_NONE)
        k = step (phase, n - 1, &n_visited);
    }
  while (k != CADRE_KERNEL_NONE && n_visited < most);
  return n_visited;
}

static void
kill_visited (Phase *phase, guint32 n_visited)
{
  for (guint32 k = 0; k < n_visited; k++)
    phase->seats[phase->visited[k]].level = CADRE_KERNEL_DEAD;
}

/* Paths one by one, until none is left or they have been too much work. What a search
 * that fails has visited is dead: later paths change nothing there. */
static CadreKernelStatus
find_paths (Phase *phase, const CadreKernelWatch *watch)
{
  guint32 budget = phase->graph->n_left / PART + 1;
  guint32 n = 0, k;

  memcpy (phase->look, phase->graph->first, phase->graph->n_left * sizeof (guint32));
  for (k = 0; k < phase->n_free && budget > 0; k++)
    {
      const guint32 i = phase->free[k];
      const guint32 n_visited = find_any_path (phase, i, budget);

      if (k % BATCH == 0 && !cadre_kernel_goes_on (watch))
        return CADRE_KERNEL_STOPPED;
      if (phase->left_partner[i] != CADRE_KERNEL_NONE)
        phase->base++;
      else if (n_visited < budget)
        kill_visited (phase, n_visited);
      else
        {
          phase->base++;
          phase->free[n++] = i;
        }
      budget -= MIN (budget, n_visited + 1);
    }
  while (k < phase->n_free)
    phase->free[n++] = phase->free[k++];
  phase->n_free = n;
  return CADRE_KERNEL_DONE;
}

static void
forget_levels (Phase *phase)
{
  for (guint32 j = 0; j < phase->graph->n_right; j++)
    if (phase->seats[j].level != CADRE_KERNEL_DEAD)
      phase->seats[j].level = 0;
  phase->base = 1;
}

static void
begin_phase (Phase *phase)
{
  const guint32 n_left = phase->graph->n_left;

  /* A level is at most the number of left vertices above its base. */
  if (phase->base > G_MAXUINT32 - 2 * (n_left + 2))
    forget_levels (phase);
  else
    phase->base += n_left + 1;
}

/* Trees find more paths than levels do for the same reading of edges, but how often
 * they have to be grown is not bounded: only in a large graph, and only so often. The
 * last ones are the proof that none is left, where they find none. */
static CadreKernelStatus
run_trees (Phase *phase, gboolean *is_most, const CadreKernelWatch *watch)
{
  *is_most = FALSE;
  if (phase->graph->n_left < MANY)
    return CADRE_KERNEL_DONE;

  return cadre_kernel_match_trees (phase->graph, phase->left_partner, phase->seats, phase->free,
                                   &phase->n_free, phase->queue, MOST_TREES, is_most, watch);
}

static CadreKernelStatus
run_phases (Phase *phase, const CadreKernelWatch *watch)
{
  begin_phase (phase);
  while (set_levels (phase))
    {
      if (!cadre_kernel_goes_on (watch))
        return CADRE_KERNEL_STOPPED;
      for (guint32 k = 0; k < phase->n_free; k++)
        find_path (phase, phase->free[k]);
      keep_free (phase);
      begin_phase (phase);
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

static void
take_seats (Phase *phase, const guint32 *right_partner)
{
  for (guint32 j = 0; j < phase->graph->n_right; j++)
    phase->seats[j] = (CadreKernelSeat){ right_partner[j], 0 };
}

static void
give_seats (const Phase *phase, guint32 *right_partner)
{
  for (guint32 j = 0; j < phase->graph->n_right; j++)
    right_partner[j] = phase->seats[j].partner;
}

/* Of the left vertices, those that have no partner, and those that the last phase came
 * to or that are dead. */
static void
mark_reached (const Phase *phase, guint8 *left_reached)
{
  for (guint32 i = 0; i < phase->graph->n_left; i++)
    left_reached[i] = phase->left_partner[i] == CADRE_KERNEL_NONE ||
                      phase->seats[phase->left_partner[i]].level >= phase->base;
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
  g_autofree guint32 *lists = cadre_pages_try_array_of (guint32, 5 * n);
  g_autofree CadreKernelSeat *seats =
    cadre_pages_try_array_of (CadreKernelSeat, MAX (graph->n_right, 1));
  Phase phase = { graph,         left_partner,  seats, lists, lists + n,
                  lists + 2 * n, lists + 3 * n, 1,     0,     lists + 4 * n };
  gboolean is_most = FALSE;
  CadreKernelStatus status;

  if (lists == NULL || seats == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  take_seats (&phase, right_partner);
  list_free (&phase);
  status = find_paths (&phase, watch);
  if (status == CADRE_KERNEL_DONE)
    status = run_trees (&phase, &is_most, watch);
  if (status == CADRE_KERNEL_DONE && !is_most)
    status = run_phases (&phase, watch);
  if (status == CADRE_KERNEL_DONE)
    mark_reached (&phase, left_reached);
  give_seats (&phase, right_partner);
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
  g_autofree guint32 *left = cadre_pages_try_array_of (guint32, MAX (graph->n_left, 1));
  g_autofree guint32 *right = cadre_pages_try_array_of (guint32, MAX (graph->n_right, 1));
  g_autofree guint8 *reached = cadre_pages_try_array_of (guint8, MAX (graph->n_left, 1));
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
