/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-date
 * @Title: CadreDate
 * @Short_Description: A civil day, month or year
 *
 * A #CadreDate is a date of the calendar, without a time of day and without a
 * time zone: a day, or a month or a year where no more is known. The calendar
 * is the Gregorian one, also before it was introduced; years go from 1 to
 * 9999. Its text is that of ISO 8601: `2007-02-07`, `2007-02` or `2007`.
 *
 * A date does not change.
 */

#include "config.h"

#include "base/cadre-date-private.h"

#include <cadre/cadre-enum-types.h>

#include <string.h>

/**
 * CadreDate:
 *
 * A civil day, month or year.
 *
 * Since: 1.0
 */
G_DEFINE_BOXED_TYPE (CadreDate, cadre_date, cadre_date_copy, cadre_date_free)

/*< private >
 * cadre_date_new_packed:
 * @packed: a date as columns hold it
 *
 * Makes the date of a column's value.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where there is none
 */
CadreDate *
cadre_date_new_packed (guint32 packed)
{
  CadreDate *self = NULL;

  if (!cadre_packed_date_is_known (packed))
    return NULL;

  self = g_new (CadreDate, 1);
  self->packed = packed;

  return self;
}

/**
 * cadre_date_new:
 * @year: the year, from 1 to 9999
 * @month: the month, from 1 to 12, or 0 where only the year is known
 * @day: the day, from 1, or 0 where only the month is known
 *
 * Makes a date.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL if there is no such date
 *
 * Since: 1.0
 */
CadreDate *
cadre_date_new (guint year, guint month, guint day)
{
  if (!cadre_packed_date_is_valid (year, month, day))
    return NULL;

  return cadre_date_new_packed (cadre_packed_date (year, month, day));
}

/**
 * cadre_date_new_parse:
 * @text: a date of the form `YYYY-MM-DD`, `YYYY-MM` or `YYYY`
 * @error: return location for a #GError, or %NULL
 *
 * Reads a date. Nothing else is taken for one: neither blanks around it, nor
 * the forms that depend on a country.
 *
 * Returns: (transfer full): the date, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreDate *
cadre_date_new_parse (const char *text, GError **error)
{
  guint32 packed;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!cadre_packed_date_parse (text, strlen (text), &packed, error))
    return NULL;

  return cadre_date_new_packed (packed);
}

/**
 * cadre_date_copy:
 * @self: a #CadreDate
 *
 * Copies a date.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 1.0
 */
CadreDate *
cadre_date_copy (const CadreDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return cadre_date_new_packed (self->packed);
}

/**
 * cadre_date_free: (skip)
 * @self: (transfer full) (nullable): a #CadreDate
 *
 * Frees a date.
 *
 * Since: 1.0
 */
void
cadre_date_free (CadreDate *self)
{
  g_free (self);
}

/**
 * cadre_date_get_year:
 * @self: a #CadreDate
 *
 * Gets the year.
 *
 * Returns: the year, from 1 to 9999
 *
 * Since: 1.0
 */
guint
cadre_date_get_year (const CadreDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return cadre_packed_date_year (self->packed);
}

/**
 * cadre_date_get_month:
 * @self: a #CadreDate
 *
 * Gets the month.
 *
 * Returns: the month, from 1 to 12, or 0 if only the year is known
 *
 * Since: 1.0
 */
guint
cadre_date_get_month (const CadreDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return cadre_packed_date_month (self->packed);
}

/**
 * cadre_date_get_day:
 * @self: a #CadreDate
 *
 * Gets the day of the month.
 *
 * Returns: the day, from 1 to 31, or 0 if it is not known
 *
 * Since: 1.0
 */
guint
cadre_date_get_day (const CadreDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return cadre_packed_date_day (self->packed);
}

/**
 * cadre_date_get_precision:
 * @self: a #CadreDate
 *
 * Gets how exactly the date is known.
 *
 * Returns: the precision
 *
 * Since: 1.0
 */
CadreDatePrecision
cadre_date_get_precision (const CadreDate *self)
{
  g_return_val_if_fail (self != NULL, CADRE_DATE_PRECISION_YEAR);

  return cadre_packed_date_precision (self->packed);
}

/**
 * cadre_date_get_weekday:
 * @self: a #CadreDate
 *
 * Gets the day of the week.
 *
 * Returns: from 1, Monday, to 7, Sunday, or 0 if the day is not known
 *
 * Since: 1.0
 */
guint
cadre_date_get_weekday (const CadreDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (cadre_packed_date_precision (self->packed) != CADRE_DATE_PRECISION_DAY)
    return 0;

  /* The first day that there is was a Monday. */
  return (cadre_packed_date_first_day (self->packed) - CADRE_FIRST_DAY) % 7 + 1;
}

/**
 * cadre_date_compare:
 * @self: a #CadreDate
 * @other: another #CadreDate
 *
 * Compares two dates by the first day that each may mean; of two with the same
 * first day, the one that is known more exactly comes first.
 *
 * Returns: less than 0 if @self comes first, 0 if they are equal, greater than 0 otherwise
 *
 * Since: 1.0
 */
