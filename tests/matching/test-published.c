/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre-bipartite-matching.h>

/* Instances from the papers, with the answers that they give or that follow from how
 * they are made. What is small enough is also compared with all that there is. */

#define MOST 8
#define CHAIN 100000

/* The next order of @n numbers, as in a dictionary: %FALSE after the last. */
static gboolean
next_order (guint *order, guint n)
{
  guint k = n - 1, m = n - 1, keep;

  while (k > 0 && order[k - 1] >= order[k])
    k--;
  if (k == 0)
    return FALSE;
  while (order[m] <= order[k - 1])
    m--;
  keep = order[k - 1];
  order[k - 1] = order[m];
  order[m] = keep;
  for (m = n - 1; k < m; k++, m--)
    {
      keep = order[k];
      order[k] = order[m];
      order[m] = keep;
    }
  return TRUE;
}

static void
first_order (guint *order, guint n)
{
  for (guint k = 0; k < n; k++)
    order[k] = k;
}

static void
assert_proved (CadreBipartiteMatching *matching)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (matching);
  g_assert_true (cadre_bipartite_matching_check (matching, &error));
  g_assert_no_error (error);
}

static void
add_edge (CadreBipartite *graph, guint left, guint right, gint64 cost)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cadre_bipartite_add_edge (graph, left, right, cost, &error));
  g_assert_no_error (error);
}

/* What it costs at least, along edges and on a matrix. */
static void
assert_least (const gint32 *cells, guint n, gint64 least)
{
  g_autoptr (GBytes) bytes = g_bytes_new (cells, n * n * sizeof (gint32));
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreBipartite) dense =
    cadre_bipartite_new_for_costs (bytes, CADRE_BIPARTITE_COSTS_INT32, n, n, &error);
  g_autoptr (CadreBipartite) sparse = cadre_bipartite_new (n, n);
  CadreBipartite *const graphs[] = { dense, sparse };

  g_assert_no_error (error);
  for (guint k = 0; k < n * n; k++)
    add_edge (sparse, k / n, k % n, cells[k]);
  for (guint k = 0; k < G_N_ELEMENTS (graphs); k++)
    {
      g_autoptr (CadreBipartiteMatching) matching =
        cadre_bipartite_assign (graphs[k], NULL, &error);

      g_assert_no_error (error);
      assert_proved (matching);
      g_assert_cmpint ((gint64) cadre_bipartite_matching_get_cost (matching), ==, least);
    }
}

static gint64
find_least (const gint32 *cells, guint n)
{
  guint order[MOST];
  gint64 least = G_MAXINT64;

  first_order (order, n);
  do
    {
      gint64 sum = 0;

      for (guint i = 0; i < n; i++)
        sum += cells[i * n + order[i]];
      least = MIN (least, sum);
    }
  while (next_order (order, n));
  return least;
}

static void
test_machol_wien (void)
{
  const guint sizes[] = { 1, 2, 7, 8, 100, 150 };

  g_test_summary ("Machol and Wien, \"A 'hard' assignment problem\", Oper. Res. 24 (1976)");

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      const guint n = sizes[s];
      g_autofree gint32 *cells = g_new (gint32, n * n);
      /* The largest of one side goes to the least of the other. */
      const gint64 least = (gint64) n * (n + 1) * (n + 2) / 6;

      for (guint k = 0; k < n * n; k++)
        cells[k] = (gint32) ((k / n + 1) * (k % n + 1));
      if (n <= MOST)
        g_assert_cmpint (find_least (cells, n), ==, least);
      assert_least (cells, n, least);
    }
}

/* Ratings of individuals for jobs; the best sum has a cost of its negative. */
static const gint32 kuhn_ratings[] = { 8, 7, 9, 9, 5, 2, 7, 8, 6, 1, 4, 9, 2, 3, 2, 6 };

static void
test_kuhn (void)
{
  gint32 cells[16];

  g_test_summary ("Kuhn, \"The Hungarian method\", Naval Res. Logist. Quart. 2 (1955)");

  for (guint k = 0; k < 16; k++)
    cells[k] = -kuhn_ratings[k];
  g_assert_cmpint (find_least (cells, 4), ==, -27);
  assert_least (cells, 4, -27);
}

