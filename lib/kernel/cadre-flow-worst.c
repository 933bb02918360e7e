/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-flow-private.h"

#include <string.h>

/* Who stays at most, where no place stays empty for which somebody stays.
 *
 * Say which kinds may have somebody who stays. All their stops are full then, and
 * everybody of the other kinds has a place. If the other kinds can all be placed,
 * and the stops can all be filled, then both can be had at once (Mendelsohn and
 * Dulmage, "Some generalizations of the problem of distinct representatives",
 * Canad. J. Math. 10, 1958). Most stay where those who have a place anyhow
 * fill as much as can be of these stops: what they do not fill is filled by the
 * kinds that may stay.
 *
 * To find the best choice is to find a least maximal matching, for which no fast
 * way is known (Yannakakis and Gavril, SIAM J. Appl. Math. 38, 1980). All choices
 * are tried where there are few kinds or few stops. Where there are many, a few
 * choices say how many can stay, and no more than half of what the greatest
 * sharing-out places can be lost, since every maximal matching has half the
 * edges of a greatest one. */

#define MAX_TRIES 64 /* choices that are tried where there are many */

typedef struct
{
  const CadreKernelFlow *flow;
  const CadreKernelWatch *watch;
  guint8 *may_stay; /* by kind */
  guint8 *is_full;  /* by stop */
  guint32 *supply;
  guint32 *room;
  guint32 *amount;
  guint8 *reached;
  guint64 best;
} Search;

static void
search_clear (Search *self)
{
  g_free (self->may_stay);
  g_free (self->is_full);
  g_free (self->supply);
  g_free (self->room);
  g_free (self->amount);
  g_free (self->reached);
}

static gboolean
search_init (Search *self, const CadreKernelFlow *flow, const CadreKernelWatch *watch)
{
  memset (self, 0, sizeof *self);
  self->flow = flow;
  self->watch = watch;
  self->may_stay = g_try_malloc ((gsize) flow->graph.n_left + 1);
  self->is_full = g_try_malloc ((gsize) flow->graph.n_right + 1);
  self->supply = g_try_new (guint32, (gsize) flow->graph.n_left + 1);
  self->room = g_try_new (guint32, (gsize) flow->graph.n_right + 1);
  self->amount = g_try_new (guint32, (gsize) cadre_kernel_graph_n_edges (&flow->graph) + 1);
  self->reached = g_try_malloc ((gsize) flow->graph.n_left + 1);
  return self->may_stay != NULL && self->is_full != NULL && self->supply != NULL &&
         self->room != NULL && self->amount != NULL && self->reached != NULL;
}

/* The kinds all of whose stops are full. */
static guint64
find_who_may_stay (Search *self)
{
  const CadreKernelGraph *graph = &self->flow->graph;
  guint64 n = 0;

  for (guint32 i = 0; i < graph->n_left; i++)
    {
      self->may_stay[i] = TRUE;
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        self->may_stay[i] = self->may_stay[i] && self->is_full[graph->right[e]];
      n += self->may_stay[i] ? self->flow->supply[i] : 0;
    }
  return n;
}

/* How many of some kinds can be placed at some stops. */
static CadreKernelStatus
place (Search *self, gboolean with_all_kinds, gboolean with_all_stops, guint64 *n)
{
  CadreKernelFlow part = *self->flow;

  part.supply = self->supply;
  part.room = self->room;
  for (guint32 i = 0; i < part.graph.n_left; i++)
    self->supply[i] = with_all_kinds || !self->may_stay[i] ? self->flow->supply[i] : 0;
  for (guint32 j = 0; j < part.graph.n_right; j++)
    self->room[j] = with_all_stops || self->is_full[j] ? self->flow->room[j] : 0;
  return cadre_kernel_flow_fill (&part, self->amount, self->reached, n, self->watch);
}

