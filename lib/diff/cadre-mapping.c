/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-mapping
 * @Title: CadreMapping
 * @Short_Description: Which posts before are which posts after
 *
 * A #CadreMapping says of every post of two structures where it came from and
 * what became of it. Three things are heard, each stronger than the one before:
 *
 * - posts with equal ids are one post;
 * - the lineages of the structure after say which post came from which, but for
 *   those that the structure before has too, which are of an earlier change;
 * - pairs that a person has confirmed.
 *
 * Where ids are new or not to be trusted, cadre_mapping_new_by_evidence() maps
 * what is left by what the structures say of the posts. What it is not sure of
 * it does not map: that is in cadre_mapping_list_reviews().
 *
 * A lineage or pair of kind %CADRE_LINEAGE_KIND_CONTINUING or
 * %CADRE_LINEAGE_KIND_RENAMED, or of no stated kind, says that the two are one
 * post: then neither can be one with a third. One of kind
 * %CADRE_LINEAGE_KIND_MERGE or %CADRE_LINEAGE_KIND_SPLIT says that one was made
 * of the other. One of kind %CADRE_LINEAGE_KIND_CREATED says that there was
 * nothing before; a confirmed pair without a post after, that nothing follows.
 * What contradicts something stronger does not hold, and is an issue.
 *
 * So posts belong together one to one, several to one (a merge) or one to
 * several (a split). A post that is one with a post before is continuing; every
 * other post after is created by the change, also where it was made of posts
 * that were there. A post that keeps its id while another is merged into it
 * continues, unless it is itself declared to be a result of the merge.
 *
 * It is a #GListModel of #CadrePair: for each post after, in order of the ids,
 * its posts before, or one pair without a post before; then each post before
 * that nothing follows.
 *
 * A mapping never changes, and any number of threads may read it.
 */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "diff/cadre-codes-private.h"
#include "diff/cadre-mapping-private.h"
#include "kernel/cadre-pages-private.h"
#include <cadre/cadre-diff-error.h>

#include <string.h>

#define MAX_ISSUES 1000

static void list_model_iface_init (GListModelInterface *iface);

/**
 * CadreMapping:
 *
 * Which posts before are which posts after.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CadreMapping,
                               cadre_mapping,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

G_DEFINE_QUARK (cadre_diff_error, cadre_diff_error)

static GType
cadre_mapping_get_item_type (GListModel *model)
{
  return CADRE_TYPE_PAIR;
}

static guint
cadre_mapping_get_n_items (GListModel *model)
{
  return CADRE_MAPPING (model)->n_pairs;
}

static gpointer
cadre_mapping_get_item (GListModel *model, guint position)
{
  return cadre_mapping_get_pair (CADRE_MAPPING (model), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_mapping_get_item_type;
  iface->get_n_items = cadre_mapping_get_n_items;
  iface->get_item = cadre_mapping_get_item;
}

static void
cadre_mapping_finalize (GObject *object)
{
  CadreMapping *self = CADRE_MAPPING (object);

  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_object (&self->issues);
  g_free (self->codes);
  cadre_pairing_clear (&self->posts);
  g_clear_pointer (&self->claims, g_array_unref);
  g_free (self->by_before);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->refused, g_array_unref);
  g_clear_pointer (&self->evidence, cadre_evidence_free);
  g_free (self->pairs);
  g_free (self->ended);

  G_OBJECT_CLASS (cadre_mapping_parent_class)->finalize (object);
}

static void
cadre_mapping_class_init (CadreMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_mapping_finalize;
}

static void
cadre_mapping_init (CadreMapping *self)
{
}

static gboolean
is_same_kind (CadreLineageKind kind)
{
  return kind == CADRE_LINEAGE_KIND_UNKNOWN || kind == CADRE_LINEAGE_KIND_CONTINUING ||
         kind == CADRE_LINEAGE_KIND_RENAMED;
}

static void
add_claim (CadreMapping *self,
           guint32 before,
           guint32 after,
           CadreLineageKind kind,
           CadrePairBasis basis,
           guint32 source)
{
  CadreClaim claim = { before, after, source, (guint8) kind, (guint8) basis, FALSE, FALSE };

  claim.same = before != CADRE_NO_ROW && after != CADRE_NO_ROW && is_same_kind (kind);
  g_array_append_val (self->claims, claim);
}

static void
report_dangling (CadreMapping *self, const char *origin)
{
  cadre_issue_list_add_fields (self->issues, "diff.mapping.dangling", CADRE_SEVERITY_WARNING,
                               "Where a post came from is stated with an id that no post has",
                               origin, NULL, NULL);
}

/* By code after: the first post before with that id. */
static guint32 *
find_posts_before (const CadreSides *sides)
{
  const CadreTable *posts = cadre_tables_get (sides->before, CADRE_RECORD_KIND_POST);
  const guint32 n_codes = cadre_string_table_size (sides->after->strings);
  guint32 *rows = cadre_pages_try_array_of (guint32, n_codes);

  if (rows == NULL)
    return NULL;

  memset (rows, 0xff, n_codes * sizeof (guint32));
  for (guint32 row = posts->n_rows; row > 0; row--)
    {
      const guint32 code = sides->codes[cadre_table_code (posts, 0, row - 1)];

      if (code < n_codes)
        rows[code] = row - 1;
    }

  return rows;
}

