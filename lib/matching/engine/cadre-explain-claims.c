/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What claims and ring-fences rest on, as facts. */

#include "config.h"

#include "matching/engine/cadre-rows-private.h"

#include <stdlib.h>

/* More people than this are not listed one by one. */
#define MAX_LISTED 20
/* Nor more posts than this. */
#define MAX_LISTED_POSTS 50

static const char *
describe_truth (CadreTruth truth)
{
  switch (truth)
    {
    case CADRE_TRUTH_TRUE:
      return "yes";
    case CADRE_TRUTH_FALSE:
      return "no";
    case CADRE_TRUTH_UNKNOWN:
    default:
      return "not known";
    }
}

static const char *
head_name (CadreHead head)
{
  static const char *const names[] = { "", "purpose", "duties", "scope", "competencies" };

  return names[head];
}

/* What was found under a head, and how. */
static char *
describe_head (const CadreComparison *comparison, CadreHead head, const CadrePolicyRules *rules)
{
  int judged = comparison->judged[head];
  gint64 whole = cadre_engine_denominator (comparison, head, rules);

  if ((rules->heads >> head & 1) == 0)
    return g_strdup ("not asked");
  if (judged == CADRE_JUDGED_SAME)
    return g_strdup ("the same, judged");
  if (judged == CADRE_JUDGED_DIFFERENT)
    return g_strdup ("different, judged");
  if (judged != CADRE_JUDGED_NOT)
    return g_strdup_printf ("%d percent, judged", judged);
  if (head == CADRE_HEAD_PURPOSE || head == CADRE_HEAD_SCOPE)
    return g_strdup (comparison->is_declared[head] ? "the same, declared" : "not known");
  if (!comparison->has_profile[head] || whole == 0)
    return g_strdup ("not known");
  if (!cadre_engine_has_enough (comparison, head, rules))
    return g_strdup_printf ("not known, fewer than %d are stated", rules->least_duties);

  return g_strdup_printf ("%" G_GINT64_FORMAT " percent, %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT
                          ", computed",
                          comparison->found[head] * 100 / whole, comparison->found[head], whole);
}

/* The heads of some bits, by name. */
static gboolean
explain_heads_of (CadreRowWriter *self, const char *name, guint bits)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (CadreHead head = CADRE_HEAD_PURPOSE; head <= CADRE_HEAD_COMPETENCIES; head++)
    if ((bits >> head & 1) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", head_name (head));

  return text->len == 0 || cadre_rows_fact_copy (self, name, text->str);
}

static gboolean
explain_heads (CadreRowWriter *self, const CadreClaimRow *claim)
{
  const CadrePolicyRules *rules = cadre_run_rules (self->run, claim->assignment);
  const CadreComparison *comparison =
    &cadre_vector_at (&self->engine->comparisons, CadreComparison, claim->comparison);

  for (CadreHead head = CADRE_HEAD_PURPOSE; head <= CADRE_HEAD_COMPETENCIES; head++)
    {
      g_autofree char *text = describe_head (comparison, head, rules);

      if (!cadre_rows_fact_copy (self, head_name (head), text))
        return FALSE;
    }

  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* Those who are to be considered for the post of a claim beside those who share
 * it. */
static gboolean
add_others (const CadreRun *run, const CadreClaimRow *claim, CadreVector *others)
{
  const CadreEngine *engine = run->engine;

  for (guint32 i = engine->first_claim[claim->post];
       others->n <= MAX_LISTED && i < engine->first_claim[claim->post + 1]; i++)
    {
      guint32 other = cadre_run_claim (run, i)->assignment;
      const CadreClaimState state = cadre_run_state (run, i);

      if ((state == CADRE_CLAIM_STATE_LIVE || state == CADRE_CLAIM_STATE_RELEASED ||
           state == CADRE_CLAIM_STATE_LEFT) &&
          engine->share[other] != engine->share[claim->assignment] &&
          !cadre_vector_push (others, &other))
        return FALSE;
    }

  return TRUE;
}

/* The others, each once, by assignment and without names. */
static gboolean
list_others (CadreRowWriter *self, const CadreVector *others)
{
  const guint32 *rows = others->data;
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < others->n; i++)
    if (i == 0 || rows[i] != rows[i - 1])
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              cadre_engine_assignment_id (self->engine, rows[i]));
  if (others->n > MAX_LISTED)
    g_string_assign (text, "more than can be listed");

  return others->n == 0 || cadre_rows_fact_copy (self, "other-claimants", text->str);
}

