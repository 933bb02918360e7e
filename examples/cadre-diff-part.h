/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "cadre-diff-options.h"

/* Whether one of the two structures has each unit, employer and tier that is asked
 * for: "nothing changes" is no answer to a slip of the pen. A G_OPTION_ERROR. */
gboolean cadre_diff_check_part (CadreDiff *diff, const CadreDiffOptions *given, GError **error);
