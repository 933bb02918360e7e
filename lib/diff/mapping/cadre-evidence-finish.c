/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a run leaves: pairs and reviews in order, with what speaks for them, and
 * which units are which. */

#include "config.h"

#include "diff/mapping/cadre-evidence-crossing-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

#define SURE_ENOUGH 8000 /* thousandths */
#define AHEAD 16         /* pairs */

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const CadreEvidencePair *x = a;
  const CadreEvidencePair *y = b;

  if (x->after != y->after)
    return x->after < y->after ? -1 : 1;
  return x->before < y->before ? -1 : x->before > y->before;
}

/* Pairs that were mapped before all others have no rivals: nothing else that is
 * said of any post is the same. */
static void
add_anchored (GArray *pairs, guint32 before, guint32 after)
{
  CadreEvidencePair pair = { .before = before, .after = after };

  pair.rival_before = pair.rival_after = CADRE_NO_ROW;
  pair.kind = CADRE_LINEAGE_KIND_CONTINUING;
  pair.margin = -1;
  g_array_append_val (pairs, pair);
}

/* Puts pairs in order, and between them those that were mapped before all others:
 * of those there are most, and they need not be sorted. */
static void
order_pairs (CadreRun *self)
{
  const CadreSide *after = &self->sides[CADRE_AFTER];
  GArray *judged = self->result->pairs;
  GArray *pairs = g_array_sized_new (FALSE, FALSE, sizeof (CadreEvidencePair), after->n);
  guint i = 0;

  cadre_pages_expect (pairs->data, after->n * sizeof (CadreEvidencePair));
  g_array_sort (judged, compare_pairs);
  for (guint32 row = 0; row < after->n; row++)
    {
      for (; i < judged->len && g_array_index (judged, CadreEvidencePair, i).after == row; i++)
        g_array_append_val (pairs, g_array_index (judged, CadreEvidencePair, i));
      if (after->open[row] == CADRE_OPEN_ANCHORED)
        add_anchored (pairs, after->mate[row], row);
    }

  g_array_unref (judged);
  self->result->pairs = pairs;
}

static gint32
score_rows (const CadreRun *self, guint32 before, guint32 after, CadreValues values)
{
  CadreFacts a;
  CadreFacts b;

  cadre_run_get_facts_again (self, CADRE_BEFORE, before, &a);
  cadre_run_get_facts_again (self, CADRE_AFTER, after, &b);
  return cadre_run_score (self, &a, &b, values);
}

static void
fill_judged (const CadreRun *self, CadreEvidencePair *pair)
{
  CadreValues values;

  pair->score = score_rows (self, pair->before, pair->after, pair->values);
  if (pair->rival_before != CADRE_NO_ROW)
    pair->rival_score = score_rows (self, pair->rival_before, pair->rival_after, values);
}

static void
fill_anchored (const CadreRun *self, CadreEvidencePair *pair, const CadreAround *around)
{
  pair->score = cadre_run_score_alike (self, CADRE_AFTER, pair->after, around, pair->values);
  pair->margin = CLAMP (pair->score - self->accept, 0, SURE_ENOUGH);
}

/* By post before, of those that were mapped before all others: in the order of the posts
 * before, those of one manager are mostly near each other on one side at least. */
static void
weigh_around (const CadreRun *self, CadreAround *around)
{
  const CadreSide *sides = self->sides;
  const guint32 *mate = sides[CADRE_BEFORE].mate;
  const guint32 n = sides[CADRE_BEFORE].n;

  for (guint32 row = 0; row < n; row++)
    {
      const guint32 far_off = row + 2 * AHEAD < n ? mate[row + 2 * AHEAD] : CADRE_NO_ROW;
      const guint32 near = row + AHEAD < n ? mate[row + AHEAD] : CADRE_NO_ROW;

      if (far_off != CADRE_NO_ROW)
        cadre_side_look_far_ahead (&sides[CADRE_AFTER], far_off);
      if (near != CADRE_NO_ROW)
        {
          cadre_side_look_ahead (&sides[CADRE_BEFORE], row + AHEAD);
          cadre_side_look_ahead (&sides[CADRE_AFTER], near);
        }
      if (sides[CADRE_BEFORE].open[row] == CADRE_OPEN_ANCHORED)
        cadre_run_weigh_around (self, row, mate[row], &around[row]);
    }
}

static gboolean
fill_pairs (CadreRun *self)
{
  GArray *pairs = self->result->pairs;
  g_autofree CadreAround *around =
    cadre_pages_try_array_of (CadreAround, MAX (self->sides[CADRE_BEFORE].n, 1));

  if (around == NULL)
    return FALSE;

  weigh_around (self, around);
  for (guint i = 0; i < pairs->len; i++)
    {
      CadreEvidencePair *pair = &g_array_index (pairs, CadreEvidencePair, i);

      if (i + AHEAD < pairs->len)
        __builtin_prefetch (&around[pair[AHEAD].before]);
      if (pair->margin < 0)
        fill_anchored (self, pair, &around[pair->before]);
      else
        fill_judged (self, pair);
    }

  return TRUE;
}

