/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is proposed for each assignment, in both readings, and the policies that
 * it rests on. */

#include "config.h"

#include "report/cadre-values-private.h"
#include "report/outcomes/cadre-outcomes-view-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

static char *
employer_name (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  const char *id = cadre_outcome_get_employer (outcome);
  guint32 row = id != NULL
                  ? cadre_tables_find (self->before->tables, CADRE_RECORD_KIND_ORGANISATION, id)
                  : CADRE_NO_ROW;

  return row != CADRE_NO_ROW ? cadre_view_name (self->before, CADRE_RECORD_KIND_ORGANISATION, row)
                             : cadre_say (self->catalogue, "unknown");
}

static void
add_assignment_cell (CadreReport *report, const CadreOutcomesView *self, CadreOutcome *outcome)
{
  const char *id = cadre_outcome_get_assignment (outcome);
  g_autofree char *subject = cadre_outcomes_view_assignment_subject (self, id);

  cadre_report_add_item (report, cadre_outcomes_view_assignment (self, id), subject);
}

/* What would settle what is open. */
static char *
settle_text (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  const char *const *codes = cadre_outcome_get_open_questions (outcome);
  GString *text = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *code =
        g_strconcat ("settle.", cadre_outcomes_view_stand_in (self, codes[i]), NULL);
      const char *settle = cadre_phrase_find (self->catalogue, code);

      if (settle != NULL && cadre_outcomes_view_is_said (self, codes, i))
        cadre_append_part (text, " ", g_strdup (settle));
    }

  return g_string_free (text, FALSE);
}

/* The paper's words, and how the outcome stands to them. */
static char *
paper_text (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  GString *text = g_string_new (NULL);

  cadre_append_part (text, "", cadre_outcomes_view_declared (self, outcome));
  if (text->len > 0)
    cadre_append_part (text, ". ", cadre_outcomes_view_gap (self, outcome));

  return g_string_free (text, FALSE);
}

/* What changes of the post, where that after is the one before. */
static char *
changes_text (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  CadreMapping *mapping = cadre_diff_get_mapping (self->changes->diff);
  const char *after = cadre_outcome_get_post_after (outcome);
  const char *before = after != NULL ? cadre_mapping_get_same_before (mapping, after) : NULL;

  return before != NULL && g_strcmp0 (before, cadre_outcome_get_post_before (outcome)) == 0
           ? cadre_comparison_changes_of_post (self->changes, after)
           : NULL;
}

static void
add_outcome (CadreReport *report, const CadreOutcomesView *self, CadreOutcome *outcome)
{
  gboolean hidden = cadre_outcomes_view_hides (self, outcome);
  gboolean has_stage = cadre_outcome_get_stage (outcome) != CADRE_STAGE_NONE;

  add_assignment_cell (report, self, outcome);
  cadre_report_add_item (report, cadre_outcomes_view_post_before (self, outcome), NULL);
  cadre_report_add_item (report, employer_name (self, outcome), NULL);
  cadre_report_add_item (report,
                         hidden ? cadre_say (report->catalogue, "redaction.not-shown")
                                : cadre_outcomes_view_fate (self, outcome),
                         NULL);
  cadre_report_add_item (report,
                         hidden ? NULL
                                : cadre_view_word (report->catalogue, "rung", CADRE_TYPE_RUNG,
                                                   (int) cadre_outcome_get_rung (outcome)),
                         NULL);
  cadre_report_add_item (report,
                         hidden || !has_stage
                           ? NULL
                           : cadre_view_word (report->catalogue, "stage", CADRE_TYPE_STAGE,
                                              (int) cadre_outcome_get_stage (outcome)),
                         NULL);
  cadre_report_add_item (report, hidden ? NULL : cadre_outcomes_view_reasons (self, outcome), NULL);
  cadre_report_add_item (report, hidden ? NULL : changes_text (self, outcome), NULL);
  cadre_report_add_item (report, hidden ? NULL : paper_text (self, outcome), NULL);
  cadre_report_add_item (report, hidden ? NULL : settle_text (self, outcome), NULL);
  if (cadre_outcomes_view_is_decided (self))
    cadre_report_add_item (report, hidden ? NULL : cadre_outcomes_view_decision (self, outcome),
                           NULL);
}

/* Whoever stays in a post that does not change is listed shortly. */
static gboolean
is_short (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  return cadre_outcome_get_kind (outcome) == CADRE_OUTCOME_KIND_UNCHANGED &&
         cadre_outcome_get_gap (outcome) != CADRE_OUTCOME_GAP_DIFFERS &&
         cadre_outcome_get_decision (outcome) == NULL && !cadre_outcomes_view_hides (self, outcome);
}

