/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a report says of a comparison, and what it must not say. */

#include "report-cases.h"

static const char before_text[] =
  "{\"cadre\":\"structure\",\"version\":1,\"id\":\"b\",\"title\":\"Before\",\"as-of\":\"2007-02-"
  "07\","
  "\"organisations\":[{\"id\":\"c\",\"name\":\"Council\"},{\"id\":\"t\",\"name\":\"Trust\"}],"
  "\"functions\":[{\"id\":\"f\",\"name\":\"Nursing\"}],"
  "\"posts\":[{\"id\":\"a\",\"title\":\"Director\",\"employer\":\"c\",\"budgeted-fte\":1,\"cost\":"
  "100},"
  "{\"id\":\"b\",\"title\":\"Manager\",\"employer\":\"c\",\"manager\":\"a\",\"establishment\":3,"
  "\"budgeted-fte\":\"5/2\",\"cost\":50},"
  "{\"id\":\"d\",\"title\":\"Trust director\",\"employer\":\"t\",\"establishment\":1}],"
  "\"responsibilities\":[{\"post\":\"d\",\"function-id\":\"f\"}],"
  "\"persons\":[{\"id\":\"p\"}],\"assignments\":[{\"id\":\"as\",\"person\":\"p\",\"post\":\"b\"}]}";
static const char after_text[] =
  "{\"cadre\":\"structure\",\"version\":1,\"id\":\"a\",\"title\":\"After\",\"as-of\":\"2007-10\","
  "\"organisations\":[{\"id\":\"c\",\"name\":\"Council\"},{\"id\":\"t\",\"name\":\"Trust\"}],"
  "\"bodies\":[{\"id\":\"board\",\"name\":\"Board\"}],"
  "\"functions\":[{\"id\":\"f\",\"name\":\"Nursing\"}],"
  "\"posts\":[{\"id\":\"a\",\"title\":\"Chief\",\"employer\":\"c\",\"budgeted-fte\":1,\"cost\":150."
  "5,"
  "\"status\":\"existing\"},"
  "{\"id\":\"n\",\"title\":\"Head\",\"employer\":\"c\",\"manager\":\"a\",\"establishment\":2,"
  "\"budgeted-fte\":\"5/2\",\"cost\":20,\"status\":\"new\"},"
  "{\"id\":\"d\",\"title\":\"Trust director\",\"employer\":\"t\",\"status\":\"deferred\"},"
  "{\"id\":\"o\",\"title\":\"Inspector\",\"outside\":true}],"
  "\"lines\":[{\"post\":\"a\",\"kind\":\"accountable-to\",\"body\":\"board\","
  "\"valid-from\":\"2007-10-01\"}],"
  "\"responsibilities\":[{\"post\":\"n\",\"function-id\":\"f\"}]}";

static void
test_full (void)
{
  g_autoptr (CadreDiff) diff = compare_texts (before_text, after_text);
  CadreReport *report = report_on (diff, CADRE_REDACTION_LEVEL_FULL, NULL);

  g_assert_cmpstr (cadre_report_get_title (report), ==, "What would change");
  assert_says (report, "Before: Before, as on 7 February 2007\n");
  assert_says (report, "After:  After, as on October 2007\n");
  assert_says (report, "- 1 post would be created. Positions in it: 2.\n");
  assert_says (report, "- 1 post would be deleted. Positions in it: 3.\n");
  assert_says (report, "- 1 post would change. Positions in it: 1.\n");
  assert_says (report, "- 1 post waits for a decision that is taken elsewhere. Positions in it: 1. "
                       "They are in no total.\n");
  assert_says (report, "  - Title: from Director to Chief\n");
  assert_says (report, "  - New reporting line: accountable to Board from 1 October 2007\n");
  assert_says (report, "Nursing   Trust director  Head\n");
  assert_says (report, "Chief           existing        changed\n");
  assert_says (report, "- Chief: The post is declared existing, but it is changed");
  assert_says (report, "- Board [body: new]\n");
  assert_same_content (report);
  assert_fits (report);
  g_assert_finalize_object (report);
}

/* Posts that stay in one unit, leave it, come and go; what is pooled or of others
 * is not counted. */
