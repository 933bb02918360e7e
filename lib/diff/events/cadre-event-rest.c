/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What no greater event explains: by field, by post, or by record. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

#include <string.h>

#define N_FIELDS 128 /* with those that stand for no field */

/* What one side does not state, field by field. */
gboolean
cadre_events_take_stated (CadreEvents *self)
{
  const CadreDiff *diff = self->diff;
  g_autofree guint32 *events = g_try_new (guint32, CADRE_N_RECORD_KINDS * N_FIELDS);

  if (events == NULL)
    return FALSE;

  memset (events, 0xff, sizeof (guint32) * CADRE_N_RECORD_KINDS * N_FIELDS);
  for (guint32 i = 0; i < diff->n_differences; i++)
    {
      const CadreDifference *difference = &diff->differences[i];
      const CadreRecordKind kind = cadre_difference_record_kind (difference);
      guint32 *event = &events[kind * N_FIELDS + cadre_difference_field (difference)];

      if (cadre_event_kind_of_change (difference) != CADRE_CHANGE_EVENT_KIND_STATED)
        continue;
      if (*event == CADRE_NO_EVENT)
        *event = cadre_events_add (self, CADRE_CHANGE_EVENT_KIND_STATED, kind);
      if (*event == CADRE_NO_EVENT)
        return FALSE;
      self->event_of[i] = *event;
    }

  return TRUE;
}

static guint32
get_post_of_assignment (const CadreTables *tables, guint32 row)
{
  const guint32 post =
    row != CADRE_NO_ROW
      ? cadre_table_reference (cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT),
                               CADRE_FIELD_ASSIGNMENT_POST, row)
      : CADRE_NO_ROW;

  return post < CADRE_AMBIGUOUS_ROW ? post : CADRE_NO_ROW;
}

/* The post that an assignment is to, or was to: rows of the subject. */
static void
find_post (const CadreEvents *self, CadreCandidate *candidate)
{
  const CadreSides *sides = &self->diff->sides;
  const CadrePairing *posts = cadre_events_posts (self);
  const guint32 after = get_post_of_assignment (sides->after, candidate->after);
  const guint32 before = get_post_of_assignment (sides->before, candidate->before);

  if (after != CADRE_NO_ROW || before == CADRE_NO_ROW)
    {
      candidate->after = after;
      candidate->before = after != CADRE_NO_ROW ? posts->before_of[after] : CADRE_NO_ROW;
      return;
    }

  candidate->before = before;
  candidate->after = posts->after_of[before];
}

/* The manager, or the unit, among whose posts or units the order is another, or only
 * the numbers are. Who has nobody above has no siblings to stand among. */
static CadreChangeEventKind
find_siblings (const CadreEvents *self, CadreRecordKind kind, CadreCandidate *candidate)
{
  const CadreIndex *index = self->diff->sides.index_after;
  const gboolean is_post = kind == CADRE_RECORD_KIND_POST;
  const guint8 *reordered = is_post ? self->reordered_posts : self->reordered_units;
  const guint32 row = candidate->after;
  guint32 above = CADRE_NO_ROW;

  if (row != CADRE_NO_ROW)
    above = is_post ? index->manager[row] : index->unit_parent[row];
  candidate->after = above;
  candidate->before =
    above != CADRE_NO_ROW ? self->diff->pairings[kind].before_of[above] : CADRE_NO_ROW;
  return above != CADRE_NO_ROW && !reordered[row] ? CADRE_CHANGE_EVENT_KIND_RENUMBERED
                                                  : CADRE_CHANGE_EVENT_KIND_ORDER;
}

static void
find_employer (const CadreEvents *self, CadreCandidate *candidate)
{
  const CadreTables *tables = self->diff->sides.after;
  guint32 employer = CADRE_NO_ROW;

  if (candidate->after != CADRE_NO_ROW)
    employer = cadre_table_reference (cadre_tables_get (tables, CADRE_RECORD_KIND_POST),
                                      CADRE_FIELD_POST_EMPLOYER, candidate->after);
  candidate->after = employer < CADRE_AMBIGUOUS_ROW ? employer : CADRE_NO_ROW;
  candidate->before =
    candidate->after != CADRE_NO_ROW
      ? self->diff->pairings[CADRE_RECORD_KIND_ORGANISATION].before_of[candidate->after]
      : CADRE_NO_ROW;
}

/* What the event of a difference is about, where it is not the record itself:
 * FALSE where it is. */
static gboolean
find_subject (const CadreEvents *self, CadreCandidate *candidate, CadreRecordKind *subject_kind)
{
  const CadreDifference *difference = &self->diff->differences[candidate->index];
  CadreChangeEventKind kind = cadre_event_kind_of_change (difference);

  cadre_events_owner (self->diff, difference, subject_kind, &candidate->before, &candidate->after);
  if (*subject_kind == CADRE_RECORD_KIND_ASSIGNMENT)
    {
      kind = CADRE_CHANGE_EVENT_KIND_ASSIGNMENTS;
      *subject_kind = CADRE_RECORD_KIND_POST;
      find_post (self, candidate);
    }
  else if (kind == CADRE_CHANGE_EVENT_KIND_POSTS_REKEYED)
    {
      *subject_kind = CADRE_RECORD_KIND_ORGANISATION;
      find_employer (self, candidate);
    }
  else if (kind == CADRE_CHANGE_EVENT_KIND_ORDER)
    kind = find_siblings (self, *subject_kind, candidate);
  else if (*subject_kind == CADRE_RECORD_KIND_PERSON || kind == CADRE_CHANGE_EVENT_KIND_OTHER)
    {
      /* Nothing is said of one person. */
      if (*subject_kind == CADRE_RECORD_KIND_PERSON)
        kind = CADRE_CHANGE_EVENT_KIND_RECORD;
      candidate->before = CADRE_NO_ROW;
      candidate->after = CADRE_NO_ROW;
    }
  else
    return FALSE;

  candidate->key = (guint64) kind << 32 | *subject_kind;
  candidate->place = (guint64) candidate->before << 32 | candidate->after;
  return TRUE;
}

