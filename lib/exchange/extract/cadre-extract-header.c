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
  self->cells = g_new0 (CadreExtractCell, self->n_header);
  self->cell_of_column = g_new (guint, MAX (self->table->columns->len, 1));
  for (guint i = 0; i < self->table->columns->len; i++)
    self->cell_of_column[i] = CADRE_NO_CELL;

  for (guint cell = 0; cell < self->n_header; cell++)
    {
      const char *name = cadre_csv_reader_get_cell (self->csv, cell);
      const guint column =
        name != NULL ? cadre_map_table_find_column (self->table, name) : CADRE_NO_COLUMN;

      if (column == CADRE_NO_COLUMN)
        cadre_extract_report (self, "exchange.extract.unknown-column", cell, NULL);
      else if (self->cell_of_column[column] != CADRE_NO_CELL)
        cadre_extract_report (self, "exchange.extract.duplicate-column", cell, NULL);
      else
        self->cell_of_column[column] = cell;
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

/* What rows say again of a column is remembered. */
static void
bind_cell (CadreExtract *self, guint at)
{
  CadreExtractCell *cell = &self->cells[at];

  if (cell->is_used)
    return;

  cell->is_used = TRUE;
  cell->recent = g_new0 (CadreExtractRecent, CADRE_EXTRACT_N_RECENT);
  for (guint i = 0; i < CADRE_EXTRACT_N_RECENT; i++)
    cell->recent[i].length = CADRE_EXTRACT_MAX_RECENT + 1;
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
  if (field->cell != CADRE_NO_CELL)
    {
      bind_cell (self, field->cell);
      field->source = &self->cells[field->cell];
      field->memos = g_new0 (CadreExtractMemo, CADRE_EXTRACT_N_RECENT);
    }

  cadre_extract_bind_form (field);
  if (field->source != NULL && cadre_extract_is_text (field))
    field->source->is_text = TRUE;
  if (map->form == CADRE_MAP_FIELD_ATTRIBUTE)
    return cadre_tables_intern (self->tables, map->attribute, strlen (map->attribute), &field->name,
                                error);

  record->by_field[map->field] = field;
  record->names_persons |= map->form >= CADRE_MAP_FIELD_MANAGER_PERSON;
  return TRUE;
}

/* The fields of the key of a link that it has to have. */
static void
bind_ends (CadreExtractRecord *record)
{
  for (guint i = 0; i < record->schema->n_keys; i++)
    {
      const guint field = record->schema->keys[i];
      const CadreFieldKind kind = record->schema->fields[field].kind;

      if ((kind == CADRE_FIELD_KIND_REFERENCE || kind == CADRE_FIELD_KIND_STRING) &&
          record->by_field[field] != NULL)
        record->ends[record->n_ends++] = record->by_field[field];
    }
}

/* FALSE where there are too many. */
static gboolean
add_part (CadreExtractRecord *record, guint cell)
{
  if (cell == CADRE_NO_CELL)
    return TRUE;
  for (guint i = 0; i < record->n_parts; i++)
    if (record->parts[i] == cell)
      return TRUE;
  if (record->n_parts == CADRE_EXTRACT_MAX_PARTS)
    return FALSE;

  record->parts[record->n_parts++] = cell;
  return TRUE;
}

/* The cells that decide what becomes of a record, where they are few. */
static void
bind_parts (CadreExtract *self, CadreExtractRecord *record)
{
  gboolean are_few = TRUE;

  for (guint i = 0; are_few && i < record->map->conditions->len; i++)
    {
      const guint cell = self->cell_of_column[cadre_map_condition (record->map, i)->column];

      if (cell != CADRE_NO_CELL)
        bind_cell (self, cell);
      are_few = add_part (record, cell);
    }
  for (guint i = 0; are_few && i < record->n_fields; i++)
    are_few = add_part (record, record->fields[i].cell);

  if (are_few && record->n_parts > 0)
    record->fates = g_new0 (CadreExtractFate, CADRE_EXTRACT_N_RECENT);
  else
    record->n_parts = 0;
}

static int
compare_named (gconstpointer a, gconstpointer b, gpointer user_data)
{
  CadreExtractField *const *x = a;
  CadreExtractField *const *y = b;

  return cadre_string_table_compare (user_data, (*x)->name, (*y)->name);
}

/* Attributes in the order in which records have them. */
static void
bind_attributes (CadreExtract *self, CadreExtractRecord *record)
{
  record->attributes =
    cadre_schema_find_field (record->schema, "attributes", strlen ("attributes"));
  record->named = g_new (CadreExtractField *, MAX (record->n_fields, 1));
  for (guint i = 0; i < record->n_fields; i++)
    if (record->fields[i].map->form == CADRE_MAP_FIELD_ATTRIBUTE)
      record->named[record->n_named++] = &record->fields[i];

  g_qsort_with_data (record->named, (int) record->n_named, sizeof *record->named, compare_named,
                     self->tables->strings);
  for (guint i = 1; record->named != NULL && i < record->n_named; i++)
    if (record->named[i - 1]->name == record->named[i]->name)
      g_clear_pointer (&record->named, g_free);
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

  bind_ends (record);
  cadre_extract_bind_bounds (record);
  bind_parts (self, record);
  bind_attributes (self, record);
  return TRUE;
}

gboolean
cadre_extract_bind (CadreExtract *self, GError **error)
{
  self->row = cadre_csv_reader_get_row (self->csv);
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
        {
          g_clear_pointer (&record->fields[j].words, g_type_class_unref);
          g_free (record->fields[j].memos);
        }
      g_free (record->fields);
      g_free (record->named);
      g_free (record->fates);
    }

  g_clear_pointer (&self->records, g_free);
  self->n_records = 0;
  cadre_extract_free_cells (self);
  g_clear_pointer (&self->cell_of_column, g_free);
}
