/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-allocation
 * @Title: CadreAllocation
 * @Short_Description: Who could be offered what, where nobody competes
 *
 * A #CadreAllocation suggests what displaced people could be offered, of the vacancies
 * that people have judged suitable for them; or which of several posts that each could
 * be slotted into people would take by their preferences. It is a proposal, and decides
 * nothing. For limited competition there is none, ever.
 *
 * As many as can be are placed; of all ways to do so, one of those is taken in which the
 * places that people gave the posts in their preferences add up to least. A post that
 * somebody has not listed counts as one place after the last that anybody has. Where
 * several ways are as good and somebody would be placed differently in them, nothing is
 * suggested for that person: cadre_allocation_is_tied(). So neither names nor the order
 * of rows choose anybody.
 *
 * Those who share a position by declaration are one candidate, under the first of them, and
 * take one position: of the posts that could be everybody's, where all of them have each in
 * the same place of their preferences. Else nothing is suggested to any of them, and
 * cadre_allocation_get_obstacle() says why.
 *
 * cadre_allocation_get_matching() holds the proof: a price of each vertex of
 * cadre_allocation_get_graph(), as cadre_bipartite_matching_get_prices() describes. Its
 * left vertices are the candidates. Its right ones are the posts, and after them one for
 * each candidate that stands for no post, at a cost at which nobody has it who need not.
 */

#include "config.h"

#include "matching/cadre-outcomes-private.h"
#include "matching/explain/cadre-allocation-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-matching-error.h>

#include <stdlib.h>

/**
 * CadreAllocation:
 *
 * Who could be offered what, where nobody competes.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreAllocation, cadre_allocation, G_TYPE_OBJECT)

static void
cadre_allocation_finalize (GObject *object)
{
  CadreAllocation *self = CADRE_ALLOCATION (object);

  g_clear_object (&self->outcomes);
  g_clear_object (&self->graph);
  g_clear_object (&self->matching);
  g_clear_pointer (&self->shared.options, g_array_unref);
  g_clear_pointer (&self->shared.sharers, g_array_unref);
  g_clear_pointer (&self->shared.left_out, g_array_unref);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->posts, g_array_unref);
  g_clear_pointer (&self->is_tied, g_free);

  G_OBJECT_CLASS (cadre_allocation_parent_class)->finalize (object);
}

static void
cadre_allocation_class_init (CadreAllocationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_allocation_finalize;
}

static void
cadre_allocation_init (CadreAllocation *self)
{
  self->options = self->shared.options = g_array_new (FALSE, FALSE, sizeof (CadreOption));
  self->shared.sharers = g_array_new (FALSE, FALSE, sizeof (CadreSharer));
  self->shared.left_out = g_array_new (FALSE, FALSE, sizeof (CadreSharer));
  self->people = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->posts = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* Numbers in order, each once. */
static void
sort_rows (GArray *rows)
{
  guint n = 0;

  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    if (n == 0 || g_array_index (rows, guint32, n - 1) != g_array_index (rows, guint32, i))
      g_array_index (rows, guint32, n++) = g_array_index (rows, guint32, i);
  g_array_set_size (rows, n);
}

static guint
find_row (GArray *rows, guint32 row)
{
  guint low = 0;
  guint high = rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (rows, guint32, middle) < row)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
take_options (CadreAllocation *self)
{
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (CadreOption));

  for (gsize i = 0; i < self->outcomes->n_options; i++)
    if (self->outcomes->options[i].stage == self->stage)
      g_array_append_val (alone, self->outcomes->options[i]);
  g_array_sort (alone, cadre_allocation_compare_options);
  cadre_allocation_unite_sharers (self->outcomes, alone, &self->shared);

  for (guint i = 0; i < self->options->len; i++)
    {
      const CadreOption *option = &g_array_index (self->options, CadreOption, i);

      g_array_append_val (self->people, option->assignment);
      g_array_append_val (self->posts, option->post);
    }
  sort_rows (self->people);
  sort_rows (self->posts);
}

/* A post that is not listed comes after all that are. */
static gint64
find_last_place (const CadreAllocation *self)
{
  gint64 last = 0;

  for (guint i = 0; i < self->options->len; i++)
    last = MAX (last, (gint64) g_array_index (self->options, CadreOption, i).place);
  return last + 1;
}

static gboolean
add_posts (CadreAllocation *self, gint64 last, GError **error)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      const CadreOption *option = &g_array_index (self->options, CadreOption, i);
      guint post = find_row (self->posts, option->post);

      if (!cadre_bipartite_add_edge (self->graph, find_row (self->people, option->assignment), post,
                                     option->place > 0 ? option->place : last, error) ||
          !cadre_bipartite_set_n_places (self->graph, post,
                                         MIN (option->n_places, self->people->len), error))
        return FALSE;
    }

  return TRUE;
}

/* No post costs more than all places together can save. */
static gboolean
add_nowhere (CadreAllocation *self, gint64 last, GError **error)
{
  const gint64 cost = (gint64) self->people->len * last + 1;

  for (guint i = 0; i < self->people->len; i++)
    if (!cadre_bipartite_add_edge (self->graph, i, self->posts->len + i, cost, error))
      return FALSE;

  return TRUE;
}