static void
test_flows (void)
{
  static const char before[] =
    "{\"cadre\":\"structure\",\"version\":1,\"id\":\"b\",\"title\":\"B\",\"units\":["
    "{\"id\":\"x\",\"name\":\"Housing\"},{\"id\":\"y\",\"name\":\"Works\"}],\"posts\":["
    "{\"id\":\"a\",\"title\":\"A\",\"unit\":\"x\"},{\"id\":\"b\",\"title\":\"B\",\"unit\":\"x\"},"
    "{\"id\":\"c\",\"title\":\"C\",\"unit\":\"x\"},{\"id\":\"d\",\"title\":\"D\"},"
    "{\"id\":\"g\",\"title\":\"G\",\"unit\":\"y\",\"grouped\":true},"
    "{\"id\":\"o\",\"title\":\"O\",\"unit\":\"y\",\"outside\":true}]}";
  static const char after[] =
    "{\"cadre\":\"structure\",\"version\":1,\"id\":\"a\",\"title\":\"A\",\"units\":["
    "{\"id\":\"x\",\"name\":\"Homes\"},{\"id\":\"y\",\"name\":\"Works\"}],\"posts\":["
    "{\"id\":\"a\",\"title\":\"A\",\"unit\":\"x\"},{\"id\":\"b\",\"title\":\"B\",\"unit\":\"y\"},"
    "{\"id\":\"d\",\"title\":\"D\"},{\"id\":\"n\",\"title\":\"N\",\"unit\":\"y\"}]}";
  g_autoptr (CadreDiff) diff = compare_texts (before, after);
  g_autoptr (CadreDiff) same = compare_texts (before, before);
  g_autoptr (CadreReport) report = report_on (diff, CADRE_REDACTION_LEVEL_FULL, NULL);
  g_autoptr (CadreReport) still = report_on (same, CADRE_REDACTION_LEVEL_FULL, NULL);
  g_autofree char *text = cadre_report_to_text (still, 0);

  assert_says (report, "Housing      Homes                1\n"
                       "Housing      Works                1\n"
                       "Housing      (posts that go)      1\n"
                       "(no unit)    (no unit)            1\n"
                       "(new posts)  Works                1\n");
  g_assert_null (strstr (text, "Unit before"));
}

/* An employer that is listed no more employs nobody where each post says by whom else it is
 * employed; where one does not, nobody knows. */
static void
test_employer_gone (void)
{
  static const char before[] =
    "{\"cadre\":\"structure\",\"version\":1,\"organisations\":[{\"id\":\"c\",\"name\":\"City\"},"
    "{\"id\":\"t\",\"name\":\"Trust\"}],\"posts\":["
    "{\"id\":\"a\",\"employer\":\"c\"},{\"id\":\"b\",\"employer\":\"t\"},"
    "{\"id\":\"d\",\"employer\":\"t\"}]}";
  static const char after[] =
    "{\"cadre\":\"structure\",\"version\":1,\"organisations\":[{\"id\":\"c\",\"name\":\"City\"}],"
    "\"posts\":[{\"id\":\"a\",\"employer\":\"c\"},{\"id\":\"b\",\"employer\":\"c\"},"
    "{\"id\":\"d\"%s}]}";
  g_autofree char *stated = g_strdup_printf (after, ",\"employer\":\"c\"");
  g_autofree char *silent = g_strdup_printf (after, "");
  g_autoptr (CadreDiff) diff = compare_texts (before, stated);
  g_autoptr (CadreDiff) unknown = compare_texts (before, silent);
  g_autoptr (CadreReport) report = report_on (diff, CADRE_REDACTION_LEVEL_FULL, NULL);
  g_autoptr (CadreReport) other = report_on (unknown, CADRE_REDACTION_LEVEL_FULL, NULL);
  g_autofree char *text = cadre_report_to_text (report, 0);
  g_autofree char *other_text = cadre_report_to_text (other, 0);

  g_assert_true (g_regex_match_simple ("\nTrust +Posts +2 +0 +-2\n", text, 0, 0));
  g_assert_true (
    g_regex_match_simple ("\nTrust +Posts +2 +unknown +not compared\n", other_text, 0, 0));
}

/* A row that pools like posts is no post: it is counted by itself, and marked where it is listed
 * among posts, as are posts of others. */
