/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Rights that come before competition.
 *
 * A token says that somebody has a right, and never on what ground. Priority is
 * for a post that the change creates, of the person's own employer, which people
 * have judged suitable: everybody else's claim on it waits until the offer is
 * answered. It does not reach a post that goes on, however few positions are
 * left of it. An adjustment may place somebody in any post of the employer, and
 * only by an offer that people have made. Nobody is ranked: where two have a
 * right to one position, people decide. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-run-private.h"

#define IS_PRIORITY (1 << 0)
#define IS_ADJUSTMENT (1 << 1)

/* What a right comes to for one person and one post. */
typedef struct
{
  guint32 assignment;
  guint32 post;
  gboolean is_judged; /* the post is judged suitable, or is offered */
} Right;

static gboolean
is_created (const CadreRun *self, guint32 post)
{
  return self->engine->place[post] == CADRE_PLACE_OPEN &&
         (self->engine->came_from[post] == CADRE_NO_ROW || cadre_run_is_merged (self, post));
}

static gboolean
is_own_employer (const CadreRun *self, guint32 assignment, guint32 post)
{
  guint32 employer = cadre_run_employer_of (self, post);

  return employer > CADRE_STRING_NONE && employer == self->engine->employer[assignment];
}

/* Who would be without a post. What a right means for half of a shared position
 * is left to people. */
static gboolean
is_redundant (const CadreRun *self, guint32 row)
{
  const CadreEngine *engine = self->engine;

  if (cadre_run_shares (self, row) || cadre_run_leaves_late (self, row))
    return FALSE;

  if (engine->standing[row] == CADRE_STANDING_ENDING)
    return cadre_run_post_goes (self, row);
  if (engine->standing[row] != CADRE_STANDING_HOLDER || self->is_decided[row])
    return FALSE;

  return engine->fate[engine->post[row]] != CADRE_FATE_UNCHANGED &&
         engine->fate[engine->post[row]] != CADRE_FATE_AFFECTED;
}

static gboolean
has_live_claim (const CadreRun *self, guint32 assignment, guint32 post)
{
  const CadreEngine *engine = self->engine;

  for (guint32 i = engine->first_claim[post]; i < engine->first_claim[post + 1]; i++)
    if (cadre_run_claim (self, i)->assignment == assignment)
      return cadre_run_state (self, i) == CADRE_CLAIM_STATE_LIVE;

  return FALSE;
}

/* Whether somebody else is in the way of a slot. */
static gboolean
has_rival (const CadreRun *self, guint32 assignment, guint32 post)
{
  const CadreEngine *engine = self->engine;

  for (guint32 i = engine->first_claim[post]; i < engine->first_claim[post + 1]; i++)
    if (cadre_run_claim (self, i)->assignment != assignment &&
        cadre_run_state (self, i) == CADRE_CLAIM_STATE_LIVE)
      return TRUE;

  return FALSE;
}

/* Whether a priority reaches a post, and whether people have judged it. What has
 * not been judged keeps the post from others only where they would take it from
 * somebody who has a claim on it. */
static gboolean
reaches (const CadreRun *self, guint32 assignment, guint32 post, gboolean *is_judged)
{
  const CadrePairRow *judged =
    cadre_process_find_pair (&self->engine->process->suitable, assignment, post);
  const CadreOfferRow *offer = cadre_process_find_offer (self->engine, assignment, post);

  *is_judged = judged != NULL;
  if (!is_created (self, post) || !is_own_employer (self, assignment, post) ||
      (offer != NULL && !cadre_offer_stands (offer)))
    return FALSE;
  if (judged != NULL)
    return judged->value == CADRE_VERDICT_SAME;

  return has_live_claim (self, assignment, post) && has_rival (self, assignment, post);
}

static gboolean
add_right (CadreVector *rights, guint32 assignment, guint32 post, gboolean is_judged)
{
  Right right = { assignment, post, is_judged };

  return cadre_vector_push (rights, &right);
}

