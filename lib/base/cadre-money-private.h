/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-money.h>

G_BEGIN_DECLS

gboolean cadre_pence_parse_text (const char *text, gsize length, gint64 *pence, GError **error);
gboolean cadre_pence_allot_to (gint64 pence,
                               const gint64 *weights,
                               gsize n_weights,
                               gint64 *shares,
                               GError **error);

G_END_DECLS
