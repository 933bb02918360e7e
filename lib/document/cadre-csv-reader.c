/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-csv-reader
 * @Title: CadreCsvReader
 * @Short_Description: Reads a table row by row
 *
 * A #CadreCsvReader reads CSV as RFC 4180 has it, and as it is found: rows that
 * end with LF, CR or CRLF, also mixed; cells in quotes that hold line breaks;
 * UTF-8 with or without a byte order mark, and Windows-1252; commas, semicolons,
 * tabs or bars between the cells; rows that are longer or shorter than others; a
 * first line `sep=;`, as spreadsheets write it. A line with nothing in it is no
 * row.
 *
 * What had to be assumed is never silent: cadre_csv_reader_get_encoding() and
 * cadre_csv_reader_get_delimiter() say it, and cadre_csv_reader_get_issues() has
 * what was strange, with its row. What cannot be read is an error with its line:
 * a quote that is never closed, a NUL, UTF-16. Neither holds a value of the
 * table.
 *
 * Rows are pulled with cadre_csv_reader_next_row(). The cells of a row are there
 * until the next is asked for. A table given as bytes is read in place, and one
 * given as a stream through one window of 256 KiB, or of twice the longest row.
 * The time is linear in the bytes.
 *
 * Of #CadreLimits these hold: #CadreLimits:max-bytes, #CadreLimits:max-rows for
 * rows, #CadreLimits:max-members for the cells of a row, and
 * #CadreLimits:max-string for a cell.
 *
 * A reader belongs to one thread at a time.
 */

#include "config.h"

#include "base/cadre-progress-private.h"
#include "document/cadre-csv-private.h"

G_DEFINE_FINAL_TYPE (CadreCsvReader, cadre_csv_reader, G_TYPE_OBJECT)

static void
cadre_csv_reader_dispose (GObject *object)
{
  CadreCsvReader *self = CADRE_CSV_READER (object);

  g_clear_object (&self->stream);
  g_clear_object (&self->issues);

  G_OBJECT_CLASS (cadre_csv_reader_parent_class)->dispose (object);
}

static void
cadre_csv_reader_finalize (GObject *object)
{
  CadreCsvReader *self = CADRE_CSV_READER (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->window, g_free);
  g_clear_pointer (&self->cells, g_free);
  g_clear_pointer (&self->places, g_free);
  g_clear_error (&self->error);
  _cadre_buffer_clear (&self->decoded);
  _cadre_buffer_clear (&self->texts);

  G_OBJECT_CLASS (cadre_csv_reader_parent_class)->finalize (object);
}

static void
cadre_csv_reader_class_init (CadreCsvReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cadre_csv_reader_dispose;
  object_class->finalize = cadre_csv_reader_finalize;
}

static void
cadre_csv_reader_init (CadreCsvReader *self)
{
  self->next_line = 1;
}

static CadreCsvReader *
new_reader (CadreLimits *limits)
{
  CadreCsvReader *self = g_object_new (CADRE_TYPE_CSV_READER, NULL);
  g_autoptr (CadreLimits) bounded = limits == NULL ? cadre_limits_new_bounded () : NULL;

  if (limits == NULL)
    limits = bounded;
  self->max_bytes = cadre_limits_get_max_bytes (limits);
  self->max_rows = cadre_limits_get_max_rows (limits);
  self->max_columns = cadre_limits_get_max_members (limits);
  self->max_string = cadre_limits_get_max_string (limits);
  self->issues = cadre_issue_list_new (cadre_limits_get_max_issues (limits));

  return self;
}

static gboolean
fail_too_large (CadreCsvReader *self)
{
  return _cadre_csv_fail (self, CADRE_DOCUMENT_ERROR_LIMIT_BYTES,
                          "The table is larger than %" G_GUINT64_FORMAT " bytes", self->max_bytes);
}

/**
 * cadre_csv_reader_new_for_bytes:
 * @bytes: the text of a table
 * @limits: (nullable): how much the table may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 *
 * Makes a reader of a table in memory, which is read in place.
 *
 * Returns: (transfer full): the reader
 *
 * Since: 1.0
 */
CadreCsvReader *
cadre_csv_reader_new_for_bytes (GBytes *bytes, CadreLimits *limits)
{
  CadreCsvReader *self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);

  self = new_reader (limits);
  _cadre_csv_use_bytes (self, bytes);
  if (g_bytes_get_size (bytes) > self->max_bytes)
    fail_too_large (self);

  return self;
}

/**
 * cadre_csv_reader_new_for_stream:
 * @stream: the text of a table
 * @limits: (nullable): how much the table may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 *
 * Makes a reader of a stream, which is read to its end and not closed.
 *
 * Returns: (transfer full): the reader
 *
 * Since: 1.0
 */
CadreCsvReader *
cadre_csv_reader_new_for_stream (GInputStream *stream, CadreLimits *limits)
{
  CadreCsvReader *self = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);

  self = new_reader (limits);
  _cadre_csv_use_stream (self, stream);

  return self;
}

