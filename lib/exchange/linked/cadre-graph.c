/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "exchange/linked/cadre-graph-private.h"
#include <cadre/cadre-document.h>
#include <cadre/cadre-exchange-error.h>

void
cadre_graph_init (CadreGraph *self, CadreGather *gather, CadreLimits *limits)
{
  g_autoptr (CadreLimits) bounded = limits != NULL ? NULL : cadre_limits_new_bounded ();

  *self = (CadreGraph){
    .gather = gather,
    .max_triples = cadre_limits_get_max_items (limits != NULL ? limits : bounded),
  };
}

void
cadre_graph_clear (CadreGraph *self)
{
  g_clear_pointer (&self->triples, g_free);
}

static gboolean
grow (CadreGraph *self)
{
  guint32 n = self->n_allocated < G_MAXUINT32 / 2 ? MAX (64, self->n_allocated * 2) : 0;
  CadreTriple *triples = n > 0 ? g_try_renew (CadreTriple, self->triples, n) : NULL;

  if (triples == NULL)
    {
      g_set_error_literal (&self->gather->error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_MEMORY,
                           "There is not enough memory for the graph");
      return FALSE;
    }

  self->triples = triples;
  self->n_allocated = n;
  return TRUE;
}

void
cadre_graph_add (CadreGraph *self, const CadreTriple *triple)
{
  if (self->gather->error != NULL)
    return;
  if (self->n_triples >= self->max_triples)
    {
      g_set_error (&self->gather->error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_ITEMS,
                   "The graph has more than %" G_GUINT64_FORMAT " triples", self->max_triples);
      return;
    }
  if (self->n_triples < self->n_allocated || grow (self))
    self->triples[self->n_triples++] = *triple;
}

guint32
cadre_graph_new_blank (CadreGraph *self)
{
  /* No name that a document gives begins with a dot. */
  g_autofree char *name = g_strdup_printf ("_:.%u", ++self->n_blanks);

  return cadre_gather_intern (self->gather, name);
}
