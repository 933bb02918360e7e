/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-policy
 * @Title: CadrePolicy
 * @Short_Description: The rules of an employer, as parameters with their clauses
 *
 * A #CadrePolicy says how people are matched to posts: which share of a job must
 * be the same, how far apart grades may be, who is in a ring-fence. It always
 * has a name. Without a policy there is no outcome, and there is no default.
 *
 * The library ships one, under the name `illustrative`. It is nobody's policy:
 * cadre_policy_get_stamp() gives the words that every report has to show. A
 * policy of one's own may be based on it, and then has its values where it says
 * nothing, but not its name.
 *
 * A policy never changes. cadre_policy_with_parameter() makes another one.
 */

#include "config.h"

#include "matching/cadre-policy-private.h"

#define ILLUSTRATIVE "illustrative"

/**
 * CadrePolicy:
 *
 * The rules of an employer.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadrePolicy, cadre_policy, G_TYPE_OBJECT)

static void
clear_value (CadrePolicyValue *value)
{
  g_clear_pointer (&value->text, g_free);
  g_clear_pointer (&value->clause, g_free);
  g_clear_pointer (&value->source, g_free);
}

static void
cadre_policy_finalize (GObject *object)
{
  CadrePolicy *self = CADRE_POLICY (object);

  for (guint i = 0; i < CADRE_N_PARAMETERS; i++)
    clear_value (&self->values[i]);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->employers, g_strfreev);
  g_clear_pointer (&self->version, g_free);
  g_clear_pointer (&self->agreed, cadre_date_free);
  g_clear_pointer (&self->parties, g_strfreev);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->unknown, g_free);

  G_OBJECT_CLASS (cadre_policy_parent_class)->finalize (object);
}

static void
cadre_policy_class_init (CadrePolicyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_policy_finalize;
}

static void
cadre_policy_init (CadrePolicy *self)
{
}

void
cadre_policy_set_value (CadrePolicy *self,
                        CadreParameter parameter,
                        char *text_taken,
                        const char *clause,
                        const char *source)
{
  CadrePolicyValue value = { text_taken, g_strdup (clause), g_strdup (source), FALSE };

  clear_value (&self->values[parameter]);
  self->values[parameter] = value;
}

void
cadre_policy_inherit (CadrePolicy *self, CadrePolicy *base)
{
  for (guint i = 0; i < CADRE_N_PARAMETERS; i++)
    if (self->values[i].text == NULL)
      {
        const CadrePolicyValue *value = &base->values[i];

        cadre_policy_set_value (self, i, g_strdup (value->text), value->clause, value->source);
        self->values[i].is_inherited = TRUE;
      }
}

/**
 * cadre_policy_new_illustrative:
 *
 * Makes the policy `illustrative`. It shows what a policy can say, and binds
 * nobody.
 *
 * Returns: (transfer full): the policy
 *
 * Since: 1.0
 */
CadrePolicy *
cadre_policy_new_illustrative (void)
{
  CadrePolicy *self = g_object_new (CADRE_TYPE_POLICY, NULL);

  self->name = g_strdup (ILLUSTRATIVE);
  for (guint i = 0; i < CADRE_N_PARAMETERS; i++)
    {
      const CadreParameterSpec *spec = cadre_parameter_spec (i);

      cadre_policy_set_value (self, i, g_strdup (spec->initial), NULL, spec->source);
    }

  cadre_policy_seal (self);
  return self;
}

/* The values keep what they are: that they are inherited is said by the caller. */
static CadrePolicy *
copy (CadrePolicy *self)
{
  CadrePolicy *other = g_object_new (CADRE_TYPE_POLICY, NULL);

  other->name = g_strdup (self->name);
  other->base = g_strdup (self->base);
  other->employers = g_strdupv (self->employers);
  other->version = g_strdup (self->version);
  other->agreed = self->agreed != NULL ? cadre_date_copy (self->agreed) : NULL;
  other->parties = g_strdupv (self->parties);
  other->note = g_strdup (self->note);
  other->source = g_strdup (self->source);
  other->unknown = g_strdup (self->unknown);
  for (guint i = 0; i < CADRE_N_PARAMETERS; i++)
    {
      const CadrePolicyValue *value = &self->values[i];

      cadre_policy_set_value (other, i, g_strdup (value->text), value->clause, value->source);
      other->values[i].is_inherited = value->is_inherited;
    }

  cadre_policy_seal (other);
  return other;
}

