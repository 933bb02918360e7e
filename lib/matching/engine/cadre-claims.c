/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who has a slotting-in claim on which post.
 *
 * A claim comes from the mapping of the posts, from profiles that are alike,
 * from a judgement in the log, or from the paper. Wherever it comes from, it
 * holds where every head that the policy asks for is broadly the same and the
 * grades are near enough; what is not known makes it a claim to be checked. */

#include "config.h"

#include "matching/engine/cadre-engine-private.h"
#include <cadre/cadre-matching-error.h>

#include <stdlib.h>
#include <string.h>

/* A pair of posts, and for a declaration whose it is. */
typedef struct
{
  guint32 before;
  guint32 after;
  guint32 assignment; /* CADRE_NO_ROW for all holders */
} Declared;

static int
compare_comparisons (gconstpointer a, gconstpointer b)
{
  const CadreComparison *x = a;
  const CadreComparison *y = b;

  if (x->before != y->before)
    return x->before < y->before ? -1 : 1;
  return x->after < y->after ? -1 : x->after > y->after;
}

static gboolean
is_to_be_filled (const CadreEngine *self, guint32 after)
{
  return self->place[after] == CADRE_PLACE_OPEN || self->n_open[after] > 0;
}

/* Whether the holders of a post may claim another. */
static gboolean
may_claim (const CadreEngine *self, guint32 before)
{
  switch ((CadreFate) self->fate[before])
    {
    case CADRE_FATE_CLAIMED:
    case CADRE_FATE_MERGED:
    case CADRE_FATE_SPLIT:
    case CADRE_FATE_GONE:
      return TRUE;
    case CADRE_FATE_OUTSIDE:
    case CADRE_FATE_NOT_COVERED:
    case CADRE_FATE_UNCHANGED:
    case CADRE_FATE_AFFECTED:
    case CADRE_FATE_DEFERRED:
    default:
      return FALSE;
    }
}

static gboolean
add_pair (CadreEngine *self, CadreVector *pairs, guint32 before, guint32 after, guint8 sources)
{
  CadreComparison comparison = { 0 };

  if (!may_claim (self, before) || !is_to_be_filled (self, after))
    return TRUE;

  comparison.before = before;
  comparison.after = after;
  comparison.sources = sources;
  cadre_engine_compare (self, &comparison);
  return cadre_vector_push (pairs, &comparison);
}

static gboolean
add_mapped (CadreEngine *self, CadreVector *pairs)
{
  for (guint32 before = 0; before < self->sides[CADRE_BEFORE].n_posts; before++)
    {
      guint32 n = 0;
      const guint32 *posts = cadre_lists_get (&self->successors, before, &n);

      for (guint32 i = 0; i < n; i++)
        if (!add_pair (self, pairs, before, posts[i], CADRE_SOURCE_MAPPED))
          return FALSE;
    }

  return TRUE;
}

/* A judgement that posts are alike under some head makes a claim; one that they
 * differ makes none. */
static gboolean
add_judged (CadreEngine *self, CadreVector *pairs)
{
  const CadreJudgement *rows = self->judgements.data;

  for (gsize i = 0; i < self->judgements.n; i++)
    {
      gboolean is_first =
        i == 0 || rows[i - 1].before != rows[i].before || rows[i - 1].after != rows[i].after;
      gboolean is_alike = FALSE;

      for (gsize k = i; is_first && k < self->judgements.n && rows[k].before == rows[i].before &&
                        rows[k].after == rows[i].after;
           k++)
        is_alike = is_alike || (rows[k].answer != CADRE_JUDGED_DIFFERENT && rows[k].answer > 0);
      if (is_alike && !add_pair (self, pairs, rows[i].before, rows[i].after, CADRE_SOURCE_JUDGED))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_declared (CadreEngine *self, CadreVector *pairs, CadreVector *declared)
{
  g_autoptr (GListModel) list = cadre_case_list_declarations (self->source);
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreDeclaration) declaration = g_list_model_get_item (list, i);
      guint32 row = cadre_side_find (&self->sides[CADRE_BEFORE], CADRE_RECORD_KIND_ASSIGNMENT,
                                     cadre_declaration_get_assignment (declaration));
      guint32 after = cadre_side_find (&self->sides[CADRE_AFTER], CADRE_RECORD_KIND_POST,
                                       cadre_declaration_get_post (declaration));
      Declared claim = { CADRE_NO_ROW, after, row };

      if (cadre_declaration_get_outcome (declaration) != CADRE_DECLARED_OUTCOME_SLOTTING_IN ||
          row == CADRE_NO_ROW || after == CADRE_NO_ROW || self->post[row] == CADRE_NO_ROW)
        continue;

      claim.before = self->post[row];
      if (!add_pair (self, pairs, claim.before, after, CADRE_SOURCE_DECLARED) ||
          !cadre_vector_push (declared, &claim))
        return FALSE;
    }

  return TRUE;
}

