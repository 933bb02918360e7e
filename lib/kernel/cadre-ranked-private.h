/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Matchings that are the best by the ranks of their edges, where 0 is the best.
 *
 * Rank-maximal: as many edges as possible of rank 0, then of rank 1, and so on.
 * Rank-reversed: as many edges as possible; then as few as possible of the last
 * rank, then of the one before, and so on. */

#pragma once

#include "kernel/cadre-graph-private.h"

G_BEGIN_DECLS

CadreKernelStatus cadre_kernel_rank_maximal (const CadreKernelGraph *graph,
                                             const guint32 *rank,
                                             guint32 n_ranks,
                                             guint32 *left_edge,
                                             const CadreKernelWatch *watch);
CadreKernelStatus cadre_kernel_rank_maximal_check (const CadreKernelGraph *graph,
                                                   const guint32 *rank,
                                                   guint32 n_ranks,
                                                   const guint32 *left_edge);

/* The proof of a rank-reversed matching: for each step, prices of all vertices
 * of both sides, and of a copy of each. */
gsize cadre_kernel_rank_reversed_n_prices (const CadreKernelGraph *graph, guint32 n_ranks);
CadreKernelStatus cadre_kernel_rank_reversed (const CadreKernelGraph *graph,
                                              const guint32 *rank,
                                              guint32 n_ranks,
                                              guint32 *left_edge,
                                              gint64 *prices,
                                              const CadreKernelWatch *watch);
CadreKernelStatus cadre_kernel_rank_reversed_check (const CadreKernelGraph *graph,
                                                    const guint32 *rank,
                                                    guint32 n_ranks,
                                                    const guint32 *left_edge,
                                                    const gint64 *prices);

G_END_DECLS
