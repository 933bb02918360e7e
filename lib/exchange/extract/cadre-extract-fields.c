/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What stands in a cell, as the value of a field. */

#include "config.h"

#include "exchange/extract/cadre-extract-private.h"

static const CadreField attribute_spec = { .kind = CADRE_FIELD_KIND_STRING };

/* The code of a text, which is that of the cell or one of the map. */
static gboolean
intern (CadreExtract *self, CadreExtractField *field, CadreExtractCell *cell, GError **error)
{
  const CadreMapValue *value = &field->own_value;

  if (cell == NULL || value->text != cell->text)
    return cadre_tables_intern (self->tables, value->text, value->length, &field->code, error);
  if (!cadre_extract_intern_cell (self, cell, error))
    return FALSE;

  field->code = cell->code;
  return TRUE;
}

/* What is the same in all rows: a constant, or what stands for an empty cell of a
 * column that the header does not have. */
static gboolean
read_constant (CadreExtract *self, CadreExtractField *field, const CadreField *spec, GError **error)
{
  if (field->column == NULL)
    cadre_map_value_of_constant (field->map->value, spec, field->words, &field->own_value);
  else
    cadre_map_value_read (field->column, spec, field->words, "", 0, &field->own_value);

  if (field->own_value.state == CADRE_MAP_TEXT && !intern (self, field, NULL, error))
    return FALSE;

  field->value = &field->own_value;
  return TRUE;
}

/* A cell that is no value is said so of in every row, and its text is needed. */
static void
remember (CadreExtractField *field, const CadreExtractCell *cell)
{
  CadreExtractMemo *memo = &field->memos[cell->place];

  if (field->own_value.state == CADRE_MAP_BAD)
    return;

  memo->stamp = cell->stamp;
  memo->code = field->code;
  memo->value = field->own_value;
}

gboolean
cadre_extract_read_field (CadreExtract *self, CadreExtractField *field, GError **error)
{
  const CadreField *spec =
    field->map->form == CADRE_MAP_FIELD_ATTRIBUTE ? &attribute_spec : field->spec;
  CadreExtractCell *cell = NULL;

  if (field->cell == CADRE_NO_CELL)
    return field->value != NULL || read_constant (self, field, spec, error);

  cell = &self->cells[field->cell];
  if (cell->stamp != 0 && field->memos[cell->place].stamp == cell->stamp)
    {
      field->value = &field->memos[cell->place].value;
      field->code = field->memos[cell->place].code;
      return TRUE;
    }

  field->value = &field->own_value;
  field->code = CADRE_STRING_UNKNOWN;
  cadre_map_value_read (field->column, spec, field->words, cell->text, cell->length,
                        &field->own_value);
  if (field->own_value.state == CADRE_MAP_TEXT && !intern (self, field, cell, error))
    return FALSE;

  if (cell->stamp != 0)
    remember (field, cell);
  return TRUE;
}
