/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-metrics
 * @Title: CadreMetrics
 * @Short_Description: A structure in figures: staffing, spans and layers
 *
 * A #CadreMetrics is worked out from a #CadreStructure in one go, at its date,
 * and never changes. It has the figures of the whole, adds up those of a unit, an
 * employer or a branch of the tree, and knows the spans and layers of management.
 *
 * A span is the number of posts that report to a post directly, by their lines of
 * management; the layers of a post are the levels of posts below it. Posts that
 * are deferred are part of the tree, and have and count in spans and layers; posts
 * outside, and those that are not in force, do not.
 */

#include "config.h"

#include "structure/metrics/cadre-metrics-private.h"
#include "structure/questions/cadre-questions-private.h"
#include <cadre/cadre-structure-error.h>

#include <string.h>

/* What a branch adds to the one above. */
typedef struct
{
  gint64 cost;           /* of the posts that count, as far as it is known */
  guint32 n_posts;       /* that count */
  guint32 unknown_costs; /* how many of those have none */
  gint32 layers;
  gint32 span;
} Branch;

/**
 * CadreMetrics:
 *
 * The figures of a structure.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreMetrics, cadre_metrics, G_TYPE_OBJECT)

static void
cadre_metrics_finalize (GObject *object)
{
  CadreMetrics *self = CADRE_METRICS (object);

  g_clear_object (&self->structure);
  g_clear_object (&self->overall);
  g_free (self->standings);
  g_free (self->layers);
  g_free (self->spans);
  g_free (self->costs);
  g_free (self->unknown_costs);
  g_free (self->n_branch_posts);

  G_OBJECT_CLASS (cadre_metrics_parent_class)->finalize (object);
}

static void
cadre_metrics_class_init (CadreMetricsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_metrics_finalize;
}

static void
cadre_metrics_init (CadreMetrics *self)
{
}

static CadreStaff
get_staff (CadreMetrics *self)
{
  return (CadreStaff){ cadre_structure_get_tables (self->structure),
                       cadre_structure_get_index (self->structure), self->standings };
}

/* Adds what a post is itself to what is below it. */
static void
add_own (const CadreMetrics *self, const gint64 *costs, guint32 post, Branch *branch)
{
  if (self->standings[post] != CADRE_STANDING_COUNTS)
    return;

  branch->n_posts++;
  if (costs == NULL || costs[post] < 0)
    branch->unknown_costs++;
  else
    branch->cost += costs[post];
}

static void
keep_branch (CadreMetrics *self, guint32 post, const Branch *branch)
{
  self->layers[post] = branch->layers;
  self->spans[post] = branch->span;
  self->costs[post] = branch->cost;
  self->unknown_costs[post] = branch->unknown_costs;
  self->n_branch_posts[post] = branch->n_posts;
}

/* Backwards through the walk, in which a post comes right before its branch. So
 * one running sum for each depth will do: @levels[d] is what has been seen at
 * depth d since the last post above it. The sums cannot overflow: that of all
 * costs has been found to fit. */
static void
sweep_up (CadreMetrics *self, Branch *levels)
{
  const CadreTables *tables = cadre_structure_get_tables (self->structure);
  const CadreIndex *index = cadre_structure_get_index (self->structure);
  const gint64 *costs = tables->tables[CADRE_RECORD_KIND_POST].columns[CADRE_FIELD_POST_COST];

  for (guint32 i = index->n_walked; i > 0; i--)
    {
      guint32 post = index->walk[i - 1];
      Branch *above = &levels[index->depth[post]];
      Branch branch = above[1];

      memset (&above[1], 0, sizeof (Branch));
      add_own (self, costs, post, &branch);
      keep_branch (self, post, &branch);

      above->cost += branch.cost;
      above->n_posts += branch.n_posts;
      above->unknown_costs += branch.unknown_costs;
      above->span += cadre_metrics_is_in_tree (self, post);
      above->layers =
        MAX (above->layers, branch.layers + (cadre_metrics_is_in_tree (self, post) ? 1 : 0));
    }
}

