/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Sums as people write them. */

#pragma once

#include "report/cadre-report-private.h"
#include "report/cadre-view-private.h"
#include <cadre/cadre-metrics.h>

G_BEGIN_DECLS

typedef enum
{
  CADRE_STAFF_FIGURE_POSTS,
  CADRE_STAFF_FIGURE_POOLED, /* rows, each for any number of like posts */
  CADRE_STAFF_FIGURE_POSITIONS,
  CADRE_STAFF_FIGURE_BUDGETED_FTE,
  CADRE_STAFF_FIGURE_COST,
  CADRE_STAFF_FIGURE_VACANCIES,
  CADRE_STAFF_FIGURE_HEADS,
  CADRE_STAFF_FIGURE_IN_POST_FTE,
  CADRE_N_STAFF_FIGURES
} CadreStaffFigure;

/* A sum: from @least to @most, which is NULL where there is no upper bound. */
typedef struct
{
  CadreFraction *least;
  CadreFraction *most;
  guint n_unknown;
} CadreSum;

/* Whether the level of a report shows a figure; pooled rows are shown where there are any. */
gboolean cadre_staff_figure_is_shown (CadreStaffFigure figure, const CadreView *view);
/* Whether it is a figure of posts; else of people. */
gboolean cadre_staff_figure_is_of_posts (CadreStaffFigure figure);
char *cadre_staff_figure_name (CadreStaffFigure figure, const CadreCatalogue *catalogue);

void cadre_sum_init (CadreSum *self, CadreStaffFigure figure, CadreFigures *figures);
void cadre_sum_clear (CadreSum *self);
/* An item of the table that was begun last: "31", "at least 31 (1 unknown)". */
void cadre_report_add_sum (CadreReport *self, CadreStaffFigure figure, const CadreSum *sum);
/* The same, of what is @after less what is @before: "+14". */
void cadre_report_add_difference (CadreReport *self,
                                  CadreStaffFigure figure,
                                  const CadreSum *before,
                                  const CadreSum *after);

G_END_DECLS
