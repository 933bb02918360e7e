/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "exchange/cadre-export-private.h"
#include "exchange/linked/cadre-graph-private.h"
#include "exchange/linked/cadre-linked-terms-private.h"
#include "exchange/linked/cadre-linked-write-private.h"
#include <cadre/cadre-exchange-error.h>
#include <cadre/cadre-linked.h>

typedef struct
{
  const char *name;
  const char *content_type;
  CadreLinkedSink *(*new_sink) (void);
  gboolean (*read) (CadreGraph *graph,
                    GBytes *bytes,
                    CadreLimits *limits,
                    GCancellable *cancellable,
                    GError **error);
} LinkedFormat;

static const LinkedFormat formats[] = {
  [CADRE_LINKED_FORMAT_JSON_LD] = { "structure.jsonld", "application/ld+json",
                                    cadre_linked_sink_new_for_json, cadre_graph_read_json },
  [CADRE_LINKED_FORMAT_TURTLE] = { "structure.ttl", "text/turtle", cadre_linked_sink_new_for_turtle,
                                   cadre_graph_read_turtle },
};

/* The base of IRIs, or NULL with an error. */
static const char *
check_base (const char *base, GError **error)
{
  if (base == NULL)
    return CADRE_LINKED_BASE;
  if (cadre_linked_is_base (base))
    return base;

  g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM,
                       "The base is not an absolute IRI, or it has a character or a prefix that "
                       "it cannot have");
  return NULL;
}

/**
 * cadre_linked_write:
 * @structure: a #CadreStructure
 * @format: how the graph is written
 * @base_iri: (nullable): what the IRIs of records begin with, such as
 *   `https://example.org/staff/`, or %NULL for `urn:cadre:`
 * @redaction: who it is for
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Writes a structure as linked data. Both formats hold the same graph, in the
 * same order each time.
 *
 * The IRI of a record is the base, the kind of the record, a colon, and its id
 * with all but letters, digits and `-._~` percent-encoded. What the vocabulary
 * has no place for is in the issues of the export, by field and with how often:
 * hours, pay, funding, grades and more.
 *
 * Returns: (transfer full): one file, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreExport *
cadre_linked_write (CadreStructure *structure,
                    CadreLinkedFormat format,
                    const char *base_iri,
                    CadreRedaction *redaction,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (CadreExport) export = NULL;
  g_autoptr (CadreStructure) shown = NULL;
  g_autoptr (CadreLinkedSink) sink = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *base = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (structure), NULL);
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (formats), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  base = check_base (base_iri, error);
  shown = base != NULL ? cadre_redaction_apply (redaction, structure, error) : NULL;
  if (shown == NULL)
    return NULL;

  export = cadre_export_new ();
  sink = formats[format].new_sink ();
  if (!cadre_linked_write_structure (sink, shown, base, cadre_export_get_issues (export),
                                     cancellable, error))
    return NULL;

  bytes = sink->finish (sink, cancellable, error);
  if (bytes == NULL)
    return NULL;

  cadre_export_add_file (export, formats[format].name, formats[format].content_type, bytes);
  return g_steal_pointer (&export);
}

/**
 * cadre_linked_read:
 * @bytes: a document
 * @format: how the graph is written there
 * @base_iri: (nullable): what the IRIs of records begin with, as it was given to
 *   cadre_linked_write(), or %NULL for `urn:cadre:`
 * @limits: (nullable): how much it may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads linked data: what cadre_linked_write() writes, and what others say in the
 * same vocabularies. IRIs under the base become the ids that they were made of,
 * other IRIs are ids as they stand, and blank nodes are numbered. What a structure
 * has no place for is in the issues of the import.
 *
 * Nothing is fetched. A JSON-LD document that names a remote context is
 * %CADRE_EXCHANGE_ERROR_UNSUPPORTED, and so is Turtle where the library was built
 * without the means to read it.
 *
 * Returns: (transfer full): what was read, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreImport *
cadre_linked_read (GBytes *bytes,
                   CadreLinkedFormat format,
                   const char *base_iri,
                   CadreLimits *limits,
                   GCancellable *cancellable,
                   GError **error)
{
  CadreGather gather = { 0 };
  CadreGraph graph = { 0 };
  CadreImport *import = NULL;
  const char *base = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (formats), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  base = check_base (base_iri, error);
  if (base == NULL)
    return NULL;

  cadre_gather_init (&gather, limits);
  cadre_graph_init (&graph, &gather, limits);
  if (formats[format].read (&graph, bytes, limits, cancellable, error) &&
      cadre_graph_to_records (&graph, base, cancellable, error))
    import = cadre_gather_finish (&gather, cancellable, error);

  cadre_graph_clear (&graph);
  cadre_gather_clear (&gather);
  return import;
}
