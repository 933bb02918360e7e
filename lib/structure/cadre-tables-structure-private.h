/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The way between a sealed structure and its columns, for the layers that read
 * them and for those that fill them. */

#pragma once

#include "structure/cadre-tables-index-private.h"
#include <cadre/cadre-issue-list.h>
#include <cadre/cadre-structure.h>

G_BEGIN_DECLS

const CadreTables *cadre_structure_get_tables (CadreStructure *self);
const CadreIndex *cadre_structure_get_index (CadreStructure *self);
/* The same, of which the outline is certain to be there, and nothing else. */
const CadreIndex *cadre_structure_get_outline (CadreStructure *self);

/* Takes tables over, whether it succeeds or not: brings them into order,
 * resolves references, and outlines the index. @issues, which were found before,
 * are taken over too; validation adds to them when they are first asked for. */
CadreStructure *cadre_structure_seal (CadreTables *tables,
                                      CadreIssueList *issues,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
