/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-date.h>

G_BEGIN_DECLS

/* A date as columns hold it: year << 9 | month << 5 | day, where a month or a
 * day that is not known is 0; or one of the two below, which are no date. */
#define CADRE_PACKED_DATE_OPEN ((guint32) 0)    /* there is none: no bound */
#define CADRE_PACKED_DATE_UNKNOWN ((guint32) 1) /* there is one, not known */

/* The numbers of the first and last day that there are; 1970-01-01 is 0. */
#define CADRE_FIRST_DAY (-719162)
#define CADRE_LAST_DAY 2932896

#define CADRE_LAST_YEAR 9999

struct _CadreDate
{
  guint32 packed;
};

static inline guint32
cadre_packed_date (guint year, guint month, guint day)
{
  return (guint32) year << 9 | (guint32) month << 5 | day;
}

static inline guint
cadre_packed_date_year (guint32 packed)
{
  return packed >> 9;
}

/* 0 where it is not known. */
static inline guint
cadre_packed_date_month (guint32 packed)
{
  return packed >> 5 & 15;
}

/* 0 where it is not known. */
static inline guint
cadre_packed_date_day (guint32 packed)
{
  return packed & 31;
}

/* Whether it is a date, be it of a day, a month or a year. */
static inline gboolean
cadre_packed_date_is_known (guint32 packed)
{
  return packed > CADRE_PACKED_DATE_UNKNOWN;
}

static inline CadreDatePrecision
cadre_packed_date_precision (guint32 packed)
{
  if (cadre_packed_date_day (packed) != 0)
    return CADRE_DATE_PRECISION_DAY;

  return cadre_packed_date_month (packed) != 0 ? CADRE_DATE_PRECISION_MONTH
                                               : CADRE_DATE_PRECISION_YEAR;
}

static inline gboolean
cadre_is_leap_year (guint year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static inline guint
cadre_days_in_month (guint year, guint month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && cadre_is_leap_year (year) ? 29 : days[month - 1];
}

/* How many days after 1970-01-01. Years are counted from March, so that the odd
 * day comes last, and in eras of 400, which all have 146,097 days. */
static inline gint32
cadre_day_number (guint year, guint month, guint day)
{
  const gint32 from_march = month > 2 ? month - 3 : month + 9;
  const gint32 y = (gint32) year - (month <= 2);
  const gint32 day_of_year = (153 * from_march + 2) / 5 + (gint32) day - 1;

  return 365 * y + y / 4 - y / 100 + y / 400 + day_of_year - 719468;
}

/* The number of the first day that a date may mean; of a known date only. */
static inline gint32
cadre_packed_date_first_day (guint32 packed)
{
  const guint month = cadre_packed_date_month (packed);
  const guint day = cadre_packed_date_day (packed);

  return cadre_day_number (cadre_packed_date_year (packed), MAX (month, 1), MAX (day, 1));
}

/* The number of the last day that a date may mean; of a known date only. */
static inline gint32
cadre_packed_date_last_day (guint32 packed)
{
  const guint year = cadre_packed_date_year (packed);
  const guint month = cadre_packed_date_month (packed) != 0 ? cadre_packed_date_month (packed) : 12;
  const guint day = cadre_packed_date_day (packed);

  return cadre_day_number (year, month, day != 0 ? day : cadre_days_in_month (year, month));
}

/* NULL is OPEN: there is no date. */
static inline guint32
cadre_date_pack (const CadreDate *date)
{
  return date != NULL ? date->packed : CADRE_PACKED_DATE_OPEN;
}

guint32 cadre_packed_date_from_day (gint32 day_number);
gboolean cadre_packed_date_is_valid (guint year, guint month, guint day);
gboolean cadre_packed_date_parse (const char *text, gsize length, guint32 *packed, GError **error);
int cadre_packed_date_compare (guint32 a, guint32 b);
CadreDate *cadre_date_new_packed (guint32 packed) G_GNUC_WARN_UNUSED_RESULT;
void cadre_packed_date_format (guint32 packed, char text[11]);

G_END_DECLS
