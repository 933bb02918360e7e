/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "report/cadre-values-private.h"
#include "report/outcomes/cadre-outcomes-view-private.h"

#include <string.h>

/* The outcomes of posts, which are many in a list, by the row of the post. */
static void
append_by_walk (GPtrArray *sorted, GPtrArray *found, const CadreView *view, gboolean before)
{
  g_autoptr (GHashTable) by_post =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < found->len; i++)
    {
      CadreOutcome *outcome = g_ptr_array_index (found, i);
      const char *post =
        before ? cadre_outcome_get_post_before (outcome) : cadre_outcome_get_post_after (outcome);
      GPtrArray *of_post = g_hash_table_lookup (by_post, post);

      if (of_post == NULL)
        {
          of_post = g_ptr_array_new ();
          g_hash_table_insert (by_post, (gpointer) post, of_post);
        }
      g_ptr_array_add (of_post, outcome);
    }

  for (guint32 i = 0; i < view->index->n_posts; i++)
    {
      const char *id = cadre_tables_id (view->tables, CADRE_RECORD_KIND_POST, view->index->walk[i]);
      GPtrArray *of_post = id != NULL ? g_hash_table_lookup (by_post, id) : NULL;

      for (guint j = 0; of_post != NULL && j < of_post->len; j++)
        g_ptr_array_add (sorted, g_object_ref (g_ptr_array_index (of_post, j)));
      if (of_post != NULL)
        g_hash_table_remove (by_post, id);
    }
}

/* Brings outcomes into the order of a tree; those of no post in it last. */
static GPtrArray *
sort_by_tree (GPtrArray *outcomes, const CadreView *view, gboolean before)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < outcomes->len; i++)
    {
      CadreOutcome *outcome = g_ptr_array_index (outcomes, i);
      const char *post =
        before ? cadre_outcome_get_post_before (outcome) : cadre_outcome_get_post_after (outcome);
      gboolean is_found = post != NULL && cadre_tables_find (view->tables, CADRE_RECORD_KIND_POST,
                                                             post) != CADRE_NO_ROW;

      g_ptr_array_add (is_found ? found : others, outcome);
    }

  append_by_walk (sorted, found, view, before);
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (sorted, g_object_ref (g_ptr_array_index (others, i)));

  return sorted;
}

static void
sort_outcomes (CadreOutcomesView *self)
{
  g_autoptr (GPtrArray) assignments = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) positions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->outcomes)); i++)
    {
      CadreOutcome *outcome = cadre_outcomes_get_outcome (self->outcomes, i);

      g_ptr_array_add (cadre_outcome_get_subject (outcome) == CADRE_OUTCOME_SUBJECT_ASSIGNMENT
                         ? assignments
                         : positions,
                       outcome);
    }

  self->assignments = sort_by_tree (assignments, self->before, TRUE);
  self->positions = sort_by_tree (positions, self->after, FALSE);
}

CadreOutcomesView *
cadre_outcomes_view_new (CadreOutcomes *outcomes,
                         CadreRedaction *redaction,
                         const CadreCatalogue *catalogue,
                         GError **error)
{
  g_autoptr (CadreOutcomesView) self = g_new0 (CadreOutcomesView, 1);
  CadreStructure *proposal = cadre_case_get_after (cadre_outcomes_get_case (outcomes));

  self->catalogue = catalogue;
  self->redaction = g_object_ref (redaction);
  self->outcomes = g_object_ref (outcomes);
  self->is_full = cadre_redaction_get_level (redaction) == CADRE_REDACTION_LEVEL_FULL;
  self->changes =
    cadre_comparison_new (cadre_outcomes_get_diff (outcomes), redaction, catalogue, error);
  if (self->changes == NULL)
    return NULL;
  self->proposal =
    cadre_view_new (proposal != NULL ? proposal : cadre_outcomes_get_after (outcomes), redaction,
                    catalogue, error);
  if (self->proposal == NULL)
    return NULL;

  self->before = self->changes->before;
  self->after = self->changes->after;
  self->shows_assignments = self->before->shows_assignments;
  sort_outcomes (self);
  return g_steal_pointer (&self);
}

void
cadre_outcomes_view_free (CadreOutcomesView *self)
{
  g_clear_pointer (&self->assignments, g_ptr_array_unref);
  g_clear_pointer (&self->positions, g_ptr_array_unref);
  g_clear_pointer (&self->changes, cadre_comparison_free);
  g_clear_pointer (&self->proposal, cadre_view_free);
  g_clear_object (&self->outcomes);
  g_clear_object (&self->redaction);
  g_free (self);
}

guint
cadre_outcomes_view_count_holders (const CadreOutcomesView *self, const char *post_before)
{
  CadreStructure *structure = self->before->original;
  const CadreTables *tables = cadre_structure_get_tables (structure);
  guint32 post = post_before != NULL
                   ? cadre_tables_find (tables, CADRE_RECORD_KIND_POST, post_before)
                   : CADRE_NO_ROW;

  return post != CADRE_NO_ROW
           ? cadre_index_count_holders (tables, cadre_structure_get_index (structure), post)
           : 0;
}

gboolean
cadre_outcomes_view_hides (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  const char *post = cadre_outcome_get_post_before (outcome);

  if (self->is_full || post == NULL ||
      cadre_outcome_get_kind (outcome) == CADRE_OUTCOME_KIND_DELETED)
    return FALSE;

  /* Where the holder has been released, or nobody is listed, the one who has a
   * claim is still one person. */
  return cadre_outcomes_view_count_holders (self, post) <= 1;
}

char *
cadre_outcomes_view_assignment (const CadreOutcomesView *self, const char *id)
{
  const CadreTables *tables = self->before->tables;
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 row = CADRE_NO_ROW;
  g_autofree char *holder = NULL;

  if (id == NULL)
    return NULL;
  if (!self->is_full)
    return cadre_redaction_dup_pseudonym (self->redaction, CADRE_RECORD_KIND_ASSIGNMENT, id);

  row = cadre_tables_find (tables, CADRE_RECORD_KIND_ASSIGNMENT, id);
  if (row < table->n_rows)
    holder = cadre_view_reference (self->before, CADRE_RECORD_KIND_ASSIGNMENT, row,
                                   CADRE_FIELD_ASSIGNMENT_PERSON);

  return holder != NULL ? g_strdup_printf ("%s (%s)", id, holder) : g_strdup (id);
}

char *
cadre_outcomes_view_assignment_subject (const CadreOutcomesView *self, const char *id)
{
  g_autofree char *shown =
    id != NULL ? cadre_redaction_dup_pseudonym (self->redaction, CADRE_RECORD_KIND_ASSIGNMENT, id)
               : NULL;

  return shown != NULL ? g_strconcat ("assignment/", shown, NULL) : NULL;
}

char *
cadre_outcomes_view_post_name (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  const char *post = cadre_outcome_get_post_after (outcome);

  if (post != NULL)
    return cadre_view_post_name (self->after, post);

  post = cadre_outcome_get_post_before (outcome);
  return post != NULL ? cadre_view_post_name (self->before, post)
                      : cadre_say (self->catalogue, "unknown");
}

char *
cadre_outcomes_view_post_before (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  const char *post = cadre_outcome_get_post_before (outcome);
  g_autofree char *name = post != NULL ? cadre_view_post_name (self->before, post) : NULL;

  if (post == NULL)
    return cadre_say (self->catalogue, "unknown");
  if (cadre_diff_get_status_before (self->changes->diff, post) == CADRE_POST_STATUS_DELETED)
    return cadre_phrase (self->catalogue, "post.goes", "post", name, NULL);

  return g_steal_pointer (&name);
}
