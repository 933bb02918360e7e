/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Selection pools: posts that go on with fewer positions than holders.
 *
 * The holders are at risk as a group. Which of them stays is for people to
 * decide; no number chooses, and nobody is slotted in because there are few. */

#include "config.h"

#include "matching/engine/cadre-run-private.h"

static gboolean
is_pool (const CadreEngine *engine, guint32 post)
{
  return engine->place[post] == CADRE_PLACE_KEPT &&
         (engine->post_flags[engine->came_from[post]] & CADRE_POST_POOL) != 0;
}

static gboolean
is_member (const CadreRun *self, guint32 row)
{
  return self->engine->standing[row] == CADRE_STANDING_HOLDER && !self->is_decided[row];
}

static gboolean
add_fence (CadreRun *self, guint32 post)
{
  CadreEngine *engine = self->engine;
  CadreFence fence = { 0 };
  guint32 n = 0;
  const guint32 *holders = cadre_lists_get (&engine->holders, engine->came_from[post], &n);

  fence.first_post = (guint32) self->fence_posts.n;
  fence.n_posts = 1;
  fence.first_member = (guint32) self->fence_members.n;
  fence.is_pool = TRUE;
  for (guint32 i = 0; i < n; i++)
    {
      CadreMemberRow member = { holders[i], CADRE_TRUTH_TRUE, FALSE, TRUE, { 0 } };

      for (guint part = 0; part < CADRE_N_FENCE_PARTS; part++)
        member.parts[part] = CADRE_TRUTH_TRUE;
      if (!is_member (self, holders[i]))
        continue;
      fence.n_members++;
      if (!cadre_vector_push (&self->fence_members, &member))
        return FALSE;
    }

  self->fence[post] = (guint32) self->fences.n;
  return cadre_vector_push (&self->fence_posts, &post) && cadre_vector_push (&self->fences, &fence);
}

/* How many positions the holders take whom results keep: those of one position
 * one together. */
static gint32
count_kept (const CadreRun *self, const guint32 *results, guint32 n, guint8 *is_kept)
{
  gint32 kept = 0;

  for (guint32 i = 0; i < n; i++)
    {
      const CadreResultRow *row = cadre_run_result (self, results[i]);
      guint32 seat = self->engine->seat[row->assignment];

      if (row->result != CADRE_RESULT_APPOINTED)
        continue;
      kept += !is_kept[seat];
      is_kept[seat] = TRUE;
    }

  return kept;
}

static gboolean
apply_result (CadreRun *self, guint32 result, gboolean is_too_many)
{
  const CadreResultRow *row = cadre_run_result (self, result);

  if (row->result == CADRE_RESULT_NOT_APPOINTED)
    {
      self->is_used[result] = TRUE;
      self->is_refused[row->assignment] = TRUE;
      return cadre_run_note (self, row->assignment, CADRE_REASON_POOL_NOT_KEPT);
    }
  if (is_too_many)
    {
      cadre_run_report_result (self, result, "matching.result.more-than-positions",
                               "More people are kept in the post than it has positions");
      return cadre_run_decide (self, row->assignment, CADRE_OUTCOME_KIND_UNRESOLVED,
                               CADRE_STAGE_LIMITED_COMPETITION, CADRE_RUNG_AT_RISK_GROUP, row->post,
                               CADRE_REASON_RESULT_MORE_THAN_POSITIONS);
    }

  self->is_used[result] = TRUE;
  self->position[row->assignment] = row->position;
  return cadre_run_decide (self, row->assignment, CADRE_OUTCOME_KIND_APPOINTED,
                           CADRE_STAGE_LIMITED_COMPETITION, CADRE_RUNG_AFFECTED, row->post,
                           CADRE_REASON_POOL_KEPT);
}

/* The results about a pool, of its members. */
static gboolean
collect_results (CadreRun *self, guint32 post, guint32 first, guint32 end, CadreVector *results)
{
  for (guint32 i = first; i < end; i++)
    {
      const CadreResultRow *row = cadre_run_result (self, i);

      if (row->stage == CADRE_STAGE_LIMITED_COMPETITION &&
          self->engine->post[row->assignment] == self->engine->came_from[post] &&
          is_member (self, row->assignment) && !cadre_vector_push (results, &i))
        return FALSE;
    }

  return TRUE;
}

/* Whoever the selection has not decided about. Once all positions are taken,
 * it has decided about everybody but those who are in one of them with others. */
static gboolean
settle_others (CadreRun *self, guint32 post, gboolean is_full, const guint8 *is_kept)
{
  CadreEngine *engine = self->engine;
  guint32 n = 0;
  const guint32 *holders = cadre_lists_get (&engine->holders, engine->came_from[post], &n);

  for (guint32 i = 0; i < n; i++)
    {
      gboolean ok = TRUE;

      if (!is_member (self, holders[i]) || self->is_refused[holders[i]])
        continue;
      if (is_full && !is_kept[engine->seat[holders[i]]])
        {
          self->is_refused[holders[i]] = TRUE;
          ok = cadre_run_note (self, holders[i], CADRE_REASON_POOL_NOT_KEPT);
        }
      else
        ok = cadre_run_decide (self, holders[i], CADRE_OUTCOME_KIND_UNRESOLVED,
                               CADRE_STAGE_LIMITED_COMPETITION, CADRE_RUNG_AT_RISK_GROUP, post,
                               CADRE_REASON_POOL_SELECTION);
      if (!ok)
        return FALSE;
    }

  return TRUE;
}

/* @is_kept is by the first holder of a position, and comes in all false. */
static gboolean
settle_pool (CadreRun *self, guint32 post, guint32 first, guint32 end, guint8 *is_kept)
{
  CadreVector results = CADRE_VECTOR_INIT (guint32);
  gint32 n_positions = self->engine->n_positions[post];
  gint32 n_kept = 0;
  gboolean ok = add_fence (self, post) && collect_results (self, post, first, end, &results);

  if (ok)
    n_kept = count_kept (self, results.data, (guint32) results.n, is_kept);
  for (gsize i = 0; ok && i < results.n; i++)
    ok = apply_result (self, cadre_vector_at (&results, guint32, i), n_kept > n_positions);

  cadre_vector_clear (&results);
  return ok && settle_others (self, post, n_kept == n_positions, is_kept);
}

gboolean
cadre_run_settle_pools (CadreRun *self)
{
  guint32 result = 0;
  g_autofree guint8 *is_kept =
    g_try_malloc0 ((gsize) self->engine->sides[CADRE_BEFORE].n_assignments + 1);

  for (guint32 post = 0; is_kept != NULL && post < self->engine->sides[CADRE_AFTER].n_posts; post++)
    {
      guint32 first = 0;

      while (result < self->engine->results.n && cadre_run_result (self, result)->post < post)
        result++;
      first = result;
      while (result < self->engine->results.n && cadre_run_result (self, result)->post == post)
        result++;
      if (is_pool (self->engine, post) && !settle_pool (self, post, first, result, is_kept))
        return FALSE;
    }

  return is_kept != NULL;
}
