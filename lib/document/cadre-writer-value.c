/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-reader-private.h"
#include "document/cadre-writer-state-private.h"

/* More than one token at a time: the head of a document, and values that are
 * given as text. */

/**
 * cadre_writer_begin_document:
 * @self: a #CadreWriter
 * @kind: the kind of the document
 * @version: its version, from 1 on
 *
 * Begins the outermost object and writes the two members that every document
 * begins with. To be ended with cadre_writer_end_object().
 *
 * Since: 1.0
 */
void
cadre_writer_begin_document (CadreWriter *self, const char *kind, guint version)
{
  g_return_if_fail (CADRE_IS_WRITER (self));
  g_return_if_fail (kind != NULL);
  g_return_if_fail (version > 0);

  _cadre_writer_begin_object (self);
  _cadre_writer_member_literal (self, "cadre");
  _cadre_writer_string (self, kind, strlen (kind));
  _cadre_writer_member_literal (self, "version");
  _cadre_writer_integer (self, version);
}

static void
write_token (CadreWriter *self, CadreReader *reader, CadreToken token)
{
  gsize length = 0;
  const char *text = NULL;

  _cadre_reader_text (reader, &text, &length);

  switch (token)
    {
    case CADRE_TOKEN_BEGIN_OBJECT:
      _cadre_writer_begin_object (self);
      break;
    case CADRE_TOKEN_END_OBJECT:
      _cadre_writer_end_object (self);
      break;
    case CADRE_TOKEN_BEGIN_ARRAY:
      _cadre_writer_begin_array (self);
      break;
    case CADRE_TOKEN_END_ARRAY:
      _cadre_writer_end_array (self);
      break;
    case CADRE_TOKEN_MEMBER:
      _cadre_writer_member (self, text, length);
      break;
    case CADRE_TOKEN_STRING:
      _cadre_writer_string (self, text, length);
      break;
    case CADRE_TOKEN_NUMBER:
      _cadre_writer_number (self, text, length);
      break;
    case CADRE_TOKEN_TRUE:
    case CADRE_TOKEN_FALSE:
      _cadre_writer_boolean (self, token == CADRE_TOKEN_TRUE);
      break;
    case CADRE_TOKEN_NULL:
      _cadre_writer_null (self);
      break;
    case CADRE_TOKEN_END:
    default:
      break;
    }
}

/**
 * cadre_writer_canonical:
 * @self: a #CadreWriter
 * @text: a value as JSON text
 *
 * Writes a value that is given as text, such as one from
 * cadre_reader_read_canonical(). The text is read and written anew, so that it
 * need not be canonical, and cannot break the document.
 *
 * Since: 1.0
 */
void
cadre_writer_canonical (CadreWriter *self, const char *text)
{
  g_autoptr (CadreLimits) limits = NULL;
  g_autoptr (CadreReader) reader = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  CadreToken token = CADRE_TOKEN_NULL;

  g_return_if_fail (CADRE_IS_WRITER (self));
  g_return_if_fail (text != NULL);

  limits = cadre_limits_new_trusted_large ();
  bytes = g_bytes_new_static (text, strlen (text));
  reader = cadre_reader_new_for_bytes (bytes, limits);

  while (token != CADRE_TOKEN_END && _cadre_reader_next (reader, &token, &error))
    write_token (self, reader, token);

  if (error != NULL)
    _cadre_writer_take_error (self, error);
}
