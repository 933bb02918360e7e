/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "cadre-diff-pairs.h"

#include <string.h>

/* What OLD=NEW means, by option. */
static const struct
{
  const char *name;
  CadreLineageKind kind;
  CadrePairBasis basis;
  const char *form;
  gboolean may_lack_one;
} forms[] = {
  { "pair", CADRE_LINEAGE_KIND_CONTINUING, CADRE_PAIR_BASIS_CONFIRMED, "OLD=NEW, OLD= or =NEW",
    TRUE },
  { "not-pair", CADRE_LINEAGE_KIND_UNKNOWN, CADRE_PAIR_BASIS_REFUSED, "OLD=NEW", FALSE },
  { "merged", CADRE_LINEAGE_KIND_MERGE, CADRE_PAIR_BASIS_CONFIRMED, "OLD=NEW", FALSE },
  { "split", CADRE_LINEAGE_KIND_SPLIT, CADRE_PAIR_BASIS_CONFIRMED, "OLD=NEW", FALSE },
};

static gboolean
has_post (CadreStructure *structure, const char *id)
{
  g_autoptr (CadrePost) post = cadre_structure_find_post (structure, id);

  return post != NULL;
}

/* An id may have "=" in it: where the two are that are there. */
static const char *
find_middle (CadreStructure *before, CadreStructure *after, const char *text)
{
  for (const char *at = strchr (text, '='); at != NULL; at = strchr (at + 1, '='))
    {
      g_autofree char *old = g_strndup (text, (gsize) (at - text));

      if ((old[0] == '\0' || has_post (before, old)) && (at[1] == '\0' || has_post (after, at + 1)))
        return at;
    }

  return strchr (text, '=');
}

static CadrePair *
make_pair (CadreStructure *before,
           CadreStructure *after,
           guint form,
           const char *text,
           GError **error)
{
  const char *middle = find_middle (before, after, text);
  g_autofree char *old = middle != NULL ? g_strndup (text, (gsize) (middle - text)) : NULL;
  const char *new = middle != NULL ? middle + 1 : NULL;
  CadreLineageKind kind = forms[form].kind;

  if (middle == NULL || (old[0] == '\0' && new[0] == '\0') ||
      (!forms[form].may_lack_one && (old[0] == '\0' || new[0] == '\0')))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--%s is %s, and not \"%s\"",
                   forms[form].name, forms[form].form, text);
      return NULL;
    }
  if ((old[0] != '\0' && !has_post (before, old)) || (new[0] != '\0' && !has_post (after, new)))
    {
      const gboolean is_old = old[0] != '\0' && !has_post (before, old);

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--%s: %s has no post \"%s\"",
                   forms[form].name, is_old ? "BEFORE" : "AFTER", is_old ? old : new);
      return NULL;
    }

  if (old[0] == '\0')
    kind = CADRE_LINEAGE_KIND_CREATED;
  else if (new[0] == '\0')
    kind = CADRE_LINEAGE_KIND_UNKNOWN;
  return cadre_pair_new (old[0] != '\0' ? old : NULL, new[0] != '\0' ? new : NULL, kind,
                         forms[form].basis, NULL);
}

GListModel *
cadre_diff_make_pairs (CadreStructure *before, CadreStructure *after, GError **error)
{
  char *const *const texts[] = { cadre_diff_options.pairs, cadre_diff_options.not_pairs,
                                 cadre_diff_options.merged, cadre_diff_options.split };
  g_autoptr (GListStore) pairs = g_list_store_new (CADRE_TYPE_PAIR);

  for (guint form = 0; form < G_N_ELEMENTS (forms); form++)
    for (guint i = 0; texts[form] != NULL && texts[form][i] != NULL; i++)
      {
        g_autoptr (CadrePair) pair = make_pair (before, after, form, texts[form][i], error);

        if (pair == NULL)
          return NULL;
        g_list_store_append (pairs, pair);
      }

  return G_LIST_MODEL (g_steal_pointer (&pairs));
}
