/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a mapping is asked. */

#include "config.h"

#include "diff/cadre-mapping-private.h"

static const char *
get_post_id (CadreStructure *structure, guint32 row)
{
  return row != CADRE_NO_ROW
           ? cadre_tables_id (cadre_structure_get_tables (structure), CADRE_RECORD_KIND_POST, row)
           : NULL;
}

static guint32
find_post (CadreStructure *structure, const char *id)
{
  return cadre_tables_find (cadre_structure_get_tables (structure), CADRE_RECORD_KIND_POST, id);
}

/**
 * cadre_mapping_get_before:
 * @self: a #CadreMapping
 *
 * Gets the structure before.
 *
 * Returns: (transfer none): the structure
 *
 * Since: 1.0
 */
CadreStructure *
cadre_mapping_get_before (CadreMapping *self)
{
  g_return_val_if_fail (CADRE_IS_MAPPING (self), NULL);

  return self->before;
}

/**
 * cadre_mapping_get_after:
 * @self: a #CadreMapping
 *
 * Gets the structure after.
 *
 * Returns: (transfer none): the structure
 *
 * Since: 1.0
 */
CadreStructure *
cadre_mapping_get_after (CadreMapping *self)
{
  g_return_val_if_fail (CADRE_IS_MAPPING (self), NULL);

  return self->after;
}

