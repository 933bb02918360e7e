/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-organisation
 * @Title: CadreOrganisation
 * @Short_Description: An organisation: employs people, funds posts, or both
 *
 * An organisation: employs people, funds posts, or both. Like every
 * #CadreRecord it is a copy that belongs to its owner: an edit does nothing
 * until it is given to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-organisation.h>

/**
 * CadreOrganisation:
 *
 * An organisation, detached.
 *
 * Since: 1.0
 */
struct _CadreOrganisation
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreOrganisation, cadre_organisation, CADRE_TYPE_RECORD)

static void
cadre_organisation_class_init (CadreOrganisationClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_ORGANISATION);
}

static void
cadre_organisation_init (CadreOrganisation *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_ORGANISATION);
}

/**
 * CadreOrganisation:id:
 *
 * The id, unique among the records of its kind.
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_new:
 * @id: the id, 1 to 255 bytes
 *
 * Makes an organisation of which nothing but its id is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreOrganisation *
cadre_organisation_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (CADRE_TYPE_ORGANISATION, "id", id, NULL);
}

/**
 * CadreOrganisation:name:
 *
 * The name, in the first language.
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_get_name:
 * @self: a #CadreOrganisation
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
 * cadre_organisation_set_name:
 * @self: a #CadreOrganisation
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 * @name: (nullable): the text, or %NULL
 *
 * Sets the name in one language.
 *
 * Since: 1.0
 */
CADRE_RECORD_TEXT (CadreOrganisation, organisation, ORGANISATION, name, NAME)

/**
 * CadreOrganisation:aliases:
 *
 * Other names that documents use for it.
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_get_aliases:
 * @self: a #CadreOrganisation
 *
 * Gets other names that documents use for it.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the list,
 * empty where there are known to be none, or %NULL where that is not known
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_set_aliases:
 * @self: a #CadreOrganisation
 * @aliases: (nullable) (array zero-terminated=1): the list, or %NULL
 *
 * Sets other names that documents use for it.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRINGS (CadreOrganisation, organisation, ORGANISATION, aliases, ALIASES)

/**
 * CadreOrganisation:identifiers:
 *
 * Outside identifiers as scheme:value, for example gss:E06000004 or ods:5D9.
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_get_identifiers:
 * @self: a #CadreOrganisation
 *
 * Gets outside identifiers as scheme:value, for example gss:E06000004 or
 * ods:5D9.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the list,
 * empty where there are known to be none, or %NULL where that is not known
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_set_identifiers:
 * @self: a #CadreOrganisation
 * @identifiers: (nullable) (array zero-terminated=1): the list, or %NULL
 *
 * Sets outside identifiers as scheme:value, for example gss:E06000004 or
 * ods:5D9.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRINGS (CadreOrganisation, organisation, ORGANISATION, identifiers, IDENTIFIERS)

/**
 * CadreOrganisation:kind:
 *
 * What sort of organisation it is.
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_get_kind:
 * @self: a #CadreOrganisation
 *
 * Gets what sort of organisation it is.
 *
 * Returns: the #CadreOrganisationKind
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_set_kind:
 * @self: a #CadreOrganisation
 * @kind: a #CadreOrganisationKind
 *
 * Sets what sort of organisation it is.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreOrganisation,
                     organisation,
                     ORGANISATION,
                     kind,
                     KIND,
                     CadreOrganisationKind)

/**
 * CadreOrganisation:nation:
 *
 * The nation whose law it is under.
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_get_nation:
 * @self: a #CadreOrganisation
 *
 * Gets the nation whose law it is under.
 *
 * Returns: the #CadreNation
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_set_nation:
 * @self: a #CadreOrganisation
 * @nation: a #CadreNation
 *
 * Sets the nation whose law it is under.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreOrganisation, organisation, ORGANISATION, nation, NATION, CadreNation)

/**
 * CadreOrganisation:sector:
 *
 * The sector, a word of the rules and rates.
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_get_sector:
 * @self: a #CadreOrganisation
 *
 * Gets the sector, a word of the rules and rates.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_set_sector:
 * @self: a #CadreOrganisation
 * @sector: (nullable): the text, or %NULL
 *
 * Sets the sector, a word of the rules and rates.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreOrganisation, organisation, ORGANISATION, sector, SECTOR)

/**
 * CadreOrganisation:outside:
 *
 * Whether it is a stub outside the modelled scope, in no total.
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_get_outside:
 * @self: a #CadreOrganisation
 *
 * Gets whether it is a stub outside the modelled scope, in no total. It is not
 * so unless stated.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_set_outside:
 * @self: a #CadreOrganisation
 * @outside: a #CadreTruth
 *
 * Sets whether it is a stub outside the modelled scope, in no total.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreOrganisation, organisation, ORGANISATION, outside, OUTSIDE, CadreTruth)

/**
 * CadreOrganisation:tier-scale:
 *
 * The scale on which its tiers are counted.
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_get_tier_scale:
 * @self: a #CadreOrganisation
 *
 * Gets the scale on which its tiers are counted. It is given by its id; "none"
 * says that there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_set_tier_scale:
 * @self: a #CadreOrganisation
 * @tier_scale: (nullable): an id, or %NULL
 *
 * Sets the scale on which its tiers are counted.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreOrganisation, organisation, ORGANISATION, tier_scale, TIER_SCALE)

/**
 * CadreOrganisation:standard-hours:
 *
 * The weekly hours of one full time here, for posts and assignments that do not
 * say.
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_get_standard_hours:
 * @self: a #CadreOrganisation
 *
 * Gets the weekly hours of one full time here, for posts and assignments that
 * do not say.
 *
 * Returns: (transfer full) (nullable): the fraction, or %NULL where it is not
 * known
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_set_standard_hours:
 * @self: a #CadreOrganisation
 * @standard_hours: (nullable): a #CadreFraction, or %NULL
 *
 * Sets the weekly hours of one full time here, for posts and assignments that
 * do not say.
 *
 * Since: 1.0
 */
