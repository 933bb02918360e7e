/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff-structures.h"

#define MAX_DATES 5

/* Structures, each its date and its members, and what is told of each post. */
typedef struct
{
  const char *name;
  const char *structures[MAX_DATES][2];
  const char *histories;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "one date",
    { { "2010", "\"posts\": [{\"id\": \"a\"}]" } },
    "a\n" },
  { "nothing happens",
    { { "2010", "\"posts\": [{\"id\": \"a\"}]" }, { "2011", "\"posts\": [{\"id\": \"a\"}]" } },
    "a a\n" },
  { "opened and gone",
    { { "2010-06-30", "\"posts\": [{\"id\": \"a\"}]" },
      { "2011-03-31", "\"posts\": [{\"id\": \"b\"}]" } },
    "a -\n"
    "  2010-06-30..2011-03-31 gone\n"
    "- b\n"
    "  2010-06-30..2011-03-31 opened\n" },
  { "there between",
    { { "2010", "" }, { "2011", "\"posts\": [{\"id\": \"a\"}]" }, { "2012", "" } },
    "- a -\n"
    "  2010..2011 opened\n"
    "  2011..2012 gone\n" },
  { "every kind of change",
    { { "2010", "\"posts\": [{\"id\": \"a\", \"title\": \"Head\", \"grade\": \"g1\", \"unit\": \"u\", "
                "\"employer\": \"x\", \"manager\": \"m\"}, {\"id\": \"m\"}]" },
      { "2011", "\"posts\": [{\"id\": \"b\", \"title\": \"Chief\", \"grade\": \"g2\", \"unit\": \"v\", "
                "\"employer\": \"y\", \"manager\": \"n\"}, {\"id\": \"m\"}, {\"id\": \"n\"}], "
                "\"lineages\": [{\"post\": \"b\", \"predecessor\": \"a\", \"kind\": \"renamed\"}]" } },
    "a b\n"
    "  2010..2011 rekeyed: a -> b\n"
    "  2010..2011 retitled: Head -> Chief\n"
    "  2010..2011 regraded: g1 -> g2\n"
    "  2010..2011 moved: m -> n\n"
    "  2010..2011 unit-changed: u -> v\n"
    "  2010..2011 employer-changed: x -> y\n"
    "m m\n"
    "- n\n"
    "  2010..2011 opened\n" },
  { "moved twice",
    { { "2010", "\"posts\": [{\"id\": \"a\", \"manager\": \"m\"}, {\"id\": \"m\"}, {\"id\": \"n\"}]" },
      { "2011", "\"posts\": [{\"id\": \"a\", \"manager\": \"n\"}, {\"id\": \"m\"}, {\"id\": \"n\"}]" },
      { "2012", "\"posts\": [{\"id\": \"a\", \"manager\": \"m\"}, {\"id\": \"m\"}, {\"id\": \"n\"}]" } },
    "a a a\n"
    "  2010..2011 moved: m -> n\n"
    "  2011..2012 moved: n -> m\n"
    "m m m\n"
    "n n n\n" },
  { "learned is not changed",
    { { "2010", "\"posts\": [{\"id\": \"a\", \"title\": \"Head\"}]" },
      { "2011", "\"posts\": [{\"id\": \"a\", \"title\": \"Head\", \"grade\": \"g\"}]" } },
    "a a\n"
    "  2010..2011 regraded: unknown -> g [learned]\n" },
  { "a translation is no other title",
    { { "2010", "\"posts\": [{\"id\": \"a\", \"title\": \"Head\"}]" },
      { "2011", "\"posts\": [{\"id\": \"a\", \"title\": {\"en\": \"Head\", \"cy\": \"Pennaeth\"}}]" } },
    "a a\n" },
  { "another title in one language",
    { { "2010", "\"posts\": [{\"id\": \"a\", \"title\": {\"en\": \"Head\", \"cy\": \"Pennaeth\"}}]" },
      { "2011", "\"posts\": [{\"id\": \"a\", \"title\": {\"en\": \"Head\", \"cy\": \"Prif\"}}]" } },
    "a a\n"
    "  2010..2011 retitled: Pennaeth -> Prif\n" },
  { "come back",
    { { "2010", "\"posts\": [{\"id\": \"a\", \"title\": \"Head\", \"grade\": \"g1\"}]" },
      { "2011", "" }, { "2012", "" },
      { "2013", "\"posts\": [{\"id\": \"a\", \"title\": \"Head\", \"grade\": \"g2\"}]" },
      { "2014", "\"posts\": [{\"id\": \"a\", \"title\": \"Head\", \"grade\": \"g2\"}]" } },
    "a - - a a\n"
    "  2010..2011 gone\n"
    "  2012..2013 returned\n"
    "  2010..2013 regraded: g1 -> g2\n" },
  { "come back with another title",
    { { "2010", "\"posts\": [{\"id\": \"a\", \"title\": \"Head\"}]" }, { "2011", "" },
      { "2012", "\"posts\": [{\"id\": \"a\", \"title\": \"Clerk\"}]" } },
    "a - a\n"
    "  2010..2011 gone\n"
    "  2011..2012 returned\n"
    "  2010..2012 retitled: Head -> Clerk\n"
    "  2010..2012 review\n" },
  { "not come back but created",
    { { "2010", "\"posts\": [{\"id\": \"a\"}]" }, { "2011", "" },
      { "2012", "\"posts\": [{\"id\": \"a\"}], "
                "\"lineages\": [{\"post\": \"a\", \"kind\": \"created\"}]" } },
    "a - -\n"
    "  2010..2011 gone\n"
    "- - a\n"
    "  2011..2012 opened\n" },
  { "not come back but given to another",
    { { "2010", "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}]" },
      { "2011", "\"posts\": [{\"id\": \"b\"}]" },
      { "2012", "\"posts\": [{\"id\": \"a\"}], \"lineages\": "
                "[{\"post\": \"a\", \"predecessor\": \"b\", \"kind\": \"renamed\"}]" } },
    "a - -\n"
    "  2010..2011 gone\n"
    "b b a\n"
    "  2011..2012 rekeyed: b -> a\n" },
  { "merged and split",
    { { "2010", "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"c\"}]" },
      { "2011", "\"posts\": [{\"id\": \"ab\"}, {\"id\": \"c1\"}, {\"id\": \"c2\"}], \"lineages\": ["
                "{\"post\": \"ab\", \"predecessor\": \"a\", \"kind\": \"merge\"}, "
                "{\"post\": \"ab\", \"predecessor\": \"b\", \"kind\": \"merge\"}, "
                "{\"post\": \"c1\", \"predecessor\": \"c\", \"kind\": \"split\"}, "
                "{\"post\": \"c2\", \"predecessor\": \"c\", \"kind\": \"split\"}]" } },
    "a -\n"
    "  2010..2011 gone | ab\n"
    "b -\n"
    "  2010..2011 gone | ab\n"
    "c -\n"
    "  2010..2011 gone | c1, c2\n"
    "- ab\n"
    "  2010..2011 opened | a, b\n"
    "- c1\n"
    "  2010..2011 opened | c\n"
    "- c2\n"
    "  2010..2011 opened | c\n" },
  { "several with one id",
    { { "2010", "\"posts\": [{\"id\": \"a\", \"title\": \"1\"}, {\"id\": \"a\", \"title\": \"2\"}]" },
      { "2011", "" },
      { "2012", "\"posts\": [{\"id\": \"a\", \"title\": \"1\"}, {\"id\": \"a\", \"title\": \"2\"}]" } },
    "a - a\n"
    "  2010..2011 gone\n"
    "  2011..2012 returned\n"
    "a - -\n"
    "  2010..2011 gone\n"
    "- - a\n"
    "  2011..2012 opened\n" },
};
/* clang-format on */

