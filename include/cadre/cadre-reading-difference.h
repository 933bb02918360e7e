/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-outcome.h>

G_BEGIN_DECLS

#define CADRE_TYPE_READING_DIFFERENCE (cadre_reading_difference_get_type ())

/* clang-format off */
CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreReadingDifference, cadre_reading_difference, CADRE, READING_DIFFERENCE, GObject)
/* clang-format on */

CADRE_AVAILABLE_IN_1_0
const char *cadre_reading_difference_get_assignment (CadreReadingDifference *self);
CADRE_AVAILABLE_IN_1_0
CadreOutcome *cadre_reading_difference_get_first_instance (CadreReadingDifference *self);
CADRE_AVAILABLE_IN_1_0
CadreOutcome *cadre_reading_difference_get_fixpoint (CadreReadingDifference *self);

G_END_DECLS
