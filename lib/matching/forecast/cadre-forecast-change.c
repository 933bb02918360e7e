/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-forecast-change
 * @Title: CadreForecastChange
 * @Short_Description: What would lower the least number displaced
 *
 * A #CadreForecastChange is one change of a proposal, and by how much it lowers the
 * least number of people who will not be placed: one more position, one accepted
 * volunteer, or one ring-fence that takes in the people of another. It is for people
 * to say whether it may be done.
 */

#include "config.h"

#include "matching/forecast/cadre-forecast-private.h"

/**
 * CadreForecastChange:
 *
 * What would lower the least number displaced.
 *
 * Since: 1.0
 */
struct _CadreForecastChange
{
  GObject parent_instance;

  CadreForecastChangeKind kind;
  char **ring_fences;
  char *people_of; /* (nullable) */
  guint n_fewer;
};

G_DEFINE_FINAL_TYPE (CadreForecastChange, cadre_forecast_change, G_TYPE_OBJECT)

static void
cadre_forecast_change_finalize (GObject *object)
{
  CadreForecastChange *self = CADRE_FORECAST_CHANGE (object);

  g_clear_pointer (&self->ring_fences, g_strfreev);
  g_clear_pointer (&self->people_of, g_free);

  G_OBJECT_CLASS (cadre_forecast_change_parent_class)->finalize (object);
}

static void
cadre_forecast_change_class_init (CadreForecastChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_forecast_change_finalize;
}

static void
cadre_forecast_change_init (CadreForecastChange *self)
{
  self->ring_fences = g_new0 (char *, 1);
}

/* Takes @ring_fences over. */
CadreForecastChange *
cadre_forecast_change_new (CadreForecastChangeKind kind,
                           char **ring_fences,
                           const char *people_of,
                           guint n_fewer)
{
  CadreForecastChange *self = g_object_new (CADRE_TYPE_FORECAST_CHANGE, NULL);

  g_strfreev (self->ring_fences);
  self->kind = kind;
  self->ring_fences = ring_fences;
  self->people_of = g_strdup (people_of);
  self->n_fewer = n_fewer;
  return self;
}

/**
 * cadre_forecast_change_get_kind:
 * @self: a #CadreForecastChange
 *
 * Gets what is changed.
 *
 * Returns: the kind
 *
 * Since: 1.0
 */
CadreForecastChangeKind
cadre_forecast_change_get_kind (CadreForecastChange *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_CHANGE (self), CADRE_FORECAST_CHANGE_KIND_POSITION);

  return self->kind;
}

/**
 * cadre_forecast_change_get_ring_fences:
 * @self: a #CadreForecastChange
 *
 * Gets the ring-fences that are changed: those of which any may have one more
 * position, those whose people may volunteer, or the one that is widened.
 *
 * Returns: (transfer none) (array zero-terminated=1): their ids, in order
 *
 * Since: 1.0
 */
const char *const *
cadre_forecast_change_get_ring_fences (CadreForecastChange *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_CHANGE (self), NULL);

  return (const char *const *) self->ring_fences;
}

/**
 * cadre_forecast_change_get_people_of:
 * @self: a #CadreForecastChange
 *
 * Gets whose people a widened ring-fence takes in.
 *
 * Returns: (transfer none) (nullable): the id of a ring-fence, or %NULL of another
 *   kind of change
 *
 * Since: 1.0
 */
const char *
cadre_forecast_change_get_people_of (CadreForecastChange *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_CHANGE (self), NULL);

  return self->people_of;
}

/**
 * cadre_forecast_change_get_n_fewer:
 * @self: a #CadreForecastChange
 *
 * Gets by how much the least number displaced falls.
 *
 * Returns: how many fewer; 1 or more
 *
 * Since: 1.0
 */
guint
cadre_forecast_change_get_n_fewer (CadreForecastChange *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_CHANGE (self), 0);

  return self->n_fewer;
}

/**
 * cadre_forecast_change_to_string:
 * @self: a #CadreForecastChange
 *
 * Says the change in an English sentence.
 *
 * Returns: (transfer full): the sentence
 *
 * Since: 1.0
 */
char *
cadre_forecast_change_to_string (CadreForecastChange *self)
{
  g_autofree char *fences = NULL;

  g_return_val_if_fail (CADRE_IS_FORECAST_CHANGE (self), NULL);

  fences = g_strjoinv (", ", self->ring_fences);
  if (self->kind == CADRE_FORECAST_CHANGE_KIND_POSITION)
    return g_strdup_printf ("One more position in %s: %u fewer displaced at least.", fences,
                            self->n_fewer);
  if (self->kind == CADRE_FORECAST_CHANGE_KIND_VOLUNTEER)
    return g_strdup_printf ("One accepted volunteer among those who may be considered for nothing "
                            "but %s: %u fewer displaced at least.",
                            fences, self->n_fewer);
  return g_strdup_printf ("%s also open to those of %s: %u fewer displaced at least.", fences,
                          self->people_of, self->n_fewer);
}
