/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Outcomes in sentences. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "report/cadre-values-private.h"
#include "report/outcomes/cadre-outcomes-view-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

/* What a fact of an outcome is written as. */
typedef enum
{
  FACT_PLAIN,
  FACT_POSTS_BEFORE, /* ids with commas between them */
  FACT_POSTS_AFTER,
  FACT_FUNCTIONS,
  FACT_DATE,
  FACT_HEADS,  /* words */
  FACT_LIKENS, /* what makes posts alike: grade, tier, function, field */
} FactForm;

/* Below the full level: what comes from an assignment or the log is not shown,
 * nor is a number of people that is below two. */
typedef enum
{
  FACT_SHOWN,
  FACT_OF_PERSON,
  FACT_OF_NUMBER,
} FactCare;

static const struct
{
  const char *name;
  FactForm form;
  FactCare care;
} facts[] = {
  { "at-risk-until", FACT_DATE },
  { "candidates", FACT_PLAIN, FACT_OF_NUMBER },
  { "case-employer-posts", FACT_POSTS_AFTER },
  { "claimants", FACT_PLAIN, FACT_OF_NUMBER },
  { "contested-posts", FACT_POSTS_AFTER },
  { "criteria-not-permitted", FACT_PLAIN, FACT_OF_PERSON },
  { "decided-by", FACT_PLAIN, FACT_OF_PERSON },
  { "duty-posts", FACT_POSTS_AFTER, FACT_OF_PERSON },
  { "ends", FACT_DATE, FACT_OF_PERSON },
  { "external-from", FACT_DATE },
  { "failed-posts", FACT_POSTS_AFTER, FACT_OF_PERSON },
  { "freed-post", FACT_POSTS_AFTER, FACT_OF_PERSON },
  { "functions-leaving", FACT_FUNCTIONS },
  { "functions-receiving", FACT_POSTS_AFTER },
  { "heads-different", FACT_HEADS },
  { "heads-unknown", FACT_HEADS },
  { "holders", FACT_PLAIN, FACT_OF_NUMBER },
  { "interest-posts", FACT_POSTS_AFTER, FACT_OF_PERSON },
  { "internal-until", FACT_DATE },
  { "merged-posts", FACT_POSTS_AFTER },
  { "not-appointed", FACT_POSTS_AFTER, FACT_OF_PERSON },
  { "offered-posts", FACT_POSTS_AFTER, FACT_OF_PERSON },
  { "own-employer-posts", FACT_POSTS_AFTER },
  { "policy-parameters", FACT_PLAIN },
  { "positions", FACT_PLAIN },
  { "posts", FACT_POSTS_AFTER },
  { "refused-posts", FACT_POSTS_AFTER, FACT_OF_PERSON },
  { "ring-fence-posts", FACT_POSTS_AFTER },
  { "ring-fence-unknown", FACT_LIKENS },
  { "senior-posts", FACT_POSTS_AFTER },
  { "successors", FACT_POSTS_AFTER },
  { "threshold", FACT_PLAIN },
  { "trial-weeks", FACT_PLAIN },
  { "undecided-posts", FACT_POSTS_AFTER, FACT_OF_PERSON },
  { "waiting-posts", FACT_POSTS_AFTER, FACT_OF_PERSON },
};

static char *
part_text (const CadreOutcomesView *self, FactForm form, const char *part)
{
  const char *prefix = form == FACT_HEADS ? "head." : "alike.";
  g_autofree char *code = NULL;
  const char *word = NULL;
  guint32 row = CADRE_NO_ROW;

  switch (form)
    {
    case FACT_POSTS_BEFORE:
      return cadre_view_post_name (self->before, part);
    case FACT_POSTS_AFTER:
      return cadre_view_post_name (self->after, part);
    case FACT_FUNCTIONS:
      row = cadre_tables_find (self->before->tables, CADRE_RECORD_KIND_FUNCTION, part);
      return row != CADRE_NO_ROW ? cadre_view_name (self->before, CADRE_RECORD_KIND_FUNCTION, row)
                                 : g_strdup (part);
    case FACT_HEADS:
    case FACT_LIKENS:
      code = g_strconcat (prefix, part, NULL);
      word = cadre_phrase_find (self->catalogue, code);
      return g_strdup (word != NULL ? word : part);
    case FACT_DATE:
    case FACT_PLAIN:
    default:
      return g_strdup (part);
    }
}

