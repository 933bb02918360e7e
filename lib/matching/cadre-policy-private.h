/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-policy.h>

G_BEGIN_DECLS

/* The parameters, in the order in which they are listed. */
typedef enum
{
  CADRE_PARAMETER_SLOT_BASIS,
  CADRE_PARAMETER_SLOT_HEADS,
  CADRE_PARAMETER_SLOT_THRESHOLD,
  CADRE_PARAMETER_SLOT_THRESHOLD_PURPOSE,
  CADRE_PARAMETER_SLOT_THRESHOLD_DUTIES,
  CADRE_PARAMETER_SLOT_THRESHOLD_SCOPE,
  CADRE_PARAMETER_SLOT_THRESHOLD_COMPETENCIES,
  CADRE_PARAMETER_SLOT_THRESHOLD_INCLUSIVE,
  CADRE_PARAMETER_SLOT_DENOMINATOR,
  CADRE_PARAMETER_SLOT_OVERALL,
  CADRE_PARAMETER_SLOT_WEIGHT_PURPOSE,
  CADRE_PARAMETER_SLOT_WEIGHT_DUTIES,
  CADRE_PARAMETER_SLOT_WEIGHT_SCOPE,
  CADRE_PARAMETER_SLOT_WEIGHT_COMPETENCIES,
  CADRE_PARAMETER_SLOT_LEAST_DUTIES,
  CADRE_PARAMETER_SLOT_GRADE_WINDOW,
  CADRE_PARAMETER_SLOT_GRADE_WINDOW_UP,
  CADRE_PARAMETER_SLOT_GRADE_WINDOW_DOWN,
  CADRE_PARAMETER_SLOT_HOURS_DIFFERENCE,
  CADRE_PARAMETER_SLOT_RATIO,
  CADRE_PARAMETER_SLOT_TIER_ORDER,
  CADRE_PARAMETER_SLOT_ITERATION,
  CADRE_PARAMETER_SLOT_MULTI_CLAIM,
  CADRE_PARAMETER_SLOT_EXCLUSIVE,
  CADRE_PARAMETER_MERGE_COMPETES,
  CADRE_PARAMETER_TIER_BELOW,
  CADRE_PARAMETER_HOURS_TOLERANCE,
  CADRE_PARAMETER_JOB_SHARE_HOURS_TOLERANCE,
  CADRE_PARAMETER_FIXED_TERM,
  CADRE_PARAMETER_POOL_SAME_FUNCTION,
  CADRE_PARAMETER_POOL_SAME_FIELD,
  CADRE_PARAMETER_POOL_SAME_LINE,
  CADRE_PARAMETER_POOL_SAME_UNIT,
  CADRE_PARAMETER_POOL_SAME_AREA,
  CADRE_PARAMETER_POOL_TIER_DIFFERENCE,
  CADRE_PARAMETER_POOL_GRADE_DIFFERENCE,
  CADRE_PARAMETER_POOL_GRADE_DIFFERENCE_UP,
  CADRE_PARAMETER_POOL_GRADE_DIFFERENCE_DOWN,
  CADRE_PARAMETER_POOL_HIGHER_GRADE,
  CADRE_PARAMETER_POOL_ADD_CLAIMANTS,
  CADRE_PARAMETER_POOL_EQUAL_ACCESS,
  CADRE_PARAMETER_POOL_COMPETITION,
  CADRE_PARAMETER_SELECTION_CRITERIA,
  CADRE_PARAMETER_SELECTION_TIE_BREAKS,
  CADRE_PARAMETER_SELECTION_TIE_BREAKS_BARRED,
  CADRE_PARAMETER_VOLUNTARY_RELEASE,
  CADRE_PARAMETER_VOLUNTARY_WHO,
  CADRE_PARAMETER_VOLUNTARY_TIMING,
  CADRE_PARAMETER_VOLUNTARY_WITHDRAWABLE_UNTIL,
  CADRE_PARAMETER_VOLUNTARY_CRITERIA,
  CADRE_PARAMETER_BUMPING,
  CADRE_PARAMETER_PRIORITY_ORDER,
  CADRE_PARAMETER_REDEPLOYMENT_RINGS,
  CADRE_PARAMETER_REDEPLOYMENT_EFFECT,
  CADRE_PARAMETER_REDEPLOYMENT_GRADE_UP,
  CADRE_PARAMETER_REDEPLOYMENT_EXCLUSIVE_DAYS,
  CADRE_PARAMETER_TRIAL_WEEKS,
  CADRE_PARAMETER_APPEAL_EFFECT,
  CADRE_PARAMETER_SENIOR_NO_SLOTTING_IN,
  CADRE_PARAMETER_SENIOR_BY_MEMBERS,
  CADRE_PARAMETER_VACANT_MANAGER,
  CADRE_N_PARAMETERS
} CadreParameter;