static void
add_lineage (CadreMapping *self, const CadreSides *sides, const guint32 *posts_before, guint32 row)
{
  const CadreTable *lineages = cadre_tables_get (sides->after, CADRE_RECORD_KIND_LINEAGE);
  const CadreLineageKind kind = cadre_table_word (lineages, CADRE_FIELD_LINEAGE_KIND, row);
  const guint32 code = cadre_table_code (lineages, CADRE_FIELD_LINEAGE_PREDECESSOR, row);
  guint32 post = cadre_table_reference (lineages, CADRE_FIELD_LINEAGE_POST, row);
  g_autofree char *origin = NULL;

  if (post == CADRE_AMBIGUOUS_ROW)
    post = cadre_tables_find (sides->after, CADRE_RECORD_KIND_POST,
                              cadre_tables_text (sides->after,
                                                 cadre_table_code (lineages,
                                                                   CADRE_FIELD_LINEAGE_POST, row)));

  if (post != CADRE_NO_ROW && kind == CADRE_LINEAGE_KIND_CREATED)
    add_claim (self, CADRE_NO_ROW, post, kind, CADRE_PAIR_BASIS_DECLARED, row);
  else if (post != CADRE_NO_ROW && code >= CADRE_STRING_FIRST && posts_before[code] != CADRE_NO_ROW)
    add_claim (self, posts_before[code], post, kind, CADRE_PAIR_BASIS_DECLARED, row);
  else
    {
      origin = cadre_tables_dup_origin (sides->after, CADRE_RECORD_KIND_LINEAGE, row);
      report_dangling (self, origin);
    }
}

static gboolean
add_lineages (CadreMapping *self, const CadreSides *sides)
{
  const guint32 n = cadre_tables_get (sides->after, CADRE_RECORD_KIND_LINEAGE)->n_rows;
  g_autofree guint32 *posts_before = NULL;
  g_autofree guint8 *told = NULL;

  if (n == 0)
    return TRUE;

  posts_before = find_posts_before (sides);
  told = cadre_mapping_find_told (sides);
  if (posts_before == NULL || told == NULL)
    return FALSE;
  for (guint32 row = 0; row < n; row++)
    if (!told[row])
      add_lineage (self, sides, posts_before, row);

  return TRUE;
}

/* The row of an id that a person gave; FALSE where no post has it. */
static gboolean
find_confirmed (const CadreTables *tables, const char *id, guint32 *row)
{
  *row = id != NULL ? cadre_tables_find (tables, CADRE_RECORD_KIND_POST, id) : CADRE_NO_ROW;
  return id == NULL || *row != CADRE_NO_ROW;
}

static void
add_confirmed (CadreMapping *self, const CadreSides *sides, CadrePair *pair)
{
  guint32 before = CADRE_NO_ROW;
  guint32 after = CADRE_NO_ROW;

  g_ptr_array_add (self->notes, g_strdup (cadre_pair_get_note (pair)));

  if (!find_confirmed (sides->before, cadre_pair_get_before (pair), &before) ||
      !find_confirmed (sides->after, cadre_pair_get_after (pair), &after) ||
      (before == CADRE_NO_ROW && after == CADRE_NO_ROW))
    {
      report_dangling (self, NULL);
      return;
    }

  if (cadre_pair_get_basis (pair) == CADRE_PAIR_BASIS_REFUSED)
    {
      const CadreRefusal refusal = { before, after, self->notes->len - 1 };

      if (before != CADRE_NO_ROW && after != CADRE_NO_ROW)
        g_array_append_val (self->refused, refusal);
      else
        report_dangling (self, NULL);
      return;
    }

  if (cadre_pair_get_kind (pair) == CADRE_LINEAGE_KIND_CREATED && after != CADRE_NO_ROW)
    before = CADRE_NO_ROW;
  add_claim (self, before, after, cadre_pair_get_kind (pair), CADRE_PAIR_BASIS_CONFIRMED,
             self->notes->len - 1);
}

