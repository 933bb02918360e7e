/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The third tier of Stockton with invented people, through all stages by its log:
 * what each event changes for whom, who is where after each stage, what the paper
 * says in the end, and that no change of the log goes unseen. */

#include "config.h"

#include <cadre/cadre.h>
#include <string.h>

#include "outcome-checks.h"

#define N_EVENTS 48
#define N_TAMPERED 1000

/* Whom an event changes something for, and what the outcome is from then on. */
typedef struct
{
  guint event; /* counted from 1 */
  const char *who;
  const char *outcome; /* kind, stage, rung, post after, reasons, and whether it is final */
} Change;

/* clang-format off */
static const Change changes[] = {
  { 1, "assignment-21", "ring-fenced, limited-competition, at-risk-group, isa-manager: ring-fence.to-be-checked release.asked" },
  { 2, "assignment-21", "leaving, none, affected, -: release.accepted release.conditional" },
  { 3, "assignment-21", "leaving, none, left, -: release.accepted" },
  { 3, "assignment-25", "leaving, none, none, -: assignment.leaves" },
  { 7, "assignment-11", "to-be-checked, slotting-in, affected, chief-adviser: claim.grade-unknown claim.declared" },
  { 8, "assignment-11", "slotted, slotting-in, affected, chief-adviser: claim.unique claim.judged-level" },
  { 8, "chief-adviser/1", "filled, slotting-in, none, chief-adviser: claim.unique" },
  { 12, "assignment-10", "to-be-checked, slotting-in, affected, workforce-manager: claim.grade-unknown claim.declared" },
  { 16, "assignment-16", "to-be-checked, slotting-in, affected, operations-safeguarding-manager: claim.grade-unknown claim.declared" },
  { 17, "assignment-16", "slotted, slotting-in, affected, operations-safeguarding-manager: claim.unique claim.judged-level" },
  { 17, "operations-safeguarding-manager/1", "filled, slotting-in, none, operations-safeguarding-manager: claim.unique" },
  { 18, "assignment-10", "to-be-checked, slotting-in, affected, workforce-manager: claim.grade-provisional claim.declared" },
  { 19, "assignment-10", "slotted, slotting-in, affected, workforce-manager: claim.unique" },
  { 19, "workforce-manager/1", "filled, slotting-in, none, workforce-manager: claim.unique" },
  { 20, "assignment-20", "ring-fenced, limited-competition, at-risk-group, isa-manager: ring-fence.member" },
  { 21, "assignment-18", "ring-fenced, limited-competition, at-risk-group, iyss-manager: ring-fence.member" },
  { 21, "assignment-19", "ring-fenced, limited-competition, at-risk-group, iyss-manager: ring-fence.member" },
  { 23, "assignment-10", "slotted, slotting-in, affected, workforce-manager: claim.unique, final" },
  { 24, "assignment-11", "slotted, slotting-in, affected, chief-adviser: claim.unique claim.judged-level, final" },
  { 25, "assignment-16", "slotted, slotting-in, affected, operations-safeguarding-manager: claim.unique claim.judged-level, final" },
  { 26, "assignment-21", "leaving, none, left, -: release.accepted, final" },
  { 27, "assignment-23", "ring-fenced, limited-competition, at-risk-group, isa-manager: ring-fence.to-be-checked route.stated" },
  { 28, "assignment-24", "ring-fenced, limited-competition, at-risk-group, isa-manager: ring-fence.to-be-checked route.stated" },
  { 29, "assignment-20", "appointed, limited-competition, affected, isa-manager: result.appointed" },
  { 29, "isa-manager/1", "filled, limited-competition, none, isa-manager: result.appointed" },
  { 30, "assignment-23", "appointed, limited-competition, affected, isa-manager: result.appointed route.stated" },
  { 30, "isa-manager/2", "filled, limited-competition, none, isa-manager: result.appointed" },
  { 31, "assignment-24", "displaced, wider-competition, at-risk, -: displaced.nothing-found post.deleted displaced.wider-competition-open ring.own-employer-none ring.case-employers result.not-appointed" },
  { 31, "isa-manager/3", "wider-competition, wider-competition, none, isa-manager: ring-fence.exhausted post.created wider.at-risk-only" },
  { 31, "isa-manager/4", "wider-competition, wider-competition, none, isa-manager: ring-fence.exhausted post.created wider.at-risk-only" },
  { 32, "assignment-18", "appointed, limited-competition, affected, iyss-manager: result.appointed" },
  { 32, "assignment-19", "displaced, wider-competition, at-risk, -: displaced.nothing-found post.deleted displaced.wider-competition-open ring.own-employer" },
  { 32, "iyss-manager/1", "filled, limited-competition, none, iyss-manager: result.appointed" },
  { 33, "assignment-19", "displaced, wider-competition, at-risk, -: displaced.nothing-found post.deleted displaced.wider-competition-open ring.own-employer result.not-appointed" },
  { 34, "assignment-24", "displaced, wider-competition, at-risk, -: displaced.nothing-found post.deleted displaced.wider-competition-open ring.own-employer-none ring.case-employers appeal.open result.not-appointed" },
  { 34, "isa-manager/3", "wider-competition, wider-competition, none, isa-manager: ring-fence.exhausted post.created appeal.not-stated wider.at-risk-only" },
  { 34, "isa-manager/4", "wider-competition, wider-competition, none, isa-manager: ring-fence.exhausted post.created appeal.not-stated wider.at-risk-only" },
  { 35, "assignment-24", "ring-fenced, limited-competition, at-risk-group, isa-manager: ring-fence.to-be-checked route.stated" },
  { 35, "isa-manager/3", "contested, limited-competition, none, isa-manager: position.contested post.created" },
  { 35, "isa-manager/4", "contested, limited-competition, none, isa-manager: position.contested post.created" },
  { 36, "assignment-24", "appointed, limited-competition, affected, isa-manager: result.appointed route.stated" },
  { 36, "isa-manager/3", "filled, limited-competition, none, isa-manager: result.appointed" },
  { 36, "isa-manager/4", "wider-competition, wider-competition, none, isa-manager: ring-fence.exhausted post.created wider.at-risk-only" },
  { 37, "assignment-20", "appointed, limited-competition, affected, isa-manager: result.appointed, final" },
  { 38, "assignment-23", "appointed, limited-competition, affected, isa-manager: result.appointed route.stated, final" },
  { 39, "assignment-24", "appointed, limited-competition, affected, isa-manager: result.appointed route.stated, final" },
  { 40, "assignment-18", "appointed, limited-competition, affected, iyss-manager: result.appointed, final" },
  { 41, "assignment-19", "displaced, wider-competition, under-notice, -: displaced.nothing-found post.deleted displaced.wider-competition-open ring.own-employer notice.given result.not-appointed" },
  { 42, "assignment-19", "offered, wider-competition, under-notice, complex-needs-manager: offer.made notice.given" },
  { 42, "complex-needs-manager/1", "held, wider-competition, none, complex-needs-manager: position.offer" },
  { 43, "assignment-19", "redeployed, wider-competition, redeployed, complex-needs-manager: offer.accepted" },
  { 43, "complex-needs-manager/1", "filled, wider-competition, none, complex-needs-manager: offer.accepted" },
  { 44, "assignment-19", "on-trial, wider-competition, under-notice, complex-needs-manager: trial.running notice.given" },
  { 44, "complex-needs-manager/1", "held, wider-competition, none, complex-needs-manager: position.trial" },
  { 45, "assignment-19", "redeployed, wider-competition, redeployed, complex-needs-manager: trial.succeeded" },
  { 45, "complex-needs-manager/1", "filled, wider-competition, none, complex-needs-manager: trial.succeeded" },
  { 45, "early-intervention-manager/1", "wider-competition, wider-competition, none, early-intervention-manager: ring-fence.empty post.created wider.internal" },
  { 45, "early-intervention-manager/2", "wider-competition, wider-competition, none, early-intervention-manager: ring-fence.empty post.created wider.internal" },
  { 45, "early-intervention-manager/3", "wider-competition, wider-competition, none, early-intervention-manager: ring-fence.empty post.created wider.internal" },
  { 45, "early-intervention-manager/4", "wider-competition, wider-competition, none, early-intervention-manager: ring-fence.empty post.created wider.internal" },
  { 45, "extended-services-manager/1", "wider-competition, wider-competition, none, extended-services-manager: ring-fence.empty post.created wider.internal" },
  { 45, "extended-services-manager/2", "wider-competition, wider-competition, none, extended-services-manager: ring-fence.empty post.created wider.internal" },
  { 45, "extended-services-manager/3", "wider-competition, wider-competition, none, extended-services-manager: ring-fence.empty post.created wider.internal" },
  { 45, "extended-services-manager/4", "wider-competition, wider-competition, none, extended-services-manager: ring-fence.empty post.created wider.internal" },
  { 45, "isa-manager/4", "wider-competition, wider-competition, none, isa-manager: ring-fence.exhausted post.created wider.internal" },
  { 45, "iyss-preventions-manager/1", "wider-competition, wider-competition, none, iyss-preventions-manager: ring-fence.empty post.created wider.internal" },
  { 45, "iyss-preventions-manager/2", "wider-competition, wider-competition, none, iyss-preventions-manager: ring-fence.empty post.created wider.internal" },
  { 45, "iyss-preventions-manager/3", "wider-competition, wider-competition, none, iyss-preventions-manager: ring-fence.empty post.created wider.internal" },
  { 45, "iyss-preventions-manager/4", "wider-competition, wider-competition, none, iyss-preventions-manager: ring-fence.empty post.created wider.internal" },
  { 45, "targeted-services-manager/1", "wider-competition, wider-competition, none, targeted-services-manager: ring-fence.empty post.created wider.internal" },
  { 45, "targeted-services-manager/2", "wider-competition, wider-competition, none, targeted-services-manager: ring-fence.empty post.created wider.internal" },
  { 45, "targeted-services-manager/3", "wider-competition, wider-competition, none, targeted-services-manager: ring-fence.empty post.created wider.internal" },
  { 45, "targeted-services-manager/4", "wider-competition, wider-competition, none, targeted-services-manager: ring-fence.empty post.created wider.internal" },
  { 47, "assignment-19", "redeployed, wider-competition, redeployed, complex-needs-manager: trial.succeeded, final" },
  { 48, "isa-manager/4", "wider-competition, wider-competition, none, isa-manager: ring-fence.exhausted post.created wider.internal, final, override" },
};
/* clang-format on */

