/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the claims on posts of one tier come to.
 *
 * Slotting in is for one person and one post: a claim that holds, that nobody
 * else may have, of somebody who has no other. Whatever is not known stands in
 * the way of a slot, and excludes nobody. */

#include "config.h"

#include "matching/engine/cadre-run-private.h"

gint64
cadre_run_tier_key (const CadreRun *self, guint32 post)
{
  gint32 tier = self->engine->tier[CADRE_AFTER][post];

  /* Posts whose tier is not known come last. */
  return tier != CADRE_NO_TIER ? tier : G_MAXINT64;
}

/* A claim of somebody whose claim on a higher tier is not settled may fall
 * away: it is not known to hold. */
CadreTruth
cadre_run_truth_now (const CadreRun *self, guint32 claim)
{
  const CadreClaimRow *row = cadre_run_claim (self, claim);

  if (row->truth == CADRE_TRUTH_TRUE &&
      (self->in_contest[row->assignment] ||
       (self->is_decided[row->assignment] &&
        self->engine->standing[row->assignment] == CADRE_STANDING_HOLDER)))
    return CADRE_TRUTH_UNKNOWN;

  return row->truth;
}

/* How a post is filled, as far as its claimants' policies and what is agreed
 * between them go. */
typedef struct
{
  guint n; /* live claims */
  gboolean clashes;
  gboolean holders_le_posts;
  gboolean merge_competes;
  gboolean bars_below;
  CadreTruth is_advertised; /* nobody is slotted into it */
} Filling;

static Filling
filling_for (const CadreRun *self, guint32 claim)
{
  const CadreEngine *engine = self->engine;
  const CadreClaimRow *row = cadre_run_claim (self, claim);
  Filling filling = { 1, FALSE, FALSE, FALSE, FALSE, CADRE_TRUTH_FALSE };

  filling.holders_le_posts =
    cadre_engine_rules_for (engine, CADRE_PARAMETER_SLOT_RATIO, row->assignment, row->post)
      ->holders_le_posts;
  filling.merge_competes =
    cadre_engine_rules_for (engine, CADRE_PARAMETER_MERGE_COMPETES, row->assignment, row->post)
      ->merge_competes;
  filling.bars_below = (row->flags & CADRE_CLAIM_BARS_BELOW) != 0;
  filling.is_advertised = cadre_run_bars_slotting (self, row->assignment, row->post);
  return filling;
}

static Filling
find_filling (const CadreRun *self, guint32 post)
{
  const CadreEngine *engine = self->engine;
  Filling filling = { 0, FALSE, FALSE, FALSE, FALSE, CADRE_TRUTH_FALSE };

  for (guint32 i = engine->first_claim[post]; i < engine->first_claim[post + 1]; i++)
    {
      Filling other = { 0 };

      if (cadre_run_state (self, i) != CADRE_CLAIM_STATE_LIVE)
        continue;
      other = filling_for (self, i);
      if (filling.n == 0)
        filling = other;
      filling.clashes = filling.clashes || filling.holders_le_posts != other.holders_le_posts ||
                        filling.merge_competes != other.merge_competes ||
                        filling.bars_below != other.bars_below ||
                        filling.is_advertised != other.is_advertised;
    }

  return filling;
}

/* How many people can be slotted into a post: none where the policy is strict
 * and it has several positions. */
void
cadre_run_find_capacity (CadreRun *self, guint32 post)
{
  Filling filling = find_filling (self, post);

  if (filling.n == 0 || filling.clashes)
    self->capacity[post] = -1;
  else if ((filling.merge_competes && cadre_run_is_merged (self, post)) ||
           filling.is_advertised != CADRE_TRUTH_FALSE)
    self->capacity[post] = 0;
  else if (filling.holders_le_posts || self->engine->n_positions[post] == 1)
    self->capacity[post] = cadre_run_n_left (self, post);
  else
    self->capacity[post] = 0;
}

/* Whether all live claims that hold are of one person. */
static gboolean
is_one_person (const CadreRun *self, guint32 post)
{
  const CadreEngine *engine = self->engine;
  const CadreTable *table =
    cadre_tables_get (engine->sides[CADRE_BEFORE].tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 person = CADRE_STRING_UNKNOWN;

  for (guint32 i = engine->first_claim[post]; i < engine->first_claim[post + 1]; i++)
    {
      guint32 other = cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PERSON,
                                        cadre_run_claim (self, i)->assignment);

      if (cadre_run_state (self, i) != CADRE_CLAIM_STATE_LIVE ||
          cadre_run_truth_now (self, cadre_run_claim (self, i)->counted) != CADRE_TRUTH_TRUE)
        continue;
      if (other <= CADRE_STRING_NONE || (person != CADRE_STRING_UNKNOWN && person != other))
        return FALSE;
      person = other;
    }

  return TRUE;
}