static void
add_long_list (CadreReport *report, const CadreOutcomesView *self)
{
  static const char *const columns[] = { "column.assignment", "column.post-now",
                                         "column.employer",   "column.proposed",
                                         "column.rung",       "column.stage",
                                         "column.why",        "column.what-changes",
                                         "column.declared",   "column.settles" };

  cadre_report_begin_table (report, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cadre_report_add_column (report, cadre_say (report->catalogue, columns[i]),
                             CADRE_ALIGNMENT_START);
  if (cadre_outcomes_view_is_decided (self))
    cadre_report_add_said_column (report, "column.decision", CADRE_ALIGNMENT_START);
  for (guint i = 0; i < self->assignments->len; i++)
    if (!is_short (self, g_ptr_array_index (self->assignments, i)))
      add_outcome (report, self, g_ptr_array_index (self->assignments, i));
}

static void
add_short_list (CadreReport *report, const CadreOutcomesView *self)
{
  cadre_report_begin_table (report, cadre_say (report->catalogue, "assignments.unchanged-list"));
  cadre_report_add_said_column (report, "column.assignment", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.post-now", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.employer", CADRE_ALIGNMENT_START);
  for (guint i = 0; i < self->assignments->len; i++)
    {
      CadreOutcome *outcome = g_ptr_array_index (self->assignments, i);

      if (!is_short (self, outcome))
        continue;
      add_assignment_cell (report, self, outcome);
      cadre_report_add_item (report, cadre_outcomes_view_post_before (self, outcome), NULL);
      cadre_report_add_item (report, employer_name (self, outcome), NULL);
    }
}

void
cadre_report_add_assignments (CadreReport *self, const CadreOutcomesView *view)
{
  cadre_report_begin_said_section (self, "assignments");
  if (!view->shows_assignments)
    {
      cadre_report_add_said_paragraph (self, "redaction.no-people");
      return;
    }

  cadre_report_add_said_paragraph (self, "assignments.what-they-are");
  add_long_list (self, view);
  add_short_list (self, view);
}

/* The other reading */

static void
add_reading (CadreReport *report, const CadreOutcomesView *self, CadreReadingDifference *difference)
{
  CadreOutcome *first = cadre_reading_difference_get_first_instance (difference);
  CadreOutcome *fixpoint = cadre_reading_difference_get_fixpoint (difference);
  gboolean hidden = cadre_outcomes_view_hides (self, first);

  add_assignment_cell (report, self, first);
  cadre_report_add_item (report, cadre_outcomes_view_post_before (self, first), NULL);
  cadre_report_add_item (report,
                         hidden ? cadre_say (report->catalogue, "redaction.not-shown")
                                : cadre_outcomes_view_fate (self, first),
                         NULL);
  cadre_report_add_item (report, hidden ? NULL : cadre_outcomes_view_fate (self, fixpoint), NULL);
}

void
cadre_report_add_readings (CadreReport *self, const CadreOutcomesView *view)
{
  GListModel *differences = cadre_outcomes_get_reading_differences (view->outcomes);
  guint n = g_list_model_get_n_items (differences);

  cadre_report_begin_said_section (self, "readings");
  cadre_report_add_said_paragraph (self, "readings.what-they-are");
  cadre_report_add_paragraph (self, n == 0
                                      ? cadre_say (self->catalogue, "readings.none")
                                      : cadre_phrase_n (self->catalogue, "readings.n", n, NULL));
  if (n == 0 || !view->shows_assignments)
    return;

  cadre_report_begin_table (self, NULL);
  cadre_report_add_said_column (self, "column.assignment", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (self, "column.post-now", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (self, "column.first-instance", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (self, "column.fixpoint", CADRE_ALIGNMENT_START);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreReadingDifference) difference = g_list_model_get_item (differences, i);

      add_reading (self, view, difference);
    }
}

/* The policies */

static char *
parameter_text (const CadreCatalogue *catalogue, const char *name, const char *fallback)
{
  g_autofree char *code = g_strconcat ("parameter.", name, NULL);
  const char *found = cadre_phrase_find (catalogue, code);

  return g_strdup (found != NULL ? found : fallback);
}

/* "yes" and "no", and the words of closed lists; numbers as they are. */
static char *
value_text (const CadreCatalogue *catalogue, const char *value)
{
  g_autofree char *code = g_strconcat ("value.", value, NULL);
  const char *found = cadre_phrase_find (catalogue, code);

  return g_strdup (found != NULL ? found : value);
}

static void
add_policy (CadreReport *report, CadrePolicy *policy)
{
  g_autoptr (GListModel) parameters = cadre_policy_list_parameters (policy);

  cadre_report_begin_table (report, cadre_phrase (report->catalogue,
                                                  cadre_policy_get_stamp (policy) != NULL
                                                    ? "policy.not-yours"
                                                    : "policy",
                                                  "policy", cadre_policy_get_name (policy), NULL));
  cadre_report_add_said_column (report, "column.parameter", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.value", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.clause", CADRE_ALIGNMENT_START);
  for (guint i = 0; i < g_list_model_get_n_items (parameters); i++)
    {
      g_autoptr (CadrePolicyParameter) parameter = g_list_model_get_item (parameters, i);
      const char *clause = cadre_policy_parameter_get_clause (parameter);

      cadre_report_add_item (report,
                             parameter_text (report->catalogue,
                                             cadre_policy_parameter_get_name (parameter),
                                             cadre_policy_parameter_get_description (parameter)),
                             NULL);
      cadre_report_set_exact_text (report, cadre_policy_parameter_get_name (parameter));
      cadre_report_add_item (report,
                             value_text (report->catalogue,
                                         cadre_policy_parameter_get_text (parameter)),
                             NULL);
      cadre_report_set_exact_text (report, cadre_policy_parameter_get_text (parameter));
      cadre_report_add_item (report,
                             clause != NULL ? g_strdup (clause)
                                            : cadre_say (report->catalogue, "clause.none"),
                             NULL);
    }
}

void
cadre_report_add_policies (CadreReport *self, const CadreOutcomesView *view)
{
  g_autoptr (GListModel) policies = cadre_outcomes_list_policies (view->outcomes);

  cadre_report_begin_said_section (self, "policies");
  if (g_list_model_get_n_items (policies) == 0)
    cadre_report_add_said_paragraph (self, "policies.none");
  for (guint i = 0; i < g_list_model_get_n_items (policies); i++)
    {
      g_autoptr (CadrePolicy) policy = g_list_model_get_item (policies, i);

      add_policy (self, policy);
    }
}
