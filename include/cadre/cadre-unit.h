/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_UNIT (cadre_unit_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreUnit, cadre_unit, CADRE, UNIT, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreUnit *cadre_unit_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_unit_get_name (CadreUnit *self, const char *language);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_set_name (CadreUnit *self, const char *language, const char *name);

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_unit_get_aliases (CadreUnit *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_set_aliases (CadreUnit *self, const char *const *aliases);

CADRE_AVAILABLE_IN_1_0
CadreUnitKind cadre_unit_get_kind (CadreUnit *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_set_kind (CadreUnit *self, CadreUnitKind kind);

CADRE_AVAILABLE_IN_1_0
const char *cadre_unit_get_parent (CadreUnit *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_set_parent (CadreUnit *self, const char *parent);

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_unit_get_organisations (CadreUnit *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_set_organisations (CadreUnit *self, const char *const *organisations);

CADRE_AVAILABLE_IN_1_0
const char *cadre_unit_get_site (CadreUnit *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_set_site (CadreUnit *self, const char *site);

CADRE_AVAILABLE_IN_1_0
const char *cadre_unit_get_area (CadreUnit *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_set_area (CadreUnit *self, const char *area);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_unit_get_outside (CadreUnit *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_set_outside (CadreUnit *self, CadreTruth outside);

CADRE_AVAILABLE_IN_1_0
const char *cadre_unit_get_cost_centre (CadreUnit *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_set_cost_centre (CadreUnit *self, const char *cost_centre);

CADRE_AVAILABLE_IN_1_0
int cadre_unit_get_order (CadreUnit *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_set_order (CadreUnit *self, int order);

CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_unit_get_period (CadreUnit *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_set_period (CadreUnit *self, const CadrePeriod *period);

CADRE_AVAILABLE_IN_1_0
const char *cadre_unit_get_attribute (CadreUnit *self, const char *name);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_set_attribute (CadreUnit *self, const char *name, const char *text);
CADRE_AVAILABLE_IN_1_0
char **cadre_unit_dup_attribute_names (CadreUnit *self);

CADRE_AVAILABLE_IN_1_0
const char *cadre_unit_get_note (CadreUnit *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_set_note (CadreUnit *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_unit_get_source (CadreUnit *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_set_source (CadreUnit *self, const char *source);

G_END_DECLS
