/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-explanation-step
 * @Title: CadreExplanationStep
 * @Short_Description: One rule that an outcome rests on
 *
 * A #CadreExplanationStep is one reason of an outcome: its sentence, the parameters of
 * the policy that it rests on, the facts that it speaks of, and what would have to
 * differ for another outcome. cadre_outcomes_explain() gives the whole chain, from
 * what an outcome rests on to what came before; it follows from the case alone.
 */

#include "config.h"

#include "matching/explain/cadre-explain-private.h"
#include <cadre/cadre-case.h>
#include <cadre/cadre-fact.h>
#include <cadre/cadre-policy.h>
#include <cadre/cadre-reason.h>

#include <string.h>

/**
 * CadreExplanationStep:
 *
 * One rule that an outcome rests on.
 *
 * Since: 1.0
 */
struct _CadreExplanationStep
{
  GObject parent_instance;

  const char *code; /* of the library */
  char *sentence;
  gboolean is_open;
  GListStore *parameters; /* (element-type CadrePolicyParameter) */
  GListStore *facts;      /* (element-type CadreFact) */
  const char *otherwise;  /* (nullable): of the library */
};

G_DEFINE_FINAL_TYPE (CadreExplanationStep, cadre_explanation_step, G_TYPE_OBJECT)

static void
cadre_explanation_step_finalize (GObject *object)
{
  CadreExplanationStep *self = CADRE_EXPLANATION_STEP (object);

  g_clear_pointer (&self->sentence, g_free);
  g_clear_object (&self->parameters);
  g_clear_object (&self->facts);

  G_OBJECT_CLASS (cadre_explanation_step_parent_class)->finalize (object);
}

static void
cadre_explanation_step_class_init (CadreExplanationStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_explanation_step_finalize;
}

static void
cadre_explanation_step_init (CadreExplanationStep *self)
{
  self->parameters = g_list_store_new (CADRE_TYPE_POLICY_PARAMETER);
  self->facts = g_list_store_new (CADRE_TYPE_FACT);
}

/**
 * cadre_explanation_step_get_code:
 * @self: a #CadreExplanationStep
 *
 * Gets the reason.
 *
 * Returns: (transfer none): its code
 *
 * Since: 1.0
 */
const char *
cadre_explanation_step_get_code (CadreExplanationStep *self)
{
  g_return_val_if_fail (CADRE_IS_EXPLANATION_STEP (self), NULL);

  return self->code;
}

/**
 * cadre_explanation_step_get_sentence:
 * @self: a #CadreExplanationStep
 *
 * Gets the reason as an English sentence, with its facts.
 *
 * Returns: (transfer none): the sentence
 *
 * Since: 1.0
 */
const char *
cadre_explanation_step_get_sentence (CadreExplanationStep *self)
{
  g_return_val_if_fail (CADRE_IS_EXPLANATION_STEP (self), NULL);

  return self->sentence;
}

/**
 * cadre_explanation_step_is_open:
 * @self: a #CadreExplanationStep
 *
 * Gets whether people have to settle it.
 *
 * Returns: whether they have to
 *
 * Since: 1.0
 */
gboolean
cadre_explanation_step_is_open (CadreExplanationStep *self)
{
  g_return_val_if_fail (CADRE_IS_EXPLANATION_STEP (self), FALSE);

  return self->is_open;
}

/**
 * cadre_explanation_step_list_parameters:
 * @self: a #CadreExplanationStep
 *
 * Gets the parameters of the policy that it rests on, each with its value, its clause and
 * its source.
 *
 * Returns: (transfer full): a #CadrePolicyParameter for each
 *
 * Since: 1.0
 */
GListModel *
cadre_explanation_step_list_parameters (CadreExplanationStep *self)
{
  g_return_val_if_fail (CADRE_IS_EXPLANATION_STEP (self), NULL);

  return g_object_ref (G_LIST_MODEL (self->parameters));
}

/**
 * cadre_explanation_step_list_facts:
 * @self: a #CadreExplanationStep
 *
 * Gets the facts that the sentence speaks of.
 *
 * Returns: (transfer full): a #CadreFact for each
 *
 * Since: 1.0
 */
GListModel *
cadre_explanation_step_list_facts (CadreExplanationStep *self)
{
  g_return_val_if_fail (CADRE_IS_EXPLANATION_STEP (self), NULL);

  return g_object_ref (G_LIST_MODEL (self->facts));
}

/**
 * cadre_explanation_step_get_otherwise:
 * @self: a #CadreExplanationStep
 *
 * Gets what would have to differ for another outcome, as an English sentence.
 *
 * Returns: (transfer none) (nullable): the sentence, or %NULL of a reason that only states
 *   what is so
 *
 * Since: 1.0
 */
const char *
cadre_explanation_step_get_otherwise (CadreExplanationStep *self)
{
  g_return_val_if_fail (CADRE_IS_EXPLANATION_STEP (self), NULL);

  return self->otherwise;
}

/* The parameters that the rule names, of the policy that binds. */
static void
add_parameters (CadreExplanationStep *self, CadrePolicy *policy, const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autoptr (CadrePolicyParameter) parameter = cadre_policy_get_parameter (policy, list[i]);

      if (parameter != NULL)
        g_list_store_append (self->parameters, parameter);
    }
}