/* Who is qualified for which jobs: two individuals can only do the fourth. */
static void
test_kuhn_simple (void)
{
  const guint pairs[][2] = { { 0, 0 }, { 0, 1 }, { 0, 2 }, { 1, 2 }, { 1, 3 }, { 2, 3 }, { 3, 3 } };
  g_autoptr (CadreBipartite) graph = cadre_bipartite_new (4, 4);
  g_autoptr (CadreBipartiteMatching) matching = NULL;
  g_autoptr (CadreBipartiteMatching) all = NULL;
  g_autoptr (GError) error = NULL;
  const guint *list;
  gsize n;

  g_test_summary ("Kuhn (1955), section 2: three of four jobs");

  for (guint k = 0; k < G_N_ELEMENTS (pairs); k++)
    add_edge (graph, pairs[k][0], pairs[k][1], 1);
  matching = cadre_bipartite_match (graph, NULL, &error);
  assert_proved (matching);
  g_assert_cmpuint (cadre_bipartite_matching_get_n_pairs (matching), ==, 3);

  all = cadre_bipartite_assign (graph, NULL, &error);
  assert_proved (all);
  g_assert_false (cadre_bipartite_matching_is_feasible (all));
  list = cadre_bipartite_matching_get_shortage (all, CADRE_BIPARTITE_SIDE_LEFT, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (list[0], ==, 2);
  g_assert_cmpuint (list[1], ==, 3);
}

/* A block of forbidden pairs of so many rows and columns: in a square of @n, as many
 * as their sum is above @n stay alone. */
static void
test_frobenius (void)
{
  const guint cases[][3] = { { 6, 3, 3 }, { 6, 4, 3 }, { 6, 6, 1 }, { 9, 5, 7 }, { 40, 30, 25 } };

  g_test_summary ("König, Math. Ann. 77 (1916): how large a block of zeros is too large");

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      const guint n = cases[k][0], rows = cases[k][1], columns = cases[k][2];
      g_autoptr (CadreBipartite) graph = cadre_bipartite_new (n, n);
      g_autoptr (CadreBipartiteMatching) matching = NULL;
      g_autoptr (GError) error = NULL;

      for (guint e = 0; e < n * n; e++)
        if (e / n >= rows || e % n >= columns)
          add_edge (graph, e / n, e % n, 1);
      matching = cadre_bipartite_match (graph, NULL, &error);
      assert_proved (matching);
      g_assert_cmpuint (cadre_bipartite_matching_get_n_pairs (matching), ==,
                        n - (rows + columns > n ? rows + columns - n : 0));
    }
}

/* Each vertex could go to its own place or to the next, and is asked for the next one
 * first; the last has its own only, and so all have. */
static void
test_chain (void)
{
  g_autoptr (CadreBipartite) graph = cadre_bipartite_new (CHAIN, CHAIN);
  g_autoptr (CadreBipartiteMatching) matching = NULL;
  g_autoptr (GError) error = NULL;
  const gint *rights;
  gsize n;

  g_test_summary ("Hopcroft and Karp, SIAM J. Comput. 2 (1973): a path as long as the graph");

  for (guint i = 0; i < CHAIN; i++)
    {
      if (i + 1 < CHAIN)
        add_edge (graph, i, i + 1, 1);
      add_edge (graph, i, i, 1);
    }
  matching = cadre_bipartite_match (graph, NULL, &error);
  assert_proved (matching);
  rights = cadre_bipartite_matching_get_rights (matching, &n);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (rights[i], ==, (gint) i);
}

/* Pairs that are not there must not be taken for cheap ones. A known program puts a
 * million in their place and then takes them: gatagat/lap, its lapmod. */
static void
test_large_costs (void)
{
  const guint n = 7;
  const gint64 own = 4000000;
  g_autoptr (CadreBipartite) graph = cadre_bipartite_new (n, n);
  g_autoptr (CadreBipartiteMatching) matching = NULL;
  g_autoptr (GError) error = NULL;
  const gint *edges;
  gsize n_left;

  g_test_summary ("Edges that cost more than what others take for no edge");

  for (guint i = 0; i < n; i++)
    {
      add_edge (graph, i, i, own);
      if (i + 1 < n)
        add_edge (graph, i, i + 1, 1);
    }
  matching = cadre_bipartite_assign (graph, NULL, &error);
  assert_proved (matching);
  g_assert_true (cadre_bipartite_matching_is_feasible (matching));
  g_assert_cmpint ((gint64) cadre_bipartite_matching_get_cost (matching), ==, own * n);
  edges = cadre_bipartite_matching_get_edges (matching, &n_left);
  for (gsize i = 0; i < n_left; i++)
    g_assert_cmpint (edges[i], ==, 2 * (gint) i);
}

/* The lists are numbered from 1, as they are printed. */
typedef struct
{
  const char *name;
  guint n;
  guint n_stable;
  const char *men[MOST];
  const char *women[MOST];
  guint best_for_men[MOST];
  guint best_for_women[MOST]; /* by man */
} Marriages;

