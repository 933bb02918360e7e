/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-flow-private.h"

#include <string.h>

/* Small cases at random, against a search through everything. */

#define MAX_SIDE 4
#define N_CASES 3000

typedef struct
{
  guint32 first[MAX_SIDE + 1];
  guint32 right[MAX_SIDE * MAX_SIDE];
  guint32 supply[MAX_SIDE];
  guint32 room[MAX_SIDE];
  CadreKernelFlow flow;
} Small;

static void
small_init (Small *self)
{
  guint32 n = 0;

  memset (self, 0, sizeof *self);
  self->flow.graph.n_left = (guint32) g_test_rand_int_range (1, MAX_SIDE + 1);
  self->flow.graph.n_right = (guint32) g_test_rand_int_range (1, MAX_SIDE + 1);
  for (guint32 i = 0; i < self->flow.graph.n_left; i++)
    {
      self->first[i] = n;
      self->supply[i] = (guint32) g_test_rand_int_range (0, 4);
      for (guint32 j = 0; j < self->flow.graph.n_right; j++)
        if (g_test_rand_int_range (0, 2) == 0)
          self->right[n++] = j;
    }
  self->first[self->flow.graph.n_left] = n;
  for (guint32 j = 0; j < self->flow.graph.n_right; j++)
    self->room[j] = (guint32) g_test_rand_int_range (0, 4);
  self->flow.graph.first = self->first;
  self->flow.graph.right = self->right;
  self->flow.supply = self->supply;
  self->flow.room = self->room;
}

/* What stays in a sharing-out, or G_MAXUINT32 if it is none, or leaves a place empty
 * for which somebody stays. */
static guint32
judge (const Small *self, const guint32 *amount, gboolean *is_maximal)
{
  guint32 supply[MAX_SIDE];
  guint32 room[MAX_SIDE];
  guint32 n_left = 0;

  memcpy (supply, self->supply, sizeof supply);
  memcpy (room, self->room, sizeof room);
  *is_maximal = TRUE;
  for (guint32 i = 0; i < self->flow.graph.n_left; i++)
    for (guint32 e = self->first[i]; e < self->first[i + 1]; e++)
      {
        if (amount[e] > supply[i] || amount[e] > room[self->right[e]])
          return G_MAXUINT32;
        supply[i] -= amount[e];
        room[self->right[e]] -= amount[e];
      }
  for (guint32 i = 0; i < self->flow.graph.n_left; i++)
    {
      n_left += supply[i];
      for (guint32 e = self->first[i]; e < self->first[i + 1]; e++)
        if (supply[i] > 0 && room[self->right[e]] > 0)
          *is_maximal = FALSE;
    }
  return n_left;
}

/* All amounts along all edges, up to three along each. */
static void
search (const Small *self, guint32 *least, guint32 *most)
{
  const guint32 n_edges = self->first[self->flow.graph.n_left];
  guint32 amount[MAX_SIDE * MAX_SIDE] = { 0 };
  guint32 e = 0;

  *least = G_MAXUINT32;
  *most = 0;
  do
    {
      gboolean is_maximal = FALSE;
      const guint32 n = judge (self, amount, &is_maximal);

      if (n != G_MAXUINT32)
        *least = MIN (*least, n);
      if (n != G_MAXUINT32 && is_maximal)
        *most = MAX (*most, n);
      for (e = 0; e < n_edges && amount[e] == 3; e++)
        amount[e] = 0;
      if (e < n_edges)
        amount[e]++;
    }
  while (e < n_edges);
}

static guint64
count_people (const Small *self)
{
  guint64 n = 0;

  for (guint32 i = 0; i < self->flow.graph.n_left; i++)
    n += self->supply[i];
  return n;
}

static void
test_small (void)
{
  for (guint i = 0; i < N_CASES; i++)
    {
      Small small;
      guint32 amount[MAX_SIDE * MAX_SIDE];
      guint8 reached[MAX_SIDE];
      guint32 least = 0;
      guint32 most = 0;
      guint64 n_placed = 0;
      guint64 sum = 0;
      guint64 drawn_least = 0;
      guint64 drawn_most = 0;
      CadreKernelFlowWorst worst;
      CadreKernelRandom random;

      do
        small_init (&small);
      while (small.first[small.flow.graph.n_left] > 8);
      search (&small, &least, &most);

      g_assert_cmpint (cadre_kernel_flow_fill (&small.flow, amount, reached, &n_placed, NULL), ==,
                       CADRE_KERNEL_DONE);
      g_assert_cmpuint (count_people (&small) - n_placed, ==, least);
      g_assert_true (cadre_kernel_flow_fill_check (&small.flow, amount, reached, n_placed));

      g_assert_cmpint (cadre_kernel_flow_worst (&small.flow, &worst, NULL), ==, CADRE_KERNEL_DONE);
      g_assert_cmpuint (worst.at_least, ==, most);
      g_assert_cmpuint (worst.at_most, ==, most);

      cadre_kernel_random_init (&random, i);
      g_assert_cmpint (cadre_kernel_flow_draw (&small.flow, &random, 20, &sum, &drawn_least,
                                               &drawn_most, NULL),
                       ==, CADRE_KERNEL_DONE);
      g_assert_cmpuint (drawn_least, >=, least);
      g_assert_cmpuint (drawn_most, <=, most);
      g_assert_cmpuint (sum, >=, 20 * drawn_least);
      g_assert_cmpuint (sum, <=, 20 * drawn_most);
    }
}