/**
 * cadre_policy_new_based_on:
 * @base: the policy whose values it starts from
 * @name: its own name, not that of a preset
 *
 * Makes a policy that says nothing of its own yet: each value is inherited
 * until cadre_policy_with_parameter() states it.
 *
 * Returns: (transfer full): the policy
 *
 * Since: 1.0
 */
CadrePolicy *
cadre_policy_new_based_on (CadrePolicy *base, const char *name)
{
  CadrePolicy *self = NULL;

  g_return_val_if_fail (CADRE_IS_POLICY (base), NULL);
  g_return_val_if_fail (name != NULL && *name != '\0', NULL);
  g_return_val_if_fail (!cadre_policy_is_preset_name (name), NULL);

  self = g_object_new (CADRE_TYPE_POLICY, NULL);
  self->name = g_strdup (name);
  self->base = g_strdup (base->name);
  cadre_policy_inherit (self, base);
  cadre_policy_seal (self);
  return self;
}

/**
 * cadre_policy_with_parameter:
 * @self: a #CadrePolicy
 * @parameter: the name of a parameter
 * @text: its value, as cadre_policy_parameter_get_text() gives it
 * @clause: (nullable): the clause that says so, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Makes a policy that is the same but for one parameter.
 *
 * A preset cannot be changed under its own name:
 * %CADRE_MATCHING_ERROR_PARAMETER, as for a parameter that there is not and for
 * a value that it cannot have.
 *
 * Returns: (transfer full): the policy, or %NULL with @error set
 *
 * Since: 1.0
 */
CadrePolicy *
cadre_policy_with_parameter (CadrePolicy *self,
                             const char *parameter,
                             const char *text,
                             const char *clause,
                             GError **error)
{
  g_autofree char *normal = NULL;
  g_autofree char *values = NULL;
  CadrePolicy *other = NULL;
  int found = -1;

  g_return_val_if_fail (CADRE_IS_POLICY (self), NULL);
  g_return_val_if_fail (parameter != NULL && text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (cadre_policy_is_preset (self))
    {
      g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_PARAMETER,
                           cadre_policy_is_illustrative (self)
                             ? "The illustrative policy cannot be changed under its own name"
                             : "A preset cannot be changed under its own name");
      return NULL;
    }

  found = cadre_parameter_find (parameter);
  normal = found >= 0 ? cadre_parameter_normalise (found, text) : NULL;
  if (normal == NULL)
    {
      values = found >= 0 ? cadre_parameter_describe_values (found) : NULL;
      g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_PARAMETER,
                   values != NULL ? "The value of the parameter %s must be %s"
                                  : "There is no parameter %s%s",
                   parameter, values != NULL ? values : "");
      return NULL;
    }

  other = copy (self);
  cadre_policy_set_value (other, found, g_steal_pointer (&normal), clause, NULL);
  cadre_policy_seal (other);
  return other;
}

/**
 * cadre_policy_with_employers:
 * @self: a #CadrePolicy
 * @employers: (nullable) (array zero-terminated=1): ids of organisations, or
 *   %NULL for all that no other policy names
 *
 * Makes a policy that is the same but binds other employers.
 *
 * Returns: (transfer full): the policy
 *
 * Since: 1.0
 */
CadrePolicy *
cadre_policy_with_employers (CadrePolicy *self, const char *const *employers)
{
  CadrePolicy *other = NULL;

  g_return_val_if_fail (CADRE_IS_POLICY (self), NULL);

  other = copy (self);
  g_strfreev (other->employers);
  other->employers = g_strdupv ((char **) employers);
  return other;
}

