/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-flow-private.h"

#include <string.h>

/* Dinic, "Algorithm for solution of a problem of maximum flow in networks with
 * power estimation", Soviet Math. Doklady 11 (1970), where source and sink are
 * the numbers that are left. On kinds and stops, so O(E V^2) at worst of numbers
 * that are small: people who may go to the same places are one kind. */

/* How many searches are done before the caller is asked. */
#define BATCH 64

typedef struct
{
  const CadreKernelFlow *flow;
  guint32 *amount;      /* by edge */
  guint32 *supply;      /* by kind: without a place yet */
  guint32 *room;        /* by stop: empty yet */
  guint32 *turned;      /* by stop: where its edges begin, of the graph turned round */
  guint32 *turned_from; /* the kind of each */
  guint32 *turned_edge; /* which edge it is */
  guint32 *depth;       /* by node: kinds, then stops */
  guint32 *next;        /* by node: its edge to be looked at next */
  guint32 *queue;
  guint32 *path; /* nodes */
} Filler;

static void
filler_clear (Filler *self)
{
  g_free (self->supply);
  g_free (self->room);
  g_free (self->turned);
  g_free (self->turned_from);
  g_free (self->turned_edge);
  g_free (self->depth);
  g_free (self->next);
  g_free (self->queue);
  g_free (self->path);
}

static gboolean
filler_init (Filler *self, const CadreKernelFlow *flow, guint32 *amount)
{
  const gsize n_left = flow->graph.n_left;
  const gsize n_right = flow->graph.n_right;
  const gsize n_edges = cadre_kernel_graph_n_edges (&flow->graph);

  memset (self, 0, sizeof *self);
  self->flow = flow;
  self->amount = amount;
  self->supply = g_try_new (guint32, n_left + 1);
  self->room = g_try_new (guint32, n_right + 1);
  self->turned = g_try_new (guint32, n_right + 1);
  self->turned_from = g_try_new (guint32, n_edges + 1);
  self->turned_edge = g_try_new (guint32, n_edges + 1);
  self->depth = g_try_new (guint32, n_left + n_right + 1);
  self->next = g_try_new (guint32, n_left + n_right + 1);
  self->queue = g_try_new (guint32, n_left + n_right + 1);
  self->path = g_try_new (guint32, n_left + n_right + 1);
  if (self->supply == NULL || self->room == NULL || self->turned == NULL ||
      self->turned_from == NULL || self->turned_edge == NULL || self->depth == NULL ||
      self->next == NULL || self->queue == NULL || self->path == NULL)
    return FALSE;

  memcpy (self->supply, flow->supply, n_left * sizeof (guint32));
  memcpy (self->room, flow->room, n_right * sizeof (guint32));
  memset (amount, 0, n_edges * sizeof (guint32));
  cadre_kernel_graph_turn (&flow->graph, self->turned, self->turned_from, self->turned_edge);
  return TRUE;
}

/* Each kind to the first stops that have room. */
static void
fill_first (Filler *self)
{
  const CadreKernelGraph *graph = &self->flow->graph;

  for (guint32 i = 0; i < graph->n_left; i++)
    for (guint32 e = graph->first[i]; e < graph->first[i + 1] && self->supply[i] > 0; e++)
      {
        const guint32 n = MIN (self->supply[i], self->room[graph->right[e]]);

        self->amount[e] += n;
        self->supply[i] -= n;
        self->room[graph->right[e]] -= n;
      }
}

static void
reach (Filler *self, guint32 node, guint32 depth, guint32 *n_queue)
{
  if (self->depth[node] != CADRE_KERNEL_NONE)
    return;
  self->depth[node] = depth;
  self->queue[(*n_queue)++] = node;
}

/* How far everything is from a kind that has somebody left; whether a stop with
 * room is among it. Goes on to the end, so that what is reached is known whole. */
