/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-bipartite-matching.h>
#include <cadre/cadre-outcomes.h>

G_BEGIN_DECLS

#define CADRE_TYPE_ALLOCATION (cadre_allocation_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreAllocation, cadre_allocation, CADRE, ALLOCATION, GObject)

CADRE_AVAILABLE_IN_1_0
CadreAllocation *cadre_outcomes_suggest_allocation (CadreOutcomes *self,
                                                    CadreStage stage,
                                                    GCancellable *cancellable,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreStage cadre_allocation_get_stage (CadreAllocation *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_allocation_get_notice (CadreAllocation *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_allocation_get_n_candidates (CadreAllocation *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_allocation_count_proposals (CadreAllocation *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_allocation_get_assignment (CadreAllocation *self, guint candidate);
CADRE_AVAILABLE_IN_1_0
const char *cadre_allocation_get_post (CadreAllocation *self, guint candidate);
CADRE_AVAILABLE_IN_1_0
guint cadre_allocation_get_preference (CadreAllocation *self, guint candidate);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_allocation_is_tied (CadreAllocation *self, guint candidate);

CADRE_AVAILABLE_IN_1_0
char **cadre_allocation_dup_sharers (CadreAllocation *self,
                                     guint candidate) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
guint cadre_allocation_get_n_left_out (CadreAllocation *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_allocation_get_left_out (CadreAllocation *self, guint place);
CADRE_AVAILABLE_IN_1_0
const char *cadre_allocation_get_obstacle (CadreAllocation *self, guint place);

CADRE_AVAILABLE_IN_1_0
char **cadre_allocation_dup_posts (CadreAllocation *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreBipartite *cadre_allocation_get_graph (CadreAllocation *self);
CADRE_AVAILABLE_IN_1_0
CadreBipartiteMatching *cadre_allocation_get_matching (CadreAllocation *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_allocation_check (CadreAllocation *self, GError **error);

G_END_DECLS
