/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

#include "base/cadre-date-private.h"

#include <string.h>

static const struct
{
  const char *name;
  guint year;
  guint month;
  guint day;
  const char *text; /* NULL: there is no such date */
} dates[] = {
  { "day", 2007, 2, 7, "2007-02-07" },
  { "month", 2007, 2, 0, "2007-02" },
  { "year", 2007, 0, 0, "2007" },
  { "first", 1, 1, 1, "0001-01-01" },
  { "last", 9999, 12, 31, "9999-12-31" },
  { "leap", 2008, 2, 29, "2008-02-29" },
  { "leap-400", 2000, 2, 29, "2000-02-29" },
  { "not-leap-100", 1900, 2, 29, NULL },
  { "not-leap", 2007, 2, 29, NULL },
  { "april-31", 2007, 4, 31, NULL },
  { "day-32", 2007, 1, 32, NULL },
  { "month-13", 2007, 13, 1, NULL },
  { "year-0", 0, 1, 1, NULL },
  { "year-10000", 10000, 0, 0, NULL },
  { "day-without-month", 2007, 0, 1, NULL },
  { "huge", G_MAXUINT, G_MAXUINT, G_MAXUINT, NULL },
  { "huge-day", 2007, 2, G_MAXUINT, NULL },
};

static void
test_new (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CadreDate) date = cadre_date_new (dates[i].year, dates[i].month, dates[i].day);
  g_autoptr (CadreDate) parsed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (dates[i].text == NULL)
    {
      g_assert_null (date);
      return;
    }

  text = cadre_date_to_string (date);
  g_assert_cmpstr (text, ==, dates[i].text);
  g_assert_cmpuint (cadre_date_get_year (date), ==, dates[i].year);
  g_assert_cmpuint (cadre_date_get_month (date), ==, dates[i].month);
  g_assert_cmpuint (cadre_date_get_day (date), ==, dates[i].day);

  parsed = cadre_date_new_parse (text, &error);
  g_assert_no_error (error);
  g_assert_true (cadre_date_equal (date, parsed));
  g_assert_cmpuint (cadre_date_hash (date), ==, cadre_date_hash (parsed));
}

#define FORM "A date has the form YYYY-MM-DD, YYYY-MM or YYYY"
#define NO_DATE "There is no such date between the years 0001 and 9999"

static const struct
{
  const char *name;
  const char *text;
  CadreValueError code;
  const char *message;
} bad_texts[] = {
  { "empty", "", CADRE_VALUE_ERROR_INVALID, FORM },
  { "three-digits", "207", CADRE_VALUE_ERROR_INVALID, FORM },
  { "five-digits", "20070", CADRE_VALUE_ERROR_INVALID, FORM },
  { "short-month", "2007-2", CADRE_VALUE_ERROR_INVALID, FORM },
  { "short-day", "2007-02-7", CADRE_VALUE_ERROR_INVALID, FORM },
  { "slashes", "2007/02/07", CADRE_VALUE_ERROR_INVALID, FORM },
  { "second-slash", "2007-02/07", CADRE_VALUE_ERROR_INVALID, FORM },
  { "british", "07/02/2007", CADRE_VALUE_ERROR_INVALID, FORM },
  { "letter-in-year", "20O7-02-07", CADRE_VALUE_ERROR_INVALID, FORM },
  { "letter-in-month", "2007-0a-07", CADRE_VALUE_ERROR_INVALID, FORM },
  { "letter-in-day", "2007-02-0a", CADRE_VALUE_ERROR_INVALID, FORM },
  { "sign", "+207", CADRE_VALUE_ERROR_INVALID, FORM },
  { "blank-before", " 2007-02-07", CADRE_VALUE_ERROR_INVALID, FORM },
  { "blank-after", "2007-02-07 ", CADRE_VALUE_ERROR_INVALID, FORM },
  { "blank-digit", "2007-02- 7", CADRE_VALUE_ERROR_INVALID, FORM },
  { "time", "2007-02-07T00:00", CADRE_VALUE_ERROR_INVALID, FORM },
  { "compact", "20070207", CADRE_VALUE_ERROR_INVALID, FORM },
  { "wide-digits", "\xd9\xa2\xd9\xa0", CADRE_VALUE_ERROR_INVALID, FORM },
  { "year-0", "0000", CADRE_VALUE_ERROR_RANGE, NO_DATE },
  { "month-0", "2007-00", CADRE_VALUE_ERROR_RANGE, NO_DATE },
  { "month-0-with-day", "2007-00-01", CADRE_VALUE_ERROR_RANGE, NO_DATE },
  { "month-0-day-0", "2007-00-00", CADRE_VALUE_ERROR_RANGE, NO_DATE },
  { "month-13", "2007-13-01", CADRE_VALUE_ERROR_RANGE, NO_DATE },
  { "day-0", "2007-02-00", CADRE_VALUE_ERROR_RANGE, NO_DATE },
  { "february-29", "2007-02-29", CADRE_VALUE_ERROR_RANGE, NO_DATE },
};

