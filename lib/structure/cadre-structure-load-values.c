/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Plain values: one token each, into the cell of one field. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "base/cadre-fraction-private.h"
#include "base/cadre-integer-private.h"
#include "structure/cadre-structure-load-private.h"
#include <cadre/cadre-money.h>

#include <string.h>

#define MAX_NUMBER_LENGTH 64

static CadreValue
value_from_boolean (gboolean ok)
{
  return ok ? CADRE_VALUE_GOOD : CADRE_VALUE_ERROR_SET;
}

gboolean
cadre_is_word (const char *text, gsize length, const char *word)
{
  return strlen (word) == length && memcmp (text, word, length) == 0;
}

/* The text of a short token, ended with a NUL; NULL where it is too long to be
 * what is asked for. */
static const char *
short_text (CadreLoader *self, char buffer[MAX_NUMBER_LENGTH + 1])
{
  const char *text = NULL;
  gsize length = 0;

  _cadre_reader_text (self->reader, &text, &length);
  if (length > MAX_NUMBER_LENGTH)
    return NULL;

  memcpy (buffer, text, length);
  buffer[length] = '\0';
  return buffer;
}

static gboolean
is_recent (CadreLoader *self, guint32 code, const char *text, gsize length)
{
  const CadreStringTable *strings = self->tables->strings;

  return code >= CADRE_STRING_FIRST && cadre_string_table_length (strings, code) == length &&
         memcmp (cadre_string_table_get (strings, code), text, length) == 0;
}

gboolean
cadre_loader_intern_token (CadreLoader *self, guint32 *recent, guint32 *code, GError **error)
{
  const char *text = NULL;
  gsize length = 0;

  _cadre_reader_text (self->reader, &text, &length);
  if (!is_recent (self, *recent, text, length) &&
      !cadre_tables_intern (self->tables, text, length, recent, error))
    return FALSE;

  *code = *recent;
  return TRUE;
}

static gboolean
set_code (CadreLoader *self, guint field, guint32 code, GError **error)
{
  return cadre_tables_set_code (self->tables, self->kind, self->row, field, code, error);
}

static gboolean
set_number (CadreLoader *self, guint field, gint64 number, GError **error)
{
  return cadre_tables_set_number (self->tables, self->kind, self->row, field, number, error);
}

/* An id that is said not to be known, where that differs from silence. */
gboolean
cadre_loader_set_unknown_id (CadreLoader *self, guint field, GError **error)
{
  guint32 code = CADRE_STRING_UNKNOWN;

  return !self->schema->fields[field].has_default ||
         (cadre_tables_intern (self->tables, "", 0, &code, error) &&
          set_code (self, field, code, error));
}

static CadreValue
read_reference (CadreLoader *self, guint field, CadreToken token, GError **error)
{
  const char *text = NULL;
  gsize length = 0;
  guint32 code = CADRE_STRING_NONE;

  if (token == CADRE_TOKEN_NULL)
    return value_from_boolean (cadre_loader_set_unknown_id (self, field, error));
  if (token != CADRE_TOKEN_STRING)
    return CADRE_VALUE_BAD;

  _cadre_reader_text (self->reader, &text, &length);
  if (length == 0)
    return CADRE_VALUE_BAD;
  if (!cadre_is_word (text, length, "none") &&
      !cadre_loader_intern_token (self, &self->recent[field], &code, error))
    return CADRE_VALUE_ERROR_SET;

  return value_from_boolean (set_code (self, field, code, error));
}

static CadreValue
read_string (CadreLoader *self, guint field, CadreToken token, GError **error)
{
  guint32 code = 0;

  if (token == CADRE_TOKEN_NULL)
    return CADRE_VALUE_GOOD;
  if (token != CADRE_TOKEN_STRING)
    return CADRE_VALUE_BAD;

  return value_from_boolean (cadre_loader_intern_token (self, &self->recent[field], &code, error) &&
                             set_code (self, field, code, error));
}

static CadreValue
read_date (CadreLoader *self, guint field, CadreToken token, GError **error)
{
  char buffer[MAX_NUMBER_LENGTH + 1];
  const char *text = NULL;
  guint32 packed = CADRE_PACKED_DATE_UNKNOWN;

  if (token != CADRE_TOKEN_NULL)
    {
      text = token == CADRE_TOKEN_STRING ? short_text (self, buffer) : NULL;
      if (text == NULL || !cadre_packed_date_parse (text, strlen (text), &packed, NULL))
        return CADRE_VALUE_BAD;
    }
  else if (self->schema->fields[field].kind == CADRE_FIELD_KIND_DATE)
    packed = 0;

  return value_from_boolean (set_code (self, field, packed, error));
}

