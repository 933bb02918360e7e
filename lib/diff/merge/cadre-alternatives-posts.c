/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which posts of several proposals are one post. */

#include "config.h"

#include "diff/merge/cadre-alternatives-private.h"

#include <string.h>

static guint32 *
new_rows (guint32 n)
{
  guint32 *rows = g_try_new (guint32, (gsize) n + 1);

  if (rows != NULL)
    memset (rows, 0xff, ((gsize) n + 1) * sizeof (guint32));
  return rows;
}

static guint32
count_posts (const CadreProposal *proposal)
{
  return cadre_tables_get (proposal->tables, CADRE_RECORD_KIND_POST)->n_rows;
}

/* The numbers of what is there in the base. */
static gboolean
number_continuing (CadreProposal *proposal)
{
  const guint32 n = count_posts (proposal);
  const guint32 *before_of = cadre_diff_get_mapping (proposal->diff)->posts.before_of;

  proposal->posts = new_rows (n);
  if (proposal->posts == NULL)
    return FALSE;

  for (guint32 row = 0; row < n; row++)
    proposal->posts[row] = before_of[row];
  return TRUE;
}

/* Gives the rows of a proposal that a mapping pairs with posts which an earlier
 * proposal creates the numbers of those. @is_taken is by number. */
static void
take_numbers (const CadreAlternatives *self,
              const CadreProposal *earlier,
              CadreProposal *later,
              const guint32 *partners,
              GHashTable *is_taken)
{
  for (guint32 row = 0; row < count_posts (later); row++)
    {
      const guint32 partner = partners[row];
      guint32 number = CADRE_NO_ROW;

      if (later->posts[row] != CADRE_NO_ROW || partner == CADRE_NO_ROW)
        continue;
      number = earlier->posts[partner];
      if (number >= self->n_base_posts && number != CADRE_NO_ROW &&
          g_hash_table_add (is_taken, GUINT_TO_POINTER (number)))
        later->posts[row] = number;
    }
}

static void
number_mapped (CadreAlternatives *self,
               guint k,
               CadreMapping *const *mappings,
               gsize n_mappings,
               GHashTable *is_taken)
{
  CadreProposal *later = &self->proposals[k];

  for (gsize i = 0; i < n_mappings; i++)
    for (guint j = 0; j < k; j++)
      {
        CadreProposal *earlier = &self->proposals[j];

        if (mappings[i] == NULL)
          continue;
        if (mappings[i]->before == earlier->structure && mappings[i]->after == later->structure)
          take_numbers (self, earlier, later, mappings[i]->posts.before_of, is_taken);
        else if (mappings[i]->after == earlier->structure &&
                 mappings[i]->before == later->structure)
          take_numbers (self, earlier, later, mappings[i]->posts.after_of, is_taken);
      }
}

/* What is left is one post where the ids are equal, or a new one. */
static void
number_created (CadreAlternatives *self,
                CadreProposal *proposal,
                GHashTable *created,
                GHashTable *is_taken)
{
  for (guint32 row = 0; row < count_posts (proposal); row++)
    {
      const char *id = cadre_tables_id (proposal->tables, CADRE_RECORD_KIND_POST, row);
      gpointer number = NULL;

      if (proposal->posts[row] != CADRE_NO_ROW)
        continue;
      if (id == NULL || !g_hash_table_lookup_extended (created, id, NULL, &number) ||
          !g_hash_table_add (is_taken, number))
        {
          number = GUINT_TO_POINTER (self->n_posts++);
          g_hash_table_add (is_taken, number);
        }
      proposal->posts[row] = GPOINTER_TO_UINT (number);
    }

  for (guint32 row = 0; row < count_posts (proposal); row++)
    {
      const char *id = cadre_tables_id (proposal->tables, CADRE_RECORD_KIND_POST, row);

      if (proposal->posts[row] >= self->n_base_posts && id != NULL &&
          !g_hash_table_contains (created, id))
        g_hash_table_insert (created, (gpointer) id, GUINT_TO_POINTER (proposal->posts[row]));
    }
}

static gboolean
index_numbers (CadreAlternatives *self, CadreProposal *proposal)
{
  proposal->rows_of_posts = new_rows (self->n_posts);
  if (proposal->rows_of_posts == NULL)
    return FALSE;

  for (guint32 row = 0; row < count_posts (proposal); row++)
    proposal->rows_of_posts[proposal->posts[row]] = row;
  return TRUE;
}

gboolean
cadre_alternatives_number_posts (CadreAlternatives *self,
                                 CadreMapping *const *mappings,
                                 gsize n_mappings)
{
  g_autoptr (GHashTable) created = g_hash_table_new (g_str_hash, g_str_equal);

  self->n_posts = self->n_base_posts;
  for (guint k = 0; k < self->n_proposals; k++)
    {
      g_autoptr (GHashTable) is_taken = g_hash_table_new (NULL, NULL);

      if (!number_continuing (&self->proposals[k]))
        return FALSE;
      number_mapped (self, k, mappings, n_mappings, is_taken);
      number_created (self, &self->proposals[k], created, is_taken);
    }

  for (guint k = 0; k < self->n_proposals; k++)
    if (!index_numbers (self, &self->proposals[k]))
      return FALSE;

  return TRUE;
}

static const char *
get_id (CadreStructure *structure, guint32 row)
{
  return cadre_tables_id (cadre_structure_get_tables (structure), CADRE_RECORD_KIND_POST, row);
}

/* Mostly ids say it all, and nothing is left to be confirmed. */
CadreMapping *
cadre_alternatives_map (CadreStructure *before,
                        CadreStructure *after,
                        const guint32 *expected,
                        GError **error)
{
  const guint n = cadre_structure_get_n_records (after, CADRE_RECORD_KIND_POST);
  g_autoptr (CadreMapping) mapping = cadre_mapping_new (before, after, NULL, error);
  g_autoptr (GListStore) pairs = g_list_store_new (CADRE_TYPE_PAIR);

  if (mapping == NULL)
    return NULL;

  for (guint32 row = 0; row < n; row++)
    {
      const gboolean created = expected[row] == CADRE_NO_ROW;
      const char *id_before = created ? NULL : get_id (before, expected[row]);
      const char *id_after = get_id (after, row);
      g_autoptr (CadrePair) pair = NULL;

      if (mapping->posts.before_of[row] == expected[row] || id_after == NULL ||
          (!created && id_before == NULL))
        continue;
      pair = cadre_pair_new (id_before, id_after,
                             created ? CADRE_LINEAGE_KIND_CREATED : CADRE_LINEAGE_KIND_CONTINUING,
                             CADRE_PAIR_BASIS_CONFIRMED, NULL);
      g_list_store_append (pairs, pair);
    }

  return g_list_model_get_n_items (G_LIST_MODEL (pairs)) == 0
           ? g_steal_pointer (&mapping)
           : cadre_mapping_new (before, after, G_LIST_MODEL (pairs), error);
}
