/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Carrying out operations: what is created, or gets another key, is put into
 * tables of its own and brought into order. Then it is put together with what
 * stays, and what stays is changed where it is. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "diff/patch/cadre-patch-assemble-private.h"
#include "diff/patch/cadre-patch-circles-private.h"
#include "structure/cadre-tables-structure-private.h"

/* Texts that are changed leave their translations behind. */
static gboolean
copy_unchanged_texts (CadrePatchTable *self,
                      guint32 first,
                      const guint32 *rows,
                      guint32 n,
                      guint field,
                      GError **error)
{
  for (guint32 i = 0; i < n; i++)
    if (!cadre_patch_table_changes_text (self, rows[i], field) &&
        !cadre_tables_copy_cell (self->fit->tables, first + i, self->base, rows[i], self->kind,
                                 field, error))
      return FALSE;

  return TRUE;
}

/* Adds rows of other tables, column by column. */
static gboolean
add_records (CadrePatchTable *self,
             const CadreTables *other,
             const guint32 *rows,
             guint32 n,
             GError **error)
{
  CadreTables *tables = self->fit->tables;
  const CadreSchema *schema = cadre_schema_get (self->kind);
  const guint32 first = cadre_tables_get (tables, self->kind)->n_rows;
  guint32 row = 0;

  if (n == 0)
    return TRUE;
  if (!cadre_tables_reserve (tables, self->kind, n, error))
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    if (!cadre_tables_append (tables, self->kind, &row, error))
      return FALSE;

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].kind == CADRE_FIELD_KIND_TEXT && other == self->base &&
            self->changed != NULL
          ? !copy_unchanged_texts (self, first, rows, n, i, error)
          : !cadre_tables_copy_cells (tables, first, other, rows, n, self->kind, i, error))
      return FALSE;

  return cadre_tables_copy_cells (tables, first, other, rows, n, self->kind,
                                  CADRE_CELL_UNKNOWN_MEMBERS, error);
}

/* Records that get another key, and may have another place then, are added and do not stay. */
static gboolean
move_records (CadrePatchTable *self, GError **error)
{
  CadrePatchFit *fit = self->fit;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (!cadre_patch_table_note_coming (self, error))
    return FALSE;

  for (guint32 i = CADRE_NO_ROW; cadre_patch_fit_next_change (fit, self->kind, &i);)
    {
      const gpointer old_row = GUINT_TO_POINTER (fit->rows[i]);
      const guint field = fit->patch->ops[i].field;

      if (!cadre_patch_is_key_field (self->kind, field) ||
          g_hash_table_contains (self->moved, old_row) ||
          cadre_patch_table_keeps_place (self, fit->rows[i], field))
        continue;
      g_array_append_val (rows, fit->rows[i]);
      g_array_append_val (self->added_by, i);
      g_hash_table_insert (self->moved, old_row, GUINT_TO_POINTER (rows->len));
      cadre_patch_fit_set_deleted (fit, self->kind, fit->rows[i]);
    }

  return add_records (self, self->base, (const guint32 *) (gconstpointer) rows->data, rows->len,
                      error);
}

