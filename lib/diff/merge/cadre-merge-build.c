/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From what is chosen to one patch. */

#include "config.h"

#include "diff/merge/cadre-merge-private.h"

#include <string.h>

typedef struct
{
  CadreMerge *merge;
  CadrePatchMaker maker;
  guint8 *dropped;   /* by operation */
  GHashTable *ids;   /* from the ids of the base to those after */
  GHashTable *cells; /* what a field gets another value of, as kind, key and field */
} Building;

static CadreMergeChoice
choice_of (guint8 side)
{
  return side == CADRE_OURS ? CADRE_MERGE_CHOICE_OURS : CADRE_MERGE_CHOICE_THEIRS;
}

/* What stands in a conflict is done where its side is chosen in all that it
 * stands in. */
static void
drop (Building *self)
{
  const CadreMerge *merge = self->merge;

  for (guint32 i = 0; i < merge->ops->len; i++)
    self->dropped[i] = cadre_merge_op (merge, i)->follows;
  for (guint i = 0; i < merge->findings->len; i++)
    {
      const CadreMergeFinding *finding = merge->findings->pdata[i];

      for (guint k = 0; k < finding->ops->len; k++)
        {
          const guint32 place = g_array_index (finding->ops, guint32, k);

          if (cadre_merge_finding_choice (finding) !=
              choice_of (cadre_merge_op (merge, place)->side))
            self->dropped[place] = TRUE;
        }
    }
}

/* Of two that are the same, ours is done, where either is. */
static gboolean
is_done (const Building *self, guint32 i)
{
  const CadreMergeOp *op = cadre_merge_op (self->merge, i);

  if (op->twin == 0)
    return !self->dropped[i];

  return op->side == CADRE_OURS && (!self->dropped[i] || !self->dropped[op->twin - 1]);
}

static void
add_id (Building *self, const CadrePatchOp *op, const char *after)
{
  const char *before = cadre_merge_text (self->merge, op->before);

  if (op->action == CADRE_PATCH_ACTION_REKEY && before != NULL && after != NULL)
    cadre_merge_ids_add (self->ids, op->kind, before, after);
}

static void
find_ids (Building *self)
{
  const CadreMerge *merge = self->merge;

  for (guint32 i = 0; i < merge->ops->len; i++)
    if (is_done (self, i))
      add_id (self, &cadre_merge_op (merge, i)->op,
              cadre_merge_text (merge, cadre_merge_op (merge, i)->op.after));
  for (guint i = 0; i < merge->findings->len; i++)
    {
      const CadreMergeFinding *finding = merge->findings->pdata[i];

      if (cadre_merge_finding_choice (finding) == CADRE_MERGE_CHOICE_VALUE)
        add_id (self, &cadre_merge_op (merge, g_array_index (finding->ops, guint32, 0))->op,
                finding->value);
    }
}

static char *
name_cell (const Building *self, const CadrePatchOp *op, guint field)
{
  const char *key = cadre_merge_text (self->merge, op->key);

  return g_strdup_printf ("%u %u %s", op->kind, field, key != NULL ? key : "");
}

/* A value with the ids that records have at last. */
static char *
dup_last (const Building *self, const CadrePatchOp *op, const char *text)
{
  char *last = NULL;

  if (op->action != CADRE_PATCH_ACTION_REKEY)
    last = cadre_merge_ids_replace (self->ids, op->kind, op->field, text);
  if (last != NULL)
    {
      char *restored = cadre_merge_ids_replace (self->merge->ids, op->kind, op->field, last);

      if (restored != NULL)
        {
          g_free (last);
          return restored;
        }
      return last;
    }

  last = cadre_merge_ids_replace (self->merge->ids, op->kind, op->field, text);
  return last != NULL ? last : g_strdup (text);
}

static gboolean
intern (Building *self, const char *text, guint32 *code, GError **error)
{
  return cadre_patch_maker_intern (&self->maker, text, text != NULL ? strlen (text) : 0, code,
                                   error);
}