/**
 * cadre_csv_reader_new_for_file:
 * @file: the table
 * @limits: (nullable): how much the table may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Opens a file and makes a reader of it. A file that is larger than the limits
 * allow is refused by the first cadre_csv_reader_next_row() that comes to it.
 *
 * Returns: (transfer full): the reader, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreCsvReader *
cadre_csv_reader_new_for_file (GFile *file,
                               CadreLimits *limits,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  cadre_progress_add_total_of (cancellable, stream);
  return cadre_csv_reader_new_for_stream (G_INPUT_STREAM (stream), limits);
}

/**
 * cadre_csv_reader_get_delimiter:
 * @self: a #CadreCsvReader
 *
 * Gets what parts the cells.
 *
 * Returns: a character, or NUL where it is to be detected and no row has been
 *   read yet
 *
 * Since: 1.0
 */
char
cadre_csv_reader_get_delimiter (CadreCsvReader *self)
{
  g_return_val_if_fail (CADRE_IS_CSV_READER (self), '\0');

  return self->delimiter;
}

/**
 * cadre_csv_reader_set_delimiter:
 * @self: a #CadreCsvReader of which no row has been read
 * @delimiter: a character of ASCII that is neither a quote nor ends a line, or
 *   NUL
 *
 * Sets what parts the cells. With NUL, which is the default, it is what the
 * first row has most of: commas, semicolons, tabs or bars.
 *
 * Since: 1.0
 */
void
cadre_csv_reader_set_delimiter (CadreCsvReader *self, char delimiter)
{
  g_return_if_fail (CADRE_IS_CSV_READER (self));
  g_return_if_fail (!self->has_begun);
  g_return_if_fail ((guint8) delimiter < 0x80);
  g_return_if_fail (delimiter != '"' && delimiter != '\r' && delimiter != '\n');

  self->delimiter = delimiter;
}

/**
 * cadre_csv_reader_get_encoding:
 * @self: a #CadreCsvReader
 *
 * Gets how the rows that have been read were encoded. A table of plain ASCII is
 * UTF-8.
 *
 * Returns: what was asked for; or, if the encoding is to be detected, what was
 *   found so far, never %CADRE_CSV_ENCODING_DETECT
 *
 * Since: 1.0
 */
CadreCsvEncoding
cadre_csv_reader_get_encoding (CadreCsvReader *self)
{
  g_return_val_if_fail (CADRE_IS_CSV_READER (self), CADRE_CSV_ENCODING_UTF_8);

  if (self->asked != CADRE_CSV_ENCODING_DETECT)
    return self->asked;
  if (self->has_windows)
    return self->has_utf_8 ? CADRE_CSV_ENCODING_MIXED : CADRE_CSV_ENCODING_WINDOWS_1252;

  return CADRE_CSV_ENCODING_UTF_8;
}

/**
 * cadre_csv_reader_set_encoding:
 * @self: a #CadreCsvReader of which no row has been read
 * @encoding: any but %CADRE_CSV_ENCODING_MIXED
 *
 * Sets how the table is encoded. By default it is detected.
 *
 * Since: 1.0
 */
void
cadre_csv_reader_set_encoding (CadreCsvReader *self, CadreCsvEncoding encoding)
{
  g_return_if_fail (CADRE_IS_CSV_READER (self));
  g_return_if_fail (!self->has_begun);
  g_return_if_fail (encoding != CADRE_CSV_ENCODING_MIXED);

  self->asked = encoding;
}

/**
 * cadre_csv_reader_get_formula_guard:
 * @self: a #CadreCsvReader
 *
 * Gets whether the guards are taken away that a #CadreCsvWriter puts before
 * cells that are like a formula.
 *
 * Returns: %TRUE if they are
 *
 * Since: 1.0
 */
gboolean
cadre_csv_reader_get_formula_guard (CadreCsvReader *self)
{
  g_return_val_if_fail (CADRE_IS_CSV_READER (self), FALSE);

  return self->formula_guard;
}

/**
 * cadre_csv_reader_set_formula_guard:
 * @self: a #CadreCsvReader of which no row has been read
 * @formula_guard: whether guards are taken away
 *
 * Sets whether the guards are taken away that a #CadreCsvWriter puts before
 * cells that are like a formula: one apostrophe for each such cell, see
 * [formulas][cadre-csv-writer-formulas]. By default they are not, as the tables
 * of others mean what they say.
 *
 * Since: 1.0
 */
void
cadre_csv_reader_set_formula_guard (CadreCsvReader *self, gboolean formula_guard)
{
  g_return_if_fail (CADRE_IS_CSV_READER (self));
  g_return_if_fail (!self->has_begun);

  self->formula_guard = formula_guard != FALSE;
}

/*< private >
 * _cadre_csv_reader_next_row:
 *
 * Does what cadre_csv_reader_next_row() does; @n_cells is not %NULL.
 */
