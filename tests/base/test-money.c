/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

#include "base/cadre-money-private.h"

#include <string.h>

#define FORM "An amount of money is a decimal number of pounds"
#define WHOLE "An amount of money has whole pence"
#define TOO_LARGE "An amount of money does not fit into 64 bits"

static const struct
{
  const char *name;
  const char *text;
  gint64 pence;
  const char *string;
  const char *number;
} amounts[] = {
  { "pounds", "1234", 123400, "1234.00", "1234" },
  { "one-digit", "1234.5", 123450, "1234.50", "1234.5" },
  { "two-digits", "1234.56", 123456, "1234.56", "1234.56" },
  { "zeros", "1234.5000", 123450, "1234.50", "1234.5" },
  { "nothing", "0", 0, "0.00", "0" },
  { "minus-nothing", "-0.00", 0, "0.00", "0" },
  { "penny", "0.01", 1, "0.01", "0.01" },
  { "ten-pence", "0.1", 10, "0.10", "0.1" },
  { "debt", "-0.05", -5, "-0.05", "-0.05" },
  { "large-debt", "-1234.50", -123450, "-1234.50", "-1234.5" },
  { "hundreds", "1200", 120000, "1200.00", "1200" },
  { "exponent", "1.2345e3", 123450, "1234.50", "1234.5" },
  { "leading-zeros", "0000000000000001234.50", 123450, "1234.50", "1234.5" },
  { "fifteen-digits", "999999999999999.99", 99999999999999999, "999999999999999.99",
    "999999999999999.99" },
  { "sixteen-digits", "1000000000000000.01", 100000000000000001, "1000000000000000.01",
    "1000000000000000.01" },
  { "most", "92233720368547758.07", G_MAXINT64, "92233720368547758.07", "92233720368547758.07" },
  { "least", "-92233720368547758.08", G_MININT64, "-92233720368547758.08",
    "-92233720368547758.08" },
};

static void
test_amount (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *string = cadre_pence_to_string (amounts[i].pence);
  g_autofree char *number = cadre_pence_to_number (amounts[i].pence);
  const char *const texts[] = { amounts[i].text, string, number };

  g_assert_cmpstr (string, ==, amounts[i].string);
  g_assert_cmpstr (number, ==, amounts[i].number);
  for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
    {
      g_autoptr (GError) error = NULL;
      gint64 pence = -1;
      const gboolean read = cadre_pence_parse (texts[k], &pence, &error);

      g_assert_no_error (error);
      g_assert_true (read);
      g_assert_cmpint (pence, ==, amounts[i].pence);
    }
}

static const struct
{
  const char *name;
  const char *text;
  CadreValueError code;
  const char *message;
} bad_texts[] = {
  { "empty", "", CADRE_VALUE_ERROR_INVALID, FORM },
  { "word", "N/D", CADRE_VALUE_ERROR_INVALID, FORM },
  { "currency",
    "\xc2\xa3"
    "10",
    CADRE_VALUE_ERROR_INVALID, FORM },
  { "thousands", "1,234.50", CADRE_VALUE_ERROR_INVALID, FORM },
  { "continental", "1234,50", CADRE_VALUE_ERROR_INVALID, FORM },
  { "blank", "1234 ", CADRE_VALUE_ERROR_INVALID, FORM },
  { "no-decimals", "1234.", CADRE_VALUE_ERROR_INVALID, FORM },
  { "no-pounds", ".5", CADRE_VALUE_ERROR_INVALID, FORM },
  { "two-points", "12.3.", CADRE_VALUE_ERROR_INVALID, FORM },
  { "point-and-sign", "12.-5", CADRE_VALUE_ERROR_INVALID, FORM },
  { "formula", "=1", CADRE_VALUE_ERROR_INVALID, FORM },
  { "half-penny", "0.005", CADRE_VALUE_ERROR_RANGE, WHOLE },
  { "organogram", "136968.9425", CADRE_VALUE_ERROR_RANGE, WHOLE },
  { "tiny", "1e-1000", CADRE_VALUE_ERROR_RANGE, WHOLE },
  { "one-too-many", "92233720368547758.08", CADRE_VALUE_ERROR_RANGE, TOO_LARGE },
  { "one-too-few", "-92233720368547758.09", CADRE_VALUE_ERROR_RANGE, TOO_LARGE },
  { "huge", "1e1000", CADRE_VALUE_ERROR_RANGE, TOO_LARGE },
  { "long", "123456789012345678901234567890", CADRE_VALUE_ERROR_RANGE, TOO_LARGE },
};

