/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Where the two sides contradict each other.
 *
 * Operations are in order of their records, so that what both sides say of one
 * record stands together. One pass over the records finds what contradicts
 * itself there, and another, over what refers to deleted records, the rest. */

#include "config.h"

#include "diff/merge/cadre-merge-private.h"

#include <string.h>

typedef struct
{
  CadreMerge *merge;
  GHashTable *owned;    /* side, kind and id of a record: GArray of deletions of what is of it */
  GHashTable *deleted;  /* side, kind and id: the deletion, and 1 */
  GHashTable *dangling; /* the deletion, and 1: its CadreMergeFinding */
  guint32 referring;    /* the operation that is looked at */
} Search;

static char *
make_name (guint side, guint kind, const char *id, gsize length)
{
  return g_strdup_printf ("%u %u %.*s", side, kind, (int) length, id);
}

static CadreMergeFinding *
add_finding (CadreMerge *self, CadreMergeConflictKind kind, const CadrePatchOp *op)
{
  CadreMergeFinding *finding = cadre_merge_finding_new (kind, op->kind, op->field);

  finding->key = op->key;
  cadre_merge_add_finding (self, finding);
  return finding;
}

static void
add_op (CadreMergeFinding *finding, guint32 op)
{
  g_array_append_val (finding->ops, op);
}

static gboolean
is_same_op (const CadrePatchOp *a, const CadrePatchOp *b)
{
  return a->action == b->action && a->field == b->field && a->before == b->before &&
         a->after == b->after;
}

static void
make_twins (CadreMerge *self, guint32 ours, guint32 theirs)
{
  cadre_merge_op (self, ours)->twin = theirs + 1;
  cadre_merge_op (self, theirs)->twin = ours + 1;
}

/* Changes of one record: field by field. */
static void
compare_fields (CadreMerge *self, const GArray *ours, const GArray *theirs)
{
  guint k = 0;

  for (guint i = 0; i < ours->len; i++)
    {
      const guint32 our_place = g_array_index (ours, guint32, i);
      const CadrePatchOp *our_op = &cadre_merge_op (self, our_place)->op;
      CadreMergeFinding *finding = NULL;

      while (k < theirs->len &&
             cadre_merge_op (self, g_array_index (theirs, guint32, k))->op.field < our_op->field)
        k++;
      if (k == theirs->len ||
          cadre_merge_op (self, g_array_index (theirs, guint32, k))->op.field != our_op->field)
        continue;
      if (is_same_op (our_op, &cadre_merge_op (self, g_array_index (theirs, guint32, k))->op))
        {
          make_twins (self, our_place, g_array_index (theirs, guint32, k));
          continue;
        }

      finding = add_finding (self, CADRE_MERGE_CONFLICT_KIND_FIELD, our_op);
      finding->values[0] = our_op->before;
      finding->values[1] = our_op->after;
      finding->values[2] = cadre_merge_op (self, g_array_index (theirs, guint32, k))->op.after;
      add_op (finding, our_place);
      add_op (finding, g_array_index (theirs, guint32, k));
    }
}

static gboolean
has_action (CadreMerge *self, const GArray *places, CadrePatchAction action)
{
  for (guint i = 0; i < places->len; i++)
    if (cadre_merge_op (self, g_array_index (places, guint32, i))->op.action == action)
      return TRUE;

  return FALSE;
}

static gboolean
is_about_whole (CadreMerge *self, const GArray *places)
{
  return has_action (self, places, CADRE_PATCH_ACTION_CREATE) ||
         has_action (self, places, CADRE_PATCH_ACTION_DELETE);
}

/* What a side makes of a record: the record, the fields that it changes, or 0
 * where it deletes it. */