static gboolean
change_moved (CadrePatchTable *self, GError **error)
{
  CadrePatchFit *fit = self->fit;

  if (g_hash_table_size (self->moved) == 0)
    return TRUE;

  for (guint32 i = CADRE_NO_ROW; cadre_patch_fit_next_change (fit, self->kind, &i);)
    {
      const gpointer old_row = GUINT_TO_POINTER (fit->rows[i]);
      const guint32 row = GPOINTER_TO_UINT (g_hash_table_lookup (self->moved, old_row));

      if (row != 0 && !cadre_tables_copy_cell (fit->tables, row - 1, fit->new_,
                                               cadre_patch_fit_new_row (fit, i), self->kind,
                                               fit->patch->ops[i].field, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
create_records (CadrePatchTable *self, GError **error)
{
  const CadrePatchFit *fit = self->fit;
  const CadrePatchSpan *created = &fit->spans[CADRE_PATCH_ACTION_CREATE][self->kind];
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = created->begin; i < created->end; i++)
    {
      const guint32 row = cadre_patch_fit_new_row (fit, i);

      g_array_append_val (rows, row);
      g_array_append_val (self->added_by, i);
    }

  return add_records (self, fit->new_, (const guint32 *) (gconstpointer) rows->data, rows->len,
                      error);
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
      return TRUE; /* all texts are in it already */
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

/* Where the first language is another one, all is brought into it before anything
 * is put together. */
static gboolean
change_language (CadrePatchFit *self, GError **error)
{
  gboolean is_changed = FALSE;

  for (guint32 i = 0; i < self->patch->n_ops && self->patch->ops[i].kind == CADRE_PATCH_HEAD; i++)
    is_changed = is_changed || self->patch->ops[i].field == CADRE_HEAD_FIELD_LANGUAGE;
  if (!is_changed || self->new_language == 0 || self->new_language == self->base->language)
    return TRUE;

  self->changed_base = cadre_tables_copy (self->base, error);
  if (self->changed_base == NULL)
    return FALSE;
  cadre_string_table_unref (self->changed_base->strings);
  self->changed_base->strings = cadre_string_table_ref (self->strings);
  return cadre_tables_change_language (self->changed_base, self->new_language, error) &&
         cadre_tables_change_language (self->new_, self->new_language, error);
}

/* The head, and what is added. */
static gboolean
add_all (CadrePatchFit *self, CadrePatchTable *tables, GError **error)
{
  if (!change_heads (self, error))
    return FALSE;

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (self->n_of_kind[kind] > 0 &&
        (!cadre_patch_table_note_texts (&tables[kind]) || !move_records (&tables[kind], error) ||
         !change_moved (&tables[kind], error) || !create_records (&tables[kind], error)))
      return FALSE;

  cadre_tables_sort_translations (self->tables);
  return TRUE;
}

gboolean
cadre_patch_fit_carry_out (CadrePatchFit *self, GError **error)
{
  CadrePatchTable tables[CADRE_N_RECORD_KINDS] = { { NULL } };
  const CadreTables *base = NULL;
  gboolean ok = FALSE;

  if (!change_language (self, error))
    return FALSE;
  base = self->changed_base != NULL ? self->changed_base : self->base;
  self->tables = cadre_tables_copy_rest (base, self->strings, error);
  if (self->tables == NULL)
    return FALSE;

  cadre_tables_keep_spare (self->tables, g_steal_pointer (&self->room), self->room_size);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    cadre_patch_table_init (&tables[kind], self, base, kind);
  ok = add_all (self, tables, error) && cadre_patch_assemble (tables, error);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    cadre_patch_table_clear (&tables[kind]);

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
 * No document was read for the result: the origins of its issues are places in its
 * lists of records.
 *
 * Operations may all fit and yet make a circle: somebody reports to a post that the
 * structure has below it, or a unit becomes a part of what is a part of it. Such a
 * patch is refused, in words that name the records and the operations, unless the
 * structure has that circle already, or the result is the very one that
 * cadre_patch_get_identity_after() says. The lines are those of management, and both
 * they and parents of units are looked at at the as-of date of the result.
 *
 * Returns: (transfer full): the structure, or %NULL with @error set: to
 *   %CADRE_DIFF_ERROR_BASE where the patch does not fit, and to
 *   %CADRE_DIFF_ERROR_CIRCLE where it would make a circle
 *
 * Since: 1.0
 */
CadreStructure *
cadre_patch_apply (CadrePatch *self,
                   CadreStructure *before,
                   GCancellable *cancellable,
                   GError **error)
{
  g_return_val_if_fail (CADRE_IS_PATCH (self), NULL);
  g_return_val_if_fail (CADRE_IS_STRUCTURE (before), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_patch_carry_out_soundly (self, &before, 1, cancellable, error);
}

/**
 * cadre_patch_check:
 * @self: a #CadrePatch
 * @before: a #CadreStructure
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Looks which operations of a patch do not fit a structure, and what would be wrong
 * with the result. The origin of an issue is the operation, such as
 * `/operations/17`. Where none is an error, cadre_patch_apply() carries the patch out.
 *
 * The codes are `diff.patch.missing`, `diff.patch.ambiguous`,
 * `diff.patch.differs`, `diff.patch.exists`, `diff.patch.repeated` and
 * `diff.patch.circle`, and of warnings `diff.patch.dangling`, for what still refers to
 * a record that goes or gets another id. Whether keys are there already is only looked
 * at where nothing else is wrong, and the result where keys are right, too. A result
 * that is the one that cadre_patch_get_identity_after() says is as it should be.
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
  if (tables != NULL && !cadre_patch_check_result (self, before, g_steal_pointer (&tables), issues,
                                                   cancellable, error))
    return NULL;
  cadre_issue_list_seal (issues);
  return g_steal_pointer (&issues);
}
