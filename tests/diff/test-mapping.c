/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff-structures.h"

/* Posts by their ids, with what a person confirms and what must come out. */
typedef struct
{
  const char *name;
  const char *before;       /* ids of posts, with blanks between */
  const char *after;        /* likewise */
  const char *lineages;     /* post predecessor kind, with ; between; "-" for no predecessor */
  const char *confirmed[5]; /* before after kind; "-" for none */
  const char *pairs;        /* a line each */
  const char *issues;       /* a line each */
  const char *created;      /* ids of posts after that were created */
} Case;

static const Case cases[] = {
  { "ids",
    "a b",
    "a c",
    "",
    { NULL },
    "a -> a (continuing, id)\n"
    "nothing -> c (created, id)\n"
    "b -> nothing (unknown, id)\n",
    "",
    "c" },
  { "nothing", "", "", "", { NULL }, "", "", "" },
  { "renamed",
    "old x",
    "new x",
    "new old renamed",
    { NULL },
    "old -> new (renamed, declared)\n"
    "x -> x (continuing, id)\n",
    "",
    "" },
  { "kind not stated",
    "old",
    "new",
    "new old ",
    { NULL },
    "old -> new (unknown, declared)\n",
    "",
    "" },
  { "merge",
    "a b",
    "c",
    "c a merge; c b merge",
    { NULL },
    "a -> c (merge, declared)\n"
    "b -> c (merge, declared)\n",
    "",
    "c" },
  { "split",
    "a",
    "b c",
    "b a split; c a split",
    { NULL },
    "a -> b (split, declared)\n"
    "a -> c (split, declared)\n",
    "",
    "b c" },
  { "split, one keeps the id",
    "a",
    "a b",
    "b a split",
    { NULL },
    "a -> a (continuing, id)\n"
    "a -> b (split, declared)\n",
    "",
    "b" },
  { "split, one keeps the id but not the post",
    "a",
    "a b",
    "a a split; b a split",
    { NULL },
    "a -> a (split, declared)\n"
    "a -> b (split, declared)\n",
    "",
    "a b" },
  { "merged into one that stays",
    "a b",
    "a",
    "a b merge",
    { NULL },
    "a -> a (continuing, id)\n"
    "b -> a (merge, declared)\n",
    "",
    "" },
  { "declared created",
    "a",
    "a",
    "a - created",
    { NULL },
    "nothing -> a (created, declared)\n"
    "a -> nothing (unknown, id)\n",
    "diff.mapping.id-contradiction post/a /lineages/0\n",
    "a" },
  { "ids swapped",
    "a b",
    "a b",
    "a b continuing; b a continuing",
    { NULL },
    "b -> a (continuing, declared)\n"
    "a -> b (continuing, declared)\n",
    "diff.mapping.id-contradiction post/a /lineages/0\n",
    "" },
  { "id used again",
    "a b",
    "a c",
    "c a renamed",
    { NULL },
    "nothing -> a (created, id)\n"
    "a -> c (renamed, declared)\n"
    "b -> nothing (unknown, id)\n",
    "diff.mapping.id-contradiction post/c /lineages/0\n",
    "a" },
  { "two posts both the same",
    "a b",
    "c",
    "c a continuing; c b continuing",
    { NULL },
    "a -> c (continuing, declared)\n"
    "b -> c (continuing, declared)\n",
    "diff.mapping.contradiction post/c /lineages/0\n"
    "diff.mapping.contradiction post/c /lineages/1\n",
    "c" },
  { "several without a kind",
    "a b",
    "c",
    "c a ; c b ",
    { NULL },
    "a -> c (unknown, declared)\n"
    "b -> c (unknown, declared)\n",
    "",
    "c" },
  { "dangling",
    "a",
    "a",
    "a zz renamed; zz a renamed; a - merge",
    { NULL },
    "a -> a (continuing, id)\n",
    "diff.mapping.dangling (null) /lineages/2\n"
    "diff.mapping.dangling (null) /lineages/0\n"
    "diff.mapping.dangling (null) /lineages/1\n",
    "" },
  { "created and not",
    "a",
    "b",
    "b a renamed; b - created",
    { NULL },
    "a -> b (renamed, declared)\n",
    "diff.mapping.contradiction post/b /lineages/1\n",
    "" },
  { "confirmed",
    "a b",
    "a c",
    "",
    { "b c renamed" },
    "a -> a (continuing, id)\n"
    "b -> c (renamed, confirmed)\n",
    "",
    "" },
  { "confirmed against declared",
    "a b",
    "c",
    "c a renamed",
    { "b c continuing" },
    "b -> c (continuing, confirmed)\n"
    "a -> nothing (unknown, id)\n",
    "diff.mapping.contradiction post/c /lineages/0\n",
    "" },
  { "confirmed beside a split",
    "a",
    "b c",
    "b a split; c a split",
    { "a b continuing" },
    "a -> b (continuing, confirmed)\n"
    "a -> c (split, declared)\n",
    "diff.mapping.contradiction post/b /lineages/0\n",
    "c" },
  { "confirmed end",
    "a",
    "a b",
    "b a renamed",
    { "a - unknown" },
    "nothing -> a (created, id)\n"
    "nothing -> b (created, id)\n"
    "a -> nothing (unknown, confirmed)\n",
    "diff.mapping.contradiction post/b /lineages/0\n"
    "diff.mapping.id-contradiction post/a (null)\n",
    "a b" },
  { "confirmed creation",
    "a",
    "a",
    "",
    { "- a created" },
    "nothing -> a (created, confirmed)\n"
    "a -> nothing (unknown, id)\n",
    "diff.mapping.id-contradiction post/a (null)\n",
    "a" },
  { "confirmed twice",
    "a b",
    "c",
    "",
    { "a c renamed", "b c renamed" },
    "a -> c (renamed, confirmed)\n"
    "b -> c (renamed, confirmed)\n",
    "diff.mapping.contradiction post/c (null)\n"
    "diff.mapping.contradiction post/c (null)\n",
    "c" },
  { "confirmed in vain",
    "a",
    "a",
    "",
    { "zz a renamed", "a zz renamed", "- - created" },
    "a -> a (continuing, id)\n",
    "diff.mapping.dangling (null) (null)\n"
    "diff.mapping.dangling (null) (null)\n"
    "diff.mapping.dangling (null) (null)\n",
    "" },
  { "one id twice",
    "a a b",
    "a b b",
    "",
    { NULL },
    "a -> a (continuing, id)\n"
    "b -> b (continuing, id)\n"
    "nothing -> b (created, id)\n"
    "a -> nothing (unknown, id)\n",
    "",
    "" },
};

