/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff-structures.h"
#include "../often.h"

/* A base and two proposals, what they contradict each other in, and what comes of
 * it where each conflict is resolved for ours, theirs and the base. */
typedef struct
{
  const char *name;
  const char *base;
  const char *ours;
  const char *theirs;
  const char *conflicts; /* a line each */
  const char *merged[3]; /* members; the first where there is no conflict */
} Case;

#define LINE(post, manager) "{\"post\": \"" post "\", \"manager\": \"" manager "\"}"
#define PARENT(unit, parent) "{\"unit\": \"" unit "\", \"parent\": \"" parent "\"}"
#define SAYS(steps) "[" steps "]"
#define LINE_CYCLE(ids, ours, theirs) "line-cycle post [" ids "]: none -> " ours " or " theirs "\n"
#define UNIT_CYCLE(ids, ours, theirs) "unit-cycle unit [" ids "]: none -> " ours " or " theirs "\n"
#define ABC "{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"c\"}"
#define A(title) "{\"id\": \"a\", \"title\": \"" title "\"}"

/* clang-format off */
static const Case cases[] = {
  { "nothing", "", "", "", "", { "" } },
  { "what one side changes",
    "\"posts\": [" A ("1") ", {\"id\": \"b\"}]",
    "\"posts\": [" A ("2") ", {\"id\": \"b\"}]",
    "\"posts\": [" A ("1") ", {\"id\": \"b\", \"fte\": 1}, {\"id\": \"c\"}]", "",
    { "\"posts\": [" A ("2") ", {\"id\": \"b\", \"fte\": 1}, {\"id\": \"c\"}]" } },
  { "fields of one record",
    "\"posts\": [" A ("1") "]",
    "\"posts\": [" A ("2") "]",
    "\"posts\": [{\"id\": \"a\", \"title\": \"1\", \"fte\": 1}]", "",
    { "\"posts\": [{\"id\": \"a\", \"title\": \"2\", \"fte\": 1}]" } },
  { "equal changes once",
    "\"posts\": [" A ("1") ", {\"id\": \"b\"}]",
    "\"posts\": [" A ("2") ", {\"id\": \"c\"}]",
    "\"posts\": [" A ("2") ", {\"id\": \"c\"}]", "",
    { "\"posts\": [" A ("2") ", {\"id\": \"c\"}]" } },
  { "one field",
    "\"posts\": [" A ("1") "]", "\"posts\": [" A ("2") "]", "\"posts\": [" A ("3") "]",
    "field post \"a\" title: \"1\" -> \"2\" or \"3\"\n",
    { "\"posts\": [" A ("2") "]", "\"posts\": [" A ("3") "]", "\"posts\": [" A ("1") "]" } },
  { "the head",
    "\"title\": \"1\"", "\"title\": \"2\"", "\"title\": \"3\"",
    "field document title: \"1\" -> \"2\" or \"3\", the first unless resolved\n",
    { "\"title\": \"2\"", "\"title\": \"3\"", "\"title\": \"1\"" } },
  { "delete against change",
    "\"posts\": [{\"id\": \"a\", \"title\": \"1\", \"manager\": \"m\"}, {\"id\": \"m\"}]",
    "\"posts\": [{\"id\": \"m\"}]",
    "\"posts\": [{\"id\": \"a\", \"title\": \"2\", \"manager\": \"m\"}, {\"id\": \"m\"}]",
    "delete-change post \"a\": {\"id\": \"a\", \"title\": \"1\"} -> none or {\"title\": \"2\"}\n",
    { "\"posts\": [{\"id\": \"m\"}]",
      "\"posts\": [{\"id\": \"a\", \"title\": \"2\", \"manager\": \"m\"}, {\"id\": \"m\"}]",
      "\"posts\": [{\"id\": \"a\", \"title\": \"1\", \"manager\": \"m\"}, {\"id\": \"m\"}]" } },
  { "create against create",
    "", "\"posts\": [" A ("1") "]", "\"posts\": [" A ("2") "]",
    "create-create post \"a\": none -> {\"id\": \"a\", \"title\": \"1\"} or "
    "{\"id\": \"a\", \"title\": \"2\"}\n",
    { "\"posts\": [" A ("1") "]", "\"posts\": [" A ("2") "]", "\"posts\": []" } },
  { "lines in a circle",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}]",
    "\"posts\": [{\"id\": \"a\", \"manager\": \"b\"}, {\"id\": \"b\"}]",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\", \"manager\": \"a\"}]",
    "line-cycle post [\"a\", \"b\"]: none -> [{\"post\": \"a\", \"manager\": \"b\"}] or "
    "[{\"post\": \"b\", \"manager\": \"a\"}]\n",
    { "\"posts\": [{\"id\": \"a\", \"manager\": \"b\"}, {\"id\": \"b\"}]",
      "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\", \"manager\": \"a\"}]",
      "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}]" } },
  { "units in a circle",
    "\"units\": [{\"id\": \"u\"}, {\"id\": \"v\"}, {\"id\": \"w\", \"parent\": \"u\"}]",
    "\"units\": [{\"id\": \"u\", \"parent\": \"v\"}, {\"id\": \"v\"}, "
    "{\"id\": \"w\", \"parent\": \"u\"}]",
    "\"units\": [{\"id\": \"u\"}, {\"id\": \"v\", \"parent\": \"w\"}, "
    "{\"id\": \"w\", \"parent\": \"u\"}]",
    "unit-cycle unit [\"u\", \"v\", \"w\"]: none -> [{\"unit\": \"u\", \"parent\": \"v\"}] or "
    "[{\"unit\": \"v\", \"parent\": \"w\"}]\n",
    { "\"units\": [{\"id\": \"u\", \"parent\": \"v\"}, {\"id\": \"v\"}, "
      "{\"id\": \"w\", \"parent\": \"u\"}]",
      "\"units\": [{\"id\": \"u\"}, {\"id\": \"v\", \"parent\": \"w\"}, "
      "{\"id\": \"w\", \"parent\": \"u\"}]",
      "\"units\": [{\"id\": \"u\"}, {\"id\": \"v\"}, {\"id\": \"w\", \"parent\": \"u\"}]" } },
  { "units of several parents in a circle",
    "\"units\": [{\"id\": \"u\"}, {\"id\": \"v\"}]",
    "\"units\": [{\"id\": \"u\"}, {\"id\": \"v\"}], "
    "\"unit-parents\": [{\"unit\": \"u\", \"parent\": \"v\"}]",
    "\"units\": [{\"id\": \"u\"}, {\"id\": \"v\", \"parent\": \"u\"}]",
    "unit-cycle unit [\"u\", \"v\"]: none -> [{\"unit\": \"u\", \"parent\": \"v\"}] or "
    "[{\"unit\": \"v\", \"parent\": \"u\"}]\n",
    { "\"units\": [{\"id\": \"u\"}, {\"id\": \"v\"}], "
      "\"unit-parents\": [{\"unit\": \"u\", \"parent\": \"v\"}]",
      "\"units\": [{\"id\": \"u\"}, {\"id\": \"v\", \"parent\": \"u\"}]",
      "\"units\": [{\"id\": \"u\"}, {\"id\": \"v\"}]" } },
  { "a reference to what is deleted",
    "\"posts\": [{\"id\": \"a\", \"unit\": \"u\"}], \"units\": [{\"id\": \"u\"}, {\"id\": \"v\"}]",
    "\"posts\": [{\"id\": \"a\", \"unit\": \"v\"}], \"units\": [{\"id\": \"u\"}, {\"id\": \"v\"}]",
    "\"posts\": [{\"id\": \"a\", \"unit\": \"u\"}], \"units\": [{\"id\": \"u\"}]",
    "dangling unit \"v\": {\"id\": \"v\"} -> \"v\" or none\n",
    { "\"posts\": [{\"id\": \"a\", \"unit\": \"v\"}], \"units\": [{\"id\": \"u\"}, {\"id\": \"v\"}]",
      "\"posts\": [{\"id\": \"a\", \"unit\": \"u\"}], \"units\": [{\"id\": \"u\"}]",
      "\"posts\": [{\"id\": \"a\", \"unit\": \"u\"}], \"units\": [{\"id\": \"u\"}, {\"id\": \"v\"}]" } },
  { "a new report of a deleted manager",
    "\"posts\": [{\"id\": \"m\"}]",
    "\"posts\": [{\"id\": \"m\"}, {\"id\": \"n\", \"manager\": \"m\"}]",
    "\"posts\": []",
    "dangling post \"m\": {\"id\": \"m\"} -> {\"post\": \"n\", \"manager\": \"m\"} or none\n",
    { "\"posts\": [{\"id\": \"m\"}, {\"id\": \"n\", \"manager\": \"m\"}]",
      "\"posts\": [{\"id\": \"n\"}]",
      "\"posts\": [{\"id\": \"m\"}, {\"id\": \"n\"}]" } },
  { "another id and another title",
    "\"posts\": [" A ("1") ", {\"id\": \"r\", \"manager\": \"a\"}]",
    "\"posts\": [{\"id\": \"x\", \"title\": \"1\"}, {\"id\": \"r\", \"manager\": \"x\"}], "
    "\"lineages\": [{\"post\": \"x\", \"predecessor\": \"a\", \"kind\": \"renamed\"}]",
    "\"posts\": [" A ("2") ", {\"id\": \"n\", \"manager\": \"a\"}, "
    "{\"id\": \"r\", \"manager\": \"a\"}]", "",
    { "\"posts\": [{\"id\": \"n\", \"manager\": \"x\"}, {\"id\": \"r\", \"manager\": \"x\"}, "
      "{\"id\": \"x\", \"title\": \"2\"}], "
      "\"lineages\": [{\"post\": \"x\", \"predecessor\": \"a\", \"kind\": \"renamed\"}]" } },
  { "a line that goes over where the other side adds one",
    "\"posts\": [" ABC "], \"lines\": [{\"post\": \"a\", \"manager\": \"b\"}]",
    "\"posts\": [" ABC "], \"lines\": [{\"post\": \"a\", \"manager\": \"c\"}]",
    "\"posts\": [" ABC "], \"lines\": [{\"post\": \"a\", \"manager\": \"b\"}, "
    "{\"post\": \"a\", \"manager\": \"c\", \"x\": 1}]",
    "same-key line {\"post\": \"a\", \"manager\": \"c\"}: none -> {\"was\": {\"post\": \"a\", "
    "\"manager\": \"b\"}, \"manager\": \"c\"} or {\"post\": \"a\", \"manager\": \"c\", "
    "\"unknown-members\": {\"x\": 1}}\n",
    { "\"posts\": [" ABC "], \"lines\": [{\"post\": \"a\", \"manager\": \"c\"}]",
      "\"posts\": [" ABC "], \"lines\": [{\"post\": \"a\", \"manager\": \"b\"}, "
      "{\"post\": \"a\", \"manager\": \"c\", \"x\": 1}]",
      "\"posts\": [" ABC "], \"lines\": [{\"post\": \"a\", \"manager\": \"b\"}]" } },
  { "two lines that go over to one manager",
    "\"posts\": [" ABC ", {\"id\": \"d\"}], \"lines\": [{\"post\": \"a\", \"manager\": \"b\"}, "
    "{\"post\": \"a\", \"manager\": \"d\"}]",
    "\"posts\": [" ABC ", {\"id\": \"d\"}], \"lines\": [{\"post\": \"a\", \"manager\": \"c\"}, "
    "{\"post\": \"a\", \"manager\": \"d\"}]",
    "\"posts\": [" ABC ", {\"id\": \"d\"}], \"lines\": [{\"post\": \"a\", \"manager\": \"b\"}, "
    "{\"post\": \"a\", \"manager\": \"c\"}]",
    "same-key line {\"post\": \"a\", \"manager\": \"c\"}: none -> {\"was\": {\"post\": \"a\", "
    "\"manager\": \"b\"}, \"manager\": \"c\"} or {\"was\": {\"post\": \"a\", \"manager\": \"d\"}, "
    "\"manager\": \"c\"}\n",
    { "\"posts\": [" ABC ", {\"id\": \"d\"}], \"lines\": [{\"post\": \"a\", \"manager\": \"c\"}, "
      "{\"post\": \"a\", \"manager\": \"d\"}]",
      "\"posts\": [" ABC ", {\"id\": \"d\"}], \"lines\": [{\"post\": \"a\", \"manager\": \"b\"}, "
      "{\"post\": \"a\", \"manager\": \"c\"}]",
      "\"posts\": [" ABC ", {\"id\": \"d\"}], \"lines\": [{\"post\": \"a\", \"manager\": \"b\"}, "
      "{\"post\": \"a\", \"manager\": \"d\"}]" } },
  { "a line that both put below one manager",
    "\"posts\": [" ABC "], \"lines\": [{\"post\": \"a\", \"manager\": \"b\"}]",
    "\"posts\": [" ABC "], \"lines\": [{\"post\": \"a\", \"manager\": \"c\"}]",
    "\"posts\": [" ABC "], \"lines\": [{\"post\": \"a\", \"manager\": \"c\"}]", "",
    { "\"posts\": [" ABC "], \"lines\": [{\"post\": \"a\", \"manager\": \"c\"}]" } },
  { "an id that a post gets where the other side has a new post of it",
    "\"posts\": [" A ("1") ", {\"id\": \"r\", \"manager\": \"a\"}]",
    "\"posts\": [{\"id\": \"r\", \"manager\": \"x\"}, {\"id\": \"x\", \"title\": \"1\"}], "
    "\"lineages\": [{\"post\": \"x\", \"predecessor\": \"a\", \"kind\": \"renamed\"}]",
    "\"posts\": [" A ("1") ", {\"id\": \"r\", \"manager\": \"x\"}, "
    "{\"id\": \"s\", \"manager\": \"x\"}, {\"id\": \"x\", \"title\": \"2\", \"manager\": \"a\"}]",
    "same-key post \"x\": none -> {\"was\": \"a\", \"id\": \"x\"} or "
    "{\"id\": \"x\", \"title\": \"2\"}\n",
    { "\"posts\": [{\"id\": \"r\", \"manager\": \"x\"}, {\"id\": \"s\"}, "
      "{\"id\": \"x\", \"title\": \"1\"}], "
      "\"lineages\": [{\"post\": \"x\", \"predecessor\": \"a\", \"kind\": \"renamed\"}]",
      "\"posts\": [" A ("1") ", {\"id\": \"r\", \"manager\": \"x\"}, "
      "{\"id\": \"s\", \"manager\": \"x\"}, {\"id\": \"x\", \"title\": \"2\", \"manager\": \"a\"}]",
      "\"posts\": [" A ("1") ", {\"id\": \"r\", \"manager\": \"a\"}, {\"id\": \"s\"}]" } },
};
/* clang-format on */

