/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-line
 * @Title: CadreLine
 * @Short_Description: A line: a reporting line from a post to a post, a body or a unit
 *
 * A line: a reporting line from a post to a post, a body or a unit. Like every
 * #CadreRecord it is a copy that belongs to its owner: an edit does nothing
 * until it is given to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-line.h>

/**
 * CadreLine:
 *
 * A line, detached.
 *
 * Since: 1.0
 */
struct _CadreLine
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreLine, cadre_line, CADRE_TYPE_RECORD)

static void
cadre_line_class_init (CadreLineClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_LINE);
}

static void
cadre_line_init (CadreLine *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_LINE);
}

/**
 * cadre_line_new:
 *
 * Makes a line of which nothing is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreLine *
cadre_line_new (void)
{
  return g_object_new (CADRE_TYPE_LINE, NULL);
}

/**
 * CadreLine:post:
 *
 * The post that reports.
 *
 * Since: 1.0
 */
/**
 * cadre_line_get_post:
 * @self: a #CadreLine
 *
 * Gets the post that reports. It is given by its id; "none" says that there is
 * known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_line_set_post:
 * @self: a #CadreLine
 * @post: (nullable): an id, or %NULL
 *
 * Sets the post that reports.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreLine, line, LINE, post, POST)

/**
 * CadreLine:kind:
 *
 * What sort of line it is.
 *
 * Since: 1.0
 */
/**
 * cadre_line_get_kind:
 * @self: a #CadreLine
 *
 * Gets what sort of line it is.
 *
 * Returns: the #CadreLineKind
 *
 * Since: 1.0
 */
/**
 * cadre_line_set_kind:
 * @self: a #CadreLine
 * @kind: a #CadreLineKind
 *
 * Sets what sort of line it is.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreLine, line, LINE, kind, KIND, CadreLineKind)

/**
 * CadreLine:manager:
 *
 * The post that it ends at.
 *
 * Since: 1.0
 */
/**
 * cadre_line_get_manager:
 * @self: a #CadreLine
 *
 * Gets the post that it ends at. It is given by its id; "none" says that there
 * is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_line_set_manager:
 * @self: a #CadreLine
 * @manager: (nullable): an id, or %NULL
 *
 * Sets the post that it ends at.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreLine, line, LINE, manager, MANAGER)

/**
 * CadreLine:body:
 *
 * The body that it ends at.
 *
 * Since: 1.0
 */
/**
 * cadre_line_get_body:
 * @self: a #CadreLine
 *
 * Gets the body that it ends at. It is given by its id; "none" says that there
 * is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_line_set_body:
 * @self: a #CadreLine
 * @body: (nullable): an id, or %NULL
 *
 * Sets the body that it ends at.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreLine, line, LINE, body, BODY)

/**
 * CadreLine:unit:
 *
 * The unit that it ends at, where a source names no post.
 *
 * Since: 1.0
 */
/**
 * cadre_line_get_unit:
 * @self: a #CadreLine
 *
 * Gets the unit that it ends at, where a source names no post. It is given by
 * its id; "none" says that there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_line_set_unit:
 * @self: a #CadreLine
 * @unit: (nullable): an id, or %NULL
 *
 * Sets the unit that it ends at, where a source names no post.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreLine, line, LINE, unit, UNIT)

/**
 * CadreLine:agreement:
 *
 * The agreement that it rests on.
 *
 * Since: 1.0
 */
/**
 * cadre_line_get_agreement:
 * @self: a #CadreLine
 *
 * Gets the agreement that it rests on. It is given by its id; "none" says that
 * there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_line_set_agreement:
 * @self: a #CadreLine
 * @agreement: (nullable): an id, or %NULL
 *
 * Sets the agreement that it rests on.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreLine, line, LINE, agreement, AGREEMENT)

/**
 * CadreLine:period:
 *
 * The first and the last day in force.
 *
 * Since: 1.0
 */
/**
 * cadre_line_get_period:
 * @self: a #CadreLine
 *
 * Gets the first and the last day in force.
 *
 * Returns: (transfer full): the period
 *
 * Since: 1.0
 */
/**
 * cadre_line_set_period:
 * @self: a #CadreLine
 * @period: (nullable): a #CadrePeriod, or %NULL for one that is open at both
 * ends
 *
 * Sets the first and the last day in force.
 *
 * Since: 1.0
 */
CADRE_RECORD_PERIOD (CadreLine, line, LINE)

/**
 * CadreLine:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_line_get_note:
 * @self: a #CadreLine
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_line_set_note:
 * @self: a #CadreLine
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreLine, line, LINE, note, NOTE)

/**
 * CadreLine:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_line_get_source:
 * @self: a #CadreLine
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_line_set_source:
 * @self: a #CadreLine
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreLine, line, LINE, source, SOURCE)
