/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which posts are looked at together.
 *
 * Where few are left, each with each. Where many are, those that have something
 * in common that few have: a title, a rare word of it, a unit and a grade, the
 * same pay and size, all of the job, managers that are one post, or reports that
 * are. What the posts themselves have in common is found once; managers and
 * reports are looked at again when more is known of them. Of very many posts that nothing
 * tells apart each is looked at with some, and each with others. */

#include "config.h"

#include "diff/mapping/cadre-evidence-keys-private.h"
#include "diff/mapping/cadre-evidence-run-private.h"
#include "kernel/cadre-pages-private.h"

#include <stdlib.h>
#include <string.h>

#define MAX_ALL_PAIRS 300000 /* that are looked at each with each */
#define MAX_KEPT 24          /* of one post, the best */
#define MAX_KEPT_OF_MANY 12  /* the same, where not all pairs are looked at */
#define MAX_KEYS 16          /* of one post */
#define DISTANCE 5000        /* thousandths below what is looked at: managers may still be mapped */
#define FEW 32               /* candidates of one post */
#define AHEAD 4              /* posts */

enum
{
  KEY_TITLE = 1,
  KEY_TITLE_AND_UNIT,
  KEY_TITLE_AND_GRADE,
  KEY_UNIT_AND_GRADE,
  KEY_PAY_AND_SIZE,
  KEY_MANAGER,
  KEY_BRANCH,
  KEY_JOB,
  KEY_WORD,
};

/* A post after that has something in common with a post before. */
typedef struct
{
  guint32 number;
  gint32 own; /* how much speaks for that they are one, of what does not change */
} Shared;

struct _CadreFinder
{
  CadreRun *run;
  gboolean all;
  gboolean is_shared_known;
  CadreKeyTable own;     /* posts after by what they have in common with few */
  CadreKeyTable managed; /* posts after by their managers */
  CadreKeyTable alike;   /* posts after by what nothing tells apart under one manager */
  guint32 *turn;         /* by post before: how many of those like it come before it */
  GArray *shared;        /* (element-type Shared): by post before */
  guint32 *first_shared; /* by post before */
  guint32 *seen;         /* by post after: the last post before that it was noted for, and 1 */
  GArray *kept;          /* (element-type CadreCandidate): of one post before */
};

