/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-date-private.h"
#include "base/cadre-decimal-private.h"
#include "base/cadre-fraction-private.h"
#include "base/cadre-money-private.h"
#include "exchange/field-map/cadre-map-value-private.h"

#include <string.h>

#define MAX_NUMBER 64 /* bytes of a number, a date or a word */

static gboolean
is_one_of (char **texts, const char *text, gsize length)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (strlen (texts[i]) == length && memcmp (texts[i], text, length) == 0)
      return TRUE;

  return FALSE;
}

gboolean
cadre_map_is_empty (const CadreMapColumn *column, const char *text, gsize length)
{
  return length == 0 || is_one_of (column->forms.empty, text, length);
}

static void
set_number (CadreMapValue *value, gint64 number)
{
  value->state = CADRE_MAP_NUMBER;
  value->number = number;
}

/* Whether a mark parts thousands: there are three digits behind it, and not a
 * fourth, and none of it is behind the decimal mark. */
static gboolean
parts_thousands (const CadreMapForms *forms, const char *text, gsize length, gsize i)
{
  if (i == 0 || !g_ascii_isdigit (text[i - 1]) || length - i < 4)
    return FALSE;
  for (gsize k = 1; k <= 3; k++)
    if (!g_ascii_isdigit (text[i + k]))
      return FALSE;

  return (length - i == 4 || !g_ascii_isdigit (text[i + 4])) &&
         memchr (text, forms->decimal, i) == NULL;
}

/* Takes marks between thousands and signs of currency out, and puts a point
 * before the decimals. FALSE where it is too long to be a number, and where a mark
 * stands where it cannot: 18,5 is not 185, and where decimals have a comma, 1.5 is
 * not one and a half. */
static gboolean
normalise_number (const CadreMapForms *forms,
                  gboolean is_money,
                  const char *text,
                  gsize length,
                  char buffer[MAX_NUMBER + 2],
                  gsize *n)
{
  gsize i = 0;

  if (length > MAX_NUMBER)
    return FALSE;
  if (is_money && length > 2 && memcmp (text, "\302\243", 2) == 0)
    i = 2;

  for (*n = 0; i < length; i++)
    {
      if (forms->thousands != '\0' && text[i] == forms->thousands)
        {
          if (!parts_thousands (forms, text, length, i))
            return FALSE;
          continue;
        }
      if (text[i] == '.' && forms->decimal != '.')
        return FALSE;
      if (text[i] == forms->decimal && *n == 0)
        buffer[(*n)++] = '0';
      buffer[(*n)++] = text[i] == forms->decimal ? '.' : text[i];
    }

  buffer[*n] = '\0';
  return TRUE;
}

static void
read_date (const CadreMapForms *forms,
           CadreFieldKind kind,
           const char *text,
           gsize length,
           CadreMapValue *value)
{
  guint32 packed = 0;

  if ((kind == CADRE_FIELD_KIND_VALID_FROM && is_one_of (forms->open_from, text, length)) ||
      (kind == CADRE_FIELD_KIND_VALID_TO && is_one_of (forms->open_to, text, length)))
    {
      set_number (value, CADRE_PACKED_DATE_OPEN);
      return;
    }
  if (forms->dates == NULL && cadre_packed_date_parse (text, length, &packed, NULL))
    {
      set_number (value, packed);
      return;
    }

  for (guint i = 0; forms->dates != NULL && i < forms->dates->len; i++)
    if (cadre_map_date_read (&g_array_index (forms->dates, CadreMapDateForm, i), text, length,
                             &packed))
      {
        set_number (value, packed);
        return;
      }
}

static void
read_integer (const CadreMapForms *forms, const char *text, gsize length, CadreMapValue *value)
{
  char buffer[MAX_NUMBER + 2];
  CadreDecimal decimal;
  gint64 number = 0;
  gsize n = 0;

  if (normalise_number (forms, FALSE, text, length, buffer, &n) &&
      cadre_decimal_scan (buffer, n, &decimal) == CADRE_DECIMAL_READ &&
      cadre_decimal_shift (decimal, 0, &number) && number >= 0 && number <= G_MAXINT32)
    set_number (value, number);
}

static void
read_pence (const CadreMapForms *forms, const char *text, gsize length, CadreMapValue *value)
{
  char buffer[MAX_NUMBER + 2];
  gint64 pence = 0;
  gsize n = 0;

  if (forms->decimal == '.' && cadre_pence_parse_plain (text, length, &pence))
    set_number (value, pence);
  else if (normalise_number (forms, TRUE, text, length, buffer, &n) &&
           cadre_pence_parse_text (buffer, n, &pence, NULL) && pence >= 0)
    set_number (value, pence);
}

