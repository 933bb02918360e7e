/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-figures
 * @Title: CadreFigures
 * @Short_Description: The staffing of some posts in figures
 *
 * A #CadreFigures says how many posts, positions and people there are, of a whole
 * structure or a part of it, see #CadreMetrics. It never changes.
 *
 * Posts that are not in force at the date of the structure do not count. Posts
 * outside, because they, their unit or their employer are stubs, and posts that
 * wait for a decision that is taken elsewhere are counted apart and are in no
 * total.
 */

#include "config.h"

#include "structure/metrics/cadre-figures-private.h"

struct _CadreFigures
{
  GObject parent_instance;

  guint n_posts;
  guint n_pooled;
  guint n_deferred;
  guint n_outside;
  CadreSpans spans;
  CadreTotal *totals[CADRE_N_FIGURES];
};

/**
 * CadreFigures:
 *
 * The staffing of some posts.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreFigures, cadre_figures, G_TYPE_OBJECT)

static void
cadre_figures_finalize (GObject *object)
{
  CadreFigures *self = CADRE_FIGURES (object);

  for (guint i = 0; i < CADRE_N_FIGURES; i++)
    g_clear_object (&self->totals[i]);

  G_OBJECT_CLASS (cadre_figures_parent_class)->finalize (object);
}

static void
cadre_figures_class_init (CadreFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_figures_finalize;
}

static void
cadre_figures_init (CadreFigures *self)
{
}

CadreFigures *
cadre_figures_new_take (guint n_posts,
                        guint n_pooled,
                        guint n_deferred,
                        guint n_outside,
                        const CadreSpans *spans,
                        CadreTotal *totals[CADRE_N_FIGURES])
{
  CadreFigures *self = g_object_new (CADRE_TYPE_FIGURES, NULL);

  self->n_posts = n_posts;
  self->n_pooled = n_pooled;
  self->n_deferred = n_deferred;
  self->n_outside = n_outside;
  self->spans = *spans;
  for (guint i = 0; i < CADRE_N_FIGURES; i++)
    self->totals[i] = totals[i];
  return self;
}

/**
 * cadre_figures_get_n_posts:
 * @self: a #CadreFigures
 *
 * Counts the posts that are in the totals, rows that pool like posts with them: of so
 * many rows a total is known or not.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_figures_get_n_posts (CadreFigures *self)
{
  g_return_val_if_fail (CADRE_IS_FIGURES (self), 0);

  return self->n_posts;
}

/**
 * cadre_figures_get_n_pooled:
 * @self: a #CadreFigures
 *
 * Counts the rows of cadre_figures_get_n_posts() that pool like posts. Each stands for any
 * number of posts, so that the others are the posts.
 *
 * Returns: the number of rows
 *
 * Since: 1.0
 */
guint
cadre_figures_get_n_pooled (CadreFigures *self)
{
  g_return_val_if_fail (CADRE_IS_FIGURES (self), 0);

  return self->n_pooled;
}

/**
 * cadre_figures_get_n_deferred:
 * @self: a #CadreFigures
 *
 * Counts the posts that wait for a decision that is taken elsewhere; they are in no
 * total.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_figures_get_n_deferred (CadreFigures *self)
{
  g_return_val_if_fail (CADRE_IS_FIGURES (self), 0);

  return self->n_deferred;
}

/**
 * cadre_figures_get_n_outside:
 * @self: a #CadreFigures
 *
 * Counts the posts that are stubs outside the structure; they are in no total.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_figures_get_n_outside (CadreFigures *self)
{
  g_return_val_if_fail (CADRE_IS_FIGURES (self), 0);

  return self->n_outside;
}

/**
 * cadre_figures_get_positions:
 * @self: a #CadreFigures
 *
 * Gets how many positions there are: the establishments of the posts. One that is not
 * known makes the most unknown.
 *
 * Returns: (transfer none): the total
 *
 * Since: 1.0
 */
CadreTotal *
cadre_figures_get_positions (CadreFigures *self)
{
  g_return_val_if_fail (CADRE_IS_FIGURES (self), NULL);

  return self->totals[CADRE_FIGURE_POSITIONS];
}

/**
 * cadre_figures_get_vacancies:
 * @self: a #CadreFigures
 *
 * Gets how many positions nobody is in. A position whose holder is seconded elsewhere is one of
 * them, unless somebody covers. Where a post is declared not to be vacant, or nothing at all is
 * said about who is in which post, positions without anybody are not counted as vacant.
 *
 * Returns: (transfer none): the total
 *
 * Since: 1.0
 */
