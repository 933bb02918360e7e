/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How the heads of two jobs make one answer.
 *
 * Under `least-head` each head has to reach its percentage. Under `weighted` the
 * mean of the percentages has to, each counted by the weight of its head; under
 * `whole-job` all statements together are one profile. A head that is not known
 * may have any percentage from none to all: the answer is known where it is the
 * same at both ends. */

#include "config.h"

#include "matching/engine/cadre-engine-private.h"

/* How much of a head is the same. */
typedef struct
{
  gboolean is_known;
  gint64 found;
  gint64 whole;
} Share;

/* An answer at both ends, as fractions of one denominator. */
typedef struct
{
  gboolean is_known;
  gint64 low;
  gint64 high;
  gint64 whole;
} Range;

static CadreTruth
both (CadreTruth a, CadreTruth b)
{
  if (a == CADRE_TRUTH_FALSE || b == CADRE_TRUTH_FALSE)
    return CADRE_TRUTH_FALSE;

  return a == CADRE_TRUTH_TRUE && b == CADRE_TRUTH_TRUE ? CADRE_TRUTH_TRUE : CADRE_TRUTH_UNKNOWN;
}

static gint64
choose (gint64 old, gint64 new, const CadrePolicyRules *rules)
{
  switch (rules->denominator)
    {
    case CADRE_DENOMINATOR_OLD:
      return old;
    case CADRE_DENOMINATOR_NEW:
      return new;
    case CADRE_DENOMINATOR_LESSER:
    default:
      return MIN (old, new);
    }
}

gint64
cadre_engine_denominator (const CadreComparison *comparison,
                          CadreHead head,
                          const CadrePolicyRules *rules)
{
  return choose (comparison->old_total[head], comparison->new_total[head], rules);
}

static gboolean
is_asked (const CadrePolicyRules *rules, CadreHead head)
{
  return (rules->heads >> head & 1) != 0;
}

static gboolean
is_computed (CadreHead head)
{
  return head == CADRE_HEAD_DUTIES || head == CADRE_HEAD_COMPETENCIES;
}

gboolean
cadre_engine_has_enough (const CadreComparison *comparison,
                         CadreHead head,
                         const CadrePolicyRules *rules)
{
  return head != CADRE_HEAD_DUTIES || (comparison->n_duties[CADRE_BEFORE] >= rules->least_duties &&
                                       comparison->n_duties[CADRE_AFTER] >= rules->least_duties);
}

static Share
find_share (const CadreComparison *comparison, CadreHead head, const CadrePolicyRules *rules)
{
  int judged = comparison->judged[head];
  gint64 whole = cadre_engine_denominator (comparison, head, rules);

  if (judged == CADRE_JUDGED_SAME || judged == CADRE_JUDGED_DIFFERENT)
    return (Share){ TRUE, judged == CADRE_JUDGED_SAME, 1 };
  if (judged != CADRE_JUDGED_NOT)
    return (Share){ TRUE, judged, 100 };
  if (!is_computed (head))
    return (Share){ comparison->is_declared[head], 1, 1 };

  return (Share){ comparison->has_profile[head] && whole > 0 &&
                    cadre_engine_has_enough (comparison, head, rules),
                  comparison->found[head], whole };
}

static gboolean
is_enough (gint64 part, gint64 whole, int threshold, const CadrePolicyRules *rules)
{
  return rules->inclusive ? part * 100 >= whole * threshold : part * 100 > whole * threshold;
}

/* One head for itself. That a head is the same needs no percentage. */
static CadreTruth
answer_head (const CadreComparison *comparison,
             CadreHead head,
             const CadrePolicyRules *rules,
             int threshold)
{
  Share share = find_share (comparison, head, rules);

  if (!share.is_known)
    return CADRE_TRUTH_UNKNOWN;
  if (share.whole == 1)
    return share.found == 1 ? CADRE_TRUTH_TRUE : CADRE_TRUTH_FALSE;

  return is_enough (share.found, share.whole, threshold, rules) ? CADRE_TRUTH_TRUE
                                                                : CADRE_TRUTH_FALSE;
}

