/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-grade-equivalence
 * @Title: CadreGradeEquivalence
 * @Short_Description: A grade equivalence: two grades of different pay schemes that count as one
 * level
 *
 * A grade equivalence: two grades of different pay schemes that count as one
 * level. Like every #CadreRecord it is a copy that belongs to its owner: an
 * edit does nothing until it is given to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-grade-equivalence.h>

/**
 * CadreGradeEquivalence:
 *
 * A grade equivalence, detached.
 *
 * Since: 1.0
 */
struct _CadreGradeEquivalence
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreGradeEquivalence, cadre_grade_equivalence, CADRE_TYPE_RECORD)

static void
cadre_grade_equivalence_class_init (CadreGradeEquivalenceClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_GRADE_EQUIVALENCE);
}

static void
cadre_grade_equivalence_init (CadreGradeEquivalence *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_GRADE_EQUIVALENCE);
}

/**
 * cadre_grade_equivalence_new:
 *
 * Makes a grade equivalence of which nothing is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreGradeEquivalence *
cadre_grade_equivalence_new (void)
{
  return g_object_new (CADRE_TYPE_GRADE_EQUIVALENCE, NULL);
}

/**
 * CadreGradeEquivalence:grade:
 *
 * One grade.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_equivalence_get_grade:
 * @self: a #CadreGradeEquivalence
 *
 * Gets one grade. It is given by its id; "none" says that there is known to be
 * none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_equivalence_set_grade:
 * @self: a #CadreGradeEquivalence
 * @grade: (nullable): an id, or %NULL
 *
 * Sets one grade.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreGradeEquivalence, grade_equivalence, GRADE_EQUIVALENCE, grade, GRADE)

/**
 * CadreGradeEquivalence:other-grade:
 *
 * The other.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_equivalence_get_other_grade:
 * @self: a #CadreGradeEquivalence
 *
 * Gets the other. It is given by its id; "none" says that there is known to be
 * none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_equivalence_set_other_grade:
 * @self: a #CadreGradeEquivalence
 * @other_grade: (nullable): an id, or %NULL
 *
 * Sets the other.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreGradeEquivalence,
                     grade_equivalence,
                     GRADE_EQUIVALENCE,
                     other_grade,
                     OTHER_GRADE)

/**
 * CadreGradeEquivalence:basis:
 *
 * What this rests on.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_equivalence_get_basis:
 * @self: a #CadreGradeEquivalence
 *
 * Gets what this rests on.
 *
 * Returns: the #CadreEquivalenceBasis
 *
 * Since: 1.0
 */
/**
 * cadre_grade_equivalence_set_basis:
 * @self: a #CadreGradeEquivalence
 * @basis: a #CadreEquivalenceBasis
 *
 * Sets what this rests on.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreGradeEquivalence,
                     grade_equivalence,
                     GRADE_EQUIVALENCE,
                     basis,
                     BASIS,
                     CadreEquivalenceBasis)

/**
 * CadreGradeEquivalence:agreed:
 *
 * When it was agreed.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_equivalence_get_agreed:
 * @self: a #CadreGradeEquivalence
 *
 * Gets when it was agreed.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_equivalence_set_agreed:
 * @self: a #CadreGradeEquivalence
 * @agreed: (nullable): a #CadreDate, or %NULL
 *
 * Sets when it was agreed.
 *
 * Since: 1.0
 */
CADRE_RECORD_DATE (CadreGradeEquivalence, grade_equivalence, GRADE_EQUIVALENCE, agreed, AGREED)

/**
 * CadreGradeEquivalence:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_equivalence_get_note:
 * @self: a #CadreGradeEquivalence
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_equivalence_set_note:
 * @self: a #CadreGradeEquivalence
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreGradeEquivalence, grade_equivalence, GRADE_EQUIVALENCE, note, NOTE)

/**
 * CadreGradeEquivalence:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_equivalence_get_source:
 * @self: a #CadreGradeEquivalence
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_equivalence_set_source:
 * @self: a #CadreGradeEquivalence
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreGradeEquivalence, grade_equivalence, GRADE_EQUIVALENCE, source, SOURCE)
