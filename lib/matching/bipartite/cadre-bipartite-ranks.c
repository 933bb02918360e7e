/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-ranked-private.h"
#include "kernel/cadre-stable-private.h"
#include "matching/bipartite/cadre-bipartite-private.h"

#include <cadre/cadre-matching-error.h>

#include <stdlib.h>

/* So many prices prove a rank-reversed matching at most. */
#define MOST_PRICES (1U << 28)

/* One end of an edge, to be sorted. */
typedef struct
{
  guint32 rank;
  guint32 tie_rank;
  guint32 vertex;
  guint32 edge;
} End;

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *one = a;
  const End *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  if (one->tie_rank != other->tie_rank)
    return one->tie_rank < other->tie_rank ? -1 : 1;
  if (one->vertex != other->vertex)
    return one->vertex < other->vertex ? -1 : 1;
  return one->edge < other->edge ? -1 : one->edge > other->edge;
}

static gboolean
is_sorted (const End *ends, guint32 n)
{
  for (guint32 k = 1; k < n; k++)
    if (compare_ends (ends + k - 1, ends + k) > 0)
      return FALSE;
  return TRUE;
}

static void
sort_ends (End *ends, guint32 n)
{
  if (!is_sorted (ends, n))
    qsort (ends, n, sizeof (End), compare_ends);
}

static guint32
find_most (const guint32 *first, guint32 n)
{
  guint32 most = 1;

  for (guint32 k = 0; k < n; k++)
    most = MAX (most, first[k + 1] - first[k]);
  return most;
}

/* Puts the edges of each left vertex in its order: whether any are ties. */
static gboolean
sort_left (CadreBipartiteMatching *self, CadreBipartite *graph, End *ends)
{
  CadreBipartiteForm *form = &self->form;
  gboolean has_ties = FALSE;

  for (guint32 i = 0; i < self->n_left; i++)
    {
      const guint32 begin = form->first[i];
      const guint32 n = form->first[i + 1] - begin;

      for (guint32 k = 0; k < n; k++)
        {
          const CadreBipartiteEdge edge = cadre_bipartite_get_nth (graph, form->edge[begin + k]);

          ends[k] =
            (End){ edge.left_rank,
                   cadre_bipartite_get_tie_rank (graph, CADRE_BIPARTITE_SIDE_RIGHT, edge.right),
                   edge.right, form->edge[begin + k] };
        }
      sort_ends (ends, n);
      for (guint32 k = 0; k < n; k++)
        {
          form->right[begin + k] = ends[k].vertex;
          form->edge[begin + k] = ends[k].edge;
          self->left_rank[begin + k] = ends[k].rank;
          has_ties |= k > 0 && ends[k].rank == ends[k - 1].rank;
        }
    }
  return has_ties;
}

/* Numbers the edges of each right vertex in its order, equal ones with one number
 * in @self and with several in @strict: whether any are ties. */
static gboolean
rank_right (CadreBipartiteMatching *self,
            CadreBipartite *graph,
            const guint32 *first,
            const guint32 *left,
            const guint32 *turned,
            End *ends,
            guint32 *strict)
{
  gboolean has_ties = FALSE;

  for (guint32 j = 0; j < self->n_right; j++)
    {
      const guint32 n = first[j + 1] - first[j];

      for (guint32 k = 0; k < n; k++)
        {
          const guint32 e = turned[first[j] + k];
          const guint32 i = left[first[j] + k];

          ends[k] =
            (End){ cadre_bipartite_get_nth (graph, self->form.edge[e]).right_rank,
                   cadre_bipartite_get_tie_rank (graph, CADRE_BIPARTITE_SIDE_LEFT, i), i, e };
        }
      sort_ends (ends, n);
      for (guint32 k = 0; k < n; k++)
        {
          const gboolean is_tie = k > 0 && ends[k].rank == ends[k - 1].rank;

          strict[ends[k].edge] = k;
          self->right_rank[ends[k].edge] = is_tie ? self->right_rank[ends[k - 1].edge] : k;
          has_ties |= is_tie;
        }
    }
  return has_ties;
}

/* Puts edges and ranks in order: whether any are ties. */
static gboolean
take_preferences (CadreBipartiteMatching *self,
                  CadreBipartite *graph,
                  guint32 *strict,
                  gboolean *has_ties,
                  GError **error)
{
  const CadreKernelGraph *form = &self->form.graph;
  const gsize n_edges = MAX (cadre_kernel_graph_n_edges (form), 1);
  g_autofree guint32 *first = g_try_new (guint32, (gsize) form->n_right + 1);
  g_autofree guint32 *left = g_try_new (guint32, n_edges);
  g_autofree guint32 *turned = g_try_new (guint32, n_edges);
  g_autofree End *ends = NULL;

  if (first == NULL || left == NULL || turned == NULL)
    return cadre_bipartite_no_memory (error);
  /* Where edges begin on either side does not depend on their order. */
  cadre_kernel_graph_turn (form, first, left, turned);
  ends =
    g_try_new (End, MAX (find_most (form->first, form->n_left), find_most (first, form->n_right)));
  if (ends == NULL)
    return cadre_bipartite_no_memory (error);

  *has_ties = sort_left (self, graph, ends);
  cadre_kernel_graph_turn (form, first, left, turned);
  *has_ties |= rank_right (self, graph, first, left, turned, ends, strict);
  return TRUE;
}

