/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What events say of policies and of the scope. */

#include "config.h"

#include "matching/cadre-log-private.h"

/**
 * cadre_log_entry_get_policy:
 * @self: a #CadreLogEntry
 *
 * Gets the policy, by its name.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where there is
 * none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_policy (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->policy;
}

/**
 * cadre_log_entry_set_policy:
 * @self: a #CadreLogEntry
 * @policy: (nullable): the policy, or %NULL
 *
 * Sets the policy, by its name, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_policy (CadreLogEntry *self, const char *policy)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_POLICY, policy);
}

/**
 * cadre_log_entry_get_parameter:
 * @self: a #CadreLogEntry
 *
 * Gets the parameter of the policy, by its name.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where there is
 * none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_parameter (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->parameter;
}

/**
 * cadre_log_entry_set_parameter:
 * @self: a #CadreLogEntry
 * @parameter: (nullable): the parameter of the policy, or %NULL
 *
 * Sets the parameter of the policy, by its name, before the event is in a
 * log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_parameter (CadreLogEntry *self, const char *parameter)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_PARAMETER, parameter);
}

/**
 * cadre_log_entry_get_value:
 * @self: a #CadreLogEntry
 *
 * Gets the value of the parameter, as JSON.
 *
 * Returns: (transfer none) (nullable): the value, or %NULL where there is
 * none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_value (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->value;
}

/**
 * cadre_log_entry_set_value:
 * @self: a #CadreLogEntry
 * @value: (nullable): the value of the parameter, as JSON, or %NULL
 *
 * Sets the value of the parameter, as JSON, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_value (CadreLogEntry *self, const char *value)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_VALUE, value);
}

/**
 * cadre_log_entry_get_clause:
 * @self: a #CadreLogEntry
 *
 * Gets the clause that says so.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where there is
 * none
 *
 * Since: 1.0
 */
const char *
cadre_log_entry_get_clause (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->clause;
}

/**
 * cadre_log_entry_set_clause:
 * @self: a #CadreLogEntry
 * @clause: (nullable): the clause that says so, or %NULL
 *
 * Sets the clause that says so, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_clause (CadreLogEntry *self, const char *clause)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_text (self, CADRE_LOG_MEMBER_CLAUSE, clause);
}

/**
 * cadre_log_entry_dup_parties:
 * @self: a #CadreLogEntry
 *
 * Gets who has agreed.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the list, or
 * %NULL where there is none
 *
 * Since: 1.0
 */
char **
cadre_log_entry_dup_parties (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return g_strdupv (self->parties);
}

/**
 * cadre_log_entry_set_parties:
 * @self: a #CadreLogEntry
 * @parties: (nullable) (array zero-terminated=1): who has agreed, or %NULL
 *
 * Sets who has agreed, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_parties (CadreLogEntry *self, const char *const *parties)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_list (self, CADRE_LOG_MEMBER_PARTIES, parties);
}

/**
 * cadre_log_entry_get_signed_on:
 * @self: a #CadreLogEntry
 *
 * Gets when an agreement was signed.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where it is not
 * stated
 *
 * Since: 1.0
 */
CadreDate *
cadre_log_entry_get_signed_on (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return self->signed_on != NULL ? cadre_date_copy (self->signed_on) : NULL;
}

/**
 * cadre_log_entry_set_signed_on:
 * @self: a #CadreLogEntry
 * @date: (nullable): when an agreement was signed, or %NULL
 *
 * Sets when an agreement was signed, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_signed_on (CadreLogEntry *self, const CadreDate *date)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_date (self, CADRE_LOG_MEMBER_SIGNED, date);
}

/**
 * cadre_log_entry_dup_posts_in:
 * @self: a #CadreLogEntry
 *
 * Gets posts that come into scope.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the list, or
 * %NULL where there is none
 *
 * Since: 1.0
 */
char **
cadre_log_entry_dup_posts_in (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return g_strdupv (self->posts_in);
}

/**
 * cadre_log_entry_set_posts_in:
 * @self: a #CadreLogEntry
 * @posts: (nullable) (array zero-terminated=1): posts that come into scope,
 *   or %NULL
 *
 * Sets posts that come into scope, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_posts_in (CadreLogEntry *self, const char *const *posts)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_list (self, CADRE_LOG_MEMBER_IN, posts);
}

/**
 * cadre_log_entry_dup_posts_out:
 * @self: a #CadreLogEntry
 *
 * Gets posts that go out of scope.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the list, or
 * %NULL where there is none
 *
 * Since: 1.0
 */
char **
cadre_log_entry_dup_posts_out (CadreLogEntry *self)
{
  g_return_val_if_fail (CADRE_IS_LOG_ENTRY (self), NULL);

  return g_strdupv (self->posts_out);
}

/**
 * cadre_log_entry_set_posts_out:
 * @self: a #CadreLogEntry
 * @posts: (nullable) (array zero-terminated=1): posts that go out of scope,
 *   or %NULL
 *
 * Sets posts that go out of scope, before the event is in a log.
 *
 * Since: 1.0
 */
void
cadre_log_entry_set_posts_out (CadreLogEntry *self, const char *const *posts)
{
  g_return_if_fail (CADRE_IS_LOG_ENTRY (self));

  cadre_log_entry_take_list (self, CADRE_LOG_MEMBER_OUT, posts);
}
