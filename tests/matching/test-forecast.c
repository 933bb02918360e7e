/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>
#include <string.h>

/* What is proved of competitions that are open. A case is written as who held
 * what before, by functions, and what there is after: "f1 f2" are two functions,
 * "?" that the field of work is not known, "x3" three positions, "x?" that their
 * number is not known. */

typedef struct
{
  const char *name;
  const char *before[9];
  const char *after[5];
  const char *results; /* (nullable): lines of the log */
  guint n_groups;
  guint n_people;
  guint least;
  guint least_certain;
  guint most;
  guint most_found;
  const char *sentences; /* of all groups */
  const char *changes;
} Case;

static const Case cases[] = {
  { "seven-for-five",
    { "f1", "f1", "f1", "f1", "f1", "f1", "f1" },
    { "f1 x2", "f1 x3" },
    NULL,
    1,
    7,
    2,
    2,
    2,
    2,
    "Seven people wait for five positions.|Seven people may be considered for five positions only; "
    "at least two will not be placed, whatever the panel decides.|At most two will not be placed, "
    "where no position is left empty for which somebody may still be considered.|",
    "One more position in ring-fence/n0: 1 fewer displaced at least.|"
    "One accepted volunteer among those who may be considered for nothing but ring-fence/n0: 1 "
    "fewer "
    "displaced at least.|" },
  { "everybody",
    { "f1", "f1" },
    { "f1 x3" },
    NULL,
    1,
    2,
    0,
    0,
    0,
    0,
    "Two people wait for three positions.|Everybody can be placed.|",
    "" },
  { "overlap",
    { "f1", "f1", "f1", "f1 f2", "f1 f2" },
    { "f1", "f2 x3" },
    NULL,
    1,
    5,
    2,
    2,
    3,
    3,
    "Five people wait for four positions.|Three people may be considered for one position only; at "
    "least two will not be placed, whatever the panel decides.|At most three will not be placed, "
    "where "
    "no position is left empty for which somebody may still be considered.|",
    "One more position in ring-fence/n0: 1 fewer displaced at least.|One accepted volunteer among "
    "those "
    "who may be considered for nothing but ring-fence/n0: 1 fewer displaced at "
    "least.|ring-fence/n1 also "
    "open to those of ring-fence/n0: 1 fewer displaced at least.|" },
  { "two-groups",
    { "f1", "f1", "f1", "f2" },
    { "f1", "f2 x3" },
    NULL,
    2,
    4,
    2,
    2,
    2,
    2,
    "Three people wait for one position.|Three people may be considered for one position only; at "
    "least "
    "two will not be placed, whatever the panel decides.|At most two will not be placed, where no "
    "position is left empty for which somebody may still be considered.|One person waits for three "
    "positions.|Everybody can be placed.|",
    "ring-fence/n1 also open to those of ring-fence/n0: 2 fewer displaced at least.|One more "
    "position in "
    "ring-fence/n0: 1 fewer displaced at least.|One accepted volunteer among those who may be "
    "considered "
    "for nothing but ring-fence/n0: 1 fewer displaced at least.|" },
  { "to-be-checked",
    { "f1", "f1 ?", "f1 ?" },
    { "f1 x2" },
    NULL,
    1,
    3,
    1,
    2,
    3,
    1,
    "Three people wait for two positions.|Three people may be considered for two positions only; "
    "at least "
    "one will not be placed, whatever the panel decides.|How many will not be placed at most is "
    "not known "
    "exactly: it is proved that no more than three, and an outcome with one is found.|Whether two "
    "people "
    "may be considered is still to be checked; if not, at least two will not be placed.|",
    "One more position in ring-fence/n0: 1 fewer displaced at least.|One accepted volunteer among "
    "those "
    "who may be considered for nothing but ring-fence/n0: 1 fewer displaced at least.|" },
  { "unknown-positions",
    { "f1", "f1" },
    { "f1 x?" },
    NULL,
    1,
    2,
    0,
    0,
    2,
    0,
    "Two people wait for positions of which it is not known how many there are.|Everybody can be "
    "placed.|"
    "How many will not be placed at most is not known exactly: it is proved that no more than two, "
    "and an outcome with none is found.|",
    "" },
  { "turned-down",
    { "f1", "f1", "f1" },
    { "f1", "f1" },
    "{\"event\": \"result\", \"stage\": \"limited-competition\", \"post\": \"n0\", "
    "\"assignment\": \"a0\", \"result\": \"not-appointed\"}\n",
    1,
    3,
    1,
    1,
    1,
    1,
    "Three people wait for two positions.|Three people may be considered for two positions only; "
    "at least "
    "one will not be placed, whatever the panel decides.|At most one will not be placed, where no "
    "position "
    "is left empty for which somebody may still be considered.|",
    "One more position in ring-fence/n0: 1 fewer displaced at least.|One accepted volunteer among "
    "those "
    "who may be considered for nothing but ring-fence/n0: 1 fewer displaced at least.|" },
};

