/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-change.h>
#include <cadre/cadre-diff-error.h>
#include <cadre/cadre-mapping.h>
#include <cadre/cadre-writer.h>

G_BEGIN_DECLS

#define CADRE_TYPE_DIFF (cadre_diff_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreDiff, cadre_diff, CADRE, DIFF, GObject)

CADRE_AVAILABLE_IN_1_0
CadreDiff *cadre_diff_new (CadreStructure *before,
                           CadreStructure *after,
                           CadreMapping *mapping,
                           GCancellable *cancellable,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_diff_get_before (CadreDiff *self);
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_diff_get_after (CadreDiff *self);
CADRE_AVAILABLE_IN_1_0
CadreMapping *cadre_diff_get_mapping (CadreDiff *self);
CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_diff_get_issues (CadreDiff *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_diff_is_empty (CadreDiff *self);

CADRE_AVAILABLE_IN_1_0
CadreChange *cadre_diff_get_change (CadreDiff *self, guint position) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
guint cadre_diff_count (CadreDiff *self, CadreChangeKind kind);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_diff_list_for (CadreDiff *self,
                                 CadreRecordKind kind,
                                 const char *id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadrePostStatus cadre_diff_get_status_before (CadreDiff *self, const char *post_id);
CADRE_AVAILABLE_IN_1_0
CadrePostStatus cadre_diff_get_status_after (CadreDiff *self, const char *post_id);

CADRE_AVAILABLE_IN_1_0
void cadre_diff_write (CadreDiff *self, CadreWriter *writer);

G_END_DECLS
