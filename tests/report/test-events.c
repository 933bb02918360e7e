/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a report says of a comparison that is told by its events. */

#include "report-cases.h"

static const char before_text[] =
  "{\"cadre\":\"structure\",\"version\":1,\"as-of\":\"2010-06-30\","
  "\"organisations\":[{\"id\":\"o\",\"name\":\"Council\"}],"
  "\"units\":[{\"id\":\"h\",\"name\":\"Housing\"},{\"id\":\"w\",\"name\":\"Works\"}],\"posts\":["
  "{\"id\":\"1\",\"title\":\"Chief executive\",\"employer\":\"o\"},"
  "{\"id\":\"2\",\"title\":\"Director of "
  "housing\",\"unit\":\"h\",\"manager\":\"1\",\"employer\":\"o\"},"
  "{\"id\":\"3\",\"title\":\"Rent officer\",\"unit\":\"h\",\"manager\":\"2\",\"employer\":\"o\"},"
  "{\"id\":\"4\",\"title\":\"Stonemason\",\"unit\":\"w\",\"manager\":\"1\",\"employer\":\"o\"}]}";
static const char after_text[] =
  "{\"cadre\":\"structure\",\"version\":1,\"as-of\":\"2011-03-31\","
  "\"organisations\":[{\"id\":\"o\",\"name\":\"Council\"}],"
  "\"units\":[{\"id\":\"h\",\"name\":\"Homes\"},{\"id\":\"w\",\"name\":\"Works\"}],\"posts\":["
  "{\"id\":\"1\",\"title\":\"Chief executive\",\"employer\":\"o\"},"
  "{\"id\":\"2\",\"title\":\"Director of "
  "housing\",\"unit\":\"h\",\"manager\":\"1\",\"employer\":\"o\"},"
  "{\"id\":\"3\",\"title\":\"Rent officer\",\"unit\":\"h\",\"manager\":\"2\",\"employer\":\"o\"},"
  "{\"id\":\"5\",\"title\":\"Gardener\",\"unit\":\"w\",\"manager\":\"1\",\"employer\":\"o\"}]}";

/* The posts have other ids, and all else is the same. */
static char *
rekey (const char *text)
{
  GString *out = g_string_new (text);

  for (char id = '1'; id <= '5'; id++)
    {
      const char old[] = { '"', ':', '"', id, '"', '\0' };
      const char new[] = { '"', ':', '"', 'x', id, '"', '\0' };

      g_string_replace (out, old, new, 0);
    }

  return g_string_free (out, FALSE);
}

