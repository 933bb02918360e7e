/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Offers, and what became of them.
 *
 * An offer holds a position until it is answered. One that is accepted places
 * the person, unless a trial runs; one that is refused, and a trial that has not
 * succeeded, leave the person where the stages do. An offer counts where the
 * post is open to it: one of the tier below that stage 1 has found vacant, or
 * what is left once limited competition is over. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-run-private.h"

gboolean
cadre_offer_stands (const CadreOfferRow *offer)
{
  return offer->state != CADRE_OFFER_REFUSED && offer->state != CADRE_OFFER_FAILED;
}

/* Whether an offer is taken up, if only on trial. */
static gboolean
is_firm (const CadreOfferRow *offer)
{
  return cadre_offer_stands (offer) && offer->state != CADRE_OFFER_MADE;
}

static const CadreOfferRow *
get_offer (const CadreRun *self, guint32 i)
{
  return &cadre_vector_at (&self->engine->process->offers, CadreOfferRow, i);
}

static guint32
index_of (const CadreRun *self, const CadreOfferRow *offer)
{
  return (guint32) (offer - (const CadreOfferRow *) self->engine->process->offers.data);
}

/* That an offer was turned down stays in the account of it. */
static gboolean
note_end (CadreRun *self, const CadreOfferRow *offer)
{
  return cadre_run_note (self, offer->assignment,
                         offer->state == CADRE_OFFER_FAILED ? CADRE_REASON_TRIAL_FAILED
                                                            : CADRE_REASON_OFFER_REFUSED);
}

/* Gives somebody the post that is offered: on trial, or for good. */
gboolean
cadre_run_take_up (CadreRun *self, const CadreOfferRow *offer, CadreStage stage)
{
  gboolean is_trial = offer->state == CADRE_OFFER_ON_TRIAL;
  CadreReason reason = is_trial                           ? CADRE_REASON_TRIAL_RUNNING
                       : offer->state == CADRE_OFFER_KEPT ? CADRE_REASON_TRIAL_SUCCEEDED
                                                          : CADRE_REASON_OFFER_ACCEPTED;

  self->is_offer_used[index_of (self, offer)] = TRUE;
  self->position[offer->assignment] = offer->position;
  self->n_filled[offer->post]++;
  return cadre_run_decide (self, offer->assignment,
                           is_trial ? CADRE_OUTCOME_KIND_ON_TRIAL : CADRE_OUTCOME_KIND_REDEPLOYED,
                           stage, is_trial ? CADRE_RUNG_AT_RISK : CADRE_RUNG_REDEPLOYED,
                           offer->post, reason) &&
         cadre_run_note_trial (self, offer) &&
         cadre_run_note_route (self, offer->assignment, offer->post);
}

/* Takes away the claims on a post that is refused. */
static void
drop_claims (CadreRun *self, guint32 assignment, guint32 post)
{
  guint32 n = 0;
  const guint32 *claims = cadre_lists_get (&self->engine->claims_of_assignment, assignment, &n);

  for (guint32 i = 0; i < n; i++)
    if (cadre_run_claim (self, claims[i])->post == post)
      self->state[claims[i]] = CADRE_CLAIM_STATE_GONE;
}

/* What is answered to an offer that stage 1 proposes. */
static gboolean
answer (CadreRun *self, const CadreOfferRow *offer)
{
  self->is_offer_used[index_of (self, offer)] = TRUE;
  if (offer->state == CADRE_OFFER_MADE)
    return cadre_run_note (self, offer->assignment, CADRE_REASON_OFFER_MADE);

  if (self->n_held[offer->post] > 0)
    self->n_held[offer->post]--;
  if (cadre_offer_stands (offer))
    return cadre_run_take_up (self, offer, CADRE_STAGE_SLOTTING_IN);

  drop_claims (self, offer->assignment, offer->post);
  self->is_decided[offer->assignment] = FALSE;
  return note_end (self, offer);
}

gboolean
cadre_run_answer_offers (CadreRun *self)
{
  for (guint32 i = 0; i < self->engine->process->offers.n; i++)
    {
      const CadreOfferRow *offer = get_offer (self, i);
      guint32 row = offer->assignment;

      if (!self->is_offer_used[i] && self->is_decided[row] &&
          self->kind[row] == CADRE_OUTCOME_KIND_OFFERED && self->post[row] == offer->post &&
          self->stage[row] == CADRE_STAGE_SLOTTING_IN && !cadre_run_shares (self, row) &&
          !answer (self, offer))
        return FALSE;
    }

  return TRUE;
}

/* Whether an offer may still be made to somebody: to a holder whom no stage has
 * placed, or to one whose term ends. */
