/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-run-private.h"
#include "matching/engine/cadre-wider-private.h"

#include <string.h>

static gboolean
init_assignments (CadreRun *self)
{
  gsize n = (gsize) self->engine->sides[CADRE_BEFORE].n_assignments + 1;

  self->is_decided = g_try_new0 (guint8, n);
  self->kind = g_try_new0 (guint8, n);
  self->stage = g_try_new0 (guint8, n);
  self->rung = g_try_new0 (guint8, n);
  self->post = g_try_new (guint32, n);
  self->in_contest = g_try_new0 (guint8, n);
  self->is_vacating = g_try_new0 (guint8, n);
  self->position = g_try_new (gint32, n);
  self->fits = g_try_new0 (guint32, n);
  self->is_barred = g_try_new0 (guint8, n);
  self->is_refused = g_try_new0 (guint8, n);
  self->decision = g_try_new0 (guint32, n);
  self->has_duty = g_try_new0 (guint8, n);
  self->is_bumping = g_try_new0 (guint8, n);
  self->appeal = g_try_new0 (guint8, n);
  if (self->is_decided == NULL || self->kind == NULL || self->stage == NULL || self->rung == NULL ||
      self->post == NULL || self->in_contest == NULL || self->is_vacating == NULL ||
      self->position == NULL || self->fits == NULL || self->is_barred == NULL ||
      self->is_refused == NULL || self->decision == NULL || self->has_duty == NULL ||
      self->is_bumping == NULL || self->appeal == NULL)
    return FALSE;

  memset (self->post, 0xff, n * sizeof (guint32));
  memset (self->position, 0xff, n * sizeof (gint32));
  return TRUE;
}

static gboolean
init_posts (CadreRun *self)
{
  gsize n = (gsize) self->engine->sides[CADRE_AFTER].n_posts + 1;

  self->n_filled = g_try_new0 (gint32, n);
  self->n_held = g_try_new0 (gint32, n);
  self->n_bumps = g_try_new0 (gint32, n);
  self->n_appointed = g_try_new0 (gint32, n);
  self->n_true = g_try_new0 (guint32, n);
  self->n_unknown = g_try_new0 (guint32, n);
  self->is_wider = g_try_new0 (guint8, n);
  self->fence = g_try_new (guint32, n);
  self->capacity = g_try_new0 (gint32, n);
  self->is_exhausted = g_try_new0 (guint8, n);
  self->is_duty = g_try_new0 (guint8, n);
  self->is_offered = g_try_new0 (guint8, n);
  self->is_offered_last = g_try_new0 (guint8, n);
  self->is_waited = g_try_new0 (guint8, n);
  self->n_appeals = g_try_new0 (guint32, n);
  if (self->n_filled == NULL || self->n_held == NULL || self->n_appointed == NULL ||
      self->n_true == NULL || self->n_unknown == NULL || self->is_wider == NULL ||
      self->fence == NULL || self->capacity == NULL || self->is_exhausted == NULL ||
      self->is_duty == NULL || self->is_offered == NULL || self->is_offered_last == NULL ||
      self->is_waited == NULL || self->n_bumps == NULL || self->n_appeals == NULL)
    return FALSE;

  memset (self->fence, 0xff, n * sizeof (guint32));
  return TRUE;
}

static gboolean
init_claims (CadreRun *self)
{
  const CadreEngine *engine = self->engine;

  self->state = g_try_new0 (guint8, engine->claims.n + 1);
  self->verdict = g_try_new0 (guint8, engine->claims.n + 1);
  self->is_used = g_try_new0 (guint8, engine->results.n + 1);
  self->is_offer_used = g_try_new0 (guint8, engine->process->offers.n + 1);
  if (self->state == NULL || self->verdict == NULL || self->is_used == NULL ||
      self->is_offer_used == NULL)
    return FALSE;

  for (gsize i = 0; i < engine->claims.n; i++)
    {
      const CadreClaimRow *claim = cadre_run_claim (self, (guint32) i);

      self->state[i] = claim->truth == CADRE_TRUTH_FALSE ? CADRE_CLAIM_STATE_FAILED
                       : engine->share[claim->assignment] != claim->assignment
                         ? CADRE_CLAIM_STATE_FOLLOWS
                         : CADRE_CLAIM_STATE_LIVE;
    }

  return TRUE;
}

gboolean
cadre_run_init (CadreRun *self, CadreEngine *engine, gboolean fixpoint, gboolean is_main)
{
  memset (self, 0, sizeof (*self));
  self->engine = engine;
  self->fixpoint = fixpoint;
  self->is_main = is_main;
  self->notes.size = sizeof (CadreNote);
  self->fences.size = sizeof (CadreFence);
  self->duty_posts.size = sizeof (guint32[2]);
  self->waiting.size = self->held_back.size = self->closed.size = sizeof (CadrePlacePair);
  self->vacancies.size = sizeof (CadreVacancy);
  self->fence_posts.size = sizeof (guint32);
  self->fence_members.size = sizeof (CadreMemberRow);

  return init_assignments (self) && init_posts (self) && init_claims (self);
}

