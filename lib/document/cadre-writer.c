/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-writer
 * @Title: CadreWriter
 * @Short_Description: Writes a document piece by piece
 *
 * A #CadreWriter writes JSON to text, a stream, a file or a #JsonNode. The
 * caller says what comes next; commas, blanks and line breaks are the writer's.
 * The same calls give the same bytes everywhere.
 *
 * The layout suits version control: each member of the document and each row of
 * its tables has a line of its own, and what is deeper stands on that line:
 *
 * |[
 * {
 *   "cadre": "structure",
 *   "version": 1,
 *   "posts": [
 *     {"id": "P1", "title": "Head of Adult Services"},
 *     {"id": "P2", "title": "Team Manager", "establishment": 2}
 *   ]
 * }
 * ]|
 *
 * Text is kept byte for byte: only those characters are escaped that RFC 8259
 * says must be. So what a #CadreReader reads and a writer writes again reads as
 * the same document.
 *
 * The calls return nothing. The first error, whether of the stream or because a
 * call made no sense, is kept and given by cadre_writer_finish(), and what comes
 * after it is not written. A document is whole only when that returns %TRUE.
 *
 * A writer belongs to one thread at a time.
 */

#include "config.h"

#include "document/cadre-writer-state-private.h"

/* So much is collected before it is given to a stream or a file. */
#define FLUSH_AT (64 * 1024)

G_DEFINE_FINAL_TYPE (CadreWriter, cadre_writer, G_TYPE_OBJECT)

static void
cadre_writer_dispose (GObject *object)
{
  CadreWriter *self = CADRE_WRITER (object);

  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->save, _cadre_save_free);

  G_OBJECT_CLASS (cadre_writer_parent_class)->dispose (object);
}

static void
cadre_writer_finalize (GObject *object)
{
  CadreWriter *self = CADRE_WRITER (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->levels); i++)
    _cadre_names_clear (&self->levels[i].names);

  g_clear_pointer (&self->nodes, _cadre_writer_nodes_free);
  g_clear_error (&self->error);
  _cadre_buffer_clear (&self->out);

  G_OBJECT_CLASS (cadre_writer_parent_class)->finalize (object);
}

static void
cadre_writer_class_init (CadreWriterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cadre_writer_dispose;
  object_class->finalize = cadre_writer_finalize;
}

static void
cadre_writer_init (CadreWriter *self)
{
  self->flush_at = G_MAXSIZE;
}

/**
 * cadre_writer_new_for_text:
 *
 * Makes a writer whose text is kept in memory, for cadre_writer_dup_text() and
 * cadre_writer_steal_bytes().
 *
 * Returns: (transfer full): the writer
 *
 * Since: 1.0
 */
CadreWriter *
cadre_writer_new_for_text (void)
{
  return g_object_new (CADRE_TYPE_WRITER, NULL);
}

/**
 * cadre_writer_new_for_stream:
 * @stream: where the text goes
 *
 * Makes a writer to a stream, which is flushed in the end and not closed.
 *
 * Returns: (transfer full): the writer
 *
 * Since: 1.0
 */
CadreWriter *
cadre_writer_new_for_stream (GOutputStream *stream)
{
  CadreWriter *self = NULL;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = cadre_writer_new_for_text ();
  self->stream = g_object_ref (stream);
  self->flush_at = FLUSH_AT;

  return self;
}

/**
 * cadre_writer_new_for_file:
 * @file: the file to save
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Makes a writer that saves a file: the old file stays as it is until
 * cadre_writer_finish() puts the new one in its place, whole and on the disk.
 * Where the writer is dropped before, or the process ends, the old file stays.
 *
 * In the folder of the file there is a temporary file for that time, whose name
 * is `.cadre-`, 16 hexadecimal digits and `~`. One that a process left behind
 * is swept by the next who saves the file. While it is in use, the error is
 * %CADRE_DOCUMENT_ERROR_BUSY.
 *
 * The new file has the permissions and the group of the old one, or is readable
 * by its owner alone where there was none. If the file is a symbolic link, what
 * it points to is saved. Other hard links keep the old content.
 *
 * All this holds for native files. Others are saved as g_file_replace() does.
 *
 * Returns: (transfer full): the writer, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreWriter *
cadre_writer_new_for_file (GFile *file, GCancellable *cancellable, GError **error)
{
  CadreWriter *self = NULL;
  CadreSave *save = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  save = _cadre_save_new (file, cancellable, error);
  if (save == NULL)
    return NULL;

  self = cadre_writer_new_for_text ();
  self->save = save;
  self->flush_at = FLUSH_AT;
  _cadre_writer_set_cancellable (self, cancellable);

  return self;
}

/**
 * cadre_writer_new_for_node:
 *
 * Makes a writer whose document is a node of JSON-GLib, for
 * cadre_writer_get_node().
 *
 * A node holds numbers as 64-bit integers or as doubles. A number that neither
 * holds exactly is %CADRE_DOCUMENT_ERROR_VALUE.
 *
 * Returns: (transfer full): the writer
 *
 * Since: 1.0
 */
