/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-pages-private.h"
#include "matching/bipartite/cadre-bipartite-private.h"

#include <cadre/cadre-matching-error.h>

#include <string.h>

static gboolean
keep_going (gpointer data)
{
  return !g_cancellable_is_cancelled (data);
}

CadreKernelWatch
cadre_bipartite_watch (GCancellable *cancellable)
{
  return (CadreKernelWatch){ keep_going, cancellable };
}

/* Always %FALSE, with @error set. */
gboolean
cadre_bipartite_no_memory (GError **error)
{
  g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_MEMORY,
                       "There is not enough memory");
  return FALSE;
}

/* Whether a kernel has come to an answer, be it that there is none. */
gboolean
cadre_bipartite_take_status (CadreKernelStatus status, GCancellable *cancellable, GError **error)
{
  if (status == CADRE_KERNEL_NO_MEMORY)
    return cadre_bipartite_no_memory (error);
  if (status == CADRE_KERNEL_STOPPED && g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return TRUE;
}

guint64
cadre_bipartite_count_places (CadreBipartite *graph)
{
  guint64 n = 0;

  for (guint32 j = 0; j < graph->n_right; j++)
    n += cadre_bipartite_get_n_places (graph, j);
  return n;
}

/* The first place of each right vertex, and how many there are. */
static gboolean
number_places (CadreBipartite *graph,
               CadreBipartiteFormKind kind,
               const guint32 *degree,
               guint32 *place,
               guint64 *n_edges,
               GError **error)
{
  guint64 n = 0;

  *n_edges = 0;
  for (guint32 j = 0; j < graph->n_right; j++)
    {
      guint32 n_here = 1;

      if (kind != CADRE_BIPARTITE_FORM_PLAIN)
        n_here = cadre_bipartite_get_n_places (graph, j);
      if (kind == CADRE_BIPARTITE_FORM_PLACES)
        n_here = MIN (n_here, degree[j]);
      place[j] = (guint32) n;
      n += n_here;
      *n_edges += (guint64) n_here * degree[j];
      if (n > CADRE_BIPARTITE_MOST_VERTICES || *n_edges > CADRE_BIPARTITE_MOST_EDGES)
        {
          g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_LIMIT,
                       "With a vertex for each place there are too many places or edges");
          return FALSE;
        }
    }
  place[graph->n_right] = (guint32) n;
  return TRUE;
}

static gboolean
allocate (CadreBipartiteForm *self, CadreBipartite *graph, guint64 n_edges, GError **error)
{
  const gsize n = (gsize) MAX (n_edges, 1);

  self->first = cadre_pages_try_zeros_of (guint32, (gsize) graph->n_left + 2);
  self->right = cadre_pages_try_array_of (guint32, n);
  self->edge = cadre_pages_try_array_of (guint32, n);
  self->owner = cadre_pages_try_array_of (guint32, MAX (self->n_places, 1));
  if (self->first != NULL && self->right != NULL && self->edge != NULL && self->owner != NULL)
    return TRUE;
  return cadre_bipartite_no_memory (error);
}

/* Edges by left vertex, in the order they were added in; an edge to each place. */
static void
fill (CadreBipartiteForm *self, CadreBipartite *graph, const guint32 *place)
{
  const guint32 n_edges = cadre_bipartite_get_n_edges (graph);
  guint32 *next = self->first + 1; /* of vertex i, where its edges begin: first[i + 1] */

  for (guint32 j = 0; j < graph->n_right; j++)
    for (guint32 p = place[j]; p < place[j + 1]; p++)
      self->owner[p] = j;

  for (guint32 k = 0; k < n_edges; k++)
    if (cadre_bipartite_is_allowed (graph, k))
      {
        const CadreBipartiteEdge edge = cadre_bipartite_get_nth (graph, k);

        self->first[edge.left + 2] += place[edge.right + 1] - place[edge.right];
      }
  for (guint32 i = 0; i < graph->n_left; i++)
    self->first[i + 2] += self->first[i + 1];
  for (guint32 k = 0; k < n_edges; k++)
    if (cadre_bipartite_is_allowed (graph, k))
      {
        const CadreBipartiteEdge edge = cadre_bipartite_get_nth (graph, k);

        for (guint32 p = place[edge.right]; p < place[edge.right + 1]; p++)
          {
            const guint32 at = next[edge.left]++;

            self->right[at] = p;
            self->edge[at] = k;
          }
      }
}

/* Makes what the kernels want of a graph; to be cleared, whatever the answer is. */
gboolean
cadre_bipartite_form_init (CadreBipartiteForm *self,
                           CadreBipartite *graph,
                           CadreBipartiteFormKind kind,
                           GError **error)
{
  const guint32 n_edges = cadre_bipartite_get_n_edges (graph);
  g_autofree guint32 *degree = NULL;
  g_autofree guint32 *place = NULL;
  guint64 n_made;

  memset (self, 0, sizeof *self);
  if (!cadre_bipartite_is_usable (graph, error))
    return FALSE;
  degree = cadre_pages_try_zeros_of (guint32, MAX (graph->n_right, 1));
  place = cadre_pages_try_array_of (guint32, (gsize) graph->n_right + 1);
  if (degree == NULL || place == NULL)
    return cadre_bipartite_no_memory (error);

  for (guint32 k = 0; k < n_edges; k++)
    if (cadre_bipartite_is_allowed (graph, k))
      degree[cadre_bipartite_get_nth (graph, k).right]++;
  if (!number_places (graph, kind, degree, place, &n_made, error))
    return FALSE;

  self->n_places = place[graph->n_right];
  if (!allocate (self, graph, n_made, error))
    return FALSE;
  fill (self, graph, place);
  self->graph = (CadreKernelGraph){ graph->n_left, self->n_places, self->first, self->right };
  return TRUE;
}

/* Turns a form round, so that places look for left vertices. */
gboolean
cadre_bipartite_form_turn (CadreBipartiteForm *self, GError **error)
{
  const guint32 n_left = self->graph.n_left;
  const gsize n_edges = MAX (cadre_kernel_graph_n_edges (&self->graph), 1);
  guint32 *first = cadre_pages_try_array_of (guint32, (gsize) self->n_places + 1);
  guint32 *left = cadre_pages_try_array_of (guint32, n_edges);
  guint32 *edge = cadre_pages_try_array_of (guint32, n_edges);

  if (first == NULL || left == NULL || edge == NULL)
    {
      g_free (first);
      g_free (left);
      g_free (edge);
      return cadre_bipartite_no_memory (error);
    }

  cadre_kernel_graph_turn (&self->graph, first, left, edge);
  for (guint32 e = 0; e < cadre_kernel_graph_n_edges (&self->graph); e++)
    edge[e] = self->edge[edge[e]];
  g_free (self->first);
  g_free (self->right);
  g_free (self->edge);
  self->first = first;
  self->right = left;
  self->edge = edge;
  self->graph = (CadreKernelGraph){ self->n_places, n_left, first, left };
  self->is_turned = TRUE;
  return TRUE;
}

void
cadre_bipartite_form_clear (CadreBipartiteForm *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->right, g_free);
  g_clear_pointer (&self->edge, g_free);
  g_clear_pointer (&self->owner, g_free);
}