static const Marriages marriages[] = {
  { "Gale and Shapley, Amer. Math. Monthly 69 (1962), example 1",
    3,
    3,
    { "123", "231", "312" },
    { "231", "312", "123" },
    { 1, 2, 3 },
    { 3, 1, 2 } },
  { "Gale and Shapley (1962), example 2: nobody gets the first choice",
    4,
    1,
    { "1234", "1432", "2134", "4231" },
    { "4312", "2413", "4123", "3214" },
    { 3, 4, 1, 2 },
    { 3, 4, 1, 2 } },
  { "An instance of size 8, whose answers are found among all that there are",
    8,
    8,
    { "57126843", "23754186", "85146237", "32741685", "72513684", "16758423", "25763481",
      "38457261" },
    { "53761284", "86357214", "15624873", "87324156", "64738125", "28534671", "75218643",
      "74152368" },
    { 5, 3, 8, 6, 7, 1, 2, 4 },
    { 3, 6, 2, 8, 1, 5, 7, 4 } },
};

static guint
rank_of (const char *list, guint other)
{
  guint rank = 0;

  while (list[rank] != (char) ('1' + other))
    rank++;
  return rank;
}

static gboolean
is_stable (const Marriages *self, const guint *wife)
{
  guint husband[MOST];

  for (guint i = 0; i < self->n; i++)
    husband[wife[i]] = i;
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < self->n; j++)
      if (rank_of (self->men[i], j) < rank_of (self->men[i], wife[i]) &&
          rank_of (self->women[j], i) < rank_of (self->women[j], husband[j]))
        return FALSE;
  return TRUE;
}

static void
assert_wives (CadreBipartite *graph, CadreBipartiteSide side, const guint *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreBipartiteMatching) matching =
    cadre_bipartite_match_stable (graph, side, NULL, &error);
  const gint *rights;
  gsize n;

  g_assert_no_error (error);
  assert_proved (matching);
  g_assert_cmpint (cadre_bipartite_matching_get_stability (matching), ==,
                   CADRE_BIPARTITE_STABILITY_STRICT);
  rights = cadre_bipartite_matching_get_rights (matching, &n);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (rights[i] + 1, ==, (gint) expected[i]);
}

static void
judge_marriages (gconstpointer data)
{
  const Marriages *self = data;
  g_autoptr (CadreBipartite) graph = cadre_bipartite_new (self->n, self->n);
  g_autoptr (GError) error = NULL;
  guint wife[MOST];
  guint n_stable = 0;

  g_test_summary (self->name);

  first_order (wife, self->n);
  do
    n_stable += is_stable (self, wife);
  while (next_order (wife, self->n));
  g_assert_cmpuint (n_stable, ==, self->n_stable);

  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < self->n; j++)
      g_assert_true (cadre_bipartite_add_ranked_edge (graph, i, j, rank_of (self->men[i], j),
                                                      rank_of (self->women[j], i), &error));
  assert_wives (graph, CADRE_BIPARTITE_SIDE_LEFT, self->best_for_men);
  assert_wives (graph, CADRE_BIPARTITE_SIDE_RIGHT, self->best_for_women);
}

/* Two of each side, who all like both equally: whoever are paired, the others would
 * lose nothing by changing. */
static void
test_indifference (void)
{
  g_autoptr (CadreBipartite) graph = cadre_bipartite_new (2, 2);
  g_autoptr (CadreBipartiteMatching) matching = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("Irving, Discrete Appl. Math. 48 (1994): no super-stable one, but a weak one");

  for (guint k = 0; k < 4; k++)
    g_assert_true (cadre_bipartite_add_ranked_edge (graph, k / 2, k % 2, 0, 0, &error));
  matching = cadre_bipartite_match_stable (graph, CADRE_BIPARTITE_SIDE_LEFT, NULL, &error);
  assert_proved (matching);
  g_assert_cmpint (cadre_bipartite_matching_get_stability (matching), ==,
                   CADRE_BIPARTITE_STABILITY_WEAK);
  g_assert_cmpuint (cadre_bipartite_matching_get_n_pairs (matching), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matching/published/machol-wien", test_machol_wien);
  g_test_add_func ("/matching/published/kuhn", test_kuhn);
  g_test_add_func ("/matching/published/kuhn-simple", test_kuhn_simple);
  g_test_add_func ("/matching/published/frobenius", test_frobenius);
  g_test_add_func ("/matching/published/chain", test_chain);
  g_test_add_func ("/matching/published/large-costs", test_large_costs);
  g_test_add_data_func ("/matching/published/gale-shapley-1", &marriages[0], judge_marriages);
  g_test_add_data_func ("/matching/published/gale-shapley-2", &marriages[1], judge_marriages);
  g_test_add_data_func ("/matching/published/size-8", &marriages[2], judge_marriages);
  g_test_add_func ("/matching/published/indifference", test_indifference);

  return g_test_run ();
}
