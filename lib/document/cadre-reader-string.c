/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-reader-state-private.h"

/* The strings that are not plain: with escapes, with characters outside ASCII,
 * across the end of the window, or wrong. */

static gboolean
fail_cut_short (CadreReader *self, const guint8 *p)
{
  return _cadre_reader_fail (self, p, CADRE_DOCUMENT_ERROR_SYNTAX,
                             "the document ends inside a string");
}

static gboolean
fail_not_utf8 (CadreReader *self, const guint8 *p)
{
  return _cadre_reader_fail (self, p, CADRE_DOCUMENT_ERROR_ENCODING, "the text is not UTF-8");
}

/* Passes over the character outside ASCII at @p. */
static gboolean
pass_character (CadreReader *self, const guint8 **p)
{
  int n = _cadre_text_sequence (*p, (gsize) (self->end - *p));

  while (n < 0)
    {
      if (!_cadre_reader_more (self, p))
        return fail_cut_short (self, *p);
      n = _cadre_text_sequence (*p, (gsize) (self->end - *p));
    }

  if (n == 0)
    return fail_not_utf8 (self, *p);

  self->wide += (guint) n - 1;
  *p += n;

  return TRUE;
}

/* Passes over the backslash and what it escapes, so that an escaped quote does
 * not end the string. What is no escape at all is found later. */
static gboolean
pass_escape (CadreReader *self, const guint8 **p)
{
  *p += 1;
  if (*p == self->end && !_cadre_reader_more (self, p))
    return fail_cut_short (self, *p);

  if (**p >= ' ' && **p < 0x80)
    *p += 1;

  return TRUE;
}

/* Goes on from @p to the closing quote. */
static gboolean
find_quote (CadreReader *self, const guint8 **p, gboolean *has_escapes)
{
  gboolean ok = TRUE;

  while (ok)
    {
      *p = _cadre_text_plain_end (*p, self->end);

      if (*p == self->end)
        ok = _cadre_reader_more (self, p) || fail_cut_short (self, *p);
      else if (**p == '"')
        return TRUE;
      else if (**p < ' ')
        ok = _cadre_reader_fail (self, *p, CADRE_DOCUMENT_ERROR_SYNTAX,
                                 "a control character in a string is not escaped");
      else if (**p == '\\')
        {
          *has_escapes = TRUE;
          ok = pass_escape (self, p);
        }
      else
        ok = pass_character (self, p);
    }

  return FALSE;
}

/* An error inside a string whose characters have all been counted. */
static gboolean
fail_inside (CadreReader *self,
             const guint8 *p,
             const guint8 *end,
             CadreDocumentError code,
             const char *rule)
{
  for (const guint8 *q = p; q < end; q++)
    self->wide -= (*q & 0xc0) == 0x80;

  return _cadre_reader_fail (self, p, code, "%s", rule);
}

