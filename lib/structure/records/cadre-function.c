/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-function
 * @Title: CadreFunction
 * @Short_Description: A function: a responsibility that posts carry
 *
 * A function: a responsibility that posts carry. Like every #CadreRecord it is
 * a copy that belongs to its owner: an edit does nothing until it is given to a
 * #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-function.h>

/**
 * CadreFunction:
 *
 * A function, detached.
 *
 * Since: 1.0
 */
struct _CadreFunction
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreFunction, cadre_function, CADRE_TYPE_RECORD)

static void
cadre_function_class_init (CadreFunctionClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_FUNCTION);
}

static void
cadre_function_init (CadreFunction *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_FUNCTION);
}

/**
 * CadreFunction:id:
 *
 * The id, unique among the records of its kind.
 *
 * Since: 1.0
 */
/**
 * cadre_function_new:
 * @id: the id, 1 to 255 bytes
 *
 * Makes a function of which nothing but its id is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreFunction *
cadre_function_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (CADRE_TYPE_FUNCTION, "id", id, NULL);
}

/**
 * CadreFunction:name:
 *
 * The name, in the first language.
 *
 * Since: 1.0
 */
/**
 * cadre_function_get_name:
 * @self: a #CadreFunction
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 *
 * Gets the name in one language. There is no fall-back to another.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where there is none
 * in that language
 *
 * Since: 1.0
 */
/**
 * cadre_function_set_name:
 * @self: a #CadreFunction
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 * @name: (nullable): the text, or %NULL
 *
 * Sets the name in one language.
 *
 * Since: 1.0
 */
CADRE_RECORD_TEXT (CadreFunction, function, FUNCTION, name, NAME)

/**
 * CadreFunction:aliases:
 *
 * Other names that documents use for it.
 *
 * Since: 1.0
 */
/**
 * cadre_function_get_aliases:
 * @self: a #CadreFunction
 *
 * Gets other names that documents use for it.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the list,
 * empty where there are known to be none, or %NULL where that is not known
 *
 * Since: 1.0
 */
/**
 * cadre_function_set_aliases:
 * @self: a #CadreFunction
 * @aliases: (nullable) (array zero-terminated=1): the list, or %NULL
 *
 * Sets other names that documents use for it.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRINGS (CadreFunction, function, FUNCTION, aliases, ALIASES)

/**
 * CadreFunction:statutory:
 *
 * Whether the law demands it.
 *
 * Since: 1.0
 */
/**
 * cadre_function_get_statutory:
 * @self: a #CadreFunction
 *
 * Gets whether the law demands it.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_function_set_statutory:
 * @self: a #CadreFunction
 * @statutory: a #CadreTruth
 *
 * Sets whether the law demands it.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreFunction, function, FUNCTION, statutory, STATUTORY, CadreTruth)

/**
 * CadreFunction:attributes:
 *
 * The further facts that documents state: names and texts in turn, in byte
 * order of the names.
 *
 * Since: 1.0
 */
/**
 * cadre_function_get_attribute:
 * @self: a #CadreFunction
 * @name: the name of the fact
 *
 * Gets one of the further facts that documents state.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not
 * stated
 *
 * Since: 1.0
 */
/**
 * cadre_function_set_attribute:
 * @self: a #CadreFunction
 * @name: the name of the fact
 * @text: (nullable): the text, or %NULL to take it away
 *
 * Sets one of the further facts that documents state.
 *
 * Since: 1.0
 */
/**
 * cadre_function_dup_attribute_names:
 * @self: a #CadreFunction
 *
 * Lists the names of the further facts, in byte order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
CADRE_RECORD_ATTRIBUTES (CadreFunction, function, FUNCTION)

/**
 * CadreFunction:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_function_get_note:
 * @self: a #CadreFunction
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_function_set_note:
 * @self: a #CadreFunction
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreFunction, function, FUNCTION, note, NOTE)

/**
 * CadreFunction:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_function_get_source:
 * @self: a #CadreFunction
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_function_set_source:
 * @self: a #CadreFunction
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreFunction, function, FUNCTION, source, SOURCE)
