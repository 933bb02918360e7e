/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What events do to a case: facts, cut-offs, appeals, revisions, policies, scope,
 * decisions; and that a replay gives what a run gave at the time. */

#include "config.h"

#include <cadre/cadre.h>
#include <string.h>

/* x1 and x2 could each go to the new post, x3 stays, x4 is seconded in. */
#define CASE_HEAD                                                                                 \
  "{'cadre': 'case', 'version': 1, 'decision-date': '2020-06-01', "                               \
  "'before': {'as-of': '2020-01-01', 'organisations': [{'id': 'o', 'name': 'O', 'kind': "         \
  "'council', 'nation': 'england'}], 'grade-scales': [{'id': 'njc'}], 'grades': [{'id': 'g9', "   \
  "'scale': 'njc', 'rung': 9}], 'posts': [{'id': 'top', 'title': 'Top', 'employer': 'o', "        \
  "'grade': 'g9'}, {'id': 'a', 'title': 'A', 'manager': 'top', 'employer': 'o', 'grade': 'g9'}, " \
  "{'id': 'b', 'title': 'B', 'manager': 'top', 'employer': 'o', 'grade': 'g9'}, {'id': 'c', "     \
  "'title': 'C', 'manager': 'top', 'employer': 'o', 'grade': 'g9', 'establishment': 2}], "        \
  "'persons': [{'id': 'p1'}, {'id': 'p2'}, {'id': 'p3'}, {'id': 'p4'}], 'assignments': ["         \
  "{'id': 'x1', 'person': 'p1', 'post': 'a', 'basis': 'substantive', 'contract': 'permanent'}, "  \
  "{'id': 'x2', 'person': 'p2', 'post': 'b', 'basis': 'substantive', 'contract': 'permanent'}, "  \
  "{'id': 'x3', 'person': 'p3', 'post': 'c', 'basis': 'substantive', 'contract': 'permanent'}, "  \
  "{'id': 'x4', 'person': 'p4', 'post': 'c', 'basis': 'secondment'}]}, "                          \
  "'after': {'as-of': '2020-06-30', 'organisations': [{'id': 'o', 'name': 'O', 'kind': "          \
  "'council', 'nation': 'england'}], 'grade-scales': [{'id': 'njc'}], 'grades': [{'id': 'g9', "   \
  "'scale': 'njc', 'rung': 9}], 'posts': [{'id': 'top', 'title': 'Top', 'employer': 'o', "        \
  "'grade': 'g9'}, {'id': 'n', 'title': 'N', 'manager': 'top', 'employer': 'o', 'grade': 'g9'}, " \
  "{'id': 'c', 'title': 'C', 'manager': 'top', 'employer': 'o', 'grade': 'g9', 'establishment': " \
  "2}]}, 'policies': [{'name': 'own', 'base': 'illustrative'}], "

#define JUDGED(before, head)                                        \
  "{'event': 'judgement', 'date': '2020-02-01', 'before': '" before \
  "', 'after': 'n', 'head': '" head "', 'verdict': 'same'}"
#define ALIKE(before)                                                                             \
  JUDGED (before, "purpose")                                                                      \
  ", " JUDGED (before, "duties") ", " JUDGED (before, "scope") ", " JUDGED (before, "competencie" \
                                                                                    "s")

#define JOINS_AND_LEAVES                                                                     \
  "{'event': 'joiner', 'assignment': 'y', 'person': 'q', 'post': 'a'}, {'event': 'leaver', " \
  "'assignment': 'y', 'day': '2020-03-01'}"

static CadreCase *
load (const char *members, const char *events)
{
  GString *text = g_string_new (CASE_HEAD);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  CadreCase *loaded = NULL;

  g_string_append_printf (text, "%s'log': [%s]}", members, events);
  for (char *c = text->str; *c != '\0'; c++)
    if (*c == '\'')
      *c = '"';
  bytes = g_bytes_new_take (text->str, text->len);
  g_string_free (text, FALSE);
  loaded = cadre_case_load_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  return loaded;
}

static CadreOutcomes *
run (CadreCase *self)
{
  g_autoptr (GError) error = NULL;
  CadreOutcomes *outcomes = cadre_case_run (self, NULL, &error);

  g_assert_no_error (error);
  return outcomes;
}

