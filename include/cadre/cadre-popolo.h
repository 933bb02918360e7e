/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-export.h>
#include <cadre/cadre-import.h>
#include <cadre/cadre-redaction.h>

G_BEGIN_DECLS

/**
 * SECTION:cadre-popolo
 * @Title: Popolo
 * @Short_Description: Structures as the JSON of civic data
 *
 * Popolo is a profile of the Organization Ontology in JSON: persons,
 * organizations, posts, and dated memberships between them. It says for whom
 * somebody is a member, and so holds an employer who is not the host. It does not
 * say which post reports to which. `docs/linked-data.md` has the table of what
 * stands for what.
 */

CADRE_AVAILABLE_IN_1_0
CadreExport *cadre_popolo_write (CadreStructure *structure,
                                 CadreRedaction *redaction,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreImport *cadre_popolo_read (GBytes *bytes,
                                CadreLimits *limits,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreImport *cadre_popolo_load (GFile *file,
                                CadreLimits *limits,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
void cadre_popolo_load_async (GFile *file,
                              CadreLimits *limits,
                              GCancellable *cancellable,
                              CadreProgressCallback progress,
                              gpointer progress_data,
                              GDestroyNotify progress_destroy,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

CADRE_AVAILABLE_IN_1_0
CadreImport *cadre_popolo_load_finish (GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
