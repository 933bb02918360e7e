/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Stage 1, from the top tier down.
 *
 * Whoever is slotted in at one tier is no claimant at those below. Whoever comes
 * from the tier above takes no post from its holder. Counted in the first
 * instance, claims at one tier are counted once. Counted to a fixpoint, a claim
 * that cannot become a slot does not stand in the way of one that can, and each
 * slotting-in takes the person's other claims away, until nothing more
 * changes. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-run-private.h"

#include <stdlib.h>

typedef struct
{
  gint64 tier;
  guint32 post;
} TierPost;

static int
compare_tier_posts (gconstpointer a, gconstpointer b)
{
  const TierPost *x = a;
  const TierPost *y = b;

  if (x->tier != y->tier)
    return x->tier < y->tier ? -1 : 1;
  return x->post < y->post ? -1 : x->post > y->post;
}

static gboolean
list_posts (CadreRun *self, CadreVector *posts)
{
  const CadreEngine *engine = self->engine;

  for (guint32 post = 0; post < engine->sides[CADRE_AFTER].n_posts; post++)
    {
      TierPost row = { cadre_run_tier_key (self, post), post };

      if (engine->first_claim[post] < engine->first_claim[post + 1] &&
          !cadre_vector_push (posts, &row))
        return FALSE;
    }

  if (posts->n > 0)
    qsort (posts->data, posts->n, sizeof (TierPost), compare_tier_posts);
  return TRUE;
}

/* A placed person's claims are gone; those of a person whose outcome is not
 * settled stay, as ones that may fall away. */
static void
drop_claims_of_placed (CadreRun *self, guint32 post)
{
  const CadreEngine *engine = self->engine;

  for (guint32 i = engine->first_claim[post]; i < engine->first_claim[post + 1]; i++)
    {
      guint32 assignment = cadre_run_claim (self, i)->assignment;

      if (self->state[i] == CADRE_CLAIM_STATE_LIVE && self->is_decided[assignment] &&
          self->kind[assignment] == CADRE_OUTCOME_KIND_SLOTTED)
        self->state[i] = CADRE_CLAIM_STATE_GONE;
    }
}

/* Over a holder, claims from the tier above do not count. */
static void
bar_claims_from_above (CadreRun *self, guint32 post)
{
  const CadreEngine *engine = self->engine;
  gboolean has_own = FALSE;

  for (guint32 i = engine->first_claim[post]; i < engine->first_claim[post + 1]; i++)
    has_own = has_own || (self->state[i] == CADRE_CLAIM_STATE_LIVE &&
                          (cadre_run_claim (self, i)->flags & CADRE_CLAIM_FROM_ABOVE) == 0);

  for (guint32 i = engine->first_claim[post]; has_own && i < engine->first_claim[post + 1]; i++)
    {
      const CadreClaimRow *claim = cadre_run_claim (self, i);

      if (self->state[i] == CADRE_CLAIM_STATE_LIVE &&
          (claim->flags & CADRE_CLAIM_FROM_ABOVE) != 0 &&
          (claim->flags & CADRE_CLAIM_BARS_BELOW) != 0)
        {
          self->state[i] = CADRE_CLAIM_STATE_BARRED;
          self->is_barred[claim->assignment] = TRUE;
        }
    }
}

static void
count_claims (CadreRun *self, guint32 post)
{
  const CadreEngine *engine = self->engine;

  self->n_true[post] = 0;
  self->n_unknown[post] = 0;
  for (guint32 i = engine->first_claim[post]; i < engine->first_claim[post + 1]; i++)
    {
      if (self->state[i] != CADRE_CLAIM_STATE_LIVE)
        continue;
      if (cadre_run_truth_now (self, i) == CADRE_TRUTH_TRUE)
        self->n_true[post]++;
      else
        self->n_unknown[post]++;
    }
  cadre_run_find_capacity (self, post);
}

gboolean
cadre_run_slot_in (CadreRun *self, guint32 claim, CadreReason reason)
{
  const CadreClaimRow *row = cadre_run_claim (self, claim);

  self->n_filled[row->post]++;
  return cadre_run_decide (self, row->assignment, CADRE_OUTCOME_KIND_SLOTTED,
                           CADRE_STAGE_SLOTTING_IN, CADRE_RUNG_AFFECTED, row->post, reason) &&
         ((row->flags & CADRE_CLAIM_OTHER_EMPLOYER) == 0 ||
          cadre_run_note (self, row->assignment, CADRE_REASON_ROUTE_STATED));
}

/* Whether everybody with a live claim on the post could be slotted in. */
static gboolean
fits (const CadreRun *self, guint32 post)
{
  return self->engine->n_positions[post] >= 0 && self->n_true[post] > 0 &&
         (gint64) self->n_true[post] + self->n_unknown[post] <= self->capacity[post];
}

/* Counts, for those with a claim on a post that has come to fit, one post
 * more, and lists them to be looked at. */
