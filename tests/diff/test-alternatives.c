/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff-structures.h"

#include <cadre/cadre-enum-types.h>

#define MAX_PROPOSALS 3

/* A base, proposals, and the table: a row each, with the state in each proposal,
 * and an equals sign where all agree. */
typedef struct
{
  const char *name;
  const char *base;
  const char *proposals[MAX_PROPOSALS];
  const char *table;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "nothing", "", { "", "" }, "" },
  { "no proposals", "\"posts\": [{\"id\": \"a\"}]", { NULL }, "" },
  { "unchanged is in no row",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}]",
    { "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}]", "\"posts\": [{\"id\": \"a\"}]" },
    "post/b unchanged deleted\n" },
  { "every state",
    "\"posts\": [{\"id\": \"a\", \"title\": \"1\"}, {\"id\": \"b\", \"manager\": \"a\"}, "
    "{\"id\": \"c\", \"manager\": \"a\"}]",
    { "\"posts\": [{\"id\": \"a\", \"title\": \"2\"}, {\"id\": \"b\", \"manager\": \"c\"}, "
      "{\"id\": \"c\", \"manager\": \"a\"}, {\"id\": \"d\"}]",
      "\"posts\": [{\"id\": \"a\", \"title\": \"1\"}, {\"id\": \"b\", \"manager\": \"a\"}]" },
    "post/a changed unchanged\n"
    "post/b moved unchanged\n"
    "post/c unchanged deleted\n"
    "post/d created absent\n" },
  { "agreed",
    "\"posts\": [{\"id\": \"a\", \"title\": \"1\"}, {\"id\": \"b\"}]",
    { "\"posts\": [{\"id\": \"a\", \"title\": \"2\"}, {\"id\": \"n\", \"title\": \"New\"}]",
      "\"posts\": [{\"id\": \"a\", \"title\": \"2\"}, {\"id\": \"n\", \"title\": \"New\"}]" },
    "post/a changed changed =\n"
    "post/b deleted deleted =\n"
    "post/n created created =\n" },
  { "the same state is not the same value",
    "\"posts\": [{\"id\": \"a\", \"title\": \"1\"}]",
    { "\"posts\": [{\"id\": \"a\", \"title\": \"2\"}, {\"id\": \"n\", \"title\": \"X\"}]",
      "\"posts\": [{\"id\": \"a\", \"title\": \"3\"}, {\"id\": \"n\", \"title\": \"Y\"}]" },
    "post/a changed changed\n"
    "post/n created created\n" },
  { "two of three agree",
    "\"posts\": [{\"id\": \"a\", \"title\": \"1\"}]",
    { "\"posts\": [{\"id\": \"a\", \"title\": \"2\"}]", "\"posts\": [{\"id\": \"a\", \"title\": \"2\"}]",
      "\"posts\": [{\"id\": \"a\", \"title\": \"1\"}]" },
    "post/a changed changed unchanged\n" },
  { "lines are of their posts",
    "\"posts\": [{\"id\": \"a\"}, {\"id\": \"m\"}, {\"id\": \"n\"}]",
    { "\"posts\": [{\"id\": \"a\"}, {\"id\": \"m\"}, {\"id\": \"n\"}], "
      "\"lines\": [{\"post\": \"a\", \"kind\": \"dotted\", \"manager\": \"m\"}]",
      "\"posts\": [{\"id\": \"a\"}, {\"id\": \"m\"}, {\"id\": \"n\"}], "
      "\"lines\": [{\"post\": \"a\", \"kind\": \"dotted\", \"manager\": \"n\"}]" },
    "post/a changed changed\n" },
  { "renamed is the same post",
    "\"posts\": [{\"id\": \"a\", \"title\": \"1\"}]",
    { "\"posts\": [{\"id\": \"x\", \"title\": \"1\"}], "
      "\"lineages\": [{\"post\": \"x\", \"predecessor\": \"a\", \"kind\": \"renamed\"}]",
      "\"posts\": [{\"id\": \"a\", \"title\": \"2\"}]" },
    "post/a changed changed\n" },
  { "an id given to another post",
    "\"posts\": [{\"id\": \"a\", \"title\": \"1\"}]",
    { "\"posts\": [{\"id\": \"a\", \"title\": \"1\"}]",
      "\"posts\": [{\"id\": \"a\", \"title\": \"2\"}], "
      "\"lineages\": [{\"post\": \"a\", \"kind\": \"created\"}]" },
    "post/a unchanged deleted\n"
    "post/a absent created\n" },
  { "kinds in their order",
    "\"units\": [{\"id\": \"u\", \"name\": \"1\"}], \"posts\": [{\"id\": \"a\"}]",
    { "\"units\": [{\"id\": \"u\", \"name\": \"2\"}, {\"id\": \"v\", \"parent\": \"u\"}], "
      "\"posts\": [{\"id\": \"a\"}, {\"id\": \"0\"}]",
      "\"units\": [{\"id\": \"u\", \"name\": \"2\"}], \"posts\": [{\"id\": \"a\"}]" },
    "unit/u changed changed =\n"
    "unit/v created absent\n"
    "post/0 created absent\n" },
  { "what has no id is called by its parts",
    "\"successions\": [{\"kind\": \"organisation\", \"predecessor\": \"x\", \"successor\": \"y\"}]",
    { "", "\"successions\": [{\"kind\": \"organisation\", \"predecessor\": \"x\", "
      "\"successor\": \"y\"}]" },
    "succession/succession/organisation/y/x deleted unchanged\n" },
};
/* clang-format on */

