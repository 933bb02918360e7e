/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff-structures.h"

/* Small structures at random, with few ids and few values, so that much is
 * alike, much is not there, some of it twice, and lines go in circles. */

#define N_ROUNDS (g_test_thorough () ? 1000 : 40)
#define N_TABLES 8

static const char *const tables[N_TABLES] = { "posts",      "lines",   "responsibilities",
                                              "fundings",   "units",   "assignments",
                                              "statements", "lineages" };

typedef struct
{
  GPtrArray *rows[N_TABLES];
} Sketch;

static void
sketch_clear (Sketch *sketch)
{
  for (guint i = 0; i < N_TABLES; i++)
    g_clear_pointer (&sketch->rows[i], g_ptr_array_unref);
}

static int
pick (int n)
{
  return g_test_rand_int_range (0, n);
}

static char *
make_post (int id)
{
  const int title = pick (3);
  const int tier = pick (3);

  return g_strdup_printf ("{\"id\": \"p%d\", \"title\": {\"en\": \"T%d\", \"cy\": \"C%d\"}, "
                          "\"unit\": \"u%d\", \"tier\": %d, \"fte\": \"%d/%d\"%s}",
                          id, title, (title + tier) % 2, pick (3), tier, 1 + pick (2), 2 + pick (2),
                          pick (4) == 0 ? ", \"status\": \"existing\"" : "");
}

static char *
make_line (void)
{
  static const char *const kinds[] = { "management", "professional", "dotted" };
  static const char *const dates[] = { "", ", \"valid-from\": \"2007\"",
                                       ", \"valid-to\": \"2008-03\"" };

  return g_strdup_printf ("{\"post\": \"p%d\", \"kind\": \"%s\", \"manager\": \"p%d\"%s}", pick (9),
                          kinds[pick (3)], pick (9), dates[pick (3)]);
}

static char *
make_row (guint table)
{
  switch (table)
    {
    case 0:
      return make_post (pick (8));
    case 1:
      return make_line ();
    case 2:
      return g_strdup_printf ("{\"post\": \"p%d\", \"function-id\": \"f%d\", \"role\": \"%s\"}",
                              pick (9), pick (3), pick (3) == 0 ? "leads" : "holds");
    case 3:
      return g_strdup_printf ("{\"post\": \"p%d\", \"funder\": \"o%d\", \"share\": \"1/%d\"}",
                              pick (8), pick (2), 1 + pick (3));
    case 4:
      return g_strdup_printf ("{\"id\": \"u%d\", \"parent\": \"u%d\", \"name\": \"N%d\"}", pick (4),
                              pick (4), pick (2));
    case 5:
      return g_strdup_printf ("{\"id\": \"c%d\", \"person\": \"h%d\", \"post\": \"p%d\"}", pick (6),
                              pick (3), pick (8));
    case 6:
      return g_strdup_printf ("{\"post\": \"p%d\", \"head\": \"duties\", \"key\": \"%d\", "
                              "\"text\": \"S%d\"}",
                              pick (8), pick (2), pick (2));
    default:
      {
        static const char *const kinds[] = { "continuing", "renamed", "merge", "split", "created" };

        return g_strdup_printf ("{\"post\": \"p%d\", \"predecessor\": \"p%d\", \"kind\": \"%s\"}",
                                pick (9), pick (9), kinds[pick (5)]);
      }
    }
}

static Sketch
make_sketch (gboolean with_lineages)
{
  Sketch sketch = { { NULL } };

  for (guint i = 0; i < N_TABLES; i++)
    {
      const int n = i + 1 == N_TABLES && !with_lineages ? 0 : pick (10);

      sketch.rows[i] = g_ptr_array_new_with_free_func (g_free);
      for (int k = 0; k < n; k++)
        g_ptr_array_add (sketch.rows[i], make_row (i));
    }

  return sketch;
}

static void
shuffle (GPtrArray *rows)
{
  for (guint i = rows->len; i > 1; i--)
    {
      const guint other = (guint) pick ((int) i);
      gpointer row = rows->pdata[i - 1];

      rows->pdata[i - 1] = rows->pdata[other];
      rows->pdata[other] = row;
    }
}

