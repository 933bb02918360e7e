/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* More in post than there is room for. These are warnings: two people share a
 * post for a handover, and many have two part-time jobs. What is judged is the
 * full-time equivalent, and where that is not known, the positions filled. */

#include "config.h"

#include "structure/cadre-staffing-private.h"
#include "structure/validate/cadre-validate-private.h"

typedef struct
{
  CadreFractionSum sum;
  guint32 n_unknown;
  gboolean is_held; /* whether the sum could be held */
} InPost;

/* Adds up those in post; FALSE where dates cannot be told because the structure
 * has none itself. */
static gboolean
add_in_post (const CadreValidation *self, const guint32 *rows, guint32 n_rows, InPost *in_post)
{
  const CadreTables *tables = self->tables;

  in_post->sum.n_terms = 0;
  in_post->n_unknown = 0;
  in_post->is_held = TRUE;
  for (guint32 i = 0; i < n_rows; i++)
    {
      CadreFraction fte = { 0, 1 };

      if (tables->as_of <= CADRE_PACKED_DATE_UNKNOWN &&
          cadre_validate_is_dated (tables, CADRE_RECORD_KIND_ASSIGNMENT, rows[i]))
        return FALSE;
      if (!self->index->in_post[rows[i]])
        continue;
      if (cadre_staffing_get_fte (self->staffing, rows[i], &fte) == CADRE_FTE_KNOWN)
        in_post->is_held &=
          cadre_fraction_sum_add (&in_post->sum, fte.numerator, fte.denominator, NULL);
      else
        in_post->n_unknown++;
    }

  return TRUE;
}

static gboolean
is_more (const InPost *in_post, const CadreFraction *limit)
{
  CadreFraction sum = { 0, 1 };

  return in_post->is_held && cadre_fraction_sum_get (&in_post->sum, &sum, NULL) &&
         cadre_fraction_compare (&sum, limit) > 0;
}

static gboolean
is_over (const CadreValidation *self, guint32 post, const InPost *in_post)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  int establishment = cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, post);
  CadreFraction limit = { establishment, 1 };
  gboolean has_limit = cadre_staffing_get_budget (self->staffing, post, &limit) == CADRE_FTE_KNOWN;

  if (!has_limit)
    limit = (CadreFraction){ establishment, 1 };
  if ((has_limit || establishment >= 0) && is_more (in_post, &limit))
    return TRUE;

  return in_post->n_unknown > 0 && establishment >= 0 &&
         cadre_staffing_count_filled (self->tables, self->index, post, self->scratch) >
           (guint32) establishment;
}

static void
check_posts (const CadreValidation *self, InPost *in_post)
{
  for (guint32 i = 0; i < self->index->n_posts; i++)
    {
      guint32 n = 0;
      const guint32 *rows = cadre_backward_get (&self->index->assignments_of_post, i, &n);

      if (n > 0 && !cadre_staffing_is_outside (self->tables, self->outside_units, i) &&
          add_in_post (self, rows, n, in_post) && is_over (self, i, in_post))
        cadre_validate_add (self, CADRE_RULE_ESTABLISHMENT_OVER, CADRE_RECORD_KIND_POST, i,
                            CADRE_FIELD_POST_ESTABLISHMENT);
    }
}

static void
check_persons (const CadreValidation *self, InPost *in_post)
{
  static const CadreFraction one = { 1, 1 };
  guint32 n_persons = self->tables->tables[CADRE_RECORD_KIND_PERSON].n_rows;

  for (guint32 i = 0; i < n_persons; i++)
    {
      guint32 n = 0;
      const guint32 *rows = cadre_backward_get (&self->index->assignments_of_person, i, &n);

      if (n > 0 && add_in_post (self, rows, n, in_post) && is_more (in_post, &one))
        cadre_validate_add (self, CADRE_RULE_PERSON_OVER_ONE, CADRE_RECORD_KIND_PERSON, i,
                            CADRE_NO_FIELD);
    }
}

gboolean
cadre_validate_staffing (const CadreValidation *self)
{
  InPost in_post = { { NULL, 0, 0 }, 0, TRUE };

  check_posts (self, &in_post);
  check_persons (self, &in_post);

  cadre_fraction_sum_clear (&in_post.sum);
  return TRUE;
}