static CadreAlternatives *
compare_all (CadreStructure *base, GPtrArray *proposals, CadreMapping *mapping)
{
  g_autoptr (GError) error = NULL;
  CadreAlternatives *alternatives =
    cadre_alternatives_new (base, (CadreStructure *const *) proposals->pdata, proposals->len, NULL,
                            &mapping, mapping != NULL ? 1 : 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (alternatives);
  return alternatives;
}

static GPtrArray *
load_all (const char *const *texts)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MAX_PROPOSALS && texts[i] != NULL; i++)
    g_ptr_array_add (proposals, load_text (texts[i]));

  return proposals;
}

static const char *
get_nick (GType type, int value)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (type);

  return g_enum_get_value (words, value)->value_nick;
}

static char *
describe (CadreAlternatives *alternatives, GListModel *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (CadreAlternativesRow) row = g_list_model_get_item (rows, i);

      g_string_append_printf (text, "%s/%s",
                              get_nick (CADRE_TYPE_RECORD_KIND,
                                        cadre_alternatives_row_get_kind (row)),
                              cadre_alternatives_row_get_id (row));
      for (guint k = 0; k < cadre_alternatives_get_n_proposals (alternatives); k++)
        g_string_append_printf (text, " %s",
                                get_nick (CADRE_TYPE_ALTERNATIVE_STATE,
                                          cadre_alternatives_row_get_state (row, k)));
      g_string_append (text, cadre_alternatives_row_is_agreed (row) ? " =\n" : "\n");
    }

  return g_string_free (text, FALSE);
}

static void
assert_table (CadreAlternatives *alternatives, const char *expected)
{
  g_autofree char *table = describe (alternatives, G_LIST_MODEL (alternatives));

  g_assert_cmpstr (table, ==, expected);
}

static void
assert_list (CadreAlternatives *alternatives, GListModel *list, const char *expected)
{
  g_autoptr (GListModel) owned = list;
  g_autofree char *table = describe (alternatives, owned);

  g_assert_cmpstr (table, ==, expected);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (CadreStructure) base = load_text (test->base);
  g_autoptr (GPtrArray) proposals = load_all (test->proposals);
  CadreAlternatives *alternatives = compare_all (base, proposals, NULL);

  assert_table (alternatives, test->table);
  g_assert_finalize_object (alternatives);
}

