/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-diff.h>
#include <cadre/cadre-issue-list.h>
#include <cadre/cadre-limits.h>
#include <cadre/cadre-patch-operation.h>
#include <cadre/cadre-reader.h>
#include <cadre/cadre-redaction.h>

G_BEGIN_DECLS

#define CADRE_TYPE_PATCH (cadre_patch_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadrePatch, cadre_patch, CADRE, PATCH, GObject)

CADRE_AVAILABLE_IN_1_0
CadrePatch *cadre_patch_new (CadreDiff *diff, GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
gboolean cadre_patch_is_empty (CadrePatch *self);
CADRE_AVAILABLE_IN_1_0
CadrePatchOperation *cadre_patch_get_operation (CadrePatch *self,
                                                guint position) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
const char *cadre_patch_get_language (CadrePatch *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_patch_get_identity_before (CadrePatch *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_patch_get_identity_after (CadrePatch *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_patch_equal (CadrePatch *self, CadrePatch *other);

CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_patch_apply (CadrePatch *self,
                                   CadreStructure *before,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_patch_check (CadrePatch *self,
                                   CadreStructure *before,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadrePatch *cadre_patch_invert (CadrePatch *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadrePatch *cadre_patch_compose (CadrePatch *first,
                                 CadrePatch *second,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
guint *
cadre_patch_list_needs (CadrePatch *self, guint position, gsize *n_needs) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
guint *cadre_patch_list_conflicts (CadrePatch *self,
                                   guint position,
                                   gsize *n_conflicts) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadrePatch *cadre_patch_select (CadrePatch *self,
                                const guint *positions,
                                gsize n_positions,
                                CadreStructure *before,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadrePatch *cadre_patch_read (CadreReader *reader,
                              CadreLimits *limits,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadrePatch *cadre_patch_load (GFile *file,
                              CadreLimits *limits,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadrePatch *cadre_patch_load_bytes (GBytes *bytes,
                                    CadreLimits *limits,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_patch_load_async (GFile *file,
                             CadreLimits *limits,
                             GCancellable *cancellable,
                             CadreProgressCallback progress,
                             gpointer progress_data,
                             GDestroyNotify progress_destroy,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadrePatch *cadre_patch_load_finish (GAsyncResult *result,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gboolean cadre_patch_write (CadrePatch *self,
                            CadreRedaction *redaction,
                            CadreWriter *writer,
                            GCancellable *cancellable,
                            GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_patch_save (CadrePatch *self,
                           CadreRedaction *redaction,
                           GFile *file,
                           GCancellable *cancellable,
                           GError **error);
CADRE_AVAILABLE_IN_1_0
void cadre_patch_save_async (CadrePatch *self,
                             CadreRedaction *redaction,
                             GFile *file,
                             GCancellable *cancellable,
                             CadreProgressCallback progress,
                             gpointer progress_data,
                             GDestroyNotify progress_destroy,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_patch_save_finish (CadrePatch *self, GAsyncResult *result, GError **error);
CADRE_AVAILABLE_IN_1_0
char *cadre_patch_to_text (CadrePatch *self,
                           CadreRedaction *redaction,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
