/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What has happened in the process: what is common to its concerns. */

#include "config.h"

#include "matching/engine/cadre-takers-private.h"

#include <stdlib.h>

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const CadrePairRow *x = a;
  const CadrePairRow *y = b;

  if (x->assignment != y->assignment)
    return x->assignment < y->assignment ? -1 : 1;
  if (x->post != y->post)
    return x->post < y->post ? -1 : 1;
  if (x->entry != y->entry)
    return x->entry < y->entry ? -1 : 1;
  return x->value < y->value ? -1 : x->value > y->value;
}

/* Of several rows about one thing the last is kept. */
static void
keep_last_pairs (CadreVector *pairs)
{
  CadrePairRow *rows = pairs->data;
  gsize n = 0;

  if (pairs->n > 0)
    qsort (rows, pairs->n, sizeof (CadrePairRow), compare_pairs);
  for (gsize i = 0; i < pairs->n; i++)
    if (i + 1 == pairs->n || rows[i + 1].assignment != rows[i].assignment ||
        rows[i + 1].post != rows[i].post)
      rows[n++] = rows[i];
  pairs->n = n;
}

const CadrePairRow *
cadre_process_find_pair (const CadreVector *pairs, guint32 assignment, guint32 post)
{
  const CadrePairRow *rows = pairs->data;
  gsize low = 0;
  gsize high = pairs->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      const CadrePairRow *row = &rows[middle];

      if (row->assignment < assignment || (row->assignment == assignment && row->post < post))
        low = middle + 1;
      else
        high = middle;
    }

  return low < pairs->n && rows[low].assignment == assignment && rows[low].post == post ? &rows[low]
                                                                                        : NULL;
}

const CadrePairRow *
cadre_process_find_route (const CadreEngine *self, guint32 assignment, guint32 post)
{
  const CadreVector *routes = &self->process->routes;
  const CadrePairRow *route = cadre_process_find_pair (routes, assignment, post);

  if (route == NULL)
    route = cadre_process_find_pair (routes, assignment, CADRE_NO_ROW);
  return route != NULL && route->value != CADRE_ROUTE_UNKNOWN ? route : NULL;
}

static int
compare_offers (gconstpointer a, gconstpointer b)
{
  const CadreOfferRow *x = a;
  const CadreOfferRow *y = b;

  if (x->assignment != y->assignment)
    return x->assignment < y->assignment ? -1 : 1;
  if (x->post != y->post)
    return x->post < y->post ? -1 : 1;
  return x->entry < y->entry ? -1 : x->entry > y->entry;
}

static void
keep_last_offers (CadreVector *offers)
{
  CadreOfferRow *rows = offers->data;
  gsize n = 0;

  if (offers->n > 0)
    qsort (rows, offers->n, sizeof (CadreOfferRow), compare_offers);
  for (gsize i = 0; i < offers->n; i++)
    if (i + 1 == offers->n || rows[i + 1].assignment != rows[i].assignment ||
        rows[i + 1].post != rows[i].post)
      rows[n++] = rows[i];
  offers->n = n;
}