/* What a claim that holds comes to, and what one that is to be checked. */
static void
find_verdicts (const CadreRun *self,
               guint32 post,
               CadreClaimVerdict *if_true,
               CadreClaimVerdict *if_unknown)
{
  gint32 capacity = self->capacity[post];
  gint64 n_true = self->n_true[post];
  gint64 n_all = n_true + self->n_unknown[post];

  *if_unknown = CADRE_VERDICT_OF_CLAIM_CHECK;
  if (self->is_duty[post] && cadre_run_n_left (self, post) == 0)
    *if_true = *if_unknown = CADRE_VERDICT_OF_CLAIM_DUTY;
  else if (capacity < 0)
    *if_true = *if_unknown = CADRE_VERDICT_OF_CLAIM_CONFLICT;
  else if (find_filling (self, post).is_advertised == CADRE_TRUTH_UNKNOWN)
    *if_true = CADRE_VERDICT_OF_CLAIM_CHECK;
  else if (self->engine->n_positions[post] < 0)
    *if_true = CADRE_VERDICT_OF_CLAIM_CHECK;
  else if (n_true > 1 && n_true > capacity && is_one_person (self, post))
    *if_true = CADRE_VERDICT_OF_CLAIM_SAME_PERSON;
  else if (capacity == 0 || n_true > capacity)
    *if_true = *if_unknown = CADRE_VERDICT_OF_CLAIM_CONTEST;
  else
    *if_true = n_all <= capacity ? CADRE_VERDICT_OF_CLAIM_SLOT : CADRE_VERDICT_OF_CLAIM_CHECK;
}

/* Gives each live claim on a post its verdict. */
void
cadre_run_judge_post (CadreRun *self, guint32 post)
{
  const CadreEngine *engine = self->engine;
  CadreClaimVerdict if_true = CADRE_VERDICT_OF_CLAIM_NONE;
  CadreClaimVerdict if_unknown = CADRE_VERDICT_OF_CLAIM_NONE;

  find_verdicts (self, post, &if_true, &if_unknown);
  for (guint32 i = engine->first_claim[post]; i < engine->first_claim[post + 1]; i++)
    {
      const CadreClaimRow *claim = cadre_run_claim (self, i);

      if (self->state[i] != CADRE_CLAIM_STATE_LIVE)
        continue;
      self->verdict[i] =
        (guint8) (cadre_run_truth_now (self, i) == CADRE_TRUTH_TRUE ? if_true : if_unknown);
      if (self->verdict[i] == CADRE_VERDICT_OF_CLAIM_SLOT &&
          (claim->flags & CADRE_CLAIM_FROM_ABOVE) != 0 &&
          (claim->flags & CADRE_CLAIM_BARS_BELOW) != 0)
        self->verdict[i] = CADRE_VERDICT_OF_CLAIM_OFFER;
    }
}

/* How the claims of one assignment at one tier stand. */
typedef struct
{
  guint n;      /* live claims */
  guint n_true; /* of them, those that hold */
  guint n_of[CADRE_N_VERDICTS_OF_CLAIM];
  guint n_mapped;
  guint32 claim;  /* the last of them: the only one, where there is one */
  guint32 mapped; /* the same of those that come from the mapping */
} Standing;

static gboolean
is_at_tier (const CadreRun *self, guint32 claim, gint64 tier)
{
  return self->state[claim] == CADRE_CLAIM_STATE_LIVE &&
         cadre_run_tier_key (self, cadre_run_claim (self, claim)->post) == tier;
}

static Standing
find_claims_at (const CadreRun *self, guint32 assignment, gint64 tier)
{
  Standing standing = { 0, 0, { 0 }, 0, CADRE_NO_ROW, CADRE_NO_ROW };
  guint32 n = 0;
  const guint32 *claims = cadre_lists_get (&self->engine->claims_of_assignment, assignment, &n);

  for (guint32 i = 0; i < n; i++)
    {
      if (!is_at_tier (self, claims[i], tier))
        continue;
      standing.n++;
      standing.n_true += cadre_run_truth_now (self, claims[i]) == CADRE_TRUTH_TRUE;
      standing.n_of[self->verdict[claims[i]]]++;
      standing.claim = claims[i];
      if ((cadre_run_claim (self, claims[i])->sources & CADRE_SOURCE_MAPPED) != 0)
        {
          standing.n_mapped++;
          standing.mapped = claims[i];
        }
    }

  return standing;
}

