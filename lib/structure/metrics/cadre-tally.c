/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Adding up posts and the people in them. Whatever is not known stays so: it
 * makes the least and the most of a sum differ. */

#include "config.h"

#include "structure/cadre-staffing-private.h"
#include "structure/metrics/cadre-figures-private.h"
#include "structure/metrics/cadre-tally-private.h"
#include "structure/metrics/cadre-total-private.h"
#include <cadre/cadre-structure-error.h>

#include <stdlib.h>
#include <string.h>

/* A sum of whole numbers. */
typedef struct
{
  gint64 least;
  gint64 most;
  guint n_unknown;
  gboolean is_unbounded; /* whether the most is not known */
} Range;

/* A sum of fractions. */
typedef struct
{
  CadreFractionSum sum;
  guint n_unknown;
  guint32 first; /* the first and the last row that was added */
  guint32 last;
} Equivalents;

typedef struct
{
  const CadreStaff *staff;
  CadreStaffing staffing;
  gboolean has_assignments;
  guint n_of_standing[4];
  guint n_pooled; /* of those that count */
  Range positions;
  Range vacancies;
  Range cost;
  guint n_unknown_heads;
  gboolean are_heads_unbounded;
  gboolean is_anybody_unnamed; /* who is surely in post */
  Equivalents budgeted;        /* rows of posts */
  Equivalents in_post;         /* rows of assignments */
  guint32 *persons;            /* a row for each assignment that was added */
  guint32 n_persons;
  guint64 *scratch;
  CadreSpans spans;
} Tally;

static gboolean
set_memory_error (GError **error)
{
  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                       "There is not enough memory to add up the structure");
  return FALSE;
}

static gboolean
set_range_error (const CadreTables *tables,
                 CadreRecordKind kind,
                 guint32 row,
                 const char *what,
                 GError **error)
{
  g_autofree char *origin = cadre_tables_dup_origin (tables, kind, row);

  g_set_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_RANGE,
               "With that of %s the sum of the %s is too large to be held", origin, what);
  return FALSE;
}

/* Whether anything is a stub: mostly nothing is, and then no post need be asked. */
static gboolean
has_stubs (const CadreTables *tables)
{
  return tables->tables[CADRE_RECORD_KIND_POST].columns[CADRE_FIELD_POST_OUTSIDE] != NULL ||
         tables->tables[CADRE_RECORD_KIND_UNIT].columns[CADRE_FIELD_UNIT_OUTSIDE] != NULL ||
         tables->tables[CADRE_RECORD_KIND_ORGANISATION].columns[CADRE_FIELD_ORGANISATION_OUTSIDE] !=
           NULL;
}

static CadreStanding
find_standing (const CadreTables *tables,
               const guint8 *outside_units,
               gboolean is_dated,
               guint32 post)
{
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);

  if (is_dated &&
      cadre_tables_in_force (tables, posts->kind, post, tables->as_of) == CADRE_TRUTH_FALSE)
    return CADRE_STANDING_NOT_IN_FORCE;
  if (outside_units != NULL && cadre_staffing_is_outside (tables, outside_units, post))
    return CADRE_STANDING_OUTSIDE;

  return cadre_table_word (posts, CADRE_FIELD_POST_STATUS, post) == CADRE_POST_STATUS_DEFERRED
           ? CADRE_STANDING_DEFERRED
           : CADRE_STANDING_COUNTS;
}

guint8 *
cadre_tally_find_standings (const CadreTables *tables, const CadreIndex *index)
{
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  gboolean is_dated = cadre_table_is_dated (posts);
  g_autofree guint8 *outside_units = NULL;
  g_autofree guint8 *standings = g_try_malloc ((gsize) index->n_posts + 1);

  if (has_stubs (tables))
    {
      outside_units = cadre_staffing_find_outside_units (tables, index);
      if (outside_units == NULL)
        return NULL;
    }
  if (standings == NULL)
    return NULL;

  memset (standings, CADRE_STANDING_COUNTS, index->n_posts);
  if (outside_units != NULL || is_dated || posts->columns[CADRE_FIELD_POST_STATUS] != NULL)
    for (guint32 i = 0; i < index->n_posts; i++)
      standings[i] = (guint8) find_standing (tables, outside_units, is_dated, i);

  return g_steal_pointer (&standings);
}