static char *
make_posts (const char *ids)
{
  g_auto (GStrv) words = g_strsplit_set (ids, " ", -1);
  GString *text = g_string_new ("\"posts\": [");

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (text, "%s{\"id\": \"%s\", \"note\": \"%u\"}", i > 0 ? ", " : "",
                              words[i], i);

  return g_string_free (g_string_append_c (text, ']'), FALSE);
}

static char *
make_lineages (const char *lineages)
{
  g_auto (GStrv) rows = g_strsplit (lineages, "; ", -1);
  GString *text = g_string_new ("\"lineages\": [");

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i], " ", 3);

      if (g_strv_length (words) < 3)
        continue;
      g_string_append_printf (text, "%s{\"post\": \"%s\"", i > 0 ? ", " : "", words[0]);
      if (*words[1] != '-')
        g_string_append_printf (text, ", \"predecessor\": \"%s\"", words[1]);
      if (*words[2] != '\0')
        g_string_append_printf (text, ", \"kind\": \"%s\"", words[2]);
      g_string_append_c (text, '}');
    }

  return g_string_free (g_string_append_c (text, ']'), FALSE);
}

static CadrePair *
make_pair (const char *description)
{
  g_auto (GStrv) words = g_strsplit (description, " ", 3);
  g_autoptr (GEnumClass) kinds = g_type_class_ref (CADRE_TYPE_LINEAGE_KIND);
  const GEnumValue *kind = g_enum_get_value_by_nick (kinds, words[2]);

  g_assert_nonnull (kind);
  return cadre_pair_new (*words[0] != '-' ? words[0] : NULL, *words[1] != '-' ? words[1] : NULL,
                         kind->value, CADRE_PAIR_BASIS_CONFIRMED, "looked at");
}

static CadreMapping *
map_case (const Case *c)
{
  g_autofree char *posts_before = make_posts (c->before);
  g_autofree char *posts_after = make_posts (c->after);
  g_autofree char *lineages = make_lineages (c->lineages);
  g_autofree char *members = g_strconcat (posts_after, ", ", lineages, NULL);
  g_autoptr (CadreStructure) before = load_text (posts_before);
  g_autoptr (CadreStructure) after = load_text (members);
  g_autoptr (GListStore) confirmed = g_list_store_new (CADRE_TYPE_PAIR);
  g_autoptr (GError) error = NULL;
  CadreMapping *mapping = NULL;

  for (guint i = 0; c->confirmed[i] != NULL; i++)
    {
      g_autoptr (CadrePair) pair = make_pair (c->confirmed[i]);

      g_list_store_append (confirmed, pair);
    }

  mapping = cadre_mapping_new (before, after, G_LIST_MODEL (confirmed), &error);
  g_assert_no_error (error);
  g_assert_true (cadre_mapping_get_before (mapping) == before);
  g_assert_true (cadre_mapping_get_after (mapping) == after);
  return mapping;
}

