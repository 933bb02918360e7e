/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Stages 2 and 3: what the results in the log decide.
 *
 * The library chooses nobody. A result appoints a member of the ring-fence, or
 * anybody in wider competition; until then whoever has prior consideration
 * keeps it. Results that cannot all be true appoint nobody. */

#include "config.h"

#include "matching/engine/cadre-run-private.h"

#include <stdlib.h>

static int
compare_members (gconstpointer a, gconstpointer b)
{
  guint32 x = ((const CadreMemberRow *) a)->assignment;
  guint32 y = ((const CadreMemberRow *) b)->assignment;

  return x < y ? -1 : x > y;
}

static const CadreMemberRow *
find_member (const CadreRun *self, guint32 fence, guint32 assignment)
{
  const CadreFence *row = cadre_run_fence (self, fence);
  const CadreMemberRow *members = self->fence_members.data;
  CadreMemberRow key = { 0 };

  key.assignment = assignment;
  return row->n_members > 0 ? bsearch (&key, members + row->first_member, row->n_members,
                                       sizeof (CadreMemberRow), compare_members)
                            : NULL;
}

static gboolean
has_ring_fence (const CadreRun *self, guint32 post)
{
  return self->fence[post] != CADRE_NO_ROW && !cadre_run_fence (self, self->fence[post])->is_pool;
}

/* Whether somebody may be appointed in limited competition: a member, and where
 * the policy gives equal access anybody who is at risk. */
static gboolean
may_compete (const CadreRun *self, guint32 assignment, guint32 post)
{
  if (!has_ring_fence (self, post))
    return FALSE;
  if (find_member (self, self->fence[post], assignment) != NULL)
    return TRUE;

  return self->engine->standing[assignment] == CADRE_STANDING_HOLDER &&
         !self->is_decided[assignment] && cadre_run_has_equal_access (self, post);
}

/* Whether somebody who is slotted in may go on to another post. */
static gboolean
may_leave_slot (const CadreRun *self, guint32 assignment)
{
  return self->kind[assignment] == CADRE_OUTCOME_KIND_SLOTTED &&
         !cadre_run_rules (self, assignment)->exclusive && !cadre_run_shares (self, assignment);
}

/* Whether a result may count at the stage it is of, whoever else has one. */
static gboolean
is_eligible (const CadreRun *self, guint32 result)
{
  const CadreResultRow *row = cadre_run_result (self, result);

  if (self->is_used[result] ||
      (cadre_run_is_placed (self, row->assignment) && !may_leave_slot (self, row->assignment)))
    return FALSE;
  if (row->stage == CADRE_STAGE_LIMITED_COMPETITION)
    return may_compete (self, row->assignment, row->post);

  return row->stage == CADRE_STAGE_WIDER_COMPETITION && self->is_wider[row->post] &&
         self->engine->standing[row->assignment] != CADRE_STANDING_NOT_IN_FORCE &&
         !(self->is_decided[row->assignment] &&
           (self->kind[row->assignment] == CADRE_OUTCOME_KIND_TO_BE_CHECKED ||
            self->kind[row->assignment] == CADRE_OUTCOME_KIND_UNRESOLVED ||
            self->kind[row->assignment] == CADRE_OUTCOME_KIND_OFFERED));
}

static gboolean
appoints (const CadreRun *self, guint32 result, CadreStage stage)
{
  const CadreResultRow *row = cadre_run_result (self, result);

  return row->stage == stage && row->result == CADRE_RESULT_APPOINTED && is_eligible (self, result);
}

/* By assignment and by post: how many results of a stage appoint. */
typedef struct
{
  CadreRun *run;
  CadreStage stage;
  guint32 *of_assignment;
  guint32 *of_post;
  guint8 *is_counted; /* by result */
  guint8 *is_with;    /* by result: a sharer of its position comes before it */
  gint32 *n_left;     /* by post: the positions that there were to begin with */
} Appointments;

static int
compare_shares (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CadreRun *run = user_data;
  const CadreResultRow *x = cadre_run_result (run, *(const guint32 *) a);
  const CadreResultRow *y = cadre_run_result (run, *(const guint32 *) b);
  guint32 share = run->engine->share[x->assignment];
  guint32 other = run->engine->share[y->assignment];

  if (x->post != y->post)
    return x->post < y->post ? -1 : 1;
  if (share != other)
    return share < other ? -1 : 1;
  return *(const guint32 *) a < *(const guint32 *) b ? -1 : 1;
}