/* Everything that outcomes say, in an order of their own. */
static char *
dup_picture (CadreOutcomes *outcomes)
{
  GString *text = g_string_new (NULL);
  g_autoptr (CadreIssueList) issues = g_object_ref (cadre_outcomes_get_issues (outcomes));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (outcomes)); i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (outcomes, i);
      g_autofree char *reasons = g_strjoinv (" ", (char **) cadre_outcome_get_reasons (outcome));

      g_string_append_printf (text, "%s %s %d: %d %d %d %s (%s) %d %d\n",
                              cadre_outcome_get_assignment (outcome),
                              cadre_outcome_get_post (outcome),
                              cadre_outcome_get_position (outcome),
                              (int) cadre_outcome_get_kind (outcome),
                              (int) cadre_outcome_get_stage (outcome),
                              (int) cadre_outcome_get_rung (outcome),
                              cadre_outcome_get_post_after (outcome), reasons,
                              cadre_outcome_is_final (outcome),
                              cadre_outcome_is_override (outcome));
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);

      g_string_append_printf (text, "%s %s\n", cadre_issue_get_code (issue),
                              cadre_issue_get_origin (issue));
    }
  return g_string_free (text, FALSE);
}

/* The outcome of an assignment as a word, or "none". */
static const char *
word_of (CadreOutcomes *outcomes, const char *assignment)
{
  g_autoptr (CadreOutcome) outcome = cadre_outcomes_find_assignment (outcomes, assignment);
  g_autoptr (GEnumClass) words = g_type_class_ref (CADRE_TYPE_OUTCOME_KIND);

  return outcome != NULL ? g_enum_get_value (words, cadre_outcome_get_kind (outcome))->value_nick
                         : "none";
}

/* What one assignment comes to, and an issue that there is, or NULL. */
typedef struct
{
  const char *name;
  const char *members;
  const char *events;
  const char *assignment;
  const char *word;
  const char *issue;
} Effect;

