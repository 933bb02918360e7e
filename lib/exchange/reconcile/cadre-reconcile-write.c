/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A reconciliation as tables and as JSON. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "exchange/cadre-export-private.h"
#include "exchange/reconcile/cadre-reconcile-private.h"
#include <cadre/cadre-csv-writer.h>

#define ROWS_NAME "reconciliation.csv"
#define TOTALS_NAME "totals.csv"

/* Whether a finding is told of in tables. That a whole list is silent on a field is
 * nothing about a row. */
static gboolean
is_told (const CadreReconciliation *self, guint field, const CadreReconcileFinding *finding)
{
  gboolean is_stated = FALSE;

  if (finding->result != CADRE_FIELD_RESULT_NOT_STATED)
    return finding->result == CADRE_FIELD_RESULT_DIFFERS;

  for (guint side = 0; side < self->n_sides; side++)
    {
      if (self->n_stated[field][side] == 0)
        return FALSE;
      is_stated |= finding->values[side].is_known;
    }

  return is_stated;
}

static const char *
label_of (const CadreReconciliation *self, int side)
{
  return side != CADRE_NO_SIDE ? self->sides[side].label : NULL;
}

static void
add_record_cells (CadreCsvWriter *writer, CadreReconciledRow *row, guint n_sides)
{
  for (guint side = 0; side < n_sides; side++)
    {
      g_auto (GStrv) records = cadre_reconciled_row_dup_records (row, side);
      g_autofree char *text = g_strjoinv (" ", records);

      cadre_csv_writer_add_text (writer, text);
    }
}

/* One line; @finding is NULL for a row of which no field is told. */
static void
add_line (const CadreReconciliation *self,
          CadreReconciledRow *row,
          const char *field,
          const CadreReconcileFinding *finding,
          CadreCsvWriter *writer)
{
  int odd = finding != NULL ? finding->odd_side : cadre_reconciled_row_get_odd_side (row);

  cadre_csv_writer_add_text (writer,
                             cadre_reconciled_kind_word (cadre_reconciled_row_get_kind (row)));
  cadre_csv_writer_add_text (writer, cadre_reconciled_row_get_key (row));
  cadre_csv_writer_add_text (writer, field);
  cadre_csv_writer_add_text (writer,
                             finding != NULL ? cadre_field_result_word (finding->result) : NULL);
  for (guint side = 0; side < self->n_sides; side++)
    cadre_csv_writer_add_text (writer, finding != NULL
                                         ? cadre_reconcile_value_text (&finding->values[side])
                                         : NULL);
  cadre_csv_writer_add_text (writer, label_of (self, odd));
  add_record_cells (writer, row, self->n_sides);
  cadre_csv_writer_end_row (writer);
}

static void
add_lines (CadreReconciliation *self,
           guint32 group,
           CadreReconcileFinding *finding,
           CadreCsvWriter *writer)
{
  g_autoptr (CadreReconciledRow) row = cadre_reconciled_row_new (self, group);
  guint n = 0;

  for (guint i = 0; cadre_reconcile_is_comparable (self, group) && i < self->fields->len; i++)
    {
      const CadreReconcileField *field = g_ptr_array_index (self->fields, i);

      cadre_reconcile_find (self, group, i, finding);
      if (!is_told (self, i, finding))
        continue;
      add_line (self, row, field->name, finding, writer);
      n++;
    }

  /* What is missing is told of whether anything else differs or not. */
  if (n == 0 || self->kinds[group] == CADRE_RECONCILED_KIND_MISSING)
    add_line (self, row, NULL, NULL, writer);
}

static void
add_rows (CadreReconciliation *self, CadreCsvWriter *writer)
{
  CadreReconcileFinding finding;

  cadre_csv_writer_add_text (writer, "Kind");
  cadre_csv_writer_add_text (writer, "Key");
  cadre_csv_writer_add_text (writer, "Field");
  cadre_csv_writer_add_text (writer, "Result");
  for (guint side = 0; side < self->n_sides; side++)
    cadre_csv_writer_add_text (writer, self->sides[side].label);
  cadre_csv_writer_add_text (writer, "Odd one out");
  for (guint side = 0; side < self->n_sides; side++)
    {
      g_autofree char *heading = g_strconcat (self->sides[side].label, " record", NULL);

      cadre_csv_writer_add_text (writer, heading);
    }
  cadre_csv_writer_end_row (writer);

  cadre_reconcile_finding_init (&finding);
  for (guint32 group = 0; group < self->n_groups; group++)
    add_lines (self, group, &finding, writer);
  cadre_reconcile_finding_clear (&finding);
}

