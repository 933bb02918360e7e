/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-async-private.h"
#include <cadre/cadre-sign-off.h>

/* Loading in a thread. */

static gpointer
load_sign_off (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_sign_off_load (input->file, input->settings, cancellable, error);
}

/**
 * cadre_sign_off_load_async:
 * @file: the file
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): what
 *   to call with how much has been read, or %NULL
 * @progress_data: what to give to @progress
 * @progress_destroy: (nullable): what frees @progress_data, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Loads a sign-off from a JSON document in a thread, as cadre_sign_off_load() does. When that is
 * done, @callback is called, which calls cadre_sign_off_load_finish() to get
 * the sign-off.
 *
 * Since: 1.0
 */
void
cadre_sign_off_load_async (GFile *file,
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

  cadre_async_load (NULL, cadre_sign_off_load_async, load_sign_off, &input, &caller);
}

/**
 * cadre_sign_off_load_finish:
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_sign_off_load_async() began.
 *
 * Returns: (transfer full): the sign-off, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreSignOff *
cadre_sign_off_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (cadre_async_is_valid (result, NULL, cadre_sign_off_load_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}
