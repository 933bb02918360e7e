/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The policies that the library carries, named after what they express. None is
 * a default, and none is anybody's own. */

#include "config.h"

#include "matching/cadre-policy-private.h"
#include "matching/data/cadre-presets-private.h"

#define FOLDER "/org/cadre/policies/"
#define ILLUSTRATIVE "illustrative"

/* The illustrative one is made from the parameters themselves; the others are
 * documents in lib/matching/data, in byte order. */
static const char *const presets[] = {
  ILLUSTRATIVE,
  "consensual-bumping",
  "eighty-percent",
  "higher-grade-last",
  "holders-fit-posts",
  "majority-of-duties",
  "merged-posts-compete",
  "one-person-one-post",
  "redeployees-first",
  "redeployment-by-rings",
  "release-at-discretion",
  "ring-fence-by-grade-and-line",
  "six-duties-and-all-skills",
  "sixty-percent-same-grade",
  NULL,
};

gboolean
cadre_policy_is_preset_name (const char *name)
{
  return name != NULL && g_strv_contains (presets, name);
}

/**
 * cadre_policy_list_presets:
 *
 * Lists the policies that the library carries. Each is named after what it
 * expresses, and has the source of each value that it states; what its source
 * leaves open is a choice, and says so. None is a default.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names
 *
 * Since: 1.0
 */
char **
cadre_policy_list_presets (void)
{
  return g_strdupv ((char **) presets);
}

/**
 * cadre_policy_new_preset:
 * @name: one of cadre_policy_list_presets()
 * @error: return location for a #GError, or %NULL
 *
 * Makes a policy that the library carries. Where there is none of that name the
 * error is %CADRE_MATCHING_ERROR_PARAMETER.
 *
 * Returns: (transfer full): the policy, or %NULL with @error set
 *
 * Since: 1.0
 */
CadrePolicy *
cadre_policy_new_preset (const char *name, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GListModel) list = NULL;
  CadrePolicy *self = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!cadre_policy_is_preset_name (name))
    {
      g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_PARAMETER,
                           "There is no preset of that name");
      return NULL;
    }
  if (g_str_equal (name, ILLUSTRATIVE))
    return cadre_policy_new_illustrative ();

  path = g_strconcat (FOLDER, name, ".json", NULL);
  bytes = g_resource_lookup_data (cadre_presets_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  error);
  list = bytes != NULL ? cadre_policy_load_bytes (bytes, NULL, NULL, error) : NULL;
  if (list == NULL)
    return NULL;

  /* In its document it has no name of its own: a document cannot make a preset. */
  self = g_list_model_get_item (list, 0);
  g_free (self->name);
  self->name = g_strdup (name);
  g_clear_pointer (&self->base, g_free);
  return self;
}

/**
 * cadre_policy_is_preset:
 * @self: a #CadrePolicy
 *
 * Tells whether it is one that the library carries, and so nobody's own.
 *
 * Returns: %TRUE if it is
 *
 * Since: 1.0
 */
gboolean
cadre_policy_is_preset (CadrePolicy *self)
{
  g_return_val_if_fail (CADRE_IS_POLICY (self), FALSE);

  return cadre_policy_is_preset_name (self->name);
}
