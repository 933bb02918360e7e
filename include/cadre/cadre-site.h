/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_SITE (cadre_site_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreSite, cadre_site, CADRE, SITE, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreSite *cadre_site_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_site_get_name (CadreSite *self, const char *language);
CADRE_AVAILABLE_IN_1_0
void cadre_site_set_name (CadreSite *self, const char *language, const char *name);

CADRE_AVAILABLE_IN_1_0
const char *cadre_site_get_organisation (CadreSite *self);
CADRE_AVAILABLE_IN_1_0
void cadre_site_set_organisation (CadreSite *self, const char *organisation);

CADRE_AVAILABLE_IN_1_0
const char *cadre_site_get_area (CadreSite *self);
CADRE_AVAILABLE_IN_1_0
void cadre_site_set_area (CadreSite *self, const char *area);

CADRE_AVAILABLE_IN_1_0
const char *cadre_site_get_attribute (CadreSite *self, const char *name);
CADRE_AVAILABLE_IN_1_0
void cadre_site_set_attribute (CadreSite *self, const char *name, const char *text);
CADRE_AVAILABLE_IN_1_0
char **cadre_site_dup_attribute_names (CadreSite *self);

CADRE_AVAILABLE_IN_1_0
const char *cadre_site_get_note (CadreSite *self);
CADRE_AVAILABLE_IN_1_0
void cadre_site_set_note (CadreSite *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_site_get_source (CadreSite *self);
CADRE_AVAILABLE_IN_1_0
void cadre_site_set_source (CadreSite *self, const char *source);

G_END_DECLS
