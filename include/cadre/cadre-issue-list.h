/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-issue.h>

G_BEGIN_DECLS

#define CADRE_TYPE_ISSUE_LIST (cadre_issue_list_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreIssueList, cadre_issue_list, CADRE, ISSUE_LIST, GObject)

CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_issue_list_new (guint max_details) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
void cadre_issue_list_add (CadreIssueList *self, CadreIssue *issue);
CADRE_AVAILABLE_IN_1_0
CadreIssue *cadre_issue_list_get_issue (CadreIssueList *self,
                                        guint position) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
guint cadre_issue_list_get_max_details (CadreIssueList *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_issue_list_get_total (CadreIssueList *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_issue_list_get_n_dropped (CadreIssueList *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_issue_list_get_count (CadreIssueList *self, const char *code);
CADRE_AVAILABLE_IN_1_0
guint cadre_issue_list_get_count_by_severity (CadreIssueList *self, CadreSeverity severity);
CADRE_AVAILABLE_IN_1_0
char **cadre_issue_list_dup_codes (CadreIssueList *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gboolean cadre_issue_list_has_errors (CadreIssueList *self);

G_END_DECLS
