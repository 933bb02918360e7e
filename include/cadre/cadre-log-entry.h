/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-date.h>
#include <cadre/cadre-fraction.h>
#include <cadre/cadre-matching-vocabulary.h>
#include <cadre/cadre-vocabulary.h>

G_BEGIN_DECLS

#define CADRE_TYPE_LOG_ENTRY (cadre_log_entry_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreLogEntry, cadre_log_entry, CADRE, LOG_ENTRY, GObject)

CADRE_AVAILABLE_IN_1_0
CadreLogEntry *cadre_log_entry_new (CadreLogKind kind,
                                    const CadreDate *date,
                                    const char *by) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreLogEntry *cadre_log_entry_new_judgement (const CadreDate *date,
                                              const char *by,
                                              const char *before,
                                              const char *after,
                                              CadreJudgedHead head,
                                              CadreVerdict verdict,
                                              const char *evidence) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreLogEntry *
cadre_log_entry_new_judgement_percent (const CadreDate *date,
                                       const char *by,
                                       const char *before,
                                       const char *after,
                                       CadreJudgedHead head,
                                       guint percent,
                                       const char *evidence) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreLogEntry *cadre_log_entry_new_grading (const CadreDate *date,
                                            const char *by,
                                            const char *post,
                                            const char *grade,
                                            CadreGradeStatus status) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreLogEntry *cadre_log_entry_new_result (const CadreDate *date,
                                           const char *by,
                                           CadreStage stage,
                                           const char *post,
                                           int position,
                                           const char *assignment,
                                           CadreResult result) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreLogEntry *cadre_log_entry_new_decided_outside (const CadreDate *date,
                                                    const char *by,
                                                    const char *post,
                                                    const char *assignment,
                                                    const char *where,
                                                    const char *words) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreLogKind cadre_log_entry_get_kind (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_event (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_log_entry_get_date (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_by (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_note (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_source (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_unknown_members (CadreLogEntry *self);

CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_before (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_after (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
CadreJudgedHead cadre_log_entry_get_head (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
CadreVerdict cadre_log_entry_get_verdict (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
int cadre_log_entry_get_percent (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_evidence (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_post (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_grade (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
CadreGradeStatus cadre_log_entry_get_grade_status (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
CadreStage cadre_log_entry_get_stage (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
int cadre_log_entry_get_position (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_assignment (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
CadreResult cadre_log_entry_get_result (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_where (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_words (CadreLogEntry *self);

CADRE_AVAILABLE_IN_1_0
gboolean cadre_log_entry_check (CadreLogEntry *self, GError **error);

CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_before (CadreLogEntry *self, const char *before);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_after (CadreLogEntry *self, const char *after);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_head (CadreLogEntry *self, CadreJudgedHead head);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_verdict (CadreLogEntry *self, CadreVerdict verdict);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_percent (CadreLogEntry *self, int percent);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_evidence (CadreLogEntry *self, const char *evidence);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_stage (CadreLogEntry *self, CadreStage stage);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_post (CadreLogEntry *self, const char *post);
CADRE_AVAILABLE_IN_1_0
char **cadre_log_entry_dup_posts (CadreLogEntry *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_posts (CadreLogEntry *self, const char *const *posts);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_position (CadreLogEntry *self, int position);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_assignment (CadreLogEntry *self, const char *assignment);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_person (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_person (CadreLogEntry *self, const char *person);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_for_assignment (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_for_assignment (CadreLogEntry *self, const char *assignment);
CADRE_AVAILABLE_IN_1_0
int cadre_log_entry_get_about (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_about (CadreLogEntry *self, int number);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_grade (CadreLogEntry *self, const char *grade);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_grade_status (CadreLogEntry *self, CadreGradeStatus status);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_result (CadreLogEntry *self, CadreResult result);
CADRE_AVAILABLE_IN_1_0
CadreOutcomeKind cadre_log_entry_get_outcome (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_outcome (CadreLogEntry *self, CadreOutcomeKind outcome);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_where (CadreLogEntry *self, const char *where);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_words (CadreLogEntry *self, const char *words);
CADRE_AVAILABLE_IN_1_0
CadreBasis cadre_log_entry_get_basis (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_basis (CadreLogEntry *self, CadreBasis basis);
CADRE_AVAILABLE_IN_1_0
CadreContract cadre_log_entry_get_contract (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_contract (CadreLogEntry *self, CadreContract contract);
CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_log_entry_get_fte (CadreLogEntry *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_fte (CadreLogEntry *self, const CadreFraction *fte);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_log_entry_get_first_day (CadreLogEntry *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_first_day (CadreLogEntry *self, const CadreDate *day);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_log_entry_get_last_day (CadreLogEntry *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_last_day (CadreLogEntry *self, const CadreDate *day);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_log_entry_get_day (CadreLogEntry *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_day (CadreLogEntry *self, const CadreDate *day);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_log_entry_get_conditional_until (CadreLogEntry *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_conditional_until (CadreLogEntry *self, const CadreDate *day);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_freed_for (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_freed_for (CadreLogEntry *self, const char *freed_for);
CADRE_AVAILABLE_IN_1_0
CadreLogSide cadre_log_entry_get_side (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_side (CadreLogEntry *self, CadreLogSide side);
CADRE_AVAILABLE_IN_1_0
CadreVolunteering cadre_log_entry_get_volunteering (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_volunteering (CadreLogEntry *self, CadreVolunteering what);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_score (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_score (CadreLogEntry *self, const char *score);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_panel (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_panel (CadreLogEntry *self, const char *panel);
CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_log_entry_get_succeeded (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_succeeded (CadreLogEntry *self, CadreTruth succeeded);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_token (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_token (CadreLogEntry *self, const char *token);
CADRE_AVAILABLE_IN_1_0
CadreTokenRight cadre_log_entry_get_right (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_right (CadreLogEntry *self, CadreTokenRight right);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_verified_by (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_verified_by (CadreLogEntry *self, const char *verified_by);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_against (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_against (CadreLogEntry *self, const char *against);
CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_log_entry_get_upheld (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_upheld (CadreLogEntry *self, CadreTruth upheld);
CADRE_AVAILABLE_IN_1_0
int cadre_log_entry_get_settles (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_settles (CadreLogEntry *self, int number);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_policy (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_policy (CadreLogEntry *self, const char *policy);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_parameter (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_parameter (CadreLogEntry *self, const char *parameter);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_value (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_value (CadreLogEntry *self, const char *value);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_clause (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_clause (CadreLogEntry *self, const char *clause);
CADRE_AVAILABLE_IN_1_0
char **cadre_log_entry_dup_criteria (CadreLogEntry *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_criteria (CadreLogEntry *self, const char *const *criteria);
CADRE_AVAILABLE_IN_1_0
char **cadre_log_entry_dup_parties (CadreLogEntry *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_parties (CadreLogEntry *self, const char *const *parties);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_log_entry_get_signed_on (CadreLogEntry *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_signed_on (CadreLogEntry *self, const CadreDate *date);
CADRE_AVAILABLE_IN_1_0
char **cadre_log_entry_dup_posts_in (CadreLogEntry *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_posts_in (CadreLogEntry *self, const char *const *posts);
CADRE_AVAILABLE_IN_1_0
char **cadre_log_entry_dup_posts_out (CadreLogEntry *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_posts_out (CadreLogEntry *self, const char *const *posts);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_how (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_how (CadreLogEntry *self, const char *how);
CADRE_AVAILABLE_IN_1_0
CadreRoute cadre_log_entry_get_route (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_route (CadreLogEntry *self, CadreRoute route);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_advised_by (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_advised_by (CadreLogEntry *self, const char *advised_by);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_entry_get_reason (CadreLogEntry *self);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_reason (CadreLogEntry *self, const char *reason);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_note (CadreLogEntry *self, const char *note);
CADRE_AVAILABLE_IN_1_0
void cadre_log_entry_set_source (CadreLogEntry *self, const char *source);

G_END_DECLS
