/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/**
 * CadreForecastChangeKind:
 * @CADRE_FORECAST_CHANGE_KIND_POSITION: one more position
 * @CADRE_FORECAST_CHANGE_KIND_VOLUNTEER: one accepted volunteer
 * @CADRE_FORECAST_CHANGE_KIND_WIDER_RING_FENCE: a ring-fence that takes in the people of another
 *
 * What could be changed so that fewer people are displaced.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_FORECAST_CHANGE_KIND_POSITION = 0,
  CADRE_FORECAST_CHANGE_KIND_VOLUNTEER = 1,
  CADRE_FORECAST_CHANGE_KIND_WIDER_RING_FENCE = 2,
} CadreForecastChangeKind;

#define CADRE_TYPE_FORECAST_CHANGE (cadre_forecast_change_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreForecastChange, cadre_forecast_change, CADRE, FORECAST_CHANGE, GObject)

CADRE_AVAILABLE_IN_1_0
CadreForecastChangeKind cadre_forecast_change_get_kind (CadreForecastChange *self);
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_forecast_change_get_ring_fences (CadreForecastChange *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_forecast_change_get_people_of (CadreForecastChange *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_forecast_change_get_n_fewer (CadreForecastChange *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_forecast_change_to_string (CadreForecastChange *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
