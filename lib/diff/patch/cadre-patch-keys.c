/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The keys that records have after: those before, with what operations change
 * of them. */

#include "config.h"

#include "diff/patch/cadre-patch-private.h"

static gpointer
name_key (guint kind, guint32 key)
{
  return GSIZE_TO_POINTER ((gsize) key * 32 + kind);
}

static gboolean
changes_key (const CadrePatchOp *op)
{
  return op->action != CADRE_PATCH_ACTION_CREATE && op->action != CADRE_PATCH_ACTION_DELETE &&
         cadre_patch_is_key_field (op->kind, op->field);
}

gboolean
cadre_patch_changes_keys (const CadrePatchOp *ops, guint32 n_ops)
{
  for (guint32 i = 0; i < n_ops; i++)
    if (changes_key (&ops[i]))
      return TRUE;

  return FALSE;
}

static gboolean
note_key (CadrePatchKeys *self, const CadrePatchOp *op, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *key = g_strdup (
    cadre_string_table_get (self->strings, cadre_patch_keys_get (self, op->kind, op->key)));
  CadrePatchRecord record;
  guint32 changed = 0;

  cadre_patch_record_parse_key (&record, op->kind, key);
  cadre_patch_record_set (&record, op->field, cadre_string_table_get (self->strings, op->after),
                          op->after != 0 ? cadre_string_table_length (self->strings, op->after)
                                         : 0);
  if (cadre_patch_record_print_key (&record, text) &&
      !cadre_string_table_intern (self->strings, text->str, text->len, &changed, error))
    return FALSE;

  g_hash_table_insert (self->keys, name_key (op->kind, op->key), GUINT_TO_POINTER (changed));
  return TRUE;
}

gboolean
cadre_patch_keys_init (CadrePatchKeys *self,
                       CadreStringTable *strings,
                       const CadrePatchOp *ops,
                       guint32 n_ops,
                       GError **error)
{
  self->strings = strings;
  self->keys = g_hash_table_new (NULL, NULL);
  for (guint32 i = 0; i < n_ops; i++)
    if (changes_key (&ops[i]) && !note_key (self, &ops[i], error))
      return FALSE;

  return TRUE;
}

void
cadre_patch_keys_clear (CadrePatchKeys *self)
{
  g_clear_pointer (&self->keys, g_hash_table_unref);
}

guint32
cadre_patch_keys_get (const CadrePatchKeys *self, guint kind, guint32 key)
{
  gpointer changed = NULL;

  return g_hash_table_lookup_extended (self->keys, name_key (kind, key), NULL, &changed)
           ? GPOINTER_TO_UINT (changed)
           : key;
}
