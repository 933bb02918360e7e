/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-outcomes
 * @Title: CadreOutcomes
 * @Short_Description: What a case comes to
 *
 * #CadreOutcomes are what the rules propose for a #CadreCase: one #CadreOutcome
 * for each assignment in force before, and one for each position of the posts
 * after and of the posts that are deleted. Every one of them has exactly one
 * outcome, with its stage, its reasons and its facts.
 *
 * It is a #GListModel of #CadreOutcome: assignments in the order of their ids,
 * then positions in the order of the ids of their posts, then those of deleted
 * posts. The same case always gives the same outcomes, whatever the order of the
 * rows in its documents.
 *
 * Outcomes never change, and any number of threads may read them.
 */

#include "config.h"

#include "matching/cadre-outcomes-private.h"

static GType
cadre_outcomes_get_item_type (GListModel *model)
{
  return CADRE_TYPE_OUTCOME;
}

static guint
cadre_outcomes_get_n_items (GListModel *model)
{
  return CADRE_OUTCOMES (model)->n_rows;
}

static gpointer
cadre_outcomes_get_item (GListModel *model, guint position)
{
  CadreOutcomes *self = CADRE_OUTCOMES (model);
  const CadreOutcomeRow *row = NULL;

  if (position >= self->n_rows)
    return NULL;

  row = &self->rows[position];
  return cadre_outcome_new (row, self->reasons + row->first_reason, self->facts + row->first_fact);
}

static void
cadre_outcomes_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_outcomes_get_item_type;
  iface->get_n_items = cadre_outcomes_get_n_items;
  iface->get_item = cadre_outcomes_get_item;
}

/**
 * CadreOutcomes:
 *
 * What a case comes to.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CadreOutcomes,
                               cadre_outcomes,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, cadre_outcomes_model_init))

static void
cadre_outcomes_dispose (GObject *object)
{
  CadreOutcomes *self = CADRE_OUTCOMES (object);

  g_clear_object (&self->source);
  g_clear_object (&self->log);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_object (&self->diff);
  g_clear_object (&self->ring_fences);
  g_clear_object (&self->differences);
  g_clear_object (&self->policies);
  g_clear_object (&self->issues);

  G_OBJECT_CLASS (cadre_outcomes_parent_class)->dispose (object);
}

static void
cadre_outcomes_finalize (GObject *object)
{
  CadreOutcomes *self = CADRE_OUTCOMES (object);

  g_clear_pointer (&self->grades, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->reasons, g_free);
  g_clear_pointer (&self->facts, g_free);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->of_assignment, g_free);
  g_clear_pointer (&self->of_post, g_free);
  g_clear_pointer (&self->of_deleted_post, g_free);
  g_clear_pointer (&self->refusals, g_free);
  g_clear_pointer (&self->counted, g_free);
  g_clear_pointer (&self->options, g_free);

  G_OBJECT_CLASS (cadre_outcomes_parent_class)->finalize (object);
}

static void
cadre_outcomes_class_init (CadreOutcomesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cadre_outcomes_dispose;
  object_class->finalize = cadre_outcomes_finalize;
}

static void
cadre_outcomes_init (CadreOutcomes *self)
{
  self->texts = g_string_chunk_new (4096);
  self->ring_fences = g_list_store_new (CADRE_TYPE_RING_FENCE);
  self->differences = g_list_store_new (CADRE_TYPE_READING_DIFFERENCE);
  self->policies = g_list_store_new (CADRE_TYPE_POLICY);
}

/**
 * cadre_outcomes_get_outcome:
 * @self: a #CadreOutcomes
 * @position: the place in the list
 *
 * Gets an outcome.
 *
 * Returns: (transfer full) (nullable): the outcome, or %NULL past the last
 *
 * Since: 1.0
 */
CadreOutcome *
cadre_outcomes_get_outcome (CadreOutcomes *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);

  return cadre_outcomes_get_item (G_LIST_MODEL (self), position);
}

/* Outcomes that no case has made have no structures. */
static guint32
find_row (CadreStructure *structure, CadreRecordKind kind, const char *id)
{
  return structure != NULL ? cadre_tables_find (cadre_structure_get_tables (structure), kind, id)
                           : CADRE_NO_ROW;
}

static CadreOutcome *
get_row (CadreOutcomes *self, guint32 row)
{
  return row != CADRE_NO_ROW ? cadre_outcomes_get_item (G_LIST_MODEL (self), row) : NULL;
}

/**
 * cadre_outcomes_find_assignment:
 * @self: a #CadreOutcomes
 * @assignment: the id of an assignment before
 *
 * Gets the outcome of an assignment.
 *
 * Returns: (transfer full) (nullable): the outcome, or %NULL where there is no
 *   such assignment in force
 *
 * Since: 1.0
 */
