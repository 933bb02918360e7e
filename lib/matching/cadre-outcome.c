/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-outcome
 * @Title: CadreOutcome
 * @Short_Description: What the rules propose, and why
 *
 * A #CadreOutcome says what the rules propose for an assignment or a position:
 * the outcome, the stage at which it came about, the rung of the ladder, the
 * reasons, and the facts that they rest on. What a paper declares stands beside
 * it, with the gap between the two.
 *
 * It is a proposal. What people decide is recorded in the log.
 *
 * The unit is the assignment: a person with two assignments has two outcomes.
 * No name is in an outcome, and nothing about a person but the id.
 */

#include "config.h"

#include "matching/cadre-outcome-private.h"

#include <string.h>

/**
 * CadreOutcome:
 *
 * What the rules propose, and why.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreOutcome, cadre_outcome, G_TYPE_OBJECT)

static void
free_text (const char *text)
{
  g_free ((char *) text);
}

static void
cadre_outcome_finalize (GObject *object)
{
  CadreOutcome *self = CADRE_OUTCOME (object);

  free_text (self->row.assignment);
  free_text (self->row.person);
  free_text (self->row.post_before);
  free_text (self->row.post_after);
  free_text (self->row.employer);
  free_text (self->row.policy);
  free_text (self->row.declared_words);
  g_clear_object (&self->row.decision);
  for (guint i = 0; i < self->row.n_facts; i++)
    free_text (self->facts[i].text);
  g_clear_pointer (&self->reasons, g_free);
  g_clear_pointer (&self->questions, g_free);
  g_clear_pointer (&self->facts, g_free);

  G_OBJECT_CLASS (cadre_outcome_parent_class)->finalize (object);
}

static void
cadre_outcome_class_init (CadreOutcomeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_outcome_finalize;
}

static void
cadre_outcome_init (CadreOutcome *self)
{
  self->reasons = g_new0 (const char *, 1);
  self->questions = g_new0 (const char *, 1);
}

static void
take_reasons (CadreOutcome *self, const guint8 *reasons)
{
  guint n_questions = 0;

  g_free (self->reasons);
  g_free (self->questions);
  self->reasons = g_new0 (const char *, self->row.n_reasons + 1);
  self->questions = g_new0 (const char *, self->row.n_reasons + 1);
  for (guint i = 0; i < self->row.n_reasons; i++)
    {
      self->reasons[i] = cadre_reason_code (reasons[i]);
      if (cadre_reason_is_open (self->reasons[i]))
        self->questions[n_questions++] = self->reasons[i];
    }
}

CadreOutcome *
cadre_outcome_new (const CadreOutcomeRow *row, const guint8 *reasons, const CadreFactRow *facts)
{
  CadreOutcome *self = g_object_new (CADRE_TYPE_OUTCOME, NULL);

  self->row = *row;
  self->row.assignment = g_strdup (row->assignment);
  self->row.person = g_strdup (row->person);
  self->row.post_before = g_strdup (row->post_before);
  self->row.post_after = g_strdup (row->post_after);
  self->row.employer = g_strdup (row->employer);
  self->row.policy = g_strdup (row->policy);
  self->row.declared_words = g_strdup (row->declared_words);
  if (row->decision != NULL)
    g_object_ref (row->decision);
  take_reasons (self, reasons);

  self->facts = g_new0 (CadreFactRow, MAX (row->n_facts, 1));
  for (guint i = 0; i < row->n_facts; i++)
    {
      self->facts[i].name = facts[i].name;
      self->facts[i].text = g_strdup (facts[i].text);
    }

  return self;
}

/**
 * cadre_outcome_get_subject:
 * @self: a #CadreOutcome
 *
 * Gets what the outcome is about.
 *
 * Returns: the subject
 *
 * Since: 1.0
 */
CadreOutcomeSubject
cadre_outcome_get_subject (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), CADRE_OUTCOME_SUBJECT_ASSIGNMENT);

  return self->row.subject;
}

