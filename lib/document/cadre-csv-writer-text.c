/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-csv-guard-private.h"
#include "document/cadre-csv-writer-private.h"
#include "document/cadre-text-private.h"

#include <stdarg.h>

/* From cells to text. */

static void G_GNUC_PRINTF (3, 4)
  fail (CadreCsvWriter *self, CadreDocumentError code, const char *format, ...)
{
  va_list arguments;

  if (self->error != NULL)
    return;

  va_start (arguments, format);
  self->error = g_error_new_valist (CADRE_DOCUMENT_ERROR, (int) code, format, arguments);
  va_end (arguments);
}

static gboolean
append (CadreCsvWriter *self, const char *text, gsize length)
{
  if (_cadre_buffer_append (&self->out, text, length))
    return TRUE;

  fail (self, CADRE_DOCUMENT_ERROR_MEMORY, "There is not enough memory to write the table");
  return FALSE;
}

static void
flush (CadreCsvWriter *self)
{
  if (self->error != NULL || g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    return;

  if (self->stream != NULL)
    g_output_stream_write_all (self->stream, self->out.data, self->out.size, NULL,
                               self->cancellable, &self->error);
  else if (self->save != NULL)
    _cadre_save_write (self->save, self->out.data, self->out.size, self->cancellable, &self->error);
  self->out.size = 0;
}

/* Whether something may be written now. */
static gboolean
begin (CadreCsvWriter *self)
{
  if (self->is_finished)
    fail (self, CADRE_DOCUMENT_ERROR_ORDER, "The table is finished already");
  if (self->error != NULL)
    return FALSE;
  if (self->has_begun)
    return TRUE;

  self->has_begun = TRUE;
  self->row = 1;
  if (self->byte_order_mark && !append (self, "\xEF\xBB\xBF", 3))
    return FALSE;
  self->row_begin = self->out.size;
  return TRUE;
}

/* What a reader might take for something else than the text of a cell. */
static gboolean
has_special (const char *text, gsize length, char delimiter)
{
  static const guint8 is_special[256] = {
    ['"'] = 1, ['\r'] = 1, ['\n'] = 1, [','] = 1, [';'] = 1, ['\t'] = 1, ['|'] = 1
  };

  for (gsize i = 0; i < length; i++)
    if (is_special[(guint8) text[i]] || text[i] == delimiter)
      return TRUE;

  return FALSE;
}

/* A reader takes a mark before a row away, and a first line "sep=;" as well. */
static gboolean
begins_strangely (const char *text, gsize length)
{
  return (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0) ||
         (length >= 4 && memcmp (text, "sep=", 4) == 0);
}

static gboolean
needs_quotes (const CadreCsvWriter *self, const char *text, gsize length)
{
  if (length == 0)
    return FALSE;

  return text[0] == ' ' || text[length - 1] == ' ' || has_special (text, length, self->delimiter) ||
         (self->n_cells == 0 && begins_strangely (text, length));
}

static char *
put_quoted (char *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"')
        *out++ = '"';
      *out++ = text[i];
    }

  return out;
}

static void
append_quoted (CadreCsvWriter *self, const char *text, gsize length, gboolean is_guarded)
{
  char *out = NULL;

  if (length > G_MAXSSIZE / 4 || !_cadre_buffer_reserve (&self->out, length * 2 + 3))
    {
      fail (self, CADRE_DOCUMENT_ERROR_MEMORY, "There is not enough memory to write the table");
      return;
    }

  out = self->out.data + self->out.size;
  *out++ = '"';
  if (is_guarded)
    *out++ = CADRE_CSV_GUARD;
  out = put_quoted (out, text, length);
  *out++ = '"';
  self->out.size = (gsize) (out - self->out.data);
}

void
_cadre_csv_writer_add_text (CadreCsvWriter *self, const char *text, gsize length)
{
  gboolean is_guarded = FALSE;

  if (!begin (self))
    return;
  if (!_cadre_text_is_valid (text, length))
    {
      fail (self, CADRE_DOCUMENT_ERROR_ENCODING, "Row %u, cell %u: the text is not UTF-8",
            self->row, self->n_cells + 1);
      return;
    }
  if (self->n_cells > 0 && !append (self, &self->delimiter, 1))
    return;

  is_guarded = self->formula_guard && _cadre_csv_needs_guard (text, length);
  if (is_guarded || needs_quotes (self, text, length))
    append_quoted (self, text, length, is_guarded);
  else
    append (self, text, length);
  self->n_cells++;
}

void
_cadre_csv_writer_end_row (CadreCsvWriter *self)
{
  const gboolean has_cr = self->line_ending == CADRE_CSV_LINE_ENDING_CRLF;

  if (!begin (self))
    return;
  if (self->n_cells == 0)
    {
      fail (self, CADRE_DOCUMENT_ERROR_ORDER, "Row %u has no cell", self->row);
      return;
    }

  /* A line with nothing in it would be no row. */
  if (self->out.size == self->row_begin && !append (self, "\"\"", 2))
    return;
  if (!append (self, has_cr ? "\r\n" : "\n", has_cr ? 2 : 1))
    return;
  if (self->out.size >= self->flush_at)
    flush (self);

  self->row_begin = self->out.size;
  self->row++;
  self->n_cells = 0;
}

/*< private >
 * _cadre_csv_writer_end:
 *
 * Writes what is left.
 *
 * Returns: whether nothing has failed
 */
gboolean
_cadre_csv_writer_end (CadreCsvWriter *self)
{
  if (begin (self) && self->n_cells > 0)
    fail (self, CADRE_DOCUMENT_ERROR_ORDER, "Row %u is not ended", self->row);
  if (self->flush_at < G_MAXSIZE)
    flush (self);

  return self->error == NULL;
}