static gboolean
explain_others (CadreRowWriter *self, const guint32 *claims, guint32 n)
{
  CadreVector others = CADRE_VECTOR_INIT (guint32);
  gboolean ok = TRUE;

  for (guint32 i = 0; ok && others.n <= MAX_LISTED && i < n; i++)
    if (cadre_run_state (self->run, claims[i]) == CADRE_CLAIM_STATE_LIVE)
      ok = add_others (self->run, cadre_run_claim (self->run, claims[i]), &others);

  if (others.n > 1)
    qsort (others.data, others.n, sizeof (guint32), compare_rows);
  ok = ok && list_others (self, &others);
  cadre_vector_clear (&others);
  return ok;
}

/* How many are to be considered for how many positions. */
static gboolean
explain_numbers (CadreRowWriter *self, const CadreClaimRow *claim)
{
  CadreRun *run = self->run;
  CadreEngine *engine = self->engine;
  gint64 n = 0;

  for (guint32 i = engine->first_claim[claim->post]; i < engine->first_claim[claim->post + 1]; i++)
    n += run->state[i] == CADRE_CLAIM_STATE_LIVE;

  return cadre_rows_fact_number (self, "claimants", n) &&
         cadre_rows_fact_number (self, "positions", engine->n_positions[claim->post]);
}

static const char *
describe_sources (guint8 sources)
{
  if ((sources & CADRE_SOURCE_MAPPED) != 0)
    return "the post held became this one";
  if ((sources & CADRE_SOURCE_JUDGED) != 0)
    return "a judgement";
  if ((sources & CADRE_SOURCE_SIMILAR) != 0)
    return "profiles that are alike";

  return "the paper";
}

static gboolean
explain_main_claim (CadreRowWriter *self, const CadreClaimRow *claim)
{
  static const char *const names[2] = { "tier-after", "grade-after" };

  return cadre_rows_fact (self, "claim-from", describe_sources (claim->sources)) &&
         explain_heads (self, claim) && cadre_explain_overall (self, claim) &&
         cadre_explain_level (self, CADRE_AFTER, claim->post, names) &&
         cadre_rows_fact (self, "grades-alike", describe_truth (claim->grade)) &&
         explain_numbers (self, claim);
}

/* The only claim that counts, or CADRE_NO_ROW; @n_live is how many do. Of
 * somebody who goes to competition those count that do. */
static guint32
find_only_live (const CadreRun *run,
                guint32 assignment,
                const guint32 *claims,
                guint32 n,
                guint32 *n_live)
{
  guint32 found = CADRE_NO_ROW;

  *n_live = 0;
  for (guint32 i = 0; i < n; i++)
    if (run->in_contest[assignment] ? cadre_run_competes (run, claims[i])
                                    : cadre_run_state (run, claims[i]) == CADRE_CLAIM_STATE_LIVE)
      {
        ++*n_live;
        found = claims[i];
      }

  return *n_live == 1 ? found : CADRE_NO_ROW;
}

/* The claim that the outcome is about: that on the post it comes to, else the
 * only one there is. None is picked out of several. */
static guint32
find_main (const CadreRun *run, guint32 assignment, const guint32 *claims, guint32 n)
{
  guint32 n_live = 0;
  guint32 only = find_only_live (run, assignment, claims, n, &n_live);

  for (guint32 i = 0; !run->in_contest[assignment] && i < n; i++)
    if (cadre_run_claim (run, claims[i])->post == run->post[assignment])
      return claims[i];
  if (n_live > 0)
    return only;

  return n == 1 ? claims[0] : CADRE_NO_ROW;
}

