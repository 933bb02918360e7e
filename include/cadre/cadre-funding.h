/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_FUNDING (cadre_funding_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreFunding, cadre_funding, CADRE, FUNDING, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreFunding *cadre_funding_new (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_funding_get_post (CadreFunding *self);
CADRE_AVAILABLE_IN_1_0
void cadre_funding_set_post (CadreFunding *self, const char *post);

CADRE_AVAILABLE_IN_1_0
const char *cadre_funding_get_funder (CadreFunding *self);
CADRE_AVAILABLE_IN_1_0
void cadre_funding_set_funder (CadreFunding *self, const char *funder);

CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_funding_get_share (CadreFunding *self);
CADRE_AVAILABLE_IN_1_0
void cadre_funding_set_share (CadreFunding *self, const CadreFraction *share);

CADRE_AVAILABLE_IN_1_0
const char *cadre_funding_get_grant (CadreFunding *self);
CADRE_AVAILABLE_IN_1_0
void cadre_funding_set_grant (CadreFunding *self, const char *grant);

CADRE_AVAILABLE_IN_1_0
const char *cadre_funding_get_agreement (CadreFunding *self);
CADRE_AVAILABLE_IN_1_0
void cadre_funding_set_agreement (CadreFunding *self, const char *agreement);

CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_funding_get_period (CadreFunding *self);
CADRE_AVAILABLE_IN_1_0
void cadre_funding_set_period (CadreFunding *self, const CadrePeriod *period);

CADRE_AVAILABLE_IN_1_0
const char *cadre_funding_get_note (CadreFunding *self);
CADRE_AVAILABLE_IN_1_0
void cadre_funding_set_note (CadreFunding *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_funding_get_source (CadreFunding *self);
CADRE_AVAILABLE_IN_1_0
void cadre_funding_set_source (CadreFunding *self, const char *source);

G_END_DECLS
