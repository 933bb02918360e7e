/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* On what lists of one establishment agree, and on what not. */

#include "config.h"

#include "report/cadre-report-parts-private.h"
#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-reconciliation.h>

#include <string.h>

#define N_KINDS 6

/* The word of a value of an enumeration. */
static const char *
nick_of (GType words, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (words);

  return g_enum_get_value (klass, value)->value_nick;
}

static char *
say_kind (const CadreCatalogue *catalogue, CadreReconciledKind kind)
{
  g_autofree char *code =
    g_strconcat ("reconciled-kind.", nick_of (CADRE_TYPE_RECONCILED_KIND, (int) kind), NULL);

  return cadre_say (catalogue, code);
}

/* What a field is called; one that nobody has a word for by its name. */
static char *
say_field (const CadreCatalogue *catalogue, const char *field)
{
  static const char attribute[] = "attribute:";
  g_autofree char *code = g_strconcat ("field.", field, NULL);
  const char *word = cadre_phrase_find (catalogue, code);

  if (g_str_has_prefix (field, attribute))
    return cadre_phrase (catalogue, "reconcile.attribute", "name", field + strlen (attribute),
                         NULL);

  return g_strdup (word != NULL ? word : field);
}

static void
add_side_columns (CadreReport *report, CadreReconciliation *shown, CadreAlignment alignment)
{
  for (guint side = 0; side < cadre_reconciliation_get_n_sides (shown); side++)
    cadre_report_add_column (report, g_strdup (cadre_reconciliation_get_label (shown, side)),
                             alignment);
}

static void
add_side (CadreReport *report, CadreReconciliation *shown, int side)
{
  if (side < 0)
    cadre_report_add_item (report, cadre_say (report->catalogue, "reconcile.no-odd-side"), NULL);
  else
    cadre_report_add_item (report, g_strdup (cadre_reconciliation_get_label (shown, (guint) side)),
                           NULL);
}

/* The totals */

static void
add_facts (CadreReport *report, CadreReconciliation *shown, char **fields)
{
  GString *compared = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    cadre_append_part (compared, ", ", say_field (report->catalogue, fields[i]));

  cadre_report_begin_facts (report);
  cadre_report_add_said_fact (report, "fact.found-by",
                              say_field (report->catalogue, cadre_reconciliation_get_key (shown)),
                              NULL);
  cadre_report_add_said_fact (report, "fact.fields-compared", g_string_free (compared, FALSE),
                              NULL);
}

static void
add_totals (CadreReport *report, CadreReconciliation *shown, char **fields)
{
  guint n_sides = cadre_reconciliation_get_n_sides (shown);

  cadre_report_begin_said_section (report, "reconciled-totals");
  add_facts (report, shown, fields);
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.kind", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.rows", CADRE_ALIGNMENT_END);
  add_side_columns (report, shown, CADRE_ALIGNMENT_END);
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      cadre_report_add_item (report, say_kind (report->catalogue, kind), NULL);
      cadre_report_add_number (report, cadre_reconciliation_get_n_rows (shown, kind), NULL);
      for (guint side = 0; side < n_sides; side++)
        cadre_report_add_number (report, cadre_reconciliation_get_n_records (shown, kind, side),
                                 NULL);
    }

  for (guint side = 0; side < n_sides; side++)
    {
      guint n = cadre_reconciliation_get_n_withheld (shown, side);

      if (n > 0)
        cadre_report_add_paragraph (report,
                                    cadre_phrase_n (report->catalogue, "reconcile.withheld", n,
                                                    "list",
                                                    cadre_reconciliation_get_label (shown, side),
                                                    NULL));
    }
}

static void
add_fields (CadreReport *report, CadreReconciliation *shown, char **fields)
{
  static const CadreFieldResult results[] = {
    CADRE_FIELD_RESULT_AGREED,
    CADRE_FIELD_RESULT_NOT_STATED,
    CADRE_FIELD_RESULT_DIFFERS,
  };

  cadre_report_begin_said_section (report, "reconciled-fields");
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.field", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.agree", CADRE_ALIGNMENT_END);
  cadre_report_add_said_column (report, "column.not-stated", CADRE_ALIGNMENT_END);
  cadre_report_add_said_column (report, "column.differ", CADRE_ALIGNMENT_END);
  for (guint i = 0; fields[i] != NULL; i++)
    {
      cadre_report_add_item (report, say_field (report->catalogue, fields[i]), NULL);
      for (guint k = 0; k < G_N_ELEMENTS (results); k++)
        cadre_report_add_number (report,
                                 cadre_reconciliation_get_n_of_field (shown, fields[i], results[k]),
                                 NULL);
    }
}

/* The rows */

