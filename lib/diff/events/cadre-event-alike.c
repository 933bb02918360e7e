/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts of a unit and its sub-units whose employer, or base, is another one.
 *
 * Units are taken as high as most of the posts in the branch still went along,
 * so that a service that goes to another body is one event and not one for each
 * of its teams. A branch is only named where several of its parts went: a large
 * team that goes does not take the whole council with it. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

#include <string.h>

typedef struct
{
  CadreEvents *events;
  const CadreCandidate *posts; /* those with one change, in order of their places */
  guint32 n;
  guint32 *climbed; /* by position: the highest from there, NOWHERE, or UNASKED */
} Alike;

#define UNASKED G_MAXUINT32
#define NOWHERE (G_MAXUINT32 - 1)

static const CadreTable *
get_posts (const CadreTables *tables)
{
  return cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
}

/* How many have a place before @position. */
static guint32
count_before (const Alike *self, guint64 position)
{
  guint32 low = 0;
  guint32 high = self->n;

  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;

      if (self->posts[middle].place < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Whether most posts of a stretch changed, be it of one. */
static gboolean
fits (const Alike *self, guint32 position, guint32 end, guint32 *n_kept)
{
  const guint64 n = count_before (self, end) - count_before (self, position);

  *n_kept = cadre_events_kept_in_branch (self->events, position, end);
  return n > 0 && n * 4 >= *n_kept * (guint64) 3;
}

static gboolean
is_most_of (const Alike *self, guint32 position, guint32 end)
{
  return cadre_event_is_most (count_before (self, end) - count_before (self, position),
                              cadre_events_kept_in_branch (self->events, position, end));
}

/* Whether a branch went as a whole. Its parts are the posts of the unit itself
 * and the branches below it, as far as they have posts: of several, at least two
 * and more than half went. */
static gboolean
is_branch (const Alike *self, guint32 position)
{
  const CadreEventUnits *units = &self->events->units;
  const guint32 end = units->branch_end[position];
  guint32 n_kept = 0;
  guint32 n_fitting = fits (self, position, position + 1, &n_kept);
  guint32 n_parts = n_kept > 0;
  const gboolean has_posts = n_kept > 0;

  if (!is_most_of (self, position, end))
    return FALSE;

  for (guint32 child = position + 1; child < end; child = units->branch_end[child])
    {
      n_fitting += fits (self, child, units->branch_end[child], &n_kept);
      n_parts += n_kept > 0;
    }

  return n_parts == 1 ? has_posts : n_fitting >= 2 && n_fitting * (guint64) 2 > n_parts;
}

/* The unit above at which to go on, or NOWHERE. */
static guint32
step_up (const Alike *self, guint32 position)
{
  const CadreIndex *index = self->events->diff->sides.index_before;
  const CadreEventUnits *units = &self->events->units;
  guint32 parent = CADRE_NO_ROW;

  /* Units on or below a circle stand for themselves. */
  if (position < index->n_units_walked)
    parent = index->unit_parent[index->unit_walk[position]];

  return parent != CADRE_NO_ROW ? units->position[parent] : NOWHERE;
}

/* The highest branch from this unit up that went as a whole, with most of each
 * branch between; NOWHERE for none. What is found is kept, so that no unit is
 * looked at twice. */
static guint32
climb (const Alike *self, guint32 position)
{
  const CadreEventUnits *units = &self->events->units;
  guint32 found = NOWHERE;
  guint32 at = position;
  guint32 n_kept = 0;

  for (; at != NOWHERE; at = step_up (self, at))
    {
      if (self->climbed[at] != UNASKED)
        {
          if (self->climbed[at] != NOWHERE)
            found = self->climbed[at];
          break;
        }
      if (!fits (self, at, units->branch_end[at], &n_kept))
        break;
      if (is_branch (self, at))
        found = at;
    }

  /* A unit above another one stands before it. */
  for (guint32 i = position; i != at; i = step_up (self, i))
    self->climbed[i] = found != NOWHERE && found <= i ? found : NOWHERE;
  return found;
}

/* What was found holds for the posts with one change only. */
static void
forget (const Alike *self)
{
  for (guint32 i = 0; i < self->n; i++)
    for (guint32 at = (guint32) self->posts[i].place; at != NOWHERE && self->climbed[at] != UNASKED;
         at = step_up (self, at))
      self->climbed[at] = UNASKED;
}

/* The stretch of units around the one at @position that changed alike; FALSE
 * where most of its posts did not. */
static gboolean
find_stretch (const Alike *self, guint32 *position, guint32 *end)
{
  const guint32 found = climb (self, *position);

  if (found != NOWHERE)
    {
      *position = found;
      *end = self->events->units.branch_end[found];
      return TRUE;
    }

  *end = *position + 1;
  return is_most_of (self, *position, *end);
}

static guint32
add_event (CadreEvents *self, guint field, guint32 position, guint32 end)
{
  const CadreSides *sides = &self->diff->sides;
  const gboolean is_employer = field == CADRE_FIELD_POST_EMPLOYER;
  const guint32 unit = sides->index_before->unit_walk[position];
  const guint32 event =
    cadre_events_add_about (self,
                            is_employer ? CADRE_CHANGE_EVENT_KIND_SERVICE_TRANSFERRED
                                        : CADRE_CHANGE_EVENT_KIND_WORK_BASE,
                            CADRE_RECORD_KIND_UNIT, unit,
                            self->diff->pairings[CADRE_RECORD_KIND_UNIT].after_of[unit]);

  if (event == CADRE_NO_EVENT)
    return event;

  self->events[event].scope_kind = CADRE_EVENT_SCOPE_UNITS;
  self->events[event].scope = unit;
  self->events[event].scope_end = end;
  self->events[event].value =
    (guint8) cadre_schema_get (CADRE_RECORD_KIND_POST)->fields[field].target;
  if (is_employer)
    self->service_of_unit[unit] = event;
  else
    self->base_of_unit[unit] = event;
  return event;
}

/* Of posts that changed from one value to one other. */
static gboolean
take_alike (const Alike *self, guint field)
{
  CadreEvents *events = self->events;
  guint32 i = 0;

  while (i < self->n)
    {
      guint32 position = (guint32) self->posts[i].place;
      guint32 end = 0;
      guint32 event = CADRE_NO_EVENT;
      guint32 first = 0;

      if (!find_stretch (self, &position, &end))
        {
          i += cadre_candidates_run (self->posts + i, self->n - i);
          continue;
        }

      first = count_before (self, position);
      event = add_event (events, field, position, end);
      if (event == CADRE_NO_EVENT)
        return FALSE;
      events->events[event].code_before = (guint32) self->posts[i].key;
      events->events[event].code_after = (guint32) (self->posts[i].key >> 32);
      i = count_before (self, end);
      cadre_events_take (events, self->posts + first, i - first, event);
    }

  return TRUE;
}

/* Leaves the posts that are in a unit. */
static guint32
set_keys (CadreEvents *self, guint field, CadreCandidate *posts, guint32 n)
{
  const CadreSides *sides = &self->diff->sides;
  guint32 n_left = 0;

  for (guint32 i = 0; i < n; i++)
    {
      const guint32 unit = cadre_events_unit_of (sides->before, posts[i].before);

      if (unit == CADRE_NO_ROW)
        continue;
      posts[i].key = (guint64) cadre_table_code (get_posts (sides->after), field, posts[i].after)
                       << 32 |
                     cadre_table_code (get_posts (sides->before), field, posts[i].before);
      posts[i].place = self->units.position[unit];
      posts[n_left++] = posts[i];
    }

  cadre_candidates_sort (posts, n_left);
  return n_left;
}

static gboolean
take_field (CadreEvents *self, CadreChangeKind kind, guint field)
{
  guint32 n = 0;
  const guint32 n_units = self->diff->sides.index_before->n_units;
  g_autofree guint32 *climbed = g_try_new (guint32, (gsize) n_units + 1);
  g_autofree CadreCandidate *posts =
    cadre_events_find_candidates (self, kind, CADRE_RECORD_KIND_POST, field, &n);

  if (posts == NULL || climbed == NULL)
    return FALSE;

  n = set_keys (self, field, posts, n);
  memset (climbed, 0xff, (gsize) n_units * sizeof (guint32));
  for (guint32 i = 0; i < n;)
    {
      Alike alike = { self, posts + i, 1, climbed };

      while (i + alike.n < n && posts[i + alike.n].key == posts[i].key)
        alike.n++;
      if (alike.n > 1 && !take_alike (&alike, field))
        return FALSE;
      forget (&alike);
      i += alike.n;
    }

  return TRUE;
}

gboolean
cadre_events_take_alike (CadreEvents *self)
{
  return take_field (self, CADRE_CHANGE_KIND_EMPLOYER, CADRE_FIELD_POST_EMPLOYER) &&
         take_field (self, CADRE_CHANGE_KIND_POST_REBASED, CADRE_FIELD_POST_SITE) &&
         take_field (self, CADRE_CHANGE_KIND_POST_REBASED, CADRE_FIELD_POST_AREA);
}