/**
 * cadre_policy_get_name:
 * @self: a #CadrePolicy
 *
 * Gets the name.
 *
 * Returns: (transfer none): the name
 *
 * Since: 1.0
 */
const char *
cadre_policy_get_name (CadrePolicy *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY (self), NULL);

  return self->name;
}

/**
 * cadre_policy_get_base:
 * @self: a #CadrePolicy
 *
 * Gets the name of the policy whose values hold where this one says nothing.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_policy_get_base (CadrePolicy *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY (self), NULL);

  return self->base;
}

/**
 * cadre_policy_is_illustrative:
 * @self: a #CadrePolicy
 *
 * Tells whether it is the policy `illustrative`.
 *
 * Returns: %TRUE if it is
 *
 * Since: 1.0
 */
gboolean
cadre_policy_is_illustrative (CadrePolicy *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY (self), FALSE);

  return g_strcmp0 (self->name, ILLUSTRATIVE) == 0;
}

static guint
count_inherited (CadrePolicy *self)
{
  guint n = 0;

  for (guint i = 0; i < CADRE_N_PARAMETERS; i++)
    n += self->values[i].is_inherited ? 1 : 0;

  return n;
}

/**
 * cadre_policy_get_stamp:
 * @self: a #CadrePolicy
 *
 * Gets the words that every report of an outcome under this policy has to
 * show.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where there are none
 *
 * Since: 1.0
 */
const char *
cadre_policy_get_stamp (CadrePolicy *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY (self), NULL);

  if (cadre_policy_is_illustrative (self))
    return "not your employer's policy";
  if (cadre_policy_is_preset (self))
    return "a preset after published rules: not your employer's policy";
  if (g_strcmp0 (self->base, ILLUSTRATIVE) == 0 && count_inherited (self) > 0)
    return "in part not your employer's policy: values that it does not state are illustrative";
  if (self->base != NULL && count_inherited (self) > 0)
    return "in part not your employer's policy: values that it does not state are those of a "
           "preset";

  return NULL;
}

/**
 * cadre_policy_dup_employers:
 * @self: a #CadrePolicy
 *
 * Gets the ids of the organisations whose staff it binds.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the ids, or
 *   %NULL for all that no other policy names
 *
 * Since: 1.0
 */
char **
cadre_policy_dup_employers (CadrePolicy *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY (self), NULL);

  return g_strdupv (self->employers);
}

/**
 * cadre_policy_get_version:
 * @self: a #CadrePolicy
 *
 * Gets the version of the policy itself, in words.
 *
 * Returns: (transfer none) (nullable): the version, or %NULL where it is not
 *   stated
 *
 * Since: 1.0
 */
const char *
cadre_policy_get_version (CadrePolicy *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY (self), NULL);

  return self->version;
}

/**
 * cadre_policy_get_agreed:
 * @self: a #CadrePolicy
 *
 * Gets when it was agreed.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where it is not
 *   stated
 *
 * Since: 1.0
 */
CadreDate *
cadre_policy_get_agreed (CadrePolicy *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY (self), NULL);

  return self->agreed != NULL ? cadre_date_copy (self->agreed) : NULL;
}

/**
 * cadre_policy_dup_parties:
 * @self: a #CadrePolicy
 *
 * Gets who agreed it.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the parties,
 *   or %NULL where they are not stated
 *
 * Since: 1.0
 */
char **
cadre_policy_dup_parties (CadrePolicy *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY (self), NULL);

  return g_strdupv (self->parties);
}

/**
 * cadre_policy_get_note:
 * @self: a #CadrePolicy
 *
 * Gets the remark on it.
 *
 * Returns: (transfer none) (nullable): the remark, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_policy_get_note (CadrePolicy *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY (self), NULL);

  return self->note;
}

/**
 * cadre_policy_get_source:
 * @self: a #CadrePolicy
 *
 * Gets where it stands.
 *
 * Returns: (transfer none) (nullable): the source, or %NULL where it is not
 *   stated
 *
 * Since: 1.0
 */
const char *
cadre_policy_get_source (CadrePolicy *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY (self), NULL);

  return self->source;
}
