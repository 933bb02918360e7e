/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-policy-comparison
 * @Title: CadrePolicyComparison
 * @Short_Description: How the policies of several employers stand to each other
 *
 * Each policy binds its employer to its own staff, so that none is stricter than
 * another and none wins. cadre_policy_combine() says for each parameter whether
 * the policies agree, differ in what each says of its own staff, or are in
 * conflict on a post that staff of several may come to. Only a recorded
 * agreement settles a conflict.
 */

#include "config.h"

#include "matching/cadre-policy-private.h"
#include <cadre/cadre-policy-comparison.h>

/**
 * CadrePolicyComparison:
 *
 * One parameter of several policies.
 *
 * Since: 1.0
 */
struct _CadrePolicyComparison
{
  GObject parent_instance;

  CadreParameter parameter;
  CadrePolicyStand stand;
  char **policies;
  char **texts;
  char *post;     /* (nullable) */
  char *followed; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CadrePolicyComparison, cadre_policy_comparison, G_TYPE_OBJECT)

static void
cadre_policy_comparison_finalize (GObject *object)
{
  CadrePolicyComparison *self = CADRE_POLICY_COMPARISON (object);

  g_clear_pointer (&self->policies, g_strfreev);
  g_clear_pointer (&self->texts, g_strfreev);
  g_clear_pointer (&self->post, g_free);
  g_clear_pointer (&self->followed, g_free);

  G_OBJECT_CLASS (cadre_policy_comparison_parent_class)->finalize (object);
}

static void
cadre_policy_comparison_class_init (CadrePolicyComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_policy_comparison_finalize;
}

static void
cadre_policy_comparison_init (CadrePolicyComparison *self)
{
}

static gboolean
all_equal (char **texts)
{
  for (guint i = 1; texts[0] != NULL && texts[i] != NULL; i++)
    if (!g_str_equal (texts[0], texts[i]))
      return FALSE;

  return TRUE;
}

static CadrePolicyComparison *
compare (GListModel *policies, CadreParameter parameter)
{
  CadrePolicyComparison *self = g_object_new (CADRE_TYPE_POLICY_COMPARISON, NULL);
  guint n = g_list_model_get_n_items (policies);

  self->parameter = parameter;
  self->policies = g_new0 (char *, n + 1);
  self->texts = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadrePolicy) policy = g_list_model_get_item (policies, i);

      self->policies[i] = g_strdup (cadre_policy_get_name (policy));
      self->texts[i] = g_strdup (cadre_policy_get_text (policy, parameter));
    }

  if (all_equal (self->texts))
    self->stand = CADRE_POLICY_STAND_AGREED;
  else
    self->stand = cadre_parameter_spec (parameter)->binds_post ? CADRE_POLICY_STAND_CONFLICT
                                                               : CADRE_POLICY_STAND_DIFFERS;
  return self;
}

/* Whether an event is an agreement about a parameter that follows one of the
 * policies. */
static gboolean
settles (const CadrePolicyComparison *self, CadreLogEntry *entry)
{
  const char *parameter = cadre_log_entry_get_parameter (entry);
  const char *policy = cadre_log_entry_get_policy (entry);

  return cadre_log_entry_get_kind (entry) == CADRE_LOG_KIND_AGREEMENT && policy != NULL &&
         g_strcmp0 (parameter, cadre_parameter_spec (self->parameter)->name) == 0 &&
         g_strv_contains ((const char *const *) self->policies, policy);
}

/* The row of a post; a later agreement about it takes the place of an earlier. */
static CadrePolicyComparison *
find_row (GPtrArray *rows, guint first, const char *post)
{
  for (guint i = first; i < rows->len; i++)
    if (g_strcmp0 (((CadrePolicyComparison *) rows->pdata[i])->post, post) == 0)
      return rows->pdata[i];

  return NULL;
}

static void
apply (GPtrArray *rows, guint first, GListModel *policies, CadreLogEntry *entry)
{
  CadrePolicyComparison *general = rows->pdata[first];
  const char *post = cadre_log_entry_get_post (entry);
  CadrePolicyComparison *row = find_row (rows, first, post);

  if (!settles (general, entry))
    return;
  if (row == NULL)
    {
      row = compare (policies, general->parameter);
      row->post = g_strdup (post);
      g_ptr_array_add (rows, row);
    }

  row->stand = CADRE_POLICY_STAND_SETTLED;
  g_free (row->followed);
  row->followed = g_strdup (cadre_log_entry_get_policy (entry));
}

