/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-ring-fence.h>

G_BEGIN_DECLS

/* The four parts of what a ring-fence asks, in the order of their answers. */
enum
{
  CADRE_FENCE_FUNCTION,
  CADRE_FENCE_FIELD,
  CADRE_FENCE_TIER,
  CADRE_FENCE_GRADE,
  CADRE_FENCE_LINE,
  CADRE_FENCE_UNIT,
  CADRE_FENCE_AREA,
  CADRE_N_FENCE_PARTS
};

typedef struct
{
  const char *assignment;
  const char *person; /* (nullable) */
  guint8 truth;       /* CadreTruth */
  gboolean is_claimant;
  gboolean is_predecessor;
  guint8 parts[CADRE_N_FENCE_PARTS]; /* CadreTruth */
} CadreRingFenceMemberRow;

CadreRingFenceMember *cadre_ring_fence_member_new (const CadreRingFenceMemberRow *row);

/* Takes @posts, @n_positions, @members and @appointed over. */
CadreRingFence *cadre_ring_fence_new_take (char *id,
                                           gboolean is_selection_pool,
                                           char **posts,
                                           guint *n_positions,
                                           guint n_open,
                                           GListStore *members,
                                           char **appointed);

G_END_DECLS