typedef enum
{
  CADRE_PARAMETER_KIND_WORD,    /* one of a list */
  CADRE_PARAMETER_KIND_WORDS,   /* some of a list, in its order */
  CADRE_PARAMETER_KIND_ORDER,   /* some of a list, in an order that says something */
  CADRE_PARAMETER_KIND_INTEGER, /* from least to most, or a word of the list */
  CADRE_PARAMETER_KIND_FLAG,
} CadreParameterKind;

#define CADRE_MAX_PARAMETER_WORDS 16

typedef struct
{
  const char *name;
  CadreParameterKind kind;
  const char *words[CADRE_MAX_PARAMETER_WORDS];
  int least;
  int most;
  gboolean binds_post;     /* how a post is filled, and not only who has a claim: two
                            * policies that differ in it meet on one post */
  gboolean is_stated_only; /* shown, for people to read: no outcome depends on it */
  const char *initial;     /* what the illustrative policy has */
  const char *source;      /* where the illustrative policy has it from */
  const char *description;
} CadreParameterSpec;

typedef enum
{
  CADRE_DENOMINATOR_OLD,
  CADRE_DENOMINATOR_NEW,
  CADRE_DENOMINATOR_LESSER,
} CadreDenominator;

typedef enum
{
  CADRE_OVERALL_LEAST_HEAD,
  CADRE_OVERALL_WEIGHTED,
  CADRE_OVERALL_WHOLE_JOB,
} CadreOverall;

typedef enum
{
  CADRE_FIXED_TERM_TO_BE_CHECKED,
  CADRE_FIXED_TERM_AS_PERMANENT,
  CADRE_FIXED_TERM_EXCLUDED,
} CadreFixedTerm;

typedef enum
{
  CADRE_VOLUNTARY_NONE,
  CADRE_VOLUNTARY_TIED, /* to a post that goes, or to a bump where that is allowed */
  CADRE_VOLUNTARY_UNTIED,
} CadreVoluntary;

/* Who may volunteer. */
typedef enum
{
  CADRE_VOLUNTEERS_ANYONE,
  CADRE_VOLUNTEERS_AFFECTED,
  CADRE_VOLUNTEERS_AT_RISK, /* as a group: the post goes, is in question, or has too many holders */
  CADRE_VOLUNTEERS_POST_GOES, /* or one of its positions does */
} CadreVolunteers;

typedef enum
{
  CADRE_WITHDRAWABLE_UNTIL_ACCEPTANCE,
  CADRE_WITHDRAWABLE_UNTIL_SELECTION,
  CADRE_WITHDRAWABLE_UNTIL_RELEASE,
} CadreWithdrawable;

typedef enum
{
  CADRE_REDEPLOYMENT_CONSIDERED_FIRST,
  CADRE_REDEPLOYMENT_GUARANTEED_INTERVIEW,
  CADRE_REDEPLOYMENT_OFFERED_FIRST,
} CadreRedeployment;

/* What an appeal that is not decided does to the post that it is about. */
typedef enum
{
  CADRE_APPEAL_NOT_STATED,
  CADRE_APPEAL_WAITS,
  CADRE_APPEAL_GOES_ON,
} CadreAppealEffect;

/* Where a post is looked for, or somebody to fill it. */
typedef enum
{
  CADRE_RING_OWN_EMPLOYER,
  CADRE_RING_CASE_EMPLOYERS,
  CADRE_RING_REGION,
  CADRE_RING_WIDER_GROUP,
  CADRE_RING_PUBLIC_ADVERT,
  CADRE_N_RINGS,
} CadreRing;

/* Flags of a post, as bits. */
enum
{
  CADRE_SENIOR_STATUTORY = 1 << 0,
  CADRE_SENIOR_CHIEF_OFFICER = 1 << 1,
  CADRE_SENIOR_POLITICALLY_RESTRICTED = 1 << 2,
};

#define CADRE_ANY_DIFFERENCE (-1)
#define CADRE_N_POLICY_HEADS 5 /* by CadreHead */

