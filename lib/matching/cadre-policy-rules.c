/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The parameters of a policy as the engine reads them. */

#include "config.h"

#include "base/cadre-integer-private.h"
#include "matching/cadre-policy-private.h"
#include <cadre/cadre-vocabulary.h>

const char *
cadre_policy_get_text (const CadrePolicy *self, CadreParameter parameter)
{
  return self->values[parameter].text;
}

static gboolean
is_word (const CadrePolicy *self, CadreParameter parameter, const char *word)
{
  return g_str_equal (self->values[parameter].text, word);
}

static gboolean
is_true (const CadrePolicy *self, CadreParameter parameter)
{
  return is_word (self, parameter, "true");
}

/* The place of a word in the list of a parameter of one word. */
static int
find_word (const CadrePolicy *self, CadreParameter parameter)
{
  const CadreParameterSpec *spec = cadre_parameter_spec (parameter);

  for (int i = 0; i < CADRE_MAX_PARAMETER_WORDS && spec->words[i] != NULL; i++)
    if (is_word (self, parameter, spec->words[i]))
      return i;

  return 0;
}

/* The words of a parameter of several, as bits by their place in the list. */
static guint
find_words (const CadrePolicy *self, CadreParameter parameter)
{
  const CadreParameterSpec *spec = cadre_parameter_spec (parameter);
  g_auto (GStrv) words = g_strsplit (self->values[parameter].text, ", ", -1);
  guint bits = 0;

  for (guint i = 0; i < CADRE_MAX_PARAMETER_WORDS && spec->words[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) words, spec->words[i]))
      bits |= 1u << i;

  return bits;
}

int
cadre_policy_get_number (const CadrePolicy *self, CadreParameter parameter)
{
  gint64 number = CADRE_ANY_DIFFERENCE;

  /* A word is no number, and leaves it as it is. */
  if (self->values[parameter].text != NULL)
    cadre_integer_parse (self->values[parameter].text, 0, G_MAXINT32, &number);
  return (int) number;
}

/* A value, or where it says so that of the general parameter. */
static int
get_special (const CadrePolicy *self, CadreParameter parameter, CadreParameter general)
{
  return cadre_policy_get_number (self, is_word (self, parameter, "general") ? general : parameter);
}

static void
seal_heads (CadrePolicy *self)
{
  static const struct
  {
    CadreHead head;
    CadreParameter threshold;
    CadreParameter weight;
  } heads[] = {
    { CADRE_HEAD_PURPOSE, CADRE_PARAMETER_SLOT_THRESHOLD_PURPOSE,
      CADRE_PARAMETER_SLOT_WEIGHT_PURPOSE },
    { CADRE_HEAD_DUTIES, CADRE_PARAMETER_SLOT_THRESHOLD_DUTIES,
      CADRE_PARAMETER_SLOT_WEIGHT_DUTIES },
    { CADRE_HEAD_SCOPE, CADRE_PARAMETER_SLOT_THRESHOLD_SCOPE, CADRE_PARAMETER_SLOT_WEIGHT_SCOPE },
    { CADRE_HEAD_COMPETENCIES, CADRE_PARAMETER_SLOT_THRESHOLD_COMPETENCIES,
      CADRE_PARAMETER_SLOT_WEIGHT_COMPETENCIES },
  };
  CadrePolicyRules *rules = &self->rules;
  guint words = find_words (self, CADRE_PARAMETER_SLOT_HEADS);

  rules->heads = 0;
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      /* The list of the parameter is in the same order. */
      rules->heads |= (words >> i & 1) << heads[i].head;
      rules->head_threshold[heads[i].head] =
        get_special (self, heads[i].threshold, CADRE_PARAMETER_SLOT_THRESHOLD);
      rules->head_weight[heads[i].head] = cadre_policy_get_number (self, heads[i].weight);
    }
}

static void
seal_slots (CadrePolicy *self)
{
  CadrePolicyRules *rules = &self->rules;

  seal_heads (self);
  rules->threshold = cadre_policy_get_number (self, CADRE_PARAMETER_SLOT_THRESHOLD);
  rules->inclusive = is_true (self, CADRE_PARAMETER_SLOT_THRESHOLD_INCLUSIVE);
  rules->denominator = (CadreDenominator) find_word (self, CADRE_PARAMETER_SLOT_DENOMINATOR);
  rules->overall = (CadreOverall) find_word (self, CADRE_PARAMETER_SLOT_OVERALL);
  rules->least_duties = cadre_policy_get_number (self, CADRE_PARAMETER_SLOT_LEAST_DUTIES);
  rules->grade_up =
    get_special (self, CADRE_PARAMETER_SLOT_GRADE_WINDOW_UP, CADRE_PARAMETER_SLOT_GRADE_WINDOW);
  rules->grade_down =
    get_special (self, CADRE_PARAMETER_SLOT_GRADE_WINDOW_DOWN, CADRE_PARAMETER_SLOT_GRADE_WINDOW);
  rules->hours_difference = cadre_policy_get_number (self, CADRE_PARAMETER_SLOT_HOURS_DIFFERENCE);
  rules->holders_le_posts = is_word (self, CADRE_PARAMETER_SLOT_RATIO, "holders-le-posts");
  rules->fixpoint = is_word (self, CADRE_PARAMETER_SLOT_ITERATION, "fixpoint");
  rules->preference_chooses =
    is_word (self, CADRE_PARAMETER_SLOT_MULTI_CLAIM, "preference-else-unresolved");
  rules->exclusive = is_true (self, CADRE_PARAMETER_SLOT_EXCLUSIVE);
  rules->merge_competes = is_true (self, CADRE_PARAMETER_MERGE_COMPETES);
  rules->bar_tier_below = is_word (self, CADRE_PARAMETER_TIER_BELOW, "no-displacement");
  rules->hours_tolerance = cadre_policy_get_number (self, CADRE_PARAMETER_HOURS_TOLERANCE);
  rules->job_share_tolerance =
    cadre_policy_get_number (self, CADRE_PARAMETER_JOB_SHARE_HOURS_TOLERANCE);
  rules->fixed_term = (CadreFixedTerm) find_word (self, CADRE_PARAMETER_FIXED_TERM);
}

