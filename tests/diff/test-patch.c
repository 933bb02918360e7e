/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff-structures.h"

#define BASE                                                                         \
  "\"title\": \"Before\", \"units\": [{\"id\": \"u\", \"name\": \"Unit\"}], "        \
  "\"posts\": [{\"id\": \"top\", \"manager\": \"none\"}, "                           \
  "{\"id\": \"a\", \"title\": \"Officer\", \"unit\": \"u\", \"manager\": \"top\"}, " \
  "{\"id\": \"b\", \"manager\": \"a\"}, {\"id\": \"twice\", \"tier\": 1}, "          \
  "{\"id\": \"twice\", \"tier\": 2}]"

static CadrePatch *
make_patch_between (const char *before, const char *after)
{
  g_autoptr (CadreDiff) diff = compare_texts (before, after);
  g_autoptr (GError) error = NULL;
  CadrePatch *patch = cadre_patch_new (diff, &error);

  g_assert_no_error (error);
  return patch;
}

static char *
list_operations (CadrePatch *patch)
{
  GString *text = g_string_new (NULL);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (patch));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadrePatchOperation) operation = cadre_patch_get_operation (patch, i);
      g_autofree char *line = cadre_patch_operation_to_string (operation);

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (text, FALSE);
}

/* What a structure refuses. */
static const struct
{
  const char *name;
  const char *operations;
  const char *code;
  const char *origin;
  const char *message; /* of the error */
} misfits[] = {
  { "missing",
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"no\", \"field\": \"tier\", "
    "\"after\": 2}",
    "diff.patch.missing", "/operations/0",
    "1 of 1 operations do not fit the structure, the first at /operations/0: There is no such "
    "record" },
  { "missing-line",
    "{\"do\": \"move\", \"record\": \"line\", \"key\": {\"post\": \"b\", \"manager\": \"top\"}, "
    "\"field\": \"manager\", \"before\": \"top\", \"after\": \"a\"}",
    "diff.patch.missing", "/operations/0",
    "1 of 1 operations do not fit the structure, the first at /operations/0: There is no such "
    "record" },
  { "missing-deleted", "{\"do\": \"delete\", \"record\": \"post\", \"before\": {\"id\": \"no\"}}",
    "diff.patch.missing", "/operations/0",
    "1 of 1 operations do not fit the structure, the first at /operations/0: There is no such "
    "record" },
  { "differs",
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"a\", \"field\": \"title\", "
    "\"before\": \"Clerk\", \"after\": \"Head\"}",
    "diff.patch.differs", "/operations/0",
    "1 of 1 operations do not fit the structure, the first at /operations/0: The value before is "
    "another one" },
  { "differs-silent",
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"a\", \"field\": \"title\", "
    "\"after\": \"Head\"}",
    "diff.patch.differs", "/operations/0",
    "1 of 1 operations do not fit the structure, the first at /operations/0: The value before is "
    "another one" },
  { "differs-deleted",
    "{\"do\": \"delete\", \"record\": \"unit\", \"before\": {\"id\": \"u\", \"name\": \"Team\"}}",
    "diff.patch.differs", "/operations/0",
    "1 of 1 operations do not fit the structure, the first at /operations/0: The value before is "
    "another one" },
  { "differs-head",
    "{\"do\": \"change\", \"record\": \"document\", \"field\": \"title\", "
    "\"before\": \"Between\", \"after\": \"After\"}",
    "diff.patch.differs", "/operations/0",
    "1 of 1 operations do not fit the structure, the first at /operations/0: The value before is "
    "another one" },
  { "exists", "{\"do\": \"create\", \"record\": \"unit\", \"after\": {\"id\": \"u\"}}",
    "diff.patch.exists", "/operations/0",
    "1 of 1 operations do not fit the structure, the first at /operations/0: There is a record "
    "with the key already" },
  { "exists-before",
    "{\"do\": \"create\", \"record\": \"post\", \"after\": {\"id\": \"a\", \"title\": "
    "\"Zookeeper\"}}",
    "diff.patch.exists", "/operations/0",
    "1 of 1 operations do not fit the structure, the first at /operations/0: There is a record "
    "with the key already" },
  { "created-twice",
    "{\"do\": \"create\", \"record\": \"unit\", \"after\": {\"id\": \"v\", \"name\": \"Team\"}}, "
    "{\"do\": \"create\", \"record\": \"unit\", \"after\": {\"id\": \"v\", \"name\": \"Unit\"}}",
    "diff.patch.exists", "/operations/1",
    "1 of 2 operations do not fit the structure, the first at /operations/1: There is a record "
    "with the key already" },
  { "exists-renamed",
    "{\"do\": \"rekey\", \"record\": \"post\", \"key\": \"b\", \"field\": \"id\", "
    "\"before\": \"b\", \"after\": \"a\"}",
    "diff.patch.exists", "/operations/0",
    "1 of 1 operations do not fit the structure, the first at /operations/0: There is a record "
    "with the key already" },
  { "ambiguous",
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"twice\", \"field\": \"title\", "
    "\"after\": \"Head\"}",
    "diff.patch.ambiguous", "/operations/0",
    "1 of 1 operations do not fit the structure, the first at /operations/0: Several records have "
    "the key" },
  { "repeated",
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"b\", \"field\": \"tier\", "
    "\"after\": 1}, "
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"b\", \"field\": \"tier\", "
    "\"after\": 2}",
    "diff.patch.repeated", "/operations/1",
    "1 of 2 operations do not fit the structure, the first at /operations/1: Another operation "
    "changes the same field" },
  { "second-of-two",
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"b\", \"field\": \"tier\", "
    "\"after\": 1}, {\"do\": \"delete\", \"record\": \"post\", \"before\": {\"id\": \"no\"}}",
    "diff.patch.missing", "/operations/1",
    "1 of 2 operations do not fit the structure, the first at /operations/1: There is no such "
    "record" },
};

