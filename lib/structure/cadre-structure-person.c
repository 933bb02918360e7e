/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-structure-person
 * @Title: Data of one person
 * @Short_Description: What is held on a person, and a structure without it
 *
 * For whoever asks what is held on them (UK GDPR Art. 15), and for whoever has
 * a right that it be erased (Art. 17).
 */

#include "config.h"

#include "structure/cadre-redaction-private.h"
#include "structure/cadre-structure-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-structure-person.h>

static CadreStructure *
seal (CadreTables *tables, GError **error)
{
  return tables != NULL ? cadre_structure_seal (tables, cadre_issue_list_new (1000), NULL, error)
                        : NULL;
}

/**
 * cadre_structure_export_person:
 * @self: a #CadreStructure
 * @person: the id of the person
 * @error: return location for a #GError, or %NULL
 *
 * Makes a structure of all that is held on one person: the person's records,
 * every assignment and every absence, with members that this version does not
 * know; and of what these lead to, as %CADRE_REDACTION_LEVEL_SELF shows it. It
 * is for that person, and can be written at the full level.
 *
 * It says nothing of anybody else: which assignment one covers is left out. It
 * does not look for the person in the texts of other records. Whom only a joiner
 * event of a log names is in no structure but that of the outcomes: see
 * cadre_log_export_person().
 *
 * Returns: (transfer full): the structure, or %NULL with @error set,
 *   %CADRE_STRUCTURE_ERROR_NOT_FOUND where there is no such person
 *
 * Since: 1.0
 */
CadreStructure *
cadre_structure_export_person (CadreStructure *self, const char *person, GError **error)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (person != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return seal (cadre_redact_export (cadre_structure_get_tables (self),
                                    cadre_structure_get_index (self), person, error),
               error);
}

/**
 * cadre_structure_redact_person:
 * @self: a #CadreStructure
 * @person: the id of the person
 * @pseudonym_key: (nullable): a key of at least 16 bytes, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Makes a structure without a person. With a key the person and the assignments
 * stay under the pseudonyms that #CadreRedaction gives them, with no text in any
 * field, but with what is counted: posts, contracts, hours, dates. Without a key
 * they are removed. Absences are removed.
 *
 * In the other records, whatever names the person is taken out: a text, an
 * element of a list, an attribute, or the unknown members of a record, where it
 * holds the id, the name or an identifier of the person, or the id of an
 * assignment, as whole words. Of names of fewer than three letters, and of
 * numbers of fewer than five digits, only a text that is nothing else counts.
 *
 * Returns: (transfer full): the structure, or %NULL with @error set,
 *   %CADRE_STRUCTURE_ERROR_NOT_FOUND where there is no such person and
 *   %CADRE_STRUCTURE_ERROR_REDACTION where the key is too short
 *
 * Since: 1.0
 */
CadreStructure *
cadre_structure_redact_person (CadreStructure *self,
                               const char *person,
                               GBytes *pseudonym_key,
                               GError **error)
{
  const CadreTables *tables = NULL;
  g_autoptr (CadreErasure) erasure = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (person != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  tables = cadre_structure_get_tables (self);
  erasure = cadre_erasure_new (tables, person, NULL, pseudonym_key, error);
  return erasure != NULL
           ? seal (cadre_redact_person (tables, cadre_structure_get_index (self), erasure, error),
                   error)
           : NULL;
}
