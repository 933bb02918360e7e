/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

#include "base/cadre-issue-list-private.h"

static void
add (CadreIssueList *list, const char *code, CadreSeverity severity)
{
  cadre_issue_list_add_fields (list, code, severity, "Wrong", NULL, NULL, NULL);
}

static void
test_empty (void)
{
  CadreIssueList *list = cadre_issue_list_new (10);
  g_auto (GStrv) codes = cadre_issue_list_dup_codes (list);

  g_assert_cmpuint (cadre_issue_list_get_max_details (list), ==, 10);
  g_assert_cmpuint (cadre_issue_list_get_total (list), ==, 0);
  g_assert_cmpuint (cadre_issue_list_get_n_dropped (list), ==, 0);
  g_assert_cmpuint (cadre_issue_list_get_count (list, "a"), ==, 0);
  g_assert_cmpuint (cadre_issue_list_get_count_by_severity (list, CADRE_SEVERITY_ERROR), ==, 0);
  g_assert_false (cadre_issue_list_has_errors (list));
  g_assert_cmpuint (g_strv_length (codes), ==, 0);
  g_assert_null (cadre_issue_list_get_issue (list, 0));

  g_assert_finalize_object (list);
}

static void
test_counts (void)
{
  static const char *const expected[] = { "A", "a", "a.b", "a.c", "b", NULL };
  CadreIssueList *list = cadre_issue_list_new (2);
  g_auto (GStrv) codes = NULL;
  guint max_details = 0;

  g_test_summary ("Counts are complete where details are dropped");

  add (list, "a.b", CADRE_SEVERITY_WARNING);
  add (list, "b", CADRE_SEVERITY_INFO);
  g_assert_false (cadre_issue_list_has_errors (list));
  add (list, "a", CADRE_SEVERITY_ERROR);
  add (list, "a.c", CADRE_SEVERITY_WARNING);
  add (list, "A", CADRE_SEVERITY_WARNING);
  add (list, "a.b", CADRE_SEVERITY_ERROR);

  g_assert_cmpuint (cadre_issue_list_get_total (list), ==, 6);
  g_assert_cmpuint (cadre_issue_list_get_n_dropped (list), ==, 4);
  g_assert_cmpuint (cadre_issue_list_get_count (list, "a.b"), ==, 2);
  g_assert_cmpuint (cadre_issue_list_get_count (list, "a"), ==, 1);
  g_assert_cmpuint (cadre_issue_list_get_count (list, "a."), ==, 0);
  g_assert_cmpuint (cadre_issue_list_get_count_by_severity (list, CADRE_SEVERITY_INFO), ==, 1);
  g_assert_cmpuint (cadre_issue_list_get_count_by_severity (list, CADRE_SEVERITY_WARNING), ==, 3);
  g_assert_cmpuint (cadre_issue_list_get_count_by_severity (list, CADRE_SEVERITY_ERROR), ==, 2);
  g_assert_true (cadre_issue_list_has_errors (list));

  codes = cadre_issue_list_dup_codes (list);
  g_assert_cmpstrv (codes, expected);
  g_object_get (list, "max-details", &max_details, NULL);
  g_assert_cmpuint (max_details, ==, 2);

  g_assert_finalize_object (list);
}

static void
test_details (void)
{
  CadreIssueList *list = cadre_issue_list_new (2);
  g_autoptr (CadreIssue) added =
    cadre_issue_new ("a.b", CADRE_SEVERITY_WARNING, "First", "/posts/0", "post/P1", "Mend it");
  g_autoptr (CadreIssue) first = NULL;
  g_autoptr (CadreIssue) second = NULL;

  g_assert_false (cadre_issue_list_is_full (list));
  cadre_issue_list_add (list, added);
  cadre_issue_list_add_fields (list, "c", CADRE_SEVERITY_ERROR, "Second", NULL, "", NULL);
  g_assert_true (cadre_issue_list_is_full (list));
  cadre_issue_list_add_fields (list, "d", CADRE_SEVERITY_ERROR, NULL, NULL, NULL, NULL);

  first = cadre_issue_list_get_issue (list, 0);
  g_assert_true (first != added);
  g_assert_cmpstr (cadre_issue_get_code (first), ==, "a.b");
  g_assert_cmpint (cadre_issue_get_severity (first), ==, CADRE_SEVERITY_WARNING);
  g_assert_cmpstr (cadre_issue_get_message (first), ==, "First");
  g_assert_cmpstr (cadre_issue_get_origin (first), ==, "/posts/0");
  g_assert_cmpstr (cadre_issue_get_subject (first), ==, "post/P1");
  g_assert_cmpstr (cadre_issue_get_suggestion (first), ==, "Mend it");

  second = cadre_issue_list_get_issue (list, 1);
  g_assert_cmpstr (cadre_issue_get_code (second), ==, "c");
  g_assert_cmpint (cadre_issue_get_severity (second), ==, CADRE_SEVERITY_ERROR);
  g_assert_null (cadre_issue_get_origin (second));
  g_assert_cmpstr (cadre_issue_get_subject (second), ==, "");
  g_assert_null (cadre_issue_list_get_issue (list, 2));

  g_assert_finalize_object (list);
}

typedef struct
{
  guint n_changes;
  guint last_position;
} Changes;

static void
note_change (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Changes *changes = user_data;

  g_assert_cmpuint (removed, ==, 0);
  g_assert_cmpuint (added, ==, 1);
  changes->n_changes++;
  changes->last_position = position;
}

static void
test_list_model (void)
{
  CadreIssueList *list = cadre_issue_list_new (2);
  GListModel *model = G_LIST_MODEL (list);
  g_autoptr (GObject) item = NULL;
  Changes changes = { 0, 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (note_change), &changes);
  for (guint i = 0; i < 5; i++)
    add (list, "a", CADRE_SEVERITY_INFO);

  g_assert_cmpuint (changes.n_changes, ==, 2);
  g_assert_cmpuint (changes.last_position, ==, 1);
  g_assert_true (g_list_model_get_item_type (model) == CADRE_TYPE_ISSUE);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);
  item = g_list_model_get_object (model, 1);
  g_assert_true (CADRE_IS_ISSUE (item));
  g_assert_null (g_list_model_get_item (model, 2));

  g_assert_finalize_object (list);
}

static void
test_no_details (void)
{
  CadreIssueList *list = cadre_issue_list_new (0);

  g_assert_true (cadre_issue_list_is_full (list));
  add (list, "a", CADRE_SEVERITY_ERROR);
  g_assert_cmpuint (cadre_issue_list_get_n_dropped (list), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);

  g_assert_finalize_object (list);
}

static void
test_sealed (void)
{
  CadreIssueList *list = cadre_issue_list_new (10);
  g_autoptr (CadreIssue) issue = NULL;

  add (list, "a", CADRE_SEVERITY_ERROR);
  cadre_issue_list_seal (list);
  issue = cadre_issue_list_get_issue (list, 0);

  g_test_expect_message ("Cadre", G_LOG_LEVEL_CRITICAL, "*assertion '!self->sealed' failed");
  cadre_issue_list_add (list, issue);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (cadre_issue_list_get_total (list), ==, 1);

  g_assert_finalize_object (list);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/issue-list/empty", test_empty);
  g_test_add_func ("/base/issue-list/counts", test_counts);
  g_test_add_func ("/base/issue-list/details", test_details);
  g_test_add_func ("/base/issue-list/list-model", test_list_model);
  g_test_add_func ("/base/issue-list/no-details", test_no_details);
  g_test_add_func ("/base/issue-list/sealed", test_sealed);

  return g_test_run ();
}
