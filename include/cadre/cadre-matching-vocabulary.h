/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/**
 * SECTION:cadre-matching-vocabulary
 * @Title: Words of matching
 * @Short_Description: Outcomes, stages and how far somebody is affected
 *
 * An outcome is what the rules propose. What people decide is another thing,
 * and is recorded in the log.
 *
 * Three things are kept apart: the outcome, the stage at which it came about,
 * and the rung of the ladder from unaffected to displaced, because letters and
 * rights differ by rung.
 */

/**
 * CadreOutcomeSubject:
 * @CADRE_OUTCOME_SUBJECT_ASSIGNMENT: an assignment that is in force before
 * @CADRE_OUTCOME_SUBJECT_POSITION: a position of a post
 *
 * What an outcome is about.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_OUTCOME_SUBJECT_ASSIGNMENT = 0,
  CADRE_OUTCOME_SUBJECT_POSITION = 1,
} CadreOutcomeSubject;

/**
 * CadreOutcomeKind:
 * @CADRE_OUTCOME_KIND_UNRESOLVED: the rules do not decide it; of assignments
 * @CADRE_OUTCOME_KIND_UNCHANGED: stays as it is; of assignments and positions
 * @CADRE_OUTCOME_KIND_AFFECTED: stays in a post that changes; of assignments and positions
 * @CADRE_OUTCOME_KIND_TO_BE_CHECKED: there is a slotting-in claim that what is known does not
 * decide; of assignments
 * @CADRE_OUTCOME_KIND_SLOTTED: slotted in; of assignments
 * @CADRE_OUTCOME_KIND_RING_FENCED: has prior consideration in a limited competition that is not
 * decided; of assignments
 * @CADRE_OUTCOME_KIND_APPOINTED: appointed by a competition, or kept by a selection; of assignments
 * @CADRE_OUTCOME_KIND_DISPLACED: the post goes and the stages so far have given nothing; of
 * assignments
 * @CADRE_OUTCOME_KIND_OFFERED: a vacant post of a lower tier can be offered, not slotted into; of
 * assignments
 * @CADRE_OUTCOME_KIND_ON_TRIAL: in a trial period; of assignments
 * @CADRE_OUTCOME_KIND_REDEPLOYED: placed outside the process; of assignments
 * @CADRE_OUTCOME_KIND_LEAVING: leaves in any case; of assignments
 * @CADRE_OUTCOME_KIND_ENDING: a fixed term, an acting-up or a cover ends; of assignments
 * @CADRE_OUTCOME_KIND_OUT_OF_SCOPE: is not in this process; of assignments and positions
 * @CADRE_OUTCOME_KIND_DEFERRED: waits for a decision that is taken elsewhere; of assignments and
 * positions
 * @CADRE_OUTCOME_KIND_FILLED: somebody is slotted in or appointed; of positions
 * @CADRE_OUTCOME_KIND_PART_FILLED: one sharer of the position stays and another does not; of
 * positions
 * @CADRE_OUTCOME_KIND_CONTESTED: in limited competition; of positions
 * @CADRE_OUTCOME_KIND_WIDER_COMPETITION: goes to wider competition; of positions
 * @CADRE_OUTCOME_KIND_HELD: kept back until a claim is checked or settled, or an offer answered; of
 * positions
 * @CADRE_OUTCOME_KIND_DELETED: is not in the proposed structure; of positions
 *
 * What the rules propose for an assignment or a position.
 *
 * Trials, redeployment and voluntary release come from events of the process;
 * the kinds are here so that they keep their numbers.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_OUTCOME_KIND_UNRESOLVED = 0,
  CADRE_OUTCOME_KIND_UNCHANGED = 1,
  CADRE_OUTCOME_KIND_AFFECTED = 2,
  CADRE_OUTCOME_KIND_TO_BE_CHECKED = 3,
  CADRE_OUTCOME_KIND_SLOTTED = 4,
  CADRE_OUTCOME_KIND_RING_FENCED = 5,
  CADRE_OUTCOME_KIND_APPOINTED = 6,
  CADRE_OUTCOME_KIND_DISPLACED = 7,
  CADRE_OUTCOME_KIND_OFFERED = 8,
  CADRE_OUTCOME_KIND_ON_TRIAL = 9,
  CADRE_OUTCOME_KIND_REDEPLOYED = 10,
  CADRE_OUTCOME_KIND_LEAVING = 11,
  CADRE_OUTCOME_KIND_ENDING = 12,
  CADRE_OUTCOME_KIND_OUT_OF_SCOPE = 13,
  CADRE_OUTCOME_KIND_DEFERRED = 14,
  CADRE_OUTCOME_KIND_FILLED = 15,
  CADRE_OUTCOME_KIND_PART_FILLED = 16,
  CADRE_OUTCOME_KIND_CONTESTED = 17,
  CADRE_OUTCOME_KIND_WIDER_COMPETITION = 18,
  CADRE_OUTCOME_KIND_HELD = 19,
  CADRE_OUTCOME_KIND_DELETED = 20,
} CadreOutcomeKind;

/**
 * CadreStage:
 * @CADRE_STAGE_NONE: no stage: it follows from what stays, goes or is out of scope
 * @CADRE_STAGE_SLOTTING_IN: stage 1, slotting in
 * @CADRE_STAGE_LIMITED_COMPETITION: stage 2, competition within a ring-fence or a selection pool
 * @CADRE_STAGE_WIDER_COMPETITION: stage 3, internal and then external advertisement
 * @CADRE_STAGE_OUTSIDE: it is decided outside this process
 *
 * The stages of the process.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_STAGE_NONE = 0,
  CADRE_STAGE_SLOTTING_IN = 1,
  CADRE_STAGE_LIMITED_COMPETITION = 2,
  CADRE_STAGE_WIDER_COMPETITION = 3,
  CADRE_STAGE_OUTSIDE = 4,
} CadreStage;

/**
 * CadreRung:
 * @CADRE_RUNG_NONE: not affected
 * @CADRE_RUNG_AFFECTED: consulted, not at risk
 * @CADRE_RUNG_AT_RISK_GROUP: at risk as one of a group
 * @CADRE_RUNG_AT_RISK: at risk as an individual
 * @CADRE_RUNG_UNDER_NOTICE: under notice
 * @CADRE_RUNG_DISPLACED: without a post
 * @CADRE_RUNG_REDEPLOYED: found another post outside the process
 * @CADRE_RUNG_LEFT: left
 *
 * How far an assignment is affected. The case itself gives the rungs up to at
 * risk; notice and what follows are events of the process.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_RUNG_NONE = 0,
  CADRE_RUNG_AFFECTED = 1,
  CADRE_RUNG_AT_RISK_GROUP = 2,
  CADRE_RUNG_AT_RISK = 3,
  CADRE_RUNG_UNDER_NOTICE = 4,
  CADRE_RUNG_DISPLACED = 5,
  CADRE_RUNG_REDEPLOYED = 6,
  CADRE_RUNG_LEFT = 7,
} CadreRung;

/**
 * CadreOutcomeGap:
 * @CADRE_OUTCOME_GAP_NOT_DECLARED: the paper does not say
 * @CADRE_OUTCOME_GAP_AGREES: the policy gives what the paper says
 * @CADRE_OUTCOME_GAP_UNVERIFIED: what is known does not tell whether the policy gives what the
 * paper says
 * @CADRE_OUTCOME_GAP_DIFFERS: the policy gives something else
 *
 * How what a paper declares stands to the outcome under the policy.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_OUTCOME_GAP_NOT_DECLARED = 0,
  CADRE_OUTCOME_GAP_AGREES = 1,
  CADRE_OUTCOME_GAP_UNVERIFIED = 2,
  CADRE_OUTCOME_GAP_DIFFERS = 3,
} CadreOutcomeGap;

/**
 * CadreLogKind:
 * @CADRE_LOG_KIND_UNKNOWN: an event of a kind that this version does not know; kept as it stands
 * @CADRE_LOG_KIND_JUDGEMENT: two posts are judged alike or different under a head
 * @CADRE_LOG_KIND_GRADING: the grade of a proposed post is evaluated
 * @CADRE_LOG_KIND_RESULT: a competition has a result
 * @CADRE_LOG_KIND_DECIDED_OUTSIDE: something is decided outside the process
 *
 * The kinds of events of a log.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_LOG_KIND_UNKNOWN = 0,
  CADRE_LOG_KIND_JUDGEMENT = 1,
  CADRE_LOG_KIND_GRADING = 2,
  CADRE_LOG_KIND_RESULT = 3,
  CADRE_LOG_KIND_DECIDED_OUTSIDE = 4,
} CadreLogKind;

/**
 * CadreJudgedHead:
 * @CADRE_JUDGED_HEAD_UNKNOWN: not stated
 * @CADRE_JUDGED_HEAD_PURPOSE: the purpose of the job
 * @CADRE_JUDGED_HEAD_DUTIES: what the post holder does
 * @CADRE_JUDGED_HEAD_SCOPE: how far the job reaches
 * @CADRE_JUDGED_HEAD_COMPETENCIES: what the post holder must know and be able to do
 * @CADRE_JUDGED_HEAD_LEVEL: whether the posts are of like level although a grade is unknown
 *
 * What a judgement is about. The heads have the numbers of #CadreHead.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_JUDGED_HEAD_UNKNOWN = 0,
  CADRE_JUDGED_HEAD_PURPOSE = 1,
  CADRE_JUDGED_HEAD_DUTIES = 2,
  CADRE_JUDGED_HEAD_SCOPE = 3,
  CADRE_JUDGED_HEAD_COMPETENCIES = 4,
  CADRE_JUDGED_HEAD_LEVEL = 5,
} CadreJudgedHead;

/**
 * CadreVerdict:
 * @CADRE_VERDICT_UNKNOWN: the judgement is a percentage, or there is none
 * @CADRE_VERDICT_SAME: broadly the same
 * @CADRE_VERDICT_DIFFERENT: not broadly the same
 *
 * A judgement in a word.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_VERDICT_UNKNOWN = 0,
  CADRE_VERDICT_SAME = 1,
  CADRE_VERDICT_DIFFERENT = 2,
} CadreVerdict;

/**
 * CadreResult:
 * @CADRE_RESULT_UNKNOWN: not stated
 * @CADRE_RESULT_APPOINTED: appointed
 * @CADRE_RESULT_NOT_APPOINTED: not appointed
 *
 * The result of a competition for one person.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_RESULT_UNKNOWN = 0,
  CADRE_RESULT_APPOINTED = 1,
  CADRE_RESULT_NOT_APPOINTED = 2,
} CadreResult;

G_END_DECLS
