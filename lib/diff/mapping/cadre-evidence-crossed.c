/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What ids that may have gone from one job to another say of all the ids of an
 * employer, and what of it a person has to look at. */

#include "config.h"

#include "diff/mapping/cadre-evidence-crossing-private.h"

#define MOSTLY_ALIKE 500 /* thousandths */
#define HARDLY_ANY 16    /* where less than one in so many is crossed, ids hold */

static inline gboolean
is_link (const CadreCrossing *self, guint32 before)
{
  return self->link[CADRE_BEFORE][before] != CADRE_NO_ROW && self->gain[before] >= 0;
}

/* Whether the job that an id named has gone elsewhere, or that which it names came from
 * elsewhere. */
static gboolean
is_crossed (const CadreCrossing *self, guint32 before)
{
  const guint32 origin = self->link[CADRE_AFTER][self->same[CADRE_BEFORE][before]];

  return is_link (self, before) || (origin != CADRE_NO_ROW && is_link (self, origin));
}

/* Whether two titles are one that no other post has, or mostly the same words. */
static gboolean
names_one_job (const CadreCrossing *self, guint32 before, guint32 after)
{
  const CadreColumn *titles = &self->run->columns[CADRE_COLUMN_TITLE];
  const guint32 a = cadre_column_get (titles, CADRE_BEFORE, before);
  const guint32 b = cadre_column_get (titles, CADRE_AFTER, after);

  if (a == CADRE_NO_VALUE || b == CADRE_NO_VALUE)
    return FALSE;
  if (self->titles[a] == self->titles[b])
    return !cadre_crossing_is_shared (self, self->titles[a]);
  return cadre_column_likeness (titles, a, b) >= MOSTLY_ALIKE;
}

/* Whether a title went and another came, and neither is one of another post. */
static gboolean
is_named_anew (const CadreCrossing *self, guint32 before, guint32 after)
{
  const CadreColumn *titles = &self->run->columns[CADRE_COLUMN_TITLE];
  const guint32 a = self->titles[cadre_column_get (titles, CADRE_BEFORE, before)];
  const guint32 b = self->titles[cadre_column_get (titles, CADRE_AFTER, after)];

  return !cadre_crossing_is_borne (self, CADRE_AFTER, a) &&
         !cadre_crossing_is_borne (self, CADRE_BEFORE, b);
}

static gboolean
is_for (gint16 value)
{
  return value != CADRE_NO_EVIDENCE && value >= 0;
}

/* Whether a pair with equal ids is one post by its title, or stands where it stood under
 * the same title or a new one. Where many have one title, ids that were dealt out anew
 * fall on it again, so that it alone says something only where nobody says where posts
 * stand. */
static gboolean
holds (const CadreCrossing *self, guint32 before, guint32 after)
{
  const gboolean is_doubted = self->same[CADRE_BEFORE][before] != CADRE_NO_ROW;
  CadreFacts a;
  CadreFacts b;
  CadreValues values;

  if (names_one_job (self, before, after))
    return TRUE;
  if (is_doubted && !is_named_anew (self, before, after))
    return FALSE;

  cadre_run_get_facts (self->run, CADRE_BEFORE, before, &a);
  cadre_run_get_facts (self->run, CADRE_AFTER, after, &b);
  cadre_run_score (self->run, &a, &b, values);
  if (values[CADRE_MAPPING_FEATURE_UNIT] == CADRE_NO_EVIDENCE &&
      values[CADRE_MAPPING_FEATURE_MANAGER] == CADRE_NO_EVIDENCE)
    return !is_doubted;
  return is_for (values[CADRE_MAPPING_FEATURE_UNIT]) ||
         is_for (values[CADRE_MAPPING_FEATURE_MANAGER]);
}

static guint32
get_employer (const CadreCrossing *self, guint32 before)
{
  return cadre_column_get (&self->run->columns[CADRE_COLUMN_EMPLOYER], CADRE_BEFORE, before);
}

