/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The posts of an event, and those that did not follow. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

#include <stdlib.h>

typedef struct
{
  CadreEventList *list;
  const CadreEvent *event;
  const CadreCandidate *touched; /* in order of the rows before */
  guint32 n_touched;
  GPtrArray *ids;
} Exceptions;

static guint32
get_post (const CadreTables *tables, guint32 assignment)
{
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);
  const guint32 post = assignment != CADRE_NO_ROW
                         ? cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_POST, assignment)
                         : CADRE_NO_ROW;

  return post < CADRE_AMBIGUOUS_ROW ? post : CADRE_NO_ROW;
}

/* The post that a difference is about, if any. */
static gboolean
find_post (const CadreDiff *diff,
           const CadreDifference *difference,
           guint32 *before,
           guint32 *after)
{
  const CadrePairing *posts = &diff->pairings[CADRE_RECORD_KIND_POST];
  CadreRecordKind kind = CADRE_RECORD_KIND_POST;

  cadre_events_owner (diff, difference, &kind, before, after);
  if (kind == CADRE_RECORD_KIND_ASSIGNMENT)
    {
      *after = get_post (diff->sides.after, *after);
      *before = get_post (diff->sides.before, *before);
      if (*after != CADRE_NO_ROW)
        *before = posts->before_of[*after];
      else if (*before != CADRE_NO_ROW)
        *after = posts->after_of[*before];
    }

  return (kind == CADRE_RECORD_KIND_POST || kind == CADRE_RECORD_KIND_ASSIGNMENT) &&
         (*before != CADRE_NO_ROW || *after != CADRE_NO_ROW);
}

/* Each post once, those that are there after first; by the row before for
 * looking it up. */
static CadreCandidate *
find_posts (CadreEventList *list,
            const guint32 *members,
            guint32 n_members,
            gboolean by_before,
            guint32 *n)
{
  const CadreDiff *diff = list->diff;
  CadreCandidate *posts = g_try_new0 (CadreCandidate, (gsize) n_members + 1);
  guint32 n_left = 0;

  *n = 0;
  if (posts == NULL)
    return NULL;

  for (guint32 i = 0; i < n_members; i++)
    {
      CadreCandidate *post = &posts[*n];

      if (!find_post (diff, &diff->differences[members[i]], &post->before, &post->after))
        continue;
      post->key = by_before ? post->before : post->after;
      post->place = by_before ? post->after : post->before;
      (*n)++;
    }

  cadre_candidates_sort (posts, *n);
  for (guint32 i = 0, run = 0; i < *n; i += run)
    {
      run = cadre_candidates_run (posts + i, *n - i);
      posts[n_left++] = posts[i];
    }

  *n = n_left;
  return posts;
}

