/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a report says of a structure, and what it must not say. */

#include "report/cadre-report-private.h"
#include <cadre/cadre-report.h>
#include <cadre/cadre-structure-builder.h>

#include "report-content.h"

static const char joint[] =
  "{\"cadre\":\"structure\",\"version\":1,\"id\":\"s\",\"title\":\"A council and a trust\","
  "\"as-of\":\"2007-10\",\"notes\":[\"CANARY-note of the document\"],"
  "\"organisations\":["
  "{\"id\":\"c\",\"name\":\"Council\",\"kind\":\"council\",\"tier-scale\":\"ct\"},"
  "{\"id\":\"t\",\"name\":\"Trust\",\"kind\":\"nhs\",\"tier-scale\":\"tt\"},"
  "{\"id\":\"o\",\"name\":\"Police\",\"outside\":true}],"
  "\"bodies\":[{\"id\":\"b\",\"name\":\"Board\",\"kind\":\"board\",\"decides\":true}],"
  "\"tier-scales\":[{\"id\":\"ct\",\"name\":\"Council tiers\",\"organisation\":\"c\"},"
  "{\"id\":\"tt\",\"name\":\"Trust tiers\",\"organisation\":\"t\"}],"
  "\"tier-equivalences\":[{\"scale\":\"ct\",\"rung\":3,\"other-scale\":\"tt\",\"other-rung\":4}],"
  "\"posts\":["
  "{\"id\":\"p1\",\"title\":\"Director\",\"employer\":\"c\",\"tier\":1,\"pay-min\":4711,"
  "\"pay-max\":4711,\"note\":\"CANARY-note of a post\"},"
  "{\"id\":\"p2\",\"title\":\"Head\",\"employer\":\"c\",\"partners\":[\"t\"],\"manager\":\"p1\"},"
  "{\"id\":\"p3\",\"title\":\"Manager\",\"employer\":\"c\",\"manager\":\"p2\","
  "\"establishment\":4,\"status\":\"new\",\"vacancy\":\"vacant\"},"
  "{\"id\":\"p4\",\"title\":\"Officer\",\"employer\":\"c\",\"manager\":\"p2\","
  "\"establishment\":null},"
  "{\"id\":\"p5\",\"title\":\"Inspector\",\"employer\":\"o\",\"outside\":true}],"
  "\"lines\":[{\"post\":\"p2\",\"kind\":\"accountable-to\",\"body\":\"b\","
  "\"valid-from\":\"2007-10\",\"valid-to\":null}],"
  "\"persons\":[{\"id\":\"CANARY-person\",\"name\":\"CANARY-name\"}],"
  "\"assignments\":[{\"id\":\"CANARY-assignment\",\"person\":\"CANARY-person\",\"post\":\"p1\","
  "\"note\":\"CANARY-note of an assignment\"}]}";

static CadreStructure *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return structure;
}

