/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <gio/gio.h>

#include <cadre/cadre-reconciliation.h>

G_BEGIN_DECLS

#define CADRE_TYPE_RECONCILER (cadre_reconciler_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreReconciler, cadre_reconciler, CADRE, RECONCILER, GObject)

CADRE_AVAILABLE_IN_1_0
CadreReconciler *cadre_reconciler_new (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreRecordKind cadre_reconciler_get_record_kind (CadreReconciler *self);
CADRE_AVAILABLE_IN_1_0
void cadre_reconciler_set_record_kind (CadreReconciler *self, CadreRecordKind record_kind);
CADRE_AVAILABLE_IN_1_0
const char *cadre_reconciler_get_key (CadreReconciler *self);
CADRE_AVAILABLE_IN_1_0
void cadre_reconciler_set_key (CadreReconciler *self, const char *key);
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_reconciler_get_fields (CadreReconciler *self);
CADRE_AVAILABLE_IN_1_0
void cadre_reconciler_set_fields (CadreReconciler *self, const char *const *fields);
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_reconciler_get_labels (CadreReconciler *self);
CADRE_AVAILABLE_IN_1_0
void cadre_reconciler_set_labels (CadreReconciler *self, const char *const *labels);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_reconciler_get_pairs (CadreReconciler *self);
CADRE_AVAILABLE_IN_1_0
void cadre_reconciler_set_pairs (CadreReconciler *self, GListModel *pairs);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_reconciler_get_third_pairs (CadreReconciler *self);
CADRE_AVAILABLE_IN_1_0
void cadre_reconciler_set_third_pairs (CadreReconciler *self, GListModel *third_pairs);

CADRE_AVAILABLE_IN_1_0
CadreReconciliation *cadre_reconciler_run (CadreReconciler *self,
                                           CadreStructure *first,
                                           CadreStructure *second,
                                           CadreStructure *third,
                                           GCancellable *cancellable,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
