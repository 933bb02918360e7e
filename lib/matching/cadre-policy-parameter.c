/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-policy-parameter
 * @Title: CadrePolicyParameter
 * @Short_Description: One parameter of a policy, with the clause that it stands in
 *
 * A #CadrePolicyParameter says what a policy has for one parameter, in which
 * clause, and where that comes from. cadre_policy_list_parameters() gives all
 * of them, so that a report can print the whole policy.
 */

#include "config.h"

#include "matching/cadre-policy-private.h"

/**
 * CadrePolicyParameter:
 *
 * One parameter of a policy.
 *
 * Since: 1.0
 */
struct _CadrePolicyParameter
{
  GObject parent_instance;

  CadreParameter parameter;
  char *text;
  char *clause; /* (nullable) */
  char *source; /* (nullable) */
  gboolean is_inherited;
};

G_DEFINE_FINAL_TYPE (CadrePolicyParameter, cadre_policy_parameter, G_TYPE_OBJECT)

static void
cadre_policy_parameter_finalize (GObject *object)
{
  CadrePolicyParameter *self = CADRE_POLICY_PARAMETER (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->clause, g_free);
  g_clear_pointer (&self->source, g_free);

  G_OBJECT_CLASS (cadre_policy_parameter_parent_class)->finalize (object);
}

static void
cadre_policy_parameter_class_init (CadrePolicyParameterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_policy_parameter_finalize;
}

static void
cadre_policy_parameter_init (CadrePolicyParameter *self)
{
}

CadrePolicyParameter *
cadre_policy_parameter_new (CadreParameter parameter, const CadrePolicyValue *value)
{
  CadrePolicyParameter *self = g_object_new (CADRE_TYPE_POLICY_PARAMETER, NULL);

  self->parameter = parameter;
  self->text = g_strdup (value->text);
  self->clause = g_strdup (value->clause);
  self->source = g_strdup (value->source);
  self->is_inherited = value->is_inherited;
  return self;
}

/**
 * cadre_policy_parameter_get_name:
 * @self: a #CadrePolicyParameter
 *
 * Gets the name, such as `slot.threshold`.
 *
 * Returns: (transfer none): the name
 *
 * Since: 1.0
 */
const char *
cadre_policy_parameter_get_name (CadrePolicyParameter *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY_PARAMETER (self), NULL);

  return cadre_parameter_spec (self->parameter)->name;
}

/**
 * cadre_policy_parameter_get_text:
 * @self: a #CadrePolicyParameter
 *
 * Gets the value as text: a number, a word, words with commas, or `true` or
 * `false`.
 *
 * Returns: (transfer none): the value
 *
 * Since: 1.0
 */
const char *
cadre_policy_parameter_get_text (CadrePolicyParameter *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY_PARAMETER (self), NULL);

  return self->text;
}

/**
 * cadre_policy_parameter_get_description:
 * @self: a #CadrePolicyParameter
 *
 * Gets what the parameter settles, in words.
 *
 * Returns: (transfer none): the description
 *
 * Since: 1.0
 */
const char *
cadre_policy_parameter_get_description (CadrePolicyParameter *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY_PARAMETER (self), NULL);

  return cadre_parameter_spec (self->parameter)->description;
}

/**
 * cadre_policy_parameter_get_clause:
 * @self: a #CadrePolicyParameter
 *
 * Gets the clause of the policy that the value stands in.
 *
 * Returns: (transfer none) (nullable): the clause, or %NULL where it is not
 *   stated
 *
 * Since: 1.0
 */
const char *
cadre_policy_parameter_get_clause (CadrePolicyParameter *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY_PARAMETER (self), NULL);

  return self->clause;
}

/**
 * cadre_policy_parameter_get_source:
 * @self: a #CadrePolicyParameter
 *
 * Gets where the value comes from.
 *
 * Returns: (transfer none) (nullable): the source, or %NULL where it is not
 *   stated
 *
 * Since: 1.0
 */
const char *
cadre_policy_parameter_get_source (CadrePolicyParameter *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY_PARAMETER (self), NULL);

  return self->source;
}

/**
 * cadre_policy_parameter_is_stated_only:
 * @self: a #CadrePolicyParameter
 *
 * Tells whether the parameter is only stated, for people to read: it is shown
 * beside what it is about, and no outcome depends on it. All others are applied.
 *
 * Returns: %TRUE if the parameter is stated, and not applied
 *
 * Since: 1.0
 */
gboolean
cadre_policy_parameter_is_stated_only (CadrePolicyParameter *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY_PARAMETER (self), FALSE);

  return cadre_parameter_spec (self->parameter)->is_stated_only;
}

/**
 * cadre_policy_parameter_is_inherited:
 * @self: a #CadrePolicyParameter
 *
 * Tells whether the policy says nothing of its own and has the value from the
 * policy that it is based on.
 *
 * Returns: %TRUE if the value is inherited
 *
 * Since: 1.0
 */
gboolean
cadre_policy_parameter_is_inherited (CadrePolicyParameter *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY_PARAMETER (self), FALSE);

  return self->is_inherited;
}
