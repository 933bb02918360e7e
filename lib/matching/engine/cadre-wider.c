/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Stage 3, internal before external.
 *
 * Whoever is at risk and has expressed an interest in a post is not passed over
 * while that is not decided: nobody of the same ring or a later one is appointed
 * to the position that would be left for them. While a post is open to people
 * at risk only, nobody else is appointed at all. Whoever has a right that comes
 * before competition waits for nobody. The library ranks nobody: it only asks
 * that each interest has its answer in the log. Where redeployees are guaranteed an
 * interview and no more, that they have been interviewed is answer enough: then they
 * come before nobody. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-wider-private.h"

#include <stdlib.h>

#define NO_RING CADRE_N_RINGS

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const CadrePlacePair *x = a;
  const CadrePlacePair *y = b;

  if (x->assignment != y->assignment)
    return x->assignment < y->assignment ? -1 : 1;
  return x->post < y->post ? -1 : x->post > y->post;
}

void
cadre_pairs_sort (CadreVector *pairs)
{
  CadrePlacePair *rows = pairs->data;
  gsize n = 0;

  if (pairs->n > 1)
    qsort (rows, pairs->n, sizeof (CadrePlacePair), compare_pairs);
  for (gsize i = 0; i < pairs->n; i++)
    if (n == 0 || compare_pairs (&rows[n - 1], &rows[i]) != 0)
      rows[n++] = rows[i];
  pairs->n = n;
}

