/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Some moves of a patch may make a circle that other moves of it would open: A
 * goes under B, which goes elsewhere. A patch does not hold what stays as it is,
 * so that this needs the structure, and is found by trying. */

#include "config.h"

#include "diff/patch/cadre-patch-circles-private.h"
#include "diff/patch/cadre-patch-needs-private.h"

typedef struct
{
  const CadrePatch *patch;
  CadrePatchOldIds ids; /* of all of it */
  GHashTable *posts;    /* ids before of those that are in a new circle */
  GHashTable *units;
  gboolean has_any;
} Leading;

static void
leading_init (Leading *self, const CadrePatch *patch)
{
  *self = (Leading){ .patch = patch };
  self->posts = g_hash_table_new (g_str_hash, g_str_equal);
  self->units = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
leading_clear (Leading *self)
{
  cadre_patch_old_ids_clear (&self->ids);
  g_hash_table_unref (self->posts);
  g_hash_table_unref (self->units);
}

static void
take_circles (Leading *self, const CadrePatchCircles *circles)
{
  self->has_any = circles->circles->len > 0;
  for (guint i = 0; i < circles->circles->len; i++)
    {
      const CadrePatchCircle *circle = &g_array_index (circles->circles, CadrePatchCircle, i);

      for (guint32 k = circle->first; k < circle->first + circle->n; k++)
        {
          const char *id = cadre_patch_circles_old_id (circles, circle->kind,
                                                       g_array_index (circles->rows, guint32, k));

          if (id != NULL)
            g_hash_table_add (circle->kind == CADRE_RECORD_KIND_POST ? self->posts : self->units,
                              (gpointer) id);
        }
    }
}

/* Whether an operation moves, or takes away, a record that is in a circle now and
 * was in none. Another date of the document may do it too. */
static gboolean
leads_out (const Leading *self, guint32 i)
{
  const CadrePatchOp *op = &self->patch->ops[i];
  CadreRecordKind kind = CADRE_RECORD_KIND_POST;
  const char *id = NULL;

  if (op->kind == CADRE_PATCH_HEAD)
    return self->has_any && cadre_patch_op_moves (op);

  id = cadre_patch_op_subject (self->patch, op, &self->ids, &kind);
  return id != NULL &&
         g_hash_table_contains (kind == CADRE_RECORD_KIND_POST ? self->posts : self->units, id);
}

static void
mark (const Leading *self, guint8 *marks, guint32 *n_added)
{
  for (guint32 i = 0; i < self->patch->n_ops; i++)
    if (!marks[i] && leads_out (self, i))
      {
        marks[i] = TRUE;
        ++*n_added;
      }
}

gboolean
cadre_patch_break_circles (CadrePatch *patch,
                           CadreStructure *before,
                           guint8 *marks,
                           guint32 *n_added,
                           GError **error)
{
  g_autoptr (CadrePatch) part = cadre_patch_new_marked (patch, marks, error);
  g_autoptr (CadreStructure) result =
    part != NULL ? cadre_patch_carry_out (part, before, NULL, error) : NULL;
  CadrePatchCircles circles;
  Leading leading;
  gboolean ok = FALSE;

  *n_added = 0;
  if (result == NULL)
    return FALSE;

  leading_init (&leading, patch);
  ok = cadre_patch_circles_init (&circles, part, result, &before, 1, error);
  if (ok)
    take_circles (&leading, &circles);
  if (ok && leading.has_any)
    {
      ok = cadre_patch_old_ids_init (&leading.ids, patch, error);
      if (ok)
        mark (&leading, marks, n_added);
    }

  leading_clear (&leading);
  cadre_patch_circles_clear (&circles);
  return ok;
}