CadreOutcome *
cadre_outcomes_find_assignment (CadreOutcomes *self, const char *assignment)
{
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);
  g_return_val_if_fail (assignment != NULL, NULL);

  row = find_row (self->before, CADRE_RECORD_KIND_ASSIGNMENT, assignment);
  return row != CADRE_NO_ROW ? get_row (self, self->of_assignment[row]) : NULL;
}

/* The rows of the positions of a post: those after, else those of a deleted
 * post. */
static void
find_positions (CadreOutcomes *self, const char *post, guint32 *first, guint32 *end)
{
  guint32 row = find_row (self->after, CADRE_RECORD_KIND_POST, post);
  const guint32 *of_post = self->of_post;

  *first = 0;
  *end = 0;
  if (row == CADRE_NO_ROW || of_post[row] == of_post[row + 1])
    {
      of_post = self->of_deleted_post;
      row = find_row (self->before, CADRE_RECORD_KIND_POST, post);
    }
  if (row == CADRE_NO_ROW)
    return;

  *first = of_post[row];
  *end = of_post[row + 1];
}

guint32
cadre_outcomes_find_position_row (CadreOutcomes *self, const char *post, guint number)
{
  guint32 first = 0;
  guint32 end = 0;

  find_positions (self, post, &first, &end);
  if (first == end || number < (guint) self->rows[first].position ||
      number - (guint) self->rows[first].position >= end - first)
    return CADRE_NO_ROW;

  return first + (number - (guint) self->rows[first].position);
}

/**
 * cadre_outcomes_find_position:
 * @self: a #CadreOutcomes
 * @post: the id of a post
 * @number: which of its positions, counted from 1; 0 for a post that does not
 *   say how many it has
 *
 * Gets the outcome of a position.
 *
 * Returns: (transfer full) (nullable): the outcome, or %NULL where there is no
 *   such position
 *
 * Since: 1.0
 */
CadreOutcome *
cadre_outcomes_find_position (CadreOutcomes *self, const char *post, guint number)
{
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);
  g_return_val_if_fail (post != NULL, NULL);

  row = cadre_outcomes_find_position_row (self, post, number);
  return row != CADRE_NO_ROW ? get_row (self, row) : NULL;
}

static void
append_row (CadreOutcomes *self, GListStore *list, guint32 row)
{
  g_autoptr (CadreOutcome) outcome = get_row (self, row);

  if (outcome != NULL)
    g_list_store_append (list, outcome);
}

/**
 * cadre_outcomes_list_for_post:
 * @self: a #CadreOutcomes
 * @post: the id of a post before or after
 *
 * Gets the outcomes that are about a post: of its positions, and of the
 * assignments that are to it before or come to it.
 *
 * Takes time in proportion to the number of assignments.
 *
 * Returns: (transfer full): a list of #CadreOutcome
 *
 * Since: 1.0
 */
GListModel *
cadre_outcomes_list_for_post (CadreOutcomes *self, const char *post)
{
  GListStore *list = NULL;
  guint32 first = 0;
  guint32 end = 0;

  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);
  g_return_val_if_fail (post != NULL, NULL);

  list = g_list_store_new (CADRE_TYPE_OUTCOME);
  find_positions (self, post, &first, &end);
  for (guint32 row = first; row < end; row++)
    append_row (self, list, row);
  for (guint32 row = 0; row < self->n_assignments; row++)
    if (g_strcmp0 (self->rows[row].post_before, post) == 0 ||
        g_strcmp0 (self->rows[row].post_after, post) == 0)
      append_row (self, list, row);

  return G_LIST_MODEL (list);
}

/**
 * cadre_outcomes_list_for_person:
 * @self: a #CadreOutcomes
 * @person: the id of a person
 *
 * Gets the outcomes of all assignments of a person.
 *
 * Returns: (transfer full): a list of #CadreOutcome
 *
 * Since: 1.0
 */
GListModel *
cadre_outcomes_list_for_person (CadreOutcomes *self, const char *person)
{
  GListStore *list = NULL;
  const guint32 *rows = NULL;
  guint32 row = CADRE_NO_ROW;
  guint32 n = 0;

  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);
  g_return_val_if_fail (person != NULL, NULL);

  list = g_list_store_new (CADRE_TYPE_OUTCOME);
  row = find_row (self->before, CADRE_RECORD_KIND_PERSON, person);
  if (row != CADRE_NO_ROW)
    rows = cadre_backward_get (&cadre_structure_get_index (self->before)->assignments_of_person,
                               row, &n);
  for (guint32 i = 0; i < n; i++)
    append_row (self, list, self->of_assignment[rows[i]]);

  return G_LIST_MODEL (list);
}

