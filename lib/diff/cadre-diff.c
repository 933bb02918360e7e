/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-diff
 * @Title: CadreDiff
 * @Short_Description: What is different between two structures
 *
 * A #CadreDiff compares every field of every record of two structures. It is a
 * #GListModel of #CadreChange in a fixed order, whatever the order of the
 * documents was: by the kind of record that a change is about, then by its id
 * after, or before where it is not there after, then by the kind of change, the
 * kind of record that is different, and the field. All changes of one post stand
 * together; see cadre_diff_list_for().
 *
 * Which posts belong together is a #CadreMapping; all other records belong
 * together by their ids, and rows without an id by their natural keys. A post
 * that is one with a post of another id is not a different post, and whoever
 * has it as a manager has the same manager.
 *
 * Each difference is in one change. Where a line of management ends elsewhere,
 * that is one change of the post that reports, and none of those below it. The
 * creation of a post stands for all its fields, its lines, fundings and
 * statements, and its deletion likewise; the functions that it has gained or
 * lost are listed. Beside these, %CADRE_CHANGE_KIND_POSTS_MERGED and
 * %CADRE_CHANGE_KIND_POST_SPLIT say which creations and deletions are one thing.
 *
 * A field that one side does not state may not have changed at all; see
 * cadre_change_is_learned(). The head of the documents is not compared.
 *
 * What the documents declare of posts is kept apart from what the comparison
 * finds. Where the two contradict each other, cadre_diff_get_issues() says so.
 *
 * A diff never changes, and any number of threads may read it.
 */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "diff/cadre-diff-private.h"

#include <stdlib.h>
#include <string.h>

#define MAX_ISSUES 1000

static void list_model_iface_init (GListModelInterface *iface);

/**
 * CadreDiff:
 *
 * What is different between two structures.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CadreDiff,
                               cadre_diff,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
cadre_diff_get_item_type (GListModel *model)
{
  return CADRE_TYPE_CHANGE;
}

static guint
cadre_diff_get_n_items (GListModel *model)
{
  return CADRE_DIFF (model)->n_differences;
}

static gpointer
cadre_diff_get_item (GListModel *model, guint position)
{
  return cadre_diff_get_change (CADRE_DIFF (model), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_diff_get_item_type;
  iface->get_n_items = cadre_diff_get_n_items;
  iface->get_item = cadre_diff_get_item;
}

static void
cadre_diff_finalize (GObject *object)
{
  CadreDiff *self = CADRE_DIFF (object);

  for (guint i = 0; i < CADRE_N_RECORD_KINDS; i++)
    if (i != CADRE_RECORD_KIND_POST)
      cadre_pairing_clear (&self->pairings[i]);
  cadre_functions_clear (&self->functions);
  g_free (self->post_codes);
  g_free (self->differences);
  g_free (self->post_flags);
  g_clear_object (&self->issues);
  g_clear_object (&self->mapping);
  g_clear_object (&self->before);
  g_clear_object (&self->after);

  G_OBJECT_CLASS (cadre_diff_parent_class)->finalize (object);
}

static void
cadre_diff_class_init (CadreDiffClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_diff_finalize;
}

static void
cadre_diff_init (CadreDiff *self)
{
}

/* By code after: whether it is the id of a post. */
static guint8 *
find_post_ids (const CadreSides *sides)
{
  const CadreTable *posts = cadre_tables_get (sides->after, CADRE_RECORD_KIND_POST);
  guint8 *is_post = g_try_malloc0 (cadre_string_table_size (sides->after->strings));

  for (guint32 row = 0; is_post != NULL && row < posts->n_rows; row++)
    is_post[cadre_table_code (posts, 0, row)] = TRUE;

  return is_post;
}

/* Ids of posts lead to the same post, whatever its id is after. Where posts are
 * paired by their ids alone that is the same as all other codes. */
