/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How the cells of a column are written, as far as a sample tells. */

#include "config.h"

#include "exchange/field-map/cadre-map-draft-private.h"

#include <string.h>

/* The first that most dates of the sample fit is taken. */
static const char *const date_forms[] = {
  "YYYY-MM-DD", "DD/MM/YYYY",          "DD-MMM-YYYY",          "DD MMM YYYY",         "YYYYMMDD",
  "DD.MM.YYYY", "YYYY-MM-DDThh:mm:ss", "YYYY-MM-DDThh:mm:ssZ", "YYYY-MM-DD hh:mm:ss", "DD-MM-YYYY",
  "YYYY/MM/DD", "DD/MM/YYYY hh:mm:ss", "DD/MM/YYYY hh:mm",     "MM/DD/YYYY",
};

/* Years that stand for no end. */
static const char *const last_years[] = { "4712", "9999", "2154" };

static gboolean
is_end_of_time (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (last_years); i++)
    if (strstr (text, last_years[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* How many dates of the sample are of a form. */
static guint
count_fitting (const CadreDraftColumn *column, const char *text)
{
  CadreMapDateForm form;
  guint32 packed = 0;
  guint n = 0;

  if (!cadre_map_date_form_parse (text, &form))
    return 0;

  for (guint i = 0; i < column->cells->len; i++)
    {
      const char *cell = column->cells->pdata[i];

      n += cadre_map_date_read (&form, cell, strlen (cell), &packed);
    }

  return n;
}

static gboolean
has_text (const GPtrArray *texts, const char *text)
{
  for (guint i = 0; i < texts->len; i++)
    if (strcmp (texts->pdata[i], text) == 0)
      return TRUE;

  return FALSE;
}

/* Four dates in five have to be of a form: there are slips in every table, and
 * the reader names each. */
static gboolean
choose_date_form (CadreDraftColumn *column)
{
  const guint n_dates = column->cells->len;
  guint n_most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (date_forms); i++)
    {
      const guint n = count_fitting (column, date_forms[i]);

      if (n > n_most && n >= n_dates - n_dates / 5)
        {
          n_most = n;
          column->date = date_forms[i];
        }
    }

  if (n_most == 0)
    column->unsure = "No form that is known fits its dates";
  else if (n_most < n_dates)
    column->unsure = "Some of its dates are of another form, or are no dates";
  return n_most > 0;
}

static void
find_date_form (CadreDraftColumn *column)
{
  if (!choose_date_form (column))
    return;
  if (strcmp (column->date, "DD/MM/YYYY") == 0 &&
      count_fitting (column, "MM/DD/YYYY") == count_fitting (column, "DD/MM/YYYY"))
    column->unsure = "No date of the sample tells whether the day or the month comes first";

  for (guint i = 0; i < column->cells->len; i++)
    if (column->meaning == CADRE_MEANING_VALID_TO && is_end_of_time (column->cells->pdata[i]) &&
        !has_text (column->open_to, column->cells->pdata[i]))
      g_ptr_array_add (column->open_to, g_strdup (column->cells->pdata[i]));
}

/* How many digits follow the last comma of a number that has one; -1 if none. */
static int
count_after_comma (const char *text)
{
  const char *comma = strrchr (text, ',');
  int n = 0;

  if (comma == NULL)
    return -1;
  while (g_ascii_isdigit (comma[1 + n]))
    n++;

  return n;
}

/* A comma with three digits behind it may be either mark. */
static void
find_number_form (CadreDraftColumn *column)
{
  gboolean has_point = FALSE;
  gboolean has_three = FALSE;
  gboolean has_other = FALSE;

  for (guint i = 0; i < column->cells->len; i++)
    {
      const char *cell = column->cells->pdata[i];
      const int n = count_after_comma (cell);

      column->percent |= g_str_has_suffix (cell, "%");
      has_point |= strchr (cell, '.') != NULL;
      has_three |= n == 3;
      has_other |= n >= 0 && n != 3;
    }

  if (has_other)
    {
      column->decimal = ',';
      column->thousands = has_point ? '.' : '\0';
    }
  else if (has_three)
    {
      column->thousands = ',';
      if (!has_point)
        column->unsure = "Commas may part thousands, or whole numbers from decimals";
    }
}

static void
find_words (CadreDraftColumn *column)
{
  for (guint i = 0; i < column->cells->len; i++)
    if (cadre_map_find_word (column->meaning, column->cells->pdata[i]) == NULL)
      column->unsure = "Some of its words are not known: say what they mean";
}

void
cadre_draft_find_forms (CadreDraftColumn *column)
{
  const CadreMeaning meaning = column->meaning;

  if (column->cells->len == 0)
    return;
  if (meaning == CADRE_MEANING_VALID_FROM || meaning == CADRE_MEANING_VALID_TO)
    find_date_form (column);
  else if (meaning == CADRE_MEANING_BASIS || meaning == CADRE_MEANING_CONTRACT)
    find_words (column);
  else if (meaning == CADRE_MEANING_ESTABLISHMENT || meaning == CADRE_MEANING_BUDGETED_FTE ||
           meaning == CADRE_MEANING_PAY_MIN || meaning == CADRE_MEANING_PAY_MAX ||
           meaning == CADRE_MEANING_FTE ||
           (meaning >= CADRE_MEANING_HOURS && meaning <= CADRE_MEANING_PAID_WEEKS))
    find_number_form (column);
}
