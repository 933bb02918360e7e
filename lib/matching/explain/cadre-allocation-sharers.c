/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Those who share a position are one candidate.
 *
 * They have declared that they work together, so what is suggested to one is suggested to
 * all: a post that could be everybody's, and that everybody puts in the same place. Where
 * there is none, it is said why, and nothing is suggested to any of them. */

#include "config.h"

#include "matching/explain/cadre-allocation-private.h"
#include "structure/cadre-tables-structure-private.h"

#include <stdlib.h>

typedef struct
{
  CadreOutcomes *outcomes;
  const CadreTables *tables;
  const CadreIndex *index;
  const GArray *options; /* of CadreOption, as they are of each alone */
  CadreShared *shared;
  GArray *group;    /* of guint32: the rows of those who share, in order */
  GHashTable *done; /* rows of those who share and are looked at; only looked up */
} Union;

int
cadre_allocation_compare_options (gconstpointer a, gconstpointer b)
{
  const CadreOption *x = a;
  const CadreOption *y = b;

  if (x->assignment != y->assignment)
    return x->assignment < y->assignment ? -1 : 1;
  return x->post < y->post ? -1 : x->post > y->post;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static const CadreTable *
get_assignments (const Union *self)
{
  return cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);
}

/* Somebody and those who share the position by declaration, as the run has counted them, but
 * for who leaves. */
static void
find_group (Union *self, guint32 row)
{
  const CadreOutcomes *outcomes = self->outcomes;
  guint32 post = cadre_table_reference (get_assignments (self), CADRE_FIELD_ASSIGNMENT_POST, row);
  guint32 n = 0;
  const guint32 *rows = NULL;

  g_array_set_size (self->group, 0);
  g_array_append_val (self->group, row);
  if (post >= cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST)->n_rows)
    return;

  rows = cadre_backward_get (&self->index->assignments_of_post, post, &n);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 at = outcomes->of_assignment[rows[i]];

      if (rows[i] != row && outcomes->counted[rows[i]] == outcomes->counted[row] &&
          at < outcomes->n_rows && outcomes->rows[at].kind != CADRE_OUTCOME_KIND_LEAVING)
        g_array_append_val (self->group, rows[i]);
    }
  g_array_sort (self->group, compare_rows);
}

static guint32
get_member (const Union *self, guint i)
{
  return g_array_index (self->group, guint32, i);
}

static const CadreOption *
find_option (const Union *self, guint32 row, guint32 post)
{
  CadreOption key = { row, post, 0, 0, 0 };

  return bsearch (&key, self->options->data, self->options->len, sizeof (CadreOption),
                  cadre_allocation_compare_options);
}

/* The first option of somebody, or one of somebody else. */
static guint
find_first (const Union *self, guint32 row)
{
  guint low = 0;
  guint high = self->options->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->options, CadreOption, middle).assignment < row)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
has_options (const Union *self, guint32 row)
{
  guint first = find_first (self, row);

  return first < self->options->len &&
         g_array_index (self->options, CadreOption, first).assignment == row;
}

/* Whether a post could be everybody's; @differs is set where they would not all have it in
 * the same place. */
static gboolean
is_for_all (const Union *self, const CadreOption *option, gboolean *differs)
{
  gboolean is_equal = TRUE;

  for (guint i = 1; i < self->group->len; i++)
    {
      const CadreOption *other = find_option (self, get_member (self, i), option->post);

      if (other == NULL)
        return FALSE;
      is_equal = is_equal && other->place == option->place;
    }

  *differs = *differs || !is_equal;
  return TRUE;
}

/* Puts the options of the group behind the others; what is in the way of that. */
static CadreShareObstacle
add_group (Union *self)
{
  const guint n_before = self->shared->options->len;
  gboolean differs = FALSE;

  for (guint i = 0; i < self->group->len; i++)
    if (!has_options (self, get_member (self, i)))
      return CADRE_SHARE_OBSTACLE_OTHER_HAS_NONE;

  for (guint i = find_first (self, get_member (self, 0)); i < self->options->len; i++)
    {
      const CadreOption *option = &g_array_index (self->options, CadreOption, i);

      if (option->assignment != get_member (self, 0))
        break;
      if (is_for_all (self, option, &differs))
        g_array_append_val (self->shared->options, *option);
    }

  if (!differs && self->shared->options->len > n_before)
    return CADRE_SHARE_OBSTACLE_NONE;

  g_array_set_size (self->shared->options, n_before);
  return differs ? CADRE_SHARE_OBSTACLE_PREFERENCES_DIFFER : CADRE_SHARE_OBSTACLE_NO_POST_FOR_ALL;
}

static void
settle_group (Union *self)
{
  CadreShareObstacle obstacle = add_group (self);

  for (guint i = 0; i < self->group->len; i++)
    {
      CadreSharer sharer = { get_member (self, 0), get_member (self, i), obstacle };

      g_hash_table_add (self->done, GUINT_TO_POINTER (sharer.row));
      if (obstacle == CADRE_SHARE_OBSTACLE_NONE)
        g_array_append_val (self->shared->sharers, sharer);
      else if (has_options (self, sharer.row))
        g_array_append_val (self->shared->left_out, sharer);
    }
}

