/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is said of rows. A message has the place and the rule, and never what
 * stands in a cell. */

#include "config.h"

#include "exchange/extract/cadre-extract-private.h"

#include <string.h>

static const struct
{
  const char *code;
  CadreSeverity severity;
  const char *message;
  const char *suggestion;
} rules[] = {
  { "exchange.extract.bad-date", CADRE_SEVERITY_WARNING,
    "The cell is no date in any form that the field map has for the column",
    "Add the form to the column" },
  { "exchange.extract.bad-id", CADRE_SEVERITY_WARNING, "An id has at most 255 bytes",
    "Correct the id" },
  { "exchange.extract.bad-number", CADRE_SEVERITY_WARNING,
    "The cell is no number that the field can hold",
    "Say in the field map which marks part the digits" },
  { "exchange.extract.bad-word", CADRE_SEVERITY_WARNING,
    "The cell is no word that the field has, and the field map does not say what it means",
    "Add the word to the column" },
  { "exchange.extract.conflict", CADRE_SEVERITY_WARNING,
    "Another row says something else of the same record; the first holds",
    "Correct one of the rows" },
  { "exchange.extract.duplicate-column", CADRE_SEVERITY_WARNING,
    "An earlier column of the header has that name; this one is not read",
    "Take one of the two away" },
  { "exchange.extract.empty-required", CADRE_SEVERITY_WARNING,
    "The cell is empty, and the field map says that it must not be", "Fill the cell" },
  { "exchange.extract.incomplete", CADRE_SEVERITY_WARNING,
    "Cells of the row describe a record that the row does not name", "Fill the cell of the id" },
  { "exchange.extract.manager-ambiguous", CADRE_SEVERITY_WARNING,
    "The person holds several posts, so that the row does not say which is meant",
    "Give the post instead of the person" },
  { "exchange.extract.manager-unknown", CADRE_SEVERITY_WARNING,
    "No row puts the person into a post, so that the line leads nowhere",
    "Add the assignment of the person" },
  { "exchange.extract.missing-column", CADRE_SEVERITY_INFO,
    "The header does not have a column that the field map describes", "Add the column" },
  { "exchange.extract.no-record", CADRE_SEVERITY_WARNING,
    "The row names no record, and has become none", "Fill the cell of an id" },
  { "exchange.extract.not-described", CADRE_SEVERITY_INFO,
    "The row meets the conditions of no record of the field map",
    "Describe such rows in the field map" },
  { "exchange.extract.ragged-row", CADRE_SEVERITY_WARNING,
    "The row has another number of cells than the header; what is missing is taken as empty",
    "Put cells with a delimiter in them into quotes" },
  { "exchange.extract.repeated-row", CADRE_SEVERITY_WARNING,
    "The row says again what other rows have said, and adds nothing", "Take one of the rows away" },
  { "exchange.extract.unknown-column", CADRE_SEVERITY_INFO,
    "The field map does not describe the column, which is not read",
    "Add the column to the field map" },
};

static char *
dup_origin (CadreExtract *self, guint table, guint row, guint cell)
{
  const char *name = cadre_map_table (self->map, table)->name;

  return cell == CADRE_NO_CELL ? g_strdup_printf ("%s: row %u", name, row)
                               : g_strdup_printf ("%s: row %u, cell %u", name, row, cell + 1);
}

void
cadre_extract_report_at (CadreExtract *self,
                         const char *code,
                         guint table,
                         guint row,
                         guint cell,
                         const char *subject)
{
  g_autofree char *origin =
    cadre_issue_list_is_full (self->issues) ? NULL : dup_origin (self, table, row, cell);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].code, code) == 0)
      cadre_issue_list_add_fields (self->issues, code, rules[i].severity, rules[i].message, origin,
                                   subject, rules[i].suggestion);
}

void
cadre_extract_report (CadreExtract *self, const char *code, guint cell, const char *subject)
{
  self->n_issues++;
  cadre_extract_report_at (self, code, self->table_index, self->row, cell, subject);
}

/* About a field of a record that may be there already. */
void
cadre_extract_report_field (CadreExtract *self,
                            const char *code,
                            const CadreExtractRecord *record,
                            const CadreExtractField *field,
                            guint32 row)
{
  g_autofree char *subject = NULL;

  if (row != CADRE_NO_ROW && !cadre_issue_list_is_full (self->issues))
    subject = cadre_tables_dup_subject (self->tables, record->map->kind, row);
  cadre_extract_report (self, code, field->cell, subject);
}

/* What the reader of the table had to assume. */
void
cadre_extract_take_csv_issues (CadreExtract *self)
{
  GListModel *issues = G_LIST_MODEL (cadre_csv_reader_get_issues (self->csv));

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (CadreIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *origin =
        g_strdup_printf ("%s: %s", self->table->name, cadre_issue_get_origin (issue));

      cadre_issue_list_add_fields (self->issues, cadre_issue_get_code (issue),
                                   cadre_issue_get_severity (issue),
                                   cadre_issue_get_message (issue), origin, NULL,
                                   cadre_issue_get_suggestion (issue));
    }
}
