/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A step on the rows of an extract, as the other system would take it. Cells are
 * compared as what they mean, so that 1/4/2024 is 01/04/2024. */

#include "config.h"

#include "exchange/feed/cadre-feed-private.h"

#include <string.h>

/* A row whose rules are those of a record of the map. */
typedef struct
{
  CadreFeedRows *rows;
  const CadreMapTable *table;
  const CadreMapRecord *carrier;
  gboolean rides;
} Rehearsal;

static char **
get_row (const CadreFeedRows *rows, guint i)
{
  return rows->rows->pdata[i];
}

/* The text of a cell without the blanks around it. */
static const char *
get_cell (const CadreFeedRows *rows, guint row, guint column, gsize *length)
{
  const guint cell = rows->cells[column];
  const char *text = cell != CADRE_NO_COLUMN ? get_row (rows, row)[cell] : "";
  gsize n = 0;

  while (g_ascii_isspace (*text))
    text++;
  n = strlen (text);
  while (n > 0 && g_ascii_isspace (text[n - 1]))
    n--;

  *length = n;
  return text;
}

static gboolean
is_empty_cell (const CadreFeedRows *rows, guint row, guint column)
{
  gsize length = 0;
  const char *text = get_cell (rows, row, column, &length);

  return cadre_map_is_empty (cadre_map_column (rows->table, column), text, length);
}

static void
set_cell (CadreFeedRows *rows, guint row, guint column, const char *text)
{
  const guint cell = rows->cells[column];

  if (cell == CADRE_NO_COLUMN || strcmp (get_row (rows, row)[cell], text) == 0)
    return;

  g_free (get_row (rows, row)[cell]);
  get_row (rows, row)[cell] = g_strdup (text);
}

static gboolean
is_same_value (const CadreMapValue *a, const CadreMapValue *b)
{
  if (a->state != b->state)
    return FALSE;
  if (a->state == CADRE_MAP_TEXT || a->state == CADRE_MAP_BAD)
    return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
  if (a->state == CADRE_MAP_FRACTION)
    return a->number == b->number && a->denominator == b->denominator;

  return a->state == CADRE_MAP_ABSENT || a->number == b->number;
}

/* Whether the cell of a row, in the column of one record, says what a cell in the
 * column of another says of the same field. */
static gboolean
says_same (const CadreFeedRows *rows,
           guint row,
           CadreRecordKind kind,
           const CadreMapField *there,
           const CadreMapField *here,
           const char *expected)
{
  const CadreField *spec = &cadre_schema_get (kind)->fields[here->field];
  g_autoptr (GEnumClass) words = NULL;
  CadreMapValue a = { 0 };
  CadreMapValue b = { 0 };
  gsize length = 0;
  const char *text = get_cell (rows, row, there->column, &length);

  if (spec->kind == CADRE_FIELD_KIND_WORD)
    words = g_type_class_ref (spec->get_type ());
  cadre_map_value_read (cadre_map_column (rows->table, there->column), spec, words, text, length,
                        &a);
  cadre_map_value_read (cadre_map_column (rows->table, here->column), spec, words, expected,
                        strlen (expected), &b);
  return is_same_value (&a, &b);
}

static gboolean
meets (const CadreFeedRows *rows, guint row, const CadreMapRecord *record)
{
  for (guint i = 0; i < record->conditions->len; i++)
    {
      const CadreMapCondition *condition = cadre_map_condition (record, i);
      gsize length = 0;
      const char *text = get_cell (rows, row, condition->column, &length);
      g_autofree char *word = g_strndup (text, length);

      if (g_strv_contains ((const char *const *) condition->words, word) == condition->negated)
        return FALSE;
    }

  return TRUE;
}

/* Whether a row is of the record that @cells are of, read as @record. */
static gboolean
is_of (const Rehearsal *self, guint row, const CadreMapRecord *record, char **cells)
{
  const CadreMapField *fields[CADRE_MAX_FIELDS];
  const guint n = cadre_feed_get_identity (self->table, self->carrier, fields);

  if (!meets (self->rows, row, record))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      const CadreMapField *there = cadre_feed_find_field (record, fields[i]->field);
      const char *expected = cells[fields[i]->column];

      if (there == NULL || there->column == CADRE_NO_COLUMN || expected == NULL ||
          !says_same (self->rows, row, record->kind, there, fields[i], expected))
        return FALSE;
    }

  return n > 0;
}

