/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "structure/cadre-staffing-private.h"

#include <stdlib.h>
#include <string.h>

/* The fields of hours stand in the same order in posts and in assignments. */
enum
{
  HOURS,
  STANDARD_HOURS,
  PAID_WEEKS,
  YEAR_WEEKS,
  FTE,
};

G_STATIC_ASSERT (CADRE_FIELD_POST_FTE - CADRE_FIELD_POST_HOURS == FTE);
G_STATIC_ASSERT (CADRE_FIELD_ASSIGNMENT_FTE - CADRE_FIELD_ASSIGNMENT_HOURS == FTE);

/* Where to look for the terms of a contract, in turn; CADRE_NO_ROW for nowhere. */
typedef struct
{
  guint32 assignment;
  guint32 post;
  guint32 employer;
} Terms;

/* What stands for a term that is said not to be known; 0 is one that is not
 * stated. */
#define SAID_TO_BE_UNKNOWN (-1)

void
cadre_staffing_init (CadreStaffing *self, const CadreTables *tables, const CadreIndex *index)
{
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  const CadreTable *assignments = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);

  memset (self, 0, sizeof (*self));
  self->tables = tables;
  self->index = index;
  self->is_plain = TRUE;
  for (guint term = STANDARD_HOURS; term <= YEAR_WEEKS; term++)
    self->is_plain &= posts->columns[CADRE_FIELD_POST_HOURS + term] == NULL &&
                      assignments->columns[CADRE_FIELD_ASSIGNMENT_HOURS + term] == NULL;
}

/* Whether a row says anything of a term, if only that it is not known. */
static gboolean
get_term (const CadreTables *tables,
          CadreRecordKind kind,
          guint32 row,
          guint field,
          CadreFraction *value)
{
  const CadreTable *table = cadre_tables_get (tables, kind);

  if (row >= table->n_rows)
    return FALSE;
  if (cadre_tables_fraction (tables, table, field, row, &value->numerator, &value->denominator))
    return TRUE;
  if (cadre_tables_fraction_form (tables, table, field, row) == CADRE_FRACTION_ABSENT)
    return FALSE;

  *value = (CadreFraction){ 0, SAID_TO_BE_UNKNOWN };
  return TRUE;
}

static gboolean
get_of_assignment (const CadreTables *tables, const Terms *terms, guint term, CadreFraction *value)
{
  return get_term (tables, CADRE_RECORD_KIND_ASSIGNMENT, terms->assignment,
                   CADRE_FIELD_ASSIGNMENT_HOURS + term, value);
}

static gboolean
get_of_post (const CadreTables *tables, const Terms *terms, guint term, CadreFraction *value)
{
  return get_term (tables, CADRE_RECORD_KIND_POST, terms->post, CADRE_FIELD_POST_HOURS + term,
                   value);
}

static gboolean
get_standard_hours (const CadreTables *tables, const Terms *terms, CadreFraction *value)
{
  return get_of_assignment (tables, terms, STANDARD_HOURS, value) ||
         get_of_post (tables, terms, STANDARD_HOURS, value) ||
         get_term (tables, CADRE_RECORD_KIND_ORGANISATION, terms->employer,
                   CADRE_FIELD_ORGANISATION_STANDARD_HOURS, value);
}

static gboolean
get_weeks (const CadreTables *tables, const Terms *terms, guint term, CadreFraction *value)
{
  return get_of_assignment (tables, terms, term, value) || get_of_post (tables, terms, term, value);
}

static CadreFteState
multiply_by_ratio (CadreFraction *value, const CadreFraction *part, const CadreFraction *whole)
{
  CadreFraction inverse = { whole->denominator, whole->numerator };

  if (whole->numerator <= 0)
    return CADRE_FTE_INCOMPLETE;
  if (!cadre_fraction_product_of (value, part, value, NULL) ||
      !cadre_fraction_product_of (value, &inverse, value, NULL))
    return CADRE_FTE_RANGE;

  return CADRE_FTE_KNOWN;
}

/* Hours over standard hours, times paid weeks over the weeks of a year. Where no
 * paid weeks are stated the whole year is paid. A term that is not known has a
 * denominator of 0 or less. */
