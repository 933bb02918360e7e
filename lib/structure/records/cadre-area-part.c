/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-area-part
 * @Title: CadreAreaPart
 * @Short_Description: An area part: one area as a part of another, for a time
 *
 * An area part: one area as a part of another, for a time. Like every
 * #CadreRecord it is a copy that belongs to its owner: an edit does nothing
 * until it is given to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-area-part.h>

/**
 * CadreAreaPart:
 *
 * An area part, detached.
 *
 * Since: 1.0
 */
struct _CadreAreaPart
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreAreaPart, cadre_area_part, CADRE_TYPE_RECORD)

static void
cadre_area_part_class_init (CadreAreaPartClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_AREA_PART);
}

static void
cadre_area_part_init (CadreAreaPart *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_AREA_PART);
}

/**
 * cadre_area_part_new:
 *
 * Makes an area part of which nothing is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreAreaPart *
cadre_area_part_new (void)
{
  return g_object_new (CADRE_TYPE_AREA_PART, NULL);
}

/**
 * CadreAreaPart:area:
 *
 * The whole.
 *
 * Since: 1.0
 */
/**
 * cadre_area_part_get_area:
 * @self: a #CadreAreaPart
 *
 * Gets the whole. It is given by its id; "none" says that there is known to be
 * none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_area_part_set_area:
 * @self: a #CadreAreaPart
 * @area: (nullable): an id, or %NULL
 *
 * Sets the whole.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAreaPart, area_part, AREA_PART, area, AREA)

/**
 * CadreAreaPart:part:
 *
 * The part.
 *
 * Since: 1.0
 */
/**
 * cadre_area_part_get_part:
 * @self: a #CadreAreaPart
 *
 * Gets the part. It is given by its id; "none" says that there is known to be
 * none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_area_part_set_part:
 * @self: a #CadreAreaPart
 * @part: (nullable): an id, or %NULL
 *
 * Sets the part.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAreaPart, area_part, AREA_PART, part, PART)

/**
 * CadreAreaPart:partial:
 *
 * Whether only some of the part belongs to the whole.
 *
 * Since: 1.0
 */
/**
 * cadre_area_part_get_partial:
 * @self: a #CadreAreaPart
 *
 * Gets whether only some of the part belongs to the whole.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_area_part_set_partial:
 * @self: a #CadreAreaPart
 * @partial: a #CadreTruth
 *
 * Sets whether only some of the part belongs to the whole.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreAreaPart, area_part, AREA_PART, partial, PARTIAL, CadreTruth)

/**
 * CadreAreaPart:period:
 *
 * The first and the last day in force.
 *
 * Since: 1.0
 */
/**
 * cadre_area_part_get_period:
 * @self: a #CadreAreaPart
 *
 * Gets the first and the last day in force.
 *
 * Returns: (transfer full): the period
 *
 * Since: 1.0
 */
/**
 * cadre_area_part_set_period:
 * @self: a #CadreAreaPart
 * @period: (nullable): a #CadrePeriod, or %NULL for one that is open at both
 * ends
 *
 * Sets the first and the last day in force.
 *
 * Since: 1.0
 */
CADRE_RECORD_PERIOD (CadreAreaPart, area_part, AREA_PART)

/**
 * CadreAreaPart:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_area_part_get_note:
 * @self: a #CadreAreaPart
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_area_part_set_note:
 * @self: a #CadreAreaPart
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAreaPart, area_part, AREA_PART, note, NOTE)

/**
 * CadreAreaPart:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_area_part_get_source:
 * @self: a #CadreAreaPart
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_area_part_set_source:
 * @self: a #CadreAreaPart
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAreaPart, area_part, AREA_PART, source, SOURCE)