/* The column of the posts that the rows are of; CADRE_NO_COLUMN where they are of
 * none, or of nothing but what the carrier is about. */
static guint
find_post_column (const Rehearsal *self)
{
  for (guint i = 0; i < self->table->records->len; i++)
    {
      const CadreMapRecord *record = cadre_map_record (self->table, i);
      const CadreMapField *id = NULL;

      if (record->kind == CADRE_RECORD_KIND_POST && record->group == self->carrier->group)
        id = cadre_feed_find_field (record, 0);
      if (id != NULL && id->column != CADRE_NO_COLUMN)
        return id->column;
    }

  return CADRE_NO_COLUMN;
}

static gboolean
has_column (const CadreMapRecord *record, guint column)
{
  for (guint i = 0; i < record->fields->len; i++)
    if (cadre_map_field (record, i)->column == column)
      return TRUE;

  return FALSE;
}

/* Whether a column is about assignments, and the people in them, alone. */
static gboolean
is_of_people (CadreRecordKind kind)
{
  return kind == CADRE_RECORD_KIND_ASSIGNMENT || kind == CADRE_RECORD_KIND_PERSON;
}

static gboolean
is_own_column (const Rehearsal *self, guint column)
{
  const gboolean people = is_of_people (self->carrier->kind);

  for (guint i = 0; i < self->table->records->len; i++)
    {
      const CadreMapRecord *record = cadre_map_record (self->table, i);
      const gboolean belongs = record == self->carrier || (people && is_of_people (record->kind));

      if (record->group == self->carrier->group && !belongs && has_column (record, column))
        return FALSE;
    }

  return TRUE;
}

/* Empties what the row says of the carrier, and of nothing else. */
static void
blank (const Rehearsal *self, guint row)
{
  for (guint i = 0; i < self->table->records->len; i++)
    {
      const CadreMapRecord *record = cadre_map_record (self->table, i);

      if (record != self->carrier &&
          !(is_of_people (self->carrier->kind) && is_of_people (record->kind)))
        continue;
      for (guint j = 0; j < record->fields->len; j++)
        {
          const guint column = cadre_map_field (record, j)->column;

          if (column != CADRE_NO_COLUMN && is_own_column (self, column))
            set_cell (self->rows, row, column, "");
        }
    }
}

static guint
count_rows_of_post (const Rehearsal *self, guint post_column, guint row)
{
  gsize length = 0;
  const char *text = get_cell (self->rows, row, post_column, &length);
  guint n = 0;

  for (guint i = 0; i < self->rows->rows->len; i++)
    {
      gsize other = 0;
      const char *cell = get_cell (self->rows, i, post_column, &other);

      n += other == length && memcmp (cell, text, length) == 0;
    }

  return n;
}

/* Takes the record out of a row: the row goes, unless it is of a post that stays. */
static void
end_row (const Rehearsal *self, guint row)
{
  const guint post_column = find_post_column (self);
  const gboolean is_of_post =
    post_column != CADRE_NO_COLUMN && !is_empty_cell (self->rows, row, post_column);

  if (self->carrier->kind == CADRE_RECORD_KIND_POST || !is_of_post)
    g_ptr_array_remove_index (self->rows->rows, row);
  else if (self->carrier->kind == CADRE_RECORD_KIND_ASSIGNMENT &&
           count_rows_of_post (self, post_column, row) > 1)
    g_ptr_array_remove_index (self->rows->rows, row);
  else if (self->rides)
    blank (self, row);
}

/* From the end, since rows go. */
static void
end_rows (const Rehearsal *self, char **cells)
{
  for (guint i = self->rows->rows->len; i > 0; i--)
    if (is_of (self, i - 1, self->carrier, cells))
      end_row (self, i - 1);
}

/* Rows that say the same from the other end go as well. */
static void
end_mirrors (const Rehearsal *self, char **cells)
{
  for (guint i = 0; i < self->table->records->len; i++)
    {
      const CadreMapRecord *record = cadre_map_record (self->table, i);

      if (record->kind != self->carrier->kind || !record->reads_only)
        continue;
      for (guint row = self->rows->rows->len; row > 0; row--)
        if (is_of (self, row - 1, record, cells))
          g_ptr_array_remove_index (self->rows->rows, row - 1);
    }
}

static void
overwrite (const Rehearsal *self, guint row, char **cells)
{
  for (guint i = 0; i < self->table->columns->len; i++)
    if (cells[i] != NULL)
      set_cell (self->rows, row, i, cells[i]);
}

