/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Logs out of JSON Lines. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "base/cadre-progress-private.h"
#include "matching/cadre-log-private.h"
#include "matching/cadre-members-private.h"

#include <string.h>

typedef struct
{
  CadreLimits *limits; /* (nullable) */
  GCancellable *cancellable;
} CadreLogLoading;

/* The first line; nothing else may stand on it. */
static gboolean
read_head (CadreReader *reader, GCancellable *cancellable, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  return cadre_reader_read_head (reader, "log", CADRE_LOG_VERSION, NULL, cancellable, error) &&
         cadre_reader_leave (reader, cancellable, error) &&
         cadre_reader_next (reader, &token, cancellable, error);
}

/* The events before are as they were written, and what comes now is not. */
static void
say_odd (CadreLog *self)
{
  self->n_as_written = MIN (self->n_as_written, self->entries->len);
}

static gboolean
is_text (GBytes *line, const char *text)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (line, &size);

  return size == strlen (text) && memcmp (data, text, size) == 0;
}

static gboolean
is_as_written (CadreLogEntry *entry, const char *hash, GBytes *line)
{
  g_autofree char *text = cadre_log_entry_dup_line (entry, hash, NULL);

  return text != NULL && is_text (line, text);
}

static gboolean
read_entry (CadreLog *self,
            CadreReader *reader,
            GBytes *line,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (CadreLogEntry) entry = NULL;
  g_autofree char *hash = NULL;
  CadreToken token = CADRE_TOKEN_END;

  if (!cadre_reader_begin (reader, CADRE_TOKEN_BEGIN_OBJECT, "an event is an object", cancellable,
                           error))
    return FALSE;

  entry = cadre_log_entry_read (reader, &hash, cancellable, error);
  if (entry == NULL || !cadre_reader_next (reader, &token, cancellable, error))
    return FALSE;

  if (hash != NULL && !is_as_written (entry, hash, line))
    say_odd (self);
  cadre_log_take (self, entry, hash);
  return TRUE;
}

/* Each line is a document to its reader, which says of an error that it is in
 * line 1. */
static void
say_line (GError **error, guint number)
{
  static const char first[] = "Line 1, ";
  g_autofree char *message = NULL;

  if (error == NULL)
    return;

  message = g_steal_pointer (&(*error)->message);
  (*error)->message = g_str_has_prefix (message, first)
                        ? g_strdup_printf ("Line %u, %s", number, message + strlen (first))
                        : g_strdup_printf ("Line %u: %s", number, message);
}

static gboolean
read_line (CadreLog *self,
           GBytes *line,
           guint number,
           CadreLimits *limits,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (line, limits);
  gboolean ok = number == 1 ? read_head (reader, cancellable, error)
                            : read_entry (self, reader, line, cancellable, error);

  if (number == 1 && !is_text (line, CADRE_LOG_HEAD))
    say_odd (self);
  if (!ok)
    say_line (error, number);

  return ok;
}

/* Without an end, and not a whole value: it was cut off while it was written. */
static gboolean
is_torn (const GError *error, guint number, gboolean has_end)
{
  return !has_end && number > 1 &&
         (g_error_matches (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_SYNTAX) ||
          g_error_matches (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_ENCODING));
}

static void
report_torn (CadreLog *self, guint number)
{
  g_autofree char *origin = g_strdup_printf ("line %u", number);

  self->is_torn = TRUE;
  cadre_issue_list_add_fields (self->issues, "matching.log.torn", CADRE_SEVERITY_WARNING,
                               "The last line was cut off while it was written; it is left out",
                               origin, NULL, NULL);
}

/* A line and what ends it. */
static gboolean
take_line (CadreLog *self,
           GBytes *line,
           guint number,
           gboolean has_end,
           const CadreLogLoading *loading,
           GError **error)
{
  g_autoptr (GError) local = NULL;

  if (g_bytes_get_size (line) == 0 && number > 1)
    {
      say_odd (self);
      return TRUE;
    }
  if (!has_end)
    say_odd (self);
  if (read_line (self, line, number, loading->limits, loading->cancellable, &local))
    return TRUE;
  if (is_torn (local, number, has_end))
    {
      report_torn (self, number);
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
check_size (gsize size, CadreLimits *limits, GError **error)
{
  g_autoptr (CadreLimits) used =
    limits != NULL ? g_object_ref (limits) : cadre_limits_new_bounded ();

  if (size <= cadre_limits_get_max_bytes (used))
    return TRUE;

  g_set_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_BYTES,
               "The log has more than %" G_GUINT64_FORMAT " bytes",
               cadre_limits_get_max_bytes (used));
  return FALSE;
}

/**
 * cadre_log_load_bytes:
 * @bytes: the document
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads a log from JSON Lines in memory. Empty lines are passed over. A last line
 * that was cut off while it was written is left out, and is an issue: see
 * cadre_log_get_issues().
 *
 * Returns: (transfer full): the log, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreLog *
cadre_log_load_bytes (GBytes *bytes, CadreLimits *limits, GCancellable *cancellable, GError **error)
{
  const CadreLogLoading loading = { limits, cancellable };
  g_autoptr (CadreLog) self = NULL;
  const char *text = NULL;
  gsize size = 0;
  guint number = 0;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  text = g_bytes_get_data (bytes, &size);
  if (!check_size (size, limits, error))
    return NULL;

  self = cadre_log_new ();
  for (gsize start = 0; start < size || number == 0;)
    {
      const char *found = start < size ? memchr (text + start, '\n', size - start) : NULL;
      gsize stop = found != NULL ? (gsize) (found - text) : size;
      g_autoptr (GBytes) line = g_bytes_new_from_bytes (bytes, start, stop - start);

      number++;
      if (!take_line (self, line, number, found != NULL, &loading, error))
        return NULL;
      start = stop + 1;
    }

  return g_steal_pointer (&self);
}

/**
 * cadre_log_load:
 * @file: the file
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads a log from a file of JSON Lines.
 *
 * Returns: (transfer full): the log, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreLog *
cadre_log_load (GFile *file, CadreLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  /* Asked before it is read: it may be larger than memory. */
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                            cancellable, error);
  if (info == NULL || !check_size ((gsize) g_file_info_get_size (info), limits, error))
    return NULL;

  bytes = cadre_progress_load_bytes (file, cancellable, error);
  return bytes != NULL ? cadre_log_load_bytes (bytes, limits, cancellable, error) : NULL;
}