/* The facts whose names stand in braces. */
static void
add_facts (CadreExplanationStep *self, CadreOutcome *outcome)
{
  const char *template = cadre_reason_get_template (self->code);
  g_autoptr (GListModel) facts = cadre_outcome_list_facts (outcome);

  for (guint i = 0; template != NULL && i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (CadreFact) fact = g_list_model_get_item (facts, i);
      g_autofree char *braced = g_strdup_printf ("{%s}", cadre_fact_get_name (fact));

      if (strstr (template, braced) != NULL)
        g_list_store_append (self->facts, fact);
    }
}

static CadreExplanationStep *
new_step (CadreOutcome *outcome, CadrePolicy *policy, const char *code, const char *sentence)
{
  CadreExplanationStep *self = g_object_new (CADRE_TYPE_EXPLANATION_STEP, NULL);
  const CadreReasonRule *rule = cadre_reason_rule_find (code);

  self->code = code;
  self->sentence = g_strdup (sentence);
  self->is_open = cadre_reason_is_open (code);
  self->otherwise = rule != NULL ? rule->otherwise : NULL;
  add_facts (self, outcome);
  if (rule != NULL && rule->parameters != NULL && policy != NULL)
    add_parameters (self, policy, rule->parameters);
  return self;
}

/* The policy of the run that an outcome is under. */
static CadrePolicy *
find_policy (CadreOutcomes *outcomes, CadreOutcome *outcome)
{
  const char *name = cadre_outcome_get_policy (outcome);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (outcomes->policies));

  for (guint i = 0; name != NULL && i < n; i++)
    {
      g_autoptr (CadrePolicy) policy = g_list_model_get_item (G_LIST_MODEL (outcomes->policies), i);

      if (g_str_equal (cadre_policy_get_name (policy), name))
        return g_steal_pointer (&policy);
    }

  return NULL;
}

/**
 * cadre_outcomes_explain:
 * @outcomes: the outcomes of a case
 * @outcome: one of them
 *
 * Gets the chain of rules that an outcome rests on.
 *
 * Returns: (transfer full): a #CadreExplanationStep for each reason, what the outcome
 *   rests on first
 *
 * Since: 1.0
 */
GListModel *
cadre_outcomes_explain (CadreOutcomes *outcomes, CadreOutcome *outcome)
{
  g_autoptr (CadrePolicy) policy = NULL;
  const char *const *codes = NULL;
  g_auto (GStrv) sentences = NULL;
  GListStore *steps = NULL;

  g_return_val_if_fail (CADRE_IS_OUTCOMES (outcomes), NULL);
  g_return_val_if_fail (CADRE_IS_OUTCOME (outcome), NULL);

  policy = find_policy (outcomes, outcome);
  codes = cadre_outcome_get_reasons (outcome);
  sentences = cadre_outcome_dup_sentences (outcome);
  steps = g_list_store_new (CADRE_TYPE_EXPLANATION_STEP);
  for (guint i = 0; codes[i] != NULL && sentences[i] != NULL; i++)
    {
      g_autoptr (CadreExplanationStep) step = new_step (outcome, policy, codes[i], sentences[i]);

      g_list_store_append (steps, step);
    }

  return G_LIST_MODEL (steps);
}

static void
print_step (GString *text, CadreExplanationStep *step, guint number)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (step->parameters));

  g_string_append_printf (text, "%u. %s%s\n", number, step->sentence,
                          step->is_open ? " (To be settled by people.)" : "");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadrePolicyParameter) parameter =
        g_list_model_get_item (G_LIST_MODEL (step->parameters), i);
      const char *clause = cadre_policy_parameter_get_clause (parameter);

      g_string_append_printf (text, "   Rule: %s = %s%s%s\n",
                              cadre_policy_parameter_get_name (parameter),
                              cadre_policy_parameter_get_text (parameter),
                              clause != NULL ? ", " : "", clause != NULL ? clause : "");
    }
  if (step->otherwise != NULL)
    g_string_append_printf (text, "   Otherwise: %s\n", step->otherwise);
}

/**
 * cadre_outcomes_dup_explanation:
 * @outcomes: the outcomes of a case
 * @outcome: one of them
 *
 * Says the whole chain in English: the outcome, each reason with the rules that it
 * rests on and what would have to differ, and all facts. It holds ids, and is for
 * those who may see everything.
 *
 * Returns: (transfer full): the text, several lines
 *
 * Since: 1.0
 */
char *
cadre_outcomes_dup_explanation (CadreOutcomes *outcomes, CadreOutcome *outcome)
{
  g_autoptr (GListModel) steps = NULL;
  g_autoptr (GListModel) facts = NULL;
  g_autofree char *first = NULL;
  GString *text = NULL;

  g_return_val_if_fail (CADRE_IS_OUTCOMES (outcomes), NULL);
  g_return_val_if_fail (CADRE_IS_OUTCOME (outcome), NULL);

  steps = cadre_outcomes_explain (outcomes, outcome);
  facts = cadre_outcome_list_facts (outcome);
  first = cadre_outcome_to_string (outcome);
  text = g_string_new (first);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (CadreExplanationStep) step = g_list_model_get_item (steps, i);

      print_step (text, step, i + 1);
    }
  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (CadreFact) fact = g_list_model_get_item (facts, i);

      g_string_append_printf (text, "%s   %s: %s\n", i == 0 ? "What it rests on:\n" : "",
                              cadre_fact_get_name (fact), cadre_fact_get_text (fact));
    }

  return g_string_free (text, FALSE);
}