/* Adds @weight times a share to a sum; FALSE where the numbers are too large. */
static gboolean
add_share (Range *range, const Share *share, gint64 weight)
{
  gint64 added = 0;

  return !__builtin_mul_overflow (range->low, share->whole, &range->low) &&
         !__builtin_mul_overflow (weight, share->found, &added) &&
         !__builtin_mul_overflow (added, range->whole, &added) &&
         !__builtin_add_overflow (range->low, added, &range->low) &&
         !__builtin_mul_overflow (range->whole, share->whole, &range->whole);
}

static Range
find_weighted (const CadreComparison *comparison, const CadrePolicyRules *rules)
{
  Range range = { TRUE, 0, 0, 1 };
  gint64 open = 0;
  gint64 all = 0;

  for (CadreHead head = CADRE_HEAD_PURPOSE; head <= CADRE_HEAD_COMPETENCIES; head++)
    {
      Share share = find_share (comparison, head, rules);
      gint64 weight = is_asked (rules, head) ? rules->head_weight[head] : 0;

      all += weight;
      if (weight > 0 && !share.is_known)
        open += weight;
      else if (weight > 0)
        range.is_known = range.is_known && add_share (&range, &share, weight);
    }

  /* Sums of products that fit may not fit; then nothing is known. */
  range.is_known = range.is_known && all > 0 &&
                   !__builtin_mul_overflow (open, range.whole, &range.high) &&
                   !__builtin_add_overflow (range.high, range.low, &range.high) &&
                   !__builtin_mul_overflow (range.whole, all, &range.whole);
  return range;
}

/* Statements whose head is not known to be alike may be, up to all that both
 * sides have. */
static Range
find_whole_job (const CadreComparison *comparison, const CadrePolicyRules *rules)
{
  Range range = { TRUE, 0, 0, 0 };
  gint64 old = 0;
  gint64 new = 0;

  for (CadreHead head = CADRE_HEAD_PURPOSE; head <= CADRE_HEAD_COMPETENCIES; head++)
    {
      gint64 lesser = MIN (comparison->old_total[head], comparison->new_total[head]);
      gint64 side = cadre_engine_denominator (comparison, head, rules);
      Share share = find_share (comparison, head, rules);

      if (!is_asked (rules, head))
        continue;
      old += comparison->old_total[head];
      new += comparison->new_total[head];
      range.is_known = range.is_known && comparison->has_profile[head];
      if (!share.is_known)
        range.high += lesser * 100;
      else if (is_computed (head) && comparison->judged[head] == CADRE_JUDGED_NOT)
        range.low += share.found * 100;
      else
        range.low += side * (share.whole == 1 ? share.found * 100 : share.found);
    }

  range.high += range.low;
  range.whole = choose (old, new, rules) * 100;
  range.is_known = range.is_known && range.whole > 0;
  return range;
}

/* What has no profile has no size. Then the heads have to agree whatever their
 * sizes are. */
static CadreTruth
answer_of_any_size (const CadreComparison *comparison, const CadrePolicyRules *rules)
{
  guint n[3] = { 0 };
  guint n_all = 0;

  for (CadreHead head = CADRE_HEAD_PURPOSE; head <= CADRE_HEAD_COMPETENCIES; head++)
    if (is_asked (rules, head))
      {
        n[answer_head (comparison, head, rules, rules->threshold)]++;
        n_all++;
      }

  if (n[CADRE_TRUTH_TRUE] == n_all)
    return CADRE_TRUTH_TRUE;

  return n[CADRE_TRUTH_FALSE] == n_all ? CADRE_TRUTH_FALSE : CADRE_TRUTH_UNKNOWN;
}

static CadreTruth
answer_overall (const CadreComparison *comparison, const CadrePolicyRules *rules, Range *range)
{
  *range = rules->overall == CADRE_OVERALL_WEIGHTED ? find_weighted (comparison, rules)
                                                    : find_whole_job (comparison, rules);
  if (!range->is_known)
    return rules->overall == CADRE_OVERALL_WHOLE_JOB ? answer_of_any_size (comparison, rules)
                                                     : CADRE_TRUTH_UNKNOWN;
  if (is_enough (range->low, range->whole, rules->threshold, rules))
    return CADRE_TRUTH_TRUE;

  return is_enough (range->high, range->whole, rules->threshold, rules) ? CADRE_TRUTH_UNKNOWN
                                                                        : CADRE_TRUTH_FALSE;
}