static void
test_misfit (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CadreStructure) base = load_text (BASE);
  g_autoptr (CadrePatch) patch = load_patch (misfits[i].operations);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) result = cadre_patch_apply (patch, base, NULL, &error);
  g_autoptr (CadreIssueList) issues = NULL;
  g_autoptr (CadreIssue) issue = NULL;

  g_assert_null (result);
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_BASE);
  g_assert_cmpstr (error->message, ==, misfits[i].message);

  g_clear_error (&error);
  issues = cadre_patch_check (patch, base, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (issues)), ==, 1);
  issue = g_list_model_get_item (G_LIST_MODEL (issues), 0);
  g_assert_cmpstr (cadre_issue_get_code (issue), ==, misfits[i].code);
  g_assert_cmpstr (cadre_issue_get_origin (issue), ==, misfits[i].origin);
}

/* What a reader refuses. */
static const struct
{
  const char *name;
  const char *operations;
  const char *message; /* the end of it */
} faults[] = {
  { "no-object", "1", "An operation must be an object" },
  { "unknown-action", "{\"do\": \"copy\", \"record\": \"post\"}",
    "What an operation does is one of the words of its list" },
  { "unknown-record", "{\"do\": \"create\", \"record\": \"job\", \"after\": {}}",
    "The kind of record is one of the words of its list" },
  { "unknown-field",
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"a\", \"field\": \"colour\", "
    "\"after\": 1}",
    "The field is not one that the record can have" },
  { "other-action",
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"a\", \"field\": \"unit\", "
    "\"after\": \"u\"}",
    "This is not what is done to such a field" },
  { "no-change",
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"a\", \"field\": \"tier\", "
    "\"before\": 1, \"after\": 1}",
    "The value before is the value after" },
  { "no-key", "{\"do\": \"change\", \"record\": \"line\", \"field\": \"note\", \"after\": \"x\"}",
    "The key is not one that the record can have" },
  { "key-of-another-kind",
    "{\"do\": \"change\", \"record\": \"post\", \"key\": {\"post\": \"a\"}, \"field\": \"tier\", "
    "\"after\": 1}",
    "The key is not one that the record can have" },
  { "key-of-the-head",
    "{\"do\": \"change\", \"record\": \"document\", \"key\": \"a\", \"field\": \"title\", "
    "\"after\": \"x\"}",
    "The key is not one that the record can have" },
  { "key-and-value",
    "{\"do\": \"move\", \"record\": \"line\", \"key\": {\"post\": \"a\", \"manager\": \"b\"}, "
    "\"field\": \"manager\", \"before\": \"c\", \"after\": \"d\"}",
    "The value before is not the one in the key" },
  { "key-and-record",
    "{\"do\": \"create\", \"record\": \"post\", \"key\": \"b\", \"after\": {\"id\": \"a\"}}",
    "The key is not that of the record" },
  { "unknown-member",
    "{\"do\": \"create\", \"record\": \"post\", \"after\": {\"id\": \"a\", \"x\": 1}}",
    "A record must be an object of fields that it can have" },
  { "manager-of-a-post",
    "{\"do\": \"create\", \"record\": \"post\", \"after\": {\"id\": \"a\", \"manager\": \"b\"}}",
    "A record must be an object of fields that it can have" },
  { "two-records",
    "{\"do\": \"create\", \"record\": \"post\", \"before\": {\"id\": \"a\"}, "
    "\"after\": {\"id\": \"a\"}}",
    "What creates or deletes a record has that record and nothing else" },
  { "created-head", "{\"do\": \"create\", \"record\": \"document\", \"after\": {}}",
    "What creates or deletes a record has that record and nothing else" },
  { "shared-change",
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"a\", \"field\": \"tier\", "
    "\"after\": 1, \"shared\": true}",
    "Only what creates or deletes a record shares its key" },
  { "shared-number",
    "{\"do\": \"create\", \"record\": \"post\", \"after\": {\"id\": \"a\"}, \"shared\": 1}",
    "Whether the key is shared is true or false" },
  { "bad-value",
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"a\", \"field\": \"tier\", "
    "\"after\": \"low\"}",
    "An operation holds a value that its field cannot hold: A value is not one that its field can "
    "hold" },
  { "text-for-a-name", "{\"do\": 1, \"record\": \"post\"}", "A text must stand here" },
};

