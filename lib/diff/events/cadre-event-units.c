/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Units that go on as other units.
 *
 * A document may give a unit another id, or make one of two. Nothing says so
 * but where the posts went: a flow is the posts that went from one unit to
 * another. Where most of an old unit's posts make up most of a new one, the new
 * one is the old one; where they go into another, that one took it in; where
 * they make up a new one beside it, it was split.
 *
 * It takes two to merge and two to split into, and a unit that goes on counts as
 * one of them. So what looked like a merger of one unit into a new one is that
 * unit under another name where it makes up more than half, and else nothing:
 * the unit ended, and its posts moved. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

#include <string.h>

typedef struct
{
  CadreEvents *events;
  CadreCandidate *posts; /* in order of the unit before and then after */
  guint32 n;
  guint32 *event_before; /* by unit before: what its end belongs to */
  guint32 *event_after;  /* by unit after: what its beginning belongs to */
  guint32 *split_of;     /* by unit before */
  guint32 *n_parts;      /* by event: how many were merged, or were made of one */
  guint32 *n_posts;      /* by event */
} Flows;

static const CadrePairing *
get_units (const Flows *flows)
{
  return &flows->events->diff->pairings[CADRE_RECORD_KIND_UNIT];
}

static gboolean
has_same_name (const Flows *flows, guint32 before, guint32 after)
{
  const CadreSides *sides = &flows->events->diff->sides;
  const CadreTable *a = cadre_tables_get (sides->before, CADRE_RECORD_KIND_UNIT);
  const CadreTable *b = cadre_tables_get (sides->after, CADRE_RECORD_KIND_UNIT);
  const guint32 name = cadre_table_code (a, CADRE_FIELD_UNIT_NAME, before);

  return name != 0 && sides->codes[name] == cadre_table_code (b, CADRE_FIELD_UNIT_NAME, after);
}

/* Most of them; a single post says enough where the name is the same. */
static gboolean
is_most (const Flows *flows, guint32 n, guint32 n_all, guint32 before, guint32 after)
{
  return cadre_event_is_most (n, n_all) ||
         (n == 1 && n_all == 1 && has_same_name (flows, before, after));
}

static gboolean
leaves_most (const Flows *flows, guint32 n, guint32 before, guint32 after)
{
  const CadreEventUnits *units = &flows->events->units;
  const guint32 position = units->position[before];

  return is_most (flows, n, cadre_events_kept_in_branch (flows->events, position, position + 1),
                  before, after);
}

static gboolean
makes_most (const Flows *flows, guint32 n, guint32 before, guint32 after)
{
  return is_most (flows, n, flows->events->units.kept_after[after], before, after);
}

static gboolean
has_other_parent (const Flows *flows, guint32 before, guint32 after)
{
  const CadreSides *sides = &flows->events->diff->sides;
  const guint32 a = sides->index_before->unit_parent[before];
  const guint32 b = sides->index_after->unit_parent[after];

  if (a == CADRE_NO_ROW || b == CADRE_NO_ROW)
    return a != b;
  return get_units (flows)->after_of[a] != b && !has_same_name (flows, a, b);
}

static guint32
add_inferred (Flows *flows, CadreChangeEventKind kind, guint32 before, guint32 after)
{
  const guint32 event =
    cadre_events_add_about (flows->events, kind, CADRE_RECORD_KIND_UNIT, before, after);

  if (event != CADRE_NO_EVENT)
    flows->events->events[event].inferred = TRUE;
  return event;
}

static void
scope_to_unit (Flows *flows, guint32 event, guint32 before)
{
  CadreEvent *self = &flows->events->events[event];

  self->scope_kind = CADRE_EVENT_SCOPE_UNITS;
  self->scope = before;
  self->scope_end = flows->events->units.position[before] + 1;
}

/* A unit that ended goes on as one that is new. */
static gboolean
take_renamed (Flows *flows, const CadreCandidate *posts, guint32 n, guint32 before, guint32 after)
{
  const gboolean moved =
    has_same_name (flows, before, after) && has_other_parent (flows, before, after);
  guint32 event = CADRE_NO_EVENT;

  if (get_units (flows)->after_of[before] != CADRE_NO_ROW ||
      get_units (flows)->before_of[after] != CADRE_NO_ROW ||
      !leaves_most (flows, n, before, after) || !makes_most (flows, n, before, after))
    return TRUE;

  event =
    add_inferred (flows,
                  moved ? CADRE_CHANGE_EVENT_KIND_UNIT_MOVED : CADRE_CHANGE_EVENT_KIND_UNIT_RENAMED,
                  before, after);
  if (event == CADRE_NO_EVENT)
    return FALSE;

  scope_to_unit (flows, event, before);
  flows->event_before[before] = event;
  flows->event_after[after] = event;
  cadre_events_take (flows->events, posts, n, event);
  return TRUE;
}

