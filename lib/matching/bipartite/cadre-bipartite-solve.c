/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "kernel/cadre-pages-private.h"
#include "kernel/cadre-sparse-private.h"
#include "matching/bipartite/cadre-bipartite-private.h"

#include <cadre/cadre-matching-error.h>

/* Sums of costs have to be exact as doubles, which prices are handed out as. */
#define MOST_SUM (G_GINT64_CONSTANT (1) << 52)

/* The first edge of a left vertex that leads to @partner. */
static guint32
find_edge (const CadreKernelGraph *graph, guint32 i, guint32 partner)
{
  for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
    if (graph->right[e] == partner)
      return e;
  return CADRE_KERNEL_NONE;
}

/* By König: left vertices that are not reached, and right ones whose partner is. */
static void
add_cover (CadreBipartiteMatching *self, const guint32 *right_partner)
{
  const CadreBipartiteForm *form = &self->form;
  guint last = G_MAXUINT;

  self->cover[0] = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cover[1] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < form->graph.n_left; i++)
    if (!self->mark[i])
      g_array_append_val (self->cover[0], i);
  for (guint32 p = 0; p < form->n_places; p++)
    if (right_partner[p] != CADRE_KERNEL_NONE && self->mark[right_partner[p]] &&
        form->owner[p] != last)
      {
        last = form->owner[p];
        g_array_append_val (self->cover[1], last);
      }
}

static gboolean
match (CadreBipartiteMatching *self, GCancellable *cancellable, GError **error)
{
  const CadreKernelGraph *graph = &self->form.graph;
  const CadreKernelWatch watch = cadre_bipartite_watch (cancellable);
  g_autofree guint32 *left = cadre_pages_try_array_of (guint32, MAX (graph->n_left, 1));
  g_autofree guint32 *right = cadre_pages_try_array_of (guint32, MAX (graph->n_right, 1));

  self->mark = g_try_new (guint8, MAX (graph->n_left, 1));
  self->form_edge = cadre_pages_try_array_of (guint32, MAX (graph->n_left, 1));
  if (left == NULL || right == NULL || self->mark == NULL || self->form_edge == NULL)
    return cadre_bipartite_no_memory (error);
  if (!cadre_bipartite_take_status (cadre_kernel_match (graph, left, right, self->mark, &watch),
                                    cancellable, error))
    return FALSE;

  for (guint32 i = 0; i < graph->n_left; i++)
    self->form_edge[i] =
      left[i] == CADRE_KERNEL_NONE ? CADRE_KERNEL_NONE : find_edge (graph, i, left[i]);
  add_cover (self, right);
  return TRUE;
}

/**
 * cadre_bipartite_match:
 * @self: a #CadreBipartite
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Pairs as many as possible.
 *
 * The proof is a cover: as many vertices as there are pairs, one of them on each
 * edge (König 1931). Who stays alone on the left side is explained by
 * cadre_bipartite_matching_get_shortage().
 *
 * Karp and Sipser (1981), then Hopcroft and Karp (1973): O(edges × √vertices).
 *
 * Returns: (transfer full): the matching, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreBipartiteMatching *
cadre_bipartite_match (CadreBipartite *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreBipartiteMatching) matching = NULL;

  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  matching = cadre_bipartite_matching_new (self, CADRE_BIPARTITE_AIM_CARDINALITY);
  if (!cadre_bipartite_form_init (&matching->form, self, CADRE_BIPARTITE_FORM_PLACES, error) ||
      !match (matching, cancellable, error) ||
      !cadre_bipartite_matching_take_edges (matching, self, error))
    return NULL;

  if (matching->n_pairs < matching->n_left)
    cadre_bipartite_matching_add_shortage (matching, matching->mark);
  return g_steal_pointer (&matching);
}

static gboolean
take_costs (CadreBipartiteMatching *self, CadreBipartite *graph, GError **error)
{
  const guint32 n_edges = cadre_kernel_graph_n_edges (&self->form.graph);
  const gint64 n = (gint64) self->form.graph.n_left + self->form.graph.n_right + 1;
  const gint64 most = MOST_SUM / n;

  self->form_cost = g_try_new (gint64, MAX (n_edges, 1));
  if (self->form_cost == NULL)
    return cadre_bipartite_no_memory (error);

  for (guint32 e = 0; e < n_edges; e++)
    {
      self->form_cost[e] = cadre_bipartite_get_nth (graph, self->form.edge[e]).cost;
      if (self->form_cost[e] <= most && self->form_cost[e] >= -most)
        continue;
      g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_COST,
                   "The cost of edge %u is beyond %" G_GINT64_FORMAT, self->form.edge[e], most);
      return FALSE;
    }
  return TRUE;
}

/* All places of a right vertex that are used have one price. */
static gboolean
take_prices (CadreBipartiteMatching *self, GError **error)
{
  const CadreBipartiteForm *form = &self->form;
  const guint32 n = form->graph.n_left;
  const gint64 *left = self->form_price + (form->is_turned ? n : 0);
  const gint64 *places = self->form_price + (form->is_turned ? 0 : n);

  self->price[0] = g_try_new0 (double, MAX (self->n_left, 1));
  self->price[1] = g_try_new0 (double, MAX (self->n_right, 1));
  if (self->price[0] == NULL || self->price[1] == NULL)
    return cadre_bipartite_no_memory (error);

  for (guint32 i = 0; i < self->n_left; i++)
    self->price[0][i] = (double) left[i];
  for (guint32 p = 0; p < form->n_places; p++)
    self->price[1][form->owner[p]] = (double) places[p];
  for (guint32 i = 0; i < n; i++)
    {
      const guint32 p = form->is_turned ? i : form->right[self->form_edge[i]];

      self->price[1][form->owner[p]] = (double) places[p];
    }
  return TRUE;
}

