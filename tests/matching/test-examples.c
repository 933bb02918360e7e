/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the engine says of the two cases that were made from papers, by id: who is
 * slotted in, who may compete, who is touched and who is not. */

#include <string.h>

#include "outcome-checks.h"

typedef struct
{
  const char *assignment;
  CadreOutcomeKind kind;
  CadreStage stage;
  CadreRung rung;
  const char *post;    /* after, or NULL */
  const char *reasons; /* all of them, in their order */
} Expected;

typedef struct
{
  const char *post;
  guint n_positions;
  CadreOutcomeKind kind;
  const char *reasons;
} ExpectedPost;

static CadreOutcomes *
run_example (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "examples", "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreCase) source = cadre_case_load (file, NULL, NULL, &error);
  CadreOutcomes *outcomes = NULL;

  g_assert_no_error (error);
  outcomes = cadre_case_run (source, NULL, &error);
  g_assert_no_error (error);
  check_outcomes (outcomes);
  return outcomes;
}

static void
assert_reasons (CadreOutcome *outcome, const char *wanted)
{
  g_autofree char *reasons = g_strjoinv (", ", (char **) cadre_outcome_get_reasons (outcome));

  g_assert_cmpstr (reasons, ==, wanted);
}

static void
assert_assignments (CadreOutcomes *outcomes, const Expected *rows, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreOutcome) outcome =
        cadre_outcomes_find_assignment (outcomes, rows[i].assignment);

      g_assert_nonnull (outcome);
      assert_reasons (outcome, rows[i].reasons);
      g_assert_cmpint (cadre_outcome_get_kind (outcome), ==, rows[i].kind);
      g_assert_cmpint (cadre_outcome_get_stage (outcome), ==, rows[i].stage);
      g_assert_cmpint (cadre_outcome_get_rung (outcome), ==, rows[i].rung);
      g_assert_cmpstr (cadre_outcome_get_post_after (outcome), ==, rows[i].post);
    }
}

static void
assert_posts (CadreOutcomes *outcomes, const ExpectedPost *rows, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreOutcome) one_more =
        cadre_outcomes_find_position (outcomes, rows[i].post, rows[i].n_positions + 1);

      g_assert_null (one_more);
      for (guint position = 1; position <= rows[i].n_positions; position++)
        {
          g_autoptr (CadreOutcome) outcome =
            cadre_outcomes_find_position (outcomes, rows[i].post, position);

          g_assert_nonnull (outcome);
          assert_reasons (outcome, rows[i].reasons);
          g_assert_cmpint (cadre_outcome_get_kind (outcome), ==, rows[i].kind);
        }
    }
}

/* A fact of the outcome of an assignment. */
static void
assert_fact (CadreOutcomes *outcomes, const char *assignment, const char *name, const char *text)
{
  g_autoptr (CadreOutcome) outcome = cadre_outcomes_find_assignment (outcomes, assignment);

  g_assert_cmpstr (cadre_outcome_get_fact (outcome, name), ==, text);
}

#define CHECK(assignment, post)                                                                 \
  {                                                                                             \
    assignment, CADRE_OUTCOME_KIND_TO_BE_CHECKED, CADRE_STAGE_SLOTTING_IN, CADRE_RUNG_AFFECTED, \
      post, "claim.grade-unknown, claim.heads-unknown, claim.declared"                          \
  }
#define SLOT(assignment, post)                                                                  \
  {                                                                                             \
    assignment, CADRE_OUTCOME_KIND_SLOTTED, CADRE_STAGE_SLOTTING_IN, CADRE_RUNG_AFFECTED, post, \
      "claim.unique, claim.judged-level"                                                        \
  }
#define SAME(assignment, post)                                                         \
  {                                                                                    \
    assignment, CADRE_OUTCOME_KIND_UNCHANGED, CADRE_STAGE_NONE, CADRE_RUNG_NONE, post, \
      "post.unchanged"                                                                 \
  }