/* A structure of the rows in an order of its own. */
static CadreStructure *
load_sketch (Sketch *sketch)
{
  GString *text = g_string_new ("\"as-of\": \"2008-01-23\"");
  g_autofree char *members = NULL;

  for (guint i = 0; i < N_TABLES; i++)
    {
      shuffle (sketch->rows[i]);
      g_string_append_printf (text, ", \"%s\": [", tables[i]);
      for (guint k = 0; k < sketch->rows[i]->len; k++)
        g_string_append_printf (text, "%s%s", k > 0 ? ", " : "",
                                (char *) sketch->rows[i]->pdata[k]);
      g_string_append_c (text, ']');
    }
  members = g_string_free (text, FALSE);

  return load_text (members);
}

/* Everything but origins, which are places in documents. */
static char *
describe (CadreDiff *diff)
{
  GString *text = g_string_new (NULL);
  g_autofree char *changes = list_changes (G_LIST_MODEL (diff));
  CadreIssueList *issues = cadre_diff_get_issues (diff);

  g_string_append (text, changes);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);

      g_string_append_printf (text, "%s %s\n", cadre_issue_get_code (issue),
                              cadre_issue_get_subject (issue));
    }
  for (guint i = 0; i < 9; i++)
    {
      char id[3] = { 'p', (char) ('0' + i), 0 };

      g_string_append_printf (text, "%d %d\n", cadre_diff_get_status_before (diff, id),
                              cadre_diff_get_status_after (diff, id));
    }

  return g_string_free (text, FALSE);
}

static void
test_itself (void)
{
  for (guint i = 0; i < (guint) N_ROUNDS; i++)
    {
      Sketch sketch = make_sketch (FALSE);
      g_autoptr (CadreStructure) a = load_sketch (&sketch);
      g_autoptr (CadreStructure) b = load_sketch (&sketch);
      g_autoptr (CadreDiff) diff = compare (a, b);
      g_autofree char *changes = list_changes (G_LIST_MODEL (diff));

      g_assert_cmpstr (changes, ==, "");
      sketch_clear (&sketch);
    }
}

static void
test_shuffled (void)
{
  for (guint i = 0; i < (guint) N_ROUNDS; i++)
    {
      Sketch before = make_sketch (FALSE);
      Sketch after = make_sketch (TRUE);
      g_autofree char *expected = NULL;

      for (guint k = 0; k < 3; k++)
        {
          g_autoptr (CadreStructure) a = load_sketch (&before);
          g_autoptr (CadreStructure) b = load_sketch (&after);
          g_autoptr (CadreDiff) diff = compare (a, b);
          g_autofree char *text = describe (diff);

          if (expected == NULL)
            expected = g_steal_pointer (&text);
          else
            g_assert_cmpstr (text, ==, expected);
        }
      sketch_clear (&before);
      sketch_clear (&after);
    }
}

static guint
count (CadreDiff *diff, CadreChangeKind first, CadreChangeKind last)
{
  guint n = 0;

  for (guint kind = first; kind <= (guint) last; kind++)
    n += cadre_diff_count (diff, kind);

  return n;
}

/* What came on the way there goes on the way back, and the rest is the same. */
static void
test_swapped (void)
{
  static const CadreChangeKind opposites[][2] = {
    { CADRE_CHANGE_KIND_UNIT_CREATED, CADRE_CHANGE_KIND_UNIT_DELETED },
    { CADRE_CHANGE_KIND_POST_CREATED, CADRE_CHANGE_KIND_POST_DELETED },
    { CADRE_CHANGE_KIND_LINE_ADDED, CADRE_CHANGE_KIND_LINE_REMOVED },
    { CADRE_CHANGE_KIND_ASSIGNMENT_CREATED, CADRE_CHANGE_KIND_ASSIGNMENT_ENDED },
    { CADRE_CHANGE_KIND_POST_MOVED, CADRE_CHANGE_KIND_POST_MOVED },
    { CADRE_CHANGE_KIND_POST_RETITLED, CADRE_CHANGE_KIND_POST_RETITLED },
    { CADRE_CHANGE_KIND_HOURS, CADRE_CHANGE_KIND_HOURS },
    { CADRE_CHANGE_KIND_FUNDING, CADRE_CHANGE_KIND_FUNDING },
    { CADRE_CHANGE_KIND_PROFILE, CADRE_CHANGE_KIND_PROFILE },
    { CADRE_CHANGE_KIND_LINE_CHANGED, CADRE_CHANGE_KIND_LINE_CHANGED },
    { CADRE_CHANGE_KIND_FUNCTION_CHANGED, CADRE_CHANGE_KIND_FUNCTION_CHANGED },
    { CADRE_CHANGE_KIND_STATUS, CADRE_CHANGE_KIND_STATUS },
    { CADRE_CHANGE_KIND_ASSIGNMENT_MOVED, CADRE_CHANGE_KIND_ASSIGNMENT_MOVED },
    { CADRE_CHANGE_KIND_ASSIGNMENT_CHANGED, CADRE_CHANGE_KIND_ASSIGNMENT_CHANGED },
    { CADRE_CHANGE_KIND_OTHER_FIELD, CADRE_CHANGE_KIND_OTHER_FIELD },
  };

  for (guint i = 0; i < (guint) N_ROUNDS; i++)
    {
      Sketch before = make_sketch (FALSE);
      Sketch after = make_sketch (FALSE);
      g_autoptr (CadreStructure) a = load_sketch (&before);
      g_autoptr (CadreStructure) b = load_sketch (&after);
      g_autoptr (CadreDiff) there = compare (a, b);
      g_autoptr (CadreDiff) back = compare (b, a);

      for (guint k = 0; k < G_N_ELEMENTS (opposites); k++)
        g_assert_cmpuint (cadre_diff_count (there, opposites[k][0]), ==,
                          cadre_diff_count (back, opposites[k][1]));
      g_assert_cmpuint (count (there, CADRE_CHANGE_KIND_FUNCTION_TRANSFERRED,
                               CADRE_CHANGE_KIND_FUNCTION_ORPHANED),
                        ==, cadre_diff_count (back, CADRE_CHANGE_KIND_FUNCTION_GAINED));
      sketch_clear (&before);
      sketch_clear (&after);
    }
}