/* One comparison for each pair of posts, whatever it came from. */
static void
unite_sources (CadreVector *pairs)
{
  CadreComparison *rows = pairs->data;
  gsize n = 0;

  if (pairs->n > 0)
    qsort (rows, pairs->n, sizeof (CadreComparison), compare_comparisons);
  for (gsize i = 0; i < pairs->n; i++)
    {
      if (n > 0 && compare_comparisons (&rows[n - 1], &rows[i]) == 0)
        rows[n - 1].sources |= rows[i].sources;
      else
        rows[n++] = rows[i];
    }
  pairs->n = n;
}

static int
compare_declared (gconstpointer a, gconstpointer b)
{
  const Declared *x = a;
  const Declared *y = b;

  if (x->assignment != y->assignment)
    return x->assignment < y->assignment ? -1 : 1;
  return x->after < y->after ? -1 : x->after > y->after;
}

static gboolean
is_declared (const CadreVector *declared, guint32 assignment, guint32 after)
{
  Declared key = { CADRE_NO_ROW, after, assignment };

  return declared->n > 0 &&
         bsearch (&key, declared->data, declared->n, sizeof (Declared), compare_declared) != NULL;
}

/* True is unknown where either is unknown, and false where either is false. */
static CadreTruth
both (CadreTruth a, CadreTruth b)
{
  if (a == CADRE_TRUTH_FALSE || b == CADRE_TRUTH_FALSE)
    return CADRE_TRUTH_FALSE;

  return a == CADRE_TRUTH_TRUE && b == CADRE_TRUTH_TRUE ? CADRE_TRUTH_TRUE : CADRE_TRUTH_UNKNOWN;
}

static CadreTruth
find_grade_truth (const CadreEngine *self,
                  const CadreComparison *comparison,
                  const CadrePolicyRules *rules,
                  CadreClaimRow *claim)
{
  int judged = comparison->judged[CADRE_JUDGED_HEAD_LEVEL];
  CadreTruth truth = CADRE_TRUTH_UNKNOWN;

  if (judged == CADRE_JUDGED_SAME)
    return CADRE_TRUTH_TRUE;
  if (judged == CADRE_JUDGED_DIFFERENT)
    return CADRE_TRUTH_FALSE;

  truth = cadre_engine_grades_within (self, self->grade[CADRE_BEFORE][comparison->before],
                                      self->grade[CADRE_AFTER][comparison->after], rules->grade_up,
                                      rules->grade_down);
  if (truth == CADRE_TRUTH_TRUE && self->provisional[comparison->after])
    {
      claim->flags |= CADRE_CLAIM_PROVISIONAL;
      truth = CADRE_TRUTH_UNKNOWN;
    }

  return truth;
}

static CadreTruth
find_hours_truth (const CadreEngine *self,
                  const CadreComparison *comparison,
                  const CadrePolicyRules *rules)
{
  if (rules->hours_difference == CADRE_ANY_DIFFERENCE)
    return CADRE_TRUTH_TRUE;

  return cadre_engine_hours_within (self, comparison->before, comparison->after,
                                    rules->hours_difference);
}

static guint8
find_flags (const CadreEngine *self, const CadreComparison *comparison, guint32 assignment)
{
  const CadreSide *after = &self->sides[CADRE_AFTER];
  guint32 employer =
    cadre_side_code (after,
                     cadre_table_code (cadre_tables_get (after->tables, CADRE_RECORD_KIND_POST),
                                       CADRE_FIELD_POST_EMPLOYER, comparison->after));
  gint64 difference = 0;
  guint8 flags = 0;

  if (employer > CADRE_STRING_NONE && self->employer[assignment] > CADRE_STRING_NONE &&
      employer != self->employer[assignment])
    flags |= CADRE_CLAIM_OTHER_EMPLOYER;
  if ((self->person_flags[assignment] & CADRE_PERSON_BASIS_UNKNOWN) != 0)
    flags |= CADRE_CLAIM_BASIS_UNKNOWN;
  if (cadre_engine_rules_for (self, CADRE_PARAMETER_TIER_BELOW, assignment, comparison->after)
        ->bar_tier_below)
    flags |= CADRE_CLAIM_BARS_BELOW;

  /* Who held a post that became this one is its holder, and not from above. */
  if ((comparison->sources & CADRE_SOURCE_MAPPED) == 0 &&
      cadre_engine_tier_difference (self, comparison->before, comparison->after, &difference) ==
        CADRE_TRUTH_TRUE &&
      difference > 0)
    flags |= CADRE_CLAIM_FROM_ABOVE;

  return flags;
}

