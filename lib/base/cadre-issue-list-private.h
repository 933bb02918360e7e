/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-issue-list.h>

G_BEGIN_DECLS

/* Whether the details of another issue would be dropped: then nobody need make
 * its texts, and NULL will do for them. */
gboolean cadre_issue_list_is_full (CadreIssueList *self);
void cadre_issue_list_add_fields (CadreIssueList *self,
                                  const char *code,
                                  CadreSeverity severity,
                                  const char *message,
                                  const char *origin,
                                  const char *subject,
                                  const char *suggestion);
void cadre_issue_list_seal (CadreIssueList *self);

G_END_DECLS
