/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff-structures.h"

/* One thing tells two posts before apart, and the same thing the two after. The
 * two after have their ids in the other order. */
typedef struct
{
  const char *name;
  const char *members; /* other records */
  const char *one;     /* members of the one post */
  const char *other;
  CadreMappingFeature feature;
} Feature;

static const Feature features[] = {
  { "title", "", "\"title\": \"Registrar\"", "\"title\": \"Bailiff\"",
    CADRE_MAPPING_FEATURE_TITLE },
  { "grade",
    "\"grade-scales\": [{\"id\": \"s\"}], \"grades\": [{\"id\": \"g1\", \"scale\": \"s\", "
    "\"rung\": 1},"
    " {\"id\": \"g4\", \"scale\": \"s\", \"rung\": 4}], ",
    "\"grade\": \"g1\"", "\"grade\": \"g4\"", CADRE_MAPPING_FEATURE_GRADE },
  { "unit",
    "\"units\": [{\"id\": \"u\", \"name\": \"Parks\"}, {\"id\": \"v\", \"name\": \"Roads\"}], ",
    "\"unit\": \"u\"", "\"unit\": \"v\"", CADRE_MAPPING_FEATURE_UNIT },
  { "employer", "\"organisations\": [{\"id\": \"o\"}, {\"id\": \"p\"}], ", "\"employer\": \"o\"",
    "\"employer\": \"p\"", CADRE_MAPPING_FEATURE_EMPLOYER },
  { "functions", "", "\"attributes\": {\"job-function\": \"Libraries\"}",
    "\"attributes\": {\"job-function\": \"Museums\"}", CADRE_MAPPING_FEATURE_FUNCTIONS },
  { "profession", "", "\"profession\": \"Law\"", "\"profession\": \"Policy\"",
    CADRE_MAPPING_FEATURE_PROFESSION },
  { "fte", "", "\"fte\": 0.5", "\"fte\": 1", CADRE_MAPPING_FEATURE_FTE },
  { "pay", "", "\"pay-min\": 20000", "\"pay-min\": 48000", CADRE_MAPPING_FEATURE_PAY },
  { "site",
    "\"sites\": [{\"id\": \"k\", \"name\": \"Quay\"}, {\"id\": \"l\", \"name\": \"Mill\"}], ",
    "\"site\": \"k\"", "\"site\": \"l\"", CADRE_MAPPING_FEATURE_WORK_BASE },
  { "manager", "", "\"manager\": \"1\"", "\"manager\": \"2\"", CADRE_MAPPING_FEATURE_MANAGER },
  { "staff", "", "\"attributes\": {\"salary-cost-of-reports\": \"100000\"}",
    "\"attributes\": {\"salary-cost-of-reports\": \"900000\"}", CADRE_MAPPING_FEATURE_STAFF },
};

static CadreMapping *
map (CadreStructure *before, CadreStructure *after, CadreMappingSettings *settings)
{
  g_autoptr (GError) error = NULL;
  CadreMapping *mapping =
    cadre_mapping_new_by_evidence (before, after, NULL, settings, NULL, &error);

  g_assert_no_error (error);
  return mapping;
}

static CadrePair *
find_pair (GListModel *list, const char *before)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (list, i);

      if (g_strcmp0 (cadre_pair_get_before (pair), before) == 0)
        return g_steal_pointer (&pair);
    }

  return NULL;
}

