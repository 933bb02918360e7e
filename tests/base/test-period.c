/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

#include "base/cadre-period-private.h"

#include <string.h>

/* ".." is open and "?" not known, as in the text of a period. */
static CadreBound
read_bound (const char *text, CadreDate **date)
{
  g_autoptr (GError) error = NULL;

  *date = NULL;
  if (strcmp (text, "..") == 0)
    return CADRE_BOUND_OPEN;
  if (strcmp (text, "?") == 0)
    return CADRE_BOUND_UNKNOWN;

  *date = cadre_date_new_parse (text, &error);
  g_assert_no_error (error);

  return CADRE_BOUND_KNOWN;
}

static CadrePeriod *
read_period (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);
  g_autoptr (CadreDate) first = NULL;
  g_autoptr (CadreDate) last = NULL;
  const CadreBound first_bound = read_bound (parts[0], &first);
  const CadreBound last_bound = read_bound (parts[1], &last);

  return cadre_period_new_full (first_bound, first, last_bound, last);
}

static const struct
{
  const char *name;
  const char *text;
  CadreBound first;
  CadreBound last;
  gint elapsed;
  gint inclusive;
} periods[] = {
  { "notice", "2007-02-07/2007-03-07", CADRE_BOUND_KNOWN, CADRE_BOUND_KNOWN, 28, 29 },
  { "one-day", "2007-02-07/2007-02-07", CADRE_BOUND_KNOWN, CADRE_BOUND_KNOWN, 0, 1 },
  { "leap-year", "2008-01-01/2008-12-31", CADRE_BOUND_KNOWN, CADRE_BOUND_KNOWN, 365, 366 },
  { "no-end", "2007-02-07/..", CADRE_BOUND_KNOWN, CADRE_BOUND_OPEN, -1, -1 },
  { "always", "../..", CADRE_BOUND_OPEN, CADRE_BOUND_OPEN, -1, -1 },
  { "to-a-day", "../2007-02-07", CADRE_BOUND_OPEN, CADRE_BOUND_KNOWN, -1, -1 },
  { "not-known", "?/?", CADRE_BOUND_UNKNOWN, CADRE_BOUND_UNKNOWN, -1, -1 },
  { "end-not-known", "2007/?", CADRE_BOUND_KNOWN, CADRE_BOUND_UNKNOWN, -1, -1 },
  { "months", "2007-02/2007-03", CADRE_BOUND_KNOWN, CADRE_BOUND_KNOWN, -1, -1 },
  { "same-month", "2007-02-15/2007-02", CADRE_BOUND_KNOWN, CADRE_BOUND_KNOWN, -1, -1 },
};

static void
check_date (CadreDate *date, CadreBound bound, const char *text)
{
  g_autofree char *written = date != NULL ? cadre_date_to_string (date) : NULL;

  g_assert_cmpint (date != NULL, ==, bound == CADRE_BOUND_KNOWN);
  if (date != NULL)
    g_assert_cmpstr (written, ==, text);
  cadre_date_free (date);
}

static void
test_fields (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_auto (GStrv) parts = g_strsplit (periods[i].text, "/", 2);
  g_autoptr (CadrePeriod) period = read_period (periods[i].text);
  g_autofree char *text = cadre_period_to_string (period);

  g_assert_cmpstr (text, ==, periods[i].text);
  g_assert_cmpint (cadre_period_get_first_bound (period), ==, periods[i].first);
  g_assert_cmpint (cadre_period_get_last_bound (period), ==, periods[i].last);
  check_date (cadre_period_dup_first (period), periods[i].first, parts[0]);
  check_date (cadre_period_dup_last (period), periods[i].last, parts[1]);
  g_assert_cmpint (cadre_period_count_days (period, FALSE), ==, periods[i].elapsed);
  g_assert_cmpint (cadre_period_count_days (period, TRUE), ==, periods[i].inclusive);
}

static void
test_backwards (void)
{
  static const char *const backwards[] = { "2007-02-07/2007-02-06", "2007-03/2007-02",
                                           "2008/2007-12-31", "2007-02-01/2007-01" };

  for (guint i = 0; i < G_N_ELEMENTS (backwards); i++)
    g_assert_null (read_period (backwards[i]));
}

static void
test_new (void)
{
  g_autoptr (CadreDate) first = cadre_date_new (2007, 2, 7);
  g_autoptr (CadreDate) last = cadre_date_new (2007, 3, 7);
  g_autoptr (CadrePeriod) known = cadre_period_new (first, last);
  g_autoptr (CadrePeriod) open = cadre_period_new (NULL, NULL);
  g_autofree char *known_text = cadre_period_to_string (known);
  g_autofree char *open_text = cadre_period_to_string (open);

  g_assert_cmpstr (known_text, ==, "2007-02-07/2007-03-07");
  g_assert_cmpstr (open_text, ==, "../..");
  g_assert_null (cadre_period_new (last, first));
}

