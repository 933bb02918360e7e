/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A graph as it is read: triples in the order in which they came. */

#pragma once

#include "exchange/linked/cadre-gather-private.h"

G_BEGIN_DECLS

/* String codes of the gathered tables. A blank node is called "_:" and something. */
typedef struct
{
  guint32 subject;
  guint32 property;
  guint32 object;
  guint32 language; /* of a literal; 0 where it has none */
  gboolean is_literal;
} CadreTriple;

typedef struct
{
  CadreGather *gather;
  CadreTriple *triples;
  guint32 n_triples;
  guint32 n_allocated;
  guint32 n_blanks; /* that were given a name of ours */
  guint64 max_triples;
} CadreGraph;

void cadre_graph_init (CadreGraph *self, CadreGather *gather, CadreLimits *limits);
void cadre_graph_clear (CadreGraph *self);

/* Keeps an error of the gatherer's where it fails. */
void cadre_graph_add (CadreGraph *self, const CadreTriple *triple);

/* A name for a blank node that has none. */
guint32 cadre_graph_new_blank (CadreGraph *self);

/* Each brings a document into the graph; FALSE with @error set, or with an error
 * kept by the gatherer. */
gboolean cadre_graph_read_json (CadreGraph *self,
                                GBytes *bytes,
                                CadreLimits *limits,
                                GCancellable *cancellable,
                                GError **error);
gboolean cadre_graph_read_turtle (CadreGraph *self,
                                  GBytes *bytes,
                                  CadreLimits *limits,
                                  GCancellable *cancellable,
                                  GError **error);

/* Makes records of a graph. @base is what IRIs of ours begin with. */
gboolean cadre_graph_to_records (CadreGraph *self,
                                 const char *base,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
