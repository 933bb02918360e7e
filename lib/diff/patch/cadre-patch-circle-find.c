/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Finding circles that are new. Each record has at most one above it, so that it is
 * enough to go up from each until one comes that was passed before. */

#include "config.h"

#include "diff/patch/cadre-patch-circles-private.h"
#include "diff/patch/cadre-patch-values-private.h"
#include "structure/cadre-tables-structure-private.h"

#include <string.h>

gboolean
cadre_patch_old_ids_init (CadrePatchOldIds *self, const CadrePatch *patch, GError **error)
{
  const CadrePatchValues *values = cadre_patch_get_values (patch, error);

  self->posts = g_hash_table_new (g_str_hash, g_str_equal);
  self->units = g_hash_table_new (g_str_hash, g_str_equal);
  if (values == NULL)
    return FALSE;

  for (guint32 i = 0; i < patch->n_ops; i++)
    {
      const CadrePatchOp *op = &patch->ops[i];
      const char *before = NULL;
      const char *after = NULL;

      if (op->action != CADRE_PATCH_ACTION_REKEY ||
          (op->kind != CADRE_RECORD_KIND_POST && op->kind != CADRE_RECORD_KIND_UNIT))
        continue;
      before = cadre_tables_id (values->before->tables, op->kind, values->before->rows[op->number]);
      after = cadre_tables_id (values->after->tables, op->kind, values->after->rows[op->number]);
      if (before != NULL && after != NULL)
        g_hash_table_insert (op->kind == CADRE_RECORD_KIND_POST ? self->posts : self->units,
                             (gpointer) after, (gpointer) before);
    }

  return TRUE;
}

void
cadre_patch_old_ids_clear (CadrePatchOldIds *self)
{
  g_clear_pointer (&self->posts, g_hash_table_unref);
  g_clear_pointer (&self->units, g_hash_table_unref);
}

const char *
cadre_patch_old_ids_get (const CadrePatchOldIds *self, CadreRecordKind kind, const char *id)
{
  const char *old =
    id != NULL
      ? g_hash_table_lookup (kind == CADRE_RECORD_KIND_POST ? self->posts : self->units, id)
      : NULL;

  return old != NULL ? old : id;
}

/* Who is above whom: either at once, or by the line that leads there. */
typedef struct
{
  const guint32 *lines; /* (nullable): by row */
  const guint32 *ends;  /* (nullable): by line, or by row */
  guint32 n;
  guint32 *own; /* (nullable): to be freed */
} Tree;

static guint32
get_above (const Tree *self, guint32 row)
{
  const guint32 place = self->lines != NULL ? self->lines[row] : row;
  const guint32 above =
    self->ends != NULL && place != CADRE_NO_ROW ? self->ends[place] : CADRE_NO_ROW;

  return above < self->n ? above : CADRE_NO_ROW;
}

/* Whoever reports to itself has no manager in the index, but is a circle here. */
static Tree
make_tree_of_posts (CadreStructure *structure)
{
  const CadreTables *tables = cadre_structure_get_tables (structure);
  const CadreIndex *index = cadre_structure_get_outline (structure);

  return (Tree){
    .lines = index->manager_line,
    .ends = cadre_tables_get (tables, CADRE_RECORD_KIND_LINE)->references[CADRE_FIELD_LINE_MANAGER],
    .n = index->n_posts,
  };
}

static gboolean
make_tree_of_units (CadreStructure *structure, Tree *tree)
{
  const CadreTable *units =
    cadre_tables_get (cadre_structure_get_tables (structure), CADRE_RECORD_KIND_UNIT);
  const CadreIndex *index = cadre_structure_get_outline (structure);

  *tree = (Tree){ .n = index->n_units, .own = g_try_new (guint32, (gsize) index->n_units + 1) };
  if (tree->own == NULL)
    return FALSE;

  for (guint32 i = 0; i < tree->n; i++)
    {
      const gboolean is_own = index->unit_parent[i] == CADRE_NO_ROW &&
                              cadre_table_reference (units, CADRE_FIELD_UNIT_PARENT, i) == i;

      tree->own[i] = is_own ? i : index->unit_parent[i];
    }
  tree->ends = tree->own;
  return TRUE;
}

static gboolean
make_tree (CadreStructure *structure, CadreRecordKind kind, Tree *tree)
{
  if (kind == CADRE_RECORD_KIND_UNIT)
    return make_tree_of_units (structure, tree);

  *tree = make_tree_of_posts (structure);
  return TRUE;
}

/* One bit a row. */
static gboolean
has_bit (const guint64 *bits, guint32 row)
{
  return (bits[row / 64] >> (row % 64) & 1) != 0;
}

static void
flip_bit (guint64 *bits, guint32 row)
{
  bits[row / 64] ^= G_GUINT64_CONSTANT (1) << (row % 64);
}