/* The parameters as the engine reads them. */
typedef struct
{
  guint heads; /* 1 << CadreHead */
  int threshold;
  int head_threshold[CADRE_N_POLICY_HEADS];
  gboolean inclusive;
  CadreDenominator denominator;
  CadreOverall overall;
  int head_weight[CADRE_N_POLICY_HEADS];
  int least_duties;
  int grade_up; /* of a slotting-in claim */
  int grade_down;
  int hours_difference; /* or CADRE_ANY_DIFFERENCE */
  gboolean holders_le_posts;
  gboolean fixpoint;
  gboolean preference_chooses; /* among claims on several posts */
  gboolean exclusive;          /* whoever is slotted in is appointed to no other post */
  gboolean merge_competes;
  gboolean bar_tier_below;
  int hours_tolerance;
  int job_share_tolerance; /* or CADRE_ANY_DIFFERENCE */
  CadreFixedTerm fixed_term;

  gboolean same_function;
  gboolean same_field;
  gboolean same_line;
  gboolean same_unit;
  gboolean same_area;
  int tier_difference;        /* or CADRE_ANY_DIFFERENCE */
  int pool_grade_up;          /* the same */
  int pool_grade_down;        /* the same */
  gboolean higher_grade_last; /* only where no post at the own grade or below is open */
  gboolean add_claimants;
  gboolean equal_access;     /* those at risk who are no members may be appointed all the same */
  gboolean only_where_short; /* nobody competes where there is a position for everybody */

  CadreVoluntary voluntary;
  CadreVolunteers volunteers;
  gboolean voluntary_after_slotting;
  CadreWithdrawable withdrawable;
  gboolean may_bump;

  CadreRing rings[CADRE_N_RINGS]; /* in their order */
  guint n_rings;
  CadreRedeployment redeployment;
  int redeployment_grade_up;
  int exclusive_days;
  int trial_weeks;
  CadreAppealEffect appeal_effect;
  guint senior_no_slotting_in; /* CADRE_SENIOR_… */
  guint senior_by_members;     /* the same */
  gboolean nearest_occupied_manager;
} CadrePolicyRules;

/* One value; text is NULL only while a policy is being made. */
typedef struct
{
  char *text;
  char *clause; /* (nullable) */
  char *source; /* (nullable) */
  gboolean is_inherited;
} CadrePolicyValue;

struct _CadrePolicy
{
  GObject parent_instance;

  char *name;
  char *base;        /* (nullable) */
  char **employers;  /* (nullable): NULL for all that no other policy names */
  char *version;     /* (nullable) */
  CadreDate *agreed; /* (nullable) */
  char **parties;    /* (nullable) */
  char *note;        /* (nullable) */
  char *source;      /* (nullable) */
  char *unknown;     /* (nullable): members that are not known, a canonical object */
  CadrePolicyValue values[CADRE_N_PARAMETERS];
  CadrePolicyRules rules;
};

gboolean cadre_policy_is_preset_name (const char *name);
const CadreParameterSpec *cadre_parameter_spec (CadreParameter parameter);
/* The parameter of a name, or -1. */
int cadre_parameter_find (const char *name);
gboolean cadre_parameter_has_word (CadreParameter parameter, const char *word);
/* The text in its one form; NULL where it is no value of the parameter. */
char *cadre_parameter_normalise (CadreParameter parameter, const char *text);
/* What the values of a parameter are, for errors. */
char *cadre_parameter_describe_values (CadreParameter parameter);

CadrePolicyParameter *cadre_policy_parameter_new (CadreParameter parameter,
                                                  const CadrePolicyValue *value);

void cadre_policy_set_value (CadrePolicy *self,
                             CadreParameter parameter,
                             char *text_taken,
                             const char *clause,
                             const char *source);
/* Gives every parameter that has no value that of the base. */
void cadre_policy_inherit (CadrePolicy *self, CadrePolicy *base);
/* Makes the rules out of the values, of which none may be missing. */
void cadre_policy_seal (CadrePolicy *self);
/* A value that is a number, or CADRE_ANY_DIFFERENCE. */
int cadre_policy_get_number (const CadrePolicy *self, CadreParameter parameter);
/* The words of a value, in their order, for the lists that the rules do not have:
 * selection.criteria, selection.tie-breaks, selection.tie-breaks-barred,
 * voluntary.criteria and priority.order. */
const char *cadre_policy_get_text (const CadrePolicy *self, CadreParameter parameter);
const CadrePolicyRules *cadre_policy_get_rules (CadrePolicy *self);

G_END_DECLS
