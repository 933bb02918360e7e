/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-agreement
 * @Title: CadreAgreement
 * @Short_Description: An agreement: the legal footing between employers
 *
 * An agreement: the legal footing between employers. Like every #CadreRecord it
 * is a copy that belongs to its owner: an edit does nothing until it is given
 * to a #CadreStructureBuilder.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-agreement.h>

/**
 * CadreAgreement:
 *
 * An agreement, detached.
 *
 * Since: 1.0
 */
struct _CadreAgreement
{
  CadreRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (CadreAgreement, cadre_agreement, CADRE_TYPE_RECORD)

static void
cadre_agreement_class_init (CadreAgreementClass *klass)
{
  cadre_record_class_install (CADRE_RECORD_CLASS (klass), CADRE_RECORD_KIND_AGREEMENT);
}

static void
cadre_agreement_init (CadreAgreement *self)
{
  cadre_record_init_cells (CADRE_RECORD (self), CADRE_RECORD_KIND_AGREEMENT);
}

/**
 * CadreAgreement:id:
 *
 * The id, unique among the records of its kind.
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_new:
 * @id: the id, 1 to 255 bytes
 *
 * Makes an agreement of which nothing but its id is known.
 *
 * Returns: (transfer full): the record
 *
 * Since: 1.0
 */
CadreAgreement *
cadre_agreement_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (CADRE_TYPE_AGREEMENT, "id", id, NULL);
}

/**
 * CadreAgreement:name:
 *
 * The name, in the first language.
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_get_name:
 * @self: a #CadreAgreement
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
 * cadre_agreement_set_name:
 * @self: a #CadreAgreement
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 * structure
 * @name: (nullable): the text, or %NULL
 *
 * Sets the name in one language.
 *
 * Since: 1.0
 */
CADRE_RECORD_TEXT (CadreAgreement, agreement, AGREEMENT, name, NAME)

/**
 * CadreAgreement:kind:
 *
 * What sort of agreement it is.
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_get_kind:
 * @self: a #CadreAgreement
 *
 * Gets what sort of agreement it is.
 *
 * Returns: the #CadreAgreementKind
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_set_kind:
 * @self: a #CadreAgreement
 * @kind: a #CadreAgreementKind
 *
 * Sets what sort of agreement it is.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreAgreement, agreement, AGREEMENT, kind, KIND, CadreAgreementKind)

/**
 * CadreAgreement:parties:
 *
 * The organisations that are party to it.
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_get_parties:
 * @self: a #CadreAgreement
 *
 * Gets the organisations that are party to it. They are given by their ids.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the list,
 * empty where there are known to be none, or %NULL where that is not known
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_set_parties:
 * @self: a #CadreAgreement
 * @parties: (nullable) (array zero-terminated=1): the list, or %NULL
 *
 * Sets the organisations that are party to it.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRINGS (CadreAgreement, agreement, AGREEMENT, parties, PARTIES)

/**
 * CadreAgreement:notice:
 *
 * The notice that ends it, in words.
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_get_notice:
 * @self: a #CadreAgreement
 *
 * Gets the notice that ends it, in words.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_set_notice:
 * @self: a #CadreAgreement
 * @notice: (nullable): the text, or %NULL
 *
 * Sets the notice that ends it, in words.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAgreement, agreement, AGREEMENT, notice, NOTICE)

/**
 * CadreAgreement:payer:
 *
 * The organisation that bears the cost.
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_get_payer:
 * @self: a #CadreAgreement
 *
 * Gets the organisation that bears the cost. It is given by its id; "none" says
 * that there is known to be none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_set_payer:
 * @self: a #CadreAgreement
 * @payer: (nullable): an id, or %NULL
 *
 * Sets the organisation that bears the cost.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAgreement, agreement, AGREEMENT, payer, PAYER)

/**
 * CadreAgreement:return-right:
 *
 * Whether people have a right to return.
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_get_return_right:
 * @self: a #CadreAgreement
 *
 * Gets whether people have a right to return.
 *
 * Returns: the #CadreTruth
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_set_return_right:
 * @self: a #CadreAgreement
 * @return_right: a #CadreTruth
 *
 * Sets whether people have a right to return.
 *
 * Since: 1.0
 */
CADRE_RECORD_NUMBER (CadreAgreement, agreement, AGREEMENT, return_right, RETURN_RIGHT, CadreTruth)

/**
 * CadreAgreement:conditions:
 *
 * Conditions precedent, in words.
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_get_conditions:
 * @self: a #CadreAgreement
 *
 * Gets conditions precedent, in words.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the list,
 * empty where there are known to be none, or %NULL where that is not known
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_set_conditions:
 * @self: a #CadreAgreement
 * @conditions: (nullable) (array zero-terminated=1): the list, or %NULL
 *
 * Sets conditions precedent, in words.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRINGS (CadreAgreement, agreement, AGREEMENT, conditions, CONDITIONS)

/**
 * CadreAgreement:period:
 *
 * The first and the last day in force.
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_get_period:
 * @self: a #CadreAgreement
 *
 * Gets the first and the last day in force.
 *
 * Returns: (transfer full): the period
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_set_period:
 * @self: a #CadreAgreement
 * @period: (nullable): a #CadrePeriod, or %NULL for one that is open at both
 * ends
 *
 * Sets the first and the last day in force.
 *
 * Since: 1.0
 */
CADRE_RECORD_PERIOD (CadreAgreement, agreement, AGREEMENT)

/**
 * CadreAgreement:attributes:
 *
 * The further facts that documents state: names and texts in turn, in byte
 * order of the names.
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_get_attribute:
 * @self: a #CadreAgreement
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
 * cadre_agreement_set_attribute:
 * @self: a #CadreAgreement
 * @name: the name of the fact
 * @text: (nullable): the text, or %NULL to take it away
 *
 * Sets one of the further facts that documents state.
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_dup_attribute_names:
 * @self: a #CadreAgreement
 *
 * Lists the names of the further facts, in byte order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
CADRE_RECORD_ATTRIBUTES (CadreAgreement, agreement, AGREEMENT)

/**
 * CadreAgreement:note:
 *
 * A remark.
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_get_note:
 * @self: a #CadreAgreement
 *
 * Gets a remark.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_set_note:
 * @self: a #CadreAgreement
 * @note: (nullable): the text, or %NULL
 *
 * Sets a remark.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAgreement, agreement, AGREEMENT, note, NOTE)

/**
 * CadreAgreement:source:
 *
 * Where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_get_source:
 * @self: a #CadreAgreement
 *
 * Gets where the source says so: a paragraph, a page, a row.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *
 * Since: 1.0
 */
/**
 * cadre_agreement_set_source:
 * @self: a #CadreAgreement
 * @source: (nullable): the text, or %NULL
 *
 * Sets where the source says so: a paragraph, a page, a row.
 *
 * Since: 1.0
 */
CADRE_RECORD_STRING (CadreAgreement, agreement, AGREEMENT, source, SOURCE)
