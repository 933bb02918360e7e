/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Values as people write them. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "report/cadre-report-parts-private.h"
#include "report/cadre-values-private.h"
#include <cadre/cadre-fraction.h>
#include <cadre/cadre-money.h>
#include <cadre/cadre-reader.h>

#include <string.h>

static char *
name_of_id (const CadreView *self, CadreRecordKind kind, const char *id)
{
  guint32 row = cadre_tables_find (self->tables, kind, id);

  return row != CADRE_NO_ROW ? cadre_view_name (self, kind, row) : g_strdup (id);
}

char *
cadre_view_post_name (const CadreView *self, const char *id)
{
  return name_of_id (self, CADRE_RECORD_KIND_POST, id);
}

char *
cadre_view_post_names (const CadreView *self, const char *const *ids)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    cadre_append_part (names, ", ", cadre_view_post_name (self, ids[i]));

  return g_string_free (names, FALSE);
}

char *
cadre_catalogue_quote_names (const CadreCatalogue *self, GPtrArray *names)
{
  GString *text = g_string_new (NULL);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; names->len > 1 && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (i == names->len - 1)
        last = cadre_phrase (self, "names.quoted", "name", name, NULL);
      else
        cadre_append_part (text, ", ", cadre_phrase (self, "names.quoted", "name", name, NULL));
    }

  first = g_string_free (text, FALSE);
  if (last != NULL)
    return cadre_phrase (self, "names.and", "names", first, "last", last, NULL);

  return g_strdup (names->len == 1 ? g_ptr_array_index (names, 0) : "");
}

char *
cadre_view_quoted_post_names (const CadreView *self, const char *const *ids)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (names, cadre_view_post_name (self, ids[i]));

  return cadre_catalogue_quote_names (self->catalogue, names);
}

char *
cadre_view_name_of_subject (const CadreView *self, const char *text)
{
  static const CadreRecordKind kinds[] = { CADRE_RECORD_KIND_UNIT, CADRE_RECORD_KIND_BODY };

  if (text == NULL)
    return cadre_say (self->catalogue, "unknown");
  if (cadre_tables_find (self->tables, CADRE_RECORD_KIND_POST, text) != CADRE_NO_ROW)
    return cadre_view_post_name (self, text);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *name = cadre_schema_get (kinds[i])->name;
      gsize length = strlen (name);

      if (strncmp (text, name, length) == 0 && text[length] == '/')
        return name_of_id (self, kinds[i], text + length + 1);
    }

  return g_strdup (text);
}

char *
cadre_view_field_name (const CadreCatalogue *catalogue, const char *name)
{
  g_autofree char *code = g_strconcat ("field.", name, NULL);
  const char *found = cadre_phrase_find (catalogue, code);

  return g_strdup (found != NULL ? found : name);
}

/* The strings of a list, each by its name where they are ids. */
static char *
list_value (const CadreView *self, const CadreField *field, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, NULL);
  const char *separator = ", ";
  GString *list = g_string_new (NULL);
  CadreToken token = CADRE_TOKEN_NULL;

  while (cadre_reader_next (reader, &token, NULL, NULL) && token != CADRE_TOKEN_END)
    {
      const char *item = cadre_reader_get_text (reader, NULL);

      if (token == CADRE_TOKEN_STRING && field->kind == CADRE_FIELD_KIND_REFERENCES)
        cadre_append_part (list, separator, name_of_id (self, field->target, item));
      else if (token == CADRE_TOKEN_STRING)
        cadre_append_part (list, separator, g_strdup (item));
      else if (token == CADRE_TOKEN_MEMBER)
        cadre_append_part (list, "; ", g_strdup (item));
      separator = token == CADRE_TOKEN_MEMBER ? ": " : ", ";
    }

  if (list->len == 0)
    cadre_append_part (list, "", cadre_say (self->catalogue, "none"));
  return g_string_free (list, FALSE);
}

static char *
word_value (const CadreView *self, GType type, const char *nick)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *value = g_enum_get_value_by_nick (klass, nick);
  GString *prefix = g_string_new (NULL);
  char *word = NULL;

  /* CadreLineKind has the phrases "line-kind.…". */
  for (const char *at = g_type_name (type) + strlen ("Cadre"); *at != '\0'; at++)
    {
      if (g_ascii_isupper (*at) && prefix->len > 0)
        g_string_append_c (prefix, '-');
      g_string_append_c (prefix, g_ascii_tolower (*at));
    }

  word = value != NULL ? cadre_view_word (self->catalogue, prefix->str, type, value->value)
                       : g_strdup (nick);
  g_string_free (prefix, TRUE);
  return word;
}

