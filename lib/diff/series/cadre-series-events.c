/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What happened to a post through all dates. */

#include "config.h"

#include "diff/series/cadre-series-private.h"

#include <string.h>

/* The title of a post in a language that is given as a text. */
static char *
dup_title (const CadreSeriesView *view, const char *language)
{
  const guint32 code =
    cadre_string_table_lookup (view->tables->strings, language, strlen (language));

  return code == 0 ? NULL
                   : cadre_diff_dup_text (view->tables, CADRE_RECORD_KIND_POST,
                                          CADRE_FIELD_POST_TITLE, view->row, code);
}

char *
cadre_series_dup_value (const CadreSeriesView *view, CadreHistoryEventKind kind)
{
  static const guint8 fields[CADRE_N_HISTORY_EVENT_KINDS] = {
    [CADRE_HISTORY_EVENT_KIND_REKEYED] = CADRE_FIELD_POST_ID,
    [CADRE_HISTORY_EVENT_KIND_RETITLED] = CADRE_FIELD_POST_TITLE,
    [CADRE_HISTORY_EVENT_KIND_REGRADED] = CADRE_FIELD_POST_GRADE,
    [CADRE_HISTORY_EVENT_KIND_UNIT_CHANGED] = CADRE_FIELD_POST_UNIT,
    [CADRE_HISTORY_EVENT_KIND_EMPLOYER_CHANGED] = CADRE_FIELD_POST_EMPLOYER,
  };

  if (view->row == CADRE_NO_ROW)
    return NULL;
  if (kind == CADRE_HISTORY_EVENT_KIND_MOVED)
    return view->index->manager_line[view->row] == CADRE_NO_ROW
             ? NULL
             : cadre_diff_dup_line_end (view->tables, view->index->manager_line[view->row]);
  if (fields[kind] == 0 && kind != CADRE_HISTORY_EVENT_KIND_REKEYED)
    return NULL;

  return cadre_diff_dup_text (view->tables, CADRE_RECORD_KIND_POST, fields[kind], view->row,
                              view->tables->language);
}

/* The titles in the first language in which they are not the same. */
static void
dup_titles (const CadreSeriesView *before, const CadreSeriesView *after, char *texts[2])
{
  const CadreTables *tables = after->tables;
  const guint32 first = cadre_tables_first_translation (tables, CADRE_RECORD_KIND_POST, after->row,
                                                        CADRE_FIELD_POST_TITLE);

  for (guint32 i = first;
       texts[0] != NULL && g_strcmp0 (texts[0], texts[1]) == 0 && i < tables->n_translations &&
       cadre_translation_is_of (&tables->translations[i], CADRE_RECORD_KIND_POST, after->row,
                                CADRE_FIELD_POST_TITLE);
       i++)
    {
      const char *language = cadre_tables_text (tables, tables->translations[i].language);
      g_autofree char *text_before = dup_title (before, language);
      g_autofree char *text_after = dup_title (after, language);

      if (text_before != NULL && g_strcmp0 (text_before, text_after) != 0)
        {
          g_free (texts[0]);
          g_free (texts[1]);
          texts[0] = g_steal_pointer (&text_before);
          texts[1] = g_steal_pointer (&text_after);
          return;
        }
    }
}

void
cadre_series_dup_values (const CadreSeriesView *before,
                         const CadreSeriesView *after,
                         CadreHistoryEventKind kind,
                         char *texts[2])
{
  texts[0] = cadre_series_dup_value (before, kind);
  texts[1] = cadre_series_dup_value (after, kind);
  if (kind == CADRE_HISTORY_EVENT_KIND_RETITLED && before->row != CADRE_NO_ROW &&
      after->row != CADRE_NO_ROW)
    dup_titles (before, after, texts);
}

static CadreSeriesView
view_entry (CadreSeries *self, const CadreSeriesEntry *entry)
{
  const CadreSeriesDate *at = &self->dates[entry->date];

  return (CadreSeriesView){ at->tables, at->index, entry->row };
}

/* A post that was away has no comparison to tell what changed, so that values
 * are compared as texts. Another title under the same id may be another job. */
static void
compare_across (CadreSeries *self,
                const CadreSeriesEntry *before,
                const CadreSeriesEntry *after,
                CadreSeriesEventFunc func,
                gpointer data)
{
  const CadreSeriesView views[2] = { view_entry (self, before), view_entry (self, after) };
  CadreSeriesEvent event = { 0, before->date, after->date, before->row, after->row, FALSE };
  gboolean retitled = FALSE;

  for (guint kind = CADRE_HISTORY_EVENT_KIND_RETITLED;
       kind <= CADRE_HISTORY_EVENT_KIND_EMPLOYER_CHANGED; kind++)
    {
      g_autofree char *text_before = cadre_series_dup_value (&views[0], kind);
      g_autofree char *text_after = cadre_series_dup_value (&views[1], kind);

      if (g_strcmp0 (text_before, text_after) == 0)
        continue;
      event.kind = kind;
      event.learned = text_before == NULL || text_after == NULL;
      retitled |= kind == CADRE_HISTORY_EVENT_KIND_RETITLED && !event.learned;
      func (&event, data);
    }

  if (retitled)
    {
      event.kind = CADRE_HISTORY_EVENT_KIND_REVIEW;
      event.learned = FALSE;
      func (&event, data);
    }
}

