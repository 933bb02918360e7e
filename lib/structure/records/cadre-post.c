/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-post
 * @Title: CadrePost
 * @Short_Description: A post: a place in the structure, held or not
 *
 * A post: a place in the structure, held or not. Like every #CadreRecord it is
 * a copy that belongs to its owner: an edit does nothing until it is given to a
 * #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-post.h>

/**
 * CadrePost:
 *
 * A post, detached.
 *
 * Since: 1.0
 */
struct _CadrePost
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadrePost, cadre_post, CADRE_TYPE_RECORD)

static void
cadre_post_class_init (CadrePostClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_POST);
}

static void
cadre_post_init (CadrePost *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_POST);
}

/**
 * CadrePost:id:
 *
 * The id, unique among the records of its kind.
 *
 * Since: 1.0
 */
/**
 * cadre_post_new:
 * @id: the id, 1 to 255 bytes
 *
 * Makes a post of which nothing but its id is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadrePost *
cadre_post_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (CADRE_TYPE_POST, "id", id, NULL);
}

/**
 * CadrePost:title:
 *
 * The title, in the first language.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_title:
 * @self: a #CadrePost
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 *
 * Gets the title in one language. There is no fall-back to another.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where there is none
 * in that language
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_title:
 * @self: a #CadrePost
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 * @title: (nullable): the text, or %NULL
 *
 * Sets the title in one language.
 *
 * Since: 1.0
 */
CADRE_RECORD_TEXT (CadrePost, post, POST, title, TITLE)

/**
 * CadrePost:aliases:
 *
 * Other titles that documents use for it.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_aliases:
 * @self: a #CadrePost
 *
 * Gets other titles that documents use for it.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the list,
 * empty where there are known to be none, or %NULL where that is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_aliases:
 * @self: a #CadrePost
 * @aliases: (nullable) (array zero-terminated=1): the list, or %NULL
 *
 * Sets other titles that documents use for it.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRINGS (CadrePost, post, POST, aliases, ALIASES)

/**
 * CadrePost:unit:
 *
 * The unit that it is in.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_unit:
 * @self: a #CadrePost
 *
 * Gets the unit that it is in. It is given by its id; "none" says that there is
 * known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_unit:
 * @self: a #CadrePost
 * @unit: (nullable): an id, or %NULL
 *
 * Sets the unit that it is in.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePost, post, POST, unit, UNIT)

/**
 * CadrePost:employer:
 *
 * The organisation that employs its holders unless an assignment says
 * otherwise.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_employer:
 * @self: a #CadrePost
 *
 * Gets the organisation that employs its holders unless an assignment says
 * otherwise. It is given by its id; "none" says that there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_employer:
 * @self: a #CadrePost
 * @employer: (nullable): an id, or %NULL
 *
 * Sets the organisation that employs its holders unless an assignment says
 * otherwise.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePost, post, POST, employer, EMPLOYER)

/**
 * CadrePost:partners:
 *
 * The organisations that share a joint post with the employer.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_partners:
 * @self: a #CadrePost
 *
 * Gets the organisations that share a joint post with the employer. They are
 * given by their ids.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the list,
 * empty where there are known to be none, or %NULL where that is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_partners:
 * @self: a #CadrePost
 * @partners: (nullable) (array zero-terminated=1): the list, or %NULL
 *
 * Sets the organisations that share a joint post with the employer.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRINGS (CadrePost, post, POST, partners, PARTNERS)

/**
 * CadrePost:grade:
 *
 * The grade.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_grade:
 * @self: a #CadrePost
 *
 * Gets the grade. It is given by its id; "none" says that there is known to be
 * none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_grade:
 * @self: a #CadrePost
 * @grade: (nullable): an id, or %NULL
 *
 * Sets the grade.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePost, post, POST, grade, GRADE)

/**
 * CadrePost:grade-status:
 *
 * How far the evaluation of the grade has come.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_grade_status:
 * @self: a #CadrePost
 *
 * Gets how far the evaluation of the grade has come.
 *
 * Returns: the #CadreGradeStatus
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_grade_status:
 * @self: a #CadrePost
 * @grade_status: a #CadreGradeStatus
 *
 * Sets how far the evaluation of the grade has come.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost, post, POST, grade_status, GRADE_STATUS, CadreGradeStatus)

/**
 * CadrePost:score:
 *
 * The job-evaluation score.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_score:
 * @self: a #CadrePost
 *
 * Gets the job-evaluation score.
 *
 * Returns: the number, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_score:
 * @self: a #CadrePost
 * @score: the number, 0 or more, or -1 where it is not known
 *
 * Sets the job-evaluation score.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost, post, POST, score, SCORE, int)

/**
 * CadrePost:tier:
 *
 * The tier that documents state, on the employer's scale.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_tier:
 * @self: a #CadrePost
 *
 * Gets the tier that documents state, on the employer's scale.
 *
 * Returns: the number, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_tier:
 * @self: a #CadrePost
 * @tier: the number, 0 or more, or -1 where it is not known
 *
 * Sets the tier that documents state, on the employer's scale.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost, post, POST, tier, TIER, int)

/**
 * CadrePost:establishment:
 *
 * The number of positions.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_establishment:
 * @self: a #CadrePost
 *
 * Gets the number of positions. It is 1 unless stated.
 *
 * Returns: the number, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_establishment:
 * @self: a #CadrePost
 * @establishment: the number, 0 or more, or -1 where it is not known
 *
 * Sets the number of positions.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost, post, POST, establishment, ESTABLISHMENT, int)

/**
 * CadrePost:budgeted-fte:
 *
 * The budgeted full-time equivalent of all positions together.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_budgeted_fte:
 * @self: a #CadrePost
 *
 * Gets the budgeted full-time equivalent of all positions together.
 *
 * Returns: (transfer full) (nullable): the fraction, or %NULL where it is not
 * known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_budgeted_fte:
 * @self: a #CadrePost
 * @budgeted_fte: (nullable): a #CadreFraction, or %NULL
 *
 * Sets the budgeted full-time equivalent of all positions together.
 *
 * Since: 1.0
 */
CADRE_RECORD_FRACTION (CadrePost, post, POST, budgeted_fte, BUDGETED_FTE)
