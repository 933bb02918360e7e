/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "structure/cadre-tables-index-private.h"

G_BEGIN_DECLS

/* The parts of an index; each FALSE for want of memory. */
gboolean cadre_index_units (CadreIndex *self, const CadreTables *tables);
gboolean cadre_index_management (CadreIndex *self, const CadreTables *tables);
gboolean cadre_index_tiers (CadreIndex *self, const CadreTables *tables);
gboolean cadre_index_staffing (CadreIndex *self, const CadreTables *tables);

/* Orders the rows that point at each row as siblings are: by their `order`
 * field, ties by id, that is, by row. */
void cadre_backward_sort_siblings (CadreBackward *self,
                                   guint32 n_targets,
                                   const CadreTable *table,
                                   guint order_field);
/* Walks a forest depth first. @walk gets every row, those that are under no
 * root last; @depth, which may be NULL, gets -1 for those. Returns FALSE for
 * want of memory. */
gboolean cadre_backward_walk (const CadreBackward *children,
                              const guint32 *parent,
                              guint32 n_rows,
                              const guint32 *roots,
                              guint32 n_roots,
                              guint32 *walk,
                              guint32 *n_walked,
                              gint32 *depth);

G_END_DECLS
