/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the texts of events of units name: units that were merged or are parts of others. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

/* The units that the posts of an event left, or came to, with how many. */
static CadreCandidate *
count_units (CadreEventList *list, const CadreEvent *event, gboolean before, guint32 *n_units)
{
  const CadreDiff *diff = list->diff;
  const CadreTables *tables = before ? diff->sides.before : diff->sides.after;
  CadreCandidate *units = g_new0 (CadreCandidate, (gsize) event->n + 1);
  guint32 n = 0;

  *n_units = 0;
  for (guint32 i = 0; i < event->n; i++)
    {
      const guint32 index = list->members[event->first + i];
      const CadreDifference *difference = &diff->differences[index];
      CadreRecordKind kind = CADRE_RECORD_KIND_POST;
      guint32 row_before = CADRE_NO_ROW;
      guint32 row_after = CADRE_NO_ROW;

      if (cadre_difference_kind (difference) != CADRE_CHANGE_KIND_POST_MOVED)
        continue;
      cadre_events_owner (diff, difference, &kind, &row_before, &row_after);
      units[n].key = cadre_events_unit_of (tables, before ? row_before : row_after);
      units[n++].index = index;
    }

  cadre_candidates_sort (units, n);
  for (guint32 i = 0, run = 0; i < n; i += run)
    {
      run = cadre_candidates_run (units + i, n - i);
      units[*n_units] = units[i];
      units[*n_units].place = units[i].index;
      units[*n_units].before = (guint32) units[i].key;
      units[(*n_units)++].key = G_MAXUINT32 - run;
    }

  cadre_candidates_sort (units, *n_units);
  return units;
}

/* What units were merged, or were made of one: first the one that goes on, then
 * by how many posts came from it or went to it. */
static void
join_units (CadreEventList *list, const CadreEvent *event, gboolean before, CadreEventText *text)
{
  const CadreSides *sides = &list->diff->sides;
  const CadrePairing *units = &list->diff->pairings[CADRE_RECORD_KIND_UNIT];
  g_autoptr (CadreEventNames) names = cadre_event_names_new ();
  guint32 n = 0;
  g_autofree CadreCandidate *found = count_units (list, event, before, &n);

  if (event->goes_on && before)
    cadre_event_names_add (names,
                           cadre_event_get_name (sides->before, CADRE_RECORD_KIND_UNIT,
                                                 units->before_of[event->after]),
                           "goes on");
  else if (event->goes_on)
    cadre_event_names_add (names,
                           cadre_event_get_name (sides->after, CADRE_RECORD_KIND_UNIT,
                                                 units->after_of[event->before]),
                           "goes on");
  for (guint32 i = 0; i < n; i++)
    cadre_event_names_add (names,
                           cadre_event_get_name (before ? sides->before : sides->after,
                                                 CADRE_RECORD_KIND_UNIT, found[i].before),
                           NULL);

  cadre_event_text_set (text, names, before);
}

static guint32
find_parent (const CadreIndex *index, guint32 unit)
{
  return unit != CADRE_NO_ROW ? index->unit_parent[unit] : CADRE_NO_ROW;
}

static const char *
get_unit_id (const CadreTables *tables, guint32 unit)
{
  return unit != CADRE_NO_ROW ? cadre_tables_id (tables, CADRE_RECORD_KIND_UNIT, unit) : NULL;
}

/* The units that a unit was a part of, and is. */
static void
fill_parents (CadreEventList *list, const CadreEvent *event, CadreEventText *text)
{
  const CadreSides *sides = &list->diff->sides;
  const guint32 before = find_parent (sides->index_before, event->before);
  const guint32 after = find_parent (sides->index_after, event->after);

  text->before = g_strdup (cadre_event_get_name (sides->before, CADRE_RECORD_KIND_UNIT, before));
  text->after = g_strdup (cadre_event_get_name (sides->after, CADRE_RECORD_KIND_UNIT, after));
  cadre_event_tell_apart (get_unit_id (sides->before, before), &text->before, &text->before_quoted,
                          get_unit_id (sides->after, after), &text->after, &text->after_quoted);
}

void
cadre_event_fill_units (CadreEventList *list, const CadreEvent *event, CadreEventText *text)
{
  switch (event->kind)
    {
    case CADRE_CHANGE_EVENT_KIND_UNITS_MERGED:
      join_units (list, event, TRUE, text);
      break;
    case CADRE_CHANGE_EVENT_KIND_UNIT_SPLIT:
      join_units (list, event, FALSE, text);
      break;
    case CADRE_CHANGE_EVENT_KIND_UNIT_MOVED:
      fill_parents (list, event, text);
      break;
    case CADRE_CHANGE_EVENT_KIND_UNIT_RENAMED:
    case CADRE_CHANGE_EVENT_KIND_ORGANISATION_RENAMED:
      cadre_event_fill_sides (list, event, text);
      break;
    default:
      break;
    }
}