static CadreReport *
report_at (CadreDiff *diff, CadreDiffLevel level, CadreRedactionLevel readers)
{
  g_autoptr (CadreDiffView) view = cadre_diff_view_new (level);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (readers);
  g_autoptr (GError) error = NULL;
  CadreReport *report = cadre_report_new_for_diff_view (diff, view, redaction, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static void
test_headline (void)
{
  g_autoptr (CadreDiff) diff = compare_texts (before_text, after_text);
  CadreReport *report = report_at (diff, CADRE_DIFF_LEVEL_HEADLINE, CADRE_REDACTION_LEVEL_FULL);

  assert_says (report, "Before: Council, as on 30 June 2010\n");
  assert_says (report, "- 1 post would be created. Positions in it: 1.\n");
  assert_says (report, "Stonemason                                goes\n");
  assert_says (report, "New posts\n\n- Gardener\n");
  assert_says (report, "Posts that go\n\n- Stonemason\n");
  assert_silent (report, "Units with another name");
  assert_silent (report, "How posts were found again");
  assert_silent (report, "Pairs of posts to be confirmed");
  assert_same_content (report);
  assert_fits (report);
  g_assert_finalize_object (report);
}

static void
test_summary (void)
{
  g_autoptr (CadreDiff) diff = compare_texts (before_text, after_text);
  g_autoptr (CadreReport) report =
    report_at (diff, CADRE_DIFF_LEVEL_SUMMARY, CADRE_REDACTION_LEVEL_UNION);

  assert_says (report, "Units with another name\n\n- Unit renamed: from \"Housing\" to \"Homes\"");
  assert_silent (report, "Full level");
}

/* All that is told is told of what the readers may see, and by the same pairs. */
static void
test_evidence (void)
{
  g_autofree char *rekeyed = rekey (after_text);
  g_autoptr (CadreStructure) before = load_structure (before_text);
  g_autoptr (CadreStructure) after = load_structure (rekeyed);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreMapping) mapping =
    cadre_mapping_new_by_evidence (before, after, NULL, NULL, NULL, &error);
  g_autoptr (CadreDiff) diff = NULL;
  static const CadreRedactionLevel readers[] = { CADRE_REDACTION_LEVEL_FULL,
                                                 CADRE_REDACTION_LEVEL_CONSULTATION };

  g_assert_no_error (error);
  g_assert_cmpstr (cadre_mapping_get_same_after (mapping, "3"), ==, "x3");
  diff = cadre_diff_new (before, after, mapping, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr (CadreReport) report = report_at (diff, CADRE_DIFF_LEVEL_SUMMARY, readers[i]);

      assert_says (report, "How posts were found again");
      assert_says (report, "Posts found to be the same by what is known of them: 3\n");
      assert_says (report, "New posts\n\n- Gardener\n");
      assert_says (report, "Posts under other references\n\n- Ids changed: \"Council\", 3 posts");
    }
}

/* With so much asked of a pair that all are for review. */
static CadreDiff *
compare_unsure (const char *before_json, const char *after_json)
{
  g_autoptr (CadreStructure) before = load_structure (before_json);
  g_autoptr (CadreStructure) after = load_structure (after_json);
  g_autoptr (CadreMappingSettings) settings = cadre_mapping_settings_new ();
  g_autoptr (CadreMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;
  CadreDiff *diff = NULL;

  cadre_mapping_settings_set_method (settings, CADRE_MAPPING_METHOD_SIMILARITY);
  cadre_mapping_settings_set_use_holders (settings, TRUE);
  cadre_mapping_settings_set_accept (settings, 1000000);
  cadre_mapping_settings_set_review (settings, -1000000);
  mapping = cadre_mapping_new_by_evidence (before, after, NULL, settings, NULL, &error);
  g_assert_no_error (error);
  diff = cadre_diff_new (before, after, mapping, NULL, &error);
  g_assert_no_error (error);
  return diff;
}

/* That the same person is in both posts is not told to who may not see persons. */
static void
test_reviews (void)
{
  static const char before[] =
    "{\"cadre\":\"structure\",\"version\":1,\"persons\":[{\"id\":\"p\",\"name\":\"Ann\"}],"
    "\"posts\":["
    "{\"id\":\"1\",\"title\":\"Stonemason\"},{\"id\":\"2\",\"title\":\"Gardener\"}],"
    "\"assignments\":[{\"id\":\"a\",\"person\":\"p\",\"post\":\"1\"}]}";
  static const char after[] =
    "{\"cadre\":\"structure\",\"version\":1,\"persons\":[{\"id\":\"p\",\"name\":\"Ann\"}],"
    "\"posts\":["
    "{\"id\":\"3\",\"title\":\"Stonemason\"},{\"id\":\"4\",\"title\":\"Forester\"}],"
    "\"assignments\":[{\"id\":\"a\",\"person\":\"p\",\"post\":\"3\"}]}";
  g_autoptr (CadreDiff) diff = compare_unsure (before, after);
  g_autoptr (CadreReport) full =
    report_at (diff, CADRE_DIFF_LEVEL_HEADLINE, CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreReport) told =
    report_at (diff, CADRE_DIFF_LEVEL_HEADLINE, CADRE_REDACTION_LEVEL_CONSULTATION);
  g_autoptr (CadreReport) counts =
    report_at (diff, CADRE_DIFF_LEVEL_HEADLINE, CADRE_REDACTION_LEVEL_STATISTICS);

  assert_says (full, "not enough is known to be sure");
  assert_says (full, "title, holder");
  assert_says (told, "not enough is known to be sure");
  assert_silent (told, "holder");
  assert_silent (counts, "Pairs of posts to be confirmed");
}

static CadreReport *
report_by_evidence (const char *before_json, const char *after_json, CadreRedactionLevel readers)
{
  g_autoptr (CadreStructure) before = load_structure (before_json);
  g_autoptr (CadreStructure) after = load_structure (after_json);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreMapping) mapping =
    cadre_mapping_new_by_evidence (before, after, NULL, NULL, NULL, &error);
  g_autoptr (CadreDiff) diff = NULL;

  g_assert_no_error (error);
  diff = cadre_diff_new (before, after, mapping, NULL, &error);
  g_assert_no_error (error);
  return report_at (diff, CADRE_DIFF_LEVEL_SUMMARY, readers);
}

/* Posts of a council, and of a nursery that is new. */
static char *
make_employers (const char *prefix, gboolean has_nursery)
{
  GString *text = g_string_new ("{\"cadre\":\"structure\",\"version\":1,\"organisations\":["
                                "{\"id\":\"o\",\"name\":\"Council\"},"
                                "{\"id\":\"n\",\"name\":\"Nursery\"}],\"posts\":[");

  for (guint i = 0; i < (has_nursery ? 20 : 10); i++)
    g_string_append_printf (text, "%s{\"id\":\"%s%u\",\"title\":\"%s %u\",\"employer\":\"%s\"}",
                            i > 0 ? "," : "", prefix, i, i < 10 ? "Clerk" : "Nurse", i,
                            i < 10 ? "o" : "n");
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

/* Of who has no post before nothing is said of old references. */
static void
test_rekeyed (void)
{
  g_autofree char *before = make_employers ("", FALSE);
  g_autofree char *after = make_employers ("x", TRUE);
  g_autoptr (CadreReport) report = report_by_evidence (before, after, CADRE_REDACTION_LEVEL_FULL);

  assert_says (report, "The references of Council do not tell which post is which");
  assert_silent (report, "Nursery do not tell");
}

#define HEADS(posts)                                   \
  "{\"cadre\":\"structure\",\"version\":1,\"posts\":[" \
  "{\"id\":\"1\",\"title\":\"Chief Executive\"},"      \
  "{\"id\":\"4\",\"title\":\"Head of Finance\",\"manager\":\"1\"}," posts "]}"
#define HEAD(id, title) "{\"id\":\"" id "\",\"title\":\"" title "\",\"manager\":\"1\"}"

/* With what a post may have been merged, and beside what a post may have been made. */
static void
test_parts (void)
{
  static const char many[] = HEADS (HEAD ("a", "Head of Parks") "," HEAD ("b", "Head of Leisure"));
  static const char one[] = HEADS (HEAD ("x", "Head of Parks and Leisure"));
  g_autoptr (CadreReport) merged = report_by_evidence (many, one, CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreReport) split = report_by_evidence (one, many, CADRE_REDACTION_LEVEL_FULL);

  assert_says (merged,
               "may be one of several posts that were made one, with \"Head of Leisure [b]\"");
  assert_says (merged,
               "may be one of several posts that were made one, with \"Head of Parks [a]\"");
  assert_says (split, "may be one of several posts made of one, with \"Head of Leisure [b]\"");
}

/* Of many parts a few are named, and the others counted: never the post itself. */
static void
test_many_parts (void)
{
  static const char *const places[] = { "Parks", "Leisure", "Museums",  "Theatres",
                                        "Baths", "Markets", "Archives", "Libraries" };
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new ("{\"id\":\"x\",\"title\":\"Head of");
  g_autofree char *many = NULL;
  g_autofree char *one = NULL;
  g_autoptr (CadreReport) report = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_string_append_printf (before,
                              ",{\"id\":\"p%u\",\"title\":\"Head of %s\",\"manager\":\"1\"}", i,
                              places[i]);
      g_string_append_printf (after, " %s", places[i]);
    }
  g_string_append (after, "\",\"manager\":\"1\"}");
  many = g_strdup_printf (HEADS ("%s"), before->str + 1);
  one = g_strdup_printf (HEADS ("%s"), after->str);
  report = report_by_evidence (many, one, CADRE_REDACTION_LEVEL_FULL);

  assert_says (report,
               "made one, with \"Head of Leisure [p1]\", \"Head of Museums [p2]\", \"Head of "
               "Theatres [p3]\", \"Head of Baths [p4]\", \"Head of Markets [p5]\" and 2 more");
  assert_says (report,
               "made one, with \"Head of Parks [p0]\", \"Head of Leisure [p1]\", \"Head of "
               "Museums [p2]\", \"Head of Theatres [p3]\", \"Head of Baths [p4]\" and 2 more");
}

/* A merge that is stated is not told as posts that go and one that is new. */
static void
test_stated (void)
{
  static const char many[] = HEADS (HEAD ("a", "Head of Parks") "," HEAD ("b", "Head of Leisure"));
  static const char one[] = HEADS (HEAD (
    "x",
    "Head of Places") "],\"lineages\":[{\"post\":\"x\",\"predecessor\":\"a\",\"kind\":\"merge\"},"
                      "{\"post\":\"x\",\"predecessor\":\"b\",\"kind\":\"merge\"}");
  g_autoptr (CadreDiff) merged = compare_texts (many, one);
  g_autoptr (CadreReport) report =
    report_at (merged, CADRE_DIFF_LEVEL_SUMMARY, CADRE_REDACTION_LEVEL_FULL);

  assert_says (report, "Posts merged: from \"Head of Parks\" and \"Head of Leisure\" to \"Head of "
                       "Places\"\n");
  assert_says (report, "merged into Head of Places\n");
  assert_says (report, "made of \"Head of Parks\" and \"Head of Leisure\"\n");
  assert_says (report, "- 2 posts would be merged into others. Positions in them: 2.\n"
                       "- 1 post would be made of others. Positions in it: 1.\n"
                       "- 2 posts would go on unchanged.");
  assert_silent (report, "would be created");
  assert_silent (report, "would be deleted");
  assert_silent (report, " goes\n");
  assert_silent (report, " new\n");
}

/* Two heads, and under the first @n clerks, all but the last @n_stay of whom may
 * have gone to the second. */
static char *
make_clerks (guint n, guint n_stay, gboolean is_after)
{
  GString *text = g_string_new ("{\"cadre\":\"structure\",\"version\":1,\"posts\":["
                                "{\"id\":\"m\",\"title\":\"Head, North\"},"
                                "{\"id\":\"n\",\"title\":\"Head, South\"}");

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, ",{\"id\":\"%02u\",\"title\":\"Clerk, %u\",\"manager\":\"%s\"}",
                            i, i, is_after && i + n_stay <= n ? "n" : "m");
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

/* A title may have a comma in it. */
static void
test_exceptions (void)
{
  g_autofree char *before = make_clerks (28, 7, FALSE);
  g_autofree char *after = make_clerks (28, 7, TRUE);
  g_autoptr (CadreDiff) diff = compare_texts (before, after);
  g_autoptr (CadreReport) report =
    report_at (diff, CADRE_DIFF_LEVEL_SUMMARY, CADRE_REDACTION_LEVEL_FULL);

  assert_says (report, "21 posts; 7 did not follow (\"Clerk, 22\", \"Clerk, 23\", \"Clerk, 24\", "
                       "\"Clerk, 25\", \"Clerk, 26\" and 2 others)\n");
  assert_says (report, "- Nor did: \"Clerk, 27\" and \"Clerk, 28\"\n");
}

/* What a field was and is, in the words of people and as far as these readers may see it. */
static void
test_fields (void)
{
  g_autoptr (CadreDiff) diff = compare_texts (
    "{\"cadre\":\"structure\",\"version\":1,\"sites\":[{\"id\":\"s\",\"name\":\"Quay\"}],"
    "\"posts\":[{\"id\":\"1\",\"title\":\"Stonemason\",\"pay-min\":20000,\"fte\":1},"
    "{\"id\":\"2\",\"title\":\"Gardener\"}],\"persons\":[{\"id\":\"p\",\"name\":\"Ann\"}]}",
    "{\"cadre\":\"structure\",\"version\":1,\"sites\":[{\"id\":\"s\",\"name\":\"Hill\"}],"
    "\"posts\":[{\"id\":\"1\",\"title\":\"Stonemason\",\"pay-min\":21000,\"fte\":\"1/2\"},"
    "{\"id\":\"2\",\"title\":\"Gardener\",\"fte\":1}],\"persons\":[{\"id\":\"p\",\"name\":\"Bea\"}]"
    "}");
  g_autoptr (CadreReport) full =
    report_at (diff, CADRE_DIFF_LEVEL_SUMMARY, CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreReport) counts =
    report_at (diff, CADRE_DIFF_LEVEL_SUMMARY, CADRE_REDACTION_LEVEL_STATISTICS);

  assert_says (full, "Hours\n\n- Stonemason [FTE: from 1.00 to 0.50]\n");
  assert_says (full, "Pay ranges\n\n- Stonemason [Lowest pay: from \xC2\xA3"
                     "20000 to \xC2\xA3"
                     "21000]\n");
  assert_says (full, "What only one side states\n\n- FTE (post) [1 post]\n");
  assert_says (full,
               "Other records\n\n- Hill (site) [Name: from Quay to Hill]\n- person [1 change]\n");
  assert_silent (counts, "\xC2\xA3");
  assert_silent (counts, "20000");
}

/* Which assignments come, go and change is told by reference or token, and no name with it; what
 * the posts say already is counted. */
static void
test_assignments (void)
{
  static const char before[] =
    "{\"cadre\":\"structure\",\"version\":1,\"persons\":[{\"id\":\"p1\",\"name\":\"Ann\"},{\"id\":"
    "\"p2\",\"name\":\"Bea\"},"
    "{\"id\":\"p3\",\"name\":\"Cay\"}],\"posts\":[{\"id\":\"1\",\"title\":\"Mason\"},{\"id\":\"2\","
    "\"title\":\"Clerk\"},"
    "{\"id\":\"3\",\"title\":\"Cook\"},{\"id\":\"4\",\"title\":\"Porter\"},{\"id\":\"5\",\"title\":"
    "\"Guard\"}],\"assignments\":["
    "{\"id\":\"as1\",\"post\":\"1\",\"person\":\"p1\"},{\"id\":\"as2\",\"post\":\"2\",\"person\":"
    "\"p2\"},"
    "{\"id\":\"as3\",\"post\":\"3\",\"fte\":\"1/"
    "2\"},{\"id\":\"as4\",\"post\":\"4\",\"person\":\"p3\"},{\"id\":\"as6\",\"post\":\"5\"}]}";
  static const char after[] =
    "{\"cadre\":\"structure\",\"version\":1,\"persons\":[{\"id\":\"q1\",\"name\":\"Ann\"},{\"id\":"
    "\"q2\",\"name\":\"Dot\"}],"
    "\"posts\":[{\"id\":\"1\",\"title\":\"Mason\"},{\"id\":\"2\",\"title\":\"Clerk\"},{\"id\":"
    "\"3\",\"title\":\"Cook\"},"
    "{\"id\":\"5\",\"title\":\"Guard\"},{\"id\":\"6\",\"title\":\"Baker\"}],\"assignments\":["
    "{\"id\":\"as1\",\"post\":\"1\",\"person\":\"q1\"},{\"id\":\"as2\",\"post\":\"2\",\"person\":"
    "\"q2\"},"
    "{\"id\":\"as3\",\"post\":\"3\",\"fte\":\"1\"},{\"id\":\"as5\",\"post\":\"6\"},{\"id\":\"as7\","
    "\"post\":\"5\"}]}";
  static const char key[] = "0123456789abcdef";
  g_autoptr (CadreDiff) diff = compare_texts (before, after);
  g_autoptr (CadreReport) full =
    report_at (diff, CADRE_DIFF_LEVEL_SUMMARY, CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreReport) fields =
    report_at (diff, CADRE_DIFF_LEVEL_FIELD, CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreReport) told =
    report_at (diff, CADRE_DIFF_LEVEL_SUMMARY, CADRE_REDACTION_LEVEL_CONSULTATION);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_CONSULTATION);
  g_autoptr (CadreDiffView) view = cadre_diff_view_new (CADRE_DIFF_LEVEL_SUMMARY);
  g_autoptr (GBytes) bytes = g_bytes_new_static (key, strlen (key));
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreReport) tokens = NULL;

  cadre_redaction_set_pseudonym_key (redaction, bytes);
  tokens = cadre_report_new_for_diff_view (diff, view, redaction, NULL, &error);
  g_assert_no_error (error);

  assert_says (full,
               "Assignments\n\n- Clerk [as2: Person: from p2 to q2]\n"
               "- Cook [as3: FTE: from 0.50 to 1.00]\n"
               "- Guard [no longer listed: as6; newly listed: as7]\n"
               "- 1 assignment is no longer listed with a post that goes, or is merged or split\n"
               "- 1 assignment is newly listed in a post that is new or made of others\n"
               "- 1 assignment is of a person of the same name under another reference\n");
  assert_same_content (full);
  assert_says (fields, "- Mason [as1: a person of the same name under another reference]\n"
                       "- Clerk [as2: Person: from p2 to q2]\n");
  assert_says (tokens, "- Guard [no longer listed: ");
  assert_silent (tokens, "as6");
  assert_silent (tokens, "p2");
  assert_silent (tokens, "same name");
  assert_silent (told, "listed");
}