CadreTotal *
cadre_figures_get_vacancies (CadreFigures *self)
{
  g_return_val_if_fail (CADRE_IS_FIGURES (self), NULL);

  return self->totals[CADRE_FIGURE_VACANCIES];
}

/**
 * cadre_figures_get_heads:
 * @self: a #CadreFigures
 *
 * Gets how many persons are in post: each counts once, however many assignments
 * there are.
 *
 * Returns: (transfer none): the total
 *
 * Since: 1.0
 */
CadreTotal *
cadre_figures_get_heads (CadreFigures *self)
{
  g_return_val_if_fail (CADRE_IS_FIGURES (self), NULL);

  return self->totals[CADRE_FIGURE_HEADS];
}

/**
 * cadre_figures_get_budgeted_fte:
 * @self: a #CadreFigures
 *
 * Gets the budgeted full-time equivalent: as it is stated, else the establishment times the
 * equivalent of a position.
 *
 * Returns: (transfer none): the total
 *
 * Since: 1.0
 */
CadreTotal *
cadre_figures_get_budgeted_fte (CadreFigures *self)
{
  g_return_val_if_fail (CADRE_IS_FIGURES (self), NULL);

  return self->totals[CADRE_FIGURE_BUDGETED_FTE];
}

/**
 * cadre_figures_get_in_post_fte:
 * @self: a #CadreFigures
 *
 * Gets the full-time equivalent of all who are in post, see
 * cadre_structure_get_fte().
 *
 * Returns: (transfer none): the total
 *
 * Since: 1.0
 */
CadreTotal *
cadre_figures_get_in_post_fte (CadreFigures *self)
{
  g_return_val_if_fail (CADRE_IS_FIGURES (self), NULL);

  return self->totals[CADRE_FIGURE_IN_POST_FTE];
}

/**
 * cadre_figures_get_cost:
 * @self: a #CadreFigures
 *
 * Gets the yearly cost of the posts, in pence.
 *
 * Returns: (transfer none): the total
 *
 * Since: 1.0
 */
CadreTotal *
cadre_figures_get_cost (CadreFigures *self)
{
  g_return_val_if_fail (CADRE_IS_FIGURES (self), NULL);

  return self->totals[CADRE_FIGURE_COST];
}

/**
 * cadre_figures_get_n_managers:
 * @self: a #CadreFigures
 *
 * Counts the posts to which some post reports, be it one of these posts or
 * another. Posts that wait for a decision that is taken elsewhere are among both.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_figures_get_n_managers (CadreFigures *self)
{
  g_return_val_if_fail (CADRE_IS_FIGURES (self), 0);

  return self->spans.n_managers;
}

/**
 * cadre_figures_get_most_span:
 * @self: a #CadreFigures
 *
 * Gets the largest number of posts that report to one of the managers directly.
 *
 * Returns: the span, or -1 where there is no manager
 *
 * Since: 1.0
 */
int
cadre_figures_get_most_span (CadreFigures *self)
{
  g_return_val_if_fail (CADRE_IS_FIGURES (self), -1);

  return self->spans.n_managers > 0 ? (int) self->spans.most_span : -1;
}

/**
 * cadre_figures_dup_mean_span:
 * @self: a #CadreFigures
 *
 * Gets the mean number of posts that report to a manager directly, exactly.
 *
 * Returns: (transfer full) (nullable): the mean, or %NULL where there is no manager
 *
 * Since: 1.0
 */
CadreFraction *
cadre_figures_dup_mean_span (CadreFigures *self)
{
  g_return_val_if_fail (CADRE_IS_FIGURES (self), NULL);

  return self->spans.n_managers > 0
           ? cadre_fraction_new ((gint64) self->spans.n_reports, self->spans.n_managers, NULL)
           : NULL;
}

/**
 * cadre_figures_get_n_layers:
 * @self: a #CadreFigures
 *
 * Counts the levels on which the posts are, by their steps below a post that no
 * post manages. Posts whose lines of management lead in a circle are on none.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_figures_get_n_layers (CadreFigures *self)
{
  g_return_val_if_fail (CADRE_IS_FIGURES (self), 0);

  return self->spans.n_layers;
}