#define F CADRE_TRUTH_FALSE
#define T CADRE_TRUTH_TRUE
#define U CADRE_TRUTH_UNKNOWN

static const struct
{
  const char *name;
  const char *period;
  const char *date;
  CadreTruth truth;
} contains[] = {
  { "first-day", "2007-02-07/2007-03-07", "2007-02-07", T },
  { "last-day", "2007-02-07/2007-03-07", "2007-03-07", T },
  { "before", "2007-02-07/2007-03-07", "2007-02-06", F },
  { "after", "2007-02-07/2007-03-07", "2007-03-08", F },
  { "always", "../..", "0001-01-01", T },
  { "no-end", "2007-02-07/..", "9999-12-31", T },
  { "no-beginning", "../2007-02-07", "0001-01-01", T },
  { "straddled-first", "2007-02/..", "2007-02-07", U },
  { "last-of-first-month", "2007-02/..", "2007-02-28", T },
  { "before-first-month", "2007-02/..", "2007-01-31", F },
  { "straddled-last", "../2007", "2007-06-30", U },
  { "first-of-last-year", "../2007", "2007-01-01", T },
  { "after-last-year", "../2007", "2008-01-01", F },
  { "month-within", "2007-02-07/2007-04-07", "2007-03", T },
  { "month-straddles", "2007-02-07/2007-04-07", "2007-02", U },
  { "month-outside", "2007-02-07/2007-04-07", "2007-01", F },
  { "year-around", "2007-02-07/2007-04-07", "2007", U },
  { "nothing-known", "?/?", "2007-02-07", U },
  { "first-not-known", "?/2007-03-07", "2007-03-06", U },
  { "first-not-known-last-day", "?/2007-03-07", "2007-03-07", T },
  { "first-not-known-after", "?/2007-03-07", "2007-03-08", F },
  { "last-not-known", "2007-02-07/?", "2007-02-08", U },
  { "last-not-known-first-day", "2007-02-07/?", "2007-02-07", T },
  { "last-not-known-before", "2007-02-07/?", "2007-02-06", F },
  { "open-to-not-known", "../?", "2007-02-07", U },
  { "narrowed-by-last", "2007/2007-03-07", "2007-03-07", T },
  { "narrowed-by-first", "2007-03-07/2007", "2007-03-07", T },
};

static void
test_contains (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CadrePeriod) period = read_period (contains[i].period);
  g_autoptr (CadreDate) date = cadre_date_new_parse (contains[i].date, NULL);

  g_assert_cmpint (cadre_period_contains (period, date), ==, contains[i].truth);
}

static const struct
{
  const char *name;
  const char *a;
  const char *b;
  CadreTruth truth;
} overlaps[] = {
  { "touching", "2007-02-07/2007-03-07", "2007-03-07/2007-04-07", T },
  { "next-day", "2007-02-07/2007-03-07", "2007-03-08/2007-04-07", F },
  { "within", "2007-02-07/2007-03-07", "2007-02-10/2007-02-11", T },
  { "open", "2007-02-07/..", "2008-01-01/..", T },
  { "open-ends-apart", "../2007-02-07", "2007-02-08/..", F },
  { "month-straddles", "2007-02-07/2007-03", "2007-03-15/..", U },
  { "month-before", "2007-02-07/2007-03", "2007-04-01/..", F },
  { "month-starts", "2007-02-07/2007-03", "2007-03-01/..", T },
  { "not-known-end", "2007-02-07/?", "2007-03-01/..", U },
  { "not-known-end-before", "2007-02-07/?", "../2007-02-06", F },
  { "not-known-beginning", "?/2007-03-07", "2007-03-01/2007-03-31", T },
  { "nothing-known", "?/?", "2007-03-01/2007-03-31", U },
  { "nothing-known-always", "?/?", "../..", T },
};

static void
test_overlaps (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CadrePeriod) a = read_period (overlaps[i].a);
  g_autoptr (CadrePeriod) b = read_period (overlaps[i].b);

  g_assert_cmpint (cadre_period_overlaps (a, b), ==, overlaps[i].truth);
  g_assert_cmpint (cadre_period_overlaps (b, a), ==, overlaps[i].truth);
}

/* A few days and months around two month ends, so that bounds meet often. */
static guint32
random_date (void)
{
  const guint month = g_test_rand_int_range (2, 5);
  const guint day = g_test_rand_bit () ? g_test_rand_int_range (1, 29) : 0;

  return cadre_packed_date (2007, month, day);
}

