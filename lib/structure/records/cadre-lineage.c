/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-lineage
 * @Title: CadreLineage
 * @Short_Description: A lineage: a post of a proposal and a post before that it came from
 *
 * A lineage: a post of a proposal and a post before that it came from. Like
 * every #CadreRecord it is a copy that belongs to its owner: an edit does
 * nothing until it is given to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-lineage.h>

/**
 * CadreLineage:
 *
 * A lineage, detached.
 *
 * Since: 1.0
 */
struct _CadreLineage
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreLineage, cadre_lineage, CADRE_TYPE_RECORD)

static void
cadre_lineage_class_init (CadreLineageClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_LINEAGE);
}

static void
cadre_lineage_init (CadreLineage *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_LINEAGE);
}

/**
 * cadre_lineage_new:
 *
 * Makes a lineage of which nothing is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreLineage *
cadre_lineage_new (void)
{
  return g_object_new (CADRE_TYPE_LINEAGE, NULL);
}

/**
 * CadreLineage:post:
 *
 * The post of this structure.
 *
 * Since: 1.0
 */
/**
 * cadre_lineage_get_post:
 * @self: a #CadreLineage
 *
 * Gets the post of this structure. It is given by its id; "none" says that
 * there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_lineage_set_post:
 * @self: a #CadreLineage
 * @post: (nullable): an id, or %NULL
 *
 * Sets the post of this structure.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreLineage, lineage, LINEAGE, post, POST)

/**
 * CadreLineage:predecessor:
 *
 * The id of the post in the structure before.
 *
 * Since: 1.0
 */
/**
 * cadre_lineage_get_predecessor:
 * @self: a #CadreLineage
 *
 * Gets the id of the post in the structure before.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_lineage_set_predecessor:
 * @self: a #CadreLineage
 * @predecessor: (nullable): the text, or %NULL
 *
 * Sets the id of the post in the structure before.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreLineage, lineage, LINEAGE, predecessor, PREDECESSOR)

/**
 * CadreLineage:kind:
 *
 * How the one came from the other.
 *
 * Since: 1.0
 */
/**
 * cadre_lineage_get_kind:
 * @self: a #CadreLineage
 *
 * Gets how the one came from the other.
 *
 * Returns: the #CadreLineageKind
 *
 * Since: 1.0
 */
/**
 * cadre_lineage_set_kind:
 * @self: a #CadreLineage
 * @kind: a #CadreLineageKind
 *
 * Sets how the one came from the other.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreLineage, lineage, LINEAGE, kind, KIND, CadreLineageKind)

/**
 * CadreLineage:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_lineage_get_note:
 * @self: a #CadreLineage
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_lineage_set_note:
 * @self: a #CadreLineage
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreLineage, lineage, LINEAGE, note, NOTE)

/**
 * CadreLineage:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_lineage_get_source:
 * @self: a #CadreLineage
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_lineage_set_source:
 * @self: a #CadreLineage
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreLineage, lineage, LINEAGE, source, SOURCE)