static CadreFteState
work_out (const CadreFraction terms[4], CadreFraction *fte)
{
  CadreFteState state = CADRE_FTE_INCOMPLETE;

  *fte = (CadreFraction){ 1, 1 };
  if (terms[HOURS].denominator <= 0)
    return CADRE_FTE_UNKNOWN;
  if (terms[STANDARD_HOURS].denominator <= 0)
    return CADRE_FTE_INCOMPLETE;

  state = multiply_by_ratio (fte, &terms[HOURS], &terms[STANDARD_HOURS]);
  if (state != CADRE_FTE_KNOWN || terms[PAID_WEEKS].denominator == 0)
    return state;
  if (terms[PAID_WEEKS].denominator < 0 || terms[YEAR_WEEKS].denominator <= 0)
    return CADRE_FTE_INCOMPLETE;

  return multiply_by_ratio (fte, &terms[PAID_WEEKS], &terms[YEAR_WEEKS]);
}

/* Products side by side: one after the other they take longer than the search. */
static guint
hash_terms (const CadreFraction *terms, guint n_terms)
{
  static const guint64 factors[4] = {
    G_GUINT64_CONSTANT (0x9e3779b97f4a7c15),
    G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9),
    G_GUINT64_CONSTANT (0x94d049bb133111eb),
    G_GUINT64_CONSTANT (0xd6e8feb86659fd93),
  };
  guint64 hash = 0;

  for (guint i = 0; i < n_terms; i++)
    hash += ((guint64) terms[i].numerator + 1000003 * (guint64) terms[i].denominator) * factors[i];

  return (guint) (hash >> 32) % CADRE_N_FTE_PATTERNS;
}

static gboolean
are_same_terms (const CadreFraction *a, const CadreFraction *b, guint n_terms)
{
  guint64 difference = 0;

  for (guint i = 0; i < n_terms; i++)
    difference |=
      (guint64) (a[i].numerator ^ b[i].numerator) | (guint64) (a[i].denominator ^ b[i].denominator);

  return difference == 0;
}

static void
find_whole (const CadreTables *tables, const Terms *where, CadreFraction terms[4])
{
  get_standard_hours (tables, where, &terms[STANDARD_HOURS]);
  get_weeks (tables, where, PAID_WEEKS, &terms[PAID_WEEKS]);
  get_weeks (tables, where, YEAR_WEEKS, &terms[YEAR_WEEKS]);
}

/* What follows from the hours in terms[0]; the others are found here. Where only
 * employers state them, the employer stands for them in the pattern. */
static CadreFteState
look_up (CadreStaffing *self, const Terms *where, CadreFraction terms[4], CadreFraction *fte)
{
  guint n_terms = self->is_plain ? 2 : 4;
  CadreFtePattern *pattern = NULL;

  if (self->is_plain)
    terms[STANDARD_HOURS] = (CadreFraction){ where->employer, -1 };
  else
    find_whole (self->tables, where, terms);

  pattern = &self->patterns[hash_terms (terms, n_terms)];
  if (!pattern->is_used || !are_same_terms (pattern->terms, terms, n_terms))
    {
      memcpy (pattern->terms, terms, sizeof (pattern->terms));
      if (self->is_plain)
        {
          terms[STANDARD_HOURS].denominator = 0;
          find_whole (self->tables, where, terms);
        }
      pattern->state = work_out (terms, &pattern->fte);
      pattern->is_used = TRUE;
    }

  *fte = pattern->fte;
  return pattern->state;
}

static Terms
find_terms (const CadreTables *tables, guint32 assignment)
{
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);
  Terms where = { assignment, CADRE_NO_ROW, CADRE_NO_ROW };

  where.post = cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_POST, assignment);
  where.employer = cadre_staffing_get_employer (tables, assignment);
  return where;
}

CadreFteState
cadre_staffing_work_out_assignment (CadreStaffing *self, guint32 row, CadreFraction *fte)
{
  Terms where = { row, CADRE_NO_ROW, CADRE_NO_ROW };
  CadreFraction terms[4] = { { 0, 0 } };

  if (!get_of_assignment (self->tables, &where, HOURS, &terms[HOURS]))
    return CADRE_FTE_UNKNOWN;

  where = find_terms (self->tables, row);
  return look_up (self, &where, terms, fte);
}

CadreFteState
cadre_staffing_work_out_position (CadreStaffing *self, guint32 post, CadreFraction *fte)
{
  const CadreTable *table = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  Terms where = { CADRE_NO_ROW, post, CADRE_NO_ROW };
  CadreFraction terms[4] = { { 0, 0 } };

  if (!get_of_post (self->tables, &where, HOURS, &terms[HOURS]))
    return CADRE_FTE_UNKNOWN;

  where.employer = cadre_table_reference (table, CADRE_FIELD_POST_EMPLOYER, post);
  return look_up (self, &where, terms, fte);
}

