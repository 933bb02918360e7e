/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Accessors of an assignment: its terms. */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-assignment.h>

/**
 * CadreAssignment:term-reason:
 *
 * Why the contract is for a fixed term.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_term_reason:
 * @self: a #CadreAssignment
 *
 * Gets why the contract is for a fixed term.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_term_reason:
 * @self: a #CadreAssignment
 * @term_reason: (nullable): the text, or %NULL
 *
 * Sets why the contract is for a fixed term.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAssignment, assignment, ASSIGNMENT, term_reason, TERM_REASON)

/**
 * CadreAssignment:status:
 *
 * The status in law.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_status:
 * @self: a #CadreAssignment
 *
 * Gets the status in law.
 *
 * Returns: the #CadreEmploymentStatus
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_status:
 * @self: a #CadreAssignment
 * @status: a #CadreEmploymentStatus
 *
 * Sets the status in law.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreAssignment, assignment, ASSIGNMENT, status, STATUS, CadreEmploymentStatus)

/**
 * CadreAssignment:terms:
 *
 * The terms and conditions that apply.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_terms:
 * @self: a #CadreAssignment
 *
 * Gets the terms and conditions that apply.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_terms:
 * @self: a #CadreAssignment
 * @terms: (nullable): the text, or %NULL
 *
 * Sets the terms and conditions that apply.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAssignment, assignment, ASSIGNMENT, terms, TERMS)

/**
 * CadreAssignment:hours:
 *
 * The contracted hours a week of this contract, or sessions.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_hours:
 * @self: a #CadreAssignment
 *
 * Gets the contracted hours a week of this contract, or sessions.
 *
 * Returns: (transfer full) (nullable): the fraction, or %NULL where it is not
 * known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_hours:
 * @self: a #CadreAssignment
 * @hours: (nullable): a #CadreFraction, or %NULL
 *
 * Sets the contracted hours a week of this contract, or sessions.
 *
 * Since: 1.0
 */
CADRE_RECORD_FRACTION (CadreAssignment, assignment, ASSIGNMENT, hours, HOURS)

/**
 * CadreAssignment:standard-hours:
 *
 * The hours, or sessions, that are one full time.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_standard_hours:
 * @self: a #CadreAssignment
 *
 * Gets the hours, or sessions, that are one full time.
 *
 * Returns: (transfer full) (nullable): the fraction, or %NULL where it is not
 * known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_standard_hours:
 * @self: a #CadreAssignment
 * @standard_hours: (nullable): a #CadreFraction, or %NULL
 *
 * Sets the hours, or sessions, that are one full time.
 *
 * Since: 1.0
 */
CADRE_RECORD_FRACTION (CadreAssignment, assignment, ASSIGNMENT, standard_hours, STANDARD_HOURS)

/**
 * CadreAssignment:paid-weeks:
 *
 * The weeks of a year that are paid.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_paid_weeks:
 * @self: a #CadreAssignment
 *
 * Gets the weeks of a year that are paid.
 *
 * Returns: (transfer full) (nullable): the fraction, or %NULL where it is not
 * known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_paid_weeks:
 * @self: a #CadreAssignment
 * @paid_weeks: (nullable): a #CadreFraction, or %NULL
 *
 * Sets the weeks of a year that are paid.
 *
 * Since: 1.0
 */
CADRE_RECORD_FRACTION (CadreAssignment, assignment, ASSIGNMENT, paid_weeks, PAID_WEEKS)

/**
 * CadreAssignment:year-weeks:
 *
 * The weeks that make a full year in the same terms.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_year_weeks:
 * @self: a #CadreAssignment
 *
 * Gets the weeks that make a full year in the same terms.
 *
 * Returns: (transfer full) (nullable): the fraction, or %NULL where it is not
 * known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_year_weeks:
 * @self: a #CadreAssignment
 * @year_weeks: (nullable): a #CadreFraction, or %NULL
 *
 * Sets the weeks that make a full year in the same terms.
 *
 * Since: 1.0
 */
CADRE_RECORD_FRACTION (CadreAssignment, assignment, ASSIGNMENT, year_weeks, YEAR_WEEKS)

/**
 * CadreAssignment:fte:
 *
 * The full-time equivalent of this contract as the source states it; where it
 * is not stated it follows from the hours and weeks.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_fte:
 * @self: a #CadreAssignment
 *
 * Gets the full-time equivalent of this contract as the source states it; where
 * it is not stated it follows from the hours and weeks.
 *
 * Returns: (transfer full) (nullable): the fraction, or %NULL where it is not
 * known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_fte:
 * @self: a #CadreAssignment
 * @fte: (nullable): a #CadreFraction, or %NULL
 *
 * Sets the full-time equivalent of this contract as the source states it; where
 * it is not stated it follows from the hours and weeks.
 *
 * Since: 1.0
 */
CADRE_RECORD_FRACTION (CadreAssignment, assignment, ASSIGNMENT, fte, FTE)

/**
 * CadreAssignment:job-share:
 *
 * A key that the sharers of one position have in common.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_job_share:
 * @self: a #CadreAssignment
 *
 * Gets a key that the sharers of one position have in common.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_job_share:
 * @self: a #CadreAssignment
 * @job_share: (nullable): the text, or %NULL
 *
 * Sets a key that the sharers of one position have in common.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAssignment, assignment, ASSIGNMENT, job_share, JOB_SHARE)

/**
 * CadreAssignment:home-organisation:
 *
 * The organisation that a secondee comes from and returns to; it may be
 * outside.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_home_organisation:
 * @self: a #CadreAssignment
 *
 * Gets the organisation that a secondee comes from and returns to; it may be
 * outside. It is given by its id; "none" says that there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_home_organisation:
 * @self: a #CadreAssignment
 * @home_organisation: (nullable): an id, or %NULL
 *
 * Sets the organisation that a secondee comes from and returns to; it may be
 * outside.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAssignment, assignment, ASSIGNMENT, home_organisation, HOME_ORGANISATION)
