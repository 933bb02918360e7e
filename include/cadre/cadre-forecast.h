/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-forecast-change.h>
#include <cadre/cadre-forecast-group.h>
#include <cadre/cadre-forecast-person.h>
#include <cadre/cadre-outcomes.h>

G_BEGIN_DECLS

#define CADRE_TYPE_FORECAST (cadre_forecast_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreForecast, cadre_forecast, CADRE, FORECAST, GObject)

CADRE_AVAILABLE_IN_1_0
CadreForecast *cadre_forecast_new (CadreOutcomes *outcomes,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gboolean cadre_forecast_simulate (CadreForecast *self,
                                  guint64 seed,
                                  guint n_draws,
                                  GCancellable *cancellable,
                                  GError **error);
CADRE_AVAILABLE_IN_1_0
CadreOutcomes *cadre_forecast_get_outcomes (CadreForecast *self);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_forecast_list_groups (CadreForecast *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_get_n_people (CadreForecast *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_get_least_displaced (CadreForecast *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_get_most_displaced (CadreForecast *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_get_most_displaced_found (CadreForecast *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_forecast_is_exact (CadreForecast *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_get_n_displaced (CadreForecast *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_get_n_undecided (CadreForecast *self);
CADRE_AVAILABLE_IN_1_0
guint64 cadre_forecast_get_seed (CadreForecast *self);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_forecast_list_changes (CadreForecast *self,
                                         GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_forecast_list_people (CadreForecast *self,
                                        const char *purpose,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
