/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-async-private.h"
#include <cadre/cadre-organogram-reader.h>

/* Reading in a thread. */

static gpointer
read_all (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_organogram_reader_read (input->object, cancellable, error);
}

/**
 * cadre_organogram_reader_read_async:
 * @self: a #CadreOrganogramReader, which must not be used until it is done
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): what
 *   to call with how much has been read, or %NULL
 * @progress_data: what to give to @progress
 * @progress_destroy: (nullable): what frees @progress_data, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Reads in a thread, as cadre_organogram_reader_read() does. When that is done, @callback
 * is called, which calls cadre_organogram_reader_read_finish() to get what was read.
 *
 * Since: 1.0
 */
void
cadre_organogram_reader_read_async (CadreOrganogramReader *self,
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

  g_return_if_fail (CADRE_IS_ORGANOGRAM_READER (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  cadre_async_load (self, cadre_organogram_reader_read_async, read_all, &input, &caller);
}

/**
 * cadre_organogram_reader_read_finish:
 * @self: a #CadreOrganogramReader
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_organogram_reader_read_async() began.
 *
 * Returns: (transfer full): a list of #CadreImport, one for each date, or %NULL with @error set
 *
 * Since: 1.0
 */
GListModel *
cadre_organogram_reader_read_finish (CadreOrganogramReader *self,
                                     GAsyncResult *result,
                                     GError **error)
{
  g_return_val_if_fail (CADRE_IS_ORGANOGRAM_READER (self), NULL);
  g_return_val_if_fail (cadre_async_is_valid (result, self, cadre_organogram_reader_read_async),
                        NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}

static gpointer
load_one (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (GListModel) imports = cadre_organogram_reader_read (input->object, cancellable, error);

  return imports != NULL ? g_list_model_get_item (imports, 0) : NULL;
}

/**
 * cadre_organogram_load_async:
 * @senior: (nullable): the senior table, or %NULL for none
 * @junior: (nullable): the junior table, or %NULL for none
 * @date: (nullable): the date that the tables describe, or %NULL where it is not
 *   known
 * @limits: (nullable): how much each table may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): what
 *   to call with how much has been read, or %NULL
 * @progress_data: what to give to @progress
 * @progress_destroy: (nullable): what frees @progress_data, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Reads the tables of one date in a thread, as cadre_organogram_load() does. When
 * that is done, @callback is called, which calls cadre_organogram_load_finish()
 * to get what became of them.
 *
 * Since: 1.0
 */
void
cadre_organogram_load_async (GFile *senior,
                             GFile *junior,
                             const CadreDate *date,
                             CadreLimits *limits,
                             GCancellable *cancellable,
                             CadreProgressCallback progress,
                             gpointer progress_data,
                             GDestroyNotify progress_destroy,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  const CadreAsyncCaller caller = { cancellable,      progress, progress_data,
                                    progress_destroy, callback, user_data };
  g_autoptr (CadreOrganogramReader) reader = NULL;

  g_return_if_fail (senior == NULL || G_IS_FILE (senior));
  g_return_if_fail (junior == NULL || G_IS_FILE (junior));
  g_return_if_fail (limits == NULL || CADRE_IS_LIMITS (limits));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  reader = cadre_organogram_reader_new ();
  cadre_organogram_reader_set_limits (reader, limits);
  cadre_organogram_reader_add_files (reader, date, senior, junior);
  cadre_async_load (NULL, cadre_organogram_load_async, load_one,
                    &(CadreAsyncInput){ reader, NULL, NULL, 0 }, &caller);
}

/**
 * cadre_organogram_load_finish:
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_organogram_load_async() began.
 *
 * Returns: (transfer full): what became of the tables, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreImport *
cadre_organogram_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (cadre_async_is_valid (result, NULL, cadre_organogram_load_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}