static void
add_unknown (Range *range)
{
  range->n_unknown++;
  range->is_unbounded = TRUE;
}

static gboolean
add_known (Range *range, gint64 least, gint64 most)
{
  return !__builtin_add_overflow (range->least, least, &range->least) &&
         !__builtin_add_overflow (range->most, most, &range->most);
}

static gboolean
add_equivalent (Equivalents *self,
                const CadreTables *tables,
                CadreRecordKind kind,
                guint32 row,
                CadreFteState state,
                const CadreFraction *fte,
                GError **error)
{
  if (state == CADRE_FTE_UNKNOWN || state == CADRE_FTE_INCOMPLETE)
    {
      self->n_unknown++;
      return TRUE;
    }

  if (state == CADRE_FTE_RANGE ||
      !cadre_fraction_sum_add (&self->sum, fte->numerator, fte->denominator, NULL))
    return set_range_error (tables, kind, row, "full-time equivalents", error);

  if (self->first == CADRE_NO_ROW)
    self->first = row;
  self->last = row;
  return TRUE;
}

/* Positions that nobody is said to be in. Whether they are vacant is another
 * question: the post may be declared not to be, and a document without any
 * assignment says nothing of who is where. */
static gboolean
add_vacancies (Tally *self, guint32 post, int establishment)
{
  const CadreTables *tables = self->staff->tables;
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  const guint8 *states = posts->columns[CADRE_FIELD_POST_VACANCY];
  CadreVacancyState state = states != NULL ? states[post] : CADRE_VACANCY_STATE_UNKNOWN;
  gboolean is_held = state == CADRE_VACANCY_STATE_NONE;
  gboolean is_silent = state == CADRE_VACANCY_STATE_UNKNOWN && !self->has_assignments;
  guint32 n_filled =
    self->has_assignments
      ? cadre_staffing_count_filled (tables, self->staff->index, post, self->scratch)
      : 0;
  gint64 n_empty = (gint64) establishment - n_filled;

  if (establishment >= 0 && n_empty <= 0)
    return TRUE;
  if (establishment >= 0 && !is_held && !is_silent)
    return add_known (&self->vacancies, n_empty, n_empty);

  /* Somebody whom nobody names is in them, or may be. */
  if (is_held ? n_filled == 0 || establishment >= 0 : is_silent)
    {
      self->n_unknown_heads++;
      self->are_heads_unbounded = TRUE;
      self->is_anybody_unnamed |= is_held;
      self->in_post.n_unknown++;
    }
  if (is_held)
    return TRUE;

  self->vacancies.n_unknown++;
  self->vacancies.is_unbounded |= establishment < 0;
  return add_known (&self->vacancies, 0, MAX (n_empty, 0));
}

/* What a post has of its own, whoever is in it. */
static gboolean
add_post (Tally *self, guint32 post, GError **error)
{
  const CadreTables *tables = self->staff->tables;
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  const gint32 *establishments = posts->columns[CADRE_FIELD_POST_ESTABLISHMENT];
  int establishment = establishments != NULL ? establishments[post] : 1;
  gint64 cost = cadre_table_pence (posts, CADRE_FIELD_POST_COST, post);
  CadreFraction fte = { 0, 1 };
  CadreFteState state = cadre_staffing_get_budget (&self->staffing, post, &fte);

  self->n_pooled += cadre_table_word (posts, CADRE_FIELD_POST_GROUPED, post) == CADRE_TRUTH_TRUE;
  if (establishment < 0)
    add_unknown (&self->positions);
  else if (!add_known (&self->positions, establishment, establishment))
    return set_range_error (tables, posts->kind, post, "establishments", error);

  if (cost < 0)
    add_unknown (&self->cost);
  else if (!add_known (&self->cost, cost, cost))
    return set_range_error (tables, posts->kind, post, "costs", error);

  if (!add_vacancies (self, post, establishment))
    return set_range_error (tables, posts->kind, post, "vacancies", error);

  return add_equivalent (&self->budgeted, tables, posts->kind, post, state, &fte, error);
}