static const Effect effects[] = {
  { "nothing", "", "", "x1", "ring-fenced", NULL },
  { "judged", "", ALIKE ("a"), "x1", "slotted", NULL },
  { "joiner", "",
    "{'event': 'joiner', 'assignment': 'y', 'person': 'q', 'post': 'a', 'from': "
    "'2020-03-01'}",
    "y", "ring-fenced", NULL },
  { "joiner-known-person", "",
    "{'event': 'joiner', 'assignment': 'y', 'person': 'p3', 'post': 'a'}", "y", "ring-fenced",
    NULL },
  { "joiner-twice", "", "{'event': 'joiner', 'assignment': 'x1', 'person': 'q', 'post': 'a'}", "x1",
    "ring-fenced", "matching.log.assignment-exists" },
  { "joiner-no-post", "", "{'event': 'joiner', 'assignment': 'y', 'person': 'q', 'post': 'z'}", "y",
    "none", "matching.log.unknown-post" },
  { "leaver", "", "{'event': 'leaver', 'assignment': 'x1', 'day': '2020-03-01'}", "x1", "leaving",
    NULL },
  { "leaver-contract-unknown", "", JOINS_AND_LEAVES, "y", "leaving", NULL },
  { "leaver-contract-changed", "",
    JOINS_AND_LEAVES ", {'event': 'contract-changed', 'assignment': 'y', 'to': '2020-04-01'}", "y",
    "ending", NULL },
  { "leaver-late-term-ends", "",
    "{'event': 'contract-changed', 'assignment': 'x1', 'contract-type': 'fixed-term', 'to': "
    "'2020-04-01'}, {'event': 'leaver', 'date': '2020-06-02', 'assignment': 'x1', 'day': "
    "'2020-03-01'}",
    "x1", "leaving", NULL },
  { "leaver-after-change", "", "{'event': 'leaver', 'assignment': 'x1', 'day': '2021-03-01'}", "x1",
    "ring-fenced", NULL },
  { "leaver-after-decision", "",
    "{'event': 'leaver', 'date': '2020-06-02', 'assignment': 'x1', 'day': '2020-03-01'}", "x1",
    "leaving", NULL },
  { "leaver-after-decision-and-change", "",
    "{'event': 'leaver', 'date': '2020-06-02', 'assignment': 'x1', 'day': '2021-03-01'}", "x1",
    "ring-fenced", NULL },
  { "contract-after-decision", "",
    "{'event': 'contract-changed', 'date': '2020-06-02', 'assignment': 'x1', 'to': '2020-03-01'}",
    "x1", "ring-fenced", "matching.log.after-decision" },
  { "leaver-unknown", "", "{'event': 'leaver', 'assignment': 'z', 'day': '2020-03-01'}", "x1",
    "ring-fenced", "matching.log.unknown-assignment" },
  { "joiner-leaves", "",
    "{'event': 'joiner', 'assignment': 'y', 'person': 'q', 'post': 'a', 'contract-type': "
    "'permanent'}, {'event': 'leaver', 'assignment': 'y', 'day': '2020-03-01'}",
    "y", "leaving", NULL },
  { "leaver-settled", "",
    "{'event': 'leaver', 'assignment': 'x1', 'day': '2020-03-01'}, {'event': 'appeal-decided', "
    "'about': 1, 'upheld': true, 'settles': 1}",
    "x1", "ring-fenced", NULL },
  { "contract-ends", "",
    "{'event': 'contract-changed', 'assignment': 'x1', 'to': '2020-03-01', 'reason': 'agreed'}",
    "x1", "leaving", NULL },
  { "absent", "", "{'event': 'absence-started', 'assignment': 'x1', 'day': '2020-03-01'}", "x1",
    "ring-fenced", "matching.absence.not-notified" },
  { "not-absent", "", "{'event': 'absence-ended', 'assignment': 'x1', 'day': '2020-03-01'}", "x1",
    "ring-fenced", "matching.log.no-absence" },
  { "no-secondment", "", "{'event': 'secondment-ended', 'assignment': 'x1', 'day': '2020-03-01'}",
    "x1", "ring-fenced", "matching.log.no-secondment" },
  { "cut-off", "'cut-offs': {'slotting-in': '2020-01-31'}, ", ALIKE ("a"), "x1", "ring-fenced",
    "matching.log.after-cut-off" },
  { "cut-off-kept", "'cut-offs': {'slotting-in': '2020-02'}, ", ALIKE ("a"), "x1", "slotted",
    NULL },
  { "cut-off-other-stage", "'cut-offs': {'wider-competition': '2020-01'}, ", ALIKE ("a"), "x1",
    "slotted", NULL },
  { "revised", "",
    ALIKE ("a") ", {'event': 'job-description-revised', 'post': 'n', 'side': 'after'}", "x1",
    "to-be-checked", "matching.log.lapsed" },
  { "revised-before", "",
    ALIKE ("a") ", {'event': 'job-description-revised', 'post': 'a', 'side': 'before'}", "x1",
    "to-be-checked", "matching.log.lapsed" },
  { "revised-first", "",
    "{'event': 'job-description-revised', 'post': 'n', 'side': 'after'}, " ALIKE ("a"), "x1",
    "slotted", NULL },
  { "revised-other", "",
    ALIKE ("a") ", {'event': 'job-description-revised', 'post': 'c', 'side': 'after'}", "x1",
    "slotted", NULL },
  { "appeal", "",
    ALIKE ("a") ", {'event': 'appeal-decided', 'about': 1, 'upheld': true, 'settles': 2}", "x1",
    "to-be-checked", NULL },
  { "appeal-dismissed", "",
    ALIKE ("a") ", {'event': 'appeal-decided', 'about': 1, 'upheld': false, 'settles': 2}", "x1",
    "slotted", NULL },
  { "appeal-of-appeal", "",
    ALIKE ("a") ", {'event': 'appeal-decided', 'about': 1, 'upheld': true, 'settles': 2}, "
                "{'event': 'appeal-decided', 'about': 5, 'upheld': true, 'settles': 5}",
    "x1", "slotted", NULL },
  { "appeal-about-later", "",
    "{'event': 'appeal-decided', 'about': 1, 'upheld': true, 'settles': 9}", "x1", "ring-fenced",
    "matching.log.unknown-event-number" },
  { "out-of-scope", "", "{'event': 'scope-changed', 'out': ['a', 'n']}", "x1", "out-of-scope",
    NULL },
  { "in-scope-again", "",
    "{'event': 'scope-changed', 'out': ['a', 'n']}, {'event': 'scope-changed', 'in': ['a']}", "x1",
    "displaced", NULL },
  { "amended", "",
    ALIKE ("a") ", " ALIKE ("b") ", {'event': 'policy-amended', 'policy': 'own', 'parameter': "
                                 "'slot.heads', 'value': ['purpose', 'duties']}",
    "x1", "ring-fenced", NULL },
  { "amended-unknown", "",
    "{'event': 'policy-amended', 'policy': 'other', 'parameter': 'slot.heads', 'value': 1}", "x1",
    "ring-fenced", "matching.log.unknown-policy" },
  { "amended-wrongly", "",
    "{'event': 'policy-amended', 'policy': 'own', 'parameter': 'slot.threshold', 'value': 'x'}",
    "x1", "ring-fenced", "matching.log.amendment" },
};

