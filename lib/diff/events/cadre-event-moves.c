/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts that moved together.
 *
 * Whoever reports to somebody who moved has the manager that they had, and has
 * no change. But they may be in another unit as well: these changes, down to
 * the last report, belong to the move of the one at the top. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

#include <stdlib.h>

/* Counts the reports of a post that are there after, and those of them that
 * still report to it. */
static guint32
count_followers (const CadreEvents *self, guint32 before, guint32 after, guint32 *n_kept)
{
  const CadreSides *sides = &self->diff->sides;
  const guint32 *after_of = cadre_events_posts (self)->after_of;
  guint32 n = 0;
  guint32 n_followers = 0;
  const guint32 *reports = cadre_backward_get (&sides->index_before->reports, before, &n);

  *n_kept = 0;
  for (guint32 i = 0; i < n; i++)
    if (after_of[reports[i]] != CADRE_NO_ROW)
      {
        (*n_kept)++;
        n_followers +=
          after != CADRE_NO_ROW && sides->index_after->manager[after_of[reports[i]]] == after;
      }

  return n_followers;
}

static guint32
find_manager (const CadreTables *tables, guint32 line)
{
  const guint32 manager =
    line != CADRE_NO_ROW ? cadre_table_reference (cadre_tables_get (tables, CADRE_RECORD_KIND_LINE),
                                                  CADRE_FIELD_LINE_MANAGER, line)
                         : CADRE_NO_ROW;

  return manager < CADRE_AMBIGUOUS_ROW ? manager : CADRE_NO_ROW;
}

static CadreCandidate *
find_lines (CadreEvents *self, guint32 *n)
{
  return cadre_events_find_candidates (self, CADRE_CHANGE_KIND_POST_MOVED, CADRE_RECORD_KIND_LINE,
                                       CADRE_FIELD_LINE_MANAGER, n);
}

static CadreCandidate *
find_unit_changes (CadreEvents *self, guint32 *n)
{
  return cadre_events_find_candidates (self, CADRE_CHANGE_KIND_POST_MOVED, CADRE_RECORD_KIND_POST,
                                       CADRE_FIELD_POST_UNIT, n);
}

static guint64
get_flow (const CadreSides *sides, guint32 before, guint32 after)
{
  return (guint64) cadre_events_unit_of (sides->before, before) << 32 |
         cadre_events_unit_of (sides->after, after);
}

/* Reports that are there before and after, each manager's counted once. */
typedef struct
{
  CadreEvents *events;
  guint32 *n_gained; /* by manager after, and 1; 0 where they were not counted */
  guint32 counted;   /* a manager before */
  guint32 n_kept;    /* of @counted */
} Reports;

/* How many a manager had, but the one who is their manager now. */
static guint32
count_lost (Reports *self, guint32 before, guint32 after)
{
  const guint32 successor = cadre_events_posts (self->events)->before_of[after];
  const CadreIndex *index = self->events->diff->sides.index_before;

  if (before != self->counted)
    count_followers (self->events, before, CADRE_NO_ROW, &self->n_kept);
  self->counted = before;
  return self->n_kept - (successor != CADRE_NO_ROW && index->manager[successor] == before);
}

/* How many a manager has, but the one who was their manager. */
static guint32
count_gained (Reports *self, guint32 before, guint32 after)
{
  const CadrePairing *posts = cadre_events_posts (self->events);
  const guint32 predecessor = posts->after_of[before];
  const CadreIndex *index = self->events->diff->sides.index_after;
  guint32 n = 0;
  const guint32 *reports = cadre_backward_get (&index->reports, after, &n);

  if (self->n_gained[after] == 0)
    {
      self->n_gained[after] = 1;
      for (guint32 i = 0; i < n; i++)
        self->n_gained[after] += posts->before_of[reports[i]] != CADRE_NO_ROW;
    }

  return self->n_gained[after] - 1 -
         (predecessor != CADRE_NO_ROW && index->manager[predecessor] == after);
}

static void
set_manager_keys (CadreEvents *self, CadreCandidate *lines, guint32 n)
{
  const CadreSides *sides = &self->diff->sides;

  for (guint32 i = 0; i < n; i++)
    {
      const CadreDifference *difference = &self->diff->differences[lines[i].index];

      lines[i].key = (guint64) find_manager (sides->before, difference->before) << 32 |
                     find_manager (sides->after, difference->after);
    }

  cadre_candidates_sort (lines, n);
}

/* Most reports of one post report to another, or most of those of a post
 * reported to another. */
