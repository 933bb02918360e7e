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
  CADRE_PARAMETER_SLOT_THRESHOLD_INCLUSIVE,
  CADRE_PARAMETER_SLOT_DENOMINATOR,
  CADRE_PARAMETER_SLOT_OVERALL,
  CADRE_PARAMETER_SLOT_GRADE_WINDOW,
  CADRE_PARAMETER_SLOT_RATIO,
  CADRE_PARAMETER_SLOT_ITERATION,
  CADRE_PARAMETER_SLOT_MULTI_CLAIM,
  CADRE_PARAMETER_MERGE_COMPETES,
  CADRE_PARAMETER_POOL_SAME_FUNCTION,
  CADRE_PARAMETER_POOL_SAME_FIELD,
  CADRE_PARAMETER_POOL_TIER_DIFFERENCE,
  CADRE_PARAMETER_POOL_GRADE_DIFFERENCE,
  CADRE_PARAMETER_POOL_ADD_CLAIMANTS,
  CADRE_PARAMETER_TIER_BELOW,
  CADRE_PARAMETER_VACANT_MANAGER,
  CADRE_N_PARAMETERS
} CadreParameter;

typedef enum
{
  CADRE_PARAMETER_KIND_WORD,    /* one of a list */
  CADRE_PARAMETER_KIND_WORDS,   /* some of a list */
  CADRE_PARAMETER_KIND_INTEGER, /* from least to most */
  CADRE_PARAMETER_KIND_WINDOW,  /* the same, or "any" */
  CADRE_PARAMETER_KIND_FLAG,
} CadreParameterKind;

#define CADRE_MAX_PARAMETER_WORDS 5

typedef struct
{
  const char *name;
  CadreParameterKind kind;
  const char *words[CADRE_MAX_PARAMETER_WORDS];
  int least;
  int most;
  const char *initial; /* what the illustrative policy has */
  const char *source;  /* where the illustrative policy has it from */
  const char *description;
} CadreParameterSpec;

typedef enum
{
  CADRE_DENOMINATOR_OLD,
  CADRE_DENOMINATOR_NEW,
  CADRE_DENOMINATOR_LESSER,
} CadreDenominator;

#define CADRE_ANY_DIFFERENCE (-1)

/* The parameters as the engine reads them. */
typedef struct
{
  guint heads; /* 1 << CadreHead */
  int threshold;
  gboolean inclusive;
  CadreDenominator denominator;
  int grade_window;
  gboolean holders_le_posts;
  gboolean fixpoint;
  gboolean merge_competes;
  gboolean same_function;
  gboolean same_field;
  int tier_difference;  /* or CADRE_ANY_DIFFERENCE */
  int grade_difference; /* or CADRE_ANY_DIFFERENCE */
  gboolean add_claimants;
  gboolean bar_tier_below;
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

const CadreParameterSpec *cadre_parameter_spec (CadreParameter parameter);
/* The parameter of a name, or -1. */
int cadre_parameter_find (const char *name);
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
const CadrePolicyRules *cadre_policy_get_rules (CadrePolicy *self);

G_END_DECLS