/* All pairs of two posts that rest on evidence, and what is for review. */
static char *
describe (CadreMapping *mapping)
{
  g_autoptr (GListModel) reviews = cadre_mapping_list_reviews (mapping);
  GListModel *lists[] = { G_LIST_MODEL (mapping), reviews };
  GString *text = g_string_new (NULL);

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < g_list_model_get_n_items (lists[list]); i++)
      {
        g_autoptr (CadrePair) pair = g_list_model_get_item (lists[list], i);
        const CadrePairReview review = cadre_pair_get_review (pair);

        if (list == 0 && cadre_pair_get_basis (pair) != CADRE_PAIR_BASIS_EVIDENCE)
          continue;
        if (list == 0 && review != CADRE_PAIR_REVIEW_NONE)
          continue;
        g_string_append_printf (text, "%s%s-%s", text->len > 0 ? " " : "",
                                cadre_pair_get_before (pair), cadre_pair_get_after (pair));
        if (review != CADRE_PAIR_REVIEW_NONE)
          g_string_append_printf (text, "?%d", review);
      }

  return g_string_free (text, FALSE);
}

static CadreStructure *
make_feature (const Feature *feature, const char *first, const char *second, const char *prefix)
{
  g_autofree char *title =
    g_strdup (feature->feature == CADRE_MAPPING_FEATURE_TITLE ? "" : "\"title\": \"Officer\", ");
  g_autofree char *text = g_strdup_printf (
    "%s\"posts\": [{\"id\": \"1\", \"title\": \"Chief Executive\"}, {\"id\": \"2\", \"title\": "
    "\"Harbour Master\"}, {\"id\": \"%s1\", %s%s}, {\"id\": \"%s2\", %s%s}]",
    feature->members, prefix, title, first, prefix, title, second);

  return load_text (text);
}

static void
test_feature (gconstpointer data)
{
  const Feature *feature = data;
  g_autoptr (CadreStructure) before = make_feature (feature, feature->one, feature->other, "a");
  g_autoptr (CadreStructure) after = make_feature (feature, feature->other, feature->one, "b");
  g_autoptr (CadreMapping) mapping = map (before, after, NULL);
  g_autoptr (CadrePair) pair = find_pair (G_LIST_MODEL (mapping), "a1");
  g_autoptr (GListModel) evidence = NULL;
  int sum = 0;
  gboolean found = FALSE;

  g_assert_cmpstr (cadre_pair_get_after (pair), ==, "b2");
  g_assert_cmpstr (cadre_mapping_get_same_after (mapping, "a2"), ==, "b1");
  g_assert_cmpint (cadre_pair_get_basis (pair), ==, CADRE_PAIR_BASIS_EVIDENCE);
  g_assert_cmpint (cadre_pair_get_review (pair), ==, CADRE_PAIR_REVIEW_NONE);

  evidence = cadre_pair_list_evidence (pair);
  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      g_autoptr (CadrePairEvidence) item = g_list_model_get_item (evidence, i);

      sum += cadre_pair_evidence_get_value (item);
      found |= cadre_pair_evidence_get_feature (item) == feature->feature;
      g_assert_cmpint (cadre_pair_get_evidence (pair, cadre_pair_evidence_get_feature (item)), ==,
                       cadre_pair_evidence_get_value (item));
    }
  g_assert_true (found);
  g_assert_cmpint (sum, ==, cadre_pair_get_score (pair));
  g_assert_finalize_object (g_steal_pointer (&mapping));
}

/* What is before and after, and what comes of it by AUTO. */
typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *described;
  const char *issues;
} Case;

#define CROWD                                                                               \
  "{\"id\": \"1\", \"title\": \"Chief Executive\"}, {\"id\": \"2\", \"title\": \"Harbour "  \
  "Master\", \"manager\": \"1\"}, {\"id\": \"3\", \"title\": \"Town Clerk\", \"manager\": " \
  "\"1\"}, {\"id\": \"4\", \"title\": \"Registrar\", \"manager\": \"1\"}, {\"id\": \"5\", " \
  "\"title\": \"Surveyor of Taxes\", \"manager\": \"2\"}"