CADRE_RECORD_FRACTION (CadreOrganisation,
                       organisation,
                       ORGANISATION,
                       standard_hours,
                       STANDARD_HOURS)

/**
 * CadreOrganisation:period:
 *
 * The first and the last day in force.
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_get_period:
 * @self: a #CadreOrganisation
 *
 * Gets the first and the last day in force.
 *
 * Returns: (transfer full): the period
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_set_period:
 * @self: a #CadreOrganisation
 * @period: (nullable): a #CadrePeriod, or %NULL for one that is open at both
 * ends
 *
 * Sets the first and the last day in force.
 *
 * Since: 1.0
 */
CADRE_RECORD_PERIOD (CadreOrganisation, organisation, ORGANISATION)

/**
 * CadreOrganisation:attributes:
 *
 * The further facts that documents state: names and texts in turn, in byte
 * order of the names.
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_get_attribute:
 * @self: a #CadreOrganisation
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
 * cadre_organisation_set_attribute:
 * @self: a #CadreOrganisation
 * @name: the name of the fact
 * @text: (nullable): the text, or %NULL to take it away
 *
 * Sets one of the further facts that documents state.
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_dup_attribute_names:
 * @self: a #CadreOrganisation
 *
 * Lists the names of the further facts, in byte order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
CADRE_RECORD_ATTRIBUTES (CadreOrganisation, organisation, ORGANISATION)

/**
 * CadreOrganisation:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_get_note:
 * @self: a #CadreOrganisation
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_set_note:
 * @self: a #CadreOrganisation
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreOrganisation, organisation, ORGANISATION, note, NOTE)

/**
 * CadreOrganisation:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_get_source:
 * @self: a #CadreOrganisation
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_organisation_set_source:
 * @self: a #CadreOrganisation
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreOrganisation, organisation, ORGANISATION, source, SOURCE)
