/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What reports say of proposals that are merged or set side by side, and of posts
 * through several dates. */

#include "report-cases.h"

#define HEAD "{\"cadre\":\"structure\",\"version\":1,\"as-of\":\"%s\","
#define OF_COUNCIL \
  "\"organisations\":[{\"id\":\"o\",\"name\":\"Council\"},{\"id\":\"t\",\"name\":\"Trust\"}],"
#define POSTS OF_COUNCIL "\"units\":[{\"id\":\"u\",\"name\":\"Works\"}],\"posts\":["
#define TOP "{\"id\":\"1\",\"title\":\"Chief\",\"employer\":\"o\"},"

static CadreStructure *
make_with (const char *date, const char *members)
{
  g_autofree char *head = g_strdup_printf (HEAD, date);
  g_autofree char *text = g_strconcat (head, members, "}", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return structure;
}

static CadreStructure *
make (const char *date, const char *posts)
{
  g_autofree char *members = g_strconcat (POSTS TOP, posts, "]", NULL);

  return make_with (date, members);
}

static const char base_posts[] =
  "{\"id\":\"2\",\"title\":\"Mason\",\"manager\":\"1\",\"employer\":\"o\","
  "\"partners\":[\"t\"],\"grade\":\"G5\",\"hours\":37},"
  "{\"id\":\"3\",\"title\":\"Joiner\",\"manager\":\"1\",\"employer\":\"o\"},"
  "{\"id\":\"4\",\"title\":\"Plumber\",\"manager\":\"1\",\"employer\":\"o\"}";
/* The mason has another title and another number, the plumber goes, and a glazier
 * comes. */
static const char our_posts[] =
  "{\"id\":\"2\",\"title\":\"Stonemason\",\"manager\":\"1\",\"employer\":\"o\","
  "\"partners\":[\"t\"],\"grade\":\"G5\",\"hours\":37,\"establishment\":2},"
  "{\"id\":\"3\",\"title\":\"Joiner\",\"manager\":\"2\",\"employer\":\"o\"},"
  "{\"id\":\"5\",\"title\":\"Glazier\",\"manager\":\"1\",\"employer\":\"o\",\"grade\":\"G6\"}";
/* So has it here, and they are others; the plumber changes, and the glazier is another. */
static const char their_posts[] =
  "{\"id\":\"2\",\"title\":\"Master mason\",\"manager\":\"1\",\"employer\":\"o\","
  "\"partners\":[\"t\"],\"grade\":\"G5\",\"hours\":37,\"establishment\":3},"
  "{\"id\":\"3\",\"title\":\"Joiner\",\"manager\":\"2\",\"employer\":\"o\"},"
  "{\"id\":\"4\",\"title\":\"Plumber\",\"manager\":\"1\",\"employer\":\"o\",\"grade\":\"G7\"},"
  "{\"id\":\"5\",\"title\":\"Glazier\",\"manager\":\"1\",\"employer\":\"o\",\"grade\":\"G4\"}";

/* Merges */

static CadreMerge *
merge_structures (CadreStructure *base, CadreStructure *ours, CadreStructure *theirs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreDiff) our_diff = cadre_diff_new (base, ours, NULL, NULL, &error);
  g_autoptr (CadreDiff) their_diff = cadre_diff_new (base, theirs, NULL, NULL, &error);
  CadreMerge *merge = cadre_merge_new (our_diff, their_diff, NULL, &error);

  g_assert_no_error (error);
  return merge;
}

static CadreMerge *
merge_posts (const char *base_text, const char *our_text, const char *their_text)
{
  g_autoptr (CadreStructure) base = make ("2010-01-01", base_text);
  g_autoptr (CadreStructure) ours = make ("2010-01-01", our_text);
  g_autoptr (CadreStructure) theirs = make ("2010-01-01", their_text);

  return merge_structures (base, ours, theirs);
}

static CadreReport *
report_on_merge (CadreMerge *merge, CadreRedactionLevel level)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (level);
  g_autoptr (GError) error = NULL;
  CadreReport *report = cadre_report_new_for_merge (merge, redaction, NULL, &error);

  g_assert_no_error (error);
  return report;
}

