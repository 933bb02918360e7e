/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-absence
 * @Title: CadreAbsence
 * @Short_Description: An absence: a dated absence from an assignment
 *
 * An absence: a dated absence from an assignment. Like every #CadreRecord it is
 * a copy that belongs to its owner: an edit does nothing until it is given to a
 * #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-absence.h>

/**
 * CadreAbsence:
 *
 * An absence, detached.
 *
 * Since: 1.0
 */
struct _CadreAbsence
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreAbsence, cadre_absence, CADRE_TYPE_RECORD)

static void
cadre_absence_class_init (CadreAbsenceClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_ABSENCE);
}

static void
cadre_absence_init (CadreAbsence *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_ABSENCE);
}

/**
 * cadre_absence_new:
 *
 * Makes an absence of which nothing is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreAbsence *
cadre_absence_new (void)
{
  return g_object_new (CADRE_TYPE_ABSENCE, NULL);
}

/**
 * CadreAbsence:assignment:
 *
 * The assignment.
 *
 * Since: 1.0
 */
/**
 * cadre_absence_get_assignment:
 * @self: a #CadreAbsence
 *
 * Gets the assignment. It is given by its id; "none" says that there is known
 * to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_absence_set_assignment:
 * @self: a #CadreAbsence
 * @assignment: (nullable): an id, or %NULL
 *
 * Sets the assignment.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAbsence, absence, ABSENCE, assignment, ASSIGNMENT)

/**
 * CadreAbsence:kind:
 *
 * The kind of absence; it may be withheld.
 *
 * Since: 1.0
 */
/**
 * cadre_absence_get_kind:
 * @self: a #CadreAbsence
 *
 * Gets the kind of absence; it may be withheld.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_absence_set_kind:
 * @self: a #CadreAbsence
 * @kind: (nullable): the text, or %NULL
 *
 * Sets the kind of absence; it may be withheld.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAbsence, absence, ABSENCE, kind, KIND)

/**
 * CadreAbsence:notified:
 *
 * Whether the person has been told of the change.
 *
 * Since: 1.0
 */
/**
 * cadre_absence_get_notified:
 * @self: a #CadreAbsence
 *
 * Gets whether the person has been told of the change.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_absence_set_notified:
 * @self: a #CadreAbsence
 * @notified: a #CadreTruth
 *
 * Sets whether the person has been told of the change.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreAbsence, absence, ABSENCE, notified, NOTIFIED, CadreTruth)

/**
 * CadreAbsence:period:
 *
 * The first and the last day in force.
 *
 * Since: 1.0
 */
/**
 * cadre_absence_get_period:
 * @self: a #CadreAbsence
 *
 * Gets the first and the last day in force.
 *
 * Returns: (transfer full): the period
 *
 * Since: 1.0
 */
/**
 * cadre_absence_set_period:
 * @self: a #CadreAbsence
 * @period: (nullable): a #CadrePeriod, or %NULL for one that is open at both
 * ends
 *
 * Sets the first and the last day in force.
 *
 * Since: 1.0
 */
CADRE_RECORD_PERIOD (CadreAbsence, absence, ABSENCE)

/**
 * CadreAbsence:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_absence_get_note:
 * @self: a #CadreAbsence
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_absence_set_note:
 * @self: a #CadreAbsence
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAbsence, absence, ABSENCE, note, NOTE)

/**
 * CadreAbsence:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_absence_get_source:
 * @self: a #CadreAbsence
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_absence_set_source:
 * @self: a #CadreAbsence
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAbsence, absence, ABSENCE, source, SOURCE)
