/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-async-private.h"
#include <cadre/cadre-patch.h>

/* Loading and saving in a thread. */

static gpointer
load_patch (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_patch_load (input->file, input->settings, cancellable, error);
}

/**
 * cadre_patch_load_async:
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
 * Loads a patch from a JSON document in a thread, as cadre_patch_load() does. When that is
 * done, @callback is called, which calls cadre_patch_load_finish() to get
 * the patch.
 *
 * Since: 1.0
 */
void
cadre_patch_load_async (GFile *file,
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

  cadre_async_load (NULL, cadre_patch_load_async, load_patch, &input, &caller);
}

/**
 * cadre_patch_load_finish:
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_patch_load_async() began.
 *
 * Returns: (transfer full): the patch, or %NULL with @error set
 *
 * Since: 1.0
 */
CadrePatch *
cadre_patch_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (cadre_async_is_valid (result, NULL, cadre_patch_load_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}

static gboolean
save_patch (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_patch_save (input->object, input->settings, input->file, cancellable, error);
}

/**
 * cadre_patch_save_async:
 * @self: a #CadrePatch
 * @redaction: a #CadreRedaction, which must not be changed until it is done
 * @file: the file
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): what
 *   to call with how much has been written, or %NULL
 * @progress_data: what to give to @progress
 * @progress_destroy: (nullable): what frees @progress_data, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Saves a patch in a thread, as cadre_patch_save() does. When that is
 * done, @callback is called, which calls cadre_patch_save_finish() to see
 * how it went.
 *
 * Since: 1.0
 */
void
cadre_patch_save_async (CadrePatch *self,
                        CadreRedaction *redaction,
                        GFile *file,
                        GCancellable *cancellable,
                        CadreProgressCallback progress,
                        gpointer progress_data,
                        GDestroyNotify progress_destroy,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  const CadreAsyncInput input = { self, file, redaction, 0 };
  const CadreAsyncCaller caller = { cancellable,      progress, progress_data,
                                    progress_destroy, callback, user_data };

  g_return_if_fail (CADRE_IS_PATCH (self));
  g_return_if_fail (CADRE_IS_REDACTION (redaction));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  cadre_async_save (self, cadre_patch_save_async, save_patch, &input, &caller);
}

/**
 * cadre_patch_save_finish:
 * @self: a #CadrePatch
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_patch_save_async() began.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_patch_save_finish (CadrePatch *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (CADRE_IS_PATCH (self), FALSE);
  g_return_val_if_fail (cadre_async_is_valid (result, self, cadre_patch_save_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return cadre_async_finish_save (result, error);
}
