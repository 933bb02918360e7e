/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Mappings made by evidence, at once or in a thread. */

#include "config.h"

#include "diff/cadre-mapping-private.h"
#include "diff/mapping/cadre-mapping-settings-private.h"

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