static gboolean
enter_fit (CadreRun *self, guint32 post, CadreVector *candidates)
{
  const CadreEngine *engine = self->engine;

  for (guint32 i = engine->first_claim[post]; i < engine->first_claim[post + 1]; i++)
    {
      if (self->state[i] != CADRE_CLAIM_STATE_LIVE ||
          cadre_run_truth_now (self, i) != CADRE_TRUTH_TRUE)
        continue;
      self->fits[cadre_run_claim (self, i)->assignment]++;
      if (!cadre_vector_push (candidates, &i))
        return FALSE;
    }

  return TRUE;
}

/* Whether a claim on a post that fits is a slot: the person fits no other post
 * at the tier, and has no claim there that is to be checked. */
static gboolean
is_slot (const CadreRun *self, guint32 claim, gint64 tier)
{
  const CadreClaimRow *row = cadre_run_claim (self, claim);
  guint32 n = 0;
  const guint32 *claims =
    cadre_lists_get (&self->engine->claims_of_assignment, row->assignment, &n);

  if (self->state[claim] != CADRE_CLAIM_STATE_LIVE || self->is_decided[row->assignment] ||
      (self->fits[row->assignment] != 1 && !cadre_run_is_preferred (self, claim, tier)) ||
      (row->flags & CADRE_CLAIM_FROM_ABOVE) != 0 ||
      ((row->flags & CADRE_CLAIM_OTHER_EMPLOYER) != 0 &&
       !cadre_run_has_route (self, row->assignment, row->post)))
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    if (self->state[claims[i]] == CADRE_CLAIM_STATE_LIVE &&
        cadre_run_truth_now (self, claims[i]) == CADRE_TRUTH_UNKNOWN &&
        cadre_run_tier_key (self, cadre_run_claim (self, claims[i])->post) == tier)
      return FALSE;

  return TRUE;
}

/* Takes the other claims at the tier away from who has been slotted in; posts
 * that fit by that give the next candidates. */
static gboolean
withdraw (CadreRun *self, guint32 slotted, gint64 tier, CadreVector *next)
{
  const CadreClaimRow *row = cadre_run_claim (self, slotted);
  guint32 n = 0;
  const guint32 *claims =
    cadre_lists_get (&self->engine->claims_of_assignment, row->assignment, &n);

  for (guint32 i = 0; i < n; i++)
    {
      guint32 post = cadre_run_claim (self, claims[i])->post;
      gboolean fitted = FALSE;

      if (claims[i] == slotted || self->state[claims[i]] != CADRE_CLAIM_STATE_LIVE ||
          cadre_run_tier_key (self, post) != tier)
        continue;

      fitted = fits (self, post);
      self->state[claims[i]] = CADRE_CLAIM_STATE_GONE;
      self->n_true[post]--;
      if (!fitted && fits (self, post) && !enter_fit (self, post, next))
        return FALSE;
    }

  return TRUE;
}

/* One round: all slots that there are are found before any is made. */
static gboolean
run_round (CadreRun *self, CadreVector *candidates, gint64 tier, CadreVector *next)
{
  const guint32 *claims = candidates->data;
  gsize n = 0;

  for (gsize i = 0; i < candidates->n; i++)
    if (is_slot (self, claims[i], tier))
      ((guint32 *) candidates->data)[n++] = claims[i];

  for (gsize i = 0; i < n; i++)
    {
      guint32 post = cadre_run_claim (self, claims[i])->post;

      if (!cadre_run_slot_in (self, claims[i],
                              self->n_true[post] > 1 ? CADRE_REASON_CLAIM_HOLDERS_FIT
                                                     : CADRE_REASON_CLAIM_UNIQUE))
        return FALSE;
    }
  for (gsize i = 0; i < n; i++)
    if (!withdraw (self, claims[i], tier, next))
      return FALSE;

  return TRUE;
}

static gboolean
slot_to_fixpoint (CadreRun *self, const TierPost *posts, gsize n)
{
  CadreVector candidates = CADRE_VECTOR_INIT (guint32);
  CadreVector next = CADRE_VECTOR_INIT (guint32);
  gboolean ok = TRUE;

  for (gsize i = 0; ok && i < n; i++)
    if (fits (self, posts[i].post))
      ok = enter_fit (self, posts[i].post, &candidates);

  while (ok && candidates.n > 0)
    {
      CadreVector done = candidates;

      ok = run_round (self, &candidates, posts[0].tier, &next);
      candidates = next;
      next = done;
      next.n = 0;
    }

  cadre_vector_clear (&candidates);
  cadre_vector_clear (&next);
  return ok;
}

/* Nothing is kept for who goes once slotting in is over; what is offered to a
 * volunteer is. */
