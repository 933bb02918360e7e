/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre-bipartite-matching.h>
#include <cadre/cadre-bipartite-parts.h>
#include <cadre/cadre-matching-error.h>

#include <math.h>

typedef struct
{
  guint left, right;
  gint64 cost;
} Edge;

static CadreBipartite *
make_graph (guint n_left, guint n_right, const Edge *edges, guint n)
{
  CadreBipartite *graph = cadre_bipartite_new (n_left, n_right);

  for (guint k = 0; k < n; k++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (
        cadre_bipartite_add_edge (graph, edges[k].left, edges[k].right, edges[k].cost, &error));
      g_assert_no_error (error);
    }
  return graph;
}

static void
set_places (CadreBipartite *graph, guint right, guint n)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cadre_bipartite_set_n_places (graph, right, n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (cadre_bipartite_get_n_places (graph, right), ==, n);
}

static void
check (CadreBipartiteMatching *matching)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cadre_bipartite_matching_check (matching, &error));
  g_assert_no_error (error);
}

static void
assert_rights (CadreBipartiteMatching *matching, const gint *expected, gsize n_expected)
{
  gsize n;
  const gint *rights = cadre_bipartite_matching_get_rights (matching, &n);

  g_assert_cmpmem (rights, n * sizeof (gint), expected, n_expected * sizeof (gint));
}

static void
assert_list (const guint *list, gsize n, const guint *expected, gsize n_expected)
{
  g_assert_cmpmem (list, n * sizeof (guint), expected, n_expected * sizeof (guint));
}

/* Three for two places of one right vertex, and one who has another as well. */
static const Edge crowd[] = { { 0, 0, 4 }, { 1, 0, 2 }, { 2, 0, 3 }, { 3, 0, 1 }, { 3, 1, 9 } };

static void
test_match (void)
{
  g_autoptr (CadreBipartite) graph = make_graph (4, 2, crowd, G_N_ELEMENTS (crowd));
  g_autoptr (GError) error = NULL;
  CadreBipartiteMatching *matching;
  const guint lefts[] = { 0, 1, 2 }, rights[] = { 0 }, covered[] = { 3 };
  const guint *list;
  gsize n;

  g_test_summary ("As many as possible, the cover, and why somebody stays alone");

  set_places (graph, 0, 2);
  matching = cadre_bipartite_match (graph, NULL, &error);
  g_assert_no_error (error);
  check (matching);
  g_assert_cmpint (cadre_bipartite_matching_get_aim (matching), ==,
                   CADRE_BIPARTITE_AIM_CARDINALITY);
  g_assert_cmpuint (cadre_bipartite_matching_get_n_pairs (matching), ==, 3);
  list = cadre_bipartite_matching_get_shortage (matching, CADRE_BIPARTITE_SIDE_LEFT, &n);
  assert_list (list, n, lefts, G_N_ELEMENTS (lefts));
  list = cadre_bipartite_matching_get_shortage (matching, CADRE_BIPARTITE_SIDE_RIGHT, &n);
  assert_list (list, n, rights, G_N_ELEMENTS (rights));
  list = cadre_bipartite_matching_get_cover (matching, CADRE_BIPARTITE_SIDE_LEFT, &n);
  assert_list (list, n, covered, G_N_ELEMENTS (covered));
  list = cadre_bipartite_matching_get_cover (matching, CADRE_BIPARTITE_SIDE_RIGHT, &n);
  assert_list (list, n, rights, G_N_ELEMENTS (rights));
  g_assert_finalize_object (matching);
}

