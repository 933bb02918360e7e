/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is open, who can settle it, and what waits for what; and one outcome in
 * full. Both are for those who run the process. */

#include "config.h"

#include "report/outcomes/cadre-outcomes-view-private.h"
#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-explanation-step.h>
#include <cadre/cadre-worklist.h>

static gboolean
check_full (CadreRedaction *redaction, GError **error)
{
  if (cadre_redaction_get_level (redaction) == CADRE_REDACTION_LEVEL_FULL)
    return TRUE;

  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_REDACTION,
                       "What is open about single people is reported at the full level only");
  return FALSE;
}

static char *
dup_subject (CadreOutcome *outcome)
{
  if (cadre_outcome_get_subject (outcome) == CADRE_OUTCOME_SUBJECT_ASSIGNMENT)
    return g_strdup (cadre_outcome_get_assignment (outcome));

  return g_strdup_printf ("%s/%d", cadre_outcome_get_post (outcome),
                          cadre_outcome_get_position (outcome));
}

static char *
dup_subjects (GListModel *outcomes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (outcomes); i++)
    {
      g_autoptr (CadreOutcome) outcome = g_list_model_get_item (outcomes, i);

      cadre_append_part (text, ", ", dup_subject (outcome));
    }

  return g_string_free (text, FALSE);
}

static void
add_item (CadreReport *report, CadreWorkItem *item)
{
  CadreOutcome *outcome = cadre_work_item_get_outcome (item);
  g_autoptr (GListModel) waits_for = cadre_work_item_list_waits_for (item);
  g_autoptr (GListModel) blocked = cadre_work_item_list_blocked (item);
  g_autofree char *subject = dup_subject (outcome);
  g_autoptr (CadreDate) due = cadre_work_item_get_due (item);

  cadre_report_add_item (report, g_strdup (subject), subject);
  cadre_report_add_item (report, g_strdup (cadre_work_item_get_sentence (item)), NULL);
  cadre_report_set_exact_text (report, cadre_work_item_get_code (item));
  cadre_report_add_item (report,
                         cadre_view_word (report->catalogue, "owner", CADRE_TYPE_WORK_OWNER,
                                          (int) cadre_work_item_get_owner (item)),
                         NULL);
  cadre_report_add_item (report, due != NULL ? cadre_date_to_string (due) : g_strdup (""), NULL);
  cadre_report_add_item (report, dup_subjects (waits_for), NULL);
  cadre_report_add_item (report, dup_subjects (blocked), NULL);
}

/**
 * cadre_report_new_for_worklist:
 * @worklist: a #CadreWorklist
 * @redaction: who the report is for: the full level
 * @error: return location for a #GError, or %NULL
 *
 * Makes the report of what is open: each question, who can settle it, by when, what it
 * waits for and what it blocks. It is in English.
 *
 * Returns: (transfer full): the report, or %NULL with @error set:
 *   %CADRE_STRUCTURE_ERROR_REDACTION at another level
 *
 * Since: 1.0
 */
CadreReport *
cadre_report_new_for_worklist (CadreWorklist *worklist, CadreRedaction *redaction, GError **error)
{
  static const char *const columns[] = { "column.concerns", "column.not-known", "column.owner",
                                         "column.due",      "column.waits-for", "column.blocks" };
  CadreReport *report = NULL;

  g_return_val_if_fail (CADRE_IS_WORKLIST (worklist), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_full (redaction, error))
    return NULL;

  report = cadre_report_begin (cadre_catalogue_find ("en"), "worklist");
  cadre_report_take_title (report, cadre_say (report->catalogue, "worklist.title"));
  cadre_report_take_stamp (report, cadre_say (report->catalogue, "stamp.proposal"));
  cadre_report_take_stamp (report, cadre_say (report->catalogue, "stamp.full"));
  cadre_report_begin_said_section (report, "worklist");
  cadre_report_begin_table (report, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cadre_report_add_said_column (report, columns[i], CADRE_ALIGNMENT_START);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (worklist)); i++)
    {
      g_autoptr (CadreWorkItem) item = cadre_worklist_get_work_item (worklist, i);

      add_item (report, item);
    }

  return report;
}

static char *
dup_parameters (CadreExplanationStep *step)
{
  g_autoptr (GListModel) parameters = cadre_explanation_step_list_parameters (step);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (parameters); i++)
    {
      g_autoptr (CadrePolicyParameter) parameter = g_list_model_get_item (parameters, i);
      const char *clause = cadre_policy_parameter_get_clause (parameter);

      cadre_append_part (text, ", ",
                         g_strdup_printf ("%s = %s%s%s%s",
                                          cadre_policy_parameter_get_name (parameter),
                                          cadre_policy_parameter_get_text (parameter),
                                          clause != NULL ? " (" : "", clause != NULL ? clause : "",
                                          clause != NULL ? ")" : ""));
    }

  return g_string_free (text, FALSE);
}

static void
add_steps (CadreReport *report, CadreOutcomes *outcomes, CadreOutcome *outcome)
{
  g_autoptr (GListModel) steps = cadre_outcomes_explain (outcomes, outcome);

  cadre_report_begin_said_section (report, "explanation");
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.why", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.parameter", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.otherwise", CADRE_ALIGNMENT_START);
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (CadreExplanationStep) step = g_list_model_get_item (steps, i);
      const char *otherwise = cadre_explanation_step_get_otherwise (step);

      cadre_report_add_item (report, g_strdup (cadre_explanation_step_get_sentence (step)), NULL);
      cadre_report_set_exact_text (report, cadre_explanation_step_get_code (step));
      cadre_report_add_item (report, dup_parameters (step), NULL);
      cadre_report_add_item (report, g_strdup (otherwise != NULL ? otherwise : ""), NULL);
    }
}

static void
add_facts (CadreReport *report, CadreOutcome *outcome)
{
  g_autoptr (GListModel) facts = cadre_outcome_list_facts (outcome);

  cadre_report_begin_said_section (report, "explanation-facts");
  cadre_report_begin_facts (report);
  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (CadreFact) fact = g_list_model_get_item (facts, i);

      cadre_report_add_fact (report, g_strdup (cadre_fact_get_name (fact)),
                             g_strdup (cadre_fact_get_text (fact)), NULL);
    }
}

/**
 * cadre_report_new_for_outcome:
 * @outcomes: the outcomes of a case
 * @outcome: one of them
 * @redaction: who the report is for: the full level
 * @error: return location for a #GError, or %NULL
 *
 * Makes the report of one outcome: each rule that it rests on with its parameters, what
 * would have to differ for another outcome, and all facts. It is in English.
 *
 * Returns: (transfer full): the report, or %NULL with @error set:
 *   %CADRE_STRUCTURE_ERROR_REDACTION at another level
 *
 * Since: 1.0
 */
CadreReport *
cadre_report_new_for_outcome (CadreOutcomes *outcomes,
                              CadreOutcome *outcome,
                              CadreRedaction *redaction,
                              GError **error)
{
  CadreReport *report = NULL;

  g_return_val_if_fail (CADRE_IS_OUTCOMES (outcomes), NULL);
  g_return_val_if_fail (CADRE_IS_OUTCOME (outcome), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_full (redaction, error))
    return NULL;

  report = cadre_report_begin (cadre_catalogue_find ("en"), "outcome");
  cadre_report_take_title (report, cadre_outcome_to_string (outcome));
  cadre_report_take_proposal_stamp (report, outcomes);
  cadre_report_take_stamp (report, cadre_say (report->catalogue, "stamp.full"));
  add_steps (report, outcomes, outcome);
  add_facts (report, outcome);
  return report;
}