/* What stays at most where just these stops have to be full. */
static CadreKernelStatus
try_choice (Search *self)
{
  const guint64 n_may_stay = find_who_may_stay (self);
  guint64 n_others = 0;
  guint64 n_room = 0;
  guint64 n = 0;
  CadreKernelStatus status = CADRE_KERNEL_DONE;

  if (n_may_stay <= self->best)
    return status;

  for (guint32 i = 0; i < self->flow->graph.n_left; i++)
    n_others += self->may_stay[i] ? 0 : self->flow->supply[i];
  for (guint32 j = 0; j < self->flow->graph.n_right; j++)
    n_room += self->is_full[j] ? self->flow->room[j] : 0;

  status = place (self, FALSE, TRUE, &n);
  if (status != CADRE_KERNEL_DONE || n < n_others)
    return status;
  status = place (self, TRUE, FALSE, &n);
  if (status != CADRE_KERNEL_DONE || n < n_room)
    return status;
  status = place (self, FALSE, FALSE, &n);
  if (status == CADRE_KERNEL_DONE)
    self->best = MAX (self->best, n_may_stay - (n_room - n));
  return status;
}

/* The stops of the kinds of a set are full. */
static void
fill_stops_of (Search *self, guint32 kinds)
{
  const CadreKernelGraph *graph = &self->flow->graph;

  memset (self->is_full, FALSE, graph->n_right);
  for (guint32 i = 0; i < graph->n_left; i++)
    for (guint32 e = graph->first[i]; (kinds >> i & 1) != 0 && e < graph->first[i + 1]; e++)
      self->is_full[graph->right[e]] = TRUE;
}

static CadreKernelStatus
try_all (Search *self)
{
  const CadreKernelGraph *graph = &self->flow->graph;
  const gboolean by_stop = graph->n_right <= graph->n_left;
  const guint32 end = 1u << MIN (graph->n_left, graph->n_right);
  CadreKernelStatus status = CADRE_KERNEL_DONE;

  for (guint32 set = 0; set < end && status == CADRE_KERNEL_DONE; set++)
    {
      for (guint32 j = 0; by_stop && j < graph->n_right; j++)
        self->is_full[j] = set >> j & 1;
      if (!by_stop)
        fill_stops_of (self, set);
      status = cadre_kernel_goes_on (self->watch) ? try_choice (self) : CADRE_KERNEL_STOPPED;
    }
  return status;
}

/* All stops, and those of one kind, of kinds spread over all of them. */
static CadreKernelStatus
try_some (Search *self)
{
  const CadreKernelGraph *graph = &self->flow->graph;
  const guint32 stride = graph->n_left / MAX_TRIES + 1;
  CadreKernelStatus status = CADRE_KERNEL_DONE;

  memset (self->is_full, TRUE, graph->n_right);
  status = try_choice (self);
  for (guint32 i = 0; i < graph->n_left && status == CADRE_KERNEL_DONE; i += stride)
    {
      memset (self->is_full, FALSE, graph->n_right);
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        self->is_full[graph->right[e]] = TRUE;
      status = cadre_kernel_goes_on (self->watch) ? try_choice (self) : CADRE_KERNEL_STOPPED;
    }
  return status;
}

/*< private >
 * cadre_kernel_flow_worst:
 * @self: what is to be shared out, of one piece where many pieces would be slow
 * @worst: (out): how many stay at most
 * @watch: (nullable): whom to ask whether to go on
 *
 * Finds how many stay at most, in a sharing-out that leaves no place empty for
 * which somebody stays. Exact up to %CADRE_KERNEL_FLOW_EXACT kinds or as many stops: then
 * both numbers are one. O(2^n) flows for n of these, else 64.
 */
CadreKernelStatus
cadre_kernel_flow_worst (const CadreKernelFlow *self,
                         CadreKernelFlowWorst *worst,
                         const CadreKernelWatch *watch)
{
  Search search;
  guint64 n_people = 0;
  guint64 n_placed = 0;
  CadreKernelStatus status = CADRE_KERNEL_NO_MEMORY;
  const gboolean is_small =
    MIN (self->graph.n_left, self->graph.n_right) <= CADRE_KERNEL_FLOW_EXACT;

  for (guint32 i = 0; i < self->graph.n_left; i++)
    n_people += self->supply[i];
  if (search_init (&search, self, watch))
    status = cadre_kernel_flow_fill (self, search.amount, search.reached, &n_placed, watch);

  search.best = n_people - n_placed;
  if (status == CADRE_KERNEL_DONE)
    status = is_small ? try_all (&search) : try_some (&search);
  worst->at_least = search.best;
  worst->at_most = is_small ? search.best : n_people - (n_placed + 1) / 2;
  search_clear (&search);
  return status;
}
