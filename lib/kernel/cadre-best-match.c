/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Shortest augmenting paths with prices, one left vertex at a time, on the edges
 * that are there: Edmonds and Karp, "Theoretical improvements in algorithmic
 * efficiency for network flow problems", JACM 19 (1972), in the form of Jonker
 * and Volgenant, Computing 38 (1987). The length of an edge is what its prices
 * are above its gain. O(n_left · (edges + n log n)) time at worst, and in
 * proportion to the parts of the graph that hang together; no recursion. */

#include "config.h"

#include "kernel/cadre-best-match-private.h"

#include <string.h>

#define FAR G_MAXINT32
#define ASK_EVERY 64 /* vertices */

typedef struct
{
  gint32 distance;
  guint32 vertex;
} Waiting;

/* A search for shortest paths, and what it has to forget when it is over. */
typedef struct
{
  const CadreKernelGains *gains;
  const CadreKernelBestMatch *match;

  Waiting *heap;
  guint32 n_waiting;
  guint32 heap_size;
  gboolean failed;

  gint32 *distance; /* by vertex of the side that is searched */
  guint32 *from;    /* by right vertex: the left vertex that it was reached from */
  guint8 *done;
  guint32 *touched;
  guint32 n_touched;
} Search;

static inline gint32
slack (const Search *self, guint32 left, guint32 right, guint32 edge)
{
  return self->match->left_price[left] + self->match->right_price[right] - self->gains->gain[edge];
}

/* Of two at one distance the one with the smaller number comes first, so that
 * the answer is always the same. */
static inline gboolean
comes_before (Waiting a, Waiting b)
{
  return a.distance != b.distance ? a.distance < b.distance : a.vertex < b.vertex;
}

static gboolean
make_room (Search *self)
{
  const guint32 size = MAX (64, self->heap_size * 2);
  Waiting *heap = NULL;

  if (self->n_waiting < self->heap_size)
    return TRUE;

  heap = self->heap_size < G_MAXUINT32 / 2 ? g_try_renew (Waiting, self->heap, size) : NULL;
  if (heap == NULL)
    {
      self->failed = TRUE;
      return FALSE;
    }
  self->heap = heap;
  self->heap_size = size;
  return TRUE;
}

static void
push (Search *self, gint32 distance, guint32 vertex)
{
  const Waiting item = { distance, vertex };
  guint32 place = 0;

  if (!make_room (self))
    return;

  place = self->n_waiting++;
  while (place > 0 && comes_before (item, self->heap[(place - 1) / 2]))
    {
      self->heap[place] = self->heap[(place - 1) / 2];
      place = (place - 1) / 2;
    }
  self->heap[place] = item;
}

static Waiting
pop (Search *self)
{
  const Waiting first = self->heap[0];
  const Waiting last = self->heap[--self->n_waiting];
  guint32 place = 0;

  while (2 * place + 1 < self->n_waiting)
    {
      guint32 child = 2 * place + 1;

      if (child + 1 < self->n_waiting && comes_before (self->heap[child + 1], self->heap[child]))
        child++;
      if (!comes_before (self->heap[child], last))
        break;
      self->heap[place] = self->heap[child];
      place = child;
    }
  self->heap[place] = last;
  return first;
}

/* Notes a shorter way to a vertex, and lets it wait. */
static gboolean
reach (Search *self, guint32 vertex, gint32 distance)
{
  if (self->done[vertex] || distance >= self->distance[vertex])
    return FALSE;

  if (self->distance[vertex] == FAR)
    self->touched[self->n_touched++] = vertex;
  self->distance[vertex] = distance;
  push (self, distance, vertex);
  return TRUE;
}

static void
forget (Search *self)
{
  for (guint32 i = 0; i < self->n_touched; i++)
    {
      self->distance[self->touched[i]] = FAR;
      self->done[self->touched[i]] = FALSE;
    }
  self->n_touched = 0;
  self->n_waiting = 0;
}

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->heap, g_free);
  g_clear_pointer (&self->distance, g_free);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->done, g_free);
  g_clear_pointer (&self->touched, g_free);
}

