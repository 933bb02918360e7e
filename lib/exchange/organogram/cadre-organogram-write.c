/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-organogram-write
 * @Title: Writing organograms
 * @Short_Description: The two tables that the UK government publishes
 *
 * cadre_organogram_write() gives a structure in the official form: a senior table
 * with a row for each post and each further holder, and a junior table with a row
 * for each grouped post. What a #CadreOrganogramReader has read is written so that
 * reading it again gives the same structure.
 *
 * # What the form cannot hold # {#cadre-organogram-write-lost}
 *
 * Secondments, second lines, bodies, funding, dates, more than one position in a
 * post: whatever has no column is left out, and an issue of the #CadreExport says
 * what and how often. A full-time equivalent that is no decimal is rounded, which is
 * an issue too. So is an id that gives no ref.
 *
 * Cells that a spreadsheet would take for formulas are guarded, see
 * [formulas][cadre-csv-writer-formulas]: set #CadreOrganogramReader:formula-guard to
 * read them back.
 */

#include "config.h"

#include "exchange/cadre-export-private.h"
#include "exchange/organogram/cadre-organogram-write-private.h"
#include <cadre/cadre-csv-writer.h>
#include <cadre/cadre-organogram-write.h>

#include <stdlib.h>
#include <string.h>

typedef struct
{
  CadreOrganogramWriter base;
  CadreCsvWriter *table;
} Writing;

/* A post is eliminated that is declared to be deleted, or whose last day is known
 * to be over. */
gboolean
cadre_organogram_is_eliminated (const CadreOrganogramWriter *self, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  guint32 last = cadre_table_code (posts, CADRE_FIELD_POST_VALID_TO, post);

  if (cadre_table_word (posts, CADRE_FIELD_POST_STATUS, post) == CADRE_POST_STATUS_DELETED)
    return TRUE;

  return cadre_packed_date_is_known (last) && cadre_packed_date_is_known (self->tables->as_of) &&
         cadre_packed_date_last_day (last) < cadre_packed_date_first_day (self->tables->as_of);
}

/* What is a stub, or has not begun yet, is in no table. */
static gboolean
has_row (const CadreOrganogramWriter *self, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);

  if (cadre_table_word (posts, CADRE_FIELD_POST_OUTSIDE, post) == CADRE_TRUTH_TRUE)
    return FALSE;

  return cadre_organogram_is_eliminated (self, post) ||
         cadre_tables_in_force (self->tables, CADRE_RECORD_KIND_POST, post, self->tables->as_of) !=
           CADRE_TRUTH_FALSE;
}

static void
write_senior_row (Writing *self, const CadreOrganogramLine *line)
{
  for (guint i = 0; i < CADRE_N_SENIOR_COLUMNS; i++)
    {
      g_autofree char *cell = cadre_organogram_dup_cell (&self->base, line, i);

      cadre_csv_writer_add_text (self->table, cell);
    }
  cadre_csv_writer_end_row (self->table);
}

static void
write_junior_row (Writing *self, const CadreOrganogramLine *line)
{
  for (guint i = 0; i < CADRE_N_JUNIOR_COLUMNS; i++)
    {
      g_autofree char *cell =
        cadre_organogram_dup_cell (&self->base, line, cadre_organogram_junior_cells[i]);

      cadre_csv_writer_add_text (self->table, cell);
    }
  cadre_csv_writer_end_row (self->table);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return cadre_organogram_key_compare (a, b);
}

/* The rows of a kind, or those of @rows, in the order of their ids. */
static CadreOrganogramKey *
sort_rows (const CadreTables *tables, CadreRecordKind kind, const guint32 *rows, guint32 n)
{
  CadreOrganogramKey *keys = g_try_new (CadreOrganogramKey, (gsize) n + 1);

  for (guint32 i = 0; keys != NULL && i < n; i++)
    {
      guint32 row = rows != NULL ? rows[i] : i;

      cadre_organogram_key_init (&keys[i], cadre_tables_id (tables, kind, row), row);
    }
  if (keys != NULL && n > 1)
    qsort (keys, n, sizeof (CadreOrganogramKey), compare_keys);

  return keys;
}

/* Whether an assignment is one of the post at the date. */
static gboolean
is_holder (const CadreOrganogramWriter *self, guint32 assignment)
{
  return cadre_tables_in_force (self->tables, CADRE_RECORD_KIND_ASSIGNMENT, assignment,
                                self->tables->as_of) != CADRE_TRUTH_FALSE;
}