static void
add_circle (CadrePatchCircles *self, CadreRecordKind kind, const Tree *tree, guint32 row)
{
  CadrePatchCircle circle = { kind, self->rows->len, 0 };
  const guint8 is_new = TRUE;
  guint32 least = row;

  for (guint32 at = get_above (tree, row); at != row; at = get_above (tree, at))
    least = MIN (least, at);
  row = least;
  do
    {
      g_array_append_val (self->rows, row);
      g_byte_array_append (self->are_new, &is_new, 1);
      row = get_above (tree, row);
    }
  while (row != least);

  circle.n = self->rows->len - circle.first;
  g_array_append_val (self->circles, circle);
}

/* Goes up from a row to where somebody has been, and says that it has been there. */
static void
follow (CadrePatchCircles *self,
        CadreRecordKind kind,
        const Tree *tree,
        guint64 *done,
        guint64 *on_way,
        guint32 start)
{
  guint32 at = start;

  while (at != CADRE_NO_ROW && !has_bit (done, at) && !has_bit (on_way, at))
    {
      flip_bit (on_way, at);
      at = get_above (tree, at);
    }
  if (at != CADRE_NO_ROW && has_bit (on_way, at))
    add_circle (self, kind, tree, at);

  for (at = start; at != CADRE_NO_ROW && has_bit (on_way, at); at = get_above (tree, at))
    {
      flip_bit (on_way, at);
      flip_bit (done, at);
    }
}

static gboolean
find_all (CadrePatchCircles *self, CadreRecordKind kind, const Tree *tree)
{
  const gsize n_words = (gsize) tree->n / 64 + 1;
  g_autofree guint64 *done = g_try_new0 (guint64, n_words);
  g_autofree guint64 *on_way = g_try_new0 (guint64, n_words);

  if (done == NULL || on_way == NULL)
    return FALSE;

  for (guint32 row = 0; row < tree->n; row++)
    {
      const guint32 above = get_above (tree, row);

      if (has_bit (done, row))
        continue;
      if (above == CADRE_NO_ROW || has_bit (done, above)) /* so it is with nearly all */
        flip_bit (done, row);
      else
        follow (self, kind, tree, done, on_way, row);
    }

  return TRUE;
}

static guint32
get_row (const CadrePatchCircles *self, const CadrePatchCircle *circle, guint32 i)
{
  return g_array_index (self->rows, guint32, circle->first + i % circle->n);
}

static const char *
get_id (const CadrePatchCircles *self, CadreRecordKind kind, guint32 row)
{
  return cadre_tables_id (cadre_structure_get_tables (self->result), kind, row);
}

const char *
cadre_patch_circles_old_id (const CadrePatchCircles *self, CadreRecordKind kind, guint32 row)
{
  return cadre_patch_old_ids_get (&self->ids, kind, get_id (self, kind, row));
}

/* Whether a structure has a step of a circle; the base has other ids for records that the
 * patch renames, and another structure may have either. */
static gboolean
has_step (const CadrePatchCircles *self,
          CadreRecordKind kind,
          CadreStructure *known,
          const Tree *tree,
          const char *names[2],
          guint32 above)
{
  const CadreTables *tables = cadre_structure_get_tables (known);
  const char *old = cadre_patch_circles_old_id (self, kind, above);
  const char *new_ = get_id (self, kind, above);

  for (guint i = 0; i < 2 && names[i] != NULL; i++)
    {
      const guint32 row = cadre_tables_find (tables, kind, names[i]);
      const guint32 end = row != CADRE_NO_ROW ? get_above (tree, row) : CADRE_NO_ROW;
      const char *id = end != CADRE_NO_ROW ? cadre_tables_id (tables, kind, end) : NULL;

      if (id != NULL && (g_strcmp0 (id, old) == 0 || (names[1] != NULL && g_str_equal (id, new_))))
        return TRUE;
    }

  return FALSE;
}

/* Notes the steps that are new. */
static gboolean
is_known (CadrePatchCircles *self,
          const CadrePatchCircle *circle,
          CadreStructure *known,
          const Tree *tree,
          gboolean is_base)
{
  gboolean has_all = TRUE;

  for (guint32 i = 0; i < circle->n; i++)
    {
      const guint32 row = get_row (self, circle, i);
      const char *names[2] = { cadre_patch_circles_old_id (self, circle->kind, row),
                               is_base ? NULL : get_id (self, circle->kind, row) };

      if (!has_step (self, circle->kind, known, tree, names, get_row (self, circle, i + 1)))
        has_all = FALSE;
      else if (is_base)
        self->are_new->data[circle->first + i] = FALSE;
    }

  return has_all;
}

/* Leaves out the circles of a kind, from @first on, that a structure has. */
static gboolean
drop_known (CadrePatchCircles *self,
            CadreRecordKind kind,
            guint first,
            CadreStructure *known,
            gboolean is_base)
{
  Tree tree;
  guint n = first;

  if (first == self->circles->len)
    return TRUE;
  if (!make_tree (known, kind, &tree))
    return FALSE;

  for (guint i = first; i < self->circles->len; i++)
    {
      const CadrePatchCircle circle = g_array_index (self->circles, CadrePatchCircle, i);

      if (!is_known (self, &circle, known, &tree, is_base))
        g_array_index (self->circles, CadrePatchCircle, n++) = circle;
    }
  g_array_set_size (self->circles, n);
  g_free (tree.own);
  return TRUE;
}

