/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "matching/cadre-outcomes-private.h"
#include <cadre/cadre-allocation.h>

G_BEGIN_DECLS

/* Marks the left vertices that have another right vertex in another assignment of
 * least cost; FALSE for want of memory. */
gboolean cadre_allocation_find_ties (CadreBipartite *graph,
                                     CadreBipartiteMatching *matching,
                                     guint8 *is_tied);

/* Why nothing is suggested to somebody who shares a position. */
typedef enum
{
  CADRE_SHARE_OBSTACLE_NONE,
  CADRE_SHARE_OBSTACLE_OTHER_HAS_NONE,     /* no post could be that of another who shares it */
  CADRE_SHARE_OBSTACLE_NO_POST_FOR_ALL,    /* each has one, and all together have none */
  CADRE_SHARE_OBSTACLE_PREFERENCES_DIFFER, /* a post is in different places of theirs */
} CadreShareObstacle;

/* One of those who share a position. */
typedef struct
{
  guint32 first; /* the row of the first of them */
  guint32 row;
  CadreShareObstacle obstacle;
} CadreSharer;

/* What could be whose, those who share taken together. */
typedef struct
{
  GArray *options;  /* of CadreOption, in order */
  GArray *sharers;  /* of CadreSharer, in order: who goes together */
  GArray *left_out; /* of CadreSharer, in order: who has a post, and goes with nobody */
} CadreShared;

struct _CadreAllocation
{
  GObject parent_instance;

  CadreOutcomes *outcomes;
  CadreStage stage;
  CadreShared shared;
  GArray *options; /* those that are shared: of the stage, in order of the assignments */
  GArray *people;  /* of guint32: the row of each candidate */
  GArray *posts;   /* of guint32: the row of each post */
  CadreBipartite *graph;
  CadreBipartiteMatching *matching;
  guint8 *is_tied; /* by candidate */
};

int cadre_allocation_compare_options (gconstpointer a, gconstpointer b);
int cadre_allocation_compare_sharers (gconstpointer a, gconstpointer b);
void cadre_allocation_unite_sharers (CadreOutcomes *outcomes,
                                     const GArray *options,
                                     CadreShared *shared);

G_END_DECLS
