/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a mapping by evidence is asked. */

#include "config.h"

#include "diff/cadre-mapping-private.h"

static const char *
get_id (CadreStructure *structure, CadreRecordKind kind, guint32 row)
{
  return row != CADRE_NO_ROW ? cadre_tables_id (cadre_structure_get_tables (structure), kind, row)
                             : NULL;
}

const CadreEvidencePair *
cadre_mapping_get_evidence (CadreMapping *self, guint32 row_before, guint32 row_after)
{
  const GArray *pairs = self->evidence != NULL ? self->evidence->pairs : NULL;
  guint32 low = 0;
  guint32 high = pairs != NULL ? pairs->len : 0;

  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;
      const CadreEvidencePair *pair = &g_array_index (pairs, CadreEvidencePair, middle);

      if (pair->after == row_after)
        return pair->before == row_before ? pair : NULL;
      if (pair->after < row_after)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

CadrePair *
cadre_mapping_make_pair (CadreMapping *self, const CadreEvidencePair *evidence)
{
  const CadreRecordKind kind = CADRE_RECORD_KIND_POST;
  CadrePair *pair =
    cadre_pair_new (get_id (self->before, kind, evidence->before),
                    get_id (self->after, kind, evidence->after), (CadreLineageKind) evidence->kind,
                    CADRE_PAIR_BASIS_EVIDENCE, NULL);

  cadre_pair_set_evidence (pair, evidence, get_id (self->before, kind, evidence->rival_before),
                           get_id (self->after, kind, evidence->rival_after));
  return pair;
}

/**
 * cadre_mapping_list_reviews:
 * @self: a #CadreMapping
 *
 * Lists the pairs that a person should look at, in order of the posts after and
 * before: those that are not mapped because it is not sure that they are one
 * post, or because it is not clear enough that an id went from one job to another;
 * because an id names another job, because a document says that one of the two has ended
 * (cadre_structure_dup_ended_posts()), or because several posts may have been
 * made one or one several; and twins. Save of the last kind, none of them is in
 * the mapping. Who knows better confirms one; see cadre_pair_new().
 *
 * Returns: (transfer full): a list of #CadrePair; empty where posts were mapped
 *   by id
 *
 * Since: 1.0
 */
GListModel *
cadre_mapping_list_reviews (CadreMapping *self)
{
  GListStore *list = NULL;
  guint n = 0;

  g_return_val_if_fail (CADRE_IS_MAPPING (self), NULL);

  list = g_list_store_new (CADRE_TYPE_PAIR);
  n = self->evidence != NULL ? self->evidence->reviews->len : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadrePair) pair =
        cadre_mapping_make_pair (self,
                                 &g_array_index (self->evidence->reviews, CadreEvidencePair, i));

      g_list_store_append (list, pair);
    }

  return G_LIST_MODEL (list);
}

/* The ids of some rows of twins. */
static char **
dup_twins (CadreMapping *self, CadreStructure *structure, guint32 first, guint32 n)
{
  char **ids = g_new0 (char *, (gsize) n + 1);

  for (guint32 i = 0; i < n; i++)
    ids[i] = g_strdup (get_id (structure, CADRE_RECORD_KIND_POST,
                               g_array_index (self->evidence->twin_rows, guint32, first + i)));

  return ids;
}

/**
 * cadre_mapping_list_twin_groups:
 * @self: a #CadreMapping
 *
 * Lists the groups of posts that nothing tells apart before, and nothing after.
 *
 * Returns: (transfer full): a list of #CadreTwinGroup, in order of their first
 *   posts before
 *
 * Since: 1.0
 */
