/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Policies as objects: what is doubtful about them, how several stand to each
 * other, and those that the library carries. */

#include <string.h>

#include <cadre/cadre.h>

typedef struct
{
  const char *name;
  const char *parameter;
  const char *value;
  const char *code;    /* of the issue about the parameter */
  const char *without; /* a value that it is not about */
} Doubt;

static const Doubt doubts[] = {
  { "half", "slot.threshold", "50", "matching.policy.less-than-most", "51" },
  { "half-of-head", "slot.threshold.duties", "30", "matching.policy.less-than-most", "60" },
  { "excluded", "fixed-term", "excluded", "matching.policy.fixed-term", "as-permanent" },
  { "alone", "selection.criteria", "attendance", "matching.policy.selects-by-itself",
    "attendance, interview" },
  { "service", "selection.criteria", "skills, length-of-service", "matching.policy.proxy-for-age",
    "skills, interview" },
  { "last-in", "selection.tie-breaks", "last-in-first-out", "matching.policy.proxy-for-age",
    "further-assessment" },
  { "cheapest", "voluntary.criteria", "cost", "matching.policy.selects-by-itself",
    "service-need, discretion" },
  { "earliest-expiry", "selection.tie-breaks", "earliest-expiry", "matching.policy.earliest-expiry",
    "panel-decision" },
  { "untied", "voluntary.release", "untied", "matching.policy.untied-release", "tied" },
  { "criteria", "voluntary.criteria", "none", "matching.policy.no-release-criteria",
    "service-need, discretion" },
  { "trial", "trial.weeks", "3", "matching.policy.short-trial", "4" },
  { "priority", "priority.order", "at-risk, statutory-priority",
    "matching.policy.priority-not-first", "statutory-priority, at-risk" },
};

static CadrePolicy *
new_policy (void)
{
  g_autoptr (CadrePolicy) base = cadre_policy_new_illustrative ();

  return cadre_policy_new_based_on (base, "own");
}

static CadrePolicy *
with (CadrePolicy *policy, const char *parameter, const char *value)
{
  g_autoptr (GError) error = NULL;
  CadrePolicy *other = cadre_policy_with_parameter (policy, parameter, value, "4.2", &error);

  g_assert_no_error (error);
  return other;
}

