/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_AREA_PART (cadre_area_part_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreAreaPart, cadre_area_part, CADRE, AREA_PART, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreAreaPart *cadre_area_part_new (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_area_part_get_area (CadreAreaPart *self);
CADRE_AVAILABLE_IN_1_0
void cadre_area_part_set_area (CadreAreaPart *self, const char *area);

CADRE_AVAILABLE_IN_1_0
const char *cadre_area_part_get_part (CadreAreaPart *self);
CADRE_AVAILABLE_IN_1_0
void cadre_area_part_set_part (CadreAreaPart *self, const char *part);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_area_part_get_partial (CadreAreaPart *self);
CADRE_AVAILABLE_IN_1_0
void cadre_area_part_set_partial (CadreAreaPart *self, CadreTruth partial);

CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_area_part_get_period (CadreAreaPart *self);
CADRE_AVAILABLE_IN_1_0
void cadre_area_part_set_period (CadreAreaPart *self, const CadrePeriod *period);

CADRE_AVAILABLE_IN_1_0
const char *cadre_area_part_get_note (CadreAreaPart *self);
CADRE_AVAILABLE_IN_1_0
void cadre_area_part_set_note (CadreAreaPart *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_area_part_get_source (CadreAreaPart *self);
CADRE_AVAILABLE_IN_1_0
void cadre_area_part_set_source (CadreAreaPart *self, const char *source);

G_END_DECLS
