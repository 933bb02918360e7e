/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a policy asks of a claim, as facts. */

#include "config.h"

#include "matching/engine/cadre-rows-private.h"

/* The general percentage, and those of the heads that have another. */
static char *
describe_threshold (const CadrePolicyRules *rules)
{
  static const char *const names[CADRE_N_POLICY_HEADS] = { "", "purpose", "duties", "scope",
                                                           "competencies" };
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%d", rules->threshold);
  for (CadreHead head = CADRE_HEAD_PURPOSE;
       rules->overall == CADRE_OVERALL_LEAST_HEAD && head <= CADRE_HEAD_COMPETENCIES; head++)
    if ((rules->heads >> head & 1) != 0 && rules->head_threshold[head] != rules->threshold)
      g_string_append_printf (text, ", in %s %d", names[head], rules->head_threshold[head]);

  return g_string_free (text, FALSE);
}

gboolean
cadre_explain_rules (CadreRowWriter *self, const CadrePolicyRules *rules)
{
  static const char *const denominators[] = { "old", "new", "lesser" };
  g_autofree char *threshold = describe_threshold (rules);
  g_autofree char *window =
    rules->grade_up == rules->grade_down
      ? g_strdup_printf ("%d", rules->grade_up)
      : g_strdup_printf ("%d up, %d down", rules->grade_up, rules->grade_down);

  return cadre_rows_fact_copy (self, "threshold", threshold) &&
         cadre_rows_fact (self, "threshold-inclusive", rules->inclusive ? "yes" : "no") &&
         cadre_rows_fact (self, "denominator", denominators[rules->denominator]) &&
         cadre_rows_fact_copy (self, "grade-window", window);
}

/* What is agreed between employers about how the post is filled. */
static gboolean
explain_agreements (CadreRowWriter *self, guint32 post)
{
  static const CadreParameter parameters[] = {
    CADRE_PARAMETER_SLOT_RATIO,    CADRE_PARAMETER_MERGE_COMPETES,
    CADRE_PARAMETER_TIER_BELOW,    CADRE_PARAMETER_POOL_EQUAL_ACCESS,
    CADRE_PARAMETER_BUMPING,       CADRE_PARAMETER_SENIOR_NO_SLOTTING_IN,
    CADRE_PARAMETER_APPEAL_EFFECT, CADRE_PARAMETER_POOL_COMPETITION,
  };
  const CadreEngine *engine = self->engine;

  for (guint i = 0; i < G_N_ELEMENTS (parameters); i++)
    {
      const CadrePolicyRules *agreed = cadre_engine_agreed_rules (engine, parameters[i], post);

      for (guint k = 0; agreed != NULL && k < engine->n_policies; k++)
        if (engine->rules[k] == agreed)
          {
            g_autofree char *text =
              g_strdup_printf ("%s: %s", cadre_parameter_spec (parameters[i])->name,
                               cadre_policy_get_name (engine->policies[k]));

            if (!cadre_rows_fact_copy (self, "agreement", text))
              return FALSE;
          }
    }

  return TRUE;
}

gboolean
cadre_explain_overall (CadreRowWriter *self, const CadreClaimRow *claim)
{
  g_autofree char *overall =
    cadre_engine_describe_overall (&cadre_vector_at (&self->engine->comparisons, CadreComparison,
                                                     claim->comparison),
                                   cadre_run_rules (self->run, claim->assignment));

  return (overall == NULL || cadre_rows_fact_copy (self, "overall", overall)) &&
         explain_agreements (self, claim->post);
}
