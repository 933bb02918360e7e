/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which posts are looked at together.
 *
 * Where few are left, each with each. Where many are, those that have something
 * in common that few have: a title, a rare word of it, a unit and a grade, the
 * same pay and size, all of the job, managers that are one post, or reports that
 * are. */

#include "config.h"

#include "diff/mapping/cadre-evidence-run-private.h"

#include <stdlib.h>

#define MAX_ALL_PAIRS 300000 /* that are looked at each with each */
#define MAX_SHARED 24        /* posts that have something in common */
#define MAX_KEPT 24          /* of one post, the best */
#define MAX_KEPT_OF_MANY 12  /* the same, where not all pairs are looked at */
#define MAX_KEYS 16          /* of one post */
#define DISTANCE 5000        /* thousandths below what is looked at: managers may still be mapped */

enum
{
  KEY_TITLE = 1,
  KEY_TITLE_AND_UNIT,
  KEY_TITLE_AND_GRADE,
  KEY_UNIT_AND_GRADE,
  KEY_PAY_AND_SIZE,
  KEY_MANAGER,
  KEY_JOB,
  KEY_WORD,
};

typedef struct
{
  guint64 key;
  guint32 row;
} Entry;

typedef struct
{
  CadreRun *run;
  CadreSort sort;
  GArray *rest[CADRE_N_SIDES]; /* (element-type guint32): posts that are left */
  Entry *entries;              /* of posts after, by key */
  guint32 n_entries;
  guint bucket_bits;
  guint32 *ends; /* by the first bits of keys: where the entries with these end */
  guint32 *seen; /* by post after: the last post before that it was noted for, and 1 */
  GArray *found; /* (element-type guint32): posts after for one post before */
  GArray *kept;  /* (element-type CadreCandidate): of one post before */
} Finder;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static inline guint64
make_key (guint kind, guint64 a, guint64 b)
{
  return cadre_mix (cadre_mix (kind, a), b);
}

static guint
add_key (guint64 *keys, guint n, guint kind, guint32 a, guint32 b)
{
  if (a != CADRE_NO_VALUE && b != CADRE_NO_VALUE && n < MAX_KEYS)
    keys[n++] = make_key (kind, a, b);

  return n;
}

/* All that is said of the job itself: what stays when a post moves, and when its
 * unit has a new name. */
static guint64
hash_job (const CadreRun *run, guint side, guint32 row)
{
  static const guint8 columns[] = { CADRE_COLUMN_TITLE, CADRE_COLUMN_GRADE, CADRE_COLUMN_FTE,
                                    CADRE_COLUMN_PAY, CADRE_COLUMN_SITE };
  guint64 hash = KEY_JOB;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    hash = cadre_mix (hash, cadre_column_get (&run->columns[columns[i]], side, row));

  return hash;
}

/* What a post may have in common with few others. */
static guint
get_keys (const CadreRun *run, guint side, guint32 row, guint64 *keys)
{
  const CadreSide *at = &run->sides[side];
  const CadreColumn *titles = &run->columns[CADRE_COLUMN_TITLE];
  const guint32 title = cadre_column_get (titles, side, row);
  const guint32 unit = cadre_column_get (&run->columns[CADRE_COLUMN_UNIT], side, row);
  const guint32 grade = cadre_column_get (&run->columns[CADRE_COLUMN_GRADE], side, row);
  const guint32 manager = cadre_side_mapped_superior (at, row);
  guint32 same_manager = CADRE_NO_ROW;
  guint n = 0;

  keys[n++] = hash_job (run, side, row);
  n = add_key (keys, n, KEY_TITLE, title, 1);
  n = add_key (keys, n, KEY_TITLE_AND_UNIT, title, unit);
  n = add_key (keys, n, KEY_TITLE_AND_GRADE, title, grade);
  n = add_key (keys, n, KEY_UNIT_AND_GRADE, unit, grade);
  n = add_key (keys, n, KEY_PAY_AND_SIZE,
               cadre_column_get (&run->columns[CADRE_COLUMN_PAY], side, row),
               cadre_column_get (&run->columns[CADRE_COLUMN_FTE], side, row));
  if (manager != CADRE_NO_ROW)
    same_manager = side == CADRE_BEFORE ? at->mate[manager] : manager;
  if (same_manager != CADRE_NO_ROW)
    n = add_key (keys, n, KEY_MANAGER, same_manager + 1, 1);

  if (title != CADRE_NO_VALUE)
    for (guint32 i = titles->first[title]; i < titles->first[title + 1]; i++)
      n = add_key (keys, n, KEY_WORD, titles->words[i], 1);

  return n;
}

