/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The policies that outcomes are under. */

#include "config.h"

#include "matching/cadre-outcomes-private.h"
#include <cadre/cadre-policy.h>

/* One text for each policy that has one, in the order of the case. */
static char **
dup_of_policies (CadreOutcomes *self, const char *(*get) (CadrePolicy *policy))
{
  GListModel *policies = G_LIST_MODEL (self->policies);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  guint n = g_list_model_get_n_items (policies);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadrePolicy) policy = g_list_model_get_item (policies, i);

      if (get (policy) != NULL)
        g_ptr_array_add (texts, g_strdup (get (policy)));
    }

  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

/**
 * cadre_outcomes_dup_policy_names:
 * @self: a #CadreOutcomes
 *
 * Gets the names of the policies that the outcomes are under.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
char **
cadre_outcomes_dup_policy_names (CadreOutcomes *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);

  return dup_of_policies (self, cadre_policy_get_name);
}

/**
 * cadre_outcomes_list_policies:
 * @self: a #CadreOutcomes
 *
 * Lists the policies that the outcomes are under: those of the case, as the log has
 * amended them.
 *
 * Returns: (transfer full): a list of #CadrePolicy
 *
 * Since: 1.0
 */
GListModel *
cadre_outcomes_list_policies (CadreOutcomes *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);

  return g_object_ref (G_LIST_MODEL (self->policies));
}

/**
 * cadre_outcomes_dup_stamps:
 * @self: a #CadreOutcomes
 *
 * Gets the words that every report of these outcomes has to show; see
 * cadre_policy_get_stamp().
 *
 * Returns: (transfer full) (array zero-terminated=1): the words
 *
 * Since: 1.0
 */
char **
cadre_outcomes_dup_stamps (CadreOutcomes *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);

  return dup_of_policies (self, cadre_policy_get_stamp);
}