static gboolean
add_assignment (Tally *self, guint32 row, GError **error)
{
  const CadreTables *tables = self->staff->tables;
  const CadreTable *assignments = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 person = cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_PERSON, row);
  CadreFraction fte = { 0, 1 };
  CadreFteState state = cadre_staffing_get_fte (&self->staffing, row, &fte);

  if (person < CADRE_AMBIGUOUS_ROW)
    self->persons[self->n_persons++] = person;
  else
    {
      self->n_unknown_heads++;
      self->is_anybody_unnamed = TRUE;
    }

  return add_equivalent (&self->in_post, tables, assignments->kind, row, state, &fte, error);
}

static gboolean
add_people (Tally *self, guint32 post, GError **error)
{
  const CadreIndex *index = self->staff->index;
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&index->assignments_of_post, post, &n);

  for (guint32 i = 0; i < n; i++)
    if (index->in_post[rows[i]] && !add_assignment (self, rows[i], error))
      return FALSE;

  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/* How many different persons there are: by marks where they are many, by
 * sorting where they are few among many. */
static gboolean
count_persons (const Tally *self, guint32 *n_heads)
{
  guint32 n_all = self->staff->tables->tables[CADRE_RECORD_KIND_PERSON].n_rows;
  g_autofree guint8 *seen = NULL;

  *n_heads = 0;
  if (self->n_persons < n_all / 32)
    {
      qsort (self->persons, self->n_persons, sizeof (guint32), compare_rows);
      for (guint32 i = 0; i < self->n_persons; i++)
        *n_heads += i == 0 || self->persons[i] != self->persons[i - 1];
      return TRUE;
    }

  seen = g_try_malloc0 ((gsize) n_all + 1);
  if (seen == NULL)
    return FALSE;
  for (guint32 i = 0; i < self->n_persons; i++)
    {
      *n_heads += !seen[self->persons[i]];
      seen[self->persons[i]] = TRUE;
    }

  return TRUE;
}

static CadreTotal *
make_total (const Range *range)
{
  CadreFraction least = { range->least, 1 };
  CadreFraction most = { range->most, 1 };

  return cadre_total_new (&least, range->is_unbounded ? NULL : &most, range->n_unknown);
}

static CadreTotal *
make_total_of_heads (const Tally *self, guint32 n_heads)
{
  /* Whoever is not named may be somebody who is counted already. */
  Range heads = { MAX (n_heads, self->is_anybody_unnamed ? 1 : 0),
                  (gint64) n_heads + self->n_unknown_heads, self->n_unknown_heads,
                  self->are_heads_unbounded };

  return make_total (&heads);
}

static CadreTotal *
make_total_of_equivalents (const Equivalents *self,
                           const CadreTables *tables,
                           CadreRecordKind kind,
                           GError **error)
{
  CadreFraction sum = { 0, 1 };
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (cadre_fraction_sum_get (&self->sum, &sum, NULL))
    return cadre_total_new (&sum, self->n_unknown > 0 ? NULL : &sum, self->n_unknown);

  first = cadre_tables_dup_origin (tables, kind, self->first);
  last = cadre_tables_dup_origin (tables, kind, self->last);
  g_set_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_RANGE,
               "The full-time equivalents from %s to %s cannot be added up exactly", first, last);
  return NULL;
}

