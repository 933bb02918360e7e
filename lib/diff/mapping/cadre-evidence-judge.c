/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What of the best way to map posts is sure enough, and what is for review. */

#include "config.h"

#include "diff/mapping/cadre-evidence-run-private.h"
#include "kernel/cadre-pages-private.h"

#include <stdlib.h>
#include <string.h>

#define SURE_ENOUGH 8000 /* thousandths: margins beyond are not told apart */

typedef struct
{
  CadreRun *run;
  const CadreSettled *settled;
  guint32 n[CADRE_N_SIDES];

  guint32 *class_of[CADRE_N_SIDES]; /* by number: the first post of those like it */
  guint32 *size[CADRE_N_SIDES];     /* by class: how many are like it */
  gint32 *margin;                   /* by number before */
  guint8 *accepted;                 /* by number before */
  guint32 *best[CADRE_N_SIDES];     /* by number: the place of the best candidate that it is not
                                     * paired by, or CADRE_NO_ROW */
} Judge;

static const CadreCandidate *
get_candidate (const Judge *self, guint32 place)
{
  return &g_array_index (self->run->candidates, CadreCandidate, place);
}

typedef struct
{
  guint64 place;
  guint32 number;
} Placed;

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *x = a;
  const Placed *y = b;

  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

/* Posts of one place are of one class, which is known by its first post. */
static gboolean
find_classes (Judge *self, guint side)
{
  const guint64 *places = self->run->sides[side].place;
  const guint32 n = self->n[side];
  g_autofree Placed *placed = cadre_pages_try_array_of (Placed, (gsize) n + 1);
  guint32 first = 0;

  if (placed == NULL)
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    placed[i] = (Placed){ places[self->settled->rows[side][i]], i };
  if (n > 0)
    qsort (placed, n, sizeof (Placed), compare_placed);
  for (guint32 i = 0; i < n; i++)
    {
      if (placed[i].place != placed[first].place)
        first = i;
      self->class_of[side][placed[i].number] = placed[first].number;
      self->size[side][placed[first].number]++;
    }

  return TRUE;
}

static void
find_best (Judge *self)
{
  for (guint32 place = 0; place < self->run->candidates->len; place++)
    {
      const CadreCandidate *candidate = get_candidate (self, place);
      const guint32 number[CADRE_N_SIDES] = {
        self->settled->number[CADRE_BEFORE][candidate->before],
        self->settled->number[CADRE_AFTER][candidate->after],
      };

      if (self->settled->match.left_partner[number[CADRE_BEFORE]] == number[CADRE_AFTER])
        continue;
      for (guint side = 0; side < CADRE_N_SIDES; side++)
        {
          guint32 *best = &self->best[side][number[side]];

          if (*best == CADRE_NO_ROW || get_candidate (self, *best)->score < candidate->score)
            *best = place;
        }
    }
}

static gboolean
is_twin (const Judge *self, guint32 left, guint32 right)
{
  return self->size[CADRE_BEFORE][self->class_of[CADRE_BEFORE][left]] > 1 ||
         self->size[CADRE_AFTER][self->class_of[CADRE_AFTER][right]] > 1;
}

static gboolean
is_denied (const Judge *self, guint32 left, guint32 right)
{
  return cadre_run_is_denied (self->run, self->settled->rows[CADRE_BEFORE][left],
                              self->settled->rows[CADRE_AFTER][right]);
}

static void
accept (Judge *self)
{
  for (guint32 left = 0; left < self->n[CADRE_BEFORE]; left++)
    {
      const guint32 right = self->settled->match.left_partner[left];

      self->accepted[left] = right != CADRE_KERNEL_NONE &&
                             self->margin[left] >= self->run->rules->margin &&
                             !is_denied (self, left, right);
    }
}