/* Resolves the conflict of a field of a record, or of all of it. */
static void
resolve (CadreMerge *merge,
         const char *key,
         const char *field,
         CadreMergeChoice choice,
         const char *value)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (merge)); i++)
    {
      g_autoptr (CadreMergeConflict) conflict = cadre_merge_get_conflict (merge, i);

      if (g_strcmp0 (cadre_merge_conflict_get_key (conflict), key) != 0 ||
          g_strcmp0 (cadre_merge_conflict_get_field (conflict), field) != 0)
        continue;
      g_assert_true (cadre_merge_resolve (merge, i, choice, value, &error));
      g_assert_no_error (error);
      return;
    }

  g_error ("No conflict of %s", key);
}

static void
test_merge_open (void)
{
  g_autoptr (CadreMerge) merge = merge_posts (base_posts, our_posts, their_posts);
  CadreReport *report = report_on_merge (merge, CADRE_REDACTION_LEVEL_FULL);

  assert_says (report, "- 4 conflicts are open.\n");
  assert_says (report, "Mason: Title\n............\n\n"
                       "Why:             Both change it, and not alike\n"
                       "Now:             Mason\n"
                       "First proposal:  Stonemason\n"
                       "Second proposal: Master mason\n"
                       "Who decides:     Council, Trust\n"
                       "Resolved:        not yet\n");
  assert_says (report, "Mason: Positions (establishment)\n................................\n\n"
                       "Why:             Both change it, and not alike\n"
                       "Now:             1\n"
                       "First proposal:  2\n"
                       "Second proposal: 3\n");
  assert_says (report, "Plumber\n.......\n\n"
                       "Why:             One changes what the other takes away\n"
                       "Now:             there\n"
                       "First proposal:  goes\n"
                       "Second proposal: Grade: G7\n"
                       "Who decides:     Council\n");
  assert_says (report, "Glazier\n.......\n\n"
                       "Why:             Both make it anew, and not alike\n"
                       "Now:             not there\n"
                       "First proposal:  Grade: G6\n"
                       "Second proposal: Grade: G4\n");
  assert_silent (report, "Joiner");
  assert_silent (report, "What is resolved");
  assert_same_content (report);
  assert_fits (report);
  g_assert_finalize_object (report);
}

static void
test_merge_decided (void)
{
  g_autoptr (CadreMerge) merge = merge_posts (base_posts, our_posts, their_posts);
  CadreReport *report = NULL;

  resolve (merge, "\"2\"", "title", CADRE_MERGE_CHOICE_VALUE, "\"Banker mason\"");
  resolve (merge, "\"2\"", "establishment", CADRE_MERGE_CHOICE_THEIRS, NULL);
  resolve (merge, "\"5\"", NULL, CADRE_MERGE_CHOICE_BASE, NULL);
  report = report_on_merge (merge, CADRE_REDACTION_LEVEL_FULL);
  assert_says (report, "- 1 conflict is open.\n- 3 conflicts are resolved.\n");
  assert_says (report, "Resolved:        by another value: Banker mason\n");
  assert_says (report, "Second proposal: 3\nWho decides:     Council, Trust\n"
                       "Resolved:        as the second proposal wants it\n");
  assert_says (report, "Resolved:        as it is now\n");
  assert_same_content (report);
  g_object_unref (report);

  /* No redaction knows what somebody stated. */
  report = report_on_merge (merge, CADRE_REDACTION_LEVEL_CONSULTATION);
  assert_says (report, "Resolved:        by another value, which is not shown at this level\n");
  assert_says (report, "First proposal:  Stonemason\n");
  assert_silent (report, "Banker");
  assert_silent (report, "Full level");
  g_assert_finalize_object (report);
}

static const char circle_base[] =
  "{\"id\":\"a\",\"title\":\"Cook\"},{\"id\":\"b\",\"title\":\"Baker\"}";
static const char circle_ours[] =
  "{\"id\":\"a\",\"title\":\"Cook\",\"manager\":\"b\"},{\"id\":\"b\",\"title\":\"Baker\"}";
static const char circle_theirs[] =
  "{\"id\":\"a\",\"title\":\"Cook\"},{\"id\":\"b\",\"title\":\"Baker\",\"manager\":\"a\"}";
static const char dangling_theirs[] = "{\"id\":\"a\",\"title\":\"Cook\"}";

