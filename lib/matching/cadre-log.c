/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-log
 * @Title: CadreLog
 * @Short_Description: What has happened in a process, in order
 *
 * A #CadreLog is a list of #CadreLogEntry to which entries are only ever added.
 * What people decide enters a case in no other way: the outcome of a case is a
 * function of its structures, its policies and its log.
 *
 * Where a later entry says something else about the same thing, the later one
 * holds. As a document of its own a log is JSON Lines, with the head on the
 * first line.
 *
 * A log can be chained: then every event has a hash of itself and of the one
 * before, and cadre_log_verify() finds the first that is not as it was written.
 */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "document/cadre-writer-private.h"
#include "matching/cadre-log-private.h"
#include "matching/cadre-members-private.h"

#include <string.h>

#define MAX_ISSUES 100

/**
 * CadreLog:
 *
 * What has happened in a process, in order.
 *
 * Since: 1.0
 */

static GType
cadre_log_get_item_type (GListModel *model)
{
  return CADRE_TYPE_LOG_ENTRY;
}

static guint
cadre_log_get_n_items (GListModel *model)
{
  return CADRE_LOG (model)->entries->len;
}

static gpointer
cadre_log_get_item (GListModel *model, guint position)
{
  CadreLog *self = CADRE_LOG (model);

  return position < self->entries->len ? g_object_ref (self->entries->pdata[position]) : NULL;
}

static void
cadre_log_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_log_get_item_type;
  iface->get_n_items = cadre_log_get_n_items;
  iface->get_item = cadre_log_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CadreLog,
                               cadre_log,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, cadre_log_model_init))

static void
cadre_log_finalize (GObject *object)
{
  CadreLog *self = CADRE_LOG (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->hashes, g_ptr_array_unref);
  g_clear_object (&self->issues);

  G_OBJECT_CLASS (cadre_log_parent_class)->finalize (object);
}

static void
cadre_log_class_init (CadreLogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_log_finalize;
}

static void
cadre_log_init (CadreLog *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->hashes = g_ptr_array_new_with_free_func (g_free);
  self->issues = cadre_issue_list_new (MAX_ISSUES);
  self->n_as_written = G_MAXUINT;
}

/**
 * cadre_log_new:
 *
 * Makes a log without entries.
 *
 * Returns: (transfer full): the log
 *
 * Since: 1.0
 */
CadreLog *
cadre_log_new (void)
{
  return g_object_new (CADRE_TYPE_LOG, NULL);
}

void
cadre_log_take (CadreLog *self, CadreLogEntry *entry, const char *hash)
{
  entry->is_sealed = TRUE;
  g_ptr_array_add (self->entries, g_object_ref (entry));
  g_ptr_array_add (self->hashes, g_strdup (hash));
  if (hash != NULL)
    self->is_chained = TRUE;
  g_list_model_items_changed (G_LIST_MODEL (self), self->entries->len - 1, 0, 1);
}

/**
 * cadre_log_append:
 * @self: a #CadreLog
 * @entry: an entry
 *
 * Adds an entry behind all others. From then on the entry does not change. Whether
 * it is whole is not asked: see cadre_log_entry_check(). A log that is chained
 * stays so.
 *
 * Since: 1.0
 */
void
cadre_log_append (CadreLog *self, CadreLogEntry *entry)
{
  g_autofree char *hash = NULL;

  g_return_if_fail (CADRE_IS_LOG (self));
  g_return_if_fail (CADRE_IS_LOG_ENTRY (entry));

  if (self->is_chained)
    hash = cadre_log_dup_next_hash (self, entry);
  cadre_log_take (self, entry, hash);
}

/**
 * cadre_log_get_issues:
 * @self: a #CadreLog
 *
 * Gets what was amiss with the file that the log was loaded from, and could be
 * mended: a last line that was cut off while it was written.
 *
 * Returns: (transfer none): the issues
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_log_get_issues (CadreLog *self)
{
  g_return_val_if_fail (CADRE_IS_LOG (self), NULL);

  return self->issues;
}

/**
 * cadre_log_get_entry:
 * @self: a #CadreLog
 * @position: which one, counted from 0
 *
 * Gets an entry.
 *
 * Returns: (transfer full) (nullable): the entry, or %NULL past the last
 *
 * Since: 1.0
 */
CadreLogEntry *
cadre_log_get_entry (CadreLog *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_LOG (self), NULL);

  return cadre_log_get_item (G_LIST_MODEL (self), position);
}

gboolean
cadre_log_read_array (CadreLog *self,
                      CadreReader *reader,
                      GCancellable *cancellable,
                      GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  if (!cadre_reader_begin (reader, CADRE_TOKEN_BEGIN_ARRAY, "a log is a list of events",
                           cancellable, error))
    return FALSE;

  for (;;)
    {
      g_autoptr (CadreLogEntry) entry = NULL;
      g_autofree char *hash = NULL;

      if (!cadre_reader_next (reader, &token, cancellable, error))
        return FALSE;
      if (token == CADRE_TOKEN_END_ARRAY)
        return TRUE;
      if (token != CADRE_TOKEN_BEGIN_OBJECT)
        return cadre_reader_fail_form (reader, error, "an event is an object");

      entry = cadre_log_entry_read (reader, &hash, cancellable, error);
      if (entry == NULL)
        return FALSE;
      cadre_log_take (self, entry, hash);
    }
}

/**
 * cadre_log_to_text:
 * @self: a #CadreLog
 * @error: return location for a #GError, or %NULL
 *
 * Writes the log as JSON Lines.
 *
 * Returns: (transfer full): the text, or %NULL with @error set
 *
 * Since: 1.0
 */
char *
cadre_log_to_text (CadreLog *self, GError **error)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (CADRE_IS_LOG (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  text = g_string_new (CADRE_LOG_HEAD "\n");
  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autofree char *line =
        cadre_log_entry_dup_line (self->entries->pdata[i], self->hashes->pdata[i], error);

      if (line == NULL)
        return NULL;
      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * cadre_log_save:
 * @self: a #CadreLog
 * @file: the file
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Saves the log as JSON Lines. The file holds the old log or the new one,
 * whatever happens: see cadre_writer_new_for_file().
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_log_save (CadreLog *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (CADRE_IS_LOG (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  text = cadre_log_to_text (self, error);
  return text != NULL && _cadre_writer_save_text (file, text, strlen (text), cancellable, error);
}
