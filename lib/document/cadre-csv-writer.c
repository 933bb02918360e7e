/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-csv-writer
 * @Title: CadreCsvWriter
 * @Short_Description: Writes a table row by row
 *
 * A #CadreCsvWriter writes CSV as RFC 4180 has it, in UTF-8, to text, a stream
 * or a file. The same calls give the same bytes everywhere, and a
 * #CadreCsvReader that is told the delimiter and the formula guard reads what
 * was written as it was.
 *
 * # Formulas # {#cadre-csv-writer-formulas}
 *
 * A spreadsheet takes a cell that begins with `=` for a formula, also one that
 * somebody has put into a table of names. The formula guard is for that, and is
 * on unless it is set otherwise. A cell is like a formula if its first character
 * that can be seen, and is no apostrophe, is one of `=`, `+`, `-`, `@`, the same
 * in full width, a tab, a CR or an LF. Such a cell gets one more apostrophe
 * before it and stands in quotes, unless the whole cell is a plain number, such
 * as `-1.5`.
 *
 * cadre_csv_reader_set_formula_guard() takes one apostrophe from every cell that
 * is like a formula and begins with one. As the cells that had one before have
 * got one more, that gives every cell back as it was.
 *
 * # Quotes # {#cadre-csv-writer-quotes}
 *
 * Quotes stand around a cell only where it needs them: where it holds a quote, a
 * line break, the delimiter or another that a reader may look for (comma,
 * semicolon, tab, bar); where it begins or ends with a blank; where it has a
 * guard; and where the row or the table would begin like something else.
 *
 * # Errors # {#cadre-csv-writer-errors}
 *
 * The calls return nothing. The first error is kept and given by
 * cadre_csv_writer_finish(), and what comes after it is not written. A table is
 * whole only when that returns %TRUE.
 *
 * A writer belongs to one thread at a time.
 */

#include "config.h"

#include "document/cadre-csv-writer-private.h"

/* So much is collected before it is given to a stream or a file. */
#define FLUSH_AT (64 * 1024)

G_DEFINE_FINAL_TYPE (CadreCsvWriter, cadre_csv_writer, G_TYPE_OBJECT)

static void
cadre_csv_writer_dispose (GObject *object)
{
  CadreCsvWriter *self = CADRE_CSV_WRITER (object);

  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->save, _cadre_save_free);

  G_OBJECT_CLASS (cadre_csv_writer_parent_class)->dispose (object);
}

static void
cadre_csv_writer_finalize (GObject *object)
{
  CadreCsvWriter *self = CADRE_CSV_WRITER (object);

  g_clear_error (&self->error);
  _cadre_buffer_clear (&self->out);

  G_OBJECT_CLASS (cadre_csv_writer_parent_class)->finalize (object);
}

static void
cadre_csv_writer_class_init (CadreCsvWriterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cadre_csv_writer_dispose;
  object_class->finalize = cadre_csv_writer_finalize;
}

static void
cadre_csv_writer_init (CadreCsvWriter *self)
{
  self->delimiter = ',';
  self->formula_guard = TRUE;
  self->flush_at = G_MAXSIZE;
}

/**
 * cadre_csv_writer_new_for_text:
 *
 * Makes a writer whose text is kept in memory, for cadre_csv_writer_dup_text()
 * and cadre_csv_writer_steal_bytes().
 *
 * Returns: (transfer full): the writer
 *
 * Since: 1.0
 */
CadreCsvWriter *
cadre_csv_writer_new_for_text (void)
{
  return g_object_new (CADRE_TYPE_CSV_WRITER, NULL);
}

/**
 * cadre_csv_writer_new_for_stream:
 * @stream: where the text goes
 *
 * Makes a writer to a stream, which is flushed in the end and not closed.
 *
 * Returns: (transfer full): the writer
 *
 * Since: 1.0
 */
CadreCsvWriter *
cadre_csv_writer_new_for_stream (GOutputStream *stream)
{
  CadreCsvWriter *self = NULL;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = cadre_csv_writer_new_for_text ();
  self->stream = g_object_ref (stream);
  self->flush_at = FLUSH_AT;

  return self;
}

/**
 * cadre_csv_writer_new_for_file:
 * @file: the file to save
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Makes a writer that saves a file, with the same promise as
 * cadre_writer_new_for_file(): the old file stays as it is until
 * cadre_csv_writer_finish() puts the new one in its place, whole and on the
 * disk.
 *
 * Returns: (transfer full): the writer, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreCsvWriter *
cadre_csv_writer_new_for_file (GFile *file, GCancellable *cancellable, GError **error)
{
  CadreCsvWriter *self = NULL;
  CadreSave *save = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  save = _cadre_save_new (file, cancellable, error);
  if (save == NULL)
    return NULL;

  self = cadre_csv_writer_new_for_text ();
  self->save = save;
  self->flush_at = FLUSH_AT;
  g_set_object (&self->cancellable, cancellable);

  return self;
}

/**
 * cadre_csv_writer_get_delimiter:
 * @self: a #CadreCsvWriter
 *
 * Gets what parts the cells.
 *
 * Returns: a character
 *
 * Since: 1.0
 */
