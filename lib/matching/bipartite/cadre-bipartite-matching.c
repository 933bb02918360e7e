/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-bipartite-matching
 * @Title: CadreBipartiteMatching
 * @Short_Description: Who is paired with whom, and the proof that it is best
 *
 * A #CadreBipartiteMatching comes from one of the functions that solve a
 * #CadreBipartite. It never changes, and holds what it needs to prove itself:
 * cadre_bipartite_matching_check() verifies the proof without solving anything,
 * in one pass over the edges, or over the ranks.
 *
 * Where an answer is impossible, or leaves somebody alone,
 * cadre_bipartite_matching_get_shortage() names vertices of one side and all that
 * they have edges to, which have too few places for them.
 */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "kernel/cadre-ranked-private.h"
#include "kernel/cadre-sparse-private.h"
#include "kernel/cadre-stable-private.h"
#include "matching/bipartite/cadre-bipartite-private.h"

#include <cadre/cadre-matching-error.h>

#include <string.h>

/**
 * CadreBipartiteMatching:
 *
 * Pairs of left and right vertices, with the proof of what they are best in.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreBipartiteMatching, cadre_bipartite_matching, G_TYPE_OBJECT)

static void
cadre_bipartite_matching_finalize (GObject *object)
{
  CadreBipartiteMatching *self = CADRE_BIPARTITE_MATCHING (object);

  for (guint side = 0; side < 2; side++)
    {
      g_clear_pointer (&self->price[side], g_free);
      g_clear_pointer (&self->cover[side], g_array_unref);
      g_clear_pointer (&self->shortage[side], g_array_unref);
    }
  g_clear_pointer (&self->left_right, g_free);
  g_clear_pointer (&self->left_edge, g_free);
  g_clear_pointer (&self->matrix, g_bytes_unref);
  cadre_bipartite_form_clear (&self->form);
  g_clear_pointer (&self->form_edge, g_free);
  g_clear_pointer (&self->mark, g_free);
  g_clear_pointer (&self->form_cost, g_free);
  g_clear_pointer (&self->form_price, g_free);
  g_clear_pointer (&self->left_rank, g_free);
  g_clear_pointer (&self->right_rank, g_free);
  g_clear_pointer (&self->n_places, g_free);

  G_OBJECT_CLASS (cadre_bipartite_matching_parent_class)->finalize (object);
}

static void
cadre_bipartite_matching_class_init (CadreBipartiteMatchingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_bipartite_matching_finalize;
}

static void
cadre_bipartite_matching_init (CadreBipartiteMatching *self)
{
}

/* Nobody is paired yet. */
CadreBipartiteMatching *
cadre_bipartite_matching_new (CadreBipartite *graph, CadreBipartiteAim aim)
{
  CadreBipartiteMatching *self = g_object_new (CADRE_TYPE_BIPARTITE_MATCHING, NULL);

  self->aim = aim;
  self->is_feasible = TRUE;
  if (!cadre_bipartite_is_usable (graph, NULL))
    return self;

  self->n_left = graph->n_left;
  self->n_right = graph->n_right;
  self->left_right = g_try_new (guint32, MAX (self->n_left, 1));
  self->left_edge = g_try_new (guint32, MAX (self->n_left, 1));
  if (self->left_right != NULL && self->left_edge != NULL)
    {
      memset (self->left_right, 0xff, self->n_left * sizeof (guint32));
      memset (self->left_edge, 0xff, self->n_left * sizeof (guint32));
    }
  return self;
}

/* From the edges of the form to the pairs. */
gboolean
cadre_bipartite_matching_take_edges (CadreBipartiteMatching *self,
                                     CadreBipartite *graph,
                                     GError **error)
{
  if (self->left_right == NULL || self->left_edge == NULL)
    return cadre_bipartite_no_memory (error);

  for (guint32 i = 0; i < self->form.graph.n_left; i++)
    {
      CadreBipartiteEdge edge;
      guint32 number;

      if (self->form_edge[i] == CADRE_KERNEL_NONE)
        continue;
      number = self->form.edge[self->form_edge[i]];
      edge = cadre_bipartite_get_nth (graph, number);
      self->left_right[edge.left] = edge.right;
      self->left_edge[edge.left] = number;
      self->cost += (double) edge.cost;
      self->n_pairs++;
    }
  return TRUE;
}

