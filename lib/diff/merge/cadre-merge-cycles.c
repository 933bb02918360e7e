/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Lines that go in a circle only since both sides moved something. */

#include "config.h"

#include "diff/merge/cadre-merge-private.h"
#include "diff/patch/cadre-patch-circles-private.h"
#include "structure/cadre-tables-structure-private.h"

#include <string.h>

typedef struct
{
  CadreMerge *merge;
  const CadreTables *tables; /* of what both make together */
  const CadreIndex *index;
  CadreCellText *text;
  GHashTable *lines;    /* id of a post in the base: GArray of operations on its lines */
  GHashTable *base_of;  /* ids after: those of the base */
  GHashTable *last_ids; /* ids of the base: those after */
} Circles;

/* The post of a line, by its key, or by its record where it is created. */
static void
note_line (Circles *self, guint32 place)
{
  const CadreMergeOp *op = cadre_merge_op (self->merge, place);
  const char *key = cadre_merge_text (self->merge, op->op.key);
  const CadrePatchMember *post = NULL;
  CadrePatchRecord record;
  GArray *places = NULL;
  char *name = NULL;

  if (op->op.kind != CADRE_RECORD_KIND_LINE || op->follows || key == NULL)
    return;

  cadre_patch_record_parse_key (&record, CADRE_RECORD_KIND_LINE, key);
  post = &record.fields[CADRE_FIELD_LINE_POST];
  if (post->value == NULL)
    return;

  name = g_strndup (post->value, post->length);
  places = g_hash_table_lookup (self->lines, name);
  if (places == NULL)
    {
      places = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (self->lines, g_strdup (name), places);
    }
  g_array_append_val (places, place);
  g_free (name);
}

static char *
dup_base_id (Circles *self, guint32 post)
{
  gsize length = 0;
  const char *id = cadre_cell_text_get (self->text, CADRE_RECORD_KIND_POST, post, 0, &length);
  const char *base = NULL;

  if (id == NULL)
    return NULL;

  base = cadre_merge_ids_find (self->base_of, CADRE_RECORD_KIND_POST, id, length);
  return base != NULL ? g_strdup (base) : g_strndup (id, length);
}

static void
add_op (CadreMergeFinding *finding, guint32 op)
{
  g_array_append_val (finding->ops, op);
}

/* Whether an operation is in a conflict in which its side is not chosen, so that it is
 * not done. */
static gboolean
is_open (const CadreMerge *merge, guint32 place)
{
  const CadreMergeChoice own = cadre_merge_op (merge, place)->side == CADRE_OURS
                                 ? CADRE_MERGE_CHOICE_OURS
                                 : CADRE_MERGE_CHOICE_THEIRS;

  for (guint i = 0; i < merge->findings->len; i++)
    {
      const CadreMergeFinding *finding = merge->findings->pdata[i];

      for (guint k = 0; k < finding->ops->len; k++)
        if (g_array_index (finding->ops, guint32, k) == place &&
            cadre_merge_finding_choice (finding) != own)
          return TRUE;
    }

  return FALSE;
}

/* Whether the line of a post leads to itself; it then has no manager in the index. */
static gboolean
leads_to_itself (Circles *self, guint32 post)
{
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);
  const guint32 line = self->index->manager_line[post];

  return line != CADRE_NO_ROW &&
         cadre_table_reference (lines, CADRE_FIELD_LINE_MANAGER, line) == post;
}

static guint32
manager_of (Circles *self, guint32 post)
{
  return leads_to_itself (self, post) ? post : self->index->manager[post];
}

/* Where a line leads that was resolved as neither side wants it: the id of a post, as
 * JSON text; NULL where it was not. */
static const char *
get_stated_manager (Circles *self, const CadreMergeFinding *finding)
{
  if (finding->record_kind != CADRE_RECORD_KIND_LINE ||
      finding->field != CADRE_FIELD_LINE_MANAGER || finding->circle != NULL)
    return NULL;
  if (finding->choice == CADRE_MERGE_CHOICE_VALUE)
    return finding->value;

  return finding->choice == CADRE_MERGE_CHOICE_BASE
           ? cadre_merge_text (self->merge, finding->values[0])
           : NULL;
}

/* Whether the id of a post, in terms of the base, is that of the manager of a post. */
static gboolean
is_manager (Circles *self, const char *id, guint32 post)
{
  const char *last = cadre_merge_ids_find (self->last_ids, CADRE_RECORD_KIND_POST, id, strlen (id));
  const guint32 manager = manager_of (self, post);
  gsize length = 0;
  const char *found =
    manager != CADRE_NO_ROW
      ? cadre_cell_text_get (self->text, CADRE_RECORD_KIND_POST, manager, 0, &length)
      : NULL;

  if (last == NULL)
    last = id;
  return found != NULL && strlen (last) == length && memcmp (last, found, length) == 0;
}

