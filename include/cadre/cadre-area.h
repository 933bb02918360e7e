/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_AREA (cadre_area_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreArea, cadre_area, CADRE, AREA, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreArea *cadre_area_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_area_get_name (CadreArea *self, const char *language);
CADRE_AVAILABLE_IN_1_0
void cadre_area_set_name (CadreArea *self, const char *language, const char *name);

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_area_get_aliases (CadreArea *self);
CADRE_AVAILABLE_IN_1_0
void cadre_area_set_aliases (CadreArea *self, const char *const *aliases);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_area_get_fixed (CadreArea *self);
CADRE_AVAILABLE_IN_1_0
void cadre_area_set_fixed (CadreArea *self, CadreTruth fixed);

CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_area_get_period (CadreArea *self);
CADRE_AVAILABLE_IN_1_0
void cadre_area_set_period (CadreArea *self, const CadrePeriod *period);

CADRE_AVAILABLE_IN_1_0
const char *cadre_area_get_attribute (CadreArea *self, const char *name);
CADRE_AVAILABLE_IN_1_0
void cadre_area_set_attribute (CadreArea *self, const char *name, const char *text);
CADRE_AVAILABLE_IN_1_0
char **cadre_area_dup_attribute_names (CadreArea *self);

CADRE_AVAILABLE_IN_1_0
const char *cadre_area_get_note (CadreArea *self);
CADRE_AVAILABLE_IN_1_0
void cadre_area_set_note (CadreArea *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_area_get_source (CadreArea *self);
CADRE_AVAILABLE_IN_1_0
void cadre_area_set_source (CadreArea *self, const char *source);

G_END_DECLS
