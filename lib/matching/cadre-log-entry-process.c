/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What events say of the steps of the process. */

#include "config.h"

#include "matching/cadre-log-private.h"

/**
 * cadre_log_entry_dup_posts:
 * @self: a #CadreLogEntry
 *
 * Gets posts in the order of preference, the most wanted first.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the list, or
 * %NULL where there is none
 *
 * Since: 1.0
 */
char **
cadre_log_entry_dup_posts (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return g_strdupv (self->posts);
}

/**
 * cadre_log_entry_set_posts:
 * @self: a #CadreLogEntry
 * @posts: (nullable) (array zero-terminated=1): posts in the order of
 *   preference, the most wanted first, or %NULL
 *
 * Sets posts in the order of preference, the most wanted first, before the
 * event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_posts (CadreLogEntry *self, const char *const *posts)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_list (self, CADRE_LOG_MEMBER_POSTS, posts);
}

/**
 * cadre_log_entry_get_about:
 * @self: a #CadreLogEntry
 *
 * Gets the event that it is about, by its number: events are counted from 1.
 *
 * Returns: the number, or -1 where it is not stated
 *
 * Since: 1.0
 */
int
cadre_log_entry_get_about (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), -1);

  return self->about;
}

/**
 * cadre_log_entry_set_about:
 * @self: a #CadreLogEntry
 * @number: the event that it is about, or -1
 *
 * Sets the event that it is about, by its number: events are counted from 1,
 * before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_about (CadreLogEntry *self, int number)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_ABOUT, number);
}

/**
 * cadre_log_entry_get_side:
 * @self: a #CadreLogEntry
 *
 * Gets in which structure the post is.
 *
 * Returns: what is stated
 *
 * Since: 1.0
 */
CadreLogSide
cadre_log_entry_get_side (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), CADRE_LOG_SIDE_UNKNOWN);

  return self->side;
}

/**
 * cadre_log_entry_set_side:
 * @self: a #CadreLogEntry
 * @side: in which structure the post is
 *
 * Sets in which structure the post is, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_side (CadreLogEntry *self, CadreLogSide side)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_SIDE, (int) side);
}

/**
 * cadre_log_entry_get_score:
 * @self: a #CadreLogEntry
 *
 * Gets the score, an exact decimal as it was written; the library ranks
 * nobody by it.
 *
 * Returns: (transfer none) (nullable): the score, or %NULL where there is
 * none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_score (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->score;
}

/**
 * cadre_log_entry_set_score:
 * @self: a #CadreLogEntry
 * @score: (nullable): the score, an exact decimal as it was written; the
 *   library ranks nobody by it, or %NULL
 *
 * Sets the score, an exact decimal as it was written; the library ranks
 * nobody by it, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_score (CadreLogEntry *self, const char *score)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_SCORE, score);
}

/**
 * cadre_log_entry_get_panel:
 * @self: a #CadreLogEntry
 *
 * Gets who has scored.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where there is
 * none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_panel (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->panel;
}

/**
 * cadre_log_entry_set_panel:
 * @self: a #CadreLogEntry
 * @panel: (nullable): who has scored, or %NULL
 *
 * Sets who has scored, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_panel (CadreLogEntry *self, const char *panel)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_PANEL, panel);
}

/**
 * cadre_log_entry_get_succeeded:
 * @self: a #CadreLogEntry
 *
 * Gets whether a trial has succeeded.
 *
 * Returns: the answer
 *
 * Since: 1.0
 */
CadreTruth
cadre_log_entry_get_succeeded (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), CADRE_TRUTH_UNKNOWN);

  return self->succeeded;
}

/**
 * cadre_log_entry_set_succeeded:
 * @self: a #CadreLogEntry
 * @succeeded: whether a trial has succeeded
 *
 * Sets whether a trial has succeeded, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_succeeded (CadreLogEntry *self, CadreTruth succeeded)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_SUCCEEDED, (int) succeeded);
}

/**
 * cadre_log_entry_get_against:
 * @self: a #CadreLogEntry
 *
 * Gets what an appeal is against, in words.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where there is
 * none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_against (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->against;
}

/**
 * cadre_log_entry_set_against:
 * @self: a #CadreLogEntry
 * @against: (nullable): what an appeal is against, in words, or %NULL
 *
 * Sets what an appeal is against, in words, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_against (CadreLogEntry *self, const char *against)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_AGAINST, against);
}

/**
 * cadre_log_entry_get_upheld:
 * @self: a #CadreLogEntry
 *
 * Gets whether an appeal is upheld.
 *
 * Returns: the answer
 *
 * Since: 1.0
 */
