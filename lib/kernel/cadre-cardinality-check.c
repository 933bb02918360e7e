/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"

/* The proof of a matching, read by other code than that which finds it: König,
 * "Gráfok és mátrixok", Matematikai és Fizikai Lapok 38 (1931). */

#define WORD 32

/* The cover touches the edges of @i, one of which is to its partner. A bit of @covered
 * is whether a right vertex is in the cover. */
static gboolean
check_left (const CadreKernelGraph *graph,
            guint32 i,
            const guint32 *left_partner,
            const guint8 *left_reached,
            const guint32 *covered)
{
  gboolean has_edge = left_partner[i] == CADRE_KERNEL_NONE;

  if (has_edge && !left_reached[i])
    return FALSE;
  for (guint32 e = graph->first[i]; e < graph->first[i + 1]; e++)
    {
      const guint32 j = graph->right[e];

      has_edge |= j == left_partner[i];
      if (left_reached[i] && (covered[j / WORD] >> j % WORD & 1) == 0)
        return FALSE;
    }
  return has_edge;
}

/* Whether the partners of right vertices have them; the cover has those whose partner
 * is reached. */
static gboolean
check_right (const CadreKernelGraph *graph,
             const guint32 *left_partner,
             const guint32 *right_partner,
             const guint8 *left_reached,
             guint32 *covered)
{
  for (guint32 j = 0; j < graph->n_right; j++)
    {
      const guint32 i = right_partner[j];

      if (i == CADRE_KERNEL_NONE)
        continue;
      if (i >= graph->n_left || left_partner[i] != j)
        return FALSE;
      covered[j / WORD] |= (guint32) (left_reached[i] != 0) << j % WORD;
    }
  return TRUE;
}

/*< private >
 * cadre_kernel_match_check:
 * @graph: a graph
 * @left_partner: (array): the partner of each left vertex, or %CADRE_KERNEL_NONE
 * @right_partner: (array): the partner of each right vertex
 * @left_reached: (array): the proof
 *
 * Checks that this is a matching, and that none has more edges: a cover has
 * one vertex for each of its edges. For want of memory, %FALSE.
 */
gboolean
cadre_kernel_match_check (const CadreKernelGraph *graph,
                          const guint32 *left_partner,
                          const guint32 *right_partner,
                          const guint8 *left_reached)
{
  g_autofree guint32 *covered = g_try_new0 (guint32, (gsize) graph->n_right / WORD + 1);

  if (covered == NULL)
    return FALSE;
  for (guint32 i = 0; i < graph->n_left; i++)
    if (left_partner[i] != CADRE_KERNEL_NONE &&
        (left_partner[i] >= graph->n_right || right_partner[left_partner[i]] != i))
      return FALSE;
  if (!check_right (graph, left_partner, right_partner, left_reached, covered))
    return FALSE;

  for (guint32 i = 0; i < graph->n_left; i++)
    if (!check_left (graph, i, left_partner, left_reached, covered))
      return FALSE;
  return TRUE;
}