static CadreMerge *
merge (CadreStructure *base, CadreStructure *ours, CadreStructure *theirs)
{
  g_autoptr (CadreDiff) our_diff = compare (base, ours);
  g_autoptr (CadreDiff) their_diff = compare (base, theirs);
  g_autoptr (GError) error = NULL;
  CadreMerge *result = cadre_merge_new (our_diff, their_diff, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

static char *
to_text (CadreStructure *structure)
{
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  char *text = cadre_structure_to_text (structure, full, &error);

  g_assert_no_error (error);
  return text;
}

static char *
describe (CadreMerge *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (CadreMergeConflict) conflict = cadre_merge_get_conflict (self, i);
      g_autofree char *line = cadre_merge_conflict_to_string (conflict);

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (text, FALSE);
}

static void
resolve_all (CadreMerge *self, CadreMergeChoice choice)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      cadre_merge_resolve (self, i, choice, NULL, &error);
      g_assert_no_error (error);
    }
}

static char *
build_text (CadreMerge *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) merged = cadre_merge_build (self, NULL, &error);

  g_assert_no_error (error);
  return to_text (merged);
}

static void
assert_merged (CadreMerge *self, const char *members)
{
  g_autoptr (CadreStructure) expected = load_text (members);
  g_autofree char *expected_text = to_text (expected);
  g_autofree char *text = build_text (self);

  g_assert_cmpstr (text, ==, expected_text);
}

static void
test_case (gconstpointer data)
{
  static const CadreMergeChoice choices[] = { CADRE_MERGE_CHOICE_OURS, CADRE_MERGE_CHOICE_THEIRS,
                                              CADRE_MERGE_CHOICE_BASE };
  const Case *test = data;
  g_autoptr (CadreStructure) base = load_text (test->base);
  g_autoptr (CadreStructure) ours = load_text (test->ours);
  g_autoptr (CadreStructure) theirs = load_text (test->theirs);
  CadreMerge *self = merge (base, ours, theirs);
  g_autofree char *conflicts = describe (self);

  g_assert_cmpstr (conflicts, ==, test->conflicts);
  for (guint i = 0; i < G_N_ELEMENTS (choices) && test->merged[i] != NULL; i++)
    {
      resolve_all (self, choices[i]);
      assert_merged (self, test->merged[i]);
    }
  g_assert_finalize_object (self);
}

static CadreMerge *
merge_titles (const char *ours, const char *theirs)
{
  g_autofree char *our_text =
    g_strdup_printf ("\"posts\": [{\"id\": \"a\", \"title\": \"%s\"}]", ours);
  g_autofree char *their_text =
    g_strdup_printf ("\"posts\": [{\"id\": \"a\", \"title\": \"%s\"}]", theirs);
  g_autoptr (CadreStructure) base = load_text ("\"posts\": [" A ("1") "]");
  g_autoptr (CadreStructure) a = load_text (our_text);
  g_autoptr (CadreStructure) b = load_text (their_text);

  return merge (base, a, b);
}

static void
test_unresolved (void)
{
  g_autoptr (CadreMerge) self = merge_titles ("2", "3");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (cadre_merge_get_n_unresolved (self), ==, 1);
  g_assert_null (cadre_merge_build (self, NULL, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==, "1 of 1 conflicts are not resolved");
  resolve_all (self, CADRE_MERGE_CHOICE_OURS);
  g_assert_cmpuint (cadre_merge_get_n_unresolved (self), ==, 0);
  resolve_all (self, CADRE_MERGE_CHOICE_NONE);
  g_assert_cmpuint (cadre_merge_get_n_unresolved (self), ==, 1);
}

static void
test_value (void)
{
  g_autoptr (CadreMerge) self = merge_titles ("2", "3");
  g_autoptr (CadreMergeConflict) conflict = cadre_merge_get_conflict (self, 0);
  g_autofree char *origin = cadre_merge_conflict_dup_origin (conflict);

  g_assert_cmpint (cadre_merge_conflict_get_kind (conflict), ==, CADRE_MERGE_CONFLICT_KIND_FIELD);
  g_assert_false (cadre_merge_conflict_is_about_document (conflict));
  g_assert_cmpint (cadre_merge_conflict_get_record_kind (conflict), ==, CADRE_RECORD_KIND_POST);
  g_assert_cmpstr (cadre_merge_conflict_get_key (conflict), ==, "\"a\"");
  g_assert_cmpstr (cadre_merge_conflict_get_field (conflict), ==, "title");
  g_assert_cmpstr (cadre_merge_conflict_get_base_value (conflict), ==, "\"1\"");
  g_assert_cmpstr (cadre_merge_conflict_get_our_value (conflict), ==, "\"2\"");
  g_assert_cmpstr (cadre_merge_conflict_get_their_value (conflict), ==, "\"3\"");
  g_assert_cmpstr (origin, ==, "/posts/0");
  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_VALUE, " \"4\"", NULL));
  g_assert_cmpint (cadre_merge_conflict_get_choice (conflict), ==, CADRE_MERGE_CHOICE_VALUE);
  g_assert_cmpstr (cadre_merge_conflict_get_value (conflict), ==, "\"4\"");
  assert_merged (self, "\"posts\": [" A ("4") "]");
  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_VALUE, "null", NULL));
  assert_merged (self, "\"posts\": [{\"id\": \"a\"}]");
}

