/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-issue-list.h>
#include <cadre/cadre-limits.h>
#include <cadre/cadre-outcomes.h>

G_BEGIN_DECLS

#define CADRE_TYPE_SEALED_CASE (cadre_sealed_case_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreSealedCase, cadre_sealed_case, CADRE, SEALED_CASE, GObject)

CADRE_AVAILABLE_IN_1_0
CadreSealedCase *cadre_sealed_case_new (CadreOutcomes *outcomes,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreSealedCase *cadre_sealed_case_load (GFile *file,
                                         CadreLimits *limits,
                                         GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_sealed_case_load_async (GFile *file,
                                   CadreLimits *limits,
                                   GCancellable *cancellable,
                                   CadreProgressCallback progress,
                                   gpointer progress_data,
                                   GDestroyNotify progress_destroy,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreSealedCase *cadre_sealed_case_load_finish (GAsyncResult *result,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreSealedCase *cadre_sealed_case_load_bytes (GBytes *bytes,
                                               CadreLimits *limits,
                                               GCancellable *cancellable,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gboolean cadre_sealed_case_save (CadreSealedCase *self,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 GError **error);
CADRE_AVAILABLE_IN_1_0
void cadre_sealed_case_save_async (CadreSealedCase *self,
                                   GFile *file,
                                   GCancellable *cancellable,
                                   CadreProgressCallback progress,
                                   gpointer progress_data,
                                   GDestroyNotify progress_destroy,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
CADRE_AVAILABLE_IN_1_0
gboolean
cadre_sealed_case_save_finish (CadreSealedCase *self, GAsyncResult *result, GError **error);
CADRE_AVAILABLE_IN_1_0
char *cadre_sealed_case_to_text (CadreSealedCase *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
const char *cadre_sealed_case_get_library_version (CadreSealedCase *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_sealed_case_get_rules_hash (CadreSealedCase *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_sealed_case_get_case_hash (CadreSealedCase *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_sealed_case_get_outcomes_hash (CadreSealedCase *self);
CADRE_AVAILABLE_IN_1_0
CadreCase *cadre_sealed_case_load_case (CadreSealedCase *self,
                                        CadreLimits *limits,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_sealed_case_verify (CadreSealedCase *self,
                                          CadreLimits *limits,
                                          GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
