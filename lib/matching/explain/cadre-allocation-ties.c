/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who would be placed otherwise in an allocation that is as good.
 *
 * By the prices, an allocation is as good where each pair costs exactly the
 * prices of its ends, and only what has no price is left over. From one to
 * another one gets by people moving on, each to what the next one leaves: round
 * in a circle, or along a line from what may be left over to what has room.
 * Joining both ends of all lines in one vertex makes lines circles too. Somebody
 * is tied who can move within a strongly connected part (Tarjan 1972). */

#include "config.h"

#include "matching/engine/cadre-engine-private.h"
#include "matching/explain/cadre-allocation-private.h"

#define NOT_SEEN G_MAXUINT32

typedef struct
{
  CadreBipartite *graph;
  const gint *right;      /* by left vertex */
  const double *price[2]; /* by side, by vertex */
  guint n_right;          /* the vertex after them joins the ends */
  CadreLists arcs;        /* by right vertex */
  guint32 *part;          /* by right vertex */
} Ties;

/* Prices are whole numbers, as the costs are. */
static gboolean
is_tight (const Ties *self, guint left, guint right, gint64 cost)
{
  return cost == (gint64) self->price[0][left] + (gint64) self->price[1][right];
}

static gboolean
add_arc (CadreVector *pairs, guint32 tail, guint32 head)
{
  guint32 pair[2] = { tail, head };

  return cadre_vector_push (pairs, &pair);
}

/* From what somebody has to what the person might have. */
static gboolean
add_moves (Ties *self, CadreVector *pairs)
{
  const guint n = cadre_bipartite_get_n_edges (self->graph);

  for (guint e = 0; e < n; e++)
    {
      guint left = 0;
      guint right = 0;
      gint64 cost = 0;

      if (cadre_bipartite_get_edge (self->graph, e, &left, &right, &cost) &&
          (gint) right != self->right[left] && is_tight (self, left, right, cost) &&
          !add_arc (pairs, (guint32) self->right[left], right))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_ends (Ties *self, CadreVector *pairs)
{
  const guint n_left = cadre_bipartite_get_n_left (self->graph);
  g_autofree guint32 *n_used = g_try_new0 (guint32, (gsize) self->n_right + 1);

  if (n_used == NULL)
    return FALSE;

  for (guint i = 0; i < n_left; i++)
    n_used[self->right[i]]++;
  for (guint r = 0; r < self->n_right; r++)
    {
      if (n_used[r] < cadre_bipartite_get_n_places (self->graph, r) &&
          !add_arc (pairs, r, self->n_right))
        return FALSE;
      if (n_used[r] > 0 && (gint64) self->price[1][r] == 0 && !add_arc (pairs, self->n_right, r))
        return FALSE;
    }

  return TRUE;
}

/* A walk in depth that keeps its own stack. */
typedef struct
{
  guint32 *seen; /* by vertex: when, or NOT_SEEN */
  guint32 *low;  /* by vertex */
  guint32 *next; /* by vertex: the next arc */
  guint32 *path; /* the vertices that are walked along */
  guint32 *open; /* the vertices that are in no part yet */
  guint8 *is_open;
  guint32 n_path;
  guint32 n_open;
  guint32 n_seen;
} Walk;

static gboolean
walk_init (Walk *self, gsize n)
{
  self->seen = g_try_new (guint32, n);
  self->low = g_try_new0 (guint32, n);
  self->next = g_try_new0 (guint32, n);
  self->path = g_try_new0 (guint32, n);
  self->open = g_try_new0 (guint32, n);
  self->is_open = g_try_new0 (guint8, n);
  if (self->seen == NULL || self->low == NULL || self->next == NULL || self->path == NULL ||
      self->open == NULL || self->is_open == NULL)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    self->seen[i] = NOT_SEEN;
  return TRUE;
}

static void
walk_clear (Walk *self)
{
  g_free (self->seen);
  g_free (self->low);
  g_free (self->next);
  g_free (self->path);
  g_free (self->open);
  g_free (self->is_open);
}

static void
enter (Walk *self, guint32 vertex)
{
  self->seen[vertex] = self->low[vertex] = self->n_seen++;
  self->path[self->n_path++] = vertex;
  self->open[self->n_open++] = vertex;
  self->is_open[vertex] = TRUE;
}

static void
leave (Walk *self, guint32 *part, guint32 vertex)
{
  guint32 other = CADRE_NO_ROW;

  self->n_path--;
  if (self->n_path > 0)
    {
      guint32 last = self->path[self->n_path - 1];

      self->low[last] = MIN (self->low[last], self->low[vertex]);
    }
  while (self->low[vertex] == self->seen[vertex] && other != vertex)
    {
      other = self->open[--self->n_open];
      self->is_open[other] = FALSE;
      part[other] = vertex;
    }
}

static void
walk_on (Ties *self, Walk *walk)
{
  while (walk->n_path > 0)
    {
      guint32 vertex = walk->path[walk->n_path - 1];
      guint32 n = 0;
      const guint32 *heads = cadre_lists_get (&self->arcs, vertex, &n);
      guint32 head = 0;

      if (walk->next[vertex] == n)
        {
          leave (walk, self->part, vertex);
          continue;
        }
      head = heads[walk->next[vertex]++];
      if (walk->seen[head] == NOT_SEEN)
        enter (walk, head);
      else if (walk->is_open[head])
        walk->low[vertex] = MIN (walk->low[vertex], walk->seen[head]);
    }
}

static gboolean
find_parts (Ties *self)
{
  const gsize n = (gsize) self->n_right + 1;
  Walk walk = { 0 };
  gboolean ok = walk_init (&walk, n);

  self->part = g_try_new0 (guint32, n);
  ok = ok && self->part != NULL;
  for (guint32 i = 0; ok && i < n; i++)
    if (walk.seen[i] == NOT_SEEN)
      {
        enter (&walk, i);
        walk_on (self, &walk);
      }

  walk_clear (&walk);
  return ok;
}

static void
mark_ties (const Ties *self, guint8 *is_tied)
{
  const guint n = cadre_bipartite_get_n_edges (self->graph);

  for (guint e = 0; e < n; e++)
    {
      guint left = 0;
      guint right = 0;
      gint64 cost = 0;

      if (cadre_bipartite_get_edge (self->graph, e, &left, &right, &cost) &&
          (gint) right != self->right[left] && is_tight (self, left, right, cost) &&
          self->part[right] == self->part[self->right[left]])
        is_tied[left] = TRUE;
    }
}

gboolean
cadre_allocation_find_ties (CadreBipartite *graph,
                            CadreBipartiteMatching *matching,
                            guint8 *is_tied)
{
  Ties ties = { 0 };
  CadreVector pairs = CADRE_VECTOR_INIT (guint32[2]);
  gsize n = 0;
  gboolean ok = TRUE;

  ties.graph = graph;
  ties.right = cadre_bipartite_matching_get_rights (matching, &n);
  for (guint side = 0; side < 2; side++)
    ties.price[side] =
      cadre_bipartite_matching_get_prices (matching, (CadreBipartiteSide) side, &n);
  ties.n_right = cadre_bipartite_get_n_right (graph);

  ok = add_moves (&ties, &pairs) && add_ends (&ties, &pairs) &&
       cadre_lists_init (&ties.arcs, ties.n_right + 1, pairs.data, pairs.n) && find_parts (&ties);
  if (ok)
    mark_ties (&ties, is_tied);

  cadre_vector_clear (&pairs);
  cadre_lists_clear (&ties.arcs);
  g_free (ties.part);
  return ok;
}
