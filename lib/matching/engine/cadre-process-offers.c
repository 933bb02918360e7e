/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Offers, answers and trials, out of the log. */

#include "config.h"

#include "matching/engine/cadre-takers-private.h"

static CadreOfferRow *
find_by_entry (CadreEngine *self, guint entry)
{
  CadreVector *offers = &self->process->offers;

  for (gsize i = offers->n; i > 0; i--)
    if (cadre_vector_at (offers, CadreOfferRow, i - 1).entry == entry)
      return &cadre_vector_at (offers, CadreOfferRow, i - 1);

  return NULL;
}

/* The offer that an event is about: a trial that was started by an offer is about
 * the offer too. */
static CadreOfferRow *
find_about (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  CadreOfferRow *offer = event->about > 0 ? find_by_entry (self, (guint) event->about - 1) : NULL;

  if (offer == NULL)
    cadre_event_report (self, entry, "matching.log.unknown-offer",
                        "The entry is about an offer or a trial that the log does not have");
  return offer;
}

static gboolean
add_offer (CadreEngine *self, guint entry, CadreLogEntry *event, CadreOfferState state)
{
  CadreOfferRow offer = { 0 };

  offer.assignment = cadre_event_find_assignment (self, entry, event->assignment);
  offer.post = cadre_event_find_post (self, CADRE_AFTER, entry, event->post);
  offer.entry = entry;
  offer.last_entry = entry;
  offer.position = event->position;
  offer.state = (guint8) state;
  offer.trial_starts = cadre_date_pack (event->first_day);
  offer.trial_ends = cadre_date_pack (event->last_day);
  offer.trial_signed = cadre_date_pack (event->signed_on);
  return offer.assignment == CADRE_NO_ROW || offer.post == CADRE_NO_ROW ||
         cadre_vector_push (&self->process->offers, &offer);
}

gboolean
cadre_take_offer (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  return add_offer (self, entry, event, CADRE_OFFER_MADE);
}

static void
answer (CadreEngine *self, guint entry, CadreLogEntry *event, CadreOfferState state)
{
  CadreOfferRow *offer = find_about (self, entry, event);

  if (offer == NULL)
    return;

  offer->state = (guint8) state;
  offer->last_entry = entry;
  offer->reason = cadre_engine_keep (self, event->reason);
}

gboolean
cadre_take_acceptance (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  answer (self, entry, event, CADRE_OFFER_ACCEPTED);
  return TRUE;
}

gboolean
cadre_take_refusal (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  answer (self, entry, event, CADRE_OFFER_REFUSED);
  return TRUE;
}

/* A trial goes on from the offer of its post; it may be told without one. */
gboolean
cadre_take_trial_started (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  return add_offer (self, entry, event, CADRE_OFFER_ON_TRIAL);
}

/* That it is not known how a trial ended leaves it running: it is asked for. */
gboolean
cadre_take_trial_ended (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  if (event->succeeded != CADRE_TRUTH_UNKNOWN)
    answer (self, entry, event,
            event->succeeded == CADRE_TRUTH_TRUE ? CADRE_OFFER_KEPT : CADRE_OFFER_FAILED);

  return TRUE;
}

/* Redeployed into a post of the structure is an offer that is taken up; into any
 * other the person goes out of the process. */
gboolean
cadre_take_redeployed (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  guint32 row = CADRE_NO_ROW;

  if (event->post != NULL && cadre_side_find (&self->sides[CADRE_AFTER], CADRE_RECORD_KIND_POST,
                                              event->post) != CADRE_NO_ROW)
    return add_offer (self, entry, event, CADRE_OFFER_ACCEPTED);

  row = cadre_event_find_assignment (self, entry, event->assignment);
  if (row != CADRE_NO_ROW)
    self->process->moved_to[row] =
      cadre_engine_keep (self, event->where != NULL ? event->where : "a place that is not named");
  return TRUE;
}