static guint32
random_bound (void)
{
  const gint choice = g_test_rand_int_range (0, 6);

  if (choice == 0)
    return CADRE_PACKED_DATE_OPEN;

  return choice == 1 ? CADRE_PACKED_DATE_UNKNOWN : random_date ();
}

/* All days of the world of the slow oracle: a margin around what random_date() gives. */
#define WORLD_FIRST cadre_day_number (2007, 1, 20)
#define WORLD_LAST cadre_day_number (2007, 5, 10)

static void
get_choices (guint32 packed, gint32 open, gint32 *least, gint32 *most)
{
  *least = packed == CADRE_PACKED_DATE_OPEN ? open : WORLD_FIRST;
  *most = packed == CADRE_PACKED_DATE_OPEN ? open : WORLD_LAST;
  if (cadre_packed_date_is_known (packed))
    {
      *least = cadre_packed_date_first_day (packed);
      *most = cadre_packed_date_last_day (packed);
    }
}

/* Tries every first day, last day and date that may be meant. */
static CadreTruth
contains_slowly (guint32 first, guint32 last, guint32 date)
{
  gboolean may_be = FALSE;
  gboolean may_not_be = FALSE;
  gint32 f1, f2, l1, l2, d1, d2;

  get_choices (first, WORLD_FIRST, &f1, &f2);
  get_choices (last, WORLD_LAST, &l1, &l2);
  get_choices (date, 0, &d1, &d2);
  for (gint32 f = f1; f <= f2; f++)
    for (gint32 l = MAX (l1, f); l <= l2; l++)
      for (gint32 d = d1; d <= d2; d++)
        *(f <= d && d <= l ? &may_be : &may_not_be) = TRUE;

  if (may_be && may_not_be)
    return CADRE_TRUTH_UNKNOWN;

  return may_be ? CADRE_TRUTH_TRUE : CADRE_TRUTH_FALSE;
}

static void
test_contains_random (void)
{
  g_test_summary ("Every day that may be meant is tried");

  for (guint i = 0; i < 400; i++)
    {
      const guint32 first = random_bound ();
      const guint32 last = random_bound ();
      const guint32 date = random_date ();

      if (cadre_packed_period_is_valid (first, last))
        g_assert_cmpint (cadre_packed_period_contains (first, last, date), ==,
                         contains_slowly (first, last, date));
    }
}

static void
test_equal (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    for (guint j = 0; j < G_N_ELEMENTS (periods); j++)
      {
        g_autoptr (CadrePeriod) a = read_period (periods[i].text);
        g_autoptr (CadrePeriod) b = read_period (periods[j].text);

        g_assert_cmpint (cadre_period_equal (a, b), ==, i == j);
        if (i == j)
          g_assert_cmpuint (cadre_period_hash (a), ==, cadre_period_hash (b));
      }
}

static void
test_boxed (void)
{
  g_autoptr (CadrePeriod) period = read_period ("2007-02-07/?");
  g_autoptr (CadrePeriod) copy = g_boxed_copy (CADRE_TYPE_PERIOD, period);

  g_assert_true (copy != period);
  g_assert_true (cadre_period_equal (copy, period));
}

static void
test_misuse (void)
{
  g_autoptr (CadreDate) date = cadre_date_new (2007, 2, 7);

  g_test_expect_message ("Cadre", G_LOG_LEVEL_CRITICAL, "*(first != NULL)' failed");
  g_assert_null (cadre_period_new_full (CADRE_BOUND_KNOWN, NULL, CADRE_BOUND_OPEN, NULL));
  g_test_assert_expected_messages ();

  g_test_expect_message ("Cadre", G_LOG_LEVEL_CRITICAL, "*(last != NULL)' failed");
  g_assert_null (cadre_period_new_full (CADRE_BOUND_OPEN, NULL, CADRE_BOUND_UNKNOWN, date));
  g_test_assert_expected_messages ();
}

#define ADD_CASES(cases, prefix, func)                                                       \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                                           \
    {                                                                                        \
      g_autofree char *path = g_strdup_printf ("/base/period/%s/%s", prefix, cases[i].name); \
                                                                                             \
      g_test_add_data_func (path, GUINT_TO_POINTER (i), func);                               \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (periods, "fields", test_fields);
  ADD_CASES (contains, "contains", test_contains);
  ADD_CASES (overlaps, "overlaps", test_overlaps);
  g_test_add_func ("/base/period/backwards", test_backwards);
  g_test_add_func ("/base/period/new", test_new);
  g_test_add_func ("/base/period/contains-random", test_contains_random);
  g_test_add_func ("/base/period/equal", test_equal);
  g_test_add_func ("/base/period/boxed", test_boxed);
  g_test_add_func ("/base/period/misuse", test_misuse);

  return g_test_run ();
}
