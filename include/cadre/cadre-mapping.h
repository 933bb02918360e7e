/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-mapping-settings.h>
#include <cadre/cadre-pair.h>
#include <cadre/cadre-structure.h>
#include <cadre/cadre-twin-group.h>

G_BEGIN_DECLS

#define CADRE_TYPE_MAPPING (cadre_mapping_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreMapping, cadre_mapping, CADRE, MAPPING, GObject)

CADRE_AVAILABLE_IN_1_0
CadreMapping *cadre_mapping_new (CadreStructure *before,
                                 CadreStructure *after,
                                 GListModel *confirmed,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreMapping *cadre_mapping_new_by_evidence (CadreStructure *before,
                                             CadreStructure *after,
                                             GListModel *confirmed,
                                             CadreMappingSettings *settings,
                                             GCancellable *cancellable,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_mapping_new_by_evidence_async (CadreStructure *before,
                                          CadreStructure *after,
                                          GListModel *confirmed,
                                          CadreMappingSettings *settings,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreMapping *cadre_mapping_new_by_evidence_finish (GAsyncResult *result,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_mapping_get_before (CadreMapping *self);
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_mapping_get_after (CadreMapping *self);
CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_mapping_get_issues (CadreMapping *self);
CADRE_AVAILABLE_IN_1_0
CadrePair *cadre_mapping_get_pair (CadreMapping *self, guint position) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_mapping_get_same_after (CadreMapping *self, const char *before_id);
CADRE_AVAILABLE_IN_1_0
const char *cadre_mapping_get_same_before (CadreMapping *self, const char *after_id);
CADRE_AVAILABLE_IN_1_0
char **cadre_mapping_dup_successors (CadreMapping *self,
                                     const char *before_id) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
char **cadre_mapping_dup_predecessors (CadreMapping *self,
                                       const char *after_id) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreLineageKind cadre_mapping_get_kind_after (CadreMapping *self, const char *after_id);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_mapping_is_created (CadreMapping *self, const char *after_id);

CADRE_AVAILABLE_IN_1_0
GListModel *cadre_mapping_list_reviews (CadreMapping *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_mapping_list_refused (CadreMapping *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_mapping_list_twin_groups (CadreMapping *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gboolean cadre_mapping_is_rekeyed (CadreMapping *self);
CADRE_AVAILABLE_IN_1_0
char **cadre_mapping_dup_rekeyed_organisations (CadreMapping *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
const char *cadre_mapping_get_same_unit_after (CadreMapping *self, const char *before_id);

G_END_DECLS