GListModel *
cadre_mapping_list_twin_groups (CadreMapping *self)
{
  GListStore *list = NULL;
  guint n = 0;

  g_return_val_if_fail (CADRE_IS_MAPPING (self), NULL);

  list = g_list_store_new (CADRE_TYPE_TWIN_GROUP);
  n = self->evidence != NULL ? self->evidence->twins->len : 0;
  for (guint i = 0; i < n; i++)
    {
      const CadreEvidenceTwins *twins =
        &g_array_index (self->evidence->twins, CadreEvidenceTwins, i);
      g_autoptr (CadreTwinGroup) group =
        cadre_twin_group_new_take (dup_twins (self, self->before, twins->first, twins->n_before),
                                   dup_twins (self, self->after, twins->first + twins->n_before,
                                              twins->n_after));

      g_list_store_append (list, group);
    }

  return G_LIST_MODEL (list);
}

/**
 * cadre_mapping_is_rekeyed:
 * @self: a #CadreMapping
 *
 * Says whether ids were set aside because they are new: whether every employer
 * that has posts on both sides is one of
 * cadre_mapping_dup_rekeyed_organisations(), and there is one.
 *
 * Returns: whether they were
 *
 * Since: 1.0
 */
gboolean
cadre_mapping_is_rekeyed (CadreMapping *self)
{
  g_return_val_if_fail (CADRE_IS_MAPPING (self), FALSE);

  return self->evidence != NULL && self->evidence->all_rekeyed;
}

/**
 * cadre_mapping_dup_rekeyed_organisations:
 * @self: a #CadreMapping
 *
 * Gets the employers that have given their posts new ids: on both sides are
 * less than a quarter of the ids of the side that has fewer, or most of those that are
 * name other jobs than before. Posts whose employer nobody states are taken together,
 * and not listed.
 *
 * Returns: (transfer full) (array zero-terminated=1): their ids after, in byte
 *   order
 *
 * Since: 1.0
 */
char **
cadre_mapping_dup_rekeyed_organisations (CadreMapping *self)
{
  GStrvBuilder *ids = NULL;
  char **result = NULL;
  guint n = 0;

  g_return_val_if_fail (CADRE_IS_MAPPING (self), NULL);

  ids = g_strv_builder_new ();
  n = self->evidence != NULL ? self->evidence->rekeyed->len : 0;
  for (guint i = 0; i < n; i++)
    {
      const guint32 code = g_array_index (self->evidence->rekeyed, guint32, i);

      if (code >= CADRE_STRING_FIRST)
        g_strv_builder_add (ids,
                            cadre_tables_text (cadre_structure_get_tables (self->after), code));
    }

  result = g_strv_builder_end (ids);
  g_strv_builder_unref (ids);
  return result;
}

/**
 * cadre_mapping_get_same_unit_after:
 * @self: a #CadreMapping
 * @before_id: the id of a unit before
 *
 * Gets the unit after that a unit before is: the one with the same id; else, of
 * a mapping by evidence, the one that most of its
 * posts went to and most posts of which came from it. So a unit that was renamed
 * is one change, however many posts it has.
 *
 * Returns: (transfer none) (nullable): its id, or %NULL if there is none, or no
 *   such unit before
 *
 * Since: 1.0
 */
const char *
cadre_mapping_get_same_unit_after (CadreMapping *self, const char *before_id)
{
  const CadreTables *before = NULL;
  const CadreTables *after = NULL;
  guint32 row = CADRE_NO_ROW;
  guint32 same = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_MAPPING (self), NULL);
  g_return_val_if_fail (before_id != NULL, NULL);

  before = cadre_structure_get_tables (self->before);
  after = cadre_structure_get_tables (self->after);
  row = cadre_tables_find (before, CADRE_RECORD_KIND_UNIT, before_id);
  if (row == CADRE_NO_ROW)
    return NULL;

  same = cadre_tables_find (after, CADRE_RECORD_KIND_UNIT, before_id);
  if (same == CADRE_NO_ROW && self->evidence != NULL && self->evidence->units != NULL)
    same = self->evidence->units[row];
  return get_id (self->after, CADRE_RECORD_KIND_UNIT, same);
}