static gboolean
take_reports (CadreEvents *self)
{
  guint32 n = 0;
  const gsize n_after = self->diff->sides.index_after->n_posts;
  g_autofree CadreCandidate *lines = find_lines (self, &n);
  g_autofree guint32 *n_gained = g_try_new0 (guint32, n_after + 1);
  Reports reports = { self, n_gained, CADRE_NO_ROW, 0 };

  if (lines == NULL || n_gained == NULL)
    return FALSE;

  set_manager_keys (self, lines, n);
  for (guint32 i = 0, run = 0; i < n; i += run)
    {
      const guint32 before = (guint32) (lines[i].key >> 32);
      const guint32 after = (guint32) lines[i].key;
      guint32 event = CADRE_NO_EVENT;
      gboolean is_most = FALSE;

      run = cadre_candidates_run (lines + i, n - i);
      if (before == CADRE_NO_ROW || after == CADRE_NO_ROW || run < 2)
        continue;

      is_most = cadre_event_is_most (run, count_lost (&reports, before, after));
      if (!is_most && !cadre_event_is_most (run, count_gained (&reports, before, after)))
        continue;

      event = cadre_events_add_about (self, CADRE_CHANGE_EVENT_KIND_REPORTS_MOVED,
                                      CADRE_RECORD_KIND_POST, before, after);
      if (event == CADRE_NO_EVENT)
        return FALSE;
      self->events[event].scope_kind = is_most ? CADRE_EVENT_SCOPE_REPORTS : CADRE_EVENT_SCOPE_NONE;
      self->events[event].scope = before;
      cadre_events_take (self, lines + i, run, event);
    }

  return TRUE;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const CadreCandidate *x = a;
  const CadreCandidate *y = b;

  return x->key < y->key ? -1 : x->key > y->key;
}

/* The change of unit of the manager, who is the same before and after and goes
 * the same way; G_MAXUINT32 for none. */
static guint32
find_leader (const CadreEvents *self, const CadreCandidate *posts, guint32 n, guint32 i)
{
  const CadreSides *sides = &self->diff->sides;
  const guint32 before = sides->index_before->manager[posts[i].before];
  const guint32 after = sides->index_after->manager[posts[i].after];
  const CadreCandidate wanted = { .key = after };
  const CadreCandidate *found = NULL;

  if (before == CADRE_NO_ROW || after == CADRE_NO_ROW ||
      cadre_events_posts (self)->after_of[before] != after)
    return G_MAXUINT32;

  found = bsearch (&wanted, posts, n, sizeof (CadreCandidate), compare_keys);
  return found != NULL && found->place == posts[i].place ? (guint32) (found - posts) : G_MAXUINT32;
}

static guint32
find_top (guint32 *leader, guint32 i)
{
  while (leader[i] != i)
    {
      leader[i] = leader[leader[i]];
      i = leader[i];
    }

  return i;
}

static void
set_value (CadreEvents *self, guint32 event, guint8 value, guint32 before, guint32 after)
{
  self->events[event].value = value;
  self->events[event].code_before = before;
  self->events[event].code_after = after;
}

static void
set_units (CadreEvents *self, guint32 event, guint32 before, guint32 after)
{
  const CadreSides *sides = &self->diff->sides;

  set_value (self, event, CADRE_RECORD_KIND_UNIT,
             cadre_table_code (cadre_tables_get (sides->before, CADRE_RECORD_KIND_POST),
                               CADRE_FIELD_POST_UNIT, before),
             cadre_table_code (cadre_tables_get (sides->after, CADRE_RECORD_KIND_POST),
                               CADRE_FIELD_POST_UNIT, after));
}

static guint32
add_team (CadreEvents *self, const CadreCandidate *top)
{
  const guint32 event = cadre_events_add_about (self, CADRE_CHANGE_EVENT_KIND_TEAM_MOVED,
                                                CADRE_RECORD_KIND_POST, top->before, top->after);

  if (event == CADRE_NO_EVENT)
    return event;

  self->events[event].scope_kind = CADRE_EVENT_SCOPE_REPORTS;
  self->events[event].scope = top->before;
  set_units (self, event, top->before, top->after);
  return event;
}

/* Puts the teams into events; @leader leads to the top of each team. */
static gboolean
add_teams (CadreEvents *self, const CadreCandidate *posts, guint32 n, guint32 *leader)
{
  g_autofree guint32 *events = g_try_new (guint32, (gsize) n + 1);

  if (events == NULL)
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    events[i] = CADRE_NO_EVENT;
  for (guint32 i = 0; i < n; i++)
    {
      const guint32 top = find_top (leader, i);

      if (top == i)
        continue;
      if (events[top] == CADRE_NO_EVENT)
        events[top] = add_team (self, &posts[top]);
      if (events[top] == CADRE_NO_EVENT)
        return FALSE;
      self->event_of[posts[i].index] = events[top];
      self->event_of[posts[top].index] = events[top];
    }

  return TRUE;
}

