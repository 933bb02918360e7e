/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Accessors of an assignment: where a secondee comes from and returns to. */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-assignment.h>

/**
 * CadreAssignment:home-assignment:
 *
 * The substantive assignment that a secondee, or a person acting up, holds
 * meanwhile.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_home_assignment:
 * @self: a #CadreAssignment
 *
 * Gets the substantive assignment that a secondee, or a person acting up, holds
 * meanwhile. It is given by its id; "none" says that there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_home_assignment:
 * @self: a #CadreAssignment
 * @home_assignment: (nullable): an id, or %NULL
 *
 * Sets the substantive assignment that a secondee, or a person acting up, holds
 * meanwhile.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAssignment, assignment, ASSIGNMENT, home_assignment, HOME_ASSIGNMENT)

/**
 * CadreAssignment:agreement:
 *
 * The agreement that a secondment rests on.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_agreement:
 * @self: a #CadreAssignment
 *
 * Gets the agreement that a secondment rests on. It is given by its id; "none"
 * says that there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_agreement:
 * @self: a #CadreAssignment
 * @agreement: (nullable): an id, or %NULL
 *
 * Sets the agreement that a secondment rests on.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAssignment, assignment, ASSIGNMENT, agreement, AGREEMENT)

/**
 * CadreAssignment:return-right:
 *
 * Whether the person has a right to return.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_return_right:
 * @self: a #CadreAssignment
 *
 * Gets whether the person has a right to return.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_return_right:
 * @self: a #CadreAssignment
 * @return_right: a #CadreTruth
 *
 * Sets whether the person has a right to return.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreAssignment,
                     assignment,
                     ASSIGNMENT,
                     return_right,
                     RETURN_RIGHT,
                     CadreTruth)

/**
 * CadreAssignment:return-terms:
 *
 * The terms of the return, in words.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_return_terms:
 * @self: a #CadreAssignment
 *
 * Gets the terms of the return, in words.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_return_terms:
 * @self: a #CadreAssignment
 * @return_terms: (nullable): the text, or %NULL
 *
 * Sets the terms of the return, in words.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAssignment, assignment, ASSIGNMENT, return_terms, RETURN_TERMS)

/**
 * CadreAssignment:professional-lead:
 *
 * The post that gives professional support and development.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_professional_lead:
 * @self: a #CadreAssignment
 *
 * Gets the post that gives professional support and development. It is given by
 * its id; "none" says that there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_professional_lead:
 * @self: a #CadreAssignment
 * @professional_lead: (nullable): an id, or %NULL
 *
 * Sets the post that gives professional support and development.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAssignment, assignment, ASSIGNMENT, professional_lead, PROFESSIONAL_LEAD)

/**
 * CadreAssignment:covers:
 *
 * The assignment that this one covers for.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_covers:
 * @self: a #CadreAssignment
 *
 * Gets the assignment that this one covers for. It is given by its id; "none"
 * says that there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_covers:
 * @self: a #CadreAssignment
 * @covers: (nullable): an id, or %NULL
 *
 * Sets the assignment that this one covers for.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAssignment, assignment, ASSIGNMENT, covers, COVERS)

/**
 * CadreAssignment:period:
 *
 * The first and the last day in force.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_period:
 * @self: a #CadreAssignment
 *
 * Gets the first and the last day in force.
 *
 * Returns: (transfer full): the period
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_period:
 * @self: a #CadreAssignment
 * @period: (nullable): a #CadrePeriod, or %NULL for one that is open at both
 * ends
 *
 * Sets the first and the last day in force.
 *
 * Since: 1.0
 */
CADRE_RECORD_PERIOD (CadreAssignment, assignment, ASSIGNMENT)

/**
 * CadreAssignment:attributes:
 *
 * The further facts that documents state: names and texts in turn, in byte
 * order of the names.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_attribute:
 * @self: a #CadreAssignment
 * @name: the name of the fact
 *
 * Gets one of the further facts that documents state.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not
 * stated
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_attribute:
 * @self: a #CadreAssignment
 * @name: the name of the fact
 * @text: (nullable): the text, or %NULL to take it away
 *
 * Sets one of the further facts that documents state.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_dup_attribute_names:
 * @self: a #CadreAssignment
 *
 * Lists the names of the further facts, in byte order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
CADRE_RECORD_ATTRIBUTES (CadreAssignment, assignment, ASSIGNMENT)

/**
 * CadreAssignment:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_note:
 * @self: a #CadreAssignment
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_note:
 * @self: a #CadreAssignment
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAssignment, assignment, ASSIGNMENT, note, NOTE)

/**
 * CadreAssignment:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_get_source:
 * @self: a #CadreAssignment
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_assignment_set_source:
 * @self: a #CadreAssignment
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAssignment, assignment, ASSIGNMENT, source, SOURCE)
