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
                                    CadreWorkOwner owner);
/* That the one waits for the other. */
void cadre_work_item_wait (CadreWorkItem *self, CadreWorkItem *other);

G_END_DECLS
