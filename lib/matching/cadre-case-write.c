/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Cases into documents.
 *
 * Below the full level nothing is written that is about one person: no person or
 * assignment, nothing that the paper says of an assignment, no log, and no member
 * that this version does not know. */

#include "config.h"

#include "matching/cadre-case-private.h"
#include "matching/cadre-log-private.h"
#include "matching/cadre-members-private.h"
#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-structure-write.h>

#define CASE_VERSION 1
#define DEFAULT_LANGUAGE "en"

static gboolean
is_full (CadreRedaction *redaction)
{
  return cadre_redaction_get_level (redaction) == CADRE_REDACTION_LEVEL_FULL;
}

static void
write_head (CadreCase *self, CadreWriter *writer)
{
  cadre_write_string (writer, "id", self->id);
  cadre_write_string (writer, "title", self->title);
  if (g_strcmp0 (self->language, DEFAULT_LANGUAGE) != 0)
    cadre_write_string (writer, "language", self->language);
  cadre_write_string (writer, "source", self->source);
  cadre_write_list (writer, "notes", (const char *const *) self->notes);
  cadre_write_date (writer, "decision-date", self->decision_date);
  cadre_write_date (writer, "before-date", self->before_date);
  cadre_write_date (writer, "after-date", self->after_date);
}

static gboolean
write_structure (CadreStructure *structure,
                 const char *name,
                 CadreRedaction *redaction,
                 CadreWriter *writer,
                 GError **error)
{
  if (structure == NULL)
    return TRUE;

  cadre_writer_member (writer, name);
  cadre_writer_begin_object (writer);
  if (!cadre_structure_write_members (structure, redaction, writer, error))
    return FALSE;

  cadre_writer_end_object (writer);
  return TRUE;
}

static void
begin_list (CadreWriter *writer, const char *name)
{
  cadre_writer_member (writer, name);
  cadre_writer_begin_array (writer);
}

static void
write_pairs (CadreCase *self, CadreWriter *writer)
{
  GListModel *list = G_LIST_MODEL (self->pairs);

  begin_list (writer, "mapping");
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (list, i);

      cadre_writer_begin_object (writer);
      cadre_write_string (writer, "before", cadre_pair_get_before (pair));
      cadre_write_string (writer, "after", cadre_pair_get_after (pair));
      cadre_write_word (writer, "kind", CADRE_TYPE_LINEAGE_KIND, (int) cadre_pair_get_kind (pair));
      cadre_write_string (writer, "note", cadre_pair_get_note (pair));
      cadre_writer_end_object (writer);
    }
  cadre_writer_end_array (writer);
}

static void
write_policies (CadreCase *self, CadreWriter *writer)
{
  GListModel *list = G_LIST_MODEL (self->policies);

  begin_list (writer, "policies");
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CadrePolicy) policy = g_list_model_get_item (list, i);

      cadre_writer_begin_object (writer);
      cadre_policy_write_members (policy, writer);
      cadre_writer_end_object (writer);
    }
  cadre_writer_end_array (writer);
}

static void
write_declarations (CadreCase *self, gboolean of_persons, CadreWriter *writer)
{
  GListModel *list = G_LIST_MODEL (self->declarations);

  begin_list (writer, "declared");
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CadreDeclaration) row = g_list_model_get_item (list, i);

      if (!of_persons && cadre_declaration_get_assignment (row) != NULL)
        continue;
      cadre_writer_begin_object (writer);
      cadre_write_string (writer, "assignment", cadre_declaration_get_assignment (row));
      cadre_write_string (writer, "post", cadre_declaration_get_post (row));
      cadre_write_word (writer, "outcome", CADRE_TYPE_DECLARED_OUTCOME,
                        (int) cadre_declaration_get_outcome (row));
      cadre_write_string (writer, "words", cadre_declaration_get_words (row));
      cadre_write_string (writer, "source", cadre_declaration_get_source (row));
      cadre_writer_end_object (writer);
    }
  cadre_writer_end_array (writer);
}

static void
write_scope (CadreCase *self, CadreWriter *writer)
{
  if (self->scope == NULL)
    return;

  cadre_writer_member (writer, "scope");
  cadre_writer_begin_object (writer);
  cadre_write_list (writer, "posts", (const char *const *) self->scope);
  cadre_writer_end_object (writer);
}

static void
write_log (CadreCase *self, CadreWriter *writer)
{
  guint n = self->log != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->log)) : 0;

  begin_list (writer, "log");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreLogEntry) entry = cadre_log_get_entry (self->log, i);

      cadre_log_entry_write (entry, writer);
    }
  cadre_writer_end_array (writer);
}

/**
 * cadre_case_write:
 * @self: a #CadreCase
 * @redaction: for whom
 * @writer: a new #CadreWriter
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Writes a document of the kind `case` and finishes the writer.
 *
 * Only at %CADRE_REDACTION_LEVEL_FULL persons and assignments are written, and
 * with them what the paper says of assignments, the log, and members that this
 * version does not know. Of a title in several languages the one of the case is
 * written.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_case_write (CadreCase *self,
                  CadreRedaction *redaction,
                  CadreWriter *writer,
                  GCancellable *cancellable,
                  GError **error)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), FALSE);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), FALSE);
  g_return_val_if_fail (CADRE_IS_WRITER (writer), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  cadre_writer_begin_document (writer, "case", CASE_VERSION);
  write_head (self, writer);
  if (!write_structure (self->before, "before", redaction, writer, error) ||
      !write_structure (self->after, "after", redaction, writer, error))
    return FALSE;

  write_pairs (self, writer);
  write_policies (self, writer);
  write_declarations (self, is_full (redaction), writer);
  write_scope (self, writer);
  if (is_full (redaction))
    {
      write_log (self, writer);
      cadre_write_unknown (writer, self->unknown);
    }
  cadre_writer_end_object (writer);

  return cadre_writer_finish (writer, cancellable, error);
}

/**
 * cadre_case_save:
 * @self: a #CadreCase
 * @redaction: for whom
 * @file: the file
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Saves a case as a document, whole or not at all.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_case_save (CadreCase *self,
                 CadreRedaction *redaction,
                 GFile *file,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (CadreWriter) writer = NULL;

  g_return_val_if_fail (CADRE_IS_CASE (self), FALSE);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  writer = cadre_writer_new_for_file (file, cancellable, error);
  return writer != NULL && cadre_case_write (self, redaction, writer, cancellable, error);
}

/**
 * cadre_case_to_text:
 * @self: a #CadreCase
 * @redaction: for whom
 * @error: return location for a #GError, or %NULL
 *
 * Gets a case as the text of a document.
 *
 * Returns: (transfer full): the text, or %NULL with @error set
 *
 * Since: 1.0
 */
char *
cadre_case_to_text (CadreCase *self, CadreRedaction *redaction, GError **error)
{
  g_autoptr (CadreWriter) writer = NULL;

  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  writer = cadre_writer_new_for_text ();
  return cadre_case_write (self, redaction, writer, NULL, error) ? cadre_writer_dup_text (writer)
                                                                 : NULL;
}
