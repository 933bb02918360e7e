/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts by what they may have in common with few others: entries are put into many
 * small buckets by the first bits of their keys, which are hashes. */

#include "config.h"

#include "diff/mapping/cadre-evidence-keys-private.h"
#include "kernel/cadre-pages-private.h"

#include <stdlib.h>

#define FEW 16 /* entries of a bucket */

gboolean
cadre_key_table_init (CadreKeyTable *self, gsize n_entries)
{
  cadre_key_table_clear (self);
  if (n_entries < G_MAXUINT32)
    self->entries = cadre_pages_try_array_of (CadreKeyEntry, n_entries + 1);

  return self->entries != NULL;
}

void
cadre_key_table_clear (CadreKeyTable *self)
{
  g_clear_pointer (&self->entries, g_free);
  g_clear_pointer (&self->ends, g_free);
  self->n_entries = 0;
}

static inline gboolean
is_before (const CadreKeyEntry *a, const CadreKeyEntry *b)
{
  return a->key != b->key ? a->key < b->key : a->number < b->number;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return is_before (a, b) ? -1 : is_before (b, a);
}

static void
sort_bucket (CadreKeyEntry *entries, guint32 n)
{
  if (n > FEW)
    {
      qsort (entries, n, sizeof (CadreKeyEntry), compare_entries);
      return;
    }

  for (guint32 i = 1; i < n; i++)
    {
      const CadreKeyEntry entry = entries[i];
      guint32 k = i;

      for (; k > 0 && is_before (&entry, &entries[k - 1]); k--)
        entries[k] = entries[k - 1];
      entries[k] = entry;
    }
}

/* By bucket: how many entries come before it. */
static void
count_buckets (CadreKeyTable *self, guint32 n_buckets)
{
  guint32 first = 0;

  for (guint32 i = 0; i < self->n_entries; i++)
    self->ends[cadre_key_table_bucket (self, self->entries[i].key)]++;
  for (guint32 bucket = 0; bucket < n_buckets; bucket++)
    {
      const guint32 n = self->ends[bucket];

      self->ends[bucket] = first;
      first += n;
    }
}

gboolean
cadre_key_table_sort (CadreKeyTable *self)
{
  CadreKeyEntry *sorted = cadre_pages_try_array_of (CadreKeyEntry, (gsize) self->n_entries + 1);
  guint32 n_buckets = 0;
  guint32 first = 0;

  for (self->bits = 1; self->n_entries >> self->bits > 2; self->bits++)
    ;
  n_buckets = 1u << self->bits;
  self->ends = cadre_pages_try_zeros_of (guint32, n_buckets);
  if (sorted == NULL || self->ends == NULL)
    {
      g_free (sorted);
      return FALSE;
    }

  count_buckets (self, n_buckets);
  for (guint32 i = 0; i < self->n_entries; i++)
    sorted[self->ends[cadre_key_table_bucket (self, self->entries[i].key)]++] = self->entries[i];
  for (guint32 bucket = 0; bucket < n_buckets; bucket++)
    {
      sort_bucket (sorted + first, self->ends[bucket] - first);
      first = self->ends[bucket];
    }

  g_free (self->entries);
  self->entries = sorted;
  return TRUE;
}

/* The first of some entries whose key is not less, or, @beyond, is more; or their end. */
static guint32
find_bound (const CadreKeyTable *self, guint32 low, guint32 high, guint64 key, gboolean beyond)
{
  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;
      const guint64 found = self->entries[middle].key;

      if (found < key || (beyond && found == key))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const CadreKeyEntry *
cadre_key_table_find_all (const CadreKeyTable *self, guint64 key, guint32 *n)
{
  const guint32 end = self->ends[cadre_key_table_bucket (self, key)];
  const guint32 first = find_bound (self, cadre_key_table_start (self, key), end, key, FALSE);

  *n = find_bound (self, first, end, key, TRUE) - first;
  return self->entries + first;
}

const CadreKeyEntry *
cadre_key_table_find (const CadreKeyTable *self, guint64 key, guint32 *n)
{
  const guint32 end = self->ends[cadre_key_table_bucket (self, key)];
  const guint32 first = find_bound (self, cadre_key_table_start (self, key), end, key, FALSE);
  guint32 last = first;

  for (; last < end && self->entries[last].key == key; last++)
    if (last - first >= CADRE_MAX_SHARED)
      {
        *n = 0;
        return NULL;
      }

  *n = last - first;
  return self->entries + first;
}