#define HEAD                                                                                  \
  "\"organisations\": [{\"id\": \"c\", \"kind\": \"council\"}], \"grade-scales\": [{\"id\": " \
  "\"s\"}], "                                                                                 \
  "\"grades\": [{\"id\": \"g9\", \"scale\": \"s\", \"rung\": 9}, "                            \
  "{\"id\": \"g12\", \"scale\": \"s\", \"rung\": 12}], "                                      \
  "\"functions\": [{\"id\": \"f1\"}, {\"id\": \"f2\"}], "                                     \
  "\"posts\": [{\"id\": \"top\", \"employer\": \"c\", \"grade\": \"g12\"}"

static void
add_post (GString *posts, GString *functions, const char *prefix, guint i, const char *words)
{
  const char *establishment = strchr (words, 'x');

  g_string_append_printf (posts,
                          ", {\"id\": \"%s%u\", \"manager\": \"top\", \"employer\": \"c\", "
                          "\"grade\": \"g9\"%s",
                          prefix, i,
                          strchr (words, '?') == NULL || establishment != NULL
                            ? ", \"field-of-work\": \"youth\""
                            : ", \"field-of-work\": null");
  if (establishment != NULL)
    g_string_append_printf (posts, ", \"establishment\": %s",
                            establishment[1] == '?' ? "null" : establishment + 1);
  g_string_append_c (posts, '}');
  for (char f = '1'; f <= '2'; f++)
    {
      const char function[] = { 'f', f, '\0' };

      if (strstr (words, function) != NULL)
        g_string_append_printf (functions, "%s{\"post\": \"%s%u\", \"function-id\": \"%s\"}",
                                functions->len > 0 ? ", " : "", prefix, i, function);
    }
}

static char *
print_side (const char *prefix, const char *const *words, gboolean has_holders)
{
  g_autoptr (GString) posts = g_string_new (NULL);
  g_autoptr (GString) functions = g_string_new (NULL);
  g_autoptr (GString) assignments = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      add_post (posts, functions, prefix, i, words[i]);
      if (has_holders)
        g_string_append_printf (
          assignments, "%s{\"id\": \"a%u\", \"post\": \"%s%u\", \"basis\": \"substantive\"}",
          i > 0 ? ", " : "", i, prefix, i);
    }
  return g_strdup_printf ("{%s%s], \"responsibilities\": [%s], \"assignments\": [%s]}", HEAD,
                          posts->str, functions->str, assignments->str);
}

static CadreOutcomes *
run (const Case *test)
{
  g_autofree char *before = print_side ("o", test->before, TRUE);
  g_autofree char *after = print_side ("n", test->after, FALSE);
  g_autofree char *text = g_strdup_printf ("{\"cadre\": \"case\", \"version\": 1, \"before\": %s, "
                                           "\"after\": %s, \"policies\": [{\"name\": "
                                           "\"illustrative\"}]}",
                                           before, after);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreCase) source = cadre_case_load_bytes (bytes, NULL, NULL, &error);
  CadreOutcomes *outcomes = NULL;

  g_assert_no_error (error);
  if (test->results != NULL)
    {
      g_autofree char *lines =
        g_strconcat ("{\"cadre\": \"log\", \"version\": 1}\n", test->results, NULL);
      g_autoptr (GBytes) log_bytes = g_bytes_new_static (lines, strlen (lines));
      g_autoptr (CadreLog) log = cadre_log_load_bytes (log_bytes, NULL, NULL, &error);

      g_assert_no_error (error);
      cadre_case_set_log (source, log);
    }
  outcomes = cadre_case_run (source, NULL, &error);
  g_assert_no_error (error);
  return outcomes;
}

static char *
dup_sentences (CadreForecast *forecast)
{
  g_autoptr (GListModel) groups = cadre_forecast_list_groups (forecast);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (CadreForecastGroup) group = g_list_model_get_item (groups, i);
      g_auto (GStrv) sentences = cadre_forecast_group_dup_sentences (group);

      for (guint k = 0; sentences[k] != NULL; k++)
        g_string_append_printf (text, "%s|", sentences[k]);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_changes (CadreForecast *forecast)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) changes = cadre_forecast_list_changes (forecast, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (CadreForecastChange) change = g_list_model_get_item (changes, i);
      g_autofree char *sentence = cadre_forecast_change_to_string (change);

      g_string_append_printf (text, "%s|", sentence);
    }
  return g_string_free (text, FALSE);
}