CadreTruth
cadre_log_entry_get_upheld (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), CADRE_TRUTH_UNKNOWN);

  return self->upheld;
}

/**
 * cadre_log_entry_set_upheld:
 * @self: a #CadreLogEntry
 * @upheld: whether an appeal is upheld
 *
 * Sets whether an appeal is upheld, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_upheld (CadreLogEntry *self, CadreTruth upheld)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_UPHELD, (int) upheld);
}

/**
 * cadre_log_entry_get_settles:
 * @self: a #CadreLogEntry
 *
 * Gets the event that no longer stands where an appeal is upheld, by its
 * number.
 *
 * Returns: the number, or -1 where it is not stated
 *
 * Since: 1.0
 */
int
cadre_log_entry_get_settles (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), -1);

  return self->settles;
}

/**
 * cadre_log_entry_set_settles:
 * @self: a #CadreLogEntry
 * @number: the event that no longer stands where an appeal is upheld, or -1
 *
 * Sets the event that no longer stands where an appeal is upheld, by its
 * number, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_settles (CadreLogEntry *self, int number)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_SETTLES, number);
}

/**
 * cadre_log_entry_get_how:
 * @self: a #CadreLogEntry
 *
 * Gets how somebody was told.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where there is
 * none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_how (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->how;
}

/**
 * cadre_log_entry_set_how:
 * @self: a #CadreLogEntry
 * @how: (nullable): how somebody was told, or %NULL
 *
 * Sets how somebody was told, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_how (CadreLogEntry *self, const char *how)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_HOW, how);
}

/**
 * cadre_log_entry_get_route:
 * @self: a #CadreLogEntry
 *
 * Gets by which route somebody gets to another employer.
 *
 * Returns: what is stated
 *
 * Since: 1.0
 */
CadreRoute
cadre_log_entry_get_route (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), CADRE_ROUTE_UNKNOWN);

  return self->route;
}

/**
 * cadre_log_entry_set_route:
 * @self: a #CadreLogEntry
 * @route: by which route somebody gets to another employer
 *
 * Sets by which route somebody gets to another employer, before the event is
 * in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_route (CadreLogEntry *self, CadreRoute route)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_ROUTE, (int) route);
}

/**
 * cadre_log_entry_dup_criteria:
 * @self: a #CadreLogEntry
 *
 * Gets by what people were selected, or a volunteer accepted or refused, as the
 * words of the parameters `selection.criteria`, `selection.tie-breaks` and
 * `voluntary.criteria`.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the list, or
 * %NULL where there is none
 *
 * Since: 1.0
 */
char **
cadre_log_entry_dup_criteria (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return g_strdupv (self->criteria);
}

/**
 * cadre_log_entry_set_criteria:
 * @self: a #CadreLogEntry
 * @criteria: (nullable) (array zero-terminated=1): by what it was decided, or
 *   %NULL
 *
 * Sets by what people were selected, or a volunteer accepted or refused, before
 * the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_criteria (CadreLogEntry *self, const char *const *criteria)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_list (self, CADRE_LOG_MEMBER_CRITERIA, criteria);
}

/**
 * cadre_log_entry_get_advised_by:
 * @self: a #CadreLogEntry
 *
 * Gets who has advised on the route.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where there is
 * none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_advised_by (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->advised_by;
}

/**
 * cadre_log_entry_set_advised_by:
 * @self: a #CadreLogEntry
 * @advised_by: (nullable): who has advised on the route, or %NULL
 *
 * Sets who has advised on the route, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_advised_by (CadreLogEntry *self, const char *advised_by)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_ADVISED_BY, advised_by);
}

/**
 * cadre_log_entry_get_reason:
 * @self: a #CadreLogEntry
 *
 * Gets the reason.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where there is
 * none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_reason (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->reason;
}

/**
 * cadre_log_entry_set_reason:
 * @self: a #CadreLogEntry
 * @reason: (nullable): the reason, or %NULL
 *
 * Sets the reason, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_reason (CadreLogEntry *self, const char *reason)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_REASON, reason);
}