static gboolean
take_places (CadreBipartiteMatching *self, CadreBipartite *graph, GError **error)
{
  self->n_places = g_try_new (guint32, MAX (self->n_right, 1));
  if (self->n_places == NULL)
    return cadre_bipartite_no_memory (error);

  for (guint32 j = 0; j < self->n_right; j++)
    self->n_places[j] = cadre_bipartite_get_n_places (graph, j);
  return TRUE;
}

static CadreKernelStatus
run_stable (CadreBipartiteMatching *self,
            CadreBipartiteSide side,
            gboolean has_ties,
            const guint32 *strict,
            GCancellable *cancellable)
{
  const CadreKernelWatch watch = cadre_bipartite_watch (cancellable);
  CadreKernelPreferences preferences = { &self->form.graph, self->left_rank, self->right_rank,
                                         self->n_places };

  self->stability = CADRE_BIPARTITE_STABILITY_STRICT;
  if (has_ties)
    {
      const CadreKernelStatus status =
        cadre_kernel_super_stable_match (&preferences, self->form_edge, &watch);

      self->stability = CADRE_BIPARTITE_STABILITY_SUPER;
      if (status != CADRE_KERNEL_INFEASIBLE)
        return status;
      self->stability = CADRE_BIPARTITE_STABILITY_WEAK;
    }

  preferences.right_rank = strict;
  return cadre_kernel_stable_match (&preferences,
                                    side == CADRE_BIPARTITE_SIDE_LEFT ? CADRE_KERNEL_STABLE_LEFT
                                                                      : CADRE_KERNEL_STABLE_RIGHT,
                                    self->form_edge, &watch);
}

static gboolean
allocate_ranks (CadreBipartiteMatching *self, GError **error)
{
  const gsize n_edges = MAX (cadre_kernel_graph_n_edges (&self->form.graph), 1);

  self->left_rank = g_try_new (guint32, n_edges);
  self->right_rank = g_try_new (guint32, n_edges);
  self->form_edge = g_try_new (guint32, MAX (self->n_left, 1));
  if (self->left_rank != NULL && self->right_rank != NULL && self->form_edge != NULL)
    return TRUE;
  return cadre_bipartite_no_memory (error);
}

static gboolean
match_stable (CadreBipartiteMatching *self,
              CadreBipartite *graph,
              CadreBipartiteSide side,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree guint32 *strict = NULL;
  gboolean has_ties = FALSE;

  if (!cadre_bipartite_form_init (&self->form, graph, CADRE_BIPARTITE_FORM_PLAIN, error) ||
      !allocate_ranks (self, error) || !take_places (self, graph, error))
    return FALSE;
  strict = g_try_new (guint32, MAX (cadre_kernel_graph_n_edges (&self->form.graph), 1));
  if (strict == NULL)
    return cadre_bipartite_no_memory (error);

  return take_preferences (self, graph, strict, &has_ties, error) &&
         cadre_bipartite_take_status (run_stable (self, side, has_ties, strict, cancellable),
                                      cancellable, error) &&
         cadre_bipartite_matching_take_edges (self, graph, error);
}