static void
add_totals (CadreReconciliation *self, CadreCsvWriter *writer)
{
  cadre_csv_writer_add_text (writer, "Kind");
  cadre_csv_writer_add_text (writer, "Rows");
  for (guint side = 0; side < self->n_sides; side++)
    cadre_csv_writer_add_text (writer, self->sides[side].label);
  cadre_csv_writer_end_row (writer);

  for (guint kind = 0; kind < CADRE_N_RECONCILED_KINDS; kind++)
    {
      cadre_csv_writer_add_text (writer, cadre_reconciled_kind_word (kind));
      cadre_csv_writer_add_integer (writer, self->n_by_kind[kind]);
      for (guint side = 0; side < self->n_sides; side++)
        cadre_csv_writer_add_integer (writer, self->n_records[kind][side]);
      cadre_csv_writer_end_row (writer);
    }

  cadre_csv_writer_add_text (writer, "withheld");
  cadre_csv_writer_add_text (writer, NULL);
  for (guint side = 0; side < self->n_sides; side++)
    cadre_csv_writer_add_integer (writer, self->n_withheld[side]);
  cadre_csv_writer_end_row (writer);
}

static gboolean
add_file (CadreExport *result,
          CadreReconciliation *shown,
          const char *name,
          void (*add) (CadreReconciliation *self, CadreCsvWriter *writer),
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (CadreCsvWriter) writer = cadre_csv_writer_new_for_text ();
  g_autoptr (GBytes) bytes = NULL;

  add (shown, writer);
  if (!cadre_csv_writer_finish (writer, cancellable, error))
    return FALSE;

  bytes = cadre_csv_writer_steal_bytes (writer);
  cadre_export_add_file (result, name, "text/csv", bytes);
  return TRUE;
}

/**
 * cadre_reconciliation_write_csv:
 * @self: a #CadreReconciliation
 * @redaction: who the tables are for
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Writes two tables, after cadre_reconciliation_redact(). `reconciliation.csv` has a
 * line for each field of a row that differs or that a list does not state though it
 * states it of other records, and one for each row without such a field.
 * `totals.csv` has the numbers of rows and of records of each kind.
 *
 * Returns: (transfer full): the tables, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreExport *
cadre_reconciliation_write_csv (CadreReconciliation *self,
                                CadreRedaction *redaction,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (CadreReconciliation) shown = NULL;
  g_autoptr (CadreExport) result = NULL;

  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  shown = cadre_reconciliation_redact (self, redaction, error);
  if (shown == NULL)
    return NULL;

  result = cadre_export_new ();
  if (!add_file (result, shown, ROWS_NAME, add_rows, cancellable, error) ||
      !add_file (result, shown, TOTALS_NAME, add_totals, cancellable, error))
    return NULL;

  cadre_issue_list_seal (cadre_export_get_issues (result));
  return g_steal_pointer (&result);
}

/* JSON */

static void
write_text (CadreWriter *writer, const char *name, const char *text)
{
  if (text == NULL)
    return;

  cadre_writer_member (writer, name);
  cadre_writer_string (writer, text);
}

static void
write_number (CadreWriter *writer, const char *name, guint number)
{
  cadre_writer_member (writer, name);
  cadre_writer_integer (writer, number);
}

static void
write_lists (const CadreReconciliation *self, CadreWriter *writer)
{
  cadre_writer_member (writer, "lists");
  cadre_writer_begin_array (writer);
  for (guint side = 0; side < self->n_sides; side++)
    {
      guint n = self->n_withheld[side];

      for (guint kind = 0; kind < CADRE_N_RECONCILED_KINDS; kind++)
        n += self->n_records[kind][side];

      cadre_writer_begin_object (writer);
      write_text (writer, "label", self->sides[side].label);
      write_text (writer, "id", cadre_structure_get_id (self->sides[side].structure));
      write_number (writer, "records", n);
      write_number (writer, "withheld", self->n_withheld[side]);
      cadre_writer_end_object (writer);
    }
  cadre_writer_end_array (writer);
}

static void
write_totals (const CadreReconciliation *self, CadreWriter *writer)
{
  cadre_writer_member (writer, "totals");
  cadre_writer_begin_array (writer);
  for (guint kind = 0; kind < CADRE_N_RECONCILED_KINDS; kind++)
    {
      cadre_writer_begin_object (writer);
      write_text (writer, "kind", cadre_reconciled_kind_word (kind));
      write_number (writer, "rows", self->n_by_kind[kind]);
      cadre_writer_member (writer, "records");
      cadre_writer_begin_array (writer);
      for (guint side = 0; side < self->n_sides; side++)
        cadre_writer_integer (writer, self->n_records[kind][side]);
      cadre_writer_end_array (writer);
      cadre_writer_end_object (writer);
    }
  cadre_writer_end_array (writer);

  cadre_writer_member (writer, "fields");
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const CadreReconcileField *field = g_ptr_array_index (self->fields, i);

      cadre_writer_begin_object (writer);
      write_text (writer, "field", field->name);
      for (guint result = 0; result < CADRE_N_FIELD_RESULTS; result++)
        write_number (writer, cadre_field_result_word (result), self->n_by_field[i][result]);
      cadre_writer_end_object (writer);
    }
  cadre_writer_end_array (writer);
}

