/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <gio/gio.h>

#include <cadre/cadre-export.h>
#include <cadre/cadre-reconciled-row.h>
#include <cadre/cadre-redaction.h>
#include <cadre/cadre-writer.h>

G_BEGIN_DECLS

#define CADRE_TYPE_RECONCILIATION (cadre_reconciliation_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreReconciliation, cadre_reconciliation, CADRE, RECONCILIATION, GObject)

CADRE_AVAILABLE_IN_1_0
guint cadre_reconciliation_get_n_sides (CadreReconciliation *self);
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_reconciliation_get_structure (CadreReconciliation *self, guint side);
CADRE_AVAILABLE_IN_1_0
const char *cadre_reconciliation_get_label (CadreReconciliation *self, guint side);
CADRE_AVAILABLE_IN_1_0
CadreRecordKind cadre_reconciliation_get_record_kind (CadreReconciliation *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_reconciliation_get_key (CadreReconciliation *self);
CADRE_AVAILABLE_IN_1_0
char **cadre_reconciliation_dup_fields (CadreReconciliation *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_reconciliation_get_issues (CadreReconciliation *self);

CADRE_AVAILABLE_IN_1_0
gboolean cadre_reconciliation_is_agreed (CadreReconciliation *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_reconciliation_get_n_rows (CadreReconciliation *self, CadreReconciledKind kind);
CADRE_AVAILABLE_IN_1_0
guint cadre_reconciliation_get_n_records (CadreReconciliation *self,
                                          CadreReconciledKind kind,
                                          guint side);
CADRE_AVAILABLE_IN_1_0
guint cadre_reconciliation_get_n_withheld (CadreReconciliation *self, guint side);
CADRE_AVAILABLE_IN_1_0
guint cadre_reconciliation_get_n_of_field (CadreReconciliation *self,
                                           const char *field,
                                           CadreFieldResult result);
CADRE_AVAILABLE_IN_1_0
CadreReconciledRow *cadre_reconciliation_get_row (CadreReconciliation *self,
                                                  guint position) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreReconciliation *cadre_reconciliation_redact (CadreReconciliation *self,
                                                  CadreRedaction *redaction,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreExport *cadre_reconciliation_write_csv (CadreReconciliation *self,
                                             CadreRedaction *redaction,
                                             GCancellable *cancellable,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gboolean cadre_reconciliation_write (CadreReconciliation *self,
                                     CadreRedaction *redaction,
                                     CadreWriter *writer,
                                     GError **error);

G_END_DECLS