/* Without a reference they are counted. */
static void
test_unnamed_assignments (void)
{
#define POSTS                                          \
  "{\"cadre\":\"structure\",\"version\":1,\"posts\":[" \
  "{\"id\":\"1\",\"title\":\"Mason\"},{\"id\":\"2\",\"title\":\"Clerk\"}],\"assignments\":["
  g_autoptr (CadreDiff) diff =
    compare_texts (POSTS "{\"post\":\"2\",\"person\":\"p\"}],\"persons\":[{\"id\":\"p\"}]}",
                   POSTS "{\"post\":\"1\"},{\"post\":\"1\"}]}");
  g_autoptr (CadreReport) report =
    report_at (diff, CADRE_DIFF_LEVEL_SUMMARY, CADRE_REDACTION_LEVEL_FULL);

  g_autoptr (CadreReport) fields =
    report_at (diff, CADRE_DIFF_LEVEL_FIELD, CADRE_REDACTION_LEVEL_FULL);

  assert_says (report, "- Mason [2 assignments newly listed]\n"
                       "- Clerk [one assignment no longer listed]\n");
  assert_says (fields, "- Mason [one assignment newly listed]\n"
                       "- Mason [one assignment newly listed]\n"
                       "- Clerk [one assignment no longer listed]\n");
#undef POSTS
}