static gboolean
describe (CadreMerge *self, const GArray *places, guint32 *code, GError **error)
{
  g_autoptr (GString) text = NULL;
  CadrePatchRecord record;

  *code = 0;
  for (guint i = 0; i < places->len; i++)
    if (cadre_merge_op (self, g_array_index (places, guint32, i))->op.action ==
        CADRE_PATCH_ACTION_CREATE)
      *code = cadre_merge_op (self, g_array_index (places, guint32, i))->op.after;
  if (is_about_whole (self, places))
    return TRUE;

  memset (&record, 0, sizeof (record));
  record.kind = cadre_merge_op (self, g_array_index (places, guint32, 0))->op.kind;
  for (guint i = 0; i < places->len; i++)
    {
      const CadrePatchOp *op = &cadre_merge_op (self, g_array_index (places, guint32, i))->op;
      const char *value = op->after != 0 ? cadre_merge_text (self, op->after) : "null";

      cadre_patch_record_set (&record, op->field, value, strlen (value));
    }
  text = g_string_new (NULL);
  cadre_patch_record_print (&record, G_MAXUINT64, text);
  return cadre_string_table_intern (self->strings, text->str, text->len, code, error);
}

/* Who keeps a record keeps what belongs to it. */
static void
add_owned (Search *search, CadreMergeFinding *finding, guint8 side)
{
  const char *id = cadre_merge_text (search->merge, finding->key);
  g_autofree char *name = NULL;
  const GArray *places = NULL;

  if (id == NULL || finding->record_kind == CADRE_PATCH_HEAD)
    return;

  name = make_name (side, finding->record_kind, id, strlen (id));
  places = g_hash_table_lookup (search->owned, name);
  for (guint i = 0; places != NULL && i < places->len; i++)
    add_op (finding, g_array_index (places, guint32, i));
}

static gboolean
are_same (CadreMerge *self, const GArray *ours, const GArray *theirs)
{
  if (ours->len != theirs->len)
    return FALSE;

  for (guint i = 0; i < ours->len; i++)
    if (!is_same_op (&cadre_merge_op (self, g_array_index (ours, guint32, i))->op,
                     &cadre_merge_op (self, g_array_index (theirs, guint32, i))->op))
      return FALSE;

  return TRUE;
}

/* Both sides say something of one record, and one of them of all of it. */
static gboolean
compare_whole (Search *search, const GArray *places[2], GError **error)
{
  CadreMerge *self = search->merge;
  CadreMergeFinding *finding = NULL;
  CadrePatchOp op = cadre_merge_op (self, g_array_index (places[0], guint32, 0))->op;
  const gboolean deleted[2] = { has_action (self, places[0], CADRE_PATCH_ACTION_DELETE),
                                has_action (self, places[1], CADRE_PATCH_ACTION_DELETE) };

  if (are_same (self, places[0], places[1]))
    {
      for (guint i = 0; i < places[0]->len; i++)
        make_twins (self, g_array_index (places[0], guint32, i),
                    g_array_index (places[1], guint32, i));
      return TRUE;
    }

  op.field = CADRE_PATCH_WHOLE;
  finding = add_finding (self,
                         deleted[0] != deleted[1] ? CADRE_MERGE_CONFLICT_KIND_DELETE_CHANGE
                                                  : CADRE_MERGE_CONFLICT_KIND_CREATE_CREATE,
                         &op);
  for (guint side = 0; side < 2; side++)
    {
      for (guint i = 0; i < places[side]->len; i++)
        {
          const guint32 place = g_array_index (places[side], guint32, i);

          add_op (finding, place);
          if (cadre_merge_op (self, place)->op.action == CADRE_PATCH_ACTION_DELETE)
            finding->values[0] = cadre_merge_op (self, place)->op.before;
        }
      if (!describe (self, places[side], &finding->values[1 + side], error))
        return FALSE;
      if (deleted[side] && !has_action (self, places[side], CADRE_PATCH_ACTION_CREATE))
        add_owned (search, finding, (guint8) side);
    }

  return TRUE;
}