/**
 * cadre_bipartite_match_stable:
 * @self: a #CadreBipartite
 * @side: for whom it is to be best
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Pairs so that no two vertices with an edge would rather have each other than
 * what they have; a free place is liked less than anybody with an edge.
 *
 * Of all such matchings, it is the best for each vertex of @side, if there are no
 * ties. With ties, it is one that is stable however they are broken, if there is
 * one; if not, they are broken by tie ranks. Which it was is told by
 * cadre_bipartite_matching_get_stability().
 *
 * Deferred acceptance: Gale and Shapley (1962), McVitie and Wilson (1971); with
 * ties Irving, Manlove and Scott (2000). O(edges).
 *
 * Returns: (transfer full): the matching, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreBipartiteMatching *
cadre_bipartite_match_stable (CadreBipartite *self,
                              CadreBipartiteSide side,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (CadreBipartiteMatching) matching = NULL;

  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), NULL);
  g_return_val_if_fail (side == CADRE_BIPARTITE_SIDE_LEFT || side == CADRE_BIPARTITE_SIDE_RIGHT,
                        NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  matching = cadre_bipartite_matching_new (self, CADRE_BIPARTITE_AIM_STABLE);
  if (!match_stable (matching, self, side, cancellable, error))
    return NULL;
  return g_steal_pointer (&matching);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint32 one = *(const guint32 *) a;
  const guint32 other = *(const guint32 *) b;

  return (one > other) - (one < other);
}

/* Numbers the left ranks that there are, from 0. */
static gboolean
take_ranks (CadreBipartiteMatching *self, CadreBipartite *graph, GError **error)
{
  const guint32 n_edges = cadre_kernel_graph_n_edges (&self->form.graph);
  g_autofree guint32 *sorted = g_try_new (guint32, MAX (n_edges, 1));

  if (sorted == NULL || !allocate_ranks (self, error))
    return cadre_bipartite_no_memory (error);
  for (guint32 e = 0; e < n_edges; e++)
    {
      self->left_rank[e] = cadre_bipartite_get_nth (graph, self->form.edge[e]).left_rank;
      sorted[e] = self->left_rank[e];
    }

  qsort (sorted, n_edges, sizeof (guint32), compare_numbers);
  for (guint32 e = 0; e < n_edges; e++)
    if (e == 0 || sorted[e] != sorted[e - 1])
      sorted[self->n_ranks++] = sorted[e];
  for (guint32 e = 0; e < n_edges; e++)
    {
      const guint32 *found =
        bsearch (self->left_rank + e, sorted, self->n_ranks, sizeof (guint32), compare_numbers);

      self->left_rank[e] = found != NULL ? (guint32) (found - sorted) : 0;
    }
  return TRUE;
}

static CadreKernelStatus
run_ranks (CadreBipartiteMatching *self, GCancellable *cancellable)
{
  const CadreKernelGraph *graph = &self->form.graph;
  const CadreKernelWatch watch = cadre_bipartite_watch (cancellable);

  if (self->aim == CADRE_BIPARTITE_AIM_RANK_MAXIMAL)
    return cadre_kernel_rank_maximal (graph, self->left_rank, self->n_ranks, self->form_edge,
                                      &watch);
  return cadre_kernel_rank_reversed (graph, self->left_rank, self->n_ranks, self->form_edge,
                                     self->form_price, &watch);
}

static gboolean
make_prices (CadreBipartiteMatching *self, GError **error)
{
  const gsize n = cadre_kernel_rank_reversed_n_prices (&self->form.graph, self->n_ranks);

  if (self->aim == CADRE_BIPARTITE_AIM_RANK_MAXIMAL)
    return TRUE;
  if (n > MOST_PRICES)
    {
      g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_LIMIT,
                   "With %u ranks, the proof has more than %u prices", self->n_ranks, MOST_PRICES);
      return FALSE;
    }
  self->form_price = g_try_new (gint64, MAX (n, 1));
  return self->form_price != NULL || cadre_bipartite_no_memory (error);
}

static CadreBipartiteMatching *
match_ranked (CadreBipartite *graph,
              CadreBipartiteAim aim,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (CadreBipartiteMatching) self = cadre_bipartite_matching_new (graph, aim);

  if (!cadre_bipartite_form_init (&self->form, graph, CADRE_BIPARTITE_FORM_PLACES, error) ||
      !take_ranks (self, graph, error) || !make_prices (self, error) ||
      !cadre_bipartite_take_status (run_ranks (self, cancellable), cancellable, error) ||
      !cadre_bipartite_matching_take_edges (self, graph, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * cadre_bipartite_match_rank_maximal:
 * @self: a #CadreBipartite
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Pairs as many as possible by edges of the least left rank, then of the next,
 * and so on. There may be matchings with more pairs.
 *
 * Irving, Kavitha, Mehlhorn, Michail and Paluch (2006): O(ranks × edges × √vertices).
 *
 * Returns: (transfer full): the matching, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreBipartiteMatching *
cadre_bipartite_match_rank_maximal (CadreBipartite *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return match_ranked (self, CADRE_BIPARTITE_AIM_RANK_MAXIMAL, cancellable, error);
}

/**
 * cadre_bipartite_match_rank_reversed:
 * @self: a #CadreBipartite
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Pairs as many as possible; of those matchings, one with as few pairs as possible
 * by edges of the greatest left rank, then of the one before, and so on.
 *
 * For each rank there is an assignment of least cost, among what those before
 * have left; their prices are the proof.
 *
 * Returns: (transfer full): the matching, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreBipartiteMatching *
cadre_bipartite_match_rank_reversed (CadreBipartite *self,
                                     GCancellable *cancellable,
                                     GError **error)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return match_ranked (self, CADRE_BIPARTITE_AIM_RANK_REVERSED, cancellable, error);
}
