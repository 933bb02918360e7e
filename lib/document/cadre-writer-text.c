/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-writer-state-private.h"

#include <stdarg.h>

/* From calls to text: what goes between values, and whether a call makes sense
 * where it comes. */

void
_cadre_writer_set_cancellable (CadreWriter *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

/*< private >
 * _cadre_writer_fail:
 *
 * Keeps the error, unless there is one already.
 */
void
_cadre_writer_fail (CadreWriter *self, CadreDocumentError code, const char *format, ...)
{
  va_list arguments;

  if (self->error != NULL)
    return;

  va_start (arguments, format);
  self->error = g_error_new_valist (CADRE_DOCUMENT_ERROR, (int) code, format, arguments);
  va_end (arguments);
}

void
_cadre_writer_take_error (CadreWriter *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

static void
fail_no_memory (CadreWriter *self)
{
  _cadre_writer_fail (self, CADRE_DOCUMENT_ERROR_MEMORY,
                      "There is not enough memory to write the document");
}

/* Room for @size bytes, or NULL. */
static inline char *
room (CadreWriter *self, gsize size)
{
  if (G_LIKELY (_cadre_buffer_reserve (&self->out, size)))
    return self->out.data + self->out.size;

  fail_no_memory (self);

  return NULL;
}

static inline void
set_written (CadreWriter *self, const char *end)
{
  self->out.size = (gsize) (end - self->out.data);
}

static void
flush (CadreWriter *self)
{
  GError *error = NULL;
  gboolean is_flushed = TRUE;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, &error))
    is_flushed = FALSE;
  else if (self->stream != NULL)
    is_flushed = g_output_stream_write_all (self->stream, self->out.data, self->out.size, NULL,
                                            self->cancellable, &error);
  else if (self->save != NULL)
    is_flushed =
      _cadre_save_write (self->save, self->out.data, self->out.size, self->cancellable, &error);

  if (!is_flushed)
    _cadre_writer_take_error (self, error);

  self->out.size = 0;
}

static inline void
flush_if_due (CadreWriter *self)
{
  if (G_UNLIKELY (self->out.size >= self->flush_at))
    flush (self);
}

/* What goes before a value of an array or a name of an object: the members of
 * the document and the rows of its tables have a line of their own. Takes 8
 * bytes of room at most. */
static inline char *
put_separator (CadreWriter *self, CadreWriterLevel *level, char *out)
{
  const gboolean is_first = !level->has_values;

  level->has_values = TRUE;
  if (self->depth == 0)
    return out;

  if (!is_first)
    *out++ = ',';

  if (self->depth > 2)
    {
      *out = ' ';
      return is_first ? out : out + 1;
    }

  *out++ = '\n';
  memcpy (out, "    ", 4);

  return out + 2 * self->depth;
}

/* Whether a value may stand here; writes what goes before it. */
static inline gboolean
begin_value (CadreWriter *self)
{
  CadreWriterLevel *level = &self->levels[self->depth];
  char *out = NULL;

  if (G_UNLIKELY (self->error != NULL))
    return FALSE;

  if (G_LIKELY (self->has_name))
    {
      self->has_name = FALSE;
      return TRUE;
    }

  if (level->is_object || (self->depth == 0 && level->has_values))
    {
      _cadre_writer_fail (self, CADRE_DOCUMENT_ERROR_ORDER,
                          level->is_object ? "A value in an object was written without a name"
                                           : "A second value was written outside of the first");
      return FALSE;
    }

  if (self->nodes != NULL)
    {
      level->has_values = TRUE;
      return TRUE;
    }

  out = room (self, 8);
  if (out == NULL)
    return FALSE;

  set_written (self, put_separator (self, level, out));

  return TRUE;
}

/* Up to eight bytes, of which there are eight at @text. */
static inline void
put_word (CadreWriter *self, const char text[8], gsize length)
{
  char *out = room (self, 8);

  if (out == NULL)
    return;

  memcpy (out, text, 8);
  set_written (self, out + length);
  flush_if_due (self);
}

static void
begin_container (CadreWriter *self, gboolean is_object)
{
  CadreWriterLevel *level = NULL;

  if (!begin_value (self))
    return;

  if (self->depth == CADRE_WRITER_MAX_DEPTH)
    {
      _cadre_writer_fail (self, CADRE_DOCUMENT_ERROR_LIMIT_DEPTH,
                          "Arrays and objects were nested more than %u deep",
                          (guint) CADRE_WRITER_MAX_DEPTH);
      return;
    }

  level = &self->levels[++self->depth];
  level->is_object = is_object;
  level->has_values = FALSE;
  if (is_object)
    _cadre_names_begin (&level->names);

  if (self->nodes != NULL)
    _cadre_writer_nodes_begin (self->nodes, is_object);
  else
    put_word (self, is_object ? "{       " : "[       ", 1);
}

