/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The way from a sealed structure to its columns, for the layers that read
 * them. */

#pragma once

#include "structure/cadre-tables-index-private.h"
#include <cadre/cadre-structure.h>

G_BEGIN_DECLS

const CadreTables *cadre_structure_get_tables (CadreStructure *self);
const CadreIndex *cadre_structure_get_index (CadreStructure *self);

G_END_DECLS