static void
add_difference (CadreReport *report,
                CadreReconciliation *shown,
                CadreReconciledRow *row,
                const char *field)
{
  cadre_report_add_item (report, g_strdup (cadre_reconciled_row_get_key (row)), NULL);
  cadre_report_add_item (report, say_field (report->catalogue, field), NULL);
  for (guint side = 0; side < cadre_reconciliation_get_n_sides (shown); side++)
    {
      const char *value = cadre_reconciled_row_get_value (row, field, side);

      cadre_report_add_item (report,
                             value != NULL ? g_strdup (value)
                                           : cadre_say (report->catalogue, "reconcile.not-stated"),
                             NULL);
    }
  add_side (report, shown, cadre_reconciled_row_get_odd_side_of (row, field));
}

static void
add_differences (CadreReport *report, CadreReconciliation *shown)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (shown)); i++)
    {
      g_autoptr (CadreReconciledRow) row = cadre_reconciliation_get_row (shown, i);
      g_auto (GStrv) fields = cadre_reconciled_row_dup_fields (row, CADRE_FIELD_RESULT_DIFFERS);

      if (fields[0] == NULL)
        continue;
      if (!begun)
        {
          cadre_report_begin_said_section (report, "reconciled-differs");
          cadre_report_begin_table (report, NULL);
          cadre_report_add_said_column (report, "column.key", CADRE_ALIGNMENT_START);
          cadre_report_add_said_column (report, "column.field", CADRE_ALIGNMENT_START);
          add_side_columns (report, shown, CADRE_ALIGNMENT_START);
          cadre_report_add_said_column (report, "column.odd-side", CADRE_ALIGNMENT_START);
        }
      begun = TRUE;
      for (guint k = 0; fields[k] != NULL; k++)
        add_difference (report, shown, row, fields[k]);
    }
}

static void
add_unmatched_row (CadreReport *report, CadreReconciliation *shown, CadreReconciledRow *row)
{
  cadre_report_add_item (report, g_strdup (cadre_reconciled_row_get_key (row)), NULL);
  cadre_report_add_item (report, say_kind (report->catalogue, cadre_reconciled_row_get_kind (row)),
                         NULL);
  for (guint side = 0; side < cadre_reconciliation_get_n_sides (shown); side++)
    {
      g_auto (GStrv) records = cadre_reconciled_row_dup_records (row, side);

      cadre_report_add_item (report,
                             records[0] != NULL
                               ? g_strjoinv (", ", records)
                               : cadre_say (report->catalogue, "reconcile.no-odd-side"),
                             NULL);
    }
  add_side (report, shown, cadre_reconciled_row_get_odd_side (row));
}

static void
add_unmatched (CadreReport *report, CadreReconciliation *shown)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (shown)); i++)
    {
      g_autoptr (CadreReconciledRow) row = cadre_reconciliation_get_row (shown, i);

      if (cadre_reconciled_row_get_kind (row) <= CADRE_RECONCILED_KIND_DIFFERS)
        continue;
      if (!begun)
        {
          cadre_report_begin_said_section (report, "reconciled-unmatched");
          cadre_report_begin_table (report, NULL);
          cadre_report_add_said_column (report, "column.key", CADRE_ALIGNMENT_START);
          cadre_report_add_said_column (report, "column.kind", CADRE_ALIGNMENT_START);
          add_side_columns (report, shown, CADRE_ALIGNMENT_START);
          cadre_report_add_said_column (report, "column.odd-side", CADRE_ALIGNMENT_START);
        }
      begun = TRUE;
      add_unmatched_row (report, shown, row);
    }
}

/**
 * cadre_report_new_for_reconciliation:
 * @reconciliation: a #CadreReconciliation
 * @redaction: who the report is for
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the first
 *   list
 * @error: return location for a #GError, or %NULL
 *
 * Makes the report on what lists of one establishment agree: how many records of
 * each list are agreed, in how many something differs, and what; and which records
 * are not in every list or cannot be told apart. Values that are in it went through
 * cadre_reconciliation_redact().
 *
 * Returns: (transfer full): the report, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreReport *
cadre_report_new_for_reconciliation (CadreReconciliation *reconciliation,
                                     CadreRedaction *redaction,
                                     const char *language,
                                     GError **error)
{
  const CadreCatalogue *catalogue = NULL;
  g_autoptr (CadreReconciliation) shown = NULL;
  g_auto (GStrv) fields = NULL;
  CadreReport *report = NULL;

  g_return_val_if_fail (CADRE_IS_RECONCILIATION (reconciliation), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  catalogue = cadre_view_find_catalogue (cadre_reconciliation_get_structure (reconciliation, 0),
                                         language, error);
  if (catalogue == NULL)
    return NULL;
  shown = cadre_reconciliation_redact (reconciliation, redaction, error);
  if (shown == NULL)
    return NULL;

  fields = cadre_reconciliation_dup_fields (shown);
  report = cadre_report_begin (catalogue, "reconciliation");
  cadre_report_take_title (report, cadre_say (catalogue, "reconcile.title"));
  if (cadre_redaction_get_level (redaction) == CADRE_REDACTION_LEVEL_FULL)
    cadre_report_take_stamp (report, cadre_say (catalogue, "stamp.full"));
  add_totals (report, shown, fields);
  add_fields (report, shown, fields);
  add_differences (report, shown);
  add_unmatched (report, shown);
  return report;
}
