/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-progress-private.h"
#include "document/cadre-save-private.h"
#include "document/cadre-writer-private.h"

/* So much is written at a time. */
#define STEP (256 * 1024)

struct _CadreSave
{
  CadreSaveNative *native; /* (nullable), else: */
  GOutputStream *stream;   /* (nullable): what replaces the file when it is closed */
};

CadreSave *
_cadre_save_new (GFile *file, GCancellable *cancellable, GError **error)
{
  CadreSave *save = g_new0 (CadreSave, 1);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&save, g_free);
  else if (g_file_is_native (file) && g_file_peek_path (file) != NULL)
    save->native = _cadre_save_native_new (g_file_peek_path (file), error);
  else
    save->stream =
      (GOutputStream *) g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);

  if (save != NULL && save->native == NULL && save->stream == NULL)
    g_clear_pointer (&save, g_free);

  return save;
}

static gboolean
write_step (CadreSave *save,
            const void *data,
            gsize size,
            GCancellable *cancellable,
            GError **error)
{
  if (save->native != NULL)
    return _cadre_save_native_write (save->native, data, size, cancellable, error);

  return g_output_stream_write_all (save->stream, data, size, NULL, cancellable, error);
}

gboolean
_cadre_save_write (CadreSave *save,
                   const void *data,
                   gsize size,
                   GCancellable *cancellable,
                   GError **error)
{
  const char *bytes = data;

  while (size > 0)
    {
      const gsize n = MIN (size, STEP);

      if (!write_step (save, bytes, n, cancellable, error))
        return FALSE;
      cadre_progress_add_done (cancellable, n);
      bytes += n;
      size -= n;
    }

  return TRUE;
}

gboolean
_cadre_save_commit (CadreSave *save, GCancellable *cancellable, GError **error)
{
  if (save->native != NULL)
    return _cadre_save_native_commit (save->native, cancellable, error);

  return g_output_stream_close (save->stream, cancellable, error);
}

/* GIO leaves the old file in place when the stream that replaces it is closed
 * with a cancellable that is cancelled. */
static void
abandon_stream (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  if (!g_output_stream_is_closed (stream))
    g_output_stream_close (stream, cancelled, NULL);

  g_object_unref (stream);
}

void
_cadre_save_free (CadreSave *save)
{
  g_clear_pointer (&save->native, _cadre_save_native_free);
  g_clear_pointer (&save->stream, abandon_stream);
  g_free (save);
}

gboolean
_cadre_writer_save_text (GFile *file,
                         const char *text,
                         gsize length,
                         GCancellable *cancellable,
                         GError **error)
{
  CadreSave *save = _cadre_save_new (file, cancellable, error);
  gboolean is_saved = FALSE;

  if (save == NULL)
    return FALSE;

  is_saved = _cadre_save_write (save, text, length, cancellable, error) &&
             _cadre_save_commit (save, cancellable, error);
  _cadre_save_free (save);

  return is_saved;
}