/* What looked like one unit under another id has taken in more than that. */
static void
say_merged (CadreEvent *event)
{
  event->kind = CADRE_CHANGE_EVENT_KIND_UNITS_MERGED;
  event->before = CADRE_NO_ROW;
  event->scope_kind = CADRE_EVENT_SCOPE_NONE;
}

/* A unit that ended went into another one. */
static gboolean
take_merged (Flows *flows, const CadreCandidate *posts, guint32 n, guint32 before, guint32 after)
{
  if (get_units (flows)->after_of[before] != CADRE_NO_ROW ||
      flows->event_before[before] != CADRE_NO_EVENT || !leaves_most (flows, n, before, after))
    return TRUE;

  if (flows->event_after[after] == CADRE_NO_EVENT)
    flows->event_after[after] =
      add_inferred (flows, CADRE_CHANGE_EVENT_KIND_UNITS_MERGED, CADRE_NO_ROW, after);
  if (flows->event_after[after] == CADRE_NO_EVENT)
    return FALSE;

  say_merged (&flows->events->events[flows->event_after[after]]);
  flows->event_before[before] = flows->event_after[after];
  cadre_events_take (flows->events, posts, n, flows->event_after[after]);
  return TRUE;
}

/* A unit that is new was made out of another one. */
static gboolean
take_split (Flows *flows, const CadreCandidate *posts, guint32 n, guint32 before, guint32 after)
{
  if (get_units (flows)->before_of[after] != CADRE_NO_ROW ||
      flows->event_after[after] != CADRE_NO_EVENT || !makes_most (flows, n, before, after))
    return TRUE;

  if (flows->split_of[before] == CADRE_NO_EVENT)
    flows->split_of[before] =
      add_inferred (flows, CADRE_CHANGE_EVENT_KIND_UNIT_SPLIT, before, CADRE_NO_ROW);
  if (flows->split_of[before] == CADRE_NO_EVENT)
    return FALSE;

  if (flows->event_before[before] == CADRE_NO_EVENT &&
      get_units (flows)->after_of[before] == CADRE_NO_ROW)
    flows->event_before[before] = flows->split_of[before];
  flows->event_after[after] = flows->split_of[before];
  cadre_events_take (flows->events, posts, n, flows->split_of[before]);
  return TRUE;
}

typedef gboolean (
  *TakeFlow) (Flows *flows, const CadreCandidate *posts, guint32 n, guint32 before, guint32 after);

static gboolean
for_each_flow (Flows *flows, TakeFlow take)
{
  for (guint32 i = 0, run = 0; i < flows->n; i += run)
    {
      const guint64 key = flows->posts[i].key;

      run = cadre_candidates_run (flows->posts + i, flows->n - i);
      if (cadre_events_is_free (flows->events, flows->posts[i].index) &&
          !take (flows, flows->posts + i, run, (guint32) (key >> 32), (guint32) key))
        return FALSE;
    }

  return TRUE;
}

/* A unit that ended and was not merged by most of its posts goes with the others
 * where more than half of them went. */
static gboolean
take_also_merged (Flows *flows,
                  const CadreCandidate *posts,
                  guint32 n,
                  guint32 before,
                  guint32 after)
{
  const CadreEventUnits *units = &flows->events->units;
  const guint32 position = units->position[before];
  const guint32 event = flows->event_after[after];

  if (get_units (flows)->after_of[before] != CADRE_NO_ROW ||
      flows->event_before[before] != CADRE_NO_EVENT || event == CADRE_NO_EVENT || n < 2 ||
      flows->events->events[event].kind != CADRE_CHANGE_EVENT_KIND_UNITS_MERGED ||
      n * (guint64) 2 <= cadre_events_kept_in_branch (flows->events, position, position + 1))
    return TRUE;

  flows->event_before[before] = event;
  cadre_events_take (flows->events, posts, n, event);
  return TRUE;
}