/* Sharers of one position that are appointed to one post take one position. */
static gboolean
find_sharers (Appointments *self)
{
  CadreRun *run = self->run;
  guint32 n = 0;
  g_autofree guint32 *order = g_try_new (guint32, run->engine->results.n + 1);

  if (order == NULL)
    return FALSE;

  for (guint32 i = 0; i < run->engine->results.n; i++)
    if (self->is_counted[i])
      order[n++] = i;
  if (n > 1)
    g_qsort_with_data (order, (gint) n, sizeof (guint32), compare_shares, run);
  for (guint32 i = 1; i < n; i++)
    {
      const CadreResultRow *row = cadre_run_result (run, order[i]);
      const CadreResultRow *last = cadre_run_result (run, order[i - 1]);

      self->is_with[order[i]] = row->post == last->post && run->engine->share[row->assignment] ==
                                                             run->engine->share[last->assignment];
    }

  return TRUE;
}

static gboolean
count_appointments (Appointments *self)
{
  CadreRun *run = self->run;
  gsize n = run->engine->results.n;

  self->of_assignment = g_try_new0 (guint32, run->engine->sides[CADRE_BEFORE].n_assignments + 1);
  self->of_post = g_try_new0 (guint32, (gsize) run->engine->sides[CADRE_AFTER].n_posts + 1);
  self->is_counted = g_try_malloc0 (n + 1);
  self->is_with = g_try_malloc0 (n + 1);
  self->n_left = g_try_new0 (gint32, (gsize) run->engine->sides[CADRE_AFTER].n_posts + 1);
  if (self->of_assignment == NULL || self->of_post == NULL || self->is_counted == NULL ||
      self->is_with == NULL || self->n_left == NULL)
    return FALSE;

  for (guint32 post = 0; post < run->engine->sides[CADRE_AFTER].n_posts; post++)
    self->n_left[post] = cadre_run_n_left (run, post);

  for (guint32 i = 0; i < n; i++)
    if (appoints (run, i, self->stage))
      {
        self->is_counted[i] = TRUE;
        self->of_assignment[cadre_run_result (run, i)->assignment]++;
      }
  if (!find_sharers (self))
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    if (self->is_counted[i] && !self->is_with[i])
      self->of_post[cadre_run_result (run, i)->post]++;

  return TRUE;
}

static gboolean
refuse (CadreRun *self, guint32 result, const char *code, const char *message, CadreReason reason)
{
  const CadreResultRow *row = cadre_run_result (self, result);

  cadre_run_report_result (self, result, code, message);

  /* Who would stay anyway stays; a record that contradicts itself moves
   * nobody. */
  if (self->is_decided[row->assignment] &&
      self->kind[row->assignment] != CADRE_OUTCOME_KIND_UNRESOLVED)
    return cadre_run_note (self, row->assignment, reason);

  return cadre_run_decide (self, row->assignment, CADRE_OUTCOME_KIND_UNRESOLVED, row->stage,
                           CADRE_RUNG_AT_RISK_GROUP, CADRE_NO_ROW, reason);
}

/* The post that somebody was slotted into is open again, to anybody. */
static void
leave_slot (CadreRun *self, guint32 assignment)
{
  guint32 post = self->post[assignment];

  if (!self->is_decided[assignment] || self->kind[assignment] != CADRE_OUTCOME_KIND_SLOTTED)
    return;

  self->n_filled[post]--;
  if (self->fence[post] == CADRE_NO_ROW)
    self->is_wider[post] = TRUE;
}

static gboolean
appoint (CadreRun *self, guint32 result, gboolean is_with)
{
  const CadreResultRow *row = cadre_run_result (self, result);
  CadreOutcomeKind kind = self->kind[row->assignment];

  self->is_used[result] = TRUE;
  leave_slot (self, row->assignment);
  self->is_vacating[row->assignment] =
    self->is_decided[row->assignment] &&
    (kind == CADRE_OUTCOME_KIND_UNCHANGED || kind == CADRE_OUTCOME_KIND_AFFECTED ||
     kind == CADRE_OUTCOME_KIND_DEFERRED);
  self->position[row->assignment] = row->position;
  self->n_filled[row->post] += !is_with;
  self->n_appointed[row->post] += !is_with && row->stage == CADRE_STAGE_LIMITED_COMPETITION;
  return cadre_run_decide (self, row->assignment, CADRE_OUTCOME_KIND_APPOINTED, row->stage,
                           CADRE_RUNG_AFFECTED, row->post, CADRE_REASON_RESULT_APPOINTED) &&
         cadre_run_note_route (self, row->assignment, row->post);
}

