/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Carrying out operations. What stays in its place is changed where it is;
 * what is created, or gets another key, is put at the end, brought into order,
 * and goes in among the others in one pass. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "diff/patch/cadre-patch-fit-private.h"
#include "structure/cadre-tables-structure-private.h"

#include <string.h>

/* One table. */
typedef struct
{
  CadrePatchFit *fit;
  CadreRecordKind kind;
  guint32 n_base;      /* rows before */
  GHashTable *moved;   /* row of the base to the row that stands for it, and 1 */
  GHashTable *changed; /* (nullable): cells of text in several languages that are changed */
  GArray *added_by;    /* (element-type guint32): by row at the end, the operation */
} Table;

static gpointer
cell_name (guint32 row, guint field)
{
  return GSIZE_TO_POINTER ((gsize) row * CADRE_MAX_FIELDS + field + 1);
}

static gboolean
is_change (const CadrePatchOp *op, CadreRecordKind kind)
{
  return op->kind == kind && op->action != CADRE_PATCH_ACTION_CREATE &&
         op->action != CADRE_PATCH_ACTION_DELETE;
}

static gboolean
copy_record (Table *self, guint32 row, const CadreTables *other, guint32 other_row, GError **error)
{
  CadreTables *tables = self->fit->tables;
  const CadreTable *table = cadre_tables_get (other, self->kind);
  const CadreSchema *schema = cadre_schema_get (self->kind);

  for (guint i = 0; i < schema->n_fields; i++)
    if ((table->columns[i] != NULL || schema->fields[i].kind == CADRE_FIELD_KIND_TEXT) &&
        (self->changed == NULL || other != self->fit->base ||
         !g_hash_table_contains (self->changed, cell_name (other_row, i))) &&
        !cadre_tables_copy_cell (tables, row, other, other_row, self->kind, i, error))
      return FALSE;

  return cadre_tables_copy_cell (tables, row, other, other_row, self->kind,
                                 CADRE_CELL_UNKNOWN_MEMBERS, error);
}

static gboolean
add_record (Table *self,
            guint32 op,
            const CadreTables *other,
            guint32 other_row,
            guint32 *row,
            GError **error)
{
  g_array_append_val (self->added_by, op);
  return cadre_tables_append (self->fit->tables, self->kind, row, error) &&
         copy_record (self, *row, other, other_row, error);
}

/* Remembers which texts are changed, so that their old translations are not
 * copied; those that stay where they are lose theirs. */
static void
note_changed_texts (Table *self)
{
  const CadrePatchFit *fit = self->fit;
  CadreTables *tables = fit->tables;

  if (fit->base->n_translations == 0)
    return;

  self->changed = g_hash_table_new (NULL, NULL);
  for (guint32 i = 0; i < fit->patch->n_ops; i++)
    {
      const CadrePatchOp *op = &fit->patch->ops[i];
      guint32 k = 0;

      if (!is_change (op, self->kind) || op->field == CADRE_CELL_UNKNOWN_MEMBERS)
        continue;
      g_hash_table_add (self->changed, cell_name (fit->rows[i], op->field));
      k = cadre_tables_first_translation (fit->base, self->kind, fit->rows[i], op->field);
      for (; k < fit->base->n_translations &&
             cadre_translation_is_of (&fit->base->translations[k], self->kind, fit->rows[i],
                                      op->field);
           k++)
        tables->translations[k].row = CADRE_NO_ROW;
    }
}

/* The translations of rows that are not there any more. */
static void
forget_translations (Table *self, guint32 row)
{
  const CadreTables *base = self->fit->base;

  for (guint32 k = cadre_tables_first_translation (base, self->kind, row, 0);
       cadre_tables_is_translation_of_row (base, k, self->kind, row); k++)
    self->fit->tables->translations[k].row = CADRE_NO_ROW;
}

/* Records that get another key stand at the end, and not where they stood. */
static gboolean
move_records (Table *self, GError **error)
{
  CadrePatchFit *fit = self->fit;

  for (guint32 i = 0; i < fit->patch->n_ops; i++)
    {
      const CadrePatchOp *op = &fit->patch->ops[i];
      const gpointer old_row = GUINT_TO_POINTER (fit->rows[i]);
      guint32 row = 0;

      if (!is_change (op, self->kind) || !cadre_patch_is_key_field (op->kind, op->field) ||
          g_hash_table_contains (self->moved, old_row))
        continue;
      if (!add_record (self, i, fit->base, fit->rows[i], &row, error))
        return FALSE;
      g_hash_table_insert (self->moved, old_row, GUINT_TO_POINTER (row + 1));
      fit->deleted[self->kind][fit->rows[i]] = TRUE;
    }

  return TRUE;
}

