/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Numbers go from text to whole numbers and never through a double, which has
 * no 0.1. */

#include "config.h"

#include "base/cadre-decimal-private.h"

#include "kernel/cadre-wide-private.h"

/* More than any number needs that fits, and far from the ends of gint. */
#define MOST_EXPONENT 1000000

/* Appends @n zeros and a digit. Zeros are put off until a digit follows, so
 * that those at the end cost nothing. */
static gboolean
append_digit (CadreDecimal *decimal, gsize n_zeros, guint digit)
{
  if (decimal->digits == 0)
    n_zeros = 0;

  for (gsize i = 0; i < n_zeros + 1; i++)
    if (__builtin_mul_overflow (decimal->digits, 10, &decimal->digits))
      return FALSE;

  return !__builtin_add_overflow (decimal->digits, digit, &decimal->digits);
}

/* What reading goes through: where it is, and zeros that have not been appended. */
typedef struct
{
  const char *at;
  const char *end;
  gsize n_zeros;
  gboolean too_long;
} Scan;

/* Reads digits, at least one; returns how many there are. */
static gsize
scan_digits (Scan *scan, CadreDecimal *decimal)
{
  const char *start = scan->at;

  for (; scan->at < scan->end && g_ascii_isdigit (*scan->at); scan->at++)
    {
      if (*scan->at == '0')
        {
          scan->n_zeros++;
          continue;
        }
      scan->too_long |= !append_digit (decimal, scan->n_zeros, *scan->at - '0');
      scan->n_zeros = 0;
    }

  return scan->at - start;
}

static gboolean
scan_char (Scan *scan, char wanted)
{
  if (scan->at == scan->end || *scan->at != wanted)
    return FALSE;

  scan->at++;

  return TRUE;
}

/* Reads what follows the e of a number. */
static gboolean
scan_exponent (Scan *scan, gint *exponent)
{
  const gboolean negative = scan_char (scan, '-');
  const char *start;

  if (!negative)
    scan_char (scan, '+');

  start = scan->at;
  *exponent = 0;
  for (; scan->at < scan->end && g_ascii_isdigit (*scan->at); scan->at++)
    *exponent = MIN (*exponent * 10 + (*scan->at - '0'), MOST_EXPONENT);
  if (negative)
    *exponent = -*exponent;

  return scan->at > start;
}

/*< private >
 * cadre_decimal_scan:
 * @text: the text; needs no NUL
 * @length: how many bytes it has
 * @decimal: (out): the number
 *
 * Reads a number as JSON writes it, and with zeros before it if need be. Takes
 * O(@length) time, whatever the exponent.
 *
 * Returns: whether it is one
 */
CadreDecimalVerdict
cadre_decimal_scan (const char *text, gsize length, CadreDecimal *decimal)
{
  Scan scan = { text, text + length, 0, FALSE };
  gint exponent = 0;
  gsize n_fraction = 0;

  *decimal = (CadreDecimal){ 0, 0, FALSE };
  decimal->negative = scan_char (&scan, '-');
  if (scan_digits (&scan, decimal) == 0)
    return CADRE_DECIMAL_INVALID;
  if (scan_char (&scan, '.') && (n_fraction = scan_digits (&scan, decimal)) == 0)
    return CADRE_DECIMAL_INVALID;
  if ((scan_char (&scan, 'e') || scan_char (&scan, 'E')) && !scan_exponent (&scan, &exponent))
    return CADRE_DECIMAL_INVALID;
  if (scan.at != scan.end)
    return CADRE_DECIMAL_INVALID;

  if (decimal->digits == 0 && !scan.too_long)
    {
      decimal->negative = FALSE;
      return CADRE_DECIMAL_READ;
    }

  if (scan.too_long || n_fraction > MOST_EXPONENT || scan.n_zeros > MOST_EXPONENT)
    return CADRE_DECIMAL_TOO_LONG;

  decimal->exponent = exponent + (gint) scan.n_zeros - (gint) n_fraction;

  return CADRE_DECIMAL_READ;
}

/*< private >
 * cadre_decimal_shift:
 * @decimal: a number
 * @places: how many digits after the point belong to the whole number
 * @number: (out): the number without its point
 *
 * Multiplies a number by ten to the power of @places.
 *
 * Returns: whether it is then whole, and fits into 64 bits
 */
gboolean
cadre_decimal_shift (CadreDecimal decimal, gint places, gint64 *number)
{
  guint64 size = decimal.digits;

  *number = 0;
  if (size == 0)
    return TRUE;
  if (decimal.exponent + places < 0)
    return FALSE;

  for (gint i = 0; i < decimal.exponent + places; i++)
    if (__builtin_mul_overflow (size, 10, &size))
      return FALSE;

  return cadre_size_to_int64 ((CadreWide){ 0, size }, decimal.negative, number);
}
