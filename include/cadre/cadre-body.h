/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_BODY (cadre_body_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreBody, cadre_body, CADRE, BODY, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreBody *cadre_body_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_body_get_name (CadreBody *self, const char *language);
CADRE_AVAILABLE_IN_1_0
void cadre_body_set_name (CadreBody *self, const char *language, const char *name);

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_body_get_aliases (CadreBody *self);
CADRE_AVAILABLE_IN_1_0
void cadre_body_set_aliases (CadreBody *self, const char *const *aliases);

CADRE_AVAILABLE_IN_1_0
CadreBodyKind cadre_body_get_kind (CadreBody *self);
CADRE_AVAILABLE_IN_1_0
void cadre_body_set_kind (CadreBody *self, CadreBodyKind kind);

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_body_get_hosts (CadreBody *self);
CADRE_AVAILABLE_IN_1_0
void cadre_body_set_hosts (CadreBody *self, const char *const *hosts);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_body_get_decides (CadreBody *self);
CADRE_AVAILABLE_IN_1_0
void cadre_body_set_decides (CadreBody *self, CadreTruth decides);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_body_get_outside (CadreBody *self);
CADRE_AVAILABLE_IN_1_0
void cadre_body_set_outside (CadreBody *self, CadreTruth outside);

CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_body_get_period (CadreBody *self);
CADRE_AVAILABLE_IN_1_0
void cadre_body_set_period (CadreBody *self, const CadrePeriod *period);

CADRE_AVAILABLE_IN_1_0
const char *cadre_body_get_attribute (CadreBody *self, const char *name);
CADRE_AVAILABLE_IN_1_0
void cadre_body_set_attribute (CadreBody *self, const char *name, const char *text);
CADRE_AVAILABLE_IN_1_0
char **cadre_body_dup_attribute_names (CadreBody *self);

CADRE_AVAILABLE_IN_1_0
const char *cadre_body_get_note (CadreBody *self);
CADRE_AVAILABLE_IN_1_0
void cadre_body_set_note (CadreBody *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_body_get_source (CadreBody *self);
CADRE_AVAILABLE_IN_1_0
void cadre_body_set_source (CadreBody *self, const char *source);

G_END_DECLS
