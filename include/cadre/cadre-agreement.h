/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_AGREEMENT (cadre_agreement_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreAgreement, cadre_agreement, CADRE, AGREEMENT, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreAgreement *cadre_agreement_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_agreement_get_name (CadreAgreement *self, const char *language);
CADRE_AVAILABLE_IN_1_0
void cadre_agreement_set_name (CadreAgreement *self, const char *language, const char *name);

CADRE_AVAILABLE_IN_1_0
CadreAgreementKind cadre_agreement_get_kind (CadreAgreement *self);
CADRE_AVAILABLE_IN_1_0
void cadre_agreement_set_kind (CadreAgreement *self, CadreAgreementKind kind);

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_agreement_get_parties (CadreAgreement *self);
CADRE_AVAILABLE_IN_1_0
void cadre_agreement_set_parties (CadreAgreement *self, const char *const *parties);

CADRE_AVAILABLE_IN_1_0
const char *cadre_agreement_get_notice (CadreAgreement *self);
CADRE_AVAILABLE_IN_1_0
void cadre_agreement_set_notice (CadreAgreement *self, const char *notice);

CADRE_AVAILABLE_IN_1_0
const char *cadre_agreement_get_payer (CadreAgreement *self);
CADRE_AVAILABLE_IN_1_0
void cadre_agreement_set_payer (CadreAgreement *self, const char *payer);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_agreement_get_return_right (CadreAgreement *self);
CADRE_AVAILABLE_IN_1_0
void cadre_agreement_set_return_right (CadreAgreement *self, CadreTruth return_right);

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_agreement_get_conditions (CadreAgreement *self);
CADRE_AVAILABLE_IN_1_0
void cadre_agreement_set_conditions (CadreAgreement *self, const char *const *conditions);

CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_agreement_get_period (CadreAgreement *self);
CADRE_AVAILABLE_IN_1_0
void cadre_agreement_set_period (CadreAgreement *self, const CadrePeriod *period);

CADRE_AVAILABLE_IN_1_0
const char *cadre_agreement_get_attribute (CadreAgreement *self, const char *name);
CADRE_AVAILABLE_IN_1_0
void cadre_agreement_set_attribute (CadreAgreement *self, const char *name, const char *text);
CADRE_AVAILABLE_IN_1_0
char **cadre_agreement_dup_attribute_names (CadreAgreement *self);

CADRE_AVAILABLE_IN_1_0
const char *cadre_agreement_get_note (CadreAgreement *self);
CADRE_AVAILABLE_IN_1_0
void cadre_agreement_set_note (CadreAgreement *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_agreement_get_source (CadreAgreement *self);
CADRE_AVAILABLE_IN_1_0
void cadre_agreement_set_source (CadreAgreement *self, const char *source);

G_END_DECLS
