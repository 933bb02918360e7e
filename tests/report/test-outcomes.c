/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a report says of the outcomes of a case, and what it must not say. */

#include "report-cases.h"

static CadreOutcomes *
run_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return run_bytes (bytes);
}

static CadreOutcomes *
run_example (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "examples", "data", name, NULL);
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, length);
  return run_bytes (bytes);
}

/* A case with the structures of the canaries. */
static char *
canary_case (void)
{
  g_autofree char *before = canary_structure (canary_posts_before, canary_holders_before);
  g_autofree char *after = canary_structure (canary_posts_after, canary_holders_after);

  return g_strdup_printf (
    "{\"cadre\": \"case\", \"version\": 1, \"id\": \"k\", \"title\": \"Case\", "
    "\"before\": %s, \"after\": %s, \"policies\": [{\"name\": \"illustrative\"}], "
    "\"declared\": [{\"assignment\": \"" CANARY "-a0\", \"post\": \"head\", "
    "\"outcome\": \"slotting-in\", \"words\": \"" CANARY "-words\", "
    "\"source\": \"" CANARY "-source\"}], "
    "\"log\": [{\"event\": \"decided-outside\", \"date\": \"2007-04-18\", "
    "\"assignment\": \"" CANARY "-a5\", \"by\": \"" CANARY "-by\", "
    "\"evidence\": \"" CANARY "-evidence\"}]}",
    strchr (before, '{'), after);
}

static void
test_full (void)
{
  g_autoptr (CadreOutcomes) outcomes = run_example ("stockton-2007-case.json");
  CadreReport *report = report_on (outcomes, CADRE_REDACTION_LEVEL_FULL, NULL);

  assert_says (report, "This is a proposal. No decision has been made.\n"
                       "The policy is illustrative. It is not your employer's policy.\n");
  assert_says (report, "existing, slotting in and new together     10         13");
  assert_says (report, "- 2 posts wait for a decision that is taken elsewhere.");
  assert_says (report,
               "- Head of Operations would be accountable to 2 bodies: Cabinet, PCT Board.");
  assert_says (report, "None of them is at risk.");
  assert_same_content (report);
  assert_fits (report);
  g_assert_finalize_object (report);
}

/* Whoever has read the paper knows who is meant where one person holds a post. */
static void
test_consultation (gconstpointer key)
{
  g_autofree char *text = canary_case ();
  g_autoptr (CadreOutcomes) outcomes = run_text (text);
  g_autoptr (CadreReport) full = report_on (outcomes, CADRE_REDACTION_LEVEL_FULL, NULL);
  CadreReport *report = report_on (outcomes, CADRE_REDACTION_LEVEL_CONSULTATION, key);

  /* The canaries can be seen where everything can. */
  assert_says (full, CANARY "-a0 (" CANARY "-name)");
  assert_says (full, CANARY "-words");
  assert_no_canary (report);
  assert_says (report,
               "Where at most one person is listed in post, what comes out for the post under "
               "the policy is not shown at this level. Which posts would be deleted is shown, "
               "since the proposal itself says it.");
  /* Two are at risk, and one is affected: one alone is no number to tell. */
  assert_says (full, "\naffected, not at risk                 1\n");
  assert_silent (report, "\naffected, not at risk                 1\n");
  assert_says (report, "affected, not at risk       not shown at this level\n");
  /* Where the rows are not shown, whoever knows that there are six could take the others
   * from them: the two at risk are not told either. */
  assert_says (full, "\nat risk, as one of a group            2\n");
  assert_says (report, key == NULL ? "at risk, as one of a group  not shown at this level\n"
                                   : "at risk, as one of a group                        2\n");
  assert_same_content (report);
  g_assert_finalize_object (report);
}

static void
test_nothing (void)
{
  g_autoptr (CadreOutcomes) outcomes =
    run_text ("{\"cadre\":\"case\",\"version\":1,\"id\":\"k\","
              "\"before\":{\"id\":\"b\"},\"after\":{\"id\":\"a\"},"
              "\"policies\":[{\"name\":\"illustrative\"}]}");
  CadreReport *report = report_on (outcomes, CADRE_REDACTION_LEVEL_FULL, NULL);

  g_assert_cmpstr (cadre_report_get_title (report), ==, "Proposed staffing changes");
  assert_says (report, "There is no ring-fence.");
  assert_says (report, "Nothing is left open.");
  assert_says (report, "There are no posts.");
  assert_fits (report);
  g_assert_finalize_object (report);
}

