/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <gio/gio.h>

#include <cadre/cadre-export.h>
#include <cadre/cadre-reconciliation.h>
#include <cadre/cadre-redaction.h>
#include <cadre/cadre-structure.h>

G_BEGIN_DECLS

CADRE_AVAILABLE_IN_1_0
gboolean cadre_spreadsheet_is_supported (void);
CADRE_AVAILABLE_IN_1_0
CadreExport *cadre_spreadsheet_write (CadreStructure *structure,
                                      CadreRedaction *redaction,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreExport *cadre_spreadsheet_write_reconciliation (CadreReconciliation *reconciliation,
                                                     CadreRedaction *redaction,
                                                     GCancellable *cancellable,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
