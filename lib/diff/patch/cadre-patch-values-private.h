/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The keys and values of a patch as rows.
 *
 * Operations hold canonical text. To carry them out it is read once for a patch,
 * all of it, as the rows of two documents: one with the keys and values before,
 * and one with those after. The way back is the same with the two changed over.
 *
 * The rows of a patch that was made or read are there from the start; those of
 * a part of one, or of two in one, when they are first asked for. Whoever comes
 * first puts them there for all threads. */

#pragma once

#include "diff/patch/cadre-patch-private.h"

G_BEGIN_DECLS

/* One of the two documents. Its language is that of the patch. */
typedef struct
{
  gint ref_count;
  CadreTables *tables;
  guint32 *rows;    /* by number of an operation: its row, or CADRE_NO_ROW */
  guint32 language; /* what the head is said to have; 0 where nothing is said */
} CadrePatchSide;

struct _CadrePatchValues
{
  CadreStringTable *strings; /* of both sides */
  CadrePatchSide *before;
  CadrePatchSide *after;
};

/* The rows of a patch; they live as long as it. NULL with @error set where a value
 * is not one that its field can hold, or for want of memory. */
const CadrePatchValues *cadre_patch_get_values (const CadrePatch *patch, GError **error);
/* Those of the way back, where they are there already; NULL where they are not. */
CadrePatchValues *cadre_patch_dup_values_back (const CadrePatch *patch);
void cadre_patch_values_free (CadrePatchValues *self);

G_END_DECLS
