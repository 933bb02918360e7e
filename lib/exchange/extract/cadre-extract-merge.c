/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The values of a row into the columns: a new record, or more about one that is
 * there. What is there holds against what comes later. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "exchange/extract/cadre-extract-private.h"

#include <string.h>

static inline gboolean
is_person (const CadreExtractField *field)
{
  return field->map->form >= CADRE_MAP_FIELD_MANAGER_PERSON;
}

static inline gboolean
has_code (const CadreExtractField *field)
{
  return field->value->state == CADRE_MAP_TEXT ||
         (field->value->state == CADRE_MAP_NUMBER && field->is_code);
}

static gboolean
set_field (CadreExtract *self,
           const CadreExtractRecord *record,
           const CadreExtractField *field,
           guint32 row,
           GError **error)
{
  const CadreRecordKind kind = record->map->kind;
  const CadreMapValue *value = field->value;

  if (has_code (field))
    return cadre_tables_set_code (self->tables, kind, row, field->map->field, field->code, error);
  if (value->state == CADRE_MAP_FRACTION)
    return cadre_tables_set_fraction (self->tables, kind, row, field->map->field, value->form,
                                      value->number, value->denominator, error);
  if (value->state != CADRE_MAP_NUMBER)
    return TRUE;

  return cadre_tables_set_number (self->tables, kind, row, field->map->field, value->number, error);
}

/* Whether a row says something of a field, and whether it says the same. */
static void
compare_fraction (const CadreExtract *self,
                  const CadreTable *table,
                  const CadreExtractField *field,
                  guint32 row,
                  gboolean *is_silent,
                  gboolean *is_same)
{
  gint64 numerator = 0;
  gint64 denominator = 0;

  *is_silent = cadre_tables_fraction_form (self->tables, table, field->map->field, row) ==
               CADRE_FRACTION_ABSENT;
  *is_same =
    cadre_tables_fraction (self->tables, table, field->map->field, row, &numerator, &denominator) &&
    numerator == field->value->number && denominator == field->value->denominator;
}

static gint64
get_number (const CadreTable *table, const CadreExtractField *field, guint32 row)
{
  const guint i = field->map->field;

  if (field->is_code)
    return cadre_table_code (table, i, row);
  if (field->spec->kind == CADRE_FIELD_KIND_PENCE)
    return cadre_table_pence (table, i, row);
  if (field->spec->kind == CADRE_FIELD_KIND_INTEGER)
    return cadre_table_integer (table, i, row);
  return cadre_table_word (table, i, row);
}

static void
compare_field (const CadreExtract *self,
               const CadreExtractRecord *record,
               const CadreExtractField *field,
               guint32 row,
               gboolean *is_silent,
               gboolean *is_same)
{
  const CadreTable *table = cadre_tables_get (self->tables, record->map->kind);
  gint64 there = 0;

  if (field->spec->kind == CADRE_FIELD_KIND_FRACTION)
    {
      compare_fraction (self, table, field, row, is_silent, is_same);
      return;
    }

  there = get_number (table, field, row);
  *is_silent = there == (field->is_code ? 0 : field->spec->initial);
  *is_same =
    there == (field->value->state == CADRE_MAP_TEXT ? (gint64) field->code : field->value->number);
}

static gboolean
merge_field (CadreExtract *self,
             CadreExtractRecord *record,
             const CadreExtractField *field,
             guint32 row,
             guint *n_added,
             GError **error)
{
  gboolean is_silent = FALSE;
  gboolean is_same = FALSE;

  if (field->map->form != CADRE_MAP_FIELD_PLAIN || field->value->state == CADRE_MAP_ABSENT ||
      field->value->state == CADRE_MAP_BAD)
    return TRUE;

  compare_field (self, record, field, row, &is_silent, &is_same);
  if (is_same)
    return TRUE;
  if (!is_silent || cadre_extract_is_open (self, record->map->kind, field, row))
    {
      cadre_extract_report_field (self, "exchange.extract.conflict", record, field, row);
      return TRUE;
    }

  ++*n_added;
  return set_field (self, record, field, row, error);
}

static gboolean
merge_fields (CadreExtract *self,
              CadreExtractRecord *record,
              guint32 row,
              guint *n_added,
              GError **error)
{
  for (guint i = 0; i < record->n_fields; i++)
    if (!merge_field (self, record, &record->fields[i], row, n_added, error))
      return FALSE;

  return TRUE;
}

/* As cadre_tables_set_code() does where there is the column, and something to say. */
static inline void
put_code (gpointer column, guint32 code, guint32 row)
{
  if (code != CADRE_STRING_UNKNOWN)
    ((guint32 *) column)[row] = code;
}

/* As cadre_tables_set_number() does where there is the column. */
static inline void
put_number (gpointer column, const CadreExtractField *field, guint32 row)
{
  const CadreMapValue *value = field->value;

  if (value->state != CADRE_MAP_NUMBER)
    return;
  if (field->width == sizeof (gint64))
    ((gint64 *) column)[row] = value->number;
  else if (field->width == sizeof (guint8))
    ((guint8 *) column)[row] = (guint8) value->number;
  else
    ((gint32 *) column)[row] = (gint32) value->number;
}

/* Into a row that is silent so far. */
static gboolean
set_fields (CadreExtract *self, CadreExtractRecord *record, guint32 row, GError **error)
{
  const gpointer *columns = self->tables->tables[record->map->kind].columns;
  const CadreExtractField *end = record->fields + record->n_fields;

  for (const CadreExtractField *field = record->fields; field < end; field++)
    {
      const gpointer column = columns[field->place];

      if (field->store == CADRE_EXTRACT_STORE_TEXT && column != NULL)
        put_code (column, field->code, row);
      else if (field->store == CADRE_EXTRACT_STORE_NUMBER && column != NULL)
        put_number (column, field, row);
      else if (field->store != CADRE_EXTRACT_STORE_NOT &&
               !set_field (self, record, field, row, error))
        return FALSE;
    }

  return TRUE;
}

