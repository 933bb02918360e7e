/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Setting what events of the first kinds say. */

#include "config.h"

#include "matching/cadre-log-private.h"

/**
 * cadre_log_entry_set_before:
 * @self: a #CadreLogEntry
 * @before: (nullable): the id of that post, or %NULL
 *
 * Sets the post before that a judgement is about, before the event is in a
 * log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_before (CadreLogEntry *self, const char *before)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_BEFORE, before);
}

/**
 * cadre_log_entry_set_after:
 * @self: a #CadreLogEntry
 * @after: (nullable): the post after that a judgement is about, or %NULL
 *
 * Sets the post after that a judgement is about, before the event is in a
 * log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_after (CadreLogEntry *self, const char *after)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_AFTER, after);
}

/**
 * cadre_log_entry_set_head:
 * @self: a #CadreLogEntry
 * @head: the head of a judgement
 *
 * Sets the head of a judgement, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_head (CadreLogEntry *self, CadreJudgedHead head)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_HEAD, (int) head);
}

/**
 * cadre_log_entry_set_verdict:
 * @self: a #CadreLogEntry
 * @verdict: the verdict of a judgement, or whether a post is suitable
 *
 * Sets the verdict of a judgement, or whether a post is suitable, before the
 * event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_verdict (CadreLogEntry *self, CadreVerdict verdict)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_VERDICT, (int) verdict);
}

/**
 * cadre_log_entry_set_percent:
 * @self: a #CadreLogEntry
 * @percent: how much is the same, or -1
 *
 * Sets how much is the same, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_percent (CadreLogEntry *self, int percent)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_PERCENT, percent);
}

/**
 * cadre_log_entry_set_evidence:
 * @self: a #CadreLogEntry
 * @evidence: (nullable): what a judgement rests on, or %NULL
 *
 * Sets what a judgement rests on, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_evidence (CadreLogEntry *self, const char *evidence)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_EVIDENCE, evidence);
}

/**
 * cadre_log_entry_set_stage:
 * @self: a #CadreLogEntry
 * @stage: the stage that it belongs to
 *
 * Sets the stage that it belongs to, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_stage (CadreLogEntry *self, CadreStage stage)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_STAGE, (int) stage);
}

/**
 * cadre_log_entry_set_post:
 * @self: a #CadreLogEntry
 * @post: (nullable): the post that it is about, or %NULL
 *
 * Sets the post that it is about, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_post (CadreLogEntry *self, const char *post)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_POST, post);
}

/**
 * cadre_log_entry_set_position:
 * @self: a #CadreLogEntry
 * @position: which position of the post it is about, counted from 1, or -1
 *
 * Sets which position of the post it is about, counted from 1, before the
 * event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_position (CadreLogEntry *self, int position)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_POSITION, position);
}

/**
 * cadre_log_entry_set_assignment:
 * @self: a #CadreLogEntry
 * @assignment: (nullable): the assignment that it is about, or %NULL
 *
 * Sets the assignment that it is about, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_assignment (CadreLogEntry *self, const char *assignment)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_ASSIGNMENT, assignment);
}

/**
 * cadre_log_entry_set_grade:
 * @self: a #CadreLogEntry
 * @grade: (nullable): the grade of a grading, or %NULL
 *
 * Sets the grade of a grading, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_grade (CadreLogEntry *self, const char *grade)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_GRADE, grade);
}

/**
 * cadre_log_entry_set_grade_status:
 * @self: a #CadreLogEntry
 * @status: how far a grading has come
 *
 * Sets how far a grading has come, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_grade_status (CadreLogEntry *self, CadreGradeStatus status)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_STATUS, (int) status);
}

/**
 * cadre_log_entry_set_result:
 * @self: a #CadreLogEntry
 * @result: the result of a competition
 *
 * Sets the result of a competition, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_result (CadreLogEntry *self, CadreResult result)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_RESULT, (int) result);
}

/**
 * cadre_log_entry_set_where:
 * @self: a #CadreLogEntry
 * @where: (nullable): where it was decided, or where somebody goes, or %NULL
 *
 * Sets where it was decided, or where somebody goes, before the event is in a
 * log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_where (CadreLogEntry *self, const char *where)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_WHERE, where);
}

/**
 * cadre_log_entry_set_words:
 * @self: a #CadreLogEntry
 * @words: (nullable): what was decided, in words, or %NULL
 *
 * Sets what was decided, in words, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_words (CadreLogEntry *self, const char *words)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_WORDS, words);
}

/**
 * cadre_log_entry_set_note:
 * @self: a #CadreLogEntry
 * @note: (nullable): the remark on it, or %NULL
 *
 * Sets the remark on it, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_note (CadreLogEntry *self, const char *note)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_NOTE, note);
}

/**
 * cadre_log_entry_set_source:
 * @self: a #CadreLogEntry
 * @source: (nullable): where it stands, or %NULL
 *
 * Sets where it stands, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_source (CadreLogEntry *self, const char *source)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_SOURCE, source);
}
