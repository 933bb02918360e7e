/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-forecast-group
 * @Title: CadreForecastGroup
 * @Short_Description: How many of those who are considered together stay without a post
 *
 * A #CadreForecastGroup is some ring-fences and selection pools that have people
 * in common, directly or through others, and what can be proved about all of them
 * together: how many people will not be placed at least, and how many at most,
 * whatever the panels decide. It names nobody.
 *
 * Those who share one position count as one. People of whom it is still to be
 * checked whether they have prior consideration are counted as having it for the
 * least, and the other way for cadre_forecast_group_get_least_displaced_certain();
 * each moves the most by one, both ways.
 *
 * The least is that of a matching of most people and positions; that no more can
 * be placed is proved by people who may be considered for too few positions
 * (Hall, "On representatives of subsets", J. London Math. Soc. 10, 1935). The most
 * is taken over all outcomes that leave no position empty for which somebody is
 * not placed. It is exact for up to 12 ring-fences, or 12 kinds of people who may be
 * considered for the same; for more, two bounds are proved.
 */

#include "config.h"

#include "matching/bipartite/cadre-bipartite-private.h"
#include "matching/forecast/cadre-forecast-private.h"

/**
 * CadreForecastGroup:
 *
 * How many of those who are considered together stay without a post.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreForecastGroup, cadre_forecast_group, G_TYPE_OBJECT)

static void
cadre_forecast_group_finalize (GObject *object)
{
  CadreForecastGroup *self = CADRE_FORECAST_GROUP (object);

  g_clear_pointer (&self->graph, cadre_forecast_graph_free);
  g_clear_pointer (&self->ring_fences, g_strfreev);
  g_clear_pointer (&self->short_ring_fences, g_strfreev);
  g_clear_pointer (&self->amount, g_free);
  g_clear_pointer (&self->reached, g_free);

  G_OBJECT_CLASS (cadre_forecast_group_parent_class)->finalize (object);
}

static void
cadre_forecast_group_class_init (CadreForecastGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_forecast_group_finalize;
}

static void
cadre_forecast_group_init (CadreForecastGroup *self)
{
  self->ring_fences = g_new0 (char *, 1);
  self->short_ring_fences = g_new0 (char *, 1);
}

const CadreForecastGraph *
cadre_forecast_group_get_graph (CadreForecastGroup *self)
{
  return self->graph;
}

const guint8 *
cadre_forecast_group_get_reached (CadreForecastGroup *self)
{
  return self->reached;
}

gboolean
cadre_forecast_group_simulate (CadreForecastGroup *self,
                               CadreKernelRandom *random,
                               guint n_draws,
                               GCancellable *cancellable,
                               GError **error)
{
  const CadreKernelFlow flow = cadre_forecast_graph_flow (self->graph);
  const CadreKernelWatch watch = cadre_bipartite_watch (cancellable);
  guint64 sum = 0;
  guint64 least = 0;
  guint64 most = 0;

  if (!cadre_bipartite_take_status (cadre_kernel_flow_draw (&flow, random, n_draws, &sum, &least,
                                                            &most, &watch),
                                    cancellable, error))
    return FALSE;

  self->n_draws = n_draws;
  self->n_drawn = sum;
  self->least_drawn = (guint) least;
  self->most_drawn = (guint) most;
  return TRUE;
}

/**
 * cadre_forecast_group_get_ring_fences:
 * @self: a #CadreForecastGroup
 *
 * Gets which ring-fences and selection pools have people in common.
 *
 * Returns: (transfer none) (array zero-terminated=1): their ids, in order
 *
 * Since: 1.0
 */
const char *const *
cadre_forecast_group_get_ring_fences (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), NULL);

  return (const char *const *) self->ring_fences;
}

/**
 * cadre_forecast_group_get_n_people:
 * @self: a #CadreForecastGroup
 *
 * Gets how many people wait for them: assignments, where those who share one position count
 * as one.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
guint
cadre_forecast_group_get_n_people (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), 0);

  return self->n_people;
}

/**
 * cadre_forecast_group_get_n_to_be_checked:
 * @self: a #CadreForecastGroup
 *
 * Gets of how many of them it is still to be checked whether they have prior consideration,
 * for one of the posts at least.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
guint
cadre_forecast_group_get_n_to_be_checked (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), 0);

  return self->n_to_be_checked;
}

/**
 * cadre_forecast_group_get_n_positions:
 * @self: a #CadreForecastGroup
 *
 * Gets how many positions there are for them.
 *
 * Returns: how many, or -1 where a post does not say
 *
 * Since: 1.0
 */
int
cadre_forecast_group_get_n_positions (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), -1);

  return self->n_positions;
}