/* Leaves the last row as if it had never been written to, and takes it away. */
static gboolean
forget_last_row (CadreExtract *self, CadreExtractRecord *record, guint32 row, GError **error)
{
  CadreTable *table = &self->tables->tables[record->map->kind];

  for (guint i = 0; i < record->schema->n_fields; i++)
    {
      const CadreField *spec = &record->schema->fields[i];
      gboolean ok = TRUE;

      if (table->columns[i] == NULL)
        continue;
      if (spec->kind == CADRE_FIELD_KIND_FRACTION)
        ok = cadre_tables_set_fraction (self->tables, record->map->kind, row, i,
                                        CADRE_FRACTION_ABSENT, 0, 1, error);
      else
        ok =
          cadre_tables_set_number (self->tables, record->map->kind, row, i,
                                   cadre_extract_is_code (spec->kind) ? 0 : spec->initial, error);
      if (!ok)
        return FALSE;
    }

  table->n_rows--;
  return TRUE;
}

static guint32
get_person (const CadreExtractRecord *record, guint field)
{
  const CadreExtractField *found = record->by_field[field];

  return found != NULL && is_person (found) ? found->code : CADRE_STRING_UNKNOWN;
}

static void
add_pending (CadreExtract *self,
             const CadreExtractRecord *record,
             guint32 row,
             const guint32 persons[2])
{
  const CadreExtractField *manager = record->by_field[CADRE_FIELD_LINE_MANAGER];
  const CadreExtractPending pending = {
    row,        persons[0],
    persons[1], self->table_index,
    self->row,  manager != NULL ? manager->cell : CADRE_NO_CELL,
  };

  g_array_append_val (self->pending, pending);
}

/* A record without an id: one with the same key may be there. */
static gboolean
put_by_key (CadreExtract *self,
            CadreExtractRecord *record,
            guint32 *row,
            guint *n_added,
            GError **error)
{
  const CadreRecordKind kind = record->map->kind;
  const guint32 persons[2] = {
    record->names_persons ? get_person (record, CADRE_FIELD_LINE_POST) : 0,
    record->names_persons ? get_person (record, CADRE_FIELD_LINE_MANAGER) : 0,
  };
  guint32 added = 0;

  if (!cadre_tables_append (self->tables, kind, &added, error) ||
      !set_fields (self, record, added, error) ||
      !cadre_extract_settle_key (self, kind, added, persons, row, error))
    return FALSE;

  if (*row != added)
    return forget_last_row (self, record, added, error) &&
           merge_fields (self, record, *row, n_added, error);

  if (persons[0] != 0 || persons[1] != 0)
    add_pending (self, record, added, persons);
  return TRUE;
}

static gboolean
put_by_id (CadreExtract *self,
           CadreExtractRecord *record,
           guint32 *row,
           guint *n_added,
           GError **error)
{
  const CadreRecordKind kind = record->map->kind;
  const guint32 id = record->by_field[0]->code;

  if (cadre_extract_find_id (self, kind, id, row))
    return merge_fields (self, record, *row, n_added, error);

  return cadre_tables_append (self->tables, kind, row, error) &&
         cadre_extract_add_id (self, kind, id, *row, error) &&
         set_fields (self, record, *row, error);
}

static gboolean
is_grouped (const CadreExtractRecord *record)
{
  const CadreExtractField *grouped = record->by_field[CADRE_FIELD_POST_GROUPED];

  return grouped != NULL && grouped->value->state == CADRE_MAP_NUMBER &&
         grouped->value->number == CADRE_TRUTH_TRUE;
}

static void
count_new (CadreExtract *self, const CadreExtractRecord *record)
{
  CadreRowFate fate = CADRE_ROW_FATE_OTHER;

  if (record->map->kind == CADRE_RECORD_KIND_POST)
    fate = is_grouped (record) ? CADRE_ROW_FATE_GROUPED_POST : CADRE_ROW_FATE_POST;
  else if (record->map->kind == CADRE_RECORD_KIND_ASSIGNMENT)
    fate = CADRE_ROW_FATE_ASSIGNMENT;

  self->fate = MIN (self->fate, fate);
  self->n_made++;
}

gboolean
cadre_extract_put_record (CadreExtract *self, CadreExtractRecord *record, GError **error)
{
  const CadreRecordKind kind = record->map->kind;
  const guint32 n_before = cadre_tables_get (self->tables, kind)->n_rows;
  const gboolean has_id = record->schema->keys == NULL && record->by_field[0] != NULL &&
                          record->by_field[0]->value->state == CADRE_MAP_TEXT;
  gboolean is_new = FALSE;
  guint32 row = 0;
  guint n_added = 0;

  if (!(has_id ? put_by_id (self, record, &row, &n_added, error)
               : put_by_key (self, record, &row, &n_added, error)))
    return FALSE;

  is_new = cadre_tables_get (self->tables, kind)->n_rows > n_before;
  if (record->has_bounds && !cadre_extract_put_bounds (self, record, row, error))
    return FALSE;
  if (record->attributes >= 0 && (record->n_named > 0 || record->n_bad > 0) &&
      !cadre_extract_put_attributes (self, record, row, is_new, &n_added, error))
    return FALSE;

  if (is_new)
    count_new (self, record);
  else if (n_added > 0)
    self->n_made++;
  else
    self->n_known++;

  return TRUE;
}