static char *
dup_created_key (const CadrePatchOp *op, const char *key, const char *record_text)
{
  g_autoptr (GString) text = NULL;
  CadrePatchRecord record;

  if (op->action != CADRE_PATCH_ACTION_CREATE || key == NULL || key[0] != '{')
    return g_strdup (key);

  text = g_string_new (NULL);
  cadre_patch_record_parse (&record, op->kind, record_text);
  cadre_patch_record_print_key (&record, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Adds an operation with another value than its own. */
static gboolean
add_op (Building *self, const CadrePatchOp *op, const char *after, GError **error)
{
  CadrePatchOp added = *op;
  g_autofree char *last = dup_last (self, op, after);
  g_autofree char *key = dup_created_key (op, cadre_merge_text (self->merge, op->key), last);

  g_hash_table_add (self->cells, name_cell (self, op, op->field));
  if (op->field != CADRE_PATCH_WHOLE &&
      g_strcmp0 (cadre_merge_text (self->merge, op->before), last) == 0)
    return TRUE;
  if (!intern (self, key, &added.key, error) ||
      !intern (self, cadre_merge_text (self->merge, op->before), &added.before, error) ||
      !intern (self, last, &added.after, error))
    return FALSE;

  cadre_patch_maker_add (&self->maker, &added);
  return TRUE;
}

static gboolean
add_chosen (Building *self, GError **error)
{
  const CadreMerge *merge = self->merge;

  for (guint32 i = 0; i < merge->ops->len; i++)
    {
      const CadrePatchOp *op = &cadre_merge_op (merge, i)->op;

      if (is_done (self, i) && !add_op (self, op, cadre_merge_text (merge, op->after), error))
        return FALSE;
    }
  for (guint i = 0; i < merge->findings->len; i++)
    {
      const CadreMergeFinding *finding = merge->findings->pdata[i];

      if (cadre_merge_finding_choice (finding) == CADRE_MERGE_CHOICE_VALUE &&
          !add_op (self, &cadre_merge_op (merge, g_array_index (finding->ops, guint32, 0))->op,
                   g_str_equal (finding->value, "null") ? NULL : finding->value, error))
        return FALSE;
    }

  return TRUE;
}

/* References that nobody changes get the new ids of what they lead to. */
static gboolean
add_following (Building *self, GError **error)
{
  const CadreMerge *merge = self->merge;

  for (guint32 i = 0; i < merge->ops->len; i++)
    {
      const CadrePatchOp *op = &cadre_merge_op (merge, i)->op;
      g_autofree char *cell = NULL;
      g_autofree char *whole = NULL;

      if (!self->dropped[i] || op->field == CADRE_PATCH_WHOLE ||
          op->action == CADRE_PATCH_ACTION_REKEY || op->kind == CADRE_PATCH_HEAD)
        continue;
      cell = name_cell (self, op, op->field);
      whole = name_cell (self, op, CADRE_PATCH_WHOLE);
      if (!g_hash_table_contains (self->cells, cell) &&
          !g_hash_table_contains (self->cells, whole) &&
          !add_op (self, op, cadre_merge_text (merge, op->before), error))
        return FALSE;
    }

  return TRUE;
}

static CadrePatch *
build (Building *self, GError **error)
{
  CadreMerge *merge = self->merge;
  CadrePatch *patch = NULL;

  drop (self);
  find_ids (self);
  if (!intern (self, merge->language, &self->maker.language, error) || !add_chosen (self, error) ||
      !add_following (self, error))
    return NULL;

  patch = cadre_patch_maker_finish (&self->maker, error);
  if (patch != NULL)
    patch->before = cadre_patch_identity_ref (merge->identity);
  return patch;
}

CadrePatch *
cadre_merge_make_chosen_patch (CadreMerge *self, GHashTable **last_ids, GError **error)
{
  Building building = { .merge = self };
  CadrePatch *patch = NULL;

  building.dropped = g_new0 (guint8, (gsize) self->ops->len + 1);
  building.ids = cadre_merge_ids_new ();
  building.cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  cadre_patch_maker_init (&building.maker);
  patch = build (&building, error);
  cadre_patch_maker_clear (&building.maker);

  if (last_ids != NULL)
    *last_ids = g_hash_table_ref (building.ids);
  g_free (building.dropped);
  g_hash_table_unref (building.ids);
  g_hash_table_unref (building.cells);
  return patch;
}
