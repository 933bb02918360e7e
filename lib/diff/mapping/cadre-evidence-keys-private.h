/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts by what they may have in common with few others. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CADRE_MAX_SHARED 24 /* posts that have something in common */

typedef struct
{
  guint64 key;
  guint32 number;
} CadreKeyEntry;

typedef struct
{
  CadreKeyEntry *entries; /* by key, and then in the order in which they were added */
  guint32 n_entries;
  guint32 *ends; /* by the first bits of keys: where the entries with these end */
  guint bits;
} CadreKeyTable;

gboolean cadre_key_table_init (CadreKeyTable *self, gsize n_entries);
void cadre_key_table_clear (CadreKeyTable *self);

static inline void
cadre_key_table_add (CadreKeyTable *self, guint64 key, guint32 number)
{
  self->entries[self->n_entries++] = (CadreKeyEntry){ key, number };
}

/* Puts the entries in order, once all are added. FALSE for want of memory. */
gboolean cadre_key_table_sort (CadreKeyTable *self);

/* The first of those that have a key, and how many there are: none where there are
 * more than a few. */
const CadreKeyEntry *cadre_key_table_find (const CadreKeyTable *self, guint64 key, guint32 *n);

/* The same, however many there are. */
const CadreKeyEntry *cadre_key_table_find_all (const CadreKeyTable *self, guint64 key, guint32 *n);

static inline guint32
cadre_key_table_bucket (const CadreKeyTable *self, guint64 key)
{
  return (guint32) (key >> (64 - self->bits));
}

/* Where the entries begin among which those of a key are. */
static inline guint32
cadre_key_table_start (const CadreKeyTable *self, guint64 key)
{
  const guint32 bucket = cadre_key_table_bucket (self, key);

  return bucket > 0 ? self->ends[bucket - 1] : 0;
}

/* What is far off in memory is asked for before it is needed: first of all keys where
 * their entries are, and then those. By force: GCC 12 leaves out calls of what only asks for
 * memory. */
static inline __attribute__ ((always_inline)) void
cadre_key_table_look_ahead (const CadreKeyTable *self, const guint64 *keys, guint n_keys)
{
  for (guint i = 0; i < n_keys; i++)
    __builtin_prefetch (&self->ends[cadre_key_table_bucket (self, keys[i])]);
  for (guint i = 0; i < n_keys; i++)
    __builtin_prefetch (&self->entries[cadre_key_table_start (self, keys[i])]);
}

G_END_DECLS
