/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* One key for two records: what one side creates, or brings there from another key, and the
 * other side does with another record. A line that goes over to a manager, where the other
 * side adds a line to the same one; a post that gets the id under which the other side makes
 * a post. */

#include "config.h"

#include "diff/merge/cadre-merge-private.h"

#include <string.h>

/* A record that a side brings to a key. */
typedef struct
{
  guint32 was;   /* the key that it has in the base; 0 where it is created */
  guint32 first; /* of the operations on it */
  guint32 end;
} Arrival;

typedef struct
{
  CadreMerge *merge;
  CadrePatchKeys keys[2];  /* by side: those that its records have after */
  GHashTable *arrivals[2]; /* by side; kind and key: GArray of Arrival */
  GHashTable *created;     /* side, kind and id of what is created: the conflict of that id */
  GHashTable *renamed;     /* and of what gets another id, by the one that it has in the base */
  guint32 referring;       /* the operation that is looked at */
} Search;

static gpointer
name_key (guint kind, guint32 key)
{
  return GSIZE_TO_POINTER ((gsize) key * 32 + kind);
}

static char *
name_record (guint side, guint kind, const char *id, gsize length)
{
  return g_strdup_printf ("%u %u %.*s", side, kind, (int) length, id);
}

/* Whether an operation of a side brings a record to another key, or creates it. */
static gboolean
is_of (const CadreMergeOp *op, guint8 side, gboolean created)
{
  if (op->side != side || op->follows)
    return FALSE;

  return created ? op->op.action == CADRE_PATCH_ACTION_CREATE
                 : cadre_patch_changes_keys (&op->op, 1);
}

static void
note_arrival (Search *self, guint8 side, guint kind, guint32 key, const Arrival *arrival)
{
  GHashTable *arrivals = self->arrivals[side];
  GArray *there = g_hash_table_lookup (arrivals, name_key (kind, key));

  if (there == NULL)
    {
      there = g_array_new (FALSE, FALSE, sizeof (Arrival));
      g_hash_table_insert (arrivals, name_key (kind, key), there);
    }
  g_array_append_val (there, *arrival);
}

/* What a side brings to a key of what is said of one record, from @first to @end. */
static void
note_record (Search *self, guint8 side, guint32 first, guint32 end)
{
  const CadrePatchOp *op = &cadre_merge_op (self->merge, first)->op;
  const guint32 after = cadre_patch_keys_get (&self->keys[side], op->kind, op->key);
  const Arrival created = { 0, first, end };
  const Arrival moved = { op->key, first, end };

  if (op->key == 0 || op->kind == CADRE_PATCH_HEAD)
    return;
  for (guint32 i = first; i < end; i++)
    if (is_of (cadre_merge_op (self->merge, i), side, TRUE))
      {
        note_arrival (self, side, op->kind, op->key, &created);
        break;
      }
  if (after != op->key && after != 0)
    note_arrival (self, side, op->kind, after, &moved);
}

static void
note_records (Search *self)
{
  const CadreMerge *merge = self->merge;
  guint32 end = 0;

  for (guint32 first = 0; first < merge->ops->len; first = end)
    {
      const CadrePatchOp *op = &cadre_merge_op (merge, first)->op;

      for (end = first + 1;
           end < merge->ops->len && cadre_merge_op (merge, end)->op.kind == op->kind &&
           cadre_merge_op (merge, end)->op.key == op->key;
           end++)
        ;
      for (guint8 side = 0; side < 2; side++)
        note_record (self, side, first, end);
    }
}

/* Two that are created are compared with all that is said of their key. */
static gboolean
are_one (const Arrival *a, const Arrival *b)
{
  return a->was == b->was;
}

static gboolean
meet (const GArray *ours, const GArray *theirs)
{
  for (guint i = 0; i < ours->len; i++)
    for (guint k = 0; k < theirs->len; k++)
      if (!are_one (&g_array_index (ours, Arrival, i), &g_array_index (theirs, Arrival, k)))
        return TRUE;

  return FALSE;
}

static void
note_renamed (Search *self, CadreMergeFinding *finding, guint8 side)
{
  const char *was = cadre_merge_text (self->merge, finding->was[side]);

  if (was[0] == '"')
    g_hash_table_insert (self->renamed, name_record (side, finding->record_kind, was, strlen (was)),
                         finding);
}

/* What a side makes of the record that it brings to the key: the fields that say so, or all
 * of one that it creates. */
static gboolean
add_arrival (Search *self,
             CadreMergeFinding *finding,
             guint8 side,
             const Arrival *arrival,
             GError **error)
{
  CadreMerge *merge = self->merge;
  g_autoptr (GString) text = g_string_new (NULL);
  CadrePatchRecord record = { .kind = finding->record_kind };

  for (guint32 i = arrival->first; i < arrival->end; i++)
    {
      const CadrePatchOp *op = &cadre_merge_op (merge, i)->op;
      const char *after = op->after != 0 ? cadre_merge_text (merge, op->after) : "null";

      if (!is_of (cadre_merge_op (merge, i), side, arrival->was == 0))
        continue;
      g_array_append_val (finding->ops, i);
      if (arrival->was == 0)
        finding->values[1 + side] = op->after;
      else
        cadre_patch_record_set (&record, op->field, after, strlen (after));
    }
  if (arrival->was == 0)
    return TRUE;

  finding->was[side] = arrival->was;
  note_renamed (self, finding, side);
  cadre_patch_record_print (&record, G_MAXUINT64, text);
  return cadre_string_table_intern (merge->strings, text->str, text->len,
                                    &finding->values[1 + side], error);
}

