/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A graph with its vertices in order of components, so that work on many small
 * components stays near in memory. */

#pragma once

#include "kernel/cadre-graph-private.h"

G_BEGIN_DECLS

typedef struct
{
  CadreKernelGraph graph;
  guint32 *left;  /* by left vertex of @graph: which it was */
  guint32 *right; /* by right vertex of @graph: which it was */
  guint32 *first;
  guint32 *edges;
  guint32 n_components;
} CadreKernelCompact;

CadreKernelStatus cadre_kernel_compact_init (CadreKernelCompact *self,
                                             const CadreKernelGraph *graph,
                                             const CadreKernelWatch *watch);
void cadre_kernel_compact_clear (CadreKernelCompact *self);

G_END_DECLS