static gboolean
assign (CadreBipartiteMatching *self, GCancellable *cancellable, GError **error)
{
  const CadreKernelGraph *graph = &self->form.graph;
  const CadreKernelWatch watch = cadre_bipartite_watch (cancellable);
  CadreKernelStatus status;

  self->mark = g_try_new0 (guint8, MAX (graph->n_left, 1));
  self->form_edge = cadre_pages_try_array_of (guint32, MAX (graph->n_left, 1));
  self->form_price = g_try_new (gint64, MAX ((gsize) graph->n_left + graph->n_right, 1));
  if (self->mark == NULL || self->form_edge == NULL || self->form_price == NULL)
    return cadre_bipartite_no_memory (error);

  status = cadre_kernel_sparse_assign (graph, self->form_cost, self->form_edge, self->form_price,
                                       self->form_price + graph->n_left, self->mark, &watch);
  if (!cadre_bipartite_take_status (status, cancellable, error))
    return FALSE;
  if (status == CADRE_KERNEL_DONE)
    return take_prices (self, error);

  self->is_feasible = FALSE;
  cadre_bipartite_matching_add_shortage (self, self->mark);
  return TRUE;
}

/* With fewer places than left vertices, it is the places that look for somebody. */
static gboolean
assign_edges (CadreBipartiteMatching *self,
              CadreBipartite *graph,
              GCancellable *cancellable,
              GError **error)
{
  const gboolean is_turned = cadre_bipartite_count_places (graph) < graph->n_left;

  if (!cadre_bipartite_form_init (&self->form, graph,
                                  is_turned ? CADRE_BIPARTITE_FORM_ALL_PLACES
                                            : CADRE_BIPARTITE_FORM_PLACES,
                                  error))
    return FALSE;
  if (is_turned && !cadre_bipartite_form_turn (&self->form, error))
    return FALSE;

  return take_costs (self, graph, error) && assign (self, cancellable, error) &&
         (!self->is_feasible || cadre_bipartite_matching_take_edges (self, graph, error));
}

/**
 * cadre_bipartite_assign:
 * @self: a #CadreBipartite
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Gives every left vertex a place at the least cost in all; or, where there are
 * fewer places than left vertices, every place a left vertex.
 *
 * Where that cannot be, cadre_bipartite_matching_is_feasible() is %FALSE, nobody
 * is paired, and cadre_bipartite_matching_get_shortage() says why (Hall 1935). If it
 * can be, prices prove that nothing costs less.
 *
 * A matrix without several places is solved as it is, by shortest augmenting
 * paths and, where these get long, an auction: Jonker and Volgenant (1987), Crouse
 * (2016), Bertsekas (1988). Edges are solved in whole numbers, by an auction
 * and then shortest paths.
 *
 * Returns: (transfer full): the matching, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreBipartiteMatching *
cadre_bipartite_assign (CadreBipartite *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreBipartiteMatching) matching = NULL;
  gboolean done;

  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!cadre_bipartite_is_usable (self, error))
    return NULL;
  matching = cadre_bipartite_matching_new (self, CADRE_BIPARTITE_AIM_COST);
  if (self->matrix != NULL && self->n_more == NULL)
    done = cadre_bipartite_assign_matrix (matching, self, cancellable, error);
  else if (self->matrix != NULL && self->matrix_kind == CADRE_BIPARTITE_COSTS_DOUBLE)
    {
      g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_COST,
                           "Several places need costs that are whole numbers");
      done = FALSE;
    }
  else
    done = assign_edges (matching, self, cancellable, error);
  return done ? g_steal_pointer (&matching) : NULL;
}
