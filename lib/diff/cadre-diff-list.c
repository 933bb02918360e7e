/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What became of one record. */

#include "config.h"

#include "diff/cadre-diff-private.h"
#include <cadre/cadre-enum-types.h>

#define AHEAD 8   /* differences */
#define N_STEPS 3 /* from a row to a text: the cell, where the text is, and the text */

/* The first difference of an owner, or where it would be. */
static guint32
find_first (CadreDiff *self, const CadreDifference *wanted)
{
  guint32 low = 0;
  guint32 high = self->n_differences;

  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;
      const CadreDifference *candidate = &self->differences[middle];

      if (candidate->place < wanted->place ||
          (candidate->place == wanted->place && candidate->owner < wanted->owner))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
add_owner (CadreDiff *self, GArray *places, const CadreDifference *wanted)
{
  for (guint32 i = find_first (self, wanted);
       i < self->n_differences && self->differences[i].place == wanted->place &&
       self->differences[i].owner == wanted->owner;
       i++)
    g_array_append_val (places, i);
}

/* How many rows from @row on have its id. */
static guint32
count_same_id (const CadreTables *tables, CadreRecordKind kind, guint32 row)
{
  const CadreTable *table = cadre_tables_get (tables, kind);
  guint32 n = 0;

  while (row < table->n_rows && row + n < table->n_rows &&
         cadre_table_code (table, 0, row + n) == cadre_table_code (table, 0, row))
    n++;

  return n;
}

/* The rows with an id, from the first on; none where there is none. */
static guint32
find_rows (const CadreTables *tables, CadreRecordKind kind, const char *id, guint32 *n)
{
  const guint32 row = cadre_tables_find (tables, kind, id);

  *n = row != CADRE_NO_ROW ? count_same_id (tables, kind, row) : 0;
  return row;
}

void
cadre_diff_find_for (CadreDiff *self, CadreRecordKind kind, const char *id, GArray *places)
{
  guint32 after = CADRE_NO_ROW;
  guint32 before = CADRE_NO_ROW;
  guint32 n_after = 0;
  guint32 n_before = 0;
  guint32 hint = 0;

  if (cadre_schema_get (kind)->keys != NULL)
    return;

  after = find_rows (self->sides.after, kind, id, &n_after);
  before = find_rows (self->sides.before, kind, id, &n_before);
  for (guint32 i = 0; i < n_after; i++)
    {
      CadreDifference wanted = { 0 };

      cadre_diff_place (self, kind, CADRE_NO_ROW, after + i, &hint, &wanted);
      add_owner (self, places, &wanted);
    }
  for (guint32 i = 0; i < n_before; i++)
    {
      const guint32 same = self->pairings[kind].after_of[before + i];
      CadreDifference wanted = { 0 };

      cadre_diff_place (self, kind, before + i, CADRE_NO_ROW, &hint, &wanted);
      if (same == CADRE_NO_ROW || same < after || same - after >= n_after)
        add_owner (self, places, &wanted);
    }
}

/**
 * cadre_diff_list_for:
 * @self: a #CadreDiff
 * @kind: the kind of the record
 * @id: its id, before or after
 *
 * Lists what changed about one record: a post with its lines, functions and
 * funding, an assignment with its absences, and so on; see
 * cadre_change_get_owner_kind(). Where the id is of one post before and of
 * another after, the changes of the one after come first.
 *
 * Takes O(log n) time and as much again as there is to list.
 *
 * Returns: (transfer full): a list of #CadreChange, in the order of @self
 *
 * Since: 1.0
 */
GListModel *
cadre_diff_list_for (CadreDiff *self, CadreRecordKind kind, const char *id)
{
  g_autoptr (GArray) places = NULL;
  GListStore *list = NULL;

  g_return_val_if_fail (CADRE_IS_DIFF (self), NULL);
  g_return_val_if_fail ((guint) kind < CADRE_N_RECORD_KINDS, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  places = g_array_new (FALSE, FALSE, sizeof (guint32));
  list = g_list_store_new (CADRE_TYPE_CHANGE);
  cadre_diff_find_for (self, kind, id, places);
  for (guint i = 0; i < places->len; i++)
    {
      g_autoptr (CadreChange) change =
        cadre_diff_make_change (self, &self->differences[g_array_index (places, guint32, i)]);

      g_list_store_append (list, change);
    }

  return G_LIST_MODEL (list);
}

static void
write_text (CadreWriter *writer, const char *name, const char *text)
{
  if (text == NULL)
    return;

  cadre_writer_member (writer, name);
  cadre_writer_string (writer, text);
}

static void
write_others (CadreWriter *writer, char **others)
{
  if (others == NULL || others[0] == NULL)
    return;

  cadre_writer_member (writer, "others");
  cadre_writer_begin_array (writer);
  for (guint i = 0; others[i] != NULL; i++)
    cadre_writer_string (writer, others[i]);
  cadre_writer_end_array (writer);
}

static void
write_parts (const CadreChangeParts *parts, CadreWriter *writer)
{
  cadre_writer_begin_object (writer);
  write_text (writer, "kind", cadre_nick (CADRE_TYPE_CHANGE_KIND, parts->kind));
  write_text (writer, "subject", parts->subject);
  write_text (writer, "id-before", parts->id_before);
  write_text (writer, "id-after", parts->id_after);
  write_text (writer, "field", parts->field);
  write_text (writer, "language", parts->language);
  write_text (writer, "before", parts->before_text);
  write_text (writer, "after", parts->after_text);
  write_others (writer, parts->other_ids);
  if (parts->learned)
    {
      cadre_writer_member (writer, "learned");
      cadre_writer_boolean (writer, TRUE);
    }
  cadre_writer_end_object (writer);
}

void
cadre_change_write (CadreChange *change, CadreWriter *writer)
{
  write_parts (cadre_change_get_parts (change), writer);
}

static void
write_counts (CadreDiff *self, CadreWriter *writer)
{
  cadre_writer_member (writer, "counts");
  cadre_writer_begin_object (writer);
  for (guint kind = 0; kind < CADRE_N_CHANGE_KINDS; kind++)
    if (self->counts[kind] > 0)
      {
        cadre_writer_member (writer, cadre_nick (CADRE_TYPE_CHANGE_KIND, (int) kind));
        cadre_writer_integer (writer, self->counts[kind]);
      }
  cadre_writer_end_object (writer);
}

static void
write_issues (CadreDiff *self, CadreWriter *writer)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->issues));

  cadre_writer_member (writer, "issues");
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (self->issues, i);

      cadre_writer_begin_object (writer);
      write_text (writer, "code", cadre_issue_get_code (issue));
      write_text (writer, "severity",
                  cadre_nick (CADRE_TYPE_SEVERITY, cadre_issue_get_severity (issue)));
      write_text (writer, "subject", cadre_issue_get_subject (issue));
      write_text (writer, "origin", cadre_issue_get_origin (issue));
      write_text (writer, "message", cadre_issue_get_message (issue));
      cadre_writer_end_object (writer);
    }
  cadre_writer_end_array (writer);
}