/* Where else several posts of a unit went that was split up and ended. */
static gboolean
take_also_split (Flows *flows,
                 const CadreCandidate *posts,
                 guint32 n,
                 guint32 before,
                 guint32 after)
{
  const guint32 event = flows->split_of[before];

  if (event == CADRE_NO_EVENT || flows->event_before[before] != event || n < 2)
    return TRUE;

  flows->n_parts[event]++;
  cadre_events_take (flows->events, posts, n, event);
  return TRUE;
}

static void
say_goes_on (Flows *flows, guint32 event)
{
  flows->events->events[event].goes_on = TRUE;
  flows->n_parts[event]++;
}

/* Counts of what is merged, and into what is split; what goes on is one of them. */
static void
count_parts (Flows *flows)
{
  const CadreEvents *events = flows->events;

  for (guint32 unit = 0; unit < events->diff->sides.index_before->n_units; unit++)
    {
      const guint32 event = flows->event_before[unit];

      if (event != CADRE_NO_EVENT &&
          events->events[event].kind == CADRE_CHANGE_EVENT_KIND_UNITS_MERGED)
        flows->n_parts[event]++;
    }
  for (guint32 unit = 0; unit < events->diff->sides.index_after->n_units; unit++)
    {
      const guint32 event = flows->event_after[unit];

      if (event == CADRE_NO_EVENT)
        continue;
      if (events->events[event].kind == CADRE_CHANGE_EVENT_KIND_UNIT_SPLIT)
        flows->n_parts[event]++;
      else if (get_units (flows)->before_of[unit] != CADRE_NO_ROW)
        say_goes_on (flows, event);
    }
}

/* Posts in events, and those that left a unit that goes on: where some stay, it is one of those
 * that it was split into. */
static void
count_posts (Flows *flows)
{
  const CadreEventUnits *units = &flows->events->units;

  for (guint32 i = 0; i < flows->n;)
    {
      const guint32 before = (guint32) (flows->posts[i].key >> 32);
      const guint32 position = units->position[before];
      guint32 n_left = 0;

      for (; i < flows->n && (guint32) (flows->posts[i].key >> 32) == before; i++, n_left++)
        if (!cadre_events_is_free (flows->events, flows->posts[i].index))
          flows->n_posts[flows->events->event_of[flows->posts[i].index]]++;

      if (flows->split_of[before] != CADRE_NO_EVENT &&
          get_units (flows)->after_of[before] != CADRE_NO_ROW &&
          cadre_events_kept_in_branch (flows->events, position, position + 1) > n_left)
        say_goes_on (flows, flows->split_of[before]);
    }
}

/* A new unit that one unit alone was merged into, which makes up more than half of it. */
static void
say_renamed (Flows *flows, guint32 before)
{
  const guint32 number = flows->event_before[before];
  CadreEvent *event = NULL;

  if (number == CADRE_NO_EVENT || flows->n_parts[number] != 1)
    return;

  event = &flows->events->events[number];
  if (event->kind != CADRE_CHANGE_EVENT_KIND_UNITS_MERGED ||
      flows->n_posts[number] * (guint64) 2 <= flows->events->units.kept_after[event->after])
    return;

  event->kind =
    has_same_name (flows, before, event->after) && has_other_parent (flows, before, event->after)
      ? CADRE_CHANGE_EVENT_KIND_UNIT_MOVED
      : CADRE_CHANGE_EVENT_KIND_UNIT_RENAMED;
  event->before = before;
  scope_to_unit (flows, number, before);
}

static gboolean
is_void (const Flows *flows, guint32 event)
{
  const guint8 kind = event != CADRE_NO_EVENT ? flows->events->events[event].kind : 0;

  return (kind == CADRE_CHANGE_EVENT_KIND_UNITS_MERGED ||
          kind == CADRE_CHANGE_EVENT_KIND_UNIT_SPLIT) &&
         flows->n_parts[event] < 2;
}

/* Takes back what is neither a merger nor a split. */
static void
take_back (Flows *flows)
{
  CadreEvents *events = flows->events;

  for (guint32 i = 0; i < flows->n; i++)
    if (is_void (flows, events->event_of[flows->posts[i].index]))
      events->event_of[flows->posts[i].index] = CADRE_NO_EVENT;
  for (guint32 unit = 0; unit < events->diff->sides.index_before->n_units; unit++)
    if (is_void (flows, flows->event_before[unit]))
      flows->event_before[unit] = CADRE_NO_EVENT;
  for (guint32 unit = 0; unit < events->diff->sides.index_after->n_units; unit++)
    if (is_void (flows, flows->event_after[unit]))
      flows->event_after[unit] = CADRE_NO_EVENT;
}

