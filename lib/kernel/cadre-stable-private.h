/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Matching by the preferences of both sides: right vertices have places for
 * several left ones. Nobody is proved right by a number here: the proof of a
 * matching is that no pair is better off with each other, which is checked edge
 * by edge. */

#pragma once

#include "kernel/cadre-graph-private.h"

G_BEGIN_DECLS

/* Ranks are below the number of edges, the least is liked best, and equal ones
 * are ties. */
typedef struct
{
  const CadreKernelGraph *graph; /* the edges of a left vertex in order of @left_rank */
  const guint32 *left_rank;      /* by edge: how much the left vertex likes the right one */
  const guint32 *right_rank;     /* by edge: how much the right vertex likes the left one */
  const guint32 *n_places;       /* (nullable): by right vertex; one each if NULL */
} CadreKernelPreferences;

typedef enum
{
  CADRE_KERNEL_STABLE_LEFT = 0,  /* the best for every left vertex */
  CADRE_KERNEL_STABLE_RIGHT = 1, /* the best for every right vertex */
} CadreKernelStableSide;

/* The edges of right vertices in order of @right_rank. */
typedef struct
{
  guint32 *first; /* n_right + 1 of them */
  guint32 *left;  /* by place in the list: the left vertex */
  guint32 *edge;  /* by place in the list: the edge; only where the lists are whole */
  guint32 *place; /* (nullable): by edge: its place in the list, where that is not its rank */
} CadreKernelRightLists;

/* The place of edge @e in the lists of all. */
static inline guint32
cadre_kernel_right_lists_get_place (const CadreKernelRightLists *self,
                                    const CadreKernelPreferences *preferences,
                                    guint32 e)
{
  if (self->place != NULL)
    return self->place[e];
  return self->first[preferences->graph->right[e]] + preferences->right_rank[e];
}

static inline guint32
cadre_kernel_stable_n_places (const CadreKernelPreferences *preferences, guint32 j)
{
  return preferences->n_places != NULL ? preferences->n_places[j] : 1;
}

gboolean cadre_kernel_right_lists_init (CadreKernelRightLists *self,
                                        const CadreKernelPreferences *preferences,
                                        gboolean is_whole);
void cadre_kernel_right_lists_clear (CadreKernelRightLists *self);

CadreKernelStatus cadre_kernel_stable_match (const CadreKernelPreferences *preferences,
                                             CadreKernelStableSide side,
                                             guint32 *left_edge,
                                             const CadreKernelWatch *watch);
CadreKernelStatus cadre_kernel_super_stable_match (const CadreKernelPreferences *preferences,
                                                   guint32 *left_edge,
                                                   const CadreKernelWatch *watch);
gboolean cadre_kernel_stable_check (const CadreKernelPreferences *preferences,
                                    const guint32 *left_edge,
                                    gboolean is_super,
                                    guint32 *blocking);

G_END_DECLS
