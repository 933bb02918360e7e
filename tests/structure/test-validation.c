/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "structure/cadre-structure-private.h"
#include "structure/validate/cadre-validate-private.h"
#include <cadre/cadre.h>

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>

#ifdef __SANITIZE_ADDRESS__
#define BOUNDED_MEMORY 0 /* it needs all of the address space for itself */
#elif defined(__has_feature)
#define BOUNDED_MEMORY (!__has_feature (address_sanitizer))
#else
#define BOUNDED_MEMORY 1
#endif

typedef struct
{
  const char *name;
  const char *members;
  const char *issues;
} Case;

#include "validation-posts.h"
#include "validation-records.h"

/* Puts " for ', and N letters for @N@. */
static char *
expand (const char *text)
{
  GString *expanded = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (*c == '@')
      {
        guint64 n = g_ascii_strtoull (c + 1, (char **) &c, 10);

        for (guint64 i = 0; i < n; i++)
          g_string_append_c (expanded, 'x');
      }
    else
      g_string_append_c (expanded, *c == '\'' ? '"' : *c);

  return g_string_free (expanded, FALSE);
}

static CadreStructure *
load_text (const char *text, guint max_issues)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (CadreLimits) limits = cadre_limits_new_bounded ();
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = NULL;

  cadre_limits_set_max_issues (limits, max_issues);
  structure = cadre_structure_load_bytes (bytes, limits, NULL, &error);
  g_assert_no_error (error);
  return structure;
}

static CadreStructure *
load (const char *members, guint max_issues)
{
  g_autofree char *expanded = expand (members);
  g_autofree char *text =
    g_strdup_printf ("{\"cadre\": \"structure\", \"version\": 1, \"id\": \"s\", %s}", expanded);

  return load_text (text, max_issues);
}

/* What the message says beyond the text of its rule. */
static const char *
find_detail (CadreIssue *issue)
{
  for (guint rule = 0; rule < CADRE_N_RULES; rule++)
    {
      const CadreRuleText *text = cadre_rule_get (rule);

      if (strcmp (text->code, cadre_issue_get_code (issue)) == 0)
        {
          g_assert_cmpint (cadre_issue_get_severity (issue), ==, text->severity);
          g_assert_cmpstr (cadre_issue_get_suggestion (issue), ==, text->suggestion);
          g_assert_true (g_str_has_prefix (cadre_issue_get_message (issue), text->message));
          return cadre_issue_get_message (issue) + strlen (text->message);
        }
    }

  g_assert_not_reached ();
}

static char *
describe (CadreIssueList *issues)
{
  GString *text = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (issues));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);
      const char *subject = cadre_issue_get_subject (issue);

      g_assert_true (g_str_has_prefix (cadre_issue_get_code (issue), "structure."));
      g_string_append_printf (text, "%s %s %s%s\n",
                              cadre_issue_get_code (issue) + strlen ("structure."),
                              cadre_issue_get_origin (issue), subject != NULL ? subject : "-",
                              find_detail (issue));
    }

  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  CadreStructure *structure = load (test->members, 1000);
  CadreIssueList *issues = cadre_structure_get_issues (structure);
  g_autofree char *found = describe (issues);
  g_autofree char *expected = expand (test->issues);

  g_assert_cmpstr (found, ==, expected);
  g_assert_true (cadre_structure_is_sound (structure) == !cadre_issue_list_has_errors (issues));

  g_assert_finalize_object (structure);
}

/* Without room for details the same issues are counted. */
static void
test_counted (gconstpointer data)
{
  const Case *test = data;
  CadreStructure *whole = load (test->members, 1000);
  CadreStructure *counted = load (test->members, 1);
  CadreIssueList *issues = cadre_structure_get_issues (whole);
  CadreIssueList *counts = cadre_structure_get_issues (counted);
  g_auto (GStrv) codes = cadre_issue_list_dup_codes (issues);

  g_assert_cmpuint (cadre_issue_list_get_total (counts), ==, cadre_issue_list_get_total (issues));
  for (guint i = 0; codes[i] != NULL; i++)
    g_assert_cmpuint (cadre_issue_list_get_count (counts, codes[i]), ==,
                      cadre_issue_list_get_count (issues, codes[i]));

  g_assert_finalize_object (whole);
  g_assert_finalize_object (counted);
}