/* What a person has looked at is for nobody to look at again. */
static void
remove_refused (CadreRun *self)
{
  GArray *reviews = self->result->reviews;
  guint n = 0;

  for (guint i = 0; i < reviews->len; i++)
    {
      const CadreEvidencePair pair = g_array_index (reviews, CadreEvidencePair, i);

      if (!cadre_run_is_refused (self, pair.before, pair.after))
        g_array_index (reviews, CadreEvidencePair, n++) = pair;
    }

  g_array_set_size (reviews, n);
}

/* What was unsure may be sure by now: where the id of one of the two says so. */
static void
remove_settled (CadreRun *self)
{
  GArray *reviews = self->result->reviews;
  guint n = 0;

  for (guint i = 0; i < reviews->len; i++)
    {
      const CadreEvidencePair pair = g_array_index (reviews, CadreEvidencePair, i);

      if ((pair.review == CADRE_PAIR_REVIEW_UNSURE || pair.review == CADRE_PAIR_REVIEW_ENDED) &&
          (self->posts->after_of[pair.before] != CADRE_NO_ROW ||
           self->posts->before_of[pair.after] != CADRE_NO_ROW))
        continue;
      g_array_index (reviews, CadreEvidencePair, n++) = pair;
    }

  g_array_set_size (reviews, n);
}

/* Of one pair what is more sure comes first. */
static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  const CadreEvidencePair *x = a;
  const CadreEvidencePair *y = b;
  const int order = compare_pairs (a, b);

  return order != 0 ? order : (int) y->review - (int) x->review;
}

/* What may be a part of another is not for review as that one too. */
static void
remove_repeated (GArray *reviews)
{
  guint n = 0;

  for (guint i = 0; i < reviews->len; i++)
    {
      const CadreEvidencePair pair = g_array_index (reviews, CadreEvidencePair, i);
      const CadreEvidencePair *last =
        n > 0 ? &g_array_index (reviews, CadreEvidencePair, n - 1) : NULL;

      if (last != NULL && compare_pairs (last, &pair) == 0 &&
          (pair.review == CADRE_PAIR_REVIEW_UNSURE || pair.review == last->review))
        continue;
      g_array_index (reviews, CadreEvidencePair, n++) = pair;
    }

  g_array_set_size (reviews, n);
}

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CadreEvidenceTwins *x = a;
  const CadreEvidenceTwins *y = b;
  const guint32 *rows = user_data;

  return rows[x->first] < rows[y->first] ? -1 : rows[x->first] > rows[y->first];
}

/* A unit is the one that more than half of its mapped posts went to, and of which
 * more than half of the mapped posts came from it: there is only one. */
static gboolean
map_units (CadreRun *self)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];
  const CadreUnitVotes *votes = &self->votes;
  const gsize n = (gsize) before->index->n_units + 1;

  self->result->units = cadre_pages_try_array_of (guint32, n);
  if (self->result->units == NULL || !cadre_run_count_units (self))
    return FALSE;

  memset (self->result->units, 0xff, n * sizeof (guint32));
  for (guint32 slot = 0; slot < votes->n_slots; slot++)
    {
      const CadreUnitVote *vote = &votes->slots[slot];
      const guint32 a = (guint32) ((vote->key - 1) >> 32);
      const guint32 b = (guint32) (vote->key - 1);

      if (vote->key != 0 && 2 * (guint64) vote->count > before->unit_mapped[a] &&
          2 * (guint64) vote->count > after->unit_mapped[b])
        self->result->units[a] = b;
    }

  return TRUE;
}

gboolean
cadre_run_finish (CadreRun *self)
{
  CadreEvidence *result = self->result;

  if (!map_units (self))
    return FALSE;

  remove_settled (self);
  if (self->crossing != NULL)
    cadre_crossing_review (self->crossing);
  if (!cadre_run_weigh (self, CADRE_SORT_POST))
    return FALSE;
  cadre_run_find_kin (self);
  if (!cadre_run_find_made (self))
    return FALSE;
  remove_refused (self);
  order_pairs (self);
  g_array_sort (result->reviews, compare_reviews);
  remove_repeated (result->reviews);
  g_array_sort_with_data (result->twins, compare_groups, result->twin_rows->data);
  for (guint i = 0; i < result->reviews->len; i++)
    fill_judged (self, &g_array_index (result->reviews, CadreEvidencePair, i));
  return fill_pairs (self);
}
