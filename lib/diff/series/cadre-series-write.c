/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A series as one JSON object. What is written of a post is read from what the
 * redaction leaves of each structure, so that nothing can be written that is not
 * shown. */

#include "config.h"

#include "diff/series/cadre-series-private.h"
#include <cadre/cadre-enum-types.h>

typedef struct
{
  CadreSeries *series;
  CadreRedaction *redaction;
  CadreWriter *writer;
  CadreStructure **shown; /* by date */
} Writing;

/* Where the value of an event stands; NULL for events without a value. */
static const char *
get_field (CadreHistoryEventKind kind, CadreRecordKind *record_kind)
{
  static const char *const fields[CADRE_N_HISTORY_EVENT_KINDS] = {
    [CADRE_HISTORY_EVENT_KIND_REKEYED] = "id",
    [CADRE_HISTORY_EVENT_KIND_RETITLED] = "title",
    [CADRE_HISTORY_EVENT_KIND_REGRADED] = "grade",
    [CADRE_HISTORY_EVENT_KIND_MOVED] = "manager",
    [CADRE_HISTORY_EVENT_KIND_UNIT_CHANGED] = "unit",
    [CADRE_HISTORY_EVENT_KIND_EMPLOYER_CHANGED] = "employer",
  };

  *record_kind =
    kind == CADRE_HISTORY_EVENT_KIND_MOVED ? CADRE_RECORD_KIND_LINE : CADRE_RECORD_KIND_POST;
  return fields[kind];
}

static gboolean
is_full (const Writing *self)
{
  return cadre_redaction_get_level (self->redaction) == CADRE_REDACTION_LEVEL_FULL;
}

/* A post at a date as it is shown. */
static CadreSeriesView
view_post (const Writing *self, guint date, guint32 row)
{
  CadreStructure *shown = self->shown[date];
  CadreSeriesView view = { cadre_structure_get_tables (shown), cadre_structure_get_index (shown),
                           row };
  const char *id = NULL;

  if (row == CADRE_NO_ROW || is_full (self))
    return view;

  id = cadre_tables_id (self->series->dates[date].tables, CADRE_RECORD_KIND_POST, row);
  view.row =
    id != NULL ? cadre_tables_find (view.tables, CADRE_RECORD_KIND_POST, id) : CADRE_NO_ROW;
  return view;
}

static void
write_text (CadreWriter *writer, const char *name, const char *text)
{
  if (text == NULL)
    return;

  cadre_writer_member (writer, name);
  cadre_writer_string (writer, text);
}

static void
write_date (CadreWriter *writer, guint32 date)
{
  char text[11];

  cadre_packed_date_format (date, text);
  cadre_writer_string (writer, text);
}

static void
write_number (CadreWriter *writer, const char *name, guint least, guint most)
{
  cadre_writer_member (writer, name);
  if (least == most)
    {
      cadre_writer_integer (writer, least);
      return;
    }

  cadre_writer_begin_object (writer);
  cadre_writer_member (writer, "least");
  cadre_writer_integer (writer, least);
  cadre_writer_member (writer, "most");
  cadre_writer_integer (writer, most);
  cadre_writer_end_object (writer);
}

/* Whether all posts of a date are shown: else numbers are not told, since they
 * are about what is not. */
static gboolean
shows_all_posts (const Writing *self, guint date)
{
  return cadre_structure_get_n_records (self->shown[date], CADRE_RECORD_KIND_POST) ==
         self->series->dates[date].n_posts;
}

