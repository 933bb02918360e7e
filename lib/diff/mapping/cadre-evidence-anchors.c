/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts of which everything that is said is the same, and said of one post only
 * on either side. Most posts do not change, so that most are mapped here, in two
 * looks at memory each. */

#include "config.h"

#include "base/cadre-pages-private.h"
#include "diff/mapping/cadre-evidence-run-private.h"

#define MAX_PASSES 8
#define SAFE 2500 /* thousandths above what is accepted */
#define AHEAD 16  /* rows */

/* A hash, and who has it on either side: CADRE_AMBIGUOUS_ROW for several. */
typedef struct
{
  guint64 hash; /* 0 is empty */
  guint32 row[CADRE_N_SIDES];
} Slot;

typedef struct
{
  CadreRun *run;
  CadreSort sort;
  guint32 *rows[CADRE_N_SIDES]; /* posts that are left, in order */
  guint32 n_rows[CADRE_N_SIDES];
  Slot *slots;
  guint32 n_slots;
  guint32 *pairs; /* two rows each */
} Join;

static gboolean
join_init (Join *self, CadreRun *run, CadreSort sort)
{
  self->run = run;
  self->sort = sort;
  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      const CadreSide *at = &run->sides[side];

      self->rows[side] = cadre_pages_try_array_of (guint32, MAX (at->n, 1));
      if (self->rows[side] == NULL)
        return FALSE;
      for (guint32 row = 0; row < at->n; row++)
        if (at->open[row] == CADRE_OPEN_YES && at->sort[row] == sort)
          self->rows[side][self->n_rows[side]++] = row;
    }

  self->pairs = cadre_pages_try_array_of (guint32, 2 * (gsize) MIN (self->n_rows[CADRE_BEFORE],
                                                                    self->n_rows[CADRE_AFTER]) +
                                                     2);
  return self->pairs != NULL;
}

static void
join_clear (Join *self)
{
  g_free (self->rows[CADRE_BEFORE]);
  g_free (self->rows[CADRE_AFTER]);
  g_free (self->slots);
  g_free (self->pairs);
}

/* Makes empty slots for the posts that are left, and forgets those that are not. */
static gboolean
start_pass (Join *self)
{
  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      const CadreSide *at = &self->run->sides[side];
      guint32 n = 0;

      for (guint32 i = 0; i < self->n_rows[side]; i++)
        if (at->open[self->rows[side][i]] == CADRE_OPEN_YES)
          self->rows[side][n++] = self->rows[side][i];
      self->n_rows[side] = n;
    }

  self->n_slots = 64;
  while (self->n_slots < 2 * (guint64) self->n_rows[CADRE_BEFORE] && self->n_slots < 1u << 31)
    self->n_slots *= 2;
  g_free (self->slots);
  self->slots = cadre_pages_try_zeros_of (Slot, self->n_slots);
  return self->slots != NULL;
}

static inline Slot *
join_find (Join *self, guint64 hash)
{
  guint32 slot = (guint32) (hash >> 20) & (self->n_slots - 1);

  while (self->slots[slot].hash != 0 && self->slots[slot].hash != hash)
    slot = (slot + 1) & (self->n_slots - 1);
  return &self->slots[slot];
}

/* By what a post is joined: what is said of it, and later whose report it is. 0
 * where it is not joined. */
static guint64
get_hash (const Join *self, guint side, guint32 row, gboolean by_manager)
{
  const CadreSide *at = &self->run->sides[side];
  guint32 manager = CADRE_NO_ROW;

  if (!by_manager)
    return at->own[row] | 1;

  manager = at->index->manager[row];
  if (manager == CADRE_NO_ROW || at->mate[manager] == CADRE_NO_ROW)
    return 0;
  return cadre_mix (at->own[row], side == CADRE_BEFORE ? at->mate[manager] : manager) | 1;
}

/* What is far off in memory is asked for before it is needed. */
static inline void
look_ahead (const Join *self, guint side, guint32 i, gboolean by_manager)
{
  guint64 hash = 0;

  if (i + AHEAD >= self->n_rows[side])
    return;
  hash = get_hash (self, side, self->rows[side][i + AHEAD], by_manager);
  __builtin_prefetch (&self->slots[(guint32) (hash >> 20) & (self->n_slots - 1)], 1);
}

