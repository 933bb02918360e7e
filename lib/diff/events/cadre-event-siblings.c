/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who stands elsewhere among siblings, and who only has another number.
 *
 * The siblings are those under one manager, or the parts of one unit, before and
 * after. As many as can be stay where they are: the longest of what is in one order
 * on both sides, of those that keep all whose number is the same. Who is left has
 * moved. Found with a tree of the best so far (Fenwick 1994), in n log n. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

#include <string.h>

#define NUMBERED 1 /* it has another number */
#define REORDERED 2

/* One sibling, in the order after. */
typedef struct
{
  guint64 weight;   /* of the best way that ends here */
  guint32 row;      /* after */
  guint32 position; /* before, from 1 on */
  guint32 last;     /* the one before it on that way, and 1; 0 for none */
  gboolean stays;
} Sibling;

typedef struct
{
  const CadrePairing *pairing;
  const CadreBackward *below_before;
  const CadreBackward *below_after;
  const guint32 *above_before;
  guint8 *states;      /* by row after */
  guint32 *positions;  /* by row before */
  Sibling *siblings;   /* room for all rows after */
  guint32 *best;       /* room for all rows before: by node of the tree a sibling, and 1 */
  guint32 n_positions; /* of the siblings looked at */
} Siblings;

static guint64
get_weight (const Siblings *self, guint32 sibling)
{
  return sibling != 0 ? self->siblings[sibling - 1].weight : 0;
}

/* The best that ends before a position. */
static guint32
find_best (const Siblings *self, guint32 position)
{
  guint32 found = 0;

  for (guint32 i = position - 1; i > 0; i &= i - 1)
    if (get_weight (self, self->best[i]) > get_weight (self, found))
      found = self->best[i];
  return found;
}

static void
note_best (Siblings *self, guint32 sibling)
{
  for (guint32 i = self->siblings[sibling - 1].position; i <= self->n_positions; i += i & -i)
    if (get_weight (self, sibling) > get_weight (self, self->best[i]))
      self->best[i] = sibling;
}

/* Those that were siblings before; 0 where none of them has another number. */
static guint32
collect (Siblings *self, guint32 above_before, guint32 above_after)
{
  guint32 n_after = 0;
  guint32 n = 0;
  gboolean is_numbered = FALSE;
  const guint32 *after = cadre_backward_get (self->below_after, above_after, &n_after);
  const guint32 *before = cadre_backward_get (self->below_before, above_before, &self->n_positions);

  for (guint32 i = 0; i < n_after; i++)
    is_numbered = is_numbered || self->states[after[i]] != 0;
  for (guint32 i = 0; is_numbered && i < self->n_positions; i++)
    self->positions[before[i]] = i + 1;
  for (guint32 i = 0; is_numbered && i < n_after; i++)
    {
      const guint32 row = self->pairing->before_of[after[i]];

      if (row != CADRE_NO_ROW && self->above_before[row] == above_before)
        self->siblings[n++] = (Sibling){ .row = after[i], .position = self->positions[row] };
    }

  return n;
}

static void
compare_siblings (Siblings *self, guint32 above_before, guint32 above_after)
{
  const guint32 n = collect (self, above_before, above_after);
  guint32 best = 0;

  if (n == 0)
    return;

  memset (self->best, 0, ((gsize) self->n_positions + 1) * sizeof (guint32));
  for (guint32 i = 0; i < n; i++)
    {
      Sibling *sibling = &self->siblings[i];

      sibling->last = find_best (self, sibling->position);
      sibling->weight = get_weight (self, sibling->last) +
                        (self->states[sibling->row] == NUMBERED ? 1 : (guint64) n + 1);
      note_best (self, i + 1);
      if (sibling->weight > get_weight (self, best))
        best = i + 1;
    }

  for (; best != 0; best = self->siblings[best - 1].last)
    self->siblings[best - 1].stays = TRUE;
  for (guint32 i = 0; i < n; i++)
    if (!self->siblings[i].stays && self->states[self->siblings[i].row] == NUMBERED)
      self->states[self->siblings[i].row] = REORDERED;
}

static gboolean
mark_numbered (const CadreEvents *self, CadreRecordKind kind, guint8 *states)
{
  const CadreDiff *diff = self->diff;
  gboolean has_any = FALSE;

  for (guint32 i = 0; i < diff->n_differences; i++)
    {
      CadreRecordKind owner_kind = CADRE_RECORD_KIND_POST;
      guint32 before = CADRE_NO_ROW;
      guint32 after = CADRE_NO_ROW;

      if (cadre_event_kind_of_change (&diff->differences[i]) != CADRE_CHANGE_EVENT_KIND_ORDER)
        continue;
      cadre_events_owner (diff, &diff->differences[i], &owner_kind, &before, &after);
      if (owner_kind != kind || after == CADRE_NO_ROW)
        continue;
      states[after] = NUMBERED;
      has_any = TRUE;
    }

  return has_any;
}

static void
compare_all (Siblings *self, guint32 n_after)
{
  for (guint32 row = 0; row < n_after; row++)
    if (self->pairing->before_of[row] != CADRE_NO_ROW)
      compare_siblings (self, self->pairing->before_of[row], row);
}

gboolean
cadre_events_find_reordered (CadreEvents *self, CadreRecordKind kind, guint8 **reordered)
{
  const CadreSides *sides = &self->diff->sides;
  const gboolean is_post = kind == CADRE_RECORD_KIND_POST;
  const CadreIndex *before = sides->index_before;
  const CadreIndex *after = sides->index_after;
  const guint32 n_before = is_post ? before->n_posts : before->n_units;
  const guint32 n_after = is_post ? after->n_posts : after->n_units;
  Siblings siblings = { .pairing = &self->diff->pairings[kind],
                        .below_before = is_post ? &before->reports : &before->unit_children,
                        .below_after = is_post ? &after->reports : &after->unit_children,
                        .above_before = is_post ? before->manager : before->unit_parent };
  gboolean ok = TRUE;

  *reordered = siblings.states = g_try_new0 (guint8, (gsize) n_after + 1);
  if (siblings.states == NULL || !mark_numbered (self, kind, siblings.states))
    return siblings.states != NULL;

  siblings.positions = g_try_new (guint32, (gsize) n_before + 1);
  siblings.best = g_try_new (guint32, (gsize) n_before + 1);
  siblings.siblings = g_try_new (Sibling, (gsize) n_after + 1);
  ok = siblings.positions != NULL && siblings.best != NULL && siblings.siblings != NULL;
  if (ok)
    compare_all (&siblings, n_after);
  for (guint32 i = 0; i < n_after; i++)
    siblings.states[i] = siblings.states[i] == REORDERED;

  g_free (siblings.positions);
  g_free (siblings.best);
  g_free (siblings.siblings);
  return ok;
}
