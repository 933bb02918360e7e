/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-dense-private.h"

#include <math.h>
#include <string.h>

/* What comes before the shortest paths: the reductions of Jonker and Volgenant
 * (1987), and an auction whose bids get finer, Bertsekas, "The auction algorithm",
 * Annals of Operations Research 14 (1988). Neither has to be right: a path
 * search goes on from any prices, as long as each pair that is kept is one of
 * least cost to its row. */

/* How many times over all rows may bid in reducing rows. */
#define MOST_BIDS 8
/* By how much bids get finer, and how many times each row may bid between. */
#define FINER 5
#define MOST_ROUNDS 40
/* The first bids are by this part of the range of costs. */
#define COARSEST_PART 35
/* Bids on doubles end at this part of the range of costs. */
#define FINEST_PART 1048576.0

static void
join_least (CadreKernelLeast *self, CadreKernelLeast other, guint32 shift)
{
  other.at += shift;
  self->second = MIN (MIN (self->second, other.second), MAX (self->least, other.least));
  if (other.least < self->least)
    {
      self->least = other.least;
      self->at = other.at;
    }
}

/*< private >
 * cadre_kernel_dense_least:
 * @self: the problem
 * @row: a row
 *
 * Returns: the least two costs of a row over prices
 */
CadreKernelLeast
cadre_kernel_dense_least (CadreKernelDense *self, guint32 row)
{
  const CadreKernelMatrix *matrix = self->matrix;
  const guint32 n = matrix->n_columns;
  const gsize at = matrix->stride * row;
  CadreKernelLeast found;

  self->n_scans++;
  if (matrix->whole != NULL)
    found = self->scan->least_int (matrix->whole + at, self->price, n);
  else
    found = self->scan->least_real (matrix->real + at, self->price, n);
  if (n < self->n_places)
    join_least (&found, self->scan->least_real (self->none, self->price + n, self->n_places - n),
                n);
  return found;
}

static void
give (CadreKernelDense *self, guint32 row, guint32 j)
{
  const guint32 old = self->owner[j];

  if (old != CADRE_KERNEL_NONE)
    self->row_column[old] = CADRE_KERNEL_NONE;
  self->owner[j] = row;
  self->row_column[row] = j;
}

/* Each column asks its least cost, and goes to that row if nobody else does. */
static void
reduce_columns (CadreKernelDense *self)
{
  const CadreKernelMatrix *matrix = self->matrix;
  guint32 *at = self->before;

  for (guint32 j = 0; j < self->n_places; j++)
    {
      self->price[j] = j < matrix->n_columns ? INFINITY : 0;
      at[j] = 0;
    }
  for (guint32 i = 0; i < self->n_rows; i++)
    {
      const gsize from = matrix->stride * i;

      if (matrix->whole != NULL)
        self->scan->lower_int (matrix->whole + from, i, self->price, at, matrix->n_columns);
      else
        self->scan->lower_real (matrix->real + from, i, self->price, at, matrix->n_columns);
    }

  for (guint32 j = self->n_places; j-- > 0;)
    if (!(self->price[j] < INFINITY))
      self->price[j] = 0; /* forbidden to all */
    else if (self->row_column[at[j]] == CADRE_KERNEL_NONE)
      give (self, at[j], j);
}

/* A row that has its column to itself can pay more for it, down to its second choice. */
static void
transfer (CadreKernelDense *self)
{
  for (guint32 i = 0; i < self->n_rows; i++)
    {
      const guint32 j = self->row_column[i];
      CadreKernelLeast found;
      double keep;

      if (j == CADRE_KERNEL_NONE)
        continue;
      keep = self->price[j];
      self->price[j] = -INFINITY; /* not this one */
      found = cadre_kernel_dense_least (self, i);
      self->price[j] = keep;
      if (found.least < INFINITY)
        {
          const double cost =
            j < self->matrix->n_columns ? cadre_kernel_matrix_get (self->matrix, i, j) : 0;

          self->price[j] = MIN (keep, cost - found.least);
        }
    }
}

static void
list_waiting (CadreKernelDense *self)
{
  self->n_waiting = 0;
  for (guint32 i = self->n_rows; i-- > 0;)
    if (self->row_column[i] == CADRE_KERNEL_NONE)
      self->waiting[self->n_waiting++] = i;
}

/* Lets a row have the column that is best for it, at a price at which the second
 * is as good. It may take it from another, which is returned if that bids next. */
static guint32
bid (CadreKernelDense *self, guint32 row, gboolean *is_strict)
{
  const CadreKernelLeast found = cadre_kernel_dense_least (self, row);
  const double price = self->price[found.at] - (found.second - found.least);
  const guint32 old = found.least < INFINITY ? self->owner[found.at] : row;

  *is_strict = found.second < INFINITY && price < self->price[found.at];
  if (!(found.least < INFINITY) || (!*is_strict && old != CADRE_KERNEL_NONE))
    return row;

  if (*is_strict)
    self->price[found.at] = price;
  give (self, row, found.at);
  return old;
}