static void
add_all_confirmed (CadreMapping *self, const CadreSides *sides, GListModel *confirmed)
{
  const guint n = confirmed != NULL ? g_list_model_get_n_items (confirmed) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (confirmed, i);

      add_confirmed (self, sides, pair);
    }
}

static int
compare_by_before (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CadreClaim *claims = user_data;
  const CadreClaim *x = &claims[*(const guint32 *) a];
  const CadreClaim *y = &claims[*(const guint32 *) b];

  if (x->before != y->before)
    return x->before < y->before ? -1 : 1;
  return x->after < y->after ? -1 : x->after > y->after;
}

static gboolean
sort_by_before (CadreMapping *self)
{
  const guint n = self->claims->len;

  self->by_before = g_try_new (guint32, MAX (n, 1));
  if (self->by_before == NULL)
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    self->by_before[i] = i;
  g_qsort_with_data (self->by_before, (gint) n, sizeof (guint32), compare_by_before,
                     self->claims->data);
  return TRUE;
}

static inline void
add_pair (CadreMapping *self, guint32 before, guint32 after)
{
  self->pairs[2 * (gsize) self->n_pairs] = before;
  self->pairs[2 * (gsize) self->n_pairs + 1] = after;
  self->n_pairs++;
}

gboolean
cadre_mapping_set_memory_error (GError **error)
{
  g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MEMORY,
                       "There is not enough memory to map the posts");
  return FALSE;
}

/* The pairs of one post after: the one that it is, and those it was made of,
 * in order of the rows before. */
static void
add_pairs_after (CadreMapping *self, guint32 after)
{
  guint32 n_claims = 0;
  const CadreClaim *claims = cadre_mapping_get_claims (self, after, &n_claims);
  guint32 same = self->posts.before_of[after];
  const guint n = self->n_pairs;

  for (guint32 i = 0; i < n_claims; i++)
    {
      const guint32 before = claims[i].before;

      if (same != CADRE_NO_ROW && same <= before)
        {
          add_pair (self, same, after);
          same = CADRE_NO_ROW;
        }
      if (before != CADRE_NO_ROW && !claims[i].same)
        add_pair (self, before, after);
    }

  if (same != CADRE_NO_ROW || self->n_pairs == n)
    add_pair (self, same, after);
}

static gboolean
list_pairs (CadreMapping *self, guint32 n_before, guint32 n_after)
{
  gsize most = (gsize) n_before + n_after + self->claims->len;
  guint32 n_claims = 0;

  self->pairs = most < G_MAXUINT32 ? g_try_new (guint32, 2 * most + 2) : NULL;
  if (self->pairs == NULL)
    return FALSE;

  for (guint32 i = 0; i < n_after; i++)
    add_pairs_after (self, i);
  for (guint32 i = 0; i < n_before; i++)
    {
      if (self->posts.after_of[i] != CADRE_NO_ROW)
        continue;
      cadre_mapping_get_claims_before (self, i, &n_claims);
      if (n_claims == 0)
        add_pair (self, i, CADRE_NO_ROW);
    }

  return TRUE;
}

static guint32
count_ended (CadreMapping *self, guint32 n_before)
{
  guint32 n = 0;

  for (guint32 i = 0; i < n_before; i++)
    n += self->posts.after_of[i] == CADRE_NO_ROW;

  return n;
}

/* Where nothing but ids is known the list is the rows after and what is left. */
static gboolean
list_ended (CadreMapping *self, guint32 n_before, guint32 n_after)
{
  guint32 n = count_ended (self, n_before);

  self->ended = n < G_MAXUINT32 - n_after ? g_try_new (guint32, (gsize) n + 1) : NULL;
  if (self->ended == NULL)
    return FALSE;

  self->n_pairs = n_after + n;
  for (guint32 i = n_before; i > 0; i--)
    if (self->posts.after_of[i - 1] == CADRE_NO_ROW)
      self->ended[--n] = i - 1;

  return TRUE;
}