static void
read_fraction (const CadreMapForms *forms, const char *text, gsize length, CadreMapValue *value)
{
  static const CadreFraction hundredth = { 1, 100 };
  char buffer[MAX_NUMBER + 2];
  CadreFraction fraction = { 0, 1 };
  CadreFraction whole = { 0, 1 };
  gsize n = 0;

  if (forms->percent && length > 0 && text[length - 1] == '%')
    length--;
  if (!normalise_number (forms, FALSE, text, length, buffer, &n) ||
      !cadre_fraction_parse (&fraction, buffer, n, NULL) || fraction.numerator < 0)
    return;
  if (forms->percent)
    {
      whole = fraction;
      if (!cadre_fraction_product_of (&whole, &hundredth, &fraction, NULL))
        return;
    }

  value->state = CADRE_MAP_FRACTION;
  value->form = strchr (buffer, '/') != NULL ? CADRE_FRACTION_EXACT : CADRE_FRACTION_DECIMAL;
  value->number = fraction.numerator;
  value->denominator = fraction.denominator;
}

static gboolean
is_word (const char *text, gsize length, const char *word)
{
  return strlen (word) == length && g_ascii_strncasecmp (text, word, length) == 0;
}

static void
read_truth (const char *text, gsize length, CadreMapValue *value)
{
  static const char *const yes[] = { "true", "yes", "y", "1" };
  static const char *const no[] = { "false", "no", "n", "0" };

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    if (is_word (text, length, yes[i]))
      set_number (value, CADRE_TRUTH_TRUE);
    else if (is_word (text, length, no[i]))
      set_number (value, CADRE_TRUTH_FALSE);
}

static void
read_word (GEnumClass *words, const char *text, gsize length, CadreMapValue *value)
{
  for (guint i = 0; i < words->n_values; i++)
    if (is_word (text, length, words->values[i].value_nick))
      set_number (value, words->values[i].value);
}

static void
read_text (CadreFieldKind kind, const char *text, gsize length, CadreMapValue *value)
{
  const gboolean is_id = kind == CADRE_FIELD_KIND_ID || kind == CADRE_FIELD_KIND_REFERENCE;

  if (!is_id || length <= CADRE_MAP_MAX_ID)
    value->state = CADRE_MAP_TEXT;
}

static void
read_plain (const CadreMapForms *forms,
            const CadreField *spec,
            GEnumClass *words,
            const char *text,
            gsize length,
            CadreMapValue *value)
{
  value->text = text;
  value->length = length;
  value->state = CADRE_MAP_BAD;

  switch (spec->kind)
    {
    case CADRE_FIELD_KIND_DATE:
    case CADRE_FIELD_KIND_VALID_FROM:
    case CADRE_FIELD_KIND_VALID_TO:
      read_date (forms, spec->kind, text, length, value);
      break;
    case CADRE_FIELD_KIND_INTEGER:
      read_integer (forms, text, length, value);
      break;
    case CADRE_FIELD_KIND_PENCE:
      read_pence (forms, text, length, value);
      break;
    case CADRE_FIELD_KIND_FRACTION:
      read_fraction (forms, text, length, value);
      break;
    case CADRE_FIELD_KIND_TRUTH:
      read_truth (text, length, value);
      break;
    case CADRE_FIELD_KIND_WORD:
      read_word (words, text, length, value);
      break;
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_REFERENCE:
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
    case CADRE_FIELD_KIND_ATTRIBUTES:
    default:
      read_text (spec->kind, text, length, value);
    }
}

/* What the map says that a word means, or NULL. */
static const char *
find_meaning (const CadreMapColumn *column, const char *text, gsize length)
{
  char folded[CADRE_MAP_MAX_ID + 1];
  guint32 code = 0;

  if (column->words == NULL || length > CADRE_MAP_MAX_ID)
    return NULL;

  for (gsize i = 0; i < length; i++)
    folded[i] = g_ascii_tolower (text[i]);
  code = cadre_string_table_lookup (column->words, folded, length);
  return code >= CADRE_STRING_FIRST ? column->meant[code - CADRE_STRING_FIRST] : NULL;
}

void
cadre_map_value_read (const CadreMapColumn *column,
                      const CadreField *spec,
                      GEnumClass *words,
                      const char *text,
                      gsize length,
                      CadreMapValue *value)
{
  const char *meaning = NULL;

  value->state = CADRE_MAP_ABSENT;
  if (cadre_map_is_empty (column, text, length))
    {
      text = column->initial;
      length = text != NULL ? strlen (text) : 0;
      if (length == 0)
        return;
    }

  meaning = find_meaning (column, text, length);
  if (meaning != NULL && *meaning == '\0')
    return;

  if (meaning != NULL)
    read_plain (&column->forms, spec, words, meaning, strlen (meaning), value);
  else
    read_plain (&column->forms, spec, words, text, length, value);
}

void
cadre_map_value_of_constant (const char *constant,
                             const CadreField *spec,
                             GEnumClass *words,
                             CadreMapValue *value)
{
  static const CadreMapForms plain = { .decimal = '.' };

  read_plain (&plain, spec, words, constant, strlen (constant), value);
}
