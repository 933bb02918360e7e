/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Patches into a writer. */

#include "config.h"

#include "diff/patch/cadre-patch-private.h"
#include "document/cadre-writer-private.h"
#include <cadre/cadre-enum-types.h>

#define PATCH_VERSION 1

static void
write_value (const CadrePatch *self, CadreWriter *writer, const char *name, guint32 code)
{
  if (code == 0)
    return;

  cadre_writer_member (writer, name);
  cadre_writer_canonical (writer, cadre_patch_text (self, code));
}

static void
write_text (CadreWriter *writer, const char *name, const char *text)
{
  if (text == NULL)
    return;

  cadre_writer_member (writer, name);
  cadre_writer_string (writer, text);
}

const char *
cadre_patch_action_name (CadrePatchAction action)
{
  static const char *const names[] = { "create", "rekey", "move", "change", "delete" };

  return names[action];
}

static void
write_op (const CadrePatch *self, CadreWriter *writer, const CadrePatchOp *op)
{
  cadre_writer_begin_object (writer);
  write_text (writer, "do", cadre_patch_action_name (op->action));
  write_text (writer, "record", cadre_patch_kind_name (op->kind));
  write_value (self, writer, "key", op->key);
  write_text (writer, "field", cadre_patch_field_name (op->kind, op->field));
  write_value (self, writer, "before", op->before);
  write_value (self, writer, "after", op->after);
  if (op->shared)
    {
      cadre_writer_member (writer, "shared");
      cadre_writer_boolean (writer, TRUE);
    }
  cadre_writer_end_object (writer);
}

/**
 * cadre_patch_write:
 * @self: a #CadrePatch
 * @redaction: a #CadreRedaction of the level %CADRE_REDACTION_LEVEL_FULL
 * @writer: a #CadreWriter at the beginning of its document
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Writes a patch as a document of the kind `patch`, and finishes the writer.
 *
 * What a level shows of a record depends on the structure that the record is
 * in, and a patch does not hold that. So a patch is only written in full. For
 * another level, compare the two structures that cadre_redaction_apply() gives.
 *
 * Returns: %TRUE, or %FALSE with @error set: to
 *   %CADRE_DIFF_ERROR_PATCH_REDACTION at any other level
 *
 * Since: 1.0
 */
gboolean
cadre_patch_write (CadrePatch *self,
                   CadreRedaction *redaction,
                   CadreWriter *writer,
                   GCancellable *cancellable,
                   GError **error)
{
  const char *before = NULL;
  const char *after = NULL;

  g_return_val_if_fail (CADRE_IS_PATCH (self), FALSE);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), FALSE);
  g_return_val_if_fail (CADRE_IS_WRITER (writer), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (cadre_redaction_get_level (redaction) != CADRE_REDACTION_LEVEL_FULL)
    {
      g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_PATCH_REDACTION,
                           "A patch is written in full only: compare the redacted structures "
                           "for other levels");
      return FALSE;
    }

  before = cadre_patch_identity_get (self->before, error);
  if (before == NULL && self->before != NULL)
    return FALSE;
  after = cadre_patch_identity_get (self->after, error);
  if (after == NULL && self->after != NULL)
    return FALSE;

  cadre_writer_begin_document (writer, "patch", PATCH_VERSION);
  write_text (writer, "language", cadre_patch_get_language (self));
  write_text (writer, "before", before);
  write_text (writer, "after", after);
  cadre_writer_member (writer, "operations");
  cadre_writer_begin_array (writer);
  for (guint32 i = 0; i < self->n_ops; i++)
    write_op (self, writer, &self->ops[i]);
  cadre_writer_end_array (writer);
  cadre_writer_end_object (writer);
  return cadre_writer_finish (writer, cancellable, error);
}

/**
 * cadre_patch_save:
 * @self: a #CadrePatch
 * @redaction: a #CadreRedaction of the level %CADRE_REDACTION_LEVEL_FULL
 * @file: the file
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Saves a patch as a document, as cadre_patch_write() writes it. The file holds
 * the old document or the new one, whatever happens.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_patch_save (CadrePatch *self,
                  CadreRedaction *redaction,
                  GFile *file,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (CadreWriter) writer = NULL;

  g_return_val_if_fail (CADRE_IS_PATCH (self), FALSE);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  writer = cadre_writer_new_for_file (file, cancellable, error);
  return writer != NULL && cadre_patch_write (self, redaction, writer, cancellable, error);
}

/**
 * cadre_patch_to_text:
 * @self: a #CadrePatch
 * @redaction: a #CadreRedaction of the level %CADRE_REDACTION_LEVEL_FULL
 * @error: return location for a #GError, or %NULL
 *
 * Writes a patch as a document in memory, as cadre_patch_write() does.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 *
 * Since: 1.0
 */
char *
cadre_patch_to_text (CadrePatch *self, CadreRedaction *redaction, GError **error)
{
  g_autoptr (CadreWriter) writer = NULL;

  g_return_val_if_fail (CADRE_IS_PATCH (self), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  writer = cadre_writer_new_for_text ();
  return cadre_patch_write (self, redaction, writer, NULL, error) ? cadre_writer_dup_text (writer)
                                                                  : NULL;
}