static void
put_end (CadreWriter *self, const CadreWriterLevel *level)
{
  char *out = room (self, 8);

  if (out == NULL)
    return;

  if (level->has_values && self->depth < 2)
    {
      *out++ = '\n';
      memcpy (out, "  ", 2);
      out += 2 * self->depth;
    }
  *out++ = level->is_object ? '}' : ']';
  set_written (self, out);
  flush_if_due (self);
}

static void
end_container (CadreWriter *self, gboolean is_object)
{
  const CadreWriterLevel *level = &self->levels[self->depth];

  if (self->error != NULL)
    return;

  if (self->depth == 0 || level->is_object != is_object || self->has_name)
    {
      _cadre_writer_fail (self, CADRE_DOCUMENT_ERROR_ORDER,
                          is_object ? "An object was ended that was not begun, or in a member"
                                    : "An array was ended that was not begun");
      return;
    }

  self->depth--;
  if (self->nodes != NULL)
    _cadre_writer_nodes_end (self->nodes);
  else
    put_end (self, level);
}

void
_cadre_writer_begin_object (CadreWriter *self)
{
  begin_container (self, TRUE);
}

void
_cadre_writer_end_object (CadreWriter *self)
{
  end_container (self, TRUE);
}

void
_cadre_writer_begin_array (CadreWriter *self)
{
  begin_container (self, FALSE);
}

void
_cadre_writer_end_array (CadreWriter *self)
{
  end_container (self, FALSE);
}

/* Checks and notes a name that is not the one which was likely. */
static gboolean
note_name (CadreWriter *self, CadreWriterLevel *level, const char *name, gsize length)
{
  CadreNamesResult result = CADRE_NAMES_NEW;
  guint first = 0;

  if (length > G_MAXINT32 || !_cadre_text_is_valid (name, length))
    {
      _cadre_writer_fail (self, CADRE_DOCUMENT_ERROR_ENCODING,
                          "The name of a member is not UTF-8, holds a NUL or is too long");
      return FALSE;
    }

  result = _cadre_names_add (&level->names, name, length, &first);
  if (result == CADRE_NAMES_NEW)
    return TRUE;

  if (result == CADRE_NAMES_DUPLICATE)
    _cadre_writer_fail (self, CADRE_DOCUMENT_ERROR_DUPLICATE,
                        "Two members of one name were written into an object");
  else
    fail_no_memory (self);

  return FALSE;
}

static inline void
put_name (CadreWriter *self, CadreWriterLevel *level, const CadreName *name)
{
  const char *text = _cadre_names_text (&level->names, name);
  char *out = room (self, (gsize) name->length + 24);

  if (G_UNLIKELY (out == NULL))
    return;

  out = put_separator (self, level, out);
  if (G_LIKELY (name->is_plain))
    {
      *out++ = '"';
      out = _cadre_text_copy_padded (out, text, name->length);
      memcpy (out, "\": ", 3);
      set_written (self, out + 3);
      return;
    }

  set_written (self, out);
  if (!_cadre_buffer_append_json (&self->out, text, name->length) ||
      !_cadre_buffer_append (&self->out, ": ", 2))
    fail_no_memory (self);
}

static inline gboolean
is_guessed (const CadreNames *names,
            const CadreName *guess,
            const char *name,
            gsize length,
            const void *source)
{
  return guess != NULL && guess->length == length &&
         ((source != NULL && guess->source == source) ||
          memcmp (_cadre_names_text (names, guess), name, length) == 0);
}

/* The name as it is kept, or NULL where it may not stand here. */
static inline CadreName *
take_name (CadreWriter *self,
           CadreWriterLevel *level,
           const char *name,
           gsize length,
           const void *source)
{
  CadreName *guess = NULL;

  if (G_UNLIKELY (self->error != NULL || !level->is_object || self->has_name))
    {
      _cadre_writer_fail (self, CADRE_DOCUMENT_ERROR_ORDER,
                          "The name of a member was written where a value is due");
      return NULL;
    }

  guess = _cadre_names_guess (&level->names);
  if (G_LIKELY (is_guessed (&level->names, guess, name, length, source)))
    {
      level->names.n++;
      return guess;
    }

  return note_name (self, level, name, length) ? _cadre_names_last (&level->names) : NULL;
}

static inline void
put_member (CadreWriter *self, const char *name, gsize length, const void *source)
{
  CadreWriterLevel *level = &self->levels[self->depth];
  CadreName *taken = take_name (self, level, name, length, source);

  if (G_UNLIKELY (taken == NULL))
    return;

  taken->source = source;
  self->has_name = TRUE;
  if (G_UNLIKELY (self->nodes != NULL))
    _cadre_writer_nodes_name (self->nodes, name, length);
  else
    put_name (self, level, taken);
}

void
_cadre_writer_member (CadreWriter *self, const char *name, gsize length)
{
  put_member (self, name, length, NULL);
}

