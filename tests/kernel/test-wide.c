/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-wide-private.h"

static const gint64 edges[] = { 0,
                                1,
                                -1,
                                2,
                                -2,
                                10,
                                -10,
                                G_MAXINT32,
                                G_MININT32,
                                G_MAXUINT32,
                                G_MAXINT64,
                                G_MININT64,
                                G_MAXINT64 - 1,
                                G_MININT64 + 1 };

#ifdef __SIZEOF_INT128__

__extension__ typedef __int128 Oracle;
__extension__ typedef unsigned __int128 Size;

static CadreWide
from_oracle (Oracle number)
{
  return (CadreWide){ (guint64) ((Size) number >> 64), (guint64) (Size) number };
}

static void
assert_equal (CadreWide wide, Oracle number)
{
  g_assert_cmphex (wide.high, ==, from_oracle (number).high);
  g_assert_cmphex (wide.low, ==, from_oracle (number).low);
}

static gint64
random_number (void)
{
  const guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();

  if (g_test_rand_int_range (0, 4) == 0)
    return edges[g_test_rand_int_range (0, G_N_ELEMENTS (edges))];

  return (gint64) bits >> g_test_rand_int_range (0, 64);
}

static void
check_product (gint64 a, gint64 b)
{
  assert_equal (cadre_wide_product (a, b), (Oracle) a * b);
}

static void
check_sum (CadreWide wide_a, Oracle a, CadreWide wide_b, Oracle b)
{
  CadreWide sum;
  Oracle expected;
  const gboolean fits = cadre_wide_add (wide_a, wide_b, &sum);

  g_assert_cmpint (fits, ==, !__builtin_add_overflow (a, b, &expected));
  assert_equal (sum, expected);
  g_assert_cmpint (cadre_wide_compare (wide_a, wide_b), ==, (a > b) - (a < b));
}

static void
check_division (CadreWide size, guint64 divisor)
{
  const Size number = (Size) size.high << 64 | size.low;
  CadreWide quotient;
  const guint64 rest = cadre_wide_divide_size (size, divisor, &quotient);

  g_assert_cmphex (rest, ==, (guint64) (number % divisor));
  assert_equal (quotient, (Oracle) (number / divisor));
}

static void
test_oracle (void)
{
  g_test_summary ("Every operation against the type of the compiler");

  for (guint i = 0; i < 100000; i++)
    {
      const gint64 n[4] = { random_number (), random_number (), random_number (),
                            random_number () };
      const Oracle a = (Oracle) ((Size) (Oracle) n[0] << 64 | (guint64) n[1]);
      const Oracle b = (Oracle) ((Size) (Oracle) n[2] << 64 | (guint64) n[3]);

      check_product (n[0], n[1]);
      check_sum (from_oracle (a), a, from_oracle (b), b);
      assert_equal (cadre_wide_negate (from_oracle (a)), (Oracle) (0 - (Size) a));
      if (n[3] != 0)
        check_division (from_oracle (a), n[3]);
    }
}

#else

static void
test_oracle (void)
{
  g_test_skip ("This compiler has no type of 128 bits");
}

#endif

static void
test_known (void)
{
  const CadreWide largest = { G_MAXINT64, G_MAXUINT64 };
  const CadreWide one = { 0, 1 };
  CadreWide sum;
  CadreWide quotient;

  g_test_summary ("Answers that need no other type");

  g_assert_cmphex (cadre_wide_product (G_MININT64, G_MININT64).high, ==,
                   G_GUINT64_CONSTANT (1) << 62);
  g_assert_cmphex (cadre_wide_product (G_MININT64, G_MININT64).low, ==, 0);
  g_assert_cmphex (cadre_wide_product (-1, 1).high, ==, G_MAXUINT64);
  g_assert_false (cadre_wide_add (largest, one, &sum));
  g_assert_true (cadre_wide_add (largest, cadre_wide_negate (one), &sum));
  g_assert_cmphex (sum.low, ==, G_MAXUINT64 - 1);
  g_assert_cmpuint (cadre_wide_divide_size ((CadreWide){ 1, 0 }, 10, &quotient), ==, 6);
  g_assert_cmpuint (quotient.low, ==, G_GUINT64_CONSTANT (1844674407370955161));
}

static void
test_to_int64 (void)
{
  const guint64 half = G_GUINT64_CONSTANT (1) << 63;
  gint64 number = 0;

  g_assert_true (cadre_size_to_int64 ((CadreWide){ 0, half - 1 }, FALSE, &number));
  g_assert_cmpint (number, ==, G_MAXINT64);
  g_assert_true (cadre_size_to_int64 ((CadreWide){ 0, half }, TRUE, &number));
  g_assert_cmpint (number, ==, G_MININT64);
  g_assert_false (cadre_size_to_int64 ((CadreWide){ 0, half }, FALSE, &number));
  g_assert_false (cadre_size_to_int64 ((CadreWide){ 0, half + 1 }, TRUE, &number));
  g_assert_false (cadre_size_to_int64 ((CadreWide){ 1, 0 }, FALSE, &number));

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      const CadreWide size = { 0, cadre_size_of (edges[i]) };

      g_assert_true (cadre_size_to_int64 (size, edges[i] < 0, &number));
      g_assert_cmpint (number, ==, edges[i]);
    }
}

static void
test_common_divisor (void)
{
  g_assert_cmpuint (cadre_common_divisor (0, 0), ==, 0);
  g_assert_cmpuint (cadre_common_divisor (0, 7), ==, 7);
  g_assert_cmpuint (cadre_common_divisor (7, 0), ==, 7);
  g_assert_cmpuint (cadre_common_divisor (222, 370), ==, 74);
  g_assert_cmpuint (cadre_common_divisor (G_MAXUINT64, G_MAXUINT64 - 1), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kernel/wide/oracle", test_oracle);
  g_test_add_func ("/kernel/wide/known", test_known);
  g_test_add_func ("/kernel/wide/to-int64", test_to_int64);
  g_test_add_func ("/kernel/wide/common-divisor", test_common_divisor);

  return g_test_run ();
}
