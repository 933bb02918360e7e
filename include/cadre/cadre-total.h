/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-fraction.h>

G_BEGIN_DECLS

#define CADRE_TYPE_TOTAL (cadre_total_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreTotal, cadre_total, CADRE, TOTAL, GObject)

CADRE_AVAILABLE_IN_1_0
gint64 cadre_total_get_least (CadreTotal *self);
CADRE_AVAILABLE_IN_1_0
gint64 cadre_total_get_most (CadreTotal *self);
CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_total_dup_least_fraction (CadreTotal *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_total_dup_most_fraction (CadreTotal *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
guint cadre_total_get_n_unknown (CadreTotal *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_total_is_known (CadreTotal *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_total_to_string (CadreTotal *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
