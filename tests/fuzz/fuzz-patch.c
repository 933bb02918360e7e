/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "fuzz-target.h"

#include <cadre/cadre.h>

#include <string.h>

/* A patch. Whatever it is: what loads is written as it was read, its inverse
 * turned round is the patch again, each part of it is a patch, and a structure
 * takes all of it or nothing. */

static CadreLimits *
make_limits (void)
{
  CadreLimits *limits = cadre_limits_new_bounded ();

  cadre_limits_set_max_bytes (limits, 1 << 20);
  cadre_limits_set_max_rows (limits, 1000);
  cadre_limits_set_max_members (limits, 2048);
  return limits;
}

static void
check_written (CadrePatch *patch)
{
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = cadre_patch_to_text (patch, full, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CadrePatch) again = NULL;

  g_assert_no_error (error);
  bytes = g_bytes_new (text, strlen (text));
  again = cadre_patch_load_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cadre_patch_equal (patch, again));
}

static guint
count_errors (CadreIssueList *issues)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (issues));
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreIssue) issue = g_list_model_get_item (G_LIST_MODEL (issues), i);

      found += cadre_issue_get_severity (issue) == CADRE_SEVERITY_ERROR;
    }
  return found;
}

/* Nothing has no records to delete or change, so that what fits only creates, and
 * has no circle, so that the patch made what is refused as one. */
static void
check_applied (CadrePatch *patch)
{
  g_autoptr (CadreStructureBuilder) builder = cadre_structure_builder_new ();
  g_autoptr (CadreStructure) nothing = cadre_structure_builder_build (builder, NULL, NULL, NULL);
  g_autoptr (CadreIssueList) issues = cadre_patch_check (patch, nothing, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) result = cadre_patch_apply (patch, nothing, NULL, &error);

  g_assert_cmpint (result == NULL, ==, count_errors (issues) > 0);
  g_assert_cmpint (result == NULL, ==, error != NULL);
  if (result == NULL && error->code != CADRE_DIFF_ERROR_CIRCLE)
    g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_BASE);
  else if (result == NULL)
    g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_CIRCLE);
}

static void
check_parts (CadrePatch *patch)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (patch));

  for (guint i = 0; i < MIN (n, 8); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CadrePatch) part = cadre_patch_select (patch, &i, 1, NULL, &error);
      gsize n_conflicts = 0;

      g_assert_no_error (error);
      g_assert_false (cadre_patch_is_empty (part));
      g_free (cadre_patch_list_conflicts (patch, i, &n_conflicts));
      g_assert_cmpuint (n_conflicts, <, n);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) document = g_bytes_new (data, size);
  g_autoptr (CadreLimits) limits = make_limits ();
  g_autoptr (CadrePatch) patch = cadre_patch_load_bytes (document, limits, NULL, NULL);
  g_autoptr (CadrePatch) inverse = NULL;
  g_autoptr (CadrePatch) again = NULL;
  g_autoptr (GError) error = NULL;

  if (patch == NULL)
    return 0;

  check_written (patch);
  check_applied (patch);
  check_parts (patch);
  inverse = cadre_patch_invert (patch, &error);
  g_assert_no_error (error);
  again = cadre_patch_invert (inverse, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (again)), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (patch)));

  return 0;
}
