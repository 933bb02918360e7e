/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-async-private.h"
#include "matching/cadre-log-private.h"

/* Loading and saving in a thread. What is saved is a copy, since entries may be
 * added in the meantime. */

CadreLog *
cadre_log_copy (CadreLog *self)
{
  CadreLog *copy = cadre_log_new ();
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreLogEntry) entry = cadre_log_get_entry (self, i);

      cadre_log_take (copy, entry, self->hashes->pdata[i]);
    }

  copy->is_chained = self->is_chained;

  return copy;
}

static gpointer
load_log (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_log_load (input->file, input->settings, cancellable, error);
}

/**
 * cadre_log_load_async:
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
 * Loads a log from a file of JSON Lines in a thread, as cadre_log_load() does. When that is
 * done, @callback is called, which calls cadre_log_load_finish() to get
 * the log.
 *
 * Since: 1.0
 */
void
cadre_log_load_async (GFile *file,
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

  cadre_async_load (NULL, cadre_log_load_async, load_log, &input, &caller);
}

/**
 * cadre_log_load_finish:
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_log_load_async() began.
 *
 * Returns: (transfer full): the log, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreLog *
cadre_log_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (cadre_async_is_valid (result, NULL, cadre_log_load_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}

static gboolean
save_log (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_log_save (input->object, input->file, cancellable, error);
}

/**
 * cadre_log_save_async:
 * @self: a #CadreLog
 * @file: the file
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): what
 *   to call with how much has been written, or %NULL
 * @progress_data: what to give to @progress
 * @progress_destroy: (nullable): what frees @progress_data, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Saves a log as it is now in a thread, as cadre_log_save() does. When that is
 * done, @callback is called, which calls cadre_log_save_finish() to see
 * how it went.
 *
 * Since: 1.0
 */
void
cadre_log_save_async (CadreLog *self,
                      GFile *file,
                      GCancellable *cancellable,
                      CadreProgressCallback progress,
                      gpointer progress_data,
                      GDestroyNotify progress_destroy,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (CadreLog) copy = NULL;
  CadreAsyncInput input = { NULL, file, NULL, 0 };
  const CadreAsyncCaller caller = { cancellable,      progress, progress_data,
                                    progress_destroy, callback, user_data };

  g_return_if_fail (CADRE_IS_LOG (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  copy = cadre_log_copy (self);
  input.object = copy;
  cadre_async_save (self, cadre_log_save_async, save_log, &input, &caller);
}

/**
 * cadre_log_save_finish:
 * @self: a #CadreLog
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_log_save_async() began.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_log_save_finish (CadreLog *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (CADRE_IS_LOG (self), FALSE);
  g_return_val_if_fail (cadre_async_is_valid (result, self, cadre_log_save_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return cadre_async_finish_save (result, error);
}