static const Case cases[] = {
  { "empty", "", "", "", "" },
  { "nothing-before", "", "\"posts\": [" CROWD "]", "", "" },
  { "nothing-after", "\"posts\": [" CROWD "]", "", "", "" },
  { "ids-hold", "\"posts\": [" CROWD "]", "\"posts\": [" CROWD "]", "", "" },
  { "one-new-id", "\"posts\": [" CROWD ", {\"id\": \"a\", \"title\": \"Lamplighter\"}]",
    "\"posts\": [" CROWD ", {\"id\": \"b\", \"title\": \"Lamplighter\"}]", "a-b", "" },
  { "retitled-by-place",
    "\"posts\": [" CROWD ", {\"id\": \"a\", \"title\": \"Head of Parks\", \"manager\": \"3\", "
    "\"fte\": 0.7}, {\"id\": \"k\", \"title\": \"Diver\", \"manager\": \"a\"}]",
    "\"posts\": [" CROWD ", {\"id\": \"b\", \"title\": \"Head of Open Spaces and Parks\", "
    "\"manager\": \"3\", \"fte\": 0.7}, {\"id\": \"k\", \"title\": \"Diver\", \"manager\": \"b\"}]",
    "a-b", "" },
  { "nothing-alike", "\"posts\": [" CROWD ", {\"id\": \"a\", \"title\": \"Lamplighter\"}]",
    "\"posts\": [" CROWD ", {\"id\": \"b\", \"title\": \"Data Protection Officer\"}]", "", "" },
  { "twins",
    "\"posts\": [" CROWD ", {\"id\": \"a\", \"title\": \"Porter\", \"manager\": \"3\"}, {\"id\": "
    "\"c\", \"title\": \"Porter\", \"manager\": \"3\"}]",
    "\"posts\": [" CROWD ", {\"id\": \"d\", \"title\": \"Porter\", \"manager\": \"3\"}, {\"id\": "
    "\"b\", \"title\": \"Porter\", \"manager\": \"3\"}]",
    "a-b?2 c-d?2", "" },
  { "more-twins-before",
    "\"posts\": [" CROWD ", {\"id\": \"a\", \"title\": \"Porter\", \"manager\": \"3\"}, {\"id\": "
    "\"c\", \"title\": \"Porter\", \"manager\": \"3\"}]",
    "\"posts\": [" CROWD ", {\"id\": \"d\", \"title\": \"Porter\", \"manager\": \"3\"}]", "a-d?2",
    "" },
  { "reused-id",
    "\"units\": [{\"id\": \"u\", \"name\": \"Parks\"}, {\"id\": \"v\", \"name\": \"Law\"}], "
    "\"grade-scales\": [{\"id\": \"s\"}], \"grades\": [{\"id\": \"g1\", \"scale\": \"s\", "
    "\"rung\": "
    "1}, {\"id\": \"g4\", \"scale\": \"s\", \"rung\": 4}], "
    "\"posts\": [" CROWD ", {\"id\": \"a\", \"title\": \"Head Gardener\", \"manager\": \"3\", "
    "\"unit\": \"u\", \"grade\": \"g1\"}]",
    "\"units\": [{\"id\": \"u\", \"name\": \"Parks\"}, {\"id\": \"v\", \"name\": \"Law\"}], "
    "\"grade-scales\": [{\"id\": \"s\"}], \"grades\": [{\"id\": \"g1\", \"scale\": \"s\", "
    "\"rung\": "
    "1}, {\"id\": \"g4\", \"scale\": \"s\", \"rung\": 4}], "
    "\"posts\": [" CROWD ", {\"id\": \"a\", \"title\": \"Solicitor\", \"manager\": \"2\", "
    "\"unit\": \"v\", \"grade\": \"g4\"}, {\"id\": \"b\", \"title\": \"Head Gardener\", "
    "\"manager\": \"3\", \"unit\": \"u\", \"grade\": \"g1\"}]",
    "a-b a-a?3", "diff.mapping.reused-id post/a /posts/5\n" },
  { "another-job-and-no-home",
    "\"units\": [{\"id\": \"u\", \"name\": \"Parks\"}, {\"id\": \"v\", \"name\": \"Law\"}], "
    "\"grade-scales\": [{\"id\": \"s\"}], \"grades\": [{\"id\": \"g1\", \"scale\": \"s\", "
    "\"rung\": "
    "1}, {\"id\": \"g4\", \"scale\": \"s\", \"rung\": 4}], "
    "\"posts\": [" CROWD ", {\"id\": \"a\", \"title\": \"Head Gardener\", \"manager\": \"3\", "
    "\"unit\": \"u\", \"grade\": \"g1\"}]",
    "\"units\": [{\"id\": \"u\", \"name\": \"Parks\"}, {\"id\": \"v\", \"name\": \"Law\"}], "
    "\"grade-scales\": [{\"id\": \"s\"}], \"grades\": [{\"id\": \"g1\", \"scale\": \"s\", "
    "\"rung\": "
    "1}, {\"id\": \"g4\", \"scale\": \"s\", \"rung\": 4}], "
    "\"posts\": [" CROWD ", {\"id\": \"a\", \"title\": \"Solicitor\", \"manager\": \"2\", "
    "\"unit\": \"v\", \"grade\": \"g4\"}]",
    "", "" },
  { "merge",
    "\"posts\": [" CROWD ", {\"id\": \"a\", \"title\": \"Lamplighter North\", \"manager\": \"3\", "
    "\"fte\": 1}, {\"id\": \"c\", \"title\": \"Lamplighter North\", \"manager\": \"3\", \"fte\": "
    "0.5}]",
    "\"posts\": [" CROWD ", {\"id\": \"b\", \"title\": \"Lamplighter North\", \"manager\": \"3\", "
    "\"fte\": 1}]",
    "a-b c-b?4", "" },
  { "split",
    "\"posts\": [" CROWD ", {\"id\": \"a\", \"title\": \"Lamplighter North\", \"manager\": \"3\", "
    "\"fte\": 1}]",
    "\"posts\": [" CROWD ", {\"id\": \"b\", \"title\": \"Lamplighter North\", \"manager\": \"3\", "
    "\"fte\": 1}, {\"id\": \"d\", \"title\": \"Lamplighter North\", \"manager\": \"3\", \"fte\": "
    "0.5}]",
    "a-b a-d?5", "" },
  { "declared-stands",
    "\"posts\": [" CROWD
    ", {\"id\": \"a\", \"title\": \"Lamplighter\"}, {\"id\": \"c\", \"title\": "
    "\"Diver\"}]",
    "\"posts\": [" CROWD
    ", {\"id\": \"b\", \"title\": \"Lamplighter\"}, {\"id\": \"d\", \"title\": "
    "\"Diver\"}], \"lineages\": [{\"post\": \"d\", \"predecessor\": \"a\", \"kind\": "
    "\"continuing\"}]",
    "", "" },
  { "manager-that-is-not-there",
    "\"posts\": [" CROWD ", {\"id\": \"a\", \"title\": \"Lamplighter\", \"manager\": \"x\"}]",
    "\"posts\": [" CROWD ", {\"id\": \"b\", \"title\": \"Lamplighter\", \"manager\": \"y\"}]",
    "a-b", "" },
  { "circle",
    "\"posts\": [" CROWD ", {\"id\": \"a\", \"title\": \"Lamplighter\", \"manager\": \"c\"}, "
    "{\"id\": \"c\", \"title\": \"Diver\", \"manager\": \"a\"}]",
    "\"posts\": [" CROWD ", {\"id\": \"b\", \"title\": \"Lamplighter\", \"manager\": \"d\"}, "
    "{\"id\": \"d\", \"title\": \"Diver\", \"manager\": \"b\"}]",
    "a-b c-d", "" },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (CadreStructure) before = load_text (one->before);
  g_autoptr (CadreStructure) after = load_text (one->after);
  g_autoptr (CadreMapping) mapping = map (before, after, NULL);
  g_autoptr (CadreDiff) diff = cadre_diff_new (before, after, mapping, NULL, NULL);
  g_autofree char *described = describe (mapping);
  g_autofree char *issues = list_issues (cadre_mapping_get_issues (mapping));

  g_assert_cmpstr (described, ==, one->described);
  g_assert_cmpstr (issues, ==, one->issues);
  g_assert_nonnull (diff);
  g_clear_object (&diff);
  g_assert_finalize_object (g_steal_pointer (&mapping));
}

