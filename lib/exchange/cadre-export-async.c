/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-async-private.h"
#include <cadre/cadre-export.h>

/* Saving in a thread. */

static gboolean
save_export (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_export_save (input->object, input->file, cancellable, error);
}

/**
 * cadre_export_save_async:
 * @self: a #CadreExport
 * @folder: the folder that the files go into; it has to be there
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): what
 *   to call with how much has been written, or %NULL
 * @progress_data: what to give to @progress
 * @progress_destroy: (nullable): what frees @progress_data, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Saves every file under its own name in a thread, as cadre_export_save() does. When that is
 * done, @callback is called, which calls cadre_export_save_finish() to see
 * how it went.
 *
 * Since: 1.0
 */
void
cadre_export_save_async (CadreExport *self,
                         GFile *folder,
                         GCancellable *cancellable,
                         CadreProgressCallback progress,
                         gpointer progress_data,
                         GDestroyNotify progress_destroy,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  const CadreAsyncInput input = { self, folder, NULL, 0 };
  const CadreAsyncCaller caller = { cancellable,      progress, progress_data,
                                    progress_destroy, callback, user_data };

  g_return_if_fail (CADRE_IS_EXPORT (self));
  g_return_if_fail (G_IS_FILE (folder));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  cadre_async_save (self, cadre_export_save_async, save_export, &input, &caller);
}

/**
 * cadre_export_save_finish:
 * @self: a #CadreExport
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_export_save_async() began.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_export_save_finish (CadreExport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (CADRE_IS_EXPORT (self), FALSE);
  g_return_val_if_fail (cadre_async_is_valid (result, self, cadre_export_save_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return cadre_async_finish_save (result, error);
}

static gboolean
save_export_file (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_export_save_file (input->object, input->number, input->file, cancellable, error);
}

/**
 * cadre_export_save_file_async:
 * @self: a #CadreExport
 * @position: which file, from 0
 * @file: where it goes, under whatever name
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): what
 *   to call with how much has been written, or %NULL
 * @progress_data: what to give to @progress
 * @progress_destroy: (nullable): what frees @progress_data, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Saves one file in a thread, as cadre_export_save_file() does. When that is
 * done, @callback is called, which calls cadre_export_save_file_finish() to see
 * how it went.
 *
 * Since: 1.0
 */
void
cadre_export_save_file_async (CadreExport *self,
                              guint position,
                              GFile *file,
                              GCancellable *cancellable,
                              CadreProgressCallback progress,
                              gpointer progress_data,
                              GDestroyNotify progress_destroy,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  const CadreAsyncInput input = { self, file, NULL, position };
  const CadreAsyncCaller caller = { cancellable,      progress, progress_data,
                                    progress_destroy, callback, user_data };

  g_return_if_fail (CADRE_IS_EXPORT (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  cadre_async_save (self, cadre_export_save_file_async, save_export_file, &input, &caller);
}

/**
 * cadre_export_save_file_finish:
 * @self: a #CadreExport
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_export_save_file_async() began.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_export_save_file_finish (CadreExport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (CADRE_IS_EXPORT (self), FALSE);
  g_return_val_if_fail (cadre_async_is_valid (result, self, cadre_export_save_file_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return cadre_async_finish_save (result, error);
}
