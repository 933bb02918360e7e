/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Random logs of all kinds of events. A case that lives through its log event by
 * event comes to what a replay of the whole log says it came to at the time; what
 * each event is said to have changed is what a run finds changed. */

#include "config.h"

#include <cadre/cadre.h>
#include <string.h>

#include "../often.h"
#include "outcome-checks.h"
#include "replay-cases.h"

#define N_CASES 60        /* CADRE_TEST_MODELS says another number */
#define N_CASES_SLOW 5000 /* -m slow */
#define N_CASES_ALL 5000  /* in so many each kind should have changed something */

/* What each kind has changed, in all cases together. */
static guint n_written[CADRE_LOG_KIND_BUMP_CONSENTED + 1];
static guint n_changing[CADRE_LOG_KIND_BUMP_CONSENTED + 1];

/* All that a run says. */
static char *
dup_picture (CadreOutcomes *outcomes)
{
  GString *text = g_string_new (NULL);
  g_autofree char *all = describe_outcomes (outcomes);
  GListModel *issues = G_LIST_MODEL (cadre_outcomes_get_issues (outcomes));

  g_string_append (text, all);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (outcomes)); i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (outcomes, i);

      g_string_append_printf (text, "%d%d%d ", (int) cadre_outcome_get_rung (outcome),
                              cadre_outcome_is_final (outcome),
                              cadre_outcome_is_override (outcome));
    }
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (CadreIssue) issue = g_list_model_get_item (issues, i);

      g_string_append_printf (text, "\n%s %s", cadre_issue_get_code (issue),
                              cadre_issue_get_origin (issue));
    }

  return g_string_free (text, FALSE);
}

static CadreOutcomes *
run_at (CadreCase *self, guint n)
{
  g_autoptr (GError) error = NULL;
  CadreOutcomes *outcomes = cadre_case_run_at (self, n, NULL, &error);

  g_assert_no_error (error);
  return outcomes;
}

static CadreOutcomes *
run (CadreCase *self)
{
  g_autoptr (GError) error = NULL;
  CadreOutcomes *outcomes = cadre_case_run (self, NULL, &error);

  g_assert_no_error (error);
  return outcomes;
}

/* The case as somebody else reads it. */
static char *
dup_picture_of_copy (CadreCase *self)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = cadre_case_to_text (self, redaction, &error);
  g_autoptr (CadreCase) copy = NULL;
  g_autoptr (CadreOutcomes) outcomes = NULL;

  g_assert_no_error (error);
  copy = replay_case_load (text);
  outcomes = run (copy);
  return dup_picture (outcomes);
}

static char *
dup_facts (CadreOutcome *outcome)
{
  g_autoptr (GListModel) facts = cadre_outcome_list_facts (outcome);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (CadreFact) fact = g_list_model_get_item (facts, i);

      g_string_append_printf (text, "; %s: %s", cadre_fact_get_name (fact),
                              cadre_fact_get_text (fact));
    }

  return g_string_free (text, FALSE);
}

/* What a change tells of an outcome; of none, nothing. */
static char *
dup_outcome (CadreOutcome *outcome)
{
  const char *post = outcome != NULL ? cadre_outcome_get_post_after (outcome) : NULL;
  const char *policy = outcome != NULL ? cadre_outcome_get_policy (outcome) : NULL;
  g_autofree char *reasons =
    outcome != NULL ? g_strjoinv (" ", (char **) cadre_outcome_get_reasons (outcome)) : NULL;
  g_autofree char *facts = outcome != NULL ? dup_facts (outcome) : NULL;

  if (outcome == NULL)
    return NULL;

  return g_strdup_printf ("%d %d %d %d %d %s %s %s%s", (int) cadre_outcome_get_kind (outcome),
                          (int) cadre_outcome_get_stage (outcome),
                          (int) cadre_outcome_get_rung (outcome), cadre_outcome_is_final (outcome),
                          cadre_outcome_is_override (outcome), post != NULL ? post : "-",
                          policy != NULL ? policy : "-", reasons, facts);
}

static char *
dup_who (CadreOutcome *outcome)
{
  return cadre_outcome_get_subject (outcome) == CADRE_OUTCOME_SUBJECT_ASSIGNMENT
           ? g_strdup (cadre_outcome_get_assignment (outcome))
           : g_strdup_printf ("%s/%d", cadre_outcome_get_post (outcome),
                              cadre_outcome_get_position (outcome));
}

static GHashTable *
list_outcomes (CadreOutcomes *outcomes)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (outcomes)); i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (outcomes, i);

      g_hash_table_insert (all, dup_who (outcome), dup_outcome (outcome));
    }

  return all;
}