static void
test_pooled (void)
{
  static const char before[] = "{\"cadre\":\"structure\",\"version\":1,\"posts\":["
                               "{\"id\":\"a\",\"title\":\"Anvil\"},"
                               "{\"id\":\"g\",\"title\":\"Gate staff\",\"grouped\":true}]}";
  static const char after[] =
    "{\"cadre\":\"structure\",\"version\":1,\"posts\":["
    "{\"id\":\"a\",\"title\":\"Anvil\"},{\"id\":\"b\",\"title\":\"Bell\"},"
    "{\"id\":\"h\",\"title\":\"Hall staff\",\"grouped\":true},"
    "{\"id\":\"i\",\"title\":\"Inn staff\",\"grouped\":true},"
    "{\"id\":\"o\",\"title\":\"Oar\",\"outside\":true}]}";
  g_autoptr (CadreDiff) diff = compare_texts (before, after);
  g_autoptr (CadreDiff) same = compare_texts (
    "{\"cadre\":\"structure\",\"version\":1,\"posts\":[{\"id\":\"a\",\"title\":\"Anvil\"}]}",
    "{\"cadre\":\"structure\",\"version\":1,\"posts\":[{\"id\":\"a\",\"title\":\"Apron\"}]}");
  g_autoptr (CadreReport) report = report_on (diff, CADRE_REDACTION_LEVEL_FULL, NULL);
  g_autoptr (CadreReport) without = report_on (same, CADRE_REDACTION_LEVEL_FULL, NULL);
  g_autoptr (CadreDiffView) view = cadre_diff_view_new (CADRE_DIFF_LEVEL_SUMMARY);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreReport) events =
    cadre_report_new_for_diff_view (diff, view, redaction, NULL, NULL);

  assert_says (report, "- 1 post would be created. Positions in it: 1.\n");
  assert_says (report, "- Pooled rows of like posts are not counted as posts here: 1 before, 2 "
                       "after.\n");
  assert_says (report,
               "\nPosts                                                  1                   2"
               "            +1\n");
  assert_says (report,
               "\nPooled rows of like posts                              1                   2"
               "            +1\n");
  assert_says (report, "A pooled row stands for any number of like posts.");
  assert_says (events, "New posts\n\n- Bell\n- Hall staff (pooled row of like posts)\n"
                       "- Inn staff (pooled row of like posts)\n- Oar (of others, in no total)\n");
  assert_says (events, "Posts that go\n\n- Gate staff (pooled row of like posts)\n");
  assert_silent (without, "ooled");
}

/* A post that is deferred after is counted on neither side, and of several posts with one id
 * none is new. */
static void
test_flows_deferred (void)
{
  static const char before[] =
    "{\"cadre\":\"structure\",\"version\":1,\"units\":["
    "{\"id\":\"x\",\"name\":\"Housing\"},{\"id\":\"y\",\"name\":\"Works\"}],\"posts\":["
    "{\"id\":\"a\",\"title\":\"A\",\"unit\":\"x\"},{\"id\":\"b\",\"title\":\"B\",\"unit\":\"y\"},"
    "{\"id\":\"c\",\"title\":\"C\",\"unit\":\"x\"},{\"id\":\"c\",\"title\":\"C\",\"unit\":\"x\"}]}";
  static const char after[] =
    "{\"cadre\":\"structure\",\"version\":1,\"units\":["
    "{\"id\":\"x\",\"name\":\"Housing\"},{\"id\":\"y\",\"name\":\"Works\"}],\"posts\":["
    "{\"id\":\"a\",\"title\":\"A\",\"unit\":\"y\"},"
    "{\"id\":\"b\",\"title\":\"B\",\"unit\":\"y\",\"status\":\"deferred\"},"
    "{\"id\":\"c\",\"title\":\"C\",\"unit\":\"x\"},{\"id\":\"c\",\"title\":\"C\",\"unit\":\"x\"}]}";
  g_autoptr (CadreDiff) diff = compare_texts (before, after);
  g_autoptr (CadreReport) report = report_on (diff, CADRE_REDACTION_LEVEL_FULL, NULL);

  assert_says (report, "Unit before  Unit after  Posts\n"
                       "-----------  ----------  -----\n"
                       "Housing      Housing         2\n"
                       "Housing      Works           1\n"
                       "\n");
}

/* What is merged or split, and what is made of it, is counted and told by itself: it neither goes
 * nor is it new. One that goes on with another in it goes on. */
