/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Finding the records that operations are about, and whether they are as the
 * operations say. */

#include "config.h"

#include "diff/patch/cadre-patch-fit-private.h"

#include <string.h>

#define FEW 32 /* operations are few where there are so many rows for each */

/* The rows of one kind, by the first text of their key. */
typedef struct
{
  CadrePatchFit *fit;
  CadreRecordKind kind;
  const CadreTable *table; /* of the base */
  const CadreTable *old;
  gboolean has_id;
  int field;      /* of the key, by which rows are together; -1 where they are not */
  guint32 *first; /* (nullable): by code, the first row; NULL where operations are few */
  guint32 n_codes;
} Finder;

/* The field by which rows are in order first, where it is a text. */
static int
find_key_field (const CadreSchema *schema)
{
  const guint field = schema->keys != NULL ? schema->keys[0] : 0;

  return cadre_field_kind_is_text (schema->fields[field].kind) ? (int) field : -1;
}

static gboolean
finder_init (Finder *self, CadrePatchFit *fit, CadreRecordKind kind)
{
  memset (self, 0, sizeof (*self));
  self->fit = fit;
  self->kind = kind;
  self->table = cadre_tables_get (fit->base, kind);
  self->old = cadre_tables_get (fit->old, kind);
  self->has_id = cadre_schema_get (kind)->keys == NULL;
  self->field = find_key_field (cadre_schema_get (kind));
  self->n_codes = cadre_string_table_size (fit->base->strings);
  if (self->field < 0 || fit->n_of_kind[kind] < self->table->n_rows / FEW)
    return TRUE;

  self->first = g_try_new (guint32, self->n_codes);
  if (self->first == NULL)
    return FALSE;
  memset (self->first, 0xff, self->n_codes * sizeof (guint32));
  for (guint32 row = self->table->n_rows; row > 0; row--)
    self->first[cadre_table_code (self->table, (guint) self->field, row - 1)] = row - 1;

  return TRUE;
}

/* Assignments without an id are in order of the person first. */
static int
compare_to (const Finder *self, guint32 row, guint32 id, guint32 person)
{
  const CadreStringTable *strings = self->fit->tables->strings;
  const guint32 row_id = cadre_table_code (self->table, (guint) self->field, row);

  if (row_id != id)
    return cadre_string_table_compare (strings, row_id, id);
  if (id != 0 || self->kind != CADRE_RECORD_KIND_ASSIGNMENT)
    return 0;

  return cadre_string_table_compare (strings,
                                     cadre_table_code (self->table, CADRE_FIELD_ASSIGNMENT_PERSON,
                                                       row),
                                     person);
}

