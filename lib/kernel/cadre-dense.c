/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-dense-private.h"

#include <math.h>
#include <string.h>

/* Shortest augmenting paths with prices, after a start that reduces columns and
 * rows: Jonker and Volgenant, "A shortest augmenting path algorithm for dense
 * and sparse linear assignment problems", Computing 38 (1987); for matrices that
 * are not square: Crouse, "On implementing 2D rectangular assignment
 * algorithms", IEEE TAES 52 (2016). A search relaxes a whole row at a time, and
 * takes all columns of one distance at once. Where that needs many rows, an
 * auction gives better prices to go on from. O(n³) time, about 52 bytes a row of
 * scratch, no recursion; the matrix is read where it is. */

/* An auction begins once as many rows have been read for each row. */
#define PATIENCE 12

static inline double
cost_at (const CadreKernelDense *self, guint32 i, guint32 j)
{
  return j < self->matrix->n_columns ? cadre_kernel_matrix_get (self->matrix, i, j) : 0;
}

static double
relax (CadreKernelDense *self, guint32 i, double base)
{
  const CadreKernelMatrix *matrix = self->matrix;
  const guint32 n = matrix->n_columns;
  const gsize at = matrix->stride * i;
  double least;

  self->n_scans++;
  if (matrix->whole != NULL)
    least = self->scan->relax_int (matrix->whole + at, self->open_price, base, i, self->distance,
                                   self->before, n);
  else
    least = self->scan->relax_real (matrix->real + at, self->open_price, base, i, self->distance,
                                    self->before, n);
  if (n < self->n_places)
    {
      const double other =
        self->scan->relax_real (self->none, self->open_price + n, base, i, self->distance + n,
                                self->before + n, self->n_places - n);

      least = MIN (least, other);
    }
  return least;
}

/* Closes the columns at @least, and adds them to those done: one without owner,
 * if there is any. */
static guint32
close_columns (CadreKernelDense *self, double least, guint32 *n_done)
{
  guint32 end = CADRE_KERNEL_NONE;

  for (guint32 j = 0; TRUE; j++)
    {
      j = self->scan->find (self->distance, least, j, self->n_places);
      if (j == self->n_places)
        break;
      if (self->owner[j] == CADRE_KERNEL_NONE && end == CADRE_KERNEL_NONE)
        end = j;
      self->done[(*n_done)++] = j;
      self->reached[j] = self->distance[j];
      self->distance[j] = INFINITY;
      self->open_price[j] = -INFINITY;
    }
  return end;
}

/* Lowers the prices of what was nearer than @distance, and ends the search. */
static void
settle_prices (CadreKernelDense *self, guint32 n_done, double distance)
{
  for (guint32 k = 0; k < n_done; k++)
    {
      const guint32 j = self->done[k];

      self->price[j] += self->reached[j] - distance;
      self->open_price[j] = self->price[j];
    }
}

static void
turn_path (CadreKernelDense *self, guint32 row, guint32 j)
{
  guint32 i;

  do
    {
      guint32 next;

      i = self->before[j];
      next = self->row_column[i];
      self->owner[j] = i;
      self->row_column[i] = j;
      j = next;
    }
  while (i != row);
}

/* Finds a column for @row by the shortest way: %CADRE_KERNEL_INFEASIBLE if there
 * is none, and then the rows that the search came to are in @violator. */
static CadreKernelStatus
find_path (CadreKernelDense *self, guint32 row, guint8 *violator)
{
  guint32 n_done = 0, next = 0, end = CADRE_KERNEL_NONE;
  double least;

  for (guint32 j = 0; j < self->n_places; j++)
    self->distance[j] = INFINITY;
  least = relax (self, row, 0);

  while (least < INFINITY)
    {
      const double now = least;

      end = close_columns (self, now, &n_done);
      if (end != CADRE_KERNEL_NONE)
        break;
      for (; next < n_done; next++)
        {
          const guint32 j = self->done[next];
          const guint32 i = self->owner[j];

          least = relax (self, i, cost_at (self, i, j) - self->price[j] - self->reached[j]);
        }
    }

  if (end == CADRE_KERNEL_NONE)
    {
      memset (violator, 0, self->n_rows);
      violator[row] = TRUE;
      for (guint32 k = 0; k < n_done; k++)
        violator[self->owner[self->done[k]]] = TRUE;
      return CADRE_KERNEL_INFEASIBLE;
    }

  settle_prices (self, n_done, self->reached[end]);
  turn_path (self, row, end);
  return CADRE_KERNEL_DONE;
}