static void
write_churn (const Writing *self, guint period)
{
  CadreChurn *churn = self->series->churns[period];

  if (!shows_all_posts (self, period) || !shows_all_posts (self, period + 1))
    {
      cadre_writer_unknown (self->writer);
      return;
    }

  cadre_writer_begin_object (self->writer);
  write_number (self->writer, "posts-before", cadre_churn_get_n_before (churn),
                cadre_churn_get_n_before (churn));
  write_number (self->writer, "posts-after", cadre_churn_get_n_after (churn),
                cadre_churn_get_n_after (churn));
  write_number (self->writer, "pooled-rows-before", cadre_churn_get_n_pooled_before (churn),
                cadre_churn_get_n_pooled_before (churn));
  write_number (self->writer, "pooled-rows-after", cadre_churn_get_n_pooled_after (churn),
                cadre_churn_get_n_pooled_after (churn));
  write_number (self->writer, "continuing", cadre_churn_get_n_continuing (churn),
                cadre_churn_get_n_continuing (churn));
  for (guint kind = 0; kind < CADRE_N_HISTORY_EVENT_KINDS; kind++)
    {
      CadreRecordKind record_kind = CADRE_RECORD_KIND_POST;
      const char *field = get_field (kind, &record_kind);

      if (field != NULL && (!cadre_redaction_shows_field (self->redaction, record_kind, field) ||
                            cadre_redaction_hides_some (self->redaction, record_kind, field)))
        continue;
      write_number (self->writer, cadre_nick (CADRE_TYPE_HISTORY_EVENT_KIND, (int) kind),
                    cadre_churn_get_least (churn, kind), cadre_churn_get_most (churn, kind));
    }
  cadre_writer_end_object (self->writer);
}

/* Whether what an event says is shown: a reader who sees a value at one date and
 * none at another may not be told that this is all that there is to know. */
static gboolean
is_event_shown (const Writing *self, const CadreSeriesEvent *event, char *const texts[2])
{
  CadreRecordKind record_kind = CADRE_RECORD_KIND_POST;
  const char *field = get_field (event->kind, &record_kind);

  if (is_full (self) || field == NULL)
    return TRUE;
  if (!cadre_redaction_shows_field (self->redaction, record_kind, field) ||
      g_strcmp0 (texts[0], texts[1]) == 0)
    return FALSE;

  return (texts[0] != NULL && texts[1] != NULL) ||
         !cadre_redaction_hides_some (self->redaction, record_kind, field);
}

static void
write_others (const Writing *self, const CadreSeriesEvent *event)
{
  const gboolean opened = event->kind == CADRE_HISTORY_EVENT_KIND_OPENED;
  CadreStructure *shown = self->shown[opened ? event->date_before : event->date_after];
  g_auto (GStrv) others = NULL;
  gboolean begun = FALSE;

  if (!opened && event->kind != CADRE_HISTORY_EVENT_KIND_GONE)
    return;

  others = cadre_series_dup_others (self->series, event);
  for (guint i = 0; others != NULL && others[i] != NULL; i++)
    {
      if (cadre_tables_find (cadre_structure_get_tables (shown), CADRE_RECORD_KIND_POST,
                             others[i]) == CADRE_NO_ROW)
        continue;
      if (!begun)
        {
          cadre_writer_member (self->writer, "others");
          cadre_writer_begin_array (self->writer);
        }
      begun = TRUE;
      cadre_writer_string (self->writer, others[i]);
    }
  if (begun)
    cadre_writer_end_array (self->writer);
}

static void
write_event (const CadreSeriesEvent *event, gpointer data)
{
  const Writing *self = data;
  const CadreSeriesDate *dates = self->series->dates;
  const CadreSeriesView before = view_post (self, event->date_before, event->row_before);
  const CadreSeriesView after = view_post (self, event->date_after, event->row_after);
  g_autofree char *text_before = NULL;
  g_autofree char *text_after = NULL;
  char *texts[2] = { NULL, NULL };

  if ((event->row_before != CADRE_NO_ROW && before.row == CADRE_NO_ROW) ||
      (event->row_after != CADRE_NO_ROW && after.row == CADRE_NO_ROW))
    return;

  cadre_series_dup_values (&before, &after, event->kind, texts);
  text_before = texts[0];
  text_after = texts[1];
  if (!is_event_shown (self, event, texts))
    return;

  cadre_writer_begin_object (self->writer);
  write_text (self->writer, "kind", cadre_nick (CADRE_TYPE_HISTORY_EVENT_KIND, event->kind));
  cadre_writer_member (self->writer, "after");
  write_date (self->writer, dates[event->date_before].as_of);
  cadre_writer_member (self->writer, "by");
  write_date (self->writer, dates[event->date_after].as_of);
  write_text (self->writer, "old", text_before);
  write_text (self->writer, "new", text_after);
  write_others (self, event);
  if (event->learned)
    {
      cadre_writer_member (self->writer, "learned");
      cadre_writer_boolean (self->writer, TRUE);
    }
  cadre_writer_end_object (self->writer);
}

