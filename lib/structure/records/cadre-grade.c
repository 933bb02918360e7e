/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-grade
 * @Title: CadreGrade
 * @Short_Description: A grade: a point or range of a pay scheme
 *
 * A grade: a point or range of a pay scheme. Like every #CadreRecord it is a
 * copy that belongs to its owner: an edit does nothing until it is given to a
 * #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-grade.h>

/**
 * CadreGrade:
 *
 * A grade, detached.
 *
 * Since: 1.0
 */
struct _CadreGrade
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreGrade, cadre_grade, CADRE_TYPE_RECORD)

static void
cadre_grade_class_init (CadreGradeClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_GRADE);
}

static void
cadre_grade_init (CadreGrade *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_GRADE);
}

/**
 * CadreGrade:id:
 *
 * The id, unique among the records of its kind.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_new:
 * @id: the id, 1 to 255 bytes
 *
 * Makes a grade of which nothing but its id is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreGrade *
cadre_grade_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (CADRE_TYPE_GRADE, "id", id, NULL);
}

/**
 * CadreGrade:name:
 *
 * The name, in the first language.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_get_name:
 * @self: a #CadreGrade
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 *
 * Gets the name in one language. There is no fall-back to another.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where there is none
 * in that language
 *
 * Since: 1.0
 */
/**
 * cadre_grade_set_name:
 * @self: a #CadreGrade
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 * @name: (nullable): the text, or %NULL
 *
 * Sets the name in one language.
 *
 * Since: 1.0
 */
CADRE_RECORD_TEXT (CadreGrade, grade, GRADE, name, NAME)

/**
 * CadreGrade:scale:
 *
 * The pay scheme.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_get_scale:
 * @self: a #CadreGrade
 *
 * Gets the pay scheme. It is given by its id; "none" says that there is known
 * to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_set_scale:
 * @self: a #CadreGrade
 * @scale: (nullable): an id, or %NULL
 *
 * Sets the pay scheme.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreGrade, grade, GRADE, scale, SCALE)

/**
 * CadreGrade:rung:
 *
 * Its place in the scheme, higher is more senior.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_get_rung:
 * @self: a #CadreGrade
 *
 * Gets its place in the scheme, higher is more senior.
 *
 * Returns: the number, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_set_rung:
 * @self: a #CadreGrade
 * @rung: the number, 0 or more, or -1 where it is not known
 *
 * Sets its place in the scheme, higher is more senior.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreGrade, grade, GRADE, rung, RUNG, int)

/**
 * CadreGrade:score-min:
 *
 * The least job-evaluation score.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_get_score_min:
 * @self: a #CadreGrade
 *
 * Gets the least job-evaluation score.
 *
 * Returns: the number, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_set_score_min:
 * @self: a #CadreGrade
 * @score_min: the number, 0 or more, or -1 where it is not known
 *
 * Sets the least job-evaluation score.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreGrade, grade, GRADE, score_min, SCORE_MIN, int)

/**
 * CadreGrade:score-max:
 *
 * The greatest job-evaluation score.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_get_score_max:
 * @self: a #CadreGrade
 *
 * Gets the greatest job-evaluation score.
 *
 * Returns: the number, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_set_score_max:
 * @self: a #CadreGrade
 * @score_max: the number, 0 or more, or -1 where it is not known
 *
 * Sets the greatest job-evaluation score.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreGrade, grade, GRADE, score_max, SCORE_MAX, int)

/**
 * CadreGrade:pay-min:
 *
 * The least yearly pay.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_get_pay_min:
 * @self: a #CadreGrade
 *
 * Gets the least yearly pay.
 *
 * Returns: the amount in pence, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_set_pay_min:
 * @self: a #CadreGrade
 * @pay_min: the amount in pence, 0 or more, or -1 where it is not known
 *
 * Sets the least yearly pay.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreGrade, grade, GRADE, pay_min, PAY_MIN, gint64)

/**
 * CadreGrade:pay-max:
 *
 * The greatest yearly pay.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_get_pay_max:
 * @self: a #CadreGrade
 *
 * Gets the greatest yearly pay.
 *
 * Returns: the amount in pence, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_set_pay_max:
 * @self: a #CadreGrade
 * @pay_max: the amount in pence, 0 or more, or -1 where it is not known
 *
 * Sets the greatest yearly pay.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreGrade, grade, GRADE, pay_max, PAY_MAX, gint64)

/**
 * CadreGrade:order:
 *
 * Its place in lists.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_get_order:
 * @self: a #CadreGrade
 *
 * Gets its place in lists.
 *
 * Returns: the number, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_set_order:
 * @self: a #CadreGrade
 * @order: the number, 0 or more, or -1 where it is not known
 *
 * Sets its place in lists.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreGrade, grade, GRADE, order, ORDER, int)

/**
 * CadreGrade:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_get_note:
 * @self: a #CadreGrade
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_set_note:
 * @self: a #CadreGrade
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreGrade, grade, GRADE, note, NOTE)

/**
 * CadreGrade:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_get_source:
 * @self: a #CadreGrade
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_set_source:
 * @self: a #CadreGrade
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreGrade, grade, GRADE, source, SOURCE)