static void
test_refused (void)
{
  g_autoptr (CadreMerge) self = merge_titles ("2", "3");
  static const struct
  {
    guint position;
    CadreMergeChoice choice;
    const char *value;
    const char *message;
  } refusals[] = {
    { 1, CADRE_MERGE_CHOICE_OURS, NULL, "There is no such conflict to resolve" },
    { 0, CADRE_MERGE_CHOICE_VALUE, NULL,
      "A value is stated where a value is chosen, and only there" },
    { 0, CADRE_MERGE_CHOICE_OURS, "1",
      "A value is stated where a value is chosen, and only there" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (cadre_merge_resolve (self, refusals[i].position, refusals[i].choice,
                                           refusals[i].value, &error));
      g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MERGE);
      g_assert_cmpstr (error->message, ==, refusals[i].message);
    }
  g_assert_false (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_VALUE, "{", NULL));
}

static void
test_other_base (void)
{
  g_autoptr (CadreDiff) a = compare_texts ("", "");
  g_autoptr (CadreDiff) b = compare_texts ("", "");
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_merge_new (a, b, NULL, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MERGE);
  g_assert_cmpstr (error->message, ==,
                   "The two comparisons to merge do not start from one structure");
}

static GBytes *
write_resolutions (CadreMerge *self)
{
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autoptr (GError) error = NULL;

  cadre_merge_write_resolutions (self, full, writer, &error);
  g_assert_no_error (error);
  cadre_writer_finish (writer, NULL, &error);
  g_assert_no_error (error);
  return cadre_writer_steal_bytes (writer);
}

static char *
replay (CadreMerge *self, GBytes *resolutions)
{
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (resolutions, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreIssueList) issues = cadre_merge_replay (self, reader, NULL, &error);
  GString *codes = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);

      g_string_append_printf (codes, "%s\n", cadre_issue_get_code (issue));
    }

  return g_string_free (codes, FALSE);
}

static void
assert_replayed (const char *ours, const char *theirs, const char *codes, guint n_unresolved)
{
  g_autoptr (CadreMerge) first = merge_titles ("2", "3");
  g_autoptr (CadreMerge) later = merge_titles (ours, theirs);
  g_autoptr (GBytes) resolutions = NULL;
  g_autofree char *found = NULL;

  g_assert_true (cadre_merge_resolve (first, 0, CADRE_MERGE_CHOICE_VALUE, "\"4\"", NULL));
  resolutions = write_resolutions (first);
  found = replay (later, resolutions);
  g_assert_cmpstr (found, ==, codes);
  g_assert_cmpuint (cadre_merge_get_n_unresolved (later), ==, n_unresolved);
}

static void
test_replay (void)
{
  assert_replayed ("2", "3", "", 0);
  assert_replayed ("2", "5", "diff.merge.stale-resolution\n", 1);
  assert_replayed ("3", "2", "diff.merge.stale-resolution\n", 1);
  assert_replayed ("2", "1", "diff.merge.unknown-resolution\n", 0);
}

static void
assert_reasons (CadreMerge *self, const char *by, const char *on, const char *why)
{
  g_autoptr (CadreMergeConflict) conflict = cadre_merge_get_conflict (self, 0);
  g_autoptr (CadreDate) date = cadre_merge_conflict_get_decided_on (conflict);
  g_autofree char *day = date != NULL ? cadre_date_to_string (date) : NULL;

  g_assert_cmpstr (cadre_merge_conflict_get_decided_by (conflict), ==, by);
  g_assert_cmpstr (day, ==, on);
  g_assert_cmpstr (cadre_merge_conflict_get_why (conflict), ==, why);
}

static char *
build_or_say (CadreMerge *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) merged = cadre_merge_build (self, NULL, &error);

  return merged != NULL ? to_text (merged) : g_strdup (g_quark_to_string (error->domain));
}

/* What was resolved in one merge comes to the same in a later one. */
static void
assert_replays (CadreMerge *self, CadreMerge *later)
{
  g_autoptr (GBytes) resolutions = write_resolutions (self);
  g_autofree char *codes = replay (later, resolutions);
  g_autofree char *text = NULL;
  g_autofree char *replayed = NULL;

  g_assert_cmpstr (codes, ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (later)));
  text = build_or_say (self);
  replayed = build_or_say (later);
  g_assert_cmpstr (text, ==, replayed);
}

/* A key with an id that both give to a new post, after another one had it. */
static void
test_reused_id (void)
{
#define REUSED(x)                                                                               \
  "\"posts\": [{\"id\": \"a\", \"title\": \"2\"}, {\"id\": \"r\"}, {\"id\": \"x\", \"title\": " \
  "\"1\"}], "                                                                                   \
  "\"lines\": [{\"post\": \"r\", \"manager\": \"a\", \"x\": " x "}], "                          \
  "\"lineages\": [{\"post\": \"x\", \"predecessor\": \"a\", \"kind\": \"renamed\"}]"
  g_autoptr (CadreStructure) base = load_text ("\"posts\": [" A ("1") ", {\"id\": \"r\"}]");
  g_autoptr (CadreStructure) ours = load_text (REUSED ("1"));
  g_autoptr (CadreStructure) theirs = load_text (REUSED ("2"));
  g_autoptr (CadreMerge) self = merge (base, ours, theirs);
  g_autoptr (CadreMerge) later = merge (base, ours, theirs);
  g_autoptr (CadreMergeConflict) conflict = cadre_merge_get_conflict (self, 0);

  g_assert_cmpstr (cadre_merge_conflict_get_key (conflict), ==, LINE ("r", "a"));
  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_THEIRS, NULL, NULL));
  assert_merged (self, REUSED ("2"));
  assert_replays (self, later);
}

/* Who has decided, when and why, is kept with the resolution, and so is what a later
 * version says of it. */
