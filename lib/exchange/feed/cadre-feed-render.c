/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A record as the cells of a row, with the records that it names beside it where
 * the table has columns for them. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "exchange/feed/cadre-feed-private.h"

#include <string.h>

typedef struct
{
  CadreChangeFeed *feed;
  const CadreTables *tables;
  const CadreIndex *index;
  const CadreMapTable *table;
  char **cells;
  guint32 *codes; /* by column: the string code of a text of ours, or 0 */
  guint32 last_day;
} Rendering;

void
cadre_feed_free_cells (char **cells, guint n)
{
  for (guint i = 0; cells != NULL && i < n; i++)
    g_free (cells[i]);
  g_free (cells);
}

static guint32
find_attribute (Rendering *self, CadreRecordKind kind, guint32 row, const CadreMapField *field)
{
  const CadreTable *table = cadre_tables_get (self->tables, kind);
  guint n = 0;
  const guint32 *codes =
    cadre_tables_list (self->tables, cadre_table_code (table, field->field, row), &n);

  for (guint i = 0; i + 1 < n; i += 2)
    if (strcmp (cadre_tables_text (self->tables, codes[i]), field->attribute) == 0)
      return codes[i + 1];

  return CADRE_STRING_UNKNOWN;
}

/* The person in a post, where there is just one. */
static guint32
find_person (Rendering *self, guint32 post)
{
  const CadreTable *table = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 person = CADRE_STRING_UNKNOWN;
  guint32 n = 0;
  const guint32 *rows = post < CADRE_AMBIGUOUS_ROW
                          ? cadre_backward_get (&self->index->assignments_of_post, post, &n)
                          : NULL;

  for (guint32 i = 0; i < n; i++)
    {
      const guint32 code = cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PERSON, rows[i]);

      if (person != CADRE_STRING_UNKNOWN && code != person)
        return CADRE_STRING_UNKNOWN;
      person = code;
    }

  return person;
}

static guint32
get_code (Rendering *self, const CadreMapRecord *record, const CadreMapField *field, guint32 row)
{
  const CadreTable *table = cadre_tables_get (self->tables, record->kind);
  const CadreField *spec = &cadre_schema_get (record->kind)->fields[field->field];

  if (field->form == CADRE_MAP_FIELD_ATTRIBUTE)
    return find_attribute (self, record->kind, row, field);
  if (field->form != CADRE_MAP_FIELD_PLAIN)
    return find_person (self, cadre_table_reference (table, field->field, row));

  return cadre_field_kind_is_text (spec->kind) ? cadre_table_code (table, field->field, row)
                                               : CADRE_STRING_UNKNOWN;
}

/* Whether a post is to be named by its holder, and has none or several. */
static gboolean
lacks_person (Rendering *self,
              const CadreMapRecord *record,
              const CadreMapField *field,
              guint32 row)
{
  const CadreTable *table = cadre_tables_get (self->tables, record->kind);

  return field->form >= CADRE_MAP_FIELD_MANAGER_PERSON &&
         cadre_table_code (table, field->field, row) >= CADRE_STRING_FIRST &&
         get_code (self, record, field, row) < CADRE_STRING_FIRST;
}

static void
write_last_day (Rendering *self, const CadreMapColumn *column, GString *text)
{
  const GArray *dates = column->forms.dates;
  char iso[11];

  g_string_truncate (text, 0);
  cadre_packed_date_format (self->last_day, iso);
  if (dates == NULL || dates->len == 0 ||
      !cadre_map_date_write (&g_array_index (dates, CadreMapDateForm, 0), self->last_day, text))
    g_string_assign (text, iso);
}

