/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-area
 * @Title: CadreArea
 * @Short_Description: An area: a geographical area; a dated set of sub-areas, which may overlap
 * another
 *
 * An area: a geographical area; a dated set of sub-areas, which may overlap
 * another. Like every #CadreRecord it is a copy that belongs to its owner: an
 * edit does nothing until it is given to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-area.h>

/**
 * CadreArea:
 *
 * An area, detached.
 *
 * Since: 1.0
 */
struct _CadreArea
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreArea, cadre_area, CADRE_TYPE_RECORD)

static void
cadre_area_class_init (CadreAreaClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_AREA);
}

static void
cadre_area_init (CadreArea *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_AREA);
}

/**
 * CadreArea:id:
 *
 * The id, unique among the records of its kind.
 *
 * Since: 1.0
 */
/**
 * cadre_area_new:
 * @id: the id, 1 to 255 bytes
 *
 * Makes an area of which nothing but its id is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreArea *
cadre_area_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (CADRE_TYPE_AREA, "id", id, NULL);
}

/**
 * CadreArea:name:
 *
 * The name, in the first language.
 *
 * Since: 1.0
 */
/**
 * cadre_area_get_name:
 * @self: a #CadreArea
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
 * cadre_area_set_name:
 * @self: a #CadreArea
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 * @name: (nullable): the text, or %NULL
 *
 * Sets the name in one language.
 *
 * Since: 1.0
 */
CADRE_RECORD_TEXT (CadreArea, area, AREA, name, NAME)

/**
 * CadreArea:aliases:
 *
 * Other names that documents use for it.
 *
 * Since: 1.0
 */
/**
 * cadre_area_get_aliases:
 * @self: a #CadreArea
 *
 * Gets other names that documents use for it.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the list,
 * empty where there are known to be none, or %NULL where that is not known
 *
 * Since: 1.0
 */
/**
 * cadre_area_set_aliases:
 * @self: a #CadreArea
 * @aliases: (nullable) (array zero-terminated=1): the list, or %NULL
 *
 * Sets other names that documents use for it.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRINGS (CadreArea, area, AREA, aliases, ALIASES)

/**
 * CadreArea:fixed:
 *
 * Whether its boundary is fixed.
 *
 * Since: 1.0
 */
/**
 * cadre_area_get_fixed:
 * @self: a #CadreArea
 *
 * Gets whether its boundary is fixed.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_area_set_fixed:
 * @self: a #CadreArea
 * @fixed: a #CadreTruth
 *
 * Sets whether its boundary is fixed.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreArea, area, AREA, fixed, FIXED, CadreTruth)

/**
 * CadreArea:period:
 *
 * The first and the last day in force.
 *
 * Since: 1.0
 */
/**
 * cadre_area_get_period:
 * @self: a #CadreArea
 *
 * Gets the first and the last day in force.
 *
 * Returns: (transfer full): the period
 *
 * Since: 1.0
 */
/**
 * cadre_area_set_period:
 * @self: a #CadreArea
 * @period: (nullable): a #CadrePeriod, or %NULL for one that is open at both
 * ends
 *
 * Sets the first and the last day in force.
 *
 * Since: 1.0
 */
CADRE_RECORD_PERIOD (CadreArea, area, AREA)

/**
 * CadreArea:attributes:
 *
 * The further facts that documents state: names and texts in turn, in byte
 * order of the names.
 *
 * Since: 1.0
 */
/**
 * cadre_area_get_attribute:
 * @self: a #CadreArea
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
 * cadre_area_set_attribute:
 * @self: a #CadreArea
 * @name: the name of the fact
 * @text: (nullable): the text, or %NULL to take it away
 *
 * Sets one of the further facts that documents state.
 *
 * Since: 1.0
 */
/**
 * cadre_area_dup_attribute_names:
 * @self: a #CadreArea
 *
 * Lists the names of the further facts, in byte order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
CADRE_RECORD_ATTRIBUTES (CadreArea, area, AREA)

/**
 * CadreArea:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_area_get_note:
 * @self: a #CadreArea
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_area_set_note:
 * @self: a #CadreArea
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreArea, area, AREA, note, NOTE)

/**
 * CadreArea:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_area_get_source:
 * @self: a #CadreArea
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_area_set_source:
 * @self: a #CadreArea
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreArea, area, AREA, source, SOURCE)
