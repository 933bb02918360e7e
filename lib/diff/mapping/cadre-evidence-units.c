/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which units are which, by the posts of them that are mapped. */

#include "config.h"

#include "diff/mapping/cadre-evidence-run-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

#define FEWEST_SLOTS 1024
#define AHEAD 16 /* posts */

static inline guint64
vote_key (guint32 unit_before, guint32 unit_after)
{
  return ((guint64) unit_before << 32 | unit_after) + 1;
}

static inline CadreUnitVote *
find_vote (const CadreUnitVotes *votes, guint64 key)
{
  guint32 slot = (guint32) cadre_mix (0, key) & (votes->n_slots - 1);

  while (votes->slots[slot].key != 0 && votes->slots[slot].key != key)
    slot = (slot + 1) & (votes->n_slots - 1);
  return &votes->slots[slot];
}

static guint32
get_unit (const CadreSide *self, guint32 row)
{
  return cadre_table_reference (self->posts, CADRE_FIELD_POST_UNIT, row);
}

static guint64
get_root (guint64 number)
{
  guint64 root = 0;
  guint64 bit = 0;

  if (number > 0)
    bit = G_GUINT64_CONSTANT (1) << (63 - (guint) __builtin_clzll (number)) / 2;
  for (; bit > 0; bit >>= 1)
    if ((root + bit) * (root + bit) <= number)
      root += bit;

  return root;
}

gint32
cadre_run_unit_share (const CadreRun *self, const CadreFacts *a, const CadreFacts *b)
{
  const gboolean paired = a->mate == b->row;
  guint64 n_both = 0;
  guint64 n_before = 0;
  guint64 n_after = 0;

  if (a->unit >= CADRE_AMBIGUOUS_ROW || b->unit >= CADRE_AMBIGUOUS_ROW || self->votes.n_used == 0)
    return 0;

  n_both = find_vote (&self->votes, vote_key (a->unit, b->unit))->count;
  n_before = self->sides[CADRE_BEFORE].unit_mapped[a->unit] - (a->mate != CADRE_NO_ROW);
  n_after = self->sides[CADRE_AFTER].unit_mapped[b->unit] - (b->mate != CADRE_NO_ROW);
  n_both -= paired && n_both > 0;
  if (n_both == 0 || n_before == 0 || n_after == 0)
    return 0;

  return (gint32) MIN (1000, n_both * 1000 / MAX (1, get_root (n_before * n_after)));
}

static gboolean
clear_votes (CadreUnitVotes *votes)
{
  if (votes->slots == NULL)
    {
      votes->n_slots = FEWEST_SLOTS;
      votes->slots = cadre_pages_try_array_of (CadreUnitVote, votes->n_slots);
    }
  if (votes->slots == NULL)
    return FALSE;

  memset (votes->slots, 0, votes->n_slots * sizeof (CadreUnitVote));
  votes->n_used = 0;
  votes->failed = FALSE;
  return TRUE;
}

/* Pairs of units that were and are no more stay in the table. */
static void
grow (CadreUnitVotes *votes)
{
  CadreUnitVotes larger = { NULL, 2 * votes->n_slots, votes->n_used, FALSE };

  if (larger.n_slots != 0)
    larger.slots = cadre_pages_try_zeros_of (CadreUnitVote, larger.n_slots);
  if (larger.slots == NULL)
    {
      votes->failed = TRUE;
      return;
    }

  for (guint32 slot = 0; slot < votes->n_slots; slot++)
    if (votes->slots[slot].key != 0)
      *find_vote (&larger, votes->slots[slot].key) = votes->slots[slot];
  g_free (votes->slots);
  *votes = larger;
}

static inline void
count_unit (CadreSide *self, guint32 unit, guint32 change)
{
  if (unit >= CADRE_AMBIGUOUS_ROW)
    return;

  self->unit_mapped[unit] += change;
  self->unit_changed[unit] = TRUE;
}

void
cadre_run_vote (CadreRun *self, guint32 before, guint32 after, gboolean is_mapped)
{
  CadreUnitVotes *votes = &self->votes;
  const guint32 change = is_mapped ? 1 : G_MAXUINT32;
  const guint32 a = get_unit (&self->sides[CADRE_BEFORE], before);
  const guint32 b = get_unit (&self->sides[CADRE_AFTER], after);
  CadreUnitVote *vote = NULL;

  count_unit (&self->sides[CADRE_BEFORE], a, change);
  count_unit (&self->sides[CADRE_AFTER], b, change);
  if (a >= CADRE_AMBIGUOUS_ROW || b >= CADRE_AMBIGUOUS_ROW)
    return;

  if (!votes->failed && votes->n_used >= votes->n_slots / 2)
    grow (votes);
  if (votes->failed)
    return;

  vote = find_vote (votes, vote_key (a, b));
  votes->n_used += vote->key == 0;
  vote->key = vote_key (a, b);
  vote->count += change;
}

static gboolean
clear_units (CadreSide *self)
{
  const gsize n = (gsize) self->index->n_units + 1;

  g_free (self->unit_mapped);
  g_free (self->unit_changed);
  self->unit_mapped = cadre_pages_try_zeros_of (guint32, n);
  self->unit_changed = g_try_malloc0 (n);
  return self->unit_mapped != NULL && self->unit_changed != NULL;
}

gboolean
cadre_run_count_units (CadreRun *self)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const guint32 *units = self->sides[CADRE_AFTER].posts->references[CADRE_FIELD_POST_UNIT];

  if (!clear_units (&self->sides[CADRE_BEFORE]) || !clear_units (&self->sides[CADRE_AFTER]) ||
      !clear_votes (&self->votes))
    return FALSE;

  for (guint32 row = 0; row < before->n; row++)
    {
      const guint32 ahead = row + AHEAD < before->n ? before->mate[row + AHEAD] : CADRE_NO_ROW;

      if (units != NULL && ahead != CADRE_NO_ROW)
        __builtin_prefetch (&units[ahead]);
      if (before->mate[row] != CADRE_NO_ROW)
        cadre_run_vote (self, row, before->mate[row], TRUE);
    }

  return !self->votes.failed;
}
