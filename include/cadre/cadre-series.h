/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-churn.h>
#include <cadre/cadre-diff.h>
#include <cadre/cadre-post-history.h>
#include <cadre/cadre-redaction.h>

G_BEGIN_DECLS

#define CADRE_TYPE_SERIES (cadre_series_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreSeries, cadre_series, CADRE, SERIES, GObject)

CADRE_AVAILABLE_IN_1_0
CadreSeries *cadre_series_new (CadreStructure *const *structures,
                               gsize n_structures,
                               CadreMapping *const *mappings,
                               gsize n_mappings,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
guint cadre_series_get_n_structures (CadreSeries *self);
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_series_get_structure (CadreSeries *self, guint position);
CADRE_AVAILABLE_IN_1_0
CadreDiff *cadre_series_get_diff (CadreSeries *self, guint position);
CADRE_AVAILABLE_IN_1_0
CadreChurn *cadre_series_get_churn (CadreSeries *self, guint position);

CADRE_AVAILABLE_IN_1_0
CadrePostHistory *cadre_series_get_history (CadreSeries *self,
                                            guint position) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadrePostHistory *cadre_series_find_history (CadreSeries *self,
                                             guint position,
                                             const char *post_id) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_series_list_histories_of (CadreSeries *self,
                                            const char *post_id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
gboolean cadre_series_write (CadreSeries *self,
                             CadreRedaction *redaction,
                             CadreWriter *writer,
                             GError **error);

G_END_DECLS