/* A post that two proposals create under different ids. */
static void
test_created_under_two_ids (void)
{
  const char *const texts[] = {
    "\"posts\": [{\"id\": \"a\", \"manager\": \"n1\"}, {\"id\": \"n1\", \"title\": \"New\"}]",
    "\"posts\": [{\"id\": \"a\", \"manager\": \"n2\"}, {\"id\": \"n2\", \"title\": \"New\"}]", NULL
  };
  g_autoptr (CadreStructure) base = load_text ("\"posts\": [{\"id\": \"a\"}]");
  g_autoptr (GPtrArray) proposals = load_all (texts);
  g_autoptr (GListStore) pairs = g_list_store_new (CADRE_TYPE_PAIR);
  g_autoptr (CadrePair) pair =
    cadre_pair_new ("n2", "n1", CADRE_LINEAGE_KIND_CONTINUING, CADRE_PAIR_BASIS_CONFIRMED, NULL);
  g_autoptr (CadreMapping) mapping = NULL;
  g_autoptr (CadreAlternatives) apart = compare_all (base, proposals, NULL);
  g_autoptr (CadreAlternatives) together = NULL;
  g_autoptr (CadreAlternativesRow) row = NULL;

  assert_table (apart, "post/a changed changed\n"
                       "post/n1 created absent\n"
                       "post/n2 absent created\n");

  g_list_store_append (pairs, pair);
  mapping =
    cadre_mapping_new (proposals->pdata[1], proposals->pdata[0], G_LIST_MODEL (pairs), NULL);
  together = compare_all (base, proposals, mapping);
  assert_table (together, "post/a changed changed =\n"
                          "post/n1 created created =\n");
  row = cadre_alternatives_get_row (together, 1);
  g_assert_cmpstr (cadre_alternatives_row_get_id_in (row, 0), ==, "n1");
  g_assert_cmpstr (cadre_alternatives_row_get_id_in (row, 1), ==, "n2");
  g_assert_null (cadre_alternatives_row_get_id_in (row, 2));
}

