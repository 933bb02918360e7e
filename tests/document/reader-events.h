/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre.h>

/* What the tests of the readers share: a document as a line of text, and a
 * stream that gives little at a time. */

/* Writes what @token is, after a blank: { } [ ] name: "string" number t f n, and
 * $ for the end. */
static inline void
events_append (GString *events, CadreReader *reader, CadreToken token)
{
  static const char *const marks[] = { "$", "{", "}", "[", "]", ":", "\"", "#", "t", "f", "n" };
  const char *text = cadre_reader_get_text (reader, NULL);

  if (events->len > 0)
    g_string_append_c (events, ' ');

  if (token == CADRE_TOKEN_MEMBER)
    g_string_append_printf (events, "%s:", text);
  else if (token == CADRE_TOKEN_STRING)
    g_string_append_printf (events, "\"%s\"", text);
  else if (token == CADRE_TOKEN_NUMBER)
    g_string_append (events, text);
  else
    g_string_append (events, marks[token]);
}

/* The whole document, or what stands before the error. */
static inline char *
events_read (CadreReader *reader, GError **error)
{
  GString *events = g_string_new (NULL);
  CadreToken token = CADRE_TOKEN_NULL;

  while (token != CADRE_TOKEN_END && cadre_reader_next (reader, &token, NULL, error))
    events_append (events, reader, token);

  return g_string_free (events, FALSE);
}

static inline CadreReader *
reader_for_text (const char *text, gsize length, CadreLimits *limits)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return cadre_reader_new_for_bytes (bytes, limits);
}

/* A stream of bytes that gives 1 to 7 of them at a time, and may end in an
 * error instead of the end. */
#define DRIP_TYPE_STREAM (drip_stream_get_type ())
G_DECLARE_FINAL_TYPE (DripStream, drip_stream, DRIP, STREAM, GInputStream)

struct _DripStream
{
  GInputStream parent_instance;

  GBytes *bytes;
  gsize position;
  guint most; /* 0 for 1 to 7 in turn, as the length has it */
  gboolean fails;
};

G_DEFINE_FINAL_TYPE (DripStream, drip_stream, G_TYPE_INPUT_STREAM)

static gssize
drip_stream_read (GInputStream *stream,
                  void *buffer,
                  gsize count,
                  GCancellable *cancellable,
                  GError **error)
{
  DripStream *self = DRIP_STREAM (stream);
  const gsize left = g_bytes_get_size (self->bytes) - self->position;
  gsize n = self->most > 0 ? self->most : 1 + (self->position * 3 + left / 7) % 7;

  n = MIN (n, MIN (left, count));
  if (n == 0 && self->fails)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, "The pipe is broken");
      return -1;
    }

  if (n > 0)
    memcpy (buffer, (const char *) g_bytes_get_data (self->bytes, NULL) + self->position, n);
  self->position += n;

  return (gssize) n;
}

static void
drip_stream_finalize (GObject *object)
{
  g_bytes_unref (DRIP_STREAM (object)->bytes);

  G_OBJECT_CLASS (drip_stream_parent_class)->finalize (object);
}

static void
drip_stream_class_init (DripStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = drip_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = drip_stream_read;
}

static void
drip_stream_init (DripStream *self)
{
}

static inline CadreReader *
reader_for_drip (const char *text, gsize length, guint most, CadreLimits *limits)
{
  g_autoptr (DripStream) stream = g_object_new (DRIP_TYPE_STREAM, NULL);

  stream->bytes = g_bytes_new (text, length);
  stream->most = most;

  return cadre_reader_new_for_stream (G_INPUT_STREAM (stream), limits);
}