/* Nothing is amiss with the events. */
static void
assert_no_issue (CadreIssueList *issues)
{
  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    if (effects[i].issue != NULL && g_str_has_prefix (effects[i].issue, "matching.log."))
      g_assert_cmpuint (cadre_issue_list_get_count (issues, effects[i].issue), ==, 0);
}

static void
test_effect (gconstpointer data)
{
  const Effect *effect = data;
  g_autoptr (CadreCase) loaded = load (effect->members, effect->events);
  g_autoptr (CadreOutcomes) outcomes = run (loaded);
  CadreIssueList *issues = cadre_outcomes_get_issues (outcomes);
  g_autofree char *picture = dup_picture (outcomes);

  g_test_message ("%s", picture);
  g_assert_cmpstr (word_of (outcomes, effect->assignment), ==, effect->word);
  if (effect->issue != NULL)
    g_assert_cmpuint (cadre_issue_list_get_count (issues, effect->issue), >=, 1);
  else
    assert_no_issue (issues);
}

/* Of a policy that asks for one head less, a judgement under fewer is enough. */
static void
test_amended (void)
{
  static const char amendment[] =
    ", {'event': 'policy-amended', 'policy': 'own', 'parameter': 'slot.heads', 'value': "
    "['purpose', 'duties']}";
  static const char judged[] = JUDGED ("a", "purpose") ", " JUDGED ("a", "duties");
  g_autofree char *events = g_strconcat (judged, amendment, NULL);
  g_autoptr (CadreCase) without = load ("", judged);
  g_autoptr (CadreCase) with = load ("", events);
  g_autoptr (CadreOutcomes) few = run (without);
  g_autoptr (CadreOutcomes) enough = run (with);

  g_assert_cmpstr (word_of (few, "x1"), ==, "to-be-checked");
  g_assert_cmpstr (word_of (enough, "x1"), ==, "slotted");
}

/* Who is absent and was told is not asked about; who is back is not absent. */
static void
test_absence (void)
{
  static const char *const events[] = {
    "{'event': 'absence-started', 'assignment': 'x1', 'day': '2020-03-01'}",
    "{'event': 'absence-started', 'assignment': 'x1', 'day': '2020-03-01'}, {'event': 'told', "
    "'assignment': 'x1'}",
    "{'event': 'absence-started', 'assignment': 'x1', 'day': '2020-03-01'}, {'event': "
    "'absence-ended', 'assignment': 'x1', 'day': '2020-04-01'}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (CadreCase) loaded = load ("", events[i]);
      g_autoptr (CadreOutcomes) outcomes = run (loaded);
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_find_assignment (outcomes, "x1");

      g_assert_cmpuint (cadre_issue_list_get_count (cadre_outcomes_get_issues (outcomes),
                                                    "matching.absence.not-notified"),
                        ==, i == 0 ? 1 : 0);
      g_assert_cmpint (cadre_outcome_has_reason (outcome, "absence.included"), ==, i < 2);
    }
}

#define DECIDED "{'event': 'decision', 'by': 'Director', 'date': '2020-05-01', "

/* A decision, whether it makes the outcome final, and whether it is an override. */
static const struct
{
  const char *name;
  const char *events;
  gboolean is_final;
  guint n_decisions;
  guint n_overrides;
  const char *issue;
} decisions[] = {
  { "none", ALIKE ("a"), FALSE, 0, 0, NULL },
  { "as-proposed", ALIKE ("a") ", " DECIDED "'assignment': 'x1', 'outcome': 'slotted'}", TRUE, 1, 0,
    NULL },
  { "with-post", ALIKE ("a") ", " DECIDED "'assignment': 'x1', 'outcome': 'slotted', 'post': 'n'}",
    TRUE, 1, 0, NULL },
  { "otherwise", ALIKE ("a") ", " DECIDED "'assignment': 'x1', 'outcome': 'displaced'}", FALSE, 1,
    1, "matching.decision.no-reason" },
  { "other-post", ALIKE ("a") ", " DECIDED "'assignment': 'x1', 'outcome': 'slotted', 'post': 'c'}",
    FALSE, 1, 1, "matching.decision.no-reason" },
  { "with-reason",
    ALIKE ("a") ", " DECIDED "'assignment': 'x1', 'outcome': 'displaced', 'reason': 'agreed'}",
    TRUE, 1, 1, NULL },
  { "to-be-checked",
    JUDGED ("a", "purpose") ", " DECIDED "'assignment': 'x1', 'outcome': 'slotted'}", TRUE, 1, 0,
    NULL },
  { "decided-again",
    ALIKE ("a") ", " DECIDED "'assignment': 'x1', 'outcome': 'displaced'}, " DECIDED
                "'assignment': 'x1', 'outcome': 'slotted'}",
    TRUE, 1, 0, NULL },
  { "settled-by-appeal",
    ALIKE ("a") ", " DECIDED "'assignment': 'x1', 'outcome': 'slotted'}, {'event': "
                "'appeal-decided', 'about': 5, 'upheld': true, 'settles': 5}",
    FALSE, 0, 0, NULL },
  { "unknown", ALIKE ("a") ", " DECIDED "'assignment': 'z', 'outcome': 'slotted'}", FALSE, 0, 0,
    "matching.decision.unknown" },
};

