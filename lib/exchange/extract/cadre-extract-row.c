/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* One row: its cells as values, and which records they name. */

#include "config.h"

#include "exchange/extract/cadre-extract-private.h"

#include <string.h>

/* The text of a cell without the blanks around it; FALSE where there is none. */
gboolean
cadre_extract_cell (CadreExtract *self, guint cell, const char **text, gsize *length)
{
  const char *start = cell < self->n_cells ? cadre_csv_reader_get_cell (self->csv, cell) : NULL;
  const char *end = NULL;

  *text = "";
  *length = 0;
  if (start == NULL)
    return FALSE;

  end = start + strlen (start);
  while (start < end && g_ascii_isspace (*start))
    start++;
  while (end > start && g_ascii_isspace (end[-1]))
    end--;
  *text = start;
  *length = (gsize) (end - start);
  return *length > 0;
}

static gboolean
meets (CadreExtract *self, const CadreMapCondition *condition)
{
  const char *text = NULL;
  gsize length = 0;

  cadre_extract_cell (self, self->cell_of_column[condition->column], &text, &length);
  for (guint i = 0; condition->words[i] != NULL; i++)
    if (strlen (condition->words[i]) == length && memcmp (condition->words[i], text, length) == 0)
      return !condition->negated;

  return condition->negated;
}

static gboolean
meets_all (CadreExtract *self, const CadreMapRecord *record)
{
  for (guint i = 0; i < record->conditions->len; i++)
    if (!meets (self, cadre_map_condition (record, i)))
      return FALSE;

  return TRUE;
}

static gboolean
repeats (const CadreExtractField *field, const char *text, gsize length)
{
  return field->recent_length == length && memcmp (field->recent, text, length) == 0;
}

static void
remember (CadreExtractField *field, const char *text, gsize length)
{
  field->recent_length = 0;
  if (length == 0 || length > CADRE_EXTRACT_MAX_RECENT || field->value.state < CADRE_MAP_NUMBER ||
      field->value.state > CADRE_MAP_FRACTION)
    return;

  memcpy (field->recent, text, length);
  field->recent_length = (guint8) length;
  field->recent_value = field->value;
}

static gboolean
is_recent (const CadreStringTable *strings, guint32 code, const CadreMapValue *value)
{
  return code >= CADRE_STRING_FIRST && cadre_string_table_length (strings, code) == value->length &&
         memcmp (cadre_string_table_get (strings, code), value->text, value->length) == 0;
}

/* The code of the text of a field. Several records of a row have one cell for
 * their ids, and rows repeat what the row before says. */
static gboolean
intern (CadreExtract *self, CadreExtractField *field, const char *cell, GError **error)
{
  const CadreMapValue *value = &field->value;
  const guint row = cadre_csv_reader_get_row (self->csv);
  const gboolean is_cell = value->text == cell && field->cell != CADRE_NO_CELL;

  if (is_cell && self->code_rows[field->cell] == row)
    {
      field->code = self->codes[field->cell];
      return TRUE;
    }

  if (!is_recent (self->tables->strings, field->recent_code, value) &&
      !cadre_tables_intern (self->tables, value->text, value->length, &field->recent_code, error))
    return FALSE;

  field->code = field->recent_code;
  if (is_cell)
    {
      self->codes[field->cell] = field->code;
      self->code_rows[field->cell] = row;
    }
  return TRUE;
}

static const CadreField attribute_spec = { .kind = CADRE_FIELD_KIND_STRING };

static gboolean
read_field (CadreExtract *self, CadreExtractField *field, GError **error)
{
  const CadreField *spec =
    field->map->form == CADRE_MAP_FIELD_ATTRIBUTE ? &attribute_spec : field->spec;
  const char *text = NULL;
  gsize length = 0;

  field->code = CADRE_STRING_UNKNOWN;
  if (field->column == NULL)
    cadre_map_value_of_constant (field->map->value, spec, field->words, &field->value);
  else
    {
      cadre_extract_cell (self, field->cell, &text, &length);
      if (length > 0 && repeats (field, text, length))
        {
          field->value = field->recent_value;
          return TRUE;
        }
      cadre_map_value_read (field->column, spec, field->words, text, length, &field->value);
      remember (field, text, length);
    }

  return field->value.state != CADRE_MAP_TEXT || intern (self, field, text, error);
}

static gboolean
is_stated (const CadreExtractRecord *record, guint field)
{
  const CadreExtractField *found = record->by_field[field];

  return found != NULL &&
         (found->value.state == CADRE_MAP_TEXT || found->value.state == CADRE_MAP_NUMBER);
}

/* A link has all of its ends that the map speaks of. */
static gboolean
has_all_ends (const CadreExtractRecord *record)
{
  for (guint i = 0; i < record->schema->n_keys; i++)
    {
      const guint field = record->schema->keys[i];
      const CadreFieldKind kind = record->schema->fields[field].kind;

      if ((kind == CADRE_FIELD_KIND_REFERENCE || kind == CADRE_FIELD_KIND_STRING) &&
          record->by_field[field] != NULL && !is_stated (record, field))
        return FALSE;
    }

  return TRUE;
}

