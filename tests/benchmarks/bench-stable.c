/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "kernel/cadre-ranked-private.h"
#include "kernel/cadre-stable-private.h"
#include "solver-bench.h"

/* Stable matchings of residents and a twentieth as many hospitals, ten choices
 * each, some hospitals far more liked than others, beside what a program of
 * heaps in Python takes; and rank-maximal ones beside our own matchings of most edges:
 * bench-stable [RESIDENTS [PEER…]]. Processor time, the best of three. */

#define N_CHOICES 10
#define N_RANKS 5
#define PER_HOSPITAL 20

typedef struct
{
  guint32 n, n_hospitals;
  guint32 *first, *right, *left_rank, *right_rank, *n_places, *edge;
  CadreKernelGraph graph;
} Problem;

/* The lesser of two, so that low numbers are liked more; none twice. */
static void
choose (Problem *self, guint32 i, SolverLot *lot)
{
  for (guint32 k = 0; k < N_CHOICES; k++)
    {
      guint32 *here = self->right + i * N_CHOICES;
      gboolean is_new = FALSE;

      while (!is_new)
        {
          const guint32 a = solver_lot (lot, self->n_hospitals);
          const guint32 b = solver_lot (lot, self->n_hospitals);

          here[k] = MIN (a, b);
          is_new = TRUE;
          for (guint32 m = 0; m < k; m++)
            is_new &= here[m] != here[k];
        }
      self->left_rank[i * N_CHOICES + k] = k;
    }
  self->first[i + 1] = (i + 1) * N_CHOICES;
}

/* Hospitals like residents in one order by lot, each after its own fashion. */
static void
rank_residents (Problem *self, SolverLot *lot)
{
  g_autofree guint32 *order = solver_shuffled (lot, self->n);
  g_autofree guint32 *next = g_new0 (guint32, self->n_hospitals);

  for (guint32 k = 0; k < self->n; k++)
    for (guint32 e = order[k] * N_CHOICES; e < (order[k] + 1) * N_CHOICES; e++)
      self->right_rank[e] = next[self->right[e]]++;
}

static void
problem_init (Problem *self, guint32 n)
{
  SolverLot lot = { 88172645463325252u };

  self->n = n;
  self->n_hospitals = MAX (n / PER_HOSPITAL, 2 * N_CHOICES);
  self->first = g_new0 (guint32, n + 1);
  self->right = g_new (guint32, n * N_CHOICES);
  self->left_rank = g_new (guint32, n * N_CHOICES);
  self->right_rank = g_new (guint32, n * N_CHOICES);
  self->n_places = g_new (guint32, self->n_hospitals);
  self->edge = g_new (guint32, n);
  for (guint32 i = 0; i < n; i++)
    choose (self, i, &lot);
  rank_residents (self, &lot);
  for (guint32 j = 0; j < self->n_hospitals; j++)
    self->n_places[j] = PER_HOSPITAL;
  self->graph = (CadreKernelGraph){ n, self->n_hospitals, self->first, self->right };
}

static void
problem_clear (Problem *self)
{
  g_free (self->first);
  g_free (self->right);
  g_free (self->left_rank);
  g_free (self->right_rank);
  g_free (self->n_places);
  g_free (self->edge);
}

/* A number that another matching would hardly have. */
static gint64
sum_up (const Problem *self)
{
  gint64 sum = 0;

  for (guint32 i = 0; i < self->n; i++)
    if (self->edge[i] != CADRE_KERNEL_NONE)
      sum += (gint64) (i % 1000 + 1) * (self->right[self->edge[i]] + 1);
  return sum;
}

static gboolean
run_stable (Problem *self, char **peers)
{
  const CadreKernelPreferences preferences = { &self->graph, self->left_rank, self->right_rank,
                                               self->n_places };
  const SolverTarget most = { NULL, self->n >= 1000000 ? 130 : self->n >= 100000 ? 80 : 0 };
  double best = G_MAXDOUBLE, check = G_MAXDOUBLE;
  SolverFile file;

  for (guint k = 0; k < SOLVER_ROUNDS; k++)
    {
      double start = solver_seconds ();

      cadre_kernel_stable_match (&preferences, CADRE_KERNEL_STABLE_LEFT, self->edge, NULL);
      best = MIN (best, solver_seconds () - start);
      start = solver_seconds ();
      if (!cadre_kernel_stable_check (&preferences, self->edge, FALSE, NULL))
        return FALSE;
      check = MIN (check, solver_seconds () - start);
    }
  g_print ("G1 %u residents, %u hospitals, %d choices\n    %6d us, and %d us for the check\n",
           self->n, self->n_hospitals, N_CHOICES, (int) (best * 1e6), (int) (check * 1e6));
  solver_file_open (&file);
  solver_file_add (&file, &self->n, sizeof (guint32), 1);
  solver_file_add (&file, &self->n_hospitals, sizeof (guint32), 1);
  solver_file_add (&file, self->right, sizeof (guint32), self->n * N_CHOICES);
  solver_file_add (&file, self->right_rank, sizeof (guint32), self->n * N_CHOICES);
  return solver_print_peers (peers, "stable", &file, best + check, sum_up (self), &most);
}

/* As many right vertices as left ones, five edges each, one of each rank. */
static gboolean
run_ranked (guint32 n)
{
  SolverLot lot = { 88172645463325252u };
  g_autofree guint32 *first = g_new0 (guint32, n + 1);
  g_autofree guint32 *right = g_new (guint32, n * N_RANKS);
  g_autofree guint32 *rank = g_new (guint32, n * N_RANKS);
  g_autofree guint32 *numbers = g_new (guint32, 2 * n);
  g_autofree guint8 *reached = g_new (guint8, n);
  const CadreKernelGraph graph = { n, n, first, right };
  double match = G_MAXDOUBLE, ranked = G_MAXDOUBLE;
  int ratio;

  for (guint32 e = 0; e < n * N_RANKS; e++)
    {
      right[e] = solver_lot (&lot, n);
      rank[e] = e % N_RANKS;
      first[e / N_RANKS + 1] = e + 1;
    }
  for (guint k = 0; k < SOLVER_ROUNDS; k++)
    {
      double start = solver_seconds ();

      cadre_kernel_match (&graph, numbers, numbers + n, reached, NULL);
      match = MIN (match, solver_seconds () - start);
      start = solver_seconds ();
      cadre_kernel_rank_maximal (&graph, rank, N_RANKS, numbers, NULL);
      ranked = MIN (ranked, solver_seconds () - start);
    }
  if (cadre_kernel_rank_maximal_check (&graph, rank, N_RANKS, numbers) != CADRE_KERNEL_DONE)
    return FALSE;

  ratio = (int) (ranked * 100 / match + 0.5);
  g_print ("G4 %u left vertices, %d ranks\n    %6d us, %d.%02d times as long as most edges%s\n", n,
           N_RANKS, (int) (ranked * 1e6), ratio / 100, ratio % 100,
           ratio > (2 + N_RANKS) * 100 ? ", MISSED" : "");
  return n < 100000 || ratio <= (2 + N_RANKS) * 100;
}

int
main (int argc, char **argv)
{
  const guint32 n = argc > 1 ? (guint32) g_ascii_strtoull (argv[1], NULL, 10) : 100000;
  char **peers = argv + MIN (argc, 2);
  Problem problem;
  gboolean is_met;

  solver_print_left_out (peers);
  problem_init (&problem, MAX (n, 1));
  is_met = run_stable (&problem, peers);
  problem_clear (&problem);
  is_met &= run_ranked (MAX (n, 1));
  return is_met ? EXIT_SUCCESS : EXIT_FAILURE;
}