/* Whether an assignment says anything of its hours over the whole but what it
 * has of these itself. */
static gboolean
has_own_whole (const CadreTables *tables, const Terms *where)
{
  CadreFraction value = { 0, 0 };

  for (guint term = STANDARD_HOURS; term <= YEAR_WEEKS; term++)
    if (get_of_assignment (tables, where, term, &value))
      return TRUE;

  return FALSE;
}

/* What an assignment has that says nothing of its hours: a position of its post,
 * whole, unless it shares one. */
static CadreFteState
get_from_post (CadreStaffing *self, guint32 assignment, CadreFraction *fte)
{
  const CadreTable *table = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  const guint8 *shares = self->index->shares_position;
  Terms where = find_terms (self->tables, assignment);
  CadreFraction terms[4] = { { 0, 0 } };

  if (where.post >= CADRE_AMBIGUOUS_ROW || (shares != NULL && shares[assignment]) ||
      cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_JOB_SHARE, assignment) > CADRE_STRING_NONE)
    return CADRE_FTE_UNKNOWN;
  if (!self->is_plain && has_own_whole (self->tables, &where))
    return get_of_post (self->tables, &where, HOURS, &terms[HOURS])
             ? look_up (self, &where, terms, fte)
             : CADRE_FTE_UNKNOWN;

  return cadre_staffing_get_position_fte (self, where.post, fte);
}

CadreFteState
cadre_staffing_get_fte (CadreStaffing *self, guint32 assignment, CadreFraction *fte)
{
  Terms where = { assignment, CADRE_NO_ROW, CADRE_NO_ROW };
  CadreFraction hours = { 0, 0 };
  gboolean is_stated = get_of_assignment (self->tables, &where, FTE, fte);

  if (is_stated && fte->denominator > 0)
    return CADRE_FTE_KNOWN;

  return is_stated || get_of_assignment (self->tables, &where, HOURS, &hours)
           ? cadre_staffing_work_out_assignment (self, assignment, fte)
           : get_from_post (self, assignment, fte);
}

CadreFteState
cadre_staffing_get_position_fte (CadreStaffing *self, guint32 post, CadreFraction *fte)
{
  Terms where = { CADRE_NO_ROW, post, CADRE_NO_ROW };

  return get_of_post (self->tables, &where, FTE, fte) && fte->denominator > 0
           ? CADRE_FTE_KNOWN
           : cadre_staffing_work_out_position (self, post, fte);
}

CadreFteState
cadre_staffing_get_budget (CadreStaffing *self, guint32 post, CadreFraction *fte)
{
  const CadreTable *table = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  const gint32 *establishments = table->columns[CADRE_FIELD_POST_ESTABLISHMENT];
  int establishment = establishments != NULL ? establishments[post] : 1;
  CadreFraction positions = { establishment, 1 };
  CadreFteState state = CADRE_FTE_KNOWN;

  if (cadre_tables_fraction (self->tables, table, CADRE_FIELD_POST_BUDGETED_FTE, post,
                             &fte->numerator, &fte->denominator))
    return CADRE_FTE_KNOWN;

  state = cadre_staffing_get_position_fte (self, post, fte);
  if (state != CADRE_FTE_KNOWN || establishment == 1)
    return state;
  if (establishment < 0)
    return CADRE_FTE_UNKNOWN;

  return cadre_fraction_product_of (fte, &positions, fte, NULL) ? CADRE_FTE_KNOWN : CADRE_FTE_RANGE;
}

/* The employer of the home assignment, by its own fields. It is not followed
 * any further, so that assignments that name each other end. */
static guint32
get_home_employer (const CadreTables *tables, guint32 assignment)
{
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  guint32 home = cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_HOME_ASSIGNMENT, assignment);
  guint32 post = CADRE_NO_ROW;

  if (home >= table->n_rows)
    return CADRE_NO_ROW;
  if (cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_EMPLOYER, home) != CADRE_STRING_UNKNOWN)
    return cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_EMPLOYER, home);

  post = cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_POST, home);
  return post < posts->n_rows ? cadre_table_reference (posts, CADRE_FIELD_POST_EMPLOYER, post)
                              : CADRE_NO_ROW;
}

