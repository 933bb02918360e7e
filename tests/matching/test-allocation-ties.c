/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who is tied, against all allocations that there are. */

#include "config.h"

#include "matching/explain/cadre-allocation-private.h"
#include <cadre/cadre-bipartite.h>

#define MOST_PEOPLE 5
#define MOST_POSTS 4
#define LAST 4 /* above each cost of a post */

/* Small: people, the posts that each may have, and one place each that is none. */
typedef struct
{
  guint n_people;
  guint n_posts;
  guint n_places[MOST_POSTS];
  gint64 cost[MOST_PEOPLE][MOST_POSTS + 1]; /* 0 for no edge; the last is for no post */
  gint64 least;
  guint choices[MOST_PEOPLE]; /* in the best ones: a bit for each post, and for none */
  guint taken[MOST_PEOPLE];
} Problem;

static void
problem_by_lot (Problem *self)
{
  *self = (Problem){ .least = G_MAXINT64 };
  self->n_people = (guint) g_test_rand_int_range (1, MOST_PEOPLE + 1);
  self->n_posts = (guint) g_test_rand_int_range (1, MOST_POSTS + 1);
  for (guint j = 0; j < self->n_posts; j++)
    self->n_places[j] = (guint) g_test_rand_int_range (1, 3);
  for (guint i = 0; i < self->n_people; i++)
    {
      for (guint j = 0; j < self->n_posts; j++)
        self->cost[i][j] = g_test_rand_int_range (0, 3) > 0 ? g_test_rand_int_range (1, LAST) : 0;
      self->cost[i][self->n_posts] = (gint64) self->n_people * LAST + 1;
    }
}

/* Whether nobody has what is full. */
static gboolean
fits (const Problem *self)
{
  guint n[MOST_POSTS] = { 0 };

  for (guint i = 0; i < self->n_people; i++)
    if (self->taken[i] < self->n_posts && ++n[self->taken[i]] > self->n_places[self->taken[i]])
      return FALSE;
  return TRUE;
}

static void
note (Problem *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->n_people; i++)
    {
      if (self->cost[i][self->taken[i]] == 0)
        return;
      sum += self->cost[i][self->taken[i]];
    }
  if (sum > self->least || !fits (self))
    return;

  for (guint i = 0; i < self->n_people; i++)
    self->choices[i] = (sum < self->least ? 0 : self->choices[i]) | 1u << self->taken[i];
  self->least = sum;
}

/* All ways, as a number is counted up. */
static void
try_all (Problem *self)
{
  guint i = 0;

  while (i < self->n_people)
    {
      note (self);
      for (i = 0; i < self->n_people && ++self->taken[i] > self->n_posts; i++)
        self->taken[i] = 0;
    }
}

static CadreBipartite *
make_graph (const Problem *self)
{
  CadreBipartite *graph = cadre_bipartite_new (self->n_people, self->n_posts + self->n_people);

  for (guint i = 0; i < self->n_people; i++)
    {
      for (guint j = 0; j < self->n_posts; j++)
        if (self->cost[i][j] > 0)
          g_assert_true (cadre_bipartite_add_edge (graph, i, j, self->cost[i][j], NULL));
      g_assert_true (
        cadre_bipartite_add_edge (graph, i, self->n_posts + i, self->cost[i][self->n_posts], NULL));
    }
  for (guint j = 0; j < self->n_posts; j++)
    g_assert_true (cadre_bipartite_set_n_places (graph, j, self->n_places[j], NULL));
  return graph;
}

static void
test_ties (void)
{
  guint n_tied = 0, n_settled = 0;

  for (guint round = 0; round < 5000; round++)
    {
      Problem problem;
      guint8 is_tied[MOST_PEOPLE] = { 0 };
      g_autoptr (CadreBipartite) graph = NULL;
      g_autoptr (CadreBipartiteMatching) matching = NULL;
      g_autoptr (GError) error = NULL;

      problem_by_lot (&problem);
      try_all (&problem);
      graph = make_graph (&problem);
      matching = cadre_bipartite_assign (graph, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (cadre_allocation_find_ties (graph, matching, is_tied));
      for (guint i = 0; i < problem.n_people; i++)
        {
          g_assert_cmpint (is_tied[i], ==, __builtin_popcount (problem.choices[i]) > 1);
          n_tied += is_tied[i];
          n_settled += !is_tied[i];
        }
    }

  /* Neither all nor none, or it would show little. */
  g_assert_cmpuint (n_tied, >, 1000);
  g_assert_cmpuint (n_settled, >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matching/allocation-ties/random", test_ties);
  return g_test_run ();
}