static char *
list_pairs (CadreMapping *mapping)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (mapping)); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (G_LIST_MODEL (mapping), i);
      g_autofree char *line = cadre_pair_to_string (pair);

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (text, FALSE);
}

/* The ids after that were created, once each. */
static char *
list_created (CadreMapping *mapping)
{
  GString *text = g_string_new (NULL);
  g_autofree char *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (mapping)); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (G_LIST_MODEL (mapping), i);
      const char *id = cadre_pair_get_after (pair);

      if (id == NULL || g_strcmp0 (id, last) == 0)
        continue;
      if (cadre_mapping_is_created (mapping, id))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", id);
      g_free (last);
      last = g_strdup (id);
    }

  return g_string_free (text, FALSE);
}

/* What is asked of one post agrees with the pairs. */
static void
check_queries (CadreMapping *mapping)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (mapping)); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (G_LIST_MODEL (mapping), i);
      const char *before = cadre_pair_get_before (pair);
      const char *after = cadre_pair_get_after (pair);
      g_auto (GStrv) successors =
        before != NULL ? cadre_mapping_dup_successors (mapping, before) : NULL;
      g_auto (GStrv) predecessors =
        after != NULL ? cadre_mapping_dup_predecessors (mapping, after) : NULL;

      if (before != NULL && after != NULL)
        {
          g_assert_true (g_strv_contains ((const char *const *) successors, after));
          g_assert_true (g_strv_contains ((const char *const *) predecessors, before));
        }
      if (after != NULL && cadre_mapping_get_same_before (mapping, after) != NULL)
        g_assert_cmpstr (cadre_mapping_get_same_after (mapping,
                                                       cadre_mapping_get_same_before (mapping,
                                                                                      after)),
                         ==, after);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  CadreMapping *mapping = map_case (c);
  g_autofree char *pairs = list_pairs (mapping);
  g_autofree char *issues = list_issues (cadre_mapping_get_issues (mapping));
  g_autofree char *created = list_created (mapping);

  g_assert_cmpstr (pairs, ==, c->pairs);
  g_assert_cmpstr (issues, ==, c->issues);
  g_assert_cmpstr (created, ==, c->created);
  check_queries (mapping);
  g_assert_finalize_object (mapping);
}

/* A kind, by the name of the case and the id of the post after. */
static void
test_kinds (void)
{
  static const struct
  {
    const char *name;
    const char *id;
    CadreLineageKind kind;
  } kinds[] = {
    { "ids", "a", CADRE_LINEAGE_KIND_CONTINUING },
    { "ids", "c", CADRE_LINEAGE_KIND_CREATED },
    { "ids", "zz", CADRE_LINEAGE_KIND_UNKNOWN },
    { "renamed", "new", CADRE_LINEAGE_KIND_RENAMED },
    { "merge", "c", CADRE_LINEAGE_KIND_MERGE },
    { "split", "b", CADRE_LINEAGE_KIND_SPLIT },
    { "merged into one that stays", "a", CADRE_LINEAGE_KIND_MERGE },
    { "declared created", "a", CADRE_LINEAGE_KIND_CREATED },
    { "two posts both the same", "c", CADRE_LINEAGE_KIND_MERGE },
    { "confirmed", "c", CADRE_LINEAGE_KIND_RENAMED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
      if (g_str_equal (cases[k].name, kinds[i].name))
        {
          g_autoptr (CadreMapping) mapping = map_case (&cases[k]);

          g_assert_cmpint (cadre_mapping_get_kind_after (mapping, kinds[i].id), ==, kinds[i].kind);
        }
}

static void
test_nowhere (void)
{
  g_autoptr (CadreMapping) mapping = map_case (&cases[0]);
  g_auto (GStrv) successors = cadre_mapping_dup_successors (mapping, "zz");
  g_auto (GStrv) predecessors = cadre_mapping_dup_predecessors (mapping, "zz");

  g_assert_cmpuint (g_strv_length (successors), ==, 0);
  g_assert_cmpuint (g_strv_length (predecessors), ==, 0);
  g_assert_null (cadre_mapping_get_same_after (mapping, "b"));
  g_assert_null (cadre_mapping_get_same_after (mapping, "zz"));
  g_assert_null (cadre_mapping_get_same_before (mapping, "zz"));
  g_assert_false (cadre_mapping_is_created (mapping, "zz"));
  g_assert_null (cadre_mapping_get_pair (mapping, 3));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (mapping)) == CADRE_TYPE_PAIR);
}

