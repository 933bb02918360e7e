/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-bipartite
 * @Title: CadreBipartite
 * @Short_Description: A graph of two sides, to match them by
 *
 * A #CadreBipartite has left vertices and right ones, both numbered from 0, and
 * edges between them. It knows nothing of people and posts: whatever has two
 * sides can be matched with it. A right vertex can have several places.
 *
 * Edges have a cost for cadre_bipartite_assign(), and ranks on both ends for
 * cadre_bipartite_match_stable(); the ranks on the left are also those of
 * cadre_bipartite_match_rank_maximal() and cadre_bipartite_match_rank_reversed().
 * The least rank is liked best, and equal ranks of one vertex are ties.
 *
 * Where any pair is possible, a graph can be made of a matrix of costs, which is
 * read where it is: cadre_bipartite_new_for_costs().
 *
 * Each answer is a #CadreBipartiteMatching, which holds what it needs to prove
 * itself; the graph may change afterwards.
 */

#include "config.h"

#include "matching/bipartite/cadre-bipartite-private.h"

#include <cadre/cadre-matching-error.h>

#include <math.h>

/**
 * CadreBipartite:
 *
 * A graph of left and right vertices, with edges between the sides.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreBipartite, cadre_bipartite, G_TYPE_OBJECT)

static void
cadre_bipartite_finalize (GObject *object)
{
  CadreBipartite *self = CADRE_BIPARTITE (object);

  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->n_more, g_free);
  g_clear_pointer (&self->tie_rank[0], g_free);
  g_clear_pointer (&self->tie_rank[1], g_free);
  g_clear_pointer (&self->matrix, g_bytes_unref);

  G_OBJECT_CLASS (cadre_bipartite_parent_class)->finalize (object);
}

static void
cadre_bipartite_class_init (CadreBipartiteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_bipartite_finalize;
}

static void
cadre_bipartite_init (CadreBipartite *self)
{
  self->edges = g_array_new (FALSE, FALSE, sizeof (CadreBipartiteEdge));
}

/**
 * cadre_bipartite_new:
 * @n_left: how many left vertices there are
 * @n_right: how many right vertices there are
 *
 * Creates a graph without edges. Each right vertex has one place.
 *
 * Returns: (transfer full): the graph
 *
 * Since: 1.0
 */
CadreBipartite *
cadre_bipartite_new (guint n_left, guint n_right)
{
  CadreBipartite *self = g_object_new (CADRE_TYPE_BIPARTITE, NULL);

  self->n_left = n_left;
  self->n_right = n_right;
  return self;
}

static gboolean
check_cells (GBytes *costs, gsize n_cells, GError **error)
{
  const double *cells = g_bytes_get_data (costs, NULL);

  for (gsize k = 0; k < n_cells; k++)
    if (isnan (cells[k]) || cells[k] < -G_MAXDOUBLE)
      {
        g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_COST,
                     "Cell %" G_GSIZE_FORMAT " is no cost", k);
        return FALSE;
      }
  return TRUE;
}

/**
 * cadre_bipartite_new_for_costs:
 * @costs: the costs, row after row; a row is a left vertex
 * @kind: what they are made of
 * @n_left: how many rows there are
 * @n_right: how many columns there are
 * @error: return location for a #GError, or %NULL
 *
 * Creates a graph where every pair is an edge, save those that are forbidden.
 * The matrix is not copied. The number of an edge is that of its cell.
 *
 * Returns: (transfer full): the graph, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreBipartite *
cadre_bipartite_new_for_costs (GBytes *costs,
                               CadreBipartiteCosts kind,
                               guint n_left,
                               guint n_right,
                               GError **error)
{
  const gsize size = kind == CADRE_BIPARTITE_COSTS_DOUBLE ? sizeof (double) : sizeof (gint32);
  const guint64 n_cells = (guint64) n_left * n_right;
  g_autoptr (CadreBipartite) self = NULL;

  g_return_val_if_fail (costs != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = cadre_bipartite_new (n_left, n_right);
  if (!cadre_bipartite_is_usable (self, error))
    return NULL;
  if (n_cells >= G_MAXINT32 || g_bytes_get_size (costs) != n_cells * size ||
      (gsize) g_bytes_get_data (costs, NULL) % size != 0)
    {
      g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_COST,
                   "A matrix of %u rows and %u columns does not have %" G_GSIZE_FORMAT " bytes",
                   n_left, n_right, g_bytes_get_size (costs));
      return NULL;
    }
  if (kind == CADRE_BIPARTITE_COSTS_DOUBLE && !check_cells (costs, (gsize) n_cells, error))
    return NULL;

  self->matrix = g_bytes_ref (costs);
  self->matrix_kind = kind;
  return g_steal_pointer (&self);
}

/**
 * cadre_bipartite_get_n_left:
 * @self: a #CadreBipartite
 *
 * Gets how many left vertices there are.
 *
 * Returns: how many left vertices there are
 *
 * Since: 1.0
 */