/* The post that the claims are about: the only one, or the only one that the
 * post held became; else it is not settled which. */
static guint32
find_post (const CadreRun *self, const Standing *standing)
{
  if (standing->n == 1)
    return cadre_run_claim (self, standing->claim)->post;

  return standing->n_mapped == 1 ? cadre_run_claim (self, standing->mapped)->post : CADRE_NO_ROW;
}

static CadreRung
rung_of_pending (const CadreRun *self, guint32 assignment)
{
  return cadre_run_post_goes (self, assignment) ? CADRE_RUNG_AT_RISK_GROUP : CADRE_RUNG_AFFECTED;
}

/* Why claims are to be checked, in the order in which it is said. */
static const CadreReason unknowns[] = {
  CADRE_REASON_CLAIM_GRADE_PROVISIONAL,
  CADRE_REASON_CLAIM_GRADE_UNKNOWN,
  CADRE_REASON_CLAIM_HEADS_UNKNOWN,
  CADRE_REASON_CLAIM_HOURS_UNKNOWN,
  CADRE_REASON_CLAIM_DESCRIPTION_REVISED,
  CADRE_REASON_CLAIM_BASIS_UNKNOWN,
  CADRE_REASON_POST_ESTABLISHMENT_UNKNOWN,
  CADRE_REASON_CLAIM_OTHERS_TO_BE_CHECKED,
  CADRE_REASON_CLAIM_OTHER_POSTS_TO_BE_CHECKED,
  CADRE_REASON_SENIOR_UNKNOWN,
  CADRE_REASON_CLAIM_DECLARED,
};

static gboolean
has_unknown_head (const CadreClaimRow *claim)
{
  for (CadreHead head = CADRE_HEAD_PURPOSE; head <= CADRE_HEAD_COMPETENCIES; head++)
    if (claim->heads[head] == CADRE_TRUTH_UNKNOWN)
      return TRUE;

  return FALSE;
}

static gboolean
is_declared_slot (const CadreRun *self, guint32 claim)
{
  const CadreClaimRow *row = cadre_run_claim (self, claim);
  const CadreTable *posts =
    cadre_tables_get (self->engine->sides[CADRE_AFTER].tables, CADRE_RECORD_KIND_POST);

  return (row->sources & CADRE_SOURCE_DECLARED) != 0 ||
         ((row->sources & CADRE_SOURCE_MAPPED) != 0 &&
          cadre_table_word (posts, CADRE_FIELD_POST_DECLARED_OUTCOME, row->post) ==
            CADRE_DECLARED_OUTCOME_SLOTTING_IN);
}

/* Which of them hold of one claim, as bits. */
static guint
find_unknowns (const CadreRun *self, guint32 claim, gboolean has_others)
{
  const CadreClaimRow *row = cadre_run_claim (self, claim);
  gboolean is_provisional = (row->flags & CADRE_CLAIM_PROVISIONAL) != 0;
  const gboolean holds[G_N_ELEMENTS (unknowns)] = {
    is_provisional,
    !is_provisional && row->grade == CADRE_TRUTH_UNKNOWN,
    has_unknown_head (row),
    row->hours == CADRE_TRUTH_UNKNOWN,
    has_unknown_head (row) &&
      cadre_vector_at (&self->engine->comparisons, CadreComparison, row->comparison).is_revised,
    (row->flags & CADRE_CLAIM_BASIS_UNKNOWN) != 0,
    self->engine
      ->n_positions[row->post]<0, (self->n_true[row->post] + self->n_unknown[row->post])> 1,
    has_others,
    cadre_run_bars_slotting (self, row->assignment, row->post) == CADRE_TRUTH_UNKNOWN,
    is_declared_slot (self, claim),
  };
  guint bits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (unknowns); i++)
    bits |= holds[i] ? 1u << i : 0;

  return bits;
}

static gboolean
check_claims (CadreRun *self, guint32 assignment, gint64 tier, const Standing *standing)
{
  guint32 n = 0;
  const guint32 *claims = cadre_lists_get (&self->engine->claims_of_assignment, assignment, &n);
  guint bits = 0;

  self->is_decided[assignment] = TRUE;
  self->kind[assignment] = CADRE_OUTCOME_KIND_TO_BE_CHECKED;
  self->stage[assignment] = CADRE_STAGE_SLOTTING_IN;
  self->rung[assignment] = (guint8) rung_of_pending (self, assignment);
  self->post[assignment] = find_post (self, standing);
  self->decision[assignment] = (guint32) self->notes.n;
  for (guint32 i = 0; i < n; i++)
    if (is_at_tier (self, claims[i], tier))
      bits |= find_unknowns (self, claims[i], standing->n > 1);
  for (guint i = 0; i < G_N_ELEMENTS (unknowns); i++)
    if ((bits >> i & 1) != 0 && !cadre_run_note (self, assignment, unknowns[i]))
      return FALSE;

  return TRUE;
}

