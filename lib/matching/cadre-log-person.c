/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a log holds on one person, and a log without it. */

#include "config.h"

#include "matching/cadre-log-private.h"
#include "structure/cadre-tables-person-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-structure-error.h>

typedef struct
{
  CadreErasure *erasure;
  guint8 *is_own; /* by event: it is about the person */
  guint n;
} Person;

/* An id of the person's: one that the structure has, or one that joiners brought. */
static gboolean
is_own_id (const Person *person, guint member, const char *id)
{
  const CadreRecordKind kind = cadre_log_members[member].record;

  if (id == NULL || (kind != CADRE_RECORD_KIND_ASSIGNMENT && kind != CADRE_RECORD_KIND_PERSON))
    return FALSE;

  return cadre_erasure_has_text_of_id (person->erasure, kind, id);
}

static gboolean
names_person (const Person *person, CadreLogEntry *entry)
{
  for (guint i = 0; i < CADRE_N_LOG_MEMBERS; i++)
    if (cadre_log_members[i].form == CADRE_LOG_FORM_ID &&
        is_own_id (person, i, *cadre_log_entry_at (entry, i, char *)))
      return TRUE;

  return FALSE;
}

/* An event that only names an earlier one is about whom that is about. */
static gboolean
is_about (const Person *person, CadreLogEntry *entry)
{
  const guint8 *is_own = person->is_own;

  return names_person (person, entry) ||
         (entry->assignment == NULL && entry->about > 0 && (guint) entry->about <= person->n &&
          is_own[entry->about - 1]);
}

/* The assignments that joiners brought; the person may be in no structure. */
static GPtrArray *
list_joined (CadreLog *log, const char *person)
{
  GPtrArray *joined = g_ptr_array_new ();

  for (guint i = 0; i < log->entries->len; i++)
    {
      CadreLogEntry *entry = log->entries->pdata[i];

      if (entry->kind == CADRE_LOG_KIND_JOINER && entry->assignment != NULL &&
          g_strcmp0 (entry->person, person) == 0)
        g_ptr_array_add (joined, entry->assignment);
    }

  return joined;
}

/* Who it is, and which events are about that person. */
static gboolean
find_own (Person *person,
          CadreLog *log,
          CadreStructure *structure,
          const char *id,
          GBytes *key,
          GError **error)
{
  g_autoptr (GPtrArray) joined = list_joined (log, id);

  person->erasure =
    cadre_erasure_new (cadre_structure_get_tables (structure), id, joined, key, error);
  if (person->erasure == NULL)
    return FALSE;

  person->n = log->entries->len;
  person->is_own = g_new0 (guint8, person->n + 1);
  for (guint i = 0; i < person->n; i++)
    person->is_own[i] = is_about (person, log->entries->pdata[i]);

  return TRUE;
}

