/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Collecting the operations of both sides, with the ids of the base. */

#include "config.h"

#include "diff/merge/cadre-merge-private.h"

#include <string.h>

static gboolean
intern (CadreMerge *self, const char *text, guint32 *code, GError **error)
{
  *code = 0;
  return text == NULL ||
         cadre_string_table_intern (self->strings, text, strlen (text), code, error);
}

/* What leads from the ids of a side back to those of the base. Where a side gives
 * the old id of a record to another one, that is put aside under another id. */
static GHashTable *
find_ids (CadreMerge *self, CadrePatch *patch)
{
  g_autoptr (GHashTable) ids = cadre_merge_ids_new ();

  for (guint32 i = 0; i < patch->n_ops; i++)
    if (patch->ops[i].action == CADRE_PATCH_ACTION_REKEY && patch->ops[i].before != 0 &&
        patch->ops[i].after != 0)
      cadre_merge_ids_add (ids, patch->ops[i].kind, cadre_patch_text (patch, patch->ops[i].after),
                           cadre_patch_text (patch, patch->ops[i].before));

  for (guint32 i = 0; i < patch->n_ops; i++)
    {
      const CadrePatchOp *op = &patch->ops[i];
      const char *old = cadre_patch_text (patch, op->before);
      g_autofree char *aside = NULL;

      if (op->action != CADRE_PATCH_ACTION_REKEY || op->before == 0 || op->after == 0 ||
          cadre_merge_ids_find (ids, op->kind, old, strlen (old)) != NULL)
        continue;
      aside = cadre_merge_put_aside (old);
      cadre_merge_ids_add (ids, op->kind, old, aside);
      cadre_merge_ids_add (self->ids, op->kind, aside, old);
    }

  return g_steal_pointer (&ids);
}

/* The key of a record that is created follows from what it refers to. */
static gboolean
intern_key (CadreMerge *self, CadreMergeOp *added, const char *key, GError **error)
{
  g_autoptr (GString) text = NULL;
  CadrePatchRecord record;

  if (added->op.action != CADRE_PATCH_ACTION_CREATE || key == NULL || key[0] != '{')
    return intern (self, key, &added->op.key, error);

  text = g_string_new (NULL);
  cadre_patch_record_parse (&record, added->op.kind, cadre_merge_text (self, added->op.after));
  cadre_patch_record_print_key (&record, text);
  return intern (self, text->str, &added->op.key, error);
}

static gboolean
add_op (CadreMerge *self,
        CadrePatch *patch,
        const CadrePatchOp *op,
        GHashTable *ids,
        guint8 side,
        GError **error)
{
  CadreMergeOp added = { *op, side, FALSE, 0 };
  const char *after = cadre_patch_text (patch, op->after);
  g_autofree char *replaced = op->action == CADRE_PATCH_ACTION_REKEY
                                ? NULL
                                : cadre_merge_ids_replace (ids, op->kind, op->field, after);

  if (!intern (self, cadre_patch_text (patch, op->before), &added.op.before, error) ||
      !intern (self, replaced != NULL ? replaced : after, &added.op.after, error) ||
      !intern_key (self, &added, cadre_patch_text (patch, op->key), error))
    return FALSE;

  added.follows = added.op.field != CADRE_PATCH_WHOLE && added.op.before == added.op.after;
  g_array_append_val (self->ops, added);
  return TRUE;
}

static int
compare_texts (const CadreStringTable *strings, guint32 a, guint32 b)
{
  if (a == b)
    return 0;
  if (a == 0 || b == 0)
    return a == 0 ? -1 : 1;
  return cadre_string_table_compare (strings, a, b);
}

/* By record, then by field; what both sides say of a field stands together. */
static int
compare_ops (gconstpointer a, gconstpointer b, gpointer data)
{
  const CadreMergeOp *x = a;
  const CadreMergeOp *y = b;
  int order = (x->op.kind > y->op.kind) - (x->op.kind < y->op.kind);

  if (order == 0)
    order = compare_texts (data, x->op.key, y->op.key);
  if (order == 0)
    order = (x->op.field > y->op.field) - (x->op.field < y->op.field);
  if (order == 0)
    order = (x->op.action > y->op.action) - (x->op.action < y->op.action);
  if (order == 0)
    order = (x->side > y->side) - (x->side < y->side);
  if (order == 0)
    order = compare_texts (data, x->op.before, y->op.before);
  return order != 0 ? order : compare_texts (data, x->op.after, y->op.after);
}

gboolean
cadre_merge_collect (CadreMerge *self, CadrePatch *ours, CadrePatch *theirs, GError **error)
{
  CadrePatch *const patches[] = { ours, theirs };

  for (guint8 side = 0; side < 2; side++)
    {
      g_autoptr (GHashTable) ids = find_ids (self, patches[side]);

      for (guint32 i = 0; i < patches[side]->n_ops; i++)
        if (!add_op (self, patches[side], &patches[side]->ops[i], ids, side, error))
          return FALSE;
    }

  g_array_sort_with_data (self->ops, compare_ops, self->strings);
  return TRUE;
}
