/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-date.h>
#include <cadre/cadre-matching-vocabulary.h>
#include <cadre/cadre-vocabulary.h>

G_BEGIN_DECLS

#define CADRE_TYPE_LOG_ENTRY (cadre_log_entry_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreLogEntry, cadre_log_entry, CADRE, LOG_ENTRY, GObject)

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

G_END_DECLS