static void
test_reasons (void)
{
  g_autoptr (CadreMerge) first = merge_titles ("2", "3");
  g_autoptr (CadreMerge) later = merge_titles ("2", "3");
  g_autoptr (CadreMerge) again = merge_titles ("2", "3");
  g_autoptr (CadreDate) on = cadre_date_new_parse ("2024-05", NULL);
  g_autoptr (GBytes) resolutions = NULL;
  g_autoptr (GBytes) more = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GString) text = NULL;
  g_autofree char *codes = NULL;
  g_autofree char *kept_codes = NULL;

  g_assert_false (cadre_merge_explain_resolution (first, 0, "Panel", on, "Budget", NULL));
  g_assert_true (cadre_merge_resolve (first, 0, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
  assert_reasons (first, NULL, NULL, NULL);
  g_assert_true (cadre_merge_explain_resolution (first, 0, "Panel \"A\"", on, "Budget", NULL));
  g_assert_false (cadre_merge_explain_resolution (first, 1, "Panel", on, "Budget", NULL));
  g_assert_true (cadre_merge_resolve (first, 0, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
  assert_reasons (first, "Panel \"A\"", "2024-05", "Budget");

  resolutions = write_resolutions (first);
  text = g_string_new_len (g_bytes_get_data (resolutions, NULL),
                           (gssize) g_bytes_get_size (resolutions));
  g_string_replace (text, "\"Budget\"", "\"Budget\", \"x\": {\"y\": [1]}, \"z\": \"w\"", 1);
  more = g_bytes_new (text->str, text->len);
  codes = replay (later, more);
  g_assert_cmpstr (codes, ==, "");
  assert_reasons (later, "Panel \"A\"", "2024-05", "Budget");
  kept = write_resolutions (later);
  kept_codes = replay (again, kept);
  assert_reasons (again, "Panel \"A\"", "2024-05", "Budget");
  g_assert_nonnull (
    g_strstr_len (g_bytes_get_data (kept, NULL), (gssize) g_bytes_get_size (kept), "\"z\": \"w\""));

  g_assert_true (cadre_merge_resolve (later, 0, CADRE_MERGE_CHOICE_THEIRS, NULL, NULL));
  assert_reasons (later, NULL, NULL, NULL);
}

static void
test_reasons_not_read (void)
{
  static const char *const members[] = { "\"by\": 1", "\"on\": \"2024-13\"", "\"on\": true",
                                         "\"why\": {}" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (CadreMerge) first = merge_titles ("2", "3");
      g_autoptr (CadreMerge) later = merge_titles ("2", "3");
      g_autofree char *choice = g_strdup_printf ("\"choice\": \"ours\", %s", members[i]);
      g_autoptr (CadreReader) reader = NULL;
      g_autoptr (GBytes) resolutions = NULL;
      g_autoptr (GBytes) wrong = NULL;
      g_autoptr (GString) text = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (cadre_merge_resolve (first, 0, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
      resolutions = write_resolutions (first);
      text = g_string_new_len (g_bytes_get_data (resolutions, NULL),
                               (gssize) g_bytes_get_size (resolutions));
      g_assert_cmpuint (g_string_replace (text, "\"choice\": \"ours\"", choice, 1), ==, 1);
      wrong = g_bytes_new (text->str, text->len);
      reader = cadre_reader_new_for_bytes (wrong, NULL);
      g_assert_null (cadre_merge_replay (later, reader, NULL, &error));
      g_assert_nonnull (error);
    }
}

static void
count_changes (GListModel *model, guint position, guint removed, guint added, guint *counts)
{
  g_assert_cmpuint (position, ==, 1);
  counts[0] += removed;
  counts[1] += added;
}

static CadreMerge *
merge_late_circle (void)
{
  g_autoptr (CadreStructure) base = load_text (
    "\"posts\": [{\"id\": \"a\", \"manager\": \"m\"}, {\"id\": \"b\", \"manager\": \"m\"}, "
    "{\"id\": \"c\", \"manager\": \"m\"}, {\"id\": \"m\"}]");
  g_autoptr (CadreStructure) ours = load_text (
    "\"posts\": [{\"id\": \"a\", \"manager\": \"b\"}, {\"id\": \"b\", \"manager\": \"m\"}, "
    "{\"id\": \"c\", \"manager\": \"m\"}, {\"id\": \"m\"}]");
  g_autoptr (CadreStructure) theirs = load_text (
    "\"posts\": [{\"id\": \"a\", \"manager\": \"c\"}, {\"id\": \"b\", \"manager\": \"a\"}, "
    "{\"id\": \"c\", \"manager\": \"m\"}, {\"id\": \"m\"}]");

  return merge (base, ours, theirs);
}

#define LINE_OF_A "{\"post\": \"a\", \"manager\": \"m\"}"
#define FIRST_CONFLICT "field line " LINE_OF_A " manager: \"m\" -> \"b\" or \"c\"\n"

/* Our a under b and their b under a make a circle once our line of a is chosen. */
static void
test_late_circle (void)
{
  g_autoptr (CadreMerge) self = merge_late_circle ();
  g_autoptr (CadreMerge) later = merge_late_circle ();
  g_autoptr (GError) error = NULL;
  guint counts[2] = { 0, 0 };
  g_autofree char *at_first = describe (self);
  g_autofree char *then = NULL;

  g_assert_cmpstr (at_first, ==, FIRST_CONFLICT);
  g_signal_connect (self, "items-changed", G_CALLBACK (count_changes), counts);
  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
  then = describe (self);
  g_assert_cmpstr (then, ==,
                   FIRST_CONFLICT LINE_CYCLE ("\"a\", \"b\"", SAYS (LINE ("a", "b")),
                                              SAYS (LINE ("b", "a"))));
  g_assert_cmpuint (cadre_merge_get_n_unresolved (self), ==, 1);
  g_assert_null (cadre_merge_build (self, NULL, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_CONFLICT);

  g_assert_true (cadre_merge_resolve (self, 1, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
  assert_merged (self, "\"posts\": [{\"id\": \"a\", \"manager\": \"b\"}, "
                       "{\"id\": \"b\", \"manager\": \"m\"}, "
                       "{\"id\": \"c\", \"manager\": \"m\"}, {\"id\": \"m\"}]");
  assert_replays (self, later);

  g_assert_true (cadre_merge_resolve (self, 1, CADRE_MERGE_CHOICE_THEIRS, NULL, NULL));
  assert_merged (self, "\"posts\": [{\"id\": \"a\", \"manager\": \"m\"}, "
                       "{\"id\": \"b\", \"manager\": \"a\"}, "
                       "{\"id\": \"c\", \"manager\": \"m\"}, {\"id\": \"m\"}]");
  g_assert_cmpuint (counts[1], ==, 1);
  g_assert_cmpuint (counts[0], ==, 0);

  /* Where their line of a is chosen there is no circle. */
  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_THEIRS, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 1);
  g_assert_cmpuint (cadre_merge_get_n_unresolved (self), ==, 0);
  g_assert_cmpuint (counts[0], ==, 1);
}

static CadreMerge *
merge_two_circles (void)
{
  g_autoptr (CadreStructure) base = load_text (
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\", \"manager\": \"c\"}, {\"id\": \"c\"}]");
  g_autoptr (CadreStructure) ours = load_text (
    "\"posts\": [{\"id\": \"a\", \"manager\": \"b\"}, {\"id\": \"b\", \"manager\": \"c\"}, "
    "{\"id\": \"c\"}]");
  g_autoptr (CadreStructure) theirs =
    load_text ("\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\", \"manager\": \"a\"}, "
               "{\"id\": \"c\", \"manager\": \"a\"}]");

  return merge (base, ours, theirs);
}

/* Their b under a is given up for our a under b: then b is under c still, which they have put
 * under a. Both circles begin with a. */
static void
test_circle_after_circle (void)
{
  g_autoptr (CadreMerge) self = merge_two_circles ();
  g_autoptr (CadreMerge) later = merge_two_circles ();
  g_autoptr (GBytes) resolutions = NULL;
  g_autofree char *text = NULL;
  g_autofree char *conflicts = NULL;

  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
  conflicts = describe (self);
  g_assert_cmpstr (conflicts, ==,
                   LINE_CYCLE ("\"a\", \"b\"", SAYS (LINE ("a", "b")), SAYS (LINE ("b", "a")))
                     LINE_CYCLE ("\"a\", \"b\", \"c\"", SAYS (LINE ("a", "b")),
                                 SAYS (LINE ("c", "a"))));
  g_assert_true (cadre_merge_resolve (self, 1, CADRE_MERGE_CHOICE_THEIRS, NULL, NULL));
  resolutions = write_resolutions (self);
  text = g_strndup (g_bytes_get_data (resolutions, NULL), g_bytes_get_size (resolutions));
  g_assert_nonnull (strstr (text, "\"circle\": [\"a\", \"b\"], "));
  g_assert_nonnull (strstr (text, "\"circle\": [\"a\", \"b\", \"c\"], "));
  assert_replays (self, later);
}

/* With the other choice in the first circle the second one is none. */
static void
test_circle_goes_again (void)
{
  g_autoptr (CadreMerge) self = merge_two_circles ();

  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 2);
  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_THEIRS, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 1);
  assert_merged (self, "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\", \"manager\": \"a\"}, "
                       "{\"id\": \"c\", \"manager\": \"a\"}]");
}

/* Whoever holds a circle that is none any more still reads what it was. */
static void
test_circle_held (void)
{
  g_autoptr (CadreMerge) self = merge_two_circles ();
  g_autoptr (CadreMergeConflict) held = NULL;
  g_autoptr (CadreMergeConflict) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *at = NULL;
  g_auto (GStrv) ids = NULL;

  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
  held = cadre_merge_get_conflict (self, 1);
  before = cadre_merge_conflict_to_string (held);
  /* It is the same one as long as it stays in the list. */
  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
  g_assert_cmpuint (cadre_merge_get_n_unresolved (self), ==, 1);
  g_assert_true (cadre_merge_resolve (self, 1, CADRE_MERGE_CHOICE_THEIRS, NULL, NULL));
  g_assert_cmpint (cadre_merge_conflict_get_choice (held), ==, CADRE_MERGE_CHOICE_THEIRS);
  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_THEIRS, NULL, NULL));
  after = cadre_merge_conflict_to_string (held);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (cadre_merge_conflict_get_choice (held), ==, CADRE_MERGE_CHOICE_THEIRS);
  ids = cadre_merge_conflict_dup_circle (held);
  at = g_strjoinv (" ", ids);
  g_assert_cmpstr (at, ==, "a b c");

  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
  again = cadre_merge_get_conflict (self, 1);
  g_assert_cmpint (cadre_merge_conflict_get_choice (again), ==, CADRE_MERGE_CHOICE_NONE);
  g_clear_object (&self);
  g_clear_object (&again);
  g_assert_cmpint (cadre_merge_conflict_get_kind (held), ==, CADRE_MERGE_CONFLICT_KIND_LINE_CYCLE);
}

/* A side is said to want what it wants, and not what comes of it with the other one. */
static void
test_circle_as_said (void)
{
  g_autoptr (CadreStructure) base = load_text ("\"posts\": [" ABC "]");
  g_autoptr (CadreStructure) ours =
    load_text ("\"posts\": [" ABC "], \"lines\": [" LINE ("a", "c") ", " LINE ("b", "a") "]");
  g_autoptr (CadreStructure) theirs =
    load_text ("\"posts\": [" ABC "], \"lines\": [" LINE ("a", "b") "]");
  g_autoptr (CadreMerge) self = merge (base, ours, theirs);
  g_autofree char *conflicts = describe (self);

  g_assert_cmpstr (conflicts, ==,
                   LINE_CYCLE ("\"a\", \"b\"", SAYS (LINE ("a", "c") ", " LINE ("b", "a")),
                               SAYS (LINE ("a", "b"))));
}

/* What is said of a date says nothing of who is above whom. */
static void
test_circle_as_dated (void)
{
#define DATED(day, more)                                                                  \
  "\"as-of\": \"2008-01-01\", \"posts\": [{\"id\": \"1\"}, {\"id\": \"2\"}], \"lines\": " \
  "[{\"post\": \"1\", \"manager\": "                                                      \
  "\"2\", "                                                                               \
  "\"valid-from\": \"" day "\"}" more "]"
  g_autoptr (CadreStructure) base = load_text (DATED ("2031-01-01", ""));
  g_autoptr (CadreStructure) ours = load_text (DATED ("2001-01-01", ""));
  g_autoptr (CadreStructure) theirs = load_text (DATED ("2031-01-01", ", " LINE ("2", "1")));
  g_autoptr (CadreMerge) self = merge (base, ours, theirs);
  g_autofree char *conflicts = describe (self);

  g_assert_cmpstr (conflicts, ==, LINE_CYCLE ("\"1\", \"2\"", "none", SAYS (LINE ("2", "1"))));
}

/* Which id somebody gets changes nothing of a circle. */
static void
test_circle_with_ids (void)
{
#define RENAMED(id, lines)                                                        \
  "\"posts\": [{\"id\": \"m\"}, {\"id\": \"q\"}, {\"id\": \"r\"}, {\"id\": \"" id \
  "\"}], \"lines\": [" lines "], "                                                \
  "\"lineages\": [{\"post\": \"" id "\", \"predecessor\": \"b\", \"kind\": \"renamed\"}]"
  g_autoptr (CadreStructure) base =
    load_text ("\"posts\": [{\"id\": \"b\", \"manager\": \"q\"}, {\"id\": \"m\"}, {\"id\": \"q\"}, "
               "{\"id\": \"r\"}]");
  g_autoptr (CadreStructure) ours = load_text (RENAMED ("z", LINE ("z", "m")));
  g_autoptr (CadreStructure) theirs =
    load_text (RENAMED ("a", LINE ("a", "r") ", " LINE ("m", "a")));
  g_autoptr (CadreMerge) self = merge (base, ours, theirs);
  const guint last = g_list_model_get_n_items (G_LIST_MODEL (self)) - 1;
  guint id = 0;

  for (guint i = 0; i <= last; i++)
    {
      g_autoptr (CadreMergeConflict) conflict = cadre_merge_get_conflict (self, i);

      if (g_strcmp0 (cadre_merge_conflict_get_field (conflict), "id") == 0 &&
          !cadre_merge_conflict_is_about_document (conflict))
        id = i;
    }
  resolve_all (self, CADRE_MERGE_CHOICE_OURS);
  for (int side = CADRE_MERGE_CHOICE_OURS; side <= CADRE_MERGE_CHOICE_THEIRS; side++)
    {
      g_autofree char *conflicts = NULL;

      g_assert_true (cadre_merge_resolve (self, id, (CadreMergeChoice) side, NULL, NULL));
      g_assert_cmpuint (cadre_merge_get_n_unresolved (self), ==, 0);
      conflicts = describe (self);
      g_assert_nonnull (strstr (conflicts, LINE_CYCLE ("\"b\", \"m\"", SAYS (LINE ("b", "m")),
                                                       SAYS (LINE ("m", "b")))));
    }
}

/* Our a under f and what stays of the line that both have changed make a circle, and so they
 * do with our own form of that line: each begins with a, and all we say of it is f under d. */
#define FIRST_POSTS "\"posts\": [{\"id\": \"0\"}, {\"id\": \"a\", \"manager\": "
#define LAST_POSTS "{\"id\": \"c\", \"manager\": \"a\"}, {\"id\": \"d\", \"manager\": \"b\"}, "
static CadreMerge *
merge_alike_circles (void)
{
  g_autoptr (CadreStructure) base = load_text (
    FIRST_POSTS "\"0\"}, {\"id\": \"b\", \"title\": \"1\", \"manager\": \"a\"}, " LAST_POSTS
                "{\"id\": \"e\"}, {\"id\": \"f\", \"manager\": \"c\"}]");
  g_autoptr (CadreStructure) ours =
    load_text (FIRST_POSTS "\"f\"}, " LAST_POSTS "{\"id\": \"f\", \"manager\": \"d\"}]");
  g_autoptr (CadreStructure) theirs =
    load_text (FIRST_POSTS "\"0\"}, {\"id\": \"b\", \"title\": \"2\", \"manager\": "
                           "\"e\"}, " LAST_POSTS "{\"id\": \"e\"}, {\"id\": \"f\"}]");

  return merge (base, ours, theirs);
}

static void
test_circles_alike (void)
{
  static const CadreMergeChoice choices[] = { CADRE_MERGE_CHOICE_THEIRS, CADRE_MERGE_CHOICE_OURS,
                                              CADRE_MERGE_CHOICE_THEIRS, CADRE_MERGE_CHOICE_BASE };
  g_autoptr (CadreMerge) self = merge_alike_circles ();
  g_autoptr (CadreMerge) later = merge_alike_circles ();
  g_autofree char *conflicts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    g_assert_true (cadre_merge_resolve (self, i, choices[i], NULL, NULL));
  g_assert_true (cadre_merge_resolve (self, 4, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
  g_assert_true (cadre_merge_resolve (self, 5, CADRE_MERGE_CHOICE_THEIRS, NULL, NULL));
  conflicts = describe (self);
  g_assert_true (
    g_str_has_suffix (conflicts,
                      LINE_CYCLE ("\"a\", \"f\", \"c\"",
                                  SAYS (LINE ("a", "f") ", " LINE ("f", "d")), "none")
                        LINE_CYCLE ("\"a\", \"f\", \"d\", \"b\"",
                                    SAYS (LINE ("a", "f") ", " LINE ("f", "d")), "none")));
  assert_replays (self, later);
}

/* That a circle was resolved says nothing of another one with the same post. */
static void
test_circle_of_another_value (void)
{
#define MORE_POSTS                                                                      \
  "{\"id\": \"b\", \"manager\": \"a\"}, {\"id\": \"c\", \"manager\": \"a\"}, {\"id\": " \
  "\"m\"}, {\"id\": \"n\"}, {\"id\": \"o\"}]"
  g_autoptr (CadreStructure) base =
    load_text ("\"posts\": [{\"id\": \"a\", \"manager\": \"m\"}, " MORE_POSTS);
  g_autoptr (CadreStructure) ours =
    load_text ("\"posts\": [{\"id\": \"a\", \"manager\": \"n\"}, " MORE_POSTS);
  g_autoptr (CadreStructure) theirs =
    load_text ("\"posts\": [{\"id\": \"a\", \"manager\": \"o\"}, " MORE_POSTS);
  g_autoptr (CadreMerge) self = merge (base, ours, theirs);

  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_VALUE, "\"b\"", NULL));
  g_assert_true (cadre_merge_resolve (self, 1, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
  g_assert_cmpuint (cadre_merge_get_n_unresolved (self), ==, 0);
  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_VALUE, "\"c\"", NULL));
  g_assert_cmpuint (cadre_merge_get_n_unresolved (self), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 2);
}

/* A line that one side takes away and the other changes stays as it is: the circle that comes
 * of it is a conflict of its own. */
static void
test_circle_with_base (void)
{
  g_autoptr (CadreStructure) base =
    load_text ("\"posts\": [{\"id\": \"1\"}, {\"id\": \"2\", \"manager\": \"1\"}, "
               "{\"id\": \"3\", \"manager\": \"2\"}]");
  g_autoptr (CadreStructure) ours =
    load_text ("\"posts\": [{\"id\": \"1\"}, {\"id\": \"2\", \"manager\": \"1\"}, "
               "{\"id\": \"3\", \"manager\": \"1\"}]");
  g_autoptr (CadreStructure) theirs = load_text (
    "\"posts\": [{\"id\": \"1\"}, {\"id\": \"2\", \"manager\": \"3\"}, {\"id\": \"3\"}]");
  g_autoptr (CadreMerge) self = merge (base, ours, theirs);
  g_autofree char *conflicts = NULL;

  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_BASE, NULL, NULL));
  conflicts = describe (self);
  g_assert_true (g_str_has_suffix (conflicts, LINE_CYCLE ("\"2\", \"3\"", SAYS (LINE ("3", "1")),
                                                          SAYS (LINE ("2", "3")))));
  g_assert_true (cadre_merge_resolve (self, 1, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
  assert_merged (self, "\"posts\": [{\"id\": \"1\"}, {\"id\": \"2\", \"manager\": \"1\"}, "
                       "{\"id\": \"3\", \"manager\": \"1\"}]");
}

/* Their choice in one circle undoes half of what ours says, and the other half goes in a
 * circle with the base. Whoever insists on that half is refused. */
static void
test_circle_of_one_side (void)
{
  g_autoptr (CadreStructure) base =
    load_text ("\"units\": [{\"id\": \"0\"}, {\"id\": \"1\", \"parent\": \"0\"}, "
               "{\"id\": \"3\", \"parent\": \"1\"}, {\"id\": \"4\"}]");
  g_autoptr (CadreStructure) ours =
    load_text ("\"units\": [{\"id\": \"0\", \"parent\": \"1\"}, {\"id\": \"1\", \"parent\": "
               "\"4\"}, {\"id\": \"3\", \"parent\": \"1\"}, {\"id\": \"4\"}]");
  g_autoptr (CadreStructure) theirs =
    load_text ("\"units\": [{\"id\": \"0\"}, {\"id\": \"1\", \"parent\": \"0\"}, "
               "{\"id\": \"3\", \"parent\": \"1\"}, {\"id\": \"4\", \"parent\": \"3\"}]");
  g_autoptr (CadreMerge) self = merge (base, ours, theirs);
  g_autofree char *conflicts = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_THEIRS, NULL, NULL));
  conflicts = describe (self);
  g_assert_cmpstr (conflicts, ==,
                   UNIT_CYCLE ("\"1\", \"4\", \"3\"", SAYS (PARENT ("1", "4")),
                               SAYS (PARENT ("4", "3")))
                     UNIT_CYCLE ("\"0\", \"1\"", SAYS (PARENT ("0", "1")), "none"));
  g_assert_true (cadre_merge_resolve (self, 1, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 2);
  g_assert_null (cadre_merge_build (self, NULL, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_CIRCLE);
  g_assert_true (cadre_merge_resolve (self, 1, CADRE_MERGE_CHOICE_THEIRS, NULL, NULL));
  assert_merged (self, "\"units\": [{\"id\": \"0\"}, {\"id\": \"1\", \"parent\": \"0\"}, "
                       "{\"id\": \"3\", \"parent\": \"1\"}, {\"id\": \"4\", \"parent\": \"3\"}]");
}

/* Only their side moves anything, and it takes the post away that would close a circle: it is
 * chosen that this stays. */
static void
test_circle_of_what_stays (void)
{
  g_autoptr (CadreStructure) base =
    load_text ("\"posts\": [{\"id\": \"1\"}, {\"id\": \"2\", \"manager\": \"1\"}, "
               "{\"id\": \"3\", \"manager\": \"2\"}]");
  g_autoptr (CadreStructure) ours =
    load_text ("\"posts\": [{\"id\": \"1\"}, {\"id\": \"2\", \"manager\": \"1\"}, "
               "{\"id\": \"3\", \"title\": \"Clerk\", \"manager\": \"2\"}]");
  g_autoptr (CadreStructure) theirs =
    load_text ("\"posts\": [{\"id\": \"1\"}, {\"id\": \"2\", \"manager\": \"3\"}]");
  g_autoptr (CadreMerge) self = merge (base, ours, theirs);
  g_autofree char *conflicts = NULL;

  resolve_all (self, CADRE_MERGE_CHOICE_BASE);
  conflicts = describe (self);
  g_assert_cmpstr (
    conflicts, ==,
    "delete-change post \"3\": {\"id\": \"3\"} -> {\"title\": \"Clerk\"} or none\n" LINE_CYCLE (
      "\"2\", \"3\"", "none", SAYS (LINE ("2", "3"))));
  assert_merged (self, "\"posts\": [{\"id\": \"1\"}, {\"id\": \"2\", \"manager\": \"1\"}, "
                       "{\"id\": \"3\", \"manager\": \"2\"}]");
}

/* Both sides put a unit below another, and neither is to have what it makes of that one: what
 * both do alike goes in a circle then. */
static CadreMerge *
merge_both_alike (void)
{
  g_autoptr (CadreStructure) base =
    load_text ("\"units\": [{\"id\": \"0\"}, {\"id\": \"1\", \"parent\": \"0\"}]");
  g_autoptr (CadreStructure) ours = load_text ("\"units\": [{\"id\": \"0\", \"parent\": \"1\"}]");
  g_autoptr (CadreStructure) theirs = load_text (
    "\"units\": [{\"id\": \"0\", \"parent\": \"1\"}, {\"id\": \"1\", \"name\": \"Team\"}]");

  return merge (base, ours, theirs);
}

static void
test_circle_of_both_alike (void)
{
  g_autoptr (CadreMerge) self = merge_both_alike ();
  g_autofree char *conflicts = NULL;

  resolve_all (self, CADRE_MERGE_CHOICE_BASE);
  conflicts = describe (self);
  g_assert_cmpstr (
    conflicts, ==,
    "delete-change unit \"1\": {\"id\": \"1\", \"parent\": \"0\"} -> none or {\"name\": \"Team\", "
    "\"parent\": null}\n" UNIT_CYCLE ("\"0\", \"1\"", "none", "none")
      UNIT_CYCLE ("\"0\", \"1\"", SAYS (PARENT ("0", "1")), SAYS (PARENT ("0", "1"))));
  assert_merged (self, "\"units\": [{\"id\": \"0\"}, {\"id\": \"1\", \"parent\": \"0\"}]");
}

/* Whoever insists on what both do is refused, and not asked again. */
static void
test_circle_of_both_insisted (void)
{
  static const CadreMergeChoice insisted[] = { CADRE_MERGE_CHOICE_OURS, CADRE_MERGE_CHOICE_THEIRS };

  for (guint i = 0; i < G_N_ELEMENTS (insisted); i++)
    {
      g_autoptr (CadreMerge) self = merge_both_alike ();
      g_autoptr (GError) error = NULL;

      g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_BASE, NULL, NULL));
      g_assert_true (cadre_merge_resolve (self, 1, CADRE_MERGE_CHOICE_BASE, NULL, NULL));
      g_assert_true (cadre_merge_resolve (self, 2, insisted[i], NULL, NULL));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 3);
      g_assert_null (cadre_merge_build (self, NULL, &error));
      g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_CIRCLE);
    }
}