/* A body of some posts, all told apart, whose ids and rows are in any order. */
#define N_POSTS 40

static const char *const jobs[] = { "Harbour Master", "Registrar", "Surveyor",  "Bailiff",
                                    "Lamplighter",    "Diver",     "Solicitor", "Librarian" };
static const char *const places[] = { "North", "South", "Quayside", "Castle", "Mill" };

static void
shuffle (guint *order)
{
  for (guint i = 0; i < N_POSTS; i++)
    order[i] = i;
  for (guint i = N_POSTS; i > 1; i--)
    {
      const guint k = (guint) g_test_rand_int_range (0, (gint32) i);
      const guint kept = order[i - 1];

      order[i - 1] = order[k];
      order[k] = kept;
    }
}

/* Post i is job i % 8 at place i / 8, under post i / 5; its id is that of its
 * place in @ids, and its row that of @rows. */
static CadreStructure *
make_body (const guint *ids, const guint *rows, const char *prefix, const char *unit)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "\"units\": [{\"id\": \"u\", \"name\": \"%s\"}], \"posts\": [",
                          unit);
  for (guint i = 0; i < N_POSTS; i++)
    {
      const guint post = rows[i];

      g_string_append_printf (text, "%s{\"id\": \"%s%02u\", \"title\": \"%s, %s\", \"unit\": \"u\"",
                              i > 0 ? ", " : "", prefix, ids[post], jobs[post % 8],
                              places[post / 8]);
      if (post > 0)
        g_string_append_printf (text, ", \"manager\": \"%s%02u\"", prefix, ids[post / 5]);
      g_string_append_c (text, '}');
    }
  g_string_append_c (text, ']');

  return load_text (text->str);
}

