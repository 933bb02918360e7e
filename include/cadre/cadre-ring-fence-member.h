/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

#define CADRE_TYPE_RING_FENCE_MEMBER (cadre_ring_fence_member_get_type ())

/* clang-format off */
CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreRingFenceMember, cadre_ring_fence_member, CADRE, RING_FENCE_MEMBER, GObject)
/* clang-format on */

CADRE_AVAILABLE_IN_1_0
const char *cadre_ring_fence_member_get_assignment (CadreRingFenceMember *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_ring_fence_member_get_person (CadreRingFenceMember *self);
CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_ring_fence_member_get_truth (CadreRingFenceMember *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_ring_fence_member_is_claimant (CadreRingFenceMember *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_ring_fence_member_is_predecessor (CadreRingFenceMember *self);
CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_ring_fence_member_get_same_function (CadreRingFenceMember *self);
CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_ring_fence_member_get_same_field (CadreRingFenceMember *self);
CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_ring_fence_member_get_like_tier (CadreRingFenceMember *self);
CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_ring_fence_member_get_like_grade (CadreRingFenceMember *self);
CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_ring_fence_member_get_same_line (CadreRingFenceMember *self);
CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_ring_fence_member_get_same_unit (CadreRingFenceMember *self);
CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_ring_fence_member_get_same_area (CadreRingFenceMember *self);

G_END_DECLS
