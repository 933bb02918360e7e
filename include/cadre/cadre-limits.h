/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

#define CADRE_TYPE_LIMITS (cadre_limits_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreLimits, cadre_limits, CADRE, LIMITS, GObject)

CADRE_AVAILABLE_IN_1_0
CadreLimits *cadre_limits_new_bounded (void) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreLimits *cadre_limits_new_trusted_large (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
guint64 cadre_limits_get_max_bytes (CadreLimits *self);
CADRE_AVAILABLE_IN_1_0
void cadre_limits_set_max_bytes (CadreLimits *self, guint64 max_bytes);
CADRE_AVAILABLE_IN_1_0
guint64 cadre_limits_get_max_items (CadreLimits *self);
CADRE_AVAILABLE_IN_1_0
void cadre_limits_set_max_items (CadreLimits *self, guint64 max_items);
CADRE_AVAILABLE_IN_1_0
guint cadre_limits_get_max_depth (CadreLimits *self);
CADRE_AVAILABLE_IN_1_0
void cadre_limits_set_max_depth (CadreLimits *self, guint max_depth);
CADRE_AVAILABLE_IN_1_0
guint cadre_limits_get_max_members (CadreLimits *self);
CADRE_AVAILABLE_IN_1_0
void cadre_limits_set_max_members (CadreLimits *self, guint max_members);
CADRE_AVAILABLE_IN_1_0
guint cadre_limits_get_max_string (CadreLimits *self);
CADRE_AVAILABLE_IN_1_0
void cadre_limits_set_max_string (CadreLimits *self, guint max_string);
CADRE_AVAILABLE_IN_1_0
guint cadre_limits_get_max_rows (CadreLimits *self);
CADRE_AVAILABLE_IN_1_0
void cadre_limits_set_max_rows (CadreLimits *self, guint max_rows);
CADRE_AVAILABLE_IN_1_0
guint cadre_limits_get_max_issues (CadreLimits *self);
CADRE_AVAILABLE_IN_1_0
void cadre_limits_set_max_issues (CadreLimits *self, guint max_issues);

G_END_DECLS
