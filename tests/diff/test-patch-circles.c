/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff-structures.h"

/* What comes of a patch on a structure that it was not made for: circles, and references
 * to what it takes away. */

static CadrePatch *
make_patch_between (CadreStructure *before, CadreStructure *after)
{
  g_autoptr (CadreDiff) diff = compare (before, after);
  g_autoptr (GError) error = NULL;
  CadrePatch *patch = cadre_patch_new (diff, &error);

  g_assert_no_error (error);
  return patch;
}

/* Each issue as its code, origin, subject and message. */
static char *
describe_issues (CadrePatch *patch, CadreStructure *base)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreIssueList) issues = cadre_patch_check (patch, base, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);

      g_assert_nonnull (cadre_issue_get_suggestion (issue));
      g_string_append_printf (text, "%s %s %s: %s\n", cadre_issue_get_code (issue),
                              cadre_issue_get_origin (issue), cadre_issue_get_subject (issue),
                              cadre_issue_get_message (issue));
    }

  return g_string_free (text, FALSE);
}

static void
assert_refused (CadrePatch *patch, CadreStructure *base, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) result = cadre_patch_apply (patch, base, NULL, &error);

  g_assert_null (result);
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_CIRCLE);
  g_assert_cmpstr (error->message, ==, message);
}

static void
assert_carried_out (CadrePatch *patch, CadreStructure *base)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) result = cadre_patch_apply (patch, base, NULL, &error);
  g_autofree char *issues = describe_issues (patch, base);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  g_assert_null (strstr (issues, "diff.patch.circle"));
}

#define POSTS                                                                    \
  "\"posts\": [{\"id\": \"top\", \"manager\": \"none\"}, "                       \
  "{\"id\": \"a\", \"manager\": \"top\"}, {\"id\": \"b\", \"manager\": \"a\"}, " \
  "{\"id\": \"c\", \"manager\": \"b\"}, {\"id\": \"d\", \"manager\": \"later\"}]"
#define UNITS "\"units\": [{\"id\": \"u\"}, {\"id\": \"v\", \"parent\": \"u\"}]"
#define CIRCLE                                                                             \
  "\"posts\": [{\"id\": \"a\", \"manager\": \"b\"}, {\"id\": \"b\", \"manager\": \"a\"}, " \
  "{\"id\": \"c\", \"manager\": \"d\"}, {\"id\": \"d\", \"manager\": \"top\"}, {\"id\": \"top\"}]"
#define DATED                                                                                      \
  "\"as-of\": \"2024-01-01\", \"posts\": [{\"id\": \"a\", \"manager\": \"b\"}, {\"id\": \"b\"}], " \
  "\"lines\": [{\"post\": \"b\", \"manager\": \"a\", \"valid-from\": \"2025-01-01\"}]"

#define MOVE(POST, BEFORE, AFTER)                                                   \
  "{\"do\": \"move\", \"record\": \"line\", \"key\": {\"post\": \"" POST            \
  "\", \"manager\": \"" BEFORE "\"}, \"field\": \"manager\", \"before\": \"" BEFORE \
  "\", \"after\": \"" AFTER "\"}"

