/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_TIER_SCALE (cadre_tier_scale_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreTierScale, cadre_tier_scale, CADRE, TIER_SCALE, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreTierScale *cadre_tier_scale_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_tier_scale_get_name (CadreTierScale *self, const char *language);
CADRE_AVAILABLE_IN_1_0
void cadre_tier_scale_set_name (CadreTierScale *self, const char *language, const char *name);

CADRE_AVAILABLE_IN_1_0
const char *cadre_tier_scale_get_organisation (CadreTierScale *self);
CADRE_AVAILABLE_IN_1_0
void cadre_tier_scale_set_organisation (CadreTierScale *self, const char *organisation);

CADRE_AVAILABLE_IN_1_0
int cadre_tier_scale_get_top_rung (CadreTierScale *self);
CADRE_AVAILABLE_IN_1_0
void cadre_tier_scale_set_top_rung (CadreTierScale *self, int top_rung);

CADRE_AVAILABLE_IN_1_0
const char *cadre_tier_scale_get_note (CadreTierScale *self);
CADRE_AVAILABLE_IN_1_0
void cadre_tier_scale_set_note (CadreTierScale *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_tier_scale_get_source (CadreTierScale *self);
CADRE_AVAILABLE_IN_1_0
void cadre_tier_scale_set_source (CadreTierScale *self, const char *source);

G_END_DECLS
