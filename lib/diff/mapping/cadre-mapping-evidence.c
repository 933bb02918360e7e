/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Mappings made by evidence, at once or in a thread. */

#include "config.h"

#include "diff/cadre-mapping-private.h"
#include "diff/mapping/cadre-mapping-settings-private.h"

#include <string.h>

/* By post: whether anything is said of it. */
static gboolean
find_fixed (CadreMapping *self, guint8 **fixed_before, guint8 **fixed_after)
{
  const CadrePairing *posts = &self->posts;
  const guint32 n_before = cadre_structure_get_n_records (self->before, CADRE_RECORD_KIND_POST);
  const guint32 n_after = cadre_structure_get_n_records (self->after, CADRE_RECORD_KIND_POST);

  *fixed_before = g_try_malloc0 (MAX (n_before, 1));
  *fixed_after = g_try_malloc0 (MAX (n_after, 1));
  if (posts->after_of == NULL || *fixed_before == NULL || *fixed_after == NULL)
    return FALSE;

  for (guint i = 0; i < self->claims->len; i++)
    {
      const CadreClaim *claim = &g_array_index (self->claims, CadreClaim, i);

      if (claim->before != CADRE_NO_ROW)
        (*fixed_before)[claim->before] = TRUE;
      if (claim->after != CADRE_NO_ROW)
        (*fixed_after)[claim->after] = TRUE;
    }

  return TRUE;
}

/* By post after: one before that a person says it was made of; or by post before: one after
 * that it was split into. There may be others, that nobody has said anything of yet. NULL for
 * want of memory. */
static guint32 *
find_stated (CadreMapping *self, CadreLineageKind kind)
{
  const gboolean is_split = kind == CADRE_LINEAGE_KIND_SPLIT;
  const guint32 n =
    cadre_structure_get_n_records (is_split ? self->before : self->after, CADRE_RECORD_KIND_POST);
  guint32 *stated = g_try_new (guint32, MAX (n, 1));

  if (stated == NULL)
    return NULL;

  memset (stated, 0xff, n * sizeof (guint32));
  for (guint i = self->claims->len; i > 0; i--)
    {
      const CadreClaim *claim = &g_array_index (self->claims, CadreClaim, i - 1);

      if (claim->kind == kind && claim->basis == CADRE_PAIR_BASIS_CONFIRMED &&
          claim->before != CADRE_NO_ROW && claim->after != CADRE_NO_ROW)
        stated[is_split ? claim->before : claim->after] = is_split ? claim->after : claim->before;
    }

  return stated;
}

gboolean
cadre_mapping_map_by_evidence (CadreMapping *self,
                               const CadreSides *sides,
                               const CadreMappingRules *rules,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autofree guint8 *fixed_before = NULL;
  g_autofree guint8 *fixed_after = NULL;
  g_autofree guint32 *made_of = NULL;
  g_autofree guint32 *split_into = NULL;
  CadreEvidenceInput input = { .sides = sides, .rules = rules };

  if (self->claims->len > 0)
    {
      made_of = find_stated (self, CADRE_LINEAGE_KIND_MERGE);
      split_into = find_stated (self, CADRE_LINEAGE_KIND_SPLIT);
      if (made_of == NULL || split_into == NULL)
        return cadre_mapping_set_memory_error (error);
    }
  if (!find_fixed (self, &fixed_before, &fixed_after))
    return cadre_mapping_set_memory_error (error);
  input.refused = self->refused;
  input.issues = self->issues;
  input.split_into = split_into;
  input.made_of = made_of;
  cadre_structure_get_index (self->before); /* the place of a post in its tree is evidence */
  cadre_structure_get_index (self->after);
  input.fixed_before = fixed_before;
  input.fixed_after = fixed_after;
  self->evidence = cadre_evidence_run (&input, &self->posts, cancellable, error);
  return self->evidence != NULL;
}

static gboolean
is_list_of_pairs (GListModel *confirmed)
{
  return confirmed == NULL ||
         (G_IS_LIST_MODEL (confirmed) &&
          g_type_is_a (g_list_model_get_item_type (confirmed), CADRE_TYPE_PAIR));
}