/**
 * cadre_outcome_get_assignment:
 * @self: a #CadreOutcome
 *
 * Gets the assignment that it is about, or that fills the position.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL for a position that nobody fills
 *
 * Since: 1.0
 */
const char *
cadre_outcome_get_assignment (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  return self->row.assignment;
}

/**
 * cadre_outcome_get_person:
 * @self: a #CadreOutcome
 *
 * Gets the person of that assignment.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_outcome_get_person (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  return self->row.person;
}

/**
 * cadre_outcome_get_post:
 * @self: a #CadreOutcome
 *
 * Gets the post concerned: of a position its post, of an assignment the post that
 * it comes to, or else the post that it is to.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_outcome_get_post (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  return self->row.post_after != NULL ? self->row.post_after : self->row.post_before;
}

/**
 * cadre_outcome_get_position:
 * @self: a #CadreOutcome
 *
 * Gets which position of the post the outcome is about.
 *
 * Returns: the position, counted from 1; 0 where the post does not say how many
 *   it has; -1 of an assignment
 *
 * Since: 1.0
 */
int
cadre_outcome_get_position (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), -1);

  return self->row.position;
}

/**
 * cadre_outcome_get_post_before:
 * @self: a #CadreOutcome
 *
 * Gets the post of the structure before.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_outcome_get_post_before (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  return self->row.post_before;
}

/**
 * cadre_outcome_get_post_after:
 * @self: a #CadreOutcome
 *
 * Gets the post of the structure after.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where there is none or it is not
 *   settled which
 *
 * Since: 1.0
 */
const char *
cadre_outcome_get_post_after (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  return self->row.post_after;
}

/**
 * cadre_outcome_get_employer:
 * @self: a #CadreOutcome
 *
 * Gets the employer: of an assignment its own, of a position that of the post.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
const char *
cadre_outcome_get_employer (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  return self->row.employer;
}

/**
 * cadre_outcome_get_policy:
 * @self: a #CadreOutcome
 *
 * Gets the name of the policy that the outcome is under.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL where no policy binds
 *
 * Since: 1.0
 */
const char *
cadre_outcome_get_policy (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  return self->row.policy;
}

/**
 * cadre_outcome_get_kind:
 * @self: a #CadreOutcome
 *
 * Gets the outcome.
 *
 * Returns: the outcome
 *
 * Since: 1.0
 */
CadreOutcomeKind
cadre_outcome_get_kind (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), CADRE_OUTCOME_KIND_UNRESOLVED);

  return self->row.kind;
}

/**
 * cadre_outcome_get_stage:
 * @self: a #CadreOutcome
 *
 * Gets the stage at which it comes about.
 *
 * Returns: the stage
 *
 * Since: 1.0
 */
CadreStage
cadre_outcome_get_stage (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), CADRE_STAGE_NONE);

  return self->row.stage;
}

/**
 * cadre_outcome_get_rung:
 * @self: a #CadreOutcome
 *
 * Gets how far the assignment is affected.
 *
 * Returns: the rung; none for a position
 *
 * Since: 1.0
 */
CadreRung
cadre_outcome_get_rung (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), CADRE_RUNG_NONE);

  return self->row.rung;
}

/**
 * cadre_outcome_is_open:
 * @self: a #CadreOutcome
 *
 * Tells whether something is left for people to settle: it is unresolved, to be
 * checked, or rests on something that is not known.
 *
 * Returns: %TRUE if there is an open question
 *
 * Since: 1.0
 */
gboolean
cadre_outcome_is_open (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), FALSE);

  return self->questions[0] != NULL || self->row.kind == CADRE_OUTCOME_KIND_UNRESOLVED ||
         self->row.kind == CADRE_OUTCOME_KIND_TO_BE_CHECKED;
}

/**
 * cadre_outcome_get_reasons:
 * @self: a #CadreOutcome
 *
 * Gets the codes of the reasons, the deciding ones first.
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes
 *
 * Since: 1.0
 */
const char *const *
cadre_outcome_get_reasons (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  return self->reasons;
}

