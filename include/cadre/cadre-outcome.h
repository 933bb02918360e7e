/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-fact.h>
#include <cadre/cadre-log-entry.h>
#include <cadre/cadre-matching-vocabulary.h>
#include <cadre/cadre-vocabulary.h>

G_BEGIN_DECLS

#define CADRE_TYPE_OUTCOME (cadre_outcome_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreOutcome, cadre_outcome, CADRE, OUTCOME, GObject)

CADRE_AVAILABLE_IN_1_0
CadreOutcomeSubject cadre_outcome_get_subject (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_outcome_get_assignment (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_outcome_get_person (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_outcome_get_post (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
int cadre_outcome_get_position (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_outcome_get_post_before (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_outcome_get_post_after (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_outcome_get_employer (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_outcome_get_policy (CadreOutcome *self);

CADRE_AVAILABLE_IN_1_0
CadreOutcomeKind cadre_outcome_get_kind (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
CadreStage cadre_outcome_get_stage (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
CadreRung cadre_outcome_get_rung (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_outcome_is_open (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_outcome_get_reasons (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_outcome_has_reason (CadreOutcome *self, const char *code);
CADRE_AVAILABLE_IN_1_0
char **cadre_outcome_dup_sentences (CadreOutcome *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_outcome_get_open_questions (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_outcome_list_facts (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_outcome_get_fact (CadreOutcome *self, const char *name);

CADRE_AVAILABLE_IN_1_0
CadreDeclaredOutcome cadre_outcome_get_declared (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_outcome_get_declared_words (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
CadreOutcomeGap cadre_outcome_get_gap (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_outcome_dup_gap_sentence (CadreOutcome *self) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
char *cadre_outcome_to_string (CadreOutcome *self) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
gboolean cadre_outcome_is_final (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_outcome_is_override (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
CadreLogEntry *cadre_outcome_get_decision (CadreOutcome *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_outcome_get_decided_by (CadreOutcome *self);

G_END_DECLS