static void
test_merge_lines (void)
{
  g_autoptr (CadreMerge) circle = merge_posts (circle_base, circle_ours, circle_theirs);
  g_autoptr (CadreMerge) dangling = merge_posts (circle_base, circle_ours, dangling_theirs);
  CadreReport *report = report_on_merge (circle, CADRE_REDACTION_LEVEL_FULL);

  assert_says (report, "Cook\n....\n\n"
                       "Why:             Taken together, reporting lines would go in a circle\n"
                       "The circle:      Cook, Baker\n"
                       "Now:             no circle\n"
                       "First proposal:  Cook reports to Baker\n"
                       "Second proposal: Baker reports to Cook\n"
                       "Resolved:        not yet\n");
  g_object_unref (report);

  report = report_on_merge (dangling, CADRE_REDACTION_LEVEL_FULL);
  assert_says (report, "Baker\n.....\n\n"
                       "Why:             One relies on what the other takes away\n"
                       "Now:             there\n"
                       "First proposal:  stays, and something leads to it\n"
                       "Second proposal: goes\n");
  g_assert_finalize_object (report);
}

/* Twelve posts, each under the next; the last under @end where there is one. */
static char *
make_chain (gboolean lines, const char *end)
{
  GString *text = g_string_new (NULL);

  for (int i = 1; i <= 12; i++)
    {
      g_string_append_printf (text, "%s{\"id\":\"p%02d\",\"title\":\"Post %d\"", i > 1 ? "," : "",
                              i, i);
      if (lines && i < 4)
        g_string_append_printf (text, ",\"manager\":\"p%02d\"", i + 1);
      else if (i >= 4 && i < 12)
        g_string_append_printf (text, ",\"manager\":\"p%02d\"", i + 1);
      else if (i == 12 && end != NULL)
        g_string_append_printf (text, ",\"manager\":\"%s\"", end);
      g_string_append_c (text, '}');
    }

  return g_string_free (text, FALSE);
}

/* All that a side says of a circle is told, since all of it is given up with it. */
static void
test_merge_long_circle (void)
{
  g_autofree char *base = make_chain (FALSE, NULL);
  g_autofree char *ours = make_chain (TRUE, NULL);
  g_autofree char *theirs = make_chain (FALSE, "p01");
  g_autoptr (CadreMerge) merge = merge_posts (base, ours, theirs);
  CadreReport *report = report_on_merge (merge, CADRE_REDACTION_LEVEL_UNION);

  assert_says (report,
               "The circle:      Post 1, Post 2, Post 3, Post 4, Post 5, Post 6, Post 7, "
               "Post 8, Post 9, Post 10 and 2 more\n"
               "Now:             no circle\n"
               "First proposal:  Post 1 reports to Post 2; Post 2 reports to Post 3; Post 3 "
               "reports to Post 4\n"
               "Second proposal: Post 12 reports to Post 1\n");
  g_assert_finalize_object (report);
}

/* Of two circles with one post others see the one that the proposals make by themselves, and
 * how that is resolved. */
static void
test_merge_two_circles (void)
{
#define COOK "{\"id\":\"a\",\"title\":\"Cook\""
#define BAKER "{\"id\":\"b\",\"title\":\"Baker\""
#define CLERK "{\"id\":\"c\",\"title\":\"Clerk\""
  g_autoptr (CadreMerge) merge =
    merge_posts (COOK "}," BAKER ",\"manager\":\"c\"}," CLERK "}",
                 COOK ",\"manager\":\"b\"}," BAKER ",\"manager\":\"c\"}," CLERK "}",
                 COOK "}," BAKER ",\"manager\":\"a\"}," CLERK ",\"manager\":\"a\"}");
  CadreReport *report = NULL;

  g_assert_true (cadre_merge_resolve (merge, 0, CADRE_MERGE_CHOICE_OURS, NULL, NULL));
  report = report_on_merge (merge, CADRE_REDACTION_LEVEL_FULL);
  assert_says (report, "The circle:      Cook, Baker, Clerk\n");
  g_object_unref (report);

  report = report_on_merge (merge, CADRE_REDACTION_LEVEL_UNION);
  assert_silent (report, "Cook, Baker, Clerk");
  assert_says (report, "The circle:      Cook, Baker\n"
                       "Now:             no circle\n"
                       "First proposal:  Cook reports to Baker\n"
                       "Second proposal: Baker reports to Cook\n"
                       "Resolved:        as the first proposal wants it\n");
  g_assert_finalize_object (report);
}

