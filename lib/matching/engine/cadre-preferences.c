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
find_place (const CadreRun *self, guint32 claim)
{
  const CadreClaimRow *row = cadre_run_claim (self, claim);
  const CadrePairRow *pair =
    cadre_process_find_pair (&self->engine->process->preferences, row->assignment, row->post);

  return pair != NULL ? pair->value : G_MAXUINT32;
}

gboolean
cadre_run_is_preferred (const CadreRun *self, guint32 claim, gint64 tier)
{
  guint32 place = find_place (self, claim);
  guint32 n = 0;
  const guint32 *claims = cadre_lists_get (&self->engine->claims_of_assignment,
                                           cadre_run_claim (self, claim)->assignment, &n);

  if (place == G_MAXUINT32)
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    if (claims[i] != claim && cadre_run_state (self, claims[i]) == CADRE_CLAIM_STATE_LIVE &&
        cadre_run_tier_key (self, cadre_run_claim (self, claims[i])->post) == tier &&
        find_place (self, claims[i]) < place)
      return FALSE;

  return TRUE;
}