static gboolean
is_slow (const CadreKernelDense *self)
{
  return self->n_rows == self->n_places && self->n_scans > (guint64) PATIENCE * self->n_rows;
}

static CadreKernelStatus
find_paths (CadreKernelDense *self, guint8 *violator)
{
  gboolean may_bid = TRUE;

  while (self->n_waiting > 0)
    {
      CadreKernelStatus status;

      if (!cadre_kernel_goes_on (self->watch))
        return CADRE_KERNEL_STOPPED;
      status = find_path (self, self->waiting[self->n_waiting - 1], violator);
      if (status != CADRE_KERNEL_DONE)
        return status;

      self->n_waiting--;
      if (!may_bid || !is_slow (self))
        continue;
      may_bid = FALSE;
      status = cadre_kernel_dense_auction (self);
      if (status != CADRE_KERNEL_DONE)
        return status;
    }
  return CADRE_KERNEL_DONE;
}

/* Columns added have one price; what is left over has to have 0. */
static void
take_prices (CadreKernelDense *self, double *row_price, double *column_price)
{
  const guint32 n_columns = self->matrix->n_columns;
  const double shift = n_columns < self->n_places ? self->price[n_columns] : 0;

  for (guint32 j = 0; j < n_columns; j++)
    column_price[j] = self->price[j] - shift;
  for (guint32 i = 0; i < self->n_rows; i++)
    {
      const guint32 j = self->row_column[i];

      row_price[i] = j < n_columns ? cost_at (self, i, j) - column_price[j] : 0;
      if (j >= n_columns)
        self->row_column[i] = CADRE_KERNEL_NONE;
    }
}

/* From rows to columns, where there are more rows: the columns that the rows
 * have not have too few rows themselves. */
static void
turn_violator (const CadreKernelDense *self, guint8 *violator)
{
  const CadreKernelMatrix *matrix = self->matrix;
  guint8 *is_neighbour = (guint8 *) self->before; /* no longer needed as such */

  memset (is_neighbour, 0, matrix->n_columns);
  for (guint32 i = 0; i < self->n_rows; i++)
    for (guint32 j = 0; violator[i] && j < matrix->n_columns; j++)
      is_neighbour[j] |= cadre_kernel_matrix_get (matrix, i, j) < INFINITY;
  for (guint32 j = 0; j < matrix->n_columns; j++)
    violator[j] = !is_neighbour[j];
}

static CadreKernelStatus
assign (CadreKernelDense *self, double *row_price, double *column_price, guint8 *violator)
{
  CadreKernelStatus status;

  memset (self->row_column, 0xff, self->n_rows * sizeof (guint32));
  memset (self->owner, 0xff, self->n_places * sizeof (guint32));
  cadre_kernel_dense_reduce (self);
  memcpy (self->open_price, self->price, self->n_places * sizeof (double));

  status = find_paths (self, violator);
  if (status == CADRE_KERNEL_INFEASIBLE && self->n_places > self->matrix->n_columns)
    turn_violator (self, violator);
  if (status == CADRE_KERNEL_DONE)
    take_prices (self, row_price, column_price);
  return status;
}

/*< private >
 * cadre_kernel_dense_assign:
 * @matrix: the costs
 * @scan: (nullable): the loops to use, or %NULL for the fastest
 * @row_column: (array): where to put the column of each row, or %CADRE_KERNEL_NONE
 * @row_price: (array): where to put the price of each row
 * @column_price: (array): where to put the price of each column
 * @violator: (array): by row, or by column where those are fewer; if there is no answer, which of
 * them have too few columns or rows
 * @watch: (nullable): whom to ask whether to go on
 *
 * Finds an assignment of least cost. As much room as the longer side needs is
 * needed in @violator.
 */
