/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which differences a view shows.
 *
 * Both sides count: a post that leaves a unit is in the view of the unit that it
 * leaves as well as of the one that it comes to. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

typedef struct
{
  CadreDiff *diff;
  const CadreEvents *events; /* (nullable): where each change is told by itself */
  CadreDiffView *view;
  gboolean by_unit;
  gboolean by_employer;
  gboolean by_tier;
  guint8 *units_before; /* by unit: whether it is in the view */
  guint8 *units_after;
} Filter;

static gboolean
has_any (char **texts)
{
  return texts != NULL && texts[0] != NULL;
}

/* Whether the view is of a part of the organisation, and not only of some kinds of change. */
static gboolean
is_of_part (const Filter *self)
{
  return self->by_unit || self->by_employer || self->by_tier;
}

/* The units with these ids, and all below them. */
static guint8 *
mark_units (const CadreTables *tables, const CadreIndex *index, char **ids)
{
  guint8 *marks = g_try_malloc0 ((gsize) index->n_units + 1);
  const CadreTable *units = cadre_tables_get (tables, CADRE_RECORD_KIND_UNIT);

  if (marks == NULL || !has_any (ids))
    return marks;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const guint32 first = cadre_tables_find (tables, CADRE_RECORD_KIND_UNIT, ids[i]);

      for (guint32 row = first; row < units->n_rows && cadre_table_code (units, 0, row) ==
                                                         cadre_table_code (units, 0, first);
           row++)
        marks[row] = TRUE;
    }

  for (guint32 i = 0; i < index->n_units_walked; i++)
    {
      const guint32 unit = index->unit_walk[i];

      if (index->unit_parent[unit] != CADRE_NO_ROW && marks[index->unit_parent[unit]])
        marks[unit] = TRUE;
    }

  return marks;
}

static gboolean
is_employer (const CadreDiffView *view, const CadreTables *tables, guint32 code)
{
  const char *id = cadre_tables_text (tables, code);

  return id != NULL && g_strv_contains ((const char *const *) view->employers, id);
}

static gboolean
shows_post_on (const Filter *self, const CadreTables *tables, const CadreIndex *index, guint32 post)
{
  const guint8 *marks = tables == self->diff->sides.before ? self->units_before : self->units_after;
  const guint32 unit = cadre_events_unit_of (tables, post);

  if (post == CADRE_NO_ROW)
    return FALSE;
  if (self->by_unit && (unit == CADRE_NO_ROW || !marks[unit]))
    return FALSE;
  if (self->by_employer &&
      !is_employer (self->view, tables,
                    cadre_table_code (cadre_tables_get (tables, CADRE_RECORD_KIND_POST),
                                      CADRE_FIELD_POST_EMPLOYER, post)))
    return FALSE;

  return !self->by_tier || (index->tier[post] != CADRE_NO_TIER &&
                            cadre_diff_view_shows_tier (self->view, index->tier[post]));
}

static gboolean
shows_post (const Filter *self, guint32 before, guint32 after)
{
  const CadreSides *sides = &self->diff->sides;

  return shows_post_on (self, sides->before, sides->index_before, before) ||
         shows_post_on (self, sides->after, sides->index_after, after);
}

static gboolean
shows_unit_on (const Filter *self, const CadreTables *tables, guint32 unit)
{
  const guint8 *marks = tables == self->diff->sides.before ? self->units_before : self->units_after;
  const CadreTable *units = cadre_tables_get (tables, CADRE_RECORD_KIND_UNIT);
  const guint32 *codes = NULL;
  guint n = 0;

  if (unit == CADRE_NO_ROW || self->by_tier || (self->by_unit && !marks[unit]))
    return FALSE;
  if (!self->by_employer)
    return TRUE;

  codes =
    cadre_tables_list (tables, cadre_table_code (units, CADRE_FIELD_UNIT_ORGANISATIONS, unit), &n);
  for (guint i = 0; i < n; i++)
    if (is_employer (self->view, tables, codes[i]))
      return TRUE;

  return FALSE;
}

