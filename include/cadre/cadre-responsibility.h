/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_RESPONSIBILITY (cadre_responsibility_get_type ())

CADRE_AVAILABLE_IN_1_0
/* clang-format off */
G_DECLARE_FINAL_TYPE (CadreResponsibility, cadre_responsibility, CADRE, RESPONSIBILITY, CadreRecord)
/* clang-format on */

CADRE_AVAILABLE_IN_1_0
CadreResponsibility *cadre_responsibility_new (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_responsibility_get_post (CadreResponsibility *self);
CADRE_AVAILABLE_IN_1_0
void cadre_responsibility_set_post (CadreResponsibility *self, const char *post);

CADRE_AVAILABLE_IN_1_0
const char *cadre_responsibility_get_function_id (CadreResponsibility *self);
CADRE_AVAILABLE_IN_1_0
void cadre_responsibility_set_function_id (CadreResponsibility *self, const char *function_id);

CADRE_AVAILABLE_IN_1_0
CadreResponsibilityRole cadre_responsibility_get_role (CadreResponsibility *self);
CADRE_AVAILABLE_IN_1_0
void cadre_responsibility_set_role (CadreResponsibility *self, CadreResponsibilityRole role);

CADRE_AVAILABLE_IN_1_0
const char *cadre_responsibility_get_unit (CadreResponsibility *self);
CADRE_AVAILABLE_IN_1_0
void cadre_responsibility_set_unit (CadreResponsibility *self, const char *unit);

CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_responsibility_get_share (CadreResponsibility *self);
CADRE_AVAILABLE_IN_1_0
void cadre_responsibility_set_share (CadreResponsibility *self, const CadreFraction *share);

CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_responsibility_get_period (CadreResponsibility *self);
CADRE_AVAILABLE_IN_1_0
void cadre_responsibility_set_period (CadreResponsibility *self, const CadrePeriod *period);

CADRE_AVAILABLE_IN_1_0
const char *cadre_responsibility_get_note (CadreResponsibility *self);
CADRE_AVAILABLE_IN_1_0
void cadre_responsibility_set_note (CadreResponsibility *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_responsibility_get_source (CadreResponsibility *self);
CADRE_AVAILABLE_IN_1_0
void cadre_responsibility_set_source (CadreResponsibility *self, const char *source);

G_END_DECLS