static void
mark_vertices (const CadreBipartiteForm *form,
               const guint8 *mark,
               guint8 *is_left,
               guint8 *is_right)
{
  const CadreKernelGraph *graph = &form->graph;

  for (guint32 i = 0; i < graph->n_left; i++)
    {
      if (!mark[i])
        continue;
      if (form->is_turned)
        is_right[form->owner[i]] = TRUE;
      else
        is_left[i] = TRUE;
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        if (form->is_turned)
          is_left[graph->right[e]] = TRUE;
        else
          is_right[form->owner[graph->right[e]]] = TRUE;
    }
}

static GArray *
list_marked (const guint8 *mark, guint n)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint k = 0; k < n; k++)
    if (mark[k])
      g_array_append_val (list, k);
  return list;
}

/* Of marked left vertices of the form: these, and all that they have edges to. */
void
cadre_bipartite_matching_add_shortage (CadreBipartiteMatching *self, const guint8 *mark)
{
  g_autofree guint8 *is_left = g_try_new0 (guint8, MAX (self->n_left, 1));
  g_autofree guint8 *is_right = g_try_new0 (guint8, MAX (self->n_right, 1));

  if (is_left == NULL || is_right == NULL)
    return;
  mark_vertices (&self->form, mark, is_left, is_right);
  self->short_side = self->form.is_turned ? CADRE_BIPARTITE_SIDE_RIGHT : CADRE_BIPARTITE_SIDE_LEFT;
  self->shortage[0] = list_marked (is_left, self->n_left);
  self->shortage[1] = list_marked (is_right, self->n_right);
}

/**
 * cadre_bipartite_matching_get_aim:
 * @self: a #CadreBipartiteMatching
 *
 * Gets what the matching is best in.
 *
 * Returns: what the matching is best in
 *
 * Since: 1.0
 */
CadreBipartiteAim
cadre_bipartite_matching_get_aim (CadreBipartiteMatching *self)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_MATCHING (self), CADRE_BIPARTITE_AIM_CARDINALITY);

  return self->aim;
}

/**
 * cadre_bipartite_matching_get_stability:
 * @self: a #CadreBipartiteMatching
 *
 * Gets how stable the matching is.
 *
 * Returns: how stable the matching is, if it was to be
 *
 * Since: 1.0
 */
CadreBipartiteStability
cadre_bipartite_matching_get_stability (CadreBipartiteMatching *self)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_MATCHING (self), CADRE_BIPARTITE_STABILITY_NONE);

  return self->stability;
}

/**
 * cadre_bipartite_matching_is_feasible:
 * @self: a #CadreBipartiteMatching
 *
 * Only an assignment can be impossible: then nobody is paired.
 *
 * Returns: whether there is an answer
 *
 * Since: 1.0
 */
gboolean
cadre_bipartite_matching_is_feasible (CadreBipartiteMatching *self)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_MATCHING (self), FALSE);

  return self->is_feasible;
}

/**
 * cadre_bipartite_matching_get_n_pairs:
 * @self: a #CadreBipartiteMatching
 *
 * Gets how many left vertices are paired.
 *
 * Returns: how many left vertices are paired
 *
 * Since: 1.0
 */
guint
cadre_bipartite_matching_get_n_pairs (CadreBipartiteMatching *self)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_MATCHING (self), 0);

  return self->n_pairs;
}

/**
 * cadre_bipartite_matching_get_cost:
 * @self: a #CadreBipartiteMatching
 *
 * Gets the costs of all pairs together.
 *
 * Returns: the costs of all pairs together
 *
 * Since: 1.0
 */
double
cadre_bipartite_matching_get_cost (CadreBipartiteMatching *self)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_MATCHING (self), 0);

  return self->cost;
}

/**
 * cadre_bipartite_matching_get_rights:
 * @self: a #CadreBipartiteMatching
 * @n_left: (out): how many left vertices there are
 *
 * Gets the right vertex of each left one.
 *
 * Returns: (array length=n_left) (transfer none): the right vertex of each left one, or -1
 *
 * Since: 1.0
 */
const gint *
cadre_bipartite_matching_get_rights (CadreBipartiteMatching *self, gsize *n_left)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_MATCHING (self), NULL);
  g_return_val_if_fail (n_left != NULL, NULL);

  *n_left = self->n_left;
  return (const gint *) self->left_right;
}

