/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/**
 * SECTION:cadre-vocabulary
 * @Title: Vocabulary
 * @Short_Description: The words of the field that have a closed list
 *
 * In documents each value is written by its nick: the last part of its name in
 * lower case with hyphens, such as `slotting-in`. The first value of each list
 * stands for what is not known.
 */

/**
 * CadreRecordKind:
 * @CADRE_RECORD_KIND_ORGANISATION: employs people, funds posts, or both
 * @CADRE_RECORD_KIND_BODY: a board, committee, partnership or management team
 * @CADRE_RECORD_KIND_AGREEMENT: the legal footing between employers
 * @CADRE_RECORD_KIND_SITE: a place where work is based
 * @CADRE_RECORD_KIND_AREA: a geographical area; a dated set of sub-areas, which may overlap another
 * @CADRE_RECORD_KIND_AREA_PART: one area as a part of another, for a time
 * @CADRE_RECORD_KIND_TIER_SCALE: how an organisation counts its tiers
 * @CADRE_RECORD_KIND_TIER_EQUIVALENCE: a rung of one tier scale as a rung of another
 * @CADRE_RECORD_KIND_GRADE_SCALE: a pay scheme
 * @CADRE_RECORD_KIND_GRADE: a point or range of a pay scheme
 * @CADRE_RECORD_KIND_GRADE_EQUIVALENCE: two grades of different pay schemes that count as one level
 * @CADRE_RECORD_KIND_UNIT: a directorate, service, section or team
 * @CADRE_RECORD_KIND_UNIT_PARENT: a unit as part of another for a time
 * @CADRE_RECORD_KIND_FUNCTION: a responsibility that posts carry
 * @CADRE_RECORD_KIND_POST: a place in the structure, held or not
 * @CADRE_RECORD_KIND_LINE: a reporting line from a post to a post, a body or a unit
 * @CADRE_RECORD_KIND_RESPONSIBILITY: a function that a post carries
 * @CADRE_RECORD_KIND_FUNDING: who pays which share of a post
 * @CADRE_RECORD_KIND_STATEMENT: one statement of the profile of a post
 * @CADRE_RECORD_KIND_LINEAGE: a post of a proposal and a post before that it came from
 * @CADRE_RECORD_KIND_PERSON: an individual, possibly under a pseudonym
 * @CADRE_RECORD_KIND_ASSIGNMENT: a contract: a person in a post
 * @CADRE_RECORD_KIND_ABSENCE: a dated absence from an assignment
 * @CADRE_RECORD_KIND_SUCCESSION: an organisation or unit and the one that it came from
 *
 * The kinds of records that make a structure.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_RECORD_KIND_ORGANISATION = 0,
  CADRE_RECORD_KIND_BODY = 1,
  CADRE_RECORD_KIND_AGREEMENT = 2,
  CADRE_RECORD_KIND_SITE = 3,
  CADRE_RECORD_KIND_AREA = 4,
  CADRE_RECORD_KIND_AREA_PART = 5,
  CADRE_RECORD_KIND_TIER_SCALE = 6,
  CADRE_RECORD_KIND_TIER_EQUIVALENCE = 7,
  CADRE_RECORD_KIND_GRADE_SCALE = 8,
  CADRE_RECORD_KIND_GRADE = 9,
  CADRE_RECORD_KIND_GRADE_EQUIVALENCE = 10,
  CADRE_RECORD_KIND_UNIT = 11,
  CADRE_RECORD_KIND_UNIT_PARENT = 12,
  CADRE_RECORD_KIND_FUNCTION = 13,
  CADRE_RECORD_KIND_POST = 14,
  CADRE_RECORD_KIND_LINE = 15,
  CADRE_RECORD_KIND_RESPONSIBILITY = 16,
  CADRE_RECORD_KIND_FUNDING = 17,
  CADRE_RECORD_KIND_STATEMENT = 18,
  CADRE_RECORD_KIND_LINEAGE = 19,
  CADRE_RECORD_KIND_PERSON = 20,
  CADRE_RECORD_KIND_ASSIGNMENT = 21,
  CADRE_RECORD_KIND_ABSENCE = 22,
  CADRE_RECORD_KIND_SUCCESSION = 23,
} CadreRecordKind;

/**
 * CadreOrganisationKind:
 * @CADRE_ORGANISATION_KIND_UNKNOWN: not stated
 * @CADRE_ORGANISATION_KIND_COUNCIL: a local authority
 * @CADRE_ORGANISATION_KIND_NHS: an NHS body
 * @CADRE_ORGANISATION_KIND_TRUST: a trust or foundation outside the NHS
 * @CADRE_ORGANISATION_KIND_SCHOOL: a school or academy
 * @CADRE_ORGANISATION_KIND_GOVERNMENT: a central government department or agency
 * @CADRE_ORGANISATION_KIND_COMPANY: a company
 * @CADRE_ORGANISATION_KIND_CHARITY: a voluntary or community body
 * @CADRE_ORGANISATION_KIND_OTHER: another sort
 *
 * What sort of employer or funder an organisation is.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_ORGANISATION_KIND_UNKNOWN = 0,
  CADRE_ORGANISATION_KIND_COUNCIL = 1,
  CADRE_ORGANISATION_KIND_NHS = 2,
  CADRE_ORGANISATION_KIND_TRUST = 3,
  CADRE_ORGANISATION_KIND_SCHOOL = 4,
  CADRE_ORGANISATION_KIND_GOVERNMENT = 5,
  CADRE_ORGANISATION_KIND_COMPANY = 6,
  CADRE_ORGANISATION_KIND_CHARITY = 7,
  CADRE_ORGANISATION_KIND_OTHER = 8,
} CadreOrganisationKind;

/**
 * CadreNation:
 * @CADRE_NATION_UNKNOWN: not stated
 * @CADRE_NATION_ENGLAND: England
 * @CADRE_NATION_WALES: Wales
 * @CADRE_NATION_SCOTLAND: Scotland
 * @CADRE_NATION_NORTHERN_IRELAND: Northern Ireland
 * @CADRE_NATION_OTHER: elsewhere
 *
 * The part of the United Kingdom whose law an employer is under. Rules and
 * rates are per nation; no nation is never taken for its neighbour.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_NATION_UNKNOWN = 0,
  CADRE_NATION_ENGLAND = 1,
  CADRE_NATION_WALES = 2,
  CADRE_NATION_SCOTLAND = 3,
  CADRE_NATION_NORTHERN_IRELAND = 4,
  CADRE_NATION_OTHER = 5,
} CadreNation;

/**
 * CadreBodyKind:
 * @CADRE_BODY_KIND_UNKNOWN: not stated
 * @CADRE_BODY_KIND_BOARD: a board
 * @CADRE_BODY_KIND_COMMITTEE: a committee, a cabinet or a council meeting
 * @CADRE_BODY_KIND_PARTNERSHIP: a partnership of several organisations
 * @CADRE_BODY_KIND_MANAGEMENT_TEAM: a management team
 * @CADRE_BODY_KIND_OTHER: another sort
 *
 * What sort of body a body is.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_BODY_KIND_UNKNOWN = 0,
  CADRE_BODY_KIND_BOARD = 1,
  CADRE_BODY_KIND_COMMITTEE = 2,
  CADRE_BODY_KIND_PARTNERSHIP = 3,
  CADRE_BODY_KIND_MANAGEMENT_TEAM = 4,
  CADRE_BODY_KIND_OTHER = 5,
} CadreBodyKind;

/**
 * CadreAgreementKind:
 * @CADRE_AGREEMENT_KIND_UNKNOWN: not stated
 * @CADRE_AGREEMENT_KIND_SECONDMENT: a secondment letter
 * @CADRE_AGREEMENT_KIND_S113: Local Government Act 1972, section 113
 * @CADRE_AGREEMENT_KIND_S75: National Health Service Act 2006, section 75
 * @CADRE_AGREEMENT_KIND_TUPE: a transfer under TUPE
 * @CADRE_AGREEMENT_KIND_TRANSFER_SCHEME: a statutory transfer scheme or order
 * @CADRE_AGREEMENT_KIND_JOINT_POST: an agreement on a joint post
 * @CADRE_AGREEMENT_KIND_OTHER: another footing
 *
 * The legal footing on which people or functions pass between employers.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_AGREEMENT_KIND_UNKNOWN = 0,
  CADRE_AGREEMENT_KIND_SECONDMENT = 1,
  CADRE_AGREEMENT_KIND_S113 = 2,
  CADRE_AGREEMENT_KIND_S75 = 3,
  CADRE_AGREEMENT_KIND_TUPE = 4,
  CADRE_AGREEMENT_KIND_TRANSFER_SCHEME = 5,
  CADRE_AGREEMENT_KIND_JOINT_POST = 6,
  CADRE_AGREEMENT_KIND_OTHER = 7,
} CadreAgreementKind;

/**
 * CadreUnitKind:
 * @CADRE_UNIT_KIND_UNKNOWN: not stated
 * @CADRE_UNIT_KIND_DIRECTORATE: a directorate or department
 * @CADRE_UNIT_KIND_DIVISION: a division
 * @CADRE_UNIT_KIND_SERVICE: a service
 * @CADRE_UNIT_KIND_SECTION: a section
 * @CADRE_UNIT_KIND_TEAM: a team
 * @CADRE_UNIT_KIND_SCHOOL: a school
 * @CADRE_UNIT_KIND_OTHER: another sort
 *
 * What sort of unit a unit is.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_UNIT_KIND_UNKNOWN = 0,
  CADRE_UNIT_KIND_DIRECTORATE = 1,
  CADRE_UNIT_KIND_DIVISION = 2,
  CADRE_UNIT_KIND_SERVICE = 3,
  CADRE_UNIT_KIND_SECTION = 4,
  CADRE_UNIT_KIND_TEAM = 5,
  CADRE_UNIT_KIND_SCHOOL = 6,
  CADRE_UNIT_KIND_OTHER = 7,
} CadreUnitKind;

/**
 * CadrePostStatus:
 * @CADRE_POST_STATUS_UNKNOWN: not stated
 * @CADRE_POST_STATUS_EXISTING: there before and there after, unchanged
 * @CADRE_POST_STATUS_NEW: created by the change
 * @CADRE_POST_STATUS_CHANGED: there before and there after, changed
 * @CADRE_POST_STATUS_DELETED: there before and not there after
 * @CADRE_POST_STATUS_DEFERRED: left until a decision that is taken elsewhere
 *
 * What a paper says, or what a comparison finds, about a post.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_POST_STATUS_UNKNOWN = 0,
  CADRE_POST_STATUS_EXISTING = 1,
  CADRE_POST_STATUS_NEW = 2,
  CADRE_POST_STATUS_CHANGED = 3,
  CADRE_POST_STATUS_DELETED = 4,
  CADRE_POST_STATUS_DEFERRED = 5,
} CadrePostStatus;

/**
 * CadreDeclaredOutcome:
 * @CADRE_DECLARED_OUTCOME_UNKNOWN: the paper does not say
 * @CADRE_DECLARED_OUTCOME_NO_CHANGE: the holder stays
 * @CADRE_DECLARED_OUTCOME_SLOTTING_IN: slotting in of an existing post holder
 * @CADRE_DECLARED_OUTCOME_RING_FENCE: limited competition in a ring-fence
 * @CADRE_DECLARED_OUTCOME_COMPETITION: wider competition or advertisement
 * @CADRE_DECLARED_OUTCOME_DEFERRED: subject to a decision that is taken elsewhere
 *
 * What a paper says about how a post is to be filled.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_DECLARED_OUTCOME_UNKNOWN = 0,
  CADRE_DECLARED_OUTCOME_NO_CHANGE = 1,
  CADRE_DECLARED_OUTCOME_SLOTTING_IN = 2,
  CADRE_DECLARED_OUTCOME_RING_FENCE = 3,
  CADRE_DECLARED_OUTCOME_COMPETITION = 4,
  CADRE_DECLARED_OUTCOME_DEFERRED = 5,
} CadreDeclaredOutcome;

/**
 * CadreGradeStatus:
 * @CADRE_GRADE_STATUS_UNKNOWN: not stated
 * @CADRE_GRADE_STATUS_PROVISIONAL: evaluated, not yet confirmed
 * @CADRE_GRADE_STATUS_FINAL: confirmed
 *
 * How far the evaluation of a grade has come.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_GRADE_STATUS_UNKNOWN = 0,
  CADRE_GRADE_STATUS_PROVISIONAL = 1,
  CADRE_GRADE_STATUS_FINAL = 2,
} CadreGradeStatus;

/**
 * CadreVacancyState:
 * @CADRE_VACANCY_STATE_UNKNOWN: not stated
 * @CADRE_VACANCY_STATE_NONE: the post is not vacant
 * @CADRE_VACANCY_STATE_HELD: kept vacant, for example for people at risk
 * @CADRE_VACANCY_STATE_FROZEN: not to be filled
 * @CADRE_VACANCY_STATE_ADVERTISED: being recruited to
 * @CADRE_VACANCY_STATE_VACANT: vacant, nothing more is stated
 *
 * What is being done about a vacancy.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_VACANCY_STATE_UNKNOWN = 0,
  CADRE_VACANCY_STATE_NONE = 1,
  CADRE_VACANCY_STATE_HELD = 2,
  CADRE_VACANCY_STATE_FROZEN = 3,
  CADRE_VACANCY_STATE_ADVERTISED = 4,
  CADRE_VACANCY_STATE_VACANT = 5,
} CadreVacancyState;

/**
 * CadreWelshSkills:
 * @CADRE_WELSH_SKILLS_UNKNOWN: not assessed
 * @CADRE_WELSH_SKILLS_ESSENTIAL: essential
 * @CADRE_WELSH_SKILLS_TO_BE_LEARNED: to be learned when appointed
 * @CADRE_WELSH_SKILLS_DESIRABLE: desirable
 * @CADRE_WELSH_SKILLS_NOT_NECESSARY: not necessary
 *
 * The Welsh-language skills that a post needs, in the categories of the Welsh
 * Language Commissioner.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_WELSH_SKILLS_UNKNOWN = 0,
  CADRE_WELSH_SKILLS_ESSENTIAL = 1,
  CADRE_WELSH_SKILLS_TO_BE_LEARNED = 2,
  CADRE_WELSH_SKILLS_DESIRABLE = 3,
  CADRE_WELSH_SKILLS_NOT_NECESSARY = 4,
} CadreWelshSkills;

/**
 * CadreLineKind:
 * @CADRE_LINE_KIND_UNKNOWN: not stated
 * @CADRE_LINE_KIND_MANAGEMENT: line management; one is in force at a date
 * @CADRE_LINE_KIND_JOINT_MANAGEMENT: the line management of a joint post's second employer
 * @CADRE_LINE_KIND_PROFESSIONAL: professional lead
 * @CADRE_LINE_KIND_CLINICAL_SUPERVISION: clinical supervision
 * @CADRE_LINE_KIND_DEPUTY: deputises for
 * @CADRE_LINE_KIND_DOTTED: any other dotted line
 * @CADRE_LINE_KIND_ACCOUNTABLE_TO: accountable to a body or a post
 * @CADRE_LINE_KIND_MEMBER_OF: sits on a body
 * @CADRE_LINE_KIND_DELEGATED_FROM: acts under a delegation from a body
 *
 * What sort of reporting line a line is. Lines of kind management make the
 * tree; all others may form any graph.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_LINE_KIND_UNKNOWN = 0,
  CADRE_LINE_KIND_MANAGEMENT = 1,
  CADRE_LINE_KIND_JOINT_MANAGEMENT = 2,
  CADRE_LINE_KIND_PROFESSIONAL = 3,
  CADRE_LINE_KIND_CLINICAL_SUPERVISION = 4,
  CADRE_LINE_KIND_DEPUTY = 5,
  CADRE_LINE_KIND_DOTTED = 6,
  CADRE_LINE_KIND_ACCOUNTABLE_TO = 7,
  CADRE_LINE_KIND_MEMBER_OF = 8,
  CADRE_LINE_KIND_DELEGATED_FROM = 9,
} CadreLineKind;

/**
 * CadreResponsibilityRole:
 * @CADRE_RESPONSIBILITY_ROLE_UNKNOWN: not stated
 * @CADRE_RESPONSIBILITY_ROLE_HOLDS: carries it
 * @CADRE_RESPONSIBILITY_ROLE_LEADS: leads it across units
 * @CADRE_RESPONSIBILITY_ROLE_SUPPORTS: supports it
 *
 * What a post does with a function.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_RESPONSIBILITY_ROLE_UNKNOWN = 0,
  CADRE_RESPONSIBILITY_ROLE_HOLDS = 1,
  CADRE_RESPONSIBILITY_ROLE_LEADS = 2,
  CADRE_RESPONSIBILITY_ROLE_SUPPORTS = 3,
} CadreResponsibilityRole;

/**
 * CadreHead:
 * @CADRE_HEAD_UNKNOWN: not stated
 * @CADRE_HEAD_PURPOSE: the purpose of the job; only ever declared or judged
 * @CADRE_HEAD_DUTIES: what the post holder does
 * @CADRE_HEAD_SCOPE: how far the job reaches; only ever declared or judged
 * @CADRE_HEAD_COMPETENCIES: what the post holder must know and be able to do
 *
 * The heads under which two jobs are compared.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_HEAD_UNKNOWN = 0,
  CADRE_HEAD_PURPOSE = 1,
  CADRE_HEAD_DUTIES = 2,
  CADRE_HEAD_SCOPE = 3,
  CADRE_HEAD_COMPETENCIES = 4,
} CadreHead;

/**
 * CadreLineageKind:
 * @CADRE_LINEAGE_KIND_UNKNOWN: not stated
 * @CADRE_LINEAGE_KIND_CONTINUING: the same post goes on
 * @CADRE_LINEAGE_KIND_RENAMED: the same post under another title
 * @CADRE_LINEAGE_KIND_MERGE: several posts made one
 * @CADRE_LINEAGE_KIND_SPLIT: one post made several
 * @CADRE_LINEAGE_KIND_CREATED: created by the change, with nothing before it
 *
 * How a post came from posts before.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_LINEAGE_KIND_UNKNOWN = 0,
  CADRE_LINEAGE_KIND_CONTINUING = 1,
  CADRE_LINEAGE_KIND_RENAMED = 2,
  CADRE_LINEAGE_KIND_MERGE = 3,
  CADRE_LINEAGE_KIND_SPLIT = 4,
  CADRE_LINEAGE_KIND_CREATED = 5,
} CadreLineageKind;

/**
 * CadreBasis:
 * @CADRE_BASIS_UNKNOWN: not stated
 * @CADRE_BASIS_SUBSTANTIVE: the person's own post
 * @CADRE_BASIS_ACTING: acting up; the person has a substantive post elsewhere
 * @CADRE_BASIS_SECONDMENT: seconded; terms and return right stay with the home organisation
 * @CADRE_BASIS_COVER: covers for another's absence
 *
 * On what basis a person is in a post.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_BASIS_UNKNOWN = 0,
  CADRE_BASIS_SUBSTANTIVE = 1,
  CADRE_BASIS_ACTING = 2,
  CADRE_BASIS_SECONDMENT = 3,
  CADRE_BASIS_COVER = 4,
} CadreBasis;

/**
 * CadreContract:
 * @CADRE_CONTRACT_UNKNOWN: not stated
 * @CADRE_CONTRACT_PERMANENT: without an end
 * @CADRE_CONTRACT_FIXED_TERM: with an end; the reason for the term matters
 * @CADRE_CONTRACT_CASUAL: casual or zero hours
 * @CADRE_CONTRACT_APPRENTICESHIP: an apprenticeship
 * @CADRE_CONTRACT_OTHER: another sort
 *
 * What sort of contract an assignment rests on.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_CONTRACT_UNKNOWN = 0,
  CADRE_CONTRACT_PERMANENT = 1,
  CADRE_CONTRACT_FIXED_TERM = 2,
  CADRE_CONTRACT_CASUAL = 3,
  CADRE_CONTRACT_APPRENTICESHIP = 4,
  CADRE_CONTRACT_OTHER = 5,
} CadreContract;

/**
 * CadreEmploymentStatus:
 * @CADRE_EMPLOYMENT_STATUS_UNKNOWN: not stated
 * @CADRE_EMPLOYMENT_STATUS_EMPLOYEE: an employee
 * @CADRE_EMPLOYMENT_STATUS_WORKER: a worker
 * @CADRE_EMPLOYMENT_STATUS_AGENCY: supplied by an agency
 * @CADRE_EMPLOYMENT_STATUS_CONTRACTOR: self-employed or a contractor
 * @CADRE_EMPLOYMENT_STATUS_OFFICE_HOLDER: an office-holder
 *
 * The status in law of the person under an assignment.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_EMPLOYMENT_STATUS_UNKNOWN = 0,
  CADRE_EMPLOYMENT_STATUS_EMPLOYEE = 1,
  CADRE_EMPLOYMENT_STATUS_WORKER = 2,
  CADRE_EMPLOYMENT_STATUS_AGENCY = 3,
  CADRE_EMPLOYMENT_STATUS_CONTRACTOR = 4,
  CADRE_EMPLOYMENT_STATUS_OFFICE_HOLDER = 5,
} CadreEmploymentStatus;

/**
 * CadreSuccessionKind:
 * @CADRE_SUCCESSION_KIND_UNKNOWN: not stated
 * @CADRE_SUCCESSION_KIND_ORGANISATION: organisations
 * @CADRE_SUCCESSION_KIND_UNIT: units
 *
 * What sort of record a succession is between.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_SUCCESSION_KIND_UNKNOWN = 0,
  CADRE_SUCCESSION_KIND_ORGANISATION = 1,
  CADRE_SUCCESSION_KIND_UNIT = 2,
} CadreSuccessionKind;

/**
 * CadreEquivalenceBasis:
 * @CADRE_EQUIVALENCE_BASIS_UNKNOWN: not stated
 * @CADRE_EQUIVALENCE_BASIS_TABLE: an agreed table
 * @CADRE_EQUIVALENCE_BASIS_SCORE: evaluation scores
 * @CADRE_EQUIVALENCE_BASIS_OVERLAP: overlap of pay
 * @CADRE_EQUIVALENCE_BASIS_JUDGED: a judgement
 *
 * What an equivalence of two grades rests on.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_EQUIVALENCE_BASIS_UNKNOWN = 0,
  CADRE_EQUIVALENCE_BASIS_TABLE = 1,
  CADRE_EQUIVALENCE_BASIS_SCORE = 2,
  CADRE_EQUIVALENCE_BASIS_OVERLAP = 3,
  CADRE_EQUIVALENCE_BASIS_JUDGED = 4,
} CadreEquivalenceBasis;

G_END_DECLS