static CadreClaimRow
evaluate (const CadreEngine *self, guint32 index, guint32 assignment)
{
  const CadreComparison *comparison = &cadre_vector_at (&self->comparisons, CadreComparison, index);
  const CadrePolicyRules *rules = self->rules[self->policy[assignment]];
  CadreClaimRow claim = { 0 };

  claim.assignment = assignment;
  claim.post = comparison->after;
  claim.comparison = index;
  claim.sources = comparison->sources;
  claim.flags = find_flags (self, comparison, assignment);
  claim.truth = (guint8) cadre_engine_answer_heads (comparison, rules, claim.heads);
  claim.grade = (guint8) find_grade_truth (self, comparison, rules, &claim);
  claim.truth = (guint8) both (claim.truth, claim.grade);
  claim.hours = (guint8) find_hours_truth (self, comparison, rules);
  claim.truth = (guint8) both (claim.truth, claim.hours);
  if (self->standing[assignment] == CADRE_STANDING_ENDING ||
      (claim.flags & CADRE_CLAIM_BASIS_UNKNOWN) != 0)
    claim.truth = (guint8) both (claim.truth, CADRE_TRUTH_UNKNOWN);
  if (self->standing[assignment] == CADRE_STANDING_ENDING &&
      rules->fixed_term == CADRE_FIXED_TERM_EXCLUDED)
    claim.truth = CADRE_TRUTH_FALSE;

  return claim;
}

/* A claim that rests on likeness alone is none where it fails, or where the
 * paper declares it for somebody else only. */
static gboolean
is_worth_keeping (const CadreClaimRow *claim)
{
  if (claim->sources == 0)
    return FALSE;

  return claim->truth != CADRE_TRUTH_FALSE ||
         (claim->sources & (CADRE_SOURCE_MAPPED | CADRE_SOURCE_DECLARED)) != 0;
}

static void
unite_claims (CadreClaimRow *claim, const CadreClaimRow *other)
{
  claim->truth = (guint8) both (claim->truth, other->truth);
  claim->grade = (guint8) both (claim->grade, other->grade);
  claim->hours = (guint8) both (claim->hours, other->hours);
  claim->flags |= other->flags;
  claim->sources |= other->sources;
  for (CadreHead head = CADRE_HEAD_PURPOSE; head <= CADRE_HEAD_COMPETENCIES; head++)
    claim->heads[head] = (guint8) both (claim->heads[head], other->heads[head]);
}

/* By claim, in order of the assignments: that of the first of those who share
 * the position. */
