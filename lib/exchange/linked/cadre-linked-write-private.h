/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "exchange/linked/cadre-linked-sink-private.h"
#include "exchange/linked/cadre-lost-private.h"
#include <cadre/cadre-structure.h>

G_BEGIN_DECLS

/* Rows on their way into a sink. */
typedef struct
{
  CadreLinkedSink *sink;
  const CadreTables *tables;
  const char *base;
  const char *language; /* (nullable): of the first language, NULL where it is no language tag */
  GString *iri;         /* scratch */
  CadreLost lost;
} CadreLinkedWriter;

/* The IRI of a record, in scratch that the next call takes. */
const char *cadre_linked_writer_iri (CadreLinkedWriter *self, CadreRecordKind kind, guint32 code);
void cadre_linked_writer_lose (CadreLinkedWriter *self, CadreRecordKind kind, guint field);

/* Whether a reference names something: it may also say that there is nothing,
 * or that it is not known what, which counts as lost. */
gboolean cadre_linked_writer_names (CadreLinkedWriter *self,
                                    const CadreTable *table,
                                    guint field,
                                    guint32 row);

/* Values of one property. */
void cadre_linked_writer_add_texts (CadreLinkedWriter *self, const guint32 *codes, guint n);
void cadre_linked_writer_add_date (CadreLinkedWriter *self, guint32 packed);
/* A property with one value. */
void cadre_linked_writer_write_date (CadreLinkedWriter *self, const char *term, guint32 packed);
void cadre_linked_writer_write_text (CadreLinkedWriter *self, const char *term, guint32 code);

/* What the table of properties has for a row. */
void cadre_linked_writer_write_row (CadreLinkedWriter *self, const CadreTable *table, guint32 row);

gboolean cadre_linked_write_structure (CadreLinkedSink *sink,
                                       CadreStructure *structure,
                                       const char *base,
                                       CadreIssueList *issues,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
