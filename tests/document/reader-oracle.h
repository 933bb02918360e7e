/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "reader-events.h"

/* What must hold for any bytes whatever: shared by the tests with random
 * documents and by the fuzz target. */

static inline void
oracle_write_token (CadreWriter *writer, CadreReader *reader, CadreToken token)
{
  gsize length = 0;
  const char *text = cadre_reader_get_text (reader, &length);

  switch ((int) token)
    {
    case CADRE_TOKEN_BEGIN_OBJECT:
      cadre_writer_begin_object (writer);
      break;
    case CADRE_TOKEN_END_OBJECT:
      cadre_writer_end_object (writer);
      break;
    case CADRE_TOKEN_BEGIN_ARRAY:
      cadre_writer_begin_array (writer);
      break;
    case CADRE_TOKEN_END_ARRAY:
      cadre_writer_end_array (writer);
      break;
    case CADRE_TOKEN_MEMBER:
      cadre_writer_member (writer, text);
      break;
    case CADRE_TOKEN_STRING:
      cadre_writer_string_n (writer, text, length);
      break;
    case CADRE_TOKEN_NUMBER:
      cadre_writer_number (writer, text);
      break;
    case CADRE_TOKEN_NULL:
      cadre_writer_unknown (writer);
      break;
    case CADRE_TOKEN_TRUE:
    case CADRE_TOKEN_FALSE:
      cadre_writer_boolean (writer, token == CADRE_TOKEN_TRUE);
      break;
    default:
      break;
    }
}

/* Writes what is read; takes both. */
static inline char *
oracle_copy (CadreReader *reader, CadreWriter *writer, JsonNode **node, GError **error)
{
  CadreToken token = CADRE_TOKEN_NULL;
  gboolean is_read = TRUE;
  char *text = NULL;

  while (is_read && token != CADRE_TOKEN_END)
    {
      is_read = cadre_reader_next (reader, &token, NULL, error);
      if (is_read)
        oracle_write_token (writer, reader, token);
    }

  if (is_read && cadre_writer_finish (writer, NULL, error))
    {
      text = cadre_writer_dup_text (writer);
      if (node != NULL)
        *node = cadre_writer_get_node (writer);
    }

  g_assert_finalize_object (reader);
  g_assert_finalize_object (writer);

  return text;
}

static inline char *
oracle_rewrite (CadreReader *reader, GError **error)
{
  return oracle_copy (reader, cadre_writer_new_for_text (), NULL, error);
}

/* Text to node, node to text: what a node can hold comes back. */
static inline void
oracle_check_node (const char *text)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;

  oracle_copy (reader_for_text (text, strlen (text), NULL), cadre_writer_new_for_node (), &node,
               &error);
  if (node == NULL)
    {
      g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_VALUE);
      return;
    }

  once = oracle_rewrite (cadre_reader_new_for_node (node, NULL), &error);
  g_assert_no_error (error);
  oracle_copy (reader_for_text (once, strlen (once), NULL), cadre_writer_new_for_node (), &again,
               &error);
  g_assert_no_error (error);
  twice = oracle_rewrite (cadre_reader_new_for_node (again, NULL), &error);
  g_assert_cmpstr (twice, ==, once);
}

static inline void
oracle_check_accepted (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *again = oracle_rewrite (reader_for_text (text, strlen (text), NULL), &error);
  CadreReader *reader = reader_for_text (text, strlen (text), NULL);
  CadreWriter *writer = cadre_writer_new_for_text ();
  g_autofree char *line = cadre_reader_read_canonical (reader, NULL, &error);
  g_autofree char *from_line = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strchr (line, '\n'));

  cadre_writer_canonical (writer, line);
  g_assert_true (cadre_writer_finish (writer, NULL, &error));
  from_line = cadre_writer_dup_text (writer);
  g_assert_cmpstr (from_line, ==, text);
  g_assert_finalize_object (reader);
  g_assert_finalize_object (writer);

  oracle_check_node (text);
}

/* Bytes and streams give the same answer; what is accepted can be written and
 * reads as the same; what is refused is refused by an error of ours, which does
 * not grow with the document. Gives whether it was accepted. */
static inline gboolean
oracle_check (const char *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) stream_error = NULL;
  g_autofree char *text = oracle_rewrite (reader_for_text (data, size, NULL), &error);
  g_autofree char *streamed = oracle_rewrite (reader_for_drip (data, size, 0, NULL), &stream_error);

  g_assert_cmpstr (streamed, ==, text);
  if (text != NULL)
    {
      oracle_check_accepted (text);
      return TRUE;
    }

  g_assert_true (error->domain == CADRE_DOCUMENT_ERROR);
  g_assert_cmpint (stream_error->code, ==, error->code);
  g_assert_cmpstr (stream_error->message, ==, error->message);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 1000);

  return FALSE;
}