static gboolean
find_depths (Filler *self)
{
  const CadreKernelGraph *graph = &self->flow->graph;
  guint32 n_queue = 0;
  gboolean found = FALSE;

  memset (self->depth, 0xff, ((gsize) graph->n_left + graph->n_right) * sizeof (guint32));
  for (guint32 i = 0; i < graph->n_left; i++)
    if (self->supply[i] > 0)
      reach (self, i, 0, &n_queue);

  for (guint32 at = 0; at < n_queue; at++)
    {
      const guint32 node = self->queue[at];
      const guint32 depth = self->depth[node] + 1;

      if (node < graph->n_left)
        {
          for (guint32 e = graph->first[node]; e < graph->first[node + 1]; e++)
            reach (self, graph->n_left + graph->right[e], depth, &n_queue);
          continue;
        }
      found = found || self->room[node - graph->n_left] > 0;
      for (guint32 e = self->turned[node - graph->n_left];
           e < self->turned[node - graph->n_left + 1]; e++)
        if (self->amount[self->turned_edge[e]] > 0)
          reach (self, self->turned_from[e], depth, &n_queue);
    }
  return found;
}

/* One step further down from the end of the path, or CADRE_KERNEL_NONE. */
static guint32
step (Filler *self, guint32 node)
{
  const CadreKernelGraph *graph = &self->flow->graph;
  const guint32 depth = self->depth[node] + 1;

  if (node < graph->n_left)
    {
      for (; self->next[node] < graph->first[node + 1]; self->next[node]++)
        {
          const guint32 stop = graph->n_left + graph->right[self->next[node]];

          if (self->depth[stop] == depth)
            return stop;
        }
      return CADRE_KERNEL_NONE;
    }

  for (; self->next[node] < self->turned[node - graph->n_left + 1]; self->next[node]++)
    {
      const guint32 e = self->next[node];

      if (self->amount[self->turned_edge[e]] > 0 && self->depth[self->turned_from[e]] == depth)
        return self->turned_from[e];
    }
  return CADRE_KERNEL_NONE;
}

/* The edge by which a path leaves a node is the one that it looks at. */
static guint32
edge_of (const Filler *self, guint32 node)
{
  return node < self->flow->graph.n_left ? self->next[node] : self->turned_edge[self->next[node]];
}

/* Moves as many as can be along the path. */
static void
push (Filler *self, guint32 n_path)
{
  const guint32 n_left = self->flow->graph.n_left;
  const guint32 start = self->path[0];
  const guint32 stop = self->path[n_path - 1] - n_left;
  guint32 n = MIN (self->supply[start], self->room[stop]);

  for (guint32 i = 0; i + 1 < n_path; i++)
    if (self->path[i] >= n_left)
      n = MIN (n, self->amount[edge_of (self, self->path[i])]);
  for (guint32 i = 0; i + 1 < n_path; i++)
    {
      guint32 *amount = &self->amount[edge_of (self, self->path[i])];

      *amount = self->path[i] < n_left ? *amount + n : *amount - n;
    }
  self->supply[start] -= n;
  self->room[stop] -= n;
}

/* All paths that go down from a kind to a stop with room. */
static void
push_from (Filler *self, guint32 kind)
{
  const guint32 n_left = self->flow->graph.n_left;
  guint32 n_path = 1;

  self->path[0] = kind;
  while (self->supply[kind] > 0 && n_path > 0)
    {
      const guint32 end = self->path[n_path - 1];
      guint32 further = CADRE_KERNEL_NONE;

      if (end >= n_left && self->room[end - n_left] > 0)
        {
          push (self, n_path);
          n_path = 1;
          continue;
        }
      further = step (self, end);
      if (further != CADRE_KERNEL_NONE)
        {
          self->path[n_path++] = further;
          continue;
        }
      n_path--;
      if (n_path > 0)
        self->next[self->path[n_path - 1]]++;
    }
}

static void
push_all (Filler *self)
{
  const CadreKernelGraph *graph = &self->flow->graph;

  memcpy (self->next, graph->first, graph->n_left * sizeof (guint32));
  memcpy (self->next + graph->n_left, self->turned, graph->n_right * sizeof (guint32));
  for (guint32 i = 0; i < graph->n_left; i++)
    if (self->supply[i] > 0)
      push_from (self, i);
}

