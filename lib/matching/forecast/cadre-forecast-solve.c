/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From the numbers of a group to what is proved of it. */

#include "config.h"

#include "matching/bipartite/cadre-bipartite-private.h"
#include "matching/forecast/cadre-forecast-private.h"

/* The ids of the ring-fences of some stops, each once; stops are in their order. */
static char **
dup_fences (const CadreForecastGraph *graph, GListModel *ring_fences, const guint8 *is_meant)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  guint32 last = CADRE_NO_ROW;

  for (guint32 i = 0; i < graph->n_stops; i++)
    {
      g_autoptr (CadreRingFence) fence = NULL;

      if ((is_meant != NULL && !is_meant[i]) || graph->fence[i] == last)
        continue;
      last = graph->fence[i];
      fence = g_list_model_get_item (ring_fences, last);
      g_ptr_array_add (ids, g_strdup (cadre_ring_fence_get_id (fence)));
    }

  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

static gboolean
count (CadreForecastGroup *self)
{
  const CadreForecastGraph *graph = self->graph;

  for (guint32 kind = 0; kind < graph->n_kinds; kind++)
    {
      gboolean is_certain = TRUE;

      for (guint32 e = graph->first[kind]; e < graph->first[kind + 1]; e++)
        is_certain = is_certain && graph->is_certain[e];
      self->n_people += graph->supply[kind];
      self->n_to_be_checked += is_certain ? 0 : graph->supply[kind];
    }
  for (guint32 i = 0; i < graph->n_stops; i++)
    self->n_positions =
      self->n_positions < 0 || !graph->is_known[i] ? -1 : self->n_positions + (int) graph->room[i];
  return TRUE;
}

/* Who may be considered for too little, and what that is. */
static gboolean
find_shortage (CadreForecastGroup *self, GListModel *ring_fences)
{
  const CadreForecastGraph *graph = self->graph;
  g_autofree guint8 *is_short = g_try_malloc0 ((gsize) graph->n_stops + 1);

  if (is_short == NULL)
    return FALSE;
  for (guint32 kind = 0; kind < graph->n_kinds; kind++)
    {
      if (!self->reached[kind])
        continue;
      self->n_short_people += graph->supply[kind];
      for (guint32 e = graph->first[kind]; e < graph->first[kind + 1]; e++)
        {
          self->n_short_positions += is_short[graph->stop[e]] ? 0 : graph->room[graph->stop[e]];
          is_short[graph->stop[e]] = TRUE;
        }
    }
  g_strfreev (self->short_ring_fences);
  self->short_ring_fences = dup_fences (graph, ring_fences, is_short);
  return TRUE;
}

/* The same where only confirmed prior consideration counts. */
static CadreKernelStatus
find_least_certain (CadreForecastGroup *self, const CadreKernelWatch *watch)
{
  const CadreForecastGraph *graph = self->graph;
  CadreKernelFlow flow = cadre_forecast_graph_flow (graph);
  g_autofree guint32 *first = g_try_new (guint32, (gsize) graph->n_kinds + 1);
  g_autofree guint32 *stop = g_try_new (guint32, (gsize) graph->first[graph->n_kinds] + 1);
  g_autofree guint32 *amount = g_try_new (guint32, (gsize) graph->first[graph->n_kinds] + 1);
  g_autofree guint8 *reached = g_try_malloc ((gsize) graph->n_kinds + 1);
  guint64 n_placed = 0;
  guint32 n = 0;
  CadreKernelStatus status = CADRE_KERNEL_NO_MEMORY;

  if (first == NULL || stop == NULL || amount == NULL || reached == NULL)
    return status;
  for (guint32 kind = 0; kind < graph->n_kinds; kind++)
    {
      first[kind] = n;
      for (guint32 e = graph->first[kind]; e < graph->first[kind + 1]; e++)
        if (graph->is_certain[e])
          stop[n++] = graph->stop[e];
    }
  first[graph->n_kinds] = n;
  flow.graph.first = first;
  flow.graph.right = stop;
  status = cadre_kernel_flow_fill (&flow, amount, reached, &n_placed, watch);
  self->least_certain = self->n_people - (guint) n_placed;
  return status;
}

/* Positions of which it is not known how many there are may be none: nothing else
 * leaves more people without one. Each person of whom something is to be checked
 * moves the most by one at most. */
static CadreKernelStatus
find_most (CadreForecastGroup *self, const CadreKernelWatch *watch)
{
  const CadreForecastGraph *graph = self->graph;
  CadreKernelFlow flow = cadre_forecast_graph_flow (graph);
  g_autofree guint32 *room = g_try_new (guint32, (gsize) graph->n_stops + 1);
  CadreKernelFlowWorst worst = { 0, 0 };
  CadreKernelStatus status = CADRE_KERNEL_NO_MEMORY;

  if (room == NULL)
    return status;
  status = cadre_kernel_flow_worst (&flow, &worst, watch);
  self->most_found = (guint) worst.at_least;
  if (status == CADRE_KERNEL_DONE && self->n_positions < 0)
    {
      for (guint32 i = 0; i < graph->n_stops; i++)
        room[i] = graph->is_known[i] ? graph->room[i] : 0;
      flow.room = room;
      status = cadre_kernel_flow_worst (&flow, &worst, watch);
    }
  self->most = (guint) MIN (worst.at_most + self->n_to_be_checked, self->n_people);
  self->most_found -= MIN (self->n_to_be_checked, self->most_found);
  self->most_found = MAX (self->most_found, cadre_forecast_group_get_least_displaced (self));
  return status;
}

static CadreKernelStatus
solve (CadreForecastGroup *self, const CadreKernelWatch *watch)
{
  const CadreKernelFlow flow = cadre_forecast_graph_flow (self->graph);
  CadreKernelStatus status = CADRE_KERNEL_NO_MEMORY;

  self->amount = g_try_new (guint32, (gsize) self->graph->first[self->graph->n_kinds] + 1);
  self->reached = g_try_malloc ((gsize) self->graph->n_kinds + 1);
  if (self->amount == NULL || self->reached == NULL)
    return status;
  status = cadre_kernel_flow_fill (&flow, self->amount, self->reached, &self->n_placed, watch);
  if (status == CADRE_KERNEL_DONE)
    status = find_least_certain (self, watch);
  return status == CADRE_KERNEL_DONE ? find_most (self, watch) : status;
}

CadreForecastGroup *
cadre_forecast_group_new_take (CadreForecastGraph *graph,
                               GListModel *ring_fences,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (CadreForecastGroup) self = g_object_new (CADRE_TYPE_FORECAST_GROUP, NULL);
  const CadreKernelWatch watch = cadre_bipartite_watch (cancellable);
  CadreKernelStatus status = CADRE_KERNEL_DONE;

  self->graph = graph;
  count (self);
  g_strfreev (self->ring_fences);
  self->ring_fences = dup_fences (graph, ring_fences, NULL);
  status = solve (self, &watch);
  if (status == CADRE_KERNEL_DONE && !find_shortage (self, ring_fences))
    status = CADRE_KERNEL_NO_MEMORY;

  return cadre_bipartite_take_status (status, cancellable, error) ? g_steal_pointer (&self) : NULL;
}
