/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-tier-equivalence
 * @Title: CadreTierEquivalence
 * @Short_Description: A tier equivalence: a rung of one tier scale as a rung of another
 *
 * A tier equivalence: a rung of one tier scale as a rung of another. Like every
 * #CadreRecord it is a copy that belongs to its owner: an edit does nothing
 * until it is given to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-tier-equivalence.h>

/**
 * CadreTierEquivalence:
 *
 * A tier equivalence, detached.
 *
 * Since: 1.0
 */
struct _CadreTierEquivalence
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreTierEquivalence, cadre_tier_equivalence, CADRE_TYPE_RECORD)

static void
cadre_tier_equivalence_class_init (CadreTierEquivalenceClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_TIER_EQUIVALENCE);
}

static void
cadre_tier_equivalence_init (CadreTierEquivalence *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_TIER_EQUIVALENCE);
}

/**
 * cadre_tier_equivalence_new:
 *
 * Makes a tier equivalence of which nothing is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreTierEquivalence *
cadre_tier_equivalence_new (void)
{
  return g_object_new (CADRE_TYPE_TIER_EQUIVALENCE, NULL);
}

/**
 * CadreTierEquivalence:scale:
 *
 * One scale.
 *
 * Since: 1.0
 */
/**
 * cadre_tier_equivalence_get_scale:
 * @self: a #CadreTierEquivalence
 *
 * Gets one scale. It is given by its id; "none" says that there is known to be
 * none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_tier_equivalence_set_scale:
 * @self: a #CadreTierEquivalence
 * @scale: (nullable): an id, or %NULL
 *
 * Sets one scale.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreTierEquivalence, tier_equivalence, TIER_EQUIVALENCE, scale, SCALE)

/**
 * CadreTierEquivalence:rung:
 *
 * The rung on it.
 *
 * Since: 1.0
 */
/**
 * cadre_tier_equivalence_get_rung:
 * @self: a #CadreTierEquivalence
 *
 * Gets the rung on it.
 *
 * Returns: the number, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_tier_equivalence_set_rung:
 * @self: a #CadreTierEquivalence
 * @rung: the number, 0 or more, or -1 where it is not known
 *
 * Sets the rung on it.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreTierEquivalence, tier_equivalence, TIER_EQUIVALENCE, rung, RUNG, int)

/**
 * CadreTierEquivalence:other-scale:
 *
 * The other scale.
 *
 * Since: 1.0
 */
/**
 * cadre_tier_equivalence_get_other_scale:
 * @self: a #CadreTierEquivalence
 *
 * Gets the other scale. It is given by its id; "none" says that there is known
 * to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_tier_equivalence_set_other_scale:
 * @self: a #CadreTierEquivalence
 * @other_scale: (nullable): an id, or %NULL
 *
 * Sets the other scale.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreTierEquivalence,
                     tier_equivalence,
                     TIER_EQUIVALENCE,
                     other_scale,
                     OTHER_SCALE)

/**
 * CadreTierEquivalence:other-rung:
 *
 * The rung on that.
 *
 * Since: 1.0
 */
/**
 * cadre_tier_equivalence_get_other_rung:
 * @self: a #CadreTierEquivalence
 *
 * Gets the rung on that.
 *
 * Returns: the number, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_tier_equivalence_set_other_rung:
 * @self: a #CadreTierEquivalence
 * @other_rung: the number, 0 or more, or -1 where it is not known
 *
 * Sets the rung on that.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreTierEquivalence,
                     tier_equivalence,
                     TIER_EQUIVALENCE,
                     other_rung,
                     OTHER_RUNG,
                     int)

/**
 * CadreTierEquivalence:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_tier_equivalence_get_note:
 * @self: a #CadreTierEquivalence
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_tier_equivalence_set_note:
 * @self: a #CadreTierEquivalence
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreTierEquivalence, tier_equivalence, TIER_EQUIVALENCE, note, NOTE)

/**
 * CadreTierEquivalence:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_tier_equivalence_get_source:
 * @self: a #CadreTierEquivalence
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_tier_equivalence_set_source:
 * @self: a #CadreTierEquivalence
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreTierEquivalence, tier_equivalence, TIER_EQUIVALENCE, source, SOURCE)
