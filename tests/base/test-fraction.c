/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

#include "base/cadre-fraction-private.h"

#include <string.h>

#include "kernel/cadre-wide-private.h"

#define FORM "A fraction is a decimal number or has the form 3/4"
#define TOO_LARGE "A fraction does not fit into 64 bits"
#define ZERO "The denominator of a fraction is 0"
#define SUM_TOO_LARGE "A sum of fractions does not fit into 64 bits"
#define MULTIPLE_TOO_LARGE "The common denominator of a sum of fractions does not fit into 64 bits"
#define SUM_TOO_WIDE "A sum of fractions does not fit into 128 bits"

static CadreFraction *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  CadreFraction *fraction = cadre_fraction_new_parse (text, &error);

  g_assert_no_error (error);

  return fraction;
}

static void
assert_text (const CadreFraction *fraction, const char *expected)
{
  g_autofree char *text = cadre_fraction_to_string (fraction);

  g_assert_cmpstr (text, ==, expected);
}

static const struct
{
  const char *name;
  const char *text;
  gint64 numerator;
  gint64 denominator;
  const char *written;
} texts[] = {
  { "whole-week", "37/37", 1, 1, "1" },
  { "three-fifths", "0.6", 3, 5, "3/5" },
  { "hours", "222/370", 3, 5, "3/5" },
  { "one", "1", 1, 1, "1" },
  { "negative", "-3/4", -3, 4, "-3/4" },
  { "zero", "0", 0, 1, "0" },
  { "minus-zero", "-0/7", 0, 1, "0" },
  { "zero-decimal", "0.000", 0, 1, "0" },
  { "negative-decimal", "-0.25", -1, 4, "-1/4" },
  { "zeros-at-end", "0.600000000000000000000000000", 3, 5, "3/5" },
  { "exponent", "6e-1", 3, 5, "3/5" },
  { "large-exponent", "12E2", 1200, 1, "1200" },
  { "most", "9223372036854775807", G_MAXINT64, 1, "9223372036854775807" },
  { "least", "-9223372036854775808", G_MININT64, 1, "-9223372036854775808" },
  { "least-stroke", "-9223372036854775808/1", G_MININT64, 1, "-9223372036854775808" },
  { "reduced-to-fit", "18446744073709551614/2", G_MAXINT64, 1, "9223372036854775807" },
  { "small", "0.000000000000000001", 1, G_GINT64_CONSTANT (1000000000000000000),
    "1/1000000000000000000" },
  { "power-of-two", "0.00000000000001048576", 1, G_GINT64_CONSTANT (95367431640625),
    "1/95367431640625" },
};

static void
test_text (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CadreFraction) fraction = parse (texts[i].text);
  g_autoptr (CadreFraction) again = parse (texts[i].written);

  g_assert_cmpint (cadre_fraction_get_numerator (fraction), ==, texts[i].numerator);
  g_assert_cmpint (cadre_fraction_get_denominator (fraction), ==, texts[i].denominator);
  assert_text (fraction, texts[i].written);
  g_assert_true (cadre_fraction_equal (fraction, again));
}

static const struct
{
  const char *name;
  const char *text;
  CadreValueError code;
  const char *message;
} bad_texts[] = {
  { "empty", "", CADRE_VALUE_ERROR_INVALID, FORM },
  { "stroke", "/", CADRE_VALUE_ERROR_INVALID, FORM },
  { "nothing-above", "/4", CADRE_VALUE_ERROR_INVALID, FORM },
  { "sign-above", "-/4", CADRE_VALUE_ERROR_INVALID, FORM },
  { "nothing-below", "3/", CADRE_VALUE_ERROR_INVALID, FORM },
  { "two-strokes", "3/4/5", CADRE_VALUE_ERROR_INVALID, FORM },
  { "sign-below", "3/-4", CADRE_VALUE_ERROR_INVALID, FORM },
  { "plus", "+3/4", CADRE_VALUE_ERROR_INVALID, FORM },
  { "decimal-above", "0.5/2", CADRE_VALUE_ERROR_INVALID, FORM },
  { "blank", "3 /4", CADRE_VALUE_ERROR_INVALID, FORM },
  { "comma", "0,6", CADRE_VALUE_ERROR_INVALID, FORM },
  { "word", "half", CADRE_VALUE_ERROR_INVALID, FORM },
  { "percent", "60%", CADRE_VALUE_ERROR_INVALID, FORM },
  { "zero-below", "1/0", CADRE_VALUE_ERROR_INVALID, ZERO },
  { "zero-over-zero", "0/0", CADRE_VALUE_ERROR_INVALID, ZERO },
  { "one-too-many", "9223372036854775808", CADRE_VALUE_ERROR_RANGE, TOO_LARGE },
  { "below-too-large", "1/9223372036854775808", CADRE_VALUE_ERROR_RANGE, TOO_LARGE },
  { "above-too-long", "18446744073709551616/2", CADRE_VALUE_ERROR_RANGE, TOO_LARGE },
  { "below-too-long", "1/99999999999999999999", CADRE_VALUE_ERROR_RANGE, TOO_LARGE },
  { "digits", "0.12345678901234567890123", CADRE_VALUE_ERROR_RANGE, TOO_LARGE },
  { "nineteen-places", "0.0000000000000000001", CADRE_VALUE_ERROR_RANGE, TOO_LARGE },
  { "tiny", "1e-1000", CADRE_VALUE_ERROR_RANGE, TOO_LARGE },
  { "huge", "1e1000", CADRE_VALUE_ERROR_RANGE, TOO_LARGE },
};