static gboolean
shows_organisation (const Filter *self, guint32 before, guint32 after)
{
  const CadreTables *tables =
    after != CADRE_NO_ROW ? self->diff->sides.after : self->diff->sides.before;
  const guint32 row = after != CADRE_NO_ROW ? after : before;

  return !self->by_unit && !self->by_tier && row != CADRE_NO_ROW &&
         is_employer (self->view, tables,
                      cadre_table_code (cadre_tables_get (tables, CADRE_RECORD_KIND_ORGANISATION),
                                        CADRE_FIELD_ORGANISATION_ID, row));
}

static guint32
get_post_of_assignment (const CadreTables *tables, guint32 row)
{
  const CadreTable *assignments = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);
  const guint32 post = row != CADRE_NO_ROW
                         ? cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_POST, row)
                         : CADRE_NO_ROW;

  return post < CADRE_AMBIGUOUS_ROW ? post : CADRE_NO_ROW;
}

static gboolean
shows_place (const Filter *self, const CadreDifference *difference)
{
  const CadreSides *sides = &self->diff->sides;
  CadreRecordKind kind = CADRE_RECORD_KIND_POST;
  guint32 before = CADRE_NO_ROW;
  guint32 after = CADRE_NO_ROW;

  cadre_events_owner (self->diff, difference, &kind, &before, &after);
  switch ((guint) kind)
    {
    case CADRE_RECORD_KIND_POST:
      return shows_post (self, before, after);
    case CADRE_RECORD_KIND_ASSIGNMENT:
      return shows_post (self, get_post_of_assignment (sides->before, before),
                         get_post_of_assignment (sides->after, after));
    case CADRE_RECORD_KIND_UNIT:
      return shows_unit_on (self, sides->before, before) ||
             shows_unit_on (self, sides->after, after);
    case CADRE_RECORD_KIND_ORGANISATION:
      return shows_organisation (self, before, after);
    default:
      return FALSE;
    }
}

/* A unit that is renamed may be found by its posts only: no change of them is of that kind. So
 * whoever asks for a kind is shown all of the events that are called so. */
static void
mark (const Filter *self, guint8 *shown)
{
  const gboolean by_place = is_of_part (self);
  guint8 kinds[CADRE_N_EVENT_KINDS];

  cadre_event_kinds_find_shown (self->view, kinds);

  for (guint32 i = 0; i < self->diff->n_differences; i++)
    {
      const CadreDifference *difference = &self->diff->differences[i];
      const gboolean is_asked =
        cadre_diff_view_shows_kind (self->view, cadre_difference_kind (difference)) ||
        (self->events != NULL && kinds[self->events->events[self->events->event_of[i]].kind]);

      shown[i] = is_asked && (!by_place || shows_place (self, difference));
    }
}

/* By post after that was there before: whether it is in the part that the view is of. */
static guint8 *
mark_posts (const Filter *self)
{
  const CadrePairing *posts = &self->diff->pairings[CADRE_RECORD_KIND_POST];
  const guint32 n_posts = self->diff->sides.index_after->n_posts;
  guint8 *marks = g_try_malloc0 ((gsize) n_posts + 1);

  for (guint32 post = 0; marks != NULL && post < n_posts; post++)
    marks[post] =
      posts->before_of[post] != CADRE_NO_ROW && shows_post (self, posts->before_of[post], post);

  return marks;
}

guint8 *
cadre_events_filter (CadreDiff *diff,
                     const CadreEvents *events,
                     CadreDiffView *view,
                     guint8 **posts)
{
  guint8 *shown = g_try_malloc ((gsize) diff->n_differences + 1);
  g_autofree guint8 *before = NULL;
  g_autofree guint8 *after = NULL;
  Filter self = { .diff = diff, .events = events, .view = view };

  if (shown == NULL)
    return NULL;

  self.by_unit = has_any (view->units);
  self.by_employer = has_any (view->employers);
  self.by_tier = view->tiers->len > 0;
  before = mark_units (diff->sides.before, diff->sides.index_before, view->units);
  after = mark_units (diff->sides.after, diff->sides.index_after, view->units);
  if (before == NULL || after == NULL)
    {
      g_free (shown);
      return NULL;
    }

  self.units_before = before;
  self.units_after = after;
  mark (&self, shown);
  *posts = is_of_part (&self) ? mark_posts (&self) : NULL;
  if (is_of_part (&self) && *posts == NULL)
    g_clear_pointer (&shown, g_free);
  return shown;
}