static void
seal_pools (CadrePolicy *self)
{
  CadrePolicyRules *rules = &self->rules;

  rules->same_function = is_true (self, CADRE_PARAMETER_POOL_SAME_FUNCTION);
  rules->same_field = is_true (self, CADRE_PARAMETER_POOL_SAME_FIELD);
  rules->same_line = is_true (self, CADRE_PARAMETER_POOL_SAME_LINE);
  rules->same_unit = is_true (self, CADRE_PARAMETER_POOL_SAME_UNIT);
  rules->same_area = is_true (self, CADRE_PARAMETER_POOL_SAME_AREA);
  rules->tier_difference = cadre_policy_get_number (self, CADRE_PARAMETER_POOL_TIER_DIFFERENCE);
  rules->pool_grade_up = get_special (self, CADRE_PARAMETER_POOL_GRADE_DIFFERENCE_UP,
                                      CADRE_PARAMETER_POOL_GRADE_DIFFERENCE);
  rules->pool_grade_down = get_special (self, CADRE_PARAMETER_POOL_GRADE_DIFFERENCE_DOWN,
                                        CADRE_PARAMETER_POOL_GRADE_DIFFERENCE);
  rules->higher_grade_last = is_word (self, CADRE_PARAMETER_POOL_HIGHER_GRADE, "none-at-grade");
  rules->add_claimants = is_true (self, CADRE_PARAMETER_POOL_ADD_CLAIMANTS);
  rules->equal_access = is_true (self, CADRE_PARAMETER_POOL_EQUAL_ACCESS);
  rules->only_where_short = is_word (self, CADRE_PARAMETER_POOL_COMPETITION, "where-short");
}

/* The words of the parameter are in the order of CadreRing. */
static void
seal_rings (CadrePolicy *self)
{
  const CadreParameterSpec *spec = cadre_parameter_spec (CADRE_PARAMETER_REDEPLOYMENT_RINGS);
  g_auto (GStrv) words =
    g_strsplit (cadre_policy_get_text (self, CADRE_PARAMETER_REDEPLOYMENT_RINGS), ", ", -1);

  self->rules.n_rings = 0;
  for (guint i = 0; words[i] != NULL; i++)
    for (guint k = 0; k < CADRE_N_RINGS && self->rules.n_rings < CADRE_N_RINGS; k++)
      if (g_str_equal (words[i], spec->words[k]))
        self->rules.rings[self->rules.n_rings++] = (CadreRing) k;
}

/* The bits of senior posts are those of the list without its first word, which
 * says that there are none. */
static void
seal_later (CadrePolicy *self)
{
  CadrePolicyRules *rules = &self->rules;

  rules->voluntary = (CadreVoluntary) find_word (self, CADRE_PARAMETER_VOLUNTARY_RELEASE);
  rules->volunteers = (CadreVolunteers) find_word (self, CADRE_PARAMETER_VOLUNTARY_WHO);
  rules->voluntary_after_slotting =
    is_word (self, CADRE_PARAMETER_VOLUNTARY_TIMING, "after-slotting-in");
  rules->withdrawable =
    (CadreWithdrawable) find_word (self, CADRE_PARAMETER_VOLUNTARY_WITHDRAWABLE_UNTIL);
  rules->may_bump = is_word (self, CADRE_PARAMETER_BUMPING, "consensual");
  seal_rings (self);
  rules->redeployment = (CadreRedeployment) find_word (self, CADRE_PARAMETER_REDEPLOYMENT_EFFECT);
  rules->redeployment_grade_up =
    cadre_policy_get_number (self, CADRE_PARAMETER_REDEPLOYMENT_GRADE_UP);
  rules->exclusive_days =
    cadre_policy_get_number (self, CADRE_PARAMETER_REDEPLOYMENT_EXCLUSIVE_DAYS);
  rules->trial_weeks = cadre_policy_get_number (self, CADRE_PARAMETER_TRIAL_WEEKS);
  rules->appeal_effect = (CadreAppealEffect) find_word (self, CADRE_PARAMETER_APPEAL_EFFECT);
  rules->senior_no_slotting_in = find_words (self, CADRE_PARAMETER_SENIOR_NO_SLOTTING_IN) >> 1;
  rules->senior_by_members = find_words (self, CADRE_PARAMETER_SENIOR_BY_MEMBERS) >> 1;
  rules->nearest_occupied_manager =
    is_word (self, CADRE_PARAMETER_VACANT_MANAGER, "nearest-occupied");
}

void
cadre_policy_seal (CadrePolicy *self)
{
  seal_slots (self);
  seal_pools (self);
  seal_later (self);
}

const CadrePolicyRules *
cadre_policy_get_rules (CadrePolicy *self)
{
  return &self->rules;
}
