/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Least-cost assignment where any row can have any column, save those that are
 * forbidden to it.
 *
 * Every row gets a column of its own, or, with more rows than columns, every
 * column a row. The proof are prices: no cost is below the prices of its row
 * and its column together, the costs that are used are equal to them, and of
 * the side with more, who is left over has the price 0 and nobody a higher one. */

#pragma once

#include "kernel/cadre-graph-private.h"
#include "kernel/cadre-scan-private.h"

G_BEGIN_DECLS

/* One of @whole and @real is not %NULL: the caller's own matrix. */
typedef struct
{
  guint32 n_rows;
  guint32 n_columns;
  gsize stride;        /* cells from one row to the next */
  const gint32 *whole; /* (nullable): %G_MAXINT32 is forbidden */
  const double *real;  /* (nullable): infinity is forbidden, and nothing is NaN */
} CadreKernelMatrix;

static inline double
cadre_kernel_matrix_get (const CadreKernelMatrix *matrix, guint32 i, guint32 j)
{
  const gsize at = matrix->stride * i + j;

  if (matrix->real != NULL)
    return matrix->real[at];
  return matrix->whole[at] == G_MAXINT32 ? __builtin_inf () : matrix->whole[at];
}

CadreKernelStatus cadre_kernel_dense_assign (const CadreKernelMatrix *matrix,
                                             const CadreKernelScan *scan,
                                             guint32 *row_column,
                                             double *row_price,
                                             double *column_price,
                                             guint8 *violator,
                                             const CadreKernelWatch *watch);
gboolean cadre_kernel_dense_check (const CadreKernelMatrix *matrix,
                                   const guint32 *row_column,
                                   const double *row_price,
                                   const double *column_price,
                                   double tolerance);
gboolean cadre_kernel_dense_check_violator (const CadreKernelMatrix *matrix,
                                            const guint8 *violator);

/* What the steps of one solution share. With more rows than columns, there are
 * columns added that cost nothing: what is "by column" here is @n_places long. */
typedef struct
{
  const CadreKernelMatrix *matrix;
  const CadreKernelScan *scan;
  const CadreKernelWatch *watch;
  guint32 n_rows;
  guint32 n_places;    /* columns with those added */
  guint32 *row_column; /* by row, or %CADRE_KERNEL_NONE */
  guint32 *owner;      /* by column: its row, or %CADRE_KERNEL_NONE */
  double *price;       /* by column */
  double *open_price;  /* by column: as @price, or minus infinity once a search is done with it */
  double *distance;    /* by column: from the row that is searched for, infinity once done */
  double *reached;     /* by column: the distance once done */
  guint32 *before;     /* by column: the row that it is reached from */
  guint32 *done;       /* columns, in order of distance */
  guint32 *waiting;    /* rows without column */
  guint32 n_waiting;
  double *none; /* as many zeros as columns are added */
  guint64 n_scans;
} CadreKernelDense;

CadreKernelLeast cadre_kernel_dense_least (CadreKernelDense *self, guint32 row);
void cadre_kernel_dense_reduce (CadreKernelDense *self);
CadreKernelStatus cadre_kernel_dense_auction (CadreKernelDense *self);

G_END_DECLS