/* What no document says is not told as if one did, in no form of the report. */
static void
test_inferred (void)
{
  static const char unit[] = "{\"cadre\":\"structure\",\"version\":1,\"units\":["
                             "{\"id\":\"%s\",\"name\":\"%s\"}],\"posts\":["
                             "{\"id\":\"1\",\"unit\":\"%s\"},{\"id\":\"2\",\"unit\":\"%s\"}]}";
  g_autofree char *before = g_strdup_printf (unit, "h", "Housing", "h", "h");
  g_autofree char *after = g_strdup_printf (unit, "o", "Homes", "o", "o");
  g_autofree char *said = g_strdup_printf (unit, "h", "Homes", "h", "h");
  g_autoptr (CadreDiff) diff = compare_texts (before, after);
  g_autoptr (CadreDiff) published = compare_texts (before, said);
  g_autoptr (CadreReport) report =
    report_at (diff, CADRE_DIFF_LEVEL_SUMMARY, CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreReport) plain =
    report_at (published, CADRE_DIFF_LEVEL_SUMMARY, CADRE_REDACTION_LEVEL_FULL);

  assert_says (report, "- Unit renamed: from \"Housing\" to \"Homes\", 2 posts; inferred from "
                       "where the posts went\n");
  assert_same_content (report);
  assert_says (plain, "- Unit renamed: from \"Housing\" to \"Homes\"\n");
  assert_silent (plain, "inferred");
}