gboolean
_cadre_csv_reader_next_row (CadreCsvReader *self,
                            guint *n_cells,
                            GCancellable *cancellable,
                            GError **error)
{
  *n_cells = 0;
  self->n_cells = 0;
  if (cancellable != NULL && g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (self->error == NULL && _cadre_csv_read_row (self, cancellable))
    {
      *n_cells = self->n_cells;
      return TRUE;
    }

  self->n_cells = 0;
  if (self->error == NULL)
    return TRUE;
  if (g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&self->error));
  else
    g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/**
 * cadre_csv_reader_next_row:
 * @self: a #CadreCsvReader
 * @n_cells: (out) (optional): how many cells the row has, at least 1; 0 where
 *   the table has ended
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads the next row. A header is a row like any other.
 *
 * A reader that has failed gives the same error again; but one that was
 * cancelled goes on from where it is.
 *
 * Returns: %TRUE if there is a row or the table has ended; %FALSE with @error
 *   set, in %CADRE_DOCUMENT_ERROR or %G_IO_ERROR
 *
 * Since: 1.0
 */
gboolean
cadre_csv_reader_next_row (CadreCsvReader *self,
                           guint *n_cells,
                           GCancellable *cancellable,
                           GError **error)
{
  guint ignored = 0;

  g_return_val_if_fail (CADRE_IS_CSV_READER (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return _cadre_csv_reader_next_row (self, n_cells != NULL ? n_cells : &ignored, cancellable,
                                     error);
}

/**
 * cadre_csv_reader_get_n_cells:
 * @self: a #CadreCsvReader
 *
 * Gets how many cells the row at hand has.
 *
 * Returns: a number, 0 where there is no row
 *
 * Since: 1.0
 */
guint
cadre_csv_reader_get_n_cells (CadreCsvReader *self)
{
  g_return_val_if_fail (CADRE_IS_CSV_READER (self), 0);

  return self->n_cells;
}

/**
 * cadre_csv_reader_get_cell:
 * @self: a #CadreCsvReader
 * @column: which cell, from 0
 *
 * Gets a cell of the row at hand as UTF-8, without the quotes around it. Blanks
 * are kept.
 *
 * Returns: (transfer none) (nullable): the text, until the next row is read; or
 *   %NULL where the row has no such cell
 *
 * Since: 1.0
 */
const char *
cadre_csv_reader_get_cell (CadreCsvReader *self, guint column)
{
  const CadreCsvCell *cell = NULL;

  g_return_val_if_fail (CADRE_IS_CSV_READER (self), NULL);

  if (column >= self->n_cells || (!self->has_texts && !_cadre_csv_make_texts (self)))
    return NULL;
  if (self->window == NULL)
    return self->texts.data + self->places[column];

  cell = &self->cells[column];
  ((char *) cell->text)[cell->length] = '\0';

  return cell->text;
}

/**
 * cadre_csv_reader_get_row:
 * @self: a #CadreCsvReader
 *
 * Gets the number of the row at hand. A header is row 1; lines with nothing in
 * them are not counted.
 *
 * Returns: a number from 1, or 0 before the first row
 *
 * Since: 1.0
 */
guint
cadre_csv_reader_get_row (CadreCsvReader *self)
{
  g_return_val_if_fail (CADRE_IS_CSV_READER (self), 0);

  return self->row;
}

/**
 * cadre_csv_reader_get_line:
 * @self: a #CadreCsvReader
 *
 * Gets the line of the file on which the row at hand begins. It differs from the
 * number of the row where cells hold line breaks.
 *
 * Returns: a number from 1, or 0 before the first row
 *
 * Since: 1.0
 */
guint
cadre_csv_reader_get_line (CadreCsvReader *self)
{
  g_return_val_if_fail (CADRE_IS_CSV_READER (self), 0);

  return self->line;
}

/**
 * cadre_csv_reader_dup_origin:
 * @self: a #CadreCsvReader
 * @column: which cell, from 0
 *
 * Says where a cell of the row at hand stands, for an issue about it. It counts
 * from 1, as people do.
 *
 * Returns: (transfer full): a text such as `row 12, cell 3`
 *
 * Since: 1.0
 */
char *
cadre_csv_reader_dup_origin (CadreCsvReader *self, guint column)
{
  g_return_val_if_fail (CADRE_IS_CSV_READER (self), NULL);

  return g_strdup_printf ("row %u, cell %" G_GUINT64_FORMAT, self->row, (guint64) column + 1);
}

/**
 * cadre_csv_reader_get_issues:
 * @self: a #CadreCsvReader
 *
 * Gets what was strange about the rows that have been read.
 *
 * Returns: (transfer none): the issues, which grow as rows are read
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_csv_reader_get_issues (CadreCsvReader *self)
{
  g_return_val_if_fail (CADRE_IS_CSV_READER (self), NULL);

  return self->issues;
}
