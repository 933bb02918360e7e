/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Dates as publishers write them: 2014-03-31, 31/03/2014, 31-Mar-14, Mar-14. */

#include "config.h"

#include "base/cadre-integer-private.h"
#include "exchange/organogram/cadre-organogram-private.h"

#include <string.h>

#define MOST_PARTS 3

/* The number of a month by the first three letters of its name; 0 for none. */
static guint
find_month (const char *name)
{
  static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";

  if (strlen (name) < 3)
    return 0;
  for (guint i = 0; i < 12; i++)
    if (g_ascii_strncasecmp (names + 3 * i, name, 3) == 0)
      return i + 1;

  return 0;
}

static guint
read_number (const char *text)
{
  gint64 number = 0;

  return cadre_integer_parse (text, 0, 9999, &number) ? (guint) number : 0;
}

/* Of two digits, those of this century: nothing was published before 2010. */
static guint
read_year (const char *text)
{
  guint year = read_number (text);

  if (strlen (text) == 4)
    return year;
  return strlen (text) == 2 ? 2000 + year : 0;
}

static guint32
pack (guint year, guint month, guint day)
{
  return year > 0 && month > 0 && cadre_packed_date_is_valid (year, month, day)
           ? cadre_packed_date (year, month, day)
           : 0;
}

static guint
read_month (const char *text)
{
  return g_ascii_isdigit (text[0]) ? read_number (text) : find_month (text);
}

/* The packed date, of a day or of a month, or 0 where the text is no date. */
guint32
cadre_organogram_read_date (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, "-/. ", MOST_PARTS + 1);
  guint n = g_strv_length (parts);

  if (n == 2)
    return find_month (parts[0]) > 0 ? pack (read_year (parts[1]), find_month (parts[0]), 0) : 0;
  if (n != MOST_PARTS)
    return 0;
  if (strlen (parts[0]) == 4)
    return read_number (parts[2]) > 0
             ? pack (read_year (parts[0]), read_month (parts[1]), read_number (parts[2]))
             : 0;

  return read_number (parts[0]) > 0
           ? pack (read_year (parts[2]), read_month (parts[1]), read_number (parts[0]))
           : 0;
}

/* The first row gives the date where the caller has given none. */
static void
take_date (CadreOrganogramDraft *self, CadreOrganogramRow *row)
{
  const char *text = cadre_organogram_text (self, row->cells[CADRE_CELL_DATE]);
  guint32 date = text != NULL ? cadre_organogram_read_date (text) : 0;

  if (text == NULL)
    return;
  if (self->as_of == 0)
    self->as_of = date;
  if (date != 0 && date == self->as_of)
    row->cells[CADRE_CELL_DATE] = 0; /* the structure has it */
  else
    cadre_organogram_report_row (self, CADRE_FAULT_DATE, row, CADRE_CELL_DATE, NULL, NULL);
}

void
cadre_organogram_draft_take_dates (CadreOrganogramDraft *self)
{
  for (guint32 i = 0; i < self->seniors->len; i++)
    take_date (self, cadre_organogram_senior (self, i));
  for (guint32 i = 0; i < self->juniors->len; i++)
    take_date (self, cadre_organogram_junior (self, i));
}
