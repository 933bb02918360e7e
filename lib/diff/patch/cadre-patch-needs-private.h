/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which operations have to be carried out together. */

#pragma once

#include "diff/patch/cadre-patch-private.h"

G_BEGIN_DECLS

typedef struct
{
  const CadrePatch *patch;
  CadrePatchKeys keys;
  CadreStringTable *strings; /* those of the patch, and keys after */
  GArray *edges;   /* (element-type guint32): two each, an operation, or a group of them, and what
                    * it needs */
  guint32 *first;  /* by operation, and by group: its first edge; one more, for the end */
  guint32 *needed; /* by edge */

  GHashTable *producers; /* kind and key after: the first operation that gives it, and 1 */
  GHashTable *vacaters;  /* kind and key before: the first that takes it away */
  GHashTable *deleted;   /* likewise: the first that deletes a record with it */
} CadrePatchNeeds;

gboolean cadre_patch_needs_init (CadrePatchNeeds *self, const CadrePatch *patch, GError **error);
void cadre_patch_needs_clear (CadrePatchNeeds *self);
/* Marks all that the marked operations need. FALSE for want of memory. */
gboolean cadre_patch_needs_close (const CadrePatchNeeds *self, guint8 *marks);

/* Marks operations that lead out of circles of managers, or of units, that the
 * marked ones would make on a structure. Sets @n_added to how many those are. */
gboolean cadre_patch_break_circles (CadrePatch *patch,
                                    CadreStructure *before,
                                    guint8 *marks,
                                    guint32 *n_added,
                                    GError **error);
/* A patch of the marked operations. */
CadrePatch *cadre_patch_new_marked (const CadrePatch *self, const guint8 *marks, GError **error);

G_END_DECLS
