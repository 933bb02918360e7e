/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the table of the top levels says of a post and its holder, and what is an
 * issue where it does not know. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "exchange/cadre-transparency-private.h"
#include <cadre/cadre-money.h>

static const struct
{
  const char *code;
  CadreSeverity severity;
  const char *message;
  const char *suggestion;
} faults[] = {
  [CADRE_TRANSPARENCY_FAULT_NO_TIER] = { "exchange.transparency.no-tier", CADRE_SEVERITY_WARNING,
                                         "The tier of the post does not follow from the lines and "
                                         "is not stated: it "
                                         "is left out",
                                         "Say whom it reports to, or state its tier" },
  [CADRE_TRANSPARENCY_FAULT_TIER] = { "exchange.transparency.tier-contradiction",
                                      CADRE_SEVERITY_WARNING,
                                      "The tier that is stated is not the one that follows from "
                                      "the lines, which is "
                                      "taken",
                                      "Check the lines and the tier" },
  [CADRE_TRANSPARENCY_FAULT_EMPLOYER] = { "exchange.transparency.employer-not-known",
                                          CADRE_SEVERITY_WARNING,
                                          "The employer of the post is not known: it is left out",
                                          "State the employer" },
  [CADRE_TRANSPARENCY_FAULT_GRADE] = { "exchange.transparency.grade-not-known",
                                       CADRE_SEVERITY_WARNING, "The grade of the post is not known",
                                       "State the grade" },
  [CADRE_TRANSPARENCY_FAULT_TITLE] = { "exchange.transparency.title-not-known",
                                       CADRE_SEVERITY_WARNING, "The title of the post is not known",
                                       "State the title" },
  [CADRE_TRANSPARENCY_FAULT_CONTRACT] = { "exchange.transparency.contract-not-known",
                                          CADRE_SEVERITY_WARNING,
                                          "Whether the holder is permanent or temporary is not "
                                          "known",
                                          "State the contract" },
  [CADRE_TRANSPARENCY_FAULT_SALARY] = { "exchange.transparency.salary-not-known",
                                        CADRE_SEVERITY_WARNING,
                                        "The bracket of the salary does not follow from the pay "
                                        "that is stated",
                                        "State the salary as an attribute of the assignment" },
  [CADRE_TRANSPARENCY_FAULT_SALARY_FORM] = { "exchange.transparency.salary-form",
                                             CADRE_SEVERITY_WARNING,
                                             "The attribute for the salary is not an amount in "
                                             "pounds",
                                             "Write a number without a sign for the currency or "
                                             "for thousands" },
  [CADRE_TRANSPARENCY_FAULT_CEILING] = { "exchange.transparency.ceiling-not-known",
                                         CADRE_SEVERITY_WARNING,
                                         "The highest pay of the grade is not known",
                                         "State the highest pay of the grade" },
  [CADRE_TRANSPARENCY_FAULT_WITHHELD] = { "exchange.transparency.withheld", CADRE_SEVERITY_INFO,
                                          "The level does not show a column that the table has",
                                          "Write the table at a level that does" },
};

void
cadre_transparency_report (CadreTransparencyRows *self,
                           CadreTransparencyFault fault,
                           CadreRecordKind kind,
                           guint32 row)
{
  g_autofree char *origin = NULL;
  g_autofree char *subject = NULL;

  if (row != CADRE_NO_ROW && !cadre_issue_list_is_full (self->issues))
    {
      origin = cadre_tables_dup_origin (self->tables, kind, row);
      subject = cadre_tables_dup_subject (self->tables, kind, row);
    }

  cadre_issue_list_add_fields (self->issues, faults[fault].code, faults[fault].severity,
                               faults[fault].message, origin, subject, faults[fault].suggestion);
}

static const char *
get_name (CadreTransparencyRows *self, CadreRecordKind kind, guint32 row, guint field)
{
  const char *name =
    cadre_tables_text (self->tables, cadre_table_code (&self->tables->tables[kind], field, row));

  return name != NULL ? name : cadre_tables_id (self->tables, kind, row);
}

