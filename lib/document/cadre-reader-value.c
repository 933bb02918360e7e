/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-integer-private.h"
#include "document/cadre-reader-state-private.h"

/* Whole values: passing over them, keeping them as text, and the head of a
 * document. */

static gboolean
begins_container (CadreToken token)
{
  return token == CADRE_TOKEN_BEGIN_OBJECT || token == CADRE_TOKEN_BEGIN_ARRAY;
}

static gboolean
skip_to_depth (CadreReader *self, guint depth, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  while (self->depth > depth)
    if (!_cadre_reader_next (self, &token, error))
      return FALSE;

  return TRUE;
}

gboolean
_cadre_reader_skip_rest (CadreReader *self, CadreToken token, GError **error)
{
  return !begins_container (token) || skip_to_depth (self, self->depth - 1, error);
}

/* Reads the first token of a value, which must be there. */
static gboolean
begin_value (CadreReader *self, CadreToken *token, GError **error)
{
  if (!_cadre_reader_next (self, token, error))
    return FALSE;

  if (*token != CADRE_TOKEN_END && *token != CADRE_TOKEN_END_ARRAY &&
      *token != CADRE_TOKEN_END_OBJECT && *token != CADRE_TOKEN_MEMBER)
    return TRUE;

  g_propagate_error (error,
                     _cadre_reader_error_here (self, CADRE_DOCUMENT_ERROR,
                                               CADRE_DOCUMENT_ERROR_VALUE, "no value comes next"));

  return FALSE;
}

static void
prepare (CadreReader *self, GCancellable *cancellable)
{
  _cadre_reader_set_cancellable (self, cancellable);
  self->countdown = 1;
}

/**
 * cadre_reader_skip_value:
 * @self: a #CadreReader
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Passes over the value that comes next, with all that is in it. It is checked
 * like any other.
 *
 * Where no value comes next, because the array or the document ends or a name
 * is due, the error is %CADRE_DOCUMENT_ERROR_VALUE, and that token has been
 * read.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_reader_skip_value (CadreReader *self, GCancellable *cancellable, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  g_return_val_if_fail (CADRE_IS_READER (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  prepare (self, cancellable);

  return begin_value (self, &token, error) && _cadre_reader_skip_rest (self, token, error);
}

/**
 * cadre_reader_leave:
 * @self: a #CadreReader
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Passes over what is left of the innermost array or object that the reader is
 * in, its end included. Does nothing outside of the outermost value.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_reader_leave (CadreReader *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (CADRE_IS_READER (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  prepare (self, cancellable);

  return self->depth == 0 || skip_to_depth (self, self->depth - 1, error);
}

/* One token as canonical text; @is_first where no comma goes before it. */
static gboolean
put_token (CadreReader *self, CadreToken token, gboolean is_first, CadreBuffer *out)
{
  static const char *const marks[] = {
    [CADRE_TOKEN_BEGIN_OBJECT] = "{", [CADRE_TOKEN_END_OBJECT] = "}",
    [CADRE_TOKEN_BEGIN_ARRAY] = "[",  [CADRE_TOKEN_END_ARRAY] = "]",
    [CADRE_TOKEN_TRUE] = "true",      [CADRE_TOKEN_FALSE] = "false",
    [CADRE_TOKEN_NULL] = "null",
  };

  if (!is_first && token != CADRE_TOKEN_END_OBJECT && token != CADRE_TOKEN_END_ARRAY &&
      !_cadre_buffer_append (out, ", ", 2))
    return FALSE;

  if (token == CADRE_TOKEN_NUMBER)
    return _cadre_buffer_append (out, self->text, self->length);
  if (token == CADRE_TOKEN_STRING)
    return _cadre_buffer_append_json (out, self->text, self->length);
  if (token == CADRE_TOKEN_MEMBER)
    return _cadre_buffer_append_json (out, self->text, self->length) &&
           _cadre_buffer_append (out, ": ", 2);

  return _cadre_buffer_append (out, marks[token], strlen (marks[token]));
}

static gboolean
fail_no_memory (CadreReader *self, GError **error)
{
  _cadre_reader_fail_no_memory (self);
  g_propagate_error (error, g_error_copy (self->error));

  return FALSE;
}

static gboolean
put_value (CadreReader *self, CadreToken token, CadreBuffer *out, GError **error)
{
  const guint depth = self->depth - (begins_container (token) ? 1 : 0);
  gboolean is_first = TRUE;

  for (;;)
    {
      if (!put_token (self, token, is_first, out))
        return fail_no_memory (self, error);

      if (self->depth == depth && token != CADRE_TOKEN_MEMBER)
        return TRUE;

      is_first = begins_container (token) || token == CADRE_TOKEN_MEMBER;
      if (!_cadre_reader_next (self, &token, error))
        return FALSE;
    }
}

char *
_cadre_reader_canonical_rest (CadreReader *self, CadreToken token, GError **error)
{
  CadreBuffer out = { 0 };
  char *text = NULL;

  if (put_value (self, token, &out, error))
    {
      text = _cadre_buffer_steal_text (&out);
      if (text == NULL)
        fail_no_memory (self, error);
    }

  _cadre_buffer_clear (&out);

  return text;
}