#define POSTS_OF_DATE "\"posts\": [{\"id\": \"1\"}, {\"id\": \"2\", \"manager\": \"1\"}]"
#define LINE_FROM_2030 \
  "\"lines\": [{\"post\": \"1\", \"manager\": \"2\", \"valid-from\": \"2030-01-01\"}]"
#define LATE_LINE "{\"post\": \"1\", \"manager\": \"2\"}"

/* One side brings a line that begins later, and the other the date from which it holds. */
static void
test_circle_of_date (void)
{
  g_autoptr (CadreStructure) base = load_text ("\"as-of\": \"2025-01-01\", " POSTS_OF_DATE);
  g_autoptr (CadreStructure) ours = load_text ("\"as-of\": \"2031-01-01\", " POSTS_OF_DATE);
  g_autoptr (CadreStructure) theirs =
    load_text ("\"as-of\": \"2025-01-01\", " POSTS_OF_DATE ", " LINE_FROM_2030);
  g_autoptr (CadreMerge) self = merge (base, ours, theirs);
  g_autofree char *conflicts = describe (self);

  g_assert_cmpstr (conflicts, ==, LINE_CYCLE ("\"1\", \"2\"", "none", SAYS (LATE_LINE)));
  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
  assert_merged (self, "\"as-of\": \"2031-01-01\", " POSTS_OF_DATE);
}