/* Sees that all mergers and splits are of several. */
static gboolean
settle (Flows *flows)
{
  CadreEvents *events = flows->events;
  g_autofree guint32 *n_parts = g_try_new0 (guint32, (gsize) events->n_events + 1);
  g_autofree guint32 *n_posts = g_try_new0 (guint32, (gsize) events->n_events + 1);

  if (n_parts == NULL || n_posts == NULL)
    return FALSE;

  flows->n_parts = n_parts;
  flows->n_posts = n_posts;
  if (!for_each_flow (flows, take_also_merged) || !for_each_flow (flows, take_also_split))
    return FALSE;

  count_parts (flows);
  count_posts (flows);
  for (guint32 unit = 0; unit < events->diff->sides.index_before->n_units; unit++)
    say_renamed (flows, unit);
  take_back (flows);
  flows->n_parts = NULL;
  flows->n_posts = NULL;
  return TRUE;
}

/* Leaves those that have a unit on both sides. */
static void
set_keys (Flows *flows)
{
  const CadreSides *sides = &flows->events->diff->sides;
  guint32 n = 0;

  for (guint32 i = 0; i < flows->n; i++)
    {
      CadreCandidate *post = &flows->posts[i];
      const guint32 before = cadre_events_unit_of (sides->before, post->before);
      const guint32 after = cadre_events_unit_of (sides->after, post->after);

      post->key = (guint64) before << 32 | after;
      if (before != CADRE_NO_ROW && after != CADRE_NO_ROW)
        flows->posts[n++] = *post;
    }

  flows->n = n;
  cadre_candidates_sort (flows->posts, n);
}

/* The end and the beginning of a unit belong to what became of it. */
static void
take_units (Flows *flows)
{
  const CadreDiff *diff = flows->events->diff;

  for (guint32 i = 0; i < diff->n_differences; i++)
    {
      const CadreChangeKind kind = cadre_difference_kind (&diff->differences[i]);
      CadreRecordKind owner_kind = CADRE_RECORD_KIND_UNIT;
      guint32 before = CADRE_NO_ROW;
      guint32 after = CADRE_NO_ROW;

      if (kind < CADRE_CHANGE_KIND_UNIT_CREATED || kind > CADRE_CHANGE_KIND_UNIT_CHANGED ||
          !cadre_events_is_free (flows->events, i))
        continue;
      cadre_events_owner (diff, &diff->differences[i], &owner_kind, &before, &after);
      if (owner_kind != CADRE_RECORD_KIND_UNIT)
        continue;
      if (after == CADRE_NO_ROW && before != CADRE_NO_ROW)
        flows->events->event_of[i] = flows->event_before[before];
      else if (after != CADRE_NO_ROW && before == CADRE_NO_ROW)
        flows->events->event_of[i] = flows->event_after[after];
    }
}

static guint32 *
new_events (gsize n)
{
  guint32 *events = g_try_new (guint32, n + 1);

  if (events != NULL)
    memset (events, 0xff, n * sizeof (guint32));
  return events;
}

gboolean
cadre_events_take_units (CadreEvents *self)
{
  g_autofree CadreCandidate *posts = NULL;
  g_autofree guint32 *event_before = new_events (self->diff->sides.index_before->n_units);
  g_autofree guint32 *event_after = new_events (self->diff->sides.index_after->n_units);
  g_autofree guint32 *split_of = new_events (self->diff->sides.index_before->n_units);
  Flows flows = {
    .events = self, .event_before = event_before, .event_after = event_after, .split_of = split_of
  };

  posts = cadre_events_find_candidates (self, CADRE_CHANGE_KIND_POST_MOVED, CADRE_RECORD_KIND_POST,
                                        CADRE_FIELD_POST_UNIT, &flows.n);
  if (posts == NULL || event_before == NULL || event_after == NULL || split_of == NULL)
    return FALSE;

  flows.posts = posts;
  set_keys (&flows);
  if (!for_each_flow (&flows, take_renamed) || !for_each_flow (&flows, take_merged) ||
      !for_each_flow (&flows, take_split) || !settle (&flows))
    return FALSE;

  take_units (&flows);
  return TRUE;
}
