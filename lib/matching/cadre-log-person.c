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

/* Takes out of a text member what must not stay: a text that names the person, and
 * of an entry about the person any but who recorded it. */
static void
clear_text (CadreLogEntry *copy, guint member, const CadreErasure *erasure, gboolean with_texts)
{
  char **text = cadre_log_entry_at (copy, member, char *);
  gboolean stays = with_texts || member == CADRE_LOG_MEMBER_EVENT || member == CADRE_LOG_MEMBER_BY;

  if (*text != NULL && (!stays || cadre_erasure_is_named (erasure, *text)))
    g_clear_pointer (text, g_free);
}

static CadreLogEntry *
copy_without (CadreLogEntry *entry, const CadreErasure *erasure, gboolean with_texts)
{
  CadreLogEntry *copy = g_object_new (CADRE_TYPE_LOG_ENTRY, NULL);

  copy->kind = entry->kind;
  copy->unknown =
    with_texts && entry->unknown != NULL && !cadre_erasure_is_named (erasure, entry->unknown)
      ? g_strdup (entry->unknown)
      : NULL;
  for (guint i = 0; i < CADRE_N_LOG_MEMBERS; i++)
    {
      cadre_log_entry_copy_member (copy, entry, i);
      if (cadre_log_members[i].form == CADRE_LOG_FORM_TEXT && i != CADRE_LOG_MEMBER_EVENT)
        clear_text (copy, i, erasure, with_texts);
    }

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
 * of a kind that is not known and that names the person. A chained log is chained
 * anew: its hashes are others.
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
  g_autoptr (CadreLog) log = NULL;

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

  /* What stays has hashes of its own: those of before would tell what is gone. */
  return !self->is_chained || cadre_log_chain (log, error) ? g_steal_pointer (&log) : NULL;
}