static CadreFigures *
make_figures (const Tally *self, GError **error)
{
  const CadreTables *tables = self->staff->tables;
  CadreTotal *totals[CADRE_N_FIGURES] = { NULL };
  g_autoptr (CadreTotal) budgeted = NULL;
  g_autoptr (CadreTotal) in_post = NULL;
  guint32 n_heads = 0;

  if (!count_persons (self, &n_heads))
    {
      set_memory_error (error);
      return NULL;
    }
  budgeted = make_total_of_equivalents (&self->budgeted, tables, CADRE_RECORD_KIND_POST, error);
  if (budgeted == NULL)
    return NULL;
  in_post = make_total_of_equivalents (&self->in_post, tables, CADRE_RECORD_KIND_ASSIGNMENT, error);
  if (in_post == NULL)
    return NULL;

  totals[CADRE_FIGURE_POSITIONS] = make_total (&self->positions);
  totals[CADRE_FIGURE_VACANCIES] = make_total (&self->vacancies);
  totals[CADRE_FIGURE_HEADS] = make_total_of_heads (self, n_heads);
  totals[CADRE_FIGURE_BUDGETED_FTE] = g_steal_pointer (&budgeted);
  totals[CADRE_FIGURE_IN_POST_FTE] = g_steal_pointer (&in_post);
  totals[CADRE_FIGURE_COST] = make_total (&self->cost);
  return cadre_figures_new_take (self->n_of_standing[CADRE_STANDING_COUNTS], self->n_pooled,
                                 self->n_of_standing[CADRE_STANDING_DEFERRED],
                                 self->n_of_standing[CADRE_STANDING_OUTSIDE], &self->spans, totals);
}

static gboolean
begin (Tally *self, const CadreStaff *staff, GError **error)
{
  gsize n_assignments = staff->tables->tables[CADRE_RECORD_KIND_ASSIGNMENT].n_rows;

  *self = (Tally){ .staff = staff };
  cadre_staffing_init (&self->staffing, staff->tables, staff->index);
  self->has_assignments = n_assignments > 0;
  self->budgeted.first = CADRE_NO_ROW;
  self->in_post.first = CADRE_NO_ROW;
  self->persons = g_try_new (guint32, n_assignments + 1);
  self->scratch = g_try_new (guint64, n_assignments + 1);

  return self->persons != NULL && self->scratch != NULL ? TRUE : set_memory_error (error);
}

static CadreFigures *
end (Tally *self, gboolean ok, GError **error)
{
  CadreFigures *figures = ok ? make_figures (self, error) : NULL;

  cadre_fraction_sum_clear (&self->budgeted.sum);
  cadre_fraction_sum_clear (&self->in_post.sum);
  g_free (self->persons);
  g_free (self->scratch);
  return figures;
}

CadreFigures *
cadre_tally_posts (const CadreStaff *staff, const guint32 *posts, guint32 n_posts, GError **error)
{
  Tally self;
  gboolean ok = begin (&self, staff, error);

  for (guint32 i = 0; ok && i < n_posts; i++)
    {
      guint32 post = posts != NULL ? posts[i] : i;

      self.n_of_standing[staff->standings[post]]++;
      if (staff->standings[post] == CADRE_STANDING_COUNTS)
        ok = add_post (&self, post, error) && add_people (&self, post, error);
    }
  if (ok && !cadre_spans_measure (staff, posts, n_posts, &self.spans))
    ok = set_memory_error (error);

  return end (&self, ok, error);
}

CadreFigures *
cadre_tally_employer (const CadreStaff *staff, guint32 organisation, GError **error)
{
  const CadreTable *posts = cadre_tables_get (staff->tables, CADRE_RECORD_KIND_POST);
  const CadreTable *assignments = cadre_tables_get (staff->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  g_autofree guint32 *rows = g_try_new (guint32, (gsize) posts->n_rows + 1);
  guint32 n_rows = 0;
  Tally self;
  gboolean ok = begin (&self, staff, error);

  if (ok && rows == NULL)
    ok = set_memory_error (error);

  for (guint32 i = 0; ok && i < posts->n_rows; i++)
    if (cadre_table_reference (posts, CADRE_FIELD_POST_EMPLOYER, i) == organisation)
      {
        rows[n_rows++] = i;
        self.n_of_standing[staff->standings[i]]++;
        if (staff->standings[i] == CADRE_STANDING_COUNTS)
          ok = add_post (&self, i, error);
      }

  for (guint32 i = 0; ok && i < assignments->n_rows; i++)
    {
      guint32 post = cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_POST, i);

      if (staff->index->in_post[i] && post < posts->n_rows &&
          staff->standings[post] == CADRE_STANDING_COUNTS &&
          cadre_staffing_get_employer (staff->tables, i) == organisation)
        ok = add_assignment (&self, i, error);
    }
  if (ok && !cadre_spans_measure (staff, rows, n_rows, &self.spans))
    ok = set_memory_error (error);

  return end (&self, ok, error);
}
