/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Events out of documents and into them. */

#include "config.h"

#include "matching/cadre-log-private.h"
#include "matching/cadre-members-private.h"
#include <cadre/cadre-fraction.h>

#include <string.h>

G_STATIC_ASSERT (CADRE_N_LOG_MEMBERS < 64 && CADRE_N_LOG_MEMBERS < CADRE_MAX_KNOWN_MEMBERS);

/* What comes after the point of a score, and before it. */
#define MAX_DIGITS 18

/* It is the log's, not the event's. */
#define MEMBER_HASH CADRE_N_LOG_MEMBERS

static const CadreMemberSpec *
get_specs (void)
{
  static CadreMemberSpec specs[CADRE_N_LOG_MEMBERS + 2];
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      for (guint i = 0; i < CADRE_N_LOG_MEMBERS; i++)
        specs[i].name = cadre_log_members[i].name;
      specs[MEMBER_HASH].name = "hash";
      g_once_init_leave (&is_ready, 1);
    }

  return specs;
}

/* Of two members with one name the first holds the value. */
static guint
find_place (guint member)
{
  return member == CADRE_LOG_MEMBER_WORDS ? CADRE_LOG_MEMBER_RESULT : member;
}

static guint
count_digits (const char **text)
{
  guint n = 0;

  for (; g_ascii_isdigit (**text); (*text)++)
    n++;

  return n;
}

/* Digits, and perhaps a point with digits behind it. */
static gboolean
is_decimal (const char *text)
{
  guint n = 0;

  if (*text == '-')
    text++;
  n = count_digits (&text);
  if (n == 0 || n > MAX_DIGITS || *text == '\0')
    return n > 0 && n <= MAX_DIGITS;
  if (*text++ != '.')
    return FALSE;

  n = count_digits (&text);
  return n > 0 && n <= MAX_DIGITS && *text == '\0';
}

static gboolean
is_fraction (const char *text)
{
  g_autoptr (CadreFraction) fraction = cadre_fraction_new_parse (text, NULL);

  return fraction != NULL && cadre_fraction_get_numerator (fraction) >= 0;
}

static gboolean
take_checked (const CadreMembers *members,
              guint member,
              char **text,
              gboolean (*is_good) (const char *text),
              const char *what,
              GError **error)
{
  if (!cadre_members_get_string (members, member, text, error))
    return FALSE;
  if (*text == NULL || is_good (*text))
    return TRUE;

  g_clear_pointer (text, g_free);
  return cadre_members_fail (members, error, "“%s” is not %s", cadre_log_members[member].name,
                             what);
}

static gboolean
take_list (const CadreMembers *members, guint member, char ***list, GError **error)
{
  if (!cadre_members_get_list (members, member, list, error) || *list == NULL ||
      cadre_log_members[member].record == CADRE_RECORD_KIND_ORGANISATION)
    return *list != NULL || !cadre_members_has (members, member);

  for (guint i = 0; i == 0 || (*list)[i] != NULL; i++)
    if ((*list)[i] == NULL || *(*list)[i] == '\0' || strlen ((*list)[i]) > 255)
      return cadre_members_fail (members, error, "“%s” is not a list of one id or more",
                                 cadre_log_members[member].name);

  return TRUE;
}

static gboolean
take_truth (const CadreMembers *members, guint member, int *truth, GError **error)
{
  if (!cadre_members_has (members, member))
    return TRUE;
  if (!g_str_equal (members->members[member], "true") &&
      !g_str_equal (members->members[member], "false"))
    return cadre_members_fail (members, error, "“%s” is neither true nor false",
                               cadre_log_members[member].name);

  *truth = *members->members[member] == 't' ? CADRE_TRUTH_TRUE : CADRE_TRUTH_FALSE;
  return TRUE;
}

static gboolean
take_member (CadreLogEntry *self, const CadreMembers *members, guint member, GError **error)
{
  const CadreLogMemberSpec *spec = &cadre_log_members[member];
  char **text = cadre_log_entry_at (self, member, char *);
  int *number = cadre_log_entry_at (self, member, int);
  const guint place = find_place (member);

  switch (spec->form)
    {
    case CADRE_LOG_FORM_ID:
      return cadre_members_get_id (members, place, text, error);
    case CADRE_LOG_FORM_FRACTION:
      return take_checked (members, place, text, is_fraction, "a number such as 0.5 or 18/37",
                           error);
    case CADRE_LOG_FORM_DECIMAL:
      return take_checked (members, place, text, is_decimal, "a decimal number as a text", error);
    case CADRE_LOG_FORM_VALUE:
      *text = cadre_members_has (members, place) ? g_strdup (members->members[place]) : NULL;
      return TRUE;
    case CADRE_LOG_FORM_DATE:
      return cadre_members_get_date (members, place, cadre_log_entry_at (self, member, CadreDate *),
                                     error);
    case CADRE_LOG_FORM_LIST:
      return take_list (members, place, cadre_log_entry_at (self, member, char **), error);
    case CADRE_LOG_FORM_NUMBER:
      return cadre_members_get_integer (members, place, spec->least, spec->most, number, error);
    case CADRE_LOG_FORM_WORD:
      return cadre_members_get_word (members, place, spec->words (), number, error);
    case CADRE_LOG_FORM_TRUTH:
      return take_truth (members, place, number, error);
    case CADRE_LOG_FORM_TEXT:
    default:
      return cadre_members_get_string (members, place, text, error);
    }
}