static gboolean
translate_posts (CadreDiff *self)
{
  const CadreTable *before = cadre_tables_get (self->sides.before, CADRE_RECORD_KIND_POST);
  const CadreTable *after = cadre_tables_get (self->sides.after, CADRE_RECORD_KIND_POST);
  const guint32 *after_of = self->pairings[CADRE_RECORD_KIND_POST].after_of;
  const guint32 n_codes = cadre_string_table_size (self->sides.after->strings);
  const gsize n = cadre_string_table_size (self->sides.before->strings);
  g_autofree guint8 *is_post = NULL;

  self->sides.post_codes = self->sides.codes;
  if (self->mapping->claims->len == 0 && self->mapping->evidence == NULL)
    return TRUE;

  is_post = find_post_ids (&self->sides);
  self->post_codes = g_try_new (guint32, n);
  if (is_post == NULL || self->post_codes == NULL)
    return FALSE;

  /* Backwards, so that the first of several with one id answers for it. */
  memcpy (self->post_codes, self->sides.codes, n * sizeof (guint32));
  for (guint32 row = before->n_rows; row > 0; row--)
    {
      const guint32 code = cadre_table_code (before, 0, row - 1);
      const guint32 found = self->sides.codes[code];

      if (after_of[row - 1] != CADRE_NO_ROW)
        self->post_codes[code] = cadre_table_code (after, 0, after_of[row - 1]);
      else if (found < n_codes && is_post[found])
        self->post_codes[code] = CADRE_CODE_ELSEWHERE;
    }

  self->sides.post_codes = self->post_codes;
  return TRUE;
}

static gboolean
pair_table (CadreDiff *self, CadreRecordKind kind)
{
  CadrePairing *pairing = &self->pairings[kind];
  const CadreRecordKind owner_kind = cadre_pairing_owner_kind (kind);

  if (kind == CADRE_RECORD_KIND_POST)
    return TRUE;
  if (!cadre_pairing_init (pairing, cadre_tables_get (self->sides.before, kind)->n_rows,
                           cadre_tables_get (self->sides.after, kind)->n_rows))
    return FALSE;

  if (cadre_schema_get (kind)->keys != NULL)
    return cadre_pairing_by_key (pairing, &self->sides, kind,
                                 owner_kind != kind ? &self->pairings[owner_kind] : NULL);

  cadre_pairing_by_id (pairing, &self->sides, kind);
  return kind != CADRE_RECORD_KIND_ASSIGNMENT ||
         cadre_pairing_by_natural_key (pairing, &self->sides);
}

static gboolean
add_event (CadreDiff *self, CadreChangeKind kind, guint32 before, guint32 after)
{
  CadreDifference difference = { .before = before, .after = after };

  difference.what = CADRE_WHAT (kind, CADRE_RECORD_KIND_POST, CADRE_WHOLE_RECORD);
  return cadre_diff_add (self, &difference);
}

/* How many posts were made of a post before: none, one or, as 2, several. All claims of a post
 * are not gone through for each of the posts that they are about. */
static guint32
count_successors (CadreDiff *self, guint32 before)
{
  guint32 n_places = 0;
  const guint32 *places = cadre_mapping_get_claims_before (self->mapping, before, &n_places);
  guint32 n = self->pairings[CADRE_RECORD_KIND_POST].after_of[before] != CADRE_NO_ROW;

  for (guint32 i = 0; i < n_places && n < 2; i++)
    n += !cadre_mapping_get_claim (self->mapping, places[i])->same;

  return n;
}

/* How many posts a post after was made of: likewise. */
static guint32
count_predecessors (CadreDiff *self, guint32 after)
{
  guint32 n_claims = 0;
  const CadreClaim *claims = cadre_mapping_get_claims (self->mapping, after, &n_claims);
  guint32 n = self->pairings[CADRE_RECORD_KIND_POST].before_of[after] != CADRE_NO_ROW;

  for (guint32 i = 0; i < n_claims && n < 2; i++)
    n += !claims[i].same && claims[i].before != CADRE_NO_ROW;

  return n;
}

/* Whether a merge, or a split, is stated of two posts alone: with what else the one was merged, or
 * what else was made of it, nothing says. */
static gboolean
is_alone (CadreDiff *self, const CadreClaim *claim, CadreLineageKind kind)
{
  return claim->kind == kind && !claim->same && claim->before != CADRE_NO_ROW &&
         claim->after != CADRE_NO_ROW && count_successors (self, claim->before) == 1 &&
         count_predecessors (self, claim->after) == 1;
}