/* The posts that a priority reaches: where one of them is offered, that alone. */
static gboolean
find_reach (CadreRun *self, guint32 assignment, CadreVector *rights)
{
  gsize first = rights->n;

  for (guint32 post = 0; post < self->engine->sides[CADRE_AFTER].n_posts; post++)
    {
      const CadreOfferRow *offer = NULL;
      gboolean is_judged = FALSE;

      if (!reaches (self, assignment, post, &is_judged))
        continue;
      offer = cadre_process_find_offer (self->engine, assignment, post);
      if (offer != NULL)
        {
          rights->n = first;
          return add_right (rights, assignment, post, TRUE);
        }
      if (!add_right (rights, assignment, post, is_judged))
        return FALSE;
    }

  return TRUE;
}

/* An adjustment is what people have offered, wherever that is. */
static gboolean
find_adjustments (CadreRun *self, guint32 assignment, CadreVector *rights)
{
  const CadreVector *offers = &self->engine->process->offers;

  for (gsize i = 0; i < offers->n; i++)
    {
      const CadreOfferRow *offer = &cadre_vector_at (offers, CadreOfferRow, i);

      if (offer->assignment == assignment && cadre_offer_stands (offer) &&
          is_own_employer (self, assignment, offer->post) &&
          cadre_run_n_left (self, offer->post) > 0 &&
          !add_right (rights, assignment, offer->post, TRUE))
        return FALSE;
    }

  return TRUE;
}

/* Which rights are in force, by assignment: bits of a CadreDutyRow each. */
static void
find_duties (CadreRun *self)
{
  const CadreVector *duties = &self->engine->process->duties;

  for (gsize i = 0; i < duties->n; i++)
    {
      const CadreDutyRow *duty = &cadre_vector_at (duties, CadreDutyRow, i);

      if (cadre_process_is_in_force (self->engine, duty))
        self->has_duty[duty->assignment] |= duty->is_adjustment ? IS_ADJUSTMENT : IS_PRIORITY;
    }
}

static gboolean
find_rights (CadreRun *self, CadreVector *rights)
{
  find_duties (self);
  for (guint32 row = 0; row < self->engine->sides[CADRE_BEFORE].n_assignments; row++)
    {
      gsize first = rights->n;

      if (self->has_duty[row] == 0 || !is_redundant (self, row))
        continue;
      if ((self->has_duty[row] & IS_ADJUSTMENT) != 0 && !find_adjustments (self, row, rights))
        return FALSE;
      if ((self->has_duty[row] & IS_PRIORITY) != 0 && rights->n == first &&
          !find_reach (self, row, rights))
        return FALSE;
    }

  return TRUE;
}

/* How many have a right to one post, and to how many posts one has a right. */
static gboolean
count_rights (const CadreRun *self,
              const CadreVector *rights,
              guint32 **of_post,
              guint32 **of_person)
{
  *of_post = g_try_new0 (guint32, (gsize) self->engine->sides[CADRE_AFTER].n_posts + 1);
  *of_person = g_try_new0 (guint32, (gsize) self->engine->sides[CADRE_BEFORE].n_assignments + 1);
  if (*of_post == NULL || *of_person == NULL)
    return FALSE;

  for (gsize i = 0; i < rights->n; i++)
    {
      const Right *right = &cadre_vector_at (rights, Right, i);

      (*of_post)[right->post]++;
      (*of_person)[right->assignment]++;
    }

  return TRUE;
}

static gboolean
leave_to_people (CadreRun *self, const Right *right, guint32 post, CadreReason reason)
{
  if (self->is_decided[right->assignment])
    return TRUE;

  return cadre_run_decide (self, right->assignment, CADRE_OUTCOME_KIND_UNRESOLVED, CADRE_STAGE_NONE,
                           CADRE_RUNG_AT_RISK, post, reason);
}