CadreKernelStatus
cadre_kernel_dense_assign (const CadreKernelMatrix *matrix,
                           const CadreKernelScan *scan,
                           guint32 *row_column,
                           double *row_price,
                           double *column_price,
                           guint8 *violator,
                           const CadreKernelWatch *watch)
{
  const guint32 n = MAX (MAX (matrix->n_rows, matrix->n_columns), 1);
  const guint32 n_added = n - matrix->n_columns;
  g_autofree double *numbers = g_try_new (double, (gsize) n * 4);
  g_autofree guint32 *indices = g_try_new (guint32, (gsize) n * 4);
  g_autofree double *none = g_try_new0 (double, MAX (n_added, 1));
  CadreKernelDense self = { matrix, scan != NULL ? scan : cadre_kernel_scan_get (), watch };

  if (numbers == NULL || indices == NULL || none == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  self.n_rows = matrix->n_rows;
  self.n_places = MAX (matrix->n_rows, matrix->n_columns);
  self.row_column = row_column;
  self.price = numbers;
  self.open_price = numbers + n;
  self.distance = numbers + 2 * (gsize) n;
  self.reached = numbers + 3 * (gsize) n;
  self.owner = indices;
  self.before = indices + n;
  self.done = indices + 2 * (gsize) n;
  self.waiting = indices + 3 * (gsize) n;
  self.none = none;
  return assign (&self, row_price, column_price, violator);
}

/* Whether no column is used twice, and as many as can be are. */
static gboolean
check_columns (const CadreKernelMatrix *matrix, const guint32 *row_column, guint8 *is_used)
{
  guint32 n = 0;

  for (guint32 i = 0; i < matrix->n_rows; i++)
    {
      const guint32 j = row_column[i];

      if (j == CADRE_KERNEL_NONE)
        continue;
      if (j >= matrix->n_columns || is_used[j])
        return FALSE;
      is_used[j] = TRUE;
      n++;
    }
  return n == MIN (matrix->n_rows, matrix->n_columns);
}

/* Whether who is left over has the price 0, and nobody on that side a higher one. */
static gboolean
check_left_over (const CadreKernelMatrix *matrix,
                 const guint32 *row_column,
                 const guint8 *is_used,
                 const double *row_price,
                 const double *column_price,
                 double tolerance)
{
  if (matrix->n_columns > matrix->n_rows)
    for (guint32 j = 0; j < matrix->n_columns; j++)
      if (column_price[j] > tolerance || (!is_used[j] && column_price[j] < -tolerance))
        return FALSE;
  if (matrix->n_rows > matrix->n_columns)
    for (guint32 i = 0; i < matrix->n_rows; i++)
      if (row_price[i] > tolerance ||
          (row_column[i] == CADRE_KERNEL_NONE && row_price[i] < -tolerance))
        return FALSE;
  return TRUE;
}

/*< private >
 * cadre_kernel_dense_check:
 * @matrix: the costs
 * @row_column: (array): the column of each row, or %CADRE_KERNEL_NONE
 * @row_price: (array): the price of each row
 * @column_price: (array): the price of each column
 * @tolerance: by how much sums may be wrong; 0 for whole numbers
 *
 * Checks the answer without solving anything.
 */
gboolean
cadre_kernel_dense_check (const CadreKernelMatrix *matrix,
                          const guint32 *row_column,
                          const double *row_price,
                          const double *column_price,
                          double tolerance)
{
  g_autofree guint8 *is_used = g_try_new0 (guint8, MAX (matrix->n_columns, 1));

  if (is_used == NULL || !check_columns (matrix, row_column, is_used) ||
      !check_left_over (matrix, row_column, is_used, row_price, column_price, tolerance))
    return FALSE;

  for (guint32 i = 0; i < matrix->n_rows; i++)
    for (guint32 j = 0; j < matrix->n_columns; j++)
      {
        const double cost = cadre_kernel_matrix_get (matrix, i, j);
        const double excess = cost - row_price[i] - column_price[j];

        if (!(excess >= -tolerance) || (row_column[i] == j && !(excess <= tolerance)))
          return FALSE;
      }
  return TRUE;
}

/*< private >
 * cadre_kernel_dense_check_violator:
 * @matrix: the costs
 * @violator: (array): some rows, or columns where those are fewer
 *
 * Checks that these have fewer columns, or rows, than they are, so that there
 * cannot be an assignment.
 */
gboolean
cadre_kernel_dense_check_violator (const CadreKernelMatrix *matrix, const guint8 *violator)
{
  const gboolean by_row = matrix->n_rows <= matrix->n_columns;
  const guint32 n = by_row ? matrix->n_rows : matrix->n_columns;
  const guint32 n_others = by_row ? matrix->n_columns : matrix->n_rows;
  guint32 n_here = 0, n_there = 0;

  for (guint32 k = 0; k < n; k++)
    n_here += violator[k] != 0;
  for (guint32 m = 0; m < n_others; m++)
    {
      gboolean is_neighbour = FALSE;

      for (guint32 k = 0; k < n && !is_neighbour; k++)
        is_neighbour = violator[k] &&
                       cadre_kernel_matrix_get (matrix, by_row ? k : m, by_row ? m : k) < INFINITY;
      n_there += is_neighbour;
    }
  return n_there < n_here;
}