static void
test_bad_text (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_fraction_new_parse (bad_texts[i].text, &error));
  g_assert_error (error, CADRE_VALUE_ERROR, (gint) bad_texts[i].code);
  g_assert_cmpstr (error->message, ==, bad_texts[i].message);
}

static const struct
{
  const char *name;
  gint64 numerator;
  gint64 denominator;
  const char *text; /* NULL: it does not fit */
} made[] = {
  { "plain", 222, 370, "3/5" },
  { "negative-above", -6, 8, "-3/4" },
  { "negative-below", 6, -8, "-3/4" },
  { "negative-both", -6, -8, "3/4" },
  { "least-over-least", G_MININT64, G_MININT64, "1" },
  { "least-over-two", G_MININT64, 2, "-4611686018427387904" },
  { "over-least", 2, G_MININT64, "-1/4611686018427387904" },
  { "least-over-minus-one", G_MININT64, -1, NULL },
  { "one-over-least", 1, G_MININT64, NULL },
};

static void
test_new (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreFraction) fraction =
    cadre_fraction_new (made[i].numerator, made[i].denominator, &error);

  if (made[i].text != NULL)
    {
      g_assert_no_error (error);
      assert_text (fraction, made[i].text);
      return;
    }

  g_assert_null (fraction);
  g_assert_error (error, CADRE_VALUE_ERROR, CADRE_VALUE_ERROR_RANGE);
  g_assert_cmpstr (error->message, ==, TOO_LARGE);
}

static void
test_new_zero (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_fraction_new (1, 0, &error));
  g_assert_error (error, CADRE_VALUE_ERROR, CADRE_VALUE_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, ZERO);
}

typedef CadreFraction *(*Operation) (const CadreFraction *a,
                                     const CadreFraction *b,
                                     GError **error);

#define MOST "9223372036854775807"
#define LEAST "-9223372036854775808"
/* The two largest primes below 2 to the 32. */
#define PRIME_32 "4294967291"
#define SECOND_PRIME "4294967279"

static const struct
{
  const char *name;
  Operation operation;
  const char *a;
  const char *b;
  const char *result;  /* NULL: it cannot be held */
  const char *message; /* then */
} results[] = {
  { "add/plain", cadre_fraction_add, "3/5", "1/10", "7/10", NULL },
  { "add/to-whole", cadre_fraction_add, "3/5", "2/5", "1", NULL },
  { "add/to-zero", cadre_fraction_add, "3/5", "-3/5", "0", NULL },
  { "add/ends", cadre_fraction_add, MOST, LEAST, "-1", NULL },
  { "add/too-large", cadre_fraction_add, MOST, "1", NULL, SUM_TOO_LARGE },
  { "add/too-small", cadre_fraction_add, LEAST, "-1/3", NULL, SUM_TOO_LARGE },
  { "add/below", cadre_fraction_add, "1/" PRIME_32, "1/" SECOND_PRIME, NULL, SUM_TOO_LARGE },
  { "add/multiple", cadre_fraction_add, "1/" MOST, "1/" PRIME_32, NULL, MULTIPLE_TOO_LARGE },
  { "add/wide", cadre_fraction_add, MOST "/2", MOST "/3", NULL, SUM_TOO_LARGE },
  { "subtract/plain", cadre_fraction_subtract, "1", "2/5", "3/5", NULL },
  { "subtract/below-zero", cadre_fraction_subtract, "2/5", "1", "-3/5", NULL },
  { "subtract/least", cadre_fraction_subtract, "-1", LEAST, MOST, NULL },
  { "subtract/least-off-itself", cadre_fraction_subtract, LEAST, LEAST, "0", NULL },
  { "subtract/too-large", cadre_fraction_subtract, "0", LEAST, NULL, SUM_TOO_LARGE },
  { "multiply/plain", cadre_fraction_multiply, "3/5", "10/9", "2/3", NULL },
  { "multiply/zero", cadre_fraction_multiply, "0", "-10/9", "0", NULL },
  { "multiply/negative", cadre_fraction_multiply, "-3/5", "5/3", "-1", NULL },
  { "multiply/both-negative", cadre_fraction_multiply, "-3/5", "-5/3", "1", NULL },
  { "multiply/reduced", cadre_fraction_multiply, MOST, "1/" MOST, "1", NULL },
  { "multiply/least", cadre_fraction_multiply, LEAST, "1", LEAST, NULL },
  { "multiply/least-negative", cadre_fraction_multiply, LEAST, "-1", NULL, TOO_LARGE },
  { "multiply/above", cadre_fraction_multiply, MOST, "3", NULL, TOO_LARGE },
  { "multiply/below", cadre_fraction_multiply, "1/" MOST, "1/3", NULL, TOO_LARGE },
};