static void
test_bad_text (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_date_new_parse (bad_texts[i].text, &error));
  g_assert_error (error, CADRE_VALUE_ERROR, (gint) bad_texts[i].code);
  g_assert_cmpstr (error->message, ==, bad_texts[i].message);
}

static void
test_part_of_text (void)
{
  guint32 packed = 0;

  g_test_summary ("A date in the midst of a text is read by its length, and no byte more");

  g_assert_true (cadre_packed_date_parse ("2007-02-07", 7, &packed, NULL));
  g_assert_cmpuint (packed, ==, cadre_packed_date (2007, 2, 0));
}

static void
check_day (const GDate *oracle, gint32 day_number)
{
  const guint32 packed = cadre_packed_date_from_day (day_number);

  g_assert_cmpuint (cadre_packed_date_year (packed), ==, g_date_get_year (oracle));
  g_assert_cmpuint (cadre_packed_date_month (packed), ==, g_date_get_month (oracle));
  g_assert_cmpuint (cadre_packed_date_day (packed), ==, g_date_get_day (oracle));
  g_assert_cmpint (cadre_packed_date_first_day (packed), ==, day_number);
  g_assert_cmpint (cadre_packed_date_last_day (packed), ==, day_number);
}

static void
test_all_days (void)
{
  GDate oracle;

  g_test_summary ("Every day of the years 1 to 9999 against GDate");

  g_date_clear (&oracle, 1);
  g_date_set_julian (&oracle, 1);
  for (gint32 day = CADRE_FIRST_DAY; day <= CADRE_LAST_DAY; day++)
    {
      check_day (&oracle, day);
      g_assert_cmpuint (g_date_get_weekday (&oracle), ==, (day - CADRE_FIRST_DAY) % 7 + 1);
      if (day < CADRE_LAST_DAY)
        g_date_add_days (&oracle, 1);
    }
  g_assert_cmpuint (g_date_get_year (&oracle), ==, 9999);
  g_assert_cmpuint (g_date_get_month (&oracle), ==, 12);
  g_assert_cmpuint (g_date_get_day (&oracle), ==, 31);
}

static void
test_months_and_years (void)
{
  g_test_summary ("The first and last day of every month and year against GDate");

  for (guint year = 1; year <= 9999; year++)
    {
      const guint32 of_year = cadre_packed_date (year, 0, 0);

      for (guint month = 1; month <= 12; month++)
        {
          const guint32 of_month = cadre_packed_date (year, month, 0);

          g_assert_cmpint (cadre_packed_date_last_day (of_month) -
                             cadre_packed_date_first_day (of_month) + 1,
                           ==, g_date_get_days_in_month (month, year));
        }
      g_assert_cmpint (cadre_packed_date_last_day (of_year) - cadre_packed_date_first_day (of_year),
                       ==, g_date_is_leap_year (year) ? 365 : 364);
    }
  g_assert_cmpint (cadre_packed_date_first_day (cadre_packed_date (1970, 0, 0)), ==, 0);
}

static const struct
{
  const char *name;
  const char *date;
  const char *first_day;
  const char *last_day;
  CadreDatePrecision precision;
  guint weekday;
} known[] = {
  { "wednesday", "2007-02-07", "2007-02-07", "2007-02-07", CADRE_DATE_PRECISION_DAY, 3 },
  { "sunday", "2007-02-11", "2007-02-11", "2007-02-11", CADRE_DATE_PRECISION_DAY, 7 },
  { "monday", "0001-01-01", "0001-01-01", "0001-01-01", CADRE_DATE_PRECISION_DAY, 1 },
  { "february", "2007-02", "2007-02-01", "2007-02-28", CADRE_DATE_PRECISION_MONTH, 0 },
  { "leap-february", "2008-02", "2008-02-01", "2008-02-29", CADRE_DATE_PRECISION_MONTH, 0 },
  { "year", "2007", "2007-01-01", "2007-12-31", CADRE_DATE_PRECISION_YEAR, 0 },
};