/* Whether an issue of a code is about a parameter, in one of several issues. */
static gboolean
is_doubted (CadrePolicy *policy, const char *code, const char *parameter)
{
  g_autoptr (CadreIssueList) issues = cadre_policy_validate (policy);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (issues));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreIssue) issue = g_list_model_get_item (G_LIST_MODEL (issues), i);

      if (g_strcmp0 (cadre_issue_get_code (issue), code) == 0 &&
          g_strcmp0 (cadre_issue_get_subject (issue), parameter) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
test_doubt (gconstpointer data)
{
  const Doubt *doubt = data;
  g_autoptr (CadrePolicy) policy = new_policy ();
  g_autoptr (CadrePolicy) doubtful = with (policy, doubt->parameter, doubt->value);
  g_autoptr (CadrePolicy) good = with (policy, doubt->parameter, doubt->without);

  g_assert_true (is_doubted (doubtful, doubt->code, doubt->parameter));
  g_assert_false (is_doubted (good, doubt->code, doubt->parameter));
}

/* What two parameters make together. */
static void
test_together (void)
{
  g_autoptr (CadrePolicy) policy = new_policy ();
  g_autoptr (CadrePolicy) all = with (policy, "slot.threshold", "100");
  g_autoptr (CadrePolicy) more = with (all, "slot.threshold-inclusive", "false");
  g_autoptr (CadrePolicy) weighted = with (policy, "slot.overall", "weighted");
  g_autoptr (CadrePolicy) head = with (weighted, "slot.threshold.duties", "70");
  g_autoptr (CadrePolicy) permitted = with (policy, "selection.tie-breaks", "lot");
  g_autoptr (CadrePolicy) barred = with (permitted, "selection.tie-breaks-barred", "lot");
  g_autoptr (CadrePolicy) line = with (policy, "pool.same-line", "true");
  g_autoptr (CadrePolicy) unit = with (line, "pool.same-unit", "true");
  g_autoptr (CadrePolicy) narrow = with (unit, "pool.grade-difference", "0");

  g_assert_false (is_doubted (all, "matching.policy.never-reached", "slot.threshold"));
  g_assert_true (is_doubted (more, "matching.policy.never-reached", "slot.threshold"));
  g_assert_false (is_doubted (weighted, "matching.policy.no-effect", "slot.threshold.duties"));
  g_assert_true (is_doubted (head, "matching.policy.no-effect", "slot.threshold.duties"));
  g_assert_false (
    is_doubted (permitted, "matching.policy.tie-break", "selection.tie-breaks-barred"));
  g_assert_true (is_doubted (barred, "matching.policy.tie-break", "selection.tie-breaks-barred"));
  g_assert_false (is_doubted (unit, "matching.policy.ring-fence-of-one", "pool.same-unit"));
  g_assert_true (is_doubted (narrow, "matching.policy.ring-fence-of-one", "pool.same-unit"));
}

static void
test_papers (void)
{
  static const char text[] =
    "{\"cadre\":\"policy\",\"version\":1,\"policies\":[{\"name\":\"own\",\"base\":\"one-person-one-"
    "post\",\"version\":\"3\",\"agreed\":\"2020-01-01\",\"parties\":[\"council\",\"unions\"],"
    "\"parameters\":{\"trial.weeks\":{\"value\":6,\"clause\":\"9\"},\"bumping\":\"forbidden\"}}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = cadre_policy_load_bytes (bytes, NULL, NULL, &error);
  g_autoptr (CadrePolicy) stated = NULL;
  g_autoptr (CadrePolicy) bare = new_policy ();

  g_assert_no_error (error);
  stated = g_list_model_get_item (list, 0);
  g_assert_false (is_doubted (stated, "matching.policy.no-date", NULL));
  g_assert_false (is_doubted (stated, "matching.policy.no-parties", NULL));
  g_assert_false (is_doubted (stated, "matching.policy.no-version", NULL));
  g_assert_false (is_doubted (stated, "matching.policy.no-clause", "trial.weeks"));
  g_assert_true (is_doubted (stated, "matching.policy.no-clause", "bumping"));
  g_assert_false (is_doubted (stated, "matching.policy.inherited", "bumping"));
  g_assert_true (is_doubted (stated, "matching.policy.inherited", "slot.ratio"));
  g_assert_true (is_doubted (bare, "matching.policy.no-date", NULL));
  g_assert_true (is_doubted (bare, "matching.policy.no-parties", NULL));
  g_assert_true (is_doubted (bare, "matching.policy.no-version", NULL));
  g_assert_nonnull (strstr (cadre_policy_get_stamp (stated), "those of a preset"));
}

static void
test_presets (void)
{
  g_auto (GStrv) names = cadre_policy_list_presets ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (names[0], ==, "illustrative");
  g_assert_cmpuint (g_strv_length (names), ==, 14);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (CadrePolicy) preset = cadre_policy_new_preset (names[i], &error);
      g_autoptr (CadrePolicy) other = NULL;
      g_autoptr (GListModel) parameters = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (cadre_policy_get_name (preset), ==, names[i]);
      g_assert_true (cadre_policy_is_preset (preset));
      g_assert_nonnull (strstr (cadre_policy_get_stamp (preset), "not your employer's policy"));
      g_assert_true (is_doubted (preset, "matching.policy.preset", NULL));
      parameters = cadre_policy_list_parameters (preset);
      for (guint k = 0; k < g_list_model_get_n_items (parameters); k++)
        {
          g_autoptr (CadrePolicyParameter) parameter = g_list_model_get_item (parameters, k);

          g_assert_nonnull (cadre_policy_parameter_get_source (parameter));
        }

      other = cadre_policy_with_parameter (preset, "trial.weeks", "5", NULL, &error);
      g_assert_null (other);
      g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_PARAMETER);
      g_clear_error (&error);
    }

  g_assert_null (cadre_policy_new_preset ("ours", &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_PARAMETER);
  g_assert_cmpstr (error->message, ==, "There is no preset of that name");
}

static void
test_preset_values (void)
{
  g_autoptr (CadrePolicy) majority = cadre_policy_new_preset ("majority-of-duties", NULL);
  g_autoptr (CadrePolicy) sixty = cadre_policy_new_preset ("sixty-percent-same-grade", NULL);
  g_autoptr (CadrePolicy) fit = cadre_policy_new_preset ("holders-fit-posts", NULL);

  g_assert_cmpint (cadre_policy_get_integer (majority, "slot.threshold"), ==, 50);
  g_assert_false (cadre_policy_get_flag (majority, "slot.threshold-inclusive"));
  g_assert_false (cadre_policy_has_word (majority, "slot.heads", "purpose"));
  g_assert_true (cadre_policy_has_word (sixty, "slot.overall", "whole-job"));
  g_assert_true (cadre_policy_has_word (fit, "slot.ratio", "holders-le-posts"));
}

