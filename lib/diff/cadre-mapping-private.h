/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "diff/cadre-pairing-private.h"
#include "diff/mapping/cadre-evidence-private.h"
#include <cadre/cadre-mapping.h>

G_BEGIN_DECLS

/* What a document or a person says about a post before and a post after. */
typedef struct
{
  guint32 before; /* row, or CADRE_NO_ROW: the post after was created */
  guint32 after;  /* row, or CADRE_NO_ROW: the post before ended */
  guint32 source; /* declared: the row of the lineage; confirmed: the place in the list */
  guint8 kind;    /* CadreLineageKind */
  guint8 basis;   /* CadrePairBasis */
  guint8 same;    /* whether it says that the two are one post */
  guint8 dropped; /* whether something stronger says otherwise */
} CadreClaim;

/* Two posts that a person says are not one: rows before and after, and the place in the
 * notes. */
typedef struct
{
  guint32 before;
  guint32 after;
  guint32 source;
} CadreRefusal;

struct _CadreMapping
{
  GObject parent_instance;

  CadreStructure *before;
  CadreStructure *after;
  CadreIssueList *issues;

  guint32 *codes; /* by code before: the code after */
  CadrePairing posts;

  GArray *claims;     /* (element-type CadreClaim): in order of the rows after and before */
  guint32 *by_before; /* places in @claims, in order of the rows before and after */
  GPtrArray *notes;   /* (element-type utf8) (nullable): of the confirmed pairs */
  GArray *refused;    /* (element-type CadreRefusal): in order of the rows before and after */

  CadreEvidence *evidence; /* (nullable): where posts are mapped by evidence too */

  /* The list: where nothing but ids is known, the rows after, and then those of
   * @ended; else @pairs. */
  guint32 *pairs; /* (nullable): two rows each, before and after */
  guint32 *ended; /* (nullable): the rows before that nothing follows */
  guint n_pairs;
};

CadreMapping *cadre_mapping_new_by_rules (CadreStructure *before,
                                          CadreStructure *after,
                                          GListModel *confirmed,
                                          const CadreMappingRules *rules,
                                          GCancellable *cancellable,
                                          GError **error);

/* Settles which claims hold against each other and against equal ids. On
 * return @claims (element-type CadreClaim) holds those that stand, in order of
 * the rows after and then before, and @posts pairs the rows that are one post.
 * FALSE for want of memory. */
gboolean cadre_mapping_settle (const CadreSides *sides,
                               GArray *claims,
                               CadrePairing *posts,
                               CadreIssueList *issues);

/* cadre-mapping-evidence.c: maps what words and ids leave open. */
gboolean cadre_mapping_map_by_evidence (CadreMapping *self,
                                        const CadreSides *sides,
                                        const CadreMappingRules *rules,
                                        GCancellable *cancellable,
                                        GError **error);
/* Always FALSE. */
gboolean cadre_mapping_set_memory_error (GError **error);

/* cadre-mapping-refused.c: takes away what ids, documents and people say of refused pairs. */
void cadre_mapping_refuse (CadreMapping *self, const CadreSides *sides);

/* Says of a mapping by id that hardly any id is before and after, if that is so. */
void cadre_mapping_report_new_ids (CadreMapping *self, const CadreSides *sides);

/* What speaks for a pair that rests on evidence; else NULL. */
const CadreEvidencePair *
cadre_mapping_get_evidence (CadreMapping *self, guint32 row_before, guint32 row_after);
/* The pair of what speaks for it. */
CadrePair *cadre_mapping_make_pair (CadreMapping *self, const CadreEvidencePair *evidence);

/* By lineage after: whether the structure before has it too. NULL for want of
 * memory. */
guint8 *cadre_mapping_find_told (const CadreSides *sides);

/* What is said of a post after: places among all claims. */
const CadreClaim *
cadre_mapping_get_claims (CadreMapping *self, guint32 row_after, guint32 *n_claims);
/* What is said of what became of a post before: places among all claims. Those
 * that say that nothing did are left out. */
const guint32 *
cadre_mapping_get_claims_before (CadreMapping *self, guint32 row_before, guint32 *n_claims);

static inline const CadreClaim *
cadre_mapping_get_claim (CadreMapping *self, guint32 place)
{
  return &g_array_index (self->claims, CadreClaim, place);
}

G_END_DECLS
