/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-change-event.h>
#include <cadre/cadre-limits.h>
#include <cadre/cadre-reader.h>
#include <cadre/cadre-redaction.h>
#include <cadre/cadre-response.h>
#include <cadre/cadre-writer.h>

G_BEGIN_DECLS

#define CADRE_TYPE_RESPONSES (cadre_responses_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreResponses, cadre_responses, CADRE, RESPONSES, GObject)

CADRE_AVAILABLE_IN_1_0
CadreResponses *cadre_responses_new (const char *title,
                                     GPtrArray *responses,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreResponses *cadre_responses_load (GFile *file,
                                      CadreLimits *limits,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_responses_load_async (GFile *file,
                                 CadreLimits *limits,
                                 GCancellable *cancellable,
                                 CadreProgressCallback progress,
                                 gpointer progress_data,
                                 GDestroyNotify progress_destroy,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreResponses *cadre_responses_load_finish (GAsyncResult *result,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreResponses *cadre_responses_load_bytes (GBytes *bytes,
                                            CadreLimits *limits,
                                            GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreResponses *cadre_responses_read (CadreReader *reader,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreResponses *cadre_responses_redact (CadreResponses *self,
                                        CadreRedaction *redaction) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_responses_write (CadreResponses *self, CadreRedaction *redaction, CadreWriter *writer);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_responses_save (CadreResponses *self,
                               CadreRedaction *redaction,
                               GFile *file,
                               GCancellable *cancellable,
                               GError **error);
CADRE_AVAILABLE_IN_1_0
void cadre_responses_save_async (CadreResponses *self,
                                 CadreRedaction *redaction,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 CadreProgressCallback progress,
                                 gpointer progress_data,
                                 GDestroyNotify progress_destroy,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_responses_save_finish (CadreResponses *self, GAsyncResult *result, GError **error);

CADRE_AVAILABLE_IN_1_0
const char *cadre_responses_get_title (CadreResponses *self);
CADRE_AVAILABLE_IN_1_0
CadreResponse *cadre_responses_get_response (CadreResponses *self,
                                             guint position) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreResponse *cadre_responses_find (CadreResponses *self,
                                     const char *id) G_GNUC_WARN_UNUSED_RESULT;

/**
 * CadreResponseRowKind:
 * @CADRE_RESPONSE_ROW_KIND_CHANGED: a response that led to changes
 * @CADRE_RESPONSE_ROW_KIND_NOT_CHANGED: a response that led to none
 * @CADRE_RESPONSE_ROW_KIND_NOT_ASKED: something happened that no response asked for
 *
 * What a row of a #CadreResponseTable is.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_RESPONSE_ROW_KIND_CHANGED = 0,
  CADRE_RESPONSE_ROW_KIND_NOT_CHANGED = 1,
  CADRE_RESPONSE_ROW_KIND_NOT_ASKED = 2,
} CadreResponseRowKind;

#define CADRE_TYPE_RESPONSE_ROW (cadre_response_row_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreResponseRow, cadre_response_row, CADRE, RESPONSE_ROW, GObject)

CADRE_AVAILABLE_IN_1_0
CadreResponseRowKind cadre_response_row_get_kind (CadreResponseRow *self);
CADRE_AVAILABLE_IN_1_0
CadreResponse *cadre_response_row_get_response (CadreResponseRow *self);
CADRE_AVAILABLE_IN_1_0
CadreChangeEvent *cadre_response_row_get_event (CadreResponseRow *self);
CADRE_AVAILABLE_IN_1_0
CadreChange *cadre_response_row_get_change (CadreResponseRow *self,
                                            guint position) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
char *cadre_response_row_to_string (CadreResponseRow *self) G_GNUC_WARN_UNUSED_RESULT;

#define CADRE_TYPE_RESPONSE_TABLE (cadre_response_table_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreResponseTable, cadre_response_table, CADRE, RESPONSE_TABLE, GObject)

CADRE_AVAILABLE_IN_1_0
CadreResponseTable *cadre_responses_compare (CadreResponses *self,
                                             CadreDiff *diff,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreResponseRow *cadre_response_table_get_row (CadreResponseTable *self,
                                                guint position) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
guint cadre_response_table_count (CadreResponseTable *self, CadreResponseRowKind kind);
CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_response_table_get_issues (CadreResponseTable *self);

G_END_DECLS
