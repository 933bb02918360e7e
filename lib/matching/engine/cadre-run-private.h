/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* One way through the stages. */

#pragma once

#include "matching/engine/cadre-engine-private.h"

G_BEGIN_DECLS

/* What a claim comes to at the tier of its post. */
typedef enum
{
  CADRE_VERDICT_OF_CLAIM_NONE, /* not counted: failed, barred, or its person is placed */
  CADRE_VERDICT_OF_CLAIM_SLOT,
  CADRE_VERDICT_OF_CLAIM_OFFER,
  CADRE_VERDICT_OF_CLAIM_CHECK,
  CADRE_VERDICT_OF_CLAIM_CONTEST,
  CADRE_VERDICT_OF_CLAIM_CONFLICT,
  CADRE_VERDICT_OF_CLAIM_SAME_PERSON,
  CADRE_VERDICT_OF_CLAIM_DUTY, /* waits for an offer that comes first */
  CADRE_N_VERDICTS_OF_CLAIM,
} CadreClaimVerdict;

typedef enum
{
  CADRE_CLAIM_STATE_FAILED,  /* false from the start */
  CADRE_CLAIM_STATE_FOLLOWS, /* a sharer's that is not counted: see that which is */
  CADRE_CLAIM_STATE_LIVE,
  CADRE_CLAIM_STATE_BARRED,   /* from the tier above, over a holder */
  CADRE_CLAIM_STATE_GONE,     /* its person is slotted in elsewhere */
  CADRE_CLAIM_STATE_RELEASED, /* it counted while people were slotted in, and its person leaves */
  CADRE_CLAIM_STATE_LEFT,     /* the same, of who leaves after the decision */
} CadreClaimState;

/* A reason of an assignment, in the order in which reasons came up; of CADRE_NO_ROW
 * where it does not count any more. */
typedef struct
{
  guint32 assignment;
  guint8 reason;
} CadreNote;

/* One who has prior consideration. */
typedef struct
{
  guint32 assignment;
  guint8 truth;
  guint8 is_claimant;
  guint8 is_predecessor;
  guint8 parts[CADRE_N_FENCE_PARTS];
} CadreMemberRow;

typedef struct
{
  guint32 first_post; /* in fence_posts */
  guint32 n_posts;
  guint32 first_member; /* in fence_members */
  guint32 n_members;
  guint32 n_unplaced; /* members who are not placed anywhere */
  gboolean is_pool;
} CadreFence;

/* Whether an outcome waits for an appeal of somebody else about the post that it gives. */
typedef enum
{
  CADRE_APPEAL_HOLD_NONE,
  CADRE_APPEAL_HOLD_WAITS,
  CADRE_APPEAL_HOLD_NOT_STATED, /* the policy does not say whether it does */
} CadreAppealHold;

