/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts that one post may have been made of, and posts that were made of one: for
 * review, and never mapped. */

#include "config.h"

#include "diff-structures.h"

/* What is many and what is one; looked at both ways. */
typedef struct
{
  const char *name;
  const char *many;
  const char *one;
  const char *reviews; /* of merges: the posts of both sides */
} Case;

#define TOP                                                               \
  "{\"id\": \"1\", \"title\": \"Chief Executive\"}, "                     \
  "{\"id\": \"4\", \"title\": \"Head of Finance\", \"manager\": \"1\"}, " \
  "{\"id\": \"5\", \"title\": \"Head of Highways\", \"manager\": \"1\"}, "
#define PARKS "{\"id\": \"a\", \"title\": \"Head of Parks\", \"manager\": \"1\"}"
#define LEISURE "{\"id\": \"b\", \"title\": \"Head of Leisure\", \"manager\": \"1\"}"
#define BOTH "\"title\": \"Head of Parks and Leisure\", \"manager\": \"1\""
#define STAFF(parks, leisure)                                                 \
  ", {\"id\": \"p\", \"title\": \"Gardener\", \"manager\": \"" parks "\"}, "  \
  "{\"id\": \"q\", \"title\": \"Forester\", \"manager\": \"" parks "\"}, "    \
  "{\"id\": \"l\", \"title\": \"Lifeguard\", \"manager\": \"" leisure "\"}, " \
  "{\"id\": \"m\", \"title\": \"Pool Engineer\", \"manager\": \"" leisure "\"}"

static const Case cases[] = {
  { "titles", TOP PARKS ", " LEISURE, TOP "{\"id\": \"x\", " BOTH "}", "a-x b-x" },
  { "titles-and-reports", TOP PARKS ", " LEISURE STAFF ("a", "b"),
    TOP "{\"id\": \"x\", " BOTH "}" STAFF ("x", "x"), "a-x b-x" },
  { "another-title", TOP PARKS ", " LEISURE STAFF ("a", "b"),
    TOP "{\"id\": \"x\", \"title\": \"Operations Supremo\", \"manager\": \"1\"}" STAFF ("x", "x"),
    "a-x b-x" },
  { "into-one-of-them", TOP PARKS ", " LEISURE STAFF ("a", "b"),
    TOP "{\"id\": \"a\", " BOTH "}" STAFF ("a", "a"), "b-a" },
  { "reports-go-two-ways", TOP PARKS ", " LEISURE STAFF ("a", "b"),
    TOP "{\"id\": \"x\", \"title\": \"Operations Supremo\", \"manager\": \"1\"}" STAFF ("x", "5"),
    "" },
  { "reports-of-one", TOP PARKS STAFF ("a", "5"),
    TOP "{\"id\": \"x\", \"title\": \"Operations Supremo\", \"manager\": \"1\"}" STAFF ("x", "x"),
    "" },
  { "elsewhere", TOP PARKS ", " LEISURE,
    TOP "{\"id\": \"x\", \"title\": \"Head of Parks and Leisure\", \"manager\": \"4\"}", "" },
};

static char *
describe (const char *before, const char *after, CadrePairReview wanted)
{
  g_autofree char *text_before = g_strdup_printf ("\"posts\": [%s]", before);
  g_autofree char *text_after = g_strdup_printf ("\"posts\": [%s]", after);
  g_autoptr (CadreStructure) first = load_text (text_before);
  g_autoptr (CadreStructure) second = load_text (text_after);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreMapping) mapping =
    cadre_mapping_new_by_evidence (first, second, NULL, NULL, NULL, &error);
  g_autoptr (GListModel) reviews = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  reviews = cadre_mapping_list_reviews (mapping);
  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (reviews, i);
      const char *ids[] = { cadre_pair_get_before (pair), cadre_pair_get_after (pair) };
      const gboolean is_merge = wanted == CADRE_PAIR_REVIEW_MERGE;

      if (cadre_pair_get_review (pair) != wanted)
        continue;
      g_assert_cmpint (cadre_pair_get_kind (pair), ==,
                       is_merge ? CADRE_LINEAGE_KIND_MERGE : CADRE_LINEAGE_KIND_SPLIT);
      g_assert_nonnull (cadre_pair_get_runner_up_before (pair));
      g_string_append_printf (text, "%s%s-%s", text->len > 0 ? " " : "", ids[is_merge ? 0 : 1],
                              ids[is_merge ? 1 : 0]);
    }

  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *merged = describe (one->many, one->one, CADRE_PAIR_REVIEW_MERGE);
  g_autofree char *split = describe (one->one, one->many, CADRE_PAIR_REVIEW_SPLIT);

  g_assert_cmpstr (merged, ==, one->reviews);
  g_assert_cmpstr (split, ==, one->reviews);
}

/* Half of the parts have one title and half another, so that none adds a word that no
 * other part has. That of each is not looked for in all others. */
static void
test_many_parts (void)
{
  const guint n = 250000;
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *merged = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (many, "%s{\"id\": \"a%u\", \"title\": \"%s\"}", i > 0 ? ", " : "", i,
                            2 * i < n ? "Parks Woods Paths Ponds" : "Pools Halls Gyms Clubs");
  merged =
    describe (many->str,
              "{\"id\": \"x\", \"title\": \"Parks Woods Paths Ponds Pools Halls Gyms Clubs\"}",
              CADRE_PAIR_REVIEW_MERGE);
  g_assert_cmpstr (merged, ==, "");
}

/* The reports of one are not gone through for each of many that it is compared with,
 * whichever is before. */
