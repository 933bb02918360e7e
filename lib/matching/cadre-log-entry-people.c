/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What events say of people and of their contracts. */

#include "config.h"

#include "matching/cadre-log-private.h"

/**
 * cadre_log_entry_get_person:
 * @self: a #CadreLogEntry
 *
 * Gets the person who joins.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_person (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->person;
}

/**
 * cadre_log_entry_set_person:
 * @self: a #CadreLogEntry
 * @person: (nullable): the person who joins, or %NULL
 *
 * Sets the person who joins, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_person (CadreLogEntry *self, const char *person)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_PERSON, person);
}

/**
 * cadre_log_entry_get_for_assignment:
 * @self: a #CadreLogEntry
 *
 * Gets the assignment of whoever gains by a bump.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_for_assignment (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->for_assignment;
}

/**
 * cadre_log_entry_set_for_assignment:
 * @self: a #CadreLogEntry
 * @assignment: (nullable): the assignment of whoever gains by a bump, or
 *   %NULL
 *
 * Sets the assignment of whoever gains by a bump, before the event is in a
 * log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_for_assignment (CadreLogEntry *self, const char *assignment)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_FOR, assignment);
}

/**
 * cadre_log_entry_get_outcome:
 * @self: a #CadreLogEntry
 *
 * Gets what is decided.
 *
 * Returns: what is stated
 *
 * Since: 1.0
 */
CadreOutcomeKind
cadre_log_entry_get_outcome (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), CADRE_OUTCOME_KIND_UNRESOLVED);

  return self->outcome;
}

/**
 * cadre_log_entry_set_outcome:
 * @self: a #CadreLogEntry
 * @outcome: what is decided
 *
 * Sets what is decided, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_outcome (CadreLogEntry *self, CadreOutcomeKind outcome)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_OUTCOME, (int) outcome);
}

/**
 * cadre_log_entry_get_basis:
 * @self: a #CadreLogEntry
 *
 * Gets on what basis somebody joins.
 *
 * Returns: what is stated
 *
 * Since: 1.0
 */
CadreBasis
cadre_log_entry_get_basis (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), CADRE_BASIS_UNKNOWN);

  return self->basis;
}

/**
 * cadre_log_entry_set_basis:
 * @self: a #CadreLogEntry
 * @basis: on what basis somebody joins
 *
 * Sets on what basis somebody joins, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_basis (CadreLogEntry *self, CadreBasis basis)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_BASIS, (int) basis);
}

/**
 * cadre_log_entry_get_contract:
 * @self: a #CadreLogEntry
 *
 * Gets the sort of contract.
 *
 * Returns: what is stated
 *
 * Since: 1.0
 */
CadreContract
cadre_log_entry_get_contract (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), CADRE_CONTRACT_UNKNOWN);

  return self->contract;
}

/**
 * cadre_log_entry_set_contract:
 * @self: a #CadreLogEntry
 * @contract: the sort of contract
 *
 * Sets the sort of contract, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_contract (CadreLogEntry *self, CadreContract contract)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_CONTRACT, (int) contract);
}

/**
 * cadre_log_entry_get_fte:
 * @self: a #CadreLogEntry
 *
 * Gets the full-time equivalent.
 *
 * Returns: (transfer full) (nullable): the part of full time, or %NULL where
 * it is not stated
 *
 * Since: 1.0
 */
CadreFraction *
cadre_log_entry_get_fte (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->fte != NULL ? cadre_fraction_new_parse (self->fte, NULL) : NULL;
}

/**
 * cadre_log_entry_set_fte:
 * @self: a #CadreLogEntry
 * @fte: (nullable): the full-time equivalent, or %NULL
 *
 * Sets the full-time equivalent, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_fte (CadreLogEntry *self, const CadreFraction *fte)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_fraction (self, CADRE_LOG_MEMBER_FTE, fte);
}

/**
 * cadre_log_entry_get_first_day:
 * @self: a #CadreLogEntry
 *
 * Gets the first day of what it is about.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where it is not
 * stated
 *
 * Since: 1.0
 */
CadreDate *
cadre_log_entry_get_first_day (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->first_day != NULL ? cadre_date_copy (self->first_day) : NULL;
}

/**
 * cadre_log_entry_set_first_day:
 * @self: a #CadreLogEntry
 * @day: (nullable): the first day of what it is about, or %NULL
 *
 * Sets the first day of what it is about, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_first_day (CadreLogEntry *self, const CadreDate *day)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_date (self, CADRE_LOG_MEMBER_FROM, day);
}

/**
 * cadre_log_entry_get_last_day:
 * @self: a #CadreLogEntry
 *
 * Gets the last day of what it is about.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where it is not
 * stated
 *
 * Since: 1.0
 */
