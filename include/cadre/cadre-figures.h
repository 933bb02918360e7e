/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-total.h>

G_BEGIN_DECLS

#define CADRE_TYPE_FIGURES (cadre_figures_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreFigures, cadre_figures, CADRE, FIGURES, GObject)

CADRE_AVAILABLE_IN_1_0
guint cadre_figures_get_n_posts (CadreFigures *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_figures_get_n_pooled (CadreFigures *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_figures_get_n_deferred (CadreFigures *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_figures_get_n_outside (CadreFigures *self);
CADRE_AVAILABLE_IN_1_0
CadreTotal *cadre_figures_get_positions (CadreFigures *self);
CADRE_AVAILABLE_IN_1_0
CadreTotal *cadre_figures_get_vacancies (CadreFigures *self);
CADRE_AVAILABLE_IN_1_0
CadreTotal *cadre_figures_get_heads (CadreFigures *self);
CADRE_AVAILABLE_IN_1_0
CadreTotal *cadre_figures_get_budgeted_fte (CadreFigures *self);
CADRE_AVAILABLE_IN_1_0
CadreTotal *cadre_figures_get_in_post_fte (CadreFigures *self);
CADRE_AVAILABLE_IN_1_0
CadreTotal *cadre_figures_get_cost (CadreFigures *self);

/* Spans and layers */
CADRE_AVAILABLE_IN_1_0
guint cadre_figures_get_n_managers (CadreFigures *self);
CADRE_AVAILABLE_IN_1_0
int cadre_figures_get_most_span (CadreFigures *self);
CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_figures_dup_mean_span (CadreFigures *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
guint cadre_figures_get_n_layers (CadreFigures *self);

G_END_DECLS
