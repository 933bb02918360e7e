/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-case.h>
#include <cadre/cadre-diff.h>
#include <cadre/cadre-issue-list.h>
#include <cadre/cadre-outcome.h>
#include <cadre/cadre-reading-difference.h>
#include <cadre/cadre-ring-fence.h>

G_BEGIN_DECLS

#define CADRE_TYPE_OUTCOMES (cadre_outcomes_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreOutcomes, cadre_outcomes, CADRE, OUTCOMES, GObject)

CADRE_AVAILABLE_IN_1_0
CadreOutcomes *cadre_case_run_at (CadreCase *self,
                                  guint n_events,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_case_compare_events (CadreCase *self,
                                       guint n_before,
                                       guint n_after,
                                       GCancellable *cancellable,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreOutcomes *cadre_case_run (CadreCase *self,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreOutcome *cadre_outcomes_get_outcome (CadreOutcomes *self,
                                          guint position) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreOutcome *cadre_outcomes_find_assignment (CadreOutcomes *self,
                                              const char *assignment) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreOutcome *cadre_outcomes_find_position (CadreOutcomes *self,
                                            const char *post,
                                            guint number) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_outcomes_list_for_post (CadreOutcomes *self,
                                          const char *post) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_outcomes_list_for_person (CadreOutcomes *self,
                                            const char *person) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
guint cadre_outcomes_get_n_assignments (CadreOutcomes *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_outcomes_get_n_positions (CadreOutcomes *self);
CADRE_AVAILABLE_IN_1_0
guint
cadre_outcomes_count (CadreOutcomes *self, CadreOutcomeSubject subject, CadreOutcomeKind kind);

CADRE_AVAILABLE_IN_1_0
GListModel *cadre_outcomes_get_ring_fences (CadreOutcomes *self);
CADRE_AVAILABLE_IN_1_0
CadreRingFence *cadre_outcomes_find_ring_fence (CadreOutcomes *self,
                                                const char *id) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_outcomes_get_reading_differences (CadreOutcomes *self);
CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_outcomes_get_issues (CadreOutcomes *self);
CADRE_AVAILABLE_IN_1_0
char **cadre_outcomes_dup_policy_names (CadreOutcomes *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_outcomes_list_policies (CadreOutcomes *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
char **cadre_outcomes_dup_stamps (CadreOutcomes *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreCase *cadre_outcomes_get_case (CadreOutcomes *self);
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_outcomes_get_before (CadreOutcomes *self);
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_outcomes_get_after (CadreOutcomes *self);
CADRE_AVAILABLE_IN_1_0
CadreDiff *cadre_outcomes_get_diff (CadreOutcomes *self);

CADRE_AVAILABLE_IN_1_0
guint cadre_outcomes_count_decisions (CadreOutcomes *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_outcomes_count_overrides (CadreOutcomes *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_outcomes_get_final_grade (CadreOutcomes *self, const char *post);

G_END_DECLS
