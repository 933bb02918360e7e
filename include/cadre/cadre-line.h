/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_LINE (cadre_line_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreLine, cadre_line, CADRE, LINE, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreLine *cadre_line_new (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_line_get_post (CadreLine *self);
CADRE_AVAILABLE_IN_1_0
void cadre_line_set_post (CadreLine *self, const char *post);

CADRE_AVAILABLE_IN_1_0
CadreLineKind cadre_line_get_kind (CadreLine *self);
CADRE_AVAILABLE_IN_1_0
void cadre_line_set_kind (CadreLine *self, CadreLineKind kind);

CADRE_AVAILABLE_IN_1_0
const char *cadre_line_get_manager (CadreLine *self);
CADRE_AVAILABLE_IN_1_0
void cadre_line_set_manager (CadreLine *self, const char *manager);

CADRE_AVAILABLE_IN_1_0
const char *cadre_line_get_body (CadreLine *self);
CADRE_AVAILABLE_IN_1_0
void cadre_line_set_body (CadreLine *self, const char *body);

CADRE_AVAILABLE_IN_1_0
const char *cadre_line_get_unit (CadreLine *self);
CADRE_AVAILABLE_IN_1_0
void cadre_line_set_unit (CadreLine *self, const char *unit);

CADRE_AVAILABLE_IN_1_0
const char *cadre_line_get_agreement (CadreLine *self);
CADRE_AVAILABLE_IN_1_0
void cadre_line_set_agreement (CadreLine *self, const char *agreement);

CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_line_get_period (CadreLine *self);
CADRE_AVAILABLE_IN_1_0
void cadre_line_set_period (CadreLine *self, const CadrePeriod *period);

CADRE_AVAILABLE_IN_1_0
const char *cadre_line_get_note (CadreLine *self);
CADRE_AVAILABLE_IN_1_0
void cadre_line_set_note (CadreLine *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_line_get_source (CadreLine *self);
CADRE_AVAILABLE_IN_1_0
void cadre_line_set_source (CadreLine *self, const char *source);

G_END_DECLS
