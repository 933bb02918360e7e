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
 * @CADRE_LOG_KIND_UNKNOWN: an event of a kind that this version does not know; kept as it
 * stands
 * @CADRE_LOG_KIND_JUDGEMENT: two posts are judged alike or different under a head
 * @CADRE_LOG_KIND_GRADING: the grade of a proposed post is evaluated
 * @CADRE_LOG_KIND_RESULT: a competition has a result
 * @CADRE_LOG_KIND_DECIDED_OUTSIDE: something is decided outside the process
 * @CADRE_LOG_KIND_JOINER: somebody comes into a post before
 * @CADRE_LOG_KIND_LEAVER: somebody leaves
 * @CADRE_LOG_KIND_CONTRACT_CHANGED: the contract of an assignment changes
 * @CADRE_LOG_KIND_ABSENCE_STARTED: somebody is absent from a day on; why is never said
 * @CADRE_LOG_KIND_ABSENCE_ENDED: an absence ends
 * @CADRE_LOG_KIND_SECONDMENT_ENDED: a secondment ends
 * @CADRE_LOG_KIND_SECONDMENT_EXTENDED: a secondment is to last longer
 * @CADRE_LOG_KIND_JOB_DESCRIPTION_REVISED: a job description is revised, so what was judged of
 * the post no longer stands
 * @CADRE_LOG_KIND_PREFERENCE: somebody says which posts are wanted, in order
 * @CADRE_LOG_KIND_INTEREST: somebody expresses an interest in a post
 * @CADRE_LOG_KIND_VOLUNTEER: somebody volunteers to leave
 * @CADRE_LOG_KIND_VOLUNTEER_ACCEPTED: a volunteer may leave
 * @CADRE_LOG_KIND_VOLUNTEER_REFUSED: a volunteer may not leave
 * @CADRE_LOG_KIND_VOLUNTEER_WITHDRAWN: a volunteer stays after all
 * @CADRE_LOG_KIND_SCORE: a panel scores somebody
 * @CADRE_LOG_KIND_OFFER: somebody is offered a post
 * @CADRE_LOG_KIND_ACCEPTANCE: an offer is accepted
 * @CADRE_LOG_KIND_REFUSAL: an offer is refused
 * @CADRE_LOG_KIND_TRIAL_STARTED: a trial period begins
 * @CADRE_LOG_KIND_TRIAL_ENDED: a trial period is over
 * @CADRE_LOG_KIND_NOTICE_ISSUED: somebody is given notice
 * @CADRE_LOG_KIND_NOTICE_WITHDRAWN: a notice is withdrawn
 * @CADRE_LOG_KIND_REDEPLOYED: somebody is redeployed outside the process
 * @CADRE_LOG_KIND_TOKEN_GRANTED: somebody has a right that the process must respect; its ground
 * is never said
 * @CADRE_LOG_KIND_TOKEN_ENDED: a token is no longer good
 * @CADRE_LOG_KIND_SUITABILITY: a post is judged to be suitable for somebody, or not to be
 * @CADRE_LOG_KIND_APPEAL_LODGED: somebody appeals
 * @CADRE_LOG_KIND_APPEAL_DECIDED: an appeal is decided
 * @CADRE_LOG_KIND_POLICY_AMENDED: a parameter of a policy has another value
 * @CADRE_LOG_KIND_AGREEMENT: it is agreed which of two policies is followed
 * @CADRE_LOG_KIND_SCOPE_CHANGED: posts come into scope or go out of it
 * @CADRE_LOG_KIND_TOLD: somebody has been told of the change
 * @CADRE_LOG_KIND_ROUTE: it is said by which route somebody gets to another employer
 * @CADRE_LOG_KIND_DECISION: a person decides about an assignment or a position
 * @CADRE_LOG_KIND_BUMP_CONSENTED: somebody consents to make room for somebody else
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
  CADRE_LOG_KIND_JOINER = 5,
  CADRE_LOG_KIND_LEAVER = 6,
  CADRE_LOG_KIND_CONTRACT_CHANGED = 7,
  CADRE_LOG_KIND_ABSENCE_STARTED = 8,
  CADRE_LOG_KIND_ABSENCE_ENDED = 9,
  CADRE_LOG_KIND_SECONDMENT_ENDED = 10,
  CADRE_LOG_KIND_SECONDMENT_EXTENDED = 11,
  CADRE_LOG_KIND_JOB_DESCRIPTION_REVISED = 12,
  CADRE_LOG_KIND_PREFERENCE = 13,
  CADRE_LOG_KIND_INTEREST = 14,
  CADRE_LOG_KIND_VOLUNTEER = 15,
  CADRE_LOG_KIND_VOLUNTEER_ACCEPTED = 16,
  CADRE_LOG_KIND_VOLUNTEER_REFUSED = 17,
  CADRE_LOG_KIND_VOLUNTEER_WITHDRAWN = 18,
  CADRE_LOG_KIND_SCORE = 19,
  CADRE_LOG_KIND_OFFER = 20,
  CADRE_LOG_KIND_ACCEPTANCE = 21,
  CADRE_LOG_KIND_REFUSAL = 22,
  CADRE_LOG_KIND_TRIAL_STARTED = 23,
  CADRE_LOG_KIND_TRIAL_ENDED = 24,
  CADRE_LOG_KIND_NOTICE_ISSUED = 25,
  CADRE_LOG_KIND_NOTICE_WITHDRAWN = 26,
  CADRE_LOG_KIND_REDEPLOYED = 27,
  CADRE_LOG_KIND_TOKEN_GRANTED = 28,
  CADRE_LOG_KIND_TOKEN_ENDED = 29,
  CADRE_LOG_KIND_SUITABILITY = 30,
  CADRE_LOG_KIND_APPEAL_LODGED = 31,
  CADRE_LOG_KIND_APPEAL_DECIDED = 32,
  CADRE_LOG_KIND_POLICY_AMENDED = 33,
  CADRE_LOG_KIND_AGREEMENT = 34,
  CADRE_LOG_KIND_SCOPE_CHANGED = 35,
  CADRE_LOG_KIND_TOLD = 36,
  CADRE_LOG_KIND_ROUTE = 37,
  CADRE_LOG_KIND_DECISION = 38,
  CADRE_LOG_KIND_BUMP_CONSENTED = 39,
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

