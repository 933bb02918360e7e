/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-series
 * @Title: CadreSeries
 * @Short_Description: An organisation through many dates
 *
 * A #CadreSeries holds structures of one organisation in order of their dates.
 * Which posts of neighbours are one post is a #CadreMapping, and what is
 * different between them a #CadreDiff. Through these each post can be followed:
 * it is a #GListModel of #CadrePostHistory, one for each post that is there at
 * any date, in order of the dates at which they are first there and then of
 * their ids. Each post of each structure is in exactly one history.
 *
 * A row that pools like posts has a history too, though it is not a post; a #CadreChurn
 * counts posts alone.
 *
 * A post that had gone comes back where its id is there again. Where the
 * structure says that the post was created, or which post it came from, that is
 * heard instead, and it is another post. Where it comes back with another title
 * the id may have been given to another job, and
 * %CADRE_HISTORY_EVENT_KIND_REVIEW says so. It also says which posts a mapping by
 * evidence has for review; cadre_mapping_list_reviews() says why.
 *
 * A series never changes, and any number of threads may read it.
 */

#include "config.h"

#include "diff/series/cadre-series-private.h"
#include <cadre/cadre-metrics.h>

static void list_model_iface_init (GListModelInterface *iface);

/**
 * CadreSeries:
 *
 * An organisation through many dates.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CadreSeries,
                               cadre_series,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
cadre_series_get_item_type (GListModel *model)
{
  return CADRE_TYPE_POST_HISTORY;
}

static guint
cadre_series_get_n_items (GListModel *model)
{
  return CADRE_SERIES (model)->n_threads;
}

static gpointer
cadre_series_get_item (GListModel *model, guint position)
{
  return cadre_series_get_history (CADRE_SERIES (model), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_series_get_item_type;
  iface->get_n_items = cadre_series_get_n_items;
  iface->get_item = cadre_series_get_item;
}

static void
cadre_series_finalize (GObject *object)
{
  CadreSeries *self = CADRE_SERIES (object);

  for (guint i = 0; i < self->n_dates; i++)
    {
      g_clear_object (&self->dates[i].structure);
      g_free (self->dates[i].threads);
      g_free (self->dates[i].masks);
      g_clear_object (&self->diffs[i]);
      g_clear_object (&self->churns[i]);
    }
  g_free (self->dates);
  g_free (self->diffs);
  g_free (self->churns);
  g_free (self->entries);
  g_free (self->first);

  G_OBJECT_CLASS (cadre_series_parent_class)->finalize (object);
}

static void
cadre_series_class_init (CadreSeriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_series_finalize;
}

static void
cadre_series_init (CadreSeries *self)
{
}

static void
take_structures (CadreSeries *self, CadreStructure *const *structures, gsize n)
{
  self->n_dates = (guint) n;
  self->dates = g_new0 (CadreSeriesDate, n);
  self->diffs = g_new0 (CadreDiff *, n);
  self->churns = g_new0 (CadreChurn *, n);
  for (guint i = 0; i < n; i++)
    {
      CadreSeriesDate *date = &self->dates[i];

      date->structure = g_object_ref (structures[i]);
      date->tables = cadre_structure_get_tables (structures[i]);
      date->index = cadre_structure_get_index (structures[i]);
      date->as_of = date->tables->as_of;
      date->n_posts = cadre_structure_get_n_records (structures[i], CADRE_RECORD_KIND_POST);
    }
}

/* Each date has to be after the one before, be it known to the day or not. */
static gboolean
check_dates (CadreSeries *self, GError **error)
{
  for (guint i = 0; i < self->n_dates; i++)
    {
      const guint32 date = self->dates[i].as_of;

      if (!cadre_packed_date_is_known (date))
        {
          g_set_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_SERIES,
                       "Structure %u of the series does not state its date", i + 1);
          return FALSE;
        }
      if (i > 0 && cadre_packed_date_first_day (date) <=
                     cadre_packed_date_last_day (self->dates[i - 1].as_of))
        {
          g_set_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_SERIES,
                       "The date of structure %u of the series is not after that of structure %u",
                       i + 1, i);
          return FALSE;
        }
    }

  return TRUE;
}