static const char *const slotted_posts[] = { "workforce-manager", "chief-adviser",
                                             "operations-safeguarding-manager" };

static void
assert_gaps (CadreOutcomes *outcomes, CadreOutcomeGap gap)
{
  static const char *const assignments[] = { "assignment-10", "assignment-11", "assignment-16" };

  for (guint i = 0; i < G_N_ELEMENTS (assignments); i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_find_assignment (outcomes, assignments[i]);

      g_assert_cmpint (cadre_outcome_get_declared (outcome), ==,
                       CADRE_DECLARED_OUTCOME_SLOTTING_IN);
      g_assert_cmpint (cadre_outcome_get_gap (outcome), ==, gap);
    }
}

/* The paper slots in three, one of them into a post with another title. It
 * states no grades: each is to be checked, and its position is held. */
static void
test_slots_to_be_checked (void)
{
  static const Expected expected[] = {
    CHECK ("assignment-10", "workforce-manager"),
    CHECK ("assignment-11", "chief-adviser"),
    CHECK ("assignment-16", "operations-safeguarding-manager"),
  };
  g_autoptr (CadreOutcomes) outcomes = run_example ("stockton-2007-case.json");

  assert_assignments (outcomes, expected, G_N_ELEMENTS (expected));
  assert_gaps (outcomes, CADRE_OUTCOME_GAP_UNVERIFIED);
  for (guint i = 0; i < G_N_ELEMENTS (slotted_posts); i++)
    {
      ExpectedPost post = { slotted_posts[i], 1, CADRE_OUTCOME_KIND_HELD,
                            "position.claim-to-be-checked" };

      assert_posts (outcomes, &post, 1);
    }
  g_assert_cmpuint (cadre_outcomes_count (outcomes, CADRE_OUTCOME_SUBJECT_ASSIGNMENT,
                                          CADRE_OUTCOME_KIND_SLOTTED),
                    ==, 0);
}

/* A panel has judged the three alike, and of like level. Nothing else changes. */
static void
test_slots_judged (void)
{
  static const Expected expected[] = {
    SLOT ("assignment-10", "workforce-manager"),
    SLOT ("assignment-11", "chief-adviser"),
    SLOT ("assignment-16", "operations-safeguarding-manager"),
  };
  g_autoptr (CadreOutcomes) outcomes = run_example ("stockton-2007-judged-case.json");
  g_autoptr (CadreOutcomes) others = run_example ("stockton-2007-case.json");

  assert_assignments (outcomes, expected, G_N_ELEMENTS (expected));
  assert_gaps (outcomes, CADRE_OUTCOME_GAP_AGREES);
  assert_fact (outcomes, "assignment-10", "grades-alike", "yes");
  assert_fact (outcomes, "assignment-10", "purpose", "the same, judged");
  g_assert_cmpuint (cadre_outcomes_count (outcomes, CADRE_OUTCOME_SUBJECT_ASSIGNMENT,
                                          CADRE_OUTCOME_KIND_SLOTTED),
                    ==, 3);
  for (guint kind = 0; kind <= CADRE_OUTCOME_KIND_DELETED; kind++)
    if (kind != CADRE_OUTCOME_KIND_SLOTTED && kind != CADRE_OUTCOME_KIND_TO_BE_CHECKED)
      g_assert_cmpuint (cadre_outcomes_count (outcomes, CADRE_OUTCOME_SUBJECT_ASSIGNMENT, kind), ==,
                        cadre_outcomes_count (others, CADRE_OUTCOME_SUBJECT_ASSIGNMENT, kind));
}

/* Six new positions of the third tier: four of one post and one of another in a
 * ring-fence, one that nobody has prior consideration for. */
