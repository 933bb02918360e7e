/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-csv-guard-private.h"
#include "document/cadre-text-private.h"

/* A cell is like a formula if the first of its characters that can be seen, and
 * is no apostrophe, is one of the signs. A guard is one apostrophe more before
 * such a cell, unless the cell is a plain number.
 *
 * A cell with a guard is like a formula because the cell without it is; and a
 * plain number begins with no apostrophe. So one apostrophe taken away from each
 * cell that is like a formula and begins with one gives back what there was. */

typedef struct
{
  guint32 first;
  guint32 last;
} Range;

/* Blanks, control characters, and marks that have no width. */
static const Range unseen[] = {
  { 0x0001, 0x0020 }, { 0x007F, 0x00A0 }, { 0x00AD, 0x00AD }, { 0x034F, 0x034F },
  { 0x061C, 0x061C }, { 0x115F, 0x1160 }, { 0x1680, 0x1680 }, { 0x17B4, 0x17B5 },
  { 0x180B, 0x180F }, { 0x2000, 0x200F }, { 0x2028, 0x202F }, { 0x205F, 0x206F },
  { 0x2800, 0x2800 }, { 0x3000, 0x3000 }, { 0x3164, 0x3164 }, { 0xFE00, 0xFE0F },
  { 0xFEFF, 0xFEFF }, { 0xFFA0, 0xFFA0 }, { 0xFFF9, 0xFFFB }, { 0xE0000, 0xE0FFF },
};

static gboolean
is_unseen (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (unseen); i++)
    if (character <= unseen[i].last)
      return character >= unseen[i].first;

  return FALSE;
}

static gboolean
is_sign (gunichar character)
{
  switch (character)
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case 0xFF1D: /* the same in full width */
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_like_formula (const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      const gunichar character = g_utf8_get_char (p);

      if (is_sign (character))
        return TRUE;
      if (character != CADRE_CSV_GUARD && !is_unseen (character))
        return FALSE;
    }

  return FALSE;
}

static const char *
pass_digits (const char *p, const char *end)
{
  while (p < end && g_ascii_isdigit (*p))
    p++;

  return p;
}

/* A sign or none, digits, and perhaps a point and digits: the whole cell. */
static gboolean
is_plain_number (const char *text, gsize length)
{
  const char *end = text + length;
  const char *p = length > 0 && (*text == '+' || *text == '-') ? text + 1 : text;
  const char *after = pass_digits (p, end);

  if (after == p)
    return FALSE;
  if (after < end && *after == '.')
    {
      p = after + 1;
      after = pass_digits (p, end);
    }

  return after == end && after > p;
}

/* What most cells begin with: a letter or a digit. */
static gboolean
is_plainly_harmless (const char *text, gsize length)
{
  return length == 0 || g_ascii_isalnum (*text);
}

/*< private >
 * _cadre_csv_needs_guard:
 * @text: the text of a cell, UTF-8
 * @length: how many bytes it has
 *
 * Returns: whether the cell must not be written as it stands
 */
gboolean
_cadre_csv_needs_guard (const char *text, gsize length)
{
  return !is_plainly_harmless (text, length) && is_like_formula (text, length) &&
         !is_plain_number (text, length);
}

/*< private >
 * _cadre_csv_has_guard:
 * @text: the text of a cell, UTF-8
 * @length: how many bytes it has
 *
 * Returns: whether the first byte is a guard, and to be taken away
 */
gboolean
_cadre_csv_has_guard (const char *text, gsize length)
{
  return length > 0 && *text == CADRE_CSV_GUARD && is_like_formula (text, length);
}
