/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-unit
 * @Title: CadreUnit
 * @Short_Description: A unit: a directorate, service, section or team
 *
 * A unit: a directorate, service, section or team. Like every #CadreRecord it
 * is a copy that belongs to its owner: an edit does nothing until it is given
 * to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-unit.h>

/**
 * CadreUnit:
 *
 * A unit, detached.
 *
 * Since: 1.0
 */
struct _CadreUnit
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreUnit, cadre_unit, CADRE_TYPE_RECORD)

static void
cadre_unit_class_init (CadreUnitClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_UNIT);
}

static void
cadre_unit_init (CadreUnit *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_UNIT);
}

/**
 * CadreUnit:id:
 *
 * The id, unique among the records of its kind.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_new:
 * @id: the id, 1 to 255 bytes
 *
 * Makes a unit of which nothing but its id is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreUnit *
cadre_unit_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (CADRE_TYPE_UNIT, "id", id, NULL);
}

/**
 * CadreUnit:name:
 *
 * The name, in the first language.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_get_name:
 * @self: a #CadreUnit
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
 * cadre_unit_set_name:
 * @self: a #CadreUnit
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 * @name: (nullable): the text, or %NULL
 *
 * Sets the name in one language.
 *
 * Since: 1.0
 */
CADRE_RECORD_TEXT (CadreUnit, unit, UNIT, name, NAME)

/**
 * CadreUnit:aliases:
 *
 * Other names that documents use for it.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_get_aliases:
 * @self: a #CadreUnit
 *
 * Gets other names that documents use for it.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the list,
 * empty where there are known to be none, or %NULL where that is not known
 *
 * Since: 1.0
 */
/**
 * cadre_unit_set_aliases:
 * @self: a #CadreUnit
 * @aliases: (nullable) (array zero-terminated=1): the list, or %NULL
 *
 * Sets other names that documents use for it.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRINGS (CadreUnit, unit, UNIT, aliases, ALIASES)

/**
 * CadreUnit:kind:
 *
 * What sort of unit it is.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_get_kind:
 * @self: a #CadreUnit
 *
 * Gets what sort of unit it is.
 *
 * Returns: the #CadreUnitKind
 *
 * Since: 1.0
 */
/**
 * cadre_unit_set_kind:
 * @self: a #CadreUnit
 * @kind: a #CadreUnitKind
 *
 * Sets what sort of unit it is.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreUnit, unit, UNIT, kind, KIND, CadreUnitKind)

/**
 * CadreUnit:parent:
 *
 * The unit that it is part of.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_get_parent:
 * @self: a #CadreUnit
 *
 * Gets the unit that it is part of. It is given by its id; "none" says that
 * there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_unit_set_parent:
 * @self: a #CadreUnit
 * @parent: (nullable): an id, or %NULL
 *
 * Sets the unit that it is part of.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreUnit, unit, UNIT, parent, PARENT)

/**
 * CadreUnit:organisations:
 *
 * The organisation that it belongs to, or those that share it.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_get_organisations:
 * @self: a #CadreUnit
 *
 * Gets the organisation that it belongs to, or those that share it. They are
 * given by their ids.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the list,
 * empty where there are known to be none, or %NULL where that is not known
 *
 * Since: 1.0
 */
/**
 * cadre_unit_set_organisations:
 * @self: a #CadreUnit
 * @organisations: (nullable) (array zero-terminated=1): the list, or %NULL
 *
 * Sets the organisation that it belongs to, or those that share it.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRINGS (CadreUnit, unit, UNIT, organisations, ORGANISATIONS)

/**
 * CadreUnit:site:
 *
 * Where it is based.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_get_site:
 * @self: a #CadreUnit
 *
 * Gets where it is based. It is given by its id; "none" says that there is
 * known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_unit_set_site:
 * @self: a #CadreUnit
 * @site: (nullable): an id, or %NULL
 *
 * Sets where it is based.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreUnit, unit, UNIT, site, SITE)

/**
 * CadreUnit:area:
 *
 * The area that it serves.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_get_area:
 * @self: a #CadreUnit
 *
 * Gets the area that it serves. It is given by its id; "none" says that there
 * is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_unit_set_area:
 * @self: a #CadreUnit
 * @area: (nullable): an id, or %NULL
 *
 * Sets the area that it serves.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreUnit, unit, UNIT, area, AREA)

/**
 * CadreUnit:outside:
 *
 * Whether it is a stub outside the modelled scope, in no total.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_get_outside:
 * @self: a #CadreUnit
 *
 * Gets whether it is a stub outside the modelled scope, in no total. It is not
 * so unless stated.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_unit_set_outside:
 * @self: a #CadreUnit
 * @outside: a #CadreTruth
 *
 * Sets whether it is a stub outside the modelled scope, in no total.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreUnit, unit, UNIT, outside, OUTSIDE, CadreTruth)

/**
 * CadreUnit:cost-centre:
 *
 * The ledger code.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_get_cost_centre:
 * @self: a #CadreUnit
 *
 * Gets the ledger code.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_unit_set_cost_centre:
 * @self: a #CadreUnit
 * @cost_centre: (nullable): the text, or %NULL
 *
 * Sets the ledger code.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreUnit, unit, UNIT, cost_centre, COST_CENTRE)

/**
 * CadreUnit:order:
 *
 * Its place among its siblings.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_get_order:
 * @self: a #CadreUnit
 *
 * Gets its place among its siblings.
 *
 * Returns: the number, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_unit_set_order:
 * @self: a #CadreUnit
 * @order: the number, 0 or more, or -1 where it is not known
 *
 * Sets its place among its siblings.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreUnit, unit, UNIT, order, ORDER, int)

/**
 * CadreUnit:period:
 *
 * The first and the last day in force.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_get_period:
 * @self: a #CadreUnit
 *
 * Gets the first and the last day in force.
 *
 * Returns: (transfer full): the period
 *
 * Since: 1.0
 */
/**
 * cadre_unit_set_period:
 * @self: a #CadreUnit
 * @period: (nullable): a #CadrePeriod, or %NULL for one that is open at both
 * ends
 *
 * Sets the first and the last day in force.
 *
 * Since: 1.0
 */
CADRE_RECORD_PERIOD (CadreUnit, unit, UNIT)

/**
 * CadreUnit:attributes:
 *
 * The further facts that documents state: names and texts in turn, in byte
 * order of the names.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_get_attribute:
 * @self: a #CadreUnit
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
 * cadre_unit_set_attribute:
 * @self: a #CadreUnit
 * @name: the name of the fact
 * @text: (nullable): the text, or %NULL to take it away
 *
 * Sets one of the further facts that documents state.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_dup_attribute_names:
 * @self: a #CadreUnit
 *
 * Lists the names of the further facts, in byte order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
CADRE_RECORD_ATTRIBUTES (CadreUnit, unit, UNIT)

/**
 * CadreUnit:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_get_note:
 * @self: a #CadreUnit
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_unit_set_note:
 * @self: a #CadreUnit
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreUnit, unit, UNIT, note, NOTE)

/**
 * CadreUnit:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_unit_get_source:
 * @self: a #CadreUnit
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_unit_set_source:
 * @self: a #CadreUnit
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreUnit, unit, UNIT, source, SOURCE)
