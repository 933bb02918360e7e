/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Where a graph is written to, node by node: JSON-LD and Turtle get the same
 * calls, and so hold the same graph. Names of ours are given with their prefix,
 * IRIs of records in full. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CADRE_LINKED_MAX_NESTING 4

typedef struct _CadreLinkedSink CadreLinkedSink;

struct _CadreLinkedSink
{
  /* A node on the outermost level; a blank one where @iri is NULL. Each node
   * has at least one type. */
  void (*begin_node) (CadreLinkedSink *self, const char *iri, const char *const *types);
  void (*end_node) (CadreLinkedSink *self);
  /* A property, once in a node; one of which there may be @many is a list even
   * where there is but one. At least one value follows. */
  void (*begin_property) (CadreLinkedSink *self, const char *term, gboolean many);
  void (*end_property) (CadreLinkedSink *self);
  void (*add_iri) (CadreLinkedSink *self, const char *iri);
  /* @language and @datatype are NULL where there is none; never both are there. */
  void (*add_literal) (CadreLinkedSink *self,
                       const char *text,
                       const char *language,
                       const char *datatype);
  /* A blank node as a value. */
  void (*begin_blank) (CadreLinkedSink *self, const char *type);
  void (*end_blank) (CadreLinkedSink *self);
  GBytes *(*finish) (CadreLinkedSink *self, GCancellable *cancellable, GError **error);
  void (*free) (CadreLinkedSink *self);
};

CadreLinkedSink *cadre_linked_sink_new_for_json (void);
CadreLinkedSink *cadre_linked_sink_new_for_turtle (void);

static inline void
cadre_linked_sink_free (CadreLinkedSink *self)
{
  self->free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreLinkedSink, cadre_linked_sink_free)

G_END_DECLS
