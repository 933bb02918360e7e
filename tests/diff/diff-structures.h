/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Structures from short texts. */

#pragma once

#include <cadre/cadre.h>

#include <string.h>

static inline CadreStructure *
load_text (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{\"cadre\": \"structure\", \"version\": 1%s%s}",
                                           *members != '\0' ? ", " : "", members);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (structure);
  return structure;
}

static inline CadreStructure *
load_example (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "examples", "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (structure);
  return structure;
}

static inline CadrePatch *
try_load_patch (const char *operations, GError **error)
{
  g_autofree char *text =
    g_strdup_printf ("{\"cadre\": \"patch\", \"version\": 1, \"operations\": [%s]}", operations);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return cadre_patch_load_bytes (bytes, NULL, NULL, error);
}

static inline CadrePatch *
load_patch (const char *operations)
{
  g_autoptr (GError) error = NULL;
  CadrePatch *patch = try_load_patch (operations, &error);

  g_assert_no_error (error);
  g_assert_nonnull (patch);
  return patch;
}

static inline CadreDiff *
compare (CadreStructure *before, CadreStructure *after)
{
  g_autoptr (GError) error = NULL;
  CadreDiff *diff = cadre_diff_new (before, after, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (diff);
  return diff;
}

static inline CadreDiff *
compare_texts (const char *before, const char *after)
{
  g_autoptr (CadreStructure) a = load_text (before);
  g_autoptr (CadreStructure) b = load_text (after);

  return compare (a, b);
}

/* All changes of a list, a line each. */
static inline char *
list_changes (GListModel *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (CadreChange) change = g_list_model_get_item (changes, i);
      g_autofree char *line = cadre_change_to_string (change);

      g_string_append_printf (text, "%s%s\n", line,
                              cadre_change_is_learned (change) ? " [learned]" : "");
    }

  return g_string_free (text, FALSE);
}

/* All issues of a list, a code and subject each. */
static inline char *
list_issues (CadreIssueList *issues)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);

      g_string_append_printf (text, "%s %s %s\n", cadre_issue_get_code (issue),
                              cadre_issue_get_subject (issue), cadre_issue_get_origin (issue));
    }

  return g_string_free (text, FALSE);
}
