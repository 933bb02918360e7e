/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Small worked cases, each with what it must come to. The cases are in
 * tests/data/matching; the form of an expectation is in the README there. */

#include <string.h>

#include "outcome-checks.h"

typedef struct
{
  const char *name;
  guint line;
  CadreOutcomes *outcomes;
  guint n_assignments; /* that the expectation names */
} Scenario;

static CadreOutcome *
find_outcome (Scenario *self, const char *subject)
{
  const char *slash = strrchr (subject, '/');
  g_autofree char *post = NULL;

  if (slash == NULL)
    return cadre_outcomes_find_assignment (self->outcomes, subject);

  post = g_strndup (subject, (gsize) (slash - subject));
  return cadre_outcomes_find_position (self->outcomes, post,
                                       (guint) g_ascii_strtoull (slash + 1, NULL, 10));
}

static CadreOutcome *
need_outcome (Scenario *self, const char *subject)
{
  CadreOutcome *outcome = find_outcome (self, subject);

  if (outcome == NULL)
    g_error ("%s:%u: there is no outcome of %s", self->name, self->line, subject);
  return outcome;
}

static void
expect (Scenario *self, const char *what, const char *found, const char *wanted)
{
  if (g_strcmp0 (found, wanted) != 0)
    g_error ("%s:%u: %s is %s, not %s", self->name, self->line, what, found, wanted);
}

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "-";
}

static void
expect_reasons (Scenario *self, CadreOutcome *outcome, const char *list)
{
  g_auto (GStrv) reasons = g_strsplit (list, ", ", -1);
  g_autofree char *line = cadre_outcome_to_string (outcome);

  for (guint i = 0; reasons[i] != NULL; i++)
    if (!cadre_outcome_has_reason (outcome, reasons[i]))
      g_error ("%s:%u: no reason %s in %s", self->name, self->line, reasons[i], line);
  expect (self, "the first reason", cadre_outcome_get_reasons (outcome)[0], reasons[0]);
}

/* kind | stage | post | rung | reasons */
static void
expect_assignment (Scenario *self, const char *subject, char **parts)
{
  g_autoptr (CadreOutcome) outcome = need_outcome (self, subject);

  self->n_assignments++;
  g_assert_cmpuint (g_strv_length (parts), ==, 5);
  expect (self, subject, nick_of (CADRE_TYPE_OUTCOME_KIND, cadre_outcome_get_kind (outcome)),
          parts[0]);
  expect (self, "the stage", nick_of (CADRE_TYPE_STAGE, cadre_outcome_get_stage (outcome)),
          parts[1]);
  expect (self, "the post", or_dash (cadre_outcome_get_post_after (outcome)), parts[2]);
  expect (self, "the rung", nick_of (CADRE_TYPE_RUNG, cadre_outcome_get_rung (outcome)), parts[3]);
  expect_reasons (self, outcome, parts[4]);
}

/* kind | stage | assignment | reasons */
static void
expect_position (Scenario *self, const char *subject, char **parts)
{
  g_autoptr (CadreOutcome) outcome = need_outcome (self, subject);

  g_assert_cmpuint (g_strv_length (parts), ==, 4);
  expect (self, subject, nick_of (CADRE_TYPE_OUTCOME_KIND, cadre_outcome_get_kind (outcome)),
          parts[0]);
  expect (self, "the stage", nick_of (CADRE_TYPE_STAGE, cadre_outcome_get_stage (outcome)),
          parts[1]);
  expect (self, "who fills it", or_dash (cadre_outcome_get_assignment (outcome)), parts[2]);
  expect_reasons (self, outcome, parts[3]);
}

/* Members in order; a question mark marks one that is to be checked. */
static void
expect_ring_fence (Scenario *self, const char *id, char **parts)
{
  g_autoptr (CadreRingFence) fence = cadre_outcomes_find_ring_fence (self->outcomes, id);
  g_autoptr (GListModel) members = fence != NULL ? cadre_ring_fence_list_members (fence) : NULL;
  g_autoptr (GString) list = g_string_new (NULL);

  if (fence == NULL)
    g_error ("%s:%u: there is no ring-fence %s", self->name, self->line, id);
  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (CadreRingFenceMember) member = g_list_model_get_item (members, i);

      g_string_append_printf (list, "%s%s%s", i > 0 ? ", " : "",
                              cadre_ring_fence_member_get_assignment (member),
                              cadre_ring_fence_member_get_truth (member) == CADRE_TRUTH_TRUE ? ""
                                                                                             : "?");
    }

  expect (self, id, list->str, parts[0]);
}

static void
expect_difference (Scenario *self, const char *assignment, char **parts)
{
  GListModel *list = cadre_outcomes_get_reading_differences (self->outcomes);
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreReadingDifference) difference = g_list_model_get_item (list, i);
      CadreOutcome *first = cadre_reading_difference_get_first_instance (difference);
      CadreOutcome *fixpoint = cadre_reading_difference_get_fixpoint (difference);

      if (g_strcmp0 (cadre_reading_difference_get_assignment (difference), assignment) != 0)
        continue;
      expect (self, "in the first instance",
              nick_of (CADRE_TYPE_OUTCOME_KIND, cadre_outcome_get_kind (first)), parts[0]);
      expect (self, "at the fixpoint",
              nick_of (CADRE_TYPE_OUTCOME_KIND, cadre_outcome_get_kind (fixpoint)), parts[1]);
      return;
    }

  g_error ("%s:%u: the readings agree about %s", self->name, self->line, assignment);
}

