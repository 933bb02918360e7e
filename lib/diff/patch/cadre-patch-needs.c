/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What an operation needs: that the records that it refers to are there, that
 * nothing refers any more to the record that it takes away, that the key that it
 * gives is free, and what else is done to the same record where one is nothing
 * without the other. */

#include "config.h"

#include "diff/patch/cadre-patch-needs-private.h"

#include <string.h>

#define NOWHERE G_MAXUINT32

static gpointer
name_key (guint kind, guint32 key)
{
  return GSIZE_TO_POINTER ((gsize) key * 32 + kind);
}

static gboolean
is_whole (const CadrePatchOp *op)
{
  return op->field == CADRE_PATCH_WHOLE;
}

static gboolean
changes_key (const CadrePatchOp *op)
{
  return !is_whole (op) && cadre_patch_is_key_field (op->kind, op->field);
}

static void
add_edge (CadrePatchNeeds *self, guint32 op, guint32 needed)
{
  if (op == needed)
    return;

  g_array_append_val (self->edges, op);
  g_array_append_val (self->edges, needed);
}

static void
add_both (CadrePatchNeeds *self, guint32 a, guint32 b)
{
  add_edge (self, a, b);
  add_edge (self, b, a);
}

static guint32
look_up (GHashTable *table, guint kind, guint32 key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, name_key (kind, key))) - 1;
}

static void
note_first (GHashTable *table, guint kind, guint32 key, guint32 op)
{
  g_hash_table_insert (table, name_key (kind, key), GUINT_TO_POINTER (op + 1));
}

/* Who gives a key to a record, and who takes one away: the first of each. */
static void
index_keys (CadrePatchNeeds *self)
{
  for (guint32 i = self->patch->n_ops; i > 0; i--)
    {
      const CadrePatchOp *op = &self->patch->ops[i - 1];

      if (op->kind == CADRE_PATCH_HEAD)
        continue;
      if (op->action == CADRE_PATCH_ACTION_CREATE)
        note_first (self->producers, op->kind, op->key, i - 1);
      else if (op->action == CADRE_PATCH_ACTION_DELETE)
        {
          note_first (self->vacaters, op->kind, op->key, i - 1);
          note_first (self->deleted, op->kind, op->key, i - 1);
        }
      else if (changes_key (op))
        {
          note_first (self->producers, op->kind,
                      cadre_patch_keys_get (&self->keys, op->kind, op->key), i - 1);
          note_first (self->vacaters, op->kind, op->key, i - 1);
        }
    }
}

/* All that give a key, that take one away, or that delete a record with it, are one
 * thing that others need or that needs them: so that many records with one key have no
 * edge from each to each. It is named by the first of them. */
typedef enum
{
  GROUP_PRODUCERS = 1,
  GROUP_VACATERS,
  GROUP_DELETED,
  N_NAMES
} Group;

static guint32
name_group (const CadrePatchNeeds *self, Group group, guint32 first)
{
  return (guint32) group * self->patch->n_ops + first;
}

static void
add_groups (CadrePatchNeeds *self, guint32 i)
{
  const CadrePatchOp *op = &self->patch->ops[i];
  const gboolean is_change = changes_key (op);
  guint32 key = op->key;

  if (is_change || op->action == CADRE_PATCH_ACTION_DELETE)
    add_edge (self, i,
              name_group (self, GROUP_VACATERS, look_up (self->vacaters, op->kind, op->key)));
  if (op->action == CADRE_PATCH_ACTION_DELETE)
    add_edge (self, name_group (self, GROUP_DELETED, look_up (self->deleted, op->kind, op->key)),
              i);
  if (is_change)
    key = cadre_patch_keys_get (&self->keys, op->kind, op->key);
  if (is_change || op->action == CADRE_PATCH_ACTION_CREATE)
    add_edge (self, name_group (self, GROUP_PRODUCERS, look_up (self->producers, op->kind, key)),
              i);
}

/* Whoever gives a key that another has needs that one to give it up, and that one
 * needs it too, since others may go on to refer to the key. The first of each side
 * stands for all. */
