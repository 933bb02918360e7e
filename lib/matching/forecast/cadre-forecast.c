/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-forecast
 * @Title: CadreForecast
 * @Short_Description: What is certain about competitions that are still open
 *
 * A #CadreForecast says of the outcomes of a case, by ring-fence and count, how many
 * people will not be placed by the limited competitions and selections that are
 * still open: at least and at most, each with its proof, and on average over
 * competitions that are simulated. It says too which change would lower the least
 * most. It suggests nobody for a post: appointments are made on merit, by people.
 *
 * That there is a forecast may be held against whoever is to consult with an open
 * mind. What is said of single people is therefore made for a stated purpose only.
 */

#include "config.h"

#include "matching/forecast/cadre-forecast-private.h"
#include <cadre/cadre-matching-error.h>

#include <string.h>

#define MAX_DRAWS 1000000

/**
 * CadreForecast:
 *
 * What is certain about competitions that are still open.
 *
 * Since: 1.0
 */
struct _CadreForecast
{
  GObject parent_instance;

  CadreOutcomes *outcomes;
  GListStore *groups; /* (element-type CadreForecastGroup) */
  guint64 seed;
};

G_DEFINE_FINAL_TYPE (CadreForecast, cadre_forecast, G_TYPE_OBJECT)

static void
cadre_forecast_dispose (GObject *object)
{
  CadreForecast *self = CADRE_FORECAST (object);

  g_clear_object (&self->outcomes);
  g_clear_object (&self->groups);

  G_OBJECT_CLASS (cadre_forecast_parent_class)->dispose (object);
}

static void
cadre_forecast_class_init (CadreForecastClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cadre_forecast_dispose;
}

static void
cadre_forecast_init (CadreForecast *self)
{
  self->groups = g_list_store_new (CADRE_TYPE_FORECAST_GROUP);
}

/**
 * cadre_forecast_new:
 * @outcomes: the outcomes of a case
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError, or %NULL
 *
 * Works out what is certain. Nearly linear in the memberships of ring-fences; of each
 * group of up to 12 ring-fences, or 12 kinds of people, all choices of them are
 * tried, some thousand small flows.
 *
 * Returns: (transfer full): the forecast, or %NULL with @error set:
 *   %CADRE_MATCHING_ERROR_MEMORY, or %G_IO_ERROR_CANCELLED
 *
 * Since: 1.0
 */
CadreForecast *
cadre_forecast_new (CadreOutcomes *outcomes, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreForecast) self = NULL;
  g_autoptr (GPtrArray) graphs = NULL;
  GListModel *ring_fences = NULL;

  g_return_val_if_fail (CADRE_IS_OUTCOMES (outcomes), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  graphs = cadre_forecast_graphs_new (outcomes, cancellable, error);
  if (graphs == NULL)
    return NULL;

  self = g_object_new (CADRE_TYPE_FORECAST, NULL);
  self->outcomes = g_object_ref (outcomes);
  ring_fences = G_LIST_MODEL (outcomes->ring_fences);
  for (guint i = 0; i < graphs->len; i++)
    {
      g_autoptr (CadreForecastGroup) group =
        cadre_forecast_group_new_take (g_steal_pointer (&graphs->pdata[i]), ring_fences,
                                       cancellable, error);

      if (group == NULL)
        return NULL;
      g_list_store_append (self->groups, group);
    }

  return g_steal_pointer (&self);
}

/**
 * cadre_forecast_simulate:
 * @self: a #CadreForecast
 * @seed: where the numbers at random begin: the same seed gives the same figures
 * @n_draws: how often to simulate, from 1 to 1,000,000
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError, or %NULL
 *
 * Simulates the competitions: positions are filled in an order at random, each by
 * one of those who may be considered and have no post, each as likely. That is an
 * assumption and no fact about any panel. O(draws × positions × kinds of people).
 *
 * Returns: whether it was done; %FALSE with @error set: %CADRE_MATCHING_ERROR_LIMIT,
 *   %CADRE_MATCHING_ERROR_MEMORY, or %G_IO_ERROR_CANCELLED
 *
 * Since: 1.0
 */
