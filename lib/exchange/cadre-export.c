/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-export
 * @Title: CadreExport
 * @Short_Description: What is handed to another system
 *
 * A #CadreExport is what a writer of a foreign format gives: one file or several,
 * each with a name that the format fixes, and a list of what the format could not
 * hold. Nothing is written to disk before cadre_export_save().
 */

#include "config.h"

#include "document/cadre-save-private.h"
#include "exchange/cadre-export-private.h"
#include <cadre/cadre-exchange-error.h>

#include <string.h>

typedef struct
{
  const char *name;
  const char *content_type;
  GBytes *bytes;
} ExportedFile;

struct _CadreExport
{
  GObject parent_instance;

  GArray *files;
  CadreIssueList *issues;
};

/**
 * CadreExport:
 *
 * What a writer of a foreign format gives. It never changes.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreExport, cadre_export, G_TYPE_OBJECT)

static void
clear_file (gpointer data)
{
  ExportedFile *file = data;

  g_clear_pointer (&file->bytes, g_bytes_unref);
}

static void
cadre_export_finalize (GObject *object)
{
  CadreExport *self = CADRE_EXPORT (object);

  g_clear_pointer (&self->files, g_array_unref);
  g_clear_object (&self->issues);

  G_OBJECT_CLASS (cadre_export_parent_class)->finalize (object);
}

static void
cadre_export_class_init (CadreExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_export_finalize;
}

static void
cadre_export_init (CadreExport *self)
{
  self->files = g_array_new (FALSE, FALSE, sizeof (ExportedFile));
  g_array_set_clear_func (self->files, clear_file);
  self->issues = cadre_issue_list_new (CADRE_EXPORT_MAX_ISSUES);
}

CadreExport *
cadre_export_new (void)
{
  return g_object_new (CADRE_TYPE_EXPORT, NULL);
}

void
cadre_export_add_file (CadreExport *self, const char *name, const char *content_type, GBytes *bytes)
{
  const ExportedFile file = { name, content_type, g_bytes_ref (bytes) };

  g_array_append_val (self->files, file);
}

static const ExportedFile *
get_file (CadreExport *self, guint position)
{
  return &g_array_index (self->files, ExportedFile, position);
}

/**
 * cadre_export_get_n_files:
 * @self: a #CadreExport
 *
 * Counts the files.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_export_get_n_files (CadreExport *self)
{
  g_return_val_if_fail (CADRE_IS_EXPORT (self), 0);

  return self->files->len;
}

/**
 * cadre_export_get_name:
 * @self: a #CadreExport
 * @position: which file, from 0
 *
 * Gets what a file is called, such as `senior.csv`. It is a plain name without a
 * folder, fixed by the format: nothing of it comes from the data.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL past the last file
 *
 * Since: 1.0
 */
const char *
cadre_export_get_name (CadreExport *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_EXPORT (self), NULL);
  return position < self->files->len ? get_file (self, position)->name : NULL;
}

/**
 * cadre_export_get_content_type:
 * @self: a #CadreExport
 * @position: which file, from 0
 *
 * Gets the media type of a file, such as `text/csv`.
 *
 * Returns: (transfer none) (nullable): the media type, or %NULL past the last file
 *
 * Since: 1.0
 */
const char *
cadre_export_get_content_type (CadreExport *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_EXPORT (self), NULL);
  return position < self->files->len ? get_file (self, position)->content_type : NULL;
}

/**
 * cadre_export_get_bytes:
 * @self: a #CadreExport
 * @position: which file, from 0
 *
 * Gets what is in a file.
 *
 * Returns: (transfer none) (nullable): the bytes, or %NULL past the last file
 *
 * Since: 1.0
 */
GBytes *
cadre_export_get_bytes (CadreExport *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_EXPORT (self), NULL);
  return position < self->files->len ? get_file (self, position)->bytes : NULL;
}

/**
 * cadre_export_find_bytes:
 * @self: a #CadreExport
 * @name: what a file is called
 *
 * Finds what is in the file of that name.
 *
 * Returns: (transfer none) (nullable): the bytes, or %NULL where no file is
 *   called so
 *
 * Since: 1.0
 */
GBytes *
cadre_export_find_bytes (CadreExport *self, const char *name)
{
  g_return_val_if_fail (CADRE_IS_EXPORT (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->files->len; i++)
    if (strcmp (get_file (self, i)->name, name) == 0)
      return get_file (self, i)->bytes;

  return NULL;
}

/**
 * cadre_export_get_issues:
 * @self: a #CadreExport
 *
 * Gets what the format could not hold. An empty list means that reading the files
 * again gives all that went into them.
 *
 * Returns: (transfer none): the issues
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_export_get_issues (CadreExport *self)
{
  g_return_val_if_fail (CADRE_IS_EXPORT (self), NULL);

  return self->issues;
}

/**
 * cadre_export_save_file:
 * @self: a #CadreExport
 * @position: which file, from 0
 * @file: where it goes, under whatever name
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Saves one file. What was there before stays until the new one is complete. A
 * position past the last file is %CADRE_EXCHANGE_ERROR_NOT_FOUND.
 *
 * Returns: %TRUE if it was saved, %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_export_save_file (CadreExport *self,
                        guint position,
                        GFile *file,
                        GCancellable *cancellable,
                        GError **error)
{
  CadreSave *save = NULL;
  gsize size = 0;
  const void *data = NULL;
  gboolean ok = FALSE;

  g_return_val_if_fail (CADRE_IS_EXPORT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (position >= self->files->len)
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND,
                           "There is no file at that position");
      return FALSE;
    }

  save = _cadre_save_new (file, cancellable, error);
  if (save == NULL)
    return FALSE;

  data = g_bytes_get_data (get_file (self, position)->bytes, &size);
  ok = _cadre_save_write (save, data, size, cancellable, error) &&
       _cadre_save_commit (save, cancellable, error);
  _cadre_save_free (save);

  return ok;
}

/**
 * cadre_export_save:
 * @self: a #CadreExport
 * @folder: the folder that the files go into; it has to be there
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Saves every file under its own name. Each one replaces what was there only when
 * it is complete; where one fails, those before it are saved.
 *
 * Returns: %TRUE if all were saved, %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_export_save (CadreExport *self, GFile *folder, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (CADRE_IS_EXPORT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  for (guint i = 0; i < self->files->len; i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, get_file (self, i)->name);

      if (!cadre_export_save_file (self, i, file, cancellable, error))
        return FALSE;
    }

  return TRUE;
}