/* The conflict of a line of a post that was resolved as neither side wants it, so that
 * the line leads where it does; NULL for none. */
static CadreMergeFinding *
find_stated (Circles *self, guint32 post, guint32 place)
{
  CadreMerge *merge = self->merge;

  for (guint i = 0; i < merge->findings->len; i++)
    {
      CadreMergeFinding *finding = merge->findings->pdata[i];
      const char *manager = get_stated_manager (self, finding);

      if (manager != NULL && g_array_index (finding->ops, guint32, 0) == place &&
          is_manager (self, manager, post))
        return finding;
    }

  return NULL;
}

/* What either side wants of a line that goes in a circle since it was resolved as neither
 * wants it: that is a conflict, whoever has moved the others. */
static void
add_stated (Circles *self, CadreMergeFinding *circle, CadreMergeFinding *stated)
{
  stated->circle = circle;
  for (guint side = 0; side < 2; side++)
    {
      circle->values[1 + side] = stated->values[1 + side];
      add_op (circle, g_array_index (stated->ops, guint32, side));
    }
}

/* The circle that a post is on is a conflict where both sides have moved a post
 * of it, or a line of it was resolved as neither wants it. Its key is the first of its posts, in
 * the order of their ids. */
static gboolean
add_circle (Circles *self, guint32 start, GError **error)
{
  CadreMerge *merge = self->merge;
  CadreMergeFinding *finding = g_new0 (CadreMergeFinding, 1);
  guint32 post = start;
  guint32 first = start;
  gboolean has[2] = { FALSE, FALSE };
  gsize length = 0;
  const char *key = NULL;

  finding->kind = CADRE_MERGE_CONFLICT_KIND_LINE_CYCLE;
  finding->record_kind = CADRE_RECORD_KIND_POST;
  finding->field = CADRE_PATCH_WHOLE;
  finding->ops = g_array_new (FALSE, FALSE, sizeof (guint32));
  do
    {
      g_autofree char *id = dup_base_id (self, post);
      const GArray *places = id != NULL ? g_hash_table_lookup (self->lines, id) : NULL;

      for (guint i = 0; places != NULL && i < places->len; i++)
        {
          const guint32 place = g_array_index (places, guint32, i);
          CadreMergeFinding *stated = find_stated (self, post, place);

          if (stated != NULL)
            {
              add_stated (self, finding, stated);
              has[CADRE_OURS] = TRUE;
              has[CADRE_THEIRS] = TRUE;
              continue;
            }
          if (is_open (merge, place) || cadre_merge_op (merge, place)->twin != 0)
            continue;
          has[cadre_merge_op (merge, place)->side] = TRUE;
          finding->values[1 + cadre_merge_op (merge, place)->side] =
            cadre_merge_op (merge, place)->op.after;
          add_op (finding, place);
        }
      first = MIN (first, post);
      post = manager_of (self, post);
    }
  while (post != start);

  if (!has[CADRE_OURS] || !has[CADRE_THEIRS])
    {
      cadre_merge_finding_free (finding);
      return TRUE;
    }

  g_ptr_array_add (merge->findings, finding);
  key = cadre_cell_text_get (self->text, CADRE_RECORD_KIND_POST, first, 0, &length);
  return key == NULL ||
         cadre_string_table_intern (merge->strings, key, length, &finding->key, error);
}

/* Follows each line once; a post that comes up again while its own way is
 * followed is on a circle. */
static gboolean
find_circles (Circles *self, GError **error)
{
  const guint32 n = self->index->n_posts;
  g_autofree guint32 *way = g_new0 (guint32, (gsize) n + 1);

  for (guint32 i = self->index->n_walked; i < n; i++)
    {
      const guint32 number = i + 1;
      guint32 post = self->index->walk[i];

      while (post != CADRE_NO_ROW && way[post] == 0)
        {
          way[post] = number;
          post = self->index->manager[post];
        }
      if (post != CADRE_NO_ROW && way[post] == number && !add_circle (self, post, error))
        return FALSE;
    }

  for (guint32 post = 0; post < n; post++)
    if (leads_to_itself (self, post) && !add_circle (self, post, error))
      return FALSE;

  return TRUE;
}

static gboolean
have_both_lines (const CadreMerge *merge)
{
  gboolean has[2] = { FALSE, FALSE };

  for (guint32 i = 0; i < merge->ops->len; i++)
    if (cadre_merge_op (merge, i)->op.kind == CADRE_RECORD_KIND_LINE &&
        !cadre_merge_op (merge, i)->follows)
      has[cadre_merge_op (merge, i)->side] = TRUE;

  return has[CADRE_OURS] && has[CADRE_THEIRS];
}