gboolean
cadre_forecast_simulate (CadreForecast *self,
                         guint64 seed,
                         guint n_draws,
                         GCancellable *cancellable,
                         GError **error)
{
  CadreKernelRandom random;
  guint n = 0;

  g_return_val_if_fail (CADRE_IS_FORECAST (self), FALSE);
  g_return_val_if_fail (n_draws > 0, FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (n_draws > MAX_DRAWS)
    {
      g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_LIMIT,
                   "More than %d simulations are asked for", MAX_DRAWS);
      return FALSE;
    }

  self->seed = seed;
  cadre_kernel_random_init (&random, seed);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->groups));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreForecastGroup) group = g_list_model_get_item (G_LIST_MODEL (self->groups), i);

      if (!cadre_forecast_group_simulate (group, &random, n_draws, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cadre_forecast_get_outcomes:
 * @self: a #CadreForecast
 *
 * Gets what it is a forecast of.
 *
 * Returns: (transfer none): the outcomes
 *
 * Since: 1.0
 */
CadreOutcomes *
cadre_forecast_get_outcomes (CadreForecast *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST (self), NULL);

  return self->outcomes;
}

/**
 * cadre_forecast_list_groups:
 * @self: a #CadreForecast
 *
 * Gets the groups of ring-fences that have people in common.
 *
 * Returns: (transfer full): the groups, in order of
 *   their first ring-fence
 *
 * Since: 1.0
 */
GListModel *
cadre_forecast_list_groups (CadreForecast *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST (self), NULL);

  return g_object_ref (G_LIST_MODEL (self->groups));
}

static guint
sum_up (CadreForecast *self, guint (*get) (CadreForecastGroup *))
{
  guint sum = 0;
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->groups));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreForecastGroup) group = g_list_model_get_item (G_LIST_MODEL (self->groups), i);

      sum += get (group);
    }

  return sum;
}

/**
 * cadre_forecast_get_n_people:
 * @self: a #CadreForecast
 *
 * Gets how many people wait for a limited competition or a selection.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
guint
cadre_forecast_get_n_people (CadreForecast *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST (self), 0);

  return sum_up (self, cadre_forecast_group_get_n_people);
}

/**
 * cadre_forecast_get_least_displaced:
 * @self: a #CadreForecast
 *
 * Gets how many of them will not be placed at least.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
guint
cadre_forecast_get_least_displaced (CadreForecast *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST (self), 0);

  return sum_up (self, cadre_forecast_group_get_least_displaced);
}

/**
 * cadre_forecast_get_most_displaced:
 * @self: a #CadreForecast
 *
 * Gets how many of them will not be placed at most.
 *
 * Returns: how many: a bound that is proved
 *
 * Since: 1.0
 */
guint
cadre_forecast_get_most_displaced (CadreForecast *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST (self), 0);

  return sum_up (self, cadre_forecast_group_get_most_displaced);
}

/**
 * cadre_forecast_get_most_displaced_found:
 * @self: a #CadreForecast
 *
 * Gets how many of them stay without a post in an outcome that has been found.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
guint
cadre_forecast_get_most_displaced_found (CadreForecast *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST (self), 0);

  return sum_up (self, cadre_forecast_group_get_most_displaced_found);
}

/**
 * cadre_forecast_is_exact:
 * @self: a #CadreForecast
 *
 * Gets whether the most is exact.
 *
 * Returns: whether it is, in every group
 *
 * Since: 1.0
 */
gboolean
cadre_forecast_is_exact (CadreForecast *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST (self), FALSE);

  return cadre_forecast_get_most_displaced (self) == cadre_forecast_get_most_displaced_found (self);
}

/**
 * cadre_forecast_get_n_displaced:
 * @self: a #CadreForecast
 *
 * Gets how many are displaced already, as far as the stages have come. They are in
 * no other figure.
 *
 * Returns: how many assignments
 *
 * Since: 1.0
 */
