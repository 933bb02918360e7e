/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "cadre-diff-options.h"

/* The pairs of posts that are handed in, (element-type CadrePair). A G_OPTION_ERROR
 * where one names a post that is not there. */
GListModel *cadre_diff_make_pairs (CadreStructure *before, CadreStructure *after, GError **error);
