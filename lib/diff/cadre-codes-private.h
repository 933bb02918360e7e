/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The texts of one structure as those of another.
 *
 * Two structures count their texts differently. Each text of the one before is
 * looked up once among those of the one after; from then on equal texts are
 * equal integers, and nothing else compares texts. */

#pragma once

#include "structure/cadre-tables-private.h"

G_BEGIN_DECLS

/* The text is not among those of the other structure. */
#define CADRE_CODE_NOWHERE (G_MAXUINT32)
/* The id of a post that has another counterpart, or none. */
#define CADRE_CODE_ELSEWHERE (G_MAXUINT32 - 1)

/* By code before: the code after, or CADRE_CODE_NOWHERE. NULL for want of
 * memory. */
guint32 *cadre_codes_translate (const CadreTables *before, const CadreTables *after);

G_END_DECLS
