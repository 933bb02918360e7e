/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-mapping-settings.h>

G_BEGIN_DECLS

#define CADRE_TYPE_PAIR_EVIDENCE (cadre_pair_evidence_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadrePairEvidence, cadre_pair_evidence, CADRE, PAIR_EVIDENCE, GObject)

CADRE_AVAILABLE_IN_1_0
CadreMappingFeature cadre_pair_evidence_get_feature (CadrePairEvidence *self);
CADRE_AVAILABLE_IN_1_0
int cadre_pair_evidence_get_value (CadrePairEvidence *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_pair_evidence_to_string (CadrePairEvidence *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