static void
test_fault (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadrePatch) patch = try_load_patch (faults[i].operations, &error);

  g_assert_null (patch);
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_PATCH_FORM);
  if (!g_str_has_suffix (error->message, faults[i].message))
    g_assert_cmpstr (error->message, ==, faults[i].message);
}

static void
test_not_an_array (void)
{
  static const char text[] = "{\"cadre\": \"patch\", \"version\": 1, \"operations\": {}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_patch_load_bytes (bytes, NULL, NULL, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_PATCH_FORM);
  g_assert_true (g_str_has_suffix (error->message, "The operations must be an array"));
}

static void
test_limit (void)
{
  static const char text[] =
    "{\"cadre\": \"patch\", \"version\": 1, \"operations\": ["
    "{\"do\": \"create\", \"record\": \"post\", \"after\": {\"id\": \"a\"}}, "
    "{\"do\": \"create\", \"record\": \"post\", \"after\": {\"id\": \"b\"}}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (CadreLimits) limits = cadre_limits_new_bounded ();
  g_autoptr (GError) error = NULL;

  cadre_limits_set_max_rows (limits, 1);
  g_assert_null (cadre_patch_load_bytes (bytes, limits, NULL, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_PATCH_FORM);
  g_assert_true (
    g_str_has_suffix (error->message, "There are more operations than the limits allow"));
}

static void
test_redaction (void)
{
  g_autoptr (CadrePatch) patch = load_patch ("");
  g_autoptr (CadreRedaction) union_ = cadre_redaction_new (CADRE_REDACTION_LEVEL_UNION);
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_patch_to_text (patch, union_, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_PATCH_REDACTION);
  g_assert_cmpstr (error->message, ==,
                   "A patch is written in full only: compare the redacted structures for other "
                   "levels");
}

/* A structure that differs elsewhere takes a patch that was made from another. */
static void
test_other_base (void)
{
  g_autoptr (CadrePatch) patch = make_patch_between (
    "\"posts\": [{\"id\": \"a\", \"title\": \"A\", \"manager\": \"b\"}, {\"id\": \"b\"}]",
    "\"posts\": [{\"id\": \"a\", \"title\": \"Z\", \"manager\": \"c\"}, {\"id\": \"b\"}, "
    "{\"id\": \"c\"}]");
  g_autoptr (CadreStructure) base =
    load_text ("\"title\": \"Other\", \"posts\": [{\"id\": \"a\", \"title\": \"A\", \"tier\": 3, "
               "\"manager\": \"b\"}, {\"id\": \"b\", \"title\": \"B\"}, {\"id\": \"d\"}]");
  g_autoptr (CadreStructure) expected = load_text (
    "\"title\": \"Other\", \"posts\": [{\"id\": \"a\", \"title\": \"Z\", \"tier\": 3, "
    "\"manager\": \"c\"}, {\"id\": \"b\", \"title\": \"B\"}, {\"id\": \"d\"}, {\"id\": \"c\"}]");
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) result = cadre_patch_apply (patch, base, NULL, &error);
  g_autofree char *text = NULL;
  g_autofree char *expected_text = cadre_structure_to_text (expected, full, NULL);

  g_assert_no_error (error);
  text = cadre_structure_to_text (result, full, NULL);
  g_assert_cmpstr (text, ==, expected_text);
}

