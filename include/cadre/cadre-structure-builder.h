/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-structure.h>

G_BEGIN_DECLS

#define CADRE_TYPE_STRUCTURE_BUILDER (cadre_structure_builder_get_type ())

CADRE_AVAILABLE_IN_1_0
/* clang-format off */
G_DECLARE_FINAL_TYPE (CadreStructureBuilder, cadre_structure_builder, CADRE, STRUCTURE_BUILDER, GObject)
/* clang-format on */

CADRE_AVAILABLE_IN_1_0
CadreStructureBuilder *cadre_structure_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreStructureBuilder *
cadre_structure_builder_new_for_structure (CadreStructure *structure,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
void cadre_structure_builder_set_id (CadreStructureBuilder *self, const char *id);
CADRE_AVAILABLE_IN_1_0
void cadre_structure_builder_set_title (CadreStructureBuilder *self, const char *title);
CADRE_AVAILABLE_IN_1_0
void cadre_structure_builder_set_as_of (CadreStructureBuilder *self, const CadreDate *as_of);
CADRE_AVAILABLE_IN_1_0
void cadre_structure_builder_set_language (CadreStructureBuilder *self, const char *language);
CADRE_AVAILABLE_IN_1_0
void cadre_structure_builder_set_source (CadreStructureBuilder *self, const char *source);

CADRE_AVAILABLE_IN_1_0
gboolean
cadre_structure_builder_add (CadreStructureBuilder *self, CadreRecord *record, GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean
cadre_structure_builder_replace (CadreStructureBuilder *self, CadreRecord *record, GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_structure_builder_remove (CadreStructureBuilder *self,
                                         CadreRecordKind kind,
                                         const char *id,
                                         GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_structure_builder_remove_record (CadreStructureBuilder *self,
                                                CadreRecord *record,
                                                GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_structure_builder_set_manager (CadreStructureBuilder *self,
                                              const char *post,
                                              const char *manager,
                                              GError **error);

CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_structure_builder_build (CadreStructureBuilder *self,
                                               CadreLimits *limits,
                                               GCancellable *cancellable,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