static char *
date_text (const CadreOutcomesView *self, const char *text)
{
  g_autoptr (CadreDate) date = cadre_date_new_parse (text, NULL);

  return date != NULL ? cadre_catalogue_date (self->catalogue, cadre_date_pack (date))
                      : g_strdup (text);
}

/* Lists are joined by commas or semicolons. An id that holds a comma and a
 * blank is no name then, and is said as it stands. */
static char *
fact_text (const CadreOutcomesView *self, FactForm form, const char *text)
{
  g_auto (GStrv) parts = NULL;
  GString *list = NULL;

  if (form == FACT_PLAIN)
    return g_strdup (text);
  if (form == FACT_DATE)
    return date_text (self, text);

  parts = g_strsplit (text, strstr (text, "; ") != NULL ? "; " : ", ", -1);
  list = g_string_new (NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    cadre_append_part (list, ", ", part_text (self, form, parts[i]));

  return g_string_free (list, FALSE);
}

static gboolean
is_fact_hidden (const CadreOutcomesView *self, FactCare care, const char *value)
{
  if (self->is_full || care == FACT_SHOWN)
    return FALSE;

  return care == FACT_OF_PERSON || strcmp (value, "0") == 0 || strcmp (value, "1") == 0;
}

static char *
said_fact (const CadreOutcomesView *self, CadreOutcome *outcome, guint i)
{
  const char *value = cadre_outcome_get_fact (outcome, facts[i].name);

  if (value == NULL)
    return cadre_say (self->catalogue, "unknown");
  if (is_fact_hidden (self, facts[i].care, value))
    return cadre_say (self->catalogue, "redaction.not-shown");

  return fact_text (self, facts[i].form, value);
}

/* The post that an outcome comes to; where that is not settled, those that it
 * may be. */
static char *
said_post (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  gboolean is_ring_fenced = cadre_outcome_get_kind (outcome) == CADRE_OUTCOME_KIND_RING_FENCED;
  const char *posts =
    cadre_outcome_get_fact (outcome, is_ring_fenced ? "ring-fence-posts" : "posts");

  return cadre_outcome_get_post_after (outcome) == NULL && posts != NULL
           ? fact_text (self, FACT_POSTS_AFTER, posts)
           : cadre_outcomes_view_post_name (self, outcome);
}

/* What stands in a place: the post of the outcome, or a fact. */
static char *
place_text (const CadreOutcomesView *self, CadreOutcome *outcome, const char *place, gsize length)
{
  g_autofree char *name = g_strndup (place, length);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (strcmp (facts[i].name, name) == 0)
      return said_fact (self, outcome, i);

  return strcmp (name, "post") == 0 ? said_post (self, outcome) : g_strdup_printf ("{%s}", name);
}

/* Puts a fact into each place of a template that has its name, in one pass: what
 * is filled in is never read again for places. */
static char *
fill_facts (const CadreOutcomesView *self, CadreOutcome *outcome, const char *form)
{
  GString *text = g_string_new (NULL);
  const char *at = form;

  for (const char *open = strchr (at, '{'); open != NULL && strchr (open, '}') != NULL;
       open = strchr (at, '{'))
    {
      gsize length = strcspn (open + 1, "}");
      g_autofree char *filling = place_text (self, outcome, open + 1, length);

      g_string_append_len (text, at, open - at);
      g_string_append (text, filling);
      at = open + length + 2;
    }
  g_string_append (text, at);

  return g_string_free (text, FALSE);
}

/* What stands for a reason below the full level.
 *
 * Which right somebody has, and how far it reaches, is for those who deal with it: to
 * everybody else one sentence says that there is a duty. That others wait for an offer is
 * no right of theirs. Somebody's contract, notice, appeal, answers and wishes are
 * between the person and the employer. An absence changes nothing: that something is not
 * shown would say that there is one, so it is not said at all. */
const char *
cadre_outcomes_view_stand_in (const CadreOutcomesView *self, const char *reason)
{
  static const char *const of_person[] = { "appeal.",      "claim.preferred", "fixed-term.",
                                           "notice.",      "offer.refused",   "release.",
                                           "scope.agency", "trial.failed" };

  if (self->is_full || strcmp (reason, "duty.post-held") == 0)
    return reason;
  if (g_str_has_prefix (reason, "duty."))
    return "duty.offer";
  if (g_str_has_prefix (reason, "absence."))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (of_person); i++)
    if (g_str_has_prefix (reason, of_person[i]))
      return CADRE_REASON_OF_PERSON;

  return reason;
}

