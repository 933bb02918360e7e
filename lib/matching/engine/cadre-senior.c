/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts of senior officers.
 *
 * A policy says which of them nobody is slotted into, because the law or the
 * employer's own rules ask for competition, and to which of them members
 * appoint. The flags of a post are facts of the structure after; one that is
 * not stated is not known, and then nobody is slotted in and nobody is left
 * out. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-run-private.h"

/* Whether a post has one of the flags of a policy. */
CadreTruth
cadre_engine_is_senior (const CadreEngine *self, guint32 post, guint flags)
{
  static const struct
  {
    guint flag;
    guint field;
  } fields[] = {
    { CADRE_SENIOR_STATUTORY, CADRE_FIELD_POST_STATUTORY },
    { CADRE_SENIOR_CHIEF_OFFICER, CADRE_FIELD_POST_CHIEF_OFFICER },
    { CADRE_SENIOR_POLITICALLY_RESTRICTED, CADRE_FIELD_POST_POLITICALLY_RESTRICTED },
  };
  const CadreTable *posts =
    cadre_tables_get (self->sides[CADRE_AFTER].tables, CADRE_RECORD_KIND_POST);
  CadreTruth answer = CADRE_TRUTH_FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      CadreTruth truth = CADRE_TRUTH_FALSE;

      if ((flags & fields[i].flag) == 0)
        continue;
      truth = (CadreTruth) cadre_table_word (posts, fields[i].field, post);
      if (truth == CADRE_TRUTH_TRUE)
        return CADRE_TRUTH_TRUE;
      if (truth == CADRE_TRUTH_UNKNOWN)
        answer = CADRE_TRUTH_UNKNOWN;
    }

  return answer;
}

CadreTruth
cadre_run_bars_slotting (const CadreRun *self, guint32 assignment, guint32 post)
{
  const CadrePolicyRules *rules =
    cadre_engine_rules_for (self->engine, CADRE_PARAMETER_SENIOR_NO_SLOTTING_IN, assignment, post);

  return cadre_engine_is_senior (self->engine, post, rules->senior_no_slotting_in);
}

/* Whether the outcome gives somebody a post, or offers one. */
static gboolean
has_post (const CadreRun *self, guint32 row)
{
  return cadre_run_is_placed (self, row) ||
         (self->is_decided[row] && self->kind[row] == CADRE_OUTCOME_KIND_OFFERED &&
          self->post[row] != CADRE_NO_ROW);
}

/* Whoever is proposed for a post to which members appoint, until a decision is
 * recorded. */
gboolean
cadre_run_note_senior (CadreRun *self, guint32 row)
{
  const CadrePolicyRules *rules = NULL;
  CadreTruth truth = CADRE_TRUTH_FALSE;

  if (self->engine->process->is_human[row] || self->engine->policy[row] < 0 ||
      !has_post (self, row))
    return TRUE;

  rules =
    cadre_engine_rules_for (self->engine, CADRE_PARAMETER_SENIOR_BY_MEMBERS, row, self->post[row]);
  truth = cadre_engine_is_senior (self->engine, self->post[row], rules->senior_by_members);
  if (truth == CADRE_TRUTH_FALSE)
    return TRUE;

  return cadre_run_note (self, row,
                         truth == CADRE_TRUTH_TRUE ? CADRE_REASON_SENIOR_DECISION_AWAITED
                                                   : CADRE_REASON_SENIOR_UNKNOWN);
}
