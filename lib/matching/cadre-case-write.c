/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Cases into documents.
 *
 * Below the full level nothing is written that is about one person: no person or
 * assignment, nothing that the paper says of an assignment or of a post that one
 * person holds, no log, no remark, and no member that this version does not
 * know. */

#include "config.h"

#include "matching/cadre-case-private.h"
#include "matching/cadre-log-private.h"
#include "matching/cadre-members-private.h"
#include "structure/cadre-tables-structure-private.h"
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
write_head (CadreCase *self, gboolean with_notes, CadreWriter *writer)
{
  cadre_write_string (writer, "id", self->id);
  cadre_write_string (writer, "title", self->title);
  if (g_strcmp0 (self->language, DEFAULT_LANGUAGE) != 0)
    cadre_write_string (writer, "language", self->language);
  cadre_write_string (writer, "source", self->source);
  if (with_notes)
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
write_pairs (CadreCase *self, gboolean in_full, CadreWriter *writer)
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
      if (in_full)
        cadre_write_string (writer, "note", cadre_pair_get_note (pair));
      cadre_write_string (writer, "source", cadre_pair_get_source (pair));
      if (in_full)
        cadre_write_kept (writer, G_OBJECT (pair));
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

static guint32
find_post (CadreStructure *structure, const char *id)
{
  return structure != NULL
           ? cadre_tables_find (cadre_structure_get_tables (structure), CADRE_RECORD_KIND_POST, id)
           : CADRE_NO_ROW;
}

/* Whether what the paper says is said of one person: of an assignment, or of a
 * post that one person may hold. */
static gboolean
is_of_one_person (CadreCase *self, CadreDeclaration *declaration)
{
  const char *id = cadre_declaration_get_post (declaration);
  guint32 post = CADRE_NO_ROW;

  if (cadre_declaration_get_assignment (declaration) != NULL || id == NULL)
    return TRUE;

  post = find_post (self->before, id);
  if (post != CADRE_NO_ROW)
    return cadre_index_may_have_one_holder (cadre_structure_get_tables (self->before),
                                            cadre_structure_get_index (self->before), post);

  post = find_post (self->after, id);
  return post != CADRE_NO_ROW &&
         cadre_index_has_one_holder (cadre_structure_get_tables (self->after),
                                     cadre_structure_get_index (self->after), post);
}

static void
write_declarations (CadreCase *self, gboolean in_full, CadreWriter *writer)
{
  GListModel *list = G_LIST_MODEL (self->declarations);

  begin_list (writer, "declared");
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CadreDeclaration) row = g_list_model_get_item (list, i);

      if (!in_full && is_of_one_person (self, row))
        continue;
      cadre_writer_begin_object (writer);
      cadre_write_string (writer, "assignment", cadre_declaration_get_assignment (row));
      cadre_write_string (writer, "post", cadre_declaration_get_post (row));
      cadre_write_word (writer, "outcome", CADRE_TYPE_DECLARED_OUTCOME,
                        (int) cadre_declaration_get_outcome (row));
      cadre_write_string (writer, "words", cadre_declaration_get_words (row));
      cadre_write_string (writer, "source", cadre_declaration_get_source (row));
      if (in_full)
        cadre_write_kept (writer, G_OBJECT (row));
      cadre_writer_end_object (writer);
    }
  cadre_writer_end_array (writer);
}

static void
write_scope (CadreCase *self, gboolean in_full, CadreWriter *writer)
{
  const char *unknown = in_full ? self->scope_unknown : NULL;

  if (self->scope == NULL && unknown == NULL)
    return;

  cadre_writer_member (writer, "scope");
  cadre_writer_begin_object (writer);
  cadre_write_list (writer, "posts", (const char *const *) self->scope);
  cadre_write_unknown (writer, unknown);
  cadre_writer_end_object (writer);
}

static gboolean
has_cut_offs (CadreCase *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->cut_offs); i++)
    if (self->cut_offs[i] != NULL)
      return TRUE;

  return FALSE;
}

static void
write_cut_offs (CadreCase *self, gboolean in_full, CadreWriter *writer)
{
  const char *unknown = in_full ? self->cut_offs_unknown : NULL;

  if (!has_cut_offs (self) && unknown == NULL)
    return;

  cadre_writer_member (writer, "cut-offs");
  cadre_writer_begin_object (writer);
  cadre_write_date (writer, "slotting-in", self->cut_offs[CADRE_STAGE_SLOTTING_IN]);
  cadre_write_date (writer, "limited-competition", self->cut_offs[CADRE_STAGE_LIMITED_COMPETITION]);
  cadre_write_date (writer, "wider-competition", self->cut_offs[CADRE_STAGE_WIDER_COMPETITION]);
  cadre_write_unknown (writer, unknown);
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

      cadre_log_entry_write (entry, self->log->hashes->pdata[i], writer);
    }
  cadre_writer_end_array (writer);
}

/* A case is written whole or for consultation; of what the other levels see it
 * has parts that no level takes out. */
static gboolean
check_level (CadreRedaction *redaction, GError **error)
{
  CadreRedactionLevel level = cadre_redaction_get_level (redaction);

  if (level == CADRE_REDACTION_LEVEL_FULL || level == CADRE_REDACTION_LEVEL_CONSULTATION)
    return TRUE;

  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_REDACTION,
                       "A case is written at the full level and for consultation only");
  return FALSE;
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
 * with them what the paper says of assignments and of posts that one person may
 * hold, the log, remarks, and members that this version does not know. At
 * %CADRE_REDACTION_LEVEL_CONSULTATION the rest is; at other levels there is an
 * error, %CADRE_STRUCTURE_ERROR_REDACTION. Of a title in several languages the one of the case is
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

  if (!check_level (redaction, error))
    return FALSE;

  cadre_writer_begin_document (writer, "case", CASE_VERSION);
  write_head (self, is_full (redaction), writer);
  if (!write_structure (self->before, "before", redaction, writer, error) ||
      !write_structure (self->after, "after", redaction, writer, error))
    return FALSE;

  write_pairs (self, is_full (redaction), writer);
  write_policies (self, writer);
  write_declarations (self, is_full (redaction), writer);
  write_scope (self, is_full (redaction), writer);
  write_cut_offs (self, is_full (redaction), writer);
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