static CadreMapping *
find_mapping (CadreSeries *self, guint i, CadreMapping *const *mappings, gsize n_mappings)
{
  for (gsize k = 0; k < n_mappings; k++)
    if (mappings[k] != NULL && mappings[k]->before == self->dates[i].structure &&
        mappings[k]->after == self->dates[i + 1].structure)
      return mappings[k];

  return NULL;
}

static gboolean
compare_neighbours (CadreSeries *self,
                    CadreMapping *const *mappings,
                    gsize n_mappings,
                    GCancellable *cancellable,
                    GError **error)
{
  gsize n_used = 0;

  for (gsize i = 0; i < n_mappings; i++)
    n_used += mappings[i] == NULL;
  for (guint i = 0; i + 1 < self->n_dates; i++)
    {
      CadreMapping *mapping = find_mapping (self, i, mappings, n_mappings);

      self->diffs[i] = cadre_diff_new (self->dates[i].structure, self->dates[i + 1].structure,
                                       mapping, cancellable, error);
      if (self->diffs[i] == NULL)
        return FALSE;
      n_used += mapping != NULL;
    }

  if (n_used == n_mappings)
    return TRUE;

  g_set_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MAPPING,
               "%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
               " mappings are not between neighbours of the series, or are a second one",
               n_mappings - n_used, n_mappings);
  return FALSE;
}

static CadreFigures *
work_out_figures (CadreStructure *structure, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreMetrics) metrics = cadre_metrics_new (structure, cancellable, error);

  return metrics != NULL ? g_object_ref (cadre_metrics_get_overall (metrics)) : NULL;
}

static gboolean
work_out_churn (CadreSeries *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreFigures) before = NULL;

  for (guint i = 0; i < self->n_dates; i++)
    {
      g_autoptr (CadreFigures) after =
        work_out_figures (self->dates[i].structure, cancellable, error);

      if (after == NULL)
        return FALSE;
      if (i > 0)
        {
          CadreFigures *const both[2] = { before, after };

          cadre_series_mark_changes (self, i);
          self->churns[i - 1] = cadre_churn_new (self, i - 1, both);
        }
      g_set_object (&before, after);
    }

  return TRUE;
}

/**
 * cadre_series_new:
 * @structures: (array length=n_structures): the structures, in order of their
 *   dates
 * @n_structures: how many there are
 * @mappings: (array length=n_mappings) (nullable): mappings between neighbours,
 *   in any order, %NULL among them standing for none; neighbours for which there is none are mapped
 * by ids and by what the later one says
 * @n_mappings: how many there are
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Follows the posts of structures through their dates.
 *
 * Takes time in proportion to all rows and texts, and for putting n changes in
 * order O(n log n).
 *
 * Returns: (transfer full): the series, or %NULL with @error set if a structure
 *   does not state its date, the dates are not in order or two are equal, a
 *   mapping is between others, a sum is out of range, it was cancelled, or for
 *   want of memory
 *
 * Since: 1.0
 */
CadreSeries *
cadre_series_new (CadreStructure *const *structures,
                  gsize n_structures,
                  CadreMapping *const *mappings,
                  gsize n_mappings,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (CadreSeries) self = NULL;

  g_return_val_if_fail (n_structures == 0 || structures != NULL, NULL);
  g_return_val_if_fail (n_mappings == 0 || mappings != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  for (gsize i = 0; i < n_structures; i++)
    g_return_val_if_fail (CADRE_IS_STRUCTURE (structures[i]), NULL);

  self = g_object_new (CADRE_TYPE_SERIES, NULL);
  take_structures (self, structures, n_structures);
  if (!check_dates (self, error) ||
      !compare_neighbours (self, mappings, n_mappings, cancellable, error))
    return NULL;

  if (!cadre_series_find_threads (self))
    {
      g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MEMORY,
                           "There is not enough memory to follow the posts");
      return NULL;
    }

  return work_out_churn (self, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * cadre_series_get_n_structures:
 * @self: a #CadreSeries
 *
 * Counts the structures.
 *
 * Returns: how many there are
 *
 * Since: 1.0
 */
guint
cadre_series_get_n_structures (CadreSeries *self)
{
  g_return_val_if_fail (CADRE_IS_SERIES (self), 0);

  return self->n_dates;
}

/**
 * cadre_series_get_structure:
 * @self: a #CadreSeries
 * @position: the place in the series
 *
 * Gets a structure.
 *
 * Returns: (transfer none) (nullable): the structure, or %NULL if there are not
 *   so many
 *
 * Since: 1.0
 */
CadreStructure *
cadre_series_get_structure (CadreSeries *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_SERIES (self), NULL);

  return position < self->n_dates ? self->dates[position].structure : NULL;
}

/**
 * cadre_series_get_diff:
 * @self: a #CadreSeries
 * @position: the place of the structure before
 *
 * Gets what is different between a structure and the next.
 *
 * Returns: (transfer none) (nullable): the differences, or %NULL if there are
 *   not so many structures
 *
 * Since: 1.0
 */
CadreDiff *
cadre_series_get_diff (CadreSeries *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_SERIES (self), NULL);

  return position < self->n_dates ? self->diffs[position] : NULL;
}

