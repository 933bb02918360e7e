/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Dates as other systems write them. The form is said, never guessed: nothing
 * tells 03/04/2024 from 04/03/2024. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "exchange/field-map/cadre-field-map-private.h"

#include <string.h>

static const char month_names[12][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

static const struct
{
  const char *token;
  char part;
} tokens[] = {
  { "YYYY", 'Y' }, { "MMM", 'N' }, { "MM", 'M' }, { "DD", 'D' },
  { "hh", 't' },   { "mm", 't' },  { "ss", 't' },
};

static gboolean
add_step (CadreMapDateForm *form, char part, char literal)
{
  if (form->n_steps == CADRE_MAP_MAX_DATE_STEPS)
    return FALSE;

  form->steps[form->n_steps++] = (CadreMapDateStep){ part, literal };
  return TRUE;
}

static guint
count_parts (const CadreMapDateForm *form, char part, char other)
{
  guint n = 0;

  for (guint i = 0; i < form->n_steps; i++)
    n += form->steps[i].part == part || form->steps[i].part == other;

  return n;
}

/* The token that a form goes on with, or -1. */
static int
find_token (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    if (g_str_has_prefix (text, tokens[i].token))
      return (int) i;

  return -1;
}

gboolean
cadre_map_date_form_parse (const char *text, CadreMapDateForm *form)
{
  memset (form, 0, sizeof (*form));
  while (*text != '\0')
    {
      const int token = find_token (text);

      if (token < 0 && ((guchar) *text >= 0x80 || g_ascii_iscntrl (*text)))
        return FALSE;
      if (!add_step (form, token >= 0 ? tokens[token].part : ' ', *text))
        return FALSE;
      text += token >= 0 ? strlen (tokens[token].token) : 1;
    }

  form->has_month = count_parts (form, 'M', 'N') > 0;
  form->has_day = count_parts (form, 'D', 'D') > 0;

  /* A year, at most one of each, and no day without its month. */
  return count_parts (form, 'Y', 'Y') == 1 && count_parts (form, 'M', 'N') <= 1 &&
         count_parts (form, 'D', 'D') <= count_parts (form, 'M', 'N');
}

static gboolean
read_digits (const char **text, const char *end, guint least, guint most, guint *number)
{
  guint n = 0;

  *number = 0;
  for (; n < most && *text < end && g_ascii_isdigit (**text); n++, (*text)++)
    *number = *number * 10 + (guint) (**text - '0');

  return n >= least;
}

static gboolean
read_month_name (const char **text, const char *end, guint *month)
{
  for (guint i = 0; i < G_N_ELEMENTS (month_names) && end - *text >= 3; i++)
    if (g_ascii_strncasecmp (*text, month_names[i], 3) == 0)
      {
        *text += 3;
        *month = i + 1;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_step (const CadreMapDateStep *step, const char **text, const char *end, guint parts[3])
{
  guint ignored = 0;

  switch (step->part)
    {
    case 'Y':
      return read_digits (text, end, 4, 4, &parts[0]);
    case 'M':
      return read_digits (text, end, 1, 2, &parts[1]);
    case 'N':
      return read_month_name (text, end, &parts[1]);
    case 'D':
      return read_digits (text, end, 1, 2, &parts[2]);
    case 't':
      return read_digits (text, end, 2, 2, &ignored);
    default:
      return *text < end && *(*text)++ == step->literal;
    }
}

gboolean
cadre_map_date_read (const CadreMapDateForm *form, const char *text, gsize length, guint32 *packed)
{
  const char *end = text + length;
  guint parts[3] = { 0, 0, 0 };

  for (guint i = 0; i < form->n_steps; i++)
    if (!read_step (&form->steps[i], &text, end, parts))
      return FALSE;

  /* A part that the form has is never 0. */
  if (text != end || !cadre_packed_date_is_valid (parts[0], parts[1], parts[2]) ||
      (parts[1] == 0 && form->has_month) || (parts[2] == 0 && form->has_day))
    return FALSE;

  *packed = cadre_packed_date (parts[0], parts[1], parts[2]);
  return TRUE;
}

static void
write_step (const CadreMapDateStep *step, guint32 packed, GString *text)
{
  switch (step->part)
    {
    case 'Y':
      g_string_append_printf (text, "%04u", cadre_packed_date_year (packed));
      break;
    case 'M':
      g_string_append_printf (text, "%02u", cadre_packed_date_month (packed));
      break;
    case 'N':
      g_string_append (text, month_names[cadre_packed_date_month (packed) - 1]);
      break;
    case 'D':
      g_string_append_printf (text, "%02u", cadre_packed_date_day (packed));
      break;
    case 't':
      g_string_append (text, "00");
      break;
    default:
      g_string_append_c (text, step->literal);
    }
}

gboolean
cadre_map_date_write (const CadreMapDateForm *form, guint32 packed, GString *text)
{
  if (!cadre_packed_date_is_known (packed) ||
      (cadre_packed_date_month (packed) != 0) != form->has_month ||
      (cadre_packed_date_day (packed) != 0) != form->has_day)
    return FALSE;

  for (guint i = 0; i < form->n_steps; i++)
    write_step (&form->steps[i], packed, text);

  return TRUE;
}