/* Several reasons can have one that stands for them: it is said once. */
gboolean
cadre_outcomes_view_is_said (const CadreOutcomesView *self, const char *const *codes, guint i)
{
  const char *reason = cadre_outcomes_view_stand_in (self, codes[i]);

  for (guint k = 0; reason != NULL && k < i; k++)
    if (g_strcmp0 (cadre_outcomes_view_stand_in (self, codes[k]), reason) == 0)
      return FALSE;

  return reason != NULL;
}

static void
append_reason (GString *text,
               const CadreOutcomesView *self,
               CadreOutcome *outcome,
               const char *reason)
{
  g_autofree char *code = g_strconcat ("reason.", reason, NULL);
  const char *form = cadre_phrase_find (self->catalogue, code);

  cadre_append_part (text, " ", fill_facts (self, outcome, form != NULL ? form : reason));
}

/* What happens to the post comes first: the other reasons follow from it. */
char *
cadre_outcomes_view_reasons (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  const char *const *codes = cadre_outcome_get_reasons (outcome);
  GString *text = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_str_has_prefix (codes[i], "post."))
      append_reason (text, self, outcome, codes[i]);
  for (guint i = 0; codes[i] != NULL; i++)
    if (!g_str_has_prefix (codes[i], "post.") && cadre_outcomes_view_is_said (self, codes, i))
      append_reason (text, self, outcome, cadre_outcomes_view_stand_in (self, codes[i]));

  return g_string_free (text, FALSE);
}

char *
cadre_outcomes_view_fate (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (CADRE_TYPE_OUTCOME_KIND);
  const GEnumValue *value = g_enum_get_value (klass, (int) cadre_outcome_get_kind (outcome));
  const char *subject = cadre_outcome_get_subject (outcome) == CADRE_OUTCOME_SUBJECT_ASSIGNMENT
                          ? "fate.assignment."
                          : "fate.position.";
  gboolean is_inside = cadre_outcome_get_kind (outcome) == CADRE_OUTCOME_KIND_REDEPLOYED &&
                       cadre_outcome_get_post_after (outcome) != NULL;
  g_autofree char *code = g_strconcat (subject, value != NULL ? value->value_nick : "unresolved",
                                       is_inside ? "-to" : "", NULL);
  const char *form = cadre_phrase_find (self->catalogue, code);

  return fill_facts (self, outcome, form != NULL ? form : code);
}

char *
cadre_outcomes_view_declared (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  CadreDeclaredOutcome declared = cadre_outcome_get_declared (outcome);
  const char *words = cadre_outcome_get_declared_words (outcome);
  g_autofree char *word = NULL;

  if (declared == CADRE_DECLARED_OUTCOME_UNKNOWN)
    return g_strdup (words);

  word = cadre_view_word (self->catalogue, "declared-outcome", CADRE_TYPE_DECLARED_OUTCOME,
                          (int) declared);
  return words != NULL
           ? cadre_phrase (self->catalogue, "declared.words", "outcome", word, "words", words, NULL)
           : g_steal_pointer (&word);
}

char *
cadre_outcomes_view_gap (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  CadreOutcomeGap gap = cadre_outcome_get_gap (outcome);

  return gap != CADRE_OUTCOME_GAP_NOT_DECLARED
           ? cadre_view_word (self->catalogue, "outcome-gap", CADRE_TYPE_OUTCOME_GAP, (int) gap)
           : NULL;
}