/* Which date holds is in dispute, and proposed: with another one the circle goes, whoever is
 * called ours. */
static void
test_circle_of_proposed_date (void)
{
  g_autoptr (CadreStructure) base = load_text ("\"as-of\": \"2025-01-01\", " POSTS_OF_DATE);
  g_autoptr (CadreStructure) late = load_text ("\"as-of\": \"2031-01-01\", " POSTS_OF_DATE);
  g_autoptr (CadreStructure) early =
    load_text ("\"as-of\": \"2026-01-01\", " POSTS_OF_DATE ", " LINE_FROM_2030);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CadreMerge) self = i == 0 ? merge (base, late, early) : merge (base, early, late);
      const CadreMergeChoice late_side =
        i == 0 ? CADRE_MERGE_CHOICE_OURS : CADRE_MERGE_CHOICE_THEIRS;
      const CadreMergeChoice early_side =
        i == 0 ? CADRE_MERGE_CHOICE_THEIRS : CADRE_MERGE_CHOICE_OURS;

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 2 - i);
      g_assert_true (cadre_merge_resolve (self, 0, late_side, NULL, NULL));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 2);
      g_assert_cmpuint (cadre_merge_get_n_unresolved (self), ==, 1);
      g_assert_true (cadre_merge_resolve (self, 0, early_side, NULL, NULL));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 1);
      assert_merged (self, "\"as-of\": \"2026-01-01\", " POSTS_OF_DATE ", " LINE_FROM_2030);
    }
}

/* A line of the base leads from a post that only our side makes. */
static void
test_circle_of_new_post (void)
{
  g_autoptr (CadreStructure) base =
    load_text ("\"posts\": [{\"id\": \"1\"}], \"lines\": [" LINE ("9", "1") "]");
  g_autoptr (CadreStructure) ours =
    load_text ("\"posts\": [{\"id\": \"1\"}, {\"id\": \"9\"}], \"lines\": [" LINE ("9", "1") "]");
  g_autoptr (CadreStructure) theirs = load_text (
    "\"posts\": [{\"id\": \"1\"}], \"lines\": [" LINE ("1", "9") ", " LINE ("9", "1") "]");
  g_autoptr (CadreMerge) self = merge (base, ours, theirs);
  g_autofree char *conflicts = describe (self);

  g_assert_cmpstr (conflicts, ==, LINE_CYCLE ("\"1\", \"9\"", "none", SAYS (LINE ("1", "9"))));
}

/* Whom a and e report to; d reports to a everywhere. */
static char *
dup_posts (const char *manager_of_a, const char *manager_of_e)
{
  return g_strdup_printf (
    "\"posts\": [{\"id\": \"a\", \"manager\": \"%s\"}, {\"id\": \"b\", \"manager\": \"m\"}, "
    "{\"id\": \"c\", \"manager\": \"m\"}, {\"id\": \"d\", \"manager\": \"a\"}, "
    "{\"id\": \"e\", \"manager\": \"%s\"}, {\"id\": \"m\"}]",
    manager_of_a, manager_of_e);
}

static CadreStructure *
load_posts (const char *manager_of_a, const char *manager_of_e)
{
  g_autofree char *text = dup_posts (manager_of_a, manager_of_e);

  return load_text (text);
}

static CadreMerge *
merge_stated_line (void)
{
  g_autoptr (CadreStructure) base = load_posts ("m", "m");
  g_autoptr (CadreStructure) ours = load_posts ("b", "m");
  g_autoptr (CadreStructure) theirs = load_posts ("c", "a");

  return merge (base, ours, theirs);
}

/* What comes of it that somebody states whom a is to report to: by what is chosen of the
 * circle (ours, theirs, the base), whom a and e report to. */
typedef struct
{
  const char *name;
  const char *value;
  const char *circle;
  const char *managers[3][2];
} StatedLine;

static const StatedLine stated_lines[] = {
  { "who reports to it in the base",
    "\"d\"",
    LINE_CYCLE ("\"a\", \"d\"", SAYS (LINE ("a", "b")), SAYS (LINE ("a", "c"))),
    { { "b", "a" }, { "c", "a" }, { "m", "a" } } },
  { "who reports to it as one side wants",
    "\"e\"",
    LINE_CYCLE ("\"a\", \"e\"",
                SAYS (LINE ("a", "b")),
                SAYS (LINE ("a", "c") ", " LINE ("e", "a"))),
    { { "b", "m" }, { "c", "a" }, { "m", "m" } } },
  { "itself",
    "\"a\"",
    LINE_CYCLE ("\"a\"", SAYS (LINE ("a", "b")), SAYS (LINE ("a", "c"))),
    { { "b", "a" }, { "c", "a" }, { "m", "a" } } },
};

/* That somebody states for a unit what is a part of it already. */
static void
test_stated_units (void)
{
#define UNIT_X ", {\"id\": \"v\"}, {\"id\": \"w\"}, {\"id\": \"x\", \"parent\": \"u\"}]"
  g_autoptr (CadreStructure) base = load_text ("\"units\": [{\"id\": \"u\"}" UNIT_X);
  g_autoptr (CadreStructure) ours =
    load_text ("\"units\": [{\"id\": \"u\", \"parent\": \"v\"}" UNIT_X);
  g_autoptr (CadreStructure) theirs =
    load_text ("\"units\": [{\"id\": \"u\", \"parent\": \"w\"}" UNIT_X);
  g_autoptr (CadreMerge) self = merge (base, ours, theirs);
  g_autofree char *then = NULL;

  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_VALUE, "\"x\"", NULL));
  then = describe (self);
  g_assert_cmpstr (then, ==,
                   "field unit \"u\" parent: none -> \"v\" or \"w\"\n" UNIT_CYCLE (
                     "\"u\", \"x\"", SAYS (PARENT ("u", "v")), SAYS (PARENT ("u", "w"))));
  g_assert_true (cadre_merge_resolve (self, 1, CADRE_MERGE_CHOICE_THEIRS, NULL, NULL));
  assert_merged (self, "\"units\": [{\"id\": \"u\", \"parent\": \"w\"}" UNIT_X);
}

static void
test_stated_circle (gconstpointer data)
{
  const StatedLine *line = data;
  g_autoptr (CadreMerge) self = merge_stated_line ();
  g_autofree char *first = describe (self);
  g_autofree char *expected = g_strconcat (first, line->circle, NULL);
  g_autofree char *then = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_VALUE, line->value, &error));
  g_assert_no_error (error);
  then = describe (self);
  g_assert_cmpstr (then, ==, expected);
  g_assert_cmpuint (cadre_merge_get_n_unresolved (self), ==, 1);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *merged = dup_posts (line->managers[i][0], line->managers[i][1]);
      g_autoptr (CadreMerge) later = merge_stated_line ();

      g_assert_true (cadre_merge_resolve (self, 1,
                                          (CadreMergeChoice) (CADRE_MERGE_CHOICE_OURS + (int) i),
                                          NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 2);
      assert_merged (self, merged);
      assert_replays (self, later);

      /* The same value once more, and the circle stays as it is. */
      g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_VALUE, line->value, &error));
      assert_merged (self, merged);
    }

  /* Another value makes no circle, so that it holds. */
  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_VALUE, "\"m\"", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 1);
}

static void
add_stated_circles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stated_lines); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/diff/merge/stated-circle/%s", stated_lines[i].name);

      g_test_add_data_func (path, &stated_lines[i], test_stated_circle);
    }
}