static void
test_made (void)
{
  static const char before[] =
    "{\"cadre\":\"structure\",\"version\":1,\"id\":\"b\",\"title\":\"B\",\"units\":["
    "{\"id\":\"x\",\"name\":\"Housing\"},{\"id\":\"y\",\"name\":\"Works\"}],\"posts\":["
    "{\"id\":\"a\",\"title\":\"Anvil\",\"unit\":\"x\",\"establishment\":2},"
    "{\"id\":\"b\",\"title\":\"Bell\",\"unit\":\"x\"},"
    "{\"id\":\"c\",\"title\":\"Clay\",\"unit\":\"y\"},"
    "{\"id\":\"d\",\"title\":\"Dyke\",\"unit\":\"y\"},"
    "{\"id\":\"e\",\"title\":\"Eyre\",\"unit\":\"y\"},"
    "{\"id\":\"g\",\"title\":\"Gone\",\"unit\":\"y\"}]}";
  static const char after[] =
    "{\"cadre\":\"structure\",\"version\":1,\"id\":\"a\",\"title\":\"A\",\"units\":["
    "{\"id\":\"x\",\"name\":\"Housing\"},{\"id\":\"y\",\"name\":\"Works\"}],\"posts\":["
    "{\"id\":\"m\",\"title\":\"Mill\",\"unit\":\"x\"},"
    "{\"id\":\"p\",\"title\":\"Pole\",\"unit\":\"y\"},"
    "{\"id\":\"q\",\"title\":\"Quay\",\"unit\":\"x\"},"
    "{\"id\":\"d\",\"title\":\"Dyke\",\"unit\":\"y\"},"
    "{\"id\":\"n\",\"title\":\"Nash\",\"unit\":\"y\"}],\"lineages\":["
    "{\"post\":\"m\",\"predecessor\":\"a\",\"kind\":\"merge\"},"
    "{\"post\":\"m\",\"predecessor\":\"b\",\"kind\":\"merge\"},"
    "{\"post\":\"p\",\"predecessor\":\"c\",\"kind\":\"split\"},"
    "{\"post\":\"q\",\"predecessor\":\"c\",\"kind\":\"split\"},"
    "{\"post\":\"d\",\"predecessor\":\"d\",\"kind\":\"continuing\"},"
    "{\"post\":\"d\",\"predecessor\":\"e\",\"kind\":\"merge\"}]}";
  g_autoptr (CadreDiff) diff = compare_texts (before, after);
  g_autoptr (CadreReport) report = report_on (diff, CADRE_REDACTION_LEVEL_CONSULTATION, NULL);

  assert_says (report, "- 1 post would be created. Positions in it: 1.\n"
                       "- 1 post would be deleted. Positions in it: 1.\n"
                       "- 3 posts would be merged into others. Positions in them: 4.\n"
                       "- 1 post would be split. Positions in it: 1.\n"
                       "- 3 posts would be made of others. Positions in them: 3.\n"
                       "- 1 post would go on unchanged. Positions in it: 1.\n");
  assert_says (report, "Housing           (posts merged or split)      2\n"
                       "Works             Works                        1\n"
                       "Works             (posts merged or split)      2\n"
                       "Works             (posts that go)              1\n"
                       "(made of others)  Housing                      2\n"
                       "(made of others)  Works                        1\n"
                       "(new posts)       Works                        1\n");
  assert_says (report, "Anvil  tier 1          2             merged into Mill\n"
                       "Bell   tier 1          1             merged into Mill\n"
                       "Clay   tier 1          1             split into \"Pole\" and \"Quay\"\n"
                       "Eyre   tier 1          1             merged into Dyke\n"
                       "Mill   tier 1          1             made of \"Anvil\" and \"Bell\"\n"
                       "Pole   tier 1          1             made of Clay\n"
                       "Quay   tier 1          1             made of Clay\n");
  assert_same_content (report);
}

/* Who is at the top: those that go, come, go on as they are, changed or further
 * down; whoever is deferred is said so. */
static void
test_top (void)
{
  static const char before[] =
    "{\"cadre\":\"structure\",\"version\":1,\"id\":\"b\",\"title\":\"B\",\"posts\":["
    "{\"id\":\"a\",\"title\":\"Chief\"},{\"id\":\"b\",\"title\":\"Bell\",\"manager\":\"a\"},"
    "{\"id\":\"c\",\"title\":\"Clay\",\"manager\":\"a\"},{\"id\":\"d\",\"title\":\"Dyke\","
    "\"manager\":\"a\"},{\"id\":\"e\",\"title\":\"Eyre\",\"manager\":\"a\"},"
    "{\"id\":\"f\",\"title\":\"Ford\",\"manager\":\"b\"}]}";
  static const char after[] =
    "{\"cadre\":\"structure\",\"version\":1,\"id\":\"a\",\"title\":\"A\",\"posts\":["
    "{\"id\":\"a\",\"title\":\"Chief\"},{\"id\":\"b\",\"title\":\"Bellow\",\"manager\":\"a\"},"
    "{\"id\":\"d\",\"title\":\"Dyke\",\"manager\":\"b\"},{\"id\":\"e\",\"title\":\"Eyre\","
    "\"manager\":\"a\",\"status\":\"deferred\"},{\"id\":\"f\",\"title\":\"Ford\",\"manager\":\"a\"}"
    ","
    "{\"id\":\"n\",\"title\":\"Nash\",\"manager\":\"a\"}]}";
  g_autoptr (CadreDiff) diff = compare_texts (before, after);
  g_autoptr (CadreReport) report = report_on (diff, CADRE_REDACTION_LEVEL_FULL, NULL);

  assert_says (report, "Chief   Chief   goes on\n"
                       "Bell    Bellow  goes on, changed\n"
                       "Clay            goes\n"
                       "Dyke    Dyke    goes on further down\n"
                       "Eyre    Eyre    waits for a decision that is taken elsewhere\n"
                       "Ford    Ford    goes on, changed\n"
                       "        Nash    new\n");
}

