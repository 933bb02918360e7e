/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Releases that count after slotting in, where the policy says so.
 *
 * Until then a volunteer's claims count like anybody's, and may stand in the way of
 * others. Whom slotting in has found a post is not released. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-run-private.h"

static gboolean
has_post (const CadreRun *self, guint32 row)
{
  return cadre_run_is_placed (self, row) ||
         (self->is_decided[row] && self->kind[row] == CADRE_OUTCOME_KIND_OFFERED);
}

/* What slotting in found of claims that are gone. */
static void
forget (CadreRun *self, guint32 row)
{
  CadreNote *notes = self->notes.data;

  for (gsize i = 0; i < self->notes.n; i++)
    if (notes[i].assignment == row)
      notes[i].assignment = CADRE_NO_ROW;
}

static gboolean
release_late (CadreRun *self, guint32 row)
{
  guint32 n = 0;
  const guint32 *claims = cadre_lists_get (&self->engine->claims_of_assignment, row, &n);

  if (has_post (self, row))
    {
      cadre_run_report_entry (self, self->engine->process->releases[row].entry,
                              "matching.release.placed",
                              "A release counts after slotting in, which has found the volunteer a "
                              "post: it has no effect");
      return cadre_run_note (self, row, CADRE_REASON_RELEASE_PLACED);
    }

  for (guint32 i = 0; i < n; i++)
    if (self->state[claims[i]] == CADRE_CLAIM_STATE_LIVE)
      self->state[claims[i]] = CADRE_CLAIM_STATE_RELEASED;
  self->in_contest[row] = FALSE;
  forget (self, row);
  return cadre_run_settle_released (self, row);
}

gboolean
cadre_run_release_late (CadreRun *self)
{
  for (guint32 row = 0; row < self->engine->sides[CADRE_BEFORE].n_assignments; row++)
    if (self->engine->standing[row] == CADRE_STANDING_HOLDER &&
        self->engine->process->releases[row].is_late && !release_late (self, row))
      return FALSE;

  return TRUE;
}
