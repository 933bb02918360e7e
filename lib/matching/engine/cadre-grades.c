/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Whether two grades are near each other.
 *
 * Within a pay scheme the grades have an order. Between schemes only what is
 * recorded as equivalent can be compared; nothing follows from names, pay or
 * scores, and one equivalence does not follow from two others. */

#include "config.h"

#include "matching/engine/cadre-engine-private.h"

#include <stdlib.h>
#include <string.h>

static int
compare_grades (gconstpointer a, gconstpointer b)
{
  const CadreGradeRow *x = a;
  const CadreGradeRow *y = b;

  return x->grade < y->grade ? -1 : x->grade > y->grade;
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const CadreGradeLink *x = a;
  const CadreGradeLink *y = b;

  if (x->grade != y->grade)
    return x->grade < y->grade ? -1 : 1;
  return x->other < y->other ? -1 : x->other > y->other;
}

static const CadreGradeRow *
find_grade (const CadreEngine *self, guint32 grade)
{
  CadreGradeRow key = { grade, 0, 0 };

  return self->grades.n > 0 ? bsearch (&key, self->grades.data, self->grades.n,
                                       sizeof (CadreGradeRow), compare_grades)
                            : NULL;
}

/* A grade of both structures is taken as the structure after has it. */
static gboolean
read_grades (CadreEngine *self, guint side)
{
  const CadreSide *own = &self->sides[side];
  const CadreTable *table = cadre_tables_get (own->tables, CADRE_RECORD_KIND_GRADE);
  gsize n_known = self->grades.n;

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      CadreGradeRow grade = {
        cadre_side_code (own, cadre_table_code (table, CADRE_FIELD_GRADE_ID, row)),
        cadre_side_code (own, cadre_table_code (table, CADRE_FIELD_GRADE_SCALE, row)),
        cadre_table_integer (table, CADRE_FIELD_GRADE_RUNG, row),
      };

      if (n_known > 0 && bsearch (&grade, self->grades.data, n_known, sizeof (CadreGradeRow),
                                  compare_grades) != NULL)
        continue;
      if (!cadre_vector_push (&self->grades, &grade))
        return FALSE;
    }

  if (self->grades.n > 0)
    qsort (self->grades.data, self->grades.n, sizeof (CadreGradeRow), compare_grades);
  return TRUE;
}