/* Applies to @all what an event is said to have changed. */
static guint
apply_changes (CadreCase *self, guint event, GHashTable *all)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) changes = cadre_case_compare_events (self, event - 1, event, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (CadreOutcomeChange) change = g_list_model_get_item (changes, i);
      CadreOutcome *before = cadre_outcome_change_get_before (change);
      CadreOutcome *after = cadre_outcome_change_get_after (change);
      g_autofree char *who = dup_who (after != NULL ? after : before);
      g_autofree char *was = dup_outcome (before);
      g_autofree char *is = dup_outcome (after);

      g_assert_cmpstr (was, ==, g_hash_table_lookup (all, who));
      g_assert_cmpstr (was, !=, is);
      if (is != NULL)
        g_hash_table_insert (all, g_steal_pointer (&who), g_steal_pointer (&is));
      else
        g_hash_table_remove (all, who);
    }

  return g_list_model_get_n_items (changes);
}

static void
assert_same (GHashTable *all, GHashTable *found)
{
  GHashTableIter iter;
  gpointer who = NULL;
  gpointer outcome = NULL;

  g_assert_cmpuint (g_hash_table_size (all), ==, g_hash_table_size (found));
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &who, &outcome))
    g_assert_cmpstr (outcome, ==, g_hash_table_lookup (all, who));
}

/* One event more: the case that lives, a copy of it, and the replay are the same. */
static void
check_state (CadreCase *whole, CadreCase *live, guint n, GHashTable *all)
{
  g_autoptr (CadreOutcomes) then = run_at (whole, n);
  g_autoptr (CadreOutcomes) now = run (live);
  g_autoptr (GHashTable) found = list_outcomes (then);
  g_autofree char *text = dup_picture (then);
  g_autofree char *now_text = dup_picture (now);
  g_autofree char *copy_text = dup_picture_of_copy (live);

  check_outcomes (then);
  g_assert_cmpstr (now_text, ==, text);
  g_assert_cmpstr (copy_text, ==, text);
  if (n > 0)
    assert_same (all, found);
}

static void
check_case (CadreCase *whole)
{
  CadreLog *events = cadre_case_get_log (whole);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autofree char *text = cadre_case_to_text (whole, redaction, NULL);
  g_autoptr (CadreCase) live = replay_case_load (text);
  g_autoptr (CadreLog) log = cadre_log_new ();
  g_autoptr (CadreOutcomes) start = run_at (whole, 0);
  g_autoptr (GHashTable) all = list_outcomes (start);

  cadre_case_set_log (live, log);
  check_state (whole, live, 0, all);
  for (guint n = 1; n <= g_list_model_get_n_items (G_LIST_MODEL (events)); n++)
    {
      g_autoptr (CadreLogEntry) entry = cadre_log_get_entry (events, n - 1);
      CadreLogKind kind = cadre_log_entry_get_kind (entry);

      cadre_log_append (log, entry);
      n_written[kind]++;
      n_changing[kind] += apply_changes (whole, n, all) > 0;
      check_state (whole, live, n, all);
    }
}

/* Nobody is ranked by a score; who has been told is a matter of an issue. */
static gboolean
may_change (CadreLogKind kind)
{
  return kind != CADRE_LOG_KIND_UNKNOWN && kind != CADRE_LOG_KIND_SCORE &&
         kind != CADRE_LOG_KIND_TOLD;
}

static guint64
get_n_cases (void)
{
  const char *wanted = g_getenv ("CADRE_TEST_MODELS");

  if (wanted != NULL)
    return g_ascii_strtoull (wanted, NULL, 10);
  return g_test_slow () ? N_CASES_SLOW : often (N_CASES, N_CASES / 10);
}

static void
test_random (void)
{
  const guint64 n = get_n_cases ();

  for (guint64 i = 0; i < n; i++)
    {
      g_autoptr (CadreCase) self = replay_case_new ();

      check_case (self);
    }
  for (guint kind = 1; kind < G_N_ELEMENTS (n_written); kind++)
    g_test_message ("%s: %u written, %u changed something",
                    nick_of (CADRE_TYPE_LOG_KIND, (int) kind), n_written[kind], n_changing[kind]);
}

/* Each kind that can change something does so somewhere: no other test is worth
 * anything else. */
static void
test_all_kinds (void)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (n_written); kind++)
    if (may_change ((CadreLogKind) kind) && n_changing[kind] == 0)
      g_error ("%s has changed nothing in any case", nick_of (CADRE_TYPE_LOG_KIND, (int) kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matching/replay/random", test_random);
  if (get_n_cases () >= N_CASES_ALL)
    g_test_add_func ("/matching/replay/all-kinds", test_all_kinds);

  return g_test_run ();
}
