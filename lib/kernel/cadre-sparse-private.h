/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Least-cost assignment along the edges of a graph.
 *
 * Every left vertex gets a right vertex of its own. The proof are prices: no
 * cost of an edge is below the prices of its ends together, the costs that are
 * used are equal to them, and where there are more right vertices, those left
 * over have the price 0 and none has a higher one. */

#pragma once

#include "kernel/cadre-graph-private.h"

G_BEGIN_DECLS

/* Costs beyond this, either way, are not added up safely. */
#define CADRE_KERNEL_MOST_COST (G_GINT64_CONSTANT (1) << 40)

CadreKernelStatus cadre_kernel_sparse_assign (const CadreKernelGraph *graph,
                                              const gint64 *cost,
                                              guint32 *left_edge,
                                              gint64 *left_price,
                                              gint64 *right_price,
                                              guint8 *violator,
                                              const CadreKernelWatch *watch);
gboolean cadre_kernel_sparse_check (const CadreKernelGraph *graph,
                                    const gint64 *cost,
                                    const guint32 *left_edge,
                                    const gint64 *left_price,
                                    const gint64 *right_price);
gboolean cadre_kernel_sparse_check_violator (const CadreKernelGraph *graph, const guint8 *violator);

/* What the steps of one solution share. */
typedef struct
{
  const CadreKernelGraph *graph;
  const gint64 *cost; /* by edge */
  const CadreKernelWatch *watch;
  guint32 *left_edge; /* by left vertex: the edge that is used, or %CADRE_KERNEL_NONE */
  guint32 *owner;     /* by right vertex: its left vertex, or %CADRE_KERNEL_NONE */
  gint64 *price;      /* by right vertex */
  guint32 *waiting;   /* left vertices without a right one */
  guint32 n_waiting;
} CadreKernelSparse;

typedef struct
{
  gint64 least;
  gint64 second; /* %G_MAXINT64 if there is no other */
  guint32 edge;  /* the first that has the least */
} CadreKernelChoice;

CadreKernelChoice cadre_kernel_sparse_choose (const CadreKernelSparse *self, guint32 i);
CadreKernelStatus cadre_kernel_sparse_start (CadreKernelSparse *self);
CadreKernelStatus cadre_kernel_sparse_finish (CadreKernelSparse *self);

G_END_DECLS