static void
test_rekeyed_in_any_order (void)
{
  for (guint i = 0; i < 20; i++)
    {
      guint ids[2][N_POSTS];
      guint rows[2][N_POSTS];
      g_autoptr (CadreStructure) before = NULL;
      g_autoptr (CadreStructure) after = NULL;
      g_autoptr (CadreMapping) mapping = NULL;
      g_autoptr (CadreMapping) back = NULL;
      g_autofree char *issues = NULL;

      for (guint side = 0; side < 2; side++)
        {
          shuffle (ids[side]);
          shuffle (rows[side]);
        }
      before = make_body (ids[0], rows[0], "a", "Parks");
      after = make_body (ids[1], rows[1], "b", "Green Spaces");
      mapping = map (before, after, NULL);
      back = map (after, before, NULL);
      for (guint post = 0; post < N_POSTS; post++)
        {
          g_autofree char *a = g_strdup_printf ("a%02u", ids[0][post]);
          g_autofree char *b = g_strdup_printf ("b%02u", ids[1][post]);

          g_assert_cmpstr (cadre_mapping_get_same_after (mapping, a), ==, b);
          g_assert_cmpstr (cadre_mapping_get_same_after (back, b), ==, a);
        }

      issues = list_issues (cadre_mapping_get_issues (mapping));
      g_assert_cmpstr (issues, ==, "diff.mapping.rekeyed (null) (null)\n");
      g_assert_true (cadre_mapping_is_rekeyed (mapping));
    }
}

