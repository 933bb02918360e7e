/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_SUCCESSION (cadre_succession_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreSuccession, cadre_succession, CADRE, SUCCESSION, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreSuccession *cadre_succession_new (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreSuccessionKind cadre_succession_get_kind (CadreSuccession *self);
CADRE_AVAILABLE_IN_1_0
void cadre_succession_set_kind (CadreSuccession *self, CadreSuccessionKind kind);

CADRE_AVAILABLE_IN_1_0
const char *cadre_succession_get_predecessor (CadreSuccession *self);
CADRE_AVAILABLE_IN_1_0
void cadre_succession_set_predecessor (CadreSuccession *self, const char *predecessor);

CADRE_AVAILABLE_IN_1_0
const char *cadre_succession_get_successor (CadreSuccession *self);
CADRE_AVAILABLE_IN_1_0
void cadre_succession_set_successor (CadreSuccession *self, const char *successor);

CADRE_AVAILABLE_IN_1_0
const char *cadre_succession_get_rule (CadreSuccession *self);
CADRE_AVAILABLE_IN_1_0
void cadre_succession_set_rule (CadreSuccession *self, const char *rule);

CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_succession_get_period (CadreSuccession *self);
CADRE_AVAILABLE_IN_1_0
void cadre_succession_set_period (CadreSuccession *self, const CadrePeriod *period);

CADRE_AVAILABLE_IN_1_0
const char *cadre_succession_get_note (CadreSuccession *self);
CADRE_AVAILABLE_IN_1_0
void cadre_succession_set_note (CadreSuccession *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_succession_get_source (CadreSuccession *self);
CADRE_AVAILABLE_IN_1_0
void cadre_succession_set_source (CadreSuccession *self, const char *source);

G_END_DECLS
