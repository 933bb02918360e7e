/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-integer-private.h"

static const struct
{
  const char *name;
  const char *text;
  gint64 least;
  gint64 most;
  gint64 value; /* where it is one */
  gboolean is_good;
} rows[] = {
  { "zero", "0", 0, 9, 0, TRUE },
  { "least", "1", 1, 9, 1, TRUE },
  { "most", "9", 1, 9, 9, TRUE },
  { "below", "0", 1, 9, 0, FALSE },
  { "above", "10", 1, 9, 0, FALSE },
  { "leading-zeros", "007", 0, 9, 7, TRUE },
  { "negative", "-12", -12, 0, -12, TRUE },
  { "negative-below", "-13", -12, 0, 0, FALSE },
  { "greatest", "9223372036854775807", 0, G_MAXINT64, G_MAXINT64, TRUE },
  { "smallest", "-9223372036854775808", G_MININT64, 0, G_MININT64, TRUE },
  { "one-too-great", "9223372036854775808", G_MININT64, G_MAXINT64, 0, FALSE },
  { "one-too-small", "-9223372036854775809", G_MININT64, G_MAXINT64, 0, FALSE },
  { "many-digits", "100000000000000000000000000000", 0, G_MAXINT64, 0, FALSE },
  { "minus-where-none-is", "-0", 0, 9, 0, FALSE },
  { "empty", "", G_MININT64, G_MAXINT64, 0, FALSE },
  { "only-a-sign", "-", G_MININT64, G_MAXINT64, 0, FALSE },
  { "two-signs", "--1", G_MININT64, G_MAXINT64, 0, FALSE },
  { "plus", "+1", G_MININT64, G_MAXINT64, 0, FALSE },
  { "blank-before", " 1", G_MININT64, G_MAXINT64, 0, FALSE },
  { "blank-behind", "1 ", G_MININT64, G_MAXINT64, 0, FALSE },
  { "letter", "1a", G_MININT64, G_MAXINT64, 0, FALSE },
  { "hexadecimal", "0x1", G_MININT64, G_MAXINT64, 0, FALSE },
  { "point", "1.0", G_MININT64, G_MAXINT64, 0, FALSE },
  { "other-digits", "\xd9\xa1", G_MININT64, G_MAXINT64, 0, FALSE },
};

static void
test_row (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  gint64 value = 4711;

  g_assert_cmpint (cadre_integer_parse (rows[i].text, rows[i].least, rows[i].most, &value), ==,
                   rows[i].is_good);
  g_assert_cmpint (value, ==, rows[i].is_good ? rows[i].value : 4711);
}

/* Whatever is written is read again. */
static void
test_random (void)
{
  for (guint i = 0; i < 100000; i++)
    {
      const guint shift = (guint) g_test_rand_int_range (0, 64);
      const gint64 number =
        (gint64) ((guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ()) >>
        shift;
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
      gint64 value = 0;

      g_assert_true (cadre_integer_parse (text, G_MININT64, G_MAXINT64, &value));
      g_assert_cmpint (value, ==, number);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/base/integer/", rows[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/base/integer/random", test_random);

  return g_test_run ();
}
