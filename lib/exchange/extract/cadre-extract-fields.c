/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What stands in a cell, as the value of a field. */

#include "config.h"

#include "exchange/extract/cadre-extract-private.h"

static const CadreField attribute_spec = { .kind = CADRE_FIELD_KIND_STRING };

static const CadreField *
get_spec (const CadreExtractField *field)
{
  return field->map->form == CADRE_MAP_FIELD_ATTRIBUTE ? &attribute_spec : field->spec;
}

/* Whether a column keeps it as a code: a text, or a packed date. */
gboolean
cadre_extract_is_code (CadreFieldKind kind)
{
  return cadre_field_kind_is_text (kind) || kind == CADRE_FIELD_KIND_DATE ||
         kind == CADRE_FIELD_KIND_VALID_FROM || kind == CADRE_FIELD_KIND_VALID_TO;
}

/* Whether what stands in a cell is put among the texts. */
gboolean
cadre_extract_is_text (const CadreExtractField *field)
{
  return cadre_field_kind_is_text (get_spec (field)->kind);
}

static CadreExtractStore
find_store (const CadreExtractField *field)
{
  if (field->map->form != CADRE_MAP_FIELD_PLAIN)
    return CADRE_EXTRACT_STORE_NOT;
  if (cadre_field_kind_is_text (field->spec->kind))
    return CADRE_EXTRACT_STORE_TEXT;
  return field->spec->kind == CADRE_FIELD_KIND_FRACTION ? CADRE_EXTRACT_STORE_FRACTION
                                                        : CADRE_EXTRACT_STORE_NUMBER;
}

/* What the forms of a field come to, once for all rows. */
void
cadre_extract_bind_form (CadreExtractField *field)
{
  const CadreMapColumn *column = field->column;
  const CadreFieldKind kind = get_spec (field)->kind;

  field->store = find_store (field);
  field->place = field->map->field;
  field->is_required = column != NULL && column->required;
  field->is_code = cadre_extract_is_code (kind);
  field->width = cadre_field_kind_size (kind);
  field->is_bare = column != NULL && cadre_field_kind_is_text (kind) &&
                   column->forms.empty == NULL && column->initial == NULL && column->words == NULL;
}

/* The code of a text, which is that of the cell or one of the map. */
static gboolean
intern (CadreExtract *self, CadreExtractField *field, CadreExtractCell *cell, GError **error)
{
  const CadreMapValue *value = &field->own_value;

  if (cell == NULL || value->text != cell->text)
    return cadre_tables_intern (self->tables, value->text, value->length, &field->code, error);
  if (cell->code == 0 && !cadre_extract_intern_cell (self, cell, error))
    return FALSE;

  field->code = cell->code;
  return TRUE;
}

static gboolean
find_code (CadreExtract *self, CadreExtractField *field, CadreExtractCell *cell, GError **error)
{
  if (field->own_value.state == CADRE_MAP_TEXT)
    return intern (self, field, cell, error);

  field->code = field->own_value.state == CADRE_MAP_NUMBER ? (guint32) field->own_value.number
                                                           : CADRE_STRING_UNKNOWN;
  return TRUE;
}

/* What is the same in all rows: a constant, or what stands for an empty cell of a
 * column that the header does not have. */
static gboolean
read_constant (CadreExtract *self, CadreExtractField *field, GError **error)
{
  const CadreField *spec = get_spec (field);

  if (field->column == NULL)
    cadre_map_value_of_constant (field->map->value, spec, field->words, &field->own_value);
  else
    cadre_map_value_read (field->column, spec, field->words, "", 0, &field->own_value);

  field->value = &field->own_value;
  return find_code (self, field, NULL, error);
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

static gboolean
read_cell (CadreExtract *self, CadreExtractField *field, CadreExtractCell *cell, GError **error)
{
  CadreMapValue *value = &field->own_value;

  field->value = value;
  if (field->is_bare && cell->length <= CADRE_MAP_MAX_ID)
    {
      value->state = cell->length > 0 ? CADRE_MAP_TEXT : CADRE_MAP_ABSENT;
      value->text = cell->text;
      value->length = cell->length;
    }
  else
    cadre_map_value_read (field->column, get_spec (field), field->words, cell->text, cell->length,
                          value);
  if (!find_code (self, field, cell, error))
    return FALSE;

  if (cell->stamp != 0)
    remember (field, cell);
  return TRUE;
}

static gboolean
read_field (CadreExtract *self, CadreExtractField *field, guint *n_bad, GError **error)
{
  if (!(field->source != NULL ? read_cell (self, field, field->source, error)
                              : field->value != NULL || read_constant (self, field, error)))
    return FALSE;

  *n_bad += field->value->state == CADRE_MAP_BAD;
  return TRUE;
}

/* What is remembered is never bad. */
static inline gboolean
recall_field (CadreExtractField *field)
{
  const CadreExtractCell *cell = field->source;
  const CadreExtractMemo *memo = NULL;

  if (cell == NULL || cell->stamp == 0)
    return FALSE;

  memo = &field->memos[cell->place];
  if (memo->stamp != cell->stamp)
    return FALSE;

  field->value = &memo->value;
  field->code = memo->code;
  return TRUE;
}

gboolean
cadre_extract_read_fields (CadreExtract *self, CadreExtractRecord *record, GError **error)
{
  CadreExtractField *end = record->fields + record->n_fields;
  guint n_bad = 0;
  gboolean is_silent = FALSE;

  for (CadreExtractField *field = record->fields; field < end; field++)
    {
      if (!recall_field (field) && !read_field (self, field, &n_bad, error))
        return FALSE;
      if (field->is_required)
        is_silent |= field->value->state == CADRE_MAP_ABSENT;
    }

  record->n_bad = n_bad;
  record->has_silent = is_silent;
  return TRUE;
}
