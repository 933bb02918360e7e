/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-bipartite.h>

G_BEGIN_DECLS

/**
 * CadreBipartitePart:
 * @CADRE_BIPARTITE_PART_LEFT_OVER: here are more left vertices than right ones: in each matching of
 * most pairs, all right ones are paired, and some left ones are not
 * @CADRE_BIPARTITE_PART_SQUARE: here all are paired in each matching of most pairs
 * @CADRE_BIPARTITE_PART_RIGHT_OVER: here are more right vertices than left ones
 *
 * A part of a graph, by Dulmage and Mendelsohn.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_BIPARTITE_PART_LEFT_OVER = 0,
  CADRE_BIPARTITE_PART_SQUARE = 1,
  CADRE_BIPARTITE_PART_RIGHT_OVER = 2,
} CadreBipartitePart;

#define CADRE_TYPE_BIPARTITE_PARTS (cadre_bipartite_parts_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreBipartiteParts, cadre_bipartite_parts, CADRE, BIPARTITE_PARTS, GObject)

CADRE_AVAILABLE_IN_1_0
CadreBipartiteParts *cadre_bipartite_decompose (CadreBipartite *self,
                                                GCancellable *cancellable,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_bipartite_decompose_async (CadreBipartite *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreBipartiteParts *cadre_bipartite_decompose_finish (CadreBipartite *self,
                                                       GAsyncResult *result,
                                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
guint cadre_bipartite_parts_get_n_components (CadreBipartiteParts *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_bipartite_parts_get_n_blocks (CadreBipartiteParts *self);
CADRE_AVAILABLE_IN_1_0
const guint *cadre_bipartite_parts_get_components (CadreBipartiteParts *self,
                                                   CadreBipartiteSide side,
                                                   gsize *n_vertices);
CADRE_AVAILABLE_IN_1_0
const gint *cadre_bipartite_parts_get_blocks (CadreBipartiteParts *self,
                                              CadreBipartiteSide side,
                                              gsize *n_vertices);
CADRE_AVAILABLE_IN_1_0
CadreBipartitePart
cadre_bipartite_parts_get_part (CadreBipartiteParts *self, CadreBipartiteSide side, guint vertex);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_bipartite_parts_check (CadreBipartiteParts *self, GError **error);

G_END_DECLS
