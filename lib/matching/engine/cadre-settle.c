/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What needs no stage: who stays, who is not in the process, whose post waits;
 * and in the end, who is left over. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-run-private.h"

static guint32
find_home (const CadreRun *self, guint32 row)
{
  const CadreTable *table =
    cadre_tables_get (self->engine->sides[CADRE_BEFORE].tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 home = cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_HOME_ASSIGNMENT, row);

  return home < table->n_rows ? home : CADRE_NO_ROW;
}

/* Whether a person has a substantive assignment beside one for a time. */
static gboolean
has_substantive (const CadreRun *self, guint32 row)
{
  const CadreEngine *engine = self->engine;
  const CadreSide *before = &engine->sides[CADRE_BEFORE];
  const CadreTable *table = cadre_tables_get (before->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 person = cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_PERSON, row);
  guint32 n = 0;
  const guint32 *rows = NULL;

  if (find_home (self, row) != CADRE_NO_ROW)
    return TRUE;
  if (person < cadre_tables_get (before->tables, CADRE_RECORD_KIND_PERSON)->n_rows)
    rows = cadre_backward_get (&before->index->assignments_of_person, person, &n);
  for (guint32 i = 0; i < n; i++)
    if (engine->standing[rows[i]] == CADRE_STANDING_HOLDER)
      return TRUE;

  return FALSE;
}

static gboolean
settle_secondee (CadreRun *self, guint32 row)
{
  gboolean ok = cadre_run_decide (self, row, CADRE_OUTCOME_KIND_OUT_OF_SCOPE, CADRE_STAGE_NONE,
                                  CADRE_RUNG_NONE, CADRE_NO_ROW, CADRE_REASON_SCOPE_SECONDEE_IN);

  if (find_home (self, row) != CADRE_NO_ROW)
    ok = ok && cadre_run_note (self, row, CADRE_REASON_SECONDMENT_HOME_CLAIMS);
  else
    ok = ok && cadre_run_note (self, row, CADRE_REASON_SECONDMENT_HOME_ELSEWHERE);
  if (cadre_run_post_goes (self, row))
    ok = ok && cadre_run_note (self, row, CADRE_REASON_SECONDMENT_ENDS);

  return ok;
}

/* Acting up and cover: they go on with the post, or end with it. */
static gboolean
settle_temporary (CadreRun *self, guint32 row)
{
  CadreEngine *engine = self->engine;
  gboolean is_acting = engine->standing[row] == CADRE_STANDING_ACTING;
  CadreReason reason = is_acting ? CADRE_REASON_ACTING_NO_CLAIM : CADRE_REASON_COVER_NO_CLAIM;
  CadreFate fate = engine->fate[engine->post[row]];
  guint32 same = engine->same[engine->post[row]];

  if (is_acting && !has_substantive (self, row))
    {
      cadre_run_report_assignment (self, row, "matching.acting.no-substantive",
                                   "Somebody acts up, and the case holds no substantive "
                                   "assignment of the person");
      return cadre_run_decide (self, row, CADRE_OUTCOME_KIND_TO_BE_CHECKED, CADRE_STAGE_NONE,
                               CADRE_RUNG_AFFECTED, CADRE_NO_ROW,
                               CADRE_REASON_ACTING_NO_SUBSTANTIVE) &&
             cadre_run_note (self, row, reason);
    }
  if (fate == CADRE_FATE_DEFERRED)
    return cadre_run_decide (self, row, CADRE_OUTCOME_KIND_DEFERRED, CADRE_STAGE_NONE,
                             CADRE_RUNG_NONE, same, CADRE_REASON_POST_DEFERRED) &&
           cadre_run_note (self, row, reason);
  if (fate == CADRE_FATE_UNCHANGED || fate == CADRE_FATE_AFFECTED)
    return cadre_run_decide (self, row,
                             fate == CADRE_FATE_UNCHANGED ? CADRE_OUTCOME_KIND_UNCHANGED
                                                          : CADRE_OUTCOME_KIND_AFFECTED,
                             CADRE_STAGE_NONE,
                             fate == CADRE_FATE_UNCHANGED ? CADRE_RUNG_NONE : CADRE_RUNG_AFFECTED,
                             same,
                             fate == CADRE_FATE_UNCHANGED ? CADRE_REASON_POST_UNCHANGED
                                                          : CADRE_REASON_POST_CHANGED) &&
           cadre_run_note (self, row, reason);

  return cadre_run_decide (self, row, CADRE_OUTCOME_KIND_ENDING, CADRE_STAGE_NONE,
                           CADRE_RUNG_AFFECTED, CADRE_NO_ROW, CADRE_REASON_TEMPORARY_ENDS) &&
         cadre_run_note (self, row, reason);
}

