/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-person
 * @Title: CadrePerson
 * @Short_Description: A person: an individual, possibly under a pseudonym
 *
 * A person: an individual, possibly under a pseudonym. Like every #CadreRecord
 * it is a copy that belongs to its owner: an edit does nothing until it is
 * given to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-person.h>

/**
 * CadrePerson:
 *
 * A person, detached.
 *
 * Since: 1.0
 */
struct _CadrePerson
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadrePerson, cadre_person, CADRE_TYPE_RECORD)

static void
cadre_person_class_init (CadrePersonClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_PERSON);
}

static void
cadre_person_init (CadrePerson *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_PERSON);
}

/**
 * CadrePerson:id:
 *
 * The id, unique among the records of its kind.
 *
 * Since: 1.0
 */
/**
 * cadre_person_new:
 * @id: the id, 1 to 255 bytes
 *
 * Makes a person of which nothing but its id is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadrePerson *
cadre_person_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (CADRE_TYPE_PERSON, "id", id, NULL);
}

/**
 * CadrePerson:name:
 *
 * The name; personal data.
 *
 * Since: 1.0
 */
/**
 * cadre_person_get_name:
 * @self: a #CadrePerson
 *
 * Gets the name; personal data.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_person_set_name:
 * @self: a #CadrePerson
 * @name: (nullable): the text, or %NULL
 *
 * Sets the name; personal data.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePerson, person, PERSON, name, NAME)

/**
 * CadrePerson:identifiers:
 *
 * Outside identifiers as scheme:value; personal data.
 *
 * Since: 1.0
 */
/**
 * cadre_person_get_identifiers:
 * @self: a #CadrePerson
 *
 * Gets outside identifiers as scheme:value; personal data.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the list,
 * empty where there are known to be none, or %NULL where that is not known
 *
 * Since: 1.0
 */
/**
 * cadre_person_set_identifiers:
 * @self: a #CadrePerson
 * @identifiers: (nullable) (array zero-terminated=1): the list, or %NULL
 *
 * Sets outside identifiers as scheme:value; personal data.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRINGS (CadrePerson, person, PERSON, identifiers, IDENTIFIERS)

/**
 * CadrePerson:language:
 *
 * The language in which the person asked to be written to, as a BCP 47 tag.
 *
 * Since: 1.0
 */
/**
 * cadre_person_get_language:
 * @self: a #CadrePerson
 *
 * Gets the language in which the person asked to be written to, as a BCP 47
 * tag.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_person_set_language:
 * @self: a #CadrePerson
 * @language: (nullable): the text, or %NULL
 *
 * Sets the language in which the person asked to be written to, as a BCP 47
 * tag.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePerson, person, PERSON, language, LANGUAGE)

/**
 * CadrePerson:attributes:
 *
 * The further facts that documents state: names and texts in turn, in byte
 * order of the names.
 *
 * Since: 1.0
 */
/**
 * cadre_person_get_attribute:
 * @self: a #CadrePerson
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
 * cadre_person_set_attribute:
 * @self: a #CadrePerson
 * @name: the name of the fact
 * @text: (nullable): the text, or %NULL to take it away
 *
 * Sets one of the further facts that documents state.
 *
 * Since: 1.0
 */
/**
 * cadre_person_dup_attribute_names:
 * @self: a #CadrePerson
 *
 * Lists the names of the further facts, in byte order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
CADRE_RECORD_ATTRIBUTES (CadrePerson, person, PERSON)

/**
 * CadrePerson:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_person_get_note:
 * @self: a #CadrePerson
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_person_set_note:
 * @self: a #CadrePerson
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePerson, person, PERSON, note, NOTE)

/**
 * CadrePerson:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_person_get_source:
 * @self: a #CadrePerson
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_person_set_source:
 * @self: a #CadrePerson
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadrePerson, person, PERSON, source, SOURCE)
