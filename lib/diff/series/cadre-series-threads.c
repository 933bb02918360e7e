/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which posts of all dates are one post, and what changed of them from one date
 * to the next. */

#include "config.h"

#include "diff/series/cadre-series-private.h"

/* Whether something is said of where a post after came from, be it that it came
 * from nothing: then it is not one that had gone. */
static gboolean
is_said_where_from (CadreMapping *mapping, guint32 row)
{
  guint32 n_claims = 0;

  cadre_mapping_get_claims (mapping, row, &n_claims);
  return n_claims > 0;
}

/* The thread of a post that is not there at the date before: one that had gone
 * and had the id at last, or a new one. @gone leads from ids to threads. */
static guint32
find_thread (CadreSeries *self, guint date, guint32 row, GHashTable *gone)
{
  CadreSeriesDate *at = &self->dates[date];
  const char *id = cadre_tables_id (at->tables, CADRE_RECORD_KIND_POST, row);
  gpointer thread = NULL;

  if (date > 0 && id != NULL &&
      !is_said_where_from (cadre_diff_get_mapping (self->diffs[date - 1]), row) &&
      g_hash_table_lookup_extended (gone, id, NULL, &thread))
    {
      g_hash_table_remove (gone, id);
      at->masks[row] = CADRE_HISTORY_FLAG (CADRE_HISTORY_EVENT_KIND_RETURNED);
      return GPOINTER_TO_UINT (thread);
    }

  if (date > 0)
    at->masks[row] = CADRE_HISTORY_FLAG (CADRE_HISTORY_EVENT_KIND_OPENED);
  return self->n_threads++;
}

/* Of several posts with one id that go together, the first answers for it. */
static void
keep_gone (CadreSeries *self, guint date, GHashTable *gone)
{
  const CadreSeriesDate *before = &self->dates[date - 1];
  const guint32 *after_of = cadre_diff_get_mapping (self->diffs[date - 1])->posts.after_of;

  for (guint32 row = before->n_posts; row > 0; row--)
    {
      const char *id = cadre_tables_id (before->tables, CADRE_RECORD_KIND_POST, row - 1);

      if (after_of[row - 1] == CADRE_NO_ROW && id != NULL)
        g_hash_table_insert (gone, (gpointer) id, GUINT_TO_POINTER (before->threads[row - 1]));
    }
}

static gboolean
number_rows (CadreSeries *self, guint date, GHashTable *gone)
{
  CadreSeriesDate *at = &self->dates[date];
  const guint32 *before_of =
    date > 0 ? cadre_diff_get_mapping (self->diffs[date - 1])->posts.before_of : NULL;

  at->threads = g_try_new (guint32, (gsize) at->n_posts + 1);
  at->masks = g_try_new0 (guint32, (gsize) at->n_posts + 1);
  if (at->threads == NULL || at->masks == NULL)
    return FALSE;

  for (guint32 row = 0; row < at->n_posts; row++)
    at->threads[row] = before_of != NULL && before_of[row] != CADRE_NO_ROW
                         ? self->dates[date - 1].threads[before_of[row]]
                         : find_thread (self, date, row, gone);
  if (date > 0)
    keep_gone (self, date, gone);

  return TRUE;
}

/* Counting, then filling: no thread has two entries at one date, so that the
 * entries of each are in order of the dates. */
static gboolean
fill_entries (CadreSeries *self)
{
  gsize n = 0;

  for (guint i = 0; i < self->n_dates; i++)
    n += self->dates[i].n_posts;
  if (n >= G_MAXUINT32)
    return FALSE;

  self->first = g_try_new0 (guint32, (gsize) self->n_threads + 2);
  self->entries = g_try_new (CadreSeriesEntry, n + 1);
  if (self->first == NULL || self->entries == NULL)
    return FALSE;

  for (guint i = 0; i < self->n_dates; i++)
    for (guint32 row = 0; row < self->dates[i].n_posts; row++)
      self->first[self->dates[i].threads[row] + 2]++;
  for (guint32 i = 2; i < self->n_threads + 2; i++)
    self->first[i] += self->first[i - 1];
  for (guint i = 0; i < self->n_dates; i++)
    for (guint32 row = 0; row < self->dates[i].n_posts; row++)
      self->entries[self->first[self->dates[i].threads[row] + 1]++] = (CadreSeriesEntry){ i, row };

  return TRUE;
}

