/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "structure/metrics/cadre-spans-private.h"
#include <cadre/cadre-figures.h>

G_BEGIN_DECLS

typedef enum
{
  CADRE_FIGURE_POSITIONS,
  CADRE_FIGURE_VACANCIES,
  CADRE_FIGURE_HEADS,
  CADRE_FIGURE_BUDGETED_FTE,
  CADRE_FIGURE_IN_POST_FTE,
  CADRE_FIGURE_COST,
  CADRE_N_FIGURES
} CadreFigure;

/* Takes the totals over. */
CadreFigures *cadre_figures_new_take (guint n_posts,
                                      guint n_pooled,
                                      guint n_deferred,
                                      guint n_outside,
                                      const CadreSpans *spans,
                                      CadreTotal *totals[CADRE_N_FIGURES]);

G_END_DECLS