static gboolean
solve (CadreAllocation *self, GCancellable *cancellable, GError **error)
{
  const gint64 last = find_last_place (self);

  self->graph = cadre_bipartite_new (self->people->len, self->posts->len + self->people->len);
  if (!add_posts (self, last, error) || !add_nowhere (self, last, error))
    return FALSE;

  self->matching = cadre_bipartite_assign (self->graph, cancellable, error);
  if (self->matching == NULL || !cadre_bipartite_matching_check (self->matching, error))
    return FALSE;

  self->is_tied = g_try_malloc0 ((gsize) self->people->len + 1);
  if (self->is_tied != NULL &&
      cadre_allocation_find_ties (self->graph, self->matching, self->is_tied))
    return TRUE;

  g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_MEMORY,
                       "There is not enough memory to suggest an allocation");
  return FALSE;
}

/**
 * cadre_outcomes_suggest_allocation:
 * @self: a #CadreOutcomes
 * @stage: %CADRE_STAGE_WIDER_COMPETITION for offers to whoever is displaced, or
 *   %CADRE_STAGE_SLOTTING_IN for who could be slotted into several posts
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Suggests an allocation, with its proof. It is a proposal: people decide.
 *
 * For any other stage, and so for limited competition, it is
 * %CADRE_MATCHING_ERROR_COMPETITION: who is appointed there is for a panel, on
 * merit, and a suggestion would prejudge it.
 *
 * Returns: (transfer full): the allocation, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreAllocation *
cadre_outcomes_suggest_allocation (CadreOutcomes *self,
                                   CadreStage stage,
                                   GCancellable *cancellable,
                                   GError **error)
{
  g_autoptr (CadreAllocation) allocation = NULL;

  g_return_val_if_fail (CADRE_IS_OUTCOMES (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (stage != CADRE_STAGE_WIDER_COMPETITION && stage != CADRE_STAGE_SLOTTING_IN)
    {
      g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_COMPETITION,
                           stage == CADRE_STAGE_LIMITED_COMPETITION
                             ? "Nobody is suggested for limited competition: a panel appoints"
                             : "There is nothing to be suggested for that stage");
      return NULL;
    }

  allocation = g_object_new (CADRE_TYPE_ALLOCATION, NULL);
  allocation->outcomes = g_object_ref (self);
  allocation->stage = stage;
  take_options (allocation);
  return solve (allocation, cancellable, error) ? g_steal_pointer (&allocation) : NULL;
}

/**
 * cadre_allocation_get_stage:
 * @self: a #CadreAllocation
 *
 * Gets what it is for.
 *
 * Returns: the stage
 *
 * Since: 1.0
 */
CadreStage
cadre_allocation_get_stage (CadreAllocation *self)
{
  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), CADRE_STAGE_NONE);

  return self->stage;
}

/**
 * cadre_allocation_get_notice:
 * @self: a #CadreAllocation
 *
 * Gets what has to stand beside an allocation wherever it is shown.
 *
 * Returns: (transfer none): an English sentence
 *
 * Since: 1.0
 */
const char *
cadre_allocation_get_notice (CadreAllocation *self)
{
  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), NULL);

  return "This is a proposal on the present facts. No decision has been made.";
}

/**
 * cadre_allocation_get_n_candidates:
 * @self: a #CadreAllocation
 *
 * Gets how many assignments have a post that could be theirs.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
guint
cadre_allocation_get_n_candidates (CadreAllocation *self)
{
  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), 0);

  return self->people->len;
}

static guint
find_right (const CadreAllocation *self, guint candidate)
{
  gsize n = 0;
  const gint *rights = cadre_bipartite_matching_get_rights (self->matching, &n);

  return candidate < n ? (guint) rights[candidate] : G_MAXUINT;
}

static gboolean
is_proposed (const CadreAllocation *self, guint candidate)
{
  return candidate < self->people->len && !self->is_tied[candidate] &&
         find_right (self, candidate) < self->posts->len;
}

/**
 * cadre_allocation_count_proposals:
 * @self: a #CadreAllocation
 *
 * Counts the candidates for whom a post is suggested. O(n).
 *
 * Returns: how many
 *
 * Since: 1.0
 */
guint
cadre_allocation_count_proposals (CadreAllocation *self)
{
  guint n = 0;

  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), 0);

  for (guint i = 0; i < self->people->len; i++)
    n += is_proposed (self, i);

  return n;
}

static const char *
get_id (CadreStructure *structure, CadreRecordKind kind, guint32 row)
{
  return cadre_tables_id (cadre_structure_get_tables (structure), kind, row);
}

/**
 * cadre_allocation_get_assignment:
 * @self: a #CadreAllocation
 * @candidate: the place of a candidate, from 0
 *
 * Gets who a candidate is.
 *
 * Returns: (transfer none) (nullable): the id of the assignment, or %NULL past the last
 *
 * Since: 1.0
 */