static void
test_operation (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CadreFraction) a = parse (results[i].a);
  g_autoptr (CadreFraction) b = parse (results[i].b);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreFraction) result = results[i].operation (a, b, &error);

  if (results[i].result != NULL)
    {
      g_assert_no_error (error);
      assert_text (result, results[i].result);
      return;
    }

  g_assert_null (result);
  g_assert_error (error, CADRE_VALUE_ERROR, CADRE_VALUE_ERROR_RANGE);
  g_assert_cmpstr (error->message, ==, results[i].message);
}

static const struct
{
  const char *name;
  const char *fraction;
  guint places;
  const char *text;
} decimals[] = {
  { "three-fifths", "3/5", 2, "0.60" },
  { "third", "1/3", 2, "0.33" },
  { "two-thirds", "2/3", 2, "0.67" },
  { "half-to-even-down", "1/8", 2, "0.12" },
  { "half-to-even-up", "27/200", 2, "0.14" },
  { "half-of-nothing", "1/2", 0, "0" },
  { "half-of-odd", "3/2", 0, "2" },
  { "half-of-even", "5/2", 0, "2" },
  { "just-over-half", "501/1000", 0, "1" },
  { "nines", "999/1000", 2, "1.00" },
  { "more-nines", "9999999/10000", 2, "1000.00" },
  { "carry", "1995/1000", 2, "2.00" },
  { "whole", "7", 2, "7.00" },
  { "whole-alone", "7", 0, "7" },
  { "zero", "0", 2, "0.00" },
  { "negative", "-3/5", 2, "-0.60" },
  { "negative-to-zero", "-1/1000", 2, "0.00" },
  { "negative-nines", "-999/1000", 2, "-1.00" },
  { "least", LEAST, 1, "-9223372036854775808.0" },
  { "largest-below", "9223372036854775806/" MOST, 20, "0.99999999999999999989" },
  { "many-places", "1/7", 30, "0.142857142857142857142857142857" },
};

static void
test_to_decimal (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CadreFraction) fraction = parse (decimals[i].fraction);
  g_autofree char *text = cadre_fraction_to_decimal (fraction, decimals[i].places);

  g_assert_cmpstr (text, ==, decimals[i].text);
}

static void
test_compare (void)
{
  static const char *const sorted[] = { LEAST,
                                        "-1",
                                        "-3/5",
                                        "-1/" MOST,
                                        "0",
                                        "1/" MOST,
                                        "9223372036854775805/9223372036854775806",
                                        "9223372036854775806/" MOST,
                                        "1",
                                        MOST };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        g_autoptr (CadreFraction) a = parse (sorted[i]);
        g_autoptr (CadreFraction) b = parse (sorted[j]);
        const int order = cadre_fraction_compare (a, b);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        g_assert_cmpint (cadre_fraction_equal (a, b), ==, i == j);
        if (i == j)
          g_assert_cmpuint (cadre_fraction_hash (a), ==, cadre_fraction_hash (b));
      }
}

