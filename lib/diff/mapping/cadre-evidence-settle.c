/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The best way to map what is left, found again until nothing changes: who is
 * mapped is evidence for those above, below and beside. */

#include "config.h"

#include "diff/mapping/cadre-evidence-run-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

#define MAX_ROUNDS 6
#define MAX_FIRST_ROUNDS 2 /* of a first pass, which only says where to look */
#define MAX_TOGETHER                                                          \
  4000 /* posts before that hang together; above, fewer of the pairs are kept \
        */

/* The posts of the candidates, numbered from 0 on. */
typedef struct
{
  CadreRun *run;
  guint32 *left_rows;
  guint32 *right_rows;
  guint32 *number[CADRE_N_SIDES]; /* by post */
  guint32 n_left;
  guint32 n_right;

  guint32 *first;
  guint32 *right;
  gint32 *gain;
  guint32 *places; /* by edge: its candidate */
  CadreKernelBestMatch match;
  guint32 *component[CADRE_N_SIDES];
  guint32 *n_together; /* by component */
} Settler;

static gboolean
keep_going (gpointer data)
{
  return !cadre_run_is_cancelled (data);
}

static void
settler_clear (Settler *self)
{
  g_free (self->left_rows);
  g_free (self->right_rows);
  g_free (self->number[CADRE_BEFORE]);
  g_free (self->number[CADRE_AFTER]);
  g_free (self->first);
  g_free (self->right);
  g_free (self->gain);
  g_free (self->places);
  g_free (self->match.left_partner);
  g_free (self->match.right_partner);
  g_free (self->match.left_price);
  g_free (self->match.right_price);
  g_free (self->component[CADRE_BEFORE]);
  g_free (self->component[CADRE_AFTER]);
  g_free (self->n_together);
}

static void
number_post (guint32 *number, guint32 *rows, guint32 *n, guint32 row)
{
  if (number[row] != CADRE_NO_ROW)
    return;

  number[row] = *n;
  rows[(*n)++] = row;
}

static gboolean
settler_init (Settler *self, CadreRun *run)
{
  const gsize n_candidates = run->candidates->len;
  const gsize n_before = MAX (run->sides[CADRE_BEFORE].n, 1);
  const gsize n_after = MAX (run->sides[CADRE_AFTER].n, 1);

  self->run = run;
  self->number[CADRE_BEFORE] = cadre_pages_try_array_of (guint32, n_before);
  self->number[CADRE_AFTER] = cadre_pages_try_array_of (guint32, n_after);
  self->left_rows = cadre_pages_try_array_of (guint32, MIN (n_before, n_candidates + 1));
  self->right_rows = cadre_pages_try_array_of (guint32, MIN (n_after, n_candidates + 1));
  if (self->number[CADRE_BEFORE] == NULL || self->number[CADRE_AFTER] == NULL ||
      self->left_rows == NULL || self->right_rows == NULL)
    return FALSE;

  memset (self->number[CADRE_BEFORE], 0xff, n_before * sizeof (guint32));
  memset (self->number[CADRE_AFTER], 0xff, n_after * sizeof (guint32));
  for (gsize i = 0; i < n_candidates; i++)
    {
      const CadreCandidate *candidate = &g_array_index (run->candidates, CadreCandidate, i);

      number_post (self->number[CADRE_BEFORE], self->left_rows, &self->n_left, candidate->before);
      number_post (self->number[CADRE_AFTER], self->right_rows, &self->n_right, candidate->after);
    }

  self->first = cadre_pages_try_array_of (guint32, (gsize) self->n_left + 1);
  self->right = cadre_pages_try_array_of (guint32, n_candidates + 1);
  self->gain = cadre_pages_try_array_of (gint32, n_candidates + 1);
  self->places = cadre_pages_try_array_of (guint32, n_candidates + 1);
  self->match.left_partner = cadre_pages_try_array_of (guint32, (gsize) self->n_left + 1);
  self->match.right_partner = cadre_pages_try_array_of (guint32, (gsize) self->n_right + 1);
  self->match.left_price = cadre_pages_try_array_of (gint32, (gsize) self->n_left + 1);
  self->match.right_price = cadre_pages_try_array_of (gint32, (gsize) self->n_right + 1);
  self->component[CADRE_BEFORE] = cadre_pages_try_array_of (guint32, (gsize) self->n_left + 1);
  self->component[CADRE_AFTER] = cadre_pages_try_array_of (guint32, (gsize) self->n_right + 1);
  self->n_together = cadre_pages_try_array_of (guint32, (gsize) self->n_left + self->n_right + 1);
  return self->first != NULL && self->right != NULL && self->gain != NULL && self->places != NULL &&
         self->match.left_partner != NULL && self->match.right_partner != NULL &&
         self->match.left_price != NULL && self->match.right_price != NULL &&
         self->component[CADRE_BEFORE] != NULL && self->component[CADRE_AFTER] != NULL &&
         self->n_together != NULL;
}

