/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How far somebody is affected, beside the outcome.
 *
 * The stages bring somebody up to being at risk; notice, its end, and what comes
 * of it are events. Notice is only for who is at risk. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-run-private.h"

/* Whether notice has run out by the last day that the log knows. */
static gboolean
has_run_out (const CadreRun *self, const CadreNoticeRow *notice)
{
  guint32 latest = self->engine->process->latest;

  return cadre_packed_date_is_known (notice->last) && cadre_packed_date_is_known (latest) &&
         cadre_packed_date_last_day (notice->last) <= cadre_packed_date_first_day (latest);
}

static gboolean
apply_notice (CadreRun *self, guint32 row)
{
  const CadreNoticeRow *notice = &self->engine->process->notices[row];
  gboolean is_over = FALSE;

  if (!notice->is_given || self->rung[row] > CADRE_RUNG_UNDER_NOTICE ||
      cadre_run_leaves_late (self, row))
    return TRUE;
  if (self->rung[row] < CADRE_RUNG_AT_RISK_GROUP)
    {
      cadre_run_report_entry (self, notice->entry, "matching.notice.not-at-risk",
                              "Notice is given to somebody whom nothing puts at risk");
      return cadre_run_note (self, row, CADRE_REASON_NOTICE_NOT_AT_RISK);
    }

  is_over = has_run_out (self, notice) && self->kind[row] == CADRE_OUTCOME_KIND_DISPLACED;
  self->rung[row] = is_over ? CADRE_RUNG_DISPLACED : CADRE_RUNG_UNDER_NOTICE;
  return cadre_run_note (self, row,
                         is_over ? CADRE_REASON_NOTICE_RUN_OUT : CADRE_REASON_NOTICE_GIVEN);
}

/* What a volunteer is told who is not released. */
static gboolean
note_release (CadreRun *self, guint32 row)
{
  static const CadreReason reasons[] = {
    [CADRE_RELEASE_NONE] = CADRE_N_REASONS,
    [CADRE_RELEASE_ASKED] = CADRE_REASON_RELEASE_ASKED,
    [CADRE_RELEASE_ACCEPTED] = CADRE_N_REASONS,
    [CADRE_RELEASE_REFUSED] = CADRE_REASON_RELEASE_REFUSED,
    [CADRE_RELEASE_WITHDRAWN] = CADRE_REASON_RELEASE_WITHDRAWN,
  };
  const CadreReleaseRow *release = &self->engine->process->releases[row];
  CadreReason reason = reasons[release->state];

  if (cadre_run_leaves_late (self, row))
    return TRUE;

  if (release->state == CADRE_RELEASE_ACCEPTED && !release->is_tied &&
      self->engine->standing[row] == CADRE_STANDING_HOLDER)
    reason = (CadreReason) release->why_not;

  if (reason != CADRE_N_REASONS && !cadre_run_note (self, row, reason))
    return FALSE;

  return release->state != CADRE_RELEASE_ASKED || !release->is_not_open ||
         cadre_run_note (self, row, CADRE_REASON_RELEASE_NOT_OPEN);
}

static gboolean
has_appeal (const CadreEngine *self, guint32 row)
{
  const CadreVector *appeals = &self->process->appeals;
  gsize i = cadre_process_find_appeal (self, row);

  return i < appeals->n && cadre_vector_at (appeals, CadreAppealRow, i).assignment == row;
}

gboolean
cadre_run_settle_ladder (CadreRun *self)
{
  const CadreEngine *engine = self->engine;

  for (guint32 row = 0; row < engine->sides[CADRE_BEFORE].n_assignments; row++)
    {
      if (engine->standing[row] == CADRE_STANDING_NOT_IN_FORCE)
        continue;
      if (!apply_notice (self, row) || !note_release (self, row) ||
          !cadre_run_note_duty (self, row) || !cadre_run_note_senior (self, row))
        return FALSE;
      if (engine->process->not_permitted[row] != NULL &&
          !cadre_run_note (self, row, CADRE_REASON_CRITERIA_NOT_PERMITTED))
        return FALSE;
      if (has_appeal (engine, row) && !cadre_run_note (self, row, CADRE_REASON_APPEAL_OPEN))
        return FALSE;
    }

  return TRUE;
}
