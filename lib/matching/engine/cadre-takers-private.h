/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What takes the events of the process out of the log, one function a kind. */

#pragma once

#include "base/cadre-date-private.h"
#include "matching/cadre-log-private.h"
#include "matching/engine/cadre-process-private.h"

G_BEGIN_DECLS

/* cadre-appeals.c */
gboolean cadre_take_appeal_lodged (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_appeal_decided (CadreEngine *self, guint entry, CadreLogEntry *event);

/* cadre-process-offers.c */
gboolean cadre_take_offer (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_acceptance (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_refusal (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_trial_started (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_trial_ended (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_redeployed (CadreEngine *self, guint entry, CadreLogEntry *event);

/* cadre-process-people.c */
gboolean cadre_take_leaver (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_contract_changed (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_volunteer (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_volunteer_accepted (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_volunteer_refused (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_selection (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_volunteer_withdrawn (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_bump_consented (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_notice_issued (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_notice_withdrawn (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_told (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_decision (CadreEngine *self, guint entry, CadreLogEntry *event);

/* cadre-process-pairs.c */
gboolean cadre_take_preference (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_interest (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_score (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_route (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_suitability (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_token_granted (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_token_ended (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_revision (CadreEngine *self, guint entry, CadreLogEntry *event);
gboolean cadre_take_scope_changed (CadreEngine *self, guint entry, CadreLogEntry *event);

G_END_DECLS
