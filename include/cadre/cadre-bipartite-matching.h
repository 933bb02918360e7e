/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-bipartite.h>

G_BEGIN_DECLS

/**
 * CadreBipartiteAim:
 * @CADRE_BIPARTITE_AIM_CARDINALITY: as many pairs as possible
 * @CADRE_BIPARTITE_AIM_COST: everybody of the lesser side, at least cost
 * @CADRE_BIPARTITE_AIM_STABLE: no pair that would rather have each other
 * @CADRE_BIPARTITE_AIM_RANK_MAXIMAL: as many pairs as possible of the first rank, then of the next
 * @CADRE_BIPARTITE_AIM_RANK_REVERSED: as many pairs as possible, then as few as possible of the
 * last rank, then of the one before
 *
 * What a matching is best in.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_BIPARTITE_AIM_CARDINALITY = 0,
  CADRE_BIPARTITE_AIM_COST = 1,
  CADRE_BIPARTITE_AIM_STABLE = 2,
  CADRE_BIPARTITE_AIM_RANK_MAXIMAL = 3,
  CADRE_BIPARTITE_AIM_RANK_REVERSED = 4,
} CadreBipartiteAim;

/**
 * CadreBipartiteStability:
 * @CADRE_BIPARTITE_STABILITY_NONE: it was not asked for
 * @CADRE_BIPARTITE_STABILITY_STRICT: there are no ties
 * @CADRE_BIPARTITE_STABILITY_SUPER: there are ties, and however they are broken it is stable
 * @CADRE_BIPARTITE_STABILITY_WEAK: there are ties, and no such matching: they were broken by the
 * tie ranks, and then by the numbers of the vertices
 *
 * How stable a matching is.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_BIPARTITE_STABILITY_NONE = 0,
  CADRE_BIPARTITE_STABILITY_STRICT = 1,
  CADRE_BIPARTITE_STABILITY_SUPER = 2,
  CADRE_BIPARTITE_STABILITY_WEAK = 3,
} CadreBipartiteStability;

#define CADRE_TYPE_BIPARTITE_MATCHING (cadre_bipartite_matching_get_type ())

/* clang-format off */
CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreBipartiteMatching, cadre_bipartite_matching, CADRE, BIPARTITE_MATCHING, GObject)
/* clang-format on */

CADRE_AVAILABLE_IN_1_0
CadreBipartiteMatching *cadre_bipartite_match (CadreBipartite *self,
                                               GCancellable *cancellable,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_bipartite_match_async (CadreBipartite *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreBipartiteMatching *cadre_bipartite_match_finish (CadreBipartite *self,
                                                      GAsyncResult *result,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreBipartiteMatching *cadre_bipartite_assign (CadreBipartite *self,
                                                GCancellable *cancellable,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_bipartite_assign_async (CadreBipartite *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreBipartiteMatching *cadre_bipartite_assign_finish (CadreBipartite *self,
                                                       GAsyncResult *result,
                                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreBipartiteMatching *cadre_bipartite_match_stable (CadreBipartite *self,
                                                      CadreBipartiteSide side,
                                                      GCancellable *cancellable,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_bipartite_match_stable_async (CadreBipartite *self,
                                         CadreBipartiteSide side,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreBipartiteMatching *
cadre_bipartite_match_stable_finish (CadreBipartite *self,
                                     GAsyncResult *result,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreBipartiteMatching *
cadre_bipartite_match_rank_maximal (CadreBipartite *self,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_bipartite_match_rank_maximal_async (CadreBipartite *self,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreBipartiteMatching *
cadre_bipartite_match_rank_maximal_finish (CadreBipartite *self,
                                           GAsyncResult *result,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreBipartiteMatching *
cadre_bipartite_match_rank_reversed (CadreBipartite *self,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_bipartite_match_rank_reversed_async (CadreBipartite *self,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreBipartiteMatching *
cadre_bipartite_match_rank_reversed_finish (CadreBipartite *self,
                                            GAsyncResult *result,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreBipartiteAim cadre_bipartite_matching_get_aim (CadreBipartiteMatching *self);
CADRE_AVAILABLE_IN_1_0
CadreBipartiteStability cadre_bipartite_matching_get_stability (CadreBipartiteMatching *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_bipartite_matching_is_feasible (CadreBipartiteMatching *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_bipartite_matching_get_n_pairs (CadreBipartiteMatching *self);
CADRE_AVAILABLE_IN_1_0
double cadre_bipartite_matching_get_cost (CadreBipartiteMatching *self);
CADRE_AVAILABLE_IN_1_0
const gint *cadre_bipartite_matching_get_rights (CadreBipartiteMatching *self, gsize *n_left);
CADRE_AVAILABLE_IN_1_0
const gint *cadre_bipartite_matching_get_edges (CadreBipartiteMatching *self, gsize *n_left);
CADRE_AVAILABLE_IN_1_0
GBytes *
cadre_bipartite_matching_get_rights_bytes (CadreBipartiteMatching *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
const double *cadre_bipartite_matching_get_prices (CadreBipartiteMatching *self,
                                                   CadreBipartiteSide side,
                                                   gsize *n_vertices);
CADRE_AVAILABLE_IN_1_0
const guint *cadre_bipartite_matching_get_cover (CadreBipartiteMatching *self,
                                                 CadreBipartiteSide side,
                                                 gsize *n_vertices);
CADRE_AVAILABLE_IN_1_0
CadreBipartiteSide cadre_bipartite_matching_get_short_side (CadreBipartiteMatching *self);
CADRE_AVAILABLE_IN_1_0
const guint *cadre_bipartite_matching_get_shortage (CadreBipartiteMatching *self,
                                                    CadreBipartiteSide side,
                                                    gsize *n_vertices);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_bipartite_matching_check (CadreBipartiteMatching *self, GError **error);

G_END_DECLS
