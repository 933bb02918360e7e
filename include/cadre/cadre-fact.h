/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

#define CADRE_TYPE_FACT (cadre_fact_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreFact, cadre_fact, CADRE, FACT, GObject)

CADRE_AVAILABLE_IN_1_0
const char *cadre_fact_get_name (CadreFact *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_fact_get_text (CadreFact *self);

G_END_DECLS
