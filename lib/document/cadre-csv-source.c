/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-progress-private.h"
#include "document/cadre-csv-private.h"

/* Where the bytes come from: a GBytes is read in place, a stream through one
 * window, which grows until a whole row is in it. */

#define WINDOW_SIZE (256 * 1024)

void
_cadre_csv_use_bytes (CadreCsvReader *self, GBytes *bytes)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  self->bytes = g_bytes_ref (bytes);
  self->at_end = TRUE;
  self->cur = data;
  self->end = data != NULL ? data + size : NULL;
}

void
_cadre_csv_use_stream (CadreCsvReader *self, GInputStream *stream)
{
  self->stream = g_object_ref (stream);
}

/* Moves what is kept to the front of the window, and makes the window larger
 * when it is more than half full of it. */
static gboolean
make_room (CadreCsvReader *self)
{
  const gsize kept = self->cur != NULL ? (gsize) (self->end - self->cur) : 0;

  if (kept > 0 && self->cur != self->window)
    memmove (self->window, self->cur, kept);
  if (kept >= self->window_size / 2)
    {
      const gsize size = MAX (self->window_size * 2, WINDOW_SIZE);
      /* One byte more, for the NUL behind the last cell. */
      guint8 *window = g_try_realloc (self->window, size + 1);

      if (window == NULL)
        return _cadre_csv_fail (self, CADRE_DOCUMENT_ERROR_MEMORY, "Not enough memory for a row");
      self->window = window;
      self->window_size = size;
    }

  self->cur = self->window;
  self->end = self->window + kept;
  return TRUE;
}

/*< private >
 * _cadre_csv_fill:
 *
 * Brings more of the table into the window, and keeps what there is from
 * #CadreCsvReader.cur on. Cells of the row at hand are no longer valid.
 *
 * Returns: whether there is more; if not, the table has ended or the reader has
 *   failed
 */
gboolean
_cadre_csv_fill (CadreCsvReader *self, GCancellable *cancellable)
{
  gssize n = 0;

  if (self->at_end || self->error != NULL || !make_room (self))
    return FALSE;

  n = g_input_stream_read (self->stream, self->window + (self->end - self->window),
                           self->window_size - (gsize) (self->end - self->window), cancellable,
                           &self->error);
  if (n <= 0)
    {
      self->at_end = n == 0;
      return FALSE;
    }

  self->n_read += (gsize) n;
  self->end += n;
  cadre_progress_add_done (cancellable, (guint64) n);
  if (self->n_read > self->max_bytes)
    return _cadre_csv_fail (self, CADRE_DOCUMENT_ERROR_LIMIT_BYTES,
                            "The table is larger than %" G_GUINT64_FORMAT " bytes",
                            self->max_bytes);

  return TRUE;
}

guint64
_cadre_csv_reader_offset (CadreCsvReader *self)
{
  const guint64 size = self->bytes != NULL ? g_bytes_get_size (self->bytes) : self->n_read;

  return size - (guint64) (self->end - self->cur);
}

guint64
_cadre_csv_reader_size (CadreCsvReader *self)
{
  g_autoptr (GFileInfo) info = NULL;

  if (self->bytes != NULL)
    return g_bytes_get_size (self->bytes);
  if (!G_IS_FILE_INPUT_STREAM (self->stream))
    return 0;

  info = g_file_input_stream_query_info (G_FILE_INPUT_STREAM (self->stream),
                                         G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  return info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE)
           ? (guint64) g_file_info_get_size (info)
           : 0;
}