static void
append (const Rehearsal *self, char **cells)
{
  char **row = g_new0 (char *, self->rows->header->len + 1);

  for (guint i = 0; i < self->rows->header->len; i++)
    row[i] = g_strdup ("");
  g_ptr_array_add (self->rows->rows, row);
  overwrite (self, self->rows->rows->len - 1, cells);
}

/* A vacant row of the post, or -1. */
static int
find_vacant_row (const Rehearsal *self, char **cells)
{
  const CadreMapField *post = cadre_feed_find_field (self->carrier, CADRE_FIELD_ASSIGNMENT_POST);
  const CadreMapField *person =
    cadre_feed_find_field (self->carrier, CADRE_FIELD_ASSIGNMENT_PERSON);

  if (!self->rides || post == NULL || person == NULL || person->column == CADRE_NO_COLUMN ||
      cells[post->column] == NULL)
    return -1;

  for (guint row = 0; row < self->rows->rows->len; row++)
    if (meets (self->rows, row, self->carrier) && is_empty_cell (self->rows, row, person->column) &&
        says_same (self->rows, row, self->carrier->kind, post, post, cells[post->column]))
      return (int) row;

  return -1;
}

/* What the rows of a post say of the post goes into a new row of it too, so that
 * it stays when they go. */
static void
copy_post (const Rehearsal *self, guint source, guint target)
{
  for (guint i = 0; i < self->table->columns->len; i++)
    {
      const guint cell = self->rows->cells[i];

      if (cell != CADRE_NO_COLUMN && cadre_map_column (self->table, i)->is_used &&
          !is_own_column (self, i))
        set_cell (self->rows, target, i, get_row (self->rows, source)[cell]);
    }
}

static int
find_row_of_post (const Rehearsal *self, char **cells)
{
  const CadreMapField *post = cadre_feed_find_field (self->carrier, CADRE_FIELD_ASSIGNMENT_POST);

  for (guint row = 0; self->rides && post != NULL && row < self->rows->rows->len; row++)
    if (meets (self->rows, row, self->carrier) &&
        says_same (self->rows, row, self->carrier->kind, post, post, cells[post->column]))
      return (int) row;

  return -1;
}

static void
start_assignment (const Rehearsal *self, char **cells)
{
  const int vacant = find_vacant_row (self, cells);
  const int other = find_row_of_post (self, cells);

  if (vacant >= 0)
    {
      overwrite (self, (guint) vacant, cells);
      return;
    }

  append (self, cells);
  if (other >= 0)
    {
      copy_post (self, (guint) other, self->rows->rows->len - 1);
      overwrite (self, self->rows->rows->len - 1, cells);
    }
}

static gboolean
moves (const Rehearsal *self, char **before, char **after)
{
  const CadreMapField *post = cadre_feed_find_field (self->carrier, CADRE_FIELD_ASSIGNMENT_POST);

  return self->rides && post != NULL && before != NULL &&
         g_strcmp0 (before[post->column], after[post->column]) != 0;
}

static void
put_rows (const Rehearsal *self, char **identity, char **cells)
{
  gboolean is_put = FALSE;

  for (guint row = 0; row < self->rows->rows->len; row++)
    if (is_of (self, row, self->carrier, identity))
      {
        overwrite (self, row, cells);
        is_put = TRUE;
      }

  if (!is_put)
    append (self, cells);
}

void
cadre_feed_rows_take_step (CadreFeedRows *self, CadreFeedStep *step)
{
  const CadreFeedPlan *plan = &step->plan;
  const Rehearsal rehearsal = { self, plan->table, plan->carrier,
                                cadre_feed_rides (plan->table, plan->carrier) };
  char **identity = step->before != NULL ? step->before : step->cells;

  end_mirrors (&rehearsal, identity);
  if (plan->after == CADRE_NO_ROW)
    end_rows (&rehearsal, identity);
  else if (plan->carrier->kind != CADRE_RECORD_KIND_ASSIGNMENT)
    put_rows (&rehearsal, identity, step->cells);
  else if (moves (&rehearsal, step->before, step->cells))
    {
      end_rows (&rehearsal, step->before);
      start_assignment (&rehearsal, step->cells);
    }
  else if (step->before != NULL)
    put_rows (&rehearsal, identity, step->cells);
  else
    start_assignment (&rehearsal, step->cells);
}
