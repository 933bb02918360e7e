/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Mapping two structures exchanged gives the same pairs exchanged: structures at random,
 * in which many posts are alike, where each pair of posts is looked at. */

#include "config.h"

#include "diff-structures.h"

#define N_ROUNDS (g_test_thorough () ? 400 : 40)
#define MOST 120 /* posts */

/* What a post is made of. Managers come before who reports to them. */
typedef struct
{
  int manager; /* -1 at the top */
  int title;
  int grade;
  int unit;
  gboolean is_gone;
} Post;

static int
pick (int n)
{
  return g_test_rand_int_range (0, n);
}

static void
change (Post *post, int row)
{
  const int lot = pick (20);

  if (lot == 0)
    post->title = pick (6);
  else if (lot == 1)
    post->grade = pick (4);
  else if (lot == 2 && row > 0)
    post->manager = pick (row);
  else if (lot == 3)
    post->is_gone = row > MOST / 8;
}

/* The ids are in an order that says nothing. */
static CadreStructure *
make_structure (const Post *posts, int n, char letter, int factor)
{
  g_autoptr (GString) text = g_string_new ("'posts': [");
  gboolean first = TRUE;

  for (int i = 0; i < n; i++)
    {
      const Post *post = &posts[i];

      if (post->is_gone)
        continue;
      g_string_append_printf (text,
                              "%s{'id': '%c%03d', 'title': 'Officer %d', 'grade': 'G%d', "
                              "'unit': 'U%d'",
                              first ? "" : ", ", letter, i * factor % 127, post->title, post->grade,
                              post->unit);
      if (post->manager >= 0 && !posts[post->manager].is_gone)
        g_string_append_printf (text, ", 'manager': '%c%03d'", letter,
                                post->manager * factor % 127);
      g_string_append_c (text, '}');
      first = FALSE;
    }
  g_string_append_c (text, ']');
  g_string_replace (text, "'", "\"", 0);

  return load_text (text->str);
}

static CadreMapping *
map (CadreStructure *before, CadreStructure *after)
{
  g_autoptr (CadreMappingSettings) settings = cadre_mapping_settings_new ();
  g_autoptr (GError) error = NULL;
  CadreMapping *mapping = NULL;

  cadre_mapping_settings_set_method (settings, CADRE_MAPPING_METHOD_SIMILARITY);
  mapping = cadre_mapping_new_by_evidence (before, after, NULL, settings, NULL, &error);
  g_assert_no_error (error);
  return mapping;
}

/* How many are mapped, the same both ways. */
static guint
map_both_ways (CadreStructure *before, CadreStructure *after)
{
  g_autoptr (CadreMapping) there = map (before, after);
  g_autoptr (CadreMapping) back = map (after, before);
  guint n_mapped = 0;

  for (int side = 0; side < 2; side++)
    for (int i = 0; i < 127; i++)
      {
        g_autofree char *id = g_strdup_printf ("%c%03d", "PQ"[side], i);
        const char *mate = side == 0 ? cadre_mapping_get_same_after (there, id)
                                     : cadre_mapping_get_same_before (there, id);

        g_assert_cmpstr (mate, ==,
                         side == 0 ? cadre_mapping_get_same_before (back, id)
                                   : cadre_mapping_get_same_after (back, id));
        n_mapped += mate != NULL;
      }

  return n_mapped;
}

static void
test_random (void)
{
  guint n_mapped = 0;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      const int n = 2 + pick (MOST - 2);
      const int factor = 1 + pick (126);
      Post posts[MOST] = { 0 };
      g_autoptr (CadreStructure) before = NULL;
      g_autoptr (CadreStructure) after = NULL;

      for (int i = 0; i < n; i++)
        posts[i] = (Post){ i > 0 ? pick (1 + i / 3) : -1, pick (6), pick (4), pick (3), FALSE };
      before = make_structure (posts, n, 'P', 1);
      for (int i = 0; i < n; i++)
        change (&posts[i], i);
      after = make_structure (posts, n, 'Q', factor);
      n_mapped += map_both_ways (before, after);
    }

  g_assert_cmpuint (n_mapped, >, (guint) N_ROUNDS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diff/mapping-exchanged/random", test_random);

  return g_test_run ();
}
