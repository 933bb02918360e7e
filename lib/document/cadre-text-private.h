/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <string.h>

#include <glib.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

G_BEGIN_DECLS

/* The bytes of JSON text: where a plain run ends, what a character of UTF-8
 * is, what a number is. */

const guint8 *_cadre_text_plain_end_by_words (const guint8 *p, const guint8 *end);
int _cadre_text_sequence (const guint8 *p, gsize available);
gboolean _cadre_text_is_valid (const char *text, gsize length);
gsize _cadre_text_number (const char *text, gsize length);

/* The first byte from @p on that cannot be taken as it is inside a JSON string:
 * a quote, a backslash, a control character, or a byte of a character outside
 * ASCII; @end where there is none.
 *
 * A signed compare finds control characters and bytes from 0x80 on at once. */
static inline const guint8 *
_cadre_text_plain_end (const guint8 *p, const guint8 *end)
{
#ifdef __SSE2__
  const __m128i quote = _mm_set1_epi8 ('"');
  const __m128i backslash = _mm_set1_epi8 ('\\');
  const __m128i space = _mm_set1_epi8 (' ');

  for (; end - p >= 16; p += 16)
    {
      const __m128i bytes = _mm_loadu_si128 ((const __m128i *) (const void *) p);
      const __m128i special = _mm_or_si128 (_mm_cmplt_epi8 (bytes, space),
                                            _mm_or_si128 (_mm_cmpeq_epi8 (bytes, quote),
                                                          _mm_cmpeq_epi8 (bytes, backslash)));
      const int mask = _mm_movemask_epi8 (special);

      if (mask != 0)
        return p + __builtin_ctz ((guint) mask);
    }
#endif

  return _cadre_text_plain_end_by_words (p, end);
}

static inline guint64
_cadre_text_load (const void *p)
{
  guint64 word = 0;

  memcpy (&word, p, sizeof word);

  return GUINT64_FROM_LE (word);
}

#define CADRE_TEXT_EVERY(byte) ((guint64) (byte) *G_GUINT64_CONSTANT (0x0101010101010101))

/* The top bit of a byte is set where the byte is zero; exact as to whether any is. */
static inline guint64
_cadre_text_zero_bytes (guint64 word)
{
  return (word - CADRE_TEXT_EVERY (1)) & ~word & CADRE_TEXT_EVERY (0x80);
}

/* Whether none of eight bytes ends a plain run. */
static inline gboolean
_cadre_text_is_plain_word (guint64 word)
{
  const guint64 high = word & CADRE_TEXT_EVERY (0x80);
  const guint64 control = (word - CADRE_TEXT_EVERY (' ')) & ~word & CADRE_TEXT_EVERY (0x80);

  return (high | control | _cadre_text_zero_bytes (word ^ CADRE_TEXT_EVERY ('"')) |
          _cadre_text_zero_bytes (word ^ CADRE_TEXT_EVERY ('\\'))) == 0;
}

/* Copies eight bytes, and tells whether they are plain. */
static inline gboolean
_cadre_text_copy_word (char *out, const char *text)
{
  memcpy (out, text, 8);

  return _cadre_text_is_plain_word (_cadre_text_load (text));
}

static inline gboolean
_cadre_text_copy_short (char *out, const char *text, gsize length)
{
  guint64 word = CADRE_TEXT_EVERY ('.');

  memcpy (&word, text, length);
  memcpy (out, text, length);

  return _cadre_text_is_plain_word (word);
}

/* Copies text as far as it is plain. FALSE where it is not all plain: then what
 * was copied is of no use. */
static inline gboolean
_cadre_text_copy_plain (char *out, const char *text, gsize length)
{
  gsize i = 0;

  if (length < 8)
    return _cadre_text_copy_short (out, text, length);

  for (; i + 8 <= length; i += 8)
    if (!_cadre_text_copy_word (out + i, text + i))
      return FALSE;

  return i == length || _cadre_text_copy_word (out + length - 8, text + length - 8);
}

/* Copies up to seven bytes more than are asked for, where there is room on both
 * sides. */
static inline char *
_cadre_text_copy_padded (char *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i += 8)
    memcpy (out + i, text + i, 8);

  return out + length;
}

/* Whether two runs of @length bytes are equal. Both may be read 8 bytes past
 * their end: names are short, and this needs no call. */
static inline gboolean
_cadre_text_same_padded (const void *a, const void *b, gsize length)
{
  const guint8 *left = a;
  const guint8 *right = b;

  for (; length > 8; length -= 8, left += 8, right += 8)
    if (_cadre_text_load (left) != _cadre_text_load (right))
      return FALSE;

  return length == 0 ||
         (_cadre_text_load (left) ^ _cadre_text_load (right)) << (64 - 8 * length) == 0;
}

G_END_DECLS