/* The ids of a post, one for each date; unknown where it is not there. */
static void
write_ids (const Writing *self, const CadreSeriesEntry *entries, guint32 n)
{
  guint32 next = 0;

  cadre_writer_member (self->writer, "ids");
  cadre_writer_begin_array (self->writer);
  for (guint i = 0; i < self->series->n_dates; i++)
    {
      const gboolean there = next < n && entries[next].date == i;
      const CadreSeriesView view = view_post (self, i, there ? entries[next].row : CADRE_NO_ROW);
      const char *id = view.row != CADRE_NO_ROW
                         ? cadre_tables_id (view.tables, CADRE_RECORD_KIND_POST, view.row)
                         : NULL;

      if (id != NULL)
        cadre_writer_string (self->writer, id);
      else
        cadre_writer_unknown (self->writer);
      next += there;
    }
  cadre_writer_end_array (self->writer);
}

static void
write_thread (const Writing *self, guint32 thread)
{
  guint32 n = 0;
  const CadreSeriesEntry *entries = cadre_series_get_entries (self->series, thread, &n);
  gboolean shown = FALSE;

  for (guint32 i = 0; i < n && !shown; i++)
    shown = view_post (self, entries[i].date, entries[i].row).row != CADRE_NO_ROW;
  if (!shown)
    return;

  cadre_writer_begin_object (self->writer);
  write_ids (self, entries, n);
  cadre_writer_member (self->writer, "events");
  cadre_writer_begin_array (self->writer);
  cadre_series_each_event (self->series, thread, write_event, (gpointer) self);
  cadre_writer_end_array (self->writer);
  cadre_writer_end_object (self->writer);
}

static gboolean
redact (Writing *self, GError **error)
{
  for (guint i = 0; i < self->series->n_dates; i++)
    {
      CadreStructure *structure = self->series->dates[i].structure;

      self->shown[i] = is_full (self) ? g_object_ref (structure)
                                      : cadre_redaction_apply (self->redaction, structure, error);
      if (self->shown[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
write_series (const Writing *self)
{
  CadreSeries *series = self->series;
  const gboolean shows_posts =
    cadre_redaction_shows_field (self->redaction, CADRE_RECORD_KIND_POST, "id");

  cadre_writer_begin_object (self->writer);
  cadre_writer_member (self->writer, "dates");
  cadre_writer_begin_array (self->writer);
  for (guint i = 0; i < series->n_dates; i++)
    write_date (self->writer, series->dates[i].as_of);
  cadre_writer_end_array (self->writer);

  cadre_writer_member (self->writer, "periods");
  cadre_writer_begin_array (self->writer);
  for (guint i = 0; shows_posts && i + 1 < series->n_dates; i++)
    write_churn (self, i);
  cadre_writer_end_array (self->writer);

  cadre_writer_member (self->writer, "posts");
  cadre_writer_begin_array (self->writer);
  for (guint32 i = 0; shows_posts && i < series->n_threads; i++)
    write_thread (self, i);
  cadre_writer_end_array (self->writer);
  cadre_writer_end_object (self->writer);
}

/**
 * cadre_series_write:
 * @self: a #CadreSeries
 * @redaction: who it is for
 * @writer: where to write it
 * @error: return location for a #GError, or %NULL
 *
 * Writes the series as one JSON object: the dates, for each two neighbours how
 * many posts came, went and changed, and each post with its id at each date and
 * what happened to it. Rows that pool like posts are told among the posts, and in
 * the numbers only by themselves. It is made to be read by other programs.
 *
 * A post, and what happened to it, is there only as far as @redaction shows it.
 *
 * Returns: whether it could be redacted; nothing is written where @error is set
 *
 * Since: 1.0
 */
gboolean
cadre_series_write (CadreSeries *self,
                    CadreRedaction *redaction,
                    CadreWriter *writer,
                    GError **error)
{
  Writing writing = { self, redaction, writer, NULL };
  gboolean redacted = FALSE;

  g_return_val_if_fail (CADRE_IS_SERIES (self), FALSE);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), FALSE);
  g_return_val_if_fail (CADRE_IS_WRITER (writer), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  writing.shown = g_new0 (CadreStructure *, MAX (self->n_dates, 1));
  redacted = redact (&writing, error);
  if (redacted)
    write_series (&writing);
  for (guint i = 0; i < self->n_dates; i++)
    g_clear_object (&writing.shown[i]);
  g_free (writing.shown);

  return redacted;
}
