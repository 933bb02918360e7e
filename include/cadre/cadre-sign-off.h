/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <gio/gio.h>

#include <cadre/cadre-date.h>
#include <cadre/cadre-limits.h>
#include <cadre/cadre-reconciliation.h>
#include <cadre/cadre-writer.h>

G_BEGIN_DECLS

/**
 * CadreSignOffRole:
 * @CADRE_SIGN_OFF_ROLE_UNKNOWN: not stated
 * @CADRE_SIGN_OFF_ROLE_MANAGER: for the managers
 * @CADRE_SIGN_OFF_ROLE_UNION: for the recognised trade unions
 * @CADRE_SIGN_OFF_ROLE_FINANCE: for finance
 * @CADRE_SIGN_OFF_ROLE_HUMAN_RESOURCES: for human resources
 * @CADRE_SIGN_OFF_ROLE_PAYROLL: for payroll
 * @CADRE_SIGN_OFF_ROLE_OTHER: for others
 *
 * For whom somebody signs a baseline.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_SIGN_OFF_ROLE_UNKNOWN = 0,
  CADRE_SIGN_OFF_ROLE_MANAGER = 1,
  CADRE_SIGN_OFF_ROLE_UNION = 2,
  CADRE_SIGN_OFF_ROLE_FINANCE = 3,
  CADRE_SIGN_OFF_ROLE_HUMAN_RESOURCES = 4,
  CADRE_SIGN_OFF_ROLE_PAYROLL = 5,
  CADRE_SIGN_OFF_ROLE_OTHER = 6,
} CadreSignOffRole;

#define CADRE_TYPE_SIGN_OFF (cadre_sign_off_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreSignOff, cadre_sign_off, CADRE, SIGN_OFF, GObject)

CADRE_AVAILABLE_IN_1_0
CadreSignOff *cadre_sign_off_new (CadreReconciliation *reconciliation,
                                  const char *who,
                                  CadreSignOffRole role,
                                  const CadreDate *date,
                                  const char *scope,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreSignOff *cadre_sign_off_load (GFile *file,
                                   CadreLimits *limits,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_sign_off_load_async (GFile *file,
                                CadreLimits *limits,
                                GCancellable *cancellable,
                                CadreProgressCallback progress,
                                gpointer progress_data,
                                GDestroyNotify progress_destroy,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreSignOff *cadre_sign_off_load_finish (GAsyncResult *result,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreSignOff *cadre_sign_off_load_bytes (GBytes *bytes,
                                         CadreLimits *limits,
                                         GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_sign_off_write (CadreSignOff *self, CadreWriter *writer);

CADRE_AVAILABLE_IN_1_0
const char *cadre_sign_off_get_who (CadreSignOff *self);
CADRE_AVAILABLE_IN_1_0
CadreSignOffRole cadre_sign_off_get_role (CadreSignOff *self);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_sign_off_get_date (CadreSignOff *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_sign_off_get_scope (CadreSignOff *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_sign_off_get_hash (CadreSignOff *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_sign_off_get_n_rows (CadreSignOff *self);

CADRE_AVAILABLE_IN_1_0
gboolean
cadre_sign_off_stands (CadreSignOff *self, CadreReconciliation *reconciliation, GError **error);
CADRE_AVAILABLE_IN_1_0
char **cadre_sign_off_dup_changed_keys (CadreSignOff *self,
                                        CadreReconciliation *reconciliation,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
