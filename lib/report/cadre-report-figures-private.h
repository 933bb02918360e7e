/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Staffing in figures: of one structure, or of two side by side. What is not
 * known stays so: a sum over it is a range, with how many of its parts are not
 * known. */

#pragma once

#include "report/cadre-report-diff-private.h"

G_BEGIN_DECLS

/* A section with the figures of the whole and of each employer, and with spans
 * and layers. */
void cadre_report_add_figures (CadreReport *self, const CadreView *view);
/* A section with the figures before and after and their difference, for the
 * whole and for each employer. */
void cadre_report_add_compared_figures (CadreReport *self, const CadreComparison *view);
/* How many posts and positions have each value of an attribute that several
 * posts have in common, such as the level that a paper gives them. Nothing is
 * added where there is none. */
void cadre_report_add_attribute_counts (CadreReport *self, const CadreView *view);

G_END_DECLS
