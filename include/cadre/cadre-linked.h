/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-export.h>
#include <cadre/cadre-import.h>
#include <cadre/cadre-redaction.h>

G_BEGIN_DECLS

/**
 * SECTION:cadre-linked
 * @Title: Linked data
 * @Short_Description: Structures as graphs of the W3C Organization Ontology
 *
 * A structure as linked data is a graph of organisations, units, posts, people
 * and what is between them, in the words of the Organization Ontology (W3C
 * Recommendation of 16 January 2014) and of the vocabularies that it is used
 * with. `docs/linked-data.md` has the table of what stands for what, and of what
 * has no place there.
 */

/**
 * CadreLinkedFormat:
 * @CADRE_LINKED_FORMAT_JSON_LD: JSON-LD 1.1, with a context of its own
 * @CADRE_LINKED_FORMAT_TURTLE: Turtle
 *
 * How a graph is written.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_LINKED_FORMAT_JSON_LD = 0,
  CADRE_LINKED_FORMAT_TURTLE = 1,
} CadreLinkedFormat;

CADRE_AVAILABLE_IN_1_0
CadreExport *cadre_linked_write (CadreStructure *structure,
                                 CadreLinkedFormat format,
                                 const char *base_iri,
                                 CadreRedaction *redaction,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreImport *cadre_linked_read (GBytes *bytes,
                                CadreLinkedFormat format,
                                const char *base_iri,
                                CadreLimits *limits,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreImport *cadre_linked_load (GFile *file,
                                CadreLinkedFormat format,
                                const char *base_iri,
                                CadreLimits *limits,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
void cadre_linked_load_async (GFile *file,
                              CadreLinkedFormat format,
                              const char *base_iri,
                              CadreLimits *limits,
                              GCancellable *cancellable,
                              CadreProgressCallback progress,
                              gpointer progress_data,
                              GDestroyNotify progress_destroy,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

CADRE_AVAILABLE_IN_1_0
CadreImport *cadre_linked_load_finish (GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
