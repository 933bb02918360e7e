/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What holds of the outcomes of any case. */

#pragma once

#include <cadre/cadre.h>

static inline const char *
nick_of (GType words, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (words);
  const GEnumValue *word = g_enum_get_value (klass, value);

  g_assert_nonnull (word);
  return word->value_nick;
}

/* The whole of the outcomes as text, to be compared. */
static inline char *
describe_outcomes (CadreOutcomes *outcomes)
{
  GString *text = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (outcomes));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (outcomes, i);
      g_autofree char *line = cadre_outcome_to_string (outcome);
      g_auto (GStrv) sentences = cadre_outcome_dup_sentences (outcome);
      g_autofree char *words = g_strjoinv (" ", sentences);
      g_autoptr (GListModel) facts = cadre_outcome_list_facts (outcome);

      g_string_append_printf (text, "%s\n%s\n", line, words);
      for (guint k = 0; k < g_list_model_get_n_items (facts); k++)
        {
          g_autoptr (CadreFact) fact = g_list_model_get_item (facts, k);

          g_string_append_printf (text, "  %s: %s\n", cadre_fact_get_name (fact),
                                  cadre_fact_get_text (fact));
        }
    }

  return g_string_free (text, FALSE);
}

static inline void
check_outcome (CadreOutcome *outcome)
{
  g_autofree char *line = cadre_outcome_to_string (outcome);
  g_auto (GStrv) sentences = cadre_outcome_dup_sentences (outcome);
  const char *const *reasons = cadre_outcome_get_reasons (outcome);

  if (reasons[0] == NULL)
    g_error ("%s: no reason", line);
  g_assert_cmpuint (g_strv_length (sentences), ==, g_strv_length ((char **) reasons));
  for (guint i = 0; reasons[i] != NULL; i++)
    {
      g_assert_nonnull (cadre_reason_get_template (reasons[i]));
      if (strstr (sentences[i], "not known") != NULL &&
          strstr (cadre_reason_get_template (reasons[i]), "not known") == NULL)
        g_error ("%s: a fact is missing in: %s", line, sentences[i]);
    }
}

/* No assignment is in two positions, and no position has two. */
static inline void
check_outcomes (CadreOutcomes *outcomes)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (outcomes));
  guint n_assignments = cadre_outcomes_get_n_assignments (outcomes);
  g_autoptr (GHashTable) assignments =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seated = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (outcomes, i);
      const char *assignment = cadre_outcome_get_assignment (outcome);

      check_outcome (outcome);
      if (i < n_assignments)
        {
          g_assert_cmpint (cadre_outcome_get_subject (outcome), ==,
                           CADRE_OUTCOME_SUBJECT_ASSIGNMENT);
          g_assert_true (g_hash_table_add (assignments, g_strdup (assignment)));
          continue;
        }

      g_assert_cmpint (cadre_outcome_get_subject (outcome), ==, CADRE_OUTCOME_SUBJECT_POSITION);
      g_assert_true (
        g_hash_table_add (positions, g_strdup_printf ("%s %s/%d",
                                                      cadre_outcome_get_post_after (outcome) != NULL
                                                        ? "after"
                                                        : "before",
                                                      cadre_outcome_get_post (outcome),
                                                      cadre_outcome_get_position (outcome))));
      if (assignment != NULL)
        g_assert_true (g_hash_table_add (seated, g_strdup (assignment)));
    }
}
