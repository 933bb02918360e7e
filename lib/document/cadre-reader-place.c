/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-reader-state-private.h"

#include <stdarg.h>

/* Where the reader stands, and errors that say so. */

/* So much of a pointer is shown in a message. */
#define POINTER_SHOWN 256

/*< private >
 * _cadre_reader_column:
 *
 * The column of the byte at @offset in the line of the reader, counted in
 * characters from 1, where @wide bytes before it continue a character.
 */
guint64
_cadre_reader_column (CadreReader *self, guint64 offset, guint wide)
{
  return offset - self->line_start - wide + 1;
}

static gboolean
put_name (CadreBuffer *out, const char *text, gsize length)
{
  if (!_cadre_buffer_reserve (out, 2 * length))
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      const char byte = text[i];
      const gboolean is_escaped = byte == '~' || byte == '/';

      if (is_escaped)
        out->data[out->size++] = '~';
      out->data[out->size++] = !is_escaped ? byte : byte == '~' ? '0' : '1';
    }

  return TRUE;
}

static gboolean
put_index (CadreBuffer *out, guint64 index)
{
  char digits[32];
  const int n = g_snprintf (digits, sizeof digits, "/%" G_GUINT64_FORMAT, index);

  return _cadre_buffer_append (out, digits, (gsize) n);
}

static gboolean
put_level (CadreBuffer *out, CadreReaderLevel *level)
{
  const CadreName *name = NULL;

  if (!level->is_object)
    return level->n_values == 0 || put_index (out, level->n_values - 1);

  if (!level->has_member)
    return TRUE;

  name = _cadre_names_last (&level->names);

  return _cadre_buffer_append (out, "/", 1) &&
         put_name (out, _cadre_names_text (&level->names, name), name->length);
}

/*< private >
 * _cadre_reader_put_pointer:
 *
 * Appends the JSON Pointer, RFC 6901, of where the reader stands.
 */
gboolean
_cadre_reader_put_pointer (CadreReader *self, CadreBuffer *out)
{
  for (guint i = 1; i <= self->depth; i++)
    if (!put_level (out, &self->levels[i]))
      return FALSE;

  return TRUE;
}

/* The pointer for a message: what is long is cut, and control characters that a
 * name may hold do not reach a terminal. */
static char *
dup_shown_pointer (CadreReader *self)
{
  CadreBuffer pointer = { 0 };
  GString *shown = g_string_new (NULL);
  g_autofree char *valid = NULL;

  if (!_cadre_reader_put_pointer (self, &pointer) || pointer.size == 0)
    g_string_append (shown, "the top level");

  if (pointer.size > POINTER_SHOWN)
    memcpy (pointer.data + POINTER_SHOWN - 3, "...", 3);
  valid = g_utf8_make_valid (pointer.size > 0 ? pointer.data : "",
                             (gssize) MIN (pointer.size, POINTER_SHOWN));
  _cadre_buffer_clear (&pointer);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (shown,
                             g_unichar_iscntrl (g_utf8_get_char (p)) ? '?' : g_utf8_get_char (p));

  return g_string_free (shown, FALSE);
}

static GError *
new_error (CadreReader *self, guint64 offset, guint wide, GQuark domain, int code, const char *rule)
{
  g_autofree char *pointer = dup_shown_pointer (self);

  if (self->nodes != NULL)
    return g_error_new (domain, code, "At %s: %s", pointer, rule);

  return g_error_new (domain, code, "Line %u, column %" G_GUINT64_FORMAT ", at %s: %s", self->line,
                      _cadre_reader_column (self, offset, wide), pointer, rule);
}

/*< private >
 * _cadre_reader_fail:
 *
 * Sets the error of the reader, unless it has one.
 *
 * Returns: %FALSE
 */
gboolean
_cadre_reader_fail (CadreReader *self,
                    const guint8 *at,
                    CadreDocumentError code,
                    const char *format,
                    ...)
{
  g_autofree char *rule = NULL;
  va_list arguments;

  if (self->error != NULL)
    return FALSE;

  va_start (arguments, format);
  rule = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->error = new_error (self, _cadre_reader_offset_of (self, at), self->wide,
                           CADRE_DOCUMENT_ERROR, code, rule);

  return FALSE;
}

gboolean
_cadre_reader_fail_too_long (CadreReader *self)
{
  self->wide = self->token_wide;

  return _cadre_reader_fail (self, self->cur, CADRE_DOCUMENT_ERROR_LIMIT_STRING,
                             "a string, a name or a number has more than %u bytes",
                             self->max_string);
}

gboolean
_cadre_reader_fail_too_large (CadreReader *self)
{
  g_set_error (&self->error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_BYTES,
               "The document has more than %" G_GUINT64_FORMAT " bytes", self->max_bytes);

  return FALSE;
}

gboolean
_cadre_reader_fail_no_memory (CadreReader *self)
{
  if (self->error == NULL)
    g_set_error_literal (&self->error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_MEMORY,
                         "There is not enough memory to read the document");

  return FALSE;
}

GError *
_cadre_reader_error_here (CadreReader *self, GQuark domain, int code, const char *format, ...)
{
  g_autofree char *rule = NULL;
  va_list arguments;

  va_start (arguments, format);
  rule = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return new_error (self, self->token_offset, self->token_wide, domain, code, rule);
}
