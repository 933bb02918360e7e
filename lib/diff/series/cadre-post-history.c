/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-post-history
 * @Title: CadrePostHistory
 * @Short_Description: One post through many dates
 *
 * A #CadrePostHistory follows one post through all structures of a
 * #CadreSeries. It is a #GListModel of #CadreHistoryEvent, in order of time; of
 * what is between the same two dates, that the post opened, went or came back
 * comes first, and then what changed of it in order of the kinds.
 *
 * That a post is there at the first date is no event: when it opened is not
 * known.
 */

#include "config.h"

#include "diff/series/cadre-series-private.h"

static void list_model_iface_init (GListModelInterface *iface);

struct _CadrePostHistory
{
  GObject parent_instance;

  CadreSeries *series;
  guint32 thread;
  GPtrArray *events; /* (element-type CadreHistoryEvent) */
};

/**
 * CadrePostHistory:
 *
 * One post through many dates.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CadrePostHistory,
                               cadre_post_history,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
cadre_post_history_get_item_type (GListModel *model)
{
  return CADRE_TYPE_HISTORY_EVENT;
}

static guint
cadre_post_history_get_n_items (GListModel *model)
{
  return CADRE_POST_HISTORY (model)->events->len;
}

static gpointer
cadre_post_history_get_item (GListModel *model, guint position)
{
  return cadre_post_history_get_event (CADRE_POST_HISTORY (model), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_post_history_get_item_type;
  iface->get_n_items = cadre_post_history_get_n_items;
  iface->get_item = cadre_post_history_get_item;
}

static void
cadre_post_history_finalize (GObject *object)
{
  CadrePostHistory *self = CADRE_POST_HISTORY (object);

  g_clear_object (&self->series);
  g_clear_pointer (&self->events, g_ptr_array_unref);

  G_OBJECT_CLASS (cadre_post_history_parent_class)->finalize (object);
}

static void
cadre_post_history_class_init (CadrePostHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_post_history_finalize;
}

static void
cadre_post_history_init (CadrePostHistory *self)
{
}

CadrePostHistory *
cadre_post_history_new (CadreSeries *series, guint32 thread)
{
  CadrePostHistory *self = g_object_new (CADRE_TYPE_POST_HISTORY, NULL);

  self->series = g_object_ref (series);
  self->thread = thread;
  self->events = cadre_series_list_events (series, thread);
  return self;
}

/**
 * cadre_post_history_get_first_position:
 * @self: a #CadrePostHistory
 *
 * Gets the place in the series of the first structure that has the post.
 *
 * Returns: the position
 *
 * Since: 1.0
 */
guint
cadre_post_history_get_first_position (CadrePostHistory *self)
{
  guint32 n = 0;

  g_return_val_if_fail (CADRE_IS_POST_HISTORY (self), 0);

  return cadre_series_get_entries (self->series, self->thread, &n)[0].date;
}

/**
 * cadre_post_history_get_last_position:
 * @self: a #CadrePostHistory
 *
 * Gets the place in the series of the last structure that has the post.
 *
 * Returns: the position
 *
 * Since: 1.0
 */
guint
cadre_post_history_get_last_position (CadrePostHistory *self)
{
  guint32 n = 0;
  const CadreSeriesEntry *entries = NULL;

  g_return_val_if_fail (CADRE_IS_POST_HISTORY (self), 0);

  entries = cadre_series_get_entries (self->series, self->thread, &n);
  return entries[n - 1].date;
}

static const CadreSeriesEntry *
find_entry (CadrePostHistory *self, guint position)
{
  guint32 n = 0;
  const CadreSeriesEntry *entries = cadre_series_get_entries (self->series, self->thread, &n);

  for (guint32 i = 0; i < n; i++)
    if (entries[i].date == position)
      return &entries[i];

  return NULL;
}

/**
 * cadre_post_history_is_there:
 * @self: a #CadrePostHistory
 * @position: the place of a structure in the series
 *
 * Says whether a structure has the post.
 *
 * Returns: %TRUE if it does; %FALSE too if there are not so many structures
 *
 * Since: 1.0
 */
gboolean
cadre_post_history_is_there (CadrePostHistory *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_POST_HISTORY (self), FALSE);

  return find_entry (self, position) != NULL;
}

/**
 * cadre_post_history_get_id_at:
 * @self: a #CadrePostHistory
 * @position: the place of a structure in the series
 *
 * Gets the id of the post in a structure.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL if the structure does
 *   not have the post, or the post has no id there
 *
 * Since: 1.0
 */
const char *
cadre_post_history_get_id_at (CadrePostHistory *self, guint position)
{
  const CadreSeriesEntry *entry = NULL;

  g_return_val_if_fail (CADRE_IS_POST_HISTORY (self), NULL);

  entry = find_entry (self, position);
  return entry != NULL ? cadre_tables_id (self->series->dates[position].tables,
                                          CADRE_RECORD_KIND_POST, entry->row)
                       : NULL;
}

/**
 * cadre_post_history_get_event:
 * @self: a #CadrePostHistory
 * @position: the place in the list
 *
 * Gets an event.
 *
 * Returns: (transfer full) (nullable): the event, or %NULL if there are not so
 *   many
 *
 * Since: 1.0
 */
CadreHistoryEvent *
cadre_post_history_get_event (CadrePostHistory *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_POST_HISTORY (self), NULL);

  return position < self->events->len ? g_object_ref (g_ptr_array_index (self->events, position))
                                      : NULL;
}