/* Records that have no key cannot be told to be one: only what is the same is. */
static void
pair_without_key (CadreMerge *self, const GArray *ours, const GArray *theirs)
{
  for (guint i = 0; i < ours->len; i++)
    for (guint k = 0; k < theirs->len; k++)
      {
        const guint32 our_place = g_array_index (ours, guint32, i);
        const guint32 their_place = g_array_index (theirs, guint32, k);

        if (cadre_merge_op (self, our_place)->twin == 0 &&
            cadre_merge_op (self, their_place)->twin == 0 &&
            is_same_op (&cadre_merge_op (self, our_place)->op,
                        &cadre_merge_op (self, their_place)->op))
          make_twins (self, our_place, their_place);
      }
}

static gboolean
compare_record (Search *search, guint32 first, guint32 end, GError **error)
{
  CadreMerge *self = search->merge;
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (guint32));
  const GArray *places[2] = { ours, theirs };

  for (guint32 i = first; i < end; i++)
    if (!cadre_merge_op (self, i)->follows)
      g_array_append_val (cadre_merge_op (self, i)->side == CADRE_OURS ? ours : theirs, i);
  if (ours->len == 0 || theirs->len == 0)
    return TRUE;

  if (cadre_merge_op (self, first)->op.key == 0 &&
      cadre_merge_op (self, first)->op.kind != CADRE_PATCH_HEAD)
    pair_without_key (self, ours, theirs);
  else if (is_about_whole (self, ours) || is_about_whole (self, theirs))
    return compare_whole (search, places, error);
  else
    compare_fields (self, ours, theirs);

  return TRUE;
}

static gboolean
compare_records (Search *search, GError **error)
{
  CadreMerge *self = search->merge;
  guint32 end = 0;

  for (guint32 first = 0; first < self->ops->len; first = end)
    {
      const CadrePatchOp *op = &cadre_merge_op (self, first)->op;

      for (end = first + 1;
           end < self->ops->len && cadre_merge_op (self, end)->op.kind == op->kind &&
           cadre_merge_op (self, end)->op.key == op->key;
           end++)
        ;
      if (!compare_record (search, first, end, error))
        return FALSE;
    }

  return TRUE;
}

static void
note_owner (Search *search, guint32 place)
{
  const CadreMergeOp *op = cadre_merge_op (search->merge, place);
  const CadreSchema *schema = cadre_schema_get (op->op.kind);
  const CadrePatchMember *owner = NULL;
  CadrePatchRecord record;
  GArray *places = NULL;
  char *name = NULL;

  if (schema->keys == NULL || schema->fields[schema->keys[0]].kind != CADRE_FIELD_KIND_REFERENCE)
    return;

  cadre_patch_record_parse (&record, op->op.kind, cadre_merge_text (search->merge, op->op.before));
  owner = &record.fields[schema->keys[0]];
  if (owner->value == NULL)
    return;

  name = make_name (op->side, schema->fields[schema->keys[0]].target, owner->value, owner->length);
  places = g_hash_table_lookup (search->owned, name);
  if (places == NULL)
    {
      places = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (search->owned, name, places);
    }
  else
    g_free (name);
  g_array_append_val (places, place);
}

/* What each side deletes for good: not what it replaces. */
static void
index_deletions (Search *search)
{
  CadreMerge *self = search->merge;

  for (guint32 i = 0; i < self->ops->len; i++)
    {
      const CadreMergeOp *op = cadre_merge_op (self, i);
      const char *key = cadre_merge_text (self, op->op.key);

      if (op->op.action != CADRE_PATCH_ACTION_DELETE)
        continue;
      note_owner (search, i);
      if (key != NULL && key[0] == '"')
        g_hash_table_insert (search->deleted, make_name (op->side, op->op.kind, key, strlen (key)),
                             GUINT_TO_POINTER (i + 1));
    }

  for (guint32 i = 0; i < self->ops->len; i++)
    {
      const CadreMergeOp *op = cadre_merge_op (self, i);
      const char *key = cadre_merge_text (self, op->op.key);
      g_autofree char *name = NULL;

      if (op->op.action != CADRE_PATCH_ACTION_CREATE || key == NULL || key[0] != '"')
        continue;
      name = make_name (op->side, op->op.kind, key, strlen (key));
      g_hash_table_remove (search->deleted, name);
    }
}

