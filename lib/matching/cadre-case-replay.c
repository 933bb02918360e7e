/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A case as it stood after some of its events, and what events changed for whom. */

#include "config.h"

#include "matching/cadre-effect-private.h"
#include "matching/cadre-outcomes-private.h"

/**
 * cadre_log_head_of:
 * @self: a #CadreLog
 * @n_events: how many events, from the first on
 *
 * Makes a log of the first events. Its entries and their hashes are the same.
 *
 * Returns: (transfer full): the log
 *
 * Since: 1.0
 */
CadreLog *
cadre_log_head_of (CadreLog *self, guint n_events)
{
  CadreLog *head = NULL;

  g_return_val_if_fail (CADRE_IS_LOG (self), NULL);

  head = cadre_log_new ();
  for (guint i = 0; i < n_events && i < self->entries->len; i++)
    cadre_log_take (head, self->entries->pdata[i], self->hashes->pdata[i]);
  head->is_chained = self->is_chained;
  if (self->n_as_written < head->entries->len)
    head->n_as_written = self->n_as_written;

  return head;
}

/**
 * cadre_case_run_at:
 * @self: a #CadreCase
 * @n_events: after how many events of the log
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Works out the outcomes of a case as it stood after some of its events, as
 * cadre_case_run() does after all of them. The outcomes are those that a run gave
 * at that time.
 *
 * Returns: (transfer full): the outcomes, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreOutcomes *
cadre_case_run_at (CadreCase *self, guint n_events, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreCase) earlier = NULL;

  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  earlier = cadre_case_copy (self);
  if (self->log != NULL)
    {
      g_clear_object (&earlier->log);
      earlier->log = cadre_log_head_of (self->log, n_events);
    }

  return cadre_case_run (earlier, cancellable, error);
}

static gboolean
has_same_reasons (CadreOutcome *before, CadreOutcome *after)
{
  return g_strv_equal (cadre_outcome_get_reasons (before), cadre_outcome_get_reasons (after));
}

/* They come in an order of their own. */
static gboolean
has_same_facts (CadreOutcome *before, CadreOutcome *after)
{
  if (before->row.n_facts != after->row.n_facts)
    return FALSE;

  for (guint32 i = 0; i < after->row.n_facts; i++)
    if (g_strcmp0 (before->facts[i].name, after->facts[i].name) != 0 ||
        g_strcmp0 (before->facts[i].text, after->facts[i].text) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
is_same (CadreOutcome *before, CadreOutcome *after)
{
  const CadreOutcomeRow *x = &before->row;
  const CadreOutcomeRow *y = &after->row;

  return x->kind == y->kind && x->stage == y->stage && x->rung == y->rung &&
         x->is_final == y->is_final && x->is_override == y->is_override &&
         g_strcmp0 (x->post_after, y->post_after) == 0 && g_strcmp0 (x->policy, y->policy) == 0 &&
         has_same_reasons (before, after) && has_same_facts (before, after);
}

/* What the other outcomes say of the same assignment or position. */
static CadreOutcome *
find_same (CadreOutcomes *others, CadreOutcome *outcome)
{
  if (cadre_outcome_get_subject (outcome) == CADRE_OUTCOME_SUBJECT_ASSIGNMENT)
    return cadre_outcomes_find_assignment (others, cadre_outcome_get_assignment (outcome));

  return cadre_outcomes_find_position (others, cadre_outcome_get_post (outcome),
                                       (guint) MAX (cadre_outcome_get_position (outcome), 0));
}

static void
append_change (GListStore *list, CadreOutcome *before, CadreOutcome *after)
{
  g_autoptr (CadreOutcomeChange) change = cadre_outcome_change_new (before, after);

  g_list_store_append (list, change);
}

/* Those that are in the later outcomes in their order, then those that are not. */
static void
list_changes (CadreOutcomes *before, CadreOutcomes *after, GListStore *list)
{
  for (guint i = 0; i < after->n_rows; i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (after, i);
      g_autoptr (CadreOutcome) earlier = find_same (before, outcome);

      if (earlier == NULL || !is_same (earlier, outcome))
        append_change (list, earlier, outcome);
    }
  for (guint i = 0; i < before->n_rows; i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (before, i);
      g_autoptr (CadreOutcome) later = find_same (after, outcome);

      if (later == NULL)
        append_change (list, outcome, NULL);
    }
}

/**
 * cadre_case_compare_events:
 * @self: a #CadreCase
 * @n_before: after how many events of the log the one state is
 * @n_after: after how many events the other is
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Finds for whom the events between two states of a case have changed something:
 * another outcome, stage, rung, post or policy, other reasons or facts, or a decision.
 * An outcome of which only facts have changed is the same for the person: what changed
 * are cadre_outcome_change_list_old_facts() and cadre_outcome_change_list_new_facts().
 * For event number n, counted from 1, the states are n - 1 and n. Where that is a
 * decision that upholds an appeal, the list is what the appeal affects.
 *
 * Runs the case twice.
 *
 * Returns: (transfer full): a list of #CadreOutcomeChange, or %NULL with @error set
 *
 * Since: 1.0
 */
GListModel *
cadre_case_compare_events (CadreCase *self,
                           guint n_before,
                           guint n_after,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (CadreOutcomes) before = NULL;
  g_autoptr (CadreOutcomes) after = NULL;
  GListStore *list = NULL;

  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  before = cadre_case_run_at (self, n_before, cancellable, error);
  if (before == NULL)
    return NULL;
  after = cadre_case_run_at (self, n_after, cancellable, error);
  if (after == NULL)
    return NULL;

  list = g_list_store_new (CADRE_TYPE_OUTCOME_CHANGE);
  list_changes (before, after, list);
  return G_LIST_MODEL (list);
}

/**
 * cadre_case_get_cut_off:
 * @self: a #CadreCase
 * @stage: slotting in, limited or wider competition
 *
 * Gets the last day on which events of a stage count.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where there is none
 *
 * Since: 1.0
 */
CadreDate *
cadre_case_get_cut_off (CadreCase *self, CadreStage stage)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);
  g_return_val_if_fail ((guint) stage < G_N_ELEMENTS (self->cut_offs), NULL);

  return self->cut_offs[stage] != NULL ? cadre_date_copy (self->cut_offs[stage]) : NULL;
}

/**
 * cadre_case_set_cut_off:
 * @self: a #CadreCase
 * @stage: slotting in, limited or wider competition
 * @date: (nullable): the last day on which events of the stage count, or %NULL for all
 *
 * Sets the last day on which events of a stage count. Judgements and gradings are
 * events of slotting in; results, interests, scores and offers are of the stage that
 * they name. An event without a date counts.
 *
 * Since: 1.0
 */
void
cadre_case_set_cut_off (CadreCase *self, CadreStage stage, const CadreDate *date)
{
  CadreDate *copy = NULL;

  g_return_if_fail (CADRE_IS_CASE (self));
  g_return_if_fail ((guint) stage < G_N_ELEMENTS (self->cut_offs));

  /* What belongs to no stage has no cut-off. */
  if (stage == CADRE_STAGE_NONE || stage == CADRE_STAGE_OUTSIDE)
    return;

  copy = date != NULL ? cadre_date_copy (date) : NULL;
  g_clear_pointer (&self->cut_offs[stage], cadre_date_free);
  self->cut_offs[stage] = copy;
}
