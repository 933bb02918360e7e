/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The way back. */

#include "config.h"

#include "diff/patch/cadre-patch-values-private.h"

#include <string.h>

static CadrePatchOp
invert_op (const CadrePatchOp *op)
{
  CadrePatchOp inverse = *op;

  inverse.before = op->after;
  inverse.after = op->before;
  if (op->action == CADRE_PATCH_ACTION_CREATE)
    inverse.action = CADRE_PATCH_ACTION_DELETE;
  else if (op->action == CADRE_PATCH_ACTION_DELETE)
    inverse.action = CADRE_PATCH_ACTION_CREATE;

  return inverse;
}

/* What was created last goes first, and what went last comes first. */
static void
invert_ops (const CadrePatch *patch, const CadrePatchKeys *keys, CadrePatchOp *ops)
{
  guint32 first = 0;
  guint32 n = 0;
  guint32 n_heads = 0;
  guint32 n_deleted = 0;

  cadre_patch_find_changes (patch->ops, patch->n_ops, &first, &n);
  n_deleted = patch->n_ops - first - n;
  while (n_heads < patch->n_ops && patch->ops[n_heads].kind == CADRE_PATCH_HEAD)
    n_heads++;

  for (guint32 i = 0; i < n_heads; i++)
    ops[i] = invert_op (&patch->ops[i]);
  for (guint32 i = 0; i < n_deleted; i++)
    ops[n_heads + i] = invert_op (&patch->ops[patch->n_ops - 1 - i]);
  for (guint32 i = 0; i < n; i++)
    {
      CadrePatchOp *op = &ops[n_heads + n_deleted + i];

      *op = invert_op (&patch->ops[first + i]);
      op->key = cadre_patch_keys_get (keys, op->kind, op->key);
    }
  for (guint32 i = n_heads; i < first; i++)
    ops[n_heads + n_deleted + n + (first - 1 - i)] = invert_op (&patch->ops[i]);

  cadre_patch_sort_changes (keys->strings, ops, n_heads);
  cadre_patch_sort_changes (keys->strings, ops + n_heads + n_deleted, n);
}

static CadrePatch *
invert (const CadrePatch *patch, CadreStringTable *strings, GError **error)
{
  CadrePatchKeys keys;
  CadrePatchOp *ops = g_try_new (CadrePatchOp, MAX (patch->n_ops, 1));
  CadrePatch *inverse = NULL;

  if (!cadre_patch_keys_init (&keys, strings, patch->ops, patch->n_ops, error) || ops == NULL)
    {
      if (ops == NULL && (error == NULL || *error == NULL))
        cadre_patch_set_memory_error (error);
      cadre_patch_keys_clear (&keys);
      g_free (ops);
      return NULL;
    }

  invert_ops (patch, &keys, ops);
  cadre_patch_keys_clear (&keys);
  if (strings != patch->strings)
    cadre_string_table_seal (strings);
  inverse = cadre_patch_new_take (strings, ops, patch->n_ops, patch->language,
                                  cadre_patch_dup_values_back (patch));
  inverse->before = cadre_patch_identity_ref (patch->after);
  inverse->after = cadre_patch_identity_ref (patch->before);
  return inverse;
}

/**
 * cadre_patch_invert:
 * @self: a #CadrePatch
 * @error: return location for a #GError, or %NULL
 *
 * Makes the patch that leads back.
 *
 * Returns: (transfer full): the inverse, or %NULL with @error set for want of
 *   memory
 *
 * Since: 1.0
 */
CadrePatch *
cadre_patch_invert (CadrePatch *self, GError **error)
{
  g_autoptr (CadreStringTable) strings = NULL;

  g_return_val_if_fail (CADRE_IS_PATCH (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  /* Keys that change are texts that the patch may not have. */
  strings = cadre_patch_changes_keys (self->ops, self->n_ops)
              ? cadre_string_table_copy (self->strings, error)
              : cadre_string_table_ref (self->strings);
  return strings != NULL ? invert (self, strings, error) : NULL;
}