static char *
date_value (const CadreView *self, const char *text)
{
  guint32 packed = 0;

  if (strcmp (text, "open") == 0)
    return cadre_say (self->catalogue, "dates.open");

  return cadre_packed_date_parse (text, strlen (text), &packed, NULL)
           ? cadre_catalogue_date (self->catalogue, packed)
           : g_strdup (text);
}

static char *
fraction_value (const char *text)
{
  g_autoptr (CadreFraction) fraction = cadre_fraction_new_parse (text, NULL);

  return fraction != NULL ? cadre_fraction_to_decimal (fraction, 2) : g_strdup (text);
}

char *
cadre_view_value (const CadreView *self, const CadreField *field, const char *text)
{
  if (text == NULL)
    return cadre_say (self->catalogue, "unknown");
  if (*text == '\0')
    return cadre_say (self->catalogue, "none");

  switch (field->kind)
    {
    case CADRE_FIELD_KIND_REFERENCE:
      return name_of_id (self, field->target, text);
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
    case CADRE_FIELD_KIND_ATTRIBUTES:
      return list_value (self, field, text);
    case CADRE_FIELD_KIND_DATE:
    case CADRE_FIELD_KIND_VALID_FROM:
    case CADRE_FIELD_KIND_VALID_TO:
      return date_value (self, text);
    case CADRE_FIELD_KIND_WORD:
      return word_value (self, field->get_type (), text);
    case CADRE_FIELD_KIND_TRUTH:
      return cadre_say (self->catalogue, strcmp (text, "true") == 0 ? "truth.true" : "truth.false");
    case CADRE_FIELD_KIND_PENCE:
      return g_strconcat ("\xC2\xA3", text, NULL);
    case CADRE_FIELD_KIND_FRACTION:
      return fraction_value (text);
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
    case CADRE_FIELD_KIND_INTEGER:
    default:
      return g_strdup (text);
    }
}

/* A text in several languages: that of the report, or else the first. */
static char *
text_of_languages (const CadreView *self, const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, NULL);
  g_autofree char *text = NULL;
  CadreToken token = CADRE_TOKEN_NULL;
  gboolean wanted = FALSE;

  while (cadre_reader_next (reader, &token, NULL, NULL) && token != CADRE_TOKEN_END)
    {
      if (token == CADRE_TOKEN_MEMBER)
        wanted = strcmp (cadre_reader_get_text (reader, NULL), self->catalogue->language) == 0;
      if (token != CADRE_TOKEN_STRING || (text != NULL && !wanted))
        continue;
      g_free (text);
      text = g_strdup (cadre_reader_get_text (reader, NULL));
    }

  return g_steal_pointer (&text);
}

/* A string without its quotes; all else as it is. */
static char *
plain_text (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, NULL);
  CadreToken token = CADRE_TOKEN_NULL;

  if (!cadre_reader_next (reader, &token, NULL, NULL) || token != CADRE_TOKEN_STRING)
    return g_strdup (json);

  return g_strdup (cadre_reader_get_text (reader, NULL));
}

/* What a row has that is silent: most fields are unknown then, but a post that states
 * no number of positions has one. */
static char *
silent_value (const CadreView *self, const CadreField *field)
{
  g_autofree char *number = NULL;

  if (field->kind != CADRE_FIELD_KIND_INTEGER || field->initial < 0)
    return cadre_say (self->catalogue, "unknown");

  number = g_strdup_printf ("%d", field->initial);
  return cadre_view_value (self, field, number);
}

char *
cadre_view_json_value (const CadreView *self, const CadreField *field, const char *json)
{
  g_autofree char *text = NULL;

  if (json == NULL)
    return silent_value (self, field);
  if (strcmp (json, "null") == 0)
    return cadre_say (self->catalogue, "unknown");

  text = json[0] == '{' && field->kind == CADRE_FIELD_KIND_TEXT ? text_of_languages (self, json)
                                                                : plain_text (json);
  return cadre_view_value (self, field, text);
}
