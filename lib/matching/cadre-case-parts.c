/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The lists of a case. */

#include "config.h"

#include "matching/cadre-case-private.h"

/**
 * cadre_case_add_pair:
 * @self: a #CadreCase
 * @pair: a pair of posts
 *
 * Adds a pair of posts that a person has confirmed.
 *
 * Since: 1.0
 */
void
cadre_case_add_pair (CadreCase *self, CadrePair *pair)
{
  g_return_if_fail (CADRE_IS_CASE (self));
  g_return_if_fail (CADRE_IS_PAIR (pair));

  g_list_store_append (self->pairs, pair);
}

/**
 * cadre_case_list_pairs:
 * @self: a #CadreCase
 *
 * Gets the pairs of posts that a person has confirmed.
 *
 * Returns: (transfer full): a list of #CadrePair
 *
 * Since: 1.0
 */
GListModel *
cadre_case_list_pairs (CadreCase *self)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);

  return g_object_ref (G_LIST_MODEL (self->pairs));
}

/**
 * cadre_case_add_policy:
 * @self: a #CadreCase
 * @policy: a policy
 *
 * Adds a policy. It binds the employers that it names, or all that no other
 * policy of the case names.
 *
 * Since: 1.0
 */
void
cadre_case_add_policy (CadreCase *self, CadrePolicy *policy)
{
  g_return_if_fail (CADRE_IS_CASE (self));
  g_return_if_fail (CADRE_IS_POLICY (policy));

  g_list_store_append (self->policies, policy);
}

/**
 * cadre_case_list_policies:
 * @self: a #CadreCase
 *
 * Gets the policies.
 *
 * Returns: (transfer full): a list of #CadrePolicy
 *
 * Since: 1.0
 */
GListModel *
cadre_case_list_policies (CadreCase *self)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);

  return g_object_ref (G_LIST_MODEL (self->policies));
}

static gboolean
binds (CadrePolicy *policy, const char *employer)
{
  g_auto (GStrv) employers = cadre_policy_dup_employers (policy);

  return employers != NULL && employer != NULL &&
         g_strv_contains ((const char *const *) employers, employer);
}

static gboolean
binds_all (CadrePolicy *policy)
{
  g_auto (GStrv) employers = cadre_policy_dup_employers (policy);

  return employers == NULL;
}

/**
 * cadre_case_get_policy:
 * @self: a #CadreCase
 * @employer: (nullable): the id of an organisation, or %NULL for one that is not
 *   known
 *
 * Gets the policy that binds an employer: the first that names it, else the
 * first that names nobody.
 *
 * Returns: (transfer none) (nullable): the policy, or %NULL where there is none
 *
 * Since: 1.0
 */
CadrePolicy *
cadre_case_get_policy (CadreCase *self, const char *employer)
{
  CadrePolicy *general = NULL;
  guint n = 0;

  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->policies));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadrePolicy) policy = g_list_model_get_item (G_LIST_MODEL (self->policies), i);

      /* The list holds it on. */
      if (binds (policy, employer))
        return policy;
      if (general == NULL && binds_all (policy))
        general = policy;
    }

  return general;
}

/**
 * cadre_case_add_declaration:
 * @self: a #CadreCase
 * @declaration: what the paper says of a person
 *
 * Adds what the paper says of a person.
 *
 * Since: 1.0
 */
void
cadre_case_add_declaration (CadreCase *self, CadreDeclaration *declaration)
{
  g_return_if_fail (CADRE_IS_CASE (self));
  g_return_if_fail (CADRE_IS_DECLARATION (declaration));

  g_list_store_append (self->declarations, declaration);
}

/**
 * cadre_case_list_declarations:
 * @self: a #CadreCase
 *
 * Gets what the paper says of people.
 *
 * Returns: (transfer full): a list of #CadreDeclaration
 *
 * Since: 1.0
 */
GListModel *
cadre_case_list_declarations (CadreCase *self)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);

  return g_object_ref (G_LIST_MODEL (self->declarations));
}

/**
 * cadre_case_set_scope:
 * @self: a #CadreCase
 * @posts: (nullable) (array zero-terminated=1): ids of posts before or after, or
 *   %NULL for all
 *
 * Sets which posts the process covers.
 *
 * Since: 1.0
 */
void
cadre_case_set_scope (CadreCase *self, const char *const *posts)
{
  char **copy = NULL;

  g_return_if_fail (CADRE_IS_CASE (self));

  copy = g_strdupv ((char **) posts);
  g_strfreev (self->scope);
  self->scope = copy;
}

/**
 * cadre_case_dup_scope:
 * @self: a #CadreCase
 *
 * Gets which posts the process covers.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the ids, or
 *   %NULL for all
 *
 * Since: 1.0
 */
char **
cadre_case_dup_scope (CadreCase *self)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);

  return g_strdupv (self->scope);
}

/**
 * cadre_case_dup_notes:
 * @self: a #CadreCase
 *
 * Gets what a reader of the case must know.
 *
 * Returns: (transfer full) (array zero-terminated=1): the notes
 *
 * Since: 1.0
 */
char **
cadre_case_dup_notes (CadreCase *self)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);

  return self->notes != NULL ? g_strdupv (self->notes) : g_new0 (char *, 1);
}

/**
 * cadre_case_get_source:
 * @self: a #CadreCase
 *
 * Gets the papers that the case comes from.
 *
 * Returns: (transfer none) (nullable): the source, or %NULL where it is not
 *   stated
 *
 * Since: 1.0
 */
const char *
cadre_case_get_source (CadreCase *self)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);

  return self->source;
}