guint
cadre_bipartite_get_n_left (CadreBipartite *self)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), 0);

  return self->n_left;
}

/**
 * cadre_bipartite_get_n_right:
 * @self: a #CadreBipartite
 *
 * Gets how many right vertices there are.
 *
 * Returns: how many right vertices there are
 *
 * Since: 1.0
 */
guint
cadre_bipartite_get_n_right (CadreBipartite *self)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), 0);

  return self->n_right;
}

/**
 * cadre_bipartite_get_n_edges:
 * @self: a #CadreBipartite
 *
 * Gets how many edges were added.
 *
 * Returns: how many edges were added, or how many cells the matrix has
 *
 * Since: 1.0
 */
guint
cadre_bipartite_get_n_edges (CadreBipartite *self)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), 0);

  return self->matrix != NULL ? self->n_left * self->n_right : self->edges->len;
}

/* Whether the numbers of vertices are such as can be solved for. */
gboolean
cadre_bipartite_is_usable (CadreBipartite *self, GError **error)
{
  if (self->n_left <= CADRE_BIPARTITE_MOST_VERTICES &&
      self->n_right <= CADRE_BIPARTITE_MOST_VERTICES)
    return TRUE;

  g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_LIMIT,
               "A side has more than %u vertices", CADRE_BIPARTITE_MOST_VERTICES);
  return FALSE;
}

static gboolean
check_vertex (const char *side, guint n, guint vertex, GError **error)
{
  if (vertex < n)
    return TRUE;

  g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_VERTEX,
               "There is no %s vertex %u: there are %u", side, vertex, n);
  return FALSE;
}

/* A copy may read the edges in another thread: adds to others from now on. */
static void
own_edges (CadreBipartite *self)
{
  GArray *shared = self->edges;

  self->edges = g_array_copy (shared);
  g_array_unref (shared);
  self->is_shared = FALSE;
}

static gboolean
add (CadreBipartite *self, const CadreBipartiteEdge *edge, GError **error)
{
  if (self->matrix != NULL || self->edges->len >= CADRE_BIPARTITE_MOST_EDGES)
    {
      g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_LIMIT,
                           "The graph of a matrix, or a full one, takes no more edges");
      return FALSE;
    }
  if (!cadre_bipartite_is_usable (self, error) ||
      !check_vertex ("left", self->n_left, edge->left, error) ||
      !check_vertex ("right", self->n_right, edge->right, error))
    return FALSE;

  if (self->is_shared)
    own_edges (self);
  g_array_append_vals (self->edges, edge, 1);
  return TRUE;
}

/**
 * cadre_bipartite_add_edge:
 * @self: a #CadreBipartite
 * @left: a left vertex
 * @right: a right vertex
 * @cost: what it costs to pair them
 * @error: return location for a #GError, or %NULL
 *
 * Adds an edge. Its number is how many there were before; both its ranks are 0.
 *
 * Returns: %FALSE with @error set if there is no such vertex
 *
 * Since: 1.0
 */
gboolean
cadre_bipartite_add_edge (CadreBipartite *self,
                          guint left,
                          guint right,
                          gint64 cost,
                          GError **error)
{
  const CadreBipartiteEdge edge = { cost, left, right, 0, 0 };

  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return add (self, &edge, error);
}

