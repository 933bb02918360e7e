/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Parts of patches. */

#include "config.h"

#include "diff/patch/cadre-patch-needs-private.h"

#include <string.h>

CadrePatch *
cadre_patch_new_marked (const CadrePatch *self, const guint8 *marks, GError **error)
{
  CadrePatchOp *ops = g_try_new (CadrePatchOp, MAX (self->n_ops, 1));
  CadrePatch *part = NULL;
  guint32 n = 0;

  for (guint32 i = 0; ops != NULL && i < self->n_ops; i++)
    if (marks[i])
      ops[n++] = self->ops[i];
  if (ops == NULL || !cadre_patch_sort (self->strings, ops, n))
    {
      g_free (ops);
      cadre_patch_set_memory_error (error);
      return NULL;
    }

  part = cadre_patch_new_take (self->strings, ops, n, self->language, NULL);
  part->before = cadre_patch_identity_ref (self->before);
  if (n == self->n_ops)
    part->after = cadre_patch_identity_ref (self->after);
  else if (n == 0)
    part->after = cadre_patch_identity_ref (self->before);
  return part;
}

static guint *
list_marked (const guint8 *marks, guint32 n_ops, guint32 without, gsize *n)
{
  guint *places = g_new (guint, (gsize) n_ops + 1);

  *n = 0;
  for (guint32 i = 0; i < n_ops; i++)
    if (marks[i] && i != without)
      places[(*n)++] = i;

  return places;
}

/**
 * cadre_patch_list_needs:
 * @self: a #CadrePatch
 * @position: the place of an operation
 * @n_needs: (out): return location for how many there are
 *
 * Lists the operations that have to be carried out with one: those that create
 * or rename what it refers to, those that take away what refers to the record
 * that it deletes or renames, and those that free the key that it gives; and
 * all that these need in turn. Two operations may need each other.
 *
 * What would make a circle of managers is not among them, since a patch does
 * not know who stays where; see cadre_patch_select().
 *
 * Takes time in proportion to the size of the patch.
 *
 * Returns: (transfer full) (array length=n_needs): the places of the operations,
 *   in order
 *
 * Since: 1.0
 */
guint *
cadre_patch_list_needs (CadrePatch *self, guint position, gsize *n_needs)
{
  CadrePatchNeeds needs;
  g_autofree guint8 *marks = NULL;
  guint *places = NULL;

  g_return_val_if_fail (n_needs != NULL, NULL);
  *n_needs = 0;
  g_return_val_if_fail (CADRE_IS_PATCH (self), NULL);
  g_return_val_if_fail (position < self->n_ops, NULL);

  marks = g_malloc0 (self->n_ops);
  marks[position] = TRUE;
  if (cadre_patch_needs_init (&needs, self, NULL) && cadre_patch_needs_close (&needs, marks))
    places = list_marked (marks, self->n_ops, position, n_needs);
  cadre_patch_needs_clear (&needs);
  return places != NULL ? places : g_new0 (guint, 1);
}

static gboolean
is_whole (const CadrePatchOp *op)
{
  return op->field == CADRE_PATCH_WHOLE;
}

static guint32
get_key_after (const CadrePatchNeeds *needs, const CadrePatchOp *op)
{
  return is_whole (op) ? op->key : cadre_patch_keys_get (&needs->keys, op->kind, op->key);
}

/* Whether two operations of one kind cannot both be carried out. */
static gboolean
are_in_conflict (const CadrePatchNeeds *needs, const CadrePatchOp *a, const CadrePatchOp *b)
{
  const gboolean a_ends = a->action == CADRE_PATCH_ACTION_DELETE;
  const gboolean b_ends = b->action == CADRE_PATCH_ACTION_DELETE;
  const gboolean a_begins = a->action == CADRE_PATCH_ACTION_CREATE;
  const gboolean b_begins = b->action == CADRE_PATCH_ACTION_CREATE;

  if (a->kind != b->kind || a->shared || b->shared)
    return FALSE;
  /* Both give one key. */
  if (!a_ends && !b_ends && (a_begins || b_begins || a->key != b->key) &&
      (a_begins || cadre_patch_is_key_field (a->kind, a->field)) &&
      (b_begins || cadre_patch_is_key_field (b->kind, b->field)))
    return get_key_after (needs, a) == get_key_after (needs, b);
  /* Both are about one record before. */
  if (a_begins || b_begins || a->key != b->key)
    return FALSE;

  return a_ends || b_ends || a->field == b->field;
}

