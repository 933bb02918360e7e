/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What CXSparse takes to find the blocks of a square graph: peer-cxsparse parts FILE. */

#include "peer-solvers.h"

#include <string.h>
#include <suitesparse/cs.h>

/* Of all blocks, those between the part with too many columns and that with too
 * many rows. */
static long long
count_blocks (const cs *matrix, const csd *found)
{
  return (long long) found->nb - (found->cc[2] > 0) - (found->rr[2] < matrix->m);
}

int
main (int argc, char **argv)
{
  FILE *file = argc == 3 ? fopen (argv[2], "rb") : NULL;
  double best = 1e9;
  long long found = 0;
  PeerGraph graph;
  cs matrix = { 0 };
  char name[40];

  if (file == NULL)
    return EXIT_FAILURE;
  if (strcmp (argv[1], "parts") != 0)
    return EXIT_SUCCESS;

  /* A left vertex is a column. */
  graph = peer_read_graph (file);
  matrix.nzmax = (int) graph.n_edges;
  matrix.m = (int) graph.n_right;
  matrix.n = (int) graph.n_left;
  matrix.p = (int *) graph.first;
  matrix.i = (int *) graph.right;
  matrix.nz = -1;
  for (int k = 0; k < PEER_ROUNDS && (k == 0 || best < PEER_LONG); k++)
    {
      const double start = peer_seconds ();
      csd *blocks = cs_dmperm (&matrix, 0);
      const double taken = peer_seconds () - start;

      if (blocks == NULL)
        return EXIT_FAILURE;
      best = taken < best ? taken : best;
      found = count_blocks (&matrix, blocks);
      cs_dfree (blocks);
    }
  snprintf (name, sizeof name, "CXSparse %d.%d.%d", CS_VER, CS_SUBVER, CS_SUBSUB);
  peer_say (best, found, name);
  return EXIT_SUCCESS;
}
