/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Dates as columns hold them: reading, writing and counting days. */

#include "config.h"

#include "base/cadre-date-private.h"

#include <cadre/cadre-value.h>

#include <string.h>

/*< private >
 * cadre_packed_date_is_valid:
 * @year: the year
 * @month: the month, or 0 where only the year is known
 * @day: the day, or 0 where only the month is known
 *
 * Tells whether there is such a date, from year 1 to year 9999.
 *
 * Returns: %TRUE if so
 */
gboolean
cadre_packed_date_is_valid (guint year, guint month, guint day)
{
  if (year == 0 || year > CADRE_LAST_YEAR || month > 12)
    return FALSE;
  if (month == 0)
    return day == 0;

  return day <= cadre_days_in_month (year, month);
}

/*< private >
 * cadre_packed_date_from_day:
 * @day_number: how many days after 1970-01-01, from %CADRE_FIRST_DAY to %CADRE_LAST_DAY
 *
 * Finds the date of a day: cadre_day_number() backwards. Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
 *
 * Returns: the date
 */
guint32
cadre_packed_date_from_day (gint32 day_number)
{
  const guint32 days = day_number + 719468;
  const guint32 era = days / 146097;
  const guint32 day_of_era = days % 146097;
  const guint32 year_of_era =
    (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const guint32 day_of_year =
    day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const guint32 from_march = (5 * day_of_year + 2) / 153;
  const guint32 day = day_of_year - (153 * from_march + 2) / 5 + 1;
  const guint32 month = from_march < 10 ? from_march + 3 : from_march - 9;

  return cadre_packed_date (era * 400 + year_of_era + (month <= 2), month, day);
}

/*< private >
 * cadre_packed_date_compare:
 * @a: a known date
 * @b: a known date
 *
 * Compares two dates by the first day that each may mean; of two with the same
 * first day, the one that is known more exactly comes first.
 *
 * Returns: less than, equal to or greater than 0
 */
int
cadre_packed_date_compare (guint32 a, guint32 b)
{
  const gint32 day_a = cadre_packed_date_first_day (a);
  const gint32 day_b = cadre_packed_date_first_day (b);

  if (day_a != day_b)
    return day_a < day_b ? -1 : 1;

  return (int) cadre_packed_date_precision (a) - (int) cadre_packed_date_precision (b);
}

/* Reads exactly @n digits. */
static gboolean
read_digits (const char *text, guint n, guint *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (text[i] - '0');
    }

  return TRUE;
}

static gboolean
read_parts (const char *text, gsize length, guint *year, guint *month, guint *day)
{
  *month = 0;
  *day = 0;

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  if (!read_digits (text, 4, year))
    return FALSE;
  if (length >= 7 && (text[4] != '-' || !read_digits (text + 5, 2, month)))
    return FALSE;

  return length < 10 || (text[7] == '-' && read_digits (text + 8, 2, day));
}

/*< private >
 * cadre_packed_date_parse:
 * @text: the text; needs no NUL
 * @length: how many bytes it has
 * @packed: (out): the date
 * @error: return location for a #GError, or %NULL
 *
 * Reads a date of the form `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
 *
 * Returns: whether it is one
 */
gboolean
cadre_packed_date_parse (const char *text, gsize length, guint32 *packed, GError **error)
{
  guint year;
  guint month;
  guint day;

  if (!read_parts (text, length, &year, &month, &day))
    {
      g_set_error_literal (error, CADRE_VALUE_ERROR, CADRE_VALUE_ERROR_INVALID,
                           "A date has the form YYYY-MM-DD, YYYY-MM or YYYY");
      return FALSE;
    }

  /* A part that is written is not 0: in the packed form that would mean "not known". */
  if ((length >= 7 && month == 0) || (length == 10 && day == 0) ||
      !cadre_packed_date_is_valid (year, month, day))
    {
      g_set_error_literal (error, CADRE_VALUE_ERROR, CADRE_VALUE_ERROR_RANGE,
                           "There is no such date between the years 0001 and 9999");
      return FALSE;
    }

  *packed = cadre_packed_date (year, month, day);

  return TRUE;
}

static char *
write_digits (char *text, guint number, guint n)
{
  for (guint i = n; i-- > 0; number /= 10)
    text[i] = '0' + number % 10;

  return text + n;
}

/*< private >
 * cadre_packed_date_format:
 * @packed: a known date
 * @text: (out caller-allocates): the text
 *
 * Writes a date in the form that cadre_packed_date_parse() reads, with a NUL.
 */
void
cadre_packed_date_format (guint32 packed, char text[11])
{
  const CadreDatePrecision precision = cadre_packed_date_precision (packed);

  text = write_digits (text, cadre_packed_date_year (packed), 4);
  if (precision != CADRE_DATE_PRECISION_YEAR)
    {
      *text++ = '-';
      text = write_digits (text, cadre_packed_date_month (packed), 2);
    }
  if (precision == CADRE_DATE_PRECISION_DAY)
    {
      *text++ = '-';
      text = write_digits (text, cadre_packed_date_day (packed), 2);
    }
  *text = '\0';
}