static void
test_new_positions (void)
{
  static const ExpectedPost expected[] = {
    { "isa-manager", 4, CADRE_OUTCOME_KIND_CONTESTED, "position.contested, post.created" },
    { "iyss-manager", 1, CADRE_OUTCOME_KIND_CONTESTED, "position.contested, post.created" },
    { "complex-needs-manager", 1, CADRE_OUTCOME_KIND_WIDER_COMPETITION,
      "ring-fence.empty, post.created" },
  };
  g_autoptr (CadreOutcomes) outcomes = run_example ("stockton-2007-case.json");
  g_autoptr (CadreRingFence) fence =
    cadre_outcomes_find_ring_fence (outcomes, "ring-fence/isa-manager");
  g_autoptr (GListModel) members = NULL;

  assert_posts (outcomes, expected, G_N_ELEMENTS (expected));
  g_assert_nonnull (fence);
  members = cadre_ring_fence_list_members (fence);
  g_assert_cmpuint (g_list_model_get_n_items (members), ==, 5);
}

/* Who may compete; across employers no route is known. The council's tier 3 and
 * the trust's tier 4 are one tier. */
static void
test_ring_fences (void)
{
  static const struct
  {
    const char *assignment;
    const char *post;
    const char *reasons;
    const char *tier;
  } expected[] = {
    { "assignment-18", "iyss-manager", "ring-fence.to-be-checked", "4, 3 of sbc" },
    { "assignment-19", "iyss-manager", "ring-fence.to-be-checked", "4, 3 of sbc" },
    { "assignment-20", "isa-manager", "ring-fence.to-be-checked", "4, 3 of sbc" },
    { "assignment-21", "isa-manager", "ring-fence.to-be-checked", "4, 3 of sbc" },
    { "assignment-23", "isa-manager", "ring-fence.to-be-checked, route.none", "4, 4 of ntpct" },
    { "assignment-24", "isa-manager", "ring-fence.to-be-checked, route.none", "4, 4 of ntpct" },
    { "assignment-25", "isa-manager", "ring-fence.to-be-checked, route.none", "4, 4 of ntpct" },
  };
  g_autoptr (CadreOutcomes) outcomes = run_example ("stockton-2007-case.json");

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const Expected row = { expected[i].assignment,
                             CADRE_OUTCOME_KIND_RING_FENCED,
                             CADRE_STAGE_LIMITED_COMPETITION,
                             CADRE_RUNG_AT_RISK_GROUP,
                             expected[i].post,
                             expected[i].reasons };

      assert_assignments (outcomes, &row, 1);
      assert_fact (outcomes, expected[i].assignment, "tier-before", expected[i].tier);
      assert_fact (outcomes, expected[i].assignment, "ring-fence-unknown", "grade");
    }
}

/* Two directors wait for a decision elsewhere, lose functions now, and are in no
 * total of people at risk. */
static void
test_directors (void)
{
  static const Expected expected[] = {
    { "assignment-06", CADRE_OUTCOME_KIND_DEFERRED, CADRE_STAGE_NONE, CADRE_RUNG_AFFECTED,
      "pct-director-operational-services", "post.deferred, post.functions-leave" },
    { "assignment-09", CADRE_OUTCOME_KIND_DEFERRED, CADRE_STAGE_NONE, CADRE_RUNG_AFFECTED,
      "pct-director-public-health", "post.deferred, post.functions-leave" },
  };
  g_autoptr (CadreOutcomes) outcomes = run_example ("stockton-2007-case.json");

  assert_assignments (outcomes, expected, G_N_ELEMENTS (expected));
  assert_fact (outcomes, "assignment-06", "functions-receiving",
               "head-operations, head-school-effectiveness");
  assert_fact (outcomes, "assignment-06", "decision-elsewhere", "PCT reconfiguration");
  g_assert_cmpuint (cadre_outcomes_count (outcomes, CADRE_OUTCOME_SUBJECT_ASSIGNMENT,
                                          CADRE_OUTCOME_KIND_DISPLACED),
                    ==, 0);
}