/* What makes a circle, and what does not; NULL as the message says that. */
static const struct
{
  const char *name;
  const char *base;
  const char *operations;
  const char *issues;
  const char *message;
} cases[] = {
  { "under-own-report", POSTS, MOVE ("a", "top", "c"),
    "diff.patch.circle /operations/0 post/a: The posts a, c, b would report to each other, by "
    "/operations/0\n",
    "The posts a, c, b would report to each other, by /operations/0" },
  { "under-itself", POSTS, MOVE ("b", "a", "b"),
    "diff.patch.circle /operations/0 post/b: The post b would report to itself, by "
    "/operations/0\n",
    "The post b would report to itself, by /operations/0" },
  { "second-operation", POSTS,
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"a\", \"field\": \"tier\", \"after\": "
    "1}, " MOVE ("a", "top", "b"),
    "diff.patch.circle /operations/0 post/a: The posts a, b would report to each other, by "
    "/operations/0\n",
    "The posts a, b would report to each other, by /operations/0" },
  { "two-steps", POSTS, MOVE ("a", "top", "d") ", " MOVE ("d", "later", "c"),
    "diff.patch.circle /operations/0 post/a: The posts a, d, c, b would report to each other, by "
    "/operations/0, /operations/1\n",
    "The posts a, d, c, b would report to each other, by /operations/0, /operations/1" },
  { "created-line", "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\", \"manager\": \"a\"}]",
    "{\"do\": \"create\", \"record\": \"line\", \"after\": {\"post\": \"a\", \"manager\": \"b\"}}",
    "diff.patch.circle /operations/0 post/a: The posts a, b would report to each other, by "
    "/operations/0\n",
    "The posts a, b would report to each other, by /operations/0" },
  { "deleted-line",
    "\"posts\": [{\"id\": \"a\", \"manager\": \"b\"}, {\"id\": \"b\"}], "
    "\"lines\": [{\"post\": \"b\", \"manager\": \"a\"}, {\"post\": \"b\", \"manager\": \"0\"}], "
    "\"units\": []",
    "{\"do\": \"delete\", \"record\": \"line\", \"before\": {\"post\": \"b\", \"manager\": "
    "\"0\"}}",
    "diff.patch.circle /operations/0 post/a: The posts a, b would report to each other, by "
    "/operations/0\n",
    "The posts a, b would report to each other, by /operations/0" },
  { "created-post", "\"posts\": [{\"id\": \"a\", \"manager\": \"z\"}]",
    "{\"do\": \"create\", \"record\": \"post\", \"after\": {\"id\": \"z\"}}, "
    "{\"do\": \"create\", \"record\": \"line\", \"after\": {\"post\": \"z\", \"manager\": \"a\"}}",
    "diff.patch.circle /operations/1 post/a: The posts a, z would report to each other, by "
    "/operations/1\n",
    "The posts a, z would report to each other, by /operations/1" },
  { "renamed-post",
    "\"posts\": [{\"id\": \"a\", \"manager\": \"z\"}, {\"id\": \"b\"}], "
    "\"lines\": [{\"post\": \"z\", \"manager\": \"a\"}]",
    "{\"do\": \"rekey\", \"record\": \"post\", \"key\": \"b\", \"field\": \"id\", \"before\": "
    "\"b\", \"after\": \"z\"}",
    "diff.patch.circle /operations/0 post/a: The posts a, z would report to each other, by "
    "/operations/0\n",
    "The posts a, z would report to each other, by /operations/0" },
  { "date", DATED,
    "{\"do\": \"change\", \"record\": \"document\", \"field\": \"as-of\", \"before\": "
    "\"2024-01-01\", \"after\": \"2026-01-01\"}",
    "diff.patch.circle /operations/0 post/a: The posts a, b would report to each other, by "
    "/operations/0\n",
    "The posts a, b would report to each other, by /operations/0" },
  { "not-in-force", DATED,
    "{\"do\": \"change\", \"record\": \"document\", \"field\": \"as-of\", \"before\": "
    "\"2024-01-01\", \"after\": \"2024-06-01\"}",
    "", NULL },
  { "dotted", "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\", \"manager\": \"a\"}]",
    "{\"do\": \"create\", \"record\": \"line\", \"after\": {\"post\": \"a\", \"manager\": \"b\", "
    "\"kind\": \"dotted\"}}",
    "", NULL },
  { "unit", UNITS,
    "{\"do\": \"move\", \"record\": \"unit\", \"key\": \"u\", \"field\": \"parent\", \"after\": "
    "\"v\"}",
    "diff.patch.circle /operations/0 unit/u: The units u, v would be parts of each other, by "
    "/operations/0\n",
    "The units u, v would be parts of each other, by /operations/0" },
  { "unit-in-itself", UNITS,
    "{\"do\": \"move\", \"record\": \"unit\", \"key\": \"u\", \"field\": \"parent\", \"after\": "
    "\"u\"}",
    "diff.patch.circle /operations/0 unit/u: The unit u would be a part of itself, by "
    "/operations/0\n",
    "The unit u would be a part of itself, by /operations/0" },
  { "dated-parent", UNITS,
    "{\"do\": \"create\", \"record\": \"unit-parent\", \"after\": {\"unit\": \"u\", \"parent\": "
    "\"v\"}}",
    "diff.patch.circle /operations/0 unit/u: The units u, v would be parts of each other, by "
    "/operations/0\n",
    "The units u, v would be parts of each other, by /operations/0" },
  { "there-already", CIRCLE,
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"a\", \"field\": \"tier\", \"after\": "
    "1}, " MOVE ("c", "d", "top"),
    "", NULL },
  { "there-and-renamed", CIRCLE,
    "{\"do\": \"rekey\", \"record\": \"post\", \"key\": \"a\", \"field\": \"id\", \"before\": "
    "\"a\", \"after\": \"z\"}, " MOVE (
      "b",
      "a",
      "z") ", "
           "{\"do\": \"change\", \"record\": \"line\", \"key\": {\"post\": \"a\", \"manager\": "
           "\"b\"}, "
           "\"field\": \"post\", \"before\": \"a\", \"after\": \"z\"}",
    "", NULL },
  { "there-and-longer", CIRCLE, MOVE ("a", "b", "c") ", " MOVE ("d", "top", "b"),
    "diff.patch.circle /operations/0 post/a: The posts a, c, d, b would report to each other, by "
    "/operations/0, /operations/1\n",
    "The posts a, c, d, b would report to each other, by /operations/0, /operations/1" },
  { "two-circles", POSTS ", " UNITS,
    "{\"do\": \"move\", \"record\": \"unit\", \"key\": \"u\", \"field\": \"parent\", \"after\": "
    "\"v\"}, " MOVE ("a", "top", "b"),
    "diff.patch.circle /operations/1 post/a: The posts a, b would report to each other, by "
    "/operations/1\n"
    "diff.patch.circle /operations/0 unit/u: The units u, v would be parts of each other, by "
    "/operations/0\n",
    "The posts a, b would report to each other, by /operations/1" },
  { "gone-manager", POSTS,
    "{\"do\": \"delete\", \"record\": \"post\", \"before\": {\"id\": \"b\"}}",
    "diff.patch.dangling /operations/0 line/b/management/a: Its post still names a record that the "
    "patch takes "
    "away or renames\n"
    "diff.patch.dangling /operations/0 line/c/management/b: Its manager still names a record that "
    "the patch takes "
    "away or renames\n",
    NULL },
  { "gone-and-there-again", POSTS,
    "{\"do\": \"create\", \"record\": \"post\", \"after\": {\"id\": \"b\", \"tier\": 1}}, "
    "{\"do\": \"delete\", \"record\": \"post\", \"before\": {\"id\": \"b\"}}",
    "", NULL },
  { "renamed-unit", "\"units\": [{\"id\": \"u\"}], \"posts\": [{\"id\": \"a\", \"unit\": \"u\"}]",
    "{\"do\": \"rekey\", \"record\": \"unit\", \"key\": \"u\", \"field\": \"id\", \"before\": "
    "\"u\", \"after\": \"v\"}",
    "diff.patch.dangling /operations/0 post/a: Its unit still names a record that the patch takes "
    "away or renames\n",
    NULL },
  { "gone-organisation",
    "\"organisations\": [{\"id\": \"o\"}], \"units\": [{\"id\": \"u\", \"organisations\": "
    "[\"o\"]}]",
    "{\"do\": \"delete\", \"record\": \"organisation\", \"before\": {\"id\": \"o\"}}",
    "diff.patch.dangling /operations/0 unit/u: Its organisations still names a record that the "
    "patch takes "
    "away or renames\n",
    NULL },
};