static CadreStructure *
load_dated (const char *date, const char *members)
{
  g_autofree char *text =
    g_strdup_printf ("\"as-of\": \"%s\"%s%s", date, *members != '\0' ? ", " : "", members);

  return load_text (text);
}

static GPtrArray *
load_case (const Case *test)
{
  GPtrArray *structures = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MAX_DATES && test->structures[i][0] != NULL; i++)
    g_ptr_array_add (structures, load_dated (test->structures[i][0], test->structures[i][1]));

  return structures;
}

static CadreSeries *
follow (GPtrArray *structures, CadreMapping *mapping)
{
  g_autoptr (GError) error = NULL;
  CadreSeries *series =
    cadre_series_new ((CadreStructure *const *) structures->pdata, structures->len, &mapping,
                      mapping != NULL ? 1 : 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (series);
  return series;
}

static void
describe_history (GString *text, CadreSeries *series, CadrePostHistory *history)
{
  for (guint i = 0; i < cadre_series_get_n_structures (series); i++)
    {
      const char *id = cadre_post_history_get_id_at (history, i);

      g_assert_cmpint (id != NULL, ==, cadre_post_history_is_there (history, i));
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", id != NULL ? id : "-");
    }
  g_string_append_c (text, '\n');

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (history)); i++)
    {
      g_autoptr (CadreHistoryEvent) event = g_list_model_get_item (G_LIST_MODEL (history), i);
      g_autofree char *line = cadre_history_event_to_string (event);

      g_string_append_printf (text, "  %s\n", line);
    }
}