/**
 * cadre_patch_list_conflicts:
 * @self: a #CadrePatch
 * @position: the place of an operation
 * @n_conflicts: (out): return location for how many there are
 *
 * Lists the operations that cannot be carried out with one: that change the same
 * field, that delete what it changes, or that give another record the key that
 * it gives. In a patch that a comparison has made there are none.
 *
 * Takes time in proportion to the size of the patch.
 *
 * Returns: (transfer full) (array length=n_conflicts): the places of the
 *   operations, in order
 *
 * Since: 1.0
 */
guint *
cadre_patch_list_conflicts (CadrePatch *self, guint position, gsize *n_conflicts)
{
  CadrePatchNeeds needs;
  g_autofree guint8 *marks = NULL;

  g_return_val_if_fail (n_conflicts != NULL, NULL);
  *n_conflicts = 0;
  g_return_val_if_fail (CADRE_IS_PATCH (self), NULL);
  g_return_val_if_fail (position < self->n_ops, NULL);

  marks = g_malloc0 (self->n_ops);
  if (cadre_patch_needs_init (&needs, self, NULL))
    for (guint32 i = 0; i < self->n_ops; i++)
      marks[i] = i != position && are_in_conflict (&needs, &self->ops[position], &self->ops[i]);
  cadre_patch_needs_clear (&needs);
  return list_marked (marks, self->n_ops, position, n_conflicts);
}

/* All that the marked operations need, and what leads out of the circles that
 * they make, until nothing more is found. */
static gboolean
complete (CadrePatch *self, CadreStructure *before, guint8 *marks, GError **error)
{
  CadrePatchNeeds needs;
  guint32 n_added = 0;
  gboolean ok = cadre_patch_needs_init (&needs, self, error);

  do
    {
      if (ok && !cadre_patch_needs_close (&needs, marks))
        ok = cadre_patch_set_memory_error (error);
      n_added = 0;
      if (ok && before != NULL)
        ok = cadre_patch_break_circles (self, before, marks, &n_added, error);
    }
  while (ok && n_added > 0);

  cadre_patch_needs_clear (&needs);
  return ok;
}

/**
 * cadre_patch_select:
 * @self: a #CadrePatch
 * @positions: (array length=n_positions) (nullable): the places of operations,
 *   in any order
 * @n_positions: how many there are
 * @before: (nullable): the #CadreStructure that the part is for, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Makes a patch of some operations and of all that they need, as
 * cadre_patch_list_needs() says. Where a structure is given, moves that would
 * make a circle on it bring those with them that open it. A circle that the structure
 * after has may be left in the part, which cadre_patch_apply() then refuses.
 *
 * Returns: (transfer full): the patch, or %NULL with @error set: to
 *   %CADRE_DIFF_ERROR_BASE where the part does not fit the structure
 *
 * Since: 1.0
 */
CadrePatch *
cadre_patch_select (CadrePatch *self,
                    const guint *positions,
                    gsize n_positions,
                    CadreStructure *before,
                    GError **error)
{
  g_autofree guint8 *marks = NULL;

  g_return_val_if_fail (CADRE_IS_PATCH (self), NULL);
  g_return_val_if_fail (positions != NULL || n_positions == 0, NULL);
  g_return_val_if_fail (before == NULL || CADRE_IS_STRUCTURE (before), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  marks = g_malloc0 (MAX (self->n_ops, 1));
  for (gsize i = 0; i < n_positions; i++)
    {
      g_return_val_if_fail (positions[i] < self->n_ops, NULL);
      marks[positions[i]] = TRUE;
    }

  return complete (self, before, marks, error) ? cadre_patch_new_marked (self, marks, error) : NULL;
}
