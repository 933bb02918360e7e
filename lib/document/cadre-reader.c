/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-reader
 * @Title: CadreReader
 * @Short_Description: Reads a document piece by piece
 *
 * A #CadreReader reads JSON as RFC 8259 has it, and nothing else: no comments,
 * no trailing commas, no second document, no member that stands twice in one
 * object, no surrogate that stands alone, no NUL. One byte order mark at the
 * beginning is passed over.
 *
 * The caller pulls one #CadreToken after another with cadre_reader_next().
 * Numbers are handed on as the text that stands in the document, so that
 * nothing is rounded on the way. A document given as bytes is read in place,
 * and one given as a stream goes through one window of 256 KiB.
 *
 * Every error says where it is, by line, column and JSON Pointer. A reader that
 * has failed stays where it is and gives the same error again.
 *
 * The same checks hold for a #JsonNode, as far as it can still be checked:
 * JSON-GLib may already have lost something when it parsed the text that the
 * node came from.
 *
 * A reader belongs to one thread at a time.
 */

#include "config.h"

#include "base/cadre-progress-private.h"
#include "document/cadre-reader-state-private.h"

G_DEFINE_FINAL_TYPE (CadreReader, cadre_reader, G_TYPE_OBJECT)

static void
cadre_reader_dispose (GObject *object)
{
  CadreReader *self = CADRE_READER (object);

  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (cadre_reader_parent_class)->dispose (object);
}

static void
cadre_reader_finalize (GObject *object)
{
  CadreReader *self = CADRE_READER (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->levels); i++)
    _cadre_names_clear (&self->levels[i].names);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->nodes, _cadre_reader_nodes_free);
  g_clear_pointer (&self->window, g_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_error (&self->error);
  _cadre_buffer_clear (&self->scratch);
  _cadre_buffer_clear (&self->copy);

  G_OBJECT_CLASS (cadre_reader_parent_class)->finalize (object);
}

static void
cadre_reader_class_init (CadreReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cadre_reader_dispose;
  object_class->finalize = cadre_reader_finalize;
}

static void
take_limits (CadreReader *self, CadreLimits *limits)
{
  self->max_bytes = cadre_limits_get_max_bytes (limits);
  self->max_items = cadre_limits_get_max_items (limits);
  self->max_depth = MIN (cadre_limits_get_max_depth (limits), CADRE_READER_MAX_DEPTH);
  self->max_members = cadre_limits_get_max_members (limits);
  self->max_string = cadre_limits_get_max_string (limits);
}

static void
cadre_reader_init (CadreReader *self)
{
  g_autoptr (CadreLimits) limits = cadre_limits_new_bounded ();

  take_limits (self, limits);
  self->line = 1;
  self->countdown = 1;
  self->level = self->levels;
  self->level->after = CADRE_EXPECT_END;
  _cadre_reader_use_nothing (self);
}

static CadreReader *
new_reader (CadreLimits *limits)
{
  CadreReader *self = g_object_new (CADRE_TYPE_READER, NULL);

  if (limits != NULL)
    take_limits (self, limits);

  return self;
}

/**
 * cadre_reader_new_for_bytes:
 * @bytes: the text of a document
 * @limits: (nullable): how much the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 *
 * Makes a reader of text in memory, which is read in place.
 *
 * Returns: (transfer full): the reader
 *
 * Since: 1.0
 */
CadreReader *
cadre_reader_new_for_bytes (GBytes *bytes, CadreLimits *limits)
{
  CadreReader *self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);

  self = new_reader (limits);
  _cadre_reader_use_bytes (self, bytes);
  if (g_bytes_get_size (bytes) > self->max_bytes)
    _cadre_reader_fail_too_large (self);

  return self;
}

/**
 * cadre_reader_new_for_stream:
 * @stream: the text of a document
 * @limits: (nullable): how much the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 *
 * Makes a reader of a stream, which is read to its end and not closed.
 *
 * Returns: (transfer full): the reader
 *
 * Since: 1.0
 */
CadreReader *
cadre_reader_new_for_stream (GInputStream *stream, CadreLimits *limits)
{
  CadreReader *self = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);

  self = new_reader (limits);
  _cadre_reader_use_stream (self, stream);

  return self;
}

/* What the file system says about the size, or 0 where it says nothing. */
static guint64
size_of (GFileInputStream *stream, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info =
    g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);

  return info == NULL ? 0 : g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE);
}

/**
 * cadre_reader_new_for_file:
 * @file: the document
 * @limits: (nullable): how much the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Opens a file and makes a reader of it.
 *
 * A file that is larger than the limits allow is refused before it is read,
 * with %CADRE_DOCUMENT_ERROR_LIMIT_BYTES.
 *
 * Returns: (transfer full): the reader, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreReader *
cadre_reader_new_for_file (GFile *file,
                           CadreLimits *limits,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (CadreReader) self = NULL;
  guint64 size = 0;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  self = cadre_reader_new_for_stream (G_INPUT_STREAM (stream), limits);
  size = size_of (stream, cancellable);
  if (size > 0)
    cadre_progress_add_total (cancellable, size);
  if (size > self->max_bytes)
    {
      _cadre_reader_fail_too_large (self);
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * cadre_reader_new_for_node:
 * @node: a document as JSON-GLib has it
 * @limits: (nullable): how much the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 *
 * Makes a reader of a node, which must not be changed while it is read.
 *
 * Returns: (transfer full): the reader
 *
 * Since: 1.0
 */
CadreReader *
cadre_reader_new_for_node (JsonNode *node, CadreLimits *limits)
{
  CadreReader *self = NULL;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);

  self = new_reader (limits);
  self->nodes = _cadre_reader_nodes_new (node);

  return self;
}