/* A claim on one line. */
static char *
describe_claim (CadreRowWriter *self, guint32 claim)
{
  static const char *const states[] = {
    [CADRE_CLAIM_STATE_FAILED] = "does not hold",
    [CADRE_CLAIM_STATE_FOLLOWS] = "goes with that of another sharer",
    [CADRE_CLAIM_STATE_LIVE] = "counts",
    [CADRE_CLAIM_STATE_BARRED] = "barred, from the tier above",
    [CADRE_CLAIM_STATE_GONE] = "no longer counts, slotted in elsewhere",
    [CADRE_CLAIM_STATE_RELEASED] = "no longer counts, released since",
    [CADRE_CLAIM_STATE_LEFT] = "no longer counts, left since",
  };
  const CadreClaimRow *row = cadre_run_claim (self->run, claim);
  const CadrePolicyRules *rules = cadre_run_rules (self->run, row->assignment);
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%s: broadly the same: %s; %s; grades alike: %s",
                   cadre_side_post_id (&self->engine->sides[CADRE_AFTER], row->post),
                   describe_truth (row->truth), states[cadre_run_state (self->run, claim)],
                   describe_truth (row->grade));
  for (CadreHead head = CADRE_HEAD_PURPOSE; head <= CADRE_HEAD_COMPETENCIES; head++)
    {
      g_autofree char *found = describe_head (&cadre_vector_at (&self->engine->comparisons,
                                                                CadreComparison, row->comparison),
                                              head, rules);

      g_string_append_printf (text, "; %s: %s", head_name (head), found);
    }

  return g_string_free (text, FALSE);
}

static gboolean
explain_each (CadreRowWriter *self, const guint32 *claims, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    {
      g_autofree char *text = describe_claim (self, claims[i]);

      if (!cadre_rows_fact_copy (self, "claim", text))
        return FALSE;
    }

  return TRUE;
}

/* The heads of all claims that have one answer. */
static guint
find_heads (const CadreRun *self, const guint32 *claims, guint32 n, CadreTruth truth)
{
  guint bits = 0;

  for (guint32 i = 0; i < n; i++)
    {
      gboolean is_failed = cadre_run_state (self, claims[i]) == CADRE_CLAIM_STATE_FAILED;

      for (CadreHead head = CADRE_HEAD_PURPOSE; head <= CADRE_HEAD_COMPETENCIES; head++)
        if (is_failed == (truth == CADRE_TRUTH_FALSE) &&
            cadre_run_claim (self, claims[i])->heads[head] == truth)
          bits |= 1u << head;
    }

  return bits;
}

static gboolean
has_other_hours (const CadreRun *self, const guint32 *claims, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    if (cadre_run_state (self, claims[i]) == CADRE_CLAIM_STATE_FAILED &&
        cadre_run_claim (self, claims[i])->hours == CADRE_TRUTH_FALSE)
      return TRUE;

  return FALSE;
}

static gboolean
has_other_grade (const CadreRun *self, const guint32 *claims, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    if (cadre_run_state (self, claims[i]) == CADRE_CLAIM_STATE_FAILED &&
        cadre_run_claim (self, claims[i])->grade == CADRE_TRUTH_FALSE)
      return TRUE;

  return FALSE;
}

/* What is not known about claims, and why others have failed. */
static gboolean
explain_answers (CadreRowWriter *self, const guint32 *claims, guint32 n)
{
  guint different = find_heads (self->run, claims, n, CADRE_TRUTH_FALSE);

  return explain_heads_of (self, "heads-unknown",
                           find_heads (self->run, claims, n, CADRE_TRUTH_UNKNOWN)) &&
         explain_heads_of (self, "heads-different", different) &&
         (different == 0 || cadre_rows_reason (self, CADRE_REASON_CLAIM_HEADS_DIFFER)) &&
         (!has_other_grade (self->run, claims, n) ||
          cadre_rows_reason (self, CADRE_REASON_CLAIM_GRADE_DIFFERS)) &&
         (!has_other_hours (self->run, claims, n) ||
          cadre_rows_reason (self, CADRE_REASON_CLAIM_HOURS_DIFFER));
}

/* The posts of claims that go to competition, or those of them that are made of
 * several. */
static gboolean
explain_contested (CadreRowWriter *self, const guint32 *claims, guint32 n, gboolean is_merged)
{
  CadreRun *run = self->run;
  CadreVector posts = CADRE_VECTOR_INIT (guint32);
  gboolean ok = TRUE;

  for (guint32 i = 0; ok && i < n; i++)
    if (cadre_run_competes (run, claims[i]) &&
        (!is_merged || cadre_run_is_merged (run, cadre_run_claim (run, claims[i])->post)))
      ok = cadre_vector_push (&posts, &cadre_run_claim (run, claims[i])->post);

  ok = ok && cadre_rows_fact_posts (self, is_merged ? "merged-posts" : "contested-posts",
                                    CADRE_AFTER, posts.data, (guint32) posts.n);
  cadre_vector_clear (&posts);
  return ok;
}

/* The posts of claims that go to competition because nobody is slotted into
 * them. */
