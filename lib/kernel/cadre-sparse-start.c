/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-sparse-private.h"

#include <string.h>

/* Prices to begin shortest paths with. With as many right vertices as left ones,
 * by an auction whose bids get finer: Bertsekas, "The auction algorithm", Annals
 * of Operations Research 14 (1988). With more, those left over have to keep the
 * price 0, so that bids only go to where the second choice is as good: the row
 * reduction of Jonker and Volgenant, Computing 38 (1987). */

/* By how much bids get finer, and the part of the range that the first are. */
#define FINER 7
#define COARSEST_PART 4
/* How many times over all left vertices may bid in one round. */
#define MOST_ROUNDS 64
/* How many bids are made before the caller is asked. */
#define BATCH 65536

/*< private >
 * cadre_kernel_sparse_choose:
 * @self: the problem
 * @i: a left vertex
 *
 * Returns: the least two costs of a left vertex over prices
 */
CadreKernelChoice
cadre_kernel_sparse_choose (const CadreKernelSparse *self, guint32 i)
{
  const CadreKernelGraph *graph = self->graph;
  CadreKernelChoice found = { G_MAXINT64, G_MAXINT64, CADRE_KERNEL_NONE };

  for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
    {
      const gint64 value = self->cost[e] - self->price[graph->right[e]];

      if (value < found.least)
        {
          found.second = found.least;
          found.least = value;
          found.edge = e;
        }
      else if (value < found.second)
        found.second = value;
    }
  return found;
}

/* Gives the right vertex of an edge to @i, and returns from whom it was taken. */
static inline guint32
give (CadreKernelSparse *self, guint32 i, guint32 edge)
{
  const guint32 j = self->graph->right[edge];
  const guint32 old = self->owner[j];

  if (old != CADRE_KERNEL_NONE)
    self->left_edge[old] = CADRE_KERNEL_NONE;
  self->owner[j] = i;
  self->left_edge[i] = edge;
  return old;
}

/* Lists who has nothing, or could have another for less by more than @step. */
static void
list_waiting (CadreKernelSparse *self, gint64 step)
{
  const CadreKernelGraph *graph = self->graph;

  self->n_waiting = 0;
  for (guint32 i = 0; i < graph->n_left; i++)
    {
      const guint32 e = self->left_edge[i];

      if (e != CADRE_KERNEL_NONE)
        {
          const gint64 value = self->cost[e] - self->price[graph->right[e]];

          if (value <= cadre_kernel_sparse_choose (self, i).least + step)
            continue;
          self->owner[graph->right[e]] = CADRE_KERNEL_NONE;
          self->left_edge[i] = CADRE_KERNEL_NONE;
        }
      self->waiting[self->n_waiting++] = i;
    }
}

/* All bid until each has something, or too long. */
static CadreKernelStatus
run_bids (CadreKernelSparse *self, gint64 step, gint64 range)
{
  const guint32 n = self->graph->n_left;
  guint64 n_bids = (guint64) MOST_ROUNDS * n;
  guint32 n_waiting = self->n_waiting;
  guint32 head = 0;
  guint32 tail = n_waiting == n ? 0 : n_waiting;

  for (; n_waiting > 0 && n_bids > 0; n_bids--)
    {
      const guint32 i = self->waiting[head];
      const CadreKernelChoice found = cadre_kernel_sparse_choose (self, i);
      guint32 old;

      if (n_bids % BATCH == 0 && !cadre_kernel_goes_on (self->watch))
        return CADRE_KERNEL_STOPPED;
      self->price[self->graph->right[found.edge]] -=
        step + (found.second == G_MAXINT64 ? range : MIN (found.second - found.least, range));
      old = give (self, i, found.edge);
      head = head + 1 == n ? 0 : head + 1;
      n_waiting--;
      if (old == CADRE_KERNEL_NONE)
        continue;
      self->waiting[tail] = old;
      tail = tail + 1 == n ? 0 : tail + 1;
      n_waiting++;
    }
  return CADRE_KERNEL_DONE;
}

static gint64
get_range (const CadreKernelSparse *self)
{
  const guint32 n_edges = cadre_kernel_graph_n_edges (self->graph);
  gint64 least = 0, most = 0;

  for (guint32 e = 0; e < n_edges; e++)
    {
      least = MIN (least, self->cost[e]);
      most = MAX (most, self->cost[e]);
    }
  return most - least + 1;
}

static CadreKernelStatus
run_auction (CadreKernelSparse *self)
{
  const gint64 range = get_range (self);
  gint64 step = MAX (range / COARSEST_PART, 1);

  while (TRUE)
    {
      CadreKernelStatus status;

      list_waiting (self, step);
      status = run_bids (self, step, range);
      if (status != CADRE_KERNEL_DONE)
        return status;
      if (step == 1)
        break;
      step = MAX (step / FINER, 1);
    }

  list_waiting (self, 0);
  return CADRE_KERNEL_DONE;
}

/* Lets @i have its first choice for as much as its second costs it: returns who is
 * without now, and whether that can bid in turn. */
static guint32
bid (CadreKernelSparse *self, guint32 i, gboolean *goes_on)
{
  const CadreKernelChoice found = cadre_kernel_sparse_choose (self, i);
  const guint32 j = self->graph->right[found.edge];

  *goes_on = found.second != G_MAXINT64 && found.second > found.least;
  if (!*goes_on && self->owner[j] != CADRE_KERNEL_NONE)
    return i;

  if (*goes_on)
    self->price[j] -= found.second - found.least;
  return give (self, i, found.edge);
}

static void
reduce (CadreKernelSparse *self)
{
  guint64 n_bids = (guint64) MOST_ROUNDS * self->graph->n_left;

  list_waiting (self, 0);
  for (guint round = 0; round < 2; round++)
    {
      guint32 n_kept = 0;

      for (guint32 k = 0; k < self->n_waiting; k++)
        {
          guint32 i = self->waiting[k];
          gboolean goes_on = TRUE;

          for (; i != CADRE_KERNEL_NONE && goes_on && n_bids > 0; n_bids--)
            i = bid (self, i, &goes_on);
          if (i != CADRE_KERNEL_NONE)
            self->waiting[n_kept++] = i;
        }
      self->n_waiting = n_kept;
    }
}

/*< private >
 * cadre_kernel_sparse_start:
 * @self: the problem, with nothing assigned; each left vertex has an edge
 *
 * Sets prices, assigns what is of least cost at these prices, and lists who waits.
 */
CadreKernelStatus
cadre_kernel_sparse_start (CadreKernelSparse *self)
{
  memset (self->left_edge, 0xff, self->graph->n_left * sizeof (guint32));
  memset (self->owner, 0xff, self->graph->n_right * sizeof (guint32));
  memset (self->price, 0, self->graph->n_right * sizeof (gint64));

  if (self->graph->n_left == self->graph->n_right)
    return run_auction (self);
  reduce (self);
  return CADRE_KERNEL_DONE;
}
