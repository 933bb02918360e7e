/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is stated of a run, in a form that stays the same for the same run. */

#include "config.h"

#include "matching/explain/cadre-sealed-case-private.h"
#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-fact.h>
#include <cadre/cadre-policy.h>
#include <cadre/cadre-reason.h>
#include <cadre/cadre-version.h>

#include <string.h>

char *
cadre_sealed_case_dup_library (void)
{
  return g_strdup_printf ("%d.%d.%d", CADRE_MAJOR_VERSION, CADRE_MINOR_VERSION,
                          CADRE_MICRO_VERSION);
}

static void
write_text (CadreWriter *writer, const char *name, const char *text)
{
  if (text == NULL)
    return;
  cadre_writer_member (writer, name);
  cadre_writer_string (writer, text);
}

static void
write_word (CadreWriter *writer, const char *name, GType type, int value)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (type);
  const GEnumValue *word = g_enum_get_value (words, value);

  write_text (writer, name, word != NULL ? word->value_nick : NULL);
}

static void
write_reasons (CadreWriter *writer, CadreOutcome *outcome)
{
  const char *const *codes = cadre_outcome_get_reasons (outcome);

  cadre_writer_member (writer, "reasons");
  cadre_writer_begin_array (writer);
  for (guint i = 0; codes[i] != NULL; i++)
    cadre_writer_string (writer, codes[i]);
  cadre_writer_end_array (writer);
}

static void
write_facts (CadreWriter *writer, CadreOutcome *outcome)
{
  g_autoptr (GListModel) facts = cadre_outcome_list_facts (outcome);

  cadre_writer_member (writer, "facts");
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (CadreFact) fact = g_list_model_get_item (facts, i);

      cadre_writer_begin_array (writer);
      cadre_writer_string (writer, cadre_fact_get_name (fact));
      cadre_writer_string (writer, cadre_fact_get_text (fact));
      cadre_writer_end_array (writer);
    }
  cadre_writer_end_array (writer);
}

static void
write_outcome (CadreWriter *writer, CadreOutcome *outcome)
{
  cadre_writer_begin_object (writer);
  write_text (writer, "assignment", cadre_outcome_get_assignment (outcome));
  if (cadre_outcome_get_subject (outcome) == CADRE_OUTCOME_SUBJECT_POSITION)
    {
      write_text (writer, "post", cadre_outcome_get_post (outcome));
      cadre_writer_member (writer, "position");
      cadre_writer_integer (writer, cadre_outcome_get_position (outcome));
    }
  write_word (writer, "outcome", CADRE_TYPE_OUTCOME_KIND, (int) cadre_outcome_get_kind (outcome));
  write_word (writer, "stage", CADRE_TYPE_STAGE, (int) cadre_outcome_get_stage (outcome));
  write_word (writer, "rung", CADRE_TYPE_RUNG, (int) cadre_outcome_get_rung (outcome));
  write_text (writer, "post-before", cadre_outcome_get_post_before (outcome));
  write_text (writer, "post-after", cadre_outcome_get_post_after (outcome));
  write_text (writer, "policy", cadre_outcome_get_policy (outcome));
  write_reasons (writer, outcome);
  write_facts (writer, outcome);
  cadre_writer_end_object (writer);
}

/* The writer breaks lines in the two outermost values only. */
char *
cadre_sealed_case_take_line (CadreWriter *writer, GError **error)
{
  g_autofree char *text = NULL;

  if (!cadre_writer_finish (writer, NULL, error))
    return NULL;
  text = cadre_writer_dup_text (writer);
  return g_strndup (strchr (text, '{'), (gsize) (strrchr (text, '}') - strchr (text, '{')) + 1);
}

static char *
dup_line (CadreOutcome *outcome, GError **error)
{
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();

  cadre_writer_begin_array (writer);
  cadre_writer_begin_array (writer);
  write_outcome (writer, outcome);
  cadre_writer_end_array (writer);
  cadre_writer_end_array (writer);
  return cadre_sealed_case_take_line (writer, error);
}

GPtrArray *
cadre_sealed_case_dup_lines (CadreOutcomes *outcomes, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (outcomes));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (outcomes, i);
      char *line = dup_line (outcome, error);

      if (line == NULL)
        return NULL;
      g_ptr_array_add (lines, line);
    }

  return g_steal_pointer (&lines);
}

char *
cadre_sealed_case_dup_lines_hash (GPtrArray *lines)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < lines->len; i++)
    {
      g_checksum_update (checksum, lines->pdata[i], -1);
      g_checksum_update (checksum, (const guchar *) "\n", 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/* Each parameter of each policy, and each reason with its sentence: what would make
 * another library say something else of the same case. */
char *
cadre_sealed_case_dup_rules_hash (CadreOutcomes *outcomes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *const *codes = cadre_reason_get_codes ();
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (outcomes->policies));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadrePolicy) policy = g_list_model_get_item (G_LIST_MODEL (outcomes->policies), i);
      g_autoptr (GListModel) parameters = cadre_policy_list_parameters (policy);

      for (guint k = 0; k < g_list_model_get_n_items (parameters); k++)
        {
          g_autoptr (CadrePolicyParameter) parameter = g_list_model_get_item (parameters, k);
          g_autofree char *line =
            g_strdup_printf ("%s=%s\n", cadre_policy_parameter_get_name (parameter),
                             cadre_policy_parameter_get_text (parameter));

          g_checksum_update (checksum, (const guchar *) line, -1);
        }
    }
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_checksum_update (checksum, (const guchar *) codes[i], -1);
      g_checksum_update (checksum, (const guchar *) cadre_reason_get_template (codes[i]), -1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}
