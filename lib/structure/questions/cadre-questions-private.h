/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "structure/cadre-tables-index-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-structure-questions.h>

G_BEGIN_DECLS

/* The row of an id, or CADRE_NO_ROW. */
guint32 cadre_structure_find_row (CadreStructure *self, CadreRecordKind kind, const char *id);
/* A copy of a row; NULL where there is none. */
gpointer cadre_structure_make_record (CadreStructure *self, CadreRecordKind kind, guint32 row);
/* A list of the rows, which are copied. */
GListModel *cadre_structure_make_list (CadreStructure *self,
                                       CadreRecordKind kind,
                                       const guint32 *rows,
                                       guint32 n_rows);
gboolean cadre_structure_is_in_force (CadreStructure *self, CadreRecordKind kind, guint32 row);

/* Calls @visit for @first and for all below it, depth first. Every row comes
 * once, on a circle too. Returns whether it was done to the end; want of memory
 * ends it. */
typedef gboolean (*CadreVisitFunc) (guint32 row, guint32 depth, gpointer user_data);
gboolean cadre_backward_visit (const CadreBackward *children,
                               guint32 n_rows,
                               guint32 first,
                               CadreVisitFunc visit,
                               gpointer user_data);

G_END_DECLS