static void
test_known (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CadreDate) date = cadre_date_new_parse (known[i].date, NULL);
  g_autoptr (CadreDate) first = cadre_date_dup_first_day (date);
  g_autoptr (CadreDate) last = cadre_date_dup_last_day (date);
  g_autofree char *first_text = cadre_date_to_string (first);
  g_autofree char *last_text = cadre_date_to_string (last);

  g_assert_cmpstr (first_text, ==, known[i].first_day);
  g_assert_cmpstr (last_text, ==, known[i].last_day);
  g_assert_cmpint (cadre_date_get_precision (date), ==, known[i].precision);
  g_assert_cmpuint (cadre_date_get_weekday (date), ==, known[i].weekday);
}

static void
test_compare (void)
{
  static const char *const sorted[] = { "2006-12-31", "2007-01-01", "2007-01", "2007",
                                        "2007-01-02", "2007-02-01", "2007-02", "2008-01-01",
                                        "2008",       "9999-12-31" };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        g_autoptr (CadreDate) a = cadre_date_new_parse (sorted[i], NULL);
        g_autoptr (CadreDate) b = cadre_date_new_parse (sorted[j], NULL);
        const int order = cadre_date_compare (a, b);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        g_assert_cmpint (cadre_date_equal (a, b), ==, i == j);
      }
}

typedef CadreDate *(*AddFunc) (const CadreDate *date, gint n);

static const struct
{
  const char *name;
  AddFunc add;
  const char *date;
  gint n;
  const char *sum; /* NULL: out of range */
} sums[] = {
  { "days/28", cadre_date_add_days, "2007-02-07", 28, "2007-03-07" },
  { "days/none", cadre_date_add_days, "2007-02-07", 0, "2007-02-07" },
  { "days/back", cadre_date_add_days, "2008-03-01", -1, "2008-02-29" },
  { "days/to-last", cadre_date_add_days, "9999-12-30", 1, "9999-12-31" },
  { "days/past-last", cadre_date_add_days, "9999-12-31", 1, NULL },
  { "days/to-first", cadre_date_add_days, "0001-01-02", -1, "0001-01-01" },
  { "days/past-first", cadre_date_add_days, "0001-01-01", -1, NULL },
  { "days/most", cadre_date_add_days, "9999-12-31", G_MAXINT, NULL },
  { "days/least", cadre_date_add_days, "0001-01-01", G_MININT, NULL },
  { "months/plain", cadre_date_add_months, "2007-02-07", 3, "2007-05-07" },
  { "months/to-short", cadre_date_add_months, "2007-01-31", 1, "2007-02-28" },
  { "months/to-leap", cadre_date_add_months, "2008-01-31", 1, "2008-02-29" },
  { "months/over-year", cadre_date_add_months, "2007-11-30", 3, "2008-02-29" },
  { "months/back", cadre_date_add_months, "2007-01-31", -1, "2006-12-31" },
  { "months/twelve", cadre_date_add_months, "2008-02-29", 12, "2009-02-28" },
  { "months/of-month", cadre_date_add_months, "2007-11", 2, "2008-01" },
  { "months/to-last", cadre_date_add_months, "9999-11-30", 1, "9999-12-30" },
  { "months/past-last", cadre_date_add_months, "9999-12-01", 1, NULL },
  { "months/to-first", cadre_date_add_months, "0001-02-01", -1, "0001-01-01" },
  { "months/past-first", cadre_date_add_months, "0001-01-31", -1, NULL },
  { "months/most", cadre_date_add_months, "9999-12-31", G_MAXINT, NULL },
  { "months/least", cadre_date_add_months, "0001-01-01", G_MININT, NULL },
};

static void
test_add (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CadreDate) date = cadre_date_new_parse (sums[i].date, NULL);
  g_autoptr (CadreDate) sum = sums[i].add (date, sums[i].n);
  g_autofree char *text = sum != NULL ? cadre_date_to_string (sum) : NULL;

  g_assert_cmpstr (text, ==, sums[i].sum);
}

