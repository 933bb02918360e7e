/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Pairs that a person has refused: neither ids, nor a document, nor evidence makes the two
 * one post, and neither is proposed to have been made of the other. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "diff/cadre-mapping-private.h"

#include <stdlib.h>

static int
compare_posts (gconstpointer a, gconstpointer b)
{
  const CadreRefusal *x = a;
  const CadreRefusal *y = b;

  if (x->before != y->before)
    return x->before < y->before ? -1 : 1;
  return x->after < y->after ? -1 : x->after > y->after;
}

/* Of one pair in the order in which they were given. */
static int
compare_refusals (gconstpointer a, gconstpointer b)
{
  const CadreRefusal *x = a;
  const CadreRefusal *y = b;
  const int order = compare_posts (a, b);

  return order != 0 ? order : x->source < y->source ? -1 : x->source > y->source;
}

gboolean
cadre_refusals_have (const GArray *self, guint32 before, guint32 after)
{
  const CadreRefusal wanted = { before, after, 0 };

  return self->len > 0 &&
         bsearch (&wanted, self->data, self->len, sizeof (CadreRefusal), compare_posts) != NULL;
}

static void
report_contradiction (CadreMapping *self, const CadreSides *sides, const CadreClaim *claim)
{
  g_autofree char *origin = NULL;
  g_autofree char *subject = NULL;

  if (!cadre_issue_list_is_full (self->issues))
    {
      if (claim->basis == CADRE_PAIR_BASIS_DECLARED)
        origin = cadre_tables_dup_origin (sides->after, CADRE_RECORD_KIND_LINEAGE, claim->source);
      subject = cadre_tables_dup_subject (sides->after, CADRE_RECORD_KIND_POST, claim->after);
    }
  cadre_issue_list_add_fields (self->issues, "diff.mapping.contradiction", CADRE_SEVERITY_WARNING,
                               "A pair of posts that is stated has been refused", origin, subject,
                               NULL);
}

/* Takes away what is said of pairs that are refused. */
static void
drop_claims (CadreMapping *self, const CadreSides *sides)
{
  guint n = 0;

  for (guint i = 0; i < self->claims->len; i++)
    {
      const CadreClaim claim = g_array_index (self->claims, CadreClaim, i);

      if (cadre_refusals_have (self->refused, claim.before, claim.after))
        report_contradiction (self, sides, &claim);
      else
        g_array_index (self->claims, CadreClaim, n++) = claim;
    }
  g_array_set_size (self->claims, n);
}

void
cadre_mapping_refuse (CadreMapping *self, const CadreSides *sides)
{
  CadrePairing *posts = &self->posts;

  g_array_sort (self->refused, compare_refusals);
  for (guint i = 0; i < self->refused->len; i++)
    {
      const CadreRefusal *refusal = &g_array_index (self->refused, CadreRefusal, i);

      if (posts->after_of[refusal->before] != refusal->after)
        continue;
      posts->after_of[refusal->before] = CADRE_NO_ROW;
      posts->before_of[refusal->after] = CADRE_NO_ROW;
    }
  drop_claims (self, sides);
}

/**
 * cadre_mapping_list_refused:
 * @self: a #CadreMapping
 *
 * Lists the pairs that a person has refused, as they were given with
 * %CADRE_PAIR_BASIS_REFUSED: for those who must see why two posts that look like one
 * are two. They are none of the pairs of the mapping.
 *
 * Returns: (transfer full): a list of #CadrePair, in order of the posts before
 *   and after
 *
 * Since: 1.0
 */
GListModel *
cadre_mapping_list_refused (CadreMapping *self)
{
  GListStore *list = NULL;

  g_return_val_if_fail (CADRE_IS_MAPPING (self), NULL);

  list = g_list_store_new (CADRE_TYPE_PAIR);
  for (guint i = 0; i < self->refused->len; i++)
    {
      const CadreRefusal *refusal = &g_array_index (self->refused, CadreRefusal, i);
      g_autoptr (CadrePair) pair =
        cadre_pair_new (cadre_tables_id (cadre_structure_get_tables (self->before),
                                         CADRE_RECORD_KIND_POST, refusal->before),
                        cadre_tables_id (cadre_structure_get_tables (self->after),
                                         CADRE_RECORD_KIND_POST, refusal->after),
                        CADRE_LINEAGE_KIND_UNKNOWN, CADRE_PAIR_BASIS_REFUSED,
                        self->notes->pdata[refusal->source]);

      g_list_store_append (list, pair);
    }

  return G_LIST_MODEL (list);
}