static guint32
find_employer (const CadreTables *tables, guint32 assignment)
{
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  gboolean seconded =
    cadre_table_word (table, CADRE_FIELD_ASSIGNMENT_BASIS, assignment) == CADRE_BASIS_SECONDMENT;
  guint32 post = CADRE_NO_ROW;

  /* Terms stay with the home organisation: the post's own employer is the host. */
  if (seconded && cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_HOME_ORGANISATION, assignment) >
                    CADRE_STRING_NONE)
    return cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_HOME_ORGANISATION, assignment);
  if (cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_EMPLOYER, assignment) != CADRE_STRING_UNKNOWN)
    return cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_EMPLOYER, assignment);
  if (seconded)
    return get_home_employer (tables, assignment);

  post = cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_POST, assignment);
  return post < posts->n_rows ? cadre_table_reference (posts, CADRE_FIELD_POST_EMPLOYER, post)
                              : CADRE_NO_ROW;
}

guint32
cadre_staffing_get_employer (const CadreTables *tables, guint32 assignment)
{
  guint32 employer = find_employer (tables, assignment);

  return employer < tables->tables[CADRE_RECORD_KIND_ORGANISATION].n_rows ? employer : CADRE_NO_ROW;
}

guint8 *
cadre_staffing_find_outside_units (const CadreTables *tables, const CadreIndex *index)
{
  const CadreTable *units = cadre_tables_get (tables, CADRE_RECORD_KIND_UNIT);
  guint8 *outside = g_try_malloc0 ((gsize) index->n_units + 1);

  /* Parents stand before their parts in the walk; a unit on a cycle answers for
   * itself. */
  for (guint32 i = 0; outside != NULL && i < index->n_units; i++)
    {
      guint32 unit = index->unit_walk[i];
      guint32 parent = index->unit_parent[unit];

      outside[unit] =
        cadre_table_word (units, CADRE_FIELD_UNIT_OUTSIDE, unit) == CADRE_TRUTH_TRUE ||
        (i < index->n_units_walked && parent != CADRE_NO_ROW && outside[parent]);
    }

  return outside;
}

gboolean
cadre_staffing_is_outside (const CadreTables *tables, const guint8 *outside_units, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  const CadreTable *organisations = cadre_tables_get (tables, CADRE_RECORD_KIND_ORGANISATION);
  guint32 unit = cadre_table_reference (posts, CADRE_FIELD_POST_UNIT, post);
  guint32 employer = cadre_table_reference (posts, CADRE_FIELD_POST_EMPLOYER, post);

  return cadre_table_word (posts, CADRE_FIELD_POST_OUTSIDE, post) == CADRE_TRUTH_TRUE ||
         (unit < CADRE_AMBIGUOUS_ROW && outside_units[unit]) ||
         (employer < CADRE_AMBIGUOUS_ROW &&
          cadre_table_word (organisations, CADRE_FIELD_ORGANISATION_OUTSIDE, employer) ==
            CADRE_TRUTH_TRUE);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a;
  guint64 y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

/* What makes two assignments share a position: its number, or the key of a job
 * share. 0 where nothing says that they do. */
static guint64
get_position_key (const CadreTable *assignments, guint32 row)
{
  int position = cadre_table_integer (assignments, CADRE_FIELD_ASSIGNMENT_POSITION, row);
  guint32 share = cadre_table_code (assignments, CADRE_FIELD_ASSIGNMENT_JOB_SHARE, row);

  if (position >= 0)
    return (guint64) 1 << 32 | (guint64) position;
  return share > CADRE_STRING_NONE ? (guint64) 2 << 32 | share : 0;
}

static guint32
count_distinct (guint64 *keys, guint32 n)
{
  guint32 n_distinct = 0;

  qsort (keys, n, sizeof (guint64), compare_keys);
  for (guint32 i = 0; i < n; i++)
    if (i == 0 || keys[i] != keys[i - 1])
      n_distinct++;

  return n_distinct;
}

guint32
cadre_staffing_count_filled (const CadreTables *tables,
                             const CadreIndex *index,
                             guint32 post,
                             guint64 *scratch)
{
  const CadreTable *assignments = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&index->assignments_of_post, post, &n);
  guint32 n_keys = 0;
  guint32 n_alone = 0;

  if (n <= 1)
    return n == 1 && index->in_post[rows[0]];

  for (guint32 i = 0; i < n; i++)
    if (index->in_post[rows[i]])
      {
        scratch[n_keys] = get_position_key (assignments, rows[i]);
        if (scratch[n_keys] == 0)
          n_alone++;
        else
          n_keys++;
      }

  return n_alone + count_distinct (scratch, n_keys);
}

gboolean
cadre_staffing_is_vacant (const CadreIndex *index, guint32 post)
{
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&index->assignments_of_post, post, &n);

  for (guint32 i = 0; i < n; i++)
    if (index->in_post[rows[i]])
      return FALSE;

  return TRUE;
}
