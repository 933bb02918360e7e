/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "structure/cadre-tables-private.h"

G_BEGIN_DECLS

/* The kinds before posts are described in one file, posts and what follows in
 * another. */
#define CADRE_N_SCHEMAS_OF_PLACES CADRE_RECORD_KIND_POST

extern const CadreSchema cadre_schemas_of_places[];
extern const CadreSchema cadre_schemas_of_posts[];

G_END_DECLS
