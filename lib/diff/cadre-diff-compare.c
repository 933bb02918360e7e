/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Comparing paired rows, one column after the other. */

#include "config.h"

#include "diff/cadre-diff-private.h"
#include "kernel/cadre-compare-private.h"

#include <string.h>

G_STATIC_ASSERT (CADRE_NO_ROW == CADRE_KERNEL_NO_PARTNER);

typedef struct
{
  const CadreSides *sides;
  const CadreTable *before;
  const CadreTable *after;
  CadreKernelBlock *block;
  gboolean same_language; /* the two structures have the same first language */
} Comparison;

static const guint32 *
codes_for (const CadreSides *sides, const CadreField *field)
{
  return field->kind == CADRE_FIELD_KIND_REFERENCE && field->target == CADRE_RECORD_KIND_POST
           ? sides->post_codes
           : sides->codes;
}

gboolean
cadre_diff_is_same_code (const CadreSides *sides,
                         CadreRecordKind kind,
                         guint field,
                         guint32 code_before,
                         guint32 code_after)
{
  return codes_for (sides, &cadre_schema_get (kind)->fields[field])[code_before] == code_after;
}

/* Asks for each row of the block that has a partner. */
static void
compare_each (Comparison *self,
              guint i,
              gboolean (*is_same) (Comparison *self, guint i, guint32 before, guint32 after))
{
  if (self->before->columns[i] == NULL && self->after->columns[i] == NULL)
    return;

  for (guint32 k = 0; k < self->block->n_runs; k++)
    {
      const CadreKernelRun *run = &self->block->runs[k];

      for (guint32 n = 0; n < run->n; n++)
        if (!is_same (self, i, run->before + n, run->after + n))
          self->block->marks[run->after + n - self->block->first] |= (guint64) 1 << i;
    }
}

static gboolean
is_never_same (Comparison *self, guint i, guint32 before, guint32 after)
{
  return FALSE;
}

static gboolean
is_same_list (Comparison *self, guint i, guint32 before, guint32 after)
{
  const guint32 offset_before = cadre_table_code (self->before, i, before);
  const guint32 offset_after = cadre_table_code (self->after, i, after);
  guint n_before = 0;
  guint n_after = 0;
  const guint32 *list_before = cadre_tables_list (self->sides->before, offset_before, &n_before);
  const guint32 *list_after = cadre_tables_list (self->sides->after, offset_after, &n_after);

  if (n_before != n_after || (offset_before == 0) != (offset_after == 0))
    return FALSE;
  for (guint k = 0; k < n_before; k++)
    if (self->sides->codes[list_before[k]] != list_after[k])
      return FALSE;

  return TRUE;
}

/* Open and unknown are one for a date that is no bound. */
static gboolean
is_same_date (Comparison *self, guint i, guint32 before, guint32 after)
{
  const guint32 a = cadre_table_code (self->before, i, before);
  const guint32 b = cadre_table_code (self->after, i, after);

  return a == b || (!cadre_packed_date_is_known (a) && !cadre_packed_date_is_known (b));
}

static gboolean
is_same_fraction (Comparison *self, guint i, guint32 before, guint32 after)
{
  gint64 n_before = 0, d_before = 0, n_after = 0, d_after = 0;

  cadre_tables_fraction (self->sides->before, self->before, i, before, &n_before, &d_before);
  cadre_tables_fraction (self->sides->after, self->after, i, after, &n_after, &d_after);

  if (n_before == n_after && d_before == d_after)
    return TRUE;
  return d_before != 0 && d_after != 0 &&
         (__int128) n_before * d_after == (__int128) n_after * d_before;
}

static void
compare_texts (Comparison *self, guint i)
{
  const CadreField *field = &cadre_schema_get (self->after->kind)->fields[i];

  /* The ids of paired rows are equal but for those of posts. */
  if (field->kind == CADRE_FIELD_KIND_ID && self->after->kind != CADRE_RECORD_KIND_POST)
    return;
  if (self->before->columns[i] == NULL && self->after->columns[i] == NULL)
    return;

  /* In different first languages no two columns are alike: all rows are marked,
   * and looked at language by language later. */
  if (field->kind == CADRE_FIELD_KIND_TEXT && !self->same_language)
    compare_each (self, i, is_never_same);
  else
    cadre_kernel_compare_codes (self->block, self->after->columns[i], self->before->columns[i],
                                codes_for (self->sides, field), i);
}