static int
compare_circles (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CadrePatchCircles *self = user_data;
  const guint32 x = get_row (self, a, 0);
  const guint32 y = get_row (self, b, 0);

  return (x > y) - (x < y);
}

static gboolean
find_kind (CadrePatchCircles *self,
           CadreRecordKind kind,
           CadreStructure *const *known,
           guint n_known)
{
  const guint first = self->circles->len;
  Tree tree;
  gboolean ok = make_tree (self->result, kind, &tree);

  ok = ok && find_all (self, kind, &tree);
  g_free (tree.own);
  for (guint i = 0; ok && i < n_known; i++)
    ok = drop_known (self, kind, first, known[i], i == 0);
  if (ok && self->circles->len > first)
    g_qsort_with_data (&g_array_index (self->circles, CadrePatchCircle, first),
                       (gint) (self->circles->len - first), sizeof (CadrePatchCircle),
                       compare_circles, self);
  return ok;
}

gboolean
cadre_patch_op_moves (const CadrePatchOp *op)
{
  switch (op->kind)
    {
    case CADRE_PATCH_HEAD:
      return op->field == CADRE_HEAD_FIELD_AS_OF;
    case CADRE_RECORD_KIND_LINE:
      return op->field == CADRE_PATCH_WHOLE ||
             (op->field <= CADRE_FIELD_LINE_VALID_TO && op->field != CADRE_FIELD_LINE_AGREEMENT);
    case CADRE_RECORD_KIND_UNIT_PARENT:
      return op->field == CADRE_PATCH_WHOLE || op->field <= CADRE_FIELD_UNIT_PARENT_VALID_TO;
    case CADRE_RECORD_KIND_POST:
      return op->field == CADRE_PATCH_WHOLE || op->action == CADRE_PATCH_ACTION_REKEY;
    case CADRE_RECORD_KIND_UNIT:
      return op->field == CADRE_PATCH_WHOLE || op->action != CADRE_PATCH_ACTION_CHANGE;
    default:
      return FALSE;
    }
}

const char *
cadre_patch_op_subject (const CadrePatch *patch,
                        const CadrePatchOp *op,
                        const CadrePatchOldIds *ids,
                        CadreRecordKind *kind)
{
  const CadrePatchValues *values = cadre_patch_get_values (patch, NULL);
  const gboolean is_before = op->action != CADRE_PATCH_ACTION_CREATE;
  const CadrePatchSide *side = NULL;
  const char *id = NULL;
  guint field = 0;

  if (values == NULL || op->kind == CADRE_PATCH_HEAD || !cadre_patch_op_moves (op))
    return NULL;

  *kind = op->kind == CADRE_RECORD_KIND_POST || op->kind == CADRE_RECORD_KIND_LINE
            ? CADRE_RECORD_KIND_POST
            : CADRE_RECORD_KIND_UNIT;
  if (op->kind == CADRE_RECORD_KIND_LINE)
    field = CADRE_FIELD_LINE_POST;
  else if (op->kind == CADRE_RECORD_KIND_UNIT_PARENT)
    field = CADRE_FIELD_UNIT_PARENT_UNIT;

  side = is_before ? values->before : values->after;
  id = cadre_tables_text (side->tables, cadre_table_code (cadre_tables_get (side->tables, op->kind),
                                                          field, side->rows[op->number]));
  return is_before ? id : cadre_patch_old_ids_get (ids, *kind, id);
}

static gboolean
may_make_circles (const CadrePatch *patch)
{
  for (guint32 i = 0; i < patch->n_ops; i++)
    if (cadre_patch_op_moves (&patch->ops[i]))
      return TRUE;

  return FALSE;
}

gboolean
cadre_patch_circles_init (CadrePatchCircles *self,
                          const CadrePatch *patch,
                          CadreStructure *result,
                          CadreStructure *const *known,
                          guint n_known,
                          GError **error)
{
  *self = (CadrePatchCircles){ .result = result };
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->are_new = g_byte_array_new ();
  self->circles = g_array_new (FALSE, FALSE, sizeof (CadrePatchCircle));
  if (!may_make_circles (patch))
    return TRUE;

  if (!cadre_patch_old_ids_init (&self->ids, patch, error))
    return FALSE;
  return (find_kind (self, CADRE_RECORD_KIND_POST, known, n_known) &&
          find_kind (self, CADRE_RECORD_KIND_UNIT, known, n_known)) ||
         cadre_patch_set_memory_error (error);
}

void
cadre_patch_circles_clear (CadrePatchCircles *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->are_new, g_byte_array_unref);
  g_clear_pointer (&self->circles, g_array_unref);
  cadre_patch_old_ids_clear (&self->ids);
}