static char *
dup_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "examples", "data", name, NULL);
}

static CadreCase *
load_case (void)
{
  g_autofree char *path = dup_path ("stockton-2007-staged-case.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CadreCase *self = cadre_case_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (cadre_case_get_log (self))), ==,
                    N_EVENTS);
  return self;
}

static CadreOutcomes *
run_at (CadreCase *self, guint n)
{
  g_autoptr (GError) error = NULL;
  CadreOutcomes *outcomes = cadre_case_run_at (self, n, NULL, &error);

  g_assert_no_error (error);
  return outcomes;
}

/* An assignment, or a position as POST/NUMBER. */
static char *
dup_who (CadreOutcome *outcome)
{
  return cadre_outcome_get_subject (outcome) == CADRE_OUTCOME_SUBJECT_ASSIGNMENT
           ? g_strdup (cadre_outcome_get_assignment (outcome))
           : g_strdup_printf ("%s/%d", cadre_outcome_get_post (outcome),
                              cadre_outcome_get_position (outcome));
}

static char *
dup_outcome (CadreOutcome *outcome)
{
  const char *post = cadre_outcome_get_post_after (outcome);
  g_autofree char *reasons = g_strjoinv (" ", (char **) cadre_outcome_get_reasons (outcome));

  return g_strdup_printf ("%s, %s, %s, %s: %s%s%s",
                          nick_of (CADRE_TYPE_OUTCOME_KIND, cadre_outcome_get_kind (outcome)),
                          nick_of (CADRE_TYPE_STAGE, cadre_outcome_get_stage (outcome)),
                          nick_of (CADRE_TYPE_RUNG, cadre_outcome_get_rung (outcome)),
                          post != NULL ? post : "-", reasons,
                          cadre_outcome_is_final (outcome) ? ", final" : "",
                          cadre_outcome_is_override (outcome) ? ", override" : "");
}