static gboolean
leave_unresolved (CadreRun *self, guint32 assignment, guint32 post, CadreReason reason)
{
  return cadre_run_decide (self, assignment, CADRE_OUTCOME_KIND_UNRESOLVED, CADRE_STAGE_SLOTTING_IN,
                           rung_of_pending (self, assignment), post, reason);
}

/* The claim is the only one, and nobody else's: a slot, or an offer. */
static gboolean
place (CadreRun *self, guint32 claim)
{
  const CadreClaimRow *row = cadre_run_claim (self, claim);

  if ((row->flags & CADRE_CLAIM_OTHER_EMPLOYER) != 0 &&
      !cadre_run_has_route (self, row->assignment, row->post))
    return leave_unresolved (self, row->assignment, row->post, CADRE_REASON_ROUTE_NONE);
  if (self->verdict[claim] == CADRE_VERDICT_OF_CLAIM_OFFER)
    return cadre_run_decide (self, row->assignment, CADRE_OUTCOME_KIND_OFFERED,
                             CADRE_STAGE_SLOTTING_IN, CADRE_RUNG_AT_RISK, row->post,
                             CADRE_REASON_TIER_BELOW_OFFER) &&
           cadre_run_note_route (self, row->assignment, row->post);

  return cadre_run_slot_in (self, claim,
                            self->n_true[row->post] > 1 ? CADRE_REASON_CLAIM_HOLDERS_FIT
                                                        : CADRE_REASON_CLAIM_UNIQUE);
}

/* Of several claims, each of which would be a slot, the one that the person
 * would rather have than any other at the tier. */
static guint32
find_preferred (const CadreRun *self, guint32 assignment, gint64 tier)
{
  guint32 n = 0;
  const guint32 *claims = cadre_lists_get (&self->engine->claims_of_assignment, assignment, &n);

  for (guint32 i = 0; i < n; i++)
    if (is_at_tier (self, claims[i], tier) &&
        self->verdict[claims[i]] == CADRE_VERDICT_OF_CLAIM_SLOT &&
        cadre_run_is_preferred (self, claims[i], tier))
      return claims[i];

  return CADRE_NO_ROW;
}

gboolean
cadre_run_judge_assignment (CadreRun *self, guint32 assignment, gint64 tier)
{
  Standing standing;
  guint n_places = 0;
  guint32 post = CADRE_NO_ROW;
  guint32 preferred = CADRE_NO_ROW;

  if (self->is_decided[assignment] || self->in_contest[assignment])
    return TRUE;

  standing = find_claims_at (self, assignment, tier);
  if (standing.n == 0)
    return TRUE;

  post = find_post (self, &standing);
  n_places =
    standing.n_of[CADRE_VERDICT_OF_CLAIM_SLOT] + standing.n_of[CADRE_VERDICT_OF_CLAIM_OFFER];
  if (standing.n_of[CADRE_VERDICT_OF_CLAIM_CONFLICT] > 0)
    return leave_unresolved (self, assignment, post, CADRE_REASON_POLICY_CONFLICT);
  if (standing.n_of[CADRE_VERDICT_OF_CLAIM_SAME_PERSON] > 0)
    return leave_unresolved (self, assignment, post, CADRE_REASON_CLAIM_SAME_PERSON);
  if (standing.n_of[CADRE_VERDICT_OF_CLAIM_DUTY] > 0)
    return leave_unresolved (self, assignment, post, CADRE_REASON_DUTY_POST_HELD);
  if (n_places > 0 && standing.n == 1)
    return place (self, standing.claim);
  preferred = n_places > 0 ? find_preferred (self, assignment, tier) : CADRE_NO_ROW;
  if (preferred != CADRE_NO_ROW)
    return place (self, preferred) &&
           cadre_run_note (self, assignment, CADRE_REASON_CLAIM_PREFERRED);
  if (n_places + standing.n_of[CADRE_VERDICT_OF_CLAIM_CHECK] > 0 && standing.n_true > 1)
    return leave_unresolved (self, assignment, CADRE_NO_ROW, CADRE_REASON_CLAIM_SEVERAL_POSTS);
  if (n_places + standing.n_of[CADRE_VERDICT_OF_CLAIM_CHECK] > 0)
    return check_claims (self, assignment, tier, &standing);

  self->in_contest[assignment] = TRUE;
  return TRUE;
}