static gboolean
search_init (Search *self, const CadreKernelGains *gains, const CadreKernelBestMatch *match)
{
  const gsize n = MAX (MAX (gains->graph.n_left, gains->graph.n_right), 1);

  self->gains = gains;
  self->match = match;
  self->distance = g_try_new (gint32, n);
  self->from = g_try_new (guint32, n);
  self->done = g_try_malloc0 (n);
  self->touched = g_try_new (guint32, n);
  if (self->distance == NULL || self->from == NULL || self->done == NULL || self->touched == NULL)
    {
      search_clear (self);
      return FALSE;
    }

  for (gsize i = 0; i < n; i++)
    self->distance[i] = FAR;
  return TRUE;
}

/* How a path from a left vertex ends. */
typedef struct
{
  gint32 length;
  guint32 left;  /* who stays alone at the end, or CADRE_KERNEL_NONE: */
  guint32 right; /* who is no longer alone */
} PathEnd;

/* Looks at all that a left vertex could be paired with. */
static void
look_around (Search *self, guint32 left, gint32 distance, PathEnd *end)
{
  const CadreKernelGraph *graph = &self->gains->graph;

  if (distance + self->match->left_price[left] < end->length)
    *end = (PathEnd){ distance + self->match->left_price[left], left, CADRE_KERNEL_NONE };

  for (guint32 edge = graph->first[left]; edge < graph->first[left + 1]; edge++)
    {
      const guint32 right = graph->right[edge];
      const gint32 next = distance + slack (self, left, right, edge);

      if (next >= end->length || !reach (self, right, next))
        continue;
      self->from[right] = left;
      if (self->match->right_partner[right] == CADRE_KERNEL_NONE)
        *end = (PathEnd){ next, CADRE_KERNEL_NONE, right };
    }
}

/* Prices along what was passed on the way to the end. */
static void
change_prices (Search *self, guint32 start, gint32 length)
{
  self->match->left_price[start] -= length;
  for (guint32 i = 0; i < self->n_touched; i++)
    {
      const guint32 right = self->touched[i];
      const gint32 change = length - self->distance[right];

      if (!self->done[right] || change <= 0)
        continue;
      self->match->right_price[right] += change;
      self->match->left_price[self->match->right_partner[right]] -= change;
    }
}

/* Changes partners from the end of the path back to its start. */
static void
change_partners (Search *self, guint32 start, PathEnd end)
{
  guint32 right = end.right;

  if (end.left == start)
    return;
  if (end.left != CADRE_KERNEL_NONE)
    {
      right = self->match->left_partner[end.left];
      self->match->left_partner[end.left] = CADRE_KERNEL_NONE;
    }

  for (;;)
    {
      const guint32 left = self->from[right];
      const guint32 next = self->match->left_partner[left];

      self->match->right_partner[right] = left;
      self->match->left_partner[left] = right;
      if (left == start)
        return;
      right = next;
    }
}

static void
pair_left (Search *self, guint32 start)
{
  const CadreKernelGraph *graph = &self->gains->graph;
  PathEnd end = { FAR, CADRE_KERNEL_NONE, CADRE_KERNEL_NONE };
  gint32 price = 0;

  for (guint32 edge = graph->first[start]; edge < graph->first[start + 1]; edge++)
    price = MAX (price, self->gains->gain[edge] - self->match->right_price[graph->right[edge]]);
  self->match->left_price[start] = price;

  look_around (self, start, 0, &end);
  while (self->n_waiting > 0 && !self->failed)
    {
      const Waiting nearest = pop (self);

      if (nearest.distance >= end.length)
        break;
      if (self->done[nearest.vertex] || nearest.distance > self->distance[nearest.vertex])
        continue;
      self->done[nearest.vertex] = TRUE;
      look_around (self, self->match->right_partner[nearest.vertex], nearest.distance, &end);
    }

  if (!self->failed)
    {
      change_prices (self, start, end.length);
      change_partners (self, start, end);
    }
  forget (self);
}

/*< private >
 * cadre_kernel_best_match:
 * @gains: the edges, and what each gains
 * @match: where to put the partners and prices
 * @watch: (nullable): whether to go on
 *
 * Finds the matching that gains most.
 *
 * Returns: %CADRE_KERNEL_DONE, %CADRE_KERNEL_STOPPED or %CADRE_KERNEL_NO_MEMORY
 */
