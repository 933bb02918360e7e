/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-async-private.h"
#include "structure/cadre-structure-private.h"
#include <cadre/cadre-structure-write.h>
#include <cadre/cadre-structure.h>

/* Loading and saving in a thread. */

/* Who loads in a thread does not want to wait for it elsewhere: what is wrong is looked for
 * here too, as long as it can be cancelled. */
static gpointer
load_structure (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreStructure) structure =
    cadre_structure_load (input->file, input->settings, cancellable, error);

  if (structure == NULL || !cadre_structure_check (structure, cancellable, error))
    return NULL;
  return g_steal_pointer (&structure);
}

/**
 * cadre_structure_load_async:
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
 * Loads a structure from a JSON document in a thread, as cadre_structure_load() does. When that is
 * done, @callback is called, which calls cadre_structure_load_finish() to get
 * the structure. Its issues are looked for in the thread too, where that can be cancelled: when
 * they are asked for, they are there.
 *
 * Since: 1.0
 */
void
cadre_structure_load_async (GFile *file,
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

  cadre_async_load (NULL, cadre_structure_load_async, load_structure, &input, &caller);
}

/**
 * cadre_structure_load_finish:
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_structure_load_async() began.
 *
 * Returns: (transfer full): the structure, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreStructure *
cadre_structure_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (cadre_async_is_valid (result, NULL, cadre_structure_load_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}

static gboolean
save_structure (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_structure_save (input->object, input->settings, input->file, cancellable, error);
}

/**
 * cadre_structure_save_async:
 * @self: a #CadreStructure
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
 * Saves a structure in a thread, as cadre_structure_save() does. When that is
 * done, @callback is called, which calls cadre_structure_save_finish() to see
 * how it went.
 *
 * Since: 1.0
 */
void
cadre_structure_save_async (CadreStructure *self,
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

  g_return_if_fail (CADRE_IS_STRUCTURE (self));
  g_return_if_fail (CADRE_IS_REDACTION (redaction));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  cadre_async_save (self, cadre_structure_save_async, save_structure, &input, &caller);
}

/**
 * cadre_structure_save_finish:
 * @self: a #CadreStructure
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_structure_save_async() began.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_structure_save_finish (CadreStructure *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), FALSE);
  g_return_val_if_fail (cadre_async_is_valid (result, self, cadre_structure_save_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return cadre_async_finish_save (result, error);
}