static gboolean
leaves (const CadreRun *self, guint32 assignment)
{
  if (cadre_run_leaves_late (self, assignment) && !cadre_run_has_staying_sharer (self, assignment))
    return TRUE;

  return self->engine->process->releases[assignment].is_late &&
         !(self->is_decided[assignment] && self->kind[assignment] == CADRE_OUTCOME_KIND_OFFERED);
}

/* The positions that are kept back for claims that are not settled. */
static void
hold_positions (CadreRun *self, guint32 post)
{
  const CadreEngine *engine = self->engine;

  for (guint32 i = engine->first_claim[post]; i < engine->first_claim[post + 1]; i++)
    {
      guint32 assignment = cadre_run_claim (self, i)->assignment;

      if (self->state[i] != CADRE_CLAIM_STATE_LIVE ||
          self->verdict[i] == CADRE_VERDICT_OF_CLAIM_CONTEST ||
          (self->is_decided[assignment] && self->kind[assignment] == CADRE_OUTCOME_KIND_SLOTTED) ||
          leaves (self, assignment))
        continue;
      if (cadre_run_n_left (self, post) > 0)
        self->n_held[post]++;
    }
}

static gboolean
slot_tier (CadreRun *self, const TierPost *posts, gsize n)
{
  const CadreEngine *engine = self->engine;

  for (gsize i = 0; i < n; i++)
    {
      drop_claims_of_placed (self, posts[i].post);
      bar_claims_from_above (self, posts[i].post);
    }
  for (gsize i = 0; i < n; i++)
    count_claims (self, posts[i].post);
  if (self->fixpoint && !slot_to_fixpoint (self, posts, n))
    return FALSE;

  for (gsize i = 0; i < n; i++)
    cadre_run_judge_post (self, posts[i].post);
  for (gsize i = 0; i < n; i++)
    for (guint32 k = engine->first_claim[posts[i].post]; k < engine->first_claim[posts[i].post + 1];
         k++)
      if (self->state[k] == CADRE_CLAIM_STATE_LIVE &&
          !cadre_run_judge_assignment (self, cadre_run_claim (self, k)->assignment, posts[i].tier))
        return FALSE;
  for (gsize i = 0; i < n; i++)
    hold_positions (self, posts[i].post);

  return TRUE;
}

/* By assignment: its notes so far. */
static gboolean
list_notes (const CadreRun *self, CadreLists *lists)
{
  const CadreNote *notes = self->notes.data;
  CadreVector pairs = CADRE_VECTOR_INIT (guint32[2]);
  gboolean ok = TRUE;

  for (gsize i = 0; ok && i < self->notes.n; i++)
    {
      guint32 pair[2] = { notes[i].assignment, notes[i].reason };

      ok = cadre_vector_push (&pairs, pair);
    }

  ok = ok && cadre_lists_init (lists, self->engine->sides[CADRE_BEFORE].n_assignments, pairs.data,
                               pairs.n);
  cadre_vector_clear (&pairs);
  return ok;
}

/* What the first sharer of a position gets, another gets with it. */
static gboolean
follow (CadreRun *self, guint32 row, guint32 first, const CadreLists *notes)
{
  guint32 n = 0;
  const guint32 *reasons = cadre_lists_get (notes, first, &n);

  self->in_contest[row] = self->in_contest[first];
  self->is_barred[row] = self->is_barred[first];
  if (!self->is_decided[first] || n == 0)
    return TRUE;

  if (!cadre_run_decide (self, row, self->kind[first], self->stage[first], self->rung[first],
                         self->post[first], (CadreReason) reasons[0]))
    return FALSE;
  for (guint32 i = 1; i < n; i++)
    if (!cadre_run_note (self, row, (CadreReason) reasons[i]))
      return FALSE;

  return cadre_run_note (self, row, CADRE_REASON_CLAIM_TOGETHER) &&
         cadre_run_note (self, first, CADRE_REASON_CLAIM_TOGETHER);
}

static gboolean
follow_first_sharers (CadreRun *self)
{
  const CadreEngine *engine = self->engine;
  CadreLists notes = { NULL, NULL };
  gboolean ok = list_notes (self, &notes);

  for (guint32 row = 0; ok && row < engine->sides[CADRE_BEFORE].n_assignments; row++)
    if (engine->share[row] != row && !self->is_decided[row])
      ok = follow (self, row, engine->share[row], &notes);

  cadre_lists_clear (&notes);
  return ok;
}

gboolean
cadre_run_slot (CadreRun *self)
{
  CadreVector posts = CADRE_VECTOR_INIT (TierPost);
  gboolean ok = list_posts (self, &posts);
  const TierPost *rows = posts.data;

  for (gsize first = 0, end = 0; ok && first < posts.n; first = end)
    {
      end = first + 1;
      while (end < posts.n && rows[end].tier == rows[first].tier)
        end++;
      ok = slot_tier (self, rows + first, end - first);
    }

  cadre_vector_clear (&posts);
  return ok && follow_first_sharers (self);
}