/* Sums are exact, and a deferred post is in none, before or after. */
static void
test_figures (void)
{
  g_autoptr (CadreDiff) diff = compare_texts (before_text, after_text);
  g_autoptr (CadreReport) report = report_on (diff, CADRE_REDACTION_LEVEL_FULL, NULL);
  g_autofree char *json = report_to_json (report);
  g_autofree char *text = cadre_report_to_text (report, 1000);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  static const char *const rows[] = {
    "^Posts +2 +2 +0$",
    "^Positions \\(establishment\\) +4 +3 +-1$",
    "^Budgeted full-time equivalents \\(FTE\\) +3\\.50 +3\\.50 +0\\.00$",
    "^Yearly cost of the posts +\xC2\xA3"
    "150\\.00 +\xC2\xA3"
    "170\\.50 +\\+\xC2\xA3"
    "20\\.50$",
    "^People listed in post +1 +unknown \\(2\\) +not compared$",
    "^Trust +Posts +0 +0 +0$",
    "^Layers of posts below the top +1 +1$",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; lines[j] != NULL; j++)
        found |= g_regex_match_simple (rows[i], lines[j], 0, 0);
      if (!found)
        g_error ("No line is as %s in:\n%s", rows[i], text);
    }
  g_assert_nonnull (strstr (json, "\"value\": \"20.50\""));
  g_assert_nonnull (strstr (json, "\"value\": -1"));
}

static void
test_outside (void)
{
  g_autoptr (CadreDiff) diff = compare_texts (before_text, after_text);
  g_autoptr (CadreReport) report = report_on (diff, CADRE_REDACTION_LEVEL_FULL, NULL);
  g_autofree char *text = cadre_report_to_text (report, 1000);

  g_assert_nonnull (strstr (text, "\nHead  tier 2          2"));
  g_assert_null (strstr (text, "\nInspector"));
}

static void
test_consultation (gconstpointer key)
{
  g_autofree char *before = canary_structure (canary_posts_before, canary_holders_before);
  g_autofree char *after = canary_structure (canary_posts_after, canary_holders_after);
  g_autoptr (CadreDiff) diff = compare_texts (before, after);
  g_autoptr (CadreReport) full = report_on (diff, CADRE_REDACTION_LEVEL_FULL, NULL);
  CadreReport *report = report_on (diff, CADRE_REDACTION_LEVEL_CONSULTATION, key);

  /* The canaries can be seen where everything can. */
  assert_says (full, CANARY "-a3");
  assert_says (full, CANARY_NUMBER);
  assert_no_canary (report);
  assert_says (report, "Title: from Head to New head");
  g_assert_finalize_object (report);
}

static void
test_nothing (void)
{
  static const char empty[] = "{\"cadre\":\"structure\",\"version\":1,\"id\":\"s\"}";
  g_autoptr (CadreDiff) diff = compare_texts (empty, empty);
  CadreReport *report = report_on (diff, CADRE_REDACTION_LEVEL_FULL, NULL);

  assert_says (report, "Nothing changes.\n");
  assert_fits (report);
  g_assert_finalize_object (report);
}