static void
compare_numbers (Comparison *self, guint i)
{
  const CadreField *field = &cadre_schema_get (self->after->kind)->fields[i];
  const void *after = self->after->columns[i];
  const void *before = self->before->columns[i];

  if (after == NULL && before == NULL)
    return;

  switch (cadre_field_kind_size (field->kind))
    {
    case 1:
      cadre_kernel_compare_8 (self->block, after, (guint8) field->initial, before,
                              (guint8) field->initial, i);
      break;
    case 8:
      cadre_kernel_compare_64 (self->block, after, field->initial, before, field->initial, i);
      break;
    default:
      cadre_kernel_compare_32 (self->block, after, (guint32) field->initial, before,
                               (guint32) field->initial, i);
    }
}

static void
compare_field (Comparison *self, guint i)
{
  const CadreField *field = &cadre_schema_get (self->after->kind)->fields[i];

  if (cadre_field_kind_is_text (field->kind))
    compare_texts (self, i);
  else if (field->kind <= CADRE_FIELD_KIND_ATTRIBUTES)
    compare_each (self, i, is_same_list);
  else if (field->kind == CADRE_FIELD_KIND_DATE)
    compare_each (self, i, is_same_date);
  else if (field->kind == CADRE_FIELD_KIND_FRACTION)
    compare_each (self, i, is_same_fraction);
  else
    compare_numbers (self, i);
}

/* Marks the cells that have a text in a further language; they are looked at
 * language by language later. */
static void
mark_translations (const CadreTables *tables,
                   CadreRecordKind kind,
                   const guint32 *row_after,
                   guint64 *marks)
{
  for (guint32 i = 0; i < tables->n_translations; i++)
    {
      const CadreTranslation *translation = &tables->translations[i];
      guint32 row = translation->row;

      if (translation->kind != kind)
        continue;
      if (row_after != NULL)
        row = row_after[row];
      if (row != CADRE_NO_ROW)
        marks[row] |= (guint64) 1 << translation->field;
    }
}

/* What is to be looked at in any case; NULL in @marks where there is none. */
gboolean
cadre_diff_mark_translations (const CadreSides *sides,
                              CadreRecordKind kind,
                              const CadrePairing *pairing,
                              guint64 **marks)
{
  *marks = NULL;
  if (sides->before->n_translations == 0 && sides->after->n_translations == 0)
    return TRUE;

  *marks = g_try_new0 (guint64, cadre_tables_get (sides->after, kind)->n_rows);
  if (*marks == NULL)
    return FALSE;

  mark_translations (sides->before, kind, pairing->after_of, *marks);
  mark_translations (sides->after, kind, NULL, *marks);
  return TRUE;
}

void
cadre_diff_compare (const CadreSides *sides, CadreRecordKind kind, CadreKernelBlock *block)
{
  const guint n_fields = cadre_schema_get (kind)->n_fields;
  Comparison self = { 0 };

  self.sides = sides;
  self.before = cadre_tables_get (sides->before, kind);
  self.after = cadre_tables_get (sides->after, kind);
  self.same_language = sides->codes[sides->before->language] == sides->after->language;
  self.block = block;

  for (guint i = 0; i < n_fields; i++)
    compare_field (&self, i);
  if (self.before->extra != NULL || self.after->extra != NULL)
    cadre_kernel_compare_codes (block, self.after->extra, self.before->extra, sides->codes,
                                CADRE_UNKNOWN_MEMBERS);
}

/* Whether a cell holds no value that is known. A bound of a period that is open
 * is known. */
gboolean
cadre_diff_is_unknown (const CadreTable *table, guint field, guint32 row)
{
  const CadreFieldKind kind = cadre_schema_get (table->kind)->fields[field].kind;

  switch (kind)
    {
    case CADRE_FIELD_KIND_DATE:
      return !cadre_packed_date_is_known (cadre_table_code (table, field, row));
    case CADRE_FIELD_KIND_VALID_FROM:
    case CADRE_FIELD_KIND_VALID_TO:
      return cadre_table_code (table, field, row) == CADRE_PACKED_DATE_UNKNOWN;
    case CADRE_FIELD_KIND_INTEGER:
      return cadre_table_integer (table, field, row) < 0;
    case CADRE_FIELD_KIND_WORD:
      return cadre_table_word (table, field, row) == 0;
    case CADRE_FIELD_KIND_TRUTH:
      return cadre_table_word (table, field, row) == CADRE_TRUTH_UNKNOWN;
    case CADRE_FIELD_KIND_PENCE:
      return cadre_table_pence (table, field, row) < 0;
    case CADRE_FIELD_KIND_FRACTION:
      return table->columns[field] == NULL ||
             table->denominators[field][row] < CADRE_FIRST_DENOMINATOR;
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
    case CADRE_FIELD_KIND_REFERENCE:
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
    case CADRE_FIELD_KIND_ATTRIBUTES:
    default:
      return cadre_table_code (table, field, row) == 0;
    }
}