/**
 * cadre_outcomes_get_n_assignments:
 * @self: a #CadreOutcomes
 *
 * Gets how many outcomes are of assignments. They come first in the list.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_outcomes_get_n_assignments (CadreOutcomes *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), 0);

  return self->n_assignments;
}

/**
 * cadre_outcomes_get_n_positions:
 * @self: a #CadreOutcomes
 *
 * Gets how many outcomes are of positions, those of deleted posts included.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_outcomes_get_n_positions (CadreOutcomes *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), 0);

  return self->n_rows - self->n_assignments;
}

/**
 * cadre_outcomes_count:
 * @self: a #CadreOutcomes
 * @subject: assignments or positions
 * @kind: an outcome
 *
 * Counts the assignments or positions with one outcome.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_outcomes_count (CadreOutcomes *self, CadreOutcomeSubject subject, CadreOutcomeKind kind)
{
  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), 0);
  g_return_val_if_fail (subject <= CADRE_OUTCOME_SUBJECT_POSITION, 0);
  g_return_val_if_fail (kind < CADRE_N_OUTCOME_KINDS, 0);

  return self->counts[subject][kind];
}

/**
 * cadre_outcomes_get_ring_fences:
 * @self: a #CadreOutcomes
 *
 * Gets the ring-fences and selection pools, in the order of their ids.
 *
 * Returns: (transfer none): a list of #CadreRingFence
 *
 * Since: 1.0
 */
GListModel *
cadre_outcomes_get_ring_fences (CadreOutcomes *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);

  return G_LIST_MODEL (self->ring_fences);
}

/**
 * cadre_outcomes_find_ring_fence:
 * @self: a #CadreOutcomes
 * @id: the id of a ring-fence or selection pool
 *
 * Gets one ring-fence or selection pool.
 *
 * Returns: (transfer full) (nullable): the ring-fence, or %NULL where there is
 *   none of that id
 *
 * Since: 1.0
 */
CadreRingFence *
cadre_outcomes_find_ring_fence (CadreOutcomes *self, const char *id)
{
  guint n = 0;

  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->ring_fences));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreRingFence) fence =
        g_list_model_get_item (G_LIST_MODEL (self->ring_fences), i);

      if (g_str_equal (cadre_ring_fence_get_id (fence), id))
        return g_steal_pointer (&fence);
    }

  return NULL;
}

/**
 * cadre_outcomes_get_reading_differences:
 * @self: a #CadreOutcomes
 *
 * Gets the assignments whose outcome depends on whether slotting-in claims are
 * counted once or again after each slotting-in.
 *
 * Returns: (transfer none): a list of #CadreReadingDifference
 *
 * Since: 1.0
 */
GListModel *
cadre_outcomes_get_reading_differences (CadreOutcomes *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);

  return G_LIST_MODEL (self->differences);
}

/**
 * cadre_outcomes_get_issues:
 * @self: a #CadreOutcomes
 *
 * Gets what is wrong with the facts of the case, or has to be looked into.
 *
 * Returns: (transfer none): the issues
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_outcomes_get_issues (CadreOutcomes *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);

  return self->issues;
}

/**
 * cadre_outcomes_get_case:
 * @self: a #CadreOutcomes
 *
 * Gets the case.
 *
 * Returns: (transfer none): the case
 *
 * Since: 1.0
 */
CadreCase *
cadre_outcomes_get_case (CadreOutcomes *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);

  return self->source;
}

/**
 * cadre_outcomes_get_before:
 * @self: a #CadreOutcomes
 *
 * Gets the structure before, at the date of the case.
 *
 * Returns: (transfer none): the structure
 *
 * Since: 1.0
 */
CadreStructure *
cadre_outcomes_get_before (CadreOutcomes *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);

  return self->before;
}

/**
 * cadre_outcomes_get_after:
 * @self: a #CadreOutcomes
 *
 * Gets the structure after, at the date of the case.
 *
 * Returns: (transfer none): the structure
 *
 * Since: 1.0
 */
CadreStructure *
cadre_outcomes_get_after (CadreOutcomes *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);

  return self->after;
}

/**
 * cadre_outcomes_get_diff:
 * @self: a #CadreOutcomes
 *
 * Gets the comparison of the two structures that the outcomes rest on.
 *
 * Returns: (transfer none): the comparison
 *
 * Since: 1.0
 */
CadreDiff *
cadre_outcomes_get_diff (CadreOutcomes *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);

  return self->diff;
}
