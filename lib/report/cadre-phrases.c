/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-date-private.h"
#include "report/cadre-phrases-private.h"

#include <stdarg.h>
#include <string.h>

static const CadreCatalogue *const catalogues[] = { &cadre_english };

const CadreCatalogue *
cadre_catalogue_find (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (catalogues); i++)
    if (strcmp (catalogues[i]->language, language) == 0)
      return catalogues[i];

  return NULL;
}

static const CadrePhrase *
find_in_table (const CadrePhraseTable *table, const char *code)
{
  gsize low = 0;
  gsize high = table->n_phrases;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      int order = strcmp (code, table->phrases[middle].code);

      if (order == 0)
        return &table->phrases[middle];
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

static const CadrePhrase *
find_phrase (const CadreCatalogue *self, const char *code)
{
  for (guint i = 0; self->tables[i] != NULL; i++)
    {
      const CadrePhrase *phrase = find_in_table (self->tables[i], code);

      if (phrase != NULL)
        return phrase;
    }

  return NULL;
}

const char *
cadre_phrase_find (const CadreCatalogue *self, const char *code)
{
  const CadrePhrase *phrase = find_phrase (self, code);

  return phrase != NULL ? phrase->forms[CADRE_PLURAL_OTHER] : NULL;
}

/* What fills a place, from the pairs of the caller. */
static const char *
find_filling (const char *place, gsize length, va_list pairs)
{
  va_list rest;
  const char *found = NULL;

  va_copy (rest, pairs);
  for (const char *name = va_arg (rest, const char *); name != NULL && found == NULL;
       name = va_arg (rest, const char *))
    {
      const char *text = va_arg (rest, const char *);

      if (strlen (name) == length && strncmp (name, place, length) == 0)
        found = text != NULL ? text : "";
    }
  va_end (rest);

  return found;
}

/* Fills the places of a form in one pass: what is filled in is never read
 * again for places. */
static char *
fill (const char *form, const char *number, va_list pairs)
{
  GString *text = g_string_new (NULL);
  const char *at = form;

  for (const char *open = strchr (at, '{'); open != NULL; open = strchr (at, '{'))
    {
      gsize length = strcspn (open + 1, "}");
      const char *filling = number != NULL && length == 1 && open[1] == 'n'
                              ? number
                              : find_filling (open + 1, length, pairs);

      g_string_append_len (text, at, open - at);
      if (filling != NULL)
        g_string_append (text, filling);
      else
        g_string_append_len (text, open, (gssize) length + 2);
      at = open + length + 2;
    }
  g_string_append (text, at);

  return g_string_free (text, FALSE);
}

char *
cadre_phrase (const CadreCatalogue *self, const char *code, ...)
{
  const char *form = cadre_phrase_find (self, code);
  va_list pairs;
  char *text = NULL;

  va_start (pairs, code);
  text = fill (form != NULL ? form : code, NULL, pairs);
  va_end (pairs);

  return text;
}

char *
cadre_phrase_n (const CadreCatalogue *self, const char *code, guint64 n, ...)
{
  const CadrePhrase *phrase = find_phrase (self, code);
  g_autofree char *number = cadre_catalogue_number (self, n);
  const char *form = phrase != NULL ? phrase->forms[self->plural (n)] : code;
  va_list pairs;
  char *text = NULL;

  if (form == NULL)
    form = phrase->forms[CADRE_PLURAL_OTHER];

  va_start (pairs, n);
  text = fill (form, number, pairs);
  va_end (pairs);

  return text;
}

char *
cadre_catalogue_number (const CadreCatalogue *self, guint64 n)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, n);
  gsize length = strlen (digits);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, self->group_separator);
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (text, FALSE);
}

char *
cadre_catalogue_date (const CadreCatalogue *self, guint32 packed)
{
  g_autoptr (CadreDate) date =
    cadre_packed_date_is_known (packed) ? cadre_date_new_packed (packed) : NULL;
  const char *month = NULL;

  if (date == NULL)
    return g_strdup (packed == CADRE_PACKED_DATE_OPEN ? "" : cadre_phrase_find (self, "unknown"));
  if (cadre_date_get_precision (date) == CADRE_DATE_PRECISION_YEAR)
    return g_strdup_printf ("%u", cadre_date_get_year (date));

  month = self->months[cadre_date_get_month (date) - 1];
  if (cadre_date_get_precision (date) == CADRE_DATE_PRECISION_MONTH)
    return g_strdup_printf ("%s %u", month, cadre_date_get_year (date));

  return g_strdup_printf ("%u %s %u", cadre_date_get_day (date), month, cadre_date_get_year (date));
}