static void
test_laws (void)
{
  g_test_summary ("Random small fractions against whole numbers over one denominator");

  for (guint i = 0; i < 20000; i++)
    {
      const gint64 n = g_test_rand_int_range (-500, 500);
      const gint64 m = g_test_rand_int_range (-500, 500);
      const gint64 d = g_test_rand_int_range (1, 500);
      const gint64 e = g_test_rand_int_range (1, 500);
      g_autoptr (CadreFraction) a = cadre_fraction_new (n, d, NULL);
      g_autoptr (CadreFraction) b = cadre_fraction_new (m, e, NULL);
      g_autoptr (CadreFraction) sum = cadre_fraction_add (a, b, NULL);
      g_autoptr (CadreFraction) difference = cadre_fraction_subtract (a, b, NULL);
      g_autoptr (CadreFraction) product = cadre_fraction_multiply (a, b, NULL);

      g_assert_cmpint (sum->numerator * d * e, ==, (n * e + m * d) * sum->denominator);
      g_assert_cmpint (difference->numerator * d * e, ==,
                       (n * e - m * d) * difference->denominator);
      g_assert_cmpint (product->numerator * d * e, ==, n * m * product->denominator);
      g_assert_cmpuint (cadre_common_divisor (cadre_size_of (sum->numerator), sum->denominator), ==,
                        1);
      g_assert_cmpint (cadre_fraction_compare (a, b), ==, (n * e > m * d) - (n * e < m * d));
    }
}

static void
test_boxed (void)
{
  g_autoptr (CadreFraction) fraction = parse ("3/5");
  g_autoptr (CadreFraction) copy = g_boxed_copy (CADRE_TYPE_FRACTION, fraction);

  g_assert_true (copy != fraction);
  g_assert_true (cadre_fraction_equal (copy, fraction));
}

static void
test_unchanged (void)
{
  CadreFraction fraction = { 3, 5 };

  g_test_summary ("What fails leaves the fraction as it was");

  g_assert_false (cadre_fraction_init (&fraction, 1, 0, NULL));
  g_assert_false (cadre_fraction_parse (&fraction, "x", 1, NULL));
  g_assert_false (cadre_fraction_parse (&fraction, "1/0", 3, NULL));
  assert_text (&fraction, "3/5");
  g_assert_true (cadre_fraction_parse (&fraction, "1/256", 3, NULL));
  assert_text (&fraction, "1/2");
}

static void
test_sum (void)
{
  CadreFractionSum sum = { NULL, 0, 0 };
  CadreFraction total = { 1, 1 };

  g_assert_true (cadre_fraction_sum_get (&sum, &total, NULL));
  assert_text (&total, "0");

  for (guint i = 0; i < 10; i++)
    g_assert_true (cadre_fraction_sum_add (&sum, 222, 370, NULL));
  g_assert_true (cadre_fraction_sum_add (&sum, 1, 37, NULL));
  g_assert_true (cadre_fraction_sum_add (&sum, 72, 74, NULL));
  g_assert_true (cadre_fraction_sum_add (&sum, -1, 2, NULL));
  g_assert_true (cadre_fraction_sum_get (&sum, &total, NULL));
  assert_text (&total, "13/2");

  cadre_fraction_sum_clear (&sum);
  g_assert_true (cadre_fraction_sum_get (&sum, &total, NULL));
  assert_text (&total, "0");
}

