/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

#define CADRE_TYPE_FORECAST_PERSON (cadre_forecast_person_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreForecastPerson, cadre_forecast_person, CADRE, FORECAST_PERSON, GObject)

CADRE_AVAILABLE_IN_1_0
const char *cadre_forecast_person_get_assignment (CadreForecastPerson *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_forecast_person_is_placed_surely (CadreForecastPerson *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_forecast_person_get_purpose (CadreForecastPerson *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_forecast_person_get_stamp (CadreForecastPerson *self);

G_END_DECLS