static char **
finish (GPtrArray *ids)
{
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

static void
add_id (GPtrArray *ids, const CadreTables *tables, guint32 post)
{
  const char *id = cadre_tables_id (tables, CADRE_RECORD_KIND_POST, post);

  if (id != NULL)
    g_ptr_array_add (ids, g_strdup (id));
}

char **
cadre_event_dup_posts (CadreEventList *list, const guint32 *members, guint32 n)
{
  const CadreSides *sides = &list->diff->sides;
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  guint32 n_posts = 0;
  g_autofree CadreCandidate *posts = find_posts (list, members, n, FALSE, &n_posts);

  for (guint32 i = 0; i < n_posts; i++)
    if (posts[i].after != CADRE_NO_ROW)
      add_id (ids, sides->after, posts[i].after);
    else
      add_id (ids, sides->before, posts[i].before);

  return finish (ids);
}

guint32
cadre_event_count_posts (CadreEventList *list, const guint32 *members, guint32 n)
{
  guint32 n_posts = 0;

  g_free (find_posts (list, members, n, FALSE, &n_posts));
  return n_posts;
}

/* The field of posts whose value the event is about; 0 for none. */
static guint
get_field (const CadreEvent *event)
{
  switch (event->value)
    {
    case CADRE_RECORD_KIND_ORGANISATION:
      return CADRE_FIELD_POST_EMPLOYER;
    case CADRE_RECORD_KIND_SITE:
      return CADRE_FIELD_POST_SITE;
    case CADRE_RECORD_KIND_AREA:
      return CADRE_FIELD_POST_AREA;
    case CADRE_RECORD_KIND_GRADE:
      return CADRE_FIELD_POST_GRADE;
    default:
      return 0;
    }
}

static int
compare_before (gconstpointer a, gconstpointer b)
{
  const CadreCandidate *x = a;
  const CadreCandidate *y = b;

  return x->key < y->key ? -1 : x->key > y->key;
}

/* Whoever has what the others came to was there already. */
static gboolean
is_there (const Exceptions *self, guint32 after)
{
  const CadreTables *tables = self->list->diff->sides.after;
  const guint field = get_field (self->event);

  return field != 0 && cadre_table_code (cadre_tables_get (tables, CADRE_RECORD_KIND_POST), field,
                                         after) == self->event->code_after;
}

static void
add_exception (Exceptions *self, guint32 before)
{
  const CadreDiff *diff = self->list->diff;
  const guint32 after = diff->pairings[CADRE_RECORD_KIND_POST].after_of[before];
  const CadreCandidate wanted = { .key = before };

  if (after == CADRE_NO_ROW || is_there (self, after) ||
      (self->list->posts != NULL && !self->list->posts[after]) ||
      bsearch (&wanted, self->touched, self->n_touched, sizeof (CadreCandidate), compare_before) !=
        NULL)
    return;

  add_id (self->ids, diff->sides.after, after);
}

static void
add_of_units (Exceptions *self)
{
  const CadreIndex *index = self->list->diff->sides.index_before;
  const guint32 position = self->list->events->units.position[self->event->scope];

  for (guint32 i = position; i < self->event->scope_end; i++)
    {
      guint32 n = 0;
      const guint32 *posts = cadre_backward_get (&index->posts_of_unit, index->unit_walk[i], &n);

      for (guint32 k = 0; k < n; k++)
        add_exception (self, posts[k]);
    }
}

static gboolean
is_in_family (const CadreEvent *event, const CadreTables *tables, guint32 post)
{
  if (event->scope_kind == CADRE_EVENT_SCOPE_GRADE)
    return TRUE;

  return event->scope_title != 0
           ? cadre_table_code (cadre_tables_get (tables, CADRE_RECORD_KIND_POST),
                               CADRE_FIELD_POST_TITLE, post) == event->scope_title
           : cadre_events_unit_of (tables, post) == event->scope;
}

static void
add_of_family (Exceptions *self)
{
  const CadreTables *tables = self->list->diff->sides.before;
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  const CadreEvent *event = self->event;

  for (guint32 post = 0; post < posts->n_rows; post++)
    if (cadre_table_code (posts, CADRE_FIELD_POST_GRADE, post) == event->code_before &&
        is_in_family (event, tables, post))
      add_exception (self, post);
}

static void
add_of_reports (Exceptions *self)
{
  const CadreSides *sides = &self->list->diff->sides;
  const guint32 *after_of = self->list->diff->pairings[CADRE_RECORD_KIND_POST].after_of;
  guint32 n = 0;
  const guint32 *reports =
    cadre_backward_get (&sides->index_before->reports, self->event->scope, &n);

  /* Whoever is the manager now is not among those who followed or not. */
  for (guint32 i = 0; i < n; i++)
    if (after_of[reports[i]] != CADRE_NO_ROW && after_of[reports[i]] != self->event->after &&
        sides->index_after->manager[after_of[reports[i]]] != self->event->after)
      add_exception (self, reports[i]);
}

char **
cadre_event_dup_exceptions (CadreEventList *list, const CadreEvent *event)
{
  Exceptions self = { list, event, NULL, 0, g_ptr_array_new_with_free_func (g_free) };
  g_autofree CadreCandidate *touched = NULL;

  if (event->scope_kind != CADRE_EVENT_SCOPE_NONE)
    touched = find_posts (list, list->members + event->first, event->n, TRUE, &self.n_touched);
  self.touched = touched;

  if (touched != NULL && event->scope_kind == CADRE_EVENT_SCOPE_UNITS)
    add_of_units (&self);
  else if (touched != NULL && (event->scope_kind == CADRE_EVENT_SCOPE_FAMILY ||
                               event->scope_kind == CADRE_EVENT_SCOPE_GRADE))
    add_of_family (&self);
  else if (touched != NULL && event->scope_kind == CADRE_EVENT_SCOPE_REPORTS)
    add_of_reports (&self);

  return finish (self.ids);
}