/* Which heads an answer about all of them rests on: those that are not known, or
 * those that alone are not enough; all, where each alone would be. */
static void
spread (const CadreComparison *comparison,
        const CadrePolicyRules *rules,
        CadreTruth overall,
        guint8 heads[CADRE_N_HEADS])
{
  guint n = 0;

  for (CadreHead head = CADRE_HEAD_PURPOSE; head <= CADRE_HEAD_COMPETENCIES; head++)
    if (is_asked (rules, head) &&
        answer_head (comparison, head, rules, rules->threshold) == overall)
      {
        heads[head] = (guint8) overall;
        n++;
      }

  for (CadreHead head = CADRE_HEAD_PURPOSE; n == 0 && head <= CADRE_HEAD_COMPETENCIES; head++)
    if (is_asked (rules, head))
      heads[head] = (guint8) overall;
}

CadreTruth
cadre_engine_answer_heads (const CadreComparison *comparison,
                           const CadrePolicyRules *rules,
                           guint8 heads[CADRE_N_HEADS])
{
  CadreTruth truth = CADRE_TRUTH_TRUE;
  Range range = { 0 };

  for (CadreHead head = CADRE_HEAD_PURPOSE; head <= CADRE_HEAD_COMPETENCIES; head++)
    {
      heads[head] = CADRE_TRUTH_TRUE;
      if (rules->overall != CADRE_OVERALL_LEAST_HEAD || !is_asked (rules, head))
        continue;
      heads[head] = (guint8) answer_head (comparison, head, rules, rules->head_threshold[head]);
      truth = both (truth, heads[head]);
    }
  if (rules->overall == CADRE_OVERALL_LEAST_HEAD)
    return truth;

  truth = answer_overall (comparison, rules, &range);
  if (truth != CADRE_TRUTH_TRUE)
    spread (comparison, rules, truth, heads);
  return truth;
}

gboolean
cadre_engine_is_alike (const CadreComparison *comparison, const CadrePolicyRules *rules)
{
  CadrePolicyRules known = *rules;
  guint8 heads[CADRE_N_HEADS];
  gboolean is_met = FALSE;

  for (CadreHead head = CADRE_HEAD_PURPOSE; head <= CADRE_HEAD_COMPETENCIES; head++)
    {
      if (!find_share (comparison, head, rules).is_known)
        known.heads &= ~(1u << head);
      if (is_asked (&known, head) && is_computed (head) && comparison->found[head] > 0)
        is_met = TRUE;
    }

  return is_met && cadre_engine_answer_heads (comparison, &known, heads) == CADRE_TRUTH_TRUE;
}

int
cadre_engine_least_share (const CadrePolicyRules *rules)
{
  guint computed = rules->heads & (1u << CADRE_HEAD_DUTIES | 1u << CADRE_HEAD_COMPETENCIES);
  int least = 100;

  /* Heads that are declared may make up for any. */
  if (rules->overall != CADRE_OVERALL_LEAST_HEAD)
    return computed == rules->heads ? rules->threshold : 0;

  for (CadreHead head = CADRE_HEAD_PURPOSE; head <= CADRE_HEAD_COMPETENCIES; head++)
    if ((computed >> head & 1) != 0)
      least = MIN (least, rules->head_threshold[head]);
  return least;
}

char *
cadre_engine_describe_overall (const CadreComparison *comparison, const CadrePolicyRules *rules)
{
  const char *name = rules->overall == CADRE_OVERALL_WEIGHTED ? "weighted" : "whole job";
  Range range = { 0 };

  if (rules->overall == CADRE_OVERALL_LEAST_HEAD)
    return NULL;

  answer_overall (comparison, rules, &range);
  if (!range.is_known)
    return g_strdup_printf ("%s: not known", name);
  if (range.low == range.high)
    return g_strdup_printf ("%s: %" G_GINT64_FORMAT " percent", name,
                            range.low * 100 / range.whole);

  return g_strdup_printf ("%s: from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT " percent", name,
                          range.low * 100 / range.whole, range.high * 100 / range.whole);
}
