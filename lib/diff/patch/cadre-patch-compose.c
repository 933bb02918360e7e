/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Two patches as one. The second speaks of what the first leads to: a record
 * that it names is one that the first created, one that the first changed, or
 * one that is as it was before. Where several records have a key, a patch has all
 * of them or none, so that what the second deletes is there to be found. */

#include "config.h"

#include "diff/patch/cadre-patch-private.h"

#include <string.h>

#define NOWHERE G_MAXUINT32

typedef struct
{
  CadrePatchMaker maker;
  CadrePatchOp *first;
  guint32 n_first;
  CadrePatchOp *second;
  guint32 n_second;
  CadrePatchKeys keys; /* of the first */
  guint8 *dropped;     /* by operation of the first */

  /* Operations of the first, by the kind and key that their record has between the
   * two: place + 1, and from there on the next. */
  GHashTable *between;
  guint32 *next;
  GHashTable *deleted; /* likewise what the first deletes */
} Composition;

static gpointer
name_key (guint kind, guint32 key)
{
  return GSIZE_TO_POINTER ((gsize) key * 32 + kind);
}

static gboolean
set_sequence_error (const Composition *self, const CadrePatchOp *op, GError **error)
{
  g_set_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_SEQUENCE,
               "The second patch does not follow the first: at its /operations/%u the first leads "
               "to something else",
               (guint) (op - self->second));
  return FALSE;
}

static void
index_first (Composition *self)
{
  for (guint32 i = self->n_first; i > 0; i--)
    {
      const CadrePatchOp *op = &self->first[i - 1];
      const gboolean is_deleted = op->action == CADRE_PATCH_ACTION_DELETE;
      GHashTable *table = is_deleted ? self->deleted : self->between;
      const guint32 key = is_deleted || op->action == CADRE_PATCH_ACTION_CREATE
                            ? op->key
                            : cadre_patch_keys_get (&self->keys, op->kind, op->key);
      const gpointer name = name_key (op->kind, key);

      self->next[i - 1] = GPOINTER_TO_UINT (g_hash_table_lookup (table, name)) - 1;
      g_hash_table_insert (table, name, GUINT_TO_POINTER (i));
    }
}

static guint32
find_first (const Composition *self, GHashTable *table, const CadrePatchOp *op)
{
  guint32 i = GPOINTER_TO_UINT (g_hash_table_lookup (table, name_key (op->kind, op->key))) - 1;

  while (i != NOWHERE && self->dropped[i])
    i = self->next[i];
  return i;
}

static guint32
find_next (const Composition *self, guint32 i)
{
  do
    i = self->next[i];
  while (i != NOWHERE && self->dropped[i]);

  return i;
}

/* An operation of the first on whole records that has this record. */
static guint32
find_record (const Composition *self,
             GHashTable *table,
             const CadrePatchOp *op,
             CadrePatchAction action)
{
  guint32 i = find_first (self, table, op);

  while (i != NOWHERE && (self->first[i].action != action ||
                          cadre_patch_op_record (&self->first[i]) != cadre_patch_op_record (op)))
    i = find_next (self, i);

  return i;
}

static const char *
get_text (const Composition *self, guint32 code, gsize *length)
{
  *length = code != 0 ? cadre_string_table_length (self->maker.strings, code) : 0;
  return cadre_string_table_get (self->maker.strings, code);
}

/* The record that is deleted as it was before the first changed it. FALSE where
 * it is another one. */
static gboolean
undo_changes (const Composition *self, const CadrePatchOp *op, GString *text)
{
  CadrePatchRecord record;
  gsize length = 0;
  guint n_changes = 0;

  cadre_patch_record_parse (&record, op->kind, get_text (self, op->before, &length));
  for (guint32 i = find_first (self, self->between, op); i != NOWHERE; i = find_next (self, i))
    {
      const CadrePatchOp *change = &self->first[i];
      const char *after = get_text (self, change->after, &length);
      const CadrePatchMember *value = &record.fields[MIN (change->field, CADRE_MAX_FIELDS - 1)];

      if (change->action == CADRE_PATCH_ACTION_CREATE)
        continue;
      if ((after == NULL) != (value->value == NULL) ||
          (after != NULL && (value->length != length || memcmp (value->value, after, length) != 0)))
        return FALSE;
      after = get_text (self, change->before, &length);
      cadre_patch_record_set (&record, change->field, after, length);
      n_changes++;
    }

  cadre_patch_record_print (&record, G_MAXUINT64, text);
  return n_changes > 0;
}

