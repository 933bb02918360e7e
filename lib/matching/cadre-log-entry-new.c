/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Events made by programs. */

#include "config.h"

#include "matching/cadre-log-private.h"
#include <cadre/cadre-matching-error.h>

static CadreLogEntry *
new_entry (CadreLogKind kind, const CadreDate *date, const char *by)
{
  CadreLogEntry *self = g_object_new (CADRE_TYPE_LOG_ENTRY, NULL);

  self->kind = kind;
  self->event = g_strdup (cadre_log_kinds[kind].event);
  self->date = date != NULL ? cadre_date_copy (date) : NULL;
  self->by = g_strdup (by);
  return self;
}

/**
 * cadre_log_entry_new:
 * @kind: the kind of the event
 * @date: (nullable): when it happened, or %NULL
 * @by: (nullable): who records it, or %NULL
 *
 * Makes an event that says nothing yet but these. What it says is set before it
 * is added to a log: from then on it never changes.
 *
 * Returns: (transfer full): the event
 *
 * Since: 1.0
 */
CadreLogEntry *
cadre_log_entry_new (CadreLogKind kind, const CadreDate *date, const char *by)
{
  g_return_val_if_fail ((guint) kind < CADRE_N_LOG_KINDS, NULL);

  return new_entry (kind, date, by);
}

/**
 * cadre_log_entry_check:
 * @self: a #CadreLogEntry
 * @error: return location for a #GError, or %NULL
 *
 * Checks that the event says what events of its kind say, and nothing else. A
 * document that holds it is read only where that is so.
 *
 * Returns: %TRUE, or %FALSE with @error set, of %CADRE_MATCHING_ERROR_FORM
 *
 * Since: 1.0
 */
gboolean
cadre_log_entry_check (CadreLogEntry *self, GError **error)
{
  g_autofree char *fault = NULL;

  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  fault = cadre_log_entry_dup_fault (self);
  if (fault == NULL)
    return TRUE;

  g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_FORM, "An event is not whole: %s",
               fault);
  return FALSE;
}

static CadreLogEntry *
new_judgement (const CadreDate *date,
               const char *by,
               const char *before,
               const char *after,
               CadreJudgedHead head,
               const char *evidence)
{
  CadreLogEntry *self = new_entry (CADRE_LOG_KIND_JUDGEMENT, date, by);

  self->before = g_strdup (before);
  self->after = g_strdup (after);
  self->head = head;
  self->evidence = g_strdup (evidence);
  return self;
}

/**
 * cadre_log_entry_new_judgement:
 * @date: (nullable): when, or %NULL
 * @by: (nullable): who judges, or %NULL
 * @before: the id of a post before
 * @after: the id of a post after
 * @head: the head
 * @verdict: whether they are broadly the same under it
 * @evidence: (nullable): what that rests on, or %NULL
 *
 * Makes a judgement of two posts in a word.
 *
 * Returns: (transfer full): the event
 *
 * Since: 1.0
 */
CadreLogEntry *
cadre_log_entry_new_judgement (const CadreDate *date,
                               const char *by,
                               const char *before,
                               const char *after,
                               CadreJudgedHead head,
                               CadreVerdict verdict,
                               const char *evidence)
{
  CadreLogEntry *self = NULL;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  self = new_judgement (date, by, before, after, head, evidence);
  self->verdict = verdict;
  return self;
}

/**
 * cadre_log_entry_new_judgement_percent:
 * @date: (nullable): when, or %NULL
 * @by: (nullable): who judges, or %NULL
 * @before: the id of a post before
 * @after: the id of a post after
 * @head: the head
 * @percent: how much is the same, from 0 to 100
 * @evidence: (nullable): what that rests on, or %NULL
 *
 * Makes a judgement of two posts as a percentage, which the threshold of the
 * policy turns into an answer.
 *
 * Returns: (transfer full): the event
 *
 * Since: 1.0
 */
CadreLogEntry *
cadre_log_entry_new_judgement_percent (const CadreDate *date,
                                       const char *by,
                                       const char *before,
                                       const char *after,
                                       CadreJudgedHead head,
                                       guint percent,
                                       const char *evidence)
{
  CadreLogEntry *self = NULL;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);
  g_return_val_if_fail (percent <= 100, NULL);

  self = new_judgement (date, by, before, after, head, evidence);
  self->percent = (int) percent;
  return self;
}

/**
 * cadre_log_entry_new_grading:
 * @date: (nullable): when, or %NULL
 * @by: (nullable): who evaluates, or %NULL
 * @post: the id of a post after
 * @grade: the id of its grade
 * @status: how far the evaluation has come
 *
 * Makes the evaluation of a post of the structure after.
 *
 * Returns: (transfer full): the event
 *
 * Since: 1.0
 */
CadreLogEntry *
cadre_log_entry_new_grading (const CadreDate *date,
                             const char *by,
                             const char *post,
                             const char *grade,
                             CadreGradeStatus status)
{
  CadreLogEntry *self = NULL;

  g_return_val_if_fail (post != NULL && grade != NULL, NULL);

  self = new_entry (CADRE_LOG_KIND_GRADING, date, by);
  self->post = g_strdup (post);
  self->grade = g_strdup (grade);
  self->grade_status = status;
  return self;
}

/**
 * cadre_log_entry_new_result:
 * @date: (nullable): when, or %NULL
 * @by: (nullable): who decides, or %NULL
 * @stage: the stage, limited or wider competition
 * @post: the id of the post
 * @position: which of its positions, counted from 1, or -1
 * @assignment: the id of the assignment of the person considered
 * @result: the result
 *
 * Makes the result of a competition for one person.
 *
 * Returns: (transfer full): the event
 *
 * Since: 1.0
 */
CadreLogEntry *
cadre_log_entry_new_result (const CadreDate *date,
                            const char *by,
                            CadreStage stage,
                            const char *post,
                            int position,
                            const char *assignment,
                            CadreResult result)
{
  CadreLogEntry *self = NULL;

  g_return_val_if_fail (post != NULL && assignment != NULL, NULL);

  self = new_entry (CADRE_LOG_KIND_RESULT, date, by);
  self->stage = stage;
  self->post = g_strdup (post);
  self->position = position;
  self->assignment = g_strdup (assignment);
  self->result = result;
  return self;
}

/**
 * cadre_log_entry_new_decided_outside:
 * @date: (nullable): when, or %NULL
 * @by: (nullable): who records it, or %NULL
 * @post: (nullable): the id of the post that it is about, or %NULL
 * @assignment: (nullable): the id of the assignment that it is about, or %NULL
 * @where: where it was decided
 * @words: what was decided, in words
 *
 * Makes the record of something that was decided elsewhere.
 *
 * Returns: (transfer full): the event
 *
 * Since: 1.0
 */
CadreLogEntry *
cadre_log_entry_new_decided_outside (const CadreDate *date,
                                     const char *by,
                                     const char *post,
                                     const char *assignment,
                                     const char *where,
                                     const char *words)
{
  CadreLogEntry *self = NULL;

  g_return_val_if_fail (post != NULL || assignment != NULL, NULL);
  g_return_val_if_fail (where != NULL && words != NULL, NULL);

  self = new_entry (CADRE_LOG_KIND_DECIDED_OUTSIDE, date, by);
  self->post = g_strdup (post);
  self->assignment = g_strdup (assignment);
  self->where = g_strdup (where);
  self->words = g_strdup (words);
  return self;
}
