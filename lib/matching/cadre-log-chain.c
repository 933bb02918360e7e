/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The chain of a log: each event has the SHA-256 of the hash before, a line feed,
 * and its own line without the member “hash”. The first hash is that of the line
 * that heads every log. */

#include "config.h"

#include "matching/cadre-log-private.h"
#include <cadre/cadre-matching-error.h>

#include <string.h>

/* A value on one line: the writer breaks lines in the two outermost ones only, so
 * it is written inside arrays, and taken out of them. */
char *
cadre_log_entry_dup_line (CadreLogEntry *entry, const char *hash, GError **error)
{
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autofree char *text = NULL;

  cadre_writer_begin_array (writer);
  cadre_writer_begin_array (writer);
  cadre_log_entry_write (entry, hash, writer);
  cadre_writer_end_array (writer);
  cadre_writer_end_array (writer);
  if (!cadre_writer_finish (writer, NULL, error))
    return NULL;

  text = cadre_writer_dup_text (writer);
  return g_strndup (strchr (text, '{'), (gsize) (strrchr (text, '}') - strchr (text, '{')) + 1);
}

/* NULL where the event cannot be written. */
static char *
dup_hash (const char *previous, CadreLogEntry *entry)
{
  g_autofree char *line = cadre_log_entry_dup_line (entry, NULL, NULL);
  g_autofree char *text = line != NULL ? g_strconcat (previous, "\n", line, NULL) : NULL;

  return text != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1) : NULL;
}

static char *
dup_first_hash (void)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, CADRE_LOG_HEAD, -1);
}

char *
cadre_log_dup_next_hash (CadreLog *self, CadreLogEntry *entry)
{
  g_autofree char *first = dup_first_hash ();
  const guint n = self->hashes->len;
  const char *previous = n > 0 ? self->hashes->pdata[n - 1] : first;

  return previous != NULL ? dup_hash (previous, entry) : NULL;
}

/**
 * cadre_log_is_chained:
 * @self: a #CadreLog
 *
 * Gets whether the events have hashes. A log that is made by a program has none
 * until cadre_log_chain().
 *
 * Returns: whether they have
 *
 * Since: 1.0
 */
gboolean
cadre_log_is_chained (CadreLog *self)
{
  g_return_val_if_fail (CADRE_IS_LOG (self), FALSE);

  return self->is_chained;
}

/**
 * cadre_log_chain:
 * @self: a #CadreLog
 * @error: return location for a #GError, or %NULL
 *
 * Gives every event its hash, and those to come. A log that is chained is left as it
 * is where it holds, and refused where it does not: damage is never chained over.
 *
 * Returns: %TRUE, or %FALSE with @error set, of %CADRE_MATCHING_ERROR_CHAIN where the
 *   log is damaged
 *
 * Since: 1.0
 */
gboolean
cadre_log_chain (CadreLog *self, GError **error)
{
  g_autofree char *previous = NULL;

  g_return_val_if_fail (CADRE_IS_LOG (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->is_chained)
    return cadre_log_verify (self, NULL, NULL, error);

  previous = dup_first_hash ();
  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autofree char *line = cadre_log_entry_dup_line (self->entries->pdata[i], NULL, error);

      if (line == NULL)
        return FALSE;
      g_free (self->hashes->pdata[i]);
      self->hashes->pdata[i] = dup_hash (previous, self->entries->pdata[i]);
      g_free (previous);
      previous = g_strdup (self->hashes->pdata[i]);
    }

  self->is_chained = TRUE;
  self->n_as_written = G_MAXUINT;
  return TRUE;
}

/**
 * cadre_log_get_head:
 * @self: a #CadreLog
 *
 * Gets the hash of the last event. Who keeps it elsewhere, in minutes or with a
 * witness, can tell from it later whether events were cut off the end.
 *
 * Returns: (transfer none) (nullable): the hash in hexadecimal, or %NULL where the log is
 *   not chained or empty
 *
 * Since: 1.0
 */
const char *
cadre_log_get_head (CadreLog *self)
{
  g_return_val_if_fail (CADRE_IS_LOG (self), NULL);

  return self->hashes->len > 0 ? self->hashes->pdata[self->hashes->len - 1] : NULL;
}

static gboolean
fail (GError **error, const char *rule)
{
  g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_CHAIN, rule);
  return FALSE;
}

/* How many events from the first on hold. */
static guint
count_good (CadreLog *self)
{
  g_autofree char *first = dup_first_hash ();
  const char *previous = first;
  guint i = 0;

  for (; i < self->entries->len && i < self->n_as_written; i++)
    {
      const char *hash = self->hashes->pdata[i];
      g_autofree char *wanted = dup_hash (previous, self->entries->pdata[i]);

      if (hash == NULL || g_strcmp0 (hash, wanted) != 0)
        return i;
      previous = hash;
    }

  return i;
}

/**
 * cadre_log_verify:
 * @self: a #CadreLog
 * @head: (nullable): the hash of the last event as it was kept elsewhere, or %NULL
 * @n_good: (out) (optional): how many events hold, from the first on
 * @error: return location for a #GError, or %NULL
 *
 * Finds whether a chained log is as it was written, to the byte where it was loaded
 * from a file of its own.
 *
 * Without @head nobody can tell a log from a shorter one whose last events were cut
 * off as whole lines, nor from one that was chained anew after a change.
 *
 * Returns: %TRUE, or %FALSE with @error set, of %CADRE_MATCHING_ERROR_CHAIN
 *
 * Since: 1.0
 */
gboolean
cadre_log_verify (CadreLog *self, const char *head, guint *n_good, GError **error)
{
  guint good = 0;

  g_return_val_if_fail (CADRE_IS_LOG (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  good = self->is_chained ? count_good (self) : 0;
  if (n_good != NULL)
    *n_good = good;
  if (!self->is_chained && (self->entries->len > 0 || head != NULL))
    return fail (error, "The log is not chained");
  if (good < self->entries->len)
    {
      g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_CHAIN,
                   "Event %u is not as it was written, or not where it was", good + 1);
      return FALSE;
    }
  if (self->is_torn)
    return fail (error, "The last line was cut off while it was written");
  if (self->n_as_written != G_MAXUINT && self->is_chained)
    return fail (error, "Behind the last event the log is not as it was written");
  if (head != NULL && g_strcmp0 (head, cadre_log_get_head (self)) != 0)
    return fail (error, "The log does not end with the event that it is to end with");

  return TRUE;
}