void
_cadre_writer_member_static (CadreWriter *self, const char *name, gsize length)
{
  put_member (self, name, length, name);
}

/* A string that has a character to escape or one outside ASCII. */
static void
put_string (CadreWriter *self, const char *text, gsize length)
{
  if (!_cadre_text_is_valid (text, length))
    _cadre_writer_fail (self, CADRE_DOCUMENT_ERROR_ENCODING,
                        "The text of a string is not UTF-8 or holds a NUL");
  else if (self->nodes != NULL)
    _cadre_writer_nodes_add (self->nodes, _cadre_writer_nodes_string (text, length));
  else if (_cadre_buffer_append_json (&self->out, text, length))
    flush_if_due (self);
  else
    fail_no_memory (self);
}

void
_cadre_writer_string (CadreWriter *self, const char *text, gsize length)
{
  char *out = NULL;

  if (!begin_value (self))
    return;

  if (self->nodes != NULL || length > G_MAXSSIZE / 12)
    {
      put_string (self, text, length);
      return;
    }

  out = room (self, length + 2);
  if (out == NULL)
    return;

  if (!_cadre_text_copy_plain (out + 1, text, length))
    {
      put_string (self, text, length);
      return;
    }

  out[0] = '"';
  out[length + 1] = '"';
  set_written (self, out + length + 2);
  flush_if_due (self);
}

static guint
count_digits (guint64 value)
{
  guint n = 1;

  for (; value >= 10; value /= 10)
    n++;

  return n;
}

void
_cadre_writer_integer (CadreWriter *self, gint64 value)
{
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;
  char *out = NULL;
  char *p = NULL;

  if (!begin_value (self))
    return;

  if (self->nodes != NULL)
    {
      _cadre_writer_nodes_add (self->nodes, json_node_init_int (json_node_alloc (), value));
      return;
    }

  out = room (self, 24);
  if (out == NULL)
    return;

  out[0] = '-';
  out += (value < 0 ? 1 : 0) + count_digits (rest);
  p = out;
  do
    {
      *--p = (char) ('0' + rest % 10);
      rest /= 10;
    }
  while (rest > 0);

  set_written (self, out);
  flush_if_due (self);
}

void
_cadre_writer_number (CadreWriter *self, const char *text, gsize length)
{
  JsonNode *node = NULL;

  if (!begin_value (self))
    return;

  if (_cadre_text_number (text, length) != length)
    {
      _cadre_writer_fail (self, CADRE_DOCUMENT_ERROR_VALUE,
                          "A number was written that is not as JSON has it");
      return;
    }

  if (self->nodes == NULL)
    {
      if (!_cadre_buffer_append (&self->out, text, length))
        fail_no_memory (self);
      flush_if_due (self);
      return;
    }

  node = _cadre_writer_nodes_number (text, length);
  if (node != NULL)
    _cadre_writer_nodes_add (self->nodes, node);
  else
    _cadre_writer_fail (self, CADRE_DOCUMENT_ERROR_VALUE,
                        "A number was written that a node cannot hold exactly");
}

void
_cadre_writer_boolean (CadreWriter *self, gboolean value)
{
  if (!begin_value (self))
    return;

  if (self->nodes != NULL)
    _cadre_writer_nodes_add (self->nodes, json_node_init_boolean (json_node_alloc (), value));
  else
    put_word (self, value ? "true    " : "false   ", value ? 4 : 5);
}

void
_cadre_writer_null (CadreWriter *self)
{
  if (!begin_value (self))
    return;

  if (self->nodes != NULL)
    _cadre_writer_nodes_add (self->nodes, json_node_init_null (json_node_alloc ()));
  else
    put_word (self, "null    ", 4);
}

/*< private >
 * _cadre_writer_end:
 *
 * Ends the text and flushes it; what is to be done with it then is the
 * caller's.
 *
 * Returns: %TRUE, or %FALSE with the error kept
 */
gboolean
_cadre_writer_end (CadreWriter *self)
{
  if (self->error == NULL && (self->depth > 0 || !self->levels[0].has_values))
    _cadre_writer_fail (self, CADRE_DOCUMENT_ERROR_ORDER,
                        self->depth > 0 ? "The document was finished inside an array or an object"
                                        : "The document was finished without a value");

  if (self->error == NULL && self->nodes == NULL)
    put_word (self, "\n       ", 1);

  if (self->error == NULL && (self->stream != NULL || self->save != NULL))
    flush (self);

  return self->error == NULL;
}

const char *
_cadre_writer_peek (CadreWriter *self, gsize *length)
{
  *length = self->out.size;
  return self->error == NULL ? self->out.data : NULL;
}

void
_cadre_writer_forget (CadreWriter *self)
{
  self->out.size = 0;
}

const GError *
_cadre_writer_get_error (CadreWriter *self)
{
  return self->error;
}
