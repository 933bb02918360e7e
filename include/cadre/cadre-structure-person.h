/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-structure.h>

G_BEGIN_DECLS

CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_structure_export_person (CadreStructure *self,
                                               const char *person,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_structure_redact_person (CadreStructure *self,
                                               const char *person,
                                               GBytes *pseudonym_key,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