/* Posts on a circle have reports, and no layers. */
static void
fill_circles (CadreMetrics *self)
{
  const CadreIndex *index = cadre_structure_get_index (self->structure);

  for (guint32 i = index->n_walked; i < index->n_posts; i++)
    {
      guint32 post = index->walk[i];
      Branch branch = { .layers = -1 };
      guint32 n = 0;
      const guint32 *rows = cadre_backward_get (&index->reports, post, &n);

      for (guint32 j = 0; j < n; j++)
        branch.span += cadre_metrics_is_in_tree (self, rows[j]);
      keep_branch (self, post, &branch);
    }
}

static void
measure_spans (CadreMetrics *self)
{
  const CadreIndex *index = cadre_structure_get_index (self->structure);

  self->least_span = -1;
  self->most_span = -1;
  self->most_layers = -1;
  for (guint32 i = 0; i < self->n_posts; i++)
    {
      gint32 span = self->spans[i];

      if (!cadre_metrics_is_in_tree (self, i))
        continue;
      if (span > 0)
        {
          self->n_managers++;
          self->n_reports += (guint64) span;
          self->most_span = MAX (self->most_span, span);
          self->least_span = self->least_span < 0 ? span : MIN (self->least_span, span);
        }
      if (index->top[i] == i)
        self->most_layers = MAX (self->most_layers, self->layers[i]);
    }
}

static gboolean
work_out_tree (CadreMetrics *self)
{
  const CadreIndex *index = cadre_structure_get_index (self->structure);
  gsize n = (gsize) self->n_posts + 1;
  g_autofree Branch *levels = NULL;
  gint32 deepest = 0;

  for (guint32 i = 0; i < self->n_posts; i++)
    deepest = MAX (deepest, index->depth[i]);

  levels = g_try_new0 (Branch, (gsize) deepest + 2);
  self->layers = g_try_new (gint32, n);
  self->spans = g_try_new (gint32, n);
  self->costs = g_try_new (gint64, n);
  self->unknown_costs = g_try_new (guint32, n);
  self->n_branch_posts = g_try_new (guint32, n);
  if (levels == NULL || self->layers == NULL || self->spans == NULL || self->costs == NULL ||
      self->unknown_costs == NULL || self->n_branch_posts == NULL)
    return FALSE;

  sweep_up (self, levels);
  fill_circles (self);
  measure_spans (self);
  return TRUE;
}

static gpointer
fail_for_memory (GError **error)
{
  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                       "There is not enough memory for the figures of the structure");
  return NULL;
}

/**
 * cadre_metrics_new:
 * @structure: a #CadreStructure
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Works out the figures of a structure.
 *
 * Fails where a total is too large to be held exactly, and says with which record
 * it is so. Takes time in proportion to the number of records.
 *
 * Returns: (transfer full): the figures, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreMetrics *
cadre_metrics_new (CadreStructure *structure, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreMetrics) self = NULL;
  CadreStaff staff;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (structure), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  self = g_object_new (CADRE_TYPE_METRICS, NULL);
  self->structure = g_object_ref (structure);
  self->n_posts = cadre_structure_get_n_records (structure, CADRE_RECORD_KIND_POST);
  self->standings = cadre_tally_find_standings (cadre_structure_get_tables (structure),
                                                cadre_structure_get_index (structure));
  if (self->standings == NULL)
    return fail_for_memory (error);

  staff = get_staff (self);
  self->overall = cadre_tally_posts (&staff, NULL, self->n_posts, error);
  if (self->overall == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return work_out_tree (self) ? g_steal_pointer (&self) : fail_for_memory (error);
}

/**
 * cadre_metrics_get_structure:
 * @self: a #CadreMetrics
 *
 * Gets the structure that the figures are of.
 *
 * Returns: (transfer none): the structure
 *
 * Since: 1.0
 */
CadreStructure *
cadre_metrics_get_structure (CadreMetrics *self)
{
  g_return_val_if_fail (CADRE_IS_METRICS (self), NULL);

  return self->structure;
}

/**
 * cadre_metrics_get_overall:
 * @self: a #CadreMetrics
 *
 * Gets the figures of the whole structure.
 *
 * Returns: (transfer none): the figures
 *
 * Since: 1.0
 */
CadreFigures *
cadre_metrics_get_overall (CadreMetrics *self)
{
  g_return_val_if_fail (CADRE_IS_METRICS (self), NULL);

  return self->overall;
}