gboolean
cadre_series_find_threads (CadreSeries *self)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_dates; i++)
    if (!number_rows (self, i, gone))
      return FALSE;

  return fill_entries (self);
}

/* Whether both sides state a title in the first language of the structure after:
 * then one that is learned in another language is a translation. */
static gboolean
is_translation (CadreDiff *diff, const CadreDifference *difference)
{
  const CadreTables *before = diff->sides.before;
  const CadreTables *after = diff->sides.after;

  return diff->sides.codes[before->language] == after->language &&
         cadre_table_code (cadre_tables_get (before, CADRE_RECORD_KIND_POST),
                           CADRE_FIELD_POST_TITLE, difference->before) != 0 &&
         cadre_table_code (cadre_tables_get (after, CADRE_RECORD_KIND_POST), CADRE_FIELD_POST_TITLE,
                           difference->after) != 0;
}

/* What a difference of a post is in its history; -1 where it is nothing there. */
static int
find_kind (CadreDiff *diff, const CadreDifference *difference)
{
  if (cadre_difference_kind (difference) == CADRE_CHANGE_KIND_POST_MOVED &&
      cadre_difference_record_kind (difference) == CADRE_RECORD_KIND_LINE)
    return CADRE_HISTORY_EVENT_KIND_MOVED;
  if (cadre_difference_record_kind (difference) != CADRE_RECORD_KIND_POST)
    return -1;

  switch (cadre_difference_field (difference))
    {
    case CADRE_FIELD_POST_ID:
      return CADRE_HISTORY_EVENT_KIND_REKEYED;
    case CADRE_FIELD_POST_TITLE:
      return (difference->what & CADRE_WHAT_LEARNED) != 0 && is_translation (diff, difference)
               ? -1
               : CADRE_HISTORY_EVENT_KIND_RETITLED;
    case CADRE_FIELD_POST_GRADE:
      return CADRE_HISTORY_EVENT_KIND_REGRADED;
    case CADRE_FIELD_POST_UNIT:
      return CADRE_HISTORY_EVENT_KIND_UNIT_CHANGED;
    case CADRE_FIELD_POST_EMPLOYER:
      return CADRE_HISTORY_EVENT_KIND_EMPLOYER_CHANGED;
    default:
      return -1;
    }
}

/* Posts of which a person should say whether they were there before. */
static void
mark_reviews (CadreSeries *self, guint date)
{
  const CadreSeriesDate *at = &self->dates[date];
  g_autoptr (GListModel) reviews =
    cadre_mapping_list_reviews (cadre_diff_get_mapping (self->diffs[date - 1]));

  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (reviews, i);
      const char *id = cadre_pair_get_after (pair);
      const guint32 row =
        id != NULL ? cadre_tables_find (at->tables, CADRE_RECORD_KIND_POST, id) : CADRE_NO_ROW;

      if (row != CADRE_NO_ROW)
        at->masks[row] |= CADRE_HISTORY_FLAG (CADRE_HISTORY_EVENT_KIND_REVIEW);
    }
}

void
cadre_series_mark_changes (CadreSeries *self, guint date)
{
  CadreDiff *diff = self->diffs[date - 1];
  guint32 *masks = self->dates[date].masks;

  for (guint32 i = 0; i < diff->n_differences; i++)
    {
      const CadreDifference *difference = &diff->differences[i];
      const int kind = find_kind (diff, difference);

      if (kind < 0 || difference->owner != CADRE_OWNER_AFTER ||
          difference->place >> 33 != CADRE_RECORD_KIND_POST)
        continue;

      masks[cadre_place_row (difference->place)] |= (difference->what & CADRE_WHAT_LEARNED) != 0
                                                      ? CADRE_HISTORY_LEARNED (kind)
                                                      : CADRE_HISTORY_FLAG (kind);
    }

  mark_reviews (self, date);
}
