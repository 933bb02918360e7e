/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "kernel/cadre-graph-private.h"

#include <cadre/cadre-bipartite-matching.h>
#include <cadre/cadre-bipartite-parts.h>

G_BEGIN_DECLS

/* Beyond these, numbers would not fit. */
#define CADRE_BIPARTITE_MOST_VERTICES (1U << 24)
#define CADRE_BIPARTITE_MOST_EDGES (1U << 30)

typedef struct
{
  gint64 cost;
  guint32 left;
  guint32 right;
  guint32 left_rank;
  guint32 right_rank;
} CadreBipartiteEdge;

struct _CadreBipartite
{
  GObject parent_instance;

  guint32 n_left;
  guint32 n_right;
  GArray *edges;        /* of CadreBipartiteEdge, as they were added */
  gboolean is_shared;   /* a copy may read the edges in another thread */
  guint32 *n_more;      /* (nullable): by right vertex: its places less one, as a signed number */
  guint32 *tie_rank[2]; /* (nullable): by side, by vertex */
  GBytes *matrix;       /* (nullable): instead of edges */
  CadreBipartiteCosts matrix_kind;
};

/* A graph as the kernels want it. Where a right vertex has several places, each
 * place is a vertex. */
typedef struct
{
  CadreKernelGraph graph;
  guint32 *first;
  guint32 *right;
  guint32 *edge;  /* by edge: which it was */
  guint32 *owner; /* by place: of which right vertex it is; (nullable): of the same number */
  guint32 n_places;
  gboolean is_turned; /* places are left in @graph */
} CadreBipartiteForm;

typedef enum
{
  CADRE_BIPARTITE_FORM_PLAIN = 0,  /* a right vertex is one, however many places it has */
  CADRE_BIPARTITE_FORM_PLACES = 1, /* each place is one, without those that nobody can need */
  CADRE_BIPARTITE_FORM_ALL_PLACES = 2,
} CadreBipartiteFormKind;

gboolean cadre_bipartite_form_init (CadreBipartiteForm *self,
                                    CadreBipartite *graph,
                                    CadreBipartiteFormKind kind,
                                    GError **error);
guint64 cadre_bipartite_count_places (CadreBipartite *graph);
gboolean cadre_bipartite_form_turn (CadreBipartiteForm *self, GError **error);
void cadre_bipartite_form_clear (CadreBipartiteForm *self);

gboolean cadre_bipartite_is_usable (CadreBipartite *self, GError **error);
CadreBipartiteEdge cadre_bipartite_get_nth (CadreBipartite *self, guint32 position);
gboolean cadre_bipartite_is_allowed (CadreBipartite *self, guint32 position);

/* A watch that asks a GCancellable. */
CadreKernelWatch cadre_bipartite_watch (GCancellable *cancellable);
gboolean
cadre_bipartite_take_status (CadreKernelStatus status, GCancellable *cancellable, GError **error);
gboolean cadre_bipartite_no_memory (GError **error);

struct _CadreBipartiteMatching
{
  GObject parent_instance;

  CadreBipartiteAim aim;
  CadreBipartiteStability stability;
  guint32 n_left;
  guint32 n_right;
  guint32 n_pairs;
  gboolean is_feasible;
  double cost;
  guint32 *left_right; /* by left vertex: its right one, or CADRE_KERNEL_NONE */
  guint32 *left_edge;  /* by left vertex: the edge, or CADRE_KERNEL_NONE */
  double *price[2];    /* (nullable): by side, by vertex */
  GArray *cover[2];    /* (nullable): of guint */
  GArray *shortage[2]; /* (nullable): of guint */
  CadreBipartiteSide short_side;

  /* What the check reads. */
  CadreBipartiteForm form;
  GBytes *matrix; /* (nullable): instead of the form */
  CadreBipartiteCosts matrix_kind;
  guint32 *form_edge; /* by left vertex of the form: the edge, or CADRE_KERNEL_NONE */
  guint8 *mark;       /* by left vertex of the form: reached, or too many */
  gint64 *form_cost;  /* by edge of the form */
  gint64
    *form_price; /* of left vertices and right ones; for reversed ranks as their kernel has them */
  guint32 *left_rank;  /* by edge of the form */
  guint32 *right_rank; /* by edge of the form */
  guint32 *n_places;   /* (nullable): by right vertex */
  guint32 n_ranks;
  double tolerance;
};

CadreBipartiteMatching *cadre_bipartite_matching_new (CadreBipartite *graph, CadreBipartiteAim aim);
gboolean cadre_bipartite_matching_take_edges (CadreBipartiteMatching *self,
                                              CadreBipartite *graph,
                                              GError **error);
void cadre_bipartite_matching_add_shortage (CadreBipartiteMatching *self, const guint8 *mark);
gboolean cadre_bipartite_assign_matrix (CadreBipartiteMatching *self,
                                        CadreBipartite *graph,
                                        GCancellable *cancellable,
                                        GError **error);
gboolean cadre_bipartite_check_matrix (CadreBipartiteMatching *self);

G_END_DECLS
