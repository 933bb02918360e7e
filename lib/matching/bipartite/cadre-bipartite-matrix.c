/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-dense-private.h"
#include "matching/bipartite/cadre-bipartite-private.h"

#include <math.h>

/* How far sums of doubles may be from each other, as a part of the largest. */
#define ROUNDING 1e-9

static CadreKernelMatrix
get_matrix (CadreBipartiteMatching *self)
{
  CadreKernelMatrix matrix = { self->n_left, self->n_right, self->n_right, NULL, NULL };

  if (self->matrix_kind == CADRE_BIPARTITE_COSTS_DOUBLE)
    matrix.real = g_bytes_get_data (self->matrix, NULL);
  else
    matrix.whole = g_bytes_get_data (self->matrix, NULL);
  return matrix;
}

/* Prices are sums of whole numbers as doubles, and exact, or of doubles. */
static double
find_tolerance (const CadreKernelMatrix *matrix)
{
  double most = 0;

  if (matrix->whole != NULL)
    return 0;
  for (gsize k = 0; k < (gsize) matrix->n_rows * matrix->n_columns; k++)
    if (matrix->real[k] < INFINITY)
      most = MAX (most, fabs (matrix->real[k]));
  return most * ROUNDING;
}

static void
take_columns (CadreBipartiteMatching *self, const CadreKernelMatrix *matrix)
{
  for (guint32 i = 0; i < self->n_left; i++)
    {
      const guint32 j = self->left_right[i];

      if (j == CADRE_KERNEL_NONE)
        continue;
      self->left_edge[i] = i * self->n_right + j;
      self->cost += cadre_kernel_matrix_get (matrix, i, j);
      self->n_pairs++;
    }
}

/* The others that these can have, and these. */
static void
add_shortage (CadreBipartiteMatching *self, const CadreKernelMatrix *matrix)
{
  const gboolean by_row = self->n_left <= self->n_right;
  const guint n_here = by_row ? self->n_left : self->n_right;
  const guint n_there = by_row ? self->n_right : self->n_left;
  GArray *here = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *there = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint k = 0; k < n_here; k++)
    if (self->mark[k])
      g_array_append_val (here, k);
  for (guint m = 0; m < n_there; m++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < here->len && !found; k++)
        {
          const guint vertex = g_array_index (here, guint, k);

          found =
            cadre_kernel_matrix_get (matrix, by_row ? vertex : m, by_row ? m : vertex) < INFINITY;
        }
      if (found)
        g_array_append_val (there, m);
    }

  self->short_side = by_row ? CADRE_BIPARTITE_SIDE_LEFT : CADRE_BIPARTITE_SIDE_RIGHT;
  self->shortage[by_row ? 0 : 1] = here;
  self->shortage[by_row ? 1 : 0] = there;
}

/* Solves on the caller's own matrix. */
gboolean
cadre_bipartite_assign_matrix (CadreBipartiteMatching *self,
                               CadreBipartite *graph,
                               GCancellable *cancellable,
                               GError **error)
{
  const CadreKernelWatch watch = cadre_bipartite_watch (cancellable);
  CadreKernelMatrix matrix;
  CadreKernelStatus status;

  self->matrix = g_bytes_ref (graph->matrix);
  self->matrix_kind = graph->matrix_kind;
  matrix = get_matrix (self);
  self->price[0] = g_try_new0 (double, MAX (self->n_left, 1));
  self->price[1] = g_try_new0 (double, MAX (self->n_right, 1));
  self->mark = g_try_new0 (guint8, MAX (MAX (self->n_left, self->n_right), 1));
  if (self->price[0] == NULL || self->price[1] == NULL || self->mark == NULL ||
      self->left_right == NULL || self->left_edge == NULL)
    return cadre_bipartite_no_memory (error);

  status = cadre_kernel_dense_assign (&matrix, NULL, self->left_right, self->price[0],
                                      self->price[1], self->mark, &watch);
  if (!cadre_bipartite_take_status (status, cancellable, error))
    return FALSE;

  if (status == CADRE_KERNEL_DONE)
    {
      take_columns (self, &matrix);
      self->tolerance = find_tolerance (&matrix);
      return TRUE;
    }
  for (guint32 i = 0; i < self->n_left; i++)
    self->left_right[i] = CADRE_KERNEL_NONE;
  g_clear_pointer (&self->price[0], g_free);
  g_clear_pointer (&self->price[1], g_free);
  self->is_feasible = FALSE;
  add_shortage (self, &matrix);
  return TRUE;
}

gboolean
cadre_bipartite_check_matrix (CadreBipartiteMatching *self)
{
  const CadreKernelMatrix matrix = get_matrix (self);

  if (!self->is_feasible)
    return cadre_kernel_dense_check_violator (&matrix, self->mark);
  return cadre_kernel_dense_check (&matrix, self->left_right, self->price[0], self->price[1],
                                   self->tolerance);
}