static void
test_sum_of_hours (void)
{
  static const gint64 standard[] = { 3700, 3750, 3500, 3625, 4000, 3600, 3900, 3250 };
  CadreFractionSum sum = { NULL, 0, 0 };
  CadreFraction total;
  gint64 by_standard[G_N_ELEMENTS (standard)] = { 0 };

  g_test_summary ("Half a million contracts over ordinary standard hours");

  for (guint i = 0; i < 500000; i++)
    {
      const guint at = g_test_rand_int_range (0, G_N_ELEMENTS (standard));
      const gint64 hours = g_test_rand_int_range (1, 4000);

      by_standard[at] += hours;
      g_assert_true (cadre_fraction_sum_add (&sum, hours, standard[at], NULL));
    }
  g_assert_true (cadre_fraction_sum_get (&sum, &total, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (standard); i++)
    {
      CadreFraction part;

      g_assert_true (cadre_fraction_init (&part, by_standard[i], standard[i], NULL));
      g_assert_true (cadre_fraction_difference_of (&total, &part, &total, NULL));
    }
  assert_text (&total, "0");
  cadre_fraction_sum_clear (&sum);
}

static void
test_sum_overflow (void)
{
  CadreFractionSum sum = { NULL, 0, 0 };
  CadreFraction total;
  g_autoptr (GError) error = NULL;

  g_assert_true (cadre_fraction_sum_add (&sum, G_MAXINT64, 7, NULL));
  g_assert_false (cadre_fraction_sum_add (&sum, 1, 7, &error));
  g_assert_error (error, CADRE_VALUE_ERROR, CADRE_VALUE_ERROR_RANGE);
  g_assert_cmpstr (error->message, ==, "A sum of numerators does not fit into 64 bits");

  g_assert_true (cadre_fraction_sum_get (&sum, &total, NULL));
  assert_text (&total, "1317624576693539401");
  cadre_fraction_sum_clear (&sum);
}

static void
test_sum_denominators (void)
{
  CadreFractionSum sum = { NULL, 0, 0 };
  g_autoptr (GError) error = NULL;

  for (gint i = CADRE_MAX_DENOMINATORS; i > 0; i--)
    g_assert_true (cadre_fraction_sum_add (&sum, 1, i, NULL));
  g_assert_true (cadre_fraction_sum_add (&sum, 1, 1, NULL));
  g_assert_cmpuint (sum.n_terms, ==, CADRE_MAX_DENOMINATORS);

  g_assert_false (cadre_fraction_sum_add (&sum, 1, CADRE_MAX_DENOMINATORS + 1, &error));
  g_assert_error (error, CADRE_VALUE_ERROR, CADRE_VALUE_ERROR_RANGE);
  g_assert_cmpstr (error->message, ==,
                   "A sum of fractions has more than 4,096 different denominators");
  cadre_fraction_sum_clear (&sum);
}

static void
test_join_order (void)
{
  /* Over 3 << 62 the sum of two of the largest goes past 128 bits; two more bring it back. */
  const gint64 below = G_GINT64_CONSTANT (1) << 62;
  CadreFractionTerm terms[] = {
    { 3, 1 },          { below, 1 },       { below, -1 },      { 1, G_MAXINT64 },
    { 1, G_MAXINT64 }, { 1, -G_MAXINT64 }, { 1, -G_MAXINT64 },
  };

  g_test_summary ("The order of the terms makes no difference");

  for (guint round = 0; round < 200; round++)
    {
      CadreFraction sum = { 0, 1 };
      g_autoptr (GError) error = NULL;
      const gboolean fits = cadre_fraction_join (terms, G_N_ELEMENTS (terms), &sum, &error);
      const guint a = g_test_rand_int_range (0, G_N_ELEMENTS (terms));
      const guint b = g_test_rand_int_range (0, G_N_ELEMENTS (terms));
      const CadreFractionTerm swapped = terms[a];

      g_assert_no_error (error);
      g_assert_true (fits);
      assert_text (&sum, "1/3");
      terms[a] = terms[b];
      terms[b] = swapped;
    }
}

static void
test_join_wide (void)
{
  const CadreFractionTerm terms[] = { { G_GINT64_CONSTANT (1) << 62, 1 },
                                      { 3, G_MAXINT64 },
                                      { 3, G_MAXINT64 },
                                      { 3, G_MAXINT64 },
                                      { 1, G_MAXINT64 },
                                      { 1, G_MAXINT64 } };
  CadreFraction sum;
  g_autoptr (GError) error = NULL;

  g_assert_false (cadre_fraction_join (terms, G_N_ELEMENTS (terms), &sum, &error));
  g_assert_error (error, CADRE_VALUE_ERROR, CADRE_VALUE_ERROR_RANGE);
  g_assert_cmpstr (error->message, ==, SUM_TOO_WIDE);
}

#define ADD_CASES(cases, prefix, func)                                                         \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                                             \
    {                                                                                          \
      g_autofree char *path = g_strdup_printf ("/base/fraction/%s/%s", prefix, cases[i].name); \
                                                                                               \
      g_test_add_data_func (path, GUINT_TO_POINTER (i), func);                                 \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (texts, "text", test_text);
  ADD_CASES (bad_texts, "bad-text", test_bad_text);
  ADD_CASES (made, "new", test_new);
  ADD_CASES (results, "operation", test_operation);
  ADD_CASES (decimals, "to-decimal", test_to_decimal);
  g_test_add_func ("/base/fraction/new-zero", test_new_zero);
  g_test_add_func ("/base/fraction/compare", test_compare);
  g_test_add_func ("/base/fraction/laws", test_laws);
  g_test_add_func ("/base/fraction/boxed", test_boxed);
  g_test_add_func ("/base/fraction/unchanged", test_unchanged);
  g_test_add_func ("/base/fraction/sum", test_sum);
  g_test_add_func ("/base/fraction/sum-of-hours", test_sum_of_hours);
  g_test_add_func ("/base/fraction/sum-overflow", test_sum_overflow);
  g_test_add_func ("/base/fraction/sum-denominators", test_sum_denominators);
  g_test_add_func ("/base/fraction/join-order", test_join_order);
  g_test_add_func ("/base/fraction/join-wide", test_join_wide);

  return g_test_run ();
}
