/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Structures out of a reader. */

#include "config.h"

#include "document/cadre-reader-private.h"
#include "structure/cadre-structure-private.h"
#include "structure/cadre-tables-private.h"

#define STRUCTURE_VERSION 1

static CadreStructure *
read_members (CadreReader *reader,
              CadreLimits *limits,
              GCancellable *cancellable,
              gboolean whole,
              GError **error)
{
  g_autoptr (CadreLimits) used =
    limits != NULL ? g_object_ref (limits) : cadre_limits_new_bounded ();
  g_autoptr (CadreStringTable) strings = cadre_string_table_new ();
  g_autoptr (CadreTables) tables = cadre_tables_new (strings);
  g_autoptr (CadreIssueList) issues = cadre_issue_list_new (cadre_limits_get_max_issues (used));
  CadreToken token = CADRE_TOKEN_END;

  _cadre_reader_set_cancellable (reader, cancellable);
  if (!cadre_structure_load_members (reader, tables, issues, cadre_limits_get_max_rows (used),
                                     error))
    return NULL;

  /* Nothing may stand behind a document. */
  if (whole && !_cadre_reader_next (reader, &token, error))
    return NULL;

  return cadre_structure_seal (g_steal_pointer (&tables), g_steal_pointer (&issues), cancellable,
                               error);
}

/**
 * cadre_structure_read:
 * @reader: a #CadreReader at the beginning of its document
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads a document of the kind `structure`, whatever the reader reads out of:
 * bytes, a stream, a file or a #JsonNode.
 *
 * Returns: (transfer full): the structure, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreStructure *
cadre_structure_read (CadreReader *reader,
                      CadreLimits *limits,
                      GCancellable *cancellable,
                      GError **error)
{
  guint version = 0;

  g_return_val_if_fail (CADRE_IS_READER (reader), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!cadre_reader_read_head (reader, "structure", STRUCTURE_VERSION, &version, cancellable,
                               error))
    return NULL;

  return read_members (reader, limits, cancellable, TRUE, error);
}

/**
 * cadre_structure_read_members:
 * @reader: a #CadreReader that stands inside an object
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads the members of a structure that stands inside another document, such as
 * a case, up to the end of its object. Where the reader stands elsewhere, the
 * error is %CADRE_STRUCTURE_ERROR_FORM.
 *
 * Returns: (transfer full): the structure, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreStructure *
cadre_structure_read_members (CadreReader *reader,
                              CadreLimits *limits,
                              GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (CADRE_IS_READER (reader), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return read_members (reader, limits, cancellable, FALSE, error);
}

/**
 * cadre_structure_load:
 * @file: the file
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads a structure from a JSON document.
 *
 * A document that is not JSON, not a structure, or past the limits is an error
 * that says where. Whatever else is wrong is in cadre_structure_get_issues().
 *
 * Takes time and memory in proportion to the size of the document.
 *
 * Returns: (transfer full): the structure, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreStructure *
cadre_structure_load (GFile *file, CadreLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreReader) reader = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = cadre_reader_new_for_file (file, limits, cancellable, error);
  return reader != NULL ? cadre_structure_read (reader, limits, cancellable, error) : NULL;
}

/**
 * cadre_structure_load_bytes:
 * @bytes: the document
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads a structure from a JSON document in memory, as cadre_structure_load()
 * does.
 *
 * Returns: (transfer full): the structure, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreStructure *
cadre_structure_load_bytes (GBytes *bytes,
                            CadreLimits *limits,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (CadreReader) reader = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = cadre_reader_new_for_bytes (bytes, limits);
  return cadre_structure_read (reader, limits, cancellable, error);
}
