/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Fields of records as properties of nodes. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "exchange/linked/cadre-linked-terms-private.h"
#include "exchange/linked/cadre-linked-write-private.h"

const char *
cadre_linked_writer_iri (CadreLinkedWriter *self, CadreRecordKind kind, guint32 code)
{
  g_string_truncate (self->iri, 0);
  cadre_linked_append_iri (self->iri, self->base, cadre_schema_get (kind)->name,
                           cadre_tables_text (self->tables, code));
  return self->iri->str;
}

void
cadre_linked_writer_lose (CadreLinkedWriter *self, CadreRecordKind kind, guint field)
{
  self->lost.n_cells[kind][field]++;
}

gboolean
cadre_linked_writer_names (CadreLinkedWriter *self,
                           const CadreTable *table,
                           guint field,
                           guint32 row)
{
  guint32 code = cadre_table_code (table, field, row);

  if (code >= CADRE_STRING_FIRST && cadre_string_table_length (self->tables->strings, code) > 0)
    return TRUE;

  if (code != 0)
    cadre_linked_writer_lose (self, table->kind, field);
  return FALSE;
}

void
cadre_linked_writer_add_texts (CadreLinkedWriter *self, const guint32 *codes, guint n)
{
  for (guint i = 0; i < n; i++)
    self->sink->add_literal (self->sink, cadre_tables_text (self->tables, codes[i]), NULL, NULL);
}

void
cadre_linked_writer_add_date (CadreLinkedWriter *self, guint32 packed)
{
  static const char *const datatypes[] = {
    [CADRE_DATE_PRECISION_DAY] = "xsd:date",
    [CADRE_DATE_PRECISION_MONTH] = "xsd:gYearMonth",
    [CADRE_DATE_PRECISION_YEAR] = "xsd:gYear",
  };
  char text[11];

  cadre_packed_date_format (packed, text);
  self->sink->add_literal (self->sink, text, NULL, datatypes[cadre_packed_date_precision (packed)]);
}

void
cadre_linked_writer_write_date (CadreLinkedWriter *self, const char *term, guint32 packed)
{
  self->sink->begin_property (self->sink, term, FALSE);
  cadre_linked_writer_add_date (self, packed);
  self->sink->end_property (self->sink);
}

void
cadre_linked_writer_write_text (CadreLinkedWriter *self, const char *term, guint32 code)
{
  self->sink->begin_property (self->sink, term, FALSE);
  cadre_linked_writer_add_texts (self, &code, 1);
  self->sink->end_property (self->sink);
}

/* A text in its languages. One in a language that has no tag is plain where it
 * is the first, and lost where it is another. */
static void
write_languages (CadreLinkedWriter *self,
                 const CadreTable *table,
                 const CadreLinkedProperty *property,
                 guint32 row)
{
  const CadreTables *tables = self->tables;
  guint32 code = cadre_table_code (table, property->field, row);
  guint32 i = cadre_tables_first_translation (tables, table->kind, row, property->field);
  guint n_written = 0;

  if (code != 0)
    {
      self->lost.n_translations[table->kind][property->field] += self->language == NULL;
      self->sink->begin_property (self->sink, property->term, TRUE);
      self->sink->add_literal (self->sink, cadre_tables_text (tables, code), self->language, NULL);
      n_written++;
    }

  for (; i < tables->n_translations &&
         cadre_translation_is_of (&tables->translations[i], table->kind, row, property->field);
       i++)
    {
      const char *language = cadre_tables_text (tables, tables->translations[i].language);

      if (!cadre_linked_is_language (language))
        {
          self->lost.n_translations[table->kind][property->field]++;
          continue;
        }
      if (n_written++ == 0)
        self->sink->begin_property (self->sink, property->term, TRUE);
      self->sink->add_literal (self->sink, cadre_tables_text (tables, tables->translations[i].text),
                               language, NULL);
    }

  if (n_written > 0)
    self->sink->end_property (self->sink);
}

