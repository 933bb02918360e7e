/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"

/* The proof of a matching, read by other code than that which finds it: König,
 * "Gráfok és mátrixok", Matematikai és Fizikai Lapok 38 (1931). */

/* The cover touches the edges of @i, one of which is to its partner. */
static gboolean
check_left (const CadreKernelGraph *graph,
            guint32 i,
            const guint32 *left_partner,
            const guint32 *right_partner,
            const guint8 *left_reached)
{
  gboolean has_edge = left_partner[i] == CADRE_KERNEL_NONE;

  if (has_edge && !left_reached[i])
    return FALSE;
  for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
    {
      const guint32 j = graph->right[e];

      has_edge |= j == left_partner[i];
      if (left_reached[i] &&
          (right_partner[j] == CADRE_KERNEL_NONE || !left_reached[right_partner[j]]))
        return FALSE;
    }
  return has_edge;
}

/*< private >
 * cadre_kernel_match_check:
 * @graph: a graph
 * @left_partner: (array): the partner of each left vertex, or %CADRE_KERNEL_NONE
 * @right_partner: (array): the partner of each right vertex
 * @left_reached: (array): the proof
 *
 * Checks that this is a matching, and that none has more edges: a cover has
 * one vertex for each of its edges.
 */
gboolean
cadre_kernel_match_check (const CadreKernelGraph *graph,
                          const guint32 *left_partner,
                          const guint32 *right_partner,
                          const guint8 *left_reached)
{
  for (guint32 i = 0; i < graph->n_left; i++)
    if (left_partner[i] != CADRE_KERNEL_NONE &&
        (left_partner[i] >= graph->n_right || right_partner[left_partner[i]] != i))
      return FALSE;
  for (guint32 j = 0; j < graph->n_right; j++)
    if (right_partner[j] != CADRE_KERNEL_NONE &&
        (right_partner[j] >= graph->n_left || left_partner[right_partner[j]] != j))
      return FALSE;

  for (guint32 i = 0; i < graph->n_left; i++)
    if (!check_left (graph, i, left_partner, right_partner, left_reached))
      return FALSE;
  return TRUE;
}
