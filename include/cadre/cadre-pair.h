/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-pair-evidence.h>
#include <cadre/cadre-vocabulary.h>

G_BEGIN_DECLS

/**
 * CadrePairBasis:
 * @CADRE_PAIR_BASIS_ID: the ids are equal, or nothing has the id
 * @CADRE_PAIR_BASIS_DECLARED: the structure after says so
 * @CADRE_PAIR_BASIS_CONFIRMED: a person has confirmed it
 * @CADRE_PAIR_BASIS_EVIDENCE: what the structures say of the two posts
 * @CADRE_PAIR_BASIS_REFUSED: a person has said that the two are not one, and that neither
 *   was made of the other
 *
 * What a pair rests on. What a person confirms is stronger than what a
 * document declares, and both are stronger than ids and evidence.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_PAIR_BASIS_ID = 0,
  CADRE_PAIR_BASIS_DECLARED = 1,
  CADRE_PAIR_BASIS_CONFIRMED = 2,
  CADRE_PAIR_BASIS_EVIDENCE = 3,
  CADRE_PAIR_BASIS_REFUSED = 4,
} CadrePairBasis;

/**
 * CadrePairReview:
 * @CADRE_PAIR_REVIEW_NONE: nothing
 * @CADRE_PAIR_REVIEW_UNSURE: too little speaks for it, or too much for another; it is not mapped
 * @CADRE_PAIR_REVIEW_TWINS: one of a group of posts that nothing tells apart, mapped as a group
 * @CADRE_PAIR_REVIEW_REUSED_ID: the ids are equal, but what they name is another job; not mapped
 * @CADRE_PAIR_REVIEW_MERGE: the post before may have been merged into the post after; not mapped
 * @CADRE_PAIR_REVIEW_SPLIT: the post after may have been split from the post before; not mapped
 * @CADRE_PAIR_REVIEW_ENDED: much speaks for it, but the document of one side says that
 *   the post of the other has ended, and the titles differ; not mapped
 *
 * What a person should look at before relying on a pair.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_PAIR_REVIEW_NONE = 0,
  CADRE_PAIR_REVIEW_UNSURE = 1,
  CADRE_PAIR_REVIEW_TWINS = 2,
  CADRE_PAIR_REVIEW_REUSED_ID = 3,
  CADRE_PAIR_REVIEW_MERGE = 4,
  CADRE_PAIR_REVIEW_SPLIT = 5,
  CADRE_PAIR_REVIEW_ENDED = 6,
} CadrePairReview;

#define CADRE_TYPE_PAIR (cadre_pair_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadrePair, cadre_pair, CADRE, PAIR, GObject)

CADRE_AVAILABLE_IN_1_0
CadrePair *cadre_pair_new (const char *before,
                           const char *after,
                           CadreLineageKind kind,
                           CadrePairBasis basis,
                           const char *note) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_pair_get_before (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_pair_get_after (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
CadreLineageKind cadre_pair_get_kind (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
CadrePairBasis cadre_pair_get_basis (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_pair_get_note (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_pair_get_source (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
CadrePairReview cadre_pair_get_review (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
int cadre_pair_get_score (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
int cadre_pair_get_margin (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
int cadre_pair_get_evidence (CadrePair *self, CadreMappingFeature feature);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_pair_list_evidence (CadrePair *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
const char *cadre_pair_get_runner_up_before (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_pair_get_runner_up_after (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
int cadre_pair_get_runner_up_score (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_pair_to_string (CadrePair *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