/* A post without a holder is vacant, unless it is said not to be. A structure
 * without any assignment, as most readers may see it, says nothing of who is
 * where: its posts are not disclosed. */
static CadreHolder
get_empty_holder (const CadreOrganogramWriter *self, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  gboolean is_silent = self->tables->tables[CADRE_RECORD_KIND_ASSIGNMENT].n_rows == 0;
  CadreVacancyState state = CADRE_VACANCY_STATE_UNKNOWN;

  if (cadre_organogram_is_eliminated (self, post))
    return CADRE_HOLDER_ELIMINATED;

  state = cadre_table_word (posts, CADRE_FIELD_POST_VACANCY, post);
  return state == CADRE_VACANCY_STATE_NONE || (state == CADRE_VACANCY_STATE_UNKNOWN && is_silent)
           ? CADRE_HOLDER_UNDISCLOSED
           : CADRE_HOLDER_VACANT;
}

static gboolean
write_post (Writing *self, guint32 post, GError **error)
{
  CadreOrganogramLine line = { post, CADRE_NO_ROW, CADRE_NO_ROW, TRUE,
                               get_empty_holder (&self->base, post) };
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&self->base.index->assignments_of_post, post, &n);
  g_autofree CadreOrganogramKey *keys =
    sort_rows (self->base.tables, CADRE_RECORD_KIND_ASSIGNMENT, rows, n);

  if (keys == NULL)
    return cadre_organogram_set_memory_error (error);

  for (guint32 i = 0; line.holder != CADRE_HOLDER_ELIMINATED && i < n; i++)
    if (is_holder (&self->base, keys[i].row))
      {
        line.assignment = keys[i].row;
        line.holder = CADRE_HOLDER_UNDISCLOSED;
        self->base.used[CADRE_RECORD_KIND_ASSIGNMENT][line.assignment] = TRUE;
        write_senior_row (self, &line);
        line.is_main = FALSE;
      }

  if (line.is_main)
    write_senior_row (self, &line);
  return TRUE;
}

static gboolean
is_pool (const CadreOrganogramWriter *self, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);

  return cadre_table_word (posts, CADRE_FIELD_POST_GROUPED, post) == CADRE_TRUTH_TRUE;
}

/* Somebody whom the reader found without a post. */
static void
write_unposted (Writing *self, const CadreOrganogramKey *keys, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    {
      const CadreOrganogramLine line = { CADRE_NO_ROW, CADRE_NO_ROW, keys[i].row, TRUE,
                                         CADRE_HOLDER_UNDISCLOSED };
      const char *ref =
        cadre_organogram_find_attribute (self->base.tables, CADRE_RECORD_KIND_PERSON, keys[i].row,
                                         "reference");

      if (g_strcmp0 (ref, "0") == 0)
        write_senior_row (self, &line);
    }
}

static gboolean
write_seniors (Writing *self, const CadreOrganogramKey *keys, GError **error)
{
  const CadreTables *tables = self->base.tables;
  guint32 n_persons = tables->tables[CADRE_RECORD_KIND_PERSON].n_rows;
  g_autofree CadreOrganogramKey *persons =
    sort_rows (tables, CADRE_RECORD_KIND_PERSON, NULL, n_persons);

  if (persons == NULL)
    return cadre_organogram_set_memory_error (error);

  for (guint i = 0; i < CADRE_N_SENIOR_COLUMNS; i++)
    cadre_csv_writer_add_text (self->table, cadre_organogram_columns[i].heading);
  cadre_csv_writer_end_row (self->table);

  for (guint32 i = 0; i < tables->tables[CADRE_RECORD_KIND_POST].n_rows; i++)
    if (!is_pool (&self->base, keys[i].row) && has_row (&self->base, keys[i].row))
      {
        self->base.used[CADRE_RECORD_KIND_POST][keys[i].row] = TRUE;
        if (!write_post (self, keys[i].row, error))
          return FALSE;
      }

  write_unposted (self, persons, n_persons);
  return TRUE;
}