static void
add_keys (CadrePatchNeeds *self, guint32 i)
{
  const CadrePatchOp *op = &self->patch->ops[i];
  const gboolean is_vacater = op->action == CADRE_PATCH_ACTION_DELETE || changes_key (op);
  const gboolean is_producer = op->action == CADRE_PATCH_ACTION_CREATE || changes_key (op);
  guint32 other = is_vacater ? look_up (self->producers, op->kind, op->key) : NOWHERE;

  if (other != NOWHERE)
    add_both (self, i, other);
  if (is_producer)
    {
      const guint32 key =
        changes_key (op) ? cadre_patch_keys_get (&self->keys, op->kind, op->key) : op->key;

      other = look_up (self->vacaters, op->kind, key);
      if (other != NOWHERE)
        add_both (self, i, other);
    }
  other = look_up (self->vacaters, op->kind, op->key);
  if (!is_vacater || other == i)
    return;

  /* What takes one key away goes together: two halves of a key are none. */
  if (changes_key (op) || changes_key (&self->patch->ops[other]))
    add_both (self, i, other);
}

/* A value of a field, or each of a list. */
static void
add_reference (CadrePatchNeeds *self,
               guint32 i,
               const CadreField *field,
               const char *value,
               gsize length,
               gboolean is_after)
{
  const guint32 code = cadre_string_table_lookup (self->strings, value, length);
  guint32 other = NOWHERE;

  if (code == 0)
    return;

  other = look_up (is_after ? self->producers : self->vacaters, field->target, code);
  if (other != NOWHERE && is_after)
    add_edge (self, i, name_group (self, GROUP_PRODUCERS, other));
  else if (other != NOWHERE)
    add_edge (self, name_group (self, GROUP_VACATERS, other), i);
}

/* The end of a string in canonical text. */
static const char *
end_of_string (const char *p)
{
  for (p++; *p != '"' && *p != '\0'; p++)
    if (*p == '\\')
      p++;

  return p + 1;
}

static void
add_references (CadrePatchNeeds *self,
                guint32 i,
                guint field,
                const char *value,
                gsize length,
                gboolean is_after)
{
  const CadreField *spec =
    &cadre_schema_get (self->patch->ops[i].kind)->fields[MIN (field, CADRE_MAX_FIELDS - 1)];
  const char *end = NULL;

  if (field >= cadre_schema_get (self->patch->ops[i].kind)->n_fields || value == NULL)
    return;
  end = value + length;
  if (spec->kind == CADRE_FIELD_KIND_REFERENCE)
    add_reference (self, i, spec, value, length, is_after);
  if (spec->kind != CADRE_FIELD_KIND_REFERENCES)
    return;

  for (const char *p = value; p < end;)
    if (*p == '"')
      {
        const char *behind = end_of_string (p);

        add_reference (self, i, spec, p, (gsize) (behind - p), is_after);
        p = behind;
      }
    else
      p++;
}

static void
add_all_references (CadrePatchNeeds *self, guint32 i, gboolean is_after)
{
  const CadrePatchOp *op = &self->patch->ops[i];
  const guint32 code = is_after ? op->after : op->before;
  const char *text = cadre_patch_text (self->patch, code);
  CadrePatchRecord record;

  if (code == 0 || op->kind == CADRE_PATCH_HEAD)
    return;
  if (!is_whole (op))
    {
      add_references (self, i, op->field, text,
                      cadre_string_table_length (self->patch->strings, code), is_after);
      return;
    }

  cadre_patch_record_parse (&record, op->kind, text);
  for (guint field = 0; field < cadre_schema_get (op->kind)->n_fields; field++)
    add_references (self, i, field, record.fields[field].value, record.fields[field].length,
                    is_after);
}

/* A value that a field cannot hold stands with the members that are not known;
 * and what is changed is found among what is not deleted. */
static void
add_same_record (CadrePatchNeeds *self, GHashTable *records, guint32 i)
{
  const CadrePatchOp *op = &self->patch->ops[i];
  const guint32 unknown = look_up (records, op->kind, op->key);
  const guint32 deleted = look_up (self->deleted, op->kind, op->key);

  if (op->kind == CADRE_PATCH_HEAD || is_whole (op))
    return;
  if (unknown != NOWHERE)
    add_both (self, i, unknown);
  if (deleted != NOWHERE)
    add_edge (self, i, name_group (self, GROUP_DELETED, deleted));
}

