/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-async-private.h"
#include "base/cadre-progress-private.h"

typedef struct
{
  CadreAsyncLoad load; /* or: */
  CadreAsyncSave save;
  CadreAsyncInput input;
  CadreProgress *progress;
  GCancellable *cancellable; /* (nullable): the caller's */
  gulong handler;            /* which hands cancelling on to the progress */
} Async;

static void
async_free (gpointer data)
{
  Async *self = data;

  g_clear_object (&self->input.object);
  g_clear_object (&self->input.file);
  g_clear_object (&self->input.settings);
  g_clear_object (&self->progress);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static void
cancel_progress (GCancellable *cancellable, gpointer data)
{
  g_cancellable_cancel (data);
}

static gpointer
ref_or_null (gpointer object)
{
  return object != NULL ? g_object_ref (object) : NULL;
}

static Async *
async_new (GTask *task, const CadreAsyncInput *input, const CadreAsyncCaller *caller)
{
  Async *self = g_new0 (Async, 1);

  self->input = (CadreAsyncInput){ ref_or_null (input->object), ref_or_null (input->file),
                                   ref_or_null (input->settings), input->number };
  self->progress = cadre_progress_new (g_task_get_context (task), caller->progress,
                                       caller->progress_data, caller->progress_destroy);
  self->cancellable = ref_or_null (caller->cancellable);
  if (self->cancellable != NULL)
    self->handler = g_cancellable_connect (self->cancellable, G_CALLBACK (cancel_progress),
                                           g_object_ref (self->progress), g_object_unref);

  return self;
}

/* In the thread. */
static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Async *self = data;
  GError *error = NULL;
  gpointer result = NULL;
  gboolean is_good = FALSE;

  if (self->load != NULL)
    {
      result = self->load (&self->input, G_CANCELLABLE (self->progress), &error);
      is_good = result != NULL;
    }
  else
    is_good = self->save (&self->input, G_CANCELLABLE (self->progress), &error);

  if (self->cancellable != NULL)
    g_cancellable_disconnect (self->cancellable, self->handler);
  cadre_progress_end (self->progress, is_good);
  if (!is_good)
    g_task_return_error (task, error);
  else if (self->load != NULL)
    g_task_return_pointer (task, result, g_object_unref);
  else
    g_task_return_boolean (task, TRUE);
}

/* Whether it was cancelled is for the function to say: what has been saved is not
 * taken back, and is no error. */
static void
start (gpointer source,
       gpointer tag,
       CadreAsyncLoad load,
       CadreAsyncSave save,
       const CadreAsyncInput *input,
       const CadreAsyncCaller *caller)
{
  g_autoptr (GTask) task =
    g_task_new (source, caller->cancellable, caller->callback, caller->user_data);
  Async *async = async_new (task, input, caller);

  async->load = load;
  async->save = save;
  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, async, async_free);
  g_task_run_in_thread (task, run);
}

/*< private >
 * cadre_async_load:
 * @source: (nullable): the object that the public function is a method of
 * @tag: the public function
 * @load: what gives an object
 * @input: what that is given
 * @caller: what the caller said
 *
 * Loads in a thread.
 */
void
cadre_async_load (gpointer source,
                  gpointer tag,
                  CadreAsyncLoad load,
                  const CadreAsyncInput *input,
                  const CadreAsyncCaller *caller)
{
  start (source, tag, load, NULL, input, caller);
}

/*< private >
 * cadre_async_save:
 * @source: (nullable): the object that the public function is a method of
 * @tag: the public function
 * @save: what saves
 * @input: what that is given
 * @caller: what the caller said
 *
 * Saves in a thread.
 */
void
cadre_async_save (gpointer source,
                  gpointer tag,
                  CadreAsyncSave save,
                  const CadreAsyncInput *input,
                  const CadreAsyncCaller *caller)
{
  start (source, tag, NULL, save, input, caller);
}

gboolean
cadre_async_is_valid (GAsyncResult *result, gpointer source, gpointer tag)
{
  return g_task_is_valid (result, source) && g_async_result_is_tagged (result, tag);
}

gpointer
cadre_async_finish_load (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
cadre_async_finish_save (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