/* The joint head is one person in one position with a tier in each employer's
 * scale. The Head of Operations is declared unchanged, and answers to two more
 * bodies. The Strategic Manager's line changes. */
static void
test_heads (void)
{
  static const Expected expected[] = {
    SAME ("assignment-05", "head-strategy"),
    { "assignment-04", CADRE_OUTCOME_KIND_AFFECTED, CADRE_STAGE_NONE, CADRE_RUNG_AFFECTED,
      "head-operations", "post.declared-unchanged" },
    { "assignment-17", CADRE_OUTCOME_KIND_AFFECTED, CADRE_STAGE_NONE, CADRE_RUNG_AFFECTED,
      "strategic-manager-surestart", "post.changed, post.broadly-same" },
  };
  g_autoptr (CadreOutcomes) outcomes = run_example ("stockton-2007-case.json");
  g_autoptr (CadreOutcome) second = cadre_outcomes_find_position (outcomes, "head-strategy", 2);

  assert_assignments (outcomes, expected, G_N_ELEMENTS (expected));
  assert_fact (outcomes, "assignment-05", "tier-before", "3, 2 of sbc, 3 of ntpct");
  g_assert_null (second);
  g_assert_cmpuint (cadre_issue_list_get_count (cadre_outcomes_get_issues (outcomes),
                                                "matching.post.declared-unchanged"),
                    ==, 2);
}

/* A health visitor seconded in: the home organisation remains responsible, and
 * the home assignment does not change. */
static void
test_secondees (void)
{
  static const Expected expected[] = {
    { "assignment-31", CADRE_OUTCOME_KIND_OUT_OF_SCOPE, CADRE_STAGE_NONE, CADRE_RUNG_NONE, NULL,
      "scope.secondee-in, secondment.home-claims" },
    { "assignment-32", CADRE_OUTCOME_KIND_OUT_OF_SCOPE, CADRE_STAGE_NONE, CADRE_RUNG_NONE, NULL,
      "scope.secondee-in, secondment.home-elsewhere" },
    { "assignment-30", CADRE_OUTCOME_KIND_UNCHANGED, CADRE_STAGE_NONE, CADRE_RUNG_NONE,
      "pct-health-visitor", "post.unchanged, assignment.released" },
  };
  g_autoptr (CadreOutcomes) outcomes = run_example ("stockton-2007-case.json");

  assert_assignments (outcomes, expected, G_N_ELEMENTS (expected));
  assert_fact (outcomes, "assignment-31", "home-organisation", "ntpct");
}

/* One person, two assignments, two outcomes: one post goes, the other stays. */
static void
test_two_assignments (void)
{
  g_autoptr (CadreOutcomes) outcomes = run_example ("stockton-2007-case.json");
  g_autoptr (GListModel) list = cadre_outcomes_list_for_person (outcomes, "person-19");
  g_autoptr (CadreOutcome) first = NULL;
  g_autoptr (CadreOutcome) second = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  first = g_list_model_get_item (list, 0);
  second = g_list_model_get_item (list, 1);
  g_assert_cmpstr (cadre_outcome_get_assignment (first), ==, "assignment-19");
  g_assert_cmpint (cadre_outcome_get_kind (first), ==, CADRE_OUTCOME_KIND_RING_FENCED);
  g_assert_cmpstr (cadre_outcome_get_assignment (second), ==, "assignment-28");
  g_assert_cmpint (cadre_outcome_get_kind (second), ==, CADRE_OUTCOME_KIND_UNCHANGED);
}

/* Nobody in an unchanged post is at risk. */
static void
test_nobody_at_risk (gconstpointer name)
{
  g_autoptr (CadreOutcomes) outcomes = run_example (name);
  guint n_unchanged = 0;

  for (guint i = 0; i < cadre_outcomes_get_n_assignments (outcomes); i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (outcomes, i);

      if (!cadre_outcome_has_reason (outcome, "post.unchanged"))
        continue;
      n_unchanged++;
      g_assert_cmpint (cadre_outcome_get_kind (outcome), ==, CADRE_OUTCOME_KIND_UNCHANGED);
      g_assert_cmpint (cadre_outcome_get_rung (outcome), ==, CADRE_RUNG_NONE);
    }

  g_assert_cmpuint (n_unchanged, >, 0);
}