typedef struct
{
  CadreEngine *engine;
  gboolean fixpoint;
  gboolean is_main; /* the reading of the policies: it reports issues */

  /* By assignment before. */
  guint8 *is_decided; /* has an outcome that later stages do not change */
  guint8 *kind;
  guint8 *stage;
  guint8 *rung;
  guint32 *post;       /* the post after that it comes to, or CADRE_NO_ROW */
  guint8 *in_contest;  /* has a claim that goes to limited competition */
  guint8 *is_vacating; /* would stay, and is appointed elsewhere */
  guint8 *is_barred;   /* has a claim that the rule on the tier below bars */
  guint8 *is_refused;  /* of a selection pool, and not kept */
  guint32 *decision;   /* the note that its outcome rests on; those before it are history */
  gint32 *position;    /* the position that a result names, or -1 */
  guint8 *has_duty;    /* rights that are in force, as bits */
  guint8 *is_bumping;  /* frees a position that is still kept for somebody */
  guint8 *appeal;      /* CadreAppealHold */
  CadreVector notes;   /* CadreNote */

  /* By post after. */
  gint32 *n_filled;
  gint32 *n_held;
  gint32 *n_bumps;     /* of n_held: kept for whom volunteers free them */
  gint32 *n_appointed; /* of n_filled, by limited competition */
  guint32 *n_true;     /* live claims that hold, sharers counted once */
  guint32 *n_unknown;  /* live claims to be checked */
  gint32 *capacity;    /* how many can be slotted in, as of its tier; -1 where policies differ */
  guint8 *is_wider;    /* goes to wider competition */
  guint32 *fence;      /* its ring-fence or pool, or CADRE_NO_ROW */
  guint8 *is_duty;     /* a position is kept for somebody who has a right to it */
  guint8 *is_offered;  /* a position is kept for an offer */
  guint8 *is_offered_last; /* the offer was made after the stages before the third */
  guint32 *n_appeals;      /* people who appeal about it, and are not answered */

  /* By claim. */
  guint8 *state;
  guint8 *verdict;

  guint32 *fits; /* by assignment: the posts at this tier that it fits alone */

  CadreVector fences;        /* CadreFence */
  CadreVector fence_posts;   /* guint32 */
  CadreVector fence_members; /* CadreMemberRow */
  CadreLists fences_of_assignment;
  guint8 *is_exhausted;   /* by post: limited competition has left it unfilled */
  guint8 *is_used;        /* by result: it has been applied, or an issue says why not */
  CadreVector duty_posts; /* guint32[2]: an assignment, and a post that a right reaches or not */
  guint8 *is_offer_used;  /* by offer: the same */

  guint8 *is_waited;     /* by post: somebody at risk waits, bit 0 for an answer, bit 1 for an
                          * interview */
  CadreVector waiting;   /* CadrePlacePair: who waits, for which post */
  CadreVector held_back; /* CadrePlacePair: who would have passed them over */
  CadreVector vacancies; /* CadreVacancy, in their order */
  CadreVector closed;    /* CadrePlacePair: vacancies that are not left for somebody */
} CadreRun;

gboolean cadre_run_init (CadreRun *self, CadreEngine *engine, gboolean fixpoint, gboolean is_main);
void cadre_run_clear (CadreRun *self);
gboolean cadre_run_note (CadreRun *self, guint32 assignment, CadreReason reason);
gboolean cadre_run_decide (CadreRun *self,
                           guint32 assignment,
                           CadreOutcomeKind kind,
                           CadreStage stage,
                           CadreRung rung,
                           guint32 post,
                           CadreReason reason);

void cadre_run_report_assignment (CadreRun *self,
                                  guint32 assignment,
                                  const char *code,
                                  const char *message);
void cadre_run_report_entry (CadreRun *self, guint32 entry, const char *code, const char *message);
void
cadre_run_report_result (CadreRun *self, guint32 result, const char *code, const char *message);

static inline const CadreClaimRow *
cadre_run_claim (const CadreRun *self, guint32 claim)
{
  return &cadre_vector_at (&self->engine->claims, CadreClaimRow, claim);
}

/* What has become of a claim; of a sharer's, what has become of the one that is
 * counted. */
static inline CadreClaimState
cadre_run_state (const CadreRun *self, guint32 claim)
{
  return (CadreClaimState) self->state[cadre_run_claim (self, claim)->counted];
}

/* Whether a claim goes to competition. */
static inline gboolean
cadre_run_competes (const CadreRun *self, guint32 claim)
{
  return cadre_run_state (self, claim) == CADRE_CLAIM_STATE_LIVE &&
         self->verdict[cadre_run_claim (self, claim)->counted] == CADRE_VERDICT_OF_CLAIM_CONTEST;
}

static inline const CadrePolicyRules *
cadre_run_rules (const CadreRun *self, guint32 assignment)
{
  return self->engine->rules[self->engine->policy[assignment]];
}

/* The positions of a post that are to be filled, or are. */
static inline gint32
cadre_run_n_open (const CadreRun *self, guint32 post)
{
  return self->engine->n_open[post] + self->engine->n_freed[post];
}

