/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "../often.h"
#include "base/cadre-issue-list-private.h"
#include "diff-structures.h"
#include "diff/patch/cadre-patch-fit-private.h"
#include "structure/cadre-tables-structure-private.h"

/* What a patch adds has to stand where a reader would put it, wherever that is: before all
 * records, behind them, in crowds, and among many lines of one post. Records come in order,
 * in two parts that are in order, or in none. */

#define N_CASES 300
#define MOST_IDS 400
#define MOST_LINES 60 /* of one post */

typedef enum
{
  IN_ORDER,
  IN_TWO_PARTS,
  IN_NO_ORDER,
  N_ORDERS,
} Order;

/* Short and long ids, and such that begin alike. */
static char *
make_id (GRand *rand, guint i)
{
  static const char *const starts[] = { "", "P", "post-of-", "post-of-the-council-", "\\u00e9" };
  const char *start = starts[g_rand_int_range (rand, 0, G_N_ELEMENTS (starts))];

  return g_strdup_printf (i % 3 == 0 ? "%s%u" : "%s%05u", start, i);
}

static GPtrArray *
make_ids (GRand *rand)
{
  const guint n = (guint) g_rand_int_range (rand, 1, MOST_IDS);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, make_id (rand, i));
  return ids;
}

static int
order_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
bring_into_order (GRand *rand, GPtrArray *records, Order order)
{
  const guint n = records->len;
  const guint middle = n > 0 ? (guint) g_rand_int_range (rand, 0, (gint) n) : 0;

  for (guint i = n; i > 1; i--)
    {
      const guint k = (guint) g_rand_int_range (rand, 0, (gint) i);
      const gpointer swapped = records->pdata[i - 1];

      records->pdata[i - 1] = records->pdata[k];
      records->pdata[k] = swapped;
    }
  if (order == IN_ORDER)
    g_ptr_array_sort (records, order_texts);
  if (order == IN_TWO_PARTS && n > 0)
    {
      qsort (records->pdata, middle, sizeof (gpointer), order_texts);
      qsort (records->pdata + middle, n - middle, sizeof (gpointer), order_texts);
    }
}

static void
add_lines (GRand *rand, const GPtrArray *ids, guint post, GPtrArray *lines)
{
  guint n = (guint) g_rand_int_range (rand, 0, 3);
  g_autofree guint8 *used = g_new0 (guint8, ids->len);

  if (g_rand_int_range (rand, 0, 40) == 0)
    n = MOST_LINES;
  for (guint i = 0; i < n; i++)
    {
      const guint manager = (guint) g_rand_int_range (rand, 0, (gint) ids->len);

      if (!used[manager])
        g_ptr_array_add (
          lines, g_strdup_printf ("{\"post\": \"%s\", \"kind\": \"dotted\", \"manager\": \"%s\"}",
                                  (char *) ids->pdata[post], (char *) ids->pdata[manager]));
      used[manager] = TRUE;
    }
}

static void
append_records (GString *text, const char *name, const GPtrArray *records)
{
  g_string_append_printf (text, "%s\"%s\": [", text->len > 0 ? ", " : "", name);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (char *) records->pdata[i]);
  g_string_append_c (text, ']');
}

/* A post that is in two structures may have another manager in the second: its line gets
 * another key. Some have a second line from a later day on. */
static CadreStructure *
make_structure (GRand *rand, const GPtrArray *ids, guint one_in, Order order)
{
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  const guint begin = (guint) g_rand_int_range (rand, 0, (gint) ids->len);

  for (guint i = 0; i < ids->len; i++)
    {
      /* Whole stretches are there or not, and beside them single ones. */
      const gboolean is_crowd = i >= begin && i < begin + ids->len / 4;
      const guint manager = i / 8 + (guint) g_rand_int_range (rand, 0, 2);

      if (is_crowd || g_rand_int_range (rand, 0, (gint) one_in) > 0)
        continue;
      g_ptr_array_add (posts,
                       g_strdup_printf ("{\"id\": \"%s\", \"title\": \"Title %d\"}",
                                        (char *) ids->pdata[i], g_rand_int_range (rand, 0, 3)));
      if (manager < i && g_rand_int_range (rand, 0, 4) == 0)
        g_ptr_array_add (lines, g_strdup_printf ("{\"post\": \"%s\", \"manager\": \"%s\", "
                                                 "\"valid-from\": \"2030-04-01\"}",
                                                 (char *) ids->pdata[i],
                                                 (char *) ids->pdata[manager / 2]));
      if (manager < i)
        g_ptr_array_add (lines,
                         g_strdup_printf ("{\"post\": \"%s\", \"manager\": \"%s\"}",
                                          (char *) ids->pdata[i], (char *) ids->pdata[manager]));
      add_lines (rand, ids, i, lines);
    }
  bring_into_order (rand, posts, order);
  bring_into_order (rand, lines, order);
  append_records (text, "posts", posts);
  append_records (text, "lines", lines);
  return load_text (text->str);
}

/* Sealing would mend it, which takes long. */
static void
check_order (CadrePatch *patch, CadreStructure *before)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreIssueList) issues = cadre_issue_list_new (10);
  g_autoptr (CadreTables) tables =
    cadre_patch_apply_tables (patch, cadre_structure_get_tables (before), issues, &error);

  g_assert_no_error (error);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    for (guint32 i = 1; i < cadre_tables_get (tables, kind)->n_rows; i++)
      g_assert_cmpint (cadre_tables_compare_rows (tables, kind, i - 1, i), <=, 0);
}