/* The changes of all posts together are those that are about posts, and each is
 * listed for the ids that it gives. */
static void
test_lists (void)
{
  for (guint i = 0; i < (guint) N_ROUNDS; i++)
    {
      Sketch before = make_sketch (FALSE);
      Sketch after = make_sketch (TRUE);
      g_autoptr (CadreStructure) a = load_sketch (&before);
      g_autoptr (CadreStructure) b = load_sketch (&after);
      g_autoptr (CadreDiff) diff = compare (a, b);

      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (diff)); k++)
        {
          g_autoptr (CadreChange) change = cadre_diff_get_change (diff, k);
          const CadreRecordKind kind = cadre_change_get_owner_kind (change);
          const char *id = cadre_change_get_id_after (change);
          g_autoptr (CadreRecord) owner = NULL;
          g_autoptr (GListModel) list = NULL;
          g_autofree char *line = cadre_change_to_string (change);
          g_autofree char *lines = NULL;

          /* A row may name a record that is not there: then nothing lists it. */
          owner = id != NULL
                    ? cadre_structure_find_record (b, kind, id)
                    : cadre_structure_find_record (a, kind, cadre_change_get_id_before (change));
          if (owner == NULL)
            continue;

          list = cadre_diff_list_for (diff, kind, cadre_record_get_id (owner));
          lines = list_changes (list);
          g_assert_nonnull (strstr (lines, line));
        }
      sketch_clear (&before);
      sketch_clear (&after);
    }
}

/* Documents that bring the same texts in quite another order. */
static void
test_another_order (void)
{
  const guint n = 3000;
  Sketch sketch = { { NULL } };
  g_autoptr (CadreStructure) before = NULL;
  g_autoptr (CadreStructure) after = NULL;
  g_autoptr (CadreDiff) diff = NULL;

  for (guint i = 0; i < N_TABLES; i++)
    sketch.rows[i] = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (
      sketch.rows[0],
      g_strdup_printf ("{\"id\": \"%u\", \"title\": \"Post %u\", \"manager\": \"%u\"}", i, i % 700,
                       i / 5));
  before = load_sketch (&sketch);

  g_ptr_array_remove_index_fast (sketch.rows[0], 7);
  g_ptr_array_add (sketch.rows[0], g_strdup ("{\"id\": \"2999x\", \"manager\": \"1\"}"));
  after = load_sketch (&sketch);
  diff = compare (before, after);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (diff)), ==, 2);
  g_assert_cmpuint (cadre_diff_count (diff, CADRE_CHANGE_KIND_POST_DELETED), ==, 1);
  g_assert_cmpint (cadre_diff_get_status_after (diff, "2999x"), ==, CADRE_POST_STATUS_NEW);
  sketch_clear (&sketch);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diff/random/itself", test_itself);
  g_test_add_func ("/diff/random/shuffled", test_shuffled);
  g_test_add_func ("/diff/random/swapped", test_swapped);
  g_test_add_func ("/diff/random/lists", test_lists);

  g_test_add_func ("/diff/random/another-order", test_another_order);

  return g_test_run ();
}
