/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Events out of documents and into them. */

#include "config.h"

#include "matching/cadre-log-private.h"
#include "matching/cadre-members-private.h"
#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-matching-error.h>

enum
{
  MEMBER_EVENT,
  MEMBER_DATE,
  MEMBER_BY,
  MEMBER_NOTE,
  MEMBER_SOURCE,
  MEMBER_BEFORE,
  MEMBER_AFTER,
  MEMBER_HEAD,
  MEMBER_VERDICT,
  MEMBER_PERCENT,
  MEMBER_EVIDENCE,
  MEMBER_POST,
  MEMBER_GRADE,
  MEMBER_STATUS,
  MEMBER_STAGE,
  MEMBER_POSITION,
  MEMBER_ASSIGNMENT,
  MEMBER_WHERE,
  MEMBER_RESULT
};

static const CadreMemberSpec event_members[] = {
  [MEMBER_EVENT] = { "event", NULL },
  [MEMBER_DATE] = { "date", NULL },
  [MEMBER_BY] = { "by", NULL },
  [MEMBER_NOTE] = { "note", NULL },
  [MEMBER_SOURCE] = { "source", NULL },
  [MEMBER_BEFORE] = { "before", NULL },
  [MEMBER_AFTER] = { "after", NULL },
  [MEMBER_HEAD] = { "head", NULL },
  [MEMBER_VERDICT] = { "verdict", NULL },
  [MEMBER_PERCENT] = { "percent", NULL },
  [MEMBER_EVIDENCE] = { "evidence", NULL },
  [MEMBER_POST] = { "post", NULL },
  [MEMBER_GRADE] = { "grade", NULL },
  [MEMBER_STATUS] = { "status", NULL },
  [MEMBER_STAGE] = { "stage", NULL },
  [MEMBER_POSITION] = { "position", NULL },
  [MEMBER_ASSIGNMENT] = { "assignment", NULL },
  [MEMBER_WHERE] = { "where", NULL },
  [MEMBER_RESULT] = { "result", NULL },
  { NULL },
};

static gboolean
take_head (CadreLogEntry *self, const CadreMembers *members, GError **error)
{
  return cadre_members_get_date (members, MEMBER_DATE, &self->date, error) &&
         cadre_members_get_string (members, MEMBER_BY, &self->by, error) &&
         cadre_members_get_string (members, MEMBER_NOTE, &self->note, error) &&
         cadre_members_get_string (members, MEMBER_SOURCE, &self->source, error);
}

static gboolean
take_judgement (CadreLogEntry *self, const CadreMembers *members, GError **error)
{
  int head = 0;
  int verdict = 0;

  if (!cadre_members_get_id (members, MEMBER_BEFORE, &self->before, error) ||
      !cadre_members_get_id (members, MEMBER_AFTER, &self->after, error) ||
      !cadre_members_get_word (members, MEMBER_HEAD, CADRE_TYPE_JUDGED_HEAD, &head, error) ||
      !cadre_members_get_word (members, MEMBER_VERDICT, CADRE_TYPE_VERDICT, &verdict, error) ||
      !cadre_members_get_integer (members, MEMBER_PERCENT, 0, 100, &self->percent, error) ||
      !cadre_members_get_string (members, MEMBER_EVIDENCE, &self->evidence, error))
    return FALSE;

  self->head = head;
  self->verdict = verdict;
  if (self->before == NULL || self->after == NULL || head == 0)
    return cadre_members_fail (members, error, "a judgement has “before”, “after” and “head”");

  return (verdict != 0) != (self->percent >= 0) ||
         cadre_members_fail (members, error,
                             "a judgement has either a verdict or a percentage, and not both");
}

static gboolean
take_grading (CadreLogEntry *self, const CadreMembers *members, GError **error)
{
  int status = 0;

  if (!cadre_members_get_id (members, MEMBER_POST, &self->post, error) ||
      !cadre_members_get_id (members, MEMBER_GRADE, &self->grade, error) ||
      !cadre_members_get_word (members, MEMBER_STATUS, CADRE_TYPE_GRADE_STATUS, &status, error))
    return FALSE;

  self->grade_status = status;
  return (self->post != NULL && self->grade != NULL) ||
         cadre_members_fail (members, error, "a grading has “post” and “grade”");
}

static gboolean
take_result (CadreLogEntry *self, const CadreMembers *members, GError **error)
{
  int stage = 0;
  int result = 0;

  if (!cadre_members_get_word (members, MEMBER_STAGE, CADRE_TYPE_STAGE, &stage, error) ||
      !cadre_members_get_id (members, MEMBER_POST, &self->post, error) ||
      !cadre_members_get_integer (members, MEMBER_POSITION, 1, G_MAXINT32, &self->position,
                                  error) ||
      !cadre_members_get_id (members, MEMBER_ASSIGNMENT, &self->assignment, error) ||
      !cadre_members_get_word (members, MEMBER_RESULT, CADRE_TYPE_RESULT, &result, error))
    return FALSE;

  self->stage = stage;
  self->result = result;
  if (stage != CADRE_STAGE_LIMITED_COMPETITION && stage != CADRE_STAGE_WIDER_COMPETITION)
    return cadre_members_fail (members, error,
                               "the stage of a result is limited-competition or wider-competition");

  return (self->post != NULL && self->assignment != NULL && result != 0) ||
         cadre_members_fail (members, error, "a result has “post”, “assignment” and “result”");
}