/* A fixed term that ends within the change. That expiry is a dismissal is said
 * every time: it is the thing that is forgotten. */
static gboolean
settle_ending (CadreRun *self, guint32 row)
{
  CadreEngine *engine = self->engine;
  const CadreTable *table =
    cadre_tables_get (engine->sides[CADRE_BEFORE].tables, CADRE_RECORD_KIND_ASSIGNMENT);
  gboolean ok =
    cadre_run_decide (self, row, CADRE_OUTCOME_KIND_ENDING, CADRE_STAGE_NONE,
                      cadre_run_post_goes (self, row) ? CADRE_RUNG_AT_RISK : CADRE_RUNG_AFFECTED,
                      engine->same[engine->post[row]], CADRE_REASON_FIXED_TERM_ENDS);

  ok = ok && cadre_run_note (self, row, CADRE_REASON_FIXED_TERM_EXPIRY_IS_DISMISSAL);
  if (cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_TERM_REASON, row) <= CADRE_STRING_NONE)
    ok = ok && cadre_run_note (self, row, CADRE_REASON_FIXED_TERM_REASON_MISSING);
  if (cadre_run_post_goes (self, row) || engine->fate[engine->post[row]] == CADRE_FATE_CLAIMED)
    ok = ok && cadre_run_note (self, row,
                               cadre_run_rules (self, row)->fixed_term == CADRE_FIXED_TERM_EXCLUDED
                                 ? CADRE_REASON_FIXED_TERM_EXCLUDED
                                 : CADRE_REASON_FIXED_TERM_NOT_A_GROUND);

  return ok;
}

static gboolean
settle_unchanged (CadreRun *self, guint32 row)
{
  CadreEngine *engine = self->engine;
  guint32 post = engine->post[row];
  gboolean is_over_held = (engine->post_flags[post] & CADRE_POST_OVER_HELD) != 0;
  gboolean is_affected = engine->fate[post] == CADRE_FATE_AFFECTED || is_over_held;
  CadreReason reason = (engine->post_flags[post] & CADRE_POST_CONTRADICTED) != 0
                         ? CADRE_REASON_POST_DECLARED_UNCHANGED
                       : engine->fate[post] == CADRE_FATE_AFFECTED ? CADRE_REASON_POST_CHANGED
                                                                   : CADRE_REASON_POST_UNCHANGED;
  gboolean ok =
    cadre_run_decide (self, row,
                      is_affected ? CADRE_OUTCOME_KIND_AFFECTED : CADRE_OUTCOME_KIND_UNCHANGED,
                      CADRE_STAGE_NONE, is_affected ? CADRE_RUNG_AFFECTED : CADRE_RUNG_NONE,
                      engine->same[post], reason);

  if (reason == CADRE_REASON_POST_CHANGED)
    ok = ok && cadre_run_note (self, row, CADRE_REASON_POST_BROADLY_SAME);
  if (is_over_held)
    ok = ok && cadre_run_note (self, row, CADRE_REASON_POST_OVER_HELD);

  return ok;
}

static gboolean
settle_deferred (CadreRun *self, guint32 row, CadreStage stage)
{
  CadreEngine *engine = self->engine;
  guint32 post = engine->post[row];
  gboolean loses = (engine->post_flags[post] & CADRE_POST_LOSES_FUNCTIONS) != 0;
  gboolean ok = cadre_run_decide (self, row, CADRE_OUTCOME_KIND_DEFERRED, stage,
                                  loses ? CADRE_RUNG_AFFECTED : CADRE_RUNG_NONE, engine->same[post],
                                  CADRE_REASON_POST_DEFERRED);

  if (loses)
    ok = ok && cadre_run_note (self, row, CADRE_REASON_POST_FUNCTIONS_LEAVE);
  if (stage == CADRE_STAGE_OUTSIDE)
    ok = ok && cadre_run_note (self, row, CADRE_REASON_OUTSIDE_DECIDED);

  return ok;
}