/* Four digits, of either case; -1 where there are no four. */
static int
hex_value (const guint8 *p, const guint8 *end)
{
  int value = 0;

  if (end - p < 4)
    return -1;

  for (int i = 0; i < 4; i++)
    {
      const int digit = g_ascii_xdigit_value ((char) p[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }

  return value;
}

/* The character of two escapes that are a surrogate pair, or 0. */
static gunichar
join_surrogates (int high, const guint8 *p, const guint8 *end)
{
  int low = -1;

  if (high < 0xdc00 && end - p >= 6 && p[0] == '\\' && p[1] == 'u')
    low = hex_value (p + 2, end);

  if (low < 0xdc00 || low > 0xdfff)
    return 0;

  return 0x10000 + (((gunichar) high - 0xd800) << 10) + ((gunichar) low - 0xdc00);
}

/* @p is at the backslash of a \u escape, and goes behind it. */
static gboolean
decode_unicode (CadreReader *self, const guint8 **p, const guint8 *end, char **out)
{
  const int value = hex_value (*p + 2, end);
  gunichar character = (gunichar) value;
  int taken = 6;

  if (value < 0)
    return fail_inside (self, *p, end, CADRE_DOCUMENT_ERROR_SYNTAX,
                        "an escape is not of four hexadecimal digits");
  if (value == 0)
    return fail_inside (self, *p, end, CADRE_DOCUMENT_ERROR_ENCODING, "a string holds a NUL");

  if (value >= 0xd800 && value <= 0xdfff)
    {
      character = join_surrogates (value, *p + 6, end);
      taken = 12;
    }
  if (character == 0)
    return fail_inside (self, *p, end, CADRE_DOCUMENT_ERROR_ENCODING, "a surrogate stands alone");

  *out += g_unichar_to_utf8 (character, *out);
  *p += taken;

  return TRUE;
}

static char
short_escape (guint8 letter)
{
  switch (letter)
    {
    case '"':
    case '\\':
    case '/':
      return (char) letter;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return 0;
    }
}

static gboolean
decode_escape (CadreReader *self, const guint8 **p, const guint8 *end, char **out)
{
  const char byte = short_escape ((*p)[1]);

  if ((*p)[1] == 'u')
    return decode_unicode (self, p, end, out);
  if (byte == 0)
    return fail_inside (self, *p, end, CADRE_DOCUMENT_ERROR_SYNTAX,
                        "there is no such escape in JSON");

  *(*out)++ = byte;
  *p += 2;

  return TRUE;
}

/* Puts the string into the scratch, where it needs no more room than here. */
static gboolean
decode (CadreReader *self, const guint8 *p, const guint8 *end)
{
  CadreBuffer *scratch = &self->scratch;
  char *out = NULL;

  scratch->size = 0;
  if (!_cadre_buffer_reserve (scratch, (gsize) (end - p)))
    return _cadre_reader_fail_no_memory (self);

  out = scratch->data;
  while (p < end)
    {
      const guint8 *stop = memchr (p, '\\', (gsize) (end - p));

      stop = stop == NULL ? end : stop;
      memcpy (out, p, (gsize) (stop - p));
      out += stop - p;
      p = stop;
      if (p < end && !decode_escape (self, &p, end, &out))
        return FALSE;
    }

  self->text = scratch->data;
  self->length = (gsize) (out - scratch->data);

  return TRUE;
}

/*< private >
 * _cadre_reader_string_rest:
 *
 * Reads the string at whose opening quote the reader stands and which is plain
 * as far as @p.
 */
gboolean
_cadre_reader_string_rest (CadreReader *self, const guint8 *p)
{
  const guint8 *begin = NULL;
  gboolean has_escapes = FALSE;

  if (!find_quote (self, &p, &has_escapes))
    return FALSE;

  begin = self->cur + 1;
  self->text = (const char *) begin;
  self->length = (gsize) (p - begin);

  /* The longest escape has six bytes for one. */
  if (has_escapes && self->length / 6 <= self->max_string && !decode (self, begin, p))
    return FALSE;

  if (self->length > self->max_string)
    return _cadre_reader_fail_too_long (self);

  self->cur = p + 1;

  return TRUE;
}

/*< private >
 * _cadre_reader_unexpected:
 *
 * Says that there is something else at @p than what is @wanted, or nothing.
 */
gboolean
_cadre_reader_unexpected (CadreReader *self, const guint8 *p, const char *wanted)
{
  const gboolean is_empty = self->depth == 0 && p == self->cur;

  if (p == self->end && !_cadre_reader_more (self, &p))
    return is_empty
             ? _cadre_reader_fail (self, p, CADRE_DOCUMENT_ERROR_SYNTAX, "the document is empty")
             : _cadre_reader_fail (self, p, CADRE_DOCUMENT_ERROR_SYNTAX,
                                   "the document ends where %s is expected", wanted);

  while (*p >= 0x80 && _cadre_text_sequence (p, (gsize) (self->end - p)) < 0)
    if (!_cadre_reader_more (self, &p))
      return fail_not_utf8 (self, p);

  if (*p >= 0x80 && _cadre_text_sequence (p, (gsize) (self->end - p)) == 0)
    return fail_not_utf8 (self, p);

  return _cadre_reader_fail (self, p, CADRE_DOCUMENT_ERROR_SYNTAX, "%s is expected", wanted);
}
