/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/* Bytes that grow by what a document asks for. A GString would end the process
 * where there is no memory; this one says so. */
typedef struct
{
  char *data; /* (nullable) */
  gsize size;
  gsize allocated;
} CadreBuffer;

gboolean _cadre_buffer_grow (CadreBuffer *buffer, gsize extra);
void _cadre_buffer_clear (CadreBuffer *buffer);
gboolean _cadre_buffer_append_json (CadreBuffer *buffer, const char *text, gsize length);
char *_cadre_buffer_steal_text (CadreBuffer *buffer);

/* Makes room for @extra bytes. What is written there is counted by the caller. */
static inline gboolean
_cadre_buffer_reserve (CadreBuffer *buffer, gsize extra)
{
  return G_LIKELY (buffer->allocated - buffer->size >= extra) || _cadre_buffer_grow (buffer, extra);
}

static inline gboolean
_cadre_buffer_append (CadreBuffer *buffer, const void *data, gsize size)
{
  if (!_cadre_buffer_reserve (buffer, size))
    return FALSE;

  if (size > 0)
    memcpy (buffer->data + buffer->size, data, size);
  buffer->size += size;

  return TRUE;
}

G_END_DECLS