/* What a person, a document and ids say. */
static gboolean
map_by_words (CadreMapping *self,
              const CadreSides *sides,
              GListModel *confirmed,
              CadreMappingMethod method)
{
  const guint32 n_before = cadre_tables_get (sides->before, CADRE_RECORD_KIND_POST)->n_rows;
  const guint32 n_after = cadre_tables_get (sides->after, CADRE_RECORD_KIND_POST)->n_rows;

  if (!cadre_pairing_init (&self->posts, n_before, n_after))
    return FALSE;
  if (method != CADRE_MAPPING_METHOD_SIMILARITY)
    cadre_pairing_by_id (&self->posts, sides, CADRE_RECORD_KIND_POST);
  if (!add_lineages (self, sides))
    return FALSE;

  add_all_confirmed (self, sides, confirmed);
  if (self->refused->len > 0)
    cadre_mapping_refuse (self, sides);
  return self->claims->len == 0 ||
         cadre_mapping_settle (sides, self->claims, &self->posts, self->issues);
}

static gboolean
work_out (CadreMapping *self,
          GListModel *confirmed,
          const CadreMappingRules *rules,
          GCancellable *cancellable,
          GError **error)
{
  CadreSides sides = { 0 };
  guint32 n_before = 0;
  guint32 n_after = 0;
  gboolean listed = FALSE;

  sides.before = cadre_structure_get_tables (self->before);
  sides.after = cadre_structure_get_tables (self->after);
  sides.index_before = cadre_structure_get_outline (self->before);
  sides.index_after = cadre_structure_get_outline (self->after);
  n_before = cadre_tables_get (sides.before, CADRE_RECORD_KIND_POST)->n_rows;
  n_after = cadre_tables_get (sides.after, CADRE_RECORD_KIND_POST)->n_rows;
  self->codes = cadre_codes_translate (sides.before, sides.after);
  sides.codes = self->codes;

  if (self->codes == NULL || !map_by_words (self, &sides, confirmed, rules->method))
    return cadre_mapping_set_memory_error (error);
  if (rules->method != CADRE_MAPPING_METHOD_ID &&
      !cadre_mapping_map_by_evidence (self, &sides, rules, cancellable, error))
    return FALSE;

  if (rules->method == CADRE_MAPPING_METHOD_ID)
    cadre_mapping_report_new_ids (self, &sides);

  listed = self->claims->len == 0 ? list_ended (self, n_before, n_after)
                                  : sort_by_before (self) && list_pairs (self, n_before, n_after);
  return listed || cadre_mapping_set_memory_error (error);
}

/**
 * cadre_mapping_new:
 * @before: the structure before
 * @after: the structure after
 * @confirmed: (nullable): a list of #CadrePair that a person has confirmed or refused,
 *   or %NULL for none
 * @error: return location for a #GError, or %NULL
 *
 * Works out which posts before are which posts after.
 *
 * Takes time in proportion to the posts and texts of the two structures.
 *
 * Returns: (transfer full): the mapping, or %NULL with @error set for want of
 *   memory
 *
 * Since: 1.0
 */
CadreMapping *
cadre_mapping_new (CadreStructure *before,
                   CadreStructure *after,
                   GListModel *confirmed,
                   GError **error)
{
  CadreMappingRules rules = { .method = CADRE_MAPPING_METHOD_ID };

  g_return_val_if_fail (CADRE_IS_STRUCTURE (before), NULL);
  g_return_val_if_fail (CADRE_IS_STRUCTURE (after), NULL);
  g_return_val_if_fail (confirmed == NULL || G_IS_LIST_MODEL (confirmed), NULL);
  g_return_val_if_fail (confirmed == NULL ||
                          g_type_is_a (g_list_model_get_item_type (confirmed), CADRE_TYPE_PAIR),
                        NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return cadre_mapping_new_by_rules (before, after, confirmed, &rules, NULL, error);
}

CadreMapping *
cadre_mapping_new_by_rules (CadreStructure *before,
                            CadreStructure *after,
                            GListModel *confirmed,
                            const CadreMappingRules *rules,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (CadreMapping) self = NULL;

  self = g_object_new (CADRE_TYPE_MAPPING, NULL);
  self->before = g_object_ref (before);
  self->after = g_object_ref (after);
  self->issues = cadre_issue_list_new (MAX_ISSUES);
  self->claims = g_array_new (FALSE, FALSE, sizeof (CadreClaim));
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->refused = g_array_new (FALSE, FALSE, sizeof (CadreRefusal));

  if (!work_out (self, confirmed, rules, cancellable, error))
    return NULL;

  cadre_issue_list_seal (self->issues);
  return g_steal_pointer (&self);
}
