/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-bipartite-matching.h>

G_BEGIN_DECLS

/* Marks the left vertices that have another right vertex in another assignment of
 * least cost; FALSE for want of memory. */
gboolean cadre_allocation_find_ties (CadreBipartite *graph,
                                     CadreBipartiteMatching *matching,
                                     guint8 *is_tied);

G_END_DECLS