gsize
cadre_pairs_find (const CadreVector *pairs, guint32 assignment)
{
  gsize low = 0;
  gsize high = pairs->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (cadre_vector_at (pairs, CadrePlacePair, middle).assignment < assignment)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

gboolean
cadre_pairs_have (const CadreVector *pairs, guint32 assignment, guint32 post)
{
  CadrePlacePair key = { assignment, post };

  return pairs->n > 0 &&
         bsearch (&key, pairs->data, pairs->n, sizeof (CadrePlacePair), compare_pairs) != NULL;
}

/* Whether the stages so far leave somebody without a post. */
static gboolean
is_at_risk (const CadreRun *self, guint32 row)
{
  if (self->engine->standing[row] == CADRE_STANDING_ENDING)
    return cadre_run_post_goes (self, row) && !cadre_run_has_left (self, row);

  return self->engine->standing[row] == CADRE_STANDING_HOLDER && !cadre_run_is_placed (self, row) &&
         (!self->is_decided[row] || self->rung[row] >= CADRE_RUNG_AT_RISK_GROUP);
}

/* The place among the rings of a post's employer at which somebody at risk comes;
 * NO_RING where none reaches that person. */
static guint
find_ring (const CadreRun *self, guint32 row, guint32 post)
{
  const CadrePolicyRules *rules =
    cadre_engine_rules_of_post (self->engine, CADRE_PARAMETER_REDEPLOYMENT_RINGS, post);
  CadreRing ring =
    cadre_run_is_abroad (self, row, post) ? CADRE_RING_CASE_EMPLOYERS : CADRE_RING_OWN_EMPLOYER;

  for (guint i = 0; rules != NULL && i < rules->n_rings; i++)
    if (rules->rings[i] == ring)
      return i;

  return NO_RING;
}

/* Whether the priority of a redeployee goes as far up as the grade of a post. What
 * is not known leaves nobody out. */
static gboolean
reaches (const CadreRun *self, guint32 row, guint32 post)
{
  const CadreEngine *engine = self->engine;

  return engine->policy[row] >= 0 && engine->post[row] != CADRE_NO_ROW &&
         cadre_engine_grades_within (engine, engine->grade[CADRE_BEFORE][engine->post[row]],
                                     engine->grade[CADRE_AFTER][post],
                                     cadre_run_rules (self, row)->redeployment_grade_up,
                                     CADRE_ANY_DIFFERENCE) != CADRE_TRUTH_FALSE;
}

/* What is known of who takes which post at this stage, before any is given. */
typedef struct
{
  CadreRun *run;
  guint8 *is_taker;    /* by assignment: gets some post at this stage */
  guint32 *n_takers;   /* by post */
  guint32 *n_waiting;  /* by post and ring */
  CadreVector decided; /* CadrePlacePair: a result of this stage says so */
} Wider;

static gboolean
is_appointment (const CadreRun *self, guint32 result)
{
  const CadreResultRow *row = cadre_run_result (self, result);

  return row->stage == CADRE_STAGE_WIDER_COMPETITION && row->result == CADRE_RESULT_APPOINTED &&
         !self->is_used[result] && self->is_wider[row->post] &&
         !cadre_run_is_placed (self, row->assignment);
}

static gboolean
is_taken_up (const CadreRun *self, guint32 i)
{
  const CadreOfferRow *offer = &cadre_vector_at (&self->engine->process->offers, CadreOfferRow, i);

  return !self->is_offer_used[i] && cadre_offer_stands (offer) &&
         offer->state != CADRE_OFFER_MADE && self->is_wider[offer->post] &&
         !cadre_run_is_placed (self, offer->assignment);
}

static gboolean
count_takers (Wider *self)
{
  CadreRun *run = self->run;

  for (guint32 i = 0; i < run->engine->results.n; i++)
    {
      const CadreResultRow *row = cadre_run_result (run, i);
      CadrePlacePair pair = { row->assignment, row->post };

      if (row->stage == CADRE_STAGE_WIDER_COMPETITION && !cadre_vector_push (&self->decided, &pair))
        return FALSE;
      if (!is_appointment (run, i))
        continue;
      self->is_taker[row->assignment] = TRUE;
      self->n_takers[row->post]++;
    }
  for (guint32 i = 0; i < run->engine->process->offers.n; i++)
    if (is_taken_up (run, i))
      {
        const CadreOfferRow *offer =
          &cadre_vector_at (&run->engine->process->offers, CadreOfferRow, i);

        self->is_taker[offer->assignment] = TRUE;
        self->n_takers[offer->post]++;
      }

  cadre_pairs_sort (&self->decided);
  return TRUE;
}

/* Whether people have answered somebody about a post. Under the policy by which
 * vacancies are offered first, only an offer is an answer; where an interview is all that
 * is guaranteed, to be interviewed is one. */
static gboolean
is_answered (const Wider *self, guint32 row, guint32 post)
{
  const CadreEngine *engine = self->run->engine;
  const CadreRedeployment effect = cadre_run_rules (self->run, row)->redeployment;
  const CadrePairRow *judged = cadre_process_find_pair (&engine->process->suitable, row, post);

  if (self->is_taker[row] || cadre_process_find_offer (engine, row, post) != NULL ||
      (judged != NULL && judged->value == CADRE_VERDICT_DIFFERENT))
    return TRUE;
  if (effect == CADRE_REDEPLOYMENT_GUARANTEED_INTERVIEW &&
      cadre_process_find_pair (&engine->process->interviews, row, post) != NULL)
    return TRUE;

  return effect != CADRE_REDEPLOYMENT_OFFERED_FIRST && cadre_pairs_have (&self->decided, row, post);
}

static gboolean
add_waiting (Wider *self, guint32 row, guint32 post)
{
  CadreRun *run = self->run;
  CadrePlacePair pair = { row, post };

  if (!run->is_wider[post] || !is_at_risk (run, row) || !reaches (run, row, post) ||
      find_ring (run, row, post) == NO_RING || is_answered (self, row, post))
    return TRUE;

  return cadre_vector_push (&run->waiting, &pair);
}

/* Who waits: whoever has expressed an interest, and where vacancies are offered
 * first, whoever one is judged suitable for. */
static gboolean
find_waiting (Wider *self)
{
  CadreRun *run = self->run;
  const CadreProcess *process = run->engine->process;

  for (gsize i = 0; i < process->interests.n; i++)
    {
      const CadrePairRow *pair = &cadre_vector_at (&process->interests, CadrePairRow, i);

      if (pair->value != CADRE_STAGE_LIMITED_COMPETITION &&
          !add_waiting (self, pair->assignment, pair->post))
        return FALSE;
    }
  for (gsize i = 0; i < process->suitable.n; i++)
    {
      const CadrePairRow *pair = &cadre_vector_at (&process->suitable, CadrePairRow, i);

      if (pair->value == CADRE_VERDICT_SAME && run->engine->policy[pair->assignment] >= 0 &&
          cadre_run_rules (run, pair->assignment)->redeployment ==
            CADRE_REDEPLOYMENT_OFFERED_FIRST &&
          !add_waiting (self, pair->assignment, pair->post))
        return FALSE;
    }

  cadre_pairs_sort (&run->waiting);
  for (gsize i = 0; i < run->waiting.n; i++)
    {
      const CadrePlacePair *pair = &cadre_vector_at (&run->waiting, CadrePlacePair, i);

      self->n_waiting[pair->post * (gsize) CADRE_N_RINGS +
                      find_ring (run, pair->assignment, pair->post)]++;
    }

  return TRUE;
}

/* Whether somebody would take a position from people who wait and come no later. */
static gboolean
passes_over (const Wider *self, guint32 row, guint32 post)
{
  CadreRun *run = self->run;
  guint ring = is_at_risk (run, row) ? find_ring (run, row, post) : NO_RING;
  gint64 n_waiting = 0;

  if (run->has_duty[row] != 0)
    return FALSE;
  for (guint i = 0; i < CADRE_N_RINGS && i <= ring; i++)
    n_waiting += self->n_waiting[post * (gsize) CADRE_N_RINGS + i];

  return n_waiting > 0 && cadre_run_n_left (run, post) < (gint64) self->n_takers[post] + n_waiting;
}

/* The last day on which a post is open to people at risk only; FALSE where it is
 * not known when that began, or there is no such time. */
static gboolean
find_exclusive (const CadreRun *self, guint32 post, gint32 *last)
{
  g_autoptr (CadreDate) cut_off =
    cadre_case_get_cut_off (self->engine->source, CADRE_STAGE_LIMITED_COMPETITION);
  const CadrePolicyRules *rules = NULL;

  if (cut_off == NULL || !cadre_packed_date_is_known (cadre_date_pack (cut_off)))
    return FALSE;
  rules =
    cadre_engine_rules_of_post (self->engine, CADRE_PARAMETER_REDEPLOYMENT_EXCLUSIVE_DAYS, post);
  if (rules == NULL || rules->exclusive_days <= 0)
    return FALSE;

  *last = cadre_packed_date_last_day (cadre_date_pack (cut_off)) + rules->exclusive_days;
  return TRUE;
}

/* Whether somebody who is not at risk is appointed while nobody else may be. */
static gboolean
is_too_early (const CadreRun *self, guint32 result)
{
  const CadreResultRow *row = cadre_run_result (self, result);
  CadreLog *log = cadre_case_get_log (self->engine->source);
  g_autoptr (CadreLogEntry) entry = cadre_log_get_entry (log, row->entry);
  g_autoptr (CadreDate) date = cadre_log_entry_get_date (entry);
  const guint32 day = cadre_date_pack (date);
  gint32 last = 0;

  return !is_at_risk (self, row->assignment) && self->has_duty[row->assignment] == 0 &&
         cadre_packed_date_is_known (day) && find_exclusive (self, row->post, &last) &&
         cadre_packed_date_last_day (day) <= last;
}

static gboolean
hold_back (CadreRun *self, guint32 assignment, guint32 post)
{
  CadrePlacePair pair = { assignment, post };

  return cadre_vector_push (&self->held_back, &pair);
}

static gboolean
hold_result (Wider *self, guint32 result)
{
  CadreRun *run = self->run;
  const CadreResultRow *row = cadre_run_result (run, result);

  if (!is_appointment (run, result))
    return TRUE;
  if (is_too_early (run, result))
    {
      cadre_run_report_result (
        run, result, "matching.result.at-risk-only",
        "The result is not applied: the post is open to people at risk only");
      run->is_used[result] = TRUE;
      return TRUE;
    }
  if (!passes_over (self, row->assignment, row->post))
    return TRUE;

  cadre_run_report_result (run, result, "matching.result.interest-undecided",
                           "The result is not applied: the interest of somebody at risk is not "
                           "decided");
  run->is_used[result] = TRUE;
  return hold_back (run, row->assignment, row->post);
}

static gboolean
hold_offer (Wider *self, guint32 i)
{
  CadreRun *run = self->run;
  const CadreOfferRow *offer = &cadre_vector_at (&run->engine->process->offers, CadreOfferRow, i);

  if (!is_taken_up (run, i) || !passes_over (self, offer->assignment, offer->post))
    return TRUE;

  cadre_run_report_entry (run, offer->last_entry, "matching.offer.interest-undecided",
                          "The offer is not applied: the interest of somebody else at risk is not "
                          "decided");
  run->is_offer_used[i] = TRUE;
  return hold_back (run, offer->assignment, offer->post);
}

/* All that is held back is found before any of it is. */
static gboolean
hold_all (Wider *self)
{
  CadreRun *run = self->run;
  gboolean ok = count_takers (self) && find_waiting (self);

  for (guint32 i = 0; ok && i < run->engine->results.n; i++)
    ok = hold_result (self, i);
  for (guint32 i = 0; ok && i < run->engine->process->offers.n; i++)
    ok = hold_offer (self, i);

  cadre_pairs_sort (&run->held_back);
  return ok;
}

static void
report_interests (CadreRun *self)
{
  const CadreVector *interests = &self->engine->process->interests;

  for (gsize i = 0; i < interests->n; i++)
    {
      const CadrePairRow *pair = &cadre_vector_at (interests, CadrePairRow, i);

      if (!self->is_wider[pair->post] && self->fence[pair->post] == CADRE_NO_ROW &&
          !self->is_offered[pair->post] && self->engine->n_open[pair->post] <= 0)
        cadre_run_report_entry (self, pair->entry, "matching.interest.not-open",
                                "The entry expresses an interest in a post that is not open");
    }
}

gboolean
cadre_run_open_wider (CadreRun *self)
{
  Wider wider = { self, NULL, NULL, NULL, CADRE_VECTOR_INIT (CadrePlacePair) };
  gsize n_posts = (gsize) self->engine->sides[CADRE_AFTER].n_posts + 1;
  gboolean ok = TRUE;

  report_interests (self);
  if (self->engine->results.n == 0 && self->engine->process->interests.n == 0 &&
      self->engine->process->suitable.n == 0)
    return TRUE;

  wider.is_taker = g_try_malloc0 ((gsize) self->engine->sides[CADRE_BEFORE].n_assignments + 1);
  wider.n_takers = g_try_new0 (guint32, n_posts);
  wider.n_waiting = g_try_new0 (guint32, n_posts * CADRE_N_RINGS);
  ok = wider.is_taker != NULL && wider.n_takers != NULL && wider.n_waiting != NULL &&
       hold_all (&wider);

  g_free (wider.is_taker);
  g_free (wider.n_takers);
  g_free (wider.n_waiting);
  cadre_vector_clear (&wider.decided);
  return ok;
}

/* Whether what somebody waits for is an interview. */
static gboolean
awaits_interview (const CadreRun *self, guint32 row)
{
  return cadre_run_rules (self, row)->redeployment == CADRE_REDEPLOYMENT_GUARANTEED_INTERVIEW;
}

/* Once all stages are through: who has expressed an interest, and who still waits. */
gboolean
cadre_run_note_wider (CadreRun *self)
{
  const CadreVector *interests = &self->engine->process->interests;
  gsize n = 0;

  for (gsize i = 0; i < interests->n; i++)
    {
      guint32 row = cadre_vector_at (interests, CadrePairRow, i).assignment;

      if (self->engine->standing[row] != CADRE_STANDING_NOT_IN_FORCE &&
          !cadre_run_note (self, row, CADRE_REASON_INTEREST_EXPRESSED))
        return FALSE;
    }
  for (gsize i = 0; i < self->waiting.n; i++)
    {
      CadrePlacePair pair = cadre_vector_at (&self->waiting, CadrePlacePair, i);

      if (!is_at_risk (self, pair.assignment) || cadre_run_n_left (self, pair.post) <= 0)
        continue;
      cadre_vector_at (&self->waiting, CadrePlacePair, n++) = pair;
      self->is_waited[pair.post] |= 1 << awaits_interview (self, pair.assignment);
      if (!cadre_run_note (self, pair.assignment,
                           awaits_interview (self, pair.assignment)
                             ? CADRE_REASON_INTEREST_NOT_INTERVIEWED
                             : CADRE_REASON_INTEREST_UNDECIDED))
        return FALSE;
    }
  self->waiting.n = n;
  for (gsize i = 0; i < self->held_back.n; i++)
    if (!cadre_run_note (self, cadre_vector_at (&self->held_back, CadrePlacePair, i).assignment,
                         CADRE_REASON_RESULT_WAITS))
      return FALSE;

  return TRUE;
}

/* From when on a post is open to everybody; FALSE where the case does not say. */
static gboolean
find_external (const CadreRun *self, guint32 post, gint32 *first)
{
  g_autoptr (CadreDate) cut_off =
    cadre_case_get_cut_off (self->engine->source, CADRE_STAGE_WIDER_COMPETITION);
  gint32 exclusive = 0;
  gboolean has_exclusive = find_exclusive (self, post, &exclusive);

  if (cut_off != NULL && cadre_packed_date_is_known (cadre_date_pack (cut_off)))
    {
      *first = cadre_packed_date_last_day (cadre_date_pack (cut_off)) + 1;
      if (has_exclusive)
        *first = MAX (*first, exclusive + 1);
      return TRUE;
    }

  *first = exclusive + 1;
  return has_exclusive;
}

static gboolean
has_advert (const CadreRun *self, guint32 post)
{
  const CadrePolicyRules *rules =
    cadre_engine_rules_of_post (self->engine, CADRE_PARAMETER_REDEPLOYMENT_RINGS, post);

  for (guint i = 0; rules != NULL && i < rules->n_rings; i++)
    if (rules->rings[i] == CADRE_RING_PUBLIC_ADVERT)
      return TRUE;

  return FALSE;
}

static gboolean
say_day (CadreRowWriter *self, CadreReason reason, const char *name, gint32 day)
{
  char text[11] = "";

  cadre_packed_date_format (cadre_packed_date_from_day (day), text);
  return cadre_rows_reason (self, reason) && cadre_rows_fact_copy (self, name, text);
}

/* How far a position in wider competition is open, as of the last day of the log.
 * Nothing is said where the case has no cut-off to count from. */
gboolean
cadre_explain_opening (CadreRowWriter *self, guint32 post)
{
  const CadreRun *run = self->run;
  guint32 latest = run->engine->process->latest;
  gint32 today =
    cadre_packed_date_is_known (latest) ? cadre_packed_date_last_day (latest) : G_MININT32;
  gint32 exclusive = 0;
  gint32 external = 0;

  if ((run->is_waited[post] & 1) != 0 &&
      !cadre_rows_reason (self, CADRE_REASON_WIDER_INTEREST_UNDECIDED))
    return FALSE;
  if ((run->is_waited[post] & 2) != 0 &&
      !cadre_rows_reason (self, CADRE_REASON_WIDER_INTERVIEW_AWAITED))
    return FALSE;
  if (find_exclusive (run, post, &exclusive) && today <= exclusive)
    return say_day (self, CADRE_REASON_WIDER_AT_RISK_ONLY, "at-risk-until", exclusive);
  if (!find_external (run, post, &external))
    return TRUE;
  if (today < external)
    return say_day (self, CADRE_REASON_WIDER_INTERNAL, "internal-until", external - 1);
  if (run->is_waited[post])
    return TRUE;
  if (!has_advert (run, post))
    return cadre_rows_reason (self, CADRE_REASON_WIDER_NO_ADVERT);

  return say_day (self, CADRE_REASON_WIDER_EXTERNAL, "external-from", external);
}

static gboolean
explain_pairs (CadreRowWriter *self, const char *name, const CadreVector *pairs, guint32 assignment)
{
  CadreVector posts = CADRE_VECTOR_INIT (guint32);
  gboolean ok = TRUE;

  for (gsize i = cadre_pairs_find (pairs, assignment);
       ok && i < pairs->n && cadre_vector_at (pairs, CadrePlacePair, i).assignment == assignment;
       i++)
    ok = cadre_vector_push (&posts, &cadre_vector_at (pairs, CadrePlacePair, i).post);

  ok = ok && cadre_rows_fact_posts (self, name, CADRE_AFTER, posts.data, (guint32) posts.n);
  cadre_vector_clear (&posts);
  return ok;
}

static gboolean
explain_interests (CadreRowWriter *self, guint32 assignment)
{
  const CadreVector *interests = &self->engine->process->interests;
  CadreVector pairs = CADRE_VECTOR_INIT (CadrePlacePair);
  gsize low = 0;
  gsize high = interests->n;
  gboolean ok = TRUE;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (cadre_vector_at (interests, CadrePairRow, middle).assignment < assignment)
        low = middle + 1;
      else
        high = middle;
    }
  for (; ok && low < interests->n &&
         cadre_vector_at (interests, CadrePairRow, low).assignment == assignment;
       low++)
    {
      CadrePlacePair pair = { assignment, cadre_vector_at (interests, CadrePairRow, low).post };

      ok = cadre_vector_push (&pairs, &pair);
    }

  ok = ok && explain_pairs (self, "interest-posts", &pairs, assignment);
  cadre_vector_clear (&pairs);
  return ok;
}

gboolean
cadre_explain_wider (CadreRowWriter *self, guint32 assignment)
{
  return explain_interests (self, assignment) &&
         explain_pairs (self, "undecided-posts", &self->run->waiting, assignment) &&
         explain_pairs (self, "waiting-posts", &self->run->held_back, assignment);
}
