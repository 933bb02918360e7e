/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff-structures.h"
#include "../often.h"

/* Every tree that few posts can stand in, against every other: the moves of a
 * comparison are as few as a search through all trees finds, of which each step
 * gives one post another manager and leaves a tree. Of the most posts, every tree is
 * compared with one of each form, so that all pairs are there but for the names of posts;
 * and of the pairs that only names tell from those, some. */

#define MOST_POSTS 5
#define MOST_TREES 1296
#define N_CODES 7776 /* 6 to the power of 5 */

typedef struct
{
  guint n_posts;
  guint n_trees;
  guint trees[MOST_TREES]; /* each post's manager and 1, or 0, in base MOST_POSTS + 1 */
  guint16 places[N_CODES]; /* by code: the place in @trees and 1 */
} Forest;

static guint
get_manager (guint code, guint post)
{
  while (post-- > 0)
    code /= MOST_POSTS + 1;
  return code % (MOST_POSTS + 1);
}

static guint
with_manager (guint code, guint post, guint manager)
{
  guint power = 1;
  const guint old = get_manager (code, post);

  while (post-- > 0)
    power *= MOST_POSTS + 1;
  return code + manager * power - old * power;
}

static gboolean
is_tree (guint code, guint n_posts)
{
  for (guint post = 0; post < n_posts; post++)
    {
      guint at = post;
      guint steps = 0;

      while (get_manager (code, at) != 0 && steps++ <= n_posts)
        at = get_manager (code, at) - 1;
      if (steps > n_posts)
        return FALSE;
    }

  return TRUE;
}

static void
fill (Forest *self, guint n_posts)
{
  guint codes = 1;

  memset (self, 0, sizeof (*self));
  self->n_posts = n_posts;
  for (guint i = 0; i < n_posts; i++)
    codes *= MOST_POSTS + 1;
  for (guint code = 0; code < codes; code++)
    {
      gboolean is_inside = TRUE;

      for (guint post = 0; post < n_posts; post++)
        is_inside = is_inside && get_manager (code, post) <= n_posts;
      if (!is_inside || !is_tree (code, n_posts))
        continue;
      self->trees[self->n_trees++] = code;
      self->places[code] = (guint16) self->n_trees;
    }
}

static void
swap (guint *order, guint i, guint k)
{
  const guint swapped = order[i];

  order[i] = order[k];
  order[k] = swapped;
}

/* The next of the orders of some posts; FALSE after the last. */
static gboolean
next_order (guint *order, guint n)
{
  guint i = n - 1;
  guint k = n - 1;

  while (i > 0 && order[i - 1] >= order[i])
    i--;
  if (i == 0)
    return FALSE;

  while (order[k] <= order[i - 1])
    k--;
  swap (order, i - 1, k);
  for (k = n - 1; i < k; i++, k--)
    swap (order, i, k);
  return TRUE;
}

/* Whether no other names of the posts make a tree with a lower code, so that of all
 * trees of one form just one is the first. */
static gboolean
is_first_of_form (guint code, guint n_posts)
{
  guint order[MOST_POSTS + 1] = { 0, 1, 2, 3, 4, 5 }; /* by manager: from 1 on */

  do
    {
      guint renamed = 0;

      for (guint post = 0; post < n_posts; post++)
        renamed = with_manager (renamed, order[post + 1] - 1, order[get_manager (code, post)]);
      if (renamed < code)
        return FALSE;
    }
  while (next_order (order + 1, n_posts));

  return TRUE;
}

/* How many steps each tree is away from one. */
static void
measure (const Forest *self, guint start, guint8 *steps)
{
  g_autofree guint *queue = g_new (guint, self->n_trees);
  guint head = 0;
  guint tail = 0;

  memset (steps, 0xff, self->n_trees);
  steps[start] = 0;
  queue[tail++] = start;
  while (head < tail)
    {
      const guint at = queue[head++];

      for (guint post = 0; post < self->n_posts; post++)
        for (guint manager = 0; manager <= self->n_posts; manager++)
          {
            const guint place = self->places[with_manager (self->trees[at], post, manager)];

            if (place == 0 || steps[place - 1] != 0xff)
              continue;
            steps[place - 1] = (guint8) (steps[at] + 1);
            queue[tail++] = place - 1;
          }
    }
}

static CadreStructure *
make_structure (const Forest *self, guint tree)
{
  GString *members = g_string_new ("\"posts\": [");
  g_autofree char *text = NULL;

  for (guint post = 0; post < self->n_posts; post++)
    {
      const guint manager = get_manager (self->trees[tree], post);
      g_autofree char *id = manager > 0 ? g_strdup_printf ("p%u", manager - 1) : g_strdup ("none");

      g_string_append_printf (members, "%s{\"id\": \"p%u\", \"manager\": \"%s\"}",
                              post > 0 ? ", " : "", post, id);
    }
  g_string_append_c (members, ']');
  text = g_string_free (members, FALSE);
  return load_text (text);
}

static void
check (CadreStructure *before, CadreStructure *after, guint expected)
{
  g_autoptr (CadreDiff) diff = compare (before, after);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadrePatch) patch = cadre_patch_new (diff, &error);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (patch));

  g_assert_no_error (error);
  g_assert_cmpuint (cadre_diff_count (diff, CADRE_CHANGE_KIND_POST_MOVED), ==, expected);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (diff)), ==, expected);
  g_assert_cmpuint (n, ==, expected);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadrePatchOperation) operation = cadre_patch_get_operation (patch, i);

      g_assert_cmpint (cadre_patch_operation_get_action (operation), ==, CADRE_PATCH_ACTION_MOVE);
    }
}

static void
test_all_trees (gconstpointer data)
{
  const guint n_posts = GPOINTER_TO_UINT (data);
  g_autofree Forest *forest = g_new (Forest, 1);
  g_autofree guint8 *steps = g_new (guint8, MOST_TREES);
  g_autoptr (GPtrArray) structures = g_ptr_array_new_with_free_func (g_object_unref);
  const gint32 one_of = (gint32) often (800, 8000);
  const gboolean is_long = often (TRUE, FALSE) != 0;
  static const guint forms[MOST_POSTS] = { 1, 2, 4, 9, 20 }; /* rooted forests: OEIS A000081 */
  guint n_forms = 0;
  guint n_checked = 0;

  fill (forest, n_posts);
  for (guint i = 0; i < forest->n_trees; i++)
    g_ptr_array_add (structures, make_structure (forest, i));
  for (guint i = 0; i < forest->n_trees; i++)
    {
      const gboolean is_first = is_first_of_form (forest->trees[i], n_posts);

      n_forms += is_first;
      measure (forest, i, steps);
      for (guint k = 0; k < forest->n_trees; k++)
        {
          g_assert_cmpuint (steps[k], <=, n_posts);
          if (n_posts == MOST_POSTS && !(is_first && is_long) && !g_test_thorough () &&
              g_test_rand_int_range (0, one_of) != 0)
            continue;
          check (g_ptr_array_index (structures, i), g_ptr_array_index (structures, k), steps[k]);
          n_checked++;
        }
    }
  g_test_message ("%u trees, %u pairs", forest->n_trees, n_checked);
  g_assert_cmpuint (n_forms, ==, forms[n_posts - 1]);
  g_assert_cmpuint (n_checked, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint n = 1; n <= MOST_POSTS; n++)
    {
      g_autofree char *path = g_strdup_printf ("/diff/patch/moves/%u-posts", n);

      g_test_add_data_func (path, GUINT_TO_POINTER (n), test_all_trees);
    }

  return g_test_run ();
}
