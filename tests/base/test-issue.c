/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

static void
test_fields (void)
{
  CadreIssue *issue =
    cadre_issue_new ("structure.line.cycle", CADRE_SEVERITY_ERROR, "The lines form a circle",
                     "/lines/3", "post/P12", "Remove one of the lines");

  g_assert_cmpstr (cadre_issue_get_code (issue), ==, "structure.line.cycle");
  g_assert_cmpint (cadre_issue_get_severity (issue), ==, CADRE_SEVERITY_ERROR);
  g_assert_cmpstr (cadre_issue_get_message (issue), ==, "The lines form a circle");
  g_assert_cmpstr (cadre_issue_get_origin (issue), ==, "/lines/3");
  g_assert_cmpstr (cadre_issue_get_subject (issue), ==, "post/P12");
  g_assert_cmpstr (cadre_issue_get_suggestion (issue), ==, "Remove one of the lines");

  g_assert_finalize_object (issue);
}

static void
test_nothing_known (void)
{
  CadreIssue *issue = cadre_issue_new ("a.b", CADRE_SEVERITY_INFO, "Something", NULL, NULL, NULL);

  g_assert_null (cadre_issue_get_origin (issue));
  g_assert_null (cadre_issue_get_subject (issue));
  g_assert_null (cadre_issue_get_suggestion (issue));

  g_assert_finalize_object (issue);
}

static void
test_properties (void)
{
  CadreIssue *issue = g_object_new (CADRE_TYPE_ISSUE, "severity", CADRE_SEVERITY_WARNING, "origin",
                                    "posts.csv:4:2", NULL);
  g_autofree char *code = NULL;
  g_autofree char *message = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *suggestion = NULL;
  CadreSeverity severity = CADRE_SEVERITY_INFO;

  g_object_get (issue, "code", &code, "severity", &severity, "message", &message, "origin", &origin,
                "subject", &subject, "suggestion", &suggestion, NULL);
  g_assert_cmpstr (code, ==, "");
  g_assert_cmpstr (message, ==, "");
  g_assert_cmpint (severity, ==, CADRE_SEVERITY_WARNING);
  g_assert_cmpstr (origin, ==, "posts.csv:4:2");
  g_assert_null (subject);
  g_assert_null (suggestion);

  g_assert_finalize_object (issue);
}

static const struct
{
  const char *name;
  CadreSeverity severity;
  const char *origin;
  const char *subject;
  const char *suggestion;
  const char *line;
} lines[] = {
  { "bare", CADRE_SEVERITY_INFO, NULL, NULL, NULL, "info: Wrong [a.b]" },
  { "origin", CADRE_SEVERITY_WARNING, "/posts/0", NULL, NULL, "/posts/0: warning: Wrong [a.b]" },
  { "subject", CADRE_SEVERITY_ERROR, NULL, "post/P1", NULL, "error: post/P1: Wrong [a.b]" },
  { "all", CADRE_SEVERITY_ERROR, "/posts/0", "post/P1", "Mend it",
    "/posts/0: error: post/P1: Wrong [a.b] (Mend it)" },
};

static void
test_to_string (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CadreIssue) issue =
    cadre_issue_new ("a.b", lines[i].severity, "Wrong", lines[i].origin, lines[i].subject,
                     lines[i].suggestion);
  g_autofree char *line = cadre_issue_to_string (issue);

  g_assert_cmpstr (line, ==, lines[i].line);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/issue/fields", test_fields);
  g_test_add_func ("/base/issue/nothing-known", test_nothing_known);
  g_test_add_func ("/base/issue/properties", test_properties);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_strdup_printf ("/base/issue/to-string/%s", lines[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_to_string);
    }

  return g_test_run ();
}