/* The same ids, but each names another post: they are not looked at. */
static void
test_similarity_ignores_ids (void)
{
  g_autoptr (CadreMappingSettings) settings = cadre_mapping_settings_new ();
  guint ids[2][N_POSTS];
  guint rows[N_POSTS];
  g_autoptr (CadreStructure) before = NULL;
  g_autoptr (CadreStructure) after = NULL;
  g_autoptr (CadreMapping) mapping = NULL;

  shuffle (ids[0]);
  shuffle (ids[1]);
  shuffle (rows);
  before = make_body (ids[0], rows, "a", "Parks");
  after = make_body (ids[1], rows, "a", "Parks");
  cadre_mapping_settings_set_method (settings, CADRE_MAPPING_METHOD_SIMILARITY);
  mapping = map (before, after, settings);
  for (guint post = 0; post < N_POSTS; post++)
    {
      g_autofree char *a = g_strdup_printf ("a%02u", ids[0][post]);
      g_autofree char *b = g_strdup_printf ("a%02u", ids[1][post]);

      g_assert_cmpstr (cadre_mapping_get_same_after (mapping, a), ==, b);
    }
  g_assert_false (cadre_mapping_is_rekeyed (mapping));

  g_clear_object (&mapping);
  cadre_mapping_settings_set_method (settings, CADRE_MAPPING_METHOD_ID);
  mapping = map (before, after, settings);
  g_assert_cmpstr (cadre_mapping_get_same_after (mapping, "a07"), ==, "a07");
}

static void
test_unit_renamed (void)
{
  guint ids[N_POSTS];
  g_autoptr (CadreStructure) before = NULL;
  g_autoptr (CadreStructure) after = NULL;
  g_autoptr (CadreMapping) mapping = NULL;

  shuffle (ids);
  before = load_text ("\"units\": [{\"id\": \"u\", \"name\": \"Parks\"}], \"posts\": "
                      "[{\"id\": \"1\", \"title\": \"Head Gardener\", \"unit\": \"u\"}, "
                      "{\"id\": \"2\", \"title\": \"Forester\", \"unit\": \"u\"}]");
  after = load_text ("\"units\": [{\"id\": \"v\", \"name\": \"Green Spaces\"}], \"posts\": "
                     "[{\"id\": \"1\", \"title\": \"Head Gardener\", \"unit\": \"v\"}, "
                     "{\"id\": \"2\", \"title\": \"Forester\", \"unit\": \"v\"}]");
  mapping = map (before, after, NULL);
  g_assert_cmpstr (cadre_mapping_get_same_unit_after (mapping, "u"), ==, "v");
  g_assert_null (cadre_mapping_get_same_unit_after (mapping, "v"));
}

static void
test_twin_groups (void)
{
  const Case *one = &cases[7];
  g_autoptr (CadreStructure) before = load_text (one->before);
  g_autoptr (CadreStructure) after = load_text (one->after);
  g_autoptr (CadreMapping) mapping = map (before, after, NULL);
  g_autoptr (GListModel) groups = cadre_mapping_list_twin_groups (mapping);
  g_autoptr (CadreTwinGroup) group = NULL;

  g_assert_cmpstr (one->name, ==, "twins");
  g_assert_cmpuint (g_list_model_get_n_items (groups), ==, 1);
  group = g_list_model_get_item (groups, 0);
  g_assert_cmpstrv (cadre_twin_group_get_before (group), ((const char *[]){ "a", "c", NULL }));
  g_assert_cmpstrv (cadre_twin_group_get_after (group), ((const char *[]){ "b", "d", NULL }));
}

/* %c becomes the side, the first %s the one and the second the other. */
static char *
fill_in (const char *format, char side, const char *one, const char *other)
{
  GString *text = g_string_new (NULL);

  for (; *format != '\0'; format++)
    if (*format != '%')
      g_string_append_c (text, *format);
    else if (*++format == 'c')
      g_string_append_c (text, side);
    else
      {
        g_string_append (text, one);
        one = other;
      }

  return g_string_free (text, FALSE);
}