CadreKernelStatus
cadre_kernel_best_match (const CadreKernelGains *gains,
                         const CadreKernelBestMatch *match,
                         const CadreKernelWatch *watch)
{
  const CadreKernelGraph *graph = &gains->graph;
  CadreKernelStatus status = CADRE_KERNEL_DONE;
  Search self = { 0 };

  memset (match->left_partner, 0xff, graph->n_left * sizeof (guint32));
  memset (match->right_partner, 0xff, graph->n_right * sizeof (guint32));
  memset (match->left_price, 0, graph->n_left * sizeof (gint32));
  memset (match->right_price, 0, graph->n_right * sizeof (gint32));
  if (!search_init (&self, gains, match))
    return CADRE_KERNEL_NO_MEMORY;

  for (guint32 left = 0; left < graph->n_left && status == CADRE_KERNEL_DONE; left++)
    {
      pair_left (&self, left);
      if (self.failed)
        status = CADRE_KERNEL_NO_MEMORY;
      else if (left % ASK_EVERY == 0 && !cadre_kernel_goes_on (watch))
        status = CADRE_KERNEL_STOPPED;
    }

  search_clear (&self);
  return status;
}

/*< private >
 * cadre_kernel_best_match_check:
 * @gains: the edges, and what each gains
 * @match: an answer
 *
 * Checks the answer without looking for one.
 *
 * Returns: whether nothing gains more
 */
gboolean
cadre_kernel_best_match_check (const CadreKernelGains *gains, const CadreKernelBestMatch *match)
{
  const CadreKernelGraph *graph = &gains->graph;
  guint32 n_used = 0;
  guint32 n_paired = 0;

  for (guint32 left = 0; left < graph->n_left; left++)
    {
      const guint32 partner = match->left_partner[left];

      if (match->left_price[left] < 0)
        return FALSE;
      if (partner == CADRE_KERNEL_NONE ? match->left_price[left] != 0
                                       : match->right_partner[partner] != left)
        return FALSE;
      n_paired += partner != CADRE_KERNEL_NONE;
      for (guint32 edge = graph->first[left]; edge < graph->first[left + 1]; edge++)
        {
          const guint32 right = graph->right[edge];
          const gint64 prices = (gint64) match->left_price[left] + match->right_price[right];

          if (prices < gains->gain[edge])
            return FALSE;
          n_used += right == partner && prices == gains->gain[edge];
        }
    }

  for (guint32 right = 0; right < graph->n_right; right++)
    {
      const guint32 partner = match->right_partner[right];

      if (match->right_price[right] < 0)
        return FALSE;
      if (partner == CADRE_KERNEL_NONE ? match->right_price[right] != 0
                                       : match->left_partner[partner] != right)
        return FALSE;
    }

  return n_used == n_paired;
}

/* Two searches for what else there is: where the left vertex of a pair could go,
 * and who could take the right one. */
typedef struct
{
  Search forward;          /* distances of left vertices */
  Search backward;         /* distances of right vertices */
  CadreKernelGraph turned; /* from right vertices */
  const guint32 *edges;    /* of @turned: the edges of the graph */
  const guint32 *left_class;
  const guint32 *right_class;
  guint32 left; /* the classes of the pair */
  guint32 right;
  gint32 most;
} Margins;

static inline gboolean
is_within (const Margins *self, guint32 left, guint32 right)
{
  return self->left_class[left] == self->left && self->right_class[right] == self->right;
}

/* The least that it costs that the right vertex is left: that it stays alone, or
 * that another takes it. */
static gint32
cost_of_leaving (Margins *self, guint32 start)
{
  Search *search = &self->backward;
  const CadreKernelBestMatch *match = search->match;
  gint32 least = self->most;

  reach (search, start, 0);
  while (search->n_waiting > 0 && !search->failed)
    {
      const Waiting nearest = pop (search);
      const guint32 right = nearest.vertex;

      if (nearest.distance >= least)
        break;
      if (search->done[right])
        continue;
      search->done[right] = TRUE;
      least = MIN (least, nearest.distance + match->right_price[right]);
      for (guint32 i = self->turned.first[right]; i < self->turned.first[right + 1]; i++)
        {
          const guint32 left = self->turned.right[i];
          const guint32 partner = match->left_partner[left];
          const gint32 next = nearest.distance + slack (search, left, right, self->edges[i]);

          if (partner == right || next >= least || is_within (self, left, right))
            continue;
          if (partner == CADRE_KERNEL_NONE)
            least = next;
          else
            reach (search, partner, next);
        }
    }

  forget (search);
  return least;
}

