/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-redaction.h>
#include <cadre/cadre-ring-fence-member.h>

G_BEGIN_DECLS

#define CADRE_TYPE_RING_FENCE (cadre_ring_fence_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreRingFence, cadre_ring_fence, CADRE, RING_FENCE, GObject)

CADRE_AVAILABLE_IN_1_0
const char *cadre_ring_fence_get_id (CadreRingFence *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_ring_fence_is_selection_pool (CadreRingFence *self);
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_ring_fence_get_posts (CadreRingFence *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_ring_fence_get_n_positions (CadreRingFence *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_ring_fence_get_n_positions_of (CadreRingFence *self, const char *post);
CADRE_AVAILABLE_IN_1_0
guint cadre_ring_fence_get_n_open (CadreRingFence *self);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_ring_fence_list_members (CadreRingFence *self);
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_ring_fence_get_appointed (CadreRingFence *self);

CADRE_AVAILABLE_IN_1_0
void cadre_ring_fence_set_subject (CadreRingFence *self, CadreRedaction *redaction);

G_END_DECLS
