/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

CADRE_AVAILABLE_IN_1_0
gboolean cadre_pence_parse (const char *text, gint64 *pence, GError **error);
CADRE_AVAILABLE_IN_1_0
char *cadre_pence_to_string (gint64 pence) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
char *cadre_pence_to_number (gint64 pence) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gboolean cadre_pence_add (gint64 a, gint64 b, gint64 *sum, GError **error);
CADRE_AVAILABLE_IN_1_0
gint64 *cadre_pence_allot (gint64 pence,
                           const gint64 *weights,
                           gsize n_weights,
                           gsize *n_shares,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