/**
 * cadre_policy_combine:
 * @policies: a list of #CadrePolicy, of one case
 * @agreements: (nullable): the log that holds the agreements between the
 *   employers, or %NULL where there are none
 *
 * Compares policies, parameter by parameter, in the order of
 * cadre_policy_list_parameters(). What an agreement settles for one post only
 * has a row of its own after that of its parameter.
 *
 * Returns: (transfer full): a list of #CadrePolicyComparison
 *
 * Since: 1.0
 */
GListModel *
cadre_policy_combine (GListModel *policies, CadreLog *agreements)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *list = NULL;
  guint n = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (policies), NULL);
  g_return_val_if_fail (agreements == NULL || CADRE_IS_LOG (agreements), NULL);

  n = agreements != NULL ? g_list_model_get_n_items (G_LIST_MODEL (agreements)) : 0;
  for (guint i = 0; i < CADRE_N_PARAMETERS; i++)
    {
      guint first = rows->len;

      g_ptr_array_add (rows, compare (policies, i));
      if (((CadrePolicyComparison *) rows->pdata[first])->stand == CADRE_POLICY_STAND_AGREED)
        continue;
      for (guint k = 0; k < n; k++)
        {
          g_autoptr (CadreLogEntry) entry = g_list_model_get_item (G_LIST_MODEL (agreements), k);

          apply (rows, first, policies, entry);
        }
    }

  list = g_list_store_new (CADRE_TYPE_POLICY_COMPARISON);
  g_list_store_splice (list, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (list);
}

/**
 * cadre_policy_comparison_get_parameter:
 * @self: a #CadrePolicyComparison
 *
 * Gets the name of the parameter.
 *
 * Returns: (transfer none): the name
 *
 * Since: 1.0
 */
const char *
cadre_policy_comparison_get_parameter (CadrePolicyComparison *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY_COMPARISON (self), NULL);

  return cadre_parameter_spec (self->parameter)->name;
}

/**
 * cadre_policy_comparison_get_stand:
 * @self: a #CadrePolicyComparison
 *
 * Gets how the policies stand to each other.
 *
 * Returns: the stand
 *
 * Since: 1.0
 */
CadrePolicyStand
cadre_policy_comparison_get_stand (CadrePolicyComparison *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY_COMPARISON (self), CADRE_POLICY_STAND_AGREED);

  return self->stand;
}

/**
 * cadre_policy_comparison_get_policies:
 * @self: a #CadrePolicyComparison
 *
 * Gets the names of the policies.
 *
 * Returns: (transfer none) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
const char *const *
cadre_policy_comparison_get_policies (CadrePolicyComparison *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY_COMPARISON (self), NULL);

  return (const char *const *) self->policies;
}

/**
 * cadre_policy_comparison_get_texts:
 * @self: a #CadrePolicyComparison
 *
 * Gets what each policy has, in the order of their names.
 *
 * Returns: (transfer none) (array zero-terminated=1): the values
 *
 * Since: 1.0
 */
const char *const *
cadre_policy_comparison_get_texts (CadrePolicyComparison *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY_COMPARISON (self), NULL);

  return (const char *const *) self->texts;
}

/**
 * cadre_policy_comparison_get_post:
 * @self: a #CadrePolicyComparison
 *
 * Gets the post that an agreement settles the parameter for.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL for all posts
 *
 * Since: 1.0
 */
const char *
cadre_policy_comparison_get_post (CadrePolicyComparison *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY_COMPARISON (self), NULL);

  return self->post;
}

/**
 * cadre_policy_comparison_get_followed:
 * @self: a #CadrePolicyComparison
 *
 * Gets the policy that an agreement says is followed.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL where no agreement
 *   settles it
 *
 * Since: 1.0
 */
const char *
cadre_policy_comparison_get_followed (CadrePolicyComparison *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY_COMPARISON (self), NULL);

  return self->followed;
}
