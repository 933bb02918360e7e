/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "structure/cadre-tables-index-private.h"

G_BEGIN_DECLS

/* The parts of an index, or the room for them; each FALSE for want of memory. */
gboolean cadre_index_units (CadreIndex *self, const CadreTables *tables);
gboolean cadre_index_reserve_management (CadreIndex *self, const CadreTables *tables);
gboolean cadre_index_reserve_tiers (CadreIndex *self, const CadreTables *tables);
gboolean cadre_index_staffing (CadreIndex *self, const CadreTables *tables);
/* What there is room for. */
void cadre_index_fill_management (CadreIndex *self, const CadreTables *tables);
void cadre_index_fill_tiers (CadreIndex *self, const CadreTables *tables);

/* Orders the rows that point at each row as siblings are: by their `order`
 * field, ties by id, that is, by row. */
void cadre_backward_sort_siblings (CadreBackward *self,
                                   guint32 n_targets,
                                   const CadreTable *table,
                                   guint order_field);
/* Walks a forest depth first. @walk gets every row, those that are under no
 * root last; @depth, which may be NULL, gets -1 for those. @stack and @seen are room
 * for as many rows as there are. */
void cadre_backward_walk (const CadreBackward *children,
                          const guint32 *parent,
                          guint32 n_rows,
                          const guint32 *roots,
                          guint32 n_roots,
                          guint32 *stack,
                          guint8 *seen,
                          guint32 *walk,
                          guint32 *n_walked,
                          gint32 *depth);

G_END_DECLS