static void
add_edges (CadrePatchNeeds *self)
{
  g_autoptr (GHashTable) records = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < self->patch->n_ops; i++)
    if (self->patch->ops[i].field == CADRE_CELL_UNKNOWN_MEMBERS)
      g_hash_table_insert (records, name_key (self->patch->ops[i].kind, self->patch->ops[i].key),
                           GUINT_TO_POINTER (i + 1));
  for (guint32 i = 0; i < self->patch->n_ops; i++)
    {
      add_groups (self, i);
      add_keys (self, i);
      add_all_references (self, i, TRUE);
      add_all_references (self, i, FALSE);
      add_same_record (self, records, i);
    }
}

/* Edges by the operation that they begin at. */
static gboolean
sort_edges (CadrePatchNeeds *self)
{
  const guint32 *edges = (const guint32 *) (gconstpointer) self->edges->data;
  const gsize n = (gsize) self->patch->n_ops * N_NAMES;

  self->first = g_try_new0 (guint32, n + 2);
  self->needed = g_try_new (guint32, self->edges->len / 2 + 1);
  if (self->first == NULL || self->needed == NULL)
    return FALSE;

  for (guint i = 0; i < self->edges->len; i += 2)
    self->first[edges[i] + 2]++;
  for (gsize i = 2; i < n + 2; i++)
    self->first[i] += self->first[i - 1];
  for (guint i = 0; i < self->edges->len; i += 2)
    self->needed[self->first[edges[i] + 1]++] = edges[i + 1];

  return TRUE;
}

gboolean
cadre_patch_needs_init (CadrePatchNeeds *self, const CadrePatch *patch, GError **error)
{
  memset (self, 0, sizeof (*self));
  self->patch = patch;
  self->edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->producers = g_hash_table_new (NULL, NULL);
  self->vacaters = g_hash_table_new (NULL, NULL);
  self->deleted = g_hash_table_new (NULL, NULL);

  self->strings = cadre_patch_changes_keys (patch->ops, patch->n_ops)
                    ? cadre_string_table_copy (patch->strings, error)
                    : cadre_string_table_ref (patch->strings);
  if (self->strings == NULL ||
      !cadre_patch_keys_init (&self->keys, self->strings, patch->ops, patch->n_ops, error))
    return FALSE;

  index_keys (self);
  add_edges (self);
  return sort_edges (self) ? TRUE : cadre_patch_set_memory_error (error);
}

void
cadre_patch_needs_clear (CadrePatchNeeds *self)
{
  cadre_patch_keys_clear (&self->keys);
  g_clear_pointer (&self->strings, cadre_string_table_unref);
  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->producers, g_hash_table_unref);
  g_clear_pointer (&self->vacaters, g_hash_table_unref);
  g_clear_pointer (&self->deleted, g_hash_table_unref);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->needed, g_free);
}

gboolean
cadre_patch_needs_close (const CadrePatchNeeds *self, guint8 *marks)
{
  const guint32 n_ops = self->patch->n_ops;
  const gsize n_names = (gsize) n_ops * N_NAMES;
  g_autofree guint32 *stack = g_try_new (guint32, n_names + 1);
  g_autofree guint8 *seen = g_try_new0 (guint8, n_names + 1);
  gsize n = 0;

  if (stack == NULL || seen == NULL)
    return FALSE;

  for (guint32 i = 0; i < n_ops; i++)
    if (marks[i])
      {
        stack[n++] = i;
        seen[i] = TRUE;
      }
  while (n > 0)
    {
      const guint32 name = stack[--n];

      if (name < n_ops)
        marks[name] = TRUE;
      for (guint32 i = self->first[name]; i < self->first[name + 1]; i++)
        if (!seen[self->needed[i]])
          {
            seen[self->needed[i]] = TRUE;
            stack[n++] = self->needed[i];
          }
    }

  return TRUE;
}
