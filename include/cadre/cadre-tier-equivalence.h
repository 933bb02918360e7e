/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_TIER_EQUIVALENCE (cadre_tier_equivalence_get_type ())

CADRE_AVAILABLE_IN_1_0
/* clang-format off */
G_DECLARE_FINAL_TYPE (CadreTierEquivalence, cadre_tier_equivalence, CADRE, TIER_EQUIVALENCE, CadreRecord)
/* clang-format on */

CADRE_AVAILABLE_IN_1_0
CadreTierEquivalence *cadre_tier_equivalence_new (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_tier_equivalence_get_scale (CadreTierEquivalence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_tier_equivalence_set_scale (CadreTierEquivalence *self, const char *scale);

CADRE_AVAILABLE_IN_1_0
int cadre_tier_equivalence_get_rung (CadreTierEquivalence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_tier_equivalence_set_rung (CadreTierEquivalence *self, int rung);

CADRE_AVAILABLE_IN_1_0
const char *cadre_tier_equivalence_get_other_scale (CadreTierEquivalence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_tier_equivalence_set_other_scale (CadreTierEquivalence *self, const char *other_scale);

CADRE_AVAILABLE_IN_1_0
int cadre_tier_equivalence_get_other_rung (CadreTierEquivalence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_tier_equivalence_set_other_rung (CadreTierEquivalence *self, int other_rung);

CADRE_AVAILABLE_IN_1_0
const char *cadre_tier_equivalence_get_note (CadreTierEquivalence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_tier_equivalence_set_note (CadreTierEquivalence *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_tier_equivalence_get_source (CadreTierEquivalence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_tier_equivalence_set_source (CadreTierEquivalence *self, const char *source);

G_END_DECLS