/* Everybody's outcome, by who it is. */
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

/* The changes of one event but for those of facts alone. */
static GListModel *
list_changes (CadreCase *self, guint event)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) all = cadre_case_compare_events (self, event - 1, event, NULL, &error);
  GListStore *list = g_list_store_new (CADRE_TYPE_OUTCOME_CHANGE);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (CadreOutcomeChange) change = g_list_model_get_item (all, i);
      g_autoptr (GListModel) old_facts = cadre_outcome_change_list_old_facts (change);
      g_autoptr (GListModel) new_facts = cadre_outcome_change_list_new_facts (change);
      g_autofree char *before = dup_outcome (cadre_outcome_change_get_before (change));
      g_autofree char *after = dup_outcome (cadre_outcome_change_get_after (change));

      if (strcmp (before, after) != 0)
        g_list_store_append (list, change);
      else
        g_assert_cmpuint (g_list_model_get_n_items (old_facts) +
                            g_list_model_get_n_items (new_facts),
                          >, 0);
    }

  return G_LIST_MODEL (list);
}

/* The changes of one event, where the table has them, in its order. */
static void
check_event (CadreCase *self, guint event, GHashTable *all)
{
  g_autoptr (GListModel) list = list_changes (self, event);
  guint row = 0;
  guint n = 0;

  while (row < G_N_ELEMENTS (changes) && changes[row].event < event)
    row++;
  for (; row < G_N_ELEMENTS (changes) && changes[row].event == event; row++, n++)
    {
      g_autoptr (CadreOutcomeChange) change = g_list_model_get_item (list, n);
      g_autofree char *who = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      g_assert_nonnull (change);
      who = dup_who (cadre_outcome_change_get_after (change));
      before = dup_outcome (cadre_outcome_change_get_before (change));
      after = dup_outcome (cadre_outcome_change_get_after (change));
      g_assert_cmpstr (who, ==, changes[row].who);
      g_assert_cmpstr (before, ==, g_hash_table_lookup (all, who));
      g_assert_cmpstr (after, ==, changes[row].outcome);
      g_hash_table_insert (all, g_steal_pointer (&who), g_steal_pointer (&after));
    }
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n);
}