static gboolean
explain_advertised (CadreRowWriter *self, guint32 assignment, const guint32 *claims, guint32 n)
{
  CadreRun *run = self->run;
  CadreVector posts = CADRE_VECTOR_INIT (guint32);
  gboolean ok = TRUE;

  for (guint32 i = 0; ok && i < n; i++)
    {
      guint32 post = cadre_run_claim (run, claims[i])->post;

      if (cadre_run_competes (run, claims[i]) &&
          cadre_run_bars_slotting (run, assignment, post) == CADRE_TRUTH_TRUE)
        ok = cadre_vector_push (&posts, &post);
    }

  if (posts.n > 0)
    ok = ok &&
         cadre_rows_fact_posts (self, "senior-posts", CADRE_AFTER, posts.data, (guint32) posts.n) &&
         cadre_rows_reason (self, CADRE_REASON_SENIOR_COMPETES);
  cadre_vector_clear (&posts);
  return ok;
}

/* Why claims that go to competition were no slots. */
static gboolean
explain_contests (CadreRowWriter *self, guint32 assignment, const guint32 *claims, guint32 n)
{
  CadreRun *run = self->run;
  gboolean merge_competes = cadre_run_rules (run, assignment)->merge_competes;
  gboolean is_merge = FALSE;
  gboolean is_one_for_one = FALSE;

  if (!run->in_contest[assignment])
    return TRUE;

  for (guint32 i = 0; i < n; i++)
    {
      guint32 post = cadre_run_claim (run, claims[i])->post;

      if (!cadre_run_competes (run, claims[i]) || run->capacity[post] != 0)
        continue;
      if (merge_competes && cadre_run_is_merged (run, post))
        is_merge = TRUE;
      else if (cadre_run_bars_slotting (run, assignment, post) != CADRE_TRUTH_TRUE)
        is_one_for_one = TRUE;
    }

  return explain_contested (self, claims, n, FALSE) &&
         explain_advertised (self, assignment, claims, n) &&
         (!is_merge || (explain_contested (self, claims, n, TRUE) &&
                        cadre_rows_reason (self, CADRE_REASON_CLAIM_MERGE_COMPETES))) &&
         (!is_one_for_one || cadre_rows_reason (self, CADRE_REASON_CLAIM_ONE_FOR_ONE_ONLY));
}

/* That a person has said that posts are of like level, where grades do not. */
static gboolean
explain_judged_level (CadreRowWriter *self, const guint32 *claims, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    {
      const CadreClaimRow *claim = cadre_run_claim (self->run, claims[i]);
      const CadreComparison *comparison =
        &cadre_vector_at (&self->engine->comparisons, CadreComparison, claim->comparison);

      if (comparison->judged[CADRE_JUDGED_HEAD_LEVEL] == CADRE_JUDGED_SAME &&
          cadre_run_state (self->run, claims[i]) != CADRE_CLAIM_STATE_FAILED)
        return cadre_rows_reason (self, CADRE_REASON_CLAIM_JUDGED_LEVEL);
    }

  return TRUE;
}

static gboolean
explain_conflict (CadreRowWriter *self)
{
  return !cadre_rows_has_reason (self, CADRE_REASON_POLICY_CONFLICT) ||
         cadre_rows_fact (self, "policy-parameters",
                          "slot.ratio, slot.iteration, merge-competes, tier-below or "
                          "senior.no-slotting-in");
}

/* The posts that there are claims on. */
static gboolean
explain_posts (CadreRowWriter *self, const guint32 *claims, guint32 n)
{
  CadreVector posts = CADRE_VECTOR_INIT (guint32);
  gboolean ok = TRUE;

  for (guint32 i = 0; ok && i < n; i++)
    if (cadre_run_state (self->run, claims[i]) == CADRE_CLAIM_STATE_LIVE)
      ok = cadre_vector_push (&posts, &cadre_run_claim (self->run, claims[i])->post);

  ok = ok && (posts.n < 2 ||
              cadre_rows_fact_posts (self, "posts", CADRE_AFTER, posts.data, (guint32) posts.n));
  cadre_vector_clear (&posts);
  return ok;
}