/* A post goes over to a manager, to whom the other proposal has it report as well. */
static void
test_merge_same_key (void)
{
  g_autoptr (CadreMerge) merge = merge_posts (
    "{\"id\":\"a\",\"title\":\"Cook\",\"manager\":\"b\"},{\"id\":\"b\",\"title\":\"Baker\"}",
    "{\"id\":\"a\",\"title\":\"Cook\",\"manager\":\"1\"},{\"id\":\"b\",\"title\":\"Baker\"}",
    "{\"id\":\"a\",\"title\":\"Cook\"},{\"id\":\"b\",\"title\":\"Baker\"}],\"lines\":["
    "{\"post\":\"a\",\"manager\":\"b\"},{\"post\":\"a\",\"manager\":\"1\"}");
  CadreReport *report = report_on_merge (merge, CADRE_REDACTION_LEVEL_UNION);

  assert_says (report, "Cook (reporting line)\n"
                       ".....................\n"
                       "\n"
                       "Why:             Both make it, and each of something else\n"
                       "Now:             not there\n"
                       "First proposal:  Line manager: Chief instead of Line manager: Baker\n"
                       "Second proposal: new: Post: Cook; Line manager: Chief\n");
  g_assert_finalize_object (report);
}

/* A unit stays what it was, which both want to be otherwise: theirs a part of no other. */
static void
test_merge_units (void)
{
#define PARKS "\"units\":[{\"id\":\"0\",\"name\":\"Parks\""
  g_autoptr (CadreStructure) base =
    make_with ("2010-01-01", PARKS "},{\"id\":\"1\",\"name\":\"Roads\",\"parent\":\"0\"}]");
  g_autoptr (CadreStructure) ours = make_with ("2010-01-01", PARKS ",\"parent\":\"1\"}]");
  g_autoptr (CadreStructure) theirs =
    make_with ("2010-01-01", PARKS ",\"parent\":\"1\"},{\"id\":\"1\",\"name\":\"Ways\"}]");
  g_autoptr (CadreMerge) merge = merge_structures (base, ours, theirs);
  CadreReport *report = NULL;

  g_assert_true (cadre_merge_resolve (merge, 0, CADRE_MERGE_CHOICE_BASE, NULL, NULL));
  report = report_on_merge (merge, CADRE_REDACTION_LEVEL_FULL);
  assert_says (report, "Why:             Taken together, units would be parts of each other\n"
                       "The circle:      Parks, Roads\n"
                       "Now:             no circle\n"
                       "First proposal:  has no part in the circle\n"
                       "Second proposal: has no part in the circle\n");
  g_assert_finalize_object (report);
}

/* Of an assignment that both change otherwise others are told that there is something. */
static void
test_merge_hidden (void)
{
  static const char form[] = "{\"id\":\"2\",\"title\":\"Mason\",\"manager\":\"1\"}],"
                             "\"persons\":[{\"id\":\"P\"}],\"assignments\":[{\"id\":\"A\","
                             "\"person\":\"P\",\"post\":\"2\",\"fte\":%s}";
  g_autofree char *base = g_strdup_printf (form, "1");
  g_autofree char *ours = g_strdup_printf (form, "\"1/2\"");
  g_autofree char *theirs = g_strdup_printf (form, "\"1/4\"");
  g_autoptr (CadreMerge) merge = merge_posts (base, ours, theirs);
  CadreReport *report = report_on_merge (merge, CADRE_REDACTION_LEVEL_FULL);

  assert_says (report, "Second proposal: 0.25\n");
  g_object_unref (report);

  report = report_on_merge (merge, CADRE_REDACTION_LEVEL_CONSULTATION);
  assert_says (report, "- There are conflicts that are not shown to these readers.\n");
  assert_silent (report, "0.25");
  assert_silent (report, "What is to be decided");
  g_assert_finalize_object (report);
}

static void
test_merge_none (void)
{
  g_autoptr (CadreMerge) merge = merge_posts (base_posts, our_posts, base_posts);
  CadreReport *report = report_on_merge (merge, CADRE_REDACTION_LEVEL_FULL);

  assert_says (report, "The two proposals contradict each other nowhere.\n");
  g_assert_finalize_object (report);
}

/* Alternatives */