/**
 * cadre_mapping_get_issues:
 * @self: a #CadreMapping
 *
 * Gets what contradicts itself in what is said of where posts came from. The
 * codes are `diff.mapping.dangling`, where an id is named that no post has,
 * `diff.mapping.contradiction`, where two statements cannot both hold,
 * `diff.mapping.id-contradiction`, where posts with equal ids are stated to be
 * different ones; of a mapping by id, `diff.mapping.new-ids`, where hardly any
 * id is before and after; and of a mapping by evidence, `diff.mapping.rekeyed`,
 * where an employer has given its posts new ids, and `diff.mapping.reused-id`,
 * where an id names another job than before.
 *
 * Returns: (transfer none): the issues
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_mapping_get_issues (CadreMapping *self)
{
  g_return_val_if_fail (CADRE_IS_MAPPING (self), NULL);

  return self->issues;
}

/* The first of the claims, in order of the rows after, that is of @row or of one beyond. */
static guint32
find_first_after (CadreMapping *self, guint64 row)
{
  guint32 low = 0;
  guint32 high = self->claims->len;

  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;

      if (cadre_mapping_get_claim (self, middle)->after < row)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const CadreClaim *
cadre_mapping_get_claims (CadreMapping *self, guint32 row_after, guint32 *n_claims)
{
  const guint32 first = find_first_after (self, row_after);

  *n_claims = find_first_after (self, (guint64) row_after + 1) - first;
  return *n_claims > 0 ? cadre_mapping_get_claim (self, first) : NULL;
}

/* The first of the places, in order of the rows before and after, that is of these rows or of
 * some beyond. */
static guint32
find_first_before (CadreMapping *self, guint32 before, guint32 after)
{
  guint32 low = 0;
  guint32 high = self->claims->len;

  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;
      const CadreClaim *claim = cadre_mapping_get_claim (self, self->by_before[middle]);

      if (claim->before < before || (claim->before == before && claim->after < after))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const guint32 *
cadre_mapping_get_claims_before (CadreMapping *self, guint32 row_before, guint32 *n_claims)
{
  const guint32 first = find_first_before (self, row_before, 0);

  *n_claims = find_first_before (self, row_before, CADRE_NO_ROW) - first;
  return *n_claims > 0 ? self->by_before + first : NULL;
}

/* The claim about a pair, or NULL where it rests on ids alone. */
static const CadreClaim *
find_claim (CadreMapping *self, guint32 before, guint32 after)
{
  guint32 low = 0;
  guint32 high = self->claims->len;

  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;
      const CadreClaim *claim = cadre_mapping_get_claim (self, middle);

      if (claim->after == after && claim->before == before)
        return claim;
      if (claim->after < after || (claim->after == after && claim->before < before))
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

/* The rows before and after of a pair of the list. */
static void
find_pair (CadreMapping *self, guint position, guint32 rows[2])
{
  const guint32 n_after = cadre_structure_get_n_records (self->after, CADRE_RECORD_KIND_POST);

  if (self->pairs != NULL)
    {
      rows[0] = self->pairs[2 * (gsize) position];
      rows[1] = self->pairs[2 * (gsize) position + 1];
    }
  else if (position < n_after)
    {
      rows[0] = self->posts.before_of[position];
      rows[1] = position;
    }
  else
    rows[0] = self->ended[position - n_after];
}

static const char *
get_note (CadreMapping *self, const CadreClaim *claim)
{
  const CadreTables *after = cadre_structure_get_tables (self->after);

  if (claim->basis == CADRE_PAIR_BASIS_CONFIRMED)
    return g_ptr_array_index (self->notes, claim->source);

  return cadre_tables_text (after,
                            cadre_table_code (cadre_tables_get (after, CADRE_RECORD_KIND_LINEAGE),
                                              CADRE_FIELD_LINEAGE_NOTE, claim->source));
}

/**
 * cadre_mapping_get_pair:
 * @self: a #CadreMapping
 * @position: the place in the list
 *
 * Gets a pair. Its kind is what is stated; where posts belong together by their
 * ids or by evidence it is %CADRE_LINEAGE_KIND_CONTINUING. A post without a post before
 * is %CADRE_LINEAGE_KIND_CREATED. The kind of a pair without a post after is
 * unknown: that nothing follows is all that there is to say.
 *
 * Returns: (transfer full) (nullable): the pair, or %NULL if there are not so
 *   many
 *
 * Since: 1.0
 */
CadrePair *
cadre_mapping_get_pair (CadreMapping *self, guint position)
{
  const CadreClaim *claim = NULL;
  const char *before = NULL;
  const char *after = NULL;
  guint32 rows[2] = { CADRE_NO_ROW, CADRE_NO_ROW };
  CadreLineageKind kind = CADRE_LINEAGE_KIND_CONTINUING;

  g_return_val_if_fail (CADRE_IS_MAPPING (self), NULL);

  if (position >= self->n_pairs)
    return NULL;

  find_pair (self, position, rows);
  before = get_post_id (self->before, rows[0]);
  after = get_post_id (self->after, rows[1]);
  if (cadre_mapping_get_evidence (self, rows[0], rows[1]) != NULL)
    return cadre_mapping_make_pair (self, cadre_mapping_get_evidence (self, rows[0], rows[1]));

  claim = find_claim (self, rows[0], rows[1]);
  if (claim != NULL)
    return cadre_pair_new (before, after, claim->kind, claim->basis, get_note (self, claim));

  if (rows[0] == CADRE_NO_ROW)
    kind = CADRE_LINEAGE_KIND_CREATED;
  else if (rows[1] == CADRE_NO_ROW)
    kind = CADRE_LINEAGE_KIND_UNKNOWN;
  return cadre_pair_new (before, after, kind, CADRE_PAIR_BASIS_ID, NULL);
}

/**
 * cadre_mapping_get_same_after:
 * @self: a #CadreMapping
 * @before_id: the id of a post before
 *
 * Gets the post after that is the same post.
 *
 * Returns: (transfer none) (nullable): its id, or %NULL if the post does not
 *   continue, or there is no such post
 *
 * Since: 1.0
 */
const char *
cadre_mapping_get_same_after (CadreMapping *self, const char *before_id)
{
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_MAPPING (self), NULL);
  g_return_val_if_fail (before_id != NULL, NULL);

  row = find_post (self->before, before_id);
  return row != CADRE_NO_ROW ? get_post_id (self->after, self->posts.after_of[row]) : NULL;
}

/**
 * cadre_mapping_get_same_before:
 * @self: a #CadreMapping
 * @after_id: the id of a post after
 *
 * Gets the post before that is the same post.
 *
 * Returns: (transfer none) (nullable): its id, or %NULL if the post was created
 *   by the change, or there is no such post
 *
 * Since: 1.0
 */
const char *
cadre_mapping_get_same_before (CadreMapping *self, const char *after_id)
{
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_MAPPING (self), NULL);
  g_return_val_if_fail (after_id != NULL, NULL);

  row = find_post (self->after, after_id);
  return row != CADRE_NO_ROW ? get_post_id (self->before, self->posts.before_of[row]) : NULL;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const guint32 x = *(const guint32 *) a;
  const guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* The ids of rows, in order of the rows; takes @rows. */
static char **
dup_ids (CadreStructure *structure, GArray *rows)
{
  GStrvBuilder *ids = g_strv_builder_new ();
  char **result = NULL;

  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    g_strv_builder_add (ids, get_post_id (structure, g_array_index (rows, guint32, i)));

  result = g_strv_builder_end (ids);
  g_strv_builder_unref (ids);
  g_array_unref (rows);
  return result;
}

/**
 * cadre_mapping_dup_successors:
 * @self: a #CadreMapping
 * @before_id: the id of a post before
 *
 * Gets the posts after that the post is, or that were made of it.
 *
 * Returns: (transfer full) (array zero-terminated=1): their ids, in byte order;
 *   empty if nothing follows, or there is no such post
 *
 * Since: 1.0
 */
char **
cadre_mapping_dup_successors (CadreMapping *self, const char *before_id)
{
  GArray *rows = NULL;
  guint32 row = CADRE_NO_ROW;
  guint32 n = 0;
  const guint32 *places = NULL;

  g_return_val_if_fail (CADRE_IS_MAPPING (self), NULL);
  g_return_val_if_fail (before_id != NULL, NULL);

  rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  row = find_post (self->before, before_id);
  if (row == CADRE_NO_ROW)
    return dup_ids (self->after, rows);

  if (self->posts.after_of[row] != CADRE_NO_ROW)
    g_array_append_val (rows, self->posts.after_of[row]);
  places = cadre_mapping_get_claims_before (self, row, &n);
  for (guint32 i = 0; i < n; i++)
    if (!cadre_mapping_get_claim (self, places[i])->same)
      g_array_append_val (rows, cadre_mapping_get_claim (self, places[i])->after);

  return dup_ids (self->after, rows);
}

/**
 * cadre_mapping_dup_predecessors:
 * @self: a #CadreMapping
 * @after_id: the id of a post after
 *
 * Gets the posts before that the post is, or that it was made of.
 *
 * Returns: (transfer full) (array zero-terminated=1): their ids, in byte order;
 *   empty if there was nothing before, or there is no such post
 *
 * Since: 1.0
 */
char **
cadre_mapping_dup_predecessors (CadreMapping *self, const char *after_id)
{
  GArray *rows = NULL;
  guint32 row = CADRE_NO_ROW;
  guint32 n = 0;
  const CadreClaim *claims = NULL;

  g_return_val_if_fail (CADRE_IS_MAPPING (self), NULL);
  g_return_val_if_fail (after_id != NULL, NULL);

  rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  row = find_post (self->after, after_id);
  if (row == CADRE_NO_ROW)
    return dup_ids (self->before, rows);

  if (self->posts.before_of[row] != CADRE_NO_ROW)
    g_array_append_val (rows, self->posts.before_of[row]);
  claims = cadre_mapping_get_claims (self, row, &n);
  for (guint32 i = 0; i < n; i++)
    if (claims[i].before != CADRE_NO_ROW && !claims[i].same)
      g_array_append_val (rows, claims[i].before);

  return dup_ids (self->before, rows);
}

/**
 * cadre_mapping_get_kind_after:
 * @self: a #CadreMapping
 * @after_id: the id of a post after
 *
 * Gets how a post came to be. Where it was made of other posts that is
 * %CADRE_LINEAGE_KIND_MERGE, or %CADRE_LINEAGE_KIND_SPLIT if no merge is
 * stated; else, where it is one with a post before, the kind that is stated of
 * the two, which is %CADRE_LINEAGE_KIND_CONTINUING where their ids are all;
 * else %CADRE_LINEAGE_KIND_CREATED.
 *
 * Returns: the kind; unknown too if there is no such post
 *
 * Since: 1.0
 */
CadreLineageKind
cadre_mapping_get_kind_after (CadreMapping *self, const char *after_id)
{
  CadreLineageKind kind = CADRE_LINEAGE_KIND_CREATED;
  const CadreClaim *claims = NULL;
  guint32 row = CADRE_NO_ROW;
  guint32 n = 0;
  gboolean split = FALSE;

  g_return_val_if_fail (CADRE_IS_MAPPING (self), CADRE_LINEAGE_KIND_UNKNOWN);
  g_return_val_if_fail (after_id != NULL, CADRE_LINEAGE_KIND_UNKNOWN);

  row = find_post (self->after, after_id);
  if (row == CADRE_NO_ROW)
    return CADRE_LINEAGE_KIND_UNKNOWN;

  if (self->posts.before_of[row] != CADRE_NO_ROW)
    kind = CADRE_LINEAGE_KIND_CONTINUING;
  claims = cadre_mapping_get_claims (self, row, &n);
  for (guint32 i = 0; i < n; i++)
    {
      /* Of several that are all stated to be the same post, it is made. */
      if (claims[i].kind == CADRE_LINEAGE_KIND_MERGE ||
          (!claims[i].same && n > 1 && claims[i].kind != CADRE_LINEAGE_KIND_SPLIT))
        return CADRE_LINEAGE_KIND_MERGE;
      if (!claims[i].same && claims[i].before != CADRE_NO_ROW)
        split = TRUE;
      else if (claims[i].same)
        kind = claims[i].kind;
    }

  return split ? CADRE_LINEAGE_KIND_SPLIT : kind;
}

/**
 * cadre_mapping_is_created:
 * @self: a #CadreMapping
 * @after_id: the id of a post after
 *
 * Says whether a post was created by the change: whether no post before is the
 * same post. That is so where there was nothing before, where the structure
 * after declares it created, or where it was made of other posts by a merge or
 * a split. It is not so of a post that goes on, be it under another id or
 * title.
 *
 * Returns: %TRUE if it was created; %FALSE too if there is no such post
 *
 * Since: 1.0
 */
gboolean
cadre_mapping_is_created (CadreMapping *self, const char *after_id)
{
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_MAPPING (self), FALSE);
  g_return_val_if_fail (after_id != NULL, FALSE);

  row = find_post (self->after, after_id);
  return row != CADRE_NO_ROW && self->posts.before_of[row] == CADRE_NO_ROW;
}
