/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The way back. */

#include "config.h"

#include "diff/patch/cadre-patch-private.h"

#include <string.h>

/* The key that a record has after, where operations [first, …) are all that change
 * it and have @key before. */
typedef struct
{
  const CadrePatch *patch;
  CadreStringTable *strings; /* of the inverse; that of the patch while no key is new */
  GHashTable *keys;          /* the key before and its kind, to the key after */
} Rekeying;

static gpointer
name_key (guint kind, guint32 key)
{
  return GSIZE_TO_POINTER ((gsize) key * 32 + kind);
}

/* The fields of a key that operations change, one record after another. */
static gboolean
note_key (Rekeying *self, const CadrePatchOp *op, GError **error)
{
  const gpointer name = name_key (op->kind, op->key);
  const gpointer known = g_hash_table_lookup (self->keys, name);
  const guint32 code = known != NULL ? GPOINTER_TO_UINT (known) : op->key;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *key = g_strdup (cadre_string_table_get (self->strings, code));
  CadrePatchRecord record;
  guint32 changed = 0;

  if (self->strings == self->patch->strings)
    {
      self->strings = cadre_string_table_copy (self->patch->strings, error);
      if (self->strings == NULL)
        return FALSE;
    }

  cadre_patch_record_parse_key (&record, op->kind, key);
  cadre_patch_record_set (&record, op->field,
                          op->after != 0 ? cadre_patch_text (self->patch, op->after) : NULL,
                          op->after != 0
                            ? cadre_string_table_length (self->patch->strings, op->after)
                            : 0);
  if (cadre_patch_record_print_key (&record, text) &&
      !cadre_string_table_intern (self->strings, text->str, text->len, &changed, error))
    return FALSE;

  g_hash_table_insert (self->keys, name, GUINT_TO_POINTER (changed));
  return TRUE;
}

static guint32
get_key_after (const Rekeying *self, const CadrePatchOp *op)
{
  gpointer key = NULL;

  if (g_hash_table_lookup_extended (self->keys, name_key (op->kind, op->key), NULL, &key))
    return GPOINTER_TO_UINT (key);

  return op->key;
}

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
invert_ops (Rekeying *self, CadrePatchOp *ops)
{
  const CadrePatch *patch = self->patch;
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
      op->key = get_key_after (self, op);
    }
  for (guint32 i = n_heads; i < first; i++)
    ops[n_heads + n_deleted + n + (first - 1 - i)] = invert_op (&patch->ops[i]);

  cadre_patch_sort_changes (self->strings, ops, n_heads);
  cadre_patch_sort_changes (self->strings, ops + n_heads + n_deleted, n);
}

static gboolean
find_keys (Rekeying *self, GError **error)
{
  for (guint32 i = 0; i < self->patch->n_ops; i++)
    {
      const CadrePatchOp *op = &self->patch->ops[i];

      if (op->action != CADRE_PATCH_ACTION_CREATE && op->action != CADRE_PATCH_ACTION_DELETE &&
          cadre_patch_is_key_field (op->kind, op->field) && !note_key (self, op, error))
        return FALSE;
    }

  return TRUE;
}

static CadrePatch *
invert (Rekeying *self, GError **error)
{
  CadrePatchOp *ops = NULL;
  CadrePatch *inverse = NULL;

  if (!find_keys (self, error))
    return NULL;

  ops = g_try_new (CadrePatchOp, MAX (self->patch->n_ops, 1));
  if (ops == NULL)
    {
      cadre_patch_set_memory_error (error);
      return NULL;
    }

  invert_ops (self, ops);
  if (self->strings != self->patch->strings)
    cadre_string_table_seal (self->strings);
  inverse = cadre_patch_new_take (self->strings, ops, self->patch->n_ops, self->patch->language);
  inverse->identity_before = g_strdup (self->patch->identity_after);
  inverse->identity_after = g_strdup (self->patch->identity_before);
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
  Rekeying rekeying = { self, NULL, NULL };
  CadrePatch *inverse = NULL;

  g_return_val_if_fail (CADRE_IS_PATCH (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  rekeying.strings = self->strings;
  rekeying.keys = g_hash_table_new (NULL, NULL);
  inverse = invert (&rekeying, error);
  g_hash_table_unref (rekeying.keys);
  if (rekeying.strings != NULL && rekeying.strings != self->strings)
    cadre_string_table_unref (rekeying.strings);
  return inverse;
}
