/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/**
 * SECTION:cadre-reason
 * @Title: Reasons
 * @Short_Description: Why an outcome is what it is
 *
 * Each outcome carries reasons as stable dotted codes, such as
 * `claim.grade-unknown`. Each code has one sentence of plain English, in which
 * the names of facts stand in braces. The codes are listed in
 * `docs/matching.md`.
 */

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_reason_get_codes (void);
CADRE_AVAILABLE_IN_1_0
const char *cadre_reason_get_template (const char *code);

G_END_DECLS