void
cadre_run_clear (CadreRun *self)
{
  g_free (self->is_decided);
  g_free (self->kind);
  g_free (self->stage);
  g_free (self->rung);
  g_free (self->post);
  g_free (self->in_contest);
  g_free (self->is_vacating);
  g_free (self->position);
  g_free (self->fits);
  g_free (self->n_filled);
  g_free (self->n_held);
  g_free (self->n_bumps);
  g_free (self->n_appointed);
  g_free (self->n_true);
  g_free (self->n_unknown);
  g_free (self->is_wider);
  g_free (self->fence);
  g_free (self->capacity);
  g_free (self->is_barred);
  g_free (self->is_refused);
  g_free (self->decision);
  g_free (self->is_used);
  g_free (self->is_waited);
  cadre_vector_clear (&self->waiting);
  cadre_vector_clear (&self->held_back);
  cadre_vector_clear (&self->vacancies);
  cadre_vector_clear (&self->closed);
  g_free (self->is_offer_used);
  g_free (self->has_duty);
  g_free (self->is_bumping);
  g_free (self->appeal);
  g_free (self->n_appeals);
  g_free (self->is_duty);
  g_free (self->is_offered);
  g_free (self->is_offered_last);
  g_free (self->is_exhausted);
  g_free (self->state);
  g_free (self->verdict);
  cadre_vector_clear (&self->notes);
  cadre_vector_clear (&self->fences);
  cadre_vector_clear (&self->duty_posts);
  cadre_vector_clear (&self->fence_posts);
  cadre_vector_clear (&self->fence_members);
  cadre_lists_clear (&self->fences_of_assignment);
}

gboolean
cadre_run_note (CadreRun *self, guint32 assignment, CadreReason reason)
{
  CadreNote note = { assignment, (guint8) reason };

  return cadre_vector_push (&self->notes, &note);
}

gboolean
cadre_run_decide (CadreRun *self,
                  guint32 assignment,
                  CadreOutcomeKind kind,
                  CadreStage stage,
                  CadreRung rung,
                  guint32 post,
                  CadreReason reason)
{
  self->is_decided[assignment] = TRUE;
  self->kind[assignment] = (guint8) kind;
  self->stage[assignment] = (guint8) stage;
  self->rung[assignment] = (guint8) rung;
  self->post[assignment] = post;
  self->decision[assignment] = (guint32) self->notes.n;
  return cadre_run_note (self, assignment, reason);
}

const guint32 *
cadre_run_fellows (const CadreRun *self, guint32 assignment, guint32 *n)
{
  guint32 post = self->engine->post[assignment];

  *n = 0;
  return post != CADRE_NO_ROW ? cadre_lists_get (&self->engine->holders, post, n) : NULL;
}

gboolean
cadre_run_shares (const CadreRun *self, guint32 assignment)
{
  guint32 n = 0;
  const guint32 *rows = cadre_run_fellows (self, assignment, &n);

  for (guint32 i = 0; i < n; i++)
    if (rows[i] != assignment && self->engine->share[rows[i]] == self->engine->share[assignment])
      return TRUE;

  return FALSE;
}

gboolean
cadre_run_has_equal_access (const CadreRun *self, guint32 post)
{
  const CadrePolicyRules *rules =
    cadre_engine_rules_of_post (self->engine, CADRE_PARAMETER_POOL_EQUAL_ACCESS, post);

  return rules != NULL && rules->equal_access;
}

/* Whether the policies of all posts of a ring-fence let nobody compete, since there
 * is a position for everybody who has prior consideration, and who has no place yet. */
gboolean
cadre_run_is_enough (const CadreRun *self, const CadreFence *fence)
{
  const guint32 *posts = (const guint32 *) self->fence_posts.data + fence->first_post;
  gint64 n_left = 0;

  for (guint32 i = 0; i < fence->n_posts; i++)
    {
      const CadrePolicyRules *rules =
        cadre_engine_rules_of_post (self->engine, CADRE_PARAMETER_POOL_COMPETITION, posts[i]);

      if (rules == NULL || !rules->only_where_short ||
          cadre_run_has_equal_access (self, posts[i]) || self->engine->n_positions[posts[i]] < 0)
        return FALSE;
      n_left += MAX (cadre_run_n_left (self, posts[i]), 0);
    }

  return !fence->is_pool && n_left >= fence->n_unplaced;
}

gboolean
cadre_run_post_goes (const CadreRun *self, guint32 assignment)
{
  guint32 post = self->engine->post[assignment];

  if (post == CADRE_NO_ROW)
    return FALSE;

  return self->engine->fate[post] == CADRE_FATE_GONE ||
         self->engine->fate[post] == CADRE_FATE_MERGED ||
         self->engine->fate[post] == CADRE_FATE_SPLIT;
}

void
cadre_run_report_assignment (CadreRun *self,
                             guint32 assignment,
                             const char *code,
                             const char *message)
{
  if (self->is_main)
    cadre_engine_report_assignment (self->engine, assignment, code, CADRE_SEVERITY_WARNING,
                                    message);
}

void
cadre_run_report_result (CadreRun *self, guint32 result, const char *code, const char *message)
{
  self->is_used[result] = TRUE;
  cadre_run_report_entry (self, cadre_run_result (self, result)->entry, code, message);
}

void
cadre_run_report_entry (CadreRun *self, guint32 entry, const char *code, const char *message)
{
  g_autofree char *origin = NULL;

  if (!self->is_main)
    return;

  origin = g_strdup_printf ("/log/%u", entry);
  cadre_engine_report (self->engine, code, CADRE_SEVERITY_WARNING, message, origin, NULL, NULL);
}
