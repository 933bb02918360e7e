/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

#define CADRE_TYPE_POLICY_PARAMETER (cadre_policy_parameter_get_type ())

/* clang-format off */
CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadrePolicyParameter, cadre_policy_parameter, CADRE, POLICY_PARAMETER, GObject)
/* clang-format on */

CADRE_AVAILABLE_IN_1_0
const char *cadre_policy_parameter_get_name (CadrePolicyParameter *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_policy_parameter_get_text (CadrePolicyParameter *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_policy_parameter_get_description (CadrePolicyParameter *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_policy_parameter_get_clause (CadrePolicyParameter *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_policy_parameter_get_source (CadrePolicyParameter *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_policy_parameter_is_inherited (CadrePolicyParameter *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_policy_parameter_is_stated_only (CadrePolicyParameter *self);

G_END_DECLS