static void
test_assign (void)
{
  g_autoptr (CadreBipartite) graph = make_graph (4, 2, crowd, G_N_ELEMENTS (crowd));
  g_autoptr (GError) error = NULL;
  const gint least[] = { -1, 0, 0, 1 };
  CadreBipartiteMatching *matching;
  const double *prices;
  gsize n;

  g_test_summary ("Fewer places than left vertices: each place at least cost");

  set_places (graph, 0, 2);
  matching = cadre_bipartite_assign (graph, NULL, &error);
  g_assert_no_error (error);
  check (matching);
  g_assert_true (cadre_bipartite_matching_is_feasible (matching));
  assert_rights (matching, least, G_N_ELEMENTS (least));
  g_assert_cmpint ((gint) cadre_bipartite_matching_get_cost (matching), ==, 14);
  prices = cadre_bipartite_matching_get_prices (matching, CADRE_BIPARTITE_SIDE_LEFT, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpint ((gint) prices[0], ==, 0);
  prices = cadre_bipartite_matching_get_prices (matching, CADRE_BIPARTITE_SIDE_RIGHT, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint ((gint) prices[0], <=, 4);
  g_assert_finalize_object (matching);
}

static void
test_places (void)
{
  const Edge edges[] = { { 0, 0, 1 }, { 1, 0, 1 }, { 2, 0, 1 }, { 2, 1, 5 } };
  g_autoptr (CadreBipartite) graph = make_graph (3, 2, edges, G_N_ELEMENTS (edges));
  g_autoptr (GError) error = NULL;
  const gint least[] = { 0, 0, 0 };
  CadreBipartiteMatching *matching;

  g_test_summary ("More places than anybody needs, and a right vertex without any");

  set_places (graph, 0, 1000000000);
  set_places (graph, 1, 0);
  matching = cadre_bipartite_assign (graph, NULL, &error);
  g_assert_no_error (error);
  check (matching);
  assert_rights (matching, least, G_N_ELEMENTS (least));
  g_assert_finalize_object (matching);
}

static void
test_impossible (void)
{
  const Edge edges[] = { { 0, 0, 1 }, { 1, 0, 1 }, { 2, 1, 1 }, { 2, 2, 1 } };
  g_autoptr (CadreBipartite) graph = make_graph (3, 3, edges, G_N_ELEMENTS (edges));
  g_autoptr (GError) error = NULL;
  const guint lefts[] = { 0, 1 }, rights[] = { 0 };
  CadreBipartiteMatching *matching;
  const guint *list;
  gsize n;

  g_test_summary ("An assignment that cannot be names who has too few");

  matching = cadre_bipartite_assign (graph, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (cadre_bipartite_matching_is_feasible (matching));
  g_assert_cmpuint (cadre_bipartite_matching_get_n_pairs (matching), ==, 0);
  check (matching);
  g_assert_cmpint (cadre_bipartite_matching_get_short_side (matching), ==,
                   CADRE_BIPARTITE_SIDE_LEFT);
  list = cadre_bipartite_matching_get_shortage (matching, CADRE_BIPARTITE_SIDE_LEFT, &n);
  assert_list (list, n, lefts, G_N_ELEMENTS (lefts));
  list = cadre_bipartite_matching_get_shortage (matching, CADRE_BIPARTITE_SIDE_RIGHT, &n);
  assert_list (list, n, rights, G_N_ELEMENTS (rights));
  g_assert_null (cadre_bipartite_matching_get_prices (matching, CADRE_BIPARTITE_SIDE_LEFT, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_finalize_object (matching);
}

static void
test_matrix (void)
{
  const gint32 cells[] = { 5, 4, 1, 5, 4, G_MAXINT32 };
  const double reals[] = { 0.5, INFINITY, 0.25, INFINITY };
  g_autoptr (GBytes) whole = g_bytes_new_static (cells, sizeof cells);
  g_autoptr (GBytes) real = g_bytes_new_static (reals, sizeof reals);
  g_autoptr (GError) error = NULL;
  const gint least[] = { 2, 1 };
  const guint second[] = { 0, 1 };
  CadreBipartite *graph;
  CadreBipartiteMatching *matching;
  const guint *list;
  gsize n;

  g_test_summary ("Matrices of both kinds, and a column that is forbidden to all");

  graph = cadre_bipartite_new_for_costs (whole, CADRE_BIPARTITE_COSTS_INT32, 2, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cadre_bipartite_get_n_edges (graph), ==, 6);
  g_assert_false (cadre_bipartite_get_edge (graph, 5, NULL, NULL, NULL));
  matching = cadre_bipartite_assign (graph, NULL, &error);
  g_assert_no_error (error);
  check (matching);
  assert_rights (matching, least, G_N_ELEMENTS (least));
  g_assert_cmpint ((gint) cadre_bipartite_matching_get_cost (matching), ==, 5);
  g_assert_finalize_object (matching);
  matching = cadre_bipartite_match (graph, NULL, &error);
  g_assert_no_error (error);
  check (matching);
  g_assert_cmpuint (cadre_bipartite_matching_get_n_pairs (matching), ==, 2);
  g_assert_finalize_object (matching);
  g_assert_finalize_object (graph);

  graph = cadre_bipartite_new_for_costs (real, CADRE_BIPARTITE_COSTS_DOUBLE, 2, 2, &error);
  g_assert_no_error (error);
  matching = cadre_bipartite_assign (graph, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (cadre_bipartite_matching_is_feasible (matching));
  check (matching);
  list = cadre_bipartite_matching_get_shortage (matching, CADRE_BIPARTITE_SIDE_LEFT, &n);
  assert_list (list, n, second, 2);
  g_assert_finalize_object (matching);
  g_assert_finalize_object (graph);
}

typedef struct
{
  guint left, right, left_rank, right_rank;
} RankedEdge;

static CadreBipartite *
make_ranked (guint n, const RankedEdge *edges, guint n_edges)
{
  CadreBipartite *graph = cadre_bipartite_new (n, n);

  for (guint k = 0; k < n_edges; k++)
    g_assert_true (cadre_bipartite_add_ranked_edge (graph, edges[k].left, edges[k].right,
                                                    edges[k].left_rank, edges[k].right_rank, NULL));
  return graph;
}

static CadreBipartiteMatching *
match_stable (CadreBipartite *graph, CadreBipartiteSide side, CadreBipartiteStability stability)
{
  g_autoptr (GError) error = NULL;
  CadreBipartiteMatching *matching = cadre_bipartite_match_stable (graph, side, NULL, &error);

  g_assert_no_error (error);
  check (matching);
  g_assert_cmpint (cadre_bipartite_matching_get_stability (matching), ==, stability);
  return matching;
}

static void
test_stable (void)
{
  /* Each side has what the other likes second. */
  const RankedEdge edges[] = { { 0, 0, 1, 2 }, { 0, 1, 2, 1 }, { 1, 0, 9, 1 }, { 1, 1, 3, 2 } };
  g_autoptr (CadreBipartite) graph = make_ranked (2, edges, G_N_ELEMENTS (edges));
  const gint left_best[] = { 0, 1 }, right_best[] = { 1, 0 };
  CadreBipartiteMatching *matching;

  g_test_summary ("The best for either side, where there are no ties");

  matching = match_stable (graph, CADRE_BIPARTITE_SIDE_LEFT, CADRE_BIPARTITE_STABILITY_STRICT);
  assert_rights (matching, left_best, 2);
  g_assert_finalize_object (matching);
  matching = match_stable (graph, CADRE_BIPARTITE_SIDE_RIGHT, CADRE_BIPARTITE_STABILITY_STRICT);
  assert_rights (matching, right_best, 2);
  g_assert_finalize_object (matching);
}

static void
test_ties (void)
{
  /* Both like right 0 best, which likes them equally. */
  const RankedEdge edges[] = { { 0, 0, 0, 5 }, { 0, 1, 1, 0 }, { 1, 0, 0, 5 }, { 1, 1, 1, 1 } };
  const RankedEdge easy[] = { { 0, 0, 0, 5 }, { 1, 0, 1, 5 }, { 1, 1, 0, 1 } };
  g_autoptr (CadreBipartite) graph = make_ranked (2, edges, G_N_ELEMENTS (edges));
  g_autoptr (CadreBipartite) other = make_ranked (2, easy, G_N_ELEMENTS (easy));
  const gint lower[] = { 0, 1 }, higher[] = { 1, 0 };
  CadreBipartiteMatching *matching;

  g_test_summary ("Ties: super-stable where that can be, else as the tie ranks say");

  matching = match_stable (graph, CADRE_BIPARTITE_SIDE_LEFT, CADRE_BIPARTITE_STABILITY_WEAK);
  assert_rights (matching, lower, 2);
  g_assert_finalize_object (matching);

  g_assert_true (cadre_bipartite_set_tie_rank (graph, CADRE_BIPARTITE_SIDE_LEFT, 0, 1, NULL));
  g_assert_cmpuint (cadre_bipartite_get_tie_rank (graph, CADRE_BIPARTITE_SIDE_LEFT, 0), ==, 1);
  matching = match_stable (graph, CADRE_BIPARTITE_SIDE_LEFT, CADRE_BIPARTITE_STABILITY_WEAK);
  assert_rights (matching, higher, 2);
  g_assert_finalize_object (matching);

  matching = match_stable (other, CADRE_BIPARTITE_SIDE_LEFT, CADRE_BIPARTITE_STABILITY_SUPER);
  assert_rights (matching, lower, 2);
  g_assert_finalize_object (matching);
}

static void
test_ranked (void)
{
  /* One first choice blocks two seconds: 0 takes right 0 for rank 0, or all are paired. */
  const RankedEdge edges[] = { { 0, 0, 0, 0 }, { 0, 1, 7, 0 }, { 1, 0, 7, 0 } };
  g_autoptr (CadreBipartite) graph = make_ranked (2, edges, G_N_ELEMENTS (edges));
  g_autoptr (GError) error = NULL;
  const gint maximal[] = { 0, -1 }, reversed[] = { 1, 0 };
  CadreBipartiteMatching *matching;

  g_test_summary ("Most of the first rank, or most pairs");

  matching = cadre_bipartite_match_rank_maximal (graph, NULL, &error);
  g_assert_no_error (error);
  check (matching);
  assert_rights (matching, maximal, 2);
  g_assert_finalize_object (matching);
  matching = cadre_bipartite_match_rank_reversed (graph, NULL, &error);
  g_assert_no_error (error);
  check (matching);
  assert_rights (matching, reversed, 2);
  g_assert_finalize_object (matching);
}

static void
test_parts (void)
{
  /* Two left ones for right 0; a pair by itself; two right ones for left 3. */
  const Edge edges[] = { { 0, 0, 0 }, { 1, 0, 0 }, { 2, 0, 0 },
                         { 2, 1, 0 }, { 3, 2, 0 }, { 3, 3, 0 } };
  g_autoptr (CadreBipartite) graph = make_graph (4, 4, edges, G_N_ELEMENTS (edges));
  g_autoptr (GError) error = NULL;
  const CadreBipartitePart expected[] = {
    CADRE_BIPARTITE_PART_LEFT_OVER,
    CADRE_BIPARTITE_PART_LEFT_OVER,
    CADRE_BIPARTITE_PART_SQUARE,
    CADRE_BIPARTITE_PART_RIGHT_OVER,
  };
  const gint blocks[] = { -1, 0, -1, -1 };
  const guint components[] = { 0, 0, 0, 1 };
  CadreBipartiteParts *parts = cadre_bipartite_decompose (graph, NULL, &error);
  gsize n;
  const gint *found;
  const guint *numbers;

  g_test_summary ("What hangs together, and what decides itself");

  g_assert_no_error (error);
  g_assert_true (cadre_bipartite_parts_check (parts, &error));
  g_assert_cmpuint (cadre_bipartite_parts_get_n_components (parts), ==, 2);
  g_assert_cmpuint (cadre_bipartite_parts_get_n_blocks (parts), ==, 1);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (cadre_bipartite_parts_get_part (parts, CADRE_BIPARTITE_SIDE_LEFT, i), ==,
                     expected[i]);
  found = cadre_bipartite_parts_get_blocks (parts, CADRE_BIPARTITE_SIDE_RIGHT, &n);
  g_assert_cmpmem (found, n * sizeof (gint), blocks, sizeof blocks);
  numbers = cadre_bipartite_parts_get_components (parts, CADRE_BIPARTITE_SIDE_LEFT, &n);
  g_assert_cmpmem (numbers, n * sizeof (guint), components, sizeof components);
  g_assert_finalize_object (parts);
}

static void
test_errors (void)
{
  const guint32 column[] = { 0, 1 };
  const double bad[] = { NAN };
  g_autoptr (GBytes) two = g_bytes_new_static (column, sizeof column);
  g_autoptr (GBytes) one = g_bytes_new_static (column, sizeof column[0]);
  g_autoptr (GBytes) no_number = g_bytes_new_static (bad, sizeof bad);
  g_autoptr (GError) error = NULL;
  CadreBipartite *graph = cadre_bipartite_new (2, 1);

  g_test_summary ("What cannot be is said, and where");

  g_assert_false (cadre_bipartite_add_edge (graph, 2, 0, 0, &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_VERTEX);
  g_assert_cmpstr (error->message, ==, "There is no left vertex 2: there are 2");
  g_clear_error (&error);
  g_assert_false (cadre_bipartite_set_n_places (graph, 1, 2, &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_VERTEX);
  g_assert_cmpstr (error->message, ==, "There is no right vertex 1: there are 1");
  g_clear_error (&error);
  g_assert_false (cadre_bipartite_add_edges (graph, two, one, NULL, &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_FORM);
  g_assert_cmpstr (error->message, ==, "The columns of edges are not of the same length");
  g_clear_error (&error);
  g_assert_null (
    cadre_bipartite_new_for_costs (no_number, CADRE_BIPARTITE_COSTS_DOUBLE, 1, 1, &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_COST);
  g_assert_cmpstr (error->message, ==, "Cell 0 is no cost");
  g_clear_error (&error);
  g_assert_null (cadre_bipartite_new_for_costs (two, CADRE_BIPARTITE_COSTS_INT32, 1, 1, &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_COST);
  g_assert_cmpstr (error->message, ==, "A matrix of 1 rows and 1 columns does not have 8 bytes");
  g_clear_error (&error);
  g_assert_true (cadre_bipartite_add_edge (graph, 0, 0, G_MAXINT64, &error));
  g_assert_null (cadre_bipartite_assign (graph, NULL, &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_COST);
  g_assert_cmpstr (error->message, ==, "The cost of edge 0 is beyond 1125899906842624");
  g_assert_finalize_object (graph);
}

static void
test_large (void)
{
  g_autoptr (CadreBipartite) graph = cadre_bipartite_new (G_MAXUINT, 1);
  g_autoptr (GError) error = NULL;

  g_test_summary ("More vertices than can be held are refused");

  g_assert_null (cadre_bipartite_match (graph, NULL, &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "A side has more than 16777216 vertices");
  g_clear_error (&error);
  g_assert_null (cadre_bipartite_assign (graph, NULL, &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (cadre_bipartite_decompose (graph, NULL, &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_LIMIT);
}

static void
test_cancelled (void)
{
  g_autoptr (CadreBipartite) graph = make_graph (4, 2, crowd, G_N_ELEMENTS (crowd));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  CadreBipartiteMatching *(*const solve[]) (CadreBipartite *, GCancellable *, GError **) = {
    cadre_bipartite_match,
    cadre_bipartite_assign,
    cadre_bipartite_match_rank_maximal,
    cadre_bipartite_match_rank_reversed,
  };

  g_test_summary ("Whoever asks can stop each of them");

  g_cancellable_cancel (cancellable);
  for (guint k = 0; k < G_N_ELEMENTS (solve); k++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (solve[k](graph, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
        cadre_bipartite_match_stable (graph, (CadreBipartiteSide) side, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_empty (void)
{
  g_autoptr (CadreBipartite) graph = cadre_bipartite_new (0, 0);
  g_autoptr (GError) error = NULL;
  CadreBipartiteMatching *(*const solve[]) (CadreBipartite *, GCancellable *, GError **) = {
    cadre_bipartite_match,
    cadre_bipartite_assign,
    cadre_bipartite_match_rank_maximal,
    cadre_bipartite_match_rank_reversed,
  };

  g_test_summary ("Nobody at all");

  for (guint k = 0; k < G_N_ELEMENTS (solve); k++)
    {
      g_autoptr (CadreBipartiteMatching) matching = solve[k](graph, NULL, &error);

      g_assert_no_error (error);
      check (matching);
      g_assert_cmpuint (cadre_bipartite_matching_get_n_pairs (matching), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matching/bipartite/match", test_match);
  g_test_add_func ("/matching/bipartite/assign", test_assign);
  g_test_add_func ("/matching/bipartite/places", test_places);
  g_test_add_func ("/matching/bipartite/impossible", test_impossible);
  g_test_add_func ("/matching/bipartite/matrix", test_matrix);
  g_test_add_func ("/matching/bipartite/stable", test_stable);
  g_test_add_func ("/matching/bipartite/ties", test_ties);
  g_test_add_func ("/matching/bipartite/ranked", test_ranked);
  g_test_add_func ("/matching/bipartite/parts", test_parts);
  g_test_add_func ("/matching/bipartite/errors", test_errors);
  g_test_add_func ("/matching/bipartite/too-large", test_large);
  g_test_add_func ("/matching/bipartite/cancelled", test_cancelled);
  g_test_add_func ("/matching/bipartite/empty", test_empty);

  return g_test_run ();
}
