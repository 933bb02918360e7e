/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-figures.h>
#include <cadre/cadre-history-event.h>

G_BEGIN_DECLS

#define CADRE_TYPE_CHURN (cadre_churn_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreChurn, cadre_churn, CADRE, CHURN, GObject)

CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_churn_dup_date_before (CadreChurn *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_churn_dup_date_after (CadreChurn *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
guint cadre_churn_get_n_before (CadreChurn *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_churn_get_n_after (CadreChurn *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_churn_get_n_pooled_before (CadreChurn *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_churn_get_n_pooled_after (CadreChurn *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_churn_get_n_continuing (CadreChurn *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_churn_get_least (CadreChurn *self, CadreHistoryEventKind kind);
CADRE_AVAILABLE_IN_1_0
guint cadre_churn_get_most (CadreChurn *self, CadreHistoryEventKind kind);
CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_churn_dup_least_rate (CadreChurn *self,
                                           CadreHistoryEventKind kind) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_churn_dup_most_rate (CadreChurn *self,
                                          CadreHistoryEventKind kind) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFigures *cadre_churn_get_figures_before (CadreChurn *self);
CADRE_AVAILABLE_IN_1_0
CadreFigures *cadre_churn_get_figures_after (CadreChurn *self);

G_END_DECLS
