/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-alternatives-row.h>
#include <cadre/cadre-diff.h>
#include <cadre/cadre-figures.h>
#include <cadre/cadre-redaction.h>

G_BEGIN_DECLS

/**
 * CadreAlternativesShow:
 * @CADRE_ALTERNATIVES_SHOW_ALL: all rows
 * @CADRE_ALTERNATIVES_SHOW_DIFFERING: those in which the alternatives differ
 * @CADRE_ALTERNATIVES_SHOW_AGREED: those in which all alternatives agree
 *
 * Which rows of alternatives to list.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_ALTERNATIVES_SHOW_ALL = 0,
  CADRE_ALTERNATIVES_SHOW_DIFFERING = 1,
  CADRE_ALTERNATIVES_SHOW_AGREED = 2,
} CadreAlternativesShow;

#define CADRE_TYPE_ALTERNATIVES (cadre_alternatives_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreAlternatives, cadre_alternatives, CADRE, ALTERNATIVES, GObject)

CADRE_AVAILABLE_IN_1_0
CadreAlternatives *cadre_alternatives_new (CadreStructure *baseline,
                                           CadreStructure *const *proposals,
                                           gsize n_proposals,
                                           const char *const *names,
                                           CadreMapping *const *mappings,
                                           gsize n_mappings,
                                           GCancellable *cancellable,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_alternatives_get_base (CadreAlternatives *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_alternatives_get_n_proposals (CadreAlternatives *self);
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_alternatives_get_proposal (CadreAlternatives *self, guint position);
CADRE_AVAILABLE_IN_1_0
const char *cadre_alternatives_get_name (CadreAlternatives *self, guint position);
CADRE_AVAILABLE_IN_1_0
CadreDiff *cadre_alternatives_get_diff (CadreAlternatives *self, guint position);

CADRE_AVAILABLE_IN_1_0
CadreFigures *cadre_alternatives_get_base_figures (CadreAlternatives *self);
CADRE_AVAILABLE_IN_1_0
CadreFigures *cadre_alternatives_get_figures (CadreAlternatives *self, guint position);
CADRE_AVAILABLE_IN_1_0
guint cadre_alternatives_count (CadreAlternatives *self,
                                guint position,
                                CadreRecordKind kind,
                                CadreAlternativeState state);

CADRE_AVAILABLE_IN_1_0
CadreAlternativesRow *cadre_alternatives_get_row (CadreAlternatives *self,
                                                  guint position) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_alternatives_list (CadreAlternatives *self,
                                     CadreAlternativesShow show) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_alternatives_list_of_kind (CadreAlternatives *self,
                                             CadreAlternativesShow show,
                                             CadreRecordKind kind) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_alternatives_list_in_unit (CadreAlternatives *self,
                                             CadreAlternativesShow show,
                                             const char *unit_id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreAlternatives *cadre_alternatives_redact (CadreAlternatives *self,
                                              CadreRedaction *redaction,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gboolean cadre_alternatives_write (CadreAlternatives *self,
                                   CadreRedaction *redaction,
                                   CadreWriter *writer,
                                   GError **error);

G_END_DECLS