void
cadre_transparency_add_grade_and_title (CadreTransparencyRows *self, guint32 post)
{
  guint32 grade = cadre_table_reference (self->posts, CADRE_FIELD_POST_GRADE, post);
  guint32 code = cadre_table_code (self->posts, CADRE_FIELD_POST_GRADE, post);
  const char *name = grade < self->grades->n_rows
                       ? get_name (self, CADRE_RECORD_KIND_GRADE, grade, CADRE_FIELD_GRADE_NAME)
                       : cadre_tables_text (self->tables, code);
  const char *unknown =
    self->shown.all_grades ? CADRE_TRANSPARENCY_NOT_KNOWN : CADRE_TRANSPARENCY_WITHHELD;
  const char *title =
    cadre_tables_text (self->tables, cadre_table_code (self->posts, CADRE_FIELD_POST_TITLE, post));

  if (name == NULL && self->shown.all_grades)
    cadre_transparency_report (self, CADRE_TRANSPARENCY_FAULT_GRADE, CADRE_RECORD_KIND_POST, post);
  if (title == NULL)
    cadre_transparency_report (self, CADRE_TRANSPARENCY_FAULT_TITLE, CADRE_RECORD_KIND_POST, post);

  cadre_csv_writer_add_text (self->writer, name != NULL ? name : unknown);
  cadre_csv_writer_add_text (self->writer, title != NULL ? title : CADRE_TRANSPARENCY_NOT_KNOWN);
}

/* A post of the department itself is in no team. */
void
cadre_transparency_add_department_and_team (CadreTransparencyRows *self, guint32 post)
{
  guint32 unit = cadre_table_reference (self->posts, CADRE_FIELD_POST_UNIT, post);

  if (unit >= self->index->n_units)
    {
      cadre_csv_writer_add_text (self->writer, CADRE_TRANSPARENCY_NOT_KNOWN);
      cadre_csv_writer_add_text (self->writer, CADRE_TRANSPARENCY_NOT_KNOWN);
      return;
    }

  cadre_csv_writer_add_text (self->writer,
                             get_name (self, CADRE_RECORD_KIND_UNIT, self->department[unit],
                                       CADRE_FIELD_UNIT_NAME));
  cadre_csv_writer_add_text (self->writer, self->department[unit] != unit
                                             ? get_name (self, CADRE_RECORD_KIND_UNIT, unit,
                                                         CADRE_FIELD_UNIT_NAME)
                                             : NULL);
}

/* Whoever is supplied by an agency or works for himself has no post of his own,
 * whatever the contract is called. */
const char *
cadre_transparency_get_contract (CadreTransparencyRows *self, guint32 assignment)
{
  int status = cadre_table_word (self->assignments, CADRE_FIELD_ASSIGNMENT_STATUS, assignment);

  if (!self->shown.contract)
    return CADRE_TRANSPARENCY_WITHHELD;
  if (status == CADRE_EMPLOYMENT_STATUS_AGENCY || status == CADRE_EMPLOYMENT_STATUS_CONTRACTOR)
    return "temporary";

  switch (cadre_table_word (self->assignments, CADRE_FIELD_ASSIGNMENT_CONTRACT, assignment))
    {
    case CADRE_CONTRACT_PERMANENT:
      return "permanent";
    case CADRE_CONTRACT_FIXED_TERM:
    case CADRE_CONTRACT_CASUAL:
    case CADRE_CONTRACT_APPRENTICESHIP:
      return "temporary";
    default:
      cadre_transparency_report (self, CADRE_TRANSPARENCY_FAULT_CONTRACT,
                                 CADRE_RECORD_KIND_ASSIGNMENT, assignment);
      return CADRE_TRANSPARENCY_NOT_KNOWN;
    }
}

static const char *
get_attribute (CadreTransparencyRows *self,
               const CadreTable *table,
               guint field,
               guint32 row,
               const char *name)
{
  guint n = 0;
  const guint32 *codes = NULL;

  if (name == NULL || row >= table->n_rows)
    return NULL;

  codes = cadre_tables_list (self->tables, cadre_table_code (table, field, row), &n);
  for (guint i = 0; i + 1 < n; i += 2)
    if (g_strcmp0 (cadre_tables_text (self->tables, codes[i]), name) == 0)
      return cadre_tables_text (self->tables, codes[i + 1]);

  return NULL;
}