/* Only the holders tell two posts apart: that counts only where it is asked for. */
static void
test_holders (void)
{
  const char *format =
    "\"posts\": [" CROWD ", {\"id\": \"%c1\", \"title\": \"Porter\"}, {\"id\": \"%c2\", "
    "\"title\": \"Porter\"}], \"persons\": [{\"id\": \"p\", \"name\": \"%s\"}, {\"id\": \"q\", "
    "\"name\": \"%s\"}], \"assignments\": [{\"id\": \"m\", \"person\": \"p\", \"post\": "
    "\"%c1\"}, {\"id\": \"n\", \"person\": \"q\", \"post\": \"%c2\"}]";
  g_autofree char *text_before = fill_in (format, 'a', "Ann", "Bob");
  g_autofree char *text_after = fill_in (format, 'b', "Bob", "Ann");
  g_autoptr (CadreStructure) before = load_text (text_before);
  g_autoptr (CadreStructure) after = load_text (text_after);
  g_autoptr (CadreMappingSettings) settings = cadre_mapping_settings_new ();
  g_autoptr (CadreMapping) mapping = map (before, after, settings);
  g_autoptr (CadrePair) pair = find_pair (G_LIST_MODEL (mapping), "a1");

  g_assert_cmpint (cadre_pair_get_review (pair), ==, CADRE_PAIR_REVIEW_TWINS);
  g_clear_object (&mapping);
  cadre_mapping_settings_set_use_holders (settings, TRUE);
  mapping = map (before, after, settings);
  g_assert_cmpstr (cadre_mapping_get_same_after (mapping, "a1"), ==, "b2");
  g_assert_cmpstr (cadre_mapping_get_same_after (mapping, "a2"), ==, "b1");
}

/* What a post carries and does stands in records of their own. */
static void
test_functions_and_profile (void)
{
  static const char *const formats[] = {
    "\"functions\": [{\"id\": \"f\", \"name\": \"Libraries\"}, {\"id\": \"g\", \"name\": "
    "\"Museums\"}], \"responsibilities\": [{\"post\": \"%c1\", \"function-id\": \"%s\"}, "
    "{\"post\": \"%c2\", \"function-id\": \"%s\"}]",
    "\"statements\": [{\"post\": \"%c1\", \"head\": \"duties\", \"key\": \"1\", \"text\": "
    "\"Repairs %s bridges\"}, {\"post\": \"%c2\", \"head\": \"duties\", \"key\": \"1\", "
    "\"text\": \"Repairs %s bridges\"}]",
  };

  for (guint i = 0; i < 2; i++)
    {
      const char *head = "\"posts\": [" CROWD ", {\"id\": \"%c1\", \"title\": \"Porter\"}, "
                         "{\"id\": \"%c2\", \"title\": \"Porter\"}], ";
      g_autofree char *joined = g_strconcat (head, formats[i], NULL);
      g_autofree char *text_before = fill_in (joined, 'a', "f", "g");
      g_autofree char *text_after = fill_in (joined, 'b', "g", "f");
      g_autoptr (CadreStructure) before = load_text (text_before);
      g_autoptr (CadreStructure) after = load_text (text_after);
      g_autoptr (CadreMapping) mapping = map (before, after, NULL);
      g_autoptr (CadrePair) pair = find_pair (G_LIST_MODEL (mapping), "a1");

      g_assert_cmpstr (cadre_pair_get_after (pair), ==, "b2");
      g_assert_cmpint (cadre_pair_get_evidence (pair, i == 0 ? CADRE_MAPPING_FEATURE_FUNCTIONS
                                                             : CADRE_MAPPING_FEATURE_PROFILE),
                       >, 0);
    }
}

