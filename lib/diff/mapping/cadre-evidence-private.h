/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts mapped by what the structures say of them. */

#pragma once

#include "diff/cadre-pairing-private.h"
#include "diff/mapping/cadre-pair-evidence-private.h"
#include <cadre/cadre-issue-list.h>

G_BEGIN_DECLS

/* Posts that nothing tells apart: their places in the rows of all groups. */
typedef struct
{
  guint32 first; /* the posts before, and then those after */
  guint32 n_before;
  guint32 n_after;
} CadreEvidenceTwins;

typedef struct
{
  GArray *pairs;     /* (element-type CadreEvidencePair): mapped, in order of the rows after */
  GArray *reviews;   /* (element-type CadreEvidencePair): in order of the rows after and before */
  GArray *twins;     /* (element-type CadreEvidenceTwins): in order of their first post before */
  GArray *twin_rows; /* (element-type guint32) */
  GArray *rekeyed;   /* (element-type guint32): string codes after of the ids of employers, or
                      * CADRE_STRING_UNKNOWN for posts of which none is known */
  guint32 *units;    /* (nullable): by unit before, the unit after, or CADRE_NO_ROW */
  gboolean all_rekeyed; /* whether every post is of an employer that is rekeyed */
} CadreEvidence;

CadreEvidence *cadre_evidence_new (void);
void cadre_evidence_free (CadreEvidence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreEvidence, cadre_evidence_free)

/* What a run starts from. A fixed post is one that a person or a document has
 * said something about. */
typedef struct
{
  const CadreSides *sides;
  const CadreMappingRules *rules;
  const guint8 *fixed_before; /* by post */
  const guint8 *fixed_after;
  /* (nullable): by post before, one of several that a person says it was split into, and by
   * post after, one of several that it was made of; or CADRE_NO_ROW */
  const guint32 *split_into;
  const guint32 *made_of;
  const GArray *refused; /* (element-type CadreRefusal): pairs that are not to be made */
  CadreIssueList *issues;
} CadreEvidenceInput;

/* Whether a person has refused a pair. Takes time in proportion to the logarithm of how
 * many there are. */
gboolean cadre_refusals_have (const GArray *refused, guint32 before, guint32 after);

/* Maps what is not fixed: @posts holds what is, and by the method pairs with
 * equal ids; on return, all pairs. NULL with @error set if it was cancelled or
 * for want of memory. */
CadreEvidence *cadre_evidence_run (const CadreEvidenceInput *input,
                                   CadrePairing *posts,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