/* What the mask of a row says, in order of the kinds. */
static void
tell_mask (CadreSeriesEvent event, guint32 mask, CadreSeriesEventFunc func, gpointer data)
{
  for (guint kind = CADRE_HISTORY_EVENT_KIND_REKEYED; kind < CADRE_N_HISTORY_EVENT_KINDS; kind++)
    {
      event.kind = kind;
      event.learned = (mask & CADRE_HISTORY_FLAG (kind)) == 0;
      if ((mask & (CADRE_HISTORY_FLAG (kind) | CADRE_HISTORY_LEARNED (kind))) != 0)
        func (&event, data);
    }
}

static void
tell_gone (const CadreSeriesEntry *entry, CadreSeriesEventFunc func, gpointer data)
{
  const CadreSeriesEvent event = {
    CADRE_HISTORY_EVENT_KIND_GONE, entry->date, entry->date + 1, entry->row, CADRE_NO_ROW, FALSE
  };

  func (&event, data);
}

static void
tell_entry (CadreSeries *self,
            const CadreSeriesEntry *before,
            const CadreSeriesEntry *entry,
            CadreSeriesEventFunc func,
            gpointer data)
{
  const guint32 mask = self->dates[entry->date].masks[entry->row];
  CadreSeriesEvent event = {
    CADRE_HISTORY_EVENT_KIND_OPENED, entry->date - 1, entry->date, CADRE_NO_ROW, entry->row, FALSE
  };

  if (before == NULL && entry->date == 0)
    return;
  if (before == NULL)
    {
      func (&event, data);
      tell_mask (event, mask, func, data);
      return;
    }

  if (before->date + 1 == entry->date)
    {
      event.row_before = before->row;
      tell_mask (event, mask, func, data);
      return;
    }

  tell_gone (before, func, data);
  event.kind = CADRE_HISTORY_EVENT_KIND_RETURNED;
  func (&event, data);
  compare_across (self, before, entry, func, data);
}

void
cadre_series_each_event (CadreSeries *self,
                         guint32 thread,
                         CadreSeriesEventFunc func,
                         gpointer data)
{
  guint32 n = 0;
  const CadreSeriesEntry *entries = cadre_series_get_entries (self, thread, &n);

  for (guint32 i = 0; i < n; i++)
    tell_entry (self, i > 0 ? &entries[i - 1] : NULL, &entries[i], func, data);
  if (entries[n - 1].date + 1 < self->n_dates)
    tell_gone (&entries[n - 1], func, data);
}

char **
cadre_series_dup_others (CadreSeries *self, const CadreSeriesEvent *event)
{
  CadreMapping *mapping = cadre_diff_get_mapping (self->diffs[event->date_after - 1]);
  const CadreSeriesDate *before = &self->dates[event->date_before];
  const CadreSeriesDate *after = &self->dates[event->date_after];
  const gboolean opened = event->kind == CADRE_HISTORY_EVENT_KIND_OPENED;
  const char *id = opened
                     ? cadre_tables_id (after->tables, CADRE_RECORD_KIND_POST, event->row_after)
                     : cadre_tables_id (before->tables, CADRE_RECORD_KIND_POST, event->row_before);

  if (id == NULL)
    return NULL;

  return opened ? cadre_mapping_dup_predecessors (mapping, id)
                : cadre_mapping_dup_successors (mapping, id);
}

typedef struct
{
  CadreSeries *series;
  GPtrArray *events;
} Listing;

static char *
dup_id (const CadreSeriesView *view)
{
  return cadre_series_dup_value (view, CADRE_HISTORY_EVENT_KIND_REKEYED);
}

static void
add_event (const CadreSeriesEvent *event, gpointer data)
{
  const Listing *listing = data;
  CadreSeries *self = listing->series;
  const CadreSeriesEntry before = { event->date_before, event->row_before };
  const CadreSeriesEntry after = { event->date_after, event->row_after };
  const CadreSeriesView views[2] = { view_entry (self, &before), view_entry (self, &after) };
  CadreHistoryEventParts parts = { 0 };
  char *texts[2] = { NULL, NULL };

  cadre_series_dup_values (&views[0], &views[1], event->kind, texts);
  parts.kind = event->kind;
  parts.position_before = event->date_before;
  parts.position_after = event->date_after;
  parts.date_before = self->dates[event->date_before].as_of;
  parts.date_after = self->dates[event->date_after].as_of;
  parts.id_before = dup_id (&views[0]);
  parts.id_after = dup_id (&views[1]);
  parts.before_text = texts[0];
  parts.after_text = texts[1];
  parts.learned = event->learned;
  if (event->kind == CADRE_HISTORY_EVENT_KIND_OPENED ||
      event->kind == CADRE_HISTORY_EVENT_KIND_GONE)
    parts.other_ids = cadre_series_dup_others (self, event);

  g_ptr_array_add (listing->events, cadre_history_event_new_take (&parts));
}

GPtrArray *
cadre_series_list_events (CadreSeries *self, guint32 thread)
{
  Listing listing = { self, g_ptr_array_new_with_free_func (g_object_unref) };

  cadre_series_each_event (self, thread, add_event, &listing);
  return listing.events;
}