static inline guint32
get_bucket (const Finder *self, guint64 key)
{
  return (guint32) (key >> (64 - self->bucket_bits));
}

/* Puts entries in order: by the first bits of their keys, and then within those. */
static gboolean
sort_entries (Finder *self)
{
  Entry *sorted = g_try_new (Entry, (gsize) self->n_entries + 1);
  guint32 n_buckets = 0;
  guint32 first = 0;

  for (self->bucket_bits = 1; self->n_entries >> self->bucket_bits > 2; self->bucket_bits++)
    ;
  n_buckets = 1u << self->bucket_bits;
  self->ends = g_try_new0 (guint32, n_buckets);
  if (sorted == NULL || self->ends == NULL)
    {
      g_free (sorted);
      return FALSE;
    }

  for (guint32 i = 0; i < self->n_entries; i++)
    self->ends[get_bucket (self, self->entries[i].key)]++;
  for (guint32 bucket = 0; bucket < n_buckets; bucket++)
    {
      const guint32 n = self->ends[bucket];

      self->ends[bucket] = first;
      first += n;
    }
  for (guint32 i = 0; i < self->n_entries; i++)
    sorted[self->ends[get_bucket (self, self->entries[i].key)]++] = self->entries[i];
  for (guint32 bucket = 0; bucket < n_buckets; bucket++)
    {
      first = bucket > 0 ? self->ends[bucket - 1] : 0;
      if (self->ends[bucket] - first > 1)
        qsort (sorted + first, self->ends[bucket] - first, sizeof (Entry), compare_entries);
    }

  g_free (self->entries);
  self->entries = sorted;
  return TRUE;
}

static gboolean
enter_all (Finder *self)
{
  const GArray *rest = self->rest[CADRE_AFTER];
  guint64 keys[MAX_KEYS];

  self->seen = g_try_new0 (guint32, MAX (self->run->sides[CADRE_AFTER].n, 1));
  self->entries =
    rest->len < G_MAXUINT32 / MAX_KEYS ? g_try_new (Entry, (gsize) rest->len * MAX_KEYS + 1) : NULL;
  if (self->entries == NULL || self->seen == NULL)
    return FALSE;

  for (guint i = 0; i < rest->len; i++)
    {
      const guint32 row = g_array_index (rest, guint32, i);
      const guint n = get_keys (self->run, CADRE_AFTER, row, keys);

      for (guint key = 0; key < n; key++)
        self->entries[self->n_entries++] = (Entry){ keys[key], row };
    }

  return sort_entries (self);
}

/* Notes a post after, once for each post before. */
static inline void
note (Finder *self, guint32 before, guint32 after)
{
  if (self->seen[after] == before + 1)
    return;

  self->seen[after] = before + 1;
  g_array_append_val (self->found, after);
}

/* Takes all that share a key, if they are few. */
static void
find_sharing (Finder *self, guint32 row, guint64 key)
{
  const guint32 bucket = get_bucket (self, key);
  guint32 low = bucket > 0 ? self->ends[bucket - 1] : 0;
  guint32 high = self->ends[bucket];
  const guint32 end = high;

  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;

      if (self->entries[middle].key < key)
        low = middle + 1;
      else
        high = middle;
    }

  for (high = low; high < end && self->entries[high].key == key; high++)
    if (high - low >= MAX_SHARED)
      return;
  for (; low < high; low++)
    note (self, row, self->entries[low].row);
}

/* Managers of the posts that the reports became. */
static void
find_by_reports (Finder *self, guint32 row)
{
  const CadreSide *before = &self->run->sides[CADRE_BEFORE];
  const CadreSide *after = &self->run->sides[CADRE_AFTER];
  guint32 n = 0;
  const guint32 *reports = cadre_backward_get (&before->index->reports, row, &n);

  for (guint32 i = 0; i < MIN (n, MAX_SHARED); i++)
    {
      const guint32 mate = before->mate[reports[i]];
      const guint32 manager = mate != CADRE_NO_ROW ? after->index->manager[mate] : CADRE_NO_ROW;

      if (manager != CADRE_NO_ROW && after->open[manager] == CADRE_OPEN_YES &&
          after->sort[manager] == self->sort)
        note (self, row, manager);
    }
}

static int
compare_best (gconstpointer a, gconstpointer b)
{
  const CadreCandidate *x = a;
  const CadreCandidate *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return x->after < y->after ? -1 : x->after > y->after;
}