static CadreKernelGains
get_gains (const Settler *self)
{
  const CadreKernelGains gains = { { self->n_left, self->n_right, self->first, self->right },
                                   self->gain };

  return gains;
}

/* The edges of the candidates that may be mapped. Candidates are in order of the
 * posts before, so that the edges are in order of the numbers. */
static void
make_edges (Settler *self)
{
  const GArray *candidates = self->run->candidates;
  const gint32 accept = self->run->accept;
  guint32 n = 0;
  guint32 left = 0;

  self->first[0] = 0;
  for (guint32 i = 0; i < candidates->len; i++)
    {
      const CadreCandidate *candidate = &g_array_index (candidates, CadreCandidate, i);
      const guint32 own = self->number[CADRE_BEFORE][candidate->before];

      while (left < own)
        self->first[++left] = n;
      if (candidate->score <= accept)
        continue;
      self->right[n] = self->number[CADRE_AFTER][candidate->after];
      self->gain[n] = candidate->score - accept;
      self->places[n++] = i;
    }
  while (left < self->n_left)
    self->first[++left] = n;
}

static CadreKernelStatus
find_components (Settler *self, guint32 *most)
{
  const CadreKernelGains gains = get_gains (self);
  const CadreKernelWatch watch = { keep_going, self->run };
  guint32 n = 0;
  const CadreKernelStatus status =
    cadre_kernel_components (&gains.graph, self->component[CADRE_BEFORE],
                             self->component[CADRE_AFTER], &n, &watch);

  *most = 0;
  if (status != CADRE_KERNEL_DONE)
    return status;

  memset (self->n_together, 0, (gsize) n * sizeof (guint32));
  for (guint32 i = 0; i < self->n_left; i++)
    if (self->component[CADRE_BEFORE][i] != CADRE_KERNEL_NONE)
      *most = MAX (*most, ++self->n_together[self->component[CADRE_BEFORE][i]]);

  return status;
}

/* Where too many hang together to be solved at once, drops the pairs that are
 * further below the best of their post than @distance. */
static void
thin_out (Settler *self, gint32 distance)
{
  guint32 n = 0;
  guint32 start = 0;

  for (guint32 left = 0; left < self->n_left; left++)
    {
      const guint32 end = self->first[left + 1];
      const guint32 component = self->component[CADRE_BEFORE][left];
      const gboolean large =
        component != CADRE_KERNEL_NONE && self->n_together[component] > MAX_TOGETHER;
      gint32 best = 0;

      for (guint32 edge = start; edge < end; edge++)
        best = MAX (best, self->gain[edge]);
      for (guint32 edge = start; edge < end; edge++)
        if (!large || self->gain[edge] > best - distance || self->gain[edge] == best)
          {
            self->right[n] = self->right[edge];
            self->gain[n] = self->gain[edge];
            self->places[n++] = self->places[edge];
          }
      start = end;
      self->first[left + 1] = n;
    }
}