static void
free_places (gpointer places)
{
  g_array_unref (places);
}

static void
index_ids (Circles *self, GHashTable *last_ids)
{
  const CadreMerge *merge = self->merge;

  for (guint32 i = 0; i < merge->ops->len; i++)
    {
      const CadrePatchOp *op = &cadre_merge_op (merge, i)->op;
      const char *before = cadre_merge_text (merge, op->before);
      const char *last = op->action == CADRE_PATCH_ACTION_REKEY && before != NULL
                           ? cadre_merge_ids_find (last_ids, op->kind, before, strlen (before))
                           : NULL;

      if (last != NULL)
        cadre_merge_ids_add (self->base_of, op->kind, last, before);
      note_line (self, i);
    }
}

/* What is not in a conflict is put together, and looked at. */
gboolean
cadre_merge_find_cycles (CadreMerge *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadrePatch) patch = NULL;
  g_autoptr (CadreStructure) structure = NULL;
  g_autoptr (GHashTable) last_ids = NULL;
  Circles circles = { .merge = self };
  gboolean ok = TRUE;

  if (!have_both_lines (self))
    return TRUE;

  patch = cadre_merge_make_chosen_patch (self, &last_ids, error);
  if (patch == NULL)
    return FALSE;
  structure =
    cadre_patch_carry_out (patch, cadre_diff_get_before (self->diffs[0]), cancellable, NULL);
  if (structure == NULL) /* what does not fit together is said when it is built */
    return !g_cancellable_set_error_if_cancelled (cancellable, error);

  circles.tables = cadre_structure_get_tables (structure);
  circles.index = cadre_structure_get_index (structure);
  circles.text = cadre_cell_text_new (circles.tables);
  circles.lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_places);
  circles.base_of = cadre_merge_ids_new ();
  circles.last_ids = last_ids;
  index_ids (&circles, last_ids);
  ok = find_circles (&circles, error);

  cadre_cell_text_free (circles.text);
  g_hash_table_unref (circles.lines);
  g_hash_table_unref (circles.base_of);
  return ok;
}

static gboolean
is_same_finding (const CadreMergeFinding *a, const CadreMergeFinding *b)
{
  return a->kind == b->kind && a->key == b->key && a->ops->len == b->ops->len &&
         memcmp (a->ops->data, b->ops->data, a->ops->len * sizeof (guint32)) == 0;
}

/* A circle that was there before is resolved as it was. */
static void
resolve_again (CadreMergeFinding *finding, const GPtrArray *old)
{
  for (guint i = 0; i < old->len; i++)
    if (is_same_finding (finding, old->pdata[i]))
      {
        finding->choice = ((const CadreMergeFinding *) old->pdata[i])->choice;
        cadre_merge_finding_copy_reasons (finding, old->pdata[i]);
      }
}

static void
free_finding (gpointer finding)
{
  cadre_merge_finding_free (finding);
}

/* Those that came of resolutions. */
static GPtrArray *
steal_late (CadreMerge *self)
{
  GPtrArray *late = g_ptr_array_new_with_free_func (free_finding);

  for (guint i = 0; i < self->n_first; i++)
    ((CadreMergeFinding *) self->findings->pdata[i])->circle = NULL;
  for (guint i = self->n_first; i < self->findings->len; i++)
    {
      g_ptr_array_add (late, self->findings->pdata[i]);
      self->findings->pdata[i] = NULL;
    }
  g_ptr_array_set_free_func (self->findings, NULL);
  g_ptr_array_set_size (self->findings, (gint) self->n_first);
  g_ptr_array_set_free_func (self->findings, free_finding);
  return late;
}

gboolean
cadre_merge_follow_resolutions (CadreMerge *self, gboolean anew, GError **error)
{
  const guint n_before = self->findings->len;
  g_autoptr (GPtrArray) old = NULL;
  guint n_kept = n_before;
  guint n = 0;
  gboolean ok = TRUE;

  if (anew)
    {
      old = steal_late (self);
      n_kept = self->n_first;
    }
  /* What is found has operations that were done and are not done any more, so that
   * this comes to an end. */
  do
    {
      n = self->findings->len;
      if (cadre_merge_get_n_unresolved (self) == 0)
        ok = cadre_merge_find_cycles (self, NULL, error);
      for (guint i = n; old != NULL && i < self->findings->len; i++)
        resolve_again (self->findings->pdata[i], old);
    }
  while (ok && self->findings->len > n);

  if (n_before != n_kept || self->findings->len != n_kept)
    g_list_model_items_changed (G_LIST_MODEL (self), n_kept, n_before - n_kept,
                                self->findings->len - n_kept);
  return ok;
}
