/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What LEMON takes: peer-lemon KIND FILE. Its graph and its maps are made before
 * the clock starts. */

#include "peer-solvers.h"

#include <algorithm>
#include <functional>
#include <lemon/config.h>
#include <lemon/connectivity.h>
#include <lemon/matching.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <string>

static void
run (const std::function<long long ()> &solve, const char *name)
{
  const std::string label = std::string ("LEMON ") + LEMON_VERSION + " " + name;
  double best = 1e9;
  long long found = 0;

  for (int k = 0; k < PEER_ROUNDS && (k == 0 || best < PEER_LONG); k++)
    {
      const double start = peer_seconds ();

      found = solve ();
      best = std::min (best, peer_seconds () - start);
    }
  peer_say (best, found, label.c_str ());
}

static void
run_undirected (const PeerGraph &graph, bool is_components)
{
  lemon::SmartGraph self;

  self.reserveNode ((int) (graph.n_left + graph.n_right));
  self.reserveEdge ((int) graph.n_edges);
  for (uint32_t v = 0; v < graph.n_left + graph.n_right; v++)
    self.addNode ();
  for (uint32_t i = 0; i < graph.n_left; i++)
    for (uint32_t e = graph.first[i]; e < graph.first[i + 1]; e++)
      self.addEdge (self.nodeFromId ((int) i),
                    self.nodeFromId ((int) (graph.n_left + graph.right[e])));

  if (is_components)
    {
      lemon::SmartGraph::NodeMap<int> component (self);

      run ([&] { return lemon::connectedComponents (self, component); }, "connectedComponents");
      return;
    }
  run (
    [&] {
      lemon::MaxMatching<lemon::SmartGraph> matching (self);

      matching.run ();
      return matching.matchingSize ();
    },
    "MaxMatching");
}

static void
run_costs (const PeerGraph &graph)
{
  lemon::SmartDigraph self;
  lemon::SmartDigraph::ArcMap<int64_t> cost (self);
  lemon::SmartDigraph::NodeMap<int64_t> supply (self);

  self.reserveNode ((int) (graph.n_left + graph.n_right));
  self.reserveArc ((int) graph.n_edges);
  for (uint32_t v = 0; v < graph.n_left + graph.n_right; v++)
    supply[self.addNode ()] = v < graph.n_left ? 1 : -1;
  for (uint32_t i = 0; i < graph.n_left; i++)
    for (uint32_t e = graph.first[i]; e < graph.first[i + 1]; e++)
      cost[self.addArc (self.nodeFromId ((int) i),
                        self.nodeFromId ((int) (graph.n_left + graph.right[e])))] = graph.cost[e];

  run (
    [&] {
      lemon::NetworkSimplex<lemon::SmartDigraph, int64_t, int64_t> simplex (self);

      simplex.costMap (cost).supplyMap (supply);
      return simplex.run () == decltype (simplex)::OPTIMAL ? simplex.totalCost<long long> () : -1;
    },
    "NetworkSimplex");
}

int
main (int argc, char **argv)
{
  FILE *file = argc == 3 ? fopen (argv[2], "rb") : NULL;
  const std::string kind = argc == 3 ? argv[1] : "";

  if (file == NULL)
    return EXIT_FAILURE;
  if (kind == "components" || kind == "cardinality" || kind == "chain")
    run_undirected (peer_read_graph (file), kind == "components");
  else if (kind == "sparse" || kind == "near")
    run_costs (peer_read_costs (file));
  else if (kind == "dense" || kind == "products")
    run_costs (peer_read_matrix (file));
  return EXIT_SUCCESS;
}