static gboolean
take_teams (CadreEvents *self)
{
  guint32 n = 0;
  g_autofree CadreCandidate *posts = find_unit_changes (self, &n);
  g_autofree guint32 *leader = posts != NULL ? g_try_new (guint32, (gsize) n + 1) : NULL;

  if (leader == NULL)
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    {
      posts[i].key = posts[i].after;
      posts[i].place = get_flow (&self->diff->sides, posts[i].before, posts[i].after);
      leader[i] = i;
    }

  cadre_candidates_sort (posts, n);
  for (guint32 i = 0; i < n; i++)
    {
      const guint32 found = find_leader (self, posts, n, i);

      /* Documents may have lines that go in a circle. */
      if (found != G_MAXUINT32 && find_top (leader, found) != i)
        leader[i] = found;
    }

  return add_teams (self, posts, n, leader);
}

/* Several posts went from one unit to another. */
static gboolean
take_flows (CadreEvents *self)
{
  guint32 n = 0;
  g_autofree CadreCandidate *posts = find_unit_changes (self, &n);

  if (posts == NULL)
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    posts[i].key = get_flow (&self->diff->sides, posts[i].before, posts[i].after);
  cadre_candidates_sort (posts, n);
  for (guint32 i = 0, run = 0; i < n; i += run)
    {
      const guint32 before = (guint32) (posts[i].key >> 32);
      const guint32 after = (guint32) posts[i].key;
      guint32 event = CADRE_NO_EVENT;

      run = cadre_candidates_run (posts + i, n - i);
      if (before == CADRE_NO_ROW || after == CADRE_NO_ROW || run < 2)
        continue;

      event = cadre_events_add_about (self, CADRE_CHANGE_EVENT_KIND_POSTS_MOVED,
                                      CADRE_RECORD_KIND_UNIT, before, after);
      if (event == CADRE_NO_EVENT)
        return FALSE;
      set_units (self, event, posts[i].before, posts[i].after);
      cadre_events_take (self, posts + i, run, event);
    }

  return TRUE;
}

static guint32
get_line_code (const CadreTables *tables, guint32 line)
{
  return line != CADRE_NO_ROW ? cadre_table_code (cadre_tables_get (tables, CADRE_RECORD_KIND_LINE),
                                                  CADRE_FIELD_LINE_MANAGER, line)
                              : 0;
}

/* The move of one post, and with it of those who report to it still. */
static guint32
add_move (CadreEvents *self, const CadreDifference *difference, guint32 before, guint32 after)
{
  const CadreSides *sides = &self->diff->sides;
  guint32 n_kept = 0;
  const guint32 n_followers =
    before != CADRE_NO_ROW ? count_followers (self, before, after, &n_kept) : 0;
  const gboolean is_team = n_followers > 0 && n_followers * (guint64) 4 >= n_kept * (guint64) 3;
  const guint32 event = cadre_events_add_about (self,
                                                is_team ? CADRE_CHANGE_EVENT_KIND_TEAM_MOVED
                                                        : CADRE_CHANGE_EVENT_KIND_POST_MOVED,
                                                CADRE_RECORD_KIND_POST, before, after);

  if (event == CADRE_NO_EVENT)
    return event;

  if (is_team)
    {
      self->events[event].scope_kind = CADRE_EVENT_SCOPE_REPORTS;
      self->events[event].scope = before;
    }
  if (cadre_difference_record_kind (difference) == CADRE_RECORD_KIND_LINE)
    set_value (self, event, CADRE_RECORD_KIND_POST,
               get_line_code (sides->before, difference->before),
               get_line_code (sides->after, difference->after));
  else if (before != CADRE_NO_ROW && after != CADRE_NO_ROW)
    set_units (self, event, before, after);
  return event;
}

/* What is left, post by post: the changes of one post are neighbours. */
static gboolean
take_single (CadreEvents *self)
{
  const CadreDiff *diff = self->diff;
  guint32 event = CADRE_NO_EVENT;

  for (guint32 i = 0; i < diff->n_differences; i++)
    {
      const CadreDifference *difference = &diff->differences[i];
      CadreRecordKind owner_kind = CADRE_RECORD_KIND_POST;
      guint32 before = CADRE_NO_ROW;
      guint32 after = CADRE_NO_ROW;

      if (i == 0 || difference->place != difference[-1].place ||
          difference->owner != difference[-1].owner)
        event = CADRE_NO_EVENT;
      if (cadre_difference_kind (difference) != CADRE_CHANGE_KIND_POST_MOVED)
        continue;
      if (!cadre_events_is_free (self, i))
        {
          /* The manager of whoever leads a team is of the team's move. */
          if (self->events[self->event_of[i]].kind == CADRE_CHANGE_EVENT_KIND_TEAM_MOVED &&
              self->events[self->event_of[i]].after == cadre_place_row (difference->place))
            event = self->event_of[i];
          continue;
        }

      cadre_events_owner (diff, difference, &owner_kind, &before, &after);
      if (event == CADRE_NO_EVENT)
        event = add_move (self, difference, before, after);
      if (event == CADRE_NO_EVENT)
        return FALSE;
      self->event_of[i] = event;
    }

  return TRUE;
}

gboolean
cadre_events_take_moves (CadreEvents *self)
{
  return take_reports (self) && take_teams (self) && take_flows (self) && take_single (self);
}