static gboolean
settle_holder (CadreRun *self, guint32 row)
{
  CadreEngine *engine = self->engine;

  switch ((CadreFate) engine->fate[engine->post[row]])
    {
    case CADRE_FATE_UNCHANGED:
    case CADRE_FATE_AFFECTED:
      return (engine->post_flags[engine->post[row]] & CADRE_POST_POOL) != 0 ||
             settle_unchanged (self, row);
    case CADRE_FATE_DEFERRED:
      return settle_deferred (self, row, CADRE_STAGE_NONE);
    case CADRE_FATE_OUTSIDE:
    case CADRE_FATE_NOT_COVERED:
    case CADRE_FATE_CLAIMED:
    case CADRE_FATE_MERGED:
    case CADRE_FATE_SPLIT:
    case CADRE_FATE_GONE:
    default:
      return TRUE;
    }
}

/* Somebody about whom it is decided elsewhere: the process places nobody
 * twice. */
static gboolean
settle_decided_outside (CadreRun *self, guint32 row)
{
  if (self->engine->fate[self->engine->post[row]] == CADRE_FATE_DEFERRED)
    return settle_deferred (self, row, CADRE_STAGE_OUTSIDE);

  return cadre_run_decide (self, row, CADRE_OUTCOME_KIND_OUT_OF_SCOPE, CADRE_STAGE_OUTSIDE,
                           CADRE_RUNG_NONE, CADRE_NO_ROW, CADRE_REASON_OUTSIDE_DECIDED);
}

static gboolean
settle_out (CadreRun *self, guint32 row, CadreOutcomeKind kind, CadreReason reason)
{
  return cadre_run_decide (self, row, kind, CADRE_STAGE_NONE, CADRE_RUNG_NONE, CADRE_NO_ROW,
                           reason);
}

/* Leaves of the own will; until consultation is over, on condition. */
gboolean
cadre_run_settle_released (CadreRun *self, guint32 row)
{
  const CadreEngine *engine = self->engine;
  const CadreReleaseRow *release = &engine->process->releases[row];
  guint32 latest = engine->process->latest;
  gboolean is_final =
    cadre_packed_date_is_known (release->conditional_until) &&
    cadre_packed_date_is_known (latest) &&
    cadre_packed_date_last_day (release->conditional_until) <= cadre_packed_date_first_day (latest);

  return cadre_run_decide (self, row, CADRE_OUTCOME_KIND_LEAVING, CADRE_STAGE_NONE,
                           is_final ? CADRE_RUNG_LEFT : CADRE_RUNG_AFFECTED, CADRE_NO_ROW,
                           release->freed_for != CADRE_NO_ROW ? CADRE_REASON_RELEASE_BUMP
                           : release->is_untied               ? CADRE_REASON_RELEASE_UNTIED
                                                              : CADRE_REASON_RELEASE_ACCEPTED) &&
         (!release->is_withdrawn_late ||
          cadre_run_note (self, row, CADRE_REASON_RELEASE_WITHDRAWN_LATE)) &&
         (is_final || cadre_run_note (self, row, CADRE_REASON_RELEASE_CONDITIONAL));
}

static gboolean
settle_standing (CadreRun *self, guint32 row)
{
  switch ((CadreStanding) self->engine->standing[row])
    {
    case CADRE_STANDING_AGENCY:
      return settle_out (self, row, CADRE_OUTCOME_KIND_OUT_OF_SCOPE, CADRE_REASON_SCOPE_AGENCY);
    case CADRE_STANDING_OUTSIDE:
      return settle_out (self, row, CADRE_OUTCOME_KIND_OUT_OF_SCOPE,
                         CADRE_REASON_SCOPE_OUTSIDE_POST);
    case CADRE_STANDING_NOT_COVERED:
      return settle_out (self, row, CADRE_OUTCOME_KIND_OUT_OF_SCOPE,
                         CADRE_REASON_SCOPE_NOT_COVERED);
    case CADRE_STANDING_NO_POST:
      return settle_out (self, row, CADRE_OUTCOME_KIND_UNRESOLVED, CADRE_REASON_SCOPE_NO_POST);
    case CADRE_STANDING_NO_POLICY:
      return settle_out (self, row, CADRE_OUTCOME_KIND_UNRESOLVED, CADRE_REASON_POLICY_NONE);
    case CADRE_STANDING_LEAVING:
      return settle_out (self, row, CADRE_OUTCOME_KIND_LEAVING, CADRE_REASON_ASSIGNMENT_LEAVES);
    case CADRE_STANDING_RELEASED:
      return cadre_run_settle_released (self, row);
    case CADRE_STANDING_MOVED:
      return cadre_run_decide (self, row, CADRE_OUTCOME_KIND_REDEPLOYED, CADRE_STAGE_OUTSIDE,
                               CADRE_RUNG_REDEPLOYED, CADRE_NO_ROW,
                               CADRE_REASON_REDEPLOYED_ELSEWHERE);
    case CADRE_STANDING_SECONDEE:
      return settle_secondee (self, row);
    case CADRE_STANDING_ACTING:
    case CADRE_STANDING_COVER:
      return settle_temporary (self, row);
    case CADRE_STANDING_DECIDED_OUTSIDE:
      return settle_decided_outside (self, row);
    case CADRE_STANDING_ENDING:
      return settle_ending (self, row);
    case CADRE_STANDING_HOLDER:
      return settle_holder (self, row);
    case CADRE_STANDING_NOT_IN_FORCE:
    default:
      return TRUE;
    }
}