static void
test_odd_text (void)
{
  g_autoptr (CadreDiff) diff =
    compare_texts ("{\"cadre\":\"structure\",\"version\":1,\"id\":\"s\",\"title\":\"" ODD "\","
                   "\"posts\":[{\"id\":\"a\",\"title\":\"" ODD "\"},{\"id\":\"b\",\"title\":\"" ODD
                   "\"}]}",
                   "{\"cadre\":\"structure\",\"version\":1,\"id\":\"s\",\"title\":\"" ODD "\","
                   "\"posts\":[{\"id\":\"a\",\"title\":\"" ODD ODD "\",\"status\":\"new\"},"
                   "{\"id\":\"c\",\"title\":\"" ODD "\",\"attributes\":{\"x; y\":\"" ODD "\"}}]}");
  CadreReport *report = report_on (diff, CADRE_REDACTION_LEVEL_FULL, NULL);

  assert_tidy (report);
  assert_fits (report);
  assert_same_content (report);
  g_assert_finalize_object (report);
}

/* Posts of one side, and what is stated of each of them and the one post of the other. */
static char *
write_many (guint n, const char *kind, gboolean is_before)
{
  GString *text = g_string_new ("{\"cadre\":\"structure\",\"version\":1,\"posts\":[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"id\":\"m%u\",\"title\":\"Clerk\"}", i > 0 ? "," : "", i);
  g_string_append (text, "]");
  for (guint i = 0; i < n && !is_before; i++)
    g_string_append_printf (text, "%s{\"post\":\"m%u\",\"predecessor\":\"z\",\"kind\":\"%s\"}%s",
                            i > 0 ? "," : ",\"lineages\":[", i, kind, i + 1 < n ? "" : "]");

  g_string_append (text, "}");
  return g_string_free (text, FALSE);
}

static char *
write_one (guint n, const char *kind, gboolean is_before)
{
  GString *text = g_string_new ("{\"cadre\":\"structure\",\"version\":1,\"posts\":["
                                "{\"id\":\"z\",\"title\":\"Head\"}]");

  for (guint i = 0; i < n && !is_before; i++)
    g_string_append_printf (text, "%s{\"post\":\"z\",\"predecessor\":\"m%u\",\"kind\":\"%s\"}%s",
                            i > 0 ? "," : ",\"lineages\":[", i, kind, i + 1 < n ? "" : "]");

  g_string_append (text, "}");
  return g_string_free (text, FALSE);
}

/* What is stated of one post with very many others is not gone through for each of these,
 * whichever side they are on and whatever they are said to be. */
static void
test_many_of_one (void)
{
  static const char *const kinds[] = { "merge", "split" };
  static const char *const many_before[] = {
    "- 60,000 posts would be merged into others. Positions in them: 60,000.\n"
    "- 1 post would be made of others.",
    "- 60,000 posts would be split. Positions in them: 60,000.\n"
    "- 1 post would be made of others."
  };
  const guint n = 60000;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *many = write_many (n, kinds[i], TRUE);
      g_autofree char *one = write_one (n, kinds[i], FALSE);
      g_autofree char *one_before = write_one (n, kinds[i], TRUE);
      g_autofree char *many_after = write_many (n, kinds[i], FALSE);
      g_autoptr (CadreDiff) into_one = compare_texts (many, one);
      g_autoptr (CadreDiff) into_many = compare_texts (one_before, many_after);
      g_autoptr (CadreReport) first = report_on (into_one, CADRE_REDACTION_LEVEL_FULL, NULL);
      g_autoptr (CadreReport) second = report_on (into_many, CADRE_REDACTION_LEVEL_FULL, NULL);

      g_autofree char *text = cadre_report_to_text (first, 80);
      g_autofree char *text_of_many = cadre_report_to_text (second, 80);

      g_assert_nonnull (strstr (text, many_before[i]));
      g_assert_nonnull (strstr (text_of_many, "- 1 post would be split. Positions in it: 1.\n"
                                              "- 60,000 posts would be made of others."));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/diff/full", test_full);
  g_test_add_func ("/report/diff/top", test_top);
  g_test_add_func ("/report/diff/flows", test_flows);
  g_test_add_func ("/report/diff/flows-deferred", test_flows_deferred);
  g_test_add_func ("/report/diff/employer-gone", test_employer_gone);
  g_test_add_func ("/report/diff/pooled", test_pooled);
  g_test_add_func ("/report/diff/made", test_made);
  g_test_add_func ("/report/diff/many-of-one", test_many_of_one);
  g_test_add_func ("/report/diff/figures", test_figures);
  g_test_add_func ("/report/diff/outside", test_outside);
  g_test_add_data_func ("/report/diff/consultation", NULL, test_consultation);
  g_test_add_data_func ("/report/diff/pseudonyms", "0123456789abcdef", test_consultation);
  g_test_add_func ("/report/diff/nothing", test_nothing);
  g_test_add_func ("/report/diff/odd-text", test_odd_text);

  return g_test_run ();
}
