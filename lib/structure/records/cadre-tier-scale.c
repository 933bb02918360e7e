/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-tier-scale
 * @Title: CadreTierScale
 * @Short_Description: A tier scale: how an organisation counts its tiers
 *
 * A tier scale: how an organisation counts its tiers. Like every #CadreRecord
 * it is a copy that belongs to its owner: an edit does nothing until it is
 * given to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-tier-scale.h>

/**
 * CadreTierScale:
 *
 * A tier scale, detached.
 *
 * Since: 1.0
 */
struct _CadreTierScale
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreTierScale, cadre_tier_scale, CADRE_TYPE_RECORD)

static void
cadre_tier_scale_class_init (CadreTierScaleClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_TIER_SCALE);
}

static void
cadre_tier_scale_init (CadreTierScale *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_TIER_SCALE);
}

/**
 * CadreTierScale:id:
 *
 * The id, unique among the records of its kind.
 *
 * Since: 1.0
 */
/**
 * cadre_tier_scale_new:
 * @id: the id, 1 to 255 bytes
 *
 * Makes a tier scale of which nothing but its id is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreTierScale *
cadre_tier_scale_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (CADRE_TYPE_TIER_SCALE, "id", id, NULL);
}

/**
 * CadreTierScale:name:
 *
 * The name, in the first language.
 *
 * Since: 1.0
 */
/**
 * cadre_tier_scale_get_name:
 * @self: a #CadreTierScale
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
 * cadre_tier_scale_set_name:
 * @self: a #CadreTierScale
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 * @name: (nullable): the text, or %NULL
 *
 * Sets the name in one language.
 *
 * Since: 1.0
 */
CADRE_RECORD_TEXT (CadreTierScale, tier_scale, TIER_SCALE, name, NAME)

/**
 * CadreTierScale:organisation:
 *
 * The organisation whose scale it is.
 *
 * Since: 1.0
 */
/**
 * cadre_tier_scale_get_organisation:
 * @self: a #CadreTierScale
 *
 * Gets the organisation whose scale it is. It is given by its id; "none" says
 * that there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_tier_scale_set_organisation:
 * @self: a #CadreTierScale
 * @organisation: (nullable): an id, or %NULL
 *
 * Sets the organisation whose scale it is.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreTierScale, tier_scale, TIER_SCALE, organisation, ORGANISATION)

/**
 * CadreTierScale:top-rung:
 *
 * The rung of the top post; 1 unless the organisation counts otherwise.
 *
 * Since: 1.0
 */
/**
 * cadre_tier_scale_get_top_rung:
 * @self: a #CadreTierScale
 *
 * Gets the rung of the top post; 1 unless the organisation counts otherwise. It
 * is 1 unless stated.
 *
 * Returns: the number, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_tier_scale_set_top_rung:
 * @self: a #CadreTierScale
 * @top_rung: the number, 0 or more, or -1 where it is not known
 *
 * Sets the rung of the top post; 1 unless the organisation counts otherwise.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreTierScale, tier_scale, TIER_SCALE, top_rung, TOP_RUNG, int)

/**
 * CadreTierScale:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_tier_scale_get_note:
 * @self: a #CadreTierScale
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_tier_scale_set_note:
 * @self: a #CadreTierScale
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreTierScale, tier_scale, TIER_SCALE, note, NOTE)

/**
 * CadreTierScale:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_tier_scale_get_source:
 * @self: a #CadreTierScale
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_tier_scale_set_source:
 * @self: a #CadreTierScale
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreTierScale, tier_scale, TIER_SCALE, source, SOURCE)