static gboolean
change_records (Table *self, GError **error)
{
  CadrePatchFit *fit = self->fit;

  for (guint32 i = 0; i < fit->patch->n_ops; i++)
    {
      const CadrePatchOp *op = &fit->patch->ops[i];
      guint32 row = 0;

      if (!is_change (op, self->kind))
        continue;
      row = GPOINTER_TO_UINT (g_hash_table_lookup (self->moved, GUINT_TO_POINTER (fit->rows[i])));
      if (!cadre_tables_copy_cell (fit->tables, row != 0 ? row - 1 : fit->rows[i], fit->new_,
                                   fit->new_rows[i], self->kind, op->field, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
create_records (Table *self, GError **error)
{
  CadrePatchFit *fit = self->fit;
  guint32 row = 0;

  for (guint32 i = 0; i < fit->patch->n_ops; i++)
    if (fit->patch->ops[i].kind == self->kind &&
        fit->patch->ops[i].action == CADRE_PATCH_ACTION_CREATE &&
        !add_record (self, i, fit->new_, fit->new_rows[i], &row, error))
      return FALSE;

  return TRUE;
}

static gboolean
change_table (Table *self, GError **error)
{
  CadrePatchFit *fit = self->fit;

  note_changed_texts (self);
  if (!cadre_tables_reserve (fit->tables, self->kind, fit->n_of_kind[self->kind], error) ||
      !move_records (self, error) || !change_records (self, error) || !create_records (self, error))
    return FALSE;

  for (guint32 row = 0; fit->base->n_translations > 0 && row < self->n_base; row++)
    if (fit->deleted[self->kind][row])
      forget_translations (self, row);

  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint32 *x = a;
  const guint32 *y = b;
  const Table *self = user_data;

  return cadre_tables_compare_rows (self->fit->tables, self->kind, *x, *y);
}

/* The first row of the base from @first on that is not before a row at the end:
 * in steps that double, and then between the last two. */
static guint32
find_place (const Table *self, guint32 first, guint32 row)
{
  guint32 low = first;
  guint32 high = first;
  guint32 step = 1;

  while (high < self->n_base &&
         cadre_tables_compare_rows (self->fit->tables, self->kind, high, row) < 0)
    {
      low = high + 1;
      high = high + step < self->n_base ? high + step : self->n_base;
      step *= 2;
    }
  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;

      if (cadre_tables_compare_rows (self->fit->tables, self->kind, middle, row) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The rows that the result has, in their order. */
static guint32
merge (const Table *self, const guint32 *added, guint32 *rows)
{
  const guint8 *deleted = self->fit->deleted[self->kind];
  guint32 n = 0;
  guint32 row = 0;

  for (guint32 i = 0; i <= self->added_by->len; i++)
    {
      const guint32 place =
        i < self->added_by->len ? find_place (self, row, added[i]) : self->n_base;

      for (; row < place; row++)
        if (!deleted[row])
          rows[n++] = row;
      if (i < self->added_by->len)
        rows[n++] = added[i];
    }

  return n;
}

static gboolean
is_same_key (const Table *self, guint32 a, guint32 b)
{
  const CadreTables *tables = self->fit->tables;
  const CadreTable *table = cadre_tables_get (tables, self->kind);
  const guint64 mask = cadre_patch_key_mask (self->kind);

  if (cadre_schema_get (self->kind)->keys == NULL)
    {
      const guint32 id = cadre_table_code (table, 0, a);

      if (id != cadre_table_code (table, 0, b) || id != 0)
        return id == cadre_table_code (table, 0, b);
    }
  for (guint i = 0; i < CADRE_MAX_FIELDS; i++)
    if ((mask >> i & 1) != 0 && !cadre_tables_cells_equal (tables, a, tables, b, self->kind, i))
      return FALSE;

  return TRUE;
}

/* Looks whether a new key was there already, unless it is said that it is. */
static void
check_keys (Table *self, const guint32 *rows, guint32 n)
{
  guint32 begin = 0;
  guint32 end = 0;

  for (; begin < n; begin = end)
    {
      gboolean is_shared = FALSE;
      guint32 last = CADRE_NO_ROW;

      for (end = begin; end < n && (end == begin || is_same_key (self, rows[begin], rows[end]));
           end++)
        if (rows[end] >= self->n_base)
          {
            last = g_array_index (self->added_by, guint32, rows[end] - self->n_base);
            is_shared = is_shared || self->fit->patch->ops[last].shared;
          }
      if (end - begin > 1 && last != CADRE_NO_ROW && !is_shared)
        cadre_patch_fit_report (self->fit, last, CADRE_MISFIT_EXISTS);
    }
}

/* Only what is beside a new row can have its key. */
static void
check_new_keys (Table *self, const guint32 *rows, guint32 n)
{
  guint32 checked = 0;

  for (guint32 i = 0; i < n; i++)
    {
      guint32 begin = i;
      guint32 end = i + 1;

      if (rows[i] < self->n_base || i < checked)
        continue;
      while (begin > checked && is_same_key (self, rows[begin - 1], rows[i]))
        begin--;
      while (end < n && is_same_key (self, rows[i], rows[end]))
        end++;
      check_keys (self, rows + begin, end - begin);
      checked = end;
    }
}

static gboolean
order_table (Table *self, GError **error)
{
  const guint32 n_added = self->added_by->len;
  const guint32 n_all = cadre_tables_get (self->fit->tables, self->kind)->n_rows;
  g_autofree guint32 *added = g_try_new (guint32, MAX (n_added, 1));
  g_autofree guint32 *rows = g_try_new (guint32, MAX (n_all, 1));
  guint32 n = 0;

  if (added == NULL || rows == NULL)
    return cadre_patch_set_memory_error (error);

  for (guint32 i = 0; i < n_added; i++)
    added[i] = self->n_base + i;
  g_qsort_with_data (added, (gint) n_added, sizeof (guint32), compare_rows, self);
  n = merge (self, added, rows);
  if (n == self->n_base && n_added == 0)
    return TRUE;

  check_new_keys (self, rows, n);
  return cadre_tables_select (self->fit->tables, self->kind, rows, n, error);
}

static gboolean
change_head (CadrePatchFit *self, guint field, GError **error)
{
  CadreTables *tables = self->tables;
  const CadreTables *other = self->new_;

  switch (field)
    {
    case CADRE_HEAD_FIELD_ID:
      tables->id = other->id;
      return TRUE;
    case CADRE_HEAD_FIELD_TITLE:
      tables->title = other->title;
      return cadre_tables_copy_list (tables, other, other->title_translations,
                                     &tables->title_translations, error);
    case CADRE_HEAD_FIELD_AS_OF:
      tables->as_of = other->as_of;
      return TRUE;
    case CADRE_HEAD_FIELD_LANGUAGE:
      return TRUE; /* once all texts are there */
    case CADRE_HEAD_FIELD_SOURCE:
      tables->source = other->source;
      return TRUE;
    case CADRE_HEAD_FIELD_LICENCE:
      tables->licence = other->licence;
      return TRUE;
    case CADRE_HEAD_FIELD_NOTES:
      return cadre_tables_copy_list (tables, other, other->notes, &tables->notes, error);
    default:
      tables->extra = other->extra;
      return TRUE;
    }
}

static gboolean
change_heads (CadrePatchFit *self, GError **error)
{
  for (guint32 i = 0; i < self->patch->n_ops && self->patch->ops[i].kind == CADRE_PATCH_HEAD; i++)
    if (!change_head (self, self->patch->ops[i].field, error))
      return FALSE;

  return TRUE;
}

static gboolean
change_language (CadrePatchFit *self, GError **error)
{
  for (guint32 i = 0; i < self->patch->n_ops && self->patch->ops[i].kind == CADRE_PATCH_HEAD; i++)
    if (self->patch->ops[i].field == CADRE_HEAD_FIELD_LANGUAGE && self->new_language != 0)
      return cadre_tables_change_language (self->tables, self->new_language, error);

  return TRUE;
}

static gboolean
change_tables (CadrePatchFit *self, Table *changes, GError **error)
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (self->n_of_kind[kind] > 0 && !change_table (&changes[kind], error))
      return FALSE;

  cadre_tables_drop_translations (self->tables);
  cadre_tables_sort_translations (self->tables);
  if (!change_language (self, error))
    return FALSE;

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (self->n_of_kind[kind] > 0 && !order_table (&changes[kind], error))
      return FALSE;

  return TRUE;
}

gboolean
cadre_patch_fit_carry_out (CadrePatchFit *self, GError **error)
{
  Table changes[CADRE_N_RECORD_KINDS] = { { NULL } };
  gboolean ok = FALSE;

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      changes[kind].fit = self;
      changes[kind].kind = kind;
      changes[kind].n_base = cadre_tables_get (self->base, kind)->n_rows;
      changes[kind].moved = g_hash_table_new (NULL, NULL);
      changes[kind].added_by = g_array_new (FALSE, FALSE, sizeof (guint32));
    }

  ok = change_heads (self, error) && change_tables (self, changes, error);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      g_hash_table_unref (changes[kind].moved);
      g_clear_pointer (&changes[kind].changed, g_hash_table_unref);
      g_array_unref (changes[kind].added_by);
    }

  return ok;
}

static gboolean
set_misfit_error (const CadrePatchFit *self, GError **error)
{
  g_set_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_BASE,
               "%u of %u operations do not fit the structure, the first at /operations/%u: %s",
               self->n_misfits, self->patch->n_ops, self->first_misfit, self->first_reason);
  return FALSE;
}

CadreTables *
cadre_patch_apply_tables (const CadrePatch *patch,
                          const CadreTables *base,
                          CadreIssueList *issues,
                          GError **error)
{
  CadrePatchFit self = { .issues = issues };
  CadreTables *tables = NULL;
  gboolean ok =
    cadre_patch_fit_init (&self, patch, base, error) && cadre_patch_fit_find (&self, error);

  if (ok && self.n_misfits == 0)
    ok = cadre_patch_fit_carry_out (&self, error);
  if (ok && self.n_misfits > 0)
    ok = set_misfit_error (&self, error);
  if (ok)
    tables = g_steal_pointer (&self.tables);

  cadre_patch_fit_clear (&self);
  return tables;
}

/**
 * cadre_patch_apply:
 * @self: a #CadrePatch
 * @before: a #CadreStructure
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Carries out all operations of a patch on a structure. The structure that it
 * was made from becomes the one that it leads to, byte for byte as a document.
 * Another structure becomes what the operations make of it, where all of them
 * fit: each record that is changed or deleted is there, with the values that it
 * had, and none that is created. What does not fit is in cadre_patch_check().
 *
 * Returns: (transfer full): the structure, or %NULL with @error set: to
 *   %CADRE_DIFF_ERROR_BASE where the patch does not fit
 *
 * Since: 1.0
 */
CadreStructure *
cadre_patch_apply (CadrePatch *self,
                   CadreStructure *before,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (CadreLimits) limits = NULL;
  g_autoptr (CadreIssueList) misfits = NULL;
  CadreTables *tables = NULL;

  g_return_val_if_fail (CADRE_IS_PATCH (self), NULL);
  g_return_val_if_fail (CADRE_IS_STRUCTURE (before), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  limits = cadre_limits_new_bounded ();
  misfits = cadre_issue_list_new (1);
  tables = cadre_patch_apply_tables (self, cadre_structure_get_tables (before), misfits, error);
  if (tables == NULL)
    return NULL;

  return cadre_structure_seal (tables, cadre_issue_list_new (cadre_limits_get_max_issues (limits)),
                               cancellable, error);
}

/**
 * cadre_patch_check:
 * @self: a #CadrePatch
 * @before: a #CadreStructure
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Looks which operations of a patch do not fit a structure. The origin of an
 * issue is the operation, such as `/operations/17`. Where there is none,
 * cadre_patch_apply() carries the patch out.
 *
 * The codes are `diff.patch.missing`, `diff.patch.ambiguous`,
 * `diff.patch.differs`, `diff.patch.exists` and `diff.patch.repeated`. Whether
 * keys are there already is only looked at where nothing else is wrong.
 *
 * Returns: (transfer full): the issues, or %NULL with @error set if it was
 *   cancelled or for want of memory
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_patch_check (CadrePatch *self,
                   CadreStructure *before,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (CadreLimits) limits = NULL;
  g_autoptr (CadreIssueList) issues = NULL;
  g_autoptr (CadreTables) tables = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (CADRE_IS_PATCH (self), NULL);
  g_return_val_if_fail (CADRE_IS_STRUCTURE (before), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  limits = cadre_limits_new_bounded ();
  issues = cadre_issue_list_new (cadre_limits_get_max_issues (limits));
  tables = cadre_patch_apply_tables (self, cadre_structure_get_tables (before), issues, &failure);
  if (tables == NULL && !g_error_matches (failure, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_BASE))
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  g_clear_error (&failure);
  cadre_issue_list_seal (issues);
  return g_steal_pointer (&issues);
}
