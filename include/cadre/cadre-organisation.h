/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_ORGANISATION (cadre_organisation_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreOrganisation, cadre_organisation, CADRE, ORGANISATION, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreOrganisation *cadre_organisation_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_organisation_get_name (CadreOrganisation *self, const char *language);
CADRE_AVAILABLE_IN_1_0
void cadre_organisation_set_name (CadreOrganisation *self, const char *language, const char *name);

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_organisation_get_aliases (CadreOrganisation *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organisation_set_aliases (CadreOrganisation *self, const char *const *aliases);

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_organisation_get_identifiers (CadreOrganisation *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organisation_set_identifiers (CadreOrganisation *self, const char *const *identifiers);

CADRE_AVAILABLE_IN_1_0
CadreOrganisationKind cadre_organisation_get_kind (CadreOrganisation *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organisation_set_kind (CadreOrganisation *self, CadreOrganisationKind kind);

CADRE_AVAILABLE_IN_1_0
CadreNation cadre_organisation_get_nation (CadreOrganisation *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organisation_set_nation (CadreOrganisation *self, CadreNation nation);

CADRE_AVAILABLE_IN_1_0
const char *cadre_organisation_get_sector (CadreOrganisation *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organisation_set_sector (CadreOrganisation *self, const char *sector);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_organisation_get_outside (CadreOrganisation *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organisation_set_outside (CadreOrganisation *self, CadreTruth outside);

CADRE_AVAILABLE_IN_1_0
const char *cadre_organisation_get_tier_scale (CadreOrganisation *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organisation_set_tier_scale (CadreOrganisation *self, const char *tier_scale);

CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_organisation_get_standard_hours (CadreOrganisation *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organisation_set_standard_hours (CadreOrganisation *self,
                                            const CadreFraction *standard_hours);

CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_organisation_get_period (CadreOrganisation *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organisation_set_period (CadreOrganisation *self, const CadrePeriod *period);

CADRE_AVAILABLE_IN_1_0
const char *cadre_organisation_get_attribute (CadreOrganisation *self, const char *name);
CADRE_AVAILABLE_IN_1_0
void cadre_organisation_set_attribute (CadreOrganisation *self, const char *name, const char *text);
CADRE_AVAILABLE_IN_1_0
char **cadre_organisation_dup_attribute_names (CadreOrganisation *self);

CADRE_AVAILABLE_IN_1_0
const char *cadre_organisation_get_note (CadreOrganisation *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organisation_set_note (CadreOrganisation *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_organisation_get_source (CadreOrganisation *self);
CADRE_AVAILABLE_IN_1_0
void cadre_organisation_set_source (CadreOrganisation *self, const char *source);

G_END_DECLS
