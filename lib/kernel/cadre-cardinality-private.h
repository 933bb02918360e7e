/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Pairing as many as possible: matchings of most edges, and what they prove.
 *
 * The proof of a matching is one mark for each left vertex: whether an
 * alternating path leads to it from a left vertex without partner. The left
 * vertices without the mark and the partners of those with it touch every edge
 * (König 1931): no matching has more edges than that cover has vertices. The
 * left vertices with the mark have no neighbours but these partners: that is
 * why some of them stay alone (Hall 1935). */

#pragma once

#include "kernel/cadre-graph-private.h"

G_BEGIN_DECLS

CadreKernelStatus cadre_kernel_match (const CadreKernelGraph *graph,
                                      guint32 *left_partner,
                                      guint32 *right_partner,
                                      guint8 *left_reached,
                                      const CadreKernelWatch *watch);
CadreKernelStatus cadre_kernel_match_start (const CadreKernelGraph *graph,
                                            guint32 *left_partner,
                                            guint32 *right_partner,
                                            const CadreKernelWatch *watch);

/* No path leads on from here any more. */
#define CADRE_KERNEL_DEAD G_MAXUINT32

/* A right vertex: a search comes to a left vertex through its partner alone, so that
 * what is known of both stands in one place of memory. */
typedef struct
{
  guint32 partner;
  guint32 level; /* of the partner: steps from one without partner, from a base; or DEAD */
} CadreKernelSeat;

CadreKernelStatus cadre_kernel_match_trees (const CadreKernelGraph *graph,
                                            guint32 *left_partner,
                                            CadreKernelSeat *seats,
                                            guint32 *free,
                                            guint32 *n_free,
                                            guint32 *room,
                                            guint most_times,
                                            gboolean *is_most,
                                            const CadreKernelWatch *watch);
CadreKernelStatus cadre_kernel_match_more (const CadreKernelGraph *graph,
                                           guint32 *left_partner,
                                           guint32 *right_partner,
                                           guint8 *left_reached,
                                           const CadreKernelWatch *watch);
gboolean cadre_kernel_match_check (const CadreKernelGraph *graph,
                                   const guint32 *left_partner,
                                   const guint32 *right_partner,
                                   const guint8 *left_reached);

/* Where a vertex stands in the decomposition of Dulmage and Mendelsohn. */
typedef enum
{
  CADRE_KERNEL_PART_LEFT_OVER = 0,  /* too many left vertices here: some stay alone */
  CADRE_KERNEL_PART_SQUARE = 1,     /* every vertex has a partner, in every such matching */
  CADRE_KERNEL_PART_RIGHT_OVER = 2, /* too many right vertices here */
} CadreKernelPart;

CadreKernelStatus cadre_kernel_decompose_parts (const CadreKernelGraph *graph,
                                                const guint32 *left_partner,
                                                const guint32 *right_partner,
                                                guint8 *left_part,
                                                guint8 *right_part);
CadreKernelStatus cadre_kernel_decompose (const CadreKernelGraph *graph,
                                          const guint32 *left_partner,
                                          const guint32 *right_partner,
                                          guint8 *left_part,
                                          guint8 *right_part,
                                          guint32 *left_block,
                                          guint32 *n_blocks,
                                          const CadreKernelWatch *watch);
gboolean cadre_kernel_decompose_check (const CadreKernelGraph *graph,
                                       const guint32 *left_partner,
                                       const guint32 *right_partner,
                                       const guint8 *left_part,
                                       const guint8 *right_part,
                                       const guint32 *left_block,
                                       guint32 n_blocks);

G_END_DECLS