static CadreValue
read_integer (CadreLoader *self, guint field, CadreToken token, GError **error)
{
  char buffer[MAX_NUMBER_LENGTH + 1];
  const char *text = NULL;
  gint64 number = 0;

  if (token == CADRE_TOKEN_NULL)
    return value_from_boolean (set_number (self, field, -1, error));
  if (token != CADRE_TOKEN_NUMBER)
    return CADRE_VALUE_BAD;

  text = short_text (self, buffer);
  if (text == NULL || !cadre_integer_parse (text, 0, G_MAXINT32, &number))
    return CADRE_VALUE_BAD;

  return value_from_boolean (set_number (self, field, number, error));
}

static CadreValue
read_pence (CadreLoader *self, guint field, CadreToken token, GError **error)
{
  char buffer[MAX_NUMBER_LENGTH + 1];
  const char *text = NULL;
  gint64 pence = 0;

  if (token == CADRE_TOKEN_NULL)
    return CADRE_VALUE_GOOD;
  if (token != CADRE_TOKEN_NUMBER)
    return CADRE_VALUE_BAD;

  text = short_text (self, buffer);
  if (text == NULL || !cadre_pence_parse (text, &pence, NULL) || pence < 0)
    return CADRE_VALUE_BAD;

  return value_from_boolean (set_number (self, field, pence, error));
}

static CadreValue
read_fraction (CadreLoader *self, guint field, CadreToken token, GError **error)
{
  char buffer[MAX_NUMBER_LENGTH + 1];
  const char *text = NULL;
  CadreFraction fraction = { 0, 1 };
  CadreFractionForm form = CADRE_FRACTION_UNKNOWN;

  if (token != CADRE_TOKEN_NULL)
    {
      text = token == CADRE_TOKEN_NUMBER || token == CADRE_TOKEN_STRING ? short_text (self, buffer)
                                                                        : NULL;
      if (text == NULL || !cadre_fraction_parse (&fraction, text, strlen (text), NULL) ||
          fraction.numerator < 0)
        return CADRE_VALUE_BAD;
      form = strchr (text, '/') != NULL ? CADRE_FRACTION_EXACT : CADRE_FRACTION_DECIMAL;
    }

  return value_from_boolean (cadre_tables_set_fraction (self->tables, self->kind, self->row, field,
                                                        form, fraction.numerator,
                                                        fraction.denominator, error));
}

static CadreValue
read_truth (CadreLoader *self, guint field, CadreToken token, GError **error)
{
  CadreTruth truth = CADRE_TRUTH_UNKNOWN;

  if (token == CADRE_TOKEN_TRUE)
    truth = CADRE_TRUTH_TRUE;
  else if (token == CADRE_TOKEN_FALSE)
    truth = CADRE_TRUTH_FALSE;
  else if (token != CADRE_TOKEN_NULL)
    return CADRE_VALUE_BAD;

  return value_from_boolean (set_number (self, field, truth, error));
}

static CadreValue
read_word (CadreLoader *self, guint field, CadreToken token, GError **error)
{
  char buffer[MAX_NUMBER_LENGTH + 1];
  const char *text = NULL;
  const GEnumValue *word = NULL;

  if (token == CADRE_TOKEN_NULL)
    return value_from_boolean (set_number (self, field, 0, error));
  if (token != CADRE_TOKEN_STRING)
    return CADRE_VALUE_BAD;

  if (self->words[field] == NULL)
    self->words[field] = g_type_class_ref (self->schema->fields[field].get_type ());
  text = short_text (self, buffer);
  word = text != NULL ? g_enum_get_value_by_nick (self->words[field], text) : NULL;
  if (word == NULL)
    return CADRE_VALUE_BAD;

  return value_from_boolean (set_number (self, field, word->value, error));
}

CadreValue
cadre_loader_read_plain (CadreLoader *self, guint field, CadreToken token, GError **error)
{
  switch (self->schema->fields[field].kind)
    {
    case CADRE_FIELD_KIND_REFERENCE:
      return read_reference (self, field, token, error);
    case CADRE_FIELD_KIND_DATE:
    case CADRE_FIELD_KIND_VALID_FROM:
    case CADRE_FIELD_KIND_VALID_TO:
      return read_date (self, field, token, error);
    case CADRE_FIELD_KIND_INTEGER:
      return read_integer (self, field, token, error);
    case CADRE_FIELD_KIND_PENCE:
      return read_pence (self, field, token, error);
    case CADRE_FIELD_KIND_FRACTION:
      return read_fraction (self, field, token, error);
    case CADRE_FIELD_KIND_TRUTH:
      return read_truth (self, field, token, error);
    case CADRE_FIELD_KIND_WORD:
      return read_word (self, field, token, error);
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
    case CADRE_FIELD_KIND_ATTRIBUTES:
      return token == CADRE_TOKEN_NULL ? CADRE_VALUE_GOOD : CADRE_VALUE_BAD;
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
    default:
      return read_string (self, field, token, error);
    }
}
