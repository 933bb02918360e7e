/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts of which everything that is said is the same, and said of one post only
 * on either side. Most posts do not change, so that most are mapped here, in two
 * looks at memory each. */

#include "config.h"

#include "diff/mapping/cadre-evidence-run-private.h"
#include "kernel/cadre-pages-private.h"

#define MAX_PASSES 8
#define SAFE 2500 /* thousandths above what is accepted */
#define AHEAD 16  /* rows */

/* A hash, and the post before that has it: CADRE_AMBIGUOUS_ROW for several. */
typedef struct
{
  guint64 hash; /* 0 is empty */
  guint32 row;
} Slot;

typedef struct
{
  CadreRun *run;
  CadreSort sort;
  guint32 *rows[CADRE_N_SIDES]; /* posts that are left, in order */
  guint32 n_rows[CADRE_N_SIDES];
  Slot *slots;
  guint32 n_slots;
  guint32 *joined; /* by post before: the post after that has its hash, CADRE_AMBIGUOUS_ROW for
                    * several, or CADRE_NO_ROW */
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

  self->joined = cadre_pages_try_array_of (guint32, MAX (run->sides[CADRE_BEFORE].n, 1));
  return self->joined != NULL;
}

static void
join_clear (Join *self)
{
  g_free (self->rows[CADRE_BEFORE]);
  g_free (self->rows[CADRE_AFTER]);
  g_free (self->slots);
  g_free (self->joined);
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

/* What is far off in memory is asked for before it is needed. By force: GCC 12 leaves out calls of
 * what only asks for memory. */
static inline __attribute__ ((always_inline)) void
look_ahead (const Join *self, guint side, guint32 i, gboolean by_manager)
{
  guint64 hash = 0;

  if (i + AHEAD >= self->n_rows[side])
    return;
  hash = get_hash (self, side, self->rows[side][i + AHEAD], by_manager);
  __builtin_prefetch (&self->slots[(guint32) (hash >> 20) & (self->n_slots - 1)], 1);
}

static void
enter_before (Join *self, gboolean by_manager)
{
  for (guint32 i = 0; i < self->n_rows[CADRE_BEFORE]; i++)
    {
      const guint32 row = self->rows[CADRE_BEFORE][i];
      const guint64 hash = get_hash (self, CADRE_BEFORE, row, by_manager);
      Slot *slot = NULL;

      look_ahead (self, CADRE_BEFORE, i, by_manager);
      self->joined[row] = CADRE_NO_ROW;
      if (hash == 0)
        continue;
      slot = join_find (self, hash);
      slot->row = slot->hash == 0 ? row : CADRE_AMBIGUOUS_ROW;
      slot->hash = hash;
    }
}

static void
join_after (Join *self, gboolean by_manager)
{
  for (guint32 i = 0; i < self->n_rows[CADRE_AFTER]; i++)
    {
      const guint32 row = self->rows[CADRE_AFTER][i];
      const guint64 hash = get_hash (self, CADRE_AFTER, row, by_manager);
      const Slot *slot = NULL;
      guint32 *joined = NULL;

      look_ahead (self, CADRE_AFTER, i, by_manager);
      if (hash == 0)
        continue;
      slot = join_find (self, hash);
      if (slot->hash == 0 || slot->row == CADRE_AMBIGUOUS_ROW)
        continue;
      joined = &self->joined[slot->row];
      *joined = *joined == CADRE_NO_ROW ? row : CADRE_AMBIGUOUS_ROW;
    }
}

/* Whether so much speaks for two posts of which all the same is said that no
 * other has to be looked at. */
static gboolean
is_safe (const CadreRun *self, guint32 before, guint32 after)
{
  CadreAround around;
  CadreValues values;

  cadre_run_weigh_around (self, before, after, &around);
  if (cadre_run_score_alike (self, CADRE_BEFORE, before, &around, values) < self->accept + SAFE)
    return FALSE;

  return (values[CADRE_MAPPING_FEATURE_MANAGER] == CADRE_NO_EVIDENCE ||
          values[CADRE_MAPPING_FEATURE_MANAGER] >= 0) &&
         (values[CADRE_MAPPING_FEATURE_REPORTS] == CADRE_NO_EVIDENCE ||
          values[CADRE_MAPPING_FEATURE_REPORTS] * 3 >=
            self->rules->weights[CADRE_MAPPING_FEATURE_REPORTS].agreement);
}

/* Asks for what is far off in memory before it is needed, of a post before and the one
 * that it is joined to. By force: GCC 12 leaves out calls of what only asks for memory. */
static inline __attribute__ ((always_inline)) void
look_at_joined (const Join *self, guint32 i)
{
  const CadreSide *sides = self->run->sides;
  const guint32 *rows = self->rows[CADRE_BEFORE];
  const guint32 n = self->n_rows[CADRE_BEFORE];
  const guint32 far_off = i + 2 * AHEAD < n ? self->joined[rows[i + 2 * AHEAD]] : CADRE_NO_ROW;
  const guint32 near = i + AHEAD < n ? self->joined[rows[i + AHEAD]] : CADRE_NO_ROW;

  if (far_off < CADRE_AMBIGUOUS_ROW)
    {
      cadre_side_look_far_ahead (&sides[CADRE_BEFORE], rows[i + 2 * AHEAD]);
      cadre_side_look_far_ahead (&sides[CADRE_AFTER], far_off);
    }
  if (near < CADRE_AMBIGUOUS_ROW)
    {
      cadre_side_look_ahead (&sides[CADRE_BEFORE], rows[i + AHEAD]);
      cadre_side_look_ahead (&sides[CADRE_AFTER], near);
    }
}

/* Leaves joined those that one post of either side has the hash of and that are safe.
 * None is noted before all are found, so that their order does not count. */
static void
keep_safe (Join *self)
{
  for (guint32 i = 0; i < self->n_rows[CADRE_BEFORE]; i++)
    {
      const guint32 row = self->rows[CADRE_BEFORE][i];
      guint32 *joined = &self->joined[row];

      look_at_joined (self, i);
      if (*joined < CADRE_AMBIGUOUS_ROW &&
          (!is_safe (self->run, row, *joined) || cadre_run_is_refused (self->run, row, *joined)))
        *joined = CADRE_NO_ROW;
    }
}

static guint32
pair_joined (Join *self)
{
  CadreSide *sides = self->run->sides;
  guint32 n = 0;

  for (guint32 i = 0; i < self->n_rows[CADRE_BEFORE]; i++)
    {
      const guint32 row = self->rows[CADRE_BEFORE][i];
      const guint32 joined = self->joined[row];

      if (joined >= CADRE_AMBIGUOUS_ROW)
        continue;
      cadre_run_pair (self->run, row, joined);
      sides[CADRE_BEFORE].open[row] = CADRE_OPEN_ANCHORED;
      sides[CADRE_AFTER].open[joined] = CADRE_OPEN_ANCHORED;
      n++;
    }

  return n;
}

static gboolean
join_once (Join *self, gboolean by_manager, guint32 *n_paired)
{
  if (!start_pass (self))
    return FALSE;

  enter_before (self, by_manager);
  join_after (self, by_manager);
  keep_safe (self);
  *n_paired = pair_joined (self);
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