static CadreEvidencePair
make_pair (const Judge *self, guint32 before, guint32 after, CadrePairReview review)
{
  CadreEvidencePair pair = { .before = before, .after = after };
  const guint32 left = self->settled->number[CADRE_BEFORE][before];
  const guint32 right = self->settled->number[CADRE_AFTER][after];
  const guint32 places[CADRE_N_SIDES] = { self->best[CADRE_BEFORE][left],
                                          self->best[CADRE_AFTER][right] };

  pair.review = review;
  if (self->settled->match.left_partner[left] == right)
    pair.margin = self->margin[left];
  pair.kind = CADRE_LINEAGE_KIND_CONTINUING;
  pair.rival_before = pair.rival_after = CADRE_NO_ROW;
  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      const CadreCandidate *rival =
        places[side] != CADRE_NO_ROW ? get_candidate (self, places[side]) : NULL;

      if (rival == NULL || (rival->before == before && rival->after == after) ||
          (pair.rival_before != CADRE_NO_ROW && rival->score <= pair.rival_score))
        continue;
      pair.rival_before = rival->before;
      pair.rival_after = rival->after;
      pair.rival_score = rival->score;
    }

  return pair;
}

static void
add_review (Judge *self, guint32 before, guint32 after, CadrePairReview review)
{
  const CadreEvidencePair pair = make_pair (self, before, after, review);

  g_array_append_val (self->run->result->reviews, pair);
}

/* Keeps the pairs that are sure and undoes the others. */
static void
keep_pairs (Judge *self)
{
  CadrePairing *posts = self->run->posts;

  for (guint32 left = 0; left < self->n[CADRE_BEFORE]; left++)
    {
      const guint32 right = self->settled->match.left_partner[left];
      const guint32 before = self->settled->rows[CADRE_BEFORE][left];
      const guint32 after =
        right != CADRE_KERNEL_NONE ? self->settled->rows[CADRE_AFTER][right] : CADRE_NO_ROW;

      if (right == CADRE_KERNEL_NONE)
        continue;
      if (!self->accepted[left])
        {
          posts->after_of[before] = CADRE_NO_ROW;
          posts->before_of[after] = CADRE_NO_ROW;
          add_review (self, before, after,
                      self->margin[left] >= self->run->rules->margin ? CADRE_PAIR_REVIEW_ENDED
                                                                     : CADRE_PAIR_REVIEW_UNSURE);
        }
      else if (!is_twin (self, left, right))
        {
          CadreEvidencePair pair = make_pair (self, before, after, CADRE_PAIR_REVIEW_NONE);

          g_array_append_val (self->run->result->pairs, pair);
        }
    }
}

/* A post of twins, and by what they are put in order: those that are not said to have
 * ended come first; then where their managers are, so that reports stay with their
 * managers, and then by their ids, which is the order of the rows. */
typedef struct
{
  guint8 has_ended;
  guint32 manager;
  guint32 row;
} Twin;