/* What an event of this version's kinds says in a member that is not of its
 * kind is kept with the unknown ones. */
static void
keep_other_members (CadreLogEntry *self, CadreMembers *members, guint64 known)
{
  for (guint i = 0; i < CADRE_N_LOG_MEMBERS; i++)
    {
      if ((known >> i & 1) != 0 || members->members[i] == NULL)
        continue;
      g_ptr_array_add (members->unknown, g_strdup (cadre_log_members[i].name));
      g_ptr_array_add (members->unknown, g_strdup (members->members[i]));
    }

  self->unknown = cadre_members_dup_unknown (members);
}

static gboolean
take_members (CadreLogEntry *self, CadreMembers *members, GError **error)
{
  const CadreLogKindSpec *spec = &cadre_log_kinds[self->kind];
  guint64 known = spec->members;
  g_autofree char *fault = NULL;

  for (guint i = CADRE_LOG_MEMBER_EVENT + 1; i < CADRE_N_LOG_MEMBERS; i++)
    {
      if ((spec->members >> i & 1) == 0)
        continue;
      known |= G_GUINT64_CONSTANT (1) << find_place (i);
      if (!take_member (self, members, i, error))
        return FALSE;
    }

  fault = cadre_log_entry_dup_fault (self);
  if (fault != NULL)
    return cadre_members_fail (members, error, "%s", fault);

  keep_other_members (self, members, known);
  return !spec->is_closed || self->unknown == NULL ||
         cadre_members_fail (members, error, "%s has no other members", spec->noun);
}

static gboolean
take_event (CadreLogEntry *self, CadreMembers *members, GError **error)
{
  if (!cadre_members_get_string (members, CADRE_LOG_MEMBER_EVENT, &self->event, error))
    return FALSE;
  if (self->event == NULL || *self->event == '\0')
    return cadre_members_fail (members, error, "an event has the member “event”, its kind");

  self->kind = cadre_log_kind_find (self->event);
  return take_members (self, members, error);
}

CadreLogEntry *
cadre_log_entry_read (CadreReader *reader, char **hash, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreLogEntry) self = g_object_new (CADRE_TYPE_LOG_ENTRY, NULL);
  g_auto (CadreMembers) members = { 0 };

  if (!cadre_members_read (&members, reader, get_specs (), NULL, cancellable, error) ||
      !take_event (self, &members, error) ||
      !cadre_members_get_string (&members, MEMBER_HASH, hash, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
write_number (CadreWriter *writer, const char *name, int value)
{
  if (value < 0)
    return;

  cadre_writer_member (writer, name);
  cadre_writer_integer (writer, value);
}

static void
write_truth (CadreWriter *writer, const char *name, int truth)
{
  if (truth == CADRE_TRUTH_UNKNOWN)
    return;

  cadre_writer_member (writer, name);
  cadre_writer_boolean (writer, truth == CADRE_TRUTH_TRUE);
}

static void
write_value (CadreWriter *writer, const char *name, const char *canonical)
{
  if (canonical == NULL)
    return;

  cadre_writer_member (writer, name);
  cadre_writer_canonical (writer, canonical);
}

static void
write_member (CadreLogEntry *self, CadreWriter *writer, guint member)
{
  const CadreLogMemberSpec *spec = &cadre_log_members[member];

  switch (spec->form)
    {
    case CADRE_LOG_FORM_DATE:
      cadre_write_date (writer, spec->name, *cadre_log_entry_at (self, member, CadreDate *));
      break;
    case CADRE_LOG_FORM_LIST:
      cadre_write_list (writer, spec->name,
                        *cadre_log_entry_at (self, member, const char *const *));
      break;
    case CADRE_LOG_FORM_NUMBER:
      write_number (writer, spec->name, *cadre_log_entry_at (self, member, int));
      break;
    case CADRE_LOG_FORM_WORD:
      cadre_write_word (writer, spec->name, spec->words (),
                        *cadre_log_entry_at (self, member, int));
      break;
    case CADRE_LOG_FORM_TRUTH:
      write_truth (writer, spec->name, *cadre_log_entry_at (self, member, int));
      break;
    case CADRE_LOG_FORM_VALUE:
      write_value (writer, spec->name, *cadre_log_entry_at (self, member, char *));
      break;
    case CADRE_LOG_FORM_TEXT:
    case CADRE_LOG_FORM_ID:
    case CADRE_LOG_FORM_FRACTION:
    case CADRE_LOG_FORM_DECIMAL:
    default:
      cadre_write_string (writer, spec->name, *cadre_log_entry_at (self, member, char *));
      break;
    }
}

/* Each is unknown where it is not of the kind of the event. */
void
cadre_log_entry_write (CadreLogEntry *self, const char *hash, CadreWriter *writer)
{
  cadre_writer_begin_object (writer);
  for (guint i = 0; i < CADRE_N_LOG_MEMBERS; i++)
    write_member (self, writer, i);
  cadre_write_unknown (writer, self->unknown);
  cadre_write_string (writer, "hash", hash);
  cadre_writer_end_object (writer);
}
