/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Putting differences into events. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

#include <stdlib.h>
#include <string.h>

static gboolean
ensure_room (CadreEvents *self)
{
  guint64 n = MAX (64, (guint64) self->n_allocated * 2);
  CadreEvent *grown = NULL;

  if (self->n_events < self->n_allocated)
    return TRUE;

  grown = n < CADRE_NO_EVENT ? g_try_renew (CadreEvent, self->events, n) : NULL;
  if (grown == NULL)
    return FALSE;

  self->events = grown;
  self->n_allocated = (guint32) n;
  return TRUE;
}

guint32
cadre_events_add_about (CadreEvents *self,
                        CadreChangeEventKind kind,
                        CadreRecordKind subject_kind,
                        guint32 before,
                        guint32 after)
{
  CadreEvent *event = NULL;

  if (!ensure_room (self))
    return CADRE_NO_EVENT;

  event = &self->events[self->n_events];
  memset (event, 0, sizeof (CadreEvent));
  event->kind = (guint8) kind;
  event->subject_kind = (guint8) subject_kind;
  event->value = CADRE_EVENT_VALUE_NONE;
  event->also = CADRE_EVENT_VALUE_NONE;
  event->before = before;
  event->after = after;
  return self->n_events++;
}

guint32
cadre_events_add (CadreEvents *self, CadreChangeEventKind kind, CadreRecordKind subject_kind)
{
  return cadre_events_add_about (self, kind, subject_kind, CADRE_NO_ROW, CADRE_NO_ROW);
}

void
cadre_events_owner (const CadreDiff *diff,
                    const CadreDifference *difference,
                    CadreRecordKind *kind,
                    guint32 *before,
                    guint32 *after)
{
  *kind = (CadreRecordKind) (difference->place >> 33);
  *before = CADRE_NO_ROW;
  *after = CADRE_NO_ROW;
  if (difference->owner == CADRE_OWNER_AFTER)
    {
      *after = cadre_place_row (difference->place);
      *before = diff->pairings[*kind].before_of[*after];
    }
  else if (difference->owner != CADRE_OWNER_NOWHERE)
    *before = difference->owner - 1;
}

