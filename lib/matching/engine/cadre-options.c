/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What people could be offered, or could choose, where nobody competes.
 *
 * For redeployment these are the vacancies of the ring that is open to somebody
 * which people have judged suitable; in stage 1 the posts of which somebody
 * would be slotted into each. Limited competition has no such options. Those who share
 * a position each have their own here; whether they agree is looked at later. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-wider-private.h"

#include <string.h>

static gboolean
add_option (CadreRun *self, CadreVector *options, CadreStage stage, guint32 row, guint32 post)
{
  const CadrePairRow *preference =
    cadre_process_find_pair (&self->engine->process->preferences, row, post);
  gint32 n_places = cadre_run_n_left (self, post);
  CadreOption option = { 0 };

  if (stage == CADRE_STAGE_SLOTTING_IN)
    n_places = self->engine->n_open[post] - self->n_filled[post];
  if (n_places <= 0)
    return TRUE;

  option.stage = (guint8) stage;
  option.assignment = row;
  option.post = post;
  option.n_places = (guint32) n_places;
  option.place = preference != NULL ? preference->value + 1 : 0;
  return cadre_vector_push (options, &option);
}

/* The ring that is open to somebody, which has vacancies left. */
static gboolean
find_open_ring (const CadreRun *self, guint32 row, CadreRing *ring, gboolean *is_found)
{
  const CadrePolicyRules *rules = cadre_run_rules (self, row);

  *is_found = FALSE;
  for (guint i = 0; i < rules->n_rings && !*is_found; i++)
    {
      CadreVector posts = CADRE_VECTOR_INIT (guint32);
      gboolean ok = TRUE;

      *ring = rules->rings[i];
      if (*ring != CADRE_RING_OWN_EMPLOYER && *ring != CADRE_RING_CASE_EMPLOYERS)
        return TRUE;
      ok = cadre_ring_list (self, row, *ring, 1, &posts);
      *is_found = posts.n > 0;
      cadre_vector_clear (&posts);
      if (!ok)
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_redeployment (CadreRun *self, const CadrePairRow *pair, CadreVector *options)
{
  CadreRing ring = CADRE_RING_OWN_EMPLOYER;
  gboolean is_found = FALSE;

  if (pair->value != CADRE_VERDICT_SAME || !cadre_run_is_displaced (self, pair->assignment) ||
      !self->is_wider[pair->post] || cadre_pairs_have (&self->closed, pair->assignment, pair->post))
    return TRUE;
  if (!find_open_ring (self, pair->assignment, &ring, &is_found))
    return FALSE;
  if (!is_found || cadre_run_is_abroad (self, pair->assignment, pair->post) !=
                     (ring == CADRE_RING_CASE_EMPLOYERS))
    return TRUE;

  return add_option (self, options, CADRE_STAGE_WIDER_COMPETITION, pair->assignment, pair->post);
}

static gboolean
has_several_slots (const CadreRun *self, guint32 row)
{
  const CadreNote *notes = self->notes.data;

  return self->is_decided[row] && self->kind[row] == CADRE_OUTCOME_KIND_UNRESOLVED &&
         self->stage[row] == CADRE_STAGE_SLOTTING_IN && self->decision[row] < self->notes.n &&
         notes[self->decision[row]].reason == CADRE_REASON_CLAIM_SEVERAL_POSTS;
}

static gboolean
add_slots (CadreRun *self, guint32 row, CadreVector *options)
{
  guint32 n = 0;
  const guint32 *claims = cadre_lists_get (&self->engine->claims_of_assignment, row, &n);

  for (guint32 i = 0; i < n; i++)
    if (cadre_run_state (self, claims[i]) == CADRE_CLAIM_STATE_LIVE &&
        self->verdict[cadre_run_claim (self, claims[i])->counted] == CADRE_VERDICT_OF_CLAIM_SLOT &&
        !add_option (self, options, CADRE_STAGE_SLOTTING_IN, row,
                     cadre_run_claim (self, claims[i])->post))
      return FALSE;

  return TRUE;
}

gboolean
cadre_run_write_options (CadreRun *self)
{
  const CadreVector *suitable = &self->engine->process->suitable;
  CadreOutcomes *outcomes = self->engine->outcomes;
  CadreVector options = CADRE_VECTOR_INIT (CadreOption);
  gboolean ok = TRUE;

  for (guint32 row = 0; ok && row < self->engine->sides[CADRE_BEFORE].n_assignments; row++)
    ok = !has_several_slots (self, row) || add_slots (self, row, &options);
  for (gsize i = 0; ok && i < suitable->n; i++)
    ok = add_redeployment (self, &cadre_vector_at (suitable, CadrePairRow, i), &options);

  if (!ok)
    {
      cadre_vector_clear (&options);
      return FALSE;
    }
  outcomes->options = options.data;
  outcomes->n_options = options.n;
  return TRUE;
}