static gboolean
is_merged (CadreDiff *self, const CadreClaim *claim)
{
  return claim->after != CADRE_NO_ROW && (count_predecessors (self, claim->after) > 1 ||
                                          is_alone (self, claim, CADRE_LINEAGE_KIND_MERGE));
}

static gboolean
is_split (CadreDiff *self, const CadreClaim *claim)
{
  return claim->before != CADRE_NO_ROW && (count_successors (self, claim->before) > 1 ||
                                           is_alone (self, claim, CADRE_LINEAGE_KIND_SPLIT));
}

/* Says of each post with several on the other side that it was merged or split.
 * Claims are in order of the post after, and places in order of the post
 * before, so that each post comes once. */
static gboolean
add_merges_and_splits (CadreDiff *self)
{
  const GArray *claims = self->mapping->claims;
  guint32 last_after = CADRE_NO_ROW;
  guint32 last_before = CADRE_NO_ROW;

  for (guint i = 0; i < claims->len; i++)
    {
      const CadreClaim *by_after = &g_array_index (claims, CadreClaim, i);
      const CadreClaim *by_before =
        &g_array_index (claims, CadreClaim, self->mapping->by_before[i]);

      if (by_after->after != last_after && is_merged (self, by_after) &&
          !add_event (self, CADRE_CHANGE_KIND_POSTS_MERGED, CADRE_NO_ROW, by_after->after))
        return FALSE;
      if (by_before->before != last_before && is_split (self, by_before) &&
          !add_event (self, CADRE_CHANGE_KIND_POST_SPLIT, by_before->before, CADRE_NO_ROW))
        return FALSE;
      last_after = by_after->after;
      last_before = by_before->before;
    }

  return TRUE;
}

static int
compare_differences (gconstpointer a, gconstpointer b)
{
  const CadreDifference *x = a;
  const CadreDifference *y = b;

  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  if (x->owner != y->owner)
    return x->owner < y->owner ? -1 : 1;
  if (x->what != y->what)
    return x->what < y->what ? -1 : 1;
  if (x->after != y->after)
    return x->after < y->after ? -1 : 1;
  if (x->before != y->before)
    return x->before < y->before ? -1 : 1;
  return x->sequence < y->sequence ? -1 : x->sequence > y->sequence;
}

static gboolean
set_memory_error (GError **error)
{
  g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MEMORY,
                       "There is not enough memory to compare the structures");
  return FALSE;
}

static gboolean
work_out (CadreDiff *self, GCancellable *cancellable, GError **error)
{
  const guint32 n_posts = cadre_structure_get_n_records (self->after, CADRE_RECORD_KIND_POST);

  self->sides.before = cadre_structure_get_tables (self->before);
  self->sides.after = cadre_structure_get_tables (self->after);
  self->sides.index_before = cadre_structure_get_outline (self->before);
  self->sides.index_after = cadre_structure_get_outline (self->after);
  self->sides.codes = self->mapping->codes;
  self->pairings[CADRE_RECORD_KIND_POST] = self->mapping->posts;
  self->post_flags = g_try_malloc0 (MAX (n_posts, 1));
  if (self->post_flags == NULL || !translate_posts (self))
    return set_memory_error (error);

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!pair_table (self, kind) || !cadre_diff_add_table (self, kind))
        return set_memory_error (error);
    }

  if (!add_merges_and_splits (self))
    return set_memory_error (error);
  if (self->n_differences > 0)
    qsort (self->differences, self->n_differences, sizeof (CadreDifference), compare_differences);
  cadre_diff_check_status (self);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * cadre_diff_new:
 * @before: the structure before
 * @after: the structure after
 * @mapping: (nullable): which posts belong together, a mapping between these two
 *   structures, or %NULL for what ids and the structure after say
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Compares two structures.
 *
 * Takes time in proportion to the rows and texts of the two, and for putting n
 * changes in order O(n log n).
 *
 * Returns: (transfer full): the differences, or %NULL with @error set if it was
 *   cancelled, the mapping is between other structures, or for want of memory
 *
 * Since: 1.0
 */
