/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Assignments, and hours wherever they stand. */

#include "config.h"

#include "structure/cadre-staffing-private.h"
#include "structure/validate/cadre-validate-private.h"

static gboolean
is_stated (const CadreTable *table, guint field, guint32 row)
{
  return cadre_table_code (table, field, row) > CADRE_STRING_NONE;
}

static void
add (const CadreValidation *self, CadreRule rule, guint32 row, guint field)
{
  cadre_validate_add (self, rule, CADRE_RECORD_KIND_ASSIGNMENT, row, field);
}

static void
check_ends (const CadreValidation *self, const CadreTable *table, guint32 row)
{
  if (!is_stated (table, CADRE_FIELD_ASSIGNMENT_POST, row))
    add (self, CADRE_RULE_ASSIGNMENT_POST_MISSING, row, CADRE_FIELD_ASSIGNMENT_POST);
  if (!is_stated (table, CADRE_FIELD_ASSIGNMENT_PERSON, row))
    add (self, CADRE_RULE_ASSIGNMENT_PERSON_MISSING, row, CADRE_FIELD_ASSIGNMENT_PERSON);
}

static void
check_position (const CadreValidation *self, const CadreTable *table, guint32 row)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  guint32 post = cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_POST, row);
  int position = cadre_table_integer (table, CADRE_FIELD_ASSIGNMENT_POSITION, row);
  int establishment =
    post < posts->n_rows ? cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, post) : -1;

  if (position == 0 || (establishment >= 0 && position > establishment))
    add (self, CADRE_RULE_ASSIGNMENT_POSITION, row, CADRE_FIELD_ASSIGNMENT_POSITION);
}

static void
check_home (const CadreValidation *self, const CadreTable *table, guint32 row)
{
  guint32 home = cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_HOME_ASSIGNMENT, row);

  if (cadre_table_word (table, CADRE_FIELD_ASSIGNMENT_BASIS, row) == CADRE_BASIS_SECONDMENT &&
      !is_stated (table, CADRE_FIELD_ASSIGNMENT_HOME_ORGANISATION, row))
    add (self, CADRE_RULE_SECONDMENT_HOME_MISSING, row, CADRE_FIELD_ASSIGNMENT_HOME_ORGANISATION);

  if (home == row)
    add (self, CADRE_RULE_ASSIGNMENT_SELF, row, CADRE_FIELD_ASSIGNMENT_HOME_ASSIGNMENT);
  else if (home < table->n_rows && is_stated (table, CADRE_FIELD_ASSIGNMENT_PERSON, row) &&
           is_stated (table, CADRE_FIELD_ASSIGNMENT_PERSON, home) &&
           cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PERSON, row) !=
             cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PERSON, home))
    add (self, CADRE_RULE_ASSIGNMENT_HOME_PERSON, row, CADRE_FIELD_ASSIGNMENT_HOME_ASSIGNMENT);

  if (cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_COVERS, row) == row)
    add (self, CADRE_RULE_ASSIGNMENT_SELF, row, CADRE_FIELD_ASSIGNMENT_COVERS);
}

static void
check_term (const CadreValidation *self, const CadreTable *table, guint32 row)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  guint32 post = cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_POST, row);

  if (cadre_table_word (table, CADRE_FIELD_ASSIGNMENT_CONTRACT, row) == CADRE_CONTRACT_FIXED_TERM &&
      !is_stated (table, CADRE_FIELD_ASSIGNMENT_TERM_REASON, row) &&
      !(post < posts->n_rows && is_stated (posts, CADRE_FIELD_POST_TERM_REASON, post)))
    add (self, CADRE_RULE_TERM_REASON_MISSING, row, CADRE_FIELD_ASSIGNMENT_TERM_REASON);
}

/* A source that gives two decimals of an equivalent does not contradict the
 * exact one. */
static gboolean
is_about (const CadreFraction *a, const CadreFraction *b)
{
  static const CadreFraction most = { 1, 200 };
  CadreFraction difference = { 0, 1 };

  if (!cadre_fraction_difference_of (a, b, &difference, NULL))
    return FALSE;
  if (difference.numerator < 0)
    difference.numerator = -difference.numerator;

  return cadre_fraction_compare (&difference, &most) <= 0;
}

static void
check_hours (const CadreValidation *self,
             const CadreTable *table,
             guint32 row,
             guint hours_field,
             guint fte_field,
             CadreFteState state,
             const CadreFraction *worked_out)
{
  CadreFraction stated = { 0, 1 };
  gboolean is_fte_stated = cadre_tables_fraction (self->tables, table, fte_field, row,
                                                  &stated.numerator, &stated.denominator);

  if (state == CADRE_FTE_RANGE)
    cadre_validate_add (self, CADRE_RULE_FTE_RANGE, table->kind, row, hours_field);
  else if (state == CADRE_FTE_INCOMPLETE && !is_fte_stated)
    cadre_validate_add (self, CADRE_RULE_HOURS_INCOMPLETE, table->kind, row, hours_field);
  else if (state == CADRE_FTE_KNOWN && is_fte_stated && !is_about (&stated, worked_out))
    cadre_validate_add (self, CADRE_RULE_FTE_CONTRADICTION, table->kind, row, fte_field);
}

static void
check_hours_of_posts (const CadreValidation *self)
{
  const CadreTable *table = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);

  for (guint32 i = 0; table->columns[CADRE_FIELD_POST_HOURS] != NULL && i < table->n_rows; i++)
    {
      CadreFraction fte = { 0, 1 };
      CadreFteState state = cadre_staffing_work_out_position (self->staffing, i, &fte);

      check_hours (self, table, i, CADRE_FIELD_POST_HOURS, CADRE_FIELD_POST_FTE, state, &fte);
    }
}

static void
check_hours_of_assignments (const CadreValidation *self)
{
  const CadreTable *table = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);

  for (guint32 i = 0; table->columns[CADRE_FIELD_ASSIGNMENT_HOURS] != NULL && i < table->n_rows;
       i++)
    {
      CadreFraction fte = { 0, 1 };
      CadreFteState state = cadre_staffing_work_out_assignment (self->staffing, i, &fte);

      check_hours (self, table, i, CADRE_FIELD_ASSIGNMENT_HOURS, CADRE_FIELD_ASSIGNMENT_FTE, state,
                   &fte);
    }
}

gboolean
cadre_validate_assignments (const CadreValidation *self)
{
  const CadreTable *table = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);

  for (guint32 i = 0; i < table->n_rows; i++)
    {
      check_ends (self, table, i);
      check_position (self, table, i);
      check_home (self, table, i);
      check_term (self, table, i);
    }

  check_hours_of_posts (self);
  check_hours_of_assignments (self);
  return TRUE;
}
