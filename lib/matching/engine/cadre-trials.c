/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How long a trial lasts.
 *
 * The law has four weeks; a policy may have more. A longer one is for retraining
 * only, and agreed in writing before it begins. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-run-private.h"

#define STATUTORY_WEEKS 4
#define DAYS_OF_WEEK 7

int
cadre_run_trial_weeks (const CadreRun *self, guint32 assignment)
{
  return MAX (cadre_run_rules (self, assignment)->trial_weeks, STATUTORY_WEEKS);
}

static gboolean
is_day (guint32 packed)
{
  return cadre_packed_date_is_known (packed) &&
         cadre_packed_date_precision (packed) == CADRE_DATE_PRECISION_DAY;
}

guint32
cadre_run_trial_end (const CadreRun *self, const CadreOfferRow *offer)
{
  gint32 n_days = cadre_run_trial_weeks (self, offer->assignment) * DAYS_OF_WEEK;

  if (cadre_packed_date_is_known (offer->trial_ends) || !is_day (offer->trial_starts))
    return offer->trial_ends;

  return cadre_packed_date_from_day (cadre_packed_date_first_day (offer->trial_starts) + n_days -
                                     1);
}

/* Whether the retraining is agreed in writing, and not only after it began. */
static gboolean
is_agreed (const CadreOfferRow *offer)
{
  return cadre_packed_date_is_known (offer->trial_signed) &&
         cadre_packed_date_first_day (offer->trial_signed) <=
           cadre_packed_date_first_day (offer->trial_starts);
}

gboolean
cadre_run_note_trial (CadreRun *self, const CadreOfferRow *offer)
{
  gint32 n_days = cadre_run_trial_weeks (self, offer->assignment) * DAYS_OF_WEEK;
  gint32 n = 0;

  if (offer->state != CADRE_OFFER_ON_TRIAL || !is_day (offer->trial_starts) ||
      !is_day (offer->trial_ends))
    return TRUE;

  n = cadre_packed_date_first_day (offer->trial_ends) -
      cadre_packed_date_first_day (offer->trial_starts) + 1;
  if (n < n_days)
    {
      cadre_run_report_entry (self, offer->last_entry, "matching.trial.too-short",
                              "A trial is shorter than the weeks of the policy, or than the four "
                              "weeks of the law");
      return cadre_run_note (self, offer->assignment, CADRE_REASON_TRIAL_TOO_SHORT);
    }
  if (n == n_days)
    return TRUE;
  if (is_agreed (offer))
    return cadre_run_note (self, offer->assignment, CADRE_REASON_TRIAL_EXTENDED);

  cadre_run_report_entry (self, offer->last_entry, "matching.trial.too-long",
                          "A trial is longer than the weeks of the policy, and no agreement in "
                          "writing for retraining is recorded");
  return cadre_run_note (self, offer->assignment, CADRE_REASON_TRIAL_TOO_LONG);
}