/**
 * cadre_mapping_new_by_evidence:
 * @before: the structure before
 * @after: the structure after
 * @confirmed: (nullable): a #GListModel of #CadrePair that a person has
 *   confirmed or refused, or %NULL for none
 * @settings: (nullable): what counts for how much, or %NULL for the default ones
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Finds out which posts belong together, also where ids are new, name another
 * job, or are not there. What a person confirms and what the structure after
 * declares is heard as in cadre_mapping_new(), and stands above all else. Then
 * comes what cadre_mapping_settings_get_method() says.
 *
 * With %CADRE_MAPPING_METHOD_AUTO posts with equal ids are one post, unless
 * their employer has given new ids to its posts, or the id names another job and
 * the job has gone elsewhere. Ids are new where less than a quarter of the ids of
 * the smaller side are on both, or where they are dealt out anew, as the numbers of
 * rows are: where more of them went from one job to another than name what they
 * named. What ids leave open is mapped by evidence. With
 * %CADRE_MAPPING_METHOD_SIMILARITY ids are not looked at.
 *
 * Whether an id went from one job to another is asked only where titles differ. It may
 * have where the title before is found after, on just one post whose own id is in
 * doubt too, or is new; or where that is so of the title with its unit or the title of
 * its manager, which is looked at where there are up to 10000 posts or one id in 50
 * is in doubt. All such steps from id to id, as of rows that shifted or were
 * exchanged, are judged together, by whether unit, grade, manager, reports, pay and the
 * like go with the titles or stay with the ids. Where posts only exchange titles, and the
 * rest stays, ids hold; where nothing else tells the posts apart, titles do. What
 * is not clear stays with the ids, and is for review.
 *
 * Where ids hold, and the document of one structure says that a post of the other has
 * ended (cadre_structure_dup_ended_posts()), evidence makes it none of another title.
 *
 * By evidence, of all ways to map posts one to one the best is taken, and of
 * that each pair that is likely enough and clearly better than without it. What
 * is not is left unmapped, and listed for review. Managers are evidence for
 * those who report to them and the other way round, so that this is done again
 * until nothing changes. The answer does not depend on the order of anything,
 * save that posts that nothing tells apart are paired in the order of their ids.
 * In large structures not all pairs can be looked at; #CadreMappingSettings says
 * which are. With @before and @after exchanged the same posts are mapped to each
 * other, save by what only one of the two declares, and where both have one date and
 * the same ids, which are not looked at.
 *
 * Returns: (transfer full): the mapping, or %NULL with @error set if it was
 *   cancelled or for want of memory
 *
 * Since: 1.0
 */
CadreMapping *
cadre_mapping_new_by_evidence (CadreStructure *before,
                               CadreStructure *after,
                               GListModel *confirmed,
                               CadreMappingSettings *settings,
                               GCancellable *cancellable,
                               GError **error)
{
  CadreMappingRules rules;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (before), NULL);
  g_return_val_if_fail (CADRE_IS_STRUCTURE (after), NULL);
  g_return_val_if_fail (is_list_of_pairs (confirmed), NULL);
  g_return_val_if_fail (settings == NULL || CADRE_IS_MAPPING_SETTINGS (settings), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  cadre_mapping_settings_get_rules (settings, &rules);
  return cadre_mapping_new_by_rules (before, after, confirmed, &rules, cancellable, error);
}

/* What a thread needs. */
typedef struct
{
  CadreStructure *before;
  CadreStructure *after;
  GListModel *confirmed; /* (nullable) */
  CadreMappingRules rules;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *self = data;

  g_object_unref (self->before);
  g_object_unref (self->after);
  g_clear_object (&self->confirmed);
  g_free (self);
}

static void
run_errand (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Errand *errand = data;
  GError *error = NULL;
  CadreMapping *mapping = NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
    mapping = cadre_mapping_new_by_rules (errand->before, errand->after, errand->confirmed,
                                          &errand->rules, cancellable, &error);

  if (mapping != NULL)
    g_task_return_pointer (task, mapping, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * cadre_mapping_new_by_evidence_async:
 * @before: the structure before
 * @after: the structure after
 * @confirmed: (nullable): a #GListModel of #CadrePair, which must not be changed
 *   until it is done, or %NULL for none
 * @settings: (nullable): what counts for how much, or %NULL for the default ones
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @callback: (nullable) (scope async): a #GAsyncReadyCallback to call when it is done
 * @user_data: (closure): what to give to @callback
 *
 * Finds out in a thread which posts belong together, as
 * cadre_mapping_new_by_evidence() does. When that is done, @callback is called,
 * which calls cadre_mapping_new_by_evidence_finish() to get the mapping.
 *
 * Since: 1.0
 */
void
cadre_mapping_new_by_evidence_async (CadreStructure *before,
                                     CadreStructure *after,
                                     GListModel *confirmed,
                                     CadreMappingSettings *settings,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Errand *errand = NULL;

  g_return_if_fail (CADRE_IS_STRUCTURE (before));
  g_return_if_fail (CADRE_IS_STRUCTURE (after));
  g_return_if_fail (is_list_of_pairs (confirmed));
  g_return_if_fail (settings == NULL || CADRE_IS_MAPPING_SETTINGS (settings));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  errand = g_new0 (Errand, 1);
  errand->before = g_object_ref (before);
  errand->after = g_object_ref (after);
  errand->confirmed = confirmed != NULL ? g_object_ref (confirmed) : NULL;
  cadre_mapping_settings_get_rules (settings, &errand->rules);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, cadre_mapping_new_by_evidence_async);
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, run_errand);
}

/**
 * cadre_mapping_new_by_evidence_finish:
 * @result: a #GAsyncResult
 * @error: return location for a #GError, or %NULL
 *
 * Finishes what cadre_mapping_new_by_evidence_async() began.
 *
 * Returns: (transfer full): the mapping, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreMapping *
cadre_mapping_new_by_evidence_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cadre_mapping_new_by_evidence_async),
                        NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
