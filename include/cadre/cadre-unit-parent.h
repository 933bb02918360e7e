/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_UNIT_PARENT (cadre_unit_parent_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreUnitParent, cadre_unit_parent, CADRE, UNIT_PARENT, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreUnitParent *cadre_unit_parent_new (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_unit_parent_get_unit (CadreUnitParent *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_parent_set_unit (CadreUnitParent *self, const char *unit);

CADRE_AVAILABLE_IN_1_0
const char *cadre_unit_parent_get_parent (CadreUnitParent *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_parent_set_parent (CadreUnitParent *self, const char *parent);

CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_unit_parent_get_period (CadreUnitParent *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_parent_set_period (CadreUnitParent *self, const CadrePeriod *period);

CADRE_AVAILABLE_IN_1_0
const char *cadre_unit_parent_get_note (CadreUnitParent *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_parent_set_note (CadreUnitParent *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_unit_parent_get_source (CadreUnitParent *self);
CADRE_AVAILABLE_IN_1_0
void cadre_unit_parent_set_source (CadreUnitParent *self, const char *source);

G_END_DECLS
