/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which changes lower the least number displaced.
 *
 * One more position helps where those are considered who prove the least, and so
 * does a volunteer among them: by one, and nowhere else. A wider ring-fence is tried,
 * one after the other: the people of a ring-fence that is short, in one that is not. */

#include "config.h"

#include "matching/bipartite/cadre-bipartite-private.h"
#include "matching/forecast/cadre-forecast-private.h"

#include <string.h>

#define MAX_TRIES 1000 /* wider ring-fences */

static char **
one_fence (GListModel *ring_fences, guint32 fence)
{
  g_autoptr (CadreRingFence) object = g_list_model_get_item (ring_fences, fence);
  const char *const ids[] = { cadre_ring_fence_get_id (object), NULL };

  return g_strdupv ((char **) ids);
}

/* Whether a kind may be considered for a ring-fence. */
static gboolean
is_of (const CadreForecastGraph *graph, guint32 kind, guint32 fence)
{
  for (guint32 e = graph->first[kind]; e < graph->first[kind + 1]; e++)
    if (graph->fence[graph->stop[e]] == fence)
      return TRUE;

  return FALSE;
}

static guint32
count_stops (const CadreForecastGraph *graph, guint32 fence)
{
  guint32 n = 0;

  for (guint32 i = 0; i < graph->n_stops; i++)
    n += graph->fence[i] == fence;

  return n;
}

/* How many are placed where the people of one ring-fence are also considered
 * for another. */
static CadreKernelStatus
place_wider (const CadreForecastGraph *people,
             guint32 fence,
             const CadreForecastGraph *posts,
             guint32 wider,
             const CadreKernelWatch *watch,
             guint64 *n_placed)
{
  const gboolean is_one = people == posts;
  const guint32 n_kinds = people->n_kinds + (is_one ? 0 : posts->n_kinds);
  const guint32 n_stops = people->n_stops + (is_one ? 0 : posts->n_stops);
  const guint32 shift = is_one ? 0 : people->n_stops;
  const gsize n_edges = (gsize) people->first[people->n_kinds] + posts->first[posts->n_kinds] +
                        (gsize) people->n_kinds * count_stops (posts, wider);
  g_autofree guint32 *first = g_try_new (guint32, (gsize) n_kinds + 1);
  g_autofree guint32 *stop = g_try_new (guint32, n_edges + 1);
  g_autofree guint32 *supply = g_try_new (guint32, (gsize) n_kinds + 1);
  g_autofree guint32 *room = g_try_new (guint32, (gsize) n_stops + 1);
  g_autofree guint32 *amount = g_try_new (guint32, n_edges + 1);
  g_autofree guint8 *reached = g_try_malloc ((gsize) n_kinds + 1);
  const CadreKernelFlow flow = { { n_kinds, n_stops, first, stop }, supply, room };
  guint32 n = 0;

  if (first == NULL || stop == NULL || supply == NULL || room == NULL || amount == NULL ||
      reached == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  for (guint32 kind = 0; kind < n_kinds; kind++)
    {
      const gboolean is_first = kind < people->n_kinds;
      const CadreForecastGraph *graph = is_first ? people : posts;
      const guint32 own = is_first ? kind : kind - people->n_kinds;

      first[kind] = n;
      supply[kind] = graph->supply[own];
      for (guint32 e = graph->first[own]; e < graph->first[own + 1]; e++)
        stop[n++] = graph->stop[e] + (is_first ? 0 : shift);
      for (guint32 i = 0; is_first && i < posts->n_stops && is_of (people, own, fence); i++)
        if (posts->fence[i] == wider)
          stop[n++] = i + shift;
    }
  first[n_kinds] = n;
  memcpy (room, people->room, people->n_stops * sizeof (guint32));
  if (!is_one)
    memcpy (room + shift, posts->room, posts->n_stops * sizeof (guint32));
  return cadre_kernel_flow_fill (&flow, amount, reached, n_placed, watch);
}

typedef struct
{
  GListModel *groups;
  GListModel *ring_fences;
  GListStore *changes;
  CadreKernelWatch watch;
  guint n_tries;
} Finder;

static void
add_change (Finder *self,
            CadreForecastChangeKind kind,
            char **ring_fences,
            const char *people_of,
            guint n_fewer)
{
  g_autoptr (CadreForecastChange) change =
    cadre_forecast_change_new (kind, ring_fences, people_of, n_fewer);

  g_list_store_append (self->changes, change);
}

static guint
count_placed (CadreForecastGroup *group)
{
  return cadre_forecast_group_get_n_people (group) -
         cadre_forecast_group_get_least_displaced (group);
}

static gboolean
has_free_room (CadreForecastGroup *group)
{
  const CadreForecastGraph *graph = cadre_forecast_group_get_graph (group);
  guint64 room = 0;

  for (guint32 i = 0; i < graph->n_stops; i++)
    room += graph->room[i];

  return room > count_placed (group);
}

/* The ring-fences of those who prove the least, or all others; in order. */
static GArray *
list_fences (CadreForecastGroup *group, gboolean is_short)
{
  const CadreForecastGraph *graph = cadre_forecast_group_get_graph (group);
  const guint8 *reached = cadre_forecast_group_get_reached (group);
  g_autofree guint8 *marked = g_malloc0 ((gsize) graph->n_stops + 1);
  GArray *fences = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 kind = 0; kind < graph->n_kinds; kind++)
    for (guint32 e = graph->first[kind]; reached[kind] && e < graph->first[kind + 1]; e++)
      marked[graph->stop[e]] = TRUE;
  for (guint32 i = 0; i < graph->n_stops; i++)
    if (marked[i] == is_short &&
        (fences->len == 0 || g_array_index (fences, guint32, fences->len - 1) != graph->fence[i]))
      g_array_append_val (fences, graph->fence[i]);

  return fences;
}

