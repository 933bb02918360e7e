/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Some moves of a patch may make a circle that other moves of it would open: A
 * goes under B, which goes elsewhere. A patch does not hold what stays as it is,
 * so that this needs the structure, and is found by trying. */

#include "config.h"

#include "diff/patch/cadre-patch-needs-private.h"
#include "structure/cadre-tables-structure-private.h"

#include <string.h>

/* Adds to @ids those of records that are their own superior over some steps. */
static gboolean
collect_circles (CadreCellText *text,
                 CadreRecordKind kind,
                 const guint32 *above,
                 guint32 n,
                 GHashTable *ids)
{
  g_autofree guint32 *seen = g_try_new0 (guint32, MAX (n, 1));

  if (seen == NULL)
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    {
      guint32 at = i;

      for (; at < n && seen[at] == 0; at = above[at])
        seen[at] = i + 1;
      if (at >= n || seen[at] != i + 1)
        continue;
      for (; at < n && seen[at] != G_MAXUINT32; at = above[at])
        {
          gsize length = 0;
          const char *id = cadre_cell_text_get (text, kind, at, 0, &length);

          seen[at] = G_MAXUINT32;
          if (id != NULL)
            g_hash_table_add (ids, g_strndup (id, length));
        }
    }

  return TRUE;
}

typedef struct
{
  GHashTable *posts; /* ids as JSON */
  GHashTable *units;
} Circles;

static void
circles_init (Circles *self)
{
  self->posts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
circles_clear (Circles *self)
{
  g_hash_table_unref (self->posts);
  g_hash_table_unref (self->units);
}

static gboolean
circles_find (Circles *self, CadreStructure *structure)
{
  const CadreIndex *index = cadre_structure_get_index (structure);
  g_autoptr (CadreCellText) text = cadre_cell_text_new (cadre_structure_get_tables (structure));

  return collect_circles (text, CADRE_RECORD_KIND_POST, index->manager, index->n_posts,
                          self->posts) &&
         collect_circles (text, CADRE_RECORD_KIND_UNIT, index->unit_parent, index->n_units,
                          self->units);
}

/* Whether a table has an id that another has not. */
static gboolean
is_new (GHashTable *now, GHashTable *before, const char *id)
{
  return g_hash_table_contains (now, id) && !g_hash_table_contains (before, id);
}

/* Whether an operation moves, or takes away, a record that is in a circle now and
 * was in none. Another date of the document may do it too. */
static gboolean
leads_out (const CadrePatch *patch, guint32 i, const Circles *now, const Circles *old)
{
  const CadrePatchOp *op = &patch->ops[i];
  const gboolean is_unit =
    op->kind == CADRE_RECORD_KIND_UNIT || op->kind == CADRE_RECORD_KIND_UNIT_PARENT;
  const char *key = op->key != 0 ? cadre_patch_text (patch, op->key) : "{}";
  g_autofree char *id = NULL;
  CadrePatchMember member;

  if (op->kind == CADRE_PATCH_HEAD)
    return op->field == CADRE_HEAD_FIELD_AS_OF &&
           (g_hash_table_size (now->posts) > g_hash_table_size (old->posts) ||
            g_hash_table_size (now->units) > g_hash_table_size (old->units));
  if (!is_unit && op->kind != CADRE_RECORD_KIND_POST && op->kind != CADRE_RECORD_KIND_LINE)
    return FALSE;

  if (key[0] == '"')
    id = g_strdup (key);
  else if (cadre_patch_find_member (key, is_unit ? "unit" : "post", &member))
    id = g_strndup (member.value, member.length);
  if (id == NULL)
    return FALSE;

  return is_unit ? is_new (now->units, old->units, id) : is_new (now->posts, old->posts, id);
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
    part != NULL ? cadre_patch_apply (part, before, NULL, error) : NULL;
  Circles now;
  Circles old;
  gboolean ok = FALSE;

  *n_added = 0;
  if (result == NULL)
    return FALSE;

  circles_init (&now);
  circles_init (&old);
  ok = circles_find (&now, result) && circles_find (&old, before);
  for (guint32 i = 0; ok && i < patch->n_ops; i++)
    if (!marks[i] && leads_out (patch, i, &now, &old))
      {
        marks[i] = TRUE;
        ++*n_added;
      }

  circles_clear (&now);
  circles_clear (&old);
  return ok ? TRUE : cadre_patch_set_memory_error (error);
}