guint
cadre_forecast_get_n_displaced (CadreForecast *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST (self), 0);

  return cadre_outcomes_count (self->outcomes, CADRE_OUTCOME_SUBJECT_ASSIGNMENT,
                               CADRE_OUTCOME_KIND_DISPLACED);
}

/**
 * cadre_forecast_get_n_undecided:
 * @self: a #CadreForecast
 *
 * Gets of how many something else is to be settled first: a claim that is to be
 * checked, or several. They are in no other figure, so that they may be displaced
 * beside those.
 *
 * Returns: how many assignments
 *
 * Since: 1.0
 */
guint
cadre_forecast_get_n_undecided (CadreForecast *self)
{
  guint n = 0;
  const CadreOutcomes *outcomes = NULL;

  g_return_val_if_fail (CADRE_IS_FORECAST (self), 0);

  outcomes = self->outcomes;
  for (guint i = 0; i < outcomes->n_assignments; i++)
    {
      const CadreOutcomeRow *row = &outcomes->rows[i];
      gboolean is_pooled = FALSE;

      for (guint32 k = 0; k < row->n_reasons; k++)
        is_pooled =
          is_pooled || outcomes->reasons[row->first_reason + k] == CADRE_REASON_POOL_SELECTION;
      n += row->kind == CADRE_OUTCOME_KIND_TO_BE_CHECKED ||
           (row->kind == CADRE_OUTCOME_KIND_UNRESOLVED && !is_pooled);
    }

  return n;
}

/**
 * cadre_forecast_get_seed:
 * @self: a #CadreForecast
 *
 * Gets where the numbers of the simulation began.
 *
 * Returns: the seed; 0 before cadre_forecast_simulate()
 *
 * Since: 1.0
 */
guint64
cadre_forecast_get_seed (CadreForecast *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST (self), 0);

  return self->seed;
}

/**
 * cadre_forecast_list_changes:
 * @self: a #CadreForecast
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError, or %NULL
 *
 * Finds which changes would lower the least: one more position, one accepted volunteer,
 * one wider ring-fence. Of the last, a thousand are tried at most, in the order of
 * the ring-fences; each is a flow.
 *
 * Returns: (transfer full): the changes, those that
 *   lower it most first, or %NULL with @error set
 *
 * Since: 1.0
 */
GListModel *
cadre_forecast_list_changes (CadreForecast *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GListStore) changes = NULL;

  g_return_val_if_fail (CADRE_IS_FORECAST (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  changes = g_list_store_new (CADRE_TYPE_FORECAST_CHANGE);
  if (!cadre_forecast_find_changes (G_LIST_MODEL (self->groups),
                                    G_LIST_MODEL (self->outcomes->ring_fences), changes,
                                    cancellable, error))
    return NULL;

  return G_LIST_MODEL (g_steal_pointer (&changes));
}

/**
 * cadre_forecast_list_people:
 * @self: a #CadreForecast
 * @purpose: what it is for, in words
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError, or %NULL
 *
 * Says of each assignment that waits whether it is placed in every outcome. What it
 * says rests on the present proposal, on which no decision has been made; it comes to
 * light in a disclosure. One flow for each kind of people.
 *
 * Returns: (transfer full): a #CadreForecastPerson for each, in order of the ids, or
 *   %NULL with @error set: %CADRE_MATCHING_ERROR_PURPOSE where no purpose is given
 *
 * Since: 1.0
 */
GListModel *
cadre_forecast_list_people (CadreForecast *self,
                            const char *purpose,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GListStore) people = NULL;

  g_return_val_if_fail (CADRE_IS_FORECAST (self), NULL);
  g_return_val_if_fail (purpose != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (purpose[strspn (purpose, " \t\r\n")] == '\0')
    {
      g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_PURPOSE,
                           "A forecast about single people needs a purpose");
      return NULL;
    }

  people = g_list_store_new (CADRE_TYPE_FORECAST_PERSON);
  if (!cadre_forecast_find_people (self, G_LIST_MODEL (self->groups), purpose, people, cancellable,
                                   error))
    return NULL;

  return G_LIST_MODEL (g_steal_pointer (&people));
}
