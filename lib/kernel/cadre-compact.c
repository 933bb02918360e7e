/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-compact-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

/* How many vertices ahead memory is asked for. */
#define AHEAD 16
/* Where a component has more left vertices, it does not stay in a cache: then it is not
 * worth it. */
#define MOST_LEFT (1U << 15)

/* Lists vertices by component; @place is where each is in the list. */
static void
sort_vertices (const guint32 *component,
               guint32 n,
               guint32 n_components,
               guint32 *start,
               guint32 *list,
               guint32 *place)
{
  guint32 sum = 0;

  memset (start, 0, ((gsize) n_components + 1) * sizeof (guint32));
  for (guint32 i = 0; i < n; i++)
    start[component[i]]++;
  for (guint32 c = 0; c <= n_components; c++)
    {
      const guint32 here = start[c];

      start[c] = sum;
      sum += here;
    }
  for (guint32 i = 0; i < n; i++)
    {
      place[i] = start[component[i]]++;
      list[place[i]] = i;
    }
}

static void
copy_edges (CadreKernelCompact *self, const CadreKernelGraph *graph, const guint32 *place)
{
  const guint32 n_left = graph->n_left;
  guint32 n = 0;

  for (guint32 k = 0; k < n_left; k++)
    {
      const guint32 i = self->left[k];

      if (k + 2 * AHEAD < n_left)
        __builtin_prefetch (graph->first + self->left[k + 2 * AHEAD]);
      if (k + AHEAD < n_left)
        __builtin_prefetch (graph->right + graph->first[self->left[k + AHEAD]]);
      if (k + AHEAD / 2 < n_left)
        {
          const guint32 ahead = self->left[k + AHEAD / 2];
          const guint32 end = MIN (graph->first[ahead + 1], graph->first[ahead] + AHEAD);

          for (guint32 e = graph->first[ahead]; e < end; e++)
            __builtin_prefetch (place + graph->right[e]);
        }

      self->first[k] = n;
      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        self->edges[n++] = place[graph->right[e]];
    }
  self->first[n_left] = n;
}

/* Whether each component is so small that work on it stays near in memory. */
static gboolean
are_small (const guint32 *left_component, guint32 n_left, guint32 *size)
{
  guint32 most = 0;

  for (guint32 i = 0; i < n_left; i++)
    most = MAX (most, ++size[left_component[i]]);
  return most <= MOST_LEFT;
}

static CadreKernelStatus
fill (CadreKernelCompact *self,
      const CadreKernelGraph *graph,
      const guint32 *left_component,
      const guint32 *right_component)
{
  const gsize n_places = MAX (MAX (graph->n_left, graph->n_right), 1);
  g_autofree guint32 *start = cadre_pages_try_array_of (guint32, (gsize) self->n_components + 1);
  g_autofree guint32 *place = cadre_pages_try_array_of (guint32, n_places);

  self->left = cadre_pages_try_array_of (guint32, MAX (graph->n_left, 1));
  self->right = cadre_pages_try_array_of (guint32, MAX (graph->n_right, 1));
  self->first = cadre_pages_try_array_of (guint32, (gsize) graph->n_left + 1);
  self->edges = cadre_pages_try_array_of (guint32, MAX (cadre_kernel_graph_n_edges (graph), 1));
  if (start == NULL || place == NULL || self->left == NULL || self->right == NULL ||
      self->first == NULL || self->edges == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  sort_vertices (left_component, graph->n_left, self->n_components, start, self->left, place);
  sort_vertices (right_component, graph->n_right, self->n_components, start, self->right, place);
  copy_edges (self, graph, place);
  self->graph = (CadreKernelGraph){ graph->n_left, graph->n_right, self->first, self->edges };
  return CADRE_KERNEL_DONE;
}

/*< private >
 * cadre_kernel_compact_init:
 * @self: where to put the graph; to be cleared, whatever the answer is
 * @graph: a graph
 * @watch: (nullable): whom to ask whether to go on
 *
 * Copies a graph by component, if it has no large ones. If it has, the graph of @self
 * has no edges to read: its first is %NULL.
 */
CadreKernelStatus
cadre_kernel_compact_init (CadreKernelCompact *self,
                           const CadreKernelGraph *graph,
                           const CadreKernelWatch *watch)
{
  g_autofree guint32 *left = cadre_pages_try_array_of (guint32, MAX (graph->n_left, 1));
  g_autofree guint32 *right = cadre_pages_try_array_of (guint32, MAX (graph->n_right, 1));
  g_autofree guint32 *size = NULL;
  CadreKernelStatus status;

  memset (self, 0, sizeof *self);
  if (left == NULL || right == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  status = cadre_kernel_components (graph, left, right, &self->n_components, watch);
  if (status != CADRE_KERNEL_DONE)
    return status;
  size = cadre_pages_try_zeros_of (guint32, MAX (self->n_components, 1));
  if (size == NULL)
    return CADRE_KERNEL_NO_MEMORY;
  if (!are_small (left, graph->n_left, size))
    return CADRE_KERNEL_DONE;

  return fill (self, graph, left, right);
}

void
cadre_kernel_compact_clear (CadreKernelCompact *self)
{
  g_clear_pointer (&self->left, g_free);
  g_clear_pointer (&self->right, g_free);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->edges, g_free);
}
