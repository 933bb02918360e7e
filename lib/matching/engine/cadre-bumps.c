/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts that volunteers free for others.
 *
 * The position is kept for whom it is freed for, from before stage 1 on, and
 * offered when the stages have given that person nothing; who has taken it up is
 * placed. Nobody else has a claim on it. Who turns it down, or is placed after
 * all, leaves it to whoever has prior consideration for the post, or else to
 * wider competition. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-run-private.h"

static void
keep (CadreRun *self, guint32 row, guint32 post)
{
  self->is_bumping[row] = TRUE;
  self->n_held[post]++;
  self->n_bumps[post]++;
}

static void
let_go (CadreRun *self, guint32 row, guint32 post)
{
  self->is_bumping[row] = FALSE;
  self->n_held[post]--;
  self->n_bumps[post]--;
}

static gboolean
is_taken_up (const CadreOfferRow *offer)
{
  return offer != NULL && cadre_offer_stands (offer) && offer->state != CADRE_OFFER_MADE;
}

gboolean
cadre_run_hold_bumps (CadreRun *self)
{
  for (guint32 row = 0; row < self->engine->sides[CADRE_BEFORE].n_assignments; row++)
    {
      guint32 other = self->engine->process->releases[row].freed_for;
      guint32 post = cadre_engine_find_freed (self->engine, row);
      const CadreOfferRow *offer = NULL;

      if (post == CADRE_NO_ROW || cadre_run_n_left (self, post) <= 0)
        continue;
      offer = cadre_process_find_offer (self->engine, other, post);
      /* Sharers of a position go through the stages together first. */
      if (!is_taken_up (offer) || self->is_decided[other] || cadre_run_shares (self, other))
        keep (self, row, post);
      else if (!cadre_run_take_up (self, offer, CADRE_STAGE_NONE))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_wanted (const CadreRun *self, guint32 other, guint32 post)
{
  const CadreOfferRow *offer = cadre_process_find_offer (self->engine, other, post);

  return !cadre_run_is_placed (self, other) && !cadre_run_has_left (self, other) &&
         (offer == NULL || cadre_offer_stands (offer));
}

gboolean
cadre_run_let_go_of_bumps (CadreRun *self)
{
  gboolean any = FALSE;

  for (guint32 row = 0; row < self->engine->sides[CADRE_BEFORE].n_assignments; row++)
    {
      guint32 post = cadre_engine_find_freed (self->engine, row);

      if (!self->is_bumping[row] ||
          is_wanted (self, self->engine->process->releases[row].freed_for, post))
        continue;
      let_go (self, row, post);
      if (self->fence[post] == CADRE_NO_ROW || self->is_exhausted[post])
        self->is_wider[post] = TRUE;
      any = TRUE;
    }

  return any;
}

/* Whoever waits for something else has the position kept meanwhile. */
static gboolean
settle (CadreRun *self, guint32 row)
{
  guint32 other = self->engine->process->releases[row].freed_for;
  guint32 post = cadre_engine_find_freed (self->engine, row);
  const CadreOfferRow *offer = cadre_process_find_offer (self->engine, other, post);

  if (is_taken_up (offer) && !self->is_decided[other])
    {
      let_go (self, row, post);
      return cadre_run_take_up (self, offer, CADRE_STAGE_NONE);
    }
  if (offer != NULL)
    self->is_offer_used[offer - (const CadreOfferRow *) self->engine->process->offers.data] = TRUE;
  if (self->is_decided[other])
    return cadre_run_note (self, other, CADRE_REASON_RELEASE_BUMP_OFFER);

  return cadre_run_decide (self, other, CADRE_OUTCOME_KIND_OFFERED, CADRE_STAGE_NONE,
                           CADRE_RUNG_AT_RISK, post, CADRE_REASON_RELEASE_BUMP_OFFER) &&
         cadre_run_note_route (self, other, post);
}

gboolean
cadre_run_settle_bumps (CadreRun *self)
{
  for (guint32 row = 0; row < self->engine->sides[CADRE_BEFORE].n_assignments; row++)
    if (self->is_bumping[row] && !settle (self, row))
      return FALSE;

  return TRUE;
}