CadreWriter *
cadre_writer_new_for_node (void)
{
  CadreWriter *self = cadre_writer_new_for_text ();

  self->nodes = _cadre_writer_nodes_new ();

  return self;
}

/**
 * cadre_writer_begin_object:
 * @self: a #CadreWriter
 *
 * Begins an object.
 *
 * Since: 1.0
 */
void
cadre_writer_begin_object (CadreWriter *self)
{
  g_return_if_fail (CADRE_IS_WRITER (self));

  _cadre_writer_begin_object (self);
}

/**
 * cadre_writer_end_object:
 * @self: a #CadreWriter
 *
 * Ends an object.
 *
 * Since: 1.0
 */
void
cadre_writer_end_object (CadreWriter *self)
{
  g_return_if_fail (CADRE_IS_WRITER (self));

  _cadre_writer_end_object (self);
}

/**
 * cadre_writer_begin_array:
 * @self: a #CadreWriter
 *
 * Begins an array.
 *
 * Since: 1.0
 */
void
cadre_writer_begin_array (CadreWriter *self)
{
  g_return_if_fail (CADRE_IS_WRITER (self));

  _cadre_writer_begin_array (self);
}

/**
 * cadre_writer_end_array:
 * @self: a #CadreWriter
 *
 * Ends an array.
 *
 * Since: 1.0
 */
void
cadre_writer_end_array (CadreWriter *self)
{
  g_return_if_fail (CADRE_IS_WRITER (self));

  _cadre_writer_end_array (self);
}

/**
 * cadre_writer_member:
 * @self: a #CadreWriter
 * @name: the name
 *
 * Writes the name of a member, whose value comes next. No two members of an
 * object may have one name.
 *
 * Since: 1.0
 */
void
cadre_writer_member (CadreWriter *self, const char *name)
{
  g_return_if_fail (CADRE_IS_WRITER (self));
  g_return_if_fail (name != NULL);

  _cadre_writer_member (self, name, strlen (name));
}

/**
 * cadre_writer_string:
 * @self: a #CadreWriter
 * @text: the text
 *
 * Writes a string, which must be UTF-8.
 *
 * Since: 1.0
 */
void
cadre_writer_string (CadreWriter *self, const char *text)
{
  g_return_if_fail (CADRE_IS_WRITER (self));
  g_return_if_fail (text != NULL);

  _cadre_writer_string (self, text, strlen (text));
}

/**
 * cadre_writer_string_n:
 * @self: a #CadreWriter
 * @text: (array length=length) (element-type guint8): the text, not NUL-terminated
 * @length: how many bytes it has
 *
 * Writes a string, which must be UTF-8 and have no NUL in it.
 *
 * Since: 1.0
 */
void
cadre_writer_string_n (CadreWriter *self, const char *text, gsize length)
{
  g_return_if_fail (CADRE_IS_WRITER (self));
  g_return_if_fail (text != NULL || length == 0);

  _cadre_writer_string (self, text == NULL ? "" : text, length);
}

/**
 * cadre_writer_integer:
 * @self: a #CadreWriter
 * @value: the number
 *
 * Writes a whole number.
 *
 * Since: 1.0
 */
void
cadre_writer_integer (CadreWriter *self, gint64 value)
{
  g_return_if_fail (CADRE_IS_WRITER (self));

  _cadre_writer_integer (self, value);
}

/**
 * cadre_writer_number:
 * @self: a #CadreWriter
 * @text: the number as text
 *
 * Writes a number as it is given. What is not a number of JSON is
 * %CADRE_DOCUMENT_ERROR_VALUE.
 *
 * Since: 1.0
 */
void
cadre_writer_number (CadreWriter *self, const char *text)
{
  g_return_if_fail (CADRE_IS_WRITER (self));
  g_return_if_fail (text != NULL);

  _cadre_writer_number (self, text, strlen (text));
}

