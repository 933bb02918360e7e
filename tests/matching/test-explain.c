/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "matching/cadre-reasons-private.h"
#include "matching/explain/cadre-explain-private.h"
#include <cadre/cadre.h>
#include <string.h>

static CadreOutcomes *
run_until (const char *name, const char *cut_off)
{
  g_autofree char *base = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "matching", base, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreCase) source = cadre_case_load (file, NULL, NULL, &error);
  CadreOutcomes *outcomes = NULL;

  g_assert_no_error (error);
  for (guint i = CADRE_STAGE_SLOTTING_IN; cut_off != NULL && i <= CADRE_STAGE_WIDER_COMPETITION;
       i++)
    {
      g_autoptr (CadreDate) date = cadre_date_new_parse (cut_off, &error);

      g_assert_no_error (error);
      cadre_case_set_cut_off (source, (CadreStage) i, date);
    }
  outcomes = cadre_case_run (source, NULL, &error);
  g_assert_no_error (error);
  return outcomes;
}

static CadreOutcomes *
run (const char *name)
{
  return run_until (name, NULL);
}

/* What is open has somebody who can settle it, and every rule is of a reason. */
static void
test_rules (void)
{
  const char *const *codes = cadre_reason_get_codes ();
  guint n_rules = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const CadreReasonRule *rule = cadre_reason_rule_find (codes[i]);

      g_test_message ("%s", codes[i]);
      n_rules += rule != NULL;
      g_assert_true (rule != NULL || !cadre_reason_is_open (codes[i]));
      if (rule != NULL)
        g_assert_cmpstr (rule->code, ==, codes[i]);
    }
  g_assert_cmpuint (n_rules, ==, cadre_reason_rule_count ());
  g_assert_null (cadre_reason_rule_find ("no.such"));
}

/* The parameters are those of the policy, and there are such. */
static void
test_parameters (void)
{
  g_autoptr (CadrePolicy) policy = cadre_policy_new_illustrative ();
  const char *const *codes = cadre_reason_get_codes ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const CadreReasonRule *rule = cadre_reason_rule_find (codes[i]);
      g_auto (GStrv) names =
        rule != NULL && rule->parameters != NULL ? g_strsplit (rule->parameters, " ", -1) : NULL;

      for (guint k = 0; names != NULL && names[k] != NULL; k++)
        {
          g_autoptr (CadrePolicyParameter) parameter =
            cadre_policy_get_parameter (policy, names[k]);

          g_test_message ("%s: %s", codes[i], names[k]);
          g_assert_nonnull (parameter);
        }
    }
}

static void
test_chain (void)
{
  CadreOutcomes *outcomes = run ("pending-above");
  CadreOutcome *outcome = cadre_outcomes_find_assignment (outcomes, "a1");
  g_autoptr (GListModel) steps = cadre_outcomes_explain (outcomes, outcome);
  g_autoptr (CadreExplanationStep) step = g_list_model_get_item (steps, 1);
  g_autoptr (GListModel) parameters = cadre_explanation_step_list_parameters (step);
  g_autoptr (CadrePolicyParameter) parameter = g_list_model_get_item (parameters, 0);
  g_autoptr (GListModel) facts = cadre_explanation_step_list_facts (step);
  g_autofree char *text = cadre_outcomes_dup_explanation (outcomes, outcome);

  g_assert_cmpuint (g_list_model_get_n_items (steps), ==, 2);
  g_assert_cmpstr (cadre_explanation_step_get_code (step), ==, "claim.contested");
  g_assert_cmpstr (cadre_explanation_step_get_sentence (step), ==,
                   "2 people are to be considered for new-high, which has 1 positions.");
  g_assert_false (cadre_explanation_step_is_open (step));
  g_assert_cmpstr (
    cadre_explanation_step_get_otherwise (step), ==,
    "If nobody else were to be considered, or if the post had a position for each and "
    "the policy allowed that, it would be slotted into.");
  g_assert_cmpuint (g_list_model_get_n_items (parameters), ==, 1);
  g_assert_cmpstr (cadre_policy_parameter_get_name (parameter), ==, "slot.ratio");
  g_assert_cmpstr (cadre_policy_parameter_get_text (parameter), ==, "strict");
  g_assert_cmpuint (g_list_model_get_n_items (facts), ==, 3);
  g_assert_nonnull (strstr (text, "\n2. 2 people are to be considered for new-high"));
  g_assert_nonnull (strstr (text, "\n   Rule: slot.ratio = strict"));
  g_assert_nonnull (strstr (text, "\n   other-claimants: a2\n"));

  g_clear_object (&step);
  g_assert_finalize_object (steps);
  steps = NULL;
  g_assert_finalize_object (outcome);
  g_assert_finalize_object (outcomes);
}