static void
test_case (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CadreStructure) base = load_text (cases[i].base);
  g_autoptr (CadrePatch) patch = load_patch (cases[i].operations);
  g_autofree char *issues = describe_issues (patch, base);

  g_assert_cmpstr (issues, ==, cases[i].issues);
  if (cases[i].message != NULL)
    assert_refused (patch, base, cases[i].message);
  else
    assert_carried_out (patch, base);
}

static CadrePatch *
write_and_read (CadrePatch *patch)
{
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = cadre_patch_to_text (patch, full, &error);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  CadrePatch *read = cadre_patch_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return read;
}

/* A patch leads to the structure that it was made from, whatever that holds; a part of
 * it, or all of it on another structure, is another matter. */
static void
test_target (void)
{
  g_autoptr (CadreStructure) before = load_text (
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\", \"manager\": \"a\"}, {\"id\": \"c\"}]");
  g_autoptr (CadreStructure) after = load_text (
    "\"posts\": [{\"id\": \"a\", \"manager\": \"b\"}, {\"id\": \"b\", \"manager\": \"a\"}]");
  g_autoptr (CadreStructure) other =
    load_text ("\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\", \"manager\": \"a\"}, {\"id\": \"c\"}, "
               "{\"id\": \"d\", \"manager\": \"c\"}]");
  g_autoptr (CadrePatch) patch = make_patch_between (before, after);
  g_autoptr (CadrePatch) read = write_and_read (patch);
  g_autoptr (CadrePatch) back = cadre_patch_invert (patch, NULL);
  g_autoptr (CadrePatch) there = cadre_patch_invert (back, NULL);
  g_autoptr (CadrePatch) nothing = cadre_patch_compose (back, patch, NULL);
  const guint first = 0;
  g_autoptr (CadrePatch) part = cadre_patch_select (patch, &first, 1, before, NULL);
  g_autofree char *issues = describe_issues (patch, before);
  g_autofree char *other_issues = describe_issues (patch, other);

  assert_carried_out (patch, before);
  assert_carried_out (read, before);
  assert_carried_out (there, before);
  assert_carried_out (back, after);
  assert_carried_out (nothing, after);
  g_assert_cmpstr (issues, ==, "");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (part)), ==, 1);
  assert_refused (part, before, "The posts a, b would report to each other, by /operations/0");
  assert_refused (patch, other, "The posts a, b would report to each other, by /operations/0");
  g_assert_cmpstr (other_issues, ==,
                   "diff.patch.circle /operations/0 post/a: The posts a, b would report to each "
                   "other, by /operations/0\n"
                   "diff.patch.dangling /operations/1 line/d/management/c: Its manager still names "
                   "a record that the patch takes "
                   "away or renames\n");
}