static int
compare_after (gconstpointer a, gconstpointer b)
{
  const CadreCandidate *x = a;
  const CadreCandidate *y = b;

  return x->after < y->after ? -1 : x->after > y->after;
}

/* Looks at one pair, and keeps it if it may come to something. */
static void
look_at (Finder *self, guint32 before, guint32 after)
{
  CadreCandidate candidate = { before, after, 0, 0 };
  CadreValues values;

  candidate.score = cadre_run_score (self->run, before, after, values);
  if (candidate.score < self->run->review - DISTANCE)
    return;

  candidate.own = candidate.score - cadre_run_score_place (self->run, before, after);
  g_array_append_val (self->kept, candidate);
}

/* Of one post before the best; those as good as the last of them too. */
static void
keep_best (Finder *self)
{
  GArray *kept = self->kept;
  const guint most = self->entries == NULL ? MAX_KEPT : MAX_KEPT_OF_MANY;
  guint n = kept->len;

  if (n > most)
    {
      g_array_sort (kept, compare_best);
      for (n = most; n < kept->len && n < 4 * most; n++)
        if (g_array_index (kept, CadreCandidate, n).score <
            g_array_index (kept, CadreCandidate, most - 1).score)
          break;
      g_array_set_size (kept, n);
    }
  if (kept->len > 1)
    g_array_sort (kept, compare_after);

  g_array_append_vals (self->run->candidates, kept->data, kept->len);
  g_array_set_size (kept, 0);
}

static void
find_for (Finder *self, guint32 row)
{
  guint64 keys[MAX_KEYS];
  const guint n = get_keys (self->run, CADRE_BEFORE, row, keys);

  g_array_set_size (self->found, 0);
  for (guint key = 0; key < n; key++)
    find_sharing (self, row, keys[key]);
  find_by_reports (self, row);
  if (self->run->same_id != NULL && self->run->same_id[row] != CADRE_NO_ROW)
    note (self, row, self->run->same_id[row]);

  for (guint i = 0; i < self->found->len; i++)
    look_at (self, row, g_array_index (self->found, guint32, i));
  keep_best (self);
}

static void
find_all_pairs (Finder *self)
{
  const GArray *before = self->rest[CADRE_BEFORE];
  const GArray *after = self->rest[CADRE_AFTER];

  for (guint i = 0; i < before->len; i++)
    {
      for (guint k = 0; k < after->len; k++)
        look_at (self, g_array_index (before, guint32, i), g_array_index (after, guint32, k));
      keep_best (self);
      if (cadre_run_is_cancelled (self->run))
        return;
    }
}

static GArray *
list_rest (const CadreRun *run, guint side, CadreSort sort)
{
  const CadreSide *at = &run->sides[side];
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 row = 0; row < at->n; row++)
    if (at->open[row] == CADRE_OPEN_YES && at->sort[row] == sort)
      g_array_append_val (rest, row);

  return rest;
}

gboolean
cadre_run_find_candidates (CadreRun *self, CadreSort sort, gboolean *all)
{
  Finder finder = { .run = self, .sort = sort };
  gboolean done = TRUE;

  finder.rest[CADRE_BEFORE] = list_rest (self, CADRE_BEFORE, sort);
  finder.rest[CADRE_AFTER] = list_rest (self, CADRE_AFTER, sort);
  finder.found = g_array_new (FALSE, FALSE, sizeof (guint32));
  finder.kept = g_array_new (FALSE, FALSE, sizeof (CadreCandidate));
  g_array_set_size (self->candidates, 0);

  *all = (guint64) finder.rest[CADRE_BEFORE]->len * finder.rest[CADRE_AFTER]->len <= MAX_ALL_PAIRS;
  if (*all)
    find_all_pairs (&finder);
  else
    {
      done = enter_all (&finder);
      for (guint i = 0; done && i < finder.rest[CADRE_BEFORE]->len; i++)
        {
          if (i % 1024 == 0 && cadre_run_is_cancelled (self))
            break;
          find_for (&finder, g_array_index (finder.rest[CADRE_BEFORE], guint32, i));
        }
    }

  g_free (finder.entries);
  g_free (finder.ends);
  g_free (finder.seen);
  g_array_unref (finder.rest[CADRE_BEFORE]);
  g_array_unref (finder.rest[CADRE_AFTER]);
  g_array_unref (finder.found);
  g_array_unref (finder.kept);
  return done;
}
