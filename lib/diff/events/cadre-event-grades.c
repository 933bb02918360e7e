/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Grades that are only called something else.
 *
 * A list may give the titles of grades, and the next one their numbers. By the
 * fields every post has another grade then, and nobody was promoted. It is a
 * matter of naming where most of those who had the one have the other, and make
 * up more than half of those who have it, where the structure before does not know the
 * other nor the one after the one, and the posts are not all of one title: one
 * job that is evaluated anew is a family that was regraded. Nor is it one where the
 * two are different rungs of one scale. Where no grade before
 * is there after, and it is so of several of them, titles need not differ: then a
 * whole scheme has other names, in which each title may have one grade. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

typedef struct
{
  CadreEvents *events;
  guint32 *n_had;       /* by code before: posts that are there after */
  guint32 *n_have;      /* by code after: posts that were there before */
  guint8 *known_before; /* by code after */
  guint8 *known_after;  /* by code after */
  guint32 n_codes;      /* after */
  gboolean all_new;     /* whether the scheme has other names */
} Grades;

static guint32
get_code (const CadreTables *tables, CadreRecordKind kind, guint field, guint32 row)
{
  return cadre_table_code (cadre_tables_get (tables, kind), field, row);
}

/* A code before as it is counted after; what is not there has a number beyond. */
static guint32
translate (const Grades *self, guint32 code)
{
  return self->events->diff->sides.codes[code];
}

static void
know_before (Grades *self, guint32 code)
{
  if (translate (self, code) < self->n_codes)
    self->known_before[translate (self, code)] = TRUE;
}

static void
count_grades (Grades *self)
{
  const CadreSides *sides = &self->events->diff->sides;
  const CadrePairing *posts = cadre_events_posts (self->events);

  for (guint32 row = 0; row < sides->index_before->n_posts; row++)
    {
      const guint32 grade =
        get_code (sides->before, CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_GRADE, row);

      self->n_had[grade] += posts->after_of[row] != CADRE_NO_ROW;
      know_before (self, grade);
    }
  for (guint32 row = 0; row < sides->index_after->n_posts; row++)
    {
      const guint32 grade =
        get_code (sides->after, CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_GRADE, row);

      self->n_have[grade] += posts->before_of[row] != CADRE_NO_ROW;
      self->known_after[grade] = TRUE;
    }
  for (guint32 row = 0; row < cadre_tables_get (sides->before, CADRE_RECORD_KIND_GRADE)->n_rows;
       row++)
    know_before (self,
                 get_code (sides->before, CADRE_RECORD_KIND_GRADE, CADRE_FIELD_GRADE_ID, row));
  for (guint32 row = 0; row < cadre_tables_get (sides->after, CADRE_RECORD_KIND_GRADE)->n_rows;
       row++)
    self->known_after[get_code (sides->after, CADRE_RECORD_KIND_GRADE, CADRE_FIELD_GRADE_ID, row)] =
      TRUE;
}

static gboolean
has_several_titles (const Grades *self, const CadreCandidate *posts, guint32 n)
{
  const CadreTables *tables = self->events->diff->sides.before;
  const guint32 first =
    get_code (tables, CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_TITLE, posts[0].before);

  for (guint32 i = 1; i < n; i++)
    if (get_code (tables, CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_TITLE, posts[i].before) != first)
      return TRUE;

  return FALSE;
}

static guint32
find_grade (const CadreTables *tables, guint32 code)
{
  const guint32 row =
    cadre_tables_find (tables, CADRE_RECORD_KIND_GRADE, cadre_tables_text (tables, code));

  return row < CADRE_AMBIGUOUS_ROW ? row : CADRE_NO_ROW;
}

/* Whether the two are on one scale, one above the other: no two names of one grade are. */
static gboolean
is_other_rung (const Grades *self, guint32 before, guint32 after)
{
  const CadreSides *sides = &self->events->diff->sides;
  const guint32 old = find_grade (sides->before, before);
  const guint32 new = find_grade (sides->after, after);
  guint32 scale = 0;
  int rungs[2] = { -1, -1 };

  if (old == CADRE_NO_ROW || new == CADRE_NO_ROW)
    return FALSE;

  scale = get_code (sides->before, CADRE_RECORD_KIND_GRADE, CADRE_FIELD_GRADE_SCALE, old);
  rungs[0] = cadre_table_integer (cadre_tables_get (sides->before, CADRE_RECORD_KIND_GRADE),
                                  CADRE_FIELD_GRADE_RUNG, old);
  rungs[1] = cadre_table_integer (cadre_tables_get (sides->after, CADRE_RECORD_KIND_GRADE),
                                  CADRE_FIELD_GRADE_RUNG, new);
  return scale >= CADRE_STRING_FIRST && rungs[0] >= 0 && rungs[1] >= 0 && rungs[0] != rungs[1] &&
         translate (self, scale) ==
           get_code (sides->after, CADRE_RECORD_KIND_GRADE, CADRE_FIELD_GRADE_SCALE, new);
}