static gboolean
apply_appointments (Appointments *self)
{
  CadreRun *run = self->run;

  for (guint32 i = 0; i < run->engine->results.n; i++)
    {
      const CadreResultRow *row = cadre_run_result (run, i);
      gboolean ok = TRUE;

      if (!self->is_counted[i])
        continue;
      if (self->of_assignment[row->assignment] > 1)
        ok = refuse (run, i, "matching.result.several-posts",
                     "The log appoints one assignment to several posts",
                     CADRE_REASON_RESULT_SEVERAL_POSTS);
      else if (self->of_post[row->post] > (guint32) self->n_left[row->post])
        ok = refuse (run, i, "matching.result.more-than-positions",
                     "The log appoints more people to a post than it has positions to be filled",
                     CADRE_REASON_RESULT_MORE_THAN_POSITIONS);
      else
        ok = appoint (run, i, self->is_with[i]);
      if (!ok)
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_stage (CadreRun *self, CadreStage stage)
{
  Appointments appointments = { self, stage, NULL, NULL, NULL, NULL, NULL };
  gboolean ok = count_appointments (&appointments) && apply_appointments (&appointments);

  g_free (appointments.of_assignment);
  g_free (appointments.of_post);
  g_free (appointments.is_counted);
  g_free (appointments.is_with);
  g_free (appointments.n_left);
  return ok;
}

/* A member whom no stage has given a post. */
static gboolean
is_waiting (const CadreRun *self, guint32 assignment)
{
  return !cadre_run_is_placed (self, assignment);
}

static void
count_waiting (CadreRun *self)
{
  CadreFence *fences = self->fences.data;
  const CadreMemberRow *members = self->fence_members.data;

  for (gsize i = 0; i < self->fences.n; i++)
    {
      fences[i].n_unplaced = 0;
      for (guint32 k = 0; k < fences[i].n_members; k++)
        fences[i].n_unplaced += is_waiting (self, members[fences[i].first_member + k].assignment);
    }
}

/* Whether a result says that a member is not appointed, who still waits. */
static gboolean
turns_down (const CadreRun *self, guint32 result)
{
  const CadreResultRow *row = cadre_run_result (self, result);

  return row->stage == CADRE_STAGE_LIMITED_COMPETITION &&
         row->result == CADRE_RESULT_NOT_APPOINTED && has_ring_fence (self, row->post) &&
         is_waiting (self, row->assignment) &&
         find_member (self, self->fence[row->post], row->assignment) != NULL;
}

/* A competition is over where every member is appointed or turned down. */
static void
find_exhausted (CadreRun *self)
{
  guint32 result = 0;

  for (guint32 post = 0; post < self->engine->sides[CADRE_AFTER].n_posts; post++)
    {
      guint32 n_refused = 0;

      while (result < self->engine->results.n && cadre_run_result (self, result)->post < post)
        result++;
      for (; result < self->engine->results.n && cadre_run_result (self, result)->post == post;
           result++)
        if (turns_down (self, result))
          {
            self->is_used[result] = TRUE;
            n_refused++;
          }

      if (has_ring_fence (self, post) && cadre_run_n_left (self, post) > 0 &&
          n_refused >= cadre_run_fence (self, self->fence[post])->n_unplaced)
        self->is_exhausted[post] = self->is_wider[post] = TRUE;
    }
}

static gboolean
is_contested (const CadreRun *self, guint32 post)
{
  return has_ring_fence (self, post) && !self->is_exhausted[post] &&
         (cadre_run_n_left (self, post) > 0 || self->engine->n_positions[post] < 0);
}

/* By assignment: how many posts it may still be considered for. */
typedef struct
{
  gint64 *n;
  guint64 *sum;      /* of those posts: where there is one, that post */
  guint8 *has_rival; /* somebody else is considered for one of them */
  guint8 *is_short;  /* one at least has not enough positions, or is competed for all the same */
  guint8 *is_known;  /* that there is prior consideration, for one at least */
  guint8 *is_abroad; /* one at least is of another employer */
  guint8 *is_turned_down;
} Prospects;

/* What is still to be had in a ring-fence. */
typedef struct
{
  gint64 n;
  guint64 sum;      /* of the posts */
  guint32 employer; /* of those that have one, the first */
  gboolean is_mixed;
} Offer;

static Offer
find_offer (const CadreRun *self, const CadreFence *fence)
{
  const guint32 *posts = (const guint32 *) self->fence_posts.data + fence->first_post;
  Offer offer = { 0, 0, CADRE_STRING_UNKNOWN, FALSE };

  for (guint32 i = 0; i < fence->n_posts; i++)
    {
      guint32 employer = cadre_run_employer_of (self, posts[i]);

      if (!is_contested (self, posts[i]))
        continue;
      offer.n++;
      offer.sum += posts[i];
      if (employer <= CADRE_STRING_NONE)
        continue;
      offer.is_mixed =
        offer.is_mixed || (offer.employer != CADRE_STRING_UNKNOWN && offer.employer != employer);
      offer.employer = employer;
    }

  return offer;
}

static void
count_prospects (CadreRun *self, const CadreFence *fence, Prospects *prospects)
{
  const CadreMemberRow *members = self->fence_members.data;
  Offer offer = find_offer (self, fence);
  const gboolean is_short = !cadre_run_is_enough (self, fence);

  for (guint32 i = 0; offer.n > 0 && i < fence->n_members; i++)
    {
      const CadreMemberRow *member = &members[fence->first_member + i];
      guint32 row = member->assignment;
      guint32 employer = self->engine->employer[row];

      prospects->n[row] += offer.n;
      prospects->sum[row] += offer.sum;
      if (fence->n_members > 1)
        prospects->has_rival[row] = TRUE;
      prospects->is_short[row] |= is_short;
      if (member->truth == CADRE_TRUTH_TRUE)
        prospects->is_known[row] = TRUE;
      if (employer > CADRE_STRING_NONE && offer.employer != CADRE_STRING_UNKNOWN &&
          (offer.is_mixed || employer != offer.employer))
        prospects->is_abroad[row] = TRUE;
    }
}

static void
subtract_refusals (CadreRun *self, Prospects *prospects)
{
  for (guint32 i = 0; i < self->engine->results.n; i++)
    {
      const CadreResultRow *row = cadre_run_result (self, i);

      if (!turns_down (self, i))
        continue;
      prospects->is_turned_down[row->assignment] = TRUE;
      if (!is_contested (self, row->post))
        continue;
      prospects->n[row->assignment]--;
      prospects->sum[row->assignment] -= row->post;
    }
}

static CadreReason
reason_of_contest (const CadreRun *self, guint32 row)
{
  guint32 n = 0;
  guint32 n_contests = 0;
  const guint32 *claims = cadre_lists_get (&self->engine->claims_of_assignment, row, &n);

  for (guint32 i = 0; i < n; i++)
    n_contests += cadre_run_competes (self, claims[i]);

  return n_contests > 1 ? CADRE_REASON_CLAIM_CONTESTED_SEVERAL : CADRE_REASON_CLAIM_CONTESTED;
}

/* Who is considered for nothing but the own post, which goes on, and is so alone,
 * can lose it to nobody. */
static CadreRung
rung_of_member (const CadreRun *self, guint32 row, guint32 post, const Prospects *prospects)
{
  const CadreEngine *engine = self->engine;
  gboolean is_own = post != CADRE_NO_ROW && engine->post[row] != CADRE_NO_ROW &&
                    engine->same[engine->post[row]] == post;

  return is_own && !prospects->has_rival[row] ? CADRE_RUNG_AFFECTED : CADRE_RUNG_AT_RISK_GROUP;
}

static gboolean
settle_member (CadreRun *self, guint32 row, const Prospects *prospects)
{
  guint32 post = prospects->n[row] == 1 ? (guint32) prospects->sum[row] : CADRE_NO_ROW;
  gboolean ok = TRUE;

  if (self->is_decided[row])
    return TRUE;
  if (prospects->is_turned_down[row])
    ok = cadre_run_note (self, row, CADRE_REASON_RESULT_NOT_APPOINTED);
  if (prospects->n[row] <= 0)
    return ok;

  ok = ok &&
       cadre_run_decide (self, row, CADRE_OUTCOME_KIND_RING_FENCED, CADRE_STAGE_LIMITED_COMPETITION,
                         rung_of_member (self, row, post, prospects), post,
                         prospects->is_known[row] ? CADRE_REASON_RING_FENCE_MEMBER
                                                  : CADRE_REASON_RING_FENCE_TO_BE_CHECKED);
  if (!prospects->is_short[row])
    ok = ok && cadre_run_note (self, row, CADRE_REASON_RING_FENCE_ENOUGH);
  if (self->in_contest[row])
    ok = ok && cadre_run_note (self, row, reason_of_contest (self, row));
  if (post != CADRE_NO_ROW ? cadre_run_is_abroad (self, row, post) : prospects->is_abroad[row])
    ok = ok && cadre_run_note (self, row,
                               post != CADRE_NO_ROW && cadre_run_has_route (self, row, post)
                                 ? CADRE_REASON_ROUTE_STATED
                                 : CADRE_REASON_ROUTE_NONE);

  return ok;
}

static gboolean
settle_members (CadreRun *self)
{
  guint32 n = self->engine->sides[CADRE_BEFORE].n_assignments;
  g_autofree gint64 *counts = g_try_new0 (gint64, (gsize) n + 1);
  g_autofree guint64 *sums = g_try_new0 (guint64, (gsize) n + 1);
  g_autofree guint8 *has_rival = g_try_malloc0 ((gsize) n + 1);
  g_autofree guint8 *is_short = g_try_malloc0 ((gsize) n + 1);
  g_autofree guint8 *is_known = g_try_malloc0 ((gsize) n + 1);
  g_autofree guint8 *is_abroad = g_try_malloc0 ((gsize) n + 1);
  g_autofree guint8 *is_turned_down = g_try_malloc0 ((gsize) n + 1);
  Prospects prospects = { counts, sums, has_rival, is_short, is_known, is_abroad, is_turned_down };

  if (counts == NULL || sums == NULL || has_rival == NULL || is_short == NULL || is_known == NULL ||
      is_abroad == NULL || is_turned_down == NULL)
    return FALSE;

  for (guint32 i = 0; i < self->fences.n; i++)
    if (!cadre_run_fence (self, i)->is_pool)
      count_prospects (self, cadre_run_fence (self, i), &prospects);
  subtract_refusals (self, &prospects);

  for (guint32 row = 0; row < n; row++)
    if (self->engine->standing[row] == CADRE_STANDING_HOLDER &&
        !settle_member (self, row, &prospects))
      return FALSE;

  return TRUE;
}

static void
report_unused (CadreRun *self)
{
  for (guint32 i = 0; i < self->engine->results.n; i++)
    if (!self->is_used[i] && cadre_run_result (self, i)->result == CADRE_RESULT_APPOINTED)
      cadre_run_report_result (self, i, "matching.result.not-applied",
                               "The result is not applied: at that stage the post is not open, or "
                               "not to that person");
}

/* A ring-fence of one selects by itself. */
static void
report_single (CadreRun *self)
{
  const guint32 *posts = self->fence_posts.data;

  for (guint32 i = 0; self->is_main && i < self->fences.n; i++)
    if (cadre_run_fence (self, i)->n_members == 1)
      cadre_engine_report_post (self->engine, CADRE_AFTER,
                                posts[cadre_run_fence (self, i)->first_post],
                                "matching.ring-fence.single", CADRE_SEVERITY_WARNING,
                                "Only one person has prior consideration: a ring-fence of one "
                                "selects by itself");
}

gboolean
cadre_run_compete (CadreRun *self)
{
  report_single (self);
  if (!run_stage (self, CADRE_STAGE_LIMITED_COMPETITION))
    return FALSE;

  count_waiting (self);
  find_exhausted (self);
  cadre_run_let_go_of_bumps (self);
  if (!cadre_run_open_wider (self) || !cadre_run_apply_offers (self))
    return FALSE;
  cadre_run_let_go_of_bumps (self);
  if (!run_stage (self, CADRE_STAGE_WIDER_COMPETITION))
    return FALSE;
  /* Who is appointed there leaves what was freed for them to others. */
  if (cadre_run_let_go_of_bumps (self) && !run_stage (self, CADRE_STAGE_WIDER_COMPETITION))
    return FALSE;

  count_waiting (self);
  if (!settle_members (self))
    return FALSE;

  report_unused (self);
  return TRUE;
}
