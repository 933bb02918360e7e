/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Between detached records and the rows of tables. */

#include "config.h"

#include "structure/records/cadre-record-private.h"

#include <string.h>

/* The code of a reference that is known to lead nowhere, and its text. */
#define NONE "none"

static char *
dup_code (const CadreTables *tables, CadreFieldKind kind, guint32 code)
{
  if (kind == CADRE_FIELD_KIND_REFERENCE && code == CADRE_STRING_NONE)
    return g_strdup (NONE);

  return g_strdup (cadre_tables_text (tables, code));
}

static char **
dup_list (const CadreTables *tables, guint32 offset)
{
  guint n = 0;
  const guint32 *codes = cadre_tables_list (tables, offset, &n);
  char **list = NULL;

  if (codes == NULL)
    return NULL;

  list = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    list[i] = g_strdup (cadre_tables_text (tables, codes[i]));
  return list;
}

static char **
dup_translations (const CadreTables *tables, CadreRecordKind kind, guint32 row, guint field)
{
  char **pairs = NULL;

  for (guint32 i = cadre_tables_first_translation (tables, kind, row, field);
       i < tables->n_translations &&
       cadre_translation_is_of (&tables->translations[i], kind, row, field);
       i++)
    pairs = cadre_pairs_set (pairs, cadre_tables_text (tables, tables->translations[i].language),
                             cadre_tables_text (tables, tables->translations[i].text));

  return pairs;
}

static void
read_cell (CadreCell *cell,
           const CadreTables *tables,
           const CadreTable *table,
           guint i,
           guint32 row)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[i];

  if (cadre_field_kind_is_text (field->kind))
    {
      cell->text.text = dup_code (tables, field->kind, cadre_table_code (table, i, row));
      if (field->kind == CADRE_FIELD_KIND_TEXT && tables->n_translations > 0)
        cell->text.others = dup_translations (tables, table->kind, row, i);
    }
  else if (field->kind <= CADRE_FIELD_KIND_ATTRIBUTES)
    cell->list = dup_list (tables, cadre_table_code (table, i, row));
  else if (field->kind <= CADRE_FIELD_KIND_VALID_TO)
    cell->date = cadre_table_code (table, i, row);
  else if (field->kind == CADRE_FIELD_KIND_INTEGER)
    cell->number = cadre_table_integer (table, i, row);
  else if (field->kind == CADRE_FIELD_KIND_PENCE)
    cell->number = cadre_table_pence (table, i, row);
  else if (field->kind == CADRE_FIELD_KIND_FRACTION)
    {
      if (!cadre_tables_fraction (tables, table, i, row, &cell->fraction.numerator,
                                  &cell->fraction.denominator))
        memset (cell, 0, sizeof (*cell));
      cell->fraction.form = cadre_tables_fraction_form (tables, table, i, row);
    }
  else
    cell->number = cadre_table_word (table, i, row);
}

CadreRecord *
cadre_record_new_for_row (const CadreTables *tables, CadreRecordKind kind, guint32 row)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  const CadreTable *table = cadre_tables_get (tables, kind);
  CadreRecord *self = g_object_new (schema->get_type (), NULL);
  CadreCell *cells = cadre_record_get_cells (self);

  for (guint i = 0; i < schema->n_fields; i++)
    read_cell (&cells[i], tables, table, i, row);

  cadre_record_set_language (self, cadre_tables_text (tables, tables->language));
  if (table->extra != NULL)
    cadre_record_set_unknown_members (self, cadre_tables_text (tables, table->extra[row]));

  return self;
}

static gboolean
intern (CadreTables *tables, CadreFieldKind kind, const char *text, guint32 *code, GError **error)
{
  if (text == NULL)
    {
      *code = CADRE_STRING_UNKNOWN;
      return TRUE;
    }
  if (kind == CADRE_FIELD_KIND_REFERENCE && strcmp (text, NONE) == 0)
    {
      *code = CADRE_STRING_NONE;
      return TRUE;
    }

  return cadre_tables_intern (tables, text, strlen (text), code, error);
}

static gboolean
store_list (CadreTables *tables, char **list, guint32 *offset, GError **error)
{
  guint n = list != NULL ? g_strv_length (list) : 0;
  g_autofree guint32 *codes = g_new (guint32, n + 1);

  if (list == NULL)
    {
      *offset = 0;
      return TRUE;
    }

  for (guint i = 0; i < n; i++)
    if (!cadre_tables_intern (tables, list[i], strlen (list[i]), &codes[i], error))
      return FALSE;

  return cadre_tables_add_list (tables, codes, n, offset, error);
}

static gboolean
store_translations (CadreTables *tables,
                    CadreRecordKind kind,
                    guint32 row,
                    guint field,
                    char **pairs,
                    GError **error)
{
  CadreTranslation translation = { .kind = (guint8) kind, .field = (guint8) field, .row = row };

  for (guint i = 0; pairs != NULL && pairs[i] != NULL; i += 2)
    if (!intern (tables, CADRE_FIELD_KIND_TEXT, pairs[i], &translation.language, error) ||
        !intern (tables, CADRE_FIELD_KIND_TEXT, pairs[i + 1], &translation.text, error) ||
        !cadre_tables_add_translation (tables, &translation, error))
      return FALSE;

  return TRUE;
}

static gboolean
store_cell (const CadreCell *cell,
            CadreTables *tables,
            CadreRecordKind kind,
            guint i,
            guint32 row,
            GError **error)
{
  const CadreField *field = &cadre_schema_get (kind)->fields[i];
  guint32 code = 0;

  if (cadre_field_kind_is_text (field->kind))
    return intern (tables, field->kind, cell->text.text, &code, error) &&
           cadre_tables_set_code (tables, kind, row, i, code, error) &&
           (field->kind != CADRE_FIELD_KIND_TEXT ||
            store_translations (tables, kind, row, i, cell->text.others, error));
  if (field->kind <= CADRE_FIELD_KIND_ATTRIBUTES)
    return store_list (tables, cell->list, &code, error) &&
           cadre_tables_set_code (tables, kind, row, i, code, error);
  if (field->kind <= CADRE_FIELD_KIND_VALID_TO)
    return cadre_tables_set_code (tables, kind, row, i, cell->date, error);
  if (field->kind == CADRE_FIELD_KIND_FRACTION)
    return cadre_tables_set_fraction (tables, kind, row, i, cell->fraction.form,
                                      cell->fraction.numerator, cell->fraction.denominator, error);

  return cadre_tables_set_number (tables, kind, row, i, cell->number, error);
}

/* Writes the record into a row that is new, or whose translations have been
 * taken away. */
gboolean
cadre_record_store (CadreRecord *self, CadreTables *tables, guint32 row, GError **error)
{
  CadreRecordKind kind = CADRE_RECORD_GET_CLASS (self)->record_kind;
  const CadreSchema *schema = cadre_schema_get (kind);
  CadreCell *cells = cadre_record_get_cells (self);
  guint32 code = 0;

  for (guint i = 0; i < schema->n_fields; i++)
    if (!store_cell (&cells[i], tables, kind, i, row, error))
      return FALSE;

  return intern (tables, CADRE_FIELD_KIND_STRING, cadre_record_get_unknown_members (self), &code,
                 error) &&
         cadre_tables_set_extra (tables, kind, row, code, error);
}