void
cadre_transparency_add_contact (CadreTransparencyRows *self, guint32 post, guint32 assignment)
{
  const char *text = get_attribute (self, self->assignments, CADRE_FIELD_ASSIGNMENT_ATTRIBUTES,
                                    assignment, self->settings->contact_attribute);

  if (text == NULL)
    text = get_attribute (self, self->posts, CADRE_FIELD_POST_ATTRIBUTES, post,
                          self->settings->contact_attribute);
  if (self->settings->contact_attribute != NULL && !self->shown.attributes)
    text = CADRE_TRANSPARENCY_WITHHELD;

  cadre_csv_writer_add_text (self->writer, text);
}

/* The lowest and the highest pay of a post, else of its grade. */
static void
get_pay_range (CadreTransparencyRows *self, guint32 post, gint64 *lowest, gint64 *highest)
{
  guint32 grade = cadre_table_reference (self->posts, CADRE_FIELD_POST_GRADE, post);

  *lowest = cadre_table_pence (self->posts, CADRE_FIELD_POST_PAY_MIN, post);
  *highest = cadre_table_pence (self->posts, CADRE_FIELD_POST_PAY_MAX, post);
  if (*lowest >= 0 || *highest >= 0 || grade >= self->grades->n_rows)
    return;

  *lowest = cadre_table_pence (self->grades, CADRE_FIELD_GRADE_PAY_MIN, grade);
  *highest = cadre_table_pence (self->grades, CADRE_FIELD_GRADE_PAY_MAX, grade);
}

char *
cadre_transparency_dup_salary (CadreTransparencyRows *self, guint32 post, guint32 assignment)
{
  const char *text = get_attribute (self, self->assignments, CADRE_FIELD_ASSIGNMENT_ATTRIBUTES,
                                    assignment, self->settings->salary_attribute);
  g_autofree char *bracket = NULL;
  g_autofree char *other = NULL;
  gint64 lowest = -1;
  gint64 highest = -1;

  if (text != NULL)
    {
      if (cadre_pence_parse (text, &lowest, NULL) && lowest >= 0)
        return cadre_transparency_dup_bracket (lowest);
      cadre_transparency_report (self, CADRE_TRANSPARENCY_FAULT_SALARY_FORM,
                                 CADRE_RECORD_KIND_ASSIGNMENT, assignment);
      return g_strdup (CADRE_TRANSPARENCY_NOT_KNOWN);
    }

  get_pay_range (self, post, &lowest, &highest);
  bracket = cadre_transparency_dup_bracket (lowest);
  other = cadre_transparency_dup_bracket (highest);
  if (bracket != NULL && g_strcmp0 (bracket, other) == 0)
    return g_steal_pointer (&bracket);
  if (!self->shown.post_pay ||
      (self->settings->salary_attribute != NULL && !self->shown.attributes))
    return g_strdup (CADRE_TRANSPARENCY_WITHHELD);

  cadre_transparency_report (self, CADRE_TRANSPARENCY_FAULT_SALARY, CADRE_RECORD_KIND_POST, post);
  return g_strdup (CADRE_TRANSPARENCY_NOT_KNOWN);
}

char *
cadre_transparency_dup_ceiling (CadreTransparencyRows *self, guint32 post)
{
  guint32 grade = cadre_table_reference (self->posts, CADRE_FIELD_POST_GRADE, post);
  gboolean has_grade =
    cadre_table_code (self->posts, CADRE_FIELD_POST_GRADE, post) >= CADRE_STRING_FIRST;
  gint64 highest = -1;

  if (grade < self->grades->n_rows)
    highest = cadre_table_pence (self->grades, CADRE_FIELD_GRADE_PAY_MAX, grade);
  else if (!has_grade)
    highest = cadre_table_pence (self->posts, CADRE_FIELD_POST_PAY_MAX, post);
  if (highest >= 0)
    return cadre_transparency_dup_amount (highest);
  if (has_grade ? !self->shown.grade_pay : !self->shown.post_pay)
    return g_strdup (CADRE_TRANSPARENCY_WITHHELD);

  cadre_transparency_report (self, CADRE_TRANSPARENCY_FAULT_CEILING, CADRE_RECORD_KIND_POST, post);
  return g_strdup (CADRE_TRANSPARENCY_NOT_KNOWN);
}