/* The positions of a post that nobody is in and that are not held. */
static inline gint32
cadre_run_n_left (const CadreRun *self, guint32 post)
{
  return MAX (cadre_run_n_open (self, post) - self->n_filled[post] - self->n_held[post], 0);
}

static inline const CadreResultRow *
cadre_run_result (const CadreRun *self, guint32 result)
{
  return &cadre_vector_at (&self->engine->results, CadreResultRow, result);
}

static inline const CadreFence *
cadre_run_fence (const CadreRun *self, guint32 fence)
{
  return &cadre_vector_at (&self->fences, CadreFence, fence);
}

/* Whether a post after is made of several. */
static inline gboolean
cadre_run_is_merged (const CadreRun *self, guint32 post)
{
  guint32 n = 0;

  cadre_lists_get (&self->engine->predecessors, post, &n);
  return n > 1;
}

/* Whether a stage has given the assignment a post. */
static inline gboolean
cadre_run_is_placed (const CadreRun *self, guint32 assignment)
{
  if (!self->is_decided[assignment] || self->post[assignment] == CADRE_NO_ROW)
    return FALSE;

  return self->kind[assignment] == CADRE_OUTCOME_KIND_SLOTTED ||
         self->kind[assignment] == CADRE_OUTCOME_KIND_APPOINTED ||
         self->kind[assignment] == CADRE_OUTCOME_KIND_ON_TRIAL ||
         self->kind[assignment] == CADRE_OUTCOME_KIND_REDEPLOYED;
}

/* Whether somebody was in post at the decision, and leaves by the date of the change. */
gboolean cadre_run_leaves_late (const CadreRun *self, guint32 assignment);
gboolean cadre_run_has_staying_sharer (const CadreRun *self, guint32 assignment);
static inline gboolean
cadre_run_has_left (const CadreRun *self, guint32 assignment)
{
  return self->is_decided[assignment] && self->kind[assignment] == CADRE_OUTCOME_KIND_LEAVING;
}

/* Whether the post that an assignment is to does not go on as it is. */
gboolean cadre_run_post_goes (const CadreRun *self, guint32 assignment);

/* The steps, in their order. */
gboolean cadre_run_settle_outside (CadreRun *self);              /* cadre-settle.c */
gboolean cadre_run_settle_duties (CadreRun *self);               /* cadre-duties.c */
gboolean cadre_run_hold_bumps (CadreRun *self);                  /* cadre-bumps.c */
gboolean cadre_run_slot (CadreRun *self);                        /* cadre-slotting.c */
gboolean cadre_run_release_late (CadreRun *self);                /* cadre-late-releases.c */
gboolean cadre_run_leave_late (CadreRun *self);                  /* cadre-late-leavers.c */
gboolean cadre_run_answer_offers (CadreRun *self);               /* cadre-offers.c */
gboolean cadre_run_settle_pools (CadreRun *self);                /* cadre-pools.c */
gboolean cadre_run_form_fences (CadreRun *self, GError **error); /* cadre-fences.c */
gboolean cadre_run_compete (CadreRun *self);                     /* cadre-competition.c */
gboolean cadre_run_open_wider (CadreRun *self);                  /* cadre-wider.c */
gboolean cadre_run_apply_offers (CadreRun *self);                /* cadre-offers.c */
gboolean cadre_run_settle_bumps (CadreRun *self);                /* cadre-bumps.c */
gboolean cadre_run_settle_rest (CadreRun *self);                 /* cadre-settle.c */
gboolean cadre_run_close_offers (CadreRun *self);                /* cadre-offers.c */
gboolean cadre_run_open_rings (CadreRun *self);                  /* cadre-rings.c */
gboolean cadre_run_note_wider (CadreRun *self);                  /* cadre-wider.c */
gboolean cadre_run_hold_appeals (CadreRun *self);                /* cadre-appeals.c */
gboolean cadre_run_settle_ladder (CadreRun *self);               /* cadre-ladder.c */

/* The holders of the post of an assignment, among whom its sharers are. */
const guint32 *cadre_run_fellows (const CadreRun *self, guint32 assignment, guint32 *n);
/* Whether somebody holds a position together with others. */
gboolean cadre_run_shares (const CadreRun *self, guint32 assignment);