char
cadre_csv_writer_get_delimiter (CadreCsvWriter *self)
{
  g_return_val_if_fail (CADRE_IS_CSV_WRITER (self), '\0');

  return self->delimiter;
}

/**
 * cadre_csv_writer_set_delimiter:
 * @self: a #CadreCsvWriter to which nothing has been written
 * @delimiter: a character of ASCII that is neither a quote nor ends a line
 *
 * Sets what parts the cells. By default that is a comma.
 *
 * Since: 1.0
 */
void
cadre_csv_writer_set_delimiter (CadreCsvWriter *self, char delimiter)
{
  g_return_if_fail (CADRE_IS_CSV_WRITER (self));
  g_return_if_fail (!self->has_begun);
  g_return_if_fail (delimiter != '\0' && (guint8) delimiter < 0x80);
  g_return_if_fail (delimiter != '"' && delimiter != '\r' && delimiter != '\n');

  self->delimiter = delimiter;
}

/**
 * cadre_csv_writer_get_line_ending:
 * @self: a #CadreCsvWriter
 *
 * Gets what ends a row.
 *
 * Returns: the line ending
 *
 * Since: 1.0
 */
CadreCsvLineEnding
cadre_csv_writer_get_line_ending (CadreCsvWriter *self)
{
  g_return_val_if_fail (CADRE_IS_CSV_WRITER (self), CADRE_CSV_LINE_ENDING_CRLF);

  return self->line_ending;
}

/**
 * cadre_csv_writer_set_line_ending:
 * @self: a #CadreCsvWriter to which nothing has been written
 * @line_ending: the line ending
 *
 * Sets what ends a row. By default that is CRLF.
 *
 * Since: 1.0
 */
void
cadre_csv_writer_set_line_ending (CadreCsvWriter *self, CadreCsvLineEnding line_ending)
{
  g_return_if_fail (CADRE_IS_CSV_WRITER (self));
  g_return_if_fail (!self->has_begun);

  self->line_ending = line_ending;
}

/**
 * cadre_csv_writer_get_byte_order_mark:
 * @self: a #CadreCsvWriter
 *
 * Gets whether the table begins with a byte order mark.
 *
 * Returns: %TRUE if it does
 *
 * Since: 1.0
 */
gboolean
cadre_csv_writer_get_byte_order_mark (CadreCsvWriter *self)
{
  g_return_val_if_fail (CADRE_IS_CSV_WRITER (self), FALSE);

  return self->byte_order_mark;
}

/**
 * cadre_csv_writer_set_byte_order_mark:
 * @self: a #CadreCsvWriter to which nothing has been written
 * @byte_order_mark: whether the table begins with a byte order mark
 *
 * Sets whether the table begins with a byte order mark, by which Excel knows
 * that it is UTF-8. By default it does not.
 *
 * Since: 1.0
 */
void
cadre_csv_writer_set_byte_order_mark (CadreCsvWriter *self, gboolean byte_order_mark)
{
  g_return_if_fail (CADRE_IS_CSV_WRITER (self));
  g_return_if_fail (!self->has_begun);

  self->byte_order_mark = byte_order_mark != FALSE;
}

/**
 * cadre_csv_writer_get_formula_guard:
 * @self: a #CadreCsvWriter
 *
 * Gets whether cells that are like a formula get a guard.
 *
 * Returns: %TRUE if they do
 *
 * Since: 1.0
 */
gboolean
cadre_csv_writer_get_formula_guard (CadreCsvWriter *self)
{
  g_return_val_if_fail (CADRE_IS_CSV_WRITER (self), TRUE);

  return self->formula_guard;
}

/**
 * cadre_csv_writer_set_formula_guard:
 * @self: a #CadreCsvWriter to which nothing has been written
 * @formula_guard: whether cells that are like a formula get a guard
 *
 * Sets whether cells that are like a formula get a guard. By default they do.
 * Without it a table is fit for programs, and not for spreadsheets.
 *
 * Since: 1.0
 */
void
cadre_csv_writer_set_formula_guard (CadreCsvWriter *self, gboolean formula_guard)
{
  g_return_if_fail (CADRE_IS_CSV_WRITER (self));
  g_return_if_fail (!self->has_begun);

  self->formula_guard = formula_guard != FALSE;
}

/**
 * cadre_csv_writer_add_text:
 * @self: a #CadreCsvWriter
 * @text: (nullable): the text of a cell, or %NULL for an empty one
 *
 * Adds a cell to the row, as UTF-8. What is not UTF-8 is
 * %CADRE_DOCUMENT_ERROR_ENCODING. A table does not tell an empty text from none.
 *
 * Since: 1.0
 */
void
cadre_csv_writer_add_text (CadreCsvWriter *self, const char *text)
{
  g_return_if_fail (CADRE_IS_CSV_WRITER (self));

  if (text == NULL)
    text = "";

  _cadre_csv_writer_add_text (self, text, strlen (text));
}

