/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts of which everything that is said is the same, and said of one post only
 * on either side. Most posts do not change, so that most are mapped here, in two
 * looks at memory each. */

#include "config.h"

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
  Slot *slots;
  guint32 n_slots;
  guint32 *pairs; /* two rows each */
} Join;

static gboolean
join_init (Join *self, guint32 n)
{
  self->n_slots = 64;
  while (self->n_slots < 2 * (guint64) n && self->n_slots < 1u << 31)
    self->n_slots *= 2;

  self->slots = g_try_new0 (Slot, self->n_slots);
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
get_hash (const CadreRun *self, guint side, guint32 row, CadreSort sort, gboolean by_manager)
{
  const CadreSide *at = &self->sides[side];
  guint32 manager = CADRE_NO_ROW;

  if (at->open[row] != CADRE_OPEN_YES || at->mate[row] != CADRE_NO_ROW || at->sort[row] != sort)
    return 0;
  if (!by_manager)
    return at->own[row] | 1;

  manager = at->index->manager[row];
  if (manager == CADRE_NO_ROW || at->mate[manager] == CADRE_NO_ROW)
    return 0;
  return cadre_mix (at->own[row], side == CADRE_BEFORE ? at->mate[manager] : manager) | 1;
}

static void
enter (CadreRun *self, Join *join, guint side, CadreSort sort, gboolean by_manager)
{
  const CadreSide *at = &self->sides[side];

  for (guint32 row = 0; row < at->n; row++)
    {
      const guint64 hash = get_hash (self, side, row, sort, by_manager);
      Slot *slot = NULL;

      if (!by_manager && row + AHEAD < at->n)
        __builtin_prefetch (
          &join->slots[(guint32) ((at->own[row + AHEAD] | 1) >> 20) & (join->n_slots - 1)], 1);
      if (hash == 0)
        continue;
      slot = join_find (join, hash);
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

static guint32
pair_joined (CadreRun *self, Join *join, CadreSort sort, gboolean by_manager)
{
  const CadreSide *at = &self->sides[CADRE_BEFORE];
  guint32 n_paired = 0;

  for (guint32 row = 0; row < at->n; row++)
    {
      const guint64 hash = get_hash (self, CADRE_BEFORE, row, sort, by_manager);
      const Slot *slot = hash != 0 ? join_find (join, hash) : NULL;

      if (slot == NULL || slot->row[CADRE_BEFORE] != row ||
          slot->row[CADRE_AFTER] >= CADRE_AMBIGUOUS_ROW ||
          !is_safe (self, row, slot->row[CADRE_AFTER]))
        continue;
      join->pairs[2 * (gsize) n_paired] = row;
      join->pairs[2 * (gsize) n_paired + 1] = slot->row[CADRE_AFTER];
      n_paired++;
    }

  /* Only now, so that the order of the posts does not count. */
  for (guint32 i = 0; i < n_paired; i++)
    {
      const guint32 *pair = join->pairs + 2 * (gsize) i;

      cadre_run_pair (self, pair[0], pair[1]);
      self->sides[CADRE_BEFORE].open[pair[0]] = CADRE_OPEN_ANCHORED;
      self->sides[CADRE_AFTER].open[pair[1]] = CADRE_OPEN_ANCHORED;
    }

  return n_paired;
}

static gboolean
join_once (CadreRun *self, CadreSort sort, gboolean by_manager, guint32 *n_paired)
{
  const guint32 n = MIN (self->sides[CADRE_BEFORE].n, self->sides[CADRE_AFTER].n);
  Join join = { 0 };
  gboolean done = join_init (&join, self->sides[CADRE_BEFORE].n);

  join.pairs = g_try_new (guint32, 2 * (gsize) n + 2);
  done = done && join.pairs != NULL;
  if (done)
    {
      enter (self, &join, CADRE_BEFORE, sort, by_manager);
      enter (self, &join, CADRE_AFTER, sort, by_manager);
      *n_paired = pair_joined (self, &join, sort, by_manager);
    }

  g_free (join.slots);
  g_free (join.pairs);
  return done;
}

gboolean
cadre_run_anchor (CadreRun *self, CadreSort sort)
{
  guint32 n_paired = 0;

  if (!join_once (self, sort, FALSE, &n_paired))
    return FALSE;

  for (guint pass = 0; pass < MAX_PASSES; pass++)
    {
      n_paired = 0;
      if (!join_once (self, sort, TRUE, &n_paired))
        return FALSE;
      if (n_paired < 1 + self->sides[CADRE_BEFORE].n / 1000)
        break;
    }

  return TRUE;
}
