/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Graphs by lot for tests and benchmarks. */

#pragma once

#include "kernel/cadre-graph-private.h"

typedef struct
{
  CadreKernelGraph graph;
  guint32 *first;
  guint32 *right;
} RandomGraph;

static inline void
random_graph_clear (RandomGraph *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->right, g_free);
}

/* Each pair is an edge by @percent in a hundred. */
static inline void
random_graph_init (RandomGraph *self, guint32 n_left, guint32 n_right, gint percent)
{
  guint32 n = 0;

  self->first = g_new0 (guint32, n_left + 1);
  self->right = g_new0 (guint32, MAX (n_left * n_right, 1));
  for (guint32 i = 0; i < n_left; i++)
    {
      for (guint32 j = 0; j < n_right; j++)
        if (g_test_rand_int_range (0, 100) < percent)
          self->right[n++] = j;
      self->first[i + 1] = n;
    }
  self->graph = (CadreKernelGraph){ n_left, n_right, self->first, self->right };
}

static inline gboolean
random_graph_has (const CadreKernelGraph *graph, guint32 i, guint32 j)
{
  for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
    if (graph->right[e] == j)
      return TRUE;
  return FALSE;
}