static void
write_finding (const CadreReconciliation *self,
               const char *field,
               const CadreReconcileFinding *finding,
               CadreWriter *writer)
{
  cadre_writer_begin_object (writer);
  write_text (writer, "field", field);
  write_text (writer, "result", cadre_field_result_word (finding->result));
  write_text (writer, "odd", label_of (self, finding->odd_side));
  cadre_writer_member (writer, "values");
  cadre_writer_begin_array (writer);
  for (guint side = 0; side < self->n_sides; side++)
    {
      const char *text = cadre_reconcile_value_text (&finding->values[side]);

      if (text != NULL)
        cadre_writer_string (writer, text);
      else
        cadre_writer_unknown (writer);
    }
  cadre_writer_end_array (writer);
  cadre_writer_end_object (writer);
}

static void
write_records (CadreReconciledRow *row, guint n_sides, CadreWriter *writer)
{
  cadre_writer_member (writer, "records");
  cadre_writer_begin_array (writer);
  for (guint side = 0; side < n_sides; side++)
    {
      g_auto (GStrv) records = cadre_reconciled_row_dup_records (row, side);

      cadre_writer_begin_array (writer);
      for (guint i = 0; records[i] != NULL; i++)
        cadre_writer_string (writer, records[i]);
      cadre_writer_end_array (writer);
    }
  cadre_writer_end_array (writer);
}

static void
write_row (CadreReconciliation *self,
           guint32 group,
           CadreReconcileFinding *finding,
           CadreWriter *writer)
{
  g_autoptr (CadreReconciledRow) row = cadre_reconciled_row_new (self, group);

  cadre_writer_begin_object (writer);
  write_text (writer, "kind", cadre_reconciled_kind_word (self->kinds[group]));
  write_text (writer, "key", cadre_reconciled_row_get_key (row));
  write_text (writer, "odd", label_of (self, cadre_reconciled_row_get_odd_side (row)));
  write_records (row, self->n_sides, writer);
  cadre_writer_member (writer, "fields");
  cadre_writer_begin_array (writer);
  for (guint i = 0; cadre_reconcile_is_comparable (self, group) && i < self->fields->len; i++)
    {
      const CadreReconcileField *field = g_ptr_array_index (self->fields, i);

      cadre_reconcile_find (self, group, i, finding);
      if (finding->result != CADRE_FIELD_RESULT_AGREED)
        write_finding (self, field->name, finding, writer);
    }
  cadre_writer_end_array (writer);
  cadre_writer_end_object (writer);
}

/**
 * cadre_reconciliation_write:
 * @self: a #CadreReconciliation
 * @redaction: who it is for
 * @writer: where it goes
 * @error: return location for a #GError, or %NULL
 *
 * Writes the reconciliation as a JSON document, after cadre_reconciliation_redact().
 * Of each row it has the fields that are not agreed. What the writer says against it
 * comes from cadre_writer_finish().
 *
 * Returns: %TRUE, or %FALSE with @error set where the level does not show the records
 *
 * Since: 1.0
 */
gboolean
cadre_reconciliation_write (CadreReconciliation *self,
                            CadreRedaction *redaction,
                            CadreWriter *writer,
                            GError **error)
{
  g_autoptr (CadreReconciliation) shown = NULL;
  CadreReconcileFinding finding;

  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), FALSE);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), FALSE);
  g_return_val_if_fail (CADRE_IS_WRITER (writer), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  shown = cadre_reconciliation_redact (self, redaction, error);
  if (shown == NULL)
    return FALSE;

  cadre_writer_begin_document (writer, "reconciliation", 1);
  write_text (writer, "records", cadre_schema_get (shown->kind)->plural);
  write_text (writer, "key", shown->key->name);
  write_lists (shown, writer);
  write_totals (shown, writer);
  cadre_writer_member (writer, "rows");
  cadre_writer_begin_array (writer);
  cadre_reconcile_finding_init (&finding);
  for (guint32 group = 0; group < shown->n_groups; group++)
    write_row (shown, group, &finding, writer);
  cadre_reconcile_finding_clear (&finding);
  cadre_writer_end_array (writer);
  cadre_writer_end_object (writer);

  return TRUE;
}
