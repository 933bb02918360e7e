/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which rows of two tables belong together. */

#pragma once

#include "structure/cadre-tables-structure-private.h"

G_BEGIN_DECLS

/* Rows that belong together: CADRE_NO_ROW where there is none. */
typedef struct
{
  guint32 *before_of; /* by row after */
  guint32 *after_of;  /* by row before */
} CadrePairing;

/* Both sides of a comparison, and how texts before are counted after. */
typedef struct
{
  const CadreTables *before;
  const CadreTables *after;
  const CadreIndex *index_before; /* ONLY the outline, unless cadre_structure_get_index() */
  const CadreIndex *index_after;  /* was called since */
  const guint32 *codes;           /* by code before: the code after */
  const guint32 *post_codes;      /* the same for ids of posts: the id of the same post */
} CadreSides;

gboolean cadre_pairing_init (CadrePairing *self, guint32 n_before, guint32 n_after);
void cadre_pairing_clear (CadrePairing *self);

/* Pairs rows whose ids are equal; of rows that share one, the first with the
 * first. Assignments without an id are left. */
void cadre_pairing_by_id (CadrePairing *self, const CadreSides *sides, CadreRecordKind kind);
/* Pairs what is left of assignments, those without an id. FALSE for want of memory. */
gboolean cadre_pairing_by_natural_key (CadrePairing *self, const CadreSides *sides);
/* Pairs rows by their natural keys, and what is left over where only one thing
 * can be meant. @owners pairs the records that the rows belong to; NULL where
 * they stand for themselves. FALSE for want of memory. */
gboolean cadre_pairing_by_key (CadrePairing *self,
                               const CadreSides *sides,
                               CadreRecordKind kind,
                               const CadrePairing *owners);

/* The records that rows of a kind belong to; the kind itself where they stand
 * for themselves. */
CadreRecordKind cadre_pairing_owner_kind (CadreRecordKind kind);

G_END_DECLS