static CadreKernelStatus
try_wider (Finder *self,
           CadreForecastGroup *people,
           guint32 fence,
           CadreForecastGroup *posts,
           guint32 wider)
{
  const guint before = count_placed (people) + (people != posts ? count_placed (posts) : 0);
  guint64 n_placed = 0;
  CadreKernelStatus status = CADRE_KERNEL_DONE;

  if (self->n_tries++ >= MAX_TRIES)
    return status;
  status = place_wider (cadre_forecast_group_get_graph (people), fence,
                        cadre_forecast_group_get_graph (posts), wider, &self->watch, &n_placed);
  if (status == CADRE_KERNEL_DONE && n_placed > before)
    {
      g_auto (GStrv) people_of = one_fence (self->ring_fences, fence);

      add_change (self, CADRE_FORECAST_CHANGE_KIND_WIDER_RING_FENCE,
                  one_fence (self->ring_fences, wider), people_of[0], (guint) n_placed - before);
    }
  return status;
}

static CadreKernelStatus
try_group (Finder *self, CadreForecastGroup *people, CadreForecastGroup *posts)
{
  g_autoptr (GArray) from = list_fences (people, TRUE);
  g_autoptr (GArray) to = list_fences (posts, FALSE);
  CadreKernelStatus status = CADRE_KERNEL_DONE;

  for (guint i = 0; i < from->len; i++)
    for (guint k = 0; k < to->len && status == CADRE_KERNEL_DONE; k++)
      status = try_wider (self, people, g_array_index (from, guint32, i), posts,
                          g_array_index (to, guint32, k));

  return status;
}

static CadreKernelStatus
help_group (Finder *self, CadreForecastGroup *group)
{
  const guint n = g_list_model_get_n_items (self->groups);
  char **fences = (char **) cadre_forecast_group_get_short_ring_fences (group);
  CadreKernelStatus status = CADRE_KERNEL_DONE;

  add_change (self, CADRE_FORECAST_CHANGE_KIND_POSITION, g_strdupv (fences), NULL, 1);
  add_change (self, CADRE_FORECAST_CHANGE_KIND_VOLUNTEER, g_strdupv (fences), NULL, 1);
  for (guint i = 0; i < n && status == CADRE_KERNEL_DONE; i++)
    {
      g_autoptr (CadreForecastGroup) other = g_list_model_get_item (self->groups, i);

      if (has_free_room (other))
        status = try_group (self, group, other);
    }

  return status;
}

/* What helps most first; else as found. */
static int
compare_changes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint x = cadre_forecast_change_get_n_fewer ((CadreForecastChange *) a);
  const guint y = cadre_forecast_change_get_n_fewer ((CadreForecastChange *) b);

  return x != y ? (x > y ? -1 : 1) : 0;
}

gboolean
cadre_forecast_find_changes (GListModel *groups,
                             GListModel *ring_fences,
                             GListStore *changes,
                             GCancellable *cancellable,
                             GError **error)
{
  Finder finder = { groups, ring_fences, changes, cadre_bipartite_watch (cancellable), 0 };
  const guint n = g_list_model_get_n_items (groups);
  CadreKernelStatus status = CADRE_KERNEL_DONE;

  for (guint i = 0; i < n && status == CADRE_KERNEL_DONE; i++)
    {
      g_autoptr (CadreForecastGroup) group = g_list_model_get_item (groups, i);

      if (cadre_forecast_group_get_least_displaced (group) > 0)
        status = help_group (&finder, group);
    }

  g_list_store_sort (changes, compare_changes, NULL);
  return cadre_bipartite_take_status (status, cancellable, error);
}
