/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Linked data and Popolo out of files, at once or in a thread. */

#include "config.h"

#include "base/cadre-async-private.h"
#include "base/cadre-progress-private.h"
#include <cadre/cadre-document.h>
#include <cadre/cadre-linked.h>
#include <cadre/cadre-popolo.h>

/* The size is asked before it is read: it may be larger than memory. */
static GBytes *
load_bytes (GFile *file, CadreLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreLimits) used =
    limits != NULL ? g_object_ref (limits) : cadre_limits_new_bounded ();
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  if ((guint64) g_file_info_get_size (info) > cadre_limits_get_max_bytes (used))
    {
      g_set_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_BYTES,
                   "The document has more than %" G_GUINT64_FORMAT " bytes",
                   cadre_limits_get_max_bytes (used));
      return NULL;
    }

  return cadre_progress_load_bytes (file, cancellable, error);
}

/**
 * cadre_linked_load:
 * @file: the file
 * @format: how the graph is written there
 * @base_iri: (nullable): what the IRIs of records begin with, or %NULL for
 *   `urn:cadre:`
 * @limits: (nullable): how much it may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads linked data from a file, as cadre_linked_read() does.
 *
 * Returns: (transfer full): what was read, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreImport *
cadre_linked_load (GFile *file,
                   CadreLinkedFormat format,
                   const char *base_iri,
                   CadreLimits *limits,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = load_bytes (file, limits, cancellable, error);
  return bytes != NULL ? cadre_linked_read (bytes, format, base_iri, limits, cancellable, error)
                       : NULL;
}

#define BASE_IRI "cadre-base-iri"

static gpointer
load_linked (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_linked_load (input->file, (CadreLinkedFormat) input->number,
                            g_object_get_data (input->object, BASE_IRI), input->settings,
                            cancellable, error);
}

/**
 * cadre_linked_load_async:
 * @file: the file
 * @format: how the graph is written there
 * @base_iri: (nullable): what the IRIs of records begin with, or %NULL for
 *   `urn:cadre:`
 * @limits: (nullable): how much it may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): what
 *   to call with how much has been read, or %NULL
 * @progress_data: what to give to @progress
 * @progress_destroy: (nullable): what frees @progress_data, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Reads linked data from a file in a thread, as cadre_linked_load() does. When
 * that is done, @callback is called, which calls cadre_linked_load_finish() to get
 * what was read.
 *
 * Since: 1.0
 */
void
cadre_linked_load_async (GFile *file,
                         CadreLinkedFormat format,
                         const char *base_iri,
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
  g_autoptr (GObject) base = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (limits == NULL || CADRE_IS_LIMITS (limits));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  base = g_object_new (G_TYPE_OBJECT, NULL);
  g_object_set_data_full (base, BASE_IRI, g_strdup (base_iri), g_free);
  cadre_async_load (NULL, cadre_linked_load_async, load_linked,
                    &(CadreAsyncInput){ base, file, limits, format }, &caller);
}

/**
 * cadre_linked_load_finish:
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_linked_load_async() began.
 *
 * Returns: (transfer full): what was read, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreImport *
cadre_linked_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (cadre_async_is_valid (result, NULL, cadre_linked_load_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}

/**
 * cadre_popolo_load:
 * @file: the file
 * @limits: (nullable): how much it may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads a Popolo document from a file, as cadre_popolo_read() does.
 *
 * Returns: (transfer full): what was read, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreImport *
cadre_popolo_load (GFile *file, CadreLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = load_bytes (file, limits, cancellable, error);
  return bytes != NULL ? cadre_popolo_read (bytes, limits, cancellable, error) : NULL;
}

static gpointer
load_popolo (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_popolo_load (input->file, input->settings, cancellable, error);
}

/**
 * cadre_popolo_load_async:
 * @file: the file
 * @limits: (nullable): how much it may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): what
 *   to call with how much has been read, or %NULL
 * @progress_data: what to give to @progress
 * @progress_destroy: (nullable): what frees @progress_data, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Reads a Popolo document from a file in a thread, as cadre_popolo_load() does.
 * When that is done, @callback is called, which calls cadre_popolo_load_finish() to
 * get what was read.
 *
 * Since: 1.0
 */
void
cadre_popolo_load_async (GFile *file,
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

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (limits == NULL || CADRE_IS_LIMITS (limits));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  cadre_async_load (NULL, cadre_popolo_load_async, load_popolo,
                    &(CadreAsyncInput){ NULL, file, limits, 0 }, &caller);
}

/**
 * cadre_popolo_load_finish:
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_popolo_load_async() began.
 *
 * Returns: (transfer full): what was read, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreImport *
cadre_popolo_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (cadre_async_is_valid (result, NULL, cadre_popolo_load_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}