static gboolean
read_links (CadreEngine *self, guint side)
{
  const CadreSide *own = &self->sides[side];
  const CadreTable *table = cadre_tables_get (own->tables, CADRE_RECORD_KIND_GRADE_EQUIVALENCE);

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      CadreGradeLink link = {
        cadre_side_code (own, cadre_table_code (table, CADRE_FIELD_GRADE_EQUIVALENCE_GRADE, row)),
        cadre_side_code (own,
                         cadre_table_code (table, CADRE_FIELD_GRADE_EQUIVALENCE_OTHER_GRADE, row)),
      };
      CadreGradeLink turned = { link.other, link.grade };

      if (!cadre_vector_push (&self->grade_links, &link) ||
          !cadre_vector_push (&self->grade_links, &turned))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_grades_of_posts (CadreEngine *self, guint side)
{
  const CadreSide *own = &self->sides[side];
  const CadreTable *posts = cadre_tables_get (own->tables, CADRE_RECORD_KIND_POST);

  self->grade[side] = g_try_new0 (guint32, (gsize) own->n_posts + 1);
  if (self->grade[side] == NULL)
    return FALSE;

  for (guint32 post = 0; post < own->n_posts; post++)
    self->grade[side][post] =
      cadre_side_code (own, cadre_table_code (posts, CADRE_FIELD_POST_GRADE, post));

  return TRUE;
}

gboolean
cadre_engine_find_grades (CadreEngine *self)
{
  const CadreTable *posts =
    cadre_tables_get (self->sides[CADRE_AFTER].tables, CADRE_RECORD_KIND_POST);

  self->provisional = g_try_new0 (guint8, (gsize) posts->n_rows + 1);
  if (self->provisional == NULL || !read_grades (self, CADRE_AFTER) ||
      !read_grades (self, CADRE_BEFORE) || !read_links (self, CADRE_AFTER) ||
      !read_links (self, CADRE_BEFORE) || !read_grades_of_posts (self, CADRE_BEFORE) ||
      !read_grades_of_posts (self, CADRE_AFTER))
    return FALSE;

  if (self->grade_links.n > 0)
    qsort (self->grade_links.data, self->grade_links.n, sizeof (CadreGradeLink), compare_links);
  for (guint32 post = 0; post < posts->n_rows; post++)
    self->provisional[post] = cadre_table_word (posts, CADRE_FIELD_POST_GRADE_STATUS, post) ==
                              CADRE_GRADE_STATUS_PROVISIONAL;

  cadre_engine_apply_gradings (self);
  return TRUE;
}

#define NOT_KNOWN G_MININT64

/* How much higher @b is than @a. */
static gint64
rung_difference (const CadreGradeRow *a, const CadreGradeRow *b)
{
  if (a->scale != b->scale || a->scale <= CADRE_STRING_NONE || a->rung < 0 || b->rung < 0)
    return NOT_KNOWN;

  return (gint64) b->rung - a->rung;
}

/* How much higher @other is than a grade of its own scheme that is equivalent to
 * @grade. Where equivalents say different things, nothing is known. */
static gint64
linked_difference (const CadreEngine *self, guint32 grade, const CadreGradeRow *other)
{
  const CadreGradeLink *links = self->grade_links.data;
  gint64 difference = NOT_KNOWN;
  gsize low = 0;
  gsize high = self->grade_links.n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (links[middle].grade < grade)
        low = middle + 1;
      else
        high = middle;
    }

  for (gsize i = low; i < self->grade_links.n && links[i].grade == grade; i++)
    {
      const CadreGradeRow *equivalent = find_grade (self, links[i].other);
      gint64 found = links[i].other == other->grade ? 0
                     : equivalent != NULL           ? rung_difference (equivalent, other)
                                                    : NOT_KNOWN;

      if (found == NOT_KNOWN)
        continue;
      if (difference != NOT_KNOWN && difference != found)
        return NOT_KNOWN;
      difference = found;
    }

  return difference;
}

/* How much higher @other is than @grade. */
static gint64
grade_difference (const CadreEngine *self, guint32 grade, guint32 other)
{
  const CadreGradeRow *a = NULL;
  const CadreGradeRow *b = NULL;
  gint64 forward = NOT_KNOWN;
  gint64 back = NOT_KNOWN;

  if (grade <= CADRE_STRING_NONE || other <= CADRE_STRING_NONE)
    return NOT_KNOWN;
  if (grade == other)
    return 0;

  a = find_grade (self, grade);
  b = find_grade (self, other);
  if (a == NULL || b == NULL)
    return NOT_KNOWN;
  if (a->scale == b->scale)
    return rung_difference (a, b);

  forward = linked_difference (self, grade, b);
  back = linked_difference (self, other, a);
  if (forward == NOT_KNOWN)
    return back != NOT_KNOWN ? -back : NOT_KNOWN;

  return back == NOT_KNOWN || forward == -back ? forward : NOT_KNOWN;
}

CadreTruth
cadre_engine_grades_within (const CadreEngine *self, guint32 grade, guint32 other, int up, int down)
{
  gint64 difference = 0;
  int most = up;

  if (up == CADRE_ANY_DIFFERENCE && down == CADRE_ANY_DIFFERENCE)
    return CADRE_TRUTH_TRUE;

  difference = grade_difference (self, grade, other);
  if (difference == NOT_KNOWN)
    return CADRE_TRUTH_UNKNOWN;
  if (difference < 0)
    most = down;

  return most == CADRE_ANY_DIFFERENCE || ABS (difference) <= most ? CADRE_TRUTH_TRUE
                                                                  : CADRE_TRUTH_FALSE;
}

CadreTruth
cadre_engine_is_higher (const CadreEngine *self, guint32 grade, guint32 other)
{
  gint64 difference = grade_difference (self, grade, other);

  if (difference == NOT_KNOWN)
    return CADRE_TRUTH_UNKNOWN;

  return difference > 0 ? CADRE_TRUTH_TRUE : CADRE_TRUTH_FALSE;
}