/* The least that it costs that the left vertex goes: that it stays alone or takes
 * what is free, and the right one is left at the cost of @leaving; or that what
 * it takes goes round until somebody takes the right one. */
static gint32
cost_of_going (Margins *self, guint32 start, gint32 leaving)
{
  Search *search = &self->forward;
  const CadreKernelGraph *graph = &search->gains->graph;
  const CadreKernelBestMatch *match = search->match;
  gint32 least = self->most;

  reach (search, start, 0);
  while (search->n_waiting > 0 && !search->failed)
    {
      const Waiting nearest = pop (search);
      const guint32 left = nearest.vertex;

      if (nearest.distance >= least)
        break;
      if (search->done[left])
        continue;
      search->done[left] = TRUE;
      least = MIN (least, nearest.distance + match->left_price[left] + leaving);
      for (guint32 edge = graph->first[left]; edge < graph->first[left + 1]; edge++)
        {
          const guint32 right = graph->right[edge];
          const guint32 partner = match->right_partner[right];
          const gint32 next = nearest.distance + slack (search, left, right, edge);

          if (partner == left || next >= least || is_within (self, left, right))
            continue;
          if (self->right_class[right] == self->right)
            least = next;
          else if (partner == CADRE_KERNEL_NONE)
            least = MIN (least, next + leaving);
          else
            reach (search, partner, next);
        }
    }

  forget (search);
  return least;
}

static CadreKernelStatus
find_margins (Margins *self, gint32 *margin, const CadreKernelWatch *watch)
{
  const CadreKernelBestMatch *match = self->forward.match;

  for (guint32 left = 0; left < self->forward.gains->graph.n_left; left++)
    {
      const guint32 right = match->left_partner[left];

      margin[left] = 0;
      if (left % ASK_EVERY == 0 && !cadre_kernel_goes_on (watch))
        return CADRE_KERNEL_STOPPED;
      if (right == CADRE_KERNEL_NONE)
        continue;

      self->left = self->left_class[left];
      self->right = self->right_class[right];
      margin[left] = cost_of_going (self, left, cost_of_leaving (self, right));
      if (self->forward.failed || self->backward.failed)
        return CADRE_KERNEL_NO_MEMORY;
    }

  return CADRE_KERNEL_DONE;
}

/*< private >
 * cadre_kernel_best_match_margins:
 * @gains: the edges, and what each gains
 * @match: the matching that gains most
 * @left_class: by left vertex: vertices of one class are like each other
 * @right_class: by right vertex, likewise
 * @most: what is asked for no more exactly: below 2^29
 * @margin: where to put, by left vertex, how much less the best matching gains
 *   that has one pair less of these two classes, or @most where that is more
 * @watch: (nullable): whether to go on
 *
 * Says of each pair how sure it is. Who is not paired has 0.
 *
 * Returns: %CADRE_KERNEL_DONE, %CADRE_KERNEL_STOPPED or %CADRE_KERNEL_NO_MEMORY
 */
CadreKernelStatus
cadre_kernel_best_match_margins (const CadreKernelGains *gains,
                                 const CadreKernelBestMatch *match,
                                 const guint32 *left_class,
                                 const guint32 *right_class,
                                 gint32 most,
                                 gint32 *margin,
                                 const CadreKernelWatch *watch)
{
  const CadreKernelGraph *graph = &gains->graph;
  const guint32 n_edges = cadre_kernel_graph_n_edges (graph);
  g_autofree guint32 *first = g_try_new (guint32, (gsize) graph->n_right + 1);
  g_autofree guint32 *lefts = g_try_new (guint32, MAX (n_edges, 1));
  g_autofree guint32 *edges = g_try_new (guint32, MAX (n_edges, 1));
  CadreKernelStatus status = CADRE_KERNEL_NO_MEMORY;
  Margins self = { .left_class = left_class, .right_class = right_class, .most = most };

  if (first == NULL || lefts == NULL || edges == NULL)
    return CADRE_KERNEL_NO_MEMORY;

  cadre_kernel_graph_turn (graph, first, lefts, edges);
  self.turned = (CadreKernelGraph){ graph->n_right, graph->n_left, first, lefts };
  self.edges = edges;
  if (search_init (&self.forward, gains, match) && search_init (&self.backward, gains, match))
    status = find_margins (&self, margin, watch);

  search_clear (&self.forward);
  search_clear (&self.backward);
  return status;
}