static CadreReport *
make_report (CadreStructure *structure, CadreRedactionLevel level)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (level);
  g_autoptr (GError) error = NULL;
  CadreReport *report = cadre_report_new_for_structure (structure, redaction, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static void
assert_says (CadreReport *report, const char *words)
{
  g_autofree char *text = cadre_report_to_text (report, 1000);

  if (strstr (text, words) == NULL)
    g_error ("\"%s\" is not in:\n%s", words, text);
}

static void
test_full (void)
{
  g_autoptr (CadreStructure) structure = load (joint);
  CadreReport *report = make_report (structure, CADRE_REDACTION_LEVEL_FULL);

  g_assert_cmpstr (cadre_report_get_title (report), ==, "A council and a trust");
  g_assert_cmpstr (cadre_report_get_language (report), ==, "en");
  assert_says (report, "As it stands on:");
  assert_says (report, "October 2007\n");
  assert_says (report, "at least 6 (not stated for 1 post)");
  assert_says (report, "Posts of others, in no total: 1\n");
  assert_says (report, "- Director [tier 1; 1 person in post]\n");
  assert_says (
    report, "  - Head [tier 2 for Council, tier 3 for Trust; joint post; nobody listed in post]\n");
  assert_says (report, "    - Manager [tier 3; 4 positions; new; vacant]\n");
  assert_says (report,
               "    - Officer [tier 3; number of positions not stated; nobody listed in post]\n");
  assert_says (report, "- Inspector [Police; outside: in no total]\n");
  assert_says (report, "accountable to  Board  from October 2007 to not stated\n");
  assert_says (report, "- CANARY-note of the document\n");
  assert_same_content (report);
  g_assert_finalize_object (report);
}

static void
test_stamps (void)
{
  g_autoptr (CadreStructure) structure = load (joint);
  g_autoptr (CadreReport) full = make_report (structure, CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreReport) shown = make_report (structure, CADRE_REDACTION_LEVEL_CONSULTATION);
  g_auto (GStrv) full_stamps = cadre_report_dup_stamps (full);
  g_auto (GStrv) shown_stamps = cadre_report_dup_stamps (shown);

  g_assert_cmpuint (g_strv_length (full_stamps), ==, 1);
  g_assert_true (g_str_has_prefix (full_stamps[0], "Full level"));
  g_assert_cmpuint (g_strv_length (shown_stamps), ==, 0);
}

/* Rounded numbers are said to be, and others are not. */
static void
test_rounded (void)
{
  g_autoptr (CadreStructure) structure = load (joint);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_STATISTICS);
  g_autoptr (CadreReport) exact = cadre_report_new_for_structure (structure, redaction, "en", NULL);
  g_auto (GStrv) exact_stamps = cadre_report_dup_stamps (exact);
  g_autoptr (CadreReport) rounded = NULL;
  g_auto (GStrv) stamps = NULL;

  cadre_redaction_set_rounding_base (redaction, 5);
  rounded = cadre_report_new_for_structure (structure, redaction, "en", NULL);
  stamps = cadre_report_dup_stamps (rounded);

  g_assert_cmpuint (g_strv_length (exact_stamps), ==, 0);
  g_assert_cmpuint (g_strv_length (stamps), ==, 1);
  g_assert_cmpstr (stamps[0], ==, "Numbers of positions are rounded to the nearest multiple of 5.");
}

/* Nothing about people, pay or remarks, in either form. */
static void
test_consultation (void)
{
  g_autoptr (CadreStructure) structure = load (joint);
  CadreReport *report = make_report (structure, CADRE_REDACTION_LEVEL_CONSULTATION);
  g_autofree char *text = cadre_report_to_text (report, 0);
  g_autofree char *json = report_to_json (report);

  g_assert_null (strstr (text, "CANARY"));
  g_assert_null (strstr (json, "CANARY"));
  g_assert_null (strstr (text, "47.11"));
  g_assert_null (strstr (json, "4711"));
  g_assert_null (strstr (text, "in post"));
  g_assert_null (strstr (text, "vacant"));
  assert_says (report, "People and their assignments are not shown at this level.");
  assert_says (report, "- Director [tier 1]\n");
  assert_same_content (report);
  g_assert_finalize_object (report);
}

/* With a key people are counted, and still not named. */
static void
test_pseudonyms (void)
{
  g_autoptr (CadreStructure) structure = load (joint);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_CONSULTATION);
  g_autoptr (GBytes) key = g_bytes_new_static ("0123456789abcdef", 16);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreReport) report = NULL;
  g_autofree char *json = NULL;

  cadre_redaction_set_pseudonym_key (redaction, key);
  report = cadre_report_new_for_structure (structure, redaction, "en", &error);
  g_assert_no_error (error);
  json = report_to_json (report);
  g_assert_null (strstr (json, "CANARY"));
  assert_says (report, "- Director [tier 1; 1 person in post]\n");
}

static void
test_language (void)
{
  g_autoptr (CadreStructure) structure = load (joint);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_report_new_for_structure (structure, redaction, "cy", &error));
  g_assert_error (error, CADRE_REPORT_ERROR, CADRE_REPORT_ERROR_LANGUAGE);
  g_assert_cmpstr (error->message, ==, "Reports cannot be written in this language yet");
}

/* Deferred posts and posts of others are in the tree and in no total. What is
 * not known makes a range, with how much is not known. */
