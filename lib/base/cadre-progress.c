/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-progress-private.h"

/* So much of a file is read at a time. */
#define STEP (256 * 1024)

struct _CadreProgress
{
  GCancellable parent_instance;

  GMutex lock;
  gint64 done;
  gint64 total;          /* -1 where it is not known */
  gboolean is_queued;    /* it will be told */
  gboolean has_ended;    /* and will be told the last time */
  GMainContext *context; /* (nullable): where; NULL for the default */

  /* ONLY in the context. */
  CadreProgressCallback callback; /* (nullable) */
  gpointer user_data;
  GDestroyNotify destroy; /* (nullable) */
  gint64 told_done;       /* what was told last, -1 before the first */
  gint64 told_total;
};

G_DEFINE_FINAL_TYPE (CadreProgress, cadre_progress, G_TYPE_CANCELLABLE)

static void
forget_callback (CadreProgress *self)
{
  const GDestroyNotify destroy = self->destroy;
  const gpointer user_data = self->user_data;

  self->callback = NULL;
  self->user_data = NULL;
  self->destroy = NULL;
  if (destroy != NULL)
    destroy (user_data);
}

static void
cadre_progress_finalize (GObject *object)
{
  CadreProgress *self = CADRE_PROGRESS (object);

  /* ONLY where the context has gone before it could be told. */
  forget_callback (self);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (cadre_progress_parent_class)->finalize (object);
}

static void
cadre_progress_class_init (CadreProgressClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_progress_finalize;
}

static void
cadre_progress_init (CadreProgress *self)
{
  g_mutex_init (&self->lock);
  self->total = -1;
  self->told_done = -1;
}

CadreProgress *
cadre_progress_new (GMainContext *context,
                    CadreProgressCallback callback,
                    gpointer user_data,
                    GDestroyNotify destroy)
{
  CadreProgress *self = g_object_new (CADRE_TYPE_PROGRESS, NULL);

  self->context = context != NULL ? g_main_context_ref (context) : NULL;
  self->callback = callback;
  self->user_data = user_data;
  self->destroy = destroy;

  return self;
}

static void
tell_once (CadreProgress *self, gint64 done, gint64 total)
{
  if (self->callback == NULL || (self->told_done == done && self->told_total == total))
    return;

  self->told_done = done;
  self->told_total = total;
  self->callback (done, total, self->user_data);
}

/* In the context of the caller. */
static gboolean
tell (gpointer data)
{
  CadreProgress *self = data;
  gint64 done = 0;
  gint64 total = 0;
  gboolean has_ended = FALSE;

  g_mutex_lock (&self->lock);
  done = self->done;
  total = self->total;
  has_ended = self->has_ended;
  self->is_queued = FALSE;
  g_mutex_unlock (&self->lock);

  if (!has_ended || done == total)
    tell_once (self, done, total);
  if (has_ended)
    forget_callback (self);

  return G_SOURCE_REMOVE;
}

/* Of the priority of what a GTask gives back, so that it comes before that.
 * Whoever calls this holds the lock. */
static void
queue (CadreProgress *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  self->is_queued = TRUE;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "Cadre progress");
  g_source_set_callback (source, tell, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

/*< private >
 * cadre_progress_add_total:
 * @cancellable: (nullable): what may be a #CadreProgress
 * @bytes: how many
 *
 * Says that so many bytes are there to be read or written.
 */
void
cadre_progress_add_total (GCancellable *cancellable, guint64 bytes)
{
  CadreProgress *self = NULL;

  if (cancellable == NULL || !CADRE_IS_PROGRESS (cancellable))
    return;

  self = CADRE_PROGRESS (cancellable);
  g_mutex_lock (&self->lock);
  self->total = MAX (self->total, 0) + (gint64) bytes;
  g_mutex_unlock (&self->lock);
}

/*< private >
 * cadre_progress_add_total_of:
 * @cancellable: (nullable): what may be a #CadreProgress
 * @stream: the beginning of a file
 *
 * Says that a file is there to be read. How large it is, is asked for only where
 * somebody wants to know, and need not be known.
 */
void
cadre_progress_add_total_of (GCancellable *cancellable, GFileInputStream *stream)
{
  g_autoptr (GFileInfo) info = NULL;

  if (cancellable == NULL || !CADRE_IS_PROGRESS (cancellable))
    return;

  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  if (info != NULL && g_file_info_get_size (info) > 0)
    cadre_progress_add_total (cancellable, (guint64) g_file_info_get_size (info));
}

/*< private >
 * cadre_progress_add_done:
 * @cancellable: (nullable): what may be a #CadreProgress
 * @bytes: how many
 *
 * Says that so many bytes more have been read or written. Where the caller does
 * not listen for a while, it is told but the last.
 */
void
cadre_progress_add_done (GCancellable *cancellable, guint64 bytes)
{
  CadreProgress *self = NULL;

  if (cancellable == NULL || !CADRE_IS_PROGRESS (cancellable))
    return;

  self = CADRE_PROGRESS (cancellable);
  g_mutex_lock (&self->lock);
  self->done += (gint64) bytes;
  if (self->total >= 0) /* a file may grow while it is read */
    self->total = MAX (self->total, self->done);
  if (self->callback != NULL && !self->is_queued)
    queue (self);
  g_mutex_unlock (&self->lock);
}

/*< private >
 * cadre_progress_end:
 * @self: a #CadreProgress
 * @is_good: whether all was done
 *
 * Says that nothing more is done.
 */
void
cadre_progress_end (CadreProgress *self, gboolean is_good)
{
  g_mutex_lock (&self->lock);
  if (is_good)
    self->total = self->done;
  self->has_ended = TRUE;
  if (self->callback != NULL || self->destroy != NULL)
    queue (self);
  g_mutex_unlock (&self->lock);
}

/*< private >
 * cadre_progress_load_bytes:
 * @file: a file whose size is known to be bearable
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads a file step by step.
 *
 * Returns: (transfer full): what is in it, or %NULL with @error set
 */
GBytes *
cadre_progress_load_bytes (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gssize n = stream != NULL ? 1 : -1;

  if (stream != NULL)
    cadre_progress_add_total_of (cancellable, stream);
  while (n > 0)
    {
      const guint size = content->len;

      g_byte_array_set_size (content, size + STEP);
      n = g_input_stream_read (G_INPUT_STREAM (stream), content->data + size, STEP, cancellable,
                               error);
      g_byte_array_set_size (content, size + (guint) MAX (n, 0));
      cadre_progress_add_done (cancellable, (guint64) MAX (n, 0));
    }

  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&content)) : NULL;
}
