/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-fraction.h>
#include <cadre/cadre-types.h>

G_BEGIN_DECLS

#define CADRE_TYPE_FORECAST_GROUP (cadre_forecast_group_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreForecastGroup, cadre_forecast_group, CADRE, FORECAST_GROUP, GObject)

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_forecast_group_get_ring_fences (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_group_get_n_people (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_group_get_n_to_be_checked (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
int cadre_forecast_group_get_n_positions (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_group_get_least_displaced (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_group_get_least_displaced_certain (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_group_get_most_displaced (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_group_get_most_displaced_found (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_forecast_group_is_exact (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_group_get_n_short_people (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_group_get_n_short_positions (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_forecast_group_get_short_ring_fences (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_group_get_n_draws (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_forecast_group_get_expected_displaced (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_group_get_least_drawn (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_group_get_most_drawn (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_forecast_group_check (CadreForecastGroup *self);
CADRE_AVAILABLE_IN_1_0
char **cadre_forecast_group_dup_sentences (CadreForecastGroup *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