static void
test_figures (void)
{
  g_autoptr (CadreStructure) structure =
    load ("{\"cadre\":\"structure\",\"version\":1,\"id\":\"s\","
          "\"organisations\":[{\"id\":\"c\",\"name\":\"Council\"},"
          "{\"id\":\"t\",\"name\":\"Trust\"}],\"posts\":["
          "{\"id\":\"a\",\"title\":\"Chief\",\"employer\":\"c\",\"budgeted-fte\":\"1/3\","
          "\"cost\":50000.5,\"attributes\":{\"level\":\"top\"}},"
          "{\"id\":\"b\",\"title\":\"Team\",\"employer\":\"c\",\"manager\":\"a\","
          "\"establishment\":4,\"budgeted-fte\":\"7/2\",\"cost\":null,"
          "\"attributes\":{\"level\":\"team\"}},"
          "{\"id\":\"c\",\"title\":\"Nurses\",\"employer\":\"t\",\"manager\":\"a\","
          "\"budgeted-fte\":null,\"cost\":1,\"attributes\":{\"level\":\"team\"}},"
          "{\"id\":\"e\",\"title\":\"Doctors\",\"employer\":\"t\",\"manager\":\"a\","
          "\"budgeted-fte\":null,\"cost\":1,\"attributes\":{\"level\":\"team\"}},"
          "{\"id\":\"d\",\"title\":\"Later\",\"employer\":\"t\",\"manager\":\"a\","
          "\"establishment\":100,\"status\":\"deferred\",\"cost\":1000000,"
          "\"attributes\":{\"level\":\"team\"}},"
          "{\"id\":\"o\",\"title\":\"Other\",\"establishment\":1000,\"outside\":true}],"
          "\"lines\":[{\"post\":\"b\",\"kind\":\"dotted\",\"manager\":\"o\"}]}");
  CadreReport *report = make_report (structure, CADRE_REDACTION_LEVEL_FULL);
  g_autofree char *json = report_to_json (report);

  assert_says (report, "Posts of others, in no total:         1\n");
  assert_says (report, "Posts that are deferred, in no total: 1\n");
  assert_says (report, "Positions (establishment):            7\n");
  assert_says (report, "Council       not stated      2          5\n");
  assert_says (report, "Trust         not stated      2          2\n");
  assert_says (report, "at least 3.83 (2 unknown)");
  assert_says (report, "at least \xC2\xA3"
                       "50002.50 (1 unknown)");
  assert_says (report, "unknown (2)");
  assert_says (report, "Layers of posts below the top:         1\n");
  assert_says (report, "4 to 4, on average 4.00\n");
  assert_says (report, "level: team      3          6\n");
  assert_says (report,
               "  - Later [tier 2; 100 positions; Trust; deferred; nobody listed in post]\n");
  g_assert_nonnull (strstr (json, "\"value\": {\"least\": \"23/6\", \"unknown\": 2}"));
  assert_same_content (report);
  g_assert_finalize_object (report);
}

/* Posts of one title are told apart by their units. */
static void
test_shared_titles (void)
{
  g_autoptr (CadreStructure) structure =
    load ("{\"cadre\":\"structure\",\"version\":1,\"id\":\"s\","
          "\"units\":[{\"id\":\"n\",\"name\":\"North\"},{\"id\":\"s\",\"name\":\"South\"}],"
          "\"posts\":[{\"id\":\"a\",\"title\":\"Manager\",\"unit\":\"n\"},"
          "{\"id\":\"b\",\"title\":\"Manager\",\"unit\":\"s\"},"
          "{\"id\":\"c\",\"title\":\"Manager\",\"establishment\":null},"
          "{\"id\":\"d\",\"title\":\"Director\",\"unit\":\"n\",\"establishment\":null}]}");
  g_autoptr (CadreReport) report = make_report (structure, CADRE_REDACTION_LEVEL_CONSULTATION);

  assert_says (report, "- Manager (North) [tier 1]\n");
  assert_says (report, "- Manager (South) [tier 1]\n");
  assert_says (report, "- Manager [tier 1; number of positions not stated]\n");
  assert_says (report, "- Director [tier 1; number of positions not stated]\n");
}

