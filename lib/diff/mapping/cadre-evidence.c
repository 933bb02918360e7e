/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts mapped by what the structures say of them.
 *
 * What a feature says is weighed as evidence for and against: Fellegi and
 * Sunter, "A theory for record linkage", JASA 64 (1969), where agreement in a
 * rare value says more. Of all ways to map posts one to one the best is taken,
 * and those above, below and beside are evidence in the next round: Bhattacharya
 * and Getoor, "Collective entity resolution in relational data", TKDD 1 (2007).
 * First go the posts of which all the same is said: with those alone most of a
 * large structure is done. */

#include "config.h"

#include "diff/mapping/cadre-evidence-crossing-private.h"
#include <cadre/cadre-diff-error.h>

#define ORDINARY 120 /* posts of a structure */

CadreEvidence *
cadre_evidence_new (void)
{
  CadreEvidence *self = g_new0 (CadreEvidence, 1);

  self->pairs = g_array_new (FALSE, FALSE, sizeof (CadreEvidencePair));
  self->reviews = g_array_new (FALSE, FALSE, sizeof (CadreEvidencePair));
  self->twins = g_array_new (FALSE, FALSE, sizeof (CadreEvidenceTwins));
  self->twin_rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rekeyed = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
cadre_evidence_free (CadreEvidence *self)
{
  g_array_unref (self->pairs);
  g_array_unref (self->reviews);
  g_array_unref (self->twins);
  g_array_unref (self->twin_rows);
  g_array_unref (self->rekeyed);
  g_free (self->units);
  g_free (self);
}

static void
side_clear (CadreSide *self)
{
  g_free (self->sort);
  g_free (self->open);
  g_free (self->rung);
  g_free (self->scale);
  g_free (self->staff);
  g_free (self->own);
  g_free (self->place);
  g_free (self->branch);
  g_free (self->n_reports);
  g_free (self->kinds);
  g_free (self->many_masses);
  g_free (self->unit_mapped);
  g_free (self->unit_changed);
  g_free (self->has_ended);
}

static void
run_clear (CadreRun *self)
{
  side_clear (&self->sides[CADRE_BEFORE]);
  side_clear (&self->sides[CADRE_AFTER]);
  for (guint column = 0; column < CADRE_N_COLUMNS; column++)
    cadre_column_clear (&self->columns[column]);
  g_free (self->kind_weights);
  g_free (self->pay_ranks.pay);
  g_free (self->pay_ranks.first);
  g_free (self->pay_ranks.last);
  cadre_run_clear_sheets (self);
  g_free (self->votes.slots);
  g_free (self->same_id);
  g_free (self->rekeyed);
  g_clear_pointer (&self->crossing, cadre_crossing_free);
  g_array_unref (self->candidates);
  g_clear_pointer (&self->result, cadre_evidence_free);
}

/* The more posts there are that it could be, the more has to speak for one, save
 * where managers or reports say which few it could be. The weights are for
 * structures of an ordinary size. */
static void
set_thresholds (CadreRun *self, CadreSort sort)
{
  guint32 n = 0;

  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      guint32 n_side = 0;

      for (guint32 row = 0; row < self->sides[side].n; row++)
        n_side += self->sides[side].sort[row] == sort;
      n = MAX (n, n_side);
    }

  self->more = n > ORDINARY ? cadre_log_thousandths (n, ORDINARY) : 0;
  self->accept = self->rules->accept + self->more;
  self->review = self->rules->review + self->more;
}

/* Whether there is anything to map of a sort. */
static gboolean
has_open (const CadreRun *self, CadreSort sort)
{
  guint n = 0;

  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      const CadreSide *at = &self->sides[side];

      for (guint32 row = 0; row < at->n; row++)
        if (at->open[row] == CADRE_OPEN_YES && at->sort[row] == sort)
          {
            n++;
            break;
          }
    }

  return n == CADRE_N_SIDES;
}

/* Where not all pairs were looked at, those whose managers or reports are known
 * by now are looked at in a second pass. */
static gboolean
map_left (CadreRun *self)
{
  g_autoptr (CadreFinder) finder = cadre_finder_new (self);

  if (finder == NULL || !cadre_finder_find (finder))
    return FALSE;
  if (!cadre_finder_looks_at_all (finder) &&
      (!cadre_run_settle (self, FALSE) || cadre_run_is_cancelled (self) ||
       !cadre_finder_find (finder)))
    return FALSE;

  return !cadre_run_is_cancelled (self) && cadre_run_settle (self, TRUE);
}

static gboolean
map_sort (CadreRun *self, CadreSort sort)
{
  if (!has_open (self, sort))
    return TRUE;

  set_thresholds (self, sort);
  return cadre_run_weigh (self, sort) && cadre_run_anchor (self, sort) &&
         cadre_run_count_units (self) && cadre_run_make_sheets (self, sort) && map_left (self);
}

static gboolean
run (CadreRun *self)
{
  if (!cadre_run_fill_sides (self))
    return FALSE;
  self->lead = cadre_run_find_lead (self);
  if (!cadre_run_fill_columns (self) || !cadre_run_find_places (self) ||
      !cadre_run_weigh (self, CADRE_SORT_POST) || !cadre_run_set_ids_aside (self))
    return FALSE;

  if (self->lead == CADRE_AFTER && !cadre_run_exchange (self))
    return FALSE;
  for (guint sort = 0; sort < CADRE_N_SORTS; sort++)
    if (cadre_run_is_cancelled (self) || !map_sort (self, (CadreSort) sort))
      return FALSE;
  if (self->lead == CADRE_AFTER && !cadre_run_exchange (self))
    return FALSE;

  /* What is said of pairs is said as in a structure of an ordinary size. */
  self->more = 0;
  self->accept = self->rules->accept;
  self->review = self->rules->review;
  cadre_run_take_ids_back (self);
  return cadre_run_finish (self);
}

CadreEvidence *
cadre_evidence_run (const CadreEvidenceInput *input,
                    CadrePairing *posts,
                    GCancellable *cancellable,
                    GError **error)
{
  CadreRun self = { .input = input, .rules = input->rules, .posts = posts };
  CadreEvidence *result = NULL;

  self.cancellable = cancellable;
  self.candidates = g_array_new (FALSE, FALSE, sizeof (CadreCandidate));
  self.result = cadre_evidence_new ();
  if (run (&self))
    result = g_steal_pointer (&self.result);
  else if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MEMORY,
                         "There is not enough memory to map the posts");

  run_clear (&self);
  return result;
}
