/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-best-match-private.h"

#include <string.h>

#define MOST 6 /* vertices on a side, for trying everything */
#define LARGE 60

typedef struct
{
  guint32 first[LARGE + 1];
  guint32 right[LARGE * LARGE];
  gint32 gain[LARGE * LARGE];
  guint32 left_partner[LARGE];
  guint32 right_partner[LARGE];
  gint32 left_price[LARGE];
  gint32 right_price[LARGE];
  gint32 margin[LARGE];
  guint32 left_class[LARGE];
  guint32 right_class[LARGE];
  CadreKernelGains gains;
  CadreKernelBestMatch match;
} Case;

static void
begin (Case *self, guint32 n_left, guint32 n_right)
{
  memset (self, 0, sizeof *self);
  self->gains.graph = (CadreKernelGraph){ n_left, n_right, self->first, self->right };
  self->gains.gain = self->gain;
  self->match = (CadreKernelBestMatch){ self->left_partner, self->right_partner, self->left_price,
                                        self->right_price };
  for (guint32 i = 0; i < LARGE; i++)
    self->left_class[i] = self->right_class[i] = i;
}

static void
fill (Case *self, gint32 largest, int one_in)
{
  guint32 n = 0;

  for (guint32 left = 0; left < self->gains.graph.n_left; left++)
    {
      self->first[left] = n;
      for (guint32 right = 0; right < self->gains.graph.n_right; right++)
        if (g_test_rand_int_range (0, one_in) == 0)
          {
            self->right[n] = right;
            self->gain[n++] = g_test_rand_int_range (1, largest + 1);
          }
    }
  self->first[self->gains.graph.n_left] = n;
}

/* The best there is, trying everything; pairs of the classes @left and @right at
 * most @n_allowed times. */
static gint32
try_all (const Case *self,
         guint32 from,
         guint32 used,
         guint32 left_class,
         guint32 right_class,
         guint n_allowed)
{
  gint32 best = 0;

  if (from == self->gains.graph.n_left)
    return 0;

  best = try_all (self, from + 1, used, left_class, right_class, n_allowed);
  for (guint32 edge = self->first[from]; edge < self->first[from + 1]; edge++)
    {
      const guint32 right = self->right[edge];
      const gboolean counts =
        self->left_class[from] == left_class && self->right_class[right] == right_class;

      if ((used >> right & 1) != 0 || (counts && n_allowed == 0))
        continue;
      best = MAX (best, self->gain[edge] + try_all (self, from + 1, used | 1u << right, left_class,
                                                    right_class, n_allowed - counts));
    }

  return best;
}

static gint32
sum_up (const Case *self)
{
  gint32 sum = 0;

  for (guint32 left = 0; left < self->gains.graph.n_left; left++)
    for (guint32 edge = self->first[left]; edge < self->first[left + 1]; edge++)
      sum += self->right[edge] == self->left_partner[left] ? self->gain[edge] : 0;

  return sum;
}

static void
solve (Case *self)
{
  g_assert_cmpint (cadre_kernel_best_match (&self->gains, &self->match, NULL), ==,
                   CADRE_KERNEL_DONE);
  g_assert_true (cadre_kernel_best_match_check (&self->gains, &self->match));
}

static guint
count_flow (const Case *self, guint32 left_class, guint32 right_class)
{
  guint n = 0;

  for (guint32 left = 0; left < self->gains.graph.n_left; left++)
    n += self->left_partner[left] != CADRE_KERNEL_NONE && self->left_class[left] == left_class &&
         self->right_class[self->left_partner[left]] == right_class;

  return n;
}

static void
check_margins (Case *self, gint32 most)
{
  const gint32 best = sum_up (self);

  g_assert_cmpint (cadre_kernel_best_match_margins (&self->gains, &self->match, self->left_class,
                                                    self->right_class, most, self->margin, NULL),
                   ==, CADRE_KERNEL_DONE);
  for (guint32 left = 0; left < self->gains.graph.n_left; left++)
    {
      const guint32 right = self->left_partner[left];
      guint32 a = self->left_class[left];
      guint32 b = right != CADRE_KERNEL_NONE ? self->right_class[right] : 0;

      if (right == CADRE_KERNEL_NONE)
        g_assert_cmpint (self->margin[left], ==, 0);
      else
        g_assert_cmpint (self->margin[left], ==,
                         MIN (most,
                              best - try_all (self, 0, 0, a, b, count_flow (self, a, b) - 1)));
    }
}