static gboolean
write_juniors (Writing *self, const CadreOrganogramKey *keys, GError **error)
{
  const CadreTables *tables = self->base.tables;

  for (guint i = 0; i < CADRE_N_JUNIOR_COLUMNS; i++)
    cadre_csv_writer_add_text (self->table, cadre_organogram_junior_headings[i]);
  cadre_csv_writer_end_row (self->table);

  for (guint32 i = 0; i < tables->tables[CADRE_RECORD_KIND_POST].n_rows; i++)
    if (is_pool (&self->base, keys[i].row) && has_row (&self->base, keys[i].row))
      {
        const CadreOrganogramLine line = { keys[i].row, CADRE_NO_ROW, CADRE_NO_ROW, TRUE,
                                           CADRE_HOLDER_UNSTATED };

        self->base.used[CADRE_RECORD_KIND_POST][line.post] = TRUE;
        write_junior_row (self, &line);
      }

  return TRUE;
}

typedef gboolean (*WriteRows) (Writing *self, const CadreOrganogramKey *keys, GError **error);

static gboolean
write_table (Writing *self,
             WriteRows write_rows,
             const CadreOrganogramKey *keys,
             const char *name,
             CadreExport *export,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (CadreCsvWriter) table = cadre_csv_writer_new_for_text ();
  g_autoptr (GBytes) bytes = NULL;

  self->table = table;
  if (!write_rows (self, keys, error) || !cadre_csv_writer_finish (table, cancellable, error))
    return FALSE;

  bytes = cadre_csv_writer_steal_bytes (table);
  cadre_export_add_file (export, name, "text/csv", bytes);
  return TRUE;
}

static gboolean
begin (Writing *self, CadreStructure *structure, CadreExport *export, GError **error)
{
  const CadreTables *tables = cadre_structure_get_tables (structure);

  self->base.tables = tables;
  self->base.index = cadre_structure_get_index (structure);
  self->base.issues = cadre_export_get_issues (export);
  self->base.refs = g_try_new0 (char *, (gsize) tables->tables[CADRE_RECORD_KIND_POST].n_rows + 1);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      self->base.used[kind] = g_try_malloc0 ((gsize) tables->tables[kind].n_rows + 1);
      if (self->base.used[kind] == NULL)
        return cadre_organogram_set_memory_error (error);
    }

  return self->base.refs != NULL ? cadre_organogram_give_refs (&self->base, error)
                                 : cadre_organogram_set_memory_error (error);
}

static void
end (Writing *self)
{
  for (guint32 i = 0;
       self->base.refs != NULL && i < self->base.tables->tables[CADRE_RECORD_KIND_POST].n_rows; i++)
    g_free (self->base.refs[i]);
  g_free (self->base.refs);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    g_free (self->base.used[kind]);
}

static gboolean
write_tables (Writing *self, CadreExport *export, GCancellable *cancellable, GError **error)
{
  const CadreTables *tables = self->base.tables;
  g_autofree CadreOrganogramKey *keys =
    sort_rows (tables, CADRE_RECORD_KIND_POST, NULL, tables->tables[CADRE_RECORD_KIND_POST].n_rows);

  if (keys == NULL)
    return cadre_organogram_set_memory_error (error);
  if (!write_table (self, write_seniors, keys, "senior.csv", export, cancellable, error) ||
      !write_table (self, write_juniors, keys, "junior.csv", export, cancellable, error))
    return FALSE;

  cadre_organogram_report_lost (&self->base);
  return TRUE;
}

/**
 * cadre_organogram_write:
 * @structure: a #CadreStructure
 * @redaction: what may be shown
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Writes a structure in the form of the government's organograms: `senior.csv` and
 * `junior.csv`, in UTF-8. What the form cannot hold is in the issues of the export.
 *
 * Takes time in proportion to the size of the structure, and to sort the ids.
 *
 * Returns: (transfer full): the two tables, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreExport *
cadre_organogram_write (CadreStructure *structure,
                        CadreRedaction *redaction,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (CadreStructure) shown = NULL;
  g_autoptr (CadreExport) export = NULL;
  Writing writing = { { NULL } };
  gboolean ok = FALSE;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (structure), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  shown = cadre_redaction_apply (redaction, structure, error);
  if (shown == NULL)
    return NULL;

  export = cadre_export_new ();
  ok =
    begin (&writing, shown, export, error) && write_tables (&writing, export, cancellable, error);
  end (&writing);

  return ok ? g_steal_pointer (&export) : NULL;
}