static void
test_worklist (void)
{
  static const char *const lines[] = {
    ("Assignment a1: Others have claims on new that are still to be checked: a2. To be settled by: "
     "HR adviser. Waits for assignment a2. Blocks position new/1."),
    ("Assignment a2: A fixed term is no reason in itself to leave a person out: whether the claim "
     "counts is to be checked. To be settled by: HR adviser. Due: 2020-03-31. Blocks assignment "
     "a1."),
    ("Position new/1: The position is held for a claim that is to be checked. To be settled by: HR "
     "adviser. Waits for assignment a1."),
  };
  CadreOutcomes *outcomes = run ("fixed-term-claim");
  g_autoptr (GError) error = NULL;
  CadreWorklist *worklist = cadre_worklist_new (outcomes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (worklist)), ==, G_N_ELEMENTS (lines));
  g_assert_null (cadre_worklist_get_work_item (worklist, G_N_ELEMENTS (lines)));
  g_assert_cmpuint (cadre_worklist_count (worklist, CADRE_WORK_OWNER_HR_ADVISER), ==, 3);
  g_assert_cmpuint (cadre_worklist_count (worklist, CADRE_WORK_OWNER_PERSON), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (CadreWorkItem) item = cadre_worklist_get_work_item (worklist, i);
      g_autoptr (GListModel) blocked = cadre_work_item_list_blocked (item);
      g_autoptr (GListModel) waits_for = cadre_work_item_list_waits_for (item);
      g_autofree char *line = cadre_work_item_to_string (item);

      g_assert_cmpstr (line, ==, lines[i]);
      g_assert_cmpuint (g_list_model_get_n_items (blocked), ==, i < 2 ? 1 : 0);
      g_assert_cmpuint (g_list_model_get_n_items (waits_for), ==, i == 1 ? 0 : 1);
    }

  g_assert_finalize_object (worklist);
  g_assert_finalize_object (outcomes);
}

/* One appeal, and what waits for it. */
static void
test_appeal (void)
{
  static const char *const lines[] = {
    ("Assignment a1: An appeal is not decided. To be settled by: employer. Blocks assignment a2, "
     "position new/1."),
    ("Assignment a2: An appeal about new is not decided: until it is, the post is not filled "
     "finally. To be settled by: employer. Waits for assignment a1."),
    ("Position new/1: An appeal about new is not decided: until it is, the post is not filled "
     "finally. To be settled by: employer. Waits for assignment a1."),
  };
  g_autoptr (CadreOutcomes) outcomes = run ("appeal-post-waits");
  g_autoptr (CadreWorklist) worklist = cadre_worklist_new (outcomes, NULL, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (worklist)), ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (CadreWorkItem) item = cadre_worklist_get_work_item (worklist, i);
      g_autofree char *line = cadre_work_item_to_string (item);

      g_assert_cmpstr (line, ==, lines[i]);
    }
}

/* What runs is due when it ends; anything else at the first of what ends. */
static void
test_due (void)
{
  static const struct
  {
    const char *name;
    const char *cut_off; /* (nullable): of every stage */
    const char *due[4];  /* by item; %NULL where the case has no day */
  } rows[] = {
    { "trial-running", NULL, { "2020-04-06", "2020-04-06" } },
    { "trial-running", "2020-01-31", { "2020-04-06", "2020-04-06" } },
    { "volunteer", "2020-01-31", { "2020-03-31" } },
    { "fixed-term", "2020-01-31", { "2020-03-31" } },
    { "notice-not-at-risk", NULL, { "2020-06-24" } },
    { "notice-offer", NULL, { "2020-06-24", NULL } },
    { "notice-offer", "2020-05-31", { "2020-05-31", "2020-05-31" } },
    { "notice-offer", "2020-06", { "2020-06-24", "2020-06" } },
    { "adjustment", NULL, { "2021-12-31", "2021-12-31", NULL, NULL } },
    { "adjustment", "2030-01-31", { "2021-12-31", "2021-12-31", "2030-01-31", "2030-01-31" } },
    { "fixed-term-claim", NULL, { NULL, "2020-03-31", NULL } },
    { "fixed-term-claim", "2020-02-28", { "2020-02-28", "2020-03-31", "2020-02-28" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CadreOutcomes) outcomes = run_until (rows[i].name, rows[i].cut_off);
      g_autoptr (CadreWorklist) worklist = cadre_worklist_new (outcomes, NULL, NULL);

      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (worklist)); k++)
        {
          g_autoptr (CadreWorkItem) item = cadre_worklist_get_work_item (worklist, k);
          g_autoptr (CadreDate) due = cadre_work_item_get_due (item);
          g_autofree char *text = due != NULL ? cadre_date_to_string (due) : NULL;
          g_autofree char *line = cadre_work_item_to_string (item);
          g_autofree char *said = NULL;

          g_test_message ("%s %s %u", rows[i].name, rows[i].cut_off, k);
          g_assert_cmpuint (k, <, G_N_ELEMENTS (rows[i].due));
          g_assert_cmpstr (text, ==, rows[i].due[k]);
          said = g_strdup_printf (" Due: %s.", text);
          g_assert_cmpint (strstr (line, " Due: ") != NULL, ==, due != NULL);
          g_assert_true (due == NULL || strstr (line, said) != NULL);
        }
    }
}

static void
test_cancelled (void)
{
  g_autoptr (CadreOutcomes) outcomes = run ("fixed-term-claim");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cadre_worklist_new (outcomes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matching/explain/rules", test_rules);
  g_test_add_func ("/matching/explain/parameters", test_parameters);
  g_test_add_func ("/matching/explain/chain", test_chain);
  g_test_add_func ("/matching/explain/worklist", test_worklist);
  g_test_add_func ("/matching/explain/appeal", test_appeal);
  g_test_add_func ("/matching/explain/due", test_due);
  g_test_add_func ("/matching/explain/cancelled", test_cancelled);

  return g_test_run ();
}