/**
 * cadre_series_get_churn:
 * @self: a #CadreSeries
 * @position: the place of the structure before
 *
 * Gets how many posts came, went and changed between a structure and the next.
 *
 * Returns: (transfer none) (nullable): the numbers, or %NULL if there are not so
 *   many structures
 *
 * Since: 1.0
 */
CadreChurn *
cadre_series_get_churn (CadreSeries *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_SERIES (self), NULL);

  return position < self->n_dates ? self->churns[position] : NULL;
}

/**
 * cadre_series_get_history:
 * @self: a #CadreSeries
 * @position: the place in the list
 *
 * Gets the history of a post.
 *
 * Returns: (transfer full) (nullable): the history, or %NULL if there are not so
 *   many
 *
 * Since: 1.0
 */
CadrePostHistory *
cadre_series_get_history (CadreSeries *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_SERIES (self), NULL);

  return position < self->n_threads ? cadre_post_history_new (self, position) : NULL;
}

/**
 * cadre_series_find_history:
 * @self: a #CadreSeries
 * @position: the place of a structure in the series
 * @post_id: the id that the post has there
 *
 * Finds the history of a post. O(log n).
 *
 * Returns: (transfer full) (nullable): the history, or %NULL if there are not so
 *   many structures, or this one has no such post
 *
 * Since: 1.0
 */
CadrePostHistory *
cadre_series_find_history (CadreSeries *self, guint position, const char *post_id)
{
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_SERIES (self), NULL);
  g_return_val_if_fail (post_id != NULL, NULL);

  if (position < self->n_dates)
    row = cadre_tables_find (self->dates[position].tables, CADRE_RECORD_KIND_POST, post_id);

  return row != CADRE_NO_ROW ? cadre_post_history_new (self, self->dates[position].threads[row])
                             : NULL;
}

static int
compare_threads (gconstpointer a, gconstpointer b)
{
  const guint32 x = *(const guint32 *) a;
  const guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/**
 * cadre_series_list_histories_of:
 * @self: a #CadreSeries
 * @post_id: an id
 *
 * Lists the histories of all posts that have an id at any date. There are several
 * where the id was given to another post.
 *
 * Returns: (transfer full): a list of #CadrePostHistory, in the order of @self
 *
 * Since: 1.0
 */
GListModel *
cadre_series_list_histories_of (CadreSeries *self, const char *post_id)
{
  g_autoptr (GArray) threads = NULL;
  GListStore *list = NULL;

  g_return_val_if_fail (CADRE_IS_SERIES (self), NULL);
  g_return_val_if_fail (post_id != NULL, NULL);

  threads = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < self->n_dates; i++)
    {
      const guint32 row =
        cadre_tables_find (self->dates[i].tables, CADRE_RECORD_KIND_POST, post_id);

      if (row != CADRE_NO_ROW)
        g_array_append_val (threads, self->dates[i].threads[row]);
    }
  g_array_sort (threads, compare_threads);

  list = g_list_store_new (CADRE_TYPE_POST_HISTORY);
  for (guint i = 0; i < threads->len; i++)
    {
      const guint32 thread = g_array_index (threads, guint32, i);
      g_autoptr (CadrePostHistory) history = NULL;

      if (i > 0 && thread == g_array_index (threads, guint32, i - 1))
        continue;
      history = cadre_post_history_new (self, thread);
      g_list_store_append (list, history);
    }

  return G_LIST_MODEL (list);
}
