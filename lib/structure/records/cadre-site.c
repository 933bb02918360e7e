/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-site
 * @Title: CadreSite
 * @Short_Description: A site: a place where work is based
 *
 * A site: a place where work is based. Like every #CadreRecord it is a copy
 * that belongs to its owner: an edit does nothing until it is given to a
 * #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-site.h>

/**
 * CadreSite:
 *
 * A site, detached.
 *
 * Since: 1.0
 */
struct _CadreSite
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreSite, cadre_site, CADRE_TYPE_RECORD)

static void
cadre_site_class_init (CadreSiteClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_SITE);
}

static void
cadre_site_init (CadreSite *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_SITE);
}

/**
 * CadreSite:id:
 *
 * The id, unique among the records of its kind.
 *
 * Since: 1.0
 */
/**
 * cadre_site_new:
 * @id: the id, 1 to 255 bytes
 *
 * Makes a site of which nothing but its id is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreSite *
cadre_site_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (CADRE_TYPE_SITE, "id", id, NULL);
}

/**
 * CadreSite:name:
 *
 * The name, in the first language.
 *
 * Since: 1.0
 */
/**
 * cadre_site_get_name:
 * @self: a #CadreSite
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
 * cadre_site_set_name:
 * @self: a #CadreSite
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 * @name: (nullable): the text, or %NULL
 *
 * Sets the name in one language.
 *
 * Since: 1.0
 */
CADRE_RECORD_TEXT (CadreSite, site, SITE, name, NAME)

/**
 * CadreSite:organisation:
 *
 * The organisation that runs it.
 *
 * Since: 1.0
 */
/**
 * cadre_site_get_organisation:
 * @self: a #CadreSite
 *
 * Gets the organisation that runs it. It is given by its id; "none" says that
 * there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_site_set_organisation:
 * @self: a #CadreSite
 * @organisation: (nullable): an id, or %NULL
 *
 * Sets the organisation that runs it.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreSite, site, SITE, organisation, ORGANISATION)

/**
 * CadreSite:area:
 *
 * The area it lies in.
 *
 * Since: 1.0
 */
/**
 * cadre_site_get_area:
 * @self: a #CadreSite
 *
 * Gets the area it lies in. It is given by its id; "none" says that there is
 * known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_site_set_area:
 * @self: a #CadreSite
 * @area: (nullable): an id, or %NULL
 *
 * Sets the area it lies in.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreSite, site, SITE, area, AREA)

/**
 * CadreSite:attributes:
 *
 * The further facts that documents state: names and texts in turn, in byte
 * order of the names.
 *
 * Since: 1.0
 */
/**
 * cadre_site_get_attribute:
 * @self: a #CadreSite
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
 * cadre_site_set_attribute:
 * @self: a #CadreSite
 * @name: the name of the fact
 * @text: (nullable): the text, or %NULL to take it away
 *
 * Sets one of the further facts that documents state.
 *
 * Since: 1.0
 */
/**
 * cadre_site_dup_attribute_names:
 * @self: a #CadreSite
 *
 * Lists the names of the further facts, in byte order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
CADRE_RECORD_ATTRIBUTES (CadreSite, site, SITE)

/**
 * CadreSite:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_site_get_note:
 * @self: a #CadreSite
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_site_set_note:
 * @self: a #CadreSite
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreSite, site, SITE, note, NOTE)

/**
 * CadreSite:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_site_get_source:
 * @self: a #CadreSite
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_site_set_source:
 * @self: a #CadreSite
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreSite, site, SITE, source, SOURCE)