/* The five holders of a grouped post that is split into six claim all of them,
 * and none of the six is anybody's first. */
static void
test_vale_managers (void)
{
  g_autoptr (CadreOutcomes) outcomes = run_example ("vale-2008-case.json");

  for (guint i = 4; i <= 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("assignment-%02u", i);
      const Expected row = { id,
                             CADRE_OUTCOME_KIND_TO_BE_CHECKED,
                             CADRE_STAGE_SLOTTING_IN,
                             CADRE_RUNG_AT_RISK_GROUP,
                             NULL,
                             "claim.grade-unknown, claim.heads-unknown, "
                             "claim.others-to-be-checked, claim.other-posts-to-be-checked" };

      assert_assignments (outcomes, &row, 1);
      assert_fact (outcomes, id, "posts",
                   "om-adult-care-planning, om-adult-integrated, om-adult-provider, "
                   "om-children-care-planning, om-children-integrated, om-children-provider");
    }
}

/* One post is deleted and its holder displaced; of three heads one is slotted in
 * by the paper, and two are to be competed for. */
static void
test_vale_heads (void)
{
  static const Expected expected[] = {
    SAME ("assignment-01", "director-social-services"),
    CHECK ("assignment-02", "head-business-management"),
    { "assignment-03", CADRE_OUTCOME_KIND_DISPLACED, CADRE_STAGE_WIDER_COMPETITION,
      CADRE_RUNG_AT_RISK, NULL,
      "displaced.nothing-found, post.deleted, displaced.wider-competition-open, "
      "ring.own-employer" },
  };
  static const ExpectedPost posts[] = {
    { "head-adult-services", 1, CADRE_OUTCOME_KIND_WIDER_COMPETITION,
      "ring-fence.empty, post.created" },
    { "head-childrens-services", 1, CADRE_OUTCOME_KIND_WIDER_COMPETITION,
      "ring-fence.empty, post.created" },
    { "head-business-management", 1, CADRE_OUTCOME_KIND_HELD, "position.claim-to-be-checked" },
    { "om-commissioning", 1, CADRE_OUTCOME_KIND_DELETED, "post.deleted" },
  };
  g_autoptr (CadreOutcomes) outcomes = run_example ("vale-2008-case.json");

  assert_assignments (outcomes, expected, G_N_ELEMENTS (expected));
  assert_posts (outcomes, posts, G_N_ELEMENTS (posts));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matching/examples/stockton/slots-to-be-checked", test_slots_to_be_checked);
  g_test_add_func ("/matching/examples/stockton/slots-judged", test_slots_judged);
  g_test_add_func ("/matching/examples/stockton/new-positions", test_new_positions);
  g_test_add_func ("/matching/examples/stockton/ring-fences", test_ring_fences);
  g_test_add_func ("/matching/examples/stockton/directors", test_directors);
  g_test_add_func ("/matching/examples/stockton/heads", test_heads);
  g_test_add_func ("/matching/examples/stockton/secondees", test_secondees);
  g_test_add_func ("/matching/examples/stockton/two-assignments", test_two_assignments);
  g_test_add_data_func ("/matching/examples/stockton/nobody-at-risk", "stockton-2007-case.json",
                        test_nobody_at_risk);
  g_test_add_data_func ("/matching/examples/vale/nobody-at-risk", "vale-2008-case.json",
                        test_nobody_at_risk);
  g_test_add_func ("/matching/examples/vale/managers", test_vale_managers);
  g_test_add_func ("/matching/examples/vale/heads", test_vale_heads);

  return g_test_run ();
}
