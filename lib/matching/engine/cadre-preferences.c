/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which of several claims somebody would rather have.
 *
 * A preference says which post, of those that the rules leave open to a person,
 * the person takes. It makes no claim, and it goes before nobody else's. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-run-private.h"

/* The place of a post in somebody's list; none is last. */
static guint32
find_place (const CadreRun *self, guint32 assignment, guint32 post)
{
  const CadrePairRow *pair =
    cadre_process_find_pair (&self->engine->process->preferences, assignment, post);

  return pair != NULL ? pair->value : G_MAXUINT32;
}

static gboolean
prefers (const CadreRun *self, guint32 assignment, guint32 claim, gint64 tier)
{
  const CadreClaimRow *row = cadre_run_claim (self, claim);
  guint32 place = find_place (self, assignment, row->post);
  guint32 n = 0;
  const guint32 *claims =
    cadre_lists_get (&self->engine->claims_of_assignment, row->assignment, &n);

  for (guint32 i = 0; i < n; i++)
    {
      guint32 post = cadre_run_claim (self, claims[i])->post;

      if (claims[i] != claim && cadre_run_state (self, claims[i]) == CADRE_CLAIM_STATE_LIVE &&
          cadre_run_tier_key (self, post) == tier && find_place (self, assignment, post) < place)
        return FALSE;
    }

  return place != G_MAXUINT32;
}

/* Sharers of a position go together: where they would rather have different
 * posts, none is preferred. */
gboolean
cadre_run_is_preferred (const CadreRun *self, guint32 claim, gint64 tier)
{
  guint32 assignment = cadre_run_claim (self, claim)->assignment;
  guint32 n = 0;
  const guint32 *rows = cadre_run_fellows (self, assignment, &n);

  if (self->engine->process->preferences.n == 0 ||
      !cadre_run_rules (self, assignment)->preference_chooses ||
      !prefers (self, assignment, claim, tier))
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    if (self->engine->share[rows[i]] == self->engine->share[assignment] &&
        !prefers (self, rows[i], claim, tier))
      return FALSE;

  return TRUE;
}