static void
check (CadrePatch *patch, CadreStructure *before, CadreStructure *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreStructure) result = cadre_patch_apply (patch, before, NULL, &error);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;

  g_assert_no_error (error);
  text = cadre_structure_to_text (result, full, &error);
  g_assert_no_error (error);
  expected = cadre_structure_to_text (after, full, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_places (void)
{
  for (guint i = 0; i < often (N_CASES, 20); i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      g_autoptr (GPtrArray) ids = make_ids (rand);
      const guint one_in = i % 4 == 0 ? 6 : 1 + i % 3;
      g_autoptr (CadreStructure) before = make_structure (rand, ids, one_in, i % N_ORDERS);
      g_autoptr (CadreStructure) after = make_structure (rand, ids, 1, (i + 1) % N_ORDERS);
      g_autoptr (CadreDiff) diff = compare (before, after);
      g_autoptr (GError) error = NULL;
      g_autoptr (CadrePatch) patch = cadre_patch_new (diff, &error);
      g_autoptr (CadrePatch) inverse = NULL;

      g_assert_no_error (error);
      inverse = cadre_patch_invert (patch, &error);
      g_assert_no_error (error);
      check_order (patch, before);
      check_order (inverse, after);
      check (patch, before, after);
      check (inverse, after, before);
    }
}

/* Lines of few posts, some of which go over to another post, or to another manager. */
#define N_POSTS 8

typedef struct
{
  int post;
  int manager;
} Line;

static gboolean
has_line (const GArray *lines, guint n, Line line)
{
  for (guint i = 0; i < n; i++)
    if (g_array_index (lines, Line, i).post == line.post &&
        g_array_index (lines, Line, i).manager == line.manager)
      return TRUE;

  return FALSE;
}

static Line
make_line (GRand *rand)
{
  return (Line){ g_rand_int_range (rand, 0, N_POSTS), g_rand_int_range (rand, 0, N_POSTS) };
}

static GArray *
make_lines (GRand *rand)
{
  const guint n = (guint) g_rand_int_range (rand, 1, N_POSTS);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < n; i++)
    {
      const Line line = make_line (rand);

      if (!has_line (lines, lines->len, line))
        g_array_append_val (lines, line);
    }
  return lines;
}

static CadreStructure *
make_structure_of_lines (const GArray *lines)
{
  g_autoptr (GString) text = g_string_new ("\"posts\": [");

  for (guint i = 0; i < N_POSTS; i++)
    g_string_append_printf (text, "%s{\"id\": \"p%u\"}", i > 0 ? ", " : "", i);
  g_string_append (text, "], \"lines\": [");
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text,
                            "%s{\"post\": \"p%d\", \"manager\": \"p%d\", \"kind\": \"dotted\"}",
                            i > 0 ? ", " : "", g_array_index (lines, Line, i).post,
                            g_array_index (lines, Line, i).manager);
  g_string_append_c (text, ']');
  return load_text (text->str);
}

static void
append_operation (GString *text,
                  Line line,
                  const char *action,
                  const char *field,
                  int before,
                  int after)
{
  if (before == after)
    return;

  g_string_append_printf (text,
                          "%s{\"do\": \"%s\", \"record\": \"line\", \"key\": {\"post\": "
                          "\"p%d\", \"manager\": \"p%d\", \"kind\": \"dotted\"}, \"field\": "
                          "\"%s\", \"before\": \"p%d\", \"after\": \"p%d\"}",
                          text->len > 0 ? ", " : "", action, line.post, line.manager, field, before,
                          after);
}

static void
delete_line (GArray *lines, guint i, GString *operations)
{
  const Line line = g_array_index (lines, Line, i);

  g_string_append_printf (operations,
                          "%s{\"do\": \"delete\", \"record\": \"line\", \"before\": {\"post\": "
                          "\"p%d\", \"manager\": \"p%d\", \"kind\": \"dotted\"}}",
                          operations->len > 0 ? ", " : "", line.post, line.manager);
  g_array_remove_index (lines, i);
}

static void
create_line (GRand *rand, GArray *lines, GString *operations)
{
  const Line line = make_line (rand);

  if (has_line (lines, lines->len, line))
    return;

  g_string_append_printf (operations,
                          "%s{\"do\": \"create\", \"record\": \"line\", \"after\": {\"post\": "
                          "\"p%d\", \"manager\": \"p%d\", \"kind\": \"dotted\"}}",
                          operations->len > 0 ? ", " : "", line.post, line.manager);
  g_array_append_val (lines, line);
}

/* Takes some lines away, gives others another key, and may make one more; and says so. */
static CadrePatch *
move_lines (GRand *rand, GArray *lines)
{
  g_autoptr (GString) operations = g_string_new (NULL);

  for (guint i = lines->len; i > 0; i--)
    if (g_rand_int_range (rand, 0, 6) == 0)
      delete_line (lines, i - 1, operations);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line line = g_array_index (lines, Line, i);
      Line moved = make_line (rand);

      if (g_rand_boolean (rand))
        moved.post = line.post;
      if (has_line (lines, lines->len, moved))
        continue;
      append_operation (operations, line, "change", "post", line.post, moved.post);
      append_operation (operations, line, "move", "manager", line.manager, moved.manager);
      g_array_index (lines, Line, i) = moved;
    }

  if (g_rand_boolean (rand))
    create_line (rand, lines, operations);

  return load_patch (operations->str);
}

static void
test_moved_lines (void)
{
  for (guint i = 0; i < often (20 * N_CASES, 20); i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      g_autoptr (GArray) lines = make_lines (rand);
      g_autoptr (CadreStructure) before = make_structure_of_lines (lines);
      g_autoptr (CadrePatch) patch = move_lines (rand, lines);
      g_autoptr (CadreStructure) after = make_structure_of_lines (lines);

      check_order (patch, before);
      check (patch, before, after);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/patch-places/all", test_places);
  g_test_add_func ("/diff/patch-places/moved-lines", test_moved_lines);
  return g_test_run ();
}
