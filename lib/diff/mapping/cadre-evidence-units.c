/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which units are which, by the posts of them that are mapped. */

#include "config.h"

#include "diff/mapping/cadre-evidence-run-private.h"

#include <string.h>

static inline guint64
vote_key (guint32 unit_before, guint32 unit_after)
{
  return ((guint64) unit_before << 32 | unit_after) + 1;
}

static inline guint32
find_vote (const CadreUnitVotes *votes, guint64 key)
{
  guint32 slot = (guint32) cadre_mix (0, key) & (votes->n_slots - 1);

  while (votes->keys[slot] != 0 && votes->keys[slot] != key)
    slot = (slot + 1) & (votes->n_slots - 1);
  return slot;
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
cadre_run_unit_share (const CadreRun *self, guint32 i, guint32 k)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];
  const guint32 a = get_unit (before, i);
  const guint32 b = get_unit (after, k);
  const gboolean paired = before->mate[i] == k;
  guint64 n_both = 0;
  guint64 n_before = 0;
  guint64 n_after = 0;

  if (a >= CADRE_AMBIGUOUS_ROW || b >= CADRE_AMBIGUOUS_ROW || self->votes.n_used == 0)
    return 0;

  n_both = self->votes.counts[find_vote (&self->votes, vote_key (a, b))];
  n_before = before->unit_mapped[a] - (before->mate[i] != CADRE_NO_ROW);
  n_after = after->unit_mapped[b] - (after->mate[k] != CADRE_NO_ROW);
  n_both -= paired && n_both > 0;
  if (n_both == 0 || n_before == 0 || n_after == 0)
    return 0;

  return (gint32) MIN (1000, n_both * 1000 / MAX (1, get_root (n_before * n_after)));
}

/* Makes room for all pairs of units that there may be: not more than posts. */
static gboolean
clear_votes (CadreUnitVotes *votes, guint32 n_posts)
{
  guint32 n_slots = 64;

  while (n_slots < 2 * (guint64) n_posts && n_slots < 1u << 30)
    n_slots *= 2;
  if (votes->n_slots != n_slots)
    {
      g_free (votes->keys);
      g_free (votes->counts);
      votes->keys = g_try_new (guint64, n_slots);
      votes->counts = g_try_new (guint32, n_slots);
      votes->n_slots = n_slots;
    }
  if (votes->keys == NULL || votes->counts == NULL)
    return FALSE;

  memset (votes->keys, 0, n_slots * sizeof (guint64));
  memset (votes->counts, 0, n_slots * sizeof (guint32));
  votes->n_used = 0;
  return TRUE;
}

/* Pairs of units that were and are no more stay in the table: where it gets full,
 * all are counted again. */
gboolean
cadre_run_votes_are_full (const CadreRun *self)
{
  return self->votes.n_used > self->votes.n_slots / 8 * 7;
}

void
cadre_run_vote (CadreRun *self, guint32 before, guint32 after, gboolean is_mapped)
{
  CadreUnitVotes *votes = &self->votes;
  const guint32 change = is_mapped ? 1 : G_MAXUINT32;
  const guint32 a = get_unit (&self->sides[CADRE_BEFORE], before);
  const guint32 b = get_unit (&self->sides[CADRE_AFTER], after);
  guint32 slot = 0;

  if (a < CADRE_AMBIGUOUS_ROW)
    self->sides[CADRE_BEFORE].unit_mapped[a] += change;
  if (b < CADRE_AMBIGUOUS_ROW)
    self->sides[CADRE_AFTER].unit_mapped[b] += change;
  if (a >= CADRE_AMBIGUOUS_ROW || b >= CADRE_AMBIGUOUS_ROW)
    return;

  slot = find_vote (votes, vote_key (a, b));
  votes->n_used += votes->keys[slot] == 0;
  votes->keys[slot] = vote_key (a, b);
  votes->counts[slot] += change;
}

gboolean
cadre_run_count_units (CadreRun *self)
{
  CadreSide *before = &self->sides[CADRE_BEFORE];
  CadreSide *after = &self->sides[CADRE_AFTER];

  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      CadreSide *at = &self->sides[side];

      g_free (at->unit_mapped);
      at->unit_mapped = g_try_new0 (guint32, (gsize) at->index->n_units + 1);
      if (at->unit_mapped == NULL)
        return FALSE;
    }
  if (!clear_votes (&self->votes, MIN (before->n, after->n)))
    return FALSE;

  for (guint32 row = 0; row < before->n; row++)
    if (before->mate[row] != CADRE_NO_ROW)
      cadre_run_vote (self, row, before->mate[row], TRUE);

  return TRUE;
}
