/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <gio/gio.h>

#include <cadre/cadre-export.h>
#include <cadre/cadre-redaction.h>

G_BEGIN_DECLS

#define CADRE_TYPE_TRANSPARENCY (cadre_transparency_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreTransparency, cadre_transparency, CADRE, TRANSPARENCY, GObject)

CADRE_AVAILABLE_IN_1_0
CadreTransparency *cadre_transparency_new (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_transparency_get_organisation (CadreTransparency *self);
CADRE_AVAILABLE_IN_1_0
void cadre_transparency_set_organisation (CadreTransparency *self, const char *organisation);
CADRE_AVAILABLE_IN_1_0
guint cadre_transparency_get_levels (CadreTransparency *self);
CADRE_AVAILABLE_IN_1_0
void cadre_transparency_set_levels (CadreTransparency *self, guint levels);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_transparency_get_vacancies (CadreTransparency *self);
CADRE_AVAILABLE_IN_1_0
void cadre_transparency_set_vacancies (CadreTransparency *self, gboolean vacancies);
CADRE_AVAILABLE_IN_1_0
const char *cadre_transparency_get_contact_attribute (CadreTransparency *self);
CADRE_AVAILABLE_IN_1_0
void cadre_transparency_set_contact_attribute (CadreTransparency *self,
                                               const char *contact_attribute);
CADRE_AVAILABLE_IN_1_0
const char *cadre_transparency_get_salary_attribute (CadreTransparency *self);
CADRE_AVAILABLE_IN_1_0
void cadre_transparency_set_salary_attribute (CadreTransparency *self,
                                              const char *salary_attribute);

CADRE_AVAILABLE_IN_1_0
CadreExport *cadre_transparency_write (CadreTransparency *self,
                                       CadreStructure *structure,
                                       CadreRedaction *redaction,
                                       GCancellable *cancellable,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