/**
 * cadre_bipartite_add_ranked_edge:
 * @self: a #CadreBipartite
 * @left: a left vertex
 * @right: a right vertex
 * @left_rank: how much the left vertex likes the right one: the least rank is liked best
 * @right_rank: how much the right vertex likes the left one
 * @error: return location for a #GError, or %NULL
 *
 * Adds an edge that costs as much as its left rank is.
 *
 * Returns: %FALSE with @error set if there is no such vertex
 *
 * Since: 1.0
 */
gboolean
cadre_bipartite_add_ranked_edge (CadreBipartite *self,
                                 guint left,
                                 guint right,
                                 guint left_rank,
                                 guint right_rank,
                                 GError **error)
{
  const CadreBipartiteEdge edge = { left_rank, left, right, left_rank, right_rank };

  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return add (self, &edge, error);
}

/**
 * cadre_bipartite_add_edges:
 * @self: a #CadreBipartite
 * @left: the left vertices, as whole numbers of 32 bits
 * @right: the right vertices, as whole numbers of 32 bits
 * @costs: (nullable): the costs, as whole numbers of 64 bits with a sign, or %NULL for 0
 * @error: return location for a #GError, or %NULL
 *
 * Adds many edges at once, in the byte order of the machine. Where one is wrong,
 * those before it have been added.
 *
 * Returns: %FALSE with @error set if one of them cannot be added
 *
 * Since: 1.0
 */
gboolean
cadre_bipartite_add_edges (CadreBipartite *self,
                           GBytes *left,
                           GBytes *right,
                           GBytes *costs,
                           GError **error)
{
  const guint32 *lefts, *rights;
  const gint64 *cells = NULL;
  gsize n;

  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), FALSE);
  g_return_val_if_fail (left != NULL && right != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  lefts = g_bytes_get_data (left, &n);
  n /= sizeof (guint32);
  rights = g_bytes_get_data (right, NULL);
  if (costs != NULL)
    cells = g_bytes_get_data (costs, NULL);
  if (g_bytes_get_size (left) % sizeof (guint32) != 0 ||
      g_bytes_get_size (right) != g_bytes_get_size (left) ||
      (costs != NULL && g_bytes_get_size (costs) != n * sizeof (gint64)) ||
      (gsize) lefts % sizeof (guint32) != 0 || (gsize) rights % sizeof (guint32) != 0 ||
      (gsize) cells % sizeof (gint64) != 0)
    {
      g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_FORM,
                           "The columns of edges are not of the same length");
      return FALSE;
    }

  for (gsize k = 0; k < n; k++)
    {
      const CadreBipartiteEdge edge = { cells != NULL ? cells[k] : 0, lefts[k], rights[k], 0, 0 };

      if (!add (self, &edge, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether a cell of a matrix is allowed; an edge always is. */
gboolean
cadre_bipartite_is_allowed (CadreBipartite *self, guint32 position)
{
  if (self->matrix == NULL)
    return TRUE;
  if (self->matrix_kind == CADRE_BIPARTITE_COSTS_DOUBLE)
    return ((const double *) g_bytes_get_data (self->matrix, NULL))[position] < INFINITY;
  return ((const gint32 *) g_bytes_get_data (self->matrix, NULL))[position] < G_MAXINT32;
}

CadreBipartiteEdge
cadre_bipartite_get_nth (CadreBipartite *self, guint32 position)
{
  CadreBipartiteEdge edge = { 0 };

  if (self->matrix == NULL)
    return g_array_index (self->edges, CadreBipartiteEdge, position);

  edge.left = position / self->n_right;
  edge.right = position % self->n_right;
  if (self->matrix_kind == CADRE_BIPARTITE_COSTS_INT32)
    edge.cost = ((const gint32 *) g_bytes_get_data (self->matrix, NULL))[position];
  return edge;
}

/**
 * cadre_bipartite_get_edge:
 * @self: a #CadreBipartite
 * @position: the number of an edge
 * @left: (out) (optional): its left vertex
 * @right: (out) (optional): its right vertex
 * @cost: (out) (optional): its cost; 0 for a matrix of doubles
 *
 * Looks an edge up.
 *
 * Returns: %FALSE if there is none of that number, or its cell is forbidden
 *
 * Since: 1.0
 */
gboolean
cadre_bipartite_get_edge (CadreBipartite *self,
                          guint position,
                          guint *left,
                          guint *right,
                          gint64 *cost)
{
  CadreBipartiteEdge edge = { 0 };
  gboolean found;

  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), FALSE);

  found =
    position < cadre_bipartite_get_n_edges (self) && cadre_bipartite_is_allowed (self, position);
  if (found)
    edge = cadre_bipartite_get_nth (self, position);
  if (left != NULL)
    *left = edge.left;
  if (right != NULL)
    *right = edge.right;
  if (cost != NULL)
    *cost = edge.cost;
  return found;
}

static gboolean
make_column (guint32 **column, guint32 n, GError **error)
{
  if (*column == NULL)
    *column = g_try_new0 (guint32, n);
  return *column != NULL || cadre_bipartite_no_memory (error);
}

/**
 * cadre_bipartite_set_n_places:
 * @self: a #CadreBipartite
 * @right: a right vertex
 * @n_places: how many left vertices it can be paired with at once; may be 0
 * @error: return location for a #GError, or %NULL
 *
 * Gives a right vertex several places, or none.
 *
 * Returns: %FALSE with @error set if there is no such vertex
 *
 * Since: 1.0
 */
gboolean
cadre_bipartite_set_n_places (CadreBipartite *self, guint right, guint n_places, GError **error)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!cadre_bipartite_is_usable (self, error) ||
      !check_vertex ("right", self->n_right, right, error) ||
      !make_column (&self->n_more, self->n_right, error))
    return FALSE;

  self->n_more[right] = n_places - 1; /* 0 places are all bits set */
  return TRUE;
}

