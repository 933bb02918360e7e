/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What comes of resolutions: circles that are in the list only while others are resolved as
 * they are. */

#include "config.h"

#include "diff/merge/cadre-merge-private.h"

/* A circle that was there before stays as it was resolved: what is known takes the place of
 * what was found from @first on. */
static void
keep_known (CadreMerge *self, guint first, GHashTable *known)
{
  g_autoptr (GHashTable) kept = g_hash_table_new_full (NULL, NULL, cadre_merge_finding_unref, NULL);

  for (guint i = first; i < self->findings->len; i++)
    {
      CadreMergeFinding *found = self->findings->pdata[i];
      CadreMergeFinding *old = g_hash_table_lookup (known, found);

      if (old == NULL)
        continue;
      self->n_unresolved -= cadre_merge_finding_is_unresolved (found);
      self->n_unresolved += cadre_merge_finding_is_unresolved (old);
      old->round = found->round;
      self->findings->pdata[i] = cadre_merge_finding_ref (old);
      g_hash_table_insert (kept, found, old);
    }

  for (guint i = 0; g_hash_table_size (kept) > 0 && i < self->findings->len; i++)
    {
      CadreMergeFinding *finding = self->findings->pdata[i];
      const CadreMergeFinding *old = g_hash_table_lookup (kept, finding->circle);

      if (old != NULL)
        finding->circle = old;
    }
}

/* Where those of later rounds begin. */
static guint
find_later (const CadreMerge *self, guint round)
{
  guint n = self->findings->len;

  while (n > 0 && ((const CadreMergeFinding *) self->findings->pdata[n - 1])->round > round)
    n--;
  return n;
}

/* Those of later rounds, of which no other knows any more. */
static GPtrArray *
steal_later (CadreMerge *self, guint round)
{
  GPtrArray *later = g_ptr_array_new_with_free_func (cadre_merge_finding_unref);
  const guint n_kept = find_later (self, round);

  for (guint i = n_kept; i < self->findings->len; i++)
    {
      self->n_unresolved -= cadre_merge_finding_is_unresolved (self->findings->pdata[i]);
      g_ptr_array_add (later, self->findings->pdata[i]);
      self->findings->pdata[i] = NULL;
    }
  g_ptr_array_set_free_func (self->findings, NULL);
  g_ptr_array_set_size (self->findings, (gint) n_kept);
  g_ptr_array_set_free_func (self->findings, cadre_merge_finding_unref);

  for (guint i = 0; later->len > 0 && i < n_kept; i++)
    {
      CadreMergeFinding *finding = self->findings->pdata[i];

      if (finding->circle != NULL && finding->circle->round > round)
        finding->circle = NULL;
    }
  return later;
}

gboolean
cadre_merge_follow_resolutions (CadreMerge *self, guint round, GError **error)
{
  const guint n_before = self->findings->len;
  g_autoptr (GPtrArray) old = steal_later (self, round);
  g_autoptr (GHashTable) known = cadre_merge_circles_new (old);
  const guint n_kept = self->findings->len;
  guint n = 0;
  gboolean ok = TRUE;

  /* No circle is listed twice, so that this comes to an end. */
  do
    {
      n = self->findings->len;
      self->round =
        1 + (n > 0 ? ((const CadreMergeFinding *) self->findings->pdata[n - 1])->round : 0);
      ok = cadre_merge_find_last_cycles (self, NULL, error);
      keep_known (self, n, known);
    }
  while (ok && self->findings->len > n);

  if (n_before != n_kept || self->findings->len != n_kept)
    g_list_model_items_changed (G_LIST_MODEL (self), n_kept, n_before - n_kept,
                                self->findings->len - n_kept);
  return ok;
}
