/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-body
 * @Title: CadreBody
 * @Short_Description: A body: a board, committee, partnership or management team
 *
 * A body: a board, committee, partnership or management team. Like every
 * #CadreRecord it is a copy that belongs to its owner: an edit does nothing
 * until it is given to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-body.h>

/**
 * CadreBody:
 *
 * A body, detached.
 *
 * Since: 1.0
 */
struct _CadreBody
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreBody, cadre_body, CADRE_TYPE_RECORD)

static void
cadre_body_class_init (CadreBodyClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_BODY);
}

static void
cadre_body_init (CadreBody *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_BODY);
}

/**
 * CadreBody:id:
 *
 * The id, unique among the records of its kind.
 *
 * Since: 1.0
 */
/**
 * cadre_body_new:
 * @id: the id, 1 to 255 bytes
 *
 * Makes a body of which nothing but its id is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreBody *
cadre_body_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (CADRE_TYPE_BODY, "id", id, NULL);
}

/**
 * CadreBody:name:
 *
 * The name, in the first language.
 *
 * Since: 1.0
 */
/**
 * cadre_body_get_name:
 * @self: a #CadreBody
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
 * cadre_body_set_name:
 * @self: a #CadreBody
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 * @name: (nullable): the text, or %NULL
 *
 * Sets the name in one language.
 *
 * Since: 1.0
 */
CADRE_RECORD_TEXT (CadreBody, body, BODY, name, NAME)

/**
 * CadreBody:aliases:
 *
 * Other names that documents use for it.
 *
 * Since: 1.0
 */
/**
 * cadre_body_get_aliases:
 * @self: a #CadreBody
 *
 * Gets other names that documents use for it.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the list,
 * empty where there are known to be none, or %NULL where that is not known
 *
 * Since: 1.0
 */
/**
 * cadre_body_set_aliases:
 * @self: a #CadreBody
 * @aliases: (nullable) (array zero-terminated=1): the list, or %NULL
 *
 * Sets other names that documents use for it.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRINGS (CadreBody, body, BODY, aliases, ALIASES)

/**
 * CadreBody:kind:
 *
 * What sort of body it is.
 *
 * Since: 1.0
 */
/**
 * cadre_body_get_kind:
 * @self: a #CadreBody
 *
 * Gets what sort of body it is.
 *
 * Returns: the #CadreBodyKind
 *
 * Since: 1.0
 */
/**
 * cadre_body_set_kind:
 * @self: a #CadreBody
 * @kind: a #CadreBodyKind
 *
 * Sets what sort of body it is.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreBody, body, BODY, kind, KIND, CadreBodyKind)

/**
 * CadreBody:hosts:
 *
 * The organisations that it belongs to.
 *
 * Since: 1.0
 */
/**
 * cadre_body_get_hosts:
 * @self: a #CadreBody
 *
 * Gets the organisations that it belongs to. They are given by their ids.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the list,
 * empty where there are known to be none, or %NULL where that is not known
 *
 * Since: 1.0
 */
/**
 * cadre_body_set_hosts:
 * @self: a #CadreBody
 * @hosts: (nullable) (array zero-terminated=1): the list, or %NULL
 *
 * Sets the organisations that it belongs to.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRINGS (CadreBody, body, BODY, hosts, HOSTS)

/**
 * CadreBody:decides:
 *
 * Whether it has power to decide.
 *
 * Since: 1.0
 */
/**
 * cadre_body_get_decides:
 * @self: a #CadreBody
 *
 * Gets whether it has power to decide.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_body_set_decides:
 * @self: a #CadreBody
 * @decides: a #CadreTruth
 *
 * Sets whether it has power to decide.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreBody, body, BODY, decides, DECIDES, CadreTruth)

/**
 * CadreBody:outside:
 *
 * Whether it is a stub outside the modelled scope.
 *
 * Since: 1.0
 */
/**
 * cadre_body_get_outside:
 * @self: a #CadreBody
 *
 * Gets whether it is a stub outside the modelled scope. It is not so unless
 * stated.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_body_set_outside:
 * @self: a #CadreBody
 * @outside: a #CadreTruth
 *
 * Sets whether it is a stub outside the modelled scope.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreBody, body, BODY, outside, OUTSIDE, CadreTruth)

/**
 * CadreBody:period:
 *
 * The first and the last day in force.
 *
 * Since: 1.0
 */
/**
 * cadre_body_get_period:
 * @self: a #CadreBody
 *
 * Gets the first and the last day in force.
 *
 * Returns: (transfer full): the period
 *
 * Since: 1.0
 */
/**
 * cadre_body_set_period:
 * @self: a #CadreBody
 * @period: (nullable): a #CadrePeriod, or %NULL for one that is open at both
 * ends
 *
 * Sets the first and the last day in force.
 *
 * Since: 1.0
 */
CADRE_RECORD_PERIOD (CadreBody, body, BODY)

/**
 * CadreBody:attributes:
 *
 * The further facts that documents state: names and texts in turn, in byte
 * order of the names.
 *
 * Since: 1.0
 */
/**
 * cadre_body_get_attribute:
 * @self: a #CadreBody
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
 * cadre_body_set_attribute:
 * @self: a #CadreBody
 * @name: the name of the fact
 * @text: (nullable): the text, or %NULL to take it away
 *
 * Sets one of the further facts that documents state.
 *
 * Since: 1.0
 */
/**
 * cadre_body_dup_attribute_names:
 * @self: a #CadreBody
 *
 * Lists the names of the further facts, in byte order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
CADRE_RECORD_ATTRIBUTES (CadreBody, body, BODY)

/**
 * CadreBody:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_body_get_note:
 * @self: a #CadreBody
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_body_set_note:
 * @self: a #CadreBody
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreBody, body, BODY, note, NOTE)

/**
 * CadreBody:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_body_get_source:
 * @self: a #CadreBody
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_body_set_source:
 * @self: a #CadreBody
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreBody, body, BODY, source, SOURCE)