static void
enter (Join *self, guint side, gboolean by_manager)
{
  for (guint32 i = 0; i < self->n_rows[side]; i++)
    {
      const guint32 row = self->rows[side][i];
      const guint64 hash = get_hash (self, side, row, by_manager);
      Slot *slot = NULL;

      look_ahead (self, side, i, by_manager);
      if (hash == 0)
        continue;
      slot = join_find (self, hash);
      if (slot->hash == 0 && side == CADRE_AFTER)
        continue;
      if (slot->hash == 0)
        {
          slot->hash = hash;
          slot->row[CADRE_BEFORE] = slot->row[CADRE_AFTER] = CADRE_NO_ROW;
        }
      slot->row[side] = slot->row[side] == CADRE_NO_ROW ? row : CADRE_AMBIGUOUS_ROW;
    }
}

/* Whether so much speaks for two posts of which all the same is said that no
 * other has to be looked at. */
static gboolean
is_safe (const CadreRun *self, guint32 before, guint32 after)
{
  CadreValues values;

  if (cadre_run_score_alike (self, before, after, CADRE_BEFORE, values) < self->accept + SAFE)
    return FALSE;

  return (values[CADRE_MAPPING_FEATURE_MANAGER] == CADRE_NO_EVIDENCE ||
          values[CADRE_MAPPING_FEATURE_MANAGER] >= 0) &&
         (values[CADRE_MAPPING_FEATURE_REPORTS] == CADRE_NO_EVIDENCE ||
          values[CADRE_MAPPING_FEATURE_REPORTS] * 3 >=
            self->rules->weights[CADRE_MAPPING_FEATURE_REPORTS].agreement);
}

/* Of each slot that one post of either side is in. The order of the slots does not
 * count, as pairs are noted only when all are found. */
static guint32
find_joined (Join *self, gboolean by_manager)
{
  guint32 n_paired = 0;

  for (guint32 i = 0; i < self->n_rows[CADRE_BEFORE]; i++)
    {
      const guint32 row = self->rows[CADRE_BEFORE][i];
      const guint64 hash = get_hash (self, CADRE_BEFORE, row, by_manager);
      const Slot *slot = NULL;

      look_ahead (self, CADRE_BEFORE, i, by_manager);
      if (hash == 0)
        continue;
      slot = join_find (self, hash);
      if (slot->row[CADRE_BEFORE] != row || slot->row[CADRE_AFTER] >= CADRE_AMBIGUOUS_ROW)
        continue;
      self->pairs[2 * (gsize) n_paired] = row;
      self->pairs[2 * (gsize) n_paired + 1] = slot->row[CADRE_AFTER];
      n_paired++;
    }

  return n_paired;
}

/* Leaves of the pairs that were found those that are safe. */
static guint32
keep_safe (Join *self, guint32 n_found)
{
  const CadreSide *sides = self->run->sides;
  guint32 n = 0;

  for (guint32 i = 0; i < n_found; i++)
    {
      const guint32 *pair = self->pairs + 2 * (gsize) i;

      for (guint side = 0; side < CADRE_N_SIDES; side++)
        {
          if (i + 2 * AHEAD < n_found)
            cadre_side_look_far_ahead (&sides[side], pair[4 * AHEAD + side]);
          if (i + AHEAD < n_found)
            cadre_side_look_ahead (&sides[side], pair[2 * AHEAD + side]);
        }
      if (!is_safe (self->run, pair[0], pair[1]))
        continue;
      self->pairs[2 * (gsize) n] = pair[0];
      self->pairs[2 * (gsize) n + 1] = pair[1];
      n++;
    }

  return n;
}

static gboolean
join_once (Join *self, gboolean by_manager, guint32 *n_paired)
{
  CadreRun *run = self->run;

  if (!start_pass (self))
    return FALSE;

  enter (self, CADRE_BEFORE, by_manager);
  enter (self, CADRE_AFTER, by_manager);
  *n_paired = keep_safe (self, find_joined (self, by_manager));
  for (guint32 i = 0; i < *n_paired; i++)
    {
      const guint32 *pair = self->pairs + 2 * (gsize) i;

      cadre_run_pair (run, pair[0], pair[1]);
      run->sides[CADRE_BEFORE].open[pair[0]] = CADRE_OPEN_ANCHORED;
      run->sides[CADRE_AFTER].open[pair[1]] = CADRE_OPEN_ANCHORED;
    }

  return TRUE;
}

gboolean
cadre_run_anchor (CadreRun *self, CadreSort sort)
{
  Join join = { 0 };
  guint32 n_paired = 0;
  gboolean done = join_init (&join, self, sort) && join_once (&join, FALSE, &n_paired);

  for (guint pass = 0; done && pass < MAX_PASSES; pass++)
    {
      done = join_once (&join, TRUE, &n_paired);
      if (n_paired < 1 + self->sides[CADRE_BEFORE].n / 1000)
        break;
    }

  join_clear (&join);
  return done;
}
