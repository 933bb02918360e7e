/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <gio/gio.h>

#include <cadre/cadre-issue-list.h>

G_BEGIN_DECLS

#define CADRE_TYPE_EXPORT (cadre_export_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreExport, cadre_export, CADRE, EXPORT, GObject)

CADRE_AVAILABLE_IN_1_0
guint cadre_export_get_n_files (CadreExport *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_export_get_name (CadreExport *self, guint position);
CADRE_AVAILABLE_IN_1_0
const char *cadre_export_get_content_type (CadreExport *self, guint position);
CADRE_AVAILABLE_IN_1_0
GBytes *cadre_export_get_bytes (CadreExport *self, guint position);
CADRE_AVAILABLE_IN_1_0
GBytes *cadre_export_find_bytes (CadreExport *self, const char *name);
CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_export_get_issues (CadreExport *self);

CADRE_AVAILABLE_IN_1_0
gboolean
cadre_export_save (CadreExport *self, GFile *folder, GCancellable *cancellable, GError **error);
CADRE_AVAILABLE_IN_1_0
void cadre_export_save_async (CadreExport *self,
                              GFile *folder,
                              GCancellable *cancellable,
                              CadreProgressCallback progress,
                              gpointer progress_data,
                              GDestroyNotify progress_destroy,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_export_save_finish (CadreExport *self, GAsyncResult *result, GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_export_save_file (CadreExport *self,
                                 guint position,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 GError **error);
CADRE_AVAILABLE_IN_1_0
void cadre_export_save_file_async (CadreExport *self,
                                   guint position,
                                   GFile *file,
                                   GCancellable *cancellable,
                                   CadreProgressCallback progress,
                                   gpointer progress_data,
                                   GDestroyNotify progress_destroy,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_export_save_file_finish (CadreExport *self, GAsyncResult *result, GError **error);

G_END_DECLS