static int
compare_twins (gconstpointer a, gconstpointer b)
{
  const Twin *x = a;
  const Twin *y = b;

  if (x->has_ended != y->has_ended)
    return x->has_ended - y->has_ended;
  if (x->manager != y->manager)
    return x->manager < y->manager ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static GArray *
list_twins (const Judge *self, guint side, guint32 wanted)
{
  const CadreSide *at = &self->run->sides[side];
  GArray *twins = g_array_new (FALSE, FALSE, sizeof (Twin));

  for (guint32 i = wanted; i < self->n[side] && twins->len < self->size[side][wanted]; i++)
    if (self->class_of[side][i] == wanted)
      {
        const guint32 row = self->settled->rows[side][i];
        const guint32 manager = at->index->manager[row];
        Twin twin = { at->has_ended != NULL && at->has_ended[row], manager, row };

        if (side == CADRE_BEFORE && manager != CADRE_NO_ROW)
          twin.manager = at->mate[manager];
        g_array_append_val (twins, twin);
      }

  g_array_sort (twins, compare_twins);
  return twins;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const guint32 x = *(const guint32 *) a;
  const guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static void
add_twin_rows (CadreEvidence *result, const GArray *twins)
{
  const guint first = result->twin_rows->len;

  for (guint i = 0; i < twins->len; i++)
    g_array_append_val (result->twin_rows, g_array_index (twins, Twin, i).row);
  qsort (&g_array_index (result->twin_rows, guint32, first), twins->len, sizeof (guint32),
         compare_rows);
}

/* So many of one class before that go to one class after. */
typedef struct
{
  gint32 depth;
  guint32 before;
  guint32 after;
  guint32 n;
} Flow;

static int
compare_flows (gconstpointer a, gconstpointer b)
{
  const Flow *x = a;
  const Flow *y = b;

  if (x->depth != y->depth)
    return x->depth < y->depth ? -1 : 1;
  if (x->before != y->before)
    return x->before < y->before ? -1 : 1;
  return x->after < y->after ? -1 : x->after > y->after;
}

/* From the top down, so that managers are in order before their reports are. */
static GArray *
list_flows (const Judge *self)
{
  GArray *flows = g_array_new (FALSE, FALSE, sizeof (Flow));
  guint n = 0;

  for (guint32 left = 0; left < self->n[CADRE_BEFORE]; left++)
    {
      const guint32 right = self->settled->match.left_partner[left];
      Flow flow = { 0, self->class_of[CADRE_BEFORE][left], 0, 1 };

      if (!self->accepted[left] || !is_twin (self, left, right))
        continue;
      flow.depth =
        self->run->sides[CADRE_BEFORE].index->depth[self->settled->rows[CADRE_BEFORE][left]];
      flow.after = self->class_of[CADRE_AFTER][right];
      g_array_append_val (flows, flow);
    }

  g_array_sort (flows, compare_flows);
  for (guint i = 0; i < flows->len; i++)
    if (n > 0 &&
        compare_flows (&g_array_index (flows, Flow, n - 1), &g_array_index (flows, Flow, i)) == 0)
      g_array_index (flows, Flow, n - 1).n++;
    else
      g_array_index (flows, Flow, n++) = g_array_index (flows, Flow, i);
  g_array_set_size (flows, n);
  return flows;
}

static void
undo_twins (Judge *self)
{
  for (guint32 left = 0; left < self->n[CADRE_BEFORE]; left++)
    {
      const guint32 right = self->settled->match.left_partner[left];

      if (!self->accepted[left] || !is_twin (self, left, right))
        continue;
      self->run->posts->after_of[self->settled->rows[CADRE_BEFORE][left]] = CADRE_NO_ROW;
      self->run->posts->before_of[self->settled->rows[CADRE_AFTER][right]] = CADRE_NO_ROW;
    }
}

/* Those of a class that are not paired yet. */
static void
remove_paired (const CadreSide *self, GArray *twins)
{
  guint n = 0;

  for (guint i = 0; i < twins->len; i++)
    if (self->mate[g_array_index (twins, Twin, i).row] == CADRE_NO_ROW)
      g_array_index (twins, Twin, n++) = g_array_index (twins, Twin, i);
  g_array_set_size (twins, n);
}

/* Where those of a class go different ways, nobody knows which goes which: the
 * first go the first way. */
static void
pair_flow (Judge *self, const Flow *flow)
{
  CadreRun *run = self->run;
  g_autoptr (GArray) before = list_twins (self, CADRE_BEFORE, flow->before);
  g_autoptr (GArray) after = list_twins (self, CADRE_AFTER, flow->after);
  CadreEvidenceTwins group = { run->result->twin_rows->len, before->len, after->len };
  const gboolean whole = flow->n == MIN (before->len, after->len);

  if (whole)
    {
      add_twin_rows (run->result, before);
      add_twin_rows (run->result, after);
      g_array_append_val (run->result->twins, group);
    }

  remove_paired (&run->sides[CADRE_BEFORE], before);
  remove_paired (&run->sides[CADRE_AFTER], after);
  for (guint i = 0; i < MIN (flow->n, MIN (before->len, after->len)); i++)
    {
      const guint32 a = g_array_index (before, Twin, i).row;
      const guint32 b = g_array_index (after, Twin, i).row;
      CadreEvidencePair pair = make_pair (self, a, b, CADRE_PAIR_REVIEW_TWINS);

      if (cadre_run_is_refused (run, a, b))
        continue;
      pair.margin = self->margin[self->settled->number[CADRE_BEFORE][a]];
      cadre_run_pair (run, a, b);
      g_array_append_val (run->result->pairs, pair);
      g_array_append_val (run->result->reviews, pair);
    }
}

static void
pair_all_twins (Judge *self)
{
  g_autoptr (GArray) flows = list_flows (self);

  undo_twins (self);
  for (guint i = 0; i < flows->len; i++)
    pair_flow (self, &g_array_index (flows, Flow, i));
}

static gboolean
is_left (const Judge *self, guint side, guint32 number)
{
  return self->run->sides[side].mate[self->settled->rows[side][number]] == CADRE_NO_ROW;
}

/* What the best candidate of a post without partner says. */
static void
review_left (Judge *self, guint side, guint32 number)
{
  const guint other = side == CADRE_BEFORE ? CADRE_AFTER : CADRE_BEFORE;
  const guint32 place = self->best[side][number];
  const CadreCandidate *best = place != CADRE_NO_ROW ? get_candidate (self, place) : NULL;
  guint32 number_of_other = 0;

  if (best == NULL || best->score < self->run->review)
    return;

  number_of_other = self->settled->number[other][other == CADRE_AFTER ? best->after : best->before];
  if (is_left (self, other, number_of_other) &&
      (side == CADRE_BEFORE || self->best[other][number_of_other] != place))
    add_review (self, best->before, best->after, CADRE_PAIR_REVIEW_UNSURE);
}

static gboolean
is_surplus_twin (const Judge *self, guint side, guint32 number)
{
  return self->size[side][self->class_of[side][number]] > 1;
}

static void
review_all_left (Judge *self)
{
  const CadreKernelBestMatch *match = &self->settled->match;
  const guint32 *partners[CADRE_N_SIDES] = { match->left_partner, match->right_partner };

  for (guint side = 0; side < CADRE_N_SIDES; side++)
    for (guint32 number = 0; number < self->n[side]; number++)
      if (partners[side][number] == CADRE_KERNEL_NONE && is_left (self, side, number) &&
          !is_surplus_twin (self, side, number))
        review_left (self, side, number);
}

static gboolean
judge_init (Judge *self)
{
  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      const gsize n = (gsize) self->n[side] + 1;

      self->class_of[side] = cadre_pages_try_array_of (guint32, n);
      self->size[side] = cadre_pages_try_zeros_of (guint32, n);
      self->best[side] = cadre_pages_try_array_of (guint32, n);
      if (self->class_of[side] == NULL || self->size[side] == NULL || self->best[side] == NULL)
        return FALSE;
      memset (self->best[side], 0xff, n * sizeof (guint32));
    }

  self->margin = cadre_pages_try_zeros_of (gint32, (gsize) self->n[CADRE_BEFORE] + 1);
  self->accepted = g_try_malloc0 ((gsize) self->n[CADRE_BEFORE] + 1);
  return self->margin != NULL && self->accepted != NULL;
}

static void
judge_clear (Judge *self)
{
  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      g_free (self->class_of[side]);
      g_free (self->size[side]);
      g_free (self->best[side]);
    }
  g_free (self->margin);
  g_free (self->accepted);
}

gboolean
cadre_run_judge (CadreRun *self, const CadreSettled *settled)
{
  Judge judge = { .run = self, .settled = settled };
  gboolean done = FALSE;

  judge.n[CADRE_BEFORE] = settled->gains.graph.n_left;
  judge.n[CADRE_AFTER] = settled->gains.graph.n_right;
  done = judge_init (&judge) && find_classes (&judge, CADRE_BEFORE) &&
         find_classes (&judge, CADRE_AFTER) &&
         cadre_kernel_best_match_margins (&settled->gains, &settled->match,
                                          judge.class_of[CADRE_BEFORE], judge.class_of[CADRE_AFTER],
                                          SURE_ENOUGH, judge.margin, NULL) == CADRE_KERNEL_DONE;
  if (done)
    {
      find_best (&judge);
      accept (&judge);
      keep_pairs (&judge);
      pair_all_twins (&judge);
      review_all_left (&judge);
    }

  judge_clear (&judge);
  return done;
}