CadreCandidate *
cadre_events_find_candidates (const CadreEvents *self,
                              CadreChangeKind kind,
                              CadreRecordKind record_kind,
                              guint field,
                              guint32 *n)
{
  const CadreDiff *diff = self->diff;
  const guint32 wanted = CADRE_WHAT (kind, record_kind, field) & ~CADRE_WHAT_FLAGS;
  CadreCandidate *candidates = g_try_new0 (CadreCandidate, (gsize) diff->counts[kind] + 1);

  *n = 0;
  if (candidates == NULL || diff->counts[kind] == 0)
    return candidates;

  for (guint32 i = 0; i < diff->n_differences; i++)
    {
      CadreCandidate *candidate = &candidates[*n];
      CadreRecordKind owner_kind = CADRE_RECORD_KIND_POST;

      if ((diff->differences[i].what & ~CADRE_WHAT_FLAGS) != wanted ||
          !cadre_events_is_free (self, i))
        continue;

      cadre_events_owner (diff, &diff->differences[i], &owner_kind, &candidate->before,
                          &candidate->after);
      candidate->index = i;
      if (owner_kind == CADRE_RECORD_KIND_POST && candidate->before != CADRE_NO_ROW &&
          candidate->after != CADRE_NO_ROW)
        (*n)++;
    }

  return candidates;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const CadreCandidate *x = a;
  const CadreCandidate *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

void
cadre_candidates_sort (CadreCandidate *candidates, guint32 n)
{
  if (n > 1)
    qsort (candidates, n, sizeof (CadreCandidate), compare_candidates);
}

guint32
cadre_candidates_run (const CadreCandidate *candidates, guint32 n)
{
  guint32 i = 1;

  while (i < n && candidates[i].key == candidates[0].key &&
         candidates[i].place == candidates[0].place)
    i++;

  return i;
}

void
cadre_events_take (CadreEvents *self, const CadreCandidate *candidates, guint32 n, guint32 event)
{
  for (guint32 i = 0; i < n; i++)
    if (cadre_events_is_free (self, candidates[i].index))
      self->event_of[candidates[i].index] = event;
}

/* Where the branch of each unit ends in the walk. Units on or below a circle
 * stand for themselves. */
static void
find_branches (CadreEventUnits *units, const CadreIndex *index)
{
  for (guint32 i = 0; i < index->n_units; i++)
    {
      units->position[index->unit_walk[i]] = i;
      units->branch_end[i] = i + 1;
    }

  for (guint32 i = index->n_units_walked; i > 0; i--)
    {
      const guint32 parent = index->unit_parent[index->unit_walk[i - 1]];

      if (parent == CADRE_NO_ROW)
        continue;
      units->branch_end[units->position[parent]] =
        MAX (units->branch_end[units->position[parent]], units->branch_end[i - 1]);
    }
}

static guint32
count_posts (const CadreIndex *index, guint32 unit)
{
  guint32 n = 0;

  cadre_backward_get (&index->posts_of_unit, unit, &n);
  return n;
}

/* A post that was created or deleted is not among those that follow or not. */
static void
count_kept (CadreEvents *self)
{
  const CadreSides *sides = &self->diff->sides;
  CadreEventUnits *units = &self->units;
  guint32 sum = 0;

  for (guint32 i = 0; i < sides->index_before->n_units; i++)
    units->kept_before[i] = count_posts (sides->index_before, sides->index_before->unit_walk[i]);
  for (guint32 i = 0; i < sides->index_after->n_units; i++)
    units->kept_after[i] = count_posts (sides->index_after, i);

  for (guint32 i = 0; i < self->diff->n_differences; i++)
    {
      const CadreDifference *difference = &self->diff->differences[i];
      const CadreChangeKind kind = cadre_difference_kind (difference);
      guint32 unit = CADRE_NO_ROW;

      if (kind == CADRE_CHANGE_KIND_POST_DELETED)
        unit = cadre_events_unit_of (sides->before, difference->before);
      else if (kind == CADRE_CHANGE_KIND_POST_CREATED)
        unit = cadre_events_unit_of (sides->after, difference->after);
      if (unit == CADRE_NO_ROW)
        continue;
      if (kind == CADRE_CHANGE_KIND_POST_DELETED)
        units->kept_before[units->position[unit]]--;
      else
        units->kept_after[unit]--;
    }

  for (guint32 i = 0; i <= sides->index_before->n_units; i++)
    {
      const guint32 n = units->kept_before[i];

      units->kept_before[i] = sum;
      sum += n;
    }
}

static gboolean
index_units (CadreEvents *self)
{
  const CadreSides *sides = &self->diff->sides;
  const gsize n_before = (gsize) sides->index_before->n_units + 1;
  CadreEventUnits *units = &self->units;

  units->position = g_try_new0 (guint32, n_before);
  units->branch_end = g_try_new0 (guint32, n_before);
  units->kept_before = g_try_new0 (guint32, n_before);
  units->kept_after = g_try_new0 (guint32, (gsize) sides->index_after->n_units + 1);
  self->service_of_unit = g_try_new (guint32, n_before);
  self->base_of_unit = g_try_new (guint32, n_before);
  if (units->position == NULL || units->branch_end == NULL || units->kept_before == NULL ||
      units->kept_after == NULL || self->service_of_unit == NULL || self->base_of_unit == NULL)
    return FALSE;

  memset (self->service_of_unit, 0xff, n_before * sizeof (guint32));
  memset (self->base_of_unit, 0xff, n_before * sizeof (guint32));
  find_branches (units, sides->index_before);
  count_kept (self);
  return TRUE;
}

static gboolean
work_out (CadreEvents *self)
{
  const gsize n = self->diff->n_differences;

  self->event_of = g_try_new (guint32, n + 1);
  if (self->event_of == NULL)
    return FALSE;

  memset (self->event_of, 0xff, n * sizeof (guint32));
  return index_units (self) && cadre_events_take_stated (self) && cadre_events_take_posts (self) &&
         cadre_events_take_functions (self) && cadre_events_take_units (self) &&
         cadre_events_take_moves (self) && cadre_events_take_alike (self) &&
         cadre_events_take_grades (self) && cadre_events_take_families (self) &&
         cadre_events_take_rest (self);
}

CadreEvents *
cadre_events_new (CadreDiff *diff, GError **error)
{
  g_autoptr (CadreEvents) self = g_new0 (CadreEvents, 1);

  self->diff = diff;
  if (work_out (self))
    return g_steal_pointer (&self);

  g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MEMORY,
                       "There is not enough memory to find the events");
  return NULL;
}

void
cadre_events_free (CadreEvents *self)
{
  g_free (self->event_of);
  g_free (self->events);
  g_free (self->units.position);
  g_free (self->units.branch_end);
  g_free (self->units.kept_before);
  g_free (self->units.kept_after);
  g_free (self->service_of_unit);
  g_free (self->base_of_unit);
  g_free (self->reordered_posts);
  g_free (self->reordered_units);
  g_free (self);
}