const char *
cadre_allocation_get_assignment (CadreAllocation *self, guint candidate)
{
  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), NULL);

  return candidate < self->people->len
           ? get_id (self->outcomes->before, CADRE_RECORD_KIND_ASSIGNMENT,
                     g_array_index (self->people, guint32, candidate))
           : NULL;
}

/**
 * cadre_allocation_get_post:
 * @self: a #CadreAllocation
 * @candidate: the place of a candidate, from 0
 *
 * Gets which post is suggested for a candidate.
 *
 * Returns: (transfer none) (nullable): the id of the post; %NULL if there is none in
 *   any allocation that is as good, or not the same in all of them
 *
 * Since: 1.0
 */
const char *
cadre_allocation_get_post (CadreAllocation *self, guint candidate)
{
  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), NULL);

  return is_proposed (self, candidate)
           ? get_id (self->outcomes->after, CADRE_RECORD_KIND_POST,
                     g_array_index (self->posts, guint32, find_right (self, candidate)))
           : NULL;
}

/**
 * cadre_allocation_get_preference:
 * @self: a #CadreAllocation
 * @candidate: the place of a candidate, from 0
 *
 * Gets the place of the suggested post in what the candidate would like.
 *
 * Returns: the place from 1, or 0 if it is not listed or there is no suggestion
 *
 * Since: 1.0
 */
guint
cadre_allocation_get_preference (CadreAllocation *self, guint candidate)
{
  CadreOption key = { 0 };
  const CadreOption *option = NULL;

  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), 0);

  if (!is_proposed (self, candidate))
    return 0;

  key.assignment = g_array_index (self->people, guint32, candidate);
  key.post = g_array_index (self->posts, guint32, find_right (self, candidate));
  option = bsearch (&key, self->options->data, self->options->len, sizeof (CadreOption),
                    cadre_allocation_compare_options);
  return option != NULL ? option->place : 0;
}

/**
 * cadre_allocation_is_tied:
 * @self: a #CadreAllocation
 * @candidate: the place of a candidate, from 0
 *
 * Gets whether a candidate would be placed differently in an allocation that is
 * as good. Which of them it is to be, people choose.
 *
 * Returns: whether it is so
 *
 * Since: 1.0
 */
gboolean
cadre_allocation_is_tied (CadreAllocation *self, guint candidate)
{
  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), FALSE);

  return candidate < self->people->len && self->is_tied[candidate];
}

/**
 * cadre_allocation_dup_posts:
 * @self: a #CadreAllocation
 *
 * Gets which posts the right vertices of the graph are, as far as they are posts.
 *
 * Returns: (transfer full) (array zero-terminated=1): their ids
 *
 * Since: 1.0
 */
char **
cadre_allocation_dup_posts (CadreAllocation *self)
{
  char **posts = NULL;

  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), NULL);

  posts = g_new0 (char *, (gsize) self->posts->len + 1);
  for (guint i = 0; i < self->posts->len; i++)
    posts[i] = g_strdup (get_id (self->outcomes->after, CADRE_RECORD_KIND_POST,
                                 g_array_index (self->posts, guint32, i)));

  return posts;
}

/**
 * cadre_allocation_get_graph:
 * @self: a #CadreAllocation
 *
 * Gets what was solved: candidates on the left, posts and no posts on the right.
 *
 * Returns: (transfer none): the graph
 *
 * Since: 1.0
 */
CadreBipartite *
cadre_allocation_get_graph (CadreAllocation *self)
{
  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), NULL);

  return self->graph;
}

/**
 * cadre_allocation_get_matching:
 * @self: a #CadreAllocation
 *
 * Gets one allocation of those that are best, with the prices that prove it. Where
 * somebody is tied, it is one of several.
 *
 * Returns: (transfer none): the solution
 *
 * Since: 1.0
 */
CadreBipartiteMatching *
cadre_allocation_get_matching (CadreAllocation *self)
{
  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), NULL);

  return self->matching;
}

/**
 * cadre_allocation_check:
 * @self: a #CadreAllocation
 * @error: return location for a #GError, or %NULL
 *
 * Verifies the proof without solving anything, and that no post is suggested to
 * more people than it has positions.
 *
 * Returns: %FALSE with @error set if it is no best allocation
 *
 * Since: 1.0
 */
gboolean
cadre_allocation_check (CadreAllocation *self, GError **error)
{
  g_autofree guint *n_used = NULL;

  g_return_val_if_fail (CADRE_IS_ALLOCATION (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!cadre_bipartite_matching_check (self->matching, error))
    return FALSE;

  n_used = g_new0 (guint, (gsize) self->posts->len + 1);
  for (guint i = 0; i < self->people->len; i++)
    {
      guint post = find_right (self, i);

      if (post < self->posts->len &&
          ++n_used[post] > cadre_bipartite_get_n_places (self->graph, post))
        {
          g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_PROOF,
                               "A post is suggested to more people than it has positions");
          return FALSE;
        }
    }

  return TRUE;
}