/**
 * cadre_bipartite_matching_get_edges:
 * @self: a #CadreBipartiteMatching
 * @n_left: (out): how many left vertices there are
 *
 * Gets the number of the edge of each left vertex.
 *
 * Returns: (array length=n_left) (transfer none): the number of the edge of each left vertex, or -1
 *
 * Since: 1.0
 */
const gint *
cadre_bipartite_matching_get_edges (CadreBipartiteMatching *self, gsize *n_left)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_MATCHING (self), NULL);
  g_return_val_if_fail (n_left != NULL, NULL);

  *n_left = self->n_left;
  return (const gint *) self->left_edge;
}

/**
 * cadre_bipartite_matching_get_rights_bytes:
 * @self: a #CadreBipartiteMatching
 *
 * As cadre_bipartite_matching_get_rights(), for programs that read many.
 *
 * Returns: (transfer full): whole numbers of 32 bits with a sign, in the byte order of the machine
 *
 * Since: 1.0
 */
GBytes *
cadre_bipartite_matching_get_rights_bytes (CadreBipartiteMatching *self)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_MATCHING (self), NULL);

  return g_bytes_new_with_free_func (self->left_right, self->n_left * sizeof (gint32),
                                     g_object_unref, g_object_ref (self));
}

/**
 * cadre_bipartite_matching_get_prices:
 * @self: a #CadreBipartiteMatching
 * @side: on which side
 * @n_vertices: (out): how many vertices that has, or 0 if there are no prices
 *
 * An assignment of least cost has prices, which prove it: no edge costs less
 * than the prices of its ends together, and those that are used cost as much.
 *
 * Returns: (array length=n_vertices) (transfer none) (nullable): the price of each vertex, or %NULL
 *
 * Since: 1.0
 */
const double *
cadre_bipartite_matching_get_prices (CadreBipartiteMatching *self,
                                     CadreBipartiteSide side,
                                     gsize *n_vertices)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_MATCHING (self), NULL);
  g_return_val_if_fail (side == CADRE_BIPARTITE_SIDE_LEFT || side == CADRE_BIPARTITE_SIDE_RIGHT,
                        NULL);
  g_return_val_if_fail (n_vertices != NULL, NULL);

  *n_vertices = side == CADRE_BIPARTITE_SIDE_LEFT ? self->n_left : self->n_right;
  if (self->price[side] == NULL)
    *n_vertices = 0;
  return self->price[side];
}

static const guint *
get_list (GArray *list, gsize *n)
{
  *n = list != NULL ? list->len : 0;
  return list != NULL ? (const guint *) (gpointer) list->data : NULL;
}

/**
 * cadre_bipartite_matching_get_cover:
 * @self: a #CadreBipartiteMatching
 * @side: on which side
 * @n_vertices: (out): how many vertices of that side there are in it
 *
 * A matching of most pairs has a cover: vertices such that each edge has one of
 * them. Their places are as many as the pairs, so that there cannot be more.
 *
 * Returns: (array length=n_vertices) (transfer none) (nullable): the vertices, or %NULL if there
 * are none
 *
 * Since: 1.0
 */
const guint *
cadre_bipartite_matching_get_cover (CadreBipartiteMatching *self,
                                    CadreBipartiteSide side,
                                    gsize *n_vertices)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_MATCHING (self), NULL);
  g_return_val_if_fail (side == CADRE_BIPARTITE_SIDE_LEFT || side == CADRE_BIPARTITE_SIDE_RIGHT,
                        NULL);
  g_return_val_if_fail (n_vertices != NULL, NULL);

  return get_list (self->cover[side], n_vertices);
}

/**
 * cadre_bipartite_matching_get_short_side:
 * @self: a #CadreBipartiteMatching
 *
 * Gets the side whose vertices have too few to choose from.
 *
 * Returns: the side whose vertices have too few to choose from, if there is a shortage
 *
 * Since: 1.0
 */
CadreBipartiteSide
cadre_bipartite_matching_get_short_side (CadreBipartiteMatching *self)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_MATCHING (self), CADRE_BIPARTITE_SIDE_LEFT);

  return self->short_side;
}