int
cadre_date_compare (const CadreDate *self, const CadreDate *other)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (other != NULL, 0);

  return cadre_packed_date_compare (self->packed, other->packed);
}

/**
 * cadre_date_equal:
 * @self: a #CadreDate
 * @other: another #CadreDate
 *
 * Tells whether two dates are the same, known equally well.
 *
 * Returns: %TRUE if so
 *
 * Since: 1.0
 */
gboolean
cadre_date_equal (const CadreDate *self, const CadreDate *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->packed == other->packed;
}

/**
 * cadre_date_hash:
 * @self: a #CadreDate
 *
 * Hashes a date, so that equal ones have equal hashes.
 *
 * Returns: the hash
 *
 * Since: 1.0
 */
guint
cadre_date_hash (const CadreDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->packed;
}

/**
 * cadre_date_to_string:
 * @self: a #CadreDate
 *
 * Writes a date in the form that cadre_date_new_parse() reads.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_date_to_string (const CadreDate *self)
{
  char text[11];

  g_return_val_if_fail (self != NULL, NULL);

  cadre_packed_date_format (self->packed, text);

  return g_strdup (text);
}

/**
 * cadre_date_dup_first_day:
 * @self: a #CadreDate
 *
 * Gets the first day that a date may mean: of a month or a year its first, of a
 * day itself.
 *
 * Returns: (transfer full): the day
 *
 * Since: 1.0
 */
CadreDate *
cadre_date_dup_first_day (const CadreDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return cadre_date_new_packed (
    cadre_packed_date_from_day (cadre_packed_date_first_day (self->packed)));
}

/**
 * cadre_date_dup_last_day:
 * @self: a #CadreDate
 *
 * Gets the last day that a date may mean: of a month or a year its last, of a
 * day itself.
 *
 * Returns: (transfer full): the day
 *
 * Since: 1.0
 */
CadreDate *
cadre_date_dup_last_day (const CadreDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return cadre_date_new_packed (
    cadre_packed_date_from_day (cadre_packed_date_last_day (self->packed)));
}

/**
 * cadre_date_add_days:
 * @self: a #CadreDate whose day is known
 * @days: how many days later, or earlier if negative
 *
 * Counts days from a date.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL if it is out of range
 *
 * Since: 1.0
 */
CadreDate *
cadre_date_add_days (const CadreDate *self, gint days)
{
  gint64 day_number;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (cadre_date_get_precision (self) == CADRE_DATE_PRECISION_DAY, NULL);

  day_number = (gint64) cadre_packed_date_first_day (self->packed) + days;
  if (day_number < CADRE_FIRST_DAY || day_number > CADRE_LAST_DAY)
    return NULL;

  return cadre_date_new_packed (cadre_packed_date_from_day ((gint32) day_number));
}

/**
 * cadre_date_add_months:
 * @self: a #CadreDate whose month is known
 * @months: how many months later, or earlier if negative
 *
 * Counts months from a date, in one step. Where the month that is reached has
 * no such day, it is the last day of that month: a month after 31 January is 28
 * or 29 February.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL if it is out of range
 *
 * Since: 1.0
 */
CadreDate *
cadre_date_add_months (const CadreDate *self, gint months)
{
  gint64 month_number;
  guint year;
  guint month;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (cadre_date_get_precision (self) != CADRE_DATE_PRECISION_YEAR, NULL);

  month_number = (gint64) cadre_packed_date_year (self->packed) * 12 +
                 cadre_packed_date_month (self->packed) - 1 + months;
  if (month_number < 12 || month_number >= (CADRE_LAST_YEAR + 1) * 12)
    return NULL;

  year = (guint) (month_number / 12);
  month = (guint) (month_number % 12) + 1;

  return cadre_date_new (year, month,
                         MIN (cadre_packed_date_day (self->packed),
                              cadre_days_in_month (year, month)));
}

/**
 * cadre_date_days_between:
 * @first: a #CadreDate whose day is known
 * @last: a #CadreDate whose day is known
 *
 * Counts the days that pass from one date to another: from 7 February to 7 March
 * 2007 they are 28. Counting both the first and the last day there is one more.
 *
 * Returns: the days, less than 0 if @last is before @first
 *
 * Since: 1.0
 */
gint
cadre_date_days_between (const CadreDate *first, const CadreDate *last)
{
  g_return_val_if_fail (first != NULL, 0);
  g_return_val_if_fail (last != NULL, 0);
  g_return_val_if_fail (cadre_date_get_precision (first) == CADRE_DATE_PRECISION_DAY, 0);
  g_return_val_if_fail (cadre_date_get_precision (last) == CADRE_DATE_PRECISION_DAY, 0);

  return cadre_packed_date_first_day (last->packed) - cadre_packed_date_first_day (first->packed);
}