/* What is only about the document need not be resolved, and can be. */
static void
test_document (void)
{
  g_autoptr (CadreStructure) base =
    load_text ("\"id\": \"1\", \"as-of\": \"2024-01-01\", \"notes\": [\"1\"]");
  g_autoptr (CadreStructure) ours =
    load_text ("\"id\": \"2\", \"as-of\": \"2024-02-01\", \"notes\": [\"2\"]");
  g_autoptr (CadreStructure) theirs =
    load_text ("\"id\": \"3\", \"as-of\": \"2024-03-01\", \"notes\": [\"3\"]");
  g_autoptr (CadreMerge) self = merge (base, ours, theirs);
  g_autoptr (CadreMerge) later = merge (base, ours, theirs);
  g_autoptr (CadreMergeConflict) first = cadre_merge_get_conflict (self, 0);
  g_autoptr (GBytes) resolutions = NULL;
  g_autofree char *codes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 3);
  g_assert_cmpuint (cadre_merge_get_n_unresolved (self), ==, 0);
  g_assert_true (cadre_merge_conflict_is_about_document (first));
  g_assert_cmpint (cadre_merge_conflict_get_choice (first), ==, CADRE_MERGE_CHOICE_NONE);
  g_assert_cmpint (cadre_merge_conflict_get_proposal (first), ==, CADRE_MERGE_CHOICE_OURS);
  assert_merged (self, "\"id\": \"2\", \"as-of\": \"2024-02-01\", \"notes\": [\"2\"]");

  g_assert_true (cadre_merge_resolve (self, 0, CADRE_MERGE_CHOICE_VALUE, "\"4\"", &error));
  g_assert_true (cadre_merge_resolve (self, 1, CADRE_MERGE_CHOICE_THEIRS, NULL, &error));
  g_assert_no_error (error);
  assert_merged (self, "\"id\": \"4\", \"as-of\": \"2024-03-01\", \"notes\": [\"2\"]");

  resolutions = write_resolutions (self);
  codes = replay (later, resolutions);
  g_assert_cmpstr (codes, ==, "");
  assert_merged (later, "\"id\": \"4\", \"as-of\": \"2024-03-01\", \"notes\": [\"2\"]");

  g_assert_true (cadre_merge_resolve (self, 1, CADRE_MERGE_CHOICE_NONE, NULL, &error));
  assert_merged (self, "\"id\": \"4\", \"as-of\": \"2024-02-01\", \"notes\": [\"2\"]");
}

/* All texts hang on the first language. */
static void
test_first_language (void)
{
  g_autoptr (CadreStructure) base = load_text ("\"language\": \"en\"");
  g_autoptr (CadreStructure) ours = load_text ("\"language\": \"cy\"");
  g_autoptr (CadreStructure) theirs = load_text ("\"language\": \"ga\"");
  g_autoptr (CadreMerge) self = merge (base, ours, theirs);
  g_autoptr (CadreMergeConflict) conflict = cadre_merge_get_conflict (self, 0);

  g_assert_cmpuint (cadre_merge_get_n_unresolved (self), ==, 1);
  g_assert_cmpint (cadre_merge_conflict_get_proposal (conflict), ==, CADRE_MERGE_CHOICE_NONE);
}

static void
test_resolutions_in_full_only (void)
{
  g_autoptr (CadreMerge) self = merge_titles ("2", "3");
  g_autoptr (CadreRedaction) level = cadre_redaction_new (CADRE_REDACTION_LEVEL_UNION);
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autoptr (GError) error = NULL;

  g_assert_false (cadre_merge_write_resolutions (self, level, writer, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_REDACTION);
  g_assert_cmpstr (error->message, ==, "Resolutions can only be written in full");
}

/* The laws. */

static int
pick (int n)
{
  return g_test_rand_int_range (0, n);
}

/* Posts p0 to p7, units u0 to u3; each of @edits in 10 is not as in the base. */
static CadreStructure *
make_structure (int edits, int first, int step)
{
  GString *text = g_string_new ("\"as-of\": \"2008-01-23\", \"units\": [{\"id\": \"u0\"}, "
                                "{\"id\": \"u1\"}, {\"id\": \"u2\"}], \"posts\": [");
  g_autofree char *members = NULL;
  gboolean begun = FALSE;

  for (int i = 0; i < 8; i++)
    {
      const gboolean edited = i % step == first && pick (10) < edits;

      if (edited && pick (4) == 0)
        continue;
      g_string_append_printf (text, "%s{\"id\": \"p%d\", \"title\": \"T%d\", \"unit\": \"u%d\"",
                              begun ? ", " : "", i, edited ? pick (3) : i % 2,
                              edited ? pick (3) : i % 3);
      if (i > 0)
        g_string_append_printf (text, ", \"manager\": \"p%d\"",
                                edited && pick (3) == 0 ? pick (8) : i / 2);
      g_string_append (text, "}");
      begun = TRUE;
    }
  for (int i = 0; i < 2 && edits > 0; i++)
    if (pick (3) == 0)
      g_string_append_printf (text, "%s{\"id\": \"n%d\", \"title\": \"T%d\", \"manager\": \"p%d\"}",
                              begun ? ", " : "", i * step + first, pick (2), pick (8));
  g_string_append (text, "]");
  members = g_string_free (text, FALSE);

  return load_text (members);
}

static void
assert_same (CadreMerge *self, CadreStructure *expected)
{
  g_autofree char *text = build_text (self);
  g_autofree char *expected_text = to_text (expected);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 0);
  g_assert_cmpstr (text, ==, expected_text);
}

static void
test_identity (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (CadreStructure) base = make_structure (0, 0, 1);
      g_autoptr (CadreStructure) x = make_structure (5, 0, 1);
      g_autoptr (CadreMerge) with_base = merge (base, x, base);
      g_autoptr (CadreMerge) base_with = merge (base, base, x);
      g_autoptr (CadreMerge) with_itself = merge (base, x, x);

      assert_same (with_base, x);
      assert_same (base_with, x);
      assert_same (with_itself, x);
    }
}

static void
test_mirror (void)
{
  for (guint round = 0; round < often (100, 10); round++)
    {
      g_autoptr (CadreStructure) base = make_structure (0, 0, 1);
      g_autoptr (CadreStructure) x = make_structure (4, 0, 1);
      g_autoptr (CadreStructure) y = make_structure (4, 0, 1);
      g_autoptr (CadreMerge) one = merge (base, x, y);
      g_autoptr (CadreMerge) other = merge (base, y, x);
      const guint n = g_list_model_get_n_items (G_LIST_MODEL (one));
      g_autofree char *text = NULL;
      g_autofree char *mirrored = NULL;

      g_assert_cmpuint (n, ==, g_list_model_get_n_items (G_LIST_MODEL (other)));
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (CadreMergeConflict) a = cadre_merge_get_conflict (one, i);
          g_autoptr (CadreMergeConflict) b = cadre_merge_get_conflict (other, i);

          g_assert_cmpint (cadre_merge_conflict_get_kind (a), ==,
                           cadre_merge_conflict_get_kind (b));
          g_assert_cmpstr (cadre_merge_conflict_get_key (a), ==, cadre_merge_conflict_get_key (b));
          g_assert_cmpstr (cadre_merge_conflict_get_base_value (a), ==,
                           cadre_merge_conflict_get_base_value (b));
          g_assert_cmpstr (cadre_merge_conflict_get_our_value (a), ==,
                           cadre_merge_conflict_get_their_value (b));
          g_assert_cmpstr (cadre_merge_conflict_get_their_value (a), ==,
                           cadre_merge_conflict_get_our_value (b));
        }

      resolve_all (one, CADRE_MERGE_CHOICE_OURS);
      resolve_all (other, CADRE_MERGE_CHOICE_THEIRS);
      text = build_or_say (one);
      mirrored = build_or_say (other);
      g_assert_cmpstr (text, ==, mirrored);
    }
}

static gboolean
has_circle (CadreStructure *structure)
{
  CadreIssueList *issues = cadre_structure_get_issues (structure);

  return cadre_issue_list_get_count (issues, "structure.line.cycle") > 0 ||
         cadre_issue_list_get_count (issues, "structure.line.self") > 0;
}

/* A circle that a proposal has of its own is in the merged structure, and a patch makes it
 * on no other structure. */
static void
assert_same_in_turn (CadreMerge *self,
                     CadrePatch *patch,
                     CadreStructure *before,
                     CadreStructure *target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) result = cadre_patch_apply (patch, before, NULL, &error);

  if (result != NULL)
    {
      assert_same (self, result);
      return;
    }

  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_CIRCLE);
  g_assert_true (has_circle (target));
}

/* What is about different records does not conflict but in what leads from the
 * ones to the others, and comes to the same in either order. */
static void
test_disjoint (void)
{
  guint n_plain = 0;

  for (guint round = 0; round < often (100, 10); round++)
    {
      g_autoptr (CadreStructure) base = make_structure (0, 0, 1);
      g_autoptr (CadreStructure) x = make_structure (3, 0, 2);
      g_autoptr (CadreStructure) y = make_structure (3, 1, 2);
      g_autoptr (CadreMerge) self = merge (base, x, y);
      g_autoptr (CadreDiff) one = compare (base, x);
      g_autoptr (CadreDiff) other = compare (base, y);
      g_autoptr (CadrePatch) first = cadre_patch_new (one, NULL);
      g_autoptr (CadrePatch) second = cadre_patch_new (other, NULL);

      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
        {
          g_autoptr (CadreMergeConflict) conflict = cadre_merge_get_conflict (self, i);
          const CadreMergeConflictKind kind = cadre_merge_conflict_get_kind (conflict);

          g_assert_true (kind == CADRE_MERGE_CONFLICT_KIND_LINE_CYCLE ||
                         kind == CADRE_MERGE_CONFLICT_KIND_DANGLING);
        }
      if (g_list_model_get_n_items (G_LIST_MODEL (self)) > 0)
        continue;

      n_plain++;
      assert_same_in_turn (self, second, x, y);
      assert_same_in_turn (self, first, y, x);
    }

  g_assert_cmpuint (n_plain, >, often (10, 0));
}

/* Resolves in any way what is not resolved, and again one in so many of what is. */
static void
resolve_randomly (CadreMerge *self, int one_in)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (CadreMergeConflict) conflict = cadre_merge_get_conflict (self, i);

      if (cadre_merge_conflict_get_choice (conflict) == CADRE_MERGE_CHOICE_NONE ||
          pick (one_in) == 0)
        g_assert_true (
          cadre_merge_resolve (self, i, CADRE_MERGE_CHOICE_OURS + pick (3), NULL, NULL));
    }
}