/* Each event changes what it should, for whom it should, and nothing else; what
 * the events have changed one after the other is what a run finds. */
static void
test_replay (void)
{
  g_autoptr (CadreCase) self = load_case ();
  g_autoptr (CadreOutcomes) start = run_at (self, 0);
  g_autoptr (GHashTable) all = list_outcomes (start);

  for (guint event = 1; event <= N_EVENTS; event++)
    {
      g_autoptr (CadreOutcomes) outcomes = NULL;
      g_autoptr (GHashTable) found = NULL;
      GHashTableIter iter;
      gpointer who = NULL;
      gpointer outcome = NULL;

      check_event (self, event, all);
      outcomes = run_at (self, event);
      found = list_outcomes (outcomes);
      g_assert_cmpuint (g_hash_table_size (found), ==, g_hash_table_size (all));
      g_hash_table_iter_init (&iter, found);
      while (g_hash_table_iter_next (&iter, &who, &outcome))
        g_assert_cmpstr (outcome, ==, g_hash_table_lookup (all, who));
    }
}

/* A log that grows event by event, run each time, and the replay of the whole. */
static void
test_live (void)
{
  g_autoptr (CadreCase) self = load_case ();
  g_autoptr (CadreCase) live = load_case ();
  g_autoptr (CadreLog) log = cadre_log_new ();

  cadre_case_set_log (live, log);
  for (guint n = 0; n <= N_EVENTS; n++)
    {
      g_autoptr (CadreLogEntry) entry =
        n > 0 ? cadre_log_get_entry (cadre_case_get_log (self), n - 1) : NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreOutcomes) now = NULL;
      g_autoptr (CadreOutcomes) then = run_at (self, n);
      g_autofree char *text = describe_outcomes (then);
      g_autofree char *now_text = NULL;

      if (entry != NULL)
        cadre_log_append (log, entry);
      now = cadre_case_run (live, NULL, &error);
      g_assert_no_error (error);
      now_text = describe_outcomes (now);
      g_assert_cmpstr (now_text, ==, text);
    }
}

