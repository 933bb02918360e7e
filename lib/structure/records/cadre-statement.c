/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-statement
 * @Title: CadreStatement
 * @Short_Description: A statement: one statement of the profile of a post
 *
 * A statement: one statement of the profile of a post. Like every #CadreRecord
 * it is a copy that belongs to its owner: an edit does nothing until it is
 * given to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-statement.h>

/**
 * CadreStatement:
 *
 * A statement, detached.
 *
 * Since: 1.0
 */
struct _CadreStatement
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreStatement, cadre_statement, CADRE_TYPE_RECORD)

static void
cadre_statement_class_init (CadreStatementClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_STATEMENT);
}

static void
cadre_statement_init (CadreStatement *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_STATEMENT);
}

/**
 * cadre_statement_new:
 *
 * Makes a statement of which nothing is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreStatement *
cadre_statement_new (void)
{
  return g_object_new (CADRE_TYPE_STATEMENT, NULL);
}

/**
 * CadreStatement:post:
 *
 * The post.
 *
 * Since: 1.0
 */
/**
 * cadre_statement_get_post:
 * @self: a #CadreStatement
 *
 * Gets the post. It is given by its id; "none" says that there is known to be
 * none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_statement_set_post:
 * @self: a #CadreStatement
 * @post: (nullable): an id, or %NULL
 *
 * Sets the post.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreStatement, statement, STATEMENT, post, POST)

/**
 * CadreStatement:head:
 *
 * The head under which it is compared.
 *
 * Since: 1.0
 */
/**
 * cadre_statement_get_head:
 * @self: a #CadreStatement
 *
 * Gets the head under which it is compared.
 *
 * Returns: the #CadreHead
 *
 * Since: 1.0
 */
/**
 * cadre_statement_set_head:
 * @self: a #CadreStatement
 * @head: a #CadreHead
 *
 * Sets the head under which it is compared.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreStatement, statement, STATEMENT, head, HEAD, CadreHead)

/**
 * CadreStatement:key:
 *
 * What makes it the same statement in two profiles.
 *
 * Since: 1.0
 */
/**
 * cadre_statement_get_key:
 * @self: a #CadreStatement
 *
 * Gets what makes it the same statement in two profiles.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_statement_set_key:
 * @self: a #CadreStatement
 * @key: (nullable): the text, or %NULL
 *
 * Sets what makes it the same statement in two profiles.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreStatement, statement, STATEMENT, key, KEY)

/**
 * CadreStatement:weight:
 *
 * How much it weighs among those under its head.
 *
 * Since: 1.0
 */
/**
 * cadre_statement_get_weight:
 * @self: a #CadreStatement
 *
 * Gets how much it weighs among those under its head. It is 1 unless stated.
 *
 * Returns: the number, or -1 where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_statement_set_weight:
 * @self: a #CadreStatement
 * @weight: the number, 0 or more, or -1 where it is not known
 *
 * Sets how much it weighs among those under its head.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreStatement, statement, STATEMENT, weight, WEIGHT, int)

/**
 * CadreStatement:text:
 *
 * The statement, in the first language.
 *
 * Since: 1.0
 */
/**
 * cadre_statement_get_text:
 * @self: a #CadreStatement
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 *
 * Gets the statement in one language. There is no fall-back to another.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where there is none
 * in that language
 *
 * Since: 1.0
 */
/**
 * cadre_statement_set_text:
 * @self: a #CadreStatement
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 * @text: (nullable): the text, or %NULL
 *
 * Sets the statement in one language.
 *
 * Since: 1.0
 */
CADRE_RECORD_TEXT (CadreStatement, statement, STATEMENT, text, TEXT)

/**
 * CadreStatement:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_statement_get_note:
 * @self: a #CadreStatement
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_statement_set_note:
 * @self: a #CadreStatement
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreStatement, statement, STATEMENT, note, NOTE)

/**
 * CadreStatement:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_statement_get_source:
 * @self: a #CadreStatement
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_statement_set_source:
 * @self: a #CadreStatement
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreStatement, statement, STATEMENT, source, SOURCE)