static void
test_pair (void)
{
  CadrePair *pair =
    cadre_pair_new ("a", NULL, CADRE_LINEAGE_KIND_UNKNOWN, CADRE_PAIR_BASIS_CONFIRMED, "a note");
  g_autofree char *text = cadre_pair_to_string (pair);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *note = NULL;
  CadreLineageKind kind = CADRE_LINEAGE_KIND_MERGE;
  CadrePairBasis basis = CADRE_PAIR_BASIS_ID;

  g_object_get (pair, "before", &before, "after", &after, "kind", &kind, "basis", &basis, "note",
                &note, NULL);
  g_assert_cmpstr (before, ==, "a");
  g_assert_null (after);
  g_assert_cmpint (kind, ==, CADRE_LINEAGE_KIND_UNKNOWN);
  g_assert_cmpint (basis, ==, CADRE_PAIR_BASIS_CONFIRMED);
  g_assert_cmpstr (note, ==, "a note");
  g_assert_cmpstr (cadre_pair_get_note (pair), ==, "a note");
  g_assert_cmpstr (text, ==, "a -> nothing (unknown, confirmed)");
  g_assert_finalize_object (pair);
}

/* Notes come from the lineage or from the person. */
static void
test_notes (void)
{
  g_autoptr (CadreStructure) before = load_text ("\"posts\": [{\"id\": \"a\"}]");
  g_autoptr (CadreStructure) after =
    load_text ("\"posts\": [{\"id\": \"b\"}, {\"id\": \"c\"}], \"lineages\": "
               "[{\"post\": \"b\", \"predecessor\": \"a\", \"kind\": \"split\", "
               "\"note\": \"on page 3\"}]");
  g_autoptr (GListStore) confirmed = g_list_store_new (CADRE_TYPE_PAIR);
  g_autoptr (CadrePair) pair = make_pair ("a c split");
  g_autoptr (CadreMapping) mapping = NULL;
  g_autoptr (CadrePair) first = NULL;
  g_autoptr (CadrePair) second = NULL;

  g_list_store_append (confirmed, pair);
  mapping = cadre_mapping_new (before, after, G_LIST_MODEL (confirmed), NULL);
  first = cadre_mapping_get_pair (mapping, 0);
  second = cadre_mapping_get_pair (mapping, 1);
  g_assert_cmpstr (cadre_pair_get_note (first), ==, "on page 3");
  g_assert_cmpstr (cadre_pair_get_note (second), ==, "looked at");
}

static void
test_vale (void)
{
  g_autoptr (CadreStructure) before = load_example ("vale-2008-before.json");
  g_autoptr (CadreStructure) after = load_example ("vale-2008-after.json");
  g_autoptr (GListStore) confirmed = g_list_store_new (CADRE_TYPE_PAIR);
  g_autoptr (CadrePair) pair =
    cadre_pair_new ("head-strategy", "head-business-management", CADRE_LINEAGE_KIND_RENAMED,
                    CADRE_PAIR_BASIS_CONFIRMED, NULL);
  g_autoptr (CadreMapping) declared = cadre_mapping_new (before, after, NULL, NULL);
  g_autoptr (CadreMapping) mapping = NULL;
  g_auto (GStrv) managers = cadre_mapping_dup_successors (declared, "om-operational");
  g_auto (GStrv) deleted = cadre_mapping_dup_successors (declared, "om-commissioning");

  g_assert_cmpuint (g_strv_length (managers), ==, 6);
  g_assert_cmpuint (g_strv_length (deleted), ==, 0);
  g_assert_true (cadre_mapping_is_created (declared, "head-adult-services"));
  g_assert_true (cadre_mapping_is_created (declared, "om-adult-provider"));
  g_assert_true (cadre_mapping_is_created (declared, "head-business-management"));
  g_assert_false (cadre_mapping_is_created (declared, "tm-fostering"));
  g_assert_cmpuint (cadre_issue_list_get_total (cadre_mapping_get_issues (declared)), ==, 0);

  g_list_store_append (confirmed, pair);
  mapping = cadre_mapping_new (before, after, G_LIST_MODEL (confirmed), NULL);
  g_assert_cmpstr (cadre_mapping_get_same_after (mapping, "head-strategy"), ==,
                   "head-business-management");
  g_assert_false (cadre_mapping_is_created (mapping, "head-business-management"));
  g_assert_cmpuint (cadre_issue_list_get_total (cadre_mapping_get_issues (mapping)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diff/mapping/case/%s", cases[i].name);

      g_strdelimit (path, " ,", '-');
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/diff/mapping/kinds", test_kinds);
  g_test_add_func ("/diff/mapping/nowhere", test_nowhere);
  g_test_add_func ("/diff/mapping/pair", test_pair);
  g_test_add_func ("/diff/mapping/notes", test_notes);
  g_test_add_func ("/diff/mapping/vale", test_vale);

  return g_test_run ();
}
