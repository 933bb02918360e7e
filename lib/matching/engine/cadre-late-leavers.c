/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who leaves after the decision.
 *
 * At the date of the decision they were in post: their claims count while people are
 * slotted in, and stand in the way of others as they did. Then they go. A position that
 * they were slotted into is for the stages after it, and they are in no ring-fence. Nobody
 * is slotted in anew. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-run-private.h"

gboolean
cadre_run_leaves_late (const CadreRun *self, guint32 row)
{
  return self->engine->process->left_on[row] != 0 &&
         (self->engine->standing[row] == CADRE_STANDING_HOLDER ||
          self->engine->standing[row] == CADRE_STANDING_ENDING);
}

/* Whether one of those who share a position with somebody stays. */
gboolean
cadre_run_has_staying_sharer (const CadreRun *self, guint32 row)
{
  guint32 n = 0;
  const guint32 *rows = cadre_run_fellows (self, row, &n);

  for (guint32 i = 0; i < n; i++)
    if (self->engine->share[rows[i]] == self->engine->share[row] &&
        self->engine->standing[rows[i]] == CADRE_STANDING_HOLDER &&
        !cadre_run_leaves_late (self, rows[i]))
      return TRUE;

  return FALSE;
}

/* A position that several share is free once the last of them has gone: the first of
 * them stands for all. */
static void
free_position (CadreRun *self, guint32 row)
{
  guint32 n = 0;
  const guint32 *claims = cadre_lists_get (&self->engine->claims_of_assignment, row, &n);

  if (cadre_run_has_staying_sharer (self, row))
    return;
  if (cadre_run_is_placed (self, row) && self->engine->share[row] == row)
    self->n_filled[self->post[row]]--;
  for (guint32 i = 0; i < n; i++)
    if (self->state[claims[i]] == CADRE_CLAIM_STATE_LIVE)
      self->state[claims[i]] = CADRE_CLAIM_STATE_LEFT;
}

/* What slotting in found for somebody who leaves. */
static void
forget (CadreRun *self)
{
  CadreNote *notes = self->notes.data;

  for (gsize i = 0; i < self->notes.n; i++)
    if (notes[i].assignment != CADRE_NO_ROW && cadre_run_leaves_late (self, notes[i].assignment) &&
        !cadre_run_has_left (self, notes[i].assignment))
      notes[i].assignment = CADRE_NO_ROW;
}

gboolean
cadre_run_leave_late (CadreRun *self)
{
  const guint32 n = self->engine->sides[CADRE_BEFORE].n_assignments;
  gboolean any = FALSE;

  for (guint32 row = 0; row < n; row++)
    if (cadre_run_leaves_late (self, row) && !cadre_run_has_left (self, row))
      {
        free_position (self, row);
        any = TRUE;
      }
  if (any)
    forget (self);
  for (guint32 row = 0; any && row < n; row++)
    {
      if (!cadre_run_leaves_late (self, row) || cadre_run_has_left (self, row))
        continue;
      self->in_contest[row] = FALSE;
      self->position[row] = -1;
      if (!cadre_run_decide (self, row, CADRE_OUTCOME_KIND_LEAVING, CADRE_STAGE_NONE,
                             CADRE_RUNG_NONE, CADRE_NO_ROW, CADRE_REASON_ASSIGNMENT_LEAVES) ||
          !cadre_run_note (self, row, CADRE_REASON_ASSIGNMENT_LEAVES_LATER))
        return FALSE;
    }

  return TRUE;
}
