/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a policy has for its parameters. */

#include "config.h"

#include "matching/cadre-policy-private.h"

/**
 * cadre_policy_list_parameters:
 * @self: a #CadrePolicy
 *
 * Gets all parameters, always in the same order.
 *
 * Returns: (transfer full): a list of #CadrePolicyParameter
 *
 * Since: 1.0
 */
GListModel *
cadre_policy_list_parameters (CadrePolicy *self)
{
  GListStore *list = NULL;

  g_return_val_if_fail (CADRE_IS_POLICY (self), NULL);

  list = g_list_store_new (CADRE_TYPE_POLICY_PARAMETER);
  for (guint i = 0; i < CADRE_N_PARAMETERS; i++)
    {
      g_autoptr (CadrePolicyParameter) parameter = cadre_policy_parameter_new (i, &self->values[i]);

      g_list_store_append (list, parameter);
    }

  return G_LIST_MODEL (list);
}

/**
 * cadre_policy_get_parameter:
 * @self: a #CadrePolicy
 * @name: the name of a parameter
 *
 * Gets one parameter.
 *
 * Returns: (transfer full) (nullable): the parameter, or %NULL where there is
 *   none of that name
 *
 * Since: 1.0
 */
CadrePolicyParameter *
cadre_policy_get_parameter (CadrePolicy *self, const char *name)
{
  int parameter = -1;

  g_return_val_if_fail (CADRE_IS_POLICY (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  parameter = cadre_parameter_find (name);
  return parameter >= 0 ? cadre_policy_parameter_new (parameter, &self->values[parameter]) : NULL;
}

/**
 * cadre_policy_get_integer:
 * @self: a #CadrePolicy
 * @name: the name of a parameter
 *
 * Gets the value of a parameter that is a number.
 *
 * Returns: the number, or -1 where any will do or the parameter is no number
 *
 * Since: 1.0
 */
int
cadre_policy_get_integer (CadrePolicy *self, const char *name)
{
  int parameter = -1;

  g_return_val_if_fail (CADRE_IS_POLICY (self), -1);
  g_return_val_if_fail (name != NULL, -1);

  parameter = cadre_parameter_find (name);
  return parameter >= 0 ? cadre_policy_get_number (self, parameter) : -1;
}

/**
 * cadre_policy_get_flag:
 * @self: a #CadrePolicy
 * @name: the name of a parameter
 *
 * Gets the value of a parameter that is true or false.
 *
 * Returns: %TRUE if it is true; %FALSE if it is not, or is no such parameter
 *
 * Since: 1.0
 */
gboolean
cadre_policy_get_flag (CadrePolicy *self, const char *name)
{
  return cadre_policy_has_word (self, name, "true");
}

/**
 * cadre_policy_has_word:
 * @self: a #CadrePolicy
 * @name: the name of a parameter
 * @word: a word
 *
 * Tells whether the value of a parameter is a word, or has it among others.
 *
 * Returns: %TRUE if it does
 *
 * Since: 1.0
 */
gboolean
cadre_policy_has_word (CadrePolicy *self, const char *name, const char *word)
{
  g_auto (GStrv) words = NULL;
  int parameter = -1;

  g_return_val_if_fail (CADRE_IS_POLICY (self), FALSE);
  g_return_val_if_fail (name != NULL && word != NULL, FALSE);

  parameter = cadre_parameter_find (name);
  if (parameter < 0 || self->values[parameter].text == NULL)
    return FALSE;

  words = g_strsplit (self->values[parameter].text, ", ", -1);
  return g_strv_contains ((const char *const *) words, word);
}
