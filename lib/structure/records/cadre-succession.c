/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-succession
 * @Title: CadreSuccession
 * @Short_Description: A succession: an organisation or unit and the one that it came from
 *
 * A succession: an organisation or unit and the one that it came from. Like
 * every #CadreRecord it is a copy that belongs to its owner: an edit does
 * nothing until it is given to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-succession.h>

/**
 * CadreSuccession:
 *
 * A succession, detached.
 *
 * Since: 1.0
 */
struct _CadreSuccession
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreSuccession, cadre_succession, CADRE_TYPE_RECORD)

static void
cadre_succession_class_init (CadreSuccessionClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_SUCCESSION);
}

static void
cadre_succession_init (CadreSuccession *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_SUCCESSION);
}

/**
 * cadre_succession_new:
 *
 * Makes a succession of which nothing is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreSuccession *
cadre_succession_new (void)
{
  return g_object_new (CADRE_TYPE_SUCCESSION, NULL);
}

/**
 * CadreSuccession:kind:
 *
 * What sort of record this is between.
 *
 * Since: 1.0
 */
/**
 * cadre_succession_get_kind:
 * @self: a #CadreSuccession
 *
 * Gets what sort of record this is between.
 *
 * Returns: the #CadreSuccessionKind
 *
 * Since: 1.0
 */
/**
 * cadre_succession_set_kind:
 * @self: a #CadreSuccession
 * @kind: a #CadreSuccessionKind
 *
 * Sets what sort of record this is between.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreSuccession, succession, SUCCESSION, kind, KIND, CadreSuccessionKind)

/**
 * CadreSuccession:predecessor:
 *
 * The id of the one before.
 *
 * Since: 1.0
 */
/**
 * cadre_succession_get_predecessor:
 * @self: a #CadreSuccession
 *
 * Gets the id of the one before.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_succession_set_predecessor:
 * @self: a #CadreSuccession
 * @predecessor: (nullable): the text, or %NULL
 *
 * Sets the id of the one before.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreSuccession, succession, SUCCESSION, predecessor, PREDECESSOR)

/**
 * CadreSuccession:successor:
 *
 * The id of the one after.
 *
 * Since: 1.0
 */
/**
 * cadre_succession_get_successor:
 * @self: a #CadreSuccession
 *
 * Gets the id of the one after.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_succession_set_successor:
 * @self: a #CadreSuccession
 * @successor: (nullable): the text, or %NULL
 *
 * Sets the id of the one after.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreSuccession, succession, SUCCESSION, successor, SUCCESSOR)

/**
 * CadreSuccession:rule:
 *
 * How posts are allotted, in words.
 *
 * Since: 1.0
 */
/**
 * cadre_succession_get_rule:
 * @self: a #CadreSuccession
 *
 * Gets how posts are allotted, in words.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_succession_set_rule:
 * @self: a #CadreSuccession
 * @rule: (nullable): the text, or %NULL
 *
 * Sets how posts are allotted, in words.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreSuccession, succession, SUCCESSION, rule, RULE)

/**
 * CadreSuccession:period:
 *
 * The first and the last day in force.
 *
 * Since: 1.0
 */
/**
 * cadre_succession_get_period:
 * @self: a #CadreSuccession
 *
 * Gets the first and the last day in force.
 *
 * Returns: (transfer full): the period
 *
 * Since: 1.0
 */
/**
 * cadre_succession_set_period:
 * @self: a #CadreSuccession
 * @period: (nullable): a #CadrePeriod, or %NULL for one that is open at both
 * ends
 *
 * Sets the first and the last day in force.
 *
 * Since: 1.0
 */
CADRE_RECORD_PERIOD (CadreSuccession, succession, SUCCESSION)

/**
 * CadreSuccession:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_succession_get_note:
 * @self: a #CadreSuccession
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_succession_set_note:
 * @self: a #CadreSuccession
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreSuccession, succession, SUCCESSION, note, NOTE)

/**
 * CadreSuccession:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_succession_get_source:
 * @self: a #CadreSuccession
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_succession_set_source:
 * @self: a #CadreSuccession
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreSuccession, succession, SUCCESSION, source, SOURCE)