static gboolean
add_delete (Composition *self, const CadrePatchOp *op, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  CadrePatchOp deleted = *op;
  guint32 i = find_record (self, self->between, op, CADRE_PATCH_ACTION_CREATE);

  if (i != NOWHERE)
    {
      self->dropped[i] = TRUE;
      return TRUE;
    }

  i = find_first (self, self->between, op);
  if (i == NOWHERE || !undo_changes (self, op, text))
    {
      if (i != NOWHERE && !op->shared)
        return set_sequence_error (self, op, error);
      cadre_patch_maker_add (&self->maker, op);
      return TRUE;
    }

  for (; i != NOWHERE; i = find_next (self, i))
    if (self->first[i].action != CADRE_PATCH_ACTION_CREATE)
      {
        deleted.key = self->first[i].key;
        self->dropped[i] = TRUE;
      }
  if (!cadre_patch_maker_intern (&self->maker, text->str, text->len, &deleted.before, error))
    return FALSE;
  cadre_patch_maker_add (&self->maker, &deleted);
  return TRUE;
}

/* A created record with another value in one field. */
static gboolean
change_created (Composition *self, CadrePatchOp *created, const CadrePatchOp *op, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *object = NULL;
  gsize length = 0;
  const char *value = get_text (self, op->before, &length);
  CadrePatchRecord record;

  object = g_strdup (cadre_string_table_get (self->maker.strings, created->after));
  cadre_patch_record_parse (&record, op->kind, object);
  if ((value == NULL) != (record.fields[op->field].value == NULL) ||
      (value != NULL && (record.fields[op->field].length != length ||
                         memcmp (record.fields[op->field].value, value, length) != 0)))
    return set_sequence_error (self, op, error);

  value = get_text (self, op->after, &length);
  cadre_patch_record_set (&record, op->field, value, length);
  cadre_patch_record_print (&record, G_MAXUINT64, text);
  return cadre_patch_maker_intern (&self->maker, text->str, text->len, &created->after, error);
}

static gboolean
merge_change (Composition *self,
              CadrePatchOp *first,
              guint32 i,
              const CadrePatchOp *op,
              GError **error)
{
  if (first->after != op->before)
    return set_sequence_error (self, op, error);

  first->after = op->after;
  self->dropped[i] = first->before == first->after;
  return TRUE;
}

/* Where a record is changed that the first created or changed too. Its operations
 * are found once for all fields, since they may drop out one by one. */
static gboolean
add_change (Composition *self, const CadrePatchOp *op, GError **error)
{
  const gpointer head = g_hash_table_lookup (self->between, name_key (op->kind, op->key));
  CadrePatchOp change = *op;
  guint32 i = GPOINTER_TO_UINT (head) - 1;

  for (; i != NOWHERE; i = self->next[i])
    {
      CadrePatchOp *first = &self->first[i];

      if (first->action == CADRE_PATCH_ACTION_CREATE)
        {
          if (!self->dropped[i])
            return change_created (self, first, op, error);
          continue;
        }
      if (first->field == op->field && !self->dropped[i])
        return merge_change (self, first, i, op, error);
      change.key = first->key;
    }

  if (head == NULL && find_first (self, self->deleted, op) != NOWHERE &&
      !self->first[find_first (self, self->deleted, op)].shared)
    return set_sequence_error (self, op, error);
  cadre_patch_maker_add (&self->maker, &change);
  return TRUE;
}

/* The key of a created record may have changed with it. */
static gboolean
settle_key (Composition *self, CadrePatchOp *op, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  CadrePatchRecord record;

  cadre_patch_record_parse (&record, op->kind,
                            cadre_string_table_get (self->maker.strings, op->after));
  op->key = 0;
  return !cadre_patch_record_print_key (&record, text) ||
         cadre_patch_maker_intern (&self->maker, text->str, text->len, &op->key, error);
}