/* A title that is only there in another language is marked, never passed off. */
static void
test_missing_translation (void)
{
  g_autoptr (CadreStructure) structure =
    load ("{\"cadre\":\"structure\",\"version\":1,\"id\":\"s\",\"language\":\"cy\","
          "\"posts\":[{\"id\":\"p1\",\"title\":\"Pennaeth\"},"
          "{\"id\":\"p2\",\"title\":{\"cy\":\"Rheolwr\",\"en\":\"Manager\"},"
          "\"manager\":\"p1\"}]}");
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_CONSULTATION);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreReport) report =
    cadre_report_new_for_structure (structure, redaction, "en", &error);

  g_assert_no_error (error);
  assert_says (report, "- Pennaeth [cy] [tier 1]\n");
  assert_says (report, "  - Manager [tier 2]\n");
}

static void
test_nothing (void)
{
  g_autoptr (CadreStructure) structure =
    load ("{\"cadre\":\"structure\",\"version\":1,\"id\":\"s\"}");
  CadreReport *report = make_report (structure, CADRE_REDACTION_LEVEL_FULL);

  g_assert_cmpstr (cadre_report_get_title (report), ==, "s");
  assert_says (report, "There are no posts.");
  g_assert_finalize_object (report);
}

/* A structure that a builder made of nothing has neither title nor id. */
static void
test_untitled (void)
{
  g_autoptr (CadreStructureBuilder) builder = cadre_structure_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) structure =
    cadre_structure_builder_build (builder, NULL, NULL, &error);
  g_autoptr (CadreReport) report = NULL;

  g_assert_no_error (error);
  report = make_report (structure, CADRE_REDACTION_LEVEL_FULL);
  g_assert_cmpstr (cadre_report_get_title (report), ==, "A structure without a title");
  assert_says (report, "A structure without a title\n=====");
}

/* Two posts that manage each other, and one that reports to them. */
static void
test_cycle (void)
{
  g_autoptr (CadreStructure) structure =
    load ("{\"cadre\":\"structure\",\"version\":1,\"id\":\"s\",\"posts\":["
          "{\"id\":\"a\",\"manager\":\"b\"},{\"id\":\"b\",\"manager\":\"a\"},{\"id\":\"t\"}]}");
  CadreReport *report = make_report (structure, CADRE_REDACTION_LEVEL_CONSULTATION);

  assert_says (report, "\n- t [tier 1]\n");
  assert_says (report, "goes round in a circle, or ends in one:\n\n- a");
  assert_says (report, "2 posts have no tier");
  g_assert_finalize_object (report);
}

/* A line of 20,000 managers takes a line of text each, no longer than the page. */
static void
test_deep (void)
{
  g_autoptr (GString) document =
    g_string_new ("{\"cadre\":\"structure\",\"version\":1,\"id\":\"s\",\"posts\":[{\"id\":\"0\"}");
  g_autoptr (CadreStructure) structure = NULL;
  CadreReport *report = NULL;
  g_autofree char *text = NULL;

  for (guint i = 1; i < 20000; i++)
    g_string_append_printf (document, ",{\"id\":\"%u\",\"manager\":\"%u\"}", i, i - 1);
  g_string_append (document, "]}");
  structure = load (document->str);

  report = make_report (structure, CADRE_REDACTION_LEVEL_CONSULTATION);
  text = cadre_report_to_text (report, 0);
  g_assert_nonnull (strstr (text, " (19999) 19999 [tier 20000"));
  g_assert_cmpuint (strlen (text), <, 20000 * 120);
  g_assert_finalize_object (report);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/structure/full", test_full);
  g_test_add_func ("/report/structure/stamps", test_stamps);
  g_test_add_func ("/report/structure/rounded", test_rounded);
  g_test_add_func ("/report/structure/consultation", test_consultation);
  g_test_add_func ("/report/structure/pseudonyms", test_pseudonyms);
  g_test_add_func ("/report/structure/figures", test_figures);
  g_test_add_func ("/report/structure/language", test_language);
  g_test_add_func ("/report/structure/missing-translation", test_missing_translation);
  g_test_add_func ("/report/structure/nothing", test_nothing);
  g_test_add_func ("/report/structure/shared-titles", test_shared_titles);
  g_test_add_func ("/report/structure/untitled", test_untitled);
  g_test_add_func ("/report/structure/cycle", test_cycle);
  g_test_add_func ("/report/structure/deep", test_deep);

  return g_test_run ();
}
