/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "diff/mapping/cadre-mapping-settings-private.h"
#include <cadre/cadre-pair.h>
#include <cadre/cadre-twin-group.h>

G_BEGIN_DECLS

/* A feature that one side does not state. */
#define CADRE_NO_EVIDENCE G_MININT16

/* What speaks for a pair. Rows are those of the posts. */
typedef struct
{
  guint32 before;
  guint32 after;
  guint32 rival_before; /* the next best pair of one of the two; CADRE_NO_ROW for none */
  guint32 rival_after;
  gint32 rival_score;
  gint32 score;
  gint32 margin;
  guint8 review; /* CadrePairReview */
  guint8 kind;   /* CadreLineageKind */
  gint16 values[CADRE_N_MAPPING_FEATURES];
} CadreEvidencePair;

CadrePairEvidence *cadre_pair_evidence_new (CadreMappingFeature feature, gint32 value);
CadreTwinGroup *cadre_twin_group_new_take (char **before, char **after);

/* Says on @self what speaks for it; takes a copy of the ids of the runner-up. */
void cadre_pair_set_evidence (CadrePair *self,
                              const CadreEvidencePair *evidence,
                              const char *rival_before,
                              const char *rival_after);

G_END_DECLS
