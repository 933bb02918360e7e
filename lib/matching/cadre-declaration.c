/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-declaration
 * @Title: CadreDeclaration
 * @Short_Description: What the paper says of a person
 *
 * A #CadreDeclaration holds what a paper says is to become of an assignment or
 * of a post. It is not an outcome: the outcome under the policy stands beside
 * it, and the gap between the two is shown.
 */

#include "config.h"

#include <cadre/cadre-declaration.h>

/**
 * CadreDeclaration:
 *
 * What the paper says of a person.
 *
 * Since: 1.0
 */
struct _CadreDeclaration
{
  GObject parent_instance;

  char *assignment; /* (nullable) */
  char *post;       /* (nullable) */
  CadreDeclaredOutcome outcome;
  char *words;  /* (nullable) */
  char *source; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CadreDeclaration, cadre_declaration, G_TYPE_OBJECT)

static void
cadre_declaration_finalize (GObject *object)
{
  CadreDeclaration *self = CADRE_DECLARATION (object);

  g_clear_pointer (&self->assignment, g_free);
  g_clear_pointer (&self->post, g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->source, g_free);

  G_OBJECT_CLASS (cadre_declaration_parent_class)->finalize (object);
}

static void
cadre_declaration_class_init (CadreDeclarationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_declaration_finalize;
}

static void
cadre_declaration_init (CadreDeclaration *self)
{
}

/**
 * cadre_declaration_new:
 * @assignment: (nullable): the id of the assignment that it is about, or %NULL
 * @post: (nullable): the id of the post after that it is about, or %NULL
 * @outcome: what is declared
 * @words: (nullable): the words of the paper, or %NULL
 * @source: (nullable): where they stand, or %NULL
 *
 * Makes a declaration about an assignment, a post, or an assignment and a post.
 *
 * Returns: (transfer full): the declaration
 *
 * Since: 1.0
 */
CadreDeclaration *
cadre_declaration_new (const char *assignment,
                       const char *post,
                       CadreDeclaredOutcome outcome,
                       const char *words,
                       const char *source)
{
  CadreDeclaration *self = NULL;

  g_return_val_if_fail (assignment != NULL || post != NULL, NULL);

  self = g_object_new (CADRE_TYPE_DECLARATION, NULL);
  self->assignment = g_strdup (assignment);
  self->post = g_strdup (post);
  self->outcome = outcome;
  self->words = g_strdup (words);
  self->source = g_strdup (source);
  return self;
}

/**
 * cadre_declaration_get_assignment:
 * @self: a #CadreDeclaration
 *
 * Gets the assignment that it is about.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is about a post
 *
 * Since: 1.0
 */
const char *
cadre_declaration_get_assignment (CadreDeclaration *self)
{
  g_return_val_if_fail (CADRE_IS_DECLARATION (self), NULL);

  return self->assignment;
}

/**
 * cadre_declaration_get_post:
 * @self: a #CadreDeclaration
 *
 * Gets the post after that it is about.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where none is named
 *
 * Since: 1.0
 */
const char *
cadre_declaration_get_post (CadreDeclaration *self)
{
  g_return_val_if_fail (CADRE_IS_DECLARATION (self), NULL);

  return self->post;
}

/**
 * cadre_declaration_get_outcome:
 * @self: a #CadreDeclaration
 *
 * Gets what is declared.
 *
 * Returns: the declared outcome
 *
 * Since: 1.0
 */
CadreDeclaredOutcome
cadre_declaration_get_outcome (CadreDeclaration *self)
{
  g_return_val_if_fail (CADRE_IS_DECLARATION (self), CADRE_DECLARED_OUTCOME_UNKNOWN);

  return self->outcome;
}

/**
 * cadre_declaration_get_words:
 * @self: a #CadreDeclaration
 *
 * Gets the words of the paper.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where there are none
 *
 * Since: 1.0
 */
const char *
cadre_declaration_get_words (CadreDeclaration *self)
{
  g_return_val_if_fail (CADRE_IS_DECLARATION (self), NULL);

  return self->words;
}

/**
 * cadre_declaration_get_source:
 * @self: a #CadreDeclaration
 *
 * Gets where the words stand.
 *
 * Returns: (transfer none) (nullable): the source, or %NULL where it is not
 *   stated
 *
 * Since: 1.0
 */
const char *
cadre_declaration_get_source (CadreDeclaration *self)
{
  g_return_val_if_fail (CADRE_IS_DECLARATION (self), NULL);

  return self->source;
}