/* Whether the row names the record. */
static gboolean
is_named (const CadreExtractRecord *record)
{
  if (record->map->kind == CADRE_RECORD_KIND_LINE)
    return is_stated (record, CADRE_FIELD_LINE_POST) &&
           (is_stated (record, CADRE_FIELD_LINE_MANAGER) ||
            is_stated (record, CADRE_FIELD_LINE_BODY) || is_stated (record, CADRE_FIELD_LINE_UNIT));
  if (record->map->kind == CADRE_RECORD_KIND_ASSIGNMENT &&
      is_stated (record, CADRE_FIELD_ASSIGNMENT_PERSON))
    return TRUE;
  if (record->schema->keys == NULL)
    return is_stated (record, 0);

  return has_all_ends (record);
}

static const char *
get_bad_code (const CadreExtractField *field)
{
  switch (field->spec->kind)
    {
    case CADRE_FIELD_KIND_DATE:
    case CADRE_FIELD_KIND_VALID_FROM:
    case CADRE_FIELD_KIND_VALID_TO:
      return "exchange.extract.bad-date";
    case CADRE_FIELD_KIND_WORD:
    case CADRE_FIELD_KIND_TRUTH:
      return "exchange.extract.bad-word";
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_REFERENCE:
      return "exchange.extract.bad-id";
    case CADRE_FIELD_KIND_INTEGER:
    case CADRE_FIELD_KIND_PENCE:
    case CADRE_FIELD_KIND_FRACTION:
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
    case CADRE_FIELD_KIND_ATTRIBUTES:
    default:
      return "exchange.extract.bad-number";
    }
}

/* Says what is wrong with the cells of a record, whether it is made or not. */
static void
report_cells (CadreExtract *self, CadreExtractRecord *record, gboolean is_made)
{
  gboolean describes = FALSE;

  for (guint i = 0; i < record->n_fields; i++)
    {
      const CadreExtractField *field = &record->fields[i];

      if (field->value.state == CADRE_MAP_BAD)
        cadre_extract_report (self, get_bad_code (field), field->cell, NULL);
      if (is_made && field->value.state == CADRE_MAP_ABSENT && field->column != NULL &&
          field->column->required)
        cadre_extract_report (self, "exchange.extract.empty-required", field->cell, NULL);
      describes |= field->is_own && field->value.state != CADRE_MAP_ABSENT;
    }

  if (!is_made && describes)
    cadre_extract_report (self, "exchange.extract.incomplete", CADRE_NO_CELL, NULL);
}

static gboolean
read_record (CadreExtract *self, CadreExtractRecord *record, GError **error)
{
  gboolean is_made = FALSE;

  if (!meets_all (self, record->map))
    return TRUE;

  self->n_matched++;
  for (guint i = 0; i < record->n_fields; i++)
    if (!read_field (self, &record->fields[i], error))
      return FALSE;

  is_made = is_named (record);
  report_cells (self, record, is_made);
  return !is_made || cadre_extract_put_record (self, record, error);
}

static gboolean
is_blank (CadreExtract *self)
{
  const char *text = NULL;
  gsize length = 0;

  for (guint i = 0; i < self->n_cells; i++)
    if (cadre_extract_cell (self, i, &text, &length))
      return FALSE;

  return TRUE;
}

static void
settle_fate (CadreExtract *self)
{
  if (self->fate != CADRE_ROW_FATE_ISSUE)
    ;
  else if (self->n_made > 0)
    self->fate = CADRE_ROW_FATE_OTHER;
  else if (self->n_matched == 0)
    cadre_extract_report (self, "exchange.extract.not-described", CADRE_NO_CELL, NULL);
  else if (self->n_known > 0)
    cadre_extract_report (self, "exchange.extract.repeated-row", CADRE_NO_CELL, NULL);
  else if (self->n_issues == 0)
    cadre_extract_report (self, "exchange.extract.no-record", CADRE_NO_CELL, NULL);

  self->fates[self->fate]++;
}

gboolean
cadre_extract_read_row (CadreExtract *self, GError **error)
{
  self->n_cells = cadre_csv_reader_get_n_cells (self->csv);
  if (is_blank (self))
    return TRUE;

  self->fate = CADRE_ROW_FATE_ISSUE;
  self->n_matched = 0;
  self->n_made = 0;
  self->n_known = 0;
  self->n_issues = 0;
  if (self->n_cells != self->n_header)
    cadre_extract_report (self, "exchange.extract.ragged-row", CADRE_NO_CELL, NULL);
  self->n_issues = 0;

  for (guint i = 0; i < self->n_records; i++)
    if (!read_record (self, &self->records[i], error))
      return FALSE;

  settle_fate (self);
  return TRUE;
}
