/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-async-private.h"
#include <cadre/cadre-sealed-case.h>

/* Loading and saving in a thread. A seal never changes, so that it is itself what
 * is saved. */

static gpointer
load_seal (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_sealed_case_load (input->file, input->settings, cancellable, error);
}

/**
 * cadre_sealed_case_load_async:
 * @file: the file
 * @limits: (nullable): what the file may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): what
 *   to call with how much has been read, or %NULL
 * @progress_data: what to give to @progress
 * @progress_destroy: (nullable): what frees @progress_data, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Loads a seal from a file in a thread, as cadre_sealed_case_load() does. When that is
 * done, @callback is called, which calls cadre_sealed_case_load_finish() to get
 * the seal.
 *
 * Since: 1.0
 */
void
cadre_sealed_case_load_async (GFile *file,
                              CadreLimits *limits,
                              GCancellable *cancellable,
                              CadreProgressCallback progress,
                              gpointer progress_data,
                              GDestroyNotify progress_destroy,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  const CadreAsyncInput input = { NULL, file, limits, 0 };
  const CadreAsyncCaller caller = { cancellable,      progress, progress_data,
                                    progress_destroy, callback, user_data };

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (limits == NULL || CADRE_IS_LIMITS (limits));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  cadre_async_load (NULL, cadre_sealed_case_load_async, load_seal, &input, &caller);
}

/**
 * cadre_sealed_case_load_finish:
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_sealed_case_load_async() began.
 *
 * Returns: (transfer full): the seal, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreSealedCase *
cadre_sealed_case_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (cadre_async_is_valid (result, NULL, cadre_sealed_case_load_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}

static gboolean
save_seal (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_sealed_case_save (input->object, input->file, cancellable, error);
}

/**
 * cadre_sealed_case_save_async:
 * @self: a #CadreSealedCase
 * @file: the file
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): what
 *   to call with how much has been written, or %NULL
 * @progress_data: what to give to @progress
 * @progress_destroy: (nullable): what frees @progress_data, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Saves the seal in a thread, as cadre_sealed_case_save() does. When that is
 * done, @callback is called, which calls cadre_sealed_case_save_finish() to see
 * how it went.
 *
 * Since: 1.0
 */
void
cadre_sealed_case_save_async (CadreSealedCase *self,
                              GFile *file,
                              GCancellable *cancellable,
                              CadreProgressCallback progress,
                              gpointer progress_data,
                              GDestroyNotify progress_destroy,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  const CadreAsyncInput input = { self, file, NULL, 0 };
  const CadreAsyncCaller caller = { cancellable,      progress, progress_data,
                                    progress_destroy, callback, user_data };

  g_return_if_fail (CADRE_IS_SEALED_CASE (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  cadre_async_save (self, cadre_sealed_case_save_async, save_seal, &input, &caller);
}

/**
 * cadre_sealed_case_save_finish:
 * @self: a #CadreSealedCase
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_sealed_case_save_async() began.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_sealed_case_save_finish (CadreSealedCase *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (CADRE_IS_SEALED_CASE (self), FALSE);
  g_return_val_if_fail (cadre_async_is_valid (result, self, cadre_sealed_case_save_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return cadre_async_finish_save (result, error);
}
