/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-flow-private.h"

#include <string.h>

typedef struct
{
  const CadreKernelFlow *flow;
  CadreKernelRandom *random;
  guint32 *first; /* by stop: where its kinds begin */
  guint32 *kinds;
  guint32 *places; /* the stop of each place */
  guint32 *supply; /* by kind: without a place yet */
  guint32 n_places;
} Draw;

static void
draw_clear (Draw *self)
{
  g_free (self->first);
  g_free (self->kinds);
  g_free (self->places);
  g_free (self->supply);
}

static gboolean
draw_init (Draw *self, const CadreKernelFlow *flow, CadreKernelRandom *random)
{
  guint64 n_places = 0;

  memset (self, 0, sizeof *self);
  self->flow = flow;
  self->random = random;
  for (guint32 j = 0; j < flow->graph.n_right; j++)
    n_places += flow->room[j];
  if (n_places >= G_MAXUINT32)
    return FALSE;

  self->first = g_try_new (guint32, (gsize) flow->graph.n_right + 1);
  self->kinds = g_try_new (guint32, (gsize) cadre_kernel_graph_n_edges (&flow->graph) + 1);
  self->places = g_try_new (guint32, n_places + 1);
  self->supply = g_try_new (guint32, (gsize) flow->graph.n_left + 1);
  if (self->first == NULL || self->kinds == NULL || self->places == NULL || self->supply == NULL)
    return FALSE;

  cadre_kernel_graph_turn (&flow->graph, self->first, self->kinds, NULL);
  for (guint32 j = 0; j < flow->graph.n_right; j++)
    for (guint32 n = 0; n < flow->room[j]; n++)
      self->places[self->n_places++] = j;
  return TRUE;
}

/* Fisher and Yates, as Durstenfeld does it, Comm. ACM 7 (1964). */
static void
shuffle (Draw *self)
{
  for (guint32 n = self->n_places; n > 1; n--)
    {
      const guint32 other = cadre_kernel_random_below (self->random, n);
      const guint32 stop = self->places[other];

      self->places[other] = self->places[n - 1];
      self->places[n - 1] = stop;
    }
}

/* One of those who may go to the stop, each as likely; FALSE if there is none. */
static gboolean
place_one (Draw *self, guint32 stop)
{
  guint64 n = 0;
  guint32 chosen = 0;
  guint32 e = self->first[stop];

  for (guint32 at = e; at < self->first[stop + 1]; at++)
    n += self->supply[self->kinds[at]];
  if (n == 0)
    return FALSE;

  chosen = cadre_kernel_random_below (self->random, (guint32) n);
  for (; chosen >= self->supply[self->kinds[e]]; e++)
    chosen -= self->supply[self->kinds[e]];
  self->supply[self->kinds[e]]--;
  return TRUE;
}

static guint64
draw_once (Draw *self, guint64 n_people)
{
  memcpy (self->supply, self->flow->supply, self->flow->graph.n_left * sizeof (guint32));
  shuffle (self);
  for (guint32 i = 0; i < self->n_places; i++)
    n_people -= place_one (self, self->places[i]);
  return n_people;
}

/*< private >
 * cadre_kernel_flow_draw:
 * @self: what is to be shared out; the sum of the supply is below 2^32
 * @random: where numbers come from
 * @n_draws: how often to share out
 * @n_left: (out): how many stay, summed over all draws
 * @least: (out): how many in the draw where fewest do
 * @most: (out): how many in the draw where most do
 * @watch: (nullable): whom to ask whether to go on
 *
 * Shares out at random: the places are filled in an order at random, each by
 * one of those who may go there and have no place, each as likely. No place
 * stays empty for which somebody stays. O(draws × places × kinds of a stop).
 */
CadreKernelStatus
cadre_kernel_flow_draw (const CadreKernelFlow *self,
                        CadreKernelRandom *random,
                        guint32 n_draws,
                        guint64 *n_left,
                        guint64 *least,
                        guint64 *most,
                        const CadreKernelWatch *watch)
{
  Draw draw;
  guint64 n_people = 0;
  CadreKernelStatus status =
    draw_init (&draw, self, random) ? CADRE_KERNEL_DONE : CADRE_KERNEL_NO_MEMORY;

  for (guint32 i = 0; i < self->graph.n_left; i++)
    n_people += self->supply[i];
  *n_left = 0;
  *least = n_people;
  *most = 0;
  for (guint32 i = 0; i < n_draws && status == CADRE_KERNEL_DONE; i++)
    {
      const guint64 n = draw_once (&draw, n_people);

      *n_left += n;
      *least = MIN (*least, n);
      *most = MAX (*most, n);
      status = cadre_kernel_goes_on (watch) ? CADRE_KERNEL_DONE : CADRE_KERNEL_STOPPED;
    }
  draw_clear (&draw);
  return status;
}
