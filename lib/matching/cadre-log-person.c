/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a log holds on one person, and a log without it. */

#include "config.h"

#include "matching/cadre-log-private.h"
#include "structure/cadre-tables-person-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-structure-error.h>

static gboolean
is_about (CadreLogEntry *entry, const CadreErasure *erasure)
{
  return entry->assignment != NULL &&
         cadre_erasure_has_text_of_id (erasure, CADRE_RECORD_KIND_ASSIGNMENT, entry->assignment);
}

/* A copy of a text, unless it names the person. */
static char *
dup_unnamed (const char *text, const CadreErasure *erasure)
{
  return text != NULL && !cadre_erasure_is_named (erasure, text) ? g_strdup (text) : NULL;
}

/* An entry without the texts that name the person; of an entry about the person,
 * without any but who recorded it. */
static CadreLogEntry *
copy_without (CadreLogEntry *entry, const CadreErasure *erasure, gboolean with_texts)
{
  CadreLogEntry *copy = g_object_new (CADRE_TYPE_LOG_ENTRY, NULL);

  copy->kind = entry->kind;
  copy->event = g_strdup (entry->event);
  copy->date = entry->date != NULL ? cadre_date_copy (entry->date) : NULL;
  copy->by = dup_unnamed (entry->by, erasure);
  copy->note = with_texts ? dup_unnamed (entry->note, erasure) : NULL;
  copy->source = with_texts ? dup_unnamed (entry->source, erasure) : NULL;
  copy->unknown = with_texts ? dup_unnamed (entry->unknown, erasure) : NULL;
  copy->evidence = with_texts ? dup_unnamed (entry->evidence, erasure) : NULL;
  copy->where = with_texts ? dup_unnamed (entry->where, erasure) : NULL;
  copy->words = with_texts ? dup_unnamed (entry->words, erasure) : NULL;
  copy->before = g_strdup (entry->before);
  copy->after = g_strdup (entry->after);
  copy->head = entry->head;
  copy->verdict = entry->verdict;
  copy->percent = entry->percent;
  copy->post = g_strdup (entry->post);
  copy->grade = g_strdup (entry->grade);
  copy->assignment = g_strdup (entry->assignment);
  copy->grade_status = entry->grade_status;
  copy->stage = entry->stage;
  copy->position = entry->position;
  copy->result = entry->result;
  return copy;
}

/* What takes the place of an entry; NULL where nothing does. */
static CadreLogEntry *
redact_entry (CadreLogEntry *entry, const CadreErasure *erasure)
{
  gboolean is_own = is_about (entry, erasure);
  CadreLogEntry *copy = NULL;

  /* Of an event that is not understood, nobody can say what else it tells. */
  if (entry->kind == CADRE_LOG_KIND_UNKNOWN && entry->unknown != NULL &&
      cadre_erasure_is_named (erasure, entry->unknown))
    return NULL;
  if (is_own && !cadre_erasure_has_key (erasure))
    return NULL;

  copy = copy_without (entry, erasure, !is_own);
  if (is_own)
    {
      g_free (copy->assignment);
      copy->assignment =
        cadre_erasure_dup_pseudonym (erasure, CADRE_RECORD_KIND_ASSIGNMENT, entry->assignment);
    }
  return copy;
}

/**
 * cadre_log_export_person:
 * @self: a #CadreLog
 * @structure: the structure that the assignments are in
 * @person: the id of the person
 * @error: return location for a #GError, or %NULL
 *
 * Makes a log of the events about one person's assignments, whole.
 *
 * Returns: (transfer full): the log, or %NULL with @error set,
 *   %CADRE_STRUCTURE_ERROR_NOT_FOUND where the structure knows no such person
 *
 * Since: 1.0
 */
CadreLog *
cadre_log_export_person (CadreLog *self,
                         CadreStructure *structure,
                         const char *person,
                         GError **error)
{
  g_autoptr (CadreErasure) erasure = NULL;
  CadreLog *log = NULL;

  g_return_val_if_fail (CADRE_IS_LOG (self), NULL);
  g_return_val_if_fail (CADRE_IS_STRUCTURE (structure), NULL);
  g_return_val_if_fail (person != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  erasure = cadre_erasure_new (cadre_structure_get_tables (structure), person, NULL, error);
  if (erasure == NULL)
    return NULL;

  log = cadre_log_new ();
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (CadreLogEntry) entry = cadre_log_get_entry (self, i);

      if (is_about (entry, erasure))
        cadre_log_append (log, entry);
    }

  return log;
}

/**
 * cadre_log_redact_person:
 * @self: a #CadreLog
 * @structure: the structure that the assignments are in, as it was before the
 *   person was taken out of it
 * @person: the id of the person
 * @pseudonym_key: (nullable): a key of at least 16 bytes, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Makes a log without a person. With a key events about the person's assignments
 * stay, with the pseudonyms that cadre_structure_redact_person() gives these, and
 * with no text but who recorded them. Without a key they are removed.
 *
 * In other events a text that names the person is taken out, and so is an event
 * of a kind that is not known and that names the person.
 *
 * Returns: (transfer full): the log, or %NULL with @error set,
 *   %CADRE_STRUCTURE_ERROR_NOT_FOUND where the structure knows no such person and
 *   %CADRE_STRUCTURE_ERROR_REDACTION where the key is too short
 *
 * Since: 1.0
 */
CadreLog *
cadre_log_redact_person (CadreLog *self,
                         CadreStructure *structure,
                         const char *person,
                         GBytes *pseudonym_key,
                         GError **error)
{
  g_autoptr (CadreErasure) erasure = NULL;
  CadreLog *log = NULL;

  g_return_val_if_fail (CADRE_IS_LOG (self), NULL);
  g_return_val_if_fail (CADRE_IS_STRUCTURE (structure), NULL);
  g_return_val_if_fail (person != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  erasure =
    cadre_erasure_new (cadre_structure_get_tables (structure), person, pseudonym_key, error);
  if (erasure == NULL)
    return NULL;

  log = cadre_log_new ();
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (CadreLogEntry) entry = cadre_log_get_entry (self, i);
      g_autoptr (CadreLogEntry) copy = redact_entry (entry, erasure);

      if (copy != NULL)
        cadre_log_append (log, copy);
    }

  return log;
}