static void
test_decision (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CadreCase) loaded = load ("", decisions[i].events);
  g_autoptr (CadreOutcomes) outcomes = run (loaded);
  g_autoptr (CadreOutcome) outcome = cadre_outcomes_find_assignment (outcomes, "x1");
  g_autofree char *picture = dup_picture (outcomes);

  g_assert_cmpint (cadre_outcome_is_final (outcome), ==, decisions[i].is_final);
  g_assert_cmpuint (cadre_outcomes_count_decisions (outcomes), ==, decisions[i].n_decisions);
  g_assert_cmpuint (cadre_outcomes_count_overrides (outcomes), ==, decisions[i].n_overrides);
  g_assert_cmpstr (cadre_outcome_get_decided_by (outcome), ==,
                   decisions[i].n_decisions > 0 ? "Director" : NULL);
  if (decisions[i].issue != NULL)
    g_assert_nonnull (strstr (picture, decisions[i].issue));
  else
    g_assert_null (strstr (picture, "matching.decision."));
}

static void
test_position_decided (void)
{
  g_autoptr (CadreCase) loaded =
    load ("", ALIKE ("a") ", " DECIDED "'post': 'n', 'position': 1, 'outcome': 'filled'}");
  g_autoptr (CadreOutcomes) outcomes = run (loaded);
  g_autoptr (CadreOutcome) position = cadre_outcomes_find_position (outcomes, "n", 1);
  g_autoptr (CadreOutcome) assignment = cadre_outcomes_find_assignment (outcomes, "x1");

  g_assert_true (cadre_outcome_is_final (position));
  g_assert_false (cadre_outcome_is_final (assignment));
  g_assert_nonnull (cadre_outcome_get_decision (position));
}

static gboolean
is_changed (GListModel *changes, const char *assignment)
{
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (CadreOutcomeChange) change = g_list_model_get_item (changes, i);

      if (g_strcmp0 (cadre_outcome_change_get_assignment (change), assignment) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What an upheld appeal changes, and for whom. */
static void
test_compare (void)
{
  g_autoptr (CadreCase) loaded =
    load ("", ALIKE ("a") ", {'event': 'appeal-lodged', 'assignment': 'x2', 'about': 4}, {'event': "
                          "'appeal-decided', 'about': 5, 'upheld': true, 'settles': 4}");
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) lodged = cadre_case_compare_events (loaded, 4, 5, NULL, &error);
  g_autoptr (GListModel) decided = cadre_case_compare_events (loaded, 5, 6, NULL, &error);
  g_autoptr (CadreOutcomeChange) change = NULL;

  g_assert_no_error (error);
  g_assert_true (is_changed (lodged, "x1"));
  g_assert_cmpuint (g_list_model_get_n_items (decided), >=, 2);
  change = g_list_model_get_item (decided, 0);
  g_assert_cmpstr (cadre_outcome_change_get_assignment (change), ==, "x1");
  g_assert_cmpint (cadre_outcome_change_get_subject (change), ==, CADRE_OUTCOME_SUBJECT_ASSIGNMENT);
  g_assert_cmpint (cadre_outcome_get_kind (cadre_outcome_change_get_before (change)), ==,
                   CADRE_OUTCOME_KIND_UNRESOLVED);
  g_assert_cmpint (cadre_outcome_get_kind (cadre_outcome_change_get_after (change)), ==,
                   CADRE_OUTCOME_KIND_TO_BE_CHECKED);
  g_assert_false (is_changed (decided, "x3"));
}

static char *
dup_facts (GListModel *facts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (CadreFact) fact = g_list_model_get_item (facts, i);

      g_string_append_printf (text, "%s: %s\n", cadre_fact_get_name (fact),
                              cadre_fact_get_text (fact));
    }

  return g_string_free (text, FALSE);
}