gboolean
cadre_explain_claims (CadreRowWriter *self, guint32 assignment)
{
  CadreRun *run = self->run;
  guint32 n = 0;
  const guint32 *claims = cadre_lists_get (&self->engine->claims_of_assignment, assignment, &n);
  guint32 main_claim = find_main (run, assignment, claims, n);

  if (n == 0)
    return TRUE;
  if (run->is_barred[assignment] && !cadre_rows_reason (self, CADRE_REASON_TIER_BELOW_BARRED))
    return FALSE;
  if (main_claim != CADRE_NO_ROW && !explain_main_claim (self, cadre_run_claim (run, main_claim)))
    return FALSE;

  return cadre_explain_rules (self, cadre_run_rules (run, assignment)) &&
         explain_answers (self, claims, n) && explain_judged_level (self, claims, n) &&
         explain_contests (self, assignment, claims, n) && explain_others (self, claims, n) &&
         explain_posts (self, claims, n) && explain_each (self, claims, n) &&
         explain_conflict (self);
}

/* The parts of the question that are not known, of all ring-fences of an
 * assignment. */
static gboolean
explain_unknown_parts (CadreRowWriter *self, guint parts)
{
  static const char *const names[] = { "function",       "field of work", "tier", "grade",
                                       "reporting line", "unit",          "area" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < CADRE_N_FENCE_PARTS; i++)
    if ((parts >> i & 1) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", names[i]);

  return text->len == 0 || cadre_rows_fact_copy (self, "ring-fence-unknown", text->str);
}

static guint
find_unknown_parts (const CadreRun *self, const CadreFence *fence, guint32 assignment)
{
  const CadreMemberRow *members = self->fence_members.data;
  guint parts = 0;

  for (guint32 low = 0, high = fence->n_members; low < high;)
    {
      guint32 middle = low + (high - low) / 2;
      const CadreMemberRow *member = &members[fence->first_member + middle];

      if (member->assignment == assignment)
        {
          for (guint i = 0; i < CADRE_N_FENCE_PARTS; i++)
            parts |= member->parts[i] == CADRE_TRUTH_UNKNOWN ? 1u << i : 0;
          return parts;
        }
      if (member->assignment < assignment)
        low = middle + 1;
      else
        high = middle;
    }

  return parts;
}

/* The ring-fences that an assignment is in, and their posts. Of very many the
 * number is given: everybody's list of everything would take room by the square. */
static gboolean
list_fences (CadreRowWriter *self, const guint32 *fences, guint32 n)
{
  CadreRun *run = self->run;
  g_autoptr (GString) posts = g_string_new (NULL);
  guint64 n_posts = 0;

  for (guint32 i = 0; i < n; i++)
    {
      const CadreFence *fence = cadre_run_fence (run, fences[i]);
      const guint32 *rows = (const guint32 *) run->fence_posts.data + fence->first_post;
      g_autofree char *id =
        g_strdup_printf ("%s/%s", fence->is_pool ? "selection-pool" : "ring-fence",
                         cadre_side_post_id (&self->engine->sides[CADRE_AFTER], rows[0]));

      if (n <= MAX_LISTED_POSTS && !cadre_rows_fact_copy (self, "ring-fence", id))
        return FALSE;
      n_posts += fence->n_posts;
      for (guint32 k = 0; n_posts <= MAX_LISTED_POSTS && k < fence->n_posts; k++)
        g_string_append_printf (posts, "%s%s", posts->len > 0 ? ", " : "",
                                cadre_side_post_id (&self->engine->sides[CADRE_AFTER], rows[k]));
    }

  if (n_posts > MAX_LISTED_POSTS)
    g_string_printf (posts, "%" G_GUINT64_FORMAT " posts", n_posts);
  return posts->len == 0 || cadre_rows_fact_copy (self, "ring-fence-posts", posts->str);
}

gboolean
cadre_explain_fences (CadreRowWriter *self, guint32 assignment)
{
  CadreRun *run = self->run;
  guint parts = 0;
  guint32 n = 0;
  const guint32 *fences = cadre_lists_get (&run->fences_of_assignment, assignment, &n);

  for (guint32 i = 0; i < n; i++)
    {
      const CadreFence *fence = cadre_run_fence (run, fences[i]);

      parts |= find_unknown_parts (run, fence, assignment);
      if (!fence->is_pool && fence->n_members == 1 && !cadre_run_is_placed (run, assignment) &&
          !cadre_rows_reason (self, CADRE_REASON_RING_FENCE_SINGLE))
        return FALSE;
    }

  return list_fences (self, fences, n) && explain_unknown_parts (self, parts);
}
