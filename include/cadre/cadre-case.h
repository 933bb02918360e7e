/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-declaration.h>
#include <cadre/cadre-log.h>
#include <cadre/cadre-pair.h>
#include <cadre/cadre-policy.h>
#include <cadre/cadre-redaction.h>
#include <cadre/cadre-structure.h>
#include <cadre/cadre-writer.h>

G_BEGIN_DECLS

#define CADRE_TYPE_CASE (cadre_case_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreCase, cadre_case, CADRE, CASE, GObject)

CADRE_AVAILABLE_IN_1_0
CadreCase *cadre_case_new (void) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreCase *cadre_case_load (GFile *file,
                            CadreLimits *limits,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_case_load_async (GFile *file,
                            CadreLimits *limits,
                            GCancellable *cancellable,
                            CadreProgressCallback progress,
                            gpointer progress_data,
                            GDestroyNotify progress_destroy,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreCase *cadre_case_load_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreCase *cadre_case_load_bytes (GBytes *bytes,
                                  CadreLimits *limits,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreCase *cadre_case_read (CadreReader *reader,
                            CadreLimits *limits,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gboolean cadre_case_write (CadreCase *self,
                           CadreRedaction *redaction,
                           CadreWriter *writer,
                           GCancellable *cancellable,
                           GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_case_save (CadreCase *self,
                          CadreRedaction *redaction,
                          GFile *file,
                          GCancellable *cancellable,
                          GError **error);
CADRE_AVAILABLE_IN_1_0
void cadre_case_save_async (CadreCase *self,
                            CadreRedaction *redaction,
                            GFile *file,
                            GCancellable *cancellable,
                            CadreProgressCallback progress,
                            gpointer progress_data,
                            GDestroyNotify progress_destroy,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_case_save_finish (CadreCase *self, GAsyncResult *result, GError **error);
CADRE_AVAILABLE_IN_1_0
char *cadre_case_to_text (CadreCase *self,
                          CadreRedaction *redaction,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_case_get_id (CadreCase *self);
CADRE_AVAILABLE_IN_1_0
void cadre_case_set_id (CadreCase *self, const char *id);
CADRE_AVAILABLE_IN_1_0
const char *cadre_case_get_title (CadreCase *self);
CADRE_AVAILABLE_IN_1_0
void cadre_case_set_title (CadreCase *self, const char *title);
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_case_get_before (CadreCase *self);
CADRE_AVAILABLE_IN_1_0
void cadre_case_set_before (CadreCase *self, CadreStructure *before);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_case_get_before_date (CadreCase *self);
CADRE_AVAILABLE_IN_1_0
void cadre_case_set_before_date (CadreCase *self, const CadreDate *date);
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_case_get_after (CadreCase *self);
CADRE_AVAILABLE_IN_1_0
void cadre_case_set_after (CadreCase *self, CadreStructure *after);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_case_get_after_date (CadreCase *self);
CADRE_AVAILABLE_IN_1_0
void cadre_case_set_after_date (CadreCase *self, const CadreDate *date);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_case_get_decision_date (CadreCase *self);
CADRE_AVAILABLE_IN_1_0
void cadre_case_set_decision_date (CadreCase *self, const CadreDate *date);
CADRE_AVAILABLE_IN_1_0
CadreLog *cadre_case_get_log (CadreCase *self);
CADRE_AVAILABLE_IN_1_0
void cadre_case_set_log (CadreCase *self, CadreLog *log);

CADRE_AVAILABLE_IN_1_0
void cadre_case_add_pair (CadreCase *self, CadrePair *pair);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_case_list_pairs (CadreCase *self);
CADRE_AVAILABLE_IN_1_0
void cadre_case_add_policy (CadreCase *self, CadrePolicy *policy);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_case_list_policies (CadreCase *self);
CADRE_AVAILABLE_IN_1_0
CadrePolicy *cadre_case_get_policy (CadreCase *self, const char *employer);
CADRE_AVAILABLE_IN_1_0
void cadre_case_add_declaration (CadreCase *self, CadreDeclaration *declaration);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_case_list_declarations (CadreCase *self);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_case_get_cut_off (CadreCase *self, CadreStage stage) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_case_set_cut_off (CadreCase *self, CadreStage stage, const CadreDate *date);

CADRE_AVAILABLE_IN_1_0
void cadre_case_set_scope (CadreCase *self, const char *const *posts);
CADRE_AVAILABLE_IN_1_0
char **cadre_case_dup_scope (CadreCase *self);
CADRE_AVAILABLE_IN_1_0
char **cadre_case_dup_notes (CadreCase *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_case_get_source (CadreCase *self);

G_END_DECLS
