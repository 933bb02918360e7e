/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From the value of a field to the text of a cell. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "base/cadre-fraction-private.h"
#include "exchange/field-map/cadre-map-value-private.h"
#include <cadre/cadre-money.h>

#include <string.h>

void
cadre_map_text_write (const CadreMapColumn *column, const char *ours, GString *text)
{
  for (guint i = 0; i < column->n_words; i++)
    if (strcmp (column->meant[i], ours) == 0)
      {
        g_string_append (text, column->theirs[i]);
        return;
      }

  g_string_append (text, ours);
}

/* Digits with a point, with the mark that the column has in its place. */
static void
append_number (const CadreMapForms *forms, const char *number, GString *text)
{
  for (const char *c = number; *c != '\0'; c++)
    g_string_append_c (text, *c == '.' ? forms->decimal : *c);
}

static gboolean
write_date (const CadreMapForms *forms, CadreFieldKind kind, guint32 packed, GString *text)
{
  char iso[11];

  if (packed == CADRE_PACKED_DATE_OPEN)
    {
      char **open = kind == CADRE_FIELD_KIND_VALID_FROM ? forms->open_from
                    : kind == CADRE_FIELD_KIND_VALID_TO ? forms->open_to
                                                        : NULL;

      if (open != NULL && open[0] != NULL)
        g_string_append (text, open[0]);
      return TRUE;
    }
  if (!cadre_packed_date_is_known (packed))
    return FALSE;
  if (forms->dates == NULL)
    {
      cadre_packed_date_format (packed, iso);
      g_string_append (text, iso);
      return TRUE;
    }

  for (guint i = 0; i < forms->dates->len; i++)
    if (cadre_map_date_write (&g_array_index (forms->dates, CadreMapDateForm, i), packed, text))
      return TRUE;

  return FALSE;
}

/* How many decimals a denominator needs, or -1 where no number of them is
 * enough. */
static int
count_places (gint64 denominator)
{
  int twos = 0;
  int fives = 0;

  for (; denominator % 2 == 0; denominator /= 2)
    twos++;
  for (; denominator % 5 == 0; denominator /= 5)
    fives++;

  return denominator == 1 ? MAX (twos, fives) : -1;
}

static gboolean
write_fraction (const CadreMapForms *forms, gint64 numerator, gint64 denominator, GString *text)
{
  static const CadreFraction hundred = { 100, 1 };
  const CadreFraction stored = { numerator, denominator };
  CadreFraction fraction = stored;
  g_autofree char *number = NULL;
  int places = 0;

  if (forms->percent && !cadre_fraction_product_of (&stored, &hundred, &fraction, NULL))
    return FALSE;

  places = count_places (fraction.denominator);
  if (places < 0)
    return FALSE;

  number = cadre_fraction_to_decimal (&fraction, (guint) places);
  append_number (forms, number, text);
  return TRUE;
}

static gboolean
write_number (const CadreMapColumn *column, const CadreField *spec, gint64 value, GString *text)
{
  g_autoptr (GEnumClass) words = NULL;
  g_autofree char *number = NULL;
  const GEnumValue *word = NULL;

  if (spec->kind == CADRE_FIELD_KIND_TRUTH)
    {
      if (value != CADRE_TRUTH_UNKNOWN)
        cadre_map_text_write (column, value == CADRE_TRUTH_TRUE ? "true" : "false", text);
      return TRUE;
    }
  if (spec->kind == CADRE_FIELD_KIND_WORD)
    {
      words = g_type_class_ref (spec->get_type ());
      word = value != 0 ? g_enum_get_value (words, (int) value) : NULL;
      if (word != NULL)
        cadre_map_text_write (column, word->value_nick, text);
      return TRUE;
    }
  if (value < 0)
    return TRUE;

  number = spec->kind == CADRE_FIELD_KIND_PENCE ? cadre_pence_to_number (value)
                                                : g_strdup_printf ("%" G_GINT64_FORMAT, value);
  append_number (&column->forms, number, text);
  return TRUE;
}

static gboolean
write_fraction_cell (const CadreMapColumn *column,
                     const CadreTables *tables,
                     const CadreTable *table,
                     guint field,
                     guint32 row,
                     GString *text)
{
  gint64 numerator = 0;
  gint64 denominator = 1;

  if (!cadre_tables_fraction (tables, table, field, row, &numerator, &denominator))
    return cadre_tables_fraction_form (tables, table, field, row) == CADRE_FRACTION_ABSENT;

  return write_fraction (&column->forms, numerator, denominator, text);
}

gboolean
cadre_map_value_write (const CadreMapColumn *column,
                       const CadreTables *tables,
                       CadreRecordKind kind,
                       guint32 row,
                       guint field,
                       GString *text)
{
  const CadreTable *table = cadre_tables_get (tables, kind);
  const CadreField *spec = &cadre_schema_get (kind)->fields[field];
  guint32 code = 0;

  if (spec->kind == CADRE_FIELD_KIND_FRACTION)
    return write_fraction_cell (column, tables, table, field, row, text);
  if (spec->kind == CADRE_FIELD_KIND_PENCE)
    return write_number (column, spec, cadre_table_pence (table, field, row), text);
  if (spec->kind == CADRE_FIELD_KIND_INTEGER)
    return write_number (column, spec, cadre_table_integer (table, field, row), text);
  if (spec->kind == CADRE_FIELD_KIND_WORD || spec->kind == CADRE_FIELD_KIND_TRUTH)
    return write_number (column, spec, cadre_table_word (table, field, row), text);

  code = cadre_table_code (table, field, row);
  if (!cadre_field_kind_is_text (spec->kind))
    return write_date (&column->forms, spec->kind, code, text);
  if (code > CADRE_STRING_NONE)
    cadre_map_text_write (column, cadre_tables_text (tables, code), text);
  return code != CADRE_STRING_NONE || spec->kind == CADRE_FIELD_KIND_REFERENCE;
}