/* Whether a grade has another name, if its posts were not regraded. */
static gboolean
may_be_naming (const Grades *self, const CadreCandidate *posts, guint32 n)
{
  const guint32 before = (guint32) (posts[0].key >> 32);
  const guint32 after = (guint32) posts[0].key;
  const guint32 same = translate (self, before);

  return before != CADRE_STRING_NONE && after != CADRE_STRING_NONE && before != 0 && after != 0 &&
         cadre_event_is_most (n, self->n_had[before]) && n * (guint64) 2 > self->n_have[after] &&
         !self->known_before[after] && (same >= self->n_codes || !self->known_after[same]) &&
         !is_other_rung (self, before, after);
}

static gboolean
is_naming (const Grades *self, const CadreCandidate *posts, guint32 n)
{
  return may_be_naming (self, posts, n) && (self->all_new || has_several_titles (self, posts, n));
}

/* Whether no grade is there before and after, and several may have other names. */
static gboolean
are_all_new (const Grades *self, const CadreCandidate *posts, guint32 n)
{
  guint32 n_names = 0;

  for (guint32 code = CADRE_STRING_FIRST; code < self->n_codes; code++)
    if (self->known_before[code] && self->known_after[code])
      return FALSE;

  for (guint32 i = 0, run = 0; i < n; i += run)
    {
      run = cadre_candidates_run (posts + i, n - i);
      n_names += may_be_naming (self, posts + i, run);
    }

  return n_names > 1;
}

static gboolean
take_names (Grades *self, const CadreCandidate *posts, guint32 n)
{
  CadreEvents *events = self->events;
  const CadreSides *sides = &events->diff->sides;

  for (guint32 i = 0, run = 0; i < n; i += run)
    {
      const guint32 before = (guint32) (posts[i].key >> 32);
      const guint32 after = (guint32) posts[i].key;
      guint32 event = CADRE_NO_EVENT;

      run = cadre_candidates_run (posts + i, n - i);
      if (!is_naming (self, posts + i, run))
        continue;

      event = cadre_events_add_about (events, CADRE_CHANGE_EVENT_KIND_GRADE_RENAMED,
                                      CADRE_RECORD_KIND_GRADE, find_grade (sides->before, before),
                                      find_grade (sides->after, after));
      if (event == CADRE_NO_EVENT)
        return FALSE;
      events->events[event].inferred = TRUE;
      events->events[event].value = CADRE_RECORD_KIND_GRADE;
      events->events[event].code_before = before;
      events->events[event].code_after = after;
      events->events[event].scope_kind = CADRE_EVENT_SCOPE_GRADE;
      cadre_events_take (events, posts + i, run, event);
    }

  return TRUE;
}

gboolean
cadre_events_take_grades (CadreEvents *self)
{
  const CadreSides *sides = &self->diff->sides;
  const guint32 n_before = cadre_string_table_size (sides->before->strings);
  const guint32 n_after = cadre_string_table_size (sides->after->strings);
  guint32 n = 0;
  g_autofree CadreCandidate *posts =
    cadre_events_find_candidates (self, CADRE_CHANGE_KIND_POST_REGRADED, CADRE_RECORD_KIND_POST,
                                  CADRE_FIELD_POST_GRADE, &n);
  g_autofree guint32 *n_had = NULL;
  g_autofree guint32 *n_have = NULL;
  g_autofree guint8 *known = NULL;
  Grades grades = { .events = self, .n_codes = n_after };

  if (posts == NULL || n < 2)
    return posts != NULL;

  n_had = g_try_new0 (guint32, n_before);
  n_have = g_try_new0 (guint32, n_after);
  known = g_try_malloc0 ((gsize) n_after * 2);
  if (n_had == NULL || n_have == NULL || known == NULL)
    return FALSE;

  grades.n_had = n_had;
  grades.n_have = n_have;
  grades.known_before = known;
  grades.known_after = known + n_after;
  count_grades (&grades);
  for (guint32 i = 0; i < n; i++)
    posts[i].key =
      (guint64) get_code (sides->before, CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_GRADE,
                          posts[i].before)
        << 32 |
      get_code (sides->after, CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_GRADE, posts[i].after);
  cadre_candidates_sort (posts, n);
  grades.all_new = are_all_new (&grades, posts, n);
  return take_names (&grades, posts, n);
}
