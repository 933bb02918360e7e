/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The cells of a row into a writer, each in the form in which a reader takes
 * it. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "structure/cadre-structure-write-private.h"

#include <string.h>

static void
write_member (CadreSaver *self, const CadreTable *table, guint i)
{
  _cadre_writer_member_static (self->writer, cadre_schema_get (table->kind)->fields[i].name,
                               self->lengths[i]);
}

void
cadre_saver_write_string (CadreSaver *self, guint32 code)
{
  gsize length = cadre_string_table_length (self->tables->strings, code);

  _cadre_writer_string (self->writer, cadre_tables_text (self->tables, code), length);
}

/* Digits of @number, up to @end. */
static char *
print_digits (char *end, guint64 number)
{
  do
    *--end = (char) ('0' + number % 10);
  while ((number /= 10) != 0);

  return end;
}

void
cadre_saver_write_list (CadreSaver *self, guint32 offset)
{
  guint n = 0;
  const guint32 *codes = cadre_tables_list (self->tables, offset, &n);

  _cadre_writer_begin_array (self->writer);
  for (guint i = 0; i < n; i++)
    cadre_saver_write_string (self, codes[i]);
  _cadre_writer_end_array (self->writer);
}

/* Pairs of name and text, as an object. */
static void
write_pairs (CadreSaver *self, guint32 offset)
{
  guint n = 0;
  const guint32 *codes = cadre_tables_list (self->tables, offset, &n);

  _cadre_writer_begin_object (self->writer);
  for (guint i = 0; i < n; i += 2)
    {
      cadre_writer_member (self->writer, cadre_tables_text (self->tables, codes[i]));
      cadre_saver_write_string (self, codes[i + 1]);
    }
  _cadre_writer_end_object (self->writer);
}

/* A text in all its languages: a string where it has the first one only. */
static gboolean
write_text (CadreSaver *self, const CadreTable *table, guint i, guint32 row)
{
  const CadreTables *tables = self->tables;
  guint32 code = cadre_table_code (table, i, row);
  guint32 first = cadre_tables_first_translation (tables, table->kind, row, i);
  gboolean translated = first < tables->n_translations &&
                        cadre_translation_is_of (&tables->translations[first], table->kind, row, i);

  if (code == 0 && !translated)
    return FALSE;

  write_member (self, table, i);
  if (!translated)
    {
      cadre_saver_write_string (self, code);
      return TRUE;
    }

  _cadre_writer_begin_object (self->writer);
  if (code != 0)
    {
      cadre_writer_member (self->writer, cadre_tables_text (tables, tables->language));
      cadre_saver_write_string (self, code);
    }
  for (; first < tables->n_translations &&
         cadre_translation_is_of (&tables->translations[first], table->kind, row, i);
       first++)
    {
      cadre_writer_member (self->writer,
                           cadre_tables_text (tables, tables->translations[first].language));
      cadre_saver_write_string (self, tables->translations[first].text);
    }
  _cadre_writer_end_object (self->writer);
  return TRUE;
}

void
cadre_saver_write_date (CadreSaver *self, guint32 packed)
{
  char text[11];

  if (packed == CADRE_PACKED_DATE_UNKNOWN)
    {
      _cadre_writer_null (self->writer);
      return;
    }

  cadre_packed_date_format (packed, text);
  cadre_writer_string (self->writer, text);
}

/* A fraction as the decimal that it was read as; FALSE where it is none. */
static gboolean
write_decimal (CadreSaver *self, gint64 numerator, gint64 denominator)
{
  static const guint factors[] = { 10, 2, 5 }; /* of the denominator */
  char buffer[96];
  char *end = buffer + sizeof (buffer);
  char *text = end;
  guint64 digits = (guint64) numerator;
  guint places = 0;

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    for (; denominator % factors[i] == 0; denominator /= factors[i], places++)
      if (__builtin_mul_overflow (digits, 10 / factors[i], &digits))
        return FALSE;
  if (denominator != 1 || places == 0 || places > 64)
    return FALSE;

  for (guint i = 0; i < places; i++, digits /= 10)
    *--text = (char) ('0' + digits % 10);
  *--text = '.';
  text = print_digits (text, digits);
  _cadre_writer_number (self->writer, text, (gsize) (end - text));
  return TRUE;
}

static void
write_fraction (CadreSaver *self, gint64 numerator, gint64 denominator)
{
  char buffer[48];
  char *end = buffer + sizeof (buffer);
  char *text = NULL;

  if (denominator == 1)
    {
      _cadre_writer_integer (self->writer, numerator);
      return;
    }

  text = print_digits (end, (guint64) denominator);
  *--text = '/';
  text = print_digits (text, (guint64) numerator);
  _cadre_writer_string (self->writer, text, (gsize) (end - text));
}

/* An amount in pounds, with no more decimals than it needs. */
static void
write_pence (CadreSaver *self, gint64 pence)
{
  char buffer[32];
  char *end = buffer + sizeof (buffer);
  char *text = end;

  if (pence % 100 != 0)
    {
      if (pence % 10 != 0)
        *--text = (char) ('0' + pence % 10);
      *--text = (char) ('0' + pence / 10 % 10);
      *--text = '.';
    }
  text = print_digits (text, (guint64) pence / 100);
  _cadre_writer_number (self->writer, text, (gsize) (end - text));
}