/* A part that is picked for a structure makes no circle there of posts that get other
 * ids, nor one of posts that were in others. */
static void
test_picked (void)
{
  static const char *const pairs[][2] = {
    { "\"posts\": [{\"id\": \"a\", \"manager\": \"r\"}, {\"id\": \"b\", \"manager\": \"a\"}, "
      "{\"id\": \"r\"}]",
      "\"posts\": [{\"id\": \"a2\", \"manager\": \"b2\"}, {\"id\": \"b2\", \"manager\": \"r\"}, "
      "{\"id\": \"r\"}], \"lineages\": ["
      "{\"post\": \"a2\", \"predecessor\": \"a\", \"kind\": \"renamed\"}, "
      "{\"post\": \"b2\", \"predecessor\": \"b\", \"kind\": \"renamed\"}]" },
    { "\"posts\": [{\"id\": \"a\", \"manager\": \"b\"}, {\"id\": \"b\", \"manager\": \"a\"}, "
      "{\"id\": \"c\", \"manager\": \"d\"}, {\"id\": \"d\", \"manager\": \"c\"}]",
      "\"posts\": [{\"id\": \"a\", \"manager\": \"d\"}, {\"id\": \"b\", \"manager\": \"none\"}, "
      "{\"id\": \"c\", \"manager\": \"b\"}, {\"id\": \"d\", \"manager\": \"c\"}]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (CadreStructure) before = load_text (pairs[i][0]);
      g_autoptr (CadreStructure) after = load_text (pairs[i][1]);
      g_autoptr (CadrePatch) patch = make_patch_between (before, after);
      const guint n = g_list_model_get_n_items (G_LIST_MODEL (patch));

      for (guint k = 0; k < n; k++)
        {
          g_autoptr (CadrePatch) part = cadre_patch_select (patch, &k, 1, before, NULL);

          assert_carried_out (part, before);
        }
    }
}

/* Long lines, and one that closes upon itself at the end. */
static void
test_long_line (void)
{
  const guint n = 100000;
  GString *members = g_string_new ("\"posts\": [{\"id\": \"p0\"}");
  g_autofree char *text = NULL;
  g_autoptr (CadreStructure) base = NULL;
  g_autoptr (CadrePatch) patch = load_patch (
    "{\"do\": \"create\", \"record\": \"line\", \"after\": {\"post\": \"p0\", \"manager\": "
    "\"p99999\"}}");
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < n; i++)
    g_string_append_printf (members, ", {\"id\": \"p%u\", \"manager\": \"p%u\"}", i, i - 1);
  g_string_append_c (members, ']');
  text = g_string_free (members, FALSE);
  base = load_text (text);

  g_assert_null (cadre_patch_apply (patch, base, NULL, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_CIRCLE);
  g_assert_true (g_str_has_prefix (error->message, "The posts p0, p99999, p99998, "));
  g_assert_true (g_str_has_suffix (error->message,
                                   " and 99900 more would report to each other, by /operations/0"));
}

/* What a proposal holds of its own is its own. */
static void
test_merged_fault (void)
{
  g_autoptr (CadreStructure) base =
    load_text ("\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"c\"}]");
  g_autoptr (CadreStructure) ours =
    load_text ("\"posts\": [{\"id\": \"a\", \"manager\": \"b\"}, {\"id\": \"b\", \"manager\": "
               "\"a\"}, {\"id\": \"c\"}]");
  g_autoptr (CadreStructure) theirs =
    load_text ("\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"c\", \"tier\": 2}]");
  g_autoptr (CadreDiff) one = compare (base, ours);
  g_autoptr (CadreDiff) other = compare (base, theirs);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreMerge) merge = cadre_merge_new (one, other, NULL, &error);
  g_autoptr (CadreStructure) merged = cadre_merge_build (merge, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cadre_issue_list_get_count (cadre_structure_get_issues (merged),
                                                "structure.line.cycle"),
                    ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/diff/patch/circles/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/diff/patch/circles/target", test_target);
  g_test_add_func ("/diff/patch/circles/picked", test_picked);
  g_test_add_func ("/diff/patch/circles/long-line", test_long_line);
  g_test_add_func ("/diff/patch/circles/merged-fault", test_merged_fault);

  return g_test_run ();
}
