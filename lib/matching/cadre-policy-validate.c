/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is doubtful about a policy, and why. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "matching/cadre-policy-private.h"

#include <string.h>

#define MAX_ISSUES 1000
#define STATUTORY_TRIAL_WEEKS 4

typedef struct
{
  CadrePolicy *policy;
  const CadrePolicyRules *rules;
  CadreIssueList *issues;
} Validation;

static void
report (Validation *self,
        const char *code,
        CadreSeverity severity,
        const char *message,
        CadreParameter parameter,
        const char *suggestion)
{
  const char *name = parameter < CADRE_N_PARAMETERS ? cadre_parameter_spec (parameter)->name : NULL;
  g_autofree char *origin = name != NULL ? g_strconcat ("/parameters/", name, NULL) : NULL;

  cadre_issue_list_add_fields (self->issues, code, severity, message, origin, name, suggestion);
}

static gboolean
has (const Validation *self, CadreParameter parameter, const char *word)
{
  return cadre_policy_has_word (self->policy, cadre_parameter_spec (parameter)->name, word);
}

static gboolean
has_any (const Validation *self, CadreParameter parameter, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (has (self, parameter, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_stated (const Validation *self, CadreParameter parameter)
{
  return !self->policy->values[parameter].is_inherited;
}

/* Who agreed it, when, and where each value stands. */
static void
check_papers (Validation *self)
{
  const CadrePolicy *policy = self->policy;

  if (cadre_policy_is_preset (self->policy))
    {
      report (self, "matching.policy.preset", CADRE_SEVERITY_WARNING,
              "The policy is one that the library carries, and nobody's own", CADRE_N_PARAMETERS,
              "Name the employer's own policy");
      return;
    }
  if (policy->agreed == NULL)
    report (self, "matching.policy.no-date", CADRE_SEVERITY_WARNING,
            "The policy does not say when it was agreed", CADRE_N_PARAMETERS,
            "State the date of the agreement");
  if (policy->parties == NULL || *policy->parties == NULL)
    report (self, "matching.policy.no-parties", CADRE_SEVERITY_WARNING,
            "The policy does not say who agreed it", CADRE_N_PARAMETERS, "State the parties");
  if (policy->version == NULL)
    report (self, "matching.policy.no-version", CADRE_SEVERITY_WARNING,
            "The policy does not say which version it is", CADRE_N_PARAMETERS, "State the version");

  for (guint i = 0; i < CADRE_N_PARAMETERS; i++)
    {
      if (is_stated (self, i) && policy->values[i].clause == NULL)
        report (self, "matching.policy.no-clause", CADRE_SEVERITY_INFO,
                "The policy does not say in which clause the value stands", i,
                "State the clause, or where the value comes from");
      if (!is_stated (self, i))
        report (self, "matching.policy.inherited", CADRE_SEVERITY_INFO,
                "The policy does not state the value, and has that of its base", i,
                "State the value where the employer's rules have one");
    }
}

/* A threshold that anything reaches, or nothing. */
static void
check_threshold (Validation *self, CadreParameter parameter, int threshold)
{
  if (threshold < 50 || (threshold == 50 && self->rules->inclusive))
    report (self, "matching.policy.less-than-most", CADRE_SEVERITY_WARNING,
            "A job of which no more than half is the same counts as broadly the same", parameter,
            NULL);
  if (threshold == 100 && !self->rules->inclusive)
    report (self, "matching.policy.never-reached", CADRE_SEVERITY_ERROR,
            "More than all of a job can never be the same", parameter,
            "Let exactly the threshold be enough");
}

static void
check_slots (Validation *self)
{
  static const CadreParameter thresholds[] = {
    CADRE_PARAMETER_SLOT_THRESHOLD_PURPOSE,
    CADRE_PARAMETER_SLOT_THRESHOLD_DUTIES,
    CADRE_PARAMETER_SLOT_THRESHOLD_SCOPE,
    CADRE_PARAMETER_SLOT_THRESHOLD_COMPETENCIES,
  };
  int weight = 0;

  check_threshold (self, CADRE_PARAMETER_SLOT_THRESHOLD, self->rules->threshold);
  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++)
    {
      guint head = i + 1;
      gboolean is_used =
        self->rules->overall == CADRE_OVERALL_LEAST_HEAD && (self->rules->heads >> head & 1) != 0;

      weight += (self->rules->heads >> head & 1) != 0 ? self->rules->head_weight[head] : 0;
      if (has (self, thresholds[i], "general"))
        continue;
      if (is_used)
        check_threshold (self, thresholds[i], self->rules->head_threshold[head]);
      else
        report (self, "matching.policy.no-effect", CADRE_SEVERITY_WARNING,
                "What other parameters say leaves this one without effect", thresholds[i], NULL);
    }
  if (self->rules->overall == CADRE_OVERALL_WEIGHTED && weight == 0)
    report (self, "matching.policy.no-weight", CADRE_SEVERITY_ERROR,
            "No head that the policy asks for has a weight: nothing has a mean",
            CADRE_PARAMETER_SLOT_OVERALL, "Give the heads weights");
  if (self->rules->fixed_term == CADRE_FIXED_TERM_EXCLUDED)
    report (self, "matching.policy.fixed-term", CADRE_SEVERITY_WARNING,
            "To leave people out because their term is fixed is less favourable treatment unless "
            "there is a reason for it",
            CADRE_PARAMETER_FIXED_TERM, "Record the reason, or let their claims count");
}

/* A predicate that tells every post from every other leaves each holder alone. */
static void
check_ring_fence (Validation *self)
{
  const CadrePolicyRules *rules = self->rules;

  if (rules->same_function && rules->same_field && rules->same_line && rules->same_unit &&
      rules->tier_difference == 0 && rules->pool_grade_up == 0 && rules->pool_grade_down == 0)
    report (self, "matching.policy.ring-fence-of-one", CADRE_SEVERITY_WARNING,
            "A ring-fence asks for so much that it can hardly have more than one member, and then "
            "selects by itself",
            CADRE_PARAMETER_POOL_SAME_UNIT, "Ask for less");
}

static const char *const proxies[] = {
  "length-of-service", "last-in-first-out", "cost", "age", "pension", NULL
};
static const char *const terms[] = { "earliest-expiry", "contract-type", NULL };
static const char *const selecting[] = {
  "length-of-service",    "last-in-first-out", "cost",       "age",
  "earliest-expiry",      "contract-type",     "attendance", "disciplinary-record",
  "order-of-application", "pension",           NULL
};

/* A criterion that leaves nothing to be judged decides alone where it is alone. */
static void
check_criteria (Validation *self, CadreParameter parameter)
{
  const char *text = cadre_policy_get_text (self->policy, parameter);

  if (strchr (text, ',') == NULL && has_any (self, parameter, selecting))
    report (self, "matching.policy.selects-by-itself", CADRE_SEVERITY_WARNING,
            "One criterion alone selects by itself, and leaves nothing to be judged", parameter,
            "Name criteria that are judged");
  if (has_any (self, parameter, proxies))
    report (self, "matching.policy.proxy-for-age", CADRE_SEVERITY_WARNING,
            "A criterion stands for age: it has to be justified, and cost alone cannot justify it",
            parameter, "Record why it is proportionate, or leave it out");
  if (has_any (self, parameter, terms))
    report (self, "matching.policy.earliest-expiry", CADRE_SEVERITY_WARNING,
            "To select those whose term ends first is less favourable treatment of fixed terms",
            parameter, "Leave it out");
}

static void
check_selection (Validation *self)
{
  static const CadreParameter lists[] = {
    CADRE_PARAMETER_SELECTION_CRITERIA,
    CADRE_PARAMETER_SELECTION_TIE_BREAKS,
    CADRE_PARAMETER_VOLUNTARY_CRITERIA,
  };
  const CadreParameterSpec *breaks = cadre_parameter_spec (CADRE_PARAMETER_SELECTION_TIE_BREAKS);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    check_criteria (self, lists[i]);
  for (guint i = 1; i < CADRE_MAX_PARAMETER_WORDS && breaks->words[i] != NULL; i++)
    if (has (self, CADRE_PARAMETER_SELECTION_TIE_BREAKS, breaks->words[i]) &&
        has (self, CADRE_PARAMETER_SELECTION_TIE_BREAKS_BARRED, breaks->words[i]))
      report (self, "matching.policy.tie-break", CADRE_SEVERITY_ERROR,
              "A tie-break is both permitted and barred",
              CADRE_PARAMETER_SELECTION_TIE_BREAKS_BARRED, "Take it out of one list");
}

static void
check_release (Validation *self)
{
  const CadrePolicyRules *rules = self->rules;

  if (rules->voluntary == CADRE_VOLUNTARY_UNTIED)
    report (self, "matching.policy.untied-release", CADRE_SEVERITY_WARNING,
            "Release from a post that goes on, with nobody displaced into it, is no redundancy",
            CADRE_PARAMETER_VOLUNTARY_RELEASE, "Tie the release to a post that goes, or to a bump");
  if (rules->voluntary != CADRE_VOLUNTARY_NONE &&
      has (self, CADRE_PARAMETER_VOLUNTARY_CRITERIA, "none"))
    report (self, "matching.policy.no-release-criteria", CADRE_SEVERITY_WARNING,
            "The policy has no criteria by which volunteers are accepted: whoever accepts one has "
            "none to point to",
            CADRE_PARAMETER_VOLUNTARY_CRITERIA, "Name the criteria that are permitted");
  if (rules->volunteers != CADRE_VOLUNTEERS_ANYONE && rules->voluntary == CADRE_VOLUNTARY_NONE)
    report (self, "matching.policy.no-effect", CADRE_SEVERITY_WARNING,
            "What other parameters say leaves this one without effect",
            CADRE_PARAMETER_VOLUNTARY_WHO, NULL);
  if (rules->voluntary == CADRE_VOLUNTARY_UNTIED && rules->volunteers == CADRE_VOLUNTEERS_POST_GOES)
    report (self, "matching.policy.no-effect", CADRE_SEVERITY_WARNING,
            "Only whoever's post goes may volunteer: nobody can be released whose post stays",
            CADRE_PARAMETER_VOLUNTARY_RELEASE, NULL);
  if (rules->may_bump &&
      (rules->voluntary == CADRE_VOLUNTARY_NONE || rules->volunteers == CADRE_VOLUNTEERS_POST_GOES))
    report (self, "matching.policy.no-effect", CADRE_SEVERITY_WARNING,
            "What other parameters say leaves this one without effect", CADRE_PARAMETER_BUMPING,
            NULL);
}

static void
check_appeals (Validation *self)
{
  if (self->rules->appeal_effect == CADRE_APPEAL_NOT_STATED)
    report (self, "matching.policy.appeal-not-stated", CADRE_SEVERITY_INFO,
            "The policy does not say whether a post waits for an appeal: whoever else it would go "
            "to is unresolved until the appeal is decided",
            CADRE_PARAMETER_APPEAL_EFFECT, "State whether it waits, or the process goes on");
}

static void
check_law (Validation *self)
{
  if (self->rules->trial_weeks < STATUTORY_TRIAL_WEEKS)
    report (self, "matching.policy.short-trial", CADRE_SEVERITY_ERROR,
            "A trial is shorter than the statutory four weeks", CADRE_PARAMETER_TRIAL_WEEKS,
            "Let it last four weeks or more");
  if (!g_str_has_prefix (cadre_policy_get_text (self->policy, CADRE_PARAMETER_PRIORITY_ORDER),
                         "statutory-priority"))
    report (self, "matching.policy.priority-not-first", CADRE_SEVERITY_ERROR,
            "A statutory priority does not come first", CADRE_PARAMETER_PRIORITY_ORDER,
            "Put the statutory priority first");
}

/**
 * cadre_policy_validate:
 * @self: a #CadrePolicy
 *
 * Finds what is doubtful about a policy: what is missing on paper, what cannot
 * be, and what people have been found to be treated unfairly by. Each issue has
 * the parameter that it is about. Values that a policy inherits are looked at
 * like those that it states.
 *
 * That a percentage may choose among claims, or that a threshold is out of its
 * range, cannot be written in a policy at all.
 *
 * Returns: (transfer full): the issues
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_policy_validate (CadrePolicy *self)
{
  Validation validation = { 0 };

  g_return_val_if_fail (CADRE_IS_POLICY (self), NULL);

  validation.policy = self;
  validation.rules = cadre_policy_get_rules (self);
  validation.issues = cadre_issue_list_new (MAX_ISSUES);
  check_papers (&validation);
  check_slots (&validation);
  check_ring_fence (&validation);
  check_selection (&validation);
  check_release (&validation);
  check_appeals (&validation);
  check_law (&validation);
  cadre_issue_list_seal (validation.issues);
  return validation.issues;
}
