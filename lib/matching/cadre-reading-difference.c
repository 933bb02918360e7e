/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-reading-difference
 * @Title: CadreReadingDifference
 * @Short_Description: An assignment whose outcome depends on how a rule is read
 *
 * A policy may count slotting-in claims once, "in the first instance", or again
 * after each slotting-in. Both readings are always worked out. A
 * #CadreReadingDifference names an assignment for which they differ, with its
 * outcome under each.
 */

#include "config.h"

#include "matching/cadre-outcomes-private.h"

/**
 * CadreReadingDifference:
 *
 * An assignment whose outcome depends on how a rule is read.
 *
 * Since: 1.0
 */
struct _CadreReadingDifference
{
  GObject parent_instance;

  CadreOutcome *first_instance;
  CadreOutcome *fixpoint;
};

G_DEFINE_FINAL_TYPE (CadreReadingDifference, cadre_reading_difference, G_TYPE_OBJECT)

static void
cadre_reading_difference_dispose (GObject *object)
{
  CadreReadingDifference *self = CADRE_READING_DIFFERENCE (object);

  g_clear_object (&self->first_instance);
  g_clear_object (&self->fixpoint);

  G_OBJECT_CLASS (cadre_reading_difference_parent_class)->dispose (object);
}

static void
cadre_reading_difference_class_init (CadreReadingDifferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cadre_reading_difference_dispose;
}

static void
cadre_reading_difference_init (CadreReadingDifference *self)
{
}

CadreReadingDifference *
cadre_reading_difference_new (CadreOutcome *first_instance, CadreOutcome *fixpoint)
{
  CadreReadingDifference *self = g_object_new (CADRE_TYPE_READING_DIFFERENCE, NULL);

  self->first_instance = g_object_ref (first_instance);
  self->fixpoint = g_object_ref (fixpoint);
  return self;
}

/**
 * cadre_reading_difference_get_assignment:
 * @self: a #CadreReadingDifference
 *
 * Gets the assignment.
 *
 * Returns: (transfer none): the id
 *
 * Since: 1.0
 */
const char *
cadre_reading_difference_get_assignment (CadreReadingDifference *self)
{
  g_return_val_if_fail (CADRE_IS_READING_DIFFERENCE (self), NULL);

  return self->first_instance != NULL ? cadre_outcome_get_assignment (self->first_instance) : NULL;
}

/**
 * cadre_reading_difference_get_first_instance:
 * @self: a #CadreReadingDifference
 *
 * Gets the outcome where claims are counted once.
 *
 * Returns: (transfer none): the outcome
 *
 * Since: 1.0
 */
CadreOutcome *
cadre_reading_difference_get_first_instance (CadreReadingDifference *self)
{
  g_return_val_if_fail (CADRE_IS_READING_DIFFERENCE (self), NULL);

  return self->first_instance;
}

/**
 * cadre_reading_difference_get_fixpoint:
 * @self: a #CadreReadingDifference
 *
 * Gets the outcome where claims are counted again after each slotting-in.
 *
 * Returns: (transfer none): the outcome
 *
 * Since: 1.0
 */
CadreOutcome *
cadre_reading_difference_get_fixpoint (CadreReadingDifference *self)
{
  g_return_val_if_fail (CADRE_IS_READING_DIFFERENCE (self), NULL);

  return self->fixpoint;
}
