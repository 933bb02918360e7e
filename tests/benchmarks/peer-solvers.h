/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the peers in C and C++ share: the problem, which a benchmark has written,
 * and a line for each answer. What this machine lacks is left out by the build. */

#pragma once

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define PEER_ROUNDS 2
/* What takes longer than this is run once. */
#define PEER_LONG 5.0

static inline double
peer_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static inline void
peer_say (double seconds, long long found, const char *name)
{
  printf ("%.6f %lld %s\n", seconds, found, name);
  fflush (stdout);
}

static inline void *
peer_read (FILE *file, size_t size, size_t n)
{
  void *numbers = malloc (size * (n > 0 ? n : 1));

  if (numbers == NULL || fread (numbers, size, n, file) != n)
    exit (EXIT_FAILURE);
  return numbers;
}

typedef struct
{
  uint32_t n_left, n_right, n_edges;
  uint32_t *first; /* by left vertex; one more at the end */
  uint32_t *right; /* by edge */
  int64_t *cost;   /* by edge; NULL without costs */
} PeerGraph;

/* A graph without costs: both sides, where the edges of each left vertex begin, and
 * where they lead. */
static inline PeerGraph
peer_read_graph (FILE *file)
{
  PeerGraph self = { 0, 0, 0, NULL, NULL, NULL };
  uint32_t *head = (uint32_t *) peer_read (file, sizeof (uint32_t), 2);

  self.n_left = head[0];
  self.n_right = head[1];
  free (head);
  self.first = (uint32_t *) peer_read (file, sizeof (uint32_t), (size_t) self.n_left + 1);
  self.n_edges = self.first[self.n_left];
  self.right = (uint32_t *) peer_read (file, sizeof (uint32_t), self.n_edges);
  return self;
}

/* A graph with costs, each left vertex with as many edges. */
static inline PeerGraph
peer_read_costs (FILE *file)
{
  PeerGraph self = { 0, 0, 0, NULL, NULL, NULL };
  uint32_t *head = (uint32_t *) peer_read (file, sizeof (uint32_t), 2);

  self.n_left = self.n_right = head[0];
  self.n_edges = head[0] * head[1];
  self.first = (uint32_t *) malloc (sizeof (uint32_t) * ((size_t) self.n_left + 1));
  if (self.first == NULL)
    exit (EXIT_FAILURE);
  for (uint32_t i = 0; i <= self.n_left; i++)
    self.first[i] = i * head[1];
  free (head);
  self.right = (uint32_t *) peer_read (file, sizeof (uint32_t), self.n_edges);
  self.cost = (int64_t *) peer_read (file, sizeof (int64_t), self.n_edges);
  return self;
}

/* A matrix of costs, as a graph. */
static inline PeerGraph
peer_read_matrix (FILE *file)
{
  PeerGraph self = { 0, 0, 0, NULL, NULL, NULL };
  uint32_t *head = (uint32_t *) peer_read (file, sizeof (uint32_t), 1);
  const uint32_t n = head[0];
  int32_t *cells = (int32_t *) peer_read (file, sizeof (int32_t), (size_t) n * n);

  free (head);
  self.n_left = self.n_right = n;
  self.n_edges = n * n;
  self.first = (uint32_t *) malloc (sizeof (uint32_t) * ((size_t) n + 1));
  self.right = (uint32_t *) malloc (sizeof (uint32_t) * self.n_edges);
  self.cost = (int64_t *) malloc (sizeof (int64_t) * self.n_edges);
  if (self.first == NULL || self.right == NULL || self.cost == NULL)
    exit (EXIT_FAILURE);
  for (uint32_t i = 0; i <= n; i++)
    self.first[i] = i * n;
  for (uint32_t e = 0; e < self.n_edges; e++)
    {
      self.right[e] = e % n;
      self.cost[e] = cells[e];
    }
  free (cells);
  return self;
}
