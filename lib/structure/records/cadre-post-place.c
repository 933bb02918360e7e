/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Accessors of a post: what it does and where. */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-post.h>

/**
 * CadrePost:site:
 *
 * The work base.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_site:
 * @self: a #CadrePost
 *
 * Gets the work base. It is given by its id; "none" says that there is known to
 * be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_site:
 * @self: a #CadrePost
 * @site: (nullable): an id, or %NULL
 *
 * Sets the work base.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePost, post, POST, site, SITE)

/**
 * CadrePost:area:
 *
 * The area served.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_area:
 * @self: a #CadrePost
 *
 * Gets the area served. It is given by its id; "none" says that there is known
 * to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_area:
 * @self: a #CadrePost
 * @area: (nullable): an id, or %NULL
 *
 * Sets the area served.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePost, post, POST, area, AREA)

/**
 * CadrePost:status:
 *
 * The status that documents declare.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_status:
 * @self: a #CadrePost
 *
 * Gets the status that documents declare.
 *
 * Returns: the #CadrePostStatus
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_status:
 * @self: a #CadrePost
 * @status: a #CadrePostStatus
 *
 * Sets the status that documents declare.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost, post, POST, status, STATUS, CadrePostStatus)

/**
 * CadrePost:decision-elsewhere:
 *
 * The outside decision that a deferred post waits for.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_decision_elsewhere:
 * @self: a #CadrePost
 *
 * Gets the outside decision that a deferred post waits for.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_decision_elsewhere:
 * @self: a #CadrePost
 * @decision_elsewhere: (nullable): the text, or %NULL
 *
 * Sets the outside decision that a deferred post waits for.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePost, post, POST, decision_elsewhere, DECISION_ELSEWHERE)
