/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-text-private.h"

/*< private >
 * _cadre_text_plain_end_by_words:
 *
 * _cadre_text_plain_end() eight bytes at a time, for the tail and for
 * processors without SSE2.
 */
const guint8 *
_cadre_text_plain_end_by_words (const guint8 *p, const guint8 *end)
{
  while (end - p >= 8 && _cadre_text_is_plain_word (_cadre_text_load (p)))
    p += 8;

  while (p < end && *p >= ' ' && *p < 0x80 && *p != '"' && *p != '\\')
    p++;

  return p;
}

/* How many bytes the character has that begins with @lead, 0 where none does;
 * and what its second byte may be: table 3-7 of the Unicode standard, which
 * leaves out overlong forms, surrogates and what is beyond U+10FFFF. */
static int
sequence_length (guint8 lead, guint8 *least, guint8 *most)
{
  *least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  *most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;

  if (lead >= 0xc2 && lead <= 0xdf)
    return 2;
  if (lead >= 0xe0 && lead <= 0xef)
    return 3;
  if (lead >= 0xf0 && lead <= 0xf4)
    return 4;

  return 0;
}

/*< private >
 * _cadre_text_sequence:
 *
 * Looks at a character outside ASCII.
 *
 * Returns: how many bytes it has, 0 where it is not UTF-8, -1 where it may be
 *   but is cut short
 */
int
_cadre_text_sequence (const guint8 *p, gsize available)
{
  guint8 least = 0;
  guint8 most = 0;
  const int length = sequence_length (p[0], &least, &most);

  for (int i = 1; i < length; i++)
    {
      if ((gsize) i >= available)
        return -1;
      if (p[i] < least || p[i] > most)
        return 0;
      least = 0x80;
      most = 0xbf;
    }

  return length;
}

/* The first byte that is a NUL or no ASCII, or @end. */
static inline const guint8 *
ascii_end (const guint8 *p, const guint8 *end)
{
#ifdef __SSE2__
  for (; end - p >= 16; p += 16)
    {
      const __m128i bytes = _mm_loadu_si128 ((const __m128i *) (const void *) p);
      const __m128i is_nul = _mm_cmpeq_epi8 (bytes, _mm_setzero_si128 ());
      const int mask = _mm_movemask_epi8 (_mm_or_si128 (bytes, is_nul));

      if (mask != 0)
        return p + __builtin_ctz ((guint) mask);
    }
#endif

  while (p < end && *p != 0 && *p < 0x80)
    p++;

  return p;
}

/*< private >
 * _cadre_text_is_valid:
 *
 * Whether the text is UTF-8 without a NUL: what a string of a document may
 * hold.
 */
gboolean
_cadre_text_is_valid (const char *text, gsize length)
{
  const guint8 *p = (const guint8 *) text;
  const guint8 *end = p + length;

  for (p = ascii_end (p, end); p < end; p = ascii_end (p, end))
    {
      const int n = *p != 0 ? _cadre_text_sequence (p, (gsize) (end - p)) : 0;

      if (n <= 0)
        return FALSE;
      p += n;
    }

  return TRUE;
}

static gsize
skip_digits (const char *text, gsize length, gsize i)
{
  while (i < length && g_ascii_isdigit (text[i]))
    i++;

  return i;
}

/* The fraction and the exponent, from @i on. */
static gsize
number_tail (const char *text, gsize length, gsize i)
{
  gsize digits = 0;

  if (i < length && text[i] == '.')
    {
      digits = i + 1;
      i = skip_digits (text, length, digits);
      if (i == digits)
        return i;
    }

  if (i == length || (text[i] != 'e' && text[i] != 'E'))
    return i;

  i++;
  if (i < length && (text[i] == '+' || text[i] == '-'))
    i++;

  return skip_digits (text, length, i);
}

/* Whether the text ends in a digit, as every number does. */
static gboolean
ends_in_digit (const char *text, gsize length)
{
  return length > 0 && g_ascii_isdigit (text[length - 1]);
}

/*< private >
 * _cadre_text_number:
 *
 * Checks a number against the grammar of RFC 8259, part 6.
 *
 * Returns: @length where the text is a number, else the byte at which it no
 *   longer can be one, or @length + 1 where it is cut short
 */
gsize
_cadre_text_number (const char *text, gsize length)
{
  gsize i = 0;

  if (length > 0 && text[0] == '-')
    i = 1;
  if (i < length && text[i] == '0')
    i++;
  else if (skip_digits (text, length, i) > i)
    i = skip_digits (text, length, i);
  else
    return i < length ? i : length + 1;

  i = number_tail (text, length, i);
  if (i == length && !ends_in_digit (text, length))
    return length + 1;

  return i;
}
