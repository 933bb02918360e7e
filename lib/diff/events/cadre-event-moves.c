/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts that moved together.
 *
 * Whoever reports to somebody who moved has the manager that they had, and has
 * no change. But they may be in another unit as well: these changes, down to
 * the last report, belong to the move of the one at the top. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

#include <stdlib.h>

/* A post has few differences; of one that has thousands of lines not all are looked at again and
 * again. */
#define MOST_BESIDE 64u

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
set_value (CadreEvents *self, guint32 event, guint8 value, guint32 before, guint32 after)
{
  self->events[event].value = value;
  self->events[event].code_before = before;
  self->events[event].code_after = after;
}

/* That it leads from another thing as well. */
static void
set_also (CadreEvents *self, guint32 event, guint8 value, guint32 before, guint32 after)
{
  self->events[event].also = value;
  self->events[event].also_before = before;
  self->events[event].also_after = after;
}

static guint32
get_unit_code (const CadreTables *tables, guint32 post)
{
  return post != CADRE_NO_ROW ? cadre_table_code (cadre_tables_get (tables, CADRE_RECORD_KIND_POST),
                                                  CADRE_FIELD_POST_UNIT, post)
                              : 0;
}

static void
set_units (CadreEvents *self, guint32 event, guint32 before, guint32 after)
{
  const CadreSides *sides = &self->diff->sides;

  set_value (self, event, CADRE_RECORD_KIND_UNIT, get_unit_code (sides->before, before),
             get_unit_code (sides->after, after));
}

static guint32
get_line_code (const CadreTables *tables, guint32 line)
{
  return line != CADRE_NO_ROW ? cadre_table_code (cadre_tables_get (tables, CADRE_RECORD_KIND_LINE),
                                                  CADRE_FIELD_LINE_MANAGER, line)
                              : 0;
}

static gboolean
is_of_same_post (const CadreDifference *x, const CadreDifference *y)
{
  return x->place == y->place && x->owner == y->owner;
}

/* The change of unit, or of manager, of the post of a difference, which no event
 * has: all differences of a post are neighbours. CADRE_NO_EVENT for none. */
static guint32
find_beside (const CadreEvents *self, guint32 index, CadreRecordKind kind, guint field)
{
  const CadreDiff *diff = self->diff;
  const CadreDifference *all = diff->differences;
  const guint32 wanted = CADRE_WHAT (CADRE_CHANGE_KIND_POST_MOVED, kind, field) & ~CADRE_WHAT_FLAGS;
  const guint32 least = index > MOST_BESIDE ? index - MOST_BESIDE : 0;
  const guint32 end = MIN (diff->n_differences - index, MOST_BESIDE) + index;
  guint32 i = index;

  while (i > least && is_of_same_post (&all[i - 1], &all[index]))
    i--;
  for (; i < end && is_of_same_post (&all[i], &all[index]); i++)
    if ((all[i].what & ~CADRE_WHAT_FLAGS) == wanted && cadre_events_is_free (self, i))
      return i;

  return CADRE_NO_EVENT;
}

static guint32
find_unit_beside (const CadreEvents *self, guint32 index)
{
  return find_beside (self, index, CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_UNIT);
}

