/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts that are left, and mapped ones that they may have been merged into or
 * split from. That is for a person to say: nothing is mapped here. */

#include "config.h"

#include "diff/mapping/cadre-evidence-crossing-private.h"

#define MAX_ALL_PAIRS 300000 /* that are looked at each with each */
#define MAX_NEAR 500         /* reports of one manager that are looked at for each that is left */
#define CLEAR 1000           /* thousandths above what is accepted */

typedef struct
{
  CadreRun *run;
  guint side; /* of the post that is left */
  guint32 row;
  gint32 score;     /* of the best so far */
  guint32 best;     /* CADRE_NO_ROW for none */
  CadreFacts facts; /* of the post that is left */
} Kin;

static gboolean
is_left (const CadreSide *self, guint32 row)
{
  return self->open[row] == CADRE_OPEN_YES && self->mate[row] == CADRE_NO_ROW &&
         self->sort[row] == CADRE_SORT_POST;
}

/* Of what a person or a document has said something about, nothing more is said;
 * and of twins there may be more on one side than on the other. */
static gboolean
is_mapped (const Kin *self, guint32 other)
{
  const CadreEvidenceInput *input = self->run->input;
  const guint8 *fixed = self->side == CADRE_BEFORE ? input->fixed_after : input->fixed_before;
  const CadreSide *own = &self->run->sides[self->side];
  const CadreSide *at = &self->run->sides[1 - self->side];
  const guint32 mate = at->mate[other];

  return mate != CADRE_NO_ROW && at->sort[other] == CADRE_SORT_POST && !fixed[other] &&
         own->place[mate] != own->place[self->row];
}

static void
look_at (Kin *self, guint32 other)
{
  const gboolean is_before = self->side == CADRE_BEFORE;
  CadreFacts facts;
  CadreValues values;
  gint32 score = 0;

  if (cadre_run_weigh_title (self->run, is_before ? self->row : other,
                             is_before ? other : self->row) < 0 ||
      !is_mapped (self, other) ||
      cadre_run_is_refused (self->run, is_before ? self->row : other,
                            is_before ? other : self->row))
    return;

  cadre_run_get_facts_again (self->run, 1 - self->side, other, &facts);
  score = is_before ? cadre_run_score (self->run, &self->facts, &facts, values)
                    : cadre_run_score (self->run, &facts, &self->facts, values);
  if (score <= self->score)
    return;
  self->score = score;
  self->best = other;
}

/* Where many are left, only those whose manager is the same post, if they are not too many
 * themselves. */
static void
look_near (Kin *self)
{
  const CadreSide *own = &self->run->sides[self->side];
  const CadreSide *at = &self->run->sides[1 - self->side];
  const guint32 manager = own->index->manager[self->row];
  guint32 n = 0;
  const guint32 *rows = NULL;

  if (manager == CADRE_NO_ROW || own->mate[manager] == CADRE_NO_ROW)
    return;

  rows = cadre_backward_get (&at->index->reports, own->mate[manager], &n);
  for (guint32 i = 0; n <= MAX_NEAR && i < n; i++)
    look_at (self, rows[i]);
}

CadreEvidencePair
cadre_evidence_part (guint side, guint32 part, guint32 whole, guint32 rival)
{
  if (side == CADRE_BEFORE)
    return (CadreEvidencePair){ .before = part,
                                .after = whole,
                                .rival_before = rival,
                                .rival_after = whole,
                                .review = CADRE_PAIR_REVIEW_MERGE,
                                .kind = CADRE_LINEAGE_KIND_MERGE };

  return (CadreEvidencePair){ .before = whole,
                              .after = part,
                              .rival_before = whole,
                              .rival_after = rival,
                              .review = CADRE_PAIR_REVIEW_SPLIT,
                              .kind = CADRE_LINEAGE_KIND_SPLIT };
}

static void
add_review (const Kin *self)
{
  const guint32 mate = self->run->sides[1 - self->side].mate[self->best];
  const CadreEvidencePair pair = cadre_evidence_part (self->side, self->row, self->best, mate);

  if (self->run->crossing == NULL ||
      !cadre_crossing_may_be (self->run->crossing, pair.before, pair.after))
    g_array_append_val (self->run->result->reviews, pair);
}

static guint32
count_left (const CadreSide *self)
{
  guint32 n = 0;

  for (guint32 row = 0; row < self->n; row++)
    n += is_left (self, row);

  return n;
}

void
cadre_run_find_kin (CadreRun *self)
{
  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      const CadreSide *own = &self->sides[side];
      const guint32 n_others = self->sides[1 - side].n;
      const gboolean all = (guint64) count_left (own) * n_others <= MAX_ALL_PAIRS;

      for (guint32 row = 0; row < own->n; row++)
        {
          Kin kin = { self, side, row, self->accept + CLEAR, CADRE_NO_ROW, { 0 } };

          if (!is_left (own, row))
            continue;
          cadre_run_get_facts_again (self, side, row, &kin.facts);
          if (!all)
            look_near (&kin);
          for (guint32 other = 0; all && other < n_others; other++)
            look_at (&kin, other);
          if (kin.best != CADRE_NO_ROW)
            add_review (&kin);
        }
    }
}
