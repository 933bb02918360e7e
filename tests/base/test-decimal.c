/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-decimal-private.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *text;
  CadreDecimalVerdict verdict;
  guint64 digits;
  gint exponent;
  gboolean negative;
} cases[] = {
  { "zero", "0", CADRE_DECIMAL_READ, 0, 0, FALSE },
  { "minus-zero", "-0.00", CADRE_DECIMAL_READ, 0, 0, FALSE },
  { "zero-exponent", "0e999999999999", CADRE_DECIMAL_READ, 0, 0, FALSE },
  { "whole", "37", CADRE_DECIMAL_READ, 37, 0, FALSE },
  { "negative", "-37", CADRE_DECIMAL_READ, 37, 0, TRUE },
  { "fraction", "0.6", CADRE_DECIMAL_READ, 6, -1, FALSE },
  { "zeros-within", "100.001", CADRE_DECIMAL_READ, 100001, -3, FALSE },
  { "zeros-at-end", "1.500", CADRE_DECIMAL_READ, 15, -1, FALSE },
  { "hundreds", "1200", CADRE_DECIMAL_READ, 12, 2, FALSE },
  { "zeros-before", "007.5", CADRE_DECIMAL_READ, 75, -1, FALSE },
  { "small", "0.0005", CADRE_DECIMAL_READ, 5, -4, FALSE },
  { "exponent", "12e3", CADRE_DECIMAL_READ, 12, 3, FALSE },
  { "exponent-plus", "12E+3", CADRE_DECIMAL_READ, 12, 3, FALSE },
  { "exponent-minus", "12.5e-3", CADRE_DECIMAL_READ, 125, -4, FALSE },
  { "most", "18446744073709551615", CADRE_DECIMAL_READ, G_MAXUINT64, 0, FALSE },
  { "long-zeros", "1000000000000000000000000000000", CADRE_DECIMAL_READ, 1, 30, FALSE },
  { "huge-exponent", "1e99999999999999", CADRE_DECIMAL_READ, 1, 1000000, FALSE },
  { "tiny-exponent", "1e-99999999999999", CADRE_DECIMAL_READ, 1, -1000000, FALSE },
  { "one-too-many", "18446744073709551616", CADRE_DECIMAL_TOO_LONG, 0, 0, FALSE },
  { "long", "123456789012345678901", CADRE_DECIMAL_TOO_LONG, 0, 0, FALSE },
  { "wraps-to-zero", "18446744073709551616000000000.5", CADRE_DECIMAL_TOO_LONG, 0, 0, FALSE },
  { "empty", "", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "sign", "-", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "plus", "+1", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "two-signs", "--1", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "point-first", ".5", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "point-last", "5.", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "comma", "1,5", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "thousands", "1,500.00", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "two-points", "1.5.0", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "blank", " 1", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "blank-after", "1 ", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "no-exponent", "1e", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "no-exponent-sign", "1e-", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "two-exponent-signs", "1e-+1", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "hexadecimal", "0x10", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "infinity", "inf", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
  { "arabic", "\xd9\xa1", CADRE_DECIMAL_INVALID, 0, 0, FALSE },
};

static void
test_scan (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  const gsize length = strlen (cases[i].text);
  /* Exactly as long as the text, so that a byte too many is found out. */
  g_autofree char *text = g_malloc (MAX (length, 1));
  CadreDecimal decimal;

  memcpy (text, cases[i].text, length);
  g_assert_cmpint (cadre_decimal_scan (text, length, &decimal), ==, cases[i].verdict);
  if (cases[i].verdict != CADRE_DECIMAL_READ)
    return;

  g_assert_cmpuint (decimal.digits, ==, cases[i].digits);
  g_assert_cmpint (decimal.exponent, ==, cases[i].exponent);
  g_assert_cmpint (decimal.negative, ==, cases[i].negative);
}

static void
test_long_zeros (void)
{
  const gsize length = 3000000;
  g_autofree char *text = g_malloc (length);
  CadreDecimal decimal;

  g_test_summary (
    "A number of millions of digits is refused or read, in time that its length explains");

  memset (text, '0', length);
  g_assert_cmpint (cadre_decimal_scan (text, length, &decimal), ==, CADRE_DECIMAL_READ);
  g_assert_cmpuint (decimal.digits, ==, 0);

  text[length - 1] = '7';
  g_assert_cmpint (cadre_decimal_scan (text, length, &decimal), ==, CADRE_DECIMAL_READ);
  g_assert_cmpuint (decimal.digits, ==, 7);

  text[0] = '1';
  g_assert_cmpint (cadre_decimal_scan (text, length, &decimal), ==, CADRE_DECIMAL_TOO_LONG);

  text[length - 1] = '0';
  g_assert_cmpint (cadre_decimal_scan (text, length, &decimal), ==, CADRE_DECIMAL_TOO_LONG);

  text[0] = '0';
  text[1] = '.';
  text[length - 1] = '7';
  g_assert_cmpint (cadre_decimal_scan (text, length, &decimal), ==, CADRE_DECIMAL_TOO_LONG);

  memset (text, '9', length);
  g_assert_cmpint (cadre_decimal_scan (text, length, &decimal), ==, CADRE_DECIMAL_TOO_LONG);
}

static const struct
{
  const char *name;
  const char *text;
  gint places;
  gboolean fits;
  gint64 number;
} shifts[] = {
  { "whole", "12", 2, TRUE, 1200 },
  { "exact", "12.34", 2, TRUE, 1234 },
  { "one-digit", "-12.3", 2, TRUE, -1230 },
  { "too-fine", "12.345", 2, FALSE, 0 },
  { "zero", "0", 2, TRUE, 0 },
  { "most", "92233720368547758.07", 2, TRUE, G_MAXINT64 },
  { "one-too-many", "92233720368547758.08", 2, FALSE, 0 },
  { "least", "-92233720368547758.08", 2, TRUE, G_MININT64 },
  { "huge", "1e1000000", 2, FALSE, 0 },
  { "tiny", "1e-1000000", 2, FALSE, 0 },
  { "twenty", "1e19", 0, FALSE, 0 },
  { "nineteen", "1e18", 0, TRUE, G_GINT64_CONSTANT (1000000000000000000) },
};

static void
test_shift (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  CadreDecimal decimal;
  gint64 number = 0;

  g_assert_cmpint (cadre_decimal_scan (shifts[i].text, strlen (shifts[i].text), &decimal), ==,
                   CADRE_DECIMAL_READ);
  g_assert_cmpint (cadre_decimal_shift (decimal, shifts[i].places, &number), ==, shifts[i].fits);
  if (shifts[i].fits)
    g_assert_cmpint (number, ==, shifts[i].number);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/base/decimal/scan/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_scan);
    }
  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/base/decimal/shift/%s", shifts[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_shift);
    }
  g_test_add_func ("/base/decimal/long-zeros", test_long_zeros);

  return g_test_run ();
}