static void
test_every_rule (void)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (record_cases); i++)
    g_string_append_printf (all, "\n%s", record_cases[i].issues);
  for (guint i = 0; i < G_N_ELEMENTS (post_cases); i++)
    g_string_append_printf (all, "\n%s", post_cases[i].issues);

  for (guint rule = 0; rule < CADRE_N_RULES; rule++)
    {
      const char *code = cadre_rule_get (rule)->code;
      g_autofree char *line = g_strdup_printf ("\n%s ", code + strlen ("structure."));

      /* That one comes of asking for another date. */
      if (rule != CADRE_RULE_PERIOD_UNKNOWN && strstr (all->str, line) == NULL)
        g_test_fail_printf ("No case has %s", code);
    }
}

static void
test_long_circle (void)
{
  g_autoptr (GString) text = g_string_new ("'posts':[");
  CadreStructure *structure = NULL;
  g_autofree char *found = NULL;

  for (guint i = 10; i < 25; i++)
    g_string_append_printf (text, "%s{'id':'P%u','title':'P','manager':'P%u'}", i > 10 ? "," : "",
                            i, i == 24 ? 10 : i + 1);
  g_string_append (text, "]");

  structure = load (text->str, 1);
  found = describe (cadre_structure_get_issues (structure));
  g_assert_cmpstr (found, ==,
                   "line.cycle /posts/0/manager line/P10/management/P11: P10, P11, P12, P13, P14, "
                   "P15, P16, P17, P18, P19 and 5 more\n");

  g_assert_finalize_object (structure);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes =
    g_bytes_new_static ("{\"cadre\":\"structure\",\"version\":1,\"id\":\"s\"}", 41);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cadre_structure_load_bytes (bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
take_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **taken = user_data;

  g_assert_null (source);
  *taken = g_object_ref (result);
}

static CadreStructure *
load_in_thread (GFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = NULL;

  cadre_structure_load_async (file, NULL, NULL, NULL, NULL, NULL, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  structure = cadre_structure_load_finish (result, &error);
  g_assert_no_error (error);
  return structure;
}

/* What was looked for already cannot be cancelled any more. */
static void
test_in_thread (void)
{
  static const char text[] = "{\"cadre\":\"structure\",\"version\":1,\"posts\":[{\"id\":\"p\"},"
                             "{\"id\":\"p\"}]}";
  g_autofree char *folder = g_dir_make_tmp ("cadre-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "structure.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  structure = cadre_structure_load (file, NULL, NULL, NULL);
  g_assert_nonnull (structure);
  g_assert_false (cadre_structure_check (structure, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (error->message, ==, "Operation was cancelled");
  g_assert_finalize_object (structure);
  g_clear_error (&error);

  structure = load_in_thread (file);
  g_assert_true (cadre_structure_check (structure, cancellable, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (cadre_issue_list_get_count (cadre_structure_get_issues (structure),
                                                "structure.id.duplicate"),
                    ==, 2);
  g_assert_finalize_object (structure);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Leaves two blocks that are not enough for one number of each assignment. */
static void
fill_memory (GPtrArray *blocks)
{
  const struct rlimit limit = { 1 << 30, 1 << 30 };
  gpointer block = NULL;

  g_ptr_array_set_size (blocks, 8192);
  g_ptr_array_set_size (blocks, 0);
  g_assert_cmpint (setrlimit (RLIMIT_AS, &limit), ==, 0);
  while ((block = g_try_malloc (512 << 10)) != NULL)
    g_ptr_array_add (blocks, block);
  for (guint i = 0; i < 2; i++)
    g_free (g_ptr_array_steal_index (blocks, blocks->len / 2));
}

static void
check_without_memory (void)
{
  g_autoptr (GString) text =
    g_string_new ("{\"cadre\":\"structure\",\"version\":1,\"assignments\":[{\"id\":\"a\"}");
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_free);
  CadreStructure *structure = NULL;
  CadreIssueList *issues = NULL;
  g_autoptr (CadreIssue) issue = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append_printf (text, ",{\"id\":\"a%u\"}", i);
  g_string_append (text, "]}");
  structure = load_text (text->str, 10);

  fill_memory (blocks);
  issues = cadre_structure_get_issues (structure);
  g_ptr_array_set_size (blocks, 0);
  g_assert_false (cadre_structure_is_sound (structure));
  g_assert_cmpuint (cadre_issue_list_get_count (issues, "structure.check.unfinished"), ==, 1);
  issue = g_list_model_get_item (G_LIST_MODEL (issues), 0);
  g_assert_cmpstr (cadre_issue_get_code (issue), ==, "structure.check.unfinished");
  g_assert_cmpint (cadre_issue_get_severity (issue), ==, CADRE_SEVERITY_ERROR);
  g_assert_cmpstr (cadre_issue_get_message (issue), ==,
                   "There is not enough memory to check the structure");
  g_clear_object (&issue);
  g_assert_finalize_object (structure);
}

static void
test_unfinished (void)
{
  if (!BOUNDED_MEMORY)
    {
      g_test_skip ("The address space cannot be bounded under AddressSanitizer");
      return;
    }

  if (g_test_subprocess ())
    {
      check_without_memory ();
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

/* Many records of one id, and one post with many lines and funders: what would
 * take a day if anything were quadratic. */
static void
test_crowded (void)
{
  const guint n = 50000;
  g_autoptr (GString) text = g_string_new ("{\"cadre\":\"structure\",\"version\":1,\"posts\":[");
  CadreStructure *structure = NULL;
  CadreIssueList *issues = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"id\":\"Same\",\"title\":\"%u\",\"manager\":\"Same\"}",
                            i > 0 ? "," : "", i);
  g_string_append (text, ",{\"id\":\"one\"}],\"lines\":[");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (
      text, "%s{\"post\":\"one\",\"manager\":\"none\",\"valid-from\":\"%04u-01-01\"}",
      i > 0 ? "," : "", 1 + i % 9999);
  g_string_append (text, "],\"fundings\":[");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"post\":\"one\",\"share\":\"1/%u\"}", i > 0 ? "," : "",
                            1 + i % 4000);
  g_string_append (text, "]}");

  structure = load_text (text->str, 1000);
  issues = cadre_structure_get_issues (structure);
  g_assert_cmpuint (cadre_issue_list_get_count (issues, "structure.id.duplicate"), ==, n);
  g_assert_cmpuint (cadre_issue_list_get_count (issues, "structure.reference.ambiguous"), ==,
                    2 * n);
  g_assert_cmpuint (cadre_issue_list_get_count (issues, "structure.line.several-managers"), ==,
                    n - 1);

  g_assert_finalize_object (structure);
}

static void
add_cases (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/structure/validation/%s", cases[i].name);
      g_autofree char *counted =
        g_strdup_printf ("/structure/validation-counted/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
      g_test_add_data_func (counted, &cases[i], test_counted);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_cases (record_cases, G_N_ELEMENTS (record_cases));
  add_cases (post_cases, G_N_ELEMENTS (post_cases));
  g_test_add_func ("/structure/validation/every-rule", test_every_rule);
  g_test_add_func ("/structure/validation/long-circle", test_long_circle);
  g_test_add_func ("/structure/validation/cancelled", test_cancelled);
  g_test_add_func ("/structure/validation/in-thread", test_in_thread);
  g_test_add_func ("/structure/validation/unfinished", test_unfinished);
  g_test_add_func ("/structure/validation/crowded", test_crowded);

  return g_test_run ();
}