/* Created from the top down, deleted from the bottom up. */
static void
test_order (void)
{
  g_autoptr (CadrePatch) patch = make_patch_between (
    "\"title\": \"A\", \"posts\": [{\"id\": \"old-1\", \"manager\": \"old-2\"}, "
    "{\"id\": \"old-2\", \"manager\": \"none\"}, {\"id\": \"stays\", \"tier\": 1}]",
    "\"title\": \"B\", \"posts\": [{\"id\": \"new-1\", \"manager\": \"new-2\"}, "
    "{\"id\": \"new-2\", \"manager\": \"none\"}, {\"id\": \"stays\", \"tier\": 2}]");
  g_autofree char *text = list_operations (patch);

  g_assert_cmpstr (text, ==,
                   "change document title: \"A\" -> \"B\"\n"
                   "create post \"new-2\"\n"
                   "create post \"new-1\"\n"
                   "create line {\"post\": \"new-1\", \"manager\": \"new-2\"}\n"
                   "create line {\"post\": \"new-2\", \"manager\": \"none\"}\n"
                   "change post \"stays\" tier: 1 -> 2\n"
                   "delete line {\"post\": \"old-2\", \"manager\": \"none\"}\n"
                   "delete line {\"post\": \"old-1\", \"manager\": \"old-2\"}\n"
                   "delete post \"old-1\"\n"
                   "delete post \"old-2\"\n");
}

static void
test_rekey (void)
{
  g_autoptr (CadrePatch) patch = make_patch_between (
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\", \"manager\": \"a\"}]",
    "\"posts\": [{\"id\": \"z\"}, {\"id\": \"b\", \"manager\": \"z\"}], "
    "\"lineages\": [{\"post\": \"z\", \"predecessor\": \"a\", \"kind\": \"renamed\"}]");
  g_autofree char *text = list_operations (patch);

  g_assert_cmpstr (text, ==,
                   "create lineage {\"post\": \"z\", \"predecessor\": \"a\"}\n"
                   "rekey post \"a\" id: \"a\" -> \"z\"\n"
                   "move line {\"post\": \"b\", \"manager\": \"a\"} manager: \"a\" -> \"z\"\n");
}

static void
test_sequence (void)
{
  g_autoptr (CadrePatch) first = make_patch_between ("\"posts\": [{\"id\": \"a\", \"tier\": 1}]",
                                                     "\"posts\": [{\"id\": \"a\", \"tier\": 2}]");
  g_autoptr (CadrePatch) second = make_patch_between ("\"posts\": [{\"id\": \"a\", \"tier\": 3}]",
                                                      "\"posts\": [{\"id\": \"a\", \"tier\": 4}]");
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_patch_compose (first, second, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_SEQUENCE);
  g_assert_cmpstr (error->message, ==,
                   "The second patch does not follow the first: at its /operations/0 the first "
                   "leads to something else");
}