/* Where the people of the third tier are: who is on which rung after which event. */
static void
test_rungs (void)
{
  static const struct
  {
    guint event;
    guint n_by_rung[CADRE_RUNG_LEFT + 1];
  } rows[] = {
    { 0, { 17, 9, 7, 0, 0, 0, 0, 0 } },   { 2, { 17, 10, 6, 0, 0, 0, 0, 0 } },
    { 3, { 18, 9, 5, 0, 0, 0, 0, 1 } },   { 29, { 18, 10, 4, 0, 0, 0, 0, 1 } },
    { 30, { 18, 11, 3, 0, 0, 0, 0, 1 } }, { 31, { 18, 11, 2, 1, 0, 0, 0, 1 } },
    { 32, { 18, 12, 0, 2, 0, 0, 0, 1 } }, { 35, { 18, 12, 1, 1, 0, 0, 0, 1 } },
    { 36, { 18, 13, 0, 1, 0, 0, 0, 1 } }, { 41, { 18, 13, 0, 0, 1, 0, 0, 1 } },
    { 43, { 18, 13, 0, 0, 0, 0, 1, 1 } }, { 44, { 18, 13, 0, 0, 1, 0, 0, 1 } },
    { 45, { 18, 13, 0, 0, 0, 0, 1, 1 } },
  };
  g_autoptr (CadreCase) self = load_case ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CadreOutcomes) outcomes = run_at (self, rows[i].event);
      guint counts[CADRE_RUNG_LEFT + 1] = { 0 };

      for (guint k = 0; k < cadre_outcomes_get_n_assignments (outcomes); k++)
        {
          g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (outcomes, k);

          counts[cadre_outcome_get_rung (outcome)]++;
        }
      g_assert_cmpmem (counts, sizeof (counts), rows[i].n_by_rung, sizeof (counts));
    }
}

/* Ten decisions, of which one is otherwise than proposed and says why. */
static void
test_decisions (void)
{
  g_autoptr (CadreCase) self = load_case ();
  g_autoptr (CadreOutcomes) outcomes = run_at (self, N_EVENTS);
  g_autoptr (CadreOutcome) held = cadre_outcomes_find_position (outcomes, "isa-manager", 4);
  CadreLogEntry *decision = cadre_outcome_get_decision (held);

  g_assert_cmpuint (cadre_outcomes_count_decisions (outcomes), ==, 10);
  g_assert_cmpuint (cadre_outcomes_count_overrides (outcomes), ==, 1);
  g_assert_true (cadre_outcome_is_override (held));
  g_assert_true (cadre_outcome_is_final (held));
  g_assert_cmpint (cadre_log_entry_get_outcome (decision), ==, CADRE_OUTCOME_KIND_HELD);
  g_assert_nonnull (cadre_log_entry_get_reason (decision));
}

/* What the paper says in the end, in words that stand on one line. */
static void
test_paper (void)
{
  static const char *const lines[] = {
    "This is a proposal. People have decided 10 of its outcomes.",
    "People have decided 10 outcomes. Otherwise than is proposed: 1.",
    "existing, slotting in and new together",
    "The holder would be slotted into Workforce Strategy & Development Manager.",
    "The holder would be slotted into School Improvement and pupil support - Chief Adviser.",
    "The holder would be slotted into Operations Safeguarding Manager.",
    "The holder would have Integrated Youth Support Service Manager, by appointment or selection.",
    "The post has another employer. The route there is stated.",
    "The holder would be redeployed to Complex Needs - Service Manager.",
    "The trial in Complex Needs - Service Manager has succeeded.",
    "The holder volunteers to leave, and the position goes.",
    "The assignment ends on 31 May 2007, within the change.",
    "3 positions: Filled by slotting in or appointment. 1 position: To go to wider competition.",
    "The limited competition has left the position unfilled.",
    "Position 4: Final, and otherwise than is proposed: kept back.",
    "Reason: The advertisement waits for the funding decision of the Primary Care Trust.",
    "15 assignments are in posts that do not change. None of them is at risk.",
    ("22 positions of new posts: 5 filled by slotting in or appointment; 17 to go to wider "
     "competition."),
  };
  static const char *const never[] = { "No decision has been made", "The fixed term ends",
                                       "later than the", "cut-off" };
  g_autoptr (CadreCase) self = load_case ();
  g_autoptr (CadreOutcomes) outcomes = run_at (self, N_EVENTS);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreReport) report =
    cadre_report_new_for_outcomes (outcomes, redaction, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = cadre_report_to_text (report, 2000);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (strstr (text, lines[i]) == NULL)
      g_error ("the paper does not say: %s", lines[i]);
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    g_assert_null (strstr (text, never[i]));
}

