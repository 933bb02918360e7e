/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-integer-private.h"
#include "document/cadre-number-private.h"

#include <math.h>
#include <string.h>

/*< private >
 * _cadre_number_from_double:
 *
 * Writes the shortest number that reads as the same double: 17 digits always
 * do, and mostly 15 are enough.
 *
 * Returns: %FALSE where the value is not finite
 */
gboolean
_cadre_number_from_double (double value, char number[CADRE_NUMBER_SIZE])
{
  char format[] = { '%', '.', '1', '5', 'g', '\0' };

  if (!isfinite (value))
    return FALSE;

  for (; format[3] <= '7'; format[3]++)
    {
      double back = 0;

      g_ascii_formatd (number, CADRE_NUMBER_SIZE, format, value);
      back = g_ascii_strtod (number, NULL);
      if (memcmp (&back, &value, sizeof back) == 0)
        break;
    }

  return TRUE;
}

/*< private >
 * _cadre_number_to_int:
 *
 * Reads a number of the JSON grammar that is written as an integer.
 *
 * Returns: whether it is one of 64 bits, and not a zero with a sign
 */
gboolean
_cadre_number_to_int (const char *text, gint64 *value)
{
  const gsize length = strlen (text);

  return strspn (text, "-0123456789") == length && strcmp (text, "-0") != 0 &&
         cadre_integer_parse (text, G_MININT64, G_MAXINT64, value);
}

/* A decimal number as its digits without zeros at either end, and the power of
 * ten that the first of them stands for. */
typedef struct
{
  gboolean is_negative;
  char digits[32];
  gsize n_digits;
  gint64 power;
} Decimal;

/* Takes the digits in front of the exponent; FALSE where there are too many
 * for any double. */
static gboolean
take_digits (Decimal *decimal, const char *text)
{
  gint64 n_seen = 0;
  gint64 n_whole = -1; /* digits before the point, once it is seen */
  gint64 n_zeros = 0;  /* in front of the first digit that counts */

  for (; *text != '\0' && *text != 'e' && *text != 'E'; text++)
    {
      if (*text == '.')
        {
          n_whole = n_seen;
          continue;
        }

      n_seen++;
      if (decimal->n_digits == 0 && *text == '0')
        n_zeros++;
      else if (decimal->n_digits < sizeof decimal->digits)
        decimal->digits[decimal->n_digits++] = *text;
      else if (*text != '0')
        return FALSE;
    }

  decimal->power = (n_whole < 0 ? n_seen : n_whole) - 1 - n_zeros;
  while (decimal->n_digits > 0 && decimal->digits[decimal->n_digits - 1] == '0')
    decimal->n_digits--;

  return TRUE;
}

static gboolean
decimal_init (Decimal *decimal, const char *text)
{
  const char *exponent = strpbrk (text, "eE");
  gint64 power = 0;

  *decimal = (Decimal){ .is_negative = *text == '-' };
  if (!take_digits (decimal, text + decimal->is_negative))
    return FALSE;

  if (exponent != NULL)
    power = g_ascii_strtoll (exponent + 1, NULL, 10);
  if (power > 10000 || power < -10000)
    return FALSE;

  decimal->power = decimal->n_digits == 0 ? 0 : decimal->power + power;

  return TRUE;
}

static gboolean
decimal_equal (const Decimal *a, const Decimal *b)
{
  return a->is_negative == b->is_negative && a->power == b->power && a->n_digits == b->n_digits &&
         memcmp (a->digits, b->digits, a->n_digits) == 0;
}

/*< private >
 * _cadre_number_to_double:
 *
 * Reads a number of the JSON grammar as a double.
 *
 * Returns: whether _cadre_number_from_double() gives the same number again, so
 *   that nothing is lost
 */
gboolean
_cadre_number_to_double (const char *text, double *value)
{
  char back[CADRE_NUMBER_SIZE];
  Decimal wanted;
  Decimal held;

  *value = g_ascii_strtod (text, NULL);

  return _cadre_number_from_double (*value, back) && decimal_init (&wanted, text) &&
         decimal_init (&held, back) && decimal_equal (&wanted, &held);
}