static void
test_many_reports (void)
{
  const guint n = 60000;
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GString) one = g_string_new ("{\"id\": \"x\", \"title\": \"Alpha Beta\"}");
  g_autofree char *merged = NULL;
  g_autofree char *split = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (many,
                              "%s{\"id\": \"a%u\", \"title\": \"%s\"}, "
                              "{\"id\": \"w%u\", \"title\": \"Worker %u\", \"manager\": \"a%u\"}",
                              i > 0 ? ", " : "", i, i % 2 == 0 ? "Alpha" : "Beta", i, i, i);
      g_string_append_printf (one,
                              ", {\"id\": \"w%u\", \"title\": \"Worker %u\", \"manager\": \"x\"}",
                              i, i);
    }
  merged = describe (many->str, one->str, CADRE_PAIR_REVIEW_MERGE);
  g_assert_true (g_str_has_prefix (merged, "a0-x "));
  g_assert_true (g_str_has_suffix (merged, "-x"));
  split = describe (one->str, many->str, CADRE_PAIR_REVIEW_SPLIT);
  g_assert_cmpstr (split, ==, merged);
}

/* Who says of one part what it was made into is still told of the others: of the same post
 * merged, and with all exchanged of one split. */
static void
test_stated_part (void)
{
  g_autoptr (CadreStructure) many = load_text ("\"posts\": [" TOP PARKS ", " LEISURE "]");
  g_autoptr (CadreStructure) one = load_text ("\"posts\": [" TOP "{\"id\": \"x\", " BOTH "}]");
  CadreStructure *const sides[2] = { many, one };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CadrePair) stated =
        cadre_pair_new (i == 0 ? "a" : "x", i == 0 ? "x" : "a",
                        i == 0 ? CADRE_LINEAGE_KIND_MERGE : CADRE_LINEAGE_KIND_SPLIT,
                        CADRE_PAIR_BASIS_CONFIRMED, NULL);
      g_autoptr (GListStore) confirmed = g_list_store_new (CADRE_TYPE_PAIR);
      g_autoptr (CadreMapping) mapping = NULL;
      g_autoptr (GListModel) reviews = NULL;
      g_autoptr (CadrePair) other = NULL;

      g_list_store_append (confirmed, stated);
      mapping = cadre_mapping_new_by_evidence (sides[i], sides[1 - i], G_LIST_MODEL (confirmed),
                                               NULL, NULL, NULL);
      reviews = cadre_mapping_list_reviews (mapping);
      g_assert_cmpuint (g_list_model_get_n_items (reviews), ==, 1);
      other = g_list_model_get_item (reviews, 0);
      g_assert_cmpint (cadre_pair_get_review (other), ==,
                       i == 0 ? CADRE_PAIR_REVIEW_MERGE : CADRE_PAIR_REVIEW_SPLIT);
      g_assert_cmpstr (cadre_pair_get_before (other), ==, i == 0 ? "b" : "x");
      g_assert_cmpstr (cadre_pair_get_after (other), ==, i == 0 ? "x" : "b");
    }
}

static CadrePair *
find_heads (CadreMapping *mapping)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (mapping)); i++)
    {
      g_autoptr (CadrePair) pair = cadre_mapping_get_pair (mapping, i);

      if (g_strcmp0 (cadre_pair_get_before (pair), "h") == 0 ||
          g_strcmp0 (cadre_pair_get_after (pair), "h") == 0)
        return g_steal_pointer (&pair);
    }
  g_assert_not_reached ();
}

/* A post of some reports: five clerks, jobs of which there is one each, and clerks. Rare jobs
 * say more than that so few of the many are found again. */
static CadreStructure *
load_head (const char *id, guint n)
{
  g_autoptr (GString) text = g_string_new ("\"posts\": [");

  g_string_append_printf (text, "{\"id\": \"%s\", \"title\": \"Head\"}", id);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title =
        i < 5 || i >= 30 ? g_strdup ("Clerk") : g_strdup_printf ("Job %u", i);

      g_string_append_printf (text, ", {\"id\": \"%s%u\", \"title\": \"%s\", \"manager\": \"%s\"}",
                              id, i, title, id);
    }
  g_string_append (text, "]");
  return load_text (text->str);
}

/* What the reports say for a post of many and one of thirty. */
static int
weigh_reports (guint n, gboolean is_exchanged)
{
  g_autoptr (CadreStructure) many = load_head ("h", n);
  g_autoptr (CadreStructure) few = load_head ("k", 30);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreMapping) mapping =
    cadre_mapping_new_by_evidence (is_exchanged ? few : many, is_exchanged ? many : few, NULL, NULL,
                                   NULL, &error);
  g_autoptr (CadrePair) pair = NULL;
  g_autoptr (GListModel) evidence = NULL;

  g_assert_no_error (error);
  pair = find_heads (mapping);
  evidence = cadre_pair_list_evidence (pair);
  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      g_autoptr (CadrePairEvidence) item = g_list_model_get_item (evidence, i);

      if (cadre_pair_evidence_get_feature (item) == CADRE_MAPPING_FEATURE_REPORTS)
        return cadre_pair_evidence_get_value (item);
    }
  g_assert_not_reached ();
}

/* From some number on, the shorter list is looked up in the longer: that is not seen. */
static void
test_few_of_many (void)
{
  g_assert_cmpint (ABS (weigh_reports (255, FALSE) - weigh_reports (256, FALSE)), <=, 20);
  g_assert_cmpint (weigh_reports (256, FALSE), ==, weigh_reports (256, TRUE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diff/mapping-made/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/diff/mapping-made/many-parts", test_many_parts);
  g_test_add_func ("/diff/mapping-made/stated-part", test_stated_part);
  g_test_add_func ("/diff/mapping-made/many-reports", test_many_reports);
  g_test_add_func ("/diff/mapping-made/few-of-many", test_few_of_many);

  return g_test_run ();
}