static void
test_foreign_mapping (void)
{
  g_autoptr (CadreStructure) base = load_text ("");
  g_autoptr (CadreStructure) a = load_text ("");
  CadreStructure *const proposals[] = { a };
  g_autoptr (CadreMapping) mapping = cadre_mapping_new (a, base, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_alternatives_new (base, proposals, 1, NULL, &mapping, 1, NULL, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MAPPING);
  g_assert_cmpstr (error->message, ==,
                   "Mapping 1 is neither from the base to a proposal nor between proposals");
}

static void
test_filters (void)
{
  const char *const texts[] = {
    "\"units\": [{\"id\": \"u\"}, {\"id\": \"v\", \"parent\": \"u\"}, {\"id\": \"w\"}], "
    "\"posts\": [{\"id\": \"a\", \"unit\": \"w\"}, {\"id\": \"b\", \"unit\": \"w\", "
    "\"title\": \"2\"}, {\"id\": \"c\", \"unit\": \"v\", \"title\": \"2\"}]",
    "\"units\": [{\"id\": \"u\"}, {\"id\": \"v\"}, {\"id\": \"w\"}], "
    "\"posts\": [{\"id\": \"a\", \"unit\": \"v\"}, {\"id\": \"b\", \"unit\": \"w\", "
    "\"title\": \"2\"}, {\"id\": \"c\", \"unit\": \"v\"}]",
    NULL
  };
  g_autoptr (CadreStructure) base =
    load_text ("\"units\": [{\"id\": \"u\"}, {\"id\": \"v\", \"parent\": \"u\"}, {\"id\": \"w\"}], "
               "\"posts\": [{\"id\": \"a\", \"unit\": \"v\"}, {\"id\": \"b\", \"unit\": \"w\"}, "
               "{\"id\": \"c\", \"unit\": \"v\"}]");
  g_autoptr (GPtrArray) proposals = load_all (texts);
  g_autoptr (CadreAlternatives) self = compare_all (base, proposals, NULL);

  assert_list (self, cadre_alternatives_list (self, CADRE_ALTERNATIVES_SHOW_AGREED),
               "post/b changed changed =\n");
  assert_list (self, cadre_alternatives_list (self, CADRE_ALTERNATIVES_SHOW_DIFFERING),
               "unit/v unchanged changed\n"
               "post/a moved unchanged\n"
               "post/c changed unchanged\n");
  assert_list (self,
               cadre_alternatives_list_of_kind (self, CADRE_ALTERNATIVES_SHOW_ALL,
                                                CADRE_RECORD_KIND_UNIT),
               "unit/v unchanged changed\n");
  assert_list (self, cadre_alternatives_list_in_unit (self, CADRE_ALTERNATIVES_SHOW_DIFFERING, "u"),
               "unit/v unchanged changed\n"
               "post/a moved unchanged\n"
               "post/c changed unchanged\n");
  assert_list (self, cadre_alternatives_list_in_unit (self, CADRE_ALTERNATIVES_SHOW_ALL, "w"),
               "post/a moved unchanged\n"
               "post/b changed changed =\n");
  assert_list (self, cadre_alternatives_list_in_unit (self, CADRE_ALTERNATIVES_SHOW_ALL, "x"), "");
  g_assert_cmpuint (cadre_alternatives_count (self, 0, CADRE_RECORD_KIND_POST,
                                              CADRE_ALTERNATIVE_STATE_CHANGED),
                    ==, 2);
  g_assert_cmpuint (cadre_alternatives_count (self, 2, CADRE_RECORD_KIND_POST,
                                              CADRE_ALTERNATIVE_STATE_CHANGED),
                    ==, 0);
}

static void
test_row (void)
{
  const char *const texts[] = { "\"posts\": [{\"id\": \"a\", \"title\": \"Chief\", \"cost\": 100}]",
                                "\"posts\": [{\"id\": \"a\", \"title\": \"Head\"}]", NULL };
  g_autoptr (CadreStructure) base =
    load_text ("\"posts\": [{\"id\": \"a\", \"title\": \"Head\", \"cost\": 90}]");
  g_autoptr (GPtrArray) proposals = load_all (texts);
  const char *const names[] = { "council", NULL };
  g_autoptr (CadreAlternatives) self =
    cadre_alternatives_new (base, (CadreStructure *const *) proposals->pdata, 2, names, NULL, 0,
                            NULL, NULL);
  g_autoptr (CadreAlternativesRow) row = cadre_alternatives_get_row (self, 0);
  g_autofree char *name = cadre_alternatives_row_dup_name (row);
  g_autoptr (GListModel) changes = cadre_alternatives_row_list_changes (row, 0);
  g_autofree char *text = list_changes (changes);
  g_autoptr (GListModel) none = cadre_alternatives_row_list_changes (row, 2);

  g_assert_cmpstr (cadre_alternatives_get_name (self, 0), ==, "council");
  g_assert_cmpstr (cadre_alternatives_get_name (self, 1), ==, "B");
  g_assert_null (cadre_alternatives_get_name (self, 2));
  g_assert_cmpstr (name, ==, "Head");
  g_assert_cmpstr (text, ==,
                   "post-retitled post/a title (en): Head -> Chief\n"
                   "cost post/a cost: 90 -> 100\n");
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
  g_assert_cmpint (cadre_alternatives_row_get_state (row, 2), ==, CADRE_ALTERNATIVE_STATE_HIDDEN);
  g_assert_cmpint (cadre_total_get_most (
                     cadre_figures_get_cost (cadre_alternatives_get_figures (self, 0))),
                   ==, 10000);
  g_assert_cmpint (cadre_total_get_most (
                     cadre_figures_get_cost (cadre_alternatives_get_figures (self, 1))),
                   ==, -1);
  g_assert_cmpuint (cadre_figures_get_n_posts (cadre_alternatives_get_base_figures (self)), ==, 1);
  g_assert_null (cadre_alternatives_get_row (self, 1));
}

/* A manager sees a post leave the branch, and is not told that it is deleted. */
static void
test_redacted (void)
{
  const char *const texts[] = {
    "\"posts\": [{\"id\": \"m\"}, {\"id\": \"a\"}, {\"id\": \"b\", \"manager\": \"m\", "
    "\"cost\": 5}]",
    "\"posts\": [{\"id\": \"m\"}, {\"id\": \"b\", \"manager\": \"m\"}, {\"id\": \"z\"}]", NULL
  };
  g_autoptr (CadreStructure) base =
    load_text ("\"posts\": [{\"id\": \"m\"}, {\"id\": \"a\", \"manager\": \"m\"}, "
               "{\"id\": \"b\", \"manager\": \"m\"}, {\"id\": \"z\", \"title\": \"Secret\"}]");
  g_autoptr (GPtrArray) proposals = load_all (texts);
  g_autoptr (CadreAlternatives) self = compare_all (base, proposals, NULL);
  g_autoptr (CadreRedaction) manager = cadre_redaction_new (CADRE_REDACTION_LEVEL_MANAGER);
  g_autoptr (CadreRedaction) statistics = cadre_redaction_new (CADRE_REDACTION_LEVEL_STATISTICS);
  const char *const subject[] = { "m", NULL };
  g_autoptr (CadreAlternatives) shown = NULL;
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  assert_table (self, "post/a changed deleted\n"
                      "post/b changed unchanged\n"
                      "post/z deleted changed\n");

  cadre_redaction_set_subject_posts (manager, subject);
  shown = cadre_alternatives_redact (self, manager, &error);
  g_assert_no_error (error);
  assert_table (shown, "post/a hidden deleted\n");
  g_assert_true (cadre_alternatives_write (self, manager, writer, &error));
  g_assert_true (cadre_writer_finish (writer, NULL, &error));
  text = cadre_writer_dup_text (writer);
  g_assert_null (strstr (text, "Secret"));
  g_assert_nonnull (strstr (text, "{\"state\": \"hidden\"}, {\"state\": \"deleted\""));

  g_assert_null (cadre_alternatives_redact (self, statistics, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_REDACTION);
  g_assert_cmpstr (error->message, ==, "The level of redaction shows no posts to compare");
}

/* Whatever is compared, states of all proposals follow from their own
 * comparisons, and a proposal beside itself agrees in everything. */
static void
test_random (void)
{
  for (guint round = 0; round < 100; round++)
    {
      CadreStructure *structures[3] = { NULL };
      g_autoptr (CadreAlternatives) twice = NULL;
      g_autoptr (CadreAlternatives) mirrored = NULL;
      g_autoptr (CadreAlternatives) both = NULL;
      g_autoptr (GListModel) differing = NULL;
      guint n = 0;

      for (guint i = 0; i < 3; i++)
        {
          g_autoptr (GString) posts = g_string_new ("\"posts\": [");

          for (int k = 0; k < g_test_rand_int_range (0, 7); k++)
            g_string_append_printf (posts,
                                    "%s{\"id\": \"p%d\", \"title\": \"T%d\", \"manager\": \"p%d\"}",
                                    k > 0 ? ", " : "", k * 3 + g_test_rand_int_range (0, 3),
                                    g_test_rand_int_range (0, 2), g_test_rand_int_range (0, 20));
          g_string_append (posts, "]");
          structures[i] = load_text (posts->str);
        }

      twice = cadre_alternatives_new (structures[0],
                                      (CadreStructure *const[]){ structures[1], structures[1] }, 2,
                                      NULL, NULL, 0, NULL, NULL);
      both = cadre_alternatives_new (structures[0], structures + 1, 2, NULL, NULL, 0, NULL, NULL);
      mirrored = cadre_alternatives_new (structures[0],
                                         (CadreStructure *const[]){ structures[2], structures[1] },
                                         2, NULL, NULL, 0, NULL, NULL);
      differing = cadre_alternatives_list (twice, CADRE_ALTERNATIVES_SHOW_DIFFERING);
      g_assert_cmpuint (g_list_model_get_n_items (differing), ==, 0);

      n = g_list_model_get_n_items (G_LIST_MODEL (both));
      g_assert_cmpuint (n, ==, g_list_model_get_n_items (G_LIST_MODEL (mirrored)));
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (CadreAlternativesRow) row = cadre_alternatives_get_row (both, i);
          g_autoptr (CadreAlternativesRow) mirror = cadre_alternatives_get_row (mirrored, i);

          g_assert_cmpstr (cadre_alternatives_row_get_id (row), ==,
                           cadre_alternatives_row_get_id (mirror));
          g_assert_cmpint (cadre_alternatives_row_is_agreed (row), ==,
                           cadre_alternatives_row_is_agreed (mirror));
          for (guint k = 0; k < 2; k++)
            g_assert_cmpint (cadre_alternatives_row_get_state (row, k), ==,
                             cadre_alternatives_row_get_state (mirror, 1 - k));
        }

      for (guint i = 0; i < 3; i++)
        g_object_unref (structures[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diff/alternatives/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/diff/alternatives/created-under-two-ids", test_created_under_two_ids);
  g_test_add_func ("/diff/alternatives/foreign-mapping", test_foreign_mapping);
  g_test_add_func ("/diff/alternatives/filters", test_filters);
  g_test_add_func ("/diff/alternatives/row", test_row);
  g_test_add_func ("/diff/alternatives/redacted", test_redacted);
  g_test_add_func ("/diff/alternatives/random", test_random);

  return g_test_run ();
}
