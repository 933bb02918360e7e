/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-alternatives.h>
#include <cadre/cadre-change-event.h>
#include <cadre/cadre-diff.h>
#include <cadre/cadre-forecast.h>
#include <cadre/cadre-merge.h>
#include <cadre/cadre-outcomes.h>
#include <cadre/cadre-reconciliation.h>
#include <cadre/cadre-redaction.h>
#include <cadre/cadre-responses.h>
#include <cadre/cadre-series.h>
#include <cadre/cadre-structure.h>
#include <cadre/cadre-worklist.h>
#include <cadre/cadre-writer.h>

G_BEGIN_DECLS

/**
 * CADRE_REPORT_ERROR:
 *
 * The error domain of the report layer.
 *
 * Since: 1.0
 */
#define CADRE_REPORT_ERROR (cadre_report_error_quark ())

/**
 * CadreReportError:
 * @CADRE_REPORT_ERROR_LANGUAGE: the library has no words in that language
 *
 * Error codes in the %CADRE_REPORT_ERROR domain.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_REPORT_ERROR_LANGUAGE = 0,
} CadreReportError;

CADRE_AVAILABLE_IN_1_0
GQuark cadre_report_error_quark (void);

#define CADRE_TYPE_REPORT (cadre_report_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreReport, cadre_report, CADRE, REPORT, GObject)

CADRE_AVAILABLE_IN_1_0
CadreReport *cadre_report_new_for_structure (CadreStructure *structure,
                                             CadreRedaction *redaction,
                                             const char *language,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreReport *cadre_report_new_for_diff (CadreDiff *diff,
                                        CadreRedaction *redaction,
                                        const char *language,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreReport *cadre_report_new_for_diff_view (CadreDiff *diff,
                                             CadreDiffView *view,
                                             CadreRedaction *redaction,
                                             const char *language,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreReport *cadre_report_new_for_outcomes (CadreOutcomes *outcomes,
                                            CadreRedaction *redaction,
                                            const char *language,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreReport *cadre_report_new_for_outcome (CadreOutcomes *outcomes,
                                           CadreOutcome *outcome,
                                           CadreRedaction *redaction,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreReport *cadre_report_new_for_forecast (CadreForecast *forecast,
                                            const char *purpose,
                                            CadreRedaction *redaction,
                                            const char *language,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreReport *cadre_report_new_for_worklist (CadreWorklist *worklist,
                                            CadreRedaction *redaction,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreReport *cadre_report_new_for_reconciliation (CadreReconciliation *reconciliation,
                                                  CadreRedaction *redaction,
                                                  const char *language,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreReport *cadre_report_new_for_responses (CadreResponses *responses,
                                             CadreDiff *diff,
                                             CadreRedaction *redaction,
                                             const char *language,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreReport *cadre_report_new_for_merge (CadreMerge *merge,
                                         CadreRedaction *redaction,
                                         const char *language,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreReport *cadre_report_new_for_alternatives (CadreAlternatives *alternatives,
                                                CadreRedaction *redaction,
                                                const char *language,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreReport *cadre_report_new_for_series (CadreSeries *series,
                                          CadreRedaction *redaction,
                                          const char *language,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_report_get_title (CadreReport *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_report_get_language (CadreReport *self);
CADRE_AVAILABLE_IN_1_0
char **cadre_report_dup_stamps (CadreReport *self) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
char *cadre_report_to_text (CadreReport *self, guint width) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_report_write (CadreReport *self, CadreWriter *writer);

G_END_DECLS
