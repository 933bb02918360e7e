/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-buffer-private.h"
#include "document/cadre-text-private.h"

/*< private >
 * _cadre_buffer_grow:
 *
 * Makes room for @extra bytes more, at least twice what there was, so that
 * appending byte by byte is linear. Leaves the buffer as it is where there is
 * no memory.
 */
gboolean
_cadre_buffer_grow (CadreBuffer *buffer, gsize extra)
{
  gsize needed = 0;
  gsize wanted = MAX (256, buffer->allocated);
  char *data = NULL;

  if (__builtin_add_overflow (buffer->size, extra, &needed) || needed > G_MAXSSIZE / 2)
    return FALSE;

  while (wanted < needed)
    wanted *= 2;

  data = g_try_realloc (buffer->data, wanted);
  if (data == NULL)
    return FALSE;

  buffer->data = data;
  buffer->allocated = wanted;

  return TRUE;
}

void
_cadre_buffer_clear (CadreBuffer *buffer)
{
  g_clear_pointer (&buffer->data, g_free);
  buffer->size = 0;
  buffer->allocated = 0;
}

/* What stands after a backslash for @byte, or 0 where there is no short form. */
static char
short_escape (guint8 byte)
{
  switch (byte)
    {
    case '"':
    case '\\':
      return (char) byte;
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return 0;
    }
}

/* Room for six bytes is there. */
static char *
put_escape (char *out, guint8 byte)
{
  static const char hex[] = "0123456789abcdef";
  const char letter = short_escape (byte);

  *out++ = '\\';
  if (letter != 0)
    {
      *out++ = letter;
      return out;
    }

  memcpy (out, "u00", 3);
  out[3] = hex[byte >> 4];
  out[4] = hex[byte & 15];

  return out + 5;
}

/* Escapes from @p to @end into the room that is there. */
static char *
put_json (char *out, const guint8 *p, const guint8 *end)
{
  while (p < end)
    {
      const guint8 *plain = _cadre_text_plain_end (p, end);

      memcpy (out, p, (gsize) (plain - p));
      out += plain - p;
      p = plain;

      for (; p < end && *p >= 0x80; p++)
        *out++ = (char) *p;
      if (p < end && (*p < ' ' || *p == '"' || *p == '\\'))
        out = put_escape (out, *p++);
    }

  return out;
}

/*< private >
 * _cadre_buffer_append_json:
 *
 * Appends UTF-8 text that has been checked as a JSON string: in quotes, with
 * only those escapes that RFC 8259 demands, the short ones where there are
 * such. Everything else stays byte for byte.
 */
gboolean
_cadre_buffer_append_json (CadreBuffer *buffer, const char *text, gsize length)
{
  const guint8 *begin = (const guint8 *) text;
  char *out = NULL;

  if (length > G_MAXSSIZE / 12 || !_cadre_buffer_reserve (buffer, length * 6 + 2))
    return FALSE;

  out = buffer->data + buffer->size;
  *out++ = '"';
  out = put_json (out, begin, begin + length);
  *out++ = '"';
  buffer->size = (gsize) (out - buffer->data);

  return TRUE;
}

/*< private >
 * _cadre_buffer_steal_text:
 *
 * Gives the bytes away with a NUL behind them, or %NULL where there is no
 * memory for it. The buffer is empty afterwards.
 */
char *
_cadre_buffer_steal_text (CadreBuffer *buffer)
{
  if (!_cadre_buffer_append (buffer, "", 1))
    return NULL;

  buffer->size = 0;
  buffer->allocated = 0;

  return g_steal_pointer (&buffer->data);
}