static void
test_add_random (void)
{
  g_test_summary ("Days and months added at random, against GDate");

  for (guint i = 0; i < 20000; i++)
    {
      const gint32 day = g_test_rand_int_range (CADRE_FIRST_DAY, CADRE_LAST_DAY - 400000);
      const gint n = g_test_rand_int_range (0, 12000);
      g_autoptr (CadreDate) date = cadre_date_new_packed (cadre_packed_date_from_day (day));
      g_autoptr (CadreDate) days = cadre_date_add_days (date, n);
      g_autoptr (CadreDate) months = cadre_date_add_months (date, n);
      GDate oracle;

      g_date_clear (&oracle, 1);
      g_date_set_dmy (&oracle, cadre_date_get_day (date), cadre_date_get_month (date),
                      cadre_date_get_year (date));
      g_date_add_months (&oracle, n);
      g_assert_cmpuint (cadre_date_get_year (months), ==, g_date_get_year (&oracle));
      g_assert_cmpuint (cadre_date_get_month (months), ==, g_date_get_month (&oracle));
      g_assert_cmpuint (cadre_date_get_day (months), ==, g_date_get_day (&oracle));
      g_assert_cmpint (cadre_date_days_between (date, days), ==, n);
      g_assert_cmpint (cadre_date_days_between (days, date), ==, -n);
    }
}

static void
test_boxed (void)
{
  g_autoptr (CadreDate) date = cadre_date_new (2007, 2, 7);
  g_autoptr (CadreDate) copy = g_boxed_copy (CADRE_TYPE_DATE, date);

  g_assert_true (copy != date);
  g_assert_true (cadre_date_equal (copy, date));
}

static void
test_packed (void)
{
  g_autoptr (CadreDate) date = cadre_date_new (2007, 2, 0);

  g_assert_cmpuint (cadre_date_pack (NULL), ==, CADRE_PACKED_DATE_OPEN);
  g_assert_cmpuint (cadre_date_pack (date), ==, 2007 << 9 | 2 << 5);
  g_assert_true (cadre_packed_date_is_known (cadre_date_pack (date)));
  g_assert_true (cadre_packed_date_is_known (cadre_packed_date (1, 0, 0)));
  g_assert_false (cadre_packed_date_is_known (CADRE_PACKED_DATE_OPEN));
  g_assert_false (cadre_packed_date_is_known (CADRE_PACKED_DATE_UNKNOWN));
}

static void
test_misuse (void)
{
  g_autoptr (CadreDate) month = cadre_date_new (2007, 2, 0);
  g_autoptr (CadreDate) year = cadre_date_new (2007, 0, 0);
  g_autoptr (CadreDate) day = cadre_date_new (2007, 2, 7);

  g_test_expect_message ("Cadre", G_LOG_LEVEL_CRITICAL, "*PRECISION_DAY' failed");
  g_assert_null (cadre_date_add_days (month, 1));
  g_test_assert_expected_messages ();

  g_test_expect_message ("Cadre", G_LOG_LEVEL_CRITICAL, "*PRECISION_YEAR' failed");
  g_assert_null (cadre_date_add_months (year, 1));
  g_test_assert_expected_messages ();

  g_test_expect_message ("Cadre", G_LOG_LEVEL_CRITICAL, "*(last)*PRECISION_DAY' failed");
  g_assert_cmpint (cadre_date_days_between (day, month), ==, 0);
  g_test_assert_expected_messages ();
}

#define ADD_CASES(cases, prefix, func)                                                     \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                                         \
    {                                                                                      \
      g_autofree char *path = g_strdup_printf ("/base/date/%s/%s", prefix, cases[i].name); \
                                                                                           \
      g_test_add_data_func (path, GUINT_TO_POINTER (i), func);                             \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (dates, "new", test_new);
  ADD_CASES (bad_texts, "bad-text", test_bad_text);
  ADD_CASES (known, "known", test_known);
  ADD_CASES (sums, "add", test_add);
  g_test_add_func ("/base/date/part-of-text", test_part_of_text);
  g_test_add_func ("/base/date/all-days", test_all_days);
  g_test_add_func ("/base/date/months-and-years", test_months_and_years);
  g_test_add_func ("/base/date/compare", test_compare);
  g_test_add_func ("/base/date/add-random", test_add_random);
  g_test_add_func ("/base/date/boxed", test_boxed);
  g_test_add_func ("/base/date/packed", test_packed);
  g_test_add_func ("/base/date/misuse", test_misuse);

  return g_test_run ();
}