/* The post with the id of one before, where ids say that it goes on and nothing says that
 * they are crossed; else CADRE_NO_ROW. */
static guint32
get_uncrossed (const CadreCrossing *self, guint32 before)
{
  const CadreSide *sides = self->run->sides;
  const guint32 mate = sides[CADRE_BEFORE].mate[before];

  if (mate == CADRE_NO_ROW || sides[CADRE_BEFORE].sort[before] != CADRE_SORT_POST ||
      sides[CADRE_AFTER].sort[mate] != CADRE_SORT_POST ||
      (self->same[CADRE_BEFORE][before] != CADRE_NO_ROW && is_crossed (self, before)))
    return CADRE_NO_ROW;
  return mate;
}

static gboolean
may_decide (const CadreEmployer *employer)
{
  return (guint64) employer->n_crossed * HARDLY_ANY >= employer->n_shared;
}

void
cadre_crossing_count (const CadreCrossing *self,
                      CadreEmployer *employers,
                      guint32 n_employers,
                      guint32 fewest)
{
  const guint32 n = self->run->sides[CADRE_BEFORE].n;
  CadreEmployer all = { 0 };

  for (guint32 i = 0; i < self->n_doubts; i++)
    if (is_crossed (self, self->doubts[i]))
      {
        employers[get_employer (self, self->doubts[i])].n_crossed++;
        all.n_crossed++;
      }
  if (self->n_doubts == 0 || all.n_crossed < fewest)
    return;

  for (guint32 i = 0; i < n_employers; i++)
    all.n_shared += employers[i].n_shared;
  for (guint32 row = 0; row < n; row++)
    {
      const guint32 mate = get_uncrossed (self, row);
      CadreEmployer *employer = &employers[get_employer (self, row)];

      if (mate != CADRE_NO_ROW && (may_decide (employer) || may_decide (&all)))
        employer->n_held += holds (self, row, mate);
      else if (mate != CADRE_NO_ROW)
        employer->n_held++;
    }
}

gboolean
cadre_crossing_is_clear (const CadreCrossing *self, guint32 before)
{
  return self->found != NULL && (self->found[before] & CADRE_CROSSED_CLEARLY) != 0 &&
         self->same[CADRE_BEFORE][before] != CADRE_NO_ROW;
}

/* Whether a post is what its id says, or nothing where nothing has its id. */
static gboolean
is_as_ids_say (const CadreCrossing *self, guint side, guint32 row)
{
  return self->run->sides[side].mate[row] == self->same[side][row];
}

gboolean
cadre_crossing_may_be (const CadreCrossing *self, guint32 before, guint32 after)
{
  return self->found != NULL && (self->found[before] & CADRE_CROSSED_MAYBE) != 0 &&
         self->link[CADRE_BEFORE][before] == after && is_link (self, before) &&
         is_as_ids_say (self, CADRE_BEFORE, before) && is_as_ids_say (self, CADRE_AFTER, after);
}

void
cadre_crossing_review (const CadreCrossing *self)
{
  for (guint32 row = 0; self->found != NULL && row < self->run->sides[CADRE_BEFORE].n; row++)
    {
      const guint32 after = self->link[CADRE_BEFORE][row];
      CadreEvidencePair pair = { .before = row, .after = after };

      if (after == CADRE_NO_ROW || !cadre_crossing_may_be (self, row, after))
        continue;
      pair.rival_before = row;
      pair.rival_after = self->same[CADRE_BEFORE][row];
      if (pair.rival_after == CADRE_NO_ROW)
        {
          pair.rival_before = self->same[CADRE_AFTER][after];
          pair.rival_after = after;
        }
      pair.review = CADRE_PAIR_REVIEW_UNSURE;
      pair.kind = CADRE_LINEAGE_KIND_CONTINUING;
      g_array_append_val (self->run->result->reviews, pair);
    }
}
