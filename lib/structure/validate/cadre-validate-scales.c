/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Tier scales and grades. */

#include "config.h"

#include "structure/validate/cadre-validate-private.h"

static gboolean
is_rung (int rung)
{
  return rung >= 0 && rung <= CADRE_MAX_RUNG;
}

/* The scales have been moved until the equivalences hold, as far as they can. */
static void
check_tier_equivalence (const CadreValidation *self, const CadreTable *table, guint32 row)
{
  const CadreIndex *index = self->index;
  guint32 scale = cadre_table_reference (table, CADRE_FIELD_TIER_EQUIVALENCE_SCALE, row);
  guint32 other = cadre_table_reference (table, CADRE_FIELD_TIER_EQUIVALENCE_OTHER_SCALE, row);
  int rung = cadre_table_integer (table, CADRE_FIELD_TIER_EQUIVALENCE_RUNG, row);
  int other_rung = cadre_table_integer (table, CADRE_FIELD_TIER_EQUIVALENCE_OTHER_RUNG, row);

  if (scale >= CADRE_AMBIGUOUS_ROW || other >= CADRE_AMBIGUOUS_ROW)
    return;

  if (!is_rung (rung) || !is_rung (other_rung) ||
      index->scale_offset[scale] + rung != index->scale_offset[other] + other_rung)
    cadre_validate_add (self, CADRE_RULE_TIER_EQUIVALENCE, table->kind, row, CADRE_NO_FIELD);
}

static void
check_grade (const CadreValidation *self, const CadreTable *grades, guint32 row)
{
  gint64 pay_min = cadre_table_pence (grades, CADRE_FIELD_GRADE_PAY_MIN, row);
  gint64 pay_max = cadre_table_pence (grades, CADRE_FIELD_GRADE_PAY_MAX, row);
  int score_min = cadre_table_integer (grades, CADRE_FIELD_GRADE_SCORE_MIN, row);
  int score_max = cadre_table_integer (grades, CADRE_FIELD_GRADE_SCORE_MAX, row);

  if (cadre_table_code (grades, CADRE_FIELD_GRADE_SCALE, row) <= CADRE_STRING_NONE)
    cadre_validate_add (self, CADRE_RULE_GRADE_SCALE_MISSING, grades->kind, row,
                        CADRE_FIELD_GRADE_SCALE);
  if (pay_min >= 0 && pay_max >= 0 && pay_min > pay_max)
    cadre_validate_add (self, CADRE_RULE_PAY_REVERSED, grades->kind, row,
                        CADRE_FIELD_GRADE_PAY_MIN);
  if (score_min >= 0 && score_max >= 0 && score_min > score_max)
    cadre_validate_add (self, CADRE_RULE_SCORE_REVERSED, grades->kind, row,
                        CADRE_FIELD_GRADE_SCORE_MIN);
}

gboolean
cadre_validate_scales (const CadreValidation *self)
{
  const CadreTable *equivalences =
    cadre_tables_get (self->tables, CADRE_RECORD_KIND_TIER_EQUIVALENCE);
  const CadreTable *grades = cadre_tables_get (self->tables, CADRE_RECORD_KIND_GRADE);

  for (guint32 i = 0; i < equivalences->n_rows; i++)
    check_tier_equivalence (self, equivalences, i);
  for (guint32 i = 0; i < grades->n_rows; i++)
    check_grade (self, grades, i);

  return TRUE;
}