static gboolean
add_first (Composition *self, GError **error)
{
  for (guint32 i = 0; i < self->n_first; i++)
    {
      CadrePatchOp *op = &self->first[i];

      if (self->dropped[i])
        continue;
      if (op->action == CADRE_PATCH_ACTION_CREATE && !settle_key (self, op, error))
        return FALSE;
      cadre_patch_maker_add (&self->maker, op);
    }

  return TRUE;
}

/* Deletions first: they may take what the first changed with them. */
static gboolean
compose_ops (Composition *self, GError **error)
{
  for (guint32 i = 0; i < self->n_second; i++)
    if (self->second[i].action == CADRE_PATCH_ACTION_DELETE &&
        !add_delete (self, &self->second[i], error))
      return FALSE;
  for (guint32 i = 0; i < self->n_second; i++)
    {
      const CadrePatchOp *op = &self->second[i];

      if (op->action == CADRE_PATCH_ACTION_CREATE)
        cadre_patch_maker_add (&self->maker, op);
      else if (op->action != CADRE_PATCH_ACTION_DELETE && !add_change (self, op, error))
        return FALSE;
    }

  return add_first (self, error);
}

static gboolean
prepare (Composition *self, CadrePatch *first, CadrePatch *second, GError **error)
{
  self->n_first = first->n_ops;
  self->n_second = second->n_ops;
  cadre_patch_maker_init (&self->maker);
  if (!cadre_patch_maker_copy (&self->maker, first->strings, first->language, &self->maker.language,
                               error))
    return FALSE;

  self->first = cadre_patch_copy_ops (first, &self->maker, error);
  self->second = self->first != NULL ? cadre_patch_copy_ops (second, &self->maker, error) : NULL;
  if (self->second == NULL ||
      !cadre_patch_keys_init (&self->keys, self->maker.strings, self->first, self->n_first, error))
    return FALSE;

  self->dropped = g_try_malloc0 (MAX (self->n_first, 1));
  self->next = g_try_new (guint32, MAX (self->n_first, 1));
  if (self->dropped == NULL || self->next == NULL)
    return cadre_patch_set_memory_error (error);

  self->between = g_hash_table_new (NULL, NULL);
  self->deleted = g_hash_table_new (NULL, NULL);
  index_first (self);
  return TRUE;
}

static void
composition_clear (Composition *self)
{
  cadre_patch_maker_clear (&self->maker);
  cadre_patch_keys_clear (&self->keys);
  g_free (self->first);
  g_free (self->second);
  g_free (self->dropped);
  g_free (self->next);
  g_clear_pointer (&self->between, g_hash_table_unref);
  g_clear_pointer (&self->deleted, g_hash_table_unref);
}

/**
 * cadre_patch_compose:
 * @first: a #CadrePatch
 * @second: the #CadrePatch that follows it
 * @error: return location for a #GError, or %NULL
 *
 * Makes one patch of two: applied to a structure it gives what @second gives,
 * applied to what @first gives.
 *
 * Returns: (transfer full): the patch, or %NULL with @error set: to
 *   %CADRE_DIFF_ERROR_SEQUENCE where the second does not fit what the first
 *   leads to
 *
 * Since: 1.0
 */
CadrePatch *
cadre_patch_compose (CadrePatch *first, CadrePatch *second, GError **error)
{
  Composition self = { .n_first = 0 };
  CadrePatch *patch = NULL;

  g_return_val_if_fail (CADRE_IS_PATCH (first), NULL);
  g_return_val_if_fail (CADRE_IS_PATCH (second), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (prepare (&self, first, second, error) && compose_ops (&self, error))
    patch = cadre_patch_maker_finish (&self.maker, error);
  if (patch != NULL)
    {
      patch->before = cadre_patch_identity_ref (first->before);
      patch->after = cadre_patch_identity_ref (second->after);
    }

  composition_clear (&self);
  return patch;
}