static char *
describe (CadreSeries *series)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (series)); i++)
    {
      g_autoptr (CadrePostHistory) history = g_list_model_get_item (G_LIST_MODEL (series), i);

      describe_history (text, series, history);
    }

  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GPtrArray) structures = load_case (test);
  CadreSeries *series = follow (structures, NULL);
  g_autofree char *histories = describe (series);

  g_assert_cmpstr (histories, ==, test->histories);
  g_assert_null (cadre_series_get_history (series, 100));
  g_assert_finalize_object (series);
}

/* Dates that a series refuses, and what it says. */
typedef struct
{
  const char *name;
  const char *heads[3];
  const char *message;
} Refusal;

static const Refusal refusals[] = {
  { "no date", { "\"as-of\": \"2010\"", "" }, "Structure 2 of the series does not state its date" },
  { "unknown date",
    { "\"as-of\": null", "\"as-of\": \"2010\"" },
    "Structure 1 of the series does not state its date" },
  { "equal dates",
    { "\"as-of\": \"2010-06-30\"", "\"as-of\": \"2010-06-30\"" },
    "The date of structure 2 of the series is not after that of structure 1" },
  { "dates not in order",
    { "\"as-of\": \"2010\"", "\"as-of\": \"2012\"", "\"as-of\": \"2011\"" },
    "The date of structure 3 of the series is not after that of structure 2" },
  { "a day in a month",
    { "\"as-of\": \"2010-06\"", "\"as-of\": \"2010-06-30\"" },
    "The date of structure 2 of the series is not after that of structure 1" },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *test = data;
  g_autoptr (GPtrArray) structures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (test->heads) && test->heads[i] != NULL; i++)
    g_ptr_array_add (structures, load_text (test->heads[i]));

  g_assert_null (cadre_series_new ((CadreStructure *const *) structures->pdata, structures->len,
                                   NULL, 0, NULL, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_SERIES);
  g_assert_cmpstr (error->message, ==, test->message);
}