/* @options are in order. Each comes once for those who share, under the first of them. */
void
cadre_allocation_unite_sharers (CadreOutcomes *outcomes, const GArray *options, CadreShared *shared)
{
  g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  Union self = { outcomes,
                 cadre_structure_get_tables (outcomes->before),
                 cadre_structure_get_index (outcomes->before),
                 options,
                 shared,
                 group,
                 done };

  for (guint i = 0; i < options->len; i++)
    {
      const CadreOption *option = &g_array_index (options, CadreOption, i);
      const gboolean is_first = i == 0 || (option - 1)->assignment != option->assignment;

      if (g_hash_table_contains (done, GUINT_TO_POINTER (option->assignment)))
        continue;
      if (is_first)
        find_group (&self, option->assignment);
      if (group->len == 1)
        g_array_append_val (shared->options, *option);
      else
        settle_group (&self);
    }

  g_array_sort (shared->options, cadre_allocation_compare_options);
  g_array_sort (shared->left_out, cadre_allocation_compare_sharers);
  g_array_sort (shared->sharers, cadre_allocation_compare_sharers);
}

int
cadre_allocation_compare_sharers (gconstpointer a, gconstpointer b)
{
  const CadreSharer *x = a;
  const CadreSharer *y = b;

  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static const char *
get_id (CadreAllocation *self, guint32 row)
{
  return cadre_tables_id (cadre_structure_get_tables (self->outcomes->before),
                          CADRE_RECORD_KIND_ASSIGNMENT, row);
}

/* The first of those who share under a row, or under a later one. */
static guint
find_first_sharer (CadreAllocation *self, guint32 row)
{
  guint low = 0;
  guint high = self->shared.sharers->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->shared.sharers, CadreSharer, middle).first < row)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * cadre_allocation_dup_sharers:
 * @self: a #CadreAllocation
 * @candidate: the place of a candidate, from 0
 *
 * Gets who shares a position with a candidate, and takes the same post together. O(log n), and
 * linear in those who share it.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the other assignments;
 *   none where the candidate goes alone
 *
 * Since: 1.0
 */
char **
cadre_allocation_dup_sharers (CadreAllocation *self, guint candidate)
{
  g_autoptr (GPtrArray) ids = NULL;
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), NULL);

  ids = g_ptr_array_new_with_free_func (g_free);
  if (candidate < self->people->len)
    row = g_array_index (self->people, guint32, candidate);
  for (guint i = find_first_sharer (self, row); i < self->shared.sharers->len; i++)
    {
      const CadreSharer *sharer = &g_array_index (self->shared.sharers, CadreSharer, i);

      if (sharer->first != row)
        break;
      if (sharer->row != row)
        g_ptr_array_add (ids, g_strdup (get_id (self, sharer->row)));
    }

  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

/**
 * cadre_allocation_get_n_left_out:
 * @self: a #CadreAllocation
 *
 * Gets how many assignments have a post that could be theirs, and no suggestion because
 * they share a position with others for whom it is not so.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
guint
cadre_allocation_get_n_left_out (CadreAllocation *self)
{
  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), 0);

  return self->shared.left_out->len;
}

/**
 * cadre_allocation_get_left_out:
 * @self: a #CadreAllocation
 * @place: the place in the list, from 0
 *
 * Gets who is left out.
 *
 * Returns: (transfer none) (nullable): the id of the assignment, or %NULL past the last
 *
 * Since: 1.0
 */
const char *
cadre_allocation_get_left_out (CadreAllocation *self, guint place)
{
  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), NULL);

  return place < self->shared.left_out->len
           ? get_id (self, g_array_index (self->shared.left_out, CadreSharer, place).row)
           : NULL;
}

/**
 * cadre_allocation_get_obstacle:
 * @self: a #CadreAllocation
 * @place: the place in the list of who is left out, from 0
 *
 * Gets why somebody is left out, as a stable code: `other-has-none`, where no post could be
 * that of another who shares the position; `no-post-for-all`, where each of them has one and no
 * post could be that of all; or `preferences-differ`, where they have one in different places
 * of their preferences.
 *
 * Returns: (transfer none) (nullable): the code, or %NULL past the last
 *
 * Since: 1.0
 */
const char *
cadre_allocation_get_obstacle (CadreAllocation *self, guint place)
{
  static const char *const codes[] = {
    [CADRE_SHARE_OBSTACLE_NONE] = NULL,
    [CADRE_SHARE_OBSTACLE_OTHER_HAS_NONE] = "other-has-none",
    [CADRE_SHARE_OBSTACLE_NO_POST_FOR_ALL] = "no-post-for-all",
    [CADRE_SHARE_OBSTACLE_PREFERENCES_DIFFER] = "preferences-differ",
  };

  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), NULL);

  return place < self->shared.left_out->len
           ? codes[g_array_index (self->shared.left_out, CadreSharer, place).obstacle]
           : NULL;
}
