/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The header of a file against the columns of its map: afterwards each field
 * knows its cell, and no name is looked up again. */

#include "config.h"

#include "exchange/extract/cadre-extract-private.h"

#include <string.h>

static gboolean
fail_map (CadreExtract *self, GError **error, const char *rule, const char *column)
{
  g_set_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FIELD_MAP, "Table %s: %s%s",
               self->table->name, rule, column);
  return FALSE;
}

/* Whose column each cell is. */
static void
bind_cells (CadreExtract *self)
{
  self->column_of_cell = g_new (guint, self->n_header);
  self->codes = g_new0 (guint32, self->n_header);
  self->code_rows = g_new0 (guint, self->n_header);
  self->cell_of_column = g_new (guint, MAX (self->table->columns->len, 1));
  for (guint i = 0; i < self->table->columns->len; i++)
    self->cell_of_column[i] = CADRE_NO_CELL;

  for (guint cell = 0; cell < self->n_header; cell++)
    {
      const char *name = cadre_csv_reader_get_cell (self->csv, cell);
      const guint column =
        name != NULL ? cadre_map_table_find_column (self->table, name) : CADRE_NO_COLUMN;

      self->column_of_cell[cell] = CADRE_NO_COLUMN;
      if (column == CADRE_NO_COLUMN)
        cadre_extract_report (self, "exchange.extract.unknown-column", cell, NULL);
      else if (self->cell_of_column[column] != CADRE_NO_CELL)
        cadre_extract_report (self, "exchange.extract.duplicate-column", cell, NULL);
      else
        {
          self->column_of_cell[cell] = column;
          self->cell_of_column[column] = cell;
        }
    }
}

static gboolean
check_columns (CadreExtract *self, GError **error)
{
  for (guint i = 0; i < self->table->columns->len; i++)
    {
      const CadreMapColumn *column = cadre_map_column (self->table, i);

      if (self->cell_of_column[i] != CADRE_NO_CELL || !column->is_used)
        continue;
      if (column->required)
        return fail_map (self, error, "the header lacks the required column ", column->name);
      cadre_extract_report (self, "exchange.extract.missing-column", CADRE_NO_CELL, column->name);
    }

  return TRUE;
}

/* Whether no other record of the same rows has a field in the column. */
static gboolean
is_own_column (const CadreMapTable *table, const CadreMapRecord *record, guint column)
{
  for (guint i = 0; i < table->records->len; i++)
    {
      const CadreMapRecord *other = cadre_map_record (table, i);

      if (other == record || other->group != record->group)
        continue;
      for (guint j = 0; j < other->fields->len; j++)
        if (cadre_map_field (other, j)->column == column)
          return FALSE;
    }

  return TRUE;
}

static gboolean
bind_field (CadreExtract *self,
            CadreExtractRecord *record,
            CadreExtractField *field,
            const CadreMapField *map,
            GError **error)
{
  field->map = map;
  field->spec = &record->schema->fields[map->field];
  field->cell = CADRE_NO_CELL;
  if (field->spec->kind == CADRE_FIELD_KIND_WORD)
    field->words = g_type_class_ref (field->spec->get_type ());
  if (map->column != CADRE_NO_COLUMN)
    {
      field->column = cadre_map_column (self->table, map->column);
      field->cell = self->cell_of_column[map->column];
      field->is_own =
        field->column->initial == NULL && is_own_column (self->table, record->map, map->column);
    }

  if (map->form == CADRE_MAP_FIELD_ATTRIBUTE)
    return cadre_tables_intern (self->tables, map->attribute, strlen (map->attribute), &field->name,
                                error);

  record->by_field[map->field] = field;
  return TRUE;
}

static gboolean
bind_record (CadreExtract *self,
             CadreExtractRecord *record,
             const CadreMapRecord *map,
             GError **error)
{
  record->map = map;
  record->schema = cadre_schema_get (map->kind);
  record->n_fields = map->fields->len;
  record->fields = g_new0 (CadreExtractField, record->n_fields);
  for (guint i = 0; i < record->n_fields; i++)
    if (!bind_field (self, record, &record->fields[i], cadre_map_field (map, i), error))
      return FALSE;

  record->attributes =
    cadre_schema_find_field (record->schema, "attributes", strlen ("attributes"));
  return TRUE;
}

gboolean
cadre_extract_bind (CadreExtract *self, GError **error)
{
  self->n_header = cadre_csv_reader_get_n_cells (self->csv);
  bind_cells (self);
  if (!check_columns (self, error))
    return FALSE;

  self->n_records = self->table->records->len;
  self->records = g_new0 (CadreExtractRecord, self->n_records);
  for (guint i = 0; i < self->n_records; i++)
    if (!bind_record (self, &self->records[i], cadre_map_record (self->table, i), error))
      return FALSE;

  return TRUE;
}

void
cadre_extract_unbind (CadreExtract *self)
{
  for (guint i = 0; i < self->n_records; i++)
    {
      CadreExtractRecord *record = &self->records[i];

      for (guint j = 0; j < record->n_fields; j++)
        g_clear_pointer (&record->fields[j].words, g_type_class_unref);
      g_free (record->fields);
    }

  g_clear_pointer (&self->records, g_free);
  self->n_records = 0;
  g_clear_pointer (&self->column_of_cell, g_free);
  g_clear_pointer (&self->cell_of_column, g_free);
  g_clear_pointer (&self->codes, g_free);
  g_clear_pointer (&self->code_rows, g_free);
}