static void
test_odd_text (void)
{
  g_autoptr (CadreOutcomes) outcomes =
    run_text ("{\"cadre\":\"case\",\"version\":1,\"id\":\"k\",\"title\":\"" ODD "\","
              "\"before\":{\"id\":\"b\",\"organisations\":[{\"id\":\"c\",\"name\":\"" ODD "\"}],"
              "\"posts\":[{\"id\":\"p\",\"title\":\"" ODD "\",\"employer\":\"c\"},"
              "{\"id\":\"q\",\"title\":\"" ODD "\",\"employer\":\"c\",\"manager\":\"p\"}],"
              "\"persons\":[{\"id\":\"" ODD "\"}],"
              "\"assignments\":[{\"id\":\"1" ODD "\",\"person\":\"" ODD "\",\"post\":\"p\"},"
              "{\"id\":\"2" ODD "\",\"person\":\"" ODD "\",\"post\":\"q\"}]},"
              "\"after\":{\"id\":\"a\",\"organisations\":[{\"id\":\"c\",\"name\":\"" ODD "\"}],"
              "\"posts\":[{\"id\":\"p\",\"title\":\"" ODD ODD "\",\"employer\":\"c\","
              "\"declared-words\":\"" ODD "\"}]},\"policies\":[{\"name\":\"illustrative\"}]}");
  CadreReport *report = report_on (outcomes, CADRE_REDACTION_LEVEL_FULL, NULL);

  /* What is filled into a place is not read again for places. */
  assert_says (report, "{claimants}");
  assert_tidy (report);
  assert_fits (report);
  assert_same_content (report);
  g_assert_finalize_object (report);
}

/* No place of a phrase is left open, and no code stands for words that are
 * missing. */
static void
assert_in_words (CadreReport *report, const char *name)
{
  static const char *const prefixes[] = { "reason.", "settle.",    "open.",
                                          "fate.",   "positions.", "assignments.",
                                          "fact.",   "column.",    "section." };
  g_autofree char *text = cadre_report_to_text (report, 1000000);
  const char *const *codes = cadre_reason_get_codes ();

  if (strchr (text, '{') != NULL)
    g_error ("%s: a place is left open: %.60s", name, strchr (text, '{'));
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    for (const char *at = strstr (text, prefixes[i]); at != NULL; at = strstr (at + 1, prefixes[i]))
      if (g_ascii_islower (at[strlen (prefixes[i])]))
        g_error ("%s: there are no words for %.60s", name, at);
  /* "matching.ring-fence.single" is the code of an issue, which may be said. */
  for (guint i = 0; codes[i] != NULL; i++)
    for (const char *at = strstr (text, codes[i]); at != NULL; at = strstr (at + 1, codes[i]))
      if (at == text || at[-1] != '.')
        g_error ("%s: %s is said as a code", name, codes[i]);
}

/* Each of the worked cases of matching, so that every reason is told. */
static void
check_scenario (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CadreOutcomes) outcomes = NULL;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, length);
  outcomes = run_bytes (bytes);
  for (guint level = 0; level <= CADRE_REDACTION_LEVEL_CONSULTATION; level++)
    {
      g_autoptr (CadreReport) report = report_on (outcomes, level, NULL);

      assert_in_words (report, name);
      assert_same_content (report);
    }
}

static void
test_scenarios (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "matching", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) files = g_dir_open (folder, 0, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (files); name != NULL; name = g_dir_read_name (files))
    {
      if (!g_str_has_suffix (name, ".json"))
        continue;
      check_scenario (folder, name);
      n++;
    }
  g_assert_cmpuint (n, >, 40);
}

/* What is open says by when, where the case has a day for it. */
static void
test_worklist (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "data", "matching", "notice-offer.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreCase) restructure = cadre_case_load (file, NULL, NULL, &error);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreOutcomes) outcomes = NULL;
  g_autoptr (CadreWorklist) worklist = NULL;
  CadreReport *report = NULL;

  g_assert_no_error (error);
  outcomes = cadre_case_run (restructure, NULL, &error);
  g_assert_no_error (error);
  worklist = cadre_worklist_new (outcomes, NULL, &error);
  g_assert_no_error (error);
  report = cadre_report_new_for_worklist (worklist, redaction, &error);
  g_assert_no_error (error);

  assert_says (report, "Who can settle it  Due         Waits for  Blocks");
  assert_says (report, "the person         2020-06-24             vacant/1");
  assert_same_content (report);
  g_assert_finalize_object (report);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/outcomes/full", test_full);
  g_test_add_data_func ("/report/outcomes/consultation", NULL, test_consultation);
  g_test_add_data_func ("/report/outcomes/pseudonyms", "0123456789abcdef", test_consultation);
  g_test_add_func ("/report/outcomes/nothing", test_nothing);
  g_test_add_func ("/report/outcomes/odd-text", test_odd_text);
  g_test_add_func ("/report/outcomes/scenarios", test_scenarios);
  g_test_add_func ("/report/outcomes/worklist", test_worklist);

  return g_test_run ();
}
