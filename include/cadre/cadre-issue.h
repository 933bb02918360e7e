/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/**
 * CadreSeverity:
 * @CADRE_SEVERITY_INFO: worth knowing; nothing is wrong
 * @CADRE_SEVERITY_WARNING: probably not what was meant
 * @CADRE_SEVERITY_ERROR: wrong; what depends on it cannot be relied on
 *
 * How bad an issue is.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_SEVERITY_INFO = 0,
  CADRE_SEVERITY_WARNING = 1,
  CADRE_SEVERITY_ERROR = 2,
} CadreSeverity;

#define CADRE_TYPE_ISSUE (cadre_issue_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreIssue, cadre_issue, CADRE, ISSUE, GObject)

CADRE_AVAILABLE_IN_1_0
CadreIssue *cadre_issue_new (const char *code,
                             CadreSeverity severity,
                             const char *message,
                             const char *origin,
                             const char *subject,
                             const char *suggestion) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_issue_get_code (CadreIssue *self);
CADRE_AVAILABLE_IN_1_0
CadreSeverity cadre_issue_get_severity (CadreIssue *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_issue_get_message (CadreIssue *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_issue_get_origin (CadreIssue *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_issue_get_subject (CadreIssue *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_issue_get_suggestion (CadreIssue *self);

CADRE_AVAILABLE_IN_1_0
char *cadre_issue_to_string (CadreIssue *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