static inline guint64
make_key (guint kind, guint64 a, guint64 b)
{
  return cadre_mix (cadre_mix ((guint64) kind << 32, a), b);
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
hash_job (const CadreFacts *facts)
{
  static const guint8 columns[] = { CADRE_COLUMN_TITLE, CADRE_COLUMN_GRADE, CADRE_COLUMN_FTE,
                                    CADRE_COLUMN_PAY, CADRE_COLUMN_SITE };
  guint64 hash = KEY_JOB;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    hash = cadre_mix (hash, facts->values[columns[i]]);

  return hash;
}

/* What a post may have in common with few others, save its manager. */
static guint
get_keys (const CadreRun *run, const CadreFacts *facts, guint64 *keys)
{
  const CadreColumn *titles = &run->columns[CADRE_COLUMN_TITLE];
  const guint32 title = facts->values[CADRE_COLUMN_TITLE];
  const guint32 unit = facts->values[CADRE_COLUMN_UNIT];
  const guint32 grade = facts->values[CADRE_COLUMN_GRADE];
  guint n = 0;

  keys[n++] = hash_job (facts);
  n = add_key (keys, n, KEY_TITLE, title, 1);
  n = add_key (keys, n, KEY_TITLE_AND_UNIT, title, unit);
  n = add_key (keys, n, KEY_TITLE_AND_GRADE, title, grade);
  n = add_key (keys, n, KEY_UNIT_AND_GRADE, unit, grade);
  n = add_key (keys, n, KEY_PAY_AND_SIZE, facts->values[CADRE_COLUMN_PAY],
               facts->values[CADRE_COLUMN_FTE]);
  if (title != CADRE_NO_VALUE)
    for (guint32 i = titles->first[title]; i < titles->first[title + 1]; i++)
      n = add_key (keys, n, KEY_WORD, titles->words[i], 1);

  return n;
}

/* The manager after of a post of either side; CADRE_NO_ROW where it is not known. */
static guint32
get_manager (const CadreRun *run, guint side, guint32 row)
{
  const CadreSide *at = &run->sides[side];
  const guint32 manager = cadre_side_mapped_superior (at, row);

  return side == CADRE_BEFORE && manager != CADRE_NO_ROW ? at->mate[manager] : manager;
}

static gboolean
enter_keys (CadreFinder *self)
{
  const CadreSheet *sheet = &self->run->sheets[CADRE_AFTER];
  guint64 keys[MAX_KEYS];

  if (!cadre_key_table_init (&self->own, (gsize) sheet->n * MAX_KEYS))
    return FALSE;

  for (guint32 i = 0; i < sheet->n; i++)
    {
      const guint n = get_keys (self->run, &sheet->facts[i], keys);

      for (guint key = 0; key < n; key++)
        cadre_key_table_add (&self->own, keys[key], i);
    }
  return cadre_key_table_sort (&self->own);
}

static gboolean
enter_managers (CadreFinder *self)
{
  const CadreSheet *sheet = &self->run->sheets[CADRE_AFTER];

  if (!cadre_key_table_init (&self->managed, sheet->n))
    return FALSE;

  for (guint32 i = 0; i < sheet->n; i++)
    {
      const guint32 manager = get_manager (self->run, CADRE_AFTER, sheet->facts[i].row);

      if (manager != CADRE_NO_ROW)
        cadre_key_table_add (&self->managed, make_key (KEY_MANAGER, manager, 1), i);
    }
  return cadre_key_table_sort (&self->managed);
}

/* By what posts under one manager are not told apart. */
static guint64
hash_alike (const CadreRun *run, guint side, guint32 row)
{
  return make_key (KEY_BRANCH, run->sides[side].branch[row], get_manager (run, side, row));
}

static gboolean
enter_alike (CadreKeyTable *table, const CadreRun *run, guint side)
{
  const CadreSheet *sheet = &run->sheets[side];

  if (!cadre_key_table_init (table, sheet->n))
    return FALSE;

  for (guint32 i = 0; i < sheet->n; i++)
    cadre_key_table_add (table, hash_alike (run, side, sheet->facts[i].row), i);
  return cadre_key_table_sort (table);
}

static gboolean
find_alike (CadreFinder *self)
{
  CadreKeyTable before = { 0 };
  const gboolean done = enter_alike (&self->alike, self->run, CADRE_AFTER) &&
                        enter_alike (&before, self->run, CADRE_BEFORE);

  for (guint32 i = 0; done && i < before.n_entries; i++)
    self->turn[before.entries[i].number] =
      i > 0 && before.entries[i].key == before.entries[i - 1].key
        ? self->turn[before.entries[i - 1].number] + 1
        : 0;

  cadre_key_table_clear (&before);
  return done;
}

/* Whether a post after is noted for the first time for a post before. */
static inline gboolean
note (CadreFinder *self, guint32 before, guint32 after)
{
  const gboolean is_new = self->seen[after] != before + 1;

  self->seen[after] = before + 1;
  return is_new;
}

/* By force: GCC 12 leaves out calls of what only asks for memory. */
static inline __attribute__ ((always_inline)) void
look_ahead (const CadreFacts *facts)
{
  const char *place = (const char *) facts;

  __builtin_prefetch (place);
  __builtin_prefetch (place + 64);
}

/* How far up two posts and all below them are the same. It only decides where all else
 * speaks for several ways alike: then branches stay together. */
static gint32
count_same_branches (const CadreRun *run, const CadreFacts *a, const CadreFacts *b)
{
  const CadreSide *sides = run->sides;
  guint32 before = a->row;
  guint32 after = b->row;
  gint32 n = 0;

  if (memcmp (a->values, b->values, sizeof a->values) != 0)
    return 0;

  while (n < CADRE_MAX_SKIPPED && before != CADRE_NO_ROW && after != CADRE_NO_ROW &&
         sides[CADRE_BEFORE].branch[before] == sides[CADRE_AFTER].branch[after])
    {
      before = sides[CADRE_BEFORE].index->manager[before];
      after = sides[CADRE_AFTER].index->manager[after];
      n++;
    }

  return n;
}

/* Looks at one pair, and keeps it if it may come to something. */
static void
look_at (CadreFinder *self, guint32 before, guint32 after, gint32 own)
{
  const CadreFacts *a = &self->run->sheets[CADRE_BEFORE].facts[before];
  const CadreFacts *b = &self->run->sheets[CADRE_AFTER].facts[after];
  const gint32 stays = own + count_same_branches (self->run, a, b);
  const gint32 score = stays + cadre_run_score_place (self->run, a, b);
  const CadreCandidate candidate = { a->row, b->row, score, stays, { before, after } };

  if (score >= self->run->review - DISTANCE && !cadre_run_is_refused (self->run, a->row, b->row))
    g_array_append_val (self->kept, candidate);
}

static gint32
score_own (const CadreFinder *self, guint32 before, guint32 after)
{
  return cadre_run_score_own (self->run, &self->run->sheets[CADRE_BEFORE].facts[before],
                              &self->run->sheets[CADRE_AFTER].facts[after]);
}

static void
look_at_other (CadreFinder *self, guint32 before, guint32 after)
{
  if (note (self, before, after))
    look_at (self, before, after, score_own (self, before, after));
}

/* Takes all that share a key, if they are few. */
static void
find_shared (CadreFinder *self, guint32 before)
{
  const CadreFacts *facts = self->run->sheets[CADRE_AFTER].facts;
  const guint first = self->shared->len;
  guint64 keys[MAX_KEYS];
  const guint n_keys = get_keys (self->run, &self->run->sheets[CADRE_BEFORE].facts[before], keys);

  cadre_key_table_look_ahead (&self->own, keys, n_keys);
  for (guint key = 0; key < n_keys; key++)
    {
      guint32 n = 0;
      const CadreKeyEntry *entries = cadre_key_table_find (&self->own, keys[key], &n);

      for (guint32 i = 0; i < n; i++)
        {
          const Shared shared = { entries[i].number, 0 };

          if (!note (self, before, shared.number))
            continue;
          look_ahead (&facts[shared.number]);
          g_array_append_val (self->shared, shared);
        }
    }

  for (guint i = first; i < self->shared->len; i++)
    {
      Shared *shared = &g_array_index (self->shared, Shared, i);

      shared->own = score_own (self, before, shared->number);
    }
}

static void
look_at_shared (CadreFinder *self, guint32 before)
{
  const CadreFacts *facts = self->run->sheets[CADRE_AFTER].facts;
  const Shared *shared = (const Shared *) (gconstpointer) self->shared->data;
  const guint32 end = self->first_shared[before + 1];

  for (guint32 i = self->first_shared[before]; i < end; i++)
    {
      if (i + AHEAD < self->shared->len)
        look_ahead (&facts[shared[i + AHEAD].number]);
      self->seen[shared[i].number] = before + 1;
      look_at (self, before, shared[i].number, shared[i].own);
    }
}

static void
look_at_managed (CadreFinder *self, guint32 before)
{
  const guint32 row = self->run->sheets[CADRE_BEFORE].facts[before].row;
  const guint32 manager = get_manager (self->run, CADRE_BEFORE, row);
  guint32 n = 0;
  const CadreKeyEntry *entries = NULL;

  if (manager == CADRE_NO_ROW)
    return;

  entries = cadre_key_table_find (&self->managed, make_key (KEY_MANAGER, manager, 1), &n);
  for (guint32 i = 0; i < n; i++)
    look_at_other (self, before, entries[i].number);
}

/* Managers of the posts that the reports became. */
static void
look_at_by_reports (CadreFinder *self, guint32 before)
{
  const CadreSide *sides = self->run->sides;
  const CadreFacts *facts = &self->run->sheets[CADRE_BEFORE].facts[before];
  const CadreSheet *sheet = &self->run->sheets[CADRE_AFTER];
  const guint32 *reports = sides[CADRE_BEFORE].index->reports.rows + facts->first_report;

  for (guint32 i = 0; i < MIN (facts->n_reports, CADRE_MAX_SHARED); i++)
    {
      const guint32 mate = sides[CADRE_BEFORE].mate[reports[i]];
      const guint32 manager =
        mate != CADRE_NO_ROW ? sides[CADRE_AFTER].index->manager[mate] : CADRE_NO_ROW;

      if (manager != CADRE_NO_ROW && sheet->number[manager] != CADRE_NO_ROW)
        look_at_other (self, before, sheet->number[manager]);
    }
}

static void
look_at_alike (CadreFinder *self, guint32 before)
{
  const guint32 row = self->run->sheets[CADRE_BEFORE].facts[before].row;
  guint32 n = 0;
  const CadreKeyEntry *entries =
    cadre_key_table_find_all (&self->alike, hash_alike (self->run, CADRE_BEFORE, row), &n);

  for (guint32 i = 0; i < MIN (n, CADRE_MAX_SHARED); i++)
    look_at_other (self, before, entries[(self->turn[before] + i) % n].number);
}

static void
look_at_same_id (CadreFinder *self, guint32 before)
{
  const CadreRun *run = self->run;
  const guint32 row = run->sheets[CADRE_BEFORE].facts[before].row;
  const guint32 same = run->same_id != NULL ? run->same_id[row] : CADRE_NO_ROW;
  const guint32 number =
    same != CADRE_NO_ROW ? run->sheets[CADRE_AFTER].number[same] : CADRE_NO_ROW;

  if (number != CADRE_NO_ROW)
    look_at_other (self, before, number);
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

static inline void
sort_kept (GArray *kept, GCompareFunc compare)
{
  CadreCandidate *candidates = (CadreCandidate *) (gpointer) kept->data;

  if (kept->len > FEW)
    {
      qsort (candidates, kept->len, sizeof (CadreCandidate), compare);
      return;
    }

  for (guint i = 1; i < kept->len; i++)
    {
      const CadreCandidate candidate = candidates[i];
      guint k = i;

      for (; k > 0 && compare (&candidate, &candidates[k - 1]) < 0; k--)
        candidates[k] = candidates[k - 1];
      candidates[k] = candidate;
    }
}

/* Of those that are as good as the last one that is kept, and too many, each post before
 * keeps others. */
static void
keep_in_turn (GArray *kept, guint most, guint most_of_all, guint32 turn)
{
  CadreCandidate *candidates = (CadreCandidate *) (gpointer) kept->data;
  const gint32 last = candidates[most - 1].score;
  guint first = most - 1;
  guint end = most;

  for (; first > 0 && candidates[first - 1].score == last; first--)
    ;
  for (; end < kept->len && candidates[end].score == last; end++)
    ;
  if (end > most_of_all)
    {
      const guint n = end - first;
      g_autofree CadreCandidate *as_good =
        g_memdup2 (candidates + first, n * sizeof (CadreCandidate));

      for (guint i = 0; i < n; i++)
        candidates[first + i] = as_good[(turn + i) % n];
    }
  g_array_set_size (kept, MIN (end, most_of_all));
}

/* Of one post before the best; those as good as the last of them too. */
static void
keep_best (CadreFinder *self, guint32 before)
{
  GArray *kept = self->kept;
  const guint most = self->all ? MAX_KEPT : MAX_KEPT_OF_MANY;

  if (kept->len > most)
    {
      sort_kept (kept, compare_best);
      keep_in_turn (kept, most, 4 * most, self->turn[before]);
    }
  sort_kept (kept, compare_after);

  g_array_append_vals (self->run->candidates, kept->data, kept->len);
  g_array_set_size (kept, 0);
}

static void
find_all_pairs (CadreFinder *self)
{
  const CadreSheet *sheets = self->run->sheets;

  for (guint32 i = 0; i < sheets[CADRE_BEFORE].n; i++)
    {
      for (guint32 k = 0; k < sheets[CADRE_AFTER].n; k++)
        look_at (self, i, k, score_own (self, i, k));
      keep_best (self, i);
      if (cadre_run_is_cancelled (self->run))
        return;
    }
}

static void
find_for (CadreFinder *self, guint32 before)
{
  if (!self->is_shared_known)
    {
      find_shared (self, before);
      self->first_shared[before + 1] = self->shared->len;
    }

  look_at_shared (self, before);
  look_at_managed (self, before);
  look_at_by_reports (self, before);
  look_at_alike (self, before);
  look_at_same_id (self, before);
  keep_best (self, before);
}

static gboolean
find_few (CadreFinder *self)
{
  const guint32 n = self->run->sheets[CADRE_BEFORE].n;

  if (!enter_managers (self) || (!self->is_shared_known && !enter_keys (self)))
    return FALSE;

  memset (self->seen, 0, self->run->sheets[CADRE_AFTER].n * sizeof (guint32));
  for (guint32 i = 0; i < n; i++)
    {
      if (i % 1024 == 0 && cadre_run_is_cancelled (self->run))
        return TRUE;
      find_for (self, i);
    }

  cadre_key_table_clear (&self->own);
  self->is_shared_known = TRUE;
  return TRUE;
}

CadreFinder *
cadre_finder_new (CadreRun *run)
{
  CadreFinder *self = g_new0 (CadreFinder, 1);
  const CadreSheet *sheets = run->sheets;

  self->run = run;
  self->shared = g_array_new (FALSE, FALSE, sizeof (Shared));
  self->kept = g_array_new (FALSE, FALSE, sizeof (CadreCandidate));
  self->all = (guint64) sheets[CADRE_BEFORE].n * sheets[CADRE_AFTER].n <= MAX_ALL_PAIRS;
  self->seen = cadre_pages_try_array_of (guint32, (gsize) sheets[CADRE_AFTER].n + 1);
  self->first_shared = cadre_pages_try_zeros_of (guint32, (gsize) sheets[CADRE_BEFORE].n + 1);
  self->turn = cadre_pages_try_zeros_of (guint32, (gsize) sheets[CADRE_BEFORE].n + 1);
  if (self->seen == NULL || self->first_shared == NULL || self->turn == NULL)
    g_clear_pointer (&self, cadre_finder_free);

  return self;
}

void
cadre_finder_free (CadreFinder *self)
{
  cadre_key_table_clear (&self->own);
  cadre_key_table_clear (&self->managed);
  cadre_key_table_clear (&self->alike);
  g_free (self->turn);
  g_array_unref (self->shared);
  g_array_unref (self->kept);
  g_free (self->first_shared);
  g_free (self->seen);
  g_free (self);
}

gboolean
cadre_finder_looks_at_all (const CadreFinder *self)
{
  return self->all;
}

gboolean
cadre_finder_find (CadreFinder *self)
{
  cadre_run_renew_sheets (self->run);
  g_array_set_size (self->run->candidates, 0);
  if (!find_alike (self))
    return FALSE;
  if (!self->all)
    return find_few (self);

  find_all_pairs (self);
  return TRUE;
}
