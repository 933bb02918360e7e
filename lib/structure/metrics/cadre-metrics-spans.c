/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a CadreMetrics knows of spans and layers. */

#include "config.h"

#include "structure/metrics/cadre-column-private.h"
#include "structure/metrics/cadre-metrics-private.h"
#include "structure/questions/cadre-questions-private.h"
#include <cadre/cadre-structure-error.h>

#include <string.h>

/**
 * cadre_metrics_get_layers:
 * @self: a #CadreMetrics
 * @post_id: the id of a post
 *
 * Counts the levels of posts below a post; 0 for one to which nobody reports.
 *
 * Returns: the number, or -1 where there is no such post or its lines of
 *   management lead in a circle
 *
 * Since: 1.0
 */
int
cadre_metrics_get_layers (CadreMetrics *self, const char *post_id)
{
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_METRICS (self), -1);
  g_return_val_if_fail (post_id != NULL, -1);

  row = cadre_structure_find_row (self->structure, CADRE_RECORD_KIND_POST, post_id);
  return row != CADRE_NO_ROW ? self->layers[row] : -1;
}

/**
 * cadre_metrics_get_most_layers:
 * @self: a #CadreMetrics
 *
 * Gets the most levels of posts below any top.
 *
 * Returns: the number, or -1 where there is no top
 *
 * Since: 1.0
 */
int
cadre_metrics_get_most_layers (CadreMetrics *self)
{
  g_return_val_if_fail (CADRE_IS_METRICS (self), -1);

  return self->most_layers;
}

/**
 * cadre_metrics_get_span:
 * @self: a #CadreMetrics
 * @post_id: the id of a post
 *
 * Counts the posts that report to a post directly.
 *
 * Returns: the number, or -1 where there is no such post
 *
 * Since: 1.0
 */
int
cadre_metrics_get_span (CadreMetrics *self, const char *post_id)
{
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_METRICS (self), -1);
  g_return_val_if_fail (post_id != NULL, -1);

  row = cadre_structure_find_row (self->structure, CADRE_RECORD_KIND_POST, post_id);
  return row != CADRE_NO_ROW ? self->spans[row] : -1;
}

/**
 * cadre_metrics_get_n_managers:
 * @self: a #CadreMetrics
 *
 * Counts the posts to which some post reports.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_metrics_get_n_managers (CadreMetrics *self)
{
  g_return_val_if_fail (CADRE_IS_METRICS (self), 0);

  return self->n_managers;
}

/**
 * cadre_metrics_get_least_span:
 * @self: a #CadreMetrics
 *
 * Gets the smallest span of a manager.
 *
 * Returns: the span, or -1 where there is no manager
 *
 * Since: 1.0
 */
int
cadre_metrics_get_least_span (CadreMetrics *self)
{
  g_return_val_if_fail (CADRE_IS_METRICS (self), -1);

  return self->least_span;
}

/**
 * cadre_metrics_get_most_span:
 * @self: a #CadreMetrics
 *
 * Gets the largest span of a manager.
 *
 * Returns: the span, or -1 where there is no manager
 *
 * Since: 1.0
 */
int
cadre_metrics_get_most_span (CadreMetrics *self)
{
  g_return_val_if_fail (CADRE_IS_METRICS (self), -1);

  return self->most_span;
}

/**
 * cadre_metrics_dup_mean_span:
 * @self: a #CadreMetrics
 *
 * Gets the mean span of a manager, exactly.
 *
 * Returns: (transfer full) (nullable): the mean, or %NULL where there is no manager
 *
 * Since: 1.0
 */
CadreFraction *
cadre_metrics_dup_mean_span (CadreMetrics *self)
{
  g_return_val_if_fail (CADRE_IS_METRICS (self), NULL);

  return self->n_managers > 0
           ? cadre_fraction_new ((gint64) self->n_reports, self->n_managers, NULL)
           : NULL;
}

/**
 * cadre_metrics_dup_span_counts:
 * @self: a #CadreMetrics
 * @n_counts: (out): return location for the number of counts
 *
 * Counts the posts by their span: the first element is how many have no reports,
 * the next how many have one, and so on to the largest span.
 *
 * Returns: (transfer full) (array length=n_counts): the counts
 *
 * Since: 1.0
 */
guint *
cadre_metrics_dup_span_counts (CadreMetrics *self, gsize *n_counts)
{
  guint *counts = NULL;

  g_return_val_if_fail (CADRE_IS_METRICS (self), NULL);
  g_return_val_if_fail (n_counts != NULL, NULL);

  *n_counts = (gsize) MAX (self->most_span, 0) + 1;
  counts = g_new0 (guint, *n_counts);
  for (guint32 i = 0; i < self->n_posts; i++)
    if (cadre_metrics_is_in_tree (self, i))
      counts[self->spans[i]]++;

  return counts;
}

static CadreColumn *
make_column (CadreMetrics *self, CadreColumnKind kind, gpointer data)
{
  return cadre_column_new (G_OBJECT (self), kind, data, self->n_posts);
}

/**
 * cadre_metrics_get_column:
 * @self: a #CadreMetrics
 * @name: `layers`, `span`, `branch-posts`, `branch-cost` or `branch-unknown-costs`
 * @error: return location for a #GError, or %NULL
 *
 * Gets one figure of all posts, in the order of the posts: as
 * cadre_metrics_get_layers() and cadre_metrics_get_span() say; or of each post and
 * all below it the number of posts that are in the totals, their cost in pence as
 * far as it is known, and how many have no known cost. Posts on a circle, or below
 * one, have no layers, -1, and 0 for the last three.
 *
 * Nothing is copied.
 *
 * Returns: (transfer full): the column, or %NULL with @error set where there is
 *   none of that name
 *
 * Since: 1.0
 */
CadreColumn *
cadre_metrics_get_column (CadreMetrics *self, const char *name, GError **error)
{
  g_return_val_if_fail (CADRE_IS_METRICS (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (strcmp (name, "layers") == 0)
    return make_column (self, CADRE_COLUMN_KIND_INT32, self->layers);
  if (strcmp (name, "span") == 0)
    return make_column (self, CADRE_COLUMN_KIND_INT32, self->spans);
  if (strcmp (name, "branch-posts") == 0)
    return make_column (self, CADRE_COLUMN_KIND_UINT32, self->n_branch_posts);
  if (strcmp (name, "branch-cost") == 0)
    return make_column (self, CADRE_COLUMN_KIND_INT64, self->costs);
  if (strcmp (name, "branch-unknown-costs") == 0)
    return make_column (self, CADRE_COLUMN_KIND_UINT32, self->unknown_costs);

  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND,
                       "Metrics have no such column");
  return NULL;
}