/**
 * cadre_reader_read_canonical:
 * @self: a #CadreReader
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads the value that comes next and gives it as canonical JSON text: on one
 * line, with one blank after each comma and colon, members in the order of the
 * document, numbers as they stand there, and in strings only those escapes that
 * must be. What cadre_writer_canonical() writes of it reads as the same value.
 *
 * Where no value comes next, the error is %CADRE_DOCUMENT_ERROR_VALUE, as in
 * cadre_reader_skip_value().
 *
 * Returns: (transfer full): the text, or %NULL with @error set
 *
 * Since: 1.0
 */
char *
cadre_reader_read_canonical (CadreReader *self, GCancellable *cancellable, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  g_return_val_if_fail (CADRE_IS_READER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  prepare (self, cancellable);

  return begin_value (self, &token, error) ? _cadre_reader_canonical_rest (self, token, error)
                                           : NULL;
}

static gboolean
fail_head (CadreReader *self, CadreDocumentError code, const char *rule, GError **error)
{
  g_propagate_error (error,
                     _cadre_reader_error_here (self, CADRE_DOCUMENT_ERROR, code, "%s", rule));

  return FALSE;
}

static gboolean
read_token (CadreReader *self,
            CadreToken wanted,
            CadreDocumentError code,
            const char *rule,
            GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  if (!_cadre_reader_next (self, &token, error))
    return FALSE;

  return token == wanted || fail_head (self, code, rule, error);
}

static gboolean
read_name (CadreReader *self,
           const char *name,
           CadreDocumentError code,
           const char *rule,
           GError **error)
{
  if (!read_token (self, CADRE_TOKEN_MEMBER, code, rule, error))
    return FALSE;

  return g_strcmp0 (cadre_reader_get_text (self, NULL), name) == 0 ||
         fail_head (self, code, rule, error);
}

static gboolean
read_kind (CadreReader *self, const char *kind, GError **error)
{
  static const char rule[] = "a document of Cadre begins with the member “cadre”, its kind";

  if (!read_token (self, CADRE_TOKEN_BEGIN_OBJECT, CADRE_DOCUMENT_ERROR_KIND, rule, error) ||
      !read_name (self, "cadre", CADRE_DOCUMENT_ERROR_KIND, rule, error) ||
      !read_token (self, CADRE_TOKEN_STRING, CADRE_DOCUMENT_ERROR_KIND, rule, error))
    return FALSE;

  g_free (self->kind);
  self->kind = g_strdup (cadre_reader_get_text (self, NULL));
  if (kind == NULL || g_strcmp0 (self->kind, kind) == 0)
    return TRUE;

  g_propagate_error (error,
                     _cadre_reader_error_here (self, CADRE_DOCUMENT_ERROR,
                                               CADRE_DOCUMENT_ERROR_KIND,
                                               "the document is not of the kind “%s”", kind));

  return FALSE;
}

static gboolean
read_version (CadreReader *self, guint max_version, guint *version, GError **error)
{
  static const char rule[] = "the second member is “version”, a whole number from 1 on";
  gint64 number = 0;
  const char *text = NULL;

  if (!read_name (self, "version", CADRE_DOCUMENT_ERROR_VALUE, rule, error) ||
      !read_token (self, CADRE_TOKEN_NUMBER, CADRE_DOCUMENT_ERROR_VALUE, rule, error))
    return FALSE;

  text = cadre_reader_get_text (self, NULL);
  if (text == NULL || !cadre_integer_parse (text, 1, G_MAXUINT, &number))
    return fail_head (self, CADRE_DOCUMENT_ERROR_VALUE, rule, error);

  *version = (guint) number;
  if (number <= max_version)
    return TRUE;

  g_propagate_error (error, _cadre_reader_error_here (
                              self, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_VERSION,
                              "the document is of a later version than %u, the last that can be "
                              "read",
                              max_version));

  return FALSE;
}

/**
 * cadre_reader_read_head:
 * @self: a #CadreReader that has read nothing yet
 * @kind: (nullable): the kind that the document must be of, or %NULL for any
 * @max_version: the latest version of the kind that the caller can read
 * @version: (out) (optional): return location for the version
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads the head of a document: the beginning of the outermost object and its
 * first two members, `cadre` and `version`. The reader stays inside the object,
 * behind them.
 *
 * A document of another kind is %CADRE_DOCUMENT_ERROR_KIND, one of a later
 * version is %CADRE_DOCUMENT_ERROR_VERSION; cadre_reader_get_kind() then tells
 * which kind it is.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_reader_read_head (CadreReader *self,
                        const char *kind,
                        guint max_version,
                        guint *version,
                        GCancellable *cancellable,
                        GError **error)
{
  guint number = 0;

  g_return_val_if_fail (CADRE_IS_READER (self), FALSE);
  g_return_val_if_fail (self->expect == CADRE_EXPECT_START, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  prepare (self, cancellable);
  if (!read_kind (self, kind, error) || !read_version (self, max_version, &number, error))
    return FALSE;

  if (version != NULL)
    *version = number;

  return TRUE;
}
