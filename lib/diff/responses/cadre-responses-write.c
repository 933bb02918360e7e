/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff/responses/cadre-responses-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

static void
write_text (CadreWriter *writer, const char *name, const char *text)
{
  if (text == NULL)
    return;

  cadre_writer_member (writer, name);
  cadre_writer_string (writer, text);
}

static void
write_word (CadreWriter *writer, const char *name, GType words, int value)
{
  if (value != 0)
    write_text (writer, name, cadre_nick (words, value));
}

/* The members of an object, behind those that are known. */
static void
write_extra (CadreWriter *writer, const char *extra)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CadreLimits) limits = NULL;
  g_autoptr (CadreReader) reader = NULL;
  CadreToken token = CADRE_TOKEN_END;

  if (extra == NULL)
    return;

  bytes = g_bytes_new_static (extra, strlen (extra));
  limits = cadre_limits_new_trusted_large ();
  reader = cadre_reader_new_for_bytes (bytes, limits);
  if (!cadre_reader_next (reader, &token, NULL, NULL))
    return;
  while (cadre_reader_next (reader, &token, NULL, NULL) && token == CADRE_TOKEN_MEMBER)
    {
      g_autofree char *name = g_strdup (cadre_reader_get_text (reader, NULL));
      g_autofree char *canonical = cadre_reader_read_canonical (reader, NULL, NULL);

      if (canonical == NULL)
        return;
      cadre_writer_member (writer, name);
      cadre_writer_canonical (writer, canonical);
    }
}

static void
write_tie (CadreResponseTie *tie, CadreWriter *writer)
{
  cadre_writer_begin_object (writer);
  write_text (writer, "record", cadre_schema_get (cadre_response_tie_get_record_kind (tie))->name);
  write_text (writer, "id", cadre_response_tie_get_id (tie));
  write_text (writer, "field", cadre_response_tie_get_field (tie));
  if (cadre_response_tie_has_kind (tie))
    write_text (writer, "change",
                cadre_nick (CADRE_TYPE_CHANGE_KIND, (int) cadre_response_tie_get_kind (tie)));
  write_extra (writer, cadre_response_tie_unknown_members (tie));
  cadre_writer_end_object (writer);
}

static void
write_response (CadreResponse *response, CadreWriter *writer)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (response->ties));
  g_autofree char *date = response->date != NULL ? cadre_date_to_string (response->date) : NULL;

  cadre_writer_begin_object (writer);
  write_text (writer, "id", response->id);
  write_text (writer, "date", date);
  write_word (writer, "respondent", CADRE_TYPE_RESPONDENT, (int) response->respondent);
  write_text (writer, "body", response->body);
  write_text (writer, "said", response->said);
  write_text (writer, "verbatim", response->verbatim);
  write_word (writer, "answer", CADRE_TYPE_ANSWER, (int) response->answer);
  write_text (writer, "reason", response->reason);
  if (n > 0)
    {
      cadre_writer_member (writer, "changes");
      cadre_writer_begin_array (writer);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (CadreResponseTie) tie =
            g_list_model_get_item (G_LIST_MODEL (response->ties), i);

          write_tie (tie, writer);
        }
      cadre_writer_end_array (writer);
    }
  write_extra (writer, response->extra);
  cadre_writer_end_object (writer);
}

/**
 * cadre_responses_write:
 * @self: a #CadreResponses
 * @redaction: for whom
 * @writer: where to write it
 *
 * Writes what a level shows as a document. The writer is not finished.
 *
 * Since: 1.0
 */
void
cadre_responses_write (CadreResponses *self, CadreRedaction *redaction, CadreWriter *writer)
{
  g_autoptr (CadreResponses) shown = NULL;

  g_return_if_fail (CADRE_IS_RESPONSES (self));
  g_return_if_fail (CADRE_IS_REDACTION (redaction));
  g_return_if_fail (CADRE_IS_WRITER (writer));

  shown = cadre_responses_redact (self, redaction);
  cadre_writer_begin_document (writer, "responses", CADRE_RESPONSES_VERSION);
  write_text (writer, "title", shown->title);
  cadre_writer_member (writer, "responses");
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < shown->responses->len; i++)
    write_response (g_ptr_array_index (shown->responses, i), writer);
  cadre_writer_end_array (writer);
  write_extra (writer, shown->extra);
  cadre_writer_end_object (writer);
}

/**
 * cadre_responses_save:
 * @self: a #CadreResponses
 * @redaction: for whom
 * @file: the file
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Saves what a level shows as a document, whole or not at all.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_responses_save (CadreResponses *self,
                      CadreRedaction *redaction,
                      GFile *file,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (CadreWriter) writer = NULL;

  g_return_val_if_fail (CADRE_IS_RESPONSES (self), FALSE);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  writer = cadre_writer_new_for_file (file, cancellable, error);
  if (writer == NULL)
    return FALSE;

  cadre_responses_write (self, redaction, writer);
  return cadre_writer_finish (writer, cancellable, error);
}