static void
check_draws (CadreForecast *forecast)
{
  g_autoptr (GListModel) groups = cadre_forecast_list_groups (forecast);
  g_autoptr (GError) error = NULL;

  g_assert_true (cadre_forecast_simulate (forecast, 7, 50, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (cadre_forecast_get_seed (forecast), ==, 7);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (CadreForecastGroup) group = g_list_model_get_item (groups, i);
      g_autoptr (CadreFraction) expected = cadre_forecast_group_get_expected_displaced (group);

      g_assert_true (cadre_forecast_group_check (group));
      g_assert_cmpuint (cadre_forecast_group_get_n_draws (group), ==, 50);
      g_assert_cmpuint (cadre_forecast_group_get_least_drawn (group), >=,
                        cadre_forecast_group_get_least_displaced (group));
      g_assert_cmpuint (cadre_forecast_group_get_most_drawn (group), <=,
                        cadre_forecast_group_get_most_displaced (group));
      g_assert_cmpint (cadre_fraction_get_numerator (expected), >=,
                       cadre_forecast_group_get_least_drawn (group) *
                         cadre_fraction_get_denominator (expected));
      g_assert_cmpint (cadre_fraction_get_numerator (expected), <=,
                       cadre_forecast_group_get_most_drawn (group) *
                         cadre_fraction_get_denominator (expected));
    }
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  CadreOutcomes *outcomes = run (test);
  g_autoptr (GError) error = NULL;
  CadreForecast *forecast = cadre_forecast_new (outcomes, NULL, &error);
  g_autoptr (GListModel) groups = NULL;
  g_autofree char *sentences = NULL;
  g_autofree char *changes = NULL;

  g_assert_no_error (error);
  groups = cadre_forecast_list_groups (forecast);
  sentences = dup_sentences (forecast);
  changes = dup_changes (forecast);
  g_assert_cmpuint (g_list_model_get_n_items (groups), ==, test->n_groups);
  g_assert_cmpuint (cadre_forecast_get_n_people (forecast), ==, test->n_people);
  g_assert_cmpuint (cadre_forecast_get_least_displaced (forecast), ==, test->least);
  g_assert_cmpuint (cadre_forecast_get_most_displaced (forecast), ==, test->most);
  g_assert_cmpuint (cadre_forecast_get_most_displaced_found (forecast), ==, test->most_found);
  g_assert_cmpint (cadre_forecast_is_exact (forecast), ==, test->most == test->most_found);
  g_assert_cmpstr (sentences, ==, test->sentences);
  g_assert_cmpstr (changes, ==, test->changes);
  if (test->n_groups == 1)
    {
      g_autoptr (CadreForecastGroup) group = g_list_model_get_item (groups, 0);

      g_assert_cmpuint (cadre_forecast_group_get_least_displaced_certain (group), ==,
                        test->least_certain);
    }
  check_draws (forecast);

  g_clear_object (&groups);
  g_assert_finalize_object (forecast);
  g_assert_finalize_object (outcomes);
}

/* Whoever may be considered where nobody else is, is placed. */
static void
test_people (void)
{
  static const Case test = { .before = { "f1", "f1", "f2" }, .after = { "f1", "f2" } };
  g_autoptr (CadreOutcomes) outcomes = run (&test);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreForecast) forecast = cadre_forecast_new (outcomes, NULL, &error);
  g_autoptr (GListModel) people = NULL;

  g_assert_no_error (error);
  people = cadre_forecast_list_people (forecast, "cover while posts are filled", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (people), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (CadreForecastPerson) person = g_list_model_get_item (people, i);
      const char id[] = { 'a', (char) ('0' + i), '\0' };

      g_assert_cmpstr (cadre_forecast_person_get_assignment (person), ==, id);
      g_assert_cmpint (cadre_forecast_person_is_placed_surely (person), ==, i == 2);
      g_assert_cmpstr (cadre_forecast_person_get_purpose (person), ==,
                       "cover while posts are filled");
      g_assert_cmpstr (cadre_forecast_person_get_stamp (person), ==,
                       "This rests on the present proposal. No decision has been made.");
    }

  g_assert_null (cadre_forecast_list_people (forecast, " ", NULL, &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_PURPOSE);
  g_assert_cmpstr (error->message, ==, "A forecast about single people needs a purpose");
}

static void
test_too_many_draws (void)
{
  g_autoptr (CadreOutcomes) outcomes = run (&cases[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreForecast) forecast = cadre_forecast_new (outcomes, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (cadre_forecast_simulate (forecast, 1, 1000001, NULL, &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "More than 1000000 simulations are asked for");
}

static void
test_cancelled (void)
{
  g_autoptr (CadreOutcomes) outcomes = run (&cases[0]);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cadre_forecast_new (outcomes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/matching/forecast/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/matching/forecast/people", test_people);
  g_test_add_func ("/matching/forecast/too-many-draws", test_too_many_draws);
  g_test_add_func ("/matching/forecast/cancelled", test_cancelled);

  return g_test_run ();
}
