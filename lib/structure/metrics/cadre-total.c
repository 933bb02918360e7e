/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-total
 * @Title: CadreTotal
 * @Short_Description: A sum of which a part may not be known
 *
 * A sum over something unknown is no number: it is at least what is known, and
 * may be more. A #CadreTotal says the least, the most if that is known, and how
 * many of its parts are unknown. It never changes.
 *
 * Totals of posts, people and pence are whole numbers, those of full-time
 * equivalents are fractions; both are exact.
 */

#include "config.h"

#include "structure/metrics/cadre-total-private.h"

struct _CadreTotal
{
  GObject parent_instance;

  CadreFraction least;
  CadreFraction most;
  gboolean has_most;
  guint n_unknown;
};

/**
 * CadreTotal:
 *
 * A sum, as far as it is known.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreTotal, cadre_total, G_TYPE_OBJECT)

static void
cadre_total_class_init (CadreTotalClass *klass)
{
}

static void
cadre_total_init (CadreTotal *self)
{
}

CadreTotal *
cadre_total_new (const CadreFraction *least, const CadreFraction *most, guint n_unknown)
{
  CadreTotal *self = g_object_new (CADRE_TYPE_TOTAL, NULL);

  self->least = *least;
  self->has_most = most != NULL;
  if (most != NULL)
    self->most = *most;
  self->n_unknown = n_unknown;
  return self;
}

/**
 * cadre_total_get_least:
 * @self: a #CadreTotal
 *
 * Gets the least that the total may be, rounded down to a whole number.
 *
 * Returns: the least
 *
 * Since: 1.0
 */
gint64
cadre_total_get_least (CadreTotal *self)
{
  g_return_val_if_fail (CADRE_IS_TOTAL (self), 0);

  return self->least.numerator / self->least.denominator;
}

/**
 * cadre_total_get_most:
 * @self: a #CadreTotal
 *
 * Gets the most that the total may be, rounded up to a whole number.
 *
 * Returns: the most, or -1 where that is not known
 *
 * Since: 1.0
 */
gint64
cadre_total_get_most (CadreTotal *self)
{
  g_return_val_if_fail (CADRE_IS_TOTAL (self), -1);

  if (!self->has_most)
    return -1;

  return self->most.numerator / self->most.denominator +
         (self->most.numerator % self->most.denominator != 0);
}

/**
 * cadre_total_dup_least_fraction:
 * @self: a #CadreTotal
 *
 * Gets the least that the total may be, exactly.
 *
 * Returns: (transfer full): the least
 *
 * Since: 1.0
 */
CadreFraction *
cadre_total_dup_least_fraction (CadreTotal *self)
{
  g_return_val_if_fail (CADRE_IS_TOTAL (self), NULL);

  return cadre_fraction_copy (&self->least);
}

/**
 * cadre_total_dup_most_fraction:
 * @self: a #CadreTotal
 *
 * Gets the most that the total may be, exactly.
 *
 * Returns: (transfer full) (nullable): the most, or %NULL where that is not known
 *
 * Since: 1.0
 */
CadreFraction *
cadre_total_dup_most_fraction (CadreTotal *self)
{
  g_return_val_if_fail (CADRE_IS_TOTAL (self), NULL);

  return self->has_most ? cadre_fraction_copy (&self->most) : NULL;
}

/**
 * cadre_total_get_n_unknown:
 * @self: a #CadreTotal
 *
 * Counts the parts of the sum that are not known: posts or assignments.
 *
 * Returns: the number of unknown parts
 *
 * Since: 1.0
 */
guint
cadre_total_get_n_unknown (CadreTotal *self)
{
  g_return_val_if_fail (CADRE_IS_TOTAL (self), 0);

  return self->n_unknown;
}

/**
 * cadre_total_is_known:
 * @self: a #CadreTotal
 *
 * Whether the least is also the most.
 *
 * Returns: %TRUE if the total is one number
 *
 * Since: 1.0
 */
gboolean
cadre_total_is_known (CadreTotal *self)
{
  g_return_val_if_fail (CADRE_IS_TOTAL (self), FALSE);

  return self->has_most && cadre_fraction_equal (&self->least, &self->most);
}

/**
 * cadre_total_to_string:
 * @self: a #CadreTotal
 *
 * Says the total for people who look for a fault: `12`, `12 to 15`, `12 or more`.
 *
 * Returns: (transfer full): a text
 *
 * Since: 1.0
 */
char *
cadre_total_to_string (CadreTotal *self)
{
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  g_return_val_if_fail (CADRE_IS_TOTAL (self), NULL);

  least = cadre_fraction_to_string (&self->least);
  if (cadre_total_is_known (self))
    return g_steal_pointer (&least);
  if (!self->has_most)
    return g_strdup_printf ("%s or more", least);

  most = cadre_fraction_to_string (&self->most);
  return g_strdup_printf ("%s to %s", least, most);
}
