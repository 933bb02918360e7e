/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-async-private.h"
#include "matching/bipartite/cadre-bipartite-private.h"

/* Solving in a thread. What is solved is a copy, since the graph may be changed
 * in the meantime. Its edges are many and are shared, until either wants to add
 * one. */

static CadreBipartite *
copy_graph (CadreBipartite *self)
{
  CadreBipartite *copy = cadre_bipartite_new (self->n_left, self->n_right);

  g_array_unref (copy->edges);
  copy->edges = g_array_ref (self->edges);
  copy->is_shared = TRUE;
  self->is_shared = TRUE;
  copy->n_more = g_memdup2 (self->n_more, self->n_right * sizeof (guint32));
  copy->tie_rank[0] = g_memdup2 (self->tie_rank[0], self->n_left * sizeof (guint32));
  copy->tie_rank[1] = g_memdup2 (self->tie_rank[1], self->n_right * sizeof (guint32));
  copy->matrix = self->matrix != NULL ? g_bytes_ref (self->matrix) : NULL;
  copy->matrix_kind = self->matrix_kind;
  return copy;
}

static void
solve_copy (CadreBipartite *self,
            gpointer tag,
            CadreAsyncLoad solve,
            guint number,
            const CadreAsyncCaller *caller)
{
  g_autoptr (CadreBipartite) copy = copy_graph (self);
  const CadreAsyncInput input = { copy, NULL, NULL, number };

  cadre_async_load (self, tag, solve, &input, caller);
}

static gpointer
run_match (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_bipartite_match (input->object, cancellable, error);
}

/**
 * cadre_bipartite_match_async:
 * @self: a #CadreBipartite, which may be changed at once
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Pairs as many as possible in a thread, as cadre_bipartite_match() does. When that is
 * done, @callback is called, which calls cadre_bipartite_match_finish().
 *
 * Since: 1.0
 */
