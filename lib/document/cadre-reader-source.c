/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-progress-private.h"
#include "document/cadre-reader-state-private.h"

/* Where the bytes come from: a GBytes is read in place, a stream through one
 * window that moves along it. */

/* Large enough that a system call costs nothing beside scanning what it gives,
 * small enough to stay in the cache: 64 KiB and 1 MiB were not better. */
#define WINDOW_SIZE (256 * 1024)

static void
place_window (CadreReader *self, const guint8 *cur, const guint8 *end, guint64 offset)
{
  self->cur = cur;
  self->end = end;
  self->bias = offset - (guint64) (guintptr) cur;
}

void
_cadre_reader_use_nothing (CadreReader *self)
{
  const guint8 *nothing = (const guint8 *) "";

  self->at_end = TRUE;
  place_window (self, nothing, nothing, 0);
}

void
_cadre_reader_use_bytes (CadreReader *self, GBytes *bytes)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  self->bytes = g_bytes_ref (bytes);
  self->at_end = TRUE;
  if (data != NULL)
    place_window (self, data, data + size, 0);
}

void
_cadre_reader_use_stream (CadreReader *self, GInputStream *stream)
{
  self->stream = g_object_ref (stream);
  self->at_end = FALSE;
}

/* A string may be longer than the window: as long as the limit allows, when
 * each of its bytes is written as an escape of six. */
static gboolean
grow_window (CadreReader *self)
{
  const guint64 most = 6 * (guint64) self->max_string + 16;
  const gsize size = self->window_size == 0 ? WINDOW_SIZE : self->window_size * 2;
  const gsize kept = (gsize) (self->end - self->cur);
  guint8 *window = NULL;

  if (kept > most)
    return _cadre_reader_fail_too_long (self);

  window = g_try_realloc (self->window, size);
  if (window == NULL)
    return _cadre_reader_fail_no_memory (self);

  self->window = window;
  self->window_size = size;
  place_window (self, window, window + kept, self->n_read - kept);

  return TRUE;
}

static gsize
room_left (const CadreReader *self)
{
  return self->window_size - (gsize) (self->end - self->window);
}

/* Moves what is kept to the front of the window, or makes the window larger
 * when it is full of it. */
static gboolean
make_room (CadreReader *self)
{
  const gsize kept = (gsize) (self->end - self->cur);

  if (self->window == NULL)
    return grow_window (self);
  if (room_left (self) >= self->window_size / 4)
    return TRUE;

  if (kept > 0)
    memmove (self->window, self->cur, kept);
  place_window (self, self->window, self->window + kept, self->n_read - kept);

  return kept < self->window_size / 4 * 3 || grow_window (self);
}

/* One byte more than the limit is asked for, so that a document of just the
 * limit is told from a longer one. */
static gsize
bytes_to_ask_for (const CadreReader *self)
{
  const gsize room = room_left (self);
  const guint64 left = self->max_bytes - self->n_read;

  return left < room ? (gsize) left + 1 : room;
}

/*< private >
 * _cadre_reader_fill:
 *
 * Brings more of the document into the window, and keeps what there is from
 * where the reader stands.
 *
 * Returns: whether there is more; if not, the document has ended or the reader
 *   has failed
 */
gboolean
_cadre_reader_fill (CadreReader *self)
{
  gssize n = 0;

  if (self->at_end || self->error != NULL || !make_room (self))
    return FALSE;

  n = g_input_stream_read (self->stream, self->window + (self->end - self->window),
                           bytes_to_ask_for (self), self->cancellable, &self->error);
  if (n < 0)
    return FALSE;
  if (n == 0)
    {
      self->at_end = TRUE;
      return FALSE;
    }

  self->n_read += (gsize) n;
  self->end += n;
  cadre_progress_add_done (self->cancellable, (guint64) n);
  if (self->n_read > self->max_bytes)
    return _cadre_reader_fail_too_large (self);

  return TRUE;
}

/*< private >
 * _cadre_reader_more:
 *
 * The same in the middle of a token: @p goes along with the window.
 */
gboolean
_cadre_reader_more (CadreReader *self, const guint8 **p)
{
  const gsize passed = (gsize) (*p - self->cur);
  const gboolean filled = _cadre_reader_fill (self);

  *p = self->cur + passed;

  return filled;
}
