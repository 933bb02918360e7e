/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CadreBipartiteSide:
 * @CADRE_BIPARTITE_SIDE_LEFT: the left vertices
 * @CADRE_BIPARTITE_SIDE_RIGHT: the right vertices
 *
 * A side of a graph.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_BIPARTITE_SIDE_LEFT = 0,
  CADRE_BIPARTITE_SIDE_RIGHT = 1,
} CadreBipartiteSide;

/**
 * CadreBipartiteCosts:
 * @CADRE_BIPARTITE_COSTS_INT32: whole numbers of 32 bits; the greatest there is means forbidden
 * @CADRE_BIPARTITE_COSTS_DOUBLE: doubles; infinity means forbidden
 *
 * What a matrix of costs is made of, in the byte order of the machine.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_BIPARTITE_COSTS_INT32 = 0,
  CADRE_BIPARTITE_COSTS_DOUBLE = 1,
} CadreBipartiteCosts;

#define CADRE_TYPE_BIPARTITE (cadre_bipartite_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreBipartite, cadre_bipartite, CADRE, BIPARTITE, GObject)

CADRE_AVAILABLE_IN_1_0
CadreBipartite *cadre_bipartite_new (guint n_left, guint n_right) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreBipartite *cadre_bipartite_new_for_costs (GBytes *costs,
                                               CadreBipartiteCosts kind,
                                               guint n_left,
                                               guint n_right,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
guint cadre_bipartite_get_n_left (CadreBipartite *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_bipartite_get_n_right (CadreBipartite *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_bipartite_get_n_edges (CadreBipartite *self);

CADRE_AVAILABLE_IN_1_0
gboolean cadre_bipartite_add_edge (CadreBipartite *self,
                                   guint left,
                                   guint right,
                                   gint64 cost,
                                   GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_bipartite_add_ranked_edge (CadreBipartite *self,
                                          guint left,
                                          guint right,
                                          guint left_rank,
                                          guint right_rank,
                                          GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_bipartite_add_edges (CadreBipartite *self,
                                    GBytes *left,
                                    GBytes *right,
                                    GBytes *costs,
                                    GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_bipartite_get_edge (CadreBipartite *self,
                                   guint position,
                                   guint *left,
                                   guint *right,
                                   gint64 *cost);

CADRE_AVAILABLE_IN_1_0
gboolean
cadre_bipartite_set_n_places (CadreBipartite *self, guint right, guint n_places, GError **error);
CADRE_AVAILABLE_IN_1_0
guint cadre_bipartite_get_n_places (CadreBipartite *self, guint right);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_bipartite_set_tie_rank (CadreBipartite *self,
                                       CadreBipartiteSide side,
                                       guint vertex,
                                       guint rank,
                                       GError **error);
CADRE_AVAILABLE_IN_1_0
guint cadre_bipartite_get_tie_rank (CadreBipartite *self, CadreBipartiteSide side, guint vertex);

G_END_DECLS