static gboolean
add_meeting (Search *self, guint kind, guint32 key, const GArray *const arrivals[2], GError **error)
{
  CadreMerge *merge = self->merge;
  const char *id = cadre_merge_text (merge, key);
  CadreMergeFinding *finding =
    cadre_merge_finding_new (CADRE_MERGE_CONFLICT_KIND_SAME_KEY, (guint8) kind, CADRE_PATCH_WHOLE);

  finding->key = key;
  cadre_merge_add_finding (merge, finding);
  for (guint8 side = 0; side < 2; side++)
    for (guint i = 0; i < arrivals[side]->len; i++)
      {
        const Arrival *arrival = &g_array_index (arrivals[side], Arrival, i);

        if (!add_arrival (self, finding, side, arrival, error))
          return FALSE;
        if (arrival->was == 0 && id[0] == '"')
          g_hash_table_insert (self->created, name_record (side, kind, id, strlen (id)), finding);
      }

  return TRUE;
}

static gboolean
add_meetings (Search *self, GError **error)
{
  const CadreMerge *merge = self->merge;

  for (guint32 i = 0; i < merge->ops->len; i++)
    {
      const CadrePatchOp *op = &cadre_merge_op (merge, i)->op;
      const guint32 key = op->action == CADRE_PATCH_ACTION_CREATE
                            ? op->key
                            : cadre_patch_keys_get (&self->keys[CADRE_OURS], op->kind, op->key);
      const gpointer name = name_key (op->kind, key);
      const GArray *arrivals[2] = { NULL, NULL };

      for (guint side = 0; side < 2; side++)
        arrivals[side] = g_hash_table_lookup (self->arrivals[side], name);
      if (arrivals[0] == NULL || arrivals[1] == NULL)
        continue;
      if (meet (arrivals[0], arrivals[1]) && !add_meeting (self, op->kind, key, arrivals, error))
        return FALSE;
      g_hash_table_remove (self->arrivals[CADRE_OURS], name);
    }

  return TRUE;
}

/* What a side says of the record that it creates is not said of the other one, and only who
 * gives a post another id says where it comes from. */
static void
note_reference (guint kind, const char *id, gsize length, gpointer data)
{
  Search *self = data;
  const CadreMergeOp *op = cadre_merge_op (self->merge, self->referring);
  g_autofree char *name = name_record (op->side, kind, id, length);
  CadreMergeFinding *finding = g_hash_table_lookup (self->created, name);

  if (finding == NULL && op->op.kind == CADRE_RECORD_KIND_LINEAGE)
    finding = g_hash_table_lookup (self->renamed, name);
  if (finding != NULL)
    g_array_append_val (finding->ops, self->referring);
}

static void
add_references (Search *self)
{
  const CadreMerge *merge = self->merge;

  if (g_hash_table_size (self->created) == 0 && g_hash_table_size (self->renamed) == 0)
    return;

  for (guint32 i = 0; i < merge->ops->len; i++)
    {
      const CadreMergeOp *op = cadre_merge_op (merge, i);

      self->referring = i;
      if (!op->follows && op->op.action != CADRE_PATCH_ACTION_DELETE &&
          op->op.action != CADRE_PATCH_ACTION_REKEY)
        cadre_merge_each_id (op->op.kind, op->op.field, cadre_merge_text (merge, op->op.after),
                             note_reference, self);
    }
}

static gboolean
find_keys (Search *self, guint8 side, GError **error)
{
  const CadreMerge *merge = self->merge;
  g_autoptr (GArray) ops = g_array_new (FALSE, FALSE, sizeof (CadrePatchOp));

  for (guint32 i = 0; i < merge->ops->len; i++)
    if (is_of (cadre_merge_op (merge, i), side, FALSE))
      g_array_append_val (ops, cadre_merge_op (merge, i)->op);
  return cadre_patch_keys_init (&self->keys[side], merge->strings,
                                (const CadrePatchOp *) (gconstpointer) ops->data, ops->len, error);
}

static void
free_arrivals (gpointer arrivals)
{
  g_array_unref (arrivals);
}

gboolean
cadre_merge_find_meetings (CadreMerge *self, GError **error)
{
  Search search = { .merge = self };
  gboolean ok = TRUE;

  for (guint8 side = 0; side < 2; side++)
    {
      ok = ok && find_keys (&search, side, error);
      search.arrivals[side] = g_hash_table_new_full (NULL, NULL, NULL, free_arrivals);
    }
  search.created = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  search.renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (ok)
    {
      note_records (&search);
      ok = add_meetings (&search, error);
    }
  if (ok)
    add_references (&search);

  g_hash_table_unref (search.created);
  g_hash_table_unref (search.renamed);
  for (guint side = 0; side < 2; side++)
    {
      g_hash_table_unref (search.arrivals[side]);
      cadre_patch_keys_clear (&search.keys[side]);
    }
  return ok;
}
