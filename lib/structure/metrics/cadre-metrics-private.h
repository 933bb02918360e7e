/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "structure/metrics/cadre-tally-private.h"
#include <cadre/cadre-metrics.h>

G_BEGIN_DECLS

struct _CadreMetrics
{
  GObject parent_instance;

  CadreStructure *structure;
  guint8 *standings; /* by post */
  gint32 *layers;    /* by post; -1 on a circle and below */
  gint32 *spans;     /* by post */
  gint64 *costs;     /* by post, of its branch; 0 on a circle and below, as the next two */
  guint32 *unknown_costs;
  guint32 *n_branch_posts;
  guint32 n_posts;
  CadreFigures *overall;

  guint32 n_managers;
  gint32 least_span; /* -1 where there is no manager */
  gint32 most_span;  /* likewise */
  guint64 n_reports; /* of all managers */
  gint32 most_layers;
};

/* Whether a post is one of those that spans and layers are counted of. */
static inline gboolean
cadre_metrics_is_in_tree (const CadreMetrics *self, guint32 post)
{
  return self->standings[post] <= CADRE_STANDING_DEFERRED;
}

G_END_DECLS