static void
test_foreign_mapping (void)
{
  g_autoptr (CadreStructure) a = load_dated ("2010", "");
  g_autoptr (CadreStructure) b = load_dated ("2011", "");
  g_autoptr (CadreStructure) c = load_dated ("2012", "");
  CadreStructure *const structures[] = { a, b, c };
  g_autoptr (CadreMapping) mapping = cadre_mapping_new (a, c, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_series_new (structures, 3, &mapping, 1, NULL, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MAPPING);
  g_assert_cmpstr (error->message, ==,
                   "1 of 1 mappings are not between neighbours of the series, or are a second one");
}

static void
test_cancelled (void)
{
  g_autoptr (CadreStructure) a = load_dated ("2010", "");
  g_autoptr (CadreStructure) b = load_dated ("2011", "");
  CadreStructure *const structures[] = { a, b };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cadre_series_new (structures, 2, NULL, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What a person confirms of two neighbours holds in the series. */
static void
test_mapping (void)
{
  const Case test = { NULL,
                      { { "2010", "\"posts\": [{\"id\": \"a\"}]" },
                        { "2011", "\"posts\": [{\"id\": \"b\"}]" },
                        { "2012", "\"posts\": [{\"id\": \"b\"}]" } },
                      NULL };
  g_autoptr (GPtrArray) structures = load_case (&test);
  g_autoptr (GListStore) pairs = g_list_store_new (CADRE_TYPE_PAIR);
  g_autoptr (CadrePair) pair =
    cadre_pair_new ("a", "b", CADRE_LINEAGE_KIND_RENAMED, CADRE_PAIR_BASIS_CONFIRMED, NULL);
  g_autoptr (CadreMapping) mapping = NULL;
  g_autoptr (CadreSeries) series = NULL;
  g_autofree char *histories = NULL;

  g_list_store_append (pairs, pair);
  mapping =
    cadre_mapping_new (structures->pdata[0], structures->pdata[1], G_LIST_MODEL (pairs), NULL);
  series = follow (structures, mapping);
  histories = describe (series);
  g_assert_cmpstr (histories, ==,
                   "a b b\n"
                   "  2010..2011 rekeyed: a -> b\n");
  g_assert_true (cadre_diff_get_mapping (cadre_series_get_diff (series, 0)) == mapping);
  g_assert_null (cadre_series_get_diff (series, 2));
  g_assert_null (cadre_series_get_structure (series, 3));
}

/* What a mapping by evidence is not sure of. */
static void
test_review (void)
{
  const Case test = {
    NULL,
    { { "2010", "\"posts\": [{\"id\": \"a\", \"title\": \"Clerk\"}, {\"id\": \"b\", "
                "\"title\": \"Clerk\"}, {\"id\": \"c\", \"title\": \"Harbour Master\"}]" },
      { "2011", "\"posts\": [{\"id\": \"d\", \"title\": \"Clerk\"}, {\"id\": \"e\", "
                "\"title\": \"Clerk\"}, {\"id\": \"f\", \"title\": \"Harbour Master\"}]" } },
    NULL
  };
  g_autoptr (GPtrArray) structures = load_case (&test);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreMapping) mapping =
    cadre_mapping_new_by_evidence (structures->pdata[0], structures->pdata[1], NULL, NULL, NULL,
                                   &error);
  g_autoptr (CadreSeries) series = NULL;
  CadreChurn *churn = NULL;

  g_assert_no_error (error);
  series = follow (structures, mapping);
  churn = cadre_series_get_churn (series, 0);
  for (guint i = 0; i < 2; i++)
    {
      const char *const ids[] = { "d", "e" };
      g_autoptr (CadrePostHistory) history = cadre_series_find_history (series, 1, ids[i]);
      const guint n = g_list_model_get_n_items (G_LIST_MODEL (history));
      g_autoptr (CadreHistoryEvent) last = cadre_post_history_get_event (history, n - 1);

      g_assert_cmpint (cadre_history_event_get_kind (last), ==, CADRE_HISTORY_EVENT_KIND_REVIEW);
    }
  g_assert_cmpuint (cadre_churn_get_least (churn, CADRE_HISTORY_EVENT_KIND_REVIEW), ==, 2);
}

static void
test_find (void)
{
  const Case test = { NULL,
                      { { "2010", "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}]" },
                        { "2011", "\"posts\": [{\"id\": \"b\"}]" },
                        { "2012", "\"posts\": [{\"id\": \"a\"}], \"lineages\": "
                                  "[{\"post\": \"a\", \"kind\": \"created\"}]" } },
                      NULL };
  g_autoptr (GPtrArray) structures = load_case (&test);
  g_autoptr (CadreSeries) series = follow (structures, NULL);
  g_autoptr (CadrePostHistory) b = cadre_series_find_history (series, 1, "b");
  g_autoptr (GListModel) histories = cadre_series_list_histories_of (series, "a");
  g_autoptr (CadrePostHistory) second = g_list_model_get_item (histories, 1);
  g_autoptr (GListModel) none = cadre_series_list_histories_of (series, "c");

  g_assert_cmpuint (cadre_post_history_get_first_position (b), ==, 0);
  g_assert_cmpuint (cadre_post_history_get_last_position (b), ==, 1);
  g_assert_null (cadre_series_find_history (series, 1, "a"));
  g_assert_null (cadre_series_find_history (series, 3, "a"));
  g_assert_cmpuint (g_list_model_get_n_items (histories), ==, 2);
  g_assert_cmpuint (cadre_post_history_get_first_position (second), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
}

static void
test_event (void)
{
  const Case test = { NULL,
                      { { "2010-06-30", "\"posts\": [{\"id\": \"a\"}]" },
                        { "2011-03",
                          "\"posts\": [{\"id\": \"b\"}], \"lineages\": [{\"post\": \"b\", "
                          "\"predecessor\": \"a\", \"kind\": \"renamed\"}]" } },
                      NULL };
  g_autoptr (GPtrArray) structures = load_case (&test);
  g_autoptr (CadreSeries) series = follow (structures, NULL);
  g_autoptr (CadrePostHistory) history = cadre_series_get_history (series, 0);
  g_autoptr (CadreHistoryEvent) event = cadre_post_history_get_event (history, 0);
  g_autoptr (CadreDate) before = cadre_history_event_dup_date_before (event);
  g_autoptr (CadreDate) after = cadre_history_event_dup_date_after (event);
  g_autofree char *text_before = cadre_date_to_string (before);
  g_autofree char *text_after = cadre_date_to_string (after);

  g_assert_cmpint (cadre_history_event_get_kind (event), ==, CADRE_HISTORY_EVENT_KIND_REKEYED);
  g_assert_cmpstr (text_before, ==, "2010-06-30");
  g_assert_cmpstr (text_after, ==, "2011-03");
  g_assert_cmpuint (cadre_history_event_get_position_before (event), ==, 0);
  g_assert_cmpuint (cadre_history_event_get_position_after (event), ==, 1);
  g_assert_cmpstr (cadre_history_event_get_id_before (event), ==, "a");
  g_assert_cmpstr (cadre_history_event_get_id_after (event), ==, "b");
  g_assert_null (cadre_history_event_get_other_ids (event)[0]);
  g_assert_null (cadre_post_history_get_event (history, 1));
}

static void
assert_rate (CadreFraction *rate, const char *expected)
{
  g_autoptr (CadreFraction) owned = rate;
  g_autofree char *text = owned != NULL ? cadre_fraction_to_string (owned) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

static void
test_churn (void)
{
  const Case test = {
    NULL,
    { { "2010", "\"posts\": [{\"id\": \"a\", \"grade\": \"g\"}, {\"id\": \"b\", \"grade\": \"g\"}, "
                "{\"id\": \"c\"}]" },
      { "2011", "\"posts\": [{\"id\": \"a\", \"grade\": \"h\"}, {\"id\": \"b\"}, {\"id\": \"d\"}, "
                "{\"id\": \"e\"}]" } },
    NULL
  };
  g_autoptr (GPtrArray) structures = load_case (&test);
  g_autoptr (CadreSeries) series = follow (structures, NULL);
  CadreChurn *churn = cadre_series_get_churn (series, 0);

  g_assert_cmpuint (cadre_churn_get_n_before (churn), ==, 3);
  g_assert_cmpuint (cadre_churn_get_n_after (churn), ==, 4);
  g_assert_cmpuint (cadre_churn_get_n_continuing (churn), ==, 2);
  g_assert_cmpuint (cadre_churn_get_least (churn, CADRE_HISTORY_EVENT_KIND_OPENED), ==, 2);
  g_assert_cmpuint (cadre_churn_get_most (churn, CADRE_HISTORY_EVENT_KIND_OPENED), ==, 2);
  g_assert_cmpuint (cadre_churn_get_least (churn, CADRE_HISTORY_EVENT_KIND_GONE), ==, 1);
  g_assert_cmpuint (cadre_churn_get_least (churn, CADRE_HISTORY_EVENT_KIND_REGRADED), ==, 1);
  g_assert_cmpuint (cadre_churn_get_most (churn, CADRE_HISTORY_EVENT_KIND_REGRADED), ==, 2);
  assert_rate (cadre_churn_dup_least_rate (churn, CADRE_HISTORY_EVENT_KIND_REGRADED), "1/3");
  assert_rate (cadre_churn_dup_most_rate (churn, CADRE_HISTORY_EVENT_KIND_REGRADED), "2/3");
  g_assert_cmpuint (cadre_figures_get_n_posts (cadre_churn_get_figures_before (churn)), ==, 3);
  g_assert_cmpuint (cadre_figures_get_n_posts (cadre_churn_get_figures_after (churn)), ==, 4);
  g_assert_null (cadre_series_get_churn (series, 1));
}

/* Rows that pool like posts have histories, but are not posts, whatever happens to them; one that
 * is a post at one date only has come or gone as a post. */
static void
test_churn_of_pooled (void)
{
  const Case test = {
    NULL,
    { { "2010", "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"c\"}, "
                "{\"id\": \"p\", \"grouped\": true}, "
                "{\"id\": \"q\", \"grouped\": true, \"title\": \"Q\"}, "
                "{\"id\": \"r\", \"grouped\": true}, {\"id\": \"t\", \"grouped\": true}]" },
      { "2011", "\"posts\": [{\"id\": \"a\"}, {\"id\": \"c\", \"grouped\": true}, "
                "{\"id\": \"q\", \"grouped\": true, \"title\": \"R\"}, "
                "{\"id\": \"r\"}, {\"id\": \"s\", \"grouped\": true}, "
                "{\"id\": \"u\", \"grouped\": true}], \"lineages\": [{\"post\": \"u\", "
                "\"predecessor\": \"t\", \"kind\": \"renamed\"}]" } },
    NULL
  };
  g_autoptr (GPtrArray) structures = load_case (&test);
  g_autoptr (CadreSeries) series = follow (structures, NULL);
  CadreChurn *churn = cadre_series_get_churn (series, 0);

  g_assert_cmpuint (cadre_churn_get_n_before (churn), ==, 3);
  g_assert_cmpuint (cadre_churn_get_n_pooled_before (churn), ==, 4);
  g_assert_cmpuint (cadre_churn_get_n_after (churn), ==, 2);
  g_assert_cmpuint (cadre_churn_get_n_pooled_after (churn), ==, 4);
  g_assert_cmpuint (cadre_churn_get_n_continuing (churn), ==, 1);
  g_assert_cmpuint (cadre_churn_get_least (churn, CADRE_HISTORY_EVENT_KIND_GONE), ==, 2);
  g_assert_cmpuint (cadre_churn_get_least (churn, CADRE_HISTORY_EVENT_KIND_OPENED), ==, 1);
  g_assert_cmpuint (cadre_churn_get_most (churn, CADRE_HISTORY_EVENT_KIND_RETITLED), ==, 0);
  g_assert_cmpuint (cadre_churn_get_most (churn, CADRE_HISTORY_EVENT_KIND_REKEYED), ==, 0);
  assert_rate (cadre_churn_dup_least_rate (churn, CADRE_HISTORY_EVENT_KIND_GONE), "2/3");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (series)), ==, 8);
}

/* Nothing is a part of nothing. */
static void
test_churn_of_nothing (void)
{
  const Case test = { NULL, { { "2010", "" }, { "2011", "\"posts\": [{\"id\": \"a\"}]" } }, NULL };
  g_autoptr (GPtrArray) structures = load_case (&test);
  g_autoptr (CadreSeries) series = follow (structures, NULL);
  CadreChurn *churn = cadre_series_get_churn (series, 0);

  assert_rate (cadre_churn_dup_least_rate (churn, CADRE_HISTORY_EVENT_KIND_OPENED), NULL);
  g_assert_cmpuint (cadre_churn_get_least (churn, CADRE_HISTORY_EVENT_KIND_OPENED), ==, 1);
}

static char *
write_at (CadreSeries *series, CadreRedactionLevel level)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (level);
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autoptr (GError) error = NULL;
  const char *const subject[] = { "a", NULL };

  cadre_redaction_set_subject_posts (redaction, subject);
  g_assert_true (cadre_series_write (series, redaction, writer, &error));
  g_assert_no_error (error);
  g_assert_true (cadre_writer_finish (writer, NULL, &error));
  return cadre_writer_dup_text (writer);
}

static void
assert_written (CadreSeries *series, CadreRedactionLevel level, const char *expected)
{
  g_autofree char *text = write_at (series, level);
  g_autofree char *wanted = g_strdup_printf ("{\n"
                                             "  \"dates\": [\n    \"2010\",\n    \"2011\"\n  ],\n"
                                             "%s}\n",
                                             expected);

  g_assert_cmpstr (text, ==, wanted);
}

/* The grade of a post that one person holds is that person's, and numbers of all
 * posts are not for who is shown some of them. */
static void
test_write (void)
{
  const Case test = { NULL,
                      { { "2010", "\"posts\": [{\"id\": \"a\", \"title\": \"Head\", "
                                  "\"grade\": \"g\"}, {\"id\": \"b\"}], \"grades\": "
                                  "[{\"id\": \"g\"}, {\"id\": \"h\"}], \"assignments\": "
                                  "[{\"id\": \"c\", \"post\": \"a\", \"person\": \"p\"}]" },
                        { "2011", "\"posts\": [{\"id\": \"a\", \"title\": \"Chief\", "
                                  "\"grade\": \"h\"}], \"grades\": [{\"id\": \"g\"}, "
                                  "{\"id\": \"h\"}], \"assignments\": [{\"id\": \"c\", "
                                  "\"post\": \"a\", \"person\": \"p\"}]" } },
                      NULL };
  g_autoptr (GPtrArray) structures = load_case (&test);
  g_autoptr (CadreSeries) series = follow (structures, NULL);

  assert_written (series, CADRE_REDACTION_LEVEL_FULL,
                  "  \"periods\": [\n"
                  "    {\"posts-before\": 2, \"posts-after\": 1, \"pooled-rows-before\": 0, "
                  "\"pooled-rows-after\": 0, \"continuing\": 1, \"opened\": 0, "
                  "\"returned\": 0, \"gone\": 1, \"rekeyed\": 0, \"retitled\": 1, "
                  "\"regraded\": 1, \"moved\": 0, \"unit-changed\": 0, \"employer-changed\": 0, "
                  "\"review\": 0}\n"
                  "  ],\n"
                  "  \"posts\": [\n"
                  "    {\"ids\": [\"a\", \"a\"], \"events\": [{\"kind\": \"retitled\", "
                  "\"after\": \"2010\", \"by\": \"2011\", \"old\": \"Head\", \"new\": \"Chief\"}, "
                  "{\"kind\": \"regraded\", \"after\": \"2010\", \"by\": \"2011\", \"old\": \"g\", "
                  "\"new\": \"h\"}]},\n"
                  "    {\"ids\": [\"b\", null], \"events\": [{\"kind\": \"gone\", "
                  "\"after\": \"2010\", \"by\": \"2011\"}]}\n"
                  "  ]\n");
  assert_written (series, CADRE_REDACTION_LEVEL_CONSULTATION,
                  "  \"periods\": [\n"
                  "    {\"posts-before\": 2, \"posts-after\": 1, \"pooled-rows-before\": 0, "
                  "\"pooled-rows-after\": 0, \"continuing\": 1, \"opened\": 0, "
                  "\"returned\": 0, \"gone\": 1, \"rekeyed\": 0, \"retitled\": 1, \"moved\": 0, "
                  "\"unit-changed\": 0, \"employer-changed\": 0, \"review\": 0}\n"
                  "  ],\n"
                  "  \"posts\": [\n"
                  "    {\"ids\": [\"a\", \"a\"], \"events\": [{\"kind\": \"retitled\", "
                  "\"after\": \"2010\", \"by\": \"2011\", \"old\": \"Head\", "
                  "\"new\": \"Chief\"}]},\n"
                  "    {\"ids\": [\"b\", null], \"events\": [{\"kind\": \"gone\", "
                  "\"after\": \"2010\", \"by\": \"2011\"}]}\n"
                  "  ]\n");
  assert_written (series, CADRE_REDACTION_LEVEL_MANAGER,
                  "  \"periods\": [\n    null\n  ],\n"
                  "  \"posts\": [\n"
                  "    {\"ids\": [\"a\", \"a\"], \"events\": [{\"kind\": \"retitled\", "
                  "\"after\": \"2010\", \"by\": \"2011\", \"old\": \"Head\", \"new\": \"Chief\"}, "
                  "{\"kind\": \"regraded\", \"after\": \"2010\", \"by\": \"2011\", \"old\": \"g\", "
                  "\"new\": \"h\"}]}\n"
                  "  ]\n");
  assert_written (series, CADRE_REDACTION_LEVEL_STATISTICS,
                  "  \"periods\": [],\n  \"posts\": []\n");
}

/* Whatever happens, each post at each date is in one history, and the numbers
 * add up. */
static void
check_threads (CadreSeries *series)
{
  const guint n_dates = cadre_series_get_n_structures (series);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (series));
  guint n_there[MAX_DATES] = { 0 };
  guint n_opened[MAX_DATES] = { 0 };
  guint n_gone[MAX_DATES] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadrePostHistory) history = cadre_series_get_history (series, i);

      for (guint date = 0; date < n_dates; date++)
        n_there[date] += cadre_post_history_is_there (history, date);
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (history)); k++)
        {
          g_autoptr (CadreHistoryEvent) event = cadre_post_history_get_event (history, k);
          const CadreHistoryEventKind kind = cadre_history_event_get_kind (event);
          const guint position = cadre_history_event_get_position_after (event);

          n_opened[position] +=
            kind == CADRE_HISTORY_EVENT_KIND_OPENED || kind == CADRE_HISTORY_EVENT_KIND_RETURNED;
          n_gone[position] += kind == CADRE_HISTORY_EVENT_KIND_GONE;
        }
    }

  for (guint date = 0; date < n_dates; date++)
    g_assert_cmpuint (n_there[date], ==,
                      cadre_structure_get_n_records (cadre_series_get_structure (series, date),
                                                     CADRE_RECORD_KIND_POST));
  for (guint date = 1; date < n_dates; date++)
    {
      CadreChurn *churn = cadre_series_get_churn (series, date - 1);

      g_assert_cmpuint (n_there[date - 1] + n_opened[date] - n_gone[date], ==, n_there[date]);
      g_assert_cmpuint (cadre_churn_get_least (churn, CADRE_HISTORY_EVENT_KIND_OPENED) +
                          cadre_churn_get_least (churn, CADRE_HISTORY_EVENT_KIND_RETURNED),
                        ==, n_opened[date]);
      g_assert_cmpuint (cadre_churn_get_least (churn, CADRE_HISTORY_EVENT_KIND_GONE), ==,
                        n_gone[date]);
    }
}

