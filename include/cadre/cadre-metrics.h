/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-column.h>
#include <cadre/cadre-figures.h>
#include <cadre/cadre-structure.h>

G_BEGIN_DECLS

#define CADRE_TYPE_METRICS (cadre_metrics_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreMetrics, cadre_metrics, CADRE, METRICS, GObject)

CADRE_AVAILABLE_IN_1_0
CadreMetrics *cadre_metrics_new (CadreStructure *structure,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_metrics_get_structure (CadreMetrics *self);

/* Staffing */

CADRE_AVAILABLE_IN_1_0
CadreFigures *cadre_metrics_get_overall (CadreMetrics *self);
CADRE_AVAILABLE_IN_1_0
CadreFigures *cadre_metrics_add_up_unit (CadreMetrics *self,
                                         const char *unit_id,
                                         gboolean with_sub_units,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFigures *cadre_metrics_add_up_employer (CadreMetrics *self,
                                             const char *organisation_id,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFigures *cadre_metrics_add_up_branch (CadreMetrics *self,
                                           const char *post_id,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Spans and layers */

CADRE_AVAILABLE_IN_1_0
int cadre_metrics_get_layers (CadreMetrics *self, const char *post_id);
CADRE_AVAILABLE_IN_1_0
int cadre_metrics_get_most_layers (CadreMetrics *self);
CADRE_AVAILABLE_IN_1_0
int cadre_metrics_get_span (CadreMetrics *self, const char *post_id);
CADRE_AVAILABLE_IN_1_0
guint cadre_metrics_get_n_managers (CadreMetrics *self);
CADRE_AVAILABLE_IN_1_0
int cadre_metrics_get_least_span (CadreMetrics *self);
CADRE_AVAILABLE_IN_1_0
int cadre_metrics_get_most_span (CadreMetrics *self);
CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_metrics_dup_mean_span (CadreMetrics *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
guint *cadre_metrics_dup_span_counts (CadreMetrics *self,
                                      gsize *n_counts) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreColumn *cadre_metrics_get_column (CadreMetrics *self,
                                       const char *name,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