static gsize
find_first_sharer (const CadreEngine *self, const CadreVector *claims, gsize claim)
{
  const CadreClaimRow *rows = claims->data;
  guint32 first = self->share[rows[claim].assignment];
  gsize low = 0;
  gsize high = claim;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (rows[middle].assignment < first)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Sharers of one position claim together: their claim holds where that of each
 * of them does. @claims are those on one post. */
static void
unite_sharers (const CadreEngine *self, CadreVector *claims)
{
  CadreClaimRow *rows = claims->data;

  for (gsize i = 0; i < claims->n; i++)
    if (self->share[rows[i].assignment] != rows[i].assignment)
      unite_claims (&rows[find_first_sharer (self, claims, i)], &rows[i]);

  for (gsize i = 0; i < claims->n; i++)
    if (self->share[rows[i].assignment] != rows[i].assignment)
      {
        guint32 assignment = rows[i].assignment;

        rows[i] = rows[find_first_sharer (self, claims, i)];
        rows[i].assignment = assignment;
      }
}

/* What all holders of the post before may claim, by assignment. */
static gboolean
evaluate_all (CadreEngine *self, guint32 index, const CadreVector *declared, CadreVector *claims)
{
  const CadreComparison *comparison = &cadre_vector_at (&self->comparisons, CadreComparison, index);
  guint32 n = 0;
  const guint32 *holders = cadre_lists_get (&self->holders, comparison->before, &n);

  claims->n = 0;
  for (guint32 i = 0; i < n; i++)
    {
      CadreClaimRow claim = evaluate (self, index, holders[i]);

      if (!is_declared (declared, holders[i], comparison->after))
        claim.sources &= (guint8) ~CADRE_SOURCE_DECLARED;
      if (!cadre_vector_push (claims, &claim))
        return FALSE;
    }

  unite_sharers (self, claims);
  return TRUE;
}

static gboolean
add_claims (CadreEngine *self, const CadreVector *claims, GError **error)
{
  for (gsize i = 0; i < claims->n; i++)
    {
      const CadreClaimRow *claim = &cadre_vector_at (claims, CadreClaimRow, i);

      if (!is_worth_keeping (claim))
        continue;
      if (self->claims.n >= CADRE_MAX_CLAIMS)
        {
          g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_LIMIT,
                       "The case has more than %d slotting-in claims", CADRE_MAX_CLAIMS);
          return FALSE;
        }
      if (!cadre_vector_push (&self->claims, claim))
        return FALSE;
    }

  return TRUE;
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const CadreClaimRow *x = a;
  const CadreClaimRow *y = b;

  if (x->post != y->post)
    return x->post < y->post ? -1 : 1;
  return x->assignment < y->assignment ? -1 : x->assignment > y->assignment;
}

/* Finds the claim that is counted for each. */
static void
find_counted (CadreEngine *self)
{
  CadreClaimRow *claims = self->claims.data;

  for (gsize i = 0; i < self->claims.n; i++)
    {
      CadreClaimRow key = claims[i];
      const CadreClaimRow *counted = NULL;

      key.assignment = self->share[claims[i].assignment];
      counted = key.assignment == claims[i].assignment
                  ? &claims[i]
                  : bsearch (&key, claims, self->claims.n, sizeof (CadreClaimRow), compare_claims);
      claims[i].counted = (guint32) ((counted != NULL ? counted : &claims[i]) - claims);
    }
}

/* Claims by post and by assignment. */
static gboolean
index_claims (CadreEngine *self)
{
  guint32 n_posts = self->sides[CADRE_AFTER].n_posts;
  CadreVector pairs = CADRE_VECTOR_INIT (guint32[2]);
  gboolean ok = TRUE;

  if (self->claims.n > 0)
    qsort (self->claims.data, self->claims.n, sizeof (CadreClaimRow), compare_claims);
  find_counted (self);
  self->first_claim = g_try_new0 (guint32, (gsize) n_posts + 1);
  ok = self->first_claim != NULL;

  for (gsize i = 0; ok && i < self->claims.n; i++)
    {
      const CadreClaimRow *claim = &cadre_vector_at (&self->claims, CadreClaimRow, i);
      guint32 pair[2] = { claim->assignment, (guint32) i };

      self->first_claim[claim->post + 1]++;
      ok = cadre_vector_push (&pairs, pair);
    }
  for (guint32 i = 0; ok && i < n_posts; i++)
    self->first_claim[i + 1] += self->first_claim[i];

  ok = ok && cadre_lists_init (&self->claims_of_assignment, self->sides[CADRE_BEFORE].n_assignments,
                               pairs.data, pairs.n);
  cadre_vector_clear (&pairs);
  return ok;
}

static gboolean
collect_claims (CadreEngine *self, CadreVector *declared, GError **error)
{
  CadreVector claims = CADRE_VECTOR_INIT (CadreClaimRow);
  gboolean ok = TRUE;

  if (!add_mapped (self, &self->comparisons) || !add_judged (self, &self->comparisons) ||
      !add_declared (self, &self->comparisons, declared) ||
      !cadre_engine_find_similar (self, &self->comparisons, error))
    return FALSE;

  unite_sources (&self->comparisons);
  if (declared->n > 0)
    qsort (declared->data, declared->n, sizeof (Declared), compare_declared);
  for (gsize i = 0; ok && i < self->comparisons.n; i++)
    ok = evaluate_all (self, (guint32) i, declared, &claims) && add_claims (self, &claims, error);

  cadre_vector_clear (&claims);
  return ok;
}

gboolean
cadre_engine_find_claims (CadreEngine *self, GError **error)
{
  CadreVector declared = CADRE_VECTOR_INIT (Declared);
  gboolean ok = collect_claims (self, &declared, error);

  cadre_vector_clear (&declared);
  return ok && index_claims (self);
}