static gboolean
offer_first (CadreRun *self, const Right *right)
{
  const CadreOfferRow *offer =
    cadre_process_find_offer (self->engine, right->assignment, right->post);

  if (offer != NULL && offer->state != CADRE_OFFER_MADE)
    {
      self->n_held[right->post]--;
      return cadre_run_take_up (self, offer, CADRE_STAGE_NONE) &&
             cadre_run_note (self, right->assignment, CADRE_REASON_DUTY_OFFER);
    }
  if (offer != NULL)
    self->is_offer_used[offer - (const CadreOfferRow *) self->engine->process->offers.data] = TRUE;

  return cadre_run_decide (self, right->assignment, CADRE_OUTCOME_KIND_OFFERED, CADRE_STAGE_NONE,
                           CADRE_RUNG_AT_RISK, right->post, CADRE_REASON_DUTY_OFFER);
}

/* Positions to which somebody has a right are kept from everybody else. */
static gboolean
hold_for (CadreRun *self, const Right *right)
{
  guint32 pair[2] = { right->assignment, right->post };

  self->is_duty[right->post] = TRUE;
  self->is_offered[right->post] = TRUE;
  if (cadre_run_n_left (self, right->post) > 0)
    self->n_held[right->post]++;
  return cadre_vector_push (&self->duty_posts, pair);
}

static gboolean
settle_right (CadreRun *self, const Right *right, const guint32 *of_post, const guint32 *of_person)
{
  if (of_person[right->assignment] > 1)
    return leave_to_people (self, right, CADRE_NO_ROW, CADRE_REASON_DUTY_SEVERAL_POSTS);
  if (of_post[right->post] > (guint32) self->engine->n_open[right->post])
    return leave_to_people (self, right, right->post, CADRE_REASON_DUTY_SEVERAL_PEOPLE);
  if (!right->is_judged)
    return leave_to_people (self, right, right->post, CADRE_REASON_DUTY_SUITABILITY_UNKNOWN);

  return offer_first (self, right);
}

gboolean
cadre_run_settle_duties (CadreRun *self)
{
  CadreVector rights = CADRE_VECTOR_INIT (Right);
  guint32 *of_post = NULL;
  guint32 *of_person = NULL;
  gboolean ok = TRUE;

  if (self->engine->process->duties.n == 0)
    return TRUE;

  ok = find_rights (self, &rights) && count_rights (self, &rights, &of_post, &of_person);
  for (gsize i = 0; ok && i < rights.n; i++)
    ok = hold_for (self, &cadre_vector_at (&rights, Right, i));
  for (gsize i = 0; ok && i < rights.n; i++)
    ok = settle_right (self, &cadre_vector_at (&rights, Right, i), of_post, of_person);

  cadre_vector_clear (&rights);
  g_free (of_post);
  g_free (of_person);
  return ok;
}

/* A post that goes on is no vacancy, however few of its positions are left: that
 * is said where people have judged it suitable all the same. */
static gboolean
note_unreached (CadreRun *self, guint32 row)
{
  const CadreVector *suitable = &self->engine->process->suitable;

  for (gsize i = 0; i < suitable->n; i++)
    {
      const CadrePairRow *pair = &cadre_vector_at (suitable, CadrePairRow, i);
      guint32 unreached[2] = { row, pair->post };

      if (pair->assignment == row && pair->value == CADRE_VERDICT_SAME &&
          !is_created (self, pair->post) &&
          (!cadre_vector_push (&self->duty_posts, unreached) ||
           !cadre_run_note (self, row, CADRE_REASON_DUTY_NOT_CREATED)))
        return FALSE;
    }

  return TRUE;
}

/* Whoever has a right, and is at risk, is looked at by people before anything is
 * final. */
gboolean
cadre_run_note_duty (CadreRun *self, guint32 row)
{
  if (!self->has_duty[row] || self->rung[row] < CADRE_RUNG_AT_RISK_GROUP)
    return TRUE;

  return note_unreached (self, row) &&
         (self->engine->process->is_human[row] ||
          cadre_run_note (self, row, CADRE_REASON_DUTY_TO_BE_CONSIDERED));
}
