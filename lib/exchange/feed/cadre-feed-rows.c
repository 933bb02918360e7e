/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "exchange/feed/cadre-feed-private.h"
#include <cadre/cadre-csv-reader.h>
#include <cadre/cadre-csv-writer.h>

static char **
dup_row (CadreCsvReader *csv, guint n_header)
{
  char **row = g_new0 (char *, n_header + 1);

  for (guint i = 0; i < n_header; i++)
    {
      const char *cell = cadre_csv_reader_get_cell (csv, i);

      row[i] = g_strdup (cell != NULL ? cell : "");
    }

  return row;
}

static void
take_header (CadreFeedRows *self, CadreCsvReader *csv, guint n_cells)
{
  self->cells = g_new (guint, MAX (self->table->columns->len, 1));
  for (guint i = 0; i < self->table->columns->len; i++)
    self->cells[i] = CADRE_NO_COLUMN;

  for (guint i = 0; i < n_cells; i++)
    {
      const char *name = cadre_csv_reader_get_cell (csv, i);
      const guint column =
        name != NULL ? cadre_map_table_find_column (self->table, name) : CADRE_NO_COLUMN;

      g_ptr_array_add (self->header, g_strdup (name != NULL ? name : ""));
      if (column != CADRE_NO_COLUMN && self->cells[column] == CADRE_NO_COLUMN)
        self->cells[column] = i;
    }
}

gboolean
cadre_feed_rows_read (CadreFeedRows *self,
                      GBytes *extract,
                      CadreLimits *limits,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (CadreCsvReader) csv = cadre_csv_reader_new_for_bytes (extract, limits);
  guint n_cells = 0;

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->header = g_ptr_array_new_with_free_func (g_free);
  if (!cadre_csv_reader_next_row (csv, &n_cells, cancellable, error))
    return FALSE;
  take_header (self, csv, n_cells);

  for (;;)
    {
      if (!cadre_csv_reader_next_row (csv, &n_cells, cancellable, error))
        return FALSE;
      if (n_cells == 0)
        return TRUE;
      g_ptr_array_add (self->rows, dup_row (csv, self->header->len));
    }
}

GBytes *
cadre_feed_rows_write (const CadreFeedRows *self, GError **error)
{
  g_autoptr (CadreCsvWriter) writer = cadre_csv_writer_new_for_text ();

  /* What comes out is to be as what came in. */
  cadre_csv_writer_set_formula_guard (writer, FALSE);
  for (guint i = 0; i < self->header->len; i++)
    cadre_csv_writer_add_text (writer, self->header->pdata[i]);
  cadre_csv_writer_end_row (writer);
  for (guint row = 0; row < self->rows->len; row++)
    {
      char **cells = self->rows->pdata[row];

      for (guint i = 0; i < self->header->len; i++)
        cadre_csv_writer_add_text (writer, cells[i]);
      cadre_csv_writer_end_row (writer);
    }

  return cadre_csv_writer_finish (writer, NULL, error) ? cadre_csv_writer_steal_bytes (writer)
                                                       : NULL;
}

void
cadre_feed_rows_clear (CadreFeedRows *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->header, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_free);
}
