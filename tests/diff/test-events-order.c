/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff-structures.h"

/* Who is said to stand elsewhere among siblings, against every way to choose who stays:
 * as many as can be, among them all whose number is the same. */

#define N_CASES 400
#define MAX_SIBLINGS 8

typedef struct
{
  guint n;
  int before[MAX_SIBLINGS]; /* the numbers of p0, p1 … */
  int after[MAX_SIBLINGS];
} Numbers;

static Numbers
make_numbers (void)
{
  Numbers numbers = { .n = (guint) g_test_rand_int_range (1, MAX_SIBLINGS + 1) };

  for (guint i = 0; i < numbers.n; i++)
    {
      numbers.before[i] = g_test_rand_int_range (1, 12);
      numbers.after[i] =
        g_test_rand_int_range (0, 3) == 0 ? numbers.before[i] : g_test_rand_int_range (1, 12);
    }
  return numbers;
}

static char *
write_posts (const Numbers *numbers, gboolean before)
{
  GString *text = g_string_new ("\"posts\": [{\"id\": \"m\"}");

  for (guint i = 0; i < numbers->n; i++)
    g_string_append_printf (text, ", {\"id\": \"p%u\", \"manager\": \"m\", \"order\": %d}", i,
                            before ? numbers->before[i] : numbers->after[i]);
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

/* By number, and then by id. */
static gboolean
is_first (const int *numbers, guint a, guint b)
{
  return numbers[a] != numbers[b] ? numbers[a] < numbers[b] : a < b;
}

static gboolean
can_stay (const Numbers *numbers, guint chosen)
{
  for (guint a = 0; a < numbers->n; a++)
    {
      if ((chosen >> a & 1) == 0)
        {
          if (numbers->before[a] == numbers->after[a])
            return FALSE;
          continue;
        }
      for (guint b = 0; b < a; b++)
        if ((chosen >> b & 1) != 0 &&
            is_first (numbers->before, a, b) != is_first (numbers->after, a, b))
          return FALSE;
    }

  return TRUE;
}

static guint
count_moved (const Numbers *numbers)
{
  guint most = 0;

  for (guint chosen = 0; chosen < 1u << numbers->n; chosen++)
    if (can_stay (numbers, chosen))
      most = MAX (most, (guint) __builtin_popcount (chosen));

  return numbers->n - most;
}

static guint
count_changed (const Numbers *numbers)
{
  guint n = 0;

  for (guint i = 0; i < numbers->n; i++)
    n += numbers->before[i] != numbers->after[i];
  return n;
}

static guint
count_posts (GListModel *events, CadreChangeEventKind kind)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (CadreChangeEvent) event = g_list_model_get_item (events, i);
      g_auto (GStrv) posts = cadre_change_event_dup_posts (event);

      if (cadre_change_event_get_kind (event) == kind)
        n += g_strv_length (posts);
    }

  return n;
}

static void
test_fewest_move (void)
{
  guint n_reordered = 0;
  guint n_renumbered = 0;

  for (guint i = 0; i < N_CASES; i++)
    {
      const Numbers numbers = make_numbers ();
      const guint n_moved = count_moved (&numbers);
      g_autofree char *before = write_posts (&numbers, TRUE);
      g_autofree char *after = write_posts (&numbers, FALSE);
      g_autoptr (CadreDiff) diff = compare_texts (before, after);
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreDiffView) view = cadre_diff_view_new (CADRE_DIFF_LEVEL_SUMMARY);
      g_autoptr (GListModel) events = cadre_diff_list_events (diff, view, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (count_posts (events, CADRE_CHANGE_EVENT_KIND_ORDER), ==, n_moved);
      g_assert_cmpuint (count_posts (events, CADRE_CHANGE_EVENT_KIND_RENUMBERED), ==,
                        count_changed (&numbers) - n_moved);
      n_reordered += n_moved;
      n_renumbered += count_changed (&numbers) - n_moved;
    }

  g_assert_cmpuint (n_reordered, >, 0);
  g_assert_cmpuint (n_renumbered, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diff/events-order/fewest-move", test_fewest_move);

  return g_test_run ();
}