static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GPtrArray) structures = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (CadreSeries) series = NULL;

      for (int date = 0; date < MAX_DATES; date++)
        {
          g_autoptr (GString) posts = g_string_new ("\"posts\": [");
          g_autofree char *as_of = g_strdup_printf ("%d", 2010 + date);

          for (int i = 0; i < g_test_rand_int_range (0, 9); i++)
            g_string_append_printf (posts,
                                    "%s{\"id\": \"p%d\", \"title\": \"T%d\", \"manager\": \"p%d\"}",
                                    i > 0 ? ", " : "", g_test_rand_int_range (0, 7),
                                    g_test_rand_int_range (0, 3), g_test_rand_int_range (0, 7));
          g_string_append_printf (
            posts, "], \"lineages\": [{\"post\": \"p%d\", \"predecessor\": \"p%d\"}]",
            g_test_rand_int_range (0, 7), g_test_rand_int_range (0, 7));
          g_ptr_array_add (structures, load_dated (as_of, posts->str));
        }
      series = follow (structures, NULL);
      check_threads (series);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diff/series/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diff/series/refused/%s", refusals[i].name);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  g_test_add_func ("/diff/series/foreign-mapping", test_foreign_mapping);
  g_test_add_func ("/diff/series/cancelled", test_cancelled);
  g_test_add_func ("/diff/series/mapping", test_mapping);
  g_test_add_func ("/diff/series/review", test_review);
  g_test_add_func ("/diff/series/find", test_find);
  g_test_add_func ("/diff/series/event", test_event);
  g_test_add_func ("/diff/series/churn", test_churn);
  g_test_add_func ("/diff/series/churn-of-pooled", test_churn_of_pooled);
  g_test_add_func ("/diff/series/churn-of-nothing", test_churn_of_nothing);
  g_test_add_func ("/diff/series/write", test_write);
  g_test_add_func ("/diff/series/random", test_random);

  return g_test_run ();
}