/* A list of texts or of ids. That it is known to be empty cannot be said. */
static void
write_list (CadreLinkedWriter *self,
            const CadreTable *table,
            const CadreLinkedProperty *property,
            guint32 row)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[property->field];
  guint32 offset = cadre_table_code (table, property->field, row);
  guint n = 0;
  const guint32 *codes = cadre_tables_list (self->tables, offset, &n);

  if (n == 0)
    {
      if (offset != 0)
        cadre_linked_writer_lose (self, table->kind, property->field);
      return;
    }

  self->sink->begin_property (self->sink, property->term, TRUE);
  if (field->kind == CADRE_FIELD_KIND_STRINGS)
    cadre_linked_writer_add_texts (self, codes, n);
  else
    for (guint i = 0; i < n; i++)
      self->sink->add_iri (self->sink, cadre_linked_writer_iri (self, field->target, codes[i]));
  self->sink->end_property (self->sink);
}

static void
write_reference (CadreLinkedWriter *self,
                 const CadreTable *table,
                 const CadreLinkedProperty *property,
                 guint32 row)
{
  CadreRecordKind target = cadre_schema_get (table->kind)->fields[property->field].target;

  if (!cadre_linked_writer_names (self, table, property->field, row))
    return;

  self->sink->begin_property (self->sink, property->term, FALSE);
  self->sink->add_iri (self->sink,
                       cadre_linked_writer_iri (self, target,
                                                cadre_table_code (table, property->field, row)));
  self->sink->end_property (self->sink);
}

static void
write_word (CadreLinkedWriter *self,
            const CadreTable *table,
            const CadreLinkedProperty *property,
            guint32 row)
{
  int value = cadre_table_word (table, property->field, row);
  g_autofree char *iri = NULL;

  if (value == cadre_schema_get (table->kind)->fields[property->field].initial)
    return;
  if (value == 0)
    {
      cadre_linked_writer_lose (self, table->kind, property->field);
      return;
    }

  iri = cadre_linked_dup_word (table->kind, property->field, value);
  self->sink->begin_property (self->sink, property->term, FALSE);
  self->sink->add_iri (self->sink, iri);
  self->sink->end_property (self->sink);
}

/* A text without a language, or a day. */
static void
write_plain (CadreLinkedWriter *self,
             const CadreTable *table,
             const CadreLinkedProperty *property,
             guint32 row)
{
  guint32 code = cadre_table_code (table, property->field, row);

  if (code == 0)
    return;

  if (cadre_schema_get (table->kind)->fields[property->field].kind == CADRE_FIELD_KIND_STRING)
    cadre_linked_writer_write_text (self, property->term, code);
  else if (cadre_packed_date_is_known (code))
    cadre_linked_writer_write_date (self, property->term, code);
  else
    cadre_linked_writer_lose (self, table->kind, property->field);
}

static void
write_property (CadreLinkedWriter *self,
                const CadreTable *table,
                const CadreLinkedProperty *property,
                guint32 row)
{
  CadreFieldKind kind = cadre_schema_get (table->kind)->fields[property->field].kind;

  if (kind == CADRE_FIELD_KIND_TEXT)
    write_languages (self, table, property, row);
  else if (kind == CADRE_FIELD_KIND_STRINGS || kind == CADRE_FIELD_KIND_REFERENCES)
    write_list (self, table, property, row);
  else if (kind == CADRE_FIELD_KIND_REFERENCE)
    write_reference (self, table, property, row);
  else if (kind == CADRE_FIELD_KIND_WORD)
    write_word (self, table, property, row);
  else
    write_plain (self, table, property, row);
}

void
cadre_linked_writer_write_row (CadreLinkedWriter *self, const CadreTable *table, guint32 row)
{
  for (guint i = 0; i < cadre_linked_n_properties; i++)
    if (cadre_linked_properties[i].kind == table->kind)
      write_property (self, table, &cadre_linked_properties[i], row);
}