/* Below the full level the paper says that it is decided, and not what, by whom or why. */
static void
test_union_paper (void)
{
  static const char *const never[] = { "kept back", "Decided by", "advertisement", "31 July" };
  g_autoptr (CadreCase) self = load_case ();
  g_autoptr (CadreOutcomes) outcomes = run_at (self, N_EVENTS);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_UNION);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreReport) report =
    cadre_report_new_for_outcomes (outcomes, redaction, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = cadre_report_to_text (report, 1000);
  g_assert_nonnull (strstr (text, "People have decided 10 of its outcomes."));
  g_assert_nonnull (strstr (text, "Position 4: Final, and otherwise than is proposed."));
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    if (strstr (text, never[i]) != NULL)
      g_error ("the paper says: %s", never[i]);
}

/* Another letter or digit in a place that holds one. */
static void
change_letter (GString *text)
{
  gsize at = 0;
  char other = 0;

  do
    at = (gsize) g_test_rand_int_range (0, (gint32) text->len);
  while (!g_ascii_isalnum (text->str[at]));
  do
    other = "0123456789abcdefghijklmnopqrstuvwxyz"[g_test_rand_int_range (0, 36)];
  while (other == text->str[at]);
  text->str[at] = other;
}

/* Lines of events: one is gone, two are exchanged, one is there twice, or the
 * last ones are gone. */
static GString *
tamper_lines (const char *text, guint sort)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const guint a = (guint) g_test_rand_int_range (1, N_EVENTS);
  const guint b = (guint) g_test_rand_int_range ((gint32) a + 1, N_EVENTS + 1);
  GString *tampered = g_string_new (NULL);

  for (guint i = 0; i <= N_EVENTS && (sort != 3 || i <= a); i++)
    {
      guint line = sort == 1 && i == a ? b : sort == 1 && i == b ? a : i;

      if (sort != 0 || i != a)
        g_string_append_printf (tampered, "%s\n", lines[line]);
      if (sort == 2 && i == b)
        g_string_append_printf (tampered, "%s\n", lines[a]);
    }

  return tampered;
}

/* A log that was tampered with a thousand times over, seen a thousand times. */
static void
test_tampered (void)
{
  g_autoptr (CadreCase) self = load_case ();
  CadreLog *log = cadre_case_get_log (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_seen = 0;
  guint n_read = 0;

  g_assert_true (cadre_log_chain (log, &error));
  text = cadre_log_to_text (log, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_TAMPERED; i++)
    {
      const guint sort = i % 8;
      GString *tampered = sort < 4 ? tamper_lines (text, sort) : g_string_new (text);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) failure = NULL;
      g_autoptr (CadreLog) loaded = NULL;

      if (sort >= 4)
        change_letter (tampered);
      g_assert_cmpstr (tampered->str, !=, text);
      bytes = g_string_free_to_bytes (tampered);
      loaded = cadre_log_load_bytes (bytes, NULL, NULL, &failure);
      n_read += loaded != NULL;
      n_seen += loaded == NULL || !cadre_log_verify (loaded, cadre_log_get_head (log), NULL, NULL);
    }

  g_assert_cmpuint (n_seen, ==, N_TAMPERED);
  g_assert_cmpuint (n_read, >, N_TAMPERED / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matching/staged/replay", test_replay);
  g_test_add_func ("/matching/staged/live", test_live);
  g_test_add_func ("/matching/staged/rungs", test_rungs);
  g_test_add_func ("/matching/staged/decisions", test_decisions);
  g_test_add_func ("/matching/staged/paper", test_paper);
  g_test_add_func ("/matching/staged/union-paper", test_union_paper);
  g_test_add_func ("/matching/staged/tampered", test_tampered);

  return g_test_run ();
}