static void
expect_person (Scenario *self, const char *person, char **parts)
{
  g_autoptr (GListModel) list = cadre_outcomes_list_for_person (self->outcomes, person);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CadreOutcome) outcome = g_list_model_get_item (list, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                              cadre_outcome_get_assignment (outcome));
    }

  expect (self, person, ids->str, parts[0]);
}

static void
expect_gap (Scenario *self, const char *subject, char **parts)
{
  g_autoptr (CadreOutcome) outcome = need_outcome (self, subject);
  g_autofree char *sentence = cadre_outcome_dup_gap_sentence (outcome);
  CadreOutcomeGap gap = cadre_outcome_get_gap (outcome);

  expect (self, "the gap", nick_of (CADRE_TYPE_OUTCOME_GAP, gap), parts[0]);
  g_assert_true ((sentence != NULL) ==
                 (gap == CADRE_OUTCOME_GAP_DIFFERS || gap == CADRE_OUTCOME_GAP_UNVERIFIED));
}

/* "fact SUBJECT NAME = TEXT" */
static void
expect_fact (Scenario *self, const char *subject_and_name, char **parts)
{
  g_auto (GStrv) words = g_strsplit (subject_and_name, " ", 2);
  g_autoptr (CadreOutcome) outcome = need_outcome (self, words[0]);

  expect (self, subject_and_name, cadre_outcome_get_fact (outcome, words[1]), parts[0]);
}

/* "no-reason SUBJECT = CODE" */
static void
expect_no_reason (Scenario *self, const char *subject, char **parts)
{
  g_autoptr (CadreOutcome) outcome = need_outcome (self, subject);

  if (cadre_outcome_has_reason (outcome, parts[0]))
    g_error ("%s:%u: %s has the reason %s", self->name, self->line, subject, parts[0]);
}

static void
expect_issue (Scenario *self, const char *code, gboolean wanted)
{
  guint n = cadre_issue_list_get_count (cadre_outcomes_get_issues (self->outcomes), code);

  if ((n > 0) != wanted)
    g_error ("%s:%u: there are %u issues %s", self->name, self->line, n, code);
}

static void
expect_no_position (Scenario *self, const char *subject)
{
  g_autoptr (CadreOutcome) outcome = find_outcome (self, subject);

  g_assert_null (outcome);
}

static const struct
{
  const char *word;
  void (*check) (Scenario *self, const char *subject, char **parts);
} checks[] = {
  { "assignment ", expect_assignment },
  { "position ", expect_position },
  { "ring-fence ", expect_ring_fence },
  { "differs ", expect_difference },
  { "person ", expect_person },
  { "gap ", expect_gap },
  { "fact ", expect_fact },
  { "no-reason ", expect_no_reason },
};

static void
check_line (Scenario *self, const char *line)
{
  g_auto (GStrv) halves = g_strsplit (line, " = ", 2);
  g_auto (GStrv) parts = NULL;

  if (g_str_has_prefix (line, "issue "))
    {
      expect_issue (self, line + strlen ("issue "), TRUE);
      return;
    }
  if (g_str_has_prefix (line, "no-issue "))
    {
      expect_issue (self, line + strlen ("no-issue "), FALSE);
      return;
    }
  if (g_str_has_prefix (line, "no-position "))
    {
      expect_no_position (self, line + strlen ("no-position "));
      return;
    }

  parts = g_strsplit (halves[1], " | ", -1);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (g_str_has_prefix (line, checks[i].word))
      {
        checks[i].check (self, halves[0] + strlen (checks[i].word), parts);
        return;
      }

  g_error ("%s:%u: what is meant by: %s", self->name, self->line, line);
}

static CadreOutcomes *
run_case (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreCase) source = cadre_case_load (file, NULL, NULL, &error);
  CadreOutcomes *outcomes = NULL;

  g_assert_no_error (error);
  outcomes = cadre_case_run (source, NULL, &error);
  g_assert_no_error (error);
  return outcomes;
}

static void
test_scenario (gconstpointer data)
{
  const char *path = data;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *expect_path = g_strdup_printf ("%.*sexpect", (int) strlen (path) - 4, path);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (CadreOutcomes) outcomes = run_case (path);
  Scenario scenario = { name, 0, outcomes, 0 };

  g_assert_true (g_file_get_contents (expect_path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      scenario.line = i + 1;
      if (*lines[i] != '\0' && *lines[i] != '#')
        check_line (&scenario, lines[i]);
    }

  /* An expectation is about everybody. */
  g_assert_cmpuint (scenario.n_assignments, ==, cadre_outcomes_get_n_assignments (outcomes));
  check_outcomes (outcomes);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name = NULL;

  g_test_init (&argc, &argv, NULL);

  folder = g_test_build_filename (G_TEST_DIST, "data", "matching", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      char *path = g_build_filename (folder, names->pdata[i], NULL);
      g_autofree char *test =
        g_strdup_printf ("/matching/scenario/%.*s", (int) strlen (names->pdata[i]) - 5,
                         (char *) names->pdata[i]);

      g_test_add_data_func_full (test, path, test_scenario, g_free);
    }

  return g_test_run ();
}
