/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "matching/cadre-outcomes-private.h"
#include <cadre/cadre-explanation-step.h>
#include <cadre/cadre-worklist.h>

G_BEGIN_DECLS

/* What there is to a reason beside its sentence. */
typedef struct
{
  const char *code;
  const char *parameters; /* (nullable): of the policy, by name, with spaces between */
  const char *otherwise;  /* (nullable): what would have to differ for another outcome */
  CadreWorkOwner owner;   /* of an open one: who can settle it */
} CadreReasonRule;

/* %NULL where nothing more is to be said. */
const CadreReasonRule *cadre_reason_rule_find (const char *code);
guint cadre_reason_rule_count (void);

CadreWorkItem *cadre_work_item_new (CadreOutcome *outcome,
                                    const char *code,
                                    const char *sentence,
                                    CadreWorkOwner owner,
                                    guint32 due);
void cadre_work_item_set_due (CadreWorkItem *self, guint32 due);
/* That the one waits for the other. */
void cadre_work_item_wait (CadreWorkItem *self, CadreWorkItem *other);

/* cadre-due.c: packed days, which are not known where the case has none. */
guint32 cadre_due_find (CadreCase *source, CadreOutcome *outcome, const char *code);
guint32 cadre_due_find_trial (CadreOutcome *outcome, const char *post);
guint32 cadre_due_earlier (guint32 a, guint32 b);

G_END_DECLS
