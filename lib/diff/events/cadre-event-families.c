/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts that were regraded together.
 *
 * A family is the posts that had one title and one grade before; what is left
 * of them is looked at as the posts of one unit that had one grade. Titles and
 * tiers that change alike need no family: all of them are one event. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

/* How many posts have one title, or unit, and grade. */
typedef struct
{
  guint64 key;
  guint32 n;
} Family;

typedef struct
{
  CadreEvents *events;
  gboolean by_title;
  GHashTable *families;     /* (element-type guint64 Family): asked, never walked */
  guint8 *is_regraded_from; /* by code before */
} Families;

static guint32
get_code (const CadreTables *tables, guint field, guint32 post)
{
  return cadre_table_code (cadre_tables_get (tables, CADRE_RECORD_KIND_POST), field, post);
}

/* g_int64_hash() folds the two halves onto each other, and both are small. */
static guint
hash_family (gconstpointer key)
{
  return (guint) ((*(const guint64 *) key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32);
}

/* The title, or unit, and the grade that a post has before; 0 where one of them
 * is not known. */
static guint64
get_family (const Families *self, guint32 post)
{
  const CadreTables *tables = self->events->diff->sides.before;
  const guint32 grade = get_code (tables, CADRE_FIELD_POST_GRADE, post);
  const guint32 unit = cadre_events_unit_of (tables, post);
  const guint32 other =
    self->by_title ? get_code (tables, CADRE_FIELD_POST_TITLE, post) : unit + 1; /* none is 0 */

  return other != 0 && grade != 0 ? (guint64) other << 32 | grade : 0;
}

static guint64
get_grade_after (const Families *self, guint32 post)
{
  return get_code (self->events->diff->sides.after, CADRE_FIELD_POST_GRADE, post);
}

static gboolean
add_family (Families *self, guint64 key)
{
  Family *family = g_hash_table_lookup (self->families, &key);

  if (family != NULL)
    return TRUE;
  family = g_try_new0 (Family, 1);
  if (family == NULL)
    return FALSE;

  family->key = key;
  g_hash_table_insert (self->families, &family->key, family);
  return TRUE;
}

/* Counts all posts of the families that are there after, but those that an
 * event has. */
static void
count_families (Families *self, const CadreCandidate *taken, guint32 n_taken)
{
  const CadreTables *tables = self->events->diff->sides.before;
  const guint32 n_posts = self->events->diff->sides.index_before->n_posts;
  const guint32 *after_of = cadre_events_posts (self->events)->after_of;

  for (guint32 post = 0; post < n_posts; post++)
    if (self->is_regraded_from[get_code (tables, CADRE_FIELD_POST_GRADE, post)] &&
        after_of[post] != CADRE_NO_ROW)
      {
        const guint64 key = get_family (self, post);
        Family *family = g_hash_table_lookup (self->families, &key);

        if (family != NULL)
          family->n++;
      }

  for (guint32 i = 0; i < n_taken; i++)
    if (!cadre_events_is_free (self->events, taken[i].index))
      {
        const guint64 key = get_family (self, taken[i].before);
        Family *family = g_hash_table_lookup (self->families, &key);

        if (family != NULL)
          family->n--;
      }
}

static guint32
add_event (Families *self, const CadreCandidate *first)
{
  CadreEvents *events = self->events;
  const guint32 unit = self->by_title ? CADRE_NO_ROW : (guint32) (first->key >> 32) - 1;
  const guint32 number =
    cadre_events_add (events, CADRE_CHANGE_EVENT_KIND_FAMILY_REGRADED,
                      self->by_title ? CADRE_RECORD_KIND_POST : CADRE_RECORD_KIND_UNIT);
  CadreEvent *event = NULL;

  if (number == CADRE_NO_EVENT)
    return number;

  event = &events->events[number];
  if (unit != CADRE_NO_ROW)
    {
      event->before = unit;
      event->after = events->diff->pairings[CADRE_RECORD_KIND_UNIT].after_of[unit];
    }
  event->value = CADRE_RECORD_KIND_GRADE;
  event->code_before = (guint32) first->key;
  event->code_after = (guint32) first->place;
  event->scope_kind = CADRE_EVENT_SCOPE_FAMILY;
  event->scope = unit;
  event->scope_title = self->by_title ? (guint32) (first->key >> 32) : 0;
  return number;
}

static gboolean
take_families (Families *self, CadreCandidate *posts, guint32 n)
{
  for (guint32 i = 0, run = 0; i < n; i += run)
    {
      const Family *family = g_hash_table_lookup (self->families, &posts[i].key);
      guint32 event = CADRE_NO_EVENT;

      run = cadre_candidates_run (posts + i, n - i);
      if (family == NULL || !cadre_event_is_most (run, family->n))
        continue;
      event = add_event (self, &posts[i]);
      if (event == CADRE_NO_EVENT)
        return FALSE;
      cadre_events_take (self->events, posts + i, run, event);
    }

  return TRUE;
}

/* @all are all posts with another grade, taken or not. */
static gboolean
take_by (CadreEvents *self, gboolean by_title, const CadreCandidate *all, guint32 n_all)
{
  const guint32 n_codes = cadre_string_table_size (self->diff->sides.before->strings);
  g_autoptr (GHashTable) table = g_hash_table_new_full (hash_family, g_int64_equal, NULL, g_free);
  g_autofree guint8 *is_regraded_from = g_try_malloc0 (n_codes);
  g_autofree CadreCandidate *posts = g_try_new (CadreCandidate, (gsize) n_all + 1);
  Families families = { self, by_title, table, is_regraded_from };
  guint32 n = 0;

  if (is_regraded_from == NULL || posts == NULL)
    return FALSE;

  for (guint32 i = 0; i < n_all; i++)
    {
      const guint64 key = get_family (&families, all[i].before);

      if (key == 0 || !cadre_events_is_free (self, all[i].index))
        continue;
      posts[n] = all[i];
      posts[n].key = key;
      posts[n++].place = get_grade_after (&families, all[i].after);
      is_regraded_from[(guint32) key] = TRUE;
      if (!add_family (&families, key))
        return FALSE;
    }
  if (n < 2)
    return TRUE;

  count_families (&families, all, n_all);
  cadre_candidates_sort (posts, n);
  return take_families (&families, posts, n);
}

static gboolean
take_regraded (CadreEvents *self)
{
  guint32 n = 0;
  g_autofree CadreCandidate *all =
    cadre_events_find_candidates (self, CADRE_CHANGE_KIND_POST_REGRADED, CADRE_RECORD_KIND_POST,
                                  CADRE_FIELD_POST_GRADE, &n);

  return all != NULL && (n < 2 || (take_by (self, TRUE, all, n) && take_by (self, FALSE, all, n)));
}

/* One event for each value before and after. */
static gboolean
take_values (CadreEvents *self,
             CadreChangeEventKind kind,
             guint8 value,
             CadreCandidate *posts,
             guint32 n)
{
  cadre_candidates_sort (posts, n);
  for (guint32 i = 0, run = 0; i < n; i += run)
    {
      const guint32 event = cadre_events_add (self, kind, CADRE_RECORD_KIND_POST);

      run = cadre_candidates_run (posts + i, n - i);
      if (event == CADRE_NO_EVENT)
        return FALSE;
      self->events[event].value = value;
      self->events[event].code_before = (guint32) posts[i].key;
      self->events[event].code_after = (guint32) (posts[i].key >> 32);
      if (run == 1)
        {
          self->events[event].before = posts[i].before;
          self->events[event].after = posts[i].after;
        }
      cadre_events_take (self, posts + i, run, event);
    }

  return TRUE;
}

/* Titles in the first language, where the two structures have the same one. */
static gboolean
take_retitled (CadreEvents *self)
{
  const CadreSides *sides = &self->diff->sides;
  guint32 n = 0;
  guint32 n_left = 0;
  g_autofree CadreCandidate *posts =
    cadre_events_find_candidates (self, CADRE_CHANGE_KIND_POST_RETITLED, CADRE_RECORD_KIND_POST,
                                  CADRE_FIELD_POST_TITLE, &n);

  if (posts == NULL)
    return FALSE;
  if (sides->codes[sides->before->language] != sides->after->language)
    return TRUE;

  for (guint32 i = 0; i < n; i++)
    if (self->diff->differences[posts[i].index].language == sides->after->language &&
        (self->diff->differences[posts[i].index].what & CADRE_WHAT_LANGUAGE_BEFORE) == 0)
      {
        posts[n_left] = posts[i];
        posts[n_left++].key =
          (guint64) get_code (sides->after, CADRE_FIELD_POST_TITLE, posts[i].after) << 32 |
          get_code (sides->before, CADRE_FIELD_POST_TITLE, posts[i].before);
      }

  return take_values (self, CADRE_CHANGE_EVENT_KIND_POSTS_RETITLED, CADRE_EVENT_VALUE_TEXT, posts,
                      n_left);
}

static guint32
get_tier (const CadreTables *tables, guint32 post)
{
  return (guint32) cadre_table_integer (cadre_tables_get (tables, CADRE_RECORD_KIND_POST),
                                        CADRE_FIELD_POST_TIER, post);
}

static gboolean
take_retiered (CadreEvents *self)
{
  guint32 n = 0;
  g_autofree CadreCandidate *posts =
    cadre_events_find_candidates (self, CADRE_CHANGE_KIND_POST_RETIERED, CADRE_RECORD_KIND_POST,
                                  CADRE_FIELD_POST_TIER, &n);

  if (posts == NULL)
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    posts[i].key = (guint64) get_tier (self->diff->sides.after, posts[i].after) << 32 |
                   get_tier (self->diff->sides.before, posts[i].before);
  return take_values (self, CADRE_CHANGE_EVENT_KIND_POSTS_RETIERED, CADRE_EVENT_VALUE_NUMBER, posts,
                      n);
}

gboolean
cadre_events_take_families (CadreEvents *self)
{
  return take_regraded (self) && take_retitled (self) && take_retiered (self);
}
