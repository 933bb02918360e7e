/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Accessors of a post: what it costs and how much of a week it takes. */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-post.h>

/**
 * CadrePost:hours:
 *
 * The contracted hours a week of each position, or sessions.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_hours:
 * @self: a #CadrePost
 *
 * Gets the contracted hours a week of each position, or sessions.
 *
 * Returns: (transfer full) (nullable): the fraction, or %NULL where it is not
 * known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_hours:
 * @self: a #CadrePost
 * @hours: (nullable): a #CadreFraction, or %NULL
 *
 * Sets the contracted hours a week of each position, or sessions.
 *
 * Since: 1.0
 */
CADRE_RECORD_FRACTION (CadrePost, post, POST, hours, HOURS)

/**
 * CadrePost:standard-hours:
 *
 * The hours, or sessions, that are one full time.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_standard_hours:
 * @self: a #CadrePost
 *
 * Gets the hours, or sessions, that are one full time.
 *
 * Returns: (transfer full) (nullable): the fraction, or %NULL where it is not
 * known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_standard_hours:
 * @self: a #CadrePost
 * @standard_hours: (nullable): a #CadreFraction, or %NULL
 *
 * Sets the hours, or sessions, that are one full time.
 *
 * Since: 1.0
 */
CADRE_RECORD_FRACTION (CadrePost, post, POST, standard_hours, STANDARD_HOURS)

/**
 * CadrePost:paid-weeks:
 *
 * The weeks of a year that are paid.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_paid_weeks:
 * @self: a #CadrePost
 *
 * Gets the weeks of a year that are paid.
 *
 * Returns: (transfer full) (nullable): the fraction, or %NULL where it is not
 * known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_paid_weeks:
 * @self: a #CadrePost
 * @paid_weeks: (nullable): a #CadreFraction, or %NULL
 *
 * Sets the weeks of a year that are paid.
 *
 * Since: 1.0
 */
CADRE_RECORD_FRACTION (CadrePost, post, POST, paid_weeks, PAID_WEEKS)

/**
 * CadrePost:year-weeks:
 *
 * The weeks that make a full year in the same terms.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_year_weeks:
 * @self: a #CadrePost
 *
 * Gets the weeks that make a full year in the same terms.
 *
 * Returns: (transfer full) (nullable): the fraction, or %NULL where it is not
 * known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_year_weeks:
 * @self: a #CadrePost
 * @year_weeks: (nullable): a #CadreFraction, or %NULL
 *
 * Sets the weeks that make a full year in the same terms.
 *
 * Since: 1.0
 */
CADRE_RECORD_FRACTION (CadrePost, post, POST, year_weeks, YEAR_WEEKS)

/**
 * CadrePost:fte:
 *
 * The full-time equivalent of each position as the source states it; where it
 * is not stated it follows from the hours and weeks.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_fte:
 * @self: a #CadrePost
 *
 * Gets the full-time equivalent of each position as the source states it; where
 * it is not stated it follows from the hours and weeks.
 *
 * Returns: (transfer full) (nullable): the fraction, or %NULL where it is not
 * known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_fte:
 * @self: a #CadrePost
 * @fte: (nullable): a #CadreFraction, or %NULL
 *
 * Sets the full-time equivalent of each position as the source states it; where
 * it is not stated it follows from the hours and weeks.
 *
 * Since: 1.0
 */
CADRE_RECORD_FRACTION (CadrePost, post, POST, fte, FTE)

/**
 * CadrePost:pay-min:
 *
 * The least yearly pay.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_pay_min:
 * @self: a #CadrePost
 *
 * Gets the least yearly pay.
 *
 * Returns: the amount in pence, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_pay_min:
 * @self: a #CadrePost
 * @pay_min: the amount in pence, 0 or more, or -1 where it is not known
 *
 * Sets the least yearly pay.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost, post, POST, pay_min, PAY_MIN, gint64)

/**
 * CadrePost:pay-max:
 *
 * The greatest yearly pay.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_pay_max:
 * @self: a #CadrePost
 *
 * Gets the greatest yearly pay.
 *
 * Returns: the amount in pence, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_pay_max:
 * @self: a #CadrePost
 * @pay_max: the amount in pence, 0 or more, or -1 where it is not known
 *
 * Sets the greatest yearly pay.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost, post, POST, pay_max, PAY_MAX, gint64)

/**
 * CadrePost:cost:
 *
 * The yearly cost of the whole establishment, with on-costs.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_cost:
 * @self: a #CadrePost
 *
 * Gets the yearly cost of the whole establishment, with on-costs.
 *
 * Returns: the amount in pence, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_cost:
 * @self: a #CadrePost
 * @cost: the amount in pence, 0 or more, or -1 where it is not known
 *
 * Sets the yearly cost of the whole establishment, with on-costs.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadrePost, post, POST, cost, COST, gint64)

/**
 * CadrePost:cost-centre:
 *
 * The ledger code.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_cost_centre:
 * @self: a #CadrePost
 *
 * Gets the ledger code.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_cost_centre:
 * @self: a #CadrePost
 * @cost_centre: (nullable): the text, or %NULL
 *
 * Sets the ledger code.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePost, post, POST, cost_centre, COST_CENTRE)

/**
 * CadrePost:profession:
 *
 * The professional group.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_profession:
 * @self: a #CadrePost
 *
 * Gets the professional group.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_profession:
 * @self: a #CadrePost
 * @profession: (nullable): the text, or %NULL
 *
 * Sets the professional group.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePost, post, POST, profession, PROFESSION)

/**
 * CadrePost:field-of-work:
 *
 * The field of work, apart from the area.
 *
 * Since: 1.0
 */
/**
 * cadre_post_get_field_of_work:
 * @self: a #CadrePost
 *
 * Gets the field of work, apart from the area.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_post_set_field_of_work:
 * @self: a #CadrePost
 * @field_of_work: (nullable): the text, or %NULL
 *
 * Sets the field of work, apart from the area.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePost, post, POST, field_of_work, FIELD_OF_WORK)