static gboolean
take_outside (CadreLogEntry *self, const CadreMembers *members, GError **error)
{
  if (!cadre_members_get_id (members, MEMBER_POST, &self->post, error) ||
      !cadre_members_get_id (members, MEMBER_ASSIGNMENT, &self->assignment, error) ||
      !cadre_members_get_string (members, MEMBER_WHERE, &self->where, error) ||
      !cadre_members_get_string (members, MEMBER_RESULT, &self->words, error))
    return FALSE;

  return self->post != NULL || self->assignment != NULL ||
         cadre_members_fail (members, error, "an outside decision has “post” or “assignment”");
}

static const struct
{
  const char *event;
  CadreLogKind kind;
  gboolean (*take) (CadreLogEntry *self, const CadreMembers *members, GError **error);
} kinds[] = {
  { "judgement", CADRE_LOG_KIND_JUDGEMENT, take_judgement },
  { "grading", CADRE_LOG_KIND_GRADING, take_grading },
  { "result", CADRE_LOG_KIND_RESULT, take_result },
  { "decided-outside", CADRE_LOG_KIND_DECIDED_OUTSIDE, take_outside },
};

static int
find_kind (const char *event)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].event, event) == 0)
      return (int) i;

  return -1;
}

/* What an event of this version's kinds says in a member that is not of its
 * kind is kept with the unknown ones. */
static void
keep_other_members (CadreLogEntry *self, CadreMembers *members, guint64 known)
{
  for (guint i = 0; event_members[i].name != NULL; i++)
    {
      if ((known >> i & 1) != 0 || members->members[i] == NULL)
        continue;
      g_ptr_array_add (members->unknown, g_strdup (event_members[i].name));
      g_ptr_array_add (members->unknown, g_strdup (members->members[i]));
    }

  self->unknown = cadre_members_dup_unknown (members);
}

#define BIT(member) (G_GUINT64_CONSTANT (1) << MEMBER_##member)
#define COMMON (BIT (EVENT) | BIT (DATE) | BIT (BY) | BIT (NOTE) | BIT (SOURCE))

static guint64
members_of_kind (CadreLogKind kind)
{
  switch (kind)
    {
    case CADRE_LOG_KIND_JUDGEMENT:
      return COMMON | BIT (BEFORE) | BIT (AFTER) | BIT (HEAD) | BIT (VERDICT) | BIT (PERCENT) |
             BIT (EVIDENCE);
    case CADRE_LOG_KIND_GRADING:
      return COMMON | BIT (POST) | BIT (GRADE) | BIT (STATUS);
    case CADRE_LOG_KIND_RESULT:
      return COMMON | BIT (STAGE) | BIT (POST) | BIT (POSITION) | BIT (ASSIGNMENT) | BIT (RESULT);
    case CADRE_LOG_KIND_DECIDED_OUTSIDE:
      return COMMON | BIT (POST) | BIT (ASSIGNMENT) | BIT (WHERE) | BIT (RESULT);
    case CADRE_LOG_KIND_UNKNOWN:
    default:
      return BIT (EVENT);
    }
}

static gboolean
take_event (CadreLogEntry *self, CadreMembers *members, GError **error)
{
  int kind = -1;

  if (!cadre_members_get_string (members, MEMBER_EVENT, &self->event, error))
    return FALSE;
  if (self->event == NULL || *self->event == '\0')
    return cadre_members_fail (members, error, "an event has the member “event”, its kind");

  kind = find_kind (self->event);
  if (kind >= 0)
    self->kind = kinds[kind].kind;
  if (kind >= 0 && (!take_head (self, members, error) || !kinds[kind].take (self, members, error)))
    return FALSE;

  keep_other_members (self, members, members_of_kind (self->kind));
  return TRUE;
}

CadreLogEntry *
cadre_log_entry_read (CadreReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreLogEntry) self = g_object_new (CADRE_TYPE_LOG_ENTRY, NULL);
  g_auto (CadreMembers) members = { 0 };

  if (!cadre_members_read (&members, reader, event_members, NULL, cancellable, error) ||
      !take_event (self, &members, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
write_integer (CadreWriter *writer, const char *name, int value)
{
  if (value < 0)
    return;

  cadre_writer_member (writer, name);
  cadre_writer_integer (writer, value);
}

/* Members in the order of the kinds; each is unknown where it is not of the
 * kind of the event. */
void
cadre_log_entry_write (CadreLogEntry *self, CadreWriter *writer)
{
  cadre_writer_begin_object (writer);
  cadre_write_string (writer, "event", self->event);
  cadre_write_date (writer, "date", self->date);
  cadre_write_string (writer, "by", self->by);
  cadre_write_string (writer, "before", self->before);
  cadre_write_string (writer, "after", self->after);
  cadre_write_word (writer, "head", CADRE_TYPE_JUDGED_HEAD, self->head);
  cadre_write_word (writer, "verdict", CADRE_TYPE_VERDICT, self->verdict);
  write_integer (writer, "percent", self->percent);
  cadre_write_string (writer, "evidence", self->evidence);
  cadre_write_word (writer, "stage", CADRE_TYPE_STAGE, self->stage);
  cadre_write_string (writer, "post", self->post);
  write_integer (writer, "position", self->position);
  cadre_write_string (writer, "assignment", self->assignment);
  cadre_write_string (writer, "grade", self->grade);
  cadre_write_word (writer, "status", CADRE_TYPE_GRADE_STATUS, self->grade_status);
  cadre_write_word (writer, "result", CADRE_TYPE_RESULT, self->result);
  cadre_write_string (writer, "where", self->where);
  cadre_write_string (writer, "result", self->words);
  cadre_write_string (writer, "note", self->note);
  cadre_write_string (writer, "source", self->source);
  cadre_write_unknown (writer, self->unknown);
  cadre_writer_end_object (writer);
}