/**
 * cadre_csv_writer_add_text_n:
 * @self: a #CadreCsvWriter
 * @text: (array length=length) (element-type guint8): the text, not NUL-terminated
 * @length: how many bytes it has
 *
 * Adds a cell to the row, as UTF-8 with no NUL in it. What is not that is
 * %CADRE_DOCUMENT_ERROR_ENCODING.
 *
 * Since: 1.0
 */
void
cadre_csv_writer_add_text_n (CadreCsvWriter *self, const char *text, gsize length)
{
  g_return_if_fail (CADRE_IS_CSV_WRITER (self));
  g_return_if_fail (text != NULL || length == 0);

  _cadre_csv_writer_add_text (self, text == NULL ? "" : text, length);
}

/**
 * cadre_csv_writer_add_integer:
 * @self: a #CadreCsvWriter
 * @value: the number
 *
 * Adds a whole number to the row.
 *
 * Since: 1.0
 */
void
cadre_csv_writer_add_integer (CadreCsvWriter *self, gint64 value)
{
  char text[24];

  g_return_if_fail (CADRE_IS_CSV_WRITER (self));

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  _cadre_csv_writer_add_text (self, text, strlen (text));
}

/**
 * cadre_csv_writer_end_row:
 * @self: a #CadreCsvWriter
 *
 * Ends the row. A row without a cell is no row of a table, and is
 * %CADRE_DOCUMENT_ERROR_ORDER.
 *
 * Since: 1.0
 */
void
cadre_csv_writer_end_row (CadreCsvWriter *self)
{
  g_return_if_fail (CADRE_IS_CSV_WRITER (self));

  _cadre_csv_writer_end_row (self);
}

static void
finish_target (CadreCsvWriter *self)
{
  if (self->stream != NULL)
    g_output_stream_flush (self->stream, self->cancellable, &self->error);
  else if (self->save != NULL)
    _cadre_save_commit (self->save, self->cancellable, &self->error);
}

/**
 * cadre_csv_writer_finish:
 * @self: a #CadreCsvWriter
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Ends the table and writes what is left of it. A table without rows is a table.
 * A file is put in the place of the old one now, and not at all where something
 * failed before, but for %CADRE_DOCUMENT_ERROR_NOT_DURABLE: then it is in its
 * place, and may be lost if the power fails soon.
 *
 * Calling this again gives the same answer, unless something was written between.
 *
 * Returns: %TRUE if the whole table is written, or %FALSE with @error set to the
 *   first error, in %CADRE_DOCUMENT_ERROR or %G_IO_ERROR
 *
 * Since: 1.0
 */
gboolean
cadre_csv_writer_finish (CadreCsvWriter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (CADRE_IS_CSV_WRITER (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!self->is_finished)
    {
      g_set_object (&self->cancellable, cancellable);
      if (_cadre_csv_writer_end (self))
        finish_target (self);
      self->is_finished = TRUE;
      g_clear_pointer (&self->save, _cadre_save_free);
    }

  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->error));

  return FALSE;
}

/* Whether there is a whole text in memory. */
static gboolean
has_text (const CadreCsvWriter *self)
{
  return self->is_finished && !self->is_stolen && self->error == NULL &&
         self->flush_at == G_MAXSIZE;
}

/**
 * cadre_csv_writer_dup_text:
 * @self: a #CadreCsvWriter of text
 *
 * Gets the text of a table that is finished.
 *
 * Returns: (nullable) (transfer full): the text, or %NULL if the writer writes
 *   elsewhere, is not finished or has failed, or if there is no memory for a copy
 *
 * Since: 1.0
 */
char *
cadre_csv_writer_dup_text (CadreCsvWriter *self)
{
  char *text = NULL;

  g_return_val_if_fail (CADRE_IS_CSV_WRITER (self), NULL);

  if (!has_text (self))
    return NULL;

  text = g_try_malloc (self->out.size + 1);
  if (text == NULL)
    return NULL;

  if (self->out.size > 0)
    memcpy (text, self->out.data, self->out.size);
  text[self->out.size] = '\0';

  return text;
}

/**
 * cadre_csv_writer_steal_bytes:
 * @self: a #CadreCsvWriter of text
 *
 * Takes the text of a table that is finished, without a copy. The writer has
 * none afterwards.
 *
 * Returns: (nullable) (transfer full): the text, or %NULL if the writer writes
 *   elsewhere, is not finished or has failed, or if it was taken before
 *
 * Since: 1.0
 */
GBytes *
cadre_csv_writer_steal_bytes (CadreCsvWriter *self)
{
  gsize size = 0;

  g_return_val_if_fail (CADRE_IS_CSV_WRITER (self), NULL);

  if (!has_text (self))
    return NULL;

  size = self->out.size;
  self->out.size = 0;
  self->out.allocated = 0;
  self->is_stolen = TRUE;

  return g_bytes_new_take (g_steal_pointer (&self->out.data), size);
}