/* Something of one side leads to what the other one deletes. */
static void
note_reference (guint kind, const char *id, gsize length, gpointer data)
{
  Search *search = data;
  CadreMerge *self = search->merge;
  const CadreMergeOp *op = cadre_merge_op (self, search->referring);
  g_autofree char *name = make_name (1 - op->side, kind, id, length);
  g_autofree char *own_name = make_name (op->side, kind, id, length);
  const gpointer deletion = g_hash_table_lookup (search->deleted, name);
  CadreMergeFinding *finding = NULL;

  /* Who deletes it and refers to it is at odds with nobody else. */
  if (deletion == NULL || op->twin != 0 || g_hash_table_contains (search->deleted, own_name))
    return;

  finding = g_hash_table_lookup (search->dangling, deletion);
  if (finding == NULL)
    {
      const guint32 place = GPOINTER_TO_UINT (deletion) - 1;

      finding =
        add_finding (self, CADRE_MERGE_CONFLICT_KIND_DANGLING, &cadre_merge_op (self, place)->op);
      finding->values[0] = cadre_merge_op (self, place)->op.before;
      finding->values[1 + op->side] = op->op.after;
      add_op (finding, place);
      add_owned (search, finding, 1 - op->side);
      g_hash_table_insert (search->dangling, deletion, finding);
    }
  add_op (finding, search->referring);
}

static void
find_dangling (Search *search)
{
  CadreMerge *self = search->merge;

  for (guint32 i = 0; i < self->ops->len; i++)
    {
      const CadreMergeOp *op = cadre_merge_op (self, i);

      search->referring = i;
      if (!op->follows && op->op.action != CADRE_PATCH_ACTION_DELETE &&
          op->op.action != CADRE_PATCH_ACTION_REKEY)
        cadre_merge_each_id (op->op.kind, op->op.field, cadre_merge_text (self, op->op.after),
                             note_reference, search);
    }
}

static int
compare_findings (gconstpointer a, gconstpointer b, gpointer data)
{
  const CadreMerge *self = data;
  const CadreMergeFinding *x = *(CadreMergeFinding *const *) a;
  const CadreMergeFinding *y = *(CadreMergeFinding *const *) b;
  int order = (x->record_kind > y->record_kind) - (x->record_kind < y->record_kind);

  if (order == 0)
    order = g_strcmp0 (cadre_merge_text (self, x->key), cadre_merge_text (self, y->key));
  if (order == 0)
    order = (x->field > y->field) - (x->field < y->field);
  return order != 0 ? order : (x->kind > y->kind) - (x->kind < y->kind);
}

static void
free_places (gpointer places)
{
  g_array_unref (places);
}

gboolean
cadre_merge_find_conflicts (CadreMerge *self, GCancellable *cancellable, GError **error)
{
  Search search = { self, NULL, NULL, NULL, 0 };
  gboolean ok = FALSE;

  search.owned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_places);
  search.deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  search.dangling = g_hash_table_new (NULL, NULL);
  index_deletions (&search);
  ok = compare_records (&search, error);
  if (ok)
    {
      find_dangling (&search);
      ok = cadre_merge_find_meetings (self, error) &&
           cadre_merge_find_first_cycles (self, cancellable, error);
    }
  g_ptr_array_sort_with_data (self->findings, compare_findings, self);
  self->round = 1;
  if (ok)
    ok = cadre_merge_find_last_cycles (self, cancellable, error);

  g_hash_table_unref (search.owned);
  g_hash_table_unref (search.deleted);
  g_hash_table_unref (search.dangling);
  return ok;
}