/* A release with another condition is the same outcome, on another fact. */
static void
test_compare_facts (void)
{
  g_autoptr (CadreCase) loaded =
    load ("", ALIKE ("a") ", {'event': 'volunteer', 'assignment': 'x2', 'what': 'redundancy'}, "
                          "{'event': 'volunteer-accepted', 'assignment': 'x2', "
                          "'conditional-until': '2020-08-01'}, {'event': 'volunteer-accepted', "
                          "'assignment': 'x2', 'conditional-until': '2020-09-01'}");
  g_autoptr (GListModel) changes = cadre_case_compare_events (loaded, 6, 7, NULL, NULL);
  g_autoptr (GListModel) nothing = cadre_case_compare_events (loaded, 7, 7, NULL, NULL);
  g_autoptr (CadreOutcomeChange) change = NULL;
  g_autoptr (GListModel) old_facts = NULL;
  g_autoptr (GListModel) new_facts = NULL;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (nothing), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (changes), ==, 1);
  change = g_list_model_get_item (changes, 0);
  old_facts = cadre_outcome_change_list_old_facts (change);
  new_facts = cadre_outcome_change_list_new_facts (change);
  was = dup_facts (old_facts);
  is = dup_facts (new_facts);
  g_assert_cmpstr (cadre_outcome_change_get_assignment (change), ==, "x2");
  g_assert_cmpstr (was, ==, "conditional-until: 2020-08-01\n");
  g_assert_cmpstr (is, ==, "conditional-until: 2020-09-01\n");
}

/* Somebody who joins has no outcome before. */
static void
test_compare_joiner (void)
{
  g_autoptr (CadreCase) loaded =
    load ("", "{'event': 'joiner', 'assignment': 'y', 'person': 'q', 'post': 'a'}");
  g_autoptr (GListModel) list = cadre_case_compare_events (loaded, 0, 1, NULL, NULL);
  g_autoptr (GListModel) back = cadre_case_compare_events (loaded, 1, 0, NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CadreOutcomeChange) change = g_list_model_get_item (list, i);

      n += g_strcmp0 (cadre_outcome_change_get_assignment (change), "y") == 0 &&
           cadre_outcome_change_get_before (change) == NULL;
    }
  for (guint i = 0; i < g_list_model_get_n_items (back); i++)
    {
      g_autoptr (CadreOutcomeChange) change = g_list_model_get_item (back, i);

      n += g_strcmp0 (cadre_outcome_change_get_assignment (change), "y") == 0 &&
           cadre_outcome_change_get_after (change) == NULL;
    }
  g_assert_cmpuint (n, ==, 2);
}

/* Cut-offs stay in the document. */
static void
test_cut_off_written (void)
{
  g_autoptr (CadreCase) loaded =
    load ("'cut-offs': {'slotting-in': '2020-02-01', 'x-more': [1]}, ", "");
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreDate) date = cadre_case_get_cut_off (loaded, CADRE_STAGE_SLOTTING_IN);
  g_autofree char *text = cadre_case_to_text (loaded, full, NULL);

  g_assert_cmpuint (cadre_date_get_month (date), ==, 2);
  g_assert_null (cadre_case_get_cut_off (loaded, CADRE_STAGE_WIDER_COMPETITION));
  g_assert_nonnull (strstr (text, "\"slotting-in\": \"2020-02-01\""));
  g_assert_nonnull (strstr (text, "\"x-more\": [1]"));
}

#define N_CASES 150
#define N_EVENTS 12

static const char *
any_of (const char *const *words, guint n)
{
  return words[g_test_rand_int_range (0, (gint32) n)];
}

