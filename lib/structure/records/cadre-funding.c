/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-funding
 * @Title: CadreFunding
 * @Short_Description: A funding: who pays which share of a post
 *
 * A funding: who pays which share of a post. Like every #CadreRecord it is a
 * copy that belongs to its owner: an edit does nothing until it is given to a
 * #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-funding.h>

/**
 * CadreFunding:
 *
 * A funding, detached.
 *
 * Since: 1.0
 */
struct _CadreFunding
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreFunding, cadre_funding, CADRE_TYPE_RECORD)

static void
cadre_funding_class_init (CadreFundingClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_FUNDING);
}

static void
cadre_funding_init (CadreFunding *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_FUNDING);
}

/**
 * cadre_funding_new:
 *
 * Makes a funding of which nothing is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreFunding *
cadre_funding_new (void)
{
  return g_object_new (CADRE_TYPE_FUNDING, NULL);
}

/**
 * CadreFunding:post:
 *
 * The post.
 *
 * Since: 1.0
 */
/**
 * cadre_funding_get_post:
 * @self: a #CadreFunding
 *
 * Gets the post. It is given by its id; "none" says that there is known to be
 * none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_funding_set_post:
 * @self: a #CadreFunding
 * @post: (nullable): an id, or %NULL
 *
 * Sets the post.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreFunding, funding, FUNDING, post, POST)

/**
 * CadreFunding:funder:
 *
 * The organisation that pays.
 *
 * Since: 1.0
 */
/**
 * cadre_funding_get_funder:
 * @self: a #CadreFunding
 *
 * Gets the organisation that pays. It is given by its id; "none" says that
 * there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_funding_set_funder:
 * @self: a #CadreFunding
 * @funder: (nullable): an id, or %NULL
 *
 * Sets the organisation that pays.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreFunding, funding, FUNDING, funder, FUNDER)

/**
 * CadreFunding:share:
 *
 * The share that it pays.
 *
 * Since: 1.0
 */
/**
 * cadre_funding_get_share:
 * @self: a #CadreFunding
 *
 * Gets the share that it pays.
 *
 * Returns: (transfer full) (nullable): the fraction, or %NULL where it is not
 * known
 *
 * Since: 1.0
 */
/**
 * cadre_funding_set_share:
 * @self: a #CadreFunding
 * @share: (nullable): a #CadreFraction, or %NULL
 *
 * Sets the share that it pays.
 *
 * Since: 1.0
 */
CADRE_RECORD_FRACTION (CadreFunding, funding, FUNDING, share, SHARE)

/**
 * CadreFunding:grant:
 *
 * The grant or budget that the money comes out of.
 *
 * Since: 1.0
 */
/**
 * cadre_funding_get_grant:
 * @self: a #CadreFunding
 *
 * Gets the grant or budget that the money comes out of.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_funding_set_grant:
 * @self: a #CadreFunding
 * @grant: (nullable): the text, or %NULL
 *
 * Sets the grant or budget that the money comes out of.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreFunding, funding, FUNDING, grant, GRANT)

/**
 * CadreFunding:agreement:
 *
 * The agreement that it rests on.
 *
 * Since: 1.0
 */
/**
 * cadre_funding_get_agreement:
 * @self: a #CadreFunding
 *
 * Gets the agreement that it rests on. It is given by its id; "none" says that
 * there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_funding_set_agreement:
 * @self: a #CadreFunding
 * @agreement: (nullable): an id, or %NULL
 *
 * Sets the agreement that it rests on.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreFunding, funding, FUNDING, agreement, AGREEMENT)

/**
 * CadreFunding:period:
 *
 * The first and the last day in force.
 *
 * Since: 1.0
 */
/**
 * cadre_funding_get_period:
 * @self: a #CadreFunding
 *
 * Gets the first and the last day in force.
 *
 * Returns: (transfer full): the period
 *
 * Since: 1.0
 */
/**
 * cadre_funding_set_period:
 * @self: a #CadreFunding
 * @period: (nullable): a #CadrePeriod, or %NULL for one that is open at both
 * ends
 *
 * Sets the first and the last day in force.
 *
 * Since: 1.0
 */
CADRE_RECORD_PERIOD (CadreFunding, funding, FUNDING)

/**
 * CadreFunding:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_funding_get_note:
 * @self: a #CadreFunding
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_funding_set_note:
 * @self: a #CadreFunding
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreFunding, funding, FUNDING, note, NOTE)

/**
 * CadreFunding:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_funding_get_source:
 * @self: a #CadreFunding
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_funding_set_source:
 * @self: a #CadreFunding
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreFunding, funding, FUNDING, source, SOURCE)
