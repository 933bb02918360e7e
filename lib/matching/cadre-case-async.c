/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-async-private.h"
#include "matching/cadre-effect-private.h"

/* Loading and saving in a thread. What is saved is a copy, since the case may be
 * changed in the meantime. */

/* What is in the lists never changes, but the lists do. */
static void
copy_list (GListStore *from, GListStore *to)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (from));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (from), i);

      g_list_store_append (to, item);
    }
}

static void
copy_head (CadreCase *self, CadreCase *copy)
{
  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  g_free (copy->language);
  copy->language = g_strdup (self->language);
  copy->source = g_strdup (self->source);
  copy->notes = g_strdupv (self->notes);
  copy->unknown = g_strdup (self->unknown);
  copy->scope = g_strdupv (self->scope);
  copy->scope_unknown = g_strdup (self->scope_unknown);
  copy->cut_offs_unknown = g_strdup (self->cut_offs_unknown);
}

CadreCase *
cadre_case_copy (CadreCase *self)
{
  CadreCase *copy = cadre_case_new ();

  copy_head (self, copy);
  g_set_object (&copy->before, self->before);
  g_set_object (&copy->after, self->after);
  cadre_case_set_before_date (copy, self->before_date);
  cadre_case_set_after_date (copy, self->after_date);
  cadre_case_set_decision_date (copy, self->decision_date);
  for (guint i = 0; i < G_N_ELEMENTS (self->cut_offs); i++)
    cadre_case_set_cut_off (copy, (CadreStage) i, self->cut_offs[i]);
  copy_list (self->pairs, copy->pairs);
  copy_list (self->policies, copy->policies);
  copy_list (self->declarations, copy->declarations);
  g_clear_object (&copy->log);
  if (self->log != NULL)
    copy->log = cadre_log_copy (self->log);

  return copy;
}

static gpointer
load_case (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_case_load (input->file, input->settings, cancellable, error);
}

/**
 * cadre_case_load_async:
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
 * Loads a case from a JSON document in a thread, as cadre_case_load() does. When that is
 * done, @callback is called, which calls cadre_case_load_finish() to get
 * the case.
 *
 * Since: 1.0
 */
void
cadre_case_load_async (GFile *file,
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

  cadre_async_load (NULL, cadre_case_load_async, load_case, &input, &caller);
}

/**
 * cadre_case_load_finish:
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_case_load_async() began.
 *
 * Returns: (transfer full): the case, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreCase *
cadre_case_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (cadre_async_is_valid (result, NULL, cadre_case_load_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_async_finish_load (result, error);
}

static gboolean
save_case (const CadreAsyncInput *input, GCancellable *cancellable, GError **error)
{
  return cadre_case_save (input->object, input->settings, input->file, cancellable, error);
}

/**
 * cadre_case_save_async:
 * @self: a #CadreCase
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
 * Saves a case as it is now in a thread, as cadre_case_save() does. When that is
 * done, @callback is called, which calls cadre_case_save_finish() to see
 * how it went.
 *
 * Since: 1.0
 */
void
cadre_case_save_async (CadreCase *self,
                       CadreRedaction *redaction,
                       GFile *file,
                       GCancellable *cancellable,
                       CadreProgressCallback progress,
                       gpointer progress_data,
                       GDestroyNotify progress_destroy,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (CadreCase) copy = NULL;
  CadreAsyncInput input = { NULL, file, redaction, 0 };
  const CadreAsyncCaller caller = { cancellable,      progress, progress_data,
                                    progress_destroy, callback, user_data };

  g_return_if_fail (CADRE_IS_CASE (self));
  g_return_if_fail (CADRE_IS_REDACTION (redaction));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  copy = cadre_case_copy (self);
  input.object = copy;
  cadre_async_save (self, cadre_case_save_async, save_case, &input, &caller);
}

/**
 * cadre_case_save_finish:
 * @self: a #CadreCase
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_case_save_async() began.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_case_save_finish (CadreCase *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), FALSE);
  g_return_val_if_fail (cadre_async_is_valid (result, self, cadre_case_save_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return cadre_async_finish_save (result, error);
}
