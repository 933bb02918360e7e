/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-csv-reader-private.h"
#include "exchange/extract/cadre-extract-private.h"
#include "kernel/cadre-siphash-private.h"
#include "structure/cadre-tables-cells-private.h"

/* Room is made for the rows and texts of a table by its first so many rows, and again for
 * each time that there are so many times as many: never for more than that, as the rest
 * of a file may be unlike its beginning. What is in no use is then mostly no memory, but
 * numbers of pages that were never touched. */
#define FIRST_EXPECTED 1024
#define MOST_EXPECTED 64

CadreExtract *
cadre_extract_new (CadreFieldMap *map, CadreLimits *limits)
{
  CadreExtract *self = g_new0 (CadreExtract, 1);
  g_autoptr (CadreStringTable) strings = cadre_string_table_new ();

  self->map = map;
  self->tables = cadre_tables_new (strings);
  self->issues = cadre_issue_list_new (cadre_limits_get_max_issues (limits));
  self->pending = g_array_new (FALSE, FALSE, sizeof (CadreExtractPending));
  self->attributes = g_array_new (FALSE, FALSE, 2 * sizeof (guint32));
  cadre_siphash_process_key (self->hash_key);

  return self;
}

void
cadre_extract_free (CadreExtract *self)
{
  cadre_extract_forget_keys (self);
  cadre_extract_unbind (self);
  g_clear_pointer (&self->tables, cadre_tables_free);
  g_clear_object (&self->issues);
  g_array_unref (self->pending);
  g_array_unref (self->attributes);
  g_free (self);
}

static gboolean
read_header (CadreExtract *self, GCancellable *cancellable, GError **error)
{
  guint n_cells = 0;

  if (!cadre_csv_reader_next_row (self->csv, &n_cells, cancellable, error))
    return FALSE;
  if (n_cells > 0)
    return cadre_extract_bind (self, error);

  g_set_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM,
               "Table %s: the file is empty, and has no header", self->table->name);
  return FALSE;
}

/* What there was before the table. */
typedef struct
{
  gsize n_codes;
  gsize n_bytes;
  gsize n_listed;
  guint32 n_rows[CADRE_N_RECORD_KINDS];
} Before;

static Before
look_at (const CadreTables *tables)
{
  Before before = {
    tables->strings->n_codes, tables->strings->n_bytes, tables->pool_length, { 0 }
  };

  for (guint i = 0; i < CADRE_N_RECORD_KINDS; i++)
    before.n_rows[i] = tables->tables[i].n_rows;

  return before;
}

static gsize
expect (gsize before, gsize now, double factor)
{
  return now + (gsize) ((double) (now - before) * (factor - 1));
}

/* Assignments that have no id are going to get one. */
static void
reserve_texts (CadreExtract *self, const Before *before, double factor)
{
  CadreStringTable *strings = self->tables->strings;
  const CadreTable *assignments = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  const gsize n_names =
    assignments->columns[CADRE_FIELD_ASSIGNMENT_ID] == NULL ? assignments->n_rows : 0;

  cadre_string_table_reserve (strings, expect (before->n_codes, strings->n_codes + n_names, factor),
                              expect (before->n_bytes, strings->n_bytes, factor));
}

/* Where there is no memory for all of it, rows still come one by one. */
static void
reserve (CadreExtract *self, const Before *before)
{
  const guint64 done = _cadre_csv_reader_offset (self->csv);
  const double whole = (double) self->size * 1.02 / (double) MAX (done, 1);
  const double factor = MIN (whole, MOST_EXPECTED);

  if (factor <= 1)
    return;

  reserve_texts (self, before, factor);
  cadre_tables_reserve_lists (self->tables,
                              expect (before->n_listed, self->tables->pool_length, factor) -
                                self->tables->pool_length);
  for (guint i = 0; i < CADRE_N_RECORD_KINDS; i++)
    {
      const gsize n = self->tables->tables[i].n_rows;
      const gsize n_more = expect (before->n_rows[i], n, factor) - n;

      if (n_more > 0)
        cadre_tables_reserve (self->tables, i, (guint32) MIN (n_more, G_MAXINT32), NULL);
    }
}

static gboolean
read_rows (CadreExtract *self, GCancellable *cancellable, GError **error)
{
  const Before before = look_at (self->tables);
  guint n_cells = 0;
  guint64 next_expected = FIRST_EXPECTED;

  if (!read_header (self, cancellable, error))
    return FALSE;

  self->size = _cadre_csv_reader_size (self->csv);
  for (;;)
    {
      if (!_cadre_csv_reader_next_row (self->csv, &n_cells, cancellable, error))
        return FALSE;
      if (n_cells == 0)
        return TRUE;
      if (!cadre_extract_read_row (self, n_cells, error))
        return FALSE;
      if (self->row < next_expected)
        continue;
      reserve (self, &before);
      next_expected *= MOST_EXPECTED;
    }
}

gboolean
cadre_extract_read_table (CadreExtract *self,
                          guint table,
                          CadreCsvReader *csv,
                          GCancellable *cancellable,
                          GError **error)
{
  gboolean is_read = FALSE;

  self->table_index = table;
  self->table = cadre_map_table (self->map, table);
  self->csv = csv;
  is_read = read_rows (self, cancellable, error);
  if (is_read)
    cadre_extract_take_csv_issues (self);
  cadre_extract_unbind (self);
  self->csv = NULL;

  return is_read;
}