/*< private >
 * cadre_kernel_flow_fill:
 * @self: what is to be shared out; the sum of the supply is below 2^32
 * @amount: (array): where to put how many go along each edge
 * @left_reached: (array): where to put, for each kind, whether it is among those of whom
 * somebody has to stay: they have no stops but full ones
 * @n_placed: (out): how many have a place
 * @watch: (nullable): whom to ask whether to go on
 *
 * Places as many as possible. What is reached is a proof: all stops of the kinds
 * reached together have less room than they need (Hall 1935).
 */
CadreKernelStatus
cadre_kernel_flow_fill (const CadreKernelFlow *self,
                        guint32 *amount,
                        guint8 *left_reached,
                        guint64 *n_placed,
                        const CadreKernelWatch *watch)
{
  Filler filler;
  guint n_searches = 0;
  CadreKernelStatus status = CADRE_KERNEL_DONE;

  if (!filler_init (&filler, self, amount))
    {
      filler_clear (&filler);
      return CADRE_KERNEL_NO_MEMORY;
    }

  fill_first (&filler);
  while (status == CADRE_KERNEL_DONE && find_depths (&filler))
    {
      push_all (&filler);
      if (++n_searches % BATCH == 0 && !cadre_kernel_goes_on (watch))
        status = CADRE_KERNEL_STOPPED;
    }

  *n_placed = 0;
  for (guint32 i = 0; i < self->graph.n_left; i++)
    {
      left_reached[i] = filler.depth[i] != CADRE_KERNEL_NONE;
      *n_placed += self->supply[i] - filler.supply[i];
    }
  filler_clear (&filler);
  return status;
}

/* Whether the amounts keep to the supply and the room, and what they sum to. */
static gboolean
is_sound (const CadreKernelFlow *self, const guint32 *amount, guint64 *used, guint64 *sum)
{
  const CadreKernelGraph *graph = &self->graph;

  *sum = 0;
  for (guint32 i = 0; i < graph->n_left; i++)
    {
      guint64 n = 0;

      for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
        {
          n += amount[e];
          used[graph->right[e]] += amount[e];
        }
      if (n > self->supply[i])
        return FALSE;
      *sum += n;
    }
  for (guint32 j = 0; j < graph->n_right; j++)
    if (used[j] > self->room[j])
      return FALSE;
  return TRUE;
}

/*< private >
 * cadre_kernel_flow_fill_check:
 * @self: what was to be shared out
 * @amount: (array): how many go along each edge
 * @left_reached: (array): the kinds that are said to need more room than they have
 * @n_placed: how many are said to be placed
 *
 * Checks a sharing-out, and that no other places more: the supply of the kinds
 * reached, less the room of all their stops, is how many stay.
 */
gboolean
cadre_kernel_flow_fill_check (const CadreKernelFlow *self,
                              const guint32 *amount,
                              const guint8 *left_reached,
                              guint64 n_placed)
{
  const CadreKernelGraph *graph = &self->graph;
  g_autofree guint64 *used = g_try_new0 (guint64, (gsize) graph->n_right + 1);
  g_autofree guint8 *is_counted = g_try_malloc0 ((gsize) graph->n_right + 1);
  guint64 sum = 0;
  guint64 bound = 0;

  if (used == NULL || is_counted == NULL || !is_sound (self, amount, used, &sum) || sum != n_placed)
    return FALSE;

  for (guint32 i = 0; i < graph->n_left; i++)
    {
      bound += left_reached[i] ? 0 : self->supply[i];
      for (guint32 e = graph->first[i]; left_reached[i] && e < graph->first[i + 1]; e++)
        {
          bound += is_counted[graph->right[e]] ? 0 : self->room[graph->right[e]];
          is_counted[graph->right[e]] = TRUE;
        }
    }
  return bound == n_placed;
}