/**
 * cadre_forecast_group_get_least_displaced:
 * @self: a #CadreForecastGroup
 *
 * Gets how many will not be placed at least, whatever the panels decide, where everybody has
 * prior consideration of whom it is still to be checked.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
guint
cadre_forecast_group_get_least_displaced (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), 0);

  return self->n_people - (guint) self->n_placed;
}

/**
 * cadre_forecast_group_get_least_displaced_certain:
 * @self: a #CadreForecastGroup
 *
 * Gets the same where nobody has prior consideration of whom it is still to be checked.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
guint
cadre_forecast_group_get_least_displaced_certain (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), 0);

  return self->least_certain;
}

/**
 * cadre_forecast_group_get_most_displaced:
 * @self: a #CadreForecastGroup
 *
 * Gets how many will not be placed at most, where no position is left empty for which somebody
 * is not placed.
 *
 * Returns: how many: a bound that is proved; reached where cadre_forecast_group_is_exact()
 *
 * Since: 1.0
 */
guint
cadre_forecast_group_get_most_displaced (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), 0);

  return self->most;
}

/**
 * cadre_forecast_group_get_most_displaced_found:
 * @self: a #CadreForecastGroup
 *
 * Gets how many can stay without a post in an outcome that has been found.
 *
 * Returns: how many; never more than cadre_forecast_group_get_most_displaced()
 *
 * Since: 1.0
 */
guint
cadre_forecast_group_get_most_displaced_found (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), 0);

  return self->most_found;
}

/**
 * cadre_forecast_group_is_exact:
 * @self: a #CadreForecastGroup
 *
 * Gets whether the most is exact.
 *
 * Returns: whether it is
 *
 * Since: 1.0
 */
gboolean
cadre_forecast_group_is_exact (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), FALSE);

  return self->most == self->most_found;
}

/**
 * cadre_forecast_group_get_n_short_people:
 * @self: a #CadreForecastGroup
 *
 * Gets how many people prove the least: they may be considered for too few positions.
 *
 * Returns: how many; 0 where everybody can be placed
 *
 * Since: 1.0
 */
guint
cadre_forecast_group_get_n_short_people (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), 0);

  return self->n_short_people;
}

/**
 * cadre_forecast_group_get_n_short_positions:
 * @self: a #CadreForecastGroup
 *
 * Gets how many positions these people may be considered for.
 *
 * Returns: how many; the least displaced are the people less these
 *
 * Since: 1.0
 */
guint
cadre_forecast_group_get_n_short_positions (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), 0);

  return self->n_short_positions;
}

/**
 * cadre_forecast_group_get_short_ring_fences:
 * @self: a #CadreForecastGroup
 *
 * Gets the ring-fences of these positions.
 *
 * Returns: (transfer none) (array zero-terminated=1): their ids, in order
 *
 * Since: 1.0
 */
const char *const *
cadre_forecast_group_get_short_ring_fences (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), NULL);

  return (const char *const *) self->short_ring_fences;
}

/**
 * cadre_forecast_group_get_n_draws:
 * @self: a #CadreForecastGroup
 *
 * Gets how often the competition has been simulated.
 *
 * Returns: how often; 0 before cadre_forecast_simulate()
 *
 * Since: 1.0
 */
guint
cadre_forecast_group_get_n_draws (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), 0);

  return self->n_draws;
}

/**
 * cadre_forecast_group_get_least_drawn:
 * @self: a #CadreForecastGroup
 *
 * Gets how many were displaced in the simulation that displaced fewest.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
guint
cadre_forecast_group_get_least_drawn (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), 0);

  return self->least_drawn;
}

/**
 * cadre_forecast_group_get_most_drawn:
 * @self: a #CadreForecastGroup
 *
 * Gets how many were displaced in the simulation that displaced most.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
guint
cadre_forecast_group_get_most_drawn (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), 0);

  return self->most_drawn;
}

/**
 * cadre_forecast_group_get_expected_displaced:
 * @self: a #CadreForecastGroup
 *
 * Gets how many were displaced on average over the simulations. It says what
 * would be expected if the positions were filled in any order and each panel were as
 * likely to appoint any of those whom it considers: nobody knows what a panel will do.
 *
 * Returns: (transfer full) (nullable): the average, exactly, or %NULL before
 *   cadre_forecast_simulate()
 *
 * Since: 1.0
 */
CadreFraction *
cadre_forecast_group_get_expected_displaced (CadreForecastGroup *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), NULL);

  if (self->n_draws == 0)
    return NULL;
  return cadre_fraction_new ((gint64) self->n_drawn, self->n_draws, NULL);
}

/**
 * cadre_forecast_group_check:
 * @self: a #CadreForecastGroup
 *
 * Checks the proof of the least: that so many can be placed, and that those who prove
 * it may be considered for too few positions to place more. O(n).
 *
 * Returns: whether it holds
 *
 * Since: 1.0
 */
gboolean
cadre_forecast_group_check (CadreForecastGroup *self)
{
  CadreKernelFlow flow;

  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), FALSE);

  flow = cadre_forecast_graph_flow (self->graph);
  return cadre_kernel_flow_fill_check (&flow, self->amount, self->reached, self->n_placed);
}
