/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-grade-scale
 * @Title: CadreGradeScale
 * @Short_Description: A grade scale: a pay scheme
 *
 * A grade scale: a pay scheme. Like every #CadreRecord it is a copy that
 * belongs to its owner: an edit does nothing until it is given to a
 * #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-grade-scale.h>

/**
 * CadreGradeScale:
 *
 * A grade scale, detached.
 *
 * Since: 1.0
 */
struct _CadreGradeScale
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreGradeScale, cadre_grade_scale, CADRE_TYPE_RECORD)

static void
cadre_grade_scale_class_init (CadreGradeScaleClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_GRADE_SCALE);
}

static void
cadre_grade_scale_init (CadreGradeScale *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_GRADE_SCALE);
}

/**
 * CadreGradeScale:id:
 *
 * The id, unique among the records of its kind.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_scale_new:
 * @id: the id, 1 to 255 bytes
 *
 * Makes a grade scale of which nothing but its id is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreGradeScale *
cadre_grade_scale_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (CADRE_TYPE_GRADE_SCALE, "id", id, NULL);
}

/**
 * CadreGradeScale:name:
 *
 * The name, in the first language.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_scale_get_name:
 * @self: a #CadreGradeScale
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
 * cadre_grade_scale_set_name:
 * @self: a #CadreGradeScale
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 * @name: (nullable): the text, or %NULL
 *
 * Sets the name in one language.
 *
 * Since: 1.0
 */
CADRE_RECORD_TEXT (CadreGradeScale, grade_scale, GRADE_SCALE, name, NAME)

/**
 * CadreGradeScale:organisation:
 *
 * The organisation that uses it.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_scale_get_organisation:
 * @self: a #CadreGradeScale
 *
 * Gets the organisation that uses it. It is given by its id; "none" says that
 * there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_scale_set_organisation:
 * @self: a #CadreGradeScale
 * @organisation: (nullable): an id, or %NULL
 *
 * Sets the organisation that uses it.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreGradeScale, grade_scale, GRADE_SCALE, organisation, ORGANISATION)

/**
 * CadreGradeScale:final:
 *
 * Whether its evaluations are final.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_scale_get_final:
 * @self: a #CadreGradeScale
 *
 * Gets whether its evaluations are final.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_grade_scale_set_final:
 * @self: a #CadreGradeScale
 * @final: a #CadreTruth
 *
 * Sets whether its evaluations are final.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreGradeScale, grade_scale, GRADE_SCALE, final, FINAL, CadreTruth)

/**
 * CadreGradeScale:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_scale_get_note:
 * @self: a #CadreGradeScale
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_scale_set_note:
 * @self: a #CadreGradeScale
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreGradeScale, grade_scale, GRADE_SCALE, note, NOTE)

/**
 * CadreGradeScale:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_grade_scale_get_source:
 * @self: a #CadreGradeScale
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_grade_scale_set_source:
 * @self: a #CadreGradeScale
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreGradeScale, grade_scale, GRADE_SCALE, source, SOURCE)