/**
 * CadreLogSide:
 * @CADRE_LOG_SIDE_UNKNOWN: not stated
 * @CADRE_LOG_SIDE_BEFORE: the structure before
 * @CADRE_LOG_SIDE_AFTER: the structure after
 *
 * The structure in which a post is.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_LOG_SIDE_UNKNOWN = 0,
  CADRE_LOG_SIDE_BEFORE = 1,
  CADRE_LOG_SIDE_AFTER = 2,
} CadreLogSide;

/**
 * CadreVolunteering:
 * @CADRE_VOLUNTEERING_UNKNOWN: not stated
 * @CADRE_VOLUNTEERING_REDUNDANCY: voluntary redundancy
 * @CADRE_VOLUNTEERING_EARLY_RETIREMENT: early retirement
 *
 * What somebody volunteers for.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_VOLUNTEERING_UNKNOWN = 0,
  CADRE_VOLUNTEERING_REDUNDANCY = 1,
  CADRE_VOLUNTEERING_EARLY_RETIREMENT = 2,
} CadreVolunteering;

/**
 * CadreTokenRight:
 * @CADRE_TOKEN_RIGHT_UNKNOWN: not stated
 * @CADRE_TOKEN_RIGHT_STATUTORY_PRIORITY: to be offered a suitable post before others
 * @CADRE_TOKEN_RIGHT_ADJUSTMENT: to be placed as an adjustment, without a competition if need
 * be
 *
 * The right that a token stands for. On what ground somebody has it is
 * nowhere said.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_TOKEN_RIGHT_UNKNOWN = 0,
  CADRE_TOKEN_RIGHT_STATUTORY_PRIORITY = 1,
  CADRE_TOKEN_RIGHT_ADJUSTMENT = 2,
} CadreTokenRight;

/**
 * CadreRoute:
 * @CADRE_ROUTE_UNKNOWN: not stated
 * @CADRE_ROUTE_SECONDMENT: seconded; the employer remains
 * @CADRE_ROUTE_TUPE_TRANSFER: transferred with the work, under the regulations on transfers of
 * undertakings
 * @CADRE_ROUTE_COSOP_TRANSFER: transferred under the statement of practice on staff transfers
 * in the public sector
 * @CADRE_ROUTE_NEW_APPOINTMENT: appointed anew by the other employer
 *
 * By which route somebody gets to a post of another employer.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_ROUTE_UNKNOWN = 0,
  CADRE_ROUTE_SECONDMENT = 1,
  CADRE_ROUTE_TUPE_TRANSFER = 2,
  CADRE_ROUTE_COSOP_TRANSFER = 3,
  CADRE_ROUTE_NEW_APPOINTMENT = 4,
} CadreRoute;

G_END_DECLS
