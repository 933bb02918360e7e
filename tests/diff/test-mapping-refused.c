/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Pairs that a person has refused are not made, whatever else says so, and are not proposed
 * again. */

#include "config.h"

#include "diff-structures.h"

/* A post of which all is said again after; two that nothing tells apart; one under another
 * title; and two that may have been made one. */
#define REST(x)                                                                          \
  "{\"id\": \"" x "1\", \"title\": \"Director of Adult Services\", \"grade\": \"G9\"}, " \
  "{\"id\": \"" x "2\", \"title\": \"Cleaner\", \"manager\": \"" x "1\"}, "              \
  "{\"id\": \"" x "3\", \"title\": \"Cleaner\", \"manager\": \"" x "1\"}, "              \
  "{\"id\": \"" x "9\", \"title\": \"Registrar of Births\", \"manager\": \"" x "1\"}"

static const char before_text[] = "\"posts\": [" REST (
  "a") ", "
       "{\"id\": \"a4\", \"title\": \"Finance and Payroll Manager\", \"grade\": \"G5\", "
       "\"manager\": \"a1\"}, "
       "{\"id\": \"a5\", \"title\": \"Head of Parks\", \"manager\": \"a1\"}, "
       "{\"id\": \"a6\", \"title\": \"Head of Leisure\", \"manager\": \"a1\"}, "
       "{\"id\": \"same\", \"title\": \"Archivist\", \"manager\": \"a1\"}]";
static const char after_text[] = "\"posts\": [" REST (
  "b") ", "
       "{\"id\": \"b4\", \"title\": \"Payroll Manager\", \"grade\": \"G5\", \"manager\": \"b1\"}, "
       "{\"id\": \"b5\", \"title\": \"Head of Parks and Leisure\", \"manager\": \"b1\"}, "
       "{\"id\": \"same\", \"title\": \"Archivist\", \"manager\": \"b1\"}]";

static CadreMapping *
map (CadreStructure *before, CadreStructure *after, GListStore *words, CadreMappingMethod method)
{
  g_autoptr (CadreMappingSettings) settings = cadre_mapping_settings_new ();
  g_autoptr (GError) error = NULL;
  CadreMapping *mapping = NULL;

  cadre_mapping_settings_set_method (settings, method);
  mapping =
    cadre_mapping_new_by_evidence (before, after, words != NULL ? G_LIST_MODEL (words) : NULL,
                                   settings, NULL, &error);
  g_assert_no_error (error);
  return mapping;
}

static void
refuse (GListStore *words, const char *before, const char *after)
{
  g_autoptr (CadrePair) pair = cadre_pair_new (before, after, CADRE_LINEAGE_KIND_UNKNOWN,
                                               CADRE_PAIR_BASIS_REFUSED, "looked at");

  g_list_store_append (words, pair);
}

static gboolean
has (GListModel *pairs, const char *before, const char *after)
{
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (pairs, i);

      if (g_strcmp0 (cadre_pair_get_before (pair), before) == 0 &&
          g_strcmp0 (cadre_pair_get_after (pair), after) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether a pair is made or proposed. */
static gboolean
is_told (CadreMapping *mapping, const char *before, const char *after)
{
  g_autoptr (GListModel) reviews = cadre_mapping_list_reviews (mapping);

  return has (G_LIST_MODEL (mapping), before, after) || has (reviews, before, after);
}

static void
assert_refused (CadreStructure *before,
                CadreStructure *after,
                CadreMappingMethod method,
                CadrePair *pair)
{
  const char *a = cadre_pair_get_before (pair);
  const char *b = cadre_pair_get_after (pair);
  g_autoptr (GListStore) words = g_list_store_new (CADRE_TYPE_PAIR);
  g_autoptr (CadreMapping) mapping = NULL;
  g_autoptr (GListModel) refused = NULL;
  g_autoptr (CadrePair) kept = NULL;

  if (a == NULL || b == NULL)
    return;

  refuse (words, a, b);
  mapping = map (before, after, words, method);
  g_assert_false (is_told (mapping, a, b));
  refused = cadre_mapping_list_refused (mapping);
  g_assert_cmpuint (g_list_model_get_n_items (refused), ==, 1);
  g_assert_true (has (refused, a, b));
  kept = g_list_model_get_item (refused, 0);
  g_assert_cmpint (cadre_pair_get_basis (kept), ==, CADRE_PAIR_BASIS_REFUSED);
  g_assert_cmpstr (cadre_pair_get_note (kept), ==, "looked at");
}

/* All that is made or proposed, one by one, whichever structure is before. */
static void
test_each (gconstpointer data)
{
  const CadreMappingMethod method = GPOINTER_TO_INT (data);
  g_autoptr (CadreStructure) one = load_text (before_text);
  g_autoptr (CadreStructure) other = load_text (after_text);
  CadreStructure *sides[2][2] = { { one, other }, { other, one } };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CadreMapping) mapping = map (sides[i][0], sides[i][1], NULL, method);
      g_autoptr (GListModel) reviews = cadre_mapping_list_reviews (mapping);
      GListModel *lists[] = { G_LIST_MODEL (mapping), reviews };

      g_assert_true (method == CADRE_MAPPING_METHOD_ID || g_list_model_get_n_items (reviews) >= 3);
      for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
        for (guint k = 0; k < g_list_model_get_n_items (lists[list]); k++)
          {
            g_autoptr (CadrePair) pair = g_list_model_get_item (lists[list], k);

            assert_refused (sides[i][0], sides[i][1], method, pair);
          }
    }
}

