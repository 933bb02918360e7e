/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a log makes of a case before the engine sees it. */

#pragma once

#include "matching/cadre-case-private.h"
#include "matching/cadre-log-private.h"
#include <cadre/cadre-issue-list.h>

G_BEGIN_DECLS

/* A case with the facts of its log in the structure before, with its policies and
 * its scope as they are amended, and with a log whose events that do not stand are
 * blank, so that all keep their numbers. */
CadreCase *cadre_case_take_effect (CadreCase *self,
                                   CadreIssueList *issues,
                                   GCancellable *cancellable,
                                   GError **error);

/* The same case with a log of its own, or with the first events of it. */
CadreCase *cadre_case_copy (CadreCase *self);

/* An issue about an event, counted from 0. */
void
cadre_effect_report (CadreIssueList *issues, guint event, const char *code, const char *message);

/* cadre-effect-facts.c: puts the facts of the log into the structure before. */
gboolean cadre_effect_apply_facts (CadreCase *effect,
                                   CadreIssueList *issues,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