static CadreReport *
report_on_alternatives_to (const char *base_text,
                           const char *const *texts,
                           gsize n,
                           CadreRedactionLevel level)
{
  g_autoptr (CadreStructure) base = make ("2010-01-01", base_text);
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (level);
  g_autoptr (CadreAlternatives) alternatives = NULL;
  g_autoptr (GError) error = NULL;
  CadreReport *report = NULL;

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (proposals, make ("2010-02-01", texts[i]));
  alternatives = cadre_alternatives_new (base, (CadreStructure *const *) proposals->pdata, n, NULL,
                                         NULL, 0, NULL, &error);
  g_assert_no_error (error);
  report = cadre_report_new_for_alternatives (alternatives, redaction, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static CadreReport *
report_on_alternatives (const char *const *texts, gsize n, CadreRedactionLevel level)
{
  return report_on_alternatives_to (base_posts, texts, n, level);
}

static void
assert_row (CadreReport *report, const char *const *cells)
{
  g_autofree char *text = cadre_report_to_text (report, 1000000);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *at = lines[i];

      for (guint k = 0; at != NULL && cells[k] != NULL; k++)
        {
          at = strstr (at, cells[k]);
          at = at != NULL ? at + strlen (cells[k]) : NULL;
        }
      if (at != NULL && g_str_has_prefix (lines[i], cells[0]))
        return;
    }

  g_error ("No row of %s and what comes after it is in:\n%s", cells[0], text);
}

static void
test_alternatives (void)
{
  static const char *const texts[] = { our_posts, their_posts, base_posts };
  static const char *const rows[][6] = {
    { "Posts  ", "4", "4", "5", "4", NULL },
    { "New posts  ", "1", "1", "0", NULL },
    { "Posts that go  ", "1", "0", "0", NULL },
    { "Posts with another manager or unit  ", "1", "1", "0", NULL },
    { "Posts that change otherwise  ", "1", "1", "0", NULL },
    { "Mason  ", "Title: Mason; Positions (establishment): 1",
      "Title: Stonemason; Positions (establishment): 2",
      "Title: Master mason; Positions (establishment): 3", "as now", NULL },
    { "Joiner  ", "Line manager: Chief", "Line manager: Stonemason", "Line manager: Master mason",
      "as now", NULL },
    { "Plumber  ", "Title: Plumber; Positions (establishment): 1; Line manager: Chief", "goes",
      "as now", "as now", NULL },
    { "Glazier  ", "not there",
      "new: Title: Glazier; Grade: G6; Positions (establishment): 1; Line manager: Chief",
      "new: Title: Glazier; Grade: G4; Positions (establishment): 1; Line manager: Chief",
      "not there", NULL },
  };
  CadreReport *report = report_on_alternatives (texts, 3, CADRE_REDACTION_LEVEL_FULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_row (report, rows[i]);
  /* That the plumber's grade is stated by one of them is no change of the post. */
  assert_silent (report, "G7");
  assert_silent (report, "What all proposals would do alike");
  assert_same_content (report);
  assert_fits (report);
  g_assert_finalize_object (report);
}

static void
test_alternatives_agree (void)
{
  static const char *const texts[] = { our_posts, our_posts };
  static const char *const row[] = { "Mason  ", "Title: Mason; Positions (establishment): 1",
                                     "Title: Stonemason; Positions (establishment): 2", NULL };
  CadreReport *report = report_on_alternatives (texts, 2, CADRE_REDACTION_LEVEL_CONSULTATION);

  assert_says (report, "The proposals do not differ.\n");
  assert_says (report, "What all proposals would do alike\n");
  assert_row (report, row);
  assert_silent (report, "Full level");
  g_assert_finalize_object (report);
}

/* A row that differs shows in what, whichever field that is; and one whose cells would be
 * alike is with those on which all agree. */
static void
test_alternatives_show_what_differs (void)
{
#define MASON "{\"id\":\"2\",\"title\":\"Mason\",\"manager\":\"1\",\"grade\":\"G5\""
#define MATES "{\"id\":\"m\",\"title\":\"Mate\"},{\"id\":\"n\",\"title\":\"Mate\"},"
  static const char *const texts[] = {
    MASON ",\"budgeted-fte\":1}," MATES
          "{\"id\":\"3\",\"title\":\"Joiner\",\"profession\":\"wood\"},"
          "{\"id\":\"4\",\"title\":\"Fitter\",\"grade\":\"G7\"},"
          "{\"id\":\"6\",\"title\":\"Nurse\",\"manager\":\"m\",\"budgeted-fte\":2,\"year\":\"a\"},"
          "{\"id\":\"7\",\"title\":\"Porter\"}],\"lines\":[{\"post\":\"7\",\"kind\":\"dotted\","
          "\"manager\":\"2\"}",
    MATES "{\"id\":\"3\",\"title\":\"Joiner\",\"profession\":\"doors\"},"
          "{\"id\":\"4\",\"title\":\"Fitter\"},"
          "{\"id\":\"6\",\"title\":\"Nurse\",\"manager\":\"n\",\"budgeted-fte\":4,\"year\":\"b\"},"
          "{\"id\":\"7\",\"title\":\"Porter\"}],\"lines\":[{\"post\":\"7\",\"kind\":\"dotted\","
          "\"manager\":\"3\"}",
  };
  static const char *const base =
    MASON ",\"budgeted-fte\":2}," MATES "{\"id\":\"3\",\"title\":\"Joiner\"},"
          "{\"id\":\"4\",\"title\":\"Plumber\"}";
  static const char *const rows[][4] = {
    { "Mason  ",
      "Title: Mason; Grade: G5; Positions (establishment): 1; Budgeted FTE: 2.00; "
      "Line manager: Chief",
      "Budgeted FTE: 1.00", "goes" },
    { "Joiner  ", "Profession: not stated", "Profession: wood", "Profession: doors" },
    { "Plumber  ", "Title: Plumber", "Title: Fitter", NULL },
    { "Nurse  ", "not there",
      "new: Title: Nurse; Positions (establishment): 1; Budgeted FTE: 2.00; "
      "Line manager: Mate (m); unknown-members: {\"year\": \"a\"}",
      "new: Title: Nurse; Positions (establishment): 1; Budgeted FTE: 4.00; "
      "Line manager: Mate (n); unknown-members: {\"year\": \"b\"}" },
    { "Porter  ", "not there",
      "new: Title: Porter; Positions (establishment): 1; reporting line: dotted line, Mason",
      "new: Title: Porter; Positions (establishment): 1; reporting line: dotted line, Joiner" },
  };
  CadreReport *report = report_on_alternatives_to (base, texts, 2, CADRE_REDACTION_LEVEL_FULL);
  g_autofree char *text = cadre_report_to_text (report, 1000000);
  const char *agreed = strstr (text, "What all proposals would do alike");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const cells[] = { rows[i][0], rows[i][1], rows[i][2], rows[i][3], NULL };

      assert_row (report, cells);
    }
  /* That one proposal states the fitter's grade makes no difference. */
  g_assert_nonnull (agreed);
  g_assert_nonnull (strstr (agreed, "Plumber  "));
  assert_same_content (report);
  g_assert_finalize_object (report);
#undef MASON
#undef MATES
}

/* Series */

static CadreReport *
report_on_series (CadreRedactionLevel level)
{
  g_autoptr (CadreStructure) first = make ("2010-06-30", base_posts);
  g_autoptr (CadreStructure) second = make ("2011-03-31", our_posts);
  g_autoptr (CadreStructure) third = make ("2011-09-30", their_posts);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (level);
  g_autoptr (GError) error = NULL;
  CadreStructure *structures[] = { first, second, third };
  g_autoptr (CadreSeries) series = cadre_series_new (structures, 3, NULL, 0, NULL, &error);
  CadreReport *report = NULL;

  g_assert_no_error (error);
  report = cadre_report_new_for_series (series, redaction, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static void
test_series (void)
{
  static const char *const rows[][8] = {
    { "30 June 2010 and 31 March 2011  ", "4", "1", "0", "1", "4", "25.0", NULL },
    { "31 March 2011 and 30 September 2011  ", "4", "0", "1", "0", "5", "0.0", NULL },
    { "30 June 2010 and 31 March 2011  ", "1", "0", "1", "0", "0", "0", NULL },
  };
  CadreReport *report = report_on_series (CADRE_REDACTION_LEVEL_FULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_row (report, rows[i]);
  assert_says (report,
               "- Master mason\n"
               "  - 30 June 2010 to 31 March 2011: Title: from Mason to Stonemason\n"
               "  - 31 March 2011 to 30 September 2011: Title: from Stonemason to Master mason\n");
  assert_says (report, "- Plumber\n  - 30 June 2010 to 31 March 2011: The post is gone\n"
                       "  - 31 March 2011 to 30 September 2011: The post is back\n");
  assert_says (report,
               "  - 30 June 2010 to 31 March 2011: Line manager: from Chief to Stonemason\n");
  assert_says (report, "- Glazier\n  - 30 June 2010 to 31 March 2011: The post is new\n"
                       "  - 31 March 2011 to 30 September 2011: Grade: from G6 to G4\n");
  assert_says (report, "Of 1 more post there is no change to tell.\n");
  assert_same_content (report);
  assert_fits (report);
  g_assert_finalize_object (report);
}

/* Rows that pool like posts are told, and marked; the numbers leave them out, and say so. */
static void
test_series_pooled (void)
{
  static const char *const row[] = {
    "30 June 2010 and 31 March 2011  ", "2", "1", "0", "0", "3", "0.0", NULL
  };
  g_autoptr (CadreStructure) first =
    make ("2010-06-30", "{\"id\":\"a\",\"title\":\"A\"},"
                        "{\"id\":\"p\",\"title\":\"Advisers\",\"grouped\":true},"
                        "{\"id\":\"q\",\"title\":\"Clerks\",\"grouped\":true}");
  g_autoptr (CadreStructure) second =
    make ("2011-03-31", "{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"b\",\"title\":\"B\"},"
                        "{\"id\":\"q\",\"title\":\"Clerks\",\"grouped\":true}");
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  CadreStructure *structures[] = { first, second };
  g_autoptr (CadreSeries) series = cadre_series_new (structures, 2, NULL, 0, NULL, NULL);
  g_autoptr (CadreReport) report = cadre_report_new_for_series (series, redaction, NULL, NULL);

  assert_row (report, row);
  assert_says (report, "2 rows on 30 June 2010 are pooled rows of like posts. They are not counted "
                       "as posts here.\n");
  assert_says (report,
               "1 row on 31 March 2011 is a pooled row of like posts. It is not counted as a "
               "post here.\n");
  assert_says (report, "- Advisers (pooled row of like posts)\n");
  assert_says (report, "Of 2 more posts there is no change to tell.\n");
  assert_says (report, "Of 1 more pooled row of like posts there is no change to tell.\n");
  assert_same_content (report);
}

static void
test_series_redacted (void)
{
  CadreReport *report = report_on_series (CADRE_REDACTION_LEVEL_CONSULTATION);

  assert_says (report, "- Plumber\n  - 30 June 2010 to 31 March 2011: The post is gone\n");
  assert_silent (report, "Full level");
  g_assert_finalize_object (report);
}

/* What can go wrong */

static void
test_language (void)
{
  g_autoptr (CadreMerge) merge = merge_posts (base_posts, our_posts, their_posts);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreSeries) series = cadre_series_new (NULL, 0, NULL, 0, NULL, NULL);
  g_autoptr (CadreReport) empty = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_report_new_for_merge (merge, redaction, "tlh", &error));
  g_assert_error (error, CADRE_REPORT_ERROR, CADRE_REPORT_ERROR_LANGUAGE);
  g_assert_cmpstr (error->message, ==, "Reports cannot be written in this language yet");
  g_clear_error (&error);

  empty = cadre_report_new_for_series (series, redaction, NULL, &error);
  g_assert_no_error (error);
  assert_says (empty, "One date alone has no history.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/proposals/merge/open", test_merge_open);
  g_test_add_func ("/report/proposals/merge/decided", test_merge_decided);
  g_test_add_func ("/report/proposals/merge/lines", test_merge_lines);
  g_test_add_func ("/report/proposals/merge/long-circle", test_merge_long_circle);
  g_test_add_func ("/report/proposals/merge/two-circles", test_merge_two_circles);
  g_test_add_func ("/report/proposals/merge/same-key", test_merge_same_key);
  g_test_add_func ("/report/proposals/merge/units", test_merge_units);
  g_test_add_func ("/report/proposals/merge/hidden", test_merge_hidden);
  g_test_add_func ("/report/proposals/merge/none", test_merge_none);
  g_test_add_func ("/report/proposals/alternatives/differ", test_alternatives);
  g_test_add_func ("/report/proposals/alternatives/show-what-differs",
                   test_alternatives_show_what_differs);
  g_test_add_func ("/report/proposals/alternatives/agree", test_alternatives_agree);
  g_test_add_func ("/report/proposals/series/full", test_series);
  g_test_add_func ("/report/proposals/series/pooled", test_series_pooled);
  g_test_add_func ("/report/proposals/series/redacted", test_series_redacted);
  g_test_add_func ("/report/proposals/language", test_language);

  return g_test_run ();
}
