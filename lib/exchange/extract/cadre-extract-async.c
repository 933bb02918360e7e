/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-async-private.h"
#include <cadre/cadre-extract-reader.h>

/* Reading in a thread. */

static gpointer
read_all (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_extract_reader_read (input->object, cancellable, error);
}

/**
 * cadre_extract_reader_read_async:
 * @self: a #CadreExtractReader, which must not be used until it is done
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): what
 *   to call with how much has been read, or %NULL
 * @progress_data: what to give to @progress
 * @progress_destroy: (nullable): what frees @progress_data, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Reads in a thread, as cadre_extract_reader_read() does. When that is done, @callback
 * is called, which calls cadre_extract_reader_read_finish() to get what was read.
 *
 * Since: 1.0
 */
void
cadre_extract_reader_read_async (CadreExtractReader *self,
                                 GCancellable *cancellable,
                                 CadreProgressCallback progress,
                                 gpointer progress_data,
                                 GDestroyNotify progress_destroy,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  const CadreAsyncInput input = { self, NULL, NULL, 0 };
  const CadreAsyncCaller caller = { cancellable,      progress, progress_data,
                                    progress_destroy, callback, user_data };

  g_return_if_fail (CADRE_IS_EXTRACT_READER (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  cadre_async_load (self, cadre_extract_reader_read_async, read_all, &input, &caller);
}

/**
 * cadre_extract_reader_read_finish:
 * @self: a #CadreExtractReader
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_extract_reader_read_async() began.
 *
 * Returns: (transfer full): what became of the tables, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreImport *
cadre_extract_reader_read_finish (CadreExtractReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (CADRE_IS_EXTRACT_READER (self), NULL);
  g_return_val_if_fail (cadre_async_is_valid (result, self, cadre_extract_reader_read_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}