static guint32
search (const Finder *self, guint32 id, guint32 person)
{
  guint32 low = 0;
  guint32 high = self->table->n_rows;

  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;

      if (compare_to (self, middle, id, person) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The rows that may have the key of a row of the operations: from here on, as
 * long as compare_to() is 0. */
static guint32
find_first (const Finder *self, guint32 id, guint32 person)
{
  if (self->field < 0)
    return 0;
  if (self->first == NULL || (id == 0 && self->kind == CADRE_RECORD_KIND_ASSIGNMENT))
    return search (self, id, person);

  return id < self->n_codes && self->first[id] != CADRE_NO_ROW ? self->first[id]
                                                               : self->table->n_rows;
}

static gboolean
has_key (const Finder *self, guint32 row, guint32 old_row)
{
  const guint64 mask = cadre_patch_key_mask (self->kind);

  if (self->has_id)
    {
      const guint32 id = cadre_table_code (self->table, 0, row);

      if (id != cadre_table_code (self->old, 0, old_row))
        return FALSE;
      if (id != 0)
        return TRUE;
    }
  for (guint i = 0; i < CADRE_MAX_FIELDS; i++)
    if ((mask >> i & 1) != 0 &&
        !cadre_tables_cells_equal (self->fit->base, row, self->fit->old, old_row, self->kind, i))
      return FALSE;

  return TRUE;
}

static gboolean
is_same_record (const Finder *self, guint32 row, guint32 old_row)
{
  const guint n_fields = cadre_schema_get (self->kind)->n_fields;

  for (guint i = 0; i < n_fields; i++)
    if ((self->table->columns[i] != NULL || self->old->columns[i] != NULL ||
         cadre_schema_get (self->kind)->fields[i].kind == CADRE_FIELD_KIND_TEXT) &&
        !cadre_tables_cells_equal (self->fit->base, row, self->fit->old, old_row, self->kind, i))
      return FALSE;

  return cadre_tables_cells_equal (self->fit->base, row, self->fit->old, old_row, self->kind,
                                   CADRE_CELL_UNKNOWN_MEMBERS);
}

/* Finds what is deleted by all that it holds, and what is changed by its key
 * alone, among what is not deleted. */
static void
find_row (Finder *self, guint32 i)
{
  CadrePatchFit *fit = self->fit;
  const gboolean is_deleted = fit->patch->ops[i].action == CADRE_PATCH_ACTION_DELETE;
  const guint32 old_row = fit->old_rows[i];
  guint32 id = 0;
  guint32 person = 0;
  guint32 n_found = 0;
  gboolean has_other = FALSE;

  if (self->field >= 0)
    id = cadre_table_code (self->old, (guint) self->field, old_row);
  if (self->kind == CADRE_RECORD_KIND_ASSIGNMENT)
    person = cadre_table_code (self->old, CADRE_FIELD_ASSIGNMENT_PERSON, old_row);

  for (guint32 row = find_first (self, id, person);
       row < self->table->n_rows && (self->field < 0 || compare_to (self, row, id, person) == 0) &&
       n_found < (is_deleted ? 1 : 2);
       row++)
    {
      if (fit->deleted[self->kind][row] || !has_key (self, row, old_row))
        continue;
      if (is_deleted && !is_same_record (self, row, old_row))
        {
          has_other = TRUE;
          continue;
        }
      fit->rows[i] = row;
      n_found++;
    }

  if (n_found == 0)
    cadre_patch_fit_report (fit, i, has_other ? CADRE_MISFIT_DIFFERS : CADRE_MISFIT_MISSING);
  else if (is_deleted)
    fit->deleted[self->kind][fit->rows[i]] = TRUE;
  else if (n_found > 1)
    {
      fit->rows[i] = CADRE_NO_ROW;
      cadre_patch_fit_report (fit, i, CADRE_MISFIT_AMBIGUOUS);
    }
}

static void
check_value (Finder *self, guint32 i)
{
  CadrePatchFit *fit = self->fit;
  const CadrePatchOp *op = &fit->patch->ops[i];
  const CadrePatchOp *last = i > 0 ? op - 1 : NULL;

  if (last != NULL && last->kind == op->kind && last->key == op->key && last->field == op->field)
    cadre_patch_fit_report (fit, i, CADRE_MISFIT_REPEATED);
  else if (!cadre_tables_cells_equal (fit->base, fit->rows[i], fit->old, fit->old_rows[i],
                                      self->kind, op->field))
    cadre_patch_fit_report (fit, i, CADRE_MISFIT_DIFFERS);
}

static gboolean
find_kind (CadrePatchFit *fit, CadreRecordKind kind)
{
  const CadrePatch *patch = fit->patch;
  Finder self;

  fit->deleted[kind] = g_try_malloc0 (MAX (cadre_tables_get (fit->base, kind)->n_rows, 1));
  if (fit->deleted[kind] == NULL || !finder_init (&self, fit, kind))
    return FALSE;

  for (guint32 i = 0; i < patch->n_ops; i++)
    if (patch->ops[i].kind == kind && patch->ops[i].action == CADRE_PATCH_ACTION_DELETE)
      find_row (&self, i);
  for (guint32 i = 0; i < patch->n_ops; i++)
    {
      if (patch->ops[i].kind != kind || patch->ops[i].action == CADRE_PATCH_ACTION_DELETE ||
          patch->ops[i].action == CADRE_PATCH_ACTION_CREATE)
        continue;
      find_row (&self, i);
      if (fit->rows[i] != CADRE_NO_ROW)
        check_value (&self, i);
    }

  g_free (self.first);
  return TRUE;
}

static gboolean
is_same_list (const CadreTables *a, guint32 offset_a, const CadreTables *b, guint32 offset_b)
{
  guint n_a = 0;
  guint n_b = 0;
  const guint32 *list_a = cadre_tables_list (a, offset_a, &n_a);
  const guint32 *list_b = cadre_tables_list (b, offset_b, &n_b);

  return (offset_a == 0) == (offset_b == 0) && n_a == n_b &&
         (n_a == 0 || memcmp (list_a, list_b, n_a * sizeof (guint32)) == 0);
}

static gboolean
is_same_head (const CadrePatchFit *self, guint field)
{
  const CadreTables *base = self->base;
  const CadreTables *old = self->old;

  switch (field)
    {
    case CADRE_HEAD_FIELD_ID:
      return base->id == old->id;
    case CADRE_HEAD_FIELD_TITLE:
      return base->title == old->title &&
             is_same_list (base, base->title_translations, old, old->title_translations);
    case CADRE_HEAD_FIELD_AS_OF:
      return base->as_of == old->as_of;
    case CADRE_HEAD_FIELD_LANGUAGE:
      return base->language == self->old_language;
    case CADRE_HEAD_FIELD_SOURCE:
      return base->source == old->source;
    case CADRE_HEAD_FIELD_LICENCE:
      return base->licence == old->licence;
    case CADRE_HEAD_FIELD_NOTES:
      return is_same_list (base, base->notes, old, old->notes);
    default:
      return base->extra == old->extra;
    }
}

static void
check_head (CadrePatchFit *self)
{
  const CadrePatchOp *ops = self->patch->ops;

  for (guint32 i = 0; i < self->patch->n_ops && ops[i].kind == CADRE_PATCH_HEAD; i++)
    if (i > 0 && ops[i - 1].field == ops[i].field)
      cadre_patch_fit_report (self, i, CADRE_MISFIT_REPEATED);
    else if (!is_same_head (self, ops[i].field))
      cadre_patch_fit_report (self, i, CADRE_MISFIT_DIFFERS);
}

gboolean
cadre_patch_fit_find (CadrePatchFit *self, GError **error)
{
  check_head (self);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (self->n_of_kind[kind] > 0 && !find_kind (self, kind))
      return cadre_patch_set_memory_error (error);

  return TRUE;
}
