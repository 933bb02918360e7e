/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-outcomes.h>

G_BEGIN_DECLS

#define CADRE_TYPE_EXPLANATION_STEP (cadre_explanation_step_get_type ())

/* clang-format off */
CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreExplanationStep, cadre_explanation_step, CADRE, EXPLANATION_STEP, GObject)
/* clang-format on */

CADRE_AVAILABLE_IN_1_0
const char *cadre_explanation_step_get_code (CadreExplanationStep *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_explanation_step_get_sentence (CadreExplanationStep *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_explanation_step_is_open (CadreExplanationStep *self);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_explanation_step_list_parameters (CadreExplanationStep *self);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_explanation_step_list_facts (CadreExplanationStep *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_explanation_step_get_otherwise (CadreExplanationStep *self);

CADRE_AVAILABLE_IN_1_0
GListModel *cadre_outcomes_explain (CadreOutcomes *outcomes,
                                    CadreOutcome *outcome) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
char *cadre_outcomes_dup_explanation (CadreOutcomes *outcomes,
                                      CadreOutcome *outcome) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