CadreDate *
cadre_log_entry_get_last_day (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->last_day != NULL ? cadre_date_copy (self->last_day) : NULL;
}

/**
 * cadre_log_entry_set_last_day:
 * @self: a #CadreLogEntry
 * @day: (nullable): the last day of what it is about, or %NULL
 *
 * Sets the last day of what it is about, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_last_day (CadreLogEntry *self, const CadreDate *day)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_date (self, CADRE_LOG_MEMBER_TO, day);
}

/**
 * cadre_log_entry_get_day:
 * @self: a #CadreLogEntry
 *
 * Gets the day on which it takes effect.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where it is not
 * stated
 *
 * Since: 1.0
 */
CadreDate *
cadre_log_entry_get_day (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->day != NULL ? cadre_date_copy (self->day) : NULL;
}

/**
 * cadre_log_entry_set_day:
 * @self: a #CadreLogEntry
 * @day: (nullable): the day on which it takes effect, or %NULL
 *
 * Sets the day on which it takes effect, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_day (CadreLogEntry *self, const CadreDate *day)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_date (self, CADRE_LOG_MEMBER_DAY, day);
}

/**
 * cadre_log_entry_get_conditional_until:
 * @self: a #CadreLogEntry
 *
 * Gets until when an accepted volunteer may still be kept.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where it is not
 * stated
 *
 * Since: 1.0
 */
CadreDate *
cadre_log_entry_get_conditional_until (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->conditional_until != NULL ? cadre_date_copy (self->conditional_until) : NULL;
}

/**
 * cadre_log_entry_set_conditional_until:
 * @self: a #CadreLogEntry
 * @day: (nullable): until when an accepted volunteer may still be kept, or
 *   %NULL
 *
 * Sets until when an accepted volunteer may still be kept, before the event
 * is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_conditional_until (CadreLogEntry *self, const CadreDate *day)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_date (self, CADRE_LOG_MEMBER_CONDITIONAL_UNTIL, day);
}

/**
 * cadre_log_entry_get_freed_for:
 * @self: a #CadreLogEntry
 *
 * Gets the assignment for which a volunteer makes room.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_freed_for (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->freed_for;
}

/**
 * cadre_log_entry_set_freed_for:
 * @self: a #CadreLogEntry
 * @freed_for: (nullable): the assignment for which a volunteer makes room, or
 *   %NULL
 *
 * Sets the assignment for which a volunteer makes room, before the event is
 * in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_freed_for (CadreLogEntry *self, const char *freed_for)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_FREED_FOR, freed_for);
}

/**
 * cadre_log_entry_get_volunteering:
 * @self: a #CadreLogEntry
 *
 * Gets what somebody volunteers for.
 *
 * Returns: what is stated
 *
 * Since: 1.0
 */
CadreVolunteering
cadre_log_entry_get_volunteering (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), CADRE_VOLUNTEERING_UNKNOWN);

  return self->volunteering;
}

/**
 * cadre_log_entry_set_volunteering:
 * @self: a #CadreLogEntry
 * @what: what somebody volunteers for
 *
 * Sets what somebody volunteers for, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_volunteering (CadreLogEntry *self, CadreVolunteering what)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_WHAT, (int) what);
}

/**
 * cadre_log_entry_get_token:
 * @self: a #CadreLogEntry
 *
 * Gets the token, by its id.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_token (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->token;
}

/**
 * cadre_log_entry_set_token:
 * @self: a #CadreLogEntry
 * @token: (nullable): the token, or %NULL
 *
 * Sets the token, by its id, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_token (CadreLogEntry *self, const char *token)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_TOKEN, token);
}

/**
 * cadre_log_entry_get_right:
 * @self: a #CadreLogEntry
 *
 * Gets the right that a token stands for.
 *
 * Returns: what is stated
 *
 * Since: 1.0
 */
CadreTokenRight
cadre_log_entry_get_right (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), CADRE_TOKEN_RIGHT_UNKNOWN);

  return self->right;
}

/**
 * cadre_log_entry_set_right:
 * @self: a #CadreLogEntry
 * @right: the right that a token stands for
 *
 * Sets the right that a token stands for, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_right (CadreLogEntry *self, CadreTokenRight right)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_number (self, CADRE_LOG_MEMBER_RIGHT, (int) right);
}

/**
 * cadre_log_entry_get_verified_by:
 * @self: a #CadreLogEntry
 *
 * Gets who has verified the right.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where there is
 * none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_verified_by (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->verified_by;
}

/**
 * cadre_log_entry_set_verified_by:
 * @self: a #CadreLogEntry
 * @verified_by: (nullable): who has verified the right, or %NULL
 *
 * Sets who has verified the right, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_verified_by (CadreLogEntry *self, const char *verified_by)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_VERIFIED_BY, verified_by);
}
