/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Whole numbers as texts.
 *
 * g_ascii_string_to_signed() and g_ascii_string_to_unsigned() are not used: they take
 * an errno that is not 0 for a text that is no number, and the first call of a process
 * waits for the locale that GLib makes, which sets it where several threads come at once. */

#include "config.h"

#include "base/cadre-integer-private.h"

/* Counts downwards, since there is one number more below 0 than above. */
static gboolean
parse_digits (const char *text, gint64 *below)
{
  gint64 number = 0;

  if (*text == '\0')
    return FALSE;

  for (; *text != '\0'; text++)
    if (!g_ascii_isdigit (*text) || __builtin_mul_overflow (number, 10, &number) ||
        __builtin_sub_overflow (number, *text - '0', &number))
      return FALSE;

  *below = number;
  return TRUE;
}

/*< private >
 * cadre_integer_parse:
 * @text: a text
 * @least: the least number that is taken
 * @most: the greatest number that is taken
 * @value: (out): return location for the number, which stays as it is where there is none
 *
 * Reads a whole number: digits, with a minus sign before them only where @least is below
 * 0, and nothing else.
 *
 * Returns: whether it is one from @least to @most
 */
gboolean
cadre_integer_parse (const char *text, gint64 least, gint64 most, gint64 *value)
{
  const gboolean is_negative = least < 0 && *text == '-';
  gint64 number = 0;

  if (!parse_digits (text + is_negative, &number) || (!is_negative && number == G_MININT64))
    return FALSE;

  number = is_negative ? number : -number;
  if (number < least || number > most)
    return FALSE;

  *value = number;
  return TRUE;
}
