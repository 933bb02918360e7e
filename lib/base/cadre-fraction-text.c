/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Fractions written as text, for people and for documents. */

#include "config.h"

#include "base/cadre-fraction-private.h"

#include "kernel/cadre-wide-private.h"

/**
 * cadre_fraction_to_string:
 * @self: a #CadreFraction
 *
 * Writes a fraction exactly, in a form that cadre_fraction_new_parse() reads:
 * `3/5`, or `1` for a whole number.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_fraction_to_string (const CadreFraction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->denominator == 1)
    return g_strdup_printf ("%" G_GINT64_FORMAT, self->numerator);

  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, self->numerator,
                          self->denominator);
}

/* Adds one to the last digit, and carries it over as many nines as there are. */
static void
round_up (GString *digits)
{
  gsize at = digits->len;

  while (at > 0 && digits->str[at - 1] == '9')
    digits->str[--at] = '0';

  if (at == 0)
    g_string_prepend_c (digits, '1');
  else
    digits->str[at - 1]++;
}

/* Long division: the digits of the whole part and of @places after it. The
 * remainder is less than the denominator, so that ten of it fit into 128 bits. */
static GString *
divide (guint64 numerator, guint64 denominator, guint places)
{
  GString *digits = g_string_new (NULL);
  guint64 rest = numerator % denominator;
  guint64 missing;

  g_string_printf (digits, "%" G_GUINT64_FORMAT, numerator / denominator);
  for (guint i = 0; i < places; i++)
    {
      CadreWide digit;

      rest = cadre_wide_divide_size (cadre_wide_product_of_sizes (rest, 10), denominator, &digit);
      g_string_append_c (digits, (char) ('0' + digit.low));
    }

  /* Half to even: 0.125 is 0.12, and 0.135 is 0.14. */
  missing = denominator - rest;
  if (rest > missing || (rest == missing && (digits->str[digits->len - 1] - '0') % 2 == 1))
    round_up (digits);

  return digits;
}

static gboolean
is_zero (const GString *digits)
{
  for (gsize i = 0; i < digits->len; i++)
    if (digits->str[i] != '0')
      return FALSE;

  return TRUE;
}

/**
 * cadre_fraction_to_decimal:
 * @self: a #CadreFraction
 * @places: how many digits to write after the point, at most 100
 *
 * Writes a fraction as a decimal for people, rounded to the nearest and from the
 * half to the even digit: three fifths to two places are `0.60`. The point is a
 * point whatever the locale. Rounded decimals do not add up: add the fractions.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_fraction_to_decimal (const CadreFraction *self, guint places)
{
  GString *digits;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (places <= 100, NULL);

  digits = divide (cadre_size_of (self->numerator), self->denominator, places);
  if (self->numerator < 0 && !is_zero (digits))
    g_string_prepend_c (digits, '-');
  if (places > 0)
    g_string_insert_c (digits, (gssize) (digits->len - places), '.');

  return g_string_free (digits, FALSE);
}
