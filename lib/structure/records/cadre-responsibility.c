/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-responsibility
 * @Title: CadreResponsibility
 * @Short_Description: A responsibility: a function that a post carries
 *
 * A responsibility: a function that a post carries. Like every #CadreRecord it
 * is a copy that belongs to its owner: an edit does nothing until it is given
 * to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-responsibility.h>

/**
 * CadreResponsibility:
 *
 * A responsibility, detached.
 *
 * Since: 1.0
 */
struct _CadreResponsibility
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreResponsibility, cadre_responsibility, CADRE_TYPE_RECORD)

static void
cadre_responsibility_class_init (CadreResponsibilityClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_RESPONSIBILITY);
}

static void
cadre_responsibility_init (CadreResponsibility *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_RESPONSIBILITY);
}

/**
 * cadre_responsibility_new:
 *
 * Makes a responsibility of which nothing is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreResponsibility *
cadre_responsibility_new (void)
{
  return g_object_new (CADRE_TYPE_RESPONSIBILITY, NULL);
}

/**
 * CadreResponsibility:post:
 *
 * The post.
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_get_post:
 * @self: a #CadreResponsibility
 *
 * Gets the post. It is given by its id; "none" says that there is known to be
 * none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_set_post:
 * @self: a #CadreResponsibility
 * @post: (nullable): an id, or %NULL
 *
 * Sets the post.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreResponsibility, responsibility, RESPONSIBILITY, post, POST)

/**
 * CadreResponsibility:function-id:
 *
 * The function.
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_get_function_id:
 * @self: a #CadreResponsibility
 *
 * Gets the function. It is given by its id; "none" says that there is known to
 * be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_set_function_id:
 * @self: a #CadreResponsibility
 * @function_id: (nullable): an id, or %NULL
 *
 * Sets the function.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreResponsibility, responsibility, RESPONSIBILITY, function_id, FUNCTION_ID)

/**
 * CadreResponsibility:role:
 *
 * What the post does with it.
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_get_role:
 * @self: a #CadreResponsibility
 *
 * Gets what the post does with it.
 *
 * Returns: the #CadreResponsibilityRole
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_set_role:
 * @self: a #CadreResponsibility
 * @role: a #CadreResponsibilityRole
 *
 * Sets what the post does with it.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreResponsibility,
                     responsibility,
                     RESPONSIBILITY,
                     role,
                     ROLE,
                     CadreResponsibilityRole)

/**
 * CadreResponsibility:unit:
 *
 * The unit across which it leads.
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_get_unit:
 * @self: a #CadreResponsibility
 *
 * Gets the unit across which it leads. It is given by its id; "none" says that
 * there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_set_unit:
 * @self: a #CadreResponsibility
 * @unit: (nullable): an id, or %NULL
 *
 * Sets the unit across which it leads.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreResponsibility, responsibility, RESPONSIBILITY, unit, UNIT)

/**
 * CadreResponsibility:share:
 *
 * The share of it, where several posts carry it.
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_get_share:
 * @self: a #CadreResponsibility
 *
 * Gets the share of it, where several posts carry it.
 *
 * Returns: (transfer full) (nullable): the fraction, or %NULL where it is not
 * known
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_set_share:
 * @self: a #CadreResponsibility
 * @share: (nullable): a #CadreFraction, or %NULL
 *
 * Sets the share of it, where several posts carry it.
 *
 * Since: 1.0
 */
CADRE_RECORD_FRACTION (CadreResponsibility, responsibility, RESPONSIBILITY, share, SHARE)

/**
 * CadreResponsibility:period:
 *
 * The first and the last day in force.
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_get_period:
 * @self: a #CadreResponsibility
 *
 * Gets the first and the last day in force.
 *
 * Returns: (transfer full): the period
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_set_period:
 * @self: a #CadreResponsibility
 * @period: (nullable): a #CadrePeriod, or %NULL for one that is open at both
 * ends
 *
 * Sets the first and the last day in force.
 *
 * Since: 1.0
 */
CADRE_RECORD_PERIOD (CadreResponsibility, responsibility, RESPONSIBILITY)

/**
 * CadreResponsibility:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_get_note:
 * @self: a #CadreResponsibility
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_set_note:
 * @self: a #CadreResponsibility
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreResponsibility, responsibility, RESPONSIBILITY, note, NOTE)

/**
 * CadreResponsibility:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_get_source:
 * @self: a #CadreResponsibility
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_responsibility_set_source:
 * @self: a #CadreResponsibility
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreResponsibility, responsibility, RESPONSIBILITY, source, SOURCE)