/* Asks for the memory of a cell, or of its text: first where the text is said to be, and
 * later the text. Inlined by force: GCC 12 leaves out calls of what only asks. */
static inline __attribute__ ((always_inline)) void
prefetch_cell (const CadreTables *tables, const CadreTable *table, guint i, guint32 row, guint step)
{
  const CadreStringTable *strings = tables->strings;
  const CadreField *field = &cadre_schema_get (table->kind)->fields[i];
  const char *column = table->columns[i];
  guint32 code = 0;

  if (column == NULL)
    return;
  if (step == 0)
    {
      __builtin_prefetch (column + row * cadre_field_kind_size (field->kind));
      return;
    }
  if (!cadre_field_kind_is_text (field->kind))
    return;

  code = ((const guint32 *) table->columns[i])[row];
  if (step == 1)
    __builtin_prefetch ((const char *) strings->offsets +
                        (gsize) code * cadre_string_table_width (strings));
  else
    __builtin_prefetch (strings->bytes + cadre_string_table_offset (strings, code));
}

/* What a difference that is soon written is about, and the field that differs. */
static inline __attribute__ ((always_inline)) void
prefetch_difference (CadreDiff *self, gsize i, guint step)
{
  const CadreDifference *difference = &self->differences[i];
  const CadreRecordKind kind = cadre_difference_record_kind (difference);
  const CadreSchema *schema = cadre_schema_get (kind);
  const guint key = schema->keys != NULL ? schema->keys[0] : 0;
  const guint field = cadre_difference_field (difference);

  for (guint side = 0; side < 2; side++)
    {
      const CadreTables *tables = side == 0 ? self->sides.before : self->sides.after;
      const CadreTable *table = cadre_tables_get (tables, kind);
      const guint32 row = side == 0 ? difference->before : difference->after;

      if (row == CADRE_NO_ROW)
        continue;
      prefetch_cell (tables, table, key, row, step);
      if (field < schema->n_fields)
        prefetch_cell (tables, table, field, row, step);
    }
}

/* Differences are few among the rows, so that each of them would wait for memory. */
static void
prefetch_differences (CadreDiff *self, gsize i)
{
  for (guint step = 0; step < N_STEPS; step++)
    if (i + (N_STEPS - step) * AHEAD < self->n_differences)
      prefetch_difference (self, i + (N_STEPS - step) * AHEAD, step);
}

/**
 * cadre_diff_write:
 * @self: a #CadreDiff
 * @writer: where to write it
 *
 * Writes the diff as one JSON object: the ids of the two structures, how many
 * changes there are of each kind, the changes, and the issues. It is made to be
 * read by other programs; it is no document, and cannot be applied.
 *
 * Values stand in it in full. A report is what redaction is for.
 *
 * Since: 1.0
 */
void
cadre_diff_write (CadreDiff *self, CadreWriter *writer)
{
  g_return_if_fail (CADRE_IS_DIFF (self));
  g_return_if_fail (CADRE_IS_WRITER (writer));

  cadre_writer_begin_object (writer);
  write_text (writer, "before", cadre_structure_get_id (self->before));
  write_text (writer, "after", cadre_structure_get_id (self->after));
  write_counts (self, writer);
  cadre_writer_member (writer, "changes");
  cadre_writer_begin_array (writer);
  for (guint32 i = 0; i < self->n_differences; i++)
    {
      CadreChangeParts parts;

      prefetch_differences (self, i);
      cadre_diff_make_parts (self, &self->differences[i], &parts);
      write_parts (&parts, writer);
      cadre_change_parts_clear (&parts);
    }
  cadre_writer_end_array (writer);
  write_issues (self, writer);
  cadre_writer_end_object (writer);
}
