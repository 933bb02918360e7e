/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-log-entry
 * @Title: CadreLogEntry
 * @Short_Description: One event of a log
 *
 * A #CadreLogEntry is something that people did in the process: a judgement, the
 * evaluation of a grade, the result of a competition, an appeal, a decision.
 * cadre_log_entry_new() makes one of any kind, which then is told what to say;
 * once it is in a log it never changes. docs/matching.md lists the kinds.
 *
 * An event of a kind that this version does not know is kept as it stands, and
 * written back so.
 */

#include "config.h"

#include "matching/cadre-log-private.h"

/**
 * CadreLogEntry:
 *
 * One event of a log.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreLogEntry, cadre_log_entry, G_TYPE_OBJECT)

static void
cadre_log_entry_finalize (GObject *object)
{
  CadreLogEntry *self = CADRE_LOG_ENTRY (object);

  cadre_log_entry_clear (self);

  G_OBJECT_CLASS (cadre_log_entry_parent_class)->finalize (object);
}

static void
cadre_log_entry_class_init (CadreLogEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_log_entry_finalize;
}

static void
cadre_log_entry_init (CadreLogEntry *self)
{
  cadre_log_entry_clear (self);
}

/**
 * cadre_log_entry_get_kind:
 * @self: a #CadreLogEntry
 *
 * Gets what kind of event it is.
 *
 * Returns: the kind
 *
 * Since: 1.0
 */
CadreLogKind
cadre_log_entry_get_kind (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), CADRE_LOG_KIND_UNKNOWN);

  return self->kind;
}

/**
 * cadre_log_entry_get_event:
 * @self: a #CadreLogEntry
 *
 * Gets the name of the kind, as documents have it; also of a kind that is not
 * known.
 *
 * Returns: (transfer none): the name
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_event (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->event;
}

/**
 * cadre_log_entry_get_date:
 * @self: a #CadreLogEntry
 *
 * Gets when it happened.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where it is not stated
 *
 * Since: 1.0
 */
CadreDate *
cadre_log_entry_get_date (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->date != NULL ? cadre_date_copy (self->date) : NULL;
}

/**
 * cadre_log_entry_get_by:
 * @self: a #CadreLogEntry
 *
 * Gets who recorded it.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_by (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->by;
}

/**
 * cadre_log_entry_get_note:
 * @self: a #CadreLogEntry
 *
 * Gets the remark on it.
 *
 * Returns: (transfer none) (nullable): the remark, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_note (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->note;
}

/**
 * cadre_log_entry_get_source:
 * @self: a #CadreLogEntry
 *
 * Gets where it stands.
 *
 * Returns: (transfer none) (nullable): the source, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_source (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->source;
}

/**
 * cadre_log_entry_get_unknown_members:
 * @self: a #CadreLogEntry
 *
 * Gets the members that this version does not know, as one canonical JSON object.
 *
 * Returns: (transfer none) (nullable): the object, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_unknown_members (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->unknown;
}

/**
 * cadre_log_entry_get_before:
 * @self: a #CadreLogEntry
 *
 * Gets the post before that a judgement is about.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_before (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->before;
}

/**
 * cadre_log_entry_get_after:
 * @self: a #CadreLogEntry
 *
 * Gets the post after that a judgement is about.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_after (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->after;
}

/**
 * cadre_log_entry_get_head:
 * @self: a #CadreLogEntry
 *
 * Gets the head of a judgement.
 *
 * Returns: the head
 *
 * Since: 1.0
 */
CadreJudgedHead
cadre_log_entry_get_head (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), CADRE_JUDGED_HEAD_UNKNOWN);

  return self->head;
}

/**
 * cadre_log_entry_get_verdict:
 * @self: a #CadreLogEntry
 *
 * Gets the verdict of a judgement.
 *
 * Returns: the verdict
 *
 * Since: 1.0
 */
CadreVerdict
cadre_log_entry_get_verdict (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), CADRE_VERDICT_UNKNOWN);

  return self->verdict;
}

/**
 * cadre_log_entry_get_percent:
 * @self: a #CadreLogEntry
 *
 * Gets how much is the same, of a judgement that is a percentage.
 *
 * Returns: the percentage, or -1 where there is none
 *
 * Since: 1.0
 */
int
cadre_log_entry_get_percent (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), -1);

  return self->percent;
}

/**
 * cadre_log_entry_get_evidence:
 * @self: a #CadreLogEntry
 *
 * Gets what a judgement rests on.
 *
 * Returns: (transfer none) (nullable): the evidence, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_evidence (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->evidence;
}

/**
 * cadre_log_entry_get_post:
 * @self: a #CadreLogEntry
 *
 * Gets the post that a grading, a result or an outside decision is about.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_post (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->post;
}

/**
 * cadre_log_entry_get_grade:
 * @self: a #CadreLogEntry
 *
 * Gets the grade that a grading gives.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_grade (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->grade;
}

/**
 * cadre_log_entry_get_grade_status:
 * @self: a #CadreLogEntry
 *
 * Gets how far a grading has come.
 *
 * Returns: the status
 *
 * Since: 1.0
 */
CadreGradeStatus
cadre_log_entry_get_grade_status (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), CADRE_GRADE_STATUS_UNKNOWN);

  return self->grade_status;
}

/**
 * cadre_log_entry_get_stage:
 * @self: a #CadreLogEntry
 *
 * Gets the stage of a result.
 *
 * Returns: the stage
 *
 * Since: 1.0
 */
CadreStage
cadre_log_entry_get_stage (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), CADRE_STAGE_NONE);

  return self->stage;
}

/**
 * cadre_log_entry_get_position:
 * @self: a #CadreLogEntry
 *
 * Gets which position of the post a result is about.
 *
 * Returns: the position, counted from 1, or -1 where it is not stated
 *
 * Since: 1.0
 */
int
cadre_log_entry_get_position (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), -1);

  return self->position;
}

/**
 * cadre_log_entry_get_assignment:
 * @self: a #CadreLogEntry
 *
 * Gets the assignment that a result or an outside decision is about.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_assignment (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->assignment;
}

/**
 * cadre_log_entry_get_result:
 * @self: a #CadreLogEntry
 *
 * Gets the result of a competition.
 *
 * Returns: the result
 *
 * Since: 1.0
 */
CadreResult
cadre_log_entry_get_result (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), CADRE_RESULT_UNKNOWN);

  return self->result;
}

/**
 * cadre_log_entry_get_where:
 * @self: a #CadreLogEntry
 *
 * Gets where an outside decision was taken.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_where (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->where;
}

/**
 * cadre_log_entry_get_words:
 * @self: a #CadreLogEntry
 *
 * Gets what an outside decision was.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_words (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->words;
}