CadreDiff *
cadre_diff_new (CadreStructure *before,
                CadreStructure *after,
                CadreMapping *mapping,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (CadreDiff) self = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (before), NULL);
  g_return_val_if_fail (CADRE_IS_STRUCTURE (after), NULL);
  g_return_val_if_fail (mapping == NULL || CADRE_IS_MAPPING (mapping), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (mapping != NULL && (mapping->before != before || mapping->after != after))
    {
      g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MAPPING,
                           "The mapping is between other structures than those to compare");
      return NULL;
    }

  self = g_object_new (CADRE_TYPE_DIFF, NULL);
  self->before = g_object_ref (before);
  self->after = g_object_ref (after);
  self->issues = cadre_issue_list_new (MAX_ISSUES);
  self->mapping =
    mapping != NULL ? g_object_ref (mapping) : cadre_mapping_new (before, after, NULL, error);
  if (self->mapping == NULL || !work_out (self, cancellable, error))
    return NULL;

  cadre_issue_list_seal (self->issues);
  return g_steal_pointer (&self);
}

/**
 * cadre_diff_get_before:
 * @self: a #CadreDiff
 *
 * Gets the structure before.
 *
 * Returns: (transfer none): the structure
 *
 * Since: 1.0
 */
CadreStructure *
cadre_diff_get_before (CadreDiff *self)
{
  g_return_val_if_fail (CADRE_IS_DIFF (self), NULL);

  return self->before;
}

/**
 * cadre_diff_get_after:
 * @self: a #CadreDiff
 *
 * Gets the structure after.
 *
 * Returns: (transfer none): the structure
 *
 * Since: 1.0
 */
CadreStructure *
cadre_diff_get_after (CadreDiff *self)
{
  g_return_val_if_fail (CADRE_IS_DIFF (self), NULL);

  return self->after;
}

/**
 * cadre_diff_get_mapping:
 * @self: a #CadreDiff
 *
 * Gets which posts belong together.
 *
 * Returns: (transfer none): the mapping
 *
 * Since: 1.0
 */
CadreMapping *
cadre_diff_get_mapping (CadreDiff *self)
{
  g_return_val_if_fail (CADRE_IS_DIFF (self), NULL);

  return self->mapping;
}

/**
 * cadre_diff_get_issues:
 * @self: a #CadreDiff
 *
 * Gets where what the structures declare of posts contradicts what the
 * comparison finds. The origin of an issue is a place in the structure that
 * declares it.
 *
 * The codes are `diff.status.new-but-there`, `diff.status.not-there-before`,
 * `diff.status.existing-but-changed`, `diff.status.changed-but-not`,
 * `diff.status.deleted-but-there`, `diff.status.deferred-but-deleted` and
 * `diff.status.deferred-hollowed-out`.
 *
 * Returns: (transfer none): the issues
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_diff_get_issues (CadreDiff *self)
{
  g_return_val_if_fail (CADRE_IS_DIFF (self), NULL);

  return self->issues;
}

/**
 * cadre_diff_is_empty:
 * @self: a #CadreDiff
 *
 * Says whether nothing is different.
 *
 * Returns: whether there is no change
 *
 * Since: 1.0
 */
gboolean
cadre_diff_is_empty (CadreDiff *self)
{
  g_return_val_if_fail (CADRE_IS_DIFF (self), TRUE);

  return self->n_differences == 0;
}

/**
 * cadre_diff_get_change:
 * @self: a #CadreDiff
 * @position: the place in the list
 *
 * Gets a change.
 *
 * Returns: (transfer full) (nullable): the change, or %NULL if there are not so
 *   many
 *
 * Since: 1.0
 */
CadreChange *
cadre_diff_get_change (CadreDiff *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_DIFF (self), NULL);

  return position < self->n_differences
           ? cadre_diff_make_change (self, &self->differences[position])
           : NULL;
}

/**
 * cadre_diff_count:
 * @self: a #CadreDiff
 * @kind: a kind of change
 *
 * Counts the changes of a kind.
 *
 * Returns: how many there are
 *
 * Since: 1.0
 */
guint
cadre_diff_count (CadreDiff *self, CadreChangeKind kind)
{
  g_return_val_if_fail (CADRE_IS_DIFF (self), 0);
  g_return_val_if_fail ((guint) kind < CADRE_N_CHANGE_KINDS, 0);

  return self->counts[kind];
}