/* The row of an id; an error where there is none. */
static guint32
find_row (CadreMetrics *self, CadreRecordKind kind, const char *id, GError **error)
{
  guint32 row = cadre_structure_find_row (self->structure, kind, id);

  if (row == CADRE_NO_ROW)
    g_set_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND,
                 "There is no %s of that id", cadre_schema_get (kind)->name);

  return row;
}

static gboolean
collect_row (guint32 row, guint32 depth, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, row);
  return TRUE;
}

static void
collect_posts_of_unit (const CadreIndex *index, guint32 unit, GArray *posts)
{
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&index->posts_of_unit, unit, &n);

  if (n > 0)
    g_array_append_vals (posts, rows, n);
}

static CadreFigures *
add_up (CadreMetrics *self, const GArray *posts, GError **error)
{
  CadreStaff staff = get_staff (self);

  /* An empty array has no data, which would stand for all posts. */
  return cadre_tally_posts (&staff,
                            posts->len > 0 ? (const guint32 *) (gconstpointer) posts->data : NULL,
                            posts->len, error);
}

/**
 * cadre_metrics_add_up_unit:
 * @self: a #CadreMetrics
 * @unit_id: the id of a unit
 * @with_sub_units: whether to add the units that are part of it, directly or not
 * @error: return location for a #GError, or %NULL
 *
 * Adds up the posts of a unit.
 *
 * Returns: (transfer full): the figures, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreFigures *
cadre_metrics_add_up_unit (CadreMetrics *self,
                           const char *unit_id,
                           gboolean with_sub_units,
                           GError **error)
{
  const CadreIndex *index = NULL;
  g_autoptr (GArray) units = NULL;
  g_autoptr (GArray) posts = NULL;
  guint32 unit = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_METRICS (self), NULL);
  g_return_val_if_fail (unit_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  unit = find_row (self, CADRE_RECORD_KIND_UNIT, unit_id, error);
  if (unit == CADRE_NO_ROW)
    return NULL;

  index = cadre_structure_get_index (self->structure);
  units = g_array_new (FALSE, FALSE, sizeof (guint32));
  posts = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!with_sub_units)
    g_array_append_val (units, unit);
  else if (!cadre_backward_visit (&index->unit_children, index->n_units, unit, collect_row, units))
    return fail_for_memory (error);

  for (guint i = 0; i < units->len; i++)
    collect_posts_of_unit (index, g_array_index (units, guint32, i), posts);

  return add_up (self, posts, error);
}

/**
 * cadre_metrics_add_up_employer:
 * @self: a #CadreMetrics
 * @organisation_id: the id of an organisation
 * @error: return location for a #GError, or %NULL
 *
 * Adds up an employer: positions, vacancies, budget and cost of the posts whose
 * employer it is; heads and full-time equivalents of the people whom it employs,
 * in whosever posts they are. So a secondee counts at home. The heads of two
 * employers may be the same persons, and are never to be added.
 *
 * Takes time in proportion to the number of posts and assignments.
 *
 * Returns: (transfer full): the figures, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreFigures *
cadre_metrics_add_up_employer (CadreMetrics *self, const char *organisation_id, GError **error)
{
  CadreStaff staff;
  guint32 organisation = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_METRICS (self), NULL);
  g_return_val_if_fail (organisation_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  organisation = find_row (self, CADRE_RECORD_KIND_ORGANISATION, organisation_id, error);
  if (organisation == CADRE_NO_ROW)
    return NULL;

  staff = get_staff (self);
  return cadre_tally_employer (&staff, organisation, error);
}

/**
 * cadre_metrics_add_up_branch:
 * @self: a #CadreMetrics
 * @post_id: the id of a post
 * @error: return location for a #GError, or %NULL
 *
 * Adds up a post and all posts below it by lines of management.
 *
 * Returns: (transfer full): the figures, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreFigures *
cadre_metrics_add_up_branch (CadreMetrics *self, const char *post_id, GError **error)
{
  const CadreIndex *index = NULL;
  g_autoptr (GArray) posts = NULL;
  guint32 post = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_METRICS (self), NULL);
  g_return_val_if_fail (post_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  post = find_row (self, CADRE_RECORD_KIND_POST, post_id, error);
  if (post == CADRE_NO_ROW)
    return NULL;

  index = cadre_structure_get_index (self->structure);
  posts = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!cadre_backward_visit (&index->reports, index->n_posts, post, collect_row, posts))
    return fail_for_memory (error);

  return add_up (self, posts, error);
}