static void
test_brute_force (void)
{
  for (guint i = 0; i < 4000; i++)
    {
      Case self;

      begin (&self, (guint32) g_test_rand_int_range (0, MOST + 1),
             (guint32) g_test_rand_int_range (0, MOST + 1));
      fill (&self, i % 2 == 0 ? 4 : 1000, g_test_rand_int_range (1, 4));
      solve (&self);
      g_assert_cmpint (sum_up (&self), ==, try_all (&self, 0, 0, G_MAXUINT32, 0, 0));
      check_margins (&self, i % 3 == 0 ? 100 : 100000);
    }
}

/* The first two on either side are like each other. */
static void
test_classes (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      Case self;
      guint32 n = 0;
      gint32 gain[5][5];

      begin (&self, 5, 5);
      self.left_class[1] = self.right_class[1] = 0;
      for (guint left = 0; left < 5; left++)
        for (guint right = 0; right < 5; right++)
          gain[left][right] = g_test_rand_int_range (1, 30);
      for (guint left = 0; left < 5; left++)
        {
          self.first[left] = n;
          for (guint right = 0; right < 5; right++)
            {
              self.right[n] = right;
              self.gain[n++] = gain[left == 1 ? 0 : left][right == 1 ? 0 : right];
            }
        }
      self.first[5] = n;
      solve (&self);
      check_margins (&self, 100000);
    }
}

static void
test_large (void)
{
  for (guint i = 0; i < 40; i++)
    {
      Case self;

      begin (&self, LARGE, (guint32) g_test_rand_int_range (1, LARGE + 1));
      fill (&self, i % 2 == 0 ? 8000 : 3, g_test_rand_int_range (1, 20));
      solve (&self);
    }
}

static void
test_wrong_answers (void)
{
  Case self;

  begin (&self, 2, 2);
  self.first[1] = 2;
  self.first[2] = 3;
  self.right[1] = 1;
  self.gain[0] = 5;
  self.gain[1] = 3;
  self.gain[2] = 4;
  solve (&self);
  g_assert_cmpint (sum_up (&self), ==, 7);
  g_assert_cmpuint (self.left_partner[0], ==, 1);
  g_assert_cmpuint (self.left_partner[1], ==, 0);

  self.left_price[0]--;
  g_assert_false (cadre_kernel_best_match_check (&self.gains, &self.match));
  self.left_price[0] += 2;
  g_assert_false (cadre_kernel_best_match_check (&self.gains, &self.match));
  self.left_price[0]--;
  g_assert_true (cadre_kernel_best_match_check (&self.gains, &self.match));
  self.left_partner[0] = 0;
  g_assert_false (cadre_kernel_best_match_check (&self.gains, &self.match));
  self.left_partner[0] = CADRE_KERNEL_NONE;
  self.right_partner[1] = CADRE_KERNEL_NONE;
  g_assert_false (cadre_kernel_best_match_check (&self.gains, &self.match));
}

static gboolean
stop (gpointer data)
{
  return FALSE;
}

static void
test_stopped (void)
{
  const CadreKernelWatch watch = { stop, NULL };
  Case self;

  begin (&self, 3, 3);
  fill (&self, 9, 1);
  g_assert_cmpint (cadre_kernel_best_match (&self.gains, &self.match, &watch), ==,
                   CADRE_KERNEL_STOPPED);
  solve (&self);
  g_assert_cmpint (cadre_kernel_best_match_margins (&self.gains, &self.match, self.left_class,
                                                    self.right_class, 9, self.margin, &watch),
                   ==, CADRE_KERNEL_STOPPED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kernel/best-match/brute-force", test_brute_force);
  g_test_add_func ("/kernel/best-match/classes", test_classes);
  g_test_add_func ("/kernel/best-match/large", test_large);
  g_test_add_func ("/kernel/best-match/wrong-answers", test_wrong_answers);
  g_test_add_func ("/kernel/best-match/stopped", test_stopped);

  return g_test_run ();
}
