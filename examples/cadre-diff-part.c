/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "cadre-diff-part.h"

typedef gboolean (*Test) (CadreStructure *structure, const char *text);

static gboolean
has_unit (CadreStructure *structure, const char *id)
{
  g_autoptr (CadreUnit) unit = cadre_structure_find_unit (structure, id);

  return unit != NULL;
}

/* An employer may be named by posts only. */
static gboolean
has_employer (CadreStructure *structure, const char *id)
{
  g_autoptr (CadreOrganisation) organisation = cadre_structure_find_organisation (structure, id);
  g_autoptr (GListModel) posts =
    organisation == NULL ? cadre_structure_list_records (structure, CADRE_RECORD_KIND_POST) : NULL;

  for (guint i = 0; posts != NULL && i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr (CadrePost) post = g_list_model_get_item (posts, i);

      if (g_strcmp0 (cadre_post_get_employer (post), id) == 0)
        return TRUE;
    }

  return organisation != NULL;
}

static gboolean
has_tier (CadreStructure *structure, const char *text)
{
  g_autoptr (GListModel) posts = cadre_structure_list_records (structure, CADRE_RECORD_KIND_POST);
  const gint64 tier = g_ascii_strtoll (text, NULL, 10);

  for (guint i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr (CadrePost) post = g_list_model_get_item (posts, i);
      const char *id = cadre_record_get_id (CADRE_RECORD (post));

      if (id != NULL && cadre_structure_get_tier (structure, id, NULL) == tier)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check (CadreDiff *diff, const char *option, char **texts, Test has, GError **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      if (has (cadre_diff_get_before (diff), texts[i]) ||
          has (cadre_diff_get_after (diff), texts[i]))
        continue;
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "--%s: neither structure has \"%s\"", option, texts[i]);
      return FALSE;
    }

  return TRUE;
}

gboolean
cadre_diff_check_part (CadreDiff *diff, const CadreDiffOptions *given, GError **error)
{
  return check (diff, "unit", given->units, has_unit, error) &&
         check (diff, "employer", given->employers, has_employer, error) &&
         check (diff, "tier", given->tiers, has_tier, error);
}