/* All of them together, until nothing more is told. */
static void
test_all (void)
{
  g_autoptr (CadreStructure) before = load_text (before_text);
  g_autoptr (CadreStructure) after = load_text (after_text);
  g_autoptr (GListStore) words = g_list_store_new (CADRE_TYPE_PAIR);
  guint n_told = 0;

  do
    {
      g_autoptr (CadreMapping) mapping = map (before, after, words, CADRE_MAPPING_METHOD_AUTO);
      g_autoptr (GListModel) reviews = cadre_mapping_list_reviews (mapping);
      GListModel *lists[] = { G_LIST_MODEL (mapping), reviews };
      g_autoptr (GListModel) refused = cadre_mapping_list_refused (mapping);

      n_told = 0;
      for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
        for (guint k = 0; k < g_list_model_get_n_items (lists[list]); k++)
          {
            g_autoptr (CadrePair) pair = g_list_model_get_item (lists[list], k);
            const char *a = cadre_pair_get_before (pair);
            const char *b = cadre_pair_get_after (pair);

            if (a == NULL || b == NULL)
              continue;
            g_assert_false (has (refused, a, b));
            refuse (words, a, b);
            n_told++;
          }
    }
  while (n_told > 0);
}

static guint
count_issues (CadreMapping *mapping, const char *code)
{
  return cadre_issue_list_get_count (cadre_mapping_get_issues (mapping), code);
}

/* A refusal stands against what a document declares, and against a confirmation. */
static void
test_contradicts (void)
{
  g_autoptr (CadreStructure) before = load_text ("\"posts\": [{\"id\": \"a\"}, {\"id\": \"c\"}]");
  g_autoptr (CadreStructure) after =
    load_text ("\"posts\": [{\"id\": \"b\"}, {\"id\": \"d\"}], "
               "\"lineages\": [{\"post\": \"b\", \"predecessor\": \"a\", \"kind\": \"merge\"}]");
  g_autoptr (GListStore) words = g_list_store_new (CADRE_TYPE_PAIR);
  g_autoptr (CadrePair) confirmed =
    cadre_pair_new ("c", "d", CADRE_LINEAGE_KIND_CONTINUING, CADRE_PAIR_BASIS_CONFIRMED, NULL);
  g_autoptr (CadreMapping) mapping = NULL;

  g_list_store_append (words, confirmed);
  refuse (words, "a", "b");
  refuse (words, "c", "d");
  mapping = map (before, after, words, CADRE_MAPPING_METHOD_ID);
  g_assert_false (is_told (mapping, "a", "b"));
  g_assert_false (is_told (mapping, "c", "d"));
  g_assert_cmpuint (count_issues (mapping, "diff.mapping.contradiction"), ==, 2);
}

/* Of posts that are not there, or of one alone, nothing can be refused. */
static void
test_dangling (void)
{
  g_autoptr (CadreStructure) structure = load_text ("\"posts\": [{\"id\": \"a\"}]");
  g_autoptr (GListStore) words = g_list_store_new (CADRE_TYPE_PAIR);
  g_autoptr (CadreMapping) mapping = NULL;
  g_autoptr (GListModel) refused = NULL;

  refuse (words, "a", "x");
  refuse (words, "a", NULL);
  refuse (words, NULL, "a");
  refuse (words, NULL, NULL);
  mapping = map (structure, structure, words, CADRE_MAPPING_METHOD_AUTO);
  refused = cadre_mapping_list_refused (mapping);
  g_assert_cmpuint (g_list_model_get_n_items (refused), ==, 0);
  g_assert_cmpuint (count_issues (mapping, "diff.mapping.dangling"), ==, 4);
  g_assert_cmpstr (cadre_mapping_get_same_after (mapping, "a"), ==, "a");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/diff/mapping-refused/id", GINT_TO_POINTER (CADRE_MAPPING_METHOD_ID),
                        test_each);
  g_test_add_data_func ("/diff/mapping-refused/auto", GINT_TO_POINTER (CADRE_MAPPING_METHOD_AUTO),
                        test_each);
  g_test_add_data_func ("/diff/mapping-refused/similarity",
                        GINT_TO_POINTER (CADRE_MAPPING_METHOD_SIMILARITY), test_each);
  g_test_add_func ("/diff/mapping-refused/all", test_all);
  g_test_add_func ("/diff/mapping-refused/contradicts", test_contradicts);
  g_test_add_func ("/diff/mapping-refused/dangling", test_dangling);

  return g_test_run ();
}
