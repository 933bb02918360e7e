/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What an outcome says in words. */

#include "config.h"

#include "matching/cadre-outcome-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

/* The sentence of a reason, with facts in the place of their names. */
static char *
dup_sentence (CadreOutcome *self, const char *code)
{
  GString *sentence = g_string_new (NULL);

  for (const char *c = cadre_reason_get_template (code); *c != '\0';)
    {
      const char *close = *c == '{' ? strchr (c, '}') : NULL;
      const char *text =
        close != NULL ? cadre_outcome_find_fact (self, c + 1, (gsize) (close - c) - 1) : NULL;

      if (close == NULL)
        g_string_append_c (sentence, *c++);
      else
        {
          g_string_append (sentence, text != NULL ? text : "not known");
          c = close + 1;
        }
    }

  return g_string_free (sentence, FALSE);
}

/**
 * cadre_outcome_dup_sentences:
 * @self: a #CadreOutcome
 *
 * Gets the reasons as sentences of plain English, with the facts filled in.
 *
 * Returns: (transfer full) (array zero-terminated=1): the sentences, one for
 *   each reason
 *
 * Since: 1.0
 */
char **
cadre_outcome_dup_sentences (CadreOutcome *self)
{
  char **sentences = NULL;

  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  sentences = g_new0 (char *, self->row.n_reasons + 1);
  for (guint i = 0; i < self->row.n_reasons; i++)
    sentences[i] = dup_sentence (self, self->reasons[i]);

  return sentences;
}

static const char *
get_nick (GType words, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (words);
  const GEnumValue *word = g_enum_get_value (klass, value);

  return word != NULL ? word->value_nick : "unknown";
}

/**
 * cadre_outcome_dup_gap_sentence:
 * @self: a #CadreOutcome
 *
 * Gets the gap between what the paper says and the outcome, as a sentence.
 *
 * Returns: (transfer full) (nullable): the sentence, or %NULL where the paper
 *   says nothing or there is no gap
 *
 * Since: 1.0
 */
char *
cadre_outcome_dup_gap_sentence (CadreOutcome *self)
{
  g_autofree char *open = NULL;
  const char *declared = NULL;
  const char *outcome = NULL;

  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  if (self->row.gap != CADRE_OUTCOME_GAP_UNVERIFIED && self->row.gap != CADRE_OUTCOME_GAP_DIFFERS)
    return NULL;

  declared = get_nick (CADRE_TYPE_DECLARED_OUTCOME, self->row.declared);
  outcome = get_nick (CADRE_TYPE_OUTCOME_KIND, self->row.kind);
  open = g_strjoinv (", ", (char **) self->questions);
  return g_strdup_printf ("The paper says %s; under the policy it is %s%s%s.", declared, outcome,
                          *open != '\0' ? ": " : "", open);
}

/**
 * cadre_outcome_to_string:
 * @self: a #CadreOutcome
 *
 * Gets the outcome on one line, for logs and debugging.
 *
 * Returns: (transfer full): the line
 *
 * Since: 1.0
 */
char *
cadre_outcome_to_string (CadreOutcome *self)
{
  g_autofree char *reasons = NULL;
  g_autofree char *subject = NULL;

  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  reasons = g_strjoinv (", ", (char **) self->reasons);
  subject =
    self->row.subject == CADRE_OUTCOME_SUBJECT_ASSIGNMENT
      ? g_strdup_printf ("assignment %s", self->row.assignment)
      : g_strdup_printf ("position %s/%d", cadre_outcome_get_post (self), self->row.position);
  return g_strdup_printf ("%s: %s, stage %s, post %s (%s)", subject,
                          get_nick (CADRE_TYPE_OUTCOME_KIND, self->row.kind),
                          get_nick (CADRE_TYPE_STAGE, self->row.stage),
                          cadre_outcome_get_post (self), reasons);
}