/**
 * cadre_bipartite_matching_get_shortage:
 * @self: a #CadreBipartiteMatching
 * @side: on which side
 * @n_vertices: (out): how many vertices of that side there are in it
 *
 * Says why somebody stays alone, or an assignment is impossible (Hall 1935): the
 * vertices of the short side have edges to those of the other only, and all these
 * together are too few.
 *
 * Returns: (array length=n_vertices) (transfer none) (nullable): the vertices, or %NULL if there
 * are none
 *
 * Since: 1.0
 */
const guint *
cadre_bipartite_matching_get_shortage (CadreBipartiteMatching *self,
                                       CadreBipartiteSide side,
                                       gsize *n_vertices)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_MATCHING (self), NULL);
  g_return_val_if_fail (side == CADRE_BIPARTITE_SIDE_LEFT || side == CADRE_BIPARTITE_SIDE_RIGHT,
                        NULL);
  g_return_val_if_fail (n_vertices != NULL, NULL);

  return get_list (self->shortage[side], n_vertices);
}

static gboolean
check_cardinality (CadreBipartiteMatching *self)
{
  const CadreKernelGraph *graph = &self->form.graph;
  g_autofree guint32 *left = g_try_new (guint32, MAX (graph->n_left, 1));
  g_autofree guint32 *right = g_try_new (guint32, MAX (graph->n_right, 1));

  if (left == NULL || right == NULL)
    return FALSE;
  memset (right, 0xff, graph->n_right * sizeof (guint32));
  for (guint32 i = 0; i < graph->n_left; i++)
    {
      const guint32 e = self->form_edge[i];

      left[i] = e == CADRE_KERNEL_NONE ? CADRE_KERNEL_NONE : graph->right[e];
      if (e != CADRE_KERNEL_NONE)
        right[graph->right[e]] = i;
    }
  return cadre_kernel_match_check (graph, left, right, self->mark);
}

static gboolean
check_cost (CadreBipartiteMatching *self)
{
  const CadreKernelGraph *graph = &self->form.graph;

  if (self->matrix != NULL)
    return cadre_bipartite_check_matrix (self);
  if (!self->is_feasible)
    return cadre_kernel_sparse_check_violator (graph, self->mark);
  return cadre_kernel_sparse_check (graph, self->form_cost, self->form_edge, self->form_price,
                                    self->form_price + graph->n_left);
}

static gboolean
check_stable (CadreBipartiteMatching *self)
{
  const CadreKernelPreferences preferences = { &self->form.graph, self->left_rank, self->right_rank,
                                               self->n_places };

  return cadre_kernel_stable_check (&preferences, self->form_edge,
                                    self->stability == CADRE_BIPARTITE_STABILITY_SUPER, NULL);
}

static gboolean
check_aim (CadreBipartiteMatching *self)
{
  const CadreKernelGraph *graph = &self->form.graph;

  switch (self->aim)
    {
    case CADRE_BIPARTITE_AIM_CARDINALITY:
      return check_cardinality (self);
    case CADRE_BIPARTITE_AIM_COST:
      return check_cost (self);
    case CADRE_BIPARTITE_AIM_STABLE:
      return check_stable (self);
    case CADRE_BIPARTITE_AIM_RANK_MAXIMAL:
      return cadre_kernel_rank_maximal_check (graph, self->left_rank, self->n_ranks,
                                              self->form_edge) == CADRE_KERNEL_DONE;
    case CADRE_BIPARTITE_AIM_RANK_REVERSED:
      return cadre_kernel_rank_reversed_check (graph, self->left_rank, self->n_ranks,
                                               self->form_edge,
                                               self->form_price) == CADRE_KERNEL_DONE;
    default:
      return FALSE;
    }
}

/**
 * cadre_bipartite_matching_check:
 * @self: a #CadreBipartiteMatching
 * @error: return location for a #GError, or %NULL
 *
 * Verifies the proof, without solving anything: the cover of a matching of most
 * pairs, the prices of an assignment, that no pair would rather have each other,
 * or that up to each rank nothing better is left. Of an assignment that is
 * impossible, it verifies the shortage.
 *
 * Returns: %FALSE with @error set if the matching is not what it says it is
 *
 * Since: 1.0
 */
gboolean
cadre_bipartite_matching_check (CadreBipartiteMatching *self, GError **error)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_MATCHING (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (check_aim (self))
    return TRUE;

  g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_PROOF,
                       "The proof of the matching does not hold");
  return FALSE;
}