static CadreKernelStatus
solve (Settler *self)
{
  const CadreKernelWatch watch = { keep_going, self->run };
  CadreKernelStatus status = CADRE_KERNEL_DONE;
  CadreKernelGains gains;
  guint32 most = 0;

  make_edges (self);
  for (gint32 distance = 4000; distance > 0 && status == CADRE_KERNEL_DONE; distance /= 2)
    {
      status = find_components (self, &most);
      if (most <= MAX_TOGETHER)
        break;
      thin_out (self, distance);
    }
  if (status != CADRE_KERNEL_DONE)
    return status;

  gains = get_gains (self);
  return cadre_kernel_best_match (&gains, &self->match, &watch);
}

/* Maps what was found; whether that is something else than before. */
static gboolean
map_found (Settler *self)
{
  CadrePairing *posts = self->run->posts;
  gboolean changed = FALSE;

  for (guint32 right = 0; right < self->n_right; right++)
    {
      const guint32 left = self->match.right_partner[right];
      const guint32 before = left != CADRE_KERNEL_NONE ? self->left_rows[left] : CADRE_NO_ROW;

      changed |= posts->before_of[self->right_rows[right]] != before;
      posts->before_of[self->right_rows[right]] = before;
    }
  for (guint32 left = 0; left < self->n_left; left++)
    {
      const guint32 right = self->match.left_partner[left];
      const guint32 row = self->left_rows[left];
      const guint32 after = right != CADRE_KERNEL_NONE ? self->right_rows[right] : CADRE_NO_ROW;
      const guint32 was = posts->after_of[row];

      if (was == after)
        continue;
      if (was != CADRE_NO_ROW)
        cadre_run_vote (self->run, row, was, FALSE);
      if (after != CADRE_NO_ROW)
        cadre_run_vote (self->run, row, after, TRUE);
      posts->after_of[row] = after;
    }

  return changed;
}

/* Only where anything changed that counts. */
static void
score_again (CadreRun *self)
{
  const CadreSheet *before = &self->sheets[CADRE_BEFORE];
  const CadreSheet *after = &self->sheets[CADRE_AFTER];

  cadre_run_renew_sheets (self);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      CadreCandidate *candidate = &g_array_index (self->candidates, CadreCandidate, i);
      const guint32 left = candidate->number[CADRE_BEFORE];
      const guint32 right = candidate->number[CADRE_AFTER];

      if (before->changed[left] || after->changed[right])
        candidate->score =
          candidate->own + cadre_run_score_place (self, &before->facts[left], &after->facts[right]);
    }
}

static CadreKernelStatus
run_rounds (Settler *self, guint n_rounds)
{
  for (guint round = 0; round < n_rounds; round++)
    {
      CadreKernelStatus status = CADRE_KERNEL_DONE;

      if (round > 0)
        score_again (self->run);
      status = solve (self);
      if (status != CADRE_KERNEL_DONE)
        return status;
      if (!map_found (self))
        break;
      if (self->run->votes.failed)
        return CADRE_KERNEL_NO_MEMORY;
    }

  return CADRE_KERNEL_DONE;
}

gboolean
cadre_run_settle (CadreRun *self, gboolean last)
{
  Settler settler = { 0 };
  CadreKernelStatus status = CADRE_KERNEL_NO_MEMORY;

  if (settler_init (&settler, self))
    status = run_rounds (&settler, last ? MAX_ROUNDS : MAX_FIRST_ROUNDS);
  if (status == CADRE_KERNEL_DONE && last)
    {
      const CadreSettled settled = {
        get_gains (&settler),
        settler.match,
        { settler.left_rows, settler.right_rows },
        { settler.number[CADRE_BEFORE], settler.number[CADRE_AFTER] },
      };

      status = cadre_run_judge (self, &settled) ? CADRE_KERNEL_DONE : CADRE_KERNEL_NO_MEMORY;
    }

  settler_clear (&settler);
  return status != CADRE_KERNEL_NO_MEMORY;
}
