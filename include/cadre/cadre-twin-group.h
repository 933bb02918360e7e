/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

#define CADRE_TYPE_TWIN_GROUP (cadre_twin_group_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreTwinGroup, cadre_twin_group, CADRE, TWIN_GROUP, GObject)

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_twin_group_get_before (CadreTwinGroup *self);
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_twin_group_get_after (CadreTwinGroup *self);

G_END_DECLS