/* A false claim is not confirmed. */
static void
test_check (void)
{
  const guint32 first[] = { 0, 1, 2 };
  const guint32 right[] = { 0, 0 };
  const guint32 supply[] = { 2, 1 };
  const guint32 room[] = { 2 };
  const CadreKernelFlow flow = { { 2, 1, first, right }, supply, room };
  const guint32 good[] = { 1, 1 };
  const guint32 too_many[] = { 2, 1 };
  const guint8 reached[] = { TRUE, TRUE };
  const guint8 not_reached[] = { TRUE, FALSE };

  g_assert_true (cadre_kernel_flow_fill_check (&flow, good, reached, 2));
  g_assert_false (cadre_kernel_flow_fill_check (&flow, good, reached, 3));
  g_assert_false (cadre_kernel_flow_fill_check (&flow, good, not_reached, 2));
  g_assert_false (cadre_kernel_flow_fill_check (&flow, too_many, reached, 3));
}

/* Many kinds and many stops: both ends hold, whatever is drawn, and a circle of
 * kinds each with two stops places everybody. */
static void
test_many (void)
{
  enum
  {
    N = 40
  };
  guint32 first[N + 1];
  guint32 right[2 * N];
  guint32 supply[N];
  guint32 room[N];
  guint32 amount[2 * N];
  guint8 reached[N];
  const CadreKernelFlow flow = { { N, N, first, right }, supply, room };
  guint64 n_placed = 0;
  guint64 sum = 0;
  guint64 least = 0;
  guint64 most = 0;
  CadreKernelFlowWorst worst;
  CadreKernelRandom random;

  for (guint32 i = 0; i < N; i++)
    {
      first[i] = 2 * i;
      right[2 * i] = i;
      right[2 * i + 1] = (i + 1) % N;
      supply[i] = 3;
      room[i] = 3;
    }
  first[N] = 2 * N;

  cadre_kernel_flow_fill (&flow, amount, reached, &n_placed, NULL);
  g_assert_cmpuint (n_placed, ==, 3 * N);
  cadre_kernel_flow_worst (&flow, &worst, NULL);
  g_assert_cmpuint (worst.at_most, ==, 3 * N / 2);
  g_assert_cmpuint (worst.at_least, <, worst.at_most);
  cadre_kernel_random_init (&random, 1);
  cadre_kernel_flow_draw (&flow, &random, 100, &sum, &least, &most, NULL);
  g_assert_cmpuint (most, <=, worst.at_most);
  g_assert_cmpuint (most, >, 0);
}

/* The numbers that the authors' program gives for the state that SplitMix64 makes
 * of 0, and that none of those below n is favoured much. */
static void
test_random (void)
{
  CadreKernelRandom random = { { 1, 2, 3, 4 } };
  guint counts[3] = { 0 };

  g_assert_cmpuint (cadre_kernel_random_next (&random), ==, 11520);
  g_assert_cmpuint (cadre_kernel_random_next (&random), ==, 0);
  g_assert_cmpuint (cadre_kernel_random_next (&random), ==, 1509978240);
  cadre_kernel_random_init (&random, 0);
  g_assert_cmpuint (random.state[0], ==, G_GUINT64_CONSTANT (0xe220a8397b1dcdaf));
  for (guint i = 0; i < 30000; i++)
    counts[cadre_kernel_random_below (&random, 3)]++;
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (counts[i], >, 9500);
}

static gboolean
stop (gpointer data)
{
  guint *n = data;

  return ++*n < 3;
}

static void
test_stopped (void)
{
  const guint32 first[] = { 0, 1 };
  const guint32 right[] = { 0 };
  const guint32 supply[] = { 2 };
  const guint32 room[] = { 1 };
  const CadreKernelFlow flow = { { 1, 1, first, right }, supply, room };
  guint n = 0;
  guint64 sums[3];
  const CadreKernelWatch watch = { stop, &n };
  CadreKernelRandom random;

  cadre_kernel_random_init (&random, 1);
  g_assert_cmpint (cadre_kernel_flow_draw (&flow, &random, 9, sums, sums + 1, sums + 2, &watch), ==,
                   CADRE_KERNEL_STOPPED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kernel/flow/small", test_small);
  g_test_add_func ("/kernel/flow/check", test_check);
  g_test_add_func ("/kernel/flow/many", test_many);
  g_test_add_func ("/kernel/flow/random", test_random);
  g_test_add_func ("/kernel/flow/stopped", test_stopped);

  return g_test_run ();
}