/* The line needs its manager, whose deletion needs the line. */
static void
test_needs (void)
{
  g_autoptr (CadrePatch) patch = make_patch_between (
    "\"posts\": [{\"id\": \"a\", \"tier\": 1, \"manager\": \"old\"}, {\"id\": \"old\"}]",
    "\"posts\": [{\"id\": \"a\", \"tier\": 2, \"manager\": \"new\"}, {\"id\": \"new\"}]");
  g_autofree char *text = list_operations (patch);
  static const guint expected[4][2] = { { 0, 0 }, { 1, 0 }, { 0, 0 }, { 2, 1 } };
  gsize n = 0;

  g_assert_cmpstr (text, ==,
                   "create post \"new\"\n"
                   "move line {\"post\": \"a\", \"manager\": \"old\"} manager: \"old\" -> "
                   "\"new\"\n"
                   "change post \"a\" tier: 1 -> 2\n"
                   "delete post \"old\"\n");
  for (guint i = 0; i < 4; i++)
    {
      g_autofree guint *needs = cadre_patch_list_needs (patch, i, &n);
      g_autofree guint *conflicts = NULL;

      g_assert_cmpuint (n, ==, expected[i][0]);
      if (n > 0)
        g_assert_cmpuint (needs[n - 1], ==, expected[i][1]);
      conflicts = cadre_patch_list_conflicts (patch, i, &n);
      g_assert_cmpuint (n, ==, 0);
    }
}

static void
test_conflicts (void)
{
  g_autoptr (CadrePatch) patch = load_patch (
    "{\"do\": \"create\", \"record\": \"unit\", \"after\": {\"id\": \"x\"}}, "
    "{\"do\": \"create\", \"record\": \"unit\", \"after\": {\"id\": \"x\", \"name\": \"X\"}}, "
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"a\", \"field\": \"tier\", \"after\": "
    "1}, "
    "{\"do\": \"change\", \"record\": \"post\", \"key\": \"a\", \"field\": \"tier\", \"after\": "
    "2}, "
    "{\"do\": \"delete\", \"record\": \"post\", \"before\": {\"id\": \"a\"}}");
  static const guint expected[5] = { 1, 1, 2, 2, 2 };
  gsize n = 0;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree guint *conflicts = cadre_patch_list_conflicts (patch, i, &n);

      g_assert_cmpuint (n, ==, expected[i]);
      g_assert_cmpuint (conflicts[0], !=, i);
    }
}

/* A goes under B, B under C: without the move of C there would be a circle. */
static void
test_circle (void)
{
  g_autoptr (CadreStructure) before = load_text (
    "\"posts\": [{\"id\": \"a\", \"manager\": \"r\"}, {\"id\": \"b\", \"manager\": \"a\"}, "
    "{\"id\": \"r\"}]");
  g_autoptr (CadreStructure) after = load_text (
    "\"posts\": [{\"id\": \"a\", \"manager\": \"b\"}, {\"id\": \"b\", \"manager\": \"r\"}, "
    "{\"id\": \"r\"}]");
  g_autoptr (CadreDiff) diff = compare (before, after);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadrePatch) patch = cadre_patch_new (diff, &error);
  const guint first = 0;
  g_autoptr (CadrePatch) alone = cadre_patch_select (patch, &first, 1, NULL, &error);
  g_autoptr (CadrePatch) part = cadre_patch_select (patch, &first, 1, before, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (patch)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (alone)), ==, 1);
  g_assert_true (cadre_patch_equal (part, patch));
}

static void
test_finalize (void)
{
  CadrePatch *patch = make_patch_between ("", "\"posts\": [{\"id\": \"a\"}]");
  CadrePatchOperation *operation = cadre_patch_get_operation (patch, 0);

  g_assert_null (cadre_patch_get_operation (patch, 1));
  g_assert_cmpstr (cadre_patch_operation_get_key (operation), ==, "\"a\"");
  g_assert_finalize_object (operation);
  g_assert_finalize_object (patch);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (misfits); i++)
    {
      g_autofree char *path = g_strconcat ("/diff/patch/misfit/", misfits[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_misfit);
    }
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/diff/patch/fault/", faults[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }
  g_test_add_func ("/diff/patch/fault/not-an-array", test_not_an_array);
  g_test_add_func ("/diff/patch/fault/limit", test_limit);
  g_test_add_func ("/diff/patch/redaction", test_redaction);
  g_test_add_func ("/diff/patch/other-base", test_other_base);
  g_test_add_func ("/diff/patch/order", test_order);
  g_test_add_func ("/diff/patch/rekey", test_rekey);
  g_test_add_func ("/diff/patch/sequence", test_sequence);
  g_test_add_func ("/diff/patch/needs", test_needs);
  g_test_add_func ("/diff/patch/conflicts", test_conflicts);
  g_test_add_func ("/diff/patch/circle", test_circle);
  g_test_add_func ("/diff/patch/finalize", test_finalize);

  return g_test_run ();
}