static void
write_field (Rendering *self,
             const CadreMapRecord *record,
             const CadreMapField *field,
             guint32 row,
             GString *text)
{
  const CadreMapColumn *column = cadre_map_column (self->table, field->column);
  const CadreField *spec = &cadre_schema_get (record->kind)->fields[field->field];
  const guint32 code = get_code (self, record, field, row);

  if (self->last_day != 0 && spec->kind == CADRE_FIELD_KIND_VALID_TO)
    write_last_day (self, column, text);
  else if (field->form != CADRE_MAP_FIELD_PLAIN)
    {
      if (code >= CADRE_STRING_FIRST)
        cadre_map_text_write (column, cadre_tables_text (self->tables, code), text);
      if (lacks_person (self, record, field, row))
        g_array_append_val (self->feed->unwritten, field->column);
    }
  else if (!cadre_map_value_write (column, self->tables, record->kind, row, field->field, text))
    {
      g_string_truncate (text, 0);
      g_array_append_val (self->feed->unwritten, field->column);
    }
}

static void
fill_record (Rendering *self, const CadreMapRecord *record, guint32 row)
{
  for (guint i = 0; i < record->fields->len; i++)
    {
      const CadreMapField *field = cadre_map_field (record, i);
      g_autoptr (GString) text = NULL;

      if (field->column == CADRE_NO_COLUMN)
        continue;
      if (self->cells[field->column] != NULL && *self->cells[field->column] != '\0')
        continue;

      text = g_string_new (NULL);
      write_field (self, record, field, row, text);
      g_free (self->cells[field->column]);
      self->cells[field->column] = g_strdup (text->str);
      self->codes[field->column] = get_code (self, record, field, row);
    }
}

static void
fill_conditions (Rendering *self, const CadreMapRecord *record)
{
  for (guint i = 0; i < record->conditions->len; i++)
    {
      const CadreMapCondition *condition = cadre_map_condition (record, i);

      if (!condition->negated && self->cells[condition->column] == NULL)
        self->cells[condition->column] = g_strdup (condition->words[0]);
    }
}

/* The row of another record that the cells name by its id. */
static guint32
find_named (Rendering *self, const CadreMapRecord *record)
{
  const CadreMapField *id = cadre_feed_find_field (record, 0);
  const guint32 code =
    id != NULL && id->column != CADRE_NO_COLUMN ? self->codes[id->column] : CADRE_STRING_UNKNOWN;

  return code >= CADRE_STRING_FIRST
           ? cadre_tables_find (self->tables, record->kind, cadre_tables_text (self->tables, code))
           : CADRE_NO_ROW;
}

static gboolean
may_stand_beside (const CadreMapRecord *record, const CadreMapRecord *carrier)
{
  return record != carrier && record->group == carrier->group && !record->reads_only &&
         record->kind != carrier->kind && record->kind != CADRE_RECORD_KIND_ASSIGNMENT &&
         cadre_schema_get (record->kind)->keys == NULL;
}

static void
fill_others (Rendering *self, const CadreMapRecord *carrier)
{
  g_autofree gboolean *done = g_new0 (gboolean, self->table->records->len);
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      goes_on = FALSE;
      for (guint i = 0; i < self->table->records->len; i++)
        {
          const CadreMapRecord *record = cadre_map_record (self->table, i);
          guint32 row = CADRE_NO_ROW;

          if (done[i] || !may_stand_beside (record, carrier))
            continue;
          row = find_named (self, record);
          if (row == CADRE_NO_ROW)
            continue;
          fill_record (self, record, row);
          done[i] = TRUE;
          goes_on = TRUE;
        }
    }
}

char **
cadre_feed_render (CadreChangeFeed *self,
                   guint side,
                   const CadreMapTable *table,
                   const CadreMapRecord *carrier,
                   guint32 row,
                   gboolean with_others,
                   guint32 last_day)
{
  g_autofree guint32 *codes = g_new0 (guint32, MAX (table->columns->len, 1));
  Rendering rendering = {
    .feed = self,
    .tables = self->sides[side].tables,
    .index = self->sides[side].index,
    .table = table,
    .cells = g_new0 (char *, table->columns->len + 1),
    .codes = codes,
    .last_day = last_day,
  };

  g_array_set_size (self->unwritten, 0);
  fill_record (&rendering, carrier, row);
  rendering.last_day = 0;
  fill_conditions (&rendering, carrier);
  if (with_others)
    fill_others (&rendering, carrier);

  return rendering.cells;
}
