/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The events of a view, as a list that makes each event when it is asked for. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CadreEventList,
                               cadre_event_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
cadre_event_list_get_item_type (GListModel *model)
{
  return CADRE_TYPE_CHANGE_EVENT;
}

static guint
cadre_event_list_get_n_items (GListModel *model)
{
  return CADRE_EVENT_LIST (model)->n_listed;
}

static gpointer
cadre_event_list_get_item (GListModel *model, guint position)
{
  CadreEventList *self = CADRE_EVENT_LIST (model);

  return position < self->n_listed ? cadre_change_event_new (self, position) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_event_list_get_item_type;
  iface->get_n_items = cadre_event_list_get_n_items;
  iface->get_item = cadre_event_list_get_item;
}

static void
cadre_event_list_finalize (GObject *object)
{
  CadreEventList *self = CADRE_EVENT_LIST (object);

  g_clear_pointer (&self->events, cadre_events_free);
  g_clear_pointer (&self->members, g_free);
  g_clear_pointer (&self->listed, g_free);
  g_clear_pointer (&self->posts, g_free);
  cadre_event_titles_clear (&self->titles_before);
  cadre_event_titles_clear (&self->titles_after);
  g_clear_object (&self->diff);

  G_OBJECT_CLASS (cadre_event_list_parent_class)->finalize (object);
}

static void
cadre_event_list_class_init (CadreEventListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_event_list_finalize;
}

static void
cadre_event_list_init (CadreEventList *self)
{
}

/* The members of each event stand together, in the order of the diff, and those
 * that are shown before those that are not. */
static gboolean
sort_members (CadreEventList *self, const guint8 *shown)
{
  CadreEvents *events = self->events;
  const guint32 n = self->diff->n_differences;
  g_autofree guint32 *next = g_try_new (guint32, (gsize) events->n_events * 2 + 1);
  guint32 first = 0;

  self->members = g_try_new (guint32, (gsize) n + 1);
  if (self->members == NULL || next == NULL)
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    {
      events->events[events->event_of[i]].n++;
      events->events[events->event_of[i]].n_shown += shown[i];
    }
  for (guint32 i = 0; i < events->n_events; i++)
    {
      events->events[i].first = first;
      next[2 * i] = first + events->events[i].n_shown;
      next[2 * i + 1] = first;
      first += events->events[i].n;
    }
  for (guint32 i = 0; i < n; i++)
    self->members[next[2 * events->event_of[i] + shown[i]]++] = i;

  return TRUE;
}

/* By kind, and then by the first change, shown or not. */
static gboolean
list_events (CadreEventList *self, CadreDiffLevel level)
{
  const CadreEvents *events = self->events;
  g_autofree CadreCandidate *order = g_try_new0 (CadreCandidate, (gsize) events->n_events + 1);

  self->listed = g_try_new (guint32, (gsize) events->n_events + 1);
  if (order == NULL || self->listed == NULL)
    return FALSE;

  for (guint32 i = 0; i < events->n_events; i++)
    {
      const CadreEvent *event = &events->events[i];
      const guint32 *members = self->members + event->first;

      if (event->n_shown == 0 ||
          (level == CADRE_DIFF_LEVEL_HEADLINE && !cadre_event_is_headline (event)))
        continue;
      order[self->n_listed].key = event->kind;
      order[self->n_listed].place =
        event->n > event->n_shown ? MIN (members[0], members[event->n_shown]) : members[0];
      order[self->n_listed++].index = i;
    }

  cadre_candidates_sort (order, self->n_listed);
  for (guint32 i = 0; i < self->n_listed; i++)
    self->listed[i] = order[i].index;
  return TRUE;
}

/* Each change as an event of its own. */
static gboolean
list_changes (CadreEventList *self, const guint8 *shown)
{
  const guint32 n = self->diff->n_differences;

  self->members = g_try_new (guint32, (gsize) n + 1);
  if (self->members == NULL)
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    if (shown[i])
      self->members[self->n_listed++] = i;
  return TRUE;
}

/* The events need the trees, which comparing did not. */
static void
index_sides (CadreDiff *diff)
{
  cadre_structure_get_index (diff->before);
  cadre_structure_get_index (diff->after);
}

static gboolean
work_out (CadreEventList *self, CadreDiffView *view, GError **error)
{
  g_autofree guint8 *shown = NULL;
  gboolean done = FALSE;

  index_sides (self->diff);
  if (view->level != CADRE_DIFF_LEVEL_FIELD)
    {
      self->events = cadre_events_new (self->diff, error);
      if (self->events == NULL)
        return FALSE;
    }

  shown = cadre_events_filter (self->diff, self->events, view, &self->posts);
  if (shown != NULL)
    done = (self->events != NULL ? sort_members (self, shown) && list_events (self, view->level)
                                 : list_changes (self, shown)) &&
           cadre_event_titles_init (&self->titles_before, self->diff->sides.before) &&
           cadre_event_titles_init (&self->titles_after, self->diff->sides.after);
  if (!done)
    g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MEMORY,
                         "There is not enough memory to list the events");
  return done;
}

/**
 * cadre_diff_list_events:
 * @diff: a #CadreDiff
 * @view: (nullable): how much to tell, and of what, or %NULL for the headline of
 *   everything
 * @error: return location for a #GError, or %NULL
 *
 * Lists what happened between the two structures, each event once: see
 * #CadreChangeEvent.
 *
 * The events are in the order of their kinds, and events of one kind in the
 * order of their first change. So the order is the same whatever the order of
 * the documents was, and an event stands where it stands in every view.
 *
 * Takes time in proportion to the changes and the units, and for putting n
 * changes in order O(n log n); where posts were regraded, the posts are counted
 * by title and grade once. Events are made when they are asked for.
 *
 * Returns: (transfer full): a list of #CadreChangeEvent, or %NULL with @error
 *   set for want of memory
 *
 * Since: 1.0
 */
GListModel *
cadre_diff_list_events (CadreDiff *diff, CadreDiffView *view, GError **error)
{
  g_autoptr (CadreEventList) self = NULL;
  g_autoptr (CadreDiffView) headline = NULL;

  g_return_val_if_fail (CADRE_IS_DIFF (diff), NULL);
  g_return_val_if_fail (view == NULL || CADRE_IS_DIFF_VIEW (view), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  headline = view != NULL ? g_object_ref (view) : cadre_diff_view_new (CADRE_DIFF_LEVEL_HEADLINE);
  self = g_object_new (CADRE_TYPE_EVENT_LIST, NULL);
  self->diff = g_object_ref (diff);
  if (!work_out (self, headline, error))
    return NULL;

  return G_LIST_MODEL (g_steal_pointer (&self));
}
