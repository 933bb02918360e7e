/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-structure.h>

G_BEGIN_DECLS

/* All records of one kind, in the order of the table. */
GListModel *cadre_record_list_new (CadreStructure *structure, CadreRecordKind kind);
/* Those of some rows; takes @rows over. */
GListModel *cadre_record_list_new_take (CadreStructure *structure,
                                        CadreRecordKind kind,
                                        guint32 *rows,
                                        guint n_rows);

G_END_DECLS
