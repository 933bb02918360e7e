/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Sharing out in numbers: so many of each kind on the left, so many places at
 * each stop on the right, and which kind may go where.
 *
 * Many vertices that have the same neighbours are one here, with a number. What
 * is proved about numbers is what is proved about the vertices. */

#pragma once

#include "kernel/cadre-graph-private.h"
#include "kernel/cadre-random-private.h"

G_BEGIN_DECLS

/* Up to how many kinds, or stops, what is left at most is found exactly. */
#define CADRE_KERNEL_FLOW_EXACT 12

typedef struct
{
  CadreKernelGraph graph; /* kinds on the left, stops on the right */
  const guint32 *supply;  /* by kind */
  const guint32 *room;    /* by stop */
} CadreKernelFlow;

/* How many stay without a place at most, in a sharing-out that leaves no place
 * empty for which somebody stays. */
typedef struct
{
  guint64 at_least; /* that many can: such a sharing-out is found */
  guint64 at_most;  /* no more can */
} CadreKernelFlowWorst;

CadreKernelStatus cadre_kernel_flow_fill (const CadreKernelFlow *self,
                                          guint32 *amount,
                                          guint8 *left_reached,
                                          guint64 *n_placed,
                                          const CadreKernelWatch *watch);
gboolean cadre_kernel_flow_fill_check (const CadreKernelFlow *self,
                                       const guint32 *amount,
                                       const guint8 *left_reached,
                                       guint64 n_placed);
CadreKernelStatus cadre_kernel_flow_worst (const CadreKernelFlow *self,
                                           CadreKernelFlowWorst *worst,
                                           const CadreKernelWatch *watch);
CadreKernelStatus cadre_kernel_flow_draw (const CadreKernelFlow *self,
                                          CadreKernelRandom *random,
                                          guint32 n_draws,
                                          guint64 *n_left,
                                          guint64 *least,
                                          guint64 *most,
                                          const CadreKernelWatch *watch);

G_END_DECLS
