/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-outcome.h>

G_BEGIN_DECLS

#define CADRE_TYPE_OUTCOME_CHANGE (cadre_outcome_change_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreOutcomeChange, cadre_outcome_change, CADRE, OUTCOME_CHANGE, GObject)

CADRE_AVAILABLE_IN_1_0
CadreOutcomeSubject cadre_outcome_change_get_subject (CadreOutcomeChange *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_outcome_change_get_assignment (CadreOutcomeChange *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_outcome_change_get_post (CadreOutcomeChange *self);
CADRE_AVAILABLE_IN_1_0
CadreOutcome *cadre_outcome_change_get_before (CadreOutcomeChange *self);
CADRE_AVAILABLE_IN_1_0
CadreOutcome *cadre_outcome_change_get_after (CadreOutcomeChange *self);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_outcome_change_list_old_facts (CadreOutcomeChange *self);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_outcome_change_list_new_facts (CadreOutcomeChange *self);

G_END_DECLS
