/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-issue-list.h>
#include <cadre/cadre-limits.h>
#include <cadre/cadre-log-entry.h>
#include <cadre/cadre-matching-error.h>
#include <cadre/cadre-structure.h>

G_BEGIN_DECLS

#define CADRE_TYPE_LOG (cadre_log_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreLog, cadre_log, CADRE, LOG, GObject)

CADRE_AVAILABLE_IN_1_0
CadreLog *cadre_log_new (void) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreLog *cadre_log_load (GFile *file,
                          CadreLimits *limits,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_log_load_async (GFile *file,
                           CadreLimits *limits,
                           GCancellable *cancellable,
                           CadreProgressCallback progress,
                           gpointer progress_data,
                           GDestroyNotify progress_destroy,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreLog *cadre_log_load_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreLog *cadre_log_load_bytes (GBytes *bytes,
                                CadreLimits *limits,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
void cadre_log_append (CadreLog *self, CadreLogEntry *entry);
CADRE_AVAILABLE_IN_1_0
CadreLogEntry *cadre_log_get_entry (CadreLog *self, guint position) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreLog *cadre_log_head_of (CadreLog *self, guint n_events) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_log_get_issues (CadreLog *self);

CADRE_AVAILABLE_IN_1_0
gboolean cadre_log_is_chained (CadreLog *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_log_chain (CadreLog *self, GError **error);
CADRE_AVAILABLE_IN_1_0
const char *cadre_log_get_head (CadreLog *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_log_verify (CadreLog *self, const char *head, guint *n_good, GError **error);

CADRE_AVAILABLE_IN_1_0
char *cadre_log_to_text (CadreLog *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gboolean cadre_log_save (CadreLog *self, GFile *file, GCancellable *cancellable, GError **error);
CADRE_AVAILABLE_IN_1_0
void cadre_log_save_async (CadreLog *self,
                           GFile *file,
                           GCancellable *cancellable,
                           CadreProgressCallback progress,
                           gpointer progress_data,
                           GDestroyNotify progress_destroy,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_log_save_finish (CadreLog *self, GAsyncResult *result, GError **error);

CADRE_AVAILABLE_IN_1_0
CadreLog *cadre_log_export_person (CadreLog *self,
                                   CadreStructure *structure,
                                   const char *person,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreLog *cadre_log_redact_person (CadreLog *self,
                                   CadreStructure *structure,
                                   const char *person,
                                   GBytes *pseudonym_key,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
