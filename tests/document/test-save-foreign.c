/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

/* A file that is not native: in memory, with what GIO asks of one that is to be
 * replaced. */

#define MEMORY_TYPE_FILE (memory_file_get_type ())
G_DECLARE_FINAL_TYPE (MemoryFile, memory_file, MEMORY, FILE, GObject)

struct _MemoryFile
{
  GObject parent_instance;

  GString *content;
  gboolean is_refused;
};

#define MEMORY_TYPE_STREAM (memory_stream_get_type ())
G_DECLARE_FINAL_TYPE (MemoryStream, memory_stream, MEMORY, STREAM, GFileOutputStream)

struct _MemoryStream
{
  GFileOutputStream parent_instance;

  MemoryFile *file;
  GString *content;
};

G_DEFINE_FINAL_TYPE (MemoryStream, memory_stream, G_TYPE_FILE_OUTPUT_STREAM)

static gssize
memory_stream_write (GOutputStream *stream,
                     const void *data,
                     gsize size,
                     GCancellable *cancellable,
                     GError **error)
{
  g_string_append_len (MEMORY_STREAM (stream)->content, data, (gssize) size);

  return (gssize) size;
}

static gboolean
memory_stream_close (GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  MemoryStream *self = MEMORY_STREAM (stream);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  g_string_assign (self->file->content, self->content->str);

  return TRUE;
}

static void
memory_stream_finalize (GObject *object)
{
  g_string_free (MEMORY_STREAM (object)->content, TRUE);

  G_OBJECT_CLASS (memory_stream_parent_class)->finalize (object);
}

static void
memory_stream_class_init (MemoryStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = memory_stream_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = memory_stream_write;
  G_OUTPUT_STREAM_CLASS (klass)->close_fn = memory_stream_close;
}

static void
memory_stream_init (MemoryStream *self)
{
  self->content = g_string_new (NULL);
}

static gboolean
memory_file_is_native (GFile *file)
{
  return FALSE;
}

static GFileOutputStream *
memory_file_replace (GFile *file,
                     const char *etag,
                     gboolean make_backup,
                     GFileCreateFlags flags,
                     GCancellable *cancellable,
                     GError **error)
{
  MemoryFile *self = MEMORY_FILE ((GObject *) file);
  MemoryStream *stream = NULL;

  if (self->is_refused)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY, "It cannot be written");
      return NULL;
    }

  stream = g_object_new (MEMORY_TYPE_STREAM, NULL);
  stream->file = self;

  return G_FILE_OUTPUT_STREAM (stream);
}

static void
memory_file_iface_init (GFileIface *iface)
{
  iface->is_native = memory_file_is_native;
  iface->replace = memory_file_replace;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MemoryFile,
                               memory_file,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_FILE, memory_file_iface_init))

static void
memory_file_finalize (GObject *object)
{
  g_string_free (MEMORY_FILE (object)->content, TRUE);

  G_OBJECT_CLASS (memory_file_parent_class)->finalize (object);
}

static void
memory_file_class_init (MemoryFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = memory_file_finalize;
}

static void
memory_file_init (MemoryFile *self)
{
  self->content = g_string_new ("old");
}

static void
test_saved (void)
{
  MemoryFile *file = g_object_new (MEMORY_TYPE_FILE, NULL);
  g_autoptr (GError) error = NULL;
  CadreWriter *writer = cadre_writer_new_for_file (G_FILE (file), NULL, &error);

  g_assert_no_error (error);
  cadre_writer_string (writer, "new");
  g_assert_cmpstr (file->content->str, ==, "old");
  g_assert_true (cadre_writer_finish (writer, NULL, &error));
  g_assert_cmpstr (file->content->str, ==, "\"new\"\n");
  g_assert_finalize_object (writer);
  g_assert_cmpstr (file->content->str, ==, "\"new\"\n");
  g_assert_finalize_object (file);
}

static void
test_dropped (void)
{
  MemoryFile *file = g_object_new (MEMORY_TYPE_FILE, NULL);
  CadreWriter *writer = cadre_writer_new_for_file (G_FILE (file), NULL, NULL);

  cadre_writer_string (writer, "new");
  g_assert_finalize_object (writer);
  g_assert_cmpstr (file->content->str, ==, "old");
  g_assert_finalize_object (file);
}

static void
test_refused (void)
{
  MemoryFile *file = g_object_new (MEMORY_TYPE_FILE, NULL);
  g_autoptr (GError) error = NULL;

  file->is_refused = TRUE;
  g_assert_null (cadre_writer_new_for_file (G_FILE (file), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
  g_assert_finalize_object (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/save-foreign/saved", test_saved);
  g_test_add_func ("/document/save-foreign/dropped", test_dropped);
  g_test_add_func ("/document/save-foreign/refused", test_refused);

  return g_test_run ();
}