/* Whatever was resolved otherwise in between leaves no trace, be it in the merge that is
 * written down, or in the one in which that is replayed. */
static void
test_replayed_to_the_same_bytes (void)
{
  for (guint round = 0; round < often (600, 60); round++)
    {
      g_autoptr (CadreStructure) base = make_structure (0, 0, 1);
      g_autoptr (CadreStructure) x = make_structure (5, 0, 1);
      g_autoptr (CadreStructure) y = make_structure (5, 0, 1);
      g_autoptr (CadreMerge) first = merge (base, x, y);
      g_autoptr (CadreMerge) later = merge (base, x, y);

      for (guint again = 0; again < 3; again++)
        resolve_randomly (first, 3);
      if (round % 2 == 1)
        resolve_randomly (later, 3);
      assert_replays (first, later);
    }
}

static guint
count_circles (CadreStructure *structure)
{
  CadreIssueList *issues = cadre_structure_get_issues (structure);

  return cadre_issue_list_get_count (issues, "structure.line.cycle") +
         cadre_issue_list_get_count (issues, "structure.line.self");
}

/* The same eight posts, of which @edits in 10 report to somebody else than in the base. */
static CadreStructure *
make_lines (int edits)
{
  GString *text = g_string_new ("\"posts\": [{\"id\": \"p0\"}");
  g_autofree char *members = NULL;

  for (int i = 1; i < 8; i++)
    g_string_append_printf (text, ", {\"id\": \"p%d\", \"manager\": \"p%d\"}", i,
                            pick (10) < edits ? pick (8) : i / 2);
  g_string_append (text, "]");
  members = g_string_free (text, FALSE);
  return load_text (members);
}

/* Resolves what is there in any way, and lines to any post as well. FALSE where there is
 * a circle among it. */
static gboolean
resolve_anyhow (CadreMerge *self, guint n, guint *n_stated)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreMergeConflict) conflict = cadre_merge_get_conflict (self, i);
      const int choice = CADRE_MERGE_CHOICE_OURS + pick (4);
      const gboolean stated = choice == CADRE_MERGE_CHOICE_VALUE;
      g_autofree char *post = stated ? g_strdup_printf ("\"p%d\"", pick (8)) : NULL;

      if (cadre_merge_conflict_get_kind (conflict) != CADRE_MERGE_CONFLICT_KIND_FIELD)
        return FALSE;
      g_assert_true (cadre_merge_resolve (self, i, (CadreMergeChoice) choice, post, NULL));
      *n_stated += stated;
    }

  return TRUE;
}

/* Where neither side has a circle, one that comes of what is chosen of lines is listed,
 * and what is not listed is none. */
static void
test_no_circle_unseen (void)
{
  guint n_stated = 0;
  guint n_late = 0;

  for (guint round = 0; round < often (2000, 400); round++)
    {
      g_autoptr (CadreStructure) base = make_lines (0);
      g_autoptr (CadreStructure) x = make_lines (4);
      g_autoptr (CadreStructure) y = make_lines (4);
      g_autoptr (CadreMerge) self = merge (base, x, y);
      g_autoptr (CadreStructure) merged = NULL;
      const guint n = g_list_model_get_n_items (G_LIST_MODEL (self));

      if (count_circles (x) > 0 || count_circles (y) > 0 || !resolve_anyhow (self, n, &n_stated))
        continue;

      merged = cadre_merge_build (self, NULL, NULL);
      g_assert_true ((merged == NULL) == (cadre_merge_get_n_unresolved (self) > 0));
      n_late += merged == NULL;
      if (merged != NULL)
        g_assert_cmpuint (count_circles (merged), ==, 0);
    }

  g_test_message ("%u circles of stated lines, %u that come late", n_stated, n_late);
  /* Too rare to come up in few rounds. */
  g_assert_cmpuint (n_stated, >=, often (1, 0));
  g_assert_cmpuint (n_late, >=, often (1, 0));
}

#define N_POSTS 6

/* By post and manager: 0 where there is no line, else what it says besides and 1. */
typedef struct
{
  int lines[N_POSTS][N_POSTS];
} Lines;

/* Nobody reports to one before, so that no line goes in a circle. */
static void
edit_lines (Lines *self)
{
  for (int n = pick (5); n > 0; n--)
    {
      const int post = pick (N_POSTS - 1);
      int *from = &self->lines[post][post + 1 + pick (N_POSTS - 1 - post)];
      int *to = &self->lines[post][post + 1 + pick (N_POSTS - 1 - post)];

      if (from != to && *from > 0 && *to == 0)
        *to = *from;
      *from = pick (3);
    }
}

static CadreStructure *
load_lines (const Lines *self)
{
  GString *text = g_string_new ("\"posts\": [");
  const char *separator = "";
  g_autofree char *members = NULL;

  for (int i = 0; i < N_POSTS; i++)
    g_string_append_printf (text, "%s{\"id\": \"p%d\"}", i > 0 ? ", " : "", i);
  g_string_append (text, "], \"lines\": [");
  for (int i = 0; i < N_POSTS; i++)
    for (int k = 0; k < N_POSTS; k++)
      if (self->lines[i][k] > 0)
        {
          g_string_append_printf (text, "%s{\"post\": \"p%d\", \"manager\": \"p%d\", \"x\": %d}",
                                  separator, i, k, self->lines[i][k]);
          separator = ", ";
        }
  g_string_append_c (text, ']');
  members = g_string_free (text, FALSE);
  return load_text (members);
}

/* However it is resolved, what is not in conflict with anything fits together. */
static void
test_several_managers (void)
{
  guint n_same_key = 0;

  for (guint round = 0; round < often (1500, 100); round++)
    {
      Lines base_lines = { { { 0 } } };
      Lines our_lines;
      Lines their_lines;
      g_autoptr (CadreStructure) base = NULL;
      g_autoptr (CadreStructure) ours = NULL;
      g_autoptr (CadreStructure) theirs = NULL;
      g_autoptr (CadreMerge) self = NULL;
      g_autoptr (CadreMerge) later = NULL;
      g_autoptr (CadreMerge) mirrored = NULL;
      g_autofree char *text = NULL;

      edit_lines (&base_lines);
      edit_lines (&base_lines);
      our_lines = base_lines;
      their_lines = base_lines;
      edit_lines (&our_lines);
      edit_lines (&their_lines);
      base = load_lines (&base_lines);
      ours = load_lines (&our_lines);
      theirs = load_lines (&their_lines);
      self = merge (base, ours, theirs);
      later = merge (base, ours, theirs);
      mirrored = merge (base, theirs, ours);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (mirrored)), ==,
                        g_list_model_get_n_items (G_LIST_MODEL (self)));
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
        {
          g_autoptr (CadreMergeConflict) conflict = cadre_merge_get_conflict (self, i);

          n_same_key +=
            cadre_merge_conflict_get_kind (conflict) == CADRE_MERGE_CONFLICT_KIND_SAME_KEY;
        }
      resolve_randomly (self, 1);
      text = build_text (self);
      assert_replays (self, later);
    }

  g_test_message ("%u lines of one key", n_same_key);
  g_assert_cmpuint (n_same_key, >=, often (1, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diff/merge/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/diff/merge/unresolved", test_unresolved);
  g_test_add_func ("/diff/merge/reused-id", test_reused_id);
  g_test_add_func ("/diff/merge/value", test_value);
  g_test_add_func ("/diff/merge/document", test_document);
  g_test_add_func ("/diff/merge/first-language", test_first_language);
  g_test_add_func ("/diff/merge/refused", test_refused);
  g_test_add_func ("/diff/merge/other-base", test_other_base);
  g_test_add_func ("/diff/merge/replay", test_replay);
  g_test_add_func ("/diff/merge/late-circle", test_late_circle);
  g_test_add_func ("/diff/merge/circle-after-circle", test_circle_after_circle);
  g_test_add_func ("/diff/merge/circle-goes-again", test_circle_goes_again);
  g_test_add_func ("/diff/merge/circle-held", test_circle_held);
  g_test_add_func ("/diff/merge/circle-as-said", test_circle_as_said);
  g_test_add_func ("/diff/merge/circle-as-dated", test_circle_as_dated);
  g_test_add_func ("/diff/merge/circle-with-ids", test_circle_with_ids);
  g_test_add_func ("/diff/merge/circles-alike", test_circles_alike);
  g_test_add_func ("/diff/merge/circle-of-another-value", test_circle_of_another_value);
  g_test_add_func ("/diff/merge/circle-with-base", test_circle_with_base);
  g_test_add_func ("/diff/merge/circle-of-one-side", test_circle_of_one_side);
  g_test_add_func ("/diff/merge/circle-of-what-stays", test_circle_of_what_stays);
  g_test_add_func ("/diff/merge/circle-of-both-alike", test_circle_of_both_alike);
  g_test_add_func ("/diff/merge/circle-of-both-insisted", test_circle_of_both_insisted);
  g_test_add_func ("/diff/merge/circle-of-date", test_circle_of_date);
  g_test_add_func ("/diff/merge/circle-of-proposed-date", test_circle_of_proposed_date);
  g_test_add_func ("/diff/merge/circle-of-new-post", test_circle_of_new_post);
  g_test_add_func ("/diff/merge/stated-units", test_stated_units);
  add_stated_circles ();
  g_test_add_func ("/diff/merge/reasons", test_reasons);
  g_test_add_func ("/diff/merge/reasons-not-read", test_reasons_not_read);
  g_test_add_func ("/diff/merge/resolutions-in-full-only", test_resolutions_in_full_only);
  g_test_add_func ("/diff/merge/laws/identity", test_identity);
  g_test_add_func ("/diff/merge/laws/mirror", test_mirror);
  g_test_add_func ("/diff/merge/laws/disjoint", test_disjoint);
  g_test_add_func ("/diff/merge/laws/replayed-to-the-same-bytes", test_replayed_to_the_same_bytes);
  g_test_add_func ("/diff/merge/laws/no-circle-unseen", test_no_circle_unseen);
  g_test_add_func ("/diff/merge/laws/several-managers", test_several_managers);

  return g_test_run ();
}
