/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Whether outcomes are final, and who has decided. */

#include "config.h"

#include "matching/cadre-log-private.h"
#include "matching/cadre-outcomes-private.h"

/**
 * cadre_outcome_is_final:
 * @self: a #CadreOutcome
 *
 * Gets whether a person has decided it. The library proposes outcomes and decides
 * nothing: an outcome is final only with a decision in the log, and where that is
 * another one than is proposed, only with its reason.
 *
 * Returns: whether it is final
 *
 * Since: 1.0
 */
gboolean
cadre_outcome_is_final (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), FALSE);

  return self->row.is_final;
}

/**
 * cadre_outcome_is_override:
 * @self: a #CadreOutcome
 *
 * Gets whether what a person has decided is not what is proposed. Where nothing is
 * proposed, because the outcome is unresolved or to be checked, a decision is no
 * override.
 *
 * Returns: whether it is one
 *
 * Since: 1.0
 */
gboolean
cadre_outcome_is_override (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), FALSE);

  return self->row.is_override;
}

/**
 * cadre_outcome_get_decision:
 * @self: a #CadreOutcome
 *
 * Gets the last decision about it: what, by whom, when and why.
 *
 * Returns: (transfer none) (nullable): the event, or %NULL where nobody has decided
 *
 * Since: 1.0
 */
CadreLogEntry *
cadre_outcome_get_decision (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  return self->row.decision;
}

/**
 * cadre_outcome_get_decided_by:
 * @self: a #CadreOutcome
 *
 * Gets who has decided it.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where nobody has
 *
 * Since: 1.0
 */
const char *
cadre_outcome_get_decided_by (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  return self->row.decision != NULL ? self->row.decision->by : NULL;
}

/**
 * cadre_outcomes_count_decisions:
 * @self: a #CadreOutcomes
 *
 * Counts the outcomes that somebody has decided. With cadre_outcomes_count_overrides()
 * that is how often people decide otherwise than is proposed.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_outcomes_count_decisions (CadreOutcomes *self)
{
  guint n = 0;

  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), 0);

  for (guint i = 0; i < self->n_rows; i++)
    n += self->rows[i].decision != NULL;
  return n;
}

/**
 * cadre_outcomes_count_overrides:
 * @self: a #CadreOutcomes
 *
 * Counts the outcomes of which somebody has decided otherwise than is proposed.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_outcomes_count_overrides (CadreOutcomes *self)
{
  guint n = 0;

  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), 0);

  for (guint i = 0; i < self->n_rows; i++)
    n += self->rows[i].is_override;
  return n;
}

/**
 * cadre_outcomes_get_final_grade:
 * @self: a #CadreOutcomes
 * @post: the id of a post after
 *
 * Gets the grade that the last grading of a post in the log has given it. What the
 * structure states of the post is in cadre_outcomes_get_after().
 *
 * Returns: (transfer none) (nullable): the id of the grade, or %NULL where the log has
 *   no grading of the post that stands, or a provisional one
 *
 * Since: 1.0
 */
const char *
cadre_outcomes_get_final_grade (CadreOutcomes *self, const char *post)
{
  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);
  g_return_val_if_fail (post != NULL, NULL);

  return self->grades != NULL ? g_hash_table_lookup (self->grades, post) : NULL;
}
