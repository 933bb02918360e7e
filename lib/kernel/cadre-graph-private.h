/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the solvers on graphs of two sides share. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No vertex of the other side, no edge, no component. */
#define CADRE_KERNEL_NONE G_MAXUINT32

typedef enum
{
  CADRE_KERNEL_DONE = 0,
  CADRE_KERNEL_STOPPED = 1,    /* the caller asked for it */
  CADRE_KERNEL_NO_MEMORY = 2,  /* there is not enough for the scratch */
  CADRE_KERNEL_INFEASIBLE = 3, /* there is no answer; what proves it is returned */
} CadreKernelStatus;

/* Asked now and then, never for long not. */
typedef struct
{
  gboolean (*keep_going) (gpointer data);
  gpointer data;
} CadreKernelWatch;

/* The edges of left vertex i lead to right[first[i]] … right[first[i + 1] - 1],
 * all below n_right. */
typedef struct
{
  guint32 n_left;
  guint32 n_right;
  const guint32 *first; /* n_left + 1 of them */
  const guint32 *right;
} CadreKernelGraph;

static inline gboolean
cadre_kernel_goes_on (const CadreKernelWatch *watch)
{
  return watch == NULL || watch->keep_going (watch->data);
}

static inline guint32
cadre_kernel_graph_n_edges (const CadreKernelGraph *graph)
{
  return graph->first[graph->n_left];
}

void cadre_kernel_graph_turn (const CadreKernelGraph *graph,
                              guint32 *first,
                              guint32 *left,
                              guint32 *edge);

CadreKernelStatus cadre_kernel_components (const CadreKernelGraph *graph,
                                           guint32 *left_component,
                                           guint32 *right_component,
                                           guint32 *n_components,
                                           const CadreKernelWatch *watch);
gboolean cadre_kernel_components_check (const CadreKernelGraph *graph,
                                        const guint32 *left_component,
                                        const guint32 *right_component,
                                        guint32 n_components);

G_END_DECLS