/* The change of manager, with what it leads from and to. */
static guint32
find_line_beside (const CadreEvents *self, guint32 index, guint32 *before, guint32 *after)
{
  const CadreSides *sides = &self->diff->sides;
  const guint32 found = find_beside (self, index, CADRE_RECORD_KIND_LINE, CADRE_FIELD_LINE_MANAGER);

  *before = 0;
  *after = 0;
  if (found == CADRE_NO_EVENT)
    return found;

  *before = get_line_code (sides->before, self->diff->differences[found].before);
  *after = get_line_code (sides->after, self->diff->differences[found].after);
  return found;
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

/* Whether all reports that moved have changed unit alike, and have nobody below
 * them who went with them. */
static gboolean
went_alike (const CadreEvents *self, const CadreCandidate *lines, guint32 n)
{
  const CadreSides *sides = &self->diff->sides;
  const guint64 flow = get_flow (sides, lines[0].before, lines[0].after);

  for (guint32 i = 0; i < n; i++)
    {
      guint32 n_reports = 0;

      cadre_backward_get (&sides->index_after->reports, lines[i].after, &n_reports);
      if (n_reports > 0 || get_flow (sides, lines[i].before, lines[i].after) != flow ||
          find_unit_beside (self, lines[i].index) == CADRE_NO_EVENT)
        return FALSE;
    }

  return TRUE;
}

static void
take_lines (CadreEvents *self, const CadreCandidate *lines, guint32 n, guint32 event)
{
  const CadreSides *sides = &self->diff->sides;

  if (went_alike (self, lines, n))
    {
      set_also (self, event, CADRE_RECORD_KIND_UNIT, get_unit_code (sides->before, lines[0].before),
                get_unit_code (sides->after, lines[0].after));
      for (guint32 i = 0; i < n; i++)
        {
          const guint32 unit = find_unit_beside (self, lines[i].index);

          /* A document may have two lines of one post. */
          if (unit != CADRE_NO_EVENT)
            self->event_of[unit] = event;
        }
    }
  cadre_events_take (self, lines, n, event);
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
      take_lines (self, lines + i, run, event);
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

/* Where posts have another manager too, it is those with the same ones that went together. */
static void
set_flow_keys (CadreEvents *self, CadreCandidate *posts, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    {
      guint32 before = 0;
      guint32 after = 0;

      posts[i].key = get_flow (&self->diff->sides, posts[i].before, posts[i].after);
      if (find_line_beside (self, posts[i].index, &before, &after) != CADRE_NO_EVENT)
        posts[i].place = before != 0 || after != 0 ? (guint64) before << 32 | after : G_MAXUINT64;
    }

  cadre_candidates_sort (posts, n);
}

static void
take_flow (CadreEvents *self, const CadreCandidate *posts, guint32 n, guint32 event)
{
  guint32 before = 0;
  guint32 after = 0;

  set_units (self, event, posts[0].before, posts[0].after);
  for (guint32 i = 0; i < n; i++)
    {
      const guint32 line = find_line_beside (self, posts[i].index, &before, &after);

      if (line == CADRE_NO_EVENT)
        continue;
      set_also (self, event, CADRE_RECORD_KIND_POST, before, after);
      self->event_of[line] = event;
    }
  cadre_events_take (self, posts, n, event);
}

/* Several posts went from one unit to another. */
static gboolean
take_flows (CadreEvents *self)
{
  guint32 n = 0;
  g_autofree CadreCandidate *posts = find_unit_changes (self, &n);

  if (posts == NULL)
    return FALSE;

  set_flow_keys (self, posts, n);
  for (guint32 i = 0, run = 0; i < n; i += run)
    {
      const guint32 before = (guint32) (posts[i].key >> 32);
      const guint32 after = (guint32) posts[i].key;
      guint32 event = CADRE_NO_EVENT;

      run = cadre_candidates_run (posts + i, n - i);
      if (before == CADRE_NO_ROW || after == CADRE_NO_ROW || run < 2 ||
          posts[i].place == G_MAXUINT64)
        continue;

      event = cadre_events_add_about (self, CADRE_CHANGE_EVENT_KIND_POSTS_MOVED,
                                      CADRE_RECORD_KIND_UNIT, before, after);
      if (event == CADRE_NO_EVENT)
        return FALSE;
      take_flow (self, posts + i, run, event);
    }

  return TRUE;
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

/* A change of the manager of whoever has changed unit, or the other way round. */
static void
add_also (CadreEvents *self, guint32 event, const CadreDifference *difference)
{
  const CadreSides *sides = &self->diff->sides;
  const CadreEvent *told = &self->events[event];
  const gboolean is_line = cadre_difference_record_kind (difference) == CADRE_RECORD_KIND_LINE;
  const guint8 value = is_line ? CADRE_RECORD_KIND_POST : CADRE_RECORD_KIND_UNIT;

  if (told->also != CADRE_EVENT_VALUE_NONE || told->value == value)
    return;
  if (is_line)
    set_also (self, event, value, get_line_code (sides->before, difference->before),
              get_line_code (sides->after, difference->after));
  else
    set_also (self, event, value, get_unit_code (sides->before, told->before),
              get_unit_code (sides->after, told->after));
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
      if (event != CADRE_NO_EVENT)
        add_also (self, event, difference);
      else
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