void
_cadre_reader_set_cancellable (CadreReader *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

static gboolean
give_error (CadreReader *self, GError **error)
{
  self->countdown = 1;
  g_propagate_error (error, g_error_copy (self->error));

  return FALSE;
}

/* All that need not be asked at each token: whether the reader has failed,
 * whether it is cancelled, and what the source is. Scanning bytes, which is to
 * be quick, comes here once in CADRE_READER_CHECK_EVERY tokens. */
static gboolean
next_slowly (CadreReader *self)
{
  self->countdown = self->nodes != NULL ? 1 : CADRE_READER_CHECK_EVERY;

  if (self->error != NULL || g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    return FALSE;

  return self->nodes != NULL ? _cadre_reader_walk (self) : _cadre_reader_scan (self);
}

gboolean
_cadre_reader_next (CadreReader *self, CadreToken *token, GError **error)
{
  if (G_UNLIKELY (--self->countdown == 0 ? !next_slowly (self) : !_cadre_reader_scan (self)))
    return give_error (self, error);

  *token = self->token;

  return TRUE;
}

/**
 * cadre_reader_next:
 * @self: a #CadreReader
 * @token: (out): return location for the token
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads on to the next token.
 *
 * The document is known to be whole and sound only when %CADRE_TOKEN_END has
 * been read, which is then read again and again.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_reader_next (CadreReader *self, CadreToken *token, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (CADRE_IS_READER (self), FALSE);
  g_return_val_if_fail (token != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *token = CADRE_TOKEN_END;
  _cadre_reader_set_cancellable (self, cancellable);
  self->countdown = 1;

  return _cadre_reader_next (self, token, error);
}

static gboolean
has_text (const CadreReader *self)
{
  return self->token == CADRE_TOKEN_MEMBER || self->token == CADRE_TOKEN_STRING ||
         self->token == CADRE_TOKEN_NUMBER;
}

void
_cadre_reader_text (CadreReader *self, const char **text, gsize *length)
{
  *text = self->text;
  *length = self->length;
}

/**
 * cadre_reader_get_text:
 * @self: a #CadreReader
 * @length: (out) (optional): return location for the number of bytes
 *
 * Gets the text of the token just read: the name of a member, what a string
 * holds, or a number as it stands in the document. It is UTF-8 and has no NUL
 * inside.
 *
 * Returns: (nullable) (transfer none): the text, valid until the next call, or
 *   %NULL if the token has none, or if there is no memory to hold it
 *
 * Since: 1.0
 */
const char *
cadre_reader_get_text (CadreReader *self, gsize *length)
{
  gboolean is_there = FALSE;

  g_return_val_if_fail (CADRE_IS_READER (self), NULL);

  self->copy.size = 0;
  is_there = has_text (self) && self->error == NULL &&
             _cadre_buffer_append (&self->copy, self->text, self->length) &&
             _cadre_buffer_append (&self->copy, "", 1);

  if (length != NULL)
    *length = is_there ? self->length : 0;

  return is_there ? self->copy.data : NULL;
}

/**
 * cadre_reader_get_depth:
 * @self: a #CadreReader
 *
 * Gets how many arrays and objects the reader is in.
 *
 * Returns: the depth, 0 outside of the outermost value
 *
 * Since: 1.0
 */
guint
cadre_reader_get_depth (CadreReader *self)
{
  g_return_val_if_fail (CADRE_IS_READER (self), 0);

  return self->depth;
}

/**
 * cadre_reader_get_line:
 * @self: a #CadreReader
 *
 * Gets the line in which the token just read begins.
 *
 * Returns: the line, counted from 1, or 0 when a #JsonNode is read
 *
 * Since: 1.0
 */
guint
cadre_reader_get_line (CadreReader *self)
{
  g_return_val_if_fail (CADRE_IS_READER (self), 0);

  return self->nodes != NULL ? 0 : self->line;
}

/**
 * cadre_reader_get_column:
 * @self: a #CadreReader
 *
 * Gets the column in which the token just read begins.
 *
 * Returns: the column, counted in characters from 1, or 0 when a #JsonNode is
 *   read
 *
 * Since: 1.0
 */
guint
cadre_reader_get_column (CadreReader *self)
{
  g_return_val_if_fail (CADRE_IS_READER (self), 0);

  return self->nodes != NULL
           ? 0
           : (guint) _cadre_reader_column (self, self->token_offset, self->token_wide);
}

guint64
_cadre_reader_offset (CadreReader *self)
{
  return self->token_offset;
}

/**
 * cadre_reader_dup_pointer:
 * @self: a #CadreReader
 *
 * Gets the JSON Pointer, RFC 6901, of the value that the reader stands at: the
 * one just read, begun or ended, or whose name was just read.
 *
 * Returns: (nullable) (transfer full): the pointer, which is empty for the
 *   outermost value, or %NULL if there is no memory to hold it
 *
 * Since: 1.0
 */
char *
cadre_reader_dup_pointer (CadreReader *self)
{
  CadreBuffer pointer = { 0 };
  char *text = NULL;

  g_return_val_if_fail (CADRE_IS_READER (self), NULL);

  if (_cadre_reader_put_pointer (self, &pointer))
    text = _cadre_buffer_steal_text (&pointer);
  _cadre_buffer_clear (&pointer);

  return text;
}

/**
 * cadre_reader_get_kind:
 * @self: a #CadreReader
 *
 * Gets the kind of the document, once cadre_reader_read_head() has read it.
 *
 * Returns: (nullable) (transfer none): the kind, or %NULL when it has not been
 *   read
 *
 * Since: 1.0
 */
const char *
cadre_reader_get_kind (CadreReader *self)
{
  g_return_val_if_fail (CADRE_IS_READER (self), NULL);

  return self->kind;
}