static void
test_bad_text (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  gint64 pence = -1;

  g_assert_false (cadre_pence_parse (bad_texts[i].text, &pence, &error));
  g_assert_error (error, CADRE_VALUE_ERROR, (gint) bad_texts[i].code);
  g_assert_cmpstr (error->message, ==, bad_texts[i].message);
}

static void
test_add (void)
{
  g_autoptr (GError) above = NULL;
  g_autoptr (GError) below = NULL;
  gint64 sum = -1;

  g_assert_true (cadre_pence_add (123450, -50, &sum, NULL));
  g_assert_cmpint (sum, ==, 123400);
  g_assert_true (cadre_pence_add (G_MAXINT64, G_MININT64, &sum, NULL));
  g_assert_cmpint (sum, ==, -1);

  g_assert_false (cadre_pence_add (G_MAXINT64, 1, &sum, &above));
  g_assert_error (above, CADRE_VALUE_ERROR, CADRE_VALUE_ERROR_RANGE);
  g_assert_cmpstr (above->message, ==, "A sum of money does not fit into 64 bits");
  g_assert_false (cadre_pence_add (G_MININT64, -1, &sum, &below));
  g_assert_error (below, CADRE_VALUE_ERROR, CADRE_VALUE_ERROR_RANGE);
}

static void
test_round_trip (void)
{
  g_test_summary ("Every amount is read back as it was, however it was written");

  for (guint i = 0; i < 20000; i++)
    {
      const guint64 bits =
        (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
      const gint64 pence = (gint64) bits >> g_test_rand_int_range (0, 64);
      g_autofree char *string = cadre_pence_to_string (pence);
      g_autofree char *number = cadre_pence_to_number (pence);
      gint64 again = 0;

      g_assert_true (cadre_pence_parse (string, &again, NULL));
      g_assert_cmpint (again, ==, pence);
      g_assert_true (cadre_pence_parse (number, &again, NULL));
      g_assert_cmpint (again, ==, pence);
    }
}

static const struct
{
  const char *name;
  gint64 pence;
  gsize n;
  gint64 weights[6];
  gint64 shares[6];
} allotments[] = {
  { "even", 100, 2, { 1, 1 }, { 50, 50 } },
  { "ties-to-first", 100, 3, { 1, 1, 1 }, { 34, 33, 33 } },
  { "two-over", 101, 3, { 1, 1, 1 }, { 34, 34, 33 } },
  { "debt", -100, 3, { 1, 1, 1 }, { -34, -33, -33 } },
  { "nothing", 0, 3, { 1, 2, 3 }, { 0, 0, 0 } },
  { "penny", 1, 3, { 1, 1, 1 }, { 1, 0, 0 } },
  { "penny-to-largest", 1, 3, { 1, 2, 1 }, { 0, 1, 0 } },
  { "no-weight", 100, 4, { 0, 1, 0, 2 }, { 0, 33, 0, 67 } },
  { "alone", 100, 1, { 7 }, { 100 } },
  { "scaled", 100, 3, { 10, 10, 10 }, { 34, 33, 33 } },
  /* 43.5, 25.3 and 31.2 hundredths: nothing is left over. */
  { "exact", 1000, 3, { 435, 253, 312 }, { 435, 253, 312 } },
  /* Ten by 1.5, 3.2, 5.3: down to 1, 3, 5; the largest remainder is the first. */
  { "largest-remainder", 10, 3, { 15, 32, 53 }, { 2, 3, 5 } },
  { "most",
    G_MAXINT64,
    2,
    { G_MAXINT64, G_MAXINT64 },
    { G_GINT64_CONSTANT (4611686018427387904), G_GINT64_CONSTANT (4611686018427387903) } },
  { "most-alone", G_MAXINT64, 2, { G_MAXINT64, 0 }, { G_MAXINT64, 0 } },
  { "least-alone", G_MININT64, 2, { 0, G_MAXINT64 }, { 0, G_MININT64 } },
};

static void
test_allot (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  gsize n_shares = 0;
  g_autofree gint64 *shares = cadre_pence_allot (allotments[i].pence, allotments[i].weights,
                                                 allotments[i].n, &n_shares, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_shares, ==, allotments[i].n);
  for (gsize k = 0; k < n_shares; k++)
    g_assert_cmpint (shares[k], ==, allotments[i].shares[k]);
}

static const struct
{
  const char *name;
  gsize n;
  gint64 weights[3];
  CadreValueError code;
  const char *message;
} bad_weights[] = {
  { "none", 0, { 0 }, CADRE_VALUE_ERROR_INVALID, "No weight is greater than 0" },
  { "all-zero", 2, { 0, 0 }, CADRE_VALUE_ERROR_INVALID, "No weight is greater than 0" },
  { "negative", 3, { 1, 2, -1 }, CADRE_VALUE_ERROR_INVALID, "Weight 2 is less than 0" },
  { "too-large",
    3,
    { G_MAXINT64, G_MAXINT64, 2 },
    CADRE_VALUE_ERROR_RANGE,
    "The sum of the weights does not fit into 64 bits" },
};

static void
test_bad_weights (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  gsize n_shares = 7;

  g_assert_null (
    cadre_pence_allot (100, bad_weights[i].weights, bad_weights[i].n, &n_shares, &error));
  g_assert_cmpuint (n_shares, ==, 0);
  g_assert_error (error, CADRE_VALUE_ERROR, (gint) bad_weights[i].code);
  g_assert_cmpstr (error->message, ==, bad_weights[i].message);
}

static void
test_allot_no_memory (void)
{
  const gint64 weights[] = { 1 };
  g_autoptr (GError) error = NULL;
  gsize n_shares = 7;

  g_test_summary ("More shares than memory can hold are refused before a weight is read");

  g_assert_null (cadre_pence_allot (100, weights, G_MAXSIZE / 4, &n_shares, &error));
  g_assert_cmpuint (n_shares, ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpstr (error->message, ==, "There is not enough memory to share out the amount");
}

/* A penny at a time to the share that has lost most, the first of several. */
static void
allot_slowly (gint64 pence, const gint64 *weights, gsize n, gint64 *shares)
{
  gint64 losses[8];
  gint64 total = 0;
  gint64 left = pence;

  for (gsize i = 0; i < n; i++)
    total += weights[i];
  for (gsize i = 0; i < n; i++)
    {
      shares[i] = pence * weights[i] / total;
      losses[i] = pence * weights[i] % total;
      left -= shares[i];
    }
  for (; left > 0; left--)
    {
      gsize best = 0;

      for (gsize i = 1; i < n; i++)
        if (losses[i] > losses[best])
          best = i;
      shares[best]++;
      losses[best] = -1;
    }
}

static void
test_allot_random (void)
{
  for (guint round = 0; round < 20000; round++)
    {
      const gsize n = g_test_rand_int_range (1, 9);
      const gint64 pence = g_test_rand_int_range (0, 1000000);
      gint64 weights[8];
      gint64 shares[8];
      gint64 expected[8];
      gint64 sum = 0;

      for (gsize i = 0; i < n; i++)
        weights[i] = g_test_rand_int_range (0, 20);
      weights[g_test_rand_int_range (0, n)]++;

      allot_slowly (pence, weights, n, expected);
      g_assert_true (cadre_pence_allot_to (pence, weights, n, shares, NULL));
      for (gsize i = 0; i < n; i++)
        {
          g_assert_cmpint (shares[i], ==, expected[i]);
          sum += shares[i];
        }
      g_assert_cmpint (sum, ==, pence);
    }
}

#define ADD_CASES(cases, prefix, func)                                                      \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                                          \
    {                                                                                       \
      g_autofree char *path = g_strdup_printf ("/base/money/%s/%s", prefix, cases[i].name); \
                                                                                            \
      g_test_add_data_func (path, GUINT_TO_POINTER (i), func);                              \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (amounts, "amount", test_amount);
  ADD_CASES (bad_texts, "bad-text", test_bad_text);
  ADD_CASES (allotments, "allot", test_allot);
  ADD_CASES (bad_weights, "bad-weights", test_bad_weights);
  g_test_add_func ("/base/money/add", test_add);
  g_test_add_func ("/base/money/round-trip", test_round_trip);
  g_test_add_func ("/base/money/allot-no-memory", test_allot_no_memory);
  g_test_add_func ("/base/money/allot-random", test_allot_random);

  return g_test_run ();
}