gboolean
cadre_run_settle_outside (CadreRun *self)
{
  for (guint32 row = 0; row < self->engine->sides[CADRE_BEFORE].n_assignments; row++)
    if (!settle_standing (self, row))
      return FALSE;

  return TRUE;
}

/* What holds of an assignment beside its outcome. */
static gboolean
note_circumstances (CadreRun *self, guint32 row)
{
  static const struct
  {
    guint8 flag;
    CadreReason reason;
  } circumstances[] = {
    { CADRE_PERSON_ABSENT, CADRE_REASON_ABSENCE_INCLUDED },
    { CADRE_PERSON_RELEASED, CADRE_REASON_ASSIGNMENT_RELEASED },
    { CADRE_PERSON_TERM_END_UNKNOWN, CADRE_REASON_FIXED_TERM_END_UNKNOWN },
    { CADRE_PERSON_TERM_ENDS, CADRE_REASON_FIXED_TERM_AS_PERMANENT },
    { CADRE_PERSON_DATES_UNKNOWN, CADRE_REASON_ASSIGNMENT_DATES_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (circumstances); i++)
    if ((self->engine->person_flags[row] & circumstances[i].flag) != 0 &&
        !cadre_run_note (self, row, circumstances[i].reason))
      return FALSE;

  return TRUE;
}

static gboolean
is_wider_open (const CadreRun *self)
{
  for (guint32 post = 0; post < self->engine->sides[CADRE_AFTER].n_posts; post++)
    if (self->is_wider[post] && cadre_run_n_left (self, post) > 0)
      return TRUE;

  return FALSE;
}

/* Whoever no stage has placed, and no competition may still place. */
static gboolean
displace (CadreRun *self, guint32 row, gboolean is_wider)
{
  CadreEngine *engine = self->engine;
  guint32 post = engine->post[row];
  CadreReason why = engine->fate[post] == CADRE_FATE_GONE     ? CADRE_REASON_POST_DELETED
                    : engine->fate[post] == CADRE_FATE_MERGED ? CADRE_REASON_POST_MERGED
                    : engine->fate[post] == CADRE_FATE_SPLIT  ? CADRE_REASON_POST_SPLIT
                    : self->is_refused[row]                   ? CADRE_REASON_POOL_NOT_KEPT
                                                              : CADRE_REASON_CLAIM_FAILED;

  return cadre_run_decide (self, row, CADRE_OUTCOME_KIND_DISPLACED,
                           is_wider ? CADRE_STAGE_WIDER_COMPETITION : CADRE_STAGE_NONE,
                           CADRE_RUNG_AT_RISK, CADRE_NO_ROW,
                           CADRE_REASON_DISPLACED_NOTHING_FOUND) &&
         cadre_run_note (self, row, why) &&
         (!is_wider || cadre_run_note (self, row, CADRE_REASON_DISPLACED_WIDER_COMPETITION_OPEN));
}

gboolean
cadre_run_settle_rest (CadreRun *self)
{
  CadreEngine *engine = self->engine;
  gboolean is_wider = is_wider_open (self);

  for (guint32 row = 0; row < engine->sides[CADRE_BEFORE].n_assignments; row++)
    {
      if (engine->standing[row] == CADRE_STANDING_NOT_IN_FORCE)
        continue;
      if (!self->is_decided[row] && !displace (self, row, is_wider))
        return FALSE;
      if (!note_circumstances (self, row))
        return FALSE;
    }

  return TRUE;
}