static gboolean
may_be_offered (const CadreRun *self, guint32 row)
{
  if (self->engine->standing[row] == CADRE_STANDING_ENDING)
    return cadre_run_post_goes (self, row) && !cadre_run_has_left (self, row);

  return self->engine->standing[row] == CADRE_STANDING_HOLDER && !self->is_decided[row];
}

/* Offers are for what limited competition does not fill, or has left. */
static gboolean
is_open (const CadreRun *self, const CadreOfferRow *offer)
{
  return self->is_wider[offer->post] && cadre_run_n_left (self, offer->post) > 0 &&
         may_be_offered (self, offer->assignment);
}

/* How many offers there are at one time. */
typedef struct
{
  guint32 *n_firm_of; /* by assignment */
  guint32 *n_made_to; /* by assignment */
  guint32 *n_firm_on; /* by post */
  guint32 *n_made_on; /* by post */
  gint32 *n_left;     /* by post, to begin with */
  guint8 *is_counted; /* by offer */
} Offers;

static void
count_offer (const CadreRun *self, Offers *offers, guint32 i)
{
  const CadreOfferRow *offer = get_offer (self, i);

  offers->is_counted[i] = TRUE;
  if (is_firm (offer))
    {
      offers->n_firm_of[offer->assignment]++;
      offers->n_firm_on[offer->post]++;
      return;
    }
  offers->n_made_to[offer->assignment]++;
  offers->n_made_on[offer->post]++;
}

/* An offer that is not answered lapses where another is taken up. */
static void
count_offers (const CadreRun *self, Offers *offers)
{
  guint32 n = (guint32) self->engine->process->offers.n;

  for (guint32 post = 0; post < self->engine->sides[CADRE_AFTER].n_posts; post++)
    offers->n_left[post] = cadre_run_n_left (self, post);
  for (guint pass = 0; pass < 2; pass++)
    for (guint32 i = 0; i < n; i++)
      {
        const CadreOfferRow *offer = get_offer (self, i);

        if (!self->is_offer_used[i] && cadre_offer_stands (offer) && is_open (self, offer) &&
            is_firm (offer) == (pass == 0) &&
            (pass == 0 || offers->n_firm_of[offer->assignment] == 0))
          count_offer (self, offers, i);
      }
}

static gboolean
leave_open (CadreRun *self, guint32 i, const char *code, const char *message, CadreReason reason)
{
  const CadreOfferRow *offer = get_offer (self, i);

  self->is_offer_used[i] = TRUE;
  cadre_run_report_entry (self, offer->last_entry, code, message);
  return cadre_run_decide (self, offer->assignment, CADRE_OUTCOME_KIND_UNRESOLVED,
                           CADRE_STAGE_WIDER_COMPETITION, CADRE_RUNG_AT_RISK, CADRE_NO_ROW, reason);
}

/* An offer that is not answered holds the position; several to one person are one
 * outcome, which is open where one of them cannot be made. */
static gboolean
hold_offer (CadreRun *self, const Offers *offers, guint32 i)
{
  const CadreOfferRow *offer = get_offer (self, i);
  const guint32 row = offer->assignment;
  /* Of several offers no route can be told, but that one is missing. */
  const gboolean is_alone = offers->n_made_to[row] == 1;
  const gboolean is_first = !self->is_decided[row] ||
                            self->stage[row] != CADRE_STAGE_WIDER_COMPETITION ||
                            (self->kind[row] != CADRE_OUTCOME_KIND_OFFERED &&
                             self->kind[row] != CADRE_OUTCOME_KIND_UNRESOLVED);

  self->is_offer_used[i] = TRUE;
  self->n_held[offer->post]++;
  self->is_offered[offer->post] = TRUE;
  self->is_offered_last[offer->post] = TRUE;
  return (is_first
            ? cadre_run_decide (self, row, CADRE_OUTCOME_KIND_OFFERED,
                                CADRE_STAGE_WIDER_COMPETITION, CADRE_RUNG_AT_RISK,
                                is_alone ? offer->post : CADRE_NO_ROW, CADRE_REASON_OFFER_MADE)
            : cadre_run_note (self, row, CADRE_REASON_OFFER_MADE)) &&
         ((!is_alone && cadre_run_has_route (self, row, offer->post)) ||
          cadre_run_note_route (self, row, offer->post));
}

static gboolean
is_of_several (const CadreRun *self, const Offers *offers, guint32 i)
{
  return offers->n_firm_of[get_offer (self, i)->assignment] > 1;
}

static gboolean
is_one_too_many (const CadreRun *self, const Offers *offers, guint32 i)
{
  const CadreOfferRow *offer = get_offer (self, i);

  return (gint64) offers->n_firm_on[offer->post] +
           (is_firm (offer) ? 0 : offers->n_made_on[offer->post]) >
         offers->n_left[offer->post];
}