/* Two posts that nothing tells apart go on, though nobody knows which is which. */
static void
test_twins (void)
{
  static const char text[] =
    "{\"cadre\":\"structure\",\"version\":1,\"posts\":["
    "{\"id\":\"%1$s1\",\"title\":\"Harbour master\"},"
    "{\"id\":\"%1$s2\",\"title\":\"Night porter\",\"manager\":\"%1$s1\"},"
    "{\"id\":\"%1$s3\",\"title\":\"Night porter\",\"manager\":\"%1$s1\"}]}";
  g_autofree char *before_json = g_strdup_printf (text, "a");
  g_autofree char *after_json = g_strdup_printf (text, "b");
  g_autoptr (CadreStructure) before = load_structure (before_json);
  g_autoptr (CadreStructure) after = load_structure (after_json);
  g_autoptr (CadreMapping) mapping =
    cadre_mapping_new_by_evidence (before, after, NULL, NULL, NULL, NULL);
  g_autoptr (CadreDiff) diff = cadre_diff_new (before, after, mapping, NULL, NULL);
  g_autoptr (CadreReport) report =
    report_at (diff, CADRE_DIFF_LEVEL_SUMMARY, CADRE_REDACTION_LEVEL_FULL);

  assert_says (report, "- 3 posts would go on unchanged. Positions in them: 3.\n");
  assert_says (report, "Posts that nothing tells apart are counted as going on all the same");
}

