/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-export.h>
#include <cadre/cadre-redaction.h>
#include <cadre/cadre-structure.h>

G_BEGIN_DECLS

CADRE_AVAILABLE_IN_1_0
CadreExport *cadre_organogram_write (CadreStructure *structure,
                                     CadreRedaction *redaction,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