const CadreOfferRow *
cadre_process_find_offer (const CadreEngine *self, guint32 assignment, guint32 post)
{
  CadreOfferRow key = { 0 };
  const CadreVector *offers = &self->process->offers;
  const CadreOfferRow *rows = offers->data;
  gsize low = 0;
  gsize high = offers->n;

  key.assignment = assignment;
  key.post = post;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (compare_offers (&rows[middle], &key) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low < offers->n && rows[low].assignment == assignment && rows[low].post == post
           ? &rows[low]
           : NULL;
}

/* A right counts from its first day to its last, as of the last day of the log
 * and the day of the change. */
gboolean
cadre_process_is_in_force (const CadreEngine *self, const CadreDutyRow *duty)
{
  guint32 latest = self->process->latest;

  if (duty->has_ended)
    return FALSE;
  if (cadre_packed_date_is_known (duty->last) && cadre_packed_date_is_known (latest) &&
      cadre_packed_date_last_day (duty->last) < cadre_packed_date_last_day (latest))
    return FALSE;

  return !cadre_packed_date_is_known (duty->first) ||
         !cadre_packed_date_is_known (self->effective) ||
         cadre_packed_date_last_day (duty->first) <= cadre_packed_date_last_day (self->effective);
}

guint32
cadre_process_duty_ends (const CadreEngine *self, guint32 assignment)
{
  const CadreVector *duties = &self->process->duties;
  guint32 first = CADRE_PACKED_DATE_OPEN;

  for (gsize i = 0; i < duties->n; i++)
    {
      const CadreDutyRow *duty = &cadre_vector_at (duties, CadreDutyRow, i);

      if (duty->assignment == assignment && cadre_process_is_in_force (self, duty) &&
          cadre_packed_date_is_known (duty->last) &&
          (!cadre_packed_date_is_known (first) ||
           cadre_packed_date_last_day (duty->last) < cadre_packed_date_last_day (first)))
        first = duty->last;
    }

  return first;
}

static gboolean
init_assignments (CadreProcess *self, gsize n)
{
  self->releases = g_try_new0 (CadreReleaseRow, n);
  self->notices = g_try_new0 (CadreNoticeRow, n);
  self->moved_to = g_try_new0 (const char *, n);
  self->is_told = g_try_new0 (guint8, n);
  self->is_leaving = g_try_new0 (guint8, n);
  self->left_on = g_try_new0 (guint32, n);
  self->is_human = g_try_new0 (guint8, n);
  self->selected = g_try_new0 (guint32, n);
  self->not_permitted = g_try_new0 (const char *, n);
  if (self->releases == NULL || self->notices == NULL || self->moved_to == NULL ||
      self->is_told == NULL || self->is_leaving == NULL || self->left_on == NULL ||
      self->is_human == NULL || self->selected == NULL || self->not_permitted == NULL)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    self->releases[i].freed_for = self->releases[i].freed_by = CADRE_NO_ROW;
  return TRUE;
}

gboolean
cadre_process_init (CadreEngine *self)
{
  CadreProcess *process = g_new0 (CadreProcess, 1);

  self->process = process;
  process->offers.size = sizeof (CadreOfferRow);
  process->appeals.size = sizeof (CadreAppealRow);
  process->duties.size = sizeof (CadreDutyRow);
  process->suitable.size = sizeof (CadrePairRow);
  process->preferences.size = sizeof (CadrePairRow);
  process->interests.size = sizeof (CadrePairRow);
  process->interviews.size = sizeof (CadrePairRow);
  process->routes.size = sizeof (CadrePairRow);
  process->consents.size = sizeof (CadrePairRow);
  process->decided_by.size = sizeof (CadreCriteriaRow);
  for (guint side = 0; side < 2; side++)
    {
      process->revised[side] = g_try_new0 (guint32, (gsize) self->sides[side].n_posts + 1);
      if (process->revised[side] == NULL)
        return FALSE;
    }

  return init_assignments (process, (gsize) self->sides[CADRE_BEFORE].n_assignments + 1);
}

void
cadre_process_finish (CadreEngine *self)
{
  CadreProcess *process = self->process;

  cadre_process_finish_appeals (self);
  keep_last_offers (&process->offers);
  keep_last_pairs (&process->suitable);
  keep_last_pairs (&process->preferences);
  keep_last_pairs (&process->interests);
  keep_last_pairs (&process->interviews);
  keep_last_pairs (&process->routes);
  keep_last_pairs (&process->consents);
}

void
cadre_process_clear (CadreEngine *self)
{
  CadreProcess *process = self->process;

  if (process == NULL)
    return;

  g_free (process->releases);
  g_free (process->notices);
  g_free (process->moved_to);
  g_free (process->is_told);
  g_free (process->is_leaving);
  g_free (process->left_on);
  g_free (process->is_human);
  g_free (process->selected);
  g_free (process->not_permitted);
  cadre_vector_clear (&process->decided_by);
  cadre_vector_clear (&process->appeals);
  cadre_vector_clear (&process->offers);
  cadre_vector_clear (&process->duties);
  cadre_vector_clear (&process->suitable);
  cadre_vector_clear (&process->preferences);
  cadre_vector_clear (&process->interests);
  cadre_vector_clear (&process->interviews);
  cadre_vector_clear (&process->routes);
  cadre_vector_clear (&process->consents);
  for (guint side = 0; side < 2; side++)
    g_free (process->revised[side]);
  g_clear_pointer (&self->process, g_free);
}

typedef gboolean (*TakeEvent) (CadreEngine *self, guint entry, CadreLogEntry *event);

static const TakeEvent takers[CADRE_N_LOG_KINDS] = {
  [CADRE_LOG_KIND_LEAVER] = cadre_take_leaver,
  [CADRE_LOG_KIND_CONTRACT_CHANGED] = cadre_take_contract_changed,
  [CADRE_LOG_KIND_JOB_DESCRIPTION_REVISED] = cadre_take_revision,
  [CADRE_LOG_KIND_PREFERENCE] = cadre_take_preference,
  [CADRE_LOG_KIND_INTEREST] = cadre_take_interest,
  [CADRE_LOG_KIND_VOLUNTEER] = cadre_take_volunteer,
  [CADRE_LOG_KIND_VOLUNTEER_ACCEPTED] = cadre_take_volunteer_accepted,
  [CADRE_LOG_KIND_VOLUNTEER_REFUSED] = cadre_take_volunteer_refused,
  [CADRE_LOG_KIND_VOLUNTEER_WITHDRAWN] = cadre_take_volunteer_withdrawn,
  [CADRE_LOG_KIND_SCORE] = cadre_take_score,
  [CADRE_LOG_KIND_OFFER] = cadre_take_offer,
  [CADRE_LOG_KIND_ACCEPTANCE] = cadre_take_acceptance,
  [CADRE_LOG_KIND_REFUSAL] = cadre_take_refusal,
  [CADRE_LOG_KIND_TRIAL_STARTED] = cadre_take_trial_started,
  [CADRE_LOG_KIND_TRIAL_ENDED] = cadre_take_trial_ended,
  [CADRE_LOG_KIND_NOTICE_ISSUED] = cadre_take_notice_issued,
  [CADRE_LOG_KIND_NOTICE_WITHDRAWN] = cadre_take_notice_withdrawn,
  [CADRE_LOG_KIND_REDEPLOYED] = cadre_take_redeployed,
  [CADRE_LOG_KIND_TOKEN_GRANTED] = cadre_take_token_granted,
  [CADRE_LOG_KIND_TOKEN_ENDED] = cadre_take_token_ended,
  [CADRE_LOG_KIND_SUITABILITY] = cadre_take_suitability,
  [CADRE_LOG_KIND_APPEAL_LODGED] = cadre_take_appeal_lodged,
  [CADRE_LOG_KIND_APPEAL_DECIDED] = cadre_take_appeal_decided,
  [CADRE_LOG_KIND_SCOPE_CHANGED] = cadre_take_scope_changed,
  [CADRE_LOG_KIND_TOLD] = cadre_take_told,
  [CADRE_LOG_KIND_ROUTE] = cadre_take_route,
  [CADRE_LOG_KIND_DECISION] = cadre_take_decision,
  [CADRE_LOG_KIND_BUMP_CONSENTED] = cadre_take_bump_consented,
};

gboolean
cadre_process_knows (CadreLogKind kind)
{
  return takers[kind] != NULL;
}

void
cadre_process_date (CadreEngine *self, CadreLogEntry *event)
{
  guint32 day = cadre_date_pack (event->date);
  CadreProcess *process = self->process;

  if (cadre_packed_date_is_known (day) &&
      (!cadre_packed_date_is_known (process->latest) ||
       cadre_packed_date_last_day (day) > cadre_packed_date_last_day (process->latest)))
    process->latest = day;
}

gboolean
cadre_process_take (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  return takers[event->kind] == NULL || takers[event->kind](self, entry, event);
}