void
cadre_bipartite_match_async (CadreBipartite *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  const CadreAsyncCaller caller = { cancellable, NULL, NULL, NULL, callback, user_data };

  g_return_if_fail (CADRE_IS_BIPARTITE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  solve_copy (self, cadre_bipartite_match_async, run_match, 0, &caller);
}

/**
 * cadre_bipartite_match_finish:
 * @self: a #CadreBipartite
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_bipartite_match_async() began.
 *
 * Returns: (transfer full): the matching, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreBipartiteMatching *
cadre_bipartite_match_finish (CadreBipartite *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), NULL);
  g_return_val_if_fail (cadre_async_is_valid (result, self, cadre_bipartite_match_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}

static gpointer
run_assign (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_bipartite_assign (input->object, cancellable, error);
}

/**
 * cadre_bipartite_assign_async:
 * @self: a #CadreBipartite, which may be changed at once
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Pairs at the least cost in a thread, as cadre_bipartite_assign() does. When that is
 * done, @callback is called, which calls cadre_bipartite_assign_finish().
 *
 * Since: 1.0
 */
void
cadre_bipartite_assign_async (CadreBipartite *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  const CadreAsyncCaller caller = { cancellable, NULL, NULL, NULL, callback, user_data };

  g_return_if_fail (CADRE_IS_BIPARTITE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  solve_copy (self, cadre_bipartite_assign_async, run_assign, 0, &caller);
}

/**
 * cadre_bipartite_assign_finish:
 * @self: a #CadreBipartite
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_bipartite_assign_async() began.
 *
 * Returns: (transfer full): the matching, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreBipartiteMatching *
cadre_bipartite_assign_finish (CadreBipartite *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), NULL);
  g_return_val_if_fail (cadre_async_is_valid (result, self, cadre_bipartite_assign_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}

static gpointer
run_match_stable (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_bipartite_match_stable (input->object, (CadreBipartiteSide) input->number,
                                       cancellable, error);
}

/**
 * cadre_bipartite_match_stable_async:
 * @self: a #CadreBipartite, which may be changed at once
 * @side: for whom it is to be best
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Finds a stable matching in a thread, as cadre_bipartite_match_stable() does. When that is
 * done, @callback is called, which calls cadre_bipartite_match_stable_finish().
 *
 * Since: 1.0
 */
void
cadre_bipartite_match_stable_async (CadreBipartite *self,
                                    CadreBipartiteSide side,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  const CadreAsyncCaller caller = { cancellable, NULL, NULL, NULL, callback, user_data };

  g_return_if_fail (CADRE_IS_BIPARTITE (self));
  g_return_if_fail (side == CADRE_BIPARTITE_SIDE_LEFT || side == CADRE_BIPARTITE_SIDE_RIGHT);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  solve_copy (self, cadre_bipartite_match_stable_async, run_match_stable, side, &caller);
}

/**
 * cadre_bipartite_match_stable_finish:
 * @self: a #CadreBipartite
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_bipartite_match_stable_async() began.
 *
 * Returns: (transfer full): the matching, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreBipartiteMatching *
cadre_bipartite_match_stable_finish (CadreBipartite *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), NULL);
  g_return_val_if_fail (cadre_async_is_valid (result, self, cadre_bipartite_match_stable_async),
                        NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}

static gpointer
run_match_rank_maximal (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_bipartite_match_rank_maximal (input->object, cancellable, error);
}

/**
 * cadre_bipartite_match_rank_maximal_async:
 * @self: a #CadreBipartite, which may be changed at once
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Finds a rank-maximal matching in a thread, as cadre_bipartite_match_rank_maximal() does. When
 * that is done, @callback is called, which calls cadre_bipartite_match_rank_maximal_finish().
 *
 * Since: 1.0
 */
void
cadre_bipartite_match_rank_maximal_async (CadreBipartite *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  const CadreAsyncCaller caller = { cancellable, NULL, NULL, NULL, callback, user_data };

  g_return_if_fail (CADRE_IS_BIPARTITE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  solve_copy (self, cadre_bipartite_match_rank_maximal_async, run_match_rank_maximal, 0, &caller);
}

/**
 * cadre_bipartite_match_rank_maximal_finish:
 * @self: a #CadreBipartite
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_bipartite_match_rank_maximal_async() began.
 *
 * Returns: (transfer full): the matching, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreBipartiteMatching *
cadre_bipartite_match_rank_maximal_finish (CadreBipartite *self,
                                           GAsyncResult *result,
                                           GError **error)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), NULL);
  g_return_val_if_fail (cadre_async_is_valid (result, self,
                                              cadre_bipartite_match_rank_maximal_async),
                        NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}

static gpointer
run_match_rank_reversed (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_bipartite_match_rank_reversed (input->object, cancellable, error);
}

/**
 * cadre_bipartite_match_rank_reversed_async:
 * @self: a #CadreBipartite, which may be changed at once
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Finds a matching of most pairs that is best in its last ranks in a thread, as
 * cadre_bipartite_match_rank_reversed() does. When that is done, @callback is called, which calls
 * cadre_bipartite_match_rank_reversed_finish().
 *
 * Since: 1.0
 */
void
cadre_bipartite_match_rank_reversed_async (CadreBipartite *self,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  const CadreAsyncCaller caller = { cancellable, NULL, NULL, NULL, callback, user_data };

  g_return_if_fail (CADRE_IS_BIPARTITE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  solve_copy (self, cadre_bipartite_match_rank_reversed_async, run_match_rank_reversed, 0, &caller);
}

/**
 * cadre_bipartite_match_rank_reversed_finish:
 * @self: a #CadreBipartite
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_bipartite_match_rank_reversed_async() began.
 *
 * Returns: (transfer full): the matching, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreBipartiteMatching *
cadre_bipartite_match_rank_reversed_finish (CadreBipartite *self,
                                            GAsyncResult *result,
                                            GError **error)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), NULL);
  g_return_val_if_fail (cadre_async_is_valid (result, self,
                                              cadre_bipartite_match_rank_reversed_async),
                        NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}

static gpointer
run_decompose (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_bipartite_decompose (input->object, cancellable, error);
}

/**
 * cadre_bipartite_decompose_async:
 * @self: a #CadreBipartite, which may be changed at once
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Decomposes a graph in a thread, as cadre_bipartite_decompose() does. When that is
 * done, @callback is called, which calls cadre_bipartite_decompose_finish().
 *
 * Since: 1.0
 */
void
cadre_bipartite_decompose_async (CadreBipartite *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  const CadreAsyncCaller caller = { cancellable, NULL, NULL, NULL, callback, user_data };

  g_return_if_fail (CADRE_IS_BIPARTITE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  solve_copy (self, cadre_bipartite_decompose_async, run_decompose, 0, &caller);
}

/**
 * cadre_bipartite_decompose_finish:
 * @self: a #CadreBipartite
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_bipartite_decompose_async() began.
 *
 * Returns: (transfer full): the parts, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreBipartiteParts *
cadre_bipartite_decompose_finish (CadreBipartite *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), NULL);
  g_return_val_if_fail (cadre_async_is_valid (result, self, cadre_bipartite_decompose_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}