/* Any event, about things that are there and things that are not. */
static CadreLogEntry *
random_entry (guint n)
{
  static const char *const assignments[] = { "x1", "x2", "x3", "x4", "y1", "z" };
  static const char *const posts[] = { "a", "b", "c", "n", "z" };
  static const CadreLogKind kinds[] = {
    CADRE_LOG_KIND_JUDGEMENT,
    CADRE_LOG_KIND_JUDGEMENT,
    CADRE_LOG_KIND_RESULT,
    CADRE_LOG_KIND_JOINER,
    CADRE_LOG_KIND_LEAVER,
    CADRE_LOG_KIND_ABSENCE_STARTED,
    CADRE_LOG_KIND_ABSENCE_ENDED,
    CADRE_LOG_KIND_TOLD,
    CADRE_LOG_KIND_SECONDMENT_ENDED,
    CADRE_LOG_KIND_APPEAL_DECIDED,
    CADRE_LOG_KIND_APPEAL_DECIDED,
    CADRE_LOG_KIND_DECISION,
    CADRE_LOG_KIND_SCOPE_CHANGED,
    CADRE_LOG_KIND_CONTRACT_CHANGED,
    CADRE_LOG_KIND_JOB_DESCRIPTION_REVISED,
  };
  const CadreLogKind kind = kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))];
  g_autofree char *day = g_strdup_printf ("2020-%02d-01", g_test_rand_int_range (1, 9));
  g_autoptr (CadreDate) date = cadre_date_new_parse (day, NULL);
  const char *post = any_of (posts, G_N_ELEMENTS (posts));
  const char *const list[] = { post, NULL };
  CadreLogEntry *entry = cadre_log_entry_new (kind, date, "HR");

  if (kind == CADRE_LOG_KIND_JUDGEMENT)
    {
      cadre_log_entry_set_before (entry, any_of (posts, 2));
      cadre_log_entry_set_after (entry, "n");
      cadre_log_entry_set_head (entry, (CadreJudgedHead) g_test_rand_int_range (1, 5));
      cadre_log_entry_set_verdict (entry, CADRE_VERDICT_SAME);
      return entry;
    }
  if (kind == CADRE_LOG_KIND_APPEAL_DECIDED)
    {
      cadre_log_entry_set_about (entry, 1);
      cadre_log_entry_set_upheld (entry, CADRE_TRUTH_TRUE);
      cadre_log_entry_set_settles (entry, g_test_rand_int_range (1, (gint32) n + 3));
      return entry;
    }
  if (kind == CADRE_LOG_KIND_SCOPE_CHANGED)
    {
      cadre_log_entry_set_posts_out (entry, list);
      return entry;
    }
  if (kind == CADRE_LOG_KIND_JOB_DESCRIPTION_REVISED)
    {
      cadre_log_entry_set_post (entry, post);
      cadre_log_entry_set_side (entry, (CadreLogSide) g_test_rand_int_range (1, 3));
      return entry;
    }

  cadre_log_entry_set_assignment (entry, kind == CADRE_LOG_KIND_JOINER
                                           ? "y1"
                                           : any_of (assignments, G_N_ELEMENTS (assignments)));
  if (kind == CADRE_LOG_KIND_JOINER || kind == CADRE_LOG_KIND_RESULT)
    cadre_log_entry_set_post (entry, post);
  if (kind == CADRE_LOG_KIND_JOINER)
    cadre_log_entry_set_person (entry, "q");
  if (kind == CADRE_LOG_KIND_RESULT)
    {
      cadre_log_entry_set_stage (entry, (CadreStage) g_test_rand_int_range (2, 4));
      cadre_log_entry_set_result (entry, (CadreResult) g_test_rand_int_range (1, 3));
    }
  if (kind == CADRE_LOG_KIND_DECISION)
    cadre_log_entry_set_outcome (entry, (CadreOutcomeKind) g_test_rand_int_range (1, 9));
  if (kind == CADRE_LOG_KIND_CONTRACT_CHANGED)
    cadre_log_entry_set_contract (entry, CADRE_CONTRACT_FIXED_TERM);
  if (kind == CADRE_LOG_KIND_LEAVER || kind == CADRE_LOG_KIND_SECONDMENT_ENDED ||
      kind == CADRE_LOG_KIND_ABSENCE_STARTED || kind == CADRE_LOG_KIND_ABSENCE_ENDED)
    cadre_log_entry_set_day (entry, date);
  return entry;
}

/* A replay of any number of events gives what the run gave when there were so many;
 * and what is listed as changed is what differs. */
