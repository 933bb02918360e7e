/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts that volunteers free for others.
 *
 * The position is kept for whom it is freed for, and offered when the stages
 * have given that person nothing. Who is placed after all leaves it to wider
 * competition. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-run-private.h"

/* The post after that a release frees for somebody; CADRE_NO_ROW where it frees
 * none. */
static guint32
find_freed (const CadreRun *self, guint32 row)
{
  const CadreEngine *engine = self->engine;

  return engine->standing[row] == CADRE_STANDING_RELEASED &&
             engine->process->releases[row].freed_for != CADRE_NO_ROW
           ? engine->same[engine->post[row]]
           : CADRE_NO_ROW;
}

gboolean
cadre_run_hold_bumps (CadreRun *self)
{
  for (guint32 row = 0; row < self->engine->sides[CADRE_BEFORE].n_assignments; row++)
    {
      guint32 post = find_freed (self, row);

      if (post == CADRE_NO_ROW || cadre_run_n_left (self, post) <= 0)
        continue;
      self->n_held[post]++;
      self->is_offered[post] = TRUE;
    }

  return TRUE;
}

static gboolean
settle (CadreRun *self, guint32 row, guint32 post)
{
  guint32 other = self->engine->process->releases[row].freed_for;
  const CadreOfferRow *offer = cadre_process_find_offer (self->engine, other, post);

  if (self->is_decided[other] || (offer != NULL && !cadre_offer_stands (offer)))
    {
      self->n_held[post]--;
      self->is_wider[post] = TRUE;
      return TRUE;
    }
  if (offer != NULL && offer->state != CADRE_OFFER_MADE)
    {
      self->n_held[post]--;
      return cadre_run_take_up (self, offer, CADRE_STAGE_NONE) &&
             cadre_run_note (self, other, CADRE_REASON_RELEASE_BUMP_OFFER);
    }
  if (offer != NULL)
    self->is_offer_used[offer - (const CadreOfferRow *) self->engine->process->offers.data] = TRUE;

  return cadre_run_decide (self, other, CADRE_OUTCOME_KIND_OFFERED, CADRE_STAGE_NONE,
                           CADRE_RUNG_AT_RISK, post, CADRE_REASON_RELEASE_BUMP_OFFER);
}

gboolean
cadre_run_settle_bumps (CadreRun *self)
{
  for (guint32 row = 0; row < self->engine->sides[CADRE_BEFORE].n_assignments; row++)
    {
      guint32 post = find_freed (self, row);

      if (post != CADRE_NO_ROW && self->n_held[post] > 0 && !settle (self, row, post))
        return FALSE;
    }

  return TRUE;
}
