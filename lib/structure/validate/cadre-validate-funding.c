/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who pays for a post: shares that add up to exactly one. */

#include "config.h"

#include "base/cadre-fraction-private.h"
#include "structure/validate/cadre-validate-private.h"

typedef struct
{
  CadreFractionSum sum;
  guint32 n_known;
  guint32 n_unknown;
  gboolean is_held; /* whether the sum could be held */
} Shares;

/* Adds the shares in force; FALSE where dates cannot be told because the
 * structure has none itself. */
static gboolean
add_shares (const CadreValidation *self, const guint32 *rows, guint32 n_rows, Shares *shares)
{
  const CadreTables *tables = self->tables;
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_FUNDING);

  for (guint32 i = 0; i < n_rows; i++)
    {
      gint64 numerator = 0;
      gint64 denominator = 1;

      if (tables->as_of <= CADRE_PACKED_DATE_UNKNOWN &&
          cadre_validate_is_dated (tables, table->kind, rows[i]))
        return FALSE;
      if (cadre_tables_in_force (tables, table->kind, rows[i], tables->as_of) == CADRE_TRUTH_FALSE)
        continue;
      if (!cadre_tables_fraction (tables, table, CADRE_FIELD_FUNDING_SHARE, rows[i], &numerator,
                                  &denominator))
        shares->n_unknown++;
      else
        {
          shares->n_known++;
          shares->is_held &= cadre_fraction_sum_add (&shares->sum, numerator, denominator, NULL);
        }
    }

  return TRUE;
}

static void
report_shares (const CadreValidation *self, guint32 post, const Shares *shares, gboolean is_joint)
{
  CadreFraction sum = { 0, 1 };
  gboolean is_held = shares->is_held && cadre_fraction_sum_get (&shares->sum, &sum, NULL);
  CadreRule rule = CADRE_RULE_FUNDING_SUM;

  if (shares->n_known == 0 && is_joint)
    rule = CADRE_RULE_POST_JOINT_SHARES_UNKNOWN;
  else if (shares->n_known + shares->n_unknown == 0)
    return;
  else if (is_held && sum.numerator > sum.denominator)
    rule = CADRE_RULE_FUNDING_OVER;
  else if (shares->n_unknown > 0)
    rule = CADRE_RULE_FUNDING_UNKNOWN;
  else if (is_held && sum.numerator == sum.denominator)
    return;

  cadre_validate_add (self, rule, CADRE_RECORD_KIND_POST, post, CADRE_NO_FIELD);
}

static gboolean
is_joint_post (const CadreTables *tables, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  guint n = 0;

  cadre_tables_list (tables, cadre_table_code (posts, CADRE_FIELD_POST_PARTNERS, post), &n);
  return n > 0;
}

gboolean
cadre_validate_funding (const CadreValidation *self)
{
  const CadreTables *tables = self->tables;

  for (guint32 i = 0; i < self->index->n_posts; i++)
    {
      guint32 n = 0;
      const guint32 *rows = cadre_backward_get (&self->index->fundings_of_post, i, &n);
      gboolean is_joint = is_joint_post (tables, i);
      Shares shares = { { NULL, 0, 0 }, 0, 0, TRUE };

      if ((n > 0 || is_joint) &&
          cadre_tables_in_force (tables, CADRE_RECORD_KIND_POST, i, tables->as_of) !=
            CADRE_TRUTH_FALSE &&
          add_shares (self, rows, n, &shares))
        report_shares (self, i, &shares, is_joint);
      cadre_fraction_sum_clear (&shares.sum);
    }

  return TRUE;
}
