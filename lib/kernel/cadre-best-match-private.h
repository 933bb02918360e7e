/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Pairing what gains most: matchings of the greatest sum, and what they prove.
 *
 * Nothing has to be paired: a vertex may stay alone, which gains nothing. The
 * proof of a matching is a price for each vertex. No price is negative, the
 * prices at the ends of an edge come to no less than its gain, and to exactly
 * that where it is used, and who stays alone has the price 0: then no matching
 * gains more, since it gains at most all prices together. */

#pragma once

#include "kernel/cadre-graph-private.h"

G_BEGIN_DECLS

typedef struct
{
  CadreKernelGraph graph;
  const gint32 *gain; /* by edge: above 0, and below 2^30 */
} CadreKernelGains;

/* What is found: all by vertex, and CADRE_KERNEL_NONE for a partner of nobody. */
typedef struct
{
  guint32 *left_partner;
  guint32 *right_partner;
  gint32 *left_price;
  gint32 *right_price;
} CadreKernelBestMatch;

CadreKernelStatus cadre_kernel_best_match (const CadreKernelGains *gains,
                                           const CadreKernelBestMatch *match,
                                           const CadreKernelWatch *watch);
gboolean cadre_kernel_best_match_check (const CadreKernelGains *gains,
                                        const CadreKernelBestMatch *match);
CadreKernelStatus cadre_kernel_best_match_margins (const CadreKernelGains *gains,
                                                   const CadreKernelBestMatch *match,
                                                   const guint32 *left_class,
                                                   const guint32 *right_class,
                                                   gint32 most,
                                                   gint32 *margin,
                                                   const CadreKernelWatch *watch);

G_END_DECLS