static CadreLog *
new_agreement (const char *post, const char *policy)
{
  g_autoptr (CadreLogEntry) entry = cadre_log_entry_new (CADRE_LOG_KIND_AGREEMENT, NULL, "both");
  CadreLog *log = cadre_log_new ();

  cadre_log_entry_set_parameter (entry, "slot.ratio");
  cadre_log_entry_set_policy (entry, policy);
  cadre_log_entry_set_post (entry, post);
  cadre_log_append (log, entry);
  return log;
}

/* The row of a parameter for a post. */
static CadrePolicyComparison *
find_row (GListModel *rows, const char *parameter, const char *post)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (CadrePolicyComparison) row = g_list_model_get_item (rows, i);

      if (g_strcmp0 (cadre_policy_comparison_get_parameter (row), parameter) == 0 &&
          g_strcmp0 (cadre_policy_comparison_get_post (row), post) == 0)
        return g_steal_pointer (&row);
    }

  return NULL;
}

static void
check_row (GListModel *rows,
           const char *parameter,
           const char *post,
           CadrePolicyStand stand,
           const char *followed)
{
  g_autoptr (CadrePolicyComparison) row = find_row (rows, parameter, post);

  g_assert_nonnull (row);
  g_assert_cmpint (cadre_policy_comparison_get_stand (row), ==, stand);
  g_assert_cmpstr (cadre_policy_comparison_get_followed (row), ==, followed);
}

static void
test_combine (void)
{
  g_autoptr (GListStore) policies = g_list_store_new (CADRE_TYPE_POLICY);
  g_autoptr (CadrePolicy) council = new_policy ();
  g_autoptr (CadrePolicy) base = cadre_policy_new_illustrative ();
  g_autoptr (CadrePolicy) plain = cadre_policy_new_based_on (base, "trust");
  g_autoptr (CadrePolicy) window = with (plain, "slot.grade-window", "1");
  g_autoptr (CadrePolicy) trust = with (window, "slot.ratio", "holders-le-posts");
  g_autoptr (CadreLog) general = new_agreement (NULL, "trust");
  g_autoptr (CadreLog) own = new_agreement ("new", "own");
  g_autoptr (CadreLog) stranger = new_agreement (NULL, "nobody's");
  g_autoptr (GListModel) open = NULL;
  g_autoptr (GListModel) settled = NULL;
  g_autoptr (GListModel) one = NULL;
  g_autoptr (GListModel) unsettled = NULL;
  g_autoptr (CadrePolicyComparison) row = NULL;

  g_list_store_append (policies, council);
  g_list_store_append (policies, trust);
  open = cadre_policy_combine (G_LIST_MODEL (policies), NULL);
  settled = cadre_policy_combine (G_LIST_MODEL (policies), general);
  one = cadre_policy_combine (G_LIST_MODEL (policies), own);
  unsettled = cadre_policy_combine (G_LIST_MODEL (policies), stranger);

  check_row (open, "slot.threshold", NULL, CADRE_POLICY_STAND_AGREED, NULL);
  check_row (open, "slot.grade-window", NULL, CADRE_POLICY_STAND_DIFFERS, NULL);
  check_row (open, "slot.ratio", NULL, CADRE_POLICY_STAND_CONFLICT, NULL);
  check_row (settled, "slot.ratio", NULL, CADRE_POLICY_STAND_SETTLED, "trust");
  check_row (one, "slot.ratio", NULL, CADRE_POLICY_STAND_CONFLICT, NULL);
  check_row (one, "slot.ratio", "new", CADRE_POLICY_STAND_SETTLED, "own");
  check_row (unsettled, "slot.ratio", NULL, CADRE_POLICY_STAND_CONFLICT, NULL);

  row = find_row (open, "slot.ratio", NULL);
  g_assert_cmpstr (cadre_policy_comparison_get_policies (row)[1], ==, "trust");
  g_assert_cmpstr (cadre_policy_comparison_get_texts (row)[0], ==, "strict");
  g_assert_cmpstr (cadre_policy_comparison_get_texts (row)[1], ==, "holders-le-posts");
  g_clear_object (&open);
  g_assert_finalize_object (g_steal_pointer (&row));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (doubts); i++)
    {
      g_autofree char *name = g_strconcat ("/matching/policy/doubt/", doubts[i].name, NULL);

      g_test_add_data_func (name, &doubts[i], test_doubt);
    }
  g_test_add_func ("/matching/policy/doubt/together", test_together);
  g_test_add_func ("/matching/policy/doubt/papers", test_papers);
  g_test_add_func ("/matching/policy/presets", test_presets);
  g_test_add_func ("/matching/policy/preset-values", test_preset_values);
  g_test_add_func ("/matching/policy/combine", test_combine);

  return g_test_run ();
}