static void
test_replay (void)
{
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (CadreCase) live =
        load (g_test_rand_bit () ? "'cut-offs': {'slotting-in': '2020-04-15'}, " : "", "");
      g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (g_free);

      for (guint n = 0; n <= N_EVENTS; n++)
        {
          g_autoptr (CadreOutcomes) outcomes = run (live);
          g_autoptr (CadreLogEntry) entry = random_entry (n);

          g_ptr_array_add (pictures, dup_picture (outcomes));
          g_assert_true (cadre_log_entry_check (entry, NULL));
          if (n < N_EVENTS)
            cadre_log_append (cadre_case_get_log (live), entry);
        }
      for (guint n = 0; n <= N_EVENTS; n++)
        {
          g_autoptr (CadreOutcomes) outcomes = cadre_case_run_at (live, n, NULL, NULL);
          g_autofree char *picture = dup_picture (outcomes);

          g_assert_cmpstr (picture, ==, pictures->pdata[n]);
        }
      for (guint n = 1; n <= N_EVENTS; n += 5)
        {
          g_autoptr (GListModel) none = cadre_case_compare_events (live, n, n, NULL, NULL);

          g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
        }
    }
}

/* The paper is about the policy as it was amended; the case keeps it as it was. */
static void
test_amended_policy (void)
{
  g_autoptr (CadreCase) source =
    load ("", "{'event': 'policy-amended', 'policy': 'own', 'parameter': 'slot.threshold', "
              "'value': 93, 'clause': 'Minute 12'}");
  g_autoptr (CadreOutcomes) outcomes = run (source);
  g_autoptr (GListModel) policies = cadre_outcomes_list_policies (outcomes);
  g_autoptr (CadrePolicy) amended = g_list_model_get_item (policies, 0);
  g_autoptr (GListModel) stated = cadre_case_list_policies (source);
  g_autoptr (CadrePolicy) own = g_list_model_get_item (stated, 0);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreReport) report =
    cadre_report_new_for_outcomes (outcomes, redaction, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (policies), ==, 1);
  g_assert_cmpint (cadre_policy_get_integer (amended, "slot.threshold"), ==, 93);
  g_assert_cmpint (cadre_policy_get_integer (own, "slot.threshold"), ==, 60);
  text = cadre_report_to_text (report, 200);
  g_assert_nonnull (strstr (text, "Minute 12"));
}

/* The last grading counts while it is final and no appeal has settled it. */
static void
test_final_grade (void)
{
#define GRADED(status) "{'event': 'grading', 'post': 'n', 'grade': 'g9', 'status': '" status "'}"
  static const struct
  {
    const char *events;
    const char *grade;
  } rows[] = {
    { "", NULL },
    { GRADED ("provisional"), NULL },
    { GRADED ("final"), "g9" },
    { "{'event': 'grading', 'post': 'n', 'grade': 'g9'}", "g9" },
    { GRADED ("final") ", " GRADED ("provisional"), NULL },
    { GRADED ("final") ", {'event': 'appeal-lodged', 'assignment': 'x1'}, {'event': "
                       "'appeal-decided', 'about': 2, 'upheld': true, 'settles': 1}",
      NULL },
    { GRADED ("final") ", {'event': 'appeal-lodged', 'assignment': 'x1'}, {'event': "
                       "'appeal-decided', 'about': 2, 'upheld': false, 'settles': 1}",
      "g9" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CadreCase) source = load ("", rows[i].events);
      g_autoptr (CadreOutcomes) outcomes = run (source);

      g_assert_cmpstr (cadre_outcomes_get_final_grade (outcomes, "n"), ==, rows[i].grade);
      g_assert_null (cadre_outcomes_get_final_grade (outcomes, "c"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    {
      g_autofree char *path = g_strconcat ("/matching/log-effect/effect/", effects[i].name, NULL);

      g_test_add_data_func (path, &effects[i], test_effect);
    }
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autofree char *path =
        g_strconcat ("/matching/log-effect/decision/", decisions[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_decision);
    }
  g_test_add_func ("/matching/log-effect/amended", test_amended);
  g_test_add_func ("/matching/log-effect/absence", test_absence);
  g_test_add_func ("/matching/log-effect/position-decided", test_position_decided);
  g_test_add_func ("/matching/log-effect/compare", test_compare);
  g_test_add_func ("/matching/log-effect/compare-facts", test_compare_facts);
  g_test_add_func ("/matching/log-effect/compare-joiner", test_compare_joiner);
  g_test_add_func ("/matching/log-effect/cut-off-written", test_cut_off_written);
  g_test_add_func ("/matching/log-effect/replay", test_replay);
  g_test_add_func ("/matching/log-effect/final-grade", test_final_grade);
  g_test_add_func ("/matching/log-effect/amended-policy", test_amended_policy);

  return g_test_run ();
}