static void
person_clear (Person *person)
{
  g_clear_pointer (&person->erasure, cadre_erasure_free);
  g_clear_pointer (&person->is_own, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Person, person_clear)

/* Takes out of a text member what must not stay: a text that names the person, and
 * of an entry about the person any but who recorded or verified it. Where the event
 * is not whole without it, a word stands for it. */
static void
clear_text (CadreLogEntry *copy, guint member, const CadreErasure *erasure, gboolean with_texts)
{
  char **text = cadre_log_entry_at (copy, member, char *);
  const gboolean stays =
    with_texts || member == CADRE_LOG_MEMBER_BY || member == CADRE_LOG_MEMBER_VERIFIED_BY;
  const gboolean is_required = (cadre_log_kinds[copy->kind].required >> member & 1) != 0;

  if (*text == NULL || (stays && !cadre_erasure_is_named (erasure, *text)))
    return;

  g_free (*text);
  *text = is_required ? g_strdup ("redacted") : NULL;
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

/* The ids of the person become pseudonyms. */
static void
replace_ids (CadreLogEntry *copy, const Person *person)
{
  for (guint i = 0; i < CADRE_N_LOG_MEMBERS; i++)
    {
      char **id = cadre_log_entry_at (copy, i, char *);
      char *pseudonym = NULL;

      if (cadre_log_members[i].form != CADRE_LOG_FORM_ID || !is_own_id (person, i, *id))
        continue;
      pseudonym = cadre_erasure_dup_pseudonym (person->erasure, cadre_log_members[i].record, *id);
      g_free (*id);
      *id = pseudonym;
    }
}

/* What takes the place of an event; NULL where nothing does. */
static CadreLogEntry *
redact_entry (const Person *person, guint event, CadreLogEntry *entry)
{
  const CadreErasure *erasure = person->erasure;
  const gboolean is_own = person->is_own[event];
  CadreLogEntry *copy = NULL;

  /* Of an event that is not understood, nobody can say what else it tells. */
  if (entry->kind == CADRE_LOG_KIND_UNKNOWN && entry->unknown != NULL &&
      cadre_erasure_is_named (erasure, entry->unknown))
    return NULL;
  if (is_own && !cadre_erasure_has_key (erasure))
    return NULL;

  copy = copy_without (entry, erasure, !is_own);
  replace_ids (copy, person);
  return copy;
}

/* Events that are taken out leave no gap: those that name others by their numbers
 * name them by the new ones. */
static void
renumber (CadreLog *log, const guint *numbers, guint n)
{
  for (guint i = 0; i < log->entries->len; i++)
    {
      CadreLogEntry *entry = log->entries->pdata[i];

      if (entry->about > 0 && (guint) entry->about <= n)
        entry->about = numbers[entry->about] > 0 ? (int) numbers[entry->about] : -1;
      if (entry->settles > 0 && (guint) entry->settles <= n)
        entry->settles = numbers[entry->settles] > 0 ? (int) numbers[entry->settles] : -1;
    }
}

/**
 * cadre_log_export_person:
 * @self: a #CadreLog
 * @structure: the structure that the assignments are in
 * @person: the id of the person
 * @error: return location for a #GError, or %NULL
 *
 * Makes a log of the events about one person's assignments, whole: of those that
 * the structure has, and of those that joiner events of the log bring. The person
 * may be in the log only.
 *
 * Returns: (transfer full): the log, or %NULL with @error set,
 *   %CADRE_STRUCTURE_ERROR_NOT_FOUND where neither the structure nor a joiner
 *   event knows the person
 *
 * Since: 1.0
 */
CadreLog *
cadre_log_export_person (CadreLog *self,
                         CadreStructure *structure,
                         const char *person,
                         GError **error)
{
  g_auto (Person) owner = { 0 };
  CadreLog *log = NULL;

  g_return_val_if_fail (CADRE_IS_LOG (self), NULL);
  g_return_val_if_fail (CADRE_IS_STRUCTURE (structure), NULL);
  g_return_val_if_fail (person != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!find_own (&owner, self, structure, person, NULL, error))
    return NULL;

  log = cadre_log_new ();
  for (guint i = 0; i < self->entries->len; i++)
    if (owner.is_own[i])
      cadre_log_append (log, self->entries->pdata[i]);

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
 * anew: its hashes are others. The person may be in joiner events of the log only.
 *
 * Returns: (transfer full): the log, or %NULL with @error set,
 *   %CADRE_STRUCTURE_ERROR_NOT_FOUND where neither the structure nor a joiner
 *   event knows the person and %CADRE_STRUCTURE_ERROR_REDACTION where the key is
 *   too short
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
  g_auto (Person) owner = { 0 };
  g_autofree guint *numbers = NULL;
  g_autoptr (CadreLog) log = NULL;

  g_return_val_if_fail (CADRE_IS_LOG (self), NULL);
  g_return_val_if_fail (CADRE_IS_STRUCTURE (structure), NULL);
  g_return_val_if_fail (person != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!find_own (&owner, self, structure, person, pseudonym_key, error))
    return NULL;

  numbers = g_new0 (guint, self->entries->len + 1);
  log = cadre_log_new ();
  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autoptr (CadreLogEntry) copy = redact_entry (&owner, i, self->entries->pdata[i]);

      if (copy == NULL)
        continue;
      cadre_log_append (log, copy);
      numbers[i + 1] = log->entries->len;
    }

  /* What stays has hashes of its own: those of before would tell what is gone. */
  renumber (log, numbers, self->entries->len);
  return !self->is_chained || cadre_log_chain (log, error) ? g_steal_pointer (&log) : NULL;
}