/**
 * cadre_writer_boolean:
 * @self: a #CadreWriter
 * @value: the value
 *
 * Writes true or false.
 *
 * Since: 1.0
 */
void
cadre_writer_boolean (CadreWriter *self, gboolean value)
{
  g_return_if_fail (CADRE_IS_WRITER (self));

  _cadre_writer_boolean (self, value);
}

/**
 * cadre_writer_unknown:
 * @self: a #CadreWriter
 *
 * Writes null, which stands for what is unknown.
 *
 * Since: 1.0
 */
void
cadre_writer_unknown (CadreWriter *self)
{
  g_return_if_fail (CADRE_IS_WRITER (self));

  _cadre_writer_null (self);
}

static void
finish_target (CadreWriter *self)
{
  GError *error = NULL;

  if (self->stream != NULL && !g_output_stream_flush (self->stream, self->cancellable, &error))
    _cadre_writer_take_error (self, error);
  else if (self->save != NULL && !_cadre_save_commit (self->save, self->cancellable, &error))
    _cadre_writer_take_error (self, error);
}

/**
 * cadre_writer_finish:
 * @self: a #CadreWriter
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Ends the document and writes what is left of it. A file is put in the place
 * of the old one now, and not at all where something failed before, but for
 * %CADRE_DOCUMENT_ERROR_NOT_DURABLE: then it is in its place, and may be lost
 * if the power fails soon.
 *
 * Calling this again gives the same answer, unless something was written between.
 *
 * Returns: %TRUE if the whole document is written, or %FALSE with @error set to
 *   the first error
 *
 * Since: 1.0
 */
gboolean
cadre_writer_finish (CadreWriter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (CADRE_IS_WRITER (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!self->is_finished)
    {
      self->is_finished = TRUE;
      _cadre_writer_set_cancellable (self, cancellable);
      if (_cadre_writer_end (self))
        finish_target (self);
      g_clear_pointer (&self->save, _cadre_save_free);
    }

  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->error));

  return FALSE;
}

/* Whether there is a whole text in memory. */
static gboolean
has_text (const CadreWriter *self)
{
  return self->is_finished && self->error == NULL && self->out.size > 0 &&
         self->flush_at == G_MAXSIZE;
}

/**
 * cadre_writer_dup_text:
 * @self: a #CadreWriter of text
 *
 * Gets the text of a document that is finished.
 *
 * Returns: (nullable) (transfer full): the text, or %NULL if the writer writes
 *   elsewhere, is not finished or has failed, or if there is no memory for a copy
 *
 * Since: 1.0
 */
char *
cadre_writer_dup_text (CadreWriter *self)
{
  char *text = NULL;

  g_return_val_if_fail (CADRE_IS_WRITER (self), NULL);

  if (!has_text (self))
    return NULL;

  text = g_try_malloc (self->out.size + 1);
  if (text == NULL)
    return NULL;

  memcpy (text, self->out.data, self->out.size);
  text[self->out.size] = '\0';

  return text;
}

/**
 * cadre_writer_steal_bytes:
 * @self: a #CadreWriter of text
 *
 * Takes the text of a document that is finished, without a copy. The writer has
 * none afterwards.
 *
 * Returns: (nullable) (transfer full): the text, or %NULL if the writer writes
 *   elsewhere, is not finished or has failed, or if it was taken before
 *
 * Since: 1.0
 */
GBytes *
cadre_writer_steal_bytes (CadreWriter *self)
{
  gsize size = 0;

  g_return_val_if_fail (CADRE_IS_WRITER (self), NULL);

  if (!has_text (self))
    return NULL;

  size = self->out.size;
  self->out.size = 0;
  self->out.allocated = 0;

  return g_bytes_new_take (g_steal_pointer (&self->out.data), size);
}

/**
 * cadre_writer_get_node:
 * @self: a #CadreWriter of a node
 *
 * Gets the node of a document that is finished.
 *
 * Returns: (nullable) (transfer full): the node, or %NULL if the writer writes
 *   elsewhere, is not finished or has failed
 *
 * Since: 1.0
 */
JsonNode *
cadre_writer_get_node (CadreWriter *self)
{
  g_return_val_if_fail (CADRE_IS_WRITER (self), NULL);

  if (!self->is_finished || self->error != NULL || self->nodes == NULL)
    return NULL;

  return json_node_ref (_cadre_writer_nodes_root (self->nodes));
}