/**
 * cadre_bipartite_get_n_places:
 * @self: a #CadreBipartite
 * @right: a right vertex
 *
 * Gets how many left vertices it can be paired with at once.
 *
 * Returns: how many left vertices it can be paired with at once
 *
 * Since: 1.0
 */
guint
cadre_bipartite_get_n_places (CadreBipartite *self, guint right)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), 0);
  g_return_val_if_fail (right < self->n_right, 0);

  return self->n_more != NULL ? self->n_more[right] + 1 : 1;
}

/**
 * cadre_bipartite_set_tie_rank:
 * @self: a #CadreBipartite
 * @side: on which side
 * @vertex: a vertex of that side
 * @rank: the least rank goes first
 * @error: return location for a #GError, or %NULL
 *
 * Says who goes first where the other side likes several equally: see
 * %CADRE_BIPARTITE_STABILITY_WEAK. All are 0 at first; between equals the lower
 * number goes first.
 *
 * Returns: %FALSE with @error set if there is no such vertex
 *
 * Since: 1.0
 */
gboolean
cadre_bipartite_set_tie_rank (CadreBipartite *self,
                              CadreBipartiteSide side,
                              guint vertex,
                              guint rank,
                              GError **error)
{
  const gboolean is_left = side == CADRE_BIPARTITE_SIDE_LEFT;
  guint32 n;

  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), FALSE);
  g_return_val_if_fail (side == CADRE_BIPARTITE_SIDE_LEFT || side == CADRE_BIPARTITE_SIDE_RIGHT,
                        FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  n = is_left ? self->n_left : self->n_right;
  if (!cadre_bipartite_is_usable (self, error) ||
      !check_vertex (is_left ? "left" : "right", n, vertex, error) ||
      !make_column (&self->tie_rank[side], n, error))
    return FALSE;

  self->tie_rank[side][vertex] = rank;
  return TRUE;
}

/**
 * cadre_bipartite_get_tie_rank:
 * @self: a #CadreBipartite
 * @side: on which side
 * @vertex: a vertex of that side
 *
 * Gets who of equals goes first.
 *
 * Returns: who of equals goes first: the least rank
 *
 * Since: 1.0
 */
guint
cadre_bipartite_get_tie_rank (CadreBipartite *self, CadreBipartiteSide side, guint vertex)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), 0);
  g_return_val_if_fail (side == CADRE_BIPARTITE_SIDE_LEFT || side == CADRE_BIPARTITE_SIDE_RIGHT, 0);
  g_return_val_if_fail (vertex < (side == CADRE_BIPARTITE_SIDE_LEFT ? self->n_left : self->n_right),
                        0);

  return self->tie_rank[side] != NULL ? self->tie_rank[side][vertex] : 0;
}