/**
 * cadre_outcome_has_reason:
 * @self: a #CadreOutcome
 * @code: the code of a reason
 *
 * Tells whether a reason is among those of the outcome.
 *
 * Returns: %TRUE if it is
 *
 * Since: 1.0
 */
gboolean
cadre_outcome_has_reason (CadreOutcome *self, const char *code)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  return g_strv_contains (self->reasons, code);
}

static const char *
find_own_fact (CadreOutcome *self, const char *name, gsize length)
{
  for (guint i = 0; i < self->row.n_facts; i++)
    if (strlen (self->facts[i].name) == length && strncmp (self->facts[i].name, name, length) == 0)
      return self->facts[i].text;

  return NULL;
}

/* In sentences, the post that somebody comes to; where it is not settled which,
 * those that it may be. */
static const char *
find_post (CadreOutcome *self)
{
  const char *posts = NULL;

  if (self->row.post_after != NULL)
    return self->row.post_after;

  posts = self->row.kind == CADRE_OUTCOME_KIND_RING_FENCED
            ? find_own_fact (self, "ring-fence-posts", strlen ("ring-fence-posts"))
            : find_own_fact (self, "posts", strlen ("posts"));
  return posts != NULL ? posts : self->row.post_before;
}

const char *
cadre_outcome_find_fact (CadreOutcome *self, const char *name, gsize length)
{
  const char *text = find_own_fact (self, name, length);

  return text == NULL && length == strlen ("post") && strncmp (name, "post", length) == 0
           ? find_post (self)
           : text;
}

/**
 * cadre_outcome_get_open_questions:
 * @self: a #CadreOutcome
 *
 * Gets the codes of those reasons that leave something for people to settle.
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes
 *
 * Since: 1.0
 */
const char *const *
cadre_outcome_get_open_questions (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  return self->questions;
}

/**
 * cadre_outcome_list_facts:
 * @self: a #CadreOutcome
 *
 * Gets the facts that the outcome rests on, in their order.
 *
 * Returns: (transfer full): a list of #CadreFact
 *
 * Since: 1.0
 */
GListModel *
cadre_outcome_list_facts (CadreOutcome *self)
{
  GListStore *list = NULL;

  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  list = g_list_store_new (CADRE_TYPE_FACT);
  for (guint i = 0; i < self->row.n_facts; i++)
    {
      g_autoptr (CadreFact) fact = cadre_fact_new (self->facts[i].name, self->facts[i].text);

      g_list_store_append (list, fact);
    }

  return G_LIST_MODEL (list);
}

/**
 * cadre_outcome_get_fact:
 * @self: a #CadreOutcome
 * @name: the name of a fact
 *
 * Gets the first fact of a name.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where there is no such
 *   fact
 *
 * Since: 1.0
 */
const char *
cadre_outcome_get_fact (CadreOutcome *self, const char *name)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return cadre_outcome_find_fact (self, name, strlen (name));
}

/**
 * cadre_outcome_get_declared:
 * @self: a #CadreOutcome
 *
 * Gets what the paper says is to happen.
 *
 * Returns: the declared outcome
 *
 * Since: 1.0
 */
CadreDeclaredOutcome
cadre_outcome_get_declared (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), CADRE_DECLARED_OUTCOME_UNKNOWN);

  return self->row.declared;
}

/**
 * cadre_outcome_get_declared_words:
 * @self: a #CadreOutcome
 *
 * Gets the words of the paper.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where there are none
 *
 * Since: 1.0
 */
const char *
cadre_outcome_get_declared_words (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), NULL);

  return self->row.declared_words;
}

/**
 * cadre_outcome_get_gap:
 * @self: a #CadreOutcome
 *
 * Gets how what the paper says stands to the outcome.
 *
 * Returns: the gap
 *
 * Since: 1.0
 */
CadreOutcomeGap
cadre_outcome_get_gap (CadreOutcome *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME (self), CADRE_OUTCOME_GAP_NOT_DECLARED);

  return self->row.gap;
}