static void
write_word (CadreSaver *self, const CadreField *field, guint i, int word)
{
  const GEnumValue *value = NULL;

  if (self->words[i] == NULL)
    self->words[i] = g_type_class_ref (field->get_type ());
  value = word != 0 ? g_enum_get_value (self->words[i], word) : NULL;

  if (value != NULL)
    cadre_writer_string (self->writer, value->value_nick);
  else
    _cadre_writer_null (self->writer);
}

static void
write_truth (CadreSaver *self, int truth)
{
  if (truth == CADRE_TRUTH_UNKNOWN)
    _cadre_writer_null (self->writer);
  else
    _cadre_writer_boolean (self->writer, truth == CADRE_TRUTH_TRUE);
}

/* A cell that is a code; FALSE where it has the default. */
static gboolean
write_code (CadreSaver *self, const CadreTable *table, guint i, guint32 code)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[i];

  if (code == 0)
    return FALSE;

  write_member (self, table, i);
  if (field->kind == CADRE_FIELD_KIND_ATTRIBUTES)
    write_pairs (self, code);
  else if (field->kind == CADRE_FIELD_KIND_STRINGS || field->kind == CADRE_FIELD_KIND_REFERENCES)
    cadre_saver_write_list (self, code);
  else if (field->kind >= CADRE_FIELD_KIND_DATE)
    cadre_saver_write_date (self, code);
  else if (cadre_tables_is_unknown_id (self->tables, field, code))
    _cadre_writer_null (self->writer);
  else if (field->kind == CADRE_FIELD_KIND_REFERENCE && code == CADRE_STRING_NONE)
    cadre_writer_string (self->writer, "none");
  else
    cadre_saver_write_string (self, code);

  return TRUE;
}

/* A cell that is a number; FALSE where it has the default. */
static gboolean
write_number (CadreSaver *self,
              const CadreTable *table,
              const CadreField *field,
              guint i,
              guint32 row)
{
  gint64 number = 0;

  if (field->kind == CADRE_FIELD_KIND_INTEGER)
    number = cadre_table_integer (table, i, row);
  else if (field->kind == CADRE_FIELD_KIND_PENCE)
    number = cadre_table_pence (table, i, row);
  else
    number = cadre_table_word (table, i, row);
  if (number == field->initial)
    return FALSE;

  write_member (self, table, i);
  if (field->kind == CADRE_FIELD_KIND_WORD)
    write_word (self, field, i, (int) number);
  else if (field->kind == CADRE_FIELD_KIND_TRUTH)
    write_truth (self, (int) number);
  else if (number < 0)
    _cadre_writer_null (self->writer);
  else if (field->kind == CADRE_FIELD_KIND_INTEGER)
    _cadre_writer_integer (self->writer, number);
  else
    write_pence (self, number);

  return TRUE;
}

gboolean
cadre_saver_is_unknown (const CadreSaver *self, const CadreTable *table, guint i, guint32 row)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[i];
  CadreFieldKind kind = field->kind;

  if (kind == CADRE_FIELD_KIND_REFERENCE)
    return cadre_tables_is_unknown_id (self->tables, field, cadre_table_code (table, i, row));
  if (kind == CADRE_FIELD_KIND_FRACTION)
    return cadre_tables_fraction_form (self->tables, table, i, row) == CADRE_FRACTION_UNKNOWN;
  if (kind == CADRE_FIELD_KIND_INTEGER)
    return cadre_table_integer (table, i, row) < 0;
  if (kind == CADRE_FIELD_KIND_WORD)
    return cadre_table_word (table, i, row) == 0;
  if (kind == CADRE_FIELD_KIND_TRUTH)
    return cadre_table_word (table, i, row) == CADRE_TRUTH_UNKNOWN;

  return (kind == CADRE_FIELD_KIND_VALID_FROM || kind == CADRE_FIELD_KIND_VALID_TO) &&
         cadre_table_code (table, i, row) == CADRE_PACKED_DATE_UNKNOWN;
}

/* A cell that is a fraction; FALSE where it has the default. */
static gboolean
write_ratio (CadreSaver *self, const CadreTable *table, guint i, guint32 row)
{
  CadreFractionForm form = cadre_tables_fraction_form (self->tables, table, i, row);
  gint64 numerator = 0;
  gint64 denominator = 1;

  if (form == CADRE_FRACTION_ABSENT)
    return FALSE;

  write_member (self, table, i);
  if (!cadre_tables_fraction (self->tables, table, i, row, &numerator, &denominator))
    _cadre_writer_null (self->writer);
  else if (form != CADRE_FRACTION_DECIMAL || !write_decimal (self, numerator, denominator))
    write_fraction (self, numerator, denominator);

  return TRUE;
}

gboolean
cadre_saver_write_field (CadreSaver *self, const CadreTable *table, guint i, guint32 row)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[i];

  if (field->kind == CADRE_FIELD_KIND_TEXT)
    return write_text (self, table, i, row);
  if (field->kind <= CADRE_FIELD_KIND_VALID_TO)
    return write_code (self, table, i, cadre_table_code (table, i, row));

  return field->kind == CADRE_FIELD_KIND_FRACTION ? write_ratio (self, table, i, row)
                                                  : write_number (self, table, field, i, row);
}
