/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-unit-parent
 * @Title: CadreUnitParent
 * @Short_Description: A unit parent: a unit as part of another for a time
 *
 * A unit parent: a unit as part of another for a time. Like every #CadreRecord
 * it is a copy that belongs to its owner: an edit does nothing until it is
 * given to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-unit-parent.h>

/**
 * CadreUnitParent:
 *
 * A unit parent, detached.
 *
 * Since: 1.0
 */
struct _CadreUnitParent
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreUnitParent, cadre_unit_parent, CADRE_TYPE_RECORD)

static void
cadre_unit_parent_class_init (CadreUnitParentClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_UNIT_PARENT);
}

static void
cadre_unit_parent_init (CadreUnitParent *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_UNIT_PARENT);
}

/**
 * cadre_unit_parent_new:
 *
 * Makes a unit parent of which nothing is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreUnitParent *
cadre_unit_parent_new (void)
{
  return g_object_new (CADRE_TYPE_UNIT_PARENT, NULL);
}

/**
 * CadreUnitParent:unit:
 *
 * The unit.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_parent_get_unit:
 * @self: a #CadreUnitParent
 *
 * Gets the unit. It is given by its id; "none" says that there is known to be
 * none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_unit_parent_set_unit:
 * @self: a #CadreUnitParent
 * @unit: (nullable): an id, or %NULL
 *
 * Sets the unit.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreUnitParent, unit_parent, UNIT_PARENT, unit, UNIT)

/**
 * CadreUnitParent:parent:
 *
 * The unit that it is part of.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_parent_get_parent:
 * @self: a #CadreUnitParent
 *
 * Gets the unit that it is part of. It is given by its id; "none" says that
 * there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_unit_parent_set_parent:
 * @self: a #CadreUnitParent
 * @parent: (nullable): an id, or %NULL
 *
 * Sets the unit that it is part of.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreUnitParent, unit_parent, UNIT_PARENT, parent, PARENT)

/**
 * CadreUnitParent:period:
 *
 * The first and the last day in force.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_parent_get_period:
 * @self: a #CadreUnitParent
 *
 * Gets the first and the last day in force.
 *
 * Returns: (transfer full): the period
 *
 * Since: 1.0
 */
/**
 * cadre_unit_parent_set_period:
 * @self: a #CadreUnitParent
 * @period: (nullable): a #CadrePeriod, or %NULL for one that is open at both
 * ends
 *
 * Sets the first and the last day in force.
 *
 * Since: 1.0
 */
CADRE_RECORD_PERIOD (CadreUnitParent, unit_parent, UNIT_PARENT)

/**
 * CadreUnitParent:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_parent_get_note:
 * @self: a #CadreUnitParent
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_unit_parent_set_note:
 * @self: a #CadreUnitParent
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreUnitParent, unit_parent, UNIT_PARENT, note, NOTE)

/**
 * CadreUnitParent:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_parent_get_source:
 * @self: a #CadreUnitParent
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_unit_parent_set_source:
 * @self: a #CadreUnitParent
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreUnitParent, unit_parent, UNIT_PARENT, source, SOURCE)