/* Those that cannot be made come first, whatever the posts are called. */
static gboolean
apply_offer (CadreRun *self, const Offers *offers, guint32 i, gboolean is_open)
{
  const gboolean is_of_one_too_many = is_one_too_many (self, offers, i);

  if ((is_of_several (self, offers, i) || is_of_one_too_many) != is_open)
    return TRUE;
  if (is_of_several (self, offers, i))
    return leave_open (self, i, "matching.offer.several-posts",
                       "Several offers to one person are taken up",
                       CADRE_REASON_OFFER_SEVERAL_POSTS);
  if (is_of_one_too_many)
    return leave_open (self, i, "matching.offer.more-than-positions",
                       "A post is offered to more people than it has positions to be filled",
                       CADRE_REASON_OFFER_MORE_THAN_POSITIONS);

  return is_firm (get_offer (self, i))
           ? cadre_run_take_up (self, get_offer (self, i), CADRE_STAGE_WIDER_COMPETITION)
           : hold_offer (self, offers, i);
}

static gboolean
init_offers (const CadreRun *self, Offers *offers)
{
  gsize n_assignments = (gsize) self->engine->sides[CADRE_BEFORE].n_assignments + 1;
  gsize n_posts = (gsize) self->engine->sides[CADRE_AFTER].n_posts + 1;

  offers->n_firm_of = g_try_new0 (guint32, n_assignments);
  offers->n_made_to = g_try_new0 (guint32, n_assignments);
  offers->n_firm_on = g_try_new0 (guint32, n_posts);
  offers->n_made_on = g_try_new0 (guint32, n_posts);
  offers->n_left = g_try_new0 (gint32, n_posts);
  offers->is_counted = g_try_malloc0 (self->engine->process->offers.n + 1);
  return offers->n_firm_of != NULL && offers->n_made_to != NULL && offers->n_firm_on != NULL &&
         offers->n_made_on != NULL && offers->n_left != NULL && offers->is_counted != NULL;
}

static void
clear_offers (Offers *offers)
{
  g_free (offers->n_firm_of);
  g_free (offers->n_made_to);
  g_free (offers->n_firm_on);
  g_free (offers->n_made_on);
  g_free (offers->n_left);
  g_free (offers->is_counted);
}

gboolean
cadre_run_apply_offers (CadreRun *self)
{
  guint32 n = (guint32) self->engine->process->offers.n;
  Offers offers = { 0 };
  gboolean ok = n == 0 || init_offers (self, &offers);

  if (ok && n > 0)
    count_offers (self, &offers);
  for (guint pass = 0; pass < 2; pass++)
    for (guint32 i = 0; ok && i < n; i++)
      if (offers.is_counted[i])
        ok = apply_offer (self, &offers, i, pass == 0);

  clear_offers (&offers);
  return ok;
}

static int
compare_ends (const void *a, const void *b)
{
  const CadreOfferRow *const *x = a;
  const CadreOfferRow *const *y = b;

  return ((*x)->last_entry > (*y)->last_entry) - ((*x)->last_entry < (*y)->last_entry);
}

/* Offers that have ended are part of the account, in the order of the log: that of
 * the offers follows the names of the posts. */
static gboolean
note_ends (CadreRun *self)
{
  const guint32 n_offers = (guint32) self->engine->process->offers.n;
  g_autofree const CadreOfferRow **ended = g_try_new (const CadreOfferRow *, n_offers + 1);
  guint32 n = 0;

  if (ended == NULL)
    return FALSE;

  for (guint32 i = 0; i < n_offers; i++)
    {
      const CadreOfferRow *offer = get_offer (self, i);

      if (self->is_offer_used[i] || cadre_offer_stands (offer))
        continue;
      self->is_offer_used[i] = TRUE;
      if (self->engine->standing[offer->assignment] != CADRE_STANDING_NOT_IN_FORCE)
        ended[n++] = offer;
    }
  qsort (ended, n, sizeof (const CadreOfferRow *), compare_ends);
  for (guint32 i = 0; i < n; i++)
    if (!note_end (self, ended[i]))
      return FALSE;

  return TRUE;
}

/* Those that were never open are said to have no effect. */
gboolean
cadre_run_close_offers (CadreRun *self)
{
  if (!note_ends (self))
    return FALSE;

  for (guint32 i = 0; i < self->engine->process->offers.n; i++)
    {
      if (self->is_offer_used[i])
        continue;
      self->is_offer_used[i] = TRUE;
      cadre_run_report_entry (self, get_offer (self, i)->last_entry, "matching.offer.not-open",
                              "The offer is not applied: the post is not open to offers, or not to "
                              "that person");
    }

  return TRUE;
}
