/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-async-private.h"
#include <cadre/cadre-responses.h>

/* Loading and saving in a thread. */

static gpointer
load_responses (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_responses_load (input->file, input->settings, cancellable, error);
}

/**
 * cadre_responses_load_async:
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
 * Loads responses from a JSON document in a thread, as cadre_responses_load() does. When that is
 * done, @callback is called, which calls cadre_responses_load_finish() to get
 * the responses.
 *
 * Since: 1.0
 */
void
cadre_responses_load_async (GFile *file,
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

  cadre_async_load (NULL, cadre_responses_load_async, load_responses, &input, &caller);
}

/**
 * cadre_responses_load_finish:
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_responses_load_async() began.
 *
 * Returns: (transfer full): the responses, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreResponses *
cadre_responses_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (cadre_async_is_valid (result, NULL, cadre_responses_load_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}

static gboolean
save_responses (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_responses_save (input->object, input->settings, input->file, cancellable, error);
}

/**
 * cadre_responses_save_async:
 * @self: a #CadreResponses
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
 * Saves responses in a thread, as cadre_responses_save() does. When that is
 * done, @callback is called, which calls cadre_responses_save_finish() to see
 * how it went.
 *
 * Since: 1.0
 */
void
cadre_responses_save_async (CadreResponses *self,
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

  g_return_if_fail (CADRE_IS_RESPONSES (self));
  g_return_if_fail (CADRE_IS_REDACTION (redaction));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  cadre_async_save (self, cadre_responses_save_async, save_responses, &input, &caller);
}

/**
 * cadre_responses_save_finish:
 * @self: a #CadreResponses
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_responses_save_async() began.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_responses_save_finish (CadreResponses *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (CADRE_IS_RESPONSES (self), FALSE);
  g_return_val_if_fail (cadre_async_is_valid (result, self, cadre_responses_save_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return cadre_async_finish_save (result, error);
}