/* One round of the waiting rows: those that still wait are listed again. */
static void
reduce_rows (CadreKernelDense *self, guint64 *n_bids)
{
  guint32 n = self->n_waiting;
  guint32 n_kept = 0;

  for (guint32 k = 0; k < n; k++)
    {
      guint32 row = self->waiting[k];
      gboolean is_strict = TRUE;

      while (row != CADRE_KERNEL_NONE && is_strict && *n_bids > 0)
        {
          (*n_bids)--;
          row = bid (self, row, &is_strict);
        }
      if (row != CADRE_KERNEL_NONE)
        self->waiting[n_kept++] = row;
    }
  self->n_waiting = n_kept;
}

/*< private >
 * cadre_kernel_dense_reduce:
 * @self: the problem, with nothing assigned
 *
 * Sets prices and assigns what is easy; lists the rows that wait.
 */
void
cadre_kernel_dense_reduce (CadreKernelDense *self)
{
  guint64 n_bids = (guint64) MOST_BIDS * self->n_rows;

  /* Who is left over has to have the price 0 in the end. */
  if (self->n_rows == self->n_places)
    {
      reduce_columns (self);
      transfer (self);
    }
  else
    memset (self->price, 0, self->n_places * sizeof (double));

  list_waiting (self);
  for (guint round = 0; round < 2; round++)
    reduce_rows (self, &n_bids);
}

static double
get_range (const CadreKernelDense *self)
{
  const CadreKernelMatrix *matrix = self->matrix;
  double least = 0, most = 0;

  for (guint32 i = 0; i < matrix->n_rows; i++)
    for (guint32 j = 0; j < matrix->n_columns; j++)
      {
        const double cost = cadre_kernel_matrix_get (matrix, i, j);

        least = MIN (least, cost);
        most = cost < INFINITY ? MAX (most, cost) : most;
      }
  return most - least;
}

/* All rows bid until each has a column, or too long. */
static CadreKernelStatus
run_bids (CadreKernelDense *self, double step, double range)
{
  const guint32 n = self->n_rows;
  guint64 n_bids = (guint64) MOST_ROUNDS * n;
  guint32 head = 0, tail = 0; /* all wait at first: the room is a ring */

  memset (self->row_column, 0xff, n * sizeof (guint32));
  memset (self->owner, 0xff, self->n_places * sizeof (guint32));
  list_waiting (self);
  for (guint32 n_left = self->n_waiting; n_left > 0 && n_bids > 0; n_bids--)
    {
      const guint32 row = self->waiting[head];
      const CadreKernelLeast found = cadre_kernel_dense_least (self, row);
      guint32 old;

      if (n_bids % 1024 == 0 && !cadre_kernel_goes_on (self->watch))
        return CADRE_KERNEL_STOPPED;
      if (!(found.least < INFINITY))
        return CADRE_KERNEL_DONE; /* the search will say so */

      old = self->owner[found.at];
      self->price[found.at] -= MIN (found.second - found.least, range) + step;
      give (self, row, found.at);
      n_left -= old == CADRE_KERNEL_NONE;
      head = head + 1 == n ? 0 : head + 1;
      if (old != CADRE_KERNEL_NONE)
        {
          self->waiting[tail] = old;
          tail = tail + 1 == n ? 0 : tail + 1;
        }
    }
  return CADRE_KERNEL_DONE;
}

/* Takes the column from each row that would have another for less. */
static void
keep_tight (CadreKernelDense *self)
{
  for (guint32 i = 0; i < self->n_rows; i++)
    {
      const guint32 j = self->row_column[i];
      const CadreKernelLeast found = cadre_kernel_dense_least (self, i);
      double cost;

      if (j == CADRE_KERNEL_NONE)
        continue;
      cost = j < self->matrix->n_columns ? cadre_kernel_matrix_get (self->matrix, i, j) : 0;
      if (cost - self->price[j] > found.least)
        {
          self->owner[j] = CADRE_KERNEL_NONE;
          self->row_column[i] = CADRE_KERNEL_NONE;
        }
    }
}

/*< private >
 * cadre_kernel_dense_auction:
 * @self: the problem, as many rows as columns
 *
 * Begins anew from the prices that there are, with bids that get finer.
 */
CadreKernelStatus
cadre_kernel_dense_auction (CadreKernelDense *self)
{
  const double range = get_range (self) + 1;
  const double finest = self->matrix->whole != NULL ? 1 : range / FINEST_PART;
  double step = range / COARSEST_PART;

  while (TRUE)
    {
      CadreKernelStatus status;

      step = MAX (finest, self->matrix->whole != NULL ? (double) (gint64) step : step);
      status = run_bids (self, step, range);
      if (status != CADRE_KERNEL_DONE)
        return status;
      if (step <= finest)
        break;
      step /= FINER;
    }

  keep_tight (self);
  memcpy (self->open_price, self->price, self->n_places * sizeof (double));
  list_waiting (self);
  return CADRE_KERNEL_DONE;
}