/* A headline tells of no single post that is retitled: that is not to say that nothing
 * changes. Of a remark on an assignment is only said that it is another one. */
static void
test_none_told (void)
{
  g_autoptr (CadreDiff) diff =
    compare_texts ("{\"cadre\":\"structure\",\"version\":1,\"posts\":[{\"id\":\"1\",\"title\":"
                   "\"Head\"}],\"persons\":[{\"id\":\"p\"}],\"assignments\":[{\"id\":\"s\","
                   "\"person\":\"p\",\"post\":\"1\",\"note\":\"x\"}]}",
                   "{\"cadre\":\"structure\",\"version\":1,\"posts\":[{\"id\":\"1\",\"title\":"
                   "\"Chief\"}],\"persons\":[{\"id\":\"p\"}],\"assignments\":[{\"id\":\"s\","
                   "\"person\":\"p\",\"post\":\"1\",\"note\":\"y\"}]}");
  g_autoptr (CadreDiff) same = compare_texts (before_text, before_text);
  g_autoptr (CadreReport) headline =
    report_at (diff, CADRE_DIFF_LEVEL_HEADLINE, CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreReport) summary =
    report_at (diff, CADRE_DIFF_LEVEL_SUMMARY, CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreReport) empty =
    report_at (same, CADRE_DIFF_LEVEL_HEADLINE, CADRE_REDACTION_LEVEL_FULL);

  assert_says (headline, "- 1 post would change. Positions in it: 1.\n");
  assert_says (headline, "Nothing that is told at this level changes.");
  assert_silent (headline, "Nothing changes.");
  assert_says (summary, "- Chief [s: Remark]\n");
  assert_says (empty, "Nothing changes.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/events/headline", test_headline);
  g_test_add_func ("/report/events/summary", test_summary);
  g_test_add_func ("/report/events/reviews", test_reviews);
  g_test_add_func ("/report/events/evidence", test_evidence);
  g_test_add_func ("/report/events/rekeyed", test_rekeyed);
  g_test_add_func ("/report/events/parts", test_parts);
  g_test_add_func ("/report/events/many-parts", test_many_parts);
  g_test_add_func ("/report/events/stated", test_stated);
  g_test_add_func ("/report/events/exceptions", test_exceptions);
  g_test_add_func ("/report/events/fields", test_fields);
  g_test_add_func ("/report/events/assignments", test_assignments);
  g_test_add_func ("/report/events/unnamed-assignments", test_unnamed_assignments);
  g_test_add_func ("/report/events/inferred", test_inferred);
  g_test_add_func ("/report/events/none-told", test_none_told);
  g_test_add_func ("/report/events/twins", test_twins);

  return g_test_run ();
}