/* cadre-routes.c: from one employer to another. */
guint32 cadre_run_employer_of (const CadreRun *self, guint32 post);
/* Whether a post has another employer, and whether people have said by which
 * route one gets there. */
gboolean cadre_run_is_abroad (const CadreRun *self, guint32 assignment, guint32 post);
gboolean cadre_run_has_route (const CadreRun *self, guint32 assignment, guint32 post);
/* Says the route where there is another employer; that there is none is an
 * issue. */
gboolean cadre_run_note_route (CadreRun *self, guint32 assignment, guint32 post);

/* cadre-settle.c: lets a volunteer go. */
gboolean cadre_run_settle_released (CadreRun *self, guint32 assignment);

/* cadre-bumps.c: lets go of positions that are not wanted any more; whether it
 * has. */
gboolean cadre_run_let_go_of_bumps (CadreRun *self);

/* cadre-trials.c: says where a trial is shorter or longer than it may be. */
gboolean cadre_run_note_trial (CadreRun *self, const CadreOfferRow *offer);
/* How many weeks a trial of somebody lasts; its last day, packed, where only the
 * first is stated. */
int cadre_run_trial_weeks (const CadreRun *self, guint32 assignment);
guint32 cadre_run_trial_end (const CadreRun *self, const CadreOfferRow *offer);

/* cadre-offers.c: gives somebody the post of an offer that is taken up. */
gboolean cadre_run_take_up (CadreRun *self, const CadreOfferRow *offer, CadreStage stage);
/* cadre-duties.c: says where a right has still to be looked at. */
gboolean cadre_run_note_duty (CadreRun *self, guint32 row);

/* cadre-appeals.c: whether what is left of a post, or who is in it, waits for an
 * appeal; the kind of an outcome is another one where the policy does not say. */
CadreAppealHold cadre_run_appeal_hold (const CadreRun *self, guint32 post);
CadreReason cadre_appeal_reason (CadreAppealHold hold);
CadreOutcomeKind cadre_run_kind (const CadreRun *self, guint32 assignment);

/* cadre-senior.c: whether nobody is slotted into a post, and to which posts members
 * appoint. */
CadreTruth cadre_run_bars_slotting (const CadreRun *self, guint32 assignment, guint32 post);
gboolean cadre_run_note_senior (CadreRun *self, guint32 row);

/* cadre-preferences.c: the claim that somebody would rather have than all others
 * at a tier. */
gboolean cadre_run_is_preferred (const CadreRun *self, guint32 claim, gint64 tier);

/* cadre-verdicts.c: what the claims of one tier come to. */
void cadre_run_find_capacity (CadreRun *self, guint32 post);
void cadre_run_judge_post (CadreRun *self, guint32 post);
gboolean cadre_run_judge_assignment (CadreRun *self, guint32 assignment, gint64 tier);
gint64 cadre_run_tier_key (const CadreRun *self, guint32 post);
CadreTruth cadre_run_truth_now (const CadreRun *self, guint32 claim);
/* Whether those at risk elsewhere are considered beside the ring-fence of a post. */
gboolean cadre_run_has_equal_access (const CadreRun *self, guint32 post);
gboolean cadre_run_is_enough (const CadreRun *self, const CadreFence *fence);
/* Slots in an assignment, and those who share its position. */
gboolean cadre_run_slot_in (CadreRun *self, guint32 claim, CadreReason reason);

/* cadre-rows.c: from a run to the rows of outcomes. */
gboolean cadre_run_write (CadreRun *self);
gboolean cadre_run_write_some (CadreRun *self, const CadreVector *assignments, GPtrArray *outcomes);
/* cadre-options.c: what could be suggested where nobody competes. */
gboolean cadre_run_write_options (CadreRun *self);
/* cadre-fence-objects.c */
gboolean cadre_run_write_fences (CadreRun *self);

G_END_DECLS
