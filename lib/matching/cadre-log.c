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
 */

#include "config.h"

#include "base/cadre-progress-private.h"
#include "document/cadre-writer-private.h"
#include "matching/cadre-log-private.h"
#include "matching/cadre-members-private.h"

#include <string.h>

#define LOG_VERSION 1

/**
 * CadreLog:
 *
 * What has happened in a process, in order.
 *
 * Since: 1.0
 */
struct _CadreLog
{
  GObject parent_instance;

  GPtrArray *entries; /* (element-type CadreLogEntry) */
};

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

/**
 * cadre_log_append:
 * @self: a #CadreLog
 * @entry: an entry
 *
 * Adds an entry behind all others. From then on the entry does not change. Whether
 * it is whole is not asked: see cadre_log_entry_check().
 *
 * Since: 1.0
 */
void
cadre_log_append (CadreLog *self, CadreLogEntry *entry)
{
  g_return_if_fail (CADRE_IS_LOG (self));
  g_return_if_fail (CADRE_IS_LOG_ENTRY (entry));

  entry->is_sealed = TRUE;
  g_ptr_array_add (self->entries, g_object_ref (entry));
  g_list_model_items_changed (G_LIST_MODEL (self), self->entries->len - 1, 0, 1);
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

      if (!cadre_reader_next (reader, &token, cancellable, error))
        return FALSE;
      if (token == CADRE_TOKEN_END_ARRAY)
        return TRUE;
      if (token != CADRE_TOKEN_BEGIN_OBJECT)
        return cadre_reader_fail_form (reader, error, "an event is an object");

      entry = cadre_log_entry_read (reader, cancellable, error);
      if (entry == NULL)
        return FALSE;
      cadre_log_append (self, entry);
    }
}

/* The first line; nothing else may stand on it. */
static gboolean
read_head (CadreReader *reader, GCancellable *cancellable, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  return cadre_reader_read_head (reader, "log", LOG_VERSION, NULL, cancellable, error) &&
         cadre_reader_leave (reader, cancellable, error) &&
         cadre_reader_next (reader, &token, cancellable, error);
}

static gboolean
read_entry (CadreLog *self, CadreReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreLogEntry) entry = NULL;
  CadreToken token = CADRE_TOKEN_END;

  if (!cadre_reader_begin (reader, CADRE_TOKEN_BEGIN_OBJECT, "an event is an object", cancellable,
                           error))
    return FALSE;

  entry = cadre_log_entry_read (reader, cancellable, error);
  if (entry == NULL || !cadre_reader_next (reader, &token, cancellable, error))
    return FALSE;

  cadre_log_append (self, entry);
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
                            : read_entry (self, reader, cancellable, error);

  if (!ok)
    say_line (error, number);

  return ok;
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
 * Loads a log from JSON Lines in memory. Empty lines are passed over.
 *
 * Returns: (transfer full): the log, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreLog *
cadre_log_load_bytes (GBytes *bytes, CadreLimits *limits, GCancellable *cancellable, GError **error)
{
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
      if ((stop > start || number == 1) &&
          !read_line (self, line, number, limits, cancellable, error))
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

/* A value on one line: the writer breaks lines in the two outermost ones only, so
 * it is written inside arrays, and taken out of them. */
static char *
dup_line (CadreLogEntry *entry, GError **error)
{
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autofree char *text = NULL;

  cadre_writer_begin_array (writer);
  cadre_writer_begin_array (writer);
  cadre_log_entry_write (entry, writer);
  cadre_writer_end_array (writer);
  cadre_writer_end_array (writer);
  if (!cadre_writer_finish (writer, NULL, error))
    return NULL;

  text = cadre_writer_dup_text (writer);
  return g_strndup (strchr (text, '{'), (gsize) (strrchr (text, '}') - strchr (text, '{')) + 1);
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

  text = g_string_new (NULL);
  g_string_append_printf (text, "{\"cadre\": \"log\", \"version\": %d}\n", LOG_VERSION);
  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autofree char *line = dup_line (self->entries->pdata[i], error);

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