static void
test_confirmed_stands (void)
{
  const Case *one = &cases[4];
  g_autoptr (CadreStructure) before = load_text (one->before);
  g_autoptr (CadreStructure) after = load_text (one->after);
  g_autoptr (GListStore) confirmed = g_list_store_new (CADRE_TYPE_PAIR);
  g_autoptr (CadrePair) pair =
    cadre_pair_new ("a", NULL, CADRE_LINEAGE_KIND_UNKNOWN, CADRE_PAIR_BASIS_CONFIRMED, NULL);
  g_autoptr (CadreMapping) mapping = NULL;

  g_assert_cmpstr (one->name, ==, "one-new-id");
  g_list_store_append (confirmed, pair);
  mapping =
    cadre_mapping_new_by_evidence (before, after, G_LIST_MODEL (confirmed), NULL, NULL, NULL);
  g_assert_null (cadre_mapping_get_same_after (mapping, "a"));
  g_assert_true (cadre_mapping_is_created (mapping, "b"));
}

static void
test_cancelled (void)
{
  g_autoptr (CadreStructure) structure = load_text ("\"posts\": [" CROWD "]");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (
    cadre_mapping_new_by_evidence (structure, structure, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (error->message, ==, "Operation was cancelled");
}

static void
test_settings (void)
{
  g_autoptr (CadreMappingSettings) settings = cadre_mapping_settings_new ();
  const Case *one = &cases[4];
  g_autoptr (CadreStructure) before = load_text (one->before);
  g_autoptr (CadreStructure) after = load_text (one->after);
  g_autoptr (CadreMapping) mapping = map (before, after, settings);
  g_autofree char *described = describe (mapping);

  g_assert_cmpstr (described, ==, "a-b");
  g_clear_object (&mapping);
  g_clear_pointer (&described, g_free);
  cadre_mapping_settings_set_accept (settings, 100000);
  mapping = map (before, after, settings);
  described = describe (mapping);
  g_assert_cmpstr (described, ==, "a-b?1");

  cadre_mapping_settings_set_agreement (settings, CADRE_MAPPING_FEATURE_TITLE, 7);
  cadre_mapping_settings_set_difference (settings, CADRE_MAPPING_FEATURE_TITLE, 8);
  g_assert_cmpint (cadre_mapping_settings_get_agreement (settings, CADRE_MAPPING_FEATURE_TITLE), ==,
                   7);
  g_assert_cmpint (cadre_mapping_settings_get_difference (settings, CADRE_MAPPING_FEATURE_TITLE),
                   ==, 8);
}

static void
take_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static void
test_async (void)
{
  const Case *one = &cases[4];
  g_autoptr (CadreStructure) before = load_text (one->before);
  g_autoptr (CadreStructure) after = load_text (one->after);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreMapping) mapping = NULL;

  cadre_mapping_new_by_evidence_async (before, after, NULL, NULL, NULL, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  mapping = cadre_mapping_new_by_evidence_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cadre_mapping_get_same_after (mapping, "a"), ==, "b");
}

static void
add_all (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (features); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/diff/mapping-evidence/feature/%s", features[i].name);

      g_test_add_data_func (path, &features[i], test_feature);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diff/mapping-evidence/case/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_all ();
  g_test_add_func ("/diff/mapping-evidence/rekeyed-in-any-order", test_rekeyed_in_any_order);
  g_test_add_func ("/diff/mapping-evidence/similarity-ignores-ids", test_similarity_ignores_ids);
  g_test_add_func ("/diff/mapping-evidence/unit-renamed", test_unit_renamed);
  g_test_add_func ("/diff/mapping-evidence/twin-groups", test_twin_groups);
  g_test_add_func ("/diff/mapping-evidence/holders", test_holders);
  g_test_add_func ("/diff/mapping-evidence/confirmed-stands", test_confirmed_stands);
  g_test_add_func ("/diff/mapping-evidence/functions-and-profile", test_functions_and_profile);
  g_test_add_func ("/diff/mapping-evidence/cancelled", test_cancelled);
  g_test_add_func ("/diff/mapping-evidence/settings", test_settings);
  g_test_add_func ("/diff/mapping-evidence/async", test_async);

  return g_test_run ();
}