/* Differences of one subject that are not neighbours. */
static gboolean
take_by_subject (CadreEvents *self)
{
  const CadreDiff *diff = self->diff;
  g_autofree CadreCandidate *candidates =
    g_try_new0 (CadreCandidate, (gsize) diff->n_differences + 1);
  CadreRecordKind subject_kind = CADRE_RECORD_KIND_POST;
  guint32 n = 0;

  if (candidates == NULL)
    return FALSE;

  for (guint32 i = 0; i < diff->n_differences; i++)
    {
      candidates[n].index = i;
      if (cadre_events_is_free (self, i) && find_subject (self, &candidates[n], &subject_kind))
        n++;
    }

  cadre_candidates_sort (candidates, n);
  for (guint32 i = 0, run = 0; i < n; i += run)
    {
      const guint32 event =
        cadre_events_add_about (self, (CadreChangeEventKind) (candidates[i].key >> 32),
                                (CadreRecordKind) (guint32) candidates[i].key, candidates[i].before,
                                candidates[i].after);

      run = cadre_candidates_run (candidates + i, n - i);
      if (event == CADRE_NO_EVENT)
        return FALSE;
      cadre_events_take (self, candidates + i, run, event);
    }

  return TRUE;
}

/* The service or base of a unit takes what the unit itself says of it. */
static guint32
find_event_of_unit (const CadreEvents *self, const CadreDifference *difference)
{
  const guint field = cadre_difference_field (difference);

  if (cadre_difference_record_kind (difference) != CADRE_RECORD_KIND_UNIT ||
      difference->before == CADRE_NO_ROW)
    return CADRE_NO_EVENT;
  if (field == CADRE_FIELD_UNIT_ORGANISATIONS)
    return self->service_of_unit[difference->before];

  return field == CADRE_FIELD_UNIT_SITE || field == CADRE_FIELD_UNIT_AREA
           ? self->base_of_unit[difference->before]
           : CADRE_NO_EVENT;
}

/* A difference of the same record and kind of change before this one, which a
 * greater event has: the score goes with the grade, the area with the site, a
 * title in another language with the title. */
static guint32
find_event_before (const CadreEvents *self, guint32 i)
{
  const CadreDifference *difference = &self->diff->differences[i];
  const CadreChangeKind kind = cadre_difference_kind (difference);

  if (i == 0 || difference->place != difference[-1].place ||
      difference->owner != difference[-1].owner ||
      cadre_difference_kind (&difference[-1]) != kind ||
      self->events[self->event_of[i - 1]].kind == CADRE_CHANGE_EVENT_KIND_STATED)
    return CADRE_NO_EVENT;

  return kind == CADRE_CHANGE_KIND_POST_REGRADED || kind == CADRE_CHANGE_KIND_POST_REBASED ||
             kind == CADRE_CHANGE_KIND_POST_RETITLED
           ? self->event_of[i - 1]
           : CADRE_NO_EVENT;
}

static guint32
add_record (CadreEvents *self, const CadreDifference *difference, CadreChangeEventKind kind)
{
  CadreRecordKind owner_kind = CADRE_RECORD_KIND_POST;
  guint32 before = CADRE_NO_ROW;
  guint32 after = CADRE_NO_ROW;

  cadre_events_owner (self->diff, difference, &owner_kind, &before, &after);
  return cadre_events_add_about (self, kind, owner_kind, before, after);
}

/* One event for each record and kind. All differences of a record are
 * neighbours. */
static gboolean
take_by_record (CadreEvents *self)
{
  const CadreDiff *diff = self->diff;
  guint32 last[CADRE_N_EVENT_KINDS];

  for (guint32 i = 0; i < diff->n_differences; i++)
    {
      const CadreDifference *difference = &diff->differences[i];
      const CadreChangeEventKind kind = cadre_event_kind_of_change (difference);

      if (i == 0 || difference->place != difference[-1].place ||
          difference->owner != difference[-1].owner)
        memset (last, 0xff, sizeof last);
      if (!cadre_events_is_free (self, i))
        continue;

      self->event_of[i] = find_event_of_unit (self, difference);
      if (self->event_of[i] == CADRE_NO_EVENT)
        self->event_of[i] = find_event_before (self, i);
      if (self->event_of[i] != CADRE_NO_EVENT)
        continue;
      if (last[kind] == CADRE_NO_EVENT)
        last[kind] = add_record (self, difference, kind);
      if (last[kind] == CADRE_NO_EVENT)
        return FALSE;
      self->event_of[i] = last[kind];
    }

  return TRUE;
}

gboolean
cadre_events_take_rest (CadreEvents *self)
{
  return cadre_events_find_reordered (self, CADRE_RECORD_KIND_POST, &self->reordered_posts) &&
         cadre_events_find_reordered (self, CADRE_RECORD_KIND_UNIT, &self->reordered_units) &&
         take_by_subject (self) && take_by_record (self);
}
